/* SPDX-License-Identifier: BSD-2-Clause */
/* Transmission Control Protocol. */
/* RFC 9293; RFC 7323 (window scale, timestamps), RFC 2018 (SACK), RFC 7413 (Fast Open) ... */
#include "core/checksum.h"
#include "flow/tcp_payload.h"
#include "shared/sequence.h"

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
	SHORT,
	SHORT_NOTE,
	SEQ_NUMBER,
	SEQ_RAW,
	NXTSEQ,
	ACK_NUMBER,
	ACK_NONZERO,
	TFO_ACK,
	TFO_IGNORED,
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
	FIN_ACTIVE,
	FIN_PASSIVE,
	WINDOW,
	WINDOW_SIZE,
	SCALEFACTOR,
	CHECKSUM,
	STATUS,
	URGENT,
	URGENT_NONZERO,
	TIMES,
	SINCE_FIRST,
	SINCE_LAST,
	PAYLOAD,
	DATA,
	REASSEMBLED_IN,
	PDU_SIZE,
	RESET_CAUSE,
	FRAGMENT_NUMBERS(SEGMENTS),
};

#define HEADER 20

/* Kinds of options. */
enum {
	K_WINDOW_SCALE = 3,
	K_SACK = 5,
	K_MPTCP = 30,
	K_FAST_OPEN = 34,
	K_RIVERBED_PROBE = 76,
	K_RIVERBED_TRPY = 78
};

#define ARROW " \xe2\x86\x92 "

/* --- words of the detail tree --- */

static const struct field fields[];

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *flag = node_below(r, n, FLAG_ACK);

	text_below(t, r, n, SRCPORT, ", Src Port: ");
	text_below(t, r, n, DSTPORT, ", Dst Port: ");
	text_below(t, r, n, SEQ_NUMBER, ", Seq: ");
	if (flag)
		text_below(t, r, n, SEQ_QUOTED, ", Seq: ");
	if (flag && flag->u)
		text_below(t, r, n, ACK_NUMBER, ", Ack: ");
	if (flag)
		text_below(t, r, n, LEN, ", Len: ");
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
	text_format(t, "%u bytes (%u)", (unsigned)n->u, (unsigned)n->u / 4);
}

static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 3);
	text_put(t, " (");
	text_tcp_flags(t, (unsigned)n->u);
	text_char(t, ')');
}

static void form_scalefactor(struct text *t, const struct record *r, const struct node *n)
{
	int64_t factor = (int64_t)n->u;

	(void)r;
	text_i64(t, factor);
	if (factor < 0)
		text_put(t, factor == SCALE_UNKNOWN ? " (unknown)" : " (no window scaling used)");
}

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
#define SHORT_WORDS                                                           \
	"Short segment. Segment/fragment does not contain a full TCP header " \
	"(might be NMAP or someone else deliberately sending unusual packets)"

