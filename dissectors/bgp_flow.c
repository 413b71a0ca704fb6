/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: packets that something is done with. */
/* RFC 8955; RFC 8956. */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
	WRONG,
	ROUTE,
	FLOW,
	LENGTH,
	RD,
	RD_TYPE,
	RD_AS2,
	RD_IP4,
	RD_AS4,
	RD_N2,
	RD_N4,
	FILTER,
	FILTER_TYPE,
	BITS,
	DST4,
	SRC4,
	BITS6,
	OFFSET6,
	DST6,
	SRC6,
	BITS_NOTE,
	OP,
	OP_EOL,
	OP_AND,
	OP_LEN,
	OP_4,
	OP_LT,
	OP_GT,
	OP_EQ,
	BIT_OP,
	BIT_EOL,
	BIT_AND,
	BIT_LEN,
	BIT_4,
	BIT_5,
	BIT_NOT,
	BIT_MATCH,
	VAL8,
	VAL16,
	VAL32,
	TCP,
	TCP_CWR,
	TCP_ECN,
	TCP_URG,
	TCP_ACK,
	TCP_PUSH,
	TCP_RESET,
	TCP_SYN,
	TCP_FIN,
	FRAG,
	FRAG_LF,
	FRAG_FF,
	FRAG_ISF,
	FRAG_DF,
	DSCP,
};

static const struct word filter_type_words[] = {
	{1, "Destination prefix filter"},
	{2, "Source prefix filter"},
	{3, "Protocol / Next Header filter"},
	{4, "Port filter"},
	{5, "Destination port filter"},
	{6, "Source port filter"},
	{7, "ICMP type filter"},
	{8, "ICMP code filter"},
	{9, "TCP flags filter"},
	{10, "Packet Length filter"},
	{11, "DSCP marking filter"},
	{12, "IP fragment filter"},
};

static const struct word op_len_words[] = {
	{0, "1 byte: 1 <<"},
	{1, "2 bytes: 1 <<"},
	{2, "4 bytes: 1 <<"},
	{3, "8 bytes: 1 <<"},
};

static const struct word dscp_words[] = {
	{0, "Default"},
	{1, "Lower Effort"},
	{8, "Class Selector 1"},
	{10, "Assured Forwarding 11"},
	{12, "Assured Forwarding 12"},
	{14, "Assured Forwarding 13"},
	{16, "Class Selector 2"},
	{18, "Assured Forwarding 21"},
	{20, "Assured Forwarding 22"},
	{22, "Assured Forwarding 23"},
	{24, "Class Selector 3"},
	{26, "Assured Forwarding 31"},
	{28, "Assured Forwarding 32"},
	{30, "Assured Forwarding 33"},
	{32, "Class Selector 4"},
	{34, "Assured Forwarding 41"},
	{36, "Assured Forwarding 42"},
	{38, "Assured Forwarding 43"},
	{40, "Class Selector 5"},
	{44, "Voice Admit"},
	{46, "Expedited Forwarding"},
	{48, "Class Selector 6"},
	{56, "Class Selector 7"},
};

