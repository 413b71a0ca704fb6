/* SPDX-License-Identifier: BSD-2-Clause */
/* What TLS and DTLS have in common: vectors, alerts, heartbeats. */
/* RFC 5246, 4.3 and 7.2; RFC 6520. */
#include "shared/tls.h"

void tls_say(struct tls *t, const char *words)
{
	if (t->said->n < COUNT(t->said->list))
		t->said->list[t->said->n++] = words;
}

void tls_info(struct text *text, const struct tls_said *said)
{
	for (unsigned i = 0; i < said->n; i++) {
		if (i)
			text_put(text, ", ");
		text_put(text, said->list[i]);
	}
}

const char *tls_version_name(uint16_t version)
{
	static const struct word list[] = {
		{0x0002, "SSLv2"},    {0x0100, "DTLSv1.0 (OpenSSL pre 0.9.8f)"},
		{0x0101, "GMTLSv1"},  {0x0300, "SSLv3"},
		{0x0301, "TLSv1"},    {0x0302, "TLSv1.1"},
		{0x0303, "TLSv1.2"},  {0x0304, "TLSv1.3"},
		{0xfefc, "DTLSv1.3"}, {0xfefd, "DTLSv1.2"},
		{0xfeff, "DTLSv1.0"},
	};

	return word_for(&(const struct words){list, COUNT(list)}, version);
}

void tls_form_lifetime(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " seconds");
	if (!n->u)
		return;
	text_put(t, " (");
	text_duration(t, n->u, 0);
	text_char(t, ')');
}

uint32_t tls_group(struct tls *t, const struct cursor *c, uint32_t octets, const char *words)
{
	uint32_t group = open_group(t->w, c, TLS_TEXT, octets);

	label_whole(t->w, "%s", words);
	return group;
}

struct cursor tls_vector(struct tls *t, struct cursor *c, unsigned row, unsigned octets,
			 uint32_t least, uint32_t most)
{
	struct cursor v;
	uint32_t n;

	if (c->left.wire < octets) {
		v = cursor_first(*c, 0);
		if (c->bad)
			return v;
		shut_group(t->w, tls_group(t, c, c->left.wire, ""), NULL);
		label_whole(t->w, "No more room for vector of length %u", octets);
		expert(t->w, TLS_TOO_SMALL, "No more room for vector of length %u", octets);
		cursor_take(c, c->left.wire);
		return v;
	}
	n = (uint32_t)put(t->w, c, row, octets);
	if (n < least)
		expert(t->w, TLS_BAD_VECTOR, "Vector length %u is smaller than minimum %u", n,
		       least);
	else if (n > most)
		expert(t->w, TLS_BAD_VECTOR, "Vector length %u is larger than maximum %u", n, most);
	if (n > c->left.wire) {
		expert(t->w, TLS_TOO_SMALL, "Vector length %u is too large, truncating it to %u", n,
		       c->left.wire);
		n = c->left.wire;
	}
	v = cursor_first(*c, n);
	cursor_take(c, n);
	return v;
}

void tls_opaque(struct tls *t, struct cursor *c, unsigned len_row, unsigned octets, unsigned row)
{
	struct cursor v = tls_vector(t, c, len_row, octets, 0, UINT32_MAX);

	if (v.left.wire)
		put(t->w, &v, row, v.left.wire);
	if (v.bad && !c->bad)
		c->bad = v.bad;
}

void tls_end_vector(struct tls *t, struct cursor *c)
{
	uint32_t n = c->left.wire;

	if (!n || c->bad)
		return;
	shut_group(t->w, tls_group(t, c, n, ""), NULL);
	label_whole(t->w, "Undecoded data (%u byte%s)", n, plural(n));
	expert(t->w, TLS_TRAILING, "%u trailing byte%s unprocessed", n, n == 1 ? " was" : "s were");
	cursor_take(c, n);
}

