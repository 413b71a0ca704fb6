/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagrams put together from the fragments that networks made of them. */
#ifndef FLOW_FRAGMENTS_H
#define FLOW_FRAGMENTS_H

#include "core/walk.h"
#include "flow/pieces.h"

/*
 * Adds the fragment to those of the packet's addresses with the same `number` in the
 * table that belongs to `table_key` (any address of the protocol's own), and gives the
 * datagram when it completes it; NULL: something is missing still.  `offset` counts
 * octets; `more` says that this isn't the last fragment.  Memory counts against the session's
 * budget: see flow/track.h.
 */
const struct whole *fragment_add(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t offset, bool more, struct span bytes);

/* Nothing comes behind so many octets; gives the datagram when that completes it. */
const struct whole *fragment_end(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t end);

/*
 * Which of two fragments with the same octet has its say, all through the session; it is
 * OVERLAP_BSD (as in Wireshark) unless somebody says otherwise.
 */
void fragments_overlap(struct session *s, enum overlap policy);

/* The rows (`data` 0: none) in which a protocol shows what a datagram was put together from. */
struct fragment_rows {
	const char *of;    /* "IPv4" */
	const char *piece; /* "IPv4 Fragment" */
	uint16_t all, one, error, overlap, conflict, ends_too, too_long, count, len, data;
};

/* Puts those rows; gives a cursor on the datagram, which is a source of the record now. */
struct cursor put_whole(struct walk *w, const struct fragment_rows *rows,
			const struct whole *whole);

/* The same, of bytes that are a source of the record already, at the cursor. */
void put_whole_at(struct walk *w, const struct fragment_rows *rows, const struct whole *whole,
		  struct cursor c);

#define PIECES_CONFLICT_OLD ".overlap.conflict"
#define PIECES_CONFLICT_NEW ".overlap.conflicts"
#define PIECES_TAILS_OLD ".multipletails"
#define PIECES_TAILS_NEW ".multiple_tails"
#define PIECES_TOO_LONG_OLD ".toolongfragment"
#define PIECES_TOO_LONG_NEW ".too_long_fragment"

/*
 * Their table entries, without that of the data.  `p` is the name of a piece's row, `r` what
 * stands before ".reassembled"; NAMES says how Wireshark spells the three oddities: OLD names
 * are those of IP and TCP, NEW ones those of all that came later.  Then come the labels of all
 * pieces, of one, of the error, of the whole's length, the word for a piece in either case, and
 * more traits.
 */
#define PIECE_ROWS(p, r, NAMES, l_all, l_one, l_error, l_len, Word, word, ALL, ALL_KIND, more)  \
	[ALL] = {p "s", l_all, ALL_KIND, .traits = GENERATED | ONCE | (more),                   \
		 .help = "What it was put together from"},                                      \
	[ALL##_ONE] = {p,                                                                       \
		       l_one,                                                                   \
		       FRAMENUM,                                                                \
		       .under = ALL,                                                            \
		       .traits = GENERATED | (more),                                            \
		       .help = "A frame that brought some of it"},                              \
	[ALL##_ERROR] = {p ".error",                                                            \
			 l_error,                                                               \
			 FRAMENUM,                                                              \
			 .under = ALL,                                                          \
			 .traits = GENERATED | (more),                                          \
			 .help = "A frame whose " word " doesn't go together with the others"}, \
	[ALL##_OVERLAP] = {p ".overlap",                                                        \
			   Word " overlap",                                                     \
			   BOOL,                                                                \
			   .under = ALL##_ONE,                                                  \
			   .traits = GENERATED | (more),                                        \
			   .help = "Some of it came before"},                                   \
	[ALL##_CONFLICT] = {p PIECES_CONFLICT_##NAMES,                                          \
			    "Conflicting data in " word " overlap",                             \
			    BOOL,                                                               \
			    .under = ALL##_ONE,                                                 \
			    .traits = GENERATED | (more),                                       \
			    .help = "Some of it came before, but different"},                   \
	[ALL##_ENDS_TOO] = {p PIECES_TAILS_##NAMES,                                             \
			    "Multiple tail " word "s found",                                    \
			    BOOL,                                                               \
			    .under = ALL##_ONE,                                                 \
			    .traits = GENERATED | (more),                                       \
			    .help = "Another one ends the whole elsewhere"},                    \
	[ALL##_TOO_LONG] = {p PIECES_TOO_LONG_##NAMES,                                          \
			    Word " too long",                                                   \
			    BOOL,                                                               \
			    .under = ALL##_ONE,                                                 \
			    .traits = GENERATED | (more),                                       \
			    .help = "It reaches past the end of the whole"},                    \
	[ALL##_COUNT] = {p ".count",                                                            \
			 Word " count",                                                         \
			 U32,                                                                   \
			 DEC,                                                                   \
			 .under = ALL,                                                          \
			 .traits = GENERATED | ONCE | (more),                                   \
			 .help = "How many there are"},                                         \
	[ALL##_LEN] = {r ".reassembled.length",                                                 \
		       l_len,                                                                   \
		       U32,                                                                     \
		       DEC,                                                                     \
		       .under = ALL,                                                            \
		       .traits = GENERATED | ONCE | (more),                                     \
		       .help = "Octets of the whole"}

/* The row of the whole's data, where there is one. */
#define PIECE_DATA_ROW(r, l_data, ALL, more)                 \
	[ALL##_DATA] = {r ".reassembled.data",               \
			l_data,                              \
			BYTES,                               \
			.under = ALL,                        \
			.traits = GENERATED | ONCE | (more), \
			.help = "The whole"}

/* Those of datagrams: `p` begins their names, `of` their labels. */
#define FRAGMENT_ROWS(p, of, ALL, ALL_KIND, more)                                                \
	PIECE_ROWS(p ".fragment", p, OLD, of " Fragments", of " Fragment",                       \
		   "Defragmentation error", "Reassembled " of " length", "Fragment", "fragment", \
		   ALL, ALL_KIND, more),                                                         \
		PIECE_DATA_ROW(p, "Reassembled " of " data", ALL, more)

/* Those of a mail's text, which two protocols bring line by line: `p` begins their names. */
#define MAIL_ROWS(p, ALL)                                                                    \
	PIECE_ROWS(p ".fragment", p, NEW, "DATA fragments", "DATA fragment",                 \
		   "DATA defragmentation error", "Reassembled DATA length", "DATA fragment", \
		   "fragment", ALL, NONE, 0)

/* Their numbers, to stand in the protocol's list of rows. */
#define PIECE_NUMBERS(ALL)                                                          \
	ALL, ALL##_ONE, ALL##_ERROR, ALL##_OVERLAP, ALL##_CONFLICT, ALL##_ENDS_TOO, \
		ALL##_TOO_LONG, ALL##_COUNT, ALL##_LEN
#define FRAGMENT_NUMBERS(ALL) PIECE_NUMBERS(ALL), ALL##_DATA
/* The same as a struct fragment_rows. */
#define FRAGMENT_ROW_NUMBERS(name, ALL)                       \
	{                                                     \
		name, name " Fragment", FRAGMENT_NUMBERS(ALL) \
	}
#define MAIL_ROW_NUMBERS(name, ALL)                          \
	{                                                    \
		name, "DATA fragment", PIECE_NUMBERS(ALL), 0 \
	}

#endif
