/* SPDX-License-Identifier: BSD-2-Clause */
/* Capture files one after the other: when the next one begins, what it is called. */
#ifndef LIVE_SERIES_H
#define LIVE_SERIES_H

#include "core/fault.h"
#include "core/frame.h"
#include "core/text.h"

/* How file names are made. */
enum series_style {
	SERIES_ONE,     /* one file, as it is named */
	SERIES_DUMPCAP, /* -b: name_00001_20261123182000.pcapng */
	SERIES_TCPDUMP, /* -C, -G: name, name1, name2; or name00 to name09 with -W */
};

/* What the user asked for; 0 where nothing was said. */
struct series_options {
	enum series_style style;
	const char *path; /* with strftime(3)'s words in the last part, if it has any */
	uint64_t octets;  /* no file is larger, but for one frame that is larger alone */
	uint64_t packets; /* frames in a file */
	int64_t lasts;    /* a file, counted from its first frame; nanoseconds */
	int64_t interval; /* a file ends where a multiple of so many nanoseconds begins */
	uint64_t keep;    /* files that stay; the oldest goes */
	uint64_t most;    /* files after which the capture ends */
};

/* Whether the next frame begins a new file.  Times are nanoseconds after 1970. */
struct series_file {
	int64_t began;    /* its first frame; or when it was opened, before there is one */
	uint64_t octets;  /* that it has */
	uint64_t packets; /* frames that it has */
};
bool series_is_due(const struct series_options *o, const struct series_file *file,
		   int64_t frame_time, uint64_t frame_octets);

/* The number of seconds for which nothing may come before a new file is due; 0: for ever. */
bool series_has_clock(const struct series_options *o);

/* Where the folder ends and the name begins. */
size_t series_folder_len(const char *path);

/* Where a series stands; all zero before the first file. */
struct series {
	const struct series_options *options;
	uint64_t number;    /* files so far */
	uint64_t same;      /* of them, the last ones whose time gives the same name */
	struct text before; /* that name; owned */
};

/*
 * The next file's name (without the folder), where it begins at that time: never the one before,
 * though its time may give the same.
 */
void series_name(struct series *s, int64_t time, struct text *name);
void series_close(struct series *s);

/* Whether what was asked for makes sense together; the fault says what doesn't. */
bool series_check(const struct series_options *o, struct fault *fault);

#endif
