/* SPDX-License-Identifier: BSD-2-Clause */
/* peel stats: what is in capture files, on one page. */
#include "config.h"

#include "capture/input.h"
#include "cli/cli.h"
#include "cli/filters.h"
#include "cli/progress.h"
#include "cli/stats_options.h"
#include "cli/stats_page.h"
#include "core/out.h"
#include "flow/track.h"
#include "protocols.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

struct run {
	struct read_options options; /* those that read has, too */
	uint64_t top;                /* rows of a list, at most */
	struct session *session;
	struct input *input;
	struct filter *filter; /* NULL: none */
	struct overview overview;
	struct progress progress;
	struct out out;
	int status;
};

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct run *run = arg;
	int status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;

	progress_end(&run->progress);
	complain_about(path, "%s", fault->text);
	if (run->status < status)
		run->status = status;
}

/* --- running --- */

static bool open_run(struct run *run)
{
	const struct read_options *o = &run->options;

	run->session = session_open(protocols);
	session_vendor_file(run->session, IEEE_DATA "/oui.csv");
	if (o->memory)
		tracker_limit(tracker_of(run->session), o->memory);
	overview_open(&run->overview, run->session);
	if (o->display_filter) {
		run->filter =
			open_display_filter(run->session, o->display_filter, o->filter_option);
		if (!run->filter)
			return false;
	}
	session_start(run->session);
	run->input = input_open(o->files, o->n_files, o->merge, on_problem, run);
	return true;
}

static void read_frames(struct run *run)
{
	struct frame f;

	progress_begin(&run->progress, run->input, run->options.files, run->options.n_files, true);
	while (run->overview.frames < run->options.most && input_next(run->input, &f)) {
		const struct record *r = session_walk(run->session, &f);

		progress_frame(&run->progress);
		if (!run->filter || filter_passes(run->filter, r))
			overview_frame(&run->overview, r);
	}
	progress_end(&run->progress);
}

/* Whether the user's locale has more characters than ASCII: as setlocale(3) would find out. */
static bool knows_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = getenv(names[i]), *dot;

		if (!value || !*value)
			continue;
		dot = strchr(value, '.');
		return dot && (!strncasecmp(dot, ".utf-8", 6) || !strncasecmp(dot, ".utf8", 5));
	}
	return false;
}

static void print(struct run *run)
{
	const struct tracker *tracker = tracker_of(run->session);
	struct page page = {
		.overview = &run->overview,
		.files = run->options.files,
		.n_files = run->options.n_files,
		.top = run->top,
		.utf8 = knows_utf8(),
		.forgotten = tracker_forgotten(tracker),
	};

	run->out.fd = STDOUT_FILENO;
	(run->options.json ? page_json : page_print)(&page, &run->out.text);
	if (!out_flush(&run->out)) {
		if (errno != EPIPE)
			complain("%s", run->out.fault.text);
		run->status = EXIT_TROUBLE;
	}
	complain_about_memory(page.forgotten, tracker_limit_of(tracker));
}

int command_stats(int argc, char **argv)
{
	struct run run = {.status = EXIT_OK};
	int status;

	if (!stats_options_parse(&run.options, &run.top, argc, argv, &status)) {
		read_options_close(&run.options);
		return status;
	}
	if (open_run(&run)) {
		read_frames(&run);
		if (run.overview.frames || run.status < EXIT_USAGE)
			print(&run);
	} else {
		run.status = EXIT_USAGE;
	}
	overview_close(&run.overview);
	filter_close(run.filter);
	session_close(run.session);
	if (run.input)
		input_close(run.input);
	text_close(&run.out.text);
	read_options_close(&run.options);
	return run.status;
}
