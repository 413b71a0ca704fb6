/* SPDX-License-Identifier: BSD-2-Clause */
/* Link Layer Discovery Protocol: who is at the other end of the cable. */
/* IEEE Std 802.1AB-2016. */
#include "core/walk.h"
#include "shared/numbers.h"

enum {
	LLDP,
	LOOSE,
	CHASSIS,
	PORT_HEAD,
	TTL,
	PORT_DESC,
	NAME,
	DESC,
	CAPS,
	MANAGEMENT,
	ORG,
	UNKNOWN,
	END,
	WRONG,
	TYPE,
	LEN,
	CHASSIS_TYPE,
	CHASSIS_FAMILY,
	CHASSIS_ID,
	CHASSIS_MAC,
	CHASSIS_IP4,
	CHASSIS_IP6,
	PORT_TYPE,
	PORT_FAMILY,
	PORT_ID,
	PORT_MAC,
	PORT_IP4,
	PORT_IP6,
	SECONDS,
	PORT_TEXT,
	NAME_TEXT,
	DESC_TEXT,
	SYSTEM_CAP,
	CAP_OTHER,
	CAP_REPEATER,
	CAP_BRIDGE,
	CAP_WLAN_ACCESS_PT,
	CAP_ROUTER,
	CAP_TELEPHONE,
	CAP_DOCSIS_CABLE_DEVICE,
	CAP_STATION_ONLY,
	ENABLED_CAP,
	ENA_OTHER,
	ENA_REPEATER,
	ENA_BRIDGE,
	ENA_WLAN_ACCESS_PT,
	ENA_ROUTER,
	ENA_TELEPHONE,
	ENA_DOCSIS_CABLE_DEVICE,
	ENA_STATION_ONLY,
	ADDR_LEN,
	ADDR_TYPE,
	ADDR_IP4,
	ADDR_IP6,
	ADDR_HEX,
	IF_TYPE,
	IF_NUMBER,
	OID_LEN,
	OBJECT,
	ORG_OUI,
	ORG_TYPE,
	ORG_CONTENT,
	BAD_TYPE,
	STRAY,
};

static const struct word type_words[] = {
	{0, "End of LLDPDU"},
	{1, "Chassis Id"},
	{2, "Port Id"},
	{3, "Time to Live"},
	{4, "Port Description"},
	{5, "System Name"},
	{6, "System Description"},
	{7, "System Capabilities"},
	{8, "Management Address"},
	{127, "Organization Specific"},
};

static const struct word chassis_type_words[] = {
	{0, "Reserved"},       {1, "Chassis component"}, {2, "Interface alias"},
	{3, "Port component"}, {4, "MAC address"},       {5, "Network address"},
	{6, "Interface name"}, {7, "Locally assigned"},
};

static const struct word port_type_words[] = {
	{0, "Reserved"},         {1, "Interface alias"},  {2, "Port component"},
	{3, "MAC address"},      {4, "Network address"},  {5, "Interface name"},
	{6, "Agent circuit Id"}, {7, "Locally assigned"},
};

static const struct word cap_other_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word if_type_words[] = {
	{1, "Unknown"},
	{2, "ifIndex"},
	{3, "System port number"},
};

enum {
	T_END,
	T_CHASSIS,
	T_PORT,
	T_TTL,
	T_PORT_DESC,
	T_NAME,
	T_DESC,
	T_CAPS,
	T_ADDRESS,
	T_ORG = 127
};

