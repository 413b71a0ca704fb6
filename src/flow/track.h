/* SPDX-License-Identifier: BSD-2-Clause */
/* The one budget for all memory that outlives a frame. */
#ifndef FLOW_TRACK_H
#define FLOW_TRACK_H

#include "core/session.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Conversations, half-put-together packets and the like are remembered here.
 * When they need more than the budget, what was idle longest is forgotten first,
 * whichever table it is in; how many went is counted.
 */
struct tracker;

/* Stands first in everything that is remembered. */
struct tracked {
	struct tracked *older, *newer; /* by the time of their last use */
	size_t size;                   /* bytes that it is charged with */
	uint64_t used;                 /* when it was last made the newest, in uses of anything */
	/* Takes it out of its table and frees it. */
	void (*forget)(struct tracked *t);
};

/* The session's tracker; made at the first call. */
struct tracker *tracker_of(struct session *s);

/* Bytes that may be remembered; 512 MiB unless somebody says otherwise. */
void tracker_limit(struct tracker *t, size_t bytes);
size_t tracker_limit_of(const struct tracker *t);

/* Charges for a new thing, or for one that grew or was used again; may forget older ones. */
void track(struct tracker *t, struct tracked *what, size_t size);
/* It is used again: among the last to go. */
void track_use(struct tracker *t, struct tracked *what);
/* It is no longer remembered; its owner frees it. */
void untrack(struct tracker *t, struct tracked *what);

/* Things forgotten for want of memory so far. */
uint64_t tracker_forgotten(const struct tracker *t);
/* One more was, by its owner. */
void tracker_count_forgotten(struct tracker *t);
/* Bytes charged at present. */
size_t tracker_used(const struct tracker *t);

/* A number that an attacker can't know, the same through the session: keys hash tables. */
uint64_t tracker_secret(const struct tracker *t);

#endif
