/* SPDX-License-Identifier: BSD-2-Clause */
/* Every protocol and every row that there is: a new one is covered when it is added. */
#include "core/bits.h"
#include "core/session.h"
#include "protocols.h"
#include "unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The protocol that a check is about. */
#define PROTOCOL(i) (protocols[i])

static const char *at(const struct proto *p, unsigned row)
{
	static char where[256];

	snprintf(where, sizeof where, "%s row %u (%s)", p->fields[0].name, row,
		 p->fields[row].name ? p->fields[row].name : "no name");
	return where;
}

static bool is_fixed(const struct field *f)
{
	return f->bits && !(f->traits & (SEQ | REPEAT));
}

static void protocols_are_whole(int index)
{
	const struct proto *p = PROTOCOL(index);

	ck_assert_msg(p->brief && *p->brief, "%s has no short name", p->fields[0].name);
	ck_assert_int_eq(p->fields[0].kind, PROTO);
	ck_assert_ptr_nonnull(p->fields[0].label);
	ck_assert_msg(p->next.row < p->n_fields && p->next.other < p->n_fields,
		      "%s picks its child by a row that isn't there", p->fields[0].name);
}

static void rows_are_whole(int index)
{
	const struct proto *p = PROTOCOL(index);

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];

		ck_assert_msg(f->name && f->label, "%s lacks name or label", at(p, r));
		ck_assert_msg(f->kind < N_KINDS, "%s has no kind", at(p, r));
		ck_assert_msg(f->under < p->n_fields && (f->under < r),
			      "%s stands before what it is under", at(p, r));
		ck_assert_msg(f->kind == HEADING || f->kind == PROTO ||
				      (f->traits & (HIDDEN | NOTE)) || f->help,
			      "%s has no help", at(p, r));
		ck_assert_msg(!f->when || f->when->row < p->n_fields, "%s depends on no row",
			      at(p, r));
		ck_assert_msg(f->size_of < p->n_fields, "%s is sized by no row", at(p, r));
	}
}

/* Whether the walker puts the row by itself, and not a hook. */
static bool is_placed(const struct field *f)
{
	return f->bits || f->size_of || (f->traits & (STATE | REST));
}

/* Whether rows under this one stand in the same group as itself. */
static bool is_in_group(const struct field *f)
{
	return is_placed(f) && ((f->traits & STATE) || !(f->traits & (SEQ | REPEAT | REST)));
}

/* In a group, a row's children follow it at once, so that the record's nodes are a tree. */
static void rows_are_in_order(int index)
{
	const struct proto *p = PROTOCOL(index);
	unsigned *last = calloc(p->n_fields, sizeof *last);

	for (unsigned r = 1; r < p->n_fields; r++) {
		unsigned under = p->fields[r].under, group = under, up;

		if ((p->fields[r].traits & NOTE) || !is_placed(&p->fields[r]))
			continue;
		while (group && is_in_group(&p->fields[group]))
			group = p->fields[group].under;
		for (up = last[group]; up && up != group && up != under;)
			up = p->fields[up].under;
		ck_assert_msg(up == under || under == group, "%s is not behind its siblings",
			      at(p, r));
		last[group] = r;
	}
	free(last);
}

static unsigned width_of_kind(const struct field *f)
{
	unsigned size = kind_size(f->kind);

	return size ? 8 * size : f->kind == BOOL ? 64 : UINT16_MAX;
}

static void fixed_rows_fit(int index)
{
	const struct proto *p = PROTOCOL(index);

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];
		const struct field *up = &p->fields[f->under];

		if (!f->bits)
			continue;
		ck_assert_msg(f->bits <= width_of_kind(f), "%s is wider than its kind", at(p, r));
		if (is_fixed(f) && f->under == 0 && !f->when)
			ck_assert_msg(f->at + f->bits <= 8u * p->fixed || p->header_len,
				      "%s lies outside the header", at(p, r));
		if (is_fixed(f) && f->under && is_fixed(up))
			ck_assert_msg(f->at >= up->at && f->at + f->bits <= up->at + up->bits,
				      "%s lies outside the row over it", at(p, r));
	}
}

/* In a header full of 0xa5, a value put by the table is read by it, and nothing else moves. */
static void fixed_rows_round_trip(int index)
{
	const struct proto *p = PROTOCOL(index);

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];
		uint8_t header[2048], before[2048];
		struct layer l = {.proto = p, .bytes = {header, sizeof header, sizeof header}};
		uint64_t was, v;

		if (!is_fixed(f) || f->bits > 64 || f->at % 8 + f->bits > 64)
			continue;
		memset(header, 0xa5, sizeof header);
		memcpy(before, header, sizeof header);
		was = row_value(&l, f);
		v = ~was & (f->bits < 64 ? (UINT64_C(1) << f->bits) - 1 : UINT64_MAX);
		put_bits(header, f->at, f->bits, f->traits & LE, v);
		ck_assert_msg(row_value(&l, f) == v, "%s isn't read as it was put", at(p, r));
		put_bits(header, f->at, f->bits, f->traits & LE, was);
		ck_assert_msg(!memcmp(header, before, sizeof header), "%s moves others", at(p, r));
	}
}