static const struct field fields[] = {
	[TCP] = {"tcp", "Transmission Control Protocol", PROTO, .form = form_line},
	[SRCPORT] = {"tcp.srcport", "Source Port", U16, PORT, AT(0, 16), .fill = FILL_RANDOM,
		     .help = "Who sends", .ref = "3.1"},
	[DSTPORT] = {"tcp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "3.1"},
	[ANY_SRCPORT] = {"tcp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[ANY_DSTPORT] = {"tcp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[SEQ_QUOTED] = {"tcp.seq", "Sequence Number", U32, DEC, KNOWN(struct tcp_state, seq_quoted),
			.help = "The same in a packet that ICMP quotes: as it stands there"},
	[STREAM] = {"tcp.stream", "Stream index", U32, DEC, FROM(struct tcp_state, stream),
		    .help = "Counts connections from 0"},
	[COMPLETENESS] = {"tcp.completeness", "Conversation completeness", U8, DEC,
			  .traits = STATE | GENERATED | ALL_LAYERS,
			  .from = offsetof(struct tcp_state, completeness),
			  .form = form_completeness,
			  .help = "What of the connection was seen before: 1 SYN, 2 SYN/ACK, 4 "
				  "ACK, "
				  "8 data, 16 FIN, 32 RST"},
	[LEN] = {"tcp.len", "TCP Segment Len", U32, DEC, FROM(struct tcp_state, len),
		 .help = "Octets of payload"},
	[SHORT] = {"text", SHORT_WORDS, HEADING, KNOWN(struct tcp_state, cut)},
	[SHORT_NOTE] = EXPERT("tcp.short_segment", SHORT_WORDS, WARNING, G_MALFORMED),
	[SEQ_NUMBER] = {"tcp.seq", "Sequence Number", U32, DEC, KNOWN(struct tcp_state, seq),
			.form = form_relative_seq,
			.help = "Of the first octet, counted from the connection's first",
			.ref = "3.4"},
	[SEQ_RAW] = {"tcp.seq_raw", "Sequence Number (raw)", U32, DEC, AT(32, 32), WHEN(SEQ_NUMBER),
		     .fill = FILL_RANDOM, .help = "As it stands in the header", .ref = "3.1"},
	[NXTSEQ] = {"tcp.nxtseq", "Next Sequence Number", U32, DEC, FROM(struct tcp_state, nxtseq),
		    .form = form_relative_seq, .help = "Of the octet behind this segment"},
	[ACK_NUMBER] = {"tcp.ack", "Acknowledgment Number", U32, DEC, KNOWN(struct tcp_state, ack),
			.form = form_relative_ack,
			.help = "The octet that is expected next, counted from the first",
			.ref = "3.4"},
	[ACK_NONZERO] = EXPERT("tcp.ack.nonzero",
			       "The acknowledgment number field is nonzero while the ACK flag is "
			       "not set",
			       REMARK, G_PROTOCOL),
	[TFO_ACK] = EXPERT("tcp.analysis.tfo_ack", "TCP SYN-ACK accepting TFO data", REMARK,
			   G_SEQUENCE),
	[TFO_IGNORED] = EXPERT("tcp.analysis.tfo_ignored", "TCP SYN-ACK ignoring TFO data", REMARK,
			       G_SEQUENCE),
	[ACK_RAW] = {"tcp.ack_raw", "Acknowledgment number (raw)", U32, DEC, AT(64, 32),
		     WHEN(ACK_NUMBER), .help = "As it stands in the header", .ref = "3.1"},
	[HDR_LEN] = {"tcp.hdr_len", "Header Length", U8, DEC, AT(96, 4), .traits = FACTOR,
		     .factor = 4, .form = form_hdr_len, .fill = FILL_HEADER,
		     .help = "Octets of header, options included", .ref = "3.1"},
	[BOGUS_HEADER] =
		EXPERT("tcp.bogus_header_length", "Bogus TCP Header length", ERROR, G_PROTOCOL),
	[FLAGS] = {"tcp.flags", "Flags", U16, HEX, AT(100, 12), .traits = SPREAD, .preset = TCP_SYN,
		   .form = form_flags, .help = "Control bits", .ref = "3.1"},
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
	[FLAGS_STR] = {"tcp.flags.str", "TCP Flags", STRING, FROM(struct tcp_state, flags_str),
		       .under = FLAGS, .help = "The flags as letters"},
	[FIN_ACTIVE] = EXPERT("tcp.connection.fin_active",
			      "This frame initiates the connection closing", REMARK, G_SEQUENCE),
	[FIN_PASSIVE] = EXPERT("tcp.connection.fin_passive",
			       "This frame undergoes the connection closing", REMARK, G_SEQUENCE),
	[WINDOW] = {"tcp.window_size_value", "Window", U16, DEC, AT(112, 16), .preset = 65535,
		    .help = "Octets that may come, before scaling", .ref = "3.1"},
	[WINDOW_SIZE] = {"tcp.window_size", "Calculated window size", U32, DEC,
			 FROM(struct tcp_state, window_size),
			 .help = "Octets that may come, after scaling", .ref = "RFC 7323, 2"},
	[SCALEFACTOR] = {"tcp.window_size_scalefactor", "Window size scaling factor", I32, DEC,
			 FROM(struct tcp_state, scalefactor), .form = form_scalefactor,
			 .help = "-1: the handshake wasn't seen; -2: no scaling"},
	[CHECKSUM] = {"tcp.checksum", "Checksum", U16, HEX, AT(128, 16), .fill = FILL_CHECKSUM,
		      .form = form_unverified, .help = "Over pseudo header, header and payload",
		      .ref = "3.1"},
	[STATUS] = {"tcp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct tcp_state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[URGENT] = {"tcp.urgent_pointer", "Urgent Pointer", U16, DEC, AT(144, 16),
		    .help = "Where urgent data ends", .ref = "3.1"},
	[URGENT_NONZERO] = EXPERT("tcp.urgent_pointer.non_zero",
				  "The urgent pointer field is nonzero while the URG flag is not "
				  "set",
				  REMARK, G_PROTOCOL),
	[TIMES] = {"text", "Timestamps", HEADING, .traits = GENERATED},
	[SINCE_FIRST] = {"tcp.time_relative", "Time since first frame in this TCP stream", RELTIME,
			 .traits = GENERATED, .under = TIMES,
			 .help = "Since the connection's first packet"},
	[SINCE_LAST] = {"tcp.time_delta", "Time since previous frame in this TCP stream", RELTIME,
			.traits = GENERATED, .under = TIMES,
			.help = "Since the connection's packet before this one"},
	[PAYLOAD] = {"tcp.payload", "TCP payload", BYTES, .traits = ONCE,
		     .help = "What the segment carries"},
	[DATA] = {"tcp.segment_data", "TCP segment data", BYTES,
		  .help = "Octets of a message that is complete in another segment, or came "
			  "before"},
	[REASSEMBLED_IN] = {"tcp.reassembled_in", "Reassembled PDU in frame", FRAMENUM,
			    .traits = GENERATED,
			    .help = "Which frame completed the message that these octets are of"},
	[PDU_SIZE] = {"tcp.pdu.size", "PDU Size", U32, DEC, .traits = GENERATED,
		      .help = "Octets of a message that the segment brings or completes"},
	[RESET_CAUSE] = {"tcp.reset_cause", "Reset cause", STRING, .traits = ZSTRING,
			 .help = "What comes with a reset: why", .ref = "3.10.7"},
	PIECE_ROWS("tcp.segment", "tcp", OLD, "Reassembled TCP Segments", "TCP Segment",
		   "Reassembling error", "Reassembled TCP length", "Segment", "segment", SEGMENTS,
		   NONE, 0),
	PIECE_DATA_ROW("tcp", "Reassembled TCP Data", SEGMENTS, 0),
};

/* --- the header as a whole --- */

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDR_LEN) * 4;
}

