/* SPDX-License-Identifier: BSD-2-Clause */
/* Protocol Independent Multicast, versions 1 (inside IGMP) and 2. */
/* RFC 7761, RFC 3973 (dense mode), RFC 5059 (bootstrap), RFC 5015 (bidirectional), RFC 8364. */
#include "core/checksum.h"
#include "core/flags.h"
#include "core/numbers.h"

/* Rows of addresses come in pairs: IPv4's, and right behind it IPv6's. */
enum {
	PIM,
	LOOSE,
	VERSION,
	TYPE,
	DF_SUBTYPE,
	DF_RESERVED,
	NO_FORWARD,
	IGMP_TYPE,
	CODE,
	RESERVED,
	CHECKSUM,
	CHECKSUM_BAD_NOTE,
	STATUS,
	OPTION_LIST,
	OPTION,
	OPTION_TYPE,
	TRANSITIVE,
	OPTION_TYPE15,
	OPTION_LENGTH,
	OPTION_VALUE,
	HOLDTIME,
	HELLO_HOLDTIME,
	PRUNE_T,
	PROPAGATION,
	OVERRIDE,
	DR_PRIORITY,
	GENERATION,
	REFRESH_VERSION,
	REFRESH_INTERVAL,
	REFRESH_RESERVED,
	ADDRESS_LIST,
	ADDRESS,
	ADDRESS_6,
	REGISTER_FLAGS,
	BORDER,
	NULL_REGISTER,
	IP_VERSION,
	DUMMY,
	UPSTREAM,
	UPSTREAM_6,
	SOURCE,
	SOURCE_6,
	RP,
	RP_6,
	BSR,
	BSR_6,
	ORIGINATOR,
	ORIGINATOR_6,
	GROUP,
	GROUP_6,
	JOIN,
	JOIN_6,
	PRUNE,
	PRUNE_6,
	UNICAST,
	UNICAST_6,
	FAMILY,
	ENCODING,
	GROUP_FLAGS,
	GROUP_B,
	GROUP_RESERVED,
	GROUP_Z,
	SOURCE_FLAGS,
	SOURCE_RESERVED,
	SOURCE_S,
	SOURCE_W,
	SOURCE_R,
	MASK_LEN,
	JA,
	JA_FLAGS,
	JA_F,
	JA_E,
	JA_TYPE,
	JA_LENGTH,
	JA_VALUE,
	RLOC,
	RLOC_6,
	NUM_GROUPS,
	GROUP_SET,
	NUM_JOINS,
	NUM_PRUNES,
	FRAGMENT,
	HASH_LEN,
	BSR_PRIORITY,
	RP_COUNT,
	FRP_COUNT,
	PRIORITY,
	PREFIX_COUNT,
	RPT,
	METRIC_PREF,
	DF_PREF,
	METRIC,
	TTL,
	PRUNE_INDICATOR,
	PRUNE_NOW,
	ASSERT_OVERRIDE,
	INTERVAL,
	SOURCE_COUNT,
	SOURCE_HOLDTIME,
	MODE,
	GROUP_ADDRESS,
	GROUP_MASK,
	ADDR_LEN,
	V1_A,
	V1_S,
	V1_W,
	V1_R,
	V1_RESERVED,
};

struct state {
	uint64_t status, sum;
	uint64_t list; /* the node over the options */
};

enum {
	HELLO,
	REGISTER,
	REGISTER_STOP,
	JOIN_PRUNE,
	BOOTSTRAP,
	ASSERT,
	GRAFT,
	GRAFT_ACK,
	CANDIDATE,
	STATE_REFRESH,
	DF_ELECTION,
	PFM = 12,
	N_TYPES,
};

enum { V1_QUERY, V1_RP_REACHABLE = 4 };

#define HEAD 4
#define V1_HEAD 8
#define CHECKED_OF_REGISTER 8 /* RFC 7761, 4.9: what the packet quotes isn't covered */
#define NEXT_HEADER 103

static const struct word types[] = {
	{0, "Hello"},
	{1, "Register"},
	{2, "Register-stop"},
	{3, "Join/Prune"},
	{4, "Bootstrap"},
	{5, "Assert"},
	{6, "Graft"},
	{7, "Graft-Ack"},
	{8, "Candidate-RP-Advertisement"},
	{9, "State-Refresh"},
	{10, "DF election"},
	{11, "ECMP redirect"},
	{12, "PFM source discovery"},
};
static const struct words type_words = {types, COUNT(types)};

static const struct word codes[] = {
	{0, "Query"},      {1, "Register"},     {2, "Register-stop"},
	{3, "Join/Prune"}, {4, "RP-Reachable"}, {5, "Assert"},
	{6, "Graft"},      {7, "Graft-Ack"},    {8, "Mode"},
};
static const struct words code_words = {codes, COUNT(codes)};

static const struct word df_subtypes[] = {
	{1, "offer"}, {2, "DF Winner"}, {3, "DF Backoff"}, {4, "DF Pass"}};

static const struct word hello_options[] = {
	{1, "Hold Time"},
	{2, "LAN Prune Delay"},
	{17, "Label Parameters"},
	{18, "Deprecated"},
	{19, "DR Priority"},
	{20, "Generation ID"},
	{21, "State-Refresh"},
	{22, "Bidirectional Capable"},
	{23, "VCI Capability"},
	{24, "Address List"},
	{25, "Neighbor List TLV"},
	{26, "Join Attribute"},
	{27, "PIM-over-TCP-Capable"},
	{28, "PIM-over-SCTP-Capable"},
	{29, "Pop-Count"},
	{30, "PIM MT-ID"},
	{31, "Interface ID"},
	{32, "PIM ECMP Redirect Hello Option"},
	{33, "vPC Peer ID"},
	{34, "DR Load Balancing Capability"},
	{35, "DR Load Balancing List"},
	{36, "Hierarchical Join/Prune Attribute"},
	{65001, "Address list, old implementation"},
	{65004, "RPF Proxy Vector (Cisco proprietary)"},
};

static const struct words hello_words = {hello_options, COUNT(hello_options)};

