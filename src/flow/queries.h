/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbered queries between two ends, and the first reply to each. */
#ifndef FLOW_QUERIES_H
#define FLOW_QUERIES_H

#include "flow/conv.h"

/* What a message turns out to be. */
struct query_found {
	uint64_t request; /* the frame of the query that it repeats or replies to; 0: none */
	uint64_t reply;   /* the frame of the reply that it repeats; 0: none */
	int64_t since;    /* nanoseconds since that query */
};

/*
 * Takes note of a query; `request` is set when it is the same again, no more than
 * `again` nanoseconds later and before any reply.
 */
struct query_found query_asked(struct walk *w, const struct layer *l, uint32_t number,
			       int64_t again);
/* Finds the query that this is a reply to. */
struct query_found query_answered(struct walk *w, const struct layer *l, uint32_t number);

#endif
