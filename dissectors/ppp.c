/* SPDX-License-Identifier: BSD-2-Clause */
/* Point-to-Point Protocol, with or without the address and control of HDLC before it. */
/* RFC 1661; RFC 1662, 3.1 (address and control). */
#include "shared/ppp.h"
#include "shared/link.h"

enum { PPP, ADDRESS, CONTROL, PROTOCOL };

#define ALL_STATIONS 0xff
#define COMPRESSED 1       /* this bit of its first octet ends the protocol, RFC 1661, 2 */
#define CISCO_UNICAST 0x0f /* Cisco HDLC begins with one of these instead */
#define CISCO_MULTICAST 0x8f

static const struct field fields[] = {
	[PPP] = {"ppp", "Point-to-Point Protocol", PROTO},
	[ADDRESS] = {"ppp.address", "Address", U8, HEX, .preset = ALL_STATIONS,
		     .help = "All stations: there is but one", .ref = "RFC 1662, 3.1"},
	[CONTROL] = {"ppp.control", "Control", U8, HEX, .preset = 3,
		     .help = "Unnumbered information", .ref = "RFC 1662, 3.1"},
	[PROTOCOL] = {"ppp.protocol", "Protocol", U16, HEX, .words = &ppp_protocols,
		      .fill = FILL_NEXT, .help = "What the frame carries", .ref = "2"},
};

static uint8_t first_octet(struct cursor c)
{
	return u8(&c);
}

static bool is_cisco(uint8_t first)
{
	return first == CISCO_UNICAST || first == CISCO_MULTICAST;
}

/* Inside PPPoE and Frame Relay there is never an address: RFC 2516, 6; RFC 1973, 4. */
static bool is_framed(const struct layer *l)
{
	const char *outer = l->parent->proto->fields[0].name;

	return strcmp(outer, "pppoes") != 0 && strcmp(outer, "fr") != 0;
}

/* A frame that comes right from the line has no other addresses. */
static void note(struct walk *w, struct layer *l)
{
	if (!l->parent->parent)
		no_addresses(w);
}

static void walk_cisco(struct walk *w, struct layer *l, struct cursor c)
{
	if (l->node < w->r.n_nodes)
		w->r.nodes[l->node].hidden = true;
	walk_next(w, also_by(l, 0, 0), c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool framed = is_framed(l);
	const struct plan *child;
	uint64_t protocol;

	if (framed && is_cisco(first_octet(*c))) {
		walk_cisco(w, l, *c);
		return;
	}
	if (framed && first_octet(*c) == ALL_STATIONS) {
		put(w, c, ADDRESS, 1);
		put(w, c, CONTROL, 1);
	}
	protocol = put(w, c, PROTOCOL, first_octet(*c) & COMPRESSED ? 1 : 2);
	if (c->bad)
		return;
	child = next_by(l, protocol);
	if (!child)
		column_number(w, l, protocol);
	if (c->left.wire)
		walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	const char *name;
	unsigned protocol;

	(void)r;
	if (!l->column)
		return;
	if (is_framed(l) && first_octet(c) == ALL_STATIONS)
		cursor_take(&c, 2);
	protocol = first_octet(c) & COMPRESSED ? u8(&c) : u16(&c);
	name = word_for(fields[PROTOCOL].words, protocol);
	text_format(t, "PPP %s (0x%04x)", name ? name : "Unknown", protocol);
}

static const struct hang hangs[] = {
	{"link", 9},           {"link", 50},       {"ppp", 0},           {"sll.ltype", 7},
	{"gre.proto", 0x880b}, {"fr.nlpid", 0xcf}, {"osinl.excl", 0xcf}, {0}};

const struct proto proto_ppp = {
	.brief = "PPP",
	.spec = "RFC 1661",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "ppp.protocol", .also = {"chdlc"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
