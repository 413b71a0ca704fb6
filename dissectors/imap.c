/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Message Access Protocol. */
/* RFC 9051; RFC 3501. */
#include "flow/queries.h"
#include "flow/tcp_payload.h"
#include "shared/http.h"

enum {
	IMAP,
	IS_REQUEST,
	LINE,
	REQUEST,
	RESPONSE,
	REQUEST_TAG,
	RESPONSE_TAG,
	ANY_TAG,
	IS_UID,
	REQUEST_COMMAND,
	USERNAME,
	PASSWORD,
	FOLDER,
	STATUS,
	RESPONSE_COMMAND,
	ANY_COMMAND,
	REQUEST_IN,
	TIME,
};

struct state {
	uint64_t words;  /* of the summary line: a C string's address; ABSENT: none yet */
	uint64_t tagged; /* ABSENT: they are those of a line without a tag */
};

#define ROW(row, filter, label, above, says, section) \
	[row] = {"imap." filter, label, STRING, .under = above, .help = says, .ref = section}

static const struct field fields[] = {
	[IMAP] = {"imap", "Internet Message Access Protocol", PROTO},
	[IS_REQUEST] = {"imap.isrequest", "Request", BOOL, .traits = HIDDEN,
			.help = "The client said it"},
	ROW(LINE, "line", "Line", 0, "A line, with its end", "2.2"),
	ROW(REQUEST, "request", "Request", LINE, "What the client says", "2.2.1"),
	ROW(RESPONSE, "response", "Response", LINE, "What the server says", "2.2.2"),
	ROW(REQUEST_TAG, "request_tag", "Request Tag", LINE, "The client's name of the command",
	    "2.2.1"),
	ROW(RESPONSE_TAG, "response_tag", "Response Tag", LINE, "Which command it answers",
	    "2.2.2"),
	[ANY_TAG] = {"imap.tag", "Tag", STRING, .under = LINE, .traits = HIDDEN,
		     .help = "The same of either side", .ref = "2.2.1"},
	[IS_UID] = {"imap.request.command.uid", "Request isUID", BOOL, .under = LINE,
		    .help = "Mails are named by unique numbers", .ref = "6.4.9"},
	ROW(REQUEST_COMMAND, "request.command", "Request Command", LINE, "What is to be done", "6"),
	ROW(USERNAME, "request.username", "Request Username", LINE, "Who the client is", "6.2.3"),
	ROW(PASSWORD, "request.password", "Request Password", LINE, "Its password", "6.2.3"),
	ROW(FOLDER, "request.folder", "Request Folder", LINE, "Which mailbox", "6.3"),
	ROW(STATUS, "response.status", "Response Status", LINE, "How it went", "7.1"),
	ROW(RESPONSE_COMMAND, "response.command", "Response Command", LINE,
	    "The first word behind it", "7.1"),
	[ANY_COMMAND] = {"imap.command", "Command", STRING, .under = LINE, .traits = HIDDEN,
			 .help = "The same of either side", .ref = "6"},
	[REQUEST_IN] = {"imap.response_to", "Request In", FRAMENUM, .under = LINE,
			.traits = GENERATED, .help = "The frame of the command"},
	[TIME] = {"imap.time", "Response Time", RELTIME, .under = LINE, .traits = GENERATED,
		  .help = "How long the answer took"},
};

/* Whether the client speaks. */
static bool from_client(const struct layer *l)
{
	const struct layer *tcp = layer_up(l, "tcp");
	uint64_t port = tcp ? VALUE_OF(tcp, tcp->proto->dport) : 0;

	return port == 143 || port == 993;
}

static void put_span(struct walk *w, struct cursor all, unsigned row, struct span part)
{
	struct cursor c = cursor_on(all, part);

	put(w, &c, row, part.cap);
}

/* A line of FETCH that ends in {n}: octets of the mail behind it; NOT_FOUND: there is none. */
static uint32_t literal_of(struct span line)
{
	struct span left = line, number;
	uint64_t n;

	if (!span_says(span_word(&left, " "), "*") || !span_word(&left, " ").cap ||
	    !span_says(span_word(&left, " "), "FETCH"))
		return NOT_FOUND;
	if (!line.cap || span_octet(line, line.cap - 1) != '}')
		return NOT_FOUND;
	do {
		span_word(&left, "{");
		number = span_first(left, left.cap ? left.cap - 1 : 0);
	} while (left.cap && span_find(left, '{') != NOT_FOUND);
	return span_decimal(number, &n) && n < INT32_MAX ? (uint32_t)n : NOT_FOUND;
}

/* --- a line --- */

/* What names a command among those of a connection. */
static uint32_t hash_of(struct span tag)
{
	uint32_t hash = 2166136261;

	for (uint32_t i = 0; i < tag.cap; i++)
		hash = (hash ^ (uint32_t)span_octet(tag, i)) * 16777619;
	return hash;
}

static struct span next_token(struct span *left)
{
	return span_word(left, " ");
}

/* The password stands in quotes: its first and its last octet are no part of it. */
static void put_login(struct walk *w, struct cursor *c, struct span left)
{
	struct span name = next_token(&left), password;

	put_span(w, *c, USERNAME, name);
	password = next_token(&left);
	if (password.cap < 2)
		cursor_fail(c, c->left.wire + 1);
	else
		put_span(w, *c, PASSWORD, span_skip(span_first(password, password.cap - 1), 1));
}

