/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: segments that lead to prefixes. */
/* RFC 8669; RFC 9252. */
#include "shared/bgp.h"

enum {
	PART,
	WRONG,
	UNKNOWN,
	INDEX,
	SRGB,
	TYPE,
	LENGTH,
	VALUE,
	RESERVED,
	INDEX_FLAGS,
	INDEX_VALUE,
	SRGB_FLAGS,
	SRGB_BLOCKS,
	SRGB_BLOCK,
	SRGB_BASE,
	SRGB_RANGE,
	LENGTH_NOTE,
	L3,
	L3_SUBS,
	L3_SUB,
	L3_TYPE,
	L3_LENGTH,
	L3_VALUE,
	L3_SUB_RESERVED,
	L3_SID,
	L3_FLAGS,
	L3_BEHAVIOR,
	L3_RESERVED,
	L3_SUBSUBS,
	L3_SUBSUB,
	L3_SS_TYPE,
	L3_SS_LENGTH,
	L3_SS_VALUE,
	L3_BLOCK,
	L3_NODE,
	L3_FUNC,
	L3_ARG,
	L3_TRANS_LEN,
	L3_TRANS_OFF,
	L2,
	L2_SUBS,
	L2_SUB,
	L2_TYPE,
	L2_LENGTH,
	L2_VALUE,
	L2_SUB_RESERVED,
	L2_SID,
	L2_FLAGS,
	L2_BEHAVIOR,
	L2_RESERVED,
	L2_SUBSUBS,
	L2_SUBSUB,
	L2_SS_TYPE,
	L2_SS_LENGTH,
	L2_SS_VALUE,
	L2_BLOCK,
	L2_NODE,
	L2_FUNC,
	L2_ARG,
	L2_TRANS_LEN,
	L2_TRANS_OFF,
};

static const struct word type_words[] = {
	{1, "Label-Index"}, {2, "Deprecated"},      {3, "Originator SRGB"},
	{4, "Deprecated"},  {5, "SRv6 L3 Service"}, {6, "SRv6 L2 Service"},
};

static const struct word l3_type_words[] = {{1, "SRv6 SID Information"}};

static const struct word l3_ss_type_words[] = {{1, "SRv6 SID Structure"}};

static const struct word behavior_words[] = {
	{1, "End"},
	{2, "End with PSP"},
	{3, "End with USP"},
	{4, "End with PSP & USP"},
	{5, "End.X"},
	{6, "End.X with PSP"},
	{7, "End.X with USP"},
	{8, "End.X with PSP & USP"},
	{9, "End.T"},
	{10, "End.T with PSP"},
	{11, "End.T with USP"},
	{12, "End.T with PSP & USP"},
	{14, "End.B6.Encaps"},
	{15, "End.BM"},
	{16, "End.DX6"},
	{17, "End.DX4"},
	{18, "End.DT6"},
	{19, "End.DT4"},
	{20, "End.DT46"},
	{21, "End.DX2"},
	{22, "End.DX2V"},
	{23, "End.DT2U"},
	{24, "End.DT2M"},
	{27, "End.B6.Encaps.Red"},
	{28, "End with USD"},
	{29, "End with PSP & USD"},
	{30, "End with USP & USD"},
	{31, "End with PSP, USP & USD"},
	{32, "End.X with USD"},
	{33, "End.X with PSP & USD"},
	{34, "End.X with USP & USD"},
	{35, "End.X with PSP, USP & USD"},
	{36, "End.T with USD"},
	{37, "End.T with PSP & USD"},
	{38, "End.T with USP & USD"},
	{39, "End.T with PSP, USP & USD"},
	{42, "End with NEXT-ONLY-CSID"},
	{43, "End with NEXT-CSID"},
	{44, "End with NEXT-CSID & PSP"},
	{45, "End with NEXT-CSID & USP"},
	{46, "End with NEXT-CSID, PSP & USP"},
	{47, "End with NEXT-CSID & USD"},
	{48, "End with NEXT-CSID, PSP & USD"},
	{49, "End with NEXT-CSID, USP & USD"},
	{50, "End with NEXT-CSID, PSP, USP & USD"},
	{51, "End.X with NEXT-ONLY-CSID"},
	{52, "End.X with NEXT-CSID"},
	{53, "End.X with NEXT-CSID & PSP"},
	{54, "End.X with NEXT-CSID & USP"},
	{55, "End.X with NEXT-CSID, PSP & USP"},
	{56, "End.X with NEXT-CSID & USD"},
	{57, "End.X with NEXT-CSID, PSP & USD"},
	{58, "End.X with NEXT-CSID, USP & USD"},
	{59, "End.X with NEXT-CSID, PSP, USP & USD"},
	{60, "End.DX6 with NEXT-CSID"},
	{61, "End.DX4 with NEXT-CSID"},
	{62, "End.DT6 with NEXT-CSID"},
	{63, "End.DT4 with NEXT-CSID"},
	{64, "End.DT46 with NEXT-CSID"},
	{65, "End.DX2 with NEXT-CSID"},
	{66, "End.DX2V with NEXT-CSID"},
	{67, "End.DT2U with NEXT-CSID"},
	{68, "End.DT2M with NEXT-CSID"},
	{65535, "Opaque"},
};
static const struct words behaviors = {behavior_words, COUNT(behavior_words)};

