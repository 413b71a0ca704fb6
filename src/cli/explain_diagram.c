/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: a header drawn from its table as RFCs do, 32 bits a line. */
#include "cli/explain.h"
#include "core/arena.h"
#include "core/session.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define LINE 32              /* bits */
#define MOST_LINES 20        /* of a drawing; longer headers are cut there */
#define WIDTH (2 * LINE + 1) /* characters of a line */
#define MOST_ROWS 4          /* of text in a box */

/* A stretch of the header that bears one label. */
struct box {
	uint32_t from, to; /* bits; `to` is behind the last */
	unsigned row;      /* the field; with `by`: the row whose value says what stands there */
	bool by;           /* several fields share the place */
	bool gap;          /* nobody's */
};

struct diagram {
	const struct session *s;
	const struct proto *p;
	struct box *boxes; /* one behind the other without gaps */
	unsigned n;
	uint32_t bits; /* of all of them */
};

/* What a box says, in lines. */
struct label {
	char rows[MOST_ROWS][WIDTH];
	unsigned n;
};

/* --- which rows get a box --- */

static bool is_seen(const struct field *f)
{
	return f->kind != PROTO && f->kind != HEADING && !(f->traits & (HIDDEN | NOTE));
}

/* Whether some row below this one has the bit, but not all of its place. */
static bool has_part_at(const struct diagram *d, unsigned row, uint32_t bit)
{
	const struct field *f = d->p->fields;

	for (unsigned i = row + 1; i < d->p->n_fields; i++) {
		struct place part;

		if (f[i].under == row && is_seen(&f[i]) && f[i].bits < f[row].bits &&
		    place_of(d->s, d->p, i, &part) && bit >= part.from && bit < part.to)
			return true;
	}
	return false;
}

/* An umbrella gives way to its parts when these leave no bit of it over. */
static bool gives_way(const struct diagram *d, unsigned row)
{
	struct place place;

	if (!place_of(d->s, d->p, row, &place))
		return true;
	for (uint32_t bit = place.from; bit < place.to; bit++)
		if (!has_part_at(d, row, bit))
			return false;
	return true;
}

static bool stands_in_umbrella(const struct diagram *d, unsigned row)
{
	for (unsigned up = d->p->fields[row].under; up; up = d->p->fields[up].under)
		if (is_seen(&d->p->fields[up]) && !gives_way(d, up))
			return true;
	return false;
}

/* The row of the header that decides whether this one is there; 0: it always is. */
static unsigned decided_by(const struct diagram *d, unsigned row)
{
	for (const struct when *w = d->p->fields[row].when; w; w = w->also)
		if (!(d->p->fields[w->row].traits & STATE))
			return w->row;
	return 0;
}

static bool takes_box(const struct diagram *d, unsigned row, struct place *place)
{
	if (!is_seen(&d->p->fields[row]) || !place_of(d->s, d->p, row, place))
		return false;
	if (place->to > MOST_LINES * LINE ||
	    (decided_by(d, row) && place->from >= 8u * d->p->fixed))
		return false;
	return !gives_way(d, row) && !stands_in_umbrella(d, row);
}

static int by_place(const void *a, const void *b)
{
	const struct box *x = a, *y = b;

	return x->from != y->from ? (x->from > y->from) - (x->from < y->from)
				  : (x->row > y->row) - (x->row < y->row);
}

static unsigned collect(const struct diagram *d, struct box *boxes)
{
	unsigned n = 0;

	for (unsigned row = 1; row < d->p->n_fields; row++) {
		struct place place;

		if (takes_box(d, row, &place))
			boxes[n++] = (struct box){.from = place.from, .to = place.to, .row = row};
	}
	qsort(boxes, n, sizeof *boxes, by_place);
	return n;
}

static void add_box(struct diagram *d, struct box box)
{
	if (box.from > d->bits)
		d->boxes[d->n++] = (struct box){.from = d->bits, .to = box.from, .gap = true};
	d->boxes[d->n++] = box;
	d->bits = box.to;
}

