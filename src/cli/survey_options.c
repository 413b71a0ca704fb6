/* SPDX-License-Identifier: BSD-2-Clause */
/* Options of subcommands that count frames: apart from the tables, which have a struct option. */
#include "config.h"

#include "cli/cli.h"
#include "cli/survey_options.h"
#include <getopt.h>
#include <stdio.h>

bool survey_number(const char *option, uint64_t *v)
{
	if (parse_number(optarg, 1, UINT32_MAX, v))
		return true;
	complain("%s %s: expected a number from 1 on", option, optarg);
	return false;
}

/* What an option says; false when it is wrong, and the user knows why. */
static bool set_option(const struct survey_words *words, struct read_options *o, void *arg, int c)
{
	switch (c) {
	case 'c':
		return survey_number("-c", &o->most);
	case 'N':
		return read_options_names(o);
	case 'r':
		read_options_file(o, optarg);
		return true;
	case 'Y':
		o->filter_option = "-Y";
		return read_options_filter(&o->display_filter, &o->display_text, c);
	case SURVEY_JSON:
		o->json = true;
		return true;
	case SURVEY_MEMORY:
		return parse_size("--memory", optarg, &o->memory);
	case SURVEY_MERGE:
		o->merge = true;
		return true;
	case SURVEY_NO_SANDBOX:
		o->no_sandbox = true;
		return true;
	default:
		return words->set(arg, c);
	}
}

bool survey_parse(const struct survey_words *words, struct read_options *o, void *arg, int argc,
		  char **argv, int *status)
{
	int c;

	*o = (struct read_options){.most = UINT64_MAX};
	*status = EXIT_USAGE;
	opterr = 0;
	while ((c = getopt_long(argc, argv, words->letters, words->words, NULL)) != -1) {
		if (c == SURVEY_HELP) {
			puts(words->help);
			*status = EXIT_OK;
			return false;
		}
		if (c == '?' || c == ':')
			complain_about_option(c, argv[optind - 1], words->words);
		if (c == '?' || c == ':' || !set_option(words, o, arg, c)) {
			usage_error(words->command);
			return false;
		}
	}
	read_options_rest(o, argc, argv);
	if (o->n_files)
		return true;
	complain("no capture file is named ('-' is standard input)");
	usage_error(words->command);
	return false;
}
