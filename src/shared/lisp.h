/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of LISP share: addresses behind the number of their family. */
#ifndef SHARED_LISP_H
#define SHARED_LISP_H

#include "core/walk.h"

/* IANA's numbers of address families. */
enum afi { AFI_NONE, AFI_IPV4, AFI_IPV6, AFI_LCAF = 16387, AFI_MAC = 16389 };

/* The types of canonical addresses (RFC 8060, 3) that are taken apart. */
enum lcaf { LCAF_LIST = 1, LCAF_IID, LCAF_ASN, LCAF_NAT = 7 };

#define LCAF_HEAD 6
#define LCAF_MAX_LEVEL 8 /* of them inside one another: more is somebody's joke */

extern const struct words lcaf_words;

/* Rows of addresses come together: the family's, and behind it one for each family. */
#define FAMILY_ROWS(prefix, filter, what, parent)                                    \
	[prefix##_AFI] = {filter "afi",                                              \
			  what " AFI",                                               \
			  U16,                                                       \
			  DEC,                                                       \
			  .under = (parent),                                         \
			  .words = &address_families,                                \
			  .help = "Which family",                                    \
			  .ref = "5"},                                               \
	[prefix##_IPV4] = {filter "ipv4",        what,      IPV4, .under = (parent), \
			   .help = "An address", .ref = "5"},                        \
	[prefix##_IPV6] = {filter "ipv6",        what,      IPV6, .under = (parent), \
			   .help = "An address", .ref = "5"}
#define MAC_AND_TEXT_ROWS(prefix, filter, what, parent)                              \
	[prefix##_MAC] = {filter "mac",         what,      ETHER, .under = (parent), \
			  .help = "An address", .ref = "5"},                         \
	[prefix##_TEXT] = {"text", what, HEADING, .under = (parent)}

/*
 * Puts the address behind its family; `rows` is the family's row, behind which the others
 * stand.  The protocol's `next.also` begins with "lisp.afi", where canonical ones hang.
 */
void put_family_address(struct walk *w, struct cursor *c, unsigned rows, unsigned family);

/* Has the canonical address behind its family walked. */
void walk_canonical(struct walk *w, struct cursor *c);

/* Passes the address at the cursor; gives its words, which live as long as the frame. */
const char *pass_address(struct walk *w, struct cursor *c, unsigned family);

/* Whether addresses of that family can be read; behind others nothing makes sense. */
bool is_known_family(unsigned family);
/* Says so of such an address, by the row `note`, unless there was trouble before; false. */
bool bad_family(struct walk *w, const struct cursor *c, unsigned note, const char *of,
		unsigned family);

/* The words of the address at the cursor. */
static inline const char *family_words(struct walk *w, struct cursor c, unsigned family)
{
	return pass_address(w, &c, family);
}

#endif
