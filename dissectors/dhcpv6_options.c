/* SPDX-License-Identifier: BSD-2-Clause */
/* The options of DHCPv6; those that tell who and what is leased are in dhcpv6_lease.c. */
/* RFC 8415, 21, and one RFC for each other option: see the rows. */

#include "shared/dhcpv6.h"
#include "shared/snmp_engine.h"

enum {
	OPTIONS,
	OPTION,
	CODE,
	LENGTH,
	REQUESTED,
	PREFERENCE,
	ELAPSED,
	AUTH_PROTOCOL,
	AUTH_ALGORITHM,
	AUTH_RDM,
	AUTH_REPLAY,
	AUTH_REALM,
	AUTH_KEY,
	AUTH_MD5,
	AUTH_INFO,
	AUTH_MISSING,
	UNICAST,
	STATUS,
	STATUS_TEXT,
	USER_CLASS,
	USER_LENGTH,
	USER_DATA,
	CLASS_ENTERPRISE,
	CLASS_DATA,
	INTERFACE,
	RECONF,
	SIP_NAMES,
	SIP_NAME,
	SIP,
	DNS,
	SEARCH_NAMES,
	SEARCH_NAME,
	NIS,
	NISP,
	NIS_NAMES,
	NIS_NAME,
	NISP_NAMES,
	NISP_NAME,
	SNTP,
	LIFETIME,
	BCMCS_NAMES,
	BCMCS_NAME,
	BCMCS,
	REMOTE_ENTERPRISE,
	REMOTE_ID,
	SUBSCRIBER,
	PANA,
	TIME_ZONE,
	TZ_DATABASE,
	CAPWAP,
	NTP_OPTION,
	NTP_CODE,
	NTP_LENGTH,
	NTP_ADDRESS,
	NTP_MULTICAST,
	NTP_NAME,
	AFTR,
	PORTAL,
	MUDURL,
	HOME_AGENT,
	HOME_ADDRESS,
	NAI,
	MALFORMED_NOTE,
	STRAY_NOTE,
	DHCPV6_NAME_ROWS,
};

