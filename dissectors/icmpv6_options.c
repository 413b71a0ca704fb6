/* SPDX-License-Identifier: BSD-2-Clause */
/* The options of neighbour discovery, in ICMPv6 messages. */
/* RFC 4861, 4.6, and one RFC for each option: see the rows. */
#include "core/flags.h"
#include "core/walk.h"

enum {
	OPTIONS,
	LOOSE,
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
	CGA_PAD_LEN,
	CGA,
	CGA_MODIFIER,
	CGA_PREFIX,
	CGA_COUNT,
	CGA_KEY,
	CGA_EXT_TYPE,
	CGA_EXT_LENGTH,
	CGA_EXT_DATA,
	RSA_HASH,
	SIGNATURE,
	PS_HASH,
	TIMESTAMP,
	NONCE,
	CERTIFICATE_PAD,
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
	MAP_DISTANCE,
	MAP_PREFERENCE,
	MAP_FLAGS,
	MAP_R,
	MAP_RSV,
	MAP_LIFETIME,
	MAP_ADDRESS,
	ROUTE_FLAGS,
	ROUTE_PREF,
	ROUTE_RSV,
	ROUTE_LIFETIME,
	NAME_TYPE,
	CERT_TYPE,
	NAME_X501,
	NAME_FQDN,
	CERTIFICATE,
	REDIRECTED,
	MTU,
	SHORTCUT,
	INTERVAL,
	HA_PREFERENCE,
	HA_LIFETIME,
	ADDRESS,
	RDNSS_LIFETIME,
	RDNSS,
	EFO,
	EFO_M,
	EFO_O,
	EFO_H,
	EFO_PRF,
	EFO_P,
	EFO_RSV,
	HKR_PAD_LEN,
	HKR_AT,
	HKR_RSV,
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
	DNSSL_LIFETIME,
	DNSSL,
	ARO_STATUS,
	ARO_LIFETIME,
	ARO_EUI64,
	CO_LEN,
	CO_FLAGS,
	CO_C,
	CO_CID,
	CO_RSV,
	CO_LIFETIME,
	CO_PREFIX,
	ABRO_LOW,
	ABRO_HIGH,
	ABRO_LIFETIME,
	ABRO_ADDRESS,
	CIO_UNASSIGNED,
	CIO_G,
	CIO_UNASSIGNED_2,
	PORTAL,
	PREF64_LIFETIME,
	PREF64_PLC,
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

static const struct word infinity[] = {{UINT32_MAX, "Infinity"}};
static const struct word preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
static const struct word rdnss_lifetimes[] = {{0, "RDNSS address MUST no longer be used"},
					      {UINT32_MAX, "Infinity"}};
static const struct word dnssl_lifetimes[] = {{0, "DNSSL domain name MUST no longer be used"},
					      {UINT32_MAX, "Infinity"}};
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
static const struct word aro_statuses[] = {
	{0, "Success"},
	{1, "Duplicate Exists"},
	{2, "Neighbor Cache Full"},
};
static const struct word plcs[] = {
	{0x0, "96 bits prefix length"}, {0x1, "64 bits prefix length"},
	{0x2, "56 bits prefix length"}, {0x3, "48 bits prefix length"},
	{0x4, "40 bits prefix length"}, {0x5, "32 bits prefix length"},
};
static const struct word name_types[] = {
	{1, "DER Encoded X.501 Name"},
	{2, "FQDN"},
	{3, "SHA-1 Subject Key Identifier (SKI)"},
	{4, "SHA-224 Subject Key Identifier (SKI)"},
	{5, "SHA-256 Subject Key Identifier (SKI)"},
	{6, "SHA-384 Subject Key Identifier (SKI)"},
	{7, "SHA-512 Subject Key Identifier (SKI)"},
	{253, "Reserved for Experimental Use"},
	{254, "Reserved for Experimental Use"},
	{255, "Reserved"},
};
static const struct word cert_types[] = {{1, "X.509v3 Certificate"}};

/* --- words of the detail tree --- */

static void form_length(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_u64(t, n->u * 8);
	text_put(t, " bytes)");
}

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
	[OPTIONS] = {"icmpv6.options", "ICMPv6 Options", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
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
			  .under = OPT, WORDS(infinity), .form = form_special,
			  .help = "Seconds that it is valid", .ref = "RFC 4861, 4.6.2"},
	[PREFIX_PREFERRED] = {"icmpv6.opt.prefix.preferred_lifetime", "Preferred Lifetime", U32,
			      DEC, .under = OPT, WORDS(infinity), .form = form_special,
			      .help = "Seconds that its addresses are preferred",
			      .ref = "RFC 4861, 4.6.2"},
	[PREFIX] = {"icmpv6.opt.prefix", "Prefix", IPV6, .under = OPT, .help = "The prefix",
		    .ref = "RFC 4861, 4.6.2"},
	[CGA_PAD_LEN] = {"icmpv6.opt.cga.pad_length", "Pad Length", U8, DEC, .under = OPT,
			 .help = "Octets of padding", .ref = "RFC 3971, 5.1"},
	[CGA] = {"icmpv6.opt.cga", "CGA", BYTES, .under = OPT, .help = "Parameters of the address",
		 .ref = "RFC 3972, 3"},
	[CGA_MODIFIER] = {"icmpv6.opt.cga.modifier", "Modifier", BYTES, .under = CGA,
			  .help = "Random number", .ref = "RFC 3972, 3"},
	[CGA_PREFIX] = {"icmpv6.opt.cga.subnet_prefix", "Subnet Prefix", BYTES, .under = CGA,
			.help = "Prefix of the address", .ref = "RFC 3972, 3"},
	[CGA_COUNT] = {"icmpv6.opt.cga.count", "Count", BYTES, .under = CGA,
		       .help = "Collisions so far", .ref = "RFC 3972, 3"},
	[CGA_KEY] = {"icmpv6.opt.cga.subject_public_key_info", "Subject Public Key Info", NONE,
		     .under = CGA, .help = "The owner's public key", .ref = "RFC 3972, 3"},
	[CGA_EXT_TYPE] = {"icmpv6.opt.cga.ext_type", "Ext Type", U16, DEC, .under = CGA,
			  .help = "Which extension", .ref = "RFC 4581, 3"},
	[CGA_EXT_LENGTH] = {"icmpv6.opt.cga.ext_length", "Ext Length", U16, DEC, .under = CGA,
			    .help = "Octets of the extension", .ref = "RFC 4581, 3"},
	[CGA_EXT_DATA] = {"icmpv6.opt.cga.ext_data", "Ext Data", BYTES, .under = CGA,
			  .help = "The extension", .ref = "RFC 4581, 3"},
	[RSA_HASH] = {"icmpv6.opt.rsa.key_hash", "Key Hash", BYTES, .under = OPT,
		      .help = "Which key signs", .ref = "RFC 3971, 5.2"},
	[SIGNATURE] = {"icmpv6.opt.digital_signature_padding", "Digital Signature and Padding",
		       NONE, .under = OPT, .help = "Signature and padding", .ref = "RFC 3971, 5.2"},
	[PS_HASH] = {"icmpv6.opt.ps.key_hash", "Key Hash", BYTES, .under = OPT,
		     .help = "Which key signs", .ref = "RFC 6496, 5.1"},
	[TIMESTAMP] = {"icmpv6.opt.timestamp", "Timestamp", ABSTIME, UTC, .under = OPT,
		       .help = "When it was sent", .ref = "RFC 3971, 5.3.1"},
	[NONCE] = {"icmpv6.opt.nonce", "Nonce", BYTES, .under = OPT,
		   .help = "The same in question and answer", .ref = "RFC 3971, 5.3.2"},
	[CERTIFICATE_PAD] = {"icmpv6.opt.certificate_padding", "Certificate and Padding", NONE,
			     .under = OPT, .help = "Certificate of another kind",
			     .ref = "RFC 3971, 6.4.4"},
	[IPA_CODE] = {"icmpv6.opt.ipa.option_code", "Option-code", U8, DEC, .under = OPT,
		      WORDS(ipa_codes), .help = "Whose address", .ref = "RFC 5568, 6.4.1"},
	[IPA_LEN] = {"icmpv6.opt.ipa.prefix_len", "Prefix Length", U8, DEC, .under = OPT,
		     .help = "Bits of the prefix", .ref = "RFC 5568, 6.4.1"},
	[IPA_ADDR] = {"icmpv6.opt.ipa.ipv6_address", "IPv6 Address", IPV6, .under = OPT,
		      .help = "The address", .ref = "RFC 5568, 6.4.1"},
	[NRPI_CODE] = {"icmpv6.opt.nrpi.option_code", "Option-code", U8, DEC, .under = OPT,
		       .help = "Which kind", .ref = "RFC 4068, 6.4.2"},
	[NRPI_LEN] = {"icmpv6.opt.nrpi.prefix_len", "Prefix Length", U8, DEC, .under = OPT,
		      .help = "Bits of the prefix", .ref = "RFC 4068, 6.4.2"},
	[NRPI_PREFIX] = {"icmpv6.opt.nrpi.prefix", "Prefix", IPV6, .under = OPT,
			 .help = "Prefix of the new router", .ref = "RFC 4068, 6.4.2"},
	[LLA_CODE] = {"icmpv6.opt.lla.option_code", "Option-code", U8, DEC, .under = OPT,
		      WORDS(lla_codes), .help = "Whose address", .ref = "RFC 5568, 6.4.3"},
	[LLA_BYTES] = {"icmpv6.opt.lla.bytes", "Link-Layer Address", BYTES, .under = OPT,
		       .help = "The address", .ref = "RFC 5568, 6.4.3"},
	[NAACK_CODE] = {"icmpv6.opt.naack.option_code", "Option-Code", U8, DEC, .under = OPT,
			.help = "Which kind", .ref = "RFC 5568, 6.4.5"},
	[NAACK_STATUS] = {"icmpv6.opt.naack.status", "Status", U8, DEC, .under = OPT,
			  WORDS(naack_statuses), .help = "What became of the new address",
			  .ref = "RFC 5568, 6.4.5"},
	[NAACK_NCOA] = {"icmpv6.opt.naack.supplied_ncoa", "Supplied NCoA", IPV6, .under = OPT,
			.help = "The address to use instead", .ref = "RFC 5568, 6.4.5"},
	[MAP_DISTANCE] = {"icmpv6.opt.map.distance", "Distance", U8, DEC, AT(0, 4), .under = LOOSE,
			  .help = "Hops to the anchor point", .ref = "RFC 5380, 4"},
	[MAP_PREFERENCE] = {"icmpv6.opt.map.preference", "Preference", U8, DEC, AT(4, 4),
			    .under = LOOSE, .help = "How much it is wanted", .ref = "RFC 5380, 4"},
	[MAP_FLAGS] = {"icmpv6.opt.map.flag", "Flag", U8, HEX, .under = OPT, .form = form_flags,
		       .help = "All flags", .ref = "RFC 5380, 4"},
	[MAP_R] = {"icmpv6.opt.map.flag.r", "RCoA Flag", BOOL, AT(0, 1), .under = MAP_FLAGS,
		   .help = "Make the regional address yourself", .ref = "RFC 5380, 4"},
	[MAP_RSV] = {"icmpv6.opt.map.flag.reserved", "Reserved", U8, DEC, AT(1, 7),
		     .under = MAP_FLAGS, .help = "Always 0", .ref = "RFC 5380, 4"},
	[MAP_LIFETIME] = {"icmpv6.opt.map.valid_lifetime", "Valid Lifetime", U32, DEC, .under = OPT,
			  .help = "Seconds that it is valid", .ref = "RFC 5380, 4"},
	[MAP_ADDRESS] = {"icmpv6.opt.map.global_address", "Global Address", IPV6, .under = OPT,
			 .help = "The anchor point", .ref = "RFC 5380, 4"},
	[ROUTE_FLAGS] = {"icmpv6.opt.route_info.flag", "Flag", U8, HEX, .under = OPT,
			 .form = form_flags, .help = "All flags", .ref = "RFC 4191, 2.3"},
	[ROUTE_PREF] = {"icmpv6.opt.route_info.flag.route_preference", "Route Preference", U8, DEC,
			AT(3, 2), .under = ROUTE_FLAGS, WORDS(preferences),
			.help = "Which route to prefer", .ref = "RFC 4191, 2.1"},
	[ROUTE_RSV] = {"icmpv6.opt.route_info.flag.reserved", "Reserved", U8, DEC,
		       .under = ROUTE_FLAGS, .help = "Always 0", .ref = "RFC 4191, 2.3"},
	[ROUTE_LIFETIME] = {"icmpv6.opt.route_lifetime", "Route Lifetime", U32, DEC, .under = OPT,
			    WORDS(infinity), .form = form_special,
			    .help = "Seconds that the route is valid", .ref = "RFC 4191, 2.3"},
	[NAME_TYPE] = {"icmpv6.opt.name_type", "Name Type", U8, DEC, .under = OPT,
		       WORDS(name_types), .help = "What kind of name", .ref = "RFC 3971, 6.4.3"},
	[CERT_TYPE] = {"icmpv6.opt.name_type", "Cert Type", U8, DEC, .under = OPT,
		       WORDS(cert_types), .help = "What kind of certificate",
		       .ref = "RFC 3971, 6.4.4"},
	[NAME_X501] = {"icmpv6.opt.name_x501", "DER Encoded X.501 Name", BYTES, .under = OPT,
		       .help = "The name, in DER", .ref = "RFC 3971, 6.4.3"},
	[NAME_FQDN] = {"icmpv6.opt.name_type.fqdn", "FQDN", STRING, .under = OPT,
		       .help = "The name", .ref = "RFC 3971, 6.4.3"},
	[CERTIFICATE] = {"icmpv6.x509_Certificate", "Certificate", NONE, .under = OPT,
			 .help = "The certificate", .ref = "RFC 3971, 6.4.4"},
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
	[RDNSS_LIFETIME] = {"icmpv6.opt.rdnss.lifetime", "Lifetime", U32, DEC, .under = OPT,
			    WORDS(rdnss_lifetimes), .form = form_special,
			    .help = "Seconds that they may be used", .ref = "RFC 8106, 5.1"},
	[RDNSS] = {"icmpv6.opt.rdnss", "Recursive DNS Servers", IPV6, .under = OPT,
		   .help = "A DNS server", .ref = "RFC 8106, 5.1"},
	[EFO] = {"icmpv6.opt.efo", "Flags Expansion Option", U16, HEX, .under = OPT,
		 .form = form_flags, .help = "More flags", .ref = "RFC 5175, 4"},
	[EFO_M] = {"icmpv6.opt.efo.m", "Managed address configuration", BOOL, AT(0, 1), BOX(16, 0),
		   .under = EFO, WORDS(set_notset), .help = "Addresses by DHCPv6",
		   .ref = "RFC 4861, 4.2"},
	[EFO_O] = {"icmpv6.opt.efo.o", "Other configuration", BOOL, AT(1, 1), BOX(16, 1),
		   .under = EFO, WORDS(set_notset), .help = "Other settings by DHCPv6",
		   .ref = "RFC 4861, 4.2"},
	[EFO_H] = {"icmpv6.opt.efo.h", "Home Agent", BOOL, AT(2, 1), BOX(16, 2), .under = EFO,
		   WORDS(set_notset), .help = "The router is a home agent", .ref = "RFC 6275, 7.1"},
	[EFO_PRF] = {"icmpv6.opt.efo.prf", "Prf (Default Router Preference)", U16, DEC, AT(3, 2),
		     BOX(16, 3), .under = EFO, WORDS(preferences), .help = "Which router to prefer",
		     .ref = "RFC 4191, 2.2"},
	[EFO_P] = {"icmpv6.opt.efo.p", "Proxy", BOOL, AT(5, 1), BOX(16, 5), .under = EFO,
		   WORDS(set_notset), .help = "The router is a proxy", .ref = "RFC 4389, 4.1.3.3"},
	[EFO_RSV] = {"icmpv6.opt.efo.rsv", "Reserved", U16, DEC, .under = EFO, .help = "Always 0",
		     .ref = "RFC 5175, 4"},
	[HKR_PAD_LEN] = {"icmpv6.opt.hkr.pad_length", "Pad Length", U8, DEC, .under = OPT,
			 .help = "Octets of padding", .ref = "RFC 5269, 4.1"},
	[HKR_AT] = {"icmpv6.opt.hkr.at", "AT", U8, DEC, AT(0, 4), .under = LOOSE,
		    .help = "Which algorithm", .ref = "RFC 5269, 4.1"},
	[HKR_RSV] = {"icmpv6.opt.hkr.reserved", "Reserved", U8, DEC, AT(4, 4), .under = LOOSE,
		     .help = "Always 0", .ref = "RFC 5269, 4.1"},
	[HKR_KEY] = {"icmpv6.opt.hkr.encryption_public_key", "Handover Key Encryption Public Key",
		     BYTES, .under = OPT, .help = "Key to encrypt for", .ref = "RFC 5269, 4.1"},
	[HKR_PADDING] = {"icmpv6.opt.hkr.padding", "Padding", BYTES, .under = OPT,
			 .help = "Padding", .ref = "RFC 5269, 4.1"},
	[HKR_LIFETIME] = {"icmpv6.opt.hkr.lifetime", "Padding", U16, DEC, .under = OPT,
			  .help = "Seconds that the key is valid", .ref = "RFC 5269, 4.2"},
	[HKR_ENCRYPTED] = {"icmpv6.opt.hkr.encrypted_handover_key", "Encrypted Handover Key", BYTES,
			   .under = OPT, .help = "The key, encrypted", .ref = "RFC 5269, 4.2"},
	[HAI_CODE] = {"icmpv6.opt.hai.option_code", "Option-Code", U8, DEC, .under = OPT,
		      WORDS(hai_codes), .help = "What kind of help", .ref = "RFC 5271, 5.1"},
	[HAI_LEN] = {"icmpv6.opt.hai.length", "HAI-Length", U8, DEC, .under = OPT,
		     .help = "Octets of it", .ref = "RFC 5271, 5.1"},
	[HAI_VALUE] = {"icmpv6.opt.hai.value", "HAI-Value", BYTES, .under = OPT, .help = "The help",
		       .ref = "RFC 5271, 5.1"},
	[MN_CODE] = {"icmpv6.opt.mn.option_code", "Option-Code", U8, DEC, .under = OPT,
		     WORDS(mn_codes), .help = "What kind of name", .ref = "RFC 5271, 5.2"},
	[MN_LEN] = {"icmpv6.opt.mn.length", "MN-Length", U8, DEC, .under = OPT,
		    .help = "Octets of it", .ref = "RFC 5271, 5.2"},
	[MN_VALUE] = {"icmpv6.opt.mn.value", "MN-Value", BYTES, .under = OPT,
		      .help = "The mobile node's name", .ref = "RFC 5271, 5.2"},
	[DNSSL_LIFETIME] = {"icmpv6.opt.dnssl.lifetime", "Lifetime", U32, DEC, .under = OPT,
			    WORDS(dnssl_lifetimes), .form = form_special,
			    .help = "Seconds that they may be used", .ref = "RFC 8106, 5.2"},
	[DNSSL] = {"icmpv6.opt.dnssl", "Domain Names", STRING, .under = OPT,
		   .help = "A domain to search", .ref = "RFC 8106, 5.2"},
	[ARO_STATUS] = {"icmpv6.opt.aro.status", "Status", U8, DEC, .under = OPT,
			WORDS(aro_statuses), .help = "What became of the registration",
			.ref = "RFC 6775, 4.1"},
	[ARO_LIFETIME] = {"icmpv6.opt.aro.registration_lifetime", "Registration  Lifetime", U16,
			  DEC, .under = OPT, .help = "Minutes that it is valid",
			  .ref = "RFC 6775, 4.1"},
	[ARO_EUI64] = {"icmpv6.opt.aro.eui64", "EUI-64", EUI64, .under = OPT,
		       .help = "Whose address", .ref = "RFC 6775, 4.1"},
	[CO_LEN] = {"icmpv6.opt.6co.context_length", "Context Length", U8, DEC, .under = OPT,
		    .help = "Bits of the prefix", .ref = "RFC 6775, 4.2"},
	[CO_FLAGS] = {"icmpv6.opt.6co.flag", "Flag", U8, HEX, .under = OPT, .form = form_flags,
		      .help = "All flags", .ref = "RFC 6775, 4.2"},
	[CO_C] = {"icmpv6.opt.6co.flag.c", "Compression Flag", BOOL, AT(3, 1), .under = CO_FLAGS,
		  WORDS(set_notset), .help = "Good for compression", .ref = "RFC 6775, 4.2"},
	[CO_CID] = {"icmpv6.opt.6co.flag.cid", "CID", U8, DEC, AT(4, 4), .under = CO_FLAGS,
		    .help = "The context's number", .ref = "RFC 6775, 4.2"},
	[CO_RSV] = {"icmpv6.opt.6co.flag.reserved", "Reserved", U8, DEC, AT(0, 3),
		    .under = CO_FLAGS, .help = "Always 0", .ref = "RFC 6775, 4.2"},
	[CO_LIFETIME] = {"icmpv6.opt.6co.valid_lifetime", "Lifetime", U16, DEC, .under = OPT,
			 .help = "Minutes that it is valid", .ref = "RFC 6775, 4.2"},
	[CO_PREFIX] = {"icmpv6.opt.6co.context_prefix", "Context Prefix", IPV6, .under = OPT,
		       .help = "The prefix", .ref = "RFC 6775, 4.2"},
	[ABRO_LOW] = {"icmpv6.opt.abro.version_low", "Version Low", U16, DEC, .under = OPT,
		      .help = "Version's lower half", .ref = "RFC 6775, 4.3"},
	[ABRO_HIGH] = {"icmpv6.opt.abro.version_high", "Version", U16, DEC, .under = OPT,
		       .help = "Version's upper half", .ref = "RFC 6775, 4.3"},
	[ABRO_LIFETIME] = {"icmpv6.opt.abro.valid_lifetime", "Valid Lifetime", U16, DEC,
			   .under = OPT, .help = "Minutes that it is valid",
			   .ref = "RFC 6775, 4.3"},
	[ABRO_ADDRESS] = {"icmpv6.opt.abro.6lbr_address", "6LBR Address", IPV6, .under = OPT,
			  .help = "The border router", .ref = "RFC 6775, 4.3"},
	[CIO_UNASSIGNED] = {"icmpv6.opt.6cio.unassigned1", "Unassigned", U16, HEX, AT(0, 15),
			    BOX(16, 0), .under = LOOSE, .help = "Nothing yet",
			    .ref = "RFC 7400, 3.3"},
	[CIO_G] = {"icmpv6.opt.6cio.flag_g", "G", U16, HEX, AT(15, 1), BOX(16, 15), .under = LOOSE,
		   .help = "Understands generic compression", .ref = "RFC 7400, 3.3"},
	[CIO_UNASSIGNED_2] = {"icmpv6.opt.6cio.unassigned2", "Unassigned", U32, HEX, .under = OPT,
			      .help = "Nothing yet", .ref = "RFC 7400, 3.3"},
	[PORTAL] = {"icmpv6.opt.captive_portal", "Captive Portal", STRING, .traits = ZSTRING,
		    .under = OPT, .help = "Where to log in", .ref = "RFC 8910, 2.3"},
	[PREF64_LIFETIME] = {"icmpv6.opt.pref64.scaled_lifetime", "Scaled Lifetime", U16, DEC,
			     AT(0, 13), BOX(16, 0), .under = LOOSE, .help = "Units of 8 seconds",
			     .ref = "RFC 8781, 4"},
	[PREF64_PLC] = {"icmpv6.opt.pref64.plc", "PLC (Prefix Length Code)", U16, HEX, AT(13, 3),
			BOX(16, 13), .under = LOOSE, WORDS(plcs), .help = "Bits of the prefix",
			.ref = "RFC 8781, 4"},
	[PREF64] = {"icmpv6.opt.pref64.prefix", "Prefix", IPV6, .under = OPT,
		    .help = "Prefix of the translator", .ref = "RFC 8781, 4"},
	[DATA] = {"icmpv6.data", "Data", BYTES, .under = OPT, .help = "Data of an unknown option",
		  .ref = "RFC 4861, 4.6"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES, .under = OPT,
			  .help = "More than the option should have"},
	[BAD_LENGTH] =
		EXPERT("icmpv6.invalid_option_length", "Invalid Option Length", ERROR, G_MALFORMED),
	[UNDECODED] = EXPERT("icmpv6.undecoded.option", "Undecoded option", REMARK, G_UNDECODED),
	[UNKNOWN_NOTE] = EXPERT("icmpv6.unknown_data.expert", "Unknown Data (not interpreted)",
				ERROR, G_MALFORMED),
};

