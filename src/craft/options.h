/* SPDX-License-Identifier: BSD-2-Clause */
/* How a specification is to be built: apart from the tables, for command lines. */
#ifndef CRAFT_OPTIONS_H
#define CRAFT_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct fault;
struct packet;

struct craft_options {
	uint64_t seed;    /* of all that is random */
	bool tables_only; /* libnet builds no header: what the tables say */
	bool zip;         /* settings of several values run in step, not as a product */
	uint32_t link; /* LINKTYPE_ value that the packets are to have; missing layers are added */
	bool has_link; /* false: that of the first layer, or Ethernet where it can be added */
	/*
	 * Called for each packet before its checksums: puts what is known of the way that it is to
	 * go, where nobody has set it.  False: it can't go, and the fault says why.  NULL: nothing.
	 */
	bool (*complete)(void *arg, struct packet *k, struct fault *fault);
	void *arg;
};

#endif
