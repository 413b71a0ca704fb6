/* SPDX-License-Identifier: BSD-2-Clause */
/* In-situ OAM as an option of IPv6: what nodes on the way write into the packet. */
/* RFC 9197, 4.4; RFC 9486 (as an option). */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	IOAM,
	BAD_LENGTH,
	IOAM_RESERVED,
	IOAM_TYPE,
	TRACE,
	TRACE_NS,
	TRACE_NODELEN,
	TRACE_BAD_NODELEN,
	TRACE_FLAGS,
	TRACE_O,
	TRACE_L,
	TRACE_A,
	TRACE_R,
	TRACE_REMLEN,
	TRACE_BAD_REMLEN,
	TRACE_TYPE,
	BIT0,
	BIT1,
	BIT2,
	BIT3,
	BIT4,
	BIT5,
	BIT6,
	BIT7,
	BIT8,
	BIT9,
	BIT10,
	BIT11,
	BITS_UNDEF,
	BIT22,
	BIT23,
	TRACE_MISMATCH,
	TRACE_RESERVED,
	TRACE_DATA,
	TRACE_FREE,
	TRACE_NODE,
	TRACE_PAIR,
	NODE_HLIM,
	NODE_ID,
	NODE_IIF,
	NODE_EIF,
	NODE_TSS,
	NODE_TSF,
	NODE_DELAY,
	NODE_NSDATA,
	NODE_QDEPTH,
	NODE_CSUM,
	NODE_ID_WIDE,
	NODE_IIF_WIDE,
	NODE_EIF_WIDE,
	NODE_NSDATA_WIDE,
	NODE_BUFFER,
	NODE_UNDEF,
	OSS_LEN,
	OSS_SCHEMA,
	OSS_DATA,
};

static const struct word ioam_types[] = {{0, "Pre-allocated Trace"},
					 {1, "Incremental Trace"},
					 {2, "Proof of Transit"},
					 {3, "Edge to Edge"}};

#define TRACE_BIT(row, bit, n, name, what)         \
	[row] = {"ipv6.opt.ioam.trace.type." name, \
		 what,                             \
		 BOOL,                             \
		 AT(32 + (bit), n),                \
		 BOX(24, bit),                     \
		 .under = TRACE_TYPE,              \
		 .help = "Nodes write this",       \
		 .ref = "RFC 9197, 4.4.1"}

#define NODE_DATA(row, name, what, kind)           \
	[row] = {"ipv6.opt.ioam.trace.node." name, \
		 what,                             \
		 kind,                             \
		 HEX,                              \
		 .under = TRACE_NODE,              \
		 .help = "What the node wrote",    \
		 .ref = "RFC 9197, 4.4.2"}

