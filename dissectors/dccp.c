/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagram Congestion Control Protocol. */
/* RFC 4340; RFC 4342 (CCID 3), RFC 5595 (service codes), RFC 5596 (Listen). */
#include "core/checksum.h"
#include "core/walk.h"
#include "flow/conv.h"

enum {
	DCCP,
	SRCPORT,
	ANY_SRCPORT,
	DSTPORT,
	ANY_DSTPORT,
	STREAM,
	DATA_OFFSET,
	HEADER_BAD,
	CCVAL,
	CSCOV,
	CHECKSUM,
	CHECKSUM_NOTE,
	STATUS,
	RES1,
	TYPE,
	X,
	RES2,
	SEQ_SHORT,
	SEQUENCE,
	SEQ_RAW,
	TYPE_RESERVED,
	ACK_RES,
	ACK,
	ACK_RAW,
	SERVICE_CODE,
	RESET_CODE,
	DATA1,
	DATA2,
	DATA3,
	OPTIONS,
	OPTION_TYPE,
	OPTION_BAD,
	PADDING,
	MANDATORY,
	SLOW_RECEIVER,
	RESERVED,
	FEATURE,
	FEATURE_NUMBER,
	INIT_COOKIE,
	NDP_COUNT,
	NONCE_0,
	NONCE_1,
	DATA_DROPPED,
	TIMESTAMP,
	TIMESTAMP_ECHO,
	ELAPSED_TIME,
	CHECKSUM_DATA,
	LOSS_EVENT_RATE,
	LOSS_INTERVALS,
	RECEIVE_RATE,
	CCID_OPTION,
};

struct state {
	uint64_t stream, status, seq, ack;
};

enum {
	T_REQUEST,
	T_RESPONSE,
	T_DATA,
	T_ACK,
	T_DATA_ACK,
	T_CLOSE_REQ,
	T_CLOSE,
	T_RESET,
	T_SYNC,
	T_SYNC_ACK,
	T_LISTEN,
	T_RESERVED,
};

#define PORTS 4      /* octets without which nothing is shown */
#define SHORT_LEN 12 /* octets of the generic header, X = 0 */
#define LONG_LEN 16  /* ... X = 1 */

static const struct word types[] = {
	{T_REQUEST, "Request"},  {T_RESPONSE, "Response"}, {T_DATA, "Data"},
	{T_ACK, "Ack"},          {T_DATA_ACK, "DataAck"},  {T_CLOSE_REQ, "CloseReq"},
	{T_CLOSE, "Close"},      {T_RESET, "Reset"},       {T_SYNC, "Sync"},
	{T_SYNC_ACK, "SyncAck"}, {T_LISTEN, "Listen"},     {T_RESERVED, "Reserved", 15},
};

static const struct word service_codes[] = {
	{0, "not specified"},
	{7107696, "LTP: Licklider Transmission Protocol"},
	{1145656131, "DISC: Discard"},
	{1381253968, "RTCP: RTCP connection, separate from the corresponding RTP"},
	{1381257281, "RTPA: RTP session conveying audio data (and associated RTCP)"},
	{1381257295, "RTPO: RTP session conveying other media (and associated RTCP)"},
	{1381257300, "RTPT: RTP session conveying text media (and associated RTCP)"},
	{1381257302, "RTPV: RTP session conveying video data (and associated RTCP)"},
	{1398361159, "SYLG: Syslog Protocol"},
	{1685351985, "Bundle Protocol"},
	{1852861808, "NPMP: NetPerfMeter Data"},
	{4294967295, "Reserved (Invalid)"},
};

static const struct word reset_codes[] = {
	{0, "Unspecified"},      {1, "Closed"},
	{2, "Aborted"},          {3, "No Connection"},
	{4, "Packet Error"},     {5, "Option Error"},
	{6, "Mandatory Error"},  {7, "Connection Refused"},
	{8, "Bad Service Code"}, {9, "Too Busy"},
	{10, "Bad Init Cookie"}, {11, "Aggression Penalty"},
	{12, "Reserved"},
};

