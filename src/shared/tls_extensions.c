/* SPDX-License-Identifier: BSD-2-Clause */
/* The extensions of TLS's and DTLS's messages. */
/* RFC 8446, 4.2, and the documents that the rows name. */
#include "shared/tls.h"

/* A list of items that one row shows, each of `octets` octets. */
static void put_list(struct tls *t, struct cursor v, unsigned row, unsigned octets)
{
	while (v.left.wire >= octets && !v.bad)
		put(t->w, &v, row, octets);
	tls_end_vector(t, &v);
}

/* A list of names, each with its length, below a row that heads it. */
static void put_names(struct tls *t, struct cursor v, unsigned head, unsigned len_row, unsigned row)
{
	uint32_t group = open_group(t->w, &v, head, v.left.wire);

	while (v.left.wire && !v.bad)
		tls_opaque(t, &v, len_row, 1, row);
	shut_group(t->w, group, NULL);
}

static void server_name(struct tls *t, struct cursor *c)
{
	struct cursor v;
	uint32_t group;

	if (!c->left.wire)
		return;
	group = tls_group(t, c, c->left.wire, "Server Name Indication extension");
	v = tls_vector(t, c, TLS_SNI_LEN, 2, 1, UINT16_MAX);
	while (v.left.wire && !v.bad) {
		put(t->w, &v, TLS_SNI_TYPE, 1);
		tls_opaque(t, &v, TLS_SNI_NAME_LEN, 2, TLS_SNI_NAME);
	}
	shut_group(t->w, group, NULL);
}

static void max_fragment(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_MAX_FRAGMENT, 1);
}

static void put_request_status(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_STATUS_IDS_LEN, 2, 0, UINT16_MAX);

	if (v.left.wire)
		expert(t->w, TLS_STATUS_UNDECODED, NULL);
	v = tls_vector(t, c, TLS_STATUS_EXTS_LEN, 2, 0, UINT16_MAX);
	if (v.left.wire)
		expert(t->w, TLS_STATUS_UNDECODED, NULL);
}

static void status_request(struct tls *t, struct cursor *c)
{
	if (t->message != HS_CLIENT_HELLO) {
		if (c->left.wire)
			tls_status(t, c);
		return;
	}
	put(t->w, c, TLS_STATUS_TYPE, 1);
	put_request_status(t, c);
}

static void status_request_v2(struct tls *t, struct cursor *c)
{
	struct cursor v;

	if (t->message != HS_CLIENT_HELLO || !c->left.wire)
		return;
	v = tls_vector(t, c, TLS_STATUS_LIST_LEN, 2, 1, UINT16_MAX);
	while (v.left.wire && !v.bad) {
		struct cursor one;

		put(t->w, &v, TLS_STATUS_TYPE, 1);
		one = tls_vector(t, &v, TLS_STATUS_LEN, 2, 0, UINT16_MAX);
		put_request_status(t, &one);
	}
}

/* RFC 6091, 3.2 and RFC 7250, 3: the client lists, the server picks. */
static void cert_type(struct tls *t, struct cursor *c)
{
	struct cursor v;
	uint32_t group;

	if (t->message != HS_CLIENT_HELLO) {
		put(t->w, c, TLS_CT_TYPE, 1);
		return;
	}
	v = tls_vector(t, c, TLS_CT_TYPES_LEN, 1, 1, UINT8_MAX);
	group = open_group(t->w, &v, TLS_CT_TYPES, v.left.wire);
	label_whole(t->w, "Certificate Type List (%u)", v.left.wire);
	put_list(t, v, TLS_CT_TYPE, 1);
	shut_group(t->w, group, NULL);
}

static void groups(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_GROUPS_LEN, 2, 2, UINT16_MAX - 1);
	uint32_t n = v.left.wire / 2, group = open_group(t->w, &v, TLS_GROUPS, v.left.wire);

	label_whole(t->w, "Supported Groups (%u group%s)", n, plural(n));
	put_list(t, v, TLS_GROUP, 2);
	shut_group(t->w, group, NULL);
}

