/* SPDX-License-Identifier: BSD-2-Clause */
/* The children that wait until their parent is done.  For core/ alone. */
#ifndef CORE_CHILDREN_H
#define CORE_CHILDREN_H

#include "core/plan.h"
#include "core/walk.h"

/* A layer for the bytes, which nobody has looked at yet; it lives as long as the frame. */
static inline struct layer *new_layer(struct walk *w, const struct plan *plan,
				      const struct cursor *bytes)
{
	static const struct layer blank = {.node = NO_NODE};
	struct layer *l = take(w, sizeof *l);

	memcpy(l, &blank, sizeof *l); /* an initializer would clear it by a loop */
	l->plan = plan;
	l->proto = plan->proto;
	l->bytes = bytes->left;
	l->room = bytes->left;
	l->at = bytes->at;
	l->source = bytes->source;
	return l;
}

/* One that only a table's one-line functions look at. */
struct layer glimpse(const struct plan *plan, struct span bytes);

/* Header and total length, as the protocol's own fields claim them and the container grants. */
static inline void measure(struct layer *l)
{
	const struct proto *p = l->proto;
	uint32_t total = p->total_len ? p->total_len(l) : 0;

	if (total)
		l->bytes = span_first(l->bytes, total);
	l->header = p->header_len ? p->header_len(l) : p->fixed;
}

/* The child that the header's fields name; NULL: nobody. */
const struct plan *pick(const struct layer *l);

#endif
