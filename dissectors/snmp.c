/* SPDX-License-Identifier: BSD-2-Clause */
/* SNMP: managers ask devices, and these report. */
/* RFC 1157, RFC 3416; RFC 3412 and RFC 3414 for version 3. */
#include "core/ascii.h"
#include "flow/conv.h"
#include "shared/asn1.h"
#include "shared/snmp_engine.h"

enum {
	ROOT,
	VERSION,
	COMMUNITY,
	V3_VERSION,
	GLOBAL,
	MSG_ID,
	MAX_SIZE,
	FLAGS,
	REPORT,
	CRYPT,
	AUTH,
	MODEL,
	ENGINE_ROWS(ENGINE),
	BOOTS,
	AGE,
	USER,
	AUTH_PARAMS,
	PRIV_PARAMS,
	MSG_DATA,
	PLAINTEXT,
	ENCRYPTED,
	SECURITY,
	PARAMETERS,
	BODY_V2U,
	V2U_PLAIN,
	V2U_ENCRYPTED,
	CONTEXT_ENGINE,
	CONTEXT_NAME,
	DATA,
	GET,
	NEXT,
	RESPONSE,
	SET,
	TRAP,
	BULK,
	INFORM,
	TRAP2,
	REPORT_PDU,
	REQUEST_ID,
	ERROR_STATUS,
	ERROR_INDEX,
	NON_REPEATERS,
	MAX_REPETITIONS,
	ENTERPRISE,
	AGENT,
	GENERIC,
	SPECIFIC,
	TICKS,
	BINDINGS,
	RESPONSE_IN,
	RESPONSE_TO,
	TIME,
	NOT_3411,
	NOT_1910,
	UNKNOWN_VERSION,
	ASN1_ERROR_ROWS(BER_ERROR),
};

struct state {
	uint64_t words; /* address of struct said */
	uint64_t line;  /* of the summary: a C string's address */
};

/* The summary line's words, and what they are made from. */
struct said {
	struct text line;
	uint32_t pdu; /* row of the message */
	uint64_t id;  /* the request's number */
	bool any_id;
	uint64_t model; /* of security */
};

enum { LAST_ERROR = 0x82, MODEL_USM = 3, V2U = 2, V3 };

static const struct word versions[] = {{0, "version-1"}, {1, "v2c"}, {2, "v2u"}, {3, "snmpv3"}};
static const struct word models[] = {{0, "Any"}, {1, "V1"}, {2, "V2C"}, {3, "USM"}};
static const struct word pdus[] = {
	{0, "get-request"}, {1, "get-next-request"}, {2, "get-response"},  {3, "set-request"},
	{4, "trap"},        {5, "getBulkRequest"},   {6, "informRequest"}, {7, "snmpV2-trap"},
	{8, "report"},
};
static const struct word bodies[] = {{0, "plaintext"}, {1, "encryptedPDU"}};
static const struct word bodies_v2u[] = {{0, "plaintext"}, {1, "encrypted"}};
static const struct word errors[] = {
	{0, "noError"},
	{1, "tooBig"},
	{2, "noSuchName"},
	{3, "badValue"},
	{4, "readOnly"},
	{5, "genErr"},
	{6, "noAccess"},
	{7, "wrongType"},
	{8, "wrongLength"},
	{9, "wrongEncoding"},
	{10, "wrongValue"},
	{11, "noCreation"},
	{12, "inconsistentValue"},
	{13, "resourceUnavailable"},
	{14, "commitFailed"},
	{15, "undoFailed"},
	{16, "authorizationError"},
	{17, "notWritable"},
	{18, "inconsistentName"},
};
static const struct word traps[] = {
	{0, "coldStart"},
	{1, "warmStart"},
	{2, "linkDown"},
	{3, "linkUp"},
	{4, "authenticationFailure"},
	{5, "egpNeighborLoss"},
	{6, "enterpriseSpecific"},
};

