/* SPDX-License-Identifier: BSD-2-Clause */
/* BSD loopback: an address family, in the byte order of whoever captured it. */
/* https://www.tcpdump.org/linktypes.html, LINKTYPE_NULL and LINKTYPE_LOOP. */
#include "shared/link.h"
#include "shared/numbers.h"
#include <byteswap.h>

enum { NUL, TYPE, FAMILY };

struct state {
	uint64_t type, family;
};

#define HEADER 4
#define LINK_LOOP 108     /* always most significant octet first */
#define FAMILY_MAX 1500   /* larger numbers are EtherTypes */
#define PPP_HEADER 0xff03 /* AIX: PPP without anything before it */

static const struct word families[] = {
	{2, "IP"},    {7, "OSI"},   {16, "Appletalk"}, {23, "Netware IPX/SPX"},
	{24, "IPv6"}, {28, "IPv6"}, {30, "IPv6"},
};

static const struct field fields[] = {
	[NUL] = {"null", "Null/Loopback", PROTO},
	[TYPE] = {"null.type", "Type", U16, HEX, KNOWN(struct state, type), .words = &ethertypes,
		  .help = "What the frame carries"},
	[FAMILY] = {"null.family", "Family", U32, DEC, KNOWN(struct state, family), WORDS(families),
		    .help = "What the frame carries, by a BSD's number"},
};

/*
 * The number of a capture whose byte order nobody told: numbers are small, and
 * some systems fill the first two octets only.
 */
static uint32_t settle(uint32_t v)
{
	if (v >> 16)
		return v < 0x60000 ? v >> 16 : bswap_32(v);
	if (!(v & 0xff) && v < 0x600)
		return v >> 8;
	return v;
}

static void note(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, 0), again = c;
	struct state *s = new_state(w, l, sizeof *s);
	uint32_t v = le32(&c);

	no_addresses(w);
	l->column = "N/A";
	if (w->r.frame->link == LINK_LOOP)
		s->family = u32(&again);
	else if (settle(v) > FAMILY_MAX)
		s->type = settle(v) & 0xffff;
	else
		s->family = settle(v);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	struct cursor all = layer_cursor(l, 0), peek = all;

	if (w->r.frame->link != LINK_LOOP && u16(&peek) == PPP_HEADER)
		walk_next(w, also_by(l, 1, 0), all);
	else if (c->left.wire)
		walk_next(w, s->type == ABSENT ? next_by(l, s->family) : also_by(l, 0, s->type),
			  *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Null/Loopback");
}

static const struct hang hangs[] = {{"link", 0}, {"link", LINK_LOOP}, {0}};

const struct proto proto_null = {
	.brief = "Null",
	.spec = "LINKTYPE_NULL",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "null.type", .also = {"ethertype", "ppp"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
