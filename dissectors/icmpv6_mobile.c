/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: options of mobile nodes. */
/* RFC 5568; RFC 4140 (MAP), RFC 5269 (handover keys), RFC 5271 (identifiers). */
#include "shared/flags.h"
#include "shared/icmpv6.h"

enum {
	MOBILE,
	LOOSE,
	MAP_DISTANCE,
	MAP_PREFERENCE,
	HKR_AT,
	HKR_RSV,
	RESERVED,
	PADDING,
	IPA_CODE,
	IPA_LEN,
	IPA_ADDR,
	NRPI_CODE,
	NRPI_LEN,
	NRPI_PREFIX,
	LLA_CODE,
	LLA_BYTES,
	NAACK_CODE,
	NAACK_STATUS,
	NAACK_NCOA,
	MAP_FLAGS,
	MAP_R,
	MAP_RSV,
	MAP_LIFETIME,
	MAP_ADDRESS,
	HKR_PAD_LEN,
	HKR_KEY,
	HKR_PADDING,
	HKR_LIFETIME,
	HKR_ENCRYPTED,
	HAI_CODE,
	HAI_LEN,
	HAI_VALUE,
	MN_CODE,
	MN_LEN,
	MN_VALUE,
};

static const struct word ipa_codes[] = {
	{1, "Old Care-of Address"},
	{2, "New Care-of Address"},
	{3, "NAR's IP address"},
	{4, "NAR's Prefix (sent in PrRtAdv)"},
};

static const struct word lla_codes[] = {
	{0, "Wildcard"},
	{1, "Link-layer Address of the New Access Point"},
	{2, "Link-layer Address of the MN"},
	{3, "Link-layer Address of the NAR"},
	{4, "Link-layer Address of the source"},
	{5, "The AP belongs to the current interface of the router"},
	{6, "No prefix information available"},
	{7, "No fast handovers support available"},
};

static const struct word naack_statuses[] = {
	{1, "New CoA is invalid, perform address configuration"},
	{2, "New CoA is invalid, use the supplied CoA"},
	{3, "NCoA is invalid, use NAR's IP address as NCoA in FBU"},
	{4, "PCoA supplied, do not send FBU"},
	{128, "LLA is unrecognized"},
};

static const struct word hai_codes[] = {
	{1, "Access Network Identifier (AN ID)"},
	{2, "Sector ID"},
};

static const struct word mn_codes[] = {
	{1, "NAI"},
	{2, "IMSI"},
};

