/* SPDX-License-Identifier: BSD-2-Clause */
/* Replaying: other addresses and the checksums over them, sides, times. */
#include "capture/input.h"
#include "core/checksum.h"
#include "core/cursor.h"
#include "core/record.h"
#include "core/session.h"
#include "craft/pace.h"
#include "craft/remap.h"
#include "craft/sides.h"
#include "protocols.h"
#include "unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct session *new_session(void)
{
	struct session *s = session_open(protocols);

	session_want_all(s);
	session_start(s);
	return s;
}

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	(void)arg;
	(void)what;
	(void)path;
	(void)fault;
}

/* --- addresses --- */

/* Applied twice, these rules change nothing: halves of all addresses change places. */
static struct remap *halves(void)
{
	static const char *const rules[] = {"0.0.0.0/1=128.0.0.0/1", "128.0.0.0/1=0.0.0.0/1",
					    "::/1=8000::/1", "8000::/1=::/1"};
	struct remap *m = remap_open();
	struct fault fault;

	for (unsigned i = 0; i < COUNT(rules); i++)
		ck_assert_msg(remap_addresses(m, rules[i], &fault), "%s", fault.text);
	return m;
}

/* What IP carries: the addresses around it, and the message with its checksum. */
struct carried {
	struct span header; /* IPv4's, with its own checksum; empty: IPv6 */
	struct span ends, message;
	uint8_t protocol;
	bool fragment;
};

static void read_ipv4(struct cursor *c, struct carried *k)
{
	struct cursor whole = *c;
	uint32_t header = (u8(c) & 15) * 4u, length;

	u8(c);
	length = u16(c);
	u16(c);
	k->fragment = u16(c) & 0x3fff;
	u8(c);
	k->protocol = u8(c);
	u16(c);
	k->ends = cursor_take(c, 8);
	k->header = cursor_take(&whole, header);
	k->message = cursor_take(&whole, length > header ? length - header : 0);
}

static void read_ipv6(struct cursor *c, struct carried *k)
{
	uint32_t length;

	u32(c);
	length = u16(c);
	k->protocol = u8(c);
	u8(c);
	k->ends = cursor_take(c, 32);
	k->message = cursor_take(c, length);
}

/*
 * Whether the checksums of an Ethernet frame with IP and UDP, TCP or ICMP are right: 1 and 2 are
 * added for the header's and the message's; -1: it isn't such a frame.
 */
static int is_right(const struct frame *f)
{
	struct cursor c = {.left = {f->bytes, f->cap_len, f->cap_len}};
	struct carried k = {.fragment = false};
	uint16_t type;
	uint32_t sum = 0;
	int right;

	cursor_pull(&c, 12);
	type = u16(&c);
	if (f->link != 1 || (type != 0x0800 && type != 0x86dd))
		return -1;
	(type == 0x0800 ? read_ipv4 : read_ipv6)(&c, &k);
	right = inet_fold(inet_sum(0, k.header)) == 0xffff;
	if (c.bad || k.fragment || !k.message.cap || k.message.cap < k.message.wire)
		return right;
	if (k.protocol != 1 && k.protocol != 6 && k.protocol != 17 && k.protocol != 58)
		return right;
	if (k.protocol != 1)
		sum = inet_sum(k.protocol + k.message.cap, k.ends);
	return right + 2 * (inet_fold(inet_sum(sum, k.message)) == 0xffff);
}

/* How often each answer of is_right() was given. */
static void count_right(unsigned counts[4], const char *path)
{
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	struct frame f;

	while (input_next(in, &f))
		if (is_right(&f) >= 0)
			counts[is_right(&f)]++;
	input_close(in);
}

/* What the next test holds is worth something: most checksums are right. */
START_TEST(most_checksums_are_right)
{
	unsigned counts[4] = {0};

	for (size_t i = 0; i < captures.gl_pathc; i++)
		count_right(counts, captures.gl_pathv[i]);
	printf("checksums: %u of IPv4 and a message right, %u of a message, %u of IPv4, %u none\n",
	       counts[3], counts[2], counts[1], counts[0]);
	ck_assert_uint_gt(counts[3], 1000);
	ck_assert_uint_gt(counts[2], 20);
}
END_TEST

