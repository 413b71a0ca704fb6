/* SPDX-License-Identifier: BSD-2-Clause */
/* Online Certificate Status Protocol: whether certificates are revoked. */
/* RFC 6960. */
#include "shared/asn1.h"
#include "shared/media.h"

enum {
	OCSP,
	TBS_REQUEST,
	OPTIONAL_SIGNATURE,
	VERSION,
	REQUESTOR,
	REQUEST_LIST,
	REQUEST,
	REQUEST_EXTENSIONS,
	SIGNATURE_ALGORITHM,
	SIGNATURE,
	CERTS,
	CERTIFICATE,
	REQ_CERT,
	SINGLE_REQUEST_EXTENSIONS,
	HASH_ALGORITHM,
	NAME_HASH,
	KEY_HASH,
	SERIAL,
	STATUS,
	BYTES_ROW,
	RESPONSE_TYPE,
	BASIC,
	TBS_RESPONSE,
	RESPONDER,
	BY_NAME,
	BY_KEY,
	PRODUCED,
	RESPONSES,
	SINGLE,
	RESPONSE_EXTENSIONS,
	CERT_ID,
	CERT_STATUS,
	THIS_UPDATE,
	NEXT_UPDATE,
	SINGLE_EXTENSIONS,
	GOOD,
	REVOKED,
	UNKNOWN,
	REVOKED_AT,
	REASON,
	ALGORITHM_ID,
	PADDING,
};

static const struct word versions[] = {
	{0, "v1"},
	{1, "v2"},
	{2, "v3"},
};

static const struct word statuses[] = {
	{0, "successful"}, {1, "malformedRequest"}, {2, "internalError"},
	{3, "tryLater"},   {5, "sigRequired"},      {6, "unauthorized"},
};

static const struct word responders[] = {
	{1, "byName"},
	{2, "byKey"},
};

static const struct word cert_statuses[] = {
	{0, "good"},
	{1, "revoked"},
	{2, "unknown"},
};

static const struct word reasons[] = {
	{0, "unspecified"},        {1, "keyCompromise"}, {2, "cACompromise"},
	{3, "affiliationChanged"}, {4, "superseded"},    {5, "cessationOfOperation"},
	{6, "certificateHold"},    {8, "removeFromCRL"}, {9, "privilegeWithdrawn"},
	{10, "aaCompromise"},
};

#define ROW(row, filter, label, says, section, ...) \
	[row] = {"ocsp." filter, label, __VA_ARGS__, .help = says, .ref = section}

