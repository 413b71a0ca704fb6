/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN as it was at first, without a magic cookie. */
/* RFC 3489. */
#include "core/walk.h"
#include "flow/queries.h"
#include "shared/layout.h"

enum {
	CLASSICSTUN,
	REQUEST_IN,
	TIME,
	TYPE,
	LENGTH,
	ID,
	ATTRIBUTES,
	ATTRIBUTE,
	ATT_TYPE,
	ATT_LENGTH,
	VALUE_ROW,
	FAMILY,
	PORT_ROW,
	ADDRESS,
	ADDRESS6,
	LOOSE,
	CHANGE_IP,
	CHANGE_PORT,
	UNKNOWN,
	ERROR_CLASS,
	ERROR_CODE,
	REASON,
	XOR_PORT,
	XOR_ADDRESS,
	XOR_ADDRESS6,
	PLAIN_PORT,
	PLAIN_ADDRESS,
	SERVER,
	LIFETIME,
	COOKIE,
	BANDWIDTH,
	DATA,
	BINDING,
};

static const struct word type_words[] = {
	{0x0001, "Binding Request"},
	{0x0002, "Shared Secret Request"},
	{0x0003, "Allocate Request"},
	{0x0004, "Send Request"},
	{0x0006, "Set Active Destination Request"},
	{0x0101, "Binding Response"},
	{0x0102, "Shared Secret Response"},
	{0x0103, "Allocate Response"},
	{0x0104, "Send Response"},
	{0x0106, "Set Active Destination Response"},
	{0x0111, "Binding Error Response"},
	{0x0113, "Allocate Error Response"},
	{0x0114, "Send Error Response"},
	{0x0115, "Data Indication"},
	{0x0116, "Set Active Destination Error Response"},
	{0x1112, "Shared Secret Error Response"},
};

static const struct word attribute_words[] = {
	{0x0001, "MAPPED-ADDRESS"},
	{0x0002, "RESPONSE-ADDRESS"},
	{0x0003, "CHANGE-REQUEST"},
	{0x0004, "SOURCE-ADDRESS"},
	{0x0005, "CHANGED-ADDRESS"},
	{0x0006, "USERNAME"},
	{0x0007, "PASSWORD"},
	{0x0008, "MESSAGE-INTEGRITY"},
	{0x0009, "ERROR-CODE"},
	{0x000b, "REFLECTED-FROM"},
	{0x000d, "LIFETIME"},
	{0x000e, "ALTERNATE_SERVER"},
	{0x000f, "MAGIC_COOKIE"},
	{0x0010, "BANDWIDTH"},
	{0x0011, "DESTINATION_ADDRESS"},
	{0x0012, "REMOTE_ADDRESS"},
	{0x0013, "DATA"},
	{0x0014, "NONCE"},
	{0x0015, "REALM"},
	{0x0016, "REQUESTED_ADDRESS_TYPE"},
	{0x0021, "XOR_ONLY"},
	{0x8020, "XOR_MAPPED_ADDRESS"},
	{0x8022, "SERVER"},
	{0xc001, "CONNECTION-REQUEST-BINDING"},
	{0xc002, "BINDING-CHANGE"},
};

static const struct word family_words[] = {{1, "IPv4"}, {2, "IPv6"}};

