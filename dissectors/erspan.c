/* SPDX-License-Identifier: BSD-2-Clause */
/* Encapsulated Remote Switch Port Analyzer: mirrored frames, in GRE. */
/* draft-foschiano-erspan-03. */
#include "core/walk.h"

enum {
	ERSPAN,
	LOOSE,
	VERSION,
	UNKNOWN_VERSION,
	VLAN,
	COS,
	ENCAP,
	BSO,
	TRUNCATION,
	SPAN_ID,
	RESERVED,
	INDEX,
	TIMESTAMP,
	SGT,
	HAS_PDU,
	FRAME_TYPE,
	HARDWARE,
	DIRECTION,
	GRANULARITY,
	SUBHEADER,
	PLATFORM,
	P1_RESERVED,
	P1_DOMAIN,
	P1_PORT,
	P3_RESERVED,
	P3_PORT,
	P3_TIME,
	P4_RESERVED,
	P4_RESERVED_2,
	P4_RESERVED_3,
	P5_SWITCH,
	P5_PORT,
	P5_TIME,
	P7_RESERVED,
	P7_SOURCE,
	P7_TIME,
	PX_RESERVED,
};

enum { TYPE_II = 1, TYPE_III };

#define GRE_SEQUENCE 0x1000 /* bit of GRE's flags: type I has no sequence number */
#define FRAME_ETHERNET 0

static const struct word versions[] = {{1, "Type II"}, {2, "Type III"}};
static const struct word encapsulations[] = {{0, "Originally without VLAN tag"},
					     {1, "Originally ISL encapsulated"},
					     {2, "Originally 802.1Q encapsulated"},
					     {3, "VLAN tag preserved in frame"}};
static const struct word integrities[] = {{0, "Good or unknown integrity"},
					  {1, "Short frame"},
					  {2, "Oversized frame"},
					  {3, "CRC or alignment error"}};
static const struct word truncations[] = {{0, "Not truncated"}, {1, "Truncated"}};
static const struct word frame_types[] = {{0, "Ethernet"}, {2, "IP"}};
static const struct word granularities[] = {{0, "100 microseconds"},
					    {1, "100 nanoseconds"},
					    {2, "IEEE 1588"},
					    {3, "Custom granularity"}};
static const struct word directions[] = {{0, "Ingress"}, {1, "Egress"}};

/* Rows of 16 and of 32 bits; all are put by hooks (see LOOSE). */
#define SHORT(bit, n) AT(bit, n), BOX(16, bit), .under = LOOSE
#define LONG(bit, n) AT(bit, n), BOX(32, bit), .under = LOOSE

