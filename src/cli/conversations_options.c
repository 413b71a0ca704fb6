/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel conversations: apart from the tables, which have a struct option. */
#include "config.h"

#include "cli/cli.h"
#include "cli/conversations_options.h"
#include "cli/survey_options.h"
#include <getopt.h>

enum { OPT_CSV = SURVEY_OWN, OPT_SORT, OPT_TOP };

static const struct option long_options[] = {
	SURVEY_WORDS,
	{"csv", no_argument, NULL, OPT_CSV},
	{"sort", required_argument, NULL, OPT_SORT},
	{"top", required_argument, NULL, OPT_TOP},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel conversations [OPTIONS] FILE ... [FILTER]      ('-' is standard input)\n"
	"       peel conv ...\n"
	"\n"
	"  -r FILE        read FILE, too (FILEs may also stand at the end)\n"
	"  --merge        order the frames of several files by time\n"
	"  -Y FILTER      just the frames that pass a display filter, see peel-filter(7);\n"
	"                 it may also stand behind the files; @FILE reads it from a file\n"
	"  -c N           stop after N frames (that passed)\n"
	"  --sort KEY     start (default), duration, packets, bytes, retransmissions, rtt,\n"
	"                 address\n"
	"  --top N        so many rows\n"
	"  -N t           names of services\n"
	"  --json         an object a line\n"
	"  --csv          comma-separated values\n"
	"  --memory SIZE  remember at most so much across frames (default 512M)\n"
	"  --no-sandbox   keep all rights that peel was started with\n"
	"\n"
	"One row a connection of TCP or UDP, who opened it on the left.";

static bool set(void *arg, int c)
{
	struct conversations_options *o = arg;

	switch (c) {
	case OPT_CSV:
		o->csv = true;
		return true;
	case OPT_SORT:
		o->sort = optarg;
		return true;
	default:
		return survey_number("--top", &o->top);
	}
}

bool conversations_options_parse(struct conversations_options *o, struct read_options *read,
				 int argc, char **argv, int *status)
{
	static const struct survey_words words = {
		"conversations", help_text, ":c:N:r:Y:", long_options, set,
	};

	*o = (struct conversations_options){.sort = "start", .top = UINT64_MAX};
	if (!survey_parse(&words, read, o, argc, argv, status))
		return false;
	if (!o->csv || !read->json)
		return true;
	complain("--csv and --json exclude each other");
	*status = usage_error("conversations");
	return false;
}