static const struct field fields[] = {
	[OCSP] = {"ocsp", "Online Certificate Status Protocol", PROTO},
	ROW(TBS_REQUEST, "tbsRequest_element", "tbsRequest", "What is asked", "4.1.1", NONE),
	ROW(OPTIONAL_SIGNATURE, "optionalSignature_element", "optionalSignature",
	    "The client's signature", "4.1.1", NONE),
	ROW(VERSION, "version", "version", "0: version 1", "4.1.1", I32, DEC, WORDS(versions)),
	ROW(REQUESTOR, "requestorName", "requestorName", "Who asks", "4.1.1", U32, DEC),
	ROW(REQUEST_LIST, "requestList", "requestList", "What is asked about", "4.1.1", U32, DEC),
	ROW(REQUEST, "Request_element", "Request", "One certificate", "4.1.1", NONE),
	ROW(REQUEST_EXTENSIONS, "requestExtensions", "requestExtensions",
	    "What else there is to say", "4.1.1", U32, DEC),
	ROW(SIGNATURE_ALGORITHM, "signatureAlgorithm_element", "signatureAlgorithm",
	    "How it is signed", "4.1.1", NONE),
	ROW(SIGNATURE, "signature", "signature", "The signature", "4.1.1", BYTES),
	ROW(CERTS, "certs", "certs", "Certificates of the signer", "4.1.1", U32, DEC),
	ROW(CERTIFICATE, "Certificate_element", "Certificate", "One of them", "4.1.1", NONE),
	ROW(REQ_CERT, "reqCert_element", "reqCert", "Which certificate", "4.1.1", NONE),
	ROW(SINGLE_REQUEST_EXTENSIONS, "singleRequestExtensions", "singleRequestExtensions",
	    "What else there is to say of it", "4.1.1", U32, DEC),
	ROW(HASH_ALGORITHM, "hashAlgorithm_element", "hashAlgorithm", "Which hash", "4.1.1", NONE),
	ROW(NAME_HASH, "issuerNameHash", "issuerNameHash", "Of the issuer's name", "4.1.1", BYTES),
	ROW(KEY_HASH, "issuerKeyHash", "issuerKeyHash", "Of the issuer's key", "4.1.1", BYTES),
	ROW(SERIAL, "serialNumber", "serialNumber", "The certificate's number", "4.1.1", BYTES),
	ROW(STATUS, "responseStatus", "responseStatus", "Whether there is an answer", "4.2.1", U32,
	    DEC, WORDS(statuses)),
	ROW(BYTES_ROW, "responseBytes_element", "responseBytes", "The answer", "4.2.1", NONE),
	ROW(RESPONSE_TYPE, "responseType.id", "ResponseType Id", "What kind of answer", "4.2.1",
	    STRING),
	ROW(BASIC, "BasicOCSPResponse_element", "BasicOCSPResponse", "An answer of the usual kind",
	    "4.2.1", NONE),
	ROW(TBS_RESPONSE, "tbsResponseData_element", "tbsResponseData", "What is signed", "4.2.1",
	    NONE),
	ROW(RESPONDER, "responderID", "responderID", "Who answers", "4.2.1", U32, DEC,
	    WORDS(responders)),
	ROW(BY_NAME, "byName", "byName", "Its name", "4.2.1", U32, DEC),
	ROW(BY_KEY, "byKey", "byKey", "Its key's hash", "4.2.1", BYTES),
	ROW(PRODUCED, "producedAt", "producedAt", "When it was signed", "4.2.1", ABSTIME, UTC),
	ROW(RESPONSES, "responses", "responses", "What is answered", "4.2.1", U32, DEC),
	ROW(SINGLE, "SingleResponse_element", "SingleResponse", "About one certificate", "4.2.1",
	    NONE),
	ROW(RESPONSE_EXTENSIONS, "responseExtensions", "responseExtensions",
	    "What else there is to say", "4.2.1", U32, DEC),
	ROW(CERT_ID, "certID_element", "certID", "Which certificate", "4.2.1", NONE),
	ROW(CERT_STATUS, "certStatus", "certStatus", "Whether it is good", "4.2.1", U32, DEC,
	    WORDS(cert_statuses)),
	ROW(THIS_UPDATE, "thisUpdate", "thisUpdate", "When that was known", "4.2.1", ABSTIME, UTC),
	ROW(NEXT_UPDATE, "nextUpdate", "nextUpdate", "Until when it holds", "4.2.1", ABSTIME, UTC),
	ROW(SINGLE_EXTENSIONS, "singleExtensions", "singleExtensions",
	    "What else there is to say of it", "4.2.1", U32, DEC),
	ROW(GOOD, "good_element", "good", "It isn't revoked", "4.2.1", NONE),
	ROW(REVOKED, "revoked_element", "revoked", "It is", "4.2.1", NONE),
	ROW(UNKNOWN, "unknown_element", "unknown", "Nobody knows", "4.2.1", NONE),
	ROW(REVOKED_AT, "revocationTime", "revocationTime", "Since when", "4.2.1", ABSTIME, UTC),
	ROW(REASON, "revocationReason", "revocationReason", "Why", "4.2.1", U32, DEC,
	    WORDS(reasons)),
	[ALGORITHM_ID] = {"x509af.algorithm.id", "Algorithm Id", OID, .traits = BORROWED,
			  .help = "Which algorithm", .ref = "RFC 5280, 4.1.1.2"},
	[PADDING] = {"ber.bitstring.padding", "Padding", U8, DEC, .traits = BORROWED,
		     .help = "Bits at the end that don't count", .ref = "X.690, 8.6"},
};

/* --- what X.509 reads --- */

static void ask(struct asn1 *a, struct cursor *c, unsigned what)
{
	struct der_state *s = (struct der_state *)a->l->state;
	const struct plan *x509 = also_by(a->l, 0, DER_CERTIFICATE);
	struct asn1_head h;

	if (!asn1_head(c, &h))
		return;
	s->ask = what;
	if (x509)
		walk_part(a->w, x509, cursor_first(*c, h.octets));
	cursor_take(c, h.octets);
}

static void read_extension(struct asn1 *a, struct cursor *c)
{
	ask(a, c, DER_ASK_EXTENSION);
}

