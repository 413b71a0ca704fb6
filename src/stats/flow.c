/* SPDX-License-Identifier: BSD-2-Clause */
/* What went from host to host: rows in blocks that the budget may take back. */
#include "stats/flow.h"
#include "core/arena.h"
#include "flow/tcp.h"
#include "flow/track.h"
#include "show/color.h"
#include <stdlib.h>
#include <string.h>

#define BLOCK ((size_t)64 << 10)
/* Octets of a row's words that are kept: no line is that long. */
#define MOST_WORDS 4096
#define NAME 64

/* Rows behind one another, each begun at a multiple of 8 octets. */
struct block {
	struct tracked tracked; /* first */
	struct flow *flow;
	struct block *before, *behind;
	size_t len, size; /* octets of rows: there are, and have room */
	uint64_t rows;
	uint64_t data[]; /* struct flow_row and its text, again and again */
};

struct flow {
	struct session *session;
	struct flow_options options;
	struct show_options show;
	struct tracker *tracker;
	struct ends_type tcp;
	struct block *first, *last;
	uint64_t rows, beyond, forgotten;
	unsigned n_hosts;
	char hosts[FLOW_HOSTS][NAME];
	struct text text;        /* of the row that is made */
	struct address src, dst; /* its frame's, of the network layer */
};

static const char *const transports[] = {"tcp", "udp", "sctp", "dccp"};

/* --- blocks --- */

static void forget(struct tracked *what)
{
	struct block *b = (struct block *)what;
	struct flow *f = b->flow;

	f->forgotten += b->rows;
	untrack(f->tracker, what);
	*(b->before ? &b->before->behind : &f->first) = b->behind;
	*(b->behind ? &b->behind->before : &f->last) = b->before;
	free(b);
}

static size_t up_to_8(size_t n)
{
	return (n + 7) & ~(size_t)7;
}

/* The block that has room for n octets more. */
static struct block *block_for(struct flow *f, size_t n)
{
	struct block *b = f->last;
	size_t size = n > BLOCK ? n : BLOCK;

	if (b && b->size - b->len >= n) {
		track_use(f->tracker, &b->tracked);
		return b;
	}
	b = need(sizeof *b + size);
	*b = (struct block){.flow = f, .size = size, .before = f->last};
	b->tracked.forget = forget;
	*(f->last ? &f->last->behind : &f->first) = b;
	f->last = b;
	track(f->tracker, &b->tracked, sizeof *b + size);
	return f->last; /* NULL: the budget has no room for it */
}

static void add_row(struct flow *f, const struct flow_row *row)
{
	size_t n = up_to_8(sizeof *row + f->text.len);
	struct block *b = block_for(f, n);
	char *to;

	f->rows++;
	if (!b) {
		f->forgotten++;
		return;
	}
	to = (char *)b->data + b->len;
	memcpy(to, row, sizeof *row);
	memcpy(to + sizeof *row, text_string(&f->text), f->text.len);
	b->len += n;
	b->rows++;
}

void flow_each(const struct flow *f, void (*each)(void *arg, const struct flow_row *row), void *arg)
{
	for (const struct block *b = f->first; b; b = b->behind)
		for (size_t at = 0; at < b->len;) {
			const struct flow_row *row =
				(const struct flow_row *)(const void *)&b->data[at / 8];

			each(arg, row);
			at += up_to_8(sizeof *row + row->info_at + row->info_len);
		}
}

/* --- opening, closing --- */

static void want_all_rows(struct session *s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		session_want(s, names[i]);
}

struct flow *flow_open(struct session *s, const struct flow_options *options)
{
	static const char *const numbers[] = {"tcp.seq",   "tcp.ack",      "tcp.len",
					      "tcp.flags", "icmp.resp_to", "icmpv6.resp_to"};
	struct flow *f = need_zero(1, sizeof *f);

	f->session = s;
	f->options = *options;
	f->show.time = options->time;
	f->tracker = tracker_of(s);
	for (size_t i = 0; i < COUNT(transports); i++) {
		struct ends_type type;

		if (ends_type_find(s, transports[i], strlen(transports[i]), &type))
			ends_want(s, &type, i == 0);
		if (!i)
			f->tcp = type;
	}
	want_all_rows(s, numbers, COUNT(numbers));
	session_want_summary(s);
	return f;
}

void flow_close(struct flow *f)
{
	if (!f)
		return;
	for (struct block *b = f->first, *next; b; b = next) {
		next = b->behind;
		untrack(f->tracker, &b->tracked);
		free(b);
	}
	text_close(&f->text);
	free(f);
}

unsigned flow_hosts(const struct flow *f)
{
	return f->n_hosts;
}

const char *flow_host(const struct flow *f, unsigned i)
{
	return f->hosts[i];
}

uint64_t flow_beyond(const struct flow *f)
{
	return f->beyond;
}

uint64_t flow_rows(const struct flow *f)
{
	return f->rows;
}

uint64_t flow_forgotten(const struct flow *f)
{
	return f->forgotten;
}

