/* SPDX-License-Identifier: BSD-2-Clause */
/* What a filter consists of, for those who ask why nothing passed. */
#include "filter/syntax.h"

static void add_text(struct list *l, const char *s)
{
	list_add(l, (struct value){.type = V_STRING, .p = (const uint8_t *)s});
}

static bool is_listed(const struct list *l, const char *s)
{
	for (uint32_t i = 0; i < l->n; i++)
		if (!strcmp((const char *)l->v[i].p, s))
			return true;
	return false;
}

static void note_fields(struct filter *f, const struct term *t)
{
	if (t->op == OP_FIELD && !is_listed(&f->fields, t->field->name))
		add_text(&f->fields, t->field->name);
	for (uint32_t i = 0; i < t->n_args; i++)
		note_fields(f, t->args[i]);
}

/*
 * Writes the text up to the term's end, unequal ones as negated equal ones; gives where the
 * text goes on.
 */
static uint32_t put_softer(struct text *out, const char *text, const struct term *t, uint32_t at,
			   bool *any)
{
	if (t->at < at) /* the second half of "a != b != c" */
		return at;
	if (t->op == OP_COMPARE && t->relation == UNEQUAL && t->quantity == ALL) {
		const struct term *a = t->args[0], *b = t->args[1];

		text_bytes(out, text + at, t->at - at);
		text_put(out, "!(");
		text_bytes(out, text + a->at, a->len);
		text_put(out, " == ");
		text_bytes(out, text + b->at, b->len);
		text_char(out, ')');
		*any = true;
		return t->at + t->len;
	}
	for (uint32_t i = 0; t->op <= OP_NOT && i < t->n_args; i++)
		at = put_softer(out, text, t->args[i], at, any);
	return at;
}

static void note_softer(struct filter *f)
{
	struct text out = {0};
	bool any = false;
	uint32_t at = put_softer(&out, f->text, f->top, 0, &any);

	text_put(&out, f->text + at);
	if (any)
		f->softer = arena_copy(&f->arena, out.p, out.len);
	text_close(&out);
}

void note_parts(struct filter *f)
{
	const struct term *t = f->top;

	note_fields(f, t);
	note_softer(f);
	for (uint32_t i = 0; t->op == OP_AND && i < t->n_args; i++)
		add_text(&f->parts,
			 arena_copy(&f->arena, f->text + t->args[i]->at, t->args[i]->len));
}

static const char *text_of(const struct list *l, unsigned i)
{
	return i < l->n ? (const char *)l->v[i].p : NULL;
}

const char *filter_field(const struct filter *f, unsigned i)
{
	return text_of(&f->fields, i);
}

const char *filter_part(const struct filter *f, unsigned i)
{
	return text_of(&f->parts, i);
}

const char *filter_softer(const struct filter *f)
{
	return f->softer;
}
