/* SPDX-License-Identifier: BSD-2-Clause */
/* UDP and UDP-Lite as conversations: numbered together, and timed. */
#include "flow/udp.h"
#include "flow/conv.h"
#include "flow/expect.h"

/* Rows behind STREAM. */
enum { SINCE_FIRST = 2, SINCE_LAST };

/* What is remembered of a conversation. */
struct memory {
	bool renewed; /* its next packet begins another one */
	bool settled; /* ... and none after that */
};

static struct conv *conv_of(struct walk *w, const struct layer *l)
{
	static const char streams; /* the key of both protocols' table */
	const struct proto *p = l->proto;
	bool from_a;

	return conv_get(w, &streams, (uint16_t)VALUE_OF(l, p->sport),
			(uint16_t)VALUE_OF(l, p->dport), sizeof(struct memory), &from_a);
}

/* Whether it carries what has the port's conversation begin anew. */
static bool renews(const struct layer *l)
{
	const struct plan *child = claimed_by_ports(l, span_skip(l->bytes, l->proto->fixed));

	return child && plan_renews(child);
}

void udp_follow(struct walk *w, const struct layer *l, unsigned first, struct udp_state *s)
{
	const struct proto *p = l->proto;
	struct memory *memory;
	struct conv *conv;

	s->stream = 0;
	if (!wanted(w, first) && !wanted(w, first + SINCE_FIRST) && !wanted(w, first + SINCE_LAST))
		return;
	conv = conv_of(w, l);
	memory = conv_own(conv);
	if (memory->renewed)
		conv_renew(conv, w->r.frame);
	memory->renewed = !memory->settled && !l->quoted && renews(l);
	memory->settled |= memory->renewed;
	s->stream = conv->stream;
	if (l->quoted || l->bytes.wire <= p->fixed)
		return;
	s->times = 0;
	conv_times(conv, w->r.frame->time, &s->since_first, &s->since_last);
}

/* Who was announced, who hangs at the ports, who knows the bytes by what they look like. */
static const struct plan *child_of(struct walk *w, const struct layer *l, struct span bytes)
{
	const struct plan *child = expected_in(w, OVER_UDP, l);

	if (!child || !claimed_by(child, bytes))
		child = claimed_by_ports(l, bytes);
	if (!child)
		child = guess(l, UDP_GUESSES, bytes);
	w->unsure |= w->hasty && !child; /* it may have been announced */
	return child;
}

/* Whether it matters to somebody what hangs there. */
static bool matter(const struct layer *l, unsigned table)
{
	return also_wanted(l, table) || also_recalls(l, table);
}

const struct plan *udp_child(struct walk *w, const struct layer *l, struct span payload)
{
	bool guesses = matter(l, UDP_GUESSES);
	bool others = guesses || matter(l, UDP_ANNOUNCED);
	const struct plan *child = others ? expected_in(w, OVER_UDP, l) : NULL;

	if (!child || !claimed_by(child, payload))
		child = claimed_by_ports(l, payload);
	return child || !guesses ? child : guess(l, UDP_GUESSES, payload);
}

void walk_udp_payload(struct walk *w, const struct layer *l, struct cursor payload)
{
	uint32_t n = payload.left.cap;

	label_whole(w, "UDP payload (%u byte%s)", n, plural(n));
	walk_next(w, child_of(w, l, payload.left), payload);
}