static const struct word names[] = {
	{1, "Client Identifier"},
	{2, "Server Identifier"},
	{3, "Identity Association for Non-temporary Address"},
	{4, "Identity Association for Temporary Address"},
	{5, "IA Address"},
	{6, "Option Request"},
	{7, "Preference"},
	{8, "Elapsed time"},
	{9, "Relay Message"},
	{11, "Authentication"},
	{12, "Server unicast"},
	{13, "Status code"},
	{14, "Rapid Commit"},
	{15, "User Class"},
	{16, "Vendor Class"},
	{17, "Vendor-specific Information"},
	{18, "Interface-Id"},
	{19, "Reconfigure Message"},
	{20, "Reconfigure Accept"},
	{21, "SIP Server Domain Name List"},
	{22, "SIP Servers IPv6 Address List"},
	{23, "DNS recursive name server"},
	{24, "Domain Search List"},
	{25, "Identity Association for Prefix Delegation"},
	{26, "IA Prefix"},
	{27, "Network Information Server"},
	{28, "Network Information Server V2"},
	{29, "Network Information Server Domain Name"},
	{30, "Network Information Server V2 Domain Name"},
	{31, "Simple Network Time Protocol Server"},
	{32, "Lifetime"},
	{33, "BCMCS Server Domain"},
	{34, "BCMCS Servers IPv6 Address List"},
	{36, "Geoconf Civic Address"},
	{37, "Remote Identifier"},
	{38, "Subscriber Identifier"},
	{39, "Client Fully Qualified Domain Name"},
	{40, "PANA Agents IPv6 Address List"},
	{41, "Time Zone"},
	{42, "Time Zone Database"},
	{43, "Echo Request Option"},
	{44, "Leasequery Query"},
	{45, "Leasequery Client Data"},
	{46, "Client Last Transaction Time"},
	{47, "Leasequery Relay Data"},
	{48, "Leasequery Client Link Address List"},
	{49, "Home Network Identifier FQDN"},
	{50, "Visited Home Network Information"},
	{51, "LoST Server"},
	{52, "CAPWAP Access Controllers"},
	{53, "Relay-ID"},
	{54, "MoS IPv6 Address"},
	{55, "MoS Domain Name List"},
	{56, "NTP Server"},
	{57, "Access Network Domain Name"},
	{58, "SIP User Agent Configuration Service Domains"},
	{59, "Boot File URL"},
	{60, "Boot File Parameters"},
	{61, "Client System Architecture Type"},
	{62, "Client Network Interface Identifier"},
	{63, "Geolocation"},
	{64, "Dual-Stack Lite AFTR Name"},
	{65, "ERP Local Domain Name"},
	{66, "Relay-Supplied Options"},
	{67, "Prefix Exclude"},
	{68, "Virtual Subnet Selection"},
	{69, "Identified Home Network Information"},
	{70, "Unrestricted Home Network Information"},
	{71, "Home Network Prefix"},
	{72, "Home Agent Address"},
	{73, "Home Agent FQDN"},
	{74, "RDNSS Selection"},
	{75, "Kerberos Principal Name"},
	{76, "Kerberos Realm Name"},
	{77, "Kerberos Default Realm Name"},
	{78, "Kerberos KDC"},
	{79, "Client Link-Layer Address"},
	{80, "Link Address"},
	{81, "RADIUS"},
	{82, "SOL_MAX_RT"},
	{83, "INF_MAX_RT"},
	{84, "Address Selection"},
	{85, "Address Selection table"},
	{86, "PCP Server"},
	{87, "DHCPv4 Message"},
	{88, "DHCP 4o6 Servers Address"},
	{89, "S46 Rule"},
	{90, "S46 BR"},
	{91, "S46 DMR"},
	{92, "S46 IPv4/IPv6 Address Binding"},
	{93, "S46 Port Parameters"},
	{94, "S46 MAP-E Container"},
	{95, "S46 MAP-T Container"},
	{96, "S46 Lightweight 4over6 Container"},
	{97, "4rd Options"},
	{98, "4rd Mapping Rule"},
	{99, "4rd Non-Mapping Rule"},
	{100, "LQ Server Base Time"},
	{101, "LQ Server Query Start Time"},
	{102, "LQ Server Query End Time"},
	{103, "Captive Portal"},
	{104, "MPL Parameter Configuration"},
	{105, "Access Technology Type"},
	{106, "Access Network Name"},
	{107, "Access Point Name"},
	{108, "Access Point BSSID"},
	{109, "Access Network Operator ID"},
	{110, "Access Network Operator Realm"},
	{111, "S46 Priority"},
	{112, "Manufacturer Usage Description"},
	{113, "IPv4/IPv6 Multicast Prefixes"},
	{114, "Failover Binding Status"},
	{115, "Failover Connect Flags"},
	{116, "Failover DNS Removal Info"},
	{117, "Failover DNS Hostname"},
	{118, "Failover DNS Zone Name"},
	{119, "Failover DNS Flags"},
	{120, "Failover Expiration Time"},
	{121, "Failover Maximum Number Unacked BNDUPD Messages"},
	{122, "Failover Maximum Client Lead Time (MCLT)"},
	{123, "Failover Partner Lifetime"},
	{124, "Failover Partner Lifetime Sent"},
	{125, "Failover Partner Down Time"},
	{126, "Failover Partner Raw Client Time"},
	{127, "Failover Protocol Version"},
	{128, "Failover Keepalive Time"},
	{129, "Failover Reconfigure Data"},
	{130, "Failover Relationship Name"},
	{131, "Failover Server Flags"},
	{132, "Failover Server State"},
	{133, "Failover Start Time of State"},
	{134, "Failover State Expiration Time"},
	{135, "Relay Source Port"},
	{136, "SZTP Redirect"},
	{137, "Softwire Source Binding Prefix Hint"},
	{143, "ANDSF IPv6 Address"},
	{165, "Mobile IPv6 Home Agent"},
	{166, "Mobile IPv6 Home Address"},
	{167, "Network Access Identifier"},
};

