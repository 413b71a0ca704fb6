/* SPDX-License-Identifier: BSD-2-Clause */
/* Text over a plain socket: what netcat is used for. */
#include "config.h"

#include "cli/cli.h"
#include "cli/send_plain.h"
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

/* Connects, within that time; -1: it can't, and errno says why. */
static int connect_within(const struct addrinfo *a, int ms)
{
	int fd = socket(a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	struct pollfd p = {.fd = fd, .events = POLLOUT};
	socklen_t n = sizeof errno;
	int why = 0;

	if (fd < 0 || !connect(fd, a->ai_addr, a->ai_addrlen))
		return fd;
	if (errno != EINPROGRESS)
		why = errno;
	else if (poll(&p, 1, ms) <= 0)
		why = ETIMEDOUT;
	else
		getsockopt(fd, SOL_SOCKET, SO_ERROR, &why, &n);
	if (!why)
		return fd;
	close(fd);
	errno = why;
	return -1;
}

static int open_socket(const char *const words[4], int ms)
{
	struct addrinfo hints = {.ai_socktype = strcmp(words[0], "tcp") ? SOCK_DGRAM : SOCK_STREAM};
	struct addrinfo *all = NULL;
	int rc = getaddrinfo(words[1], words[2], &hints, &all), fd = -1;

	if (rc) {
		complain("%s port %s: %s", words[1], words[2], gai_strerror(rc));
		return -1;
	}
	for (const struct addrinfo *a = all; a && fd < 0; a = a->ai_next)
		fd = connect_within(a, ms);
	if (fd < 0)
		complain("%s port %s: %s", words[1], words[2], strerror(errno));
	freeaddrinfo(all);
	return fd;
}

/* Writes what comes to standard output; gives how many octets, -1: the peer refused. */
static ssize_t show_answer(int fd, bool stream, int64_t until)
{
	ssize_t total = 0, n = 1;
	char bytes[65536];

	while (n > 0) {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int64_t left = until - now_ms();

		if (left <= 0 || poll(&p, 1, (int)left) <= 0)
			break;
		n = recv(fd, bytes, sizeof bytes, 0);
		if (n > 0 && write(STDOUT_FILENO, bytes, (size_t)n) != n)
			break;
		total += n > 0 ? n : 0;
		if (!stream && n >= 0)
			break;
	}
	return n < 0 && !total ? -1 : total;
}

int send_plain(const char *const words[4], double seconds)
{
	int64_t until = now_ms() + (int64_t)(seconds * 1000);
	bool stream = !strcmp(words[0], "tcp");
	int fd = open_socket(words, (int)(seconds * 1000));
	size_t n = strlen(words[3]);
	ssize_t got;

	if (fd < 0)
		return EXIT_USAGE;
	if (send(fd, words[3], n, MSG_NOSIGNAL) != (ssize_t)n) {
		complain("%s port %s: %s", words[1], words[2], strerror(errno));
		close(fd);
		return EXIT_USAGE;
	}
	if (stream)
		shutdown(fd, SHUT_WR);
	got = show_answer(fd, stream, until);
	if (got < 0)
		complain("%s port %s: %s", words[1], words[2], strerror(errno));
	close(fd);
	return got > 0 ? EXIT_OK : EXIT_TROUBLE;
}
