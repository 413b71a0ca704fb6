/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: path attributes, and those of the base protocol; others are in bgp_value.c and behind. */
/* RFC 4271, 4.3. */
#include "shared/bgp.h"

enum {
	PART,
	WRONG,
	ATTRIBUTES,
	ATTRIBUTE,
	FLAGS,
	F_OPTIONAL,
	F_TRANSITIVE,
	F_PARTIAL,
	F_EXTENDED,
	F_UNUSED,
	CODE,
	LENGTH,
	LENGTH_NOTE,
	UNKNOWN,
	ORIGIN,
	SEGMENT,
	SEGMENT_TYPE,
	SEGMENT_LEN,
	AS2,
	AS4,
	AS_LEN_NOTE,
	NEXT_HOP,
	MED,
	LOCAL_PREF,
	AGGREGATOR_AS,
	AGGREGATOR,
	ORIGINATOR,
	SET_AS,
};

static const struct word code_words[] = {
	{1, "ORIGIN"},
	{2, "AS_PATH"},
	{3, "NEXT_HOP"},
	{4, "MULTI_EXIT_DISC"},
	{5, "LOCAL_PREF"},
	{6, "ATOMIC_AGGREGATE"},
	{7, "AGGREGATOR"},
	{8, "COMMUNITIES"},
	{9, "ORIGINATOR_ID"},
	{10, "CLUSTER_LIST"},
	{11, "DPA"},
	{12, "ADVERTISER"},
	{13, "RCID_PATH / CLUSTER_ID"},
	{14, "MP_REACH_NLRI"},
	{15, "MP_UNREACH_NLRI"},
	{16, "EXTENDED_COMMUNITIES"},
	{17, "AS4_PATH"},
	{18, "AS4_AGGREGATOR"},
	{19, "SAFI_SPECIFIC_ATTRIBUTE"},
	{20, "Connector Attribute"},
	{21, "AS_PATHLIMIT "},
	{22, "PMSI_TUNNEL_ATTRIBUTE"},
	{23, "TUNNEL_ENCAPSULATION_ATTRIBUTE"},
	{24, "Traffic Engineering"},
	{25, "IPv6 Address Specific Extended Community"},
	{26, "AIGP"},
	{27, "PE Distinguisher Labels"},
	{28, "BGP Entropy Label Capability Attribute"},
	{29, "BGP-LS Attribute"},
	{30, "Deprecated"},
	{31, "Deprecated"},
	{32, "LARGE_COMMUNITY"},
	{33, "BGPsec_PATH"},
	{36, "D_PATH"},
	{40, "BGP Prefix-SID"},
	{99, "LINK_STATE (unofficial code point)"},
	{128, "ATTR_SET"},
	{129, "Deprecated"},
	{241, "Deprecated"},
	{242, "Deprecated"},
	{243, "Deprecated"},
};

static const struct word origin_words[] = {
	{0, "IGP"},
	{1, "EGP"},
	{2, "INCOMPLETE"},
};

static const struct word segment_type_words[] = {
	{1, "AS_SET"},
	{2, "AS_SEQUENCE"},
	{3, "AS_CONFED_SEQUENCE"},
	{4, "AS_CONFED_SET"},
};

#define MED_NAME "Multiple exit discriminator" /* the label of a row and of its note */

static void form_attribute_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const struct {
		uint8_t bit;
		const char *set, *clear;
	} flags[] = {{0x80, "Optional", NULL},   {0x40, "Transitive", NULL},
		     {0x20, "Partial", NULL},    {0x10, "Extended-Length", NULL},
		     {0x80, NULL, "Well-known"}, {0x40, NULL, "Non-transitive"},
		     {0x20, NULL, "Complete"}};

	(void)r;
	text_format(t, "0x%02x", (unsigned)n->u);
	for (unsigned i = 0; i < COUNT(flags); i++) {
		const char *word = n->u & flags[i].bit ? flags[i].set : flags[i].clear;

		if (word)
			text_format(t, ", %s", word);
	}
}

