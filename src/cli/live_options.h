/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel live. */
#ifndef CLI_LIVE_OPTIONS_H
#define CLI_LIVE_OPTIONS_H

#include "capture/live.h"
#include "cli/read_options.h"
#include "live/series.h"

struct live_options {
	struct read_options read; /* what is shown, filtered, counted, written */
	const char **interfaces;  /* -i; owned */
	unsigned n_interfaces;
	struct live_wish wish; /* the same for all of them */
	struct series_options series;
	int64_t duration;        /* -a duration: nanoseconds; 0: for ever */
	const char *post_rotate; /* -z with -C, -G or -b: run with each file that is complete */
	const char *user;        /* -Z */
	const char *netns;       /* --netns: a name, or a process's number */
	char **command;          /* behind "--"; NULL: none */
	bool list, list_links;   /* -D, -L */
	bool list_stamps;        /* -J */
	bool each_second;        /* --stats */
	bool at_once;            /* -U */
	const char *when;        /* --when: what the flight recorder waits for */
	int64_t before, after;   /* nanoseconds around it that are kept */
	uint64_t queue;          /* --queue: octets between capturing and decoding */
	char *first;             /* the interface that -i didn't name; owned */
	char *words;             /* a capture filter behind the options; owned */
};

/* False when the run ends here: *status is then its exit status, and the user knows why. */
bool live_options_parse(struct live_options *o, int argc, char **argv, int *status);
void live_options_close(struct live_options *o);

#endif
