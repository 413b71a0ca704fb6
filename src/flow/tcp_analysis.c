/* SPDX-License-Identifier: BSD-2-Clause */
/* What a segment tells of loss, disorder and full windows: a function a rule. */
/* RFC 9293, 3.8; RFC 5681, RFC 6582, RFC 2018, RFC 7323. */
#include "flow/tcp_analysis.h"
#include "core/arena.h"
#include "flow/tcp.h"
#include <string.h>

/*
 * We see the segments in the middle of their way, each once, and know neither end's
 * mind: every rule is a guess from what both directions showed so far.
 */

/* Segments that an end may send ahead of ACKs and be remembered: more say nothing new. */
#define MAX_SENT 1000
/* A fast retransmission follows its third ACK at once: within so many nanoseconds. */
#define FAST_WITHIN 20000000
/* Segments that overtake one another come close together; without a handshake's RTT: */
#define DISORDER_WITHIN 3000000

/* RFC 9293, 3.4: numbers are compared on a circle. */
static inline bool after(uint32_t a, uint32_t b)
{
	return (int32_t)(a - b) > 0;
}

static inline bool takes_number(const struct tcp_segment *s)
{
	return s->len || (s->flags & (TCP_SYN | TCP_FIN));
}

/* It neither opens nor closes. */
static inline bool amid(const struct tcp_segment *s)
{
	return !(s->flags & (TCP_SYN | TCP_FIN | TCP_RST));
}

/* --- zero windows: RFC 9293, 3.8.6.1 --- */

/* The other end has no room: one octet goes out to make it tell its window. */
static inline bool is_probe(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;

	return s->len == 1 && s->seq == v->from->next && v->to->window == 0;
}

static inline bool is_zero_window(const struct tcp_segment *s)
{
	return s->window == 0 && amid(s);
}

/* The probe's octet wasn't taken. */
static inline bool is_probe_ack(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;

	return s->window == 0 && v->from->window == 0 && s->ack == v->from->ack &&
	       (v->to->flags & FOUND_PROBE);
}

/* --- keep-alives: RFC 9293, 3.8.4 --- */

/* The number before the next one, with or without that octet: only to be answered. */
static inline bool is_keep_alive(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;

	return s->len <= 1 && s->seq == v->from->next - 1 && amid(s);
}

/* --- windows: RFC 9293, 3.8.6; RFC 7323, 2 --- */

/* The sender's last octet is the last one that the receiver had room for. */
static inline bool fills_window(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	int shift = v->to->acked && v->to_scale > 0 ? v->to_scale : 0;

	return v->to_scale != SCALE_UNKNOWN && amid(s) &&
	       s->seq + s->len == v->to->ack + (v->to->window << shift);
}

/* --- ACKs without data: RFC 5681, 2 --- */

/* Of a segment without data that repeats numbers: what else it may be there for. */
static uint32_t judge_repeated(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	bool same_window = s->window == v->from->window;

	if (is_probe_ack(v))
		return FOUND_PROBE_ACK;
	if (!s->window || s->ack != v->from->ack)
		return 0;
	if (!same_window)
		return FOUND_WINDOW_UPDATE;
	return v->to->flags & FOUND_KEEP_ALIVE ? FOUND_KEEP_ALIVE_ACK : FOUND_DUPLICATE_ACK;
}

/* --- what is missing --- */

/* It begins behind the highest octet seen: what is between was lost, or not captured. */
static inline bool is_behind_gap(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;

	return v->from->next && after(s->seq, v->from->next) && !(s->flags & TCP_RST);
}

/*
 * It acknowledges more than was seen: its sender got octets that we didn't.  Where it is
 * more than ever came, that is told but once, until the other end makes itself heard.
 */
static inline uint32_t judge_ack(const struct tcp_sight *v, struct tcp_findings *found)
{
	const struct tcp_segment *s = v->segment;
	struct tcp_way *to = v->to;
	bool told = to->outrun || to->duplicates, gap = to->ackable != to->next;

	if (!to->ackable || !after(s->ack, to->ackable) || !(s->flags & TCP_ACK))
		return 0;
	to->ackable = to->next;
	found->compared = true;
	if (gap)
		return FOUND_ACK_LOST;
	to->outrun = true;
	return told ? 0 : FOUND_ACK_LOST;
}

/* --- what comes again, or late --- */

/* Time since then; what lies in the future is long ago. */
static inline uint64_t since(int64_t then, int64_t now)
{
	return (uint64_t)(now - then);
}

/*
 * RFC 5681, 3.2: two duplicates were seen, or segments are missing that may have been
 * such, and what they ask for comes at once.
 */
static bool is_fast(const struct tcp_sight *v)
{
	return (v->to->duplicates >= 2 || v->to->outrun) && v->to->ack == v->segment->seq &&
	       since(v->to->ack_time, v->time) < FAST_WITHIN;
}

