/* SPDX-License-Identifier: BSD-2-Clause */
/* Enhanced Interior Gateway Routing Protocol. */
/* RFC 7868. */
#include "core/checksum.h"
#include "core/walk.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	EIGRP,
	LOOSE,
	ELEMENT,
	VERSION,
	OPCODE,
	CHECKSUM,
	STATUS,
	BAD_SUM,
	FLAGS,
	F_INIT,
	F_CR,
	F_RESTART,
	F_EOT,
	SEQ_NUMBER,
	ACK,
	VRID,
	AS,
	TLV_TYPE,
	TLV_LEN,
	LEN_NOTE,
	TYPE_NOTE,
	K1,
	K2,
	K3,
	K4,
	K5,
	K6,
	HOLD,
	BYE_NOTE,
	LEAVE_NOTE,
	AUTH_TYPE,
	AUTH_LEN,
	AUTH_NOTE,
	KEY,
	KEY_SEQ,
	NULLPAD,
	DIGEST,
	ADDR_LEN,
	ADDR4,
	ADDR6,
	RELEASE,
	TLV_VERSION,
	MCAST,
	STUB,
	S_CONNECTED,
	S_STATIC,
	S_SUMMARY,
	S_REDIST,
	S_LEAK,
	S_RECV,
	TID_FLAGS,
	TID_SIZE,
	HOP4,
	HOP6,
	OUTSIDE,
	X_RID,
	X_AS,
	X_TAG,
	X_METRIC,
	X_RESERVED,
	X_PROTO,
	X_FLAGS,
	X_EXT,
	X_CD,
	OLD,
	O_DELAY,
	O_BW,
	O_MTU,
	O_HOPS,
	O_REL,
	O_LOAD,
	O_TAG,
	M_FLAGS,
	M_SRCWD,
	M_CD,
	M_ACTIVE,
	M_REPL,
	PLEN4,
	PLEN6,
	PLEN_NOTE,
	DEST4,
	DEST6,
	UNREACHABLE,
	TID,
	AFI,
	RID,
	AFI_NOTE,
	WIDE,
	W_OFFSET,
	W_PRIORITY,
	W_REL,
	W_LOAD,
	W_MTU,
	W_HOPS,
	W_DELAY,
	W_BW,
	W_RESERVED,
};

static const struct word tlv_type_words[] = {
	{1, "Parameters"},
	{2, "Authentication"},
	{3, "Sequence"},
	{4, "Software Version"},
	{5, "Next multicast sequence"},
	{6, "Peer Stub Information"},
	{7, "Peer Termination"},
	{8, "Peer Topology ID List"},
	{241, "Request(MTR)"},
	{242, "Internal Route(MTR)"},
	{243, "External Route(MTR)"},
	{244, "Ext-Community(MTR)"},
	{245, "TopologyID List"},
	{258, "Internal Route(IPv4)"},
	{259, "External Route(IPv4)"},
	{260, "Ext-Community(IPv4)"},
	{514, "Internal Route(ATALK)"},
	{515, "External Route(ATALK)"},
	{516, "Cable Configuration(ATALK)"},
	{770, "IPX Internal Route(IPX)"},
	{771, "IPX External Route(IPX)"},
	{1026, "Internal Route(IPv6)"},
	{1027, "External Route(IPv6)"},
	{1028, "Ext-Community(IPv6)"},
	{1537, "Request"},
	{1538, "Internal Route"},
	{1539, "External Route"},
	{1540, "Ext-Community"},
};

static const struct word auth_type_words[] = {
	{1, "TEXT"},
	{2, "MD5"},
	{3, "SHA256"},
};

static const struct word x_proto_words[] = {
	{1, "IGRP"},
	{2, "EIGRP"},
	{3, "Static Route"},
	{4, "RIP"},
	{5, "Hello"},
	{6, "OSPF"},
	{7, "IS-IS"},
	{8, "EGP"},
	{9, "BGP"},
	{10, "IDRP"},
	{11, "Connected Route"},
};

