/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages out of a TCP stream. */
#include "flow/tcp_pdu.h"
#include "core/arena.h"
#include <stdlib.h>

/* A message that needs more than one segment. */
struct pdu {
	struct pdu *older;
	uint32_t seq, end; /* numbers of its first octet, and of the one behind it so far known */
	bool segment;      /* its length isn't known yet: it takes all of the next segment */
	uint32_t looked;   /* octets that needn't be looked at again: see `pdu_len` */
	uint64_t done_in;  /* the frame that completed it; 0: it isn't */
	struct pieces pieces; /* what came of it until then */
};

/* More that wait at once, or were complete before, don't matter to what comes. */
#define MAX_PDUS 16

/* An end beyond all that comes: the connection's. */
#define FAR UINT32_C(0x40000000)

static bool before(uint32_t a, uint32_t b)
{
	return (int32_t)(a - b) < 0;
}

/* --- what is kept --- */

static void drop(struct pdu *p)
{
	pieces_drop(&p->pieces);
	free(p);
}

void tcp_pdus_drop(struct tcp_pdus *p)
{
	while (p->list) {
		struct pdu *older = p->list->older;

		drop(p->list);
		p->list = older;
	}
}

static void drop_oldest(struct tcp_delivery *d)
{
	struct pdu **at = &d->pdus->list;
	unsigned n = 0;

	for (; *at && n < MAX_PDUS; at = &(*at)->older)
		n++;
	if (!*at)
		return;
	conv_discharge(d->conv, (*at)->pieces.cost);
	drop(*at);
	*at = NULL;
}

/* One connection doesn't get all memory there is: what it began is given up. */
static void give_up(struct tcp_delivery *d)
{
	size_t cost = 0;

	for (const struct pdu *p = d->pdus->list; p; p = p->older)
		cost += p->pieces.cost;
	tcp_pdus_drop(d->pdus);
	conv_discharge(d->conv, cost);
	conv_count_forgotten(d->conv);
}

/* Keeps the octets until the message is complete; false: they were too many. */
static bool keep(struct walk *w, struct tcp_delivery *d, struct pdu *p, uint32_t seq,
		 struct span bytes, bool more)
{
	struct piece piece = {w->r.frame->number, seq - p->seq, bytes.wire, 0};
	size_t cost = p->pieces.cost;

	pieces_add(&p->pieces, piece, more, bytes.p);
	conv_charge(d->conv, p->pieces.cost - cost);
	if (!conv_overgrown(d->conv))
		return true;
	give_up(d);
	return false;
}

/* It is complete: of its octets nothing is needed any more. */
static void finish(struct walk *w, struct tcp_delivery *d, struct pdu *p)
{
	p->done_in = w->r.frame->number;
	conv_discharge(d->conv, p->pieces.cost);
	pieces_drop(&p->pieces);
}

/* The message that begins with that octet. */
static struct pdu *begun_at(const struct tcp_pdus *pdus, uint32_t seq)
{
	struct pdu *p = pdus->list;

	while (p && p->seq != seq)
		p = p->older;
	return p;
}

/* The nearest one that began before it, if the octet is part of it. */
static struct pdu *around(const struct tcp_pdus *pdus, uint32_t seq)
{
	struct pdu *best = NULL;

	for (struct pdu *p = pdus->list; p; p = p->older)
		if (before(p->seq, seq) && (!best || before(best->seq, p->seq)))
			best = p;
	return best && before(seq, best->end) ? best : NULL;
}

/* --- what the next protocol makes of bytes --- */

/* Octets of the message that begins there, as `pdu_len` gives them; the last segment ends it. */
static uint32_t octets(struct walk *w, const struct tcp_delivery *d, const struct plan *child,
		       struct cursor c, uint32_t *looked)
{
	uint32_t len = pdu_octets(w, child, c, looked);

	return len == PDU_TO_END && d->last ? c.left.wire : len;
}

/* Which of them are whole messages, and what the one behind those lacks. */
struct want {
	uint32_t offset; /* octets of whole messages */
	uint32_t n;      /* how many these are */
	bool none;       /* nobody's are behind them */
	uint32_t more;   /* octets that are missing; PDU_MORE, PDU_TO_END; 0: nothing is */
	uint32_t looked; /* octets of that one that needn't be looked at again */
};

