/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel ladder: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/cli.h"
#include "cli/ladder_options.h"
#include "cli/survey_options.h"
#include <getopt.h>
#include <string.h>

enum { OPT_COLOR = SURVEY_OWN, OPT_FORMAT, OPT_PORTS, OPT_WIDTH };

/* A line has at least so many characters, and at most. */
#define NARROW 60
#define WIDE 1000

static const struct option long_options[] = {
	SURVEY_WORDS,
	{"color", required_argument, NULL, OPT_COLOR},
	{"format", required_argument, NULL, OPT_FORMAT},
	{"ports", no_argument, NULL, OPT_PORTS},
	{"width", required_argument, NULL, OPT_WIDTH},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel ladder [OPTIONS] FILE ... [FILTER]      ('-' is standard input)\n"
	"\n"
	"  -r FILE        read FILE, too (FILEs may also stand at the end)\n"
	"  --merge        order the frames of several files by time\n"
	"  -Y FILTER      just the frames that pass a display filter, see peel-filter(7);\n"
	"                 it may also stand behind the files; @FILE reads it from a file\n"
	"  -c N           stop after N frames (that passed)\n"
	"  --ports        a column for each address and port, not just each address\n"
	"  --width N      draw lines of N characters (default: the terminal's, or 80)\n"
	"  -t FORM        times: r (default), a, ad, adoy, d, dd, e, u, ud, udoy\n"
	"  --color WHEN   auto (on a terminal), always, never\n"
	"  --format WHAT  tshark (as -z flow,any,network), tshark-standard, or text\n"
	"  --json         the same as one JSON document\n"
	"  --memory SIZE  remember at most so much across frames (default 512M)\n"
	"  --no-sandbox   keep all rights that peel was started with\n"
	"\n"
	"One connection: peel ladder --ports FILE 'tcp.stream == 0'";

static bool set_format(struct ladder_options *own)
{
	own->standard = !strcmp(optarg, "tshark-standard");
	own->tshark = own->standard || !strcmp(optarg, "tshark");
	if (own->tshark || !strcmp(optarg, "text"))
		return true;
	complain("--format %s: expected tshark, tshark-standard or text", optarg);
	return false;
}

static bool set_width(struct ladder_options *own)
{
	if (parse_number(optarg, NARROW, WIDE, &own->width))
		return true;
	complain("--width %s: expected a number from %d to %d", optarg, NARROW, WIDE);
	return false;
}

static bool set(void *arg, int c)
{
	struct ladder_options *own = arg;

	switch (c) {
	case 't':
		if (read_options_time(optarg, &own->show.time))
			return true;
		complain("-t %s: there is no such form of time", optarg);
		return false;
	case OPT_COLOR:
		return parse_color(optarg, &own->show.color);
	case OPT_FORMAT:
		return set_format(own);
	case OPT_PORTS:
		return own->ports = true;
	case OPT_WIDTH:
		return set_width(own);
	default:
		return false;
	}
}

bool ladder_options_parse(struct read_options *o, struct ladder_options *own, int argc, char **argv,
			  int *status)
{
	static const struct survey_words words = {
		"ladder", help_text, ":c:r:t:Y:", long_options, set,
	};

	*own = (struct ladder_options){.show.time = TIME_RELATIVE};
	parse_color("auto", &own->show.color);
	return survey_parse(&words, o, own, argc, argv, status);
}
