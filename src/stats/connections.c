/* SPDX-License-Identifier: BSD-2-Clause */
/* Connections of TCP and exchanges of UDP, one row each: who opened it, how it went. */
#include "stats/connections.h"
#include "core/arena.h"
#include "flow/tcp.h"
#include <stdlib.h>
#include <string.h>

enum { TYPE_TCP, TYPE_UDP };
enum row_use { ROW_PLAIN, ROW_RESENT, ROW_RTT };

/* --- what is wanted --- */

static void use_row(struct connections *c, const char *name, enum row_use use)
{
	struct session *s = c->session;

	session_want(s, name);
	for (uint32_t id = session_find(s, name, 0); id < session_rows(s);
	     id = session_find(s, name, id + 1))
		c->uses[id] = (uint8_t)use;
}

void connections_open(struct connections *c, struct session *s)
{
	static const char *const names[] = {[TYPE_TCP] = "tcp", [TYPE_UDP] = "udp"};

	*c = (struct connections){.session = s};
	c->uses = need_zero(session_rows(s), sizeof *c->uses);
	for (size_t i = 0; i < COUNT(names); i++) {
		ends_type_find(s, names[i], strlen(names[i]), &c->types[i]);
		ends_want(s, &c->types[i], true);
	}
	session_want(s, "tcp"); /* a layer's notes are found behind its node */
	use_row(c, "tcp.analysis.retransmission", ROW_RESENT);
	use_row(c, "tcp.analysis.fast_retransmission", ROW_RESENT);
	use_row(c, "tcp.analysis.spurious_retransmission", ROW_RESENT);
	use_row(c, "tcp.analysis.initial_rtt", ROW_RTT);
	c->tally = tally_open(s, sizeof(struct connection));
}

void connections_close(struct connections *c)
{
	tally_close(c->tally);
	free(c->uses);
}

/* --- whose packet it is --- */

/* The number says it all, where there is one; else the ends, in an order both ways have. */
static struct connection *connection_of(struct connections *c, unsigned type,
					const struct meeting *m)
{
	struct {
		uint32_t type, stream;
	} number = {type, m->stream};
	struct {
		uint32_t type;
		struct end_of ends[2];
	} key = {type, {m->src, m->dst}};

	if (m->numbered)
		return entry_own(tally_get(c->tally, 0, &number, sizeof number));
	if (memcmp(&m->src, &m->dst, sizeof m->src) > 0) {
		key.ends[0] = m->dst;
		key.ends[1] = m->src;
	}
	return entry_own(tally_get(c->tally, 0, &key, sizeof key));
}

static void begin(struct connection *n, const struct record *r, const struct layer *l,
		  const struct meeting *m)
{
	n->proto = l->proto;
	n->stream_field = m->numbered ? &l->proto->fields[stream_row(l->proto)] : NULL;
	n->stream = m->stream;
	n->a = m->src;
	n->b = m->dst;
	n->first = n->last = r->since_first;
	n->rtt = ABSENT;
}

/* Who opened it is known now; `back` says that it was b. */
static void open_by(struct connection *n, bool back)
{
	struct end_of a = n->a;
	struct way out = n->out;

	if (n->opened)
		return;
	n->opened = true;
	if (!back)
		return;
	n->a = n->b;
	n->b = a;
	n->out = n->back;
	n->back = out;
	for (unsigned i = 0; i < n->n_steps; i++)
		n->steps[i].back = !n->steps[i].back;
}

static bool is_back(const struct connection *n, const struct meeting *m)
{
	return memcmp(&n->a, &m->src, sizeof m->src) != 0;
}

/* --- TCP --- */

static void add_step(struct connection *n, enum step_kind kind, bool back)
{
	struct step *last = n->n_steps ? &n->steps[n->n_steps - 1] : NULL;

	if (kind == STEP_NONE)
		return;
	if (last && last->kind == kind && (last->back == back || kind == STEP_DATA)) {
		last->times += last->times < UINT8_MAX;
		return;
	}
	n->more = n->n_steps == MAX_STEPS;
	if (!n->more)
		n->steps[n->n_steps++] = (struct step){(uint8_t)kind, 1, back};
}

/* Whether it acknowledges the other end's FIN, for the first time. */
static bool acks_fin(struct way *other, unsigned flags, uint32_t ack)
{
	if (!(flags & TCP_ACK) || !other->fin || other->fin_acked ||
	    (int32_t)(ack - other->fin_end) < 0)
		return false;
	other->fin_acked = true;
	return true;
}

/* Whether it is the third step of a handshake. */
static bool acks_syn(const struct connection *n, unsigned flags, bool back)
{
	const struct step *last = &n->steps[n->n_steps ? n->n_steps - 1 : 0];

	return (flags & TCP_ACK) && last->kind == STEP_SYN_ACK && last->back != back;
}

