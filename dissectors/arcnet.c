/* SPDX-License-Identifier: BSD-2-Clause */
/* ARCNET, as BSD and as Linux capture it. */
/* ANSI/ATA 878.1; RFC 1201, RFC 1051 (old style). */
#include "core/walk.h"

enum {
	ARCNET,
	SRC,
	DST,
	OFFSET,
	PROTID,
	SPLIT,
	EXCEPTION,
	PADDING,
	SEQUENCE,
};

#define HEADER 2
#define LINK_LINUX 129
#define IS_EXCEPTION 0xff
enum { DIAGNOSE = 0x80, BACNET = 0xcd, OLD_IP = 0xf0, OLD_ARP = 0xf1 };

static const struct word protids[] = {
	{0, "Datapoint boot"},
	{1, "Datapoint mount"},
	{8, "PowerLAN beacon"},
	{128, "Diagnose"},
	{196, "IPv6"},
	{205, "BACnet"},
	{212, "RFC 1201 IP"},
	{213, "RFC 1201 ARP"},
	{214, "RFC 1201 RARP"},
	{221, "Appletalk"},
	{232, "Encapsulated Ethernet"},
	{236, "Novell of some sort"},
	{240, "RFC 1051 IP"},
	{241, "RFC 1051 ARP"},
	{243, "PowerLAN beacon2"},
	{247, "Banyan VINES"},
	{250, "IPX"},
};

static const struct field fields[] = {
	[ARCNET] = {"arcnet", "ARCNET", PROTO},
	[SRC] = {"arcnet.src", "Source", U8, HEX, AT(0, 8), .help = "Who sends", .ref = "4"},
	[DST] = {"arcnet.dst", "Dest", U8, HEX, AT(8, 8), .help = "Who is meant; 0: all",
		 .ref = "4"},
	[OFFSET] = {"arcnet.offset", "Offset", BYTES,
		    .help = "Where the data begin in the card's buffer",
		    .ref = "Linux, if_arcnet.h"},
	[PROTID] = {"arcnet.protID", "Protocol ID", U8, HEX, WORDS(protids),
		    .help = "What the packet carries", .ref = "RFC 1201, 2.1.2"},
	[SPLIT] = {"arcnet.split_flag", "Split Flag", U8, DEC,
		   .help = "How many fragments, or which one", .ref = "RFC 1201, 2.1.2"},
	[EXCEPTION] = {"arcnet.exception_flag", "Exception Flag", U8, HEX,
		       .help = "Padding against a forbidden length follows",
		       .ref = "RFC 1201, 2.1.2"},
	[PADDING] = {"arcnet.padding", "Padding", U16, HEX, .help = "Nothing",
		     .ref = "RFC 1201, 2.1.2"},
	[SEQUENCE] = {"arcnet.sequence", "Sequence", U16, DEC, .help = "Number of the packet",
		      .ref = "RFC 1201, 2.1.2"},
};

static struct address address_of(struct walk *w, unsigned station)
{
	struct text t = {0};
	struct address a = {STRING, 0, NULL};

	text_format(&t, "0x%02x", station);
	a.len = (uint8_t)t.len;
	a.p = (const uint8_t *)arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return a;
}

/* Whether no sequence number stands behind the protocol's. */
static bool is_plain(unsigned protocol)
{
	return protocol == OLD_IP || protocol == OLD_ARP || protocol == DIAGNOSE ||
	       protocol == BACNET;
}

static void put_sequence(struct walk *w, struct cursor *c, bool by_linux)
{
	struct cursor peek = *c;

	if (!by_linux && u8(&peek) == IS_EXCEPTION) {
		put(w, c, EXCEPTION, 1);
		put(w, c, PADDING, 2);
		put(w, c, PROTID, 1);
	}
	put(w, c, SPLIT, 1);
	put(w, c, SEQUENCE, 2);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool by_linux = w->r.frame->link == LINK_LINUX;
	const struct plan *child;
	unsigned protocol;

	if (w->summary) {
		new_sender(w, address_of(w, (unsigned)VALUE(l, SRC)));
		new_receiver(w, address_of(w, (unsigned)VALUE(l, DST)));
	}
	if (by_linux)
		put(w, c, OFFSET, 2);
	protocol = (unsigned)put(w, c, PROTID, 1);
	if (!is_plain(protocol))
		put_sequence(w, c, by_linux);
	child = next_by(l, protocol);
	if (!child)
		column_number(w, l, protocol);
	walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "ARCNET");
}

static const struct hang hangs[] = {{"link", 7}, {"link", 129}, {0}};

const struct proto proto_arcnet = {
	.brief = "ARCNET",
	.spec = "RFC 1201",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "arcnet.protocol_id"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
