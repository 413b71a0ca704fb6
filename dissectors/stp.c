/* SPDX-License-Identifier: BSD-2-Clause */
/* Spanning trees: STP, RSTP and MSTP. */
/* IEEE Std 802.1D-2004, 9; IEEE Std 802.1Q-2018, 14. */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	STP,
	LOOSE,
	PROTOCOL,
	VERSION,
	TYPE,
	CONF_FLAGS,
	C_TCACK,
	C_TC,
	FLAGS,
	F_TCACK,
	F_AGREEMENT,
	F_FORWARDING,
	F_LEARNING,
	F_ROLE,
	F_PROPOSAL,
	F_TC,
	ROOT,
	ROOT_PRIO,
	ROOT_EXT,
	ROOT_HW,
	COST,
	BRIDGE,
	BRIDGE_PRIO,
	BRIDGE_EXT,
	BRIDGE_HW,
	PORT_ID,
	MSG_AGE,
	MAX_AGE,
	HELLO,
	FORWARD,
	V1_LENGTH,
	V3_LENGTH,
	MST,
	SELECTOR,
	NAME,
	REVISION,
	DIGEST,
	INTERNAL_COST,
	CIST,
	CIST_PRIO,
	CIST_EXT,
	CIST_HW,
	CIST_HOPS,
	INSTANCE,
	M_FLAGS,
	M_TCACK,
	M_AGREEMENT,
	M_FORWARDING,
	M_LEARNING,
	M_ROLE,
	M_PROPOSAL,
	M_TC,
	M_PRIORITY,
	M_ID,
	M_ROOT,
	M_COST,
	M_BRIDGE,
	M_PORT,
	M_HOPS,
	V4_LENGTH,
	SPT,
	SPT_REGION,
	SPT_SELECTOR,
	SPT_NAME,
	SPT_REVISION,
	SPT_DIGEST,
	AGREEMENT,
	AN,
	DAN,
	VALID,
	RESTRICTED,
	FORMAT_ID,
	FORMAT_CAP,
	CONVENTION_ID,
	CONVENTION_CAP,
	EDGES,
	A_DIGEST,
	VLAN_TLV,
	TLV_TYPE,
	TLV_LEN,
	TLV_VLAN,
	VERSION_NOTE,
	TYPE_NOTE,
};

static const struct word protocol_words[] = {{0, "Spanning Tree Protocol"}};

static const struct word version_words[] = {
	{0, "Spanning Tree"},
	{2, "Rapid Spanning Tree"},
	{3, "Multiple Spanning Tree"},
	{4, "Shortest Path Tree"},
};

static const struct word type_words[] = {
	{0, "Configuration"},
	{2, "Rapid/Multiple Spanning Tree"},
	{128, "Topology Change Notification"},
};

static const struct word f_role_words[] = {
	{1, "Alternate or Backup"},
	{2, "Root"},
	{3, "Designated"},
};

static const struct word tlv_type_words[] = {{0, "Originating VLAN"}};

enum { CONFIGURATION, RAPID = 2, CHANGE = 0x80 };
#define SNAP_SAP 0xaa
enum { TREE_VERSION_MULTIPLE = 3, TREE_VERSION_SHORTEST };
#define MST_HEAD 64 /* octets of the extension before its instances */
#define INSTANCE_LEN 16
#define SPT_LEN 85
#define SUMMARY 27 /* octets that the summary line tells of: without them nothing is shown */

