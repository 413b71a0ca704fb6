/* SPDX-License-Identifier: BSD-2-Clause */
/* MQTT: messages to topics, and who wants them. */
/* MQTT 5.0, MQTT 3.1.1 (OASIS); MQTT 3.1. */
#include "flow/mqtt.h"
#include "shared/mqtt.h"

enum {
	MQTT,
	NEVER,
	FLAGS,
	TYPE,
	RESERVED,
	DUP,
	QOS,
	RETAIN,
	LENGTH,
	ACK_FLAGS,
	ACK_RESERVED,
	ACK_OLD_FLAGS,
	SESSION,
	RETURN_CODE,
	ID,
	SUBSCRIBE_QOS,
	GRANTED_QOS,
	TOPIC_LENGTH,
	TOPIC,
	TOPIC_MEANT,
	WILL_TOPIC_LENGTH,
	WILL_TOPIC,
	WILL_LENGTH,
	WILL,
	USER_LENGTH,
	USER,
	PASSWORD_LENGTH,
	PASSWORD,
	NAME_LENGTH,
	NAME,
	CLIENT_LENGTH,
	CLIENT,
	MESSAGE,
	VERSION,
	CONNECT_FLAGS,
	HAS_USER,
	HAS_PASSWORD,
	WILL_RETAIN,
	WILL_QOS,
	HAS_WILL,
	CLEAN,
	CONNECT_RESERVED,
	KEEP_ALIVE,
	OPTIONS,
	OPTIONS_RESERVED,
	RETAIN_HANDLING,
	RETAIN_AS,
	NO_LOCAL,
	OPTIONS_QOS,
	CONNECT_REASON,
	PUBLISH_REASON,
	RECEIVED_REASON,
	RELEASE_REASON,
	COMPLETE_REASON,
	SUBSCRIBE_REASON,
	UNSUBSCRIBE_REASON,
	DISCONNECT_REASON,
	AUTH_REASON,
	PROPERTIES,
	WILL_PROPERTIES,
	NO_TOPIC,
	NO_VERSION,
	NO_ALIAS,
};

enum {
	CONNECT_MESSAGE = 1,
	CONNECT_ACK,
	PUBLISH,
	PUBLISH_ACK,
	PUBLISH_COMPLETE = 7,
	SUBSCRIBE,
	SUBSCRIBE_ACK,
	UNSUBSCRIBE,
	UNSUBSCRIBE_ACK,
	DISCONNECT = 14,
	AUTH,
	V3_1 = 3,
	V3_1_1,
	V5,
};