static const struct field fields[] = {
	[ERSPAN] = {"erspan", "Encapsulated Remote Switch Packet ANalysis", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[VERSION] = {"erspan.version", "Version", U16, DEC, SHORT(0, 4), WORDS(versions),
		     .help = "Type of header", .ref = "4.2"},
	[UNKNOWN_VERSION] = EXPERT("erspan.version.unknown",
				   "Unknown version, please report or test to use fake ERSPAN "
				   "preference",
				   WARNING, G_UNDECODED),
	[VLAN] = {"erspan.vlan", "Vlan", U16, DEC, SHORT(4, 12), .help = "VLAN that is mirrored",
		  .ref = "4.2"},
	[COS] = {"erspan.cos", "COS", U16, DEC, SHORT(0, 3), .help = "Class of service",
		 .ref = "4.2"},
	[ENCAP] = {"erspan.encap", "Encap", U16, DEC, SHORT(3, 2), WORDS(encapsulations),
		   .help = "How the frame was tagged", .ref = "4.2"},
	[BSO] = {"erspan.bso", "Bad/Short/Oversized", U16, DEC, SHORT(3, 2), WORDS(integrities),
		 .help = "Whether the frame was in order", .ref = "4.3"},
	[TRUNCATION] = {"erspan.truncated", "Truncated", U16, DEC, SHORT(5, 1), WORDS(truncations),
			.help = "Not all of the frame is here", .ref = "4.2"},
	[SPAN_ID] = {"erspan.spanid", "SpanID", U16, DEC, SHORT(6, 10),
		     .help = "Which mirroring session", .ref = "4.2"},
	[RESERVED] = {"erspan.reserved", "Reserved", U32, DEC, LONG(0, 12), .help = "Always 0",
		      .ref = "4.2"},
	[INDEX] = {"erspan.index", "Index", U32, DEC, LONG(12, 20), .help = "Port and direction",
		   .ref = "4.2"},
	[TIMESTAMP] = {"erspan.timestamp", "Timestamp", U32, DEC, LONG(0, 32),
		       .help = "When the frame was mirrored", .ref = "4.3"},
	[SGT] = {"erspan.sgt", "Security Group Tag", U16, DEC, SHORT(0, 16),
		 .help = "TrustSec's tag", .ref = "4.3"},
	[HAS_PDU] = {"erspan.p", "Has Ethernet PDU", U16, DEC, SHORT(0, 1),
		     .help = "The frame is an Ethernet protocol's", .ref = "4.3"},
	[FRAME_TYPE] = {"erspan.ft", "Frame Type", U16, DEC, SHORT(1, 5), WORDS(frame_types),
			.help = "What is mirrored", .ref = "4.3"},
	[HARDWARE] = {"erspan.hw", "Hardware ID", U16, DEC, SHORT(6, 6),
		      .help = "Which engine of the switch", .ref = "4.3"},
	[DIRECTION] = {"erspan.direction", "Direction", BOOL, SHORT(12, 1), WORDS(directions),
		       .help = "Into or out of the port", .ref = "4.3"},
	[GRANULARITY] = {"erspan.gra", "Timestamp granularity", U16, DEC, SHORT(13, 2),
			 WORDS(granularities), .help = "Unit of the time stamp", .ref = "4.3"},
	[SUBHEADER] = {"erspan.o", "Optional Sub headers", U16, DEC, SHORT(15, 1),
		       .help = "The platform's header follows", .ref = "4.3"},
	[PLATFORM] = {"erspan.platid", "Platform ID", U32, DEC, LONG(0, 6),
		      .help = "Whose subheader it is", .ref = "4.3"},
	[P1_RESERVED] = {"erspan.pid1.rsvd1", "Reserved", U32, DEC, LONG(6, 14), .help = "Always 0",
			 .ref = "4.3"},
	[P1_DOMAIN] = {"erspan.pid1.vsmid", "VSM Domain ID", U32, DEC, LONG(20, 12),
		       .help = "Domain of the switch", .ref = "4.3"},
	[P1_PORT] = {"erspan.pid1.port_index", "Port ID/Index", U32, DEC, LONG(0, 32),
		     .help = "Mirrored port", .ref = "4.3"},
	[P3_RESERVED] = {"erspan.pid3.rsvd1", "Reserved", U32, DEC, LONG(6, 12), .help = "Always 0",
			 .ref = "4.3"},
	[P3_PORT] = {"erspan.pid3.port_index", "Port ID/Index", U32, DEC, LONG(18, 14),
		     .help = "Mirrored port", .ref = "4.3"},
	[P3_TIME] = {"erspan.pid3.timestamp", "Upper 32-bit Timestamp", U32, DEC, LONG(0, 32),
		     .help = "The time stamp's other half", .ref = "4.3"},
	[P4_RESERVED] = {"erspan.pid4.rsvd1", "Reserved", U32, DEC, LONG(6, 12), .help = "Always 0",
			 .ref = "4.3"},
	[P4_RESERVED_2] = {"erspan.pid4.rsvd2", "Reserved", U32, DEC, LONG(18, 14),
			   .help = "Always 0", .ref = "4.3"},
	[P4_RESERVED_3] = {"erspan.pid4.rsvd3", "Reserved", U32, DEC, LONG(0, 32),
			   .help = "Always 0", .ref = "4.3"},
	[P5_SWITCH] = {"erspan.pid5.switchid", "Switch ID", U32, DEC, LONG(6, 10),
		       .help = "Which switch mirrors", .ref = "4.3"},
	[P5_PORT] = {"erspan.pid5.port_index", "Port ID/Index", U32, DEC, LONG(16, 16),
		     .help = "Mirrored port", .ref = "4.3"},
	[P5_TIME] = {"erspan.pid5.timestamp", "Timestamp (seconds)", U32, DEC, LONG(0, 32),
		     .help = "The time stamp's seconds", .ref = "4.3"},
	[P7_RESERVED] = {"erspan.pid7.rsvd1", "Reserved", U32, DEC, LONG(6, 6), .help = "Always 0",
			 .ref = "4.3"},
	[P7_SOURCE] = {"erspan.pid7.source_index", "Source Index", U32, DEC, LONG(12, 20),
		       .help = "Mirrored port", .ref = "4.3"},
	[P7_TIME] = {"erspan.pid7.timestamp", "Upper 32-bit Timestamp", U32, DEC, LONG(0, 32),
		     .help = "The time stamp's other half", .ref = "4.3"},
	[PX_RESERVED] = {"erspan.pid.rsvd", "Reserved", U64, DEC, AT(38, 26), BOX(64, 38),
			 .under = LOOSE, .help = "Unknown platform's", .ref = "4.3"},
};

/* Parts of one number of `octets` octets: their rows, ended by 0. */
static bool put_parts(struct walk *w, struct cursor *c, uint32_t octets, const uint8_t *rows)
{
	if (!cursor_has(c, octets)) {
		cursor_fail(c, octets);
		return false;
	}
	for (; *rows && any_wanted(w); rows++)
		put_slice(w, *c, *rows, octets);
	cursor_take(c, octets);
	return true;
}

static void put_platform(struct walk *w, struct cursor *c)
{
	static const struct {
		uint8_t first[4], second[2];
	} parts[] = {
		[0] = {{PLATFORM, P7_RESERVED, P7_SOURCE}, {P7_TIME}},
		[1] = {{PLATFORM, P1_RESERVED, P1_DOMAIN}, {P1_PORT}},
		[3] = {{PLATFORM, P3_RESERVED, P3_PORT}, {P3_TIME}},
		[4] = {{PLATFORM, P4_RESERVED, P4_RESERVED_2}, {P4_RESERVED_3}},
		[5] = {{PLATFORM, P5_SWITCH, P5_PORT}, {P5_TIME}},
		[6] = {{PLATFORM, P5_SWITCH, P5_PORT}, {P5_TIME}},
		[7] = {{PLATFORM, P7_RESERVED, P7_SOURCE}, {P7_TIME}},
	};
	struct cursor peek = *c;
	unsigned platform = u8(&peek) >> 2;

	if (platform < COUNT(parts) && parts[platform].first[0]) {
		put_parts(w, c, 4, parts[platform].first);
		put_parts(w, c, 4, parts[platform].second);
		return;
	}
	put_slice(w, *c, PLATFORM, 4);
	put_parts(w, c, 8, (const uint8_t[]){PX_RESERVED, 0});
}

/* Gives the type of what is mirrored. */
static uint64_t put_type_iii(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned last;

	put_parts(w, c, 4, (const uint8_t[]){TIMESTAMP, 0});
	put_parts(w, c, 2, (const uint8_t[]){SGT, 0});
	u32(&peek);
	u16(&peek);
	last = u16(&peek);
	put_parts(w, c, 2,
		  (const uint8_t[]){HAS_PDU, FRAME_TYPE, HARDWARE, DIRECTION, GRANULARITY,
				    SUBHEADER, 0});
	if (last & 1)
		put_platform(w, c);
	return last >> 10 & 31;
}

/* Type I has no header of its own: only GRE's lack of a sequence number tells. */
static bool is_type_i(const struct layer *l)
{
	const struct layer *gre = layer_up(l, "gre");
	struct cursor flags = gre ? layer_cursor(gre, 0) : (struct cursor){0};
	uint16_t bits = u16(&flags);

	return gre && u16(&flags) == 0x88be && !(bits & GRE_SEQUENCE);
}

static void put_unknown(struct walk *w, struct cursor *c)
{
	label_tail(w, " Unknown");
	put_slice(w, *c, VERSION, 2);
	put_slice(w, *c, VERSION, 2);
	expert(w, UNKNOWN_VERSION, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned version = u16(&peek) >> 12;
	uint64_t type = FRAME_ETHERNET;

	if (is_type_i(l)) {
		label_tail(w, " Type I");
		walk_next(w, next_fixed(l), *c);
		return;
	}
	if (peek.bad) {
		*c = peek;
		return;
	}
	if (version != TYPE_II && version != TYPE_III) {
		put_unknown(w, c);
		return;
	}
	label_tail(w, " %s", versions[version - 1].text);
	put_parts(w, c, 2, (const uint8_t[]){VERSION, VLAN, 0});
	put_parts(w, c, 2,
		  (const uint8_t[]){COS, version == TYPE_II ? ENCAP : BSO, TRUNCATION, SPAN_ID, 0});
	if (version == TYPE_II)
		put_parts(w, c, 4, (const uint8_t[]){RESERVED, INDEX, 0});
	else
		type = put_type_iii(w, c);
	l->header = l->bytes.wire - c->left.wire;
	if (!c->bad)
		walk_next(w, type == FRAME_ETHERNET ? next_fixed(l) : NULL, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "ERSPAN:");
}

static const struct hang hangs[] = {{"gre.proto", 0x88be}, {"gre.proto", 0x22eb}, {0}};

const struct proto proto_erspan = {
	.brief = "ERSPAN",
	.spec = "draft-foschiano-erspan-03",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.fixed = "eth"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
