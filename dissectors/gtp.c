/* SPDX-License-Identifier: BSD-2-Clause */
/* GPRS Tunnelling Protocol: user plane, and version 1's control plane. */
/* 3GPP TS 29.281 (user plane), TS 29.060 (control plane), GSM 09.60 (version 0). */
#include "shared/gtp.h"
#include "flow/queries.h"

enum {
	GTP,
	FLAGS,
	VERSION,
	PT,
	RESERVED0,
	SNN,
	RESERVED1,
	FLAG_E,
	FLAG_S,
	FLAG_PN,
	MESSAGE,
	LENGTH,
	TEID,
	SEQ_NUMBER,
	FLOW_LABEL,
	SNDCP_NUMBER,
	TID,
	NPDU_NUMBER,
	EXT_NEXT,
	EXT,
	EXT_LENGTH,
	EXT_LENGTH_BAD,
	UDP_PORT,
	RAN_CONTAINER,
	XW_RAN_CONTAINER,
	LONG_PDCP,
	LONG_SPARE,
	LONG_SN,
	LONG_SPARE_OCTETS,
	PDCP_SN,
	PDCP_SN_HIGH,
	SESSION,
	PDU_TYPE,
	PDU_SPARE,
	PPP,
	RQI,
	UL_SPARE,
	QFI,
	PPI,
	PPI_SPARE,
	TPDU_DATA,
	RESPONSE_TO,
	TIME,
};

#define HEAD 4
#define T_PDU 255
#define VERSION0_HEAD 20
#define VERSION1_HEAD 8

static const struct word versions[] = {{0, "GTP release 97/98 version"},
				       {1, "GTP release 99 version"},
				       {2, "GTPv2-C"},
				       {3, "None", 7}};

static const struct word payloads[] = {{0, "GTP'"}, {1, "GTP"}};

static const struct word presences[] = {{0, "Not Present"}, {1, "Present"}};

static const struct word messages[] = {
	{0, "For future use"},
	{1, "Echo request"},
	{2, "Echo response"},
	{3, "Version not supported"},
	{4, "Node alive request"},
	{5, "Node alive response"},
	{6, "Redirection request"},
	{7, "Redirection response"},
	{16, "Create PDP context request"},
	{17, "Create PDP context response"},
	{18, "Update PDP context request"},
	{19, "Update PDP context response"},
	{20, "Delete PDP context request"},
	{21, "Delete PDP context response"},
	{22, "Initiate PDP Context Activation Request"},
	{23, "Initiate PDP Context Activation Response"},
	{24, "Delete AA PDP Context Request"},
	{25, "Delete AA PDP Context Response"},
	{26, "Error indication"},
	{27, "PDU notification request"},
	{28, "PDU notification response"},
	{29, "PDU notification reject request"},
	{30, "PDU notification reject response"},
	{31, "Supported extension header notification"},
	{32, "Send routing information for GPRS request"},
	{33, "Send routing information for GPRS response"},
	{34, "Failure report request"},
	{35, "Failure report response"},
	{36, "Note MS GPRS present request"},
	{37, "Note MS GPRS present response"},
	{48, "Identification request"},
	{49, "Identification response"},
	{50, "SGSN context request"},
	{51, "SGSN context response"},
	{52, "SGSN context acknowledgement"},
	{53, "Forward relocation request"},
	{54, "Forward relocation response"},
	{55, "Forward relocation complete"},
	{56, "Relocation cancel request"},
	{57, "Relocation cancel response"},
	{58, "Forward SRNS context"},
	{59, "Forward relocation complete acknowledge"},
	{60, "Forward SRNS context acknowledge"},
	{61, "UE Registration Query Request"},
	{62, "UE Registration Query Response"},
	{70, "RAN Information Relay"},
	{96, "MBMS Notification Request"},
	{97, "MBMS Notification Response"},
	{98, "MBMS Notification Reject Request"},
	{99, "MBMS Notification Reject Response"},
	{100, "Create MBMS Context Request"},
	{101, "Create MBMS Context Response"},
	{102, "Update MBMS Context Request"},
	{103, "Update MBMS Context Response"},
	{104, "Delete MBMS Context Request"},
	{105, "Delete MBMS Context Response"},
	{112, "MBMS Registration Request"},
	{113, "MBMS Registration Response"},
	{114, "MBMS De-Registration Request"},
	{115, "MBMS De-Registration Response"},
	{116, "MBMS Session Start Request"},
	{117, "MBMS Session Start Response"},
	{118, "MBMS Session Stop Request"},
	{119, "MBMS Session Stop Response"},
	{120, "MBMS Session Update Request"},
	{121, "MBMS Session Update Response"},
	{128, "MS Info Change Notification Request"},
	{129, "MS Info Change Notification Response"},
	{240, "Data record transfer request"},
	{241, "Data record transfer response"},
	{254, "End Marker"},
	{255, "T-PDU"},
};

