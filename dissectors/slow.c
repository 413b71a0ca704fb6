/* SPDX-License-Identifier: BSD-2-Clause */
/* Slow protocols of Ethernet: what LACP, markers and OAM have in common. */
/* IEEE Std 802.3-2018, annex 57A. */
#include "core/walk.h"

enum {
	SLOW,
	SUBTYPE,
};

static const struct word subtype_words[] = {
	{1, "LACP"},
	{2, "Marker Protocol"},
	{3, "OAM"},
	{10, "Organization Specific Slow Protocol"},
};

static const struct field fields[] = {
	[SLOW] = {"slow", "Slow Protocols", PROTO},
	[SUBTYPE] = {"slow.subtype", "Slow Protocols subtype", U8, HEX, AT(0, 8),
		     WORDS(subtype_words), .help = "Which protocol", .ref = "57A.4"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_next(w, next_by(l, VALUE(l, SUBTYPE)), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "Subtype = %u", (unsigned)VALUE(l, SUBTYPE));
}

static const struct hang hangs[] = {{"ethertype", 0x8809}, {0}};

const struct proto proto_slow = {
	.brief = "Slow Protocols",
	.spec = "IEEE Std 802.3-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 1,
	.next = {.table = "slow.subtype", .row = SUBTYPE},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
