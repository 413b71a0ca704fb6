/* SPDX-License-Identifier: BSD-2-Clause */
/* The ground floor: spans, cursors, text, the gate, arenas. */
#include "core/arena.h"
#include "core/bits.h"
#include "core/checksum.h"
#include "core/cursor.h"
#include "core/names.h"
#include "core/pool.h"
#include "core/text.h"
#include "show/gate.h"
#include "unit.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <time.h>

static const uint8_t octets[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};

START_TEST(cursor_reads_in_order)
{
	struct cursor c = {.left = {octets, 9, 9}};

	ck_assert_uint_eq(u8(&c), 0x01);
	ck_assert_uint_eq(u16(&c), 0x0203);
	ck_assert_uint_eq(le16(&c), 0x0504);
	ck_assert_uint_eq(u24(&c), 0x060708);
	ck_assert_uint_eq(c.at, 8);
	ck_assert_uint_eq(c.bad, FINE);
}
END_TEST

START_TEST(cursor_overrun_empties)
{
	struct cursor cut = {.left = {octets, 3, 9}};
	struct cursor short_container = {.left = {octets, 3, 3}};
	unsigned rounds = 0;

	ck_assert_uint_eq(u32(&cut), 0);
	ck_assert_uint_eq(cut.bad, TRUNCATED);
	ck_assert_uint_eq(u32(&short_container), 0);
	ck_assert_uint_eq(short_container.bad, MALFORMED);
	while (cut.left.cap && rounds < 10)
		rounds++;
	ck_assert_uint_eq(rounds, 0);
}
END_TEST

START_TEST(cursor_take_keeps_both_lengths)
{
	struct cursor c = {.left = {octets, 4, 9}};
	struct span s = cursor_take(&c, 6);

	ck_assert_uint_eq(s.cap, 4);
	ck_assert_uint_eq(s.wire, 6);
	ck_assert_uint_eq(c.left.cap, 0);
	ck_assert_uint_eq(c.left.wire, 3);
	ck_assert_uint_eq(c.bad, FINE);
	cursor_take(&c, 4);
	ck_assert_uint_eq(c.bad, MALFORMED);
}
END_TEST

START_TEST(bits_round_trip)
{
	for (uint32_t first = 0; first < 16; first++)
		for (uint32_t width = 1; width <= 40; width++) {
			uint8_t p[9], before[9];
			struct span s = {p, sizeof p, sizeof p};
			uint64_t v = UINT64_C(0x9e3779b97f4a7c15) & ((UINT64_C(1) << width) - 1);

			memset(p, 0xa5, sizeof p);
			memcpy(before, p, sizeof p);
			put_bits(p, first, width, false, v);
			ck_assert_uint_eq(span_bits(s, first, width, false), v);
			put_bits(p, first, width, false,
				 span_bits((struct span){before, 9, 9}, first, width, false));
			ck_assert_mem_eq(p, before, sizeof p);
		}
}
END_TEST

START_TEST(numbers_as_printf_writes_them)
{
	static const uint64_t values[] = {0,     9,       10,         99,        100,
					  12345, 1000000, UINT32_MAX, UINT64_MAX};

	for (size_t i = 0; i < COUNT(values); i++) {
		struct text t = {0};
		char want[128];

		text_u64(&t, values[i]);
		text_char(&t, ' ');
		text_i64(&t, -(int64_t)(values[i] / 3));
		text_char(&t, ' ');
		text_hex(&t, values[i], 4);
		text_char(&t, ' ');
		text_oct(&t, values[i]);
		text_char(&t, ' ');
		text_u64_padded(&t, values[i], 7, '0');
		snprintf(want, sizeof want, "%llu %lld %04llx %llo %07llu",
			 (unsigned long long)values[i], -(long long)(values[i] / 3),
			 (unsigned long long)values[i], (unsigned long long)values[i],
			 (unsigned long long)values[i]);
		ck_assert_str_eq(text_string(&t), want);
		text_close(&t);
	}
}
END_TEST

