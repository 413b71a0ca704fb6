/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCPv6: what vendors say in options of their own, CableLabs' above all. */
/* RFC 8415, 21.16 and 21.17; CL-SP-CANN-DHCP-Reg. */
#include "shared/dhcpv6.h"
#include "shared/snmp_engine.h"

enum {
	VENDOR,
	OPTS_ENTERPRISE,
	OPTION,
	OPTION_CODE,
	OPTION_LENGTH,
	OPTION_DATA,
	SUBOPTION,
	SERVER,
	CMTS_VERSION,
	DPOE_VERSION,
	MODEM,
	EUE,
	TLV_LENGTH,
	TLV_NUMBER,
	TLV_VALUE,
	ELEMENT,
	PRIMARY,
	SECONDARY,
	ELEMENT6,
	PRIMARY6,
	SECONDARY6,
	SERVER_TYPE,
	SERVER_NAME,
	SERVER_ADDRESS,
	AS_NOMINAL,
	AS_MAX,
	AS_RETRIES,
	AP_NOMINAL,
	AP_MAX,
	AP_RETRIES,
	REALM,
	TGT,
	TIMER,
	SEC,
	LOOSE,
	TGT_FETCH,
	SEC_SERVER,
	SEC_MANAGER,
	LENGTH_NOTE,
	ROOM_NOTE,
	DHCPV6_NAME_ROWS,
};

#define CABLELABS 4491
#define HEAD 4 /* octets of a suboption's code and length */

static const struct word suboptions[] = {
	{1, "Option Request = "},
	{2, "Device Type = "},
	{3, "Embedded Components = "},
	{4, "Serial Number = "},
	{5, "Hardware Version = "},
	{6, "Software Version = "},
	{7, "Boot ROM Version = "},
	{8, "Organization Unique Identifier = "},
	{9, "Model Number = "},
	{10, "Vendor Name = "},
	{32, "TFTP Server Addresses : "},
	{33, "Configuration File Name = "},
	{34, "Syslog Servers : "},
	{35, "TLV5 = "},
	{36, "Device Identifier = "},
	{37, "Time Protocol Servers : "},
	{38, "Time Offset = "},
	{39, "IP preference : "},
	{61, "CCAP-CORES : "},
	{1025, "CMTS Capabilities Option : "},
	{1026, "CM MAC Address Option = "},
	{1027, "eRouter Container Option : "},
	{2170, "CableLabs Client Configuration : "},
	{2171, "CableLabs Client Configuration IPv6 : "},
	{2172, "CableLabs Correlation ID = "},
};

static const struct word elements[] = {
	{1, "TSP's Primary DHCP Server"},
	{2, "TSP's Secondary DHCP Server"},
};

static const struct word elements6[] = {
	{1, "TSP's Primary DHCPv6 Server Selector ID"},
	{2, "TSP's Secondary DHCPv6 Server Selector ID "},
	{3, "TSP's Provisioning Server"},
	{4, "TSP's AS-REQ/AS-REP Backoff and Retry"},
	{5, "TSP's AP-REQ/AP-REP Backoff and Retry"},
	{6, "TSP's Kerberos Realm Name"},
	{7, "TSP's Ticket Granting Server Utilization"},
	{8, "TSP's Provisioning Timer Value"},
	{9, "PacketCable Security Ticket Control"},
};

