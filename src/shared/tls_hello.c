/* SPDX-License-Identifier: BSD-2-Clause */
/* Both hellos of TLS and DTLS, and what is concluded from them. */
/* RFC 5246, 7.4.1; RFC 8446, 4.1. */
#include "shared/md5.h"
#include "shared/tls.h"

#define RANDOM_OCTETS 32

enum { EXT_GROUPS = 10, EXT_POINT_FORMATS = 11, EXT_SUPPORTED_VERSIONS = 43 };

static void put_random(struct tls *t, struct cursor *c)
{
	static const uint8_t retry[RANDOM_OCTETS] = {
		0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c,
		0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb,
		0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c};
	struct cursor inner = cursor_first(*c, RANDOM_OCTETS);
	bool is_retry = inner.left.cap == RANDOM_OCTETS &&
			span_equal(inner.left, (struct span){retry, RANDOM_OCTETS, RANDOM_OCTETS});
	uint32_t group;

	bool cut = t->message == HS_SERVER_HELLO && c->left.cap < c->left.wire;

	/* Of a server's hello that is cut off the version isn't known for sure. */
	if (t->s->version == TLS1_3 || cut) {
		put(t->w, c, TLS_RANDOM, RANDOM_OCTETS);
		if (t->server && is_retry)
			label_tail(t->w, " (HelloRetryRequest magic)");
		return;
	}
	put(t->w, c, TLS_RANDOM, RANDOM_OCTETS);
	group = t->w->last;
	t->w->depth++;
	put(t->w, &inner, TLS_RANDOM_TIME, 4);
	put(t->w, &inner, TLS_RANDOM_BYTES, RANDOM_OCTETS - 4);
	t->w->depth--;
	t->w->last = group;
}

static void put_session_id(struct tls *t, struct cursor *c)
{
	tls_opaque(t, c, TLS_SESSION_ID_LEN, 1, TLS_SESSION_ID);
}

static void put_suites(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_SUITES_LEN, 2, 2, UINT16_MAX - 1);
	uint32_t n = v.left.wire / 2, group = open_group(t->w, &v, TLS_SUITES, v.left.wire);

	label_whole(t->w, "Cipher Suites (%u suite%s)", n, plural(n));
	while (v.left.wire > 1 && !v.bad)
		put(t->w, &v, TLS_SUITE, 2);
	tls_end_vector(t, &v);
	shut_group(t->w, group, NULL);
}

static void put_compressions(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_COMPS_LEN, 1, 1, UINT8_MAX);
	uint32_t n = v.left.wire, group = open_group(t->w, &v, TLS_COMPS, n);

	label_whole(t->w, "Compression Methods (%u method%s)", n, plural(n));
	while (v.left.wire && !v.bad)
		put(t->w, &v, TLS_COMP, 1);
	shut_group(t->w, group, NULL);
}

uint16_t tls_hello_version(struct cursor c)
{
	uint16_t version = u16(&c);

	cursor_pull(&c, RANDOM_OCTETS);
	cursor_pull(&c, u8(&c));
	cursor_pull(&c, 3); /* cipher suite and compression */
	u16(&c);
	while (c.left.cap >= 4) {
		unsigned type = u16(&c), len = u16(&c);
		struct cursor data = cursor_first(c, len);

		if (type == EXT_SUPPORTED_VERSIONS && len == 2)
			return u16(&data);
		cursor_pull(&c, len);
	}
	return version;
}

uint16_t tls_chosen_version(struct cursor c)
{
	uint16_t chosen = (u24(&c), tls_hello_version(c));

	if ((chosen & 0xff00) == 0x7f00)
		chosen = TLS1_3;
	return tls_is_version(chosen) ? chosen : 0;
}

/* Drafts of TLS 1.3 before the 22nd had shorter server's hellos. */
static bool is_old_draft(unsigned version)
{
	return version >> 8 == 0x7f && (version & 0xff) < 22;
}

