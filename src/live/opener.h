/* SPDX-License-Identifier: BSD-2-Clause */
/* Makes the files of a series: the one part of a run that still may. */
#ifndef LIVE_OPENER_H
#define LIVE_OPENER_H

#include "live/series.h"

struct opener {
	const struct series_options *options;
	struct series series;
	int folder;         /* open; -1: there is none */
	struct text *names; /* of the files that are kept, the oldest first; owned */
	unsigned n_names;
	struct text
		ended; /* the file before the last one, for whoever wants to work on it; owned */
};

/* Opens the folder; false: it can't be. */
bool opener_begin(struct opener *o, const struct series_options *options, struct fault *fault);
void opener_close(struct opener *o);

/* The next file, that begins at the time; the oldest goes where enough are kept.  -1: none. */
int opener_next(struct opener *o, int64_t time, struct fault *fault);
/* Whether the series has all files that it may have. */
bool opener_is_full(const struct opener *o);
/* The last file is complete, too. */
void opener_end(struct opener *o);
/* Another file in the folder, for a frame that killed a decoder; its name is in *name. */
int opener_aside(struct opener *o, uint64_t number, struct text *name, struct fault *fault);

#endif
