/* SPDX-License-Identifier: BSD-2-Clause */
/* The Babel routing protocol. */
/* RFC 8966. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	BABEL,
	WORDS_ROW,
	TRAILER,
	MAGIC,
	VERSION,
	BODY_LEN,
	MESSAGE,
	MESSAGE_TYPE,
	MESSAGE_LEN,
	NONCE,
	SEQNO,
	INTERVAL,
	RXCOST,
	ROUTER_ID,
	FLAGS,
	METRIC,
	HOP_COUNT,
	INDEX,
	ADDRESS,
	AE,
	PLEN,
	OMITTED,
	PREFIX,
	SUB,
	SUB_TYPE,
	SUB_LEN,
	CHANNEL,
};

static const struct word ae_words[] = {
	{0, "Wildcard"},
	{1, "IPv4"},
	{2, "IPv6"},
	{3, "Link-Local IPv6"},
};

static const struct word message_words[] = {
	{0, "pad1"},
	{1, "padn"},
	{2, "ack-req"},
	{3, "ack"},
	{4, "hello"},
	{5, "ihu"},
	{6, "router-id"},
	{7, "nh"},
	{8, "update"},
	{9, "request"},
	{10, "mh-request"},
	{11, "ts/pc (obsolete)"},
	{12, "hmac"},
	{13, "source-specific-update"},
	{14, "source-specific-req"},
	{15, "source-specific-seqno"},
	{16, "hmac"},
	{17, "pc"},
	{18, "challenge-request"},
	{19, "challenge-reply"},
};
static const struct words messages = {message_words, COUNT(message_words)};

static const struct word sub_words[] = {
	{0, "sub-pad1"},
	{1, "sub-padn"},
	{2, "diversity"},
	{3, "timestamp"},
};
static const struct words subs = {sub_words, COUNT(sub_words)};

/* The line is the hook's. */
static void form_nothing(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
}

static const struct field fields[] = {
	[BABEL] = {"babel", "Babel Routing Protocol", PROTO},
	[WORDS_ROW] = {"text", "Part", HEADING},
	[TRAILER] = {"text", "Packet Trailer", HEADING},
	[MAGIC] = {"babel.magic", "Magic", U8, DEC, .help = "Always 42", .ref = "4.2"},
	[VERSION] = {"babel.version", "Version", U8, DEC, .help = "Always 2", .ref = "4.2"},
	[BODY_LEN] = {"babel.bodylen", "Body Length", U16, DEC, .help = "Octets of the messages",
		      .ref = "4.2"},
	[MESSAGE] = {"babel.message", "Message", U8, DEC, .form = form_nothing, .words = &messages,
		     .help = "One message", .ref = "4.3"},
	[MESSAGE_TYPE] = {"babel.message.type", "Message Type", U8, DEC, .words = &messages,
			  .help = "What it tells", .ref = "4.3"},
	[MESSAGE_LEN] = {"babel.message.length", "Message Length", U8, DEC, .help = "Octets of it",
			 .ref = "4.3"},
	[NONCE] = {"babel.message.nonce", "Nonce", U16, HEX, .help = "Comes back in the answer",
		   .ref = "4.6.3"},
	[SEQNO] = {"babel.message.seqno", "Seqno", U16, HEX, .help = "Counts what the sender tells",
		   .ref = "4.6"},
	[INTERVAL] = {"babel.message.interval", "Interval", U16, DEC,
		      .help = "Hundredths of a second until the next one", .ref = "4.6"},
	[RXCOST] = {"babel.message.rxcost", "Rxcost", U16, HEX,
		    .help = "What the link costs towards the sender", .ref = "4.6.6"},
	[ROUTER_ID] = {"babel.message.routerid", "Router ID", BYTES,
		       .help = "Who told of the routes", .ref = "4.6.7"},
	[FLAGS] = {"babel.message.flags", "Flags", U8, HEX, .help = "All flags", .ref = "4.6.9"},
	[METRIC] = {"babel.message.metric", "Metric", U16, DEC, .help = "What the way costs",
		    .ref = "4.6.9"},
	[HOP_COUNT] = {"babel.message.hopcount", "Hop Count", U8, DEC,
		       .help = "How many routers it may still pass", .ref = "4.6.11"},
	[INDEX] = {"babel.message.index", "Index", U32, DEC, .help = "Names the sender's counter",
		   .ref = "RFC 8967, 4.2"},
	[ADDRESS] = {"text", "Address", HEADING},
	[AE] = {"babel.message.ae", "Address Encoding", U8, DEC, WORDS(ae_words),
		.help = "How the address is written", .ref = "4.1.4"},
	[PLEN] = {"babel.message.plen", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		  .ref = "4.6.9"},
	[OMITTED] = {"babel.message.omitted", "Omitted Bytes", U8, DEC,
		     .help = "Octets that stand in the prefix before", .ref = "4.6.9"},
	[PREFIX] = {"babel.message.prefix", "Raw Prefix", BYTES, .help = "Octets of the address",
		    .ref = "4.6.9"},
	[SUB] = {"babel.subtlv", "Sub-TLV", U8, DEC, .form = form_nothing, .words = &subs,
		 .help = "Part of a message", .ref = "4.4"},
	[SUB_TYPE] = {"babel.subtlv.type", "Sub-TLV Type", U8, DEC, .words = &subs,
		      .help = "What it tells", .ref = "4.4"},
	[SUB_LEN] = {"babel.subtlv.length", "Sub-TLV Length", U8, DEC, .words = &subs,
		     .help = "Octets of it", .ref = "4.4"},
	[CHANNEL] = {"babel.subtlv.diversity.channel", "Channel", U8, DEC,
		     .help = "A radio channel on the way", .ref = "RFC 6126"},
};

