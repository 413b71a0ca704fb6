/* SPDX-License-Identifier: BSD-2-Clause */
/* Names counted in a tree, with how often and how densely they came. */
#include "stats/tree.h"
#include "show/gate.h"
#include <stdlib.h>
#include <string.h>

/* --- counting --- */

void tree_time(struct tree *t, int64_t now)
{
	if (!t->any)
		t->first = now;
	t->any = true;
	t->last = now;
}

/* The bucket of a time, counted from the run's first frame. */
static int64_t bucket_of(int64_t time)
{
	return time / BURST_BUCKET_NS - (time % BURST_BUCKET_NS < 0);
}

/* How many came in the window that ends in the newest bucket, and when it began. */
static uint32_t in_window(const struct burst *b, int64_t *start)
{
	int64_t oldest = INT64_MAX;
	uint32_t n = 0;

	for (unsigned i = 0; i < BURST_BUCKETS; i++) {
		if (!b->n[i] || bucket_of(b->start[i]) <= b->newest - BURST_BUCKETS)
			continue;
		n += b->n[i];
		oldest = b->start[i] < oldest ? b->start[i] : oldest;
	}
	*start = oldest;
	if (b->newest < BURST_BUCKETS && oldest >= 0)
		*start = 0; /* the run's beginning is as good as a packet's time */
	return n;
}

static void burst_count(struct burst *b, int64_t now)
{
	int64_t bucket = bucket_of(now), start;
	unsigned i = (unsigned)(((bucket % BURST_BUCKETS) + BURST_BUCKETS) % BURST_BUCKETS);
	uint32_t n;

	if (bucket <= b->newest - BURST_BUCKETS)
		return; /* too late to count */
	if (bucket > b->newest)
		b->newest = bucket;
	if (b->n[i] && bucket_of(b->start[i]) == bucket) {
		b->n[i]++;
		if (now < b->start[i])
			b->start[i] = now;
	} else {
		b->start[i] = now;
		b->n[i] = 1;
	}
	n = in_window(b, &start);
	if (n > b->most) {
		b->most = n;
		b->most_start = start;
	}
}

uint64_t tree_add(struct tree *t, uint64_t parent, const char *name)
{
	return tally_get(t->tally, parent, name, (uint32_t)strlen(name))->order;
}

uint64_t tree_count(struct tree *t, uint64_t parent, const char *name, size_t len, int64_t now,
		    uint64_t value)
{
	struct entry *e = tally_get(t->tally, parent, name, (uint32_t)len);
	struct twig *twig = entry_own(e);

	if (!twig->count || value < twig->least)
		twig->least = value;
	if (value > twig->most)
		twig->most = value;
	twig->count++;
	twig->sum += value;
	burst_count(&twig->burst, now);
	return e->order;
}

/* --- out --- */

#define COLUMN 14
#define COLUMNS 8

struct listing {
	struct out *out; /* NULL: it goes elsewhere */
	struct text *t;  /* out->text, or that */
	const struct tree *tree;
	struct entry **list;
	uint32_t n;
	size_t width; /* of the names */
};

/* The most first; where there are as many, backwards by name. */
static int by_count(struct entry *x, struct entry *y)
{
	const struct twig *a = entry_own(x), *b = entry_own(y);
	uint32_t n = x->len < y->len ? x->len : y->len;
	int order;

	if (a->count != b->count)
		return (a->count < b->count) - (a->count > b->count);
	order = memcmp(entry_key(y), entry_key(x), n);
	return order ? order : (x->len < y->len) - (x->len > y->len);
}

/* The longest name, with its indentation. */
static size_t longest(const struct listing *l, uint64_t parent, size_t level)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);
	size_t most = 0;

	for (uint32_t i = first; i < first + count; i++) {
		size_t own = l->list[i]->len + level;
		size_t below = longest(l, l->list[i]->order, level + 1);

		own = below > own ? below : own;
		most = own > most ? own : most;
	}
	return most;
}

static void column(struct text *t, const char *format, double v)
{
	size_t start = t->len;

	text_format(t, format, v);
	text_fill_to(t, start, COLUMN);
}

static void blank(struct text *t, const char *words)
{
	size_t start = t->len;

	text_put(t, words);
	text_fill_to(t, start, COLUMN);
}

static void put_values(struct text *t, const struct tree *tree, const struct twig *w, bool top)
{
	if (!tree->averages || (top && !w->count)) {
		text_fill(t, ' ', (size_t)3 * COLUMN);
	} else if (!w->count) {
		blank(t, "-");
		blank(t, "-");
		blank(t, "-");
	} else {
		/* in single precision, as tshark does */
		column(t, "%.2f", (double)((float)w->sum / (float)w->count));
		column(t, "%.0f", (double)w->least);
		column(t, "%.0f", (double)w->most);
	}
}

