/* SPDX-License-Identifier: BSD-2-Clause */
/* Ethernet II and IEEE 802.3. */
/* IEEE Std 802.3-2018, 3.2 (Elements of the MAC frame). */
#include "core/numbers.h"
#include "core/walk.h"

enum {
	ETH, DST, DST_RESOLVED, DST_OUI, DST_VENDOR, DST_ADDR, DST_ADDR_RESOLVED, DST_ADDR_OUI,
	DST_ADDR_VENDOR, DST_LG, DST_ANY_LG, DST_IG, DST_ANY_IG,
	SRC, SRC_RESOLVED, SRC_OUI, SRC_VENDOR, SRC_ADDR, SRC_ADDR_RESOLVED, SRC_ADDR_OUI,
	SRC_ADDR_VENDOR, SRC_LG, SRC_ANY_LG, SRC_IG, SRC_ANY_IG,
	TYPE, LEN, INVALID, PADDING, TRAILER, FCS, FCS_STATUS,
	GROUP_SOURCE, LEN_PAST_END, INVALID_NOTE,
};

#define TYPE_MIN 1536      /* from here on it is a type, IEEE 802.3, 3.2.6 */
#define LEN_MAX 1500       /* up to here it is a length */
#define FRAME_MIN 60       /* octets of the shortest frame, without its FCS */
#define FCS_LEN 4
#define NOVELL_RAW 0xffff  /* first octets of IPX's checksum: Novell's 802.3 without LLC */

static const struct word lg[] = {
	{0, "Globally unique address (factory default)"},
	{1, "Locally administered address (this is NOT the factory default)"}};
static const struct word ig[] = {{0, "Individual address (unicast)"},
				 {1, "Group address (multicast/broadcast)"}};

