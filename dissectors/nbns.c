/* SPDX-License-Identifier: BSD-2-Clause */
/* NetBIOS Name Service: names of machines, services and groups, and their addresses. */
/* RFC 1002, 4.2. */
#include "shared/flags.h"
#include "shared/netbios.h"

enum {
	NBNS,
	ID,
	FLAGS,
	RESPONSE,
	OPCODE,
	AUTHORITATIVE,
	TRUNCATED_FLAG,
	RECURSION,
	AVAILABLE,
	BROADCAST,
	RCODE,
	QUERIES,
	ANSWERS,
	AUTHORITIES,
	ADDITIONS,
	QUERY_LIST,
	ANSWER_LIST,
	AUTHORITY_LIST,
	ADDITION_LIST,
	RECORD,
	NAME,
	TYPE,
	CLASS,
	TTL,
	LENGTH,
	NB_FLAGS,
	NB_GROUP,
	NB_NODE,
	ADDRESS,
	NAMES,
	PLAIN_NAME,
	NAME_FLAGS,
	NAME_GROUP,
	NAME_NODE,
	NAME_GOES,
	NAME_CONFLICT,
	NAME_ACTIVE,
	NAME_PERMANENT,
	UNIT,
	JUMPERS,
	TEST,
	VERSION,
	PERIOD,
	CRCS,
	ALIGNMENT,
	COLLISIONS,
	ABORTS,
	SENT,
	RECEIVED,
	RETRANSMITS,
	NO_RESOURCE,
	COMMANDS,
	PENDING,
	MAX_PENDING,
	MAX_SESSIONS,
	PACKET_SIZE,
	DATA,
	INCOMPLETE,
	SHORT_NOTE,
};

enum { WAIT = 7, NB = 32, NBSTAT = 33 };

struct state {
	uint64_t said; /* address of the struct text that becomes the summary line */
};

static const struct word responses[] = {{0, "Message is a query"}, {1, "Message is a response"}};
static const struct word opcodes[] = {
	{0, "Name query"},
	{5, "Registration"},
	{6, "Release"},
	{7, "Wait for acknowledgment"},
	{8, "Refresh"},
	{9, "Refresh (alternate opcode)"},
	{15, "Multi-homed registration"},
};
static const struct words opcode_words = {opcodes, COUNT(opcodes)};
static const struct word authorities[] = {{0, "Server is not an authority for domain"},
					  {1, "Server is an authority for domain"}};
static const struct word truncations[] = {{0, "Message is not truncated"},
					  {1, "Message is truncated"}};
static const struct word recursions[] = {{0, "Don't do query recursively"},
					 {1, "Do query recursively"}};
static const struct word availabilities[] = {{0, "Server can't do recursive queries"},
					     {1, "Server can do recursive queries"}};
static const struct word broadcasts[] = {{0, "Not a broadcast packet"}, {1, "Broadcast packet"}};
static const struct word rcodes[] = {
	{0, "No error"},
	{1, "Request was invalidly formatted"},
	{2, "Server failure"},
	{3, "Requested name does not exist"},
	{4, "Request is not implemented"},
	{5, "Request was refused"},
	{6, "Name is owned by another node"},
	{7, "Name is in conflict"},
};
static const struct words rcode_words = {rcodes, COUNT(rcodes)};
static const struct word types[] = {{NB, "NB"}, {NBSTAT, "NBSTAT"}};
static const struct words type_words = {types, COUNT(types)};
static const struct word classes[] = {
	{1, "IN"}, {2, "CS"}, {3, "CH"}, {4, "HS"}, {254, "NONE"}, {255, "ANY"},
};
static const struct words class_words = {classes, COUNT(classes)};
static const struct word groups[] = {{0, "Unique name"}, {1, "Group name"}};
/* Of the four kinds of nodes only the first is told. */
static const struct word nodes[] = {{0, "B-node"}};

/* "0x6000, ONT: Unknown (H-node, unique)" */
static void form_nb_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const char letters[] = "BPMH";

	form_flags(t, r, n);
	text_format(t, " (%c-node, %s)", letters[n->u >> 13 & 3],
		    n->u & 0x8000 ? "group" : "unique");
}

static void form_ttl(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_duration(t, n->u, 0);
}

