/* SPDX-License-Identifier: BSD-2-Clause */
/* Cisco Discovery Protocol. */
/* Without a public specification: what Cisco's manuals tell, and captures. */
#include "core/checksum.h"
#include "core/walk.h"
#include "shared/layout.h"

enum {
	CDP,
	ELEMENT,
	VERSION,
	TTL,
	CHECKSUM,
	STATUS,
	BAD_SUM,
	TLV_TYPE,
	TLV_LEN,
	DATA,
	DEVICE,
	N_ADDRESSES,
	ADDRESS,
	P_TYPE,
	P_LEN,
	PROTOCOL,
	A_LEN,
	A_IP4,
	A_IP6,
	A_OTHER,
	PORT_NAME,
	CAPS,
	C_ROUTER,
	C_TB,
	C_SB,
	C_SWITCH,
	C_HOST,
	C_IGMP,
	C_REPEATER,
	C_PHONE,
	C_REMOTE,
	C_CVTA,
	C_RELAY,
	SOFTWARE,
	PLATFORM,
	GATEWAY,
	PREFIX,
	OUI_ROW,
	HELLO_ID,
	MASTER_IP,
	CLUSTER_IP,
	CLUSTER_VERSION,
	CLUSTER_SUB,
	CLUSTER_STATUS,
	CLUSTER_UNKNOWN,
	COMMANDER,
	SWITCH,
	CLUSTER_VLAN,
	HELLO_DATA,
	VTP,
	NATIVE,
	DUPLEX,
	VOICE,
	CONSUMPTION,
	MTU,
	TRUST,
	COS,
	SYSTEM,
	OBJECT,
	LOCATION_X,
	LOCATION,
	REQUEST_ID,
	MANAGEMENT_ID,
	REQUESTED,
	AVAILABLE,
	POE,
	POE_FOUR,
	POE_ARCH,
	POE_REQ,
	POE_PSE,
	ENCRYPTED,
	SEEN,
	SEQUENCE,
};

static const struct word tlv_type_words[] = {
	{1, "Device ID"},
	{2, "Addresses"},
	{3, "Port ID"},
	{4, "Capabilities"},
	{5, "Software version"},
	{6, "Platform"},
	{7, "IP Prefix/Gateway (used for ODR)"},
	{8, "Protocol Hello"},
	{9, "VTP Management Domain"},
	{10, "Native VLAN"},
	{11, "Duplex"},
	{14, "VoIP VLAN Reply"},
	{15, "VoIP VLAN Query"},
	{16, "Power consumption"},
	{17, "MTU"},
	{18, "Trust Bitmap"},
	{19, "Untrusted Port CoS"},
	{20, "System Name"},
	{21, "System Object ID"},
	{22, "Management Address"},
	{23, "Location"},
	{24, "External Port-ID"},
	{25, "Power Requested"},
	{26, "Power Available"},
	{27, "Port Unidirectional"},
	{29, "EnergyWise"},
	{31, "Spare PoE"},
	{4096, "BSSID"},
	{4097, "Serial number"},
	{4098, "SSID"},
	{4099, "Radio1 channel"},
	{4102, "SNMP UDP port"},
	{4103, "Web TCP port"},
	{4104, "Source MAC address"},
	{4105, "Radio2 channel"},
	{4106, "Radio1 Operating mode"},
	{4107, "Radio2 Operating mode"},
	{4108, "Radio1 Radio mode"},
	{4109, "Radio2 Radio mode"},
};

static const struct word p_type_words[] = {
	{1, "NLPID"},
	{2, "802.2"},
};

static const struct word hello_id_words[] = {{274, "Cluster Management"}};

static const struct word duplex_words[] = {{0, "Half"}, {1, "Full"}};

static const struct word poe_four_words[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct word poe_arch_words[] = {{0, "Independent"}, {1, "Shared"}};

static const struct word poe_req_words[] = {{0, "Off"}, {1, "On"}};

static void form_mw(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, "mW");
}

