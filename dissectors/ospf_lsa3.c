/* SPDX-License-Identifier: BSD-2-Clause */
/* OSPF version 3: link state advertisements. */
/* RFC 5340, A.4; RFC 5838 (address families). */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	LSA_PART,
	LOOSE,
	LSA,
	AGE,
	NO_AGE,
	TYPE,
	T_U,
	T_S12,
	T_FC,
	IS_ROUTER,
	IS_NETWORK,
	IS_INTERPREFIX,
	IS_INTERROUTER,
	IS_ASEXT,
	IS_MEMBER,
	IS_NSSA,
	IS_LINK,
	IS_INTRAPREFIX,
	ID,
	ADV_ROUTER,
	SEQ_NO,
	LSA_CHECKSUM,
	LSA_LENGTH,
	FLAGS,
	F_W,
	F_V,
	F_E,
	F_B,
	OPTIONS3,
	O3_AT,
	O3_L,
	O3_AF,
	O3_DC,
	O3_R,
	O3_N,
	O3_MC,
	O3_E,
	O3_V6,
	INTERFACES,
	ENTRY,
	IF_TYPE,
	RESERVED,
	METRIC,
	IF_ID,
	NBR_IF,
	NBR_ROUTER,
	ATTACHED,
	PREFIX_LEN,
	PREFIX_OPTIONS,
	P_P,
	P_MC,
	P_LA,
	P_NU,
	PREFIX4,
	PREFIX6,
	DEST_ROUTER,
	EXT_FLAGS,
	E_E,
	E_F,
	E_T,
	REF_TYPE,
	FORWARD6,
	TAG,
	REF_ID,
	PRIORITY,
	LOCAL4,
	LOCAL6,
	N_PREFIXES,
	REF_ROUTER,
};

static const struct word t_u_words[] = {
	{0, "Store and flood the LSA as if the type is understood"},
	{1, "Treat the LSA as if it had link-local flooding scope"}};

static const struct word t_s12_words[] = {
	{0, "Link-Local Scoping - Flooded only on originating link"},
	{1, "Area Scoping - Flooded only in originating area"},
	{2, "AS Scoping - Flooded throughout AS"},
	{3, "Reserved"},
};

static const struct word t_fc_words[] = {
	{1, "Router-LSA"},
	{2, "Network-LSA"},
	{3, "Inter-Area-Prefix-LSA"},
	{4, "Inter-Area-Router-LSA"},
	{5, "AS-External-LSA"},
	{6, "Group-Membership-LSA"},
	{7, "NSSA-LSA"},
	{8, "Link-LSA"},
	{9, "Intra-Area-Prefix-LSA"},
	{12, "Router Information Opaque-LSA"},
};

static const struct word if_type_words[] = {
	{1, "Point-to-point connection to another router"},
	{2, "Connection to a transit network"},
	{3, "Connection to a stub network"},
	{4, "Virtual link"},
};

static const struct word e_e_words[] = {{0, "Type 1"}, {1, "Type 2"}};

static const struct word e_t_words[] = {{0, "Not Present"}, {1, "Present"}};

#define HEAD 20 /* octets of an advertisement's header */

enum {
	ROUTER_LSA = 1,
	NETWORK_LSA,
	PREFIX_LSA,
	BORDER_LSA,
	EXTERNAL_LSA,
	NSSA_LSA = 7,
	LINK_LSA,
	INTRA_LSA
};
enum { HAS_TAG = 1, HAS_FORWARD = 2 };

/* Words are only for numbers without the bits above them. */
static void form_reference(struct text *t, const struct record *r, const struct node *n)
{
	const struct words words = {t_fc_words, COUNT(t_fc_words)};
	const char *word = word_for(&words, n->u);

	(void)r;
	text_format(t, "%s (0x%04x)", word ? word : "Unknown", (unsigned)n->u);
}

