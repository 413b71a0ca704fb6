/* SPDX-License-Identifier: BSD-2-Clause */
/* LISP: canonical addresses, which tell more than an address. */
/* RFC 8060. */
#include "shared/lisp.h"
#include "shared/numbers.h"

/* Rows of addresses come together: family, and behind it one for each family. */
enum {
	CANONICAL,
	LCAF,
	LCAF_HEADER,
	LCAF_RESERVED,
	LCAF_FLAGS,
	LCAF_TYPE,
	LCAF_RESERVED2,
	LCAF_LENGTH,
	ITEM,
	ITEM_AFI,
	ITEM_IPV4,
	ITEM_IPV6,
	ITEM_MAC,
	ITEM_TEXT,
	IID,
	IID_AFI,
	IID_IPV4,
	IID_IPV6,
	IID_MAC,
	IID_TEXT,
	ASN,
	ASN_AFI,
	ASN_IPV4,
	ASN_IPV6,
	ASN_MAC,
	ASN_TEXT,
	NAT_MS_PORT,
	NAT_ETR_PORT,
	NAT_RLOC,
	NAT_AFI,
	NAT_IPV4,
	NAT_IPV6,
	NAT_MAC,
};

static const struct field fields[] = {
	[CANONICAL] = {"lisp.canonical", "LISP Canonical Address", PROTO},
	[LCAF] = {"lisp.lcaf", "LCAF", NONE, .help = "A canonical address", .ref = "RFC 8060, 3"},
	[LCAF_HEADER] = {"lisp.lcaf.header", "LCAF Header", BYTES, .under = LCAF,
			 .help = "What kind of address", .ref = "RFC 8060, 3"},
	[LCAF_RESERVED] = {"lisp.lcaf.res1", "Reserved bits", U8, HEX, AT(0, 8),
			   .under = LCAF_HEADER, .help = "Always 0", .ref = "RFC 8060, 3"},
	[LCAF_FLAGS] = {"lisp.lcaf.flags", "Flags", U8, HEX, AT(8, 8), .under = LCAF_HEADER,
			.help = "Always 0", .ref = "RFC 8060, 3"},
	[LCAF_TYPE] = {"lisp.lcaf.type", "Type", U8, DEC, AT(16, 8), .under = LCAF_HEADER,
		       .words = &lcaf_words, .help = "What kind of address", .ref = "RFC 8060, 3"},
	[LCAF_RESERVED2] = {"lisp.lcaf.res2", "Reserved bits", U8, HEX, AT(24, 8),
			    .under = LCAF_HEADER, .help = "By the type", .ref = "RFC 8060, 3"},
	[LCAF_LENGTH] = {"lisp.lcaf.length", "Length", U16, DEC, AT(32, 16), .under = LCAF_HEADER,
			 .help = "Octets that follow", .ref = "RFC 8060, 3"},
	[ITEM] = {"lisp.lcaf.afi_list.item", "List Item", NONE, .help = "One of several addresses",
		  .ref = "RFC 8060, 4.1"},
	[ITEM_AFI] = {"lisp.lcaf.afi_list.afi", "List Item AFI", U16, DEC, .under = ITEM,
		      .words = &address_families, .help = "Which family", .ref = "RFC 8060, 4.1"},
	[ITEM_IPV4] = {"lisp.lcaf.afi_list.ipv4", "List Item Address", IPV4, .under = ITEM,
		       .help = "An address", .ref = "RFC 8060, 4.1"},
	[ITEM_IPV6] = {"lisp.lcaf.afi_list.ipv6", "List Item Address", IPV6, .under = ITEM,
		       .help = "An address", .ref = "RFC 8060, 4.1"},
	MAC_AND_TEXT_ROWS(ITEM, "lisp.lcaf.afi_list.", "List Item Address", ITEM),
	[IID] = {"lisp.lcaf.iid", "Instance ID", U32, DEC, .help = "Which network",
		 .ref = "RFC 8060, 4.2"},
	FAMILY_ROWS(IID, "lisp.lcaf.iid.", "Address", 0),
	MAC_AND_TEXT_ROWS(IID, "lisp.lcaf.iid.", "Address", 0),
	[ASN] = {"lisp.lcaf.asn", "AS Number", U32, DEC, .help = "Which autonomous system",
		 .ref = "RFC 8060, 4.3"},
	FAMILY_ROWS(ASN, "lisp.lcaf.asn.", "Address", 0),
	MAC_AND_TEXT_ROWS(ASN, "lisp.lcaf.asn.", "Address", 0),
	[NAT_MS_PORT] = {"lisp.lcaf.natt.msport", "MS UDP Port Number", U16, DEC,
			 .help = "Of the map server", .ref = "RFC 8060, 4.4"},
	[NAT_ETR_PORT] = {"lisp.lcaf.natt.etrport", "ETR UDP Port Number", U16, DEC,
			  .help = "Of the router, as seen outside", .ref = "RFC 8060, 4.4"},
	[NAT_RLOC] = {"lisp.lcaf.natt.rloc", "RLOC", NONE, .help = "One locator",
		      .ref = "RFC 8060, 4.4"},
	FAMILY_ROWS(NAT, "lisp.lcaf.natt.rloc.", "RLOC", NAT_RLOC),
	[NAT_MAC] = {"text", "RLOC", HEADING, .under = NAT_RLOC},
};

