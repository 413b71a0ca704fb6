/* SPDX-License-Identifier: BSD-2-Clause */
/* What STUN's message and its attributes share. */
#ifndef SHARED_STUN_H
#define SHARED_STUN_H

#include "core/ascii.h"
#include "core/walk.h"

/* The state of the message's layer. */
struct stun_state {
	uint64_t said; /* address of the struct text that becomes the summary line */
	uint64_t head; /* octets before the message: its length, over TCP */
};

static inline struct text *stun_said(const struct layer *stun)
{
	const struct stun_state *s = (const struct stun_state *)stun->state;

	return (struct text *)(uintptr_t)s->said;
}

/* The message in the layer's bytes. */
static inline struct span stun_message(const struct layer *stun)
{
	const struct stun_state *s = (const struct stun_state *)stun->state;

	return span_skip(stun->bytes, (uint32_t)s->head);
}

#endif
