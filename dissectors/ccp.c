/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Compression Control Protocol. */
/* RFC 1962; RFC 1967, 1974, 1975 to 1979, 2118, 3078 and others (options). */
#include "shared/flags.h"
#include "shared/layout.h"
#include "shared/ppp.h"

enum {
	OPT_TYPE = CP_ROWS,
	OPT_LENGTH,
	OPT_OUI,
	SUBTYPE,
	OPT_DATA,
	LOOSE,
	HISTORY_COUNT,
	STAC_CHECK,
	STAC_RESERVED,
	STAC_MODE,
	BITS,
	BIT_H,
	BIT_M,
	BIT_S,
	BIT_L,
	BIT_D,
	BIT_C,
	HISTORY,
	VERSION,
	DICT,
	DICT_VERSION,
	DICT_BITS,
	CHECK_MODE,
	PROCESS_MODE,
	FEATURES,
	PER_PACKET,
	HISTORIES,
	CONTEXTS,
	MODE,
	WINDOW,
	METHOD,
	MBZ,
	CHECK,
	V44_MODE,
	V44_SIZE,
	V44_HISTORY,
	OUI_OPTION,
	PREDICTOR_1,
	PREDICTOR_2,
	PUDDLE,
	HP_PPC,
	STAC,
	STAC_ASCEND,
	MPPE,
	GANDALF,
	V42BIS,
	BSD,
	LZS_DCP,
	MVRCA,
	DCE,
	DEFLATE,
	V44,
};

static const struct word codes[] = {CP_CODES, {14, "Reset Request"}, {15, "Reset Ack"}};

static const struct word stac_modes[] = {
	{0, "None"}, {1, "LCB"}, {2, "CRC"}, {3, "Sequence Number"}, {4, "Extended Mode"},
};

static const struct word bit_h[] = {{0, "Stateless mode OFF"}, {1, "Stateless mode ON"}};

static const struct word bit_m[] = {{0, "56-bit encryption OFF"}, {1, "56-bit encryption ON"}};

static const struct word bit_s[] = {{0, "128-bit encryption OFF"}, {1, "128-bit encryption ON"}};

static const struct word bit_l[] = {{0, "40-bit encryption OFF"}, {1, "40-bit encryption ON"}};

static const struct word bit_d[] = {{0, "Obsolete (should ALWAYS be 0)"},
				    {1, "Obsolete (should NOT be 1)"}};

static const struct word bit_c[] = {{0, "No desire to negotiate MPPC"},
				    {1, "Desire to negotiate MPPC"}};

static const struct word check_modes[] = {
	{0, "None"},
	{1, "LCB"},
	{2, "Sequence Number"},
	{3, "Sequence Number + LCB (default)"},
};

static const struct word process_modes[] = {
	{0, "None (default)"},
	{1, "Process-Uncompressed"},
};

static const struct word enabled[] = {{0, "Disabled"}, {1, "Enabled"}};

static const struct word modes[] = {
	{1, "No Additional Negotiation"},
	{2, "Full PPP Negotiation and State Machine"},
};

static const struct word methods[] = {
	{8, "zlib compression"},
};

static const struct word checks[] = {
	{0, "sequence number check method"},
};

static const struct word v44_modes[] = {
	{0, "Datagram Mode (one dictionary and no history)"},
	{1, "Multi-Datagram Mode (one dictionary with history)"},
	{2, "Individual Link Mode", 65535},
};

static void form_bits(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);

	text_format(t, "0x%08x", (unsigned)n->u);
	for (const struct node *bit = n + 1; bit < end; bit = node_next(r, bit))
		if (bit->u)
			text_format(t, ", %s", bit->field->label);
}

