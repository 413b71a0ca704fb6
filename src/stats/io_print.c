/* SPDX-License-Identifier: BSD-2-Clause */
/* io,stat as a table, and as JSON. */
#include "config.h"

#include "core/arena.h"
#include "show/gate.h"
#include "stats/io.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line of words is broken behind so many characters. */
#define WORDS_WIDTH 91
#define US UINT64_C(1000000)
/* Digits of seconds that columns have room for. */
#define MAX_DIGITS 5
/* Characters of a line, at least, when the whole run is one interval. */
#define WHOLE_BOX 35

struct table {
	struct out *out;
	struct text *t; /* out->text */
	const struct io_stat *io;
	struct entry **list;
	uint32_t n;
	uint64_t duration;          /* microseconds; as it is shown */
	uint64_t interval, rows;    /* microseconds; intervals */
	unsigned digits, precision; /* of seconds, before and behind the point */
	unsigned *widths;           /* two a column: frames and bytes, or a value and 0 */
	size_t label, inner, box;   /* characters: of "0 <> 1", of the columns, of the whole line */
};

/* --- values --- */

static bool is_fraction(const struct io_column *c)
{
	return c->function > IO_COUNT && (c->values == IO_TIME || c->values == IO_FLOAT);
}

static void put_value(struct text *t, const struct io_column *c, const struct io_cell *cell)
{
	union io_value v = io_result(c, cell);

	if (is_fraction(c) && c->values == IO_FLOAT)
		text_format(t, "%f", v.d);
	else if (is_fraction(c))
		text_seconds(t, v.i + (v.i < 0 ? -500 : 500), 6);
	else if (c->function > IO_COUNT && c->values == IO_SIGNED)
		text_i64(t, v.i);
	else
		text_u64(t, v.u);
}

static unsigned digits_of(uint64_t v)
{
	unsigned n = 1;

	for (; v >= 10; v /= 10)
		n++;
	return n;
}

/* --- measuring --- */

static void widen(unsigned *width, size_t to)
{
	if (to > *width)
		*width = (unsigned)to;
}

static void measure_cell(struct table *b, unsigned i, const struct io_cell *cell)
{
	const struct io_column *c = &b->io->columns[i];
	struct text t = {0};

	/* tshark makes room for the sum of times, in whole seconds, behind an average */
	if (cell && c->function == IO_AVG && c->values == IO_TIME)
		text_seconds(&t, (cell->sum.i + NS_PER_SECOND / 2) / NS_PER_SECOND * NS_PER_SECOND,
			     6);
	else
		put_value(&t, c, cell);
	widen(&b->widths[(size_t)2 * i], t.len);
	text_close(&t);
	if (cell && c->function == IO_FRAMES)
		widen(&b->widths[2 * i + 1], digits_of(cell->bytes));
}

static void measure_columns(struct table *b)
{
	b->widths = need_zero((size_t)2 * b->io->n, sizeof *b->widths);
	b->inner = b->label + 3;
	for (unsigned i = 0; i < b->io->n; i++) {
		const struct io_column *c = &b->io->columns[i];
		unsigned *w = &b->widths[(size_t)2 * i];

		w[0] = c->function == IO_FRAMES ? 6
						: (unsigned)strlen(io_function_names[c->function]);
		w[1] = c->function == IO_FRAMES ? 5 : 0;
		measure_cell(b, i, NULL);
		for (uint32_t k = 0; k < b->n; k++)
			measure_cell(b, i, (struct io_cell *)entry_own(b->list[k]) + i);
		b->inner += w[0] + 3 + (w[1] ? w[1] + 3 : 0);
	}
}

/* How times are written: as exactly as the interval is, or as the run's length deserves. */
static void measure_times(struct table *b, uint64_t duration)
{
	uint64_t unit = US;

	b->interval = b->io->interval;
	if (!b->interval || b->interval >= duration) {
		b->precision = duration + 500 < 10 * US ? 3 : 1;
		b->rows = duration > 0; /* where no time passes there are no intervals */
	} else {
		for (uint64_t rest = b->interval % US; rest; rest = rest * 10 % US)
			b->precision++;
		b->rows = (duration + b->interval - 1) / b->interval;
	}
	for (unsigned i = 0; i < b->precision; i++)
		unit /= 10;
	b->duration = b->precision ? (duration + (unit - 1) / 2) / unit * unit : duration;
	if (b->rows <= 1)
		b->interval = b->duration;
	b->digits = digits_of(duration / US);
	if (b->digits > MAX_DIGITS)
		b->digits = MAX_DIGITS;
	b->label = 2 * (b->digits + (b->precision ? b->precision + 1 : 0)) + 4;
	if (b->label < strlen("Interval"))
		b->label = strlen("Interval");
}

/* --- lines --- */