#define HEAD 4
#define COMPRESSED 0x80 /* an update's flag: its prefix counts for those that follow */

enum {
	PAD1,
	PADN,
	ACK_REQUEST,
	ACK,
	HELLO,
	IHU,
	ROUTER,
	NEXT_HOP,
	UPDATE,
	REQUEST,
	SEQNO_REQUEST,
	COUNTER = 17
};
enum { WILDCARD, AE_IPV4, AE_IPV6, AE_LINK };
enum { DIVERSITY = 2, TIMESTAMP };

/* What updates of a packet remember for those that follow. */
struct memory {
	uint8_t v4[16], v6[16]; /* prefixes whose first octets may be left out */
};

/* An address of so many octets in words: n of them are there, others come from `before`. */
static const char *address(struct walk *w, unsigned ae, const uint8_t *octets)
{
	if (ae == AE_IPV4)
		return address_words(w, IPV4, octets + 12);
	return address_words(w, IPV6, octets);
}

/* Makes an address out of the octets at the cursor; false: it can't be one. */
static bool take_address(struct cursor *c, unsigned ae, unsigned bits, unsigned omitted,
			 const uint8_t *before, uint8_t *to)
{
	unsigned octets = bits / 8 + (bits % 8 ? 1 : 0), at = ae == AE_IPV4   ? 12
							      : ae == AE_LINK ? 8
									      : 0;
	const uint8_t *p;

	memset(to, 0, 16);
	if (ae == WILDCARD)
		return true;
	if (ae > AE_LINK || octets > 16 - at || omitted > octets)
		return false;
	if (ae == AE_LINK) { /* fe80::/16 */
		to[0] = 0xfe;
		to[1] = 0x80;
	}
	memcpy(to + at, before + at, omitted);
	if (!cursor_has(c, octets - omitted))
		return false;
	p = cursor_pull(c, octets - omitted);
	memcpy(to + at + omitted, p, octets - omitted);
	return true;
}

static void put_octets(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	put(w, c, row, n);
	if (!n)
		label_value(w, "<MISSING>");
}

/* The line over an address: "Prefix: 10.0.0.0/24". */
static uint32_t open_address(struct walk *w, const struct cursor *c, const char *what, unsigned ae,
			     const uint8_t *octets, int bits)
{
	uint32_t group = open_group(w, c, ADDRESS, c->left.wire);

	label_whole(w, "%s: %s", what, octets ? address(w, ae, octets) : "corrupt");
	if (bits >= 0)
		label_tail(w, "/%d", bits);
	return group;
}

/* A neighbour's address; `shown`: the octets that Wireshark shows of it. */
static void put_neighbour(struct walk *w, struct cursor *c, const char *what, unsigned ae,
			  struct cursor shown, struct cursor ae_at)
{
	static const uint8_t nothing[16];
	uint8_t octets[16];
	bool fine = take_address(c, ae,
				 ae == AE_IPV4   ? 32
				 : ae == AE_LINK ? 64
						 : 128,
				 0, nothing, octets);
	uint32_t group = open_address(w, &shown, what, ae, fine ? octets : NULL, -1);

