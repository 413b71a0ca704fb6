/* SPDX-License-Identifier: BSD-2-Clause */
/* NetScape Certificate Extensions: the name that rows of certificates begin with. */
/* Netscape Certificate Extensions. */
#include "core/walk.h"

static const struct field fields[] = {{"ns_cert_exts", "NetScape Certificate Extensions", PROTO,
				       .help = "What Netscape added to certificates"}};

const struct proto proto_ns_cert_exts = {
	.brief = "NS_CERT_EXTS",
	.spec = "Netscape Certificate Extensions",
	.fields = fields,
	.n_fields = COUNT(fields),
};
