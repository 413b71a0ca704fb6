/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: routes of all address families, but for those with a file of their own. */
/* RFC 4271, 4.3; RFC 4760. */
#include "shared/bgp.h"

enum {
	PART,
	WRONG,
	ROUTE,
	REACH_AFI,
	REACH_SAFI,
	HOP,
	HOP_RD,
	HOP4,
	HOP6,
	HOP_LOCAL,
	N_SNPA,
	SNPA_LEN,
	SNPA,
	REACH,
	UNREACH_AFI,
	UNREACH_SAFI,
	UNREACH,
	HOP_LEN_NOTE,
	BITS_NOTE,
	AFI_NOTE,
	SAFI_NOTE,
	SCOPE_NOTE,
	RD_NOTE,
	PATH_ID,
	BITS,
	WITHDRAWN4,
	NLRI4,
	REACH4,
	UNREACH4,
	REACH6,
	UNREACH6,
	LABELS,
	RD,
	TUNNEL_ID,
	ENDPOINT4,
	ENDPOINT6,
	ORIGIN_AS,
	TARGET,
	WILDCARD,
	AD_LEN,
	AD_RD,
	AD_PE,
	CE_ID,
	BLOCK_OFFSET,
	BLOCK_SIZE,
	BLOCK_BASE,
	MDT_RD,
	MDT4,
	MDT_GROUP,
	POLICY_BITS,
	DISTINGUISHER,
	COLOR,
	POLICY4,
	POLICY6,
};

