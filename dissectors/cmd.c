/* SPDX-License-Identifier: BSD-2-Clause */
/* Cisco MetaData: the security group of a frame's sender. */
/* draft-smith-kandula-sxp, appendix. */
#include "core/ether.h"
#include "core/numbers.h"

enum {
	CMD,
	VERSION,
	LENGTH,
	OPTIONS,
	SGT,
	TYPE,
	TRAILER,
	PADDING,
	PADDING_BAD,
};

#define HEADER 8

static const struct field fields[] = {
	[CMD] = {"cmd", "Cisco MetaData", PROTO},
	[VERSION] = {"cmd.version", "Version", U8, DEC, AT(0, 8), .help = "Of this header",
		     .ref = "3.1"},
	[LENGTH] = {"cmd.length", "Length", U8, DEC, AT(8, 8), .help = "Of the options",
		    .ref = "3.1"},
	[OPTIONS] = {"cmd.options", "Options", U16, HEX, AT(16, 16), .help = "What the tag is",
		     .ref = "3.1"},
	[SGT] = {"cmd.sgt", "SGT", U16, DEC, AT(32, 16), .help = "Group of the sender",
		 .ref = "3.1"},
	[TYPE] = {"cmd.type", "Type", U16, HEX, AT(48, 16), .words = &ethertypes,
		  .help = "What the frame carries", .ref = "3.1"},
	[TRAILER] = {"cmd.trailer", "Trailer", BYTES, .help = "What stands behind the payload"},
	[PADDING] = ETHER_PADDING_ROW,
	[PADDING_BAD] = ETHER_PADDING_NOTE,
};

static const struct ether_rows ether = {
	.padding = PADDING,
	.padding_bad = PADDING_BAD,
	.trailer = TRAILER,
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t type = VALUE(l, TYPE);

	if (!strcmp(l->parent->proto->fields[0].name, "gre"))
		walk_next(w, also_by(l, 1, type), *c);
	else
		walk_ethertype(w, l, &ether, type, *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "SGT: %u", (unsigned)VALUE(l, SGT));
}

static const struct hang hangs[] = {{"ethertype", 0x8909}, {"gre.proto", 0x8909}, {0}};

const struct proto proto_cmd = {
	.brief = "CMD",
	.spec = "draft-smith-kandula-sxp",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3", "gre.proto"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
