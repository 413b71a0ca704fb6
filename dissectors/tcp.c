/* SPDX-License-Identifier: BSD-2-Clause */
/* Transmission Control Protocol. */
/* RFC 9293; RFC 7323 (window scale, timestamps), RFC 2018 (SACK), RFC 7413 (Fast Open) ... */
#include "flow/tcp.h"
#include "core/numbers.h"
#include "core/walk.h"

enum {
	TCP,
	SRCPORT,
	DSTPORT,
	ANY_SRCPORT,
	ANY_DSTPORT,
	SEQ_QUOTED,
	STREAM,
	COMPLETENESS,
	LEN,
	SEQ_NUMBER,
	SEQ_RAW,
	NXTSEQ,
	ACK_NUMBER,
	ACK_NONZERO,
	ACK_RAW,
	HDR_LEN,
	BOGUS_HEADER,
	FLAGS,
	FLAG_RES,
	FLAG_AE,
	FLAG_CWR,
	FLAG_ECE,
	FLAG_URG,
	FLAG_ACK,
	FLAG_PUSH,
	FLAG_RESET,
	CONNECTION_RST,
	FLAG_SYN,
	CONNECTION_SYN,
	CONNECTION_SYNACK,
	FLAG_FIN,
	CONNECTION_FIN,
	FLAGS_STR,
	WINDOW,
	WINDOW_SIZE,
	SCALEFACTOR,
	CHECKSUM,
	STATUS,
	URGENT,
	URGENT_NONZERO,
	OPTIONS,
	OPT_EACH,
	OPT_KIND,
	OPT_LEN,
	OPT_EOL,
	OPT_NOP,
	OPT_MSS,
	MSS_VAL,
	OPT_WSCALE,
	WSCALE_SHIFT,
	WSCALE_MULTIPLIER,
	OPT_SACK_PERM,
	OPT_SACK,
	SACK_LE,
	SACK_RE,
	SACK_COUNT,
	OPT_ECHO,
	ECHO_VALUE,
	OPT_ECHO_REPLY,
	ECHO_REPLY_VALUE,
	OPT_TIMESTAMP,
	TSVAL,
	TSECR,
	OPT_CC,
	CC_VALUE,
	OPT_CC_NEW,
	CC_NEW_VALUE,
	OPT_CC_ECHO,
	CC_ECHO_VALUE,
	OPT_MD5,
	MD5_DIGEST,
	OPT_SCPS,
	SCPS_VECTOR,
	SCPS_BETS,
	SCPS_SNACK1,
	SCPS_SNACK2,
	SCPS_COMPRESS,
	SCPS_NLTS,
	SCPS_RESERVED,
	SCPS_BINDING,
	OPT_SNACK,
	SNACK_OFFSET,
	SNACK_SIZE,
	OPT_RECORD,
	OPT_CORRUPTION,
	OPT_QS,
	QS_RATE,
	QS_TTL_DIFF,
	OPT_USER_TIMEOUT,
	USER_GRANULARITY,
	USER_TIMEOUT,
	OPT_AO,
	AO_KEY,
	AO_NEXT_KEY,
	AO_MAC,
	OPT_TFO,
	TFO_REQUEST,
	TFO_COOKIE,
	TFO_SYN,
	OPT_PROBE,
	PROBE_SLICES,
	PROBE_TYPE1,
	PROBE_TYPE2,
	PROBE_VERSION,
	PROBE_VERSION_RAW,
	PROBE_RESERVED,
	PROBE_PROBER,
	PROBE_PROXY_IP,
	PROBE_PROXY_PORT,
	PROBE_APPLICATION,
	PROBE_CLIENT,
	PROBE_STORE,
	PROBE_FLAGS,
	PROBE_NOT_CFE,
	PROBE_LAST,
	PROBE_INFO,
	PROBE_NO_CACHE,
	PROBE_SSL,
	PROBE_SERVER,
	OPT_TRANSPARENCY,
	TRPY_FLAGS,
	TRPY_FW,
	TRPY_FW_INNER,
	TRPY_FW_RST,
	TRPY_CHECKSUM,
	TRPY_OOB,
	TRPY_MODE,
	TRPY_SRC_IP,
	TRPY_DST_IP,
	TRPY_SRC_PORT,
	TRPY_DST_PORT,
	OPT_ACC_ECN0,
	OPT_ACC_ECN1,
	ECN_EE0B,
	ECN_ECEB,
	ECN_EE1B,
	OPT_EXPERIMENT1,
	OPT_EXPERIMENT2,
	EXP_ID,
	EXP_SLICES,
	TARR_RATE,
	TARR_RESERVED,
	EXP_DATA,
	OPT_UNKNOWN,
	UNKNOWN_PAYLOAD,
	OPT_BAD,
	OPT_STRAY,
	STRAY_NOTE,
	MSS_PRESENT,
	MSS_ABSENT,
	FOUR_NOPS,
	SHIFT_TOO_LARGE,
	SUBOPTION,
	SUBOPTION_BAD,
	DSACK_LE,
	DSACK_RE,
	DSACK,
	DSACK_NOTE,
	TIMES,
	SINCE_FIRST,
	SINCE_LAST,
	PAYLOAD,
	OPT_BAD_LENGTH,
};

/* What the rows show; `note` fills it in. */
struct state {
	uint64_t seq_quoted, stream, completeness, len, seq, nxtseq, ack, window_size, scalefactor,
		status;
	uint64_t since_first, since_last;
	uint64_t flags_str; /* a C string's address */
};

#define HEADER 20
#define MPTCP 30 /* the kind of option */
#define ARROW " \xe2\x86\x92 "
#define DOT "\xc2\xb7"

static const struct word option_kinds[] = {
	{0, "End of Option List"},
	{1, "No-Operation"},
	{2, "Maximum Segment Size"},
	{3, "Window Scale"},
	{4, "SACK Permitted"},
	{5, "SACK"},
	{6, "Echo"},
	{7, "Echo Reply"},
	{8, "Time Stamp Option"},
	{9, "Partial Order Connection Permitted"},
	{10, "Partial Order Service Profile"},
	{11, "CC"},
	{12, "CC.NEW"},
	{13, "CC.ECHO"},
	{14, "TCP Alternate Checksum Request"},
	{15, "TCP Alternate Checksum Data"},
	{16, "Skeeter"},
	{17, "Bubba"},
	{18, "Trailer Checksum Option"},
	{19, "MD5 Signature Option"},
	{20, "SCPS Capabilities"},
	{21, "Selective Negative Acknowledgements"},
	{22, "Record Boundaries"},
	{23, "Corruption experienced"},
	{24, "SNAP"},
	{25, "Unassigned"},
	{26, "TCP Compression Filter"},
	{27, "Quick-Start Response"},
	{28, "User Timeout Option"},
	{29, "The TCP Authentication Option"},
	{30, "Multipath TCP"},
	{34, "TCP Fast Open Cookie"},
	{76, "Riverbed Probe"},
	{78, "Riverbed Transparency"},
	{172, "Accurate ECN Order 0"},
	{174, "Accurate ECN Order 1"},
	{253, "RFC3692-style Experiment 1"},
	{254, "RFC3692-style Experiment 2"},
};

static const struct word experiments[] = {
	{0xac, "TCP ACK Rate Request"},
	{0x348, "Host ID"},
	{0xa0d, "Autonomous System Compensation"},
	{0xca0, "Capability Option"},
	{0xed0, "Extended Data Offset"},
	{0x454e, "Encryption Negotiation"},
	{0x5323, "Service Number"},
	{0x75ec, "Timestamp Interval"},
	{0xacc0, "Accurate ECN - Order 0"},
	{0xacc1, "Accurate ECN - Order 1"},
	{0xacce, "Accurate ECN"},
	{0xe2d4, "Shared Memory communications over RMDA protocol"},
	{0xf989, "Fast Open"},
	{0xf990, "Low Latency"},
};

static const struct word qs_rates[] = {
	{0, "0 bit/s"},        {1, "80 Kbit/s"},      {2, "160 Kbit/s"},     {3, "320 Kbit/s"},
	{4, "640 Kbit/s"},     {5, "1.28 Mbit/s"},    {6, "2.56 Mbit/s"},    {7, "5.12 Mbit/s"},
	{8, "10.24 Mbit/s"},   {9, "20.48 Mbit/s"},   {10, "40.96 Mbit/s"},  {11, "81.92 Mbit/s"},
	{12, "163.84 Mbit/s"}, {13, "327.68 Mbit/s"}, {14, "655.36 Mbit/s"}, {15, "1.31072 Gbit/s"},
};

