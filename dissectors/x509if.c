/* SPDX-License-Identifier: BSD-2-Clause */
/* X.509 Information Framework: the name that rows of certificates begin with. */
/* ITU-T X.501. */
#include "core/walk.h"

static const struct field fields[] = {
	{"x509if", "X.509 Information Framework", PROTO, .help = "Names of the directory"}};

const struct proto proto_x509if = {
	.brief = "X509IF",
	.spec = "ITU-T X.501",
	.fields = fields,
	.n_fields = COUNT(fields),
};