static const struct word ip_versions[] = {{0, "Dummy Header"}, {4, "IPv4"}, {6, "IPv6"}};
static const struct word encodings[] = {{0, "Native"}, {1, "Native with Join Attribute"}};
static const struct word modes[] = {{0, "Dense"}, {1, "Sparse"}, {2, "Sparse-Dense"}};

static const struct word attributes[] = {
	{0, "RPF Vector TLV"},          {1, "MVPN Join Attribute"},
	{2, "MT-ID Join Attribute"},    {3, "Pop-Count"},
	{4, "Explicit RPF Vector"},     {5, "Transport Attribute"},
	{6, "Receiver RLOC Attribute"},
};
static const struct words attribute_words = {attributes, COUNT(attributes)};

/* "210", "Infinity (65535)", and where a hello says so "goodbye (0)". */
static void form_holdtime(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = n->u == 0xffff                            ? "Infinity"
			   : !n->u && strcmp(n->field->ref, "4.9.5") ? "goodbye"
								     : NULL;

	(void)r;
	if (word)
		text_format(t, "%s (%u)", word, (unsigned)n->u);
	else
		text_u64(t, n->u);
}

#define RFC "4.9"
#define PAIR(row, filter, filter6, what, says)                      \
	[row] = {filter, what, IPV4, .help = says, .ref = "4.9.1"}, \
	[row##_6] = {filter6, what, IPV6, .help = says, .ref = "4.9.1"}
#define BIT(row, filter, what, bit, parent, says) \
	[row] = {filter,                          \
		 what,                            \
		 BOOL,                            \
		 AT(bit, 1),                      \
		 .under = (parent),               \
		 WORDS(set_notset),               \
		 .help = says,                    \
		 .ref = "4.9.1"}
#define V1_BIT(row, filter, what, bit)         \
	[row] = {"pim.src_flags." filter,      \
		 what,                         \
		 U8,                           \
		 DEC,                          \
		 AT(bit, 1),                   \
		 .under = LOOSE,               \
		 .help = "A flag of a source", \
		 .ref = "version 1"}

static const struct field fields[] = {
	[PIM] = {"pim", "Protocol Independent Multicast", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[VERSION] = {"pim.version", "Version", U8, DEC, AT(0, 4), .under = LOOSE, .help = "1 or 2",
		     .ref = RFC},
	[TYPE] = {"pim.type", "Type", U8, DEC, AT(4, 4), .under = LOOSE, .words = &type_words,
		  .help = "What the message is for", .ref = RFC},
	[DF_SUBTYPE] = {"pim.df_elect.subtype", "DF Subtype", U8, DEC, AT(0, 4), .under = LOOSE,
			WORDS(df_subtypes), .help = "Step of the election", .ref = "RFC 5015, 3.7"},
	[DF_RESERVED] = {"pim.df_elect.rsvd", "DF reserved", U8, DEC, AT(4, 4), .under = LOOSE,
			 .help = "Always 0", .ref = "RFC 5015, 3.7"},
	[NO_FORWARD] = {"pim.pfmnoforwardbit", "Pfm no forward bit", BOOL, AT(0, 1), .under = LOOSE,
			.help = "Not to be flooded on", .ref = "RFC 8364, 3.1"},
	[IGMP_TYPE] = {"pim.igmp_type", "Type", STRING, .help = "IGMP's number of PIM",
		       .ref = "version 1"},
	[CODE] = {"pim.code", "Code", U8, DEC, .words = &code_words,
		  .help = "What the message is for", .ref = "version 1"},
	[RESERVED] = {"pim.res_bytes", "Reserved byte(s)", BYTES, .help = "Of no meaning",
		      .ref = RFC},
	[CHECKSUM] = {"pim.cksum", "Checksum", U16, HEX, .help = "Over the message", .ref = RFC},
	[CHECKSUM_BAD_NOTE] = EXPERT("pim.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[STATUS] = {"pim.cksum.status", "Checksum Status", U8, PLAIN, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[OPTION_LIST] = {"pim.option", "PIM Options", NONE, .help = "What the message says",
			 .ref = RFC},
	[OPTION] = {"text", "Option", HEADING},
	[OPTION_TYPE] = {"pim.optiontype", "Type", U16, DEC, .under = OPTION,
			 .help = "Which option", .ref = "4.9.2"},
	[TRANSITIVE] = {"pim.transitivetype", "Transitive Type", BOOL, AT(0, 1), .under = LOOSE,
			.help = "To be flooded on even if unknown", .ref = "RFC 8364, 3.1"},
	[OPTION_TYPE15] = {"pim.optiontype", "Type", U16, DEC, AT(1, 15), .under = LOOSE,
			   .help = "Which option", .ref = "RFC 8364, 3.1"},
	[OPTION_LENGTH] = {"pim.optionlength", "Length", U16, DEC, .under = OPTION,
			   .help = "Octets of its value", .ref = "4.9.2"},
	[OPTION_VALUE] = {"pim.optionvalue", "Unknown", BYTES, .under = OPTION,
			  .help = "The value of an unknown option", .ref = "4.9.2"},
	[HOLDTIME] = {"pim.holdtime", "Holdtime", U16, DEC, .form = form_holdtime,
		      .help = "Seconds that it holds good", .ref = "4.9.5"},
	[HELLO_HOLDTIME] = {"pim.holdtime", "Holdtime", U16, DEC, .form = form_holdtime,
			    .help = "Seconds that it holds good", .ref = "4.9.2"},
	[PRUNE_T] = {"pim.t", "T", BOOL, AT(0, 1), .under = LOOSE,
		     .help = "The sender can track joins", .ref = "4.9.2"},
	[PROPAGATION] = {"pim.propagation_delay", "Propagation Delay", U16, DEC, AT(1, 15),
			 .under = LOOSE, .help = "Milliseconds across the link", .ref = "4.9.2"},
	[OVERRIDE] = {"pim.override_interval", "Override Interval", U16, DEC, .under = OPTION,
		      .help = "Milliseconds to object to a prune", .ref = "4.9.2"},
	[DR_PRIORITY] = {"pim.dr_priority", "DR Priority", U32, DEC, .under = OPTION,
			 .help = "The highest becomes designated router", .ref = "4.9.2"},
	[GENERATION] = {"pim.generation_id", "Generation ID", U32, DEC, .under = OPTION,
			.help = "Another one after each restart", .ref = "4.9.2"},
	[REFRESH_VERSION] = {"pim.state_refresh_version", "Version", U8, DEC, .under = OPTION,
			     .help = "Always 1", .ref = "RFC 3973, 4.7.5"},
	[REFRESH_INTERVAL] = {"pim.state_refresh_interval", "Interval", U8, DEC, .under = OPTION,
			      .help = "Seconds between refreshes", .ref = "RFC 3973, 4.7.5"},
	[REFRESH_RESERVED] = {"pim.state_refresh_reserved", "Reserved", U16, DEC, .under = OPTION,
			      .help = "Always 0", .ref = "RFC 3973, 4.7.5"},
	[ADDRESS_LIST] = {"text", "Address List", HEADING, .under = OPTION},
	PAIR(ADDRESS, "pim.address_list", "pim.address_list_ip6", "Address",
	     "Another address of the sender"),
	[REGISTER_FLAGS] = {"pim.register_flag", "Flags", U32, HEX, .help = "All flags",
			    .ref = "4.9.3"},
	[BORDER] = {"pim.register_flag.border", "Border", BOOL, AT(0, 1), BOX(32, 0),
		    .under = REGISTER_FLAGS, WORDS(yes_no), .help = "From a border router",
		    .ref = "4.9.3"},
	[NULL_REGISTER] = {"pim.register_flag.null_register", "Null-Register", BOOL, AT(1, 1),
			   BOX(32, 1), .under = REGISTER_FLAGS, WORDS(yes_no),
			   .help = "It carries no data", .ref = "4.9.3"},
	[IP_VERSION] = {"pim.ip_version", "IP Version", U8, DEC, AT(0, 4), .under = LOOSE,
			WORDS(ip_versions), .help = "Of the packet inside", .ref = "4.9.3"},
	[DUMMY] = {"pim.dummy_header", "Dummy Header", NONE, .help = "In place of a packet",
		   .ref = "4.9.3"},
	PAIR(UPSTREAM, "pim.upstream_neighbor", "pim.upstream_neighbor_ip6", "Upstream-neighbor",
	     "Who is to act"),
	PAIR(SOURCE, "pim.source", "pim.source_ip6", "Source", "Who sends to the group"),
	PAIR(RP, "pim.rp", "pim.rp_ip6", "RP", "The rendezvous point"),
	PAIR(BSR, "pim.bsr", "pim.bsr_ip6", "BSR", "The bootstrap router"),
	PAIR(ORIGINATOR, "pim.originator", "pim.originator_ip6", "Originator",
	     "Who began the message"),
	PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", "The group"),
	PAIR(JOIN, "pim.join_ip", "pim.join_ip6", "IP address", "A source that is joined"),
	PAIR(PRUNE, "pim.prune_ip", "pim.prune_ip6", "IP address", "A source that is left"),
	[UNICAST] = {"pim.unicast", "Unicast", IPV4, .help = "The address", .ref = "4.9.1"},
	[UNICAST_6] = {"pim.unicast_ipv6", "Unicast", IPV6, .help = "The address", .ref = "4.9.1"},
	[FAMILY] = {"pim.addr_address_family", "Address Family", U8, DEC,
		    .words = &address_families, .help = "What kind of address", .ref = "4.9.1"},
	[ENCODING] = {"pim.addr_encoding_type", "Encoding Type", U8, DEC, WORDS(encodings),
		      .help = "How it is written", .ref = "4.9.1"},
	[GROUP_FLAGS] = {"pim.group_addr.flags", "Flags", U8, HEX, .form = form_flags,
			 .help = "Flags of the group", .ref = "4.9.1"},
	BIT(GROUP_B, "pim.group_addr.flags.b", "Bidirectional PIM", 0, GROUP_FLAGS,
	    "For bidirectional trees"),
	[GROUP_RESERVED] = {"pim.group_addr.flags.reserved", "Reserved", U8, HEX, AT(1, 6),
			    .under = GROUP_FLAGS, .help = "Always 0", .ref = "4.9.1"},
	BIT(GROUP_Z, "pim.group_addr.flags.z", "Admin Scope Zone", 7, GROUP_FLAGS,
	    "The range is of local meaning"),
	[SOURCE_FLAGS] = {"pim.source_addr.flags", "Flags", U8, HEX, .form = form_flags,
			  .help = "Flags of the source", .ref = "4.9.1"},
	[SOURCE_RESERVED] = {"pim.source_addr.flags.reserved", "Reserved", U8, HEX, AT(0, 5),
			     .under = SOURCE_FLAGS, .help = "Always 0", .ref = "4.9.1"},
	BIT(SOURCE_S, "pim.source_addr.flags.s", "Sparse", 5, SOURCE_FLAGS, "Sparse mode"),
	BIT(SOURCE_W, "pim.source_addr.flags.w", "WildCard", 6, SOURCE_FLAGS, "Any source"),
	BIT(SOURCE_R, "pim.source_addr.flags.r", "Rendezvous Point Tree", 7, SOURCE_FLAGS,
	    "Along the rendezvous point's tree"),
	[MASK_LEN] = {"pim.mask_len", "Masklen", U8, DEC, .help = "Bits that count",
		      .ref = "4.9.1"},
	[JA] = {"pim.source_ja", "Join Attribute", NONE, .help = "An attribute of a join",
		.ref = "RFC 5384, 3.1"},
	[JA_FLAGS] = {"pim.source_ja.flags", "Flags", U8, HEX, .under = JA, .help = "All flags",
		      .ref = "RFC 5384, 3.1"},
	[JA_F] = {"pim.source_ja.flags.f", "Forward", BOOL, AT(0, 1), .under = JA_FLAGS,
		  WORDS(set_notset), .help = "To be passed on even if unknown",
		  .ref = "RFC 5384, 3.1"},
	[JA_E] = {"pim.source_ja.flags.e", "End of Attributes", BOOL, AT(1, 1), .under = JA_FLAGS,
		  WORDS(set_notset), .help = "The last one", .ref = "RFC 5384, 3.1"},
	[JA_TYPE] = {"pim.source_ja.flags.attr_type", "Attribute Type", U8, DEC, AT(2, 6),
		     .under = JA_FLAGS, .words = &attribute_words, .help = "Which attribute",
		     .ref = "RFC 5384, 3.1"},
	[JA_LENGTH] = {"pim.source_ja.length", "Length", U8, DEC, .under = JA,
		       .help = "Octets of its value", .ref = "RFC 5384, 3.1"},
	[JA_VALUE] = {"pim.source_ja.value", "Value", BYTES, .under = JA, .help = "What it says",
		      .ref = "RFC 5384, 3.1"},
	[RLOC] = {"pim.rloc", "RLOC", IPV4, .under = JA, .help = "Where the receivers are",
		  .ref = "RFC 8059, 5.1"},
	[RLOC_6] = {"pim.rloc_ipv6", "RLOC", IPV6, .under = JA, .help = "Where the receivers are",
		    .ref = "RFC 8059, 5.1"},
	[NUM_GROUPS] = {"pim.numgroups", "Num Groups", U16, DEC, .help = "How many groups",
			.ref = "4.9.5"},
	[GROUP_SET] = {"pim.group_set", "Group", STRING, .help = "One group with its sources",
		       .ref = "4.9.5"},
	[NUM_JOINS] = {"pim.numjoins", "Num Joins", U16, DEC, .help = "How many are joined",
		       .ref = "4.9.5"},
	[NUM_PRUNES] = {"pim.numprunes", "Num Prunes", U16, DEC, .help = "How many are left",
			.ref = "4.9.5"},
	[FRAGMENT] = {"pim.fragment_tag", "Fragment tag", U16, HEX,
		      .help = "The same in all parts of a message", .ref = "RFC 5059, 4.1"},
	[HASH_LEN] = {"pim.hash_mask_len", "Hash mask len", U8, DEC,
		      .help = "Bits that the hash function takes", .ref = "RFC 5059, 4.1"},
	[BSR_PRIORITY] = {"pim.bsr_priority", "BSR priority", U8, DEC,
			  .help = "The highest becomes bootstrap router", .ref = "RFC 5059, 4.1"},
	[RP_COUNT] = {"pim.rp_count", "RP count", U8, DEC, .help = "Of the whole message",
		      .ref = "RFC 5059, 4.1"},
	[FRP_COUNT] = {"pim.frp_count", "FRP count", U8, DEC, .help = "Of this part",
		       .ref = "RFC 5059, 4.1"},
	[PRIORITY] = {"pim.priority", "Priority", U8, DEC, .help = "The lowest is preferred",
		      .ref = "RFC 5059, 4.1"},
	[PREFIX_COUNT] = {"pim.prefix_count", "Prefix-count", U8, DEC, .help = "How many groups",
			  .ref = "RFC 5059, 4.2"},
	[RPT] = {"pim.rpt", "RP Tree", BOOL, AT(0, 1), .under = LOOSE,
		 .help = "By the rendezvous point's tree", .ref = "4.9.6"},
	[METRIC_PREF] = {"pim.metric_pref", "Metric Preference", U32, DEC, AT(1, 31),
			 .under = LOOSE, .help = "How trusty the metric is", .ref = "4.9.6"},
	[DF_PREF] = {"pim.metric_pref", "Metric Preference", U32, DEC,
		     .help = "How trusty the metric is", .ref = "RFC 5015, 3.7"},
	[METRIC] = {"pim.metric", "Metric", U32, DEC, .help = "How far the source is",
		    .ref = "4.9.6"},
	[TTL] = {"pim.ttl", "TTL", U8, DEC, .help = "How far refreshes go",
		 .ref = "RFC 3973, 4.7.11"},
	[PRUNE_INDICATOR] = {"pim.prune_indicator", "Prune indicator", BOOL, AT(0, 1),
			     .under = LOOSE, WORDS(set_notset), .help = "The link is pruned",
			     .ref = "RFC 3973, 4.7.11"},
	[PRUNE_NOW] = {"pim.prune_now", "Prune now", BOOL, AT(1, 1), .under = LOOSE,
		       WORDS(set_notset), .help = "Prunes are wanted again",
		       .ref = "RFC 3973, 4.7.11"},
	[ASSERT_OVERRIDE] = {"pim.assert_override", "Assert override", BOOL, AT(2, 1),
			     .under = LOOSE, WORDS(set_notset), .help = "Asserts may follow",
			     .ref = "RFC 3973, 4.7.11"},
	[INTERVAL] = {"pim.interval", "Interval", U8, DEC, .help = "Seconds between refreshes",
		      .ref = "RFC 3973, 4.7.11"},
	[SOURCE_COUNT] = {"pim.srccount", "Source Count", U16, DEC, .help = "How many sources",
			  .ref = "RFC 8364, 4.1"},
	[SOURCE_HOLDTIME] = {"pim.srcholdtime", "Source Holdtime", U16, DEC, .form = form_holdtime,
			     .help = "Seconds that it holds good", .ref = "RFC 8364, 4.1"},
	[MODE] = {"pim.mode", "Mode", U8, DEC, AT(0, 4), .under = LOOSE, WORDS(modes),
		  .help = "Dense, sparse or both", .ref = "version 1"},
	[GROUP_ADDRESS] = {"pim.group_address", "Group Address", IPV4, .help = "The group",
			   .ref = "version 1"},
	[GROUP_MASK] = {"pim.group_mask", "Mask", IPV4, .help = "Bits of it that count",
			.ref = "version 1"},
	[ADDR_LEN] = {"pim.addr_len", "Address Len", U8, DEC, .help = "Octets of an address",
		      .ref = "version 1"},
	V1_BIT(V1_A, "a", "Annotated", 4),
	V1_BIT(V1_S, "s", "Sparse", 5),
	V1_BIT(V1_W, "w", "WC", 6),
	V1_BIT(V1_R, "r", "RP", 7),
	[V1_RESERVED] = {"pim.src_flags.rsv", "Reserved", U8, DEC, AT(0, 4), .under = LOOSE,
			 .help = "Always 0", .ref = "version 1"},
};

/* --- encoded addresses (RFC 7761, 4.9.1) --- */

/* Octets of an address of the family at the cursor; 0: of none that is known. */
static uint32_t address_octets(struct cursor c)
{
	unsigned family = u8(&c);

	return family == 1 ? 4 : family == 2 ? 16 : 0;
}

/*
 * Puts the address behind `head` octets, over what it consists of, as one of many when it
 * has a number (0 or more).  False when it is of an
 * unknown kind: nothing behind it makes sense.
 */
static bool open_address(struct walk *w, struct cursor *c, unsigned row, uint32_t head, int number)
{
	uint32_t n = address_octets(*c);
	struct cursor address = *c;

	if (!cursor_has(c, head + n)) {
		cursor_fail(c, head + n);
		return false;
	}
	if (!n)
		return false;
	cursor_pull(&address, head);
	if (n == 4)
		put_value(w, row, c->at, head + n, load_be(address.left.p, 4));
	else
		put_bytes(w, row + 1, c->at, head + n, address.left.p, n);
	if (number >= 0)
		label_whole(w, "%s %d: %s", fields[row].label, number,
			    address_words(w, n == 4 ? IPV4 : IPV6, address.left.p));
	return true;
}

static bool put_numbered(struct walk *w, struct cursor *c, unsigned row, int number)
{
	uint32_t n = address_octets(*c), node;

	if (!open_address(w, c, row, 2, number))
		return false;
	node = w->last;
	w->depth++;
	put(w, c, FAMILY, 1);
	put(w, c, ENCODING, 1);
	put(w, c, n == 4 ? UNICAST : UNICAST_6, n);
	w->depth--;
	w->last = node;
	return true;
}

static bool put_unicast(struct walk *w, struct cursor *c, unsigned row)
{
	return put_numbered(w, c, row, -1);
}

static bool put_group(struct walk *w, struct cursor *c, int number)
{
	uint32_t n = address_octets(*c), node;

	if (!open_address(w, c, GROUP, 4, number))
		return false;
	node = w->last;
	w->depth++;
	put(w, c, FAMILY, 1);
	put(w, c, ENCODING, 1);
	put(w, c, GROUP_FLAGS, 1);
	label_tail_of(w, node, "/%u", (unsigned)put(w, c, MASK_LEN, 1));
	put(w, c, n == 4 ? GROUP : GROUP_6, n);
	w->depth--;
	w->last = node;
	return true;
}

static void put_rloc(struct walk *w, struct cursor *c)
{
	uint32_t n = address_octets(*c);

	put(w, c, FAMILY, 1);
	if (n)
		put(w, c, n == 4 ? RLOC : RLOC_6, n);
}

/* RFC 5384: gives whether more follow. */
static bool put_attribute(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned flags = u8(&peek), type = flags & 63;
	const char *word = word_for(&attribute_words, type);
	uint32_t group = open_group(w, c, JA, c->left.wire), len;
	struct cursor value;

	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put(w, c, JA_FLAGS, 1);
	label_tail(w, "%s%s, Attribute Type: %s", flags & 0x80 ? ", Forward" : "",
		   flags & 0x40 ? ", End of Attributes" : "", word ? word : "Unknown");
	len = (uint32_t)put(w, c, JA_LENGTH, 1);
	value = cursor_first(*c, len);
	if (type == 6 && len > 4)
		put_rloc(w, &value);
	else if (len)
		put(w, &value, JA_VALUE, len);
	cursor_take(c, len);
	shut_group(w, group, c);
	return !(flags & 0x40) && !c->bad;
}

static bool put_source(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t n = address_octets(*c), node;
	unsigned flags, encoding, mask;

	if (!open_address(w, c, row, 4, -1))
		return false;
	node = w->last;
	w->depth++;
	put(w, c, FAMILY, 1);
	encoding = (unsigned)put(w, c, ENCODING, 1);
	flags = (unsigned)put(w, c, SOURCE_FLAGS, 1);
	mask = (unsigned)put(w, c, MASK_LEN, 1);
	put(w, c, n == 4 ? SOURCE : SOURCE_6, n);
	label_tail_of(w, node, "/%u", mask);
	if (flags & 7)
		label_tail_of(w, node, " (%s%s%s)", flags & 4 ? "S" : "", flags & 2 ? "W" : "",
			      flags & 1 ? "R" : "");
	while (encoding == 1 && put_attribute(w, c))
		;
	w->depth--;
	return true;
}

/* --- hello (4.9.2) --- */

static void put_holdtime(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned seconds = (unsigned)put(w, c, HELLO_HOLDTIME, 2);

	if (!c->bad)
		label_tail_of(w, group, ": %u%s", seconds,
			      !seconds            ? " (goodbye)"
			      : seconds == 0xffff ? " (Infinity)"
						  : "");
}

static void put_number(struct walk *w, struct cursor *c, unsigned row, uint32_t group)
{
	unsigned n = (unsigned)put(w, c, row, 4);

	if (!c->bad)
		label_tail_of(w, group, ": %u", n);
}

static void put_prune_delay(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned t = (unsigned)put_slice(w, *c, PRUNE_T, 1);
	unsigned delay = (unsigned)put_slice(w, *c, PROPAGATION, 2), interval;

	cursor_pull(c, 2);
	interval = (unsigned)put(w, c, OVERRIDE, 2);
	if (!c->bad)
		label_tail_of(w, group,
			      ": T = %u, Propagation Delay = %ums, Override Interval = %ums", t,
			      delay, interval);
}

static void put_refresh(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned version = (unsigned)put(w, c, REFRESH_VERSION, 1);
	unsigned interval = (unsigned)put(w, c, REFRESH_INTERVAL, 1);

	put(w, c, REFRESH_RESERVED, 2);
	if (!c->bad)
		label_tail_of(w, group, ": Version = %u, Interval = %us", version, interval);
}

static void put_addresses(struct walk *w, struct cursor *c, unsigned type)
{
	uint32_t group = open_group(w, c, ADDRESS_LIST, c->left.wire);

	label_tail_of(w, group, " (%u)", type);
	if (type == 65001)
		label_whole(w, "old Address List (%u)", type);
	while (c->left.cap && put_unicast(w, c, ADDRESS))
		;
	shut_group(w, group, NULL);
}

static void put_hello_value(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	switch (type) {
	case 1:
		put_holdtime(w, c, group);
		break;
	case 2:
		put_prune_delay(w, c, group);
		break;
	case 19:
		put_number(w, c, DR_PRIORITY, group);
		break;
	case 20:
		put_number(w, c, GENERATION, group);
		break;
	case 21:
		put_refresh(w, c, group);
		break;
	case 24:
	case 65001:
		put_addresses(w, c, type);
		break;
	default:
		if (c->left.wire)
			put(w, c, OPTION_VALUE, c->left.wire);
		break;
	}
}

/* Values of fixed size are read whatever the option's length says. */
static void put_hello_option(struct walk *w, struct cursor *c)
{
	struct cursor value = *c;
	unsigned type = u16(&value);
	uint32_t len = u16(&value), group;
	const char *word = word_for(&hello_words, type);
	bool fixed = type == 1 || type == 2 || (type >= 19 && type <= 21);

	if (!cursor_has(c, 4 + len)) {
		cursor_fail(c, 4 + len);
		return;
	}
	group = open_group(w, c, OPTION, 4 + len);
	put(w, c, OPTION_TYPE, 2);
	put(w, c, OPTION_LENGTH, 2);
	if (word)
		label_tail_of(w, group, " %u: %s", type, word);
	else
		label_tail_of(w, group, " %u: Unknown: %u", type, type);
	if (!fixed)
		value = cursor_first(value, len);
	put_hello_value(w, &value, type, group);
	cursor_take(c, len);
	if (value.bad && !c->bad)
		cursor_fail(c, c->left.wire + 1);
	shut_group(w, group, NULL);
}

static void put_hello(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t list = l->state[offsetof(struct state, list) / 8] & UINT32_MAX;
	unsigned n = 0;

	for (; c->left.cap; n++)
		put_hello_option(w, c);
	if (!c->bad)
		label_tail_of(w, list, ": %u", n);
}

/* --- other messages --- */

/* What an old router sends in place of a header; tshark looks for addresses behind it. */
static void put_dummy(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, DUMMY, c->left.cap);

	label_tail_of(w, group, w->r.from.kind == IPV6 ? "IPv6" : "IPv4");
	shut_group(w, group, NULL);
	cursor_pull(c, c->left.cap);
	cursor_fail(c, 1);
}

static void walk_packet(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t version = put_slice(w, *c, IP_VERSION, 1);

	l->last_word = true;
	if (!c->left.cap)
		cursor_fail(c, 1);
	else if (version)
		l->header = l->bytes.wire - c->left.wire;
	if (version == 4 || version == 6)
		walk_next(w, next_by(l, version), *c);
	else if (!version && !c->bad)
		put_dummy(w, c);
}

static void put_register(struct walk *w, struct layer *l, struct cursor *c)
{
	put(w, c, REGISTER_FLAGS, 4);
	if (!c->bad)
		walk_packet(w, l, c);
}

static void put_register_stop(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (put_group(w, c, -1))
		put_unicast(w, c, SOURCE);
}

/* Joins, or prunes: below their number, which stands elsewhere. */
static bool put_sources(struct walk *w, struct cursor *c, struct cursor number, unsigned n_row,
			unsigned row)
{
	uint32_t group = open_group(w, &number, n_row, 2);
	unsigned n = u16(&number);
	bool good = true;

	while (n-- && good && !c->bad)
		good = put_source(w, c, row);
	shut_group(w, group, NULL);
	return good;
}

static bool put_joined_group(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t at = c->at, set;
	struct cursor joins, prunes;
	bool good;

	put_string(w, GROUP_SET, at, c->left.cap, "");
	label_whole(w, "Group %u", number);
	set = w->last;
	w->depth++;
	good = put_group(w, c, (int)number);
	joins = prunes = *c;
	cursor_pull(&prunes, 2);
	cursor_pull(c, 4);
	good = good && !c->bad && put_sources(w, c, joins, NUM_JOINS, JOIN) && !c->bad &&
	       put_sources(w, c, prunes, NUM_PRUNES, PRUNE);
	shut_group(w, set, c);
	return good;
}

static void put_join_prune(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned n;

	(void)l;
	if (!put_unicast(w, c, UPSTREAM))
		return;
	put(w, c, RESERVED, 1);
	n = (unsigned)put(w, c, NUM_GROUPS, 1);
	put(w, c, HOLDTIME, 2);
	for (unsigned i = 0; i < n && !c->bad; i++)
		if (!put_joined_group(w, c, i))
			return;
}

/* The rendezvous points of a group; their priorities stand below the group. */
static bool put_points(struct walk *w, struct cursor *c, unsigned n)
{
	for (unsigned i = 0; i < n && !c->bad; i++) {
		if (!put_numbered(w, c, RP, (int)i))
			return false;
		put(w, c, HOLDTIME, 2);
		cursor_pull(c, 2);
	}
	return true;
}

static bool put_mapping(struct walk *w, struct cursor *c, unsigned number)
{
	struct cursor peek;
	unsigned n;

	if (!put_group(w, c, (int)number))
		return false;
	w->depth++;
	put(w, c, RP_COUNT, 1);
	n = (unsigned)put(w, c, FRP_COUNT, 1);
	cursor_pull(c, 2);
	peek = *c;
	for (unsigned i = 0; i < n && peek.left.cap; i++) {
		cursor_pull(&peek, 4 + address_octets(peek));
		if (cursor_has(&peek, 1))
			put(w, &peek, PRIORITY, 1);
		cursor_pull(&peek, 1);
	}
	w->depth--;
	return put_points(w, c, n);
}

static void put_bootstrap(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part parts[] = {
		{FRAGMENT, 2}, {HASH_LEN, 1}, {BSR_PRIORITY, 1}, {0, 0}};

	(void)l;
	put_rows(w, c, parts);
	if (c->bad || !put_unicast(w, c, BSR))
		return;
	for (unsigned i = 0; c->left.cap; i++)
		if (!put_mapping(w, c, i))
			return;
}

static void put_metrics(struct walk *w, struct cursor *c)
{
	put_slice(w, *c, RPT, 1);
	put_slice(w, *c, METRIC_PREF, 4);
	cursor_pull(c, 4);
	put(w, c, METRIC, 4);
}

static void put_assert(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (put_group(w, c, -1) && put_unicast(w, c, SOURCE))
		put_metrics(w, c);
}

static void put_candidate(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned n = (unsigned)put(w, c, PREFIX_COUNT, 1);

	(void)l;
	put(w, c, PRIORITY, 1);
	put(w, c, HOLDTIME, 2);
	if (c->bad || !put_unicast(w, c, RP))
		return;
	for (unsigned i = 0; i < n; i++)
		if (!put_group(w, c, (int)i))
			return;
}

static void put_state_refresh(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (!put_group(w, c, -1) || !put_unicast(w, c, SOURCE) || !put_unicast(w, c, ORIGINATOR))
		return;
	put_metrics(w, c);
	put(w, c, MASK_LEN, 1);
	put(w, c, TTL, 1);
	put_slice(w, *c, PRUNE_INDICATOR, 1);
	put_slice(w, *c, PRUNE_NOW, 1);
	put_slice(w, *c, ASSERT_OVERRIDE, 1);
	cursor_pull(c, 1);
	put(w, c, INTERVAL, 1);
}

static void put_election(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (!put_unicast(w, c, RP))
		return;
	put(w, c, DF_PREF, 4);
	label_name(w, "DF Metric Preference");
	put(w, c, METRIC, 4);
}

/* RFC 8364, 4.1 */
static void put_group_sources(struct walk *w, struct cursor *c)
{
	unsigned n;

	if (!put_group(w, c, -1))
		return;
	n = (unsigned)put(w, c, SOURCE_COUNT, 2);
	put(w, c, SOURCE_HOLDTIME, 2);
	while (n-- && !c->bad && put_unicast(w, c, SOURCE))
		;
}

static void put_pfm_option(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, OPTION, c->left.wire), len;
	unsigned type;

	put_slice(w, *c, TRANSITIVE, 1);
	type = (unsigned)put_slice(w, *c, OPTION_TYPE15, 2);
	cursor_pull(c, 2);
	len = (uint32_t)put(w, c, OPTION_LENGTH, 2);
	if (type == 1) {
		label_tail_of(w, group, " 1: Group Source Holdtime TLV");
		shut_group(w, group, NULL);
		put_group_sources(w, c);
		return;
	}
	label_tail_of(w, group, " %u: Unknown: %u", type, type);
	if (len)
		put(w, c, OPTION_VALUE, len);
	shut_group(w, group, NULL);
}

