/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagrams put together from the fragments that networks made of them. */
#ifndef FLOW_FRAGMENTS_H
#define FLOW_FRAGMENTS_H

#include "core/walk.h"
#include "flow/overlap.h"

/* What is odd about a fragment, or about one of a datagram's. */
enum {
	PIECE_OVERLAPS = 1,  /* another one brought some of its octets before */
	PIECE_CONFLICTS = 2, /* ... with other values */
	PIECE_ENDS_TOO = 4,  /* it says that the datagram ends elsewhere than an earlier one said */
	PIECE_TOO_LONG = 8,  /* it reaches past the datagram's end */
};

/* One fragment as it came. */
struct piece {
	uint64_t frame;  /* number of its frame */
	uint32_t offset; /* octets of the datagram before it */
	uint32_t len;    /* octets */
	uint8_t flags;   /* PIECE_ */
};

/* A datagram that is complete; it lives as long as the frame that completed it. */
struct whole {
	const uint8_t *p;
	uint32_t len;
	const struct piece *pieces; /* by offset, then as they came */
	uint32_t n;
};

/*
 * Adds the fragment to those of the packet's addresses with the same `number` in the
 * table that belongs to `table_key` (any address of the protocol's own), and gives the
 * datagram when it completes it; NULL: something is missing still.  `offset` counts
 * octets; `more` says that this isn't the last fragment.  Memory counts against the session's
 * budget: see flow/track.h.
 */
const struct whole *fragment_add(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t offset, bool more, struct span bytes);

/*
 * Which of two fragments with the same octet has its say, all through the session; it is
 * OVERLAP_BSD (as in Wireshark) unless somebody says otherwise.
 */
void fragments_overlap(struct session *s, enum overlap policy);

/* The rows in which a protocol shows what a datagram was put together from. */
struct fragment_rows {
	const char *of; /* "IPv4" */
	uint16_t all, one, error, overlap, conflict, ends_too, too_long, count, len, data;
};

/* Puts those rows; gives a cursor on the datagram, which is a source of the record now. */
struct cursor put_whole(struct walk *w, const struct fragment_rows *rows,
			const struct whole *whole);

/* Their table entries; `p` begins their names, `of` their labels, `more` are more traits. */
#define FRAGMENT_ROWS(p, of, ALL, ALL_KIND, more)                                                \
	[ALL] = {p ".fragments", of " Fragments", ALL_KIND, .traits = GENERATED | ONCE | (more), \
		 .help = "What the datagram was put together from"},                             \
	[ALL##_ONE] = {p ".fragment",                                                            \
		       of " Fragment",                                                           \
		       FRAMENUM,                                                                 \
		       .under = ALL,                                                             \
		       .traits = GENERATED | (more),                                             \
		       .help = "A frame that brought some of it"},                               \
	[ALL##_ERROR] = {p ".fragment.error",                                                    \
			 "Defragmentation error",                                                \
			 FRAMENUM,                                                               \
			 .under = ALL,                                                           \
			 .traits = GENERATED | (more),                                           \
			 .help = "A frame whose fragment doesn't go together with the others"},  \
	[ALL##_OVERLAP] = {p ".fragment.overlap",                                                \
			   "Fragment overlap",                                                   \
			   BOOL,                                                                 \
			   .under = ALL##_ONE,                                                   \
			   .traits = GENERATED | (more),                                         \
			   .help = "Some of it came before"},                                    \
	[ALL##_CONFLICT] = {p ".fragment.overlap.conflict",                                      \
			    "Conflicting data in fragment overlap",                              \
			    BOOL,                                                                \
			    .under = ALL##_ONE,                                                  \
			    .traits = GENERATED | (more),                                        \
			    .help = "Some of it came before, but different"},                    \
	[ALL##_ENDS_TOO] = {p ".fragment.multipletails",                                         \
			    "Multiple tail fragments found",                                     \
			    BOOL,                                                                \
			    .under = ALL##_ONE,                                                  \
			    .traits = GENERATED | (more),                                        \
			    .help = "Another one ends the datagram elsewhere"},                  \
	[ALL##_TOO_LONG] = {p ".fragment.toolongfragment",                                       \
			    "Fragment too long",                                                 \
			    BOOL,                                                                \
			    .under = ALL##_ONE,                                                  \
			    .traits = GENERATED | (more),                                        \
			    .help = "It reaches past the datagram's end"},                       \
	[ALL##_COUNT] = {p ".fragment.count",                                                    \
			 "Fragment count",                                                       \
			 U32,                                                                    \
			 DEC,                                                                    \
			 .under = ALL,                                                           \
			 .traits = GENERATED | ONCE | (more),                                    \
			 .help = "How many there are"},                                          \
	[ALL##_LEN] = {p ".reassembled.length",                                                  \
		       "Reassembled " of " length",                                              \
		       U32,                                                                      \
		       DEC,                                                                      \
		       .under = ALL,                                                             \
		       .traits = GENERATED | ONCE | (more),                                      \
		       .help = "Octets of the datagram"},                                        \
	[ALL##_DATA] = {p ".reassembled.data",                                                   \
			"Reassembled " of " data",                                               \
			BYTES,                                                                   \
			.under = ALL,                                                            \
			.traits = GENERATED | ONCE | (more),                                     \
			.help = "The datagram"}

/* Their numbers, to stand in the protocol's list of rows. */
#define FRAGMENT_NUMBERS(ALL)                                                       \
	ALL, ALL##_ONE, ALL##_ERROR, ALL##_OVERLAP, ALL##_CONFLICT, ALL##_ENDS_TOO, \
		ALL##_TOO_LONG, ALL##_COUNT, ALL##_LEN, ALL##_DATA
/* The same as a struct fragment_rows. */
#define FRAGMENT_ROW_NUMBERS(name, ALL)     \
	{                                   \
		name, FRAGMENT_NUMBERS(ALL) \
	}

#endif
