/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel conversations. */
#ifndef CLI_CONVERSATIONS_OPTIONS_H
#define CLI_CONVERSATIONS_OPTIONS_H

#include "cli/read_options.h"

/* What the subcommand has beside the options that others have, too. */
struct conversations_options {
	const char *sort; /* the order's name, as connections_order() knows it */
	uint64_t top;     /* rows, at most; UINT64_MAX: all */
	bool csv;
};

/* False when the run ends here: *status is then its exit status. */
bool conversations_options_parse(struct conversations_options *o, struct read_options *read,
				 int argc, char **argv, int *status);

#endif
