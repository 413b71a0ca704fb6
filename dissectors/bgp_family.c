/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: routes of families whose prefixes aren't just addresses. */
/* RFC 4684 (targets), 4761 (VPLS), 5512 (encapsulation), 6037 (MDT), 9830 (policies). */
#include "shared/bgp.h"

enum {
	PART,
	WRONG,
	ROUTE,
	BITS_NOTE,
	BITS,
	REACH4,
	UNREACH4,
	REACH6,
	UNREACH6,
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
	[PART] = {"bgp.family", "BGP routes of other families", PROTO},
	[WRONG] = {"text", "What is wrong", HEADING},
	[ROUTE] = {"text", "Route", HEADING},
	[BITS_NOTE] =
		EXPERT("bgp.prefix_length.invalid", "Prefix length is invalid", ERROR, G_MALFORMED),
	[BITS] = {"bgp.prefix_length", "Prefix Length", U8, DEC,
		  .help = "Bits of the prefix, and of what stands before it", .ref = "4.3"},
	[REACH4] = {"bgp.mp_reach_nlri_ipv4_prefix", "MP Reach NLRI IPv4 prefix", IPV4,
		    .help = "A destination", .ref = "4.3"},
	[UNREACH4] = {"bgp.mp_unreach_nlri_ipv4_prefix", "MP Unreach NLRI IPv4 prefix", IPV4,
		      .help = "A destination that is gone", .ref = "4.3"},
	[REACH6] = {"bgp.mp_reach_nlri_ipv6_prefix", "MP Reach NLRI IPv6 prefix", IPV6,
		    .help = "A destination", .ref = "4.3"},
	[UNREACH6] = {"bgp.mp_unreach_nlri_ipv6_prefix", "MP Unreach NLRI IPv6 prefix", IPV6,
		      .help = "A destination that is gone", .ref = "4.3"},
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

/* The routes at hand. */
struct routes {
	struct bgp *in;  /* the message */
	const char *tag; /* how their fields' names begin */
	bool v6;
};

static unsigned prefix_row(const struct routes *r)
{
	if (r->v6)
		return r->in->place == BGP_REACH ? REACH6 : UNREACH6;
	return r->in->place == BGP_REACH ? REACH4 : UNREACH4;
}

static bool put_bad_bits(struct walk *w, const struct cursor *c, const struct routes *r,
			 const char *what, unsigned bits)
{
	bgp_wrong(w, c, 1, WRONG, BITS_NOTE, "%s %s length %u invalid", r->tag, what, bits);
	return false;
}

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
	const char *labels = bgp_take_labels(w, c, &n);

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

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	struct routes r = {b, bgp_tag(b), b->afi == BGP_IPV6};

	if (b->safi == SAFI_TUNNEL)
		put_tunnels(w, c, &r);
	else if (b->safi == SAFI_ENCAPSULATION)
		put_endpoints(w, c, &r);
	else if (b->safi == SAFI_TARGETS)
		put_targets(w, c, &r);
	else if (b->safi == SAFI_MDT)
		put_mdt(w, c, &r);
	else if (b->safi == SAFI_SR_POLICY)
		put_policies(w, c, &r);
	else
		put_l2vpn(w, c, &r);
}

static const struct hang hangs[] = {{"bgp.part", BGP_FAMILY}, {0}};

const struct proto proto_bgp_family = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 4760",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
