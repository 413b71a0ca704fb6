/* SPDX-License-Identifier: BSD-2-Clause */
/* SSH: messages that belong to the method by which keys are exchanged. */
/* RFC 4253, 8 (Diffie-Hellman); RFC 4419 (groups of one's choice); RFC 5656 (curves). */
#include "core/ascii.h"
#include "flow/ssh.h"
#include <stdio.h>

#define MOST_OF_SHARE 512 /* octets */

enum {
	METHOD,
	DH_CODE,
	GEX_CODE,
	ECDH_CODE,
	MP_LENGTH,
	DH_E,
	DH_F,
	GEX_MIN,
	GEX_BITS,
	GEX_MAX,
	GEX_P,
	GEX_G,
	CLIENT_LENGTH,
	CLIENT_KEY,
	SERVER_LENGTH,
	SERVER_KEY,
	HOST_KEY,
	KEY_LENGTH,
	KEY_TYPE_LENGTH,
	KEY_TYPE,
	KEY_DATA,
	RSA_E,
	RSA_N,
	DSA_P,
	DSA_Q,
	DSA_G,
	DSA_Y,
	ECDSA_ID_LENGTH,
	ECDSA_ID,
	ECDSA_Q_LENGTH,
	ECDSA_Q,
	EDDSA_LENGTH,
	EDDSA_KEY,
	SIGNATURE,
	SIG_LENGTH,
	SIG_TYPE_LENGTH,
	SIG_TYPE,
	SIG_DATA,
	SIG_RSA,
	SIG_DSA,
	SIG_NOTE,
	SHARE,
	SHARE_NOTE,
};

/* Which messages the method has. */
enum method { DH, GEX, ECDH };

static const struct word dh_codes[] = {
	{30, "Diffie-Hellman Key Exchange Init"},
	{31, "Diffie-Hellman Key Exchange Reply"},
};
static const struct word gex_codes[] = {
	{30, "Diffie-Hellman Group Exchange Request (Old)"},
	{31, "Diffie-Hellman Group Exchange Group"},
	{32, "Diffie-Hellman Group Exchange Init"},
	{33, "Diffie-Hellman Group Exchange Reply"},
	{34, "Diffie-Hellman Group Exchange Request"},
};
static const struct word ecdh_codes[] = {
	{30, "Elliptic Curve Diffie-Hellman Key Exchange Init"},
	{31, "Elliptic Curve Diffie-Hellman Key Exchange Reply"},
};

#define CODE(row, table, where)                                                  \
	[row] = {"ssh.message_code",      "Message Code", U8, DEC, WORDS(table), \
		 .help = "Which message", .ref = (where)}
#define SIZE(row, name, label, where) \
	[row] = {"ssh." name, label, U32, DEC, .help = "Octets of it", .ref = (where)}
#define OCTETS(row, name, label, words, where) \
	[row] = {"ssh." name, label, BYTES, .help = (words), .ref = (where)}
#define TEXT(row, name, label, words, where) \
	[row] = {"ssh." name, label, STRING, .help = (words), .ref = (where)}
