/* SPDX-License-Identifier: BSD-2-Clause */
/* What stations exchange about themselves in the basic format. */
/* ISO/IEC 8802-2, 5.4.1.1.2. */
#include "core/walk.h"

enum { BASICXID, FORMAT, TYPES, WINDOW };

#define HEADER 3

static const struct word formats[] = {{0x81, "LLC basic format"}};

static const struct word types[] = {
	{1, "Type 1 LLC (Class I LLC)"},
	{2, "Type 2 LLC"},
	{3, "Type 1 and Type 2 LLCs (Class II LLC)"},
	{4, "Type 3 LLC"},
	{5, "Type 1 and Type 3 LLCs (Class III LLC)"},
	{6, "Type 2 and Type 3 LLCs"},
	{7, "Type 1 and Type 2 and Type 3 LLCs (Class IV LLC)"},
};

static const struct field fields[] = {
	[BASICXID] = {"basicxid", "Logical-Link Control Basic Format XID", PROTO},
	[FORMAT] = {"basicxid.llc.xid.format", "XID Format", U8, HEX, AT(0, 8), WORDS(formats),
		    .preset = 0x81, .help = "How to read the rest", .ref = "5.4.1.1.2"},
	[TYPES] = {"basicxid.llc.xid.types", "LLC Types/Classes", U8, HEX, AT(11, 5),
		   .traits = SPREAD, WORDS(types), .help = "Which kinds of link the station knows",
		   .ref = "5.4.1.1.2"},
	[WINDOW] = {"basicxid.llc.xid.wsize", "Receive Window Size", U8, DEC, AT(16, 7),
		    .traits = SPREAD, .help = "Frames that it takes in without an answer",
		    .ref = "5.4.1.1.2"},
};

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *known = word_for(fields[TYPES].words, VALUE(l, TYPES));

	(void)r;
	text_format(t, "Basic Format; %s; Window Size %u", known ? known : "Unknown",
		    (unsigned)VALUE(l, WINDOW));
}

static const struct hang hangs[] = {{"llc.xid", 0x81}, {0}};

const struct proto proto_basicxid = {
	.brief = "XID",
	.spec = "ISO/IEC 8802-2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.hangs = hangs,
	.info = info,
};