static const struct field fields[] = {
	[ROOT] = {"snmp", "Simple Network Management Protocol", PROTO,
		  .help = "Managers ask devices, and these report"},
	[VERSION] = {"snmp.version", "version", I32, DEC, WORDS(versions),
		     .help = "Version, counted from 0", .ref = "RFC 1157, 4"},
	[COMMUNITY] = {"snmp.community", "community", STRING, .help = "The password, in clear",
		       .ref = "RFC 1157, 4"},
	[V3_VERSION] = {"snmp.msgVersion", "msgVersion", I32, DEC, WORDS(versions),
			.help = "Version, counted from 0", .ref = "RFC 3412, 6.1"},
	[GLOBAL] = {"snmp.msgGlobalData_element", "msgGlobalData", NONE,
		    .help = "How to read the rest", .ref = "RFC 3412, 6"},
	[MSG_ID] = {"snmp.msgID", "msgID", U32, DEC, .help = "Joins request and response",
		    .ref = "RFC 3412, 6.2"},
	[MAX_SIZE] = {"snmp.msgMaxSize", "msgMaxSize", U32, DEC,
		      .help = "The largest message that the sender takes", .ref = "RFC 3412, 6.3"},
	[FLAGS] = {"snmp.msgFlags", "msgFlags", BYTES, .help = "How it is secured",
		   .ref = "RFC 3412, 6.4"},
	[REPORT] = {"snmp.v3.flags.report", "Reportable", BOOL, AT(5, 1), BOX(8, 5), .under = FLAGS,
		    WORDS(set_notset), .help = "Trouble is to be reported", .ref = "RFC 3412, 6.4"},
	[CRYPT] = {"snmp.v3.flags.crypt", "Encrypted", BOOL, AT(6, 1), BOX(8, 6), .under = FLAGS,
		   WORDS(set_notset), .help = "It is encrypted", .ref = "RFC 3412, 6.4"},
	[AUTH] = {"snmp.v3.flags.auth", "Authenticated", BOOL, AT(7, 1), BOX(8, 7), .under = FLAGS,
		  WORDS(set_notset), .help = "It is authenticated", .ref = "RFC 3412, 6.4"},
	[MODEL] = {"snmp.msgSecurityModel", "msgSecurityModel", U32, DEC, WORDS(models),
		   .help = "Whose parameters follow", .ref = "RFC 3412, 6.5"},
	ENGINE_FIELDS(ENGINE, "snmp.msgAuthoritativeEngineID", "msgAuthoritativeEngineID"),
	[BOOTS] = {"snmp.msgAuthoritativeEngineBoots", "msgAuthoritativeEngineBoots", U32, DEC,
		   .help = "How often the engine began", .ref = "RFC 3414, 2.4"},
	[AGE] = {"snmp.msgAuthoritativeEngineTime", "msgAuthoritativeEngineTime", U32, DEC,
		 .help = "Seconds since it began", .ref = "RFC 3414, 2.4"},
	[USER] = {"snmp.msgUserName", "msgUserName", STRING, .help = "Who asks",
		  .ref = "RFC 3414, 2.4"},
	[AUTH_PARAMS] = {"snmp.msgAuthenticationParameters", "msgAuthenticationParameters", BYTES,
			 .help = "Proof of who asks", .ref = "RFC 3414, 2.4"},
	[PRIV_PARAMS] = {"snmp.msgPrivacyParameters", "msgPrivacyParameters", BYTES,
			 .help = "Salt of the encryption", .ref = "RFC 3414, 2.4"},
	[MSG_DATA] = {"snmp.msgData", "msgData", U32, DEC, WORDS(bodies),
		      .help = "In clear, or not", .ref = "RFC 3412, 6.7"},
	[PLAINTEXT] = {"snmp.plaintext_element", "plaintext", NONE, .help = "The message in clear",
		       .ref = "RFC 3412, 6.8"},
	[ENCRYPTED] = {"snmp.encryptedPDU", "encryptedPDU", BYTES, .help = "The message, encrypted",
		       .ref = "RFC 3412, 6.7"},
	[SECURITY] = {"snmp.msgSecurityParameters", "msgSecurityParameters", BYTES,
		      .help = "What its security model wants", .ref = "RFC 3412, 6"},
	[PARAMETERS] = {"snmp.parameters", "parameters", BYTES, .help = "Who asks, and how",
			.ref = "RFC 1910, 2.3"},
	[BODY_V2U] = {"snmp.datav2u", "datav2u", U32, DEC, WORDS(bodies_v2u),
		      .help = "In clear, or not", .ref = "RFC 1910, 2.3"},
	[V2U_PLAIN] = {"snmp.plaintext", "plaintext", U32, DEC, WORDS(pdus),
		       .help = "The message in clear", .ref = "RFC 1910, 2.3"},
	[V2U_ENCRYPTED] = {"snmp.encrypted", "encrypted", BYTES, .help = "The message, encrypted",
			   .ref = "RFC 1910, 2.3"},
	[CONTEXT_ENGINE] = {"snmp.contextEngineID", "contextEngineID", BYTES,
			    .help = "The engine that is meant", .ref = "RFC 3412, 6.8.1"},
	[CONTEXT_NAME] = {"snmp.contextName", "contextName", STRING, .help = "What of it is meant",
			  .ref = "RFC 3412, 6.8.2"},
	[DATA] = {"snmp.data", "data", U32, DEC, WORDS(pdus), .help = "Which message",
		  .ref = "RFC 3416, 3"},
#define PDU_ROW(row, name, label, words) \
	[row] = {"snmp." name "_element", label, NONE, .help = (words), .ref = "RFC 3416, 4.2"}
	PDU_ROW(GET, "get_request", "get-request", "Asks for values"),
	PDU_ROW(NEXT, "get_next_request", "get-next-request", "Asks for the values behind these"),
	PDU_ROW(RESPONSE, "get_response", "get-response", "The values"),
	PDU_ROW(SET, "set_request", "set-request", "Has values changed"),
	PDU_ROW(TRAP, "trap", "trap", "Reports what happened, in version 1"),
	PDU_ROW(BULK, "getBulkRequest", "getBulkRequest", "Asks for many values"),
	PDU_ROW(INFORM, "informRequest", "informRequest", "Reports, and wants an answer"),
	PDU_ROW(TRAP2, "snmpV2_trap", "snmpV2-trap", "Reports what happened"),
	PDU_ROW(REPORT_PDU, "report", "report", "Trouble with a message"),
	[REQUEST_ID] = {"snmp.request_id", "request-id", I32, DEC,
			.help = "Joins request and response", .ref = "RFC 3416, 4.1"},
	[ERROR_STATUS] = {"snmp.error_status", "error-status", I32, DEC, WORDS(errors),
			  .help = "What went wrong", .ref = "RFC 3416, 3"},
	[ERROR_INDEX] = {"snmp.error_index", "error-index", I32, DEC, .help = "With which value",
			 .ref = "RFC 3416, 3"},
	[NON_REPEATERS] = {"snmp.non_repeaters", "non-repeaters", U32, DEC,
			   .help = "So many names are asked for once", .ref = "RFC 3416, 4.2.3"},
	[MAX_REPETITIONS] = {"snmp.max_repetitions", "max-repetitions", U32, DEC,
			     .help = "... and the others so often", .ref = "RFC 3416, 4.2.3"},
	[ENTERPRISE] = {"snmp.enterprise", "enterprise", OID, .help = "What sort of device",
			.ref = "RFC 1157, 4.1.6"},
	[AGENT] = {"snmp.agent_addr", "agent-addr", IPV4, .help = "The device's address",
		   .ref = "RFC 1157, 4.1.6"},
	[GENERIC] = {"snmp.generic_trap", "generic-trap", I32, DEC, WORDS(traps),
		     .help = "What happened", .ref = "RFC 1157, 4.1.6"},
	[SPECIFIC] = {"snmp.specific_trap", "specific-trap", I32, DEC,
		      .help = "... in the device's own numbers", .ref = "RFC 1157, 4.1.6"},
	[TICKS] = {"snmp.time_stamp", "time-stamp", U32, DEC,
		   .help = "Hundredths of seconds since the device began",
		   .ref = "RFC 1157, 4.1.6"},
	[BINDINGS] = {"snmp.variable_bindings", "variable-bindings", U32, DEC,
		      .help = "Names and their values", .ref = "RFC 3416, 3"},
	[RESPONSE_IN] = {"snmp.response_in", "Response In", FRAMENUM, .traits = GENERATED,
			 .help = "The frame with the response"},
	[RESPONSE_TO] = {"snmp.response_to", "Response To", FRAMENUM, .traits = GENERATED,
			 .help = "The frame with the request"},
	[TIME] = {"snmp.time", "Time", RELTIME, .traits = GENERATED,
		  .help = "Between request and response"},
	[NOT_3411] = EXPERT("snmp.rfc3411_non_conformant", "Data not conforming to RFC3411",
			    WARNING, G_PROTOCOL),
	[NOT_1910] = EXPERT("snmp.rfc1910_non_conformant", "Data not conforming to RFC1910",
			    WARNING, G_PROTOCOL),
	[UNKNOWN_VERSION] = EXPERT("snmp.version.unknown", "Unknown version", WARNING, G_PROTOCOL),
	ASN1_ERROR_FIELDS(BER_ERROR),
};

