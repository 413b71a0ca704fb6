/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCPv6: options of IPv4 over IPv6, and of servers that stand in for one another. */
/* RFC 7598, RFC 8156, RFC 8357. */

#include "shared/dhcpv6.h"
#include "shared/dns.h"
#include "shared/flags.h"
#include "shared/labels.h"

enum {
	SOFTWIRES,
	RULE_FLAGS,
	RULE_RESERVED,
	RULE_FORWARD,
	RULE_EA,
	RULE_LEN4,
	RULE_PREFIX4,
	RULE_LEN6,
	RULE_PREFIX6,
	BR,
	DMR_LEN,
	DMR,
	BIND_4,
	BIND_LEN,
	BIND_6,
	PORT_OFFSET,
	PORT_LEN,
	PORT_SET,
	SOFTWIRE,
	F_BINDING,
	F_CONNECT,
	F_CONNECT_RSV,
	F_CONNECT_F,
	F_HOST,
	F_ZONE,
	F_DNS,
	F_DNS_RSV,
	F_DNS_U,
	F_DNS_S,
	F_DNS_R,
	F_DNS_F,
	F_EXPIRATION,
	F_UNACKED,
	F_MCLT,
	F_PARTNER,
	F_SENT,
	F_DOWN,
	F_RAW_CLT,
	F_MAJOR,
	F_MINOR,
	F_KEEPALIVE,
	F_RECONF,
	F_RECONF_KEY,
	F_NAME,
	F_SERVER,
	F_SERVER_RSV,
	F_SERVER_A,
	F_SERVER_S,
	F_SERVER_C,
	F_STATE,
	F_SINCE,
	F_UNTIL,
	RELAY_PORT,
	STRAY_NOTE,
	MALFORMED_NOTE,
};

static const struct word softwires[] = {
	{64, "DS-Lite"}, {88, "DHCPv4 over DHCPv6"}, {94, "MAP-E"},
	{95, "MAP-T"},   {96, "Lightweight 4over6"},
};

static const struct word bindings[] = {
	{0, "reserved"}, {1, "ACTIVE"},      {2, "EXPIRED"},   {3, "RELEASED"}, {4, "PENDING-FREE"},
	{5, "FREE"},     {6, "FREE-BACKUP"}, {7, "ABANDONED"}, {8, "RESET"},
};

static const struct word servers[] = {
	{0, "reserved"},
	{1, "Startup state (1)"},
	{2, "Normal state"},
	{3, "Communications interrupted"},
	{4, "Partner down"},
	{5, "Synchronizing"},
	{6, "Recovering bindings from partner"},
	{7, "Waiting out MCLT after RECOVER"},
	{8, "Interlock state prior to NORMAL"},
	{9, "Comm. failed during resolution"},
	{10, "Primary resolved its conflicts"},
};