static void point_formats(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_POINTS_LEN, 1, 1, UINT8_MAX);
	uint32_t group = open_group(t->w, &v, TLS_POINTS, v.left.wire);

	label_whole(t->w, "Elliptic curves point formats (%u)", v.left.wire);
	put_list(t, v, TLS_POINT, 1);
	shut_group(t->w, group, NULL);
}

static void srp(struct tls *t, struct cursor *c)
{
	tls_opaque(t, c, TLS_SRP_LEN, 1, TLS_SRP_NAME);
}

static void heartbeat(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_HB_MODE, 1);
}

/* Application protocols as servers choose them; longer names first where one begins another. */
static const char *application(struct span name)
{
	static const struct {
		const char *name, *title;
		bool begins;
	} known[] = {
		{"http/1.1", "Hypertext Transfer Protocol", false},
		{"http/1.0", "Hypertext Transfer Protocol", false},
		{"h2", "HyperText Transfer Protocol 2", true},
		{"spdy/", "SPDY", true},
		{"imap", "Internet Message Access Protocol", false},
		{"pop3", "Post Office Protocol", false},
		{"dot", "Domain Name System", false},
		{"mqtt", "MQ Telemetry Transport Protocol", false},
		{"smb", "SMB2 (Server Message Block Protocol version 2)", false},
		{"xmpp-", "XMPP Protocol", true},
		{"ftp", "File Transfer Protocol (FTP)", false},
		{"stun.", "Session Traversal Utilities for NAT", true},
	};

	for (unsigned i = 0; i < COUNT(known); i++) {
		uint32_t n = (uint32_t)strlen(known[i].name);

		if (known[i].begins ? name.cap >= n : name.cap == n)
			if (!memcmp(name.p, known[i].name, n))
				return known[i].title;
	}
	return NULL;
}

void tls_alpn(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_ALPN_LEN, 2, 2, UINT16_MAX), first = v;
	const char *title;

	put_names(t, v, TLS_ALPN_LIST, TLS_ALPN_STR_LEN, TLS_ALPN_STR);
	if (t->message != HS_SERVER_HELLO)
		return;
	first = cursor_first(first, u8(&first));
	title = application(first.left);
	if (title)
		t->s->application = title;
}

void tls_alps(struct tls *t, struct cursor *c)
{
	struct cursor v;

	if (t->message != HS_CLIENT_HELLO) {
		put(t->w, c, TLS_ALPS_SETTINGS, c->left.wire);
		return;
	}
	v = tls_vector(t, c, TLS_ALPS_LEN, 2, 2, UINT16_MAX);
	put_names(t, v, TLS_ALPS_LIST, TLS_ALPS_STR_LEN, TLS_ALPS_STR);
}

static void npn(struct tls *t, struct cursor *c)
{
	while (c->left.wire && !c->bad)
		tls_opaque(t, c, TLS_NPN_STR_LEN, 1, TLS_NPN);
}

static void put_sct(struct tls *t, struct cursor v)
{
	struct cursor peek = v;
	uint64_t ms;

	put(t->w, &v, TLS_SCT_VERSION, 1);
	put(t->w, &v, TLS_SCT_LOG, 32);
	cursor_pull(&peek, 33);
	ms = u64(&peek);
	if (!peek.bad)
		put_value(t->w, TLS_SCT_TIME, v.at, 8, ms > INT64_MAX / 1000000 ? 0 : ms * 1000000);
	cursor_pull(&v, 8);
	tls_opaque(t, &v, TLS_SCT_EXTS_LEN, 2, TLS_SCT_EXTS);
	tls_signature_algorithm(t, &v);
	tls_opaque(t, &v, TLS_SCT_SIG_LEN, 2, TLS_SCT_SIG);
	tls_end_vector(t, &v);
}

void tls_sct_list(struct tls *t, struct cursor *c)
{
	struct cursor v;

	if (!c->left.wire)
		return;
	v = tls_vector(t, c, TLS_SCTS_LEN, 2, 1, UINT16_MAX);
	while (v.left.wire && !v.bad) {
		struct cursor one = tls_vector(t, &v, TLS_SCT_LEN, 2, 1, UINT16_MAX);
		uint32_t group = tls_group(t, &one, one.left.wire, "Signed Certificate Timestamp");

		put_sct(t, one);
		shut_group(t->w, group, NULL);
	}
}

static void padding(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_PADDING, c->left.wire);
}

