/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel ladder. */
#ifndef CLI_LADDER_OPTIONS_H
#define CLI_LADDER_OPTIONS_H

#include "cli/read_options.h"

/* Those that peel read doesn't have. */
struct ladder_options {
	uint64_t width; /* characters of a line; 0: the terminal's */
	bool ports;     /* a column is an address and a port */
	bool tshark;    /* as -z flow,any,network draws it */
	bool standard;  /* ... or flow,any,standard */
	struct show_options show;
};

/* False when the run ends here: *status is then its exit status. */
bool ladder_options_parse(struct read_options *o, struct ladder_options *own, int argc, char **argv,
			  int *status);

#endif