/* The rows of one address: itself, and what its first three octets say. */
#define ADDRESS_ROWS(end, bit, prefix, what)                                                       \
	[end] = {prefix, what, ETHER, AT(bit, 48), .help = "Hardware address of the " #end},       \
	[end##_RESOLVED] = {prefix "_resolved", what " (resolved)", STRING, NAME_OF, AT(bit, 48),  \
			    .under = end, .traits = HIDDEN, .help = "The same as a name"},         \
	[end##_OUI] = {prefix ".oui", what " OUI", U24, OUI, AT(bit, 24), .under = end,            \
		       .traits = HIDDEN, .help = "Whose address block it is from"},                \
	[end##_VENDOR] = {prefix ".oui_resolved", what " OUI (resolved)", STRING, VENDOR_OF,       \
			  AT(bit, 48), .under = end, .traits = HIDDEN,                             \
			  .help = "The same as a name"},                                           \
	[end##_ADDR] = {"eth.addr", "Address", ETHER, AT(bit, 48), .under = end,                   \
			.help = "Source or destination hardware address"},                         \
	[end##_ADDR_RESOLVED] = {"eth.addr_resolved", "Address (resolved)", STRING, NAME_OF,       \
				 AT(bit, 48), .under = end, .traits = HIDDEN,                      \
				 .help = "The same as a name"},                                    \
	[end##_ADDR_OUI] = {"eth.addr.oui", "Address OUI", U24, OUI, AT(bit, 24), .under = end,    \
			    .traits = HIDDEN, .help = "Whose address block it is from"},           \
	[end##_ADDR_VENDOR] = {"eth.addr.oui_resolved", "Address OUI (resolved)", STRING,          \
			       VENDOR_OF, AT(bit, 48), .under = end, .traits = HIDDEN,             \
			       .help = "The same as a name"},                                      \
	[end##_LG] = {prefix ".lg", "LG bit", BOOL, AT((bit) + 6, 1), BOX(24, 6), .under = end,    \
		      WORDS(lg), .help = "Locally administered, or from the factory"},             \
	[end##_ANY_LG] = {"eth.lg", "LG bit", BOOL, AT((bit) + 6, 1), BOX(24, 6), .under = end,    \
			  .traits = HIDDEN, WORDS(lg),                                             \
			  .help = "Locally administered, or from the factory"},                    \
	[end##_IG] = {prefix ".ig", "IG bit", BOOL, AT((bit) + 7, 1), BOX(24, 7), .under = end,    \
		      WORDS(ig), .help = "For a group, or for one station"},                       \
	[end##_ANY_IG] = {"eth.ig", "IG bit", BOOL, AT((bit) + 7, 1), BOX(24, 7), .under = end,    \
			  .traits = HIDDEN, WORDS(ig), .help = "For a group, or for one station"}

static const struct field fields[] = {
	[ETH] = {"eth", "Ethernet", PROTO,
		 .line = "[{?eth.type}Ethernet II, Src: {eth.src}, Dst: {eth.dst}]"
			 "[{?eth.len}IEEE 802.3 Ethernet ]"},
	ADDRESS_ROWS(DST, 0, "eth.dst", "Destination"),
	ADDRESS_ROWS(SRC, 48, "eth.src", "Source"),
	[TYPE] = {"eth.type", "Type", U16, HEX, .words = &ethertypes, .fill = FILL_NEXT,
		  .help = "What the frame carries", .ref = "3.2.6"},
	[LEN] = {"eth.len", "Length", U16, DEC, .fill = FILL_LENGTH,
		 .help = "Octets that the frame carries", .ref = "3.2.6"},
	[INVALID] = {"eth.invalid_lentype", "Invalid length/type", U16, HEX_DEC,
		     .help = "Neither a type nor a length", .ref = "3.2.6"},
	[PADDING] = {"eth.padding", "Padding", BYTES,
		     .help = "Zeros that make the frame long enough", .ref = "3.2.8"},
	[TRAILER] = {"eth.trailer", "Trailer", BYTES, .help = "What stands behind the payload"},
	[FCS] = {"eth.fcs", "Frame check sequence", U32, HEX,
		 .help = "CRC-32 over the frame", .ref = "3.2.9"},
	[FCS_STATUS] = {"eth.fcs.status", "FCS Status", U8, PLAIN, .traits = GENERATED,
			.words = &checksum_statuses, .help = "Whether it is right"},
	[GROUP_SOURCE] = EXPERT("eth.src_not_group",
				"Source MAC must not be a group address: IEEE 802.3-2002, Section "
				"3.2.3(b)", WARNING, G_PROTOCOL),
	[LEN_PAST_END] = EXPERT("eth.len.past_end",
				"Length field value goes past the end of the payload", ERROR,
				G_MALFORMED),
	[INVALID_NOTE] = EXPERT("eth.invalid_lentype.expert", "Invalid length/type", WARNING,
				G_PROTOCOL),
};

/* Zeros at the payload's end that fill the frame up to its least length: how many. */
static uint32_t padding_of(const struct layer *l, struct span trailer)
{
	uint32_t content = l->bytes.wire - trailer.wire;
	uint32_t n = content < FRAME_MIN && l->bytes.wire >= FRAME_MIN ? FRAME_MIN - content : 0;

	if (n > trailer.cap)
		n = trailer.cap;
	return span_is_zero(trailer, n) ? n : 0;
}

/* Whether the last four octets of what is left over are the frame check sequence. */
static bool has_fcs(const struct walk *w, const struct layer *l, uint32_t left)
{
	int fcs_len = l->parent && !l->parent->parent ? w->r.frame->fcs_len : 0;

	if (left < FCS_LEN || fcs_len == 0)
		return false;
	return fcs_len == FCS_LEN || l->bytes.wire >= FRAME_MIN + FCS_LEN;
}

/* What the payload leaves over: padding, a trailer of somebody's own, the FCS. */
static void put_trailer(struct walk *w, const struct layer *l, struct cursor c)
{
	uint32_t padding = padding_of(l, c.left);
	struct cursor trailer;
	bool fcs;

	if (padding)
		put(w, &c, PADDING, padding);
	fcs = has_fcs(w, l, c.left.wire);
	trailer = cursor_first(c, c.left.wire - (fcs ? FCS_LEN : 0));
	cursor_take(&c, trailer.left.wire);
	if (trailer.left.cap)
		put(w, &trailer, TRAILER, trailer.left.cap);
	if (fcs && cursor_has(&c, FCS_LEN)) {
		put(w, &c, FCS, FCS_LEN);
		put_value(w, FCS_STATUS, c.at, 0, CHECKSUM_UNVERIFIED);
	}
}

/* A payload of n octets, and what stands behind it. */
static void walk_payload(struct walk *w, struct layer *l, struct cursor c, const struct plan *child,
			 uint32_t n)
{
	struct cursor trailer = c;

	if (n < c.left.wire) {
		cursor_take(&trailer, n);
		put_trailer(w, l, trailer);
	}
	walk_next(w, child, cursor_first(c, n));
}

static void rest_802_3(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t len = (uint32_t)put(w, c, LEN, 2);
	struct cursor peek = *c;

	if (len > c->left.wire) {
		expert(w, LEN_PAST_END, NULL);
		len = c->left.wire;
	}
	walk_payload(w, l, *c, also_by(l, 0, u16(&peek) == NOVELL_RAW), len);
}

static void rest_ethernet_2(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *child = next_by(l, put(w, c, TYPE, 2));
	struct cursor trailer = *c;

	if (child) {
		cursor_take(&trailer, extent(child, c->left));
		if (trailer.left.wire)
			put_trailer(w, l, trailer);
	}
	walk_via(w, child, *c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t type = u16(&peek);

	if (VALUE(l, SRC_IG))
		expert_on(w, SRC_IG, GROUP_SOURCE, NULL);
	if (type >= TYPE_MIN) {
		rest_ethernet_2(w, l, c);
	} else if (type <= LEN_MAX) {
		rest_802_3(w, l, c);
	} else {
		put(w, c, INVALID, 2);
		expert(w, INVALID_NOTE, NULL);
		walk_next(w, NULL, *c);
	}
}

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return 12;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Ethernet II");
}

static const struct hang hangs[] = {{"link", 1}, {"ethertype", 0x6558}, {"gre.proto", 0x6558}, {"vxlan.next_proto", 3}, {0}};

const struct proto proto_eth = {
	.brief = "Ethernet",
	.spec = "IEEE Std 802.3-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 14,
	.src = SRC,
	.dst = DST,
	.header_len = header_len,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