static const struct word afi_words[] = {
	{1, "IPv4"},
	{2, "IPv6"},
	{11, "IPX"},
	{12, "Appletalk"},
	{16384, "Service Family"},
	{16385, "IPv4 Service Family"},
	{16386, "IPv6 Service Family"},
};

static const struct word opcode_words[] = {
	{1, "Update"},    {2, "Request"},        {3, "Query"},       {4, "Reply"},
	{5, "Hello"},     {6, "IPX/SAP Update"}, {7, "Route Probe"}, {8, "Hello (Ack)"},
	{9, "Stub-Info"}, {10, "SIA-Query"},     {11, "SIA-Reply"},
};
static const struct words opcodes = {opcode_words, COUNT(opcode_words)};

static void form_opcode(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(&opcodes, n->u);

	(void)r;
	text_format(t, "%s (%u)", word ? word : "Unknown", (unsigned)n->u);
}

static void form_vrid(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const words[] = {"Address-Family", "Multicast Address-Family"};

	(void)r;
	text_format(t, "%u ", (unsigned)n->u);
	if (n->u < COUNT(words) || n->u == 0x8000)
		text_format(t, "(%s)", n->u < COUNT(words) ? words[n->u] : "Service-Family");
}

static void form_release(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u.%02u", (unsigned)n->u >> 8, (unsigned)n->u & 255);
}

