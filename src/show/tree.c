/* SPDX-License-Identifier: BSD-2-Clause */
/* The detail tree of -V. */
#include "core/marks.h"
#include "show/memo.h"
#include "show/printer.h"
#include "show/value.h"

static void put_node(struct text *t, const struct record *r, const struct node *n, struct memo *m)
{
	size_t start = t->len;

	if (memo_put(m, t, n))
		return;
	text_fill(t, ' ', 4u * n->depth);
	if (n->generated)
		text_char(t, '[');
	put_label(t, r, n, GATE_TEXT);
	if (n->generated)
		text_char(t, ']');
	text_char(t, '\n');
	memo_keep(m, n, t->p + start, t->len - start);
}

/* With -O: whether the protocol is one of those whose details are wanted. */
static bool is_detailed(const struct show_options *o, const struct node *n)
{
	for (unsigned i = 0; i < o->n_only; i++)
		if (!strcmp(o->only[i], n->field->name))
			return true;
	return !o->n_only;
}

/* Bytes that nobody takes apart are dumped, unless the whole frame is dumped behind the tree. */
static void put_data(struct text *t, const struct record *r, const struct node *n)
{
	struct span s = span_first(span_skip(r->sources[n->source].bytes, n->at), n->len);

	text_char(t, '\n');
	put_hex_lines(t, s);
}

static void put_tree(struct text *t, const struct record *r, const struct show_options *o,
		     struct memo *m)
{
	const struct node *end = r->nodes + r->n_nodes;

	for (const struct node *n = r->nodes; n < end;) {
		bool protocol = n->field->kind == PROTO;

		if (!n->hidden)
			put_node(t, r, n, m);
		if (protocol && !is_detailed(o, n)) {
			n = node_next(r, n);
			continue;
		}
		if (protocol && !o->hex && !strcmp(n->field->name, "data"))
			put_data(t, r, n);
		n++;
	}
}

static void detail_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;

	if (p->options->summary) {
		put_summary(t, r, p->options, false);
		text_char(t, '\n');
	}
	put_tree(t, r, p->options, p->own);
	text_char(t, '\n');
	if (p->options->hex) {
		put_hex(t, r);
		text_char(t, '\n');
	}
}

static void detail_open(struct printer *p, struct session *s)
{
	session_want_all(s);
	session_want_labels(s);
	if (p->options->summary)
		session_want_summary(s);
	p->own = memo_open(s);
}

static void detail_close(struct printer *p)
{
	memo_close(p->own);
}

const struct printer detail_printer = {
	.open = detail_open, .frame = detail_frame, .close = detail_close};
