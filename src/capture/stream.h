/* SPDX-License-Identifier: BSD-2-Clause */
/* Bytes of a file or pipe, unpacked when they are compressed, through a window. */
#ifndef CAPTURE_STREAM_H
#define CAPTURE_STREAM_H

#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct packed;

struct stream {
	uint8_t *window; /* what was read and not yet skipped lies at window + from; owned */
	size_t from, to; /* unread bytes are window[from..to) */
	size_t cap;      /* bytes that the window has room for */
	uint64_t offset; /* of window + from in the (unpacked) stream */
	struct packed
		*packed;    /* between file and window; NULL: bytes are taken as they are; owned */
	int fd;             /* owned unless it is standard input */
	bool ended;         /* no more bytes to come */
	struct fault fault; /* why it ended early; "" when it ended well */
	/* Asked when `wake` is readable while bytes are waited for: true ends the stream. */
	bool (*interrupted)(void *arg);
	void *arg;
	int wake; /* with `interrupted` alone */
};

/*
 * Opens a file by name, "-" for standard input, without waiting for who writes to a pipe: a
 * descriptor, or -1 with the fault filled in.
 */
int stream_file(const char *path, struct fault *fault);
/*
 * Reads that descriptor, which is the stream's from then on.  What begins like gzip, zstd or lz4
 * data is unpacked.  False, with the fault filled in, when it can't be read.
 */
bool stream_open(struct stream *s, int fd, struct fault *fault);
void stream_close(struct stream *s);

/* Slow path of stream_need(): reads more. */
size_t stream_fill(struct stream *s, size_t n);

/*
 * Tries to have n unread bytes in the window, and gives how many there are: fewer
 * only where the stream ends.  Memory is taken only as the bytes come in.
 */
static inline size_t stream_need(struct stream *s, size_t n)
{
	size_t have = s->to - s->from;

	return have >= n ? have : stream_fill(s, n);
}

/* The unread bytes; they stay where they are until the next stream_need(). */
static inline const uint8_t *stream_bytes(const struct stream *s)
{
	return s->window + s->from;
}

/* Passes over n bytes that stream_need() said are there. */
static inline void stream_skip(struct stream *s, size_t n)
{
	s->from += n;
	s->offset += n;
}

/* Passes over n bytes, read or not; false when the stream ends before. */
bool stream_pass(struct stream *s, uint64_t n);

#endif
