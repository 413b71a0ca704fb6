/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux cooked captures, both versions: what a capture on "any" has for a link layer. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html and LINKTYPE_LINUX_SLL2.html */
#include "shared/numbers.h"
#include "shared/tail.h"

/* Rows of both versions, and then those of each. */
enum {
	SLL,
	ETYPE,
	LTYPE,
	GRETYPE,
	SRC_ETH,
	SRC_IPV4,
	SRC_OTHER,
	UNUSED,
	TAIL_ROWS,
	OWN,
};
enum { V1_PKTTYPE = OWN, V1_HATYPE, V1_HALEN };
enum { V2_IFINDEX = OWN, V2_HATYPE, V2_PKTTYPE, V2_HALEN };

/* Version 2 has the protocol before all else: one of its three rows is there. */
struct state {
	uint64_t etype, ltype, gretype;
};

/* Octets as far as the address. */
#define V1_HEADER 6
#define V2_HEADER 12
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

/* The rows of both versions; those of the protocol have further traits. */
#define FIELDS(more, of_protocol)                                                                  \
	[ETYPE] = {"sll.etype",                                                                    \
		   "Protocol",                                                                     \
		   U16,                                                                            \
		   HEX,                                                                            \
		   .traits = (more) | (of_protocol),                                               \
		   .from = offsetof(struct state, etype),                                          \
		   .words = &ethertypes,                                                           \
		   .fill = FILL_NEXT,                                                              \
		   .help = "What the frame carries"},                                              \
	[LTYPE] = {"sll.ltype",                                                                    \
		   "Protocol",                                                                     \
		   U16,                                                                            \
		   HEX,                                                                            \
		   .traits = (more) | (of_protocol),                                               \
		   .from = offsetof(struct state, ltype),                                          \
		   WORDS(ltypes),                                                                  \
		   .help = "What the frame carries, by Linux's numbers"},                          \
	[GRETYPE] = {"sll.gretype",                                                                \
		     "Protocol",                                                                   \
		     U16,                                                                          \
		     HEX,                                                                          \
		     .traits = (more) | (of_protocol),                                             \
		     .from = offsetof(struct state, gretype),                                      \
		     .words = &gre_protocols,                                                      \
		     .help = "What the GRE packet carries"},                                       \
	[SRC_ETH] = {"sll.src.eth", "Source", ETHER, .traits = (more), .help = "Who sent it"},     \
	[SRC_IPV4] = {"sll.src.ipv4", "Source", IPV4, .traits = (more), .help = "Who sent it"},    \
	[SRC_OTHER] = {"sll.src.other", "Source", BYTES, .traits = (more), .help = "Who sent it"}, \
	[UNUSED] = {"sll.unused", "Unused", BYTES, .traits = (more),                               \
		    .help = "What the address leaves over"},                                       \
	TAIL_FIELDS("sll.trailer", more)

/* What stands at another place in each. */
#define PKTTYPE_ROW(first, width, more)                                                     \
	{                                                                                   \
		"sll.pkttype", "Packet type", U16, DEC, .traits = (more), AT(first, width), \
							WORDS(pkttypes),                    \
							.help = "Whom the packet is for"    \
	}
#define HATYPE_ROW(first, more)                                                               \
	{                                                                                     \
		"sll.hatype", "Link-layer address type", U16, DEC,                            \
			.traits = (more), AT(first, 16), .words = &arp_hardware, .preset = 1, \
			.help = "Which kind of link"                                          \
	}
#define HALEN_ROW(first, width, more)                                          \
	{                                                                      \
		"sll.halen", "Link-layer address length", U16, DEC,            \
			.traits = (more), AT(first, width), .preset = MAC_LEN, \
			.help = "Octets of the sender's address"               \
	}

static const struct field fields[] = {
	[SLL] = {"sll", "Linux cooked capture v1", PROTO},
	FIELDS(0, 0),
	[V1_PKTTYPE] = PKTTYPE_ROW(0, 16, 0),
	[V1_HATYPE] = HATYPE_ROW(16, 0),
	[V1_HALEN] = HALEN_ROW(32, 16, 0),
};

static const struct field v2_fields[] = {
	[SLL] = {"sll", "Linux cooked capture v2", PROTO},
	FIELDS(BORROWED, STATE),
	[V2_IFINDEX] = {"sll.ifindex", "Interface index", U32, DEC, .traits = BORROWED, AT(32, 32),
			.help = "Where the frame came in or went out"},
	[V2_HATYPE] = HATYPE_ROW(64, BORROWED),
	[V2_PKTTYPE] = PKTTYPE_ROW(80, 8, BORROWED),
	[V2_HALEN] = HALEN_ROW(88, 8, BORROWED),
};