static const struct word modem[] = {
	{1, "Concatenation Support"},
	{2, "DOCSIS Version"},
	{3, "Fragmentation Support"},
	{4, "Payload Header Suppression Support"},
	{5, "IGMP Support"},
	{6, "Privacy Support"},
	{7, "Downstream SAID Support"},
	{8, "Upstream Service Flow Support"},
	{9, "Optional Filtering Support"},
	{10, "Transmit Pre-Equalizer Taps per Modulation Interval"},
	{11, "Number of Transmit Equalizer Taps"},
	{12, "DCC Support"},
	{13, "IP Filters Support"},
	{14, "LLC Filters Support"},
	{15, "Expanded Unicast SID Space"},
	{16, "Ranging Hold-Off Support"},
	{17, "L2VPN Capability"},
	{18, "L2VPN eSAFE Host Capability"},
	{19, "Downstream Unencrypted Traffic (DUT) Filtering"},
	{20, "Upstream Frequency Range Support"},
	{21, "Upstream Symbol Rate Support"},
	{22, "Selectable Active Code Mode 2 Support"},
	{23, "Code Hopping Mode 2 Support"},
	{24, "Multiple Transmit Channel Support"},
	{25, "5.12 Msps UpstreamTransmit Channel Support"},
	{26, "2.56 Msps Upstream Transmit Channel Support"},
	{27, "Total SID Cluster Support"},
	{28, "SID Clusters per Service Flow Support"},
	{29, "Multiple Receive Channel Support"},
	{30, "Total Downstream Service ID (DSID) Support"},
	{31, "Resequencing Downstream Service ID (DSID) Support"},
	{32, "Multicast Downstream Service ID (DSID) Support"},
	{33, "Multicast DSID Forwarding"},
	{34, "Frame Control Type Forwarding Capability"},
	{35, "DPV Capability"},
	{36, "Unsolicited Grant Service/Upstream Service Flow Support"},
	{37, "MAP and UCD Receipt Support"},
	{38, "Upstream Drop Classifier Support"},
	{39, "IPv6 Support"},
	{40, "Extended Upstream Transmit Power Capability"},
	{41, "Optional 802.1ad, 802.1ah, MPLS Classification Support"},
	{42, "D-ONU Capabilities Encoding"},
	{43, "Reserved"},
	{44, "Energy Management Capabilities"},
	{45, "C-DOCSIS Capability Encoding"},
	{46, "CM-STATUS-ACK"},
	{47, "Energy Management Preferences"},
	{48, "Extended Packet Length Support Capability"},
	{49, "Multiple Receive OFDM Channel Support"},
	{50, "Multiple Transmit OFDMA Channel Support"},
	{51, "Downstream OFDM Profile Support"},
	{52, "Downstream OFDM channel subcarrier QAM modulation support"},
	{53, "Upstream OFDM channel subcarrier QAM modulation support"},
	{54, "Downstream Lower Band Edge Support"},
	{55, "Downstream Upper Band Edge Support"},
	{56, "Upstream Upper Band Edge Support"},
	{57, "DOCSIS Time Protocol Support"},
	{58, "DOCSIS Time Protocol Performance Support"},
	{59, "Pmax"},
	{60, "Diplexer Downstream Lower Band Edge"},
	{61, "Diplexer Downstream Upper Band Edge"},
	{62, "Diplexer Upstream Upper Band Edge"},
};

static const struct word eue[] = {
	{1, "PacketCable Version"},
	{2, "Number Of Telephony Endpoints"},
	{3, "TGT Support"},
	{4, "HTTP Download File Access Method Support"},
	{5, "MTA-24 Event SYSLOG Notification Support"},
	{6, "NCS Service Flow Support"},
	{7, "Primary Line Support"},
	{8, "Vendor Specific TLV Type(s)"},
	{9, "NVRAM Ticket/Ticket Information Storage Support"},
	{10, "Provisioning Event Reporting Support"},
	{11, "Supported CODEC(s)"},
	{12, "Silence Suppression Support"},
	{13, "Echo Cancellation Support"},
	{14, "RSVP Support"},
	{15, "UGS-AD Support"},
	{16, "MTA's \"ifIndex\" starting number in \"ifTable\""},
	{17, "Provisioning Flow Logging Support"},
	{18, "Supported Provisioning Flows"},
	{19, "T38 Version Support"},
	{20, "T38 Error Correction Support"},
	{21, "RFC2833 DTMF Support"},
	{22, "Voice Metrics Support"},
	{23, "Device MIB Support"},
	{24, "Multiple Grants Per Interval Support"},
	{25, "V.152 Support"},
	{26, "Certificate Bootstrapping Support"},
	{38, "IP Address Provisioning Capability"},
};

static const struct word server_types[] = {
	{0, "FQDN"},
	{1, "IPv6"},
};

static const struct word on_off[] = {{0, "Off"}, {1, "On"}};

/* "3.04" */
static void form_version(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u.%02u", (unsigned)n->u >> 8, (unsigned)n->u & 255);
}

