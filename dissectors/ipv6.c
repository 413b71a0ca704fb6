/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Protocol version 6: the fixed header. */
/* RFC 8200; addresses that tell more: RFC 3056, 4291, 4380, 5214, 6052. */
#include "shared/extension.h"
#include "shared/ip.h"

/* The rows of one end, in an order that both ends have. */
#define END_ROWS(end) end, end##_ADDR, end##_HOST, end##_ANY_HOST
#define SPECIAL_ROWS(end)                                                                        \
	end##_6TO4_GW, end##_6TO4_SLA, end##_TS_IPV4, end##_TC_PORT, end##_TC_IPV4, end##_SLAAC, \
		end##_ISATAP, end##_EMBED

enum {
	IPV6_HEADER,
	VERSION,
	IP_VERSION,
	BOGUS_VERSION,
	BAD_HEADER,
	TCLASS,
	DSCP,
	ECN,
	FLOW,
	PLEN,
	PLEN_EXCEEDS,
	PLEN_ZERO,
	JUMBO_MISSING,
	NXT,
	HLIM,
	END_ROWS(SRC),
	END_ROWS(DST),
	SPECIAL_ROWS(SRC),
	SPECIAL_ROWS(DST),
	SPECIAL_ROWS(ANY),
	EMBED_PREFIX,
};

#define HEADER 40
#define SRC_AT 8
#define DST_AT 24
#define ADDRESS 16

#define PROTO_HOPOPTS 0
#define PROTO_NONE 59

#define ADDRESS_ROWS(end, bit, who, what)                                                        \
	[end] = {"ipv6." who, what " Address", IPV6, AT(bit, 128), .help = "The packet's " what, \
		 .ref = "3"},                                                                    \
	[end##_ADDR] = {"ipv6.addr",                                                             \
			"Source or Destination Address",                                         \
			IPV6,                                                                    \
			AT(bit, 128),                                                            \
			.traits = HIDDEN,                                                        \
			.help = "Either end"},                                                   \
	[end##_HOST] = {"ipv6." who "_host",                                                     \
			what " Host",                                                            \
			STRING,                                                                  \
			NAME_OF,                                                                 \
			AT(bit, 128),                                                            \
			.traits = HIDDEN,                                                        \
			.help = "The packet's " what ", as a name"},                             \
	[end##_ANY_HOST] = {                                                                     \
		"ipv6.host",      "Source or Destination Host",   STRING, NAME_OF, AT(bit, 128), \
		.traits = HIDDEN, .help = "Either end, as a name"}

/* What an address tells beside itself: the same of source, destination and either. */
#define TELLING_ROWS(end, who, what, trait)                         \
	[end##_6TO4_GW] = {"ipv6." who "6to4_gw_ipv4",              \
			   what "6to4 Gateway IPv4",                \
			   IPV4,                                    \
			   .traits = trait,                         \
			   .help = "Router to its 6to4 site",       \
			   .ref = "RFC 3056, 2"},                   \
	[end##_6TO4_SLA] = {"ipv6." who "6to4_sla_id",              \
			    what "6to4 SLA ID",                     \
			    U16,                                    \
			    DEC,                                    \
			    .traits = trait,                        \
			    .help = "Subnet in its 6to4 site",      \
			    .ref = "RFC 3056, 2"},                  \
	[end##_TS_IPV4] = {"ipv6." who "ts_ipv4",                   \
			   what "Teredo Server IPv4",               \
			   IPV4,                                    \
			   .traits = trait,                         \
			   .help = "Its Teredo server",             \
			   .ref = "RFC 4380, 4"},                   \
	[end##_TC_PORT] = {"ipv6." who "tc_port",                   \
			   what "Teredo Port",                      \
			   U16,                                     \
			   DEC,                                     \
			   .traits = trait,                         \
			   .help = "UDP port of its Teredo client", \
			   .ref = "RFC 4380, 4"},                   \
	[end##_TC_IPV4] = {"ipv6." who "tc_ipv4",                   \
			   what "Teredo Client IPv4",               \
			   IPV4,                                    \
			   .traits = trait,                         \
			   .help = "Its Teredo client",             \
			   .ref = "RFC 4380, 4"},                   \
	[end##_SLAAC] = {"ipv6." who "slaac_mac",                   \
			 what "SLAAC MAC",                          \
			 ETHER,                                     \
			 .traits = trait,                           \
			 .help = "The MAC address it was made of",  \
			 .ref = "RFC 4291, appendix A"},            \
	[end##_ISATAP] = {"ipv6." who "isatap_ipv4",                \
			  what "ISATAP IPv4",                       \
			  IPV4,                                     \
			  .traits = trait,                          \
			  .help = "Its ISATAP tunnel's end",        \
			  .ref = "RFC 5214, 6.1"},                  \
	[end##_EMBED] = {"ipv6." who "embed_ipv4",                  \
			 what "Embedded IPv4",                      \
			 IPV4,                                      \
			 .traits = GENERATED,                       \
			 .help = "The IPv4 address it stands for",  \
			 .ref = "RFC 6052, 2.2"}

