/* SPDX-License-Identifier: BSD-2-Clause */
/* Cisco MetaData: the security group of a frame's sender. */
/* draft-smith-kandula-sxp, appendix. */
#include "shared/numbers.h"
#include "shared/tail.h"

enum {
	CMD,
	VERSION,
	LENGTH,
	OPTIONS,
	SGT,
	TYPE,
	TAIL_ROWS,
};

#define HEADER 8

static const struct field fields[] = {
	[CMD] = {"cmd", "Cisco MetaData", PROTO},
	[VERSION] = {"cmd.version", "Version", U8, DEC, .help = "Of this header", .ref = "3.1"},
	[LENGTH] = {"cmd.length", "Length", U8, DEC, .help = "Of the options", .ref = "3.1"},
	[OPTIONS] = {"cmd.options", "Options", U16, HEX, .help = "What the tag is", .ref = "3.1"},
	[SGT] = {"cmd.sgt", "SGT", U16, DEC, .help = "Group of the sender", .ref = "3.1"},
	[TYPE] = {"cmd.type", "Type", U16, HEX, .words = &ethertypes,
		  .help = "What the frame carries", .ref = "3.1"},
	TAIL_FIELDS("cmd.trailer", 0),
};

static const struct ether_rows ether = {TAIL_NUMBERS};

/* There the type comes first. */
static bool is_in_gre(const struct layer *l)
{
	return !strcmp(l->parent->proto->fields[0].name, "gre");
}

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part parts[] = {{VERSION, 1}, {LENGTH, 1}, {OPTIONS, 2}, {SGT, 2}, {0}};
	bool in_gre = is_in_gre(l);
	uint64_t type = in_gre ? put(w, c, TYPE, 2) : 0;

	put_rows(w, c, parts);
	if (!in_gre)
		type = put(w, c, TYPE, 2);
	if (c->bad)
		return;
	if (in_gre)
		walk_next(w, also_by(l, 1, type), *c);
	else
		walk_ethertype(w, l, &ether, type, *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, is_in_gre(l) ? 6 : 4);

	(void)r;
	text_format(t, "SGT: %u", u16(&c));
}

static const struct hang hangs[] = {{"ethertype", 0x8909}, {"gre.proto", 0x8909}, {0}};

const struct proto proto_cmd = {
	.brief = "CMD",
	.spec = "draft-smith-kandula-sxp",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3", "gre.proto"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
