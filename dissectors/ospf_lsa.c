/* SPDX-License-Identifier: BSD-2-Clause */
/* OSPF version 2: link state advertisements. */
/* RFC 2328, A.4; RFC 3101 (NSSA), RFC 3623 (graceful restart), RFC 5250 (opaque). */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	LSA_PART,
	LOOSE,
	LSA,
	AGE,
	NO_AGE,
	TYPE,
	IS_ROUTER,
	IS_NETWORK,
	IS_SUMMARY,
	IS_ASBR,
	IS_ASEXT,
	IS_MEMBER,
	IS_NSSA,
	IS_ATTR,
	IS_OPAQUE,
	ID,
	OPAQUE_TYPE,
	TE_RESERVED,
	TE_INSTANCE,
	OPAQUE_ID,
	ADV_ROUTER,
	SEQ_NO,
	LSA_CHECKSUM,
	LSA_LENGTH,
	FLAGS,
	F_H,
	F_N,
	F_W,
	F_V,
	F_E,
	F_B,
	N_LINKS,
	LINK,
	LINK_ID,
	LINK_DATA,
	LINK_TYPE,
	N_METRICS,
	METRIC0,
	NETMASK,
	ATTACHED,
	LINK_METRIC,
	TOS,
	SUM_TOS,
	METRIC,
	SUM_MASK,
	EXT_MASK,
	EXT_TYPE,
	EXT_FORWARD,
	EXT_TAG,
	OPTIONS2,
	O2_DN,
	O2_O,
	O2_DC,
	O2_L,
	O2_N,
	O2_MC,
	O2_E,
	O2_MT,
	OPTIONS7,
	O7_DN,
	O7_O,
	O7_DC,
	O7_L,
	O7_P,
	O7_MC,
	O7_E,
	O7_MT,
	GRACE,
	TLV_TYPE,
	TLV_LENGTH,
	GRACE_PERIOD,
	GRACE_REASON,
	GRACE_IP,
	PAD,
};

static const struct word type_words[] = {
	{1, "Router-LSA"},
	{2, "Network-LSA"},
	{3, "Summary-LSA (IP network)"},
	{4, "Summary-LSA (ASBR)"},
	{5, "AS-External-LSA (ASBR)"},
	{6, "Group Membership LSA"},
	{7, "NSSA AS-External-LSA"},
	{8, "External Attributes LSA"},
	{9, "Opaque LSA, Link-local scope"},
	{10, "Opaque LSA, Area-local scope"},
	{11, "Opaque LSA, AS-local scope"},
};

static const struct word opaque_type_words[] = {
	{1, "Traffic Engineering LSA"},
	{2, "Sycamore Optical Topology Descriptions"},
	{3, "grace-LSA"},
	{4, "Router Information (RI)"},
	{5, "L1VPN LSA"},
	{6, "Inter-AS-TE-v2 LSA"},
	{7, "OSPFv2 Extended Prefix Opaque LSA"},
	{8, "OSPFv2 Extended Link Opaque LSA"},
	{9, "TTZ LSA"},
};

static const struct word ext_type_words[] = {
	{0, "Type 1 (metric is specified in the same units as interface cost)"},
	{1, "Type 2 (metric is larger than any other link state path)"}};