static const struct field fields[] = {
	[PART] = {"bgp.sid", "BGP prefix SID", PROTO},
	[WRONG] = {"text", "What is wrong", HEADING},
	[UNKNOWN] = {"bgp.prefix_sid.unknown", "Unknown TLV", NONE, .help = "What nobody knows",
		     .ref = "RFC 8669, 3"},
	[INDEX] = {"bgp.prefix_sid.label_index", "Label-Index", NONE,
		   .help = "Which label leads to the prefix", .ref = "RFC 8669, 3"},
	[SRGB] = {"bgp.prefix_sid.originator_srgb", "Originator SRGB", NONE,
		  .help = "Which labels its router keeps for that", .ref = "RFC 8669, 3"},
	[TYPE] = {"bgp.prefix_sid.type", "Type", U8, DEC, WORDS(type_words), .help = "What it is",
		  .ref = "RFC 8669, 3"},
	[LENGTH] = {"bgp.prefix_sid.length", "Length", U16, DEC, .help = "Octets of it",
		    .ref = "RFC 8669, 3"},
	[VALUE] = {"bgp.prefix_sid.value", "Value", BYTES, .help = "What nobody knows",
		   .ref = "RFC 8669, 3"},
	[RESERVED] = {"bgp.prefix_sid.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 8669, 3"},
	[INDEX_FLAGS] = {"bgp.prefix_sid.label_index.flags", "Label-Index Flags", U16, HEX,
			 .help = "All flags", .ref = "RFC 8669, 3"},
	[INDEX_VALUE] = {"bgp.prefix_sid.label_index.value", "Label-Index Value", U32, DEC,
			 .help = "Place of the label among those", .ref = "RFC 8669, 3"},
	[SRGB_FLAGS] = {"bgp.prefix_sid.originator_srgb.flags", "Originator SRGB Flags", U16, HEX,
			.help = "All flags", .ref = "RFC 8669, 3"},
	[SRGB_BLOCKS] = {"bgp.prefix_sid.originator_srgb_blocks", "SRGB Blocks", NONE,
			 .help = "Their ranges", .ref = "RFC 8669, 3"},
	[SRGB_BLOCK] = {"bgp.prefix_sid.originator_srgb_block", "SRGB Block", NONE,
			.help = "One range", .ref = "RFC 8669, 3"},
	[SRGB_BASE] = {"bgp.prefix_sid.originator_srgb_base", "SRGB Base", U24, DEC,
		       .help = "Its first label", .ref = "RFC 8669, 3"},
	[SRGB_RANGE] = {"bgp.prefix_sid.originator_srgb_range", "SRGB Range", U24, DEC,
			.help = "How many", .ref = "RFC 8669, 3"},
	[LENGTH_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[L3] = {"bgp.prefix_sid.srv6_l3vpn", "SRv6 L3 Service", NONE,
		.help = "Where packets for the routes are to go", .ref = "RFC 9252, 2"},
	[L3_SUBS] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlvs", "SRv6 Service Sub-TLVs", NONE,
		     .help = "What tells it", .ref = "RFC 9252, 2"},
	[L3_SUB] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlv", "SRv6 Service Sub-TLV", NONE,
		    .help = "One part of it", .ref = "RFC 9252, 2"},
	[L3_TYPE] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlv.type", "Type", U8, DEC,
		     WORDS(l3_type_words), .help = "Which part", .ref = "RFC 9252, 2"},
	[L3_LENGTH] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlv.length", "Length", U16, DEC,
		       .help = "Octets of it", .ref = "RFC 9252, 2"},
	[L3_VALUE] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlv.value", "Value", BYTES,
		      .help = "What nobody knows", .ref = "RFC 9252, 2"},
	[L3_SUB_RESERVED] = {"bgp.prefix_sid.srv6_l3vpn.sub_tlv.reserved", "Reserved", BYTES,
			     .help = "Always 0", .ref = "RFC 9252, 2"},
	[L3_SID] = {"bgp.prefix_sid.srv6_l3vpn.sid_value", "SRv6 SID Value", IPV6,
		    .help = "The segment to send them to", .ref = "RFC 9252, 2"},
	[L3_FLAGS] = {"bgp.prefix_sid.srv6_l3vpn.sid_flags", "SRv6 SID Flags", U8, HEX,
		      .help = "All flags", .ref = "RFC 9252, 2"},
	[L3_BEHAVIOR] = {"bgp.prefix_sid.srv6_l3vpn.srv6_endpoint_behavior",
			 "SRv6 Endpoint Behavior", U16, HEX, .words = &behaviors,
			 .help = "What is done there", .ref = "RFC 9252, 2"},
	[L3_RESERVED] = {"bgp.prefix_sid.srv6_l3vpn.reserved", "Reserved", BYTES,
			 .help = "Always 0", .ref = "RFC 9252, 2"},
	[L3_SUBSUBS] = {"bgp.prefix_sid.srv6_l3vpn.sub_sub_tlvs", "SRv6 Service Data Sub-Sub-TLVs",
			NONE, .help = "More about the segment", .ref = "RFC 9252, 2"},
	[L3_SUBSUB] = {"bgp.prefix_sid.srv6_l3vpn.sub_sub_tlv", "SRv6 Service Data Sub-Sub-TLV",
		       NONE, .help = "One part of it", .ref = "RFC 9252, 2"},
	[L3_SS_TYPE] = {"bgp.prefix_sid.srv6_l3vpn.sub_sub_tlv.type", "Type", U8, DEC,
			WORDS(l3_ss_type_words), .help = "Which part", .ref = "RFC 9252, 2"},
	[L3_SS_LENGTH] = {"bgp.prefix_sid.srv6_l3vpn.sub_sub_tlv.length", "Length", U16, DEC,
			  .help = "Octets of it", .ref = "RFC 9252, 2"},
	[L3_SS_VALUE] = {"bgp.prefix_sid.srv6_l3vpn.sub_sub_tlv.value", "Value", BYTES,
			 .help = "What nobody knows", .ref = "RFC 9252, 2"},
	[L3_BLOCK] = {"bgp.prefix_sid.srv6_l3vpn.sid.locator_block_len", "Locator Block Length", U8,
		      DEC, .help = "Bits that all segments have in common", .ref = "RFC 9252, 2"},
	[L3_NODE] = {"bgp.prefix_sid.srv6_l3vpn.sid.locator_node_len", "Locator Node Length", U8,
		     DEC, .help = "Bits that name the router", .ref = "RFC 9252, 2"},
	[L3_FUNC] = {"bgp.prefix_sid.srv6_l3vpn.sid.func_len", "Function Length", U8, DEC,
		     .help = "Bits that name the function", .ref = "RFC 9252, 2"},
	[L3_ARG] = {"bgp.prefix_sid.srv6_l3vpn.sid.arg_len", "Argument Length", U8, DEC,
		    .help = "Bits of its argument", .ref = "RFC 9252, 2"},
	[L3_TRANS_LEN] = {"bgp.prefix_sid.srv6_l3vpn.sid.trans_len", "Transposition Length", U8,
			  DEC, .help = "Bits that stand in the label", .ref = "RFC 9252, 2"},
	[L3_TRANS_OFF] = {"bgp.prefix_sid.srv6_l3vpn.sid.trans_offset", "Transposition Offset", U8,
			  DEC, .help = "Where they belong", .ref = "RFC 9252, 2"},
	[L2] = {"bgp.prefix_sid.srv6_l2vpn", "SRv6 L3 Service", NONE,
		.help = "Where packets for the routes are to go", .ref = "RFC 9252, 2"},
	[L2_SUBS] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlvs", "SRv6 Service Sub-TLVs", NONE,
		     .help = "What tells it", .ref = "RFC 9252, 2"},
	[L2_SUB] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlv", "SRv6 Service Sub-TLV", NONE,
		    .help = "One part of it", .ref = "RFC 9252, 2"},
	[L2_TYPE] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlv.type", "Type", U8, DEC,
		     WORDS(l3_type_words), .help = "Which part", .ref = "RFC 9252, 2"},
	[L2_LENGTH] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlv.length", "Length", U16, DEC,
		       .help = "Octets of it", .ref = "RFC 9252, 2"},
	[L2_VALUE] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlv.value", "Value", BYTES,
		      .help = "What nobody knows", .ref = "RFC 9252, 2"},
	[L2_SUB_RESERVED] = {"bgp.prefix_sid.srv6_l2vpn.sub_tlv.reserved", "Reserved", BYTES,
			     .help = "Always 0", .ref = "RFC 9252, 2"},
	[L2_SID] = {"bgp.prefix_sid.srv6_l2vpn.sid_value", "SRv6 SID Value", IPV6,
		    .help = "The segment to send them to", .ref = "RFC 9252, 2"},
	[L2_FLAGS] = {"bgp.prefix_sid.srv6_l2vpn.sid_flags", "SRv6 SID Flags", U8, HEX,
		      .help = "All flags", .ref = "RFC 9252, 2"},
	[L2_BEHAVIOR] = {"bgp.prefix_sid.srv6_l2vpn.srv6_endpoint_behavior",
			 "SRv6 Endpoint Behavior", U16, HEX, .words = &behaviors,
			 .help = "What is done there", .ref = "RFC 9252, 2"},
	[L2_RESERVED] = {"bgp.prefix_sid.srv6_l2vpn.reserved", "Reserved", BYTES,
			 .help = "Always 0", .ref = "RFC 9252, 2"},
	[L2_SUBSUBS] = {"bgp.prefix_sid.srv6_l2vpn.sub_sub_tlvs", "SRv6 Service Data Sub-Sub-TLVs",
			NONE, .help = "More about the segment", .ref = "RFC 9252, 2"},
	[L2_SUBSUB] = {"bgp.prefix_sid.srv6_l2vpn.sub_sub_tlv", "SRv6 Service Data Sub-Sub-TLV",
		       NONE, .help = "One part of it", .ref = "RFC 9252, 2"},
	[L2_SS_TYPE] = {"bgp.prefix_sid.srv6_l2vpn.sub_sub_tlv.type", "Type", U8, DEC,
			WORDS(l3_ss_type_words), .help = "Which part", .ref = "RFC 9252, 2"},
	[L2_SS_LENGTH] = {"bgp.prefix_sid.srv6_l2vpn.sub_sub_tlv.length", "Length", U16, DEC,
			  .help = "Octets of it", .ref = "RFC 9252, 2"},
	[L2_SS_VALUE] = {"bgp.prefix_sid.srv6_l2vpn.sub_sub_tlv.value", "Value", BYTES,
			 .help = "What nobody knows", .ref = "RFC 9252, 2"},
	[L2_BLOCK] = {"bgp.prefix_sid.srv6_l2vpn.sid.locator_block_len", "Locator Block Length", U8,
		      DEC, .help = "Bits that all segments have in common", .ref = "RFC 9252, 2"},
	[L2_NODE] = {"bgp.prefix_sid.srv6_l2vpn.sid.locator_node_len", "Locator Node Length", U8,
		     DEC, .help = "Bits that name the router", .ref = "RFC 9252, 2"},
	[L2_FUNC] = {"bgp.prefix_sid.srv6_l2vpn.sid.func_len", "Function Length", U8, DEC,
		     .help = "Bits that name the function", .ref = "RFC 9252, 2"},
	[L2_ARG] = {"bgp.prefix_sid.srv6_l2vpn.sid.arg_len", "Argument Length", U8, DEC,
		    .help = "Bits of its argument", .ref = "RFC 9252, 2"},
	[L2_TRANS_LEN] = {"bgp.prefix_sid.srv6_l2vpn.sid.trans_len", "Transposition Length", U8,
			  DEC, .help = "Bits that stand in the label", .ref = "RFC 9252, 2"},
	[L2_TRANS_OFF] = {"bgp.prefix_sid.srv6_l2vpn.sid.trans_offset", "Transposition Offset", U8,
			  DEC, .help = "Where they belong", .ref = "RFC 9252, 2"},
};

