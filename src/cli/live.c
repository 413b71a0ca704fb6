/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * peel live: frames from interfaces.  This process opens what needs rights, then makes files for
 * the others and tells what they counted; one captures, one takes frames apart.
 */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_counts.h"
#include "cli/live_decode.h"
#include "cli/live_interfaces.h"
#include "cli/live_kin.h"
#include "live/catch.h"
#include "live/lock.h"
#include "live/opener.h"
#include "live/queue.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The processes beside this one. */
enum part { CATCHER, DECODER, N_PARTS };

struct run {
	struct live_options options;
	struct live_plan plan;
	struct origin sources[MOST_INTERFACES];
	const struct iface *ifaces[MOST_INTERFACES];
	struct listeners hears;
	struct bpf *capture;
	struct identity who;
	struct opener opener;
	struct queue *queue;
	struct totals *totals; /* shared by all processes */
	struct totals said;    /* what --stats said last */
	struct sink sink;
	int file;              /* the first one */
	int links[N_PARTS][2]; /* our end, theirs; -1: none */
	pid_t parts[N_PARTS];  /* 0: none, or gone */
	bool ready[N_PARTS];
	pid_t command, helper;
	int command_start, helper_names;
	int signals;        /* a descriptor that gives them */
	int64_t end;        /* of -a duration: monotonic clock, nanoseconds; INT64_MAX: none */
	int64_t next_count; /* of --stats */
	bool counting;      /* SIGUSR1 came: counts are to be told when they are fresh */
	unsigned stops;     /* how often somebody asked for the end */
	int status;
};

static int64_t now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

/* --- setting up --- */

static void plan(struct run *run)
{
	const struct live_options *o = &run->options;
	bool filters = o->read.display_filter || o->when;

	run->plan.writes = o->read.write_to;
	run->plan.filters = filters;
	run->plan.decodes = listeners_print(&o->read) || filters || o->read.n_stats;
}

static bool open_filters(struct run *run)
{
	const struct live_options *o = &run->options;

	if (o->read.capture_filter) {
		run->capture = open_capture_filter(o->read.capture_filter, "-f");
		if (!run->capture)
			return false;
	}
	if (!run->plan.decodes)
		return true;
	run->hears.when_words = o->when;
	return listeners_open(&run->hears, &o->read);
}

/* Names of vendors and services are read before files are out of reach. */
static void load_names(struct run *run)
{
	if (!run->hears.session)
		return;
	session_vendor(run->hears.session, 0);
	session_service(run->hears.session, 0, "tcp");
	tzset();
}

static bool open_first_file(struct run *run)
{
	const struct live_options *o = &run->options;
	struct fault fault;

	if (!opener_begin(&run->opener, &o->series, &fault)) {
		complain("%s", fault.text);
		return false;
	}
	run->file = -1;
	if (!run->plan.writes)
		return true;
	if (!strcmp(o->read.write_to, "-")) {
		if (isatty(STDOUT_FILENO)) {
			complain("-w -: a capture isn't written to a terminal");
			return false;
		}
		run->file = STDOUT_FILENO;
		return true;
	}
	run->file = opener_next(&run->opener, now(CLOCK_REALTIME), &fault);
	if (run->file < 0)
		complain_about(o->read.write_to, "%s", fault.text);
	return run->file >= 0;
}

