/* SPDX-License-Identifier: BSD-2-Clause */
/* MQTT 5's properties, which stand in most messages. */
/* MQTT 5.0, 2.2.2. */
#include "shared/mqtt.h"

enum {
	PART,
	LENGTH,
	ID,
	NUMBER,
	CONTENT_TYPE,
	MAX_QOS,
	TOPIC_ALIAS,
	UNKNOWN,
	STRING_LENGTH,
	STRING_VALUE,
	KEY_LENGTH,
	KEY,
	VALUE_LENGTH,
	PAIR_VALUE,
};

static const struct word properties[] = {
	{0x1, "Payload Format Indicator"},
	{0x2, "Publication Expiry Interval"},
	{0x3, "Content Type"},
	{0x8, "Response Topic"},
	{0x9, "Correlation Data"},
	{0xb, "Subscription Identifier"},
	{0x11, "Session Expiry Interval"},
	{0x12, "Assigned Client Identifier"},
	{0x13, "Server Keep Alive"},
	{0x15, "Authentication Method"},
	{0x16, "Authentication Data"},
	{0x17, "Request Problem Information"},
	{0x18, "Will Delay Interval"},
	{0x19, "Request Response Information"},
	{0x1a, "Response Information"},
	{0x1c, "Server Reference"},
	{0x1f, "Reason String"},
	{0x21, "Receive Maximum"},
	{0x22, "Topic Alias Maximum"},
	{0x23, "Topic Alias"},
	{0x24, "Maximum QoS"},
	{0x25, "Retain Available"},
	{0x26, "User Property"},
	{0x27, "Maximum Packet Size"},
	{0x28, "Wildcard Subscription Available"},
	{0x29, "Subscription Identifier Available"},
	{0x2a, "Shared Subscription Available"},
};
static const struct word qualities[] = {
	{0, "At most once delivery (Fire and Forget)"},
	{1, "At least once delivery (Acknowledged deliver)"},
	{2, "Exactly once delivery (Assured Delivery)"},
	{3, "Reserved"},
};

#define ROW(row, name, label, kind, words) \
	[row] = {"mqtt." name, label, kind, .help = (words), .ref = "MQTT 5.0, 2.2.2"}
#define NUMBER_ROW(row, name, label, kind, words) \
	[row] = {"mqtt." name, label, kind, DEC, .help = (words), .ref = "MQTT 5.0, 2.2.2"}
static const struct field fields[] = {
	[PART] = {"mqtt.part", "MQTT Properties", PROTO, .help = "What a message says beside"},
	NUMBER_ROW(LENGTH, "property_len", "Total Length", U64, "Octets of all of them"),
	[ID] = {"mqtt.property_id", "ID", U8, HEX, WORDS(properties), .help = "Which property",
		.ref = "MQTT 5.0, 2.2.2.2"},
	NUMBER_ROW(NUMBER, "prop_number", "Value", U32, "A property that is a number"),
	ROW(CONTENT_TYPE, "property.content_type", "Content Type", STRING, "What is published"),
	[MAX_QOS] = {"mqtt.property.max_qos", "QoS", U8, DEC, WORDS(qualities),
		     .help = "How surely at most", .ref = "MQTT 5.0, 3.2.2.3.4"},
	NUMBER_ROW(TOPIC_ALIAS, "property.topic_alias", "Topic Alias", U16,
		   "A number for the topic"),
	ROW(UNKNOWN, "prop_unknown", "Unknown Property", STRING, "One that nobody knows"),
	NUMBER_ROW(STRING_LENGTH, "prop_string_len", "Length", U32, "Octets of the text"),
	ROW(STRING_VALUE, "prop_string", "Value", STRING, "A property that is text"),
	NUMBER_ROW(KEY_LENGTH, "prop_key_len", "Key Length", U32, "Octets of the name"),
	ROW(KEY, "prop_key", "Key", STRING, "Name of the user's property"),
	NUMBER_ROW(VALUE_LENGTH, "prop_value_len", "Value Length", U32, "Octets of the value"),
	ROW(PAIR_VALUE, "prop_value", "Value", STRING, "Value of the user's property"),
};

/* How a property is spelled. */
enum form { UNKNOWN_FORM, ONE, TWO, FOUR, SEVENS, TEXT, PAIR, TYPE, ALIAS, QUALITY };
static const uint8_t forms[] = {
	[0x01] = ONE,     [0x02] = FOUR, [0x03] = TYPE, [0x08] = TEXT, [0x09] = TEXT,
	[0x0b] = SEVENS,  [0x11] = FOUR, [0x12] = TEXT, [0x13] = TWO,  [0x15] = TEXT,
	[0x16] = TEXT,    [0x17] = ONE,  [0x18] = FOUR, [0x19] = ONE,  [0x1a] = TEXT,
	[0x1c] = TEXT,    [0x1f] = TEXT, [0x21] = TWO,  [0x22] = TWO,  [0x23] = ALIAS,
	[0x24] = QUALITY, [0x25] = ONE,  [0x26] = PAIR, [0x27] = FOUR, [0x28] = ONE,
	[0x29] = ONE,     [0x2a] = ONE,
};

static void put_text(struct walk *w, struct cursor *c, unsigned length, unsigned row)
{
	uint32_t len = (uint32_t)put(w, c, length, 2);

	if (!c->bad)
		put(w, c, row, len);
}

static void put_sevens(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at, v = mqtt_number(c);

	put_value(w, NUMBER, at, c->at - at, v);
}

/* Its row spans the length, too. */
static void put_content_type(struct walk *w, struct cursor *c, struct mqtt_state *s)
{
	uint32_t at = c->at, len = u16(c);
	struct span type = span_first(c->left, len);

	put_bytes(w, CONTENT_TYPE, at, len + 2, type.p, type.cap);
	cursor_take(c, len);
	s->kind = (uint64_t)media_read(w, type, &s->media);
}

static void put_property(struct walk *w, struct cursor *c, struct mqtt_state *s)
{
	uint64_t id = put(w, c, ID, 1);

	switch (id < COUNT(forms) ? forms[id] : UNKNOWN_FORM) {
	case ONE:
		put(w, c, NUMBER, 1);
		break;
	case TWO:
		put(w, c, NUMBER, 2);
		break;
	case FOUR:
		put(w, c, NUMBER, 4);
		break;
	case SEVENS:
		put_sevens(w, c);
		break;
	case TEXT:
		put_text(w, c, STRING_LENGTH, STRING_VALUE);
		break;
	case PAIR:
		put_text(w, c, KEY_LENGTH, KEY);
		put_text(w, c, VALUE_LENGTH, PAIR_VALUE);
		break;
	case TYPE:
		put_content_type(w, c, s);
		break;
	case ALIAS:
		s->alias = put(w, c, TOPIC_ALIAS, 2);
		break;
	case QUALITY:
		put(w, c, MAX_QOS, 1);
		break;
	default:
		put(w, c, UNKNOWN, c->left.wire);
		break;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct mqtt_state *s = (struct mqtt_state *)l->parent->state;
	uint32_t at = c->at, len = mqtt_number(c);
	struct cursor body = cursor_first(*c, len);

	if (c->bad)
		return;
	put_value(w, LENGTH, at, c->at - at, len);
	cursor_take(c, len);
	while (body.left.wire && !body.bad)
		put_property(w, &body, s);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static const struct hang hangs[] = {{"mqtt.part", MQTT_PROPERTIES}, {0}};

const struct proto proto_mqtt_properties = {
	.brief = "MQTT",
	.no_column = true,
	.bare = true,
	.prefix = "mqtt",
	.spec = "MQTT 5.0, 2.2.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