/* What a segment says of the connection beside its data. */
static enum step_kind step_of(struct connection *n, const struct layer *l, bool back)
{
	unsigned flags = tcp_flags(l);
	bool acks = acks_fin(back ? &n->out : &n->back, flags, tcp_ack(l));

	if (flags & TCP_RST)
		return STEP_RST;
	if (flags & TCP_SYN)
		return flags & TCP_ACK ? STEP_SYN_ACK : STEP_SYN;
	if (flags & TCP_FIN)
		return STEP_FIN;
	return acks || acks_syn(n, flags, back) ? STEP_ACK : STEP_NONE;
}

static void count_step(struct connection *n, enum step_kind kind, bool back)
{
	static const uint8_t bits[] = {
		[STEP_NONE] = 0,       [STEP_SYN] = SEEN_SYN, [STEP_SYN_ACK] = SEEN_SYN_ACK,
		[STEP_ACK] = SEEN_ACK, [STEP_FIN] = SEEN_FIN, [STEP_DATA] = SEEN_DATA,
		[STEP_RST] = SEEN_RST,
	};

	n->seen |= bits[kind];
	add_step(n, kind, back);
}

static void count_tcp(struct connection *n, const struct layer *l, bool back)
{
	struct way *way = back ? &n->back : &n->out;
	uint32_t payload = layer_payload(l).wire;
	enum step_kind kind = step_of(n, l, back);
	bool data = payload && kind != STEP_RST && kind != STEP_SYN && kind != STEP_SYN_ACK;

	if (kind == STEP_FIN) {
		way->fin = true;
		way->fin_end = (uint32_t)span_bits(l->bytes, 32, 32, false) + payload + 1;
	}
	if (data && kind == STEP_FIN) /* what comes before it */
		count_step(n, STEP_DATA, back);
	count_step(n, kind, back);
	if ((data && kind != STEP_FIN) || !n->n_steps)
		count_step(n, STEP_DATA, back);
}

/* Who opened it, if this segment says so. */
static void count_opening(struct connection *n, const struct layer *l, const struct meeting *m)
{
	unsigned flags = tcp_flags(l) & (TCP_SYN | TCP_ACK | TCP_RST);

	if (flags == TCP_SYN)
		open_by(n, is_back(n, m));
	else if (flags == (TCP_SYN | TCP_ACK))
		open_by(n, !is_back(n, m));
}

/* --- counting --- */

static void count_udp(struct connection *n, bool back)
{
	n->opened = true;
	n->exchanges += back && n->asked;
	n->asked = !back;
}

/* The rows from the layer's node on, as far as the next layer that counts. */
static void count_rows(const struct connections *c, const struct record *r, struct connection *n,
		       struct way *way, uint32_t from, uint32_t to)
{
	bool resent = false;

	for (uint32_t i = from; i < to; i++) {
		const struct node *node = &r->nodes[i];

		if (c->uses[node->id] == ROW_RTT && n->rtt == ABSENT)
			n->rtt = node->u;
		resent = resent || c->uses[node->id] == ROW_RESENT;
	}
	way->resent += resent;
}

static void count(struct connections *c, const struct record *r, const struct layer *l,
		  unsigned type, const struct meeting *m, uint32_t to)
{
	struct connection *n = connection_of(c, type, m);
	struct way *way;
	bool back;

	if (!n->proto)
		begin(n, r, l, m);
	if (type == TYPE_TCP)
		count_opening(n, l, m);
	back = is_back(n, m);
	way = back ? &n->back : &n->out;
	way->packets++;
	way->bytes += r->frame->wire_len;
	if (type == TYPE_TCP) {
		count_tcp(n, l, back);
		count_rows(c, r, n, way, l->node, to);
	} else {
		count_udp(n, back);
	}
	if (r->since_first > n->last)
		n->last = r->since_first;
	if (r->since_first < n->first)
		n->first = r->since_first;
}

/* From the innermost layer out, as rows belong to the last layer before them. */
void connections_frame(struct connections *c, const struct record *r)
{
	uint32_t to = r->n_nodes;
	struct meeting m;

	for (uint32_t i = r->n_layers; i-- > 0;)
		for (unsigned type = 0; type < COUNT(c->types); type++) {
			const struct layer *l = r->layers[i];

			if (!ends_of_layer(&c->types[type], r, l, &m))
				continue;
			count(c, r, l, type, &m, to);
			to = l->node < to ? l->node : to;
		}
}

/* --- orders --- */

static const struct connection *of(struct entry *e)
{
	return entry_own(e);
}

