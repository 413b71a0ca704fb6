/* SPDX-License-Identifier: BSD-2-Clause */
/* UDP and UDP-Lite as conversations: numbered together, and timed. */
#ifndef FLOW_UDP_H
#define FLOW_UDP_H

#include "core/walk.h"

/* What the rows show of a packet (see shared/udp.h); the head of the protocol's own state. */
struct udp_state {
	uint64_t zero_status, status;     /* of a checksum of 0, and of another one */
	uint64_t stream;                  /* the conversation's number */
	uint64_t times;                   /* there when both of these are */
	uint64_t since_first, since_last; /* nanoseconds */
};

/*
 * Finds the conversation of the layer's ports and what it tells of this packet; `first` is
 * the protocol's STREAM.  Where nobody asks for it the conversation isn't remembered.
 */
void udp_follow(struct walk *w, const struct layer *l, unsigned first, struct udp_state *s);

/*
 * The further tables of both: protocols that know their bytes by what they are, and those that
 * other conversations announce (see flow/expect.h).
 */
enum { UDP_GUESSES, UDP_ANNOUNCED };
#define UDP_TABLES                           \
	{                                    \
		"udp.guess", "udp.announced" \
	}

/* The child that has the payload; what only its bytes or other conversations tell is left out
 * where it matters to nobody. */
const struct plan *udp_child(struct walk *w, const struct layer *l, struct span payload);

/* Says of the payload that was put last how long it is, and has it walked. */
void walk_udp_payload(struct walk *w, const struct layer *l, struct cursor payload);

#endif