static const struct field fields[] = {
	[PART] = {"bgp.routes", "BGP routes", PROTO},
	[WRONG] = {"text", "What is wrong", HEADING},
	[ROUTE] = {"text", "Route", HEADING},
	[REACH_AFI] = {"bgp.update.path_attribute.mp_reach_nlri.afi",
		       "Address family identifier (AFI)", U16, DEC, .words = &bgp_afis,
		       .help = "Of which address family the routes are", .ref = "RFC 4760, 3"},
	[REACH_SAFI] = {"bgp.update.path_attribute.mp_reach_nlri.safi",
			"Subsequent address family identifier (SAFI)", U8, DEC, .words = &bgp_safis,
			.help = "Of which kind", .ref = "RFC 4760, 3"},
	[HOP] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop", "Next hop", BYTES,
		 .help = "Where packets are to go", .ref = "RFC 4760, 3"},
	[HOP_RD] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.rd", "Route Distinguisher",
		    STRING, .help = "Always 0", .ref = "RFC 4364, 4.3.2"},
	[HOP4] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4", "IPv4 Address", IPV4,
		  .help = "Its IPv4 address", .ref = "RFC 4760, 3"},
	[HOP6] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6", "IPv6 Address", IPV6,
		  .help = "Its IPv6 address", .ref = "RFC 4760, 3"},
	[HOP_LOCAL] = {"bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local",
		       "Link-local Address", IPV6, .help = "Its address on the link",
		       .ref = "RFC 2545, 3"},
	[N_SNPA] = {"bgp.update.path_attribute.mp_reach_nlri.nbr_snpa",
		    "Number of Subnetwork points of attachment (SNPA)", U8, DEC,
		    .help = "How many addresses of lower layers follow", .ref = "RFC 4760, 3"},
	[SNPA_LEN] = {"bgp.update.path_attribute.mp_reach_nlri.snpa_length", "SNPA Length", U8, DEC,
		      .help = "Octets of such an address", .ref = "RFC 4760, 3"},
	[SNPA] = {"bgp.update.path_attribute.mp_reach_nlri.snpa", "SNPA", BYTES,
		  .help = "Such an address", .ref = "RFC 4760, 3"},
	[REACH] = {"bgp.update.path_attribute.mp_reach_nlri",
		   "Network Layer Reachability Information (NLRI)", NONE,
		   .help = "Routes that have the attributes", .ref = "RFC 4760, 3"},
	[UNREACH_AFI] = {"bgp.update.path_attribute.mp_unreach_nlri.afi",
			 "Address family identifier (AFI)", U16, DEC, .words = &bgp_afis,
			 .help = "Of which address family the routes are", .ref = "RFC 4760, 4"},
	[UNREACH_SAFI] = {"bgp.update.path_attribute.mp_unreach_nlri.safi",
			  "Subsequent address family identifier (SAFI)", U8, DEC,
			  .words = &bgp_safis, .help = "Of which kind", .ref = "RFC 4760, 4"},
	[UNREACH] = {"bgp.update.path_attribute.mp_unreach_nlri", "Withdrawn Routes", NONE,
		     .help = "Routes that are gone", .ref = "RFC 4760, 4"},
	[HOP_LEN_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[BITS_NOTE] =
		EXPERT("bgp.prefix_length.invalid", "Prefix length is invalid", ERROR, G_MALFORMED),
	[AFI_NOTE] = EXPERT("bgp.unknown_afi", "Unknown Address Family", ERROR, G_PROTOCOL),
	[SAFI_NOTE] = EXPERT("bgp.unknown_safi", "Unknown SAFI", ERROR, G_PROTOCOL),
	[SCOPE_NOTE] = EXPERT("bgp.next_hop.ipv6.scope", "Invalid IPv6 address scope", WARNING,
			      G_PROTOCOL),
	[RD_NOTE] = EXPERT("bgp.next_hop.rd.nonzero",
			   "Route Distinguisher in Next Hop Network Address nonzero", WARNING,
			   G_PROTOCOL),
	[PATH_ID] = {"bgp.nlri_path_id", "NLRI path id", U32, DEC, .help = "Which of several paths",
		     .ref = "RFC 7911, 3"},
	[BITS] = {"bgp.prefix_length", "Prefix Length", U8, DEC,
		  .help = "Bits of the prefix, and of what stands before it", .ref = "4.3"},
	[WITHDRAWN4] = {"bgp.withdrawn_prefix", "Withdrawn prefix", IPV4,
			.help = "A destination that is gone", .ref = "4.3"},
	[NLRI4] = {"bgp.nlri_prefix", "NLRI prefix", IPV4, .help = "A destination", .ref = "4.3"},
	[REACH4] = {"bgp.mp_reach_nlri_ipv4_prefix", "MP Reach NLRI IPv4 prefix", IPV4,
		    .help = "A destination", .ref = "4.3"},
	[UNREACH4] = {"bgp.mp_unreach_nlri_ipv4_prefix", "MP Unreach NLRI IPv4 prefix", IPV4,
		      .help = "A destination that is gone", .ref = "4.3"},
	[REACH6] = {"bgp.mp_reach_nlri_ipv6_prefix", "MP Reach NLRI IPv6 prefix", IPV6,
		    .help = "A destination", .ref = "4.3"},
	[UNREACH6] = {"bgp.mp_unreach_nlri_ipv6_prefix", "MP Unreach NLRI IPv6 prefix", IPV6,
		      .help = "A destination that is gone", .ref = "4.3"},
	[LABELS] = {"bgp.label_stack", "Label Stack", STRING,
		    .help = "Labels that packets are to bear", .ref = "RFC 8277, 2"},
	[RD] = {"bgp.rd", "Route Distinguisher", STRING,
		.help = "Makes addresses of different networks differ", .ref = "RFC 4364, 4.2"},
	[TUNNEL_ID] = {"bgp.mp_nlri_tnl_id", "MP Reach NLRI Tunnel Identifier", U16, HEX,
		       .help = "Which tunnel", .ref = "draft-nalawade-kapoor-tunnel-safi"},
	[ENDPOINT4] = {"bgp.endpoint_address", "Endpoint Address", IPV4,
		       .help = "Where tunnels end", .ref = "RFC 5512, 5"},
	[ENDPOINT6] = {"bgp.endpoint_address_ipv6", "Endpoint Address", IPV6,
		       .help = "Where tunnels end", .ref = "RFC 5512, 5"},
	[ORIGIN_AS] = {"bgp.originating_as", "Originating AS", U32, DEC,
		       .help = "Who wants routes with the target", .ref = "RFC 4684, 4"},
	[TARGET] = {"bgp.community_prefix", "Community Prefix", STRING, .help = "Which target",
		    .ref = "RFC 4684, 4"},
	[WILDCARD] = {"bgp.wildcard_route_target", "Wildcard route target", STRING,
		      .help = "All targets", .ref = "RFC 4684, 4"},
	[AD_LEN] = {"bgp.vplsad.length", "Length", U16, DEC, .help = "Octets of the route",
		    .ref = "RFC 4761, 3.2.2"},
	[AD_RD] = {"bgp.vplsad.rd", "RD", STRING,
		   .help = "Makes routes of different networks differ", .ref = "RFC 4761, 3.2.2"},
	[AD_PE] = {"bgp.ad.pe_addr", "PE Addr", IPV4, .help = "The router at the provider's edge",
		   .ref = "RFC 6074, 3.2.2.1"},
	[CE_ID] = {"bgp.vplsbgp.ce_id", "CE-ID", U16, DEC, .help = "Which customer's site",
		   .ref = "RFC 4761, 3.2.2"},
	[BLOCK_OFFSET] = {"bgp.vplsbgp.labelblock.offset", "Label Block Offset", U16, DEC,
			  .help = "The first site that the labels are for",
			  .ref = "RFC 4761, 3.2.2"},
	[BLOCK_SIZE] = {"bgp.vplsbgp.labelblock.size", "Label Block Size", U16, DEC,
			.help = "How many labels", .ref = "RFC 4761, 3.2.2"},
	[BLOCK_BASE] = {"bgp.vplsbgp.labelblock.base", "Label Block Base", STRING,
			.help = "The first of them", .ref = "RFC 4761, 3.2.2"},
	[MDT_RD] = {"bgp.mdt_safi_rd", "Route Distinguisher", BYTES,
		    .help = "Makes routes of different networks differ", .ref = "RFC 6037, 5"},
	[MDT4] = {"bgp.mdt_safi_ipv4_addr", "IPv4 Address", IPV4, .help = "Who sends to the group",
		  .ref = "RFC 6037, 5"},
	[MDT_GROUP] = {"bgp.mdt_safi_group_addr", "Group Address", IPV4, .help = "The group",
		       .ref = "RFC 6037, 5"},
	[POLICY_BITS] = {"bgp.sr_policy_nlri_length", "NLRI length", U8, DEC,
			 .help = "Bits that follow", .ref = "RFC 9830, 2.1"},
	[DISTINGUISHER] = {"bgp.sr_policy_nlri_distinguisher", "Distinguisher", BYTES,
			   .help = "Makes policies of one color differ", .ref = "RFC 9830, 2.1"},
	[COLOR] = {"bgp.sr_policy_nlri_policy_color", "Policy color", BYTES,
		   .help = "What the policy is for", .ref = "RFC 9830, 2.1"},
	[POLICY4] = {"bgp.sr_policy_nlri_endpoint_ipv4", "Endpoint", IPV4,
		     .help = "Where it leads to", .ref = "RFC 9830, 2.1"},
	[POLICY6] = {"bgp.sr_policy_nlri_endpoint_ipv6", "Endpoint", IPV6,
		     .help = "Where it leads to", .ref = "RFC 9830, 2.1"},
};