static void read_certificate(struct asn1 *a, struct cursor *c)
{
	uint32_t group = open_group(a->w, c, CERTIFICATE, c->left.wire);

	ask(a, c, DER_ASK_CERTIFICATE);
	shut_group(a->w, group, c);
}

/* A GeneralName, whose tag is what its row shows. */
static void read_general_name(struct asn1 *a, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t group = open_value(a->w, REQUESTOR, c->at, u8(&peek) & 31);

	ask(a, c, DER_ASK_GENERAL_NAME);
	shut_group(a->w, group, c);
}

static void read_name(struct asn1 *a, struct cursor *c)
{
	uint32_t group = open_value(a->w, BY_NAME, c->at, 0);

	ask(a, c, DER_ASK_NAME);
	shut_group(a->w, group, c);
}

/* --- types --- */

static const struct der_type integer = {A_INTEGER}, octets = {A_OCTETS}, bits = {A_BITS},
			     time = {A_TIME}, oid = {A_OID}, null = {A_NULL}, any = {A_ANY},
			     enumerated = {A_INTEGER, 0x0a};
static const struct der_type any_extension = {A_ANY, .hook = read_extension};
static const struct der_part extension_items[] = {{0, &any_extension}};
static const struct der_type extensions = {A_SEQUENCE_OF, ASN1_PARTS(extension_items)};
static const struct der_type any_certificate = {A_ANY, .hook = read_certificate};
static const struct der_part certificate_items[] = {{0, &any_certificate}};
static const struct der_type certificates = {A_SEQUENCE_OF, ASN1_PARTS(certificate_items)};
static const struct der_type any_general_name = {A_ANY, .hook = read_general_name};
static const struct der_type any_name = {A_ANY, .hook = read_name};
static const struct der_part algorithm_parts[] = {{ALGORITHM_ID, &oid},
						  {0, &any, .optional = true}};
static const struct der_type algorithm = {A_SEQUENCE, ASN1_PARTS(algorithm_parts),
					  .told = asn1_tell_oid};
static const struct der_part id_parts[] = {{HASH_ALGORITHM, &algorithm},
					   {NAME_HASH, &octets},
					   {KEY_HASH, &octets},
					   {SERIAL, &integer}};
static const struct der_type cert_id = {A_SEQUENCE, ASN1_PARTS(id_parts)};

