/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6, RPL: the metrics of an option. */
/* RFC 6551. */
#include "shared/flags.h"
#include "shared/icmpv6.h"

enum {
	METRICS,
	LOOSE,
	LQL_RES,
	LC_RES,
	LC_LC,
	LC_COUNTER,
	LC_RESERVED,
	LC_I,
	UNKNOWN_METRIC,
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
	LQL,
	LQL_VAL,
	LQL_COUNTER,
	ETX,
	LC,
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

static const struct field fields[] = {
	[METRICS] = {"icmpv6.rpl_metrics", "RPL Metrics", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[LQL_RES] = {"icmpv6.rpl.opt.metric.lql.object.res", "Reserved field", U8, HEX,
		     .under = LOOSE, .help = "Always 0", .ref = "RFC 6551, 4.3.1"},
	[LC_RES] = {"icmpv6.rpl.opt.metric.lc.object.res", "Reserved field", U8, HEX,
		    .under = LOOSE, .help = "Always 0", .ref = "RFC 6551, 4.4.1"},
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
	[METRIC] = {"icmpv6.rpl.opt.metric.type", "Routing Metric/Constraint Type", U8, DEC,
		    WORDS(metric_types), .help = "What is measured", .ref = "RFC 6551, 2.1"},
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
	[LQL] = {"icmpv6.rpl.opt.metric.lql.object", "Link Quality Level Object", U8, HEX,
		 .under = METRIC, .help = "Quality of links", .ref = "RFC 6551, 4.3.1"},
	[LQL_VAL] = {"icmpv6.rpl.opt.metric.lql.object.val", "Val(ue)", U8, HEX, AT(0, 3),
		     .under = LQL, .help = "How good", .ref = "RFC 6551, 4.3.1"},
	[LQL_COUNTER] = {"icmpv6.rpl.opt.metric.lql.object.counter", "Counter", U8, DEC, AT(3, 5),
			 .under = LQL, .help = "How many links of it", .ref = "RFC 6551, 4.3.1"},
	[ETX] = {"icmpv6.rpl.opt.metric.etx.object.etx", "ETX", U16, DEC, .under = METRIC,
		 .help = "Expected transmissions", .ref = "RFC 6551, 4.3.2"},
	[LC] = {"icmpv6.rpl.opt.metric.lc.object", "Link Color Object", NONE, .under = METRIC,
		.help = "Colour of links", .ref = "RFC 6551, 4.4.1"},
};

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
	while (octets_left(c, end) && !c->bad)
		put_attribute(w, c);
}

static void metric_energy(struct walk *w, struct cursor *c, uint32_t end)
{
	while (octets_left(c, end) && !c->bad)
		put(w, c, NE, 2);
}

static void metric_hops(struct walk *w, struct cursor *c, uint32_t end)
{
	(void)end;
	put(w, c, HP, 2);
}

static void metric_throughput(struct walk *w, struct cursor *c, uint32_t end)
{
	while (octets_left(c, end) && !c->bad)
		put(w, c, LT, 4);
}

static void metric_latency(struct walk *w, struct cursor *c, uint32_t end)
{
	while (octets_left(c, end) && !c->bad)
		put(w, c, LL, 4);
}

static void metric_quality(struct walk *w, struct cursor *c, uint32_t end)
{
	put_spread(w, *c, LQL_RES, 1, UINT8_MAX);
	u8(c);
	while (octets_left(c, end) && !c->bad)
		put(w, c, LQL, 1);
}

static void metric_etx(struct walk *w, struct cursor *c, uint32_t end)
{
	while (octets_left(c, end) && !c->bad)
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
	while (octets_left(c, end) && !c->bad)
		put_color(w, c, flags);
}

enum { LINK_COLOR = 8 };

static void (*const metrics[LINK_COLOR])(struct walk *, struct cursor *, uint32_t) = {
	NULL,           metric_node,    metric_energy, metric_hops, metric_throughput,
	metric_latency, metric_quality, metric_etx,
};

static void put_metric(struct walk *w, struct cursor *c, uint32_t length)
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
	w->last = length;
	expert(w, UNKNOWN_METRIC, NULL);
}

#define SMALLEST_METRIC 3

/* Metrics to the end of the option, or of the last one that began there. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l, 0);
	uint32_t length = w->last, end = c->at + (u16(&head) & 255);

	while (octets_left(c, end) >= SMALLEST_METRIC && !c->bad)
		put_metric(w, c, length);
}

static const struct hang hangs[] = {{"icmpv6.rpl.option", 2}, {0}};

const struct proto proto_icmpv6_rpl_metrics = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 6551",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.fixed = 2,
	.hangs = hangs,
	.rest = rest,
};