static const struct word types[] = {
	{0, "Reserved"},
	{1, "Connect Command"},
	{2, "Connect Ack"},
	{3, "Publish Message"},
	{4, "Publish Ack"},
	{5, "Publish Received"},
	{6, "Publish Release"},
	{7, "Publish Complete"},
	{8, "Subscribe Request"},
	{9, "Subscribe Ack"},
	{10, "Unsubscribe Request"},
	{11, "Unsubscribe Ack"},
	{12, "Ping Request"},
	{13, "Ping Response"},
	{14, "Disconnect Req"},
	{15, "Authentication Exchange"},
};
static const struct word qualities[] = {
	{0, "At most once delivery (Fire and Forget)"},
	{1, "At least once delivery (Acknowledged deliver)"},
	{2, "Exactly once delivery (Assured Delivery)"},
	{3, "Reserved"},
};
static const struct word returns[] = {
	{0, "Connection Accepted"},
	{1, "Connection Refused: unacceptable protocol version"},
	{2, "Connection Refused: identifier rejected"},
	{3, "Connection Refused: server unavailable"},
	{4, "Connection Refused: bad user name or password"},
	{5, "Connection Refused: not authorized"},
};
static const struct word grants[] = {
	{0, "At most once delivery (Fire and Forget)"},
	{1, "At least once delivery (Acknowledged deliver)"},
	{2, "Exactly once delivery (Assured Delivery)"},
	{3, "Reserved"},
	{128, "Failure"},
};
static const struct word versions[] = {
	{3, "MQTT v3.1"},
	{4, "MQTT v3.1.1"},
	{5, "MQTT v5.0"},
};
static const struct word retentions[] = {
	{0, "Send msgs at subscription time"},
	{1, "Send msgs if subscription does not exist"},
	{2, "Do not send msgs at subscription time"},
	{3, "Reserved"},
};
static const struct word connect_reasons[] = {
	{0, "Success"},
	{128, "Unspecified error"},
	{129, "Malformed Packet"},
	{130, "Protocol Error"},
	{131, "Implementation specific error"},
	{132, "Unsupported Protocol Version"},
	{133, "Client Identifier not valid"},
	{134, "Bad User Name or Password"},
	{135, "Not authorized"},
	{136, "Server unavailable"},
	{137, "Server busy"},
	{138, "Banned"},
	{140, "Bad authentication method"},
	{144, "Topic Name invalid"},
	{149, "Packet too large"},
	{151, "Quota exceeded"},
	{154, "Retain not supported"},
	{155, "QoS not supported"},
	{156, "Use another server"},
	{157, "Server moved"},
	{159, "Connection rate exceeded"},
};
static const struct word publish_reasons[] = {
	{0, "Success"},
	{16, "No matching subscribers"},
	{128, "Unspecified error"},
	{131, "Implementation specific error"},
	{135, "Not authorized"},
	{144, "Topic Name invalid"},
	{145, "Packet Identifier in use"},
	{151, "Quota exceeded"},
	{153, "Payload format invalid"},
};
static const struct word release_reasons[] = {
	{0, "Success"},
	{146, "Packet Identifier not found"},
};
static const struct word subscribe_reasons[] = {
	{0, "Granted QoS 0"},
	{1, "Granted QoS 1"},
	{2, "Granted QoS 2"},
	{128, "Unspecified error"},
	{131, "Implementation specific error"},
	{135, "Not authorized"},
	{143, "Topic Filter invalid"},
	{145, "Packet Identifier in use"},
	{151, "Quota exceeded"},
	{158, "Shared Subscription not supported"},
	{161, "Subscription Identifiers not supported"},
	{162, "Wildcard Subscription not supported"},
};
static const struct word unsubscribe_reasons[] = {
	{0, "Success"},
	{17, "No subscription existed"},
	{131, "Implementation specific error"},
	{135, "Not authorized"},
	{143, "Topic Filter invalid"},
	{145, "Packet Identifier in use"},
};
static const struct word disconnect_reasons[] = {
	{0, "Normal disconnection"},
	{4, "Disconnect with Will Message"},
	{128, "Unspecified error"},
	{129, "Malformed Packet"},
	{130, "Protocol Error"},
	{131, "Implementation specific error"},
	{135, "Not authorized"},
	{137, "Server busy"},
	{139, "Server shutting down"},
	{140, "Bad authentication method"},
	{141, "Keep Alive timeout"},
	{142, "Session taken over"},
	{143, "Topic Filter invalid"},
	{144, "Topic Name invalid"},
	{147, "Receive Maximum exceeded"},
	{148, "Topic Alias invalid"},
	{149, "Packet too large"},
	{150, "Message rate too high"},
	{151, "Quota exceeded"},
	{152, "Administrative action"},
	{153, "Payload format invalid"},
	{154, "Retain not supported"},
	{155, "QoS not supported"},
	{156, "Use another server"},
	{157, "Server moved"},
	{158, "Shared Subscription not supported"},
	{159, "Connection rate exceeded"},
	{160, "Maximum connect time"},
	{161, "Subscription Identifiers not supported"},
	{162, "Wildcard Subscription not supported"},
};
static const struct word auth_reasons[] = {
	{0, "Success"},
	{24, "Continue authentication"},
	{25, "Re-authenticate"},
};
static const struct words type_words = {types, COUNT(types)};

#define FLAG(row, name, label, bit, above, words_) \
	[row] = {"mqtt." name,                     \
		 label,                            \
		 BOOL,                             \
		 AT(bit, 1),                       \
		 BOX(8, bit),                      \
		 .under = (above),                 \
		 WORDS(set_notset),                \
		 .help = (words_),                 \
		 .ref = "MQTT 5.0, 3"}
#define PART_OF(row, name, label, base, first, width, above, table, words_) \
	[row] = {"mqtt." name,                                              \
		 label,                                                     \
		 U8,                                                        \
		 base,                                                      \
		 AT(first, width),                                          \
		 BOX(8, first),                                             \
		 .under = (above),                                          \
		 WORDS(table),                                              \
		 .help = (words_),                                          \
		 .ref = "MQTT 5.0, 3"}
