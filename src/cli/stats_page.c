/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel stats prints of an overview: one page. */
#include "cli/stats_page.h"
#include "core/marks.h"
#include "show/gate.h"
#include <inttypes.h>
#include <stdlib.h>

/* Characters: of what is on the left, of packets, bytes, the gap behind them, a stream's filter. */
enum { LEFT_WIDTH = 52, PACKETS_WIDTH = 10, BYTES_WIDTH = 12, GAP = 2, STREAM_WIDTH = 16 };

static void fill_to(struct text *t, size_t start, size_t width)
{
	size_t n = t->len - start;

	text_fill(t, ' ', n < width ? width - n : 1);
}

/* --- the head --- */

static void put_files(const struct page *p, struct text *t)
{
	for (unsigned i = 0; i < p->n_files; i++) {
		text_put(t, i ? "          " : "file      ");
		gate_string(t, strcmp(p->files[i], "-") ? p->files[i] : "standard input",
			    GATE_TEXT);
		text_char(t, '\n');
	}
}

static void put_rates(const struct overview *o, struct text *t)
{
	double seconds = (double)(o->end - o->begin) / NS_PER_SECOND;

	text_format(t, "packets   %" PRIu64 " of %" PRIu64 " bytes", o->frames, o->bytes);
	if (o->timed && seconds > 0)
		text_format(t, ": %.1f packets, %.1f bytes a second", (double)o->frames / seconds,
			    (double)o->bytes / seconds);
	text_char(t, '\n');
}

static void put_times(const struct overview *o, struct text *t)
{
	if (!o->timed)
		return;
	text_put(t, "times     ");
	text_time(t, o->begin, TIME_DATE, 6, true);
	text_put(t, " to ");
	text_time(t, o->end, TIME_DATE, 6, true);
	text_put(t, " (");
	text_seconds(t, o->end - o->begin, 6);
	text_put(t, " s)\n");
}

/* Packets over time, as high as the busiest moment. */
static void put_timeline(const struct page *p, struct text *t)
{
	static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	static const char *const plain[] = {" ", ".", ":", "-", "=", "+", "*", "%", "#"};
	const struct overview *o = p->overview;
	uint64_t most = 0;
	unsigned n = o->timed ? (unsigned)((o->end - o->begin) / o->moment) + 1 : 0;

	if (n < 2)
		return;
	for (unsigned i = 0; i < n; i++)
		most = o->moments[i] > most ? o->moments[i] : most;
	text_put(t, "rate      ");
	for (unsigned i = 0; i < n; i++) {
		uint64_t height = (8 * o->moments[i] + most - 1) / most;

		text_put(t, (p->utf8 ? blocks : plain)[height]);
	}
	text_format(t, " (a column is %.6g s, at most %" PRIu64 " packet%s)\n",
		    (double)o->moment / NS_PER_SECOND, most, plural(most));
}

/* --- lists --- */

static void put_heading(struct text *t, const char *what)
{
	size_t start;

	text_char(t, '\n');
	start = t->len;
	text_put(t, what);
	fill_to(t, start, LEFT_WIDTH);
	text_format(t, "%*s%*s  filter\n", PACKETS_WIDTH, "packets", BYTES_WIDTH, "bytes");
}

static void put_seen(struct text *t, size_t start, const struct seen *s)
{
	fill_to(t, start, LEFT_WIDTH);
	text_format(t, "%*" PRIu64 "%*" PRIu64, PACKETS_WIDTH, s->frames, BYTES_WIDTH, s->bytes);
	text_fill(t, ' ', GAP);
}

struct listing {
	const struct page *page;
	struct text *t;
	struct entry **list;
	uint32_t n;
	const char *path[64]; /* from the top of the hierarchy */
};

static void put_protocols(struct listing *l, uint64_t parent, unsigned level)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	if (level == COUNT(l->path))
		return;
	for (uint32_t i = first; i < first + count; i++) {
		const struct overview_stratum *s = entry_own(l->list[i]);
		struct text filter = {0};
		size_t start = l->t->len;
		struct seen seen;

		l->path[level] = s->name;
		overview_path_filter(l->page->overview, l->path, level + 1, &filter, &seen);
		text_fill(l->t, ' ', (size_t)2 * level);
		text_put(l->t, s->name);
		put_seen(l->t, start, &seen);
		text_put(l->t, text_string(&filter));
		text_char(l->t, '\n');
		text_close(&filter);
		put_protocols(l, l->list[i]->order, level + 1);
	}
}