static const struct field fields[] = {
	[EIGRP] = {"eigrp", "Cisco EIGRP", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ELEMENT] = {"text", "Element", HEADING},
	[VERSION] = {"eigrp.version", "Version", U8, DEC, .help = "Always 2", .ref = "6.4"},
	[OPCODE] = {"eigrp.opcode", "Opcode", U8, DEC, .form = form_opcode,
		    .help = "What the message is for", .ref = "6.4"},
	[CHECKSUM] = {"eigrp.checksum", "Checksum", U16, HEX, .help = "Over the message",
		      .ref = "6.4"},
	[STATUS] = {"eigrp.checksum.status", "Checksum Status", U8, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right",
		    .ref = "6.4"},
	[BAD_SUM] = EXPERT("eigrp.checksum.bad", "Bad Checksum", WARNING, G_CHECKSUM),
	[FLAGS] = {"eigrp.flags", "Flags", U32, HEX, .form = form_flags, .help = "All flags",
		   .ref = "6.4"},
	[F_INIT] = {"eigrp.flags.init", "Init", BOOL, AT(31, 1), BOX(32, 31), .under = FLAGS,
		    WORDS(set_notset), .help = "The first update to a neighbour", .ref = "6.4"},
	[F_CR] = {"eigrp.flags.condrecv", "Conditional Receive", BOOL, AT(30, 1), BOX(32, 30),
		  .under = FLAGS, WORDS(set_notset), .help = "Not for those in a list sent before",
		  .ref = "6.4"},
	[F_RESTART] = {"eigrp.flags.restart", "Restart", BOOL, AT(29, 1), BOX(32, 29),
		       .under = FLAGS, WORDS(set_notset), .help = "The sender restarts",
		       .ref = "6.4"},
	[F_EOT] = {"eigrp.flags.eot", "End Of Table", BOOL, AT(28, 1), BOX(32, 28), .under = FLAGS,
		   WORDS(set_notset), .help = "All routes have been sent", .ref = "6.4"},
	[SEQ_NUMBER] = {"eigrp.seq", "Sequence", U32, DEC,
			.help = "Counts messages that are to be confirmed", .ref = "6.4"},
	[ACK] = {"eigrp.ack", "Acknowledge", U32, DEC, .help = "The message that is confirmed",
		 .ref = "6.4"},
	[VRID] = {"eigrp.vrid", "Virtual Router ID", U16, DEC, .form = form_vrid,
		  .help = "Which of the sender's routers", .ref = "6.4"},
	[AS] = {"eigrp.as", "Autonomous System", U16, DEC, .help = "Whose routes they are",
		.ref = "6.4"},
	[TLV_TYPE] = {"eigrp.tlv_type", "Type", U16, HEX, WORDS(tlv_type_words),
		      .help = "What the element tells", .ref = "6.5"},
	[TLV_LEN] = {"eigrp.tlv.len", "Length", U16, DEC, .help = "Octets of it", .ref = "6.5"},
	[LEN_NOTE] = EXPERT("eigrp.tlv.len.invalid", "Corrupt TLV (Length field less than 4)",
			    ERROR, G_MALFORMED),
	[TYPE_NOTE] = EXPERT("eigrp.tlv_type.unknown", "Unknown TLV", WARNING, G_PROTOCOL),
	[K1] = {"eigrp.par.k1", "K1", U8, DEC, .help = "How much bandwidth counts", .ref = "6.6.2"},
	[K2] = {"eigrp.par.k2", "K2", U8, DEC, .help = "How much load counts", .ref = "6.6.2"},
	[K3] = {"eigrp.par.k3", "K3", U8, DEC, .help = "How much delay counts", .ref = "6.6.2"},
	[K4] = {"eigrp.par.k4", "K4", U8, DEC, .help = "How much reliability counts",
		.ref = "6.6.2"},
	[K5] = {"eigrp.par.k5", "K5", U8, DEC, .help = "How much reliability counts",
		.ref = "6.6.2"},
	[K6] = {"eigrp.par.k6", "K6", U8, DEC, .help = "How much other things count",
		.ref = "6.6.2"},
	[HOLD] = {"eigrp.par.holdtime", "Hold Time", U16, DEC,
		  .help = "Seconds of silence until the sender counts as gone", .ref = "6.6.2"},
	[BYE_NOTE] = EXPERT("eigrp.peer_termination", "Peer Termination", REMARK, G_RESPONSE),
	[LEAVE_NOTE] = EXPERT("eigrp.peer_termination_graceful",
			      "Peer Termination (Graceful Shutdown)", REMARK, G_RESPONSE),
	[AUTH_TYPE] = {"eigrp.auth.type", "Type", U16, DEC, WORDS(auth_type_words),
		       .help = "How the digest is made", .ref = "6.6.3"},
	[AUTH_LEN] = {"eigrp.auth.length", "Length", U16, DEC, .help = "Octets of the digest",
		      .ref = "6.6.3"},
	[AUTH_NOTE] = EXPERT("eigrp.auth.type.invalid", "Invalid auth type", WARNING, G_PROTOCOL),
	[KEY] = {"eigrp.auth.keyid", "Key ID", U32, DEC, .help = "Which key", .ref = "6.6.3"},
	[KEY_SEQ] = {"eigrp.auth.keyseq", "Key Sequence", U32, DEC, .help = "Never falls",
		     .ref = "6.6.3"},
	[NULLPAD] = {"eigrp.nullpad", "Nullpad", BYTES, .help = "Always 0", .ref = "6.6.3"},
	[DIGEST] = {"eigrp.auth.digest", "Digest", BYTES, .help = "The digest", .ref = "6.6.3"},
	[ADDR_LEN] = {"eigrp.seq.addrlen", "Address length", U8, DEC,
		      .help = "Octets of the address", .ref = "6.6.4"},
	[ADDR4] = {"eigrp.seq.ipv4addr", "IP Address", IPV4,
		   .help = "Who is not to take the next multicast", .ref = "6.6.4"},
	[ADDR6] = {"eigrp.seq.ipv6addr", "IPv6 Address", IPV6,
		   .help = "Who is not to take the next multicast", .ref = "6.6.4"},
	[RELEASE] = {"eigrp.release_version", "EIGRP Release", U16, .form = form_release,
		     .help = "What the sender runs", .ref = "6.6.5"},
	[TLV_VERSION] = {"eigrp.tlv_version", "EIGRP TLV version", U16, .form = form_release,
			 .help = "Which elements it knows", .ref = "6.6.5"},
	[MCAST] = {"eigrp.next_mcast_seq", "Multicast Sequence", U32, DEC,
		   .help = "Number of that multicast", .ref = "6.6.6"},
	[STUB] = {"eigrp.stub_options", "Stub Options", U16, HEX, .form = form_flags,
		  .help = "What a router at the edge tells of", .ref = "6.6.4"},
	[S_CONNECTED] = {"eigrp.stub_options.connected", "Connected", BOOL, AT(15, 1), BOX(16, 15),
			 .under = STUB, WORDS(set_notset), .help = "Networks at its links",
			 .ref = "6.6.4"},
	[S_STATIC] = {"eigrp.stub_options.static", "Static", BOOL, AT(14, 1), BOX(16, 14),
		      .under = STUB, WORDS(set_notset), .help = "Static routes", .ref = "6.6.4"},
	[S_SUMMARY] = {"eigrp.stub_options.summary", "Summary", BOOL, AT(13, 1), BOX(16, 13),
		       .under = STUB, WORDS(set_notset), .help = "Summaries", .ref = "6.6.4"},
	[S_REDIST] = {"eigrp.stub_options.redist", "Redistributed", BOOL, AT(12, 1), BOX(16, 12),
		      .under = STUB, WORDS(set_notset), .help = "Routes of other protocols",
		      .ref = "6.6.4"},
	[S_LEAK] = {"eigrp.stub_options.leakmap", "Leak-Map", BOOL, AT(11, 1), BOX(16, 11),
		    .under = STUB, WORDS(set_notset), .help = "Routes of a list", .ref = "6.6.4"},
	[S_RECV] = {"eigrp.stub_options.recvonly", "Receive-Only", BOOL, AT(10, 1), BOX(16, 10),
		    .under = STUB, WORDS(set_notset), .help = "Nothing at all", .ref = "6.6.4"},
	[TID_FLAGS] = {"eigrp.tidlist.flags", "TID List Flags", U16, HEX, .help = "All flags",
		       .ref = "6.6.4"},
	[TID_SIZE] = {"eigrp.tidlist.len", "TID List Size", U16, DEC,
		      .help = "How many topologies follow", .ref = "6.6.4"},
	[HOP4] = {"eigrp.ipv4.nexthop", "NextHop", IPV4, .help = "Where packets are to go",
		  .ref = "6.8"},
	[HOP6] = {"eigrp.ipv6.nexthop", "NextHop", IPV6, .help = "Where packets are to go",
		  .ref = "6.8"},
	[OUTSIDE] = {"text", "External Data", HEADING},
	[X_RID] = {"eigrp.extdata.origrid", "Originating RouterID", IPV4,
		   .help = "Who brought the route in", .ref = "6.8"},
	[X_AS] = {"eigrp.extdata.as", "Originating A.S.", U32, DEC,
		  .help = "System that it came from", .ref = "6.8"},
	[X_TAG] = {"eigrp.extdata.tag", "Administrative Tag", U32, DEC,
		   .help = "A mark of the route", .ref = "6.8"},
	[X_METRIC] = {"eigrp.extdata.metric", "External Metric", U32, DEC,
		      .help = "What it cost there", .ref = "6.8"},
	[X_RESERVED] = {"eigrp.extdata.reserved", "Reserved", U16, DEC, .help = "Always 0",
			.ref = "6.8"},
	[X_PROTO] = {"eigrp.extdata.proto", "External Protocol ID", U8, DEC, WORDS(x_proto_words),
		     .help = "Protocol that it came from", .ref = "6.8"},
	[X_FLAGS] = {"text", "External Flags", HEADING},
	[X_EXT] = {"eigrp.opaque.flag.ext", "Route is External", BOOL, AT(7, 1), .under = LOOSE,
		   .help = "It came from outside", .ref = "6.8"},
	[X_CD] = {"eigrp.opaque.flag.cd", "Route is Candidate Default", BOOL, AT(6, 1),
		  .under = LOOSE, .help = "It may become the default", .ref = "6.8"},
	[OLD] = {"text", "Legacy Metric", HEADING},
	[O_DELAY] = {"eigrp.old_metric.delay", "Scaled Delay", U32, DEC,
		     .help = "How long the way takes", .ref = "6.8"},
	[O_BW] = {"eigrp.old_metric.bw", "Scaled BW", U32, DEC, .help = "The slowest link",
		  .ref = "6.8"},
	[O_MTU] = {"eigrp.old_metric.mtu", "MTU", U24, DEC, .help = "Octets that fit",
		   .ref = "6.8"},
	[O_HOPS] = {"eigrp.old_metric.hopcount", "Hop Count", U8, DEC, .help = "How many routers",
		    .ref = "6.8"},
	[O_REL] = {"eigrp.old_metric.rel", "Reliability", U8, DEC, .help = "How well links work",
		   .ref = "6.8"},
	[O_LOAD] = {"eigrp.old_metric.load", "Load", U8, DEC, .help = "How busy links are",
		    .ref = "6.8"},
	[O_TAG] = {"eigrp.old_metric.intag", "Route Tag", U8, DEC, .help = "A mark of the route",
		   .ref = "6.8"},
	[M_FLAGS] = {"text", "Flags", HEADING},
	[M_SRCWD] = {"eigrp.metric.flags.srcwd", "Source Withdraw", BOOL, AT(7, 1), .under = LOOSE,
		     .help = "The source takes it back", .ref = "6.8"},
	[M_CD] = {"eigrp.metric.flags.cd", "Candidate Default", BOOL, AT(6, 1), .under = LOOSE,
		  .help = "It may become the default", .ref = "6.8"},
	[M_ACTIVE] = {"eigrp.metric.flags.active", "Route is Active", BOOL, AT(5, 1),
		      .under = LOOSE, .help = "Another way is being looked for", .ref = "6.8"},
	[M_REPL] = {"eigrp.metric.flags.repl", "Route is Replicated", BOOL, AT(4, 1),
		    .under = LOOSE, .help = "It was copied from another table", .ref = "6.8"},
	[PLEN4] = {"eigrp.ipv4.prefixlen", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		   .ref = "6.8"},
	[PLEN6] = {"eigrp.ipv6.prefixlen", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		   .ref = "6.8"},
	[PLEN_NOTE] =
		EXPERT("eigrp.prefixlen.invalid", "Invalid prefix length", WARNING, G_MALFORMED),
	[DEST4] = {"eigrp.ipv4.destination", "Destination", IPV4, .help = "A destination",
		   .ref = "6.8"},
	[DEST6] = {"eigrp.ipv6.destination", "Destination", IPV6, .help = "A destination",
		   .ref = "6.8"},
	[UNREACHABLE] = EXPERT("eigrp.unreachable", "Unreachable", REMARK, G_RESPONSE),
	[TID] = {"eigrp.tid", "Topology", U16, DEC, .help = "Which topology", .ref = "6.9"},
	[AFI] = {"eigrp.afi", "AFI", U16, DEC, WORDS(afi_words), .help = "Of which address family",
		 .ref = "6.9"},
	[RID] = {"eigrp.routerid", "RouterID", IPV4, .help = "Who told of the route", .ref = "6.9"},
	[AFI_NOTE] = EXPERT("eigrp.afi.unknown", "Unknown AFI", WARNING, G_PROTOCOL),
	[WIDE] = {"text", "Wide Metric", HEADING},
	[W_OFFSET] = {"eigrp.metric.offset", "Offset", U8, DEC,
		      .help = "Words of two octets about more", .ref = "6.9"},
	[W_PRIORITY] = {"eigrp.metric.priority", "Priority", U8, DEC,
			.help = "Which routes come first", .ref = "6.9"},
	[W_REL] = {"eigrp.metric.reliability", "Reliability", U8, DEC,
		   .help = "How well links work", .ref = "6.9"},
	[W_LOAD] = {"eigrp.metric.load", "Load", U8, DEC, .help = "How busy links are",
		    .ref = "6.9"},
	[W_MTU] = {"eigrp.metric.mtu", "MTU", U24, DEC, .help = "Octets that fit", .ref = "6.9"},
	[W_HOPS] = {"eigrp.metric.hopcount", "Hop Count", U8, DEC, .help = "How many routers",
		    .ref = "6.9"},
	[W_DELAY] = {"eigrp.metric.delay", "Delay", U64, DEC, .help = "How long the way takes",
		     .ref = "6.9"},
	[W_BW] = {"eigrp.metric.bandwidth", "Bandwidth", U64, DEC, .help = "The slowest link",
		  .ref = "6.9"},
	[W_RESERVED] = {"eigrp.metric.reserved", "Reserved", U16, HEX, .help = "Always 0",
			.ref = "6.9"},
};

