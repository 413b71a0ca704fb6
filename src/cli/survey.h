/* SPDX-License-Identifier: BSD-2-Clause */
/* What subcommands that count frames share: the files, the filter, the end of the run. */
#ifndef CLI_SURVEY_H
#define CLI_SURVEY_H

#include "capture/input.h"
#include "cli/progress.h"
#include "cli/read_options.h"
#include "core/out.h"
#include "filter/filter.h"

/*
 * Order of calls: survey_open(), the listener's wishes, survey_start(), survey_frames(),
 * survey_flush(); survey_close() when the listener is closed.
 */
struct survey {
	struct read_options options; /* those that read has, too; owned */
	struct session *session;
	struct input *input;   /* NULL: not opened */
	struct filter *filter; /* NULL: none */
	struct progress progress;
	struct out out;  /* what is to be printed */
	uint64_t frames; /* that passed the filter */
	int status;      /* the exit status so far */
};

void survey_open(struct survey *v);

/* Ends the wishes, opens the files and locks the process in; false: the user knows why. */
bool survey_start(struct survey *v);

/* Gives each frame that passes the filter to the listener. */
void survey_frames(struct survey *v, void (*frame)(void *arg, const struct record *r), void *arg);

/* Writes what stands in `out`, and says what had to be forgotten. */
void survey_flush(struct survey *v);
void survey_close(struct survey *v);

#endif
