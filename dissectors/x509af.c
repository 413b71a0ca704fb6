/* SPDX-License-Identifier: BSD-2-Clause */
/* X.509 Authentication Framework: the name that rows of certificates begin with. */
/* RFC 5280. */
#include "core/walk.h"

static const struct field fields[] = {
	{"x509af", "X.509 Authentication Framework", PROTO, .help = "Certificates"}};

const struct proto proto_x509af = {
	.brief = "X509AF",
	.spec = "RFC 5280",
	.fields = fields,
	.n_fields = COUNT(fields),
};