static void put_time(const struct table *b, uint64_t us)
{
	char digits[8];

	text_format(b->t, "%*" PRIu64, (int)b->digits, us / US);
	if (!b->precision)
		return;
	snprintf(digits, sizeof digits, "%06u", (unsigned)(us % US));
	text_char(b->t, '.');
	text_bytes(b->t, digits, b->precision);
}

/* Blanks up to the box's right side, and the side. */
static void end_line(const struct table *b, size_t start)
{
	text_fill_to(b->t, start, b->box - 1);
	text_put(b->t, "|\n");
}

static void put_line(const struct table *b, const char *words)
{
	size_t start = b->t->len;

	text_put(b->t, words);
	end_line(b, start);
}

/* A line of the table proper, which may be narrower than the box. */
static void end_row(const struct table *b, size_t start)
{
	if (b->box > b->inner + 1)
		text_char(b->t, '|');
	end_line(b, start);
}

static void put_ruler(const struct table *b, char side, char c, size_t width)
{
	size_t start = b->t->len;

	text_char(b->t, side);
	text_fill(b->t, c, width - 2);
	text_char(b->t, side);
	if (width < b->box)
		end_line(b, start);
	else
		text_char(b->t, '\n');
}

/* What fits of the words on a line: up to their end, or to a blank. */
static size_t fitting(const char *words)
{
	size_t n = strlen(words);

	if (n <= WORDS_WIDTH)
		return n;
	for (n = WORDS_WIDTH; n && words[n] != ' ';)
		n--;
	return n ? n : WORDS_WIDTH;
}

static size_t words_width(const struct io_column *c)
{
	size_t most = 0;

	for (const char *s = c->text; *s;) {
		size_t n = fitting(s);

		most = n > most ? n : most;
		s += n;
		s += *s == ' ';
	}
	return most;
}

static void put_words(const struct table *b, unsigned i)
{
	const char *s = b->io->columns[i].text;
	size_t start = b->t->len;

	text_format(b->t, i ? "|     %u: " : "| Col %u: ", i + 1);
	if (!*s)
		text_put(b->t, "Frames and bytes");
	while (*s) {
		size_t n = fitting(s);

		gate(b->t, s, n, GATE_TEXT);
		s += n;
		s += *s == ' ';
		if (!*s)
			break;
		end_line(b, start);
		start = b->t->len;
		text_put(b->t, "|        ");
	}
	end_line(b, start);
}

static void put_times(const struct table *b)
{
	size_t start = b->t->len;

	text_put(b->t, "| Duration: ");
	if (b->precision)
		put_time(b, b->duration);
	else
		text_format(b->t, "%" PRIu64 ".%*" PRIu64, b->duration / US, 6, b->duration % US);
	text_put(b->t, " secs");
	end_line(b, start);
	start = b->t->len;
	text_put(b->t, "| Interval: ");
	put_time(b, b->interval);
	text_put(b->t, " secs");
	end_line(b, start);
}

static void put_numbers(const struct table *b)
{
	size_t start = b->t->len;

	text_char(b->t, '|');
	text_fill(b->t, ' ', b->label + 2);
	for (unsigned i = 0; i < b->io->n; i++) {
		const unsigned *w = &b->widths[(size_t)2 * i];
		size_t at = b->t->len;

		text_format(b->t, "|%u", i + 1);
		text_fill_to(b->t, at, w[0] + 3 + (w[1] ? w[1] + 3 : 0));
	}
	end_row(b, start);
}

static void put_title(struct text *t, const char *title, unsigned width)
{
	size_t free = width - strlen(title);

	text_put(t, "| ");
	text_fill(t, ' ', (free + 1) / 2);
	text_put(t, title);
	text_fill(t, ' ', free / 2 + 1);
}

static void put_titles(const struct table *b)
{
	size_t start = b->t->len;

	text_put(b->t, "| Interval ");
	text_fill_to(b->t, start, b->label + 3);
	for (unsigned i = 0; i < b->io->n; i++) {
		const struct io_column *c = &b->io->columns[i];
		const unsigned *w = &b->widths[(size_t)2 * i];

		put_title(b->t, w[1] ? "Frames" : io_function_names[c->function], w[0]);
		if (w[1])
			put_title(b->t, "Bytes", w[1]);
	}
	end_row(b, start);
}

static void put_label(const struct table *b, uint64_t row)
{
	uint64_t end = (row + 1) * b->interval;
	size_t start = b->t->len;

	text_put(b->t, "| ");
	if (b->label > 2 * (b->digits + (b->precision ? b->precision + 1 : 0)) + 4)
		text_char(b->t, ' ');
	put_time(b, row * b->interval);
	text_put(b->t, " <> ");
	if (row + 1 < b->rows || (!b->precision && end <= b->duration && b->rows == 1))
		put_time(b, end);
	else if (b->precision)
		put_time(b, b->duration);
	else
		text_put(b->t, "Dur");
	text_fill_to(b->t, start, b->label + 3);
}

