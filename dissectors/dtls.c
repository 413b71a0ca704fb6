/* SPDX-License-Identifier: BSD-2-Clause */
/* DTLS: TLS over datagrams; its records. */
/* RFC 6347, 4; RFC 9146 for connection identifiers. */
#include "flow/conv.h"
#include "shared/tls.h"

enum {
	EPOCH = TLS_OWN,
	SEQUENCE,
	CID,
	MESSAGE_SEQ,
	FRAGMENT_AT,
	FRAGMENT_LEN,
	COOKIE_LEN,
	COOKIE,
	PROFILES_LEN,
	PROFILE,
	MKI_LEN,
	MKI,
	ENCRYPTED,
};

struct state {
	uint64_t said; /* address of struct tls_said */
};

static const struct field fields[] = {
	[TLS_ROOT] = {"dtls", "Datagram Transport Layer Security", PROTO,
		      .help = "Keeps datagrams secret and whole"},
	TLS_ROWS("dtls"),
	[EPOCH] = {"dtls.record.epoch", "Epoch", U16, DEC, .help = "Counts changes of keys",
		   .ref = "RFC 6347, 4.1"},
	[SEQUENCE] = {"dtls.record.sequence_number", "Sequence Number", U64, DEC,
		      .help = "Counts records of the epoch", .ref = "RFC 6347, 4.1"},
	[CID] = {"dtls.record.connection_id", "Connection ID", BYTES,
		 .help = "Names the connection", .ref = "RFC 9146, 4"},
	[MESSAGE_SEQ] = {"dtls.handshake.message_seq", "Message Sequence", U16, DEC,
			 .help = "Counts handshake messages", .ref = "RFC 6347, 4.2.2"},
	[FRAGMENT_AT] = {"dtls.handshake.fragment_offset", "Fragment Offset", U24, DEC,
			 .help = "Where in the message this begins", .ref = "RFC 6347, 4.2.2"},
	[FRAGMENT_LEN] = {"dtls.handshake.fragment_length", "Fragment Length", U24, DEC,
			  .help = "Octets of the message here", .ref = "RFC 6347, 4.2.2"},
	[COOKIE_LEN] = {"dtls.handshake.cookie_length", "Cookie Length", U8, DEC,
			.help = "Octets of the cookie", .ref = "RFC 6347, 4.2.1"},
	[COOKIE] = {"dtls.handshake.cookie", "Cookie", BYTES,
		    .help = "Proof that the client has its address", .ref = "RFC 6347, 4.2.1"},
	[PROFILES_LEN] = {"dtls.use_srtp.protection_profiles_length",
			  "SRTP Protection Profiles Length", U16, DEC, .help = "Octets of the list",
			  .ref = "RFC 5764, 4.1.1"},
	[PROFILE] = {"dtls.use_srtp.protection_profile", "SRTP Protection Profile", U16, HEX,
		     .words = &tls_srtp_profiles, .help = "A way to protect SRTP",
		     .ref = "RFC 5764, 4.1.2"},
	[MKI_LEN] = {"dtls.use_srtp.mki_length", "MKI Length", U8, DEC,
		     .help = "Octets of the key's name", .ref = "RFC 5764, 4.1.3"},
	[MKI] = {"dtls.use_srtp.mki", "MKI", BYTES, .help = "Names the key",
		 .ref = "RFC 5764, 4.1.3"},
	[ENCRYPTED] = {"dtls.enc_content", "Encrypted Record Content", BYTES,
		       .help = "What the record brings, encrypted", .ref = "RFC 9146, 4"},
};

#define HEAD 13
#define MOST (0x4000 + 2048)

static bool is_version(unsigned version)
{
	return version == 0xfeff || version == 0xfefd || version == 0x0100;
}

static bool is_record(struct cursor c)
{
	unsigned type = u8(&c), version = u16(&c);

	cursor_pull(&c, 8);
	return !c.bad && type >= REC_CHANGE_CIPHER && type <= REC_CONNECTION_ID &&
	       is_version(version);
}

static bool claims(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	return is_record(c) && (cursor_pull(&c, 11), u16(&c) <= MOST);
}

static void find_session(struct tls *t, const struct layer *l)
{
	static const char table_key;
	const struct layer *udp = l->parent;
	bool ports = udp && udp->proto->sport, from_a;
	uint64_t sport = ports ? VALUE_OF(udp, udp->proto->sport) : 0;
	uint64_t dport = ports ? VALUE_OF(udp, udp->proto->dport) : 0;

	t->s = conv_own(conv_get(t->w, &table_key, (uint16_t)sport, (uint16_t)dport, sizeof *t->s,
				 &from_a));
	t->end = from_a ? 1 : 2;
	t->server = t->s->server && t->s->server == t->end;
}

static void note_hello(struct tls *t)
{
	if (t->message != HS_CLIENT_HELLO)
		return;
	t->s->server = 3 - t->end;
	t->server = false;
	t->s->resumed = false;
}

/* --- the extension that only DTLS has --- */

#define EXT_USE_SRTP 14

static bool own_extension(struct tls *t, struct cursor *c, unsigned type)
{
	struct cursor v;

	if (type != EXT_USE_SRTP)
		return false;
	v = tls_vector(t, c, PROFILES_LEN, 2, 2, UINT16_MAX);
	while (v.left.wire > 1 && !v.bad)
		put(t->w, &v, PROFILE, 2);
	tls_opaque(t, c, MKI_LEN, 1, MKI);
	return true;
}