/* --- options; each body is read from behind its length --- */

/* An option. */
struct head {
	uint32_t group;  /* its node */
	uint32_t length; /* that of its length */
	uint8_t type;
	uint32_t octets; /* of the whole option */
	uint32_t end;    /* where it ends, in the source */
};

/* What is left of an option. */
static uint32_t left(const struct cursor *c, const struct head *h)
{
	return c->at < h->end ? h->end - c->at : 0;
}

/* The next 16 octets; NULL when they aren't there. */
static const uint8_t *peek_address(struct cursor c)
{
	struct span s = cursor_take(&c, 16);

	return s.cap == 16 ? s.p : NULL;
}

/* An address, and its words behind the option's name. */
static void put_address(struct walk *w, struct cursor *c, const struct head *h, unsigned row)
{
	const uint8_t *p = peek_address(*c);

	put(w, c, row, 16);
	if (p && w->labels)
		label_tail_of(w, h->group, " %s", address_words(w, IPV6, p));
}

/* A prefix of so many octets, the rest zeros, and "2001:db8::/32" behind the option's name. */
static void put_prefix(struct walk *w, struct cursor *c, const struct head *h, unsigned row,
		       uint32_t octets, int bits)
{
	uint8_t *p = take(w, 16);
	uint32_t at = c->at;
	struct span s = cursor_take(c, octets);

	if (c->bad)
		return;
	if (s.cap < octets) {
		cursor_fail(c, octets);
		return;
	}
	memset(p, 0, 16);
	memcpy(p, s.p, octets);
	if (octets)
		put_bytes(w, row, at, octets, p, 16);
	if (w->labels && bits >= 0)
		label_tail_of(w, h->group, " %s/%d", address_words(w, IPV6, p), bits);
}

