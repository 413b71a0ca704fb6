/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: router renumbering. */
/* RFC 2894. */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	RENUMBERING,
	RESERVED,
	RR_SEQUENCE,
	RR_SEGMENT,
	RR_FLAGS,
	RR_T,
	RR_R,
	RR_A,
	RR_S,
	RR_P,
	RR_RSV,
	RR_DELAY,
	MP,
	MP_OPCODE,
	MP_OPLENGTH,
	MP_ORDINAL,
	MP_MATCHLEN,
	MP_MINLEN,
	MP_MAXLEN,
	MP_PREFIX,
	UP,
	UP_USELEN,
	UP_KEEPLEN,
	UP_MASK,
	UP_MASK_L,
	UP_MASK_A,
	UP_MASK_RSV,
	UP_RA,
	UP_RA_L,
	UP_RA_A,
	UP_RA_RSV,
	UP_VALID,
	UP_PREFERRED,
	UP_FLAGS,
	UP_V,
	UP_P,
	UP_FLAGS_RSV,
	UP_PREFIX,
	RM,
	RM_FLAGS,
	RM_RSV,
	RM_B,
	RM_F,
	RM_ORDINAL,
	RM_LEN,
	RM_INTERFACE,
	RM_PREFIX,
};

static const struct word opcodes[] = {{1, "Add"}, {2, "Change"}, {3, "Set Global"}};

