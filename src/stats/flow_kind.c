/* SPDX-License-Identifier: BSD-2-Clause */
/* -z flow: who sent what to whom as a drawing, as tshark draws it. */
#include "core/arena.h"
#include "stats/flow.h"
#include "stats/kind.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Places of the drawing: a host has 20, and what is written begins 9 behind its left end. */
#define COLUMN 20
#define MARGIN 9

static const struct {
	const char *name;
	enum flow_of of;
} sorts[] = {{"any", FLOW_ANY}, {"icmp", FLOW_ICMP}, {"icmpv6", FLOW_ICMPV6}, {"tcp", FLOW_TCP}};

struct own {
	struct flow *flow;
	const char *sort;
};

static const char *sort_named(const char *args, size_t n, enum flow_of *of)
{
	for (size_t i = 0; i < COUNT(sorts); i++)
		if (strlen(sorts[i].name) == n && !memcmp(sorts[i].name, args, n)) {
			*of = sorts[i].of;
			return sorts[i].name;
		}
	return NULL;
}

static bool open_flow(struct stat *st, const char *args, struct fault *fault)
{
	struct own *own = need_zero(1, sizeof *own);
	struct flow_options options = {.time = TIME_RELATIVE};
	size_t n;

	st->own = own;
	args += *args == ',';
	n = strcspn(args, ",");
	own->sort = sort_named(args, n, &options.of);
	if (!own->sort) {
		fault_set(fault, "\"%.*s\" has no flow; any, icmp, icmpv6 and tcp have", (int)n,
			  args);
		return false;
	}
	args += n + (args[n] == ',');
	options.standard = !strncmp(args, "standard", 8);
	if (!options.standard && strncmp(args, "network", 7)) {
		fault_set(fault, "which addresses is missing: flow,%s,network or flow,%s,standard",
			  own->sort, own->sort);
		return false;
	}
	own->flow = flow_open(st->session, &options);
	args += strcspn(args, ",");
	return stat_filter(st, args, fault);
}

static void frame(struct stat *st, const struct record *r)
{
	struct own *own = st->own;

	flow_frame(own->flow, r);
}

static void close_flow(struct stat *st)
{
	struct own *own = st->own;

	if (own)
		flow_close(own->flow);
	free(own);
}

static void print(struct stat *st, struct text *t)
{
	struct own *own = st->own;

	flow_print(own->flow, t);
}

/* --- JSON --- */

struct list {
	const struct flow *flow;
	struct text *t;
	bool any; /* a row was written */
};

static void json_part(struct list *list, const char *key, const char *p, size_t n)
{
	text_format(list->t, ",\"%s\":\"", key);
	gate(list->t, p, n, GATE_JSON);
	text_char(list->t, '"');
}

static void json_host(struct list *list, const char *key, uint32_t host, uint16_t port)
{
	text_format(list->t, ",\"%s\":{\"address\":", key);
	if (host == FLOW_NO_HOST)
		text_put(list->t, "null");
	else
		json_string(list->t, flow_host(list->flow, host));
	text_format(list->t, ",\"port\":%u}", port);
}

static void json_row(void *arg, const struct flow_row *row)
{
	struct list *list = arg;
	const char *text = flow_row_text(row);

	text_format(list->t, "%s\n{\"frame\":", list->any ? "," : "");
	text_u64(list->t, row->frame);
	json_i64(list->t, "time", row->time);
	json_host(list, "from", row->src, row->sport);
	json_host(list, "to", row->dst, row->dport);
	json_part(list, "label", text + row->label_at, row->label_len);
	json_part(list, "info", text + row->info_at, row->info_len);
	text_char(list->t, '}');
	list->any = true;
}

void flow_json(const struct flow *f, struct text *t)
{
	struct list list = {f, t, false};

	json_u64(t, "forgotten", flow_forgotten(f));
	text_put(t, ",\"rows\":[");
	flow_each(f, json_row, &list);
	text_char(t, ']');
}

static void json(struct stat *st, struct text *t)
{
	struct own *own = st->own;

	json_member(t, "of", own->sort);
	flow_json(own->flow, t);
}

static void names(const struct session *s, struct text *t)
{
	(void)s;
	for (size_t i = 0; i < COUNT(sorts); i++) {
		text_put(t, i ? ", flow," : "flow,");
		text_put(t, sorts[i].name);
	}
}

const struct stat_kind kind_flow = {
	"flow", names, open_flow, frame, print, json, close_flow,
};

/* --- the drawing --- */

struct drawing {
	const struct flow *flow;
	struct text *t;
	struct text line; /* the row that is drawn */
	bool numbered;    /* there are several conversations, which have numbers */
	bool any;         /* a row was seen */
	uint32_t stream;  /* ... and this was the last one's */
};

/* Octets of the first n characters, or of all there are; *n says how many it were. */
static size_t first_characters(const char *p, size_t len, size_t *n)
{
	size_t i = 0, count = 0;

	while (i < len && count < *n) {
		i++;
		while (i < len && (p[i] & 0xc0) == 0x80)
			i++;
		count++;
	}
	*n = count;
	return i;
}

