/* SPDX-License-Identifier: BSD-2-Clause */
/* What time it is, in nanoseconds. */
#ifndef CORE_CLOCK_H
#define CORE_CLOCK_H

#include "core/frame.h"
#include <time.h>

static inline int64_t clock_read(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

/* Since some point in the past, never set back. */
static inline int64_t clock_steady(void)
{
	return clock_read(CLOCK_MONOTONIC);
}

/* Since 1970-01-01 00:00:00 UTC. */
static inline int64_t clock_wall(void)
{
	return clock_read(CLOCK_REALTIME);
}

#endif