static const struct field fields[] = {
	[CLASSICSTUN] = {"classicstun", "Simple Traversal of UDP Through NAT", PROTO},
	[REQUEST_IN] = {"classicstun.response_to", "Request In", FRAMENUM, .traits = GENERATED,
			.help = "The request that it answers"},
	[TIME] = {"classicstun.time", "Time", RELTIME, .traits = GENERATED,
		  .help = "Since the request"},
	[TYPE] = {"classicstun.type", "Message Type", U16, HEX, WORDS(type_words),
		  .help = "What the message is for", .ref = "11.1"},
	[LENGTH] = {"classicstun.length", "Message Length", U16, HEX,
		    .help = "Octets of the attributes", .ref = "11.1"},
	[ID] = {"classicstun.id", "Message Transaction ID", BYTES,
		.help = "Joins request and response", .ref = "11.1"},
	[ATTRIBUTES] = {"classicstun.att", "Attributes", NONE, .help = "All of them",
			.ref = "11.2"},
	[ATTRIBUTE] = {"text", "Attribute", HEADING},
	[ATT_TYPE] = {"classicstun.att.type", "Attribute Type", U16, HEX, WORDS(attribute_words),
		      .help = "What it tells", .ref = "11.2"},
	[ATT_LENGTH] = {"classicstun.att.length", "Attribute Length", U16, DEC,
			.help = "Octets of its value", .ref = "11.2"},
	[VALUE_ROW] = {"classicstun.att.value", "Value", BYTES, .help = "Its value", .ref = "11.2"},
	[FAMILY] = {"classicstun.att.family", "Protocol Family", U16, HEX, WORDS(family_words),
		    .help = "What the address is", .ref = "11.2.1"},
	[PORT_ROW] = {"classicstun.att.port", "Port", U16, DEC, .help = "Its port",
		      .ref = "11.2.1"},
	[ADDRESS] = {"classicstun.att.ipv4", "IP", IPV4, .help = "An address", .ref = "11.2.1"},
	[ADDRESS6] = {"classicstun.att.ipv6", "IP", IPV6, .help = "An address", .ref = "11.2.1"},
	[LOOSE] = {"text", "Parts", HEADING},
	[CHANGE_IP] = {"classicstun.att.change.ip", "Change IP", BOOL, AT(13, 1), BOX(16, 13),
		       .under = LOOSE, WORDS(set_notset),
		       .help = "The answer is to come from another address", .ref = "11.2.4"},
	[CHANGE_PORT] = {"classicstun.att.change.port", "Change Port", BOOL, AT(14, 1), BOX(16, 14),
			 .under = LOOSE, WORDS(set_notset),
			 .help = "The answer is to come from another port", .ref = "11.2.4"},
	[UNKNOWN] = {"classicstun.att.unknown", "Unknown Attribute", U16, HEX,
		     .help = "What the server didn't know", .ref = "11.2.10"},
	[ERROR_CLASS] = {"classicstun.att.error.class", "Error Class", U8, DEC, AT(5, 3),
			 .under = LOOSE, .help = "Hundreds of the code", .ref = "11.2.9"},
	[ERROR_CODE] = {"classicstun.att.error", "Error Code", U8, DEC, .help = "The rest of it",
			.ref = "11.2.9"},
	[REASON] = {"classicstun.att.error.reason", "Error Reason Phase", STRING, .traits = ZSTRING,
		    .help = "A text for people", .ref = "11.2.9"},
	[XOR_PORT] = {"classicstun.att.port-xord", "Port (XOR-d)", U16, DEC,
		      .help = "A port that NATs don't recognize",
		      .ref = "draft-ietf-behave-rfc3489bis"},
	[XOR_ADDRESS] = {"classicstun.att.ipv4-xord", "IP (XOR-d)", IPV4,
			 .help = "An address that NATs don't recognize",
			 .ref = "draft-ietf-behave-rfc3489bis"},
	[XOR_ADDRESS6] = {"classicstun.att.ipv6-xord", "IP (XOR-d)", IPV6,
			  .help = "An address that NATs don't recognize",
			  .ref = "draft-ietf-behave-rfc3489bis"},
	[PLAIN_PORT] = {"classicstun.att.port", "Port", U16, DEC, .traits = GENERATED,
			.help = "What it stands for", .ref = "draft-ietf-behave-rfc3489bis"},
	[PLAIN_ADDRESS] = {"classicstun.att.ipv4", "IP", IPV4, .traits = GENERATED,
			   .help = "What it stands for", .ref = "draft-ietf-behave-rfc3489bis"},
	[SERVER] = {"classicstun.att.server", "Server version", STRING, .traits = ZSTRING,
		    .help = "The server's program", .ref = "draft-ietf-behave-rfc3489bis"},
	[LIFETIME] = {"classicstun.att.lifetime", "Lifetime", U32, DEC,
		      .help = "Seconds that it is kept", .ref = "draft-rosenberg-midcom-turn"},
	[COOKIE] = {"classicstun.att.magic.cookie", "Magic Cookie", U32, HEX,
		    .help = "Tells TURN from what it carries",
		    .ref = "draft-rosenberg-midcom-turn"},
	[BANDWIDTH] = {"classicstun.att.bandwidth", "Bandwidth", U32, DEC,
		       .help = "Kilobits a second", .ref = "draft-rosenberg-midcom-turn"},
	[DATA] = {"classicstun.att.data", "Data", BYTES, .help = "What is carried",
		  .ref = "draft-rosenberg-midcom-turn"},
	[BINDING] = {"classicstun.att.connection_request_binding", "Connection Request Binding",
		     STRING, .traits = ZSTRING, .help = "Of home gateways", .ref = "TR-111"},
};

