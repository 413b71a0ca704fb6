/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCP: what relays and vendors add. */
/* RFC 3046; RFC 3925. */
#include "core/walk.h"

enum {
	OPTIONS,
	RELAY,
	RELAY_LEN,
	RELAY_VALUE,
	CIRCUIT,
	REMOTE,
	RELAY_RESERVED,
	DEVICE_CLASS,
	LINK,
	SUBSCRIBER,
	RADIUS,
	RELAY_AUTH,
	RELAY_VI,
	RELAY_VI_LEN,
	RELAY_VI_VALUE,
	RELAY_FLAGS,
	OVERRIDE,
	RELAY_ID,
	ACCESS_TYPE,
	ACCESS_NAME,
	AP_NAME,
	BSSID,
	OPERATOR,
	REALM,
	LINK_CISCO,
	VRF_NAME,
	VRF_GLOBAL,
	OVERRIDE_CISCO,
	RELAY_UNKNOWN,
	NO_ROOM,
	VI_CLASS,
	VI_CLASS_LEN,
	VI_CLASS_DATA,
	VI,
	VI_LEN,
	TR111,
	VI_SUB_LEN,
	VI_VALUE,
	DEVICE_OUI,
	DEVICE_SERIAL,
	DEVICE_PRODUCT,
	GATEWAY_OUI,
	GATEWAY_SERIAL,
	GATEWAY_PRODUCT,
	VENDOR_SUB,
	VENDOR_DATA,
	BAD_LENGTH,
};

enum { RELAYED = 82, VENDOR_CLASS = 124, VENDOR_OPTIONS = 125, TR111_ENTERPRISE = 3561 };

static const struct word relay_words[] = {
	{0, "Padding"},
	{1, "Agent Circuit ID"},
	{2, "Agent Remote ID"},
	{3, "Reserved"},
	{4, "DOCSIS Device Class"},
	{5, "Link selection"},
	{6, "Subscriber ID"},
	{7, "RADIUS Attributes"},
	{8, "Authentication"},
	{9, "Vendor-Specific Information"},
	{10, "Flags"},
	{11, "Server ID Override"},
	{12, "Relay Agent Identifier"},
	{13, "Access Technology Type"},
	{14, "Access Network Name"},
	{15, "Access Point Name"},
	{16, "Access Point BSSID"},
	{17, "Access Network Operator ID"},
	{18, "Access Network Operator Realm"},
	{19, "Source Port"},
	{150, "Link selection (Cisco proprietary)"},
	{151, "VRF name/VPN ID"},
	{152, "Server ID Override (Cisco proprietary)"},
};

static const struct word tr111_words[] = {
	{1, "DeviceManufacturerOUI"},  {2, "DeviceSerialNumber"},  {3, "DeviceProductClass"},
	{4, "GatewayManufacturerOUI"}, {5, "GatewaySerialNumber"}, {6, "GatewayProductClass"},
};

#define ROW(row, filter, label, says, section, ...) \
	[row] = {"dhcp." filter, label, __VA_ARGS__, .help = says, .ref = section}
#define RELAY_ROW(row, filter, label, says, section, ...) \
	ROW(row, "option.agent_information_option." filter, label, says, section, __VA_ARGS__)