static const struct field fields[] = {
	[LLDP] = {"lldp", "Link Layer Discovery Protocol", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[CHASSIS] = {"text", "Chassis", HEADING},
	[PORT_HEAD] = {"text", "Port", HEADING},
	[TTL] = {"text", "Time To Live", HEADING},
	[PORT_DESC] = {"text", "Port Description", HEADING},
	[NAME] = {"text", "System Name", HEADING},
	[DESC] = {"text", "System Description", HEADING},
	[CAPS] = {"text", "Capabilities", HEADING},
	[MANAGEMENT] = {"text", "Management Address", HEADING},
	[ORG] = {"text", "", HEADING},
	[UNKNOWN] = {"text", "Unknown TLV", HEADING},
	[END] = {"text", "End of LLDPDU", HEADING},
	[WRONG] = {"text", "", HEADING},
	[TYPE] = {"lldp.tlv.type", "TLV Type", U16, DEC, AT(0, 7), BOX(16, 0), .under = LOOSE,
		  WORDS(type_words), .help = "Which element", .ref = "8.4.1"},
	[LEN] = {"lldp.tlv.len", "TLV Length", U16, DEC, AT(7, 9), BOX(16, 7), .under = LOOSE,
		 .help = "Octets of its value", .ref = "8.4.2"},
	[CHASSIS_TYPE] = {"lldp.chassis.subtype", "Chassis Id Subtype", U8, DEC,
			  WORDS(chassis_type_words), .help = "What the name is", .ref = "8.5.2.2"},
	[CHASSIS_FAMILY] = {"lldp.network_address.subtype", "Network Address family", U8, DEC,
			    .words = &address_families, .help = "Family of the address",
			    .ref = "8.5.2.3"},
	[CHASSIS_ID] = {"lldp.chassis.id", "Chassis Id", BYTES, .help = "Who sends it",
			.ref = "8.5.2.3"},
	[CHASSIS_MAC] = {"lldp.chassis.id.mac", "Chassis Id", ETHER, .help = "Who sends it",
			 .ref = "8.5.2.3"},
	[CHASSIS_IP4] = {"lldp.chassis.id.ip4", "Chassis Id", IPV4, .help = "Who sends it",
			 .ref = "8.5.2.3"},
	[CHASSIS_IP6] = {"lldp.chassis.id.ip6", "Chassis Id", IPV6, .help = "Who sends it",
			 .ref = "8.5.2.3"},
	[PORT_TYPE] = {"lldp.port.subtype", "Port Id Subtype", U8, DEC, WORDS(port_type_words),
		       .help = "What the name is", .ref = "8.5.3.2"},
	[PORT_FAMILY] = {"lldp.network_address.subtype", "Network Address family", U8, DEC,
			 .words = &address_families, .help = "Family of the address",
			 .ref = "8.5.3.3"},
	[PORT_ID] = {"lldp.port.id", "Port Id", STRING, .traits = ZSTRING,
		     .help = "From which port", .ref = "8.5.3.3"},
	[PORT_MAC] = {"lldp.port.id.mac", "Port Id", ETHER, .help = "From which port",
		      .ref = "8.5.3.3"},
	[PORT_IP4] = {"lldp.port.id.ip4", "Port Id", IPV4, .help = "From which port",
		      .ref = "8.5.3.3"},
	[PORT_IP6] = {"lldp.port.id.ip6", "Port Id", IPV6, .help = "From which port",
		      .ref = "8.5.3.3"},
	[SECONDS] = {"lldp.time_to_live", "Seconds", U16, DEC, .help = "How long it holds good",
		     .ref = "8.5.4"},
	[PORT_TEXT] = {"lldp.port.desc", "Port Description", STRING, .traits = ZSTRING,
		       .help = "The port in words", .ref = "8.5.5"},
	[NAME_TEXT] = {"lldp.tlv.system.name", "System Name", STRING, .traits = ZSTRING,
		       .help = "The system's name", .ref = "8.5.6"},
	[DESC_TEXT] = {"lldp.tlv.system.desc", "System Description", STRING, .traits = ZSTRING,
		       .help = "The system in words", .ref = "8.5.7"},
	[SYSTEM_CAP] = {"lldp.tlv.system_cap", "Capabilities", U16, HEX,
			.help = "What the system can be", .ref = "8.5.8"},
	[CAP_OTHER] = {"lldp.tlv.system_cap.other", "Other", BOOL, AT(15, 1), BOX(16, 15),
		       .under = SYSTEM_CAP, WORDS(cap_other_words), .help = "It can be this",
		       .ref = "8.5.8"},
	[CAP_REPEATER] = {"lldp.tlv.system_cap.repeater", "Repeater", BOOL, AT(14, 1), BOX(16, 14),
			  .under = SYSTEM_CAP, WORDS(cap_other_words), .help = "It can be this",
			  .ref = "8.5.8"},
	[CAP_BRIDGE] = {"lldp.tlv.system_cap.bridge", "Bridge", BOOL, AT(13, 1), BOX(16, 13),
			.under = SYSTEM_CAP, WORDS(cap_other_words), .help = "It can be this",
			.ref = "8.5.8"},
	[CAP_WLAN_ACCESS_PT] = {"lldp.tlv.system_cap.wlan_access_pt", "WLAN access point", BOOL,
				AT(12, 1), BOX(16, 12), .under = SYSTEM_CAP, WORDS(cap_other_words),
				.help = "It can be this", .ref = "8.5.8"},
	[CAP_ROUTER] = {"lldp.tlv.system_cap.router", "Router", BOOL, AT(11, 1), BOX(16, 11),
			.under = SYSTEM_CAP, WORDS(cap_other_words), .help = "It can be this",
			.ref = "8.5.8"},
	[CAP_TELEPHONE] = {"lldp.tlv.system_cap.telephone", "Telephone", BOOL, AT(10, 1),
			   BOX(16, 10), .under = SYSTEM_CAP, WORDS(cap_other_words),
			   .help = "It can be this", .ref = "8.5.8"},
	[CAP_DOCSIS_CABLE_DEVICE] = {"lldp.tlv.system_cap.docsis_cable_device",
				     "DOCSIS cable device", BOOL, AT(9, 1), BOX(16, 9),
				     .under = SYSTEM_CAP, WORDS(cap_other_words),
				     .help = "It can be this", .ref = "8.5.8"},
	[CAP_STATION_ONLY] = {"lldp.tlv.system_cap.station_only", "Station only", BOOL, AT(8, 1),
			      BOX(16, 8), .under = SYSTEM_CAP, WORDS(cap_other_words),
			      .help = "It can be this", .ref = "8.5.8"},
	[ENABLED_CAP] = {"lldp.tlv.enable_system_cap", "Enabled Capabilities", U16, HEX,
			 .help = "What the system is now", .ref = "8.5.8"},
	[ENA_OTHER] = {"lldp.tlv.enable_system_cap.other", "Other", BOOL, AT(15, 1), BOX(16, 15),
		       .under = ENABLED_CAP, WORDS(cap_other_words), .help = "It is this",
		       .ref = "8.5.8"},
	[ENA_REPEATER] = {"lldp.tlv.enable_system_cap.repeater", "Repeater", BOOL, AT(14, 1),
			  BOX(16, 14), .under = ENABLED_CAP, WORDS(cap_other_words),
			  .help = "It is this", .ref = "8.5.8"},
	[ENA_BRIDGE] = {"lldp.tlv.enable_system_cap.bridge", "Bridge", BOOL, AT(13, 1), BOX(16, 13),
			.under = ENABLED_CAP, WORDS(cap_other_words), .help = "It is this",
			.ref = "8.5.8"},
	[ENA_WLAN_ACCESS_PT] = {"lldp.tlv.enable_system_cap.wlan_access_pt", "WLAN access point",
				BOOL, AT(12, 1), BOX(16, 12), .under = ENABLED_CAP,
				WORDS(cap_other_words), .help = "It is this", .ref = "8.5.8"},
	[ENA_ROUTER] = {"lldp.tlv.enable_system_cap.router", "Router", BOOL, AT(11, 1), BOX(16, 11),
			.under = ENABLED_CAP, WORDS(cap_other_words), .help = "It is this",
			.ref = "8.5.8"},
	[ENA_TELEPHONE] = {"lldp.tlv.enable_system_cap.telephone", "Telephone", BOOL, AT(10, 1),
			   BOX(16, 10), .under = ENABLED_CAP, WORDS(cap_other_words),
			   .help = "It is this", .ref = "8.5.8"},
	[ENA_DOCSIS_CABLE_DEVICE] = {"lldp.tlv.enable_system_cap.docsis_cable_device",
				     "DOCSIS cable device", BOOL, AT(9, 1), BOX(16, 9),
				     .under = ENABLED_CAP, WORDS(cap_other_words),
				     .help = "It is this", .ref = "8.5.8"},
	[ENA_STATION_ONLY] = {"lldp.tlv.enable_system_cap.station_only", "Station only", BOOL,
			      AT(8, 1), BOX(16, 8), .under = ENABLED_CAP, WORDS(cap_other_words),
			      .help = "It is this", .ref = "8.5.8"},
	[ADDR_LEN] = {"lldp.mgn.address.len", "Address String Length", U8, DEC,
		      .help = "Octets of family and address", .ref = "8.5.9"},
	[ADDR_TYPE] = {"lldp.mgn.address.subtype", "Address Subtype", U8, DEC,
		       .words = &address_families, .help = "Family of the address", .ref = "8.5.9"},
	[ADDR_IP4] = {"lldp.mgn.addr.ip4", "Management Address", IPV4,
		      .help = "Where it is managed", .ref = "8.5.9"},
	[ADDR_IP6] = {"lldp.mgn.addr.ip6", "Management Address", IPV6,
		      .help = "Where it is managed", .ref = "8.5.9"},
	[ADDR_HEX] = {"lldp.mgn.addr.hex", "Management Address", BYTES,
		      .help = "Where it is managed", .ref = "8.5.9"},
	[IF_TYPE] = {"lldp.mgn.interface.subtype", "Interface Subtype", U8, DEC,
		     WORDS(if_type_words), .help = "What the number counts", .ref = "8.5.9"},
	[IF_NUMBER] = {"lldp.mgn.interface.number", "Interface Number", U32, DEC,
		       .help = "Which interface has the address", .ref = "8.5.9"},
	[OID_LEN] = {"lldp.mgn.obj.len", "OID String Length", U8, DEC,
		     .help = "Octets of the object's name", .ref = "8.5.9"},
	[OBJECT] = {"lldp.mgn.obj.id", "Object Identifier", OID, .help = "Which hardware it is",
		    .ref = "8.5.9"},
	[ORG_OUI] = {"lldp.orgtlv.oui", "Organization Unique Code", U24, OUI,
		     .help = "Whose element it is", .ref = "8.6.1"},
	[ORG_TYPE] = {"lldp.unknown_subtype", "Unknown Subtype", U8, DEC,
		      .help = "Which one of theirs", .ref = "8.6.1"},
	[ORG_CONTENT] = {"lldp.unknown_subtype.content", "Unknown Subtype Content", BYTES,
			 .help = "What it says", .ref = "8.6.1"},
	[BAD_TYPE] = EXPERT("lldp.bad_type", "Incorrect type", WARNING, G_MALFORMED),
	[STRAY] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			 WARNING, G_UNDECODED),
};