/* --- records --- */

#define MESSAGE_HEAD 12

static const char *put_message(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t len = u24(&peek), at = (u16(&peek), u24(&peek)), here = u24(&peek);
	const char *name = word_for(&tls_handshake_types, type);
	uint32_t left = c->left.wire;

	t->group = open_group(t->w, c, TLS_HANDSHAKE, left);
	if (!name || here > left || at + here > len || peek.bad || tls_is_encrypted(t, *c)) {
		name = "Encrypted Handshake Message";
		here = len;
		cursor_take(c, c->left.wire);
	}
	label_whole(t->w, "Handshake Protocol: %s%s", name, here < len ? " (Fragment)" : "");
	tls_say(t, here < len ? arena_join(&t->w->arena, name, " (Fragment)") : name);
	if (c->left.wire) {
		t->message = (uint8_t)type;
		note_hello(t);
		put(t->w, c, TLS_HS_TYPE, 1);
		put(t->w, c, TLS_HS_LENGTH, 3);
		put(t->w, c, MESSAGE_SEQ, 2);
		put(t->w, c, FRAGMENT_AT, 3);
		put(t->w, c, FRAGMENT_LEN, 3);
		body = cursor_first(*c, here);
		cursor_take(c, here);
		if (here == len) {
			tls_message(t, &body);
			tls_end_vector(t, &body);
		}
		if (body.bad)
			c->bad = body.bad;
	}
	shut_group(t->w, t->group, NULL);
	return name;
}

static const char *put_handshakes(struct tls *t, struct cursor *c)
{
	const char *name = NULL;

	while (c->left.wire && !c->bad) {
		const char *one = put_message(t, c);

		name = name ? "Multiple Handshake Messages" : one;
	}
	return name;
}

static void label_record(struct tls *t, uint32_t group, const char *kind, const char *name)
{
	const char *version = tls_version_name(t->s->version);

	t->w->last = group;
	label_whole(t->w, "%s Record Layer: %s%s%s", version ? version : "DTLS", kind,
		    *kind ? " Protocol: " : "", name);
}

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
		label_record(t, group, "", t->said->n ? t->said->list[t->said->n - 1] : "");
		break;
	case REC_HANDSHAKE:
		name = put_handshakes(t, c);
		label_record(t, group, "Handshake", name ? name : "");
		break;
	case REC_APPLICATION:
		tls_say(t, "Application Data");
		put(t->w, c, TLS_APP_DATA, c->left.wire);
		label_record(t, group, "Application Data", "Application Data");
		break;
	case REC_CONNECTION_ID:
		tls_say(t, "Connection ID");
		put(t->w, c, ENCRYPTED, c->left.wire);
		label_record(t, group, "", "Connection ID");
		break;
	default:
		tls_heartbeat(t, c);
		label_record(t, group, "", "Heartbeat");
		break;
	}
}

/* Hellos and requests for them don't tell the version; a server's hello does. */
static void note_version(struct tls *t, struct cursor body, unsigned type)
{
	unsigned message = type == REC_HANDSHAKE ? u8(&body) : 0;

	if (message == HS_SERVER_HELLO) {
		cursor_pull(&body, MESSAGE_HEAD - 1);
		t->s->version = tls_hello_version(body);
	} else if (!t->s->version && message != HS_CLIENT_HELLO) {
		t->s->version = t->version;
	}
}

static void put_record(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek), cid = type == REC_CONNECTION_ID ? t->s->cid_len[!t->server] : 0;
	uint32_t group, len;

	t->version = u16(&peek);
	cursor_pull(&peek, 8 + cid);
	len = u16(&peek);
	note_version(t, peek, type);
	group = open_group(t->w, c, TLS_RECORD, HEAD + cid + len);
	put(t->w, c, TLS_CONTENT, 1);
	put(t->w, c, TLS_REC_VERSION, 2);
	put(t->w, c, EPOCH, 2);
	put_value(t->w, SEQUENCE, c->at, 6, cursor_be(c, 6));
	if (cid)
		put(t->w, c, CID, cid);
	put(t->w, c, TLS_REC_LENGTH, 2);
	body = cursor_first(*c, len);
	cursor_take(c, len);
	put_content(t, &body, type, group);
	shut_group(t->w, group, NULL);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct tls_said *said = take(w, sizeof *said);

	said->n = 0;
	s->said = (uint64_t)(uintptr_t)said;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	struct tls t = {.w = w,
			.datagrams = true,
			.cookie_len = COOKIE_LEN,
			.cookie = COOKIE,
			.own_extension = own_extension,
			.said = (struct tls_said *)(uintptr_t)s->said,
			.certificate = also_by(l, 0, 0),
			.name = also_by(l, 0, 1),
			.status = also_by(l, 0, 2)};

	find_session(&t, l);
	while (c->left.wire && !c->bad && is_record(*c))
		put_record(&t, c);
	l->column = tls_version_name(t.s->version);
	if (!l->column)
		l->column = "DTLS";
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	tls_info(t, (const struct tls_said *)(uintptr_t)s->said);
}

static const struct hang hangs[] = {{"udp.port", 853},
				    {"udp.port", 2221},
				    {"udp.port", 5684},
				    {"udp.port", 5868},
				    {"sctp.ppi", 47},
				    {"udp.guess", 0},
				    {0}};

const struct proto proto_dtls = {
	.brief = "DTLS",
	.spec = "RFC 6347",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"asn1.der"}},
	.hangs = hangs,
	.claims = claims,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
