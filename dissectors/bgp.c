/* SPDX-License-Identifier: BSD-2-Clause */
/* Border Gateway Protocol: its messages; what updates and opens hold is in bgp_*.c. */
/* RFC 4271. */
#include "shared/bgp.h"

enum {
	BGP,
	MARKER,
	LENGTH,
	TYPE,
	CONTINUATION,
	MARKER_NOTE,
	LENGTH_NOTE,
	VERSION,
	MY_AS,
	HOLD_TIME,
	IDENTIFIER,
	OPT_LEN,
	OPT,
	PARAM,
	PARAM_TYPE,
	PARAM_LEN,
	PARAM_AUTH,
	PARAM_UNKNOWN,
	MAJOR,
	MINOR,
	MINOR_OPEN,
	MINOR_UPDATE,
	MINOR_EXPIRED,
	MINOR_STATE,
	MINOR_CEASE,
	MINOR_CAPABILITY,
	MINOR_UNKNOWN,
	MINOR_NOTE,
	BAD_PEER_AS,
	COMMUNICATION_LEN,
	COMMUNICATION,
	MINOR_DATA,
	WITHDRAWN_LEN,
	WITHDRAWN,
	ATTRIBUTES_LEN,
	NLRI_ROUTES,
};

static const struct word type_words[] = {
	{1, "OPEN Message"},
	{2, "UPDATE Message"},
	{3, "NOTIFICATION Message"},
	{4, "KEEPALIVE Message"},
	{5, "ROUTE-REFRESH Message"},
	{6, "CAPABILITY Message"},
	{128, "Cisco ROUTE-REFRESH Message"},
};

static const struct word param_type_words[] = {
	{1, "Authentication"},
	{2, "Capability"},
};

static const struct word major_words[] = {
	{1, "Message Header Error"},       {2, "OPEN Message Error"},
	{3, "UPDATE Message Error"},       {4, "Hold Timer Expired"},
	{5, "Finite State Machine Error"}, {6, "Cease"},
	{7, "CAPABILITY Message Error"},
};

static const struct word minor_words[] = {
	{1, "Connection Not Synchronized"},
	{2, "Bad Message Length"},
	{3, "Bad Message Type"},
};

static const struct word minor_open_words[] = {
	{1, "Unsupported Version Number"},
	{2, "Bad Peer AS"},
	{3, "Bad BGP Identifier"},
	{4, "Unsupported Optional Parameter"},
	{5, "Authentication Failure [Deprecated]"},
	{6, "Unacceptable Hold Time"},
	{7, "Unsupported Capability"},
	{8, "No supported AFI/SAFI (Cisco)"},
};

static const struct word minor_update_words[] = {
	{1, "Malformed Attribute List"},     {2, "Unrecognized Well-known Attribute"},
	{3, "Missing Well-known Attribute"}, {4, "Attribute Flags Error"},
	{5, "Attribute Length Error"},       {6, "Invalid ORIGIN Attribute"},
	{7, "AS Routing Loop [Deprecated]"}, {8, "Invalid NEXT_HOP Attribute"},
	{9, "Optional Attribute Error"},     {10, "Invalid Network Field"},
	{11, "Malformed AS_PATH"},
};

static const struct word minor_state_words[] = {
	{1, "Receive Unexpected Message in OpenSent State"},
	{2, "Receive Unexpected Message in OpenConfirm State"},
	{3, "Receive Unexpected Message in Established State"},
};

static const struct word minor_cease_words[] = {
	{1, "Maximum Number of Prefixes Reached"},
	{2, "Administratively Shutdown"},
	{3, "Peer De-configured"},
	{4, "Administratively Reset"},
	{5, "Connection Rejected"},
	{6, "Other Configuration Change"},
	{7, "Connection Collision Resolution"},
	{8, "Out of Resources"},
	{9, "Hard Reset"},
};

static const struct word minor_capability_words[] = {
	{1, "Invalid Action Value"},
	{2, "Invalid Capability Length"},
	{3, "Malformed Capability Value"},
	{4, "Unsupported Capability Code"},
};