static const struct field fields[] = {
	[IPV6_HEADER] = {"ipv6", "Internet Protocol Version 6", PROTO,
			 .line = "Internet Protocol Version 6[, Src: {ipv6.src}, Dst: {ipv6.dst}]"},
	[VERSION] = {"ipv6.version", "Version", U8, DEC, AT(0, 4), .preset = 6, .help = "Always 6",
		     .ref = "3"},
	[IP_VERSION] = {"ip.version", "Version", U8, DEC, AT(0, 4), .traits = HIDDEN,
			.help = "Always 6", .ref = "3"},
	[BOGUS_VERSION] =
		EXPERT("ipv6.bogus_ipv6_version", "Bogus IPv6 version", ERROR, G_MALFORMED),
	[BAD_HEADER] = EXPERT("ipv6.invalid_header", "IPv6 header must be exactly 40 bytes", ERROR,
			      G_MALFORMED),
	[TCLASS] = {"ipv6.tclass", "Traffic Class", U32, HEX, AT(4, 8), BOX(32, 4),
		    .form = form_dsfield, .help = "How routers are to treat the packet",
		    .ref = "7"},
	[DSCP] = {"ipv6.tclass.dscp", "Differentiated Services Codepoint", U32, DEC, AT(4, 6),
		  BOX(32, 4), .under = TCLASS, .words = &dscp_names,
		  .help = "Which per-hop behaviour", .ref = "RFC 2474, 3"},
	[ECN] = {"ipv6.tclass.ecn", "Explicit Congestion Notification", U32, DEC, AT(10, 2),
		 BOX(32, 10), .under = TCLASS, .words = &ecn_names,
		 .help = "Routers mark congestion here", .ref = "RFC 3168, 5"},
	[FLOW] = {"ipv6.flow", "Flow Label", U24, HEX, AT(12, 20),
		  .help = "The same in all packets of a flow", .ref = "6"},
	[PLEN] = {"ipv6.plen", "Payload Length", U16, DEC, AT(32, 16), .fill = FILL_LENGTH,
		  .help = "Octets behind this header", .ref = "3"},
	[PLEN_EXCEEDS] = EXPERT("ipv6.plen_exceeds_framing",
				"IPv6 payload length does not match expected framing length",
				WARNING, G_PROTOCOL),
	[PLEN_ZERO] = EXPERT("ipv6.plen_zero",
			     "IPv6 payload length equals 0 (maybe because of \"TCP segmentation "
			     "offload\" (TSO))",
			     CHAT, G_PROTOCOL),
	[JUMBO_MISSING] = EXPERT("ipv6.opt.jumbo.missing",
				 "IPv6 payload length equals 0 and Hop-By-Hop present and Jumbo "
				 "Payload option missing",
				 ERROR, G_MALFORMED),
	[NXT] = {"ipv6.nxt", "Next Header", U8, DEC, AT(48, 8), .words = &ip_protocols,
		 .fill = FILL_NEXT, .help = "What stands behind this header", .ref = "3"},
	[HLIM] = {"ipv6.hlim", "Hop Limit", U8, DEC, AT(56, 8), .preset = 64,
		  .help = "Routers that may still forward the packet", .ref = "3"},
	ADDRESS_ROWS(SRC, 64, "src", "Source"),
	ADDRESS_ROWS(DST, 192, "dst", "Destination"),
	TELLING_ROWS(SRC, "src_", "Source ", GENERATED),
	TELLING_ROWS(DST, "dst_", "Destination ", GENERATED),
	TELLING_ROWS(ANY, "", "", GENERATED | HIDDEN),
	[EMBED_PREFIX] = {"ipv6.embed_ipv4_prefix", "Embedded IPv4 Prefix", BYTES,
			  .traits = GENERATED, .help = "What stands before the IPv4 address",
			  .ref = "RFC 6052, 2.1"},
};