static const struct word granularities[] = {
	{0, "Seconds"},
	{1, "Minutes"},
};

static const struct word transparency_modes[] = {
	{0, "Full Transparency"},
	{1, "Port Transparency"},
};

static const struct word probe_types[] = {
	{0, "Probe Query"},      {1, "Probe Response"},      {2, "Probe Internal"},
	{3, "Probe Trace"},      {4, "Probe Query SH"},      {5, "Probe Response SH"},
	{6, "Probe Query Info"}, {7, "Probe Response Info"},
};

/* --- words of the detail tree --- */

static const struct field fields[];

static void put_part(struct text *t, const struct record *r, const struct node *n, unsigned row,
		     const char *words)
{
	const struct node *part = node_below(r, n, row);

	if (!part)
		return;
	text_put(t, words);
	text_u64(t, part->u);
}

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *flag = node_below(r, n, FLAG_ACK);

	put_part(t, r, n, SRCPORT, ", Src Port: ");
	put_part(t, r, n, DSTPORT, ", Dst Port: ");
	put_part(t, r, n, SEQ_NUMBER, ", Seq: ");
	if (flag)
		put_part(t, r, n, SEQ_QUOTED, ", Seq: ");
	if (flag && flag->u)
		put_part(t, r, n, ACK_NUMBER, ", Ack: ");
	put_part(t, r, n, LEN, ", Len: ");
}

static void form_relative_seq(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, "    (relative sequence number)");
}

/* RFC 9293, 3.1: without the ACK flag the field means nothing, and counts from nowhere. */
static void form_relative_ack(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *flag = node_below(r, node_parent(r, n), FLAG_ACK);

	text_u64(t, n->u);
	if (flag && flag->u)
		text_put(t, "    (relative ack number)");
}

static void form_hdr_len(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " bytes (");
	text_u64(t, n->u / 4);
	text_char(t, ')');
}

/* " (BETS, SNACK1)": the capabilities of CCSDS 714.0-B-2. */
static void put_scps(struct text *t, unsigned vector, const char *open, const char *close)
{
	static const char *const names[] = {"BETS", "SNACK1", "SNACK2", "COMP", "NLTS"};
	const char *before = open;

	for (unsigned i = 0; i < COUNT(names); i++)
		if (vector >> (7 - i) & 1) {
			text_put(t, before);
			text_put(t, names[i]);
			before = ", ";
		}
	if (vector & 7) {
		text_put(t, before);
		text_put(t, "RESERVED");
		before = ", ";
	}
	if (before != open)
		text_put(t, close);
}

static void form_completeness(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const words[] = {
		[SEEN_SYN | SEEN_SYN_ACK] = "Incomplete, CLIENT_ESTABLISHED",
		[SEEN_SYN | SEEN_SYN_ACK | SEEN_ACK] = "Incomplete, ESTABLISHED",
		[SEEN_SYN | SEEN_SYN_ACK | SEEN_ACK | SEEN_DATA] = "Incomplete, DATA",
	};
	uint64_t v = n->u;
	bool handshake = (v & 7) == 7;
	const char *word = v < COUNT(words) ? words[v] : NULL;

	(void)r;
	if (v == SEEN_SYN)
		word = "Incomplete, SYN_SENT";
	if (handshake && (v & (SEEN_FIN | SEEN_RST)))
		word = v & SEEN_DATA ? "Complete, WITH_DATA" : "Complete, NO_DATA";
	text_put(t, word ? word : "Incomplete");
	text_put(t, " (");
	text_u64(t, v);
	text_char(t, ')');
}

static const char *const flag_names[] = {"FIN", "SYN", "RST", "PSH", "ACK",
					 "URG", "ECE", "CWR", "AE",  "Reserved"};

/* "SYN, ACK" */
static void put_flags(struct text *t, unsigned flags)
{
	bool any = false;

	for (unsigned i = 0; i < 9; i++) {
		if (!(flags >> i & 1))
			continue;
		text_put(t, any ? ", " : "");
		text_put(t, flag_names[i]);
		any = true;
	}
	if (flags & 0xe00) {
		text_put(t, any ? ", " : "");
		text_put(t, flag_names[9]);
		any = true;
	}
	if (!any)
		text_put(t, "<None>");
}

static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 3);
	text_put(t, " (");
	put_flags(t, (unsigned)n->u);
	text_char(t, ')');
}

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_put(t, " [unverified]");
}

static void form_scalefactor(struct text *t, const struct record *r, const struct node *n)
{
	int64_t factor = (int64_t)n->u;

	(void)r;
	text_i64(t, factor);
	if (factor < 0)
		text_put(t, factor == SCALE_UNKNOWN ? " (unknown)" : " (no window scaling used)");
}

/* "Options: (12 bytes), No-Operation (NOP), No-Operation (NOP), Timestamps" */
static void form_options(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);

	text_char(t, '(');
	text_u64(t, n->len);
	text_put(t, " bytes)");
	for (const struct node *o = n + 1; o < end; o = node_next(r, o)) {
		const struct node *kind =
			o->field == &fields[OPT_UNKNOWN] ? node_below(r, o, OPT_KIND) : NULL;

		if (!(o->field->traits & OWN_NAME) && o->field->kind != PROTO)
			continue;
		text_put(t, ", ");
		text_put(t, o->field->label);
		if (kind)
			text_format(t, " (0x%02x)", (unsigned)kind->u);
	}
}

/* "0x40 (SNACK1)" */
static void form_scps(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 2);
	put_scps(t, (unsigned)n->u, " (", ")");
}

/* "·······A··S·" */
static uint64_t flag_letters(struct walk *w, unsigned flags)
{
	static const char letters[] = "RRRACEUAPRSF";
	char *string = take(w, 2 * strlen(letters) + 1);
	char *out = string;

	for (unsigned i = 0; i < 12; i++) {
		if (flags >> (11 - i) & 1) {
			*out++ = letters[i];
		} else {
			memcpy(out, DOT, 2);
			out += 2;
		}
	}
	*out = '\0';
	return (uint64_t)(uintptr_t)string;
}

#define OPTION(row, name, what, more)               \
	[row] = {name,                              \
		 what,                              \
		 BYTES,                             \
		 .under = OPTIONS,                  \
		 .traits = OWN_NAME,                \
		 .line = "TCP Option - " what more, \
		 .help = what}

#define PROBE_ROW(row, name, what, kind, base, says) \
	[row] = {"tcp.options.rvbd.probe." name,     \
		 what,                               \
		 kind,                               \
		 base,                               \
		 .under = OPT_PROBE,                 \
		 .help = says,                       \
		 .ref = "Riverbed"}
#define PROBE_BITS(row, name, what, bit, width, says) \
	[row] = {"tcp.options.rvbd.probe." name,      \
		 what,                                \
		 U8,                                  \
		 DEC,                                 \
		 AT(bit, width),                      \
		 .under = PROBE_SLICES,               \
		 .help = says,                        \
		 .ref = "Riverbed"}
#define PROBE_FLAG(row, name, what, bit, parent)       \
	[row] = {"tcp.options.rvbd.probe.flags." name, \
		 what,                                 \
		 BOOL,                                 \
		 AT(bit, 1),                           \
		 .under = parent,                      \
		 WORDS(set_notset),                    \
		 .help = what,                         \
		 .ref = "Riverbed"}
#define TRPY_FLAG(row, name, what, bit)               \
	[row] = {"tcp.options.rvbd.trpy.flags." name, \
		 what,                                \
		 BOOL,                                \
		 AT(16 + (bit), 1),                   \
		 BOX(16, bit),                        \
		 .under = TRPY_FLAGS,                 \
		 WORDS(set_notset),                   \
		 .help = what,                        \
		 .ref = "Riverbed"}
#define TRPY_ROW(row, name, what, kind, base, bit, width) \
	[row] = {"tcp.options.rvbd.trpy." name,           \
		 what,                                    \
		 kind,                                    \
		 base,                                    \
		 AT(bit, width),                          \
		 .under = OPT_TRANSPARENCY,               \
		 .help = what,                            \
		 .ref = "Riverbed"}