/* It comes soon behind those that overtook it. */
static bool is_disorder(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	uint64_t within = v->initial_rtt ? (uint64_t)v->initial_rtt : DISORDER_WITHIN;

	return since(v->from->next_time, v->time) < within &&
	       v->from->next != s->seq + s->len + !!(s->flags & (TCP_SYN | TCP_FIN));
}

/* An octet that was a probe or keep-alive comes again as the first of a segment's data. */
static bool fills_probe(const struct tcp_sight *v)
{
	return v->segment->len > 1 && v->segment->seq == v->from->next - 1;
}

/* The other end has acknowledged all of it. */
static bool is_spurious(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;

	return s->len && v->to->ack && !after(s->seq + s->len, v->to->ack);
}

/*
 * RFC 6298: the time that the sender waited.  Counted from the oldest segment that isn't
 * acknowledged, or else from the one with the highest octet.
 */
static void note_rto(const struct tcp_sight *v, struct tcp_findings *found)
{
	const struct tcp_way *way = v->from;
	bool any = way->first < way->end;

	found->rto_frame = any ? way->sent[way->first].frame : way->next_frame;
	found->rto = v->time - (any ? way->sent[way->first].time : way->next_time);
}

/* What takes numbers, but may not go on where the highest octet ended. */
static uint32_t judge_old(const struct tcp_sight *v, struct tcp_findings *found)
{
	if (is_spurious(v))
		return FOUND_SPURIOUS;
	if (!v->from->next || !after(v->from->next, v->segment->seq) || fills_probe(v))
		return 0;
	if (is_fast(v))
		return FOUND_FAST;
	if (is_disorder(v))
		return FOUND_OUT_OF_ORDER;
	note_rto(v, found);
	return FOUND_RETRANSMISSION;
}

/* --- octets on their way --- */

/*
 * Those between the first and the last that aren't acknowledged, less those by SACK, and
 * less the number that a SYN or FIN takes.
 * Numbers count from the connection's first one: those before it lie far behind all.
 */
static uint32_t octets_in_flight(const struct tcp_sight *v)
{
	const struct tcp_way *from = v->from;
	uint32_t base = v->base;
	uint32_t first = from->sent[from->first].seq - base;
	uint32_t last = from->sent[from->end - 1].next - base, n;

	for (unsigned i = from->first; (from->disordered || first > last) && i < from->end; i++) {
		uint32_t seq = from->sent[i].seq - base, next = from->sent[i].next - base;

		first = seq < first ? seq : first;
		last = next > last ? next : last;
	}
	n = last - first - v->to->sacked - !!(v->segment->flags & (TCP_SYN | TCP_FIN));
	return n < 2000000000 ? n : 0;
}

/* RFC 9293, 3.9.1: PSH ends a piece that the sender's program handed over. */
static void note_push(struct tcp_way *way, const struct tcp_segment *s)
{
	way->pushed = way->push_ended ? s->len : way->pushed + s->len;
	way->push_ended = s->flags & TCP_PUSH;
}

static void note_flight(const struct tcp_sight *v, struct tcp_findings *found)
{
	struct tcp_way *from = v->from;

	if (!v->segment->len || from->flight_unknown || from->first == from->end)
		return;
	found->compared = true;
	found->in_flight = octets_in_flight(v);
	note_push(from, v->segment);
	if (found->in_flight)
		found->pushed = from->pushed;
}

/* --- what is remembered --- */

void tcp_way_begin(struct tcp_way *way)
{
	*way = (struct tcp_way){.window = NO_WINDOW, .sent = way->sent, .room = way->room};
}

/* Makes room for one more, at the list's front or in new memory. */
static void make_room(const struct tcp_sight *v)
{
	struct tcp_way *way = v->from;
	unsigned n = way->end - way->first;

	if (n > way->room / 2U || !way->room) {
		unsigned room = way->room ? 2U * way->room : 1;

		conv_charge(v->conv, (room - way->room) * sizeof *way->sent);
		way->sent = need_more(way->sent, room * sizeof *way->sent);
		way->room = (uint16_t)room;
	}
	memmove(way->sent, way->sent + way->first, n * sizeof *way->sent);
	way->first = 0;
	way->end = (uint16_t)n;
}

/* Gives the number behind the segment's. */
static inline uint32_t note_sent(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	struct tcp_way *way = v->from;
	uint32_t next = s->seq + s->len;

	if (!takes_number(s) || way->end - way->first >= MAX_SENT)
		return next;
	next += !!(s->flags & (TCP_SYN | TCP_FIN));
	if (way->end == way->room)
		make_room(v);
	if (way->first == way->end)
		way->disordered = false;
	else if (way->sent[way->end - 1].next != s->seq)
		way->disordered = true;
	way->sent[way->end++] = (struct tcp_sent){s->seq, next, v->frame, v->time};
	return next;
}