#define FLAG(row, name, label, bit, above, table, words_) \
	[row] = {"nbns." name,                            \
		 label,                                   \
		 BOOL,                                    \
		 AT(bit, 1),                              \
		 BOX(16, bit),                            \
		 .under = (above),                        \
		 WORDS(table),                            \
		 .help = (words_),                        \
		 .ref = "RFC 1002, 4.2"}
#define RESPONSE_FLAG(row, name, label, bit, table, words_) \
	[row] = {"nbns." name,                              \
		 label,                                     \
		 BOOL,                                      \
		 AT(bit, 1),                                \
		 BOX(16, bit),                              \
		 .under = FLAGS,                            \
		 WORDS(table),                              \
		 WHEN(RESPONSE),                            \
		 .help = (words_),                          \
		 .ref = "RFC 1002, 4.2.1.1"}
#define NODE_ROW(row, name, above)                   \
	[row] = {"nbns." name,                       \
		 "ONT",                              \
		 U16,                                \
		 DEC,                                \
		 AT(1, 2),                           \
		 BOX(16, 1),                         \
		 .under = (above),                   \
		 WORDS(nodes),                       \
		 .help = "The owner's kind of node", \
		 .ref = "RFC 1002, 4.2.1.3"}
#define NUMBER(row, name, label, kind, base, words) \
	[row] = {"nbns." name, label, kind, base, .help = (words), .ref = "RFC 1002, 4.2.18"}
