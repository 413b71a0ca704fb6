/* SPDX-License-Identifier: BSD-2-Clause */
/* Transmission Control Protocol. */
/* RFC 9293; RFC 7323 (window scale, timestamps), RFC 2018 (SACK), RFC 7413 (Fast Open) ... */
#include "core/numbers.h"
#include "core/walk.h"
#include "flow/tcp.h"

enum {
	TCP, SRCPORT, DSTPORT, ANY_SRCPORT, ANY_DSTPORT, SEQ_QUOTED, STREAM, COMPLETENESS, LEN, SEQ_NUMBER, SEQ_RAW,
	NXTSEQ, ACK_NUMBER, ACK_NONZERO, ACK_RAW, HDR_LEN, BOGUS_HEADER, FLAGS, FLAG_RES, FLAG_AE,
	FLAG_CWR, FLAG_ECE, FLAG_URG, FLAG_ACK, FLAG_PUSH, FLAG_RESET, CONNECTION_RST, FLAG_SYN,
	CONNECTION_SYN, CONNECTION_SYNACK, FLAG_FIN, CONNECTION_FIN, FLAGS_STR, WINDOW,
	WINDOW_SIZE, SCALEFACTOR, CHECKSUM, STATUS, URGENT, URGENT_NONZERO, OPTIONS, OPT_EACH,
	OPT_KIND, OPT_LEN, OPT_EOL, OPT_NOP, OPT_MSS, MSS_VAL, OPT_WSCALE, WSCALE_SHIFT,
	WSCALE_MULTIPLIER, OPT_SACK_PERM, OPT_SACK, SACK_LE, SACK_RE, SACK_COUNT, OPT_ECHO,
	ECHO_VALUE, OPT_ECHO_REPLY, ECHO_REPLY_VALUE, OPT_TIMESTAMP, TSVAL, TSECR, OPT_MD5,
	MD5_DIGEST, OPT_UNKNOWN, UNKNOWN_PAYLOAD, TIMES, SINCE_FIRST, SINCE_LAST, PAYLOAD,
	OPT_BAD_LENGTH,
};

/* What the rows show; `note` fills it in. */
struct state {
	uint64_t seq_quoted, stream, completeness, len, seq, nxtseq, ack, window_size, scalefactor, status;
	uint64_t since_first, since_last;
	uint64_t flags_str; /* a C string's address */
};

#define HEADER 20
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

/* --- words of the detail tree --- */

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

static const char *const flag_names[] = {"FIN", "SYN", "RST", "PSH", "ACK", "URG",
					 "ECE", "CWR", "AE",  "Reserved"};

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
		if (!(o->field->traits & OWN_NAME))
			continue;
		text_put(t, ", ");
		text_put(t, o->field->label);
	}
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

#define OPTION(row, name, what, more)                                                              \
	[row] = {name, what, BYTES, .under = OPTIONS, .traits = OWN_NAME,                          \
		 .line = "TCP Option - " what more, .help = what}

static const struct field fields[] = {
	[TCP] = {"tcp", "Transmission Control Protocol", PROTO,
		 .form = form_line},
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
			  .help = "What of the connection was seen before: 1 SYN, 2 SYN/ACK, 4 ACK, "
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
			       "not set", REMARK, G_PROTOCOL),
	[ACK_RAW] = {"tcp.ack_raw", "Acknowledgment number (raw)", U32, DEC, AT(64, 32),
		     WHEN(STREAM),
		     .help = "As it stands in the header", .ref = "3.1"},
	[HDR_LEN] = {"tcp.hdr_len", "Header Length", U8, DEC, AT(96, 4), .traits = FACTOR,
		     .factor = 4, .form = form_hdr_len, .fill = FILL_HEADER,
		     .help = "Octets of header, options included", .ref = "3.1"},
	[BOGUS_HEADER] = EXPERT("tcp.bogus_header_length", "Bogus TCP Header length", ERROR,
				G_PROTOCOL),
	[FLAGS] = {"tcp.flags", "Flags", U16, HEX, AT(100, 12), .traits = SPREAD,
		   .form = form_flags, .help = "Control bits", .ref = "3.1"},
