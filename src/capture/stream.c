/* SPDX-License-Identifier: BSD-2-Clause */
/* Bytes of a file or pipe through a window that grows only as bytes come in. */
#include "capture/stream.h"
#include "capture/unpack.h"
#include "core/arena.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Read at once: large enough for few system calls, small enough for the second-level cache. */
#define WINDOW ((size_t)512 << 10)

/* Packed bytes, and what unpacks them. */
struct packed {
	struct unpacker *unpacker; /* owned */
	size_t from, to;           /* packed bytes not yet used are bytes[from..to) */
	bool ended;                /* the file has no more of them */
	uint8_t bytes[WINDOW];     /* holds all that the window did when packing was noticed */
};

/* Waits for bytes or for whoever may end the wait; false: it ended. */
static bool wait_for_bytes(const struct stream *s)
{
	struct pollfd fds[] = {{.fd = s->fd, .events = POLLIN}, {.fd = s->wake, .events = POLLIN}};

	do {
		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			return true;
		if (fds[1].revents && s->interrupted(s->arg))
			return false;
	} while (!fds[0].revents);
	return true;
}

/* read() that goes on after a signal. */
static ssize_t read_some(struct stream *s, void *p, size_t n)
{
	ssize_t got;

	if (s->interrupted && !wait_for_bytes(s))
		return 0;
	do
		got = read(s->fd, p, n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		fault_set(&s->fault, "can't be read on: %s", strerror(errno));
	return got;
}

/* Up to n unpacked bytes; 0 at the end, -1 on an error that s->fault tells. */
static ssize_t unpack_some(struct stream *s, uint8_t *p, size_t n)
{
	struct packed *in = s->packed;

	for (;;) {
		size_t used;
		ssize_t got = unpack_more(in->unpacker, in->bytes + in->from, in->to - in->from,
					  &used, p, n);

		in->from += used;
		if (got > 0)
			return got;
		if (got < 0) {
			fault_set(&s->fault, "the %s data is damaged", unpack_name(in->unpacker));
			return -1;
		}
		if (used && in->from < in->to)
			continue;
		if (in->ended) {
			if (!unpack_complete(in->unpacker))
				fault_set(&s->fault, "the %s data ends early",
					  unpack_name(in->unpacker));
			return 0;
		}
		got = read_some(s, in->bytes, sizeof in->bytes);
		if (got < 0)
			return -1;
		in->from = 0;
		in->to = (size_t)got;
		in->ended = got == 0;
	}
}

/* Makes room at the window's end; what is unread moves to its beginning. */
static void make_room(struct stream *s)
{
	size_t unread = s->to - s->from;

	if (s->from) {
		memmove(s->window, s->window + s->from, unread);
		s->from = 0;
		s->to = unread;
	}
	if (s->to < s->cap)
		return;
	s->cap = s->cap ? 2 * s->cap : WINDOW;
	s->window = need_more(s->window, s->cap);
}

size_t stream_fill(struct stream *s, size_t n)
{
	while (s->to - s->from < n && !s->ended) {
		ssize_t got;

		make_room(s);
		if (s->packed)
			got = unpack_some(s, s->window + s->to, s->cap - s->to);
		else
			got = read_some(s, s->window + s->to, s->cap - s->to);
		if (got <= 0)
			s->ended = true;
		else
			s->to += (size_t)got;
	}
	return s->to - s->from;
}

bool stream_pass(struct stream *s, uint64_t n)
{
	while (n) {
		size_t have = stream_need(s, 1);
		size_t step = n < have ? (size_t)n : have;

		if (!have)
			return false;
		stream_skip(s, step);
		n -= step;
	}
	return true;
}

/* Puts an unpacker between file and window when the first bytes call for one. */
static bool look_for_packing(struct stream *s, struct fault *fault)
{
	size_t have = stream_need(s, UNPACK_MAGIC);
	struct unpacker *unpacker = unpack_open(stream_bytes(s), have, fault);

	if (!unpacker)
		return !fault->text[0];
	s->packed = need(sizeof *s->packed);
	s->packed->unpacker = unpacker;
	s->packed->from = 0;
	s->packed->to = have;
	s->packed->ended = s->ended;
	memcpy(s->packed->bytes, stream_bytes(s), have);
	s->from = s->to = 0;
	s->offset = 0;
	s->ended = false;
	return true;
}

int stream_file(const char *path, struct fault *fault)
{
	int fd = STDIN_FILENO, flags;

	if (!strcmp(path, "-"))
		return fd;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		fault_set(fault, "can't be opened: %s", strerror(errno));
	else if ((flags = fcntl(fd, F_GETFL)) >= 0)
		fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
	return fd;
}

/* A named pipe seems to be at its end until somebody writes: see fifo(7). */
static void wait_for_writer(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	while (poll(&p, 1, -1) < 0 && errno == EINTR)
		continue;
}

bool stream_open(struct stream *s, int fd, struct fault *fault)
{
	struct stat st;

	*s = (struct stream){.fd = fd};
	fault->text[0] = '\0';
	if (fstat(fd, &st))
		st.st_mode = 0;
	if (S_ISFIFO(st.st_mode))
		wait_for_writer(fd);
	if (S_ISDIR(st.st_mode)) {
		fault_set(fault, "is a folder, not a capture file");
		stream_close(s);
		return false;
	}
	if (look_for_packing(s, fault))
		return true;
	stream_close(s);
	return false;
}

void stream_close(struct stream *s)
{
	if (s->packed)
		unpack_close(s->packed->unpacker);
	free(s->packed);
	free(s->window);
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	*s = (struct stream){.fd = -1};
}
