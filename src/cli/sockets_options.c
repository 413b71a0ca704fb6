/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel sockets: apart from the tables, which have a struct option. */
#include "config.h"

#include "cli/cli.h"
#include "cli/read_options.h"
#include "cli/sockets_options.h"
#include "core/arena.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum { OPT_HELP = 256, OPT_JSON, OPT_NETNS, OPT_WATCH };

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"json", no_argument, NULL, OPT_JSON},
	{"netns", required_argument, NULL, OPT_NETNS},
	{"watch", optional_argument, NULL, OPT_WATCH},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel sockets [OPTIONS] [FILTER]\n"
	"\n"
	"  -Y FILTER      just the sockets that pass a display filter, see peel-filter(7): ports\n"
	"                 and addresses as in packets from the local to the remote end, and\n"
	"                 socket.state, proc.name ... (peel fields socket, peel fields proc);\n"
	"                 it may also stand at the end; @FILE reads it from a file\n"
	"  -n             no names of services and users\n"
	"  --netns NAME   in this network namespace, or in that of the process of this number\n"
	"  --watch[=N]    again every N seconds (1)\n"
	"  -c N           stop after N times\n"
	"  --json         an object a line\n"
	"\n"
	"One row a socket of TCP, UDP or raw IP: what netstat -an and ss tell.";

static bool set_number(const char *option, uint64_t most, uint64_t *v)
{
	if (parse_number(optarg, 1, most, v))
		return true;
	complain("%s %s: expected a number from 1 on", option, optarg);
	return false;
}

static bool set_option(struct sockets_options *o, int c)
{
	switch (c) {
	case 'c':
		o->watch = true;
		return set_number("-c", UINT32_MAX, &o->most);
	case 'n':
		return o->numbers = true;
	case 'Y':
		o->filter_option = "-Y";
		return read_options_filter(&o->filter, &o->owned[0], c);
	case OPT_JSON:
		return o->json = true;
	case OPT_NETNS:
		o->netns = optarg;
		return true;
	case OPT_WATCH:
		o->watch = true;
		return !optarg || set_number("--watch", 86400, &o->pause);
	default:
		return false;
	}
}

/* What stands behind the options is a filter, in one word or in several. */
static bool take_rest(struct sockets_options *o, int argc, char **argv)
{
	struct text t = {0};

	if (optind == argc)
		return true;
	if (o->filter) {
		complain("%s: there is a filter already, by -Y", argv[optind]);
		return false;
	}
	for (; optind < argc; optind++) {
		text_put(&t, t.len ? " " : "");
		text_put(&t, argv[optind]);
	}
	o->owned[1] = need_copy(text_string(&t));
	o->filter = o->owned[1];
	o->filter_option = "filter";
	text_close(&t);
	return true;
}

bool sockets_options_parse(struct sockets_options *o, int argc, char **argv, int *status)
{
	int c;

	*o = (struct sockets_options){.pause = 1, .most = UINT64_MAX};
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":c:nY:", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !set_option(o, c)) {
			usage_error("sockets");
			return false;
		}
	}
	if (take_rest(o, argc, argv))
		return true;
	usage_error("sockets");
	return false;
}

void sockets_options_close(struct sockets_options *o)
{
	free(o->owned[0]);
	free(o->owned[1]);
}
