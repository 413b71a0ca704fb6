/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: routes of Ethernet VPNs. */
/* RFC 7432. */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
	WRONG,
	ROUTE,
	TYPE,
	LENGTH,
	RD,
	ESI,
	ESI_TYPE,
	ESI_VALUE,
	ESI_0,
	ESI_LACP_MAC,
	ESI_LACP_KEY,
	ESI_BRIDGE,
	ESI_PRIO,
	ESI_MAC,
	ESI_MAC_DISC,
	ESI_RID,
	ESI_RID_DISC,
	ESI_AS,
	ESI_AS_DISC,
	ESI_REST,
	ESI_RESERVED,
	ESI_NOTE,
	ETAG,
	LABEL_1,
	LABEL_2,
	VNI,
	MAC_LEN,
	MAC,
	IP_LEN,
	IP4,
	IP6,
	NO_IP,
	NO_IP_NOTE,
	PREFIX_LEN,
	GATEWAY4,
	GATEWAY6,
	STACK,
	STACK_LABEL,
	SOURCE_LEN,
	SOURCE4,
	SOURCE6,
	GROUP_LEN,
	GROUP4,
	GROUP6,
	ORIGIN_LEN,
	ORIGIN4,
	ORIGIN6,
	MC_FLAGS,
	MC_V1,
	MC_V2,
	MC_V3,
	MC_IE,
	MC_RESERVED,
	TYPE_NOTE,
	LEN_NOTE,
	PATH_ID,
};

static const struct word type_words[] = {
	{1, "Ethernet AD Route"},         {2, "MAC Advertisement Route"},
	{3, "Inclusive Multicast Route"}, {4, "Ethernet Segment Route"},
	{5, "IP Prefix route"},           {6, "Selective Multicast Ethernet Tag Route"},
	{7, "IGMP Join Synch Route"},     {8, "IGMP Leave Synch Route"},
	{10, "S-PMSI A-D Route"},
};

static const struct word esi_type_words[] = {
	{0, "ESI 9 bytes value"}, {1, "ESI LACP 802.1AX defined"},
	{2, "ESI MSTP defined"},  {3, "ESI MAC address defined"},
	{4, "ESI Router ID"},     {5, "ESI Autonomous System"},
	{255, "ESI reserved"},
};

static const struct word mc_ie_words[] = {{0, "Include"}, {1, "Exclude"}};

static void form_apart(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size, ' ');
}

static void form_colons(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size, ':');
}

