/* SPDX-License-Identifier: BSD-2-Clause */
/* Asking a link who has an address. */
#ifndef CLI_SEND_RESOLVE_H
#define CLI_SEND_RESOLVE_H

#include "craft/wire.h"

struct session;

struct resolver {
	struct session *session; /* one for craft_compile() */
	struct wire *wire;
};

/*
 * Asks by ARP (RFC 826), or by neighbour discovery (RFC 4861, 4.3) for an address of 16 octets,
 * and waits at most three seconds; false: nobody answers.  For struct way's `resolve`, with a
 * struct resolver as its argument.
 */
bool resolve(void *resolver, const uint8_t *address, unsigned n, uint8_t mac[6]);

#endif
