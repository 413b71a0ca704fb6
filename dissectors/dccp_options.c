/* SPDX-License-Identifier: BSD-2-Clause */
/* DCCP's options, and those of its congestion controls. */
/* RFC 4340, 5.8; RFC 4342, 8 (CCID 3). */
#include "core/walk.h"

enum {
	LIST,
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
	RECEIVE_RATE,
	CCID_OPTION,
	LOSS_INTERVALS,
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

#define OCTETS(row, name, what, says, section) \
	[row] = {"dccp." name, what, BYTES, .under = OPTION_TYPE, .help = says, .ref = section}

#define NUMBER(row, name, what, kind, base, says, section) \
	[row] = {"dccp." name, what, kind, base, .under = OPTION_TYPE, .help = says, .ref = section}

static const struct field fields[] = {
	[LIST] = {"dccp.option_list", "DCCP Options", PROTO},
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
	[RECEIVE_RATE] = {"dccp.ccid3_receive_rate", "CCID3 Receive Rate", U32, DEC,
			  .under = OPTION_TYPE, .unit = " bytes/sec", .help = "How fast data come",
			  .ref = "RFC 4342, 8.3"},
	OCTETS(CCID_OPTION, "ccid_option_data", "CCID option", "For the congestion control in use",
	       "10.3"),
	[LOSS_INTERVALS] = {"dccp.ccid3_loss_intervals", "CCID3 Loss Intervals", BYTES,
			    .under = OPTIONS, .help = "Between loss events",
			    .ref = "RFC 4342, 8.6"},
};

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

/* Numbers of certain sizes. */
static const struct number {
	uint8_t type, row;
	uint16_t sizes; /* a bit for each number of octets that it may have */
	const char *trouble;
} numbers[] = {
	{O_NDP_COUNT, NDP_COUNT, 0x7f, "NDP Count too long (max 6 bytes)"},
	{O_ELAPSED_TIME, ELAPSED_TIME, 1 << 2 | 1 << 4, "Wrong Elapsed Time length"},
	{O_CHECKSUM_DATA, CHECKSUM_DATA, 1 << 4, "Wrong Data checksum length"},
	{O_LOSS_EVENT_RATE, LOSS_EVENT_RATE, 1 << 4, "Wrong CCID3 Loss Event Rate length"},
	{O_RECEIVE_RATE, RECEIVE_RATE, 1 << 4, "Wrong CCID3 Receive Rate length"},
};

static const struct number *number_of(unsigned type)
{
	for (unsigned i = 0; i < COUNT(numbers); i++)
		if (numbers[i].type == type)
			return &numbers[i];
	return NULL;
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
	const struct number *number = number_of(type);
	uint32_t n = c->left.cap;

	if (number && n < 16 && number->sizes >> n & 1) {
		put(w, c, number->row, n);
	} else if (number) {
		option_trouble(w, option, number->trouble);
	} else if (type == O_TIMESTAMP) {
		put_timestamp(w, c, option);
	} else if (type == O_TIMESTAMP_ECHO) {
		put_echo(w, c, option);
	} else if (type >= O_CCID && type != O_LOSS_INTERVALS) {
		put(w, c, CCID_OPTION, n);
		label_whole(w, "CCID option %u", type);
	} else if (type != O_LOSS_INTERVALS) {
		put(w, c, octets_row(type), n);
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

/* Octets that the header says there are. */
static uint32_t claimed(const struct layer *l)
{
	struct cursor offset = layer_cursor(l->parent, 4);

	return l->parent->at + u8(&offset) * 4u - l->at;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, OPTIONS, c->left.wire), len = claimed(l);

	label_whole(w, "Options: (%u bytes)", len);
	if (len > c->left.wire)
		cursor_fail(c, len);
	while (c->left.cap)
		put_option(w, c);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"dccp.part", 0}, {0}};

const struct proto proto_dccp_options = {
	.brief = "DCCP",
	.no_column = true,
	.bare = true,
	.prefix = "dccp",
	.spec = "RFC 4340, 5.8",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
