/* SPDX-License-Identifier: BSD-2-Clause */
/* One direction of a byte stream: segments in any order become bytes in theirs. */
/* RFC 9293, 3.4 and 3.10.7.4: sequence numbers count octets and wrap at 2^32. */
#ifndef FLOW_STREAM_H
#define FLOW_STREAM_H

#include "flow/overlap.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A segment as it came. */
struct brought {
	uint32_t seq;         /* number of its first octet */
	uint32_t len;         /* octets */
	const uint8_t *bytes; /* these */
	uint64_t frame;       /* number of its frame */
	int64_t time;         /* nanoseconds since 1970 */
};

/* Octets that follow one another, of one segment. */
struct chunk {
	struct chunk *next;
	uint32_t seq, len;
	uint32_t begin;  /* where its segment began */
	uint64_t frame;  /* of the segment */
	int64_t time;    /* ... the same */
	uint8_t bytes[]; /* len of them */
};

struct stream {
	uint32_t next;        /* number of the first octet that wasn't given out */
	bool begun;           /* ... is known */
	struct chunk *chunks; /* behind it, by their numbers, none overlaps another; owned */
	size_t held;          /* bytes of memory that they take */
};

/* The octet with that number is the first one. */
void stream_begin(struct stream *s, uint32_t seq);
/* Forgets what it holds. */
void stream_end(struct stream *s);

/*
 * Adds a segment's octets.  What was given out before stays as it was.  A stream that isn't
 * begun begins with them.
 */
void stream_add(struct stream *s, const struct brought *b, enum overlap overlap);

/*
 * The next octets in their order, as many as one segment brought; NULL: the next one isn't
 * there.  The caller frees them.
 */
struct chunk *stream_take(struct stream *s);

/* How many octets are missing before the first one that is there; 0: none, or nothing is. */
uint32_t stream_gap(const struct stream *s);
/* Gives them up: the stream goes on behind them. */
void stream_skip(struct stream *s);

#endif