static void put_pfm(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t list = l->state[offsetof(struct state, list) / 8] & UINT32_MAX;
	unsigned n = 0;

	if (!put_unicast(w, c, ORIGINATOR))
		return;
	for (; c->left.cap; n++)
		put_pfm_option(w, c);
	if (!c->bad)
		label_tail_of(w, list, ": %u", n);
}

static void (*const bodies[N_TYPES])(struct walk *, struct layer *, struct cursor *) = {
	[HELLO] = put_hello,
	[REGISTER] = put_register,
	[REGISTER_STOP] = put_register_stop,
	[JOIN_PRUNE] = put_join_prune,
	[BOOTSTRAP] = put_bootstrap,
	[ASSERT] = put_assert,
	[GRAFT] = put_join_prune,
	[GRAFT_ACK] = put_join_prune,
	[CANDIDATE] = put_candidate,
	[STATE_REFRESH] = put_state_refresh,
	[DF_ELECTION] = put_election,
	[PFM] = put_pfm,
};

/* What is reserved in a bootstrap message's body; tshark shows it behind all else. */
static void put_bootstrap_reserved(struct walk *w, struct cursor c)
{
	cursor_pull(&c, 4);
	cursor_pull(&c, 2 + address_octets(c));
	while (c.left.cap) {
		uint32_t octets = address_octets(c);
		unsigned n;

		cursor_pull(&c, 5 + octets);
		n = octets ? u8(&c) : 0;
		cursor_pull(&c, 2);
		while (n-- && c.left.cap) {
			cursor_pull(&c, 5 + address_octets(c));
			if (c.left.cap)
				put(w, &c, RESERVED, 1);
		}
		if (!octets)
			return;
	}
}

