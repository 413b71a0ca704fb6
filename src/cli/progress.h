/* SPDX-License-Identifier: BSD-2-Clause */
/* How far the reading of files has come, for somebody who waits at a terminal. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "capture/input.h"

struct progress {
	const struct input *input;
	uint64_t total;  /* octets of all files; 0: nothing is shown */
	int64_t begun;   /* nanoseconds: when the work began */
	int64_t shown;   /* when the bar was drawn last */
	unsigned frames; /* since somebody looked at the clock */
	bool drawn;
};

/*
 * Nothing is shown unless standard error is a terminal and all files are regular ones.
 * What the run prints must not go to a terminal meanwhile: `quiet` says that it doesn't.
 */
void progress_begin(struct progress *p, const struct input *in, bool quiet);
/* Looks at the clock: draws the bar when the work has lasted longer than a second. */
void progress_draw(struct progress *p);
/* Takes the bar away. */
void progress_end(struct progress *p);

/* To be called for each frame. */
static inline void progress_frame(struct progress *p)
{
	if (p->total && ++p->frames % 4096 == 0)
		progress_draw(p);
}

#endif
