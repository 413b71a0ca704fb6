/* SPDX-License-Identifier: BSD-2-Clause */
/* What subcommands that count frames share: the files, the filter, the end of the run. */
#include "config.h"

#include "cli/cli.h"
#include "cli/filters.h"
#include "cli/sandbox.h"
#include "cli/survey.h"
#include "flow/track.h"
#include "protocols.h"
#include <errno.h>
#include <unistd.h>

static void on_problem(void *arg, const char *path, enum input_problem what,
		       const struct fault *fault)
{
	struct survey *v = arg;
	int status = what == INPUT_DAMAGED ? EXIT_TROUBLE : EXIT_USAGE;

	progress_end(&v->progress);
	complain_about(path, "%s", fault->text);
	if (v->status < status)
		v->status = status;
}

void survey_open(struct survey *v)
{
	const struct read_options *o = &v->options;

	v->session = session_open(protocols);
	session_vendor_file(v->session, IEEE_DATA "/oui.csv");
	if (o->names_ports)
		session_services_file(v->session, "/etc/services");
	if (o->memory)
		tracker_limit(tracker_of(v->session), o->memory);
}

bool survey_start(struct survey *v)
{
	const struct read_options *o = &v->options;

	if (o->display_filter) {
		v->filter = open_display_filter(v->session, o->display_filter, o->filter_option);
		if (!v->filter) {
			v->status = EXIT_USAGE;
			return false;
		}
	}
	session_start(v->session);
	v->input = input_open(o->files, o->n_files, o->merge, on_problem, v);
	if (sandbox_enter(o->no_sandbox, v->input, v->session, -1))
		return true;
	v->status = EXIT_USAGE;
	return false;
}

void survey_frames(struct survey *v, void (*frame)(void *arg, const struct record *r), void *arg)
{
	struct frame f;

	progress_begin(&v->progress, v->input, true);
	while (v->frames < v->options.most && input_next(v->input, &f)) {
		const struct record *r = session_walk(v->session, &f);

		progress_frame(&v->progress);
		if (v->filter && !filter_passes(v->filter, r))
			continue;
		v->frames++;
		frame(arg, r);
	}
	progress_end(&v->progress);
}

void survey_flush(struct survey *v)
{
	const struct tracker *tracker = tracker_of(v->session);

	v->out.fd = STDOUT_FILENO;
	if (!out_flush(&v->out)) {
		if (errno != EPIPE)
			complain("%s", v->out.fault.text);
		v->status = EXIT_TROUBLE;
	}
	complain_about_memory(tracker_forgotten(tracker), tracker_limit_of(tracker));
}

void survey_close(struct survey *v)
{
	filter_close(v->filter);
	session_close(v->session);
	if (v->input)
		input_close(v->input);
	text_close(&v->out.text);
	read_options_close(&v->options);
}