static const struct field fields[] = {
	[OPTIONS] = {"dhcp.relays", "Relays", PROTO},
	RELAY_ROW(RELAY, "suboption", "Option 82 Suboption", "What the relay adds", "RFC 3046, 2",
		  U8, DEC, WORDS(relay_words)),
	ROW(RELAY_LEN, "option.suboption_length", "Length", "Octets of it", "RFC 3046, 2", U8, DEC),
	RELAY_ROW(RELAY_VALUE, "value", "Value", "Its octets", "RFC 3046, 2", BYTES,
		  .traits = HIDDEN),
	RELAY_ROW(CIRCUIT, "agent_circuit_id", "Agent Circuit ID", "Where the client hangs",
		  "RFC 3046, 3.1", BYTES),
	RELAY_ROW(REMOTE, "agent_remote_id", "Agent Remote ID", "Who the client is",
		  "RFC 3046, 3.2", BYTES),
	RELAY_ROW(RELAY_RESERVED, "reserved", "Reserved", "Not used", "RFC 3046, 2", BYTES),
	RELAY_ROW(DEVICE_CLASS, "docsis_device_class", "DOCSIS Device Class", "What kind of modem",
		  "RFC 3256, 2", U32, HEX),
	RELAY_ROW(LINK, "link_selection", "Link selection", "The client's network", "RFC 3527, 3",
		  IPV4),
	RELAY_ROW(SUBSCRIBER, "subscriber_id", "Subscriber ID", "Who the customer is",
		  "RFC 3993, 2", STRING),
	RELAY_ROW(RADIUS, "radius_attributes", "RADIUS Attributes", "What RADIUS told",
		  "RFC 4014, 3", BYTES),
	RELAY_ROW(RELAY_AUTH, "authentication", "Authentication", "Proof of the relay",
		  "RFC 4030, 3", BYTES),
	RELAY_ROW(RELAY_VI, "vi.enterprise", "Enterprise", "Whose information it is", "RFC 4243, 3",
		  U32, DEC),
	RELAY_ROW(RELAY_VI_LEN, "vi.data_length", "Data Length", "Octets of it", "RFC 4243, 3", U8,
		  DEC),
	RELAY_ROW(RELAY_VI_VALUE, "value", "Value", "The information", "RFC 4243, 3", BYTES),
	RELAY_ROW(RELAY_FLAGS, "flags", "Flags", "How the client sent it", "RFC 5010, 3", U8, HEX),
	RELAY_ROW(OVERRIDE, "server_id_override", "Server ID Override", "The relay as the server",
		  "RFC 5107, 4", IPV4),
	RELAY_ROW(RELAY_ID, "relay_agent_id", "Relay Agent Identifier", "Who the relay is",
		  "RFC 6925, 4", BYTES),
	RELAY_ROW(ACCESS_TYPE, "ani_att", "Access Technology Type", "What kind of network",
		  "RFC 7839, 4.4.1", U8, DEC),
	RELAY_ROW(ACCESS_NAME, "ani_network_name", "Access Network Name", "The network",
		  "RFC 7839, 4.4.2", STRING),
	RELAY_ROW(AP_NAME, "ani_ap_name", "Access Point Name", "The access point",
		  "RFC 7839, 4.4.3", STRING),
	RELAY_ROW(BSSID, "ani_ap_bssid", "Access Point BSSID", "Its address", "RFC 7839, 4.4.4",
		  ETHER),
	RELAY_ROW(OPERATOR, "ani_operator_id", "Access Network Operator ID", "Who runs it",
		  "RFC 7839, 4.5.1", BYTES),
	RELAY_ROW(REALM, "ani_operator_realm", "Access Network Operator Realm", "Who runs it",
		  "RFC 7839, 4.5.2", STRING),
	RELAY_ROW(LINK_CISCO, "link_selection_cisco", "Link selection (Cisco proprietary)",
		  "The client's network", NULL, IPV4),
	RELAY_ROW(VRF_NAME, "vrf_name", "VRF name", "Which of the routing tables", "RFC 6607, 3.4",
		  STRING),
	RELAY_ROW(VRF_GLOBAL, "vrf_name.global", "Global, default VPN", "The usual one",
		  "RFC 6607, 3.4", U8, DEC),
	RELAY_ROW(OVERRIDE_CISCO, "server_id_override_cisco",
		  "Server ID Override (Cisco proprietary)", "The relay as the server", NULL, IPV4),
	RELAY_ROW(RELAY_UNKNOWN, "value", "Value", "What nobody knows", "RFC 3046, 2", BYTES),
	[NO_ROOM] =
		EXPERT("dhcp.missing_subopt_value", "Suboption value missing", ERROR, G_PROTOCOL),
	ROW(VI_CLASS, "option.vi_class.enterprise", "Enterprise", "Whose class it is",
	    "RFC 3925, 3", U32, DEC),
	ROW(VI_CLASS_LEN, "option.vi_class.length", "CableLab Address Mode", "Octets of it",
	    "RFC 3925, 3", U8, DEC),
	ROW(VI_CLASS_DATA, "option.vi_class.data", "NetInfo Parent Server Tag", "The class",
	    "RFC 3925, 3", STRING),
	ROW(VI, "option.vi.enterprise", "Enterprise", "Whose information it is", "RFC 3925, 4", U32,
	    DEC),
	ROW(VI_LEN, "option.vi.length", "Length", "Octets of it", "RFC 3925, 4", U8, DEC),
	ROW(TR111, "option.vi.tr111.suboption", "Option 125 Suboption", "What it tells", "TR-069",
	    U8, DEC, WORDS(tr111_words)),
	ROW(VI_SUB_LEN, "option.suboption_length", "Length", "Octets of it", "RFC 3925, 4", U8,
	    DEC),
	ROW(VI_VALUE, "option.vi.value", "Value", "Its octets", "RFC 3925, 4", BYTES,
	    .traits = HIDDEN),
	ROW(DEVICE_OUI, "option.vi.tr111.device_manufacturer_oui", "DeviceManufacturerOUI",
	    "Who made the device", "TR-069", STRING),
	ROW(DEVICE_SERIAL, "option.vi.tr111.device_serial_number", "DeviceSerialNumber",
	    "The device's number", "TR-069", STRING),
	ROW(DEVICE_PRODUCT, "option.vi.tr111.device_product_class", "DeviceProductClass",
	    "What the device is", "TR-069", STRING),
	ROW(GATEWAY_OUI, "option.vi.tr111.gateway_manufacturer_oui", "GatewayManufacturerOUI",
	    "Who made the gateway", "TR-069", STRING),
	ROW(GATEWAY_SERIAL, "option.vi.tr111.gateway_serial_number", "GatewaySerialNumber",
	    "The gateway's number", "TR-069", STRING),
	ROW(GATEWAY_PRODUCT, "option.vi.tr111.gateway_product_class", "GatewayProductClass",
	    "What the gateway is", "TR-069", STRING),
	ROW(VENDOR_SUB, "vendor.suboption", "Option 125 Suboption", "A vendor's own", "RFC 3925, 4",
	    U8, DEC),
	ROW(VENDOR_DATA, "vendor.data", "Data", "Its octets", "RFC 3925, 4", BYTES),
	[BAD_LENGTH] = EXPERT("dhcp.bad_length", "Wrong length", ERROR, G_PROTOCOL),
};