static const struct word types[] = {
	{1, "Solicit"},
	{2, "Advertise"},
	{3, "Request"},
	{4, "Confirm"},
	{5, "Renew"},
	{6, "Rebind"},
	{7, "Reply"},
	{8, "Release"},
	{9, "Decline"},
	{10, "Reconfigure"},
	{11, "Information-request"},
	{12, "Relay-forw"},
	{13, "Relay-reply"},
	{14, "Leasequery"},
	{15, "Leasequery-reply"},
	{16, "Leasequery-done"},
	{17, "Leasequery-data"},
	{18, "Reconfigure-request"},
	{19, "Reconfigure-reply"},
};

static const struct word statuses[] = {
	{0, "Success"},        {1, "UnspecFail"},
	{2, "NoAddrAvail"},    {3, "NoBinding"},
	{4, "NotOnLink"},      {5, "UseMulticast"},
	{6, "NoPrefixAvail"},  {7, "UnknownQueryType"},
	{8, "MalformedQuery"}, {9, "NotConfigured"},
	{10, "NotAllowed"},    {11, "QueryTerminated"},
	{12, "DataMissing"},   {13, "CatchUpComplete"},
	{14, "NotSupported"},  {15, "TLSConnectionRefused"},
};

static const struct word ntp_words[] = {
	{1, "NTP Server Address"},
	{2, "NTP Multicast Address"},
	{3, "NTP Server FQDN"},
};

