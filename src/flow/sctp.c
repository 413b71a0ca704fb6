/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP as an association. */
/* RFC 9260. */
#include "flow/sctp.h"

/* Directions that no other was found for, between two hosts and ports: one each way. */
struct waiting {
	uint64_t number[2];
	bool any[2];
};

struct sctp_run *sctp_run_of(const struct layer *l)
{
	const struct sctp_state *s = (const struct sctp_state *)l->parent->state;

	return s && s->run != ABSENT ? (struct sctp_run *)(uintptr_t)s->run : NULL;
}

static struct sctp_half *half_by(struct walk *w, uint64_t number)
{
	static const char table_key;

	return conv_own(conv_numbered(w, &table_key, number, sizeof(struct sctp_half)));
}

/* A new direction belongs to the one that waits on the way back, or waits for it. */
static void find_peer(struct walk *w, uint64_t number, struct sctp_half *half)
{
	static const char table_key;
	bool from_a;
	struct waiting *waiting =
		conv_own(conv_get(w, &table_key, (uint16_t)(number >> 48), (uint16_t)(number >> 32),
				  sizeof *waiting, &from_a));
	unsigned here = from_a ? 0 : 1, back = 1 - here;

	if (!waiting->any[back]) {
		waiting->number[here] = number;
		waiting->any[here] = true;
		return;
	}
	waiting->any[back] = false;
	half->has_peer = true;
	half->peer = waiting->number[back];
	half_by(w, half->peer)->has_peer = true;
	half_by(w, half->peer)->peer = number;
}

void sctp_find(struct walk *w, const struct layer *l, uint64_t tag, struct sctp_run *run)
{
	uint64_t number = span_bits(l->bytes, 0, 32, false) << 32 | tag;
	struct sctp_half *half;

	if (l->quoted || !tag || !w->r.from.len)
		return;
	half = half_by(w, number);
	if (!half->has_peer)
		find_peer(w, number, half);
	run->half = half;
	run->peer = half->has_peer ? half_by(w, half->peer) : NULL;
}

const struct sctp_sent *sctp_sent(const struct walk *w, struct sctp_half *half, uint32_t tsn)
{
	struct sctp_sent *sent = &half->sent[tsn % SCTP_REMEMBERED];

	if (!half->started) {
		half->started = true;
		half->first_tsn = tsn;
	}
	if (sent->used && sent->tsn == tsn)
		return sent->frame != w->r.frame->number ? sent : NULL;
	*sent = (struct sctp_sent){tsn, true, false, w->r.frame->number, w->r.frame->time};
	return NULL;
}
