/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: routes of multicast VPNs. */
/* RFC 6514. */
#include "shared/bgp.h"

enum {
	PART,
	TYPE,
	LENGTH,
	ROUTE,
	RD,
	ORIGIN4,
	ORIGIN6,
	SOURCE_AS,
	SOURCE_LEN,
	SOURCE4,
	SOURCE6,
	GROUP_LEN,
	GROUP4,
	GROUP6,
	KEY,
};

static const struct word type_words[] = {
	{1, "Intra-AS I-PMSI A-D route"}, {2, "Inter-AS I-PMSI A-D route"},
	{3, "S-PMSI A-D route"},          {4, "Leaf A-D route"},
	{5, "Source Active A-D route"},   {6, "Shared Tree Join route"},
	{7, "Source Tree Join route"},
};

static const struct field fields[] = {
	[PART] = {"bgp.mvpn", "BGP multicast VPN routes", PROTO},
	[TYPE] = {"bgp.mcast_vpn_nlri_route_type", "Route Type", U8, DEC, WORDS(type_words),
		  .help = "What it tells", .ref = "4"},
	[LENGTH] = {"bgp.mcast_vpn_nlri_length", "Length", U8, DEC, .help = "Octets that follow",
		    .ref = "4"},
	[ROUTE] = {"bgp.mcast_vpn_nlri", "MCAST-VPN nlri", BYTES,
		   .help = "A route of a multicast VPN", .ref = "4"},
	[RD] = {"bgp.mcast_vpn_nlri_rd", "Route Distinguisher", BYTES,
		.help = "Makes routes of different networks differ", .ref = "4"},
	[ORIGIN4] = {"bgp.mcast_vpn_nlri_origin_router_ipv4", "Originating Router", IPV4,
		     .help = "Router that tells it", .ref = "4"},
	[ORIGIN6] = {"bgp.mcast_vpn_nlri_origin_router_ipv6", "Originating Router", IPV6,
		     .help = "Router that tells it", .ref = "4"},
	[SOURCE_AS] = {"bgp.mcast_vpn_nlri_source_as", "Source AS", U16, DEC,
		       .help = "System that the source is in", .ref = "4"},
	[SOURCE_LEN] = {"bgp.mcast_vpn_nlri_source_length", "Multicast Source Length", U8, DEC,
			.help = "Bits of the source", .ref = "4"},
	[SOURCE4] = {"bgp.mcast_vpn_nlri_source_addr_ipv4", "Multicast Source Address", IPV4,
		     .help = "Who sends to the group", .ref = "4"},
	[SOURCE6] = {"bgp.mcast_vpn_nlri_source_addr_ipv6", "Multicast Source Address", IPV6,
		     .help = "Who sends to the group", .ref = "4"},
	[GROUP_LEN] = {"bgp.mcast_vpn_nlri_group_length", "Multicast Group Length", U8, DEC,
		       .help = "Bits of the group", .ref = "4"},
	[GROUP4] = {"bgp.mcast_vpn_nlri_group_addr_ipv4", "Multicast Group Address", IPV4,
		    .help = "The group", .ref = "4"},
	[GROUP6] = {"bgp.mcast_vpn_nlri_group_addr_ipv6", "Group Address", IPV6,
		    .help = "The group", .ref = "4"},
	[KEY] = {"bgp.mcast_vpn_nlri_route_key", "Route Key", BYTES,
		 .help = "The route that it answers", .ref = "4"},
};

enum { INTRA_AS = 1, INTER_AS, SELECTIVE, LEAF, ACTIVE, SHARED_JOIN, SOURCE_JOIN };

/* An address behind its length in bits; false: of a length that no address has. */
static bool put_address(struct walk *w, struct cursor *c, unsigned row, unsigned v4, unsigned v6)
{
	unsigned bits = (unsigned)put(w, c, row, 1);

	if (c->bad || (bits && bits != 32 && bits != 128))
		return false;
	if (bits)
		put(w, c, bits == 32 ? v4 : v6, bits / 8);
	return !c->bad;
}

static bool put_both(struct walk *w, struct cursor *c)
{
	return put_address(w, c, SOURCE_LEN, SOURCE4, SOURCE6) &&
	       put_address(w, c, GROUP_LEN, GROUP4, GROUP6);
}

static void put_origin(struct walk *w, struct cursor *c, bool v6)
{
	if (!c->bad)
		put(w, c, v6 ? ORIGIN6 : ORIGIN4, v6 ? 16 : 4);
}

static void put_leaf(struct walk *w, struct cursor *c, uint32_t len, bool v6)
{
	uint32_t key = len > (v6 ? 16 : 4) ? len - (v6 ? 16 : 4) : 0;

	put(w, c, KEY, key);
	label_whole(w, "Route Key (%u byte%s)", key, plural(key));
	put_origin(w, c, v6);
}

static void put_body(struct walk *w, struct cursor *c, unsigned type, uint32_t len, bool v6)
{
	if (type == LEAF) {
		put_leaf(w, c, len, v6);
		return;
	}
	if (!type || type > SOURCE_JOIN)
		return;
	bgp_put_rd(w, c, RD);
	if (type == INTER_AS || type == SHARED_JOIN || type == SOURCE_JOIN)
		put(w, c, SOURCE_AS, 4);
	if (type >= SELECTIVE && !c->bad && !put_both(w, c))
		return;
	if (type == INTRA_AS || type == SELECTIVE)
		put_origin(w, c, v6);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool v6 = bgp_of(l)->afi == BGP_IPV6;

	while (c->left.wire && !c->bad) {
		unsigned type = (unsigned)put(w, c, TYPE, 1);
		uint32_t len = c->bad ? 0 : (uint32_t)put(w, c, LENGTH, 1), group;
		const char *word = row_word(w, TYPE, type, "Unknown");
		struct cursor body = *c;

		if (c->bad || len > c->left.wire)
			return;
		group = open_group(w, c, ROUTE, len);
		label_whole(w, "%s (%u byte%s)", word, len, plural(len));
		put_body(w, &body, type, len, v6);
		shut_group(w, group, NULL);
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
}

static const struct hang hangs[] = {{"bgp.part", BGP_MVPN}, {0}};

const struct proto proto_bgp_mvpn = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 6514",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
