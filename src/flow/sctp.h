/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP as an association: what the packets of both directions say together. */
/* RFC 9260; the words are those of Wireshark's sctp fields. */
#ifndef FLOW_SCTP_H
#define FLOW_SCTP_H

#include "flow/conv.h"

#define SCTP_REMEMBERED 64 /* TSNs that a direction remembers */

/* A TSN that was sent. */
struct sctp_sent {
	uint32_t tsn;
	bool used, acked;
	uint64_t frame;
	int64_t time;
};

/* One direction of an association: a pair of ports and a verification tag. */
struct sctp_half {
	uint64_t peer; /* number of the other direction */
	bool has_peer;
	bool started; /* data were sent */
	uint32_t first_tsn;
	uint32_t acked_next; /* the TSN behind the last that was acknowledged, as tshark counts */
	struct sctp_sent sent[SCTP_REMEMBERED];
};

/* What chunks of a packet need to know, and tell. */
struct sctp_run {
	struct sctp_half *half; /* the sender's direction; NULL: none, as in quoted packets */
	struct sctp_half *peer; /* the other one; NULL: not known */
	struct text words;      /* of the summary line */
	bool quoted;            /* an error quotes the chunk: its payload goes nowhere */
	bool handed_on;         /* the last chunk brought payload */
	struct cursor payload;  /* a whole message; empty: none */
	uint32_t ppid;          /* its protocol */
};

/* State of the packet's layer, and of a chunk's. */
struct sctp_state {
	uint64_t association, status;
	uint64_t words; /* of the summary line: a C string's address */
	uint64_t run;   /* address of the struct sctp_run, while chunks are read */
};

/* The run that a chunk belongs to, or a chunk's part; NULL: an error quotes the chunk. */
struct sctp_run *sctp_run_of(const struct layer *l);

/*
 * The packet's direction and its peer, by the layer's ports and tag.  Packets that
 * begin an association have tag 0, and no direction yet.
 */
void sctp_find(struct walk *w, const struct layer *l, uint64_t tag, struct sctp_run *run);

/* Takes note of a TSN; gives when it was sent before, or NULL. */
const struct sctp_sent *sctp_sent(const struct walk *w, struct sctp_half *half, uint32_t tsn);

#endif