/* --- rows --- */

/* The host whose name was written from `start` on, which is taken away again. */
static uint32_t host_of(struct flow *f, size_t start)
{
	const char *name = text_string(&f->text) + start;
	size_t n = f->text.len - start;
	unsigned i = 0;

	f->text.len = start;
	n = n < NAME ? n : NAME - 1;
	while (i < f->n_hosts && (memcmp(f->hosts[i], name, n) || f->hosts[i][n]))
		i++;
	if (i == FLOW_HOSTS)
		return FLOW_NO_HOST;
	if (i == f->n_hosts) {
		memcpy(f->hosts[i], name, n);
		f->hosts[i][n] = '\0';
		f->n_hosts++;
	}
	return i;
}

/* An end by its address as the summary line has it, and its port where that is wanted. */
static uint32_t find_host(struct flow *f, const struct record *r, bool dst, uint16_t port)
{
	const struct address *a = dst ? &r->dst : &r->src;
	bool box = f->options.ports && port && a->kind == IPV6;
	size_t start = f->text.len;

	text_put(&f->text, box ? "[" : "");
	if (f->options.standard)
		text_address(&f->text, dst ? f->dst.p : f->src.p, dst ? f->dst.len : f->src.len);
	else
		put_column(&f->text, r, dst ? COL_DESTINATION : COL_SOURCE, &f->show, GATE_TEXT);
	text_put(&f->text, box ? "]" : "");
	if (f->options.ports && port)
		text_number(&f->text, ":", port);
	gate_again(&f->text, start, GATE_TEXT);
	return host_of(f, start);
}

/* Ports of the innermost layer that has some, be it a quoted one. */
static bool find_ports(const struct record *r, struct flow_row *row)
{
	for (uint32_t i = r->n_layers; i-- > 0;) {
		const struct layer *l = r->layers[i];
		struct meeting m;

		if (!l->proto->sport)
			continue;
		transport_ends(r, l, &m);
		row->sport = m.src.port;
		row->dport = m.dst.port;
		return true;
	}
	return false;
}

static bool is_network(const struct address *a)
{
	return a->kind == IPV4 || a->kind == IPV6;
}

static void put_flags(struct text *t, unsigned flags)
{
	static const char *const names[] = {"FIN", "SYN", "RST", "PSH", "ACK",
					    "URG", "ECE", "CWR", "AE"};
	bool any = false;

	for (unsigned i = 0; i < COUNT(names); i++)
		if (flags >> i & 1) {
			text_put(t, any ? ", " : "");
			text_put(t, names[i]);
			any = true;
		}
	if (!any)
		text_put(t, "<None>");
}

/* The text's words from `start` on are as long as is kept, and end with a whole character. */
static void cut_words(struct text *t, size_t start)
{
	if (t->len - start <= MOST_WORDS)
		return;
	t->len = start + MOST_WORDS;
	while ((t->p[t->len] & 0xc0) == 0x80)
		t->len--;
}

/* "HTTP: GET / HTTP/1.1", whose short form has no protocol. */
static void put_words(struct flow *f, const struct record *r, struct flow_row *row)
{
	struct text *t = &f->text;

	row->info_at = (uint32_t)t->len;
	put_column(t, r, COL_PROTOCOL, &f->show, GATE_TEXT);
	text_put(t, ": ");
	row->label_at = (uint32_t)t->len;
	put_column(t, r, COL_INFO, &f->show, GATE_TEXT);
	cut_words(t, row->info_at);
	row->info_len = (uint32_t)t->len - row->info_at;
	row->label_len = (uint32_t)t->len - row->label_at;
}

/* "PSH, ACK - Len: 84" and "Seq = 1 Ack = 1". */
static void put_segment(struct text *t, const struct layer *l, struct flow_row *row)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;

	row->label_at = (uint32_t)t->len;
	put_flags(t, tcp_flags(l));
	if (s->len != ABSENT && s->len)
		text_number(t, " - Len: ", s->len);
	row->label_len = (uint32_t)t->len - row->label_at;
	row->info_at = (uint32_t)t->len;
	text_number(t, "Seq = ", s->seq);
	if (tcp_flags(l) & TCP_ACK)
		text_number(t, " Ack = ", s->ack);
	row->info_len = (uint32_t)t->len - row->info_at;
}

/* What the summary line says of trouble in front of TCP's words: "[TCP Retransmission] ". */
static void put_trouble(struct text *t, const struct flow_row *row)
{
	static const char mark[] = "[TCP ";
	size_t from = row->label_at, end = from + row->label_len, n = 0;

	while (end - from > sizeof mark && !memcmp(t->p + from, mark, sizeof mark - 1)) {
		const char *stop = memchr(t->p + from, ']', end - from);

		if (!stop)
			break;
		n = (size_t)(stop - (t->p + from)) + 1;
		text_room(t, n);
		text_bytes(t, t->p + from, n);
		text_char(t, ' ');
		from += n + (end - from > n);
	}
}