static const struct field fields[] = {
	[SOFTWIRES] = {"dhcpv6.softwires", "DHCPv6 Options", PROTO},
	[RULE_FLAGS] = {"dhcpv6.s46_rule.flags", "Flags", U8, HEX, .form = form_flags,
			.help = "All flags", .ref = "RFC 7598, 4.1"},
	[RULE_RESERVED] = {"dhcpv6.s46_rule.flags.reserved", "Reserved", BOOL, AT(0, 7),
			   .under = RULE_FLAGS, .help = "Always 0", .ref = "RFC 7598, 4.1"},
	[RULE_FORWARD] = {"dhcpv6.s46_rule.flags.fmr", "Forwarding Mapping Rule", BOOL, AT(7, 1),
			  .under = RULE_FLAGS, .help = "It is used for forwarding",
			  .ref = "RFC 7598, 4.1"},
	[RULE_EA] = {"dhcpv6.s46_rule.ea_len", "EA-bit length", U8, DEC,
		     .help = "Bits of address embedded", .ref = "RFC 7598, 4.1"},
	[RULE_LEN4] = {"dhcpv6.s46_rule.ipv4_pref_len", "IPv4 prefix length", U8, DEC,
		       .help = "Bits of the IPv4 prefix", .ref = "RFC 7598, 4.1"},
	[RULE_PREFIX4] = {"dhcpv6.s46_rule.ipv4_prefix", "IPv4 prefix", IPV4,
			  .help = "The IPv4 prefix", .ref = "RFC 7598, 4.1"},
	[RULE_LEN6] = {"dhcpv6.s46_rule.ipv6_prefix_len", "IPv6 prefix length", U8, DEC,
		       .help = "Bits of the IPv6 prefix", .ref = "RFC 7598, 4.1"},
	[RULE_PREFIX6] = {"dhcpv6.s46_rule.ipv6_prefix", "IPv6 prefix", IPV6,
			  .help = "The IPv6 prefix", .ref = "RFC 7598, 4.1"},
	[BR] = {"dhcpv6.s46_br.address", "BR address", IPV6, .help = "The border relay",
		.ref = "RFC 7598, 4.2"},
	[DMR_LEN] = {"dhcpv6.s46_dmr.dmr_pref_len", "IPv6 prefix length", U8, DEC,
		     .help = "Bits of the default rule's prefix", .ref = "RFC 7598, 4.3"},
	[DMR] = {"dhcpv6.s46_dmr.dmr_prefix", "IPv6 prefix", IPV6,
		 .help = "The default rule's prefix", .ref = "RFC 7598, 4.3"},
	[BIND_4] = {"dhcpv6.s46_v4v6bind.ipv4_address", "IPv4 Address", IPV4,
		    .help = "The client's IPv4 address", .ref = "RFC 7598, 4.4"},
	[BIND_LEN] = {"dhcpv6.s46_v4v6bind.ipv6_pref_len", "IPv6 prefix length", U8, DEC,
		      .help = "Bits of the prefix", .ref = "RFC 7598, 4.4"},
	[BIND_6] = {"dhcpv6.s46_v4v6bind.ipv6_prefix", "IPv6 prefix", IPV6,
		    .help = "The prefix it is bound to", .ref = "RFC 7598, 4.4"},
	[PORT_OFFSET] = {"dhcpv6.s46_portparam.offset", "Offset", U8, DEC,
			 .help = "Bits before the port set's number", .ref = "RFC 7598, 4.5"},
	[PORT_LEN] = {"dhcpv6.s46_portparam.psid_len", "PSID length", U8, DEC,
		      .help = "Bits of that number", .ref = "RFC 7598, 4.5"},
	[PORT_SET] = {"dhcpv6.s46_portparam.psid", "PSID", U16, DEC,
		      .help = "Which ports are the client's", .ref = "RFC 7598, 4.5"},
	[SOFTWIRE] = {"dhcpv6.option_code", "S46 Option code", U16, HEX, WORDS(softwires),
		      .help = "A way to reach IPv4, best first", .ref = "RFC 8026, 1.4.1"},
	[F_BINDING] = {"dhcpv6.failover.binding_status", "Failover Binding Status", U8, DEC,
		       WORDS(bindings), .help = "What became of the lease",
		       .ref = "RFC 8156, 5.5.1"},
	[F_CONNECT] = {"dhcpv6.failover.connect.flags", "Flags", U16, HEX, .form = form_flags,
		       .help = "Flags of the connection", .ref = "RFC 8156, 5.5.2"},
	[F_CONNECT_RSV] = {"dhcpv6.failover.connect.flags.reserved", "Reserved", BOOL, AT(0, 15),
			   BOX(16, 0), .under = F_CONNECT, .help = "Always 0",
			   .ref = "RFC 8156, 5.5.2"},
	[F_CONNECT_F] = {"dhcpv6.failover.connect.flags.f", "Fixed PD Length (F)", BOOL, AT(15, 1),
			 BOX(16, 15), .under = F_CONNECT, .help = "Prefixes all have one length",
			 .ref = "RFC 8156, 5.5.2"},
	[F_HOST] = {"dhcpv6.failover.dns_hostname", "DNS Hostname", STRING,
		    .help = "The client's name", .ref = "RFC 8156, 5.5.4"},
	[F_ZONE] = {"dhcpv6.failover.dns_zonename", "DNS Zone Name", STRING,
		    .help = "The zone it is in", .ref = "RFC 8156, 5.5.5"},
	[F_DNS] = {"dhcpv6.failover.dns.flags", "Flags", U16, HEX, .form = form_flags,
		   .help = "What was told to the name servers", .ref = "RFC 8156, 5.5.6"},
	[F_DNS_RSV] = {"dhcpv6.failover.dns.flags.reserved", "Reserved", BOOL, AT(0, 12),
		       BOX(16, 0), .under = F_DNS, .help = "Always 0", .ref = "RFC 8156, 5.5.6"},
	[F_DNS_U] = {"dhcpv6.failover.dns.flags.u", "Using Requested FQDN (U)", BOOL, AT(12, 1),
		     BOX(16, 12), .under = F_DNS, .help = "The name that the client asked for",
		     .ref = "RFC 8156, 5.5.6"},
	[F_DNS_S] = {"dhcpv6.failover.dns.flags.s", "Synthesized Name (S)", BOOL, AT(13, 1),
		     BOX(16, 13), .under = F_DNS, .help = "The name was made up",
		     .ref = "RFC 8156, 5.5.6"},
	[F_DNS_R] = {"dhcpv6.failover.dns.flags.r", "Rev Uptodate (R)", BOOL, AT(14, 1),
		     BOX(16, 14), .under = F_DNS, .help = "The PTR record is there",
		     .ref = "RFC 8156, 5.5.6"},
	[F_DNS_F] = {"dhcpv6.failover.dns.flags.f", "Fwd Uptodate (F)", BOOL, AT(15, 1),
		     BOX(16, 15), .under = F_DNS, .help = "The AAAA record is there",
		     .ref = "RFC 8156, 5.5.6"},
	[F_EXPIRATION] = {"dhcpv6.failover.expiration_time", "Expiration Time", U32, DEC,
			  .help = "When the lease ends", .ref = "RFC 8156, 5.5.7"},
	[F_UNACKED] = {"dhcpv6.failover.max_unacked_bndupd",
		       "Max number of unacked BNDUPD messages", U32, DEC,
		       .help = "Updates that may be under way", .ref = "RFC 8156, 5.5.8"},
	[F_MCLT] = {"dhcpv6.failover.mclt", "Maximum Client Lead Time (MCLT)", U32, DEC,
		    .help = "Seconds that a lease may be ahead of the partner's",
		    .ref = "RFC 8156, 5.5.9"},
	[F_PARTNER] = {"dhcpv6.failover.partner_lifetime", "Partner Lifetime", U32, DEC,
		       .help = "Seconds of the partner's lease", .ref = "RFC 8156, 5.5.10"},
	[F_SENT] = {"dhcpv6.failover.partner_lifetime_sent", "Partner Lifetime Sent", U32, DEC,
		    .help = "The same as it was sent", .ref = "RFC 8156, 5.5.11"},
	[F_DOWN] = {"dhcpv6.failover.partner_down_time", "Partner Down Time", U32, DEC,
		    .help = "Since when the partner is down", .ref = "RFC 8156, 5.5.12"},
	[F_RAW_CLT] = {"dhcpv6.failover.partner_raw_clt_time", "Partner Raw Client Time", U32, DEC,
		       .help = "When the partner heard the client", .ref = "RFC 8156, 5.5.13"},
	[F_MAJOR] = {"dhcpv6.failover.protocol.major_version", "Protocol Major Version", U16, DEC,
		     .help = "Version of the protocol", .ref = "RFC 8156, 5.5.14"},
	[F_MINOR] = {"dhcpv6.failover.protocol.minor_version", "Protocol Minor Version", U16, DEC,
		     .help = "Its minor part", .ref = "RFC 8156, 5.5.14"},
	[F_KEEPALIVE] = {"dhcpv6.failover.keepalive_time", "Keepalive Time", U32, DEC,
			 .help = "Seconds between signs of life", .ref = "RFC 8156, 5.5.15"},
	[F_RECONF] = {"dhcpv6.failover.reconfigure_time", "Reconfigure Time", U32, DEC,
		      .help = "When a reconfigure was sent last", .ref = "RFC 8156, 5.5.16"},
	[F_RECONF_KEY] = {"dhcpv6.failover.reconfigure_key", "Reconfigure Key", BYTES,
			  .help = "The key for it", .ref = "RFC 8156, 5.5.16"},
	[F_NAME] = {"dhcpv6.failover.relationship_name", "Relationship Name", STRING,
		    .traits = ZSTRING, .help = "Name of the two servers' bond",
		    .ref = "RFC 8156, 5.5.17"},
	[F_SERVER] = {"dhcpv6.failover.server.flags", "Flags", U8, HEX, .form = form_flags,
		      .help = "State of the server", .ref = "RFC 8156, 5.5.18"},
	[F_SERVER_RSV] = {"dhcpv6.failover.server.flags.reserved", "Reserved", BOOL, AT(0, 5),
			  .under = F_SERVER, .help = "Always 0", .ref = "RFC 8156, 5.5.18"},
	[F_SERVER_A] = {"dhcpv6.failover.server.flags.a", "Ack Startup (A)", BOOL, AT(5, 1),
			.under = F_SERVER, .help = "It saw the other start",
			.ref = "RFC 8156, 5.5.18"},
	[F_SERVER_S] = {"dhcpv6.failover.server.flags.s", "Startup (S)", BOOL, AT(6, 1),
			.under = F_SERVER, .help = "It starts", .ref = "RFC 8156, 5.5.18"},
	[F_SERVER_C] = {"dhcpv6.failover.server.flags.c", "Communicated (C)", BOOL, AT(7, 1),
			.under = F_SERVER, .help = "It has talked to the other",
			.ref = "RFC 8156, 5.5.18"},
	[F_STATE] = {"dhcpv6.failover.server_state", "Server State", U8, DEC, WORDS(servers),
		     .help = "State of the pair as the server sees it", .ref = "RFC 8156, 5.5.19"},
	[F_SINCE] = {"dhcpv6.failover.start_time_of_state", "Start Time of State", U32, DEC,
		     .help = "Since when", .ref = "RFC 8156, 5.5.20"},
	[F_UNTIL] = {"dhcpv6.failover.state_expiration_time", "State Expiration Time", U32, DEC,
		     .help = "Until when", .ref = "RFC 8156, 5.5.21"},
	[RELAY_PORT] = {"dhcpv6.relay_port", "Downstream Source Port", U16, DEC,
			.help = "The relay's own port", .ref = "RFC 8357, 4"},
	[STRAY_NOTE] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			      WARNING, G_UNDECODED),
	[MALFORMED_NOTE] =
		EXPERT("dhcpv6.malformed_option", "Malformed option", ERROR, G_MALFORMED),
};