#define SAME(...)                                         \
	do {                                              \
		struct text t = {0};                      \
		char want[256];                           \
                                                          \
		snprintf(want, sizeof want, __VA_ARGS__); \
		text_format(&t, __VA_ARGS__);             \
		ck_assert_str_eq(text_string(&t), want);  \
		text_close(&t);                           \
	} while (0)

/* What text_format() writes itself, and what it leaves to the C library, before and behind. */
START_TEST(formats_as_printf_writes_them)
{
	SAME("%s", "");
	SAME("plain");
	SAME("%u%%", 99U);
	SAME("%s: %u, %d (%c)", "label", UINT32_MAX, INT32_MIN, 'x');
	SAME("0x%x 0x%02x 0x%08x %4x", 10U, 0xaU, 0xdeadbeefU, 0xffU);
	SAME("%5u|%05u|%5s|%3d", 42U, 42U, "ab", -7);
	SAME("%lu %llu %ld %lld %zu", 1UL, UINT64_MAX + 0ULL, -1L, (long long)INT64_MIN,
	     sizeof(int));
	SAME("%016llx", 0x123456789aULL);
	SAME("%s %.3f %s", "before", 1.5, "behind");
	SAME("%u %.*s %u", 1U, 2, "abc", 2U);
	SAME("%-6s|%u", "left", 3U);
	SAME("%03d %u", -5, 6U);
	SAME("%*u %s", 8, 7U, "end");
	SAME("%s%s",
	     "a text that is longer than what is set aside for a format that the library "
	     "is asked for, which are one hundred and twenty-eight octets, ",
	     "and behind");
	SAME("%.130f", 1.0);
}
END_TEST

/* inet_ntop() is the oracle: all ways to set 16 octets to 0, 1 or 0xff by groups. */
START_TEST(ip6_as_inet_ntop_writes_it)
{
	for (unsigned pattern = 0; pattern < 6561; pattern++) {
		uint8_t p[16] = {0};
		char want[INET6_ADDRSTRLEN];
		struct text t = {0};

		for (unsigned i = 0, n = pattern; i < 8; i++, n /= 3) {
			p[2 * i] = n % 3 == 2 ? 0xff : 0;
			p[2 * i + 1] = n % 3 == 2 ? 0xff : (uint8_t)(n % 3);
		}
		inet_ntop(AF_INET6, p, want, sizeof want);
		text_ip6(&t, p);
		ck_assert_str_eq(text_string(&t), want);
		text_close(&t);
	}
}
END_TEST

START_TEST(times_as_gmtime_writes_them)
{
	for (int64_t s = -9200000000; s < 9200000000; s += 86399 * 997 + 12345) {
		time_t when = (time_t)s;
		struct tm tm;
		char want[64];
		struct text t = {0};

		gmtime_r(&when, &tm);
		strftime(want, sizeof want, "%Y-%m-%dT%H:%M:%S.5Z", &tm);
		text_time(&t, s * 1000000000 + 500000000, TIME_ISO_Z, 1, false);
		ck_assert_str_eq(text_string(&t), want);
		t.len = 0;
		strftime(want, sizeof want, "%Y/%j:%H:%M:%S", &tm);
		text_time(&t, s * 1000000000, TIME_DOY, 0, false);
		ck_assert_str_eq(text_string(&t), want);
		text_close(&t);
	}
}
END_TEST

static void check_gate(const char *in, size_t n, enum gate how, const char *want)
{
	struct text t = {0};

	gate(&t, in, n, how);
	ck_assert_str_eq(text_string(&t), want);
	t.len = 0;
	text_bytes(&t, in, n);
	gate_again(&t, 0, how);
	ck_assert_str_eq(text_string(&t), want);
	text_close(&t);
}