/* The box of rows that overlap: the first one's, or nobody's when another row decides. */
static struct box share(const struct diagram *d, const struct box *boxes, unsigned n, bool *drawn)
{
	struct box box = boxes[0];

	for (unsigned i = 0; n > 1 && i < n && !box.by; i++)
		if (decided_by(d, boxes[i].row))
			box = (struct box){boxes[0].from, boxes[0].to, decided_by(d, boxes[i].row),
					   .by = true};
	for (unsigned i = 0; box.by && i < n; i++)
		if (boxes[i].to > box.to)
			box.to = boxes[i].to;
	if (!box.by)
		drawn[box.row] = true;
	return box;
}

static void choose(struct diagram *d, bool *drawn)
{
	struct box *all = need(d->p->n_fields * sizeof *all);
	unsigned n = collect(d, all), next;

	d->boxes = need(2 * ((size_t)n + 1) * sizeof *d->boxes);
	for (unsigned i = 0; i < n; i = next) {
		uint32_t end = all[i].to;

		for (next = i + 1; next < n && all[next].from < end; next++)
			if (all[next].to > end)
				end = all[next].to;
		add_box(d, share(d, all + i, next - i, drawn));
	}
	for (unsigned row = 1; row < d->p->n_fields; row++)
		if (d->n && d->p->fields[row].bits && gives_way(d, row))
			drawn[row] = true;
	free(all);
}

/* --- labels --- */

/*
 * Breaks words into lines of at most `width` characters, without what stands in brackets
 * behind them; false when they don't fit.
 */
static bool wrap(struct label *l, const char *s, unsigned width)
{
	const char *bracket = strstr(s, " (");
	size_t left = bracket ? (size_t)(bracket - s) : strlen(s);

	*l = (struct label){.n = 0};
	while (left) {
		size_t fits = 0;

		for (size_t i = 1; i <= left && i <= width; i++)
			if (i == left || s[i] == ' ')
				fits = i;
		if (!fits || l->n == MOST_ROWS - 1)
			return false;
		memcpy(l->rows[l->n++], s, fits);
		fits += fits < left; /* the blank */
		s += fits;
		left -= fits;
	}
	return true;
}

/* "push" is PSH: what is longer than a box is wide loses its vowels, then its end. */
static void shorten(char *to, const char *name, unsigned width)
{
	const char *last = strrchr(name, '.');
	unsigned n = 0;

	name = last ? last + 1 : name;
	for (unsigned i = 0; name[i] && n < width; i++)
		if (!i || strlen(name) <= width || !strchr("aeiou_", name[i]))
			to[n++] = (char)toupper((unsigned char)name[i]);
	to[n] = '\0';
}

static void label_of(const struct diagram *d, const struct box *b, unsigned width, struct label *l)
{
	const struct field *f = &d->p->fields[b->row];
	char text[WIDTH + 4];

	*l = (struct label){.n = 1};
	if (b->gap)
		return;
	if (b->by) {
		memcpy(text, "by ", 4);
		strncat(text, f->label, WIDTH - 3);
		if (!wrap(l, text, width))
			*l = (struct label){.rows = {"?"}, .n = 1};
		return;
	}
	if (width > 1 && wrap(l, f->label, width))
		return;
	*l = (struct label){.n = 1};
	shorten(width > 1 ? l->rows[0] : text, f->name, width > 1 ? width : MOST_ROWS - 1);
	for (unsigned i = 0; width == 1 && text[i]; i++) {
		l->rows[i][0] = text[i];
		l->n = i + 1;
	}
}

/* --- where a label stands --- */

/* The box of a bit; NULL behind the last. */
static const struct box *box_at(const struct diagram *d, uint32_t bit)
{
	for (unsigned i = 0; i < d->n; i++)
		if (bit < d->boxes[i].to)
			return &d->boxes[i];
	return NULL;
}

/*
 * Twice the line in whose part of the box the label stands, or one more: on the
 * ruler below that line.  It is in the middle of the whole lines, if there are any.
 */