static void compress(struct tls *t, struct cursor *c)
{
	put_list(t, tls_vector(t, c, TLS_CC_LEN, 1, 2, UINT8_MAX - 1), TLS_CC_ALG, 2);
}

static void size_limit(struct tls *t, struct cursor *c)
{
	put(t->w, c, TLS_SIZE_LIMIT, 2);
}

static void ticket(struct tls *t, struct cursor *c)
{
	uint32_t n = c->left.wire;

	put(t->w, c, TLS_EXT_DATA, n);
	label_whole(t->w, "Data (%u byte%s)", n, plural(n));
}

static void put_share(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned which = u16(&peek), n = u16(&peek);
	const char *name = word_for(&tls_groups, which);
	uint32_t group = tls_group(t, c, 4 + n, "");

	label_whole(t->w, "Key Share Entry: Group: %s, Key Exchange length: %u",
		    name ? name : "Unknown", n);
	put(t->w, c, TLS_SHARE_GROUP, 2);
	tls_opaque(t, c, TLS_SHARE_LEN, 2, TLS_SHARE_KEY);
	shut_group(t->w, group, c);
}

static void key_share(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "Key Share extension");

	if (t->message == HS_CLIENT_HELLO) {
		struct cursor v = tls_vector(t, c, TLS_SHARES_LEN, 2, 0, UINT16_MAX);

		while (v.left.wire && !v.bad)
			put_share(t, &v);
	} else if (c->left.wire == 2) {
		put(t->w, c, TLS_SHARE_SELECTED, 2);
		label_tail(t->w, "%s", "");
	} else {
		put_share(t, c);
	}
	shut_group(t->w, group, NULL);
}

static void put_identities(struct tls *t, struct cursor v)
{
	while (v.left.wire && !v.bad) {
		struct cursor peek = v;
		unsigned n = u16(&peek);
		uint32_t group = tls_group(t, &v, 6 + n, "");

		label_whole(t->w, "PSK Identity (length: %u)", n);
		tls_opaque(t, &v, TLS_PSK_ID_LEN, 2, TLS_PSK_ID);
		put(t->w, &v, TLS_PSK_AGE, 4);
		shut_group(t->w, group, &v);
	}
}

static void pre_shared_key(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "Pre-Shared Key extension");
	struct cursor v;

	if (t->message == HS_CLIENT_HELLO) {
		put_identities(t, tls_vector(t, c, TLS_PSK_IDS_LEN, 2, 7, UINT16_MAX));
		v = tls_vector(t, c, TLS_PSK_BINDERS_LEN, 2, 33, UINT16_MAX);
		put(t->w, &v, TLS_PSK_BINDERS, v.left.wire);
	} else {
		put(t->w, c, TLS_PSK_SELECTED, 2);
	}
	shut_group(t->w, group, NULL);
}

static void early_data(struct tls *t, struct cursor *c)
{
	if (c->left.wire == 4)
		put(t->w, c, TLS_EARLY_SIZE, 4);
}

static void versions(struct tls *t, struct cursor *c)
{
	if (t->message == HS_CLIENT_HELLO)
		put_list(t, tls_vector(t, c, TLS_VERSIONS_LEN, 1, 2, UINT8_MAX - 1), TLS_VERSION_OK,
			 2);
	else
		put(t->w, c, TLS_VERSION_OK, 2);
}

static void cookie(struct tls *t, struct cursor *c)
{
	tls_opaque(t, c, TLS_EXT_COOKIE_LEN, 2, TLS_EXT_COOKIE);
}

static void psk_modes(struct tls *t, struct cursor *c)
{
	put_list(t, tls_vector(t, c, TLS_PSK_MODES_LEN, 1, 1, UINT8_MAX), TLS_PSK_MODE, 1);
}

static void oid_filters(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_FILTERS_LEN, 2, 0, UINT16_MAX);

	while (v.left.wire && !v.bad) {
		tls_opaque(t, &v, TLS_FILTER_OID_LEN, 1, TLS_FILTER_OID);
		tls_vector(t, &v, TLS_FILTER_VALUES_LEN, 2, 0, UINT16_MAX);
	}
}