#define RD_LEN 8
#define LABEL_BITS 24
#define MAX_LABELS 32
#define LABEL_VPN_HEAD 64

enum {
	UNICAST = 1,
	MULTICAST,
	UNICAST_MULTICAST,
	LABELED,
	MCAST_VPN,
	ENCAPSULATION = 7,
	TUNNEL = 64,
	VPLS,
	MDT,
	EVPN = 70,
	LINK_STATE,
	LINK_STATE_VPN,
	SR_POLICY,
	VPN_UNICAST = 128,
	VPN_MULTICAST,
	VPN_BOTH,
	TARGETS = 132,
	FLOW_SPEC,
	FLOW_SPEC_VPN
};

/* The routes at hand. */
struct routes {
	struct bgp *in;  /* the message */
	struct layer *l; /* the layer of this part */
	const char *tag; /* how their fields' names begin */
	bool v6;
};

static bool gone(const struct routes *r)
{
	return r->in->place == BGP_UNREACH;
}

static unsigned prefix_row(const struct routes *r)
{
	static const unsigned rows[2][4] = {{[BGP_WITHDRAWN] = WITHDRAWN4,
					     [BGP_NLRI] = NLRI4,
					     [BGP_REACH] = REACH4,
					     [BGP_UNREACH] = UNREACH4},
					    {[BGP_WITHDRAWN] = WITHDRAWN4,
					     [BGP_NLRI] = NLRI4,
					     [BGP_REACH] = REACH6,
					     [BGP_UNREACH] = UNREACH6}};

	return rows[r->v6][r->in->place];
}

/* --- prefixes --- */

/*
 * Whether the bytes are prefixes of at most `most` bits, with a path's number before each
 * when `paths` is set, and no bits behind a prefix's end.
 */
static bool are_prefixes(struct cursor *c, unsigned most, bool paths)
{
	uint32_t all = c->left.wire;

	while (paths ? c->left.wire > 4 : c->left.wire) {
		uint32_t path = paths ? u32(c) : 0;
		unsigned bits = u8(c);
		uint32_t len = (bits + 7) / 8;
		struct span s;

		(void)path;
		if (c->bad || bits > most || len > c->left.wire || (!paths && !bits && all > 1))
			return false;
		s = cursor_take(c, len);
		if (bits % 8 && span_bits(s, len * 8 - (8 - bits % 8), 8 - bits % 8, false))
			return false;
	}
	return true;
}