#define HEAD 20
#define TLV_HEAD 4
#define HELLO 5
#define ACK_OPCODE 8

enum { V4 = 1, V6 = 2 };

/* --- elements about the neighbour --- */

static void put_parameters(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	bool bye = true;

	for (unsigned i = 0; i < 5; i++)
		bye &= u8(&peek) == 255;
	put_layout(w, c, PARTS({K1, 1}, {K2, 1}, {K3, 1}, {K4, 1}, {K5, 1}, {K6, 1}, {HOLD, 2}));
	if (!bye || c->bad)
		return;
	label_tail_of(w, group, ": Peer Termination");
	w->last = group;
	expert(w, BYE_NOTE, NULL);
}

static void put_proof(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned type = (unsigned)put(w, c, AUTH_TYPE, 2);
	const char *word = row_word(w, AUTH_TYPE, type, "");

	label_tail_of(w, group, " %s", word);
	if (!*word && !c->bad)
		expert(w, AUTH_NOTE, "Invalid auth type %u", type);
	put_layout(w, c, PARTS({AUTH_LEN, 2}, {KEY, 4}, {KEY_SEQ, 4}, {NULLPAD, 8}));
	if (*word && !c->bad)
		put_layout(w, c, PARTS({DIGEST, TO_END}));
}

