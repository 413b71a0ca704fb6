/* SPDX-License-Identifier: BSD-2-Clause */
/* What peel conversations prints: a table, JSON or CSV. */
#ifndef CLI_CONVERSATIONS_PRINT_H
#define CLI_CONVERSATIONS_PRINT_H

#include "core/out.h"
#include "stats/connections.h"

struct listing {
	const struct session *session;
	struct entry *const *list; /* of struct connection, in order */
	uint32_t n;                /* of them, those to be printed ... */
	uint32_t left;             /* ... and those that aren't */
	unsigned width;            /* characters of a line; 0: any number */
	bool utf8;                 /* there is more than ASCII */
	bool names;                /* services are to be named */
};

/* What is left in `out` waits to be written. */
void listing_table(const struct listing *l, struct out *out);
void listing_json(const struct listing *l, struct out *out);
void listing_csv(const struct listing *l, struct out *out);

#endif