static const struct field fields[] = {
	[NBNS] = {"nbns", "NetBIOS Name Service", PROTO, .help = "Names and their addresses"},
	[ID] = {"nbns.id", "Transaction ID", U16, HEX, AT(0, 16),
		.help = "Joins a query and its response", .ref = "RFC 1002, 4.2.1.1"},
	[FLAGS] = {"nbns.flags", "Flags", U16, HEX, .form = form_flags, .help = "What it is",
		   .ref = "RFC 1002, 4.2.1.1"},
	FLAG(RESPONSE, "flags.response", "Response", 0, FLAGS, responses, "It answers a query"),
	[OPCODE] = {"nbns.flags.opcode", "Opcode", U16, DEC, AT(1, 4), BOX(16, 1), .under = FLAGS,
		    WORDS(opcodes), .help = "What is wanted", .ref = "RFC 1002, 4.2.1.1"},
	RESPONSE_FLAG(AUTHORITATIVE, "flags.authoritative", "Authoritative", 5, authorities,
		      "Its sender is in charge of the name"),
	FLAG(TRUNCATED_FLAG, "flags.truncated", "Truncated", 6, FLAGS, truncations,
	     "It wouldn't fit"),
	FLAG(RECURSION, "flags.recdesired", "Recursion desired", 7, FLAGS, recursions,
	     "Others may be asked"),
	RESPONSE_FLAG(AVAILABLE, "flags.recavail", "Recursion available", 8, availabilities,
		      "Others would be asked"),
	FLAG(BROADCAST, "flags.broadcast", "Broadcast", 11, FLAGS, broadcasts,
	     "It was sent to everybody"),
	[RCODE] = {"nbns.flags.rcode", "Reply code", U16, DEC, AT(12, 4), BOX(16, 12),
		   .under = FLAGS, WORDS(rcodes), WHEN(RESPONSE), .help = "How it went",
		   .ref = "RFC 1002, 4.2.6"},
	NUMBER(QUERIES, "count.queries", "Questions", U16, DEC, "Number of questions"),
	NUMBER(ANSWERS, "count.answers", "Answer RRs", U16, DEC, "Number of answers"),
	NUMBER(AUTHORITIES, "count.auth_rr", "Authority RRs", U16, DEC, "Number of authorities"),
	NUMBER(ADDITIONS, "count.add_rr", "Additional RRs", U16, DEC, "Number of other records"),
	[QUERY_LIST] = {"text", "Queries", HEADING},
	[ANSWER_LIST] = {"text", "Answers", HEADING},
	[AUTHORITY_LIST] = {"text", "Authoritative nameservers", HEADING},
	[ADDITION_LIST] = {"text", "Additional records", HEADING},
	[RECORD] = {"text", "Record", HEADING},
	[NAME] = {"nbns.name", "Name", STRING, .help = "Whose record it is",
		  .ref = "RFC 1002, 4.1"},
	[TYPE] = {"nbns.type", "Type", U16, DEC, WORDS(types), .help = "What the record says",
		  .ref = "RFC 1002, 4.2.1.3"},
	[CLASS] = {"nbns.class", "Class", U16, DEC, WORDS(classes), .help = "Internet",
		   .ref = "RFC 1002, 4.2.1.3"},
	[TTL] = {"nbns.ttl", "Time to live", U32, DEC, .form = form_ttl,
		 .help = "Seconds that it holds for", .ref = "RFC 1002, 4.2.1.3"},
	[LENGTH] = {"nbns.data_length", "Data length", U16, DEC, .help = "Octets behind it",
		    .ref = "RFC 1002, 4.2.1.3"},
	[NB_FLAGS] = {"nbns.nb_flags", "Name flags", U16, HEX, .form = form_nb_flags,
		      .help = "What the name is", .ref = "RFC 1002, 4.2.1.3"},
	FLAG(NB_GROUP, "nb_flags.group", "Name type", 0, NB_FLAGS, groups, "Many may have it"),
	NODE_ROW(NB_NODE, "nb_flags.ont", NB_FLAGS),
	[ADDRESS] = {"nbns.addr", "Addr", IPV4, .help = "Address of the name's owner",
		     .ref = "RFC 1002, 4.2.1.3"},
	NUMBER(NAMES, "number_of_names", "Number of names", U8, DEC, "Names that follow"),
	[PLAIN_NAME] = {"nbns.netbios_name", "Name", STRING, .help = "A name of the node",
			.ref = "RFC 1002, 4.2.18"},
	[NAME_FLAGS] = {"nbns.name_flags", "Name flags", U16, HEX, .form = form_flags,
			.help = "What the name is", .ref = "RFC 1002, 4.2.18"},
	FLAG(NAME_GROUP, "name_flags.group", "Name type", 0, NAME_FLAGS, groups,
	     "Many may have it"),
	NODE_ROW(NAME_NODE, "name_flags.ont", NAME_FLAGS),
	FLAG(NAME_GOES, "name_flags.drg", "Name is being deregistered", 3, NAME_FLAGS, yes_no,
	     "It is given up"),
	FLAG(NAME_CONFLICT, "name_flags.cnf", "Name is in conflict", 4, NAME_FLAGS, yes_no,
	     "Somebody else has it, too"),
	FLAG(NAME_ACTIVE, "name_flags.act", "Name is active", 5, NAME_FLAGS, yes_no,
	     "It is in use"),
	FLAG(NAME_PERMANENT, "name_flags.prm", "Permanent node name", 6, NAME_FLAGS, yes_no,
	     "It is the node's own"),
	[UNIT] = {"nbns.unit_id", "Unit ID", ETHER, .help = "The node's hardware address",
		  .ref = "RFC 1002, 4.2.18"},
	NUMBER(JUMPERS, "jumpers", "Jumpers", U8, HEX, "How the adapter is set"),
	NUMBER(TEST, "test_result", "Test result", U8, HEX, "How its test went"),
	NUMBER(VERSION, "version_number", "Version number", U16, HEX, "Of the software"),
	NUMBER(PERIOD, "period_of_statistics", "Period of statistics", U16, HEX,
	       "Minutes that were counted"),
	NUMBER(CRCS, "num_crcs", "Number of CRCs", U16, DEC, "Frames with a wrong checksum"),
	NUMBER(ALIGNMENT, "num_alignment_errors", "Number of alignment errors", U16, DEC,
	       "Frames that ended amid an octet"),
	NUMBER(COLLISIONS, "num_collisions", "Number of collisions", U16, DEC,
	       "Two that sent at once"),
	NUMBER(ABORTS, "num_send_aborts", "Number of send aborts", U16, DEC, "Given up sending"),
	NUMBER(SENT, "num_good_sends", "Number of good sends", U32, DEC, "Packets sent"),
	NUMBER(RECEIVED, "num_good_receives", "Number of good receives", U32, DEC,
	       "Packets received"),
	NUMBER(RETRANSMITS, "numretransmits", "Number of retransmits", U16, DEC,
	       "Packets sent again"),
	NUMBER(NO_RESOURCE, "num_no_resource_conditions", "Number of no resource conditions", U16,
	       DEC, "Times that something was used up"),
	NUMBER(COMMANDS, "numcommand_blocks", "Number of command blocks", U16, DEC,
	       "Commands that may wait"),
	NUMBER(PENDING, "numpending_sessions", "Number of pending sessions", U16, DEC,
	       "Sessions there are"),
	NUMBER(MAX_PENDING, "max_num_pending_sessions", "Max number of pending sessions", U16, DEC,
	       "Sessions there may be"),
	NUMBER(MAX_SESSIONS, "max_total_sessions_possible", "Max total sessions possible", U16, DEC,
	       "Sessions there can be"),
	NUMBER(PACKET_SIZE, "session_data_packet_size", "Session data packet size", U16, DEC,
	       "Octets of a packet, at most"),
	[DATA] = {"nbns.data", "Data", BYTES, .help = "A record of another type",
		  .ref = "RFC 1002, 4.2.1.3"},
	[INCOMPLETE] = {"text", "incomplete entry", HEADING},
	[SHORT_NOTE] = EXPERT("nbns.incomplete_entry", "incomplete entry", ERROR, G_MALFORMED),
};

