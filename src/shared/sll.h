/* SPDX-License-Identifier: BSD-2-Clause */
/* What both versions of Linux's cooked capture share: words, and the sender's address. */
#ifndef SHARED_SLL_H
#define SHARED_SLL_H

#include "core/walk.h"

#define SLL_ADDRESS 8 /* octets that there are for the address */
#define SLL_MAC 6     /* octets of a MAC address */
#define SLL_GRE 778   /* type of link: GRE over IP */

extern const struct word sll_pkttypes[5];
extern const struct word sll_ltypes[9]; /* Linux's numbers of what isn't an EtherType */

/* The rows of an address of each kind, and of what it leaves over. */
struct sll_rows {
	uint16_t ether, ipv4, other, unused;
};

/* The sender's address at the cursor, `len` octets of it: the summary's, without a receiver's. */
void note_sll_source(struct walk *w, struct cursor c, uint64_t len);
void put_sll_source(struct walk *w, struct cursor *c, uint64_t len, const struct sll_rows *rows);

#endif
