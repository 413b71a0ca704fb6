/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP as a connection. */
#include "flow/tcp.h"

/* What one end has sent. */
struct end {
	uint32_t base; /* initial sequence number, or the best guess at it */
	bool based;    /* `base` is known */
	int16_t scale; /* shift count, SCALE_UNKNOWN, SCALE_NONE */
};

struct connection {
	struct end ends[2];
	uint32_t completeness;
	bool begun; /* the ends are set up */
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
	if (!(s->flags & TCP_SYN))
		return;
	from->scale = (int16_t)(s->scale > MAX_SCALE ? MAX_SCALE
				: s->scale >= 0      ? s->scale
						     : SCALE_NONE);
}

static void note_completeness(struct connection *c, const struct tcp_segment *s)
{
	uint32_t seen = 0;

	switch (s->flags & (TCP_SYN | TCP_ACK)) {
	case TCP_SYN:
		seen = s->quoted ? 0 : SEEN_SYN;
		break;
	case TCP_SYN | TCP_ACK:
		seen = SEEN_SYN_ACK;
		break;
	case TCP_ACK:
		seen = !s->len ? SEEN_ACK : s->quoted ? 0 : SEEN_DATA;
		break;
	default:
		break;
	}
	if (s->flags & TCP_FIN)
		seen |= SEEN_FIN;
	if (s->flags & TCP_RST)
		seen |= SEEN_RST;
	c->completeness |= seen;
}

#define FIXED_HEADER 20

struct cursor tcp_options(const struct layer *tcp, uint32_t header)
{
	return cursor_first(layer_cursor(tcp, FIXED_HEADER), header - FIXED_HEADER);
}

bool tcp_next_option(struct cursor *c, struct tcp_option *o)
{
	unsigned len = 2;

	if (!c->left.cap)
		return false;
	o->kind = u8(c);
	if (o->kind > 1)
		len = u8(c);
	if (len < 2)
		cursor_fail(c, c->left.wire + 1);
	o->data = cursor_first(*c, c->bad ? 0 : len - 2);
	cursor_pull(c, len - 2);
	return !c->bad;
}

struct tcp_kinds tcp_kinds_of(const struct layer *tcp, uint32_t header)
{
	struct cursor c = tcp_options(tcp, header);
	struct tcp_kinds kinds = {{0, 0}};
	struct tcp_option o;

	while (tcp_next_option(&c, &o) && o.kind)
		if (o.kind < 128)
			kinds.bits[o.kind / 64] |= UINT64_C(1) << o.kind % 64;
	return kinds;
}

struct cursor tcp_option_of(const struct layer *tcp, uint32_t header, uint8_t kind)
{
	struct cursor c = tcp_options(tcp, header);
	struct tcp_option o;

	while (tcp_next_option(&c, &o) && o.kind)
		if (o.kind == kind)
			return o.data;
	return cursor_first(c, 0);
}

void tcp_follow(struct walk *w, const struct tcp_segment *s, struct tcp_view *view)
{
	bool strange = s->quoted || s->cut;
	bool from_a;
	struct conv *conv =
		conv_get(w, &table_key, s->sport, s->dport, sizeof(struct connection), &from_a);
	struct connection *c = conv_own(conv);
	struct end *from = &c->ends[!from_a], *to = &c->ends[from_a];

	if (!c->begun) {
		c->begun = true;
		from->scale = to->scale = SCALE_UNKNOWN;
	}
	view->stream = conv->stream;
	view->completeness = c->completeness;
	if (!strange)
		note_bases(from, to, s);
	if (!s->cut) {
		note_scale(from, s);
		note_completeness(c, s);
	}
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