static const struct field fields[] = {
	[BGP] = {"bgp", "Border Gateway Protocol", PROTO},
	[MARKER] = {"bgp.marker", "Marker", BYTES,
		    .help = "Sixteen octets of ones, to find a message's begin by", .ref = "4.1"},
	[LENGTH] = {"bgp.length", "Length", U16, DEC,
		    .help = "Octets of the message, with the marker", .ref = "4.1"},
	[TYPE] = {"bgp.type", "Type", U8, DEC, WORDS(type_words), .help = "What the message is for",
		  .ref = "4.1"},
	[CONTINUATION] = {"bgp.continuation", "Continuation", NONE,
			  .help = "Octets of a message that began before the capture",
			  .ref = "4.1"},
	[MARKER_NOTE] = EXPERT("bgp.marker_invalid", "Marker is not all ones", ERROR, G_MALFORMED),
	[LENGTH_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[VERSION] = {"bgp.open.version", "Version", U8, DEC, .help = "Always 4", .ref = "4.2"},
	[MY_AS] = {"bgp.open.myas", "My AS", U16, DEC, .form = bgp_form_as,
		   .help = "The sender's autonomous system, as far as it fits", .ref = "4.2"},
	[HOLD_TIME] = {"bgp.open.holdtime", "Hold Time", U16, DEC,
		       .help = "Seconds of silence until the session ends", .ref = "4.2"},
	[IDENTIFIER] = {"bgp.open.identifier", "BGP Identifier", IPV4, .help = "Who sends it",
			.ref = "4.2"},
	[OPT_LEN] = {"bgp.open.opt.len", "Optional Parameters Length", U8, DEC,
		     .help = "Octets of the parameters", .ref = "4.2"},
	[OPT] = {"bgp.open.opt", "Optional Parameters", NONE, .help = "What the sender can do",
		 .ref = "4.2"},
	[PARAM] = {"bgp.open.opt.param", "Optional Parameter", NONE, .help = "One parameter",
		   .ref = "4.2"},
	[PARAM_TYPE] = {"bgp.open.opt.param.type", "Parameter Type", U8, DEC,
			WORDS(param_type_words), .help = "What the parameter is", .ref = "4.2"},
	[PARAM_LEN] = {"bgp.open.opt.param.len", "Parameter Length", U8, DEC,
		       .help = "Octets of its value", .ref = "4.2"},
	[PARAM_AUTH] = {"bgp.open.opt.param.auth", "Authentication Data", BYTES,
			.help = "Proof of who sends it, out of use", .ref = "4.2"},
	[PARAM_UNKNOWN] = {"bgp.open.opt.param.unknown", "Unknown", BYTES,
			   .help = "A value that nobody knows", .ref = "4.2"},
	[MAJOR] = {"bgp.notify.major_error", "Major error Code", U8, DEC, WORDS(major_words),
		   .help = "What kind of error", .ref = "4.5"},
	[MINOR] = {"bgp.notify.minor_error", "Minor error Code (Message Header)", U8, DEC,
		   WORDS(minor_words), .help = "What was wrong with a header", .ref = "4.5"},
	[MINOR_OPEN] = {"bgp.notify.minor_error_open", "Minor error Code (Open Message)", U8, DEC,
			WORDS(minor_open_words), .help = "What was wrong with an open message",
			.ref = "4.5"},
	[MINOR_UPDATE] = {"bgp.notify.minor_error_update", "Minor error Code (Update Message)", U8,
			  DEC, WORDS(minor_update_words), .help = "What was wrong with an update",
			  .ref = "4.5"},
	[MINOR_EXPIRED] = {"bgp.notify.minor_error_expired",
			   "Minor error Code (Hold Timer Expired)", U8, DEC,
			   .help = "Nothing more is said", .ref = "4.5"},
	[MINOR_STATE] = {"bgp.notify.minor_error_state", "Minor error Code (State Machine)", U8,
			 DEC, WORDS(minor_state_words), .help = "Which state the message came in",
			 .ref = "RFC 6608, 3"},
	[MINOR_CEASE] = {"bgp.notify.minor_error_cease", "Minor error Code (Cease)", U8, DEC,
			 WORDS(minor_cease_words), .help = "Why the session ends",
			 .ref = "RFC 4486, 4"},
	[MINOR_CAPABILITY] = {"bgp.notify.minor_error_capability",
			      "Minor error Code (Capability Message)", U8, DEC,
			      WORDS(minor_capability_words),
			      .help = "What was wrong with a capability", .ref = "4.5"},
	[MINOR_UNKNOWN] = {"bgp.notify.minor_error_unknown", "Minor error Code (Unknown)", U8, DEC,
			   .help = "More about an error that nobody knows", .ref = "4.5"},
	[MINOR_NOTE] = EXPERT("bgp.notify.minor_error.unknown", "Unknown notification error",
			      REMARK, G_UNDECODED),
	[BAD_PEER_AS] = {"bgp.notify.error_open.bad_peer_as", "Bad Peer AS", U32, DEC,
			 .help = "The system that wasn't expected", .ref = "4.5"},
	[COMMUNICATION_LEN] = {"bgp.notify.communication_length",
			       "BGP Shutdown Communication Length", U8, DEC,
			       .help = "Octets of the text", .ref = "RFC 9003, 2"},
	[COMMUNICATION] = {"bgp.notify.communication", "Shutdown Communication", STRING,
			   .help = "What a person says about it", .ref = "RFC 9003, 2"},
	[MINOR_DATA] = {"bgp.notify.minor_data", "Data", BYTES, .help = "What belongs to the error",
			.ref = "4.5"},
	[WITHDRAWN_LEN] = {"bgp.update.withdrawn_routes.length", "Withdrawn Routes Length", U16,
			   DEC, .help = "Octets of the routes that are gone", .ref = "4.3"},
	[WITHDRAWN] = {"bgp.update.withdrawn_routes", "Withdrawn Routes", NONE,
		       .help = "Routes that are gone", .ref = "4.3"},
	[ATTRIBUTES_LEN] = {"bgp.update.path_attributes.length", "Total Path Attribute Length", U16,
			    DEC, .help = "Octets of the attributes", .ref = "4.3"},
	[NLRI_ROUTES] = {"bgp.update.nlri", "Network Layer Reachability Information (NLRI)", NONE,
			 .help = "Routes that have the attributes", .ref = "4.3"},
};

#define MARKER_LEN 16
#define HEADER 19
#define LONGEST 4096
#define CAPABILITY_PARAM 2

enum { OPEN_MESSAGE = 1, UPDATE_MESSAGE, NOTIFICATION, KEEPALIVE, REFRESH, CAPABILITY_MESSAGE };
enum { CISCO_REFRESH = 128 };
enum { HEADER_ERROR = 1, OPEN_ERROR, UPDATE_ERROR, EXPIRED, STATE_ERROR, CEASE, CAPABILITY_ERROR };
enum { BAD_PEER = 2, SHUTDOWN = 2, RESET = 4 };

/* --- where messages begin --- */

/* Whether the octets are a marker, or begin as one. */
static bool marked(struct span s)
{
	struct cursor c = {.left = s};
	bool ones = true;

	for (unsigned i = 0; i < MARKER_LEN && c.left.cap; i++)
		ones &= u8(&c) == 0xff;
	return ones;
}

/* Octets before the first marker. */
static uint32_t before_marker(struct span s)
{
	uint32_t n = 0;

	while (s.cap >= MARKER_LEN && !marked(s)) {
		s = span_skip(s, 1);
		n++;
	}
	return s.cap < MARKER_LEN ? n + s.wire : n;
}

/* Whether nothing of what TCP brings at once stands before the layer. */
static bool stands_first(const struct layer *l)
{
	const struct layer *tcp = l->parent;

	return l->source == tcp->source ? l->at == tcp->at + tcp->header : !l->at;
}

static bool continues(const struct layer *l)
{
	return stands_first(l) && !marked(l->bytes);
}

static uint32_t message_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, MARKER_LEN);

	return u16(&c);
}

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	uint32_t len;

	(void)w;
	if (continues(l))
		return before_marker(l->bytes);
	if (l->bytes.cap < HEADER)
		return PDU_MORE;
	len = message_len(l);
	if (len > l->bytes.wire) /* Wireshark asks for segments one by one */
		return PDU_MORE;
	return len < HEADER ? l->bytes.wire : len;
}

