/* SPDX-License-Identifier: BSD-2-Clause */
/* External data representation: words of four octets, counted octets and text. */
/* RFC 4506. */
#ifndef SHARED_XDR_H
#define SHARED_XDR_H

#include "core/walk.h"

/* One thing behind another; a list of them ends with a part without row and reader. */
struct xdr_part {
	uint16_t row;      /* what it shows */
	uint8_t octets;    /* width of a number */
	const char *words; /* over a group */
	/* Reads what isn't a number; NULL: it is one. */
	void (*read)(struct walk *, struct cursor *, const struct xdr_part *);
};

void xdr_parts(struct walk *w, struct cursor *c, const struct xdr_part *parts);

/* The rows of octets or text that a length precedes. */
struct xdr_counted {
	uint16_t over;    /* HEADING over them */
	uint16_t length;  /* how many octets */
	uint16_t content; /* the octets */
	uint16_t fill;    /* up to the next word */
};

/* Puts them; gives the octets. */
struct span xdr_text(struct walk *w, struct cursor *c, const struct xdr_counted *rows,
		     const char *label);
/* The same of octets that nobody wants to read in a line: "Data: <DATA>". */
struct span xdr_data(struct walk *w, struct cursor *c, const struct xdr_counted *rows,
		     const char *label);

/* Octets with those that fill the last word. */
static inline uint32_t xdr_rounded(uint32_t n)
{
	return n > UINT32_MAX - 3 ? UINT32_MAX : (n + 3) & ~UINT32_C(3);
}

#endif