static void put_alert(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t group = open_group(t->w, c, TLS_ALERT, 2);
	const char *level = word_for(&tls_alert_levels, u8(&peek));
	const char *desc = word_for(&tls_alert_descs, u8(&peek));

	if (level && desc) {
		const char *words = arena_join(
			&t->w->arena,
			arena_join(&t->w->arena, arena_join(&t->w->arena, "Alert (Level: ", level),
				   ", Description: "),
			arena_join(&t->w->arena, desc, ")"));

		label_whole(t->w, "Alert Message");
		tls_say(t, words);
		put(t->w, c, TLS_ALERT_LEVEL, 1);
		put(t->w, c, TLS_ALERT_DESC, 1);
	} else {
		label_whole(t->w, "Alert Message: Encrypted Alert");
		tls_say(t, "Encrypted Alert");
	}
	shut_group(t->w, group, NULL);
}

/* An alert that isn't encrypted has two octets. */
void tls_alert(struct tls *t, struct cursor *c)
{
	if (c->left.wire == 2) {
		put_alert(t, c);
		return;
	}
	shut_group(t->w, open_group(t->w, c, TLS_ALERT, c->left.wire), NULL);
	label_whole(t->w, "Alert Message: Encrypted Alert");
	tls_say(t, "Encrypted Alert");
}

void tls_heartbeat(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);
	uint32_t len = u16(&peek), there = c->left.wire;
	const char *word = word_for(&tls_heartbeat_types, type);
	uint32_t group = open_group(t->w, c, TLS_HB, there);

	if (!word || len > 0x4000) {
		label_whole(t->w, "Encrypted Heartbeat Message");
		tls_say(t, "Encrypted Heartbeat");
		shut_group(t->w, group, NULL);
		return;
	}
	tls_say(t, arena_join(&t->w->arena, "Heartbeat ", word));
	put(t->w, c, TLS_HB_TYPE, 1);
	put(t->w, c, TLS_HB_LEN, 2);
	if (len + 19 > there) {
		expert(t->w, TLS_BAD_HEARTBEAT, "Invalid heartbeat payload length (%u)", len);
		len = c->left.wire > 16 ? c->left.wire - 16 : 0;
	}
	put(t->w, c, TLS_HB_PAYLOAD, len);
	label_whole(t->w, "Payload (%u byte%s)", len, plural(len));
	len = c->left.wire;
	put(t->w, c, TLS_HB_PADDING, len);
	label_whole(t->w, "Padding and HMAC (%u byte%s)", len, plural(len));
	shut_group(t->w, group, NULL);
}

/* Up to TLS 1.2 all that follows is encrypted; in TLS 1.3 the message is for middle boxes alone. */
void tls_change_cipher(struct tls *t, struct cursor *c)
{
	tls_say(t, "Change Cipher Spec");
	put(t->w, c, TLS_CCS, c->left.wire);
	label_whole(t->w, "Change Cipher Spec Message");
	if (t->s->version == TLS1_3)
		return;
	if (!t->s->encrypted[t->server])
		t->s->encrypted[t->server] = t->w->r.frame->number;
	if (t->server && t->s->resumed)
		expert(t->w, TLS_RESUMED, NULL);
}

/*
 * What is encrypted has at least 16 octets more than what it hides.  An explicit nonce that
 * begins with zeros, as TLS 1.2 has it, is no message's head.
 */
bool tls_is_encrypted(const struct tls *t, struct cursor c)
{
	struct cursor nonce = c;
	uint64_t since = t->s->encrypted[t->server];
	unsigned type;

	if (c.left.wire < 16)
		return false;
	if (since && since <= t->w->r.frame->number)
		return true;
	if (!cursor_be(&nonce, 5) && !nonce.bad)
		return true;
	type = u8(&c);
	return !word_for(&tls_handshake_types, type) || u24(&c) >= 0x10000;
}

bool tls_is_version(unsigned version)
{
	return version >= 0x0300 && version <= TLS1_3;
}

bool tls_is_ssl2_hello(struct cursor c)
{
	unsigned len = u16(&c), type = u8(&c), version = u16(&c);
	unsigned specs = u16(&c), id = u16(&c), challenge = u16(&c);

	return !c.bad && (len & 0x8000) && type == HS_CLIENT_HELLO &&
	       (version == SSL2 || tls_is_version(version)) && specs && !(specs % 3) && id <= 32 &&
	       challenge >= 16 && challenge <= 32 && (len & 0x7fff) == 9 + specs + id + challenge;
}