static const struct field fields[] = {
	[OPTIONS] = {"dhcpv6.options", "DHCPv6 Options", PROTO},
	[OPTION] = {"dhcpv6.option.type_str", "Option", STRING, .help = "The name of an option",
		    .ref = "RFC 8415, 21.1"},
	[CODE] = {"dhcpv6.option.type", "Option", U16, DEC, .under = OPTION, WORDS(names),
		  .help = "Which option", .ref = "RFC 8415, 21.1"},
	[LENGTH] = {"dhcpv6.option.length", "Length", U16, DEC, .under = OPTION,
		    .help = "Octets behind the length", .ref = "RFC 8415, 21.1"},
	[REQUESTED] = {"dhcpv6.requested_option_code", "Requested Option code", U16, DEC,
		       .under = OPTION, WORDS(names), .help = "An option that is wanted",
		       .ref = "RFC 8415, 21.7"},
	[PREFERENCE] = {"dhcpv6.option_preference", "Pref-value", U8, DEC, .under = OPTION,
			.help = "How much the server wants to be chosen", .ref = "RFC 8415, 21.8"},
	[ELAPSED] = {"dhcpv6.elapsed_time", "Elapsed time", U16, DEC, .under = OPTION,
		     .traits = FACTOR, .factor = 10, .unit = "ms",
		     .help = "Since the exchange began", .ref = "RFC 8415, 21.9"},
	[AUTH_PROTOCOL] = {"dhcpv6.auth.protocol", "Protocol", U8, DEC, .under = OPTION,
			   .help = "How messages are proved", .ref = "RFC 8415, 21.11"},
	[AUTH_ALGORITHM] = {"dhcpv6.auth.algorithm", "Algorithm", U8, DEC, .under = OPTION,
			    .help = "By which algorithm", .ref = "RFC 8415, 21.11"},
	[AUTH_RDM] = {"dhcpv6.auth.rdm", "RDM", U8, DEC, .under = OPTION,
		      .help = "How replays are found", .ref = "RFC 8415, 21.11"},
	[AUTH_REPLAY] = {"dhcpv6.auth.replay_detection", "Replay Detection", BYTES, .under = OPTION,
			 .help = "Grows with each message", .ref = "RFC 8415, 21.11"},
	[AUTH_REALM] = {"dhcpv6.auth.realm", "DHCP realm", STRING, .under = OPTION, .base = ASCII,
			.help = "Whose key it is", .ref = "RFC 3315, 21.4.1"},
	[AUTH_KEY] = {"dhcpv6.auth.key_id", "Key ID", U32, DEC, .under = OPTION,
		      .help = "Which key", .ref = "RFC 3315, 21.4.1"},
	[AUTH_MD5] = {"dhcpv6.auth.md5_data", "HMAC-MD5 data", BYTES, .under = OPTION,
		      .help = "The proof", .ref = "RFC 3315, 21.4.1"},
	[AUTH_INFO] = {"dhcpv6.auth.info", "Authentication Information", BYTES, .under = OPTION,
		       .help = "The proof", .ref = "RFC 8415, 21.11"},
	[AUTH_MISSING] = {"text", "Authentication Information: <MISSING>", HEADING,
			  .under = OPTION},
	[UNICAST] = {"dhcpv6.unicast", "IPv6 address", IPV6, .under = OPTION,
		     .help = "Where the server takes unicast", .ref = "RFC 8415, 21.12"},
	[STATUS] = {"dhcpv6.status_code", "Status Code", U16, DEC, .under = OPTION, WORDS(statuses),
		    .help = "What became of it", .ref = "RFC 8415, 21.13"},
	[STATUS_TEXT] = {"dhcpv6.status_msg", "Status Message", STRING, .under = OPTION,
			 .base = ASCII, .traits = ZSTRING, .help = "The same in words",
			 .ref = "RFC 8415, 21.13"},
	[USER_CLASS] = {"text", "User Class suboption", HEADING, .under = OPTION},
	[USER_LENGTH] = {"dhcpv6.userclass.length", "Length", U16, DEC, .under = USER_CLASS,
			 .help = "Octets of the class", .ref = "RFC 8415, 21.15"},
	[USER_DATA] = {"dhcpv6.userclass.opaque_data", "Suboption", BYTES, .under = USER_CLASS,
		       .help = "A class that the user belongs to", .ref = "RFC 8415, 21.15"},
	[CLASS_ENTERPRISE] = {"dhcpv6.vendorclass.enterprise", "Enterprise ID", U32, DEC,
			      .under = OPTION, .words = &snmp_enterprises,
			      .help = "The client's vendor", .ref = "RFC 8415, 21.16"},
	[CLASS_DATA] = {"dhcpv6.vendorclass.data", "vendor-class-data", STRING, .under = OPTION,
			.base = ASCII, .traits = ZSTRING,
			.help = "What the vendor says of the client", .ref = "RFC 8415, 21.16"},
	[INTERFACE] = {"dhcpv6.interface_id", "Interface-ID", BYTES, .under = OPTION,
		       .help = "The relay's interface", .ref = "RFC 8415, 21.18"},
	[RECONF] = {"dhcpv6.reconf_msg", "Reconfigure message type", U8, DEC, .under = OPTION,
		    WORDS(types), .help = "The message that the client should send",
		    .ref = "RFC 8415, 21.19"},
	[SIP_NAMES] = {"text", "SIP Servers Domain Search List", HEADING, .under = OPTION},
	[SIP_NAME] = {"dhcpv6.sip_server_domain_search_fqdn", "SIP Server Domain Search FQDN",
		      STRING, .under = SIP_NAMES, .help = "A SIP server", .ref = "RFC 3319, 3.1"},
	[SIP] = {"dhcpv6.sip_server_a", "SIP server address", IPV6, .under = OPTION,
		 .help = "A SIP server", .ref = "RFC 3319, 3.2"},
	[DNS] = {"dhcpv6.dns_server", "DNS server address", IPV6, .under = OPTION,
		 .help = "A name server", .ref = "RFC 3646, 3"},
	[SEARCH_NAMES] = {"text", "Domain name suffix search list", HEADING, .under = OPTION},
	[SEARCH_NAME] = {"dhcpv6.search_list_entry", "List entry", STRING, .under = SEARCH_NAMES,
			 .help = "A domain to look for names in", .ref = "RFC 3646, 4"},
	[NIS] = {"dhcpv6.nis_server", "NIS server address", IPV6, .under = OPTION,
		 .help = "A NIS server", .ref = "RFC 3898, 3"},
	[NISP] = {"dhcpv6.nisp_server", "NISP server address", IPV6, .under = OPTION,
		  .help = "A NIS+ server", .ref = "RFC 3898, 4"},
	[NIS_NAMES] = {"text", "nis-domain-name", HEADING, .under = OPTION},
	[NIS_NAME] = {"dhcpv6.nis_fqdn", "NIS FQDN", STRING, .under = NIS_NAMES,
		      .help = "The NIS domain", .ref = "RFC 3898, 5"},
	[NISP_NAMES] = {"text", "nisp-domain-name", HEADING, .under = OPTION},
	[NISP_NAME] = {"dhcpv6.nisp_fqdn", "NISP FQDN", STRING, .under = NISP_NAMES,
		       .help = "The NIS+ domain", .ref = "RFC 3898, 6"},
	[SNTP] = {"dhcpv6.sntp_server", "SNTP server address", IPV6, .under = OPTION,
		  .help = "A time server", .ref = "RFC 4075, 4"},
	[LIFETIME] = {"dhcpv6.lifetime", "Lifetime", U32, DEC, .under = OPTION,
		      .help = "Seconds until it should ask again", .ref = "RFC 8415, 21.23"},
	[BCMCS_NAMES] = {"text", "BCMCS Servers Domain Search List", HEADING, .under = OPTION},
	[BCMCS_NAME] = {"dhcpv6.bcmcs_server_fqdn", "BCMCS server FQDN", STRING,
			.under = BCMCS_NAMES, .help = "A broadcast controller",
			.ref = "RFC 4280, 5"},
	[BCMCS] = {"dhcpv6.bcmcs_server_a", "BCMCS server address", IPV6, .under = OPTION,
		   .help = "A broadcast controller", .ref = "RFC 4280, 5"},
	[REMOTE_ENTERPRISE] = {"dhcpv6.remoteid.enterprise", "Enterprise ID", U32, DEC,
			       .under = OPTION, .words = &snmp_enterprises,
			       .help = "The relay's vendor", .ref = "RFC 4649, 3"},
	[REMOTE_ID] = {"dhcpv6.remoteid_enterprise_id", "Remote-ID", BYTES, .under = OPTION,
		       .help = "The client as the relay knows it", .ref = "RFC 4649, 3"},
	[SUBSCRIBER] = {"dhcpv6.subscriber_id", "Subscriber-ID", STRING, .under = OPTION,
			.base = ASCII, .traits = ZSTRING, .help = "The subscriber",
			.ref = "RFC 4580, 2"},
	[PANA] = {"dhcpv6.pana_agent", "PANA agents address", IPV6, .under = OPTION,
		  .help = "An authentication agent", .ref = "RFC 5192, 4"},
	[TIME_ZONE] = {"dhcpv6.timezone", "Time-zone", STRING, .under = OPTION, .base = ASCII,
		       .traits = ZSTRING, .help = "The time zone as POSIX writes it",
		       .ref = "RFC 4833, 2"},
	[TZ_DATABASE] = {"dhcpv6.tzdb", "TZ-database", STRING, .under = OPTION, .base = ASCII,
			 .traits = ZSTRING, .help = "The time zone's name", .ref = "RFC 4833, 2"},
	[CAPWAP] = {"dhcpv6.capwap_ac_v6", "CAPWAP Access Controllers address", IPV6,
		    .under = OPTION, .help = "An access controller", .ref = "RFC 5417, 3"},
	[NTP_OPTION] = {"text", "NTP Server suboption", HEADING, .under = OPTION},
	[NTP_CODE] = {"dhcpv6.ntpserver.option.type", "Suboption", U16, DEC, .under = NTP_OPTION,
		      WORDS(ntp_words), .help = "How the server is told", .ref = "RFC 5908, 4"},
	[NTP_LENGTH] = {"dhcpv6.ntpserver.option.length", "Length", U16, DEC, .under = NTP_OPTION,
			.help = "Octets that follow", .ref = "RFC 5908, 4"},
	[NTP_ADDRESS] = {"dhcpv6.ntpserver.addr", "NTP Server Address", IPV6, .under = NTP_OPTION,
			 .help = "A time server", .ref = "RFC 5908, 4.1"},
	[NTP_MULTICAST] = {"dhcpv6.ntpserver.mc_addr", "NTP Multicast Address", IPV6,
			   .under = NTP_OPTION, .help = "Where a server sends the time",
			   .ref = "RFC 5908, 4.2"},
	[NTP_NAME] = {"dhcpv6.ntpserver.fqdn", "NTP Server FQDN", STRING, .under = NTP_OPTION,
		      .help = "A time server", .ref = "RFC 5908, 4.3"},
	[AFTR] = {"dhcpv6.aftr_name", "DS-Lite AFTR Name", STRING, .under = OPTION,
		  .help = "The far end of the IPv4 tunnel", .ref = "RFC 6334, 3"},
	[PORTAL] = {"dhcpv6.captive_portal", "Captive Portal", STRING, .under = OPTION,
		    .base = ASCII, .traits = ZSTRING, .help = "Where the captive portal is",
		    .ref = "RFC 8910, 2.2"},
	[MUDURL] = {"dhcpv6.mudurl", "MUDURL", STRING, .under = OPTION, .base = ASCII,
		    .traits = ZSTRING, .help = "Where the maker describes the device",
		    .ref = "RFC 8520, 10"},
	[HOME_AGENT] = {"dhcpv6.mip6_home_agent", "Home Agent", IPV6, .under = OPTION,
			.help = "A home agent", .ref = "RFC 6610, 3.4"},
	[HOME_ADDRESS] = {"dhcpv6.mip6_home_address", "Home Address", IPV6, .under = OPTION,
			  .help = "The home address", .ref = "RFC 6610, 3.4"},
	[NAI] = {"dhcpv6.nai", "NAI", STRING, .under = OPTION, .base = ASCII, .traits = ZSTRING,
		 .help = "Who asks for access", .ref = "RFC 6610, 3.1"},
	[MALFORMED_NOTE] =
		EXPERT("dhcpv6.malformed_option", "Malformed option", ERROR, G_MALFORMED),
	[STRAY_NOTE] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			      WARNING, G_UNDECODED),
	DHCPV6_NAME_FIELDS,
};