static const struct words message_words = {messages, COUNT(messages)};

static const struct word pdu_types[] = {{0, "DL PDU SESSION INFORMATION"},
					{1, "UL PDU SESSION INFORMATION"}};

#define FLAG(row, name, text, bit)                   \
	[row] = {name,                               \
		 text,                               \
		 BOOL,                               \
		 AT(bit, 1),                         \
		 .under = FLAGS,                     \
		 WHEN_IN(VERSION, 1, 3, 4, 5, 6, 7), \
		 WORDS(yes_no),                      \
		 .help = "The header has it",        \
		 .ref = "TS 29.281, 5.1"}

static const struct field fields[] = {
	[GTP] = {"gtp", "GPRS Tunneling Protocol", PROTO},
	[FLAGS] = {"gtp.flags", "Flags", U8, HEX, AT(0, 8), .preset = 0x30,
		   .help = "Version and flags", .ref = "TS 29.281, 5.1"},
	[VERSION] = {"gtp.flags.version", "Version", U8, DEC, AT(0, 3), .under = FLAGS,
		     WORDS(versions), .help = "0 or 1", .ref = "TS 29.281, 5.1"},
	[PT] = {"gtp.flags.payload", "Protocol type", U8, DEC, AT(3, 1), .under = FLAGS,
		WORDS(payloads), .help = "GTP, or GTP' for charging data", .ref = "TS 29.281, 5.1"},
	[RESERVED0] = {"gtp.flags.reserved", "Reserved", U8, DEC, AT(4, 3), .under = FLAGS,
		       UNLESS(VERSION), .help = "Always 7", .ref = "GSM 09.60, 6"},
	[SNN] = {"gtp.flags.snn", "Is SNDCP N-PDU included?", BOOL, AT(7, 1), .under = FLAGS,
		 UNLESS(VERSION), WORDS(yes_no), .help = "There is an LLC number",
		 .ref = "GSM 09.60, 6"},
	[RESERVED1] = {"gtp.flags.reserved", "Reserved", U8, DEC, AT(4, 1), .under = FLAGS,
		       WHEN(VERSION), .help = "Always 0", .ref = "TS 29.281, 5.1"},
	FLAG(FLAG_E, "gtp.flags.e", "Is Next Extension Header present?", 5),
	FLAG(FLAG_S, "gtp.flags.s", "Is Sequence Number present?", 6),
	FLAG(FLAG_PN, "gtp.flags.pn", "Is N-PDU number present?", 7),
	[MESSAGE] = {"gtp.message", "Message Type", U8, HEX, AT(8, 8), .words = &message_words,
		     .preset = T_PDU, .help = "What the packet says", .ref = "TS 29.281, 6.1"},
	[LENGTH] = {"gtp.length", "Length", U16, DEC, AT(16, 16),
		    .help = "Octets behind the mandatory header", .ref = "TS 29.281, 5.1"},
	[TEID] = {"gtp.teid", "TEID", U32, HEX_DEC, .help = "Which tunnel, as the receiver counts",
		  .ref = "TS 29.281, 5.1"},
	[SEQ_NUMBER] = {"gtp.seq_number", "Sequence number", U16, HEX_DEC,
			.help = "Joins requests and responses", .ref = "TS 29.281, 5.1"},
	[FLOW_LABEL] = {"gtp.flow_label", "Flow label", U16, HEX, .help = "Which tunnel",
			.ref = "GSM 09.60, 6"},
	[SNDCP_NUMBER] = {"gtp.sndcp_number", "SNDCP N-PDU LLC Number", U8, HEX,
			  .help = "Against doubles when a mobile moves", .ref = "GSM 09.60, 6"},
	[TID] = {"gtp.tid", "TID", STRING, .help = "Subscriber and context, as digits",
		 .ref = "GSM 09.60, 6"},
	[NPDU_NUMBER] = {"gtp.npdu_number", "N-PDU Number", U8, HEX,
			 .help = "Against doubles when a mobile moves", .ref = "TS 29.281, 5.1"},
	[EXT_NEXT] = {"gtp.ext_hdr.next", "Next extension header type", U8, HEX,
		      .words = &gtp_extensions, .help = "Which extension header follows",
		      .ref = "TS 29.281, 5.2"},
	[EXT] = {"gtp.ext_hdr", "Extension header", NONE, .help = "An extension header",
		 .ref = "TS 29.281, 5.2"},
	[EXT_LENGTH] = {"gtp.ext_hdr.length", "Extension Header Length", U8, DEC, .under = EXT,
			.help = "Units of 4 octets", .ref = "TS 29.281, 5.2"},
	[EXT_LENGTH_BAD] = EXPERT("gtp.ext_length.invalid", "Malformed length", ERROR, G_MALFORMED),
	[UDP_PORT] = {"gtp.ext_hdr.udp_port", "UDP Port", U16, DEC, .under = EXT,
		      .help = "Source port of the message that caused an error",
		      .ref = "TS 29.281, 5.2.2.1"},
	[RAN_CONTAINER] = {"gtp.ext_hdr.ran_cont", "RAN Container", BYTES, .under = EXT,
			   .help = "For the base stations", .ref = "TS 29.281, 5.2.2.4"},
	[XW_RAN_CONTAINER] = {"gtp.ext_hdr.xw_ran_cont", "Xw RAN Container", BYTES, .under = EXT,
			      .help = "For base station and WLAN", .ref = "TS 29.281, 5.2.2.5"},
	[LONG_PDCP] = {"text", "Long PDCP number", HEADING, .under = EXT},
	[LONG_SPARE] = {"gtp.ext_hdr.spare_bits", "Spare", U8, HEX, AT(0, 6), .under = LONG_PDCP,
			.help = "Always 0", .ref = "TS 29.281, 5.2.2.2A"},
	[LONG_SN] = {"gtp.ext_hdr.long_pdcp_sn", "Long PDCP Sequence Number", U24, DEC,
		     .under = EXT, .help = "For loss-free handovers", .ref = "TS 29.281, 5.2.2.2A"},
	[LONG_SPARE_OCTETS] = {"gtp.ext_hdr.spare_bytes", "Spare", BYTES, .under = EXT,
			       .help = "Always 0", .ref = "TS 29.281, 5.2.2.2A"},
	[PDCP_SN] = {"gtp.ext_hdr.pdcp_sn", "PDCP Sequence Number", U16, DEC, .under = EXT,
		     .help = "For loss-free handovers", .ref = "TS 29.281, 5.2.2.2"},
	[PDCP_SN_HIGH] =
		EXPERT("gtp.ext_hdr.pdcp_sn.non_zero",
		       "3GPP TS 29.281 v9.0.0: When used between two eNBs at the X2 interface in "
		       "E-UTRAN, bit 8 of octet 2 is spare. The meaning of the spare bits shall be "
		       "set to zero.",
		       REMARK, G_PROTOCOL),
	[SESSION] = {"text", "PDU Session Container", HEADING, .under = EXT},
	[PDU_TYPE] = {"gtp.ext_hdr.pdu_ses_con.pdu_type", "PDU Type", U8, DEC, AT(0, 4),
		      .under = SESSION, WORDS(pdu_types), .help = "Downlink or uplink",
		      .ref = "TS 38.415, 5.5.3.1"},
	[PDU_SPARE] = {"gtp.spare.h1", "Spare", U8, HEX, AT(4, 4), .under = SESSION,
		       .help = "Always 0", .ref = "TS 38.415, 5.5.2"},
	[PPP] = {"gtp.ext_hdr.pdu_ses_cont.ppp", "Paging Policy Presence (PPP)", BOOL, AT(8, 1),
		 .under = SESSION, WHEN_IN(PDU_TYPE, 0), WORDS(presences),
		 .help = "There is a paging policy", .ref = "TS 38.415, 5.5.3.4"},
	[RQI] = {"gtp.ext_hdr.pdu_ses_cont.rqi", "Reflective QoS Indicator (RQI)", BOOL, AT(9, 1),
		 .under = SESSION, WHEN_IN(PDU_TYPE, 0), WORDS(presences),
		 .help = "The mobile is to answer with the same quality",
		 .ref = "TS 38.415, 5.5.3.5"},
	[UL_SPARE] = {"gtp.spare.b7b6", "Spare", U8, HEX, AT(8, 2), .under = SESSION,
		      WHEN_IN(PDU_TYPE, 1), .help = "Always 0", .ref = "TS 38.415, 5.5.2.2"},
	[QFI] = {"gtp.ext_hdr.pdu_ses_con.qos_flow_id", "QoS Flow Identifier (QFI)", U8, DEC,
		 AT(10, 6), .under = SESSION, WHEN_IN(PDU_TYPE, 0, 1), .help = "Which flow",
		 .ref = "TS 38.415, 5.5.3.3"},
	[PPI] = {"gtp.ext_hdr.pdu_ses_cont.ppi", "Paging Policy Indicator (PPI)", U8, DEC,
		 AT(16, 3), .under = SESSION, WHEN(PPP), .help = "Which paging policy",
		 .ref = "TS 38.415, 5.5.3.7"},
	[PPI_SPARE] = {"gtp.spare.b4b0", "Spare", U8, HEX, AT(19, 5), .under = SESSION, WHEN(PPP),
		       .help = "Always 0", .ref = "TS 38.415, 5.5.2.1"},
	[TPDU_DATA] = {"gtp.tpdu_data", "T-PDU Data", BYTES, .help = "A packet of no known kind",
		       .ref = "TS 29.281, 5.1"},
	[RESPONSE_TO] = {"gtp.response_to", "Response To", FRAMENUM, .traits = GENERATED,
			 .help = "The request that it answers"},
	[TIME] = {"gtp.time", "Time", RELTIME, .traits = GENERATED, .help = "Since the request"},
};

