/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages of RPL, the routing protocol of low-power networks, in ICMPv6. */
/* RFC 6550, 6; RFC 6551 (metrics); RFC 6997 (point to point) */
#include "core/flags.h"
#include "core/labels.h"

enum {
	RPL,
	LOOSE,
	RESERVED,
	UNKNOWN_DATA,
	UNKNOWN_NOTE,
	BAD_LENGTH,
	DATA,
	UNDECODED,
	SEC_FLAGS,
	SEC_T,
	SEC_T_RSV,
	SEC_ALGORITHM,
	SEC_MODE,
	SEC_KIM,
	SEC_LVL,
	SEC_RSV,
	SEC_OTHER,
	SEC_COUNTER,
	SEC_SOURCE,
	SEC_INDEX,
	DIS_FLAGS,
	DIO_INSTANCE,
	DIO_VERSION,
	DIO_RANK,
	DIO_FLAGS,
	DIO_G,
	DIO_0,
	DIO_MOP,
	DIO_PREFERENCE,
	DIO_DTSN,
	DIO_FLAGS_2,
	DIO_ID,
	DAO_INSTANCE,
	DAO_FLAGS,
	DAO_K,
	DAO_D,
	DAO_RSV,
	DAO_SEQUENCE,
	DAO_ID,
	ACK_INSTANCE,
	ACK_FLAGS,
	ACK_D,
	ACK_RSV,
	ACK_SEQUENCE,
	ACK_STATUS,
	ACK_ID,
	DRO_INSTANCE,
	DRO_VERSION,
	MUST_BE_0,
	DRO_FLAGS,
	DRO_STOP,
	DRO_ACK,
	DRO_SEQ,
	DRO_RSV,
	DROACK_FLAGS,
	DROACK_SEQ,
	DROACK_RSV,
	DRO_ID,
	CC_INSTANCE,
	CC_FLAGS,
	CC_R,
	CC_RSV,
	CC_NONCE,
	CC_ID,
	CC_COUNTER,
	OPT,
	TYPE,
	LENGTH,
	OPT_RESERVED,
	PADN,
	METRIC,
	M_FLAGS,
	M_RSV,
	M_P,
	M_C,
	M_O,
	M_R,
	M_A,
	M_PREC,
	M_LENGTH,
	NSA,
	NSA_RSV,
	NSA_FLAGS,
	NSA_A,
	NSA_O,
	TLV,
	TLV_TYPE,
	TLV_LENGTH,
	TLV_DATA,
	NE,
	NE_FLAGS,
	NE_I,
	NE_TYPE,
	NE_E,
	NE_ENERGY,
	HP,
	HP_RSV,
	HP_FLAGS,
	HP_HP,
	LT,
	LL,
	LQL_RES,
	LQL,
	LQL_VAL,
	LQL_COUNTER,
	ETX,
	LC_RES,
	LC,
	LC_LC,
	LC_COUNTER,
	LC_RESERVED,
	LC_I,
	UNKNOWN_METRIC,
	ROUTE_LEN,
	ROUTE_FLAGS,
	ROUTE_PREF,
	ROUTE_RSV,
	ROUTE_LIFETIME,
	ROUTE_PREFIX,
	CFG_FLAGS,
	CFG_RSV,
	CFG_AUTH,
	CFG_PCS,
	CFG_DOUBLE,
	CFG_MIN,
	CFG_REDUNDANCY,
	CFG_MAX_RANK,
	CFG_MIN_HOP,
	CFG_OCP,
	CFG_RSV_2,
	CFG_LIFETIME,
	CFG_UNIT,
	TARGET_FLAGS,
	TARGET_LEN,
	TARGET_PREFIX,
	TRANSIT_FLAGS,
	TRANSIT_E,
	TRANSIT_RSV,
	TRANSIT_CTL,
	TRANSIT_SEQ,
	TRANSIT_LIFETIME,
	TRANSIT_PARENT,
	SOL_INSTANCE,
	SOL_FLAGS,
	SOL_V,
	SOL_I,
	SOL_D,
	SOL_RSV,
	SOL_ID,
	SOL_VERSION,
	PFX_LEN,
	PFX_FLAGS,
	PFX_L,
	PFX_A,
	PFX_R,
	PFX_RSV,
	PFX_VALID,
	PFX_PREFERRED,
	PFX_PREFIX,
	DESCRIPTOR,
	RD_FLAGS,
	RD_REPLY,
	RD_HOP,
	RD_HOP_NOTE,
	RD_ROUTES,
	RD_ROUTES_NOTE,
	RD_COMPR,
	RD_LIFETIME,
	RD_ZERO_NOTE,
	RD_MAXRANK,
	RD_NH,
	RD_TARGET,
	RD_VECTOR,
	RD_ADDRESS,
};

static const struct word algorithms[] = {
	{0, "Encryption: CCM with AES-128 / Signature: RSA with SHA-256"},
};
static const struct word modes[] = {
	{0, "No Downward routes maintained by RPL"},
	{1, "Non-Storing Mode of Operation"},
	{2, "Storing Mode of Operation with no multicast support"},
	{3, "Storing Mode of Operation with multicast support"},
	{4, "P2P Route Discovery Mode of Operation"},
};
static const struct word types[] = {
	{0, "1-byte padding"},        {1, "n-byte padding"},        {2, "DAG Metric container"},
	{3, "Routing Information"},   {4, "DODAG configuration"},   {5, "RPL Target"},
	{6, "Transit Information"},   {7, "Solicited Information"}, {8, "Prefix Information"},
	{9, "RPL Target Descriptor"}, {10, "P2P Route Discovery"},
};
static const struct word metric_types[] = {
	{1, "Node State and Attribute"},
	{2, "Node Energy"},
	{3, "Hop Count"},
	{4, "Link Throughput"},
	{5, "Link Latency"},
	{6, "Link Quality Level"},
	{7, "Link ETX"},
	{8, "Link Color"},
};
static const struct word preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
static const struct word infinity[] = {{UINT32_MAX, "Infinity"}};

/* --- words of the detail tree --- */

/* A number of which only some values mean something special. */
static void form_special(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(n->field->words, n->u);

	(void)r;
	if (word) {
		text_put(t, word);
		text_put(t, " (");
	}
	text_u64(t, n->u);
	if (word)
		text_char(t, ')');
}

