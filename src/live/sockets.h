/* SPDX-License-Identifier: BSD-2-Clause */
/* The sockets of this network namespace, as the kernel tells of them. */
#ifndef LIVE_SOCKETS_H
#define LIVE_SOCKETS_H

#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One end: the address in network order (4 or 16 octets), the port in the host's. */
struct socket_end {
	uint8_t address[16];
	uint16_t port; /* of raw sockets: the protocol's number */
};

/* States that others ask for, as the kernel counts them: include/net/tcp_states.h. */
enum { STATE_CLOSED = 7, STATE_LISTENS = 10 };

struct socket_info {
	uint8_t version;  /* of IP: 4 or 6 */
	uint8_t protocol; /* of IP: IPPROTO_TCP, IPPROTO_UDP or IPPROTO_RAW */
	uint8_t state;    /* as the kernel counts them */
	struct socket_end local, remote;
	uint32_t receive_queue, send_queue; /* octets; of one that listens: connections */
	bool timed;                         /* TCP's figures are known: the next three */
	uint32_t rtt, rttvar;               /* microseconds */
	uint32_t retransmissions;           /* segments so far */
	uint32_t inode;                     /* 0: nobody has it open any more */
	uint32_t uid;
};

struct sockets {
	struct socket_info *list; /* owned */
	size_t n, room;
};

/*
 * All sockets of TCP, UDP and raw IP, ordered by protocol, state, local and remote end.  An
 * address of version 4 in one of version 6 is one of version 4.  False: the kernel doesn't tell,
 * and the fault says why.  To be closed in any case.
 */
bool sockets_open(struct sockets *s, struct fault *fault);
void sockets_close(struct sockets *s);

#endif
