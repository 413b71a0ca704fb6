/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations and their ends, counted.  For stats/ alone. */
#ifndef STATS_CONV_H
#define STATS_CONV_H

#include "stats/ends.h"
#include "stats/kind.h"

/* What went one way. */
struct traffic {
	uint64_t frames, bytes; /* bytes as on the wire, link layer included */
};

/* What the kinds "conv" and "endpoints" keep. */
struct ends_stat {
	struct ends_type type;
	struct tally *tally;
};

/* Opens for ",TYPE[,FILTER]"; entries have `own` octets. */
bool ends_open(struct stat *st, const char *args, bool streams, size_t own, struct fault *fault);
void ends_close(struct stat *st);

/* "TITLE WHAT", the filter and the line of columns, between two rulers. */
void ends_heading(struct stat *st, struct text *t, const char *what, const char *columns);
extern const char ends_ruler[];

/* ,"tx":{"packets":N,"bytes":N} */
void json_traffic(struct text *t, const char *key, struct traffic x);

#endif