static const struct field fields[] = {
	[PART] = {"bgp.flow", "BGP flow specifications", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[WRONG] = {"text", "What is wrong", HEADING},
	[ROUTE] = {"text", "Prefix", HEADING},
	[FLOW] = {"bgp.flowspec_nlri", "FLOW-SPEC nlri", BYTES,
		  .help = "Packets that something is done with", .ref = "4"},
	[LENGTH] = {"bgp.flowspec_nlri.length", "NRLI length", U16, DEC,
		    .help = "Octets that follow", .ref = "4"},
	[RD] = {"bgp.flowspec_route_distinguisher", "Route Distinguisher", NONE,
		.help = "Makes rules of different networks differ", .ref = "8"},
	[RD_TYPE] = {"bgp.flowspec_route_distinguisher_type", "Route Distinguisher Type", U16, DEC,
		     .help = "How it is made", .ref = "8"},
	[RD_AS2] = {"bgp.flowspec_route_distinguisher_admin_as_num_2", "Administrator Subfield",
		    U16, DEC, .help = "Who made it", .ref = "8"},
	[RD_IP4] = {"bgp.flowspec_route_distinguisher_admin_ipv4", "Administrator Subfield", IPV4,
		    .help = "Who made it", .ref = "8"},
	[RD_AS4] = {"bgp.flowspec_route_distinguisher_admin_as_num_4", "Administrator Subfield",
		    U32, HEX_DEC, .help = "Who made it", .ref = "8"},
	[RD_N2] = {"bgp.flowspec_route_distinguisher_asnum_2", "Assigned Number Subfield", U16, DEC,
		   .help = "Its number there", .ref = "8"},
	[RD_N4] = {"bgp.flowspec_route_distinguisher_asnum_4", "Assigned Number Subfield", U32,
		   HEX_DEC, .help = "Its number there", .ref = "8"},
	[FILTER] = {"bgp.flowspec_nlri.filter", "Filter", NONE, .help = "A condition", .ref = "4"},
	[FILTER_TYPE] = {"bgp.flowspec_nlri.filter_type", "Filter type", U8, DEC,
			 WORDS(filter_type_words), .help = "What it looks at", .ref = "4.2.2"},
	[BITS] = {"bgp.prefix_length", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		  .ref = "4"},
	[DST4] = {"bgp.flowspec_nlri.dst_prefix_filter", "Destination IP filter", IPV4,
		  .help = "Where packets go", .ref = "4"},
	[SRC4] = {"bgp.flowspec_nlri.src_prefix_filter", "Source IP filter", IPV4,
		  .help = "Where they come from", .ref = "4"},
	[BITS6] = {"bgp.flowspec_nlri.ipv6_pref_length", "IPv6 prefix length", U8, DEC,
		   .help = "Bits of the prefix", .ref = "RFC 8956, 3.1"},
	[OFFSET6] = {"bgp.flowspec_nlri.ipv6_pref_offset", "IPv6 prefix offset", U8, DEC,
		     .help = "Bits before it that don't count", .ref = "RFC 8956, 3.1"},
	[DST6] = {"bgp.flowspec_nlri.dst_ipv6_pref", "Destination IPv6 prefix", IPV6,
		  .help = "Where packets go", .ref = "RFC 8956, 3.1"},
	[SRC6] = {"bgp.flowspec_nlri.src_ipv6_pref", "Source IPv6 prefix", IPV6,
		  .help = "Where they come from", .ref = "RFC 8956, 3.2"},
	[BITS_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[OP] = {"bgp.flowspec_nlri.opflags", "Operator flags", U8, HEX, .form = form_flags,
		.help = "How the value counts", .ref = "4.2.1.1"},
	[OP_EOL] = {"bgp.flowspec_nlri.op.eol", "end-of-list", BOOL, AT(0, 1), .under = OP,
		    WORDS(set_notset), .help = "No more follow", .ref = "4.2.1.1"},
	[OP_AND] = {"bgp.flowspec_nlri.op.and", "and", BOOL, AT(1, 1), .under = OP,
		    WORDS(set_notset), .help = "Both must hold, this and the one before",
		    .ref = "4.2.1.1"},
	[OP_LEN] = {"bgp.flowspec_nlri.op.val_len", "Value length", U8, DEC, AT(2, 2), .under = OP,
		    WORDS(op_len_words), .help = "Octets of the value", .ref = "4.2.1.1"},
	[OP_4] = {"bgp.flowspec_nlri.op.un_bit4", "Reserved", BOOL, AT(4, 1), .under = OP,
		  WORDS(set_notset), .help = "Always 0", .ref = "4.2.1.1"},
	[OP_LT] = {"bgp.flowspec_nlri.op.lt", "less than", BOOL, AT(5, 1), .under = OP,
		   WORDS(set_notset), .help = "Less will do", .ref = "4.2.1.1"},
	[OP_GT] = {"bgp.flowspec_nlri.op.gt", "greater than", BOOL, AT(6, 1), .under = OP,
		   WORDS(set_notset), .help = "More will do", .ref = "4.2.1.1"},
	[OP_EQ] = {"bgp.flowspec_nlri.op.equal", "equal", BOOL, AT(7, 1), .under = OP,
		   WORDS(set_notset), .help = "The same will do", .ref = "4.2.1.1"},
	[BIT_OP] = {"bgp.flowspec_nlri.opflags", "Operator flags", U8, HEX, .form = form_flags,
		    .help = "How the value counts", .ref = "4.2.1.2"},
	[BIT_EOL] = {"bgp.flowspec_nlri.op.eol", "end-of-list", BOOL, AT(0, 1), .under = BIT_OP,
		     WORDS(set_notset), .help = "No more follow", .ref = "4.2.1.2"},
	[BIT_AND] = {"bgp.flowspec_nlri.op.and", "and", BOOL, AT(1, 1), .under = BIT_OP,
		     WORDS(set_notset), .help = "Both must hold, this and the one before",
		     .ref = "4.2.1.2"},
	[BIT_LEN] = {"bgp.flowspec_nlri.op.val_len", "Value length", U8, DEC, AT(2, 2),
		     .under = BIT_OP, WORDS(op_len_words), .help = "Octets of the value",
		     .ref = "4.2.1.2"},
	[BIT_4] = {"bgp.flowspec_nlri.op.un_bit4", "Reserved", BOOL, AT(4, 1), .under = BIT_OP,
		   WORDS(set_notset), .help = "Always 0", .ref = "4.2.1.2"},
	[BIT_5] = {"bgp.flowspec_nlri.op.un_bit5", "Reserved", BOOL, AT(5, 1), .under = BIT_OP,
		   WORDS(set_notset), .help = "Always 0", .ref = "4.2.1.2"},
	[BIT_NOT] = {"bgp.flowspec_nlri.op.flg_not", "logical negation", BOOL, AT(6, 1),
		     .under = BIT_OP, WORDS(set_notset), .help = "All but those", .ref = "4.2.1.2"},
	[BIT_MATCH] = {"bgp.flowspec_nlri.op.flg_match", "Match bit", BOOL, AT(7, 1),
		       .under = BIT_OP, WORDS(set_notset), .help = "All bits must be set",
		       .ref = "4.2.1.2"},
	[VAL8] = {"bgp.flowspec_nlri.dec_val_8", "Decimal value", U8, DEC, .help = "The value",
		  .ref = "4.2.2"},
	[VAL16] = {"bgp.flowspec_nlri.dec_val_16", "Decimal value", U16, DEC, .help = "The value",
		   .ref = "4.2.2"},
	[VAL32] = {"bgp.flowspec_nlri.dec_val_32", "Decimal value", U32, DEC, .help = "The value",
		   .ref = "4.2.2"},
	[TCP] = {"bgp.flowspec_nlri.val_tcp.flags", "TCP flags", U8, HEX, .form = form_flags,
		 .help = "Flags of TCP", .ref = "4.2.2.9"},
	[TCP_CWR] = {"bgp.flowspec_nlri.val_tcp.flags.cwr", "Congestion Window Reduced (CWR)", BOOL,
		     AT(0, 1), .under = TCP, WORDS(set_notset), .help = "The sender slowed down",
		     .ref = "4.2.2.9"},
	[TCP_ECN] = {"bgp.flowspec_nlri.val_tcp.flags.ecn", "ECN-Echo", BOOL, AT(1, 1),
		     .under = TCP, WORDS(set_notset), .help = "Congestion was seen",
		     .ref = "4.2.2.9"},
	[TCP_URG] = {"bgp.flowspec_nlri.val_tcp.flags.urg", "Urgent", BOOL, AT(2, 1), .under = TCP,
		     WORDS(set_notset), .help = "Something is urgent", .ref = "4.2.2.9"},
	[TCP_ACK] = {"bgp.flowspec_nlri.val_tcp.flags.ack", "Acknowledgment", BOOL, AT(3, 1),
		     .under = TCP, WORDS(set_notset), .help = "Something is confirmed",
		     .ref = "4.2.2.9"},
	[TCP_PUSH] = {"bgp.flowspec_nlri.val_tcp.flags.push", "Push", BOOL, AT(4, 1), .under = TCP,
		      WORDS(set_notset), .help = "To be handed on at once", .ref = "4.2.2.9"},
	[TCP_RESET] = {"bgp.flowspec_nlri.val_tcp.flags.reset", "Reset", BOOL, AT(5, 1),
		       .under = TCP, WORDS(set_notset), .help = "The connection breaks",
		       .ref = "4.2.2.9"},
	[TCP_SYN] = {"bgp.flowspec_nlri.val_tcp.flags.syn", "Syn", BOOL, AT(6, 1), .under = TCP,
		     WORDS(set_notset), .help = "The connection begins", .ref = "4.2.2.9"},
	[TCP_FIN] = {"bgp.flowspec_nlri.val_tcp.flags.fin", "Fin", BOOL, AT(7, 1), .under = TCP,
		     WORDS(set_notset), .help = "The connection ends", .ref = "4.2.2.9"},
	[FRAG] = {"bgp.flowspec_nlri.val_frag", "Fragment Flag", U8, HEX, .form = form_flags,
		  .help = "What fragment it is", .ref = "4.2.2.12"},
	[FRAG_LF] = {"bgp.flowspec_nlri.val_frag_lf", "Last fragment", BOOL, AT(4, 1),
		     .under = FRAG, WORDS(set_notset), .help = "The last one", .ref = "4.2.2.12"},
	[FRAG_FF] = {"bgp.flowspec_nlri.val_frag_ff", "First fragment", BOOL, AT(5, 1),
		     .under = FRAG, WORDS(set_notset), .help = "The first one", .ref = "4.2.2.12"},
	[FRAG_ISF] = {"bgp.flowspec_nlri.val_frag_isf", "Is a fragment", BOOL, AT(6, 1),
		      .under = FRAG, WORDS(set_notset), .help = "Not the first one",
		      .ref = "4.2.2.12"},
	[FRAG_DF] = {"bgp.flowspec_nlri.val_frag_df", "Don't fragment", BOOL, AT(7, 1),
		     .under = FRAG, WORDS(set_notset), .help = "It must not be split",
		     .ref = "4.2.2.12"},
	[DSCP] = {"bgp.flowspec_nlri.val_dsfield", "Differentiated Services Codepoint", U8, HEX,
		  AT(2, 6), .under = LOOSE, WORDS(dscp_words), .help = "Class of the packets",
		  .ref = "4.2.2.11"},
};

#define LONG_LENGTH 0xf0 /* such a first octet is half of a length */
#define RD_LEN 8

enum { DESTINATION = 1, SOURCE, TCP_FLAGS = 9, DSCP_MARK = 11, FRAGMENT };

/* A rule's filter as it is read. */
struct filter {
	uint32_t heading; /* its node */
	unsigned type;
	const char *words; /* what stands in its (parentheses) so far */
};

/* --- prefixes --- */

static bool put_prefix(struct walk *w, struct cursor *c, struct filter *f, bool v6)
{
	struct cursor peek = *c;
	unsigned bits = u8(&peek);
	const char *name = f->type == DESTINATION ? "Destination IP filter" : "Source IP filter";
	struct bgp_prefix p;
	uint32_t group;

	if (v6)
		u8(&peek);
	if (bits > (v6 ? 128 : 32)) {
		bgp_wrong(w, c, 1, WRONG, BITS_NOTE, "%s length %u invalid (> %u)", name, bits,
			  v6 ? 128 : 32);
		return false;
	}
	if (peek.bad || !bgp_take_prefix(&peek, &p, bits, v6)) {
		*c = peek;
		return false;
	}
	f->words = bgp_words(w, "%s/%u", bgp_prefix_words(w, &p), bits);
	group = open_group(w, c, ROUTE, p.at + p.len - c->at);
	label_whole(w, "%s", f->words);
	put(w, c, v6 ? BITS6 : BITS, 1);
	if (v6)
		put(w, c, OFFSET6, 1);
	else
		label_name(w, "%s prefix length", name);
	bgp_put_prefix(w, &p, f->type == DESTINATION ? (v6 ? DST6 : DST4) : (v6 ? SRC6 : SRC4));
	shut_group(w, group, NULL);
	*c = peek;
	return true;
}

/* --- values --- */

static const char *bits_words(struct walk *w, unsigned type, unsigned value)
{
	static const char tcp[] = "FSRPAUEC";
	static const char *const fragment[] = {"DF", "IsF", "FF", "LF"};
	const char *words = " ";

	if (type == TCP_FLAGS)
		for (unsigned i = 8; i--;)
			words = value >> i & 1 ? bgp_words(w, "%s%c", words, tcp[i]) : words;
	else
		for (unsigned i = 0; i < COUNT(fragment); i++)
			words = value >> i & 1 ? bgp_words(w, "%s%s", words, fragment[i]) : words;
	return words;
}

/* The value of a filter's operator; false: of a length that isn't read. */
static bool put_value_of(struct walk *w, struct cursor *c, struct filter *f, uint32_t octets)
{
	static const unsigned rows[] = {[1] = VAL8, [2] = VAL16, [4] = VAL32};
	unsigned value;

	if (f->type == DSCP_MARK) {
		value = (unsigned)put_slice(w, *c, DSCP, 1);
		cursor_take(c, octets);
		f->words = bgp_words(w, "%s%s", f->words, row_word(w, DSCP, value, "Unknown"));
	} else if (f->type == TCP_FLAGS || f->type == FRAGMENT) {
		if (f->type == TCP_FLAGS && octets == 2)
			u8(c);
		value = (unsigned)put(w, c, f->type == TCP_FLAGS ? TCP : FRAG, 1);
		f->words = bgp_words(w, "%s%s", f->words, bits_words(w, f->type, value));
	} else if (octets > 4) {
		return false;
	} else {
		value = (unsigned)put(w, c, rows[octets], octets);
		f->words = bgp_words(w, "%s%u", f->words, value);
	}
	return !c->bad;
}

static bool put_values(struct walk *w, struct cursor *c, struct filter *f)
{
	bool bits = f->type == TCP_FLAGS || f->type == DSCP_MARK || f->type == FRAGMENT;
	unsigned op = 0;

	f->words = "";
	for (bool first = true; !(op & 0x80); first = false) {
		struct cursor peek = *c;

		op = u8(&peek);
		if (!cursor_has(c, 1)) {
			cursor_fail(c, 1);
			return false;
		}
		put(w, c, bits ? BIT_OP : OP, 1);
		f->words = bgp_words(w, "%s%s%s%s%s", f->words,
				     first       ? ""
				     : op & 0x40 ? " && "
						 : " || ",
				     op & 2 ? ">" : "", op & 4 ? "<" : "", op & 1 ? "=" : "");
		if (!put_value_of(w, c, f, 1u << (op >> 4 & 3)))
			return false;
	}
	return true;
}

/* False: what follows isn't read. */
static bool put_filter(struct walk *w, struct cursor *c, bool v6)
{
	struct cursor peek = *c;
	struct filter f = {open_group(w, c, FILTER, c->left.wire), u8(&peek), NULL};
	const char *word = row_word(w, FILTER_TYPE, f.type, NULL);
	bool fine = false;

	label_whole(w, "Filter: %s", word ? word : bgp_words(w, "Unknown filter %u", f.type));
	put(w, c, FILTER_TYPE, 1);
	if (word)
		fine = f.type <= SOURCE ? put_prefix(w, c, &f, v6) : put_values(w, c, &f);
	if (f.words)
		label_tail_of(w, f.heading, " (%s%s", f.words, fine ? ")" : "");
	shut_group(w, f.heading, c);
	return fine;
}

/* --- rules --- */

static void put_rd(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, RD, RD_LEN);
	unsigned type = (unsigned)put(w, c, RD_TYPE, 2);

	if (type == 0)
		put_layout(w, c, PARTS({RD_AS2, 2}, {RD_N4, 4}));
	else if (type == 1)
		put_layout(w, c, PARTS({RD_IP4, 4}, {RD_N2, 2}));
	else if (type == 2)
		put_layout(w, c, PARTS({RD_AS4, 4}, {RD_N2, 2}));
	else
		cursor_pull(c, 6);
	shut_group(w, group, NULL);
}

static void put_rule(struct walk *w, struct cursor *c, const struct bgp *b)
{
	struct cursor peek = *c, body;
	uint32_t len = u8(&peek), head = 1, group;

	if (len >= LONG_LENGTH) {
		len = (len & 15) << 8 | u8(&peek);
		head = 2;
	}
	if (peek.bad || len > peek.left.wire) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, FLOW, head + len);
	label_whole(w, "FLOW_SPEC_NLRI (%u byte%s)", head + len, plural(head + len));
	put_value(w, LENGTH, c->at, head, len);
	cursor_pull(c, head);
	body = cursor_first(*c, len);
	if (b->safi == 134 && len)
		put_rd(w, &body);
	while (body.left.wire && !body.bad && put_filter(w, &body, b->afi == BGP_IPV6))
		continue;
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);

	while (c->left.wire && !c->bad)
		put_rule(w, c, b);
}

static const struct hang hangs[] = {{"bgp.part", BGP_FLOW}, {0}};

const struct proto proto_bgp_flow = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 8955",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
