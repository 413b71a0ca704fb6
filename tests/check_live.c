/* SPDX-License-Identifier: BSD-2-Clause */
/* Unit tests of src/live: the queue, file series, the flight recorder, what locks leave. */
#include "live/link.h"
#include "live/lock.h"
#include "live/queue.h"
#include "live/recorder.h"
#include "live/series.h"
#include "unit.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct iface iface = {.id = 3, .link = 1, .resolution = 9};

/* A frame with that number, as long as is usual for such numbers. */
static struct frame frame_of(uint64_t number, uint8_t *bytes)
{
	struct frame f = {.bytes = bytes,
			  .cap_len = (uint32_t)(number * 37 % 1500),
			  .number = number,
			  .time = (int64_t)number * NS_PER_SECOND,
			  .link = 1,
			  .iface = &iface};

	f.wire_len = f.cap_len + (uint32_t)(number % 3);
	memset(bytes, (int)(number & 0xff), f.cap_len);
	return f;
}

static void expect(const struct queued *q, uint64_t number)
{
	uint8_t bytes[1500];
	struct frame f = frame_of(number, bytes);

	ck_assert_uint_eq(q->frame.number, number);
	ck_assert_uint_eq(q->frame.cap_len, f.cap_len);
	ck_assert_uint_eq(q->frame.wire_len, f.wire_len);
	ck_assert_int_eq(q->frame.time, f.time);
	ck_assert_uint_eq(q->id, 3);
	ck_assert_uint_eq(q->link, 1);
	ck_assert_mem_eq(q->frame.bytes, bytes, f.cap_len);
}

/* --- the queue --- */

/* Fast and slow by turns: it is full, empty, and wraps around many times. */
START_TEST(frames_leave_the_queue_as_they_came)
{
	struct queue *q = queue_open(16384);
	uint64_t put = 0, taken = 0, full = 0;
	uint8_t bytes[1500];
	struct queued got;

	while (taken < 20000) {
		for (unsigned i = 0; i < taken % 17 + 1; i++) {
			struct frame f = frame_of(put + 1, bytes);

			if (queue_put(q, &f, put, 0))
				put++;
			else
				full++;
		}
		for (unsigned i = 0; i < put % 13 + 1 && queue_take(q, &got); i++) {
			expect(&got, ++taken);
			ck_assert_uint_eq(got.lost, taken - 1);
		}
		queue_release(q);
	}
	ck_assert_uint_gt(full, 0);
	queue_end(q);
	while (queue_take(q, &got))
		expect(&got, ++taken);
	ck_assert(queue_is_over(q));
	ck_assert_uint_eq(taken, put);
	queue_close(q);
}
END_TEST

START_TEST(what_is_not_released_keeps_its_room)
{
	struct queue *q = queue_open(16384);
	uint8_t bytes[1500];
	struct queued got;
	uint64_t put = 0;

	for (;; put++) {
		struct frame f = frame_of(put + 1, bytes);

		if (!queue_put(q, &f, 0, 0))
			break;
	}
	while (queue_take(q, &got))
		;
	ck_assert(!queue_put(q, &(struct frame){.bytes = bytes, .cap_len = 1400, .iface = &iface},
			     0, 0));
	queue_release(q);
	ck_assert(queue_put(q, &(struct frame){.bytes = bytes, .cap_len = 1400, .iface = &iface}, 0,
			    0));
	queue_close(q);
}
END_TEST