#define TO_WINDOW 16 /* octets of header without which only the ports are shown */

static unsigned believed(const struct layer *l)
{
	if (l->bytes.cap < TO_WINDOW)
		return ANY_DSTPORT;
	return l->bytes.cap < HEADER && header_len(l) < HEADER ? HDR_LEN : 0;
}

static void note_window(struct tcp_state *s, const struct tcp_segment *segment, int scale)
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

static void note_numbers(struct tcp_state *s, const struct layer *l,
			 const struct tcp_segment *segment, const struct tcp_view *view)
{
	s->ack_said = view->ack;
	s->ack = l->stop ? ABSENT : view->ack;
	if (l->quoted) {
		if (icmp_quotes(l))
			s->seq_quoted = segment->seq;
		return;
	}
	s->seq = view->seq;
	if (segment->cut)
		s->cut = 0;
	else
		s->len = segment->len;
	if (segment->cut || l->stop)
		return;
	s->nxtseq = (uint32_t)(view->seq + segment->len + !!(segment->flags & (TCP_SYN | TCP_FIN)));
}

/* What options change in the summary line. */
static void note_column(struct tcp_state *s, struct layer *l)
{
	struct tcp_kinds kinds = tcp_kinds_of(l, l->header);

	if (tcp_has_kind(&kinds, K_MPTCP))
		l->column = "MPTCP";
	if (tcp_has_kind(&kinds, K_RIVERBED_PROBE) || tcp_has_kind(&kinds, K_RIVERBED_TRPY))
		s->riverbed = 1;
}

/* The parts of a header that have tables of their own. */
enum { PART_OPTIONS, PART_ANALYSIS, PART_WORDS };

/* How much of the analysis shows in anything; the same for every frame of a run. */
static enum tcp_depth depth_of(const struct walk *w, const struct layer *l)
{
	if (part_wanted(also_by(l, 0, PART_ANALYSIS)))
		return TCP_FLIGHT;
	return payload_wanted(w, l) || notes_wanted(w) || wanted(w, DATA) ? TCP_FLAGS : TCP_NUMBERS;
}

