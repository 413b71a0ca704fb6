/* SPDX-License-Identifier: BSD-2-Clause */
/* Virtual eXtensible Local Area Network, and its generic protocol extension. */
/* RFC 7348; draft-smith-vxlan-group-policy, draft-ietf-nvo3-vxlan-gpe. */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	VXLAN,
	LOOSE,
	FLAGS,
	FLAG_G,
	FLAG_I,
	FLAG_D,
	FLAG_A,
	FLAGS_RESERVED,
	GPE_FLAGS,
	GPE_VERSION,
	GPE_I,
	GPE_P,
	GPE_O,
	GPE_FLAGS_RESERVED,
	GBP,
	GPE_RESERVED,
	GPE_NEXT,
	VNI,
	RESERVED,
};

#define PORT 4789
#define GPE_PORT 4790
#define RESERVED_FLAGS 0x77b7
#define GPE_RESERVED_FLAGS 0xc2

static const struct word defined[] = {{0, "Not defined"}, {1, "Defined"}};
static const struct word next_protocols[] = {
	{1, "IPv4"}, {2, "IPv6"}, {3, "Ethernet"}, {4, "Network Service Header"}, {5, "MPLS"}};

static const struct field fields[] = {
	[VXLAN] = {"vxlan", "Virtual eXtensible Local Area Network", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[FLAGS] = {"vxlan.flags", "Flags", U16, HEX, .form = form_flags, .help = "All flags",
		   .ref = "5"},
	[FLAG_G] = {"vxlan.flag_g", "GBP Extension", BOOL, AT(0, 1), .under = FLAGS, WORDS(defined),
		    .help = "There is a group policy", .ref = "draft-smith-vxlan-group-policy"},
	[FLAG_I] = {"vxlan.flag_i", "VXLAN Network ID (VNI)", BOOL, AT(4, 1), BOX(16, 4),
		    .under = FLAGS, .help = "There is a network identifier", .ref = "5"},
	[FLAG_D] = {"vxlan.flag_d", "Don't Learn", BOOL, AT(9, 1), BOX(16, 9), .under = FLAGS,
		    .help = "Don't learn the sender's address",
		    .ref = "draft-smith-vxlan-group-policy"},
	[FLAG_A] = {"vxlan.flag_a", "Policy Applied", BOOL, AT(12, 1), BOX(16, 12), .under = FLAGS,
		    .help = "The policy was applied already",
		    .ref = "draft-smith-vxlan-group-policy"},
	[FLAGS_RESERVED] = {"vxlan.flags_reserved", "Reserved(R)", U16, HEX, .under = FLAGS,
			    .help = "Always 0", .ref = "5"},
	[GPE_FLAGS] = {"vxlan.flags", "Flags", U8, HEX, .help = "All flags",
		       .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_VERSION] = {"vxlan.ver", "Version", U8, DEC, AT(2, 2), .under = GPE_FLAGS,
			 .help = "Always 0", .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_I] = {"vxlan.i_bit", "Instance", U8, DEC, AT(4, 1), .under = GPE_FLAGS,
		   .help = "There is a network identifier",
		   .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_P] = {"vxlan.p_bit", "Next Protocol Bit", U8, DEC, AT(5, 1), .under = GPE_FLAGS,
		   .help = "There is a next protocol", .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_O] = {"vxlan.o_bit", "OAM bit", U8, DEC, AT(7, 1), .under = GPE_FLAGS,
		   .help = "It is for the tunnel's own maintenance",
		   .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_FLAGS_RESERVED] = {"vxlan.flags_reserved", "Reserved(R)", U8, HEX, .under = GPE_FLAGS,
				.help = "Always 0", .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GBP] = {"vxlan.gbp", "Group Policy ID", U16, DEC, .help = "Group of the sender",
		 .ref = "draft-smith-vxlan-group-policy"},
	[GPE_RESERVED] = {"vxlan.reserved_16", "Reserved", U16, DEC, .help = "Always 0",
			  .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[GPE_NEXT] = {"vxlan.next_proto", "Next Protocol", U8, DEC, WORDS(next_protocols),
		      .help = "What the packet carries", .ref = "draft-ietf-nvo3-vxlan-gpe, 3.1"},
	[VNI] = {"vxlan.vni", "VXLAN Network Identifier (VNI)", U24, DEC, .help = "Which network",
		 .ref = "5"},
	[RESERVED] = {"vxlan.reserved8", "Reserved", U8, DEC, .help = "Always 0", .ref = "5"},
};

static void put_plain(struct walk *w, struct cursor *c)
{
	uint32_t group;

	if (!cursor_has(c, 2)) {
		cursor_fail(c, 2);
		return;
	}
	group = open_group(w, c, FLAGS, 2);
	put_spread(w, *c, FLAGS_RESERVED, 2, RESERVED_FLAGS);
	u16(c);
	shut_group(w, group, c);
	put(w, c, GBP, 2);
	put(w, c, VNI, 3);
	put(w, c, RESERVED, 1);
}

/* Gives the next protocol. */
static uint64_t put_gpe(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, GPE_FLAGS, 1);
	uint64_t next;

	put_spread(w, *c, GPE_FLAGS_RESERVED, 1, GPE_RESERVED_FLAGS);
	u8(c);
	shut_group(w, group, c);
	put(w, c, GPE_RESERVED, 2);
	next = put(w, c, GPE_NEXT, 1);
	put(w, c, VNI, 3);
	put(w, c, RESERVED, 1);
	return next;
}

/* The extension has a port of its own, behind which the plain protocol's comes first. */
static bool is_gpe(const struct layer *l)
{
	const struct layer *udp = layer_up(l, "udp");
	struct cursor ports = udp ? layer_cursor(udp, 0) : (struct cursor){0};
	unsigned from = u16(&ports), to = u16(&ports);

	return from != PORT && to != PORT;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *child = next_fixed(l);

	if (is_gpe(l)) {
		l->nameless = true;
		child = next_by(l, put_gpe(w, c));
	} else {
		put_plain(w, c);
	}
	l->header = l->bytes.wire - c->left.wire;
	if (!c->bad)
		walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t;
	(void)r;
	(void)l;
}

static const struct hang hangs[] = {{"udp.port", PORT}, {"udp.port", GPE_PORT}, {0}};

const struct proto proto_vxlan = {
	.brief = "VxLAN",
	.spec = "RFC 7348",
	.fields = fields,
	.n_fields = COUNT(fields),
	SAMPLE("\10\0\0\0\0\0\0\0"), /* there is an identifier */
	.next = {.table = "vxlan.next_proto", .fixed = "eth"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
