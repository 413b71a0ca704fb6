/* SPDX-License-Identifier: BSD-2-Clause */
/* Octets that came in pieces, in any order, some of them twice. */
/* RFC 791, 3.2; RFC 8200, 4.5; RFC 9293, 3.10.7.4. */
#include "flow/pieces.h"
#include <stdlib.h>
#include <string.h>

struct held {
	struct piece piece;
	uint8_t *bytes; /* owned */
	uint32_t nth;   /* counts the datagram's fragments as they came */
};

void pieces_drop(struct pieces *d)
{
	for (uint32_t i = 0; i < d->n; i++)
		free(d->held[i].bytes);
	free(d->held);
	free(d->laid.p);
	*d = (struct pieces){0};
}

/* Where a piece of that offset goes: behind all that begin there or before. */
static uint32_t place_of(const struct pieces *d, uint32_t offset)
{
	uint32_t low = 0, high = d->n;

	while (low < high) {
		uint32_t mid = (low + high) / 2;

		if (d->held[mid].piece.offset <= offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Puts the piece among the others; gives its place. */
static uint32_t hold(struct pieces *d, struct piece piece, const uint8_t *p)
{
	uint32_t i = place_of(d, piece.offset);

	if (d->n == d->cap) {
		d->cap = d->cap ? 2 * d->cap : 4;
		d->held = need_more(d->held, d->cap * sizeof *d->held);
	}
	memmove(d->held + i + 1, d->held + i, (d->n++ - i) * sizeof *d->held);
	d->held[i].piece = piece;
	d->held[i].nth = d->n;
	d->held[i].bytes = need(piece.len);
	memcpy(d->held[i].bytes, p, piece.len);
	return i;
}

static uint32_t end_of(const struct piece *p)
{
	return p->offset + p->len;
}

static void note_end(struct pieces *d, struct piece *p)
{
	if (d->ended && d->end != end_of(p))
		p->flags |= PIECE_ENDS_TOO;
	if (!d->ended)
		d->end = end_of(p);
	d->ended = true;
}

/* How far the pieces reach now that there is a new one at place i. */
static void advance(struct pieces *d, uint32_t i)
{
	if (end_of(&d->held[i].piece) <= d->reach)
		return;
	for (; i < d->n && d->held[i].piece.offset <= d->reach; i++)
		if (end_of(&d->held[i].piece) > d->reach)
			d->reach = end_of(&d->held[i].piece);
}

/* Copies what is new of the piece behind the `done` octets; gives how many are done then. */
static uint32_t lay(uint8_t *to, uint32_t done, uint32_t end, struct held *h)
{
	struct piece *p = &h->piece;
	uint32_t last = end_of(p) < end ? end_of(p) : end;

	if (p->offset < done) {
		uint32_t both = (last < done ? last : done) - p->offset;

		p->flags |= PIECE_OVERLAPS;
		if (last > p->offset && memcmp(to + p->offset, h->bytes, both))
			p->flags |= PIECE_CONFLICTS;
	}
	if (end_of(p) > end)
		p->flags |= PIECE_TOO_LONG;
	if (last <= done)
		return done;
	memcpy(to + done, h->bytes + (done - p->offset), last - done);
	return last;
}

/* A fragment and its rank: of those that bring an octet, the lowest has its say. */
struct ranked {
	uint64_t rank;
	const struct held *held;
};

static uint64_t rank_of(const struct held *h, enum overlap policy)
{
	switch (policy) {
	case OVERLAP_LAST:
		return UINT32_MAX - h->nth;
	case OVERLAP_LINUX:
		return (uint64_t)h->piece.offset << 32 | (UINT32_MAX - h->nth);
	case OVERLAP_BSD:
		return (uint64_t)h->piece.offset << 32 | h->nth;
	default:
		return h->nth;
	}
}

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* Lays the datagram's fragments out anew, those that have less of a say first. */
static void lay_by(enum overlap policy, struct walk *w, const struct pieces *d, uint8_t *to)
{
	struct ranked *ranked = take(w, d->n * sizeof *ranked);

	for (uint32_t i = 0; i < d->n; i++)
		ranked[i] = (struct ranked){rank_of(&d->held[i], policy), &d->held[i]};
	qsort(ranked, d->n, sizeof *ranked, by_rank);
	for (uint32_t i = d->n; i-- > 0;) {
		const struct held *h = ranked[i].held;
		uint32_t last = end_of(&h->piece) < d->end ? end_of(&h->piece) : d->end;

		if (h->piece.offset < last)
			memcpy(to + h->piece.offset, h->bytes, last - h->piece.offset);
	}
}

size_t pieces_cost(uint32_t octets)
{
	return sizeof(struct held) + octets;
}

void pieces_end(struct pieces *d, uint32_t end)
{
	d->ended = true;
	d->end = end;
}

void pieces_add(struct pieces *d, struct piece piece, bool more, const uint8_t *p)
{
	uint32_t i;

	if (!more)
		note_end(d, &piece);
	i = hold(d, piece, p);
	if (i < d->laid.pieces)
		d->laid.pieces = d->laid.len = 0;
	advance(d, i);
	d->cost += pieces_cost(piece.len);
}

/* Room for all octets; what is laid out stays where it is for those who look at it. */
static void make_room(struct walk *w, struct pieces *d)
{
	uint32_t cap = d->laid.cap <= d->end / 2 ? d->end : d->laid.cap * 2;
	uint8_t *p;

	if (d->laid.p && d->laid.cap >= d->end)
		return;
	p = need(cap);
	if (d->laid.p) {
		memcpy(p, d->laid.p, d->laid.len);
		arena_keep(&w->arena, d->laid.p);
	}
	d->cost += cap - d->laid.cap;
	d->laid.p = p;
	d->laid.cap = cap;
}

const uint8_t *pieces_octets(struct walk *w, struct pieces *d, enum overlap policy)
{
	uint32_t done = d->laid.len;
	bool fits = true;

	make_room(w, d);
	for (uint32_t i = d->laid.pieces; i < d->n; i++) {
		done = lay(d->laid.p, done, d->end, &d->held[i]);
		fits = fits && end_of(&d->held[i].piece) <= d->end;
		if (fits) {
			d->laid.pieces = i + 1;
			d->laid.len = done;
		}
	}
	if (policy != OVERLAP_BSD)
		lay_by(policy, w, d, d->laid.p);
	return d->laid.p;
}

const struct whole *pieces_whole(struct walk *w, struct pieces *d, enum overlap policy)
{
	struct whole *whole = take(w, sizeof *whole);
	struct piece *pieces = take(w, d->n * sizeof *pieces);
	const uint8_t *octets = pieces_octets(w, d, policy);

	for (uint32_t i = 0; i < d->n; i++)
		pieces[i] = d->held[i].piece;
	arena_keep(&w->arena, d->laid.p);
	d->cost -= d->laid.cap;
	memset(&d->laid, 0, sizeof d->laid);
	*whole = (struct whole){octets, d->end, pieces, d->n};
	return whole;
}
