/* SPDX-License-Identifier: BSD-2-Clause */
/* X.509 Certificate Extensions: the name that rows of certificates begin with. */
/* RFC 5280. */
#include "core/walk.h"

static const struct field fields[] = {{"x509ce", "X.509 Certificate Extensions", PROTO,
				       .help = "What certificates say beside names and keys"}};

const struct proto proto_x509ce = {
	.brief = "X509CE",
	.spec = "RFC 5280",
	.fields = fields,
	.n_fields = COUNT(fields),
};