static const struct field fields[] = {
	CP_FIELDS("ccp", "PPP Compression Control Protocol", codes),
	[OPT_TYPE] = {"ccp.opt.type", "Type", U8, DEC, .help = "Which way of compression",
		      .ref = "4"},
	[OPT_LENGTH] = {"ccp.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "4"},
	[OPT_OUI] = {"ccp.opt.oui", "OUI", U24, OUI, .help = "Whose way it is", .ref = "4.1"},
	[SUBTYPE] = {"ccp.opt.subtype", "Subtype", U8, DEC_HEX, .help = "Which of its ways",
		     .ref = "4.1"},
	[OPT_DATA] = {"ccp.opt.data", "Data", BYTES, .help = "What nobody knows", .ref = "4"},
	[LOOSE] = {"text", "Parts", HEADING},
	[HISTORY_COUNT] = {"ccp.opt.history_count", "History Count", U16, DEC,
			   .help = "Histories that are kept", .ref = "RFC 1974, 3"},
	[STAC_CHECK] = {"ccp.opt.cm", "Check Mode Field", U8, DEC, .help = "How losses are noticed",
			.ref = "RFC 1974, 3"},
	[STAC_RESERVED] = {"ccp.opt.cm.reserved", "Reserved", U8, DEC, AT(0, 5),
			   .under = STAC_CHECK, .help = "Always 0", .ref = "RFC 1974, 3"},
	[STAC_MODE] = {"ccp.opt.cm.check_mode", "Check Mode", U8, DEC, AT(5, 3),
		       .under = STAC_CHECK, WORDS(stac_modes), .help = "How losses are noticed",
		       .ref = "RFC 1974, 3"},
	[BITS] = {"ccp.opt.supported_bits", "Supported Bits", U32, HEX, .form = form_bits,
		  .help = "All bits", .ref = "RFC 3078, 2"},
	[BIT_H] = {"ccp.opt.supported_bits.h", "H", BOOL, AT(7, 1), BOX(32, 7), .under = BITS,
		   WORDS(bit_h), .help = "Keys change with every packet", .ref = "RFC 3078, 2"},
	[BIT_M] = {"ccp.opt.supported_bits.m", "M", BOOL, AT(24, 1), BOX(32, 24), .under = BITS,
		   WORDS(bit_m), .help = "Keys of 56 bits", .ref = "RFC 3078, 2"},
	[BIT_S] = {"ccp.opt.supported_bits.s", "S", BOOL, AT(25, 1), BOX(32, 25), .under = BITS,
		   WORDS(bit_s), .help = "Keys of 128 bits", .ref = "RFC 3078, 2"},
	[BIT_L] = {"ccp.opt.supported_bits.l", "L", BOOL, AT(26, 1), BOX(32, 26), .under = BITS,
		   WORDS(bit_l), .help = "Keys of 40 bits", .ref = "RFC 3078, 2"},
	[BIT_D] = {"ccp.opt.supported_bits.d", "D", BOOL, AT(27, 1), BOX(32, 27), .under = BITS,
		   WORDS(bit_d), .help = "Of no use any more", .ref = "RFC 3078, 2"},
	[BIT_C] = {"ccp.opt.supported_bits.c", "C", BOOL, AT(31, 1), BOX(32, 31), .under = BITS,
		   WORDS(bit_c), .help = "It compresses", .ref = "RFC 3078, 2"},
	[HISTORY] = {"ccp.opt.history", "History", U8, DEC,
		     .help = "Octets of history, as a power of two", .ref = "RFC 1993, 2"},
	[VERSION] = {"ccp.opt.version", "Version", BYTES, .help = "Which version",
		     .ref = "RFC 1993, 2"},
	[DICT] = {"ccp.opt.vd", "Vers/Dict", U8, HEX, .help = "Version and dictionary",
		  .ref = "RFC 1977, 2"},
	[DICT_VERSION] = {"ccp.opt.vd.vers", "Vers", U8, DEC, AT(0, 3), .under = DICT,
			  .help = "Always 1", .ref = "RFC 1977, 2"},
	[DICT_BITS] = {"ccp.opt.vd.dict", "Dict", U8, DEC, AT(3, 5), .under = DICT,
		       .help = "Bits of the longest code", .ref = "RFC 1977, 2"},
	[CHECK_MODE] = {"ccp.opt.check_mode", "Check Mode", U8, DEC, WORDS(check_modes),
			.help = "How losses are noticed", .ref = "RFC 1967, 3"},
	[PROCESS_MODE] = {"ccp.opt.process_mode", "Process Mode", U8, DEC, WORDS(process_modes),
			  .help = "Whether packets that don't shrink count", .ref = "RFC 1967, 3"},
	[FEATURES] = {"ccp.opt.fe", "Features", U8, DEC, AT(0, 2), .under = LOOSE,
		      .help = "Which features", .ref = "RFC 1975, 2"},
	[PER_PACKET] = {"ccp.opt.p", "Packet by Packet flag", BOOL, AT(2, 1), .under = LOOSE,
			WORDS(enabled), .help = "Each packet stands alone", .ref = "RFC 1975, 2"},
	[HISTORIES] = {"ccp.opt.History", "History", U8, DEC, AT(3, 5), .under = LOOSE,
		       .help = "Octets of history", .ref = "RFC 1975, 2"},
	[CONTEXTS] = {"ccp.opt.contexts", "# Contexts", U8, DEC, .help = "Contexts that are kept",
		      .ref = "RFC 1975, 2"},
	[MODE] = {"ccp.opt.mode", "Mode", U8, DEC, WORDS(modes), .help = "How much is negotiated",
		  .ref = "RFC 1976, 2"},
	[WINDOW] = {"ccp.opt.window", "Window", U8, DEC, AT(0, 4), .under = LOOSE,
		    .help = "Octets of the window, as a power of two", .ref = "RFC 1979, 2"},
	[METHOD] = {"ccp.opt.method", "Method", U8, DEC, AT(4, 4), .under = LOOSE, WORDS(methods),
		    .help = "Always 8", .ref = "RFC 1979, 2"},
	[MBZ] = {"ccp.opt.mbz", "MBZ", U8, DEC, AT(0, 6), .under = LOOSE, .help = "Always 0",
		 .ref = "RFC 1979, 2"},
	[CHECK] = {"ccp.opt.chk", "Chk", U8, DEC, AT(6, 2), .under = LOOSE, WORDS(checks),
		   .help = "How losses are noticed", .ref = "RFC 1979, 2"},
	[V44_MODE] = {"ccp.opt.mode_dictcount", "Mode/Dictionary Count", U16, DEC, WORDS(v44_modes),
		      .help = "How many dictionaries", .ref = "draft-heath-ppp-v44"},
	[V44_SIZE] = {"ccp.opt.dict_size", "Dictionary Size", U16, DEC,
		      .help = "Octets of a dictionary", .ref = "draft-heath-ppp-v44"},
	[V44_HISTORY] = {"ccp.opt.history_length", "History Length", U16, DEC,
			 .help = "Octets of history", .ref = "draft-heath-ppp-v44"},
	CP_OPTION(OUI_OPTION, "ccp.opt_oui", "OUI"),
	CP_OPTION(PREDICTOR_1, "ccp.opt.predict1", "Predictor type 1"),
	CP_OPTION(PREDICTOR_2, "ccp.opt.predict2", "Predictor type 2"),
	CP_OPTION(PUDDLE, "ccp.opt.puddle", "Puddle Jumper"),
	CP_OPTION(HP_PPC, "ccp.opt.hpppc", "Hewlett-Packard PPC"),
	CP_OPTION(STAC, "ccp.opt.stac", "Stac Electronics LZS"),
	CP_OPTION(STAC_ASCEND, "ccp.opt.stac_ascend",
		  "Stac Electronics LZS (Ascend Proprietary version)"),
	CP_OPTION(MPPE, "ccp.opt.mppe", "Microsoft PPE/PPC"),
	CP_OPTION(GANDALF, "ccp.opt.gfza", "Gandalf FZA"),
	CP_OPTION(V42BIS, "ccp.opt.v42bis", "V.42bis compression"),
	CP_OPTION(BSD, "ccp.opt.bsdcomp", "BSD LZW Compress"),
	CP_OPTION(LZS_DCP, "ccp.opt.lzsdcp", "LZS-DCP"),
	CP_OPTION(MVRCA, "ccp.opt.mvrca", "MVRCA (Magnalink)"),
	CP_OPTION(DCE, "ccp.opt.dce",
		  "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)"),
	CP_OPTION(DEFLATE, "ccp.opt.deflate", "Deflate"),
	CP_OPTION(V44, "ccp.opt.v44lzjh", "V.44/LZJH compression"),
};

static void rest_stac(struct walk *w, struct cursor *c, uint32_t group)
{
	uint32_t check;

	(void)group;
	put(w, c, HISTORY_COUNT, 2);
	check = (uint32_t)put(w, c, STAC_CHECK, 1);
	label_tail(w, ", Check Mode: %s", row_word(w, STAC_MODE, check & 7, "Unknown"));
}

/* Two bytes of bits, the first of which names the window. */
static void rest_deflate(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	unsigned window = u8(&peek) >> 4;

	(void)group;
	put_slice(w, *c, WINDOW, 1);
	label_value(w, "%u", 1u << (window + 8));
	put_layout(w, c,
		   PARTS({METHOD, SLICE | 1}, {0, HOP | 1}, {MBZ, SLICE | 1}, {CHECK, SLICE | 1},
			 {0, HOP | 1}));
}

static void rest_v44(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, V44_MODE, 2);
	if (c->left.wire)
		put(w, c, V44_SIZE, 2);
	if (c->left.wire)
		put(w, c, V44_HISTORY, 2);
}