static void put_sequence(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	while (c->left.wire && !c->bad) {
		unsigned n = (unsigned)put(w, c, ADDR_LEN, 1);

		if (c->bad || (n != 4 && n != 16))
			return;
		put(w, c, n == 4 ? ADDR4 : ADDR6, n);
	}
}

static void put_software(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	unsigned a = u8(&peek), b = u8(&peek), d = u8(&peek), e = u8(&peek);

	if (!peek.bad)
		label_tail_of(w, group, ": EIGRP=%u.%u, TLV=%u.%u", a, b, d, e);
	put_layout(w, c, PARTS({RELEASE, 2}, {TLV_VERSION, 2}));
}

static void put_multicast(struct walk *w, struct cursor *c, uint32_t group)
{
	label_tail_of(w, group, ": %u", (unsigned)put(w, c, MCAST, 4));
}

static void put_stub(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, STUB, 2);
}

static void put_leave(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)c;
	w->last = group;
	expert(w, LEAVE_NOTE, NULL);
}

/* --- routes --- */

static void put_metric_flags(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, M_FLAGS, 1);

	put_layout(w, c,
		   PARTS({M_SRCWD, SLICE | 1}, {M_CD, SLICE | 1}, {M_ACTIVE, SLICE | 1},
			 {M_REPL, SLICE | 1}, {0, HOP | 1}));
	shut_group(w, group, NULL);
}