static const struct field fields[] = {
	[PART] = {"bgp.attribute", "BGP path attributes", PROTO},
	[WRONG] = {"text", "What is wrong", HEADING},
	[ATTRIBUTES] = {"bgp.update.path_attributes", "Path attributes", NONE,
			.help = "What the routes have in common", .ref = "4.3"},
	[ATTRIBUTE] = {"bgp.update.path_attribute", "Path Attribute", NONE, .help = "One attribute",
		       .ref = "4.3"},
	[FLAGS] = {"bgp.update.path_attribute.flags", "Flags", U8, HEX,
		   .form = form_attribute_flags, .help = "All flags", .ref = "4.3"},
	[F_OPTIONAL] = {"bgp.update.path_attribute.flags.optional", "Optional", BOOL, AT(0, 1),
			.under = FLAGS, WORDS(set_notset), .help = "Not everybody knows it",
			.ref = "4.3"},
	[F_TRANSITIVE] = {"bgp.update.path_attribute.flags.transitive", "Transitive", BOOL,
			  AT(1, 1), .under = FLAGS, WORDS(set_notset),
			  .help = "It is passed on by those who don't know it", .ref = "4.3"},
	[F_PARTIAL] = {"bgp.update.path_attribute.flags.partial", "Partial", BOOL, AT(2, 1),
		       .under = FLAGS, WORDS(set_notset),
		       .help = "Somebody passed it on who didn't know it", .ref = "4.3"},
	[F_EXTENDED] = {"bgp.update.path_attribute.flags.extended_length", "Extended-Length", BOOL,
			AT(3, 1), .under = FLAGS, WORDS(set_notset),
			.help = "The length takes two octets", .ref = "4.3"},
	[F_UNUSED] = {"bgp.update.path_attribute.flags.unused", "Unused", U8, HEX, AT(4, 4),
		      .under = FLAGS, .help = "Always 0", .ref = "4.3"},
	[CODE] = {"bgp.update.path_attribute.type_code", "Type Code", U8, DEC, WORDS(code_words),
		  .help = "What it is", .ref = "4.3"},
	[LENGTH] = {"bgp.update.path_attribute.length", "Length", U16, DEC,
		    .help = "Octets of its value", .ref = "4.3"},
	[LENGTH_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[UNKNOWN] = {"bgp.update.path_attributes.unknown", "Unknown Path attributes", NONE,
		     .help = "A value that nobody knows", .ref = "4.3"},
	[ORIGIN] = {"bgp.update.path_attribute.origin", "Origin", U8, DEC, WORDS(origin_words),
		    .help = "Where the routes come from", .ref = "5.1.1"},
	[SEGMENT] = {"bgp.update.path_attribute.as_path_segment", "AS Path segment", NONE,
		     .help = "Systems that the routes passed", .ref = "5.1.2"},
	[SEGMENT_TYPE] = {"bgp.update.path_attribute.as_path_segment.type", "Segment type", U8, DEC,
			  WORDS(segment_type_words), .help = "Whether they stand in order",
			  .ref = "5.1.2"},
	[SEGMENT_LEN] = {"bgp.update.path_attribute.as_path_segment.length",
			 "Segment length (number of ASN)", U8, DEC, .help = "How many they are",
			 .ref = "5.1.2"},
	[AS2] = {"bgp.update.path_attribute.as_path_segment.as2", "AS2", U16, DEC,
		 .form = bgp_form_as, .help = "A system by two octets", .ref = "5.1.2"},
	[AS4] = {"bgp.update.path_attribute.as_path_segment.as4", "AS4", U32, DEC,
		 .form = bgp_form_as, .help = "A system by four octets", .ref = "RFC 6793, 3"},
	[AS_LEN_NOTE] = EXPERT("bgp.attr.as_path.as_len", "unable to determine 4 or 2 bytes ASN",
			       ERROR, G_UNDECODED),
	[NEXT_HOP] = {"bgp.update.path_attribute.next_hop", "Next hop", IPV4,
		      .help = "Where packets are to go", .ref = "5.1.3"},
	[MED] = {"bgp.update.path_attribute.multi_exit_disc", MED_NAME, U32, DEC,
		 .help = "The lowest wins, of routes from one neighbor", .ref = "5.1.4"},
	[LOCAL_PREF] = {"bgp.update.path_attribute.local_pref", "Local preference", U32, DEC,
			.help = "The highest wins", .ref = "5.1.5"},
	[AGGREGATOR_AS] = {"bgp.update.path_attribute.aggregator_as", "Aggregator AS", U32, DEC,
			   .help = "The system that joined routes", .ref = "5.1.7"},
	[AGGREGATOR] = {"bgp.update.path_attribute.aggregator_origin", "Aggregator origin", IPV4,
			.help = "The router that joined them", .ref = "5.1.7"},
	[ORIGINATOR] = {"bgp.update.path_attribute.originator_id", "Originator identifier", IPV4,
			.help = "The router inside the system that they came from",
			.ref = "RFC 4456, 8"},
	[SET_AS] = {"bgp.update.path_attribute.attr_set.origin_as", "Origin AS", U32, DEC,
		    .help = "The customer's system", .ref = "RFC 6368, 5"},
};

#define EXTENDED 0x10
#define MAX_DEPTH 8

/* An attribute as its readers find it; the cursor they get ends where the attribute does. */
struct attribute {
	unsigned code;
	uint32_t len;     /* octets of its value */
	uint32_t heading; /* its node */
	struct layer *l;
};

static void put_invalid(struct walk *w, const struct cursor *c, uint32_t n, const char *what)
{
	bgp_wrong(w, c, n, WRONG, LENGTH_NOTE, "%s (invalid): %u byte%s", what, n, plural(n));
}

static void put_origin(struct walk *w, struct cursor *c, const struct attribute *a)
{
	if (a->len != 1) {
		put_invalid(w, c, a->len, "Origin");
		return;
	}
	label_tail_of(w, a->heading, ": %s", row_word(w, ORIGIN, put(w, c, ORIGIN, 1), "Unknown"));
}

/* --- paths --- */

/* Whether segments of systems of so many octets fill the bytes. */
static bool tiles(struct cursor c, unsigned octets)
{
	for (bool first = true; c.left.wire && !c.bad; first = false) {
		unsigned type = u8(&c), n = u8(&c);

		if (!first && (type < 1 || type > 4 || !n))
			return false;
		cursor_take(&c, n * octets);
	}
	return !c.bad;
}

/* Octets of a system's number, as the segments' lengths tell; 0: they don't. */
static unsigned as_octets(struct cursor c, const struct attribute *a)
{
	if (a->code == 17)
		return 4;
	if (tiles(c, 2))
		return 2;
	return tiles(c, 4) ? 4 : 0;
}

/* Sets and confederations stand in brackets (RFC 4271, 4.3; RFC 5065, 3). */
static void add_as(struct text *t, unsigned type, unsigned i, uint32_t as)
{
	static const char open[] = {[1] = '{', [3] = '(', [4] = '['};

	if (!i && type < COUNT(open) && open[type])
		text_char(t, open[type]);
	if (i && (type == 1 || type == 4))
		text_char(t, ',');
	if (i)
		text_char(t, ' ');
	text_u64(t, as);
}

/* The systems of a segment, in words. */
static const char *segment_words(struct walk *w, struct cursor c, unsigned octets)
{
	static const char close[] = " } )]";
	unsigned type = u8(&c), n = u8(&c);
	struct text t = {0};
	const char *words;

	for (unsigned i = 0; i < n && c.left.cap >= octets; i++) {
		uint32_t as = (uint32_t)cursor_be(&c, octets);

		add_as(&t, type, i, as);
	}
	if (type != 2 && type && type < 5)
		text_char(&t, close[type]);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

static const char *put_segment(struct walk *w, struct cursor *c, unsigned octets)
{
	struct cursor peek = *c;
	const char *words = segment_words(w, *c, octets);
	unsigned n;
	uint32_t group;

	u8(&peek);
	n = u8(&peek);
	group = open_group(w, c, SEGMENT, 2 + n * octets);
	label_whole(w, "AS Path segment: %s", words);
	put(w, c, SEGMENT_TYPE, 1);
	put(w, c, SEGMENT_LEN, 1);
	for (; n && !c->bad; n--)
		put(w, c, octets == 2 ? AS2 : AS4, octets);
	shut_group(w, group, NULL);
	return words;
}

static void put_path(struct walk *w, struct cursor *c, const struct attribute *a)
{
	unsigned octets = as_octets(*c, a);
	const char *all = "";

	if (!a->len) {
		label_tail_of(w, a->heading, ": empty");
		return;
	}
	if (!octets) {
		w->last = a->heading;
		expert(w, AS_LEN_NOTE, "ASN length uncalculated by heuristic : 255");
		return;
	}
	while (c->left.wire && !c->bad)
		all = bgp_words(w, "%s%s ", all, put_segment(w, c, octets));
	label_tail_of(w, a->heading, ": %s", all);
}

/* --- attributes of one number --- */

static void put_next_hop(struct walk *w, struct cursor *c, const struct attribute *a)
{
	const char *words;

	if (a->len != 4) {
		put_invalid(w, c, a->len, a->code == 3 ? "Next hop" : "Originator identifier");
		return;
	}
	words = c->left.cap >= 4 ? address_words(w, IPV4, c->left.p) : "";
	put(w, c, a->code == 3 ? NEXT_HOP : ORIGINATOR, 4);
	label_tail_of(w, a->heading, ": %s ", words);
}

static void put_number(struct walk *w, struct cursor *c, const struct attribute *a)
{
	if (a->len != 4)
		put_invalid(w, c, a->len, a->code == 4 ? MED_NAME : "Local preference");
	else
		label_tail_of(w, a->heading, ": %u",
			      (unsigned)put(w, c, a->code == 4 ? MED : LOCAL_PREF, 4));
}

static void put_atomic(struct walk *w, struct cursor *c, const struct attribute *a)
{
	if (a->len)
		put_invalid(w, c, a->len, "Atomic aggregate");
}

static void put_aggregator(struct walk *w, struct cursor *c, const struct attribute *a)
{
	unsigned as;

	if (a->len != 8 && (a->len != 6 || a->code != 7)) {
		put_invalid(w, c, a->len, "Aggregator");
		return;
	}
	as = (unsigned)put(w, c, AGGREGATOR_AS, a->len - 4);
	if (c->left.cap >= 4)
		label_tail_of(w, a->heading, ": AS: %u origin: %s", as,
			      address_words(w, IPV4, c->left.p));
	put(w, c, AGGREGATOR, 4);
}

/* --- sets of attributes, and the list itself --- */

static void put_attributes(struct walk *w, struct layer *l, struct cursor *c);

static void put_set(struct walk *w, struct cursor *c, const struct attribute *a)
{
	struct bgp *b = bgp_of(a->l);

	if (a->len < 4 || b->depth >= MAX_DEPTH) {
		put_invalid(w, c, a->len, "Attribute set");
		return;
	}
	put(w, c, SET_AS, 4);
	if (c->bad || !c->left.wire)
		return;
	b->depth++;
	put_attributes(w, a->l, c);
	b->depth--;
}

/* Which part reads the attribute. */
static unsigned part_of(unsigned code)
{
	switch (code) {
	case 14:
	case 15:
		return BGP_ROUTES;
	case 16:
		return BGP_EXTENDED;
	case 22:
	case 23:
		return BGP_TUNNEL;
	case 29:
	case 99:
		return BGP_LS_VALUES;
	case 40:
		return BGP_SID;
	default:
		return BGP_VALUES;
	}
}

/* What other parts read. */
static void put_elsewhere(struct walk *w, struct cursor *c, const struct attribute *a)
{
	struct bgp *b = bgp_of(a->l);

	b->attribute = a->code;
	b->heading = a->heading;
	*c = walk_part(w, also_by(a->l, 0, part_of(a->code)), *c);
}

static const struct {
	uint8_t code;
	void (*read)(struct walk *, struct cursor *, const struct attribute *);
} readers[] = {
	{1, put_origin},     {2, put_path},       {3, put_next_hop},    {4, put_number},
	{5, put_number},     {6, put_atomic},     {7, put_aggregator},  {8, put_elsewhere},
	{9, put_next_hop},   {10, put_elsewhere}, {14, put_elsewhere},  {15, put_elsewhere},
	{16, put_elsewhere}, {17, put_path},      {18, put_aggregator}, {19, put_elsewhere},
	{22, put_elsewhere}, {23, put_elsewhere}, {26, put_elsewhere},  {29, put_elsewhere},
	{32, put_elsewhere}, {33, put_elsewhere}, {36, put_elsewhere},  {40, put_elsewhere},
	{99, put_elsewhere}, {128, put_set},
};

static void put_value_of(struct walk *w, struct cursor *c, const struct attribute *a)
{
	for (unsigned i = 0; i < COUNT(readers); i++) {
		if (readers[i].code != a->code)
			continue;
		readers[i].read(w, c, a);
		return;
	}
	put(w, c, UNKNOWN, a->len);
}

static uint32_t octets_left(const struct layer *l, const struct cursor *c)
{
	while (!l->state)
		l = l->parent;
	return l->at + l->bytes.wire - c->at;
}

/* An attribute of the list, which ends where the cursor does; false: nothing behind it makes sense.
 */
static bool put_attribute(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned flags = u8(&peek), code = u8(&peek);
	uint32_t len = flags & EXTENDED ? u16(&peek) : u8(&peek), head = flags & EXTENDED ? 4 : 3;
	struct attribute a = {code, len, open_group(w, c, ATTRIBUTE, head + len), l};
	const char *word = row_word(w, CODE, code, NULL);
	bool fits = c->left.wire >= head + len;

	if (word)
		label_whole(w, "Path Attribute - %s", word);
	else
		label_whole(w, "Path Attribute - Unknown (%u)", code);
	put(w, c, FLAGS, 1);
	put(w, c, CODE, 1);
	put(w, c, LENGTH, head - 2);
	if (!fits && !c->bad) {
		bgp_wrong(w, c, len, WRONG, LENGTH_NOTE,
			  "Path attribute length is invalid: %u byte%s", len, plural(len));
		if (len > octets_left(l, c))
			cursor_fail(c, UINT32_MAX);
		else
			cursor_take(c, c->left.wire);
	}
	body = cursor_first(*c, len);
	if (fits && !c->bad) {
		put_value_of(w, &body, &a);
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
	shut_group(w, a.heading, NULL);
	return fits;
}

static void put_attributes(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, ATTRIBUTES, c->left.wire);

	while (c->left.wire && !c->bad && put_attribute(w, l, c))
		continue;
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_attributes(w, l, c);
}

static const struct hang hangs[] = {{"bgp.part", BGP_ATTRIBUTES}, {0}};

const struct proto proto_bgp_attr = {
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
