/* SPDX-License-Identifier: BSD-2-Clause */
/* Sending captured frames again. */
#ifndef CRAFT_REPLAY_H
#define CRAFT_REPLAY_H

#include "craft/edit.h"
#include "craft/pace.h"
#include "craft/remap.h"
#include "craft/volley.h"

struct replay;

/* What a replay works with; all of it is the caller's and must outlive it. */
struct replay_means {
	struct wire *wires[2];     /* interfaces: clients' frames go by the first */
	unsigned n_wires;          /* 1 or 2 */
	struct pace *pace;         /* when frames are due */
	const struct remap *remap; /* other addresses; NULL: none */
	struct edit *edit;         /* changes each frame before it is sent; NULL: nothing does */
	bool yes;                  /* any number of frames may go to groups and to all */
	bool prompt;               /* the next frame may be long in coming: none may wait for it */
};

/* Why a frame isn't sent. */
enum replay_skip {
	SKIP_TRUNCATED, /* its end wasn't captured */
	SKIP_LINK,      /* it is of another link type than the interface */
	SKIP_SHORT,     /* it is shorter than a header of the link layer */
	SKIP_MTU,       /* it is longer than the interface takes */
	SKIP_STORM,     /* the hundred before it went to many within a second */
	SKIP_EDIT,      /* it can't be changed as is wished */
	N_SKIPS
};

/* Frames that weren't sent for the same reason, and the numbers of the first of them. */
enum { SKIP_NUMBERS = 8 };
struct replay_skipped {
	uint64_t n;
	uint64_t numbers[SKIP_NUMBERS];
};

struct replay_tally {
	uint64_t sent[2];          /* by each interface */
	uint64_t octets;           /* of frames that were sent */
	uint64_t failed;           /* refused by the kernel */
	uint64_t first_failed;     /* the number of the first of them */
	const struct fault *fault; /* why */
	struct replay_skipped skipped[N_SKIPS];
	struct craft_fault edit_fault; /* of the first frame that couldn't be changed */
	int64_t ns;                    /* from the first frame to behind the last */
};

/* NULL: an interface can't be used, and the fault says why. */
struct replay *replay_open(const struct replay_means *means, struct fault *fault);
void replay_close(struct replay *r);

/*
 * Sends the frame when it is due, or counts why it doesn't.  False: a signal ended the wait, and
 * the frame wasn't sent.
 */
bool replay_frame(struct replay *r, const struct frame *f);

/* Sends what waits for more to be sent with. */
void replay_flush(struct replay *r);

/* What became of the frames so far, but for those that wait. */
void replay_tally(const struct replay *r, struct replay_tally *t);

#endif