static void text_if_any(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			const struct dhcpv6_body *b)
{
	if (o->len)
		dhcpv6_text(w, c, o, b);
}

static void addresses(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		      const struct dhcpv6_body *b)
{
	bool counted = b->row == DNS || b->row == SNTP;

	if (o->len % 16) {
		dhcpv6_malformed(w, o, b->name);
		return;
	}
	for (unsigned i = 1; c->left.wire && !c->bad; i++) {
		put(w, c, b->row, 16);
		if (counted)
			label_name(w, " %u %s", i, w->now->proto->fields[b->row].label);
	}
}

/* Numbers of options; an odd octet belongs to none. */
static void codes(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		  const struct dhcpv6_body *b)
{
	(void)o;
	while (c->left.wire && !c->bad)
		put(w, c, b->row, 2);
}

static void names_of(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		     const struct dhcpv6_body *b)
{
	uint32_t group;

	if (!o->len)
		return;
	group = open_group(w, c, b->row, o->len);
	dhcpv6_names(w, c, b->row + 1u, NAME_EMPTY);
	shut_group(w, group, NULL);
}

static void name_of(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	(void)o;
	dhcpv6_names(w, c, b->row, NAME_EMPTY);
}

#define DELAYED 2     /* a protocol of RFC 3315 */
#define KEY_OCTETS 20 /* a key's number and its digest */