enum { HEAD = 20, ID_LEN = 16 };

static bool claims(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned type = u16(&c), len = u16(&c);

	return !c.bad && l->bytes.wire >= HEAD && len == l->bytes.wire - HEAD &&
	       word_for(fields[TYPE].words, type);
}

/* --- attributes --- */

/* The number of an address' family; 0: the port isn't there. */
static unsigned put_family(struct walk *w, struct cursor *c)
{
	unsigned family;

	if (c->left.wire < 2)
		return 0;
	family = (unsigned)put(w, c, FAMILY, 2);
	return c->left.wire < 2 || c->bad ? 0 : family;
}

static void rest_address(struct walk *w, struct cursor *c)
{
	unsigned family = put_family(w, c);

	if (!family)
		return;
	put(w, c, PORT_ROW, 2);
	if (family == 1 && c->left.wire >= 4)
		put(w, c, ADDRESS, 4);
	else if (family == 2 && c->left.wire >= 16)
		put(w, c, ADDRESS6, 16);
}

/* The transaction hides port and address; of IPv6's nobody tells what they stand for. */
static void rest_xor_address(struct walk *w, struct cursor *c)
{
	struct cursor id = layer_cursor(w->now, HEAD - ID_LEN);
	unsigned family = put_family(w, c);
	uint32_t hidden = u32(&id), value;

	if (!family)
		return;
	value = (uint32_t)put(w, c, XOR_PORT, 2);
	put_value(w, PLAIN_PORT, c->at - 2, 2, value ^ hidden >> 16);
	if (family == 1 && c->left.wire >= 4) {
		value = (uint32_t)put(w, c, XOR_ADDRESS, 4);
		put_value(w, PLAIN_ADDRESS, c->at - 4, 4, value ^ hidden);
	} else if (family == 2 && c->left.wire >= 16) {
		put(w, c, XOR_ADDRESS6, 16);
	}
}

static void rest_data(struct walk *w, struct cursor *c)
{
	struct cursor data = *c;

	if (!c->left.wire)
		return;
	put(w, c, DATA, c->left.wire);
	walk_inside(w, NULL, data);
}

static void rest_change(struct walk *w, struct cursor *c)
{
	if (c->left.wire < 4)
		return;
	cursor_pull(c, 2);
	put_slice(w, *c, CHANGE_IP, 2);
	put_slice(w, *c, CHANGE_PORT, 2);
}

static void rest_error(struct walk *w, struct cursor *c)
{
	if (c->left.wire < 4)
		return;
	cursor_pull(c, 2);
	put_slice(w, *c, ERROR_CLASS, 1);
	cursor_pull(c, 1);
	put(w, c, ERROR_CODE, 1);
	if (c->left.wire && !c->bad)
		put(w, c, REASON, c->left.wire);
}

static void rest_unknown(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad)
		put(w, c, UNKNOWN, 2);
}

static void put_number(struct walk *w, struct cursor *c, unsigned row)
{
	if (c->left.wire >= 4)
		put(w, c, row, 4);
}

