/* SPDX-License-Identifier: BSD-2-Clause */
/* Arista's time stamps behind the MAC addresses. */
/* Arista EOS, TAP aggregation: "timestamp header". */
#include "shared/numbers.h"
#include "shared/tail.h"

enum {
	AVSP,
	SUB_TYPE,
	VERSION,
	TS64,
	SEC64,
	NS64,
	TS48,
	SEC48,
	NS48,
	TYPE,
	TAIL_ROWS,
	UNKNOWN,
};

#define HEADER 4
enum { V_64 = 0x0010, V_48 = 0x0020, IN_UTC = 0x0100 };

static const struct word sub_types[] = {
	{1, "timestamp"},
};
static const struct word vers[] = {
	{16, "Version 1"},
	{32, "Version 2"},
	{272, "Version 11"},
	{288, "Version 12"},
};

static const struct field fields[] = {
	[AVSP] = {"avsp", "Arista Vendor Specific Protocol", PROTO},
	[SUB_TYPE] = {"avsp.sub_type", "Sub Type", U16, DEC, AT(0, 16), WORDS(sub_types),
		      .help = "What follows", .ref = "TAP aggregation"},
	[VERSION] = {"avsp.ver", "Version", U16, HEX, AT(16, 16), WORDS(vers),
		     .help = "Form of the time stamp", .ref = "TAP aggregation"},
	[TS64] = {"avsp.64ts", "Timestamp (TAI)", NONE, .help = "When the switch saw it",
		  .ref = "TAP aggregation"},
	[SEC64] = {"avsp.64sec", "Seconds", U32, DEC, AT(0, 32), .under = TS64,
		   .help = "Since 1970", .ref = "TAP aggregation"},
	[NS64] = {"avsp.64ns", "Nanoseconds", U32, DEC, AT(32, 32), .under = TS64,
		  .help = "Of that second", .ref = "TAP aggregation"},
	[TS48] = {"avsp.48ts", "Timestamp (TAI)", NONE, .help = "When the switch saw it",
		  .ref = "TAP aggregation"},
	[SEC48] = {"avsp.48sec", "Seconds", U16, DEC, AT(0, 16), .under = TS48,
		   .help = "Since 1970, lower bits", .ref = "TAP aggregation"},
	[NS48] = {"avsp.48ns", "Nanoseconds", U32, DEC, AT(16, 32), .under = TS48,
		  .help = "Of that second", .ref = "TAP aggregation"},
	[TYPE] = {"avsp.etype", "Type", U16, HEX, .words = &ethertypes,
		  .help = "What the frame carries", .ref = "TAP aggregation"},
	TAIL_FIELDS("avsp.trailer", 0),
	[UNKNOWN] =
		EXPERT("avsp.ts.unknown_version", "Unknown timestamp version", WARNING, G_SEQUENCE),
};

static const struct ether_rows ether = {TAIL_NUMBERS};

static void put_stamp(struct walk *w, struct cursor *c, unsigned row, uint32_t n, bool utc)
{
	uint32_t group = open_group(w, c, row, n);

	if (utc)
		label_whole(w, "Timestamp (UTC)");
	cursor_take(c, n);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned version = (unsigned)VALUE(l, VERSION), form = version & ~(unsigned)IN_UTC;
	uint64_t type;

	if (form == V_64) {
		put_stamp(w, c, TS64, 8, version & IN_UTC);
	} else if (form == V_48) {
		put_stamp(w, c, TS48, 6, version & IN_UTC);
	} else {
		expert_on(w, AVSP, UNKNOWN, "Unknown timestamp version: 0x%x", version);
		return;
	}
	type = put(w, c, TYPE, 2);
	if (!c->bad)
		walk_ethertype(w, l, &ether, type, *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t;
	(void)r;
	(void)l;
}

static const struct hang hangs[] = {{"ethertype", 0xd28b}, {0}};

const struct proto proto_avsp = {
	.brief = "AVSP",
	.spec = "Arista EOS",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