#define TEXT_ROWS(row, name, label, words_)                                          \
	[row##_LENGTH] = {"mqtt." name "_len",    label " Length",         U16, DEC, \
			  .help = "Octets of it", .ref = "MQTT 5.0, 1.5.4"},         \
	[row] = {"mqtt." name, label, STRING, .help = (words_), .ref = "MQTT 5.0, 3"}
#define REASON(row, name, table)                                                            \
	[row] = {"mqtt." name ".reason_code", "Reason Code",         U8, DEC, WORDS(table), \
		 .help = "How it went",       .ref = "MQTT 5.0, 2.4"}
static const struct field fields[] = {
	[MQTT] = {"mqtt", "MQ Telemetry Transport Protocol", PROTO,
		  .help = "Messages to topics, and who wants them"},
	[NEVER] = {"text", "Flags", HEADING},
	[FLAGS] = {"mqtt.hdrflags", "Header Flags", U8, HEX, .help = "Which message, and how",
		   .ref = "MQTT 5.0, 2.1"},
	PART_OF(TYPE, "msgtype", "Message Type", DEC, 0, 4, NEVER, types, "Which message"),
	[RESERVED] = {"mqtt.hdr_reserved", "Reserved", U8, DEC, AT(4, 4), BOX(8, 4), .under = NEVER,
		      .help = "As each message wants them", .ref = "MQTT 5.0, 2.1.3"},
	FLAG(DUP, "dupflag", "DUP Flag", 4, NEVER, "It was sent before"),
	PART_OF(QOS, "qos", "QoS Level", DEC, 5, 2, NEVER, qualities, "How surely it arrives"),
	FLAG(RETAIN, "retain", "Retain", 7, NEVER, "It is kept for who comes later"),
	[LENGTH] = {"mqtt.len", "Msg Len", U64, DEC, .help = "Octets behind it",
		    .ref = "MQTT 5.0, 2.1.4"},
	[ACK_FLAGS] = {"mqtt.conack.flags", "Acknowledge Flags", U8, HEX,
		       .help = "Whether the session goes on", .ref = "MQTT 5.0, 3.2.2.1"},
	[ACK_RESERVED] = {"mqtt.conack.flags.reserved", "Reserved", BOOL, AT(0, 7), BOX(8, 0),
			  .under = NEVER, WORDS(set_notset), .help = "Zero",
			  .ref = "MQTT 5.0, 3.2.2.1"},
	[ACK_OLD_FLAGS] = {"mqtt.conack.flags.reserved", "Reserved", BOOL, WORDS(set_notset),
			   .help = "Zero", .ref = "MQTT 3.1, 3.2"},
	FLAG(SESSION, "conack.flags.sp", "Session Present", 7, NEVER, "The session goes on"),
	[RETURN_CODE] = {"mqtt.conack.val", "Return Code", U8, DEC, WORDS(returns),
			 .help = "How it went", .ref = "MQTT 3.1.1, 3.2.2.3"},
	[ID] = {"mqtt.msgid", "Message Identifier", U16, DEC,
		.help = "Joins a message and its "
			"acknowledgement",
		.ref = "MQTT 5.0, 2.2.1"},
	[SUBSCRIBE_QOS] = {"mqtt.sub.qos", "Requested QoS", U8, DEC, WORDS(qualities),
			   .help = "How surely at most", .ref = "MQTT 3.1.1, 3.8.3"},
	[GRANTED_QOS] = {"mqtt.suback.qos", "Granted QoS", U8, DEC, WORDS(grants),
			 .help = "How surely at most", .ref = "MQTT 3.1.1, 3.9.3"},
	[TOPIC_LENGTH] = {"mqtt.topic_len", "Topic Length", U16, DEC, .help = "Octets of it",
			  .ref = "MQTT 5.0, 1.5.4"},
	[TOPIC] = {"mqtt.topic", "Topic", STRING, .help = "What the message is about",
		   .ref = "MQTT 5.0, 3.3.2.1"},
	[TOPIC_MEANT] = {"mqtt.topic", "Topic", STRING, .traits = GENERATED,
			 .help = "What its number stands for", .ref = "MQTT 5.0, 3.3.2.3.4"},
	TEXT_ROWS(WILL_TOPIC, "willtopic", "Will Topic", "Where the will goes"),
	[WILL_LENGTH] = {"mqtt.willmsg_len", "Will Message Length", U16, DEC,
			 .help = "Octets of it", .ref = "MQTT 5.0, 1.5.4"},
	[WILL] = {"mqtt.willmsg", "Will Message", BYTES,
		  .help = "What is published when the client goes silent",
		  .ref = "MQTT 5.0, 3.1.3.4"},
	TEXT_ROWS(USER, "username", "User Name", "Who connects"),
	TEXT_ROWS(PASSWORD, "passwd", "Password", "The password, in clear"),
	[NAME_LENGTH] = {"mqtt.proto_len", "Protocol Name Length", U16, DEC, .help = "Octets of it",
			 .ref = "MQTT 5.0, 1.5.4"},
	[NAME] = {"mqtt.protoname", "Protocol Name", STRING, .help = "\"MQTT\"",
		  .ref = "MQTT 5.0, 3.1.2.1"},
	TEXT_ROWS(CLIENT, "clientid", "Client ID", "Which client"),
	[MESSAGE] = {"mqtt.msg", "Message", BYTES, .help = "What is published",
		     .ref = "MQTT 5.0, 3.3.3"},
	[VERSION] = {"mqtt.ver", "Version", U8, DEC, WORDS(versions), .help = "Of the protocol",
		     .ref = "MQTT 5.0, 3.1.2.2"},
	[CONNECT_FLAGS] = {"mqtt.conflags", "Connect Flags", U8, HEX, .help = "What follows",
			   .ref = "MQTT 5.0, 3.1.2.3"},
	FLAG(HAS_USER, "conflag.uname", "User Name Flag", 0, NEVER, "A user's name follows"),
	FLAG(HAS_PASSWORD, "conflag.passwd", "Password Flag", 1, NEVER, "A password follows"),
	FLAG(WILL_RETAIN, "conflag.retain", "Will Retain", 2, NEVER, "The will is kept"),
	PART_OF(WILL_QOS, "conflag.qos", "QoS Level", DEC, 3, 2, NEVER, qualities,
		"How surely the will arrives"),
	FLAG(HAS_WILL, "conflag.willflag", "Will Flag", 5, NEVER, "A will follows"),
	FLAG(CLEAN, "conflag.cleansess", "Clean Session Flag", 6, NEVER, "A new session"),
	FLAG(CONNECT_RESERVED, "conflag.reserved", "(Reserved)", 7, NEVER, "Zero"),
	[KEEP_ALIVE] = {"mqtt.kalive", "Keep Alive", U16, DEC,
			.help = "Seconds without a message, at most", .ref = "MQTT 5.0, 3.1.2.10"},
	[OPTIONS] = {"mqtt.subscription_options", "Subscription Options", U8, HEX,
		     .help = "What is wanted, and how", .ref = "MQTT 5.0, 3.8.3.1"},
	[OPTIONS_RESERVED] = {"mqtt.subscription_options_reserved", "Reserved", U8, HEX, AT(0, 2),
			      BOX(8, 0), .under = NEVER, .help = "Zero",
			      .ref = "MQTT 5.0, 3.8.3.1"},
	PART_OF(RETAIN_HANDLING, "subscription_options_retain", "Retain Handling", DEC, 2, 2, NEVER,
		retentions, "What was kept is wanted"),
	FLAG(RETAIN_AS, "subscription_options_rap", "Retain As Published", 4, NEVER,
	     "The flag stays as the sender set it"),
	FLAG(NO_LOCAL, "subscription_options_nl", "No Local", 5, NEVER,
	     "One's own messages aren't wanted"),
	PART_OF(OPTIONS_QOS, "subscription_options_qos", "QoS", DEC, 6, 2, NEVER, qualities,
		"How surely at most"),
	REASON(CONNECT_REASON, "connack", connect_reasons),
	REASON(PUBLISH_REASON, "puback", publish_reasons),
	REASON(RECEIVED_REASON, "pubrec", publish_reasons),
	REASON(RELEASE_REASON, "pubrel", release_reasons),
	REASON(COMPLETE_REASON, "pubcomp", release_reasons),
	REASON(SUBSCRIBE_REASON, "suback", subscribe_reasons),
	REASON(UNSUBSCRIBE_REASON, "unsuback", unsubscribe_reasons),
	REASON(DISCONNECT_REASON, "disconnect", disconnect_reasons),
	REASON(AUTH_REASON, "auth", auth_reasons),
	[PROPERTIES] = {"mqtt.properties", "Properties", NONE, .help = "What is said beside",
			.ref = "MQTT 5.0, 2.2.2"},
	[WILL_PROPERTIES] = {"mqtt.will_properties", "Will Properties", NONE,
			     .help = "What is said beside of the will", .ref = "MQTT 5.0, 3.1.3.2"},
	[NO_TOPIC] = EXPERT("mqtt.illegal_topic_length", "Length cannot be 0", WARNING, G_PROTOCOL),
	[NO_VERSION] = EXPERT("mqtt.unknown_version",
			      "Unknown version (missing the CONNECT packet?)", REMARK, G_PROTOCOL),
	[NO_ALIAS] = EXPERT("mqtt.unknown_topic_alias", "Unknown topic alias", REMARK, G_PROTOCOL),
};