enum {
	O_PADDING,
	O_MANDATORY,
	O_SLOW_RECEIVER,
	O_CHANGE_L = 32,
	O_CONFIRM_R = 35,
	O_INIT_COOKIE,
	O_NDP_COUNT,
	O_NONCE_0,
	O_NONCE_1,
	O_DATA_DROPPED,
	O_TIMESTAMP,
	O_TIMESTAMP_ECHO,
	O_ELAPSED_TIME,
	O_CHECKSUM_DATA,
	O_CCID = 128,
	O_LOSS_EVENT_RATE = 192,
	O_LOSS_INTERVALS,
	O_RECEIVE_RATE,
};

static const struct word option_types[] = {
	{O_PADDING, "Padding"},
	{O_MANDATORY, "Mandatory"},
	{O_SLOW_RECEIVER, "Slow Receiver"},
	{3, "Reserved", 31},
	{32, "Change L"},
	{33, "Confirm L"},
	{34, "Change R"},
	{35, "Confirm R"},
	{36, "Init Cookie"},
	{37, "NDP Count"},
	{38, "Ack Vector [Nonce 0]"},
	{39, "Ack Vector [Nonce 1]"},
	{40, "Data Dropped"},
	{41, "Timestamp"},
	{42, "Timestamp Echo"},
	{43, "Elapsed Time"},
	{44, "Data checksum"},
	{45, "Reserved", 127},
	{128, "CCID option", 191},
	{192, "CCID3 Loss Event Rate"},
	{193, "CCID3 Loss Intervals"},
	{194, "CCID3 Receive Rate"},
	{195, "CCID option", 255},
};

enum { F_SEQUENCE_WINDOW = 3, F_ACK_RATIO = 5, F_LAST = 9 };

static const struct word features[] = {
	{0, "Reserved"},
	{1, "Congestion Control ID (CCID)"},
	{2, "Allow Short Seqnums"},
	{3, "Sequence Window"},
	{4, "ECN Incapable"},
	{5, "Ack Ratio"},
	{6, "Send Ack Vector"},
	{7, "Send NDP Count"},
	{8, "Minimum Checksum Coverage"},
	{9, "Check Data Checksum"},
	{10, "Reserved", 127},
	{192, "Send Loss Event Rate"},
	{193, "CCID-specific feature", 255},
};

static void put_part(struct text *t, const struct record *r, const struct node *n, unsigned row,
		     const char *words)
{
	const struct node *part = node_below(r, n, row);

	if (!part)
		return;
	text_put(t, words);
	text_u64(t, part->u);
}

/* ", Src Port: 1000, Dst Port: 20001 [Ack] Seq=1" */
static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *type = node_below(r, n, TYPE);
	unsigned seq = node_below(r, n, SEQUENCE) ? SEQUENCE : SEQ_RAW;

	put_part(t, r, n, SRCPORT, ", Src Port: ");
	put_part(t, r, n, DSTPORT, ", Dst Port: ");
	if (!type)
		return;
	text_put(t, " [");
	text_put(t, word_for(type->field->words, type->u));
	text_char(t, ']');
	put_part(t, r, n, node_below(r, n, seq) ? seq : SEQ_SHORT, " Seq=");
}

static void form_relative_seq(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, "    (relative sequence number)");
}

#define OCTETS(row, name, what, says, section) \
	[row] = {"dccp." name, what, BYTES, .under = OPTION_TYPE, .help = says, .ref = section}
#define NUMBER(row, name, what, kind, base, says, section) \
	[row] = {"dccp." name, what, kind, base, .under = OPTION_TYPE, .help = says, .ref = section}