static int least_first(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int most_first(uint64_t a, uint64_t b)
{
	return (a < b) - (a > b);
}

static int by_start(struct entry *x, struct entry *y)
{
	return least_first(of(x)->first, of(y)->first);
}

static int by_duration(struct entry *x, struct entry *y)
{
	return least_first(of(y)->last - of(y)->first, of(x)->last - of(x)->first);
}

static int by_packets(struct entry *x, struct entry *y)
{
	return most_first(of(x)->out.packets + of(x)->back.packets,
			  of(y)->out.packets + of(y)->back.packets);
}

static int by_bytes(struct entry *x, struct entry *y)
{
	return most_first(of(x)->out.bytes + of(x)->back.bytes,
			  of(y)->out.bytes + of(y)->back.bytes);
}

static int by_retransmissions(struct entry *x, struct entry *y)
{
	return most_first(of(x)->out.resent + of(x)->back.resent,
			  of(y)->out.resent + of(y)->back.resent);
}

/* The slowest first; where it isn't known, last. */
static int by_rtt(struct entry *x, struct entry *y)
{
	uint64_t a = of(x)->rtt, b = of(y)->rtt;

	return most_first(a == ABSENT ? 0 : a + 1, b == ABSENT ? 0 : b + 1);
}

static int compare_ends(const struct end_of *a, const struct end_of *b)
{
	int order = (a->len > b->len) - (a->len < b->len);

	if (!order)
		order = memcmp(a->address, b->address, sizeof a->address);
	return order ? order : (a->port > b->port) - (a->port < b->port);
}

static int by_address(struct entry *x, struct entry *y)
{
	int order = compare_ends(&of(x)->a, &of(y)->a);

	return order ? order : compare_ends(&of(x)->b, &of(y)->b);
}

static const struct {
	const char *name;
	connections_compare *compare;
} orders[] = {
	{"start", by_start},
	{"duration", by_duration},
	{"packets", by_packets},
	{"bytes", by_bytes},
	{"retransmissions", by_retransmissions},
	{"rtt", by_rtt},
	{"address", by_address},
};

connections_compare *connections_order(const char *name)
{
	for (size_t i = 0; i < COUNT(orders); i++)
		if (!strcmp(name, orders[i].name))
			return orders[i].compare;
	return NULL;
}

void connections_orders(struct text *t)
{
	for (size_t i = 0; i < COUNT(orders); i++) {
		text_put(t, i ? ", " : "");
		text_put(t, orders[i].name);
	}
}

/* --- words --- */

/* How a connection of TCP stands. */
static const char *tcp_state(const struct connection *n)
{
	if (n->out.fin && n->back.fin)
		return "closed";
	if (n->seen & SEEN_RST)
		return (n->seen & ~SEEN_RST) == SEEN_SYN ? "refused" : "reset";
	if (n->seen & SEEN_FIN)
		return "half-closed";
	if (n->seen & (SEEN_ACK | SEEN_DATA) || !n->seen)
		return "open";
	return n->seen & SEEN_SYN_ACK ? "half-open" : "unanswered";
}

const char *connection_state(const struct connection *n)
{
	if (n->seen)
		return tcp_state(n);
	return n->exchanges ? "answered" : "unanswered";
}

const char *step_word(const struct step *s)
{
	static const char *const words[] = {"", "SYN", "SYN/ACK", "ACK", "data", "FIN", "RST"};

	return words[s->kind];
}

/* Data is but a gap between the steps before and behind it. */
static void put_steps(struct text *t, const struct connection *n, bool utf8)
{
	const char *arrow = utf8 ? " → " : " > ", *gap = utf8 ? "…" : "...";
	bool joined = true; /* nothing is to stand before the next word */

	for (unsigned i = 0; i < n->n_steps; i++) {
		const struct step *s = &n->steps[i];

		if (s->kind == STEP_DATA) {
			text_put(t, i ? " " : "");
			text_put(t, gap);
			text_put(t, i + 1 < n->n_steps ? " " : "");
			joined = true;
			continue;
		}
		text_put(t, joined ? "" : arrow);
		text_put(t, step_word(s));
		if (s->times > 1)
			text_number(t, utf8 ? " ×" : " x", s->times);
		joined = false;
	}
	if (n->more) {
		text_put(t, joined ? "" : " ");
		text_put(t, gap);
	}
}

void connection_course(struct text *t, const struct connection *n, bool utf8)
{
	const char *state = connection_state(n);

	if (!n->seen && n->exchanges) {
		text_u64(t, n->exchanges);
		text_put(t, n->exchanges == 1 ? " exchange" : " exchanges");
		return;
	}
	put_steps(t, n, utf8);
	if (strcmp(state, "unanswered") && strcmp(state, "half-open"))
		return;
	text_put(t, n->n_steps ? ", " : "");
	text_put(t, state);
}

void connection_filter(struct text *t, const struct connection *n)
{
	if (!n->stream_field)
		return;
	text_put(t, n->stream_field->name);
	text_number(t, " == ", n->stream);
}

const char *connection_service(const struct session *s, const struct connection *n)
{
	const char *transport = n->seen ? "tcp" : "udp";
	const char *name = session_service(s, n->b.port, transport);

	return name ? name : session_service(s, n->a.port, transport);
}
