/* SPDX-License-Identifier: BSD-2-Clause */
/* Putting the rows of a group: the heart of the walker.  For core/ alone. */
#ifndef CORE_STEPS_H
#define CORE_STEPS_H

#include "core/plan.h"
#include "core/walk.h"

/* What a node is made from. */
struct place {
	uint32_t at;    /* first octet in the source; where rows are placed: bit in the group */
	uint32_t len;   /* octets; where rows are placed: bits */
	uint8_t source; /* which source */
};

/* Makes room for more nodes. */
void grow_nodes(struct walk *w);

/* A new node of the plan's row; NULL when the frame's budget is spent. */
static inline struct node *push(struct walk *w, const struct plan *plan, unsigned row,
				unsigned depth, struct place where)
{
	const struct field *f = &plan->proto->fields[row];
	struct node *n;

	if (!w->budget) {
		w->r.cut = true;
		return NULL;
	}
	w->budget--;
	if (w->r.n_nodes == w->cap_nodes)
		grow_nodes(w);
	n = &w->r.nodes[w->r.n_nodes++];
	n->field = f;
	n->id = plan->first_id + row;
	n->depth = (uint8_t)(depth < UINT8_MAX ? depth : UINT8_MAX);
	n->source = where.source;
	n->text_use = TEXT_NONE;
	n->hidden = f->traits & HIDDEN;
	n->generated = f->traits & GENERATED;
	n->at = where.at;
	n->len = where.len;
	n->size = 0;
	n->u = 0;
	n->text = NULL;
	return n;
}

/*
 * Puts the wanted rows of the group that `scope` heads and whose bytes the
 * cursor has; nodes get `depth` and more.  Gives the trouble it met: rows that
 * don't fit are left out, those before them stay.
 */
enum trouble put_steps(struct walk *w, const struct layer *l, unsigned scope,
		       const struct cursor *group, unsigned depth);

/* Formats into the frame's memory, behind the words that stand there already (NULL: none). */
const char *words(struct walk *w, const char *before, const char *format, va_list args);

/* Fills in a node's value from the n octets at p. */
void read_value(struct node *n, const struct field *f, const uint8_t *p, uint32_t len);

#endif