/* What a message waits for leaves the summary line empty. */
static const char *waits(struct walk *w, const struct layer *l)
{
	(void)w;
	(void)l;
	return "";
}

/* --- the messages --- */

static const struct plan *part(const struct layer *l, unsigned which)
{
	return also_by(l, 0, which);
}

/* Puts octets that may be none. */
static void put_octets(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	put(w, c, row, n);
	if (!n)
		label_value(w, "<MISSING>");
}

static void put_param(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u8(&peek), group = open_group(w, c, PARAM, 2 + len);
	const char *word = row_word(w, PARAM_TYPE, type, NULL);

	if (word)
		label_whole(w, "Optional Parameter: %s", word);
	else
		label_whole(w, "Optional Parameter: Unknown Parameter %u", type);
	put(w, c, PARAM_TYPE, 1);
	put(w, c, PARAM_LEN, 1);
	if (type == CAPABILITY_PARAM) {
		uint32_t end = c->at + len;

		body = *c;
		while (body.at < end && !body.bad)
			body = walk_part(w, part(l, BGP_CAPABILITIES), body);
		*c = body;
	} else if (type == 1 && !c->bad) {
		put_octets(w, c, PARAM_AUTH, len);
	}
	shut_group(w, group, NULL);
	if (type != 1 && type != CAPABILITY_PARAM &&
	    !c->bad) { /* what follows is read again, as Wireshark does */
		body = *c;
		put_octets(w, &body, PARAM_UNKNOWN, len);
		c->bad = body.bad;
	}
}