/* Numbers of options; an odd octet belongs to none. */
static void codes(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		  const struct dhcpv6_body *b)
{
	(void)o;
	while (c->left.wire > 1 && !c->bad)
		put(w, c, b->row, 2);
}

static void dns_name_of(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			const struct dhcpv6_body *b)
{
	struct dns_scope scope = {.start = *c};

	(void)o;
	put_dns_name(w, &scope, c, b->row);
}

/* A prefix of as many octets as its length asks for. */
static void short_prefix(struct walk *w, struct cursor *c, unsigned row, unsigned bits)
{
	uint32_t octets = (bits + 7) / 8;

	if (octets > 16)
		cursor_fail(c, UINT32_MAX);
	else
		put_part_address(w, c, row, octets, false);
}

static void rule(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_body *b)
{
	static const struct part parts[] = {
		{RULE_FLAGS, 1}, {RULE_EA, 1}, {RULE_LEN4, 1}, {RULE_PREFIX4, 4}, {0, 0}};

	(void)b;
	put_rows(w, c, parts);
	short_prefix(w, c, RULE_PREFIX6, (unsigned)put(w, c, RULE_LEN6, 1));
	dhcpv6_inner(w, c, o);
}

static void default_rule(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			 const struct dhcpv6_body *b)
{
	(void)o, (void)b;
	short_prefix(w, c, DMR, (unsigned)put(w, c, DMR_LEN, 1));
}