static const struct der_part request_parts[] = {
	{REQ_CERT, &cert_id},
	{SINGLE_REQUEST_EXTENSIONS, &extensions, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type request = {A_SEQUENCE, ASN1_PARTS(request_parts)};
static const struct der_part request_items[] = {{REQUEST, &request}};
static const struct der_type requests = {A_SEQUENCE_OF, ASN1_PARTS(request_items)};
static const struct der_part tbs_parts[] = {
	{VERSION, &integer, ASN1_CONTEXT(0), true, .optional = true},
	{0, &any_general_name, ASN1_CONTEXT(1), true, .optional = true},
	{REQUEST_LIST, &requests},
	{REQUEST_EXTENSIONS, &extensions, ASN1_CONTEXT(2), true, .optional = true}};
static const struct der_type tbs_request = {A_SEQUENCE, ASN1_PARTS(tbs_parts)};
static const struct der_part signature_parts[] = {
	{SIGNATURE_ALGORITHM, &algorithm},
	{SIGNATURE, &bits},
	{CERTS, &certificates, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type signature = {A_SEQUENCE, ASN1_PARTS(signature_parts)};
static const struct der_part query_parts[] = {
	{TBS_REQUEST, &tbs_request},
	{OPTIONAL_SIGNATURE, &signature, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type query = {A_SEQUENCE, ASN1_PARTS(query_parts)};

static const struct der_part revoked_parts[] = {
	{REVOKED_AT, &time}, {REASON, &enumerated, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type revoked = {A_SEQUENCE, ASN1_PARTS(revoked_parts)};
static const struct der_part status_kinds[] = {{GOOD, &null, ASN1_CONTEXT(0), .value = 0},
					       {REVOKED, &revoked, ASN1_CONTEXT(1), .value = 1},
					       {UNKNOWN, &null, ASN1_CONTEXT(2), .value = 2}};
static const struct der_type status = {A_CHOICE, ASN1_PARTS(status_kinds)};
static const struct der_part single_parts[] = {
	{CERT_ID, &cert_id},
	{CERT_STATUS, &status},
	{THIS_UPDATE, &time},
	{NEXT_UPDATE, &time, ASN1_CONTEXT(0), true, .optional = true},
	{SINGLE_EXTENSIONS, &extensions, ASN1_CONTEXT(1), true, .optional = true}};
static const struct der_type single = {A_SEQUENCE, ASN1_PARTS(single_parts)};
static const struct der_part single_items[] = {{SINGLE, &single}};
static const struct der_type singles = {A_SEQUENCE_OF, ASN1_PARTS(single_items)};
static const struct der_part responder_kinds[] = {
	{0, &any_name, ASN1_CONTEXT(1), true, .value = 1},
	{BY_KEY, &octets, ASN1_CONTEXT(2), true, .value = 2}};
static const struct der_type responder = {A_CHOICE, ASN1_PARTS(responder_kinds)};
static const struct der_part data_parts[] = {
	{VERSION, &integer, ASN1_CONTEXT(0), true, .optional = true},
	{RESPONDER, &responder},
	{PRODUCED, &time},
	{RESPONSES, &singles},
	{RESPONSE_EXTENSIONS, &extensions, ASN1_CONTEXT(1), true, .optional = true}};
static const struct der_type data = {A_SEQUENCE, ASN1_PARTS(data_parts)};
static const struct der_part basic_parts[] = {
	{TBS_RESPONSE, &data},
	{SIGNATURE_ALGORITHM, &algorithm},
	{SIGNATURE, &bits},
	{CERTS, &certificates, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type basic = {A_SEQUENCE, ASN1_PARTS(basic_parts)};

static void put_type(struct asn1 *a, struct cursor *c)
{
	asn1_oid_text(a, *c, RESPONSE_TYPE);
}

static void read_answer(struct asn1 *a, struct cursor *c)
{
	asn1_read(a, c, BASIC, &basic);
}

static const struct der_type type_id = {A_OID, .hook = put_type};
static const struct der_type answer = {A_OCTETS, .hook = read_answer};
static const struct der_part bytes_parts[] = {{0, &type_id}, {0, &answer}};
static const struct der_type bytes = {A_SEQUENCE, ASN1_PARTS(bytes_parts)};
static const struct der_part response_parts[] = {
	{STATUS, &enumerated}, {BYTES_ROW, &bytes, ASN1_CONTEXT(0), true, .optional = true}};
static const struct der_type response = {A_SEQUENCE, ASN1_PARTS(response_parts)};

static const char *name_of(struct span id)
{
	static const struct der_oid names[] = {
		{"\x2b\x0e\x03\x02\x1a", 5, "SHA-1", 0, 0},
		{"\x60\x86\x48\x01\x65\x03\x04\x02\x01", 9, "sha256", 0, 0},
		{"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", 9, "sha1WithRSAEncryption", 0, 0},
		{"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b", 9, "sha256WithRSAEncryption", 0, 0},
		{"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c", 9, "sha384WithRSAEncryption", 0, 0},
		{"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d", 9, "sha512WithRSAEncryption", 0, 0},
		{"\x2a\x86\x48\xce\x3d\x04\x03\x02", 8, "ecdsa-with-SHA256", 0, 0},
		{"\x2a\x86\x48\xce\x3d\x04\x03\x03", 8, "ecdsa-with-SHA384", 0, 0},
		{"\x2b\x06\x01\x05\x05\x07\x30\x01\x01", 9, "id-pkix-ocsp-basic", 0, 0},
	};
	const struct der_oid *known = asn1_find(names, COUNT(names), id);

	return known ? known->name : NULL;
}

static bool is_request(const struct layer *l)
{
	return !strcmp(media_type_of(l), "application/ocsp-request");
}

/* TLS has its own words in the summary line. */
static bool over_tls(const struct layer *l)
{
	return !*media_type_of(l);
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct der_state));
	l->mute = over_tls(l);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct asn1 a = {.w = w, .padding_row = PADDING, .l = l, .name = name_of};

	if (over_tls(l)) {
		w->last = l->node;
		label_whole(w, "OCSP Response");
	}
	asn1_read(&a, c, 0, is_request(l) ? &query : &response);
	if (a.bad && !c->bad)
		c->bad = a.bad;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, is_request(l) ? "Request" : "Response");
}

static const struct hang hangs[] = {{"media_type", MEDIA_OCSP_REQUEST},
				    {"media_type", MEDIA_OCSP_RESPONSE},
				    {"asn1.der", DER_STATUS},
				    {0}};

const struct proto proto_ocsp = {
	.brief = "OCSP",
	.spec = "RFC 6960",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"asn1.der"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