#define NLPID_IP 0xcc
#define SNAP_LEN 8

/* IPv4 by its NLPID, IPv6 by SNAP. */
static bool is_ip6(const uint8_t *p, uint32_t n)
{
	return n == SNAP_LEN && !memcmp(p, "\xaa\xaa\x03\x00\x00\x00\x86\xdd", SNAP_LEN);
}

static bool is_ip4(const uint8_t *p, uint32_t n)
{
	return n == 1 && *p == NLPID_IP;
}

static void form_protocol(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	if (is_ip4(n->p, n->size))
		text_put(t, "IP");
	else if (is_ip6(n->p, n->size))
		text_put(t, "IPv6");
	else
		text_hex_bytes(t, n->p, n->size, 0);
}

static const struct field fields[] = {
	[CDP] = {"cdp", "Cisco Discovery Protocol", PROTO},
	[ELEMENT] = {"text", "Element", HEADING},
	[VERSION] = {"cdp.version", "Version", U8, DEC, .help = "1 or 2"},
	[TTL] = {"cdp.ttl", "TTL", U8, DEC, .unit = " seconds", .help = "How long to remember it"},
	[CHECKSUM] = {"cdp.checksum", "Checksum", U16, HEX, .help = "Over the message"},
	[STATUS] = {"cdp.checksum.status", "Checksum Status", U8, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[BAD_SUM] = EXPERT("cdp.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[TLV_TYPE] = {"cdp.tlv.type", "Type", U16, HEX, WORDS(tlv_type_words),
		      .help = "What the element tells"},
	[TLV_LEN] = {"cdp.tlv.len", "Length", U16, DEC, .help = "Octets of it"},
	[DATA] = {"cdp.data", "Data", BYTES, .help = "What nobody knows"},
	[DEVICE] = {"cdp.deviceid", "Device ID", STRING, .help = "The device's name"},
	[N_ADDRESSES] = {"cdp.number_of_addresses", "Number of addresses", U32, DEC,
			 .help = "How many follow"},
	[ADDRESS] = {"text", "Address", HEADING},
	[P_TYPE] = {"cdp.protocol_type", "Protocol type", U8, HEX, WORDS(p_type_words),
		    .help = "How the protocol is named"},
	[P_LEN] = {"cdp.protocol_length", "Protocol length", U8, DEC, .help = "Octets of its name"},
	[PROTOCOL] = {"cdp.protocol", "Protocol", BYTES, .form = form_protocol,
		      .help = "Which protocol"},
	[A_LEN] = {"cdp.address_length", "Address length", U16, DEC,
		   .help = "Octets of the address"},
	[A_IP4] = {"cdp.nrgyz.ip_address", "IP Address", IPV4, .help = "The device's address"},
	[A_IP6] = {"cdp.nrgyz.ipv6_address", "IPv6 Address", IPV6, .help = "The device's address"},
	[A_OTHER] = {"cdp.address", "Address", BYTES, .help = "The device's address"},
	[PORT_NAME] = {"cdp.portid", "Sent through Interface", STRING,
		       .help = "Which port sends it"},
	[CAPS] = {"cdp.capabilities", "Capabilities", U32, HEX, .help = "What the device does"},
	[C_ROUTER] = {"cdp.capabilities.router", "Router", BOOL, AT(31, 1), BOX(32, 31),
		      .under = CAPS, WORDS(yes_no), .help = "It routes"},
	[C_TB] = {"cdp.capabilities.trans_bridge", "Transparent Bridge", BOOL, AT(30, 1),
		  BOX(32, 30), .under = CAPS, WORDS(yes_no), .help = "It bridges"},
	[C_SB] = {"cdp.capabilities.src_bridge", "Source Route Bridge", BOOL, AT(29, 1),
		  BOX(32, 29), .under = CAPS, WORDS(yes_no), .help = "It bridges by source routes"},
	[C_SWITCH] = {"cdp.capabilities.switch", "Switch", BOOL, AT(28, 1), BOX(32, 28),
		      .under = CAPS, WORDS(yes_no), .help = "It switches"},
	[C_HOST] = {"cdp.capabilities.host", "Host", BOOL, AT(27, 1), BOX(32, 27), .under = CAPS,
		    WORDS(yes_no), .help = "It is an end system"},
	[C_IGMP] = {"cdp.capabilities.igmp_capable", "IGMP capable", BOOL, AT(26, 1), BOX(32, 26),
		    .under = CAPS, WORDS(yes_no), .help = "It knows IGMP"},
	[C_REPEATER] = {"cdp.capabilities.repeater", "Repeater", BOOL, AT(25, 1), BOX(32, 25),
			.under = CAPS, WORDS(yes_no), .help = "It repeats"},
	[C_PHONE] = {"cdp.capabilities.voip_phone", "VoIP Phone", BOOL, AT(24, 1), BOX(32, 24),
		     .under = CAPS, WORDS(yes_no), .help = "It is a telephone"},
	[C_REMOTE] = {"cdp.capabilities.remote", "Remotely Managed Device", BOOL, AT(23, 1),
		      BOX(32, 23), .under = CAPS, WORDS(yes_no),
		      .help = "It is managed from elsewhere"},
	[C_CVTA] = {"cdp.capabilities.cvta", "CVTA/STP Dispute Resolution/Cisco VT Camera", BOOL,
		    AT(22, 1), BOX(32, 22), .under = CAPS, WORDS(yes_no),
		    .help = "It is a camera, or settles disputes"},
	[C_RELAY] = {"cdp.capabilities.mac_relay", "Two Port Mac Relay", BOOL, AT(21, 1),
		     BOX(32, 21), .under = CAPS, WORDS(yes_no),
		     .help = "It relays between two ports"},
	[SOFTWARE] = {"cdp.software_version", "Software version", STRING,
		      .help = "A line about what it runs"},
	[PLATFORM] = {"cdp.platform", "Platform", STRING, .help = "What it is"},
	[GATEWAY] = {"cdp.odr_default_gateway", "ODR Default gateway", IPV4,
		     .help = "Where others send packets"},
	[PREFIX] = {"cdp.ip_prefix", "IP Prefix", IPV4, .help = "A network behind it"},
	[OUI_ROW] = {"cdp.oui", "OUI", U24, OUI, .help = "Whose hello it is"},
	[HELLO_ID] = {"cdp.protocol_id", "Protocol ID", U16, HEX, WORDS(hello_id_words),
		      .help = "Which hello"},
	[MASTER_IP] = {"cdp.cluster.master_ip", "Cluster Master IP", IPV4,
		       .help = "The cluster's master"},
	[CLUSTER_IP] = {"cdp.cluster.ip", "IP?", IPV4, .help = "What nobody knows for sure"},
	[CLUSTER_VERSION] = {"cdp.cluster.version", "Version?", U8, HEX,
			     .help = "What nobody knows for sure"},
	[CLUSTER_SUB] = {"cdp.cluster.sub_version", "Sub Version?", U8, HEX,
			 .help = "What nobody knows for sure"},
	[CLUSTER_STATUS] = {"cdp.cluster.status", "Status?", U8, HEX,
			    .help = "What nobody knows for sure"},
	[CLUSTER_UNKNOWN] = {"cdp.cluster.unknown", "UNKNOWN", U8, HEX,
			     .help = "What nobody knows"},
	[COMMANDER] = {"cdp.cluster.commander_mac", "Cluster Commander MAC", ETHER,
		       .help = "The commander's address"},
	[SWITCH] = {"cdp.cluster.switch_mac", "Switch's MAC", ETHER,
		    .help = "The switch's address"},
	[CLUSTER_VLAN] = {"cdp.cluster.management_vlan", "Management VLAN", U16, DEC,
			  .help = "The VLAN of management"},
	[HELLO_DATA] = {"cdp.hello.unknown", "Unknown", BYTES, .help = "A hello that nobody knows"},
	[VTP] = {"cdp.vtp_management_domain", "VTP Management Domain", STRING,
		 .help = "Who shares its VLANs"},
	[NATIVE] = {"cdp.native_vlan", "Native VLAN", U16, DEC,
		    .help = "VLAN of frames without a tag"},
	[DUPLEX] = {"cdp.duplex", "Duplex", BOOL, WORDS(duplex_words),
		    .help = "Whether both ends send at once"},
	[VOICE] = {"cdp.voice_vlan", "Voice VLAN", U16, DEC, .help = "VLAN of telephones"},
	[CONSUMPTION] = {"cdp.power_consumption", "Power Consumption", U16, DEC, .form = form_mw,
			 .help = "What it takes"},
	[MTU] = {"cdp.mtu", "MTU", U32, DEC, .help = "Octets that fit"},
	[TRUST] = {"cdp.trust_bitmap", "Trust Bitmap", U8, HEX, .help = "Whose marks are believed"},
	[COS] = {"cdp.untrusted_port_cos", "Untrusted port CoS", U8, HEX,
		 .help = "What others' frames are marked with"},
	[SYSTEM] = {"cdp.system_name", "System Name", STRING, .help = "The device's name"},
	[OBJECT] = {"cdp.system_object_identifier", "System Object Identifier", BYTES,
		    .help = "What it is, to SNMP"},
	[LOCATION_X] = {"cdp.location.unknown", "UNKNOWN", U8, HEX, .help = "What nobody knows"},
	[LOCATION] = {"cdp.location", "Location", STRING, .help = "Where it stands"},
	[REQUEST_ID] = {"cdp.request_id", "Request-ID", U16, DEC,
			.help = "Counts requests for power"},
	[MANAGEMENT_ID] = {"cdp.management_id", "Management-ID", U16, DEC,
			   .help = "Counts answers"},
	[REQUESTED] = {"cdp.power_requested", "Power Requested", U32, DEC, .form = form_mw,
		       .help = "What it would take"},
	[AVAILABLE] = {"cdp.power_available", "Power Available", U32, DEC, .form = form_mw,
		       .help = "What it may take"},
	[POE] = {"cdp.spare_poe_tlv", "Spare Pair PoE", U8, HEX, .help = "Power over all pairs"},
	[POE_FOUR] = {"cdp.spare_poe_tlv.poe", "PSE Four-Wire PoE", BOOL, AT(7, 1), .under = POE,
		      WORDS(poe_four_words), .help = "Four wires are powered"},
	[POE_ARCH] = {"cdp.spare_poe_tlv.spare_pair_arch", "PD Spare Pair Architecture", BOOL,
		      AT(6, 1), .under = POE, WORDS(poe_arch_words),
		      .help = "Spare pairs share a circuit"},
	[POE_REQ] = {"cdp.spare_poe_tlv.req_spare_pair_poe", "PD Request Spare Pair PoE", BOOL,
		     AT(5, 1), .under = POE, WORDS(poe_req_words),
		     .help = "The device wants them powered"},
	[POE_PSE] = {"cdp.spare_poe_tlv.pse_spare_pair_poe", "PSE Spare Pair PoE", BOOL, AT(4, 1),
		     .under = POE, WORDS(poe_req_words), .help = "They are powered"},
	[ENCRYPTED] = {"cdp.encrypted_data", "Encrypted Data", BYTES,
		       .help = "A digest, or what nobody knows"},
	[SEEN] = {"cdp.seen_sequence", "Seen Sequence?", U32, DEC,
		  .help = "What nobody knows for sure"},
	[SEQUENCE] = {"cdp.sequence_number", "Sequence Number", U32, DEC,
		      .help = "Counts messages"},
};

#define HEAD 4
#define SNAP_CLUSTER 0x0112

/* A text of the element, in its heading, too. */
static const char *put_text(struct walk *w, struct cursor *c, unsigned row)
{
	struct span s = c->left;
	const char *copy = arena_copy(&w->arena, (const char *)s.p, s.cap);

	put(w, c, row, s.wire);
	return copy;
}

/* "Device ID: r1" over an element. */
static void put_named(struct walk *w, struct cursor *c, uint32_t group, const char *what,
		      unsigned row)
{
	label_tail_of(w, group, "%s: %s", what, put_text(w, c, row));
}

static void put_address(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t n, len, group;
	const uint8_t *protocol, *address;
	bool v4, v6;

	u8(&peek);
	n = u8(&peek);
	protocol = cursor_pull(&peek, n);
	len = u16(&peek);
	address = cursor_pull(&peek, len);
	v4 = protocol && is_ip4(protocol, n) && len == 4;
	v6 = protocol && is_ip6(protocol, n) && len == 16;
	group = open_group(w, c, ADDRESS, 4 + n + len);
	if (!address)
		label_whole(w, "Truncated address");
	else if (v4 || v6)
		label_whole(w, "%s: %s", v4 ? "IP address" : "IPv6 address",
			    address_words(w, v4 ? IPV4 : IPV6, address));
	put(w, c, P_TYPE, 1);
	put(w, c, P_LEN, 1);
	if (!c->bad)
		put(w, c, PROTOCOL, n);
	put(w, c, A_LEN, 2);
	if (address && !c->bad)
		put(w, c, v4 ? A_IP4 : v6 ? A_IP6 : A_OTHER, len);
	else
		cursor_take(c, c->left.wire);
	shut_group(w, group, NULL);
}

static void put_addresses(struct walk *w, struct cursor *c)
{
	uint32_t n = (uint32_t)put(w, c, N_ADDRESSES, 4);

	for (; n && c->left.wire && !c->bad; n--)
		put_address(w, c);
}

static void put_software(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		uint32_t n = c->left.cap;
		const uint8_t *end = memchr(c->left.p, '\n', n);

		n = end ? (uint32_t)(end - c->left.p) : n;
		put_string(w, SOFTWARE, c->at, n,
			   arena_copy(&w->arena, (const char *)c->left.p, n));
		cursor_take(c, end ? n + 1 : c->left.wire);
	}
}

