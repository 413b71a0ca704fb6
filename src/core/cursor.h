/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading packet bytes one after the other, with no way to read outside. */
#ifndef CORE_CURSOR_H
#define CORE_CURSOR_H

#include "core/span.h"
#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Why a cursor stopped. */
enum trouble {
	FINE = 0,
	TRUNCATED, /* the bytes were on the wire, but not captured */
	MALFORMED, /* the container ends before */
	UNFIT,     /* it can't be put together with what came before it */
};

/*
 * What is left to read.  A read past the end gives zeros, marks the cursor and
 * empties it, so that a loop `while (c.left.cap)` always ends and a chain of
 * reads needs one check at its end.
 */
struct cursor {
	struct span left; /* bytes not yet read */
	uint32_t at;      /* offset of left.p in the data source, in bytes */
	uint8_t source;   /* which data source: struct record's `sources` */
	uint8_t bad;      /* enum trouble: set by the first read that failed */
};

/* Marks the cursor as read past its end by a wish for n bytes. */
static __attribute__((cold, noinline, unused)) void cursor_fail(struct cursor *c, uint32_t n)
{
	if (!c->bad)
		c->bad = n <= c->left.wire ? TRUNCATED : MALFORMED;
	c->at += c->left.cap;
	c->left = span_skip(c->left, c->left.wire);
}

/* True when n more bytes are there to be read. */
static inline bool cursor_has(const struct cursor *c, uint32_t n)
{
	return n <= c->left.cap;
}

/* The next n bytes as a pointer and the cursor behind them; NULL when they aren't there. */
static inline const uint8_t *cursor_pull(struct cursor *c, uint32_t n)
{
	const uint8_t *p = c->left.p;

	if (n > c->left.cap) {
		cursor_fail(c, n);
		return 0;
	}
	if (!n)
		return p;
	c->left.p += n;
	c->left.cap -= n;
	c->left.wire -= n;
	c->at += n;
	return p;
}

/*
 * The next n bytes as a span of their own.  Unlike cursor_pull() it gives what
 * was captured of them when the capture is cut, so that the inner bytes can
 * still be shown; past the container's end it fails.
 */
static inline struct span cursor_take(struct cursor *c, uint32_t n)
{
	struct span s = span_first(c->left, n);

	if (n > c->left.wire) {
		cursor_fail(c, n);
		return (struct span){s.p, 0, 0};
	}
	c->left = span_skip(c->left, n);
	c->at += s.cap;
	return s;
}

/* Big-endian number of n bytes (0 to 8) at p; the usual sizes take one load. */
static inline uint64_t load_be(const uint8_t *p, unsigned n)
{
	uint64_t v = 0;
	uint32_t v32;
	uint16_t v16;

	switch (n) {
	case 1:
		return *p;
	case 2:
		memcpy(&v16, p, sizeof v16);
		return be16toh(v16);
	case 4:
		memcpy(&v32, p, sizeof v32);
		return be32toh(v32);
	default:
		while (n--)
			v = v << 8 | *p++;
		return v;
	}
}

/* Little-endian number of n bytes (0 to 8) at p. */
static inline uint64_t load_le(const uint8_t *p, unsigned n)
{
	uint64_t v = 0;

	while (n--)
		v = v << 8 | p[n];
	return v;
}

/* Reads n bytes (0 to 8) as a big-endian number; 0 when they aren't there. */
static inline uint64_t cursor_be(struct cursor *c, unsigned n)
{
	const uint8_t *p = cursor_pull(c, n);

	return p ? load_be(p, n) : 0;
}

/* Reads n bytes (0 to 8) as a little-endian number; 0 when they aren't there. */
static inline uint64_t cursor_le(struct cursor *c, unsigned n)
{
	const uint8_t *p = cursor_pull(c, n);

	return p ? load_le(p, n) : 0;
}

static inline uint8_t u8(struct cursor *c)
{
	return (uint8_t)cursor_be(c, 1);
}

static inline uint16_t u16(struct cursor *c)
{
	return (uint16_t)cursor_be(c, 2);
}

static inline uint32_t u24(struct cursor *c)
{
	return (uint32_t)cursor_be(c, 3);
}

static inline uint32_t u32(struct cursor *c)
{
	return (uint32_t)cursor_be(c, 4);
}

static inline uint64_t u64(struct cursor *c)
{
	return cursor_be(c, 8);
}

static inline uint16_t le16(struct cursor *c)
{
	return (uint16_t)cursor_le(c, 2);
}

static inline uint32_t le32(struct cursor *c)
{
	return (uint32_t)cursor_le(c, 4);
}

#endif