static void put_cells(const struct table *b, const struct io_cell *cells)
{
	for (unsigned i = 0; i < b->io->n; i++) {
		const struct io_cell *cell = cells ? &cells[i] : NULL;
		const unsigned *w = &b->widths[(size_t)2 * i];
		size_t start;

		text_put(b->t, "| ");
		start = b->t->len;
		put_value(b->t, &b->io->columns[i], cell);
		text_pad(b->t, start, w[0], ' ');
		if (w[1]) {
			text_put(b->t, " | ");
			text_u64_padded(b->t, cell ? cell->bytes : 0, w[1], ' ');
		}
		text_char(b->t, ' ');
	}
}

static int by_number(struct entry *x, struct entry *y)
{
	uint64_t a, b;

	memcpy(&a, entry_key(x), sizeof a);
	memcpy(&b, entry_key(y), sizeof b);
	return (a > b) - (a < b);
}

static uint64_t number_of(const struct entry *e)
{
	uint64_t n;

	memcpy(&n, entry_key(e), sizeof n);
	return n;
}

static void put_rows(const struct table *b)
{
	uint32_t at = 0;

	for (uint64_t row = 0; row < b->rows; row++) {
		const struct io_cell *cells = NULL;
		size_t start = b->t->len;

		if (at < b->n && number_of(b->list[at]) == row)
			cells = entry_own(b->list[at++]);
		put_label(b, row);
		put_cells(b, cells);
		end_row(b, start);
		if (!out_frame_done(b->out)) /* there may be more than memory has room for */
			return;
	}
}

/* --- the whole --- */

static void open_table(struct table *b, struct stat *st, struct text *t)
{
	*b = (struct table){.out = st->out, .t = t, .io = st->own};
	measure_times(b, (uint64_t)(st->elapsed + 500) / 1000);
	b->list = tally_list(b->io->tally, by_number, &b->n);
	measure_columns(b);
	b->box = b->inner + 1;
	if (b->rows <= 1 && b->box < WHOLE_BOX)
		b->box = WHOLE_BOX;
	for (unsigned i = 0; i < b->io->n; i++)
		if (words_width(&b->io->columns[i]) + 11 > b->box)
			b->box = words_width(&b->io->columns[i]) + 11;
}

void io_print(struct stat *st, struct text *t)
{
	struct table b;

	open_table(&b, st, t);
	text_char(t, '\n');
	put_ruler(&b, '=', '=', b.box);
	put_line(&b, "| IO Statistics");
	put_line(&b, "|");
	put_times(&b);
	put_line(&b, "|");
	for (unsigned i = 0; i < b.io->n; i++)
		put_words(&b, i);
	put_ruler(&b, '|', '-', b.box);
	put_numbers(&b);
	put_titles(&b);
	put_ruler(&b, '|', '-', b.inner + 1);
	put_rows(&b);
	put_ruler(&b, '=', '=', b.box);
	free(b.widths);
	free(b.list);
}

static void json_cell(struct text *t, const struct io_column *c, const struct io_cell *cell)
{
	if (c->function == IO_FRAMES) {
		text_put(t, "{\"packets\":");
		text_u64(t, cell->n);
		json_u64(t, "bytes", cell->bytes);
		text_char(t, '}');
	} else if (!cell->n && c->function != IO_COUNT) {
		text_put(t, "null");
	} else if (is_fraction(c) && c->values == IO_TIME) {
		text_i64(t, io_result(c, cell).i);
	} else {
		put_value(t, c, cell);
	}
}

/* Only intervals that have something. */
void io_json(struct stat *st, struct text *t)
{
	const struct io_stat *io = st->own;
	uint32_t n;
	struct entry **list = tally_list(io->tally, by_number, &n);

	json_u64(t, "interval", io->interval * 1000);
	json_i64(t, "duration", st->elapsed);
	text_put(t, ",\"columns\":[");
	for (unsigned i = 0; i < io->n; i++) {
		text_put(t, i ? "," : "");
		json_string(t, io->columns[i].text);
	}
	text_put(t, "],\"rows\":[");
	for (uint32_t k = 0; k < n; k++) {
		text_put(t, k ? ",{\"start\":" : "{\"start\":");
		text_u64(t, number_of(list[k]) * io->interval * 1000);
		text_put(t, ",\"values\":[");
		for (unsigned i = 0; i < io->n; i++) {
			text_put(t, i ? "," : "");
			json_cell(t, &io->columns[i], (struct io_cell *)entry_own(list[k]) + i);
		}
		text_put(t, "]}");
	}
	text_put(t, "]");
	free(list);
}
