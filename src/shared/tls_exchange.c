/* SPDX-License-Identifier: BSD-2-Clause */
/* How the two ends of TLS and DTLS come to a common secret, up to version 1.2. */
/* RFC 5246, 7.4.3 and 7.4.7; RFC 8422, 5.4; RFC 4279; draft-cragie-tls-ecjpake-01. */
#include "shared/tls.h"

/* The beginning of a cipher suite's name tells the way. */
enum way {
	W_NONE,
	W_RSA,
	W_RSA_EXPORT,
	W_DHE,
	W_DH_ANON,
	W_ECDHE,
	W_ECDH_ANON,
	W_ECDH,
	W_PSK,
	W_RSA_PSK,
	W_DHE_PSK,
	W_ECDHE_PSK,
	W_JPAKE,
};

static enum way way_of(const struct tls *t)
{
	static const struct {
		const char *begin;
		enum way way;
	} ways[] = {
		{"TLS_RSA_PSK_", W_RSA_PSK},
		{"TLS_RSA_EXPORT", W_RSA_EXPORT},
		{"TLS_RSA_", W_RSA},
		{"TLS_DHE_PSK_", W_DHE_PSK},
		{"TLS_DHE_", W_DHE},
		{"TLS_DH_anon_", W_DH_ANON},
		{"TLS_ECDHE_PSK_", W_ECDHE_PSK},
		{"TLS_ECDHE_", W_ECDHE},
		{"TLS_ECDH_anon_", W_ECDH_ANON},
		{"TLS_ECDH_", W_ECDH},
		{"TLS_PSK_", W_PSK},
		{"TLS_ECJPAKE_", W_JPAKE},
	};
	const char *name = t->s->any_suite ? word_for(&tls_suites, t->s->suite) : NULL;

	for (unsigned i = 0; name && i < COUNT(ways); i++)
		if (!strncmp(name, ways[i].begin, strlen(ways[i].begin)))
			return ways[i].way;
	return W_NONE;
}

static void put_dh(struct tls *t, struct cursor *c, bool is_signed)
{
	uint32_t group = tls_group(t, c, c->left.wire, "Diffie-Hellman Server Params");

	tls_opaque(t, c, TLS_P_LEN, 2, TLS_P);
	tls_opaque(t, c, TLS_G_LEN, 2, TLS_G);
	tls_opaque(t, c, TLS_YS_LEN, 2, TLS_YS);
	if (is_signed)
		tls_signature(t, c, TLS_SIG_LEN, TLS_SIG);
	shut_group(t->w, group, c);
}

#define NAMED_CURVE 3

static void put_ecdh(struct tls *t, struct cursor *c, bool is_signed)
{
	uint32_t group = tls_group(t, c, c->left.wire, "EC Diffie-Hellman Server Params");

	if (put(t->w, c, TLS_CURVE_TYPE, 1) == NAMED_CURVE) {
		put(t->w, c, TLS_NAMED_CURVE, 2);
		tls_opaque(t, c, TLS_SPOINT_LEN, 1, TLS_SPOINT);
		if (is_signed)
			tls_signature(t, c, TLS_SIG_LEN, TLS_SIG);
	} else {
		cursor_take(c, c->left.wire);
	}
	shut_group(t->w, group, c);
}

static void put_rsa_key(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "RSA-EXPORT Server Params");

	tls_opaque(t, c, TLS_MODULUS_LEN, 2, TLS_MODULUS);
	tls_opaque(t, c, TLS_EXPONENT_LEN, 2, TLS_EXPONENT);
	tls_signature(t, c, TLS_SIG_LEN, TLS_SIG);
	shut_group(t->w, group, c);
}

static void put_hint(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "PSK Server Params");

	tls_opaque(t, c, TLS_HINT_LEN, 2, TLS_HINT);
	shut_group(t->w, group, c);
}

static void put_jpake(struct tls *t, struct cursor *c, bool server)
{
	uint32_t group = tls_group(t, c, c->left.wire,
				   server ? "EC J-PAKE Server Params" : "EC J-PAKE Client Params");

	if (server && put(t->w, c, TLS_CURVE_TYPE, 1) == NAMED_CURVE)
		put(t->w, c, TLS_NAMED_CURVE, 2);
	tls_opaque(t, c, server ? TLS_XS_LEN : TLS_XC_LEN, 1, server ? TLS_XS : TLS_XC);
	tls_opaque(t, c, server ? TLS_VS_LEN : TLS_VC_LEN, 1, server ? TLS_VS : TLS_VC);
	tls_opaque(t, c, server ? TLS_RS_LEN : TLS_RC_LEN, 1, server ? TLS_RS : TLS_RC);
	shut_group(t->w, group, c);
}

void tls_server_exchange(struct tls *t, struct cursor *c)
{
	switch (way_of(t)) {
	case W_DHE:
	case W_DH_ANON:
		put_dh(t, c, way_of(t) == W_DHE);
		break;
	case W_ECDHE:
	case W_ECDH_ANON:
		put_ecdh(t, c, way_of(t) == W_ECDHE);
		break;
	case W_RSA_EXPORT:
	case W_RSA:
		put_rsa_key(t, c);
		break;
	case W_PSK:
	case W_RSA_PSK:
		put_hint(t, c);
		break;
	case W_JPAKE:
		put_jpake(t, c, true);
		break;
	default: /* only the suite tells what it is */
		cursor_take(c, c->left.wire);
		break;
	}
}

static void put_secret(struct tls *t, struct cursor *c, bool named)
{
	uint32_t group =
		tls_group(t, c, c->left.wire,
			  named ? "RSA PSK Client Params" : "RSA Encrypted PreMaster Secret");

	if (named)
		tls_opaque(t, c, TLS_IDENT_LEN, 2, TLS_IDENT);
	if (t->s->version == SSL3)
		put(t->w, c, TLS_EPMS, c->left.wire);
	else
		tls_opaque(t, c, TLS_EPMS_LEN, 2, TLS_EPMS);
	shut_group(t->w, group, c);
}

static void put_one(struct tls *t, struct cursor *c, const char *words, const uint16_t rows[3])
{
	uint32_t group = tls_group(t, c, c->left.wire, words);

	tls_opaque(t, c, rows[0], rows[1], rows[2]);
	shut_group(t->w, group, c);
}

void tls_client_exchange(struct tls *t, struct cursor *c)
{
	static const uint16_t dh[] = {TLS_YC_LEN, 2, TLS_YC};
	static const uint16_t ecdh[] = {TLS_CPOINT_LEN, 1, TLS_CPOINT};
	static const uint16_t psk[] = {TLS_IDENT_LEN, 2, TLS_IDENT};

	switch (way_of(t)) {
	case W_RSA:
	case W_RSA_EXPORT:
		put_secret(t, c, false);
		break;
	case W_RSA_PSK:
		put_secret(t, c, true);
		break;
	case W_DHE:
	case W_DH_ANON:
		put_one(t, c, "Diffie-Hellman Client Params", dh);
		break;
	case W_ECDHE:
	case W_ECDH_ANON:
	case W_ECDH:
		put_one(t, c, "EC Diffie-Hellman Client Params", ecdh);
		break;
	case W_PSK:
		put_one(t, c, "PSK Client Params", psk);
		break;
	case W_JPAKE:
		put_jpake(t, c, false);
		break;
	default: /* only the suite tells what it is */
		cursor_take(c, c->left.wire);
		break;
	}
}