static const struct field fields[] = {
	[METHOD] = {"ssh.method", "Key exchange method", PROTO, .help = "Messages of a method"},
	CODE(DH_CODE, dh_codes, "RFC 4253, 8"),
	CODE(GEX_CODE, gex_codes, "RFC 4419, 5"),
	CODE(ECDH_CODE, ecdh_codes, "RFC 5656, 4"),
	SIZE(MP_LENGTH, "mpint_length", "Multi Precision Integer Length", "RFC 4251, 5"),
	OCTETS(DH_E, "dh.e", "DH client e", "The client's share", "RFC 4253, 8"),
	OCTETS(DH_F, "dh.f", "DH server f", "The server's share", "RFC 4253, 8"),
	[GEX_MIN] = {"ssh.dh_gex.min", "DH GEX Min", U32, DEC,
		     .help = "Least size of the group, in bits", .ref = "RFC 4419, 3"},
	[GEX_BITS] = {"ssh.dh_gex.nbits", "DH GEX Number of Bits", U32, DEC,
		      .help = "The size that is wished", .ref = "RFC 4419, 3"},
	[GEX_MAX] = {"ssh.dh_gex.max", "DH GEX Max", U32, DEC, .help = "The largest size",
		     .ref = "RFC 4419, 3"},
	OCTETS(GEX_P, "dh_gex.p", "DH GEX modulus (P)", "The group's prime", "RFC 4419, 3"),
	OCTETS(GEX_G, "dh_gex.g", "DH GEX base (G)", "Its generator", "RFC 4419, 3"),
	SIZE(CLIENT_LENGTH, "ecdh.q_c_length", "ECDH client's ephemeral public key length",
	     "RFC 5656, 4"),
	OCTETS(CLIENT_KEY, "ecdh.q_c", "ECDH client's ephemeral public key (Q_C)",
	       "The client's share", "RFC 5656, 4"),
	SIZE(SERVER_LENGTH, "ecdh.q_s_length", "ECDH server's ephemeral public key length",
	     "RFC 5656, 4"),
	OCTETS(SERVER_KEY, "ecdh.q_s", "ECDH server's ephemeral public key (Q_S)",
	       "The server's share", "RFC 5656, 4"),
	[HOST_KEY] = {"text", "KEX host key", HEADING},
	SIZE(KEY_LENGTH, "host_key.length", "Host key length", "RFC 4253, 6.6"),
	SIZE(KEY_TYPE_LENGTH, "host_key.type_length", "Host key type length", "RFC 4253, 6.6"),
	TEXT(KEY_TYPE, "host_key.type", "Host key type", "What the key is for", "RFC 4253, 6.6"),
	OCTETS(KEY_DATA, "host_key.data", "Host key data", "A key of another type",
	       "RFC 4253, 6.6"),
	OCTETS(RSA_E, "host_key.rsa.e", "RSA public exponent (e)", "The exponent", "RFC 4253, 6.6"),
	OCTETS(RSA_N, "host_key.rsa.n", "RSA modulus (N)", "The modulus", "RFC 4253, 6.6"),
	OCTETS(DSA_P, "host_key.dsa.p", "DSA prime modulus (p)", "The modulus", "RFC 4253, 6.6"),
	OCTETS(DSA_Q, "host_key.dsa.q", "DSA prime divisor (q)", "The divisor", "RFC 4253, 6.6"),
	OCTETS(DSA_G, "host_key.dsa.g", "DSA subgroup generator (g)", "The generator",
	       "RFC 4253, 6.6"),
	OCTETS(DSA_Y, "host_key.dsa.y", "DSA public key (y)", "The key", "RFC 4253, 6.6"),
	SIZE(ECDSA_ID_LENGTH, "host_key.ecdsa.id_length", "ECDSA elliptic curve identifier length",
	     "RFC 5656, 3.1"),
	TEXT(ECDSA_ID, "host_key.ecdsa.id", "ECDSA elliptic curve identifier", "Which curve",
	     "RFC 5656, 3.1"),
	SIZE(ECDSA_Q_LENGTH, "host_key.ecdsa.q_length", "ECDSA public key length", "RFC 5656, 3.1"),
	OCTETS(ECDSA_Q, "host_key.ecdsa.q", "ECDSA public key (Q)", "The key's point",
	       "RFC 5656, 3.1"),
	SIZE(EDDSA_LENGTH, "host_key.eddsa.key_length", "EdDSA public key length", "RFC 8709, 4"),
	OCTETS(EDDSA_KEY, "host_key.eddsa.key", "EdDSA public key", "The key", "RFC 8709, 4"),
	[SIGNATURE] = {"text", "KEX host signature", HEADING},
	SIZE(SIG_LENGTH, "host_sig.length", "Host signature length", "RFC 4253, 6.6"),
	SIZE(SIG_TYPE_LENGTH, "host_sig.type_length", "Host signature type length",
	     "RFC 4253, 6.6"),
	TEXT(SIG_TYPE, "host_sig.type", "Host signature type", "How it was signed",
	     "RFC 4253, 6.6"),
	OCTETS(SIG_DATA, "host_sig.data", "Host signature data", "A signature of another type",
	       "RFC 4253, 6.6"),
	OCTETS(SIG_RSA, "host_sig.rsa", "RSA signature", "The signature", "RFC 4253, 6.6"),
	OCTETS(SIG_DSA, "host_sig.dsa", "DSA signature", "The signature", "RFC 4253, 6.6"),
	[SIG_NOTE] =
		EXPERT("ssh.packet_decode.error",
		       "Packet decoded length not equal to packet length", WARNING, G_PROTOCOL),
	[SHARE] = {"text", "Invalid key length", HEADING},
	[SHARE_NOTE] = EXPERT("ssh.key_length.error", "Invalid key length", ERROR, G_PROTOCOL),
};

/* A length and as many octets. */
static struct span put_counted(struct walk *w, struct cursor *c, unsigned length, unsigned row)
{
	uint32_t len = (uint32_t)put(w, c, length, 4);
	struct span s = span_first(c->left, len);