/* --- version 1's messages --- */

static void put_v1_source(struct walk *w, struct cursor *c, unsigned row)
{
	put_slice(w, *c, V1_A, 1);
	put_slice(w, *c, V1_S, 1);
	put_slice(w, *c, V1_W, 1);
	put_slice(w, *c, V1_R, 1);
	put_slice(w, *c, V1_RESERVED, 1);
	cursor_pull(c, 1);
	put(w, c, MASK_LEN, 1);
	put(w, c, row, 4);
}

static void put_v1_sources(struct walk *w, struct cursor *c, struct cursor number, unsigned n_row,
			   unsigned row)
{
	uint32_t group = open_group(w, &number, n_row, 2);
	unsigned n = u16(&number);

	while (n-- && !c->bad)
		put_v1_source(w, c, row);
	shut_group(w, group, NULL);
}

static void put_v1_group(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, GROUP, 4);
	struct cursor joins, prunes;

	label_name(w, "Group %u", number);
	cursor_pull(c, 4);
	put(w, c, GROUP_MASK, 4);
	label_name(w, "Group %u Mask", number);
	joins = prunes = *c;
	cursor_pull(&prunes, 2);
	cursor_pull(c, 4);
	if (!c->bad)
		put_v1_sources(w, c, joins, NUM_JOINS, JOIN);
	if (!c->bad)
		put_v1_sources(w, c, prunes, NUM_PRUNES, PRUNE);
	shut_group(w, group, NULL);
}