/* What the walker says of all checksums of the frame, one character each. */
static void statuses(struct session *s, const struct frame *f, struct text *t)
{
	const struct record *r = session_walk(s, f);

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const char *name = r->nodes[i].field->name;
		size_t n = strlen(name);

		if (n > 16 && !strcmp(name + n - 16, ".checksum.status"))
			text_char(t, (char)('0' + r->nodes[i].u));
	}
	text_char(t, ' ');
}

/* How many IPv4 source addresses stand in the frame, quoted ones too, and their sum. */
static uint64_t sources(struct session *s, const struct frame *f, unsigned *n)
{
	const struct record *r = session_walk(s, f);
	uint64_t sum = 0;

	*n = 0;
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!strcmp(r->nodes[i].field->name, "ip.src")) {
			sum += r->nodes[i].u;
			++*n;
		}
	return sum;
}

START_TEST(mapped_back_is_the_same)
{
	struct remap *m = halves();
	struct session *before = new_session(), *after = new_session();
	const char *path = captures.gl_pathv[_i];
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	struct text was = {0}, is = {0};
	struct frame f;

	while (input_next(in, &f)) {
		uint8_t *p = malloc(f.cap_len + 1);
		struct frame g = f;

		memcpy(p, f.bytes, f.cap_len);
		g.bytes = p;
		remap_frame(m, p, f.cap_len, f.link);
		ck_assert_msg(is_right(&f) == is_right(&g), "%s: frame %llu: %d became %d", path,
			      (unsigned long long)f.number, is_right(&f), is_right(&g));
		statuses(before, &f, &was);
		statuses(after, &g, &is);
		remap_frame(m, p, f.cap_len, f.link);
		ck_assert_msg(!memcmp(p, f.bytes, f.cap_len), "%s: frame %llu isn't the same", path,
			      (unsigned long long)f.number);
		free(p);
	}
	ck_assert_str_eq(text_string(&was), text_string(&is));
	text_close(&was);
	text_close(&is);
	input_close(in);
	session_close(before);
	session_close(after);
	remap_close(m);
}
END_TEST

/* Every address of errors is another one, those that they quote too. */
START_TEST(quoted_addresses_change)
{
	static const char *const path = CAPTURES "/icmp-errors.pcap";
	struct remap *m = halves();
	struct session *s = new_session();
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	unsigned quoting = 0, n, same_n;
	struct frame f;

	while (input_next(in, &f)) {
		uint8_t p[2000];
		struct frame g = f;
		uint64_t was = sources(s, &f, &n), is;

		memcpy(p, f.bytes, f.cap_len);
		g.bytes = p;
		remap_frame(m, p, f.cap_len, f.link);
		is = sources(s, &g, &same_n);
		ck_assert_uint_eq(n, same_n);
		/* All of them are in the lower half. */
		ck_assert_uint_eq(is, was + n * UINT64_C(0x80000000));
		quoting += n > 1;
	}
	ck_assert_uint_gt(quoting, 0);
	input_close(in);
	session_close(s);
	remap_close(m);
}
END_TEST

static const uint8_t request[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 0,  1, 0x81, 0,
				  0,    7,    8,    6, /* VLAN 7, ARP */
				  0,    1,    8,    0,    6,    4,    0, 1, 2, 0, 0,  0, 0,    1,
				  10,   1,    2,    3,    0,    0,    0, 0, 0, 0, 10, 9, 8,    7};