static void note(struct walk *w, struct layer *l)
{
	struct tcp_state *s;
	struct tcp_segment segment;
	struct tcp_view *view;
	enum tcp_depth depth;

	if (l->header < HEADER)
		l->stop = HDR_LEN;
	if (!memory_wanted(w, l) && !payload_wanted(w, l))
		return;
	s = new_state(w, l, sizeof *s);
	view = take(w, sizeof *view);
	depth = depth_of(w, l);
	segment = tcp_segment_of(w, l, l->header, depth == TCP_FLIGHT);
	tcp_follow(w, &segment, depth, view);
	s->view = (uint64_t)(uintptr_t)view;
	s->stream = view->stream;
	s->completeness = view->completeness;
	s->tfo = view->tfo;
	s->fin = view->fin;
	note_numbers(s, l, &segment, view);
	note_window(s, &segment, view->scale);
	s->status = CHECKSUM_UNVERIFIED;
	if (w->summary)
		note_column(s, l);
	if (wanted(w, FLAGS_STR))
		s->flags_str = tcp_flag_letters(w, segment.flags);
	s->since_first = view->since_first;
	s->since_last = view->since_last;
}

/* Where messages are looked for, segments without payload tell where they begin and end. */
static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	*child = NULL;
	return !w->quoted && l->header >= HEADER && !tcp_carries_wanted(l);
}

static void follow(struct walk *w, const struct layer *l)
{
	enum tcp_depth depth = depth_of(w, l);
	struct tcp_segment segment = tcp_segment_of(w, l, l->header, depth == TCP_FLIGHT);
	struct tcp_view view;

	tcp_follow(w, &segment, depth, &view);
	*view.unread |= segment.len > 0;
}

/* The handshake's and the teardown's steps, in words. */
static void put_steps_of_connection(struct walk *w, const struct layer *l)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;
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
	if (s->fin == FIN_FIRST || s->fin == FIN_ANSWER)
		expert_on(w, FLAGS_STR, s->fin == FIN_FIRST ? FIN_ACTIVE : FIN_PASSIVE, NULL);
}

/* Numbers that acknowledge a SYN's data, and those that the flags say are none. */
static void note_numbers_unasked(struct walk *w, const struct layer *l)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	if (s->tfo == TFO_TAKEN || s->tfo == TFO_LEFT)
		expert_on(w, ACK_NUMBER, s->tfo == TFO_TAKEN ? TFO_ACK : TFO_IGNORED, NULL);
	if (!(flags & TCP_ACK) && VALUE(l, ACK_RAW))
		expert_on(w, ACK_NUMBER, ACK_NONZERO, NULL);
	if (!(flags & TCP_URG) && VALUE(l, URGENT))
		expert_on(w, URGENT, URGENT_NONZERO, NULL);
}

static void put_times(struct walk *w, const struct layer *l)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;
	struct cursor c = layer_cursor(l, 0);
	uint32_t group = open_group(w, &c, TIMES, 0);

	put_value(w, SINCE_FIRST, c.at, 0, s->since_first);
	put_value(w, SINCE_LAST, c.at, 0, s->since_last);
	shut_group(w, group, NULL);
}

/* The options, which have a table of their own; the usual ones are always well-formed. */
static void walk_options(struct walk *w, const struct layer *l)
{
	const struct plan *part = also_by(l, 0, PART_OPTIONS);

	if (w->summary || notes_wanted(w) || part_wanted(part) ||
	    !tcp_has_usual_options(l, l->header))
		walk_part(w, part, cursor_first(layer_cursor(l, HEADER), l->header - HEADER));
}

/* What was found of the segment, where it is more than how long the handshake took. */
static void walk_analysis(struct walk *w, const struct layer *l)
{
	const struct tcp_findings *found = tcp_found(l);
	const struct plan *part = also_by(l, 0, PART_ANALYSIS);
	bool rows = part_wanted(part) || notes_wanted(w);

	if (!found)
		return;
	if (found->flags ? rows || w->summary
			 : rows && (found->acked_frame || found->in_flight || found->compared))
		walk_part(w, part, cursor_first(layer_cursor(l, 0), 0));
}

