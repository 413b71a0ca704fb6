/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of ICMPv6 share: options of neighbour discovery, prefixes, lifetimes. */
#ifndef SHARED_ICMPV6_H
#define SHARED_ICMPV6_H

#include "core/walk.h"

/* --- rows that more than one file has --- */

#define ROW_RESERVED                                                                             \
	{                                                                                        \
		"icmpv6.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "RFC 4443, 3.1" \
	}
#define ROW_OPT_RESERVED                                                        \
	{                                                                       \
		"icmpv6.opt.reserved", "Reserved", NONE, .help = "Always 0",    \
							 .ref = "RFC 4861, 4.6" \
	}
#define ROW_OPT_PADDING                                                                          \
	{                                                                                        \
		"icmpv6.opt.padding", "Padding", NONE, .help = "Padding", .ref = "RFC 4861, 4.6" \
	}
#define NOTE_UNKNOWN_DATA \
	EXPERT("icmpv6.unknown_data.expert", "Unknown Data (not interpreted)", ERROR, G_MALFORMED)
#define NOTE_BAD_LENGTH \
	EXPERT("icmpv6.invalid_option_length", "Invalid Option Length", ERROR, G_MALFORMED)

extern const struct words router_preferences; /* RFC 4191, 2.1 */
extern const struct words infinite_lifetime;  /* what the largest one means */
extern const struct words duplicate_statuses; /* RFC 6775, 4.1 */

/* A number of which only some values mean something special: "Infinity (4294967295)". */
void form_special(struct text *t, const struct record *r, const struct node *n);

/* --- messages: what heads the one that a part's layer belongs to --- */

static inline unsigned icmpv6_type(const struct layer *part)
{
	struct cursor c = layer_cursor(part->parent, 0);

	return u8(&c);
}

static inline unsigned icmpv6_code(const struct layer *part)
{
	struct cursor c = layer_cursor(part->parent, 1);

	return u8(&c);
}

/* --- options --- */

/* An option of neighbour discovery (RFC 4861, 4.6). */
struct nd_option {
	uint32_t group;  /* its node */
	uint32_t length; /* that of its length; NO_NODE in a file apart */
	uint8_t type;
	uint32_t octets;     /* of the whole option */
	uint32_t end;        /* where it ends, in the source */
	struct cursor whole; /* from its first octet on */
};

/* What reads an option from behind its length. */
struct nd_body {
	void (*read)(struct walk *, struct cursor *, const struct nd_option *);
};

/*
 * The option at the start of the layer, in a file apart (`fixed` is 2): its head is read
 * already, w->last is its node, and what is left of it is the caller's matter.
 */
void put_nd_option(struct walk *w, const struct layer *l, struct cursor *c,
		   const struct nd_body *bodies, unsigned n);

/* Octets up to there, in the source. */
static inline uint32_t octets_left(const struct cursor *c, uint32_t end)
{
	return c->at < end ? end - c->at : 0;
}

/* An address, and its words behind those of `group`. */
void put_address_of(struct walk *w, struct cursor *c, uint32_t group, unsigned row);

/*
 * A prefix of so many octets, the rest zeros, and "2001:db8::/32" behind the words of
 * `group`; without words when `bits` is negative.
 */
void put_prefix(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t octets,
		int bits);

/*
 * The same for one that reaches to the option's end: none, half an address or a whole one.
 * False when it is of another size.
 */
bool put_prefix_left(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t end,
		     int bits);

#endif