static void words_are_sorted(int index)
{
	const struct proto *p = PROTOCOL(index);

	for (unsigned r = 1; r < p->n_fields; r++) {
		const struct words *words = p->fields[r].words;

		for (unsigned i = 0; words && i < words->n; i++) {
			const struct word *w = &words->list[i];

			ck_assert_msg(w->text, "%s: word %u is empty", at(p, r), i);
			ck_assert_msg(!w->to || w->to >= w->from, "%s: %s is no range", at(p, r),
				      w->text);
			if (i)
				ck_assert_msg(w->from > (w[-1].to ? w[-1].to : w[-1].from),
					      "%s: %s is out of order", at(p, r), w->text);
		}
	}
}

static void ends_lie_in_the_fixed_header(int index)
{
	const struct proto *p = PROTOCOL(index);
	const uint16_t rows[] = {p->src, p->dst, p->sport, p->dport};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct field *f = &p->fields[rows[i]];

		if (rows[i])
			ck_assert_msg(is_fixed(f) && f->at + f->bits <= 8u * p->fixed,
				      "%s: an end that may not be there", at(p, rows[i]));
	}
}

static void options_are_sorted(int index)
{
	const struct options *o = PROTOCOL(index)->options;

	for (unsigned i = 0; o && i < o->n; i++) {
		ck_assert_uint_lt(o->list[i].row, PROTOCOL(index)->n_fields);
		if (i)
			ck_assert_uint_gt(o->list[i].code, o->list[i - 1].code);
	}
}

/* Numbers may differ in width: a control field is one octet or two. */
static bool same_kind(const struct field *f, const struct field *g)
{
	return f->kind == g->kind || (kind_is_unsigned(f->kind) && kind_is_unsigned(g->kind));
}

/* A row of fewer bits may have a base of its own: mDNS shows a size that DNS has whole. */
static bool narrower(const struct field *f, const struct field *g)
{
	return f->bits != g->bits;
}

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const struct field *const *)a)->name,
		      (*(const struct field *const *)b)->name);
}

/* One name means one thing: the same kind and base in all its rows, whoever's they are. */
START_TEST(names_mean_one_thing)
{
	const struct field **all;
	size_t n = 0, rows = 0;

	for (int i = 0; protocols[i]; i++)
		rows += protocols[i]->n_fields;
	all = calloc(rows, sizeof *all);
	for (int i = 0; protocols[i]; i++)
		for (unsigned r = 0; r < protocols[i]->n_fields; r++)
			if (protocols[i]->fields[r].kind != HEADING)
				all[n++] = &protocols[i]->fields[r];
	qsort(all, n, sizeof(struct field *), by_name);
	for (size_t i = 1; i < n; i++) {
		const struct field *f = all[i - 1], *g = all[i];

		ck_assert_msg(strcmp(f->name, g->name) ||
				      (same_kind(f, g) && (f->base == g->base || narrower(f, g))),
			      "%s: two rows of that name are of different kinds", f->name);
	}
	free(all);
}
END_TEST

static void children_have_one_place(int index)
{
	const struct hang *h = PROTOCOL(index)->hangs;

	for (; h && h->table; h++)
		for (size_t j = (size_t)index + 1; protocols[j]; j++)
			for (const struct hang *g = protocols[j]->hangs; g && g->table; g++)
				ck_assert_msg(strcmp(h->table, g->table) || h->value != g->value,
					      "%s and %s both hang at %s %u",
					      PROTOCOL(index)->fields[0].name,
					      protocols[j]->fields[0].name, h->table, h->value);
}

/* A run that wants one row asks for no more than that one. */
static void wishes_are_granted(int index)
{
	const struct proto *p = PROTOCOL(index);

	for (unsigned r = 1; r < p->n_fields; r += 29) {
		struct session *s = session_open(protocols);

		ck_assert(session_want(s, p->fields[r].name));
		ck_assert(!session_want(s, "no.such.field"));
		session_start(s);
		session_close(s);
	}
}

/* One process for all protocols: there are hundreds. */
#define OF_ALL(check)                              \
	START_TEST(check##_everywhere)             \
	{                                          \
		for (int i = 0; protocols[i]; i++) \
			check(i);                  \
	}                                          \
	END_TEST

OF_ALL(protocols_are_whole)
OF_ALL(rows_are_whole)
OF_ALL(rows_are_in_order)
OF_ALL(fixed_rows_fit)
OF_ALL(fixed_rows_round_trip)
OF_ALL(words_are_sorted)
OF_ALL(ends_lie_in_the_fixed_header)
OF_ALL(options_are_sorted)
OF_ALL(children_have_one_place)
OF_ALL(wishes_are_granted)

int main(void)
{
	const struct unit units[] = {
		{protocols_are_whole_everywhere, 1},
		{rows_are_whole_everywhere, 1},
		{rows_are_in_order_everywhere, 1},
		{fixed_rows_fit_everywhere, 1},
		{fixed_rows_round_trip_everywhere, 1},
		{words_are_sorted_everywhere, 1},
		{ends_lie_in_the_fixed_header_everywhere, 1},
		{options_are_sorted_everywhere, 1},
		{names_mean_one_thing, 1},
		{children_have_one_place_everywhere, 1},
		{wishes_are_granted_everywhere, 1},
	};

	return run_units("tables", 600, units, COUNT(units));
}
