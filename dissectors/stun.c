/* SPDX-License-Identifier: BSD-2-Clause */
/* Session Traversal Utilities for NAT, and TURN's channels. */
/* RFC 8489, RFC 8656. */
#include "flow/stun.h"
#include "shared/stun.h"

enum {
	STUN,
	CHANNEL,
	FRAME_LENGTH,
	TYPE,
	CLASS,
	METHOD,
	ASSIGNMENT,
	LENGTH,
	COOKIE,
	ID,
	VERSION,
	RESPONSE_IN,
	RESPONSE_TO,
	TIME,
	DUPLICATE,
	ATTRIBUTES,
	WRONG_LENGTH,
};

enum {
	HEAD = 20,
	CHANNEL_HEAD = 4,
	COOKIE_END = 8,
	MAGIC = 0x2112a442,
	CLASS_BITS = 0x0110,
	METHOD_BITS = 0x3eef,
	RFC8489 = 3,
	LAST_METHOD = 0xff, /* the highest that is believed */
};

static const struct word classes[] = {
	{0, "Request"}, {1, "Indication"}, {2, "Success Response"}, {3, "Error Response"}};
static const struct word methods[] = {
	{1, "Binding"},
	{2, "SharedSecret"},
	{3, "Allocate"},
	{4, "Refresh"},
	{6, "Send"},
	{7, "Data"},
	{8, "CreatePermission"},
	{9, "Channel-Bind"},
	{10, "Connect"},
	{11, "ConnectionBind"},
	{12, "ConnectionAttempt"},
	{0x80, "GooglePing"},
};
static const struct words class_words = {classes, COUNT(classes)};
static const struct words method_words = {methods, COUNT(methods)};
static const struct word assignments[] = {{0, "IETF Review"}, {1, "Designated Expert"}};
static const struct word versions[] = {
	{1, "MS-TURN"}, {2, "RFC-3489 and earlier"}, {RFC8489, "RFC-5389/8489"}};

/* The bits of a class and of a method lie between one another (RFC 8489, 5). */
static unsigned class_of(unsigned type)
{
	return (type >> 7 & 2) | (type >> 4 & 1);
}

static unsigned method_of(unsigned type)
{
	return (type & 0xf) | (type & 0xe0) >> 1 | (type & 0x3e00) >> 2;
}

static void put_name(struct text *t, unsigned type)
{
	const char *method = word_for(&method_words, method_of(type));

	text_put(t, method ? method : "Unknown");
	text_char(t, ' ');
	text_put(t, word_for(&class_words, class_of(type)));
}