/* Nothing else tells whether routes bear numbers of paths; a look too far is the cursor's trouble.
 */
static bool have_paths(struct cursor *c, unsigned most)
{
	struct cursor with = *c, without = *c;
	bool fit = are_prefixes(&with, most, true);

	if (fit)
		fit = !are_prefixes(&without, most, false);
	if (with.bad || without.bad)
		cursor_fail(c, UINT32_MAX);
	return fit;
}

static bool put_bad_bits(struct walk *w, const struct cursor *c, const struct routes *r,
			 const char *what, unsigned bits)
{
	bgp_wrong(w, c, 1, WRONG, BITS_NOTE, "%s %s length %u invalid", r->tag, what, bits);
	return false;
}

static void put_bits(struct walk *w, struct cursor *c, const char *tag, const char *name)
{
	put(w, c, BITS, 1);
	label_name(w, "%s %s", tag, name);
}

/* A prefix; gives false when it can't be one, and nothing behind it is read. */
static bool put_prefix(struct walk *w, struct cursor *c, const struct routes *r, bool path)
{
	struct cursor peek = *c;
	unsigned id = path ? u32(&peek) : 0, bits = u8(&peek);
	struct bgp_prefix p;
	uint32_t group;

	if (!peek.bad && bits > (r->v6 ? 128 : 32)) {
		bgp_wrong(w, c, 1, WRONG, HOP_LEN_NOTE, "%s length %u invalid (> %u)",
			  r->in->place == BGP_WITHDRAWN ? "Withdrawn route" : r->tag, bits,
			  r->v6 ? 128 : 32);
		return false;
	}
	if (peek.bad || !bgp_take_prefix(&peek, &p, bits, r->v6)) {
		*c = peek;
		return false;
	}
	group = open_group(w, c, ROUTE, p.at + p.len - c->at);
	label_whole(w, "%s/%u", bgp_prefix_words(w, &p), bits);
	if (path) {
		label_tail(w, " PathId %u ", id);
		put(w, c, PATH_ID, 4);
	}
	if (path && !r->v6)
		put(w, c, BITS, 1);
	else
		put_bits(w, c, r->tag, "prefix length");
	bgp_put_prefix(w, &p, prefix_row(r));
	shut_group(w, group, NULL);
	*c = peek;
	return true;
}

static void put_prefixes(struct walk *w, struct cursor *c, const struct routes *r)
{
	bool paths = have_paths(c, r->v6 ? 128 : 32);

	while (c->left.wire && !c->bad && put_prefix(w, c, r, paths))
		continue;
}

/* --- labels before prefixes --- */

/* Reads labels to the bottom of their stack; gives them in words and how many they are. */
static const char *take_labels(struct walk *w, struct cursor *c, unsigned *n)
{
	const char *words = "";
	unsigned label = 0;

	for (*n = 0; *n < MAX_LABELS && !c->bad && !(label & 1); ++*n) {
		label = u24(c);
		if (!label || label == 0x800000) {
			++*n;
			return bgp_words(w, "%s%s0 (withdrawn)", words, *n > 1 ? "," : "");
		}
		words = bgp_words(w, "%s%s%u%s", words, *n ? "," : "", label >> 4,
				  label & 1 ? " (bottom)" : "");
	}
	return words;
}

static bool put_labeled(struct walk *w, struct cursor *c, const struct routes *r, bool path)
{
	struct cursor peek = *c;
	unsigned id = path ? u32(&peek) : 0, bits = u8(&peek), n;
	uint32_t at = peek.at, len, group;
	const char *labels = take_labels(w, &peek, &n);
	struct bgp_prefix p;

	if (!peek.bad && (bits <= n * LABEL_BITS || bits - n * LABEL_BITS > (r->v6 ? 128u : 32u)))
		return put_bad_bits(w, c, r, r->v6 ? "Labeled IPv6 prefix" : "Labeled IPv4 prefix",
				    bits);
	len = peek.at - at;
	if (peek.bad || !bgp_take_prefix(&peek, &p, bits - n * LABEL_BITS, r->v6)) {
		*c = peek;
		return false;
	}
	group = open_group(w, c, ROUTE, p.at + p.len - c->at);
	label_whole(w, "Label Stack=%s%s=%s/%u", labels, r->v6 ? ", IPv6" : " IPv4",
		    bgp_prefix_words(w, &p), p.bits);
	if (path) {
		label_tail(w, r->v6 ? " PathId %u" : " PathID %u", id);
		put(w, c, PATH_ID, 4);
	}
	put_bits(w, c, r->tag, "Prefix length");
	put_string(w, LABELS, at, len, labels);
	label_name(w, "%s Label Stack", r->tag);
	bgp_put_prefix(w, &p, prefix_row(r));
	shut_group(w, group, NULL);
	*c = peek;
	return true;
}

