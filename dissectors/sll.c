/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux cooked captures, version 1: what a capture on "any" has for a link layer. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html */
#include "shared/ether.h"
#include "shared/numbers.h"

enum {
	SLL,
	PKTTYPE,
	HATYPE,
	HALEN,
	SRC_ETH,
	SRC_IPV4,
	SRC_OTHER,
	UNUSED,
	ETYPE,
	LTYPE,
	GRETYPE,
	PADDING,
	PADDING_BAD,
	TRAILER,
};

#define HEADER 6 /* as far as the address */
#define ADDRESS_LEN 8
#define MAC_LEN 6
#define IP_LEN 4
#define GRE_OVER_IP 778

static const struct word pkttypes[] = {{0, "Unicast to us"},
				       {1, "Broadcast"},
				       {2, "Multicast"},
				       {3, "Unicast to another host"},
				       {4, "Sent by us"}};

static const struct word ltypes[] = {
	{0x01, "Raw 802.3"},  {0x03, "Ethernet"}, {0x04, "802.2 LLC"},
	{0x07, "PPP (HDLC)"}, {0x0c, "CAN"},      {0x0d, "CAN FD"},
	{0x17, "IrDA LAP"},   {0xf5, "ISI"},      {0xf6, "IEEE 802.15.4"},
};

static const struct field fields[] = {
	[SLL] = {"sll", "Linux cooked capture v1", PROTO},
	[PKTTYPE] = {"sll.pkttype", "Packet type", U16, DEC, AT(0, 16), WORDS(pkttypes),
		     .help = "Whom the packet is for"},
	[HATYPE] = {"sll.hatype", "Link-layer address type", U16, DEC, AT(16, 16),
		    .words = &arp_hardware, .preset = 1, .help = "Which kind of link"},
	[HALEN] = {"sll.halen", "Link-layer address length", U16, DEC, AT(32, 16),
		   .preset = MAC_LEN, .help = "Octets of the sender's address"},
	[SRC_ETH] = {"sll.src.eth", "Source", ETHER, .help = "Who sent it"},
	[SRC_IPV4] = {"sll.src.ipv4", "Source", IPV4, .help = "Who sent it"},
	[SRC_OTHER] = {"sll.src.other", "Source", BYTES, .help = "Who sent it"},
	[UNUSED] = {"sll.unused", "Unused", BYTES, .help = "What the address leaves over"},
	[ETYPE] = {"sll.etype", "Protocol", U16, HEX, .words = &ethertypes, .fill = FILL_NEXT,
		   .help = "What the frame carries"},
	[LTYPE] = {"sll.ltype", "Protocol", U16, HEX, WORDS(ltypes),
		   .help = "What the frame carries, by Linux's numbers"},
	[GRETYPE] = {"sll.gretype", "Protocol", U16, HEX, .words = &gre_protocols,
		     .help = "What the GRE packet carries"},
	[PADDING] = ETHER_PADDING_ROW,
	[PADDING_BAD] = ETHER_PADDING_NOTE,
	[TRAILER] = {"sll.trailer", "Trailer", BYTES, .help = "What stands behind the payload"},
};

static const struct ether_rows ether = {
	.padding = PADDING,
	.padding_bad = PADDING_BAD,
	.trailer = TRAILER,
};

/* The sender's address is the summary's; there is no receiver's. */
static void note(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);
	uint64_t len = VALUE(l, HALEN);

	if (!cursor_has(&c, ADDRESS_LEN))
		return;
	if (len == MAC_LEN)
		w->r.src = (struct address){ETHER, MAC_LEN, c.left.p};
	else if (len == IP_LEN)
		w->r.src = (struct address){IPV4, IP_LEN, c.left.p};
}

static void put_source(struct walk *w, const struct layer *l, struct cursor *c)
{
	uint32_t len = (uint32_t)VALUE(l, HALEN);

	if (len > ADDRESS_LEN)
		len = ADDRESS_LEN;
	if (len == MAC_LEN)
		put(w, c, SRC_ETH, MAC_LEN);
	else if (len == IP_LEN)
		put(w, c, SRC_IPV4, IP_LEN);
	else if (len)
		put(w, c, SRC_OTHER, len);
	if (len < ADDRESS_LEN)
		put(w, c, UNUSED, ADDRESS_LEN - len);
}

/* Which of three sets of numbers the protocol is from. */
static unsigned numbering(uint64_t hatype, uint64_t protocol)
{
	if (protocol <= ETHER_TYPE_MIN)
		return LTYPE;
	return hatype == GRE_OVER_IP ? GRETYPE : ETYPE;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek;
	uint64_t protocol;
	unsigned row;

	put_source(w, l, c);
	peek = *c;
	protocol = u16(&peek);
	row = numbering(VALUE(l, HATYPE), protocol);
	put(w, c, row, 2);
	if (c->bad)
		return;
	if (row == ETYPE)
		walk_ethertype(w, l, &ether, protocol, *c, FCS_NONE);
	else if (row == LTYPE)
		walk_next(w, also_by(l, 0, protocol), *c);
	else if (also_by(l, 1, protocol))
		walk_next(w, also_by(l, 1, protocol), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *name = word_for(fields[PKTTYPE].words, VALUE(l, PKTTYPE));

	(void)r;
	if (name)
		text_put(t, name);
	else
		text_format(t, "Unknown (%u)", (unsigned)VALUE(l, PKTTYPE));
}

static const struct hang hangs[] = {{"link", 113}, {0}};

const struct proto proto_sll = {
	.brief = "SLL",
	.spec = "LINKTYPE_LINUX_SLL",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"sll.ltype", "gre.proto"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