static void put_old_metric(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, OLD, 16);

	put_layout(w, c,
		   PARTS({O_DELAY, 4}, {O_BW, 4}, {O_MTU, 3}, {O_HOPS, 1}, {O_REL, 1}, {O_LOAD, 1},
			 {O_TAG, 1}));
	if (!c->bad)
		put_metric_flags(w, c);
	shut_group(w, group, NULL);
}

static void put_outside(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, OUTSIDE, 20), flags;

	put_layout(w, c,
		   PARTS({X_RID, 4}, {X_AS, 4}, {X_TAG, 4}, {X_METRIC, 4}, {X_RESERVED, 2},
			 {X_PROTO, 1}));
	if (!c->bad) {
		flags = open_group(w, c, X_FLAGS, 1);
		put_layout(w, c, PARTS({X_EXT, SLICE | 1}, {X_CD, SLICE | 1}, {0, HOP | 1}));
		shut_group(w, flags, NULL);
	}
	shut_group(w, group, NULL);
}

/* One destination; false: nothing behind it is read. */
static bool put_destination(struct walk *w, struct cursor *c, uint32_t group, bool v6, bool first,
			    bool gone)
{
	unsigned bits = (unsigned)put(w, c, v6 ? PLEN6 : PLEN4, 1), most = v6 ? 128 : 32;
	uint32_t n = bits ? (bits + 7) / 8 : 1, at = c->at; /* the default takes an octet, too */
	uint8_t *octets = take(w, 16);
	const uint8_t *p;

	if (c->bad)
		return false;
	if (bits > most) {
		expert(w, PLEN_NOTE, "Invalid prefix length %u, must be <= %u", bits, most);
		cursor_take(c, c->left.wire);
		return false;
	}
	p = cursor_pull(c, n);
	if (!p)
		return false;
	memset(octets, 0, 16);
	if (bits)
		memcpy(octets, p, n);
	if (v6)
		put_bytes(w, DEST6, at, n, octets, 16);
	else
		put_value(w, DEST4, at, n, load_be(octets, 4));
	label_tail_of(w, group, "%s%s/%u%s", first ? "  =   " : ", ",
		      address_words(w, v6 ? IPV6 : IPV4, octets), bits,
		      gone && first ? " - Destination unreachable" : "");
	if (gone)
		expert(w, UNREACHABLE, NULL);
	return true;
}