static void authentication(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			   const struct dhcpv6_body *b)
{
	unsigned protocol = (unsigned)put(w, c, AUTH_PROTOCOL, 1);
	unsigned algorithm = (unsigned)put(w, c, AUTH_ALGORITHM, 1);

	(void)b;
	put(w, c, AUTH_RDM, 1);
	put(w, c, AUTH_REPLAY, 8);
	if (o->len == 11) {
		uint32_t group = open_group(w, c, AUTH_MISSING, 0);

		shut_group(w, group, NULL);
	} else if (protocol == DELAYED && algorithm == 1 && c->left.wire > KEY_OCTETS) {
		put(w, c, AUTH_REALM, c->left.wire - KEY_OCTETS);
		put(w, c, AUTH_KEY, 4);
		put(w, c, AUTH_MD5, 16);
	} else {
		put(w, c, AUTH_INFO, c->left.wire);
	}
}

static const struct dhcpv6_body status_text = {.row = STATUS_TEXT};

static void status(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		   const struct dhcpv6_body *b)
{
	(void)b;
	put(w, c, STATUS, 2);
	if (o->len > 2)
		dhcpv6_text(w, c, o, &status_text);
}

static void user_class(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		       const struct dhcpv6_body *b)
{
	(void)b;
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		uint32_t len = u16(&peek), group;

		if (len >= o->len) {
			w->last = o->group;
			expert(w, MALFORMED_NOTE, "User Class: suboption too long");
			return;
		}
		group = open_group(w, c, USER_CLASS, len + 2);
		put(w, c, USER_LENGTH, 2);
		put(w, c, USER_DATA, len);
		shut_group(w, group, NULL);
	}
}