static void rest_lifetime(struct walk *w, struct cursor *c)
{
	put_number(w, c, LIFETIME);
}

static void rest_cookie(struct walk *w, struct cursor *c)
{
	put_number(w, c, COOKIE);
}

static void rest_bandwidth(struct walk *w, struct cursor *c)
{
	put_number(w, c, BANDWIDTH);
}

static void rest_server(struct walk *w, struct cursor *c)
{
	put(w, c, SERVER, c->left.wire);
}

static void rest_binding(struct walk *w, struct cursor *c)
{
	put(w, c, BINDING, c->left.wire);
}

#define VALUE_PARTS PARTS({VALUE_ROW, TO_END})

static const struct layout attributes[] = {
	{0x0001, NULL, rest_address},     {0x0002, NULL, rest_address},
	{0x0003, NULL, rest_change},      {0x0004, NULL, rest_address},
	{0x0005, NULL, rest_address},     {0x0006, VALUE_PARTS, NULL},
	{0x0007, VALUE_PARTS, NULL},      {0x0008, VALUE_PARTS, NULL},
	{0x0009, NULL, rest_error},       {0x000a, NULL, rest_unknown},
	{0x000b, NULL, rest_address},     {0x000d, NULL, rest_lifetime},
	{0x000e, NULL, rest_address},     {0x000f, NULL, rest_cookie},
	{0x0010, NULL, rest_bandwidth},   {0x0011, NULL, rest_address},
	{0x0012, NULL, rest_address},     {0x0013, NULL, rest_data},
	{0x0014, VALUE_PARTS, NULL},      {0x0015, VALUE_PARTS, NULL},
	{0x8020, NULL, rest_xor_address}, {0x8022, NULL, rest_server},
	{0xc001, NULL, rest_binding},
};

static void put_attributes(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, ATTRIBUTES, c->left.wire);

	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u16(&peek), len = u16(&peek);
		uint32_t attribute;

		if (peek.bad) {
			c->bad = peek.bad;
			break;
		}
		attribute = open_group(w, c, ATTRIBUTE, 4 + len);
		w->last = attribute;
		if (word_for(fields[ATT_TYPE].words, type))
			label_whole(w, "Attribute: %s", word_for(fields[ATT_TYPE].words, type));
		else
			label_whole(w, "Attribute: Unknown (0x%04x)", type);
		put(w, c, ATT_TYPE, 2);
		put(w, c, ATT_LENGTH, 2);
		body = cursor_first(*c, len);
		cursor_take(c, len);
		put_layout_of(w, &body, type, attributes, COUNT(attributes));
		shut_group(w, attribute, NULL);
		if (body.bad && !c->bad)
			c->bad = body.bad;
	}
	shut_group(w, group, NULL);
}

/* --- transactions --- */

#define RESPONSE 0x100

static void put_request(struct walk *w, const struct layer *l, struct cursor c)
{
	unsigned type = u16(&c);
	uint32_t number;
	struct query_found found;

	cursor_pull(&c, 2);
	number = u32(&c);
	number ^= u32(&c);
	number ^= u32(&c);
	number ^= u32(&c);
	if (!(type & RESPONSE)) {
		query_asked(w, l, number, 0);
		return;
	}
	found = query_answered(w, l, number);
	if (!found.request)
		return;
	put_value(w, REQUEST_IN, l->at, 0, found.request);
	put_value(w, TIME, l->at, 0, (uint64_t)found.since);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put_request(w, l, *c);
	put_layout(w, c, PARTS({TYPE, 2}, {LENGTH, 2}, {ID, ID_LEN}));
	if (c->left.wire && !c->bad)
		put_attributes(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	(void)r;
	text_format(t, "Message: %s", word_for(fields[TYPE].words, u16(&c)));
}

static const struct hang hangs[] = {{"udp.guess", 3}, {0}};

const struct proto proto_classicstun = {
	.brief = "CLASSIC-STUN",
	.spec = "RFC 3489",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.claims = claims,
	.rest = rest,
	.info = info,
};