/* One of the names that a link-layer address has, of which the first is shown. */
static void put_name(struct walk *w, struct cursor c, unsigned row, uint32_t n, bool shown)
{
	const uint8_t *p = c.left.p;

	put(w, &c, row, n);
	if (n == 6)
		label_value(w, "%s", address_words(w, ETHER, p));
	if (!shown && w->last != NO_NODE)
		w->r.nodes[w->last].hidden = true;
}

static void body_link(struct walk *w, struct cursor *c, const struct head *h)
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
	if (n == 6 || wide)
		label_tail_of(w, h->group, " : %s",
			      address_words(w, wide ? EUI64 : ETHER, c->left.p));
	cursor_take(c, n);
	if (wide)
		put(w, c, PADDING, 6);
}

static void body_prefix(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {
		{PREFIX_FLAGS, 1}, {PREFIX_VALID, 4}, {PREFIX_PREFERRED, 4}, {RESERVED, 4}, {0, 0}};
	int bits = (int)put(w, c, PREFIX_LEN, 1);

	put_rows(w, c, parts);
	if (!c->bad)
		label_tail_of(w, h->group, " :");
	put_prefix(w, c, h, PREFIX, 16, bits);
}

static void body_redirected(struct walk *w, struct cursor *c, const struct head *h)
{
	struct cursor quoted;

	put(w, c, RESERVED, 6);
	put(w, c, REDIRECTED, 0);
	quoted = cursor_first(*c, left(c, h));
	walk_quoted(w, also_by(w->now, 0, 6), quoted);
	cursor_take(c, extent(also_by(w->now, 0, 6), quoted.left));
}

