/* SPDX-License-Identifier: BSD-2-Clause */
/* What a TCP segment tells of loss, disorder and full windows, as fields and notes. */
/* RFC 9293, 3.8; RFC 5681; flow/tcp_analysis.c has the rules. */
#include "flow/tcp.h"

enum {
	SEGMENT,
	ANALYSIS,
	ACKS_FRAME,
	ACK_RTT,
	INITIAL_RTT,
	IN_FLIGHT,
	PUSHED,
	FLAGS,
	REUSED_PORTS,
	FAST,
	SPURIOUS,
	RETRANSMISSION,
	RTO,
	RTO_FRAME,
	OUT_OF_ORDER,
	LOST,
	ACK_LOST,
	WINDOW_UPDATE,
	WINDOW_FULL,
	KEEP_ALIVE,
	KEEP_ALIVE_ACK,
	DUPLICATE_ACK,
	PROBE,
	ZERO_WINDOW,
	PROBE_ACK,
	DUPLICATES,
	DUPLICATE_OF,
	DUPLICATE_NOTE,
};

static const struct field fields[] = {
	[SEGMENT] = {"tcp.judged", "Segment Analysis", PROTO},
	[ANALYSIS] = {"tcp.analysis", "SEQ/ACK analysis", NONE, .traits = GENERATED | ONCE,
		      .help = "What the packets of both directions tell together"},
	[ACKS_FRAME] = {"tcp.analysis.acks_frame", "This is an ACK to the segment in frame",
			FRAMENUM, .traits = GENERATED | ONCE, .under = ANALYSIS,
			.help = "Where the segment came that this one acknowledges", .ref = "3.4"},
	[ACK_RTT] = {"tcp.analysis.ack_rtt", "The RTT to ACK the segment was", RELTIME,
		     .traits = GENERATED | ONCE, .under = ANALYSIS,
		     .help = "Time since that segment"},
	[INITIAL_RTT] = {"tcp.analysis.initial_rtt", "iRTT", RELTIME, .traits = GENERATED | ONCE,
			 .under = ANALYSIS,
			 .help = "From the SYN to the ACK that ends the handshake"},
	[IN_FLIGHT] = {"tcp.analysis.bytes_in_flight", "Bytes in flight", U32, DEC,
		       .traits = GENERATED | ONCE, .under = ANALYSIS,
		       .help = "Octets sent and not acknowledged", .ref = "RFC 5681, 2"},
	[PUSHED] = {"tcp.analysis.push_bytes_sent", "Bytes sent since last PSH flag", U32, DEC,
		    .traits = GENERATED | ONCE, .under = ANALYSIS,
		    .help = "Octets since the segment behind the last with PSH", .ref = "3.9.1"},
	[FLAGS] = {"tcp.analysis.flags", "TCP Analysis Flags", NONE, .traits = GENERATED | ONCE,
		   .under = ANALYSIS, .help = "Something is remarkable about the segment"},
	[REUSED_PORTS] = EXPERT("tcp.analysis.reused_ports",
				"A new tcp session is started with the same ports as an earlier "
				"session in this trace",
				REMARK, G_SEQUENCE),
	[FAST] = EXPERT("tcp.analysis.fast_retransmission",
			"This frame is a (suspected) fast retransmission", REMARK, G_SEQUENCE),
	[SPURIOUS] =
		EXPERT("tcp.analysis.spurious_retransmission",
		       "This frame is a (suspected) spurious retransmission", REMARK, G_SEQUENCE),
	[RETRANSMISSION] = EXPERT("tcp.analysis.retransmission",
				  "This frame is a (suspected) retransmission", REMARK, G_SEQUENCE),
	[RTO] = {"tcp.analysis.rto", "The RTO for this segment was", RELTIME,
		 .traits = GENERATED | ONCE, .under = FLAGS,
		 .help = "How long the sender waited before it sent again", .ref = "RFC 6298"},
	[RTO_FRAME] = {"tcp.analysis.rto_frame", "RTO based on delta from frame", FRAMENUM,
		       .traits = GENERATED | ONCE, .under = FLAGS,
		       .help = "Where the segment came first, or the last before"},
	[OUT_OF_ORDER] =
		EXPERT("tcp.analysis.out_of_order",
		       "This frame is a (suspected) out-of-order segment", WARNING, G_SEQUENCE),
	[LOST] = EXPERT("tcp.analysis.lost_segment",
			"Previous segment(s) not captured (common at capture start)", WARNING,
			G_SEQUENCE),
	[ACK_LOST] = EXPERT("tcp.analysis.ack_lost_segment",
			    "ACKed segment that wasn't captured (common at capture start)", WARNING,
			    G_SEQUENCE),
	[WINDOW_UPDATE] =
		EXPERT("tcp.analysis.window_update", "TCP window update", CHAT, G_SEQUENCE),
	[WINDOW_FULL] = EXPERT("tcp.analysis.window_full",
			       "TCP window specified by the receiver is now completely full",
			       WARNING, G_SEQUENCE),
	[KEEP_ALIVE] =
		EXPERT("tcp.analysis.keep_alive", "TCP keep-alive segment", REMARK, G_SEQUENCE),
	[KEEP_ALIVE_ACK] = EXPERT("tcp.analysis.keep_alive_ack", "ACK to a TCP keep-alive segment",
				  REMARK, G_SEQUENCE),
	[DUPLICATE_ACK] = {"tcp.analysis.duplicate_ack", "This is a TCP duplicate ack", NONE,
			   .traits = GENERATED | ONCE, .under = FLAGS,
			   .help = "The same ACK came before", .ref = "RFC 5681, 2"},
	[PROBE] = EXPERT("tcp.analysis.zero_window_probe", "TCP Zero Window Probe", REMARK,
			 G_SEQUENCE),
	[ZERO_WINDOW] =
		EXPERT("tcp.analysis.zero_window", "TCP Zero Window segment", WARNING, G_SEQUENCE),
	[PROBE_ACK] = EXPERT("tcp.analysis.zero_window_probe_ack", "ACK to a TCP Zero Window Probe",
			     REMARK, G_SEQUENCE),
	[DUPLICATES] = {"tcp.analysis.duplicate_ack_num", "Duplicate ACK #", U32, DEC,
			.traits = GENERATED | ONCE, .under = ANALYSIS,
			.help = "How many there were", .ref = "RFC 5681, 3.2"},
	[DUPLICATE_OF] = {"tcp.analysis.duplicate_ack_frame", "Duplicate to the ACK in frame",
			  FRAMENUM, .traits = GENERATED | ONCE, .under = ANALYSIS,
			  .help = "Where the first of them came"},
	[DUPLICATE_NOTE] =
		EXPERT("tcp.analysis.duplicate_ack", "Duplicate ACK", REMARK, G_SEQUENCE),
};

