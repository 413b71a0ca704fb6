/* SPDX-License-Identifier: BSD-2-Clause */
/* peel conversations: one row a connection, who opened it and how it went. */
#include "config.h"

#include "cli/cli.h"
#include "cli/conversations_options.h"
#include "cli/conversations_print.h"
#include "cli/survey.h"
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void frame(void *connections, const struct record *r)
{
	connections_frame(connections, r);
}

/* Characters of a terminal's line, as COLUMNS or the terminal says; 0: it is none. */
static unsigned line_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	uint64_t width;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (columns && parse_number(columns, 1, UINT16_MAX, &width))
		return (unsigned)width;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

static connections_compare *order_named(const char *name)
{
	connections_compare *order = connections_order(name);
	struct text all = {0};

	if (order)
		return order;
	connections_orders(&all);
	complain("--sort %s: there is no such key; there are %s", name, text_string(&all));
	text_close(&all);
	usage_error("conversations");
	return NULL;
}

static void print(struct survey *v, const struct conversations_options *o,
		  const struct connections *c, connections_compare *order)
{
	struct listing l = {
		.session = v->session,
		.width = line_width(),
		.utf8 = knows_utf8(),
		.names = v->options.names_ports,
	};
	struct entry **list = tally_list(c->tally, order, &l.n);

	l.list = list;
	if (l.n > o->top) {
		l.left = l.n - (uint32_t)o->top;
		l.n = (uint32_t)o->top;
	}
	v->out.fd = STDOUT_FILENO;
	if (v->options.json)
		listing_json(&l, &v->out);
	else
		(o->csv ? listing_csv : listing_table)(&l, &v->out);
	free(list);
	survey_flush(v);
}

static int run(struct survey *v, const struct conversations_options *o, connections_compare *order)
{
	struct connections c;

	survey_open(v);
	connections_open(&c, v->session);
	if (survey_start(v)) {
		survey_frames(v, frame, &c);
		if (v->frames || v->status < EXIT_USAGE)
			print(v, o, &c, order);
	}
	connections_close(&c);
	survey_close(v);
	return v->status;
}

int command_conversations(int argc, char **argv)
{
	struct survey v = {.status = EXIT_OK};
	struct conversations_options o;
	connections_compare *order = NULL;
	int status;

	if (conversations_options_parse(&o, &v.options, argc, argv, &status)) {
		order = order_named(o.sort);
		status = EXIT_USAGE;
	}
	if (order)
		return run(&v, &o, order);
	read_options_close(&v.options);
	return status;
}
