/* SPDX-License-Identifier: BSD-2-Clause */
/* What the processes of a live capture say to one another. */
/* unix(7), SCM_RIGHTS */
#include "live/link.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

bool link_open(int fds[2])
{
	return !socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds);
}

bool link_say(int fd, const struct letter *l)
{
	char control[CMSG_SPACE(sizeof(int))] = {0};
	struct letter copy = *l;
	struct iovec io = {&copy, sizeof copy};
	struct msghdr m = {.msg_iov = &io, .msg_iovlen = 1};
	ssize_t n;

	if (l->fd >= 0) {
		struct cmsghdr *c;

		m.msg_control = control;
		m.msg_controllen = sizeof control;
		c = CMSG_FIRSTHDR(&m);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(c), &l->fd, sizeof(int));
	}
	do
		n = sendmsg(fd, &m, MSG_NOSIGNAL);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof copy;
}

static int receive(int fd, struct letter *l)
{
	char control[CMSG_SPACE(sizeof(int))] = {0};
	struct iovec io = {l, sizeof *l};
	struct msghdr m = {.msg_iov = &io,
			   .msg_iovlen = 1,
			   .msg_control = control,
			   .msg_controllen = sizeof control};
	struct cmsghdr *c;
	ssize_t n;

	do
		n = recvmsg(fd, &m, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof *l)
		return -1;
	l->fd = -1;
	c = CMSG_FIRSTHDR(&m);
	if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
		memcpy(&l->fd, CMSG_DATA(c), sizeof(int));
	return 1;
}

int link_hear(int fd, struct letter *l, int milliseconds)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	if (poll(&p, 1, milliseconds) <= 0)
		return 0;
	return receive(fd, l);
}
