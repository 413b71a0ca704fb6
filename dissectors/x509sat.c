/* SPDX-License-Identifier: BSD-2-Clause */
/* X.509 Selected Attribute Types: the name that rows of certificates begin with. */
/* ITU-T X.520. */
#include "core/walk.h"

static const struct field fields[] = {
	{"x509sat", "X.509 Selected Attribute Types", PROTO, .help = "Parts of names"}};

const struct proto proto_x509sat = {
	.brief = "X509SAT",
	.spec = "ITU-T X.520",
	.fields = fields,
	.n_fields = COUNT(fields),
};