static void put_destinations(struct walk *w, struct cursor *c, uint32_t group, bool v6, bool gone)
{
	for (bool first = true; c->left.wire && !c->bad; first = false)
		if (!put_destination(w, c, group, v6, first, gone))
			return;
}

static void put_route(struct walk *w, struct cursor *c, uint32_t group, unsigned type)
{
	bool v6 = type >> 8 == 4, outside = (type & 255) == 3;

	put(w, c, v6 ? HOP6 : HOP4, v6 ? 16 : 4);
	if (outside && !c->bad)
		put_outside(w, c);
	if (!c->bad)
		put_old_metric(w, c);
	if (!c->bad)
		put_destinations(w, c, group, v6, false);
}

static void put_wide_metric(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, WIDE, 24);
	struct cursor peek = *c;
	unsigned more = u8(&peek);

	put_layout(w, c,
		   PARTS({W_OFFSET, 1}, {W_PRIORITY, 1}, {W_REL, 1}, {W_LOAD, 1}, {W_MTU, 3},
			 {W_HOPS, 1}, {W_DELAY, 6}, {W_BW, 6}, {W_RESERVED, 2}, {0, HOP | 1}));
	if (!c->bad)
		put_metric_flags(w, c);
	cursor_take(c, more * 2);
	shut_group(w, group, NULL);
}

