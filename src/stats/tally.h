/* SPDX-License-Identifier: BSD-2-Clause */
/* What is counted under a key: a table that grows within the budget and can't be flooded. */
#ifndef STATS_TALLY_H
#define STATS_TALLY_H

#include "flow/track.h"

struct tally;

/*
 * Something that is counted; what its owner keeps of it and the key lie behind it.  Like
 * all that outlives a frame it is forgotten when the budget wants it, longest idle first.
 */
struct entry {
	struct tracked tracked; /* first */
	struct tally *tally;
	struct entry *next; /* in the same bucket */
	uint64_t hash;
	uint64_t order;  /* counted from 1 as they were made */
	uint64_t parent; /* `order` of what it stands under; 0: nothing */
	uint32_t len;    /* octets of the key */
};

/* A table whose entries have `own` octets, cleared at first; it may outlive the session. */
struct tally *tally_open(struct session *s, size_t own);
void tally_close(struct tally *t);

/* The entry of that key under that parent; made when there is none. */
struct entry *tally_get(struct tally *t, uint64_t parent, const void *key, uint32_t len);

void *entry_own(struct entry *e);
const void *entry_key(const struct entry *e);

/*
 * All entries, those under the same parent together and those of parents made first
 * before others; among them by `compare`, or in the order they were made (NULL, or where
 * it gives 0).  There are *n of them; the caller frees the list.
 */
struct entry **tally_list(const struct tally *t, int (*compare)(struct entry *, struct entry *),
			  uint32_t *n);

/* Where in such a list those under `parent` begin; *count says how many there are. */
uint32_t children_of(struct entry *const *list, uint32_t n, uint64_t parent, uint32_t *count);

#endif
