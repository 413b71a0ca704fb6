/* SPDX-License-Identifier: BSD-2-Clause */
/* Handshake messages of TLS and DTLS, but the hellos and key exchanges. */
/* RFC 5246, 7.4; RFC 8446, 4. */
#include "shared/tls.h"

void tls_signature_algorithm(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned both = u16(&peek);
	const char *name = word_for(&tls_sig_algs, both), *hash, *sig;

	put(t->w, c, TLS_SIG_ALG, 2);
	peek = *c;
	if (c->bad)
		return;
	hash = word_for(&tls_sig_hashes, both >> 8);
	sig = word_for(&tls_sig_sigs, both & 0xff);
	if (!name)
		label_value(t->w, "%s %s (0x%04x)", hash ? hash : "Unknown", sig ? sig : "Unknown",
			    both);
	t->w->depth++;
	peek.at -= 2;
	put_value(t->w, TLS_SIG_HASH, peek.at, 1, both >> 8);
	put_value(t->w, TLS_SIG_SIG, peek.at + 1, 1, both & 0xff);
	t->w->depth--;
}

void tls_signature_algorithms(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_SIGS_LEN, 2, 2, UINT16_MAX - 1);
	uint32_t n = v.left.wire / 2, group = open_group(t->w, &v, TLS_SIGS, v.left.wire);

	label_whole(t->w, "Signature Hash Algorithms (%u algorithm%s)", n, plural(n));
	while (v.left.wire > 1 && !v.bad)
		tls_signature_algorithm(t, &v);
	tls_end_vector(t, &v);
	shut_group(t->w, group, NULL);
}

/* From TLS 1.2 on signatures say how they were made. */
static bool names_algorithm(const struct tls *t)
{
	return t->s->version == TLS1_2 || t->s->version == TLS1_3 || t->s->version == 0xfefd ||
	       t->s->version == 0xfefc;
}

void tls_signature(struct tls *t, struct cursor *c, unsigned len_row, unsigned row)
{
	if (names_algorithm(t))
		tls_signature_algorithm(t, c);
	tls_opaque(t, c, len_row, 2, row);
}

/* --- certificates --- */

static bool has_context(const struct tls *t)
{
	return t->s->version == TLS1_3 || t->s->version == 0xfefc;
}

static void put_certificate(struct tls *t, struct cursor *c)
{
	struct cursor der = tls_vector(t, c, TLS_CERT_LEN, 3, 1, 0xffffff);
	struct cursor all = der;
	uint32_t group;

	if (!der.left.wire)
		return;
	put(t->w, &all, TLS_CERT, all.left.wire);
	group = t->w->last;
	t->w->depth++;
	if (t->certificate)
		walk_part(t->w, t->certificate, der);
	t->w->depth--;
	t->w->last = group;
	if (has_context(t))
		tls_extensions(t, c);
}

void tls_certificates(struct tls *t, struct cursor *c)
{
	struct cursor v;
	uint32_t group;

	if (has_context(t))
		tls_opaque(t, c, TLS_CONTEXT_LEN, 1, TLS_CONTEXT);
	v = tls_vector(t, c, TLS_CERTS_LEN, 3, 0, 0xffffff);
	if (!v.left.wire)
		return;
	group = open_group(t->w, &v, TLS_CERTS, v.left.wire);
	label_whole(t->w, "Certificates (%u bytes)", v.left.wire);
	while (v.left.wire && !v.bad)
		put_certificate(t, &v);
	shut_group(t->w, group, NULL);
	if (v.bad)
		c->bad = v.bad;
}

void tls_authorities(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_DNAMES_LEN, 2, 0, UINT16_MAX), name;
	uint32_t group;

	if (!v.left.wire)
		return;
	group = open_group(t->w, &v, TLS_DNAMES, v.left.wire);
	label_whole(t->w, "Distinguished Names (%u byte%s)", v.left.wire, plural(v.left.wire));
	while (v.left.wire && !v.bad) {
		uint32_t one;

		name = tls_vector(t, &v, TLS_DNAME_LEN, 2, 1, UINT16_MAX);
		one = open_group(t->w, &name, TLS_DNAME, name.left.wire);
		label_whole(t->w, "Distinguished Name:");
		if (t->name)
			walk_part(t->w, t->name, name);
		shut_group(t->w, one, NULL);
	}
	shut_group(t->w, group, NULL);
}