static void put_open(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part head[] = {
		{VERSION, 1}, {MY_AS, 2}, {HOLD_TIME, 2}, {IDENTIFIER, 4}, {0}};
	uint32_t len, end, group;

	put_rows(w, c, head);
	len = (uint32_t)put(w, c, OPT_LEN, 1);
	if (!len || c->bad)
		return;
	end = c->at + len;
	group = open_group(w, c, OPT, len);
	while (c->at < end && !c->bad)
		put_param(w, l, c);
	shut_group(w, group, NULL);
}

static void put_routes(struct walk *w, struct layer *l, struct cursor *c, unsigned row,
		       uint32_t len, enum bgp_place place)
{
	struct bgp *b = bgp_of(l);
	uint32_t group = open_group(w, c, row, len);
	struct cursor routes = cursor_first(*c, len);

	*b = (struct bgp){.message = b->message, .place = place, .afi = BGP_IPV4, .safi = 1};
	routes.left.wire =
		len; /* be it more than there is: what can't be a prefix ends it before */
	routes = walk_part(w, part(l, BGP_ROUTES), routes);
	shut_group(w, group, NULL);
	if (routes.bad || len <= c->left.wire)
		cursor_take(c, len);
	if (routes.bad && !c->bad)
		c->bad = routes.bad;
	else if (routes.left.wire) /* a prefix that can't be ends it all */
		cursor_take(c, c->left.wire);
}

static void put_update(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t len = (uint32_t)put(w, c, WITHDRAWN_LEN, 2);

	if (len && !c->bad)
		put_routes(w, l, c, WITHDRAWN, len, BGP_WITHDRAWN);
	if (len && !c->bad && !c->left.wire)
		return;
	len = c->bad ? 0 : (uint32_t)put(w, c, ATTRIBUTES_LEN, 2);
	if (len && !c->bad) {
		struct cursor attributes = cursor_first(*c, len);

		attributes = walk_part(w, part(l, BGP_ATTRIBUTES), attributes);
		cursor_take(c, len);
		if (attributes.bad)
			c->bad = attributes.bad;
	}
	if (len && c->left.wire && !c->bad)
		put_routes(w, l, c, NLRI_ROUTES, c->left.wire, BGP_NLRI);
}

/* What belongs to an error: a text, the peer's number, or octets. */
static void put_error_data(struct walk *w, struct cursor *c, unsigned major, unsigned minor)
{
	struct cursor peek = *c;
	uint32_t len = u8(&peek);

	if (major == OPEN_ERROR && minor == BAD_PEER) {
		put(w, c, BAD_PEER_AS, c->left.wire == 2 ? 2 : 4);
	} else if (major == CEASE && (minor == SHUTDOWN || minor == RESET) &&
		   len == c->left.wire - 1) {
		put(w, c, COMMUNICATION_LEN, 1);
		put(w, c, COMMUNICATION, len);
	} else {
		put(w, c, MINOR_DATA, c->left.wire);
	}
}