static void put_all_labeled(struct walk *w, struct cursor *c, const struct routes *r)
{
	bool paths = have_paths(c, 255);

	while (c->left.wire && !c->bad && put_labeled(w, c, r, paths))
		continue;
}

static bool put_vpn(struct walk *w, struct cursor *c, const struct routes *r)
{
	struct cursor peek = *c, rd;
	unsigned bits = u8(&peek), n, head;
	uint32_t at = peek.at, group;
	const char *labels = take_labels(w, &peek, &n);
	struct bgp_prefix p;

	head = n * LABEL_BITS + LABEL_VPN_HEAD;
	if (!peek.bad && (bits < head || bits - head > (r->v6 ? 128u : 32u)))
		return put_bad_bits(w, c, r,
				    r->v6 ? "Labeled VPN IPv6 prefix" : "Labeled VPN IPv4 prefix",
				    bits);
	rd = peek;
	cursor_pull(&peek, RD_LEN);
	if (peek.bad || !bgp_take_prefix(&peek, &p, bits - head, r->v6)) {
		*c = peek;
		return false;
	}
	group = open_group(w, c, ROUTE, p.at + p.len - c->at);
	if (r->v6) {
		label_whole(w, "Label Stack=%s RD=%s, IPv6=%s/%u", labels, bgp_rd_words(w, rd),
			    bgp_prefix_words(w, &p), p.bits);
	} else {
		label_whole(w, "BGP Prefix");
		put(w, c, BITS, 1);
		put_string(w, LABELS, at, n * 3, labels);
		put_string(w, RD, rd.at, RD_LEN, bgp_rd_words(w, rd));
		bgp_put_prefix(w, &p, prefix_row(r));
	}
	shut_group(w, group, NULL);
	*c = peek;
	return true;
}

static void put_vpns(struct walk *w, struct cursor *c, const struct routes *r)
{
	while (c->left.wire && !c->bad && put_vpn(w, c, r))
		continue;
}

/* --- other families --- */

static void put_tunnels(struct walk *w, struct cursor *c, const struct routes *r)
{
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned bits = u8(&peek), id = u16(&peek);
		struct bgp_prefix p;
		uint32_t group;

		if (!peek.bad && (bits <= 16 || bits - 16 > (r->v6 ? 128 : 32))) {
			put_bad_bits(w, c, r, r->v6 ? "Tunnel IPv6 prefix" : "Tunnel IPv4 prefix",
				     bits);
			return;
		}
		if (peek.bad || !bgp_take_prefix(&peek, &p, bits - 16, r->v6)) {
			*c = peek;
			return;
		}
		group = open_group(w, c, ROUTE, 3 + p.len);
		label_whole(w, "Tunnel Identifier=0x%x %s=%s/%u", id, r->v6 ? "IPv6" : "IPv4",
			    bgp_prefix_words(w, &p), p.bits);
		put(w, c, BITS, 1);
		put(w, c, TUNNEL_ID, 2);
		bgp_put_prefix(w, &p, prefix_row(r));
		shut_group(w, group, NULL);
		*c = peek;
	}
}

static void put_endpoints(struct walk *w, struct cursor *c, const struct routes *r)
{
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned bits = u8(&peek);

		if (bits != (r->v6 ? 128 : 32)) {
			put_bad_bits(w, c, r, r->v6 ? "IPv6 address" : "IPv4 address", bits);
			return;
		}
		*c = peek;
		put(w, c, r->v6 ? ENDPOINT6 : ENDPOINT4, bits / 8);
	}
}

/* What a route's target is, read from the octets behind the system, whether or not they are its
 * own. */
static const char *target_words(struct walk *w, struct cursor *c)
{
	unsigned type = u8(c);
	uint32_t a, b;

	if (type > 2)
		return "Invalid RT type";
	u8(c);
	a = type ? u32(c) : u16(c);
	b = type ? u16(c) : u32(c);
	if (type == 1)
		return bgp_words(w, "%u.%u.%u.%u:%u", a >> 24, a >> 16 & 255, a >> 8 & 255, a & 255,
				 b);
	return bgp_words(w, "%u:%u", type ? UINT32_MAX : a, b); /* as Wireshark shows it */
}

