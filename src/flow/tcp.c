/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP as a connection. */
#include "flow/tcp.h"
#include <stdlib.h>

/* What one end has sent. */
struct end {
	uint32_t base; /* initial sequence number, or the best guess at it */
	bool based;    /* `base` is known */
	int16_t scale; /* shift count, SCALE_UNKNOWN, SCALE_NONE */
};

struct connection {
	struct end ends[2];
	uint32_t completeness;
	uint8_t closer;             /* who sent the first FIN: 1 + its index in `ends`; 0: nobody */
	bool tfo;                   /* the SYN had data and a Fast Open cookie */
	bool begun;                 /* the ends are set up */
	struct tcp_pdus pdus[2];    /* messages, by who sends them */
	const struct plan *carries; /* what was found in it; NULL: nothing yet */
	const struct proto *upgraded; /* ... by this protocol's word; NULL: by nobody's */
	bool unread;                  /* octets of it were passed over */
	bool tls_asked;               /* the client asked for that */
	struct tcp_analysis analysis; /* last: isn't there where nobody asks for it */
};

static const char table_key;

/*
 * The initial sequence numbers: of the SYN, or one before the first octet seen,
 * so that relative numbers begin with 1 where the handshake is missing.
 */
static void note_bases(struct end *from, struct end *to, const struct tcp_segment *s)
{
	if (!from->based) {
		from->base = s->flags & TCP_SYN ? s->seq : s->seq - 1;
		from->based = true;
	}
	if (!to->based && (s->flags & TCP_ACK)) {
		to->base = s->ack - 1;
		to->based = true;
	}
}

/* RFC 7323, 2.3: a larger shift counts as this one. */
#define MAX_SCALE 14

/* RFC 7323, 2.2: windows are scaled only when both SYNs say so. */
static void note_scale(struct end *from, const struct tcp_segment *s)
{
	if (!(s->flags & TCP_SYN) || (s->scale < 0 && from->scale != SCALE_UNKNOWN))
		return;
	from->scale = (int16_t)(s->scale > MAX_SCALE ? MAX_SCALE
				: s->scale >= 0      ? s->scale
						     : SCALE_NONE);
}

/* The first packet counts only where the connection begins with it. */
static uint32_t seen_at_first(const struct tcp_segment *s)
{
	if (s->quoted || s->announced || (s->flags & (TCP_SYN | TCP_ACK)) != TCP_SYN)
		return 0;
	return SEEN_SYN | (s->len ? SEEN_DATA : 0);
}

static uint32_t seen_in(const struct tcp_segment *s, bool first)
{
	uint32_t seen = 0;

	if (first)
		return seen_at_first(s);
	if ((s->flags & (TCP_SYN | TCP_ACK)) == (TCP_SYN | TCP_ACK))
		seen |= SEEN_SYN_ACK;
	if ((s->flags & (TCP_SYN | TCP_ACK)) == TCP_ACK)
		seen |= !s->len ? SEEN_ACK : s->quoted ? 0 : SEEN_DATA;
	if ((s->flags & (TCP_FIN | TCP_ACK)) == (TCP_FIN | TCP_ACK))
		seen |= SEEN_FIN;
	if (s->flags & TCP_RST)
		seen |= SEEN_RST;
	return seen;
}

static void drop_messages(void *own)
{
	struct connection *c = own;

	tcp_pdus_drop(&c->pdus[0]);
	tcp_pdus_drop(&c->pdus[1]);
}

static void drop_all(void *own)
{
	struct connection *c = own;

	drop_messages(own);
	free(c->analysis.ways[0].sent);
	free(c->analysis.ways[1].sent);
}

static void begin(struct conv *conv, struct connection *c, enum tcp_depth depth)
{
	c->begun = true;
	c->completeness = 0;
	c->tfo = false;
	c->closer = 0;
	c->ends[0] = c->ends[1] = (struct end){.scale = SCALE_UNKNOWN};
	c->carries = NULL;
	c->upgraded = NULL;
	c->tls_asked = false;
	c->unread = false;
	drop_messages(c);
	conv->drop_own = drop_messages;
	if (depth == TCP_NUMBERS)
		return;
	conv->drop_own = drop_all;
	tcp_way_begin(&c->analysis.ways[0]);
	tcp_way_begin(&c->analysis.ways[1]);
	c->analysis.initial_rtt = 0;
	c->analysis.syn_seen = false;
}

/* RFC 9293, 3.4: a SYN with another number than the first one's is for a new connection. */
static bool begins_anew(const struct end *from, const struct tcp_segment *s)
{
	return from->based && s->seq != from->base && (s->flags & TCP_SYN);
}