static const struct field fields[] = {
	[DCCP] = {"dccp", "Datagram Congestion Control Protocol", PROTO, .form = form_line},
	[SRCPORT] = {"dccp.srcport", "Source Port", U16, PORT, AT(0, 16), .help = "Who sends",
		     .ref = "5.1"},
	[ANY_SRCPORT] = {"dccp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[DSTPORT] = {"dccp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "5.1"},
	[ANY_DSTPORT] = {"dccp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[STREAM] = {"dccp.stream", "Stream index", U32, DEC, FROM(struct state, stream),
		    .help = "Counts connections from 0"},
	[DATA_OFFSET] = {"dccp.data_offset", "Data Offset", U8, DEC, AT(32, 8),
			 .help = "Words of header, options included", .ref = "5.1"},
	[HEADER_BAD] = EXPERT("dccp.advertised_header_length.bad", "Advertised header length bad",
			      ERROR, G_MALFORMED),
	[CCVAL] = {"dccp.ccval", "CCVal", U8, DEC, AT(40, 4), .traits = SPREAD,
		   .help = "For the congestion control in use", .ref = "5.1"},
	[CSCOV] = {"dccp.cscov", "Checksum Coverage", U8, DEC, AT(44, 4), .traits = SPREAD,
		   .help = "0: all is covered; else words of payload and 1", .ref = "9.2"},
	[CHECKSUM] = {"dccp.checksum", "Checksum", U16, HEX, AT(48, 16), .fill = FILL_CHECKSUM,
		      .help = "Over pseudo header and what is covered", .ref = "9.1"},
	[CHECKSUM_NOTE] = EXPERT("dccp.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[STATUS] = {"dccp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[RES1] = {"dccp.res1", "Reserved", U8, HEX, AT(64, 3), .traits = HIDDEN, .help = "Always 0",
		  .ref = "5.1"},
	[TYPE] = {"dccp.type", "Type", U8, DEC, AT(67, 4), .traits = SPREAD, WORDS(types),
		  .help = "Which packet", .ref = "5.1"},
	[X] = {"dccp.x", "Extended Sequence Numbers", BOOL, AT(71, 1), .traits = SPREAD,
	       .preset = 1, .help = "48 bits, not 24", .ref = "5.1"},
	[RES2] = {"dccp.res2", "Reserved", U8, HEX, AT(72, 8), WHEN(X), .traits = HIDDEN,
		  .help = "Always 0", .ref = "5.1"},
	[SEQ_SHORT] = {"dccp.seq", "Sequence Number", U64, DEC, AT(72, 24), UNLESS(X),
		       .help = "Counts packets, low 24 bits", .ref = "5.1"},
	[SEQUENCE] = {"dccp.seq", "Sequence Number", U64, DEC, KNOWN(struct state, seq),
		      .form = form_relative_seq, .help = "Counted from the connection's first"},
	[SEQ_RAW] = {"dccp.seq_raw", "Sequence Number (raw)", U64, DEC, AT(80, 48), WHEN(X),
		     .help = "Counts packets", .ref = "5.1"},
	[TYPE_RESERVED] =
		EXPERT("dccp.packet_type.reserved",
		       "Reserved packet type: unable to dissect further", WARNING, G_PROTOCOL),
	[ACK_RES] = {"dccp.ack_res", "Reserved", U16, HEX, .traits = HIDDEN, .help = "Always 0",
		     .ref = "5.3"},
	[ACK] = {"dccp.ack", "Acknowledgement Number", U64, DEC,
		 .help = "Counted from the connection's first"},
	[ACK_RAW] = {"dccp.ack_raw", "Acknowledgement Number (raw)", U64, DEC,
		     .help = "The packet of the greatest number that came", .ref = "5.3"},
	[SERVICE_CODE] = {"dccp.service_code", "Service Code", U32, DEC, WORDS(service_codes),
			  .help = "Which service is wanted", .ref = "8.1.2"},
	[RESET_CODE] = {"dccp.reset_code", "Reset Code", U8, DEC, WORDS(reset_codes),
			.help = "Why the connection ends", .ref = "5.6"},
	[DATA1] = {"dccp.data1", "Data 1", U8, DEC, .help = "More about the reason", .ref = "5.6"},
	[DATA2] = {"dccp.data2", "Data 2", U8, DEC, .help = "More about the reason", .ref = "5.6"},
	[DATA3] = {"dccp.data3", "Data 3", U8, DEC, .help = "More about the reason", .ref = "5.6"},
	[OPTIONS] = {"dccp.options", "Options", NONE, .help = "All options", .ref = "5.8"},
	[OPTION_TYPE] = {"dccp.option_type", "Option Type", U8, DEC, .under = OPTIONS,
			 WORDS(option_types), .help = "Which option", .ref = "5.8"},
	[OPTION_BAD] = EXPERT("dccp.option.len.bad", "Bad option length", WARNING, G_PROTOCOL),
	OCTETS(PADDING, "padding", "Padding", "Fills words up", "5.8.1"),
	OCTETS(MANDATORY, "mandatory", "Mandatory", "The next option must be understood", "5.8.2"),
	OCTETS(SLOW_RECEIVER, "slow_receiver", "Slow Receiver", "Don't go faster", "11.6"),
	OCTETS(RESERVED, "option_reserved", "Reserved", "An option that nobody defined", "5.8"),
	[FEATURE] = {"text", "Feature", HEADING, .under = OPTION_TYPE},
	[FEATURE_NUMBER] = {"dccp.feature_number", "Feature Number", U8, DEC, .under = FEATURE,
			    WORDS(features), .help = "What is negotiated", .ref = "6.4"},
	OCTETS(INIT_COOKIE, "init_cookie", "Init Cookie", "State for the client to keep", "8.1.4"),
	NUMBER(NDP_COUNT, "ndp_count", "NDP Count", U64, DEC, "Packets without data in a row",
	       "7.7"),
	OCTETS(NONCE_0, "ack_vector.nonce_0", "Ack Vector [Nonce 0]", "What came, in runs", "11.4"),
	OCTETS(NONCE_1, "ack_vector.nonce_1", "Ack Vector [Nonce 1]", "What came, in runs", "11.4"),
	OCTETS(DATA_DROPPED, "data_dropped", "Data Dropped", "What was thrown away", "11.7"),
	NUMBER(TIMESTAMP, "timestamp", "Timestamp", U32, DEC, "The sender's clock, 10 us", "13.1"),
	NUMBER(TIMESTAMP_ECHO, "timestamp_echo", "Timestamp Echo", U32, DEC,
	       "The other's clock, sent back", "13.3"),
	NUMBER(ELAPSED_TIME, "elapsed_time", "Elapsed Time", U32, DEC,
	       "Since the acknowledged packet came, 10 us", "13.2"),
	NUMBER(CHECKSUM_DATA, "checksum_data", "Data Checksum", U32, HEX, "CRC-32C of the payload",
	       "9.3"),
	NUMBER(LOSS_EVENT_RATE, "ccid3_loss_event_rate", "CCID3 Loss Event Rate", U32, DEC,
	       "One event in so many packets", "RFC 4342, 8.5"),
	[LOSS_INTERVALS] = {"dccp.ccid3_loss_intervals", "CCID3 Loss Intervals", BYTES,
			    .under = OPTIONS, .help = "Between loss events",
			    .ref = "RFC 4342, 8.6"},
	[RECEIVE_RATE] = {"dccp.ccid3_receive_rate", "CCID3 Receive Rate", U32, DEC,
			  .under = OPTION_TYPE, .unit = " bytes/sec", .help = "How fast data come",
			  .ref = "RFC 4342, 8.3"},
	OCTETS(CCID_OPTION, "ccid_option_data", "CCID option", "For the congestion control in use",
	       "10.3"),
};

static uint32_t header_len(const struct layer *l)
{
	return VALUE(l, X) ? LONG_LEN : SHORT_LEN;
}

/* Octets of the acknowledgement number and what stands around it; 0: the type has none. */
static uint32_t ack_len(const struct layer *l)
{
	switch (VALUE(l, TYPE)) {
	case T_ACK:
	case T_DATA_ACK:
		return VALUE(l, X) ? 8 : 4;
	case T_RESPONSE:
	case T_CLOSE_REQ:
	case T_CLOSE:
	case T_RESET:
	case T_SYNC:
	case T_SYNC_ACK:
		return 8;
	default:
		return 0;
	}
}

/* Octets of header that a packet of its type has at least. */
static uint32_t least_header(const struct layer *l)
{
	uint64_t type = VALUE(l, TYPE);
	bool has_code = type == T_REQUEST || type == T_RESPONSE || type == T_LISTEN;

	return header_len(l) + ack_len(l) + (has_code ? 4 : 0);
}

static uint32_t claimed(const struct layer *l)
{
	return (uint32_t)VALUE(l, DATA_OFFSET) * 4;
}

/* --- numbers that count from the connection's first --- */

struct connection {
	uint64_t first[2]; /* by sender */
	bool known[2];
};

static uint64_t number(const struct layer *l)
{
	return VALUE(l, X) ? VALUE(l, SEQ_RAW) : VALUE(l, SEQ_SHORT);
}

/* The acknowledgement number, where the type has one and it was captured. */
static bool ack_number(const struct layer *l, uint64_t *ack)
{
	struct cursor c = layer_cursor(l, header_len(l));
	uint32_t len = ack_len(l);

	cursor_pull(&c, len == 8 ? 2 : 1);
	*ack = cursor_be(&c, len == 8 ? 6 : 3);
	return len && !c.bad;
}

static void note_numbers(struct connection *c, struct state *s, const struct layer *l, bool from_a)
{
	unsigned from = from_a ? 0 : 1, to = 1 - from;
	uint64_t type = VALUE(l, TYPE), ack;

	if (l->bytes.cap < header_len(l))
		return;
	if (c->known[from])
		s->seq = number(l) - c->first[from];
	if (ack_number(l, &ack) && c->known[to])
		s->ack = ack - c->first[to];
	if ((type == T_REQUEST || type == T_RESPONSE) && !c->known[from]) {
		c->known[from] = true;
		c->first[from] = number(l);
	}
}

/* RFC 4340, 9.2: the pseudo header and, unless all is covered, so many words of payload. */
static struct span covered(const struct layer *l)
{
	uint32_t coverage = (uint32_t)VALUE(l, CSCOV);

	return coverage ? span_first(l->bytes, claimed(l) + (coverage - 1) * 4) : l->bytes;
}

static uint32_t pseudo_sum(const struct walk *w, const struct layer *l)
{
	return inet_pseudo_sum(&w->r, 33, l->bytes.wire);
}

static void note(struct walk *w, struct layer *l)
{
	static const char table_key;
	struct state *s = new_state(w, l, sizeof *s);
	bool from_a;
	struct conv *conv =
		conv_get(w, &table_key, (uint16_t)VALUE(l, SRCPORT), (uint16_t)VALUE(l, DSTPORT),
			 sizeof(struct connection), &from_a);

	s->stream = conv->stream;
	note_numbers(conv->own, s, l, from_a);
	if (l->bytes.cap >= 8)
		s->status = inet_status(pseudo_sum(w, l), covered(l));
}

/* --- options --- */

static void option_trouble(struct walk *w, uint32_t option, const char *words)
{
	w->last = option;
	expert(w, OPTION_BAD, "%s", words);
}

/* The values that a feature may take, in words: "Reserved( 5, 2, 3)". */
static void label_feature(struct walk *w, unsigned feature, struct cursor values)
{
	uint32_t n = values.left.cap;

	label_whole(w, "Reserved(");
	if (feature == 0 || feature > F_LAST)
		label_tail(w, "%u", feature);
	else if ((feature == F_SEQUENCE_WINDOW || feature == F_ACK_RATIO) && n && n <= 8)
		label_tail(w, " %ju", (uintmax_t)cursor_be(&values, n));
	else if (feature != F_SEQUENCE_WINDOW && feature != F_ACK_RATIO)
		while (values.left.cap) {
			unsigned value = u8(&values);

			label_tail(w, values.left.cap ? " %u," : " %u", value);
		}
	label_tail(w, ")");
}

static void put_feature(struct walk *w, struct cursor *c, struct cursor beyond)
{
	struct cursor values = *c;
	struct cursor *from = c->left.cap ? c : &beyond;
	uint32_t group = open_group(w, c, FEATURE, c->left.cap);
	unsigned feature = (unsigned)put(w, from, FEATURE_NUMBER, 1);

	shut_group(w, group, NULL);
	u8(&values);
	label_feature(w, feature, values);
}

static void put_echo(struct walk *w, struct cursor *c, uint32_t option)
{
	uint32_t n = c->left.cap;

	if (n != 4 && n != 6 && n != 8) {
		option_trouble(w, option, "Wrong Timestamp Echo length");
		return;
	}
	put(w, c, TIMESTAMP_ECHO, 4);
	if (n > 4)
		put(w, c, ELAPSED_TIME, n - 4);
}

/* A number of one size, or trouble. */
static void put_sized(struct walk *w, struct cursor *c, uint32_t option, unsigned row, bool right,
		      const char *words)
{
	if (right)
		put(w, c, row, c->left.cap);
	else
		option_trouble(w, option, words);
}

static void put_timestamp(struct walk *w, struct cursor *c, uint32_t option)
{
	uint32_t n = c->left.cap;

	if (n == 4) {
		put(w, c, TIMESTAMP, 4);
		return;
	}
	w->last = option;
	expert(w, OPTION_BAD, "Timestamp too long [%u != 4]", n);
}

/* Rows of options that are just octets. */
static unsigned octets_row(unsigned type)
{
	switch (type) {
	case O_INIT_COOKIE:
		return INIT_COOKIE;
	case O_NONCE_0:
		return NONCE_0;
	case O_NONCE_1:
		return NONCE_1;
	case O_DATA_DROPPED:
		return DATA_DROPPED;
	default:
		return RESERVED;
	}
}

static void put_option_data(struct walk *w, struct cursor *c, unsigned type, uint32_t option)
{
	uint32_t n = c->left.cap;

	switch (type) {
	case O_NDP_COUNT:
		put_sized(w, c, option, NDP_COUNT, n <= 6, "NDP Count too long (max 6 bytes)");
		break;
	case O_TIMESTAMP:
		put_timestamp(w, c, option);
		break;
	case O_TIMESTAMP_ECHO:
		put_echo(w, c, option);
		break;
	case O_ELAPSED_TIME:
		put_sized(w, c, option, ELAPSED_TIME, n == 2 || n == 4,
			  "Wrong Elapsed Time length");
		break;
	case O_CHECKSUM_DATA:
		put_sized(w, c, option, CHECKSUM_DATA, n == 4, "Wrong Data checksum length");
		break;
	case O_LOSS_EVENT_RATE:
		put_sized(w, c, option, LOSS_EVENT_RATE, n == 4,
			  "Wrong CCID3 Loss Event Rate length");
		break;
	case O_RECEIVE_RATE:
		put_sized(w, c, option, RECEIVE_RATE, n == 4, "Wrong CCID3 Receive Rate length");
		break;
	case O_LOSS_INTERVALS:
		break;
	default:
		put(w, c, type >= O_CCID ? CCID_OPTION : octets_row(type), n);
		if (type >= O_CCID)
			label_whole(w, "CCID option %u", type);
		break;
	}
}

/* An option of one octet shows that octet. */
static void put_single(struct walk *w, struct cursor *c, unsigned type)
{
	static const uint8_t rows[] = {PADDING, MANDATORY, SLOW_RECEIVER};

	put(w, c, type < COUNT(rows) ? rows[type] : RESERVED, 1);
}

static void put_option(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, data;
	unsigned type = u8(&peek), len = 1;
	uint32_t option = open_group(w, c, OPTION_TYPE, 1);

	if (type < O_CHANGE_L) {
		put_single(w, c, type);
		shut_group(w, option, c);
		return;
	}
	len = u8(&peek);
	data = cursor_first(peek, len < 2 ? 0 : len - 2);
	if (peek.bad) {
		cursor_fail(c, 2);
	} else if (len < 2) {
		option_trouble(w, option, "Option length incorrect, must be >= 2");
		cursor_take(c, c->left.wire);
	} else if (len > c->left.wire) {
		cursor_fail(c, len);
	} else if (type <= O_CONFIRM_R) {
		put_feature(w, &data, peek);
	} else {
		put_option_data(w, &data, type, option);
	}
	cursor_take(c, len < 2 ? 0 : len);
	shut_group(w, option, c);
	if (type == O_LOSS_INTERVALS && len >= 2)
		put(w, &data, LOSS_INTERVALS, data.left.cap);
}

/* All options: `len` octets by the header's word. */
static void put_dccp_options(struct walk *w, struct cursor *c, uint32_t len)
{
	uint32_t group = open_group(w, c, OPTIONS, c->left.wire);

	label_whole(w, "Options: (%u bytes)", len);
	if (len > c->left.wire)
		cursor_fail(c, len);
	while (c->left.cap)
		put_option(w, c);
	shut_group(w, group, NULL);
}

/* --- the rest of the header --- */

static void put_ack(struct walk *w, const struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	uint32_t n = ack_len(l), at = c->at;

	put(w, c, ACK_RES, n == 8 ? 2 : 1);
	if (s->ack != ABSENT) {
		put_value(w, ACK, at, n, s->ack);
		if (VALUE(l, TYPE) != T_RESPONSE)
			label_tail(w, "    (relative acknowledgement number)");
	}
	put(w, c, ACK_RAW, n == 8 ? 6 : 3);
}

static void put_type_part(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (ack_len(l))
		put_ack(w, l, c);
	switch (VALUE(l, TYPE)) {
	case T_REQUEST:
	case T_RESPONSE:
	case T_LISTEN:
		put(w, c, SERVICE_CODE, 4);
		break;
	case T_RESET:
		put(w, c, RESET_CODE, 1);
		put(w, c, DATA1, 1);
		put(w, c, DATA2, 1);
		put(w, c, DATA3, 1);
		break;
	default:
		break;
	}
}

/* Whether the header can be as long as it says. */
static bool check_length(struct walk *w, const struct layer *l)
{
	unsigned claim = claimed(l), generic = header_len(l), least = least_header(l);

	if (claim < generic)
		expert_on(w, DATA_OFFSET, HEADER_BAD,
			  "Advertised header length (%u) is smaller than the minimum (%u)", claim,
			  generic);
	else if (claim < least)
		expert_on(w, DATA_OFFSET, HEADER_BAD,
			  "Advertised header length (%u) is smaller than the minimum (%u) for %s",
			  claim, least, word_for(fields[TYPE].words, VALUE(l, TYPE)));
	return claim >= least;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor options, payload = layer_cursor(l, claimed(l));
	uint32_t len;

	if (!check_length(w, l))
		return;
	if (VALUE(l, TYPE) >= T_RESERVED) {
		expert(w, TYPE_RESERVED, NULL);
		return;
	}
	put_type_part(w, l, c);
	if (c->bad)
		return;
	len = claimed(l) + l->at - c->at;
	options = cursor_first(*c, len);
	if (len)
		put_dccp_options(w, &options, len);
	c->bad = options.bad;
	if (payload.left.cap && !c->bad)
		walk_next(w, next_by_ports(l), payload);
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s && s->status != ABSENT)
		inet_words(w, CHECKSUM, CHECKSUM_NOTE, (unsigned)s->status, pseudo_sum(w, l),
			   covered(l));
}

