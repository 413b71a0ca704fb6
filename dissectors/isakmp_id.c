/* SPDX-License-Identifier: BSD-2-Clause */
/* ISAKMP: who the ends are: identities, certificates, traffic selectors. */
/* RFC 2407, 4.6.2; RFC 2408, 3.8 to 3.10; RFC 7296, 3.5 to 3.7 and 3.13. */
#include "shared/ip.h"
#include "shared/isakmp.h"
#include "shared/media.h"

enum {
	IDENTITY,
	ID_TYPE_1 = IKE_OWN,
	ID_TYPE_2,
	ID_PROTOCOL,
	ID_PORT,
	ID_DATA,
	ID_IPV4,
	ID_FQDN,
	ID_USER,
	ID_MASK,
	ID_IPV4_FIRST,
	ID_IPV4_LAST,
	ID_IPV6,
	ID_IPV6_MASK,
	ID_IPV6_FIRST,
	ID_IPV6_LAST,
	ID_KEY,
	ID_NAME,
	CERT_1,
	CERT_2,
	CERT_DATA,
	CERT_HASH,
	CERT_URL,
	REQ_1,
	REQ_2,
	AUTHORITY_NAME,
	AUTHORITY,
	TS_COUNT,
	TS,
	TS_TYPE,
	TS_PROTOCOL,
	TS_LEN,
	TS_PORT_1,
	TS_PORT_2,
	TS_IPV4_1,
	TS_IPV4_2,
	TS_IPV6_1,
	TS_IPV6_2,
	TS_FC_1,
	TS_FC_2,
	TS_R_CTL_1,
	TS_R_CTL_2,
	TS_TYPE_1,
	TS_TYPE_2,
};

/* Types of payloads, of identities, of certificates, of selectors. */
enum { CERTREQ_1 = 7, CERTREQ_2 = 38, CERTIFICATE_1 = 6, CERTIFICATE_2 = 37, TS_I = 44, TS_R = 45 };
enum { X509_SIGNATURE = 4, HASH_AND_URL = 12 };
enum { SELECT_IPV4 = 7, SELECT_IPV6, SELECT_FC };
/* Parts that read DER: the values of "asn1.der". */
enum { PART_CERTIFICATE, PART_NAME };

static const struct word ids_2[] = {
	{0, "RESERVED"},           {1, "IPV4_ADDR"}, {2, "FQDN"},          {3, "ID_RFC822_ADDR"},
	{4, "Unassigned"},         {5, "IPV6_ADDR"}, {6, "Unassigned", 8}, {9, "DER_ASN1_DN"},
	{10, "DER_ASN1_GN"},       {11, "KEY_ID"},   {12, "KEY_LIST"},     {13, "Future use", 200},
	{201, "Private Use", 255},
};

static const struct word certs_1[] = {
	{0, "NONE"},
	{1, "PKCS #7 wrapped X.509 certificate"},
	{2, "PGP Certificate"},
	{3, "DNS Signed Key"},
	{4, "X.509 Certificate - Signature"},
	{5, "X.509 Certificate - Key Exchange"},
	{6, "Kerberos Tokens"},
	{7, "Certificate Revocation List (CRL)"},
	{8, "Authority Revocation List (ARL)"},
	{9, "SPKI Certificate"},
	{10, "X.509 Certificate - Attribute"},
	{11, "RESERVED", 255},
};

static const struct word certs_2[] = {
	{0, "RESERVED"},
	{1, "PKCS #7 wrapped X.509 certificate"},
	{2, "PGP Certificate"},
	{3, "DNS Signed Key"},
	{4, "X.509 Certificate - Signature"},
	{5, "*undefined by any document*"},
	{6, "Kerberos Tokens"},
	{7, "Certificate Revocation List (CRL)"},
	{8, "Authority Revocation List (ARL)"},
	{9, "SPKI Certificate"},
	{10, "X.509 Certificate - Attribute"},
	{11, "Raw RSA Key"},
	{12, "Hash and URL of X.509 certificate"},
	{13, "Hash and URL of X.509 bundle"},
	{14, "OCSP Content"},
	{15, "RESERVED to IANA", 200},
	{201, "PRIVATE USE", 255},
};