/* --- names and values --- */

static struct said *said_of(const struct layer *l)
{
	return (struct said *)(uintptr_t)((const struct state *)l->state)->words;
}

static const struct der_type integer = {A_INTEGER}, octets = {A_OCTETS}, ticks = {A_INTEGER, 0x43},
			     address = {A_OCTETS, 0x40};

/* The summary line lists the names that have a plain value. */
static void note_name(struct said *said, struct cursor c)
{
	struct asn1_head h, value;
	struct cursor inside;

	if (!asn1_head(&c, &h))
		return;
	inside = h.content;
	if (!asn1_head(&inside, &h) || h.tag != 0x06)
		return;
	cursor_take(&inside, h.octets);
	if (asn1_head(&inside, &value) &&
	    (value.tag & 0x20 || (value.tag > LAST_ERROR && value.tag < 0xc0)))
		return;
	text_char(&said->line, ' ');
	if (h.content.left.cap)
		text_oid(&said->line, h.content.left.p, h.content.left.cap);
	else
		asn1_text_oid(&said->line, h.content.left);
}

static const struct der_type sequence = {A_SEQUENCE};
static const struct der_part binding_sequence = {0, &sequence};

static void put_binding(struct asn1 *a, struct cursor *c)
{
	if (c->left.cap && span_octet(c->left, 0) != 0x30) {
		asn1_unfit(a, c, &binding_sequence, "SEQUENCE OF");
		cursor_take(c, c->left.wire);
		return;
	}
	if (a->w->summary)
		note_name(said_of(a->l), *c);
	*c = walk_part(a->w, also_by(a->l, 0, 0), *c);
}

