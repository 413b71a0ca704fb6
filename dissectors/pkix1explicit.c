/* SPDX-License-Identifier: BSD-2-Clause */
/* PKIX1Explicit: the name that rows of certificates begin with. */
/* RFC 5280. */
#include "core/walk.h"

static const struct field fields[] = {
	{"pkix1explicit", "PKIX1Explicit", PROTO, .help = "What the Internet's certificates add"}};

const struct proto proto_pkix1explicit = {
	.brief = "PKIX1EXPLICIT",
	.spec = "RFC 5280",
	.fields = fields,
	.n_fields = COUNT(fields),
};