static void two(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b)
{
	(void)o;
	put(w, c, b->row, 4);
	if (c->left.wire || b->row == REMOTE_ENTERPRISE)
		put(w, c, b->row + 1u, c->left.wire);
}

static void ntp_option(struct walk *w, struct cursor *c, unsigned code, uint32_t len)
{
	struct cursor body;

	put(w, c, NTP_CODE, 2);
	put(w, c, NTP_LENGTH, 2);
	body = cursor_first(*c, len);
	if (code == 1)
		put(w, &body, NTP_ADDRESS, 16);
	else if (code == 2)
		put(w, &body, NTP_MULTICAST, 16);
	else if (code == 3)
		dhcpv6_names(w, &body, NTP_NAME, NAME_EMPTY);
	cursor_take(c, len);
	if (body.bad)
		cursor_fail(c, UINT32_MAX);
}

static void ntp(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b)
{
	(void)b;
	while (c->left.wire >= 4 && !c->bad) {
		struct cursor peek = *c;
		unsigned code = u16(&peek);
		uint32_t len = u16(&peek), group;
		const char *name = word_for(fields[NTP_CODE].words, code);

		if (peek.bad) {
			*c = peek;
			return;
		}
		if (len > peek.left.wire) {
			w->last = o->group;
			expert(w, MALFORMED_NOTE, "NTP Server: suboption too long");
			return;
		}
		group = open_group(w, c, NTP_OPTION, len + 4);
		if (name)
			label_whole(w, "%s", name);
		else
			label_whole(w, "NTP Server suboption %u", code);
		ntp_option(w, c, code, len);
		shut_group(w, group, NULL);
	}
}

static void relayed(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	(void)o, (void)b;
	walk_inside(w, also_by(w->now, 0, 9), *c);
	cursor_take(c, c->left.wire);
}

static void vendor_class(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			 const struct dhcpv6_body *b)
{
	(void)b;
	put(w, c, CLASS_ENTERPRISE, 4);
	if (o->len > 4) {
		unsigned len = u16(c);

		if (!c->bad && len)
			put(w, c, CLASS_DATA, len);
	}
}

static void vendor(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		   const struct dhcpv6_body *b)
{
	(void)b;
	w->last = o->group;
	*c = walk_part(w, also_by(w->now, 0, DHCPV6_VENDOR), *c);
}

static void nai(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		const struct dhcpv6_body *b)
{
	struct cursor part = cursor_first(*c, o->len - 2);

	dhcpv6_text(w, &part, o, b);
}

#define ANY UINT16_MAX

