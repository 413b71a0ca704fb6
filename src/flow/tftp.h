/* SPDX-License-Identifier: BSD-2-Clause */
/* TFTP: which file a packet is of. */
#ifndef FLOW_TFTP_H
#define FLOW_TFTP_H

#include "core/walk.h"

#define TFTP_FILE 256 /* octets of a name that are remembered, with its end */

/* What is known of the transfer of a client's port, as the latest request begins it. */
struct tftp_transfer {
	uint64_t request; /* its frame */
	uint8_t opcode;   /* READ or WRITE */
	bool asks_size;   /* it wants to know the size */
	uint32_t block;   /* octets of a whole block */
	bool changes;     /* Microsoft's: acknowledgements may change the window */
	uint32_t high;    /* of the latest block's number, what 16 bits don't hold */
	uint16_t low;     /* ... and what they hold */
	char file[TFTP_FILE];
};

/* A request begins a transfer; what comes to its port from now on is `who`'s. */
struct tftp_transfer *tftp_begin(struct walk *w, const struct layer *udp, const struct plan *who);
/* The transfer of the packet, whoever sends it; NULL: its request wasn't seen. */
struct tftp_transfer *tftp_of(struct walk *w, const struct layer *udp);
/* The block's number, counted on where 16 bits wrap. */
uint32_t tftp_block(struct tftp_transfer *t, uint16_t number);

#endif