static void form_type(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%04x (", (unsigned)n->u);
	put_name(t, (unsigned)n->u);
	text_char(t, ')');
}

static const struct field fields[] = {
	[STUN] = {"stun", "Session Traversal Utilities for NAT", PROTO,
		  .help = "Finds out what a NAT does to addresses"},
	[CHANNEL] = {"stun.channel", "Channel Number", U16, HEX, .help = "TURN's channel",
		     .ref = "RFC 8656, 12.4"},
	[FRAME_LENGTH] = {"stun.tcp_frame_length", "TCP Frame Length", U16, DEC,
			  .help = "Octets of the message behind it", .ref = "RFC 4571, 2"},
	[TYPE] = {"stun.type", "Message Type", U16, HEX, .form = form_type,
		  .help = "What it is, and of which class", .ref = "RFC 8489, 5"},
	[CLASS] = {"stun.type.class", "Message Class", U16, HEX, .help = "Request or response",
		   .ref = "RFC 8489, 5"},
	[METHOD] = {"stun.type.method", "Message Method", U16, HEX, .help = "What it is about",
		    .ref = "RFC 8489, 5"},
	[ASSIGNMENT] = {"stun.type.method-assignment", "Message Method Assignment", U16, HEX,
			WORDS(assignments), .help = "Who gives out such methods",
			.ref = "RFC 8489, 18.2"},
	[LENGTH] = {"stun.length", "Message Length", U16, DEC, .help = "Octets of the attributes",
		    .ref = "RFC 8489, 5"},
	[COOKIE] = {"stun.cookie", "Message Cookie", BYTES, .help = "Always 2112a442",
		    .ref = "RFC 8489, 5"},
	[ID] = {"stun.id", "Message Transaction ID", BYTES, .help = "Joins request and response",
		.ref = "RFC 8489, 5"},
	[VERSION] = {"stun.network_version", "STUN Network Version", U8, DEC, WORDS(versions),
		     .traits = GENERATED, .help = "Which specification it follows"},
	[RESPONSE_IN] = {"stun.response-in", "Response In", FRAMENUM, .traits = GENERATED,
			 .help = "The frame with the response"},
	[RESPONSE_TO] = {"stun.response-to", "Request In", FRAMENUM, .traits = GENERATED,
			 .help = "The frame with the request"},
	[TIME] = {"stun.time", "Time", RELTIME, .traits = GENERATED,
		  .help = "Between request and response"},
	[DUPLICATE] = {"stun.reqduplicate", "Duplicated original message in", FRAMENUM,
		       .traits = GENERATED, .help = "The frame with the same message before"},
	[ATTRIBUTES] = {"stun.attributes", "Attributes", NONE, .help = "What it says",
			.ref = "RFC 8489, 14"},
	[WRONG_LENGTH] = EXPERT("stun.wrong_msglen", "Packet length is not multiple of 4 bytes",
				ERROR, G_MALFORMED),
};

/* --- what the bytes are --- */

static bool is_channel(struct span bytes)
{
	unsigned first = span_octet(bytes, 0) < 0 ? 0 : (unsigned)span_octet(bytes, 0);

	return first >= 0x40 && first < 0x80;
}

static bool over_tcp(const struct layer *l)
{
	return l->parent && !strcmp(l->parent->proto->fields->name, "tcp");
}

static bool is_message(struct span bytes)
{
	struct cursor c = {.left = bytes};
	unsigned type = u16(&c);

	cursor_pull(&c, 2);
	return u32(&c) == MAGIC && !c.bad && type < 0x4000 && method_of(type) <= LAST_METHOD;
}

/* Where the message begins: behind its length, or at once; NOT_FOUND: there is none. */
static uint32_t offset_of(struct span bytes)
{
	if (is_channel(bytes) || is_message(bytes))
		return 0;
	return is_message(span_skip(bytes, 2)) ? 2 : NOT_FOUND;
}

/* A datagram is one message to its end. */
static bool fills(struct span bytes)
{
	struct cursor c = {.left = bytes};

	u16(&c);
	return u16(&c) + (is_channel(bytes) ? CHANNEL_HEAD : (uint32_t)HEAD) == bytes.wire &&
	       !c.bad;
}

/* By content alone only messages are known, not channels. */
static bool knows(const struct layer *l)
{
	return l->bytes.cap >= HEAD && is_message(l->bytes) && fills(l->bytes);
}

/* As long as it says and without a cookie: RFC 3489's, which others take. */
static bool is_classic(struct span bytes)
{
	return bytes.cap >= HEAD && !is_channel(bytes) && !is_message(bytes) && fills(bytes);
}

static bool claims(const struct layer *l)
{
	struct cursor c = {.left = l->bytes};
	uint32_t len;

	if (!l->parent)
		return !is_classic(l->bytes);
	if (over_tcp(l)) /* pdu_len looks closer */
		return true;
	if (!is_channel(l->bytes) || l->bytes.cap < CHANNEL_HEAD)
		return knows(l);
	u16(&c);
	len = u16(&c) + CHANNEL_HEAD;
	return len <= l->bytes.wire && (len + 3) / 4 * 4 >= l->bytes.wire;
}

/* Over TCP a message may come behind its length (RFC 4571), and channels are padded. */
static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	struct cursor c = {.left = l->bytes};
	unsigned first = u16(&c), second = u16(&c);

	(void)w;
	if (is_channel(l->bytes))
		return (CHANNEL_HEAD + second + 3) / 4 * 4;
	if (is_message(l->bytes))
		return HEAD + second;
	if (is_message(span_skip(l->bytes, 2)))
		return 2 + first;
	return l->bytes.cap < 2 + COOKIE_END ? PDU_MORE : PDU_NONE;
}

/* --- what stands in it --- */

static void put_channel(struct walk *w, struct cursor *c)
{
	uint64_t len;

	label_whole(w, "Session Traversal Utilities for NAT, TURN ChannelData Message");
	put(w, c, CHANNEL, 2);
	len = put(w, c, LENGTH, 2);
	walk_next(w, NULL, cursor_first(*c, (uint32_t)len));
	cursor_take(c, c->left.wire);
}

