/* SPDX-License-Identifier: BSD-2-Clause */
/* Connections: segments of either end, and what the row says of them. */
#include "flow/tcp.h"
#include "flow/track.h"
#include "protocols.h"
#include "stats/connections.h"
#include "unit.h"
#include <stdlib.h>

enum { A = TCP_ACK, S = TCP_SYN, SA = TCP_SYN | TCP_ACK, F = TCP_FIN | TCP_ACK, R = TCP_RST };
enum { CLIENT, SERVER };
enum { LINK_RAW = 101, HEADERS = 40 };

/* One segment, a millisecond behind the one before; numbers wrap within each connection. */
struct move {
	uint8_t from;
	uint16_t flags; /* 0: the end of the moves */
	uint32_t seq, ack, len;
};

static const struct {
	struct move moves[16];
	const char *course, *state;
	uint64_t packets[2], resent[2];
	uint64_t rtt; /* nanoseconds; ABSENT: none */
	bool opened;
} cases[] = {
	{{{CLIENT, S, 0, 0, 0},
	  {SERVER, SA, 0, 1, 0},
	  {CLIENT, A, 1, 1, 0},
	  {CLIENT, A, 1, 1, 9},
	  {SERVER, A, 1, 10, 5},
	  {CLIENT, F, 10, 6, 0},
	  {SERVER, A, 6, 11, 0},
	  {SERVER, F, 6, 11, 0},
	  {CLIENT, A, 11, 7, 0}},
	 "SYN > SYN/ACK > ACK ... FIN > ACK > FIN > ACK",
	 "closed",
	 {5, 4},
	 {0, 0},
	 2000000,
	 true},
	/* the last data comes with the FIN; only it is acknowledged */
	{{{CLIENT, S, 0, 0, 0},
	  {SERVER, SA, 0, 1, 0},
	  {CLIENT, A, 1, 1, 0},
	  {CLIENT, F, 1, 1, 9},
	  {SERVER, A, 1, 5, 0},
	  {SERVER, A, 1, 11, 0}},
	 "SYN > SYN/ACK > ACK ... FIN > ACK",
	 "half-closed",
	 {3, 3},
	 {0, 0},
	 2000000,
	 true},
	{{{CLIENT, S, 0, 0, 0}, {CLIENT, S, 0, 0, 0}, {CLIENT, S, 0, 0, 0}},
	 "SYN x3, unanswered",
	 "unanswered",
	 {3, 0},
	 {2, 0},
	 ABSENT,
	 true},
	{{{CLIENT, S, 0, 0, 0}, {SERVER, R | A, 0, 1, 0}},
	 "SYN > RST",
	 "refused",
	 {1, 1},
	 {0, 0},
	 1000000,
	 true},
	{{{CLIENT, S, 0, 0, 0}, {SERVER, SA, 0, 1, 0}},
	 "SYN > SYN/ACK, half-open",
	 "half-open",
	 {1, 1},
	 {0, 0},
	 ABSENT,
	 true},
	{{{CLIENT, S, 0, 0, 0}, {SERVER, SA, 0, 1, 0}, {CLIENT, A, 1, 1, 9}, {SERVER, R, 1, 0, 0}},
	 "SYN > SYN/ACK > ACK ... RST",
	 "reset",
	 {2, 2},
	 {0, 0},
	 2000000,
	 true},
	/* the beginning is missing: who sent first stands on the left */
	{{{SERVER, A, 100, 50, 20}, {CLIENT, A, 50, 120, 0}, {CLIENT, F, 50, 120, 0}},
	 "... FIN",
	 "half-closed",
	 {1, 2},
	 {0, 0},
	 ABSENT,
	 false},
	/* the SYN is missing: the SYN/ACK says who opened */
	{{{SERVER, SA, 0, 1, 0}, {CLIENT, A, 1, 1, 0}},
	 "SYN/ACK > ACK",
	 "open",
	 {1, 1},
	 {0, 0},
	 ABSENT,
	 true},
	/* the SYN was captured behind its answer: it tells who opened, too */
	{{{SERVER, A, 0, 1, 0}, {CLIENT, S, 0, 0, 0}},
	 "... SYN",
	 "open",
	 {1, 1},
	 {0, 0},
	 ABSENT,
	 true},
	{{{CLIENT, S, 0, 0, 0},
	  {SERVER, SA, 0, 1, 0},
	  {CLIENT, A, 1, 1, 0},
	  {CLIENT, A, 1, 1, 10},
	  {SERVER, A, 1, 11, 0},
	  {CLIENT, A, 1, 1, 10}},
	 "SYN > SYN/ACK > ACK ...",
	 "open",
	 {4, 2},
	 {1, 0},
	 2000000,
	 true},
};

static void put_be(uint8_t *to, unsigned n, uint32_t v)
{
	while (n--) {
		to[n] = (uint8_t)v;
		v >>= 8;
	}
}

/* IPv4 with `len` zeros behind the transport's header, without checksums. */
static void make_ip(uint8_t *p, uint8_t protocol, bool back, uint16_t len)
{
	memset(p, 0, HEADERS + len);
	p[0] = 0x45;
	put_be(p + 2, 2, HEADERS + len);
	p[8] = 64;
	p[9] = protocol;
	put_be(p + 12, 4, back ? 0x0a000002 : 0x0a000001);
	put_be(p + 16, 4, back ? 0x0a000001 : 0x0a000002);
	put_be(p + 20, 2, back ? 80 : 40000);
	put_be(p + 22, 2, back ? 40000 : 80);
}

