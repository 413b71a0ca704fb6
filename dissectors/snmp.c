/* SPDX-License-Identifier: BSD-2-Clause */
/* SNMP: managers ask devices, and these report. */
/* RFC 1157, RFC 3416; RFC 3412 and RFC 3414 for version 3. */
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
	BINDING,
	NAME,
	V_INT,
	V_OCTETS,
	V_OID,
	V_NULL,
	V_IPV4,
	V_COUNTER,
	V_GAUGE,
	V_TICKS,
	V_OPAQUE,
	V_NO_OBJECT,
	V_NO_INSTANCE,
	V_END,
	V_UNKNOWN,
	RESPONSE_IN,
	RESPONSE_TO,
	TIME,
	NOT_3411,
	NOT_1910,
	NO_VALUE,
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
};

static const struct word versions[] = {{0, "version-1"}, {1, "v2c"}, {2, "v2u"}, {3, "snmpv3"}};
static const struct word models[] = {{0, "Any"}, {1, "V1"}, {2, "V2C"}, {3, "USM"}};
static const struct word pdus[] = {
	{0, "get-request"}, {1, "get-next-request"}, {2, "get-response"},  {3, "set-request"},
	{4, "trap"},        {5, "getBulkRequest"},   {6, "informRequest"}, {7, "snmpV2-trap"},
	{8, "report"},
};
static const struct word bodies[] = {{0, "plaintext"}, {1, "encryptedPDU"}};
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
	[BINDING] = {"text", "VarBind", HEADING},
	[NAME] = {"snmp.name", "Object Name", OID, .help = "Which value", .ref = "RFC 3416, 3"},
#define VALUE_ROW(row, name, label, kind)                                            \
	[row] = {"snmp.value." name, "Value (" label ")", kind, .help = "The value", \
		 .ref = "RFC 3416, 3"}
	[V_INT] = {"snmp.value.int", "Value (Integer32)", I64, DEC, .help = "The value",
		   .ref = "RFC 3416, 3"},
	VALUE_ROW(V_OCTETS, "octets", "OctetString", BYTES),
	VALUE_ROW(V_OID, "oid", "OID", OID),
	VALUE_ROW(V_NULL, "null", "Null", NONE),
	VALUE_ROW(V_IPV4, "ipv4", "IpAddress", IPV4),
	[V_COUNTER] = {"snmp.value.counter", "Value (Counter32)", U64, DEC, .help = "The value",
		       .ref = "RFC 2578, 7.1.6"},
	[V_GAUGE] = {"snmp.value.g32", "Value (Gauge32)", I64, DEC, .help = "The value",
		     .ref = "RFC 2578, 7.1.7"},
	[V_TICKS] = {"snmp.value.timeticks", "Value (Timeticks)", U64, DEC, .help = "The value",
		     .ref = "RFC 2578, 7.1.8"},
	VALUE_ROW(V_OPAQUE, "opaque", "Opaque", BYTES),
	[V_NO_OBJECT] = {"snmp.noSuchObject", "noSuchObject", NONE, .help = "There is no such name",
			 .ref = "RFC 3416, 3"},
	[V_NO_INSTANCE] = {"snmp.noSuchInstance", "noSuchInstance", NONE,
			   .help = "There is no value of that name", .ref = "RFC 3416, 3"},
	[V_END] = {"snmp.endOfMibView", "endOfMibView", NONE, .help = "There is nothing behind it",
		   .ref = "RFC 3416, 3"},
	VALUE_ROW(V_UNKNOWN, "unk", "Unknown", BYTES),
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
	[NO_VALUE] = EXPERT("snmp.varbind.response", "Response", REMARK, G_RESPONSE),
};

/* --- names and values --- */

static struct said *said_of(const struct layer *l)
{
	return (struct said *)(uintptr_t)((const struct state *)l->state)->words;
}

/* "1.3.6.1.2.1" */
static void text_name(struct text *t, struct span id)
{
	struct cursor c = {.left = id};
	uint64_t sub = 0;
	bool first = true;

	while (c.left.cap) {
		unsigned octet = u8(&c);

		sub = sub << 7 | (octet & 0x7f);
		if (octet & 0x80)
			continue;
		if (first) {
			uint64_t root = sub < 80 ? sub / 40 : 2;

			text_u64(t, root);
			sub -= root * 40;
		}
		text_char(t, '.');
		text_u64(t, sub);
		first = false;
		sub = 0;
	}
}

/* Which row shows a value of that tag; 0: none is known. */
static unsigned value_row(unsigned tag)
{
	switch (tag) {
	case 0x02:
		return V_INT;
	case 0x04:
		return V_OCTETS;
	case 0x05:
		return V_NULL;
	case 0x06:
		return V_OID;
	case 0x40:
		return V_IPV4;
	case 0x41:
	case 0x46:
		return V_COUNTER;
	case 0x42:
		return V_GAUGE;
	case 0x43:
		return V_TICKS;
	case 0x44:
		return V_OPAQUE;
	case 0x80:
		return V_NO_OBJECT;
	case 0x81:
		return V_NO_INSTANCE;
	case 0x82:
		return V_END;
	default:
		return V_UNKNOWN;
	}
}

static void put_value_of(struct asn1 *a, struct cursor *c)
{
	struct asn1_head h;
	unsigned row;

	if (!asn1_head(c, &h))
		return;
	row = value_row(h.tag);
	cursor_take(c, h.octets);
	if (row == V_INT || row == V_COUNTER || row == V_GAUGE || row == V_TICKS)
		put_value(a->w, row, h.content.at, h.content.left.wire,
			  asn1_integer(h.content.left));
	else
		put(a->w, &h.content, row, h.content.left.wire);
	if (row == V_NO_OBJECT || row == V_NO_INSTANCE || row == V_END)
		expert(a->w, NO_VALUE, "%s", fields[row].label);
}

