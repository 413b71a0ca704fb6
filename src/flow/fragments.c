/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagrams put together from the fragments that networks made of them. */
/* RFC 791, 3.2; RFC 8200, 4.5. */
#include "flow/fragments.h"
#include "flow/conv.h"
#include <stdlib.h>

/* A datagram of 64 KiB in pieces of 8 octets: who needs more of them wants no datagram. */
#define MAX_PIECES 8192

struct held {
	struct piece piece;
	uint8_t *bytes; /* owned */
	uint32_t nth;   /* counts the datagram's fragments as they came */
};

/* What came so far. */
struct datagram {
	struct held *held; /* by offset, then as they came; owned */
	uint32_t n, cap;
	uint32_t reach; /* octets from the first on that are here without a gap */
	uint32_t end;   /* octets of the whole, once a last fragment came */
	bool ended;     /* it did */
};

static void drop_datagram(void *own)
{
	struct datagram *d = own;

	for (uint32_t i = 0; i < d->n; i++)
		free(d->held[i].bytes);
	free(d->held);
}

/* Where a piece of that offset goes: behind all that begin there or before. */
static uint32_t place_of(const struct datagram *d, uint32_t offset)
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
static uint32_t hold(struct datagram *d, struct piece piece, const uint8_t *p)
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

static void note_end(struct datagram *d, struct piece *p)
{
	if (d->ended && d->end != end_of(p))
		p->flags |= PIECE_ENDS_TOO;
	if (!d->ended)
		d->end = end_of(p);
	d->ended = true;
}

/* How far the pieces reach now that there is a new one at place i. */
static void advance(struct datagram *d, uint32_t i)
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

static const char policy_key;

void fragments_overlap(struct session *s, enum overlap policy)
{
	void **slot = session_slot(s, &policy_key, free);

	if (!*slot)
		*slot = need(sizeof policy);
	memcpy(*slot, &policy, sizeof policy);
}

static enum overlap policy_of(const struct session *s)
{
	const enum overlap *policy = session_kept(s, &policy_key);

	return policy ? *policy : OVERLAP_BSD;
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
static void lay_by(enum overlap policy, struct walk *w, const struct datagram *d, uint8_t *to)
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

static const struct whole *put_together(struct walk *w, struct datagram *d)
{
	enum overlap policy = policy_of(w->session);

	struct whole *whole = take(w, sizeof *whole);
	struct piece *pieces = take(w, d->n * sizeof *pieces);
	uint8_t *to = take(w, d->end);
	uint32_t done = 0;

	for (uint32_t i = 0; i < d->n; i++) {
		done = lay(to, done, d->end, &d->held[i]);
		pieces[i] = d->held[i].piece;
	}
	if (policy != OVERLAP_BSD)
		lay_by(policy, w, d, to);
	*whole = (struct whole){to, d->end, pieces, d->n};
	return whole;
}

const struct whole *fragment_add(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t offset, bool more, struct span bytes)
{
	struct conv *c = conv_oneway(w, table_key, number, sizeof(struct datagram));
	struct piece piece = {w->r.frame->number, offset, bytes.cap, 0};
	struct datagram *d = conv_own(c);
	const struct whole *whole = NULL;

	c->drop_own = drop_datagram;
	if (!more)
		note_end(d, &piece);
	advance(d, hold(d, piece, bytes.p));
	if (d->ended && d->reach >= d->end)
		whole = put_together(w, d);
	if (whole || d->n >= MAX_PIECES)
		conv_forget(c);
	else
		conv_charge(c, sizeof *d->held + bytes.cap);
	return whole;
}

/* --- rows --- */

/* "2 IPv4 Fragments (41 bytes): #6(24), #7(17)" */
static void label_all(struct walk *w, const char *of, const struct whole *whole)
{
	struct text t = {0};

	if (!w->labels)
		return;
	text_format(&t, "%u %s Fragment%s (%u byte%s): ", whole->n, of, whole->n == 1 ? "" : "s",
		    whole->len, whole->len == 1 ? "" : "s");
	for (uint32_t i = 0; i < whole->n; i++)
		text_format(&t, "%s#%u(%u)", i ? ", " : "", (unsigned)whole->pieces[i].frame,
			    whole->pieces[i].len);
	label_whole(w, "%s", text_string(&t));
	text_close(&t);
}

static void put_flag(struct walk *w, const struct cursor *c, unsigned row, unsigned flag)
{
	if (!flag)
		return;
	put_value(w, row, c->at, c->left.cap, 1);
	source_of_last(w, c->source);
}

static void put_piece(struct walk *w, const struct fragment_rows *rows, struct cursor c,
		      const struct piece *p)
{
	unsigned bad = p->flags & (PIECE_CONFLICTS | PIECE_ENDS_TOO | PIECE_TOO_LONG);

	cursor_take(&c, p->offset < c.left.cap ? p->offset : c.left.cap);
	c = cursor_first(c, p->len);
	put_value(w, bad ? rows->error : rows->one, c.at, c.left.cap, p->frame);
	source_of_last(w, c.source);
	label_whole(w, "Frame: %u, payload: %u-%u (%u byte%s)", (unsigned)p->frame, p->offset,
		    end_of(p) - 1, p->len, p->len == 1 ? "" : "s");
	w->depth++;
	put_flag(w, &c, rows->overlap, p->flags & PIECE_OVERLAPS);
	put_flag(w, &c, rows->conflict, p->flags & PIECE_CONFLICTS);
	put_flag(w, &c, rows->ends_too, p->flags & PIECE_ENDS_TOO);
	put_flag(w, &c, rows->too_long, p->flags & PIECE_TOO_LONG);
	w->depth--;
}

struct cursor put_whole(struct walk *w, const struct fragment_rows *rows, const struct whole *whole)
{
	const char *name = arena_join(&w->arena, "Reassembled ", rows->of);
	struct cursor c = add_source(w, name, whole->p, whole->len);
	uint32_t group = open_group(w, &c, rows->all, whole->len);

	label_all(w, rows->of, whole);
	for (uint32_t i = 0; i < whole->n; i++)
		put_piece(w, rows, c, &whole->pieces[i]);
	put_value(w, rows->count, 0, 0, whole->n);
	put_value(w, rows->len, 0, 0, whole->len);
	put_bytes(w, rows->data, 0, whole->len, whole->p, whole->len);
	source_of_last(w, c.source);
	shut_group(w, group, NULL);
	return c;
}
