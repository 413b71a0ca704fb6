/* SPDX-License-Identifier: BSD-2-Clause */
/* Where captured frames are written: one file, or one after the other. */
#ifndef LIVE_SINK_H
#define LIVE_SINK_H

#include "capture/writer.h"
#include "live/link.h"
#include "live/series.h"

/* Whoever writes has one; the files come from the opener, behind `link`. */
struct sink {
	struct writer *writer; /* NULL: closed */
	const struct series_options *options;
	enum reader_format format;
	struct series_file file;
	int link;
	const struct iface *const *ifaces; /* of the run; not owned */
	unsigned n_ifaces;
	struct totals *totals;
	uint64_t before;    /* frames in files that are complete */
	bool ended;         /* the series has all its files, or a write failed: no frame more */
	bool failed;        /* a write failed; the fault says why */
	struct fault fault; /* of the failure, with how many records are whole */
	void (*other)(void *arg, const struct letter *l); /* letters that come meanwhile */
	void *arg;
};

/* Begins with an open file; the members above `before` are the caller's to fill in, before. */
void sink_begin(struct sink *s, int fd, int64_t time);
/* Adds a frame, in the next file where that is due; false: no frame more. */
bool sink_frame(struct sink *s, const struct frame *f);
/* The next file is due at that time though no frame came, or somebody asked for it. */
bool sink_rotate(struct sink *s, int64_t time);
bool sink_is_due(const struct sink *s, int64_t time);
/*
 * Another process wrote on, and died: goes on behind what it wrote, in a new file where files
 * follow one another.
 */
void sink_inherit(struct sink *s);
bool sink_flush(struct sink *s);
/* Writes what waits, with the interfaces' counts; false: it failed. */
bool sink_end(struct sink *s);

#endif
