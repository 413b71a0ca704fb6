/* SPDX-License-Identifier: BSD-2-Clause */
/* Filters that nobody writes by hand: very deep, very long, or out to run for ever. */
#include "capture/bpf.h"
#include "capture/input.h"
#include "cli/filters.h"
#include "core/arena.h"
#include "filter/filter.h"
#include "protocols.h"
#include "show/show.h"
#include "unit.h"
#include <stdio.h>
#include <stdlib.h>

/* n times the word, and `end` behind it. */
static char *repeat(const char *word, size_t n, const char *end)
{
	struct text t = {0};

	for (size_t i = 0; i < n; i++)
		text_put(&t, word);
	text_put(&t, end);
	text_char(&t, '\0');
	return t.p;
}

/* The filter must be refused, with a message that has these words. */
static void refuse(const char *expression, const char *words)
{
	struct session *s = session_open(protocols);
	struct filter_fault fault;
	struct filter *f = filter_compile(s, expression, &fault);

	ck_assert_ptr_null(f);
	ck_assert_ptr_nonnull(strstr(fault.text, words));
	ck_assert_uint_ge(fault.len, 1);
	ck_assert_uint_le(fault.at, strlen(expression));
	session_close(s);
}

START_TEST(nesting_has_an_end)
{
	static const char *const words[] = {"(", "!", "not ", "{", "-", "!(", "+", "-{"};
	char *deep = repeat(words[_i], 1000000, "ip");

	refuse(deep, "nested more than");
	free(deep);
}
END_TEST

START_TEST(arithmetic_has_an_end)
{
	char *deep = repeat("ip.ttl + ", 100000, "1 == 2");

	refuse(deep, "nested more than");
	free(deep);
}
END_TEST

/*
 * An Ethernet frame with an IPv4 packet from 10.0.0.1 to 10.0.39.15 (number 9999); 20
 * times an "a" and a "b" at its end.
 */
static const uint8_t packet[] = {2,   0,   0,    0,   0,   1,   2,   0,   0,   0,   0,   2,
				 8,   0,   0x45, 0,   0,   45,  0,   0,   0,   0,   64,  0xfd,
				 0,   0,   10,   0,   0,   1,   10,  0,   39,  15,  1,   2,
				 3,   4,   'a',  'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a',
				 'a', 'a', 'a',  'a', 'a', 'a', 'a', 'a', 'a', 'a', 'b'};

/* Whether that frame passes; the filter must be right. */
static bool passes(const char *expression)
{
	struct session *s = session_open(protocols);
	struct frame frame = {.bytes = packet,
			      .cap_len = sizeof packet,
			      .wire_len = sizeof packet,
			      .number = 1,
			      .link = 1,
			      .fcs_len = -1};
	struct filter_fault fault = {0};
	struct filter *f = filter_compile(s, expression, &fault);
	bool passed;

	ck_assert_msg(f != NULL, "%s", fault.text);
	session_start(s);
	passed = filter_passes(f, session_walk(s, &frame));
	filter_close(f);
	session_close(s);
	return passed;
}

/* "ip.dst RELATION 10.0.0.0", and so on for n addresses, `between` them. */
static char *chain(const char *relation, const char *between, unsigned n)
{
	struct text t = {0};

	for (unsigned i = 0; i < n; i++) {
		text_put(&t, i ? between : "");
		text_put(&t, relation);
		text_ip4(&t, 0x0a000000 + i);
	}
	text_char(&t, '\0');
	return t.p;
}

START_TEST(long_chains_are_look_ups)
{
	char *with = chain("ip.dst == ", " || ", 10000);
	char *without = chain("ip.dst == ", " || ", 9999);
	char *others = chain("ip.dst != ", " && ", 9999);
	char *none = chain("ip.dst != ", " && ", 10000);

	ck_assert(passes(with));
	ck_assert(!passes(without));
	ck_assert(passes(others));
	ck_assert(!passes(none));
	free(with);
	free(without);
	free(others);
	free(none);
}
END_TEST

START_TEST(long_sets_are_look_ups)
{
	char *members = chain("", ", ", 10000), *fewer = chain("", ", ", 9999);
	struct text t = {0};

	text_put(&t, "ip.dst in {");
	text_put(&t, members);
	text_put(&t, "} && ip.dst not in {");
	text_put(&t, fewer);
	text_put(&t, "}");
	ck_assert(passes(text_string(&t)));
	text_close(&t);
	free(members);
	free(fewer);
}
END_TEST

