/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree's line for a number of flags: "0x18, Managed, Preference: Low". */
#include "shared/flags.h"

static void put_words(struct text *t, const struct node *n)
{
	const char *word = word_for(n->field->words, n->u);

	text_put(t, ", ");
	text_put(t, n->field->label);
	text_put(t, ": ");
	text_put(t, word ? word : "Unknown");
}

void put_flags(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);

	for (const struct node *c = n + 1; c < end; c++) {
		const struct field *f = c->field;

		if (c->generated)
			continue;
		if (f->kind == BOOL && c->u) {
			text_put(t, ", ");
			text_put(t, f->label);
		} else if (kind_is_unsigned(f->kind) && f->words) {
			put_words(t, c);
		}
	}
}

void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	const struct field *f = n->field;
	unsigned bits = f->bits % 8 ? f->bits : 8 * kind_size(f->kind);

	text_put(t, "0x");
	text_hex(t, n->u, (bits + 3) / 4);
	put_flags(t, r, n);
}