static const struct word ts_types[] = {
	{0, "Reserved", 6},      {7, "TS_IPV4_ADDR_RANGE"}, {8, "TS_IPV6_ADDR_RANGE"},
	{9, "TS_FC_ADDR_RANGE"}, {10, "Future use", 240},   {241, "Private use", 255},
};

/* 0 is no protocol, and no port. */
static void form_protocol(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(&ip_protocols, n->u);

	(void)r;
	if (n->u)
		text_format(t, "%s (%u)", word ? word : "Unknown", (unsigned)n->u);
	else
		text_put(t, "Unused");
}

static void form_port(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	if (n->u)
		text_u64(t, n->u);
	else
		text_put(t, "Unused");
}

#define ROW(row, filter, label, ...) [row] = {"isakmp." filter, label, __VA_ARGS__}

static const struct field fields[] = {
	[IDENTITY] = {"isakmp.id", "Identification", PROTO},
	IKE_HEAD_FIELDS,
	ROW(ID_TYPE_1, "id.type", "ID type", U8, DEC, .words = &ike_ids_1,
	    .help = "What kind of name", .ref = "RFC 2407, 4.6.2.1"),
	ROW(ID_TYPE_2, "id.type", "ID type", U8, DEC, WORDS(ids_2), .help = "What kind of name",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_PROTOCOL, "id.protoid", "Protocol ID", U8, DEC, .words = &ip_protocols,
	    .form = form_protocol, .help = "For which protocol; 0: for all",
	    .ref = "RFC 2407, 4.6.2"),
	ROW(ID_PORT, "id.port", "Port", U16, DEC, .form = form_port,
	    .help = "For which port; 0: for all", .ref = "RFC 2407, 4.6.2"),
	ROW(ID_DATA, "id.data", "Identification Data:", NONE, .help = "The name",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_IPV4, "id.data.ipv4_addr", "ID_IPV4_ADDR", IPV4, .help = "An address",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_FQDN, "id.data.fqdn", "ID_FQDN", STRING, .traits = ZSTRING, .help = "A host's name",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_USER, "id.data.user_fqdn", "ID_FQDN", STRING, .traits = ZSTRING,
	    .help = "A mail address", .ref = "RFC 7296, 3.5"),
	ROW(ID_MASK, "id.data.ipv4_subnet", "ID_IPV4_SUBNET", IPV4, .help = "A network's mask",
	    .ref = "RFC 2407, 4.6.2.5"),
	ROW(ID_IPV4_FIRST, "id.data.ipv4_range_start", "ID_IPV4_RANGE (Start)", IPV4,
	    .help = "The first address", .ref = "RFC 2407, 4.6.2.8"),
	ROW(ID_IPV4_LAST, "id.data.ipv4_range_end", "ID_IPV4_RANGE (End)", IPV4,
	    .help = "The last address", .ref = "RFC 2407, 4.6.2.8"),
	ROW(ID_IPV6, "id.data.ipv6_addr", "ID_IPV6_ADDR", IPV6, .help = "An address",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_IPV6_MASK, "id.data.ipv6_subnet", "ID_IPV6A_ADDR_SUBNET", IPV6,
	    .help = "A network's mask", .ref = "RFC 2407, 4.6.2.7"),
	ROW(ID_IPV6_FIRST, "id.data.ipv6_range_start", "ID_IPV6_ADDR_RANGE (Start)", IPV6,
	    .help = "The first address", .ref = "RFC 2407, 4.6.2.9"),
	ROW(ID_IPV6_LAST, "id.data.ipv6_range_end", "ID_IPV6_ADDR_RANGE (End)", IPV6,
	    .help = "The last address", .ref = "RFC 2407, 4.6.2.9"),
	ROW(ID_KEY, "id.data.key_id", "ID_KEY_ID", BYTES, .help = "A name among the two ends",
	    .ref = "RFC 7296, 3.5"),
	ROW(ID_NAME, "id.data.der_asn1_dn", "ID_DER_ASN1_DN", U32, DEC,
	    .help = "A directory's name", .ref = "RFC 7296, 3.5"),
	ROW(CERT_1, "cert.encoding", "Certificate Encoding", U8, DEC, WORDS(certs_1),
	    .help = "What kind of certificate", .ref = "RFC 2408, 3.9"),
	ROW(CERT_2, "cert.encoding", "Certificate Encoding", U8, DEC, WORDS(certs_2),
	    .help = "What kind of certificate", .ref = "RFC 7296, 3.6"),
	ROW(CERT_DATA, "cert.data", "Certificate Data", NONE, .help = "The certificate",
	    .ref = "RFC 7296, 3.6"),
	ROW(CERT_HASH, "cert.x509.hash", "Hash", BYTES, .help = "The certificate's SHA-1",
	    .ref = "RFC 7296, 3.6"),
	ROW(CERT_URL, "cert.x509.url", "URL", STRING, .help = "Where it can be had",
	    .ref = "RFC 7296, 3.6"),
	ROW(REQ_1, "certreq.type", "Certificate Type", U8, DEC, WORDS(certs_1),
	    .help = "What kind is wanted", .ref = "RFC 2408, 3.10"),
	ROW(REQ_2, "certreq.type", "Certificate Type", U8, DEC, WORDS(certs_2),
	    .help = "What kind is wanted", .ref = "RFC 7296, 3.7"),
	ROW(AUTHORITY_NAME, "ike.certreq.authority.sig", "Certificate Authority Signature", U32,
	    DEC, .help = "From whom: a directory's name", .ref = "RFC 2408, 3.10"),
	ROW(AUTHORITY, "ike.certreq.authority", "Certificate Authority Data", BYTES,
	    .help = "From whom: the SHA-1 of a key", .ref = "RFC 7296, 3.7"),
	ROW(TS_COUNT, "ts.number", "Number of Traffic Selectors", U8, DEC,
	    .help = "How many follow", .ref = "RFC 7296, 3.13"),
	ROW(TS, "ts.data", "Traffic Selector", NONE, .help = "What the association carries",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_TYPE, "ts.type", "Traffic Selector Type", U8, DEC, WORDS(ts_types),
	    .help = "What kind of addresses", .ref = "RFC 7296, 3.13.1"),
	ROW(TS_PROTOCOL, "ts.protoid", "Protocol ID", U8, DEC, .words = &ip_protocols,
	    .form = form_protocol, .help = "For which protocol; 0: for all",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_LEN, "ts.selector_length", "Selector Length", U16, DEC, .help = "Octets of it",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_PORT_1, "ts.start_port", "Start Port", U16, DEC, .help = "The first port",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_PORT_2, "ts.end_port", "End Port", U16, DEC, .help = "The last port",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_IPV4_1, "ts.start_ipv4", "Starting Addr", IPV4, .help = "The first address",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_IPV4_2, "ts.end_ipv4", "Ending Addr", IPV4, .help = "The last address",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_IPV6_1, "ts.start_ipv6", "Starting Addr", IPV6, .help = "The first address",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_IPV6_2, "ts.end_ipv6", "Ending Addr", IPV6, .help = "The last address",
	    .ref = "RFC 7296, 3.13.1"),
	ROW(TS_FC_1, "ts.start_fc", "Starting Addr", U32, DEC, .help = "The first address",
	    .ref = "RFC 4595, 4.4"),
	ROW(TS_FC_2, "ts.end_fc", "Ending Addr", U32, DEC, .help = "The last address",
	    .ref = "RFC 4595, 4.4"),
	ROW(TS_R_CTL_1, "ts.start_r_ctl", "Starting R_CTL", U8, DEC, .help = "The first frame type",
	    .ref = "RFC 4595, 4.4"),
	ROW(TS_R_CTL_2, "ts.end_r_ctl", "Ending R_CTL", U8, DEC, .help = "The last frame type",
	    .ref = "RFC 4595, 4.4"),
	ROW(TS_TYPE_1, "ts.start_type", "Starting Type", U8, DEC, .help = "The first protocol",
	    .ref = "RFC 4595, 4.4"),
	ROW(TS_TYPE_2, "ts.end_type", "Ending Type", U8, DEC, .help = "The last protocol",
	    .ref = "RFC 4595, 4.4"),
};