/* Each "a" more doubles the steps before the second way is tried: 16 are within the limit. */
START_TEST(regular_expressions_end)
{
	ck_assert(passes("frame[-17:] matches \"(a+)+c|a+b\""));
	ck_assert(!passes("frame matches \"(a+)+c|a+b\""));
}
END_TEST

extern const struct proto proto_frame, proto_data;

START_TEST(names_of_before_are_warned_of)
{
	static const char *const cases[][2] = {
		{"bootp", "bootp is now called dhcp"},
		{"bootp.type == 1", "bootp.type is now called dhcp.type"},
		{"dhcp.type == 1", NULL},
	};
	static const struct field fields[] = {{"dhcp", "DHCP", PROTO},
					      {"dhcp.type", "Type", U8, DEC, .at = 0, .bits = 8}};
	static const struct proto dhcp = {.fields = fields, .n_fields = COUNT(fields)};
	const struct proto *const list[] = {&dhcp, &proto_frame, &proto_data, NULL};
	struct session *s = session_open(list);
	struct filter_fault fault;
	struct filter *f = filter_compile(s, cases[_i][0], &fault);

	ck_assert_msg(f != NULL, "%s", fault.text);
	ck_assert_pstr_eq(filter_warning(f), cases[_i][1]);
	filter_close(f);
	session_close(s);
}
END_TEST

START_TEST(capture_filters_are_translated)
{
	static const char *const cases[][2] = {
		{"tcp port 80", "tcp.port == 80"},
		{"port 53", "(tcp.port == 53 || udp.port == 53)"},
		{"udp dst port 53", "udp.dstport == 53"},
		{"host 10.0.0.1", "ip.addr == 10.0.0.1"},
		{"src host fe80::1", "ipv6.src == fe80::1"},
		{"src 10.0.0.1", "ip.src == 10.0.0.1"},
		{"net 10.0.0.0/8", "ip.addr == 10.0.0.0/8"},
		{"ether host 02:00:00:00:00:01", "eth.addr == 02:00:00:00:00:01"},
		{"tcp portrange 80-90", "tcp.port in {80 .. 90}"},
		{"not arp and less 100", "!arp && frame.len <= 100"},
		{"icmp6 or ip6", "icmpv6 || ipv6"},
	};
	struct text t = {0};

	ck_assert(translate_capture_filter(cases[_i][0], &t));
	ck_assert_str_eq(text_string(&t), cases[_i][1]);
	text_close(&t);
	ck_assert(!translate_capture_filter("tcp[13] & 2 != 0", &t));
	text_close(&t);
}
END_TEST

START_TEST(capture_filters_know_link_types)
{
	struct frame frame = {
		.bytes = packet, .cap_len = sizeof packet, .wire_len = sizeof packet, .link = 1};
	struct fault fault;
	struct bpf *b = bpf_open("ip host 10.0.39.15", &fault);

	ck_assert_ptr_nonnull(b);
	ck_assert_int_eq(bpf_passes(b, &frame, &fault), 1);
	frame.bytes += 14;
	frame.cap_len -= 14;
	frame.wire_len -= 14;
	ck_assert_int_eq(bpf_passes(b, &frame, &fault), 0);
	frame.link = 101;
	ck_assert_int_eq(bpf_passes(b, &frame, &fault), 1);
	bpf_close(b);
	ck_assert_ptr_null(bpf_open("tcp port port", &fault));
}
END_TEST

/* --- skimming --- */

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	(void)arg; /* damaged captures have whole frames, too */
	(void)path;
	(void)what;
	(void)fault;
}

/* What a record has of the wanted rows. */
static struct text rows_of(const struct record *r)
{
	struct text t = {0};

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		text_number(&t, " ", r->nodes[i].id);
		text_number(&t, "=", r->nodes[i].size ? load_be(r->nodes[i].p, 4) : r->nodes[i].u);
	}
	return t;
}