/* Commands that name a mailbox, and how many words come before it. */
static const struct {
	const char *command;
	uint8_t before;
} folders[] = {
	{"SELECT", 0}, {"EXAMINE", 0},   {"CREATE", 0},      {"DELETE", 0},
	{"RENAME", 0}, {"SUBSCRIBE", 0}, {"UNSUBSCRIBE", 0}, {"STATUS", 0},
	{"APPEND", 0}, {"SEARCH", 0},    {"COPY", 1},
};

static void put_folder(struct walk *w, struct cursor all, struct span command, struct span left)
{
	for (unsigned i = 0; i < COUNT(folders); i++) {
		struct span folder;

		if (!span_says(command, folders[i].command))
			continue;
		if (folders[i].before)
			next_token(&left);
		folder = next_token(&left);
		if (folder.cap)
			put_span(w, all, FOLDER, folder);
		return;
	}
}

static void put_request(struct walk *w, struct cursor *c, struct span left)
{
	struct span command = next_token(&left);

	if (span_says(command, "UID")) {
		put_value(w, IS_UID, c->at, 3, 1);
		command = next_token(&left);
	}
	if (!command.cap)
		return;
	put_span(w, *c, REQUEST_COMMAND, command);
	put_span(w, *c, ANY_COMMAND, command);
	tcp_ask_tls(w->now, span_says(command, "STARTTLS"));
	if (span_says(command, "LOGIN"))
		put_login(w, c, left);
	else
		put_folder(w, *c, command, left);
}

static void put_response(struct walk *w, struct layer *l, struct cursor all, struct span tag,
			 struct span left)
{
	struct span status = next_token(&left), word = next_token(&left);
	struct query_found found;

	if (status.cap)
		put_span(w, all, STATUS, status);
	tcp_answer_tls(l, also_by(l, 1, 0), span_says(status, "OK"));
	if (word.cap) {
		put_span(w, all, RESPONSE_COMMAND, word);
		put_span(w, all, ANY_COMMAND, word);
	}
	found = query_answered(w, l, hash_of(tag));
	if (!found.request || found.reply)
		return;
	put_value(w, REQUEST_IN, all.at, 0, found.request);
	put_value(w, TIME, all.at, 0, (uint64_t)found.since);
}

static void put_words(struct walk *w, struct layer *l, struct cursor *c, struct span line)
{
	bool request = from_client(l);
	struct span left = line, tag;

	put_span(w, *c, request ? REQUEST : RESPONSE, line);
	tag = next_token(&left);
	if (!tag.cap)
		return;
	put_span(w, *c, request ? REQUEST_TAG : RESPONSE_TAG, tag);
	put_span(w, *c, ANY_TAG, tag);
	if (!request) {
		put_response(w, l, *c, tag, left);
		return;
	}
	put_request(w, c, left);
	if (!c->bad)
		query_asked(w, l, hash_of(tag), 0);
}

/* What the summary line says: the first line with a tag, or the first one at all. */
static void say(struct walk *w, struct layer *l, struct span line, bool tagged)
{
	struct state *s = (struct state *)l->state;

	if (!w->summary || (s->words != ABSENT && (!tagged || s->tagged != ABSENT)))
		return;
	s->words = (uint64_t)(uintptr_t)words_of(w, line);
	if (tagged)
		s->tagged = 1;
}

static void put_line(struct walk *w, struct layer *l, struct cursor *c)
{
	struct line line = span_line(c->left);
	bool tagged = line.text.cap && span_octet(line.text, 0) != '*';
	struct cursor all = *c;

	put(w, c, LINE, line.len);
	say(w, l, line.text, tagged);
	if (!tagged)
		return;
	w->depth++;
	put_words(w, l, &all, line.text);
	w->depth--;
	if (all.bad)
		c->bad = all.bad;
}

/* Octets of the line there, with the mail behind it; 0: they aren't all there. */
static uint32_t unit_len(struct span s, bool request)
{
	struct line line = span_line(s);
	uint32_t literal = request ? NOT_FOUND : literal_of(line.text);

	if (!line.ended)
		return 0;
	if (literal == NOT_FOUND)
		return line.len;
	/* The line goes on behind the mail. */
	return s.cap - line.len <= literal ? 0 : line.len + literal;
}

/* All lines that are whole. */
static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	bool request = from_client(l);
	struct span left = l->bytes;
	uint32_t len;

	(void)w;
	while (left.cap && (len = unit_len(left, request)) != 0)
		left = span_skip(left, len);
	return left.cap == l->bytes.cap ? PDU_MORE : l->bytes.cap - left.cap;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct state));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool request = from_client(l);

	put_value(w, IS_REQUEST, c->at, 0, request);
	while (c->left.cap && !c->bad) {
		uint32_t literal = request ? NOT_FOUND : literal_of(span_line(c->left).text);

		put_line(w, l, c);
		if (literal == NOT_FOUND || c->bad)
			continue;
		if (also_by(l, 0, 0) && literal)
			walk_next(w, also_by(l, 0, 0), cursor_first(*c, literal));
		cursor_take(c, literal);
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	text_put(t, from_client(l) ? "Request: " : "Response: ");
	if (s->words != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"tcp.port", 143}, {"tls.port", 993}, {"imap.after", 0}, {0}};

const struct proto proto_imap = {
	.brief = "IMAP",
	.spec = "RFC 9051",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"mail", "starttls", "imap.after"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdus_in_one = true,
	.note = note,
	.rest = rest,
	.info = info,
};