/* A message as it is read. */
struct reader {
	struct walk *w;
	struct layer *l;
	struct mqtt_connection *known; /* NULL: its carrier has no ports */
	struct mqtt_state *s;
	struct text *said;
	unsigned flags, type;
	bool from_a;
};

static unsigned version_of(const struct reader *r)
{
	return r->known ? r->known->version : 0;
}

/* --- what several messages have --- */

static struct span put_text(struct reader *r, struct cursor *c, unsigned length, unsigned row)
{
	uint32_t len = (uint32_t)put(r->w, c, length, 2);
	struct span s = span_first(c->left, len);

	if (!c->bad)
		put(r->w, c, row, len);
	if (c->bad)
		s = (struct span){0};
	return s;
}

static void put_properties(struct reader *r, struct cursor *c, unsigned row)
{
	uint32_t group = open_group(r->w, c, row, 0);

	*c = walk_part(r->w, also_by(r->l, 0, MQTT_PROPERTIES), *c);
	shut_group(r->w, group, c);
}

static void put_id(struct reader *r, struct cursor *c)
{
	unsigned id = (unsigned)put(r->w, c, ID, 2);

	if (r->w->summary && !c->bad)
		text_format(r->said, " (id=%u)", id);
}

static void say_topic(struct reader *r, struct span topic)
{
	if (!r->w->summary)
		return;
	text_put(r->said, " [");
	text_bytes(r->said, topic.p, topic.cap);
	text_char(r->said, ']');
}