#define RIVERBED_ROWS                                                                              \
	OPTION(OPT_PROBE, "tcp.options.rvbd.probe", "Riverbed Probe", ""),                         \
		[PROBE_SLICES] = {"text", "Bits", HEADING, .under = OPT_PROBE},                    \
		PROBE_BITS(PROBE_TYPE1, "type1", "Type", 0, 4, "What is asked or told"),           \
		PROBE_BITS(PROBE_TYPE2, "type2", "Type", 0, 7, "The same since version 2"),        \
		PROBE_BITS(PROBE_VERSION, "version", "Version", 4, 4, "1"),                        \
		[PROBE_VERSION_RAW] = {"tcp.options.rvbd.probe.version_raw",                       \
				       "Version",                                                  \
				       U8,                                                         \
				       DEC,                                                        \
				       AT(7, 1),                                                   \
				       .under = PROBE_SLICES,                                      \
				       .help = "0 for version 2",                                  \
				       .ref = "Riverbed"},                                         \
		PROBE_ROW(PROBE_RESERVED, "reserved", "Reserved", U8, HEX, "Unused"),              \
		PROBE_ROW(PROBE_PROBER, "prober", "CSH IP", IPV4, PLAIN,                           \
			  "Appliance near the client"),                                            \
		PROBE_ROW(PROBE_PROXY_IP, "proxy.ip", "SSH IP", IPV4, PLAIN,                       \
			  "Appliance near the server"),                                            \
		PROBE_ROW(PROBE_PROXY_PORT, "proxy.port", "SSH Port", U16, DEC, "Its port"),       \
		PROBE_ROW(PROBE_APPLICATION, "appli_ver", "Application Version", U16, DEC,         \
			  "Version of the appliance"),                                             \
		PROBE_ROW(PROBE_CLIENT, "client.ip", "Client IP", IPV4, PLAIN, "The client"),      \
		PROBE_ROW(PROBE_STORE, "storeid", "CFE Store ID", U32, DEC, "Which store"),        \
		PROBE_ROW(PROBE_FLAGS, "flags", "Probe Flags", U8, HEX, "About the appliance"),    \
		PROBE_FLAG(PROBE_NOT_CFE, "notcfe", "Not CFE", 5, PROBE_FLAGS),                    \
		PROBE_FLAG(PROBE_LAST, "last", "Last Notify", 7, PROBE_FLAGS),                     \
		PROBE_ROW(PROBE_INFO, "flags", "Probe Flags", U8, HEX, "About the answer"),        \
		PROBE_FLAG(PROBE_NO_CACHE, "probe", "Disable Probe Cache on CSH", 3, PROBE_INFO),  \
		PROBE_FLAG(PROBE_SSL, "ssl", "SSL Enabled", 6, PROBE_INFO),                        \
		PROBE_FLAG(PROBE_SERVER, "server", "SSH outer to server established", 7,           \
			   PROBE_INFO),                                                            \
		OPTION(OPT_TRANSPARENCY, "tcp.options.rvbd.trpy", "Riverbed Transparency",         \
		       "[ {tcp.options.rvbd.trpy.src.ip}:{tcp.options.rvbd.trpy.src.port} -> "     \
		       "{tcp.options.rvbd.trpy.dst.ip}:{tcp.options.rvbd.trpy.dst.port}]"),        \
		TRPY_ROW(TRPY_FLAGS, "flags", "Transparency Options", U16, HEX, 16, 16),           \
		TRPY_FLAG(TRPY_FW, "fw_rst_probe", "Enable FW traversal feature", 5),              \
		TRPY_FLAG(TRPY_FW_INNER, "fw_rst_inner", "Enable Inner FW feature on All FWs", 6), \
		TRPY_FLAG(TRPY_FW_RST, "fw_rst", "Enable Transparency FW feature on All FWs", 7),  \
		TRPY_FLAG(TRPY_CHECKSUM, "chksum", "Reserved", 13),                                \
		TRPY_FLAG(TRPY_OOB, "oob", "Out of band connection", 14),                          \
		[TRPY_MODE] = {"tcp.options.rvbd.trpy.flags.mode",                                 \
			       "Transparency Mode",                                                \
			       BOOL,                                                               \
			       AT(31, 1),                                                          \
			       BOX(16, 15),                                                        \
			       .under = TRPY_FLAGS,                                                \
			       WORDS(transparency_modes),                                          \
			       .help = "Which addresses are kept",                                 \
			       .ref = "Riverbed"},                                                 \
		TRPY_ROW(TRPY_SRC_IP, "src.ip", "Src SH IP Addr", IPV4, PLAIN, 32, 32),            \
		TRPY_ROW(TRPY_DST_IP, "dst.ip", "Dst SH IP Addr", IPV4, PLAIN, 64, 32),            \
		TRPY_ROW(TRPY_SRC_PORT, "src.port", "Src SH Inner Port", U16, DEC, 96, 16),        \
		TRPY_ROW(TRPY_DST_PORT, "dst.port", "Dst SH Inner Port", U16, DEC, 112, 16)

