/* SPDX-License-Identifier: BSD-2-Clause */
/* Many frames in one call of the kernel. */
#ifndef CRAFT_VOLLEY_H
#define CRAFT_VOLLEY_H

#include "craft/wire.h"

struct volley;

/* What became of the frames that were fired: sent, or refused by the kernel. */
struct volley_tally {
	uint64_t sent, octets, failed;
	uint64_t first_failed; /* the number that came with it; 0: none failed */
	struct fault fault;    /* of that one */
};

/*
 * Frames for that wire, which must outlive the volley and be an interface; `most` are kept at
 * most.  NULL: the kernel refuses, and the fault says why.
 */
struct volley *volley_open(struct wire *w, unsigned most, struct fault *fault);
void volley_close(struct volley *v);

/*
 * Keeps a copy of n octets, at most VOLLEY_FRAME, to be sent; `number` is what it is called if
 * that fails.  False: there is no room, fire first.
 */
bool volley_add(struct volley *v, const uint8_t *p, uint32_t n, uint64_t number);

/* How many are kept. */
unsigned volley_held(const struct volley *v);

/* Sends all that is kept, in order.  A frame that the kernel refuses is counted and left out. */
void volley_fire(struct volley *v);

const struct volley_tally *volley_tally(const struct volley *v);

/* Octets of the largest frame. */
#define VOLLEY_FRAME (64 << 10 | 64)

#endif