/*
 * Writes text over what is drawn from `at` on, at most `most` characters of it.  What reaches
 * behind the line's end moves what stood there to the right instead, as tshark's does.
 */
static void draw(struct text *line, size_t at, size_t most, const char *p, size_t len)
{
	size_t n = most, octets = first_characters(p, len, &n), rest, over;

	if (at > line->len)
		at = line->len;
	over = at + n <= line->len ? n : 0;
	rest = line->len - at - over;
	text_room(line, octets);
	memmove(line->p + at + octets, line->p + at + over, rest);
	memcpy(line->p + at, p, octets);
	line->len = at + octets + rest;
}

static void clear_line(struct drawing *d)
{
	d->line.len = 0;
	for (unsigned i = 0; i < flow_hosts(d->flow); i++)
		text_put(&d->line, "                   |");
}

static void put_line_start(struct drawing *d, const char *conversation, const char *time, size_t n)
{
	size_t start = d->t->len;

	if (d->numbered) {
		text_put(d->t, conversation);
		text_fill_to(d->t, start, 5);
	}
	text_char(d->t, '|');
	start = d->t->len;
	text_bytes(d->t, time, n);
	text_fill_to(d->t, start, 9);
	text_char(d->t, '|');
}

static void draw_port(struct drawing *d, size_t at, uint16_t port)
{
	char word[16];
	int n = snprintf(word, sizeof word, "(%u)", port);

	draw(&d->line, at, sizeof word, word, (size_t)n);
}

static void draw_arrow(struct drawing *d, const struct flow_row *row, uint32_t left, uint32_t right)
{
	bool back = row->src > row->dst;
	struct text arrow = {0};

	text_put(&arrow, back ? "<" : "");
	text_fill(&arrow, '-', (size_t)COLUMN * (right - left) - 2);
	text_put(&arrow, back ? "" : ">");
	clear_line(d);
	draw(&d->line, (size_t)left * COLUMN + MARGIN, SIZE_MAX, arrow.p, arrow.len);
	draw_port(d, (size_t)left * COLUMN, back ? row->dport : row->sport);
	draw_port(d, (size_t)right * COLUMN + MARGIN + 1, back ? row->sport : row->dport);
	text_close(&arrow);
}

static void see_stream(void *arg, const struct flow_row *row)
{
	struct drawing *d = arg;

	d->numbered |= d->any && row->stream != d->stream;
	d->any = true;
	d->stream = row->stream;
}

/* A line between conversations. */
static void print_rule(struct drawing *d, const struct flow_row *row)
{
	if (d->numbered && d->any && row->stream != d->stream) {
		text_fill(d->t, '-', (size_t)COLUMN * flow_hosts(d->flow) + 17);
		text_char(d->t, '\n');
	}
	d->any = true;
	d->stream = row->stream;
}

static void print_row(void *arg, const struct flow_row *row)
{
	struct drawing *d = arg;
	const char *text = flow_row_text(row);
	uint32_t left = row->src < row->dst ? row->src : row->dst;
	uint32_t right = row->src < row->dst ? row->dst : row->src;
	char number[16];

	if (left == right)
		right++;
	print_rule(d, row);
	snprintf(number, sizeof number, "%u", row->stream);
	put_line_start(d, number, text, row->time_len);
	clear_line(d);
	draw(&d->line, (size_t)left * COLUMN + MARGIN, (size_t)COLUMN * (right - left),
	     text + row->label_at, row->label_len);
	text_bytes(d->t, d->line.p, d->line.len);
	text_bytes(d->t, text + row->info_at, row->info_len);
	text_char(d->t, '\n');
	put_line_start(d, "", "", 0);
	draw_arrow(d, row, left, right);
	text_bytes(d->t, d->line.p, d->line.len);
	text_char(d->t, '\n');
}

/* The hosts' names, every other one a line lower. */
static void print_names(struct drawing *d)
{
	unsigned n = flow_hosts(d->flow);

	put_line_start(d, "Conv.", d->numbered ? " Time" : "Time", d->numbered ? 5 : 4);
	d->t->len--;
	for (unsigned i = 0; i < n; i += 2) {
		text_put(d->t, "| ");
		text_put(d->t, flow_host(d->flow, i));
		text_fill(d->t, ' ',
			  strlen(flow_host(d->flow, i)) < 38 ? 38 - strlen(flow_host(d->flow, i))
							     : 0);
	}
	text_put(d->t, "|\n");
	put_line_start(d, "", "", 0);
	text_fill(d->t, ' ', COLUMN - 1);
	for (unsigned i = 1; i < n; i += 2) {
		size_t start = d->t->len;

		text_put(d->t, "| ");
		text_put(d->t, flow_host(d->flow, i));
		text_fill_to(d->t, start, COLUMN);
		if (d->t->len == start + COLUMN)
			text_char(d->t, '|');
		text_fill_to(d->t, start, 2 * (size_t)COLUMN);
	}
	text_char(d->t, '\n');
}

void flow_print(const struct flow *f, struct text *t)
{
	struct drawing d = {.flow = f, .t = t};

	if (!flow_rows(f))
		return;
	flow_each(f, see_stream, &d);
	d.any = false;
	print_names(&d);
	flow_each(f, print_row, &d);
	text_close(&d.line);
}
