/* SPDX-License-Identifier: BSD-2-Clause */
/* Statistics: tables within their budget, bursts against a model, what names mean. */
#include "protocols.h"
#include "stats/ends.h"
#include "stats/flow.h"
#include "stats/kind.h"
#include "stats/tally.h"
#include "stats/tree.h"
#include "unit.h"
#include <stdlib.h>
#include <string.h>

#define LIMIT ((size_t)64 << 10)

/* Every key has its own entry, under each parent another, in the order they were made. */
START_TEST(keys_are_told_apart)
{
	struct session *s = session_open(protocols);
	struct tally *t = tally_open(s, sizeof(uint64_t));
	struct entry **list;
	uint32_t n;

	for (unsigned round = 0; round < 3; round++)
		for (uint64_t parent = 0; parent < 3; parent++)
			for (uint32_t key = 0; key < 3000; key++)
				++*(uint64_t *)entry_own(
					tally_get(t, parent, &key, key % 2 ? sizeof key : 2));
	list = tally_list(t, NULL, &n);
	ck_assert_uint_eq(n, 3 * 3000);
	for (uint32_t i = 0; i < n; i++) {
		ck_assert_uint_eq(*(uint64_t *)entry_own(list[i]), 3);
		ck_assert_uint_eq(list[i]->parent, i / 3000);
		ck_assert(i == 0 || list[i]->parent > list[i - 1]->parent ||
			  list[i]->order > list[i - 1]->order);
	}
	free(list);
	tally_close(t);
	session_close(s);
}
END_TEST

/* More keys than there is memory for: the oldest go, and nobody finds what is gone. */
START_TEST(tables_stay_within_their_budget)
{
	struct session *s = session_open(protocols);
	struct tracker *tracker = tracker_of(s);
	struct tally *t = tally_open(s, sizeof(uint64_t));
	uint32_t n;

	tracker_limit(tracker, LIMIT);
	for (uint32_t key = 0; key < 100000; key++) {
		uint32_t early = key % 7;

		++*(uint64_t *)entry_own(tally_get(t, 0, &key, sizeof key));
		ck_assert_uint_eq(*(uint64_t *)entry_own(tally_get(t, 1, &key, sizeof key)), 0);
		ck_assert_mem_eq(entry_key(tally_get(t, 2, &early, sizeof early)), &early,
				 sizeof early);
		ck_assert_uint_le(tracker_used(tracker), LIMIT + 1024);
	}
	free(tally_list(t, NULL, &n));
	ck_assert_uint_gt(n, 0);
	ck_assert_uint_ge(n + tracker_forgotten(tracker), 200007); /* some came back */
	ck_assert_uint_gt(tracker_forgotten(tracker), 190000);
	tally_close(t);
	ck_assert_uint_eq(tracker_used(tracker), 0);
	session_close(s);
}
END_TEST

/* The most of `times` that lie in a window of buckets, and when its first one came. */
static uint32_t model(const int64_t *times, unsigned n, int64_t *start)
{
	uint32_t most = 0;

	*start = 0;
	for (unsigned i = 0; i < n; i++) {
		int64_t newest = times[i] / BURST_BUCKET_NS;
		uint32_t in = 0;
		int64_t first = INT64_MAX;

		for (unsigned k = 0; k <= i; k++)
			if (times[k] / BURST_BUCKET_NS > newest - BURST_BUCKETS) {
				in++;
				first = times[k] < first ? times[k] : first;
			}
		if (in <= most)
			continue;
		most = in;
		*start = newest < BURST_BUCKETS ? 0 : first;
	}
	return most;
}

START_TEST(bursts_are_the_densest_tenth_of_a_second)
{
	struct session *s = session_open(protocols);
	struct tree tree = {.tally = tally_open(s, sizeof(struct twig))};
	int64_t times[200], now = 0, start;
	const struct twig *twig;
	struct entry **list;
	uint32_t n;

	srand((unsigned)_i);
	for (unsigned i = 0; i < COUNT(times); i++) {
		now += rand() % (i % 50 < 25 ? 3000000 : 40000000);
		times[i] = now;
		tree_time(&tree, now);
		tree_count(&tree, 0, "all", 3, now, i);
	}
	list = tally_list(tree.tally, NULL, &n);
	ck_assert_uint_eq(n, 1);
	twig = entry_own(list[0]);
	ck_assert_uint_eq(twig->count, COUNT(times));
	ck_assert_uint_eq(twig->most, COUNT(times) - 1);
	ck_assert_uint_eq(twig->sum, COUNT(times) * (COUNT(times) - 1) / 2);
	ck_assert_uint_eq(twig->burst.most, model(times, COUNT(times), &start));
	ck_assert_int_eq(twig->burst.most_start, start);
	free(list);
	tally_close(tree.tally);
	session_close(s);
}
END_TEST