/* A frame that can be skimmed has the rows that a walk finds, no more and no less. */
START_TEST(skims_find_what_walks_find)
{
	static const char *const wanted[] = {"eth.addr", "vlan.id",   "ip.addr",
					     "ip.ttl",   "ipv6.addr", "ipv6.nxt",
					     "tcp.port", "tcp.flags", "udp.port"};
	const char *path = captures.gl_pathv[_i];
	struct session *s = session_open(protocols);
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	struct frame f;

	for (unsigned i = 0; i < COUNT(wanted); i++)
		session_want(s, wanted[i]);
	session_start(s);
	while (input_next(in, &f)) {
		const struct record *r = session_skim(s, &f);
		struct text skimmed = {0}, walked;

		if (r)
			skimmed = rows_of(r);
		walked = rows_of(session_walk(s, &f));
		if (r)
			ck_assert_str_eq(text_string(&skimmed), text_string(&walked));
		text_close(&skimmed);
		text_close(&walked);
	}
	input_close(in);
	session_close(s);
}
END_TEST

/* The summary line's columns that depend on what the frame is. */
static struct text line_of(const struct record *r)
{
	static const enum column columns[] = {COL_SOURCE, COL_DESTINATION, COL_PROTOCOL, COL_INFO};
	static const struct show_options options;
	struct text t = {0};

	for (unsigned i = 0; i < COUNT(columns); i++) {
		put_column(&t, r, columns[i], &options, GATE_TEXT);
		text_char(&t, '\n');
	}
	return t;
}

/* What TCP carries may belong to a message whose beginning was left out. */
static bool is_of_a_stream(const struct record *r)
{
	for (uint32_t i = 0; i < r->n_layers; i++)
		if (r->layers[i]->proto->follow)
			return true;
	return false;
}

static struct session *session_of_lines(const char *row)
{
	struct session *s = session_open(protocols);

	if (row)
		session_want(s, row);
	session_want_summary(s);
	session_start(s);
	return s;
}

/* Compares the lines of every third frame, from the one of that number on. */
static void compare_lines(const char *path, uint64_t shown)
{
	struct session *all = session_of_lines(NULL), *few = session_of_lines("tcp.port");
	struct input *in = input_open(&path, 1, false, on_problem, NULL);
	struct frame f;

	while (input_next(in, &f)) {
		const struct record *r = session_walk(all, &f);
		struct text of_all = {0}, of_few = {0};

		if (f.number % 3 != shown && session_skim(few, &f)) {
			session_pass_over(few);
			continue;
		}
		of_all = line_of(r);
		of_few = line_of(session_walk(few, &f));
		if (!is_of_a_stream(r))
			ck_assert_msg(!strcmp(text_string(&of_all), text_string(&of_few)),
				      "%s frame %u: %sand where others were left out: %s", path,
				      (unsigned)f.number, text_string(&of_all),
				      text_string(&of_few));
		text_close(&of_all);
		text_close(&of_few);
	}
	input_close(in);
	session_close(few);
	session_close(all);
}

/* Frames that a filter drops unseen have no say in the lines of those that it shows. */
START_TEST(lines_are_those_of_all_frames)
{
	for (uint64_t shown = 0; shown < 3; shown++)
		compare_lines(captures.gl_pathv[_i], shown);
}
END_TEST

/* Rows that stand elsewhere than in headers are never skimmed for. */
START_TEST(skims_know_what_they_are_for)
{
	static const struct {
		const char *wanted;
		bool skims;
	} cases[] = {{"tcp.port", true},    {"ip", true},
		     {"tcp.seq", false},    {"tcp.options.mss_val", false},
		     {"frame.len", false},  {"_ws.expert", false},
		     {"udp.payload", false}};
	struct session *s = session_open(protocols);
	struct frame f = {.bytes = packet,
			  .cap_len = sizeof packet,
			  .wire_len = sizeof packet,
			  .number = 1,
			  .link = 1,
			  .fcs_len = -1};

	session_want(s, cases[_i].wanted);
	session_start(s);
	ck_assert_int_eq(session_skim(s, &f) != NULL, cases[_i].skims);
	session_close(s);
}
END_TEST

int main(void)
{
	int n = open_captures();
	const struct unit units[] = {
		{nesting_has_an_end, 8},
		{arithmetic_has_an_end, 1},
		{long_chains_are_look_ups, 1},
		{long_sets_are_look_ups, 1},
		{regular_expressions_end, 1},
		{names_of_before_are_warned_of, 3},
		{capture_filters_are_translated, 11},
		{capture_filters_know_link_types, 1},
		{skims_find_what_walks_find, n},
		{lines_are_those_of_all_frames, n},
		{skims_know_what_they_are_for, 7},
	};

	return run_units("filter", 60, units, COUNT(units));
}
