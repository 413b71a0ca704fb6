/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: neighbor discovery; its options are in icmpv6_options.c. */
/* RFC 4861, 4; RFC 3122 (inverse), RFC 4191 and 6275 (flags). */
#include "shared/flags.h"
#include "shared/icmpv6.h"

enum {
	ND,
	RESERVED,
	RA_HOPS,
	RA_FLAGS,
	RA_M,
	RA_O,
	RA_H,
	RA_PRF,
	RA_P,
	RA_RSV,
	RA_LIFETIME,
	RA_REACHABLE,
	RA_RETRANS,
	NS_TARGET,
	NA_FLAGS,
	NA_R,
	NA_S,
	NA_O,
	NA_RSV,
	NA_TARGET,
	RD_TARGET,
	RD_DESTINATION,
};

enum {
	ROUTER_SOLICIT = 133,
	ROUTER_ADVERT,
	NEIGHBOUR_SOLICIT,
	NEIGHBOUR_ADVERT,
	REDIRECT,
	INVERSE_SOLICIT = 141,
	INVERSE_ADVERT,
};

#define HEAD 4 /* octets of type, code and checksum */
enum { PART_OPTIONS = 1 };

static const struct field fields[] = {
	[ND] = {"icmpv6.nd", "Neighbor Discovery", PROTO},
	[RESERVED] = ROW_RESERVED,
	[RA_HOPS] = {"icmpv6.nd.ra.cur_hop_limit", "Cur hop limit", U8, DEC,
		     .help = "Hop limit that hosts should send", .ref = "RFC 4861, 4.2"},
	[RA_FLAGS] = {"icmpv6.nd.ra.flag", "Flags", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 4861, 4.2"},
	[RA_M] = {"icmpv6.nd.ra.flag.m", "Managed address configuration", BOOL, AT(0, 1),
		  .under = RA_FLAGS, WORDS(set_notset), .help = "Addresses by DHCPv6",
		  .ref = "RFC 4861, 4.2"},
	[RA_O] = {"icmpv6.nd.ra.flag.o", "Other configuration", BOOL, AT(1, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "Other settings by DHCPv6", .ref = "RFC 4861, 4.2"},
	[RA_H] = {"icmpv6.nd.ra.flag.h", "Home Agent", BOOL, AT(2, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "The router is a home agent", .ref = "RFC 6275, 7.1"},
	[RA_PRF] = {"icmpv6.nd.ra.flag.prf", "Prf (Default Router Preference)", U8, DEC, AT(3, 2),
		    .under = RA_FLAGS, .words = &router_preferences,
		    .help = "Which router to prefer", .ref = "RFC 4191, 2.2"},
	[RA_P] = {"icmpv6.nd.ra.flag.p", "Proxy", BOOL, AT(5, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "The router is a proxy", .ref = "RFC 4389, 4.1.3.3"},
	[RA_RSV] = {"icmpv6.nd.ra.flag.rsv", "Reserved", U8, DEC, AT(6, 2), .under = RA_FLAGS,
		    .help = "Always 0", .ref = "RFC 4861, 4.2"},
	[RA_LIFETIME] = {"icmpv6.nd.ra.router_lifetime", "Router lifetime (s)", U16, DEC,
			 .help = "Seconds that it is a default router", .ref = "RFC 4861, 4.2"},
	[RA_REACHABLE] = {"icmpv6.nd.ra.reachable_time", "Reachable time (ms)", U32, DEC,
			  .help = "Milliseconds that a neighbour counts as reachable",
			  .ref = "RFC 4861, 4.2"},
	[RA_RETRANS] = {"icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)", U32, DEC,
			.help = "Milliseconds between solicitations", .ref = "RFC 4861, 4.2"},
	[NS_TARGET] = {"icmpv6.nd.ns.target_address", "Target Address", IPV6,
		       .help = "Whose address is asked for", .ref = "RFC 4861, 4.3"},
	[NA_FLAGS] = {"icmpv6.nd.na.flag", "Flags", U32, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 4861, 4.4"},
	[NA_R] = {"icmpv6.nd.na.flag.r", "Router", BOOL, AT(0, 1), BOX(32, 0), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "The sender is a router", .ref = "RFC 4861, 4.4"},
	[NA_S] = {"icmpv6.nd.na.flag.s", "Solicited", BOOL, AT(1, 1), BOX(32, 1), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "It was asked for", .ref = "RFC 4861, 4.4"},
	[NA_O] = {"icmpv6.nd.na.flag.o", "Override", BOOL, AT(2, 1), BOX(32, 2), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "It replaces what is known", .ref = "RFC 4861, 4.4"},
	[NA_RSV] = {"icmpv6.nd.na.flag.rsv", "Reserved", U32, DEC, AT(3, 29), BOX(32, 3),
		    .under = NA_FLAGS, .help = "Always 0", .ref = "RFC 4861, 4.4"},
	[NA_TARGET] = {"icmpv6.nd.na.target_address", "Target Address", IPV6,
		       .help = "Whose address it tells", .ref = "RFC 4861, 4.4"},
	[RD_TARGET] = {"icmpv6.nd.rd.target_address", "Target Address", IPV6,
		       .help = "The better first hop", .ref = "RFC 4861, 4.5"},
	[RD_DESTINATION] = {"icmpv6.rd.na.destination_address", "Destination Address", IPV6,
			    .help = "For packets to there", .ref = "RFC 4861, 4.5"},
};

/* Its words stand behind those of the header. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

/* The message before its options. */
static const struct part *parts_of(unsigned type)
{
	static const struct part parts[][6] = {
		{{RESERVED, 4}},
		{{RA_HOPS, 1}, {RA_FLAGS, 1}, {RA_LIFETIME, 2}, {RA_REACHABLE, 4}, {RA_RETRANS, 4}},
		{{RESERVED, 4}, {NS_TARGET, 16}},
		{{NA_FLAGS, 4}, {NA_TARGET, 16}},
		{{RESERVED, 4}, {RD_TARGET, 16}, {RD_DESTINATION, 16}},
	};

	return parts[type > REDIRECT ? 0 : type - ROUTER_SOLICIT];
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_rows(w, c, parts_of(icmpv6_type(l)));
	if (c->left.wire && !c->bad)
		*c = walk_part(w, also_by(l, 0, PART_OPTIONS), *c);
}

static void info_target(struct text *t, const struct layer *l, const char *before)
{
	struct cursor c = layer_cursor(l, 8);
	struct span address = cursor_take(&c, 16);

	if (address.cap < 16)
		return;
	text_put(t, before);
	text_ip6(t, address.p);
}

static void info_advert(struct text *t, const struct layer *l)
{
	static const char *const names[] = {"rtr", "sol", "ovr"};
	struct cursor c = layer_cursor(l, HEAD);
	unsigned flags = u8(&c) >> 5;
	const char *between = " (";

	info_target(t, l, " ");
	if (l->bytes.cap < 24)
		return;
	if (!flags)
		text_put(t, " (none");
	for (unsigned i = 0; i < 3; i++)
		if (flags << i & 4) {
			text_put(t, between);
			text_put(t, names[i]);
			between = ", ";
		}
	text_char(t, ')');
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if (icmpv6_type(l) == NEIGHBOUR_SOLICIT)
		info_target(t, l->parent, " for ");
	else if (icmpv6_type(l) == NEIGHBOUR_ADVERT)
		info_advert(t, l->parent);
}

static const struct hang hangs[] = {
	{"icmpv6.type", 133}, {"icmpv6.type", 134}, {"icmpv6.type", 135}, {"icmpv6.type", 136},
	{"icmpv6.type", 137}, {"icmpv6.type", 141}, {"icmpv6.type", 142}, {0}};

const struct proto proto_icmpv6_nd = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 4861, 4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.next = {.also = {"icmpv6.part"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