/* Networks behind the device, or where they all send packets. */
static void put_prefixes(struct walk *w, struct cursor *c, uint32_t group)
{
	if (c->left.wire == 4) {
		label_tail_of(w, group, "ODR Default gateway: %s",
			      c->left.cap == 4 ? address_words(w, IPV4, c->left.p) : "");
		put(w, c, GATEWAY, 4);
		return;
	}
	label_tail_of(w, group, "IP Prefixes: %u", c->left.wire / 5);
	while (c->left.wire >= 5 && !c->bad) {
		const char *words = c->left.cap >= 4 ? address_words(w, IPV4, c->left.p) : "";
		uint32_t at = c->at, net = le32(c); /* turned round, as Wireshark has it */

		if (!c->bad)
			put_value(w, PREFIX, at, 4, net);
		label_value(w, "%s/%u", words, u8(c));
	}
}

static void put_hello(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned id;

	put(w, c, OUI_ROW, 3);
	id = (unsigned)put(w, c, HELLO_ID, 2);
	if (id != SNAP_CLUSTER) {
		label_tail_of(w, group, "Protocol Hello: Unknown (0x%04x)", id);
		put_layout(w, c, PARTS({HELLO_DATA, TO_END}));
		return;
	}
	label_tail_of(w, group, "Protocol Hello: Cluster Management");
	put_layout(w, c,
		   PARTS({MASTER_IP, 4}, {CLUSTER_IP, 4}, {CLUSTER_VERSION, 1}, {CLUSTER_SUB, 1},
			 {CLUSTER_STATUS, 1}, {CLUSTER_UNKNOWN, 1}, {COMMANDER, 6}, {SWITCH, 6},
			 {CLUSTER_UNKNOWN, 1}, {CLUSTER_VLAN, 2}));
}

