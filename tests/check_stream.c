/* SPDX-License-Identifier: BSD-2-Clause */
/* Segments in every order, against a model that is too simple to be wrong. */
#include "flow/stream.h"
#include "unit.h"
#include <stdlib.h>
#include <string.h>

#define UNITS 6                    /* octets of a stream in these tests */
#define MOST 4                     /* segments */
#define FIRST UINT32_C(0xfffffffd) /* numbers wrap in the middle */

struct segment {
	uint32_t at, len;
};

static uint32_t list_segments(struct segment *list)
{
	uint32_t n = 0;

	for (uint32_t at = 0; at < UNITS; at++)
		for (uint32_t len = 1; at + len <= UNITS; len++)
			list[n++] = (struct segment){at, len};
	return n;
}

/* Which of the first n segments each octet is of; MOST: none brings it. */
static void model(const struct segment *f, uint32_t n, enum overlap overlap, uint8_t *of)
{
	memset(of, MOST, UNITS);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t at = f[i].at; at < UNITS && at < f[i].at + f[i].len; at++) {
			bool free = of[at] == MOST;
			uint32_t old = free ? 0 : f[of[at]].at;
			bool wins = overlap == OVERLAP_LAST ||
				    (overlap == OVERLAP_BSD && f[i].at < old) ||
				    (overlap == OVERLAP_LINUX && f[i].at <= old);

			if (free || wins)
				of[at] = (uint8_t)i;
		}
}

/* Octets are their place; which segment brings one is told by the frame. */
static const uint8_t octets[UNITS] = {0, 1, 2, 3, 4, 5};

static void add(struct stream *s, const struct segment *f, uint32_t i, enum overlap overlap)
{
	const struct brought b = {FIRST + f[i].at, f[i].len, octets + f[i].at, i, 0};

	stream_add(s, &b, overlap);
}

/* All are there before anything is taken. */
static void try_at_the_end(const struct segment *f, uint32_t n, enum overlap overlap)
{
	struct stream s = {0};
	uint8_t of[UNITS];
	uint32_t at = 0;
	struct chunk *r;

	model(f, n, overlap, of);
	stream_begin(&s, FIRST);
	for (uint32_t i = 0; i < n; i++)
		add(&s, f, i, overlap);
	while (s.chunks) {
		uint32_t gap = stream_gap(&s);

		for (; gap; gap--)
			ck_assert_uint_eq(of[at++], MOST);
		stream_skip(&s);
		r = stream_take(&s);
		ck_assert_ptr_nonnull(r);
		for (uint32_t i = 0; i < r->len; i++, at++) {
			ck_assert_uint_eq(r->bytes[i], at);
			ck_assert_uint_eq(of[at], r->frame);
		}
		free(r);
	}
	while (at < UNITS)
		ck_assert_uint_eq(of[at++], MOST);
	ck_assert_uint_eq(s.held, 0);
	stream_end(&s);
}

/* What is in order is taken behind each segment: it comes once, and as soon as it can. */
static void try_at_once(const struct segment *f, uint32_t n, enum overlap overlap)
{
	struct stream s = {0};
	uint32_t at = 0, reach = 0, there = 0;

	stream_begin(&s, FIRST);
	for (uint32_t i = 0; i < n; i++) {
		struct chunk *r;

		add(&s, f, i, overlap);
		for (uint32_t k = f[i].at; k < f[i].at + f[i].len; k++)
			there |= 1U << k;
		while (there >> reach & 1)
			reach++;
		while ((r = stream_take(&s))) {
			for (uint32_t k = 0; k < r->len; k++)
				ck_assert_uint_eq(r->bytes[k], at++);
			free(r);
		}
		ck_assert_uint_eq(at, reach);
	}
	stream_end(&s);
	ck_assert_uint_eq(s.held, 0);
}

/* Four segments in every order and with every repetition, by the policy of number _i. */
START_TEST(segments_become_a_stream)
{
	struct segment all[UNITS * UNITS], f[MOST];
	uint32_t n = list_segments(all);

	for (uint32_t i = 0; i < n * n * n * n; i++) {
		f[0] = all[i % n];
		f[1] = all[i / n % n];
		f[2] = all[i / n / n % n];
		f[3] = all[i / n / n / n];
		try_at_the_end(f, MOST, (enum overlap)_i);
		try_at_once(f, MOST, (enum overlap)_i);
	}
}
END_TEST

/* Without a beginning, the first segment is it. */
START_TEST(streams_begin_where_they_are_seen)
{
	struct stream s = {0};
	struct chunk *r;

	stream_add(&s, &(struct brought){1000, 2, octets + 2, 1, 0}, OVERLAP_FIRST);
	stream_add(&s, &(struct brought){998, 4, octets, 2, 0}, OVERLAP_FIRST);
	stream_add(&s, &(struct brought){1004, 2, octets + 4, 3, 0}, OVERLAP_FIRST);
	r = stream_take(&s);
	ck_assert_ptr_nonnull(r);
	ck_assert_uint_eq(r->len, 2);
	ck_assert_uint_eq(r->bytes[0], 2);
	free(r);
	ck_assert_ptr_null(stream_take(&s));
	ck_assert_uint_eq(stream_gap(&s), 2);
	stream_skip(&s);
	r = stream_take(&s);
	ck_assert_uint_eq(r->len, 2);
	ck_assert_uint_eq(r->bytes[0], 4);
	free(r);
	stream_end(&s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{segments_become_a_stream, 4},
		{streams_begin_where_they_are_seen, 1},
	};

	return run_units("stream", 0, units, sizeof units / sizeof *units);
}
