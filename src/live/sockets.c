/* SPDX-License-Identifier: BSD-2-Clause */
/* The sockets of this network namespace, as the kernel tells of them. */
/* sock_diag(7), netlink(7); linux/inet_diag.h */
#include "config.h"

#include "core/arena.h"
#include "core/text.h"
#include "live/sockets.h"
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_OCTETS 32768 /* of an answer: what the kernel puts into one message at most */

/* --- what one message says --- */

static void read_end(struct socket_end *e, const __be32 *address, __be16 port, bool *mapped)
{
	static const uint8_t prefix[12] = {[10] = 0xff, [11] = 0xff};

	e->port = ntohs(port);
	memcpy(e->address, address, sizeof e->address);
	*mapped = !memcmp(e->address, prefix, sizeof prefix);
}

/* ::ffff:10.0.0.1 is 10.0.0.1 by another name. */
static void unmap(struct socket_end *e)
{
	memmove(e->address, e->address + 12, 4);
	memset(e->address + 4, 0, 12);
}

static void read_figures(struct socket_info *s, const struct nlattr *a)
{
	struct tcp_info info = {0};
	size_t n = a->nla_len - NLA_HDRLEN;

	if (s->protocol != IPPROTO_TCP || s->state == STATE_LISTENS)
		return;
	memcpy(&info, (const uint8_t *)a + NLA_HDRLEN, n < sizeof info ? n : sizeof info);
	s->timed = info.tcpi_rtt != 0;
	s->rtt = info.tcpi_rtt;
	s->rttvar = info.tcpi_rttvar;
	s->retransmissions = info.tcpi_total_retrans;
}

static void read_attributes(struct socket_info *s, const uint8_t *p, size_t n)
{
	while (n >= NLA_HDRLEN) {
		struct nlattr a;
		size_t step;

		memcpy(&a, p, sizeof a);
		step = NLA_ALIGN(a.nla_len);
		if (a.nla_len < NLA_HDRLEN || a.nla_len > n)
			return;
		if (a.nla_type == INET_DIAG_INFO)
			read_figures(s, (const struct nlattr *)(const void *)p);
		p += step < n ? step : n;
		n -= step < n ? step : n;
	}
}

static struct socket_info *add(struct sockets *s)
{
	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 64;
		s->list = need_more(s->list, s->room * sizeof *s->list);
	}
	s->list[s->n] = (struct socket_info){0};
	return &s->list[s->n++];
}

static void read_socket(struct sockets *all, struct nlmsghdr *h, uint8_t protocol)
{
	const struct inet_diag_msg *m = NLMSG_DATA(h);
	size_t n = h->nlmsg_len - NLMSG_HDRLEN;
	struct socket_info *s;
	bool mapped[2];

	if (n < sizeof *m)
		return;
	s = add(all);
	s->version = m->idiag_family == AF_INET6 ? 6 : 4;
	s->protocol = protocol;
	s->state = m->idiag_state;
	read_end(&s->local, m->id.idiag_src, m->id.idiag_sport, &mapped[0]);
	read_end(&s->remote, m->id.idiag_dst, m->id.idiag_dport, &mapped[1]);
	if (s->version == 6 && mapped[0] && mapped[1]) {
		s->version = 4;
		unmap(&s->local);
		unmap(&s->remote);
	}
	s->receive_queue = m->idiag_rqueue;
	s->send_queue = m->idiag_wqueue;
	s->inode = m->idiag_inode;
	s->uid = m->idiag_uid;
	read_attributes(s, (const uint8_t *)m + NLMSG_ALIGN(sizeof *m), n - NLMSG_ALIGN(sizeof *m));
}

/* --- asking --- */

static bool ask(int fd, uint8_t family, uint8_t protocol)
{
	struct {
		struct nlmsghdr head;
		struct inet_diag_req_v2 body;
	} request = {
		.head = {.nlmsg_len = sizeof request,
			 .nlmsg_type = SOCK_DIAG_BY_FAMILY,
			 .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP},
		.body = {.sdiag_family = family,
			 .sdiag_protocol = protocol,
			 .idiag_ext = 1 << (INET_DIAG_INFO - 1),
			 .idiag_states = UINT32_MAX},
	};

	return send(fd, &request, sizeof request, 0) == (ssize_t)sizeof request;
}

/* 1: more is to come; 0: that was all; -1: errno says what is wrong. */
static int read_answer(struct sockets *s, uint8_t *p, size_t n, uint8_t protocol)
{
	struct nlmsghdr *h = (struct nlmsghdr *)(void *)p;
	unsigned left = (unsigned)n;

	for (; NLMSG_OK(h, left); h = NLMSG_NEXT(h, left)) {
		if (h->nlmsg_type == NLMSG_DONE)
			return 0;
		if (h->nlmsg_type == NLMSG_ERROR) {
			const struct nlmsgerr *e = NLMSG_DATA(h);

			errno = -e->error;
			return errno ? -1 : 0;
		}
		read_socket(s, h, protocol);
	}
	return 1;
}

/* Raw sockets are told of by a part of the kernel that may be missing: then there are none. */
static bool is_missing(uint8_t protocol)
{
	return protocol == IPPROTO_RAW && (errno == ENOENT || errno == EINVAL);
}

static bool list(struct sockets *s, int fd, uint8_t family, uint8_t protocol)
{
	_Alignas(struct nlmsghdr) static uint8_t answer[MOST_OCTETS];
	int more = ask(fd, family, protocol) ? 1 : -1;

	while (more > 0) {
		ssize_t n = recv(fd, answer, sizeof answer, 0);

		if (n < 0 && errno == EINTR)
			continue;
		more = n < 0 ? -1 : read_answer(s, answer, (size_t)n, protocol);
	}
	return !more || is_missing(protocol);
}

/* --- order --- */

static int rank(const struct socket_info *s)
{
	return s->state == STATE_LISTENS ? 0 : s->state == STATE_CLOSED ? 1 : 1 + s->state;
}

static int compare_ends(const struct socket_end *a, const struct socket_end *b)
{
	int order = memcmp(a->address, b->address, sizeof a->address);

	return a->port != b->port ? (a->port > b->port) - (a->port < b->port) : order;
}

static int compare(const void *a, const void *b)
{
	const struct socket_info *x = a, *y = b;
	int order;

	if (x->protocol != y->protocol)
		return (x->protocol > y->protocol) - (x->protocol < y->protocol);
	if (rank(x) != rank(y))
		return rank(x) - rank(y);
	order = compare_ends(&x->local, &y->local);
	return order ? order : compare_ends(&x->remote, &y->remote);
}

bool sockets_open(struct sockets *s, struct fault *fault)
{
	static const uint8_t protocols[] = {IPPROTO_TCP, IPPROTO_UDP, IPPROTO_RAW};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
	bool good = fd >= 0;

	*s = (struct sockets){0};
	for (unsigned i = 0; i < COUNT(protocols) && good; i++)
		good = list(s, fd, AF_INET, protocols[i]) && list(s, fd, AF_INET6, protocols[i]);
	if (!good)
		fault_set(fault, "the kernel doesn't tell of its sockets (sock_diag): %s",
			  strerror(errno));
	if (fd >= 0)
		close(fd);
	if (s->n)
		qsort(s->list, s->n, sizeof *s->list, compare);
	return good;
}

void sockets_close(struct sockets *s)
{
	free(s->list);
	*s = (struct sockets){0};
}
