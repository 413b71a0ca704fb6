/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations that another one announces. */
#include "flow/expect.h"
#include "flow/conv.h"

static const char table_key;

/* What is remembered of an end. */
struct announced {
	const struct plan *who;
	uint16_t other; /* the other end's port; 0: any */
};

void expect(struct walk *w, enum expected_over over, const struct address *a, uint16_t port,
	    uint16_t other, const struct plan *who)
{
	struct conv *c = conv_of_end(w, &table_key, a, port, over, sizeof(struct announced));
	struct announced *announced = conv_own(c);

	*announced = (struct announced){who, other};
}

static const struct plan *expected_at(struct walk *w, enum expected_over over,
				      const struct address *a, uint64_t port, uint64_t other)
{
	struct conv *c = conv_of_end_known(w, &table_key, a, (uint16_t)port, over);
	const struct announced *announced = c ? conv_own(c) : NULL;

	return announced && (!announced->other || announced->other == other) ? announced->who
									     : NULL;
}

const struct plan *expected_in(struct walk *w, enum expected_over over, const struct layer *l)
{
	uint64_t from = VALUE_OF(l, l->proto->sport), to = VALUE_OF(l, l->proto->dport);
	const struct plan *who = expected_at(w, over, &w->r.to, to, from);

	return who ? who : expected_at(w, over, &w->r.from, from, to);
}