START_TEST(gate_shows_what_steers)
{
	static const char evil[] = "a\x1b[31m\x7f\xc2\x9b\xe2\x80\xae\xff \\ \"<&>' \xc3\xbc\n";

	check_gate(evil, sizeof evil - 1, GATE_TEXT,
		   "a\\033[31m\\177\\u009b\\u202e\\xff \\ \"<&>' \xc3\xbc\\n");
	check_gate(evil, sizeof evil - 1, GATE_JSON,
		   "a\\u001b[31m\\u007f\\u009b\\u202e\xef\xbf\xbd \\\\ \\\"<&>' \xc3\xbc\\n");
	check_gate(evil, sizeof evil - 1, GATE_XML,
		   "a\\033[31m\\177\\u009b\\u202e\\xff \\ &quot;&lt;&amp;&gt;&#x27; \xc3\xbc\\n");
}
END_TEST

/* Every octet at every place of a longer text: the fast path must see what the slow one sees. */
START_TEST(gate_sees_every_octet)
{
	for (unsigned octet = 0; octet < 256; octet++)
		for (unsigned at = 0; at < 20; at++) {
			char in[20];
			struct text whole = {0}, single = {0};

			memset(in, 'x', sizeof in);
			in[at] = (char)octet;
			gate(&whole, in, sizeof in, GATE_TEXT);
			gate(&single, in + at, 1, GATE_TEXT);
			ck_assert_uint_eq(whole.len, 19 + single.len);
			ck_assert_mem_eq(whole.p + at, single.p, single.len);
			text_close(&whole);
			text_close(&single);
		}
}
END_TEST

START_TEST(utf8_refuses_what_isnt)
{
	static const char *const wrong[] = {
		"\xc0\x80",         "\xe0\x80\x80",         "\xed\xa0\x80",
		"\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xc3"};
	uint32_t c;

	for (size_t i = 0; i < COUNT(wrong); i++)
		ck_assert_uint_eq(utf8_take((const uint8_t *)wrong[i], strlen(wrong[i]), &c), 0);
	ck_assert_uint_eq(utf8_take((const uint8_t *)"\xf0\x9f\x8c\x90", 4, &c), 4);
	ck_assert_uint_eq(c, 0x1f310);
}
END_TEST

START_TEST(arena_gives_memory_of_its_own)
{
	struct arena a = {0};

	for (int round = 0; round < 3; round++) {
		uint8_t *last = NULL;

		for (size_t n = 1; n < 100000; n = n * 3 + 1) {
			uint8_t *p = arena_take(&a, n);

			memset(p, (int)n, n);
			ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
			ck_assert(p != last);
			last = p;
		}
		arena_empty(&a);
	}
	arena_close(&a);
}
END_TEST

/* Who asks for a little more each time costs as much as who asks for the most at once. */
START_TEST(arena_grows_by_doubling)
{
	enum { MOST = 1 << 20, STEP = 4096 };
	struct arena a = {0};
	size_t all = 0;

	for (size_t n = STEP; n <= MOST; n += STEP) {
		memset(arena_take(&a, n), 1, n);
		arena_keep(&a, need(STEP));
		arena_empty(&a);
	}
	for (const struct arena_block *b = a.first; b; b = b->next)
		all += b->size;
	ck_assert_uint_ge(all, MOST);
	ck_assert_uint_le(all, 4 * MOST);
	arena_close(&a);
}
END_TEST

/* RFC 1071, 3 and RFC 3720, B.4 have the examples. */
/* What is given back is given out again, cleared; all others keep what they hold. */
START_TEST(pools_give_objects_back)
{
	enum { N = 5000 };
	struct pool p = {.size = 40};
	char *all[N];

	for (int i = 0; i < N; i++) {
		all[i] = pool_take(&p);
		memset(all[i], i, 40);
	}
	for (int i = 0; i < N; i += 2)
		pool_give(&p, all[i]);
	for (int i = 0; i < N; i += 2) {
		all[i] = pool_take(&p);
		for (int k = 0; k < 40; k++)
			ck_assert_int_eq(all[i][k], 0);
		memset(all[i], i, 40);
	}
	for (int i = 0; i < N; i++)
		ck_assert_int_eq(all[i][39], (char)i);
	pool_close(&p);
}
END_TEST

