/* SPDX-License-Identifier: BSD-2-Clause */
/* Files in, files out: readers, writers, several files, damage. */
#include "capture/input.h"
#include "capture/writer.h"
#include "core/arena.h"
#include "core/text.h"
#include "unit.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct fault last_fault;
static unsigned problems;

static void note_problem(void *arg, const char *path, enum input_problem what,
			 const struct fault *fault)
{
	(void)arg;
	(void)path;
	(void)what;
	last_fault = *fault;
	problems++;
}

static uint64_t count_frames(const char *path)
{
	struct input *in = input_open(&path, 1, false, note_problem, NULL);
	struct frame f;
	uint64_t n = 0;

	problems = 0;
	while (input_next(in, &f))
		n++;
	input_close(in);
	return n;
}

/* What must survive writing and reading again. */
static void check_same(const struct frame *a, const struct frame *b, enum reader_format format)
{
	int64_t unit = format == FORMAT_PCAP ? 1000 : 1;

	ck_assert_uint_eq(a->cap_len, b->cap_len);
	ck_assert_uint_eq(a->wire_len, b->wire_len);
	ck_assert_mem_eq(a->bytes, b->bytes, a->cap_len);
	ck_assert_uint_eq(a->link, b->link);
	if (a->has_time)
		ck_assert_int_eq(a->time / unit, b->time / unit);
	if (format != FORMAT_PCAPNG)
		return;
	ck_assert_uint_eq(a->n_comments, b->n_comments);
	for (uint32_t i = 0; i < a->n_comments; i++)
		ck_assert_str_eq(a->comments[i], b->comments[i]);
	ck_assert_uint_eq(a->flags, b->flags);
	ck_assert_uint_eq(a->has_time, b->has_time);
	if (a->iface && a->iface->name)
		ck_assert_str_eq(a->iface->name, b->iface->name);
}

/* Copies a file; false when it has more than the format can hold. */
static bool copy(const char *from, const char *to, enum reader_format format)
{
	struct input *in = input_open(&from, 1, false, note_problem, NULL);
	struct fault fault;
	struct writer *w = writer_open(to, format, input_reader(in), &fault);
	struct frame f;
	bool ok = true;

	ck_assert_ptr_nonnull(w);
	while (ok && input_next(in, &f))
		ok = writer_frame(w, &f, &fault);
	ck_assert(writer_close(w, &fault));
	input_close(in);
	return ok;
}

static void compare(const char *one, const char *two, enum reader_format format)
{
	struct input *a = input_open(&one, 1, false, note_problem, NULL);
	struct input *b = input_open(&two, 1, false, note_problem, NULL);
	struct frame f, g;

	while (input_next(a, &f)) {
		if (f.link == LINK_CUSTOM && format != FORMAT_PCAPNG)
			continue;
		ck_assert(input_next(b, &g));
		check_same(&f, &g, format);
	}
	ck_assert(!input_next(b, &g));
	input_close(a);
	input_close(b);
}

START_TEST(what_is_written_is_read)
{
	static const enum reader_format formats[] = {FORMAT_PCAP, FORMAT_PCAP_NS, FORMAT_PCAPNG};
	const char *path = captures.gl_pathv[_i];

	for (size_t i = 0; i < COUNT(formats); i++) {
		if (copy(path, "copy.tmp", formats[i]))
			compare(path, "copy.tmp", formats[i]);
		else
			ck_assert_int_ne(formats[i], FORMAT_PCAPNG);
		remove("copy.tmp");
	}
}
END_TEST

/* A file cut at every octet gives the whole frames before the cut, and one message with its place.
 */
START_TEST(cut_files_give_what_is_whole)
{
	const char *path = captures.gl_pathv[_i];
	struct stat st;
	char *bytes;
	int fd = open(path, O_RDONLY);
	uint64_t before = 0;

	ck_assert_int_eq(fstat(fd, &st), 0);
	bytes = need((size_t)st.st_size);
	ck_assert_int_eq(read(fd, bytes, (size_t)st.st_size), st.st_size);
	close(fd);
	for (size_t n = 0; n < (size_t)st.st_size; n += n < 400 ? 1 : 37) {
		uint64_t frames;

		write_file("cut.tmp", bytes, n);
		last_fault.text[0] = '\0';
		frames = count_frames("cut.tmp");
		ck_assert_uint_ge(frames, before);
		ck_assert_uint_le(problems, 1);
		if (problems && frames)
			ck_assert_msg(strstr(last_fault.text, "at byte "), "%s", last_fault.text);
		before = frames;
	}
	remove("cut.tmp");
	free(bytes);
}
END_TEST