/* --- extension headers --- */

static void put_long_number(struct walk *w, struct cursor *c)
{
	struct cursor first = *c;

	put_slice(w, first, LONG_SPARE, 1);
	put_value(w, LONG_SN, c->at, 3, u24(c) & 0x3ffff);
	put(w, c, LONG_SPARE_OCTETS, 3);
}

static void put_extension_body(struct walk *w, struct cursor *c, unsigned type)
{
	switch (type) {
	case 0x40:
		put(w, c, UDP_PORT, 2);
		break;
	case 0x81:
		put(w, c, RAN_CONTAINER, c->left.wire);
		break;
	case 0x82:
		put_long_number(w, c);
		break;
	case 0x83:
		put(w, c, XW_RAN_CONTAINER, c->left.wire);
		break;
	case 0x85:
		shut_group(w, open_group(w, c, SESSION, c->left.wire), NULL);
		break;
	case 0xc0:
		if (put(w, c, PDCP_SN, 2) > 0x7fff)
			expert(w, PDCP_SN_HIGH, NULL);
		break;
	default:
		break;
	}
}

/* Gives the type of the next one; 0 where the chain ends. */
static unsigned put_extension(struct walk *w, struct cursor *c, unsigned type)
{
	const char *word = word_for(&gtp_extensions, type);
	uint32_t group = open_group(w, c, EXT, c->left.wire);
	uint32_t octets = (uint32_t)put(w, c, EXT_LENGTH, 1) * 4;
	struct cursor body;

	if (!octets) {
		if (!c->bad)
			expert(w, EXT_LENGTH_BAD, "Extension header length is zero");
		cursor_take(c, c->left.wire);
		shut_group(w, group, NULL);
		return 0;
	}
	label_tail_of(w, group, " (%s)", word ? word : "Unknown");
	body = cursor_first(*c, octets - 1);
	cursor_take(c, octets - 2);
	put_extension_body(w, &body, type);
	type = (unsigned)put(w, c, EXT_NEXT, 1);
	shut_group(w, group, c);
	return type;
}

