/* SPDX-License-Identifier: BSD-2-Clause */
/* What IPv6 and its extension headers have in common: how they go on, and their words. */
#ifndef SHARED_EXTENSION_H
#define SHARED_EXTENSION_H

#include "core/walk.h"
#include "shared/ip.h"

#define IPV6_PLEN_AT 4   /* octet of the IPv6 header's payload length */
#define EXTENSION_UNIT 8 /* octets that a header's length counts in, behind the first of them */

/* How a header of variable length begins: its rows, in this order, and their fields. */
#define EXTENSION_ROWS NXT, LEN, OCTETS
#define EXTENSION_FIELDS(prefix, section)                      \
	[NXT] = {prefix ".nxt",                                \
		 "Next Header",                                \
		 U8,                                           \
		 DEC,                                          \
		 AT(0, 8),                                     \
		 .words = &ip_protocols,                       \
		 .fill = FILL_NEXT,                            \
		 .help = "What stands behind this header",     \
		 .ref = (section)},                            \
	[LEN] = {prefix ".len",                                \
		 "Length",                                     \
		 U8,                                           \
		 DEC,                                          \
		 AT(8, 8),                                     \
		 .help = "Units of 8 octets behind the first", \
		 .ref = (section)},                            \
	[OCTETS] = {prefix ".len_oct",                         \
		    "Length",                                  \
		    U16,                                       \
		    DEC,                                       \
		    FROM(struct extension, octets),            \
		    .unit = " bytes",                          \
		    .help = "Octets of the whole header",      \
		    .ref = (section)}

/* The state of such a header, and a `note` that fills it in. */
struct extension {
	uint64_t octets; /* of the whole header */
};
void note_extension(struct walk *w, struct layer *l);

/* Octets of such a header, as it says. */
uint32_t extension_octets(const struct layer *l);

/* A `rest` for one that is a list of options: `next.fixed` reads them. */
void rest_options(struct walk *w, struct layer *l, struct cursor *c);

/* Has what stands behind the header walked, by the next header's number. */
void walk_extension(struct walk *w, struct layer *l, struct cursor bytes, uint64_t next);

/*
 * The words of the summary line: the header's name behind those of the headers
 * before it, or that nobody takes what stands behind it.
 */
void put_extension(struct text *t, const struct record *r, const struct layer *l, uint64_t next,
		   const char *name);

/* What the summary line says when nobody takes it. */
void put_next_header(struct text *t, uint64_t next);

#endif