static const struct field fields[] = {
	[PART] = {"bgp.evpn", "BGP EVPN routes", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[WRONG] = {"text", "What is wrong", HEADING},
	[ROUTE] = {"bgp.evpn.nlri", "EVPN NLRI", NONE, .help = "A route of an Ethernet VPN",
		   .ref = "7"},
	[TYPE] = {"bgp.evpn.nlri.rt", "Route Type", U8, DEC, WORDS(type_words),
		  .help = "What it tells", .ref = "7"},
	[LENGTH] = {"bgp.evpn.nlri.len", "Length", U8, DEC, .help = "Octets that follow",
		    .ref = "7"},
	[RD] = {"bgp.evpn.nlri.rd", "Route Distinguisher", BYTES,
		.help = "Makes routes of different networks differ", .ref = "7"},
	[ESI] = {"bgp.evpn.nlri.esi", "ESI", BYTES, .form = form_colons,
		 .help = "Which links lead to one customer", .ref = "7"},
	[ESI_TYPE] = {"bgp.evpn.nlri.esi.type", "ESI Type", U8, DEC, WORDS(esi_type_words),
		      .help = "How it was made", .ref = "5"},
	[ESI_VALUE] = {"bgp.evpn.nlri.esi.value", "ESI Value", BYTES, .form = form_apart,
		       .help = "All the rest of it", .ref = "5"},
	[ESI_0] = {"bgp.evpn.nlri.esi.type0", "ESI 9 bytes value", BYTES, .form = form_apart,
		   .help = "Somebody wrote it down", .ref = "5"},
	[ESI_LACP_MAC] = {"bgp.evpn.nlri.esi.lacp_mac", "CE LACP system MAC", ETHER,
			  .help = "The customer's LACP system", .ref = "5"},
	[ESI_LACP_KEY] = {"bgp.evpn.nlri.esi.lacp_portkey", "LACP port key", U16, DEC_HEX,
			  .help = "Its LACP key", .ref = "5"},
	[ESI_BRIDGE] = {"bgp.evpn.nlri.esi.root_bridge", "ESI root bridge MAC", ETHER,
			.help = "The customer's root bridge", .ref = "5"},
	[ESI_PRIO] = {"bgp.evpn.nlri.esi.rb_prio", "ESI root bridge priority", U16, DEC_HEX,
		      .help = "Its priority", .ref = "5"},
	[ESI_MAC] = {"bgp.evpn.nlri.esi.system_mac", "ESI system MAC", ETHER, .help = "Whose it is",
		     .ref = "5"},
	[ESI_MAC_DISC] = {"bgp.evpn.nlri.esi.system_mac_discr", "ESI system mac discriminator",
			  BYTES, .form = form_apart, .help = "Which of its own", .ref = "5"},
	[ESI_RID] = {"bgp.evpn.nlri.esi.router_id", "ESI router ID", IPV4, .help = "Whose it is",
		     .ref = "5"},
	[ESI_RID_DISC] = {"bgp.evpn.nlri.esi.router_discr", "ESI router discriminator", BYTES,
			  .form = form_apart, .help = "Which of its own", .ref = "5"},
	[ESI_AS] = {"bgp.evpn.nlri.esi.asn", "ESI ASN", U32, DEC, .help = "Whose it is",
		    .ref = "5"},
	[ESI_AS_DISC] = {"bgp.evpn.nlri.esi.asn_discr", "ESI ASN discriminator", BYTES,
			 .form = form_apart, .help = "Which of its own", .ref = "5"},
	[ESI_REST] = {"bgp.evpn.nlri.esi.remaining", "Remaining bytes", BYTES, .help = "Always 0",
		      .ref = "5"},
	[ESI_RESERVED] = {"bgp.evpn.nlri.esi.reserved", "Reserved value all 0xff", BYTES,
			  .help = "No links at all, or all of them", .ref = "5"},
	[ESI_NOTE] = EXPERT("bgp.evpn.esi_type", "EVPN ESI Type is invalid", ERROR, G_MALFORMED),
	[ETAG] = {"bgp.evpn.nlri.etag", "Ethernet Tag ID", U32, DEC,
		  .help = "Which of the VPN's networks", .ref = "7"},
	[LABEL_1] = {"bgp.evpn.nlri.mpls_ls1", "MPLS Label 1", U24, DEC, AT(0, 20), BOX(24, 0),
		     .under = LOOSE, .help = "Label for frames", .ref = "7"},
	[LABEL_2] = {"bgp.evpn.nlri.mpls_ls2", "MPLS Label 2", U24, DEC, AT(0, 20), BOX(24, 0),
		     .under = LOOSE, .help = "Label for packets", .ref = "7"},
	[VNI] = {"bgp.evpn.nlri.vni", "VNI", U24, DEC, .help = "Network that VXLAN's header names",
		 .ref = "RFC 8365, 5.1.3"},
	[MAC_LEN] = {"bgp.evpn.nlri.maclen", "MAC Address Length", U8, DEC,
		     .help = "Bits of the address", .ref = "7"},
	[MAC] = {"bgp.evpn.nlri.mac_addr", "MAC Address", ETHER, .help = "A station", .ref = "7"},
	[IP_LEN] = {"bgp.evpn.nlri.iplen", "IP Address Length", U8, DEC,
		    .help = "Bits of the address", .ref = "7"},
	[IP4] = {"bgp.evpn.nlri.ip.addr", "IPv4 address", IPV4, .help = "Its address", .ref = "7"},
	[IP6] = {"bgp.evpn.nlri.ipv6.addr", "IPv6 address", IPV6, .help = "Its address",
		 .ref = "7"},
	[NO_IP] = {"text", "IP Address: NOT INCLUDED", HEADING},
	[NO_IP_NOTE] = EXPERT("bgp.evpn.no_ip", "IP Address: NOT INCLUDED", REMARK, G_PROTOCOL),
	[PREFIX_LEN] = {"bgp.evpn.nlri.prefix_len", "IP prefix length", U8, DEC,
			.help = "Bits of the prefix", .ref = "RFC 9136, 3.1"},
	[GATEWAY4] = {"bgp.evpn.nlri.ipv4.gtw_addr", "IPv4 Gateway address", IPV4,
		      .help = "Where packets are to go", .ref = "RFC 9136, 3.1"},
	[GATEWAY6] = {"bgp.evpn.nlri.ipv6.gtw_addr", "IPv6 Gateway address", IPV6,
		      .help = "Where packets are to go", .ref = "RFC 9136, 3.1"},
	[STACK] = {"bgp.update.path_attribute.mpls_label", "MPLS Label Stack", NONE,
		   .help = "Labels for packets", .ref = "RFC 9136, 3.1"},
	[STACK_LABEL] = {"bgp.update.path_attribute.mpls_label_value", "MPLS Label", U24, DEC,
			 .help = "A label with what stands behind it", .ref = "RFC 9136, 3.1"},
	[SOURCE_LEN] = {"bgp.mcast_vpn_nlri_source_length", "Multicast Source Length", U8, DEC,
			.help = "Bits of the source", .ref = "RFC 9251, 9"},
	[SOURCE4] = {"bgp.mcast_vpn_nlri_source_addr_ipv4", "Multicast Source Address", IPV4,
		     .help = "Who sends to the group", .ref = "RFC 9251, 9"},
	[SOURCE6] = {"bgp.mcast_vpn_nlri_source_addr_ipv6", "Multicast Source Address", IPV6,
		     .help = "Who sends to the group", .ref = "RFC 9251, 9"},
	[GROUP_LEN] = {"bgp.mcast_vpn_nlri_group_length", "Multicast Group Length", U8, DEC,
		       .help = "Bits of the group", .ref = "RFC 9251, 9"},
	[GROUP4] = {"bgp.mcast_vpn_nlri_group_addr_ipv4", "Multicast Group Address", IPV4,
		    .help = "The group", .ref = "RFC 9251, 9"},
	[GROUP6] = {"bgp.mcast_vpn_nlri_group_addr_ipv6", "Group Address", IPV6,
		    .help = "The group", .ref = "RFC 9251, 9"},
	[ORIGIN_LEN] = {"bgp.evpn.nlri.or_length", "Originator Router Length", U8, DEC,
			.help = "Bits of the router", .ref = "RFC 9251, 9"},
	[ORIGIN4] = {"bgp.evpn.nlri.or_addr_ipv4", "Originator Router Address IPv4", IPV4,
		     .help = "Router that tells it", .ref = "RFC 9251, 9"},
	[ORIGIN6] = {"bgp.evpn.nlri.or_addr_ipv6", "Originator Router Address IPv6", IPV6,
		     .help = "Router that tells it", .ref = "RFC 9251, 9"},
	[MC_FLAGS] = {"bgp.evpn.nlri.igmp_mc_flags", "Flags", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 9251, 9"},
	[MC_V1] = {"bgp.evpn.nlri.igmp_mc_flags.v1", "IGMP Version 1", BOOL, AT(7, 1),
		   .under = MC_FLAGS, WORDS(set_notset), .help = "Somebody speaks IGMP version 1",
		   .ref = "RFC 9251, 9"},
	[MC_V2] = {"bgp.evpn.nlri.igmp_mc_flags.v2", "IGMP Version 2", BOOL, AT(6, 1),
		   .under = MC_FLAGS, WORDS(set_notset), .help = "Somebody speaks IGMP version 2",
		   .ref = "RFC 9251, 9"},
	[MC_V3] = {"bgp.evpn.nlri.igmp_mc_flags.v3", "IGMP Version 3", BOOL, AT(5, 1),
		   .under = MC_FLAGS, WORDS(set_notset), .help = "Somebody speaks IGMP version 3",
		   .ref = "RFC 9251, 9"},
	[MC_IE] = {"bgp.evpn.nlri.igmp_mc_flags.ie", "Group Type (IE Flag)", BOOL, AT(4, 1),
		   .under = MC_FLAGS, WORDS(mc_ie_words),
		   .help = "All sources but those are wanted", .ref = "RFC 9251, 9"},
	[MC_RESERVED] = {"bgp.evpn.nlri.igmp_mc_flags.reserved", "Reserved", U8, HEX, AT(0, 4),
			 .under = MC_FLAGS, .help = "Always 0", .ref = "RFC 9251, 9"},
	[TYPE_NOTE] = EXPERT("bgp.evpn.type", "EVPN Route Type is invalid", ERROR, G_MALFORMED),
	[LEN_NOTE] = EXPERT("bgp.evpn.len", "EVPN Length is invalid", ERROR, G_MALFORMED),
	[PATH_ID] = {"bgp.nlri_path_id", "NLRI path id", U32, DEC, .help = "Which of several paths",
		     .ref = "RFC 7911, 3"},
};

#define ESI_LEN 10
#define ETAG_LEN 4

/* Encapsulations (RFC 9012, 11.1) whose labels are networks' numbers. */
static bool by_network(const struct bgp *b)
{
	return b->tunnel == 8 || b->tunnel == 9 || b->tunnel == 12;
}

static void put_label(struct walk *w, struct cursor *c, const struct bgp *b, unsigned row)
{
	if (by_network(b)) {
		put(w, c, VNI, 3);
		return;
	}
	if (!cursor_has(c, 3)) {
		cursor_fail(c, 3);
		return;
	}
	put_slice(w, *c, row, 3);
	cursor_pull(c, 3);
}

static const struct layout esi_kinds[] = {
	{0, PARTS({ESI_0, 9}), NULL},
	{1, PARTS({ESI_LACP_MAC, 6}, {ESI_LACP_KEY, 2}, {ESI_REST, 1}), NULL},
	{2, PARTS({ESI_BRIDGE, 6}, {ESI_PRIO, 2}, {ESI_REST, 1}), NULL},
	{3, PARTS({ESI_MAC, 6}, {ESI_MAC_DISC, 2}, {ESI_REST, 1}), NULL},
	{4, PARTS({ESI_RID, 4}, {ESI_RID_DISC, 4}, {ESI_REST, 1}), NULL},
	{5, PARTS({ESI_AS, 4}, {ESI_AS_DISC, 4}, {ESI_REST, 1}), NULL},
	{255, PARTS({ESI_RESERVED, 9}), NULL},
};

static void put_segment(struct walk *w, struct cursor *c, uint32_t heading)
{
	struct cursor peek = *c, value;
	unsigned type = u8(&peek);
	uint32_t group = open_group(w, c, ESI, ESI_LEN);
	bool known;

	put(w, c, ESI_TYPE, 1);
	value = *c;
	put(w, c, ESI_VALUE, ESI_LEN - 1);
	known = c->bad || put_layout_of(w, &value, type, esi_kinds, COUNT(esi_kinds));
	shut_group(w, group, NULL);
	if (known)
		return;
	w->last = heading;
	expert(w, ESI_NOTE, "Invalid EVPN ESI (%u)!", type);
}

/* An address behind its length in bits; false: of another length, so that nothing more is read. */
static bool put_ip(struct walk *w, struct cursor *c, unsigned row, unsigned v4, unsigned v6)
{
	unsigned bits = (unsigned)put(w, c, row, 1);
	uint32_t group;

	if (c->bad)
		return false;
	if (bits == 32 || bits == 128) {
		put(w, c, bits == 32 ? v4 : v6, bits / 8);
		return !c->bad;
	}
	if (bits || row != IP_LEN)
		return !bits;
	group = open_group(w, c, NO_IP, 0);
	label_whole(w, "IP Address: NOT INCLUDED");
	expert(w, NO_IP_NOTE, NULL);
	shut_group(w, group, NULL);
	return true;
}

static bool put_discovery(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	bgp_put_rd_octets(w, c, RD);
	put_segment(w, c, heading);
	put(w, c, ETAG, ETAG_LEN);
	put_label(w, c, b, LABEL_1);
	return true;
}

static bool put_station(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	bgp_put_rd_octets(w, c, RD);
	put_segment(w, c, heading);
	put(w, c, ETAG, ETAG_LEN);
	put(w, c, MAC_LEN, 1);
	if (c->bad)
		return false;
	put(w, c, MAC, 6);
	if (!put_ip(w, c, IP_LEN, IP4, IP6))
		return false;
	put_label(w, c, b, LABEL_1);
	if (c->left.wire && !c->bad)
		put_label(w, c, b, LABEL_2);
	return true;
}

static bool put_inclusive(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	(void)b;
	(void)heading;
	bgp_put_rd_octets(w, c, RD);
	put(w, c, ETAG, ETAG_LEN);
	return !c->bad && put_ip(w, c, IP_LEN, IP4, IP6);
}

static bool put_links(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	struct cursor peek = *c;

	(void)b;
	bgp_put_rd_octets(w, c, RD);
	put_segment(w, c, heading);
	cursor_pull(&peek, 8 + ESI_LEN);
	if (peek.left.wire == 5 || peek.left.wire == 17)
		return put_ip(w, c, IP_LEN, IP4, IP6);
	put(w, c, IP_LEN, 1);
	w->last = heading;
	expert(w, LEN_NOTE,
	       "Invalid length (%u) of EVPN NLRI Route Type 4 (Ethernet Segment Route)",
	       18 + peek.left.wire);
	return false;
}

static void put_stack(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned label = u24(&peek);
	uint32_t group = open_group(w, c, STACK, 3);
	const char *words = bgp_words(w, "%u%s", label >> 4, label & 1 ? " (bottom)" : "");

	label_tail(w, ": %s", words);
	put(w, c, STACK_LABEL, 3);
	label_tail(w, "%s", words);
	shut_group(w, group, NULL);
}

static bool put_prefix(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	uint32_t all = c->left.wire;

	bgp_put_rd_octets(w, c, RD);
	put_segment(w, c, heading);
	put(w, c, ETAG, ETAG_LEN);
	put(w, c, PREFIX_LEN, 1);
	if (c->bad)
		return false;
	if (all == 34) {
		put(w, c, IP4, 4);
		put(w, c, GATEWAY4, 4);
	} else if (all == 58) {
		put(w, c, IP6, 16);
		put(w, c, GATEWAY6, 16);
	} else {
		w->last = heading;
		expert(w, LEN_NOTE,
		       "Invalid length (%u) of EVPN NLRI Route Type 5 (IP Prefix Route)", all);
		return false;
	}
	if (by_network(b))
		put(w, c, VNI, 3);
	else if (!c->bad)
		put_stack(w, c);
	return true;
}

static bool put_groups(struct walk *w, struct cursor *c, uint32_t heading, bool segment)
{
	bgp_put_rd_octets(w, c, RD);
	if (segment)
		put_segment(w, c, heading);
	put(w, c, ETAG, ETAG_LEN);
	if (c->bad || !put_ip(w, c, SOURCE_LEN, SOURCE4, SOURCE6) ||
	    !put_ip(w, c, GROUP_LEN, GROUP4, GROUP6) || !put_ip(w, c, ORIGIN_LEN, ORIGIN4, ORIGIN6))
		return false;
	if (c->left.wire)
		put(w, c, MC_FLAGS, 1);
	return true;
}

static bool put_selective(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	(void)b;
	return put_groups(w, c, heading, false);
}

static bool put_synch(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t heading)
{
	(void)b;
	return put_groups(w, c, heading, true);
}

/* By type; `octets`: the length it must have (0: any), or the least that it may (`least`). */
static const struct {
	uint8_t type, octets;
	bool least;
	const char *name; /* what the note calls it */
	bool (*read)(struct walk *, struct cursor *, const struct bgp *,
		     uint32_t); /* false: nothing more is read */
} readers[] = {
	{1, 25, false, "Route Type 1 (Ethernet Auto-discovery Route)", put_discovery},
	{2, 33, true, "Route Type 2 (MAC/IP Advertisement Route)", put_station},
	{3, 0, false, NULL, put_inclusive},
	{4, 22, true, "Route Type 4 (Ethernet Segment Route)", put_links},
	{5, 26, true, "Route Type 4 (Ethernet Segment Route)", put_prefix},
	{6, 0, false, NULL, put_selective},
	{7, 0, false, NULL, put_synch},
	{8, 0, false, NULL, put_synch},
	{10, 0, false, NULL, put_selective},
};

/* False: nothing behind the route is read. */
static bool put_body(struct walk *w, struct cursor *c, const struct bgp *b, unsigned type,
		     uint32_t heading)
{
	uint32_t len = c->left.wire;

	for (unsigned i = 0; i < COUNT(readers); i++) {
		if (readers[i].type != type)
			continue;
		if (!readers[i].octets ||
		    (readers[i].least ? len >= readers[i].octets : len == readers[i].octets))
			return readers[i].read(w, c, b, heading);
		w->last = heading;
		expert(w, LEN_NOTE, "Invalid length (%u) of EVPN NLRI %s", len, readers[i].name);
	}
	return false;
}

/* One route; false: nothing behind it is read. */
static bool put_route(struct walk *w, struct cursor *c, const struct bgp *b)
{
	struct cursor peek = *c, body;
	unsigned type, above = w->last;
	uint32_t len, group;
	const char *word;
	bool goes_on;

	if (!u8(&peek)) { /* no route's type: the number of a path stands before it */
		put(w, c, PATH_ID, 4);
		peek = *c;
		u8(&peek);
	}
	peek = *c;
	type = u8(&peek);
	len = u8(&peek);
	if (peek.bad || len > peek.left.wire) {
		cursor_fail(c, UINT32_MAX);
		return false;
	}
	group = open_group(w, c, ROUTE, 2 + len);
	word = row_word(w, TYPE, type, NULL);
	label_whole(w, "EVPN NLRI: %s", word ? word : bgp_words(w, "Unknown capability %u", type));
	put(w, c, TYPE, 1);
	put(w, c, LENGTH, 1);
	body = cursor_first(*c, len);
	goes_on = put_body(w, &body, b, type, group);
	shut_group(w, group, NULL);
	if (!word) {
		w->last = above;
		expert(w, TYPE_NOTE, "Invalid EVPN Route Type (%u)", type);
		return false;
	}
	if (body.bad) {
		c->bad = body.bad;
		return false;
	}
	cursor_take(c, len - body.left.wire);
	return goes_on;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);
	uint32_t above = w->last;

	while (c->left.wire && !c->bad) {
		w->last = above;
		if (!put_route(w, c, b))
			return;
	}
}

static const struct hang hangs[] = {{"bgp.part", BGP_EVPN}, {0}};

const struct proto proto_bgp_evpn = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 7432",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
