/* SPDX-License-Identifier: BSD-2-Clause */
/* The analysis of TCP: exchanges of segments, and what each is found to be. */
#include "core/plan.h"
#include "core/walk.h"
#include "flow/tcp.h"
#include "flow/track.h"
#include "protocols.h"
#include "unit.h"

enum { A = TCP_ACK, S = TCP_SYN, SA = TCP_SYN | TCP_ACK, F = TCP_FIN | TCP_ACK, R = TCP_RST };
enum { CLIENT, SERVER };

/* Where sequence numbers begin: they wrap within each exchange. */
static const uint32_t bases[] = {UINT32_MAX - 3, UINT32_MAX - 12};

/* One segment; numbers count from the connection's first ones. */
struct move {
	uint8_t from;
	uint16_t flags;
	uint32_t seq, ack, len;
	uint16_t window;
	uint32_t after_ms; /* since the one before */
	uint32_t found;    /* FOUND_ ... that it should have */
};

struct exchange {
	const char *name;
	struct move steps[14];
};

#define HANDSHAKE                                                           \
	{CLIENT, S, 0, 0, 0, 100, 0, 0}, {SERVER, SA, 0, 1, 0, 100, 10, 0}, \
	{                                                                   \
		CLIENT, A, 1, 1, 0, 100, 10, 0                              \
	}
#define DUP FOUND_DUPLICATE_ACK

static const struct exchange exchanges[] = {
	{"in order",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {CLIENT, A, 11, 1, 10, 100, 1, 0},
	  {SERVER, A, 1, 21, 0, 100, 1, 0},
	  {SERVER, A, 1, 21, 5, 100, 1, 0},
	  {CLIENT, F, 21, 6, 0, 100, 1, 0},
	  {SERVER, F, 6, 22, 0, 100, 1, 0},
	  {CLIENT, A, 22, 7, 0, 100, 1, 0}}},
	{"retransmission after a timeout",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {CLIENT, A, 1, 1, 10, 100, 300, FOUND_RETRANSMISSION},
	  {SERVER, A, 1, 11, 0, 100, 1, 0}}},
	{"fast retransmission",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {CLIENT, A, 21, 1, 10, 100, 1, FOUND_LOST},
	  {SERVER, A, 1, 11, 0, 100, 1, 0},
	  {SERVER, A, 1, 11, 0, 100, 1, DUP},
	  {SERVER, A, 1, 11, 0, 100, 1, DUP},
	  {CLIENT, A, 11, 1, 10, 100, 1, FOUND_FAST}}},
	{"one duplicate is too few",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {CLIENT, A, 11, 1, 10, 100, 1, 0},
	  {SERVER, A, 1, 11, 0, 100, 1, 0},
	  {SERVER, A, 1, 11, 0, 100, 1, DUP},
	  {CLIENT, A, 11, 1, 10, 100, 30, FOUND_RETRANSMISSION}}},
	{"disorder",
	 {HANDSHAKE,
	  {CLIENT, A, 11, 1, 10, 100, 1, FOUND_LOST},
	  {CLIENT, A, 1, 1, 10, 100, 1, FOUND_OUT_OF_ORDER},
	  {CLIENT, A, 21, 1, 10, 100, 1, 0}}},
	{"too late for disorder",
	 {HANDSHAKE,
	  {CLIENT, A, 11, 1, 10, 100, 1, FOUND_LOST},
	  {CLIENT, A, 1, 1, 10, 100, 20, FOUND_RETRANSMISSION}}},
	{"what was acknowledged comes again",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {SERVER, A, 1, 11, 0, 100, 1, 0},
	  {CLIENT, A, 1, 1, 10, 100, 300, FOUND_SPURIOUS}}},
	{"an ACK for what wasn't seen, told once",
	 {HANDSHAKE,
	  {SERVER, A, 1, 50, 0, 100, 1, FOUND_ACK_LOST},
	  {SERVER, A, 1, 60, 0, 100, 1, 0}}},
	{"keep-alive",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 10, 100, 1, 0},
	  {SERVER, A, 1, 11, 0, 100, 1, 0},
	  {CLIENT, A, 10, 1, 1, 100, 1000, FOUND_KEEP_ALIVE},
	  {SERVER, A, 1, 11, 0, 100, 1, FOUND_KEEP_ALIVE_ACK},
	  {CLIENT, A, 10, 1, 0, 100, 1000, FOUND_KEEP_ALIVE}}},
	{"zero window",
	 {HANDSHAKE,
	  {CLIENT, A, 1, 1, 100, 100, 1, FOUND_WINDOW_FULL},
	  {SERVER, A, 1, 101, 0, 0, 1, FOUND_ZERO_WINDOW},
	  {CLIENT, A, 101, 1, 1, 100, 200, FOUND_PROBE},
	  {SERVER, A, 1, 101, 0, 0, 1, FOUND_ZERO_WINDOW | FOUND_PROBE_ACK},
	  {SERVER, A, 1, 101, 0, 50, 200, FOUND_WINDOW_UPDATE},
	  {CLIENT, A, 101, 1, 10, 100, 1, 0}}},
	{"ports used again",
	 {HANDSHAKE,
	  {CLIENT, R, 1, 0, 0, 0, 1, 0},
	  {CLIENT, S, 5000, 0, 0, 100, 1, FOUND_REUSED_PORTS},
	  {CLIENT, S, 5000, 0, 0, 100, 1000, FOUND_RETRANSMISSION}}},
};