static bool open_shared(struct run *run)
{
	run->totals = mmap(NULL, sizeof *run->totals, PROT_READ | PROT_WRITE,
			   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (run->totals == MAP_FAILED)
		run->totals = NULL;
	if (run->plan.decodes)
		run->queue = queue_open(run->options.queue);
	for (unsigned i = 0; i < N_PARTS; i++)
		if (!link_open(run->links[i]))
			return false;
	if (run->totals && (run->queue || !run->plan.decodes))
		return true;
	complain("memory that processes share can't be had: %s", strerror(errno));
	return false;
}

static void describe_interfaces(struct run *run)
{
	static const struct iface pipe_end = {
		.link = 1, .fcs_len = -1, .ticks = 1000000000, .resolution = 9};

	for (unsigned i = 0; i < run->options.n_interfaces; i++)
		run->ifaces[i] =
			run->sources[i].live ? live_iface(run->sources[i].live) : &pipe_end;
}

static void set_sink(struct run *run, int link)
{
	const struct live_options *o = &run->options;

	run->sink = (struct sink){
		.options = &o->series,
		.format = o->read.write_format,
		.link = link,
		.ifaces = run->sources[0].live ? run->ifaces : NULL,
		.n_ifaces = run->sources[0].live ? o->n_interfaces : 0,
		.totals = run->totals,
	};
	sink_begin(&run->sink, run->file, now(CLOCK_REALTIME));
}

/* Signals come by a descriptor; children don't hear those that a terminal sends to all. */
static bool open_signals(struct run *run)
{
	static const int all[] = {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGCHLD};
	sigset_t set;

	sigemptyset(&set);
	for (unsigned i = 0; i < COUNT(all); i++)
		sigaddset(&set, all[i]);
	if (sigprocmask(SIG_BLOCK, &set, NULL))
		return false;
	run->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return run->signals >= 0;
}

/* --- the parts --- */

/* What a part may still do from now on; it ends when that can't be had. */
static void lock(const struct run *run, enum role role)
{
	struct fault fault;

	if (run->options.no_sandbox)
		return;
	if (!(role == ROLE_OPENER ? lock_rights(&fault) : lock_identity(&run->who, &fault))) {
		complain("%s: %s; --no-sandbox captures without", role_name(role), fault.text);
		exit(EXIT_USAGE);
	}
	if (!lock_files(role == ROLE_OPENER ? run->opener.folder : -1, &fault) &&
	    role == ROLE_OPENER)
		complain("%s: files are kept away by the lock of system calls alone", fault.text);
	if (!lock_missing() && !lock_calls(role, &fault)) {
		complain("%s; --no-sandbox captures without", fault.text);
		exit(EXIT_USAGE);
	}
}

static void say_ready(int link)
{
	struct letter l = {.what = SAY_READY, .fd = -1};

	link_say(link, &l);
}

static int capture(struct run *run)
{
	struct live_options *o = &run->options;
	struct catcher c = {
		.sources = run->sources,
		.n_sources = o->n_interfaces,
		.sink = run->plan.writes && !run->plan.filters ? &run->sink : NULL,
		.queue = run->queue,
		.waits = !run->plan.writes || run->plan.filters,
		.at_once = o->at_once,
		.most = run->plan.filters ? UINT64_MAX : o->read.most,
		.link = run->links[CATCHER][1],
		.totals = run->totals,
		.capture = run->capture,
	};
	bool good;

	if (c.sink)
		set_sink(run, c.link);
	lock(run, ROLE_CATCHER);
	say_ready(c.link);
	good = catch_frames(&c);
	if (!good)
		complain("%s", c.fault.text);
	return good ? EXIT_OK : EXIT_TROUBLE;
}

static int take_apart(struct run *run)
{
	struct decoder d = {
		.options = &run->options,
		.hears = run->hears,
		.queue = run->queue,
		.sink = run->plan.writes && run->plan.filters ? &run->sink : NULL,
		.ifaces = run->ifaces,
		.n_ifaces = run->options.n_interfaces,
		.totals = run->totals,
		.link = run->links[DECODER][1],
	};

	if (d.hears.when)
		d.recorder = recorder_open(run->options.before, RECORDER_OCTETS);
	if (d.sink)
		set_sink(run, d.link);
	lock(run, ROLE_KEEPER);
	say_ready(d.link);
	return decode_keep(&d, !run->options.no_sandbox && !lock_missing());
}

/* The other parts' ends: who keeps them would never hear that they are gone. */
static void close_links(struct run *run, enum part mine)
{
	for (unsigned i = 0; i < N_PARTS; i++) {
		close(run->links[i][0]);
		if (i != mine)
			close(run->links[i][1]);
	}
}

static bool begin_part(struct run *run, enum part part, int (*work)(struct run *run))
{
	static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2};
	pid_t child = fork();
	sigset_t none;

	if (child) {
		run->parts[part] = child;
		return child > 0;
	}
	for (unsigned i = 0; i < COUNT(ignored); i++)
		signal(ignored[i], SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	close(run->signals);
	close_links(run, part);
	exit(work(run));
}

static bool begin_parts(struct run *run)
{
	const struct live_options *o = &run->options;
	bool good = true;

	if (o->command)
		good = (run->command = kin_command(o, &run->command_start)) > 0;
	if (good && o->post_rotate)
		good = (run->helper = kin_helper(o, &run->who, &run->helper_names)) > 0;
	good = good && begin_part(run, CATCHER, capture);
	if (good && run->plan.decodes)
		good = begin_part(run, DECODER, take_apart);
	for (unsigned i = 0; i < N_PARTS; i++)
		close(run->links[i][1]);
	if (run->file > STDERR_FILENO)
		close(run->file);
	for (unsigned i = 0; i < o->n_interfaces; i++)
		if (run->sources[i].live)
			live_close(run->sources[i].live);
	return good;
}

/* --- letters and signals --- */

static void say_to(const struct run *run, enum part part, enum message what)
{
	struct letter l = {.what = what, .time = now(CLOCK_REALTIME), .fd = -1};

	if (run->parts[part])
		link_say(run->links[part][0], &l);
}

/* Whoever writes the capture file. */
static enum part writer_part(const struct run *run)
{
	return run->plan.filters ? DECODER : CATCHER;
}

/* Asked twice, we don't wait for a reader of our output that doesn't read. */
static void stop(struct run *run)
{
	say_to(run, CATCHER, DO_STOP);
	if (++run->stops > 1) {
		print_totals(&run->options, run->totals, &run->plan);
		exit(EXIT_TROUBLE);
	}
}

static void give_file(struct run *run, enum part part, const struct letter *asked)
{
	struct letter l = {.what = HERE_FILE, .fd = -1};
	struct fault fault;

	if (opener_is_full(&run->opener) || run->options.series.style == SERIES_ONE) {
		l.what = NO_MORE;
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

static void give_aside(struct run *run, const struct letter *asked)
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
static void on_ready(struct run *run, enum part part)
{
	run->ready[part] = true;
	if (!run->ready[CATCHER] || (run->plan.decodes && !run->ready[DECODER]))
		return;
	if (!run->options.read.quiet)
		complain("capturing on %s%s; Ctrl-C ends it", run->options.interfaces[0],
			 run->options.n_interfaces > 1 ? " and others" : "");
	if (run->command && write(run->command_start, "", 1) < 0)
		complain("%s: it can't be started", run->options.command[0]);
	if (run->command)
		close(run->command_start);
}

static void hear(struct run *run, enum part part)
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

/* A process ended. */
static void bury(struct run *run, pid_t child, int status)
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

static void bury_all(struct run *run)
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

static void on_signal(struct run *run, uint32_t signal)
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

static void look_at_clock(struct run *run)
{
	int64_t at = now(CLOCK_MONOTONIC);

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
static int patience(const struct run *run)
{
	int64_t next =
		run->options.each_second && run->next_count < run->end ? run->next_count : run->end;
	int64_t left = next - now(CLOCK_MONOTONIC);

	if (next == INT64_MAX)
		return -1;
	return left <= 0 ? 0 : (int)(left / 1000000) + 1;
}

static void supervise(struct run *run)
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

static void start_clocks(struct run *run)
{
	int64_t at = now(CLOCK_MONOTONIC);

	run->end = run->options.duration ? at + (int64_t)run->options.duration * NS_PER_SECOND
					 : INT64_MAX;
	run->next_count = at + NS_PER_SECOND;
}

/* What --no-sandbox and builds without a lock mean is said, every time. */
static void warn(const struct run *run)
{
	if (run->options.no_sandbox)
		complain("--no-sandbox: packets from the network are taken apart with all rights "
			 "that peel was started with");
	else if (lock_missing())
		complain("system calls aren't locked: this peel can't, as %s", lock_missing());
}

static int run_live(struct run *run)
{
	struct live_options *o = &run->options;
	struct fault fault;

	plan(run);
	if (!identity_of(o->user, &run->who, &fault)) {
		complain("%s", fault.text);
		return EXIT_USAGE;
	}
	if (!open_filters(run) || !open_interfaces(o, run->sources) || !open_first_file(run) ||
	    !open_shared(run) || !open_signals(run))
		return EXIT_USAGE;
	describe_interfaces(run);
	load_names(run);
	warn(run);
	start_clocks(run);
	if (!begin_parts(run)) {
		complain("no process can be had: %s", strerror(errno));
		return EXIT_USAGE;
	}
	lock(run, ROLE_OPENER);
	supervise(run);
	if (!o->read.quiet || o->read.write_to)
		print_totals(o, run->totals, &run->plan);
	return run->status;
}

int command_live(int argc, char **argv)
{
	static struct run run;
	int status;

	if (!live_options_parse(&run.options, argc, argv, &status)) {
		live_options_close(&run.options);
		return status;
	}
	if (run.options.list || run.options.list_links || run.options.list_stamps)
		status = list_interfaces(&run.options);
	else
		status = run_live(&run);
	listeners_close(&run.hears);
	bpf_close(run.capture);
	queue_close(run.queue);
	text_close(&run.hears.out.text);
	live_options_close(&run.options);
	return status;
}
