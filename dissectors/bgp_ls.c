/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: what link-state protocols know. */
/* RFC 9552. */
#include "shared/bgp.h"

enum {
	PART,
	NLRI,
	NLRI_VPN,
	NLRI_TYPE,
	NLRI_LEN,
	LINK_STATE,
};

static const struct word nlri_type_words[] = {
	{1, "Node NLRI"},
	{2, "Link NLRI"},
	{3, "IPv4 Topology Prefix NLRI"},
	{4, "IPv6 Topology Prefix NLRI"},
};

static const struct field fields[] = {
	[PART] = {"bgp.ls", "BGP link state", PROTO},
	[NLRI] = {"bgp.ls.nlri", "BGP-LS NLRI", NONE,
		  .help = "What is known of a node, link or prefix", .ref = "RFC 9552, 5.2"},
	[NLRI_VPN] = {"bgp.ls.nlri_safi128", "Link State SAFI 128 NLRI", NONE,
		      .help = "The same of a VPN's network", .ref = "RFC 9552, 5.2"},
	[NLRI_TYPE] = {"bgp.ls.nlri_type", "NLRI Type", U16, DEC, WORDS(nlri_type_words),
		       .help = "What it is about", .ref = "RFC 9552, 5.2"},
	[NLRI_LEN] = {"bgp.ls.nlri_length", "NLRI Length", U16, DEC, .help = "Octets that follow",
		      .ref = "RFC 9552, 5.2"},
	[LINK_STATE] = {"bgp.update.path_attribute.link_state", "Link State", NONE,
			.help = "What it is like", .ref = "RFC 9552, 5.3"},
};

static void put_route(struct walk *w, struct cursor *c, const struct bgp *b)
{
	struct cursor peek = *c;
	unsigned vpn = b->safi == 128;
	uint32_t len, group;

	u16(&peek);
	len = u16(&peek);
	if (peek.bad || len > peek.left.wire) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, vpn ? NLRI_VPN : NLRI, 4 + len);
	put(w, c, NLRI_TYPE, 2);
	put(w, c, NLRI_LEN, 2);
	shut_group(w, group, NULL);
	cursor_take(c, len);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);

	if (b->attribute != 14 && b->attribute != 15) {
		put(w, c, LINK_STATE, c->left.wire);
		return;
	}
	while (c->left.wire && !c->bad)
		put_route(w, c, b);
}

static const struct hang hangs[] = {{"bgp.part", BGP_LS_ROUTES}, {"bgp.part", BGP_LS_VALUES}, {0}};

const struct proto proto_bgp_ls = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 9552",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
