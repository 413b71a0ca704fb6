/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: encoded addresses of routers. */
/* RFC 7761, 4.9.1. */
#include "shared/numbers.h"
#include "shared/pim.h"

enum {
	ENCODED,
	FAMILY,
	ENCODING,
	UNICAST,
	UNICAST_6,
};

static const struct field fields[] = {
	[ENCODED] = {"pim.encoded_unicast", "Encoded Unicast Address", PROTO},
	[FAMILY] = {"pim.addr_address_family", "Address Family", U8, DEC, AT(0, 8),
		    .words = &address_families, .help = "What kind of address", .ref = "4.9.1"},
	[ENCODING] = {"pim.addr_encoding_type", "Encoding Type", U8, DEC, AT(8, 8),
		      .words = &encoded_encodings, .help = "How it is written", .ref = "4.9.1"},
	[UNICAST] = {"pim.unicast", "Unicast", IPV4, AT(16, 32), WHEN_IN(FAMILY, 1),
		     .help = "The address", .ref = "4.9.1"},
	[UNICAST_6] = {"pim.unicast_ipv6", "Unicast", IPV6, AT(16, 128), WHEN_IN(FAMILY, 2),
		       .help = "The address", .ref = "4.9.1"},
};

static uint32_t header_len(const struct layer *l)
{
	return UNICAST_HEAD + encoded_octets(layer_cursor(l, 0));
}

/* The rows say all. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)w;
	(void)l;
	(void)c;
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
	.rest = rest,
};