static const struct der_type binding = {A_ANY, .hook = put_binding};
static const struct der_part binding_items[] = {{0, &binding}};
static const struct der_type bindings = {A_SEQUENCE_OF, ASN1_PARTS(binding_items)};

/* --- messages --- */

static void note_id(struct asn1 *a, struct cursor *c)
{
	struct said *said = said_of(a->l);

	said->id = asn1_integer(c->left);
	said->any_id = true;
}

/* The summary line names the sort of device by its root's name. */
static void note_enterprise(struct asn1 *a, struct cursor *c)
{
	struct said *said = said_of(a->l);

	asn1_label_oid(a->w, c->left);
	text_char(&said->line, ' ');
	asn1_text_oid(&said->line, c->left);
}

static const struct der_type enterprise = {A_OID, .hook = note_enterprise};
static const struct der_type request_id = {A_INTEGER, .hook = note_id};
static const struct der_part pdu_parts[] = {{REQUEST_ID, &request_id},
					    {ERROR_STATUS, &integer},
					    {ERROR_INDEX, &integer},
					    {BINDINGS, &bindings}};
static const struct der_type pdu = {A_SEQUENCE, ASN1_PARTS(pdu_parts)};
static const struct der_part bulk_parts[] = {{REQUEST_ID, &request_id},
					     {NON_REPEATERS, &integer},
					     {MAX_REPETITIONS, &integer},
					     {BINDINGS, &bindings}};
