/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of Protocol Independent Multicast share: encoded addresses, hold times. */
#ifndef SHARED_PIM_H
#define SHARED_PIM_H

#include "core/walk.h"

/* How an address is encoded (RFC 7761, 4.9.1): where such addresses hang in "pim.address". */
enum encoded {
	ENCODED_UNICAST,
	ENCODED_GROUP,
	ENCODED_SOURCE,
};

#define UNICAST_HEAD 2 /* octets before the address itself */
#define GROUP_HEAD 4   /* the same for groups and sources */

/* Octets of the address itself whose family stands at the cursor; 0: of none that is known. */
uint32_t encoded_octets(struct cursor c);

/* The rows of such an address come in pairs: IPv4's, and right behind it IPv6's. */
#define PAIR(row, filter, filter6, what, says)                      \
	[row] = {filter, what, IPV4, .help = says, .ref = "4.9.1"}, \
	[row##_6] = {filter6, what, IPV6, .help = says, .ref = "4.9.1"}

/*
 * Puts the encoded address at the cursor as `row`, which is IPv4's, or as the row behind
 * it, IPv6's, and what it consists of below; as one of many when it has a number (0 or
 * more).  False when it is of an unknown kind: nothing behind it makes sense.  The
 * protocol's `next.also` begins with "pim.address".
 */
bool put_encoded(struct walk *w, struct cursor *c, unsigned row, enum encoded kind, int number);

extern const struct words encoded_encodings; /* what such an address says of itself */

/* "210", "Infinity (65535)"; the other one says "goodbye (0)", too. */
void form_holdtime(struct text *t, const struct record *r, const struct node *n);
void form_goodbye(struct text *t, const struct record *r, const struct node *n);

#endif
