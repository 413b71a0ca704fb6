/* SPDX-License-Identifier: BSD-2-Clause */
/* Generic Routing Encapsulation, and what PPTP, WCCP and CDMA2000 made of it. */
/* RFC 2784; RFC 1701 (routing), RFC 2890 (key, sequence), RFC 2637 (PPTP), 3GPP2 A.S0012-D. */
#include "core/checksum.h"
#include "core/walk.h"
#include "shared/numbers.h"

enum {
	GRE,
	LOOSE,
	FLAGS,
	F_CHECKSUM,
	F_ROUTING,
	F_KEY,
	F_SEQUENCE,
	F_STRICT,
	F_RECURSION,
	F_ACK,
	F_RESERVED,
	F_RESERVED_PPP,
	VERSION,
	PROTOCOL,
	CHECKSUM,
	BAD_CHECKSUM,
	STATUS,
	OFFSET,
	KEY,
	KEY_LENGTH,
	KEY_CALL,
	SEQUENCE,
	ACK_NUMBER,
	ROUTING,
	FAMILY,
	SRE_OFFSET,
	SRE_LENGTH,
	SRE_DATA,
	ATTRIBUTES,
	ATTRIBUTE,
	ATTRIBUTE_ID,
	ATTRIBUTE_LENGTH,
	SDI,
	FCI,
	DI,
	FLOW,
	SEGMENT,
	REDIRECT,
	R_DYNAMIC,
	R_ALTERNATIVE_USED,
	R_VALID,
	R_SERVICE,
	R_ALTERNATIVE,
	R_PRIMARY,
};

enum { PROTO_PPP = 0x880b, PROTO_WCCP = 0x883e, PROTO_A10 = 0x8881, PROTO_3GPP2 = 0x88d2 };

#define HEAD 4
#define SRE_HEAD 4
#define REDIRECT_LEN 4

static const struct word versions[] = {{0, "GRE"}, {1, "Enhanced GRE"}};
static const struct word attributes[] = {{1, "1x SDB/HRPD DOS Indicator"},
					 {2, "Flow Control Indication"},
					 {3, "IP Flow Discriminator"},
					 {4, "Segmentation Indication"}};
static const struct word sdi[] = {{0, "Reserved"},
				  {1, "Packet suitable for 1x SDB or HRPD DOS transmission"}};
static const struct word fci[] = {{0, "XON"}, {1, "XOFF"}};
static const struct word durations[] = {{0, "TEMPORARY"}, {1, "INDEFINITE:"}};
static const struct word parts[] = {
	{0, "Packet Started"}, {1, "Packet continued"}, {2, "Packet Ended"}};
static const struct word service_kinds[] = {{0, "Well-known service"}, {1, "Dynamic service"}};
static const struct word buckets[] = {{0, "Primary bucket used"}, {1, "Alternative bucket used"}};
static const struct word validities[] = {{0, "Header contents are valid"},
					 {1, "Header is present, but ignore contents"}};
static const struct word services[] = {{0, "HTTP"}};

#define FLAG(row, bit, name, what, says, where)                                             \
	[row] = {"gre.flags." name, what,          BOOL,         AT(bit, 1),  BOX(16, bit), \
		 .under = FLAGS,    WORDS(yes_no), .help = says, .ref = where}