/* What is said of a whole header, and of one that is cut off among its options. */
static void put_remarks(struct walk *w, const struct layer *l)
{
	bool seen = any_wanted(w) && l->state;

	if (seen) {
		note_numbers_unasked(w, l);
		put_steps_of_connection(w, l);
	}
	if (l->header > HEADER)
		walk_options(w, l);
	if (seen && (wanted(w, TIMES) || wanted(w, SINCE_FIRST) || wanted(w, SINCE_LAST)))
		put_times(w, l);
	walk_analysis(w, l);
	if (seen && l->header > l->bytes.wire && !l->quoted)
		expert_on(w, SHORT, SHORT_NOTE, NULL);
}

static const struct fragment_rows whole_rows = {
	.of = "TCP", .piece = "Reassembled TCP Segment", FRAGMENT_NUMBERS(SEGMENTS)};

static void carry(struct walk *w, struct layer *l, struct cursor payload)
{
	struct tcp_pdu_rows rows = {DATA, REASSEMBLED_IN, PDU_SIZE, whole_rows,
				    also_by(l, TCP_PARTS, PART_WORDS)};

	tcp_carry(w, l, payload, &rows);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor payload = *c;

	if (l->stop == ANY_DSTPORT) {
		cursor_fail(c, TO_WINDOW);
		return;
	}
	if (l->stop) {
		expert_on(w, HDR_LEN, BOGUS_HEADER,
			  "Bogus TCP header length (%u, must be at least %u)", header_len(l),
			  HEADER);
		return;
	}
	put_remarks(w, l);
	if (w->r.trouble)
		return;
	if (!c->left.wire && VALUE(l, FLAG_FIN))
		carry(w, l, payload);
	if (!c->left.cap)
		return;
	if (VALUE(l, FLAG_RESET)) {
		put(w, &payload, RESET_CAUSE, payload.left.cap);
		return;
	}
	if (wanted(w, PAYLOAD)) {
		put(w, &payload, PAYLOAD, payload.left.cap);
		label_whole(w, "TCP payload (%u byte%s)", c->left.wire, plural(c->left.wire));
	}
	carry(w, l, *c);
}

/* What a quote is sure to hold, where it holds no more (RFC 792); options that are cut off. */
static void done(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, 4);

	if (!l->state && icmp_quotes(l) && cursor_has(&c, 4))
		put(w, &c, SEQ_QUOTED, 4);
	if (l->state && l->header > l->bytes.cap)
		put_remarks(w, l);
}

/* --- the summary line --- */

/* What appliances on the way tell each other stands before all else. */
static void info_riverbed(struct text *t, const struct layer *l)
{
	struct cursor c = tcp_option_of(l, l->header, K_RIVERBED_PROBE);
	unsigned head = u8(&c);

	if (!c.bad && (head & 1) && head >> 4 <= 1)
		text_put(t, head >> 4 ? "SA+, " : "S+, "); /* a query, or a response */
	if (tcp_option_of(l, l->header, K_RIVERBED_TRPY).left.wire)
		text_put(t, "TRPY, ");
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;
	unsigned flags = (unsigned)VALUE(l, FLAGS);

	if (s && s->riverbed != ABSENT)
		info_riverbed(t, l);
	text_port(t, r, l, VALUE(l, SRCPORT));
	text_put(t, ARROW);
	text_port(t, r, l, VALUE(l, DSTPORT));
	if (!s)
		return;
	text_put(t, " [");
	text_tcp_flags(t, flags);
	text_number(t, "] Seq=", s->seq);
	if (flags & TCP_ACK)
		text_number(t, " Ack=", s->ack_said);
	text_number(t, " Win=", s->window_size);
	if (flags & TCP_URG)
		text_number(t, " Urg=", VALUE(l, URGENT));
	if (s->len != ABSENT && !l->stop)
		text_number(t, " Len=", s->len);
	if (l->stop)
		text_format(t, ", bogus TCP header length (%u, must be at least %u)", l->header,
			    HEADER);
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
	.sum = SUM_PSEUDO,
	.next = {.table = "tcp.port", .row = SRCPORT, .other = DSTPORT, .also = TCP_TABLES},
	.hangs = hangs,
	.believed = believed,
	.skim = skim,
	.recalls = true,
	.follow = follow,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