static const struct field fields[] = {
	[STP] = {"stp", "Spanning Tree Protocol", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[PROTOCOL] = {"stp.protocol", "Protocol Identifier", U16, HEX, WORDS(protocol_words),
		      .help = "Always 0", .ref = "9.3.1"},
	[VERSION] = {"stp.version", "Protocol Version Identifier", U8, DEC, WORDS(version_words),
		     .help = "Which protocol of the family", .ref = "9.3.1"},
	[TYPE] = {"stp.type", "BPDU Type", U8, HEX, WORDS(type_words),
		  .help = "What the message is", .ref = "9.3.1"},
	[CONF_FLAGS] = {"stp.flags", "BPDU flags", U8, HEX, .form = form_flags, .help = "All flags",
			.ref = "9.3.1"},
	[C_TCACK] = {"stp.flags.tcack", "Topology Change Acknowledgment", BOOL, AT(0, 1),
		     .under = CONF_FLAGS, WORDS(yes_no), .help = "The change of topology is known",
		     .ref = "9.3.1"},
	[C_TC] = {"stp.flags.tc", "Topology Change", BOOL, AT(7, 1), .under = CONF_FLAGS,
		  WORDS(yes_no), .help = "The topology changes", .ref = "9.3.1"},
	[FLAGS] = {"stp.flags", "BPDU flags", U8, HEX, .form = form_flags, .help = "All flags",
		   .ref = "9.3.3"},
	[F_TCACK] = {"stp.flags.tcack", "Topology Change Acknowledgment", BOOL, AT(0, 1),
		     .under = FLAGS, WORDS(yes_no), .help = "The change of topology is known",
		     .ref = "9.3.3"},
	[F_AGREEMENT] = {"stp.flags.agreement", "Agreement", BOOL, AT(1, 1), .under = FLAGS,
			 WORDS(yes_no), .help = "The port agrees", .ref = "9.3.3"},
	[F_FORWARDING] = {"stp.flags.forwarding", "Forwarding", BOOL, AT(2, 1), .under = FLAGS,
			  WORDS(yes_no), .help = "The port forwards", .ref = "9.3.3"},
	[F_LEARNING] = {"stp.flags.learning", "Learning", BOOL, AT(3, 1), .under = FLAGS,
			WORDS(yes_no), .help = "The port learns addresses", .ref = "9.3.3"},
	[F_ROLE] = {"stp.flags.port_role", "Port Role", U8, DEC, AT(4, 2), .under = FLAGS,
		    WORDS(f_role_words), .help = "What the port is to the tree", .ref = "9.3.3"},
	[F_PROPOSAL] = {"stp.flags.proposal", "Proposal", BOOL, AT(6, 1), .under = FLAGS,
			WORDS(yes_no), .help = "The port offers to forward", .ref = "9.3.3"},
	[F_TC] = {"stp.flags.tc", "Topology Change", BOOL, AT(7, 1), .under = FLAGS, WORDS(yes_no),
		  .help = "The topology changes", .ref = "9.3.3"},
	[ROOT] = {"text", "Root Identifier", HEADING},
	[ROOT_PRIO] = {"stp.root.prio", "Root Bridge Priority", U16, DEC,
		       .help = "The lowest becomes root", .ref = "9.2.5"},
	[ROOT_EXT] = {"stp.root.ext", "Root Bridge System ID Extension", U16, DEC,
		      .help = "VLAN or instance", .ref = "9.2.5"},
	[ROOT_HW] = {"stp.root.hw", "Root Bridge System ID", ETHER, .help = "The root's address",
		     .ref = "9.2.5"},
	[COST] = {"stp.root.cost", "Root Path Cost", U32, DEC,
		  .help = "What the way to the root costs", .ref = "9.2.6"},
	[BRIDGE] = {"text", "Bridge Identifier", HEADING},
	[BRIDGE_PRIO] = {"stp.bridge.prio", "Bridge Priority", U16, DEC,
			 .help = "The lowest becomes root", .ref = "9.2.5"},
	[BRIDGE_EXT] = {"stp.bridge.ext", "Bridge System ID Extension", U16, DEC,
			.help = "VLAN or instance", .ref = "9.2.5"},
	[BRIDGE_HW] = {"stp.bridge.hw", "Bridge System ID", ETHER, .help = "The sender's address",
		       .ref = "9.2.5"},
	[PORT_ID] = {"stp.port", "Port identifier", U16, HEX, .help = "Which port sends it",
		     .ref = "9.2.7"},
	[MSG_AGE] = {"stp.msg_age", "Message Age", DOUBLE, .help = "Seconds since the root said so",
		     .ref = "9.2.8"},
	[MAX_AGE] = {"stp.max_age", "Max Age", DOUBLE, .help = "Seconds that it may grow old",
		     .ref = "9.2.8"},
	[HELLO] = {"stp.hello", "Hello Time", DOUBLE, .help = "Seconds between messages",
		   .ref = "9.2.8"},
	[FORWARD] = {"stp.forward", "Forward Delay", DOUBLE,
		     .help = "Seconds until a port forwards", .ref = "9.2.8"},
	[V1_LENGTH] = {"stp.version_1_length", "Version 1 Length", U8, DEC, .help = "Always 0",
		       .ref = "9.3.3"},
	[V3_LENGTH] = {"mstp.version_3_length", "Version 3 Length", U16, DEC,
		       .help = "Octets that follow", .ref = "14.4"},
	[MST] = {"text", "MST Extension", HEADING},
	[SELECTOR] = {"mstp.config_format_selector", "MST Config ID format selector", U8, DEC,
		      .help = "Always 0", .ref = "14.4"},
	[NAME] = {"mstp.config_name", "MST Config name", STRING, .traits = ZSTRING,
		  .help = "The region's name", .ref = "14.4"},
	[REVISION] = {"mstp.config_revision_level", "MST Config revision", U16, DEC,
		      .help = "Its number", .ref = "14.4"},
	[DIGEST] = {"mstp.config_digest", "MST Config digest", BYTES,
		    .help = "Over the table of VLANs", .ref = "14.4"},
	[INTERNAL_COST] = {"mstp.cist_internal_root_path_cost", "CIST Internal Root Path Cost", U32,
			   DEC, .help = "What the way costs inside the region", .ref = "14.4"},
	[CIST] = {"text", "CIST Bridge Identifier", HEADING},
	[CIST_PRIO] = {"mstp.cist_bridge.prio", "CIST Bridge Priority", U16, DEC,
		       .help = "The lowest becomes root", .ref = "14.4"},
	[CIST_EXT] = {"mstp.cist_bridge.ext", "CIST Bridge Identifier System ID Extension", U16,
		      DEC, .help = "Instance", .ref = "14.4"},
	[CIST_HW] = {"mstp.cist_bridge.hw", "CIST Bridge Identifier System ID", ETHER,
		     .help = "The sender's address", .ref = "14.4"},
	[CIST_HOPS] = {"mstp.cist_remaining_hops", "CIST Remaining hops", U8, DEC,
		       .help = "How many bridges it may still pass", .ref = "14.4"},
	[INSTANCE] = {"text", "MSTID", HEADING},
	[M_FLAGS] = {"mstp.msti.flags", "MSTI flags", U8, HEX, .form = form_flags,
		     .help = "All flags", .ref = "14.4.1"},
	[M_TCACK] = {"stp.flags.tcack", "Topology Change Acknowledgment", BOOL, AT(0, 1),
		     .under = M_FLAGS, WORDS(yes_no), .help = "The port is the master",
		     .ref = "14.4.1"},
	[M_AGREEMENT] = {"stp.flags.agreement", "Agreement", BOOL, AT(1, 1), .under = M_FLAGS,
			 WORDS(yes_no), .help = "The port agrees", .ref = "14.4.1"},
	[M_FORWARDING] = {"stp.flags.forwarding", "Forwarding", BOOL, AT(2, 1), .under = M_FLAGS,
			  WORDS(yes_no), .help = "The port forwards", .ref = "14.4.1"},
	[M_LEARNING] = {"stp.flags.learning", "Learning", BOOL, AT(3, 1), .under = M_FLAGS,
			WORDS(yes_no), .help = "The port learns addresses", .ref = "14.4.1"},
	[M_ROLE] = {"stp.flags.port_role", "Port Role", U8, DEC, AT(4, 2), .under = M_FLAGS,
		    WORDS(f_role_words), .help = "What the port is to the tree", .ref = "14.4.1"},
	[M_PROPOSAL] = {"stp.flags.proposal", "Proposal", BOOL, AT(6, 1), .under = M_FLAGS,
			WORDS(yes_no), .help = "The port offers to forward", .ref = "14.4.1"},
	[M_TC] = {"stp.flags.tc", "Topology Change", BOOL, AT(7, 1), .under = M_FLAGS,
		  WORDS(yes_no), .help = "The topology changes", .ref = "14.4.1"},
	[M_PRIORITY] = {"mstp.msti.priority", "Priority", U8, HEX, AT(0, 4), .under = LOOSE,
			.help = "The regional root's priority", .ref = "14.4.1"},
	[M_ID] = {"mstp.msti.msti_id", "MSTID", U16, DEC, AT(4, 12), BOX(16, 4), .under = LOOSE,
		  .help = "Which tree", .ref = "14.4.1"},
	[M_ROOT] = {"mstp.msti.root.hw", "Regional Root", ETHER,
		    .help = "The regional root's address", .ref = "14.4.1"},
	[M_COST] = {"mstp.msti.root_cost", "Internal root path cost", U32, DEC,
		    .help = "What the way costs inside the region", .ref = "14.4.1"},
	[M_BRIDGE] = {"mstp.msti.bridge_priority", "Bridge Identifier Priority", U8, DEC,
		      .help = "The sender's priority", .ref = "14.4.1"},
	[M_PORT] = {"mstp.msti.port_priority", "Port identifier priority", U8, DEC,
		    .help = "The port's priority", .ref = "14.4.1"},
	[M_HOPS] = {"mstp.msti.remaining_hops", "Remaining hops", U8, DEC,
		    .help = "How many bridges it may still pass", .ref = "14.4.1"},
	[V4_LENGTH] = {"mstp.version_4_length", "Version 4 Length", U16, DEC,
		       .help = "Octets that follow", .ref = "28.12"},
	[SPT] = {"text", "SPT Extension", HEADING},
	[SPT_REGION] = {"text", "MCID Data", HEADING},
	[SPT_SELECTOR] = {"mstp.config_format_selector", "SPT Config ID format selector", U8, DEC,
			  .help = "Always 0", .ref = "28.12"},
	[SPT_NAME] = {"mstp.config_name", "SPT Config name", STRING, .traits = ZSTRING,
		      .help = "The region's name", .ref = "28.12"},
	[SPT_REVISION] = {"mstp.config_revision_level", "SPT Config revision", U16, DEC,
			  .help = "Its number", .ref = "28.12"},
	[SPT_DIGEST] = {"mstp.config_digest", "SPT Config digest", BYTES,
			.help = "Over the table of VLANs", .ref = "28.12"},
	[AGREEMENT] = {"text", "Agreement Data", HEADING},
	[AN] = {"mstp.agree_flags.agreement_num", "Agreement Number", U8, DEC, AT(6, 2),
		.under = LOOSE, .help = "Which agreement the sender makes", .ref = "28.12"},
	[DAN] = {"mstp.agree_flags.dagreement_num", "Disagreement Number", U8, DEC, AT(4, 2),
		 .under = LOOSE, .help = "Which one it has heard of", .ref = "28.12"},
	[VALID] = {"mstp.agree_flags.agreement_valid", "Agreement Valid Flag", BOOL, AT(3, 1),
		   .under = LOOSE, WORDS(yes_no), .help = "The agreement counts", .ref = "28.12"},
	[RESTRICTED] = {"mstp.agree_flags.rest_role", "Restricted Role", BOOL, AT(2, 1),
			.under = LOOSE, WORDS(yes_no),
			.help = "The port doesn't become a root port", .ref = "28.12"},
	[FORMAT_ID] = {"bpdu.agreement_digest_format_id", "Agreement Digest Format Id", U8, DEC,
		       AT(0, 4), .under = LOOSE, .help = "How the digest is laid out",
		       .ref = "28.4"},
	[FORMAT_CAP] = {"bpdu.agreement_digest_format_capabilities",
			"Agreement Digest Format Capabilities", U8, DEC, AT(4, 4), .under = LOOSE,
			.help = "Which layouts the sender knows", .ref = "28.4"},
	[CONVENTION_ID] = {"bpdu.agreement_digest_convention_id", "Agreement Digest Convention Id",
			   U8, DEC, AT(0, 4), .under = LOOSE, .help = "What the digest covers",
			   .ref = "28.4"},
	[CONVENTION_CAP] = {"bpdu.agreement_digest_convention_capabilities",
			    "Agreement Digest Convention Capabilities", U8, DEC, AT(4, 4),
			    .under = LOOSE, .help = "Which conventions the sender knows",
			    .ref = "28.4"},
	[EDGES] = {"bpdu.agreement_digest_edge_count", "Agreement Digest Edge Count", U16, DEC,
		   .help = "How many edges the topology has", .ref = "28.4"},
	[A_DIGEST] = {"mstp.agreement_digest", "Agreement Digest", BYTES,
		      .help = "Over the topology that is agreed on", .ref = "28.4"},
	[VLAN_TLV] = {"text", "Originating VLAN (PVID)", HEADING},
	[TLV_TYPE] = {"stp.pvst.tlvtype", "Type", U16, HEX, WORDS(tlv_type_words),
		      .help = "Which element"},
	[TLV_LEN] = {"stp.pvst.tlvlen", "Length", U16, DEC, .help = "Octets of its value"},
	[TLV_VLAN] = {"stp.pvst.origvlan", "Originating VLAN", U16, DEC,
		      .help = "Whose tree it is"},
	[VERSION_NOTE] = EXPERT("bpdu.version_support",
				"This version of Wireshark only knows about versions 0, 2, 3 & 4",
				WARNING, G_PROTOCOL),
	[TYPE_NOTE] = EXPERT("stp.type.unknown", "Unknown BPDU type data", WARNING, G_PROTOCOL),
};

/* A bridge: its priority and what extends it share two octets. */
static void put_bridge(struct walk *w, struct cursor *c, unsigned head)
{
	struct cursor peek = *c;
	unsigned number = u16(&peek), prio = number & 0xf000, ext = number & 0xfff;
	const uint8_t *mac = cursor_pull(&peek, 6);
	uint32_t group = open_group(w, c, head, 8);

	if (mac)
		label_tail_of(w, group, ": %u / %u / %s", prio, ext, address_words(w, ETHER, mac));
	if (!peek.bad) {
		put_value(w, head + 1, c->at, 2, prio);
		put_value(w, head + 2, c->at, 2, ext);
	}
	cursor_pull(c, 2);
	put(w, c, head + 3, 6);
	shut_group(w, group, NULL);
}

/* Seconds, counted in 256ths. */
static void put_seconds(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t at = c->at;
	double seconds = u16(c) / 256.0;
	uint64_t bits;

	memcpy(&bits, &seconds, sizeof bits);
	if (!c->bad)
		put_value(w, row, at, 2, bits);
}

static void put_instance(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t group;
	unsigned number;
	const uint8_t *mac;

	if (!cursor_has(c, INSTANCE_LEN)) {
		cursor_fail(c, INSTANCE_LEN);
		return;
	}
	group = open_group(w, c, INSTANCE, INSTANCE_LEN);
	cursor_pull(&peek, 1);
	number = u16(&peek);
	mac = cursor_pull(&peek, 6);
	if (mac)
		label_whole(w, "MSTID %u, Regional Root Identifier %u / %s", number & 0xfff,
			    number & 0xf000, address_words(w, ETHER, mac));
	put(w, c, M_FLAGS, 1);
	put_slice(w, *c, M_PRIORITY, 1);
	put_slice(w, *c, M_ID, 2);
	cursor_pull(c, 2);
	put(w, c, M_ROOT, 6);
	put(w, c, M_COST, 4);
	if (c->left.cap >= 2) {
		put_value(w, M_BRIDGE, c->at, 1, u8(c) >> 4);
		put_value(w, M_PORT, c->at, 1, u8(c) >> 4);
	}
	put(w, c, M_HOPS, 1);
	shut_group(w, group, NULL);
}

static void put_multiple(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{SELECTOR, 1}, {NAME, 32},         {REVISION, 2},
					    {DIGEST, 16},  {INTERNAL_COST, 4}, {0}};
	uint32_t len = (uint32_t)put(w, c, V3_LENGTH, 2), group = open_group(w, c, MST, len);

	put_rows(w, c, parts);
	put_bridge(w, c, CIST);
	put(w, c, CIST_HOPS, 1);
	for (uint16_t left = (uint16_t)(len - MST_HEAD); left >= INSTANCE_LEN && !c->bad;
	     left -= INSTANCE_LEN)
		put_instance(w, c);
	shut_group(w, group, NULL);
}