/* What is said of a segment, in the order in which it is said. */
static const struct saying {
	uint32_t found; /* FOUND_ ...: any of these */
	uint16_t note;  /* its row */
	const char *words;
} sayings[] = {
	{FOUND_REUSED_PORTS, REUSED_PORTS, "[TCP Port numbers reused] "},
	{FOUND_FAST, FAST, "[TCP Fast Retransmission] "},
	{FOUND_SPURIOUS, SPURIOUS, "[TCP Spurious Retransmission] "},
	{FOUND_FAST | FOUND_SPURIOUS, RETRANSMISSION, ""},
	{FOUND_RETRANSMISSION, RETRANSMISSION, "[TCP Retransmission] "},
	{FOUND_OUT_OF_ORDER, OUT_OF_ORDER, "[TCP Out-Of-Order] "},
	{FOUND_LOST, LOST, "[TCP Previous segment not captured] "},
	{FOUND_ACK_LOST, ACK_LOST, "[TCP ACKed unseen segment] "},
	{FOUND_WINDOW_UPDATE, WINDOW_UPDATE, "[TCP Window Update] "},
	{FOUND_WINDOW_FULL, WINDOW_FULL, "[TCP Window Full] "},
	{FOUND_KEEP_ALIVE, KEEP_ALIVE, "[TCP Keep-Alive] "},
	{FOUND_KEEP_ALIVE_ACK, KEEP_ALIVE_ACK, "[TCP Keep-Alive ACK] "},
	{FOUND_DUPLICATE_ACK, 0, "[TCP Dup ACK "},
	{FOUND_PROBE, PROBE, "[TCP ZeroWindowProbe] "},
	{FOUND_ZERO_WINDOW, ZERO_WINDOW, "[TCP ZeroWindow] "},
	{FOUND_PROBE_ACK, PROBE_ACK, "[TCP ZeroWindowProbeAck] "},
};

static void put_known(struct walk *w, unsigned row, uint32_t at, uint64_t value)
{
	if (value)
		put_value(w, row, at, 0, value);
}

static void put_flags(struct walk *w, const struct tcp_findings *found, const struct cursor *c)
{
	uint32_t group = open_group(w, c, FLAGS, 0);

	for (unsigned i = 0; i < COUNT(sayings); i++) {
		if (!(found->flags & sayings[i].found))
			continue;
		w->last = group;
		if (sayings[i].note)
			expert(w, sayings[i].note, NULL);
	}
	if (found->rto) {
		put_value(w, RTO, c->at, 0, (uint64_t)found->rto);
		put_value(w, RTO_FRAME, c->at, 0, found->rto_frame);
	}
	if (found->flags & FOUND_DUPLICATE_ACK)
		put_value(w, DUPLICATE_ACK, c->at, 0, 0);
	shut_group(w, group, NULL);
	if (!(found->flags & FOUND_DUPLICATE_ACK))
		return;
	put_value(w, DUPLICATES, c->at, 0, found->duplicates);
	put_value(w, DUPLICATE_OF, c->at, 0, found->duplicate_of);
	expert(w, DUPLICATE_NOTE, "Duplicate ACK (#%u)", found->duplicates);
}

/* There is nothing to be read here: it says what the header's layer was found to be. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct tcp_findings *found = tcp_found(l->parent);
	uint32_t group = open_group(w, c, ANALYSIS, 0);

	put_known(w, ACKS_FRAME, c->at, found->acked_frame);
	put_known(w, ACK_RTT, c->at, (uint64_t)found->rtt);
	put_known(w, INITIAL_RTT, c->at, (uint64_t)found->initial_rtt);
	put_known(w, IN_FLIGHT, c->at, found->in_flight);
	put_known(w, PUSHED, c->at, found->pushed);
	if (found->flags)
		put_flags(w, found, c);
	shut_group(w, group, NULL);
}

/* What was said last stands first. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct tcp_findings *found = tcp_found(l->parent);

	(void)r;
	for (unsigned i = COUNT(sayings); i-- > 0;) {
		if (!(found->flags & sayings[i].found))
			continue;
		text_put(t, sayings[i].words);
		if (sayings[i].found == FOUND_DUPLICATE_ACK)
			text_format(t, "%u#%u] ", found->duplicate_of, found->duplicates);
	}
}

/* Its words stand before all others of the line, whichever layer they come from. */
static void note(struct walk *w, struct layer *l)
{
	l->follows = l->leads = true;
	if (tcp_found(l->parent)->flags)
		w->r.led = true;
}

static const struct hang hangs[] = {{"tcp.part", 1}, {0}};

const struct proto proto_tcp_analysis = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "RFC 9293",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