static void put_twig(struct listing *l, const struct twig *w, const struct twig *parent)
{
	struct text *t = l->t;
	size_t start;
	double ms = (double)(l->tree->last - l->tree->first) / 1e6;

	column(t, "%.0f", (double)w->count);
	put_values(t, l->tree, w, !parent);
	if (ms != 0)
		column(t, "%.4f", (double)w->count / ms);
	else
		blank(t, "");
	if (!parent)
		blank(t, "100%");
	else if (parent->count)
		column(t, "%.2f%%", 100.0 * (double)w->count / (double)parent->count);
	else
		blank(t, "");
	if (w->burst.most) {
		column(t, "%.4f", (double)w->burst.most / BURST_WINDOW_MS);
		start = t->len;
		text_format(t, "%.3f", (double)w->burst.most_start / NS_PER_SECOND);
	} else {
		blank(t, "-");
		start = t->len;
		text_char(t, '-');
	}
	text_fill_to(t, start, COLUMN - 1);
	text_char(t, '\n');
}

static void put_below(struct listing *l, uint64_t parent, const struct twig *above, size_t level)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	for (uint32_t i = first; i < first + count && out_frame_done(l->out); i++) {
		size_t start = l->t->len;

		text_fill(l->t, ' ', level);
		gate(l->t, entry_key(l->list[i]), l->list[i]->len, GATE_TEXT);
		text_fill_to(l->t, start, l->width);
		put_twig(l, entry_own(l->list[i]), above);
		put_below(l, l->list[i]->order, entry_own(l->list[i]), level + 1);
	}
}

void tree_print(const struct tree *tree, struct out *out)
{
	static const char *const titles[COLUMNS] = {"Count",      "Average",    "Min Val",
						    "Max Val",    "Rate (ms)",  "Percent",
						    "Burst Rate", "Burst Start"};
	const char *slash = strchr(tree->title, '/');
	const char *what = slash ? slash + 1 : tree->title;
	struct text *t = &out->text;
	struct listing l = {.out = out, .t = t, .tree = tree};
	size_t start, width;

	l.list = tally_list(tree->tally, tree->as_made ? NULL : by_count, &l.n);
	l.width = longest(&l, 0, 0);
	if (strlen(what) > l.width + 1) /* room for it, one level up */
		l.width = strlen(what) - 1;
	l.width += 2;
	width = l.width + COLUMNS * COLUMN - 1;
	text_char(t, '\n');
	text_fill(t, '=', width);
	text_char(t, '\n');
	text_put(t, tree->title);
	text_put(t, ":\n");
	start = t->len;
	text_put(t, "Topic / Item");
	text_fill_to(t, start, l.width);
	for (unsigned i = 0; i < COLUMNS; i++)
		blank(t, titles[i]);
	t->len--;
	text_char(t, '\n');
	text_fill(t, '-', width);
	text_char(t, '\n');
	put_below(&l, 0, NULL, 0);
	free(l.list);
	text_char(t, '\n');
	text_fill(t, '-', width);
	text_char(t, '\n');
}

static void json_below(struct listing *l, uint64_t parent)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	text_char(l->t, '[');
	for (uint32_t i = first; i < first + count; i++) {
		const struct entry *e = l->list[i];
		const struct twig *w = entry_own(l->list[i]);

		text_put(l->t, i > first ? ",{\"item\":\"" : "{\"item\":\"");
		gate(l->t, entry_key(e), e->len, GATE_JSON);
		text_char(l->t, '"');
		json_u64(l->t, "count", w->count);
		if (l->tree->averages && w->count) {
			json_u64(l->t, "sum", w->sum);
			json_u64(l->t, "min", w->least);
			json_u64(l->t, "max", w->most);
		}
		json_u64(l->t, "burst", w->burst.most);
		json_i64(l->t, "burst_start", w->burst.most_start);
		text_put(l->t, ",\"inside\":");
		json_below(l, e->order);
		text_char(l->t, '}');
	}
	text_char(l->t, ']');
}

void tree_json(const struct tree *tree, struct text *t)
{
	struct listing l = {.t = t, .tree = tree};

	json_i64(t, "duration", tree->last - tree->first);
	text_put(t, ",\"rows\":");
	l.list = tally_list(tree->tally, tree->as_made ? NULL : by_count, &l.n);
	json_below(&l, 0);
	free(l.list);
}