static const struct field fields[] = {
	[VENDOR] = {"dhcpv6.vendor", "Vendor options", PROTO},
	[OPTS_ENTERPRISE] = {"dhcpv6.vendoropts.enterprise", "Enterprise ID", U32, DEC,
			     .words = &snmp_enterprises, .help = "Whose options follow",
			     .ref = "RFC 8415, 21.17"},
	[OPTION] = {"text", "option", HEADING},
	[OPTION_CODE] = {"dhcpv6.vendoropts.enterprise.option_code", "Option code", U16, DEC,
			 .under = OPTION, .help = "Which of the vendor's options",
			 .ref = "RFC 8415, 21.17"},
	[OPTION_LENGTH] = {"dhcpv6.vendoropts.enterprise.option_length", "Option length", U16, DEC,
			   .under = OPTION, .help = "Octets that follow", .ref = "RFC 8415, 21.17"},
	[OPTION_DATA] = {"dhcpv6.vendoropts.enterprise.option_data", "Option data", BYTES,
			 .under = OPTION, .help = "What it says", .ref = "RFC 8415, 21.17"},
	[SUBOPTION] = {"dhcpv6.cablelabs.opt", "Suboption", U16, DEC, WORDS(suboptions),
		       .help = "Which of CableLabs' options"},
	[SERVER] = {"dhcpv6.cablelabs.ipv6_server", "IPv6 address", IPV6, .under = SUBOPTION,
		    .help = "A server"},
	[CMTS_VERSION] = {"dhcpv6.cablelabs.docsis_version_number", "DOCSIS Version Number", U16,
			  DEC, .under = SUBOPTION, .form = form_version,
			  .help = "Version of DOCSIS"},
	[DPOE_VERSION] = {"dhcpv6.cablelabs.dpoe_server_version_number",
			  "DPoE Server Version Number", U16, DEC, .under = SUBOPTION,
			  .form = form_version, .help = "Version of DPoE"},
	[MODEM] = {"dhcpv6.docsis.cccV6.tlv5.suboption", "Type", U16, DEC, .under = SUBOPTION,
		   WORDS(modem), .help = "A capability of a modem"},
	[EUE] = {"dhcpv6.packetcable.cccV6.tlv5.suboption", "Type", U16, DEC, .under = SUBOPTION,
		 WORDS(eue), .help = "A capability of a telephone adapter"},
	[TLV_LENGTH] = {"dhcpv6.cccV6.tlv5.suboption.length", "Length", U16, DEC,
			.under = SUBOPTION, .help = "Octets that follow"},
	[TLV_NUMBER] = {"dhcpv6.cccV6.tlv5.suboption.value_number", "Value", U16, DEC,
			.under = SUBOPTION, .help = "What it can, as a number"},
	[TLV_VALUE] = {"dhcpv6.cccV6.tlv5.suboption.value", "Value", BYTES, .under = SUBOPTION,
		       .help = "What it can"},
	[ELEMENT] = {"dhcpv6.packetcable.ccc.suboption", "Sub element", U16, DEC,
		     .under = SUBOPTION, WORDS(elements),
		     .help = "Which part of the configuration"},
	[PRIMARY] = {"dhcpv6.packetcable.ccc.pri_dhcp", "Primary DHCP", IPV4, .under = ELEMENT,
		     .help = "The first DHCP server"},
	[SECONDARY] = {"dhcpv6.packetcable.ccc.sec_dhcp", "Secondary DHCP", IPV4, .under = ELEMENT,
		       .help = "The second DHCP server"},
	[ELEMENT6] = {"dhcpv6.packetcable.cccV6.suboption", "Sub element", U16, DEC,
		      .under = SUBOPTION, WORDS(elements6),
		      .help = "Which part of the configuration"},
	[PRIMARY6] = {"dhcpv6.packetcable.cccV6.pri_dss", "Primary SSID", STRING, .under = ELEMENT6,
		      .traits = ZSTRING, .help = "Selects the first server"},
	[SECONDARY6] = {"dhcpv6.packetcable.cccV6.sec_dss", "Secondary SSID", STRING,
			.under = ELEMENT6, .traits = ZSTRING, .help = "Selects the second server"},
	[SERVER_TYPE] = {"dhcpv6.packetcable.cccV6.prov_srv.type", "Type", U8, DEC,
			 .under = ELEMENT6, WORDS(server_types), .help = "How the server is told"},
	[SERVER_NAME] = {"dhcpv6.packetcable.cccV6.prov_srv.fqdn", "FQDN", STRING,
			 .under = ELEMENT6, .help = "The provisioning server's name"},
	[SERVER_ADDRESS] = {"dhcpv6.packetcable.cccV6.prov_srv.ipv6", "IPv6 address", IPV6,
			    .under = ELEMENT6, .help = "Its address"},
	[AS_NOMINAL] = {"dhcpv6.packetcable.cccV6.as_krb.nominal_timeout", "Nominal Timeout", U32,
			DEC, .under = ELEMENT6, .help = "First time to wait for a ticket"},
	[AS_MAX] = {"dhcpv6.packetcable.cccV6.as_krb.max_timeout", "Maximum Timeout", U32, DEC,
		    .under = ELEMENT6, .help = "Longest time to wait"},
	[AS_RETRIES] = {"dhcpv6.packetcable.cccV6.as_krb.max_retry_count", "Maximum Retry Count",
			U32, DEC, .under = ELEMENT6, .help = "How often to ask again"},
	[AP_NOMINAL] = {"dhcpv6.packetcable.cccV6.ap_krb.nominal_timeout", "Nominal Timeout", U32,
			DEC, .under = ELEMENT6, .help = "First time to wait for the application"},
	[AP_MAX] = {"dhcpv6.packetcable.cccV6.ap_krb.max_timeout", "Maximum Timeout", U32, DEC,
		    .under = ELEMENT6, .help = "Longest time to wait"},
	[AP_RETRIES] = {"dhcpv6.packetcable.cccV6.ap_krb.max_retry_count", "Maximum Retry Count",
			U32, DEC, .under = ELEMENT6, .help = "How often to ask again"},
	[REALM] = {"dhcpv6.packetcable.cccV6.krb_realm", "KRB Realm", STRING, .under = ELEMENT6,
		   .help = "Kerberos realm"},
	[TGT] = {"dhcpv6.packetcable.cccV6.tgt_flag", "TGT Flags", U8, HEX, .under = ELEMENT6,
		 .help = "About tickets"},
	[TIMER] = {"dhcpv6.packetcable.cccV6.prov_timer", "Provisioning timer", U8, DEC,
		   .under = ELEMENT6, .help = "Minutes that provisioning may take"},
	[SEC] = {"dhcpv6.packetcable.cccV6.sec_tcm", "SEC TCM Flags", U16, HEX, .under = ELEMENT6,
		 .help = "Whose tickets are void"},
	[LOOSE] = {"text", "Parts", HEADING, .under = ELEMENT6},
	[TGT_FETCH] = {"dhcpv6.packetcable.cccV6.tgt_flag.fetch", "Fetch TGT", BOOL, AT(7, 1),
		       .under = LOOSE, .help = "A ticket should be fetched"},
	[SEC_SERVER] = {"dhcpv6.packetcable.cccV6.sec_tcm.provisioning_server",
			"Provisioning Server", BOOL, AT(15, 1), BOX(16, 15), .under = LOOSE,
			WORDS(on_off), .help = "The provisioning server's"},
	[SEC_MANAGER] = {"dhcpv6.packetcable.cccV6.tgt_flag.call_manager_server",
			 "Call Manager Servers", BOOL, AT(14, 1), BOX(16, 14), .under = LOOSE,
			 WORDS(on_off), .help = "The call managers'"},
	[LENGTH_NOTE] = EXPERT("dhcpv6.bogus_length", "Bogus length", ERROR, G_MALFORMED),
	[ROOM_NOTE] = EXPERT("dhcpv6.no_suboption_len",
			     "no room left in option for suboption length", ERROR, G_MALFORMED),
	DHCPV6_NAME_FIELDS,
};

