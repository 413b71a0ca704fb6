/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux netfilter's log: packets that a firewall rule chose, and what it knew of them. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html */
#include "core/walk.h"
#include "shared/numbers.h"

enum {
	NFLOG,
	FAMILY,
	VERSION,
	RES_ID,
	TLV,
	LENGTH,
	SLICES,
	TYPE,
	PROTOCOL,
	HOOK,
	INDEV,
	OUTDEV,
	PHYSINDEV,
	PHYSOUTDEV,
	PREFIX,
	UID,
	GID,
	TIMESTAMP,
	VALUE_,
};

#define HEADER 4
#define HEAD 4 /* of a TLV */
#define LINUX_INET 2
#define LINUX_INET6 10
enum { PACKET_HDR = 1, PAYLOAD = 9 };

static const struct word familys[] = {
	{0, "Unspecified"}, {1, "IPv4/IPv6"}, {2, "IPv4"},  {3, "ARP"},
	{5, "Netdev"},      {7, "Bridge"},    {10, "IPv6"}, {12, "DECNET"},
};
static const struct word tlv_types[] = {
	{0, "NFULA_UNSPEC"},
	{1, "NFULA_PACKET_HDR"},
	{2, "NFULA_MARK"},
	{3, "NFULA_TIMESTAMP"},
	{4, "NFULA_IFINDEX_INDEV"},
	{5, "NFULA_IFINDEX_OUTDEV"},
	{6, "NFULA_IFINDEX_PHYSINDEV"},
	{7, "NFULA_IFINDEX_PHYSOUTDEV"},
	{8, "NFULA_HWADDR"},
	{9, "NFULA_PAYLOAD"},
	{10, "NFULA_PREFIX"},
	{11, "NFULA_UID"},
	{12, "NFULA_SEQ"},
	{13, "NFULA_SEQ_GLOBAL"},
	{14, "NFULA_GID"},
	{15, "NFULA_HWTYPE"},
	{16, "NFULA_HWHEADER"},
	{17, "NFULA_HWLEN"},
};
static const struct word hooks[] = {
	{0, "Pre-routing"}, {1, "Local in"},     {2, "Forward"},
	{3, "Local out"},   {4, "Post-routing"}, {5, "Number of hooks"},
};

static void form_tlv(struct text *t, const struct record *r, const struct node *n);

static const struct field fields[] = {
	[NFLOG] = {"nflog", "Linux Netfilter NFLOG", PROTO},
	[FAMILY] = {"nflog.family", "Family", U8, DEC, AT(0, 8), WORDS(familys),
		    .help = "Kind of packet", .ref = "Header"},
	[VERSION] = {"nflog.version", "Version", U8, DEC, AT(8, 8), .help = "Of this header",
		     .ref = "Header"},
	[RES_ID] = {"nflog.res_id", "Resource id", U16, DEC, AT(16, 16),
		    .help = "Which group it was logged to", .ref = "Header"},
	[TLV] = {"nflog.tlv", "TLV", BYTES, .form = form_tlv, .help = "One of what is known",
		 .ref = "TLVs"},
	[LENGTH] = {"nflog.tlv_length", "Length", U16, DEC, .traits = LE,
		    .help = "Octets with this head", .ref = "TLVs"},
	[SLICES] = {"text", "Slices", HEADING},
	[TYPE] = {"nflog.tlv_type", "Type", U16, DEC, AT(0, 15), BOX(16, 1), .under = SLICES,
		  .traits = LE, WORDS(tlv_types), .help = "Which it is", .ref = "TLVs"},
	[PROTOCOL] = {"nflog.protocol", "HW protocol", U16, HEX, .words = &ethertypes,
		      .help = "EtherType of the packet", .ref = "TLVs"},
	[HOOK] = {"nflog.hook", "Netfilter hook", U8, DEC, WORDS(hooks),
		  .help = "Where it was seen", .ref = "TLVs"},
	[INDEV] = {"nflog.ifindex_indev", "IFINDEX_INDEV", U32, DEC, .help = "Where it came in",
		   .ref = "TLVs"},
	[OUTDEV] = {"nflog.ifindex_outdev", "IFINDEX_OUTDEV", U32, DEC, .help = "Where it goes out",
		    .ref = "TLVs"},
	[PHYSINDEV] = {"nflog.ifindex_physindev", "IFINDEX_PHYSINDEV", U32, DEC,
		       .help = "Port of the bridge where it came in", .ref = "TLVs"},
	[PHYSOUTDEV] = {"nflog.ifindex_physoutdev", "IFINDEX_PHYSOUTDEV", U32, DEC,
			.help = "Port of the bridge where it goes out", .ref = "TLVs"},
	[PREFIX] = {"nflog.prefix", "Prefix", STRING, .traits = ZSTRING,
		    .help = "Words of the rule", .ref = "TLVs"},
	[UID] = {"nflog.uid", "UID", I32, DEC, .help = "Whose socket", .ref = "TLVs"},
	[GID] = {"nflog.gid", "GID", I32, DEC, .help = "Which group's socket", .ref = "TLVs"},
	[TIMESTAMP] = {"nflog.timestamp", "Timestamp", ABSTIME, UTC, .help = "When it came",
		       .ref = "TLVs"},
	[VALUE_] = {"nflog.tlv_value", "Value", BYTES, .help = "What nobody knows", .ref = "TLVs"},
};

