/* SPDX-License-Identifier: BSD-2-Clause */
/* The drawing of peel ladder: a column for each host, an arrow for each packet. */
#include "cli/ladder.h"
#include "core/arena.h"
#include "show/color.h"
#include <stdlib.h>

/* Characters between two columns, at least; and on both sides of an arrow's words. */
#define GAP 12
#define ROOM 6
#define SHORTEST 5

enum mark { LINE, DASH, TO_RIGHT, TO_LEFT, FROM_LEFT, FROM_RIGHT, ITSELF, CUT };

/* In UTF-8 and in ASCII: as characters' numbers. */
static const uint32_t marks[][2] = {
	[LINE] = {0x2502, '|'},    [DASH] = {0x2500, '-'},      [TO_RIGHT] = {0x25b6, '>'},
	[TO_LEFT] = {0x25c0, '<'}, [FROM_LEFT] = {0x251c, '|'}, [FROM_RIGHT] = {0x2524, '|'},
	[ITSELF] = {0x25cf, '*'},  [CUT] = {0x2026, '~'},
};

struct drawing {
	const struct ladder *ladder;
	struct text *t;
	unsigned margin;  /* characters before the first column's room */
	unsigned columns; /* hosts that have one, and one for all others where there are any */
	bool shared;      /* the last one is all others' */
	unsigned time;    /* characters that times take */
	uint32_t *cells;  /* the line: a character each */
};

static uint32_t mark(const struct drawing *d, enum mark m)
{
	return marks[m][!d->ladder->utf8];
}

/* Where a column is. */
static unsigned place(const struct drawing *d, unsigned i)
{
	unsigned room = d->ladder->width - d->margin - 2 * SHORTEST;

	return d->margin + SHORTEST + (d->columns > 1 ? room * i / (d->columns - 1) : 0);
}

static unsigned column_of(const struct drawing *d, uint32_t host)
{
	return host < d->columns ? host : d->columns - 1;
}

/* --- a line --- */

static void clear_line(struct drawing *d, bool lines)
{
	for (unsigned i = 0; i < d->ladder->width; i++)
		d->cells[i] = ' ';
	for (unsigned i = 0; lines && i < d->columns; i++)
		d->cells[place(d, i)] = mark(d, LINE);
}

static void put_character(struct text *t, uint32_t c)
{
	if (c < 0x80) {
		text_char(t, (char)c);
	} else if (c < 0x800) {
		text_char(t, (char)(0xc0 | c >> 6));
		text_char(t, (char)(0x80 | (c & 0x3f)));
	} else {
		if (c >= 0x10000)
			text_char(t, (char)(0xf0 | c >> 18));
		text_char(t, (char)(c >= 0x10000 ? 0x80 | (c >> 12 & 0x3f) : 0xe0 | c >> 12));
		text_char(t, (char)(0x80 | (c >> 6 & 0x3f)));
		text_char(t, (char)(0x80 | (c & 0x3f)));
	}
}

/* Writes the line without the blanks at its end. */
static void end_line(struct drawing *d)
{
	unsigned n = d->ladder->width;

	while (n && d->cells[n - 1] == ' ')
		n--;
	for (unsigned i = 0; i < n; i++)
		put_character(d->t, d->cells[i]);
	text_char(d->t, '\n');
}

/* The next character, as it is shown. */
static uint32_t take_character(const struct drawing *d, const char **p, const char *end)
{
	uint32_t c;
	unsigned n = utf8_take((const uint8_t *)*p, (size_t)(end - *p), &c);

	if (!n) {
		++*p;
		return '?';
	}
	*p += n;
	if (d->ladder->utf8 || c < 0x80)
		return c;
	return c == 0x2192 ? '>' : '?';
}

static unsigned count(const struct drawing *d, const char *p, size_t len)
{
	const char *end = p + len;
	unsigned n = 0;

	for (; p < end; n++)
		take_character(d, &p, end);
	return n;
}

/* Words at a place, at most so many characters: what is left out shows as a mark. */
static void put_words(struct drawing *d, unsigned at, unsigned most, const char *p, size_t len)
{
	const char *end = p + len;
	bool fits = count(d, p, len) <= most;

	for (unsigned i = 0; i < most && p < end; i++) {
		uint32_t c = take_character(d, &p, end);

		d->cells[at + i] = fits || i + 1 < most ? c : mark(d, CUT);
	}
}

/* --- rows --- */

static void put_start(struct drawing *d, const struct flow_row *row)
{
	char number[24];
	struct text n = {0};

	text_u64_padded(&n, row->frame, 6, ' ');
	memcpy(number, n.p, n.len < sizeof number ? n.len : sizeof number);
	put_words(d, 0, 7, number, n.len);
	text_close(&n);
	put_words(d, row->time_len < d->time ? 8 + d->time - row->time_len : 8, d->time,
		  flow_row_text(row), row->time_len);
}