static struct session *open_session(void)
{
	struct session *s = session_open(protocols);

	session_start(s);
	return s;
}

/* The walker as if at a packet between 192.0.2.1 and `peer`, whose first octet is given. */
static struct walk *at_packet(struct session *s, struct frame *f, unsigned from,
			      const uint8_t peer[4])
{
	static const uint8_t client[4] = {192, 0, 2, 1};
	struct walk *w = session_walker(s);
	struct address a = {IPV4, 4, client}, b = {IPV4, 4, peer};

	w->r.frame = f;
	w->r.from = from == CLIENT ? a : b;
	w->r.to = from == CLIENT ? b : a;
	return w;
}

static struct tcp_segment segment_of(const struct move *step)
{
	return (struct tcp_segment){
		.seq = bases[step->from] + step->seq,
		.ack = step->flags & TCP_ACK ? bases[!step->from] + step->ack : 0,
		.len = step->len,
		.flags = step->flags,
		.window = step->window,
		.scale = -1,
		.sport = step->from == CLIENT ? 40000 : 80,
		.dport = step->from == CLIENT ? 80 : 40000,
	};
}

START_TEST(segments_are_found_to_be)
{
	static const uint8_t peer[4] = {192, 0, 2, 2};
	const struct exchange *e = &exchanges[_i];
	struct session *s = open_session();
	struct frame f = {0};

	for (const struct move *step = e->steps; step->flags; step++) {
		struct tcp_segment segment = segment_of(step);
		struct tcp_view view;

		f.number++;
		f.time += (int64_t)step->after_ms * 1000000;
		tcp_follow(at_packet(s, &f, step->from, peer), &segment, TCP_FLIGHT, &view);
		ck_assert_msg(view.found.flags == step->found, "%s, segment %d: %#x, not %#x",
			      e->name, (int)f.number, view.found.flags, step->found);
	}
	session_close(s);
}
END_TEST

/* What is measured: round trips, octets in flight, the timeout, duplicates. */
START_TEST(figures_are_right)
{
	static const uint8_t peer[4] = {192, 0, 2, 2};
	static const struct move steps[] = {
		HANDSHAKE,
		{CLIENT, A, 1, 1, 10, 100, 1, 0},
		{CLIENT, A | TCP_PUSH, 11, 1, 5, 100, 1, 0},
		{CLIENT, A, 16, 1, 7, 100, 1, 0},
		{SERVER, A, 1, 11, 0, 100, 4, 0},
		{SERVER, A, 1, 11, 0, 100, 1, 0},
		{CLIENT, A, 11, 1, 5, 100, 300, 0},
	};
	struct session *s = open_session();
	struct tcp_view v[COUNT(steps)];
	struct frame f = {0};

	for (unsigned i = 0; i < COUNT(steps); i++) {
		struct tcp_segment segment = segment_of(&steps[i]);

		f.number++;
		f.time += (int64_t)steps[i].after_ms * 1000000;
		tcp_follow(at_packet(s, &f, steps[i].from, peer), &segment, TCP_FLIGHT, &v[i]);
	}
	ck_assert_int_eq(v[1].found.acked_frame, 1);
	ck_assert_int_eq(v[1].found.rtt, 10000000);
	ck_assert_int_eq(v[2].found.initial_rtt, 20000000);
	ck_assert_int_eq(v[3].found.in_flight, 10);
	ck_assert_int_eq(v[4].found.pushed, 15);
	ck_assert_int_eq(v[5].found.pushed, 7);
	ck_assert_int_eq(v[5].found.in_flight, 22);
	ck_assert_int_eq(v[6].found.acked_frame, 4);
	ck_assert_int_eq(v[6].found.rtt, 6000000);
	ck_assert_int_eq(v[7].found.duplicates, 1);
	ck_assert_int_eq(v[7].found.duplicate_of, 7);
	ck_assert_int_eq(v[8].found.rto_frame, 5);
	ck_assert_int_eq(v[8].found.rto, 306000000);
	session_close(s);
}
END_TEST