/* --- parts of the client's configuration --- */

static void bogus(struct walk *w, uint32_t node, uint32_t len)
{
	w->last = node;
	expert(w, LENGTH_NOTE, "Bogus length: %u", len);
}

static void element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned code = u16(&peek), len = u16(&peek);
	uint32_t group;
	struct cursor body = cursor_first(peek, len);

	if (peek.bad) {
		*c = peek;
		return;
	}
	group = open_group(w, c, ELEMENT, 2);
	if ((code == 1 || code == 2) && len != 4)
		bogus(w, group, len);
	else if (code == 1 || code == 2)
		put(w, &body, code == 1 ? PRIMARY : SECONDARY, 4);
	cursor_take(&peek, len);
	*c = peek;
	shut_group(w, group, NULL);
}

static const struct part backoffs[2][4] = {{{AS_NOMINAL, 4}, {AS_MAX, 4}, {AS_RETRIES, 4}, {0, 0}},
					   {{AP_NOMINAL, 4}, {AP_MAX, 4}, {AP_RETRIES, 4}, {0, 0}}};

static void body6(struct walk *w, struct cursor *c, unsigned code, unsigned len)
{
	struct cursor flags = *c;
	unsigned type;

	switch (code) {
	case 1:
	case 2:
		put(w, c, code == 1 ? PRIMARY6 : SECONDARY6, len);
		break;
	case 3:
		type = (unsigned)put(w, c, SERVER_TYPE, 1);
		if (type == 0 && !c->bad)
			dhcpv6_names(w, c, SERVER_NAME, NAME_EMPTY);
		break;
	case 4:
	case 5:
		put_rows(w, c, backoffs[code - 4]);
		break;
	case 6:
		dhcpv6_names(w, c, REALM, NAME_EMPTY);
		break;
	case 7:
		put(w, c, TGT, 1);
		put_slice(w, flags, TGT_FETCH, 1);
		break;
	case 8:
		put(w, c, TIMER, 1);
		break;
	case 9:
		put(w, c, SEC, 2);
		put_slice(w, flags, SEC_SERVER, 2);
		put_slice(w, flags, SEC_MANAGER, 2);
		break;
	default:
		break;
	}
}

