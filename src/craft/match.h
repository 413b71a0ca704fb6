/* SPDX-License-Identifier: BSD-2-Clause */
/* Which packet answers which. */
#ifndef CRAFT_MATCH_H
#define CRAFT_MATCH_H

#include "core/record.h"

/* What of a packet its answer has, too; numbers are UINT64_MAX where it has none. */
struct question_key {
	uint8_t src[16], dst[16]; /* addresses: IPv4, IPv6, or those that ARP asks about */
	uint8_t n;                /* their octets; 0: it has none */
	uint8_t protocol;         /* enum question_protocol */
	uint64_t sport, dport;
	uint64_t id, seq; /* of echoes; `id` of DNS */
	uint64_t kind;    /* the type of an ICMP message, the operation of ARP */
};

/* The packet's own key, or that of the packet that an ICMP error quotes; false: it has none. */
bool key_of(const struct record *r, bool quoted, struct question_key *key);

/*
 * Whether a packet with the second key (and with the key of what it quotes, if `quoted` isn't
 * NULL) answers one with the first: the way back, ports changed over, the same numbers.
 */
bool key_answers(const struct question_key *sent, const struct question_key *got,
		 const struct question_key *quoted);

#endif
