/* SPDX-License-Identifier: BSD-2-Clause */
/* Echo requests that wait for their replies. */
#include "flow/echo.h"

/* Requests with one identifier and number. */
struct waiting {
	struct {
		uint64_t frame; /* 0: free */
		int64_t time;
		uint16_t sum;
	} requests[4];
	unsigned next; /* which to overwrite */
};

/* Those between two hosts, whichever of them asks. */
static struct waiting *waiting_for(struct walk *w, const struct echo *e)
{
	static const char table_key;
	const struct record *r = &w->r;
	bool downward = memcmp(r->from.p, r->to.p, r->from.len) > 0;
	bool from_a;

	return conv_own(conv_get(w, &table_key, downward ? e->sequence : e->ident,
				 downward ? e->ident : e->sequence, sizeof(struct waiting),
				 &from_a));
}

void echo_request(struct walk *w, const struct echo *e)
{
	struct waiting *all = waiting_for(w, e);
	unsigned i = 0;

	while (i < COUNT(all->requests) && all->requests[i].sum != e->sum)
		i++;
	if (i == COUNT(all->requests))
		i = all->next++ % COUNT(all->requests);
	all->requests[i].frame = w->r.frame->number;
	all->requests[i].time = w->r.frame->time;
	all->requests[i].sum = e->sum;
}

uint64_t echo_reply(struct walk *w, const struct echo *e, uint64_t *ms)
{
	struct waiting *all = waiting_for(w, e);

	w->unsure |= w->hasty; /* its request may have been passed over */
	for (unsigned i = 0; i < COUNT(all->requests); i++) {
		uint64_t frame = all->requests[i].frame;
		double since;

		if (!frame || all->requests[i].sum != e->sum)
			continue;
		since = (double)(w->r.frame->time - all->requests[i].time) / 1e6;
		memcpy(ms, &since, sizeof since);
		all->requests[i].frame = 0;
		return frame;
	}
	return 0;
}

void form_resptime(struct text *t, const struct record *r, const struct node *n)
{
	double ms;

	(void)r;
	memcpy(&ms, &n->u, sizeof ms);
	text_format(t, "%.3f ms", ms);
}