/* "40000 > 80 SYN seq=0": in place of TCP's words in the summary line, which are longer. */
static void put_short_segment(struct flow *f, const struct layer *l, struct flow_row *row)
{
	const struct tcp_state *s = (const struct tcp_state *)l->state;
	struct text *t = &f->text;
	size_t start = t->len;

	put_trouble(t, row);
	if (!f->options.ports) {
		text_u64(t, row->sport);
		text_number(t, ">", row->dport);
		text_char(t, ' ');
	}
	put_flags(t, tcp_flags(l));
	text_number(t, " seq=", s->seq);
	if (tcp_flags(l) & TCP_ACK)
		text_number(t, " ack=", s->ack);
	if (s->len != ABSENT && s->len)
		text_number(t, " len=", s->len);
	row->label_at = row->info_at = (uint32_t)start;
	row->label_len = row->info_len = (uint32_t)(t->len - start);
}

static bool is_segment(const struct layer *l)
{
	return !l->quoted && l->state && !strcmp(l->proto->fields[0].name, "tcp");
}

/* Time and paint, which stand first. */
static void begin_row(struct flow *f, const struct record *r, struct flow_row *row)
{
	f->text.len = 0;
	*row = (struct flow_row){.frame = r->frame->number, .time = r->frame->time};
	put_column(&f->text, r, COL_TIME, &f->show, GATE_TEXT);
	row->time_len = (uint16_t)f->text.len;
	if (f->options.color)
		color_begin(&f->text, r);
	row->paint_len = (uint16_t)(f->text.len - row->time_len);
}

static void end_row(struct flow *f, const struct record *r, struct flow_row *row)
{
	row->src = find_host(f, r, false, row->sport);
	row->dst = find_host(f, r, true, row->dport);
	f->beyond += row->src == FLOW_NO_HOST || row->dst == FLOW_NO_HOST;
	add_row(f, row);
}

static void any_row(struct flow *f, const struct record *r)
{
	struct flow_row row;
	const struct layer *last = r->n_layers ? r->layers[r->n_layers - 1] : NULL;

	begin_row(f, r, &row);
	find_ports(r, &row);
	put_words(f, r, &row);
	while (last && last->proto->no_column && last->parent)
		last = last->parent;
	if (f->options.of == FLOW_LADDER && last && is_segment(last))
		put_short_segment(f, last, &row);
	end_row(f, r, &row);
}

static void tcp_rows(struct flow *f, const struct record *r)
{
	for (uint32_t i = 0; i < r->n_layers; i++) {
		struct flow_row row;
		struct meeting m;

		if (!is_segment(r->layers[i]) || !ends_of_layer(&f->tcp, r, r->layers[i], &m))
			continue;
		begin_row(f, r, &row);
		row.sport = m.src.port;
		row.dport = m.dst.port;
		row.stream = m.stream;
		put_segment(&f->text, r->layers[i], &row);
		end_row(f, r, &row);
	}
}

/* Whether the frame has a row of that name. */
static bool has_row(const struct record *r, const char *name)
{
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!strcmp(r->nodes[i].field->name, name))
			return true;
	return false;
}

/* A request, or a reply to one that was seen. */
static bool is_echo(const struct record *r, unsigned type, bool v6)
{
	if (type == (v6 ? 129U : 0U))
		return has_row(r, v6 ? "icmpv6.resp_to" : "icmp.resp_to");
	return type == (v6 ? 128U : 8U);
}

/* Echo requests and replies; type and code stand where ports would. */
static void echo_rows(struct flow *f, const struct record *r)
{
	bool v6 = f->options.of == FLOW_ICMPV6;

	for (uint32_t i = 0; i < r->n_layers; i++) {
		const struct layer *l = r->layers[i];
		unsigned kind = (unsigned)span_bits(l->bytes, 0, 16, false);
		struct flow_row row;

		if (l->quoted || strcmp(l->proto->fields[0].name, v6 ? "icmpv6" : "icmp"))
			continue;
		if (!is_echo(r, kind >> 8, v6))
			continue;
		begin_row(f, r, &row);
		if (!find_ports(r, &row))
			*(kind >> 8 & 1 || !(kind >> 8) ? &row.sport : &row.dport) = (uint16_t)kind;
		put_words(f, r, &row);
		end_row(f, r, &row);
	}
}

static bool is_address(const struct address *a)
{
	return a->kind != NONE && a->kind != STRING && a->len;
}

void flow_frame(struct flow *f, const struct record *r)
{
	if (!is_address(&r->src) || !is_address(&r->dst))
		return;
	network_ends(r, &f->src, &f->dst);
	if (f->options.standard && (!is_network(&f->src) || !is_network(&f->dst)))
		return;
	switch (f->options.of) {
	case FLOW_TCP:
		tcp_rows(f, r);
		break;
	case FLOW_ICMP:
	case FLOW_ICMPV6:
		echo_rows(f, r);
		break;
	case FLOW_ANY:
	case FLOW_LADDER:
		any_row(f, r);
		break;
	}
}