/* The highest octet; a probe's doesn't count before it is acknowledged. */
static inline void note_next(const struct tcp_sight *v, uint32_t next, uint32_t found)
{
	struct tcp_way *way = v->from;

	if (found & FOUND_PROBE)
		return;
	if (!way->next || after(next, way->next)) {
		way->next = next;
		way->next_frame = v->frame;
		way->next_time = v->time;
		way->outrun = way->outrun && found & (FOUND_LOST | FOUND_SPURIOUS);
	}
	if (!way->ackable || way->ackable == v->segment->seq)
		way->ackable = way->next;
}

/* Whether the segment is acknowledged now; what of it is, is cut off. */
static inline bool is_acked(struct tcp_sent *sent, const struct tcp_sight *v,
			    struct tcp_findings *found)
{
	uint32_t ack = v->segment->ack;

	if (ack == sent->next) {
		if (!found->acked_frame) {
			found->acked_frame = sent->frame;
			found->rtt = v->time - sent->time;
		}
		return true;
	}
	if (!after(sent->next, ack))
		return true;
	if (after(ack, sent->seq))
		sent->seq = ack;
	return false;
}

/* RFC 9293, 3.4.1: an ACK is for all before it, so that in order only the first ones go. */
static inline void forget_acked(const struct tcp_sight *v, struct tcp_findings *found)
{
	struct tcp_way *way = v->to;
	unsigned kept = way->first;

	if (!way->disordered) {
		while (way->first < way->end && is_acked(&way->sent[way->first], v, found))
			way->first++;
	} else {
		for (unsigned i = way->first; i < way->end; i++)
			if (!is_acked(&way->sent[i], v, found))
				way->sent[kept++] = way->sent[i];
		way->end = (uint16_t)kept;
	}
	if (way->first == way->end)
		way->first = way->end = 0;
}

/* --- all together --- */

static inline uint32_t judge(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	uint32_t found = 0;

	if (is_probe(v))
		return FOUND_PROBE;
	if (is_zero_window(s))
		found |= FOUND_ZERO_WINDOW;
	if (is_behind_gap(v))
		found |= FOUND_LOST;
	if (is_keep_alive(v))
		found |= FOUND_KEEP_ALIVE;
	if (s->len && fills_window(v))
		found |= FOUND_WINDOW_FULL;
	if (!s->len && s->seq == v->from->next && amid(s))
		found |= judge_repeated(v);
	return found;
}

/* What the findings change in what later ones are measured by. */
static void heed(const struct tcp_sight *v, struct tcp_findings *found)
{
	struct tcp_way *from = v->from;

	if (found->flags & FOUND_LOST)
		from->flight_unknown = true;
	if (found->flags & FOUND_DUPLICATE_ACK) {
		found->duplicates = ++from->duplicates;
		found->duplicate_of = from->duplicate_of;
		from->outrun = false;
	}
}

static void note_ack(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	struct tcp_way *from = v->from;

	from->window = s->window;
	from->ack = s->ack;
	from->ack_time = v->time;
	from->acked = from->acked || (s->flags & (TCP_SYN | TCP_ACK)) == TCP_ACK;
	from->sacked = s->sacked;
}

/*
 * Nearly all segments go on where the last one ended and find open windows: no rule has
 * anything to say of them.
 */
static inline bool is_plain(const struct tcp_sight *v)
{
	const struct tcp_segment *s = v->segment;
	const struct tcp_way *from = v->from, *to = v->to;

	if (s->seq != from->next || from->next != from->ackable || !s->window || !to->window ||
	    (s->flags & (TCP_SYN | TCP_FIN | TCP_RST | TCP_ACK)) != TCP_ACK || !to->ackable ||
	    after(s->ack, to->ackable))
		return false;
	return s->len ? after(s->seq + s->len, to->ack) && !fills_window(v) : s->ack != from->ack;
}

/* What the rules say; in this order, as one changes what the next one looks at. */
static void judge_all(const struct tcp_sight *v, struct tcp_findings *found)
{
	found->flags |= judge(v);
	if (found->flags)
		heed(v, found);
	found->flags |= judge_ack(v, found);
	if (takes_number(v->segment) && !(found->flags & FOUND_KEEP_ALIVE))
		found->flags |= judge_old(v, found);
}

void tcp_analyse(const struct tcp_sight *v, struct tcp_findings *found)
{
	const struct tcp_segment *s = v->segment;
	struct tcp_way *from = v->from, *to = v->to;

	if (s->flags & TCP_ACK)
		to->flight_unknown = false;
	if (found->flags || !is_plain(v))
		judge_all(v, found);
	if (s->ack != from->ack) {
		from->duplicate_of = v->frame;
		from->duplicates = 0;
		from->outrun = false;
	}
	note_next(v, note_sent(v), found->flags);
	note_ack(v);
	from->flags = (uint16_t)found->flags;
	if (to->first < to->end)
		forget_acked(v, found);
	if (v->flight)
		note_flight(v, found);
}
