/* SPDX-License-Identifier: BSD-2-Clause */
/* TLS: what keeps streams secret and whole; its records. */
/* RFC 5246, 6 and RFC 8446, 5; RFC 6101 for SSL 3.0 and its predecessor's hello. */
#include "shared/tls.h"
#include "core/ascii.h"
#include "core/walk.h"
#include "flow/tcp_payload.h"

enum {
	OPAQUE = TLS_OWN,
	SPECS_LEN,
	CHALLENGE_LEN,
	SPEC,
	CHALLENGE,
	NPN_LEN,
	NPN,
	NPN_PADDING_LEN,
	NPN_PADDING,
	IGNORED,
};

struct state {
	uint64_t said; /* address of struct tls_said */
};

static const struct word opaque_types[] = {{20, "Change Cipher Spec"}, {21, "Alert"},
					   {22, "Handshake"},          {23, "Application Data"},
					   {24, "Heartbeat"},          {25, "Connection ID"}};

static const struct field fields[] = {
	[TLS_ROOT] = {"tls", "Transport Layer Security", PROTO,
		      .help = "Keeps streams secret and whole"},
	TLS_ROWS("tls"),
	[OPAQUE] = {"tls.record.opaque_type", "Opaque Type", U8, DEC, WORDS(opaque_types),
		    .help = "What the record pretends to bring, in TLS 1.3",
		    .ref = "RFC 8446, 5.2"},
	[SPECS_LEN] = {"tls.handshake.cipher_spec_len", "Cipher Spec Length", U16, DEC,
		       .help = "Octets of the list", .ref = "RFC 6101, E.1"},
	[CHALLENGE_LEN] = {"tls.handshake.challenge_length", "Challenge Length", U16, DEC,
			   .help = "Octets of the challenge", .ref = "RFC 6101, E.1"},
	[SPEC] = {"tls.handshake.cipherspec", "Cipher Spec", U24, HEX, .words = &tls_specs,
		  .help = "What the client can do", .ref = "RFC 6101, E.1"},
	[CHALLENGE] = {"tls.handshake.challenge", "Challenge", NONE,
		       .help = "Makes the connection unlike any other", .ref = "RFC 6101, E.1"},
	[NPN_LEN] = {"tls.handshake.npn_selected_protocol_len", "Selected Protocol Length", U8, DEC,
		     .help = "Octets of the name", .ref = "draft-agl-tls-nextprotoneg-04"},
	[NPN] = {"tls.handshake.npn_selected_protocol", "Selected Protocol", STRING,
		 .help = "The application protocol", .ref = "draft-agl-tls-nextprotoneg-04"},
	[NPN_PADDING_LEN] = {"tls.handshake.npn_padding_len", "Padding Length", U8, DEC,
			     .help = "Octets behind it", .ref = "draft-agl-tls-nextprotoneg-04"},
	[NPN_PADDING] = {"tls.handshake.npn_padding", "Padding", BYTES, .help = "Always 0",
			 .ref = "draft-agl-tls-nextprotoneg-04"},
	[IGNORED] =
		EXPERT("tls.ignored_unknown_record", "Ignored Unknown Record", WARNING, G_PROTOCOL),
};

#define HEAD 5
#define MOST (0x4000 + 2048)
#define SSL2_HELLO_HEAD 11

/* --- what the bytes are --- */

static bool is_record(struct cursor c)
{
	unsigned type = u8(&c), version = u16(&c), len = u16(&c);

	return !c.bad && type >= REC_CHANGE_CIPHER && type <= REC_HEARTBEAT &&
	       tls_is_version(version) && (len || type == REC_APPLICATION) && len <= MOST;
}

static bool knows(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	return is_record(c) || tls_is_ssl2_hello(c);
}

/* While a record isn't complete nothing is said of it. */
static const char *waits(struct walk *w, const struct layer *l)
{
	(void)w, (void)l;
	return "";
}

/* --- the connection --- */