/* Rows of what names a chassis or a port. */
struct naming {
	uint16_t head, type, family, id, mac, ip4, ip6;
	const char *what;     /* in the heading */
	uint8_t mac_type;     /* the subtype that is a MAC address */
	uint8_t ip_type;      /* ... and an address behind its family */
	uint8_t hex_type;     /* ... and octets */
	const char *brief[8]; /* in the summary line */
};

static const struct naming chassis_names = {CHASSIS,
					    CHASSIS_TYPE,
					    CHASSIS_FAMILY,
					    CHASSIS_ID,
					    CHASSIS_MAC,
					    CHASSIS_IP4,
					    CHASSIS_IP6,
					    "Chassis",
					    4,
					    5,
					    3,
					    {"Rs", "CC", "IA", "PC", "MA", "NA", "IN", "LA"}};

static const struct naming port_names = {
	PORT_HEAD, PORT_TYPE, PORT_FAMILY, PORT_ID,
	PORT_MAC,  PORT_IP4,  PORT_IP6,    "Port",
	3,         4,         2,           {"Rs", "IA", "PC", "MA", "NA", "IN", "AC", "LA"}};

#define RESERVED 0
#define LAST_NAME 7

/* The name in words, which live as long as the frame. */
static const char *name_words(struct walk *w, const struct naming *n, struct cursor c)
{
	struct text t = {0};
	unsigned type = u8(&c), family = type == n->ip_type ? u8(&c) : 0;
	struct span s = c.left;
	const char *words;

	if (type == RESERVED || type > LAST_NAME)
		text_put(&t, "Reserved");
	else if (type == n->mac_type && s.wire == 6)
		text_hex_bytes(&t, s.p, s.cap, ':');
	else if (family == 1 && s.cap == 4)
		text_ip4(&t, (uint32_t)cursor_be(&c, 4));
	else if (family == 2 && s.cap == 16)
		text_ip6(&t, s.p);
	else if (type == n->ip_type || type == n->hex_type)
		text_hex_bytes(&t, s.p, s.cap, 0);
	else
		text_bytes(&t, s.p, strnlen((const char *)s.p, s.cap));
	words = arena_copy(&w->arena, text_string(&t), t.len + 1);
	text_close(&t);
	return words;
}