START_TEST(checksums_of_the_rfcs)
{
	static const uint8_t example[] = {0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7};
	uint8_t zeros[32] = {0};

	ck_assert_uint_eq(inet_fold(inet_sum(0, (struct span){example, 8, 8})), 0xddf2);
	ck_assert_uint_eq(crc32c(0, (struct span){zeros, 32, 32}), 0x8a9136aa);
}
END_TEST

START_TEST(words_are_found)
{
	static const struct word list[] = {{1, "one"}, {5, "some", 9}, {20, "twenty"}};
	struct words words = {list, COUNT(list)};

	ck_assert_str_eq(word_for(&words, 1), "one");
	ck_assert_str_eq(word_for(&words, 5), "some");
	ck_assert_str_eq(word_for(&words, 9), "some");
	ck_assert_str_eq(word_for(&words, 20), "twenty");
	ck_assert_ptr_null(word_for(&words, 0));
	ck_assert_ptr_null(word_for(&words, 10));
	ck_assert_ptr_null(word_for(NULL, 1));
}
END_TEST

START_TEST(names_come_from_the_systems_tables)
{
	static const char vendors[] = "Registry,Assignment,Organization Name,Organization Address\n"
				      "MA-L,AABB01,LOUD NETWORKS CO.,somewhere\n"
				      "MA-L,AABB02,\"Quiet, \"\"Small\"\" & Sons \",elsewhere\n"
				      "MA-L,AABB01,Later Owner,nowhere\n"
				      "MA-L,AABB0,Too Short,nowhere\n"
				      "MA-L,AABB03,No Line's End";
	static const char services[] = "# comment\ndomain\t53/tcp\nhttp 80/tcp www\tweb # WWW\n"
				       "domain 53/udp # DNS\n";
	static const uint8_t shouting[] = {0xaa, 0xbb, 0x01}, quoted[] = {0xaa, 0xbb, 0x02};
	static const uint8_t last[] = {0xaa, 0xbb, 0x03}, alike[] = {0xab, 0xbb, 0x01};
	struct service_name service;
	struct names *n;

	write_file("names.csv", vendors, strlen(vendors));
	write_file("names.services", services, strlen(services));
	n = names_open("names.csv", "names.services");
	ck_assert_str_eq(names_vendor(n, shouting), "Loud Networks Co.");
	ck_assert_str_eq(names_vendor(n, quoted), "Quiet, \"Small\" & Sons");
	ck_assert_ptr_null(names_vendor(n, octets));
	ck_assert_ptr_null(names_vendor(n, alike));
	ck_assert_str_eq(names_vendor(n, shouting), "Loud Networks Co.");
	ck_assert_str_eq(names_vendor(n, last), "No Line's End");
	ck_assert_str_eq(names_service(n, 53, "udp"), "domain");
	ck_assert_str_eq(names_service(n, 80, "tcp"), "http");
	ck_assert_ptr_null(names_service(n, 80, "udp"));
	ck_assert(names_nth_service(n, 1, &service) && service.port == 53);
	ck_assert_str_eq(service.transport, "udp");
	ck_assert(names_nth_service(n, 4, &service) && service.port == 80);
	ck_assert_str_eq(service.name, "web");
	ck_assert(!names_nth_service(n, 5, &service));
	names_close(n);
	remove("names.csv");
	remove("names.services");
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{cursor_reads_in_order, 1},
		{cursor_overrun_empties, 1},
		{cursor_take_keeps_both_lengths, 1},
		{bits_round_trip, 1},
		{numbers_as_printf_writes_them, 1},
		{formats_as_printf_writes_them, 1},
		{ip6_as_inet_ntop_writes_it, 1},
		{times_as_gmtime_writes_them, 1},
		{gate_shows_what_steers, 1},
		{gate_sees_every_octet, 1},
		{utf8_refuses_what_isnt, 1},
		{pools_give_objects_back, 1},
		{arena_gives_memory_of_its_own, 1},
		{arena_grows_by_doubling, 1},
		{checksums_of_the_rfcs, 1},
		{words_are_found, 1},
		{names_come_from_the_systems_tables, 1},
	};

	return run_units("core", 60, units, COUNT(units));
}
