/* SPDX-License-Identifier: BSD-2-Clause */
/* What STUN's message and its attributes share. */
#ifndef SHARED_STUN_H
#define SHARED_STUN_H

#include "core/ascii.h"
#include "core/walk.h"

/* The state of the message's layer. */
struct stun_state {
	uint64_t said;  /* address of the struct text that becomes the summary line */
	uint64_t head;  /* octets before the message: its length, over TCP */
	uint64_t value; /* address of the attribute's value at hand */
};

/* Parts of the message: the values of "stun.part". */
enum { STUN_ATTRIBUTES, STUN_ADDRESSES, STUN_VENDORS };

/* One attribute; words go behind its name as its value is read. */
struct stun_value {
	struct walk *w;
	const struct layer *message; /* STUN's own */
	uint32_t group;
	uint32_t len; /* octets of the value, as it claims */
	unsigned type;
	const char *name;
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

/* The value that a part is to read, and how it learns of it. */
static inline void stun_value_at(const struct layer *stun, const struct stun_value *value)
{
	((struct stun_state *)stun->state)->value = (uint64_t)(uintptr_t)value;
}

static inline const struct stun_value *stun_value_of(const struct layer *stun)
{
	const struct stun_state *s = (const struct stun_state *)stun->state;

	return (const struct stun_value *)(uintptr_t)s->value;
}

/* In the summary line: what stands before, and the words. */
void stun_say(const struct stun_value *v, const char *before, const char *words);
/* The text, which is closed, as words that live as long as the frame. */
const char *stun_words(const struct stun_value *v, struct text *t);

#endif