/* Which configuration the region's shortest paths are for. */
static void put_region(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {
		{SPT_SELECTOR, 1}, {SPT_NAME, 32}, {SPT_REVISION, 2}, {SPT_DIGEST, 16}, {0}};
	uint32_t group = open_group(w, c, SPT_REGION, 51);

	put_rows(w, c, parts);
	shut_group(w, group, NULL);
}

static void put_agreement(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, AGREEMENT, 34);
	unsigned an = (unsigned)put_slice(w, *c, AN, 1), dan = (unsigned)put_slice(w, *c, DAN, 1);

	label_tail_of(w, group, " (AN: %u, DAN: %u)", an, dan);
	put_slice(w, *c, VALID, 1);
	put_slice(w, *c, RESTRICTED, 1);
	cursor_pull(c, 2);
	put_slice(w, *c, FORMAT_ID, 1);
	put_slice(w, *c, FORMAT_CAP, 1);
	u8(c);
	put_slice(w, *c, CONVENTION_ID, 1);
	put_slice(w, *c, CONVENTION_CAP, 1);
	u8(c);
	put(w, c, EDGES, 2);
	cursor_pull(c, 8);
	put(w, c, A_DIGEST, 20);
	shut_group(w, group, NULL);
}

/* What shortest paths add. */
static void put_shortest(struct walk *w, struct cursor *c)
{
	uint32_t len = (uint32_t)put(w, c, V4_LENGTH, 2), group;

	if (len < SPT_LEN || c->bad)
		return;
	group = open_group(w, c, SPT, len);
	put_region(w, c);
	put_agreement(w, c);
	shut_group(w, group, NULL);
}

