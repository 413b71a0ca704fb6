/* SPDX-License-Identifier: BSD-2-Clause */
/* Unpacking gzip, zstd and lz4 as it is read. */
#ifndef CAPTURE_UNPACK_H
#define CAPTURE_UNPACK_H

#include "core/fault.h"
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct unpacker;

/* Compressed bytes begin with one of these; longer than any of the magic numbers. */
#define UNPACK_MAGIC 4

/*
 * An unpacker for what the first n bytes say, or NULL: it isn't compressed, or
 * (then the fault is filled in) peel was built without that library.
 */
struct unpacker *unpack_open(const uint8_t *first, size_t n, struct fault *fault);
void unpack_close(struct unpacker *u);

/*
 * Gives up to n unpacked bytes from the packed ones in *in, of which it says how
 * many it used.  With `last` no more packed bytes will come.  Gives the number
 * of bytes, 0 when it needs more or all is done, -1 when the data is damaged.
 */
ssize_t unpack_more(struct unpacker *u, const uint8_t *in, size_t in_len, size_t *used,
		    uint8_t *out, size_t n);

/* True between members and frames: where the data may end. */
int unpack_complete(const struct unpacker *u);

/* What the format is called: "gzip". */
const char *unpack_name(const struct unpacker *u);

#endif