#define ROW(l3_row) (base + (l3_row)-L3) /* that row of the service at hand, L3 or L2 */
#define SRGB_LEN 6

enum { LABEL_INDEX = 1, ORIGINATOR_SRGB = 3, L3_SERVICE = 5, L2_SERVICE };

static void put_index(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned index;

	put(w, c, RESERVED, 1);
	put(w, c, INDEX_FLAGS, 2);
	index = (unsigned)put(w, c, INDEX_VALUE, 4);
	label_tail_of(w, group, ": %u ", index);
}

static void put_blocks(struct walk *w, struct cursor *c)
{
	uint32_t group;

	put(w, c, SRGB_FLAGS, 2);
	group = open_group(w, c, SRGB_BLOCKS, c->left.wire);
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned first = u24(&peek), n = u24(&peek);
		uint32_t block = open_group(w, c, SRGB_BLOCK, SRGB_LEN);

		label_whole(w, "SRGB Block(%u:%u)", first, n);
		put(w, c, SRGB_BASE, 3);
		put(w, c, SRGB_RANGE, 3);
		shut_group(w, block, NULL);
	}
	shut_group(w, group, NULL);
}

/* --- services over SRv6 --- */

static void put_more(struct walk *w, struct cursor *c, unsigned base)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, ROW(L3_SUBSUB), 3 + len);

	if (type == 1)
		label_whole(w, "SRv6 Service Data Sub-Sub-TLV - SRv6 SID Structure");
	else
		label_whole(w, "SRv6 Service Data Sub-Sub-TLV - Unknown (%u)", type);
	put(w, c, ROW(L3_SS_TYPE), 1);
	label_value(w, "%s (%u)", type == 1 ? "SRv6 SID Structure" : "Unknown", type);
	put(w, c, ROW(L3_SS_LENGTH), 2);
	body = *c;
	if (type == 1)
		for (unsigned row = L3_BLOCK; row <= L3_TRANS_OFF; row++)
			put(w, &body, ROW(row), 1);
	else if (!c->bad)
		put(w, &body, ROW(L3_SS_VALUE), len);
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
}

