/* SPDX-License-Identifier: BSD-2-Clause */
/* Traffic engineering inside OSPF's opaque advertisements. */
/* RFC 3630. */
#include "core/walk.h"
#include <string.h>

enum {
	TE,
	LIST,
	ELEMENT,
	TYPE,
	LENGTH,
	ROUTER,
	LINK_TYPE,
	LINK_ID,
	LOCAL_IP,
	REMOTE_IP,
	METRIC,
	BANDWIDTH,
	UNRESERVED,
	COLOR,
	GROUP,
	LOCAL_ID,
	REMOTE_ID,
	VALUE_ROW,
	DELAY_FLAGS,
	DELAY_A,
	DELAY_RESERVED,
	DELAY,
};

static const struct word link_words[] = {{1, "Point-to-point"}, {2, "Multi-access"}};

static const struct field fields[] = {
	[TE] = {"ospf.te", "Traffic engineering", PROTO},
	[LIST] = {"text", "MPLS Traffic Engineering LSA", HEADING},
	[ELEMENT] = {"text", "Element", HEADING},
	[TYPE] = {"ospf.tlv_type", "TLV Type", U16, DEC, .help = "Which element", .ref = "2.3.2"},
	[LENGTH] = {"ospf.tlv_length", "TLV Length", U16, DEC, .help = "Octets of its value",
		    .ref = "2.3.2"},
	[ROUTER] = {"ospf.mpls.routerid", "MPLS/TE Router ID", IPV4,
		    .help = "An address of the router that is always there", .ref = "2.4.1"},
	[LINK_TYPE] = {"ospf.mpls.linktype", "MPLS/TE Link Type", U8, DEC, WORDS(link_words),
		       .help = "What kind of link it is", .ref = "2.5.1"},
	[LINK_ID] = {"ospf.mpls.linkid", "MPLS/TE Link ID", IPV4, .help = "Who is at its other end",
		     .ref = "2.5.2"},
	[LOCAL_IP] = {"ospf.mpls.local_addr", "MPLS/TE Local Interface Address", IPV4,
		      .help = "The interface's address", .ref = "2.5.3"},
	[REMOTE_IP] = {"ospf.mpls.remote_addr", "MPLS/TE Remote Interface Address", IPV4,
		       .help = "The neighbour's address", .ref = "2.5.4"},
	[METRIC] = {"ospf.mpls.te_metric", "MPLS/TE Metric", U32, DEC,
		    .help = "What the link costs", .ref = "2.5.5"},
	[BANDWIDTH] = {"ospf.mpls.link_max_bw", "Link Max BW", FLOAT,
		       .help = "Octets a second, of the link or that may be reserved",
		       .ref = "2.5.6"},
	[UNRESERVED] = {"ospf.mpls.pri", "Pri (or TE-Class)", FLOAT,
			.help = "Octets a second that are free for a priority", .ref = "2.5.8"},
	[COLOR] = {"ospf.mpls.linkcolor", "MPLS/TE Link Resource Class/Color", U32, HEX,
		   .help = "Groups that it belongs to", .ref = "2.5.9"},
	[GROUP] = {"ospf.mpls.group", "MPLS/TE Group", U32, HEX, .help = "One of them",
		   .ref = "2.5.9"},
	[LOCAL_ID] = {"ospf.mpls.local_id", "MPLS/TE Local Interface Index", U32, DEC,
		      .help = "The interface's number", .ref = "RFC 4203, 1.1"},
	[REMOTE_ID] = {"ospf.mpls.remote_id", "MPLS/TE Remote Interface Index", U32, DEC,
		       .help = "The number of the neighbour's", .ref = "RFC 4203, 1.1"},
	[VALUE_ROW] = {"ospf.tlv_value", "TLV Value", BYTES, .help = "What nobody knows",
		       .ref = "2.3.2"},
	[DELAY_FLAGS] = {"ospf.tlv.unidirectional_link_flags", "Flags", U8, HEX,
			 .help = "All flags", .ref = "RFC 7471, 4.1"},
	[DELAY_A] = {"ospf.tlv.unidirectional_link_flags.a", "(A) Anomalous", BOOL, AT(0, 1),
		     .under = DELAY_FLAGS, .words = &(const struct words){set_notset, 2},
		     .help = "Beyond what is usual", .ref = "RFC 7471, 4.1"},
	[DELAY_RESERVED] = {"ospf.tlv.unidirectional_link_flags.reserved", "Reserved", U8, HEX,
			    AT(1, 7), .under = DELAY_FLAGS, .help = "Always 0",
			    .ref = "RFC 7471, 4.1"},
	[DELAY] = {"ospf.tlv.unidirectional_link_delay", "Delay", U24, DEC, .help = "Microseconds",
		   .ref = "RFC 7471, 4.1"},
};

/* What an element is called, and its only row. */
static const struct kind_of {
	const char *name;
	uint16_t row;
	uint16_t size;
} kinds[] = {
	[1] = {"Link Type", LINK_TYPE, 1},
	[2] = {"Link ID", LINK_ID, 4},
	[3] = {"Local Interface IP Address", LOCAL_IP, 4},
	[4] = {"Remote Interface IP Address", REMOTE_IP, 4},
	[5] = {"Traffic Engineering Metric", METRIC, 4},
	[6] = {"Maximum Bandwidth", BANDWIDTH, 4},
	[7] = {"Maximum Reservable Bandwidth", BANDWIDTH, 4},
	[8] = {"Unreserved Bandwidth", UNRESERVED, 4},
	[9] = {"Resource Class/Color", COLOR, 4},
	[27] = {"Unidirectional Link Delay", DELAY, 4},
};