static bool put_target(struct walk *w, struct cursor *c, const struct routes *r)
{
	struct cursor peek = *c;
	unsigned bits = u8(&peek), as;
	uint32_t group;
	const char *words;

	if (!bits) {
		put_string(w, WILDCARD, c->at, 1, r->tag);
		*c = peek;
		return true;
	}
	if (bits < 32 || bits > 96)
		return put_bad_bits(w, c, r, "Route target", bits);
	as = u32(&peek);
	words = target_words(w, &peek);
	if (peek.bad) {
		*c = peek;
		return false;
	}
	group = open_group(w, c, ROUTE, 1 + bits / 8);
	label_whole(w, "%s %u:%s/%u", r->tag, as, words, bits);
	put(w, c, BITS, 1);
	put(w, c, ORIGIN_AS, 4);
	put_string(w, TARGET, c->at, bits / 8 - 4, words);
	shut_group(w, group, NULL);
	cursor_take(c, bits / 8 - 4);
	return true;
}

static void put_targets(struct walk *w, struct cursor *c, const struct routes *r)
{
	while (c->left.wire && !c->bad && put_target(w, c, r))
		continue;
}

static void put_base(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned n;
	const char *labels = take_labels(w, c, &n);

	if (!c->bad)
		put_string(w, BLOCK_BASE, at, c->at - at, labels);
}

/* Blocks of labels, or (of twelve octets) nothing but who is there. */
static void put_l2vpn(struct walk *w, struct cursor *c, const struct routes *r)
{
	static const struct part block[] = {{CE_ID, 2}, {BLOCK_OFFSET, 2}, {BLOCK_SIZE, 2}, {0}};

	(void)r;
	while (c->left.wire && !c->bad) {
		uint32_t len = (uint32_t)put(w, c, AD_LEN, 2);
		struct cursor body = *c;

		bgp_put_rd(w, &body, AD_RD);
		if (len == 12 && !body.bad)
			put(w, &body, AD_PE, 4);
		else if (!body.bad)
			put_rows(w, &body, block);
		if (len != 12 && !body.bad)
			put_base(w, &body);
		if (body.bad)
			*c = body;
		else
			cursor_take(c, len);
	}
}

static void put_mdt(struct walk *w, struct cursor *c, const struct routes *r)
{
	(void)r;
	while (c->left.wire && !c->bad) {
		if (u8(c) != 128)
			return;
		bgp_put_rd(w, c, MDT_RD);
		put(w, c, MDT4, 4);
		put(w, c, MDT_GROUP, 4);
	}
}

static void put_policies(struct walk *w, struct cursor *c, const struct routes *r)
{
	static const struct part head[] = {{POLICY_BITS, 1}, {DISTINGUISHER, 4}, {COLOR, 4}, {0}};

	while (c->left.wire && !c->bad) {
		put_rows(w, c, head);
		if (c->bad)
			return;
		if (r->v6)
			put(w, c, POLICY6, 16);
		else
			put(w, c, POLICY4, 4);
	}
}

/* Routes with a file of their own. */
static void put_part(struct walk *w, struct cursor *c, const struct routes *r)
{
	unsigned safi = r->in->safi;

	*c = walk_part(w,
		       also_by(r->l, 0,
			       safi == MCAST_VPN                            ? BGP_MVPN
			       : safi == EVPN                               ? BGP_EVPN
			       : safi == FLOW_SPEC || safi == FLOW_SPEC_VPN ? BGP_FLOW
									    : BGP_LS_ROUTES),
		       *c);
}

#define EITHER 0 /* IPv4 and IPv6 alike */

static const struct {
	uint16_t afi;
	uint8_t first, last; /* kinds of routes */
	void (*read)(struct walk *, struct cursor *, const struct routes *);
} readers[] = {
	{EITHER, UNICAST, UNICAST_MULTICAST, put_prefixes},
	{EITHER, LABELED, LABELED, put_all_labeled},
	{EITHER, MCAST_VPN, MCAST_VPN, put_part},
	{EITHER, ENCAPSULATION, ENCAPSULATION, put_endpoints},
	{EITHER, TUNNEL, TUNNEL, put_tunnels},
	{BGP_IPV4, MDT, MDT, put_mdt},
	{EITHER, SR_POLICY, SR_POLICY, put_policies},
	{EITHER, VPN_UNICAST, VPN_BOTH, put_vpns},
	{BGP_IPV4, TARGETS, TARGETS, put_targets},
	{EITHER, FLOW_SPEC, FLOW_SPEC_VPN, put_part},
	{BGP_L2VPN, VPLS, VPLS, put_l2vpn},
	{BGP_L2VPN, VPN_UNICAST, VPN_BOTH, put_l2vpn},
	{BGP_L2VPN, EVPN, EVPN, put_part},
	{BGP_L2VPN_OLD, VPLS, VPLS, put_l2vpn},
	{BGP_L2VPN_OLD, VPN_UNICAST, VPN_BOTH, put_l2vpn},
	{BGP_LS_AFI, LINK_STATE, LINK_STATE_VPN, put_part},
	{BGP_LS_AFI, VPN_UNICAST, VPN_UNICAST, put_part},
};

