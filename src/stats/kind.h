/* SPDX-License-Identifier: BSD-2-Clause */
/* What a kind of statistic is.  For stats/ alone. */
#ifndef STATS_KIND_H
#define STATS_KIND_H

#include "core/out.h"
#include "filter/filter.h"
#include "stats/json.h"
#include "stats/stats.h"
#include "stats/tally.h"

/* One statistic of a run. */
struct stat {
	const struct stat_kind *kind;
	struct session *session;
	struct filter *filter;   /* which frames count; NULL: all */
	const char *filter_text; /* as the user wrote it; NULL: none */
	char *name;              /* as the user wrote it; owned */
	void *own;               /* what the kind keeps */
	struct out *out;         /* while it is printed: where its text goes */
	int64_t elapsed;         /* nanoseconds from the run's first frame to its last */
};

struct stat_kind {
	const char *name; /* what -z's argument begins with */
	/* Writes the names that there are, ", " between them; NULL: just `name`. */
	void (*names)(const struct session *s, struct text *t);
	/* Reads what stands behind the name, a comma before it ("" when there is nothing). */
	bool (*open)(struct stat *st, const char *args, struct fault *fault);
	void (*frame)(struct stat *st, const struct record *r);
	void (*print)(struct stat *st, struct text *t);
	/* Members of the statistic's object, each with a comma before it. */
	void (*json)(struct stat *st, struct text *t);
	void (*close)(struct stat *st);
};

extern const struct stat_kind kind_follow, kind_conv, kind_endpoints, kind_hierarchy, kind_io,
	kind_expert, kind_flow;
/* Those whose rows stand in a tree: "plen,tree". */
#define N_TREE_KINDS 9
extern const struct stat_kind tree_kinds[N_TREE_KINDS];

/*
 * Compiles what stands behind a comma as the statistic's filter; nothing is no filter.
 * False: it is wrong.
 */
bool stat_filter(struct stat *st, const char *args, struct fault *fault);

/* Compiles one filter of the user's; NULL: it is wrong, and `fault` says what. */
struct filter *open_filter(struct session *s, const char *text, struct fault *fault);

/* How a size is written in tables: "9999 bytes", "10 kB". */
void text_size(struct text *t, uint64_t bytes);

/* Fills the line up with blanks, so that it is `width` characters long from `start` on. */
void text_fill_to(struct text *t, size_t start, size_t width);

#endif