/* The rows of options with nothing special about them. */
static const struct part parts_5[] = {{RESERVED, 2}, {MTU, 4}, {0, 0}};
static const struct part parts_6[] = {{SHORTCUT, 1}, {RESERVED, 1}, {RESERVED, 3}, {0, 0}};
static const struct part parts_7[] = {{RESERVED, 2}, {INTERVAL, 4}, {0, 0}};
static const struct part parts_8[] = {{RESERVED, 2}, {HA_PREFERENCE, 2}, {HA_LIFETIME, 2}, {0, 0}};
static const struct part parts_12[] = {{RESERVED, 2}, {RSA_HASH, 16}, {0, 0}};
static const struct part parts_19[] = {{LLA_CODE, 1}, {0, 0}};
static const struct part parts_26[] = {{RESERVED, 4}, {0, 0}};
static const struct part parts_32[] = {{RESERVED, 2}, {PS_HASH, 16}, {0, 0}};

/* One number, which stands behind the option's name, too. */
static void body_number(struct walk *w, struct cursor *c, const struct head *h)
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

static void body_home_agent(struct walk *w, struct cursor *c, const struct head *h)
{
	(void)h;
	put_rows(w, c, parts_8);
}

static void body_addresses(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, RESERVED, 6);
	while (left(c, h) && !c->bad)
		put_address(w, c, h, ADDRESS);
}