/* Ports whose protocols hide in TLS, and their long names. */
static const struct word applications[] = {
	{324, "RPKI-Router Protocol"},
	{443, "Hypertext Transfer Protocol"},
	{465, "Simple Mail Transfer Protocol"},
	{636, "Lightweight Directory Access Protocol"},
	{802, "Modbus/TCP"},
	{853, "Domain Name System"},
	{993, "Internet Message Access Protocol"},
	{995, "Post Office Protocol"},
	{1300, "Q.931"},
	{2221, "EtherNet/IP (Industrial Protocol)"},
	{2443, "Skinny Client Control Protocol"},
	{3249, "OPA Fabric Executive"},
	{3389, "TPKT - ISO on TCP - RFC1006"},
	{3496, "DoIP (ISO13400) Protocol"},
	{5061, "Session Initiation Protocol"},
	{5671, "Advanced Message Queuing Protocol"},
	{5684, "Constrained Application Protocol"},
	{5868, "Diameter Protocol"},
	{8883, "MQ Telemetry Transport Protocol"},
	{11207, "Couchbase Protocol"},
	{19999, "Distributed Network Protocol 3.0"},
	{27017, "Mongo Wire Protocol"},
};
static const struct words ports = {applications, COUNT(applications)};

#define PEAP 25 /* type of EAP that has TLS carry EAP */

/* A connection's memory; `stream` tells when the same ports begin another one. */
struct own {
	struct tls_session session;
	uint64_t stream;
};

static void find_session(struct tls *t, const struct layer *l)
{
	static const char table_key;
	const struct layer *tcp = layer_transport(l);
	uint64_t sport = tcp ? VALUE_OF(tcp, tcp->proto->sport) : 0;
	uint64_t dport = tcp ? VALUE_OF(tcp, tcp->proto->dport) : 0;
	bool from_a, tracked = tcp && tcp->state && !strcmp(tcp->proto->fields->name, "tcp");
	struct own *own = conv_own(
		conv_get(t->w, &table_key, (uint16_t)sport, (uint16_t)dport, sizeof *own, &from_a));
	uint64_t stream = tracked ? ((const struct tcp_state *)tcp->state)->stream : 0;

	if (own->stream != stream)
		*own = (struct own){.stream = stream};
	t->s = &own->session;
	t->end = from_a ? 1 : 2;
	if (!t->s->server)
		t->server = word_for(&ports, sport);
	else
		t->server = t->s->server == t->end;
	if (tracked && tcp_upgraded(tcp))
		t->s->application = tcp_upgraded(tcp)->fields->label;
	if (!t->s->application && layer_up(l->parent, "eap") &&
	    span_octet(l->parent->bytes, 4) == PEAP)
		t->s->application = "Protected Extensible Authentication Protocol";
	if (!t->s->application)
		t->s->application = word_for(&ports, word_for(&ports, sport) ? sport : dport);
}

/* --- whole records --- */

/* Once a version before 1.3 is agreed upon, all that begins with a record's type counts as one. */
static bool begins_record(struct walk *w, const struct layer *l, struct cursor c)
{
	struct tls t = {.w = w};
	unsigned type;

	if (is_record(c))
		return true;
	type = u8(&c);
	if (type < REC_CHANGE_CIPHER || type > REC_CONNECTION_ID || c.left.cap < HEAD - 1)
		return false;
	find_session(&t, l);
	return t.s->version && t.s->version != TLS1_3;
}

static uint32_t message_len(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	if (tls_is_ssl2_hello(c))
		return (u16(&c) & 0x7fffu) + 2;
	if (!begins_record(w, l, c))
		return l->bytes.wire;
	cursor_pull(&c, 3);
	return HEAD + u16(&c);
}

/* Who sends a client's hello is the client; what comes next is in the clear again. */
static void note_hello(struct tls *t)
{
	if (t->message != HS_CLIENT_HELLO)
		return;
	t->s->server = 3 - t->end;
	t->server = false;
	t->s->resumed = false;
}

/* --- records --- */

static void put_next_protocol(struct tls *t, struct cursor *c)
{
	tls_opaque(t, c, NPN_LEN, 1, NPN);
	tls_opaque(t, c, NPN_PADDING_LEN, 1, NPN_PADDING);
}

#define HS_NEXT_PROTOCOL 67

