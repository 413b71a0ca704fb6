/* SPDX-License-Identifier: BSD-2-Clause */
/* The command lines of subcommands that count frames: the options that all of them have. */
#ifndef CLI_SURVEY_OPTIONS_H
#define CLI_SURVEY_OPTIONS_H

#include "cli/read_options.h"
#include <stddef.h>

struct option;

/* What getopt_long() returns for long options; a subcommand's own begin at SURVEY_OWN. */
enum { SURVEY_HELP = 256, SURVEY_JSON, SURVEY_MEMORY, SURVEY_MERGE, SURVEY_NO_SANDBOX, SURVEY_OWN };

/* Rows of the table of long options. */
#define SURVEY_WORDS                                                                        \
	{"help", no_argument, NULL, SURVEY_HELP}, {"json", no_argument, NULL, SURVEY_JSON}, \
		{"memory", required_argument, NULL, SURVEY_MEMORY},                         \
		{"merge", no_argument, NULL, SURVEY_MERGE},                                 \
		{"no-sandbox", no_argument, NULL, SURVEY_NO_SANDBOX},                       \
	{                                                                                   \
		"read-file", required_argument, NULL, 'r'                                   \
	}

/* What a subcommand's command line may have. */
struct survey_words {
	const char *command, *help;
	const char *letters;           /* as getopt_long() wants them, ':' first */
	const struct option *words;    /* ended by an empty row */
	bool (*set)(void *arg, int c); /* sets an option of its own; false: it is wrong */
};

/* Reads the command line.  False when the run ends here: *status is then its exit status. */
bool survey_parse(const struct survey_words *words, struct read_options *o, void *arg, int argc,
		  char **argv, int *status);

/* The option's argument as a number from 1 on; false: it is none, and the user knows. */
bool survey_number(const char *option, uint64_t *v);

#endif
