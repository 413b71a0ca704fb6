/* SPDX-License-Identifier: BSD-2-Clause */
/* peel stats: what is in capture files, on one page. */
#include "config.h"

#include "cli/cli.h"
#include "cli/stats_options.h"
#include "cli/stats_page.h"
#include "cli/survey.h"
#include "flow/track.h"

static void frame(void *overview, const struct record *r)
{
	overview_frame(overview, r);
}

static void print(struct survey *v, const struct overview *o, uint64_t top)
{
	struct page page = {
		.overview = o,
		.files = v->options.files,
		.n_files = v->options.n_files,
		.top = top,
		.utf8 = knows_utf8(),
		.forgotten = tracker_forgotten(tracker_of(v->session)),
	};

	(v->options.json ? page_json : page_print)(&page, &v->out.text);
	survey_flush(v);
}

int command_stats(int argc, char **argv)
{
	struct survey v = {.status = EXIT_OK};
	struct overview overview;
	uint64_t top; /* rows of a list, at most */
	int status;

	if (!stats_options_parse(&v.options, &top, argc, argv, &status)) {
		read_options_close(&v.options);
		return status;
	}
	survey_open(&v);
	overview_open(&overview, v.session);
	if (survey_start(&v)) {
		survey_frames(&v, frame, &overview);
		if (v.frames || v.status < EXIT_USAGE)
			print(&v, &overview, top);
	}
	overview_close(&overview);
	survey_close(&v);
	return v.status;
}
