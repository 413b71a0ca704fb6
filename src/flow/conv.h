/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations: all packets between the same two ends, in both directions. */
#ifndef FLOW_CONV_H
#define FLOW_CONV_H

#include "core/walk.h"
#include "flow/track.h"

/* The two ends in a fixed order, so that both directions have the same key. */
struct conv_key {
	uint8_t a[16], b[16]; /* addresses, zeros behind shorter ones; a <= b */
	uint16_t a_port, b_port;
	uint8_t a_kind, b_kind; /* enum kind of the addresses */
	uint8_t spare[2];       /* zero */
	uint32_t number;        /* tells apart what comes from one end to the other */
};

struct conv {
	struct tracked tracked; /* first */
	struct convs *table;
	uint64_t hash;
	struct conv_key key;
	uint32_t stream;             /* counted from 0 in the order of their first packets */
	uint64_t first_frame;        /* number of the first packet's frame */
	int64_t first_time;          /* nanoseconds since 1970 */
	int64_t last_time;           /* of the packet before this one */
	void (*drop_own)(void *own); /* frees what hangs on conv_own(); NULL: nothing does */
};

/* What the protocol remembers of it: lies right behind. */
static inline void *conv_own(struct conv *c)
{
	return c + 1;
}

/*
 * The conversation of the frame's addresses and these ports in the table that
 * belongs to `table_key` (any address that is the protocol's own); a new one if
 * there is none.  *from_a tells which end sent this packet.  `own_size` octets of
 * cleared memory come with a new one.
 */
struct conv *conv_get(struct walk *w, const void *table_key, uint16_t sport, uint16_t dport,
		      size_t own_size, bool *from_a);

/* The same where a number alone, such as a security association's, says what belongs together. */
struct conv *conv_numbered(struct walk *w, const void *table_key, uint64_t number, size_t own_size);

/*
 * The same for what comes from one end to the other alone, told apart by a number:
 * pieces of a datagram.
 */
struct conv *conv_oneway(struct walk *w, const void *table_key, uint64_t number, size_t own_size);

/* The same of one end alone, with a number that tells its conversations apart. */
struct conv *conv_of_end(struct walk *w, const void *table_key, const struct address *a,
			 uint16_t port, uint32_t number, size_t own_size);
/* ... if it is there already; NULL: it isn't. */
struct conv *conv_of_end_known(struct walk *w, const void *table_key, const struct address *a,
			       uint16_t port, uint32_t number);

/* Charges the conversation with so many more bytes that hang on its conv_own(). */
void conv_charge(struct conv *c, size_t bytes);
/* It takes more than half of all memory that may be remembered. */
bool conv_overgrown(const struct conv *c);
/* What hung on it was forgotten for want of memory. */
void conv_count_forgotten(struct conv *c);
/* Takes so many of them back. */
void conv_discharge(struct conv *c, size_t bytes);

/* Its ends begin a new one with this frame's packet: the next stream. */
void conv_renew(struct conv *c, const struct frame *f);

/* It is over: forgets it. */
void conv_forget(struct conv *c);

/* Time since the conversation's first packet, and since the one before; counts this one. */
void conv_times(struct conv *c, int64_t now, uint64_t *since_first, uint64_t *since_last);

#endif
