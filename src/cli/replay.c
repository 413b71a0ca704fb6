/* SPDX-License-Identifier: BSD-2-Clause */
/* peel replay: captured frames onto the wire again. */
#include "config.h"

#include "capture/input.h"
#include "cli/cli.h"
#include "cli/craft_spec.h"
#include "cli/filters.h"
#include "cli/replay_print.h"
#include "core/out.h"
#include "protocols.h"
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A run: what is read, what it goes through, where it goes. */
struct run {
	struct replay_options options;
	struct session *seen;   /* takes frames apart for the filter; NULL: there is none */
	struct filter *filter;  /* NULL: none */
	struct session *edited; /* the same for the edit; NULL: there is none */
	struct edit *edit;      /* NULL: none */
	struct wire *wires[2];
	struct replay *replay;
	uint64_t passed; /* frames of this round that passed the filter */
	bool any;        /* some did, in some round */
	int status;
};

static volatile sig_atomic_t interrupted;

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

/* The first signal ends the run with its summary, a second one at once. */
static void catch_signals(void)
{
	struct sigaction a = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};

	sigaction(SIGINT, &a, NULL);
	sigaction(SIGTERM, &a, NULL);
}

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct run *run = arg;
	int status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;

	if (interrupted)
		return;
	complain_about(path, "%s", fault->text);
	if (run->status < status)
		run->status = status;
}

/* --- setting up --- */

static bool open_filter(struct run *run)
{
	if (!run->options.filter)
		return true;
	run->seen = session_open(protocols);
	run->filter = open_display_filter(run->seen, run->options.filter, "-Y");
	if (run->filter)
		session_start(run->seen);
	return run->filter != NULL;
}

/* What --set and --del change in each frame. */
static bool open_edit(struct run *run)
{
	struct replay_options *o = &run->options;
	struct edit_wishes wishes = {.set = text_string(&o->set),
				     .del = o->del,
				     .n_del = o->n_del,
				     .raw = o->raw,
				     .seed = o->seed};
	struct craft_fault fault;

	if (!o->set.len && !o->n_del)
		return true;
	run->edited = craft_session();
	run->edit = edit_open(run->edited, &wishes, &fault);
	if (!run->edit && *fault.layer)
		complain("--del %s: %s", o->del[fault.at], fault.text);
	else if (!run->edit)
		complain_about_spec(run->edited, wishes.set, &fault);
	return run->edit != NULL;
}

static bool open_wires(struct run *run)
{
	for (unsigned i = 0; i < run->options.n_interfaces; i++) {
		struct fault fault;

		run->wires[i] = wire_open(run->options.interfaces[i], &fault);
		if (run->wires[i])
			continue;
		complain("%s", fault.text);
		return false;
	}
	return true;
}

static bool open_replay(struct run *run)
{
	struct replay_options *o = &run->options;
	struct replay_means means = {.wires = {run->wires[0], run->wires[1]},
				     .n_wires = o->n_interfaces,
				     .pace = &o->pace,
				     .remap = remap_is_empty(o->remap) ? NULL : o->remap,
				     .edit = run->edit,
				     .yes = o->yes,
				     .prompt = o->reads_stdin};
	struct fault fault;

	o->pace.stop = &interrupted;
	run->replay = replay_open(&means, &fault);
	if (!run->replay)
		complain("%s", fault.text);
	return run->replay != NULL;
}

/* --- running --- */

/* All files once; false: that was the last time. */
static bool run_round(struct run *run)
{
	const struct replay_options *o = &run->options;
	struct input *in = input_open(o->files, o->n_files, o->merge, on_problem, run);
	bool more = true;
	struct frame f;

	run->passed = 0;
	while (more && !interrupted && run->passed < o->most && input_next(in, &f)) {
		if (run->filter && !filter_passes(run->filter, session_walk(run->seen, &f)))
			continue;
		run->passed++;
		run->any = true;
		more = replay_frame(run->replay, &f);
	}
	input_close(in);
	pace_again(&run->options.pace);
	return more && !interrupted && run->passed && run->status < EXIT_USAGE;
}

static void run_rounds(struct run *run)
{
	uint64_t rounds = run->options.rounds;

	catch_signals();
	/* Sleeps end when they should, not up to 50 us later. */
	prctl(PR_SET_TIMERSLACK, 1UL);
	for (uint64_t i = 0; (!rounds || i < rounds) && run_round(run); i++)
		;
	replay_flush(run->replay);
}

static void sum_up(struct run *run)
{
	struct replay_result r = {.options = &run->options, .late = &run->options.pace.late};
	struct out out = {.fd = STDOUT_FILENO};

	for (unsigned i = 0; i < run->options.n_interfaces; i++)
		r.about[i] = wire_about(run->wires[i]);
	replay_tally(run->replay, &r.tally);
	(run->options.json ? replay_json : replay_print)(&r, &out.text);
	if (!out_flush(&out) && run->status < EXIT_TROUBLE)
		run->status = EXIT_TROUBLE;
	text_close(&out.text);
	/* What runs until it is stopped has done all that it should. */
	if (run->status == EXIT_OK &&
	    (replay_unsent(&r.tally) || (interrupted && run->options.rounds)))
		run->status = EXIT_TROUBLE;
}

static void close_all(struct run *run)
{
	replay_close(run->replay);
	edit_close(run->edit);
	filter_close(run->filter);
	for (unsigned i = 0; i < COUNT(run->wires); i++)
		wire_close(run->wires[i]);
	if (run->seen)
		session_close(run->seen);
	if (run->edited)
		session_close(run->edited);
	replay_options_close(&run->options);
}

int command_replay(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!replay_options_parse(&run.options, argc, argv, &status)) {
		replay_options_close(&run.options);
		return status;
	}
	if (open_filter(&run) && open_edit(&run) && open_wires(&run) && open_replay(&run)) {
		run_rounds(&run);
		if (run.status < EXIT_USAGE || run.any)
			sum_up(&run);
	} else {
		run.status = EXIT_USAGE;
	}
	close_all(&run);
	return run.status;
}
