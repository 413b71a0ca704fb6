/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that is being built: its octets, and which of them are which layer's. */
#ifndef CRAFT_PACKET_H
#define CRAFT_PACKET_H

#include "core/fault.h"
#include "core/proto.h"

/* Layers that a packet may have, and octets: what fits into the largest frame of Linux. */
#define MAX_PARTS 32
#define MAX_PACKET 262144

/* One layer of it. */
struct brick {
	const struct proto *proto; /* NULL: octets that aren't any protocol's */
	uint32_t at;               /* its first octet in the packet */
	uint32_t header;           /* octets of its own before what it carries */
	uint32_t end;              /* the octet behind what it carries */
	bool *forced;              /* by row: somebody's own value, which is left as it is */
	uint32_t next;             /* the value its child hangs at; NO_VALUE: nobody knows one */
};

#define NO_VALUE UINT32_MAX

struct packet {
	uint8_t *p; /* owned */
	uint32_t len, cap;
	struct brick parts[MAX_PARTS];
	unsigned n_parts;
	uint32_t link; /* LINKTYPE_ value of the outermost part */
};

void packet_close(struct packet *k);

/* Becomes the same as `from`; the octets are copied. */
void packet_copy(struct packet *k, const struct packet *from);

/*
 * Puts n octets in place of the `old` ones at `at`; NULL stands for zeros.  Parts grow or
 * shrink with what lies inside them, and move with what lies before them.  Where the octets
 * lie between two parts, they belong to the one whose number is `part`.  False: the packet
 * would be larger than one may be.
 */
bool packet_splice(struct packet *k, unsigned part, uint32_t at, uint32_t old, const void *p,
		   uint32_t n);

/* Another part behind the last one's header, of so many octets of zeros; false as above. */
bool packet_append(struct packet *k, const struct proto *proto, uint32_t n);

/* The part's layer as a row's place counts from it, for row_value() and the table's functions. */
struct layer;
void packet_layer(const struct packet *k, unsigned part, struct layer *l);

/* Writes a number to the row's place in the part: `at` bits from its first octet. */
void packet_put(struct packet *k, unsigned part, const struct field *f, uint32_t at, uint32_t bits,
		uint64_t v);

/*
 * The place of a row that the crafter fills: the table's, or where that has none, as for types
 * that may be lengths, the end of the header of what carries something.  *bits is 0 when the row
 * has none there.
 */
uint32_t row_place(const struct brick *b, const struct field *f, uint32_t *bits);

/* Whether the row is there, as far as the header's own bits tell. */
bool row_is_there(const struct layer *l, const struct field *f);
/* Whether the value is one of those that decide. */
bool when_has(const struct when *when, uint64_t v);

/*
 * Makes the rows that nobody has forced fit: what a header carries next, lengths, and then the
 * checksums from the innermost one outwards.  False: a length doesn't fit its field.
 */
bool packet_mend(struct packet *k, struct fault *fault);
/* Just the checksums. */
void packet_seal(struct packet *k);

#endif
