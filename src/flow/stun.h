/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN: which message answers which. */
#ifndef FLOW_STUN_H
#define FLOW_STUN_H

#include "core/walk.h"

#define STUN_ID 12 /* octets of a transaction's identifier */

/* What is known of a message's transaction. */
struct stun_transaction {
	uint8_t id[STUN_ID];
	uint64_t request, response; /* frames; 0: none was seen */
	int64_t time;               /* of the request, nanoseconds since 1970 */
};

/*
 * The transaction of the message of those ports, with this message in it: the first request, or
 * the first one of another class.  The last 16 of a conversation are remembered.  NULL: none
 * is known, and it is no request.
 */
const struct stun_transaction *stun_follow(struct walk *w, const struct layer *l, struct span id,
					   bool request);

#endif
