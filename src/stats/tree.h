/* SPDX-License-Identifier: BSD-2-Clause */
/* Names counted in a tree, with how often and how densely they came.  For stats/ alone. */
#ifndef STATS_TREE_H
#define STATS_TREE_H

#include "stats/kind.h"

/* Buckets that a burst is looked for in, and nanoseconds that each spans. */
#define BURST_BUCKETS 20
#define BURST_BUCKET_NS INT64_C(5000000)
#define BURST_WINDOW_MS 100

/* The densest 100 ms that something had. */
struct burst {
	int64_t start[BURST_BUCKETS]; /* nanoseconds: the first that the bucket holds */
	uint32_t n[BURST_BUCKETS];    /* how many it holds; 0: it doesn't count */
	int64_t newest;               /* the newest bucket */
	uint32_t most;                /* of all buckets in a window */
	int64_t most_start;           /* when that window's first one came */
};

struct twig {
	uint64_t count, sum, least, most;
	struct burst burst;
};

/* A tree of twigs; what stands at the top is never forgotten for long: it is always used. */
struct tree {
	struct tally *tally;
	const char *title;
	char *owned_title; /* what `title` points to, if it isn't constant */
	bool averages;     /* values are added up, too */
	bool as_made;      /* shown in the order they were made, not by how many there are */
	bool any;
	int64_t first, last; /* nanoseconds: of what was counted */
};

/* A frame counts, at that time; to be called before tree_count(). */
void tree_time(struct tree *t, int64_t now);
/* Counts a name under a parent (0: at the top); gives the number that its own children need. */
uint64_t tree_count(struct tree *t, uint64_t parent, const char *name, size_t len, int64_t now,
		    uint64_t value);
/* The name is there, be it counted or not. */
uint64_t tree_add(struct tree *t, uint64_t parent, const char *name);

void tree_print(const struct tree *tree, struct out *out);
void tree_json(const struct tree *tree, struct text *t);

#endif
