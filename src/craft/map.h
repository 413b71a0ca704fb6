/* SPDX-License-Identifier: BSD-2-Clause */
/* Other addresses in place of those that a captured packet has. */
#ifndef CRAFT_MAP_H
#define CRAFT_MAP_H

#include "core/fault.h"
#include <stdbool.h>
#include <stdint.h>

struct packet;
struct record;

#define MAX_MAPS 32

/* One "OLD=NEW". */
struct map {
	uint8_t old[16], new[16]; /* addresses, or prefixes of them */
	uint8_t octets;           /* 4, 6 or 16 */
	uint8_t old_bits;         /* of the prefix that is looked for */
	uint8_t new_bits;         /* of the prefix that is put in its place; what follows stays */
	uint8_t end;              /* enum map_end */
};

/* Which addresses of a frame are meant. */
enum map_end { ANY_END, SOURCE_END, DESTINATION_END };

struct maps {
	struct map list[MAX_MAPS];
	unsigned n;
};

/* "10.0.0.0/8=10.77.0.0/16", "fd00::/8=fd77::/16"; false: it is no such thing, and why. */
bool maps_add_prefix(struct maps *m, const char *s, struct fault *fault);
/* "02:00:00:00:00:01=02:00:00:00:00:02", "src=...", "dst=..." for whatever stands there. */
bool maps_add_mac(struct maps *m, const char *s, struct fault *fault);

/*
 * Puts the new addresses into the packet where the record of it has old ones: in headers of IP,
 * ARP and Ethernet, and in packets that an ICMP error quotes.  Internet checksums that cover
 * them by way of a pseudo header change by what the addresses do (RFC 1624), as do those of
 * quoted headers; gives whether anything changed.
 */
bool maps_apply(const struct maps *m, const struct record *r, struct packet *k);

#endif
