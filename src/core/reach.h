/* SPDX-License-Identifier: BSD-2-Clause */
/* What protocols lead to, and which of their bytes needn't be looked at.  For core/ alone. */
#ifndef CORE_REACH_H
#define CORE_REACH_H

#include "core/plan.h"

/* What is remembered for lines of later frames: nothing, whose their bytes are, or all. */
enum memory { NO_MEMORY, OF_WHOSE, OF_ALL };

/*
 * Marks of the n compiled plans those that lead to rows that somebody wants, be it in an option
 * with a table of its own, or to protocols whose lines depend on frames before.  `data`: rows
 * of data are wanted, to which all lead.
 */
void mark_reach(struct plan *plans, uint32_t n, bool data, enum memory memory);

/* Whether all wanted rows of the protocol stand in its header: the rest needn't be looked at. */
bool can_skim(const struct plan *p);

/*
 * Whether nothing behind the rows of its header matters to anybody.  What the hooks of a message
 * over a stream remember tells where the next one ends, or that more of them are to come.
 */
bool ends_with_header(const struct plan *p);

#endif
