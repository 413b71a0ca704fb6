/* SPDX-License-Identifier: BSD-2-Clause */
/* What a live capture saw, and what became of it: counts that add up. */
#ifndef CLI_LIVE_COUNTS_H
#define CLI_LIVE_COUNTS_H

#include "cli/live_options.h"
#include "live/link.h"

/* Who works on the frames of a run. */
struct live_plan {
	bool decodes; /* somebody takes frames apart */
	bool writes;  /* somebody writes them ... */
	bool filters; /* ... who takes them apart first */
};

/* Lines on standard error: of each interface and of the file. */
void print_totals(const struct live_options *o, const struct totals *t,
		  const struct live_plan *plan);
/* One line, for --stats; `before` is what the last one said. */
void print_totals_line(const struct live_options *o, const struct totals *t, struct totals *before);

#endif
