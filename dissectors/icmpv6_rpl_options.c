/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6, RPL: the options of its messages. */
/* RFC 6550, 6.7; RFC 6997, 7 (route discovery). */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	OPTIONS,
	LOOSE,
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
	OPT,
	UNKNOWN_DATA,
	UNKNOWN_NOTE,
	BAD_LENGTH,
	DATA,
	UNDECODED,
	TYPE,
	LENGTH,
	OPT_RESERVED,
	PADN,
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
	RD_TARGET,
	RD_VECTOR,
	RD_ADDRESS,
};

static const struct word types[] = {
	{0, "1-byte padding"},        {1, "n-byte padding"},        {2, "DAG Metric container"},
	{3, "Routing Information"},   {4, "DODAG configuration"},   {5, "RPL Target"},
	{6, "Transit Information"},   {7, "Solicited Information"}, {8, "Prefix Information"},
	{9, "RPL Target Descriptor"}, {10, "P2P Route Discovery"},
};

static const struct field fields[] = {
	[OPTIONS] = {"icmpv6.rpl_options", "RPL Options", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
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
	[OPT] = {"icmpv6.opt", "ICMPv6 Option", NONE, .help = "An option",
		 .ref = "RFC 6550, 6.7.1"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES, .under = OPT,
			  .help = "More than the option should have"},
	[UNKNOWN_NOTE] = NOTE_UNKNOWN_DATA,
	[BAD_LENGTH] = NOTE_BAD_LENGTH,
	[DATA] = {"icmpv6.data", "Data", BYTES, .under = OPT, .help = "Data of an unknown option",
		  .ref = "RFC 6550, 6.7"},
	[UNDECODED] =
		EXPERT("icmpv6.undecoded.rpl_option", "Undecoded RPL Option", REMARK, G_UNDECODED),
	[TYPE] = {"icmpv6.rpl.opt.type", "Type", U8, DEC, .under = OPT, WORDS(types),
		  .help = "Which option", .ref = "RFC 6550, 6.7.1"},
	[LENGTH] = {"icmpv6.rpl.opt.length", "Length", U8, DEC, .under = OPT,
		    .help = "Octets of data", .ref = "RFC 6550, 6.7.1"},
	[OPT_RESERVED] = {"icmpv6.rpl.opt.reserved", "Reserved", NONE, .under = OPT,
			  .help = "Always 0", .ref = "RFC 6550, 6.7.1"},
	[PADN] = {"icmpv6.rpl.opt.padn", "Paddn", NONE, .under = OPT, .help = "Padding",
		  .ref = "RFC 6550, 6.7.3"},
	[ROUTE_LEN] = {"icmpv6.rpl.opt.route.prefix_length", "Prefix Length", U8, DEC, .under = OPT,
		       .help = "Bits of the prefix", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_FLAGS] = {"icmpv6.rpl.opt.route.flag", "Flag", U8, HEX, .under = OPT,
			 .form = form_flags, .help = "All flags", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_PREF] = {"icmpv6.rpl.opt.route.pref", "Preference", U8, DEC, AT(3, 2),
			.under = ROUTE_FLAGS, .words = &router_preferences,
			.help = "Which route to prefer", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_RSV] = {"icmpv6.rpl.opt.route.reserved", "Reserved", U8, DEC, .under = ROUTE_FLAGS,
		       .help = "Always 0", .ref = "RFC 6550, 6.7.5"},
	[ROUTE_LIFETIME] = {"icmpv6.rpl.opt.route.lifetime", "Route Lifetime", U32, DEC,
			    .under = OPT, .words = &infinite_lifetime, .form = form_special,
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
		       .under = OPT, .words = &infinite_lifetime, .form = form_special,
		       .help = "Seconds that it is valid", .ref = "RFC 6550, 6.7.10"},
	[PFX_PREFERRED] = {"icmpv6.rpl.opt.prefix.preferred_lifetime", "Preferred Lifetime", U32,
			   DEC, .under = OPT, .words = &infinite_lifetime, .form = form_special,
			   .help = "Seconds that its addresses are preferred",
			   .ref = "RFC 6550, 6.7.10"},
	[PFX_PREFIX] = {"icmpv6.rpl.opt.prefix", "Destination Prefix", IPV6, .under = OPT,
			.help = "The prefix", .ref = "RFC 6550, 6.7.10"},
	[DESCRIPTOR] = {"icmpv6.rpl.opt.targetdesc.descriptor", "Descriptor", U32, HEX,
			.under = OPT, .help = "A tag of the target", .ref = "RFC 6550, 6.7.11"},
	[RD_FLAGS] = {"icmpv6.rpl.opt.routediscovery.flag", "Flags", NONE, .under = OPT,
		      .help = "All flags", .ref = "RFC 6997, 7"},
	[RD_TARGET] = {"icmpv6.rpl.opt.routediscovery.targetaddr", "Target Address", IPV6,
		       .under = OPT, .help = "Who is sought", .ref = "RFC 6997, 7"},
	[RD_VECTOR] = {"icmpv6.rpl.opt.routediscovery.addr_vec", "Address Vector", NONE,
		       .under = OPT, .help = "The route", .ref = "RFC 6997, 7"},
	[RD_ADDRESS] = {"icmpv6.rpl.opt.routediscovery.addrvec.addr", "Address", IPV6,
			.under = RD_VECTOR, .help = "A node of it", .ref = "RFC 6997, 7"},
};

/* Codes of the messages, without the bit that says that they are secured. */
enum { DIS, DIO, DAO, DAO_ACK, DRO, DROACK, CONSISTENCY = 10 };

/* An option. */
struct head {
	uint32_t group;  /* its node */
	uint32_t length; /* that of its length */
	uint8_t code;    /* of the message */
	uint8_t type;
	uint8_t octets;      /* of its data */
	uint32_t end;        /* where it ends, in the source */
	struct cursor whole; /* from its first octet on */
};

/* A prefix whose size the option's own says. */
static void put_rest_prefix(struct walk *w, struct cursor *c, const struct head *h, unsigned row,
			    int bits)
{
	if (put_prefix_left(w, c, h->group, row, h->end, bits))
		return;
	w->last = h->length;
	expert(w, BAD_LENGTH, NULL);
}

static void body_padding(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, PADN, h->octets);
	label_whole(w, "Paddn (Length : %u bytes)", h->octets);
}

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
		put_rest_prefix(w, c, h, ROUTE_PREFIX, bits);
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
		put_rest_prefix(w, c, h, TARGET_PREFIX, bits);
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
	if (c->bad || !octets_left(c, h->end))
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
	put_prefix(w, c, h->group, PFX_PREFIX, 16, bits);
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
	n = octets_left(c, h->end) / size;
	group = open_group(w, c, RD_VECTOR, octets_left(c, h->end));
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

