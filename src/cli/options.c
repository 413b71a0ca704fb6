/* SPDX-License-Identifier: BSD-2-Clause */
/* Complaints about options: apart from the tables, which have a struct option, too. */
#include "cli/cli.h"
#include <getopt.h>

void complain_about_option(int c, const char *word, const struct option *options)
{
	const char *names[64];
	size_t n = 0;
	struct text nearest = {0};

	if (c == ':') {
		complain("%s: an argument is missing", word);
		return;
	}
	if (optopt) {
		complain("-%c: there is no such option", optopt);
		return;
	}
	for (; n < COUNT(names) && options[n].name; n++)
		names[n] = options[n].name;
	suggest(&nearest, word + 2, names, n, 2);
	complain("%s: there is no such option%s", word, text_string(&nearest));
	text_close(&nearest);
}
