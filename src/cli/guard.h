/* SPDX-License-Identifier: BSD-2-Clause */
/* Keeping the kernel from resetting TCP connections that it knows nothing of. */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include "core/fault.h"
#include "craft/packet.h"

struct guard;

/*
 * Makes a table of nftables of this process's own, by nft(8); NULL: it can't be made, and the
 * fault says why.
 */
struct guard *guard_open(struct fault *fault);

/*
 * If the packet is TCP over IP: from now on no reset goes from its sender to its receiver by
 * its ports.  False: the rule can't be made.
 */
bool guard_add(struct guard *g, const struct packet *k, struct fault *fault);

/* Takes the table and its rules away. */
void guard_close(struct guard *g);

#endif