/* Of the first one there were octets before, `looked` of which were looked at. */
static struct want look(struct walk *w, const struct tcp_delivery *d, const struct plan *child,
			struct cursor c, uint32_t looked)
{
	struct want want = {.looked = looked};

	if (!child || !pdus_of(child))
		return want;
	while (c.left.wire) {
		uint32_t len = octets(w, d, child, c, &want.looked);

		if (len == PDU_NONE) {
			want.none = true;
			return want;
		}
		if (len == PDU_MORE || len == PDU_TO_END) {
			want.more = len;
			return want;
		}
		if (len > c.left.wire) {
			want.more = len - c.left.wire;
			return want;
		}
		want.offset += len;
		want.n++;
		want.looked = 0;
		cursor_take(&c, len);
	}
	return want;
}

/* Puts how long each of the whole messages is. */
static void put_sizes(struct walk *w, const struct tcp_delivery *d, const struct plan *child,
		      struct cursor c, struct want want)
{
	if (!child || !pdu_sized(child) || !wanted(w, d->rows->size))
		return;
	c = cursor_first(c, want.offset);
	while (c.left.wire) {
		uint32_t looked = 0, len = octets(w, d, child, c, &looked);

		put_value(w, d->rows->size, c.at, len, len);
		source_of_last(w, c.source);
		cursor_take(&c, len);
	}
}

/* The same for one that wants to see what isn't whole, too: all is one layer. */
static void hand_begun(struct walk *w, struct tcp_delivery *d, const struct plan *child,
		       struct cursor c, struct want want)
{
	unsigned place = child == d->handed ? PDU_AGAIN : 0;

	if (want.more)
		place |= PDU_OPEN;
	if (!want.offset)
		place |= PDU_MUTE;
	else
		d->handed = child;
	walk_pdu(w, child, c, place);
}

/* Queues the whole messages. */
static void hand_over(struct walk *w, struct tcp_delivery *d, const struct plan *child,
		      struct cursor c, struct want want)
{
	unsigned place = d->handed ? PDU_BEHIND : 0;

	if (child && pdu_begun(child)) {
		hand_begun(w, d, child, c, want);
		return;
	}
	if (child && pdus_of(child) && !want.offset)
		return;
	if (child && child == d->handed)
		place |= PDU_AGAIN;
	d->handed = child ? child : d->handed;
	if (!child || !pdus_of(child)) {
		walk_next(w, child, c);
		return;
	}
	c = cursor_first(c, want.offset);
	while (c.left.wire) {
		bool all = want.n == 1 || pdus_in_one(child);
		uint32_t looked = 0, len = all ? want.offset : octets(w, d, child, c, &looked);

		walk_pdu(w, child, cursor_first(c, len), place);
		place = PDU_AGAIN | PDU_NAMELESS;
		cursor_take(&c, len);
	}
}

/* --- one segment --- */

static void put_data(struct walk *w, const struct tcp_delivery *d, struct cursor c, uint32_t n,
		     const char *how)
{
	put(w, &c, d->rows->data, n);
	label_whole(w, "%sTCP segment data (%u byte%s)", how, n, plural(n));
}

/* What is behind `skip` octets belongs to a message that isn't complete. */
static void leave(struct walk *w, struct tcp_delivery *d, uint32_t skip)
{
	struct cursor c = d->bytes;

	cursor_take(&c, skip);
	put_data(w, d, c, c.left.wire, "");
}

/* The segment brings nothing but that; `child` has looked at what there is of it, or is NULL. */
static void say_waits(struct walk *w, struct tcp_delivery *d, const struct plan *child,
		      struct cursor bytes)
{
	static const char words[] = " [TCP segment of a reassembled PDU]";
	const char *before;

	if (d->handed || !w->summary)
		return;
	before = child ? waiting_words(w, child, bytes) : NULL;
	if (before)
		walk_words(w, d->rows->words, arena_join(&w->arena, before, words), false);
	else
		walk_words(w, d->rows->words, words, true);
}

static void set_end(struct tcp_delivery *d, struct pdu *p, uint32_t next, uint32_t more)
{
	p->segment = more == PDU_MORE;
	p->end = next + (more == PDU_MORE ? 1 : more == PDU_TO_END ? FAR : more);
	if (more == PDU_TO_END)
		d->pdus->until_fin = true;
}

