/* SPDX-License-Identifier: BSD-2-Clause */
/* Remote procedure calls: what a message says of itself, and calls that wait for replies. */
/* RFC 5531. */
#ifndef FLOW_RPC_H
#define FLOW_RPC_H

#include "core/walk.h"

enum { RPC_CALL, RPC_REPLY };

/* What the layer of a message leaves for the program's own: its state. */
struct rpc_message {
	uint64_t call_frame; /* of a reply: where its call is */
	uint64_t since;      /* ... and nanoseconds since */
	uint64_t reply;      /* RPC_CALL or RPC_REPLY */
	uint64_t xid, program, version, procedure;
	uint64_t kept; /* address of a uint32_t that the call leaves for its reply */
};

/* Remembers a call of the layer's sender, or finds what is known of a reply's call. */
bool rpc_match(struct walk *w, const struct layer *transport, struct rpc_message *m);

#endif