static void element6(struct walk *w, struct cursor *c)
{
	static const uint8_t octets[] = {[4] = 12, [5] = 12, [7] = 1, [8] = 1};
	struct cursor peek = *c;
	unsigned code = u16(&peek), len = u16(&peek);
	uint32_t group;
	struct cursor body = cursor_first(peek, len);
	unsigned want = code < COUNT(octets) ? octets[code] : 0;

	if (peek.bad) {
		*c = peek;
		return;
	}
	group = open_group(w, c, ELEMENT6, 2);
	if (want == 12 && len != want)
		label_tail_of(w, group, "Bogus length: %u", len);
	else if (want && len != want)
		bogus(w, group, len);
	else
		body6(w, &body, code, len);
	cursor_take(&peek, len);
	*c = peek;
	if (body.bad && !c->bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

/* --- capabilities --- */

/* Gives whether more may follow. */
static bool capability(struct walk *w, struct cursor *c, unsigned row)
{
	struct cursor peek = *c;
	unsigned len;
	uint32_t group;

	u8(&peek);
	len = u8(&peek);
	group = open_group(w, c, row, 1);
	u8(c);
	put(w, c, TLV_LENGTH, 1);
	if (c->bad)
		;
	else if (!len)
		bogus(w, group, len);
	else
		put(w, c, len < 3 ? TLV_NUMBER : TLV_VALUE, len);
	shut_group(w, group, NULL);
	return len && c->left.wire && !c->bad;
}

/* --- suboptions --- */

static void words_in_quotes(struct walk *w, uint32_t group, struct span s)
{
	struct text t = {0};

	text_bytes(&t, s.p,
		   s.cap && memchr(s.p, 0, s.cap)
			   ? (size_t)((const uint8_t *)memchr(s.p, 0, s.cap) - s.p)
			   : s.cap);
	label_tail_of(w, group, "\"%s\"", text_string(&t));
	text_close(&t);
}

static void hex(struct walk *w, uint32_t group, struct span s, char between)
{
	struct text t = {0};

	text_hex_bytes(&t, s.p, s.cap, between);
	label_tail_of(w, group, "%s", text_string(&t));
	text_close(&t);
}

static void requests(struct walk *w, uint32_t group, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		unsigned code = u16(c);

		if (!c->bad)
			label_tail_of(w, group, " %u", code);
	}
}

static void servers(struct walk *w, struct cursor *c)
{
	if (c->left.wire % 16)
		return;
	for (unsigned i = 1; c->left.wire && !c->bad; i++) {
		put(w, c, SERVER, 16);
		label_name(w, " %u IPv6 address", i);
	}
}

static void versions(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		unsigned code = u8(c), len = u8(c);
		struct cursor body = cursor_first(*c, len);

		cursor_take(c, len);
		if (code == 1 || code == 2)
			put(w, &body, code == 1 ? CMTS_VERSION : DPOE_VERSION, 2);
	}
}

