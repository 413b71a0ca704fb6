/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages out of a TCP stream: whole, across segments, whatever came twice or out of order. */
/* RFC 9293, 3.7: segments know nothing of the messages in them; see `pdu_len` in core/proto.h. */
#ifndef FLOW_TCP_PDU_H
#define FLOW_TCP_PDU_H

#include "flow/conv.h"
#include "flow/fragments.h"

struct pdu;

/* What one end sent of messages that aren't complete, and the last ones that were. */
struct tcp_pdus {
	struct pdu *list; /* the latest first; owned */
	bool until_fin;   /* one of them ends when the connection does */
	bool upgraded;    /* what the connection was upgraded to has begun */
};

void tcp_pdus_drop(struct tcp_pdus *p);

/* The rows that show it; `words` says something behind all others in the summary line. */
struct tcp_pdu_rows {
	uint16_t data, reassembled_in, size;
	struct fragment_rows whole;
	const struct plan *words;
};

/* Messages that were put together for this frame. */
struct put_together {
	struct put_together *before;
	const struct whole *whole;
	struct cursor bytes;
};

/* A segment's payload on its way to the next protocol. */
struct tcp_delivery {
	struct conv *conv;     /* charged for what is kept */
	struct tcp_pdus *pdus; /* the sender's */
	uint32_t seq;          /* number of the first octet */
	struct cursor bytes;   /* from it on */
	bool silent;           /* it came late or again: the next protocol doesn't see it */
	bool last;             /* the sender sends nothing behind it */
	const struct tcp_pdu_rows *rows;
	/* Who takes the bytes; NULL: nobody. */
	const struct plan *(*child)(struct walk *w, const struct layer *tcp, struct span bytes);
	const struct plan *handed; /* who got something last; NULL: nobody yet */
	struct put_together *made; /* in turn, the last one first; put it by tcp_put_together() */
};

/*
 * Gives all messages that are complete now to the protocol above; `l` is TCP's layer.  What
 * is left waits for the segments to come.
 */
void tcp_deliver(struct walk *w, struct layer *l, struct tcp_delivery *d);

/* The last segment: what waits for the connection's end is complete.  True: it was given on. */
bool tcp_deliver_end(struct walk *w, struct layer *l, struct tcp_delivery *d);

/* Puts what messages were put together from, at the root of the tree. */
void tcp_put_together(struct walk *w, const struct tcp_delivery *d);

#endif
