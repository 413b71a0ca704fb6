/* SPDX-License-Identifier: BSD-2-Clause */
/* peel fields: columns for eyes, JSON for programs. */
#include "cli/fields.h"
#include "core/about.h"
#include "show/gate.h"

/* --- columns --- */

#define WIDEST 40 /* what is longer than that pushes the rest of its line, and no other line */

struct widths {
	size_t name, type, label;
};

static void widen(size_t *width, const char *s)
{
	size_t n = strlen(s);

	if (n > *width && n <= WIDEST)
		*width = n;
}

static struct widths measure(const struct listing *l)
{
	struct widths w = {0};

	for (uint32_t i = 0; i < l->n; i++) {
		const struct field *f = session_row(l->session, l->rows[i]);

		widen(&w.name, f->name);
		widen(&w.type, field_type(f));
		widen(&w.label, f->label);
	}
	return w;
}

static void put_cell(struct text *t, const char *s, size_t width)
{
	size_t n = strlen(s);

	text_put(t, s);
	text_fill(t, ' ', (n < width ? width - n : 0) + 2);
}

void put_columns(struct text *t, const struct listing *l)
{
	struct widths w = measure(l);

	for (uint32_t i = 0; i < l->n; i++) {
		const struct field *f = session_row(l->session, l->rows[i]);

		put_cell(t, f->name, w.name);
		put_cell(t, field_type(f), w.type);
		put_cell(t, f->label, w.label);
		put_reference(t, f, session_row_proto(l->session, l->rows[i]));
		while (t->p[t->len - 1] == ' ')
			t->len--;
		text_char(t, '\n');
	}
}

/* --- JSON --- */

/* A member that is a string; null when there is none. */
static void put_string(struct text *t, const char *key, const char *value)
{
	text_format(t, ",\"%s\":", key);
	if (!value || !*value) {
		text_put(t, "null");
		return;
	}
	text_char(t, '"');
	gate_string(t, value, GATE_JSON);
	text_char(t, '"');
}

/* A value as ndjson has those of the field. */
static void put_value(struct text *t, const struct field *f, uint64_t value)
{
	if (f->kind == BOOL)
		text_put(t, value ? "true" : "false");
	else if (kind_is_signed(f->kind))
		text_i64(t, (int64_t)value);
	else
		text_u64(t, value);
}

static void put_word(struct text *t, const struct field *f, const struct word *w)
{
	bool range = w->to > w->from;

	text_put(t, range ? "{\"range\":[" : "{\"value\":");
	put_value(t, f, w->from);
	if (range) {
		text_char(t, ',');
		put_value(t, f, w->to);
		text_char(t, ']');
	}
	put_string(t, "text", w->text);
	text_char(t, '}');
}

static void put_words(struct text *t, const struct field *f)
{
	text_put(t, ",\"values\":[");
	for (unsigned i = 0; f->words && i < f->words->n; i++) {
		if (i)
			text_char(t, ',');
		put_word(t, f, &f->words->list[i]);
	}
	text_char(t, ']');
}

static void put_object(struct text *t, const struct session *s, uint32_t id)
{
	const struct field *f = session_row(s, id);
	struct text reference = {0};

	put_reference(&reference, f, session_row_proto(s, id));
	text_put(t, "{\"name\":\"");
	gate_string(t, f->name, GATE_JSON);
	text_char(t, '"');
	put_string(t, "type", field_type(f));
	put_string(t, "label", f->label);
	put_string(t, "protocol", row_owner(s, id)->fields[0].name);
	put_string(t, "base", field_base(f));
	text_put(t, ",\"bits\":");
	if (field_bits(f))
		text_u64(t, field_bits(f));
	else
		text_put(t, "null");
	put_words(t, f);
	put_string(t, "reference", text_string(&reference));
	put_string(t, "help", f->help);
	text_put(t, "}\n");
	text_close(&reference);
}

void put_json(struct text *t, const struct listing *l)
{
	for (uint32_t i = 0; i < l->n; i++)
		put_object(t, l->session, l->rows[i]);
}