static void put_v1_join_prune(struct walk *w, struct cursor *c)
{
	unsigned n;

	put(w, c, UPSTREAM, 4);
	cursor_pull(c, 2);
	put(w, c, HOLDTIME, 2);
	cursor_pull(c, 1);
	put(w, c, MASK_LEN, 1);
	put(w, c, ADDR_LEN, 1);
	n = (unsigned)put(w, c, NUM_GROUPS, 1);
	for (unsigned i = 0; i < n && !c->bad; i++)
		put_v1_group(w, c, i);
}

static void put_v1_body(struct walk *w, struct layer *l, struct cursor *c, unsigned code)
{
	static const struct part reachable[] = {
		{GROUP_ADDRESS, 4}, {GROUP_MASK, 4}, {RP, 4}, {0, 0}};

	switch (code) {
	case V1_QUERY:
		put_slice(w, *c, MODE, 1);
		cursor_pull(c, 2);
		put(w, c, HOLDTIME, 2);
		break;
	case REGISTER:
		walk_packet(w, l, c);
		break;
	case REGISTER_STOP:
		put(w, c, GROUP, 4);
		put(w, c, SOURCE, 4);
		break;
	case V1_RP_REACHABLE:
		put_rows(w, c, reachable);
		cursor_pull(c, 2);
		put(w, c, HOLDTIME, 2);
		break;
	case ASSERT:
		put(w, c, GROUP_ADDRESS, 4);
		put(w, c, GROUP_MASK, 4);
		put_metrics(w, c);
		break;
	case JOIN_PRUNE:
	case GRAFT:
	case GRAFT_ACK:
		put_v1_join_prune(w, c);
		break;
	default:
		break;
	}
}

