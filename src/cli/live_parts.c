/* SPDX-License-Identifier: BSD-2-Clause */
/* The processes of a live capture, and how each gives up what it doesn't need. */
#include "config.h"

#include "cli/cli.h"
#include "cli/live_decode.h"
#include "cli/live_kin.h"
#include "cli/live_run.h"
#include "core/clock.h"
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void set_sink(struct live_run *run, int link)
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
	sink_begin(&run->sink, run->file, clock_wall());
}

void live_lock(const struct live_run *run, enum role role)
{
	struct fault fault;

	if (run->options.read.no_sandbox || lock_is_sanitized())
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

static int capture(struct live_run *run)
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
	live_lock(run, ROLE_CATCHER);
	say_ready(c.link);
	good = catch_frames(&c);
	if (!good)
		complain("%s", c.fault.text);
	return good ? EXIT_OK : EXIT_TROUBLE;
}

static int take_apart(struct live_run *run)
{
	struct decoder d = {
		.options = &run->options,
		.hears = &run->hears,
		.queue = run->queue,
		.sink = run->plan.writes && run->plan.filters ? &run->sink : NULL,
		.ifaces = run->ifaces,
		.n_ifaces = run->options.n_interfaces,
		.totals = run->totals,
		.link = run->links[DECODER][1],
	};
	int status;

	if (d.hears->when)
		d.recorder = recorder_open(run->options.before, RECORDER_OCTETS);
	if (d.sink)
		set_sink(run, d.link);
	live_lock(run, ROLE_KEEPER);
	say_ready(d.link);
	status = decode_keep(&d, !run->options.read.no_sandbox && !lock_missing());
	recorder_close(d.recorder);
	return status;
}

/* The other parts' ends: who keeps them would never hear that they are gone. */
static void close_links(struct live_run *run, enum part mine)
{
	for (unsigned i = 0; i < N_PARTS; i++) {
		close(run->links[i][0]);
		if (i != mine)
			close(run->links[i][1]);
	}
}

static bool begin_part(struct live_run *run, enum part part, int (*work)(struct live_run *run))
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

bool live_begin_parts(struct live_run *run)
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
