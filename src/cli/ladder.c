/* SPDX-License-Identifier: BSD-2-Clause */
/* peel ladder: who sent what to whom, as a drawing. */
#include "config.h"

#include "cli/cli.h"
#include "cli/ladder.h"
#include "cli/ladder_options.h"
#include "cli/survey.h"
#include <inttypes.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* What the user says, COLUMNS, the terminal; or 80. */
static unsigned width_of(const struct ladder_options *own)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	uint64_t n = own->width;

	if (n || (columns && isatty(STDOUT_FILENO) && parse_number(columns, 60, 1000, &n)))
		return (unsigned)n;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col >= 60 && size.ws_col <= 1000)
		return size.ws_col;
	return 80;
}

/* Some hosts have no column of their own: what to do. */
static void say_what_is_hidden(const struct flow *f, unsigned shown)
{
	unsigned n = flow_hosts(f);
	bool beyond = flow_beyond(f) > 0;

	if (shown >= n && !beyond)
		return;
	complain("there are %s%u hosts: the first %u have a column each, all others share the "
		 "last; a filter (tcp.stream == 0, ip.addr == ADDRESS) or --width would show more",
		 beyond ? "more than " : "", n, shown);
}

static void print(struct survey *v, const struct ladder_options *own, const struct flow *f)
{
	struct ladder l = {.flow = f, .width = width_of(own), .utf8 = knows_utf8()};
	struct text *t = &v->out.text;
	unsigned shown = flow_hosts(f);

	if (v->options.json) {
		text_put(t, "{\"type\":\"ladder\"");
		flow_json(f, t);
		text_put(t, "}\n");
	} else if (own->tshark) {
		flow_print(f, t);
	} else {
		shown = ladder_print(&l, t);
	}
	survey_flush(v);
	if (flow_forgotten(f))
		complain("the first %" PRIu64 " rows had no room in memory, and are left out",
			 flow_forgotten(f));
	if (!v->options.json && !own->tshark)
		say_what_is_hidden(f, shown);
}

static void frame(void *flow, const struct record *r)
{
	flow_frame(flow, r);
}

int command_ladder(int argc, char **argv)
{
	struct survey v = {.status = EXIT_OK};
	struct ladder_options own;
	struct flow *flow;
	int status;

	if (!ladder_options_parse(&v.options, &own, argc, argv, &status)) {
		read_options_close(&v.options);
		return status;
	}
	survey_open(&v);
	flow = flow_open(v.session,
			 &(struct flow_options){.of = own.tshark ? FLOW_ANY : FLOW_LADDER,
						.standard = own.standard,
						.ports = own.ports && !own.tshark,
						.color = own.show.color && !own.tshark,
						.time = own.show.time});
	if (survey_start(&v)) {
		survey_frames(&v, frame, flow);
		if (v.frames || v.status < EXIT_USAGE)
			print(&v, &own, flow);
	}
	flow_close(flow);
	survey_close(&v);
	return v.status;
}
