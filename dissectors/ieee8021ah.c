/* SPDX-License-Identifier: BSD-2-Clause */
/* Service instance tags of provider backbone bridges, without a backbone's VLAN tag before them. */
/* IEEE Std 802.1Q-2018, 9.7; formerly 802.1ah. */
#include "shared/ether.h"
#include "shared/numbers.h"

enum {
	IEEE8021AH,
	I_TAG,
	PRIORITY,
	DROP,
	NCA,
	RES1,
	RES2,
	I_SID,
	C_DST,
	C_SRC,
	TYPE,
	PADDING,
	PADDING_BAD,
	TRAILER,
};

#define HEADER 18

static void form_tag(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *id = node_below(r, n, I_SID);

	if (id)
		text_format(t, ", I-SID: %u", (unsigned)id->u);
}

#define I_FIELD(row, name, what, first, width, says) \
	[row] = {"ieee8021ah." name,                 \
		 what,                               \
		 U32,                                \
		 DEC,                                \
		 AT(first, width),                   \
		 BOX(32, first),                     \
		 .under = I_TAG,                     \
		 .help = (says),                     \
		 .ref = "9.7"}

static const struct field fields[] = {
	[IEEE8021AH] = {"ieee8021ah", "IEEE 802.1ah", PROTO,
			.line = "IEEE 802.1ah[, I-SID: {ieee8021ah.isid}]"
				"[, C-Src: {ieee8021ah.csrc}][, C-Dst: {ieee8021ah.cdst}]"},
	[I_TAG] = {"ieee8021ah", "I-Tag", PROTO, AT(0, 32), .form = form_tag},
	I_FIELD(PRIORITY, "priority", "Priority", 0, 3, "How urgent the customer's frame is"),
	I_FIELD(DROP, "drop", "DROP", 3, 1, "Whether it may be dropped before others"),
	I_FIELD(NCA, "nca", "NCA", 4, 1, "No customer addresses"),
	I_FIELD(RES1, "res1", "RES1", 5, 1, "Reserved"),
	I_FIELD(RES2, "res2", "RES2", 6, 2, "Reserved"),
	I_FIELD(I_SID, "isid", "I-SID", 8, 24, "Which of the backbone's services"),
	[C_DST] = {"ieee8021ah.cdst", "C-Destination", ETHER, AT(32, 48),
		   .help = "The customer's destination", .ref = "9.7"},
	[C_SRC] = {"ieee8021ah.csrc", "C-Source", ETHER, AT(80, 48),
		   .help = "The customer's source", .ref = "9.7"},
	[TYPE] = {"ieee8021ah.etype", "Type", U16, HEX, AT(128, 16), .words = &ethertypes,
		  .fill = FILL_NEXT, .help = "What the frame carries", .ref = "9.4"},
	[PADDING] = ETHER_PADDING_ROW,
	[PADDING_BAD] = ETHER_PADDING_NOTE,
	[TRAILER] = {"ieee8021ah.trailer", "Trailer", BYTES,
		     .help = "What stands behind the payload"},
};

static const struct ether_rows ether = {
	.padding = PADDING,
	.padding_bad = PADDING_BAD,
	.trailer = TRAILER,
};

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "802.1ah";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_ethertype(w, l, &ether, VALUE(l, TYPE), *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "PRI: %u  Drop: %u  NCA: %u  Res1: %u  Res2: %u  I-SID: %u",
		    (unsigned)VALUE(l, PRIORITY), (unsigned)VALUE(l, DROP), (unsigned)VALUE(l, NCA),
		    (unsigned)VALUE(l, RES1), (unsigned)VALUE(l, RES2), (unsigned)VALUE(l, I_SID));
}

static const struct hang hangs[] = {{"ethertype", 0x88e7}, {0}};

const struct proto proto_ieee8021ah = {
	.brief = "IEEE 802.1AH",
	.spec = "IEEE Std 802.1Q-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .via = "ethertype"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