	if (!c->bad)
		put(w, c, row, len);
	if (c->bad)
		s = (struct span){0};
	return s;
}

static void put_numbers(struct walk *w, struct cursor *c, const uint8_t *rows)
{
	for (; *rows; rows++)
		put_counted(w, c, MP_LENGTH, *rows);
}

/* What one side brings to the secret, and a note where that is no number of up to 4096 bits. */
static void put_share(struct walk *w, struct cursor *c, unsigned row)
{
	struct cursor peek = *c;
	uint32_t len = u32(&peek), group;

	if (!peek.bad && (!len || len > MOST_OF_SHARE)) {
		group = open_group(w, c, SHARE, 0);
		label_whole(w, "Invalid key length: %u", len);
		expert(w, SHARE_NOTE, "Invalid key length: %u", len);
		shut_group(w, group, NULL);
	}
	put_counted(w, c, MP_LENGTH, row);
}

/* --- the server's key and its signature --- */

static void put_key(struct walk *w, struct cursor *c, struct span type, uint32_t left)
{
	static const uint8_t rsa[] = {RSA_E, RSA_N, 0};
	static const uint8_t dss[] = {DSA_P, DSA_Q, DSA_G, DSA_Y, 0};

	if (span_says(type, "ssh-rsa")) {
		put_numbers(w, c, rsa);
	} else if (span_says(type, "ssh-dss")) {
		put_numbers(w, c, dss);
	} else if (span_begins(type, "ecdsa-sha2-")) {
		put_counted(w, c, ECDSA_ID_LENGTH, ECDSA_ID);
		put_counted(w, c, ECDSA_Q_LENGTH, ECDSA_Q);
	} else if (span_says(type, "ssh-ed25519") || span_says(type, "ssh-ed448")) {
		put_counted(w, c, EDDSA_LENGTH, EDDSA_KEY);
	} else {
		put(w, c, KEY_DATA, left);
	}
}

/* The type behind two lengths, for the line over both; without it there is none. */
static bool type_ahead(struct cursor *c, struct span *type)
{
	struct cursor peek = *c;
	uint32_t all = u32(&peek), len = u32(&peek);

	*type = cursor_take(&peek, len);
	if (peek.bad || all > c->left.wire - 4)
		cursor_fail(c, UINT32_MAX);
	return !c->bad;
}

/* What stands in a key may say that it is longer, or shorter, than the key. */
static void put_host_key(struct walk *w, struct cursor *c)
{
	struct cursor body;
	struct span type;
	uint32_t group, len;

	if (!type_ahead(c, &type))
		return;
	group = open_group(w, c, HOST_KEY, 0);
	label_tail(w, " (type: %.*s)", (int)type.cap, (const char *)type.p);
	len = (uint32_t)put(w, c, KEY_LENGTH, 4);
	body = *c;
	type = put_counted(w, &body, KEY_TYPE_LENGTH, KEY_TYPE);
	if (!body.bad)
		put_key(w, &body, type, len - 4 - type.wire);
	if (body.bad)
		*c = body;
	else
		cursor_take(c, len);
	shut_group(w, group, c);
}

/* Signatures that are nothing but octets aren't shown. */
static bool silent(struct span type)
{
	return span_begins(type, "ecdsa-sha2-") || span_begins(type, "ssh-ed");
}

/* What is noted of the length counts four octets more where the signature isn't read. */
static void note_length(struct walk *w, uint32_t note, uint32_t decoded, uint32_t len)
{
	uint32_t last = w->last;

	w->last = note;
	expert(w, SIG_NOTE, "Decoded %u bytes, but packet legnth is %u bytes", decoded, len);
	w->last = last;
}

static void put_signed(struct walk *w, struct cursor *c, uint32_t note, uint32_t len)
{
	uint32_t left = c->left.wire, done;
	struct span type = put_counted(w, c, SIG_TYPE_LENGTH, SIG_TYPE);
	bool rsa = span_says(type, "ssh-rsa"), dss = span_says(type, "ssh-dss");

	if (!c->bad && (rsa || dss))
		put_counted(w, c, MP_LENGTH, rsa ? SIG_RSA : SIG_DSA);
	done = left - c->left.wire;
	if (c->bad)
		return;
	if (!rsa && !dss)
		note_length(w, note, done + 4, len);
	else if (done != len)
		note_length(w, note, done, len);
	if (done < len && !silent(type))
		put(w, c, SIG_DATA, len - done);
	else if (done < len)
		cursor_take(c, len - done);
}

