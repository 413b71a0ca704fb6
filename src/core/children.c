/* SPDX-License-Identifier: BSD-2-Clause */
/* Which protocol comes next, and the queue of those that are to be walked. */
#include "core/children.h"

struct layer glimpse(const struct plan *plan, struct span bytes)
{
	return (struct layer){.plan = plan, .proto = plan->proto, .bytes = bytes, .room = bytes};
}

bool known_by(const struct plan *plan, struct span bytes)
{
	struct layer l = glimpse(plan, bytes);

	return !plan->proto->knows || plan->proto->knows(&l);
}

bool claimed_by(const struct plan *plan, struct span bytes)
{
	struct layer l;

	if (!plan->proto->claims)
		return true;
	l = glimpse(plan, bytes);
	return plan->proto->claims(&l);
}

bool glance_will_do(const struct plan *child, struct span first)
{
	struct layer l = glimpse(child, first);
	const struct plan *other = child->proto->instead ? child->proto->instead(&l) : NULL;

	return other ? other->proto->opaque : child->proto->opaque;
}

uint32_t extent(const struct plan *child, struct span bytes)
{
	struct layer l;
	uint32_t total;

	if (!child->proto->total_len || bytes.cap < child->proto->fixed ||
	    !claimed_by(child, bytes))
		return bytes.wire;
	l = glimpse(child, bytes);
	total = child->proto->total_len(&l);
	return total && total < bytes.wire ? total : bytes.wire;
}

uint32_t extent_counted(const struct plan *child, struct span bytes)
{
	struct layer l;
	uint32_t n;

	if (!child->proto->counted_len || !claimed_by(child, bytes))
		return bytes.wire;
	l = glimpse(child, bytes);
	n = child->proto->counted_len(&l);
	return n && n < bytes.wire ? n : bytes.wire;
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

const struct plan *claimed_by_ports(const struct layer *l, struct span bytes)
{
	const struct plan *child;
	uint64_t a, b;

	if (!l->plan->next)
		return NULL;
	a = VALUE_OF(l, l->proto->next.row);
	b = VALUE_OF(l, l->proto->next.other);
	child = next_by(l, a < b ? a : b);
	if (child && claimed_by(child, bytes))
		return child;
	child = next_by(l, a < b ? b : a);
	return child && claimed_by(child, bytes) ? child : NULL;
}

bool also_wanted(const struct layer *l, unsigned i)
{
	return l->plan->also_wanted >> i & 1;
}

bool also_recalls(const struct layer *l, unsigned i)
{
	return l->plan->also_recalls >> i & 1;
}

const struct plan *guess(const struct layer *l, unsigned i, struct span bytes)
{
	const struct plan *plan;

	for (unsigned n = 0; (plan = also_by(l, i, n)); n++) {
		struct layer glimpsed = glimpse(plan, bytes);
		const struct proto *p = plan->proto;

		if (p->knows ? p->knows(&glimpsed) : p->claims && p->claims(&glimpsed))
			return plan;
	}
	return NULL;
}

const struct plan *next_by_ports(const struct layer *l)
{
	const struct plan *child;
	uint64_t a, b;

	if (!l->plan->next) /* nothing hangs at any port */
		return NULL;
	a = VALUE_OF(l, l->proto->next.row);
	b = VALUE_OF(l, l->proto->next.other);
	child = next_by(l, a < b ? a : b);
	if (child && claimed_by(child, layer_payload(l)))
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

static inline void queue(struct layer *parent, struct layer *l)
{
	if (parent->child)
		parent->last_child->sibling = l;
	else
		parent->child = l;
	parent->last_child = l;
}

static inline void replan(struct layer *l, const struct plan *plan)
{
	l->plan = plan;
	l->proto = plan->proto;
}

/* The layer becomes that of another protocol where its own says that the bytes are that one's. */
static inline void give_way(struct layer *l)
{
	const struct plan *other = l->proto->instead ? l->proto->instead(l) : NULL;

	if (!other)
		return;
	if (!l->via)
		l->via = l->proto->fields[0].name;
	replan(l, other);
}

/*
 * Queues the child, or data where there is none; gives its layer.  Empty data and data nobody
 * wants to see isn't queued: NULL.
 */
static inline struct layer *queue_child(struct walk *w, const struct plan *child,
					const struct cursor *bytes, const char *via)
{
	bool data = bytes->left.cap && (w->data->any || w->all_layers);
	struct layer *l;

	if (!child && !data)
		return NULL;
	l = new_layer(w, child ? child : w->data, bytes);
	l->parent = w->now; /* `claims` may ask what carries the bytes */
	if (l->proto->claims && !l->proto->claims(l)) {
		if (!data)
			return NULL;
		replan(l, w->data);
	}
	l->via = via;
	give_way(l);
	queue(w->now, l);
	return l;
}

void name_inside(struct walk *w, const char *name, size_t n)
{
	struct layer *l = w->now;
	const char *more;

	if (!w->all_layers)
		return;
	more = arena_copy(&w->arena, name, n);
	if (l->inside)
		more = arena_join(&w->arena, arena_join(&w->arena, l->inside, ":"), more);
	l->inside = more;
}

bool plan_renews(const struct plan *plan)
{
	return plan->proto->renews;
}

bool pdus_of(const struct plan *plan)
{
	return plan->proto->pdu_len;
}

bool pdu_begun(const struct plan *plan)
{
	return plan->proto->pdu_begun;
}

bool pdus_in_one(const struct plan *plan)
{
	return plan->proto->pdus_in_one;
}

bool pdu_sized(const struct plan *plan)
{
	return plan->proto->pdu_sized;
}

uint32_t pdu_octets(struct walk *w, const struct plan *plan, struct cursor bytes, uint32_t *looked)
{
	struct layer l = glimpse(plan, bytes.left);
	uint32_t len;

	if (bytes.left.cap < plan->proto->pdu_head)
		return PDU_MORE;
	l.parent = w->now;
	l.at = bytes.at;
	l.source = bytes.source;
	l.looked = looked;
	len = plan->proto->pdu_len(w, &l);
	return len ? len : bytes.left.wire;
}

void walk_pdu(struct walk *w, const struct plan *plan, struct cursor bytes, unsigned place)
{
	struct layer *l = queue_child(w, plan, &bytes, NULL);

	if (!l)
		return;
	l->pdu = true;
	l->again = place & PDU_AGAIN;
	l->nameless = place & PDU_NAMELESS;
	l->behind = place & PDU_BEHIND;
	l->open = place & PDU_OPEN;
	l->mute = place & PDU_MUTE;
}

const char *waiting_words(struct walk *w, const struct plan *plan, struct cursor bytes)
{
	struct layer l = glimpse(plan, bytes.left);

	return plan->proto->waits ? plan->proto->waits(w, &l) : NULL;
}

void walk_words(struct walk *w, const struct plan *part, const char *words, bool behind)
{
	struct cursor none = {0};
	struct layer *l;

	if (!w->summary)
		return;
	l = new_layer(w, part, &none);
	l->says = words;
	l->behind = behind;
	l->nameless = true;
	queue(w->now, l);
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
		queue(w->now, l);
		return;
	}
	l->sibling = w->now->sibling;
	w->now->sibling = l;
}
