/* SPDX-License-Identifier: BSD-2-Clause */
/* The process that a live capture is to its user: files for the others, signals, the clock. */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_kin.h"
#include "cli/live_run.h"
#include "core/clock.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- letters and signals --- */

static void say_to(const struct live_run *run, enum part part, enum message what)
{
	struct letter l = {.what = what, .time = clock_wall(), .fd = -1};

	if (run->parts[part])
		link_say(run->links[part][0], &l);
}

/* Whoever writes the capture file. */
static enum part writer_part(const struct live_run *run)
{
	return run->plan.filters ? DECODER : CATCHER;
}

/* Asked twice, we don't wait for a reader of our output that doesn't read. */
static void stop(struct live_run *run)
{
	say_to(run, CATCHER, DO_STOP);
	if (++run->stops > 1) {
		print_totals(&run->options, run->totals, &run->plan);
		exit(EXIT_TROUBLE);
	}
}

static void give_file(struct live_run *run, enum part part, const struct letter *asked)
{
	struct letter l = {.what = HERE_FILE, .fd = -1};
	struct fault fault;

	if (opener_is_full(&run->opener)) {
		l.what = NO_MORE;
		opener_end(&run->opener);
	} else {
		l.fd = opener_next(&run->opener, asked->time, &fault);
		if (l.fd < 0) {
			complain_about(run->options.read.write_to, "the next file %s", fault.text);
			run->status = EXIT_TROUBLE;
		}
	}
	link_say(run->links[part][0], &l);
	if (l.fd >= 0)
		close(l.fd);
	if (run->helper && run->opener.ended.len)
		kin_rotated(&run->options, run->helper_names, text_string(&run->opener.ended));
}

static void give_aside(struct live_run *run, const struct letter *asked)
{
	struct letter l = {.what = HERE_FILE, .fd = -1};
	struct text name = {0};
	struct fault fault;

	l.fd = opener_aside(&run->opener, (uint64_t)asked->time, &name, &fault);
	if (l.fd < 0)
		complain_about(text_string(&name), "%s", fault.text);
	link_say(run->links[DECODER][0], &l);
	if (l.fd >= 0)
		close(l.fd);
	text_close(&name);
}

/* All are locked and at work: whoever waits for that may go on. */
static void on_ready(struct live_run *run, enum part part)
{
	run->ready[part] = true;
	if (!run->ready[CATCHER] || (run->plan.decodes && !run->ready[DECODER]))
		return;
	complain("capturing on %s%s; Ctrl-C ends it", run->options.interfaces[0],
		 run->options.n_interfaces > 1 ? " and others" : "");
	if (run->command && write(run->command_start, "", 1) < 0)
		complain("%s: it can't be started", run->options.command[0]);
	if (run->command)
		close(run->command_start);
}

static void hear(struct live_run *run, enum part part)
{
	struct letter l;
	int rc;

	while (run->parts[part] && (rc = link_hear(run->links[part][0], &l, 0)) > 0)
		switch (l.what) {
		case SAY_READY:
			on_ready(run, part);
			break;
		case SAY_COUNTED:
			if (run->counting)
				print_totals(&run->options, run->totals, &run->plan);
			else
				print_totals_line(&run->options, run->totals, &run->said);
			run->counting = false;
			break;
		case SAY_NEXT_FILE:
			give_file(run, part, &l);
			break;
		case SAY_ASIDE:
			give_aside(run, &l);
			break;
		default:
			break;
		}
}

/* A process was killed: what it had gathered and not written is lost. */
static void count_lost(struct live_run *run, enum part part)
{
	struct totals *t = run->totals;

	if (!run->plan.writes || part != writer_part(run))
		return;
	t->failed += t->written - t->flushed;
	t->written = t->flushed;
}

/* A process ended. */
static void bury(struct live_run *run, pid_t child, int status)
{
	static const char *const names[] = {"capturing", "decoding"};

	if (child == run->command) {
		run->command = 0;
		say_to(run, CATCHER, DO_STOP);
		return;
	}
	for (unsigned i = 0; i < N_PARTS; i++) {
		int worth = WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_TROUBLE;

		if (run->parts[i] != child)
			continue;
		run->parts[i] = 0;
		if (!WIFEXITED(status))
			count_lost(run, i);
		if (!WIFEXITED(status))
			complain("%s died of signal %d (%s)", names[i], WTERMSIG(status),
				 strsignal(WTERMSIG(status)));
		if (run->status < worth)
			run->status = worth;
		if (i == CATCHER && run->queue)
			queue_end(run->queue);
		if (i == DECODER)
			say_to(run, CATCHER, DO_STOP);
	}
}

static void bury_all(struct live_run *run)
{
	pid_t child;
	int status;

	while ((child = waitpid(-1, &status, WNOHANG)) > 0) {
		for (unsigned i = 0; i < N_PARTS; i++)
			if (run->parts[i] == child)
				hear(run, i); /* what it said before */
		bury(run, child, status);
	}
}

static void on_signal(struct live_run *run, uint32_t signal)
{
	switch (signal) {
	case SIGCHLD:
		bury_all(run);
		break;
	case SIGHUP:
		if (run->options.series.style != SERIES_ONE) {
			say_to(run, writer_part(run), DO_ROTATE);
			break;
		}
		stop(run);
		break;
	case SIGUSR1:
		run->counting = true;
		say_to(run, CATCHER, DO_COUNT);
		break;
	case SIGUSR2:
		say_to(run, CATCHER, DO_FLUSH);
		say_to(run, DECODER, DO_FLUSH);
		break;
	default:
		stop(run);
	}
}

/* --- the loop --- */

static void look_at_clock(struct live_run *run)
{
	int64_t at = clock_steady();

	if (at >= run->end) {
		run->end = INT64_MAX;
		say_to(run, CATCHER, DO_STOP);
	}
	if (run->options.each_second && at >= run->next_count) {
		run->next_count += NS_PER_SECOND;
		say_to(run, CATCHER, DO_COUNT);
	}
}

/* Milliseconds until the clock matters. */
static int patience(const struct live_run *run)
{
	int64_t next =
		run->options.each_second && run->next_count < run->end ? run->next_count : run->end;
	int64_t left = next - clock_steady();

	if (next == INT64_MAX)
		return -1;
	return left <= 0 ? 0 : (int)(left / 1000000) + 1;
}

void live_supervise(struct live_run *run)
{
	struct signalfd_siginfo info;

	while (run->parts[CATCHER] || run->parts[DECODER]) {
		struct pollfd fds[] = {{.fd = run->signals, .events = POLLIN},
				       {.fd = -1, .events = POLLIN},
				       {.fd = -1, .events = POLLIN}};

		for (unsigned i = 0; i < N_PARTS; i++)
			if (run->parts[i])
				fds[1 + i].fd = run->links[i][0];
		poll(fds, COUNT(fds), patience(run));
		for (unsigned i = 0; i < N_PARTS; i++)
			if (fds[1 + i].revents & POLLIN)
				hear(run, i);
		while (read(run->signals, &info, sizeof info) == (ssize_t)sizeof info)
			on_signal(run, info.ssi_signo);
		look_at_clock(run);
	}
}
