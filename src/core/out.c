/* SPDX-License-Identifier: BSD-2-Clause */
/* The one checked writer of everything that is printed. */
#include "core/out.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* Waits until a descriptor that doesn't block takes bytes again. */
static bool wait_for_room(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};

	return poll(&p, 1, -1) >= 0 || errno == EINTR;
}

static ssize_t write_some(int fd, const char *p, size_t n)
{
	ssize_t wrote;

	do
		wrote = write(fd, p, n);
	while (wrote < 0 && (errno == EINTR || (errno == EAGAIN && wait_for_room(fd))));
	return wrote;
}

void out_fail(struct out *o)
{
	o->failed = true;
	fault_set(&o->fault, "the output can't be written: %s", strerror(errno));
}

bool out_flush(struct out *o)
{
	size_t done = 0;

	while (!o->failed && done < o->text.len) {
		ssize_t wrote = write_some(o->fd, o->text.p + done, o->text.len - done);

		if (wrote > 0) {
			done += (size_t)wrote;
			o->written += (uint64_t)wrote;
			continue;
		}
		if (!wrote)
			errno = EIO;
		out_fail(o);
	}
	o->text.len = 0;
	return !o->failed;
}
