/* SPDX-License-Identifier: BSD-2-Clause */
/* Which protocol comes next, and the queue of those that are to be walked. */
#include "core/children.h"

struct layer glimpse(const struct plan *plan, struct span bytes)
{
	return (struct layer){.plan = plan, .proto = plan->proto, .bytes = bytes, .room = bytes};
}

bool claims(const struct plan *plan, struct span bytes)
{
	struct layer l;

	if (!plan->proto->claims)
		return true;
	l = glimpse(plan, bytes);
	return plan->proto->claims(&l);
}

uint32_t extent(const struct plan *child, struct span bytes)
{
	struct layer l;
	uint32_t total;

	if (!child->proto->total_len || bytes.cap < child->proto->fixed || !claims(child, bytes))
		return bytes.wire;
	l = glimpse(child, bytes);
	total = child->proto->total_len(&l);
	return total && total < bytes.wire ? total : bytes.wire;
}

const struct plan *next_by(const struct layer *l, uint64_t value)
{
	return table_get(l->plan->next, (uint32_t)value);
}

const struct plan *also_by(const struct layer *l, unsigned i, uint64_t value)
{
	return table_get(l->plan->also[i], (uint32_t)value);
}

const struct plan *next_fixed(const struct layer *l)
{
	return l->plan->fixed;
}

const struct plan *next_by_ports(const struct layer *l)
{
	uint64_t a = VALUE_OF(l, l->proto->next.row);
	uint64_t b = VALUE_OF(l, l->proto->next.other);
	const struct plan *child = next_by(l, a < b ? a : b);

	if (child && claims(child, layer_payload(l)))
		return child;
	return next_by(l, a < b ? b : a);
}

const struct plan *pick(const struct layer *l)
{
	if (l->plan->fixed)
		return l->plan->fixed;
	if (l->proto->next.other)
		return next_by_ports(l);
	return next_by(l, VALUE_OF(l, l->proto->next.row));
}

struct layer *new_layer(struct walk *w, const struct plan *plan, const struct cursor *bytes)
{
	struct layer *l = take(w, sizeof *l);

	*l = (struct layer){
		.plan = plan,
		.proto = plan->proto,
		.bytes = bytes->left,
		.room = bytes->left,
		.at = bytes->at,
		.node = NO_NODE,
		.source = bytes->source,
	};
	return l;
}

static inline void queue(struct walk *w, struct layer *l)
{
	*w->queue_end = l;
	w->queue_end = &l->sibling;
}

/* The protocol that the child gives way to for these bytes; NULL: to none. */
static inline const struct plan *instead(const struct plan *child, struct span bytes)
{
	struct layer l;

	if (!child->proto->instead)
		return NULL;
	l = glimpse(child, bytes);
	/* cppcheck-suppress returnDanglingLifetime ; it gives a plan, not the layer */
	return child->proto->instead(&l);
}

/* Queues the child, or data where there is none; empty data and data nobody wants to see isn't. */
static inline void queue_child(struct walk *w, const struct plan *child, const struct cursor *bytes,
			       const char *via)
{
	const struct plan *other;
	struct layer *l;

	if (!child || !claims(child, bytes->left))
		child = w->data;
	if (child == w->data && (!bytes->left.cap || !(child->any || w->all_layers)))
		return;
	other = instead(child, bytes->left);
	l = new_layer(w, other ? other : child, bytes);
	l->via = other && !via ? child->proto->fields[0].name : via;
	queue(w, l);
}

void walk_past(struct walk *w, const struct plan *child, struct cursor bytes, const char *via)
{
	queue_child(w, child, &bytes, via);
}

void walk_next(struct walk *w, const struct plan *child, struct cursor bytes)
{
	queue_child(w, child, &bytes, NULL);
}

void walk_via(struct walk *w, const struct plan *child, struct cursor bytes)
{
	queue_child(w, child, &bytes, w->now->proto->next.via);
}

void walk_more(struct walk *w, struct cursor bytes)
{
	struct layer *l;

	if (!bytes.left.cap)
		return;
	l = new_layer(w, w->now->plan, &bytes);
	l->more = true;
	if (!w->now->more) {
		queue(w, l);
		return;
	}
	l->sibling = w->now->sibling;
	w->now->sibling = l;
}
