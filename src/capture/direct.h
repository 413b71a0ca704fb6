/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing much to a file without a detour through the kernel's page cache. */
#ifndef CAPTURE_DIRECT_H
#define CAPTURE_DIRECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Octets are gathered into blocks, which go to the disk directly (O_DIRECT); what has to be there
 * before its block is full goes through the cache, as all does where the file system or the
 * file is of another kind.
 */
struct direct;

/* For a file that is empty and open to write, at its start; it stays the caller's. */
struct direct *direct_open(int fd);
void direct_close(struct direct *d);

/* Adds octets; false: the system took no more, errno says why. */
bool direct_put(struct direct *d, const void *p, size_t n);
/* Writes what waits; false as above. */
bool direct_flush(struct direct *d);
/* Octets from the file's start on that the system took. */
uint64_t direct_written(const struct direct *d);

#endif