static const struct der_type bulk = {A_SEQUENCE, ASN1_PARTS(bulk_parts)};
static const struct der_part trap_parts[] = {{ENTERPRISE, &enterprise}, {AGENT, &address},
					     {GENERIC, &integer},       {SPECIFIC, &integer},
					     {TICKS, &ticks},           {BINDINGS, &bindings}};
static const struct der_type trap = {A_SEQUENCE, ASN1_PARTS(trap_parts)};
static const struct der_part pdu_kinds[] = {
	{GET, &pdu, ASN1_CONTEXT(0), .value = 0},        {NEXT, &pdu, ASN1_CONTEXT(1), .value = 1},
	{RESPONSE, &pdu, ASN1_CONTEXT(2), .value = 2},   {SET, &pdu, ASN1_CONTEXT(3), .value = 3},
	{TRAP, &trap, ASN1_CONTEXT(4), .value = 4},      {BULK, &bulk, ASN1_CONTEXT(5), .value = 5},
	{INFORM, &pdu, ASN1_CONTEXT(6), .value = 6},     {TRAP2, &pdu, ASN1_CONTEXT(7), .value = 7},
	{REPORT_PDU, &pdu, ASN1_CONTEXT(8), .value = 8},
};
static const struct der_type any_pdu = {A_CHOICE, ASN1_PARTS(pdu_kinds)};

/* The summary line begins with the message's name. */
static void put_pdu_as(struct asn1 *a, struct cursor *c, unsigned row)
{
	struct said *said = said_of(a->l);

	for (unsigned i = 0; i < COUNT(pdu_kinds); i++)
		if (asn1_is(*c, &pdu_kinds[i])) {
			text_put(&said->line, pdus[i].text);
			said->pdu = pdu_kinds[i].row;
		}
	asn1_read(a, c, row, &any_pdu);
}

static void put_pdu(struct asn1 *a, struct cursor *c)
{
	put_pdu_as(a, c, DATA);
}

static const struct der_type named_pdu = {A_ANY, .hook = put_pdu};

/* Of "v2u" (RFC 1910): the message, or octets that hide it. */
static void put_body_v2u(struct asn1 *a, struct cursor *c)
{
	static const struct der_part hidden = {V2U_ENCRYPTED, &octets};
	bool plain = !asn1_is(*c, &hidden);
	uint32_t group = open_value(a->w, BODY_V2U, c->at, !plain);

	if (plain)
		put_pdu_as(a, c, V2U_PLAIN);
	else
		asn1_part(a, c, &hidden);
	shut_group(a->w, group, c);
}

static const struct der_type body_v2u = {A_ANY, .hook = put_body_v2u};

static void put_engine_as(struct asn1 *a, struct cursor *c, unsigned row)
{
	struct cursor all = *c, id = *c;

	put(a->w, &all, row, all.left.wire);
	a->w->depth++;
	if (id.left.wire)
		snmp_engine(a->w, &id, ENGINE, NOT_3411, NOT_1910);
	a->w->depth--;
}