/* --- the header as a whole --- */

static bool claims(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned flags = u8(&c), message = u8(&c);

	return !c.bad && flags >> 5 <= 1 && (flags & 0x10) && message &&
	       word_for(&message_words, message);
}

static uint32_t total_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, LENGTH) + (VALUE(l, VERSION) ? VERSION1_HEAD : VERSION0_HEAD);
}

static void put_tid(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	char digits[17];
	unsigned n = 0;

	for (unsigned i = 0; i < 8; i++) {
		unsigned pair = u8(c);

		digits[n++] = "0123456789ABCDEF"[pair & 15];
		digits[n++] = "0123456789ABCDEF"[pair >> 4];
	}
	if (!c->bad)
		put_bytes(w, TID, at, 8, arena_copy(&w->arena, digits, n), n);
}

static void put_head0(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {
		{SEQ_NUMBER, 2}, {FLOW_LABEL, 2}, {SNDCP_NUMBER, 1}, {0, 0}};

	put_rows(w, c, parts);
	cursor_pull(c, 3);
	put_tid(w, c);
}

static void put_head1(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct cursor optional;
	unsigned type;

	put(w, c, TEID, 4);
	if (!VALUE(l, FLAG_E) && !VALUE(l, FLAG_S) && !VALUE(l, FLAG_PN))
		return;
	optional = *c;
	cursor_pull(c, 3);
	if (VALUE(l, FLAG_S))
		put(w, &optional, SEQ_NUMBER, 2);
	else
		u16(&optional);
	if (VALUE(l, FLAG_PN))
		put(w, &optional, NPDU_NUMBER, 1);
	type = VALUE(l, FLAG_E) ? (unsigned)put(w, c, EXT_NEXT, 1) : u8(c) & 0;
	while (type && !c->bad)
		type = put_extension(w, c, type);
}

