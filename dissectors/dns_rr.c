/* SPDX-License-Identifier: BSD-2-Clause */
/* The data of DNS records: a list of items for each type. */
/* RFC 1035, 3.3, and one RFC for each later type: see the rows. */
#include "shared/dns.h"
#include <stdio.h>

enum {
	RDATA,
	LOOSE,
	A,
	NS,
	MD,
	MF,
	CNAME,
	SOA_MNAME,
	SOA_RNAME,
	SOA_SERIAL_NUMBER,
	SOA_REFRESH_INTERVAL,
	SOA_RETRY_INTERVAL,
	SOA_EXPIRE_LIMIT,
	SOA_MINIMUM_TTL,
	MB,
	MG,
	MR,
	NULL_DATA,
	WKS_ADDRESS,
	WKS_PROTOCOL,
	WKS_BITS,
	PTR_DOMAIN_NAME,
	HINFO_CPU_LENGTH,
	HINFO_CPU,
	HINFO_OS_LENGTH,
	HINFO_OS,
	MINFO_R,
	MINFO_E,
	MX_PREFERENCE,
	MX_MAIL_EXCHANGE,
	TXT_LENGTH,
	TXT,
	RP_MAILBOX,
	RP_TXT_RR,
	AFSDB_SUBTYPE,
	AFSDB_HOSTNAME,
	X25_LENGTH,
	X25_PSDN_ADDRESS,
	IDSN_LENGTH,
	IDSN_ADDRESS,
	IDSN_SA_LENGTH,
	IDSN_SA_ADDRESS,
	RT_SUBTYPE,
	RT_INTERMEDIATE_HOST,
	NSAP_RDATA,
	NSAP_PTR_OWNER,
	KEY_FLAGS,
	KEY_FLAGS_AUTHENTICATION,
	KEY_FLAGS_CONFIDENTIALITY,
	KEY_FLAGS_REQUIRED,
	KEY_FLAGS_ASSOCIATED_USER,
	KEY_FLAGS_ASSOCIATED_NAMED_ENTITY,
	KEY_FLAGS_IPSEC,
	KEY_FLAGS_MIME,
	KEY_FLAGS_SIGNATORY,
	KEY_PROTOCOL,
	KEY_ALGORITHM,
	KEY_KEY_ID,
	KEY_PUBLIC_KEY,
	PX_PREFERENCE,
	PX_MAP822,
	PX_MAP400,
	GPOS_LONGITUDE_LENGTH,
	GPOS_LONGITUDE,
	GPOS_LATITUDE_LENGTH,
	GPOS_LATITUDE,
	GPOS_ALTITUDE_LENGTH,
	GPOS_ALTITUDE,
	AAAA,
	NXT_NEXT_DOMAIN_NAME,
	SRV_PRIORITY,
	SRV_WEIGHT,
	SRV_PORT,
	SRV_TARGET,
	NAPTR_ORDER,
	NAPTR_PREFERENCE,
	NAPTR_FLAGS_LENGTH,
	NAPTR_FLAGS,
	NAPTR_SERVICE_LENGTH,
	NAPTR_SERVICE,
	NAPTR_REGEX_LENGTH,
	NAPTR_REGEX,
	NAPTR_REPLACEMENT_LENGTH,
	NAPTR_REPLACEMENT,
	KX_PREFERENCE,
	KX_KEY_EXCHANGE,
	CERT_TYPE,
	CERT_KEY_TAG,
	CERT_ALGORITHM,
	CERT_CERTIFICATE,
	A6_PREFIX_LEN,
	A6_ADDRESS_SUFFIX,
	A6_PREFIX_NAME,
	DNAME,
	APL_ADDRESS_FAMILY,
	APL_CODED_PREFIX,
	APL_NEGATION,
	APL_AFDLENGTH,
	APL_AFDPART_IPV4,
	APL_AFDPART_IPV6,
	APL_AFDPART_DATA,
	DS_KEY_ID,
	DS_ALGORITHM,
	DS_DIGEST_TYPE,
	DS_DIGEST,
	SSHFP_ALGORITHM,
	SSHFP_FINGERPRINT_TYPE,
	SSHFP_FINGERPRINT,
	IPSECKEY_GATEWAY_PRECEDENCE,
	IPSECKEY_GATEWAY_TYPE,
	IPSECKEY_GATEWAY_ALGORITHM,
	IPSECKEY_GATEWAY_IPV4,
	IPSECKEY_GATEWAY_IPV6,
	IPSECKEY_GATEWAY_DNS,
	IPSECKEY_PUBLIC_KEY,
	RRSIG_TYPE_COVERED,
	RRSIG_ALGORITHM,
	RRSIG_LABELS,
	RRSIG_ORIGINAL_TTL,
	RRSIG_SIGNATURE_EXPIRATION,
	RRSIG_SIGNATURE_INCEPTION,
	RRSIG_KEY_TAG,
	RRSIG_SIGNERS_NAME,
	RRSIG_SIGNATURE,
	NSEC_NEXT_DOMAIN_NAME,
	DNSKEY_FLAGS,
	DNSKEY_FLAGS_ZONE_KEY,
	DNSKEY_FLAGS_KEY_REVOKED,
	DNSKEY_FLAGS_SECURE_ENTRY_POINT,
	DNSKEY_FLAGS_RESERVED,
	DNSKEY_PROTOCOL,
	DNSKEY_ALGORITHM,
	DNSKEY_KEY_ID,
	DNSKEY_PUBLIC_KEY,
	DHCID_RDATA,
	NSEC3_ALGO,
	NSEC3PARAM_FLAGS,
	NSEC3_FLAGS,
	NSEC3_FLAGS_OPT_OUT,
	NSEC3_ITERATIONS,
	NSEC3_SALT_LENGTH,
	NSEC3_SALT_VALUE,
	NSEC3_HASH_LENGTH,
	NSEC3_HASH_VALUE,
	TLSA_CERTIFICATE_USAGE,
	TLSA_SELECTOR,
	TLSA_MATCHING_TYPE,
	TLSA_CERTIFICATE_ASSOCIATION_DATA,
	HIP_HIT_LENGTH,
	HIP_HIT_PK_ALGO,
	HIP_PK_LENGTH,
	HIP_HIT,
	HIP_PK,
	HIP_RENDEZVOUS_SERVER,
	OPENPGPKEY,
	CSYNC_SOA,
	CSYNC_FLAGS,
	CSYNC_FLAGS_IMMEDIATE,
	CSYNC_FLAGS_SOAMINIMUM,
	CSYNC_TYPE_BITMAP,
	ZONEMD_SERIAL,
	ZONEMD_SCHEME,
	ZONEMD_HASH_ALGO,
	ZONEMD_DIGEST,
	SPF_LENGTH,
	SPF,
	ILNP_NID_PREFERENCE,
	ILNP_NID,
	ILNP_L32_PREFERENCE,
	ILNP_L32,
	ILNP_L64_PREFERENCE,
	ILNP_L64,
	ILNP_LP_PREFERENCE,
	ILNP_LP,
	EUI48_ADDRESS,
	EUI64_ADDRESS,
	TKEY_ALGO_NAME,
	TKEY_SIGNATURE_INCEPTION,
	TKEY_SIGNATURE_EXPIRATION,
	TKEY_MODE,
	TKEY_ERROR,
	TKEY_KEY_SIZE,
	TKEY_KEY_DATA,
	TKEY_OTHER_SIZE,
	TKEY_OTHER_DATA,
	TSIG_ALGORITHM_NAME,
	TSIG_TIME_SIGNED,
	TSIG_FUDGE,
	TSIG_MAC_SIZE,
	TSIG_MAC,
	TSIG_ORIGINAL_ID,
	TSIG_ERROR,
	TSIG_OTHER_LEN,
	TSIG_OTHER_DATA,
	CAA_FLAGS,
	CAA_FLAGS_ISSUER_CRITICAL,
	CAA_ISSUE,
	CAA_ISSUEWILD,
	CAA_IODEF,
	CAA_UNKNOWN,
	WINS_LOCAL_FLAG,
	WINS_LOOKUP_TIMEOUT,
	WINS_CACHE_TIMEOUT,
	WINS_NB_WINS_SERVERS,
	WINS_WINS_SERVER,
	WINSR_LOCAL_FLAG,
	WINSR_LOOKUP_TIMEOUT,
	WINSR_CACHE_TIMEOUT,
	WINSR_NAME_RESULT_DOMAIN,
	CAA_TAG_LENGTH,
	CAA_TAG_ROW,
	CAA_VALUE,
	BIT,
	DATA,
	NO_ALGORITHM,
};