static const struct word o2_dc_words[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct word o2_l_words[] = {{0, "Not Present"}, {1, "Present"}};

static const struct word o2_mc_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word grace_reason_words[] = {
	{0, "Unknown"},
	{1, "Software Restart"},
	{2, "Software Reload/Upgrade"},
	{3, "Processor Switchover"},
};

#define HEAD 20 /* octets of an advertisement's header */

enum { ROUTER_LSA = 1, NETWORK_LSA, SUMMARY_LSA, ASBR_LSA, EXTERNAL_LSA, GROUP_LSA, NSSA_LSA };
enum { OPAQUE_TE = 1, OPAQUE_GRACE = 3 };

static const struct word grace_types[] = {{1, "grace-LSA Grace Period"},
					  {2, "grace-LSA Restart Reason"},
					  {3, "grace-LSA Restart IP"}};
static const struct words grace_words = {grace_types, COUNT(grace_types)};

static const struct field fields[] = {
	[LSA_PART] = {"ospf.part", "Advertisement", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[LSA] = {"text", "LSA", HEADING},
	[AGE] = {"ospf.lsa.age", "LS Age (seconds)", U16, DEC, AT(1, 15), .under = LOOSE,
		 .help = "Seconds since it was made", .ref = "A.4.1"},
	[NO_AGE] = {"ospf.lsa.donotage", "Do Not Age Flag", U16, DEC, AT(0, 1), BOX(16, 0),
		    .under = LOOSE, .help = "It never grows old", .ref = "RFC 1793, 2.2"},
	[TYPE] = {"ospf.lsa", "LS Type", U8, DEC, WORDS(type_words), .help = "What it tells",
		  .ref = "A.4.1"},
	[IS_ROUTER] = {"ospf.lsa.router", "Router LSA", BOOL, .traits = HIDDEN,
		       .help = "A router's links", .ref = "A.4.2"},
	[IS_NETWORK] = {"ospf.lsa.network", "Network LSA", BOOL, .traits = HIDDEN,
			.help = "A network's routers", .ref = "A.4.3"},
	[IS_SUMMARY] = {"ospf.lsa.summary", "Summary LSA (IP Network)", BOOL, .traits = HIDDEN,
			.help = "Another area's network", .ref = "A.4.4"},
	[IS_ASBR] = {"ospf.lsa.asbr", "Summary LSA (ASBR)", BOOL, .traits = HIDDEN,
		     .help = "Another area's border router", .ref = "A.4.4"},
	[IS_ASEXT] = {"ospf.lsa.asext", "AS-External LSA (ASBR)", BOOL, .traits = HIDDEN,
		      .help = "A route from elsewhere", .ref = "A.4.5"},
	[IS_MEMBER] = {"ospf.lsa.member", "Group Membership LSA", BOOL, .traits = HIDDEN,
		       .help = "Members of a group", .ref = "RFC 1584, A.3"},
	[IS_NSSA] = {"ospf.lsa.nssa", "NSSA AS-External LSA", BOOL, .traits = HIDDEN,
		     .help = "A route from elsewhere, in an area of its own kind",
		     .ref = "RFC 3101, 2.3"},
	[IS_ATTR] = {"ospf.lsa.attr", "External Attributes LSA", BOOL, .traits = HIDDEN,
		     .help = "External attributes", .ref = "A.4.1"},
	[IS_OPAQUE] = {"ospf.lsa.opaque", "Opaque LSA", BOOL, .traits = HIDDEN,
		       .help = "For others to read", .ref = "RFC 5250, 3"},
	[ID] = {"ospf.lsa.id", "Link State ID", IPV4, .help = "Which one of its kind",
		.ref = "A.4.1"},
	[OPAQUE_TYPE] = {"ospf.lsid_opaque_type", "Link State ID Opaque Type", U8, DEC,
			 WORDS(opaque_type_words), .help = "For whom it is", .ref = "RFC 5250, 3"},
	[TE_RESERVED] = {"ospf.lsid_te_lsa.reserved", "Link State ID TE-LSA Reserved", U8, DEC,
			 .help = "Always 0", .ref = "RFC 3630, 2.2"},
	[TE_INSTANCE] = {"ospf.lsid_te_lsa.instance", "Link State ID TE-LSA Instance", U16, DEC,
			 .help = "Which one", .ref = "RFC 3630, 2.2"},
	[OPAQUE_ID] = {"ospf.lsid.opaque_id", "Link State ID Opaque ID", U24, DEC,
		       .help = "Which one", .ref = "RFC 5250, 3"},
	[ADV_ROUTER] = {"ospf.advrouter", "Advertising Router", IPV4, .help = "Whose it is",
			.ref = "A.4.1"},
	[SEQ_NO] = {"ospf.lsa.seqnum", "Sequence Number", U32, HEX, .help = "Tells old from new",
		    .ref = "A.4.1"},
	[LSA_CHECKSUM] = {"ospf.lsa.chksum", "Checksum", U16, HEX, .help = "Over all but the age",
			  .ref = "A.4.1"},
	[LSA_LENGTH] = {"ospf.lsa.length", "Length", U16, DEC, .help = "Octets with the header",
			.ref = "A.4.1"},
	[FLAGS] = {"ospf.v2.router.lsa.flags", "Flags", U8, HEX, .form = form_flags,
		   .help = "What kind of router it is", .ref = "A.4.2"},
	[F_H] = {"ospf.v2.router.lsa.flags.h", "(H) flag", BOOL, AT(0, 1), .under = FLAGS,
		 WORDS(yes_no), .help = "It is a host", .ref = "RFC 8770, 3"},
	[F_N] = {"ospf.v2.router.lsa.flags.n", "(N) flag", BOOL, AT(3, 1), .under = FLAGS,
		 WORDS(yes_no), .help = "Translates routes from elsewhere", .ref = "RFC 3101, 2.4"},
	[F_W] = {"ospf.v2.router.lsa.flags.w", "(W) Wild-card multicast receiver", BOOL, AT(4, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Receives all multicasts",
		 .ref = "RFC 1584, A.3"},
	[F_V] = {"ospf.v2.router.lsa.flags.v", "(V) Virtual link endpoint", BOOL, AT(5, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Ends a virtual link", .ref = "A.4.2"},
	[F_E] = {"ospf.v2.router.lsa.flags.e", "(E) AS boundary router", BOOL, AT(6, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Knows routes from elsewhere",
		 .ref = "A.4.2"},
	[F_B] = {"ospf.v2.router.lsa.flags.b", "(B) Area border router", BOOL, AT(7, 1),
		 .under = FLAGS, WORDS(yes_no), .help = "Stands between areas", .ref = "A.4.2"},
	[N_LINKS] = {"ospf.lsa.number_of_links", "Number of Links", U16, DEC,
		     .help = "How many links follow", .ref = "A.4.2"},
	[LINK] = {"text", "Type", HEADING},
	[LINK_ID] = {"ospf.lsa.router.linkid", "Link ID", IPV4, .help = "What is at the other end",
		     .ref = "A.4.2"},
	[LINK_DATA] = {"ospf.lsa.router.linkdata", "Link Data", IPV4,
		       .help = "Netmask, or the interface's address", .ref = "A.4.2"},
	[LINK_TYPE] = {"ospf.lsa.router.linktype", "Link Type", U8, DEC,
		       .help = "What kind of link it is", .ref = "A.4.2"},
	[N_METRICS] = {"ospf.lsa.router.nummetrics", "Number of Metrics", U8, DEC,
		       .help = "Further metrics", .ref = "A.4.2"},
	[METRIC0] = {"ospf.lsa.router.metric0", "0 Metric", U16, DEC, .help = "What the link costs",
		     .ref = "A.4.2"},
	[NETMASK] = {"ospf.lsa.network.netmask", "Netmask", IPV4, .help = "The network's mask",
		     .ref = "A.4.3"},
	[ATTACHED] = {"ospf.lsa.network.attchrtr", "Attached Router", IPV4,
		      .help = "A router on the network", .ref = "A.4.3"},
	[LINK_METRIC] = {"ospf.ls.metric", "Metric", U32, DEC,
			 .help = "What the link costs for a type of service", .ref = "A.4.2"},
	[TOS] = {"ospf.lsa.tos", "TOS", U8, DEC, AT(1, 7), .under = LOOSE,
		 .help = "Type of service", .ref = "A.4.2"},
	[SUM_TOS] = {"ospf.lsa.tos", "TOS", U8, DEC, .help = "Type of service", .ref = "A.4.4"},
	[METRIC] = {"ospf.metric", "Metric", U32, DEC, .help = "What the way costs",
		    .ref = "A.4.4"},
	[SUM_MASK] = {"ospf.lsa.asbr.netmask", "Netmask", IPV4, .help = "The network's mask",
		      .ref = "A.4.4"},
	[EXT_MASK] = {"ospf.lsa.asext.netmask", "Netmask", IPV4, .help = "The network's mask",
		      .ref = "A.4.5"},
	[EXT_TYPE] = {"ospf.lsa.asext.type", "External Type", BOOL, AT(0, 1), .under = LOOSE,
		      WORDS(ext_type_words), .help = "Whether its metric stands for itself",
		      .ref = "A.4.5"},
	[EXT_FORWARD] = {"ospf.lsa.asext.fwdaddr", "Forwarding Address", IPV4,
			 .help = "Where packets should go", .ref = "A.4.5"},
	[EXT_TAG] = {"ospf.lsa.asext.extrttag", "External Route Tag", U32, DEC,
		     .help = "For border routers", .ref = "A.4.5"},
	[OPTIONS2] = {"ospf.v2.options", "Options", U8, HEX, .form = form_flags,
		      .help = "What the router can do", .ref = "A.2"},
	[O2_DN] = {"ospf.v2.options.dn", "DN", BOOL, AT(0, 1), .under = OPTIONS2, WORDS(set_notset),
		   .help = "Not to be looped back", .ref = "RFC 4576, 4"},
	[O2_O] = {"ospf.v2.options.o", "O", BOOL, AT(1, 1), .under = OPTIONS2, WORDS(set_notset),
		  .help = "Opaque advertisements are known", .ref = "RFC 5250, 4.1"},
	[O2_DC] = {"ospf.v2.options.dc", "(DC) Demand Circuits", BOOL, AT(2, 1), .under = OPTIONS2,
		   WORDS(o2_dc_words), .help = "Demand circuits", .ref = "RFC 1793, 2"},
	[O2_L] = {"ospf.v2.options.l", "(L) LLS Data block", BOOL, AT(3, 1), .under = OPTIONS2,
		  WORDS(o2_l_words), .help = "A local block follows", .ref = "RFC 5613, 2.1"},
	[O2_N] = {"ospf.v2.options.n", "(N) NSSA", BOOL, AT(4, 1), .under = OPTIONS2,
		  WORDS(o2_dc_words), .help = "Not so stubby areas", .ref = "RFC 3101, 2.1"},
	[O2_MC] = {"ospf.v2.options.mc", "(MC) Multicast", BOOL, AT(5, 1), .under = OPTIONS2,
		   WORDS(o2_mc_words), .help = "Multicast", .ref = "A.2"},
	[O2_E] = {"ospf.v2.options.e", "(E) External Routing", BOOL, AT(6, 1), .under = OPTIONS2,
		  WORDS(o2_mc_words), .help = "Routes from elsewhere are flooded", .ref = "A.2"},
	[O2_MT] = {"ospf.v2.options.mt", "(MT) Multi-Topology Routing", BOOL, AT(7, 1),
		   .under = OPTIONS2, WORDS(yes_no), .help = "More than one topology",
		   .ref = "RFC 4915, 3.2"},
	[OPTIONS7] = {"ospf.v2.options", "Options", U8, HEX, .form = form_flags,
		      .help = "What the router can do", .ref = "A.2"},
	[O7_DN] = {"ospf.v2.options.dn", "DN", BOOL, AT(0, 1), .under = OPTIONS7, WORDS(set_notset),
		   .help = "Not to be looped back", .ref = "RFC 4576, 4"},
	[O7_O] = {"ospf.v2.options.o", "O", BOOL, AT(1, 1), .under = OPTIONS7, WORDS(set_notset),
		  .help = "Opaque advertisements are known", .ref = "RFC 5250, 4.1"},
	[O7_DC] = {"ospf.v2.options.dc", "(DC) Demand Circuits", BOOL, AT(2, 1), .under = OPTIONS7,
		   WORDS(o2_dc_words), .help = "Demand circuits", .ref = "RFC 1793, 2"},
	[O7_L] = {"ospf.v2.options.l", "(L) LLS Data block", BOOL, AT(3, 1), .under = OPTIONS7,
		  WORDS(o2_l_words), .help = "A local block follows", .ref = "RFC 5613, 2.1"},
	[O7_P] = {"ospf.v2.options.p", "(P) Propagate", BOOL, AT(4, 1), .under = OPTIONS7,
		  WORDS(set_notset), .help = "To be told in other areas", .ref = "RFC 3101, 2.3"},
	[O7_MC] = {"ospf.v2.options.mc", "(MC) Multicast", BOOL, AT(5, 1), .under = OPTIONS7,
		   WORDS(o2_mc_words), .help = "Multicast", .ref = "A.2"},
	[O7_E] = {"ospf.v2.options.e", "(E) External Routing", BOOL, AT(6, 1), .under = OPTIONS7,
		  WORDS(o2_mc_words), .help = "Routes from elsewhere are flooded", .ref = "A.2"},
	[O7_MT] = {"ospf.v2.options.mt", "(MT) Multi-Topology Routing", BOOL, AT(7, 1),
		   .under = OPTIONS7, WORDS(yes_no), .help = "More than one topology",
		   .ref = "RFC 4915, 3.2"},
	[GRACE] = {"ospf.v2.grace", "Grace TLV", NONE, .help = "About a restart",
		   .ref = "RFC 3623, B"},
	[TLV_TYPE] = {"ospf.tlv_type", "TLV Type", U16, DEC, .under = GRACE, .words = &grace_words,
		      .help = "Which element", .ref = "RFC 3623, B"},
	[TLV_LENGTH] = {"ospf.tlv_length", "TLV Length", U16, DEC, .under = GRACE,
			.help = "Octets of its value", .ref = "RFC 3623, B"},
	[GRACE_PERIOD] = {"ospf.v2.grace.period", "Grace Period", U32, DEC, .under = GRACE,
			  .unit = " seconds", .help = "Seconds that neighbours should wait",
			  .ref = "RFC 3623, B"},
	[GRACE_REASON] = {"ospf.v2.grace.reason", "Restart Reason", U8, DEC, .under = GRACE,
			  WORDS(grace_reason_words), .help = "Why it restarts",
			  .ref = "RFC 3623, B"},
	[GRACE_IP] = {"ospf.v2.grace.ip", "Restart IP", IPV4, .under = GRACE,
		      .help = "The interface's address", .ref = "RFC 3623, B"},
	[PAD] = {"ospf.pad_bytes", "Pad Bytes", BYTES, .under = GRACE,
		 .help = "Fills up to words of four octets", .ref = "RFC 3623, B"},
};

static void put_metrics(struct walk *w, struct cursor *c, unsigned n)
{
	while (n-- && c->left.cap) {
		unsigned tos = u8(c), metric;

		cursor_pull(c, 1);
		metric = (unsigned)put(w, c, LINK_METRIC, 2);
		if (!c->bad)
			label_whole(w, "TOS: %u, Metric: %u", tos, metric);
	}
}

static void put_link(struct walk *w, struct cursor *c)
{
	static const char *const kinds[] = {"Unknown", "PTP", "Transit", "Stub", "Virtual"};
	static const char *const ids[] = {"Unknown link ID", "Neighboring router's Router ID",
					  "IP address of Designated Router",
					  "IP network/subnet number",
					  "Neighboring router's Router ID"};
	static const char *const types[] = {
		"Unknown link type", "Point-to-point connection to another router",
		"Connection to a transit network", "Connection to a stub network", "Virtual link"};
	struct cursor peek = *c;
	const uint8_t *id = cursor_pull(&peek, 4), *data = cursor_pull(&peek, 4);
	unsigned type = u8(&peek), n = u8(&peek), metric = u16(&peek), kind = type <= 4 ? type : 0;
	uint32_t group = open_group(w, c, LINK, 12 + 4 * n);

	if (id && data)
		label_whole(w, "Type: %-8s ID: %-15s Data: %-15s Metric: %u", kinds[kind],
			    address_words(w, IPV4, id), address_words(w, IPV4, data), metric);
	put(w, c, LINK_ID, 4);
	label_tail(w, " - %s", ids[kind]);
	put(w, c, LINK_DATA, 4);
	put(w, c, LINK_TYPE, 1);
	label_tail(w, " - %s", types[kind]);
	put(w, c, N_METRICS, 1);
	label_tail(w, " - TOS");
	put(w, c, METRIC0, 2);
	put_metrics(w, c, n);
	shut_group(w, group, NULL);
}

static void put_router(struct walk *w, struct cursor *c)
{
	unsigned n;

	put(w, c, FLAGS, 1);
	cursor_pull(c, 1);
	for (n = (unsigned)put(w, c, N_LINKS, 2); n && c->left.cap; n--)
		put_link(w, c);
}

static void put_network(struct walk *w, struct cursor *c)
{
	put(w, c, NETMASK, 4);
	while (c->left.cap)
		put(w, c, ATTACHED, 4);
}

static void put_summary(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{SUM_TOS, 1}, {METRIC, 3}, {0}};

	put(w, c, SUM_MASK, 4);
	do
		put_rows(w, c, parts);
	while (c->left.cap);
}

static void put_external(struct walk *w, struct cursor *c)
{
	put(w, c, EXT_MASK, 4);
	do {
		put_slice(w, *c, EXT_TYPE, 1);
		put_slice(w, *c, TOS, 1);
		cursor_pull(c, 1);
		put(w, c, METRIC, 3);
		put(w, c, EXT_FORWARD, 4);
		put(w, c, EXT_TAG, 4);
	} while (c->left.cap);
}

/* An element is headed by what it says. */
static void label_grace(struct walk *w, struct cursor c, unsigned type)
{
	unsigned reason = type == 2 ? u8(&c) : 0;

	if (type == 1)
		label_whole(w, "Grace Period: %u seconds", (unsigned)u32(&c));
	else if (type == 2)
		label_whole(w, "Restart Reason: %s (%u)",
			    row_word(w, GRACE_REASON, reason, "Unknown"), reason);
	else if (type == 3 && c.left.cap >= 4)
		label_whole(w, "Restart IP: %s", address_words(w, IPV4, cursor_pull(&c, 4)));
}

static void put_grace(struct walk *w, struct cursor *c)
{
	static const uint16_t rows[] = {GRACE_PERIOD, GRACE_REASON, GRACE_IP};
	struct cursor peek = *c;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), pad = (4 - len % 4) % 4,
		 group = open_group(w, c, GRACE, 4 + len);

	label_grace(w, peek, type);
	put(w, c, TLV_TYPE, 2);
	put(w, c, TLV_LENGTH, 2);
	if (type >= 1 && type <= COUNT(rows))
		put(w, c, rows[type - 1], len);
	else
		cursor_take(c, len);
	if (pad)
		put(w, c, PAD, pad);
	shut_group(w, group, NULL);
}

static void put_body(struct walk *w, struct cursor *c, unsigned type, unsigned opaque)
{
	switch (type) {
	case ROUTER_LSA:
		put_router(w, c);
		break;
	case NETWORK_LSA:
		put_network(w, c);
		break;
	case SUMMARY_LSA:
	case ASBR_LSA:
		put_summary(w, c);
		break;
	case EXTERNAL_LSA:
	case NSSA_LSA:
		put_external(w, c);
		break;
	default:
		while (type >= 9 && opaque == OPAQUE_GRACE && c->left.cap)
			put_grace(w, c);
		if (type >= 9 && c->left.cap && also_by(w->now, 0, opaque))
			*c = walk_part(w, also_by(w->now, 0, opaque), *c);
		break;
	}
}

static void put_id(struct walk *w, struct cursor *c, unsigned type)
{
	if (type < 9 || type > 11) {
		put(w, c, ID, 4);
		return;
	}
	if (put(w, c, OPAQUE_TYPE, 1) == OPAQUE_TE) {
		put(w, c, TE_RESERVED, 1);
		put(w, c, TE_INSTANCE, 2);
	} else {
		put(w, c, OPAQUE_ID, 3);
	}
}

static void put_head(struct walk *w, struct cursor *c, unsigned type)
{
	static const uint16_t kinds[] = {IS_ROUTER, IS_NETWORK, IS_SUMMARY, IS_ASBR,
					 IS_ASEXT,  IS_MEMBER,  IS_NSSA,    IS_ATTR,
					 IS_OPAQUE, IS_OPAQUE,  IS_OPAQUE};

	put_slice(w, *c, AGE, 2);
	put_slice(w, *c, NO_AGE, 2);
	cursor_pull(c, 2);
	put(w, c, type == NSSA_LSA ? OPTIONS7 : OPTIONS2, 1);
	put(w, c, TYPE, 1);
	if (type >= 1 && type <= COUNT(kinds))
		put_value(w, kinds[type - 1], c->at - 1, 1, 1);
	put_id(w, c, type);
	put(w, c, ADV_ROUTER, 4);
	put(w, c, SEQ_NO, 4);
	put(w, c, LSA_CHECKSUM, 2);
	put(w, c, LSA_LENGTH, 2);
}

static void put_lsa(struct walk *w, struct cursor *c, bool bodies)
{
	struct cursor peek = *c, body;
	unsigned type, opaque;
	uint32_t len, group;
	const char *word;

	cursor_pull(&peek, 3);
	type = u8(&peek);
	opaque = u8(&peek);
	cursor_pull(&peek, 13);
	len = u16(&peek);
	if (peek.bad) {
		cursor_fail(c, HEAD);
		return;
	}
	word = word_for(fields[TYPE].words, type);
	group = open_group(w, c, LSA, bodies ? len : HEAD);
	label_whole(w, "LSA-type %u (%s), len %u", type, word ? word : "Unknown", len);
	put_head(w, c, type);
	if (bodies && len > HEAD) {
		body = cursor_first(*c, len - HEAD);
		put_body(w, &body, type, opaque);
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

static const struct hang hangs[] = {{"ospf.lsas", 2}, {0}};

const struct proto proto_ospf_lsa = {
	.brief = "OSPF",
	.no_column = true,
	.bare = true,
	.prefix = "ospf",
	.spec = "RFC 2328, A.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"ospf.opaque"}},
	.hangs = hangs,
	.rest = rest,
};
