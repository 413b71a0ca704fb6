/* SPDX-License-Identifier: BSD-2-Clause */
/* -T fields: chosen fields, one line a frame. */
#include "show/columns.h"
#include "show/printer.h"
#include "show/value.h"

static void put_quote(struct text *t, char quote)
{
	if (quote)
		text_char(t, quote);
}

/* Writes each quote that stands in the text from `start` on twice (RFC 4180, 2). */
static void double_quotes(struct text *t, size_t start, char quote)
{
	for (size_t at = start; at < t->len; at++) {
		if (t->p[at] != quote)
			continue;
		text_char(t, quote);
		memmove(t->p + at + 1, t->p + at, t->len - at - 1);
		at++;
	}
}

static void put_field(struct printer *p, const struct record *r, unsigned i)
{
	const struct show_options *o = p->options;
	const struct wishes *w = p->own;
	struct text *t = &p->out->text;
	unsigned n = wish_count(w, i);
	unsigned first = o->occurrence == OCCUR_LAST && n ? n - 1 : 0;
	unsigned end = o->occurrence == OCCUR_FIRST && n ? 1 : n;
	size_t start;

	if (!n)
		return;
	put_quote(t, o->quote);
	start = t->len;
	for (unsigned k = first; k < end; k++) {
		if (k > first)
			text_put(t, o->aggregator);
		wish_value(t, r, w, i, k, VALUE_FIELDS, GATE_TEXT);
	}
	if (o->quote)
		double_quotes(t, start, o->quote);
	put_quote(t, o->quote);
}

static void fields_frame(struct printer *p, const struct record *r)
{
	struct wishes *w = p->own;

	wishes_collect(w, r);
	for (unsigned i = 0; i < w->n; i++) {
		if (i)
			text_put(&p->out->text, p->options->separator);
		put_field(p, r, i);
	}
	text_char(&p->out->text, '\n');
}

static void fields_begin(struct printer *p)
{
	struct text *t = &p->out->text;

	if (p->options->bom)
		text_put(t, "\xef\xbb\xbf");
	if (!p->options->header)
		return;
	for (unsigned i = 0; i < p->options->n_fields; i++) {
		if (i)
			text_put(t, p->options->separator);
		put_quote(t, p->options->quote);
		gate_string(t, p->options->fields[i], GATE_TEXT);
		put_quote(t, p->options->quote);
	}
	text_char(t, '\n');
}

static void fields_open(struct printer *p, struct session *s)
{
	p->own = wishes_open(s, p->options);
}

static void fields_close(struct printer *p)
{
	wishes_close(p->own);
}

const struct printer fields_printer = {
	.open = fields_open,
	.begin = fields_begin,
	.frame = fields_frame,
	.close = fields_close,
};