static const struct field fields[] = {
	[TCP] = {"tcp", "Transmission Control Protocol", PROTO, .form = form_line},
	[SRCPORT] = {"tcp.srcport", "Source Port", U16, PORT, AT(0, 16), .help = "Who sends",
		     .ref = "3.1"},
	[DSTPORT] = {"tcp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "3.1"},
	[ANY_SRCPORT] = {"tcp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[ANY_DSTPORT] = {"tcp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[SEQ_QUOTED] = {"tcp.seq", "Sequence Number", U32, DEC, KNOWN(struct state, seq_quoted),
			.help = "The same in a packet that ICMP quotes: as it stands there"},
	[STREAM] = {"tcp.stream", "Stream index", U32, DEC, FROM(struct state, stream),
		    .help = "Counts connections from 0"},
	[COMPLETENESS] = {"tcp.completeness", "Conversation completeness", U8, DEC,
			  FROM(struct state, completeness), .form = form_completeness,
			  .help = "What of the connection was seen before: 1 SYN, 2 SYN/ACK, 4 "
				  "ACK, "
				  "8 data, 16 FIN, 32 RST"},
	[LEN] = {"tcp.len", "TCP Segment Len", U32, DEC, FROM(struct state, len),
		 .help = "Octets of payload"},
	[SEQ_NUMBER] = {"tcp.seq", "Sequence Number", U32, DEC, KNOWN(struct state, seq),
			.form = form_relative_seq,
			.help = "Of the first octet, counted from the connection's first",
			.ref = "3.4"},
	[SEQ_RAW] = {"tcp.seq_raw", "Sequence Number (raw)", U32, DEC, AT(32, 32), WHEN(LEN),
		     .help = "As it stands in the header", .ref = "3.1"},
	[NXTSEQ] = {"tcp.nxtseq", "Next Sequence Number", U32, DEC, FROM(struct state, nxtseq),
		    .form = form_relative_seq, .help = "Of the octet behind this segment"},
	[ACK_NUMBER] = {"tcp.ack", "Acknowledgment Number", U32, DEC, KNOWN(struct state, ack),
			.form = form_relative_ack,
			.help = "The octet that is expected next, counted from the first",
			.ref = "3.4"},
	[ACK_NONZERO] = EXPERT("tcp.ack.nonzero",
			       "The acknowledgment number field is nonzero while the ACK flag is "
			       "not set",
			       REMARK, G_PROTOCOL),
	[ACK_RAW] = {"tcp.ack_raw", "Acknowledgment number (raw)", U32, DEC, AT(64, 32),
		     WHEN(STREAM), .help = "As it stands in the header", .ref = "3.1"},
	[HDR_LEN] = {"tcp.hdr_len", "Header Length", U8, DEC, AT(96, 4), .traits = FACTOR,
		     .factor = 4, .form = form_hdr_len, .fill = FILL_HEADER,
		     .help = "Octets of header, options included", .ref = "3.1"},
	[BOGUS_HEADER] =
		EXPERT("tcp.bogus_header_length", "Bogus TCP Header length", ERROR, G_PROTOCOL),
	[FLAGS] = {"tcp.flags", "Flags", U16, HEX, AT(100, 12), .traits = SPREAD,
		   .form = form_flags, .help = "Control bits", .ref = "3.1"},
#define FLAG(row, name, what, bit, says, section)               \
	[row] = {"tcp.flags." name,                             \
		 what,                                          \
		 BOOL,                                          \
		 AT(100 + (bit), 1),                            \
		 BOX(12, bit),                                  \
		 .under = FLAGS,                                \
		 .words = &(const struct words){set_notset, 2}, \
		 .help = says,                                  \
		 .ref = section}
	[FLAG_RES] = {"tcp.flags.res", "Reserved", BOOL, AT(100, 3), BOX(12, 0), .under = FLAGS,
		      WORDS(set_notset), .help = "Always 0", .ref = "3.1"},
	FLAG(FLAG_AE, "ae", "Accurate ECN", 3, "More precise congestion marks", "RFC 8311, 3"),
	FLAG(FLAG_CWR, "cwr", "Congestion Window Reduced", 4, "The sender slowed down",
	     "RFC 3168, 6.1"),
	FLAG(FLAG_ECE, "ece", "ECN-Echo", 5, "Congestion was met on the way", "RFC 3168, 6.1"),
	FLAG(FLAG_URG, "urg", "Urgent", 6, "The urgent pointer counts", "3.1"),
	FLAG(FLAG_ACK, "ack", "Acknowledgment", 7, "The acknowledgment number counts", "3.1"),
	FLAG(FLAG_PUSH, "push", "Push", 8, "Hand over what there is", "3.1"),
	FLAG(FLAG_RESET, "reset", "Reset", 9, "The connection is broken off", "3.1"),
	[CONNECTION_RST] =
		EXPERT("tcp.connection.rst", "Connection reset (RST)", WARNING, G_SEQUENCE),
	FLAG(FLAG_SYN, "syn", "Syn", 10, "Sequence numbers begin", "3.1"),
	[CONNECTION_SYN] = EXPERT("tcp.connection.syn", "Connection establish request (SYN)", CHAT,
				  G_SEQUENCE),
	[CONNECTION_SYNACK] =
		EXPERT("tcp.connection.synack", "Connection establish acknowledge (SYN+ACK)", CHAT,
		       G_SEQUENCE),
	FLAG(FLAG_FIN, "fin", "Fin", 11, "The sender has no more data", "3.1"),
	[CONNECTION_FIN] =
		EXPERT("tcp.connection.fin", "Connection finish (FIN)", CHAT, G_SEQUENCE),
	[FLAGS_STR] = {"tcp.flags.str", "TCP Flags", STRING, FROM(struct state, flags_str),
		       .under = FLAGS, .help = "The flags as letters"},
	[WINDOW] = {"tcp.window_size_value", "Window", U16, DEC, AT(112, 16), .preset = 65535,
		    .help = "Octets that may come, before scaling", .ref = "3.1"},
	[WINDOW_SIZE] = {"tcp.window_size", "Calculated window size", U32, DEC,
			 FROM(struct state, window_size),
			 .help = "Octets that may come, after scaling", .ref = "RFC 7323, 2"},
	[SCALEFACTOR] = {"tcp.window_size_scalefactor", "Window size scaling factor", I32, DEC,
			 FROM(struct state, scalefactor), .form = form_scalefactor,
			 .help = "-1: the handshake wasn't seen; -2: no scaling"},
	[CHECKSUM] = {"tcp.checksum", "Checksum", U16, HEX, AT(128, 16), .fill = FILL_CHECKSUM,
		      .form = form_checksum, .help = "Over pseudo header, header and payload",
		      .ref = "3.1"},
	[STATUS] = {"tcp.checksum.status", "Checksum Status", U8, PLAIN, FROM(struct state, status),
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[URGENT] = {"tcp.urgent_pointer", "Urgent Pointer", U16, DEC, AT(144, 16),
		    .help = "Where urgent data ends", .ref = "3.1"},
	[URGENT_NONZERO] = EXPERT("tcp.urgent_pointer.non_zero",
				  "The urgent pointer field is nonzero while the URG flag is not "
				  "set",
				  REMARK, G_PROTOCOL),
	[OPTIONS] = {"tcp.options", "Options", BYTES, .form = form_options, .help = "All options",
		     .ref = "3.2"},
	[OPT_EACH] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_KIND] = {"tcp.option_kind", "Kind", U8, DEC, AT(0, 8), .under = OPT_EACH,
		      WORDS(option_kinds), .help = "Which option", .ref = "3.2"},
	[OPT_LEN] = {"tcp.option_len", "Length", U8, DEC, AT(8, 8), .under = OPT_EACH,
		     .help = "Octets of the whole option", .ref = "3.2"},
	OPTION(OPT_EOL, "tcp.options.eol", "End of Option List (EOL)", ""),
	OPTION(OPT_NOP, "tcp.options.nop", "No-Operation (NOP)", ""),
	OPTION(OPT_MSS, "tcp.options.mss", "Maximum segment size",
	       "[: {tcp.options.mss_val} bytes]"),
	[MSS_VAL] = {"tcp.options.mss_val", "MSS Value", U16, DEC, AT(16, 16), .under = OPT_MSS,
		     .help = "Octets that a segment may bring", .ref = "3.7.1"},
	OPTION(OPT_WSCALE, "tcp.options.wscale", "Window scale",
	       "[: {tcp.options.wscale.shift} (multiply by {tcp.options.wscale.multiplier})]"),
	[WSCALE_SHIFT] = {"tcp.options.wscale.shift", "Shift count", U8, DEC, .under = OPT_WSCALE,
			  .help = "Windows count in units of 2^this", .ref = "RFC 7323, 2.2"},
	[WSCALE_MULTIPLIER] = {"tcp.options.wscale.multiplier", "Multiplier", U16, DEC,
			       .under = OPT_WSCALE, .traits = GENERATED,
			       .help = "The unit of windows, in octets"},
	OPTION(OPT_SACK_PERM, "tcp.options.sack_perm", "SACK permitted", ""),
	OPTION(OPT_SACK, "tcp.options.sack", "SACK", ""),
	[SACK_LE] = {"tcp.options.sack_le", "left edge", U32, DEC, .under = OPT_SACK,
		     .help = "First octet that arrived out of order", .ref = "RFC 2018, 3"},
	[SACK_RE] = {"tcp.options.sack_re", "right edge", U32, DEC, .under = OPT_SACK,
		     .help = "The octet behind the last of them", .ref = "RFC 2018, 3"},
	[SUBOPTION] = {"text", "suboption would go past end of option", HEADING, .under = OPT_SACK},
	[SUBOPTION_BAD] = EXPERT("tcp.suboption_malformed", "suboption would go past end of option",
				 ERROR, G_MALFORMED),
	[DSACK_LE] = {"tcp.options.sack.dsack_le", "D-SACK Left Edge", U32, DEC, .under = OPT_SACK,
		      .traits = GENERATED, .help = "First octet that came twice",
		      .ref = "RFC 2883, 4"},
	[DSACK_RE] = {"tcp.options.sack.dsack_re", "D-SACK Right Edge", U32, DEC, .under = OPT_SACK,
		      .traits = GENERATED, .help = "The octet behind the last",
		      .ref = "RFC 2883, 4"},
	[DSACK] = {"text", "D-SACK Sequence", HEADING, .under = OPT_SACK},
	[DSACK_NOTE] = EXPERT("tcp.options.sack.dsack", "D-SACK Sequence", WARNING, G_SEQUENCE),
	[SACK_COUNT] = {"tcp.options.sack.count", "TCP SACK Count", U8, DEC, .under = OPT_SACK,
			.traits = GENERATED, .help = "Blocks of octets"},
	OPTION(OPT_ECHO, "tcp.options.echo", "Echo", "[: {tcp.options.echo_value}]"),
	[ECHO_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			.under = OPT_ECHO, .help = "To be sent back", .ref = "RFC 1072, 3"},
	[OPT_ECHO_REPLY] = {"tcp.options.echo", "Echo reply", BYTES, .under = OPTIONS,
			    .traits = OWN_NAME,
			    .line = "TCP Option - Echo[: {tcp.options.echo_value}]",
			    .help = "Echo reply"},
	[ECHO_REPLY_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			      .under = OPT_ECHO_REPLY, .help = "Sent back", .ref = "RFC 1072, 3"},
	OPTION(OPT_TIMESTAMP, "tcp.options.timestamp", "Timestamps",
	       "[: TSval {tcp.options.timestamp.tsval}, TSecr {tcp.options.timestamp.tsecr}]"),
	[TSVAL] = {"tcp.options.timestamp.tsval", "Timestamp value", U32, DEC, AT(16, 32),
		   .under = OPT_TIMESTAMP, .help = "The sender's clock", .ref = "RFC 7323, 3.2"},
	[TSECR] = {"tcp.options.timestamp.tsecr", "Timestamp echo reply", U32, DEC, AT(48, 32),
		   .under = OPT_TIMESTAMP, .help = "The other's clock, sent back",
		   .ref = "RFC 7323, 3.2"},
	OPTION(OPT_MD5, "tcp.options.md5", "TCP MD5 signature", ""),
	[MD5_DIGEST] = {"tcp.options.md5.digest", "MD5 digest", BYTES, AT(16, 128),
			.under = OPT_MD5, .help = "Over the segment and a shared secret",
			.ref = "RFC 2385, 2"},
	OPTION(OPT_CC, "tcp.options.cc", "CC", ""),
	[OPT_CC_NEW] = {"tcp.options.cc", "CC.NEW", BYTES, .under = OPTIONS, .traits = OWN_NAME,
			.line = "TCP Option - CC", .help = "CC.NEW"},
	[OPT_CC_ECHO] = {"tcp.options.cc", "CC.ECHO", BYTES, .under = OPTIONS, .traits = OWN_NAME,
			 .line = "TCP Option - CC", .help = "CC.ECHO"},
#define CC(row, option)                        \
	[row] = {"tcp.options.cc_value",       \
		 "TCP CC Option",              \
		 U32,                          \
		 DEC,                          \
		 AT(16, 32),                   \
		 .under = option,              \
		 .help = "Counts connections", \
		 .ref = "RFC 1644, 4.1"}
	CC(CC_VALUE, OPT_CC),
	CC(CC_NEW_VALUE, OPT_CC_NEW),
	CC(CC_ECHO_VALUE, OPT_CC_ECHO),
	OPTION(OPT_SCPS, "tcp.options.scps", "SCPS capabilities", ""),
	[SCPS_VECTOR] = {"tcp.options.scps.vector", "TCP SCPS Capabilities Vector", U8, HEX,
			 .under = OPT_SCPS, .form = form_scps, .help = "What the sender can do",
			 .ref = "CCSDS 714.0, 3.2.3"},
#define SCPS(row, name, what, bit)              \
	[row] = {"tcp.options.scpsflags." name, \
		 what,                          \
		 BOOL,                          \
		 AT(16 + (bit), 1),             \
		 .under = SCPS_VECTOR,          \
		 WORDS(set_notset),             \
		 .help = what,                  \
		 .ref = "CCSDS 714.0, 3.2.3"}
	SCPS(SCPS_BETS, "bets", "Partial Reliability Capable (BETS)", 0),
	SCPS(SCPS_SNACK1, "snack1", "Short Form SNACK Capable (SNACK1)", 1),
	SCPS(SCPS_SNACK2, "snack2", "Long Form SNACK Capable (SNACK2)", 2),
	SCPS(SCPS_COMPRESS, "compress", "Lossless Header Compression (COMP)", 3),
	SCPS(SCPS_NLTS, "nlts", "Network Layer Timestamp (NLTS)", 4),
	[SCPS_RESERVED] = {"tcp.options.scpsflags.reserved", "Reserved", U8, DEC, AT(5, 3),
			   .under = SCPS_VECTOR, .help = "Always 0", .ref = "CCSDS 714.0, 3.2.3"},
	[SCPS_BINDING] = {"tcp.options.scps.binding", "Connection ID", U8, DEC, .under = OPT_SCPS,
			  .help = "For header compression", .ref = "CCSDS 714.0, 3.2.3"},
	OPTION(OPT_SNACK, "tcp.options.snack", "Selective Negative Acknowledgment", ""),
	[SNACK_OFFSET] = {"tcp.options.snack.offset", "TCP SNACK Offset", U16, DEC, AT(16, 16),
			  .under = OPT_SNACK, .help = "Where the hole begins, in segments",
			  .ref = "CCSDS 714.0, 3.2.5"},
	[SNACK_SIZE] = {"tcp.options.snack.size", "TCP SNACK Size", U16, DEC, AT(32, 16),
			.under = OPT_SNACK, .help = "How long it is, in segments",
			.ref = "CCSDS 714.0, 3.2.5"},
	OPTION(OPT_RECORD, "tcp.options.scpsrec", "SCPS record boundary", ""),
	OPTION(OPT_CORRUPTION, "tcp.options.scpscor", "SCPS corruption experienced", ""),
	OPTION(OPT_QS, "tcp.options.qs", "Quick-Start", ""),
	[QS_RATE] = {"tcp.options.qs.rate", "QS Rate", U8, DEC, AT(20, 4), .under = OPT_QS,
		     WORDS(qs_rates), .help = "How fast the sender may begin",
		     .ref = "RFC 4782, 4.2"},
	[QS_TTL_DIFF] = {"tcp.options.qs.ttl_diff", "QS Rate", U8, DEC, AT(24, 8), .under = OPT_QS,
			 .help = "The TTL less Quick-Start's", .ref = "RFC 4782, 4.2"},
	OPTION(OPT_USER_TIMEOUT, "tcp.options.user_to", "User Timeout", ""),
	[USER_GRANULARITY] = {"tcp.options.user_to_granularity", "Granularity", BOOL, AT(16, 1),
			      BOX(16, 0), .under = OPT_USER_TIMEOUT, WORDS(granularities),
			      .help = "The unit", .ref = "RFC 5482, 2"},
	[USER_TIMEOUT] = {"tcp.options.user_to_val", "User Timeout", U16, DEC, AT(17, 15),
			  .under = OPT_USER_TIMEOUT,
			  .help = "How long data may wait for acknowledgment",
			  .ref = "RFC 5482, 2"},
	OPTION(OPT_AO, "tcp.options.ao", "TCP AO", ""),
	[AO_KEY] = {"tcp.options.ao.keyid", "AO KeyID", U8, DEC, .under = OPT_AO,
		    .help = "The key in use", .ref = "RFC 5925, 2.2"},
	[AO_NEXT_KEY] = {"tcp.options.ao.rnextkeyid", "AO RNextKeyID", U8, DEC, .under = OPT_AO,
			 .help = "The key that the sender wants to receive",
			 .ref = "RFC 5925, 2.2"},
	[AO_MAC] = {"tcp.options.ao.mac", "AO MAC", BYTES, .under = OPT_AO,
		    .help = "Over the segment", .ref = "RFC 5925, 2.2"},
	OPTION(OPT_TFO, "tcp.options.tfo", "TCP Fast Open", ""),
	[TFO_REQUEST] = {"tcp.options.tfo.request", "Fast Open Cookie Request", NONE,
			 .under = OPT_TFO, .help = "The client wants a cookie",
			 .ref = "RFC 7413, 4.1.1"},
	[TFO_COOKIE] = {"tcp.options.tfo.cookie", "Fast Open Cookie", BYTES, .under = OPT_TFO,
			.help = "Lets data come with the SYN", .ref = "RFC 7413, 4.1.1"},
	[TFO_SYN] = EXPERT("tcp.analysis.tfo_syn", "TCP SYN with TFO Cookie", REMARK, G_SEQUENCE),
	RIVERBED_ROWS,
	OPTION(OPT_ACC_ECN0, "tcp.options.acc_ecn", "Accurate ECN", ""),
	OPTION(OPT_ACC_ECN1, "tcp.options.acc_ecn", "Accurate ECN", ""),
#define COUNTER(row, name, what)                            \
	[row] = {"tcp.options.acc_ecn." name,               \
		 "Accurate ECN Echo " what " Byte Counter", \
		 U24,                                       \
		 DEC,                                       \
		 .under = OPT_ACC_ECN0,                     \
		 .help = "Octets that came with " what,     \
		 .ref = "draft-ietf-tcpm-accurate-ecn, 3.2.3"}
	COUNTER(ECN_EE0B, "ee0b", "ECT(0)"),
	COUNTER(ECN_ECEB, "eceb", "CE"),
	COUNTER(ECN_EE1B, "ee1b", "ECT(1)"),
	OPTION(OPT_EXPERIMENT1, "tcp.options.experimental", "Experimental", ""),
	OPTION(OPT_EXPERIMENT2, "tcp.options.experimental", "Experimental", ""),
	[EXP_ID] = {"tcp.options.experimental.exid", "Experiment Identifier", U16, HEX,
		    .under = OPT_EXPERIMENT1, WORDS(experiments), .help = "Which experiment",
		    .ref = "RFC 6994, 3"},
	[EXP_SLICES] = {"text", "Bits", HEADING, .under = OPT_EXPERIMENT1},
	[TARR_RATE] = {"tcp.options.tarr.rate", "TARR Rate", U8, DEC, AT(0, 7), .under = EXP_SLICES,
		       .help = "One acknowledgment for so many segments",
		       .ref = "draft-gomez-tcpm-ack-rate-request, 4"},
	[TARR_RESERVED] = {"tcp.options.tar.reserved", "TARR Reserved", U8, DEC, AT(7, 1),
			   .under = EXP_SLICES, .help = "Always 0",
			   .ref = "draft-gomez-tcpm-ack-rate-request, 4"},
	[EXP_DATA] = {"tcp.options.experimental.data", "Data", BYTES, .under = OPT_EXPERIMENT1,
		      .help = "What the experiment brings", .ref = "RFC 6994, 3"},
	OPTION(OPT_UNKNOWN, "tcp.options.unknown", "Unknown", ""),
	[UNKNOWN_PAYLOAD] = {"tcp.options.unknown.payload", "Payload", BYTES, .at = 16,
			     .under = OPT_UNKNOWN, .traits = REST, .help = "What it brings"},
	[OPT_BAD] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_BAD_LENGTH] =
		EXPERT("tcp.option.len.invalid", "Invalid length for option", REMARK, G_SEQUENCE),
	[OPT_STRAY] = {"text", "Non-zero header padding", HEADING, .under = OPTIONS},
	[STRAY_NOTE] = EXPERT("tcp.non_zero_bytes_after_eol", "Non-zero header padding", ERROR,
			      G_PROTOCOL),
	[MSS_PRESENT] = EXPERT("tcp.options.mss.present",
			       "The non-SYN packet does contain a MSS option", WARNING, G_PROTOCOL),
	[MSS_ABSENT] = EXPERT("tcp.options.mss.absent",
			      "The SYN packet does not contain a MSS option", REMARK, G_PROTOCOL),
	[FOUR_NOPS] = EXPERT("tcp.nop", "4 NOP in a row - a router may have removed some options",
			     WARNING, G_PROTOCOL),
	[SHIFT_TOO_LARGE] = EXPERT("tcp.options.wscale.shift.invalid",
				   "Window scale shift exceeds 14", WARNING, G_PROTOCOL),
	[TIMES] = {"text", "Timestamps", HEADING, .traits = GENERATED},
	[SINCE_FIRST] = {"tcp.time_relative", "Time since first frame in this TCP stream", RELTIME,
			 .traits = GENERATED, .under = TIMES,
			 .help = "Since the connection's first packet"},
	[SINCE_LAST] = {"tcp.time_delta", "Time since previous frame in this TCP stream", RELTIME,
			.traits = GENERATED, .under = TIMES,
			.help = "Since the connection's packet before this one"},
	[PAYLOAD] = {"tcp.payload", "TCP payload", BYTES, .traits = ONCE,
		     .help = "What the segment carries"},
};

/* --- options --- */

static void rest_mss(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)c;
	if (!VALUE(l, FLAG_SYN))
		expert(w, MSS_PRESENT, NULL);
}