static void put_request(struct tls *t, struct cursor *c)
{
	struct cursor v;
	uint32_t group, n;

	if (has_context(t)) {
		tls_opaque(t, c, TLS_CONTEXT_LEN, 1, TLS_CONTEXT);
		tls_extensions(t, c);
		return;
	}
	v = tls_vector(t, c, TLS_CERT_TYPES_N, 1, 1, UINT8_MAX);
	n = v.left.wire;
	group = open_group(t->w, &v, TLS_CERT_TYPES, n);
	label_whole(t->w, "Certificate types (%u type%s)", n, plural(n));
	while (v.left.wire && !v.bad)
		put(t->w, &v, TLS_CERT_TYPE, 1);
	shut_group(t->w, group, NULL);
	if (t->s->version == TLS1_2 || t->s->version == 0xfefd)
		tls_signature_algorithms(t, c);
	tls_authorities(t, c);
}

static void put_verify(struct tls *t, struct cursor *c)
{
	static const char words[] = "Signature with client's private key";
	uint32_t group;

	if (!names_algorithm(t)) {
		tls_signature(t, c, TLS_VRFY_LEN, TLS_VRFY_SIG);
		return;
	}
	group = tls_group(t, c, c->left.wire, words);
	tls_signature(t, c, TLS_VRFY_LEN, TLS_VRFY_SIG);
	shut_group(t->w, group, c);
}

void tls_status(struct tls *t, struct cursor *c)
{
	unsigned type = (unsigned)put(t->w, c, TLS_STATUS_TYPE, 1);
	struct cursor v = *c;

	if (type == 2) /* several */
		v = tls_vector(t, c, TLS_OCSP_LIST_LEN, 3, 1, 0xffffff);
	while (v.left.wire && !v.bad) {
		struct cursor one = tls_vector(t, &v, TLS_OCSP_LEN, 3, 1, 0xffffff);

		if (t->status && one.left.wire)
			walk_inside(t->w, t->status, one);
		if (type != 2)
			break;
	}
	if (type != 2)
		*c = v;
}

/* --- the rest --- */

static void put_ticket(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "TLS Session Ticket");

	put(t->w, c, TLS_TICKET_HINT, 4);
	if (has_context(t)) {
		put(t->w, c, TLS_TICKET_AGE_ADD, 4);
		tls_opaque(t, c, TLS_TICKET_NONCE_LEN, 1, TLS_TICKET_NONCE);
	}
	tls_opaque(t, c, TLS_TICKET_LEN, 2, TLS_TICKET);
	if (has_context(t))
		tls_extensions(t, c);
	shut_group(t->w, group, c);
}

static void put_finished(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_VERIFY_DATA, c->left.wire);
}

static void put_done(struct tls *t, struct cursor *c)
{
	(void)c;
	t->s->resumed = false;
}

static void put_key_update(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_KEY_UPDATE, 1);
}

static void put_compressed(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_CC_ALG, 2);
	put(t->w, c, TLS_CC_SIZE, 3);
	tls_opaque(t, c, TLS_CC_MSG_LEN, 3, TLS_CC_MSG);
}

static void put_verify_request(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_HS_VERSION, 2);
	if (t->cookie)
		tls_opaque(t, c, t->cookie_len, 1, t->cookie);
}

static void put_retry(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_HS_VERSION, 2);
	put(t->w, c, TLS_SUITE, 2);
	tls_extensions(t, c);
}

void tls_message(struct tls *t, struct cursor *c)
{
	static void (*const readers[])(struct tls *, struct cursor *) = {
		[1] = tls_hello,          [2] = tls_hello,
		[3] = put_verify_request, [4] = put_ticket,
		[6] = put_retry,          [8] = tls_extensions,
		[11] = tls_certificates,  [12] = tls_server_exchange,
		[13] = put_request,       [14] = put_done,
		[15] = put_verify,        [16] = tls_client_exchange,
		[20] = put_finished,      [22] = tls_status,
		[24] = put_key_update,    [25] = put_compressed,
	};

	if (t->message < COUNT(readers) && readers[t->message])
		readers[t->message](t, c);
}