static void binding(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	(void)b;
	put(w, c, BIND_4, 4);
	short_prefix(w, c, BIND_6, (unsigned)put(w, c, BIND_LEN, 1));
	dhcpv6_inner(w, c, o);
}

static void ports(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		  const struct dhcpv6_body *b)
{
	unsigned bits;
	uint32_t at;

	(void)o, (void)b;
	put(w, c, PORT_OFFSET, 1);
	bits = (unsigned)put(w, c, PORT_LEN, 1);
	at = c->at;
	put_value(w, PORT_SET, at, 2, bits < 16 ? u16(c) >> (16 - bits) : u16(c));
}

static void two(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b)
{
	(void)o;
	put(w, c, b->row, 4);
	if (c->left.wire)
		put(w, c, b->row + 1u, c->left.wire);
}

static void version(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	(void)o, (void)b;
	put(w, c, F_MAJOR, 2);
	put(w, c, F_MINOR, 2);
}

#define ANY UINT16_MAX
#define FAILOVER(code, row, octets)                               \
	{                                                         \
		code, row, octets, octets, "Failover", dhcpv6_one \
	}

static const struct dhcpv6_body bodies[] = {
	{89, 0, 8, ANY, "S46_RULE", rule},
	{90, BR, 16, 16, "S46_BR", dhcpv6_one},
	{91, 0, 1, 17, "S46_DMR", default_rule},
	{92, 0, 5, ANY, "S46_V4V6BIND", binding},
	{93, 0, 4, 4, "S46_PORTPARAMS", ports},
	{94, 0, 0, ANY, NULL, dhcpv6_container},
	{95, 0, 0, ANY, NULL, dhcpv6_container},
	{96, 0, 0, ANY, NULL, dhcpv6_container},
	{111, SOFTWIRE, 0, ANY, NULL, codes},
	FAILOVER(114, F_BINDING, 1),
	FAILOVER(115, F_CONNECT, 2),
	{117, F_HOST, 0, ANY, NULL, dns_name_of},
	{118, F_ZONE, 0, ANY, NULL, dns_name_of},
	FAILOVER(119, F_DNS, 2),
	FAILOVER(120, F_EXPIRATION, 4),
	FAILOVER(121, F_UNACKED, 4),
	FAILOVER(122, F_MCLT, 4),
	FAILOVER(123, F_PARTNER, 4),
	FAILOVER(124, F_SENT, 4),
	FAILOVER(125, F_DOWN, 4),
	FAILOVER(126, F_RAW_CLT, 4),
	{127, 0, 4, 4, "Failover", version},
	FAILOVER(128, F_KEEPALIVE, 4),
	{129, F_RECONF, 4, ANY, "Failover", two},
	{130, F_NAME, 0, ANY, NULL, dhcpv6_text},
	FAILOVER(131, F_SERVER, 1),
	FAILOVER(132, F_STATE, 1),
	FAILOVER(133, F_SINCE, 4),
	FAILOVER(134, F_UNTIL, 4),
	{135, RELAY_PORT, 2, 2, "Relay Port", dhcpv6_one},
};

