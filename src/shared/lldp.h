/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of LLDP share: elements that an organization defines. */
#ifndef SHARED_LLDP_H
#define SHARED_LLDP_H

#include "shared/layout.h"

/* The elements of one organization. */
struct lldp_org {
	uint16_t oui, subtype;     /* rows */
	uint16_t content;          /* row for what nobody knows; 0: it isn't shown */
	bool brackets;             /* an unknown subtype is named in (brackets) */
	uint16_t too_long;         /* note for what stands behind a known element; 0: none */
	uint16_t long_head;        /* HEADING over it */
	const struct layout *list; /* by subtype */
	unsigned n;
};

/* Puts the element from its OUI on; the heading is the parent of the node put last. */
void put_lldp_org(struct walk *w, struct cursor *c, const struct lldp_org *o);

#define LLDP_OUI_ROW                                                                \
	{                                                                           \
		"lldp.orgtlv.oui", "Organization Unique Code", U24, OUI,            \
			.help = "Whose element it is", .ref = "IEEE 802.1AB, 8.6.1" \
	}

#endif