static void bad_length(struct walk *w, uint32_t group, const char *words)
{
	w->last = group;
	expert(w, BAD_LENGTH, "%s", words);
}

/* --- relays --- */

/* Suboptions of relays: their rows, and octets of the value; 0: all there are. */
static const struct {
	uint8_t code;
	uint16_t row;
	uint8_t octets;
} relays[] = {
	{1, CIRCUIT, 0},      {2, REMOTE, 0},       {3, RELAY_RESERVED, 0},   {4, DEVICE_CLASS, 4},
	{5, LINK, 4},         {6, SUBSCRIBER, 0},   {7, RADIUS, 0},           {8, RELAY_AUTH, 0},
	{10, RELAY_FLAGS, 1}, {11, OVERRIDE, 4},    {12, RELAY_ID, 0},        {13, ACCESS_TYPE, 2},
	{14, ACCESS_NAME, 0}, {15, AP_NAME, 0},     {16, BSSID, 6},           {17, OPERATOR, 0},
	{18, REALM, 0},       {150, LINK_CISCO, 4}, {152, OVERRIDE_CISCO, 4},
};

static void put_relay_vendor(struct walk *w, struct cursor *c)
{
	uint32_t group;

	put(w, c, RELAY_VI, 4);
	group = w->last;
	w->depth++;
	put(w, c, RELAY_VI_LEN, 1);
	w->depth--;
	w->last = group;
	if (c->left.wire)
		put(w, c, RELAY_VI_VALUE, c->left.wire);
}

static void put_vrf(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);

	if (type == 255)
		put(w, c, VRF_GLOBAL, 1);
	else if (c->left.wire == 1)
		put(w, c, VRF_GLOBAL, 1);
	else if (!type)
		cursor_pull(c, 1), put(w, c, VRF_NAME, c->left.wire);
}

