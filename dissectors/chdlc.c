/* SPDX-License-Identifier: BSD-2-Clause */
/* Cisco's HDLC for point-to-point lines. */
/* RFC 1547, 4.3.1 describes it. */
#include "core/walk.h"

enum { CHDLC, ADDRESS, CONTROL, PROTOCOL, PADDING };

#define HEADER 4
#define OSI 0xfefe

/* The first octets of OSI's packets: another one is padding before them. */
enum { CLNP = 0x81, ISIS = 0x83 };

static const struct word addresses[] = {{0x0f, "Unicast"}, {0x8f, "Multicast"}};

static const struct word protocols[] = {
	{0x0800, "IP"},
	{0x2000, "Cisco Discovery Protocol"},
	{0x4242, "Spanning Tree BPDU"},
	{0x6558, "Transparent Ethernet bridging"},
	{0x8035, "SLARP"},
	{0x8038, "DEC LanBridge"},
	{0x809b, "Appletalk"},
	{0x80f3, "AARP"},
	{0x8137, "Netware IPX/SPX"},
	{0x86dd, "IPv6"},
	{0x8847, "MPLS unicast"},
	{0x8848, "MPLS multicast"},
	{0xfefe, "OSI"},
};

static const struct field fields[] = {
	[CHDLC] = {"chdlc", "Cisco HDLC", PROTO},
	[ADDRESS] = {"chdlc.address", "Address", U8, HEX, AT(0, 8), WORDS(addresses),
		     .preset = 0x0f, .help = "For one, or for many", .ref = "4.3.1"},
	[CONTROL] = {"chdlc.control", "Control", U8, HEX, AT(8, 8), .help = "Always 0",
		     .ref = "4.3.1"},
	[PROTOCOL] = {"chdlc.protocol", "Protocol", U16, HEX, AT(16, 16), WORDS(protocols),
		      .fill = FILL_NEXT, .help = "What the frame carries", .ref = "4.3.1"},
	[PADDING] = {"chdlc.clns_padding", "CLNS Padding", U8, HEX,
		     .help = "An octet before packets of OSI"},
};

static void note(struct walk *w, struct layer *l)
{
	static const uint8_t nobody[] = {'N', '/', 'A'};

	if (!l->parent->parent || !l->parent->parent->parent)
		w->r.src = w->r.dst = (struct address){STRING, sizeof nobody, nobody};
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *child = next_by(l, VALUE(l, PROTOCOL));
	struct cursor peek = *c;
	uint8_t first = u8(&peek);

	if (peek.bad) {
		cursor_fail(c, 1);
		return;
	}
	if (!child)
		column_number(w, l, VALUE(l, PROTOCOL));
	if (VALUE(l, PROTOCOL) == OSI && (first < CLNP || first > ISIS))
		put(w, c, PADDING, 1);
	if (c->left.wire)
		walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t;
	(void)r;
	(void)l;
}

static const struct hang hangs[] = {{"link", 104}, {"chdlc", 0}, {0}};

const struct proto proto_chdlc = {
	.brief = "CHDLC",
	.spec = "RFC 1547",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "chdlc.protocol"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