static void rest_wscale(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t at = c->at;
	uint64_t shift = put(w, c, WSCALE_SHIFT, 1);

	(void)l;
	if (shift > 14)
		expert(w, SHIFT_TOO_LARGE, NULL);
	put_value(w, WSCALE_MULTIPLIER, at, 1, UINT64_C(1) << (shift > 14 ? 14 : shift));
}

/* Where the other end's sequence numbers begin, which SACK blocks and acknowledgments count. */
static uint32_t sack_base(const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	return l->quoted ? 0 : (uint32_t)(VALUE(l, ACK_RAW) - s->ack);
}

/* RFC 2883, 4: the first block is acknowledged already, or ends in the second one. */
static bool is_dsack(const struct layer *l, struct cursor c)
{
	uint32_t ack = (uint32_t)VALUE(l, ACK_RAW), le, re;

	u32(&c);
	re = u32(&c);
	if (c.bad)
		return false;
	if ((int32_t)(re - ack) <= 0)
		return true;
	le = u32(&c);
	return cursor_has(&c, 4) && (int32_t)(re - le) > 0 && (int32_t)(re - u32(&c)) <= 0;
}

static void put_edge(struct walk *w, struct cursor *c, unsigned row, uint32_t edge)
{
	put_value(w, row, c->at, 4, edge);
	label_whole(w, "%s = %u (relative)", fields[row].label, edge);
	if (row == SACK_LE || row == SACK_RE)
		cursor_pull(c, 4);
}