/* --- the summary line --- */

static void put_code(struct text *t, const char *what, const struct words *words, uint64_t code,
		     bool numbered)
{
	const char *word = word_for(words, code);

	text_put(t, what);
	text_put(t, word ? word : "Unknown");
	if (!word && numbered) {
		text_put(t, " (");
		text_u64(t, code);
		text_char(t, ')');
	}
	text_char(t, ')');
}

static void info_type_part(struct text *t, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct cursor c = layer_cursor(l, header_len(l) + ack_len(l));
	uint64_t type = VALUE(l, TYPE), ack;

	if (ack_number(l, &ack)) {
		text_put(t, " (Ack=");
		text_u64(t, s->ack != ABSENT ? s->ack : ack);
		text_char(t, ')');
	}
	if (!cursor_has(&c, 4))
		return;
	if (type == T_RESET)
		put_code(t, " (code=", fields[RESET_CODE].words, u8(&c), false);
	else if (type == T_REQUEST || type == T_RESPONSE || type == T_LISTEN)
		put_code(t, " (service=", fields[SERVICE_CODE].words, u32(&c), true);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	text_u64(t, VALUE(l, SRCPORT));
	text_put(t, " \xe2\x86\x92 ");
	text_u64(t, VALUE(l, DSTPORT));
	if (l->bytes.cap < 9)
		return;
	text_put(t, " [");
	text_put(t, word_for(fields[TYPE].words, VALUE(l, TYPE)));
	text_char(t, ']');
	if (l->bytes.cap < header_len(l) || claimed(l) < header_len(l))
		return;
	text_put(t, " Seq=");
	text_u64(t, s->seq != ABSENT ? s->seq : number(l));
	if (claimed(l) >= least_header(l))
		info_type_part(t, l);
}

static const struct hang hangs[] = {{"ip.proto", 33}, {0}};

const struct proto proto_dccp = {
	.brief = "DCCP",
	.spec = "RFC 4340",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = PORTS,
	.least = PORTS,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.header_len = header_len,
	.next = {.table = "dccp.port", .row = SRCPORT, .other = DSTPORT},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