/* Said by label_whole(). */
static void form_tlv(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size, '\0');
}

/* Rows of TLVs that hold a single value: its octets. */
static const struct item {
	uint16_t row;
	uint8_t octets; /* 0: all */
} items[] = {
	[3] = {TIMESTAMP, 16}, [4] = {INDEV, 4},   [5] = {OUTDEV, 4}, [6] = {PHYSINDEV, 4},
	[7] = {PHYSOUTDEV, 4}, [10] = {PREFIX, 0}, [11] = {UID, 4},   [14] = {GID, 4},
};

/* Seconds and microseconds, 8 octets each. */
static void put_time(struct walk *w, struct cursor c)
{
	uint32_t at = c.at;
	uint64_t seconds = u64(&c), us = u64(&c);

	if (!c.bad)
		put_value(w, TIMESTAMP, at, 16, seconds * 1000000000u + us * 1000u);
}

static void put_item(struct walk *w, unsigned type, struct cursor body)
{
	const struct item *item = type < COUNT(items) ? &items[type] : &(const struct item){0, 0};

	if (type == PACKET_HDR && body.left.cap >= 3) {
		put(w, &body, PROTOCOL, 2);
		put(w, &body, HOOK, 1);
	} else if (type == 3 && body.left.cap >= 16) {
		put_time(w, body);
	} else if (item->row && body.left.cap >= item->octets) {
		put(w, &body, item->row, item->octets ? item->octets : body.left.wire);
	} else if (body.left.cap && type != PAYLOAD) {
		put(w, &body, VALUE_, body.left.wire);
	}
}

static const struct plan *child_of(const struct layer *l)
{
	if (VALUE(l, FAMILY) == LINUX_INET)
		return next_by(l, 4);
	return VALUE(l, FAMILY) == LINUX_INET6 ? next_by(l, 6) : NULL;
}

static void put_tlv(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned len = le16(&peek), type = le16(&peek) & 0x7fff;
	const char *name = word_for(fields[TYPE].words, type);
	uint32_t group;

	if (len < HEAD) {
		cursor_take(c, c->left.wire);
		return;
	}
	body = cursor_first(peek, len - HEAD);
	group = open_group(w, c, TLV, len);
	label_whole(w, "TLV Type: %s (%u), Length: %u", name ? name : "Unknown", type, len);
	put(w, c, LENGTH, 2);
	put_slice(w, *c, TYPE, 2);
	put_item(w, type, body);
	shut_group(w, group, NULL);
	if (type == PAYLOAD)
		walk_next(w, child_of(l), body);
	cursor_take(c, (len + 3) / 4 * 4 - 2 > c->left.wire ? c->left.wire : (len + 3) / 4 * 4 - 2);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	while (c->left.wire >= HEAD && c->left.cap && !c->bad)
		put_tlv(w, l, c);
}

static const struct hang hangs[] = {{"link", 239}, {0}};

const struct proto proto_nflog = {
	.brief = "NFLOG",
	.spec = "LINKTYPE_NFLOG",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.rest = rest,
};
