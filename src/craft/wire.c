/* SPDX-License-Identifier: BSD-2-Clause */
/* Sending: whole frames by an interface, or IP packets by the kernel's routes. */
/* libnet(3), packet(7), raw(7) */
#include "config.h"

#include "core/arena.h"
#include "core/text.h"
#include "craft/wire.h"
#include <errno.h>
#include <libnet.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LINK_ETHERNET 1
#define LINK_RAW 101

struct wire {
	libnet_t *l;  /* frames, or IPv4; NULL: an interface without link layer */
	libnet_t *l6; /* IPv6; NULL: frames, or the kernel has none */
	int fd;       /* a packet socket, for such an interface; -1: none */
	struct wire_about about;
};

/* --- what is wrong --- */

static void no_rights(const char *what, struct fault *fault)
{
	char self[256];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

	self[n > 0 ? n : 0] = '\0';
	fault_set(fault,
		  "%s: sending isn't permitted: run it with sudo, or give it the right "
		  "once: sudo setcap cap_net_raw+ep %s",
		  what, n > 0 ? self : "peel");
}

/* The interfaces that there are, for who mistyped one. */
static void no_interface(const char *name, struct fault *fault)
{
	struct if_nameindex *all = if_nameindex();
	struct text t = {0};

	for (const struct if_nameindex *i = all; i && i->if_name; i++) {
		text_put(&t, t.len ? ", " : "");
		text_put(&t, i->if_name);
	}
	fault_set(fault, "%s: there is no such interface (there are %s)", name, text_string(&t));
	text_close(&t);
	if (all)
		if_freenameindex(all);
}

/* --- opening --- */

static bool ask(int fd, unsigned long what, struct ifreq *r, const char *name)
{
	*r = (struct ifreq){0};
	memcpy(r->ifr_name, name, strnlen(name, IFNAMSIZ - 1));
	return ioctl(fd, what, r) == 0;
}

static bool look_at(int fd, struct wire_about *a, struct fault *fault)
{
	struct ifreq r;

	if (!ask(fd, SIOCGIFFLAGS, &r, a->name)) {
		no_interface(a->name, fault);
		return false;
	}
	if (!(r.ifr_flags & IFF_UP)) {
		fault_set(fault, "%s: the interface is down (sudo ip link set %s up)", a->name,
			  a->name);
		return false;
	}
	if (ask(fd, SIOCGIFMTU, &r, a->name))
		a->mtu = (uint32_t)r.ifr_mtu;
	a->index = if_nametoindex(a->name);
	if (!ask(fd, SIOCGIFHWADDR, &r, a->name))
		return true;
	a->link = LINK_RAW;
	if (r.ifr_hwaddr.sa_family == ARPHRD_ETHER || r.ifr_hwaddr.sa_family == ARPHRD_LOOPBACK) {
		a->link = LINK_ETHERNET;
		memcpy(a->mac, r.ifr_hwaddr.sa_data, sizeof a->mac);
	}
	return true;
}

static libnet_t *open_libnet(int how, const char *name, const char *what, struct fault *fault)
{
	char why[LIBNET_ERRBUF_SIZE] = "";
	libnet_t *l = libnet_init(how, name, why);

	if (!l && (errno == EPERM || strstr(why, "CAP_NET_RAW")))
		no_rights(what, fault);
	else if (!l)
		fault_set(fault, "%s: %s", what, why);
	return l;
}

/* Tunnels have no link layer, and libnet knows none but those that have; false: and why. */
static bool open_bare(struct wire *w, struct fault *fault)
{
	struct sockaddr_ll to = {.sll_family = AF_PACKET, .sll_ifindex = (int)w->about.index};

	w->fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
	if (w->fd >= 0 && !bind(w->fd, (const struct sockaddr *)&to, sizeof to))
		return true;
	if (errno == EPERM)
		no_rights(w->about.name, fault);
	else
		fault_set(fault, "%s: %s", w->about.name, strerror(errno));
	return false;
}

static bool open_frames(struct wire *w, struct fault *fault)
{
	if (w->about.link == LINK_RAW)
		return open_bare(w, fault);
	w->l = open_libnet(LIBNET_LINK_ADV, w->about.name, w->about.name, fault);
	return w->l != NULL;
}

/* A wire that isn't open yet. */
static struct wire *new_wire(void)
{
	struct wire *w = need_zero(1, sizeof *w);

	w->fd = -1;
	return w;
}

struct wire *wire_open(const char *interface, struct fault *fault)
{
	struct wire *w = new_wire();
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	bool known;

	memcpy(w->about.name, interface, strnlen(interface, sizeof w->about.name - 1));
	known = look_at(fd, &w->about, fault);
	close(fd);
	if (known && open_frames(w, fault))
		return w;
	wire_close(w);
	return NULL;
}

struct wire *wire_open_ip(struct fault *fault)
{
	struct wire *w = new_wire();
	struct fault ignored;

	w->about.link = LINK_RAW;
	w->about.mtu = UINT16_MAX;
	w->l = open_libnet(LIBNET_RAW4_ADV, NULL, "raw IP", fault);
	if (!w->l) {
		wire_close(w);
		return NULL;
	}
	w->l6 = open_libnet(LIBNET_RAW6_ADV, NULL, "raw IPv6", &ignored);
	return w;
}

void wire_close(struct wire *w)
{
	if (!w)
		return;
	if (w->l)
		libnet_destroy(w->l);
	if (w->l6)
		libnet_destroy(w->l6);
	if (w->fd >= 0)
		close(w->fd);
	free(w);
}

const struct wire_about *wire_about(const struct wire *w)
{
	return &w->about;
}

int wire_socket(const struct wire *w)
{
	return w->l ? libnet_getfd(w->l) : w->fd;
}

/* --- sending --- */

static int send_ip(struct wire *w, const uint8_t *p, uint32_t n)
{
	bool v6 = n && *p >> 4 == 6;

	errno = EAFNOSUPPORT;
	if (!v6)
		return libnet_write_raw_ipv4(w->l, p, n);
	return w->l6 ? libnet_write_raw_ipv6(w->l6, p, n) : -1;
}

bool wire_send(struct wire *w, const uint8_t *p, uint32_t n, struct fault *fault)
{
	int sent;

	errno = 0;
	if (w->fd >= 0)
		sent = (int)send(w->fd, p, n, 0);
	else if (w->about.index)
		sent = libnet_adv_write_link(w->l, p, n);
	else
		sent = send_ip(w, p, n);
	if (sent == (int)n)
		return true;
	if (errno == EMSGSIZE)
		fault_set(fault, "%u octets are more than %s can carry (MTU %u)", n,
			  *w->about.name ? w->about.name : "the route", w->about.mtu);
	else
		fault_set(fault, "%s", errno ? strerror(errno) : "it was sent in part");
	return false;
}