#define FLAG(row, name, what, bit, says, section)                                                  \
	[row] = {"tcp.flags." name, what, BOOL, AT(100 + (bit), 1), BOX(12, bit), .under = FLAGS,  \
		 .words = &(const struct words){set_notset, 2}, .help = says, .ref = section}
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
	[CONNECTION_RST] = EXPERT("tcp.connection.rst", "Connection reset (RST)", WARNING,
				  G_SEQUENCE),
	FLAG(FLAG_SYN, "syn", "Syn", 10, "Sequence numbers begin", "3.1"),
	[CONNECTION_SYN] = EXPERT("tcp.connection.syn", "Connection establish request (SYN)",
				  CHAT, G_SEQUENCE),
	[CONNECTION_SYNACK] = EXPERT("tcp.connection.synack",
				     "Connection establish acknowledge (SYN+ACK)", CHAT,
				     G_SEQUENCE),
	FLAG(FLAG_FIN, "fin", "Fin", 11, "The sender has no more data", "3.1"),
	[CONNECTION_FIN] = EXPERT("tcp.connection.fin", "Connection finish (FIN)", CHAT,
				  G_SEQUENCE),
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
				  "set", REMARK, G_PROTOCOL),
	[OPTIONS] = {"tcp.options", "Options", BYTES, .form = form_options,
		     .help = "All options", .ref = "3.2"},
	[OPT_EACH] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_KIND] = {"tcp.option_kind", "Kind", U8, DEC, AT(0, 8), .under = OPT_EACH,
		      WORDS(option_kinds), .help = "Which option", .ref = "3.2"},
	[OPT_LEN] = {"tcp.option_len", "Length", U8, DEC, AT(8, 8), .under = OPT_EACH,
		     .help = "Octets of the whole option", .ref = "3.2"},
	OPTION(OPT_EOL, "tcp.options.eol", "End of Option List (EOL)", ""),
	OPTION(OPT_NOP, "tcp.options.nop", "No-Operation (NOP)", ""),
	OPTION(OPT_MSS, "tcp.options.mss", "Maximum segment size", ": {tcp.options.mss_val} bytes"),
	[MSS_VAL] = {"tcp.options.mss_val", "MSS Value", U16, DEC, AT(16, 16), .under = OPT_MSS,
		     .help = "Octets that a segment may bring", .ref = "3.7.1"},
	OPTION(OPT_WSCALE, "tcp.options.wscale", "Window scale",
	       ": {tcp.options.wscale.shift} (multiply by {tcp.options.wscale.multiplier})"),
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
	[SACK_COUNT] = {"tcp.options.sack.count", "TCP SACK Count", U8, DEC, .under = OPT_SACK,
			.traits = GENERATED, .help = "Blocks of octets"},
	OPTION(OPT_ECHO, "tcp.options.echo", "Echo", ": {tcp.options.echo_value}"),
	[ECHO_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			.under = OPT_ECHO, .help = "To be sent back", .ref = "RFC 1072, 3"},
	OPTION(OPT_ECHO_REPLY, "tcp.options.echoreply", "Echo reply",
	       ": {tcp.options.echo_value}"),
	[ECHO_REPLY_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			      .under = OPT_ECHO_REPLY, .help = "Sent back", .ref = "RFC 1072, 3"},
	OPTION(OPT_TIMESTAMP, "tcp.options.timestamp", "Timestamps",
	       ": TSval {tcp.options.timestamp.tsval}, TSecr {tcp.options.timestamp.tsecr}"),
	[TSVAL] = {"tcp.options.timestamp.tsval", "Timestamp value", U32, DEC, AT(16, 32),
		   .under = OPT_TIMESTAMP, .help = "The sender's clock", .ref = "RFC 7323, 3.2"},
	[TSECR] = {"tcp.options.timestamp.tsecr", "Timestamp echo reply", U32, DEC, AT(48, 32),
		   .under = OPT_TIMESTAMP, .help = "The other's clock, sent back",
		   .ref = "RFC 7323, 3.2"},
	OPTION(OPT_MD5, "tcp.options.md5", "TCP MD5 signature", ""),
	[MD5_DIGEST] = {"tcp.options.md5.digest", "MD5 digest", BYTES, AT(16, 128),
			.under = OPT_MD5, .help = "Over the segment and a shared secret",
			.ref = "RFC 2385, 2"},
	OPTION(OPT_UNKNOWN, "tcp.options.unknown", "Unknown", ""),
	[UNKNOWN_PAYLOAD] = {"tcp.options.unknown.payload", "Payload", BYTES, .at = 16,
			     .under = OPT_UNKNOWN, .traits = REST, .help = "What it brings"},
	[TIMES] = {"text", "Timestamps", HEADING, .traits = GENERATED},
	[SINCE_FIRST] = {"tcp.time_relative", "Time since first frame in this TCP stream",
			 RELTIME, .traits = GENERATED, .under = TIMES,
			 .help = "Since the connection's first packet"},
	[SINCE_LAST] = {"tcp.time_delta", "Time since previous frame in this TCP stream", RELTIME,
			.traits = GENERATED, .under = TIMES,
			.help = "Since the connection's packet before this one"},
	[PAYLOAD] = {"tcp.payload", "TCP payload", BYTES, .help = "What the segment carries"},
	[OPT_BAD_LENGTH] = EXPERT("tcp.option.len.invalid", "Invalid length for option", WARNING,
				  G_PROTOCOL),
};

