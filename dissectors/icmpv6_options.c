/* SPDX-License-Identifier: BSD-2-Clause */
/* The options of neighbour discovery, in ICMPv6 messages. */
/* RFC 4861, 4.6, and one RFC for each option: see the rows. */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	OPTIONS,
	LOOSE,
	PREF64_LIFETIME,
	PREF64_PLC,
	OPT,
	TYPE,
	LENGTH,
	RESERVED,
	PADDING,
	LINK,
	LINK_SRC,
	LINK_TARGET,
	LINK64,
	LINK64_SRC,
	LINK64_TARGET,
	PREFIX_LEN,
	PREFIX_FLAGS,
	PREFIX_L,
	PREFIX_A,
	PREFIX_R,
	PREFIX_RSV,
	PREFIX_VALID,
	PREFIX_PREFERRED,
	PREFIX,
	ROUTE_FLAGS,
	ROUTE_PREF,
	ROUTE_RSV,
	ROUTE_LIFETIME,
	REDIRECTED,
	MTU,
	SHORTCUT,
	INTERVAL,
	HA_PREFERENCE,
	HA_LIFETIME,
	ADDRESS,
	PREF64,
	DATA,
	UNKNOWN_DATA,
	BAD_LENGTH,
	UNDECODED,
	UNKNOWN_NOTE,
};

static const struct word types[] = {
	{1, "Source link-layer address"},
	{2, "Target link-layer address"},
	{3, "Prefix information"},
	{4, "Redirected header"},
	{5, "MTU"},
	{6, "NBMA Shortcut Limit Option"},
	{7, "Advertisement Interval"},
	{8, "Home Agent Information"},
	{9, "Source Address List"},
	{10, "Target Address List"},
	{11, "CGA"},
	{12, "RSA Signature"},
	{13, "Timestamp"},
	{14, "Nonce"},
	{15, "Trust Anchor"},
	{16, "Certificate"},
	{17, "IP Address/Prefix Option"},
	{18, "New Router Prefix Information"},
	{19, "Link-layer Address"},
	{20, "Neighbor Advertisement Acknowledgment"},
	{23, "MAP"},
	{24, "Route Information"},
	{25, "Recursive DNS Server"},
	{26, "RA Flags Extension"},
	{27, "Handover Key Request"},
	{28, "Handover Key Reply"},
	{29, "Handover Assist Information"},
	{30, "Mobile Node Identifier Option"},
	{31, "DNS Search List Option"},
	{32, "Proxy Signature (PS)"},
	{33, "Address Registration Option"},
	{34, "6LoWPAN Context Option"},
	{35, "Authoritative Border Router"},
	{36, "6LoWPAN Capability Indication Option"},
	{37, "DHCP Captive-Portal"},
	{38, "PREF64 Option"},
	{138, "CARD Request"},
	{139, "CARD Reply"},
	{253, "RFC3692-style Experiment 1"},
	{254, "RFC3692-style Experiment 2"},
};

static const struct word plcs[] = {
	{0x0, "96 bits prefix length"}, {0x1, "64 bits prefix length"},
	{0x2, "56 bits prefix length"}, {0x3, "48 bits prefix length"},
	{0x4, "40 bits prefix length"}, {0x5, "32 bits prefix length"},
};
/* --- words of the detail tree --- */

static void form_length(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_u64(t, n->u * 8);
	text_put(t, " bytes)");
}

