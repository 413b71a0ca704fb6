/* SPDX-License-Identifier: BSD-2-Clause */
/* What a record tells of itself. */
#include "core/record.h"
#include "core/plan.h"
#include "core/session.h"
#include <string.h>

const struct layer *layer_up(const struct layer *l, const char *name)
{
	while (l && strcmp(l->proto->fields[0].name, name))
		l = l->parent;
	return l;
}

const struct layer *layer_transport(const struct layer *l)
{
	while (l && !l->proto->sport)
		l = l->parent;
	return l;
}

bool layer_ends(const struct layer *l, struct address *src, struct address *dst)
{
	struct end from = l->plan->src, to = l->plan->dst;

	if (!from.len || l->bytes.cap < l->proto->fixed)
		return false;
	*src = (struct address){from.kind, from.len, l->bytes.p + from.at};
	*dst = (struct address){to.kind, to.len, l->bytes.p + to.at};
	return true;
}

void text_port(struct text *t, const struct record *r, const struct layer *l, uint64_t port)
{
	const struct proto *p = l->proto;
	const char *transport = p->prefix ? p->prefix : p->fields[0].name;
	const char *name = session_service(r->session, (unsigned)port, transport);

	if (name)
		text_put(t, name);
	else
		text_u64(t, port);
}

const struct node *node_next(const struct record *r, const struct node *n)
{
	const struct node *end = r->nodes + r->n_nodes;
	uint8_t depth = n->depth;

	do
		n++;
	while (n < end && n->depth > depth);
	return n;
}

const struct node *node_parent(const struct record *r, const struct node *n)
{
	uint8_t depth = n->depth;

	while (n > r->nodes && n->depth >= depth)
		n--;
	return n;
}

const struct node *node_below(const struct record *r, const struct node *parent, unsigned row)
{
	const struct node *end = node_next(r, parent);
	const struct field *f = &session_row_proto(r->session, parent->id)->fields[row];

	for (const struct node *n = parent + 1; n < end; n++)
		if (n->field == f)
			return n;
	return NULL;
}

void text_below(struct text *t, const struct record *r, const struct node *n, unsigned row,
		const char *words)
{
	const struct node *below = node_below(r, n, row);

	if (below)
		text_number(t, words, below->u);
}
