/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: routes are to be sent again, and filters for them. */
/* RFC 2918; RFC 5291; RFC 5292. */
#include "shared/bgp.h"

enum {
	PART,
	LOOSE,
	RR_AFI,
	RR_SUBTYPE,
	RR_SAFI,
	ORF,
	ORF_FLAG,
	ORF_TYPE,
	ORF_LEN,
	ORF_NOTE,
	ORF_ENTRY,
	ORF_ACTION,
	ORF_MATCH,
	ORF_SEQUENCE,
	ORF_LOWER,
	ORF_UPPER,
	ORF_ROUTE,
	ORF_BITS,
	ORF_IP,
};

static const struct word rr_subtype_words[] = {
	{0, "Normal route refresh request [RFC2918] with/without ORF [RFC5291]"},
	{1, "Demarcation of the beginning of a route refresh"},
	{2, "Demarcation of the ending of a route refresh"},
};

static const struct word orf_flag_words[] = {
	{1, "Immediate"},
	{2, "Defer"},
};

static const struct word orf_action_words[] = {
	{0, "Add"},
	{1, "Remove"},
	{2, "RemoveAll"},
};

static const struct word orf_match_words[] = {
	{0, "Permit"},
	{1, "Deny"},
};

static const struct field fields[] = {
	[PART] = {"bgp.refresh", "BGP route refresh", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[RR_AFI] = {"bgp.route_refresh.afi", "Address family identifier (AFI)", U16, DEC,
		    .words = &bgp_afis, .help = "Of which address family", .ref = "RFC 2918, 3"},
	[RR_SUBTYPE] = {"bgp.route_refresh.subtype", "Subtype", U8, DEC, WORDS(rr_subtype_words),
			.help = "Begin or end of what is sent again", .ref = "RFC 7313, 3.2"},
	[RR_SAFI] = {"bgp.route_refresh.safi", "Subsequent address family identifier (SAFI)", U8,
		     DEC, .words = &bgp_safis, .help = "Of which kind of routes",
		     .ref = "RFC 2918, 3"},
	[ORF] = {"bgp.route_refresh.orf", "ORF information", NONE,
		 .help = "Filters for what is sent", .ref = "RFC 5291, 4"},
	[ORF_FLAG] = {"bgp.route_refresh.orf.flag", "ORF flag", U8, DEC, WORDS(orf_flag_words),
		      .help = "When it is sent", .ref = "RFC 5291, 4"},
	[ORF_TYPE] = {"bgp.route_refresh.orf.type", "ORF type", U8, DEC, .words = &bgp_orf_types,
		      .help = "What the filters look at", .ref = "RFC 5291, 4"},
	[ORF_LEN] = {"bgp.route_refresh.orf.length", "ORF length", U8, DEC,
		     .help = "Octets of the filters", .ref = "RFC 5291, 4"},
	[ORF_NOTE] = EXPERT("bgp.route_refresh.orf.type.unknown", "ORFEntry-Unknown", ERROR,
			    G_MALFORMED),
	[ORF_ENTRY] = {"bgp.route_refresh.orf.entry", "ORFEntry PrefixList", NONE,
		       .help = "One filter", .ref = "RFC 5292, 2"},
	[ORF_ACTION] = {"bgp.route_refresh.orf.entry.action", "ORFEntry Action", U8, DEC, AT(0, 2),
			.under = LOOSE, WORDS(orf_action_words), .help = "Whether it comes or goes",
			.ref = "RFC 5292, 2"},
	[ORF_MATCH] = {"bgp.route_refresh.orf.entry.match", "ORFEntry Match", U8, DEC, AT(2, 1),
		       .under = LOOSE, WORDS(orf_match_words), .help = "Whether routes pass",
		       .ref = "RFC 5292, 2"},
	[ORF_SEQUENCE] = {"bgp.route_refresh.orf.entry.sequence", "ORFEntry Sequence", U32, DEC,
			  .help = "Its place among the others", .ref = "RFC 5292, 2"},
	[ORF_LOWER] = {"bgp.route_refresh.orf.entry.prefixmask_lower",
		       "ORFEntry PrefixMask length lower bound", U8, DEC,
		       .help = "The shortest prefix", .ref = "RFC 5292, 2"},
	[ORF_UPPER] = {"bgp.route_refresh.orf.entry.prefixmask_upper",
		       "ORFEntry PrefixMask length upper bound", U8, DEC,
		       .help = "The longest prefix", .ref = "RFC 5292, 2"},
	[ORF_ROUTE] = {"text", "Route", HEADING},
	[ORF_BITS] = {"bgp.prefix_length", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		      .ref = "RFC 5292, 2"},
	[ORF_IP] = {"bgp.route_refresh.orf.entry.ip", "ORFEntry IP address", IPV4,
		    .help = "The prefix", .ref = "RFC 5292, 2"},
};

enum { REMOVE_ALL = 2, PREFIX_LIST = 128 };

static void put_orf_prefix(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	struct bgp_prefix p;
	unsigned bits = u8(&peek);
	uint32_t group;

	if (peek.bad || !bgp_take_prefix(&peek, &p, bits, false)) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, ORF_ROUTE, 1 + p.len);
	label_whole(w, "%s/%u", bgp_prefix_words(w, &p), bits);
	put(w, c, ORF_BITS, 1);
	label_name(w, "ORF prefix length");
	bgp_put_prefix(w, &p, ORF_IP);
	shut_group(w, group, NULL);
	*c = peek;
}

static void put_orf_entry(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{ORF_SEQUENCE, 4}, {ORF_LOWER, 1}, {ORF_UPPER, 1}, {0}};
	uint32_t group = open_group(w, c, ORF_ENTRY, 1);
	unsigned action = (unsigned)put_slice(w, *c, ORF_ACTION, 1);

	if (action != REMOVE_ALL) {
		put_slice(w, *c, ORF_MATCH, 1);
		u8(c);
		put_rows(w, c, parts);
		if (!c->bad)
			put_orf_prefix(w, c);
	} else {
		u8(c);
	}
	shut_group(w, group, c);
}

/* The filters of one kind. */
static void put_filters(struct walk *w, struct cursor *c, unsigned type)
{
	uint32_t len = (uint32_t)put(w, c, ORF_LEN, 2);
	struct cursor entries = cursor_first(*c, len);

	while (type == PREFIX_LIST && entries.left.wire && !entries.bad)
		put_orf_entry(w, &entries);
	cursor_take(c, len);
	if (entries.bad)
		c->bad = entries.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part head[] = {{RR_AFI, 2}, {RR_SUBTYPE, 1}, {RR_SAFI, 1}, {0}};

	(void)l;
	put_rows(w, c, head);
	while (c->left.wire && !c->bad) {
		uint32_t group = open_group(w, c, ORF, c->left.wire);
		unsigned type;

		put(w, c, ORF_FLAG, 1);
		type = (unsigned)put(w, c, ORF_TYPE, 1);
		if (type != PREFIX_LIST && !c->bad)
			expert(w, ORF_NOTE, "ORFEntry-Unknown (type %u)", type);
		put_filters(w, c, type);
		shut_group(w, group, c);
	}
}

static const struct hang hangs[] = {{"bgp.part", BGP_REFRESH}, {0}};

const struct proto proto_bgp_refresh = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 2918",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