/* Bits in an octet, and behind its row the names of those that are set. */
struct bits {
	uint8_t row;
	bool says; /* its word rather than its name stands behind the octet's row, always */
};

static void put_bits(struct walk *w, struct cursor *c, unsigned row, const struct bits *list,
		     unsigned n)
{
	uint32_t group = open_value(w, row, c->at, (uint64_t)span_bits(c->left, 0, 8, false));

	for (unsigned i = 0; i < n; i++) {
		const struct field *f = &fields[list[i].row];
		uint64_t v = put_slice(w, *c, list[i].row, 1);

		if (f->kind == BOOL && v > 1) /* several bits */
			label_value(w, "Set");
		if (list[i].says)
			label_tail_of(w, group, ", %s: %s", f->label,
				      row_word(w, list[i].row, v, "Unknown"));
		else if (v && f->kind == BOOL)
			label_tail_of(w, group, ", %s", f->label);
	}
	if (c->left.cap)
		cursor_pull(c, 1);
	shut_group(w, group, NULL);
	if (group != NO_NODE)
		w->r.nodes[group].len = 1;
}

/* --- connecting --- */

static void put_will(struct reader *r, struct cursor *c)
{
	if (version_of(r) == V5)
		put_properties(r, c, WILL_PROPERTIES);
	put_text(r, c, WILL_TOPIC_LENGTH, WILL_TOPIC);
	put_text(r, c, WILL_LENGTH, WILL);
}

static void put_connect(struct reader *r, struct cursor *c)
{
	static const struct bits bits[] = {{HAS_USER, false},        {HAS_PASSWORD, false},
					   {WILL_RETAIN, false},     {WILL_QOS, true},
					   {HAS_WILL, false},        {CLEAN, false},
					   {CONNECT_RESERVED, false}};
	unsigned flags;

	put_text(r, c, NAME_LENGTH, NAME);
	flags = (unsigned)put(r->w, c, VERSION, 1);
	if (c->bad || !c->left.cap) {
		cursor_fail(c, 1);
		return;
	}
	if (r->known)
		r->known->version = (uint8_t)flags;
	flags = (unsigned)span_bits(c->left, 0, 8, false);
	put_bits(r->w, c, CONNECT_FLAGS, bits, COUNT(bits));
	put(r->w, c, KEEP_ALIVE, 2);
	if (version_of(r) == V5)
		put_properties(r, c, PROPERTIES);
	put_text(r, c, CLIENT_LENGTH, CLIENT);
	if (flags & 4)
		put_will(r, c);
	if (flags & 0x80)
		put_text(r, c, USER_LENGTH, USER);
	if (flags & 0x40)
		put_text(r, c, PASSWORD_LENGTH, PASSWORD);
}