static const struct word words_wks_protocol[] = {
	{0, "IPv6 Hop-by-Hop Option"},
	{1, "ICMP"},
	{2, "IGMP"},
	{3, "GGP"},
	{4, "IPIP"},
	{5, "Stream"},
	{6, "TCP"},
	{7, "CBT"},
	{8, "EGP"},
	{9, "IGRP"},
	{10, "BBN RCC"},
	{11, "Network Voice"},
	{12, "PUP"},
	{13, "ARGUS"},
	{14, "EMCON"},
	{15, "XNET"},
	{16, "CHAOS"},
	{17, "UDP"},
	{18, "Multiplex"},
	{19, "DCN Measurement"},
	{20, "Host Monitoring"},
	{21, "Packet radio"},
	{22, "IDP"},
	{23, "Trunk-1"},
	{24, "Trunk-2"},
	{25, "Leaf-1"},
	{26, "Leaf-2"},
	{27, "Reliable Data"},
	{28, "IRT"},
	{29, "ISO TP4"},
	{30, "Bulk Data"},
	{31, "MFE NSP"},
	{32, "Merit Internodal"},
	{33, "Datagram Congestion Control Protocol"},
	{34, "3rd Party Connect"},
	{35, "Inter-Domain Policy Routing Protocol"},
	{36, "XTP"},
	{37, "Datagram delivery"},
	{38, "Control Message"},
	{39, "TP++"},
	{40, "IL"},
	{41, "IPv6"},
	{42, "Source demand routing"},
	{43, "Routing Header for IPv6"},
	{44, "Fragment Header for IPv6"},
	{45, "Inter-Domain Routing Protocol"},
	{46, "Reservation Protocol"},
	{47, "Generic Routing Encapsulation"},
	{48, "Dynamic source routing"},
	{49, "BNA"},
	{50, "Encap Security Payload"},
	{51, "Authentication Header"},
	{52, "INSLP"},
	{53, "SWIPE"},
	{54, "NBMA ARP"},
	{55, "IP Mobility"},
	{56, "TLSP Kryptonet"},
	{57, "SKIP"},
	{58, "ICMPv6"},
	{59, "No Next Header for IPv6"},
	{60, "Destination Options for IPv6"},
	{61, "any host internal protocol"},
	{62, "Mobile IPv6 (old)"},
	{63, "any local network"},
	{64, "SATNET EXPAK"},
	{65, "Kryptolan"},
	{66, "Remote Virtual Disk"},
	{67, "IPPC"},
	{68, "any distributed file system"},
	{69, "SATNET Monitoring"},
	{70, "VISA"},
	{71, "IPCV"},
	{72, "CPNX"},
	{73, "CPHB"},
	{74, "Wang Span"},
	{75, "Packet Video"},
	{76, "Backroom SATNET Mon"},
	{77, "Sun ND Protocol"},
	{78, "Wideband Mon"},
	{79, "Wideband Expak"},
	{80, "ISO Internet Protocol"},
	{81, "VMTP"},
	{82, "Secure VMTP"},
	{83, "VINES"},
	{84, "TTP"},
	{85, "NSFNET IGP"},
	{86, "Dissimilar Gateway"},
	{87, "TCF"},
	{88, "EIGRP"},
	{89, "OSPF IGP"},
	{90, "Sprite RPC"},
	{91, "Locus ARP"},
	{92, "Multicast Transport"},
	{93, "AX.25 Frames"},
	{94, "IP in IP"},
	{95, "MICP"},
	{96, "Semaphore"},
	{97, "Ether in IP"},
	{98, "ENCAP"},
	{99, "any private encryption scheme"},
	{100, "GMTP"},
	{101, "Ipsilon Flow"},
	{102, "PNNI over IP"},
	{103, "PIM"},
	{104, "ARIS"},
	{105, "SCPS"},
	{106, "QNX"},
	{107, "Active Networks"},
	{108, "IPComp"},
	{109, "Sitara Networks"},
	{110, "Compaq Peer"},
	{111, "IPX IN IP"},
	{112, "VRRP"},
	{113, "PGM"},
	{114, "any 0-hop protocol"},
	{115, "Layer 2 Tunneling"},
	{116, "DDX"},
	{117, "IATP"},
	{118, "STP"},
	{119, "SpectraLink"},
	{120, "UTI"},
	{121, "SMP"},
	{122, "SM"},
	{123, "PTP"},
	{124, "ISIS over IP"},
	{125, "FIRE"},
	{126, "CRTP"},
	{127, "CRUDP"},
	{128, "SSCOPMCE"},
	{129, "IPLT"},
	{130, "Secure Packet"},
	{131, "PIPE"},
	{132, "SCTP"},
	{133, "Fibre Channel"},
	{134, "RSVP E2EI"},
	{135, "Mobile IPv6"},
	{136, "UDPLite"},
	{137, "MPLS in IP"},
	{138, "MANET"},
	{139, "HIP"},
	{140, "Shim6 header"},
	{141, "WESP"},
	{142, "ROHC"},
	{143, "Ethernet"},
	{144, "Unassigned"},
	{145, "Unassigned"},
	{146, "Unassigned"},
	{147, "Unassigned"},
	{148, "Unassigned"},
	{149, "Unassigned"},
	{150, "Unassigned"},
	{151, "Unassigned"},
	{152, "Unassigned"},
	{153, "Unassigned"},
	{154, "Unassigned"},
	{155, "Unassigned"},
	{156, "Unassigned"},
	{157, "Unassigned"},
	{158, "Unassigned"},
	{159, "Unassigned"},
	{160, "Unassigned"},
	{161, "Unassigned"},
	{162, "Unassigned"},
	{163, "Unassigned"},
	{164, "Unassigned"},
	{165, "Unassigned"},
	{166, "Unassigned"},
	{167, "Unassigned"},
	{168, "Unassigned"},
	{169, "Unassigned"},
	{170, "Unassigned"},
	{171, "Unassigned"},
	{172, "Unassigned"},
	{173, "AX/4000 Testframe"},
	{174, "Unassigned"},
	{175, "Unassigned"},
	{176, "Unassigned"},
	{177, "Unassigned"},
	{178, "Unassigned"},
	{179, "Unassigned"},
	{180, "Unassigned"},
	{181, "Unassigned"},
	{182, "Unassigned"},
	{183, "Unassigned"},
	{184, "Unassigned"},
	{185, "Unassigned"},
	{186, "Unassigned"},
	{187, "Unassigned"},
	{188, "Unassigned"},
	{189, "Unassigned"},
	{190, "Unassigned"},
	{191, "Unassigned"},
	{192, "Unassigned"},
	{193, "Unassigned"},
	{194, "Unassigned"},
	{195, "Unassigned"},
	{196, "Unassigned"},
	{197, "Unassigned"},
	{198, "Unassigned"},
	{199, "Unassigned"},
	{200, "Unassigned"},
	{201, "Unassigned"},
	{202, "Unassigned"},
	{203, "Unassigned"},
	{204, "Unassigned"},
	{205, "Unassigned"},
	{206, "Unassigned"},
	{207, "Unassigned"},
	{208, "Unassigned"},
	{209, "Unassigned"},
	{210, "Unassigned"},
	{211, "Unassigned"},
	{212, "Unassigned"},
	{213, "Unassigned"},
	{214, "Unassigned"},
	{215, "Unassigned"},
	{216, "Unassigned"},
	{217, "Unassigned"},
	{218, "Unassigned"},
	{219, "Unassigned"},
	{220, "Unassigned"},
	{221, "Unassigned"},
	{222, "Unassigned"},
	{223, "Unassigned"},
	{224, "Novell NCS Heartbeat"},
};

static const struct word words_key_flags_authentication[] = {
	{0, "Allowed"},
	{1, "Not Allowed"},
};

static const struct word words_key_flags_required[] = {
	{0, "Required"},
	{1, "Experimental or optional"},
};

static const struct word words_key_flags_ipsec[] = {
	{0, "Invalid"},
	{1, "Valid"},
};

static const struct word words_cert_type[] = {
	{1, "PKIX"}, {2, "SPKI"},   {3, "PGP"},     {4, "IPKIX"},          {5, "ISPKI"},
	{6, "IPGP"}, {7, "ACPKIX"}, {8, "IACPKIX"}, {253, "Private, URI"}, {254, "Private, OID"},
};

static const struct word words_apl_address_family[] = {
	{1, "IPv4"},
	{2, "IPv6"},
};

static const struct word words_apl_negation[] = {
	{0, "No (0)"},
	{1, "Yes (!)"},
};

static const struct word words_sshfp_algorithm[] = {
	{0, "Reserved"}, {1, "RSA"}, {2, "DSA"}, {3, "ECDSA"}, {4, "Ed25519"}, {5, "XMSS"},
};

static const struct word words_sshfp_fingerprint_type[] = {
	{0, "Reserved"},
	{1, "SHA1"},
	{2, "SHA256"},
};

static const struct word words_ipseckey_gateway_type[] = {
	{0, "No Gateway"},
	{1, "IPv4 Gateway"},
	{2, "IPv6 Gateway"},
	{3, "DNS Gateway"},
};

static const struct word words_ipseckey_gateway_algorithm[] = {
	{1, "DSA"},
	{2, "RSA"},
};

static const struct word words_dnskey_flags_zone_key[] = {
	{0, "This it not a zone key"},
	{1, "This is the zone key for specified zone"},
};

static const struct word words_nsec3_algo[] = {
	{0, "Reserved"},
	{1, "SHA-1"},
};

static const struct word words_nsec3_flags_opt_out[] = {
	{0, "Additional insecure delegations forbidden"},
	{1, "Additional insecure delegations allowed"},
};

static const struct word words_tlsa_certificate_usage[] = {
	{0, "CA constraint (PKIX-TA)"},
	{1, "Service certificate constraint (PKIX-EE)"},
	{2, "Trust anchor assertion (DANE-TA)"},
	{3, "Domain-issued certificate (DANE-EE)"},
};

static const struct word words_tlsa_selector[] = {
	{0, "Full certificate (Cert)"},
	{1, "SubjectPublicKeyInfo (SPKI)"},
};

static const struct word words_tlsa_matching_type[] = {
	{0, "No Hash Used (Full)"},
	{1, "256 bit hash by SHA2 (SHA2-256)"},
	{2, "512 bit hash by SHA2 (SHA2-512)"},
};

static const struct word words_hip_hit_pk_algo[] = {
	{0, "Reserved"},
	{1, "DSA"},
	{2, "RSA"},
};

static const struct word words_tkey_mode[] = {
	{1, "Server assigned"},   {2, "Diffie Hellman"}, {3, "GSSAPI"},
	{4, "Resolver assigned"}, {5, "Delete"},
};

static const struct word words_caa_flags_issuer_critical[] = {
	{0, "Not critical"},
	{1, "Critical"},
};

static void form_seconds(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_duration(t, n->u, 0);
	text_char(t, ')');
}