/* The time from the SYN to the ACK that ends the handshake. */
static void note_handshake(struct tcp_analysis *a, const struct tcp_segment *s, int64_t now)
{
	unsigned flags = s->flags & (TCP_SYN | TCP_ACK);

	if (flags == TCP_SYN) {
		a->syn_seen = true;
		a->syn_time = now;
	} else if (flags == TCP_ACK && a->syn_seen && !a->initial_rtt) {
		a->initial_rtt = now - a->syn_time;
	}
}

static void analyse(const struct walk *w, struct conv *conv, const struct tcp_segment *s,
		    enum tcp_depth depth, bool from_a, struct tcp_view *view)
{
	struct connection *c = conv_own(conv);
	struct tcp_analysis *a = &c->analysis;
	struct tcp_sight sight = {
		.segment = s,
		.from = &a->ways[!from_a],
		.to = &a->ways[from_a],
		.conv = conv,
		.frame = (uint32_t)w->r.frame->number,
		.time = w->r.frame->time,
		.initial_rtt = a->initial_rtt,
		.base = c->ends[!from_a].base,
		.to_scale =
			c->ends[!from_a].scale == SCALE_NONE ? SCALE_NONE : c->ends[from_a].scale,
		.flight = depth == TCP_FLIGHT,
	};

	tcp_analyse(&sight, &view->found);
	if (!a->initial_rtt)
		note_handshake(a, s, sight.time);
	view->found.initial_rtt = a->initial_rtt;
}

/* RFC 7413, 4.2.2: the SYN/ACK takes the data that came with the SYN, or not. */
static void note_fast_open(struct connection *c, const struct tcp_segment *s, uint32_t ack,
			   struct tcp_view *view)
{
	if (!(s->flags & TCP_ACK))
		c->tfo = c->tfo || (s->tfo && s->len);
	else
		view->tfo = ack > 1 ? TFO_TAKEN : c->tfo ? TFO_LEFT : TFO_NONE;
}

/* RFC 9293, 3.6: the first FIN begins the end, the other one's answers it. */
static void note_fin(struct connection *c, bool from_a, struct tcp_view *view)
{
	uint8_t sender = 1 + !from_a;

	if (!c->closer)
		c->closer = sender;
	view->fin = c->closer == sender ? FIN_FIRST : FIN_ANSWER;
}

/* What a whole segment, not a quoted one, tells beside its completeness. */
static void note_whole(const struct walk *w, struct conv *conv, const struct tcp_segment *s,
		       enum tcp_depth depth, bool from_a, struct tcp_view *view)
{
	struct connection *c = conv_own(conv);
	struct end *from = &c->ends[!from_a], *to = &c->ends[from_a];

	if (begins_anew(from, s)) {
		view->found.flags = FOUND_REUSED_PORTS;
		if (s->flags & TCP_ACK) {
			from->base = s->seq;
		} else {
			conv_renew(conv, w->r.frame);
			begin(conv, c, depth);
			c->completeness = SEEN_SYN;
		}
	}
	note_bases(from, to, s);
	if (s->flags & TCP_SYN)
		note_fast_open(c, s, s->ack - to->base, view);
	if (s->flags & TCP_FIN)
		note_fin(c, from_a, view);
	if (depth != TCP_NUMBERS)
		analyse(w, conv, s, depth, from_a, view);
}

void tcp_follow(struct walk *w, const struct tcp_segment *s, enum tcp_depth depth,
		struct tcp_view *view)
{
	bool strange = s->quoted || s->cut;
	bool from_a;
	struct conv *conv = conv_get(w, &table_key, s->sport, s->dport,
				     depth == TCP_NUMBERS ? offsetof(struct connection, analysis)
							  : sizeof(struct connection),
				     &from_a);
	struct connection *c = conv_own(conv);
	struct end *from = &c->ends[!from_a], *to = &c->ends[from_a];

	bool first = !c->begun;

	if (first)
		begin(conv, c, depth);
	view->found = (struct tcp_findings){0};
	view->analysed = depth != TCP_NUMBERS;
	view->first = s->seq;
	view->conv = conv;
	view->pdus = &c->pdus[!from_a];
	view->carries = &c->carries;
	view->upgraded = &c->upgraded;
	view->unread = &c->unread;
	view->tls_asked = &c->tls_asked;
	view->tfo = TFO_NONE;
	view->fin = FIN_NONE;
	if (!strange)
		note_whole(w, conv, s, depth, from_a, view);
	view->stream = conv->stream;
	view->completeness = c->completeness;
	if (!s->cut)
		note_scale(from, s);
	if (!s->cut && !s->bogus)
		c->completeness |= seen_in(s, first);
	view->seq = strange ? s->seq : s->seq - from->base;
	view->ack = s->flags & TCP_ACK && !strange ? s->ack - to->base : s->ack;
	view->scale = from->scale;
	if (to->scale == SCALE_NONE)
		view->scale = SCALE_NONE;
	conv_times(conv, w->r.frame->time, &view->since_first, &view->since_last);
}

void form_completeness(struct text *t, const struct record *r, const struct node *n)
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
