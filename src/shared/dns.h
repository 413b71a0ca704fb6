/* SPDX-License-Identifier: BSD-2-Clause */
/* What DNS messages and their records share: names, words of numbers, the message at hand. */
/* RFC 1035, 4.1. */
#ifndef SHARED_DNS_H
#define SHARED_DNS_H

#include "core/walk.h"

/* Types and classes of records; algorithms and errors that several types name. */
extern const struct words dns_types, dns_classes, dns_algorithms, dns_digests, dns_errors;

/* The short name of a type: "A"; numbers that nobody knows in words. */
const char *dns_type_name(struct walk *w, unsigned type);
/* The same of a class. */
const char *dns_class_name(unsigned class);

/* What is known of the names that go on at an octet. */
struct dns_place {
	uint16_t end;  /* where the labels end that follow one another; 0: not known */
	bool too_long; /* such names can't be shown */
};

/*
 * What names may point into: pointers count from `start`.  `places`, one an octet, keep names
 * that are too long, or lead round and round, from costing more than others; they are NULL
 * until there is such a name.
 */
struct dns_scope {
	struct cursor start;
	struct dns_place *places;
};

/* The message at hand, as its parts find it; its records add to the words. */
struct dns {
	struct dns_scope scope; /* the message from its first octet */
	bool mdns;              /* it is multicast DNS's */
	struct text says;       /* the summary line, where one is printed */
	struct text label;      /* the line of the record at hand, where the tree is shown */
	unsigned type;          /* of that record */
	const char *name;       /* whose it is */
	uint32_t name_at;       /* where that stands */
};

/* What such a message keeps in its layer's state. */
struct dns_state {
	uint64_t dns; /* the address of its struct dns */
};

/* The message that the layer is part of. */
struct dns *dns_of(const struct layer *l);

/*
 * The name at the cursor, which is left behind it, as text that lives as long as the
 * frame.  *len becomes its octets where it stands.
 */
const char *dns_name(struct walk *w, struct dns_scope *scope, struct cursor *c, uint32_t *len);

/* Puts the name at the cursor as the row's value; gives it. */
const char *put_dns_name(struct walk *w, struct dns_scope *scope, struct cursor *c, unsigned row);

/* RFC 4648, 7: octets in 32 digits, in lower case and without padding. */
const char *dns_base32(struct walk *w, struct span s);

/* Octets as text, with escapes for what can't be printed. */
const char *escaped(struct walk *w, struct span s);

#endif
