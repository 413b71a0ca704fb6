/* SPDX-License-Identifier: BSD-2-Clause */
/* All capture files of a run, one after the other or merged by time. */
#ifndef CAPTURE_INPUT_H
#define CAPTURE_INPUT_H

#include "capture/reader.h"

struct input;

/* What became of a file that had to be given up. */
enum input_problem {
	INPUT_UNREADABLE, /* it couldn't be opened, or is no capture file */
	INPUT_DAMAGED,    /* it is damaged or cut; what came before was given */
};

/*
 * The files at `paths`, n of them; with `merge` their frames come in the order of
 * their times.  `complain` is told of each file that has to be given up; the
 * others go on.
 */
struct input *input_open(const char *const *paths, unsigned n, bool merge,
			 void (*complain)(void *arg, const char *path, enum input_problem what,
					  const struct fault *fault),
			 void *arg);
void input_close(struct input *in);

/*
 * Opens all files now, before the first is read, so that none has to be opened later; what can't
 * be opened is complained of in its turn.  False, with the fault filled in: they are more than
 * the process may have open.
 */
bool input_hold(struct input *in, struct fault *fault);

/*
 * From the first frame on once more: all must be files that can be read again.  Another listener
 * may be told of what has to be given up.
 */
void input_again(struct input *in,
		 void (*complain)(void *arg, const char *path, enum input_problem what,
				  const struct fault *fault),
		 void *arg);

/* The next frame, numbered; false at the end of all files.  It lives until the next call. */
bool input_next(struct input *in, struct frame *f);

/* Octets of all files, as they lie on the disk; false: some can be read just once. */
bool input_size(const struct input *in, uint64_t *octets);

/* Octets that were read so far of all files, as they lie on the disk. */
uint64_t input_position(const struct input *in);

/* The file that the last frame came from; before the first frame, the first file; NULL: none. */
const struct reader *input_reader(struct input *in);

#endif
