/* SPDX-License-Identifier: BSD-2-Clause */
/* Ethernet II and IEEE 802.3. */
/* IEEE Std 802.3-2018, 3.2 (Elements of the MAC frame). */
#include "core/checksum.h"
#include "shared/numbers.h"
#include "shared/tail.h"

enum {
	ETH,
	DST,
	DST_RESOLVED,
	DST_OUI,
	DST_VENDOR,
	DST_ADDR,
	DST_ADDR_RESOLVED,
	DST_ADDR_OUI,
	DST_ADDR_VENDOR,
	DST_LG,
	DST_ANY_LG,
	DST_IG,
	DST_ANY_IG,
	SRC,
	SRC_RESOLVED,
	SRC_OUI,
	SRC_VENDOR,
	SRC_ADDR,
	SRC_ADDR_RESOLVED,
	SRC_ADDR_OUI,
	SRC_ADDR_VENDOR,
	SRC_LG,
	SRC_ANY_LG,
	SRC_IG,
	SRC_ANY_IG,
	TYPE,
	LEN,
	INVALID,
	PADDING,
	TRAILER,
	FCS,
	FCS_STATUS,
	GROUP_SOURCE,
	LEN_PAST_END,
	INVALID_NOTE,
	PADDING_BAD,
};

static const struct word lg[] = {
	{0, "Globally unique address (factory default)"},
	{1, "Locally administered address (this is NOT the factory default)"}};
static const struct word ig[] = {{0, "Individual address (unicast)"},
				 {1, "Group address (multicast/broadcast)"}};

/* The rows of one address: itself, and what its first three octets say. */
#define ADDRESS_ROWS(end, bit, prefix, what)                                                 \
	[end] = {prefix, what, ETHER, AT(bit, 48), .help = "Hardware address of the " #end}, \
	[end##_RESOLVED] = {prefix "_resolved",                                              \
			    what " (resolved)",                                              \
			    STRING,                                                          \
			    NAME_OF,                                                         \
			    AT(bit, 48),                                                     \
			    .under = end,                                                    \
			    .traits = HIDDEN,                                                \
			    .help = "The same as a name"},                                   \
	[end##_OUI] = {prefix ".oui",                                                        \
		       what " OUI",                                                          \
		       U24,                                                                  \
		       OUI,                                                                  \
		       AT(bit, 24),                                                          \
		       .under = end,                                                         \
		       .traits = HIDDEN,                                                     \
		       .help = "Whose address block it is from"},                            \
	[end##_VENDOR] = {prefix ".oui_resolved",                                            \
			  what " OUI (resolved)",                                            \
			  STRING,                                                            \
			  VENDOR_OF,                                                         \
			  AT(bit, 48),                                                       \
			  .under = end,                                                      \
			  .traits = HIDDEN,                                                  \
			  .help = "The same as a name"},                                     \
	[end##_ADDR] = {"eth.addr",   "Address",                                             \
			ETHER,        AT(bit, 48),                                           \
			.under = end, .help = "Source or destination hardware address"},     \
	[end##_ADDR_RESOLVED] = {"eth.addr_resolved",                                        \
				 "Address (resolved)",                                       \
				 STRING,                                                     \
				 NAME_OF,                                                    \
				 AT(bit, 48),                                                \
				 .under = end,                                               \
				 .traits = HIDDEN,                                           \
				 .help = "The same as a name"},                              \
	[end##_ADDR_OUI] = {"eth.addr.oui",                                                  \
			    "Address OUI",                                                   \
			    U24,                                                             \
			    OUI,                                                             \
			    AT(bit, 24),                                                     \
			    .under = end,                                                    \
			    .traits = HIDDEN,                                                \
			    .help = "Whose address block it is from"},                       \
	[end##_ADDR_VENDOR] = {"eth.addr.oui_resolved",                                      \
			       "Address OUI (resolved)",                                     \
			       STRING,                                                       \
			       VENDOR_OF,                                                    \
			       AT(bit, 48),                                                  \
			       .under = end,                                                 \
			       .traits = HIDDEN,                                             \
			       .help = "The same as a name"},                                \
	[end##_LG] = {prefix ".lg", "LG bit",                                                \
		      BOOL,         AT((bit) + 6, 1),                                        \
		      BOX(24, 6),   .under = end,                                            \
		      WORDS(lg),    .help = "Locally administered, or from the factory"},    \
	[end##_ANY_LG] = {"eth.lg",                                                          \
			  "LG bit",                                                          \
			  BOOL,                                                              \
			  AT((bit) + 6, 1),                                                  \
			  BOX(24, 6),                                                        \
			  .under = end,                                                      \
			  .traits = HIDDEN,                                                  \
			  WORDS(lg),                                                         \
			  .help = "Locally administered, or from the factory"},              \
	[end##_IG] = {prefix ".ig", "IG bit",                                                \
		      BOOL,         AT((bit) + 7, 1),                                        \
		      BOX(24, 7),   .under = end,                                            \
		      WORDS(ig),    .help = "For a group, or for one station"},              \
	[end##_ANY_IG] = {"eth.ig",         "IG bit",   BOOL,                                \
			  AT((bit) + 7, 1), BOX(24, 7), .under = end,                        \
			  .traits = HIDDEN, WORDS(ig),  .help = "For a group, or for one station"}

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
	TAIL_FIELDS("eth.trailer", 0),
	[FCS] = {"eth.fcs", "Frame check sequence", U32, HEX, .form = form_unverified,
		 .help = "CRC-32 over the frame", .ref = "3.2.9"},
	[FCS_STATUS] = {"eth.fcs.status", "FCS Status", U8, PLAIN, .traits = GENERATED,
			.words = &checksum_statuses, .help = "Whether it is right"},
	[GROUP_SOURCE] = EXPERT("eth.src_not_group",
				"Source MAC must not be a group address: IEEE 802.3-2002, Section "
				"3.2.3(b)",
				WARNING, G_PROTOCOL),
	[LEN_PAST_END] =
		EXPERT("eth.len.past_end", "Length field value goes past the end of the payload",
		       ERROR, G_MALFORMED),
	[INVALID_NOTE] =
		EXPERT("eth.invalid_lentype.expert", "Invalid length/type", WARNING, G_PROTOCOL),
};

