/* SPDX-License-Identifier: BSD-2-Clause */
/* Many frames in one call of the kernel. */
/*
 * packet(7), sendmmsg(2).  Between two virtual interfaces, sendmmsg() past the queueing
 * discipline carries about 1.2 times what a ring of PACKET_TX_RING does.
 */
#include "config.h"

#include "core/arena.h"
#include "craft/volley.h"
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* Octets of frames that are kept: more than this is no faster, and falls out of the caches. */
#define ROOM (4 * VOLLEY_FRAME)

struct volley {
	struct wire *wire;
	struct mmsghdr *messages; /* `most` of each; owned, as are the next three */
	struct iovec *pieces;
	uint64_t *numbers;
	uint8_t *bytes; /* ROOM octets */
	unsigned most, n;
	uint32_t used; /* octets of `bytes` */
	struct volley_tally tally;
};

/*
 * libnet's socket hears all that passes and names the interface with each frame.  Bound to the
 * interface for no protocol, it hears nothing, and frames need no address.  Frames pass by the
 * queueing discipline: what is replayed is not to be shaped.
 */
static bool prepare(const struct wire *w, struct fault *fault)
{
	int fd = wire_socket(w), on = 1;
	struct sockaddr_ll to = {.sll_family = AF_PACKET, .sll_ifindex = (int)wire_about(w)->index};

	setsockopt(fd, SOL_PACKET, PACKET_QDISC_BYPASS, &on, sizeof on);
	if (!bind(fd, (const struct sockaddr *)&to, sizeof to))
		return true;
	fault_set(fault, "%s: %s", wire_about(w)->name, strerror(errno));
	return false;
}

struct volley *volley_open(struct wire *w, unsigned most, struct fault *fault)
{
	struct volley *v;

	if (!prepare(w, fault))
		return NULL;
	v = need_zero(1, sizeof *v);
	v->wire = w;
	v->most = most;
	v->messages = need_zero(most, sizeof *v->messages);
	v->pieces = need_zero(most, sizeof *v->pieces);
	v->numbers = need_zero(most, sizeof *v->numbers);
	v->bytes = need(ROOM);
	for (unsigned i = 0; i < most; i++) {
		v->messages[i].msg_hdr.msg_iov = &v->pieces[i];
		v->messages[i].msg_hdr.msg_iovlen = 1;
	}
	return v;
}

void volley_close(struct volley *v)
{
	if (!v)
		return;
	free(v->messages);
	free(v->pieces);
	free(v->numbers);
	free(v->bytes);
	free(v);
}

bool volley_add(struct volley *v, const uint8_t *p, uint32_t n, uint64_t number)
{
	if (v->n == v->most || n > ROOM - v->used)
		return false;
	memcpy(v->bytes + v->used, p, n);
	v->pieces[v->n] = (struct iovec){v->bytes + v->used, n};
	v->numbers[v->n++] = number;
	v->used += n;
	return true;
}

unsigned volley_held(const struct volley *v)
{
	return v->n;
}

/* Whether the kernel just has no room at the moment; waits until it may have. */
static bool is_full(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLOUT};

	if (errno == EINTR)
		return true;
	if (errno != ENOBUFS && errno != EAGAIN)
		return false;
	poll(&p, 1, 1);
	return true;
}

static void count_failure(struct volley *v, unsigned i)
{
	struct volley_tally *t = &v->tally;

	if (t->failed++)
		return;
	t->first_failed = v->numbers[i];
	fault_set(&t->fault, "%s: %s", wire_about(v->wire)->name, strerror(errno));
}

/* How often a full queue is waited for, a millisecond each time, before the frame is given up. */
#define TRIES 1000

void volley_fire(struct volley *v)
{
	int fd = wire_socket(v->wire);
	unsigned done = 0, tries = 0;

	while (done < v->n) {
		int n = sendmmsg(fd, v->messages + done, v->n - done, 0);

		if (n > 0) {
			for (unsigned end = done + (unsigned)n; done < end; done++)
				v->tally.octets += v->pieces[done].iov_len;
			v->tally.sent += (unsigned)n;
			tries = 0;
		} else if (!is_full(fd) || ++tries > TRIES) {
			count_failure(v, done++);
			tries = 0;
		}
	}
	v->n = 0;
	v->used = 0;
}

const struct volley_tally *volley_tally(const struct volley *v)
{
	return &v->tally;
}