/* Octets of a DER element at the cursor, as far as its length is of the usual kinds. */
static uint32_t der_octets(struct cursor c)
{
	unsigned length;

	u8(&c);
	length = u8(&c);
	if (length < 0x80)
		return 2 + length;
	return length == 0x81 ? 3u + u8(&c) : length == 0x82 ? 4u + u16(&c) : 2;
}

static void body_cga(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t padding = (uint32_t)put(w, c, CGA_PAD_LEN, 1);
	uint32_t group;

	put(w, c, RESERVED, 1);
	group = open_group(w, c, CGA, left(c, h));
	put(w, c, CGA_MODIFIER, 16);
	put(w, c, CGA_PREFIX, 8);
	put(w, c, CGA_COUNT, 1);
	put(w, c, CGA_KEY, der_octets(*c));
	while (left(c, h) > padding && !c->bad) {
		uint32_t len;

		put(w, c, CGA_EXT_TYPE, 2);
		len = (uint32_t)put(w, c, CGA_EXT_LENGTH, 2);
		put(w, c, CGA_EXT_DATA, len);
	}
	shut_group(w, group, NULL);
	put(w, c, PADDING, left(c, h));
}

static void body_signature(struct walk *w, struct cursor *c, const struct head *h)
{
	put_rows(w, c, h->type == 12 ? parts_12 : parts_32);
	put(w, c, SIGNATURE, left(c, h));
}