/* A message as it is read. */
struct reader {
	struct walk *w;
	struct dns_scope scope; /* where pointers count from */
	struct text *said;
	unsigned opcode;
	bool response;
};

static void say(struct reader *r, const char *words, const char *more)
{
	if (!r->w->summary)
		return;
	text_put(r->said, words);
	text_put(r->said, more);
}

/* --- what records hold --- */

static void put_incomplete(struct reader *r, const struct cursor *c)
{
	open_group(r->w, c, INCOMPLETE, c->left.cap);
	expert(r->w, SHORT_NOTE, NULL);
}

static void put_addresses(struct reader *r, struct cursor *c, bool says)
{
	for (; c->left.wire && !c->bad; says = false) {
		if (c->left.wire < 6) {
			put_incomplete(r, c);
			cursor_take(c, c->left.wire);
			return;
		}
		put(r->w, c, NB_FLAGS, 2);
		if (says && c->left.cap >= 4)
			say(r, " ", address_words(r->w, IPV4, c->left.p));
		put(r->w, c, ADDRESS, 4);
	}
}

static void put_plain_name(struct reader *r, struct cursor *c)
{
	uint32_t at = c->at;
	struct span name = cursor_take(c, 15);
	const char *text = netbios_plain(r->w, name);
	unsigned sort = u8(c);

	if (c->bad)
		return;
	put_string(r->w, PLAIN_NAME, at, 16, text);
	label_tail(r->w, "<%02x> (%s)", sort, netbios_sort(sort));
	put(r->w, c, NAME_FLAGS, 2);
}

static void put_status(struct reader *r, struct cursor *c)
{
	static const struct part parts[] = {
		{UNIT, 6},        {JUMPERS, 1},      {TEST, 1},        {VERSION, 2},  {PERIOD, 2},
		{CRCS, 2},        {ALIGNMENT, 2},    {COLLISIONS, 2},  {ABORTS, 2},   {SENT, 4},
		{RECEIVED, 4},    {RETRANSMITS, 2},  {NO_RESOURCE, 2}, {COMMANDS, 2}, {PENDING, 2},
		{MAX_PENDING, 2}, {MAX_SESSIONS, 2}, {PACKET_SIZE, 2},
	};
	unsigned n = (unsigned)put(r->w, c, NAMES, 1);

	for (; n && c->left.wire >= 18 && !c->bad; n--)
		put_plain_name(r, c);
	for (unsigned i = 0; !n && i < COUNT(parts) && !c->bad; i++) {
		if (c->left.wire < parts[i].octets) {
			n = 1;
			break;
		}
		put(r->w, c, parts[i].row, parts[i].octets);
	}
	if (n && !c->bad) {
		put_incomplete(r, c);
		cursor_fail(c, UINT32_MAX);
	}
}

static void put_data(struct reader *r, struct cursor *c, unsigned type, bool says)
{
	if (type == NBSTAT) {
		put_status(r, c);
	} else if (type != NB) {
		put(r->w, c, DATA, c->left.wire);
	} else if (r->opcode == WAIT) {
		put(r->w, c, FLAGS, 2);
	} else {
		put_addresses(r, c, says);
	}
}

/* --- questions and records --- */

struct head {
	struct netbios_name name;
	unsigned type, class;
	const char *word; /* of the type */
};