static void put_power(struct walk *w, struct cursor *c, uint32_t group, unsigned row,
		      const char *what)
{
	const char *separator = ": ";

	label_tail_of(w, group, "%s", what);
	put(w, c, REQUEST_ID, 2);
	put(w, c, MANAGEMENT_ID, 2);
	while (c->left.wire && !c->bad) {
		label_tail_of(w, group, "%s%u mW", separator, (unsigned)put(w, c, row, 4));
		separator = ", ";
	}
}

static void put_voice(struct walk *w, struct cursor *c, uint32_t group, const char *what)
{
	put(w, c, DATA, 1);
	label_tail_of(w, group, "%s", what);
	if (c->left.wire >= 2 && !c->bad)
		label_tail_of(w, group, ": VLAN %u", (unsigned)put(w, c, VOICE, 2));
}

/* Elements of one number, and what their heading says of it. */
static const struct {
	uint16_t type, row, octets;
	const char *name, *unit;
	bool hex, silent; /* silent: the heading leaves the number out */
} numbers[] = {
	{4, CAPS, 4, "Capabilities", "", false, true},
	{10, NATIVE, 2, "Native VLAN: ", "", false, false},
	{16, CONSUMPTION, 2, "Power Consumption: ", " mW", false, false},
	{17, MTU, 4, "MTU: ", "", false, false},
	{18, TRUST, 1, "Trust Bitmap: ", "", true, false},
	{19, COS, 1, "Untrusted port CoS: ", "", true, false},
	{31, POE, 1, "Spare Pair PoE", "", false, true},
};

