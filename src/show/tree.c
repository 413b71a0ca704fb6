/* SPDX-License-Identifier: BSD-2-Clause */
/* The detail tree of -V. */
#include "core/marks.h"
#include "show/printer.h"
#include "show/value.h"

static void put_node(struct text *t, const struct record *r, const struct node *n)
{
	text_fill(t, ' ', 4u * n->depth);
	if (n->generated)
		text_char(t, '[');
	put_label(t, r, n, GATE_TEXT);
	if (n->generated)
		text_char(t, ']');
	text_char(t, '\n');
}

static void detail_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;

	if (p->options->summary) {
		put_summary(t, r, p->options, false);
		text_char(t, '\n');
	}
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!r->nodes[i].hidden)
			put_node(t, r, &r->nodes[i]);
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
}

const struct printer detail_printer = {.open = detail_open, .frame = detail_frame};