static const struct dhcpv6_family family = {bodies, COUNT(bodies), MALFORMED_NOTE, STRAY_NOTE};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	dhcpv6_body(w, c, dhcpv6_of(l)->option, &family);
}

static const struct hang hangs[] = {{"dhcpv6.option", 89},
				    {"dhcpv6.option", 90},
				    {"dhcpv6.option", 91},
				    {"dhcpv6.option", 92},
				    {"dhcpv6.option", 93},
				    {"dhcpv6.option", 94},
				    {"dhcpv6.option", 95},
				    {"dhcpv6.option", 96},
				    {"dhcpv6.option", 111},
				    {"dhcpv6.option", 114},
				    {"dhcpv6.option", 115},
				    {"dhcpv6.option", 117},
				    {"dhcpv6.option", 118},
				    {"dhcpv6.option", 119},
				    {"dhcpv6.option", 120},
				    {"dhcpv6.option", 121},
				    {"dhcpv6.option", 122},
				    {"dhcpv6.option", 123},
				    {"dhcpv6.option", 124},
				    {"dhcpv6.option", 125},
				    {"dhcpv6.option", 126},
				    {"dhcpv6.option", 127},
				    {"dhcpv6.option", 128},
				    {"dhcpv6.option", 129},
				    {"dhcpv6.option", 130},
				    {"dhcpv6.option", 131},
				    {"dhcpv6.option", 132},
				    {"dhcpv6.option", 133},
				    {"dhcpv6.option", 134},
				    {"dhcpv6.option", 135},
				    {0}};

const struct proto proto_dhcpv6_softwire = {
	.brief = "DHCPv6",
	.no_column = true,
	.bare = true,
	.prefix = "dhcpv6",
	.spec = "RFC 8415",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"dhcpv6.part", "dhcpv6.option"}},
	.hangs = hangs,
	.rest = rest,
};