static double speed(struct cursor c)
{
	uint32_t bits = u32(&c);
	float f;

	memcpy(&f, &bits, sizeof f);
	return (double)f;
}

/* What is said of an element in its heading, and again of its value. */
static void label_speed(struct walk *w, const char *name, double v)
{
	label_whole(w, "%s: %.10g bytes/s (%.0f bits/s)", name, v, v * 8);
}

static void label_head(struct walk *w, struct cursor c, unsigned type)
{
	const char *name = kinds[type].name;
	struct cursor value = c;
	unsigned n = type == 1 ? u8(&value) : u32(&value);

	if (value.bad)
		label_whole(w, "%s", name);
	else if (type == 1)
		label_whole(w, "%s: %u - %s", name, n, row_word(w, LINK_TYPE, n, "Unknown"));
	else if (type <= 4)
		label_whole(w, "%s: %s", name, address_words(w, IPV4, cursor_pull(&c, 4)));
	else if (type == 5)
		label_whole(w, "%s: %u", name, n);
	else if (type == 6 || type == 7)
		label_speed(w, name, speed(c));
	else if (type == 9)
		label_whole(w, "%s: 0x%08x", name, n);
	else if (type == 27)
		label_whole(w, "%s: %u usec", name, n & 0xffffff);
	else
		label_whole(w, "%s", name);
}

static void put_color(struct walk *w, struct cursor *c)
{
	uint32_t color = (uint32_t)put(w, c, COLOR, 4);

	w->depth++;
	for (unsigned i = 0; i < 32 && !c->bad; i++) {
		if (!(color >> i & 1))
			continue;
		put_value(w, GROUP, c->at - 4, 4, 1u << i);
		label_whole(w, "Group %u", i);
	}
	w->depth--;
}

static void put_unreserved(struct walk *w, struct cursor *c)
{
	for (unsigned i = 0; i < 8 && c->left.cap; i++) {
		double v = speed(*c);

		put(w, c, UNRESERVED, 4);
		if (!c->bad)
			label_whole(w, "Pri (or TE-Class) %u: %.10g bytes/s (%.0f bits/s)", i, v,
				    v * 8);
	}
}

static void put_known(struct walk *w, struct cursor *c, unsigned type)
{
	const struct kind_of *kind = &kinds[type];
	struct cursor from = *c;

	if (type == 8) {
		put_unreserved(w, c);
	} else if (type == 9) {
		put_color(w, c);
	} else if (type == 27) {
		put(w, c, DELAY_FLAGS, 1);
		put(w, c, DELAY, 3);
	} else {
		put(w, c, kind->row, kind->size);
		if (kind->row == BANDWIDTH && !c->bad)
			label_speed(w, kind->name, speed(from));
		else if (kind->row == METRIC && !c->bad)
			label_name(w, "%s", kind->name);
	}
}

/* An element of a link; its value fills words of four octets. */
static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, ELEMENT, 4 + len);
	const char *name = type < COUNT(kinds) ? kinds[type].name : NULL;

	body = cursor_first(peek, len);
	if (name)
		label_head(w, body, type);
	else
		label_whole(w, "Unknown Link sub-TLV: %u", type);
	put(w, c, TYPE, 2);
	if (!c->bad)
		label_whole(w, "TLV Type: %u: %s", type, name ? name : "Unknown Link sub-TLV");
	put(w, c, LENGTH, 2);
	cursor_take(c, len + (4 - len % 4) % 4);
	if (name)
		put_known(w, &body, type);
	else if (len)
		put(w, &body, VALUE_ROW, len);
	if (body.bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

static void put_top(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, ELEMENT, 4 + len);
	const char *name = type == 1   ? "Router Address"
			   : type == 2 ? "Link Information"
				       : "Unknown TLV";

	body = cursor_first(peek, len);
	if (type == 1 && body.left.cap >= 4)
		label_whole(w, "%s: %s", name, address_words(w, IPV4, cursor_pull(&peek, 4)));
	else
		label_whole(w, "%s", name);
	put(w, c, TYPE, 2);
	if (!c->bad)
		label_whole(w, "TLV Type: %u - %s", type, name);
	put(w, c, LENGTH, 2);
	cursor_take(c, len + (4 - len % 4) % 4);
	if (type == 1)
		put(w, &body, ROUTER, 4);
	while (type == 2 && body.left.cap)
		put_element(w, &body);
	if (type > 2 && len)
		put(w, &body, VALUE_ROW, len);
	if (body.bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, LIST, c->left.wire);

	(void)l;
	while (c->left.cap)
		put_top(w, c);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"ospf.opaque", 1}, {0}};

const struct proto proto_ospf_te = {
	.brief = "OSPF",
	.no_column = true,
	.bare = true,
	.prefix = "ospf",
	.spec = "RFC 3630",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
