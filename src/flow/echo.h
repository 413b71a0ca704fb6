/* SPDX-License-Identifier: BSD-2-Clause */
/* Echo requests that wait for their replies, of ICMP and ICMPv6. */
#ifndef FLOW_ECHO_H
#define FLOW_ECHO_H

#include "flow/conv.h"

/* What tells an echo from others between two hosts. */
struct echo {
	uint16_t ident, sequence;
	uint16_t sum; /* the checksum that the reply has, where it tells; or 0 */
};

/* Takes note of a request. */
void echo_request(struct walk *w, const struct echo *e);

/*
 * The frame of the request that this is the reply to, which waits no longer; 0: none.
 * `ms` becomes the milliseconds since, as the bits of a double.
 */
uint64_t echo_reply(struct walk *w, const struct echo *e, uint64_t *ms);

/* Behind the reply in the summary line: " (request in 21)". */
static inline void text_echo_reply(struct text *t, uint64_t request)
{
	text_number(t, " (request in ", request);
	text_char(t, ')');
}

/* The form of a row that shows them: "0.123 ms". */
void form_resptime(struct text *t, const struct record *r, const struct node *n);

#endif
