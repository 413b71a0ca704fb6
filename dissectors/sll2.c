/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux cooked captures, version 2: what a capture on "any" has for a link layer. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html */
#include "shared/ether.h"
#include "shared/numbers.h"

enum {
	SLL,
	ETYPE,
	LTYPE,
	GRETYPE,
	IFINDEX,
	HATYPE,
	PKTTYPE,
	HALEN,
	SRC_ETH,
	SRC_IPV4,
	SRC_OTHER,
	UNUSED,
	PADDING,
	PADDING_BAD,
	TRAILER,
};

struct state {
	uint64_t etype, ltype, gretype;
};

#define HEADER 12 /* as far as the address */
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
	[SLL] = {"sll", "Linux cooked capture v2", PROTO},
	[ETYPE] = {"sll.etype", "Protocol", U16, HEX, .traits = STATE | BORROWED,
		   .from = offsetof(struct state, etype), .words = &ethertypes,
		   .help = "What the frame carries"},
	[LTYPE] = {"sll.ltype", "Protocol", U16, HEX, .traits = STATE | BORROWED,
		   .from = offsetof(struct state, ltype), WORDS(ltypes),
		   .help = "What the frame carries, by Linux's numbers"},
	[GRETYPE] = {"sll.gretype", "Protocol", U16, HEX, .traits = STATE | BORROWED,
		     .from = offsetof(struct state, gretype), .words = &gre_protocols,
		     .help = "What the GRE packet carries"},
	[IFINDEX] = {"sll.ifindex", "Interface index", U32, DEC, .traits = BORROWED, AT(32, 32),
		     .help = "Where the frame came in or went out"},
	[HATYPE] = {"sll.hatype", "Link-layer address type", U16, DEC, .traits = BORROWED,
		    AT(64, 16), .words = &arp_hardware, .preset = 1, .help = "Which kind of link"},
	[PKTTYPE] = {"sll.pkttype", "Packet type", U16, DEC, .traits = BORROWED, AT(80, 8),
		     WORDS(pkttypes), .help = "Whom the packet is for"},
	[HALEN] = {"sll.halen", "Link-layer address length", U16, DEC, .traits = BORROWED,
		   AT(88, 8), .preset = MAC_LEN, .help = "Octets of the sender's address"},
	[SRC_ETH] = {"sll.src.eth", "Source", ETHER, .traits = BORROWED, .help = "Who sent it"},
	[SRC_IPV4] = {"sll.src.ipv4", "Source", IPV4, .traits = BORROWED, .help = "Who sent it"},
	[SRC_OTHER] = {"sll.src.other", "Source", BYTES, .traits = BORROWED, .help = "Who sent it"},
	[UNUSED] = {"sll.unused", "Unused", BYTES, .traits = BORROWED,
		    .help = "What the address leaves over"},
	[PADDING] = ETHER_PADDING_ROW,
	[PADDING_BAD] = ETHER_PADDING_NOTE,
	[TRAILER] = {"sll.trailer", "Trailer", BYTES, .traits = BORROWED,
		     .help = "What stands behind the payload"},
};

static const struct ether_rows ether = {
	.padding = PADDING,
	.padding_bad = PADDING_BAD,
	.trailer = TRAILER,
};

static uint64_t protocol_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	return u16(&c);
}

static void note(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);
	struct state *s = new_state(w, l, sizeof *s);
	uint64_t len = VALUE(l, HALEN), protocol = protocol_of(l);

	if (protocol <= ETHER_TYPE_MIN)
		s->ltype = protocol;
	else if (VALUE(l, HATYPE) == GRE_OVER_IP)
		s->gretype = protocol;
	else
		s->etype = protocol;
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

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t protocol = protocol_of(l);

	put_source(w, l, c);
	if (c->bad)
		return;
	if (protocol <= ETHER_TYPE_MIN)
		walk_next(w, also_by(l, 0, protocol), *c);
	else if (VALUE(l, HATYPE) != GRE_OVER_IP)
		walk_ethertype(w, l, &ether, protocol, *c, FCS_NONE);
	else if (also_by(l, 1, protocol))
		walk_next(w, also_by(l, 1, protocol), *c);
}

/* Of both octets, as Wireshark says it: so the type is known to it where no address is. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t type = VALUE(l, PKTTYPE) << 8 | VALUE(l, HALEN);
	const char *name = word_for(fields[PKTTYPE].words, type);

	(void)r;
	if (name)
		text_put(t, name);
	else
		text_format(t, "Unknown (%u)", (unsigned)type);
}

static const struct hang hangs[] = {{"link", 276}, {0}};

const struct proto proto_sll2 = {
	.brief = "SLL",
	.spec = "LINKTYPE_LINUX_SLL2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"sll.ltype", "gre.proto"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