/* The same for version 1. */
static void put_v1_reserved(struct walk *w, struct cursor c, unsigned code)
{
	if (code == V1_RP_REACHABLE) {
		cursor_pull(&c, 12);
		put(w, &c, RESERVED, 2);
	} else if (code == JOIN_PRUNE || code == GRAFT || code == GRAFT_ACK) {
		cursor_pull(&c, 4);
		put(w, &c, RESERVED, 2);
		cursor_pull(&c, 2);
		put(w, &c, RESERVED, 1);
	}
}

/* --- the message as a whole --- */

static bool is_version1(const struct layer *l)
{
	return l->via != NULL;
}

/* What the checksum is over: but for what is quoted, which differs from router to router. */
static struct span covered(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c), code = is_version1(l) ? u8(&c) : first & 15;

	return code == REGISTER ? span_first(l->bytes, CHECKED_OF_REGISTER) : l->bytes;
}

static void note(struct walk *w, struct layer *l)
{
	static const char *const columns[] = {
		"PIMv0", "PIMv1", "PIMv2",  "PIMv3",  "PIMv4",  "PIMv5",  "PIMv6",  "PIMv7",
		"PIMv8", "PIMv9", "PIMv10", "PIMv11", "PIMv12", "PIMv13", "PIMv14", "PIMv15"};
	struct state *s = new_state(w, l, sizeof *s);
	struct cursor c = layer_cursor(l, is_version1(l) ? HEAD : 0);
	unsigned version = u8(&c) >> 4;
	struct span s_covered = covered(l);

	l->column = columns[is_version1(l) ? 1 : version];
	s->sum = 0;
	if (!is_version1(l) && w->r.from.kind == IPV6)
		s->sum = inet_pseudo_sum(&w->r, NEXT_HEADER, s_covered.wire);
	s->status = version == (is_version1(l) ? 1 : 2) ? inet_status((uint32_t)s->sum, s_covered)
							: CHECKSUM_UNVERIFIED;
}