/* --- options --- */

static void rest_wscale(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t at = c->at;
	uint64_t shift = put(w, c, WSCALE_SHIFT, 1);

	(void)l;
	put_value(w, WSCALE_MULTIPLIER, at, 1, UINT64_C(1) << (shift > 14 ? 14 : shift));
}

static void rest_sack(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t at = c->at;
	uint64_t blocks = 0;

	(void)l;
	for (; cursor_has(c, 8); blocks++) {
		put(w, c, SACK_LE, 4);
		put(w, c, SACK_RE, 4);
	}
	put_value(w, SACK_COUNT, at, 0, blocks);
}

static const struct option option_list[] = {
	{0, OPT_EOL, 0},
	{1, OPT_NOP, 0},
	{2, OPT_MSS, 0},
	{3, OPT_WSCALE, rest_wscale},
	{4, OPT_SACK_PERM, 0},
	{5, OPT_SACK, rest_sack},
	{6, OPT_ECHO, 0},
	{7, OPT_ECHO_REPLY, 0},
	{8, OPT_TIMESTAMP, 0},
	{19, OPT_MD5, 0},
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
	.list = option_list,
	.n = COUNT(option_list),
};

/* --- the header as a whole --- */

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDR_LEN) * 4;
}

/* The shift of the window scale option; -1: there is none (RFC 7323, 2.2). */
static int16_t scale_of(const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);

	while (c.left.cap) {
		uint8_t kind = u8(&c);
		uint8_t len = kind > 1 ? u8(&c) : 1;

		if (kind == 3 && len == 3)
			return u8(&c);
		if (kind == 0 || (kind > 1 && len < 2))
			break;
		if (kind > 1)
			cursor_pull(&c, len - 2u);
	}
	return -1;
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

static void info_options(struct text *t, const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);

	while (c.left.cap) {
		uint8_t kind = u8(&c);
		uint8_t len = kind > 1 ? u8(&c) : 1;
		struct cursor o = cursor_first(c, len - 2u);

		if (kind == 0 || (kind > 1 && (len < 2 || !cursor_has(&c, len - 2u))))
			break;
		switch (kind) {
		case 2:
			text_put(t, " MSS=");
			text_u64(t, u16(&o));
			break;
		case 3:
			text_put(t, " WS=");
			text_u64(t, UINT64_C(1) << (u8(&o) & 15));
			break;
		case 4:
			text_put(t, " SACK_PERM");
			break;
		case 5:
			while (cursor_has(&o, 8)) {
				text_put(t, " SLE=");
				text_u64(t, u32(&o));
				text_put(t, " SRE=");
				text_u64(t, u32(&o));
			}
			break;
		case 8:
			text_put(t, " TSval=");
			text_u64(t, u32(&o));
			text_put(t, " TSecr=");
			text_u64(t, u32(&o));
			break;
		default:
			break;
		}
		if (kind > 1)
			cursor_pull(&c, len - 2u);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	(void)r;
	text_u64(t, VALUE(l, SRCPORT));
	text_put(t, ARROW);
	text_u64(t, VALUE(l, DSTPORT));
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
	.next = {.table = "tcp.port", .row = SRCPORT, .other = DSTPORT},
	.hangs = hangs,
	.options = &options,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
