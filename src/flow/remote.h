/* SPDX-License-Identifier: BSD-2-Clause */
/* rsh and rexec: strings from the client, and from then on the streams of the command. */
#ifndef FLOW_REMOTE_H
#define FLOW_REMOTE_H

#include "core/walk.h"

/* The rows of both, in this order, behind the protocol's own. */
enum { REMOTE_PORT = 1, REMOTE_NAME, REMOTE_SECOND, REMOTE_COMMAND, REMOTE_SENT, REMOTE_ANSWERED };

/* The layer's state. */
struct remote_state {
	uint64_t what;  /* REMOTE_SENT, REMOTE_ANSWERED, REMOTE_COMMAND (strings) or 0 */
	uint64_t known; /* string: the name that was known before this packet; NULL: none */
};

/*
 * Puts what a packet to the server at that port, or from it, holds.  `named` is the row of
 * the name that the summary line tells.
 */
void remote_rest(struct walk *w, struct layer *l, struct cursor *c, unsigned port, unsigned named);

/* What the summary line says, with the word before the name. */
void remote_info(struct text *t, const struct layer *l, const char *before);

#endif
