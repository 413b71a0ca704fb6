/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel sockets. */
#ifndef CLI_SOCKETS_OPTIONS_H
#define CLI_SOCKETS_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct sockets_options {
	const char *filter;        /* a display filter; NULL: none */
	const char *filter_option; /* where it stood: "-Y", or "filter" */
	char *owned[2];            /* what it may point to */
	const char *netns;         /* NULL: where peel is */
	bool json;                 /* --json */
	bool numbers;              /* -n: no names of services and users */
	bool watch;                /* --watch: again and again ... */
	uint64_t pause;            /* ... after so many seconds */
	uint64_t most;             /* -c: times */
};

/* False when the run ends here: *status is then its exit status, and the user knows why. */
bool sockets_options_parse(struct sockets_options *o, int argc, char **argv, int *status);
void sockets_options_close(struct sockets_options *o);

#endif
