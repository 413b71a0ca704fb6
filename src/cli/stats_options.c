/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel stats: apart from the tables, which have a struct option, too. */
#include "config.h"

#include "cli/stats_options.h"
#include "cli/survey_options.h"
#include <getopt.h>

enum { OPT_TOP = SURVEY_OWN };

static const struct option long_options[] = {
	SURVEY_WORDS,
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
	"  --no-sandbox   keep all rights that peel was started with\n"
	"\n"
	"Each line ends in the display filter that shows its frames: peel read -Y FILTER FILE";

static bool set(void *top, int c)
{
	return c == OPT_TOP && survey_number("--top", top);
}

bool stats_options_parse(struct read_options *o, uint64_t *top, int argc, char **argv, int *status)
{
	static const struct survey_words words = {
		"stats", help_text, ":c:r:Y:", long_options, set,
	};

	*top = 10;
	return survey_parse(&words, o, top, argc, argv, status);
}