static void put_hierarchy(const struct page *p, struct text *t)
{
	struct listing l = {.page = p, .t = t};

	l.list = tally_list(p->overview->strata, NULL, &l.n);
	if (l.n)
		put_heading(t, "protocols");
	put_protocols(&l, 0, 0);
	free(l.list);
}

/* Whether addresses of networks are among them: then those of links matter less. */
static bool is_shown(const struct talker *t, bool networks)
{
	return (t->field->kind == IPV4 || t->field->kind == IPV6) == networks;
}

static void put_talkers(const struct page *p, struct text *t)
{
	uint32_t n;
	uint64_t shown = 0;
	bool networks = false;
	struct entry **list = tally_list(p->overview->talkers, overview_by_bytes, &n);

	for (uint32_t i = 0; i < n; i++)
		networks = networks || is_shown(entry_own(list[i]), true);
	for (uint32_t i = 0; i < n && shown < p->top; i++) {
		struct talker *talker = entry_own(list[i]);
		size_t start;

		if (!is_shown(talker, networks))
			continue;
		if (!shown++)
			put_heading(t, "talkers");
		start = t->len;
		overview_talker_name(list[i], t);
		put_seen(t, start, &talker->seen);
		overview_talker_filter(list[i], t);
		text_char(t, '\n');
	}
	free(list);
}

/* What is known of a connection: its state in words, the time a packet takes there and back. */
static void put_state(const struct overview *o, struct text *t, const struct overview_conv *c)
{
	struct node n = {.field = o->state, .u = c->state};

	if (c->state != ABSENT && o->state && o->state->form) {
		text_put(t, "  ");
		o->state->form(t, NULL, &n);
	}
	if (c->rtt != ABSENT) {
		text_put(t, ", RTT ");
		text_seconds(t, (int64_t)c->rtt, 6);
		text_put(t, " s");
	}
}

static void put_conversations(const struct page *p, struct text *t)
{
	uint32_t n;
	struct entry **list = tally_list(p->overview->convs, overview_by_bytes, &n);

	if (n)
		put_heading(t, "conversations");
	for (uint32_t i = 0; i < n && i < p->top; i++) {
		const struct overview_conv *c = entry_own(list[i]);
		size_t start = t->len;

		text_put(t, c->proto->brief);
		text_char(t, ' ');
		text_socket(t, &c->ends.src);
		text_put(t, " > ");
		text_socket(t, &c->ends.dst);
		put_seen(t, start, &c->seen);
		start = t->len;
		overview_conv_filter(list[i], t);
		fill_to(t, start, STREAM_WIDTH);
		put_state(p->overview, t, c);
		while (t->p[t->len - 1] == ' ')
			t->len--;
		text_char(t, '\n');
	}
	if (n > p->top)
		text_format(t, "and %" PRIu64 " more\n", n - p->top);
	free(list);
}

static void put_notes(const struct page *p, struct text *t)
{
	const struct overview *o = p->overview;
	uint32_t n;
	struct entry **list = tally_list(o->notes, overview_by_gravity, &n);

	if (n || o->cut)
		put_heading(t, "trouble");
	for (uint32_t i = 0; i < n; i++) {
		const struct overview_note *note = entry_own(list[i]);
		const char *severity = word_for(&expert_severities, note->field->preset);
		size_t start = t->len;

		text_put(t, severity ? severity : "Note");
		text_put(t, ": ");
		text_put(t, note->field->label);
		put_seen(t, start, &note->seen);
		text_put(t, note->field->name);
		text_char(t, '\n');
	}
	if (o->cut) {
		size_t start = t->len;

		text_put(t, "Captured in part");
		fill_to(t, start, LEFT_WIDTH);
		text_format(t, "%*" PRIu64 "%*s  frame.cap_len < frame.len\n", PACKETS_WIDTH,
			    o->cut, BYTES, "");
	}
	free(list);
}

void page_print(const struct page *p, struct text *t)
{
	put_files(p, t);
	put_times(p->overview, t);
	put_rates(p->overview, t);
	put_timeline(p, t);
	put_hierarchy(p, t);
	put_talkers(p, t);
	put_conversations(p, t);
	put_notes(p, t);
}
