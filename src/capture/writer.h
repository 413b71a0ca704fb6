/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing capture files, every write checked. */
#ifndef CAPTURE_WRITER_H
#define CAPTURE_WRITER_H

#include "capture/reader.h"

struct writer;

/*
 * A new capture file; "-" is standard output.  An existing file is replaced when
 * it is a regular one; links are never followed.  `like`, when it isn't NULL, is
 * what the frames come from: its section comments are kept.  NULL, with the fault
 * filled in, when the file can't be made.
 */
struct writer *writer_open(const char *path, enum reader_format format, const struct reader *like,
			   struct fault *fault);

/*
 * Adds a frame.  False when it can't be written: the fault says why, and how many
 * records of the file are whole.
 */
bool writer_frame(struct writer *w, const struct frame *f, struct fault *fault);

/* Writes what waits. */
bool writer_flush(struct writer *w, struct fault *fault);

/* Writes what waits and closes the file; false as above.  Frees the writer in any case. */
bool writer_close(struct writer *w, struct fault *fault);

#endif
