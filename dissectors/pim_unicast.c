/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: encoded addresses of routers. */
/* RFC 7761, 4.9.1. */
#include "shared/pim.h"

enum {
	ENCODED,
	ENCODED_ROWS,
	UNICAST,
	UNICAST_6,
};

static const struct field fields[] = {
	[ENCODED] = {"pim.encoded_unicast", "Encoded Unicast Address", PROTO},
	ENCODED_FIELDS,
	ENCODED_PAIR(UNICAST, "pim.unicast", "pim.unicast_ipv6", "Unicast", UNICAST_HEAD,
		     "The address"),
};

static uint32_t header_len(const struct layer *l)
{
	return UNICAST_HEAD + encoded_octets(layer_cursor(l, 0));
}

static const struct hang hangs[] = {{"pim.address", ENCODED_UNICAST}, {0}};

const struct proto proto_pim_unicast = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 7761, 4.9.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.header_len = header_len,
	.hangs = hangs,
};