	put(w, &ae_at, AE, 1);
	put_octets(w, &shown, PREFIX, shown.left.wire);
	shut_group(w, group, NULL);
	if (!fine && c->left.cap < c->left.wire)
		cursor_fail(c, c->left.wire);
}

static void put_prefix(struct walk *w, struct cursor *c, struct cursor head, unsigned ae,
		       int omitted, struct memory *m, bool keep)
{
	static const uint8_t nothing[16];
	struct cursor peek = head, raw = *c;
	uint8_t octets[16];
	unsigned bits;
	uint32_t group;
	bool fine;

	cursor_pull(&peek, omitted >= 0 ? 2 : 1);
	bits = u8(&peek);
	fine = take_address(c, ae, bits, omitted > 0 ? (unsigned)omitted : 0,
			    m ? (ae == AE_IPV4 ? m->v4 : m->v6) : nothing, octets);
	if (keep && fine && m)
		memcpy(ae == AE_IPV4 ? m->v4 : m->v6, octets, sizeof octets);
	group = open_address(w, &raw, "Prefix", ae == AE_IPV4 ? AE_IPV4 : AE_IPV6,
			     fine ? octets : NULL, (int)bits);
	put(w, &head, AE, 1);
	if (omitted >= 0)
		u8(&head);
	put(w, &head, PLEN, 1);
	if (omitted >= 0)
		put(w, &head, OMITTED, 1);
	put_octets(w, &raw, PREFIX, raw.left.wire);
	if (!fine)
		cursor_take(c, c->left.wire);
	shut_group(w, group, NULL);
}

/* --- parts of messages --- */

static void put_words(struct walk *w, struct cursor *c, uint32_t n, const char *what)
{
	uint32_t group = open_group(w, c, WORDS_ROW, n), value = u32(c);

	label_whole(w, "%s: %u.%06us", what, value / 1000000, value % 1000000);
	shut_group(w, group, NULL);
}

static void put_timestamps(struct walk *w, struct cursor *c, unsigned message, uint32_t behind)
{
	if (message == HELLO) {
		put_words(w, c, 4, "Timestamp ");
		return;
	}
	put_words(w, c, 4, "Timestamp origin ");
	if (behind < 4) /* Wireshark looks that far ahead */
		cursor_fail(c, UINT32_MAX);
	else
		put_words(w, c, 4, "Timestamp receive");
}

static void put_channels(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, WORDS_ROW, c->left.wire);

	label_whole(w, "Channel");
	while (c->left.wire && !c->bad)
		put(w, c, CHANNEL, 1);
	shut_group(w, group, NULL);
}

static void put_subs(struct walk *w, struct cursor *c, unsigned message, uint32_t behind)
{
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u8(&peek);
		uint32_t len = type ? u8(&peek) : 0, group;

		if (peek.bad == TRUNCATED) {
			*c = peek;
			return;
		}
		put_value(w, SUB, c->at, (type ? 2 : 1) + len, type);
		label_whole(w, "Sub TLV %s (%u)", row_word(w, SUB, type, "unknown"), type);
		group = w->last;
		w->depth++;
		put(w, c, SUB_TYPE, 1);
		if (type)
			put(w, c, SUB_LEN, 1);
		body = cursor_first(*c, len);
		if (type == TIMESTAMP && !c->bad)
			put_timestamps(w, &body, message,
				       c->left.wire - (len < c->left.wire ? len : c->left.wire) +
					       behind);
		else if (type == DIVERSITY && !c->bad)
			put_channels(w, &body);
		w->depth--;
		w->last = group;
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
}

/* --- messages --- */

/* What Wireshark shows as the flag is half of the body's length. */
static void put_hello(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, WORDS_ROW, 2);
	struct cursor head = layer_cursor(w->now, 2);

	label_whole(w, "Unicast : %u", u8(&head));
	shut_group(w, group, NULL);
	u16(c);
	put(w, c, SEQNO, 2);
	put(w, c, INTERVAL, 2);
}

static void put_heard(struct walk *w, struct cursor *c)
{
	struct cursor ae_at = *c, shown;
	unsigned ae = u8(c);

	u8(c);
	shown = *c;
	put(w, c, RXCOST, 2);
	put(w, c, INTERVAL, 2);
	if (!c->bad)
		put_neighbour(w, c, "Address", ae, shown, ae_at);
}

