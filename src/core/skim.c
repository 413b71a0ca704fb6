/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The walker's short way for frames that a filter will drop: from header to header, by the
 * tables and one hook, with none of what only the frame's display needs.
 */
#include "core/children.h"
#include "core/steps.h"
#include "core/table.h"

static inline bool matters(const struct plan *child)
{
	return child && (child->any || child->deeper || child->recalls);
}

bool plan_matters(const struct plan *child)
{
	return matters(child);
}

/* The wanted rows of its header; false: they aren't all there. */
static inline bool put_rows_of(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	if (l->plan->shown)
		push(w, l->plan, 0, 0, (struct place){l->at, l->header, l->source});
	return !l->plan->rows || !put_steps(w, l, 0, &c, 1);
}

/* A layer for the header, measured; NULL: only a walk can tell. */
static inline struct layer *take_header(struct walk *w, const struct plan *plan,
					const struct cursor *c)
{
	const struct proto *p = plan->proto;
	struct layer *l;

	if (!p->skim || p->claims || p->instead || plan->remembers || c->left.cap < p->fixed)
		return NULL;
	l = new_layer(w, plan, c);
	l->parent = w->now;
	l->node = w->r.n_nodes;
	if (p->believed && p->believed(l))
		return NULL;
	measure(l);
	return l->header <= l->bytes.cap && p->fixed <= l->bytes.cap ? l : NULL;
}

/* The layer is the one at hand, and one of the record's; what it carries is behind *c. */
static inline void enter(struct walk *w, struct layer *l, struct cursor *c)
{
	w->now = l;
	list_layer(w, l);
	note_ends(w, l->plan, l->bytes.p);
	*c = layer_cursor(l, l->header);
}

/* One header; the next child to be skimmed in *child.  False: only a walk can tell. */
static bool skim_layer(struct walk *w, const struct plan **child, struct cursor *c)
{
	const struct plan *plan = *child;
	struct layer *l = take_header(w, plan, c);

	if (!l)
		return false;
	*child = NULL;
	if ((plan->deeper || plan->shown || w->summary) && !plan->proto->skim(w, l, child))
		return false;
	enter(w, l, c);
	if (!put_rows_of(w, l))
		return false;
	if (!c->left.wire || !matters(*child))
		*child = NULL;
	return true;
}

/*
 * The header at the cursor, where it is of its protocol's usual form: *bytes are cut to what its
 * length says, *child is what its number picks.  False: it isn't.
 */
static inline bool read_plain(const struct plan *plan, struct span *bytes,
			      const struct plan **child)
{
	const struct plain *p = plan->proto->plain;
	const uint8_t *o = bytes->p;
	uint32_t next, total;

	if (bytes->cap < p->header || ((o[0] << 8 | o[1]) & p->mask) != p->value ||
	    ((o[p->zero_at] << 8 | o[p->zero_at + 1]) & p->zero_mask))
		return false;
	if (p->total_at) {
		total = (uint32_t)(o[p->total_at] << 8 | o[p->total_at + 1]);
		*bytes = span_first(*bytes, total + p->total_more);
		if (total < p->total_least || bytes->cap < p->header)
			return false;
	}
	next = o[p->next_at];
	if (p->next_octets > 1)
		next = next << 8 | o[p->next_at + 1];
	*child = table_at(plan->next, next);
	return next >= p->next_least;
}

/* Passes over headers of the usual form of which nobody wants a row. */
static inline void glide(struct walk *w, const struct plan **child, struct cursor *c)
{
	while (*child && (*child)->proto->plain && !(*child)->any) {
		const struct plan *plan = *child, *inner;
		struct span bytes = c->left;

		if (!read_plain(plan, &bytes, &inner))
			return;
		note_ends(w, plan, bytes.p);
		c->at += plan->proto->plain->header;
		c->left = span_skip(bytes, plan->proto->plain->header);
		*child = c->left.wire && matters(inner) ? inner : NULL;
	}
}

/* All headers from the first one on, as far as they matter. */
static bool skim_layers(struct walk *w, const struct plan *child, struct span bytes)
{
	struct cursor c = {.left = bytes};

	if (!child)
		return false;
	for (;;) {
		glide(w, &child, &c);
		if (!child)
			return true;
		if (!skim_layer(w, &child, &c))
			return false;
	}
}

const struct record *session_skim(struct session *s, const struct frame *f)
{
	struct walk *w = session_walker(s);
	struct span bytes = {f->bytes, f->cap_len, f->wire_len};

	if (!w->skims)
		return NULL;
	begin_frame(w, f, bytes);
	w->tried = !skim_layers(w, table_get(w->root->next, f->link), bytes);
	return w->tried ? NULL : &w->r;
}

bool skim_frame(struct walk *w, struct span bytes)
{
	struct cursor c = {.left = bytes};
	struct layer *l = new_layer(w, w->root, &c);

	list_layer(w, l);
	w->now = l;
	if (w->root->any) {
		l->proto->note(w, l);
		put_steps(w, l, 0, &c, 1);
	}
	return skim_layers(w, table_get(w->root->next, w->r.frame->link), bytes);
}

/* A layer for a header of the usual form; NULL: it is of another. */
static inline struct layer *take_plain(struct walk *w, const struct plan *plan,
				       const struct cursor *c, const struct plan **child)
{
	struct span bytes = c->left;
	struct layer *l;

	if (!read_plain(plan, &bytes, child))
		return NULL;
	l = new_layer(w, plan, c);
	l->parent = w->now;
	l->node = w->r.n_nodes;
	l->bytes = bytes;
	l->header = plan->proto->plain->header;
	return l;
}

/* Passes over one; false: it isn't plain, or no carrier, or carries nothing, or rows are wanted. */
static inline bool pass_carrier(struct walk *w, const struct plan **child, struct cursor *c)
{
	const struct plan *inner = NULL;
	struct layer *l;

	if (!(*child)->proto->carrier || (*child)->rows)
		return false;
	l = (*child)->proto->plain ? take_plain(w, *child, c, &inner) : NULL;
	if (!l && !(*child)->proto->plain) {
		l = take_header(w, *child, c);
		if (l && !l->proto->skim(w, l, &inner))
			return false;
	}
	if (!l || !inner)
		return false;
	l->via = w->now->proto->next.via;
	enter(w, l, c);
	put_rows_of(w, l);
	*child = inner;
	return true;
}

const struct plan *pass_carriers(struct walk *w, const struct plan *child, struct cursor *c)
{
	while (pass_carrier(w, &child, c))
		continue;
	return child;
}

void session_pass_over(struct session *s)
{
	struct walk *w = session_walker(s);

	note_times(w, w->r.frame);
	for (uint32_t i = 0; w->summary && i < w->r.n_layers; i++)
		if (w->r.layers[i]->proto->follow)
			w->r.layers[i]->proto->follow(w, w->r.layers[i]);
}