static uint32_t label_at(const struct box *b)
{
	uint32_t first = (b->from + LINE - 1) / LINE, end = b->to / LINE, line = b->from / LINE;

	if (end > first)
		return 2 * first + (end - first) - 1;
	if (b->to > (line + 1) * LINE && b->to - (line + 1) * LINE > (line + 1) * LINE - b->from)
		line++;
	return 2 * line;
}

/* --- drawing --- */

static void put_in_middle(char *to, unsigned width, const char *words)
{
	size_t n = strlen(words);

	for (size_t i = 0; i < n && n <= width; i++)
		to[(width - n) / 2 + i] = words[i];
}

static void put_row(struct text *t, const char *row, unsigned n)
{
	text_put(t, "   ");
	text_bytes(t, row, n);
	text_char(t, '\n');
}

/* The ruler above a line (and below the one before it), open where a box goes on. */
static void draw_ruler(struct text *t, const struct diagram *d, uint32_t line)
{
	char row[WIDTH + 1];
	unsigned n = 0;

	memset(row, '+', sizeof row);
	for (uint32_t i = 0; i < LINE; i++) {
		const struct box *below = box_at(d, line * LINE + i);
		const struct box *above = line ? box_at(d, line * LINE + i - LINE) : NULL;
		bool open = below && below == above;

		if (!above && !below)
			break;
		row[2 * i + 1] = open ? ' ' : '-';
		if (i && open && row[2 * i - 1] == ' ')
			row[2 * i] = ' ';
		n = 2 * i + 3;
		if (open && i + 1 == LINE && label_at(below) == 2 * line - 1) {
			struct label l;

			label_of(d, below, WIDTH - 2, &l);
			put_in_middle(row + 1, WIDTH - 2, l.rows[0]);
		}
	}
	put_row(t, row, n);
}

/* A box's part of a line: its octets' rows of text, and how many there are. */
static unsigned draw_part(const struct diagram *d, uint32_t line, uint32_t *bit,
			  char rows[MOST_ROWS][WIDTH], unsigned height)
{
	const struct box *b = box_at(d, *bit);
	uint32_t end = b->to < (line + 1) * LINE ? b->to : (line + 1) * LINE;
	unsigned width = 2 * (end - *bit) - 1, at = 2 * (*bit - line * LINE) + 1;
	struct label l = {.n = 1};

	if (label_at(b) == 2 * line)
		label_of(d, b, width, &l);
	for (unsigned i = 0; i < l.n && height; i++)
		put_in_middle(rows[i + (height - l.n) / 2] + at, width, l.rows[i]);
	for (unsigned i = 0; i < height; i++)
		rows[i][at + width] = '|';
	*bit = end;
	return l.n;
}

static void draw_line(struct text *t, const struct diagram *d, uint32_t line)
{
	uint32_t end = d->bits < (line + 1) * LINE ? d->bits : (line + 1) * LINE;
	char rows[MOST_ROWS][WIDTH];
	unsigned height = 1;

	for (uint32_t bit = line * LINE; bit < end;) {
		unsigned n = draw_part(d, line, &bit, rows, 0);

		height = n > height ? n : height;
	}
	for (unsigned i = 0; i < height; i++) {
		memset(rows[i], ' ', WIDTH);
		rows[i][0] = '|';
	}
	for (uint32_t bit = line * LINE; bit < end;)
		draw_part(d, line, &bit, rows, height);
	for (unsigned i = 0; i < height; i++)
		put_row(t, rows[i], 2 * (end - line * LINE) + 1);
}

static void draw_scale(struct text *t)
{
	text_put(t, "    0                   1                   2                   3\n   ");
	for (unsigned i = 0; i < LINE; i++)
		text_format(t, " %u", i % 10);
	text_char(t, '\n');
}

void draw_header(struct text *t, const struct session *s, const struct proto *p, bool *drawn)
{
	struct diagram d = {.s = s, .p = p};
	uint32_t lines;

	choose(&d, drawn);
	lines = (d.bits + LINE - 1) / LINE;
	if (lines)
		draw_scale(t);
	for (uint32_t line = 0; line < lines; line++) {
		draw_ruler(t, &d, line);
		draw_line(t, &d, line);
	}
	if (lines)
		draw_ruler(t, &d, lines);
	free(d.boxes);
}