static void make_tcp(uint8_t *p, const struct move *m)
{
	static const uint32_t bases[] = {UINT32_MAX - 3, UINT32_MAX - 12};
	bool back = m->from == SERVER;

	make_ip(p, 6, back, (uint16_t)m->len);
	put_be(p + 24, 4, bases[back] + m->seq);
	put_be(p + 28, 4, m->flags & TCP_ACK ? bases[!back] + m->ack : 0);
	put_be(p + 32, 2, 0x5000 | m->flags);
	put_be(p + 34, 2, 1000);
}

static void walk(struct session *s, struct connections *c, const uint8_t *p, uint32_t len,
		 uint64_t number)
{
	struct frame f = {
		.bytes = p,
		.cap_len = len,
		.wire_len = len,
		.number = number,
		.time = (int64_t)number * 1000000,
		.has_time = true,
		.link = LINK_RAW,
		.fcs_len = -1,
	};

	connections_frame(c, session_walk(s, &f));
}

/* The only one that there is; the caller frees the list. */
static const struct connection *only(const struct connections *c, struct entry ***list)
{
	uint32_t n;

	*list = tally_list(c->tally, NULL, &n);
	ck_assert_uint_eq(n, 1);
	return entry_own(**list);
}

static void check_words(const struct connection *n, const char *course, const char *state)
{
	struct text t = {0};

	connection_course(&t, n, false);
	ck_assert_str_eq(text_string(&t), course);
	ck_assert_str_eq(connection_state(n), state);
	text_close(&t);
}

START_TEST(a_row_says_how_it_went)
{
	struct session *s = session_open(protocols);
	uint8_t packet[HEADERS + 64];
	struct connections c;
	const struct connection *n;
	struct entry **list;
	unsigned i = 0;

	connections_open(&c, s);
	session_start(s);
	for (; cases[_i].moves[i].flags; i++) {
		const struct move *m = &cases[_i].moves[i];

		make_tcp(packet, m);
		walk(s, &c, packet, HEADERS + m->len, i + 1);
	}
	n = only(&c, &list);
	check_words(n, cases[_i].course, cases[_i].state);
	ck_assert(n->opened == cases[_i].opened);
	ck_assert_uint_eq(n->a.port, n->opened || cases[_i].moves[0].from == CLIENT ? 40000 : 80);
	ck_assert_uint_eq(n->out.packets, cases[_i].packets[0]);
	ck_assert_uint_eq(n->back.packets, cases[_i].packets[1]);
	ck_assert_uint_eq(n->out.resent, cases[_i].resent[0]);
	ck_assert_uint_eq(n->back.resent, cases[_i].resent[1]);
	ck_assert_uint_eq(n->rtt, cases[_i].rtt);
	ck_assert_int_eq(n->last - n->first, (int64_t)(i - 1) * 1000000);
	free(list);
	connections_close(&c);
	session_close(s);
}
END_TEST

/* However many steps there are, the row holds so many, and says that there were more. */
START_TEST(steps_are_bounded)
{
	struct session *s = session_open(protocols);
	uint8_t packet[HEADERS];
	struct connections c;
	const struct connection *n;
	struct entry **list;

	connections_open(&c, s);
	session_start(s);
	for (unsigned i = 0; i < 1000; i++) {
		make_tcp(packet, &(struct move){i % 2, i < 600 ? R : A | R, i, 0, 0});
		walk(s, &c, packet, HEADERS, i + 1);
	}
	n = only(&c, &list);
	ck_assert_uint_eq(n->n_steps, MAX_STEPS);
	ck_assert(n->more);
	free(list);
	connections_close(&c);
	session_close(s);
}
END_TEST

/* Of UDP each answer to what was asked is an exchange, however many packets it has. */
START_TEST(exchanges_are_answers)
{
	static const char from[] = "abaabbba";
	struct session *s = session_open(protocols);
	uint8_t packet[HEADERS];
	struct connections c;
	struct entry **list;

	connections_open(&c, s);
	session_start(s);
	for (unsigned i = 0; from[i]; i++) {
		make_ip(packet, 17, from[i] == 'b', 0);
		put_be(packet + 24, 2, HEADERS - 20);
		walk(s, &c, packet, HEADERS, i + 1);
		if (!i) {
			check_words(only(&c, &list), "unanswered", "unanswered");
			free(list);
		}
	}
	check_words(only(&c, &list), "2 exchanges", "answered");
	free(list);
	connections_close(&c);
	session_close(s);
}
END_TEST

/* More connections than there is memory for: those idle longest go, all is given back. */
START_TEST(connections_stay_within_the_budget)
{
	const size_t limit = (size_t)256 << 10;
	struct session *s = session_open(protocols);
	struct tracker *tracker = tracker_of(s);
	uint8_t packet[HEADERS];
	struct connections c;

	tracker_limit(tracker, limit);
	connections_open(&c, s);
	session_start(s);
	for (unsigned i = 0; i < 20000; i++) {
		make_tcp(packet, &(struct move){CLIENT, S, 0, 0, 0});
		put_be(packet + 12, 4, 0x0b000000 + i * 2654435761u);
		walk(s, &c, packet, HEADERS, i + 1);
		ck_assert_uint_le(tracker_used(tracker), limit + 1024);
	}
	ck_assert_uint_gt(tracker_forgotten(tracker), 10000);
	connections_close(&c);
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{a_row_says_how_it_went, COUNT(cases)},
		{steps_are_bounded, 1},
		{exchanges_are_answers, 1},
		{connections_stay_within_the_budget, 1},
	};

	return run_units("connections", 60, units, COUNT(units));
}
