/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN: which message answers which. */
/* RFC 8489, 6.3. */
#include "flow/stun.h"
#include "flow/conv.h"

struct asked {
	struct stun_transaction list[16];
	unsigned next; /* where the next one goes */
};

static struct stun_transaction *find(struct asked *asked, struct span id)
{
	for (unsigned i = 0; i < COUNT(asked->list); i++)
		if (asked->list[i].request && !memcmp(asked->list[i].id, id.p, STUN_ID))
			return &asked->list[i];
	return NULL;
}

const struct stun_transaction *stun_follow(struct walk *w, const struct layer *l, struct span id,
					   bool request)
{
	static const char table_key;
	const struct layer *up = l->parent;
	uint64_t number = w->r.frame->number;
	struct stun_transaction *one;
	struct asked *asked;
	bool from_a;

	while (up && !up->proto->sport)
		up = up->parent;
	if (!up || id.cap < STUN_ID)
		return NULL;
	asked = conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(up, up->proto->sport),
				  (uint16_t)VALUE_OF(up, up->proto->dport), sizeof *asked,
				  &from_a));
	one = find(asked, id);
	if (!one && request) {
		one = &asked->list[asked->next++ % COUNT(asked->list)];
		*one = (struct stun_transaction){.request = number, .time = w->r.frame->time};
		memcpy(one->id, id.p, STUN_ID);
	} else if (one && !request && !one->response) {
		one->response = number;
	}
	return one;
}
