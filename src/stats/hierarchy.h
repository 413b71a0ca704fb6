/* SPDX-License-Identifier: BSD-2-Clause */
/* Which protocols stand in which.  For stats/ alone. */
#ifndef STATS_HIERARCHY_H
#define STATS_HIERARCHY_H

#include "stats/kind.h"

/* One protocol, below those that carry it. */
struct stratum {
	const char *name;
	uint64_t frames, bytes;
};

#endif