/* --- identities --- */

/* Identities that are one row, or two of the same kind. */
static const struct {
	uint16_t first, second;
	uint8_t octets; /* of each; 0: all there are */
} shapes[] = {
	[1] = {ID_IPV4, 0, 4},
	[2] = {ID_FQDN, 0, 0},
	[3] = {ID_USER, 0, 0},
	[4] = {ID_IPV4, ID_MASK, 4},
	[5] = {ID_IPV6, 0, 16},
	[6] = {ID_IPV6, ID_IPV6_MASK, 16},
	[7] = {ID_IPV4_FIRST, ID_IPV4_LAST, 4},
	[8] = {ID_IPV6_FIRST, ID_IPV6_LAST, 16},
	[11] = {ID_KEY, 0, 0},
};

#define DER_NAME 9

static void label_address(struct walk *w, struct cursor c, uint32_t group, unsigned octets,
			  const char *before)
{
	const uint8_t *p = cursor_pull(&c, octets);

	if (p)
		label_tail_of(w, group, "%s%s", before,
			      address_words(w, octets == 4 ? IPV4 : IPV6, p));
}

/* An identity of octets that nobody knows stands in the line. */
static void label_octets(struct walk *w, struct cursor c, uint32_t group)
{
	struct text t = {0};

	if (w->labels && c.left.cap) {
		text_hex_bytes(&t, c.left.p, c.left.cap, '\0');
		label_tail_of(w, group, "%s", text_string(&t));
	}
	text_close(&t);
}