/* Elements of one text. */
static const struct {
	uint16_t type, row;
	const char *name;
} texts[] = {
	{1, DEVICE, "Device ID"},    {3, PORT_NAME, "Port ID"},
	{6, PLATFORM, "Platform"},   {9, VTP, "VTP Management Domain"},
	{20, SYSTEM, "System Name"}, {0x1001, PLATFORM, "Serial"},
	{0x1002, PLATFORM, "SSID"},
};

static bool put_simple(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	for (unsigned i = 0; i < COUNT(texts); i++) {
		if (texts[i].type != type)
			continue;
		put_named(w, c, group, texts[i].name, texts[i].row);
		return true;
	}
	for (unsigned i = 0; i < COUNT(numbers); i++) {
		unsigned value;

		if (numbers[i].type != type)
			continue;
		value = (unsigned)put(w, c, numbers[i].row, numbers[i].octets);
		label_tail_of(w, group, "%s", numbers[i].name);
		if (!numbers[i].silent)
			label_tail_of(w, group, numbers[i].hex ? "0x%02x%s" : "%u%s", value,
				      numbers[i].unit);
		return true;
	}
	return false;
}

static void put_body(struct walk *w, struct cursor *c, unsigned type, uint32_t len, uint32_t group)
{
	const char *word = row_word(w, TLV_TYPE, type, NULL);

	switch (type) {
	case 2:
	case 22:
		label_tail_of(w, group, "%s", type == 2 ? "Addresses" : "Management Addresses");
		put_addresses(w, c);
		break;
	case 5:
		label_tail_of(w, group, "Software Version");
		put_software(w, c);
		break;
	case 7:
		put_prefixes(w, c, group);
		break;
	case 8:
		put_hello(w, c, group);
		break;
	case 11:
		label_tail_of(w, group, "Duplex: %s",
			      row_word(w, DUPLEX, put(w, c, DUPLEX, 1), ""));
		break;
	case 14:
	case 15:
		put_voice(w, c, group, word);
		break;
	case 21:
		label_tail_of(w, group, "System Object Identifier");
		put(w, c, OBJECT, c->left.wire);
		break;
	case 23:
		put(w, c, LOCATION_X, 1);
		put_named(w, c, group, "Location", LOCATION);
		break;
	case 25:
		put_power(w, c, group, REQUESTED, "Power Request");
		break;
	case 26:
		put_power(w, c, group, AVAILABLE, "Power Available");
		break;
	case 29:
		label_tail_of(w, group, "EnergyWise");
		put_layout(w, c, PARTS({ENCRYPTED, 20}, {SEEN, 4}, {SEQUENCE, 4}));
		break;
	default:
		if (word)
			label_tail_of(w, group, "Type: %s, length: %u", word, len);
		else
			label_tail_of(w, group, "Type: Unknown (0x%04x), length: %u", type, len);
		put_layout(w, c, PARTS({DATA, TO_END}));
		break;
	}
}

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group;

	if (peek.bad || len < HEAD) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_group(w, c, ELEMENT, len);
	label_whole(w, "%s", "");
	put(w, c, TLV_TYPE, 2);
	put(w, c, TLV_LEN, 2);
	body = cursor_first(*c, len - HEAD);
	if (!put_simple(w, &body, type, group))
		put_body(w, &body, type, len, group);
	shut_group(w, group, NULL);
	cursor_take(c, len - HEAD);
	if (body.bad)
		c->bad = body.bad;
}