static void put_name_value(struct walk *w, struct cursor *c, const struct naming *n, unsigned type)
{
	unsigned family;

	if (type == n->mac_type && c->left.wire == 6) {
		put(w, c, n->mac, 6);
		return;
	}
	if (type != n->ip_type) {
		bool stray = fields[n->id].kind == STRING && type != n->hex_type &&
			     memchr(c->left.p, 0, c->left.cap);

		put(w, c, n->id, c->left.wire);
		if (stray)
			expert(w, STRAY, NULL);
		return;
	}
	family = (unsigned)put(w, c, n->family, 1);
	if (c->bad)
		return;
	if (family == 1 && c->left.wire == 4)
		put(w, c, n->ip4, 4);
	else if (family == 2 && c->left.wire == 16)
		put(w, c, n->ip6, 16);
	else
		put(w, c, n->id, c->left.wire);
}

static void put_head(struct walk *w, struct cursor *c)
{
	put_slice(w, *c, TYPE, 2);
	put_slice(w, *c, LEN, 2);
	cursor_pull(c, 2);
}

static void put_naming(struct walk *w, struct cursor *c, const struct naming *n)
{
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, n->head, c->left.wire);
	unsigned type;

	cursor_pull(&peek, 2);
	if (peek.left.cap && w->labels) {
		struct cursor first = peek;
		const char *word = row_word(w, n->type, u8(&first), "Reserved");

		label_whole(w, "%s Subtype = %s, Id: %s", n->what, word, name_words(w, n, peek));
	}
	put_head(w, c);
	type = (unsigned)put(w, c, n->type, 1);
	if (!c->bad)
		put_name_value(w, c, n, type);
	shut_group(w, group, NULL);
}