static void put_notification(struct walk *w, struct cursor *c)
{
	static const unsigned rows[] = {
		[HEADER_ERROR] = MINOR,
		[OPEN_ERROR] = MINOR_OPEN,
		[UPDATE_ERROR] = MINOR_UPDATE,
		[EXPIRED] = MINOR_EXPIRED,
		[STATE_ERROR] = MINOR_STATE,
		[CEASE] = MINOR_CEASE,
		[CAPABILITY_ERROR] = MINOR_CAPABILITY,
	};
	unsigned major = (unsigned)put(w, c, MAJOR, 1), minor;
	unsigned row = major < COUNT(rows) && rows[major] ? rows[major] : MINOR_UNKNOWN;

	minor = c->bad ? 0 : (unsigned)put(w, c, row, 1);
	if (row == MINOR_UNKNOWN && !c->bad)
		expert(w, MINOR_NOTE, "Unknown notification error (%u)", major);
	if (c->left.wire && !c->bad)
		put_error_data(w, c, major, minor);
}

static void put_message(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	switch (type) {
	case OPEN_MESSAGE:
		put_open(w, l, c);
		break;
	case UPDATE_MESSAGE:
		put_update(w, l, c);
		break;
	case NOTIFICATION:
		put_notification(w, c);
		break;
	case REFRESH:
	case CISCO_REFRESH:
		*c = walk_part(w, part(l, BGP_REFRESH), *c);
		break;
	case CAPABILITY_MESSAGE:
		while (c->left.wire && !c->bad)
			*c = walk_part(w, part(l, BGP_CAPABILITIES), *c);
		break;
	default:
		break;
	}
}

static unsigned type_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, MARKER_LEN + 2);

	return u8(&c);
}

/* The message's type in words; NULL: nobody knows it. */
static const char *type_word(const struct layer *l)
{
	return word_for(fields[TYPE].words, type_of(l));
}

/* False: nothing more is read. */
static bool put_head(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t len;

	put(w, c, MARKER, MARKER_LEN);
	if (!c->bad && !marked(l->bytes))
		expert(w, MARKER_NOTE, NULL);
	len = (uint32_t)put(w, c, LENGTH, 2);
	if (!c->bad && len > LONGEST) {
		expert(w, LENGTH_NOTE, "Length is invalid %u", len);
		return false;
	}
	put(w, c, TYPE, 1);
	return !c->bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b;

	if (continues(l)) {
		put(w, c, CONTINUATION, c->left.wire);
		return;
	}
	if (message_len(l) < HEADER) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	b = take(w, sizeof *b);
	*b = (struct bgp){.message = type_of(l)};
	((struct bgp_state *)new_state(w, l, sizeof(struct bgp_state)))->message = (uintptr_t)b;
	if (type_word(l))
		label_tail_of(w, l->node, " - %s", type_word(l));
	else
		label_tail_of(w, l->node, " - Unknown message type (0x%02x)", type_of(l));
	if (put_head(w, l, c))
		put_message(w, l, c, type_of(l));
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

/* Whether another message has its words in the summary line already. */
static bool said_before(const struct record *r, const struct layer *l)
{
	for (uint32_t i = 0; i < r->n_layers && r->layers[i] != l; i++)
		if (r->layers[i]->proto == l->proto && r->layers[i]->parent == l->parent &&
		    !continues(r->layers[i]))
			return true;
	return false;
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = l->again;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	if (continues(l) || message_len(l) < HEADER)
		return;
	if (said_before(r, l))
		text_put(t, ", ");
	if (type_word(l))
		text_put(t, type_word(l));
	else
		text_format(t, "Unknown message type (0x%02x)", type_of(l));
}

static const struct hang hangs[] = {{"tcp.port", 179}, {0}};

const struct proto proto_bgp = {
	.brief = "BGP",
	.spec = "RFC 4271",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* The peer is alive: KEEPALIVE. */
	SAMPLE("\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"
	       "\0\23\4"),
	.next = {.also = {"bgp.part"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdu_head = 1,
	.waits = waits,
	.note = note,
	.rest = rest,
	.info = info,
};
