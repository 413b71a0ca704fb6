/* SPDX-License-Identifier: BSD-2-Clause */
/* The craft language: layers and fields as text, compiled to packets. */
/* The language is documented in man/peel-craft.7. */
#ifndef CRAFT_CRAFT_H
#define CRAFT_CRAFT_H

#include "core/session.h"
#include "craft/options.h"
#include "craft/packet.h"

/* What is wrong with a specification, and which of its octets are meant. */
struct craft_fault {
	uint32_t at, len; /* offset in the specification's text, octets; len >= 1 */
	char text[320];   /* one sentence without a full stop or line end */
	char field[80];   /* the name that no field has, when that is the matter; else "" */
	char layer[80];   /* the same of a protocol */
};

struct craft;

/*
 * Compiles "ip dst=10.77.0.2 / tcp dport=80".  NULL: it is wrong, and the fault says what is.
 * The session must know all protocols, and be started with all rows wanted; it is used to
 * see where fields stand, so that its state means nothing afterwards.
 */
struct craft *craft_compile(struct session *s, const char *spec, const struct craft_options *o,
			    struct craft_fault *fault);
void craft_close(struct craft *c);

/* How many packets all combinations of values make; UINT64_MAX: more than can be counted. */
uint64_t craft_count(const struct craft *c);

/*
 * Builds the next packet; after the last combination the first one comes again.  It lives
 * until the next call.  NULL: it can't be built, and the fault says why.
 */
const struct packet *craft_next(struct craft *c, struct craft_fault *fault);

#endif
