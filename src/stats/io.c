/* SPDX-License-Identifier: BSD-2-Clause */
/* io,stat: what passed in each interval of time. */
#include "stats/io.h"
#include "core/arena.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *const io_function_names[] = {"", "COUNT", "SUM", "MIN", "MAX", "AVG"};

/* --- what is asked for --- */

/* Seconds with at most six digits behind the point, as microseconds; false: it is none. */
static bool parse_interval(const char *s, size_t n, uint64_t *us)
{
	uint64_t v = 0;
	unsigned digits = 0;
	bool point = false;
	size_t i;

	for (i = 0; i < n && digits < 6 && v < UINT64_MAX / 10000000000; i++) {
		if (s[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (!isdigit((unsigned char)s[i]))
			return false;
		v = 10 * v + (unsigned)(s[i] - '0');
		digits += point;
	}
	for (; digits < 6; digits++)
		v *= 10;
	*us = v;
	return n > 0 && i == n;
}

/* How values of the kind are added up; false: they are no numbers. */
static bool values_of(const struct field *f, enum io_values *values)
{
	*values = kind_is_signed(f->kind) ? IO_SIGNED : IO_UNSIGNED;
	if (f->kind == RELTIME)
		*values = IO_TIME;
	else if (f->kind == FLOAT || f->kind == DOUBLE)
		*values = IO_FLOAT;
	return *values != IO_UNSIGNED || kind_is_unsigned(f->kind) || f->kind == FRAMENUM;
}

/* "(FIELD)" behind the function's name: the field; NULL: there is none, `fault` says why. */
static const char *take_field(struct stat *st, struct io_column *c, const char *s,
			      struct fault *fault)
{
	const char *end = strchr(s, ')');
	char name[128];
	size_t n = end ? (size_t)(end - s) - 1 : 0;

	if (!n || n >= sizeof name) {
		fault_set(fault, "%s: a field in parentheses is missing behind the function",
			  c->text);
		return NULL;
	}
	memcpy(name, s + 1, n);
	name[n] = '\0';
	c->id = session_find(st->session, name, 0);
	if (!session_want(st->session, name)) {
		fault_set(fault, "%s: there is no field %s", c->text, name);
		return NULL;
	}
	if (!values_of(session_row(st->session, c->id), &c->values) && c->function != IO_COUNT) {
		fault_set(fault,
			  "%s: the values of %s are no numbers; COUNT(%s) says how many there are",
			  c->text, name, name);
		return NULL;
	}
	return end + 1;
}

/* A filter, or a function of a field and a filter. */
static bool open_column(struct stat *st, struct io_column *c, struct fault *fault)
{
	const char *filter = c->text;

	for (enum io_function f = IO_COUNT; f <= IO_AVG; f++) {
		size_t n = strlen(io_function_names[f]);

		if (strncmp(c->text, io_function_names[f], n) || c->text[n] != '(')
			continue;
		c->function = f;
		filter = take_field(st, c, c->text + n, fault);
	}
	if (!filter)
		return false;
	c->filter = *filter ? open_filter(st->session, filter, fault) : NULL;
	return c->filter || !*filter;
}

/* The next column: up to a comma that stands in no parentheses, braces or quotes. */
static bool add_column(struct stat *st, const char **at, struct fault *fault)
{
	struct io_stat *io = st->own;
	size_t n = strcspn(*at, ",");
	struct io_column *c;

	io->columns = need_more(io->columns, (io->n + 1) * sizeof *io->columns);
	c = &io->columns[io->n++];
	*c = (struct io_column){.text = need_zero(1, n + 1)};
	memcpy(c->text, *at, n);
	*at += n;
	return open_column(st, c, fault);
}

static bool open_io(struct stat *st, const char *args, struct fault *fault)
{
	struct io_stat *io = need_zero(1, sizeof *io);
	size_t n = *args ? strcspn(args + 1, ",") : 0;

	st->own = io;
	if (!*args || !parse_interval(args + 1, n, &io->interval)) {
		fault_set(fault,
			  "behind io,stat, stands the interval in seconds, 0.000001 or more, "
			  "or 0 for the whole run");
		return false;
	}
	args += 1 + n;
	do {
		args += *args == ',';
		if (!add_column(st, &args, fault))
			return false;
	} while (*args);
	io->tally = tally_open(st->session, io->n * sizeof(struct io_cell));
	return true;
}

static void close_io(struct stat *st)
{
	struct io_stat *io = st->own;

	if (!io)
		return;
	for (unsigned i = 0; i < io->n; i++) {
		filter_close(io->columns[i].filter);
		free(io->columns[i].text);
	}
	tally_close(io->tally);
	free(io->columns);
	free(io);
}

/* --- counting --- */

static union io_value value_of(const struct node *n, enum io_values values)
{
	union io_value v = {.u = n->u};

	if (values == IO_FLOAT && n->field->kind == FLOAT) {
		uint32_t bits = (uint32_t)n->u;
		float f;

		memcpy(&f, &bits, sizeof f);
		v.d = (double)f;
	}
	return v;
}

static bool is_less(enum io_values values, union io_value a, union io_value b)
{
	if (values == IO_FLOAT)
		return a.d < b.d;
	return values == IO_UNSIGNED ? a.u < b.u : a.i < b.i;
}

static void add_value(struct io_cell *cell, enum io_values values, union io_value v)
{
	if (!cell->n || is_less(values, v, cell->least))
		cell->least = v;
	if (!cell->n || is_less(values, cell->most, v))
		cell->most = v;
	if (values == IO_FLOAT)
		cell->sum.d += v.d;
	else
		cell->sum.u += v.u;
	cell->n++;
}

static void count_column(const struct io_column *c, struct io_cell *cell, const struct record *r)
{
	if (c->filter && !filter_passes(c->filter, r))
		return;
	if (c->function == IO_FRAMES) {
		cell->n++;
		cell->bytes += r->frame->wire_len;
		return;
	}
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (session_first_of(r->session, r->nodes[i].id) == c->id)
			add_value(cell, c->values, value_of(&r->nodes[i], c->values));
}

static void frame(struct stat *st, const struct record *r)
{
	struct io_stat *io = st->own;
	int64_t now = (r->since_first + 500) / 1000;
	uint64_t number = io->interval && now > 0 ? (uint64_t)now / io->interval : 0;
	struct io_cell *cells = entry_own(tally_get(io->tally, 0, &number, sizeof number));

	if (number > io->last)
		io->last = number;
	for (unsigned i = 0; i < io->n; i++)
		count_column(&io->columns[i], &cells[i], r);
}

union io_value io_result(const struct io_column *c, const struct io_cell *cell)
{
	union io_value v = {0};

	if (!cell || !cell->n)
		return v;
	switch (c->function) {
	case IO_FRAMES:
	case IO_COUNT:
		v.u = cell->n;
		return v;
	case IO_MIN:
		return cell->least;
	case IO_MAX:
		return cell->most;
	default:
		v = cell->sum;
	}
	if (c->function != IO_AVG)
		return v;
	if (c->values == IO_FLOAT)
		v.d /= (double)cell->n;
	else if (c->values == IO_UNSIGNED)
		v.u /= cell->n;
	else
		v.i /= (int64_t)cell->n;
	return v;
}

const struct stat_kind kind_io = {
	"io,stat", NULL, open_io, frame, io_print, io_json, close_io,
};