static const char *put_message(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u24(&peek);
	const char *name = word_for(&tls_handshake_types, type);

	t->group = open_group(t->w, c, TLS_HANDSHAKE, 4 + len);
	if (tls_is_encrypted(t, *c)) {
		name = "Encrypted Handshake Message";
		cursor_take(c, c->left.wire);
	} else {
		t->message = (uint8_t)type;
		note_hello(t);
		name = name ? name : "Unknown type";
	}
	label_whole(t->w, "Handshake Protocol: %s", name);
	tls_say(t, name);
	if (c->left.wire) {
		put(t->w, c, TLS_HS_TYPE, 1);
		put(t->w, c, TLS_HS_LENGTH, 3);
		body = cursor_first(*c, len);
		cursor_take(c, len < c->left.wire ? len : c->left.wire);
		if (type == HS_NEXT_PROTOCOL)
			put_next_protocol(t, &body);
		else
			tls_message(t, &body);
		tls_end_vector(t, &body);
		if (body.bad)
			c->bad = body.bad;
	}
	shut_group(t->w, t->group, NULL);
	return name;
}

/* Gives what the record is called after. */
static const char *put_handshakes(struct tls *t, struct cursor *c)
{
	const char *name = NULL;

	while (c->left.wire && !c->bad) {
		const char *one = put_message(t, c);

		name = name ? "Multiple Handshake Messages" : one;
	}
	return name;
}

static const char *put_application(struct tls *t, struct cursor *c)
{
	const char *title = t->s->application;

	tls_say(t, "Application Data");
	put(t->w, c, TLS_APP_DATA, c->left.wire);
	if (title)
		put_string(t->w, TLS_APP_PROTO, c->at, 0, title);
	return title ? title : "Application Data";
}

static void label_record(struct tls *t, uint32_t group, const char *kind, const char *name)
{
	const char *version = tls_version_name(t->shown ? t->shown : t->version);

	t->w->last = group;
	label_whole(t->w, "%s Record Layer: %s%s%s", version ? version : "SSL", kind,
		    *kind ? " Protocol: " : "", name);
}

/* What the record brings; then the record's words are known, too. */
static void put_content(struct tls *t, struct cursor *c, unsigned type, uint32_t group)
{
	const char *name;

	switch (type) {
	case REC_CHANGE_CIPHER:
		tls_change_cipher(t, c);
		label_record(t, group, "Change Cipher Spec", "Change Cipher Spec");
		break;
	case REC_ALERT:
		tls_alert(t, c);
		name = t->said->n ? t->said->list[t->said->n - 1] : "";
		label_record(t, group, "", name);
		break;
	case REC_HANDSHAKE:
		name = put_handshakes(t, c);
		label_record(t, group, "Handshake", name ? name : "");
		break;
	case REC_APPLICATION:
		name = put_application(t, c);
		label_record(t, group, "Application Data", name);
		break;
	default:
		tls_heartbeat(t, c);
		label_record(t, group, "", "Heartbeat");
		break;
	}
}

/* The first record that isn't a client's hello tells the version. */
static void note_version(struct tls *t, unsigned type, unsigned message)
{
	if (!t->s->version && (type != REC_HANDSHAKE || message != HS_CLIENT_HELLO) &&
	    t->version <= TLS1_2)
		t->s->version = t->version;
}

static void put_record(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek), message;
	uint32_t len, group;

	t->version = u16(&peek);
	len = u16(&peek);
	message = u8(&peek);
	note_version(t, type, message);
	t->shown = t->s->version; /* a server's hello chooses after its line was written */
	if (type == REC_HANDSHAKE && message == HS_SERVER_HELLO && !t->s->encrypted[t->server] &&
	    tls_chosen_version(peek))
		t->s->version = tls_chosen_version(peek);
	group = open_group(t->w, c, TLS_RECORD, HEAD + len);
	put(t->w, c, type == REC_APPLICATION && t->s->version == TLS1_3 ? OPAQUE : TLS_CONTENT, 1);
	put(t->w, c, TLS_REC_VERSION, 2);
	put(t->w, c, TLS_REC_LENGTH, 2);
	body = cursor_first(*c, len);
	cursor_take(c, len < c->left.wire ? len : c->left.wire);
	put_content(t, &body, type, group);
	shut_group(t->w, group, NULL);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static void put_ssl2_hello(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t specs, id, challenge, list, group = open_group(t->w, c, TLS_RECORD, c->left.wire);

	label_whole(t->w, "SSLv2 Record Layer: Client Hello");
	put_value(t->w, TLS_REC_VERSION, c->at, 0, SSL2);
	put_value(t->w, TLS_REC_LENGTH, c->at, 2, u16(&peek) & 0x7fff);
	cursor_pull(c, 2);
	t->message = HS_CLIENT_HELLO;
	note_hello(t);
	tls_say(t, "Client Hello");
	put(t->w, c, TLS_HS_TYPE, 1);
	put(t->w, c, TLS_HS_VERSION, 2);
	specs = (uint32_t)put(t->w, c, SPECS_LEN, 2);
	id = (uint32_t)put(t->w, c, TLS_SESSION_ID_LEN, 2);
	challenge = (uint32_t)put(t->w, c, CHALLENGE_LEN, 2);
	list = open_group(t->w, c, TLS_SUITES, specs);
	label_whole(t->w, "Cipher Specs (%u specs)", specs / 3);
	for (; specs && !c->bad; specs -= 3)
		put(t->w, c, SPEC, 3);
	shut_group(t->w, list, NULL);
	if (id)
		put(t->w, c, TLS_SESSION_ID, id);
	put(t->w, c, CHALLENGE, challenge);
	shut_group(t->w, group, c);
}

