/* SPDX-License-Identifier: BSD-2-Clause */
/* Elements in BER that no table tells of: by their own tags. */
/* ITU-T X.690, 8. */
#include "shared/asn1.h"

enum {
	ROOT,
	BOOLEAN,
	INTEGER,
	BITS,
	OCTETS,
	NULL_TAG,
	OBJECT,
	ENUMERATED,
	UTF8,
	NUMERIC,
	PRINTABLE,
	TELETEX,
	IA5,
	UTC_TIME,
	GENERAL_TIME,
	GRAPHIC,
	VISIBLE,
	GENERAL,
	UNIVERSAL,
	BMP,
	PRIMITIVE,
	GROUP,
};

enum { CONSTRUCTED = 0x20, NUMBER = 0x1f, CLASS_SHIFT = 6, MOST_INSIDE = 16 };

#define UNKNOWN_ROW(row, label, kind, base, words)                                               \
	[row] = {"ber.unknown." label,   label, kind, base, .traits = BORROWED, .help = (words), \
		 .ref = "ITU-T X.690, 8"}
static const struct field fields[] = {
	[ROOT] = {"ber.unknown", "Elements that no table tells of", PROTO,
		  .help = "Elements in BER, shown by their own tags"},
	UNKNOWN_ROW(BOOLEAN, "BOOLEAN", U8, HEX, "Yes or no"),
	UNKNOWN_ROW(INTEGER, "INTEGER", I64, DEC, "A number"),
	UNKNOWN_ROW(BITS, "BITSTRING", BYTES, 0, "Bits"),
	UNKNOWN_ROW(OCTETS, "OCTETSTRING", BYTES, 0, "Octets"),
	[NULL_TAG] = {"ber.null_tag", "NULL tag", NONE, .traits = BORROWED, .help = "Nothing",
		      .ref = "ITU-T X.690, 8.8"},
	UNKNOWN_ROW(OBJECT, "OID", OID, 0, "A name"),
	UNKNOWN_ROW(ENUMERATED, "ENUMERATED", U32, DEC, "One of several"),
	UNKNOWN_ROW(UTF8, "UTF8String", STRING, 0, "Text"),
	UNKNOWN_ROW(NUMERIC, "NumericString", STRING, 0, "Digits"),
	UNKNOWN_ROW(PRINTABLE, "PrintableString", STRING, 0, "Letters and digits"),
	UNKNOWN_ROW(TELETEX, "TeletexString", STRING, 0, "Text"),
	UNKNOWN_ROW(IA5, "IA5String", STRING, 0, "Text in ASCII"),
	UNKNOWN_ROW(UTC_TIME, "UTCTime", STRING, 0, "A time"),
	UNKNOWN_ROW(GENERAL_TIME, "GeneralizedTime", STRING, 0, "A time"),
	UNKNOWN_ROW(GRAPHIC, "GRAPHICSTRING", STRING, 0, "Text"),
	UNKNOWN_ROW(VISIBLE, "VisibleString", STRING, 0, "Text in ASCII without controls"),
	UNKNOWN_ROW(GENERAL, "GeneralString", STRING, 0, "Text"),
	UNKNOWN_ROW(UNIVERSAL, "UniversalString", STRING, 0, "Text"),
	UNKNOWN_ROW(BMP, "BMPString", STRING, 0, "Text"),
	[PRIMITIVE] = {"ber.unknown.primitive", "Primitive [BER encoded]", NONE, .traits = BORROWED,
		       .help = "An element of a class of somebody's own",
		       .ref = "ITU-T X.690, 8.1.2"},
	[GROUP] = {"text", "Elements", HEADING},
};

/* By number of the universal class (ITU-T X.680, 8.4). */
static const uint8_t rows[] = {
	[1] = BOOLEAN,  [2] = INTEGER,     [3] = BITS,       [4] = OCTETS,        [5] = NULL_TAG,
	[6] = OBJECT,   [10] = ENUMERATED, [12] = UTF8,      [18] = NUMERIC,      [19] = PRINTABLE,
	[20] = TELETEX, [22] = IA5,        [23] = UTC_TIME,  [24] = GENERAL_TIME, [25] = GRAPHIC,
	[26] = VISIBLE, [27] = GENERAL,    [28] = UNIVERSAL, [30] = BMP,
};
static const char *const universal[] = {
	[1] = "BOOLEAN", [2] = "INTEGER",           [3] = "BIT STRING", [4] = "OCTET STRING",
	[5] = "NULL",    [6] = "OBJECT IDENTIFIER", [16] = "SEQUENCE",  [17] = "SET",
};

static void put_primitive(struct walk *w, const struct asn1_head *h)
{
	unsigned number = h->tag & NUMBER;
	unsigned row = h->tag >> CLASS_SHIFT || number >= COUNT(rows) ? 0 : rows[number];
	struct cursor c = h->content;

	if (row == INTEGER || row == ENUMERATED) {
		put_value(w, row, c.at, c.left.wire, asn1_integer(c.left));
		return;
	}
	if (row == BITS)
		u8(&c);
	put(w, &c, row ? row : PRIMITIVE, c.left.wire);
	if (row == OBJECT)
		asn1_label_oid(w, h->content.left);
	if (!row)
		label_whole(w, "[%s %u] ", asn1_classes[h->tag >> CLASS_SHIFT], number);
}

static void label_group(struct walk *w, unsigned tag)
{
	unsigned number = tag & NUMBER;

	if (tag >> CLASS_SHIFT || number >= COUNT(universal) || !universal[number])
		label_whole(w, "[%s %u]", asn1_classes[tag >> CLASS_SHIFT], number);
	else
		label_whole(w, "%s", universal[number]);
}

/* Elements one behind the other; those inside of one are walked in a group, to a limit. */
static void put_elements(struct walk *w, struct cursor *c, unsigned inside)
{
	struct asn1_head h;
	uint32_t group;

	while (c->left.wire && asn1_head(c, &h)) {
		cursor_take(c, h.octets);
		if (!(h.tag & CONSTRUCTED)) {
			put_primitive(w, &h);
			continue;
		}
		group = open_group(w, &h.content, GROUP, h.content.left.wire);
		label_group(w, h.tag & ~(unsigned)CONSTRUCTED);
		if (inside < MOST_INSIDE)
			put_elements(w, &h.content, inside + 1);
		shut_group(w, group, NULL);
		if (h.content.bad && !c->bad)
			cursor_fail(c, UINT32_MAX);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_elements(w, c, 0);
}

static const struct hang hangs[] = {{"ber.unknown", 0}, {0}};

const struct proto proto_ber_unknown = {
	.brief = "BER",
	.spec = "ITU-T X.690",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.no_column = true,
	.prefix = "ber",
	.hangs = hangs,
	.rest = rest,
};
