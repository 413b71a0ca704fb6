/* SPDX-License-Identifier: BSD-2-Clause */
/* Which station claims an IPv4 address, as ARP tells it. */
#ifndef FLOW_CLAIM_H
#define FLOW_CLAIM_H

#include "core/walk.h"

struct claim {
	struct span mac; /* the station that claimed the address first */
	uint64_t frame;  /* number of the frame in which it did last */
	uint64_t ago;    /* whole seconds since */
};

/*
 * Takes note that the station `mac` (6 octets) says it has the address (4 octets).
 * True when another one said so before: *before tells which and lives as long as the
 * frame.  The first station's claim stays (RFC 5227, 2.4).
 */
bool claim_address(struct walk *w, struct span address, struct span mac, struct claim *before);

#endif