/* Elements of a fixed size are malformed when they are longer. */
static void no_more(struct cursor *c)
{
	if (!c->bad && c->left.wire)
		cursor_fail(c, c->left.wire + 1);
}

static void put_seconds(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, TTL, c->left.wire);
	unsigned seconds;

	put_head(w, c);
	seconds = (unsigned)put(w, c, SECONDS, 2);
	label_tail_of(w, group, " = %u sec", seconds);
	no_more(c);
	shut_group(w, group, NULL);
}

static void put_text(struct walk *w, struct cursor *c, unsigned head)
{
	unsigned row = head == PORT_DESC ? PORT_TEXT : head == NAME ? NAME_TEXT : DESC_TEXT;
	uint32_t group = open_group(w, c, head, c->left.wire);
	struct span s = span_skip(c->left, 2);
	size_t len = strnlen((const char *)s.p, s.cap);

	label_tail_of(w, group, " = %.*s", (int)len, (const char *)s.p);
	put_head(w, c);
	put(w, c, row, c->left.wire);
	if (len < s.cap)
		expert(w, STRAY, NULL);
	shut_group(w, group, NULL);
}

static void put_capabilities(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, CAPS, c->left.wire);

	put_head(w, c);
	put(w, c, SYSTEM_CAP, 2);
	put(w, c, ENABLED_CAP, 2);
	no_more(c);
	shut_group(w, group, NULL);
}