static const struct field fields[] = {
	[LSA_PART] = {"ospf.part3", "Advertisement of version 3", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[LSA] = {"text", "LSA", HEADING},
	[AGE] = {"ospf.lsa.age", "LS Age (seconds)", U16, DEC, AT(1, 15), .under = LOOSE,
		 .help = "Seconds since it was made", .ref = "A.4.2"},
	[NO_AGE] = {"ospf.v3.lsa.do_not_age", "Do Not Age", BOOL, AT(0, 1), BOX(16, 0),
		    .under = LOOSE, .help = "It never grows old", .ref = "A.4.2"},
	[TYPE] = {"ospf.v3.lsa", "LS Type", U16, HEX, .help = "What it tells", .ref = "A.4.2.1"},
	[T_U] = {"ospf.v3.lsa.u", "LSA Handling", BOOL, AT(0, 1), BOX(16, 0), .under = TYPE,
		 WORDS(t_u_words), .help = "Unknown types are flooded, too", .ref = "A.4.2.1"},
	[T_S12] = {"ospf.v3.lsa.s12", "Flooding Scope", U16, HEX, AT(1, 2), BOX(16, 1),
		   .under = TYPE, WORDS(t_s12_words), .help = "How far it is flooded",
		   .ref = "A.4.2.1"},
	[T_FC] = {"ospf.v3.lsa.fc", "Function Code", U16, DEC, AT(3, 13), BOX(16, 3), .under = TYPE,
		  WORDS(t_fc_words), .help = "What it tells", .ref = "A.4.2.1"},
	[IS_ROUTER] = {"ospf.v3.lsa.router", "Router-LSA", BOOL, .traits = HIDDEN,
		       .help = "A router's links", .ref = "A.4.3"},
	[IS_NETWORK] = {"ospf.v3.lsa.network", "Network-LSA", BOOL, .traits = HIDDEN,
			.help = "A network's routers", .ref = "A.4.4"},
	[IS_INTERPREFIX] = {"ospf.v3.lsa.interprefix", "Inter-Area-Prefix-LSA", BOOL,
			    .traits = HIDDEN, .help = "Another area's prefix", .ref = "A.4.5"},
	[IS_INTERROUTER] = {"ospf.v3.lsa.interrouter", "Inter-Area-Router-LSA", BOOL,
			    .traits = HIDDEN, .help = "Another area's router", .ref = "A.4.6"},
	[IS_ASEXT] = {"ospf.v3.lsa.asext", "AS-External-LSA", BOOL, .traits = HIDDEN,
		      .help = "A route from elsewhere", .ref = "A.4.7"},
	[IS_MEMBER] = {"ospf.v3.lsa.member", "Group-Membership-LSA", BOOL, .traits = HIDDEN,
		       .help = "Members of a group", .ref = "A.4.2.1"},
	[IS_NSSA] = {"ospf.v3.lsa.nssa", "NSSA-LSA", BOOL, .traits = HIDDEN,
		     .help = "A route from elsewhere, in an area of its own kind", .ref = "A.4.8"},
	[IS_LINK] = {"ospf.v3.lsa.link", "Link-LSA", BOOL, .traits = HIDDEN,
		     .help = "What is on the link", .ref = "A.4.9"},
	[IS_INTRAPREFIX] = {"ospf.v3.lsa.intraprefix", "Intra-Area-Prefix-LSA", BOOL,
			    .traits = HIDDEN, .help = "Prefixes of this area", .ref = "A.4.10"},
	[ID] = {"ospf.link_state_id", "Link State ID", IPV4, .help = "Which one of its kind",
		.ref = "A.4.2"},
	[ADV_ROUTER] = {"ospf.advrouter", "Advertising Router", IPV4, .help = "Whose it is",
			.ref = "A.4.2"},
	[SEQ_NO] = {"ospf.lsa.seqnum", "Sequence Number", U32, HEX, .help = "Tells old from new",
		    .ref = "A.4.2"},
	[LSA_CHECKSUM] = {"ospf.lsa.chksum", "Checksum", U16, HEX, .help = "Over all but the age",
			  .ref = "A.4.2"},
	[LSA_LENGTH] = {"ospf.lsa.length", "Length", U16, DEC, .help = "Octets with the header",
			.ref = "A.4.2"},
	[FLAGS] = {"ospf.v3.router.lsa.flags", "Flags", U8, HEX, .form = form_flags,
		   .help = "What kind of router it is", .ref = "A.4.3"},
	[F_W] = {"ospf.v3.router.lsa.flags.w", "(W) Wild-card multicast receiver", BOOL, AT(4, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Receives all multicasts", .ref = "A.4.3"},
	[F_V] = {"ospf.v3.router.lsa.flags.v", "(V) Virtual link endpoint", BOOL, AT(5, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Ends a virtual link", .ref = "A.4.3"},
	[F_E] = {"ospf.v3.router.lsa.flags.e", "(E) AS boundary router", BOOL, AT(6, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Knows routes from elsewhere",
		 .ref = "A.4.3"},
	[F_B] = {"ospf.v3.router.lsa.flags.b", "(B) Area border router", BOOL, AT(7, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Stands between areas", .ref = "A.4.3"},
	[OPTIONS3] = {"ospf.v3.options", "Options", U24, HEX, .form = form_flags,
		      .help = "What the router can do", .ref = "A.2"},
	[O3_AT] = {"ospf.v3.options.at", "AT", BOOL, AT(13, 1), BOX(24, 13), .under = OPTIONS3,
		   WORDS(set_notset), .help = "A trailer proves who sent it",
		   .ref = "RFC 7166, 2.1"},
	[O3_L] = {"ospf.v3.options.l", "L", BOOL, AT(14, 1), BOX(24, 14), .under = OPTIONS3,
		  WORDS(set_notset), .help = "A local block follows", .ref = "RFC 5613, 2.1"},
	[O3_AF] = {"ospf.v3.options.af", "AF", BOOL, AT(15, 1), BOX(24, 15), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Address families", .ref = "RFC 5838, 2.2"},
	[O3_DC] = {"ospf.v3.options.dc", "DC", BOOL, AT(18, 1), BOX(24, 18), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Demand circuits", .ref = "A.2"},
	[O3_R] = {"ospf.v3.options.r", "R", BOOL, AT(19, 1), BOX(24, 19), .under = OPTIONS3,
		  WORDS(set_notset), .help = "The sender routes", .ref = "A.2"},
	[O3_N] = {"ospf.v3.options.n", "N", BOOL, AT(20, 1), BOX(24, 20), .under = OPTIONS3,
		  WORDS(set_notset), .help = "Not so stubby areas", .ref = "A.2"},
	[O3_MC] = {"ospf.v3.options.mc", "MC", BOOL, AT(21, 1), BOX(24, 21), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Multicast", .ref = "A.2"},
	[O3_E] = {"ospf.v3.options.e", "E", BOOL, AT(22, 1), BOX(24, 22), .under = OPTIONS3,
		  WORDS(set_notset), .help = "Routes from elsewhere are flooded", .ref = "A.2"},
	[O3_V6] = {"ospf.v3.options.v6", "V6", BOOL, AT(23, 1), BOX(24, 23), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Counts for IPv6's routes", .ref = "A.2"},
	[INTERFACES] = {"text", "Router Interfaces", HEADING},
	[ENTRY] = {"text", "Entry", HEADING},
	[IF_TYPE] = {"ospf.v3.lsa.type", "Type", U8, DEC, WORDS(if_type_words),
		     .help = "What kind of link it is", .ref = "A.4.3"},
	[RESERVED] = {"ospf.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "A.4.3"},
	[METRIC] = {"ospf.metric", "Metric", U32, DEC, .help = "What the way costs",
		    .ref = "A.4.3"},
	[IF_ID] = {"ospf.v3.lsa.interface_id", "Interface ID", U32, DEC,
		   .help = "The router's number of the interface", .ref = "A.4.3"},
	[NBR_IF] = {"ospf.v3.lsa.neighbor_interface_id", "Neighbor Interface ID", U32, DEC,
		    .help = "The neighbour's number of it", .ref = "A.4.3"},
	[NBR_ROUTER] = {"ospf.v3.lsa.neighbor_router_id", "Neighbor Router ID", IPV4,
			.help = "The neighbour", .ref = "A.4.3"},
	[ATTACHED] = {"ospf.v3.lsa.attached_router", "Attached Router", IPV4,
		      .help = "A router on the network", .ref = "A.4.4"},
	[PREFIX_LEN] = {"ospf.prefix_length", "PrefixLength", U8, DEC,
			.help = "Bits of the prefix that count", .ref = "A.4.1"},
	[PREFIX_OPTIONS] = {"ospf.v3.prefix.options", "PrefixOptions", U8, HEX, .form = form_flags,
			    .help = "All flags", .ref = "A.4.1.1"},
	[P_P] = {"ospf.v3.prefix.options.p", "(P) Propagate", BOOL, AT(4, 1),
		 .under = PREFIX_OPTIONS, WORDS(set_notset), .help = "To be told in other areas",
		 .ref = "A.4.1.1"},
	[P_MC] = {"ospf.v3.prefix.options.mc", "(MC) Multicast", BOOL, AT(5, 1),
		  .under = PREFIX_OPTIONS, WORDS(set_notset), .help = "For multicasts, too",
		  .ref = "A.4.1.1"},
	[P_LA] = {"ospf.v3.prefix.options.la", "(LA) Local Address", BOOL, AT(6, 1),
		  .under = PREFIX_OPTIONS, WORDS(set_notset),
		  .help = "An address of the router itself", .ref = "A.4.1.1"},
	[P_NU] = {"ospf.v3.prefix.options.nu", "(NU) NoUnicast", BOOL, AT(7, 1),
		  .under = PREFIX_OPTIONS, WORDS(set_notset), .help = "Not for unicasts",
		  .ref = "A.4.1.1"},
	[PREFIX4] = {"ospf.v3.address_prefix.ipv4", "Address Prefix", IPV4, .help = "The prefix",
		     .ref = "RFC 5838, 2.5"},
	[PREFIX6] = {"ospf.v3.address_prefix.ipv6", "Address Prefix", IPV6, .help = "The prefix",
		     .ref = "A.4.1"},
	[DEST_ROUTER] = {"ospf.v3.lsa.destination_router_id", "Destination Router ID", IPV4,
			 .help = "The router that is told of", .ref = "A.4.6"},
	[EXT_FLAGS] = {"ospf.v3.as.external.flags", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "A.4.7"},
	[E_E] = {"ospf.v3.as.external.flags.e", "(E) External Metric", BOOL, AT(5, 1),
		 .under = EXT_FLAGS, WORDS(e_e_words), .help = "Its metric stands for itself",
		 .ref = "A.4.7"},
	[E_F] = {"ospf.v3.as.external.flags.f", "(F) Forwarding Address", BOOL, AT(6, 1),
		 .under = EXT_FLAGS, WORDS(absent_present),
		 .help = "There is an address to forward to", .ref = "A.4.7"},
	[E_T] = {"ospf.v3.as.external.flags.t", "(T) External Route Tag", BOOL, AT(7, 1),
		 .under = EXT_FLAGS, WORDS(e_t_words), .help = "There is a tag", .ref = "A.4.7"},
	[REF_TYPE] = {"ospf.v3.lsa.referenced_ls_type", "Referenced LS type", U16, HEX,
		      WORDS(t_fc_words), .form = form_reference,
		      .help = "What kind of advertisement it belongs to", .ref = "A.4.10"},
	[FORWARD6] = {"ospf.v3.lsa.forwarding_address.ipv6", "Forwarding Address", IPV6,
		      .help = "Where packets should go", .ref = "A.4.7"},
	[TAG] = {"ospf.v3.lsa.external_route_tag", "External Route Tag", U32, DEC,
		 .help = "For border routers", .ref = "A.4.7"},
	[REF_ID] = {"ospf.v3.lsa.referenced_link_state_id", "Referenced Link State ID", IPV4,
		    .help = "Which advertisement it belongs to", .ref = "A.4.10"},
	[PRIORITY] = {"ospf.v3.lsa.router_priority", "Router Priority", U8, DEC,
		      .help = "The highest becomes designated router", .ref = "A.4.9"},
	[LOCAL4] = {"ospf.v3.lsa.link_local_interface_address.ipv4", "Link-local Interface Address",
		    IPV4, .help = "The router's address on the link", .ref = "RFC 5838, 2.5"},
	[LOCAL6] = {"ospf.v3.lsa.link_local_interface_address.ipv6", "Link-local Interface Address",
		    IPV6, .help = "The router's address on the link", .ref = "A.4.9"},
	[N_PREFIXES] = {"ospf.v3.lsa.num_prefixes", "# prefixes", U32, DEC,
			.help = "How many follow", .ref = "A.4.9"},
	[REF_ROUTER] = {"ospf.v3.lsa.referenced_advertising_router",
			"Referenced Advertising Router", IPV4, .help = "Whose it is",
			.ref = "A.4.10"},
};

/* RFC 5838, 2.1: instances from 64 to 127 are IPv4's. */
static bool is_ipv4(const struct walk *w)
{
	struct cursor c = layer_cursor(w->now->part ? w->now->parent : w->now, 14);
	unsigned instance = u8(&c);

	return instance >= 64 && instance < 128;
}

static void put_interfaces(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{IF_TYPE, 1}, {RESERVED, 1},   {METRIC, 2}, {IF_ID, 4},
					    {NBR_IF, 4},  {NBR_ROUTER, 4}, {0}};
	uint32_t list, group;
	unsigned n = 1;

	put(w, c, FLAGS, 1);
	put(w, c, OPTIONS3, 3);
	if (!c->left.cap)
		return;
	list = open_group(w, c, INTERFACES, c->left.wire);
	for (; c->left.cap; n++) {
		group = open_group(w, c, ENTRY, 16);
		label_whole(w, "Entry #%u", n);
		put_rows(w, c, parts);
		shut_group(w, group, NULL);
	}
	shut_group(w, list, NULL);
}

static void put_network(struct walk *w, struct cursor *c)
{
	put(w, c, RESERVED, 1);
	put(w, c, OPTIONS3, 3);
	while (c->left.cap)
		put(w, c, ATTACHED, 4);
}

/* A prefix in words of four octets, of which `bits` count. */
static void put_prefix(struct walk *w, struct cursor *c, unsigned bits)
{
	unsigned row = is_ipv4(w) ? PREFIX4 : PREFIX6, size = row == PREFIX4 ? 4 : 16;
	uint32_t octets = (bits + 31) / 32 * 4;
	struct cursor from = *c;
	const uint8_t *p = cursor_pull(c, octets);
	uint8_t *whole;

	if (c->bad || octets > size)
		return;
	if (row == PREFIX4) {
		if (octets)
			put(w, &from, row, 4);
		return;
	}
	whole = take(w, size);
	memset(whole, 0, size);
	if (octets)
		memcpy(whole, p, octets);
	put_bytes(w, row, from.at, octets, whole, size);
}

static void put_area_prefix(struct walk *w, struct cursor *c)
{
	unsigned bits;

	put(w, c, RESERVED, 1);
	put(w, c, METRIC, 3);
	bits = (unsigned)put(w, c, PREFIX_LEN, 1);
	put(w, c, PREFIX_OPTIONS, 1);
	put(w, c, RESERVED, 2);
	put_prefix(w, c, bits);
}

static void put_border(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{RESERVED, 1}, {OPTIONS3, 3},    {RESERVED, 1},
					    {METRIC, 3},   {DEST_ROUTER, 4}, {0}};

	put_rows(w, c, parts);
}

static void put_external(struct walk *w, struct cursor *c)
{
	unsigned flags = (unsigned)put(w, c, EXT_FLAGS, 1), bits, type;

	put(w, c, METRIC, 3);
	bits = (unsigned)put(w, c, PREFIX_LEN, 1);
	put(w, c, PREFIX_OPTIONS, 1);
	type = (unsigned)put(w, c, REF_TYPE, 2);
	put_prefix(w, c, bits);
	if (flags & HAS_FORWARD)
		put(w, c, FORWARD6, 16);
	if (flags & HAS_TAG)
		put(w, c, TAG, 4);
	if (type)
		put(w, c, REF_ID, 4);
}

static void put_link(struct walk *w, struct cursor *c)
{
	unsigned n, bits;

	put(w, c, PRIORITY, 1);
	put(w, c, OPTIONS3, 3);
	if (is_ipv4(w)) {
		put(w, c, LOCAL4, 4);
		cursor_pull(c, 12);
	} else {
		put(w, c, LOCAL6, 16);
	}
	for (n = (unsigned)put(w, c, N_PREFIXES, 4); n && c->left.cap; n--) {
		bits = (unsigned)put(w, c, PREFIX_LEN, 1);
		put(w, c, PREFIX_OPTIONS, 1);
		put(w, c, RESERVED, 2);
		put_prefix(w, c, bits);
	}
}

static void put_intra_area(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{REF_TYPE, 2}, {REF_ID, 4}, {REF_ROUTER, 4}, {0}};
	unsigned n = (unsigned)put(w, c, N_PREFIXES, 2), bits;

	put_rows(w, c, parts);
	for (; n && c->left.cap; n--) {
		bits = (unsigned)put(w, c, PREFIX_LEN, 1);
		put(w, c, PREFIX_OPTIONS, 1);
		put(w, c, METRIC, 2);
		put_prefix(w, c, bits);
	}
}

static void put_body(struct walk *w, struct cursor *c, unsigned type)
{
	static void (*const bodies[])(struct walk *, struct cursor *) = {
		[ROUTER_LSA] = put_interfaces,  [NETWORK_LSA] = put_network,
		[PREFIX_LSA] = put_area_prefix, [BORDER_LSA] = put_border,
		[EXTERNAL_LSA] = put_external,  [NSSA_LSA] = put_external,
		[LINK_LSA] = put_link,          [INTRA_LSA] = put_intra_area};

	if (type < COUNT(bodies) && bodies[type])
		bodies[type](w, c);
}

static void put_head(struct walk *w, struct cursor *c, unsigned type)
{
	static const uint16_t kinds[] = {IS_ROUTER,      IS_NETWORK, IS_INTERPREFIX,
					 IS_INTERROUTER, IS_ASEXT,   IS_MEMBER,
					 IS_NSSA,        IS_LINK,    IS_INTRAPREFIX};
	static const struct part parts[] = {{ID, 4},           {ADV_ROUTER, 4}, {SEQ_NO, 4},
					    {LSA_CHECKSUM, 2}, {LSA_LENGTH, 2}, {0}};

	put_slice(w, *c, AGE, 2);
	put_slice(w, *c, NO_AGE, 2);
	cursor_pull(c, 2);
	put(w, c, TYPE, 2);
	if (type >= 1 && type <= COUNT(kinds))
		put_value(w, kinds[type - 1], c->at - 2, 2, 1);
	put_rows(w, c, parts);
}

static void put_lsa(struct walk *w, struct cursor *c, bool bodies)
{
	struct cursor peek = *c, body;
	unsigned type;
	uint32_t len, group;
	const char *word;

	cursor_pull(&peek, 2);
	type = u16(&peek) & 0x1fff;
	cursor_pull(&peek, 14);
	len = u16(&peek);
	if (peek.bad) {
		cursor_fail(c, HEAD);
		return;
	}
	word = word_for(fields[T_FC].words, type);
	group = open_group(w, c, LSA, bodies ? len : HEAD);
	label_whole(w, "LSA-type %u (%s), len %u", type, word ? word : "Unknown", len);
	put_head(w, c, type);
	if (bodies && len > HEAD) {
		body = cursor_first(*c, len - HEAD);
		put_body(w, &body, type);
		cursor_take(c, len - HEAD);
	}
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l->parent, 1);
	bool bodies = u8(&head) == 4;

	while (c->left.cap)
		put_lsa(w, c, bodies);
}

static const struct hang hangs[] = {{"ospf.lsas", 3}, {0}};

const struct proto proto_ospf_lsa3 = {
	.brief = "OSPF",
	.no_column = true,
	.bare = true,
	.prefix = "ospf",
	.spec = "RFC 5340, A.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
