/* SPDX-License-Identifier: BSD-2-Clause */
/* What the kernel knows of the way to an address. */
/* rtnetlink(7) */
#include "config.h"

#include "craft/route.h"
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A question to the kernel, and room for its attributes. */
struct question {
	struct nlmsghdr head;
	union {
		struct rtmsg route;
		struct ndmsg neighbour;
	} about;
	char attributes[128];
};

#define ANSWERS 32768

static void add(struct question *q, unsigned short type, const void *p, unsigned short n)
{
	struct rtattr *a = (struct rtattr *)((char *)q + NLMSG_ALIGN(q->head.nlmsg_len));

	a->rta_type = type;
	a->rta_len = (unsigned short)RTA_LENGTH(n);
	memcpy(RTA_DATA(a), p, n);
	q->head.nlmsg_len = NLMSG_ALIGN(q->head.nlmsg_len) + RTA_ALIGN(a->rta_len);
}

static int family_of(unsigned n)
{
	return n == 4 ? AF_INET : AF_INET6;
}

/*
 * Sends the question and gives each message of the answer to `take`, until that gives true or
 * the answer ends.
 */
static bool ask(struct question *q, bool (*take)(struct nlmsghdr *, void *), void *arg)
{
	static const struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};
	_Alignas(struct nlmsghdr) char answer[ANSWERS];
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
	bool more = sendto(fd, q, q->head.nlmsg_len, 0, (const struct sockaddr *)&kernel,
			   sizeof kernel) > 0;
	bool taken = false;

	while (more && !taken) {
		ssize_t n = recv(fd, answer, sizeof answer, 0);
		size_t left = n > 0 ? (size_t)n : 0;

		more = n > 0 && q->head.nlmsg_flags & NLM_F_DUMP;
		for (struct nlmsghdr *m = (struct nlmsghdr *)answer; NLMSG_OK(m, left) && !taken;
		     m = NLMSG_NEXT(m, left)) {
			if (m->nlmsg_type == NLMSG_DONE || m->nlmsg_type == NLMSG_ERROR)
				more = false;
			else
				taken = take(m, arg);
		}
	}
	close(fd);
	return taken;
}

/* --- routes --- */

struct way {
	struct route *route;
	unsigned n; /* octets of an address */
	bool gateway;
};

static bool take_route(struct nlmsghdr *m, void *arg)
{
	struct rtmsg *r = NLMSG_DATA(m);
	struct way *way = arg;
	size_t left = RTM_PAYLOAD(m);

	if (m->nlmsg_type != RTM_NEWROUTE)
		return false;
	for (struct rtattr *a = RTM_RTA(r); RTA_OK(a, left); a = RTA_NEXT(a, left)) {
		if (a->rta_type == RTA_OIF)
			memcpy(&way->route->index, RTA_DATA(a), sizeof way->route->index);
		if (RTA_PAYLOAD(a) != way->n)
			continue;
		if (a->rta_type == RTA_PREFSRC) {
			memcpy(way->route->src, RTA_DATA(a), way->n);
			way->route->has_src = true;
		}
		if (a->rta_type == RTA_GATEWAY)
			memcpy(way->route->hop, RTA_DATA(a), way->n);
	}
	way->route->local = r->rtm_type == RTN_LOCAL;
	return r->rtm_type != RTN_UNREACHABLE && r->rtm_type != RTN_BLACKHOLE;
}

bool route_to(const uint8_t *address, unsigned n, unsigned index, struct route *r)
{
	struct question q = {.head = {.nlmsg_len = NLMSG_LENGTH(sizeof q.about.route),
				      .nlmsg_type = RTM_GETROUTE,
				      .nlmsg_flags = NLM_F_REQUEST},
			     .about.route = {.rtm_family = (unsigned char)family_of(n),
					     .rtm_dst_len = (unsigned char)(8 * n)}};
	struct way way = {r, n, false};

	*r = (struct route){0};
	memcpy(r->hop, address, n);
	add(&q, RTA_DST, address, (unsigned short)n);
	if (index)
		add(&q, RTA_OIF, &index, sizeof index);
	return ask(&q, take_route, &way);
}

/* --- neighbours --- */

struct wanted {
	const uint8_t *address;
	unsigned n, index;
	uint8_t mac[6];
};

static bool take_neighbour(struct nlmsghdr *m, void *arg)
{
	struct ndmsg *d = NLMSG_DATA(m);
	struct wanted *w = arg;
	size_t left = NLMSG_PAYLOAD(m, sizeof *d);
	const void *address = NULL, *mac = NULL;

	if (m->nlmsg_type != RTM_NEWNEIGH || (unsigned)d->ndm_ifindex != w->index)
		return false;
	for (struct rtattr *a = (struct rtattr *)((char *)d + NLMSG_ALIGN(sizeof *d));
	     RTA_OK(a, left); a = RTA_NEXT(a, left)) {
		if (a->rta_type == NDA_DST && RTA_PAYLOAD(a) == w->n)
			address = RTA_DATA(a);
		if (a->rta_type == NDA_LLADDR && RTA_PAYLOAD(a) == 6)
			mac = RTA_DATA(a);
	}
	if (!address || !mac || memcmp(address, w->address, w->n))
		return false;
	memcpy(w->mac, mac, 6);
	return true;
}

bool neighbour_of(const uint8_t *address, unsigned n, unsigned index, uint8_t mac[6])
{
	struct question q = {.head = {.nlmsg_len = NLMSG_LENGTH(sizeof q.about.neighbour),
				      .nlmsg_type = RTM_GETNEIGH,
				      .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP},
			     .about.neighbour = {.ndm_family = (unsigned char)family_of(n)}};
	struct wanted w = {.address = address, .n = n, .index = index};

	if (!ask(&q, take_neighbour, &w))
		return false;
	memcpy(mac, w.mac, sizeof w.mac);
	return true;
}