static bool is_old(const struct reader *r)
{
	return version_of(r) == V3_1 || version_of(r) == V3_1_1;
}

static void put_connect_ack(struct reader *r, struct cursor *c)
{
	static const struct bits bits[] = {{ACK_RESERVED, false}, {SESSION, false}};

	if (!c->left.cap) {
		cursor_fail(c, 1);
		return;
	}
	if (version_of(r) == V3_1)
		put(r->w, c, ACK_OLD_FLAGS, 1);
	else
		put_bits(r->w, c, ACK_FLAGS, bits, COUNT(bits));
	put(r->w, c, is_old(r) ? RETURN_CODE : CONNECT_REASON, 1);
	if (version_of(r) == V5)
		put_properties(r, c, PROPERTIES);
}

/* --- publishing --- */

/* A number stands for the topic, once it has been said. */
static void follow_alias(struct reader *r, struct span topic)
{
	uint16_t number = (uint16_t)r->s->alias;
	const char *meant;

	if (r->s->alias == ABSENT || !r->known)
		return;
	if (topic.cap) {
		mqtt_set_alias(r->known, r->from_a, number, topic);
		return;
	}
	meant = mqtt_alias(r->known, r->from_a, number);
	put_string(r->w, TOPIC_MEANT, r->l->at, 0,
		   meant ? arena_copy(&r->w->arena, meant, strlen(meant)) : "");
	if (!meant)
		expert(r->w, NO_ALIAS, NULL);
	if (r->w->summary && meant)
		say_topic(r, (struct span){(const uint8_t *)meant, (uint32_t)strlen(meant),
					   (uint32_t)strlen(meant)});
	else
		say_topic(r, (struct span){0});
}

static void put_publish(struct reader *r, struct cursor *c)
{
	uint32_t len = (uint32_t)put(r->w, c, TOPIC_LENGTH, 2), row = r->w->last;
	struct span topic = span_first(c->left, len);
	struct cursor message;

	if (c->bad)
		return;
	if (len)
		put(r->w, c, TOPIC, len);
	if (r->flags & 6 && !c->bad)
		put_id(r, c);
	if (version_of(r) == V5)
		put_properties(r, c, PROPERTIES);
	if (c->bad)
		return;
	if (!len && r->s->alias == ABSENT) {
		uint32_t last = r->w->last;

		r->w->last = row;
		expert(r->w, NO_TOPIC, NULL);
		r->w->last = last;
	}
	if (len || r->s->alias == ABSENT)
		say_topic(r, topic);
	follow_alias(r, topic);
	message = *c;
	put(r->w, c, MESSAGE, c->left.wire);
	if (r->s->kind != ABSENT && next_by(r->l, r->s->kind))
		walk_next(r->w, next_by(r->l, r->s->kind), message);
}

/* Behind the identifier, in version 5: how it went, and properties. */
static void put_outcome(struct reader *r, struct cursor *c, unsigned row)
{
	if (version_of(r) != V5 || !c->left.wire)
		return;
	put(r->w, c, row, 1);
	if (c->left.wire)
		put_properties(r, c, PROPERTIES);
}

/* --- subscribing --- */

static void put_topics(struct reader *r, struct cursor *c)
{
	static const struct bits bits[] = {{OPTIONS_RESERVED, false},
					   {RETAIN_HANDLING, true},
					   {RETAIN_AS, false},
					   {NO_LOCAL, false},
					   {OPTIONS_QOS, true}};

	while (c->left.wire && !c->bad) {
		struct span topic = put_text(r, c, TOPIC_LENGTH, TOPIC);

		if (r->type == UNSUBSCRIBE || c->bad)
			continue;
		say_topic(r, topic);
		if (version_of(r) != V5)
			put(r->w, c, SUBSCRIBE_QOS, 1);
		else if (c->left.cap)
			put_bits(r->w, c, OPTIONS, bits, COUNT(bits));
		else
			cursor_fail(c, 1);
	}
}

