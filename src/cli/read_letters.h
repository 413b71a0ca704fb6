/* SPDX-License-Identifier: BSD-2-Clause */
/* Options of peel read that other subcommands have, too; for their option tables alone. */
#ifndef CLI_READ_LETTERS_H
#define CLI_READ_LETTERS_H

/* Their letters for getopt_long(), without ':' before them. */
#define READ_LETTERS "d:e:E:F:lnN:O:Pqt:T:VxY:z:"
/* Codes of their long options; codes of others begin at OPT_OTHERS. */
enum {
	OPT_HELP = 256,
	OPT_MERGE,
	OPT_COLOR,
	OPT_COUNT,
	OPT_PRINT,
	OPT_JSON,
	OPT_MEMORY,
	OPT_OVERLAP,
	OPT_NO_SANDBOX,
	OPT_OTHERS
};
#define READ_LONG_OPTIONS                                                                         \
	{"help", no_argument, NULL, OPT_HELP}, {"color", required_argument, NULL, OPT_COLOR},     \
		{"count", no_argument, NULL, OPT_COUNT}, {"print", no_argument, NULL, OPT_PRINT}, \
		{"json", no_argument, NULL, OPT_JSON},                                            \
		{"memory", required_argument, NULL, OPT_MEMORY},                                  \
		{"no-sandbox", no_argument, NULL, OPT_NO_SANDBOX},                                \
	{                                                                                         \
		"overlap", required_argument, NULL, OPT_OVERLAP                                   \
	}

#endif