/* A message begins `skip` octets into the segment and goes on behind it. */
static void begin(struct walk *w, struct tcp_delivery *d, uint32_t skip, struct want want)
{
	struct pdu *p = need_zero(1, sizeof *p);
	struct span bytes = span_skip(d->bytes.left, skip);

	p->older = d->pdus->list;
	d->pdus->list = p;
	p->seq = d->seq + skip;
	p->looked = want.looked;
	set_end(d, p, d->seq + d->bytes.left.wire, want.more);
	if (keep(w, d, p, p->seq, bytes, true))
		drop_oldest(d);
}

static void pass(struct tcp_delivery *d, uint32_t n)
{
	cursor_take(&d->bytes, n);
	d->seq += n;
}

/* Nothing of the segment belongs to a message that began before. */
static bool start(struct walk *w, struct layer *l, struct tcp_delivery *d)
{
	const struct plan *child;
	struct want want;

	if (d->silent)
		return false;
	child = d->child(w, l, d->bytes.left);
	want = look(w, d, child, d->bytes, 0);
	put_sizes(w, d, child, d->bytes, want);
	hand_over(w, d, child, d->bytes, want);
	if (want.more) {
		begin(w, d, want.offset, want);
		if (!want.offset)
			say_waits(w, d, child, d->bytes);
		leave(w, d, want.offset);
	}
	return false;
}

/* The message is still not complete: its length was just learnt, or grows. */
static bool go_on(struct walk *w, struct tcp_delivery *d, struct pdu *p, uint32_t len,
		  struct want want)
{
	leave(w, d, 0);
	p->looked = want.offset ? 0 : want.looked;
	p->pieces.ended = false;
	set_end(d, p, d->seq + len, want.more);
	pass(d, len);
	return d->bytes.left.wire;
}

static void note_made(struct walk *w, struct tcp_delivery *d, const struct whole *whole,
		      struct cursor bytes)
{
	struct put_together *made = take(w, sizeof *made);
	bool odd = false;

	*made = (struct put_together){d->made, whole, bytes};
	d->made = made;
	for (uint32_t i = 0; i < whole->n; i++)
		odd |= whole->pieces[i].flags & PIECE_ODD;
	if (odd)
		walk_words(w, d->rows->words, " [Illegal Segments]", true);
}

/* What there is of a message, which may still grow. */
static struct cursor so_far(struct walk *w, struct tcp_delivery *d, struct pieces *pieces)
{
	size_t cost = pieces->cost;
	const uint8_t *p = pieces_octets(w, pieces, OVERLAP_BSD);

	conv_charge(d->conv, pieces->cost - cost);
	return add_source(w, "Reassembled TCP", p, pieces->end);
}

/* A message that is complete. */
static const struct whole *whole_of(struct walk *w, struct tcp_delivery *d, struct pieces *pieces)
{
	size_t cost = pieces->cost;
	const struct whole *whole = pieces_whole(w, pieces, OVERLAP_BSD);

	conv_discharge(d->conv, cost - pieces->cost);
	return whole;
}

/*
 * All that the message was said to need is there, `len` octets of it in this segment, which
 * has `follow` octets up to the next one; 0: the message ends with it.
 */
static bool complete(struct walk *w, struct layer *l, struct tcp_delivery *d, struct pdu *p,
		     uint32_t len, uint32_t follow)
{
	struct cursor c = so_far(w, d, &p->pieces);
	const struct plan *child = d->silent ? NULL : d->child(w, l, c.left);
	struct want want = look(w, d, child, c, p->looked);
	uint32_t end = p->pieces.end, skip = len - (end - want.offset);

	put_sizes(w, d, child, c, want);
	if (want.more && want.offset <= end - len) {
		hand_over(w, d, child, c, want);
		if (!want.offset)
			say_waits(w, d, child, c);
		return go_on(w, d, p, len, want);
	}
	put_data(w, d, d->bytes, follow ? follow : d->bytes.left.wire, "");
	note_made(w, d, whole_of(w, d, &p->pieces), c);
	if (!d->silent)
		hand_over(w, d, child, c, want);
	finish(w, d, p);
	if (want.more) {
		begin(w, d, skip, want);
		leave(w, d, skip);
	}
	pass(d, follow);
	return follow;
}