/* A reader dies in its third frame, two released: its successor has all but that one. */
START_TEST(successor_begins_where_the_reader_died)
{
	struct queue *q = queue_open(65536);
	uint8_t bytes[1500];
	struct queued got;
	pid_t child;
	int status;

	for (uint64_t i = 1; i <= 6; i++) {
		struct frame f = frame_of(i, bytes);

		ck_assert(queue_put(q, &f, 0, 0));
	}
	queue_end(q);
	child = fork();
	if (!child) {
		queue_take(q, &got);
		queue_release(q);
		queue_take(q, &got);
		queue_take(q, &got);
		raise(SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	ck_assert(queue_recover(q, &got));
	expect(&got, 3);
	ck_assert(queue_take(q, &got));
	expect(&got, 2);
	for (uint64_t i = 4; i <= 6; i++) {
		ck_assert(queue_take(q, &got));
		expect(&got, i);
	}
	ck_assert(!queue_take(q, &got));
	queue_close(q);
}
END_TEST

/* --- series of files --- */

#define NOON (INT64_C(1700006400) * NS_PER_SECOND) /* 2023-11-15 00:00:00 UTC */

static const struct {
	struct series_options o;
	const char *names[5]; /* of files that begin 10 seconds after one another */
} series[] = {
	{{SERIES_ONE, "dir/x.pcap"}, {"x.pcap"}},
	{{SERIES_DUMPCAP, "x.pcapng"},
	 {"x_00001_20231115000000.pcapng", "x_00002_20231115000010.pcapng"}},
	{{SERIES_DUMPCAP, "/a.b/x"}, {"x_00001_20231115000000", "x_00002_20231115000010"}},
	{{SERIES_TCPDUMP, "x.pcap"}, {"x.pcap", "x.pcap1", "x.pcap2"}},
	{{SERIES_TCPDUMP, "x", .keep = 2}, {"x0", "x1", "x0", "x1"}},
	{{SERIES_TCPDUMP, "x", .keep = 11}, {"x00", "x01"}},
	{{SERIES_TCPDUMP, "x-%S"}, {"x-00", "x-10", "x-20"}},
	{{SERIES_TCPDUMP, "x-%M"}, {"x-00", "x-001", "x-002"}},
	{{SERIES_TCPDUMP, "x%%"}, {"x%", "x%1"}},
};

START_TEST(files_are_named_as_dumpcap_and_tcpdump_name_them)
{
	struct series s = {.options = &series[_i].o};
	struct text name = {0};

	setenv("TZ", "UTC", 1);
	for (int i = 0; i < 5 && series[_i].names[i]; i++) {
		series_name(&s, NOON + i * 10 * NS_PER_SECOND, &name);
		ck_assert_str_eq(text_string(&name), series[_i].names[i]);
	}
	text_close(&name);
	series_close(&s);
}
END_TEST

START_TEST(files_end_where_they_should)
{
	const struct series_file file = {.began = NOON, .octets = 900, .packets = 9};
	const struct series_file empty = {.began = NOON};

	ck_assert(!series_is_due(&(struct series_options){.octets = 1000}, &file, NOON, 100));
	ck_assert(series_is_due(&(struct series_options){.octets = 1000}, &file, NOON, 101));
	ck_assert(!series_is_due(&(struct series_options){.octets = 1000}, &empty, NOON, 5000));
	ck_assert(!series_is_due(&(struct series_options){.packets = 10}, &file, NOON, 1));
	ck_assert(series_is_due(&(struct series_options){.packets = 9}, &file, NOON, 1));
	ck_assert(!series_is_due(&(struct series_options){.lasts = 5 * NS_PER_SECOND}, &file,
				 NOON + 5 * NS_PER_SECOND - 1, 1));
	ck_assert(series_is_due(&(struct series_options){.lasts = 5 * NS_PER_SECOND}, &file,
				NOON + 5 * NS_PER_SECOND, 1));
	ck_assert(!series_is_due(&(struct series_options){.interval = 60 * NS_PER_SECOND}, &file,
				 NOON + 60 * NS_PER_SECOND - 1, 1));
	ck_assert(series_is_due(&(struct series_options){.interval = 60 * NS_PER_SECOND}, &file,
				NOON + 60 * NS_PER_SECOND, 1));
	ck_assert(!series_is_due(&(struct series_options){0}, &file, NOON * 2, UINT64_MAX / 2));
}
END_TEST

START_TEST(series_that_make_no_sense_are_refused)
{
	struct fault fault;

	ck_assert(!series_check(&(struct series_options){.path = "%Y/x"}, &fault));
	ck_assert(!series_check(&(struct series_options){.path = "a/"}, &fault));
	ck_assert(!series_check(&(struct series_options){.path = "-", .style = SERIES_DUMPCAP},
				&fault));
	ck_assert(series_check(&(struct series_options){.path = "-"}, &fault));
	ck_assert(series_check(&(struct series_options){.path = "a/%Y"}, &fault));
}
END_TEST

/* --- the flight recorder --- */

START_TEST(recorder_keeps_the_last_seconds)
{
	struct recorder *r = recorder_open(5 * NS_PER_SECOND, SIZE_MAX);
	uint8_t bytes[1500];
	struct frame f;

	for (uint64_t i = 1; i <= 100; i++) {
		f = frame_of(i, bytes);
		recorder_add(r, &f);
	}
	for (uint64_t i = 95; i <= 100; i++) {
		ck_assert(recorder_take(r, &f));
		ck_assert_uint_eq(f.number, i);
		ck_assert(!f.cap_len || f.bytes[f.cap_len - 1] == (i & 0xff));
	}
	ck_assert(!recorder_take(r, &f));
	ck_assert_uint_eq(recorder_lost(r), 0);
	recorder_close(r);
}
END_TEST

START_TEST(recorder_keeps_to_its_memory)
{
	struct recorder *r = recorder_open(INT64_MAX / 2, 20000);
	uint8_t bytes[1500];
	uint64_t n = 0;
	struct frame f;

	for (uint64_t i = 1; i <= 1000; i++) {
		f = frame_of(i, bytes);
		recorder_add(r, &f);
	}
	while (recorder_take(r, &f))
		n++;
	ck_assert_uint_eq(f.number, 1000);
	ck_assert_uint_eq(n + recorder_lost(r), 1000);
	ck_assert_uint_lt(n, 1000);
	recorder_close(r);
}
END_TEST

/* --- letters --- */

START_TEST(descriptors_travel_with_letters)
{
	struct letter l = {.what = HERE_FILE, .time = 42, .fd = -1}, got;
	int ends[2], fds[2];
	char c = 0;

	ck_assert(link_open(ends));
	ck_assert(!pipe(fds));
	ck_assert_int_eq(link_hear(ends[1], &got, 0), 0);
	l.fd = fds[1];
	ck_assert(link_say(ends[0], &l));
	ck_assert_int_eq(link_hear(ends[1], &got, 1000), 1);
	ck_assert_int_eq(got.what, HERE_FILE);
	ck_assert_int_eq(got.time, 42);
	ck_assert_int_eq(write(got.fd, "x", 1), 1);
	ck_assert_int_eq(read(fds[0], &c, 1), 1);
	ck_assert_int_eq(c, 'x');
	close(ends[0]);
	ck_assert_int_eq(link_hear(ends[1], &got, 1000), -1);
	ck_assert(!link_say(ends[1], &l));
	close(ends[1]);
	close(got.fd);
	close(fds[0]);
	close(fds[1]);
}
END_TEST

/* --- locks --- */

#define CALLS 470 /* no call of x86-64 has a higher number so far */

/* What a process dies of that locks itself in a role and then makes that call; 0: of nothing. */
static int dies_of(enum role role, long call, long argument)
{
	struct fault fault;
	pid_t child = fork();
	int status;

	if (!child) {
		if (!lock_calls(role, &fault))
			_exit(42);
		syscall(call, -1, argument, 0, 0, 0, 0);
		syscall(SYS_exit_group, 0);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_msg(!WIFEXITED(status) || WEXITSTATUS(status) != 42, "it can't be locked");
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* An evil decoder tries everything: each call that isn't on the role's list ends it. */
START_TEST(calls_that_are_not_listed_are_deadly)
{
	enum role role = (enum role)_i;
	unsigned deadly = 0;

	if (lock_missing())
		return;
	for (long call = 0; call < CALLS; call++) {
		/* 335 and 336 are the kernel's own, for probes: they pass every filter by. */
		if (lock_allows(role, (int)call) || call == 335 || call == 336)
			continue;
		ck_assert_msg(dies_of(role, call, 0) == SIGSYS, "%s: call %ld", role_name(role),
			      call);
		deadly++;
	}
	ck_assert_uint_gt(deadly, CALLS / 2);
}
END_TEST

START_TEST(calls_that_are_listed_ask_only)
{
	enum role role = (enum role)_i;

	if (lock_missing())
		return;
	ck_assert(lock_allows(role, SYS_write));
	ck_assert_int_eq(dies_of(role, SYS_write, 0), 0);
	ck_assert_int_eq(dies_of(role, SYS_ioctl, TIOCGWINSZ), 0);
	ck_assert_int_eq(dies_of(role, SYS_ioctl, TIOCSTI), SIGSYS);
	ck_assert_int_eq(dies_of(role, SYS_fcntl, F_GETFL), 0);
	ck_assert_int_eq(dies_of(role, SYS_fcntl, F_DUPFD), SIGSYS);
	for (unsigned i = 0; i < N_ROLES; i++)
		ck_assert(!lock_allows((enum role)i, SYS_execve) &&
			  !lock_allows((enum role)i, SYS_ptrace) &&
			  !lock_allows((enum role)i, SYS_socket) &&
			  !lock_allows((enum role)i, SYS_connect) &&
			  (i == ROLE_OPENER || i == ROLE_SAVER ||
			   !lock_allows((enum role)i, SYS_openat)));
}
END_TEST

/* 0: nothing below the folder alone can be opened; else what went wrong. */
static int try_files(const char *inside, const char *outside, int folder)
{
	struct identity who = {.uid = getuid(), .gid = getgid()};
	struct fault fault;

	if (!lock_identity(&who, &fault) || !lock_files(folder, &fault))
		return 42;
	if (open(outside, O_RDONLY) >= 0 || errno != EACCES)
		return 1;
	if (folder >= 0 && open(inside, O_WRONLY | O_CREAT, 0600) < 0)
		return 2;
	if (folder < 0 && (open(inside, O_WRONLY | O_CREAT, 0600) >= 0 || errno != EACCES))
		return 3;
	return 0;
}

START_TEST(files_are_out_of_reach)
{
	char folder[] = "/tmp/check_live.XXXXXX";
	struct text path = {0};
	const char *inside;
	int status, fd = -1;
	pid_t child;

	if (lock_missing())
		return;
	ck_assert_ptr_nonnull(mkdtemp(folder));
	text_put(&path, folder);
	text_put(&path, "/x");
	inside = text_string(&path);
	if (_i)
		fd = open(folder, O_RDONLY | O_DIRECTORY);
	child = fork();
	if (!child)
		_exit(try_files(inside, "/etc/passwd", fd));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	unlink(inside);
	rmdir(folder);
	text_close(&path);
	ck_assert(WIFEXITED(status));
	/* 42: this kernel has no Landlock, which peel says when it starts */
	ck_assert_msg(!WEXITSTATUS(status) || WEXITSTATUS(status) == 42, "%d", WEXITSTATUS(status));
}
END_TEST

int main(void)
{
	const struct unit units[] = {
		{frames_leave_the_queue_as_they_came, 1},
		{what_is_not_released_keeps_its_room, 1},
		{successor_begins_where_the_reader_died, 1},
		{files_are_named_as_dumpcap_and_tcpdump_name_them, COUNT(series)},
		{files_end_where_they_should, 1},
		{series_that_make_no_sense_are_refused, 1},
		{recorder_keeps_the_last_seconds, 1},
		{recorder_keeps_to_its_memory, 1},
		{descriptors_travel_with_letters, 1},
		{calls_that_are_not_listed_are_deadly, N_ROLES},
		{calls_that_are_listed_ask_only, N_ROLES},
		{files_are_out_of_reach, 2},
	};

	return run_units("live", 120, units, COUNT(units));
}