/* The sum of an odd number of octets takes the last one for a signed word. */
static unsigned sum_status(const struct layer *l, uint16_t *right)
{
	struct span s = l->bytes;
	struct cursor last = layer_cursor(l, s.wire - 1), given = layer_cursor(l, 2);
	uint32_t sum = 0, value = u16(&given);
	unsigned octet;

	if (s.cap < s.wire)
		return CHECKSUM_UNVERIFIED;
	if (s.wire % 2) {
		octet = u8(&last);
		sum = octet & 0x80 ? 0xff00 | (octet - 1) : octet;
		s = span_first(s, s.wire - 1);
	}
	*right = (uint16_t)~inet_fold(inet_sum(sum, s) + (0xffff - value));
	return *right == value ? CHECKSUM_GOOD : CHECKSUM_BAD;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint16_t right = 0;
	unsigned status = sum_status(l, &right);

	put(w, c, VERSION, 1);
	put(w, c, TTL, 1);
	put(w, c, CHECKSUM, 2);
	if (c->bad)
		return;
	if (status == CHECKSUM_BAD) {
		label_tail(w, " incorrect, should be 0x%04x", right);
		expert(w, BAD_SUM, "Bad checksum [should be 0x%04x]", right);
	} else {
		label_tail(w, "%s", status == CHECKSUM_GOOD ? " [correct]" : " [unverified]");
	}
	put_value(w, STATUS, c->at, 0, status);
	while (c->left.wire && !c->bad)
		put_element(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEAD);

	(void)r;
	while (c.left.cap >= HEAD) {
		unsigned type = u16(&c), len = u16(&c);
		struct cursor value = cursor_first(c, len < HEAD ? 0 : len - HEAD);

		if (len < HEAD)
			return;
		if (type == 1 || type == 3)
			text_format(t, "%s: %.*s  ", type == 1 ? "Device ID" : "Port ID",
				    (int)value.left.cap, (const char *)value.left.p);
		cursor_take(&c, len - HEAD);
	}
}

static const struct hang hangs[] = {{"llc.cisco_pid", 0x2000},
				    {"chdlc.protocol", 0x2000},
				    {"gre.proto", 0x2000},
				    {"ppp.protocol", 0x207},
				    {0}};

const struct proto proto_cdp = {
	.brief = "CDP",
	.spec = "Cisco Discovery Protocol",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
