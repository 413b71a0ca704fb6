/* SPDX-License-Identifier: BSD-2-Clause */
/* RADIUS: attributes by a table, of standards and of vendors alike. */
/* RFC 2865, 5. */
#ifndef SHARED_RADIUS_H
#define SHARED_RADIUS_H

#include "core/walk.h"

/* What is special about an attribute. */
enum {
	RADIUS_TAG = 1,    /* an octet before the value says what it belongs to: RFC 2868, 3 */
	RADIUS_SECRET = 2, /* only the other end can read it */
	RADIUS_PREFIX = 4, /* an IPv6 prefix */
	RADIUS_CHAP = 8,   /* an octet and 16: their rows follow */
};

/* One attribute: its rows are the value's, the tag's behind it, and that of encrypted octets. */
struct radius_attribute {
	uint16_t code;
	uint16_t row;
	uint8_t how;
	const char *name;
};

/* State of RADIUS' layer, for the parts that read values. */
struct radius_state {
	uint64_t group;  /* the node over the attribute at hand */
	uint64_t title;  /* what its line begins with: "AVP", "VSA" */
	uint64_t says;   /* more words for the summary line */
	uint64_t vendor; /* whose attribute it is; 0: a standard's */
};

/*
 * Reads an attribute behind its code and length octets, from which the cursor begins; for
 * one that isn't in the list `unknown` is the row.
 */
void radius_attribute(struct walk *w, struct layer *l, struct cursor *c,
		      const struct radius_attribute *list, unsigned n, unsigned unknown);

#endif