static void put_transaction(struct walk *w, const struct layer *l, struct span id, unsigned class)
{
	const struct stun_transaction *t = stun_follow(w, l, id, !class);
	uint64_t first, number = w->r.frame->number;

	if (!t)
		return;
	first = class ? t->response : t->request;
	if (first != number)
		put_value(w, DUPLICATE, l->at, 0, first);
	if (!class && t->response)
		put_value(w, RESPONSE_IN, l->at, 0, t->response);
	if (class < 2)
		return;
	put_value(w, RESPONSE_TO, l->at, 0, t->request);
	put_value(w, TIME, l->at, 0, (uint64_t)(w->r.frame->time - t->time));
}

static void put_type(struct walk *w, struct cursor *c, unsigned type)
{
	unsigned class = class_of(type), method = method_of(type);
	const char *name = word_for(&method_words, method);
	uint32_t group = open_value(w, TYPE, c->at, type);

	put_spread(w, *c, CLASS, 2, CLASS_BITS);
	label_whole(w, ".... ...%u ...%u .... = Message Class: 0x%02x %s (%u)", type >> 8 & 1,
		    type >> 4 & 1, type >> 4 & 0x11, word_for(&class_words, class), class);
	put_spread(w, *c, METHOD, 2, METHOD_BITS);
	label_tail(w, " %s (0x%03x)", name ? name : "Unknown", method);
	put_value(w, ASSIGNMENT, c->at, 2, type >> 13 & 1);
	label_whole(w, "..%u. .... .... .... = Message Method Assignment: %s (0x%x)",
		    type >> 13 & 1, assignments[type >> 13 & 1].text, type >> 13 & 1);
	cursor_pull(c, 2);
	shut_group(w, group, c);
}

static void put_attributes(struct walk *w, struct layer *l, struct cursor *c, unsigned len)
{
	struct cursor body = cursor_first(*c, len);
	uint32_t group;

	put_value(w, VERSION, c->at, 0, RFC8489);
	if (len % 4) {
		group = open_value(w, ATTRIBUTES, c->at, 0);
		shut_group(w, group, NULL);
		label_whole(w, "Packet length is not multiple of 4 bytes");
		expert(w, WRONG_LENGTH, NULL);
	}
	group = open_group(w, &body, ATTRIBUTES, len);
	body = walk_part(w, also_by(l, 0, STUN_ATTRIBUTES), body);
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static void put_message(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u16(&peek), len;

	put_transaction(w, l, span_first(span_skip(c->left, HEAD - STUN_ID), STUN_ID),
			class_of(type));
	put_type(w, c, type);
	len = (unsigned)put(w, c, LENGTH, 2);
	put(w, c, COOKIE, 4);
	put(w, c, ID, STUN_ID);
	if (len && !c->bad)
		put_attributes(w, l, c, len);
}

static void note(struct walk *w, struct layer *l)
{
	struct stun_state *s = new_state(w, l, sizeof *s);
	struct text *said = take(w, sizeof *said);
	unsigned type;

	*said = (struct text){0};
	s->said = (uint64_t)(uintptr_t)said;
	s->head = offset_of(l->bytes) ? 2 : 0;
	if (!w->summary)
		return;
	if (is_channel(l->bytes)) {
		text_put(said, "ChannelData TURN Message");
		return;
	}
	type = (unsigned)span_bits(stun_message(l), 0, 16, false);
	put_name(said, type);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct text *said = stun_said(l);

	if (is_channel(c->left)) {
		put_channel(w, c);
	} else {
		if (!is_message(c->left))
			put(w, c, FRAME_LENGTH, 2);
		put_message(w, l, c);
	}
	l->says = arena_copy(&w->arena, said->p, said->len);
	text_close(said);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"udp.port", 3478}, {"tcp.port", 3478}, {"udp.guess", 2}, {0}};

const struct proto proto_stun = {
	.brief = "STUN",
	.spec = "RFC 8489",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"stun.part"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdu_head = CHANNEL_HEAD,
	.pdu_sized = true,
	.claims = claims,
	.knows = knows,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
