/* SPDX-License-Identifier: BSD-2-Clause */
/* Statistics: listeners that add up what passes, and say it at the end of the run. */
#ifndef STATS_STATS_H
#define STATS_STATS_H

#include "core/out.h"
#include "core/session.h"

/*
 * The statistics of a run.  Order of calls: stats_open(), any number of stats_add(),
 * session_start(), then one of the frame functions for each frame, then the printing
 * ones.  To be closed before its session.
 */
struct stats;

struct stats *stats_open(struct session *s);
void stats_close(struct stats *st);

/*
 * Adds one, named as tshark's -z names it ("conv,tcp", "io,stat,1,tcp"); it tells the
 * session what it wants of frames.  False: there is no such statistic, or what stands
 * behind its name is wrong; `fault` says what, and what there is.
 */
bool stats_add(struct stats *st, const char *name, struct fault *fault);

/* Counts a frame. */
void stats_frame(struct stats *st, const struct record *r);
/* A frame that doesn't count: it was there, nothing more. */
void stats_pass_over(struct stats *st, const struct record *r);

/* Writes all that was added, the last first, as tshark does; what is left waits in `out`. */
void stats_print(struct stats *st, struct out *out);
/* Writes all as one JSON document, in the order in which they were added (see peel-read(1)). */
void stats_json(struct stats *st, struct text *t);

#endif