static const struct dhcpv6_body bodies[] = {
	{6, REQUESTED, 0, ANY, NULL, codes},
	{7, PREFERENCE, 1, 1, "PREFERENCE", dhcpv6_one},
	{8, ELAPSED, 2, 2, "ELAPSED-TIME", dhcpv6_one},
	{9, 0, 1, ANY, "RELAY-MSG", relayed},
	{11, 0, 11, ANY, "AUTH", authentication},
	{12, UNICAST, 16, 16, "UNICAST", dhcpv6_one},
	{13, 0, 0, ANY, NULL, status},
	{15, 0, 0, ANY, NULL, user_class},
	{16, 0, 4, ANY, "VENDOR_CLASS", vendor_class},
	{17, 0, 4, ANY, "VENDOR_OPTS", vendor},
	{18, INTERFACE, 1, ANY, "INTERFACE_ID", dhcpv6_one},
	{19, RECONF, 1, 1, "RECONF_MSG", dhcpv6_one},
	{20, 0, 0, 0, "RECONF_ACCEPT", dhcpv6_container},
	{21, SIP_NAMES, 0, ANY, NULL, names_of},
	{22, SIP, 0, ANY, "SIP servers address", addresses},
	{23, DNS, 0, ANY, "DNS servers address", addresses},
	{24, SEARCH_NAMES, 0, ANY, NULL, names_of},
	{27, NIS, 0, ANY, "NIS servers address", addresses},
	{28, NISP, 0, ANY, "NISP servers address", addresses},
	{29, NIS_NAMES, 0, ANY, NULL, names_of},
	{30, NISP_NAMES, 0, ANY, NULL, names_of},
	{31, SNTP, 0, ANY, "SNTP servers address", addresses},
	{32, LIFETIME, 4, 4, "LIFETIME", dhcpv6_one},
	{33, BCMCS_NAMES, 0, ANY, NULL, names_of},
	{34, BCMCS, 0, ANY, "BCMCS servers address", addresses},
	{37, REMOTE_ENTERPRISE, 4, ANY, "REMOTE_ID", two},
	{38, SUBSCRIBER, 1, ANY, "SUBSCRIBER_ID", dhcpv6_text},
	{40, PANA, 0, ANY, "PANA agent address", addresses},
	{41, TIME_ZONE, 0, ANY, NULL, text_if_any},
	{42, TZ_DATABASE, 0, ANY, NULL, text_if_any},
	{43, REQUESTED, 0, ANY, NULL, codes},
	{52, CAPWAP, 0, ANY, "CAPWAP Access Controllers address", addresses},
	{56, 0, 4, ANY, "NTP Server", ntp},
	{64, AFTR, 0, ANY, NULL, name_of},
	{103, PORTAL, 0, ANY, NULL, dhcpv6_text},
	{112, MUDURL, 0, ANY, NULL, text_if_any},
	{165, HOME_AGENT, 16, 16, "MIP6_HA", dhcpv6_one},
	{166, HOME_ADDRESS, 16, 16, "MIP6_HOA", dhcpv6_one},
	{167, NAI, 4, ANY, "NAI", nai},
};

static const struct dhcpv6_family family = {bodies, COUNT(bodies), MALFORMED_NOTE, STRAY_NOTE};

static void put_body(struct walk *w, struct cursor *c, struct dhcpv6_option *o)
{
	const struct plan *part = also_by(w->now, 1, o->code);

	o->in->option = o;
	if (part)
		*c = walk_part(w, part, *c);
	else
		dhcpv6_body(w, c, o, &family);
}

static void put_option(struct walk *w, struct cursor *c, struct dhcpv6_option *o)
{
	const char *name = word_for(fields[CODE].words, o->code);
	struct text t = {0};
	struct cursor body;

	if (!name) {
		text_number(&t, "DHCP option ", o->code);
		name = arena_copy(&w->arena, t.p, t.len);
		text_close(&t);
	}
	put_string(w, OPTION, c->at, o->len + 4, name);
	label_whole(w, "%s", name);
	o->group = w->last;
	w->depth++;
	put(w, c, CODE, 2);
	put(w, c, LENGTH, 2);
	body = cursor_first(*c, o->len);
	put_body(w, &body, o);
	cursor_take(c, o->len);
	if (body.bad && !c->bad)
		c->bad = body.bad;
	shut_group(w, o->group, NULL);
}

/* What is too short for another option is nobody's. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct dhcpv6 *m = dhcpv6_of(l);

	while (c->left.wire >= 4 && !c->bad) {
		struct cursor peek = *c;
		struct dhcpv6_option o = {.code = u16(&peek), .in = m};

		o.len = u16(&peek);
		if (o.len > peek.left.wire && !peek.bad)
			break;
		put_option(w, c, &o);
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static const struct hang hangs[] = {{"dhcpv6.part", DHCPV6_OPTIONS}, {0}};

const struct proto proto_dhcpv6_options = {
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
