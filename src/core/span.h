/* SPDX-License-Identifier: BSD-2-Clause */
/* A stretch of packet bytes that knows how much of it was captured. */
#ifndef CORE_SPAN_H
#define CORE_SPAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * Two lengths travel with every pointer into a packet.  A byte at or beyond
 * `cap` was on the wire but not captured: the packet is *truncated* there.  A
 * byte at or beyond `wire` lies outside what the container's own length field
 * grants: the packet is *malformed* there.  cap <= wire always holds.
 */
struct span {
	const uint8_t *p; /* first byte; readable for `cap` bytes */
	uint32_t cap;     /* bytes captured */
	uint32_t wire;    /* bytes that the container holds */
};

/* The span without its first n bytes; empty when it has no more than that. */
static inline struct span span_skip(struct span s, uint32_t n)
{
	uint32_t c = n < s.cap ? n : s.cap;
	uint32_t w = n < s.wire ? n : s.wire;

	/* Nothing is added to the NULL of an empty span. */
	return (struct span){c ? s.p + c : s.p, s.cap - c, s.wire - w};
}

/* The first n bytes of the span; all of it when it is shorter. */
static inline struct span span_first(struct span s, uint32_t n)
{
	if (s.wire > n)
		s.wire = n;
	if (s.cap > n)
		s.cap = n;
	return s;
}

/* Whether the first n captured octets (n <= cap) are all zero. */
static inline bool span_is_zero(struct span s, uint32_t n)
{
	uint8_t any = 0;

	for (uint32_t i = 0; i < n && i < s.cap; i++)
		any |= s.p[i];
	return !any;
}

/* Whether the captured octets of both are the same. */
static inline bool span_equal(struct span a, struct span b)
{
	return a.cap == b.cap && !memcmp(a.p, b.p, a.cap);
}

#endif
