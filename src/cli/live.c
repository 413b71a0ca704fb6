/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * peel live: frames from interfaces.  This process opens what needs rights, then makes files for
 * the others and tells what they counted; one captures, one takes frames apart.
 */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_interfaces.h"
#include "cli/live_run.h"
#include "core/clock.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* --- setting up --- */

static void plan(struct live_run *run)
{
	const struct live_options *o = &run->options;
	bool filters = o->read.display_filter || o->when;

	run->plan.writes = o->read.write_to;
	run->plan.filters = filters;
	run->plan.decodes = listeners_print(&o->read) || filters || o->read.n_stats;
}

static bool open_filters(struct live_run *run)
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

/* Names of vendors and services, and the time zone, come from files that are soon out of reach. */
static void hold_files(struct live_run *run)
{
	tzset();
	if (run->hears.session)
		session_hold_files(run->hears.session);
}

static bool open_first_file(struct live_run *run)
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
	run->file = opener_next(&run->opener, clock_wall(), &fault);
	if (run->file < 0)
		complain_about(o->read.write_to, "%s", fault.text);
	return run->file >= 0;
}

static bool open_shared(struct live_run *run)
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

static void describe_interfaces(struct live_run *run)
{
	for (unsigned i = 0; i < run->options.n_interfaces; i++)
		run->ifaces[i] = run->sources[i].live ? live_iface(run->sources[i].live) : NULL;
}

/* Signals come by a descriptor; children don't hear those that a terminal sends to all. */
static bool open_signals(struct live_run *run)
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

/* --- the run --- */

static void start_clocks(struct live_run *run)
{
	int64_t at = clock_steady();

	run->end = run->options.duration ? at + run->options.duration : INT64_MAX;
	run->next_count = at + NS_PER_SECOND;
}

/* What --no-sandbox and builds without a lock mean is said, every time. */
static void warn(const struct live_run *run)
{
	if (run->options.read.no_sandbox)
		complain("--no-sandbox: packets from the network are taken apart with all rights "
			 "that peel was started with");
	else if (lock_missing())
		complain("%s: this peel can't, as %s",
			 lock_is_sanitized() ? "no rights are given up"
					     : "system calls aren't locked",
			 lock_missing());
}

static int run_live(struct live_run *run)
{
	struct live_options *o = &run->options;
	struct fault fault;

	plan(run);
	if (!identity_of(o->user, &run->who, &fault)) {
		complain("%s", fault.text);
		return EXIT_USAGE;
	}
	if (!open_filters(run) || !open_interfaces(o, run->sources, &run->counter) ||
	    !open_first_file(run) || !open_shared(run) || !open_signals(run))
		return EXIT_USAGE;
	describe_interfaces(run);
	hold_files(run);
	warn(run);
	start_clocks(run);
	if (!live_begin_parts(run)) {
		complain("no process can be had: %s", strerror(errno));
		return EXIT_USAGE;
	}
	live_lock(run, ROLE_OPENER);
	live_supervise(run);
	if (!o->read.quiet || o->read.write_to)
		print_totals(o, run->totals, &run->plan);
	return run->status;
}

int command_live(int argc, char **argv)
{
	static struct live_run run;
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