/* A tree for each VLAN has its messages behind a header of SNAP. */
static void put_vlan(struct walk *w, const struct layer *l, struct cursor *c)
{
	static const struct part parts[] = {{TLV_TYPE, 2}, {TLV_LEN, 2}, {TLV_VLAN, 2}, {0}};
	struct cursor outer = layer_cursor(l->parent, 0), peek = *c;
	uint32_t group;

	if (u8(&outer) != SNAP_SAP || c->left.cap < 6)
		return;
	group = open_group(w, c, VLAN_TLV, 6);
	put_rows(w, c, parts);
	peek = cursor_first(peek, 6);
	cursor_pull(&peek, 4);
	label_tail_of(w, group, ": %u", u16(&peek));
	shut_group(w, group, NULL);
}

/* Whether the message tells of a root. */
static bool known(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 3);
	unsigned type = u8(&c);

	return !c.bad && (type == CONFIGURATION || type == RAPID);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned version, type;

	if (!cursor_has(c, 4) || (known(l) && !cursor_has(c, SUMMARY))) {
		cursor_fail(c, SUMMARY);
		return;
	}
	put(w, c, PROTOCOL, 2);
	version = (unsigned)put(w, c, VERSION, 1);
	if (!c->bad && !word_for(fields[VERSION].words, version))
		expert(w, VERSION_NOTE, NULL);
	type = (unsigned)put(w, c, TYPE, 1);
	if (!c->bad && !word_for(fields[TYPE].words, type))
		expert(w, TYPE_NOTE, NULL);
	if (c->bad || (type != CONFIGURATION && type != RAPID))
		return;
	put(w, c, type == CONFIGURATION ? CONF_FLAGS : FLAGS, 1);
	put_bridge(w, c, ROOT);
	put(w, c, COST, 4);
	put_bridge(w, c, BRIDGE);
	put(w, c, PORT_ID, 2);
	put_seconds(w, c, MSG_AGE);
	put_seconds(w, c, MAX_AGE);
	put_seconds(w, c, HELLO);
	put_seconds(w, c, FORWARD);
	if (type == RAPID && !c->bad)
		put(w, c, V1_LENGTH, 1);
	if (c->bad)
		return;
	if (type == CONFIGURATION || version < TREE_VERSION_MULTIPLE || c->left.cap < 2) {
		if (type == CONFIGURATION && c->left.wire) /* where others have a length */
			u8(c);
		put_vlan(w, l, c);
		return;
	}
	put_multiple(w, c);
	if (version >= TREE_VERSION_SHORTEST && !c->bad && c->left.wire >= 2)
		put_shortest(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);
	unsigned version = u8(&c), type = u8(&c), flags = u8(&c), number = u16(&c);
	const uint8_t *mac = cursor_pull(&c, 6);
	uint32_t cost = u32(&c), port;

	(void)r;
	cursor_pull(&c, 8);
	port = u16(&c);
	if (type == CHANGE) {
		text_put(t, "Topology Change Notification");
		return;
	}
	if (known(l) && c.bad)
		return;
	if (!known(l) || !mac) {
		text_format(t, "Unknown BPDU type (%u)", type);
		return;
	}
	text_put(t, type == CONFIGURATION              ? "Conf. "
		    : version == TREE_VERSION_SHORTEST ? "SPT. "
		    : version == TREE_VERSION_MULTIPLE ? "MST. "
						       : "RST. ");
	if (flags & 1)
		text_put(t, "TC + ");
	text_format(t, "Root = %u/%u/", number & 0xf000, number & 0xfff);
	text_address(t, mac, 6);
	text_format(t, "  Cost = %u  Port = 0x%04x", cost, port);
}

static const struct hang hangs[] = {{"llc.dsap", 0x42},       {"chdlc.protocol", 0x4242},
				    {"ethertype", 0x8181},    {"llc.cisco_pid", 0x108},
				    {"llc.cisco_pid", 0x109}, {"llc.cisco_pid", 0x10b},
				    {"llc.cisco_pid", 0x10c}, {0}};

const struct proto proto_stp = {
	.brief = "STP",
	.spec = "IEEE Std 802.1D-2004",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 2,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