static void put_relay_value(struct walk *w, struct cursor *c, unsigned code, uint32_t group)
{
	for (unsigned i = 0; i < COUNT(relays); i++) {
		uint32_t octets = relays[i].octets;

		if (relays[i].code != code)
			continue;
		if (octets && octets != c->left.wire)
			return;
		if (fields[relays[i].row].kind == IPV4 && c->left.cap >= 4)
			label_tail_of(w, group, " (%s)", address_words(w, IPV4, c->left.p));
		put(w, c, relays[i].row, c->left.wire);
		return;
	}
	if (code == 9)
		put_relay_vendor(w, c);
	else if (code == 151)
		put_vrf(w, c);
	else if (code != 19)
		put(w, c, RELAY_UNKNOWN, c->left.wire);
}

static void put_relay(struct walk *w, struct cursor *c, uint32_t option)
{
	struct cursor peek = *c, value;
	unsigned code = u8(&peek);
	uint32_t len = u8(&peek), group = open_value(w, RELAY, c->at, code);

	(void)option;
	label_whole(w, "Option 82 Suboption: (%u) %s", code, row_word(w, RELAY, code, "Unknown"));
	cursor_pull(c, 1);
	put(w, c, RELAY_LEN, 1);
	if (len > c->left.wire) {
		w->last = group;
		expert(w, NO_ROOM, "Suboption %u: no room left in option for suboption value",
		       code);
		*c = cursor_first(*c, 0);
	} else if (len) {
		value = cursor_first(*c, len);
		put(w, &value, RELAY_VALUE, len);
		value = cursor_first(*c, len);
		put_relay_value(w, &value, code, group);
		cursor_pull(c, len);
	}
	shut_group(w, group, c);
}

static void put_relays(struct walk *w, struct cursor *c, uint32_t group)
{
	while (c->left.cap >= 2 && !c->bad)
		put_relay(w, c, group);
}

/* --- vendors --- */

static void put_vendor_class(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	while (c->left.cap >= 5 && !c->bad) {
		uint32_t len;

		put(w, c, VI_CLASS, 4);
		len = (uint32_t)put(w, c, VI_CLASS_LEN, 1);
		put(w, c, VI_CLASS_DATA, len);
	}
}

static void put_vendor_option(struct walk *w, struct cursor *c, bool tr111)
{
	struct cursor peek = *c, value;
	unsigned code = u8(&peek);
	uint32_t len = u8(&peek), group = open_value(w, tr111 ? TR111 : VENDOR_SUB, c->at, code);

	if (tr111)
		label_whole(w, "Option 125 Suboption: (%u) %s", code,
			    row_word(w, TR111, code, "Unknown"));
	cursor_pull(c, 1);
	put(w, c, VI_SUB_LEN, 1);
	value = *c;
	if (tr111 && len)
		put(w, &value, VI_VALUE, len);
	if (tr111 && code >= 1 && code <= 6)
		put(w, c, DEVICE_OUI + code - 1, len);
	else if (len)
		put(w, c, VENDOR_DATA, len);
	shut_group(w, group, c);
}

static void put_vendors(struct walk *w, struct cursor *c, uint32_t group)
{
	if (c->left.wire < 5)
		bad_length(w, group, "length < 5");
	while (c->left.cap >= 5 && !c->bad) {
		uint32_t enterprise = (uint32_t)put(w, c, VI, 4), len, node = w->last;
		struct cursor body;

		w->depth++;
		len = (uint32_t)put(w, c, VI_LEN, 1);
		body = cursor_first(*c, len);
		while (body.left.cap >= 2 && !body.bad)
			put_vendor_option(w, &body, enterprise == TR111_ENTERPRISE);
		w->depth--;
		w->last = node;
		cursor_take(c, len);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t code = l->parent->state ? *l->parent->state : 0; /* see struct dhcp_state */

	if (code == RELAYED)
		put_relays(w, c, w->last);
	else if (code == VENDOR_CLASS)
		put_vendor_class(w, c, w->last);
	else
		put_vendors(w, c, w->last);
}

static const struct hang hangs[] = {{"dhcp.option", RELAYED},
				    {"dhcp.option", VENDOR_CLASS},
				    {"dhcp.option", VENDOR_OPTIONS},
				    {0}};

const struct proto proto_dhcp_relay = {
	.brief = "DHCP",
	.no_column = true,
	.bare = true,
	.prefix = "dhcp",
	.spec = "RFC 3046",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