static const struct field fields[] = {
	[IOAM] = {"ipv6.ioam", "In-situ OAM", PROTO},
	[BAD_LENGTH] =
		EXPERT("ipv6.opt.invalid_len", "Invalid IPv6 option length", ERROR, G_MALFORMED),
	[IOAM_RESERVED] = {"ipv6.opt.ioam.rsv", "Reserved", U8, DEC, .help = "Always 0",
			   .ref = "RFC 9486, 3"},
	[IOAM_TYPE] = {"ipv6.opt.ioam.opt_type", "Option-Type", U8, DEC, WORDS(ioam_types),
		       .help = "Which kind of telemetry", .ref = "RFC 9486, 3"},
	[TRACE] = {"text", "Trace", HEADING},
	[TRACE_NS] = {"ipv6.opt.ioam.trace.ns", "Namespace ID", U16, DEC, AT(0, 16), .under = TRACE,
		      .help = "Whose telemetry", .ref = "RFC 9197, 4.4.1"},
	[TRACE_NODELEN] = {"ipv6.opt.ioam.trace.nodelen", "Node Length", U8, DEC, AT(16, 5),
			   .under = TRACE, .help = "What a node writes, in units of 4 octets",
			   .ref = "RFC 9197, 4.4.1"},
	[TRACE_BAD_NODELEN] = EXPERT("ipv6.opt.ioam.trace.invalid_nodelen",
				     "Invalid \"NodeLen\" value: cannot be 0", ERROR, G_PROTOCOL),
	[TRACE_FLAGS] = {"ipv6.opt.ioam.trace.flags", "Flags", U16, HEX, AT(21, 4), BOX(16, 5),
			 .under = TRACE, .form = form_flags, .help = "All flags",
			 .ref = "RFC 9197, 4.4.1"},
	[TRACE_O] = {"ipv6.opt.ioam.trace.flag.o", "Overflow", BOOL, AT(21, 1), BOX(16, 5),
		     .under = TRACE_FLAGS, .help = "Some node found no room",
		     .ref = "RFC 9197, 4.4.1"},
	[TRACE_L] = {"ipv6.opt.ioam.trace.flag.l", "Loopback", BOOL, AT(22, 1), BOX(16, 6),
		     .under = TRACE_FLAGS, .help = "Nodes send a copy back", .ref = "RFC 9322, 3"},
	[TRACE_A] = {"ipv6.opt.ioam.trace.flag.a", "Active", BOOL, AT(23, 1), BOX(16, 7),
		     .under = TRACE_FLAGS, .help = "The packet was sent for measuring",
		     .ref = "RFC 9322, 4"},
	[TRACE_R] = {"ipv6.opt.ioam.trace.flag.rsv", "Reserved", BOOL, AT(24, 1), BOX(16, 8),
		     .under = TRACE_FLAGS, .help = "Always 0", .ref = "RFC 9197, 4.4.1"},
	[TRACE_REMLEN] = {"ipv6.opt.ioam.trace.remlen", "Remaining Length", U8, DEC, AT(25, 7),
			  .under = TRACE, .help = "Room left, in units of 4 octets",
			  .ref = "RFC 9197, 4.4.1"},
	[TRACE_BAD_REMLEN] = EXPERT("ipv6.opt.ioam.trace.invalid_remlen",
				    "Invalid \"RemLen\" value", ERROR, G_PROTOCOL),
	[TRACE_TYPE] = {"ipv6.opt.ioam.trace.type", "Trace Type", U24, HEX, AT(32, 24),
			.under = TRACE, .form = form_flags, .help = "What nodes write",
			.ref = "RFC 9197, 4.4.1"},
	TRACE_BIT(BIT0, 0, 1, "bit0", "Hop_Lim and Node ID (short)"),
	TRACE_BIT(BIT1, 1, 1, "bit1", "Ingress and Egress IDs (short)"),
	TRACE_BIT(BIT2, 2, 1, "bit2", "Timestamp seconds"),
	TRACE_BIT(BIT3, 3, 1, "bit3", "Timestamp fraction"),
	TRACE_BIT(BIT4, 4, 1, "bit4", "Transit delay"),
	TRACE_BIT(BIT5, 5, 1, "bit5", "IOAM-Namespace specific data (short)"),
	TRACE_BIT(BIT6, 6, 1, "bit6", "Queue depth"),
	TRACE_BIT(BIT7, 7, 1, "bit7", "Checksum complement"),
	TRACE_BIT(BIT8, 8, 1, "bit8", "Hop_Lim and Node ID (wide)"),
	TRACE_BIT(BIT9, 9, 1, "bit9", "Ingress and Egress IDs (wide)"),
	TRACE_BIT(BIT10, 10, 1, "bit10", "IOAM-Namespace specific data (wide)"),
	TRACE_BIT(BIT11, 11, 1, "bit11", "Buffer occupancy"),
	TRACE_BIT(BITS_UNDEF, 12, 10, "undef", "Undefined"),
	TRACE_BIT(BIT22, 22, 1, "bit22", "Opaque State Snapshot"),
	TRACE_BIT(BIT23, 23, 1, "rsv", "Reserved"),
	[TRACE_MISMATCH] = EXPERT("ipv6.opt.ioam.trace.invalid_type",
				  "Mismatch between Trace Type and NodeLen", ERROR, G_PROTOCOL),
	[TRACE_RESERVED] = {"ipv6.opt.ioam.trace.rsv", "Reserved", U8, DEC, AT(56, 8),
			    .under = TRACE, .help = "Always 0", .ref = "RFC 9197, 4.4.1"},
	[TRACE_DATA] = {"text", "Trace Data", HEADING, .under = TRACE},
	[TRACE_FREE] = {"ipv6.opt.ioam.trace.free_space", "Free space", BYTES, .under = TRACE_DATA,
			.help = "Room for further nodes", .ref = "RFC 9197, 4.4"},
	[TRACE_NODE] = {"text", "Node", HEADING, .under = TRACE_DATA},
	[TRACE_PAIR] = {"text", "Pair", HEADING, .under = TRACE_NODE},
	NODE_DATA(NODE_ID, "id", "ID", U24),
	NODE_DATA(NODE_IIF, "iif", "Ingress ID", U16),
	NODE_DATA(NODE_EIF, "eif", "Egress ID", U16),
	NODE_DATA(NODE_TSS, "tss", "Timestamp Seconds", U32),
	NODE_DATA(NODE_TSF, "tsf", "Timestamp Fraction", U32),
	NODE_DATA(NODE_DELAY, "trdelay", "Transit Delay", U32),
	NODE_DATA(NODE_NSDATA, "nsdata", "Namespace Data (short)", U32),
	NODE_DATA(NODE_QDEPTH, "qdepth", "Queue Depth", U32),
	NODE_DATA(NODE_CSUM, "csum", "Checksum Complement", U32),
	NODE_DATA(NODE_ID_WIDE, "id_wide", "ID", U56),
	NODE_DATA(NODE_IIF_WIDE, "iif_wide", "Ingress ID", U32),
	NODE_DATA(NODE_EIF_WIDE, "eif_wide", "Egress ID", U32),
	NODE_DATA(NODE_NSDATA_WIDE, "nsdata_wide", "Namespace Data (wide)", U64),
	NODE_DATA(NODE_BUFFER, "bufoccup", "Buffer Occupancy", U32),
	NODE_DATA(NODE_UNDEF, "undefined", "Undefined bit", U32),
	NODE_DATA(OSS_SCHEMA, "oss.scid", "Schema ID", U24),
	[NODE_HLIM] = {"ipv6.opt.ioam.trace.node.hlim", "Hop Limit", U8, DEC, .under = TRACE_NODE,
		       .help = "Hop limit where the node saw it", .ref = "RFC 9197, 4.4.2.1"},
	[OSS_LEN] = {"ipv6.opt.ioam.trace.node.oss.len", "Length", U8, DEC, .under = TRACE_NODE,
		     .help = "Opaque data in units of 4 octets", .ref = "RFC 9197, 4.4.2.13"},
	[OSS_DATA] = {"ipv6.opt.ioam.trace.node.oss.data", "Data", BYTES, .under = TRACE_NODE,
		      .help = "What the schema says", .ref = "RFC 9197, 4.4.2.13"},
};