static void put_engine(struct asn1 *a, struct cursor *c)
{
	put_engine_as(a, c, ENGINE);
}

static void put_context(struct asn1 *a, struct cursor *c)
{
	put_engine_as(a, c, CONTEXT_ENGINE);
}

static const struct der_type engine = {A_OCTETS, .hook = put_engine};
static const struct der_type context = {A_OCTETS, .hook = put_context};
static const struct der_part usm_parts[] = {{0, &engine},           {BOOTS, &integer},
					    {AGE, &integer},        {USER, &octets},
					    {AUTH_PARAMS, &octets}, {PRIV_PARAMS, &octets}};
static const struct der_type usm = {A_SEQUENCE, ASN1_PARTS(usm_parts)};

/* Those of the user-based model are known (RFC 3414, 2.4). */
static void put_security(struct asn1 *a, struct cursor *c)
{
	if (said_of(a->l)->model == MODEL_USM)
		asn1_read(a, c, 0, &usm);
	else
		put(a->w, c, SECURITY, c->left.wire);
}

static void note_model(struct asn1 *a, struct cursor *c)
{
	said_of(a->l)->model = asn1_integer(c->left);
}

static void note_encrypted(struct asn1 *a, struct cursor *c)
{
	(void)c;
	text_put(&said_of(a->l)->line, "encryptedPDU: privKey Unknown");
}

/* They are looked into, so there is at least one octet. */
static void check_flags(struct asn1 *a, struct cursor *c)
{
	(void)a;
	if (!c->left.wire)
		cursor_fail(c, UINT32_MAX);
}

static const struct der_type model = {A_INTEGER, .hook = note_model};
static const struct der_type flags = {A_OCTETS, .hook = check_flags};
static const struct der_type security = {A_OCTETS, .hook = put_security};
static const struct der_type encrypted = {A_OCTETS, .hook = note_encrypted};
static const struct der_part scoped_parts[] = {
	{0, &context}, {CONTEXT_NAME, &octets}, {0, &named_pdu}};
static const struct der_type scoped = {A_SEQUENCE, ASN1_PARTS(scoped_parts)};
static const struct der_part body_kinds[] = {{PLAINTEXT, &scoped, .value = 0},
					     {ENCRYPTED, &encrypted, .value = 1}};
static const struct der_type body = {A_CHOICE, ASN1_PARTS(body_kinds)};
static const struct der_part global_parts[] = {
	{MSG_ID, &integer}, {MAX_SIZE, &integer}, {FLAGS, &flags}, {MODEL, &model}};
static const struct der_type global = {A_SEQUENCE, ASN1_PARTS(global_parts)};
static const struct der_part v3_parts[] = {
	{V3_VERSION, &integer}, {GLOBAL, &global}, {0, &security}, {MSG_DATA, &body}};
static const struct der_type v3 = {A_SEQUENCE, ASN1_PARTS(v3_parts)};
static const struct der_part v1_parts[] = {
	{VERSION, &integer}, {COMMUNITY, &octets}, {0, &named_pdu}};
static const struct der_type v1 = {A_SEQUENCE, ASN1_PARTS(v1_parts)};
static const struct der_part v2u_parts[] = {
	{VERSION, &integer}, {PARAMETERS, &octets}, {0, &body_v2u}};
static const struct der_type v2u = {A_SEQUENCE, ASN1_PARTS(v2u_parts)};
static const struct der_type *const messages[] = {&v1, &v1, &v2u, &v3};

/* --- requests and their responses --- */

struct waiting {
	uint64_t id, frame;
	int64_t time;
	bool used;
};
struct asked {
	struct waiting list[8];
	unsigned next;
};