static void put_list(struct reader *r, struct cursor *c, unsigned row)
{
	while (c->left.wire && !c->bad)
		put(r->w, c, row, 1);
}

static void put_numbered(struct reader *r, struct cursor *c)
{
	static const uint8_t reasons[] = {PUBLISH_REASON, RECEIVED_REASON, RELEASE_REASON,
					  COMPLETE_REASON};

	put_id(r, c);
	if (r->type <= PUBLISH_COMPLETE) {
		put_outcome(r, c, reasons[r->type - PUBLISH_ACK]);
		return;
	}
	if (version_of(r) == V5)
		put_properties(r, c, PROPERTIES);
	if (r->type == SUBSCRIBE_ACK)
		put_list(r, c, is_old(r) ? GRANTED_QOS : SUBSCRIBE_REASON);
	else if (r->type == UNSUBSCRIBE_ACK)
		put_list(r, c, UNSUBSCRIBE_REASON);
	else
		put_topics(r, c);
}

/* --- the message --- */

static void put_flags(struct reader *r, struct cursor *c)
{
	static const struct bits publish[] = {
		{TYPE, true}, {DUP, false}, {QOS, true}, {RETAIN, false}};
	static const struct bits others[] = {{TYPE, true}, {RESERVED, false}};
	bool published = r->type == PUBLISH;

	put_bits(r->w, c, FLAGS, published ? publish : others,
		 published ? COUNT(publish) : COUNT(others));
}

static void put_body(struct reader *r, struct cursor *c)
{
	if (r->type == CONNECT_MESSAGE)
		put_connect(r, c);
	else if (r->type == CONNECT_ACK)
		put_connect_ack(r, c);
	else if (r->type == PUBLISH)
		put_publish(r, c);
	else if (r->type >= PUBLISH_ACK && r->type <= UNSUBSCRIBE_ACK)
		put_numbered(r, c);
	else if (r->type == DISCONNECT)
		put_outcome(r, c, DISCONNECT_REASON);
	else if (r->type == AUTH)
		put_outcome(r, c, AUTH_REASON);
}

/* A head that can't be takes all there is. */
static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	struct cursor c = {.left = l->bytes};
	uint32_t len;

	(void)w;
	u8(&c);
	len = mqtt_number(&c);
	if (c.bad && l->bytes.cap < 5)
		return PDU_MORE;
	return c.bad ? l->bytes.wire : l->bytes.cap - c.left.cap + len;
}

/* While a message isn't complete nothing is said of it. */
static const char *waits(struct walk *w, const struct layer *l)
{
	(void)w, (void)l;
	return "";
}

static void note(struct walk *w, struct layer *l)
{
	struct mqtt_state *s = new_state(w, l, sizeof *s);
	struct text *said = take(w, sizeof *said);
	uint64_t type = span_bits(l->bytes, 0, 4, false);

	*said = (struct text){0};
	s->said = (uint64_t)(uintptr_t)said;
	l->carries_media = true;
	l->follows = l->again;
	if (!w->summary)
		return;
	text_put(said, l->again ? ", " : "");
	text_put(said, word_for(&type_words, type));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct mqtt_state *s = (struct mqtt_state *)l->state;
	struct reader r = {.w = w, .l = l, .s = s, .said = (struct text *)(uintptr_t)s->said};
	uint32_t at, len;

	r.flags = (unsigned)span_bits(c->left, 0, 8, false);
	r.type = r.flags >> 4;
	r.known = mqtt_connection_of(w, l, &r.from_a);
	label_whole(w, "MQ Telemetry Transport Protocol, %s", word_for(&type_words, r.type));
	if (!version_of(&r) && r.type != CONNECT_MESSAGE)
		expert_on(w, MQTT, NO_VERSION, NULL);
	put_flags(&r, c);
	at = c->at;
	len = mqtt_number(c);
	if (!c->bad) {
		put_value(w, LENGTH, at, c->at - at, len);
		put_body(&r, c);
	}
	l->says = arena_copy(&w->arena, r.said->p, r.said->len);
	text_close(r.said);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"tcp.port", 1883}, {"tls.port", 8883}, {0}};

const struct proto proto_mqtt = {
	.brief = "MQTT",
	.spec = "MQTT 5.0",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 2,
	.next = {.table = "media_type", .also = {"mqtt.part"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdu_head = 2,
	.pdu_sized = true,
	.waits = waits,
	.note = note,
	.rest = rest,
	.info = info,
};