static void (*const bodies[])(struct walk *, struct cursor *, const struct head *) = {
	NULL,         body_padding,   NULL,        body_route,      body_configuration, body_target,
	body_transit, body_solicited, body_prefix, body_descriptor, body_discovery,
};

/* Gives the trouble that it met. */
static uint8_t put_body(struct walk *w, struct cursor c, const struct head *h)
{
	const struct plan *part = also_by(w->now, 0, h->type);

	if (part) {
		w->last = h->length;
		c = walk_part(w, part, h->whole);
	} else {
		(h->type < COUNT(bodies) ? bodies[h->type] : body_unknown)(w, &c, h);
	}
	if (c.bad)
		return c.bad;
	label_tail_of(w, h->group, ")");
	if (!octets_left(&c, h->end))
		return FINE;
	put(w, &c, UNKNOWN_DATA, octets_left(&c, h->end));
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
	struct head h = {.code = code, .type = u8(&peek), .whole = *c};
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

#define SECURE 0x80

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor message = layer_cursor(layer_up(l, "icmpv6"), 1);
	uint8_t code = u8(&message) & (SECURE - 1);

	while (c->left.wire && !c->bad)
		put_option(w, c, code);
}

static const struct hang hangs[] = {{"icmpv6.part", 2}, {0}};

const struct proto proto_icmpv6_rpl_options = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 6550, 6.7",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.next = {.also = {"icmpv6.rpl.option"}},
	.hangs = hangs,
	.rest = rest,
};
