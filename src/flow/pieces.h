/* SPDX-License-Identifier: BSD-2-Clause */
/* Octets that came in pieces, in any order, some of them twice: datagrams, parts of streams. */
#ifndef FLOW_PIECES_H
#define FLOW_PIECES_H

#include "core/walk.h"
#include "flow/overlap.h"

/* What is odd about a fragment, or about one of a datagram's. */
enum {
	PIECE_OVERLAPS = 1,  /* another one brought some of its octets before */
	PIECE_CONFLICTS = 2, /* ... with other values */
	PIECE_ENDS_TOO = 4,  /* it says that the datagram ends elsewhere than an earlier one said */
	PIECE_TOO_LONG = 8,  /* it reaches past the datagram's end */
	PIECE_ODD = PIECE_CONFLICTS | PIECE_ENDS_TOO | PIECE_TOO_LONG,
};

/* One fragment as it came. */
struct piece {
	uint64_t frame;  /* number of its frame */
	uint32_t offset; /* octets of the datagram before it */
	uint32_t len;    /* octets */
	uint8_t flags;   /* PIECE_ */
};

/* A datagram that is complete; it lives as long as the frame that completed it. */
struct whole {
	const uint8_t *p;
	uint32_t len;
	const struct piece *pieces; /* by offset, then as they came */
	uint32_t n;
};

struct held;

/* What came so far; all 0 at first. */
struct pieces {
	struct held *held; /* by offset, then as they came; owned */
	uint32_t n, cap;
	uint32_t reach; /* octets from the first on that are here without a gap */
	uint32_t end;   /* octets of the whole, once a last piece came */
	bool ended;     /* it did */
	size_t cost;    /* bytes of memory that they take */
	struct {
		uint8_t *p; /* owned */
		uint32_t cap, len, pieces;
	} laid; /* the first of them side by side, so that a whole that grows is laid out once */
};

/* Keeps a copy of the piece, whose octets begin at `p`; `more`: it isn't the last one. */
void pieces_add(struct pieces *d, struct piece piece, bool more, const uint8_t *p);
/* Nothing comes behind so many octets. */
void pieces_end(struct pieces *d, uint32_t end);
/* Bytes of memory that a piece of so many octets takes. */
size_t pieces_cost(uint32_t octets);

static inline bool pieces_complete(const struct pieces *d)
{
	return d->ended && d->reach >= d->end;
}

/*
 * The octets that they make together, d->end of them, where they are complete; more may come
 * yet.  They live as long as the frame at hand.
 */
const uint8_t *pieces_octets(struct walk *w, struct pieces *d, enum overlap policy);

/* The same with the list of the pieces, when nothing is to come any more. */
const struct whole *pieces_whole(struct walk *w, struct pieces *d, enum overlap policy);

/* Forgets them. */
void pieces_drop(struct pieces *d);

#endif