/* What both begin with, below a line that says it. */
static struct head read_head(struct reader *r, struct cursor *c)
{
	struct head h = {.name = netbios_name(r->w, &r->scope, c)};
	struct cursor peek = *c;

	h.type = u16(&peek);
	h.class = u16(&peek);
	h.word = word_for(&type_words, h.type);
	if (!h.word)
		h.word = "Unknown";
	if (peek.bad)
		*c = peek;
	return h;
}

/* Behind the name in a record of an address its sort is told as part of it. */
static uint32_t put_head(struct reader *r, struct cursor *c, const struct cursor *from,
			 const struct head *h, bool question)
{
	const char *class = word_for(&class_words, h->class), *name = h->name.text;
	uint32_t group = open_group(r->w, from, RECORD, 0);
	struct text t = {0};

	label_whole(r->w, "%s: type %s, class %s", name, h->word, class ? class : "Unknown");
	if (h->type == NB && h->name.sort && !question) {
		text_format(&t, "%s (%s)", name, h->name.sort);
		name = arena_copy(&r->w->arena, t.p, t.len);
		text_close(&t);
	}
	put_string(r->w, NAME, h->name.at, h->name.len, name);
	if (question && h->name.sort)
		label_tail(r->w, " (%s)", h->name.sort);
	put(r->w, c, TYPE, 2);
	put(r->w, c, CLASS, 2);
	return group;
}

static void put_question(struct reader *r, struct cursor *c)
{
	struct cursor from = *c;
	struct head h = read_head(r, c);
	uint32_t group;

	if (c->bad)
		return;
	if (!r->response) {
		say(r, " ", h.word);
		say(r, " ", h.name.text);
	}
	group = put_head(r, c, &from, &h, true);
	shut_group(r->w, group, c);
}

static void put_record(struct reader *r, struct cursor *c, bool says)
{
	struct cursor from = *c, body;
	struct head h = read_head(r, c);
	uint32_t group, len;

	if (c->bad)
		return;
	says = says && r->response && !(h.type == NB && r->opcode == WAIT);
	if (says)
		say(r, " ", h.word);
	group = put_head(r, c, &from, &h, false);
	put(r->w, c, TTL, 4);
	len = (uint32_t)put(r->w, c, LENGTH, 2);
	body = cursor_first(*c, len);
	if (c->bad)
		return;
	put_data(r, &body, h.type, says);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
	shut_group(r->w, group, c);
}

static void put_section(struct reader *r, struct cursor *c, unsigned row, unsigned n)
{
	uint32_t group;

	if (!n || c->bad)
		return;
	group = open_group(r->w, c, row, 0);
	for (; n && !c->bad; n--) {
		if (row == QUERY_LIST)
			put_question(r, c);
		else
			put_record(r, c, row == ANSWER_LIST);
	}
	shut_group(r->w, group, c);
}

/* --- the message --- */

static void say_message(struct reader *r, unsigned rcode)
{
	const char *word = word_for(&opcode_words, r->opcode);

	if (!r->w->summary)
		return;
	if (word)
		text_put(r->said, word);
	else
		text_format(r->said, "Unknown operation (%u)", r->opcode);
	if (!r->response)
		return;
	text_put(r->said, " response");
	if (!rcode)
		return;
	word = word_for(&rcode_words, rcode);
	text_format(r->said, ", %s", word ? word : "Unknown error");
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct text *said = take(w, sizeof *said);

	*said = (struct text){0};
	s->said = (uint64_t)(uintptr_t)said;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = (struct state *)l->state;
	struct reader r = {.w = w, .scope = {.start = layer_cursor(l, 0)}};
	unsigned flags = (unsigned)put(w, c, FLAGS, 2), n[4];

	r.said = (struct text *)(uintptr_t)s->said;
	r.opcode = flags >> 11 & 15;
	r.response = flags & 0x8000;
	say_message(&r, flags & 15);
	for (unsigned i = 0; i < COUNT(n); i++)
		n[i] = (unsigned)put(w, c, QUERIES + i, 2);
	for (unsigned i = 0; i < COUNT(n); i++)
		put_section(&r, c, QUERY_LIST + i, n[i]);
	l->says = arena_copy(&w->arena, r.said->p, r.said->len);
	text_close(r.said);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"udp.port", 137}, {0}};

const struct proto proto_nbns = {
	.brief = "NBNS",
	.spec = "RFC 1002",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 2,
	.least = 4,
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