static const struct ether_rows ether = {TAIL_NUMBERS};

/* The sender's address is the summary's; there is no receiver's. */
static void note_source(struct walk *w, const struct layer *l, uint64_t len)
{
	struct cursor c = layer_cursor(l, l->proto->fixed);

	if (!cursor_has(&c, ADDRESS_LEN))
		return;
	if (len == MAC_LEN)
		w->r.src = (struct address){ETHER, MAC_LEN, c.left.p};
	else if (len == IP_LEN)
		w->r.src = (struct address){IPV4, IP_LEN, c.left.p};
}

static void put_source(struct walk *w, struct cursor *c, uint64_t len)
{
	if (len == MAC_LEN)
		put(w, c, SRC_ETH, MAC_LEN);
	else if (len == IP_LEN)
		put(w, c, SRC_IPV4, IP_LEN);
	else if (len)
		put(w, c, SRC_OTHER, len < ADDRESS_LEN ? (uint32_t)len : ADDRESS_LEN);
	if (len < ADDRESS_LEN)
		put(w, c, UNUSED, ADDRESS_LEN - (uint32_t)len);
}

/* Which of three sets of numbers the protocol is from. */
static unsigned numbering(uint64_t hatype, uint64_t protocol)
{
	if (protocol <= ETHER_TYPE_MIN)
		return LTYPE;
	return hatype == GRE_OVER_IP ? GRETYPE : ETYPE;
}

static void walk_payload(struct walk *w, struct layer *l, struct cursor c, unsigned row,
			 uint64_t protocol)
{
	if (c.bad)
		return;
	if (row == ETYPE)
		walk_ethertype(w, l, &ether, protocol, c, FCS_NONE);
	else if (row == LTYPE)
		walk_next(w, also_by(l, 0, protocol), c);
	else if (also_by(l, 1, protocol))
		walk_next(w, also_by(l, 1, protocol), c);
}

static void text_pkttype(struct text *t, uint64_t type)
{
	const char *name = word_for(fields[V1_PKTTYPE].words, type);

	if (name)
		text_put(t, name);
	else
		text_format(t, "Unknown (%u)", (unsigned)type);
}

/* --- version 1 --- */

static void note(struct walk *w, struct layer *l)
{
	note_source(w, l, VALUE(l, V1_HALEN));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek;
	uint64_t protocol;
	unsigned row;

	put_source(w, c, VALUE(l, V1_HALEN));
	peek = *c;
	protocol = u16(&peek);
	row = numbering(VALUE(l, V1_HATYPE), protocol);
	put(w, c, row, 2);
	walk_payload(w, l, *c, row, protocol);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_pkttype(t, VALUE(l, V1_PKTTYPE));
}

static const struct hang hangs[] = {{"link", 113}, {0}};

const struct proto proto_sll = {
	.brief = "SLL",
	.spec = "LINKTYPE_LINUX_SLL",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = V1_HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"sll.ltype", "gre.proto"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};

/* --- version 2 --- */

/* The protocol, and which of three sets of numbers it is from. */
static uint64_t v2_protocol(const struct layer *l, unsigned *row)
{
	struct cursor c = layer_cursor(l, 0);
	uint64_t protocol = u16(&c);

	*row = numbering(VALUE_OF(l, V2_HATYPE), protocol);
	return protocol;
}

static void v2_note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	unsigned row;
	uint64_t protocol = v2_protocol(l, &row);

	if (row == ETYPE)
		s->etype = protocol;
	else if (row == LTYPE)
		s->ltype = protocol;
	else
		s->gretype = protocol;
	note_source(w, l, VALUE_OF(l, V2_HALEN));
}

static void v2_rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned row;
	uint64_t protocol = v2_protocol(l, &row);

	put_source(w, c, VALUE_OF(l, V2_HALEN));
	walk_payload(w, l, *c, row, protocol);
}

/* Of both octets, as Wireshark says it: so the type is known to it where no address is. */
static void v2_info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_pkttype(t, VALUE_OF(l, V2_PKTTYPE) << 8 | VALUE_OF(l, V2_HALEN));
}

static const struct hang v2_hangs[] = {{"link", 276}, {0}};

const struct proto proto_sll2 = {
	.brief = "SLL",
	.spec = "LINKTYPE_LINUX_SLL2",
	.fields = v2_fields,
	.n_fields = COUNT(v2_fields),
	.fixed = V2_HEADER,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"sll.ltype", "gre.proto"}},
	.hangs = v2_hangs,
	.note = v2_note,
	.rest = v2_rest,
	.info = v2_info,
};
