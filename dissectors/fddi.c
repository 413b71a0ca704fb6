/* SPDX-License-Identifier: BSD-2-Clause */
/* Fiber Distributed Data Interface. */
/* ISO 9314-2, 7 (frames); addresses come with each octet's bits in reverse. */
#include "core/walk.h"

enum {
	FDDI,
	FC,
	CLF,
	PRIORITY,
	SMT_SUBTYPE,
	MAC_SUBTYPE,
	DST,
	DST_AGAIN,
	DST_ADDR,
	DST_ADDR_AGAIN,
	SRC,
	SRC_AGAIN,
	SRC_ADDR,
	SRC_ADDR_AGAIN,
};

#define HEADER 1
#define MAC_LEN 6

/* Classes, lengths and formats: the frame control's first four bits. */
enum { SMT = 4, ASYNC_LLC = 5 };

static const struct word classes[] = {
	{0x0, "Void"},
	{0x4, "SMT"},
	{0x5, "Async LLC"},
	{0x6, "Implementor Async"},
	{0x8, "Nonrestricted Token"},
	{0xc, "MAC"},
	{0xd, "Sync LLC"},
	{0xe, "Implementor Sync"},
};

static const struct word smt_subtypes[] = {{1, "Info"}, {15, "Next Station Address"}};
static const struct word mac_subtypes[] = {{2, "Beacon"}, {3, "Claim"}};

/* Frames that a name is enough for. */
static const struct word whole[] = {
	{0x00, "Void frame"},
	{0x41, "SMT info"},
	{0x4f, "SMT Next station address"},
	{0x80, "Nonrestricted token"},
	{0xc0, "Restricted token"},
	{0xc2, "MAC beacon"},
	{0xc3, "MAC claim token"},
	{0xd0, "Sync LLC frame"},
};

/* Others by class, with the rest of the control field behind. */
static const struct word by_class[] = {
	{0x4, "SMT frame, control "},
	{0x5, "Async LLC frame, control "},
	{0x6, "Implementor async frame, control "},
	{0xc, "MAC frame, control "},
	{0xd, "Sync LLC frame, control "},
	{0xe, "Implementor sync frame, control "},
};

static bool has_priority(unsigned fc)
{
	return fc >> 3 == ASYNC_LLC << 1;
}

static void put_kind(struct text *t, unsigned fc)
{
	const struct words wholes = {whole, COUNT(whole)}, classes_of = {by_class, COUNT(by_class)};
	const char *name = word_for(&wholes, fc), *class = word_for(&classes_of, fc >> 4);

	if (name) {
		text_put(t, name);
	} else if (has_priority(fc)) {
		text_put(t, "Async LLC frame, priority ");
		text_u64(t, fc & 7);
	} else if (class) {
		text_put(t, class);
		text_hex(t, fc & 15, 1);
	} else {
		text_put(t, "Unknown frame type");
	}
}

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *fc = node_below(r, n, FC);

	if (!fc)
		return;
	text_put(t, ", ");
	put_kind(t, (unsigned)fc->u);
}

static void form_fc(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x (", (unsigned)n->u);
	put_kind(t, (unsigned)n->u);
	text_char(t, ')');
}

#define ADDRESS(row, name, what, says, more) \
	[row] = {name, what, ETHER, .traits = more, .help = says, .ref = "7.3.2"}

static const struct field fields[] = {
	[FDDI] = {"fddi", "Fiber Distributed Data Interface", PROTO, .form = form_line},
	[FC] = {"fddi.fc", "Frame Control", U8, HEX, AT(0, 8), .form = form_fc, .preset = 0x50,
		.help = "Which kind of frame", .ref = "7.3.1"},
	[CLF] = {"fddi.fc.clf", "Class/Length/Format", U8, HEX, AT(0, 4), .under = FC,
		 WORDS(classes), .help = "Which class, with which addresses", .ref = "7.3.1"},
	[PRIORITY] = {"fddi.fc.prio", "Priority", U8, DEC, AT(5, 3), .under = FC,
		      WHEN_IN(FC, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57),
		      .help = "How urgent it is", .ref = "7.3.1"},
	[SMT_SUBTYPE] = {"fddi.fc.smt_subtype", "SMT Subtype", U8, DEC, AT(4, 4), .under = FC,
			 WHEN_IN(CLF, SMT), WORDS(smt_subtypes), .help = "Which management frame",
			 .ref = "7.3.1"},
	[MAC_SUBTYPE] = {"fddi.fc.mac_subtype", "MAC Subtype", U8, DEC, AT(4, 4), .under = FC,
			 WHEN_IN(FC, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca,
				 0xcb, 0xcc, 0xcd, 0xce, 0xcf),
			 WORDS(mac_subtypes), .help = "Which MAC frame", .ref = "7.3.1"},
	ADDRESS(DST, "fddi.dst", "Destination", "Who is to get it", 0),
	ADDRESS(DST_AGAIN, "fddi.dst", "Destination", "Who is to get it", HIDDEN),
	ADDRESS(DST_ADDR, "fddi.addr", "Source or Destination Address", "Either end", HIDDEN),
	ADDRESS(DST_ADDR_AGAIN, "fddi.addr", "Source or Destination Address", "Either end", HIDDEN),
	ADDRESS(SRC, "fddi.src", "Source", "Who sent it", 0),
	ADDRESS(SRC_AGAIN, "fddi.src", "Source", "Who sent it", HIDDEN),
	ADDRESS(SRC_ADDR, "fddi.addr", "Source or Destination Address", "Either end", HIDDEN),
	ADDRESS(SRC_ADDR_AGAIN, "fddi.addr", "Source or Destination Address", "Either end", HIDDEN),
};

static uint8_t reversed(uint8_t octet)
{
	uint8_t back = 0;

	for (unsigned bit = 0; bit < 8; bit++)
		back |= (uint8_t)((octet >> bit & 1) << (7 - bit));
	return back;
}

/* An address in the order of bits that Ethernet's have; NULL: it isn't there. */
static const uint8_t *put_address(struct walk *w, struct cursor *c, unsigned first)
{
	uint32_t at = c->at;
	uint8_t *p, *next;

	if (!cursor_has(c, MAC_LEN)) {
		cursor_fail(c, MAC_LEN);
		return NULL;
	}
	p = next = take(w, MAC_LEN);
	while (next < p + MAC_LEN)
		*next++ = reversed(u8(c));
	for (unsigned i = 0; i < 4; i++)
		put_bytes(w, first + i, at, MAC_LEN, p, MAC_LEN);
	return p;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const uint8_t *dst = put_address(w, c, DST), *src = put_address(w, c, SRC);

	if (dst && !l->quoted)
		w->r.dst = (struct address){ETHER, MAC_LEN, dst};
	if (src && !l->quoted)
		w->r.src = (struct address){ETHER, MAC_LEN, src};
	if (c->bad)
		return;
	walk_next(w, VALUE(l, CLF) == ASYNC_LLC ? next_by(l, 0) : NULL, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	put_kind(t, (unsigned)VALUE(l, FC));
}

static const struct hang hangs[] = {{"link", 10}, {0}};

const struct proto proto_fddi = {
	.brief = "FDDI",
	.spec = "ISO 9314-2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "eth.802_3"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