static const struct {
	const char *map, *mac;
	uint8_t at, n, want[12];
} changes[] = {
	{"10.0.0.0/8=10.77.0.0/16", NULL, 32, 4, {10, 77, 2, 3}},
	{"10.0.0.0/8=172.0.0.0/8", NULL, 42, 4, {172, 9, 8, 7}},
	{"10.9.8.7=1.2.3.4", NULL, 42, 4, {1, 2, 3, 4}},
	{"10.9.8.7=1.2.3.4", NULL, 32, 4, {10, 1, 2, 3}},
	{"11.0.0.0/8=1.2.3.4", NULL, 32, 4, {10, 1, 2, 3}},
	{"10.1.2.0/23=10.4.6.0/23", NULL, 32, 4, {10, 4, 6, 3}},
	{NULL, "02:00:00:00:00:01=02:00:00:00:00:99", 26, 6, {2, 0, 0, 0, 0, 0x99}},
	{NULL, "02:00:00:00:00:01=02:00:00:00:00:99", 6, 6, {2, 0, 0, 0, 0, 0x99}},
	{NULL,
	 "src=02-00-00-00-00-aa,dst=02:00:00:00:00:BB",
	 0,
	 12,
	 {2, 0, 0, 0, 0, 0xbb, 2, 0, 0, 0, 0, 0xaa}},
	{NULL, "src=02:00:00:00:00:aa", 26, 6, {2, 0, 0, 0, 0, 1}},
};

START_TEST(rules_change_just_what_they_say)
{
	struct remap *m = remap_open();
	uint8_t p[sizeof request];
	struct fault fault;

	memcpy(p, request, sizeof p);
	if (changes[_i].map)
		ck_assert(remap_addresses(m, changes[_i].map, &fault));
	if (changes[_i].mac)
		ck_assert(remap_macs(m, changes[_i].mac, &fault));
	remap_frame(m, p, sizeof p, 1);
	ck_assert_mem_eq(p + changes[_i].at, changes[_i].want, changes[_i].n);
	ck_assert_mem_eq(p + 12, request + 12, 14);
	remap_close(m);
}
END_TEST

static const char *const wrong[] = {"",          "10.0.0.0/8",          "10.0.0.0/33=1.0.0.0/8",
				    "a=b",       "10.0.0.0/8=fd00::/8", "10.0.0.0/=11.0.0.0/8",
				    "src=1:2:3", "02:00:00:00:00:01=",  "02:00:00:00:00:01"};

START_TEST(wrong_rules_are_refused)
{
	struct remap *m = remap_open();
	struct fault fault = {""};

	ck_assert(!remap_addresses(m, wrong[_i], &fault));
	ck_assert_str_ne(fault.text, "");
	ck_assert(!remap_macs(m, wrong[_i], &fault));
	ck_assert(remap_is_empty(m));
	remap_close(m);
}
END_TEST

/* Frames that end anywhere are read no further. */
START_TEST(cut_frames_are_read_to_their_end)
{
	struct remap *m = halves();
	const char *path = captures.gl_pathv[_i];
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	struct frame f;

	for (unsigned n = 0; n < 40 && input_next(in, &f); n++)
		for (uint32_t cut = 0; cut <= f.cap_len && cut < 200; cut++) {
			uint8_t *p = malloc(cut + 8);

			memset(p, 0xa5, cut + 8);
			memcpy(p, f.bytes, cut);
			remap_frame(m, p, cut, f.link);
			ck_assert_uint_eq(load_be(p + cut, 8), UINT64_C(0xa5a5a5a5a5a5a5a5));
			free(p);
		}
	input_close(in);
	remap_close(m);
}
END_TEST

/* --- sides --- */

/* An Ethernet frame with a TCP segment of these flags, from or to 10.0.0.1. */
static enum side side_of_segment(struct sides *s, bool from_one, uint8_t flags)
{
	uint8_t p[54] = {[12] = 8, [14] = 0x45, [17] = 40, [23] = 6, [26] = 10, [30] = 10};
	struct frame f = {.bytes = p, .cap_len = sizeof p, .wire_len = sizeof p, .link = 1};

	p[29] = from_one ? 1 : 2;
	p[33] = from_one ? 2 : 1;
	p[35] = from_one ? 10 : 80;
	p[37] = from_one ? 80 : 10;
	p[46] = 0x50;
	p[47] = flags;
	return sides_of(s, &f);
}