static const struct field fields[] = {
	[RDATA] = {"dns.rdata", "Data of a record", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[A] = {"dns.a", "Address", IPV4, .help = "Address, in A records", .ref = "RFC 1035, 3.4.1"},
	[NS] = {"dns.ns", "Name Server", STRING, .help = "Name Server, in NS records",
		.ref = "RFC 1035, 3.3.11"},
	[MD] = {"dns.md", "Mail Destination", STRING, .help = "Mail Destination, in MD records",
		.ref = "RFC 1035, 3.3.4"},
	[MF] = {"dns.mf", "Mail Forwarder", STRING, .help = "Mail Forwarder, in MF records",
		.ref = "RFC 1035, 3.3.5"},
	[CNAME] = {"dns.cname", "CNAME", STRING, .help = "CNAME, in CNAME records",
		   .ref = "RFC 1035, 3.3.1"},
	[SOA_MNAME] = {"dns.soa.mname", "Primary name server", STRING,
		       .help = "Primary name server, in SOA records", .ref = "RFC 1035, 3.3.13"},
	[SOA_RNAME] = {"dns.soa.rname", "Responsible authority's mailbox", STRING,
		       .help = "Responsible authority's mailbox, in SOA records",
		       .ref = "RFC 1035, 3.3.13"},
	[SOA_SERIAL_NUMBER] = {"dns.soa.serial_number", "Serial Number", U32, DEC,
			       .help = "Serial Number, in SOA records", .ref = "RFC 1035, 3.3.13"},
	[SOA_REFRESH_INTERVAL] = {"dns.soa.refresh_interval", "Refresh Interval", U32, DEC,
				  .form = form_seconds, .help = "Refresh Interval, in SOA records",
				  .ref = "RFC 1035, 3.3.13"},
	[SOA_RETRY_INTERVAL] = {"dns.soa.retry_interval", "Retry Interval", U32, DEC,
				.form = form_seconds, .help = "Retry Interval, in SOA records",
				.ref = "RFC 1035, 3.3.13"},
	[SOA_EXPIRE_LIMIT] = {"dns.soa.expire_limit", "Expire limit", U32, DEC,
			      .form = form_seconds, .help = "Expire limit, in SOA records",
			      .ref = "RFC 1035, 3.3.13"},
	[SOA_MINIMUM_TTL] = {"dns.soa.minimum_ttl", "Minimum TTL", U32, DEC, .form = form_seconds,
			     .help = "Minimum TTL, in SOA records", .ref = "RFC 1035, 3.3.13"},
	[MB] = {"dns.mb", "MailBox Domaine", STRING, .help = "MailBox Domaine, in MB records",
		.ref = "RFC 1035, 3.3.3"},
	[MG] = {"dns.mg", "Mail Group member", STRING, .help = "Mail Group member, in MG records",
		.ref = "RFC 1035, 3.3.6"},
	[MR] = {"dns.mr", "Mail Rename domaine", STRING,
		.help = "Mail Rename domaine, in MR records", .ref = "RFC 1035, 3.3.8"},
	[NULL_DATA] = {"dns.null", "Null (data)", BYTES, .help = "Null (data), in NULL records",
		       .ref = "RFC 1035, 3.3.10"},
	[WKS_ADDRESS] = {"dns.wks.address", "Address", IPV4, .help = "Address, in WKS records",
			 .ref = "RFC 1035, 3.4.2"},
	[WKS_PROTOCOL] = {"dns.wks.protocol", "Protocol", U8, DEC, WORDS(words_wks_protocol),
			  .help = "Protocol, in WKS records", .ref = "RFC 1035, 3.4.2"},
	[WKS_BITS] = {"dns.wks.bits", "Bits", U8, HEX, .help = "Bits, in WKS records",
		      .ref = "RFC 1035, 3.4.2"},
	[PTR_DOMAIN_NAME] = {"dns.ptr.domain_name", "Domain Name", STRING,
			     .help = "Domain Name, in PTR records", .ref = "RFC 1035, 3.3.12"},
	[HINFO_CPU_LENGTH] = {"dns.hinfo.cpu_length", "CPU Length", U8, DEC,
			      .help = "CPU Length, in HINFO records", .ref = "RFC 1035, 3.3.2"},
	[HINFO_CPU] = {"dns.hinfo.cpu", "CPU", STRING, .help = "CPU, in HINFO records",
		       .ref = "RFC 1035, 3.3.2"},
	[HINFO_OS_LENGTH] = {"dns.hinfo.os_length", "OS Length", U8, DEC,
			     .help = "OS Length, in HINFO records", .ref = "RFC 1035, 3.3.2"},
	[HINFO_OS] = {"dns.hinfo.os", "OS", STRING, .help = "OS, in HINFO records",
		      .ref = "RFC 1035, 3.3.2"},
	[MINFO_R] = {"dns.minfo.r", "Responsible Mailbox", STRING,
		     .help = "Responsible Mailbox, in MINFO records", .ref = "RFC 1035, 3.3.7"},
	[MINFO_E] = {"dns.minfo.e", "Error Mailbox", STRING,
		     .help = "Error Mailbox, in MINFO records", .ref = "RFC 1035, 3.3.7"},
	[MX_PREFERENCE] = {"dns.mx.preference", "Preference", U16, DEC,
			   .help = "Preference, in MX records", .ref = "RFC 1035, 3.3.9"},
	[MX_MAIL_EXCHANGE] = {"dns.mx.mail_exchange", "Mail Exchange", STRING,
			      .help = "Mail Exchange, in MX records", .ref = "RFC 1035, 3.3.9"},
	[TXT_LENGTH] = {"dns.txt.length", "TXT Length", U8, DEC,
			.help = "TXT Length, in TXT records", .ref = "RFC 1035, 3.3.14"},
	[TXT] = {"dns.txt", "TXT", STRING, .help = "TXT, in TXT records",
		 .ref = "RFC 1035, 3.3.14"},
	[RP_MAILBOX] = {"dns.rp.mailbox", "Mailbox", STRING, .help = "Mailbox, in RP records",
			.ref = "RFC 1183, 2"},
	[RP_TXT_RR] = {"dns.rp.txt_rr", "TXT RR", STRING, .help = "TXT RR, in RP records",
		       .ref = "RFC 1183, 2"},
	[AFSDB_SUBTYPE] = {"dns.afsdb.subtype", "Subtype", U16, DEC,
			   .help = "Subtype, in AFSDB records", .ref = "RFC 1183, 1"},
	[AFSDB_HOSTNAME] = {"dns.afsdb.hostname", "Hostname", STRING,
			    .help = "Hostname, in AFSDB records", .ref = "RFC 1183, 1"},
	[X25_LENGTH] = {"dns.x25.length", "Length", U8, DEC, .help = "Length, in X25 records",
			.ref = "RFC 1183, 3.1"},
	[X25_PSDN_ADDRESS] = {"dns.x25.psdn_address", "PSDN-Address", STRING,
			      .help = "PSDN-Address, in X25 records", .ref = "RFC 1183, 3.1"},
	[IDSN_LENGTH] = {"dns.idsn.length", "Length", U8, DEC, .help = "Length, in ISDN records",
			 .ref = "RFC 1183, 3.2"},
	[IDSN_ADDRESS] = {"dns.idsn.address", "ISDN Address", STRING,
			  .help = "ISDN Address, in ISDN records", .ref = "RFC 1183, 3.2"},
	[IDSN_SA_LENGTH] = {"dns.idsn.sa.length", "Length", U8, DEC,
			    .help = "Length, in ISDN records", .ref = "RFC 1183, 3.2"},
	[IDSN_SA_ADDRESS] = {"dns.idsn.sa.address", "Sub Address", STRING,
			     .help = "Sub Address, in ISDN records", .ref = "RFC 1183, 3.2"},
	[RT_SUBTYPE] = {"dns.rt.subtype", "Preference", U16, DEC,
			.help = "Preference, in RT records", .ref = "RFC 1183, 3.3"},
	[RT_INTERMEDIATE_HOST] = {"dns.rt.intermediate_host", "Intermediate Hostname", STRING,
				  .help = "Intermediate Hostname, in RT records",
				  .ref = "RFC 1183, 3.3"},
	[NSAP_RDATA] = {"dns.nsap.rdata", "NSAP Data", BYTES, .help = "NSAP Data, in NSAP records",
			.ref = "RFC 1706, 5"},
	[NSAP_PTR_OWNER] = {"dns.nsap_ptr.owner", "Owner", STRING,
			    .help = "Owner, in NSAP-PTR records", .ref = "RFC 1348"},
	[KEY_FLAGS] = {"dns.key.flags", "Flags", U16, HEX, .help = "Flags, in KEY records",
		       .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_AUTHENTICATION] = {"dns.key.flags.authentication",
				      "Key allowed for authentication", BOOL, AT(0, 1), BOX(16, 0),
				      .under = KEY_FLAGS, WORDS(words_key_flags_authentication),
				      .help = "Key allowed for authentication, in KEY records",
				      .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_CONFIDENTIALITY] = {"dns.key.flags.confidentiality",
				       "Key allowed for confidentiality", BOOL, AT(1, 1),
				       BOX(16, 1), .under = KEY_FLAGS,
				       WORDS(words_key_flags_authentication),
				       .help = "Key allowed for confidentiality, in KEY records",
				       .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_REQUIRED] = {"dns.key.flags.required", "Key required", BOOL, AT(2, 1),
				BOX(16, 2), .under = KEY_FLAGS, WORDS(words_key_flags_required),
				.help = "Key required, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_ASSOCIATED_USER] = {"dns.key.flags.associated_user",
				       "Key is associated with a user", BOOL, AT(5, 1), BOX(16, 5),
				       .under = KEY_FLAGS, WORDS(yes_no),
				       .help = "Key is associated with a user, in KEY records",
				       .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_ASSOCIATED_NAMED_ENTITY] =
		{"dns.key.flags.associated_named_entity", "Key is associated with the named entity",
		 BOOL, AT(6, 1), BOX(16, 6), .under = KEY_FLAGS, WORDS(yes_no),
		 .help = "Key is associated with the named entity, in KEY records",
		 .ref =
			 "RFC 2535, 3.1"},
	[KEY_FLAGS_IPSEC] = {"dns.key.flags.ipsec", "Key use with IPSEC", BOOL, AT(8, 1),
			     BOX(16, 8), .under = KEY_FLAGS, WORDS(words_key_flags_ipsec),
			     .help = "Key use with IPSEC, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_MIME] = {"dns.key.flags.mime", "Key use with MIME security multiparts", BOOL,
			    AT(9, 1), BOX(16, 9), .under = KEY_FLAGS, WORDS(words_key_flags_ipsec),
			    .help = "Key use with MIME security multiparts, in KEY records",
			    .ref = "RFC 2535, 3.1"},
	[KEY_FLAGS_SIGNATORY] = {"dns.key.flags.signatory", "Signatory", U16, DEC, AT(12, 4),
				 BOX(16, 12), .under = KEY_FLAGS,
				 .help = "Signatory, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_PROTOCOL] = {"dns.key.protocol", "Protocol", U8, DEC,
			  .help = "Protocol, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_ALGORITHM] = {"dns.key.algorithm", "Algorithm", U8, DEC, .words = &dns_algorithms,
			   .help = "Algorithm, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_KEY_ID] = {"dns.key.key_id", "Key ID", U16, DEC, .traits = GENERATED,
			.help = "Key ID, in KEY records", .ref = "RFC 2535, 3.1"},
	[KEY_PUBLIC_KEY] = {"dns.key.public_key", "Public Key", BYTES,
			    .help = "Public Key, in KEY records", .ref = "RFC 2535, 3.1"},
	[PX_PREFERENCE] = {"dns.px.preference", "Preference", U16, DEC,
			   .help = "Preference, in PX records", .ref = "RFC 2163, 4"},
	[PX_MAP822] = {"dns.px.map822", "MAP822", STRING, .help = "MAP822, in PX records",
		       .ref = "RFC 2163, 4"},
	[PX_MAP400] = {"dns.px.map400", "MAPX400", STRING, .help = "MAPX400, in PX records",
		       .ref = "RFC 2163, 4"},
	[GPOS_LONGITUDE_LENGTH] = {"dns.gpos.longitude_length", "Longitude length", U8, DEC,
				   .help = "Longitude length, in GPOS records",
				   .ref = "RFC 1712, 3"},
	[GPOS_LONGITUDE] = {"dns.gpos.longitude", "Longitude", STRING,
			    .help = "Longitude, in GPOS records", .ref = "RFC 1712, 3"},
	[GPOS_LATITUDE_LENGTH] = {"dns.gpos.latitude_length", "Latitude length", U8, DEC,
				  .help = "Latitude length, in GPOS records", .ref = "RFC 1712, 3"},
	[GPOS_LATITUDE] = {"dns.gpos.latitude", "Latitude", STRING,
			   .help = "Latitude, in GPOS records", .ref = "RFC 1712, 3"},
	[GPOS_ALTITUDE_LENGTH] = {"dns.gpos.altitude_length", "Altitude length", U8, DEC,
				  .help = "Altitude length, in GPOS records", .ref = "RFC 1712, 3"},
	[GPOS_ALTITUDE] = {"dns.gpos.altitude", "Altitude", STRING,
			   .help = "Altitude, in GPOS records", .ref = "RFC 1712, 3"},
	[AAAA] = {"dns.aaaa", "AAAA Address", IPV6, .help = "AAAA Address, in AAAA records",
		  .ref = "RFC 3596, 2.2"},
	[NXT_NEXT_DOMAIN_NAME] = {"dns.nxt.next_domain_name", "Next Domain Name", STRING,
				  .help = "Next Domain Name, in NXT records",
				  .ref = "RFC 2535, 5.2"},
	[SRV_PRIORITY] = {"dns.srv.priority", "Priority", U16, DEC,
			  .help = "Priority, in SRV records", .ref = "RFC 2782"},
	[SRV_WEIGHT] = {"dns.srv.weight", "Weight", U16, DEC, .help = "Weight, in SRV records",
			.ref = "RFC 2782"},
	[SRV_PORT] = {"dns.srv.port", "Port", U16, DEC, .help = "Port, in SRV records",
		      .ref = "RFC 2782"},
	[SRV_TARGET] = {"dns.srv.target", "Target", STRING, .help = "Target, in SRV records",
			.ref = "RFC 2782"},
	[NAPTR_ORDER] = {"dns.naptr.order", "Order", U16, DEC, .help = "Order, in NAPTR records",
			 .ref = "RFC 3403, 4.1"},
	[NAPTR_PREFERENCE] = {"dns.naptr.preference", "Preference", U16, DEC,
			      .help = "Preference, in NAPTR records", .ref = "RFC 3403, 4.1"},
	[NAPTR_FLAGS_LENGTH] = {"dns.naptr.flags_length", "Flags Length", U8, DEC,
				.help = "Flags Length, in NAPTR records", .ref = "RFC 3403, 4.1"},
	[NAPTR_FLAGS] = {"dns.naptr.flags", "Flags", STRING, .help = "Flags, in NAPTR records",
			 .ref = "RFC 3403, 4.1"},
	[NAPTR_SERVICE_LENGTH] = {"dns.naptr.service_length", "Service Length", U8, DEC,
				  .help = "Service Length, in NAPTR records",
				  .ref = "RFC 3403, 4.1"},
	[NAPTR_SERVICE] = {"dns.naptr.service", "Service", STRING,
			   .help = "Service, in NAPTR records", .ref = "RFC 3403, 4.1"},
	[NAPTR_REGEX_LENGTH] = {"dns.naptr.regex_length", "Regex Length", U8, DEC,
				.help = "Regex Length, in NAPTR records", .ref = "RFC 3403, 4.1"},
	[NAPTR_REGEX] = {"dns.naptr.regex", "Regex", STRING, .help = "Regex, in NAPTR records",
			 .ref = "RFC 3403, 4.1"},
	[NAPTR_REPLACEMENT_LENGTH] = {"dns.naptr.replacement_length", "Replacement Length", U8, DEC,
				      .traits = GENERATED,
				      .help = "Replacement Length, in NAPTR records",
				      .ref = "RFC 3403, 4.1"},
	[NAPTR_REPLACEMENT] = {"dns.naptr.replacement", "Replacement", STRING,
			       .help = "Replacement, in NAPTR records", .ref = "RFC 3403, 4.1"},
	[KX_PREFERENCE] = {"dns.kx.preference", "Preference", U16, DEC,
			   .help = "Preference, in KX records", .ref = "RFC 2230, 3"},
	[KX_KEY_EXCHANGE] = {"dns.kx.key_exchange", "Key Exchange", STRING,
			     .help = "Key Exchange, in KX records", .ref = "RFC 2230, 3"},
	[CERT_TYPE] = {"dns.cert.type", "Type", U16, DEC, WORDS(words_cert_type),
		       .help = "Type, in CERT records", .ref = "RFC 4398, 2"},
	[CERT_KEY_TAG] = {"dns.cert.key_tag", "Key Tag", U16, HEX,
			  .help = "Key Tag, in CERT records", .ref = "RFC 4398, 2"},
	[CERT_ALGORITHM] = {"dns.cert.algorithm", "Algorithm", U8, DEC, .words = &dns_algorithms,
			    .help = "Algorithm, in CERT records", .ref = "RFC 4398, 2"},
	[CERT_CERTIFICATE] = {"dns.cert.certificate", "Certificate (or CRL)", BYTES,
			      .help = "Certificate (or CRL), in CERT records",
			      .ref = "RFC 4398, 2"},
	[A6_PREFIX_LEN] = {"dns.a6.prefix_len", "Prefix len", U8, DEC,
			   .help = "Prefix len, in A6 records", .ref = "RFC 2874, 3.1"},
	[A6_ADDRESS_SUFFIX] = {"dns.a6.address_suffix", "Address Suffix", IPV6,
			       .help = "Address Suffix, in A6 records", .ref = "RFC 2874, 3.1"},
	[A6_PREFIX_NAME] = {"dns.a6.prefix_name", "Prefix name", STRING,
			    .help = "Prefix name, in A6 records", .ref = "RFC 2874, 3.1"},
	[DNAME] = {"dns.dname", "Dname", STRING, .help = "Dname, in DNAME records",
		   .ref = "RFC 6672, 2.1"},
	[APL_ADDRESS_FAMILY] = {"dns.apl.address_family", "Address Family", U16, DEC,
				WORDS(words_apl_address_family),
				.help = "Address Family, in APL records", .ref = "RFC 3123, 4"},
	[APL_CODED_PREFIX] = {"dns.apl.coded_prefix", "Prefix Length", U8, DEC,
			      .help = "Prefix Length, in APL records", .ref = "RFC 3123, 4"},
	[APL_NEGATION] = {"dns.apl.negation", "Negation Flag", BOOL, AT(0, 1), BOX(8, 0),
			  .under = LOOSE, WORDS(words_apl_negation),
			  .help = "Negation Flag, in APL records", .ref = "RFC 3123, 4"},
	[APL_AFDLENGTH] = {"dns.apl.afdlength", "Address Length", U8, DEC, AT(1, 7), BOX(8, 1),
			   .under = LOOSE, .help = "Address Length, in APL records",
			   .ref = "RFC 3123, 4"},
	[APL_AFDPART_IPV4] = {"dns.apl.afdpart.ipv4", "Address", IPV4,
			      .help = "Address, in APL records", .ref = "RFC 3123, 4"},
	[APL_AFDPART_IPV6] = {"dns.apl.afdpart.ipv6", "Address", IPV6,
			      .help = "Address, in APL records", .ref = "RFC 3123, 4"},
	[APL_AFDPART_DATA] = {"dns.apl.afdpart.data", "Address", BYTES,
			      .help = "Address, in APL records", .ref = "RFC 3123, 4"},
	[DS_KEY_ID] = {"dns.ds.key_id", "Key id", U16, HEX, .help = "Key id, in DS records",
		       .ref = "RFC 4034, 5.1"},
	[DS_ALGORITHM] = {"dns.ds.algorithm", "Algorithm", U8, DEC, .words = &dns_algorithms,
			  .help = "Algorithm, in DS records", .ref = "RFC 4034, 5.1"},
	[DS_DIGEST_TYPE] = {"dns.ds.digest_type", "Digest Type", U8, DEC, .words = &dns_digests,
			    .help = "Digest Type, in DS records", .ref = "RFC 4034, 5.1"},
	[DS_DIGEST] = {"dns.ds.digest", "Digest", BYTES, .help = "Digest, in DS records",
		       .ref = "RFC 4034, 5.1"},
	[SSHFP_ALGORITHM] = {"dns.sshfp.algorithm", "Algorithm", U8, DEC,
			     WORDS(words_sshfp_algorithm), .help = "Algorithm, in SSHFP records",
			     .ref = "RFC 4255, 3.1"},
	[SSHFP_FINGERPRINT_TYPE] = {"dns.sshfp.fingerprint.type", "Fingerprint type", U8, DEC,
				    WORDS(words_sshfp_fingerprint_type),
				    .help = "Fingerprint type, in SSHFP records",
				    .ref = "RFC 4255, 3.1"},
	[SSHFP_FINGERPRINT] = {"dns.sshfp.fingerprint", "Fingerprint", BYTES,
			       .help = "Fingerprint, in SSHFP records", .ref = "RFC 4255, 3.1"},
	[IPSECKEY_GATEWAY_PRECEDENCE] = {"dns.ipseckey.gateway_precedence", "Gateway Precedence",
					 U8, DEC, .help = "Gateway Precedence, in IPSECKEY records",
					 .ref = "RFC 4025, 2.1"},
	[IPSECKEY_GATEWAY_TYPE] = {"dns.ipseckey.gateway_type", "Gateway Type", U8, DEC,
				   WORDS(words_ipseckey_gateway_type),
				   .help = "Gateway Type, in IPSECKEY records",
				   .ref = "RFC 4025, 2.1"},
	[IPSECKEY_GATEWAY_ALGORITHM] = {"dns.ipseckey.gateway_algorithm", "Gateway Algorithm", U8,
					DEC, WORDS(words_ipseckey_gateway_algorithm),
					.help = "Gateway Algorithm, in IPSECKEY records",
					.ref = "RFC 4025, 2.1"},
	[IPSECKEY_GATEWAY_IPV4] = {"dns.ipseckey.gateway_ipv4", "IPv4 Gateway", IPV4,
				   .help = "IPv4 Gateway, in IPSECKEY records",
				   .ref = "RFC 4025, 2.1"},
	[IPSECKEY_GATEWAY_IPV6] = {"dns.ipseckey.gateway_ipv6", "IPv6 Gateway", IPV6,
				   .help = "IPv6 Gateway, in IPSECKEY records",
				   .ref = "RFC 4025, 2.1"},
	[IPSECKEY_GATEWAY_DNS] = {"dns.ipseckey.gateway_dns", "DNS Gateway", STRING,
				  .help = "DNS Gateway, in IPSECKEY records",
				  .ref = "RFC 4025, 2.1"},
	[IPSECKEY_PUBLIC_KEY] = {"dns.ipseckey.public_key", "Public Key", BYTES,
				 .help = "Public Key, in IPSECKEY records", .ref = "RFC 4025, 2.1"},
	[RRSIG_TYPE_COVERED] = {"dns.rrsig.type_covered", "Type Covered", U16, DEC,
				.words = &dns_types, .help = "Type Covered, in RRSIG records",
				.ref = "RFC 4034, 3.1"},
	[RRSIG_ALGORITHM] = {"dns.rrsig.algorithm", "Algorithm", U8, DEC, .words = &dns_algorithms,
			     .help = "Algorithm, in RRSIG records", .ref = "RFC 4034, 3.1"},
	[RRSIG_LABELS] = {"dns.rrsig.labels", "Labels", U8, DEC, .help = "Labels, in RRSIG records",
			  .ref = "RFC 4034, 3.1"},
	[RRSIG_ORIGINAL_TTL] = {"dns.rrsig.original_ttl", "Original TTL", U32, DEC,
				.form = form_seconds, .help = "Original TTL, in RRSIG records",
				.ref = "RFC 4034, 3.1"},
	[RRSIG_SIGNATURE_EXPIRATION] = {"dns.rrsig.signature_expiration", "Signature Expiration",
					ABSTIME, UTC,
					.help = "Signature Expiration, in RRSIG records",
					.ref = "RFC 4034, 3.1"},
	[RRSIG_SIGNATURE_INCEPTION] = {"dns.rrsig.signature_inception", "Signature Inception",
				       ABSTIME, UTC,
				       .help = "Signature Inception, in RRSIG records",
				       .ref = "RFC 4034, 3.1"},
	[RRSIG_KEY_TAG] = {"dns.rrsig.key_tag", "Key Tag", U16, DEC,
			   .help = "Key Tag, in RRSIG records", .ref = "RFC 4034, 3.1"},
	[RRSIG_SIGNERS_NAME] = {"dns.rrsig.signers_name", "Signer's name", STRING,
				.help = "Signer's name, in RRSIG records", .ref = "RFC 4034, 3.1"},
	[RRSIG_SIGNATURE] = {"dns.rrsig.signature", "Signature", BYTES,
			     .help = "Signature, in RRSIG records", .ref = "RFC 4034, 3.1"},
	[NSEC_NEXT_DOMAIN_NAME] = {"dns.nsec.next_domain_name", "Next Domain Name", STRING,
				   .help = "Next Domain Name, in NSEC records",
				   .ref = "RFC 4034, 4.1"},
	[DNSKEY_FLAGS] = {"dns.dnskey.flags", "Flags", U16, HEX, .help = "Flags, in DNSKEY records",
			  .ref = "RFC 4034, 2.1"},
	[DNSKEY_FLAGS_ZONE_KEY] = {"dns.dnskey.flags.zone_key", "Zone Key", BOOL, AT(7, 1),
				   BOX(16, 7), .under = DNSKEY_FLAGS,
				   WORDS(words_dnskey_flags_zone_key),
				   .help = "Zone Key, in DNSKEY records", .ref = "RFC 4034, 2.1"},
	[DNSKEY_FLAGS_KEY_REVOKED] = {"dns.dnskey.flags.key_revoked", "Key Revoked", BOOL, AT(8, 1),
				      BOX(16, 8), .under = DNSKEY_FLAGS, WORDS(yes_no),
				      .help = "Key Revoked, in DNSKEY records",
				      .ref = "RFC 4034, 2.1"},
	[DNSKEY_FLAGS_SECURE_ENTRY_POINT] = {"dns.dnskey.flags.secure_entry_point",
					     "Key Signing Key", BOOL, AT(15, 1), BOX(16, 15),
					     .under = DNSKEY_FLAGS, WORDS(yes_no),
					     .help = "Key Signing Key, in DNSKEY records",
					     .ref = "RFC 4034, 2.1"},
	[DNSKEY_FLAGS_RESERVED] = {"dns.dnskey.flags.reserved", "Key Signing Key", U16, HEX,
				   AT(0, 15), BOX(16, 0), .hole = 0xc0, .under = DNSKEY_FLAGS,
				   .help = "Reserved, in DNSKEY records", .ref = "RFC 4034, 2.1"},
	[DNSKEY_PROTOCOL] = {"dns.dnskey.protocol", "Protocol", U8, DEC,
			     .help = "Protocol, in DNSKEY records", .ref = "RFC 4034, 2.1"},
	[DNSKEY_ALGORITHM] = {"dns.dnskey.algorithm", "Algorithm", U8, DEC,
			      .words = &dns_algorithms, .help = "Algorithm, in DNSKEY records",
			      .ref = "RFC 4034, 2.1"},
	[DNSKEY_KEY_ID] = {"dns.dnskey.key_id", "Key id", U16, DEC, .traits = GENERATED,
			   .help = "Key id, in DNSKEY records", .ref = "RFC 4034, 2.1"},
	[DNSKEY_PUBLIC_KEY] = {"dns.dnskey.public_key", "Public Key", BYTES,
			       .help = "Public Key, in DNSKEY records", .ref = "RFC 4034, 2.1"},
	[DHCID_RDATA] = {"dns.dhcid.rdata", "DHCID Data", BYTES,
			 .help = "DHCID Data, in DHCID records", .ref = "RFC 4701, 3"},
	[NSEC3_ALGO] = {"dns.nsec3.algo", "Hash algorithm", U8, DEC, WORDS(words_nsec3_algo),
			.help = "Hash algorithm, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3PARAM_FLAGS] = {"dns.nsec3.flags", "NSEC3 flags", U8, DEC,
			      .help = "Flags, in NSEC3PARAM records", .ref = "RFC 5155, 4.2"},
	[NSEC3_FLAGS] = {"dns.nsec3.flags", "NSEC3 flags", U8, DEC,
			 .help = "NSEC3 flags, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3_FLAGS_OPT_OUT] = {"dns.nsec3.flags.opt_out", "NSEC3 Opt-out flag", BOOL, AT(7, 1),
				 BOX(8, 7), .under = NSEC3_FLAGS, WORDS(words_nsec3_flags_opt_out),
				 .help = "NSEC3 Opt-out flag, in NSEC3 records",
				 .ref = "RFC 5155, 3.1"},
	[NSEC3_ITERATIONS] = {"dns.nsec3.iterations", "NSEC3 iterations", U16, DEC,
			      .help = "NSEC3 iterations, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3_SALT_LENGTH] = {"dns.nsec3.salt_length", "Salt length", U8, DEC,
			       .help = "Salt length, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3_SALT_VALUE] = {"dns.nsec3.salt_value", "Salt value", BYTES,
			      .help = "Salt value, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3_HASH_LENGTH] = {"dns.nsec3.hash_length", "Hash length", U8, DEC,
			       .help = "Hash length, in NSEC3 records", .ref = "RFC 5155, 3.1"},
	[NSEC3_HASH_VALUE] = {"dns.nsec3.hash_value", "Next hashed owner", STRING,
			      .traits = GENERATED, .help = "Next hashed owner, in NSEC3 records",
			      .ref = "RFC 5155, 3.1"},
	[TLSA_CERTIFICATE_USAGE] = {"dns.tlsa.certificate_usage", "Certificate Usage", U8, DEC,
				    WORDS(words_tlsa_certificate_usage),
				    .help = "Certificate Usage, in TLSA records",
				    .ref = "RFC 6698, 2.1"},
	[TLSA_SELECTOR] = {"dns.tlsa.selector", "Selector", U8, DEC, WORDS(words_tlsa_selector),
			   .help = "Selector, in TLSA records", .ref = "RFC 6698, 2.1"},
	[TLSA_MATCHING_TYPE] = {"dns.tlsa.matching_type", "Matching Type", U8, DEC,
				WORDS(words_tlsa_matching_type),
				.help = "Matching Type, in TLSA records", .ref = "RFC 6698, 2.1"},
	[TLSA_CERTIFICATE_ASSOCIATION_DATA] =
		{"dns.tlsa.certificate_association_data", "Certificate Association Data", BYTES,
		 .help = "Certificate Association Data, in TLSA records", .ref = "RFC 6698, 2.1"},
	[HIP_HIT_LENGTH] = {"dns.hip.hit.length", "HIT length", U8, DEC,
			    .help = "HIT length, in HIP records", .ref = "RFC 8005, 5"},
	[HIP_HIT_PK_ALGO] = {"dns.hip.hit.pk.algo", "HIT length", U8, DEC,
			     WORDS(words_hip_hit_pk_algo), .help = "HIT length, in HIP records",
			     .ref = "RFC 8005, 5"},
	[HIP_PK_LENGTH] = {"dns.hip.pk.length", "PK length", U16, DEC,
			   .help = "PK length, in HIP records", .ref = "RFC 8005, 5"},
	[HIP_HIT] = {"dns.hip.hit", "Host Identity Tag", BYTES,
		     .help = "Host Identity Tag, in HIP records", .ref = "RFC 8005, 5"},
	[HIP_PK] = {"dns.hip.pk", "HIP Public Key", BYTES, .help = "HIP Public Key, in HIP records",
		    .ref = "RFC 8005, 5"},
	[HIP_RENDEZVOUS_SERVER] = {"dns.hip.rendezvous_server", "Rendezvous Server", STRING,
				   .help = "Rendezvous Server, in HIP records",
				   .ref = "RFC 8005, 5"},
	[OPENPGPKEY] = {"dns.openpgpkey", "OpenPGP Key", BYTES,
			.help = "OpenPGP Key, in OPENPGPKEY records", .ref = "RFC 7929, 2.1"},
	[CSYNC_SOA] = {"dns.csync.soa", "SOA", U32, DEC, .help = "SOA, in CSYNC records",
		       .ref = "RFC 7477, 2.1.1"},
	[CSYNC_FLAGS] = {"dns.csync.flags", "Flags", U16, HEX, .help = "Flags, in CSYNC records",
			 .ref = "RFC 7477, 2.1.1"},
	[CSYNC_FLAGS_IMMEDIATE] = {"dns.csync.flags.immediate", "immediate", BOOL, AT(15, 1),
				   BOX(16, 15), .under = CSYNC_FLAGS,
				   .help = "immediate, in CSYNC records", .ref = "RFC 7477, 2.1.1"},
	[CSYNC_FLAGS_SOAMINIMUM] = {"dns.csync.flags.soaminimum", "soaminimum", BOOL, AT(14, 1),
				    BOX(16, 14), .under = CSYNC_FLAGS,
				    .help = "soaminimum, in CSYNC records",
				    .ref = "RFC 7477, 2.1.1"},
	[CSYNC_TYPE_BITMAP] = {"dns.csync.type_bitmap", "Type Bitmap", BYTES,
			       .help = "Type Bitmap, in CSYNC records", .ref = "RFC 7477, 2.1.1"},
	[ZONEMD_SERIAL] = {"dns.zonemd.serial", "Serial", U32, DEC,
			   .help = "Serial, in ZONEMD records", .ref = "RFC 8976, 2.2"},
	[ZONEMD_SCHEME] = {"dns.zonemd.scheme", "Scheme", U8, DEC,
			   .help = "Scheme, in ZONEMD records", .ref = "RFC 8976, 2.2"},
	[ZONEMD_HASH_ALGO] = {"dns.zonemd.hash_algo", "Hash Algorithm", U8, DEC,
			      .help = "Hash Algorithm, in ZONEMD records", .ref = "RFC 8976, 2.2"},
	[ZONEMD_DIGEST] = {"dns.zonemd.digest", "Digest", BYTES,
			   .help = "Digest, in ZONEMD records", .ref = "RFC 8976, 2.2"},
	[SPF_LENGTH] = {"dns.spf.length", "SPF Length", U8, DEC,
			.help = "SPF Length, in SPF records", .ref = "RFC 4408, 3.1.1"},
	[SPF] = {"dns.spf", "SPF", STRING, .help = "SPF, in SPF records", .ref = "RFC 4408, 3.1.1"},
	[ILNP_NID_PREFERENCE] = {"dns.ilnp.nid.preference", "Preference", U16, DEC,
				 .help = "Preference, in NID records", .ref = "RFC 6742, 2.1"},
	[ILNP_NID] = {"dns.ilnp.nid", "NodeID", BYTES, .help = "NodeID, in NID records",
		      .ref = "RFC 6742, 2.1"},
	[ILNP_L32_PREFERENCE] = {"dns.ilnp.l32.preference", "Preference", U16, DEC,
				 .help = "Preference, in L32 records", .ref = "RFC 6742, 2.2"},
	[ILNP_L32] = {"dns.ilnp.l32", "Locator32", IPV4, .help = "Locator32, in L32 records",
		      .ref = "RFC 6742, 2.2"},
	[ILNP_L64_PREFERENCE] = {"dns.ilnp.l64.preference", "Preference", U16, DEC,
				 .help = "Preference, in L64 records", .ref = "RFC 6742, 2.3"},
	[ILNP_L64] = {"dns.ilnp.l64", "Locator64", BYTES, .help = "Locator64, in L64 records",
		      .ref = "RFC 6742, 2.3"},
	[ILNP_LP_PREFERENCE] = {"dns.ilnp.lp.preference", "Preference", U16, DEC,
				.help = "Preference, in LP records", .ref = "RFC 6742, 2.4"},
	[ILNP_LP] = {"dns.ilnp.lp", "Locator FQDN", STRING, .help = "Locator FQDN, in LP records",
		     .ref = "RFC 6742, 2.4"},
	[EUI48_ADDRESS] = {"dns.eui48", "EUI48 Address", ETHER,
			   .help = "EUI48 Address, in EUI48 records", .ref = "RFC 7043, 3.1"},
	[EUI64_ADDRESS] = {"dns.eui64", "EUI64 Address", EUI64,
			   .help = "EUI64 Address, in EUI64 records", .ref = "RFC 7043, 4.1"},
	[TKEY_ALGO_NAME] = {"dns.tkey.algo_name", "Algorithm name", STRING,
			    .help = "Algorithm name, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_SIGNATURE_INCEPTION] = {"dns.tkey.signature_inception", "Signature Inception",
				      ABSTIME, UTC, .help = "Signature Inception, in TKEY records",
				      .ref = "RFC 2930, 2"},
	[TKEY_SIGNATURE_EXPIRATION] = {"dns.tkey.signature_expiration", "Signature Expiration",
				       ABSTIME, UTC,
				       .help = "Signature Expiration, in TKEY records",
				       .ref = "RFC 2930, 2"},
	[TKEY_MODE] = {"dns.tkey.mode", "Mode", U16, DEC, WORDS(words_tkey_mode),
		       .help = "Mode, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_ERROR] = {"dns.tkey.error", "Error", U16, DEC, .words = &dns_errors,
			.help = "Error, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_KEY_SIZE] = {"dns.tkey.key_size", "Key Size", U16, DEC,
			   .help = "Key Size, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_KEY_DATA] = {"dns.tkey.key_data", "Key Data", BYTES,
			   .help = "Key Data, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_OTHER_SIZE] = {"dns.tkey.other_size", "Other Size", U16, DEC,
			     .help = "Other Size, in TKEY records", .ref = "RFC 2930, 2"},
	[TKEY_OTHER_DATA] = {"dns.tkey.other_data", "Other Data", BYTES,
			     .help = "Other Data, in TKEY records", .ref = "RFC 2930, 2"},
	[TSIG_ALGORITHM_NAME] = {"dns.tsig.algorithm_name", "Algorithm Name", STRING,
				 .help = "Algorithm Name, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_TIME_SIGNED] = {"dns.tsig.time_signed", "Time Signed", ABSTIME, UTC,
			      .help = "Time Signed, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_FUDGE] = {"dns.tsig.fudge", "Fudge", U16, DEC, .help = "Fudge, in TSIG records",
			.ref = "RFC 8945, 4.2"},
	[TSIG_MAC_SIZE] = {"dns.tsig.mac_size", "MAC Size", U16, DEC,
			   .help = "MAC Size, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_MAC] = {"dns.tsig.mac", "MAC", NONE, .help = "MAC, in TSIG records",
		      .ref = "RFC 8945, 4.2"},
	[TSIG_ORIGINAL_ID] = {"dns.tsig.original_id", "Original Id", U16, DEC,
			      .help = "Original Id, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_ERROR] = {"dns.tsig.error", "Error", U16, DEC, .words = &dns_errors,
			.help = "Error, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_OTHER_LEN] = {"dns.tsig.other_len", "Other Len", U16, DEC,
			    .help = "Other Len, in TSIG records", .ref = "RFC 8945, 4.2"},
	[TSIG_OTHER_DATA] = {"dns.tsig.other_data", "Other Data", BYTES,
			     .help = "Other Data, in TSIG records", .ref = "RFC 8945, 4.2"},
	[CAA_FLAGS] = {"dns.caa.flags", "CAA Flags", U8, HEX, .help = "CAA Flags, in CAA records",
		       .ref = "RFC 8659, 4.1"},
	[CAA_FLAGS_ISSUER_CRITICAL] = {"dns.caa.flags.issuer_critical", "Issuer Critical", BOOL,
				       AT(0, 1), BOX(8, 0), .under = CAA_FLAGS,
				       WORDS(words_caa_flags_issuer_critical),
				       .help = "Issuer Critical, in CAA records",
				       .ref = "RFC 8659, 4.1"},
	[CAA_ISSUE] = {"dns.caa.issue", "Issue", STRING, .help = "Issue, in CAA records",
		       .ref = "RFC 8659, 4.1"},
	[CAA_ISSUEWILD] = {"dns.caa.issuewild", "Issue Wildcard", STRING,
			   .help = "Issue Wildcard, in CAA records", .ref = "RFC 8659, 4.1"},
	[CAA_IODEF] = {"dns.caa.iodef", "Report URL", STRING, .help = "Report URL, in CAA records",
		       .ref = "RFC 8659, 4.1"},
	[CAA_UNKNOWN] = {"dns.caa.unknown", "Unknown tag", STRING,
			 .help = "Unknown tag, in CAA records", .ref = "RFC 8659, 4.1"},
	[WINS_LOCAL_FLAG] = {"dns.wins.local_flag", "Local Flag", BOOL,
			     .help = "Local Flag, in WINS records", .ref = "MS-DNSP, 2.2.2.2.4.18"},
	[WINS_LOOKUP_TIMEOUT] = {"dns.wins.lookup_timeout", "Lookup timeout", U32, DEC,
				 .form = form_seconds, .help = "Lookup timeout, in WINS records",
				 .ref = "MS-DNSP, 2.2.2.2.4.18"},
	[WINS_CACHE_TIMEOUT] = {"dns.wins.cache_timeout", "Cache timeout", U32, DEC,
				.form = form_seconds, .help = "Cache timeout, in WINS records",
				.ref = "MS-DNSP, 2.2.2.2.4.18"},
	[WINS_NB_WINS_SERVERS] = {"dns.wins.nb_wins_servers", "Number of WINS servers", U32, DEC,
				  .help = "Number of WINS servers, in WINS records",
				  .ref = "MS-DNSP, 2.2.2.2.4.18"},
	[WINS_WINS_SERVER] = {"dns.wins.wins_server", "WINS Server Address", IPV4,
			      .help = "WINS Server Address, in WINS records",
			      .ref = "MS-DNSP, 2.2.2.2.4.18"},
	[WINSR_LOCAL_FLAG] = {"dns.winsr.local_flag", "Local Flag", BOOL,
			      .help = "Local Flag, in WINSR records",
			      .ref = "MS-DNSP, 2.2.2.2.4.19"},
	[WINSR_LOOKUP_TIMEOUT] = {"dns.winsr.lookup_timeout", "Lookup timeout", U32, DEC,
				  .form = form_seconds, .help = "Lookup timeout, in WINSR records",
				  .ref = "MS-DNSP, 2.2.2.2.4.19"},
	[WINSR_CACHE_TIMEOUT] = {"dns.winsr.cache_timeout", "Cache timeout", U32, DEC,
				 .form = form_seconds, .help = "Cache timeout, in WINSR records",
				 .ref = "MS-DNSP, 2.2.2.2.4.19"},
	[WINSR_NAME_RESULT_DOMAIN] = {"dns.winsr.name_result_domain", "Name Result Domain", STRING,
				      .help = "Name Result Domain, in WINSR records",
				      .ref = "MS-DNSP, 2.2.2.2.4.19"},
	[CAA_TAG_LENGTH] = {"dns.caa.tag_length", "Tag length", U8, DEC,
			    .help = "Tag length, in CAA records", .ref = "RFC 8659, 4.1"},
	[CAA_TAG_ROW] = {"dns.caa.tag", "Tag", STRING, .help = "Tag, in CAA records",
			 .ref = "RFC 8659, 4.1"},
	[CAA_VALUE] = {"dns.caa.value", "Value", STRING, .help = "Value, in CAA records",
		       .ref = "RFC 8659, 4.1"},
	[BIT] = {"dns.resp.type", "RR type in bit map", U16, DEC, .words = &dns_types,
		 .help = "A type that the name has", .ref = "RFC 4034, 4.1.2"},
	[DATA] = {"dns.data", "Data", BYTES, .help = "Data of a type that nobody knows",
		  .ref = "RFC 3597, 3"},
	[NO_ALGORITHM] =
		EXPERT("dns.tsig.noalg", "No dissector for algorithm", WARNING, G_UNDECODED),
};

/* How an item is read, where it isn't so many octets. */
enum {
	NAME = 0x40, /* a domain name */
	NAME_IF,     /* the same, if anything is left */
	NAMELEN,     /* how long the name is that follows: concluded */
	TEXT,        /* its length, and behind it the text, which is the next row */
	TEXT_IF,     /* the same, if anything is left */
	TAIL,        /* all that is left */
	TAIL_IF,     /* the same, if anything is */
	BITMAP,      /* which types there are, RFC 4034, 4.1.2 */
	NXTMAP,      /* the same, RFC 2535, 5.2 */
	AGAIN,       /* from that item on, while anything is left */
	TIME,        /* seconds since 1970 */
	TIME6,       /* the same in six octets */
	KEYTAG,      /* concluded from all of the data */
	SLICE,       /* bits of the octet to come */
	FLAG32,      /* a flag in four octets */
	SUFFIX,      /* as many octets as the prefix before it leaves of an address */
	PREFIX,      /* an address without its trailing zeros */
	GATEWAY,     /* an address of a kind that was told */
	COUNTED,     /* its length, and behind it the octets, which are the next row */
	HASH,        /* the same, shown in base 32 */
	BACK2,       /* as many octets as the two before it say */
	BACK4,       /* as the first of four octets before it says */
	MAC,         /* a signature, by its length */
	OWNER,       /* the record's name, once more in the summary line */
	LOW7,        /* the low bits of an octet */
	HIP_KEY,     /* a key whose length stands in the third octet */
	CAA_TAG,     /* a property, RFC 8659 */
};

struct item {
	uint16_t row;
	uint8_t how;      /* octets, or one of the above */
	const char *says; /* its word in the record's line; NULL: it isn't told there */
};

static const struct item a[] = {{A, 4, "addr "}, {0}};
static const struct item ns[] = {{NS, NAME, "ns "}, {0}};
static const struct item md[] = {{MD, NAME, "md "}, {0}};
static const struct item mf[] = {{MF, NAME, "mf "}, {0}};
static const struct item cname[] = {{CNAME, NAME, "cname "}, {0}};
static const struct item soa[] = {{SOA_MNAME, NAME, "mname "},   {SOA_RNAME, NAME, NULL},
				  {SOA_SERIAL_NUMBER, 4, NULL},  {SOA_REFRESH_INTERVAL, 4, NULL},
				  {SOA_RETRY_INTERVAL, 4, NULL}, {SOA_EXPIRE_LIMIT, 4, NULL},
				  {SOA_MINIMUM_TTL, 4, NULL},    {0}};
static const struct item mb[] = {{MB, NAME, "mb "}, {0}};
static const struct item mg[] = {{MG, NAME, "mg "}, {0}};
static const struct item mr[] = {{MR, NAME, "mr "}, {0}};
static const struct item null_data[] = {{NULL_DATA, TAIL, NULL}, {0}};
static const struct item wks[] = {{WKS_ADDRESS, 4, "addr "},
				  {WKS_PROTOCOL, 1, NULL},
				  {WKS_BITS, 1, NULL},
				  {2, AGAIN, NULL},
				  {0}};
static const struct item ptr[] = {{PTR_DOMAIN_NAME, NAME, ""}, {0}};
static const struct item hinfo[] = {
	{HINFO_CPU_LENGTH, TEXT, "CPU "}, {HINFO_OS_LENGTH, TEXT, "OS "}, {0}};
static const struct item minfo[] = {
	{MINFO_R, NAME, "responsible mailbox "}, {MINFO_E, NAME, "errors mailbox "}, {0}};
static const struct item mx[] = {
	{MX_PREFERENCE, 2, "preference "}, {MX_MAIL_EXCHANGE, NAME, "mx "}, {0}};
static const struct item txt[] = {{TXT_LENGTH, TEXT, NULL}, {0, AGAIN, NULL}, {0}};
static const struct item rp[] = {
	{0, OWNER, NULL}, {RP_MAILBOX, NAME, NULL}, {RP_TXT_RR, NAME, NULL}, {0}};
static const struct item afsdb[] = {
	{0, OWNER, NULL}, {AFSDB_SUBTYPE, 2, NULL}, {AFSDB_HOSTNAME, NAME, NULL}, {0}};
static const struct item x25[] = {{X25_LENGTH, TEXT, "PSDN-Address "}, {0}};
static const struct item isdn[] = {
	{IDSN_LENGTH, TEXT, "ISDN address "}, {IDSN_SA_LENGTH, TEXT_IF, "subaddress "}, {0}};
static const struct item rt[] = {
	{RT_SUBTYPE, 2, "preference "}, {RT_INTERMEDIATE_HOST, NAME, "intermediate host "}, {0}};
static const struct item nsap[] = {{NSAP_RDATA, TAIL, NULL}, {0}};
static const struct item nsap_ptr[] = {{NSAP_PTR_OWNER, NAME, "owner "}, {0}};
static const struct item key[] = {{KEY_FLAGS, 2, NULL},         {KEY_PROTOCOL, 1, NULL},
				  {KEY_ALGORITHM, 1, NULL},     {KEY_KEY_ID, KEYTAG, NULL},
				  {KEY_PUBLIC_KEY, TAIL, NULL}, {0}};
static const struct item px[] = {{0, OWNER, NULL},
				 {PX_PREFERENCE, 2, NULL},
				 {PX_MAP822, NAME, NULL},
				 {PX_MAP400, NAME, NULL},
				 {0}};
static const struct item gpos[] = {{GPOS_LONGITUDE_LENGTH, TEXT, NULL},
				   {GPOS_LATITUDE_LENGTH, TEXT, NULL},
				   {GPOS_ALTITUDE_LENGTH, TEXT, NULL},
				   {0}};
static const struct item aaaa[] = {{AAAA, 16, "addr "}, {0}};
static const struct item nxt[] = {
	{NXT_NEXT_DOMAIN_NAME, NAME, "next domain name "}, {0, NXTMAP, NULL}, {0}};
static const struct item srv[] = {{SRV_PRIORITY, 2, "priority "},
				  {SRV_WEIGHT, 2, "weight "},
				  {SRV_PORT, 2, "port "},
				  {SRV_TARGET, NAME, "target "},
				  {0}};
static const struct item naptr[] = {
	{NAPTR_ORDER, 2, "order "},           {NAPTR_PREFERENCE, 2, "preference "},
	{NAPTR_FLAGS_LENGTH, TEXT, "flags "}, {NAPTR_SERVICE_LENGTH, TEXT, NULL},
	{NAPTR_REGEX_LENGTH, TEXT, NULL},     {NAPTR_REPLACEMENT_LENGTH, NAMELEN, NULL},
	{NAPTR_REPLACEMENT, NAME, NULL},      {0}};
static const struct item kx[] = {
	{KX_PREFERENCE, 2, "preference "}, {KX_KEY_EXCHANGE, NAME, "key exchange "}, {0}};
static const struct item cert[] = {{CERT_TYPE, 2, NULL},
				   {CERT_KEY_TAG, 2, NULL},
				   {CERT_ALGORITHM, 1, NULL},
				   {CERT_CERTIFICATE, TAIL, NULL},
				   {0}};
static const struct item a6[] = {{A6_PREFIX_LEN, 1, NULL},
				 {A6_ADDRESS_SUFFIX, SUFFIX, NULL},
				 {A6_PREFIX_NAME, NAME_IF, NULL},
				 {0}};
static const struct item dname[] = {{DNAME, NAME, "dname "}, {0}};
static const struct item apl[] = {{0, OWNER, NULL},
				  {APL_ADDRESS_FAMILY, 2, NULL},
				  {APL_CODED_PREFIX, 1, NULL},
				  {APL_NEGATION, SLICE, NULL},
				  {APL_AFDLENGTH, LOW7, NULL},
				  {APL_AFDPART_IPV4, PREFIX, NULL},
				  {1, AGAIN, NULL},
				  {0}};
static const struct item ds[] = {{DS_KEY_ID, 2, NULL},
				 {DS_ALGORITHM, 1, NULL},
				 {DS_DIGEST_TYPE, 1, NULL},
				 {DS_DIGEST, TAIL, NULL},
				 {0}};
static const struct item sshfp[] = {{SSHFP_ALGORITHM, 1, NULL},
				    {SSHFP_FINGERPRINT_TYPE, 1, NULL},
				    {SSHFP_FINGERPRINT, TAIL, NULL},
				    {0}};
static const struct item ipseckey[] = {
	{IPSECKEY_GATEWAY_PRECEDENCE, 1, NULL}, {IPSECKEY_GATEWAY_TYPE, 1, NULL},
	{IPSECKEY_GATEWAY_ALGORITHM, 1, NULL},  {IPSECKEY_GATEWAY_IPV4, GATEWAY, NULL},
	{IPSECKEY_PUBLIC_KEY, TAIL_IF, NULL},   {0}};
static const struct item rrsig[] = {{RRSIG_TYPE_COVERED, 2, NULL},
				    {RRSIG_ALGORITHM, 1, NULL},
				    {RRSIG_LABELS, 1, NULL},
				    {RRSIG_ORIGINAL_TTL, 4, NULL},
				    {RRSIG_SIGNATURE_EXPIRATION, TIME, NULL},
				    {RRSIG_SIGNATURE_INCEPTION, TIME, NULL},
				    {RRSIG_KEY_TAG, 2, NULL},
				    {RRSIG_SIGNERS_NAME, NAME, NULL},
				    {RRSIG_SIGNATURE, TAIL, NULL},
				    {0}};
static const struct item nsec[] = {
	{NSEC_NEXT_DOMAIN_NAME, NAME, "next domain name "}, {0, BITMAP, NULL}, {0}};
static const struct item dnskey[] = {{DNSKEY_FLAGS, 2, NULL},         {DNSKEY_PROTOCOL, 1, NULL},
				     {DNSKEY_ALGORITHM, 1, NULL},     {DNSKEY_KEY_ID, KEYTAG, NULL},
				     {DNSKEY_PUBLIC_KEY, TAIL, NULL}, {0}};
static const struct item dhcid[] = {{DHCID_RDATA, TAIL, NULL}, {0}};
static const struct item nsec3[] = {{NSEC3_ALGO, 1, NULL},
				    {NSEC3_FLAGS, 1, NULL},
				    {NSEC3_ITERATIONS, 2, NULL},
				    {NSEC3_SALT_LENGTH, COUNTED, NULL},
				    {NSEC3_HASH_LENGTH, HASH, NULL},
				    {0, BITMAP, NULL},
				    {0}};
static const struct item nsec3param[] = {{0, OWNER, NULL},
					 {NSEC3_ALGO, 1, NULL},
					 {NSEC3PARAM_FLAGS, 1, NULL},
					 {NSEC3_ITERATIONS, 2, NULL},
					 {NSEC3_SALT_LENGTH, COUNTED, NULL},
					 {0}};
static const struct item tlsa[] = {{0, OWNER, NULL},
				   {TLSA_CERTIFICATE_USAGE, 1, NULL},
				   {TLSA_SELECTOR, 1, NULL},
				   {TLSA_MATCHING_TYPE, 1, NULL},
				   {TLSA_CERTIFICATE_ASSOCIATION_DATA, TAIL, NULL},
				   {0}};
static const struct item hip[] = {{0, OWNER, NULL},
				  {HIP_HIT_LENGTH, 1, NULL},
				  {HIP_HIT_PK_ALGO, 1, NULL},
				  {HIP_PK_LENGTH, 2, NULL},
				  {HIP_HIT, BACK4, NULL},
				  {HIP_PK, HIP_KEY, NULL},
				  {HIP_RENDEZVOUS_SERVER, NAME, NULL},
				  {6, AGAIN, NULL},
				  {0}};
static const struct item openpgpkey[] = {{OPENPGPKEY, TAIL, NULL}, {0}};
static const struct item csync[] = {
	{CSYNC_SOA, 4, NULL}, {CSYNC_FLAGS, 2, NULL}, {CSYNC_TYPE_BITMAP, TAIL, NULL}, {0}};
static const struct item zonemd[] = {{ZONEMD_SERIAL, 4, NULL},
				     {ZONEMD_SCHEME, 1, NULL},
				     {ZONEMD_HASH_ALGO, 1, NULL},
				     {ZONEMD_DIGEST, TAIL, NULL},
				     {0}};
static const struct item spf[] = {{SPF_LENGTH, TEXT, NULL}, {0, AGAIN, NULL}, {0}};
static const struct item nid[] = {{ILNP_NID_PREFERENCE, 2, NULL}, {ILNP_NID, 8, NULL}, {0}};
static const struct item l32[] = {{ILNP_L32_PREFERENCE, 2, NULL}, {ILNP_L32, 4, NULL}, {0}};
static const struct item l64[] = {{ILNP_L64_PREFERENCE, 2, NULL}, {ILNP_L64, 8, NULL}, {0}};
static const struct item lp[] = {{ILNP_LP_PREFERENCE, 2, NULL}, {ILNP_LP, NAME, NULL}, {0}};
static const struct item eui48[] = {{EUI48_ADDRESS, 6, NULL}, {0}};
static const struct item eui64[] = {{EUI64_ADDRESS, 8, NULL}, {0}};
static const struct item tkey[] = {{TKEY_ALGO_NAME, NAME, NULL},
				   {TKEY_SIGNATURE_INCEPTION, TIME, NULL},
				   {TKEY_SIGNATURE_EXPIRATION, TIME, NULL},
				   {TKEY_MODE, 2, NULL},
				   {TKEY_ERROR, 2, NULL},
				   {TKEY_KEY_SIZE, 2, NULL},
				   {TKEY_KEY_DATA, BACK2, NULL},
				   {TKEY_OTHER_SIZE, 2, NULL},
				   {TKEY_OTHER_DATA, BACK2, NULL},
				   {0}};
static const struct item tsig[] = {{TSIG_ALGORITHM_NAME, NAME, NULL},
				   {TSIG_TIME_SIGNED, TIME6, NULL},
				   {TSIG_FUDGE, 2, NULL},
				   {TSIG_MAC_SIZE, 2, NULL},
				   {TSIG_MAC, MAC, NULL},
				   {TSIG_ORIGINAL_ID, 2, NULL},
				   {TSIG_ERROR, 2, NULL},
				   {TSIG_OTHER_LEN, 2, NULL},
				   {TSIG_OTHER_DATA, BACK2, NULL},
				   {0}};
static const struct item caa[] = {{CAA_FLAGS, 1, NULL}, {CAA_ISSUE, CAA_TAG, NULL}, {0}};
static const struct item wins[] = {{WINS_LOCAL_FLAG, FLAG32, NULL},
				   {WINS_LOOKUP_TIMEOUT, 4, NULL},
				   {WINS_CACHE_TIMEOUT, 4, NULL},
				   {WINS_NB_WINS_SERVERS, 4, NULL},
				   {WINS_WINS_SERVER, 4, ""},
				   {4, AGAIN, NULL},
				   {0}};
static const struct item winsr[] = {{WINSR_LOCAL_FLAG, FLAG32, NULL},
				    {WINSR_LOOKUP_TIMEOUT, 4, NULL},
				    {WINSR_CACHE_TIMEOUT, 4, NULL},
				    {WINSR_NAME_RESULT_DOMAIN, NAME, "name result domain "},
				    {0}};

static const struct rdata {
	unsigned type;
	const struct item *items;
} types[] = {
	{1, a},      {2, ns},      {3, md},        {4, mf},        {5, cname},
	{6, soa},    {7, mb},      {8, mg},        {9, mr},        {10, null_data},
	{11, wks},   {12, ptr},    {13, hinfo},    {14, minfo},    {15, mx},
	{16, txt},   {17, rp},     {18, afsdb},    {19, x25},      {20, isdn},
	{21, rt},    {22, nsap},   {23, nsap_ptr}, {24, rrsig},    {25, key},
	{26, px},    {27, gpos},   {28, aaaa},     {30, nxt},      {33, srv},
	{35, naptr}, {36, kx},     {37, cert},     {38, a6},       {39, dname},
	{42, apl},   {43, ds},     {44, sshfp},    {45, ipseckey}, {46, rrsig},
	{47, nsec},  {48, dnskey}, {49, dhcid},    {50, nsec3},    {51, nsec3param},
	{52, tlsa},  {55, hip},    {59, ds},       {60, dnskey},   {61, openpgpkey},
	{62, csync}, {63, zonemd}, {99, spf},      {104, nid},     {105, l32},
	{106, l64},  {107, lp},    {108, eui48},   {109, eui64},   {249, tkey},
	{250, tsig}, {257, caa},   {32769, ds},    {65281, wins},  {65282, winsr},
};

/* A value for the lines. */
static void say(struct walk *w, const struct item *i, const char *value)
{
	struct dns *d = dns_of(w->now);

	if (!i->says || !(w->summary || w->labels))
		return;
	text_char(&d->says, ' ');
	text_put(&d->says, value);
	if (w->labels)
		text_format(&d->label, ", %s%s", i->says, value);
}

static void put_number(struct walk *w, struct cursor *c, const struct item *i)
{
	const struct field *f = &fields[i->row];
	struct cursor was = *c;
	uint64_t v = put(w, c, i->row, i->how);
	char *s;

	if (!i->says || c->bad || !(w->summary || w->labels))
		return;
	if (f->kind == IPV4 || f->kind == IPV6) {
		say(w, i, address_words(w, f->kind, was.left.p));
		return;
	}
	s = take(w, 24);
	snprintf(s, 24, "%llu", (unsigned long long)v);
	say(w, i, s);
}

static void put_name(struct walk *w, struct cursor *c, const struct item *i)
{
	const char *name = put_dns_name(w, &dns_of(w->now)->scope, c, i->row);

	if (!c->bad)
		say(w, i, name);
}

static void put_text(struct walk *w, struct cursor *c, const struct item *i)
{
	uint32_t n = (uint32_t)put(w, c, i->row, 1);
	struct span s = span_first(c->left, n);

	put(w, c, i->row + 1u, n);
	if (!c->bad && i->says)
		say(w, i, escaped(w, s));
}

static void put_types(struct walk *w, struct cursor *c, unsigned first, uint32_t octets)
{
	for (unsigned i = 0; i < octets && !c->bad; i++) {
		struct cursor here = *c;
		unsigned bits = u8(c);

		for (unsigned b = 0; b < 8; b++) {
			unsigned type = first + i * 8 + b;
			const char *word = word_for(&dns_types, type);
			if (!(bits << b & 0x80))
				continue;
			put_value(w, BIT, here.at, 1, type);
			label_value(w, "%s", word ? word : dns_type_name(w, type));
		}
	}
}

static void put_bitmap(struct walk *w, struct cursor *c)
{
	while (c->left.cap) {
		unsigned block = u8(c), len = u8(c);

		put_types(w, c, block * 256, len);
	}
}

static void put_time(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	uint32_t at = c->at;
	uint64_t v = cursor_be(c, n);

	if (!c->bad)
		put_value(w, row, at, n, v * 1000000000);
}

/* RFC 4034, Appendix B; algorithm 1 takes it from the key itself. */
static void put_key_tag(struct walk *w, const struct layer *l, unsigned row)
{
	struct cursor c = layer_cursor(l, 0), end = c;
	uint32_t sum = 0;
	unsigned algorithm = (unsigned)span_bits(c.left, 24, 8, false);

	if (algorithm == 1) {
		cursor_take(&end, c.left.wire > 3 ? c.left.wire - 3 : 0);
		sum = u16(&end);
	} else {
		while (c.left.cap > 1)
			sum += u16(&c);
		sum += (uint32_t)u8(&c) << 8;
		sum += sum >> 16;
	}
	put_value(w, row, l->at, 0, sum & 0xffff);
}

/* RFC 3123, 4: trailing zeros aren't sent. */
static void put_prefix(struct walk *w, const struct layer *l, struct cursor *c, unsigned row)
{
	struct cursor head;
	uint32_t n, at = c->at;
	unsigned family;
	uint8_t *address = take(w, 16);

	head = layer_cursor(l, c->at - l->at - 4);
	family = u16(&head);
	u8(&head);
	n = u8(&head) & 0x7f;
	memset(address, 0, 16);
	if ((family != 1 || n > 4) && (family != 2 || n > 16)) {
		put(w, c, row + 2, n);
		return;
	}
	for (uint32_t i = 0; i < n; i++)
		memset(address + i, u8(c), 1);
	if (family == 1)
		put_value(w, row, at, n, load_be(address, 4));
	else
		put_bytes(w, row + 1, at, n, address, 16);
}

static void put_gateway(struct walk *w, const struct layer *l, struct cursor *c, unsigned row)
{
	unsigned type = (unsigned)span_bits(l->bytes, 8, 8, false);

	if (type == 1)
		put(w, c, row, 4);
	else if (type == 2)
		put(w, c, row + 1, 16);
	else if (type == 3)
		put_dns_name(w, &dns_of(l)->scope, c, row + 2);
}

static void put_hash(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t n = (uint32_t)put(w, c, row, 1), at = c->at;

	put_string(w, row + 1, at, n, dns_base32(w, cursor_take(c, n)));
}

/* The length stands so many octets before the cursor. */
static uint32_t told(const struct layer *l, const struct cursor *c, uint32_t back, uint32_t octets)
{
	return (uint32_t)span_bits(l->bytes, (c->at - l->at - back) * 8, octets * 8, false);
}

static void put_caa(struct walk *w, struct cursor *c)
{
	struct cursor tag = *c;
	uint32_t n = u8(&tag), at = c->at, len = c->left.wire;
	struct span s = span_first(tag.left, n);
	const char *word = escaped(w, s), *value;
	unsigned row = !strcmp(word, "issue")       ? CAA_ISSUE
		       : !strcmp(word, "issuewild") ? CAA_ISSUEWILD
		       : !strcmp(word, "iodef")     ? CAA_IODEF
						    : CAA_UNKNOWN;

	if (c->left.cap < c->left.wire) {
		cursor_fail(c, c->left.wire);
		return;
	}
	value = escaped(w, span_skip(tag.left, n));
	put_string(w, row, at, len, value);
	w->depth++;
	put(w, c, CAA_TAG_LENGTH, 1);
	put(w, c, CAA_TAG_ROW, n);
	put(w, c, CAA_VALUE, c->left.wire);
	w->depth--;
}

/* Who could read the proof: nobody but GSS. */
static void put_mac_note(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	uint32_t len;
	const char *name = dns_name(w, &dns_of(l)->scope, &c, &len);

	expert(w, NO_ALGORITHM, "No dissector for algorithm:%s", name);
}

static void put_odd(struct walk *w, const struct layer *l, struct cursor *c, const struct item *i)
{
	uint32_t n;

	switch (i->how) {
	case PREFIX:
		put_prefix(w, l, c, i->row);
		return;
	case GATEWAY:
		put_gateway(w, l, c, i->row);
		return;
	case COUNTED:
		n = (uint32_t)put(w, c, i->row, 1);
		put(w, c, i->row + 1u, n);
		return;
	case HASH:
		put_hash(w, c, i->row);
		return;
	case BACK2:
		n = told(l, c, 2, 2);
		if (n)
			put(w, c, i->row, n);
		return;
	case MAC:
		put(w, c, i->row, told(l, c, 2, 2));
		put_mac_note(w, l);
		return;
	case BACK4:
		put(w, c, i->row, told(l, c, 4, 1));
		return;
	case HIP_KEY:
		put(w, c, i->row, (uint32_t)span_bits(l->bytes, 16, 16, false));
		return;
	case LOW7:
		put_slice(w, *c, i->row, 1);
		u8(c);
		return;
	case CAA_TAG:
		put_caa(w, c);
		return;
	default:
		return;
	}
}

static void put_name_length(struct walk *w, struct cursor c, unsigned row)
{
	uint32_t at = c.at, len;
	const char *name = dns_name(w, &dns_of(w->now)->scope, &c, &len);

	put_value(w, row, at, len, strlen(name));
}

static void put_special(struct walk *w, const struct layer *l, struct cursor *c,
			const struct item *i)
{
	switch (i->how) {
	case TIME:
		put_time(w, c, i->row, 4);
		return;
	case TIME6:
		put_time(w, c, i->row, 6);
		return;
	case KEYTAG:
		put_key_tag(w, l, i->row);
		return;
	case SLICE:
		put_slice(w, *c, i->row, 1);
		return;
	case FLAG32:
		put(w, c, i->row, 4);
		return;
	case BITMAP:
		put_bitmap(w, c);
		return;
	case NXTMAP:
		put_types(w, c, 0, c->left.wire);
		return;
	case NAMELEN:
		put_name_length(w, *c, i->row);
		return;
	case OWNER:
		text_format(&dns_of(l)->says, " %s", dns_of(l)->name);
		return;
	default:
		put_odd(w, l, c, i);
	}
}

static void put_item(struct walk *w, const struct layer *l, struct cursor *c, const struct item *i)
{
	if (i->how < NAME)
		put_number(w, c, i);
	else if (i->how == NAME || (i->how == NAME_IF && c->left.wire))
		put_name(w, c, i);
	else if (i->how == TEXT || (i->how == TEXT_IF && c->left.wire))
		put_text(w, c, i);
	else if (i->how == TAIL || (i->how == TAIL_IF && c->left.wire))
		put(w, c, i->row, c->left.wire);
	else
		put_special(w, l, c, i);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct item *items = NULL;
	unsigned type = dns_of(l)->type;

	for (unsigned i = 0; i < COUNT(types); i++)
		if (types[i].type == type)
			items = types[i].items;
	if (!items) {
		put(w, c, DATA, c->left.wire);
		return;
	}
	for (const struct item *i = items; i->how && !c->bad; i++) {
		if (i->how != AGAIN) {
			put_item(w, l, c, i);
			continue;
		}
		if (!c->left.cap)
			return;
		i = items + i->row - 1;
	}
}

static const struct hang hangs[] = {{"dns.type", 0}, {0}};

const struct proto proto_dns_rr = {
	.brief = "DNS",
	.no_column = true,
	.bare = true,
	.prefix = "dns",
	.spec = "RFC 1035",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
