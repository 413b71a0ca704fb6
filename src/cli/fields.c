/* SPDX-License-Identifier: BSD-2-Clause */
/* peel fields: which fields there are, and what the tables say about them. */
#include "cli/fields.h"
#include "cli/cli.h"
#include <getopt.h>
#include <stdio.h>

enum { OPT_HELP = 256, OPT_JSON, OPT_MAN };

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"json", no_argument, NULL, OPT_JSON},
	/* For the build alone, which makes peel-fields(7) by it: --help keeps silent about it. */
	{"man", no_argument, NULL, OPT_MAN},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"usage: peel fields [OPTIONS] [PROTOCOL | PATTERN] ...\n"
	"\n"
	"  --json         one JSON object a line, with all that is known\n"
	"\n"
	"Lists name, type, label and specification of fields: all of them, those of a PROTOCOL,\n"
	"or those whose names match a shell PATTERN: 'tcp.*', '*.checksum'.";

int command_fields(int argc, char **argv)
{
	put_function *put = put_columns;
	int c;

	opterr = 0;
	while ((c = getopt_long(argc, argv, ":", long_options, NULL)) != -1) {
		switch (c) {
		case OPT_HELP:
			puts(help_text);
			return EXIT_OK;
		case OPT_JSON:
			put = put_json;
			break;
		case OPT_MAN:
			put = put_page;
			break;
		default:
			complain_about_option(c, argv[optind - 1], long_options);
			return usage_error("fields");
		}
	}
	return list_fields(put, argv + optind);
}
