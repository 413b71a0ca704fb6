/* SPDX-License-Identifier: BSD-2-Clause */
/* Fragments in every order, against a model that is too simple to be wrong. */
#include "core/plan.h"
#include "core/walk.h"
#include "flow/conv.h"
#include "flow/fragments.h"
#include "protocols.h"
#include "unit.h"

#define UNITS 6 /* octets of a datagram in these tests */

struct fragment {
	uint32_t offset, len;
	bool more;
};

/* All fragments that fit, with both values of `more`. */
static uint32_t list_fragments(struct fragment *list)
{
	uint32_t n = 0;

	for (uint32_t offset = 0; offset < UNITS; offset++)
		for (uint32_t len = 1; offset + len <= UNITS; len++)
			for (int more = 0; more < 2; more++)
				list[n++] = (struct fragment){offset, len, more};
	return n;
}

/* Whether of two fragments with the same octet the i-th brings it, rather than an earlier one. */
static bool later_wins(enum overlap policy, const struct fragment *f, uint32_t i, uint32_t before)
{
	switch (policy) {
	case OVERLAP_FIRST:
		return false;
	case OVERLAP_LAST:
		return true;
	case OVERLAP_LINUX:
		return f[i].offset <= f[before].offset;
	default:
		return f[i].offset < f[before].offset;
	}
}

/*
 * What should come of n fragments, the i-th one full of octets of value i: gives the
 * datagram's length, or 0 when it isn't complete.  The first last fragment says where
 * the end is.
 */
static uint32_t model(enum overlap policy, const struct fragment *f, uint32_t n, uint8_t *to)
{
	uint32_t end = 0;

	for (uint32_t i = n; i-- > 0;)
		if (!f[i].more)
			end = f[i].offset + f[i].len;
	memset(to, 0xff, UNITS);
	for (uint32_t at = 0; at < end; at++) {
		uint32_t best = n;

		for (uint32_t i = 0; i < n; i++)
			if (f[i].offset <= at && at < f[i].offset + f[i].len &&
			    (best == n || later_wins(policy, f, i, best)))
				best = i;
		if (best == n)
			return 0;
		to[at] = (uint8_t)best;
	}
	return end;
}

static struct session *open_session(enum overlap policy)
{
	struct session *s = session_open(protocols);

	if (policy != OVERLAP_BSD)
		fragments_overlap(s, policy);

	session_start(s);
	return s;
}

/* Gives the fragments in their order; checks each answer. */
static void try(struct session *s, enum overlap policy, const struct fragment *f, uint32_t n)
{
	static const char table_key;
	static const uint8_t a[4] = {192, 0, 2, 1}, b[4] = {192, 0, 2, 2};
	static uint64_t number; /* each datagram has its own */
	struct walk *w = session_walker(s);
	struct frame frame = {0};

	w->r.frame = &frame;
	w->r.from = (struct address){IPV4, 4, a};
	w->r.to = (struct address){IPV4, 4, b};
	number++;
	for (uint32_t i = 0; i < n; i++) {
		uint8_t bytes[UNITS], expected[UNITS];
		uint32_t len = model(policy, f, i + 1, expected);
		const struct whole *whole;

		memset(bytes, (int)i, sizeof bytes);
		arena_empty(&w->arena);
		frame.number = i + 1;
		whole = fragment_add(w, &table_key, number, f[i].offset, f[i].more,
				     (struct span){bytes, f[i].len, f[i].len});
		ck_assert_int_eq(whole != NULL, len != 0);
		if (!whole)
			continue;
		ck_assert_uint_eq(whole->len, len);
		ck_assert_uint_eq(whole->n, i + 1);
		ck_assert_mem_eq(whole->p, expected, len);
		return;
	}
}

/* Three of all fragments, in every order and with every repetition. */
START_TEST(three_fragments_go_together)
{
	struct fragment all[2 * UNITS * UNITS], f[3];
	uint32_t n = list_fragments(all);
	struct session *s = open_session((enum overlap)_i);

	for (uint32_t i = 0; i < n * n * n; i++) {
		f[0] = all[i % n];
		f[1] = all[i / n % n];
		f[2] = all[i / n / n];
		try(s, (enum overlap)_i, f, 3);
	}
	session_close(s);
}
END_TEST

/* Four, when those and only those that reach the end are last fragments. */
START_TEST(four_fragments_go_together)
{
	struct fragment all[2 * UNITS * UNITS], f[4];
	uint32_t n = list_fragments(all), kept = 0;
	struct session *s = open_session((enum overlap)_i);

	for (uint32_t i = 0; i < n; i++)
		if (all[i].more == (all[i].offset + all[i].len < UNITS))
			all[kept++] = all[i];
	for (uint32_t i = 0; i < kept * kept * kept * kept; i++) {
		f[0] = all[i % kept];
		f[1] = all[i / kept % kept];
		f[2] = all[i / kept / kept % kept];
		f[3] = all[i / kept / kept / kept];
		try(s, (enum overlap)_i, f, 4);
	}
	session_close(s);
}
END_TEST

/* What never becomes whole doesn't take more than the budget. */
START_TEST(fragments_stay_in_the_budget)
{
	struct session *s = open_session(OVERLAP_BSD);
	struct tracker *t = tracker_of(s);
	const struct fragment lone = {0, UNITS, true};

	tracker_limit(t, 100000);
	for (int i = 0; i < 10000; i++)
		try(s, OVERLAP_BSD, &lone, 1);
	ck_assert_uint_le(tracker_used(t), 100000);
	ck_assert_uint_gt(tracker_forgotten(t), 0);
	session_close(s);
}
END_TEST

/*
 * Conversations come, are found again, and go in any order: each is found as long as it is
 * remembered, with what was noted in it, and is a new one afterwards.
 */
START_TEST(conversations_are_found_until_forgotten)
{
	enum { KEYS = 3000, STEPS = 200000 };
	static const char table_key;
	static bool known[KEYS];
	struct session *s = open_session(OVERLAP_BSD);
	struct walk *w = session_walker(s);
	struct frame frame = {.number = 1};
	uint32_t seed = 1;

	w->r.frame = &frame;
	for (uint32_t i = 0; i < STEPS; i++) {
		struct conv *c;
		uint32_t key, *own;

		seed = seed * 1664525 + 1013904223;
		key = (seed >> 8) % KEYS;
		c = conv_numbered(w, &table_key, key, sizeof *own);
		own = conv_own(c);
		ck_assert_uint_eq(*own, known[key] ? key + 1 : 0);
		*own = key + 1;
		known[key] = seed >> 30;
		if (!known[key])
			conv_forget(c);
	}
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{three_fragments_go_together, OVERLAP_LINUX + 1},
		{four_fragments_go_together, OVERLAP_LINUX + 1},
		{fragments_stay_in_the_budget, 1},
		{conversations_are_found_until_forgotten, 1},
	};

	return run_units("flow", 0, units, COUNT(units));
}