void tls_hello(struct tls *t, struct cursor *c)
{
	struct cursor hello = *c;
	bool server = t->message == HS_SERVER_HELLO, old;

	old = is_old_draft((unsigned)put(t->w, c, TLS_HS_VERSION, 2));
	put_random(t, c);
	if (!server || !old)
		put_session_id(t, c);
	if (server) {
		t->s->resumed = true;
		t->s->suite = (uint16_t)put(t->w, c, TLS_SUITE, 2);
		t->s->any_suite = !c->bad;
		if (!old)
			put(t->w, c, TLS_COMP, 1);
	} else {
		if (t->datagrams)
			tls_opaque(t, c, t->cookie_len, 1, t->cookie);
		put_suites(t, c);
		put_compressions(t, c);
	}
	if (c->left.wire)
		tls_extensions(t, c);
	tls_ja3(t, hello, *c);
}

/* --- JA3 --- */

static bool is_grease(unsigned v)
{
	return (v & 0x0f0f) == 0x0a0a && v >> 8 == (v & 0xff);
}

/* Numbers of `octets` octets each, joined by "-". */
static void text_list(struct text *line, struct cursor c, unsigned octets)
{
	bool any = false;

	while (c.left.cap >= octets) {
		unsigned v = (unsigned)cursor_be(&c, octets);

		if (octets == 2 && is_grease(v))
			continue;
		if (any)
			text_char(line, '-');
		text_u64(line, v);
		any = true;
	}
}

/* What JA3 wants of the extensions: their types, groups and point formats. */
struct offers {
	struct cursor groups, points;
};

static struct offers text_extensions(struct text *line, struct cursor c)
{
	struct offers o = {{{0}}, {{0}}};
	bool any = false;

	c = cursor_first(c, u16(&c) + 0u);
	while (c.left.cap >= 4) {
		unsigned type = u16(&c), len = u16(&c);
		struct cursor data = cursor_first(c, len);

		cursor_pull(&c, len);
		if (type == EXT_GROUPS && data.left.cap >= 2) {
			u16(&data);
			o.groups = data;
		} else if (type == EXT_POINT_FORMATS && data.left.cap >= 1) {
			u8(&data);
			o.points = data;
		}
		if (is_grease(type))
			continue;
		if (any)
			text_char(line, '-');
		text_u64(line, type);
		any = true;
	}
	return o;
}

static void text_client(struct text *line, struct tls *t, struct cursor c)
{
	struct cursor suites;
	struct offers o;
	unsigned n;

	text_u64(line, u16(&c));
	cursor_pull(&c, RANDOM_OCTETS);
	cursor_pull(&c, u8(&c));
	if (t->datagrams)
		cursor_pull(&c, u8(&c));
	n = u16(&c);
	suites = cursor_first(c, n);
	cursor_pull(&c, n);
	cursor_pull(&c, u8(&c));
	text_char(line, ',');
	text_list(line, suites, 2);
	text_char(line, ',');
	o = text_extensions(line, c);
	text_char(line, ',');
	text_list(line, o.groups, 2);
	text_char(line, ',');
	text_list(line, o.points, 1);
}

static void text_server(struct text *line, struct cursor c)
{
	unsigned version = u16(&c);

	text_u64(line, version);
	cursor_pull(&c, RANDOM_OCTETS);
	if (!is_old_draft(version))
		cursor_pull(&c, u8(&c));
	text_char(line, ',');
	text_u64(line, u16(&c));
	if (!is_old_draft(version))
		u8(&c);
	text_char(line, ',');
	text_extensions(line, c);
}

void tls_ja3(struct tls *t, struct cursor hello, struct cursor end)
{
	bool server = t->message == HS_SERVER_HELLO;
	struct text line = {0};
	uint8_t hash[16];
	char *words, *hex;

	if (end.bad || !any_wanted(t->w))
		return;
	if (server)
		text_server(&line, hello);
	else
		text_client(&line, t, hello);
	words = arena_copy(&t->w->arena, line.p, line.len);
	put_string(t->w, server ? TLS_JA3S_FULL : TLS_JA3_FULL, end.at, 0, words);
	if (md5(line.p, line.len, hash)) {
		line.len = 0;
		text_hex_bytes(&line, hash, sizeof hash, '\0');
		hex = arena_copy(&t->w->arena, line.p, line.len);
		put_string(t->w, server ? TLS_JA3S : TLS_JA3, end.at, 0, hex);
	}
	text_close(&line);
}