static void put_checksum(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;

	put(w, c, CHECKSUM, 2);
	if (c->bad)
		return;
	inet_words(w, CHECKSUM, CHECKSUM_BAD_NOTE, (unsigned)s->status, (uint32_t)s->sum,
		   covered(l));
	put_value(w, STATUS, c->at, 0, s->status);
}

static uint32_t open_list(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t list = open_group(w, c, OPTION_LIST, c->left.wire);

	l->state[offsetof(struct state, list) / 8] = list;
	return list;
}

static void rest_v1(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek, body;
	unsigned code;
	uint32_t list;

	put_string(w, IGMP_TYPE, c->at, 1, "PIM (0x14)");
	cursor_pull(c, 1);
	code = (unsigned)put(w, c, CODE, 1);
	put_checksum(w, l, c);
	peek = *c;
	put_slice(w, *c, VERSION, 1);
	if (u8(&peek) >> 4 != 1 || c->bad) {
		c->bad = c->bad ? c->bad : peek.bad;
		return;
	}
	cursor_pull(c, 1);
	put(w, c, RESERVED, 3);
	if (c->bad)
		return;
	body = *c;
	list = open_list(w, l, c);
	put_v1_body(w, l, c, code);
	shut_group(w, list, NULL);
	put_v1_reserved(w, body, code);
}