/* Seconds since 1970 in 48 bits, and their fraction in 16. */
static void body_timestamp(struct walk *w, struct cursor *c, const struct head *h)
{
	uint64_t v;
	uint32_t at;

	(void)h;
	put(w, c, RESERVED, 6);
	at = c->at;
	v = u64(c);
	if (!c->bad)
		put_value(w, TIMESTAMP, at, 8,
			  (v >> 16) * 1000000000 + ((v & 0xffff) * 1000000000 >> 16));
}

static void body_nonce(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, NONCE, left(c, h));
}

enum { NAME_IS_X501 = 1, NAME_IS_FQDN };

static void body_anchor(struct walk *w, struct cursor *c, const struct head *h)
{
	uint64_t type = put(w, c, NAME_TYPE, 1);
	uint32_t padding = (uint32_t)put(w, c, CGA_PAD_LEN, 1);
	uint32_t n = left(c, h) > padding ? left(c, h) - padding : 0;

	if (type == NAME_IS_X501)
		put(w, c, NAME_X501, n);
	else if (type == NAME_IS_FQDN)
		put(w, c, NAME_FQDN, n);
	put(w, c, PADDING, left(c, h));
}

static void body_certificate(struct walk *w, struct cursor *c, const struct head *h)
{
	bool x509 = put(w, c, CERT_TYPE, 1) == 1;
	uint32_t n;

	put(w, c, RESERVED, 1);
	if (!x509) {
		put(w, c, CERTIFICATE_PAD, left(c, h));
		return;
	}
	n = der_octets(*c);
	put(w, c, CERTIFICATE, n < left(c, h) ? n : left(c, h));
	put(w, c, PADDING, left(c, h));
}