static void rest_sack(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor first = *c;
	uint32_t group = w->last, base = sack_base(l), blocks = 0, le = 0, re = 0;

	for (; cursor_has(c, 8); blocks++) {
		struct cursor peek = *c;
		uint32_t left = u32(&peek) - base, right = u32(&peek) - base;

		put_edge(w, c, SACK_LE, left);
		put_edge(w, c, SACK_RE, right);
		label_tail_of(w, group, " %u-%u", left, right);
		if (!blocks) {
			le = left;
			re = right;
		}
	}
	if (c->left.cap) {
		shut_group(w, open_group(w, c, SUBOPTION, c->left.cap), NULL);
		expert(w, SUBOPTION_BAD, NULL);
	}
	put_value(w, SACK_COUNT, first.at, 0, blocks);
	if (!is_dsack(l, first))
		return;
	put_edge(w, &first, DSACK_LE, le);
	put_edge(w, &first, DSACK_RE, re);
	shut_group(w, open_group(w, &first, DSACK, 0), NULL);
	expert(w, DSACK_NOTE, NULL);
}

/* CCSDS 714.0: more capabilities than the first octets' are nobody's. */
static void rest_scps(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (c->left.wire != 2) {
		label_whole(w, "Illegal SCPS Extended Capabilities (%u bytes)", c->left.wire + 2);
		return;
	}
	put(w, c, SCPS_VECTOR, 1);
	put(w, c, SCPS_BINDING, 1);
}

static void rest_ao(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put(w, c, AO_KEY, 1);
	put(w, c, AO_NEXT_KEY, 1);
	if (c->left.cap)
		put(w, c, AO_MAC, c->left.cap);
}

static void put_cookie(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (!c->left.wire) {
		put(w, c, TFO_REQUEST, 0);
		return;
	}
	put(w, c, TFO_COOKIE, c->left.wire);
	if (VALUE(l, FLAG_SYN) && !VALUE(l, FLAG_ACK))
		expert(w, TFO_SYN, NULL);
}

static void rest_tfo(struct walk *w, struct layer *l, struct cursor *c)
{
	put_cookie(w, l, c);
}

/* --- accurate ECN --- */

/* The counters that fit, in one order or the other; words go behind those of the option. */
static void put_counters(struct walk *w, struct cursor *c, uint32_t group, unsigned order)
{
	static const uint8_t rows[2][3] = {{ECN_EE0B, ECN_ECEB, ECN_EE1B},
					   {ECN_EE1B, ECN_ECEB, ECN_EE0B}};
	static const char *const names[2][3] = {{"EE0B", "ECEB", "EE1B"}, {"EE1B", "ECEB", "EE0B"}};

	label_tail_of(w, group, " (Order %u)", order);
	for (unsigned i = 0; i < 3 && cursor_has(c, 3); i++)
		label_tail_of(w, group, "%s%s %u", i ? ", " : ": ", names[order][i],
			      (unsigned)put(w, c, rows[order][i], 3));
}

static bool counters_fit(uint32_t n)
{
	return n <= 9 && n % 3 == 0;
}

static void put_accurate(struct walk *w, struct layer *l, struct cursor *c, unsigned order)
{
	uint32_t group = w->last, n = c->left.wire;
	const struct node *len = NULL;

	(void)l;
	if (group != NO_NODE)
		len = node_below(&w->r, &w->r.nodes[group], OPT_LEN);
	if (counters_fit(n)) {
		if (n)
			put_counters(w, c, group, order);
		return;
	}
	w->last = len ? (uint32_t)(len - w->r.nodes) : group;
	expert(w, OPT_BAD_LENGTH, "option length should be 2, 5, 8, or 11 instead of %u", n + 2);
}

static void rest_acc_ecn0(struct walk *w, struct layer *l, struct cursor *c)
{
	put_accurate(w, l, c, 0);
}

static void rest_acc_ecn1(struct walk *w, struct layer *l, struct cursor *c)
{
	put_accurate(w, l, c, 1);
}

/* --- experiments (RFC 6994) --- */

enum {
	X_ACK_RATE = 0x00ac,
	X_ACC_ECN0 = 0xacc0,
	X_ACC_ECN1 = 0xacc1,
	X_FAST_OPEN = 0xf989,
};

static void put_experiment(struct walk *w, const struct layer *l, struct cursor *c, unsigned id,
			   uint32_t group)
{
	switch (id) {
	case X_ACK_RATE:
		if (!c->left.cap)
			return;
		label_tail_of(w, group, " %u", (unsigned)put_slice(w, *c, TARR_RATE, 1));
		put_slice(w, *c, TARR_RESERVED, 1);
		break;
	case X_ACC_ECN0:
	case X_ACC_ECN1:
		label_tail_of(w, group, ": Accurate ECN");
		if (c->left.wire && counters_fit(c->left.wire))
			put_counters(w, c, group, id & 1);
		break;
	case X_FAST_OPEN:
		put_cookie(w, l, c);
		break;
	default:
		if (c->left.cap)
			put(w, c, EXP_DATA, c->left.wire);
		break;
	}
}