static void put_name(struct walk *w, struct layer *l, struct cursor c)
{
	const struct plan *name = also_by(l, 1, PART_NAME);

	put_value(w, ID_NAME, c.at, c.left.cap, 0);
	w->depth++;
	if (name)
		walk_part(w, name, c);
	w->depth--;
}

static void put_shape(struct walk *w, struct cursor *c, unsigned type, uint32_t group, uint32_t len)
{
	uint32_t octets = shapes[type].octets;

	if (octets)
		label_address(w, *c, group, octets, "");
	else if (type != 11)
		label_tail_of(w, group, "%s", words_of(w, cursor_first(*c, len).left));
	put(w, c, shapes[type].first, octets ? octets : len);
	if (!shapes[type].second || c->bad)
		return;
	label_address(w, *c, group, octets, "/");
	put(w, c, shapes[type].second, octets);
}

/* Addresses are read past the payload's end, as Wireshark reads them. */
static void put_identity(struct walk *w, struct layer *l, struct cursor *c)
{
	bool old = ike_version(l) == 1;
	unsigned type = (unsigned)put(w, c, old ? ID_TYPE_1 : ID_TYPE_2, 1);
	uint32_t len = ike_body(l), group;

	if (old) {
		put(w, c, ID_PROTOCOL, 1);
		put(w, c, ID_PORT, 2);
	} else {
		put(w, c, IKE_RESERVED, 3);
	}
	len = len > 4 ? len - 4 : 0;
	group = open_group(w, c, ID_DATA, len);
	label_whole(w, "Identification Data:");
	if (c->bad)
		;
	else if (type == DER_NAME)
		put_name(w, l, cursor_first(*c, len));
	else if (type < COUNT(shapes) && shapes[type].first)
		put_shape(w, c, type, group, len);
	else
		label_octets(w, cursor_first(*c, len), group);
	shut_group(w, group, NULL);
}

/* --- certificates --- */

static void put_der(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *part = also_by(l, 1, PART_CERTIFICATE);
	struct cursor all = *c;

	put(w, c, CERT_DATA, c->left.wire);
	w->depth++;
	if (part && all.left.wire)
		walk_part(w, part, all);
	w->depth--;
}

static void put_certificate(struct walk *w, struct layer *l, struct cursor *c)
{
	bool old = ike_version(l) == 1;
	unsigned type = (unsigned)put(w, c, old ? CERT_1 : CERT_2, 1);

	if (!old && type == HASH_AND_URL) {
		put(w, c, CERT_HASH, 20);
		if (!c->bad)
			put(w, c, CERT_URL, c->left.wire);
	} else if (!c->bad) {
		put_der(w, l, c);
	}
}