/* An end that is never answered is remembered in so much memory and no more. */
START_TEST(unanswered_segments_are_bounded)
{
	static const uint8_t peer[4] = {192, 0, 2, 2};
	struct session *s = open_session();
	struct frame f = {0};

	for (uint32_t i = 0; i < 100000; i++) {
		struct move step = {CLIENT, A, 1 + 10 * i, 1, 10, 100, 0, 0};
		struct tcp_segment segment = segment_of(&step);
		struct tcp_view view;

		f.number++;
		tcp_follow(at_packet(s, &f, CLIENT, peer), &segment, TCP_FLIGHT, &view);
	}
	ck_assert_uint_le(tracker_used(tracker_of(s)), 65536);
	session_close(s);
}
END_TEST

/* A flood of connections that are never completed: the longest idle go. */
START_TEST(floods_stay_in_the_budget)
{
	enum { BUDGET = 4 << 20 };
	struct session *s = open_session();
	struct tracker *t = tracker_of(s);
	struct frame f = {0};
	uint64_t random = 1;

	tracker_limit(t, BUDGET);
	for (uint32_t i = 0; i < 1000000; i++) {
		struct move step = {CLIENT, S, i, 0, 0, 100, 0, 0};
		struct tcp_segment segment = segment_of(&step);
		struct tcp_view view;
		uint8_t peer[4];

		random = random * 6364136223846793005u + 1442695040888963407u;
		memcpy(peer, &random, sizeof peer);
		segment.sport = (uint16_t)(random >> 16);
		f.number++;
		tcp_follow(at_packet(s, &f, CLIENT, peer), &segment, TCP_FLAGS, &view);
		ck_assert_uint_le(tracker_used(t), BUDGET);
	}
	ck_assert_uint_gt(tracker_forgotten(t), 900000);
	session_close(s);
}
END_TEST

/* Any numbers in any order: no rule asks for memory that isn't there (with the sanitizers). */
START_TEST(any_numbers_will_do)
{
	static const uint8_t peer[4] = {192, 0, 2, 2};
	struct session *s = open_session();
	struct frame f = {0};
	uint64_t random = 7;

	for (uint32_t i = 0; i < 200000; i++) {
		struct move step = {0};
		struct tcp_segment segment;
		struct tcp_view view;

		random = random * 6364136223846793005u + 1442695040888963407u;
		step.from = random >> 63;
		step.flags = random >> 40 & 15 ? A : (random >> 44 & 0x1f);
		step.seq = (uint32_t)(random >> 48 & 0x3ff) << (random >> 33 & 31 ? 0 : 22);
		step.ack = (uint32_t)(random >> 22 & 0x3ff) << (random >> 34 & 31 ? 0 : 22);
		step.len = random >> 28 & 3 ? random >> 30 & 63 : 0;
		step.window = random >> 36 & 3 ? 64 : 0;
		segment = segment_of(&step);
		f.number++;
		f.time += (int64_t)(random >> 38 & 0xffffff);
		tcp_follow(at_packet(s, &f, step.from, peer), &segment, TCP_FLIGHT, &view);
		ck_assert_uint_le(view.found.acked_frame, f.number);
	}
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{segments_are_found_to_be, COUNT(exchanges)},
		{figures_are_right, 1},
		{unanswered_segments_are_bounded, 1},
		{floods_stay_in_the_budget, 1},
		{any_numbers_will_do, 1},
	};

	return run_units("tcp", 0, units, COUNT(units));
}
