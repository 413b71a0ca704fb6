/* SPDX-License-Identifier: BSD-2-Clause */
/* Who takes what a TCP segment carries, message by message. */
#ifndef FLOW_TCP_PAYLOAD_H
#define FLOW_TCP_PAYLOAD_H

#include "flow/tcp.h"

/*
 * TCP's further tables: its parts, protocols that know their bytes by what they are, and those
 * that other connections announce (see flow/expect.h).
 */
enum { TCP_PARTS, TCP_GUESSES, TCP_ANNOUNCED };
#define TCP_TABLES                                       \
	{                                                \
		"tcp.part", "tcp.guess", "tcp.announced" \
	}

/* Whether somebody wants what the segment may carry, be it but a part of a message. */
bool tcp_carries_wanted(const struct layer *l);

/* From here on the connection of TCP's layer carries that protocol, whatever its ports. */
void tcp_carries(const struct layer *tcp, const struct plan *who);

/*
 * Has the payload walked by whom it is for, across segments, in order and without what came
 * before; `l` is TCP's layer, whose rows these are.
 */
void tcp_carry(struct walk *w, struct layer *l, struct cursor payload,
	       const struct tcp_pdu_rows *rows);

#endif