static void put_information(struct walk *w, struct cursor *c, unsigned base)
{
	uint32_t group;

	put(w, c, ROW(L3_SUB_RESERVED), 1);
	put(w, c, ROW(L3_SID), 16);
	put(w, c, ROW(L3_FLAGS), 1);
	put(w, c, ROW(L3_BEHAVIOR), 2);
	put(w, c, ROW(L3_RESERVED), 1);
	if (c->bad)
		return;
	group = open_group(w, c, ROW(L3_SUBSUBS), c->left.wire);
	while (c->left.wire && !c->bad)
		put_more(w, c, base);
	shut_group(w, group, NULL);
}

static void put_part_of(struct walk *w, struct cursor *c, unsigned base)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, ROW(L3_SUB), 3 + len);

	if (type == 1)
		label_whole(w, "SRv6 Service Sub-TLV - SRv6 SID Information");
	else
		label_whole(w, "SRv6 Service Sub-TLV - Unknown (%u)", type);
	put(w, c, ROW(L3_TYPE), 1);
	label_value(w, "%s (%u)", type == 1 ? "SRv6 SID Information" : "Unknown", type);
	put(w, c, ROW(L3_LENGTH), 2);
	body = cursor_first(*c, len);
	if (type == 1)
		put_information(w, &body, base);
	else if (!c->bad)
		put(w, &body, ROW(L3_VALUE), len);
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
}