static void body_ip_address(struct walk *w, struct cursor *c, const struct head *h)
{
	bool prefix = h->type == 18;
	int bits;

	put(w, c, prefix ? NRPI_CODE : IPA_CODE, 1);
	bits = (int)put(w, c, prefix ? NRPI_LEN : IPA_LEN, 1);
	put(w, c, RESERVED, 4);
	put_prefix(w, c, h, prefix ? NRPI_PREFIX : IPA_ADDR, 16, bits);
}

static void body_link_address(struct walk *w, struct cursor *c, const struct head *h)
{
	put_rows(w, c, parts_19);
	put(w, c, LLA_BYTES, left(c, h));
}

#define USE_SUPPLIED 2

static void body_acknowledgment(struct walk *w, struct cursor *c, const struct head *h)
{
	uint64_t status;

	(void)h;
	put(w, c, NAACK_CODE, 1);
	status = put(w, c, NAACK_STATUS, 1);
	if (status == USE_SUPPLIED)
		put(w, c, NAACK_NCOA, 16);
	else
		put(w, c, RESERVED, left(c, h));
}

static void body_map(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {
		{MAP_FLAGS, 1}, {MAP_LIFETIME, 4}, {MAP_ADDRESS, 16}, {0, 0}};

	(void)h;
	put_slice(w, *c, MAP_DISTANCE, 1);
	put_slice(w, *c, MAP_PREFERENCE, 1);
	u8(c);
	put_rows(w, c, parts);
}

#define ROUTE_RESERVED 0xe7
#define EFO_RESERVED 0x02ff

static void body_route(struct walk *w, struct cursor *c, const struct head *h)
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
	label_tail_of(w, h->group, " : %s", preferences[flags >> 3 & 3].text);
	if (left(c, h) == 0 || left(c, h) == 8 || left(c, h) == 16) {
		put_prefix(w, c, h, PREFIX, left(c, h), bits);
		return;
	}
	w->last = h->length;
	expert(w, BAD_LENGTH, NULL);
}

static void body_rdnss(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, RESERVED, 2);
	put(w, c, RDNSS_LIFETIME, 4);
	while (left(c, h) && !c->bad)
		put_address(w, c, h, RDNSS);
}

static void body_flags(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t group = open_group(w, c, EFO, 2);

	(void)h;
	put_spread(w, *c, EFO_RSV, 2, EFO_RESERVED);
	u16(c);
	shut_group(w, group, c);
	put_rows(w, c, parts_26);
}

static void body_handover_key(struct walk *w, struct cursor *c, const struct head *h)
{
	uint32_t padding = (uint32_t)put(w, c, HKR_PAD_LEN, 1);
	uint32_t n;

	put_slice(w, *c, HKR_AT, 1);
	put_slice(w, *c, HKR_RSV, 1);
	u8(c);
	if (h->type == 28)
		put(w, c, HKR_LIFETIME, 2);
	n = left(c, h) > padding ? left(c, h) - padding : 0;
	put(w, c, h->type == 28 ? HKR_ENCRYPTED : HKR_KEY, n);
	put(w, c, HKR_PADDING, padding);
}

static void body_identifier(struct walk *w, struct cursor *c, const struct head *h)
{
	bool node = h->type == 30;
	uint32_t n;

	put(w, c, node ? MN_CODE : HAI_CODE, 1);
	n = (uint32_t)put(w, c, node ? MN_LEN : HAI_LEN, 1);
	put(w, c, node ? MN_VALUE : HAI_VALUE, n);
	put(w, c, PADDING, left(c, h));
}

/* A name of labels (RFC 1035, 3.1), not compressed; NULL when it doesn't end in time. */
static const char *take_name(struct walk *w, struct cursor *c, uint32_t limit)
{
	char *name = take(w, limit + 1);
	uint32_t n = 0;
	unsigned len;

	while ((len = u8(c)) && !c->bad) {
		struct span label = cursor_take(c, len);

		if (len > limit - n || label.cap < len) {
			cursor_fail(c, UINT32_MAX);
			break;
		}
		if (n)
			name[n++] = '.';
		memcpy(name + n, label.p, len);
		n += len;
	}
	name[n] = '\0';
	return c->bad ? NULL : name;
}