/* What kind of packet it is, nobody says: the first octets have to. */
static void walk_tpdu(struct walk *w, struct layer *l, struct cursor c)
{
	struct cursor peek = c;
	unsigned first = u8(&peek), type;

	if (!c.left.cap)
		return;
	if (first >= 0x45 && first <= 0x4e) {
		walk_next(w, next_by(l, 4), c);
	} else if (first >> 4 == 6) {
		walk_next(w, next_by(l, 6), c);
	} else if (c.left.wire <= 14) {
		w->depth = 0;
		put(w, &c, TPDU_DATA, c.left.wire);
	} else {
		cursor_pull(&peek, 11);
		type = u16(&peek);
		if (type == 0x0800 || type == 0x0806 || type == 0x86dd)
			walk_next(w, next_fixed(l), c);
		else
			l->around = false;
	}
}

/* Requests that wait for the message of the next number. */
static bool is_request(uint64_t message)
{
	static const uint8_t requests[] = {1, 16, 18, 20, 48, 50, 53, 128};

	return message && memchr(requests, (int)message, sizeof requests);
}

/* Says which request it answers, by the number alone. */
static void put_request(struct walk *w, const struct layer *l, uint32_t number)
{
	struct query_found found;

	if (is_request(VALUE(l, MESSAGE)))
		query_asked(w, l, number, 0);
	if (!is_request(VALUE(l, MESSAGE) - 1))
		return;
	found = query_answered(w, l, number);
	if (!found.request || found.reply)
		return;
	put_value(w, RESPONSE_TO, l->at, 0, found.request);
	put_value(w, TIME, l->at, 0, (uint64_t)found.since);
}

static uint32_t number_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, VALUE(l, VERSION) ? VERSION1_HEAD : 4);

	return u16(&c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (VALUE(l, VERSION))
		put_head1(w, l, c);
	else
		put_head0(w, c);
	l->header = l->bytes.wire - c->left.wire;
	if (c->bad)
		return;
	if (VALUE(l, MESSAGE) == T_PDU) {
		l->around = c->left.cap > 0;
		walk_tpdu(w, l, *c);
		return;
	}
	if (c->left.cap)
		*c = walk_part(w, also_by(l, 0, 0), *c);
	if (!c->bad && (!VALUE(l, VERSION) || VALUE(l, FLAG_S)))
		put_request(w, l, number_of(l));
	l->header = l->bytes.wire;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, word_for(&message_words, VALUE(l, MESSAGE)));
}

static const struct hang hangs[] = {
	{"udp.port", 2123}, {"udp.port", 2152}, {"udp.port", 3386}, {0}};

const struct proto proto_gtp = {
	.brief = "GTP",
	.spec = "3GPP TS 29.281",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.total_len = total_len,
	.next = {.table = "ip.version", .fixed = "eth", .also = {"gtp.part"}},
	.hangs = hangs,
	.claims = claims,
	.rest = rest,
	.info = info,
};