static const struct der_type integer = {A_INTEGER}, octets = {A_OCTETS}, oid = {A_OID},
			     ticks = {A_INTEGER, 0x43}, address = {A_OCTETS, 0x40},
			     value = {A_ANY, .hook = put_value_of};

static void put_binding(struct asn1 *a, struct cursor *c)
{
	struct said *said = said_of(a->l);
	uint32_t group = open_group(a->w, c, BINDING, c->left.wire);
	static const struct der_part parts[] = {{NAME, &oid}, {0, &value}};
	struct text t = {0};

	asn1_part(a, c, &parts[0]);
	text_name(&t, a->oid);
	label_tail_of(a->w, group, ": %s", text_string(&t));
	if (a->w->summary) {
		text_char(&said->line, ' ');
		text_bytes(&said->line, t.p, t.len);
	}
	text_close(&t);
	asn1_part(a, c, &parts[1]);
	shut_group(a->w, group, NULL);
}

static const struct der_type binding = {A_SEQUENCE, .hook = put_binding};
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
	static const char *const roots[] = {"itu-t", "iso", "joint-iso-itu-t"};
	struct said *said = said_of(a->l);
	struct text t = {0};
	const char *words;

	text_name(&t, c->left);
	words = text_string(&t);
	if (t.len && *words >= '0' && *words <= '2') {
		text_char(&said->line, ' ');
		text_put(&said->line, roots[*words - '0']);
		text_put(&said->line, words + 1);
	}
	text_close(&t);
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
static void put_pdu(struct asn1 *a, struct cursor *c)
{
	struct said *said = said_of(a->l);

	for (unsigned i = 0; i < COUNT(pdu_kinds); i++)
		if (asn1_is(*c, &pdu_kinds[i])) {
			text_put(&said->line, pdus[i].text);
			said->pdu = pdu_kinds[i].row;
		}
	asn1_read(a, c, DATA, &any_pdu);
}

static const struct der_type named_pdu = {A_ANY, .hook = put_pdu};

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

static void put_security(struct asn1 *a, struct cursor *c)
{
	asn1_read(a, c, 0, &usm);
}

static void note_encrypted(struct asn1 *a, struct cursor *c)
{
	(void)c;
	text_put(&said_of(a->l)->line, "encryptedPDU: privKey Unknown");
}

static const struct der_type security = {A_OCTETS, .hook = put_security};
static const struct der_type encrypted = {A_OCTETS, .hook = note_encrypted};
static const struct der_part scoped_parts[] = {
	{0, &context}, {CONTEXT_NAME, &octets}, {0, &named_pdu}};
static const struct der_type scoped = {A_SEQUENCE, ASN1_PARTS(scoped_parts)};
static const struct der_part body_kinds[] = {{PLAINTEXT, &scoped, .value = 0},
					     {ENCRYPTED, &encrypted, .value = 1}};
static const struct der_type body = {A_CHOICE, ASN1_PARTS(body_kinds)};
static const struct der_part global_parts[] = {
	{MSG_ID, &integer}, {MAX_SIZE, &integer}, {FLAGS, &octets}, {MODEL, &integer}};
static const struct der_type global = {A_SEQUENCE, ASN1_PARTS(global_parts)};
static const struct der_part v3_parts[] = {
	{V3_VERSION, &integer}, {GLOBAL, &global}, {0, &security}, {MSG_DATA, &body}};
static const struct der_type v3 = {A_SEQUENCE, ASN1_PARTS(v3_parts)};
static const struct der_part v1_parts[] = {
	{VERSION, &integer}, {COMMUNITY, &octets}, {0, &named_pdu}};
static const struct der_type v1 = {A_SEQUENCE, ASN1_PARTS(v1_parts)};

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
	for (unsigned i = 0; i < COUNT(asked->list); i++) {
		one = &asked->list[i];
		if (!one->used || one->id != said->id || said->pdu != RESPONSE)
			continue;
		put_value(w, RESPONSE_TO, l->at, 0, one->frame);
		put_value(w, TIME, l->at, 0, (uint64_t)(w->r.frame->time - one->time));
		return;
	}
}

/* The version is the first member, of both shapes of messages. */
static bool is_v3(struct cursor c)
{
	struct asn1_head h;
	struct cursor inner;

	if (!asn1_head(&c, &h))
		return false;
	inner = h.content;
	return asn1_head(&inner, &h) && asn1_integer(h.content.left) == 3;
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
	struct asn1 a = {.w = w, .l = l};
	struct said *said = said_of(l);

	asn1_read(&a, c, 0, is_v3(*c) ? &v3 : &v1);
	if (a.bad && !c->bad)
		c->bad = a.bad;
	if (!c->bad)
		link_response(w, l, said);
	if (said->line.len)
		((struct state *)l->state)->line =
			(uint64_t)(uintptr_t)arena_copy(&w->arena, said->line.p, said->line.len);
	text_close(&said->line);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t line = ((const struct state *)l->state)->line;

	(void)r;
	if (line != ABSENT)
		text_put(t, (const char *)(uintptr_t)line);
}

static const struct hang hangs[] = {
	{"udp.port", 161}, {"udp.port", 162}, {"udp.port", 8161}, {"ethertype", 0x814c}, {0}};

const struct proto proto_snmp = {
	.brief = "SNMP",
	.spec = "RFC 3411",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