static void put_service(struct walk *w, struct cursor *c, unsigned base)
{
	uint32_t group;

	put(w, c, RESERVED, 1);
	group = open_group(w, c, ROW(L3_SUBS), c->left.wire);
	while (c->left.wire && !c->bad)
		put_part_of(w, c, base);
	shut_group(w, group, NULL);
}

/* --- the list --- */

static uint32_t open_element(struct walk *w, struct cursor *c, unsigned type, uint32_t len)
{
	uint32_t group = open_group(w, c,
				    type == LABEL_INDEX       ? INDEX
				    : type == ORIGINATOR_SRGB ? SRGB
				    : type == L3_SERVICE      ? L3
				    : type == L2_SERVICE      ? L2
							      : UNKNOWN,
				    3 + len);

	if (type == 2 || type == 4)
		label_whole(w, "Unknown TLV (Deprecated)");
	else if (!type || type > L2_SERVICE)
		label_whole(w, "Unknown TLV (%u)", type);
	put(w, c, TYPE, 1);
	put(w, c, LENGTH, 2);
	return group;
}

/* Whether the length makes sense; where it doesn't nothing more is read. */
static bool fits(struct walk *w, const struct cursor *c, unsigned type, uint32_t len)
{
	if (type == LABEL_INDEX && len != 7)
		bgp_wrong(w, c, len, WRONG, LENGTH_NOTE,
			  "Invalid BGP Prefix-SID Label Index length: %u bytes", len);
	else if (type == ORIGINATOR_SRGB && (len < 2 || (len - 2) % SRGB_LEN))
		bgp_wrong(w, c, len, WRONG, LENGTH_NOTE,
			  "Invalid BGP Prefix-SID SRGB Originator length: %u bytes", len);
	else
		return true;
	return false;
}

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u16(&peek), group = open_element(w, c, type, len);

	body = cursor_first(*c, len);
	w->depth--;
	if (c->bad || !fits(w, c, type, len)) {
		w->depth++;
		cursor_take(c, c->left.wire);
		shut_group(w, group, NULL);
		return;
	}
	w->depth++;
	if (type == LABEL_INDEX)
		put_index(w, &body, group);
	else if (type == ORIGINATOR_SRGB)
		put_blocks(w, &body);
	else if (type == L3_SERVICE || type == L2_SERVICE)
		put_service(w, &body, type == L3_SERVICE ? L3 : L2);
	else
		put(w, &body, VALUE, len);
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put_element(w, c);
}

static const struct hang hangs[] = {{"bgp.part", BGP_SID}, {0}};

const struct proto proto_bgp_sid = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 8669",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