static const struct field fields[] = {
	[RPL] = {"icmpv6.rpl", "RPL", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[RESERVED] = {"icmpv6.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 6550, 6.2"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES, .under = OPT,
			  .help = "More than the option should have"},
	[UNKNOWN_NOTE] = EXPERT("icmpv6.unknown_data.expert", "Unknown Data (not interpreted)",
				ERROR, G_MALFORMED),
	[BAD_LENGTH] =
		EXPERT("icmpv6.invalid_option_length", "Invalid Option Length", ERROR, G_MALFORMED),
	[DATA] = {"icmpv6.data", "Data", BYTES, .under = OPT, .help = "Data of an unknown option",
		  .ref = "RFC 6550, 6.7"},
	[UNDECODED] =
		EXPERT("icmpv6.undecoded.rpl_option", "Undecoded RPL Option", REMARK, G_UNDECODED),
	[SEC_FLAGS] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.1"},
	[SEC_T] = {"icmpv6.rpl.secure.flag.t", "Counter is Time (T)", BOOL, AT(0, 1),
		   .under = SEC_FLAGS, .help = "The counter is a time", .ref = "RFC 6550, 6.1"},
	[SEC_T_RSV] = {"icmpv6.rpl.secure.flag.rsv", "Reserved", U8, DEC, AT(1, 7),
		       .under = SEC_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.1"},
	[SEC_ALGORITHM] = {"icmpv6.rpl.secure.algorithm", "Algorithm", U8, DEC, WORDS(algorithms),
			   .help = "How it is protected", .ref = "RFC 6550, 6.1"},
	[SEC_MODE] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		      .help = "Key and level", .ref = "RFC 6550, 6.1"},
	[SEC_KIM] = {"icmpv6.rpl.secure.kim", "Key Identifier Mode (KIM)", U8, DEC, AT(0, 2),
		     .under = SEC_MODE, .help = "How the key is named", .ref = "RFC 6550, 6.1"},
	[SEC_LVL] = {"icmpv6.rpl.secure.lvl", "Security Level (LVL)", U8, DEC, AT(5, 3),
		     .under = SEC_MODE, .help = "How much is protected", .ref = "RFC 6550, 6.1"},
	[SEC_RSV] = {"icmpv6.rpl.secure.rsv", "Reserved", U8, DEC, AT(2, 3), .under = SEC_MODE,
		     .help = "Always 0", .ref = "RFC 6550, 6.1"},
	[SEC_OTHER] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "More flags", .ref = "RFC 6550, 6.1"},
	[SEC_COUNTER] = {"icmpv6.rpl.secure.counter", "Counter", U32, DEC,
			 .help = "Against replays", .ref = "RFC 6550, 6.1"},
	[SEC_SOURCE] = {"icmpv6.rpl.secure.key.source", "Key Source", BYTES, .help = "Whose key",
			.ref = "RFC 6550, 6.1"},
	[SEC_INDEX] = {"icmpv6.rpl.secure.key.index", "Key Source", U8, DEC,
		       .help = "Which of its keys", .ref = "RFC 6550, 6.1"},
	[DIS_FLAGS] = {"icmpv6.rpl.dis.flags", "Flags", U8, DEC, .help = "Always 0",
		       .ref = "RFC 6550, 6.2"},
	[DIO_INSTANCE] = {"icmpv6.rpl.dio.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.3"},
	[DIO_VERSION] = {"icmpv6.rpl.dio.version", "Version", U8, DEC,
			 .help = "Which version of the graph", .ref = "RFC 6550, 6.3"},
	[DIO_RANK] = {"icmpv6.rpl.dio.rank", "Rank", U16, DEC,
		      .help = "How far the sender is from the root", .ref = "RFC 6550, 6.3"},
	[DIO_FLAGS] = {"icmpv6.rpl.dio.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.3"},
	[DIO_G] = {"icmpv6.rpl.dio.flag.g", "Grounded (G)", BOOL, AT(0, 1), .under = DIO_FLAGS,
		   .help = "The graph meets its goal", .ref = "RFC 6550, 6.3"},
	[DIO_0] = {"icmpv6.rpl.dio.flag.0", "Zero", BOOL, AT(1, 1), .under = DIO_FLAGS,
		   .help = "Always 0", .ref = "RFC 6550, 6.3"},
	[DIO_MOP] = {"icmpv6.rpl.dio.flag.mop", "Mode of Operation (MOP)", U8, HEX, AT(2, 3),
		     .under = DIO_FLAGS, WORDS(modes), .help = "How routes down are kept",
		     .ref = "RFC 6550, 6.3"},
	[DIO_PREFERENCE] = {"icmpv6.rpl.dio.flag.preference", "DODAG Preference", U8, DEC, AT(5, 3),
			    .under = DIO_FLAGS, .help = "Which graph to prefer",
			    .ref = "RFC 6550, 6.3"},
	[DIO_DTSN] = {"icmpv6.rpl.dio.dtsn",
		      "Destination Advertisement Trigger Sequence Number (DTSN)", U8, DEC,
		      .help = "Asks for new advertisements", .ref = "RFC 6550, 6.3"},
	[DIO_FLAGS_2] = {"icmpv6.rpl.dio.flag", "Flags", U8, HEX, .form = form_flags,
			 .help = "Always 0", .ref = "RFC 6550, 6.3"},
	[DIO_ID] = {"icmpv6.rpl.dio.dagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.3"},
	[DAO_INSTANCE] = {"icmpv6.rpl.dao.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.4"},
	[DAO_FLAGS] = {"icmpv6.rpl.dao.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.4"},
	[DAO_K] = {"icmpv6.rpl.dao.flag.k", "DAO-ACK Request (K)", BOOL, AT(0, 1),
		   .under = DAO_FLAGS, .help = "An answer is wanted", .ref = "RFC 6550, 6.4"},
	[DAO_D] = {"icmpv6.rpl.dao.flag.d", "DODAGID Present (D)", BOOL, AT(1, 1),
		   .under = DAO_FLAGS, .help = "There is a DODAGID", .ref = "RFC 6550, 6.4"},
	[DAO_RSV] = {"icmpv6.rpl.dao.flag.rsv", "Reserved", U8, DEC, AT(2, 6), .under = DAO_FLAGS,
		     .help = "Always 0", .ref = "RFC 6550, 6.4"},
	[DAO_SEQUENCE] = {"icmpv6.rpl.dao.sequence", "DAO Sequence", U8, DEC,
			  .help = "Counts messages", .ref = "RFC 6550, 6.4"},
	[DAO_ID] = {"icmpv6.rpl.dao.dodagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.4"},
	[ACK_INSTANCE] = {"icmpv6.rpl.daoack.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.5"},
	[ACK_FLAGS] = {"icmpv6.rpl.daoack.flag", "Flag", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.5"},
	[ACK_D] = {"icmpv6.rpl.daoack.flag.d", "DODAGID Present (D)", BOOL, AT(0, 1),
		   .under = ACK_FLAGS, .help = "There is a DODAGID", .ref = "RFC 6550, 6.5"},
	[ACK_RSV] = {"icmpv6.rpl.daoack.flag.rsv", "Reserved", U8, DEC, AT(1, 7),
		     .under = ACK_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.5"},
	[ACK_SEQUENCE] = {"icmpv6.rpl.daoack.sequence", "DAO-ACK Sequence", U8, DEC,
			  .help = "Which message is answered", .ref = "RFC 6550, 6.5"},
	[ACK_STATUS] = {"icmpv6.rpl.daoack.status", "Status", U8, DEC,
			.help = "Whether it was taken", .ref = "RFC 6550, 6.5"},
	[ACK_ID] = {"icmpv6.rpl.daoack.dodagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.5"},
	[DRO_INSTANCE] = {"icmpv6.rpl.p2p.dro.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6997, 8"},
	[DRO_VERSION] = {"icmpv6.rpl.p2p.dro.version", "Version", U8, DEC, .help = "Always 0",
			 .ref = "RFC 6997, 8"},
	[MUST_BE_0] = EXPERT("icmpv6.rpl.p2p.dro.zero", "This field MUST be set to zero", WARNING,
			     G_PROTOCOL),
	[DRO_FLAGS] = {"icmpv6.rpl.p2p.dro.flag", "Flags", U16, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6997, 8"},
	[DRO_STOP] = {"icmpv6.rpl.p2p.dro.flag.stop", "Stop", BOOL, AT(0, 1), BOX(16, 0),
		      .under = DRO_FLAGS, WORDS(yes_no), .help = "The search is over",
		      .ref = "RFC 6997, 8"},
	[DRO_ACK] = {"icmpv6.rpl.p2p.dro.flag.ack", "Ack", BOOL, AT(1, 1), BOX(16, 1),
		     .under = DRO_FLAGS, WORDS(yes_no), .help = "An answer is wanted",
		     .ref = "RFC 6997, 8"},
	[DRO_SEQ] = {"icmpv6.rpl.p2p.dro.flag.seq", "Seq", U16, DEC, AT(2, 2), BOX(16, 2),
		     .under = DRO_FLAGS, .help = "Counts messages", .ref = "RFC 6997, 8"},
	[DRO_RSV] = {"icmpv6.rpl.p2p.dro.flag.reserved", "Reserved", U16, DEC, AT(4, 12),
		     BOX(16, 4), .under = DRO_FLAGS, .help = "Always 0", .ref = "RFC 6997, 8"},
	[DROACK_FLAGS] = {"icmpv6.rpl.p2p.droack.flag", "Flags", U16, HEX, .form = form_flags,
			  .help = "All flags", .ref = "RFC 6997, 10"},
	[DROACK_SEQ] = {"icmpv6.rpl.p2p.droack.flag.seq", "Seq", U16, DEC, AT(0, 2), BOX(16, 0),
			.under = DROACK_FLAGS, .help = "Which message is answered",
			.ref = "RFC 6997, 10"},
	[DROACK_RSV] = {"icmpv6.rpl.p2p.droack.flag.reserved", "Reserved", U16, DEC, AT(2, 14),
			BOX(16, 2), .under = DROACK_FLAGS, .help = "Always 0",
			.ref = "RFC 6997, 10"},
	[DRO_ID] = {"icmpv6.rpl.p2p.dro.dagid", "DODAGID", IPV6, .help = "The origin's address",
		    .ref = "RFC 6997, 8"},
	[CC_INSTANCE] = {"icmpv6.rpl.cc.instance", "RPLInstanceID", U8, DEC,
			 .help = "Which topology", .ref = "RFC 6550, 6.6"},
	[CC_FLAGS] = {"icmpv6.rpl.cc.flag", "Flag", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 6550, 6.6"},
	[CC_R] = {"icmpv6.rpl.cc.flag.r", "Response (R)", BOOL, AT(0, 1), .under = CC_FLAGS,
		  .help = "It is an answer", .ref = "RFC 6550, 6.6"},
	[CC_RSV] = {"icmpv6.rpl.cc.flag.rsv", "Reserved", U8, DEC, AT(1, 7), .under = CC_FLAGS,
		    .help = "Always 0", .ref = "RFC 6550, 6.6"},
	[CC_NONCE] = {"icmpv6.rpl.cc.nonce", "CC Nonce", U16, HEX,
		      .help = "The same in question and answer", .ref = "RFC 6550, 6.6"},
	[CC_ID] = {"icmpv6.rpl.cc.dodagid", "DODAGID", IPV6, .help = "The root's address",
		   .ref = "RFC 6550, 6.6"},
	[CC_COUNTER] = {"icmpv6.rpl.cc.destination_counter", "Destination Counter", U32, DEC,
			.help = "The receiver's counter", .ref = "RFC 6550, 6.6"},
	[OPT] = {"icmpv6.opt", "ICMPv6 Option", NONE, .help = "An option",
		 .ref = "RFC 6550, 6.7.1"},
	[TYPE] = {"icmpv6.rpl.opt.type", "Type", U8, DEC, .under = OPT, WORDS(types),
		  .help = "Which option", .ref = "RFC 6550, 6.7.1"},
	[LENGTH] = {"icmpv6.rpl.opt.length", "Length", U8, DEC, .under = OPT,
		    .help = "Octets of data", .ref = "RFC 6550, 6.7.1"},
	[OPT_RESERVED] = {"icmpv6.rpl.opt.reserved", "Reserved", NONE, .under = OPT,
			  .help = "Always 0", .ref = "RFC 6550, 6.7.1"},
	[PADN] = {"icmpv6.rpl.opt.padn", "Paddn", NONE, .under = OPT, .help = "Padding",
		  .ref = "RFC 6550, 6.7.3"},
	[METRIC] = {"icmpv6.rpl.opt.metric.type", "Routing Metric/Constraint Type", U8, DEC,
		    .under = OPT, WORDS(metric_types), .help = "What is measured",
		    .ref = "RFC 6551, 2.1"},
	[M_FLAGS] = {"icmpv6.rpl.opt.metric.flags", "Flags", U16, HEX, .under = METRIC,
		     .form = form_flags, .help = "All flags", .ref = "RFC 6551, 2.1"},
	[M_RSV] = {"icmpv6.rpl.opt.metric.reserved", "Reserved Flags", U16, HEX, AT(0, 5),
		   BOX(16, 0), .under = M_FLAGS, .help = "Always 0", .ref = "RFC 6551, 2.1"},
	[M_P] = {"icmpv6.rpl.opt.metric.flag.p", "Flag P", BOOL, AT(5, 1), BOX(16, 5),
		 .under = M_FLAGS, WORDS(set_notset), .help = "Some node left no mark",
		 .ref = "RFC 6551, 2.1"},
	[M_C] = {"icmpv6.rpl.opt.metric.flag.c", "Flag C", BOOL, AT(6, 1), BOX(16, 6),
		 .under = M_FLAGS, WORDS(set_notset), .help = "A constraint, not a metric",
		 .ref = "RFC 6551, 2.1"},
	[M_O] = {"icmpv6.rpl.opt.metric.flag.o", "Flag O", BOOL, AT(7, 1), BOX(16, 7),
		 .under = M_FLAGS, WORDS(set_notset), .help = "The constraint is optional",
		 .ref = "RFC 6551, 2.1"},
	[M_R] = {"icmpv6.rpl.opt.metric.flag.r", "Flag R", BOOL, AT(8, 1), BOX(16, 8),
		 .under = M_FLAGS, WORDS(set_notset), .help = "Every node recorded it",
		 .ref = "RFC 6551, 2.1"},
	[M_A] = {"icmpv6.rpl.opt.metric.flag.a", "A Field", U16, HEX, AT(9, 3), BOX(16, 9),
		 .under = M_FLAGS, .help = "How it adds up", .ref = "RFC 6551, 2.1"},
	[M_PREC] = {"icmpv6.rpl.opt.metric.prec", "Precedence field", U16, HEX, AT(12, 4),
		    BOX(16, 12), .under = M_FLAGS, .help = "Which goes before others",
		    .ref = "RFC 6551, 2.1"},
	[M_LENGTH] = {"icmpv6.rpl.opt.metric.length", "Metric Length", U8, DEC, .under = METRIC,
		      .help = "Octets of the metric", .ref = "RFC 6551, 2.1"},
	[NSA] = {"icmpv6.rpl.opt.metric.nsa.object", "Node State and Attribute Object", U16, HEX,
		 .under = METRIC, .form = form_flags, .help = "State of the node",
		 .ref = "RFC 6551, 3.1"},
	[NSA_RSV] = {"icmpv6.rpl.opt.metric.nsa.object.reserved", "Reserved field", U16, HEX,
		     AT(0, 8), BOX(16, 0), .under = NSA, .help = "Always 0",
		     .ref = "RFC 6551, 3.1"},
	[NSA_FLAGS] = {"icmpv6.rpl.opt.metric.nsa.object.flags", "Flags", U16, HEX, AT(8, 6),
		       BOX(16, 8), .under = NSA, .help = "Always 0", .ref = "RFC 6551, 3.1"},
	[NSA_A] = {"icmpv6.rpl.opt.metric.nsa.object.flag.a", "Flag A", BOOL, AT(14, 1),
		   BOX(16, 14), .under = NSA, WORDS(set_notset), .help = "It can aggregate",
		   .ref = "RFC 6551, 3.1"},
	[NSA_O] = {"icmpv6.rpl.opt.metric.nsa.object.flag.o", "Flag O", BOOL, AT(15, 1),
		   BOX(16, 15), .under = NSA, WORDS(set_notset), .help = "It is overloaded",
		   .ref = "RFC 6551, 3.1"},
	[TLV] = {"icmpv6.rpl.opt.metric.nsa.object.opttlv.object",
		 "Node State and Attribute Optional TLV", U8, DEC, .under = METRIC,
		 .help = "More about the node", .ref = "RFC 6551, 3.1"},
	[TLV_TYPE] = {"icmpv6.rpl.opt.metric.nsa.object.opttlv.object.type",
		      "Node State and Attribute Optional TLV Type", U8, DEC, .under = TLV,
		      .help = "What it is", .ref = "RFC 6551, 3.1"},
	[TLV_LENGTH] = {"icmpv6.rpl.opt.metric.nsa.object.opttlv.object.length",
			"Node State and Attribute Optional TLV Length", U8, DEC, .under = TLV,
			.help = "Octets of it", .ref = "RFC 6551, 3.1"},
	[TLV_DATA] = {"icmpv6.rpl.opt.metric.nsa.object.opttlv.object.data", "Raw Data", BYTES,
		      .under = TLV, .help = "The data", .ref = "RFC 6551, 3.1"},
	[NE] = {"icmpv6.rpl.opt.metric.ne.object", "Node Energy Object", U16, HEX, .under = METRIC,
		.form = form_flags, .help = "Energy of the node", .ref = "RFC 6551, 3.2"},
	[NE_FLAGS] = {"icmpv6.rpl.opt.metric.ne.object.flags", "Flags field", U16, HEX, AT(0, 4),
		      BOX(16, 0), .under = NE, .help = "Always 0", .ref = "RFC 6551, 3.2"},
	[NE_I] = {"icmpv6.rpl.opt.metric.ne.object.flag.i", "Flag I", BOOL, AT(4, 1), BOX(16, 4),
		  .under = NE, WORDS(set_notset), .help = "Its type is to be in a list",
		  .ref = "RFC 6551, 3.2"},
	[NE_TYPE] = {"icmpv6.rpl.opt.metric.ne.object.type", "Type", U16, HEX, AT(5, 2), BOX(16, 5),
		     .under = NE, .help = "Mains, battery or scavenger", .ref = "RFC 6551, 3.2"},
	[NE_E] = {"icmpv6.rpl.opt.metric.ne.object.flag.e", "Flag E", BOOL, AT(7, 1), BOX(16, 7),
		  .under = NE, WORDS(set_notset), .help = "There is an estimate",
		  .ref = "RFC 6551, 3.2"},
	[NE_ENERGY] = {"icmpv6.rpl.opt.metric.ne.object.energy", "Energy", U16, HEX, AT(8, 8),
		       BOX(16, 8), .under = NE, .help = "Energy left", .ref = "RFC 6551, 3.2"},
	[HP] = {"icmpv6.rpl.opt.metric.hp.object", "Hop Count Object", U16, HEX, .under = METRIC,
		.help = "Hops of the path", .ref = "RFC 6551, 3.3"},
	[HP_RSV] = {"icmpv6.rpl.opt.metric.hp.object.reserved", "Reserved field", U16, HEX,
		    AT(0, 4), BOX(16, 0), .under = HP, .help = "Always 0", .ref = "RFC 6551, 3.3"},
	[HP_FLAGS] = {"icmpv6.rpl.opt.metric.hp.object.flags", "Flags", U16, HEX, AT(4, 4),
		      BOX(16, 4), .under = HP, .help = "Always 0", .ref = "RFC 6551, 3.3"},
	[HP_HP] = {"icmpv6.rpl.opt.metric.hp.object.hp", "Hop Count", U16, DEC, AT(8, 8),
		   BOX(16, 8), .under = HP, .help = "How many", .ref = "RFC 6551, 3.3"},
	[LT] = {"icmpv6.rpl.opt.metric.lt.object.lt", "Link Throughput", U32, DEC, .under = METRIC,
		.help = "Throughput of the link", .ref = "RFC 6551, 4.1"},
	[LL] = {"icmpv6.rpl.opt.metric.ll.object.ll", "Link Latency", U32, DEC, .under = METRIC,
		.help = "Latency of the link", .ref = "RFC 6551, 4.2"},
	[LQL_RES] = {"icmpv6.rpl.opt.metric.lql.object.res", "Reserved field", U8, HEX,
		     .under = LOOSE, .help = "Always 0", .ref = "RFC 6551, 4.3.1"},
	[LQL] = {"icmpv6.rpl.opt.metric.lql.object", "Link Quality Level Object", U8, HEX,
		 .under = METRIC, .help = "Quality of links", .ref = "RFC 6551, 4.3.1"},
	[LQL_VAL] = {"icmpv6.rpl.opt.metric.lql.object.val", "Val(ue)", U8, HEX, AT(0, 3),
		     .under = LQL, .help = "How good", .ref = "RFC 6551, 4.3.1"},
	[LQL_COUNTER] = {"icmpv6.rpl.opt.metric.lql.object.counter", "Counter", U8, DEC, AT(3, 5),
			 .under = LQL, .help = "How many links of it", .ref = "RFC 6551, 4.3.1"},
	[ETX] = {"icmpv6.rpl.opt.metric.etx.object.etx", "ETX", U16, DEC, .under = METRIC,
		 .help = "Expected transmissions", .ref = "RFC 6551, 4.3.2"},
	[LC_RES] = {"icmpv6.rpl.opt.metric.lc.object.res", "Reserved field", U8, HEX,
		    .under = LOOSE, .help = "Always 0", .ref = "RFC 6551, 4.4.1"},
	[LC] = {"icmpv6.rpl.opt.metric.lc.object", "Link Color Object", NONE, .under = METRIC,
		.help = "Colour of links", .ref = "RFC 6551, 4.4.1"},
	[LC_LC] = {"icmpv6.rpl.opt.metric.lc.object.lc", "Link Color", U16, HEX, AT(0, 10),
		   BOX(16, 0), .under = LOOSE, .help = "The colour", .ref = "RFC 6551, 4.4.1"},
	[LC_COUNTER] = {"icmpv6.rpl.opt.metric.lc.object.counter", "Counter", U16, DEC, AT(10, 6),
			BOX(16, 10), .under = LOOSE, .help = "How many links of it",
			.ref = "RFC 6551, 4.4.1"},
	[LC_RESERVED] = {"icmpv6.rpl.opt.metric.lc.object.reserved", "Reserved", U16, DEC,
			 AT(10, 5), BOX(16, 10), .under = LOOSE, .help = "Always 0",
			 .ref = "RFC 6551, 4.4.1"},
	[LC_I] = {"icmpv6.rpl.opt.metric.lc.object.flag.i", "Flag I", U16, DEC, AT(15, 1),
		  BOX(16, 15), .under = LOOSE, .help = "The colour is to be there",
		  .ref = "RFC 6551, 4.4.1"},
	[UNKNOWN_METRIC] = EXPERT("icmpv6.rpl.unknown.metric", "Unknown RPL metric/constraint type",
				  REMARK, G_UNDECODED),
	[ROUTE_LEN] = {"icmpv6.rpl.opt.route.prefix_length", "Prefix Length", U8, DEC, .under = OPT,
		       .help = "Bits of the prefix", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_FLAGS] = {"icmpv6.rpl.opt.route.flag", "Flag", U8, HEX, .under = OPT,
			 .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_PREF] = {"icmpv6.rpl.opt.route.pref", "Preference", U8, DEC, AT(3, 2),
			.under = ROUTE_FLAGS, WORDS(preferences), .help = "Which route to prefer",
			.ref = "RFC 6550, 6.7.5"},
	[ROUTE_RSV] = {"icmpv6.rpl.opt.route.reserved", "Reserved", U8, DEC, .under = ROUTE_FLAGS,
		       .help = "Always 0", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_LIFETIME] = {"icmpv6.rpl.opt.route.lifetime", "Route Lifetime", U32, DEC,
			    .under = OPT, WORDS(infinity), .form = form_special,
			    .help = "Seconds that it is valid", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_PREFIX] = {"icmpv6.rpl.opt.route.prefix", "Prefix", IPV6, .under = OPT,
			  .help = "The prefix", .ref = "RFC 6550, 6.7.5"},
	[CFG_FLAGS] = {"icmpv6.rpl.opt.config.flag", "Flag", U8, HEX, .under = OPT,
		       .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.6"},
	[CFG_RSV] = {"icmpv6.rpl.opt.config.reserved", "Reserved", U8, DEC, AT(0, 4),
		     .under = CFG_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.7.6"},
	[CFG_AUTH] = {"icmpv6.rpl.opt.config.auth", "Authentication Enabled", BOOL, AT(4, 1),
		      .under = CFG_FLAGS, WORDS(set_notset), .help = "Keys are handed out",
		      .ref = "RFC 6550, 6.7.6"},
	[CFG_PCS] = {"icmpv6.rpl.opt.config.pcs", "Path Control Size", U8, DEC, AT(5, 3),
		     .under = CFG_FLAGS, .help = "Bits of path control", .ref = "RFC 6550, 6.7.6"},
	[CFG_DOUBLE] = {"icmpv6.rpl.opt.config.interval_double", "DIOIntervalDoublings", U8, DEC,
			.under = OPT, .help = "How far the interval grows",
			.ref = "RFC 6550, 6.7.6"},
	[CFG_MIN] = {"icmpv6.rpl.opt.config.interval_min", "DIOIntervalMin", U16, DEC, .under = OPT,
		     .help = "Shortest interval, as a power of 2", .ref = "RFC 6550, 6.7.6"},
	[CFG_REDUNDANCY] = {"icmpv6.rpl.opt.config.redundancy", "DIORedundancyConstant", U8, DEC,
			    .under = OPT, .help = "Enough messages of others",
			    .ref = "RFC 6550, 6.7.6"},
	[CFG_MAX_RANK] = {"icmpv6.rpl.opt.config.max_rank_inc", "MaxRankInc", U16, DEC,
			  .under = OPT, .help = "How far a rank may grow",
			  .ref = "RFC 6550, 6.7.6"},
	[CFG_MIN_HOP] = {"icmpv6.rpl.opt.config.min_hop_rank_inc", "MinHopRankInc", U16, DEC,
			 .under = OPT, .help = "Least growth of a hop", .ref = "RFC 6550, 6.7.6"},
	[CFG_OCP] = {"icmpv6.rpl.opt.config.ocp", "OCP (Objective Code Point)", U16, DEC,
		     .under = OPT, .help = "Objective function", .ref = "RFC 6550, 6.7.6"},
	[CFG_RSV_2] = {"icmpv6.rpl.opt.config.rsv", "Reserved", U8, DEC, .under = OPT,
		       .help = "Always 0", .ref = "RFC 6550, 6.7.6"},
	[CFG_LIFETIME] = {"icmpv6.rpl.opt.config.def_lifetime", "Default Lifetime", U8, DEC,
			  .under = OPT, .help = "How long routes are valid",
			  .ref = "RFC 6550, 6.7.6"},
	[CFG_UNIT] = {"icmpv6.rpl.opt.config.lifetime_unit", "Lifetime Unit", U16, DEC,
		      .under = OPT, .help = "Seconds of a unit of that", .ref = "RFC 6550, 6.7.6"},
	[TARGET_FLAGS] = {"icmpv6.rpl.opt.target.flag", "Reserved", NONE, .under = OPT,
			  .help = "Always 0", .ref = "RFC 6550, 6.7.7"},
	[TARGET_LEN] = {"icmpv6.rpl.opt.target.prefix_length", "Target Length", U8, DEC,
			.under = OPT, .help = "Bits of the prefix", .ref = "RFC 6550, 6.7.7"},
	[TARGET_PREFIX] = {"icmpv6.rpl.opt.target.prefix", "Target", IPV6, .under = OPT,
			   .help = "Who can be reached", .ref = "RFC 6550, 6.7.7"},
	[TRANSIT_FLAGS] = {"icmpv6.rpl.opt.transit.flag", "Flags", U8, HEX, .under = OPT,
			   .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_E] = {"icmpv6.rpl.opt.transit.flag.e", "External", BOOL, AT(0, 1),
		       .under = TRANSIT_FLAGS, WORDS(set_notset), .help = "The target is elsewhere",
		       .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_RSV] = {"icmpv6.rpl.opt.transit.flag.rsv", "Reserved", U8, DEC, AT(1, 7),
			 .under = TRANSIT_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_CTL] = {"icmpv6.rpl.opt.transit.pathctl", "Path Control", U8, DEC, .under = OPT,
			 .help = "Which parents to prefer", .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_SEQ] = {"icmpv6.rpl.opt.transit.pathseq", "Path Sequence", U8, DEC, .under = OPT,
			 .help = "Counts what the target says", .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_LIFETIME] = {"icmpv6.rpl.opt.transit.pathlifetime", "Path Lifetime", U8, DEC,
			      .under = OPT, .help = "How long the route is valid",
			      .ref = "RFC 6550, 6.7.8"},
	[TRANSIT_PARENT] = {"icmpv6.rpl.opt.transit.parent", "Parent Address", IPV6, .under = OPT,
			    .help = "The parent", .ref = "RFC 6550, 6.7.8"},
	[SOL_INSTANCE] = {"icmpv6.rpl.opt.solicited.instance", "Instance", U8, DEC, .under = OPT,
			  .help = "Which topology", .ref = "RFC 6550, 6.7.9"},
	[SOL_FLAGS] = {"icmpv6.rpl.opt.solicited.flag", "Flag", U8, HEX, .under = OPT,
		       .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.9"},
	[SOL_V] = {"icmpv6.rpl.opt.solicited.flag.v", "Version predicate", BOOL, AT(0, 1),
		   .under = SOL_FLAGS, .help = "The version counts", .ref = "RFC 6550, 6.7.9"},
	[SOL_I] = {"icmpv6.rpl.opt.solicited.flag.i", "InstanceID predicate", BOOL, AT(1, 1),
		   .under = SOL_FLAGS, .help = "The instance counts", .ref = "RFC 6550, 6.7.9"},
	[SOL_D] = {"icmpv6.rpl.opt.solicited.flag.d", "DODAGID predicate", BOOL, AT(2, 1),
		   .under = SOL_FLAGS, .help = "The DODAGID counts", .ref = "RFC 6550, 6.7.9"},
	[SOL_RSV] = {"icmpv6.rpl.opt.solicited.flag.rsv", "Reserved", U8, DEC, AT(3, 5),
		     .under = SOL_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.7.9"},
	[SOL_ID] = {"icmpv6.rpl.opt.solicited.dodagid", "DODAGID", IPV6, .under = OPT,
		    .help = "The root's address", .ref = "RFC 6550, 6.7.9"},
	[SOL_VERSION] = {"icmpv6.rpl.opt.solicited.version", "Version", U8, DEC, .under = OPT,
			 .help = "Which version of the graph", .ref = "RFC 6550, 6.7.9"},
	[PFX_LEN] = {"icmpv6.rpl.opt.prefix.length", "Prefix Length", U8, DEC, .under = OPT,
		     .help = "Bits of the prefix", .ref = "RFC 6550, 6.7.10"},
	[PFX_FLAGS] = {"icmpv6.rpl.opt.prefix.flag", "Flag", U8, HEX, .under = OPT,
		       .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.10"},
	[PFX_L] = {"icmpv6.rpl.opt.prefix.flag.l", "On Link", BOOL, AT(0, 1), .under = PFX_FLAGS,
		   WORDS(set_notset), .help = "The prefix is on this link",
		   .ref = "RFC 6550, 6.7.10"},
	[PFX_A] = {"icmpv6.rpl.opt.config.flag.a", "Auto Address Config", BOOL, AT(1, 1),
		   .under = PFX_FLAGS, WORDS(set_notset), .help = "Hosts may make addresses of it",
		   .ref = "RFC 6550, 6.7.10"},
	[PFX_R] = {"icmpv6.rpl.opt.config.flag.r", "Router Address", BOOL, AT(2, 1),
		   .under = PFX_FLAGS, WORDS(set_notset),
		   .help = "It is the router's whole address", .ref = "RFC 6550, 6.7.10"},
	[PFX_RSV] = {"icmpv6.rpl.opt.config.flag.rsv", "Reserved", U8, DEC, AT(3, 5),
		     .under = PFX_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.7.10"},
	[PFX_VALID] = {"icmpv6.rpl.opt.prefix.valid_lifetime", "Valid Lifetime", U32, DEC,
		       .under = OPT, WORDS(infinity), .form = form_special,
		       .help = "Seconds that it is valid", .ref = "RFC 6550, 6.7.10"},
	[PFX_PREFERRED] = {"icmpv6.rpl.opt.prefix.preferred_lifetime", "Preferred Lifetime", U32,
			   DEC, .under = OPT, WORDS(infinity), .form = form_special,
			   .help = "Seconds that its addresses are preferred",
			   .ref = "RFC 6550, 6.7.10"},
	[PFX_PREFIX] = {"icmpv6.rpl.opt.prefix", "Destination Prefix", IPV6, .under = OPT,
			.help = "The prefix", .ref = "RFC 6550, 6.7.10"},
	[DESCRIPTOR] = {"icmpv6.rpl.opt.targetdesc.descriptor", "Descriptor", U32, HEX,
			.under = OPT, .help = "A tag of the target", .ref = "RFC 6550, 6.7.11"},
	[RD_FLAGS] = {"icmpv6.rpl.opt.routediscovery.flag", "Flags", NONE, .under = OPT,
		      .help = "All flags", .ref = "RFC 6997, 7"},
	[RD_REPLY] = {"icmpv6.rpl.opt.routediscovery.flag.reply", "Reply", BOOL, AT(0, 1),
		      .under = LOOSE, WORDS(yes_no), .help = "An answer is wanted",
		      .ref = "RFC 6997, 7"},
	[RD_HOP] = {"icmpv6.rpl.opt.routediscovery.flag.hopbyhop", "Hop-by-Hop", BOOL, AT(1, 1),
		    .under = LOOSE, WORDS(yes_no), .help = "The route is kept in each node",
		    .ref = "RFC 6997, 7"},
	[RD_HOP_NOTE] = EXPERT("icmpv6.rpl.p2p.hop_by_hop",
			       "Reply MUST be set to one in order to establish a Hop-by-Hop Route",
			       WARNING, G_PROTOCOL),
	[RD_ROUTES] = {"icmpv6.rpl.opt.routediscovery.flag.numofroutes", "Number of Routes", U8,
		       DEC, AT(2, 2), .under = LOOSE, .help = "Further routes wanted",
		       .ref = "RFC 6997, 7"},
	[RD_ROUTES_NOTE] =
		EXPERT("icmpv6.rpl.p2p.num_of_routes",
		       "This field MUST be set to zero when Hop-by-Hop Routes are being discovered",
		       WARNING, G_PROTOCOL),
	[RD_COMPR] = {"icmpv6.rpl.opt.routediscovery.flag.compr", "Compr", U8, DEC, AT(4, 4),
		      .under = LOOSE, .help = "Octets left out of addresses", .ref = "RFC 6997, 7"},
	[RD_LIFETIME] = {"icmpv6.rpl.opt.routediscovery.lifetime", "Lifetime", U8, DEC, AT(0, 2),
			 .under = LOOSE, .help = "How long the search lasts", .ref = "RFC 6997, 7"},
	[RD_ZERO_NOTE] =
		EXPERT("icmpv6.rpl.p2p.dro.rdo.zero",
		       "This field MUST be set to zero when the P2P-RDO is included in a P2P-DRO",
		       WARNING, G_PROTOCOL),
	[RD_MAXRANK] = {"icmpv6.rpl.opt.routediscovery.maxrank", "MaxRank", U8, DEC, AT(2, 6),
			.under = LOOSE, .help = "How far the search goes", .ref = "RFC 6997, 7"},
	[RD_NH] = {"icmpv6.rpl.opt.routediscovery.nh", "NH", U8, DEC, AT(2, 6), .under = LOOSE,
		   .help = "The next node of the route", .ref = "RFC 6997, 7"},
	[RD_TARGET] = {"icmpv6.rpl.opt.routediscovery.targetaddr", "Target Address", IPV6,
		       .under = OPT, .help = "Who is sought", .ref = "RFC 6997, 7"},
	[RD_VECTOR] = {"icmpv6.rpl.opt.routediscovery.addr_vec", "Address Vector", NONE,
		       .under = OPT, .help = "The route", .ref = "RFC 6997, 7"},
	[RD_ADDRESS] = {"icmpv6.rpl.opt.routediscovery.addrvec.addr", "Address", IPV6,
			.under = RD_VECTOR, .help = "A node of it", .ref = "RFC 6997, 7"},
};

/* --- options; each body is read from behind its length --- */

/* Codes of the messages, without the bit that says that they are secured. */
enum { DIS, DIO, DAO, DAO_ACK, DRO, DROACK, CONSISTENCY = 10 };

/* An option. */
struct head {
	uint32_t group;  /* its node */
	uint32_t length; /* that of its length */
	uint8_t code;    /* of the message */
	uint8_t type;
	uint8_t octets; /* of its data */
	uint32_t end;   /* where it ends, in the source */
};

/* What is left up to there. */
static uint32_t left(const struct cursor *c, uint32_t end)
{
	return c->at < end ? end - c->at : 0;
}

/* A prefix, and its words behind the option's name. */
static void put_prefix(struct walk *w, struct cursor *c, const struct head *h, unsigned row,
		       uint32_t octets, int bits)
{
	const uint8_t *p = put_part_address(w, c, row, octets, false);

	if (p && w->labels)
		label_tail_of(w, h->group, " %s/%d", address_words(w, IPV6, p), bits);
}

/* The same for those whose size the option's own says: none, half an address or a whole one. */
static void put_prefix_left(struct walk *w, struct cursor *c, const struct head *h, unsigned row,
			    int bits)
{
	uint32_t octets = left(c, h->end);

	if (octets == 8 || octets == 16) {
		put_prefix(w, c, h, row, octets, bits);
	} else if (c->at == h->end) {
		label_tail_of(w, h->group, " ::/%d", bits);
	} else {
		w->last = h->length;
		expert(w, BAD_LENGTH, NULL);
	}
}

static void body_padding(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, PADN, h->octets);
	label_whole(w, "Paddn (Length : %u bytes)", h->octets);
}

/* --- metrics; each is read up to `end` --- */

static void put_attribute(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, TLV, 1);
	uint32_t octets;

	put(w, c, TLV_TYPE, 1);
	octets = (uint32_t)put(w, c, TLV_LENGTH, 1);
	put(w, c, TLV_DATA, octets);
	shut_group(w, group, c);
}

static void metric_node(struct walk *w, struct cursor *c, uint32_t end)
{
	put(w, c, NSA, 2);
	while (left(c, end) && !c->bad)
		put_attribute(w, c);
}

static void metric_energy(struct walk *w, struct cursor *c, uint32_t end)
{
	while (left(c, end) && !c->bad)
		put(w, c, NE, 2);
}

static void metric_hops(struct walk *w, struct cursor *c, uint32_t end)
{
	(void)end;
	put(w, c, HP, 2);
}

static void metric_throughput(struct walk *w, struct cursor *c, uint32_t end)
{
	while (left(c, end) && !c->bad)
		put(w, c, LT, 4);
}

static void metric_latency(struct walk *w, struct cursor *c, uint32_t end)
{
	while (left(c, end) && !c->bad)
		put(w, c, LL, 4);
}

static void metric_quality(struct walk *w, struct cursor *c, uint32_t end)
{
	put_spread(w, *c, LQL_RES, 1, UINT8_MAX);
	u8(c);
	while (left(c, end) && !c->bad)
		put(w, c, LQL, 1);
}

static void metric_etx(struct walk *w, struct cursor *c, uint32_t end)
{
	while (left(c, end) && !c->bad)
		put(w, c, ETX, 2);
}

#define METRIC_C 0x0200
#define METRIC_R 0x0080

/* What stands beside the colour depends on whether the metric is a constraint. */
static void put_color(struct walk *w, struct cursor *c, unsigned flags)
{
	uint32_t group = open_group(w, c, LC, 2);

	put_slice(w, *c, LC_LC, 2);
	if (flags & METRIC_C) {
		put_slice(w, *c, LC_RESERVED, 2);
		put_slice(w, *c, LC_I, 2);
	} else if (flags & METRIC_R) {
		put_slice(w, *c, LC_COUNTER, 2);
	}
	u16(c);
	shut_group(w, group, NULL);
	if (!c->bad && !(flags & (METRIC_C | METRIC_R)))
		expert(w, UNKNOWN_METRIC, NULL);
}

static void metric_colors(struct walk *w, struct cursor *c, uint32_t end, unsigned flags)
{
	put_spread(w, *c, LC_RES, 1, UINT8_MAX);
	u8(c);
	while (left(c, end) && !c->bad)
		put_color(w, c, flags);
}

enum { LINK_COLOR = 8 };

static void (*const metrics[LINK_COLOR])(struct walk *, struct cursor *, uint32_t) = {
	NULL,           metric_node,    metric_energy, metric_hops, metric_throughput,
	metric_latency, metric_quality, metric_etx,
};

static void put_metric(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t group = open_group(w, c, METRIC, 1);
	unsigned type = u8(c);
	unsigned flags = (unsigned)put(w, c, M_FLAGS, 2);
	uint32_t octets = (uint32_t)put(w, c, M_LENGTH, 1);

	if (type == LINK_COLOR)
		metric_colors(w, c, c->at + octets, flags);
	else if (type && type < LINK_COLOR)
		metrics[type](w, c, c->at + octets);
	shut_group(w, group, c);
	if (type && type <= LINK_COLOR)
		return;
	w->last = h->length;
	expert(w, UNKNOWN_METRIC, NULL);
}

#define SMALLEST_METRIC 3

static void body_metrics(struct walk *w, struct cursor *c, const struct head *h)
{
	while (left(c, h->end) >= SMALLEST_METRIC && !c->bad)
		put_metric(w, c, h);
}

/* --- further options --- */

#define ROUTE_RESERVED 0xe7

static void body_route(struct walk *w, struct cursor *c, const struct head *h)
{
	int bits = (int)put(w, c, ROUTE_LEN, 1);
	uint32_t group = open_group(w, c, ROUTE_FLAGS, 1);

	put_spread(w, *c, ROUTE_RSV, 1, ROUTE_RESERVED);
	u8(c);
	shut_group(w, group, c);
	put(w, c, ROUTE_LIFETIME, 4);
	if (!c->bad)
		put_prefix_left(w, c, h, ROUTE_PREFIX, bits);
}

static void body_configuration(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {
		{CFG_FLAGS, 1},    {CFG_DOUBLE, 1},  {CFG_MIN, 1}, {CFG_REDUNDANCY, 1},
		{CFG_MAX_RANK, 2}, {CFG_MIN_HOP, 2}, {CFG_OCP, 2}, {CFG_RSV_2, 1},
		{CFG_LIFETIME, 1}, {CFG_UNIT, 2},    {0, 0}};

	(void)h;
	put_rows(w, c, parts);
}

static void body_target(struct walk *w, struct cursor *c, const struct head *h)
{
	int bits;

	put(w, c, TARGET_FLAGS, 1);
	bits = (int)put(w, c, TARGET_LEN, 1);
	if (!c->bad)
		put_prefix_left(w, c, h, TARGET_PREFIX, bits);
}

static void body_transit(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {{TRANSIT_FLAGS, 1},
					    {TRANSIT_CTL, 1},
					    {TRANSIT_SEQ, 1},
					    {TRANSIT_LIFETIME, 1},
					    {0, 0}};
	const uint8_t *p;

	put_rows(w, c, parts);
	if (c->bad || !left(c, h->end))
		return;
	p = put_part_address(w, c, TRANSIT_PARENT, 16, false);
	if (p && w->labels)
		label_tail_of(w, h->group, " %s", address_words(w, IPV6, p));
}

static void body_solicited(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {
		{SOL_INSTANCE, 1}, {SOL_FLAGS, 1}, {SOL_ID, 16}, {SOL_VERSION, 1}, {0, 0}};

	(void)h;
	put_rows(w, c, parts);
}

static void body_prefix(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {
		{PFX_FLAGS, 1}, {PFX_VALID, 4}, {PFX_PREFERRED, 4}, {OPT_RESERVED, 4}, {0, 0}};
	int bits = (int)put(w, c, PFX_LEN, 1);

	put_rows(w, c, parts);
	put_prefix(w, c, h, PFX_PREFIX, 16, bits);
}

static void body_descriptor(struct walk *w, struct cursor *c, const struct head *h)
{
	(void)h;
	put(w, c, DESCRIPTOR, 4);
}

/* The flags of a route discovery; gives how many octets its addresses leave out. */
static uint32_t put_discovery_flags(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t group = open_group(w, c, RD_FLAGS, 1);
	bool reply = put_slice(w, *c, RD_REPLY, 1);
	bool hop;
	uint64_t routes;

	if (h->code == DRO && reply)
		expert(w, RD_ZERO_NOTE, NULL);
	hop = put_slice(w, *c, RD_HOP, 1);
	if (h->code == DIO && hop && !reply)
		expert(w, RD_HOP_NOTE, NULL);
	routes = put_slice(w, *c, RD_ROUTES, 1);
	if (h->code == DIO && hop && routes)
		expert(w, RD_ROUTES_NOTE, NULL);
	put_slice(w, *c, RD_COMPR, 1);
	shut_group(w, group, NULL);
	return u8(c) & 15;
}

/* The octet behind them. */
static void put_discovery_limits(struct walk *w, struct cursor *c, const struct head *h)
{
	static const uint8_t seconds[] = {1, 4, 16, 64};
	uint64_t lifetime = put_slice(w, *c, RD_LIFETIME, 1);

	if (h->code == DRO) {
		if (lifetime)
			expert(w, RD_ZERO_NOTE, NULL);
		put_slice(w, *c, RD_NH, 1);
	} else {
		label_value(w, "%u (%u sec)", (unsigned)lifetime, seconds[lifetime & 3]);
		if (!put_slice(w, *c, RD_MAXRANK, 1))
			label_value(w, "0 (Infinity)");
	}
	u8(c);
}

static void body_discovery(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t size = 16 - put_discovery_flags(w, c, h);
	uint32_t group, n;

	put_discovery_limits(w, c, h);
	put(w, c, RD_TARGET, 16);
	if (c->bad)
		return;
	n = left(c, h->end) / size;
	group = open_group(w, c, RD_VECTOR, left(c, h->end));
	label_whole(w, "Address Vector (%u Address%s)", n, n == 1 ? "" : "es");
	while (n-- && !c->bad)
		put_part_address(w, c, RD_ADDRESS, size, true);
	shut_group(w, group, NULL);
}

static void body_unknown(struct walk *w, struct cursor *c, const struct head *h)
{
	w->last = h->group;
	expert(w, UNDECODED,
	       "Dissector for ICMPv6 RPL Option (%u) code not implemented, Contact Wireshark "
	       "developers if you want this supported",
	       h->type);
	put(w, c, DATA, h->octets);
}

/* --- the list --- */

static void (*const bodies[])(struct walk *, struct cursor *, const struct head *) = {
	NULL,           body_padding, body_metrics,   body_route,  body_configuration,
	body_target,    body_transit, body_solicited, body_prefix, body_descriptor,
	body_discovery,
};

/* Gives the trouble that it met. */
static uint8_t put_body(struct walk *w, struct cursor c, const struct head *h)
{
	(h->type < COUNT(bodies) ? bodies[h->type] : body_unknown)(w, &c, h);
	if (c.bad)
		return c.bad;
	label_tail_of(w, h->group, ")");
	if (!left(&c, h->end))
		return FINE;
	put(w, &c, UNKNOWN_DATA, left(&c, h->end));
	expert(w, UNKNOWN_NOTE, NULL);
	return c.bad;
}

/* Behind its type: its length and data. */
static void put_data(struct walk *w, struct cursor *c, struct head *h)
{
	uint8_t bad;

	h->octets = (uint8_t)put(w, c, LENGTH, 1);
	h->length = w->last;
	if (c->bad)
		return;
	h->end = c->at + h->octets;
	bad = put_body(w, *c, h);
	cursor_take(c, h->octets);
	if (bad)
		c->bad = bad;
}

static void put_option(struct walk *w, struct cursor *c, uint8_t code)
{
	struct cursor peek = *c;
	struct head h = {.code = code, .type = u8(&peek)};
	const char *name = word_for(fields[TYPE].words, h.type);

	h.group = open_group(w, c, OPT, h.type ? 2u + u8(&peek) : 1);
	if (name)
		label_whole(w, "ICMPv6 RPL Option (%s", name);
	else
		label_whole(w, "ICMPv6 RPL Option (Unknown %u", h.type);
	put(w, c, TYPE, 1);
	if (h.type)
		put_data(w, c, &h);
	else
		label_tail_of(w, h.group, ")");
	shut_group(w, h.group, NULL);
}

/* --- messages --- */

static void read_solicitation(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{DIS_FLAGS, 1}, {RESERVED, 1}, {0, 0}};

	put_rows(w, c, parts);
}

static void read_information(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{DIO_INSTANCE, 1}, {DIO_VERSION, 1}, {DIO_RANK, 2},
					    {DIO_FLAGS, 1},    {DIO_DTSN, 1},    {DIO_FLAGS_2, 1},
					    {RESERVED, 1},     {DIO_ID, 16},     {0, 0}};

	put_rows(w, c, parts);
}

#define DAO_HAS_ID 0x40
#define ACK_HAS_ID 0x80

static void read_advertisement(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{RESERVED, 1}, {DAO_SEQUENCE, 1}, {0, 0}};
	uint64_t flags;

	put(w, c, DAO_INSTANCE, 1);
	flags = put(w, c, DAO_FLAGS, 1);
	put_rows(w, c, parts);
	if (flags & DAO_HAS_ID)
		put(w, c, DAO_ID, 16);
}

static void read_acknowledgment(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{ACK_SEQUENCE, 1}, {ACK_STATUS, 1}, {0, 0}};
	uint64_t flags;

	put(w, c, ACK_INSTANCE, 1);
	flags = put(w, c, ACK_FLAGS, 1);
	put_rows(w, c, parts);
	if (flags & ACK_HAS_ID)
		put(w, c, ACK_ID, 16);
}

/* A discovery's answer, and that one's. */
static void read_reply(struct walk *w, struct cursor *c, unsigned flags)
{
	put(w, c, DRO_INSTANCE, 1);
	if (put(w, c, DRO_VERSION, 1))
		expert(w, MUST_BE_0, NULL);
	put(w, c, flags, 2);
	put(w, c, DRO_ID, 16);
}

static void read_consistency(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{CC_INSTANCE, 1}, {CC_FLAGS, 1},   {CC_NONCE, 2},
					    {CC_ID, 16},      {CC_COUNTER, 4}, {0, 0}};

	put_rows(w, c, parts);
}

#define LEVEL 7

static void read_security(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{SEC_OTHER, 1}, {SEC_COUNTER, 4}, {0, 0}};
	uint64_t level;

	put(w, c, SEC_FLAGS, 1);
	put(w, c, SEC_ALGORITHM, 1);
	level = put(w, c, SEC_MODE, 1) & LEVEL;
	put_rows(w, c, parts);
	if (level == 2 || level == 3)
		put(w, c, SEC_SOURCE, 8);
	if (level == 0 || level == 2 || level == 3)
		put(w, c, SEC_INDEX, 1);
}

/* Whether options follow. */
static bool read_message(struct walk *w, struct cursor *c, uint8_t code)
{
	switch (code) {
	case DIS:
		read_solicitation(w, c);
		break;
	case DIO:
		read_information(w, c);
		break;
	case DAO:
		read_advertisement(w, c);
		break;
	case DAO_ACK:
		read_acknowledgment(w, c);
		break;
	case DRO:
		read_reply(w, c, DRO_FLAGS);
		break;
	case DROACK:
		read_reply(w, c, DROACK_FLAGS);
		return false;
	case CONSISTENCY:
		read_consistency(w, c);
		break;
	default:
		return false;
	}
	return true;
}

#define SECURE 0x80

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor parent = layer_cursor(l->parent, 1);
	uint8_t code = u8(&parent);

	if (code & SECURE)
		read_security(w, c);
	code &= SECURE - 1;
	if (!read_message(w, c, code))
		return;
	while (c->left.wire && !c->bad)
		put_option(w, c, code);
}

static const struct hang hangs[] = {{"icmpv6.type", 155}, {0}};

const struct proto proto_icmpv6_rpl = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 6550, 6",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
