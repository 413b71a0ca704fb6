/* SPDX-License-Identifier: BSD-2-Clause */
/* What a router can do, inside OSPF's opaque advertisements. */
/* RFC 7770. */
#include "core/walk.h"
#include "shared/flags.h"

enum {
	RI,
	LIST,
	ELEMENT,
	TYPE,
	LENGTH,
	OPTIONS,
	O_GRC,
	O_GRH,
	O_STUB,
	O_TES,
	O_P2PLAN,
	O_ETE,
	O_HOST,
};

static const struct word types[] = {
	{1, "Router Informational Capabilities"},
	{2, "Router Functional Capabilities"},
	{3, "TE-MESH-GROUP TLV (IPv4)"},
	{4, "TE-MESH-GROUP TLV (IPv6)"},
	{5, "TE Node Capability Descriptor"},
	{6, "PCED"},
	{7, "OSPF Dynamic Hostname"},
	{8, "SR-Algorithm "},
	{9, "SID/Label Range"},
	{10, "Node Admin Tag "},
	{11, "S-BFD Discriminator"},
	{12, "Node MSD"},
	{14, "SR Local Block"},
	{15, "SRMS Preference"},
	{16, "Flexible Algorithm Definition"},
};
static const struct word capable[] = {{0, "Not capable"}, {1, "Capable"}};
static const struct word enabled[] = {{0, "Disabled"}, {1, "Enabled"}};
static const struct word supported[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct field fields[] = {
	[RI] = {"ospf.ri", "Router information", PROTO},
	[LIST] = {"text", "Opaque Router Information LSA", HEADING},
	[ELEMENT] = {"text", "Element", HEADING},
	[TYPE] = {"ospf.tlv_type.opaque", "TLV Type", U16, DEC, WORDS(types),
		  .help = "Which element", .ref = "2.3"},
	[LENGTH] = {"ospf.tlv_length", "TLV Length", U16, DEC, .help = "Octets of its value",
		    .ref = "2.3"},
	[OPTIONS] = {"ospf.ri.options", "RI Options", U8, HEX, .form = form_flags,
		     .help = "All capabilities", .ref = "2.4"},
	[O_GRC] = {"ospf.ri.options.grc", "(GRC) Graceful Restart", BOOL, AT(0, 1),
		   .under = OPTIONS, WORDS(capable), .help = "It restarts without being missed",
		   .ref = "2.4"},
	[O_GRH] = {"ospf.ri.options.grh", "(GRH) Graceful Restart Helper", BOOL, AT(1, 1),
		   .under = OPTIONS, WORDS(enabled), .help = "It helps others to do so",
		   .ref = "2.4"},
	[O_STUB] = {"ospf.ri.options.srs", "Stub Router Support", BOOL, AT(2, 1), .under = OPTIONS,
		    WORDS(yes_no), .help = "It can be one that isn't passed", .ref = "2.4"},
	[O_TES] = {"ospf.ri.options.tes", "(TES) Traffic Engineering", BOOL, AT(3, 1),
		   .under = OPTIONS, WORDS(supported), .help = "Traffic engineering", .ref = "2.4"},
	[O_P2PLAN] = {"ospf.ri.options.p2plan", "(P2PLAN) Point-to-point over LAN", BOOL, AT(4, 1),
		      .under = OPTIONS, WORDS(capable), .help = "Two routers alone on a LAN",
		      .ref = "2.4"},
	[O_ETE] = {"ospf.ri.options.ete", "(ETE) Experimental TE", BOOL, AT(5, 1), .under = OPTIONS,
		   WORDS(capable), .help = "RFC 4973", .ref = "2.4"},
	[O_HOST] = {"ospf.ri.options.host", "Host Router", BOOL, AT(7, 1), .under = OPTIONS,
		    WORDS(capable), .help = "It isn't passed", .ref = "RFC 8770, 2"},
};

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, ELEMENT, 4 + len);

	label_whole(w, "%s", row_word(w, TYPE, type, "Unknown Opaque LSA"));
	put(w, c, TYPE, 2);
	put(w, c, LENGTH, 2);
	body = cursor_first(*c, len);
	if (type == 1 && !c->bad)
		put(w, &body, OPTIONS, 1);
	cursor_take(c, len + (4 - len % 4) % 4);
	if (body.bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, LIST, c->left.wire);

	(void)l;
	while (c->left.cap)
		put_element(w, c);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"ospf.opaque", 4}, {0}};

const struct proto proto_ospf_ri = {
	.brief = "OSPF",
	.no_column = true,
	.bare = true,
	.prefix = "ospf",
	.spec = "RFC 7770",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