static bool ip(unsigned afi)
{
	return afi == BGP_IPV4 || afi == BGP_IPV6;
}

static bool known_afi(unsigned afi, bool withdrawn)
{
	return ip(afi) || afi == BGP_L2VPN || afi == BGP_LS_AFI ||
	       (afi == BGP_L2VPN_OLD && withdrawn);
}

static void put_unknown(struct walk *w, struct cursor *c, const struct routes *r)
{
	unsigned afi = r->in->afi;

	if (known_afi(afi, gone(r)))
		bgp_wrong(w, c, c->left.wire, WRONG, SAFI_NOTE, "Unknown SAFI (%u) for AFI %u",
			  r->in->safi, afi);
	else if (gone(r))
		bgp_wrong(w, c, c->left.wire, WRONG, AFI_NOTE, "Unknown AFI (%u) value", afi);
	else
		bgp_wrong(w, c, c->left.wire, WRONG, AFI_NOTE, "Unknown Address Family");
}

static void put_routes(struct walk *w, struct layer *l, struct cursor *c)
{
	static const char *const tags[] = {"Withdrawn route", "NLRI", "MP Reach NLRI",
					   "MP Unreach NLRI"};
	struct bgp *b = bgp_of(l);
	struct routes r = {b, l, tags[b->place], b->afi == BGP_IPV6};

	if (!known_afi(b->afi, gone(&r))) {
		put_unknown(w, c, &r);
		return;
	}
	for (unsigned i = 0; i < COUNT(readers); i++) {
		if ((readers[i].afi == EITHER ? !ip(b->afi) : readers[i].afi != b->afi) ||
		    b->safi < readers[i].first || b->safi > readers[i].last)
			continue;
		readers[i].read(w, c, &r);
		return;
	}
	put_unknown(w, c, &r);
}

/* --- next hops --- */

/* Whether next hops of the family are addresses, or (2) stand behind route distinguishers; 0:
 * neither is known. */
static unsigned hop_form(unsigned afi, unsigned safi)
{
	if (afi == BGP_L2VPN || afi == BGP_L2VPN_OLD)
		return safi == VPLS || safi == EVPN || (safi >= VPN_UNICAST && safi <= VPN_BOTH);
	if (afi == BGP_LS_AFI)
		return safi == LINK_STATE || safi == LINK_STATE_VPN;
	if (safi >= VPN_UNICAST && safi <= VPN_BOTH)
		return 2;
	return (safi >= UNICAST && safi <= MCAST_VPN) || safi == ENCAPSULATION || safi == TUNNEL ||
	       safi == TARGETS || safi == EVPN;
}

static const char *put_hop_address(struct walk *w, struct cursor *c, unsigned row, uint32_t n,
				   bool rd)
{
	struct cursor peek = *c;
	const char *words, *before = NULL;

	if (rd) {
		before = bgp_rd_words(w, *c);
		bgp_put_rd(w, c, HOP_RD);
		if (before && cursor_be(&peek, 8))
			expert(w, RD_NOTE, NULL);
	}
	words = c->left.cap >= n ? address_words(w, n == 4 ? IPV4 : IPV6, c->left.p) : "";
	if (!c->bad)
		put(w, c, row, n);
	return before ? bgp_words(w, " RD=%s %s=%s", before,
				  row == HOP4   ? "IPv4"
				  : row == HOP6 ? "IPv6"
						: "Link-local",
				  words)
		      : words;
}