static void link_response(struct walk *w, const struct layer *l, const struct said *said)
{
	static const char table_key;
	const struct layer *udp = l->parent;
	struct asked *asked;
	struct waiting *one;
	bool from_a;

	if (!said->any_id || !udp || !udp->proto->sport)
		return;
	asked = conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(udp, udp->proto->sport),
				  (uint16_t)VALUE_OF(udp, udp->proto->dport), sizeof *asked,
				  &from_a));
	if (said->pdu != RESPONSE && said->pdu != REPORT_PDU) {
		asked->list[asked->next++ % COUNT(asked->list)] =
			(struct waiting){said->id, w->r.frame->number, w->r.frame->time, true};
		return;
	}
	for (unsigned i = 1; i <= COUNT(asked->list); i++) {
		one = &asked->list[(asked->next - i) % COUNT(asked->list)];
		if (!one->used || one->id != said->id || said->pdu != RESPONSE)
			continue;
		put_value(w, RESPONSE_TO, l->at, 0, one->frame);
		put_value(w, TIME, l->at, 0, (uint64_t)(w->r.frame->time - one->time));
		return;
	}
}

/* The version is the first member of all shapes of messages; false: no number stands there. */
static bool version_of(struct cursor c, uint64_t *version)
{
	struct asn1_head h;
	struct cursor inner;

	if (!asn1_head(&c, &h))
		return false;
	inner = h.content;
	if (!asn1_head(&inner, &h) || h.tag != 0x02)
		return false;
	*version = asn1_integer(h.content.left);
	return true;
}

/* A sequence that fits, and a number in it: what is cut off is believed. */
static bool claims(const struct layer *l)
{
	struct cursor c = {.left = l->bytes};
	struct asn1_head h;

	if (l->bytes.wire > l->bytes.cap && l->bytes.cap < 4)
		return true;
	if (!asn1_head(&c, &h))
		return l->bytes.wire <= 2;
	if (h.tag != 0x30 || h.octets > l->bytes.wire)
		return false;
	return !h.content.left.cap || span_octet(h.content.left, 0) == 0x02;
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct said *said = take(w, sizeof *said);

	*said = (struct said){0};
	s->words = (uint64_t)(uintptr_t)said;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct asn1 a = {.w = w, .l = l, .errors = BER_ERROR};
	struct said *said = said_of(l);
	uint64_t version = 0;

	if (version_of(*c, &version) && version >= COUNT(messages)) {
		expert_on(w, ROOT, UNKNOWN_VERSION, NULL);
		cursor_take(c, c->left.wire);
		return;
	}
	asn1_read(&a, c, 0, messages[version]);
	if (a.bad && !c->bad)
		c->bad = a.bad;
	if (!c->bad)
		link_response(w, l, said);
	if (a.bad)
		said->line.len = 0;
	if (said->line.len || said->pdu)
		((struct state *)l->state)->line =
			(uint64_t)(uintptr_t)arena_copy(&w->arena, said->line.p, said->line.len);
	if (!c->bad && c->left.cap)
		walk_next(w, NULL, *c);
	text_close(&said->line);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t line = ((const struct state *)l->state)->line;

	if (line != ABSENT)
		text_put(t, (const char *)(uintptr_t)line);
	else if (l->parent && l->parent->proto->info)
		l->parent->proto->info(t, r, l->parent);
}

static const struct hang hangs[] = {
	{"udp.port", 161}, {"udp.port", 162}, {"udp.port", 8161}, {"ethertype", 0x814c}, {0}};

const struct proto proto_snmp = {
	.brief = "SNMP",
	.spec = "RFC 3411",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* Version 2c: get what is said of the system (sysDescr). */
	SAMPLE("\60&\2\1\1"
	       "\4\6public"
	       "\240\31\2\1\1\2\1\0\2\1\0"
	       "\60\16\60\14\6\10+\6\1\2\1\1\1\0\5\0"),
	.least = 1,
	.claims = claims,
	.renews = true,
	.next = {.also = {"snmp.binding"}},
	.hangs = hangs,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