static void put_signature(struct walk *w, struct cursor *c)
{
	struct span type;
	uint32_t group, len;

	if (!type_ahead(c, &type))
		return;
	group = open_group(w, c, SIGNATURE, 0);
	label_tail(w, " (type: %.*s)", (int)type.cap, (const char *)type.p);
	len = (uint32_t)put(w, c, SIG_LENGTH, 4);
	put_signed(w, c, w->last, len);
	shut_group(w, group, c);
}

/* --- messages --- */

/* The reader of one message. */
struct reader {
	struct walk *w;
	struct ssh_state *s;
	struct ssh_connection *known;
};

static void number(struct reader *r, enum ssh_numbered which, bool early)
{
	if (r->known)
		r->s->number = ssh_number(&r->known->end[r->s->server], which, early);
}

static void put_dh(struct reader *r, struct cursor *c, unsigned code)
{
	if (code == 30) {
		put_share(r->w, c, DH_E);
		number(r, SSH_N_DH_INIT, true);
	} else if (code == 31) {
		put_host_key(r->w, c);
		put_share(r->w, c, DH_F);
		put_signature(r->w, c);
		number(r, SSH_N_DH_REPLY, true);
		if (r->known && !c->bad)
			ssh_settle(r->known);
	}
}

static void put_ecdh(struct reader *r, struct cursor *c, unsigned code)
{
	if (code == 30) {
		put_counted(r->w, c, CLIENT_LENGTH, CLIENT_KEY);
		number(r, SSH_N_ECDH_INIT, false);
	} else if (code == 31) {
		put_host_key(r->w, c);
		put_counted(r->w, c, SERVER_LENGTH, SERVER_KEY);
		put_signature(r->w, c);
		number(r, SSH_N_ECDH_REPLY, false);
		if (r->known && !c->bad)
			ssh_settle(r->known);
	}
}

static void put_gex(struct reader *r, struct cursor *c, unsigned code)
{
	static const uint8_t e[] = {DH_E, 0}, f[] = {DH_F, 0}, group[] = {GEX_P, GEX_G, 0};
	static const struct part old[] = {{GEX_BITS, 4}, {0, 0}};
	static const struct part wish[] = {{GEX_MIN, 4}, {GEX_BITS, 4}, {GEX_MAX, 4}, {0, 0}};

	switch (code) {
	case 30:
		put_rows(r->w, c, old);
		return;
	case 31:
		put_numbers(r->w, c, group);
		number(r, SSH_N_GEX_GROUP, true);
		return;
	case 32:
		put_numbers(r->w, c, e);
		number(r, SSH_N_GEX_INIT, true);
		return;
	case 33:
		put_host_key(r->w, c);
		put_numbers(r->w, c, f);
		put_signature(r->w, c);
		number(r, SSH_N_GEX_REPLY, true);
		return;
	case 34:
		put_rows(r->w, c, wish);
		number(r, SSH_N_GEX_REQUEST, true);
		return;
	default:
		return;
	}
}

static enum method method_of(const struct ssh_connection *known)
{
	static const char *const curves[] = {"curve25519-sha256",  "curve25519-sha256@libssh.org",
					     "curve448-sha512",    "ecdh-sha2-nistp256",
					     "ecdh-sha2-nistp384", "ecdh-sha2-nistp521"};
	const char *kex = known ? known->kex : "";

	if (!strcmp(kex, "diffie-hellman-group-exchange-sha1") ||
	    !strcmp(kex, "diffie-hellman-group-exchange-sha256"))
		return GEX;
	for (unsigned i = 0; i < COUNT(curves); i++)
		if (!strcmp(kex, curves[i]))
			return ECDH;
	return DH;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const uint8_t rows[] = {DH_CODE, GEX_CODE, ECDH_CODE};
	static void (*const readers[])(struct reader *, struct cursor *,
				       unsigned) = {put_dh, put_gex, put_ecdh};
	struct ssh_state *s = (struct ssh_state *)l->parent->state;
	struct reader r = {w, s, ssh_of(s)};
	enum method method = method_of(r.known);
	unsigned code = (unsigned)put(w, c, rows[method], 1);
	const char *word = word_for(fields[rows[method]].words, code);
	char unknown[16];

	snprintf(unknown, sizeof unknown, "Unknown (%u)", code);
	ssh_say(w, s, word ? word : unknown);
	readers[method](&r, c, code);
}

static const struct hang hangs[] = {{"ssh.part", SSH_METHOD}, {0}};

const struct proto proto_ssh_method = {
	.brief = "SSH",
	.no_column = true,
	.bare = true,
	.prefix = "ssh",
	.spec = "RFC 4253, 8",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