static const struct ether_rows ether = {
	.len = LEN,
	.past_end = LEN_PAST_END,
	TAIL_NUMBERS,
	.fcs = FCS,
	.fcs_status = FCS_STATUS,
};

/* The capture file knows about the outermost frame alone; inner ones have none. */
static int fcs_len(const struct walk *w, const struct layer *l)
{
	return l->parent && !l->parent->parent ? w->r.frame->fcs_len : FCS_NONE;
}

static void rest_802_3(struct walk *w, struct layer *l, struct cursor *c)
{
	if (is_novell(*c))
		label_tail_of(w, l->node, "Raw ");
	walk_802_3(w, l, &ether, c, fcs_len(w, l));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t type = u16(&peek);

	if (VALUE(l, SRC_IG))
		expert_on(w, SRC, GROUP_SOURCE, NULL);
	if (type >= ETHER_TYPE_MIN || !type) {
		put(w, c, TYPE, 2);
		walk_ethertype(w, l, &ether, type, *c, fcs_len(w, l));
	} else if (type <= ETHER_LEN_MAX) {
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

#define LLC_LEAST 3 /* octets of the header behind a length */

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	uint64_t type = span_bits(l->bytes, 96, 16, false);

	(void)w;
	*child = type >= ETHER_TYPE_MIN ? next_by(l, type)
					: also_by(l, 0, is_novell(layer_cursor(l, 12)));
	l->header = 14;
	return type >= ETHER_TYPE_MIN || (type >= LLC_LEAST && type <= ETHER_LEN_MAX);
}

static const struct plain plain = {
	.header = 14,
	.next_at = 12,
	.next_octets = 2,
	.next_least = ETHER_TYPE_MIN,
};

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Ethernet II");
}

static const struct hang hangs[] = {
	{"link", 1},        {"ethertype", 0x6558}, {"llc.bridged", 1},
	{"llc.bridged", 7}, {"sll.ltype", 3},      {"chdlc.protocol", 0x6558},
	{"mpls.pw", 1},     {"gre.proto", 0x6558}, {"vxlan.next_proto", 3},
	{"ip.proto", 143},  {"nsh.next_proto", 3}, {0}};

const struct proto proto_eth = {
	.brief = "Ethernet",
	.spec = "IEEE Std 802.3-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 14,
	.src = SRC,
	.dst = DST,
	.header_len = header_len,
	.skim = skim,
	.plain = &plain,
	.carrier = true,
	.next = {.table = "ethertype", .via = "ethertype", .also = {"eth.802_3"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