#define TRACE_HEADER 10 /* octets of the option before what nodes wrote */

/* The option around. */
struct option_at {
	uint32_t length; /* the node of its length */
	uint32_t octets; /* what that says */
};

/* One or two fields by bit of the trace type; a pair stands below a heading. */
struct trace_field {
	uint16_t first, second;
	uint8_t first_octets, second_octets;
};

static const struct trace_field trace_fields[] = {
	{NODE_HLIM, NODE_ID, 1, 3},
	{NODE_IIF, NODE_EIF, 2, 2},
	{NODE_TSS, 0, 4, 0},
	{NODE_TSF, 0, 4, 0},
	{NODE_DELAY, 0, 4, 0},
	{NODE_NSDATA, 0, 4, 0},
	{NODE_QDEPTH, 0, 4, 0},
	{NODE_CSUM, 0, 4, 0},
	{NODE_HLIM, NODE_ID_WIDE, 1, 7},
	{NODE_IIF_WIDE, NODE_EIF_WIDE, 4, 4},
	{NODE_NSDATA_WIDE, 0, 8, 0},
	{NODE_BUFFER, 0, 4, 0},
};

#define LAST_UNDEFINED 21 /* bits up to this one may be set by what comes after RFC 9197 */

#define SNAPSHOT 22

static bool has_bit(uint32_t type, unsigned bit)
{
	return type >> (23 - bit) & 1;
}

static void put_trace_field(struct walk *w, struct cursor *c, unsigned bit)
{
	const struct trace_field *f = &trace_fields[bit];
	uint32_t group;

	if (!f->second) {
		put(w, c, f->first, f->first_octets);
		return;
	}
	group = open_group(w, c, TRACE_PAIR, f->first_octets + f->second_octets);
	label_whole(w, "%s", fields[BIT0 + bit].label);
	put(w, c, f->first, f->first_octets);
	put(w, c, f->second, f->second_octets);
	shut_group(w, group, c);
}

static void put_snapshot(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, TRACE_PAIR, 4);
	uint32_t len;

	label_whole(w, "%s", fields[BIT22].label);
	len = (uint32_t)put(w, c, OSS_LEN, 1) * 4;
	put(w, c, OSS_SCHEMA, 3);
	if (len)
		put(w, c, OSS_DATA, len);
	shut_group(w, group, c);
}