START_TEST(sizes_have_at_most_four_digits)
{
	static const struct {
		uint64_t bytes;
		const char *text;
	} cases[] = {
		{0, "0 bytes"},
		{9999, "9999 bytes"},
		{10000, "10 kB"},
		{9999999, "9999 kB"},
		{10000000, "10 MB"},
		{123456789012, "123 GB"},
		{UINT64_MAX, "18446744 TB"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text t = {0};

		text_size(&t, cases[i].bytes);
		ck_assert_str_eq(text_string(&t), cases[i].text);
		text_close(&t);
	}
}
END_TEST

/* UDP-Lite is counted with UDP; what has no ends is nothing. */
START_TEST(types_come_from_the_tables)
{
	struct session *s = session_open(protocols);
	struct ends_type type;

	ck_assert(ends_type_find(s, "udp", 3, &type));
	ck_assert_uint_eq(type.n, 2);
	ck_assert(type.ports && type.shown);
	ck_assert(ends_type_find(s, "ip", 2, &type));
	ck_assert_uint_eq(type.n, 1);
	ck_assert(!type.ports);
	ck_assert_str_eq(type.title, "IPv4");
	ck_assert(!ends_type_find(s, "icmp", 4, &type));
	ck_assert(!ends_type_find(s, "i", 1, &type));
	session_close(s);
}
END_TEST

START_TEST(wrong_names_are_told)
{
	static const struct {
		const char *name, *says;
	} cases[] = {
		{"", "there are conv,"},
		{"con", "no such statistic"},
		{"conv", "told apart"},
		{"conv,arp", "arp"},
		{"conv,tcp,ip.srx", "ip.srx"},
		{"io,stat", "seconds"},
		{"io,stat,1.2.3", "seconds"},
		{"io,stat,1,SUM(ip.src)ip", "no numbers"},
		{"io,stat,1,AVG(ip.x)ip", "no field ip.x"},
		{"io,stat,1,AVG()ip", "missing"},
		{"expert,bad", "bad"},
		{"plen,trees", "no such statistic"},
		{"flow,lbm_uim,network", "has no flow"},
		{"flow,any", "which addresses"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct session *s = session_open(protocols);
		struct stats *st = stats_open(s);
		struct fault fault = {0};

		ck_assert_msg(!stats_add(st, cases[i].name, &fault), "%s", cases[i].name);
		ck_assert_msg(strstr(fault.text, cases[i].says), "%s: %s", cases[i].name,
			      fault.text);
		stats_close(st);
		session_close(s);
	}
}
END_TEST

struct seen {
	const struct flow *flow;
	uint64_t rows, frame;
	bool named; /* a row's host was looked at, and is the one that it is from */
};

static void see_row(void *arg, const struct flow_row *row)
{
	struct seen *seen = arg;

	ck_assert_uint_gt(row->frame, seen->frame);
	ck_assert_uint_eq(row->dst, 0);
	ck_assert_uint_eq(row->sport, 1000);
	if (row->src < FLOW_HOSTS)
		seen->named = !strncmp(flow_host(seen->flow, row->src), "10.0.0.", 7);
	seen->frame = row->frame;
	seen->rows++;
}

/* UDP over IPv4 from 10.0.0.N to 10.0.0.1: each row is kept or counted as forgotten. */
START_TEST(rows_are_drawn_or_counted)
{
	struct session *s = session_open(protocols);
	struct flow *flow = flow_open(s, &(struct flow_options){.of = FLOW_ANY});
	struct seen seen = {.flow = flow};
	struct text t = {0};
	uint8_t p[] = {0x45, 0, 0,  28, 0, 0, 0,    0,    64,   17,   0, 0, 10, 0,
		       0,    1, 10, 0,  0, 1, 0x03, 0xe8, 0x07, 0xd0, 0, 8, 0,  0};
	struct frame f = {.link = 101 /* LINKTYPE_RAW */,
			  .bytes = p,
			  .cap_len = sizeof p,
			  .wire_len = sizeof p,
			  .fcs_len = -1,
			  .has_time = true};

	tracker_limit(tracker_of(s), 4 * LIMIT);
	session_start(s);
	for (f.number = 1; f.number <= 20000; f.number++) {
		p[15] = (uint8_t)(f.number % 60 + 1);
		if (f.number == 1)
			p[15] = 1;
		flow_frame(flow, session_walk(s, &f));
		ck_assert_uint_le(tracker_used(tracker_of(s)), 4 * LIMIT);
	}
	flow_each(flow, see_row, &seen);
	ck_assert_uint_eq(flow_rows(flow), 20000);
	ck_assert_uint_gt(seen.rows, 0);
	ck_assert_uint_gt(flow_forgotten(flow), 0);
	ck_assert_uint_eq(seen.rows + flow_forgotten(flow), 20000);
	ck_assert_uint_eq(flow_hosts(flow), FLOW_HOSTS);
	ck_assert_uint_gt(flow_beyond(flow), 0);
	ck_assert(seen.named);
	flow_print(flow, &t);
	ck_assert_uint_gt(t.len, 0);
	text_close(&t);
	flow_close(flow);
	session_close(s);
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{keys_are_told_apart, 1},
		{tables_stay_within_their_budget, 1},
		{bursts_are_the_densest_tenth_of_a_second, 20},
		{sizes_have_at_most_four_digits, 1},
		{types_come_from_the_tables, 1},
		{wrong_names_are_told, 1},
		{rows_are_drawn_or_counted, 1},
	};

	return run_units("stats", 60, units, COUNT(units));
}
