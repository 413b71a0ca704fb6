/* SPDX-License-Identifier: BSD-2-Clause */
/* What links between two ends share: no addresses, and how Cisco's HDLC says what it carries. */
#ifndef SHARED_LINK_H
#define SHARED_LINK_H

#include "core/walk.h"

/* Neither sender nor receiver has an address: the summary line says N/A of both. */
void no_addresses(struct walk *w);

/* What Cisco's HDLC carries, by its EtherType. */
extern const struct words chdlc_protocols;

/* The octet that may stand before OSI's packets (ISO/IEC TR 9577), when this is one of them. */
void put_clns_padding(struct walk *w, struct cursor *c, unsigned row, uint64_t protocol);

#endif