static void put_management(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, MANAGEMENT, c->left.wire);
	unsigned len, family;

	put_head(w, c);
	len = (unsigned)put(w, c, ADDR_LEN, 1);
	family = (unsigned)put(w, c, ADDR_TYPE, 1);
	if (!len)
		cursor_fail(c, c->left.wire + 1);
	else if (family == 1)
		put(w, c, ADDR_IP4, len < 5 ? 4 : len - 1);
	else if (family == 2)
		put(w, c, ADDR_IP6, len - 1);
	else
		put(w, c, ADDR_HEX, len - 1);
	put(w, c, IF_TYPE, 1);
	put(w, c, IF_NUMBER, 4);
	len = (unsigned)put(w, c, OID_LEN, 1);
	if (len && !c->bad)
		put(w, c, OBJECT, len);
	shut_group(w, group, NULL);
}

static void put_unknown_org(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	const uint8_t *oui = cursor_pull(&peek, 3);
	const char *vendor = vendor_for_label(w, oui);
	unsigned subtype;

	put(w, c, ORG_OUI, 3);
	subtype = (unsigned)put(w, c, ORG_TYPE, 1);
	if (c->bad)
		return;
	label_tail_of(w, group, "%s - Unknown (%u)", vendor ? vendor : "Unknown", subtype);
	if (c->left.wire)
		put(w, c, ORG_CONTENT, c->left.wire);
}

static void put_org(struct walk *w, const struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, ORG, c->left.wire);
	const struct plan *part;
	struct cursor peek;

	put_head(w, c);
	peek = *c;
	part = also_by(l, 0, u24(&peek));
	if (part && !peek.bad)
		*c = walk_part(w, part, *c);
	else
		put_unknown_org(w, c, group);
	shut_group(w, group, NULL);
}

static void put_plain(struct walk *w, struct cursor *c, unsigned head)
{
	uint32_t group = open_group(w, c, head, c->left.wire);

	put_head(w, c);
	shut_group(w, group, NULL);
}

static void put_element(struct walk *w, const struct layer *l, struct cursor *c, unsigned type)
{
	static const uint16_t texts[] = {PORT_DESC, NAME, DESC};

	switch (type) {
	case T_END:
		put_plain(w, c, END);
		break;
	case T_CHASSIS:
		put_naming(w, c, &chassis_names);
		break;
	case T_PORT:
		put_naming(w, c, &port_names);
		break;
	case T_TTL:
		put_seconds(w, c);
		break;
	case T_PORT_DESC:
	case T_NAME:
	case T_DESC:
		put_text(w, c, texts[type - T_PORT_DESC]);
		break;
	case T_CAPS:
		put_capabilities(w, c);
		break;
	case T_ADDRESS:
		put_management(w, c);
		break;
	case T_ORG:
		put_org(w, l, c);
		break;
	default:
		put_plain(w, c, UNKNOWN);
		break;
	}
}

/* Why the list ends before its end: words for the summary line, which stand alone. */
static const char *fault(unsigned n, unsigned type, struct cursor value)
{
	static const char *const order[] = {"Invalid Chassis ID TLV", "Invalid Port ID TLV",
					    "Invalid Time-to-Live TLV"};
	static const char *const again[] = {"Duplicate Chassis ID TLV", "Duplicate Port ID TLV",
					    "Duplicate Time-To-Live TLV"};
	unsigned len = value.left.wire;

	if (n < 3 && type != n + 1)
		return order[n];
	if (n < 2 && (len < 2 || len > 256 || (u8(&value) == 4 - n && len != 7)))
		return order[n];
	return n >= 3 && type >= T_CHASSIS && type <= T_TTL ? again[type - 1] : NULL;
}