/* What one node wrote; false when that isn't as much as each should have written. */
static bool put_trace_node(struct walk *w, struct cursor *c, uint32_t type, uint32_t octets,
			   unsigned number)
{
	uint32_t group = open_group(w, c, TRACE_NODE, octets);
	uint32_t start = c->at;
	bool right;

	label_whole(w, "Node %u", number);
	for (unsigned bit = 0; bit <= LAST_UNDEFINED && !c->bad; bit++) {
		if (has_bit(type, bit) && bit < COUNT(trace_fields))
			put_trace_field(w, c, bit);
		else if (has_bit(type, bit))
			put(w, c, NODE_UNDEF, 4);
	}
	right = c->at - start == octets;
	if (right && has_bit(type, SNAPSHOT))
		put_snapshot(w, c);
	shut_group(w, group, c);
	return right;
}

/* A trace's header. */
struct trace {
	uint32_t group;     /* its node */
	uint32_t each;      /* octets that a node writes */
	uint32_t remaining; /* octets of room left */
	uint32_t type;      /* what nodes write */
};

/* The room left and what nodes wrote; on a mismatch the cursor stays before it all. */
static void put_trace_data(struct walk *w, struct cursor *c, const struct option_at *o,
			   const struct trace *t)
{
	struct cursor data = cursor_first(*c, o->octets - TRACE_HEADER);
	uint32_t group = open_group(w, c, TRACE_DATA, data.left.wire);
	uint32_t least = t->each + (has_bit(t->type, SNAPSHOT) ? 4 : 0);
	unsigned number = 1;

	if (t->remaining) {
		put(w, &data, TRACE_FREE, t->remaining);
		cursor_take(c, t->remaining);
	}
	while (data.left.wire >= least && !data.bad)
		if (!put_trace_node(w, &data, t->type, t->each, number++)) {
			shut_group(w, group, &data);
			w->last = node_in(w, t->group, TRACE_TYPE);
			expert(w, TRACE_MISMATCH, NULL);
			return;
		}
	shut_group(w, group, &data);
	if (data.left.wire) {
		w->last = o->length;
		expert(w, BAD_LENGTH, "IOAM Option: Invalid length (%u bytes)", o->octets);
	}
	cursor_take(c, data.at - c->at);
}

/* Notes what the trace's header contradicts itself in; false when there is such. */
static bool check_trace(struct walk *w, const struct option_at *o, const struct trace *t)
{
	bool right = true;

	if (o->octets < TRACE_HEADER) {
		w->last = o->length;
		expert(w, BAD_LENGTH, "IOAM Option: Invalid length (%u bytes)", o->octets);
	}
	if (!t->each) {
		w->last = node_in(w, t->group, TRACE_NODELEN);
		expert(w, TRACE_BAD_NODELEN, NULL);
		right = false;
	}
	if (o->octets < TRACE_HEADER || t->remaining > o->octets - TRACE_HEADER) {
		w->last = node_in(w, t->group, TRACE_REMLEN);
		expert(w, TRACE_BAD_REMLEN, "IOAM RemLen: Invalid length (%u bytes)", t->remaining);
		right = false;
	}
	return right;
}

static void put_trace(struct walk *w, struct cursor *c, const struct option_at *o, const char *name)
{
	struct trace t = {.group = open_group(w, c, TRACE, 8)};
	uint32_t lengths;

	label_whole(w, "%s", name);
	u16(c);
	lengths = u16(c);
	t.type = u24(c);
	u8(c);
	t.each = (lengths >> 11) * 4;
	t.remaining = (lengths & 127) * 4;
	if (!c->bad && check_trace(w, o, &t))
		put_trace_data(w, c, o, &t);
	shut_group(w, t.group, c);
}

enum { PRE_ALLOCATED, INCREMENTAL };

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l, 1);
	struct option_at o = {.length = w->last, .octets = u8(&head)};
	const char *name;
	uint32_t group;
	unsigned type;

	put(w, c, IOAM_RESERVED, 1);
	type = (unsigned)put(w, c, IOAM_TYPE, 1);
	name = word_for(fields[IOAM_TYPE].words, type);
	if (type <= INCREMENTAL && !c->bad) {
		put_trace(w, c, &o, name);
		return;
	}
	group = open_group(w, c, TRACE, 0);
	label_whole(w, "%s", name ? name : "Unknown Option-Type");
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"ipv6.option", 0x31}, {0}};

const struct proto proto_ipv6_ioam = {
	.brief = "IPv6 Options",
	.no_column = true,
	.spec = "RFC 9197, 4.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.bare = true,
	.prefix = "ipv6",
	.hangs = hangs,
	.rest = rest,
};