/* --- what addresses tell --- */

/* Puts a value for one end (its row of that kind) and for either end. */
static void tell(struct walk *w, unsigned row, unsigned any, uint32_t at, uint32_t len, uint64_t v)
{
	put_value(w, row, at, len, v);
	put_value(w, any, at, len, v);
}

/* Prefixes of tunnels: 2002::/16 is 6to4, 2001::/32 Teredo. */
static void tell_prefix(struct walk *w, struct cursor c, unsigned end)
{
	uint32_t start = c.at;
	uint32_t prefix = u32(&c);

	if (prefix >> 16 == 0x2002) {
		uint64_t gateway = (uint64_t)(prefix & 0xffff) << 16 | u16(&c);

		tell(w, end, ANY_6TO4_GW, start + 2, 4, gateway);
		tell(w, end + 1, ANY_6TO4_SLA, start + 6, 2, u16(&c));
	} else if (prefix == 0x20010000) {
		tell(w, end + 2, ANY_TS_IPV4, start + 4, 4, u32(&c));
		u16(&c);
		tell(w, end + 3, ANY_TC_PORT, start + 10, 2, (uint16_t)~u16(&c));
		tell(w, end + 4, ANY_TC_IPV4, start + 12, 4, (uint32_t)~u32(&c));
	}
}

/* The MAC address in an EUI-64: without ff:fe, the universal/local bit inverted. */
static const uint8_t *mac_of(struct walk *w, uint64_t id)
{
	uint8_t *mac = take(w, 6);

	id ^= UINT64_C(1) << 57;
	for (unsigned i = 0; i < 6; i++)
		mac[i] = (uint8_t)(id >> (i < 3 ? 56 - 8 * i : 40 - 8 * i));
	return mac;
}

/* Interface identifiers that were made of another address. */
static void tell_identifier(struct walk *w, struct cursor c, unsigned end)
{
	uint32_t start = c.at;
	uint64_t id;

	cursor_pull(&c, 8);
	id = u64(&c);
	if ((id >> 57 & 1) && (id >> 24 & 0xffff) == 0xfffe) {
		const uint8_t *mac = mac_of(w, id);

		put_bytes(w, end + SRC_SLAAC - SRC_6TO4_GW, start + 8, 8, mac, 6);
		put_bytes(w, ANY_SLAAC, start + 8, 8, mac, 6);
	} else if ((id >> 32 & 0xfcffffff) == 0x5efe) {
		tell(w, end + SRC_ISATAP - SRC_6TO4_GW, ANY_ISATAP, start + 12, 4, id & 0xffffffff);
	}
}

/* The well-known prefix of translators, 64:ff9b::/96. */
static bool tell_embedded(struct walk *w, struct cursor c, unsigned row)
{
	struct cursor prefix = c;
	uint32_t start = c.at;

	if (u64(&c) != UINT64_C(0x0064ff9b00000000) || u32(&c))
		return false;
	put(w, &prefix, EMBED_PREFIX, 12);
	tell(w, row, ANY_EMBED, start + 12, 4, u32(&c));
	return true;
}

static void tell_addresses(struct walk *w, const struct layer *l)
{
	struct cursor src = layer_cursor(l, SRC_AT);
	struct cursor dst = layer_cursor(l, DST_AT);

	tell_prefix(w, src, SRC_6TO4_GW);
	tell_prefix(w, dst, DST_6TO4_GW);
	tell_identifier(w, src, SRC_6TO4_GW);
	tell_identifier(w, dst, DST_6TO4_GW);
	if (!tell_embedded(w, src, SRC_EMBED))
		tell_embedded(w, dst, DST_EMBED);
}

/* --- the header as a whole --- */

#define OPT_PAD1 0
#define OPT_JUMBO 0xc2
#define JUMBO_MIN 65536
#define HOPOPTS_MAX 2048 /* octets of the longest extension header */

/* The length that a jumbo option gives (RFC 2675, 2); 0: there is no (right) one. */
static uint32_t jumbo_len(const struct layer *l)
{
	struct cursor c = cursor_first(layer_cursor(l, HEADER), HOPOPTS_MAX);
	uint32_t len;

	u8(&c);
	len = u8(&c) * 8u + 6;
	c = cursor_first(c, len);
	while (c.left.cap) {
		unsigned type = u8(&c);
		unsigned n = type == OPT_PAD1 ? 0 : u8(&c);

		if (type == OPT_JUMBO && n == 4) {
			uint32_t jumbo = u32(&c);

			return jumbo >= JUMBO_MIN ? jumbo : 0;
		}
		cursor_take(&c, n);
	}
	return 0;
}

