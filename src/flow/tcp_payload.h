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

/*
 * The client asks for TLS, or for something else: l is the layer of a protocol over TCP.  With a
 * server's answer that grants it the connection carries `tls` (NULL: that isn't wanted) from
 * here on.
 */
void tcp_ask_tls(const struct layer *l, bool asked);
void tcp_answer_tls(const struct layer *l, const struct plan *tls, bool granted);

/* The protocol that gave the connection of TCP's layer to another one; NULL: none did. */
const struct proto *tcp_upgraded(const struct layer *tcp);

/*
 * Has the payload walked by whom it is for, across segments, in order and without what came
 * before; `l` is TCP's layer, whose rows these are.
 */
void tcp_carry(struct walk *w, struct layer *l, struct cursor payload,
	       const struct tcp_pdu_rows *rows);

#endif