static void body_dnssl(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, RESERVED, 2);
	put(w, c, DNSSL_LIFETIME, 4);
	while (left(c, h) && !c->bad) {
		struct cursor peek = *c;
		uint32_t at = c->at;
		const char *name;

		if (!u8(&peek)) {
			put(w, c, PADDING, left(c, h));
			return;
		}
		name = take_name(w, c, left(c, h));
		if (!name)
			return;
		put_string(w, DNSSL, at, c->at - at, name);
		label_tail_of(w, h->group, " %s", name);
	}
}

static void body_registration(struct walk *w, struct cursor *c, const struct head *h)
{
	struct cursor peek = *c;
	unsigned status = u8(&peek);
	const char *word = word_for(fields[ARO_STATUS].words, status);
	struct span id;

	put(w, c, ARO_STATUS, 1);
	put(w, c, RESERVED, 3);
	put(w, c, ARO_LIFETIME, 2);
	peek = *c;
	id = cursor_take(&peek, 8);
	put(w, c, ARO_EUI64, 8);
	if (c->bad)
		return;
	label_tail_of(w, h->group, " : Register %s", address_words(w, EUI64, id.p));
	if (word)
		label_tail_of(w, h->group, " %s", word);
	else
		label_tail_of(w, h->group, " Unknown %u", status);
}

static void body_context(struct walk *w, struct cursor *c, const struct head *h)
{
	static const struct part parts[] = {{CO_FLAGS, 1}, {RESERVED, 2}, {CO_LIFETIME, 2}, {0, 0}};
	int bits = (int)put(w, c, CO_LEN, 1);

	put_rows(w, c, parts);
	put_prefix(w, c, h, CO_PREFIX, h->octets == 16 ? 8 : 16, bits);
}

static void body_border_router(struct walk *w, struct cursor *c, const struct head *h)
{
	unsigned low = (unsigned)put(w, c, ABRO_LOW, 2);
	unsigned high = (unsigned)put(w, c, ABRO_HIGH, 2);
	unsigned lifetime = (unsigned)put(w, c, ABRO_LIFETIME, 2);
	const uint8_t *p = peek_address(*c);

	put(w, c, ABRO_ADDRESS, 16);
	if (p && w->labels)
		label_tail_of(w, h->group, " : Version %u.%u, Valid Lifetime : %u, 6LBR : %s", high,
			      low, lifetime, address_words(w, IPV6, p));
}

static void body_capability(struct walk *w, struct cursor *c, const struct head *h)
{
	(void)h;
	put_slice(w, *c, CIO_UNASSIGNED, 2);
	put_slice(w, *c, CIO_G, 2);
	u16(c);
	put(w, c, CIO_UNASSIGNED_2, 4);
}

static void body_portal(struct walk *w, struct cursor *c, const struct head *h)
{
	put(w, c, PORTAL, left(c, h));
}

#define PREF64_OCTETS 12

static void body_pref64(struct walk *w, struct cursor *c, const struct head *h)
{
	uint64_t code;

	put_slice(w, *c, PREF64_LIFETIME, 2);
	code = put_slice(w, *c, PREF64_PLC, 2);
	u16(c);
	if (code < COUNT(plcs)) {
		put_prefix(w, c, h, PREF64, PREF64_OCTETS, -1);
		return;
	}
	w->last = h->length;
	expert(w, BAD_LENGTH, NULL);
	cursor_take(c, left(c, h));
}

static void body_unknown(struct walk *w, struct cursor *c, const struct head *h)
{
	w->last = h->group;
	expert(w, UNDECODED,
	       "Dissector for ICMPv6 Option (%u) code not implemented, Contact Wireshark "
	       "developers "
	       "if you want this supported",
	       h->type);
	put(w, c, DATA, left(c, h));
}

/* --- the list --- */

static void (*const bodies[])(struct walk *, struct cursor *, const struct head *) = {
	[1] = body_link,           [2] = body_link,
	[3] = body_prefix,         [4] = body_redirected,
	[5] = body_number,         [6] = body_number,
	[7] = body_number,         [8] = body_home_agent,
	[9] = body_addresses,      [10] = body_addresses,
	[11] = body_cga,           [12] = body_signature,
	[13] = body_timestamp,     [14] = body_nonce,
	[15] = body_anchor,        [16] = body_certificate,
	[17] = body_ip_address,    [18] = body_ip_address,
	[19] = body_link_address,  [20] = body_acknowledgment,
	[23] = body_map,           [24] = body_route,
	[25] = body_rdnss,         [26] = body_flags,
	[27] = body_handover_key,  [28] = body_handover_key,
	[29] = body_identifier,    [30] = body_identifier,
	[31] = body_dnssl,         [32] = body_signature,
	[33] = body_registration,  [34] = body_context,
	[35] = body_border_router, [36] = body_capability,
	[37] = body_portal,        [38] = body_pref64,
};

/* Gives the trouble that it met. */
static uint8_t put_body(struct walk *w, struct cursor c, const struct head *h)
{
	bool known = h->type < COUNT(bodies) && bodies[h->type];

	(known ? bodies[h->type] : body_unknown)(w, &c, h);
	if (c.bad)
		return c.bad;
	label_tail_of(w, h->group, ")");
	if (!left(&c, h))
		return FINE;
	put(w, &c, UNKNOWN_DATA, left(&c, h));
	expert(w, UNKNOWN_NOTE, NULL);
	return c.bad;
}

static void put_option(struct walk *w, struct cursor *c)
{
	struct cursor body = *c;
	struct head h = {.type = u8(&body)};
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
	.next = {.also = {"ip.version"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
