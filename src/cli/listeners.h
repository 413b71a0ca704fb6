/* SPDX-License-Identifier: BSD-2-Clause */
/* Who listens to the frames of a run, as the command line wants it: printer, filter, statistics. */
#ifndef CLI_LISTENERS_H
#define CLI_LISTENERS_H

#include "cli/filters.h"
#include "cli/read_options.h"
#include "show/show.h"
#include "stats/stats.h"

/*
 * What is remembered of frames that a filter drops, for the lines of those that it keeps: what a
 * look at the headers tells to be worth a walk; just what TCP needs; all, by a walk of every frame.
 */
enum care { SKIMMING, HASTY, WHOLE };

struct listeners {
	const struct read_options *options;
	struct session *session; /* NULL: no listener needs frames taken apart */
	struct printer *printer; /* NULL: nothing is printed */
	struct stats *stats;     /* NULL: nothing is counted */
	struct filter *filter;   /* NULL: none */
	const char *when_words;  /* --when: another display filter; NULL: none */
	struct filter *when;     /* that, compiled; the caller asks it */
	struct out out;          /* standard output; stays when they are closed */
	enum care care;          /* set before they are opened; WHOLE at any time */
};

/* Whether frames are printed. */
bool listeners_print(const struct read_options *o);

/* False: an option is wrong, and the user knows why.  To be closed in any case. */
bool listeners_open(struct listeners *h, const struct read_options *o);
void listeners_close(struct listeners *h);
/* All of them anew, for the same frames once more; files of names are those of before. */
bool listeners_again(struct listeners *h);

/*
 * Whether the frame passes the display filter.  Where its headers alone say so, the frame
 * is walked only if it is to be printed; *r is its record then.
 */
bool listeners_pass(struct listeners *h, const struct frame *f, const struct record **r);

/* Writes what waits; false: the output failed, and the user was told unless its reader left. */
bool listeners_flush(struct listeners *h);
/* Ends what is printed, and prints what was counted; false as above. */
bool listeners_end(struct listeners *h);

/* Says so where more was to be remembered across frames than may be. */
void listeners_say_forgotten(const struct listeners *h);

#endif
