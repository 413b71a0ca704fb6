/* SPDX-License-Identifier: BSD-2-Clause */
/* EAP: expanded types. */
/* RFC 3748, 5.7. */
#include "core/walk.h"
#include "shared/eap.h"

enum {
	EAP_EXPANDED,
	EXPANDED,
	VENDOR,
	VENDOR_TYPE,
};

static const struct word vendor_words[] = {{EAP_WFA, "WFA"}};

static const struct word vendor_type_words[] = {{1, "SimpleConfig"}};

static const struct field fields[] = {
	[EAP_EXPANDED] = {"eap.expanded", "Expanded Type", PROTO},
	[EXPANDED] = {"text", "Expanded Type", HEADING},
	[VENDOR] = {"eap.ext.vendor_id", "EAP-EXT Vendor Id", U16, HEX, WORDS(vendor_words),
		    .help = "Whose type it is", .ref = "RFC 3748, 5.7"},
	[VENDOR_TYPE] = {"eap.ext.vendor_type", "EAP-EXT Vendor Type", U8, HEX,
			 WORDS(vendor_type_words), .help = "Which of its types",
			 .ref = "RFC 3748, 5.7"},
};

/* Octets of the number that the row shows the last ones of. */
static unsigned put_number(struct walk *w, struct cursor *c, unsigned row, unsigned octets)
{
	uint32_t at = c->at;
	uint64_t number = cursor_be(c, octets);

	if (!c->bad)
		put_value(w, row, at, octets, row == VENDOR ? number & 0xffff : number & 0xff);
	return (unsigned)number;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, EXPANDED, c->left.wire);
	unsigned vendor;

	(void)l;
	vendor = put_number(w, c, VENDOR, 3);
	put_number(w, c, VENDOR_TYPE, 4);
	if (vendor == EAP_WFA && !c->bad) {
		w->last = group;
		*c = walk_part(w, also_by(w->now, 0, 1), *c);
	} else if (c->left.wire && !c->bad) {
		walk_inside(w, NULL, *c);
		cursor_take(c, c->left.wire);
	}
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"eap.part", 0}, {0}};

const struct proto proto_eap_expanded = {
	.brief = "EAP",
	.no_column = true,
	.bare = true,
	.prefix = "eap",
	.spec = "RFC 3748, 5.7",
	.next = {.also = {"eap.part"}},
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
