/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbered queries between two ends, and the first reply to each. */
#include "flow/queries.h"

struct query {
	uint64_t frame, reply;
	int64_t time;
	uint32_t number;
};

/* The latest ones of two ports. */
struct queries {
	struct query list[32];
	unsigned next; /* which to overwrite */
};

static struct queries *queries_of(struct walk *w, const struct layer *l)
{
	static const char table_key;
	const struct layer *carrier = l;
	unsigned sport = 0, dport = 0;
	bool from_a;

	while (carrier->parent && !carrier->proto->sport)
		carrier = carrier->parent;
	if (carrier->proto->sport) {
		sport = (unsigned)VALUE_OF(carrier, carrier->proto->sport);
		dport = (unsigned)VALUE_OF(carrier, carrier->proto->dport);
	}
	return conv_own(conv_get(w, &table_key, (uint16_t)sport, (uint16_t)dport,
				 sizeof(struct queries), &from_a));
}

static struct query *find(struct queries *all, uint32_t number)
{
	for (unsigned i = 1; i <= COUNT(all->list); i++) {
		struct query *q = &all->list[(all->next - i) % COUNT(all->list)];

		if (q->frame && q->number == number)
			return q;
	}
	return NULL;
}

struct query_found query_asked(struct walk *w, const struct layer *l, uint32_t number,
			       int64_t again)
{
	struct queries *all = queries_of(w, l);
	struct query *q = find(all, number);
	const struct frame *f = w->r.frame;

	if (q && !q->reply && f->time - q->time < again)
		return (struct query_found){.request = q->frame, .since = f->time - q->time};
	q = &all->list[all->next++ % COUNT(all->list)];
	*q = (struct query){.frame = f->number, .time = f->time, .number = number};
	return (struct query_found){0};
}

struct query_found query_answered(struct walk *w, const struct layer *l, uint32_t number)
{
	const struct frame *f = w->r.frame;
	struct query *q = find(queries_of(w, l), number);
	struct query_found found = {0};

	if (!q)
		return found;
	found = (struct query_found){q->frame, q->reply, f->time - q->time};
	if (!q->reply)
		q->reply = f->number;
	return found;
}