static const struct field fields[] = {
	[MOBILE] = {"icmpv6.mobile", "Options of Mobile Nodes", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[MAP_DISTANCE] = {"icmpv6.opt.map.distance", "Distance", U8, DEC, AT(0, 4), .under = LOOSE,
			  .help = "Hops to the anchor point", .ref = "RFC 5380, 4"},
	[MAP_PREFERENCE] = {"icmpv6.opt.map.preference", "Preference", U8, DEC, AT(4, 4),
			    .under = LOOSE, .help = "How much it is wanted", .ref = "RFC 5380, 4"},
	[HKR_AT] = {"icmpv6.opt.hkr.at", "AT", U8, DEC, AT(0, 4), .under = LOOSE,
		    .help = "Which algorithm", .ref = "RFC 5269, 4.1"},
	[HKR_RSV] = {"icmpv6.opt.hkr.reserved", "Reserved", U8, DEC, AT(4, 4), .under = LOOSE,
		     .help = "Always 0", .ref = "RFC 5269, 4.1"},
	[RESERVED] = ROW_OPT_RESERVED,
	[PADDING] = ROW_OPT_PADDING,
	[IPA_CODE] = {"icmpv6.opt.ipa.option_code", "Option-code", U8, DEC, WORDS(ipa_codes),
		      .help = "Whose address", .ref = "RFC 5568, 6.4.1"},
	[IPA_LEN] = {"icmpv6.opt.ipa.prefix_len", "Prefix Length", U8, DEC,
		     .help = "Bits of the prefix", .ref = "RFC 5568, 6.4.1"},
	[IPA_ADDR] = {"icmpv6.opt.ipa.ipv6_address", "IPv6 Address", IPV6, .help = "The address",
		      .ref = "RFC 5568, 6.4.1"},
	[NRPI_CODE] = {"icmpv6.opt.nrpi.option_code", "Option-code", U8, DEC, .help = "Which kind",
		       .ref = "RFC 4068, 6.4.2"},
	[NRPI_LEN] = {"icmpv6.opt.nrpi.prefix_len", "Prefix Length", U8, DEC,
		      .help = "Bits of the prefix", .ref = "RFC 4068, 6.4.2"},
	[NRPI_PREFIX] = {"icmpv6.opt.nrpi.prefix", "Prefix", IPV6,
			 .help = "Prefix of the new router", .ref = "RFC 4068, 6.4.2"},
	[LLA_CODE] = {"icmpv6.opt.lla.option_code", "Option-code", U8, DEC, WORDS(lla_codes),
		      .help = "Whose address", .ref = "RFC 5568, 6.4.3"},
	[LLA_BYTES] = {"icmpv6.opt.lla.bytes", "Link-Layer Address", BYTES, .help = "The address",
		       .ref = "RFC 5568, 6.4.3"},
	[NAACK_CODE] = {"icmpv6.opt.naack.option_code", "Option-Code", U8, DEC,
			.help = "Which kind", .ref = "RFC 5568, 6.4.5"},
	[NAACK_STATUS] = {"icmpv6.opt.naack.status", "Status", U8, DEC, WORDS(naack_statuses),
			  .help = "What became of the new address", .ref = "RFC 5568, 6.4.5"},
	[NAACK_NCOA] = {"icmpv6.opt.naack.supplied_ncoa", "Supplied NCoA", IPV6,
			.help = "The address to use instead", .ref = "RFC 5568, 6.4.5"},
	[MAP_FLAGS] = {"icmpv6.opt.map.flag", "Flag", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 5380, 4"},
	[MAP_R] = {"icmpv6.opt.map.flag.r", "RCoA Flag", BOOL, AT(0, 1), .under = MAP_FLAGS,
		   .help = "Make the regional address yourself", .ref = "RFC 5380, 4"},
	[MAP_RSV] = {"icmpv6.opt.map.flag.reserved", "Reserved", U8, DEC, AT(1, 7),
		     .under = MAP_FLAGS, .help = "Always 0", .ref = "RFC 5380, 4"},
	[MAP_LIFETIME] = {"icmpv6.opt.map.valid_lifetime", "Valid Lifetime", U32, DEC,
			  .help = "Seconds that it is valid", .ref = "RFC 5380, 4"},
	[MAP_ADDRESS] = {"icmpv6.opt.map.global_address", "Global Address", IPV6,
			 .help = "The anchor point", .ref = "RFC 5380, 4"},
	[HKR_PAD_LEN] = {"icmpv6.opt.hkr.pad_length", "Pad Length", U8, DEC,
			 .help = "Octets of padding", .ref = "RFC 5269, 4.1"},
	[HKR_KEY] = {"icmpv6.opt.hkr.encryption_public_key", "Handover Key Encryption Public Key",
		     BYTES, .help = "Key to encrypt for", .ref = "RFC 5269, 4.1"},
	[HKR_PADDING] = {"icmpv6.opt.hkr.padding", "Padding", BYTES, .help = "Padding",
			 .ref = "RFC 5269, 4.1"},
	[HKR_LIFETIME] = {"icmpv6.opt.hkr.lifetime", "Padding", U16, DEC,
			  .help = "Seconds that the key is valid", .ref = "RFC 5269, 4.2"},
	[HKR_ENCRYPTED] = {"icmpv6.opt.hkr.encrypted_handover_key", "Encrypted Handover Key", BYTES,
			   .help = "The key, encrypted", .ref = "RFC 5269, 4.2"},
	[HAI_CODE] = {"icmpv6.opt.hai.option_code", "Option-Code", U8, DEC, WORDS(hai_codes),
		      .help = "What kind of help", .ref = "RFC 5271, 5.1"},
	[HAI_LEN] = {"icmpv6.opt.hai.length", "HAI-Length", U8, DEC, .help = "Octets of it",
		     .ref = "RFC 5271, 5.1"},
	[HAI_VALUE] = {"icmpv6.opt.hai.value", "HAI-Value", BYTES, .help = "The help",
		       .ref = "RFC 5271, 5.1"},
	[MN_CODE] = {"icmpv6.opt.mn.option_code", "Option-Code", U8, DEC, WORDS(mn_codes),
		     .help = "What kind of name", .ref = "RFC 5271, 5.2"},
	[MN_LEN] = {"icmpv6.opt.mn.length", "MN-Length", U8, DEC, .help = "Octets of it",
		    .ref = "RFC 5271, 5.2"},
	[MN_VALUE] = {"icmpv6.opt.mn.value", "MN-Value", BYTES, .help = "The mobile node's name",
		      .ref = "RFC 5271, 5.2"},
};

static const struct part parts_19[] = {{LLA_CODE, 1}, {0, 0}};

static void body_ip_address(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	bool prefix = h->type == 18;
	int bits;

	put(w, c, prefix ? NRPI_CODE : IPA_CODE, 1);
	bits = (int)put(w, c, prefix ? NRPI_LEN : IPA_LEN, 1);
	put(w, c, RESERVED, 4);
	put_prefix(w, c, h->group, prefix ? NRPI_PREFIX : IPA_ADDR, 16, bits);
}

static void body_link_address(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	put_rows(w, c, parts_19);
	put(w, c, LLA_BYTES, octets_left(c, h->end));
}

#define USE_SUPPLIED 2

static void body_acknowledgment(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint64_t status;

	(void)h;
	put(w, c, NAACK_CODE, 1);
	status = put(w, c, NAACK_STATUS, 1);
	if (status == USE_SUPPLIED)
		put(w, c, NAACK_NCOA, 16);
	else
		put(w, c, RESERVED, octets_left(c, h->end));
}

static void body_map(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	static const struct part parts[] = {
		{MAP_FLAGS, 1}, {MAP_LIFETIME, 4}, {MAP_ADDRESS, 16}, {0, 0}};

	(void)h;
	put_slice(w, *c, MAP_DISTANCE, 1);
	put_slice(w, *c, MAP_PREFERENCE, 1);
	u8(c);
	put_rows(w, c, parts);
}

static void body_handover_key(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	uint32_t padding = (uint32_t)put(w, c, HKR_PAD_LEN, 1);
	uint32_t n;

	put_slice(w, *c, HKR_AT, 1);
	put_slice(w, *c, HKR_RSV, 1);
	u8(c);
	if (h->type == 28)
		put(w, c, HKR_LIFETIME, 2);
	n = octets_left(c, h->end) > padding ? octets_left(c, h->end) - padding : 0;
	put(w, c, h->type == 28 ? HKR_ENCRYPTED : HKR_KEY, n);
	put(w, c, HKR_PADDING, padding);
}

static void body_identifier(struct walk *w, struct cursor *c, const struct nd_option *h)
{
	bool node = h->type == 30;
	uint32_t n;

	put(w, c, node ? MN_CODE : HAI_CODE, 1);
	n = (uint32_t)put(w, c, node ? MN_LEN : HAI_LEN, 1);
	put(w, c, node ? MN_VALUE : HAI_VALUE, n);
	put(w, c, PADDING, octets_left(c, h->end));
}

static const struct nd_body bodies[] = {
	[17] = {body_ip_address},     [18] = {body_ip_address}, [19] = {body_link_address},
	[20] = {body_acknowledgment}, [23] = {body_map},        [27] = {body_handover_key},
	[28] = {body_handover_key},   [29] = {body_identifier}, [30] = {body_identifier},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_nd_option(w, l, c, bodies, COUNT(bodies));
}

static const struct hang hangs[] = {{"icmpv6.option", 17}, {"icmpv6.option", 18},
				    {"icmpv6.option", 19}, {"icmpv6.option", 20},
				    {"icmpv6.option", 23}, {"icmpv6.option", 27},
				    {"icmpv6.option", 28}, {"icmpv6.option", 29},
				    {"icmpv6.option", 30}, {0}};

const struct proto proto_icmpv6_mobile = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 5568",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
