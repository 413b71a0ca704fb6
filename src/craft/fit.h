/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether a packet is as a specification says: layers and fields that it names, no others. */
#ifndef CRAFT_FIT_H
#define CRAFT_FIT_H

#include "core/text.h"
#include "craft/craft.h"

enum fit {
	FIT_OTHER,   /* some layer that is named isn't there, or it is between others */
	FIT_DIFFERS, /* all layers are, but some field has another value */
	FIT_SAME,
};

enum fit craft_fits(const struct craft *c, const struct record *r);

/*
 * The fields that the specification names, from 0 on: the name, what is expected and what the
 * packet has in words ("-" where it hasn't), and whether these are the same.  A field whose value
 * is `rand` may be anything.  False: there are no more.
 */
struct comparison {
	const char *name;
	struct text expected, came; /* the caller's, emptied first */
	bool same;
	uint32_t at; /* where it stands in the specification */
};
bool craft_compare(const struct craft *c, const struct record *r, unsigned i,
		   struct comparison *out);

/*
 * The number that the packet has for the field that stands at octet `at` of the specification;
 * false: none.
 */
bool craft_number_at(const struct craft *c, const struct record *r, uint32_t at, uint64_t *v);

#endif