static const struct field fields[] = {
	[OPTIONS] = {"icmpv6.options", "ICMPv6 Options", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[PREF64_LIFETIME] = {"icmpv6.opt.pref64.scaled_lifetime", "Scaled Lifetime", U16, DEC,
			     AT(0, 13), BOX(16, 0), .under = LOOSE, .help = "Units of 8 seconds",
			     .ref = "RFC 8781, 4"},
	[PREF64_PLC] = {"icmpv6.opt.pref64.plc", "PLC (Prefix Length Code)", U16, HEX, AT(13, 3),
			BOX(16, 13), .under = LOOSE, WORDS(plcs), .help = "Bits of the prefix",
			.ref = "RFC 8781, 4"},
	[OPT] = {"icmpv6.opt", "ICMPv6 Option", NONE, .help = "An option", .ref = "RFC 4861, 4.6"},
	[TYPE] = {"icmpv6.opt.type", "Type", U8, DEC, .under = OPT, WORDS(types),
		  .help = "Which option", .ref = "RFC 4861, 4.6"},
	[LENGTH] = {"icmpv6.opt.length", "Length", U8, DEC, .under = OPT, .form = form_length,
		    .help = "Units of 8 octets", .ref = "RFC 4861, 4.6"},
	[RESERVED] = {"icmpv6.opt.reserved", "Reserved", NONE, .under = OPT, .help = "Always 0",
		      .ref = "RFC 4861, 4.6"},
	[PADDING] = {"icmpv6.opt.padding", "Padding", NONE, .under = OPT, .help = "Padding",
		     .ref = "RFC 4861, 4.6"},
	[LINK] = {"icmpv6.opt.linkaddr", "Link-layer address", BYTES, .under = OPT,
		  .help = "Link-layer address", .ref = "RFC 4861, 4.6.1"},
	[LINK_SRC] = {"icmpv6.opt.src_linkaddr", "Source Link-layer address", BYTES, .under = OPT,
		      .help = "The sender's link-layer address", .ref = "RFC 4861, 4.6.1"},
	[LINK_TARGET] = {"icmpv6.opt.target_linkaddr", "Target Link-layer address", BYTES,
			 .under = OPT, .help = "The target's link-layer address",
			 .ref = "RFC 4861, 4.6.1"},
	[LINK64] = {"icmpv6.opt.linkaddr_eui64", "Link-layer address", EUI64, .under = OPT,
		    .help = "Link-layer address of 64 bits", .ref = "RFC 4944, 8"},
	[LINK64_SRC] = {"icmpv6.opt.src_linkaddr_eui64", "Source Link-layer address", EUI64,
			.under = OPT, .help = "The sender's link-layer address",
			.ref = "RFC 4944, 8"},
	[LINK64_TARGET] = {"icmpv6.opt.target_linkaddr_eui64", "Target Link-layer address", EUI64,
			   .under = OPT, .help = "The target's link-layer address",
			   .ref = "RFC 4944, 8"},
	[PREFIX_LEN] = {"icmpv6.opt.prefix.length", "Prefix Length", U8, DEC, .under = OPT,
			.help = "Bits of the prefix", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_FLAGS] = {"icmpv6.opt.prefix.flag", "Flag", U8, HEX, .under = OPT,
			  .form = form_flags, .help = "All flags", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_L] = {"icmpv6.opt.prefix.flag.l", "On-link flag(L)", BOOL, AT(0, 1),
		      .under = PREFIX_FLAGS, WORDS(set_notset),
		      .help = "The prefix is on this link", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_A] = {"icmpv6.opt.prefix.flag.a", "Autonomous address-configuration flag(A)", BOOL,
		      AT(1, 1), .under = PREFIX_FLAGS, WORDS(set_notset),
		      .help = "Hosts may make addresses of it", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_R] = {"icmpv6.opt.prefix.flag.r", "Router address flag(R)", BOOL, AT(2, 1),
		      .under = PREFIX_FLAGS, WORDS(set_notset),
		      .help = "It is the router's whole address", .ref = "RFC 6275, 7.2"},
	[PREFIX_RSV] = {"icmpv6.opt.prefix.flag.reserved", "Reserved", U8, DEC, AT(3, 5),
			.under = PREFIX_FLAGS, .help = "Always 0", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_VALID] = {"icmpv6.opt.prefix.valid_lifetime", "Valid Lifetime", U32, DEC,
			  .under = OPT, .words = &infinite_lifetime, .form = form_special,
			  .help = "Seconds that it is valid", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_PREFERRED] = {"icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime", U32,
			      DEC, .under = OPT, .words = &infinite_lifetime, .form = form_special,
			      .help = "Seconds that its addresses are preferred",
			      .ref = "RFC 4861, 4.6.2"},
	[PREFIX] = {"icmpv6.opt.prefix", "Prefix", IPV6, .under = OPT, .help = "The prefix",
		    .ref = "RFC 4861, 4.6.2"},
	[ROUTE_FLAGS] = {"icmpv6.opt.route_info.flag", "Flag", U8, HEX, .under = OPT,
			 .form = form_flags, .help = "All flags", .ref = "RFC 4191, 2.3"},
	[ROUTE_PREF] = {"icmpv6.opt.route_info.flag.route_preference", "Route Preference", U8, DEC,
			AT(3, 2), .under = ROUTE_FLAGS, .words = &router_preferences,
			.help = "Which route to prefer", .ref = "RFC 4191, 2.1"},
	[ROUTE_RSV] = {"icmpv6.opt.route_info.flag.reserved", "Reserved", U8, DEC,
		       .under = ROUTE_FLAGS, .help = "Always 0", .ref = "RFC 4191, 2.3"},
	[ROUTE_LIFETIME] = {"icmpv6.opt.route_lifetime", "Route Lifetime", U32, DEC, .under = OPT,
			    .words = &infinite_lifetime, .form = form_special,
			    .help = "Seconds that the route is valid", .ref = "RFC 4191, 2.3"},
	[REDIRECTED] = {"icmpv6.opt.redirected_packet", "Redirected Packet", NONE, .under = OPT,
			.help = "The packet that is redirected", .ref = "RFC 4861, 4.6.3"},
	[MTU] = {"icmpv6.opt.mtu", "MTU", U32, DEC, .under = OPT, .help = "MTU of the link",
		 .ref = "RFC 4861, 4.6.4"},
	[SHORTCUT] = {"icmpv6.opt.nbma.shortcut_limit", "Shortcut Limit", U8, DEC, .under = OPT,
		      .help = "Hops that a shortcut may save", .ref = "RFC 2491, 5.1"},
	[INTERVAL] = {"icmpv6.opt.advertisement_interval", "Advertisement Interval", U32, DEC,
		      .under = OPT, .help = "Milliseconds between advertisements",
		      .ref = "RFC 6275, 7.3"},
	[HA_PREFERENCE] = {"icmpv6.opt.home_agent_preference", "Home Agent Preference", U16, DEC,
			   .under = OPT, .help = "Which home agent to prefer",
			   .ref = "RFC 6275, 7.4"},
	[HA_LIFETIME] = {"icmpv6.opt.home_agent_lifetime", "Home Agent Preference", U16, DEC,
			 .under = OPT, .help = "Seconds that it serves", .ref = "RFC 6275, 7.4"},
	[ADDRESS] = {"icmpv6.opt.ipv6_address", "IPv6 Address", IPV6, .under = OPT,
		     .help = "An address", .ref = "RFC 3122, 3.1"},
	[PREF64] = {"icmpv6.opt.pref64.prefix", "Prefix", IPV6, .under = OPT,
		    .help = "Prefix of the translator", .ref = "RFC 8781, 4"},
	[DATA] = {"icmpv6.data", "Data", BYTES, .under = OPT, .help = "Data of an unknown option",
		  .ref = "RFC 4861, 4.6"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES, .under = OPT,
			  .help = "More than the option should have"},
	[BAD_LENGTH] = NOTE_BAD_LENGTH,
	[UNDECODED] = EXPERT("icmpv6.undecoded.option", "Undecoded option", REMARK, G_UNDECODED),
	[UNKNOWN_NOTE] = NOTE_UNKNOWN_DATA,
};

/* --- options; each body is read from behind its length --- */

/* One of the names that a link-layer address has, of which the first is shown. */
static void put_name(struct walk *w, struct cursor c, unsigned row, uint32_t n, bool shown)
{
	const uint8_t *p = c.left.p;

	put(w, &c, row, n);
	if (n == 6 && w->labels)
		label_value(w, "%s", address_words(w, ETHER, p));
	if (!shown && w->last != NO_NODE)
		w->r.nodes[w->last].hidden = true;
}

static void body_link(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	bool source = h->type == 1, wide = h->octets == 16;
	uint32_t n = wide ? 8 : h->octets - 2;

	if (!cursor_has(c, n)) {
		cursor_fail(c, n);
		return;
	}
	if (wide) {
		put_name(w, *c, LINK64, n, true);
		put_name(w, *c, source ? LINK64_SRC : LINK64_TARGET, n, false);
	}
	if (!wide || source) {
		put_name(w, *c, LINK, n, !wide);
		put_name(w, *c, source ? LINK_SRC : LINK_TARGET, n, false);
	}
	if ((n == 6 || wide) && w->labels)
		label_tail_of(w, h->group, " : %s",
			      address_words(w, wide ? EUI64 : ETHER, c->left.p));
	cursor_take(c, n);
	if (wide)
		put(w, c, PADDING, 6);
}

static void body_prefix(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	static const struct part parts[] = {
		{PREFIX_FLAGS, 1}, {PREFIX_VALID, 4}, {PREFIX_PREFERRED, 4}, {RESERVED, 4}, {0, 0}};
	int bits = (int)put(w, c, PREFIX_LEN, 1);

	put_rows(w, c, parts);
	if (!c->bad)
		label_tail_of(w, h->group, " :");
	put_prefix(w, c, h->group, PREFIX, 16, bits);
}

static void body_redirected(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	struct cursor quoted;

	put(w, c, RESERVED, 6);
	put(w, c, REDIRECTED, 0);
	quoted = cursor_first(*c, octets_left(c, h->end));
	walk_quoted(w, also_by(w->now, 0, 6), quoted);
	cursor_take(c, extent(also_by(w->now, 0, 6), quoted.left));
}

/* The rows of options with nothing special about them. */
static const struct part parts_5[] = {{RESERVED, 2}, {MTU, 4}, {0, 0}};
static const struct part parts_6[] = {{SHORTCUT, 1}, {RESERVED, 1}, {RESERVED, 3}, {0, 0}};
static const struct part parts_7[] = {{RESERVED, 2}, {INTERVAL, 4}, {0, 0}};
static const struct part parts_8[] = {{RESERVED, 2}, {HA_PREFERENCE, 2}, {HA_LIFETIME, 2}, {0, 0}};
/* One number, which stands behind the option's name, too. */
static void body_number(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	static const struct part *const all[] = {parts_5, parts_6, parts_7};
	struct cursor peek = *c;
	unsigned number;

	if (h->type == 6) {
		number = u8(&peek);
	} else {
		u16(&peek);
		number = u32(&peek);
	}
	put_rows(w, c, all[h->type - 5]);
	if (!c->bad)
		label_tail_of(w, h->group, " : %u", number);
}

static void body_home_agent(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	(void)h;
	put_rows(w, c, parts_8);
}

static void body_addresses(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put(w, c, RESERVED, 6);
	while (octets_left(c, h->end) && !c->bad)
		put_address_of(w, c, h->group, ADDRESS);
}

#define ROUTE_RESERVED 0xe7

static void body_route(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	int bits = (int)put(w, c, PREFIX_LEN, 1);
	uint32_t group = open_group(w, c, ROUTE_FLAGS, 1);
	unsigned flags;

	put_spread(w, *c, ROUTE_RSV, 1, ROUTE_RESERVED);
	flags = u8(c);
	shut_group(w, group, c);
	put(w, c, ROUTE_LIFETIME, 4);
	if (c->bad)
		return;
	label_tail_of(w, h->group, " : %s", word_for(&router_preferences, flags >> 3 & 3));
	if (put_prefix_left(w, c, h->group, PREFIX, h->end, bits))
		return;
	w->last = h->length;
	expert(w, BAD_LENGTH, NULL);
}

#define PREF64_OCTETS 12

static void body_pref64(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint64_t code;

	put_slice(w, *c, PREF64_LIFETIME, 2);
	code = put_slice(w, *c, PREF64_PLC, 2);
	u16(c);
	if (code < COUNT(plcs)) {
		put_prefix(w, c, h->group, PREF64, PREF64_OCTETS, -1);
		return;
	}
	w->last = h->length;
	expert(w, BAD_LENGTH, NULL);
	cursor_take(c, octets_left(c, h->end));
}

static void body_unknown(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	w->last = h->group;
	expert(w, UNDECODED,
	       "Dissector for ICMPv6 Option (%u) code not implemented, Contact Wireshark "
	       "developers "
	       "if you want this supported",
	       h->type);
	put(w, c, DATA, octets_left(c, h->end));
}

/* --- the list --- */

static const struct nd_body bodies[] = {
	[1] = {body_link},       [2] = {body_link},       [3] = {body_prefix},
	[4] = {body_redirected}, [5] = {body_number},     [6] = {body_number},
	[7] = {body_number},     [8] = {body_home_agent}, [9] = {body_addresses},
	[10] = {body_addresses}, [24] = {body_route},     [38] = {body_pref64},
};

/* What its kind brings: in this file, or in that of a family of options. */
static void put_kind(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	const struct plan *family = also_by(w->now, 1, h->type);

	if (h->type < COUNT(bodies) && bodies[h->type].read) {
		bodies[h->type].read(w, c, h);
	} else if (family) {
		w->last = h->group;
		*c = walk_part(w, family, h->whole);
	} else {
		body_unknown(w, c, h);
	}
}

/* Gives the trouble that it met. */
static uint8_t put_body(struct walk *w, struct cursor c, const struct nd_option *h)
{
	put_kind(w, &c, h);
	if (c.bad)
		return c.bad;
	label_tail_of(w, h->group, ")");
	if (!octets_left(&c, h->end))
		return FINE;
	put(w, &c, UNKNOWN_DATA, octets_left(&c, h->end));
	expert(w, UNKNOWN_NOTE, NULL);
	return c.bad;
}

static void put_option(struct walk *w, struct cursor *c)
{
	struct cursor body = *c;
	struct nd_option h = {.type = u8(&body), .whole = *c};
	const char *name = word_for(fields[TYPE].words, h.type);

	h.octets = u8(&body) * 8u;
	if (body.bad) {
		*c = body;
		return;
	}
	h.end = c->at + h.octets;
	h.group = open_group(w, c, OPT, h.octets ? h.octets : 2);
	if (name)
		label_whole(w, "ICMPv6 Option (%s", name);
	else
		label_whole(w, "ICMPv6 Option (Unknown %u", h.type);
	body = *c;
	put(w, &body, TYPE, 1);
	put(w, &body, LENGTH, 1);
	h.length = w->last;
	if (h.octets) {
		uint8_t bad = put_body(w, body, &h);

		cursor_take(c, h.octets);
		if (bad)
			c->bad = bad;
	} else {
		expert(w, BAD_LENGTH, "Invalid option length (Zero)");
		cursor_take(c, c->left.wire);
	}
	shut_group(w, h.group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put_option(w, c);
}

/* The words of the summary line: link-layer addresses. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

enum { SOURCE_LINK = 1, TARGET_LINK };

static void info_link(struct text *t, unsigned type, struct span option)
{
	struct span address = span_first(span_skip(option, 2), option.cap == 16 ? 8 : 6);

	if (type == SOURCE_LINK || option.cap == 16)
		text_put(t, " from ");
	else
		text_put(t, " is at ");
	text_hex_bytes(t, address.p, address.cap, ':');
}

/* Link-layer addresses among the options. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	(void)r;
	while (c.left.cap && !c.bad) {
		struct cursor head = c;
		unsigned type = u8(&head), octets = u8(&head) * 8u;
		struct span option = cursor_take(&c, octets);

		if (!octets || option.cap < octets)
			return;
		if ((type == SOURCE_LINK || type == TARGET_LINK) && octets <= 16)
			info_link(t, type, option);
	}
}

static const struct hang hangs[] = {{"icmpv6.part", 1}, {0}};

const struct proto proto_icmpv6_options = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 4861, 4.6",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.next = {.also = {"ip.version", "icmpv6.option"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
