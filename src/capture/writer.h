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

/* The same into an open file, which is the writer's from now on. */
struct writer *writer_on(int fd, enum reader_format format, const struct reader *like);
/* The file's header, for frames of that interface, without waiting for the first one. */
void writer_begin(struct writer *w, const struct iface *i);
/* For much in short time, before the first frame: octets go to an empty file past the cache. */
void writer_go_direct(struct writer *w);
/*
 * The file has what another writer wrote, frames of that link type: goes on behind it, pcapng with
 * a section of its own.
 */
void writer_resume(struct writer *w, uint32_t link);

/*
 * Adds a frame.  False when it can't be written: the fault says why, and how many
 * records of the file are whole.
 */
bool writer_frame(struct writer *w, const struct frame *f, struct fault *fault);

/* What became of an interface's frames; pcapng alone has a place for it. */
struct iface_statistics {
	const struct iface *iface;
	int64_t end; /* nanoseconds after 1970: when they were counted */
	uint64_t received, if_dropped, dropped, delivered;
};
void writer_statistics(struct writer *w, const struct iface_statistics *s);

/* The file's descriptor; it stays the writer's. */
int writer_fd(const struct writer *w);
/* Octets that the file has, with those that wait; records added. */
uint64_t writer_size(const struct writer *w);
uint64_t writer_records(const struct writer *w);
/* Of the records, how many the system took whole. */
uint64_t writer_whole(const struct writer *w);

/* Writes what waits. */
bool writer_flush(struct writer *w, struct fault *fault);

/* Writes what waits and closes the file; false as above.  Frees the writer in any case. */
bool writer_close(struct writer *w, struct fault *fault);

#endif