/* What stands behind the name in the same line. */
static void number(struct walk *w, uint32_t group, struct cursor *c, unsigned code)
{
	uint32_t len = c->left.wire, v;

	if (code == 39) {
		v = u8(c);
		if (v == 1 || v == 2)
			label_tail_of(w, group, v == 1 ? "IPv4" : "IPv6");
		else
			label_tail_of(w, group, "Invalid IP Preference value %u", v);
	} else if (code == 2172 && len != 4) {
		label_tail_of(w, group, "Bogus value length=%u", len);
	} else {
		v = u32(c);
		if (!c->bad)
			label_tail_of(w, group, "%u", v);
	}
}

static void octets(struct walk *w, uint32_t group, struct cursor *c, unsigned code)
{
	uint32_t len = c->left.wire;

	if (code == 1027) {
		label_tail_of(w, group, " ");
		hex(w, group, c->left, '\0');
		label_tail_of(w, group, " (len=%u)", len);
	} else if (code == 8 && len == 6) {
		words_in_quotes(w, group, c->left);
	} else if (code == 8 && len != 3) {
		w->last = group;
		expert(w, LENGTH_NOTE, "Suboption %u: suboption length isn't 3 or 6", code);
	} else if (code != 8 && len != 6) {
		bogus(w, group, len);
	} else {
		hex(w, group, c->left, code == 36 ? '\0' : ':');
	}
}

static void suboption_body(struct walk *w, uint32_t group, struct cursor *c, unsigned code)
{
	switch (code) {
	case 1:
		requests(w, group, c);
		break;
	case 2:
		if (c->left.cap && span_bits(c->left, 0, 8, false))
			words_in_quotes(w, group, c->left);
		else
			label_tail_of(w, group, "Packet does not contain Device Type.");
		break;
	case 32:
	case 34:
	case 37:
	case 61:
		servers(w, c);
		break;
	case 35:
		while (capability(w, c, MODEM))
			;
		break;
	case 8:
	case 36:
	case 1026:
	case 1027:
		octets(w, group, c, code);
		break;
	case 38:
	case 39:
	case 2172:
		number(w, group, c, code);
		break;
	case 1025:
		versions(w, c);
		break;
	case 2170:
	case 2171:
		label_tail_of(w, group, " (%u bytes)", c->left.wire);
		while (c->left.wire && !c->bad)
			code == 2170 ? element(w, c) : element6(w, c);
		break;
	default:
		if (word_for(fields[SUBOPTION].words, code))
			words_in_quotes(w, group, c->left);
	}
}

static void cablelabs(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned code = u16(&peek), len = u16(&peek);
	uint32_t group;

	if (peek.bad) {
		*c = peek;
		return;
	}
	group = open_group(w, c, SUBOPTION, 2);
	body = cursor_first(peek, len);
	*c = peek;
	cursor_take(c, len);
	if (!c->bad)
		suboption_body(w, group, &body, code);
	if (body.bad && !c->bad)
		c->bad = body.bad;
	shut_group(w, group, NULL);
}

static void other(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned len;
	uint32_t group;

	u16(&peek);
	len = u16(&peek);
	if (peek.bad || len > peek.left.wire) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, OPTION, len + 4);
	put(w, c, OPTION_CODE, 2);
	put(w, c, OPTION_LENGTH, 2);
	put(w, c, OPTION_DATA, len);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t option = w->last;
	bool cable = put(w, c, OPTS_ENTERPRISE, 4) == CABLELABS;

	(void)l;
	if (cable && c->left.wire <= HEAD) {
		bogus(w, option, c->left.wire);
		cursor_take(c, c->left.wire);
	}
	while (c->left.wire && !c->bad)
		cable ? cablelabs(w, c) : other(w, c);
}

static const struct hang hangs[] = {{"dhcpv6.part", DHCPV6_VENDOR}, {0}};

const struct proto proto_dhcpv6_vendor = {
	.brief = "DHCPv6",
	.no_column = true,
	.bare = true,
	.prefix = "dhcpv6",
	.spec = "RFC 8415, 21.17",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