/* Bytes that begin no record: the middle of one whose head wasn't seen. */
static void put_unknown(struct tls *t)
{
	bool known = t->s->version && t->s->version != TLS1_3;

	tls_say(t, known ? "Ignored Unknown Record" : "Continuation Data");
	if (known)
		expert_on(t->w, TLS_ROOT, IGNORED, NULL);
}

/* Whether the last record, which isn't whole, is all that is left. */
static bool is_begun(struct walk *w, const struct layer *l, struct cursor c)
{
	struct layer last = *l;

	last.bytes = c.left;
	return l->open && (c.left.cap < HEAD || message_len(w, &last) > c.left.wire);
}

static void put_records(struct tls *t, const struct layer *l, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		if (is_begun(t->w, l, *c)) {
			cursor_take(c, c->left.wire);
		} else if (is_record(*c)) {
			put_record(t, c);
		} else if (tls_is_ssl2_hello(*c)) {
			put_ssl2_hello(t, c);
			t->version = SSL2;
		} else if (c->left.cap < HEAD && c->left.cap == c->left.wire &&
			   layer_up(l->parent, "eap")) {
			return; /* nothing can follow that would make it whole */
		} else if (c->left.cap < HEAD) {
			cursor_fail(c, HEAD);
		} else {
			put_unknown(t);
			cursor_take(c, c->left.wire);
		}
	}
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct tls_said *said = take(w, sizeof *said);

	said->n = 0;
	l->follows = l->again;
	s->said = (uint64_t)(uintptr_t)said;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	struct tls t = {.w = w,
			.said = (struct tls_said *)(uintptr_t)s->said,
			.certificate = also_by(l, 0, 0),
			.name = also_by(l, 0, 1),
			.status = also_by(l, 0, 2)};
	const char *name;

	find_session(&t, l);
	put_records(&t, l, c);
	name = tls_version_name(t.version != SSL2 && t.s->version ? t.s->version : t.version);
	l->column = name ? name : "SSL";
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (l->follows || r->led) /* behind what TCP says of the segment, too */
		text_put(t, ", ");
	tls_info(t, (const struct tls_said *)(uintptr_t)s->said);
}

static const struct hang hangs[] = {
	{"tcp.port", 443},  {"tcp.port", 993},   {"tcp.port", 995},   {"tcp.port", 465},
	{"tcp.port", 636},  {"tcp.port", 853},   {"tcp.port", 324},   {"tcp.port", 802},
	{"tcp.port", 1300}, {"tcp.port", 2221},  {"tcp.port", 2443},  {"tcp.port", 3249},
	{"tcp.port", 3250}, {"tcp.port", 3251},  {"tcp.port", 3252},  {"tcp.port", 3496},
	{"tcp.port", 5061}, {"tcp.port", 5671},  {"tcp.port", 5684},  {"tcp.port", 5868},
	{"tcp.port", 8883}, {"tcp.port", 11207}, {"tcp.port", 19999}, {"tcp.port", 27017},
	{"starttls", 0},    {"tcp.guess", 0},    {"eap.tls", 0},      {0},
};

const struct proto proto_tls = {
	.brief = "TLS",
	.spec = "RFC 8446",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"asn1.der"}},
	.hangs = hangs,
	.knows = knows,
	.waits = waits,
	.pdu_len = message_len,
	.pdu_head = HEAD,
	.pdus_in_one = true,
	.pdu_begun = true,
	.note = note,
	.rest = rest,
	.info = info,
};