static void put_list(struct walk *w, struct cursor *c)
{
	for (unsigned i = 1; c->left.cap; i++) {
		uint32_t group = open_group(w, c, ITEM, c->left.wire);
		unsigned family = (unsigned)put(w, c, ITEM_AFI, 2);
		const char *kind = family == AFI_IPV4   ? "IPv4"
				   : family == AFI_IPV6 ? "IPv6"
							: "MAC";

		if (family == AFI_IPV4 || family == AFI_IPV6 || family == AFI_MAC)
			label_tail_of(w, group, " %u. %s Address: %s", i, kind,
				      family_words(w, *c, family));
		put_family_address(w, c, ITEM_AFI, family);
		shut_group(w, group, c);
	}
}

/* An instance or an autonomous system, and an address in it. */
static void put_inside(struct walk *w, struct cursor *c, unsigned row, unsigned rows,
		       uint32_t group)
{
	unsigned number = (unsigned)put(w, c, row, 4);
	unsigned family = (unsigned)put(w, c, rows, 2);

	label_tail_of(w, group, ": %u, Address: %s", number, family_words(w, *c, family));
	if (family == AFI_LCAF)
		walk_canonical(w, c);
	else
		put_family_address(w, c, rows, family);
}

/* RFC 8060, 4.4 */
static void put_nat(struct walk *w, struct cursor *c)
{
	static const char *const of[] = {"Global ETR", "MS", "Private ETR"};

	put(w, c, NAT_MS_PORT, 2);
	put(w, c, NAT_ETR_PORT, 2);
	for (unsigned i = 0; c->left.cap; i++) {
		uint32_t group = open_group(w, c, NAT_RLOC, c->left.wire);
		unsigned family = (unsigned)put(w, c, NAT_AFI, 2);
		const char *words = family_words(w, *c, family);

		if (i < COUNT(of))
			label_tail_of(w, group, " of %s: %s", of[i], words);
		else
			label_tail_of(w, group, " of RTR %u: %s", i - 2, words);
		if (family != AFI_LCAF)
			put_family_address(w, c, NAT_AFI, family);
		shut_group(w, group, c);
	}
}

/* How many canonical addresses this one is inside of. */
static unsigned level_of(const struct layer *l)
{
	unsigned level = 0;

	for (; l->parent->plan == l->plan; l = l->parent)
		level++;
	return level;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = (cursor_pull(&peek, 2), u8(&peek));
	uint32_t group = open_group(w, c, LCAF, c->left.wire), len;
	const char *word = word_for(&lcaf_words, type);
	bool deep = level_of(l) >= LCAF_MAX_LEVEL;

	cursor_pull(&peek, 1);
	len = u16(&peek);
	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put(w, c, LCAF_HEADER, LCAF_HEAD);
	len = len < c->left.wire ? len : c->left.wire;
	body = cursor_first(*c, len);
	cursor_take(c, len);
	if (type == LCAF_NAT)
		put_nat(w, &body);
	else if (!deep && type == LCAF_LIST)
		put_list(w, &body);
	else if (!deep && type == LCAF_IID)
		put_inside(w, &body, IID, IID_AFI, group);
	else if (!deep && type == LCAF_ASN)
		put_inside(w, &body, ASN, ASN_AFI, group);
	shut_group(w, group, c);
}

static const struct hang hangs[] = {{"lisp.afi", AFI_LCAF}, {0}};

const struct proto proto_lisp_lcaf = {
	.brief = "LISP Control",
	.no_column = true,
	.bare = true,
	.prefix = "lisp",
	.spec = "RFC 8060",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"lisp.afi"}},
	.hangs = hangs,
	.rest = rest,
};
