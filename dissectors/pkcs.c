/* SPDX-License-Identifier: BSD-2-Clause */
/* PKCS#1: the name that rows of certificates begin with. */
/* RFC 8017. */
#include "core/walk.h"

static const struct field fields[] = {{"pkcs-1", "PKCS#1", PROTO, .help = "RSA keys"}};

const struct proto proto_pkcs = {
	.brief = "PKCS-1",
	.spec = "RFC 8017",
	.fields = fields,
	.n_fields = COUNT(fields),
};