static void put_wide_route(struct walk *w, struct cursor *c, uint32_t group, unsigned type)
{
	unsigned afi;

	put(w, c, TID, 2);
	afi = (unsigned)put(w, c, AFI, 2);
	put(w, c, RID, 4);
	if (!c->bad)
		put_wide_metric(w, c);
	if (c->bad)
		return;
	if (afi != V4 && afi != V6) {
		uint32_t line = open_group(w, c, ELEMENT, c->left.wire);

		label_whole(w, "Unknown AFI");
		expert(w, AFI_NOTE, NULL);
		shut_group(w, line, NULL);
		return;
	}
	put(w, c, afi == V6 ? HOP6 : HOP4, afi == V6 ? 16 : 4);
	if ((type & 255) == 3 && !c->bad)
		put_outside(w, c);
	if (!c->bad)
		put_destinations(w, c, group, afi == V6, false);
}

/* --- the list --- */

static const struct {
	uint16_t type;
	void (*read)(struct walk *, struct cursor *, uint32_t);
} readers[] = {
	{1, put_parameters}, {2, put_proof}, {3, put_sequence}, {4, put_software},
	{5, put_multicast},  {6, put_stub},  {7, put_leave},
};

static void put_body(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	if (type == 0x102 || type == 0x103 || type == 0x402 || type == 0x403) {
		put_route(w, c, group, type);
		return;
	}
	if (type == 0x602 || type == 0x603) {
		put_wide_route(w, c, group, type);
		return;
	}
	if (type == 8) {
		put_layout(w, c, PARTS({TID_FLAGS, 2}, {TID_SIZE, 2}));
		return;
	}
	for (unsigned i = 0; i < COUNT(readers); i++)
		if (readers[i].type == type)
			readers[i].read(w, c, group);
}

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group;
	const char *word = row_word(w, TLV_TYPE, type, NULL);

	group = open_group(w, c, ELEMENT, len);
	label_whole(w, "%s", word ? word : "Unknown");
	if (!word)
		label_tail_of(w, group, " (0x%04x)", type);
	put(w, c, TLV_TYPE, 2);
	put(w, c, TLV_LEN, 2);
	if (len < TLV_HEAD && !c->bad) {
		expert(w, LEN_NOTE, NULL);
		cursor_take(c, c->left.wire);
	}
	body = cursor_first(*c, len - TLV_HEAD);
	if (len >= TLV_HEAD && !c->bad) {
		put_body(w, &body, type, group);
		cursor_take(c, len - TLV_HEAD);
	}
	if (body.bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

/* Hellos that only confirm something go by a number of their own. */
static unsigned opcode_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 1);
	unsigned opcode = u8(&c);

	cursor_pull(&c, 10);
	return opcode == HELLO && u32(&c) ? ACK_OPCODE : opcode;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned status = inet_status(0, l->bytes), given;

	put(w, c, VERSION, 1);
	put(w, c, OPCODE, 1);
	given = (unsigned)put(w, c, CHECKSUM, 2);
	if (c->bad)
		return;
	if (status == CHECKSUM_BAD) {
		unsigned right = (uint16_t)~inet_fold(inet_sum(0xffff - given, l->bytes));

		label_tail(w, " incorrect, should be 0x%04x", right);
		expert(w, BAD_SUM, "Bad Checksum [should be 0x%04x]", right);
	} else {
		label_tail(w, "%s", status == CHECKSUM_GOOD ? " [correct]" : " [unverified]");
	}
	put_value(w, STATUS, c->at, 0, status);
	put_layout(w, c, PARTS({FLAGS, 4}, {SEQ_NUMBER, 4}, {ACK, 4}, {VRID, 2}, {AS, 2}));
	while (c->left.wire && !c->bad)
		put_element(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(&opcodes, opcode_of(l));

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", opcode_of(l));
}

static const struct hang hangs[] = {{"ip.proto", 88}, {0}};

const struct proto proto_eigrp = {
	.brief = "EIGRP",
	.spec = "RFC 7868",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