/* Two addresses, the second one on the link. */
static void put_two_hops(struct walk *w, struct cursor *c, bool rd)
{
	struct cursor local = *c;
	uint32_t group = w->last;
	const char *one = put_hop_address(w, c, HOP6, 16, rd),
		   *two = put_hop_address(w, c, HOP_LOCAL, 16, rd);

	cursor_take(&local, rd ? 32 : 16);
	if (u16(&local) >> 6 != 0xfe80 >> 6 && !rd)
		expert(w, SCOPE_NOTE, "Invalid IPv6 address scope; should be link-local");
	if (rd)
		label_tail_of(w, group, ": %s%s", one, two);
	else
		label_tail_of(w, group, ": IPv6=%s Link-local=%s", one, two);
}

static void put_strange_hop(struct walk *w, struct cursor *c, const struct bgp *b, uint32_t len,
			    bool known)
{
	uint32_t group = w->last;
	struct text t = {0};

	if (len)
		text_put(&t, ": ");
	text_hex_bytes(&t, c->left.p, len < c->left.cap ? len : c->left.cap, 0);
	label_tail_of(w, group, "%s", text_string(&t));
	text_close(&t);
	if (b->afi == BGP_L2VPN_OLD || !known_afi(b->afi, false))
		expert(w, AFI_NOTE, NULL);
	else if (ip(b->afi) && (b->safi == FLOW_SPEC || b->safi == FLOW_SPEC_VPN))
		expert(w, HOP_LEN_NOTE, "The length (%u) of Next Hop (FlowSpec) is not zero", len);
	else if (!known)
		expert(w, SAFI_NOTE, "Unknown SAFI (%u) for AFI %u", b->safi, b->afi);
	w->last = group;
	expert(w, HOP_LEN_NOTE, "Unknown Next Hop length (%u byte%s)", len, plural(len));
}

static void put_hop(struct walk *w, struct cursor *c, const struct bgp *b)
{
	struct cursor peek = *c;
	uint32_t len = u8(&peek), group = open_group(w, c, HOP, 1 + len);
	unsigned form = known_afi(b->afi, true) ? hop_form(b->afi, b->safi) : 0;
	bool rd = form == 2;
	uint32_t octets = !rd ? len : len > RD_LEN ? len - RD_LEN : 0;

	label_whole(w, "Next hop");
	*c = peek;
	if (form && octets == 4 && b->afi != BGP_IPV6) {
		label_tail_of(w, group, ": %s", put_hop_address(w, c, HOP4, 4, rd));
	} else if (form && octets == 16) {
		label_tail_of(w, group, ": %s", put_hop_address(w, c, HOP6, 16, rd));
	} else if (form && len == (rd ? 48 : 32)) {
		put_two_hops(w, c, rd);
	} else if (!len && ip(b->afi) && (b->safi == FLOW_SPEC || b->safi == FLOW_SPEC_VPN)) {
		label_tail_of(w, group, ": ");
	} else {
		put_strange_hop(w, c, b, len, form);
		cursor_take(c, len);
	}
	shut_group(w, group, NULL);
}

static void put_reach(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	unsigned n;
	uint32_t group;

	b->place = BGP_REACH;
	b->afi = (unsigned)put(w, c, REACH_AFI, 2);
	b->safi = c->bad ? 0 : (unsigned)put(w, c, REACH_SAFI, 1);
	if (!c->bad)
		put_hop(w, c, b);
	if (c->bad)
		return;
	group = open_group(w, c, N_SNPA, 1);
	for (n = u8(c); n && !c->bad; n--) {
		uint32_t len = (uint32_t)put(w, c, SNPA_LEN, 1);

		if (c->bad)
			break;
		put(w, c, SNPA, len);
		if (!len)
			label_value(w, "<MISSING>");
	}
	shut_group(w, group, NULL);
	if (c->bad)
		return;
	group = open_group(w, c, REACH, c->left.wire);
	if (c->left.wire)
		put_routes(w, l, c);
	shut_group(w, group, NULL);
}

static void put_unreach(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	uint32_t group;

	b->place = BGP_UNREACH;
	b->afi = (unsigned)put(w, c, UNREACH_AFI, 2);
	b->safi = c->bad ? 0 : (unsigned)put(w, c, UNREACH_SAFI, 1);
	if (c->bad)
		return;
	group = open_group(w, c, UNREACH, c->left.wire);
	if (c->left.wire)
		put_routes(w, l, c);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);

	if (b->attribute == 14)
		put_reach(w, l, c);
	else if (b->attribute == 15)
		put_unreach(w, l, c);
	else
		put_routes(w, l, c);
}

static const struct hang hangs[] = {{"bgp.part", BGP_ROUTES}, {0}};

const struct proto proto_bgp_routes = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 4271",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"bgp.part"}},
	.hangs = hangs,
	.rest = rest,
};