static const struct ppp_option option_list[] = {
	{.code = 0,
	 .len = 6,
	 .more = true,
	 .row = OUI_OPTION,
	 .parts = PARTS({OPT_OUI, 3}, {SUBTYPE, 1}, {OPT_DATA, TO_END})},
	{.code = 1, .len = 2, .more = true, .row = PREDICTOR_1, .parts = PARTS({OPT_DATA, TO_END})},
	{.code = 2, .len = 2, .more = true, .row = PREDICTOR_2, .parts = PARTS({OPT_DATA, TO_END})},
	{.code = 3, .len = 2, .more = true, .row = PUDDLE, .parts = PARTS({OPT_DATA, TO_END})},
	{.code = 16, .len = 2, .more = true, .row = HP_PPC, .parts = PARTS({OPT_DATA, TO_END})},
	{.code = 17, .len = 5, .more = true, .row = STAC, .rest = rest_stac},
	{.code = 17,
	 .len = 6,
	 .row = STAC_ASCEND,
	 .parts = PARTS({OPT_DATA, TO_END}),
	 .name = "Stac Electronics LZS"},
	{.code = 18, .len = 6, .row = MPPE, .parts = PARTS({BITS, 4})},
	{.code = 19,
	 .len = 3,
	 .more = true,
	 .row = GANDALF,
	 .parts = PARTS({HISTORY, 1}, {VERSION, TO_END})},
	{.code = 20, .len = 2, .more = true, .row = V42BIS, .parts = PARTS({OPT_DATA, TO_END})},
	{.code = 21, .len = 3, .row = BSD, .parts = PARTS({DICT, 1})},
	{.code = 23,
	 .len = 6,
	 .row = LZS_DCP,
	 .parts = PARTS({HISTORY_COUNT, 2}, {CHECK_MODE, 1}, {PROCESS_MODE, 1})},
	{.code = 24,
	 .len = 4,
	 .row = MVRCA,
	 .parts = PARTS({FEATURES, SLICE | 1}, {PER_PACKET, SLICE | 1}, {HISTORIES, SLICE | 1},
			{0, HOP | 1}, {CONTEXTS, 1})},
	{.code = 25, .len = 3, .row = DCE, .parts = PARTS({MODE, 1})},
	{.code = 26, .len = 4, .row = DEFLATE, .rest = rest_deflate},
	{.code = 27, .len = 4, .more = true, .row = V44, .rest = rest_v44},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0x80fd}, {0}};

const struct proto proto_ccp = {
	.brief = "PPP CCP",
	.spec = "RFC 1962",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
