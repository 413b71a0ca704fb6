/* SPDX-License-Identifier: BSD-2-Clause */
/* When the next frame is due, waiting for it, and how late it was. */
#ifndef CRAFT_PACE_H
#define CRAFT_PACE_H

#include "core/frame.h"
#include <signal.h>

/* Nanoseconds of the monotonic clock. */
int64_t pace_now(void);

/* --- how late frames were --- */

/*
 * A histogram of nanoseconds from 0 up: sixteen steps for every doubling, so that what is read
 * from it is right to 1/16.  Its size never changes.
 */
enum { LATE_STEPS = 16, LATE_ROOM = 61 * LATE_STEPS };

struct lateness {
	uint64_t counts[LATE_ROOM];
	uint64_t n;
	int64_t most;
};

/* A frame was so many nanoseconds late; less than 0 counts as 0. */
void lateness_add(struct lateness *l, int64_t ns);
/* So many nanoseconds or less were `percent` (0 to 100) of all late; 0 when there are none. */
int64_t lateness_percentile(const struct lateness *l, double percent);

/* --- when frames are due --- */

enum pace_kind {
	PACE_RECORDED, /* as they were recorded, `speed` times as fast */
	PACE_EVERY,    /* one every `interval` seconds */
	PACE_BITS,     /* `mbps` million bits a second, without preambles and gaps */
	PACE_TOP,      /* as fast as possible */
};

struct pace {
	enum pace_kind kind;
	double speed;
	double interval;
	double mbps;
	/* Set by a signal handler, ends every wait; NULL: nothing does. */
	const volatile sig_atomic_t *stop;
	/* The rest is pace.c's own, and 0 at first. */
	bool running;
	int64_t start; /* of the monotonic clock: when frames of time `first` are due */
	int64_t first; /* ns: the time of the round's first frame */
	int64_t last;  /* ns: when the frame before was due */
	double along;  /* ns from `start`: where the next frame of a rate is due */
	int64_t early; /* ns: how long before it is due a wait stops to sleep */
	struct lateness late;
};

/*
 * When the next frame, of so many octets, is due, in nanoseconds of the monotonic clock; never
 * before the frame before it.  The first one is due at once.
 */
int64_t pace_due(struct pace *p, const struct frame *f, uint32_t octets);

/* The file begins again: its first frame is due when the last one was. */
void pace_again(struct pace *p);

/* Waits until then; false: a signal ended it. */
bool pace_wait(struct pace *p, int64_t due);

#endif