static const struct field fields[] = {
	[GRE] = {"gre", "Generic Routing Encapsulation", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[FLAGS] = {"gre.flags_and_version", "Flags and Version", U16, HEX, AT(0, 16),
		   .help = "What the header holds", .ref = "2.1"},
	FLAG(F_CHECKSUM, 0, "checksum", "Checksum Bit", "There is a checksum", "2.2"),
	FLAG(F_ROUTING, 1, "routing", "Routing Bit", "There is a source route", "RFC 1701"),
	FLAG(F_KEY, 2, "key", "Key Bit", "There is a key", "RFC 2890, 2.1"),
	FLAG(F_SEQUENCE, 3, "sequence_number", "Sequence Number Bit", "There is a sequence number",
	     "RFC 2890, 2.2"),
	FLAG(F_STRICT, 4, "strict_source_route", "Strict Source Route Bit",
	     "All of the route is given", "RFC 1701"),
	[F_RECURSION] = {"gre.flags.recursion_control", "Recursion control", U16, DEC, AT(5, 3),
			 BOX(16, 5), .under = FLAGS, .help = "Further encapsulations allowed",
			 .ref = "RFC 1701"},
	[F_ACK] = {"gre.flags.ack", "Acknowledgment", BOOL, AT(8, 1), BOX(16, 8), .under = FLAGS,
		   WHEN_IN(PROTOCOL, PROTO_PPP, PROTO_A10, PROTO_3GPP2), WORDS(yes_no),
		   .help = "There is an acknowledgment", .ref = "RFC 2637, 4.1"},
	[F_RESERVED] = {"gre.flags.reserved", "Flags (Reserved)", U16, DEC, AT(8, 5), BOX(16, 8),
			.under = FLAGS, WHEN_NOT_IN(PROTOCOL, PROTO_PPP, PROTO_A10, PROTO_3GPP2),
			.help = "Always 0", .ref = "2.3"},
	[F_RESERVED_PPP] = {"gre.flags.reserved", "Flags (Reserved)", U16, DEC, AT(9, 4),
			    BOX(16, 9), .under = FLAGS,
			    WHEN_IN(PROTOCOL, PROTO_PPP, PROTO_A10, PROTO_3GPP2),
			    .help = "Always 0", .ref = "RFC 2637, 4.1"},
	[VERSION] = {"gre.flags.version", "Version", U16, DEC, AT(13, 3), BOX(16, 13),
		     .under = FLAGS, WORDS(versions), .help = "0, or 1 for PPTP", .ref = "2.3.1"},
	[PROTOCOL] = {"gre.proto", "Protocol Type", U16, HEX, AT(16, 16), .words = &gre_protocols,
		      .fill = FILL_NEXT, .help = "What the packet carries", .ref = "2.4"},
	[CHECKSUM] = {"gre.checksum", "Checksum", U16, HEX, .help = "Over header and payload",
		      .ref = "2.5"},
	[BAD_CHECKSUM] =
		EXPERT("gre.checksum.incorrect", "Incorrect GRE Checksum", WARNING, G_PROTOCOL),
	[STATUS] = {"gre.checksum.status", "Checksum Status", U8, PLAIN, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[OFFSET] = {"gre.offset", "Offset", U16, DEC, .help = "Octet of the active route entry",
		    .ref = "RFC 1701"},
	[KEY] = {"gre.key", "Key", U32, HEX, .help = "Which flow of the tunnel",
		 .ref = "RFC 2890, 2.1"},
	[KEY_LENGTH] = {"gre.key.payload_length", "Payload Length", U16, DEC,
			.help = "Octets behind the header", .ref = "RFC 2637, 4.1"},
	[KEY_CALL] = {"gre.key.call_id", "Call ID", U16, DEC, .help = "Which call of the tunnel",
		      .ref = "RFC 2637, 4.1"},
	[SEQUENCE] = {"gre.sequence_number", "Sequence Number", U32, DEC, .help = "Counts packets",
		      .ref = "RFC 2890, 2.2"},
	[ACK_NUMBER] = {"gre.ack_number", "Acknowledgment Number", U32, DEC,
			.help = "The last packet that came", .ref = "RFC 2637, 4.1"},
	[ROUTING] = {"gre.routing", "Routing", NONE, .help = "A part of the source route",
		     .ref = "RFC 1701"},
	[FAMILY] = {"gre.routing.address_family", "Address Family", U16, DEC,
		    .help = "What kind of addresses", .ref = "RFC 1701"},
	[SRE_OFFSET] = {"gre.routing.sre_offset", "SRE Offset", U8, DEC,
			.help = "Octet of the active address", .ref = "RFC 1701"},
	[SRE_LENGTH] = {"gre.routing.src_length", "SRE Length", U8, DEC,
			.help = "Octets of the addresses", .ref = "RFC 1701"},
	[SRE_DATA] = {"gre.routing.information", "Routing Information", BYTES,
		      .help = "The addresses", .ref = "RFC 1701"},
	[ATTRIBUTES] = {"gre.3gpp2_attrib", "3GPP2 Attributes", NONE,
			.help = "What CDMA2000 says of the packet", .ref = "A.S0012-D, 2.6"},
	[ATTRIBUTE] = {"text", "Attribute", HEADING, .under = ATTRIBUTES},
	[ATTRIBUTE_ID] = {"gre.3gpp2_attrib_id", "Type", U8, HEX, AT(1, 7), .under = ATTRIBUTE,
			  WORDS(attributes), .help = "Which attribute", .ref = "A.S0012-D, 2.6"},
	[ATTRIBUTE_LENGTH] = {"gre.3gpp2_attrib_length", "Length", U8, HEX, AT(8, 8),
			      .under = ATTRIBUTE, .help = "Octets of its value",
			      .ref = "A.S0012-D, 2.6"},
	[SDI] = {"gre.3gpp2_sdi", "SDI/DOS", BOOL, AT(0, 1), BOX(16, 0), .under = LOOSE, WORDS(sdi),
		 .help = "It may go as a short data burst", .ref = "A.S0012-D, 2.6"},
	[FCI] = {"gre.3gpp2_fci", "Flow Control Indicator", BOOL, AT(0, 1), BOX(16, 0),
		 .under = LOOSE, WORDS(fci), .help = "Stop sending", .ref = "A.S0012-D, 2.6"},
	[DI] = {"gre.3gpp2_di", "Duration Indicator", BOOL, AT(1, 1), BOX(16, 1), .under = LOOSE,
		WORDS(durations), .help = "For how long", .ref = "A.S0012-D, 2.6"},
	[FLOW] = {"gre.ggp2_flow_disc", "Flow ID", BYTES, .under = ATTRIBUTE, .help = "Which flow",
		  .ref = "A.S0012-D, 2.6"},
	[SEGMENT] = {"gre.ggp2_3gpp2_seg", "Type", U16, HEX, AT(0, 2), BOX(16, 0), .under = LOOSE,
		     WORDS(parts), .help = "Which part of a packet", .ref = "A.S0012-D, 2.6"},
	[REDIRECT] = {"gre.wccp.redirect_header", "Redirect Header", NONE,
		      .help = "Why WCCP redirects the packet", .ref = "draft-mclaggan-wccp-v2rev1"},
	[R_DYNAMIC] = {"gre.wccp.dynamic_service", "Dynamic Service", BOOL, AT(7, 1),
		       .under = REDIRECT, WORDS(service_kinds), .help = "What kind of service",
		       .ref = "draft-mclaggan-wccp-v2rev1"},
	[R_ALTERNATIVE_USED] = {"gre.wccp.alternative_bucket_used", "Alternative bucket used", BOOL,
				AT(6, 1), .under = REDIRECT, WORDS(buckets),
				.help = "Which bucket decided",
				.ref = "draft-mclaggan-wccp-v2rev1"},
	[R_VALID] = {"gre.wccp.redirect_header_valid", "WCCP Redirect header is valid", BOOL,
		     AT(5, 1), .under = REDIRECT, WORDS(validities),
		     .help = "Whether the header counts", .ref = "draft-mclaggan-wccp-v2rev1"},
	[R_SERVICE] = {"gre.wccp.service_id", "Service ID", U8, DEC, AT(8, 8), .under = REDIRECT,
		       WORDS(services), .help = "Service group",
		       .ref = "draft-mclaggan-wccp-v2rev1"},
	[R_ALTERNATIVE] = {"gre.wccp.alternative_bucket", "Alternative Bucket", U8, DEC, AT(16, 8),
			   .under = REDIRECT, .help = "Index of the alternative bucket",
			   .ref = "draft-mclaggan-wccp-v2rev1"},
	[R_PRIMARY] = {"gre.wccp.primary_bucket", "Primary Bucket", U8, DEC, AT(24, 8),
		       .under = REDIRECT, .help = "Index of the primary bucket",
		       .ref = "draft-mclaggan-wccp-v2rev1"},
};

/* The checksum stands there with the routing bit, too, but then nobody need have filled it in. */
static void put_checksum(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned status = VALUE(l, F_CHECKSUM) ? inet_status(0, l->bytes) : CHECKSUM_UNVERIFIED;
	uint32_t stored = (uint32_t)put(w, c, CHECKSUM, 2);

	if (status == CHECKSUM_GOOD) {
		label_tail(w, " [correct]");
	} else if (status == CHECKSUM_UNVERIFIED) {
		label_tail(w, " [unverified]");
	} else {
		uint16_t rest = (uint16_t)~inet_fold(inet_sum(0, l->bytes));
		unsigned right = inet_fold(stored + rest);

		label_tail(w, " incorrect, should be 0x%04x", right);
		expert(w, BAD_CHECKSUM, "Incorrect GRE Checksum [should be 0x%04x]", right);
	}
	if (!c->bad)
		put_value(w, STATUS, c->at, 0, status);
	put(w, c, OFFSET, 2);
}

/* The list of source routes ends with an empty one. */
static void put_routing(struct walk *w, struct cursor *c)
{
	uint64_t family, len;

	do {
		put(w, c, ROUTING, 0);
		family = put(w, c, FAMILY, 2);
		put(w, c, SRE_OFFSET, 1);
		len = put(w, c, SRE_LENGTH, 1);
		if (len)
			put(w, c, SRE_DATA, (uint32_t)len);
	} while (!c->bad && (family || len));
}

static void put_optional(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned protocol = (unsigned)VALUE(l, PROTOCOL);
	bool ppp = protocol == PROTO_PPP || protocol == PROTO_A10 || protocol == PROTO_3GPP2;

	if (VALUE(l, F_CHECKSUM) || VALUE(l, F_ROUTING))
		put_checksum(w, l, c);
	if (VALUE(l, F_KEY) && ppp) {
		put(w, c, KEY_LENGTH, 2);
		put(w, c, KEY_CALL, 2);
	} else if (VALUE(l, F_KEY)) {
		put(w, c, KEY, 4);
	}
	if (VALUE(l, F_SEQUENCE))
		put(w, c, SEQUENCE, 4);
	if (VALUE(l, F_ACK) && ppp)
		put(w, c, ACK_NUMBER, 4);
	if (VALUE(l, F_ROUTING))
		put_routing(w, c);
}

/* --- CDMA2000 --- */

enum { BURST = 1, FLOW_CONTROL, DISCRIMINATOR, SEGMENTATION };

static void put_flow(struct walk *w, struct cursor *c, uint32_t group, uint32_t len)
{
	struct cursor peek = *c;
	unsigned first = u8(&peek);

	put(w, c, FLOW, len);
	label_tail_of(w, group, " - 0x%02x", first);
}

static void put_attribute_value(struct walk *w, struct cursor *c, unsigned id, uint32_t group,
				uint32_t len)
{
	uint64_t v;

	switch (id) {
	case BURST:
		v = put_slice(w, *c, SDI, 2);
		label_tail_of(w, group, " - %s", sdi[v].text);
		break;
	case FLOW_CONTROL:
		v = put_slice(w, *c, FCI, 2);
		label_tail_of(w, group, " - %s", fci[!v].text);
		v = put_slice(w, *c, DI, 2);
		label_tail_of(w, group, "/%s", v ? "INDEFINITE" : "TEMPORARY");
		break;
	case DISCRIMINATOR:
		put_flow(w, c, group, len);
		return;
	case SEGMENTATION:
		v = put_slice(w, *c, SEGMENT, 2);
		label_tail_of(w, group, " - %s", v < COUNT(parts) ? parts[v].text : "Unknown");
		break;
	default:
		break;
	}
	cursor_take(c, len);
}

/* The last attribute has the first bit of its type set. */
static void put_attributes(struct walk *w, struct cursor *c)
{
	uint32_t all = open_group(w, c, ATTRIBUTES, c->left.wire);
	bool last = false;

	while (!last && !c->bad) {
		uint32_t group = open_group(w, c, ATTRIBUTE, 2);
		uint8_t type = u8(c);
		const char *name = word_for(fields[ATTRIBUTE_ID].words, type & 127);

		if (name)
			label_whole(w, "%s", name);
		else
			label_whole(w, "%u (Unknown)", type & 127);
		put_attribute_value(w, c, type & 127, group, u8(c));
		shut_group(w, group, c);
		last = type >> 7;
	}
	shut_group(w, all, c);
}

/* --- */

/* WCCP's second version has a header of its own before the packet. */
static void put_redirect(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;

	if (u8(&peek) >> 4 != 4)
		put(w, c, REDIRECT, REDIRECT_LEN);
}

static void label_protocol(struct walk *w, unsigned protocol)
{
	const char *name = word_for(fields[PROTOCOL].words, protocol);

	if (name)
		label_tail(w, " (%s)", name);
	else
		label_tail(w, " (0x%04X - unknown)", protocol);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned protocol = (unsigned)VALUE(l, PROTOCOL);
	const struct plan *child = next_by(l, protocol);

	if (w->labels)
		label_protocol(w, protocol);
	put_optional(w, l, c);
	if (protocol == PROTO_3GPP2)
		put_attributes(w, c);
	if (protocol == PROTO_WCCP && c->left.wire)
		put_redirect(w, c);
	if (c->bad)
		return;
	l->header = l->bytes.wire - c->left.wire;
	if (child && c->left.wire)
		walk_next(w, child, *c);
	else if (c->left.wire)
		walk_inside(w, NULL, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned protocol = (unsigned)VALUE(l, PROTOCOL);
	const char *name = word_for(fields[PROTOCOL].words, protocol);

	(void)r;
	text_put(t, "Encapsulated ");
	if (name)
		text_put(t, name);
	else
		text_format(t, "0x%04X (unknown)", protocol);
}

static const struct hang hangs[] = {{"ip.proto", 47}, {0}};

const struct proto proto_gre = {
	.brief = "GRE",
	.spec = "RFC 2784",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = HEAD,
	.next = {.table = "gre.proto", .row = PROTOCOL},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
