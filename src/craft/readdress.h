/* SPDX-License-Identifier: BSD-2-Clause */
/* Between remap.c, which reads rules, and readdress.c, which goes through frames. */
#ifndef CRAFT_READDRESS_H
#define CRAFT_READDRESS_H

#include <stdbool.h>
#include <stdint.h>

struct prefix_rule {
	uint8_t from[16], to[16];
	unsigned n;                  /* octets of an address: 4 or 16 */
	unsigned from_bits, to_bits; /* of the prefixes */
};

struct mac_rule {
	uint8_t from[6], to[6];
};

struct remap {
	struct prefix_rule *prefixes; /* owned */
	unsigned n_prefixes;
	struct mac_rule *macs; /* owned */
	unsigned n_macs;
	bool has_src, has_dst; /* all frames get that one */
	uint8_t src[6], dst[6];
};

/* Gives the address of n octets (4 or 16) its new value; false: no rule fits it. */
bool remap_address(const struct remap *m, uint8_t *p, unsigned n);
/* The same of a hardware address. */
bool remap_mac(const struct remap *m, uint8_t *p);

#endif
