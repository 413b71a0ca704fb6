/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations that another one announces. */
#include "flow/expect.h"
#include "flow/conv.h"

static const char table_key;

/* What is remembered of an end. */
struct announced {
	const struct plan *who;
};

void expect(struct walk *w, enum expected_over over, const struct address *a, uint16_t port,
	    const struct plan *who)
{
	struct conv *c = conv_of_end(w, &table_key, a, port, over, sizeof(struct announced));
	struct announced *announced = conv_own(c);

	announced->who = who;
}

static const struct plan *expected_at(struct walk *w, enum expected_over over,
				      const struct address *a, uint64_t port)
{
	struct conv *c = conv_of_end_known(w, &table_key, a, (uint16_t)port, over);

	return c ? ((struct announced *)conv_own(c))->who : NULL;
}

const struct plan *expected_in(struct walk *w, enum expected_over over, const struct layer *l)
{
	const struct plan *who = expected_at(w, over, &w->r.to, VALUE_OF(l, l->proto->dport));

	return who ? who : expected_at(w, over, &w->r.from, VALUE_OF(l, l->proto->sport));
}