START_TEST(client_is_who_sends_the_syn)
{
	struct sides *s = sides_open();

	ck_assert_int_eq(side_of_segment(s, false, 0x10), SIDE_CLIENT); /* speaks first */
	ck_assert_int_eq(side_of_segment(s, true, 0x10), SIDE_SERVER);
	ck_assert_int_eq(side_of_segment(s, true, 0x02), SIDE_CLIENT);
	ck_assert_int_eq(side_of_segment(s, false, 0x12), SIDE_SERVER);
	ck_assert_int_eq(side_of_segment(s, false, 0x10), SIDE_SERVER);
	ck_assert_int_eq(side_of_segment(s, true, 0x11), SIDE_CLIENT);
	sides_close(s);
	s = sides_open();
	ck_assert_int_eq(side_of_segment(s, false, 0x12), SIDE_SERVER);
	ck_assert_int_eq(side_of_segment(s, true, 0x10), SIDE_CLIENT);
	sides_close(s);
}
END_TEST

/* --- times --- */

START_TEST(percentiles_are_near)
{
	static struct lateness l;

	ck_assert_int_eq(lateness_percentile(&l, 99), 0);
	for (int64_t i = 1; i <= 100000; i++)
		lateness_add(&l, i * 10);
	for (int p = 1; p <= 100; p++) {
		double right = p * 10000.0, got = (double)lateness_percentile(&l, p);

		ck_assert_msg(got >= right && got <= right * (1 + 1.0 / 16) + 1,
			      "%d%%: %.0f instead of %.0f", p, got, right);
	}
	ck_assert_int_eq(l.most, 1000000);
	lateness_add(&l, -5);
	lateness_add(&l, INT64_MAX);
	ck_assert_int_eq(lateness_percentile(&l, 0), 0);
	ck_assert_int_eq(lateness_percentile(&l, 100), INT64_MAX);
}
END_TEST

/* When frames a second apart, of 1000 octets, are due after the first one: ns. */
static int64_t second_due(struct pace p)
{
	struct frame f = {.time = 5 * NS_PER_SECOND, .has_time = true};
	int64_t first = pace_due(&p, &f, 1000);

	f.time += NS_PER_SECOND;
	return pace_due(&p, &f, 1000) - first;
}

START_TEST(frames_are_due_as_wished)
{
	struct pace p = {.kind = PACE_RECORDED, .speed = 1};
	struct frame f = {.time = NS_PER_SECOND, .has_time = true};
	int64_t first, last;

	ck_assert_int_eq(second_due(p), NS_PER_SECOND);
	ck_assert_int_eq(second_due((struct pace){.speed = 4}), NS_PER_SECOND / 4);
	ck_assert_int_eq(second_due((struct pace){.kind = PACE_EVERY, .interval = 0.5}),
			 NS_PER_SECOND / 2);
	ck_assert_int_eq(second_due((struct pace){.kind = PACE_BITS, .mbps = 8}), 1000000);
	/* Times that go back don't, and the second round begins where the first one ended. */
	first = pace_due(&p, &f, 1);
	f.time -= 5;
	ck_assert_int_eq(pace_due(&p, &f, 1), first);
	f.time += 105;
	last = pace_due(&p, &f, 1);
	ck_assert_int_eq(last, first + 100);
	pace_again(&p);
	f.time -= 100;
	ck_assert_int_eq(pace_due(&p, &f, 1), last);
	f.time += 100;
	ck_assert_int_eq(pace_due(&p, &f, 1), last + 100);
}
END_TEST

/* No frame goes before it is due. */
START_TEST(waits_are_long_enough)
{
	volatile sig_atomic_t stop = 0;
	struct pace p = {.speed = 1, .stop = &stop};
	int64_t due = pace_now() + 3000000;

	ck_assert(pace_wait(&p, due));
	ck_assert_int_ge(pace_now(), due);
	stop = 1;
	ck_assert(!pace_wait(&p, due + 3600 * NS_PER_SECOND));
}
END_TEST

int main(void)
{
	int n = open_captures();
	const struct unit units[] = {
		{most_checksums_are_right, 1},
		{mapped_back_is_the_same, n},
		{quoted_addresses_change, 1},
		{rules_change_just_what_they_say, COUNT(changes)},
		{wrong_rules_are_refused, COUNT(wrong)},
		{cut_frames_are_read_to_their_end, n},
		{client_is_who_sends_the_syn, 1},
		{percentiles_are_near, 1},
		{frames_are_due_as_wished, 1},
		{waits_are_long_enough, 1},
	};

	return run_units("replay", 60, units, COUNT(units));
}