static uint32_t total_len(const struct layer *l)
{
	uint32_t plen = (uint32_t)VALUE(l, PLEN);

	if (!plen && VALUE(l, NXT) == PROTO_HOPOPTS)
		plen = jumbo_len(l);
	return plen <= UINT32_MAX - HEADER ? HEADER + plen : UINT32_MAX;
}

static unsigned believed(const struct layer *l)
{
	return VALUE(l, VERSION) == 6 ? 0 : IP_VERSION;
}

static void check_empty(struct walk *w, const struct layer *l)
{
	uint64_t next = VALUE(l, NXT);

	if (next == PROTO_HOPOPTS)
		expert_on(w, PLEN, JUMBO_MISSING, NULL);
	else if (next != PROTO_NONE)
		expert_on(w, PLEN, PLEN_ZERO, NULL);
}

static void check_length(struct walk *w, const struct layer *l)
{
	const struct node *n = own_node(w, PLEN);
	uint32_t total = total_len(l);

	if (total == HEADER) {
		check_empty(w, l);
		return;
	}
	if (n && !VALUE(l, PLEN))
		label_tail_of(w, (uint32_t)(n - w->r.nodes), " (Jumbogram)");
	if (total > l->room.wire && !l->quoted)
		expert_on(w, PLEN, PLEN_EXCEEDS,
			  "IPv6 payload length exceeds framing length (%u bytes)",
			  l->room.wire - HEADER);
}

static void stump(struct walk *w, struct layer *l)
{
	if (l->bytes.wire && l->bytes.wire < HEADER)
		expert_on(w, 0, BAD_HEADER, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *child = next_by(l, VALUE(l, NXT));

	if (l->stop) {
		expert_on(w, VERSION, BOGUS_VERSION, NULL);
		l->nameless = true;
		walk_next(w, NULL, *c);
		return;
	}
	tell_addresses(w, l);
	check_length(w, l);
	if (child || c->left.wire)
		walk_next(w, child, *c);
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	(void)w;
	*child = next_by(l, VALUE(l, NXT));
	return VALUE(l, PLEN) > 0;
}

static const struct plain plain = {
	.header = HEADER,
	.mask = 0xf000,
	.value = 0x6000,
	.total_at = 4,
	.total_more = HEADER,
	.total_least = 1,
	.next_at = 6,
	.next_octets = 1,
};

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if (l->stop) {
		text_format(t, "Bogus IPv6 version (%u, must be 6)", (unsigned)VALUE(l, VERSION));
		return;
	}
	if (l->bytes.cap < HEADER) {
		if (l->bytes.wire && l->bytes.wire < HEADER)
			text_format(t, "Invalid IPv6 header (%u bytes, need exactly %u)",
				    l->bytes.wire, HEADER);
		return;
	}
	if (!next_by(l, VALUE(l, NXT)))
		put_next_header(t, (unsigned)VALUE(l, NXT));
	else if (VALUE(l, NXT) == PROTO_HOPOPTS && l->bytes.wire == HEADER)
		text_put(t, "Invalid IPv6 payload length");
}

static const struct hang hangs[] = {{"ethertype", 0x86dd},
				    {"ip.proto", 41},
				    {"link", 229},
				    {"ip.version", 6},
				    {"null.type", 24},
				    {"null.type", 28},
				    {"null.type", 30},
				    {"ppp.protocol", 0x0057},
				    {"chdlc.protocol", 0x86dd},
				    {"fr.nlpid", 0x8e},
				    {"osinl.excl", 0x8e},
				    {"pwach.channel_type", 0x57},
				    {"gre.proto", 0x86dd},
				    {"vxlan.next_proto", 2},
				    {"arcnet.protocol_id", 0xc4},
				    {"nsh.next_proto", 2},
				    {0}};

const struct proto proto_ipv6 = {
	.brief = "IPv6",
	.spec = "RFC 8200",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.src = SRC,
	.dst = DST,
	.total_len = total_len,
	.next = {.table = "ip.proto", .row = NXT},
	.hangs = hangs,
	.believed = believed,
	.stump = stump,
	.skim = skim,
	.plain = &plain,
	.carrier = true,
	.rest = rest,
	.info = info,
};