/* A name of the wrong kind at its place is said so in the tree, and is the last of it. */
static void put_wrong(struct walk *w, struct cursor *c, unsigned n, unsigned type)
{
	const char *what = n ? "Port" : "Chassis";
	uint32_t group;

	if (n >= 2)
		return;
	if (type == n + 1) {
		put_plain(w, c, n ? PORT_HEAD : CHASSIS);
		return;
	}
	group = open_group(w, c, WRONG, c->left.wire);
	label_tail_of(w, group, "Invalid %s ID (0x%02X), expected (0x%02X)", what, type, n + 1);
	expert(w, BAD_TYPE, "Invalid %s ID (0x%02X), expected (0x%02X)", what, type, n + 1);
	shut_group(w, group, NULL);
}

/* For Wireshark what carries the list has all from the octet before its end on. */
static uint32_t counted_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	for (unsigned n = 0, head; c.left.cap >= 2; n++, cursor_take(&c, head & 0x1ff)) {
		head = u16(&c);
		if (fault(n, head >> 9, cursor_first(c, head & 0x1ff)))
			break;
		if (head >> 9 == T_END)
			return l->bytes.wire - c.left.wire - 3;
	}
	return 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = T_ORG;

	for (unsigned n = 0; type != T_END && !c->bad && (n < 3 || c->left.wire); n++) {
		struct cursor peek = *c, element;
		unsigned head = u16(&peek);
		const char *wrong;

		type = head >> 9;
		element = cursor_first(*c, 2 + (head & 0x1ff));
		peek = cursor_first(peek, head & 0x1ff);
		wrong = peek.bad ? NULL : fault(n, type, peek);
		if (peek.bad) {
			cursor_take(c, 2);
			return;
		}
		if (wrong) {
			l->says = wrong;
			if (n >= 3)
				put_element(w, l, &element, type);
			else
				put_wrong(w, &element, n, type);
			cursor_take(c, c->left.wire);
			return;
		}
		cursor_take(c, 2 + (head & 0x1ff));
		put_element(w, l, &element, type);
		if (element.bad)
			c->bad = element.bad;
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static void text_name(struct text *t, const struct naming *n, struct cursor c)
{
	struct cursor first = c;
	unsigned type = u8(&first), family;

	if (!c.left.cap)
		return;
	text_put(t, n->brief[type > LAST_NAME ? 0 : type]);
	text_char(t, '/');
	family = type == n->ip_type ? u8(&first) : 0;
	if (type == RESERVED || type > LAST_NAME)
		text_put(t, "Reserved");
	else if (type == n->mac_type && first.left.wire == 6)
		text_address(t, first.left.p, 6);
	else if (family == 1 && first.left.cap == 4)
		text_address(t, first.left.p, 4);
	else if (family == 2 && first.left.cap == 16)
		text_address(t, first.left.p, 16);
	else if (type == n->ip_type || type == n->hex_type || type == n->mac_type)
		text_hex_bytes(t, first.left.p, first.left.cap, 0);
	else
		text_bytes(t, first.left.p, strnlen((const char *)first.left.p, first.left.cap));
	text_char(t, ' ');
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned type = T_ORG;

	(void)r;
	while (c.left.cap >= 2 && type != T_END) {
		unsigned head = u16(&c);
		struct cursor value = cursor_first(c, head & 0x1ff);

		type = head >> 9;
		if (type == T_CHASSIS || type == T_PORT)
			text_name(t, type == T_PORT ? &port_names : &chassis_names, value);
		else if (type == T_TTL && value.left.cap >= 2)
			text_format(t, "%u ", u16(&value));
		else if (type == T_NAME || type == T_DESC)
			text_format(t, "%s=%.*s ", type == T_NAME ? "SysN" : "SysD",
				    (int)strnlen((const char *)value.left.p, value.left.cap),
				    (const char *)value.left.p);
		cursor_take(&c, head & 0x1ff);
	}
}

static const struct hang hangs[] = {{"ethertype", 0x88cc}, {0}};

const struct proto proto_lldp = {
	.brief = "LLDP",
	.spec = "IEEE Std 802.1AB-2016",
	.fields = fields,
	.n_fields = COUNT(fields),
	SAMPLE("\2\7\4\2\0\0\0\0\1\4\5\5eth0\6\2\0x\0\0"), /* a port, for two minutes */
	.counted_len = counted_len,
	.next = {.also = {"lldp.oui"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