static void delegated(struct tls *t, struct cursor *c)
{
	if (t->message == HS_CLIENT_HELLO) {
		tls_signature_algorithms(t, c);
		return;
	}
	put(t->w, c, TLS_CRED_TIME, 4);
	tls_signature_algorithm(t, c);
	tls_opaque(t, c, TLS_CRED_KEY_LEN, 3, TLS_CRED_KEY);
	tls_signature_algorithm(t, c);
	tls_opaque(t, c, TLS_CRED_SIG_LEN, 2, TLS_CRED_SIG);
}

static void connection_id(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c;

	t->s->cid_len[!t->server] = u8(&peek);
	tls_opaque(t, c, TLS_CID_LEN, 1, TLS_CID);
}

static void renegotiation(struct tls *t, struct cursor *c)
{
	uint32_t group = tls_group(t, c, c->left.wire, "Renegotiation Info extension");

	tls_opaque(t, c, TLS_RENEG_LEN, 1, TLS_RENEG);
	shut_group(t->w, group, NULL);
}

static void esni(struct tls *t, struct cursor *c)
{
	if (t->message != HS_CLIENT_HELLO) {
		put(t->w, c, TLS_ESNI_NONCE, 16);
		return;
	}
	put(t->w, c, TLS_ESNI_SUITE, 2);
	put_share(t, c);
	tls_opaque(t, c, TLS_ESNI_DIGEST_LEN, 2, TLS_ESNI_DIGEST);
	tls_opaque(t, c, TLS_ESNI_LEN, 2, TLS_ESNI);
}

static void nothing(struct tls *t, struct cursor *c)
{
	(void)t;
	(void)c;
}

/* Sorted by type. */
static const struct {
	uint16_t type;
	void (*read)(struct tls *, struct cursor *);
} known[] = {
	{0, server_name},
	{1, max_fragment},
	{5, status_request},
	{9, cert_type},
	{10, groups},
	{11, point_formats},
	{12, srp},
	{13, tls_signature_algorithms},
	{15, heartbeat},
	{16, tls_alpn},
	{17, status_request_v2},
	{18, tls_sct_list},
	{19, cert_type},
	{20, cert_type},
	{21, padding},
	{22, nothing},
	{23, nothing},
	{27, compress},
	{28, size_limit},
	{34, delegated},
	{35, ticket},
	{40, key_share},
	{41, pre_shared_key},
	{42, early_data},
	{43, versions},
	{44, cookie},
	{45, psk_modes},
	{47, tls_authorities},
	{48, oid_filters},
	{49, nothing},
	{50, tls_signature_algorithms},
	{51, key_share},
	{53, connection_id},
	{54, connection_id},
	{13172, npn},
	{17513, tls_alps},
	{65281, renegotiation},
	{65486, esni},
};

static void put_data(struct tls *t, struct cursor *c, unsigned type)
{
	for (unsigned i = 0; i < COUNT(known); i++)
		if (known[i].type == type) {
			known[i].read(t, c);
			return;
		}
	if (!t->own_extension || !t->own_extension(t, c, type))
		put(t->w, c, TLS_EXT_DATA, c->left.wire);
}

static void put_extension(struct tls *t, struct cursor *c)
{
	struct cursor peek = *c, v;
	unsigned type = u16(&peek), len = u16(&peek);
	const char *name = word_for(&tls_extension_types, type);
	uint32_t group = tls_group(t, c, 4 + len, "");

	if (name)
		label_whole(t->w, "Extension: %s (len=%u)", name, len);
	else
		label_whole(t->w, "Extension: Unknown type %u (len=%u)", type, len);
	put(t->w, c, TLS_EXT_TYPE, 2);
	v = tls_vector(t, c, TLS_EXT_LEN, 2, 0, UINT16_MAX);
	put_data(t, &v, type);
	tls_end_vector(t, &v);
	shut_group(t->w, group, NULL);
	if (v.bad && !c->bad)
		c->bad = v.bad;
}

void tls_extensions(struct tls *t, struct cursor *c)
{
	struct cursor v = tls_vector(t, c, TLS_EXTS_LEN, 2, 0, UINT16_MAX);

	while (v.left.wire && !v.bad)
		put_extension(t, &v);
	if (v.bad && !c->bad)
		c->bad = v.bad;
}