static void put_request(struct walk *w, struct layer *l, struct cursor *c)
{
	bool old = ike_version(l) == 1;
	unsigned type = (unsigned)put(w, c, old ? REQ_1 : REQ_2, 1);
	const struct plan *name = also_by(l, 1, PART_NAME);

	if (old && type == X509_SIGNATURE && c->left.wire) {
		put_value(w, AUTHORITY_NAME, c->at, c->left.cap, 0);
		w->depth++;
		if (name)
			walk_part(w, name, *c);
		w->depth--;
	} else if (old && c->left.wire) {
		put(w, c, AUTHORITY, c->left.wire);
	}
	while (!old && c->left.wire && !c->bad)
		put(w, c, AUTHORITY, 20);
}

/* --- traffic selectors --- */

static void put_fibre_channel(struct walk *w, struct cursor *c)
{
	static const struct part ends[] = {
		{TS_R_CTL_1, 1}, {TS_R_CTL_2, 1}, {TS_TYPE_1, 1}, {TS_TYPE_2, 1}, {0, 0}};

	put(w, c, IKE_RESERVED, 1);
	put(w, c, TS_FC_1, 3);
	put(w, c, IKE_RESERVED, 1);
	put(w, c, TS_FC_2, 3);
	put_rows(w, c, ends);
}

static void put_range(struct walk *w, struct cursor *c, unsigned type)
{
	static const struct part ranges[2][5] = {
		{{TS_PORT_1, 2}, {TS_PORT_2, 2}, {TS_IPV4_1, 4}, {TS_IPV4_2, 4}, {0, 0}},
		{{TS_PORT_1, 2}, {TS_PORT_2, 2}, {TS_IPV6_1, 16}, {TS_IPV6_2, 16}, {0, 0}}};

	if (type == SELECT_IPV4 || type == SELECT_IPV6)
		put_rows(w, c, ranges[type - SELECT_IPV4]);
	else if (type == SELECT_FC)
		put_fibre_channel(w, c);
}

static void put_selector(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t group, len;

	cursor_pull(&peek, 1);
	len = u16(&peek);
	group = open_group(w, c, TS, len);
	label_tail(w, ": %s", row_word(w, TS_TYPE, type, "Unknown"));
	body = cursor_first(*c, len < 4 ? 4 : len);
	put(w, &body, TS_TYPE, 1);
	put(w, &body, type == SELECT_FC ? IKE_RESERVED : TS_PROTOCOL, 1);
	put(w, &body, TS_LEN, 2);
	put_range(w, &body, type);
	cursor_take(c, len < 4 ? 4 : len);
	shut_group(w, group, c);
	if (body.bad && !c->bad)
		c->bad = body.bad;
}

static void put_selectors(struct walk *w, struct cursor *c)
{
	uint32_t group = w->last;
	unsigned n = (unsigned)put(w, c, TS_COUNT, 1);

	label_tail_of(w, group, " # %u", n);
	put(w, c, IKE_RESERVED, 3);
	while (c->left.cap && !c->bad)
		put_selector(w, c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (ike_type(l)) {
	case CERTIFICATE_1:
	case CERTIFICATE_2:
		put_certificate(w, l, c);
		break;
	case CERTREQ_1:
	case CERTREQ_2:
		put_request(w, l, c);
		break;
	case TS_I:
	case TS_R:
		put_selectors(w, c);
		break;
	default:
		put_identity(w, l, c);
		break;
	}
}

#define AT_PAYLOAD(type)               \
	{                              \
		"isakmp.payload", type \
	}
static const struct hang hangs[] = {AT_PAYLOAD(IKE_ID),
				    AT_PAYLOAD(IKE_ID_INITIATOR),
				    AT_PAYLOAD(IKE_ID_RESPONDER),
				    AT_PAYLOAD(CERTIFICATE_1),
				    AT_PAYLOAD(CERTREQ_1),
				    AT_PAYLOAD(CERTIFICATE_2),
				    AT_PAYLOAD(CERTREQ_2),
				    AT_PAYLOAD(TS_I),
				    AT_PAYLOAD(TS_R),
				    {0}};

const struct proto proto_isakmp_id = {
	.brief = "ISAKMP",
	.no_column = true,
	.bare = true,
	.prefix = "isakmp",
	.spec = "RFC 7296",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"isakmp.payload", "asn1.der"}},
	.hangs = hangs,
	.rest = rest,
};
