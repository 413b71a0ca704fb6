/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses that packets get from the way they are to go, where nobody has set them. */
#ifndef CRAFT_WAY_H
#define CRAFT_WAY_H

#include "core/fault.h"
#include "craft/packet.h"
#include "craft/route.h"
#include "craft/wire.h"

struct way {
	const struct wire *wire;
	/* Asks who has the address of n octets; false: nobody answers.  NULL: nobody is asked. */
	bool (*resolve)(void *arg, const uint8_t *address, unsigned n, uint8_t mac[6]);
	void *arg;
	/* The address that was looked up last, and what was found. */
	uint8_t last[16];
	unsigned last_n; /* its octets; 0: none was */
	struct route route;
	uint8_t mac[6];
	bool has_mac;
};

/* For craft_options.complete, with a struct way as its argument. */
bool way_complete(void *way, struct packet *k, struct fault *fault);

/* Whether a packet goes to a group or to all: to more than one host. */
bool goes_to_many(const struct packet *k);

#endif
