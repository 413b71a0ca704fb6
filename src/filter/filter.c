/* SPDX-License-Identifier: BSD-2-Clause */
/* Filters from text to answer. */
#include "filter/syntax.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool wrong(struct filter *f, uint32_t at, uint32_t len, const char *format, ...)
{
	va_list args;

	if (f->failed)
		return false; /* the first one says most */
	f->failed = true;
	f->fault->at = at;
	f->fault->len = len ? len : 1;
	va_start(args, format);
	vsnprintf(f->fault->text, sizeof f->fault->text, format, args);
	va_end(args);
	return false;
}

struct term *new_term(struct filter *f, enum op op, uint32_t at, uint32_t len)
{
	struct term *t = arena_take(&f->arena, sizeof *t);

	*t = (struct term){.op = op, .at = at, .len = len, .height = 1};
	return t;
}

void add_arg(struct filter *f, struct term *t, struct term *arg)
{
	bool full = !(t->n_args & (t->n_args - 1)); /* room is made in powers of two */

	if (full) {
		struct term **args =
			arena_take(&f->arena, (t->n_args ? 2 * t->n_args : 1) * sizeof *args);

		if (t->n_args)
			memcpy(args, t->args, t->n_args * sizeof *args);
		t->args = args;
	}
	t->args[t->n_args++] = arg;
	if (t->height <= arg->height)
		t->height = arg->height + 1;
}

void free_terms(struct term *t)
{
	for (uint32_t i = 0; i < t->n_args; i++)
		free_terms(t->args[i]);
	free(t->out.v);
	t->out = (struct list){0};
	regex_free(t->regex);
	t->regex = NULL;
}

static bool is_blank(const char *s)
{
	return !s[strspn(s, " \t\r\n")];
}

struct filter *filter_compile(struct session *s, const char *expression, struct filter_fault *fault)
{
	struct filter *f = need_zero(1, sizeof *f);

	*fault = (struct filter_fault){0};
	f->session = s;
	f->fault = fault;
	f->text = arena_copy(&f->arena, expression, strlen(expression));
	if (!is_blank(expression)) {
		f->top = parse(f);
		if (f->top && check_types(f, f->top)) {
			note_parts(f);
			f->top = simplify(f, f->top);
		}
	}
	f->fault = NULL;
	if (!f->failed)
		return f;
	filter_close(f);
	return NULL;
}

void filter_close(struct filter *f)
{
	if (!f)
		return;
	if (f->top)
		free_terms(f->top);
	free(f->parts.v);
	free(f->fields.v);
	arena_close(&f->arena);
	arena_close(&f->scratch);
	text_close(&f->words);
	free(f);
}

bool filter_passes(struct filter *f, const struct record *r)
{
	if (!f->top)
		return true;
	if (!r->n_nodes && f->asked_of_nothing)
		return f->holds_of_nothing;
	arena_empty(&f->scratch);
	f->r = r;
	if (r->n_nodes)
		return holds_true(f, f->top);
	f->asked_of_nothing = true;
	f->holds_of_nothing = holds_true(f, f->top);
	return f->holds_of_nothing;
}

const char *filter_warning(const struct filter *f)
{
	return f->warning;
}
