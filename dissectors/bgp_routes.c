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
};

#define RD_LEN 8
#define LABEL_BITS 24
#define MAX_LABELS 32
#define LABEL_VPN_HEAD 64

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

static bool put_labeled(struct walk *w, struct cursor *c, const struct routes *r, bool path)
{
	struct cursor peek = *c;
	unsigned id = path ? u32(&peek) : 0, bits = u8(&peek), n;
	uint32_t at = peek.at, len, group;
	const char *labels = bgp_take_labels(w, &peek, &n);
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
	const char *labels = bgp_take_labels(w, &peek, &n);
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

/* Which part reads routes of that kind. */
static unsigned part_of(unsigned safi)
{
	switch (safi) {
	case SAFI_MCAST_VPN:
		return BGP_MVPN;
	case SAFI_EVPN:
		return BGP_EVPN;
	case SAFI_FLOW_SPEC:
	case SAFI_FLOW_SPEC_VPN:
		return BGP_FLOW;
	case SAFI_LINK_STATE:
	case SAFI_LINK_STATE_VPN:
		return BGP_LS_ROUTES;
	default:
		return BGP_FAMILY;
	}
}

/* Routes with a file of their own. */
static void put_part(struct walk *w, struct cursor *c, const struct routes *r)
{
	*c = walk_part(w, also_by(r->l, 0, part_of(r->in->safi)), *c);
}

/* Its VPN shares a number with other families' VPNs. */
static void put_link_state(struct walk *w, struct cursor *c, const struct routes *r)
{
	*c = walk_part(w, also_by(r->l, 0, BGP_LS_ROUTES), *c);
}

#define EITHER 0 /* IPv4 and IPv6 alike */

static const struct {
	uint16_t afi;
	uint8_t first, last; /* kinds of routes */
	void (*read)(struct walk *, struct cursor *, const struct routes *);
} readers[] = {
	{EITHER, SAFI_UNICAST, SAFI_UNICAST_MULTICAST, put_prefixes},
	{EITHER, SAFI_LABELED, SAFI_LABELED, put_all_labeled},
	{EITHER, SAFI_MCAST_VPN, SAFI_MCAST_VPN, put_part},
	{EITHER, SAFI_ENCAPSULATION, SAFI_ENCAPSULATION, put_part},
	{EITHER, SAFI_TUNNEL, SAFI_TUNNEL, put_part},
	{BGP_IPV4, SAFI_MDT, SAFI_MDT, put_part},
	{EITHER, SAFI_SR_POLICY, SAFI_SR_POLICY, put_part},
	{EITHER, SAFI_VPN_UNICAST, SAFI_VPN_BOTH, put_vpns},
	{BGP_IPV4, SAFI_TARGETS, SAFI_TARGETS, put_part},
	{EITHER, SAFI_FLOW_SPEC, SAFI_FLOW_SPEC_VPN, put_part},
	{BGP_L2VPN, SAFI_VPLS, SAFI_VPLS, put_part},
	{BGP_L2VPN, SAFI_VPN_UNICAST, SAFI_VPN_BOTH, put_part},
	{BGP_L2VPN, SAFI_EVPN, SAFI_EVPN, put_part},
	{BGP_L2VPN_OLD, SAFI_VPLS, SAFI_VPLS, put_part},
	{BGP_L2VPN_OLD, SAFI_VPN_UNICAST, SAFI_VPN_BOTH, put_part},
	{BGP_LS_AFI, SAFI_LINK_STATE, SAFI_LINK_STATE_VPN, put_part},
	{BGP_LS_AFI, SAFI_VPN_UNICAST, SAFI_VPN_UNICAST, put_link_state},
};

static void put_unknown(struct walk *w, struct cursor *c, const struct routes *r)
{
	unsigned afi = r->in->afi;

	if (bgp_known_afi(afi, gone(r)))
		bgp_wrong(w, c, c->left.wire, WRONG, SAFI_NOTE, "Unknown SAFI (%u) for AFI %u",
			  r->in->safi, afi);
	else if (gone(r))
		bgp_wrong(w, c, c->left.wire, WRONG, AFI_NOTE, "Unknown AFI (%u) value", afi);
	else
		bgp_wrong(w, c, c->left.wire, WRONG, AFI_NOTE, "Unknown Address Family");
}

static void put_routes(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	struct routes r = {b, l, bgp_tag(b), b->afi == BGP_IPV6};

	if (!bgp_known_afi(b->afi, gone(&r))) {
		put_unknown(w, c, &r);
		return;
	}
	for (unsigned i = 0; i < COUNT(readers); i++) {
		if ((readers[i].afi == EITHER ? !bgp_is_ip(b->afi) : readers[i].afi != b->afi) ||
		    b->safi < readers[i].first || b->safi > readers[i].last)
			continue;
		readers[i].read(w, c, &r);
		return;
	}
	put_unknown(w, c, &r);
}

/* --- next hops --- */

static void put_reach(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	unsigned n;
	uint32_t group;

	b->place = BGP_REACH;
	b->afi = (unsigned)put(w, c, REACH_AFI, 2);
	b->safi = c->bad ? 0 : (unsigned)put(w, c, REACH_SAFI, 1);
	if (!c->bad)
		*c = walk_part(w, also_by(l, 0, BGP_HOP), *c);
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