static void put_head(struct walk *w, struct cursor *c, unsigned type)
{
	put_slice(w, *c, VERSION, 1);
	put_slice(w, *c, TYPE, 1);
	cursor_pull(c, 1);
	if (type == DF_ELECTION) {
		put_slice(w, *c, DF_SUBTYPE, 1);
		put_slice(w, *c, DF_RESERVED, 1);
		cursor_pull(c, 1);
		return;
	}
	if (type == PFM)
		put_slice(w, *c, NO_FORWARD, 1);
	put(w, c, RESERVED, 1);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned first, version, type;
	uint32_t list;

	if (is_version1(l)) {
		rest_v1(w, l, c);
		return;
	}
	first = u8(&peek);
	version = first >> 4;
	type = first & 15;
	put_head(w, c, type);
	put_checksum(w, l, c);
	if (c->bad || (version == 2 && !c->left.wire))
		return;
	body = *c;
	list = open_list(w, l, c);
	if (version == 2 && type < N_TYPES && bodies[type])
		bodies[type](w, l, c);
	w->depth = l->depth + 1u;
	shut_group(w, list, NULL);
	if (version == 2 && type == BOOTSTRAP)
		put_bootstrap_reserved(w, body);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c), code = is_version1(l) ? u8(&c) : first & 15;
	const char *word = word_for(is_version1(l) ? &code_words : &type_words, code);

	(void)r;
	if (!is_version1(l) && first >> 4 != 2)
		text_put(t, "Unknown");
	else if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", code);
}

static const struct hang hangs[] = {{"ip.proto", NEXT_HEADER}, {"igmp.type", 0x14}, {0}};

const struct proto proto_pim = {
	.brief = "PIM",
	.spec = "RFC 7761",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