static const struct field fields[] = {
	[RENUMBERING] = {"icmpv6.rr", "Router Renumbering", PROTO},
	[RESERVED] = ROW_RESERVED,
	[RR_SEQUENCE] = {"icmpv6.rr.sequence_number", "Sequence Number", U32, DEC,
			 .help = "Counts commands", .ref = "RFC 2894, 3.1"},
	[RR_SEGMENT] = {"icmpv6.rr.segment_number", "Segment Number", U8, DEC,
			.help = "Which part of the command", .ref = "RFC 2894, 3.1"},
	[RR_FLAGS] = {"icmpv6.rr.flag", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
		      .ref = "RFC 2894, 3.1"},
	[RR_T] = {"icmpv6.rr.flag.t", "Test Command", BOOL, AT(0, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "Only a test", .ref = "RFC 2894, 3.1"},
	[RR_R] = {"icmpv6.rr.flag.r", "Result requested", BOOL, AT(1, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "A result is wanted", .ref = "RFC 2894, 3.1"},
	[RR_A] = {"icmpv6.rr.flag.a", "All Interfaces", BOOL, AT(2, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "For all interfaces", .ref = "RFC 2894, 3.1"},
	[RR_S] = {"icmpv6.rr.flag.s", "Site-specific", BOOL, AT(3, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "Only for interfaces of a site",
		  .ref = "RFC 2894, 3.1"},
	[RR_P] = {"icmpv6.rr.flag.p", "Processed previously", BOOL, AT(4, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "It was done before", .ref = "RFC 2894, 3.1"},
	[RR_RSV] = {"icmpv6.rr.flag.rsv", "Reserved", U8, DEC, AT(5, 3), .under = RR_FLAGS,
		    .help = "Always 0", .ref = "RFC 2894, 3.1"},
	[RR_DELAY] = {"icmpv6.rr.maxdelay", "Max Delay", U16, DEC,
		      .help = "Milliseconds until the result at most", .ref = "RFC 2894, 3.1"},
	[MP] = {"icmpv6.rr.pco.mp", "Match-Prefix Part", NONE, .help = "Which prefixes it is about",
		.ref = "RFC 2894, 3.2.1.1"},
	[MP_OPCODE] = {"icmpv6.rr.pco.mp.opcode", "OpCode", U8, DEC, .under = MP, WORDS(opcodes),
		       .help = "What to do", .ref = "RFC 2894, 3.2.1.1"},
	[MP_OPLENGTH] = {"icmpv6.rr.pco.mp.oplength", "OpLength", U8, DEC, .under = MP,
			 .help = "Length of the operation", .ref = "RFC 2894, 3.2.1.1"},
	[MP_ORDINAL] = {"icmpv6.rr.pco.mp.ordinal", "Ordinal", U8, HEX, .under = MP,
			.help = "Number of the operation", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MATCHLEN] = {"icmpv6.rr.pco.mp.matchlen", "MatchLen", U8, DEC, .under = MP,
			 .help = "Bits to compare", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MINLEN] = {"icmpv6.rr.pco.mp.minlen", "MinLen", U8, DEC, .under = MP,
		       .help = "Shortest prefix", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MAXLEN] = {"icmpv6.rr.pco.mp.maxlen", "MaxLen", U8, DEC, .under = MP,
		       .help = "Longest prefix", .ref = "RFC 2894, 3.2.1.1"},
	[MP_PREFIX] = {"icmpv6.rr.pco.mp.matchprefix", "MatchPrefix", IPV6, .under = MP,
		       .help = "The prefix to compare with", .ref = "RFC 2894, 3.2.1.1"},
	[UP] = {"icmpv6.rr.pco.up", "Use-Prefix Part", NONE, .help = "Which prefix to use instead",
		.ref = "RFC 2894, 3.2.1.2"},
	[UP_USELEN] = {"icmpv6.rr.pco.up.uselen", "UseLen", U8, DEC, .under = UP,
		       .help = "Bits to take of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_KEEPLEN] = {"icmpv6.rr.pco.up.keeplen", "KeepLen", U8, DEC, .under = UP,
			.help = "Bits to keep of the old one", .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK] = {"icmpv6.rr.pco.up.flagmask", "FlagMask", U8, HEX, .under = UP,
		     .form = form_flags, .help = "Which flags to change",
		     .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_L] = {"icmpv6.rr.pco.up.flagmask.l", "On-link flag(L)", BOOL, AT(0, 1),
		       .under = UP_MASK, WORDS(set_notset), .help = "The prefix is on the link",
		       .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_A] = {"icmpv6.rr.pco.up.flagmask.a", "Autonomous address-configuration flag(A)",
		       BOOL, AT(1, 1), .under = UP_MASK, WORDS(set_notset),
		       .help = "Hosts may make addresses of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_RSV] = {"icmpv6.rr.pco.up.flagmask.reserved", "Reserved", U8, DEC, AT(2, 6),
			 .under = UP_MASK, .help = "Always 0", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA] = {"icmpv6.rr.pco.up.raflags", "RAFlags", U8, HEX, .under = UP, .form = form_flags,
		   .help = "The flags to advertise", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_L] = {"icmpv6.rr.pco.up.flagmask.l", "On-link flag(L)", BOOL, AT(0, 1),
		     .under = UP_RA, WORDS(set_notset), .help = "The prefix is on the link",
		     .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_A] = {"icmpv6.rr.pco.up.flagmask.a", "Autonomous address-configuration flag(A)",
		     BOOL, AT(1, 1), .under = UP_RA, WORDS(set_notset),
		     .help = "Hosts may make addresses of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_RSV] = {"icmpv6.rr.pco.up.flagmask.reserved", "Reserved", U8, DEC, AT(2, 6),
		       .under = UP_RA, .help = "Always 0", .ref = "RFC 2894, 3.2.1.2"},
	[UP_VALID] = {"icmpv6.rr.pco.up.validlifetime", "Valid Lifetime", U32, DEC, .under = UP,
		      .words = &infinite_lifetime, .form = form_special,
		      .help = "Seconds that it is valid", .ref = "RFC 2894, 3.2.1.2"},
	[UP_PREFERRED] = {"icmpv6.rr.pco.up.preferredlifetime", "Preferred Lifetime", U32, DEC,
			  .under = UP, .words = &infinite_lifetime, .form = form_special,
			  .help = "Seconds that its addresses are preferred",
			  .ref = "RFC 2894, 3.2.1.2"},
	[UP_FLAGS] = {"icmpv6.rr.pco.up.flag", "Flags", U32, HEX, .under = UP, .form = form_flags,
		      .help = "All flags", .ref = "RFC 2894, 3.2.1.2"},
	[UP_V] = {"icmpv6.rr.pco.up.flag.v", "Decrement valid lifetime", BOOL, AT(0, 1), BOX(32, 0),
		  .under = UP_FLAGS, WORDS(set_notset), .help = "The valid lifetime runs down",
		  .ref = "RFC 2894, 3.2.1.2"},
	[UP_P] = {"icmpv6.rr.pco.up.flag.p", "Decrement preferred lifetime", BOOL, AT(1, 1),
		  BOX(32, 1), .under = UP_FLAGS, WORDS(set_notset),
		  .help = "The preferred lifetime runs down", .ref = "RFC 2894, 3.2.1.2"},
	[UP_FLAGS_RSV] = {"icmpv6.rr.pco.up.flag.reserved", "Reserved", U32, DEC, AT(2, 30),
			  BOX(32, 2), .under = UP_FLAGS, .help = "Always 0",
			  .ref = "RFC 2894, 3.2.1.2"},
	[UP_PREFIX] = {"icmpv6.rr.pco.up.useprefix", "UsePrefix", IPV6, .under = UP,
		       .help = "The prefix", .ref = "RFC 2894, 3.2.1.2"},
	[RM] = {"icmpv6.rr.rm", "Result Message", NONE, .help = "What a router did",
		.ref = "RFC 2894, 3.2.2"},
	[RM_FLAGS] = {"icmpv6.rr.rm.flag", "Flags", U16, HEX, .under = RM, .form = form_flags,
		      .help = "All flags", .ref = "RFC 2894, 3.2.2"},
	[RM_RSV] = {"icmpv6.rr.rm.flag.reserved", "Reserved", U16, DEC, AT(0, 14), BOX(16, 0),
		    .under = RM_FLAGS, .help = "Always 0", .ref = "RFC 2894, 3.2.2"},
	[RM_B] = {"icmpv6.rr.rm.flag.b", "Bounds", BOOL, AT(14, 1), BOX(16, 14), .under = RM_FLAGS,
		  WORDS(set_notset), .help = "Some limit was hit", .ref = "RFC 2894, 3.2.2"},
	[RM_F] = {"icmpv6.rr.rm.flag.f", "Forbidden", BOOL, AT(15, 1), BOX(16, 15),
		  .under = RM_FLAGS, WORDS(set_notset), .help = "It isn't allowed",
		  .ref = "RFC 2894, 3.2.2"},
	[RM_ORDINAL] = {"icmpv6.rr.rm.ordinal", "Ordinal", U8, HEX, .under = RM,
			.help = "Number of the operation", .ref = "RFC 2894, 3.2.2"},
	[RM_LEN] = {"icmpv6.rr.rm.matchedlen", "MatchedLen", U8, DEC, .under = RM,
		    .help = "Bits of the prefix", .ref = "RFC 2894, 3.2.2"},
	[RM_INTERFACE] = {"icmpv6.rr.rm.interfaceindex", "InterfaceIndex", U32, DEC, .under = RM,
			  .help = "Which interface", .ref = "RFC 2894, 3.2.2"},
	[RM_PREFIX] = {"icmpv6.rr.rm.matchedprefix", "MatchedPrefix", IPV6, .under = RM,
		       .help = "The prefix", .ref = "RFC 2894, 3.2.2"},
};

static void put_match(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {
		{MP_OPCODE, 1}, {MP_OPLENGTH, 1}, {MP_ORDINAL, 1}, {MP_MATCHLEN, 1},
		{MP_MINLEN, 1}, {MP_MAXLEN, 1},   {RESERVED, 2},   {0, 0}};
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, MP, 24);
	unsigned opcode = u8(&peek), len = (u16(&peek), u8(&peek)), least = u8(&peek),
		 most = u8(&peek);
	const char *word = word_for(fields[MP_OPCODE].words, opcode);
	const char *prefix;

	put_rows(w, c, head);
	prefix = peek_address(w, *c);
	put(w, c, MP_PREFIX, 16);
	if (prefix && word)
		label_tail_of(w, group, ": %s", word);
	else if (prefix)
		label_tail_of(w, group, ": Unknown %u", opcode);
	if (prefix)
		label_tail_of(w, group, " %s/%u (%u-%u)", prefix, len, least, most);
	shut_group(w, group, c);
}

static void put_use(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{UP_USELEN, 1}, {UP_KEEPLEN, 1}, {UP_MASK, 1},
					    {UP_RA, 1},     {UP_VALID, 4},   {UP_PREFERRED, 4},
					    {UP_FLAGS, 4},  {0, 0}};
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, UP, 32);
	unsigned len = u8(&peek), keep = u8(&peek);
	const char *prefix;

	put_rows(w, c, parts);
	prefix = peek_address(w, *c);
	put(w, c, UP_PREFIX, 16);
	if (prefix)
		label_tail_of(w, group, ": %s/%u (keep %u)", prefix, len, keep);
	shut_group(w, group, c);
}

static void put_result(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, RM, 24);
	unsigned len, interface;
	const char *prefix;

	put(w, c, RM_FLAGS, 2);
	put(w, c, RM_ORDINAL, 1);
	len = (unsigned)put(w, c, RM_LEN, 1);
	interface = (unsigned)put(w, c, RM_INTERFACE, 4);
	prefix = peek_address(w, *c);
	put(w, c, RM_PREFIX, 16);
	if (prefix)
		label_tail_of(w, group, ": %s/%u (interface %u)", prefix, len, interface);
	shut_group(w, group, c);
}

enum { COMMAND, RESULT };

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part head[] = {{RR_SEQUENCE, 4}, {RR_SEGMENT, 1}, {RR_FLAGS, 1},
					   {RR_DELAY, 2},    {RESERVED, 4},   {0, 0}};
	unsigned code = icmpv6_code(l);

	put_rows(w, c, head);
	if (code == COMMAND && !c->bad)
		put_match(w, c);
	while (code == COMMAND && c->left.wire && !c->bad)
		put_use(w, c);
	while (code == RESULT && c->left.wire && !c->bad)
		put_result(w, c);
}

static const struct hang hangs[] = {{"icmpv6.type", 138}, {0}};

const struct proto proto_icmpv6_rr = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 2894",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