static void draw_arrow(struct drawing *d, unsigned from, unsigned to)
{
	unsigned left = from < to ? from : to, right = from < to ? to : from;

	if (from == to) {
		d->cells[from] = mark(d, ITSELF);
		return;
	}
	for (unsigned i = left + 1; i < right; i++)
		d->cells[i] = mark(d, DASH);
	d->cells[from] = mark(d, from < to ? FROM_LEFT : FROM_RIGHT);
	d->cells[from < to ? to - 1 : to + 1] = mark(d, from < to ? TO_RIGHT : TO_LEFT);
}

/* The words in the arrow's middle, a blank on both sides. */
static void put_inside(struct drawing *d, unsigned left, unsigned right, unsigned n,
		       const char *words, size_t len)
{
	unsigned at = left + (right - left - n) / 2 + 1;

	d->cells[at - 1] = d->cells[at + n] = ' ';
	put_words(d, at, n, words, len);
}

/* The words on a line of their own, above an arrow that is too short for them. */
static void put_above(struct drawing *d, const struct flow_row *row, unsigned left, unsigned n,
		      const char *words, size_t len)
{
	unsigned end = d->ladder->width, first = d->margin;
	unsigned at = left + 2 + n <= end ? left + 2 : n < end - first ? end - n : first;

	clear_line(d, true);
	put_start(d, row);
	put_words(d, at, end - at, words, len);
	end_line(d);
	clear_line(d, true);
}

static void print_row(void *arg, const struct flow_row *row)
{
	struct drawing *d = arg;
	const char *text = flow_row_text(row), *words = text + row->label_at;
	unsigned from = place(d, column_of(d, row->src)), to = place(d, column_of(d, row->dst));
	unsigned left = from < to ? from : to, right = from < to ? to : from;
	unsigned n = count(d, words, row->label_len);
	bool inside = n + ROOM <= right - left;

	text_bytes(d->t, text + row->time_len, row->paint_len);
	clear_line(d, true);
	if (inside)
		put_start(d, row);
	else
		put_above(d, row, left, n, words, row->label_len);
	draw_arrow(d, from, to);
	if (inside)
		put_inside(d, left, right, n, words, row->label_len);
	end_line(d);
	if (row->paint_len) {
		d->t->len--;
		color_end(d->t);
		text_char(d->t, '\n');
	}
}

/* --- the hosts' names --- */

/* A column's name around its place, or where it has room; gives where it ends. */
static unsigned put_name(struct drawing *d, unsigned i)
{
	const char *name =
		d->shared && i == d->columns - 1 ? "others" : flow_host(d->ladder->flow, i);
	unsigned n = (unsigned)strlen(name), end = d->ladder->width, at = place(d, i);

	at = at > n / 2 ? at - n / 2 : 0;
	if (at + n > end)
		at = end > n ? end - n : 0;
	put_words(d, at, end - at, name, strlen(name));
	return at + n;
}

static unsigned name_begins(const struct drawing *d, unsigned i)
{
	unsigned n = (unsigned)strlen(flow_host(d->ladder->flow, i)), at = place(d, i);

	at = at > n / 2 ? at - n / 2 : 0;
	return at + n > d->ladder->width && d->ladder->width > n ? d->ladder->width - n : at;
}

/* As many lines as it takes for names not to touch. */
static void print_names(struct drawing *d)
{
	bool done[FLOW_HOSTS + 1] = {false};

	for (unsigned left = d->columns; left;) {
		unsigned end = 0;

		clear_line(d, false);
		for (unsigned i = 0; i < d->columns; i++) {
			if (done[i]) {
				d->cells[place(d, i)] = mark(d, LINE);
				continue;
			}
			if (end && name_begins(d, i) <= end)
				continue;
			end = put_name(d, i);
			done[i] = true;
			left--;
		}
		end_line(d);
	}
}

/* --- all --- */

static void see_time(void *arg, const struct flow_row *row)
{
	struct drawing *d = arg;

	if (row->time_len > d->time)
		d->time = row->time_len < 30 ? row->time_len : 30;
}

unsigned ladder_print(const struct ladder *l, struct text *t)
{
	struct drawing d = {.ladder = l, .t = t};
	unsigned n = flow_hosts(l->flow), most;

	if (!n)
		return 0;
	flow_each(l->flow, see_time, &d);
	d.margin = 8 + d.time + 2;
	most = (l->width - d.margin - 2 * SHORTEST) / GAP + 1;
	d.shared = n > most || flow_beyond(l->flow);
	d.columns = !d.shared ? n : n + 1 < most ? n + 1 : most;
	d.cells = need(l->width * sizeof *d.cells);
	print_names(&d);
	flow_each(l->flow, print_row, &d);
	free(d.cells);
	return d.shared ? d.columns - 1 : d.columns;
}
