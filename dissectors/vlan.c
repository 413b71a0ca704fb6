/* SPDX-License-Identifier: BSD-2-Clause */
/* VLAN tags. */
/* IEEE Std 802.1Q-2018, 9. */
#include "shared/numbers.h"
#include "shared/tail.h"

enum {
	VLAN,
	PRIORITY,
	DEI,
	ID,
	TYPE,
	LEN,
	LEN_PAST_END,
	TAIL_ROWS,
	TOO_MANY,
};

#define HEADER 2
#define MOST_TAGS 20 /* as many as tshark follows */

static const struct word priorities[] = {
	{0, "Best Effort (default)"},
	{1, "Background"},
	{2, "Excellent Effort"},
	{3, "Critical Applications"},
	{4, "Video, < 100ms latency and jitter"},
	{5, "Voice, < 10ms latency and jitter"},
	{6, "Internetwork Control"},
	{7, "Network Control"},
};

static const struct word eligible[] = {{0, "Ineligible"}, {1, "Eligible"}};

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *id = node_below(r, n, ID), *pri = node_below(r, n, PRIORITY);
	const struct node *dei = node_below(r, n, DEI);

	if (!id || !pri || !dei)
		return;
	text_number(t, ", PRI: ", pri->u);
	text_number(t, ", DEI: ", dei->u);
	text_number(t, ", ID: ", id->u);
}

static const struct field fields[] = {
	[VLAN] = {"vlan", "802.1Q Virtual LAN", PROTO, .form = form_line},
	[PRIORITY] = {"vlan.priority", "Priority", U16, DEC, AT(0, 3), BOX(16, 0),
		      WORDS(priorities), .help = "How urgent the frame is", .ref = "9.6"},
	[DEI] = {"vlan.dei", "DEI", BOOL, AT(3, 1), BOX(16, 3), WORDS(eligible),
		 .help = "Whether it may be dropped before others", .ref = "9.6"},
	[ID] = {"vlan.id", "ID", U16, DEC, AT(4, 12), .preset = 1,
		.help = "Which VLAN it belongs to", .ref = "9.6"},
	[TYPE] = {"vlan.etype", "Type", U16, HEX, .words = &ethertypes, .fill = FILL_NEXT,
		  .help = "What the frame carries", .ref = "9.4"},
	[LEN] = {"vlan.len", "Length", U16, DEC, .help = "Octets that the frame carries",
		 .ref = "9.4"},
	[LEN_PAST_END] =
		EXPERT("vlan.len.past_end", "Length field value goes past the end of the payload",
		       ERROR, G_MALFORMED),
	TAIL_FIELDS("vlan.trailer", 0),
	[TOO_MANY] =
		EXPERT("vlan.too_many_tags", "Too many nested VLAN tags", WARNING, G_UNDECODED),
};

static const struct ether_rows ether = {
	.len = LEN,
	.past_end = LEN_PAST_END,
	TAIL_NUMBERS,
};

/* Tags before this one, in the whole packet. */
static unsigned tags_before(const struct layer *l)
{
	unsigned n = 0;

	for (const struct layer *up = l->parent; up; up = up->parent)
		n += up->proto == l->proto;
	return n;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t type = u16(&peek);

	if (tags_before(l) >= MOST_TAGS) {
		expert_on(w, VLAN, TOO_MANY, NULL);
	} else if (type <= ETHER_LEN_MAX && !peek.bad) {
		walk_802_3(w, l, &ether, c, FCS_NONE);
	} else {
		put(w, c, TYPE, 2);
		if (!c->bad)
			walk_ethertype(w, l, &ether, type, *c, FCS_NONE);
	}
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	uint64_t type = span_bits(l->bytes, 16, 16, false);

	(void)w;
	l->header = 4;
	*child = next_by(l, type);
	return type > ETHER_LEN_MAX && tags_before(l) < MOST_TAGS;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_number(t, "PRI: ", VALUE(l, PRIORITY));
	text_number(t, "  DEI: ", VALUE(l, DEI));
	text_number(t, "  ID: ", VALUE(l, ID));
}

static const struct hang hangs[] = {{"ethertype", 0x8100}, {"ethertype", 0x9100}, {0}};

const struct proto proto_vlan = {
	.brief = "VLAN",
	.spec = "IEEE Std 802.1Q-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	SAMPLE("\0\0\0\0"),
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3"}},
	.hangs = hangs,
	.skim = skim,
	.carrier = true,
	.rest = rest,
	.info = info,
};
