/* SPDX-License-Identifier: BSD-2-Clause */
/* Service instance tags of provider backbone bridges, without a backbone's VLAN tag before them. */
/* IEEE Std 802.1Q-2018, 9.7; formerly 802.1ah. */
#include "shared/itag.h"
#include "shared/tail.h"

enum {
	IEEE8021AH,
	ITAG_ROWS,
	TAIL_ROWS,
};

#define HEADER 18

static const struct field fields[] = {
	[IEEE8021AH] = {"ieee8021ah", "IEEE 802.1ah", PROTO,
			.line = "IEEE 802.1ah[, I-SID: {ieee8021ah.isid}]"
				"[, C-Src: {ieee8021ah.csrc}][, C-Dst: {ieee8021ah.cdst}]"},
	ITAG_FIELDS("ieee8021ah", 0, 0, NULL),
	TAIL_FIELDS("ieee8021ah.trailer", 0),
};

static const struct ether_rows ether = {TAIL_NUMBERS};

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "802.1ah";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_ethertype(w, l, &ether, VALUE(l, C_TYPE), *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "PRI: %u  Drop: %u  NCA: %u  Res1: %u  Res2: %u  I-SID: %u",
		    (unsigned)VALUE(l, I_PRIORITY), (unsigned)VALUE(l, I_DROP),
		    (unsigned)VALUE(l, I_NCA), (unsigned)VALUE(l, I_RES1),
		    (unsigned)VALUE(l, I_RES2), (unsigned)VALUE(l, I_SID));
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
