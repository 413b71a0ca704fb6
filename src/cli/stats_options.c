/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel stats: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/cli.h"
#include "cli/stats_options.h"
#include <getopt.h>
#include <stdio.h>

enum { OPT_HELP = 256, OPT_JSON, OPT_MEMORY, OPT_MERGE, OPT_TOP };

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"json", no_argument, NULL, OPT_JSON},
	{"memory", required_argument, NULL, OPT_MEMORY},
	{"merge", no_argument, NULL, OPT_MERGE},
	{"read-file", required_argument, NULL, 'r'},
	{"top", required_argument, NULL, OPT_TOP},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel stats [OPTIONS] FILE ... [FILTER]      ('-' is standard input)\n"
	"\n"
	"  -r FILE        read FILE, too (FILEs may also stand at the end)\n"
	"  --merge        order the frames of several files by time\n"
	"  -Y FILTER      just the frames that pass a display filter, see peel-filter(7);\n"
	"                 it may also stand behind the files; @FILE reads it from a file\n"
	"  -c N           stop after N frames (that passed)\n"
	"  --top N        so many talkers and conversations (default 10)\n"
	"  --json         the same as one JSON document\n"
	"  --memory SIZE  remember at most so much across frames (default 512M)\n"
	"\n"
	"Each line ends in the display filter that shows its frames: peel read -Y FILTER FILE";

static bool set_number(const char *option, uint64_t *v)
{
	if (parse_number(optarg, 1, UINT32_MAX, v))
		return true;
	complain("%s %s: expected a number from 1 on", option, optarg);
	return false;
}

/* What an option says; false when it is wrong, and the user knows why. */
static bool set_option(struct read_options *o, uint64_t *top, int c)
{
	switch (c) {
	case 'c':
		return set_number("-c", &o->most);
	case 'r':
		read_options_file(o, optarg);
		return true;
	case 'Y':
		o->filter_option = "-Y";
		return read_options_filter(&o->display_filter, &o->display_text, c);
	case OPT_JSON:
		o->json = true;
		return true;
	case OPT_MEMORY:
		return parse_size("--memory", optarg, &o->memory);
	case OPT_MERGE:
		o->merge = true;
		return true;
	case OPT_TOP:
		return set_number("--top", top);
	default:
		return false;
	}
}

bool stats_options_parse(struct read_options *o, uint64_t *top, int argc, char **argv, int *status)
{
	int c;

	*o = (struct read_options){.most = UINT64_MAX};
	*top = 10;
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, ":c:r:Y:", long_options, NULL)) != -1) {
		if (c == OPT_HELP) {
			puts(help_text);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], long_options);
		if (c == '?' || c == ':' || !set_option(o, top, c)) {
			usage_error("stats");
			return false;
		}
	}
	read_options_rest(o, argc, argv);
	if (o->n_files)
		return true;
	complain("no capture file is named ('-' is standard input)");
	usage_error("stats");
	return false;
}
