/* SPDX-License-Identifier: BSD-2-Clause */
/* Writing much to a file without a detour through the kernel's page cache. */
/* open(2), O_DIRECT */
#include "config.h"

#include "capture/direct.h"
#include "core/arena.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK ((size_t)1 << 20) /* octets written at once */
#define ALIGN 4096              /* what disks and file systems want of addresses and offsets */

struct direct {
	int fd;
	bool works;      /* the file can be written to directly */
	uint64_t start;  /* the block's place in the file */
	size_t used;     /* octets in the block */
	size_t written;  /* of them, those that the system took */
	uint8_t *memory; /* owned */
	uint8_t *block;  /* aligned, in it */
};

static bool is_regular(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && S_ISREG(st.st_mode);
}

struct direct *direct_open(int fd)
{
	struct direct *d = need_zero(1, sizeof *d);

	d->fd = fd;
	d->works = is_regular(fd);
	d->memory = need(BLOCK + ALIGN);
	d->block = d->memory + (-(uintptr_t)d->memory & (ALIGN - 1));
	return d;
}

void direct_close(struct direct *d)
{
	if (!d)
		return;
	free(d->memory);
	free(d);
}

static bool set_direct(const struct direct *d, bool on)
{
	int flags = fcntl(d->fd, F_GETFL);

	return flags >= 0 && !fcntl(d->fd, F_SETFL, on ? flags | O_DIRECT : flags & ~O_DIRECT);
}

/* The whole block past the cache; false: it didn't go, and nothing is lost. */
static bool write_directly(struct direct *d)
{
	ssize_t n;

	if (!d->works || d->written)
		return false;
	d->works = set_direct(d, true);
	if (!d->works)
		return false;
	do
		n = pwrite(d->fd, d->block, d->used, (off_t)d->start);
	while (n < 0 && errno == EINTR);
	set_direct(d, false);
	if (n < 0 && errno == EINVAL)
		d->works = false;
	/* What went partly may end anywhere: the rest goes the other way. */
	if (n > 0)
		d->written = (size_t)n & ~((size_t)ALIGN - 1);
	return d->written == d->used;
}

static bool write_cached(struct direct *d)
{
	while (d->written < d->used) {
		ssize_t n = pwrite(d->fd, d->block + d->written, d->used - d->written,
				   (off_t)(d->start + d->written));

		if (n > 0)
			d->written += (size_t)n;
		else if (n == 0 || errno != EINTR)
			return false;
	}
	return true;
}

bool direct_flush(struct direct *d)
{
	return write_cached(d);
}

bool direct_put(struct direct *d, const void *p, size_t n)
{
	const uint8_t *from = p;

	while (n) {
		size_t part = n < BLOCK - d->used ? n : BLOCK - d->used;

		memcpy(d->block + d->used, from, part);
		d->used += part;
		from += part;
		n -= part;
		if (d->used < BLOCK)
			return true;
		if (!write_directly(d) && !write_cached(d))
			return false;
		d->start += d->used;
		d->used = d->written = 0;
	}
	return true;
}

uint64_t direct_written(const struct direct *d)
{
	return d->start + d->written;
}