static void rest_experiment(struct walk *w, struct layer *l, struct cursor *c)
{
	const char *word;
	uint32_t group = w->last;
	const struct node *len = NULL;
	unsigned id;

	if (c->left.wire < 2) {
		if (group != NO_NODE)
			len = node_below(&w->r, &w->r.nodes[group], OPT_LEN);
		w->last = len ? (uint32_t)(len - w->r.nodes) : group;
		expert(w, OPT_BAD_LENGTH, "option length %u smaller than 4", c->left.wire + 2);
		return;
	}
	id = (unsigned)put(w, c, EXP_ID, 2);
	word = word_for(fields[EXP_ID].words, id);
	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put_experiment(w, l, c, id, group);
}

/* Multipath TCP is a protocol of its own, which stands among the options. */
static void rest_mptcp(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_inside(w, also_by(l, 0, MPTCP), *c);
}

/* --- Riverbed --- */

enum { PROBE_QUERY, PROBE_RESPONSE, PROBE_INTERNAL, PROBE_TRACE };

static void put_probe_body(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	struct cursor peek;

	put(w, c, PROBE_RESERVED, 1);
	peek = *c;
	put(w, c, PROBE_PROBER, 4);
	if (type == PROBE_RESPONSE) {
		cursor_pull(&peek, 4);
		put(w, c, PROBE_PROXY_IP, 4);
		put(w, c, PROBE_PROXY_PORT, 2);
		label_tail_of(w, group, ", Server Steelhead: ");
	} else {
		put(w, c, PROBE_APPLICATION, 2);
		label_tail_of(w, group, ", CSH IP: ");
	}
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u.", u8(&peek));
	label_tail_of(w, group, "%u", u8(&peek));
	if (type == PROBE_RESPONSE)
		label_tail_of(w, group, ":%u", u16(&peek));
}

static void rest_probe(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned head = u8(&peek), type = head & 1 ? head >> 4 : head >> 1;
	const char *word = word_for(&(const struct words){probe_types, COUNT(probe_types)}, type);
	uint32_t group = w->last;

	(void)l;
	if (peek.bad)
		return;
	label_tail_of(w, group, ": %s", word ? word : "Probe Unknown");
	if (!word)
		return;
	put_slice(w, *c, head & 1 ? PROBE_TYPE1 : PROBE_TYPE2, 1);
	put_slice(w, *c, head & 1 ? PROBE_VERSION : PROBE_VERSION_RAW, 1);
	if (!(head & 1))
		label_value(w, "2");
	u8(c);
	if ((head & 1) && type != PROBE_INTERNAL && type <= PROBE_TRACE)
		put_probe_body(w, c, type, group);
}

static const struct option option_list[] = {
	{0, OPT_EOL, 0, 0},
	{1, OPT_NOP, 0, 0},
	{2, OPT_MSS, rest_mss, 4},
	{3, OPT_WSCALE, rest_wscale, 3},
	{4, OPT_SACK_PERM, 0, 2},
	{5, OPT_SACK, rest_sack, 0},
	{6, OPT_ECHO, 0, 6},
	{7, OPT_ECHO_REPLY, 0, 6},
	{8, OPT_TIMESTAMP, 0, 10},
	{11, OPT_CC, 0, 6},
	{12, OPT_CC_NEW, 0, 6},
	{13, OPT_CC_ECHO, 0, 6},
	{19, OPT_MD5, 0, 18},
	{20, OPT_SCPS, rest_scps, 0},
	{21, OPT_SNACK, 0, 6},
	{22, OPT_RECORD, 0, 2},
	{23, OPT_CORRUPTION, 0, 2},
	{27, OPT_QS, 0, 8},
	{28, OPT_USER_TIMEOUT, 0, 4},
	{29, OPT_AO, rest_ao, 0},
	{MPTCP, 0, rest_mptcp, 0},
	{34, OPT_TFO, rest_tfo, 0},
	{76, OPT_PROBE, rest_probe, 0},
	{78, OPT_TRANSPARENCY, 0, 16},
	{172, OPT_ACC_ECN0, rest_acc_ecn0, 0},
	{174, OPT_ACC_ECN1, rest_acc_ecn1, 0},
	{253, OPT_EXPERIMENT1, rest_experiment, 0},
	{254, OPT_EXPERIMENT2, rest_experiment, 0},
};

static const struct options options = {
	.type_bits = 8,
	.len_at = 8,
	.len_bits = 8,
	.head = 2,
	.whole = true,
	.n_single = 2,
	.end = NO_END,
	.all = OPTIONS,
	.each = OPT_EACH,
	.unknown = OPT_UNKNOWN,
	.bad_length = OPT_BAD_LENGTH,
	.bad = OPT_BAD,
	.length = OPT_LEN,
	.stray = OPT_STRAY,
	.stray_note = STRAY_NOTE,
	.list = option_list,
	.n = COUNT(option_list),
};

/* What the list as a whole shows: a SYN without MSS, fillers in a row. */
static void check_options(struct walk *w, const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);
	bool any = c.left.cap, mss = false;
	unsigned fillers = 0;

	while (c.left.cap) {
		uint8_t kind = u8(&c), len = kind > 1 ? u8(&c) : 1;

		if (kind > 1 && (len < 2 || !cursor_pull(&c, len - 2u)))
			return;
		if (!kind && c.left.cap && !span_is_zero(c.left, 1))
			return;
		mss = mss || kind == 2;
		fillers = kind == 1 ? fillers + 1 : 0;
		if (fillers == 4)
			expert_on(w, OPTIONS, FOUR_NOPS, NULL);
	}
	if (any && !mss && VALUE(l, FLAG_SYN))
		expert_on(w, OPTIONS, MSS_ABSENT, NULL);
}

/* --- the header as a whole --- */

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDR_LEN) * 4;
}

/* The first option of the kind, behind its length; empty when there is none. */
static struct cursor option_of(const struct layer *l, uint8_t wanted_kind)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);

	while (c.left.cap) {
		uint8_t kind = u8(&c), len = kind > 1 ? u8(&c) : 1;

		if (kind == 0 || (kind > 1 && len < 2))
			break;
		if (kind == wanted_kind)
			return cursor_first(c, len - 2u);
		if (kind > 1)
			cursor_pull(&c, len - 2u);
	}
	c.left = span_first(c.left, 0);
	return c;
}

/* The shift of the window scale option; -1: there is none (RFC 7323, 2.2). */
static int16_t scale_of(const struct layer *l)
{
	struct cursor c = option_of(l, 3);

	return c.left.cap == 1 ? u8(&c) : -1;
}

static struct tcp_segment segment_of(const struct layer *l)
{
	return (struct tcp_segment){
		.seq = (uint32_t)VALUE(l, SEQ_RAW),
		.ack = (uint32_t)VALUE(l, ACK_RAW),
		.len = layer_payload(l).wire,
		.flags = (uint16_t)VALUE(l, FLAGS),
		.window = (uint16_t)VALUE(l, WINDOW),
		.scale = VALUE(l, FLAG_SYN) ? scale_of(l) : (int16_t)-1,
		.sport = (uint16_t)VALUE(l, SRCPORT),
		.dport = (uint16_t)VALUE(l, DSTPORT),
		.quoted = l->quoted,
	};
}

static void note_window(struct state *s, const struct tcp_segment *segment, int scale)
{
	bool syn = segment->flags & TCP_SYN;

	s->window_size = (uint64_t)segment->window << (syn || scale < 0 ? 0 : scale);
	if (!syn)
		s->scalefactor = scale < 0 ? (uint32_t)scale : UINT32_C(1) << scale;
}

/* An ICMP error over IPv4 need not quote more of TCP than ports and sequence number. */
static bool icmp_quotes(const struct layer *l)
{
	const struct layer *ip = l->parent;

	return l->quoted && layer_up(ip, "ip") == ip && ip->parent == layer_up(ip, "icmp");
}

static void note_numbers(struct state *s, const struct layer *l, const struct tcp_segment *segment,
			 const struct tcp_view *view)
{
	bool counts = segment->flags & (TCP_SYN | TCP_FIN);

	s->ack = view->ack;
	if (l->quoted) {
		if (icmp_quotes(l))
			s->seq_quoted = segment->seq;
		return;
	}
	s->len = segment->len;
	s->seq = view->seq;
	s->nxtseq = view->seq;
	if (segment->len || counts)
		s->nxtseq = (uint32_t)(view->seq + segment->len + !!(segment->flags & TCP_SYN) +
				       !!(segment->flags & TCP_FIN));
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct tcp_segment segment = segment_of(l);
	struct tcp_view view;

	tcp_follow(w, &segment, &view);
	s->stream = view.stream;
	s->completeness = view.completeness;
	note_numbers(s, l, &segment, &view);
	note_window(s, &segment, view.scale);
	s->status = CHECKSUM_UNVERIFIED;
	if (w->summary && option_of(l, MPTCP).left.wire)
		l->column = "MPTCP";
	if (wanted(w, FLAGS_STR))
		s->flags_str = flag_letters(w, segment.flags);
	s->since_first = view.since_first;
	s->since_last = view.since_last;
}