/* A length field of 4 GiB costs nothing: memory comes as bytes come. */
START_TEST(lying_lengths_cost_nothing)
{
	static const uint8_t huge_record[] = {
		0xd4, 0xc3, 0xb2, 0xa1, 2,    0,    4,    0,    0,    0,    0,    0,   0, 0,
		0,    0,    0,    0,    4,    0,    1,    0,    0,    0,    1,    0,   0, 0,
		0,    0,    0,    0,    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	static const uint8_t huge_block[] = {
		0x0a, 0x0d, 0x0d, 0x0a, 28,   0,    0,    0,    0x4d, 0x3c, 0x2b, 0x1a, 1, 0,
		0,    0,    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 28,   0,    0, 0,
		0x99, 0,    0,    0,    0xfc, 0xff, 0xff, 0xff, 0,    0,    0,    0};
	struct rusage before, after;

	getrusage(RUSAGE_SELF, &before);
	write_file("lie.tmp", huge_record, sizeof huge_record);
	ck_assert_uint_eq(count_frames("lie.tmp"), 0);
	ck_assert_uint_eq(problems, 1);
	write_file("lie.tmp", huge_block, sizeof huge_block);
	ck_assert_uint_eq(count_frames("lie.tmp"), 0);
	ck_assert_uint_eq(problems, 1);
	remove("lie.tmp");
	getrusage(RUSAGE_SELF, &after);
	ck_assert_int_lt(after.ru_maxrss, before.ru_maxrss + (16 << 10)); /* KiB */
}
END_TEST

START_TEST(several_files_are_one_run)
{
	const char *paths[] = {CAPTURES "/icmp-echo.pcap", CAPTURES "/vlan-stacked.pcap",
			       CAPTURES "/no-such-file", CAPTURES "/arp-request.pcap"};
	uint64_t n[2] = {0};

	for (int merge = 0; merge < 2; merge++) {
		struct input *in = input_open(paths, 4, merge, note_problem, NULL);
		struct frame f;
		int64_t last = INT64_MIN;

		problems = 0;
		while (input_next(in, &f)) {
			ck_assert_uint_eq(f.number, ++n[merge]);
			if (merge)
				ck_assert_int_ge(f.time, last);
			last = f.time;
		}
		ck_assert_uint_eq(problems, 1);
		input_close(in);
	}
	ck_assert_uint_eq(n[0], n[1]);
	ck_assert_uint_gt(n[0], 10);
}
END_TEST

START_TEST(interfaces_are_numbered_through_the_run)
{
	const char *paths[] = {CAPTURES "/pcapng-sections.pcapng", CAPTURES "/icmp-echo.pcap"};
	struct input *in = input_open(paths, 2, false, note_problem, NULL);
	static const uint32_t ids[] = {0, 1, 2, 3};
	struct frame f;

	for (size_t i = 0; i < COUNT(ids); i++) {
		ck_assert(input_next(in, &f));
		ck_assert_uint_eq(f.iface->id, ids[i]);
	}
	input_close(in);
}
END_TEST

START_TEST(links_and_odd_files_are_not_replaced)
{
	static const char *const paths[] = {"link.tmp", "folder.tmp", "fifo.tmp"};
	struct fault fault;

	write_file("target.tmp", "precious", 8);
	ck_assert_int_eq(symlink("target.tmp", "link.tmp"), 0);
	ck_assert_int_eq(mkdir("folder.tmp", 0700), 0);
	ck_assert_int_eq(mkfifo("fifo.tmp", 0600), 0);
	for (size_t i = 0; i < COUNT(paths); i++) {
		ck_assert_ptr_null(writer_open(paths[i], FORMAT_PCAP, NULL, &fault));
		ck_assert_str_ne(fault.text, "");
	}
	remove("link.tmp");
	remove("folder.tmp");
	remove("fifo.tmp");
	remove("target.tmp");
}
END_TEST

/* The disk fills up at every octet of a small file: what is whole is counted right. */
START_TEST(full_disks_are_told)
{
	const char *path = CAPTURES "/icmp-echo.pcap";
	struct input *in = input_open(&path, 1, false, note_problem, NULL);
	struct rlimit limit = {(rlim_t)(24 + 3 * 114 + 50), RLIM_INFINITY};
	struct fault fault;
	struct writer *w;
	struct frame f;
	unsigned n = 0;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	w = writer_open("full.tmp", FORMAT_PCAP, NULL, &fault);
	ck_assert_ptr_nonnull(w);
	while (input_next(in, &f) && writer_frame(w, &f, &fault))
		n++;
	ck_assert(!writer_close(w, &fault));
	ck_assert_msg(strstr(fault.text, "3 records are whole"), "%s", fault.text);
	input_close(in);
	ck_assert_uint_eq(count_frames("full.tmp"), 3);
	ck_assert_uint_eq(problems, 1);
	remove("full.tmp");
}
END_TEST

int main(void)
{
	int n = open_captures();
	const struct unit units[] = {
		{what_is_written_is_read, n},
		{cut_files_give_what_is_whole, n},
		{lying_lengths_cost_nothing, 1},
		{several_files_are_one_run, 1},
		{interfaces_are_numbered_through_the_run, 1},
		{links_and_odd_files_are_not_replaced, 1},
		{full_disks_are_told, 1},
	};

	return run_units("files", 120, units, COUNT(units));
}