static void put_next_hop(struct walk *w, struct cursor *c)
{
	struct cursor ae_at = *c;
	unsigned ae = u8(c);

	u8(c);
	if (!c->bad)
		put_neighbour(w, c, "NH", ae, *c, ae_at);
}

static void put_update(struct walk *w, struct cursor *c, struct memory *m)
{
	struct cursor head = *c, flags;
	unsigned ae = u8(c), set, omitted;

	flags = *c;
	set = u8(c);
	u8(c);
	omitted = u8(c);
	put(w, &flags, FLAGS, 1);
	put(w, c, INTERVAL, 2);
	put(w, c, SEQNO, 2);
	put(w, c, METRIC, 2);
	if (!c->bad)
		put_prefix(w, c, head, ae, (int)omitted, m, set & COMPRESSED);
}

static void put_request(struct walk *w, struct cursor *c, bool seqno)
{
	struct cursor head = *c;
	unsigned ae = u8(c);

	u8(c);
	if (seqno) {
		put(w, c, SEQNO, 2);
		put(w, c, HOP_COUNT, 1);
		u8(c);
		put(w, c, ROUTER_ID, 8);
	}
	if (!c->bad)
		put_prefix(w, c, head, ae, -1, NULL, false);
}

static void put_message(struct walk *w, struct cursor *c, unsigned type, struct memory *m,
			uint32_t behind)
{
	switch (type) {
	case ACK_REQUEST:
		put_layout(w, c, PARTS({0, HOP | 2}, {NONCE, 2}, {INTERVAL, 2}));
		break;
	case ACK:
		put(w, c, NONCE, 2);
		break;
	case HELLO:
		put_hello(w, c);
		break;
	case IHU:
		put_heard(w, c);
		break;
	case ROUTER:
		put_layout(w, c, PARTS({0, HOP | 2}, {ROUTER_ID, 8}));
		break;
	case NEXT_HOP:
		put_next_hop(w, c);
		break;
	case UPDATE:
		put_update(w, c, m);
		break;
	case REQUEST:
	case SEQNO_REQUEST:
		put_request(w, c, type == SEQNO_REQUEST);
		break;
	case COUNTER:
		put(w, c, INDEX, 4);
		return;
	default:
		return;
	}
	if (!c->bad)
		put_subs(w, c, type, behind);
}

/* `end`: where the packet ends. */
static void put_messages(struct walk *w, struct cursor *c, struct memory *m, uint32_t end)
{
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u8(&peek);
		uint32_t len = type ? u8(&peek) : 0, group;

		put_value(w, MESSAGE, c->at, (type ? 2 : 1) + len, type);
		label_whole(w, "Message %s (%u)", row_word(w, MESSAGE, type, "unknown"), type);
		group = w->last;
		w->depth++;
		put(w, c, MESSAGE_TYPE, 1);
		if (type)
			put(w, c, MESSAGE_LEN, 1);
		body = cursor_first(*c, len);
		if (type && !c->bad)
			put_message(w, &body, type, m, end > c->at + len ? end - c->at - len : 0);
		w->depth--;
		w->last = group;
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
}

static bool claims(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned magic = u8(&c);

	return magic == 42 && u8(&c) == 2;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct memory *m = take(w, sizeof *m);
	struct cursor body;
	uint32_t len, end = c->at + c->left.wire;

	(void)l;
	if (!trouble_wanted(w))
		return; /* trouble is only found where somebody looks */
	memset(m, 0, sizeof *m);
	put(w, c, MAGIC, 1);
	put(w, c, VERSION, 1);
	len = (uint32_t)put(w, c, BODY_LEN, 2);
	if (c->bad)
		return;
	body = cursor_first(*c, len);
	put_messages(w, &body, m, end);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
	if (c->left.wire && !c->bad) {
		uint32_t n = c->left.wire, group = open_group(w, c, TRAILER, n);

		label_tail(w, " (%u)", n);
		put_messages(w, c, m, end);
		shut_group(w, group, NULL);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEAD);

	(void)r;
	text_put(t, "Babel");
	while (c.left.cap) {
		unsigned type = u8(&c);
		const char *word = word_for(&messages, type);

		text_char(t, ' ');
		text_put(t, word ? word : "unknown");
		if (type)
			cursor_take(&c, u8(&c));
	}
}

static const struct hang hangs[] = {{"udp.port", 6696}, {0}};

const struct proto proto_babel = {
	.brief = "Babel",
	.spec = "RFC 8966",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.claims = claims,
	.rest = rest,
	.info = info,
};