/* The handshake's and the teardown's steps, in words. */
static void put_steps_of_connection(struct walk *w, const struct layer *l)
{
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	if (flags & TCP_RST)
		expert_on(w, FLAG_RESET, CONNECTION_RST, NULL);
	if ((flags & (TCP_SYN | TCP_ACK)) == TCP_SYN)
		expert_on(w, FLAG_SYN, CONNECTION_SYN,
			  "Connection establish request (SYN): server port %u",
			  (unsigned)VALUE(l, DSTPORT));
	else if (flags & TCP_SYN)
		expert_on(w, FLAG_SYN, CONNECTION_SYNACK,
			  "Connection establish acknowledge (SYN+ACK): server port %u",
			  (unsigned)VALUE(l, SRCPORT));
	if (flags & TCP_FIN)
		expert_on(w, FLAG_FIN, CONNECTION_FIN, NULL);
}

static void put_times(struct walk *w, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct cursor c = layer_cursor(l, 0);
	uint32_t group = open_group(w, &c, TIMES, 0);

	put_value(w, SINCE_FIRST, c.at, 0, s->since_first);
	put_value(w, SINCE_LAST, c.at, 0, s->since_last);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor payload = *c;
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	put_times(w, l);
	put_steps_of_connection(w, l);
	check_options(w, l);
	if (!(flags & TCP_ACK) && VALUE(l, ACK_RAW))
		expert_on(w, ACK_NUMBER, ACK_NONZERO, NULL);
	if (!(flags & TCP_URG) && VALUE(l, URGENT))
		expert_on(w, URGENT, URGENT_NONZERO, NULL);
	if (!c->left.cap)
		return;
	put(w, &payload, PAYLOAD, payload.left.cap);
	label_whole(w, "TCP payload (%u byte%s)", c->left.wire, c->left.wire == 1 ? "" : "s");
	walk_next(w, next_by_ports(l), *c);
}

/* What a quote is sure to hold, where it holds no more (RFC 792). */
static void done(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, 4);

	if (!l->state && icmp_quotes(l) && cursor_has(&c, 4))
		put(w, &c, SEQ_QUOTED, 4);
}

/* --- the summary line --- */

static void put_number(struct text *t, const char *name, uint64_t v)
{
	text_put(t, name);
	text_u64(t, v);
}

static void info_sack(struct text *t, const struct layer *l, struct cursor *o)
{
	uint32_t base = sack_base(l);

	while (cursor_has(o, 8)) {
		put_number(t, " SLE=", (uint32_t)(u32(o) - base));
		put_number(t, " SRE=", (uint32_t)(u32(o) - base));
	}
}

static void info_scps(struct text *t, struct cursor *o)
{
	unsigned vector = u8(o), binding = u8(o);

	put_scps(t, vector, " SCPS[", "]");
	if (binding)
		put_number(t, " Connection ID=", binding);
}

static void info_counters(struct text *t, struct cursor *o, unsigned order)
{
	static const char *const names[2][3] = {{" EE0B=", " ECEB=", " EE1B="},
						{" EE1B=", " ECEB=", " EE0B="}};

	if (!counters_fit(o->left.wire))
		return;
	if (!o->left.cap)
		text_put(t, " AccECN");
	for (unsigned i = 0; i < 3 && cursor_has(o, 3); i++)
		put_number(t, names[order][i], u24(o));
}

static void info_cookie(struct text *t, const struct cursor *o)
{
	text_put(t, o->left.wire ? " TFO=C" : " TFO=R");
}

static void info_experiment(struct text *t, struct cursor *o)
{
	unsigned id = u16(o);

	if (o->bad)
		return;
	switch (id) {
	case X_ACK_RATE:
		if (o->left.cap)
			put_number(t, " TARR=", u8(o) >> 1);
		break;
	case X_ACC_ECN0:
	case X_ACC_ECN1:
		info_counters(t, o, id & 1);
		break;
	case X_FAST_OPEN:
		info_cookie(t, o);
		break;
	default:
		text_format(t, " ExID=%X", id);
		break;
	}
}

/* Options of one length; the others' words don't depend on it. */
static void info_sized(struct text *t, struct cursor *o, uint8_t kind)
{
	switch (kind) {
	case 2:
		put_number(t, " MSS=", u16(o));
		break;
	case 3:
		kind = u8(o);
		put_number(t, " WS=", UINT64_C(1) << (kind > 14 ? 14 : kind));
		break;
	case 6:
	case 7:
		put_number(t, " ECHO=", u32(o));
		break;
	case 8:
		put_number(t, " TSval=", u32(o));
		put_number(t, " TSecr=", u32(o));
		break;
	case 11:
	case 12:
	case 13:
		put_number(t, " CC=", u32(o));
		break;
	case 27:
		text_put(t, " QSresp=");
		text_put(t, qs_rates[u8(o) & 15].text);
		break;
	case 28:
		put_number(t, " USER_TO=", u16(o) & 0x7fff);
		break;
	default:
		break;
	}
}

static void info_option(struct text *t, const struct layer *l, struct cursor *o, uint8_t kind)
{
	switch (kind) {
	case 4:
		text_put(t, " SACK_PERM");
		break;
	case 5:
		info_sack(t, l, o);
		break;
	case 19:
		text_put(t, " MD5");
		break;
	case 20:
		if (o->left.wire == 2)
			info_scps(t, o);
		break;
	case 29:
		text_put(t, "TCP AO");
		break;
	case 34:
		info_cookie(t, o);
		break;
	case 172:
	case 174:
		info_counters(t, o, kind == 174);
		break;
	case 253:
	case 254:
		info_experiment(t, o);
		break;
	default:
		info_sized(t, o, kind);
		break;
	}
}

static uint8_t right_len(uint8_t kind)
{
	for (unsigned i = 0; i < COUNT(option_list); i++)
		if (option_list[i].code == kind)
			return option_list[i].len;
	return 0;
}

static void info_options(struct text *t, const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);

	while (c.left.cap) {
		uint8_t kind = u8(&c), len = kind > 1 ? u8(&c) : 1, right = right_len(kind);
		struct cursor o = cursor_first(c, len - 2u);

		if (kind <= 1)
			continue;
		if (len < 2 || !cursor_has(&c, len - 2u))
			break;
		if (!right || right == len || kind == 4 || kind == 19)
			info_option(t, l, &o, kind);
		cursor_pull(&c, len - 2u);
	}
}

/* What appliances on the way tell each other stands before all else. */
static void info_riverbed(struct text *t, const struct layer *l)
{
	struct cursor c = option_of(l, 76);
	unsigned head = u8(&c);

	if (!c.bad && (head & 1) && head >> 4 <= PROBE_RESPONSE)
		text_put(t, head >> 4 == PROBE_QUERY ? "S+, " : "SA+, ");
	if (option_of(l, 78).left.wire == 14)
		text_put(t, "TRPY, ");
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	if (s)
		info_riverbed(t, l);
	text_port(t, r, l, VALUE(l, SRCPORT));
	text_put(t, ARROW);
	text_port(t, r, l, VALUE(l, DSTPORT));
	if (!s)
		return;
	text_put(t, " [");
	put_flags(t, flags);
	text_put(t, "] Seq=");
	text_u64(t, s->seq);
	if (flags & TCP_ACK) {
		text_put(t, " Ack=");
		text_u64(t, s->ack);
	}
	text_put(t, " Win=");
	text_u64(t, s->window_size);
	if (flags & TCP_URG) {
		text_put(t, " Urg=");
		text_u64(t, VALUE(l, URGENT));
	}
	text_put(t, " Len=");
	text_u64(t, s->len);
	info_options(t, l);
}

static const struct hang hangs[] = {{"ip.proto", 6}, {0}};

const struct proto proto_tcp = {
	.brief = "TCP",
	.spec = "RFC 9293",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = 4,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.header_len = header_len,
	.next = {.table = "tcp.port", .row = SRCPORT, .other = DSTPORT, .also = {"tcp.option"}},
	.hangs = hangs,
	.options = &options,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
