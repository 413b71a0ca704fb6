/* SPDX-License-Identifier: BSD-2-Clause */
/* What the kernel knows of the way to an address: interface, own address, next hop, its MAC. */
#ifndef CRAFT_ROUTE_H
#define CRAFT_ROUTE_H

#include <stdbool.h>
#include <stdint.h>

/* The way to an address.  Addresses have 4 or 16 octets, as the one asked for. */
struct route {
	unsigned index;  /* the interface's number */
	uint8_t src[16]; /* the address to send from */
	uint8_t hop[16]; /* the next host on the way: a router, or the host itself */
	bool has_src;
	bool local; /* it is an address of this host */
};

/*
 * Asks for the way to the address of n octets (4 or 16), by the interface of that number (0: by
 * any).  False: there is no way.
 */
bool route_to(const uint8_t *address, unsigned n, unsigned index, struct route *r);

/* The hardware address of a neighbour behind the interface; false: the kernel doesn't know it. */
bool neighbour_of(const uint8_t *address, unsigned n, unsigned index, uint8_t mac[6]);

#endif