/* The segment goes on with a message that began before. */
static bool add(struct walk *w, struct layer *l, struct tcp_delivery *d, struct pdu *p)
{
	uint32_t left = d->bytes.left.wire, next = d->seq + left;
	uint32_t len = p->segment || !before(p->end, next) ? left : p->end - d->seq;
	uint32_t follow;

	if (!keep(w, d, p, d->seq, span_first(d->bytes.left, len), before(next, p->end))) {
		say_waits(w, d, NULL, d->bytes);
		leave(w, d, 0);
		return false;
	}
	if (p->segment && before(p->end, next))
		p->end = next;
	p->segment = false;
	follow = before(p->end, next) ? p->end - d->seq : 0;
	if (pieces_complete(&p->pieces))
		return complete(w, l, d, p, len, follow);
	say_waits(w, d, NULL, d->bytes);
	leave(w, d, 0);
	pass(d, follow);
	return follow;
}

/* The message was complete before: this comes again. */
static bool repeat(struct walk *w, const struct tcp_delivery *d)
{
	if (!d->silent)
		walk_unfit(w, "New fragment overlaps old data (retransmission?)");
	return false;
}

/* One message, or all that are whole; true: there is more behind them. */
static bool step(struct walk *w, struct layer *l, struct tcp_delivery *d)
{
	struct pdu *p = begun_at(d->pdus, d->seq);
	uint32_t left = d->bytes.left.wire;

	if (p && !before(p->end, d->seq + left)) {
		put_data(w, d, d->bytes, left, "Retransmitted ");
		return false;
	}
	if (!p)
		p = around(d->pdus, d->seq);
	if (!p)
		return start(w, l, d);
	return p->done_in ? repeat(w, d) : add(w, l, d, p);
}

/* Where the capture lacks octets nothing can be waited for. */
static void deliver_cut(struct walk *w, struct layer *l, struct tcp_delivery *d)
{
	const struct plan *child = d->silent ? NULL : d->child(w, l, d->bytes.left);
	struct want want = look(w, d, child, d->bytes, 0);

	if (d->silent)
		return;
	put_sizes(w, d, child, d->bytes, want);
	if (child && pdu_begun(child))
		want = (struct want){.offset = d->bytes.left.wire};
	hand_over(w, d, child, d->bytes, want);
	if (!want.more)
		return;
	pass(d, want.offset);
	walk_pdu(w, child, d->bytes, want.offset ? PDU_AGAIN | PDU_NAMELESS : 0);
}

void tcp_deliver(struct walk *w, struct layer *l, struct tcp_delivery *d)
{
	if (d->bytes.left.cap < d->bytes.left.wire) {
		deliver_cut(w, l, d);
		return;
	}
	while (d->bytes.left.wire && step(w, l, d))
		continue;
}

bool tcp_deliver_end(struct walk *w, struct layer *l, struct tcp_delivery *d)
{
	struct pdu *p = d->pdus->until_fin ? around(d->pdus, d->seq) : NULL;
	const struct whole *whole;
	const struct plan *child;
	struct cursor c;

	if (!p || p->done_in || d->bytes.left.cap < d->bytes.left.wire)
		return false;
	if (!keep(w, d, p, d->seq, d->bytes.left, false))
		return false;
	pieces_end(&p->pieces, d->seq + d->bytes.left.wire - p->seq);
	if (!pieces_complete(&p->pieces))
		return false;
	whole = whole_of(w, d, &p->pieces);
	c = add_source(w, "Reassembled TCP", whole->p, whole->len);
	note_made(w, d, whole, c);
	child = d->silent ? NULL : d->child(w, l, c.left);
	if (!d->silent)
		walk_next(w, child, c);
	p->end = d->seq + d->bytes.left.wire;
	finish(w, d, p);
	return true;
}

void tcp_put_together(struct walk *w, const struct tcp_delivery *d)
{
	uint8_t depth = w->depth;

	w->depth = 0;
	for (const struct put_together *made = d->made; made; made = made->before)
		put_whole_at(w, &d->rows->whole, made->whole, made->bytes);
	w->depth = depth;
}
