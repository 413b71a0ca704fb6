/* SPDX-License-Identifier: BSD-2-Clause */
/* Simple Mail Transfer Protocol. */
/* RFC 5321; RFC 4954 (AUTH). */
#include "flow/smtp.h"
#include "core/arena.h"
#include "flow/fragments.h"
#include "flow/tcp_payload.h"
#include "shared/media.h"

enum {
	SMTP,
	IS_REQUEST,
	IS_RESPONSE,
	COMMAND_LINE,
	COMMAND,
	PARAMETER,
	BOTH,
	BASE64_DECODE,
	RESPONSE,
	CODE,
	RESPONSE_PARAMETER,
	USERNAME,
	PASSWORD,
	BOTH_ALONE,
	EOM,
	FRAGMENT_NUMBERS(MAIL),
};

static const struct word codes[] = {
	{211, "System status, or system help reply"},
	{214, "Help message"},
	{220, "<domain> Service ready"},
	{221, "<domain> Service closing transmission channel"},
	{235, "Authentication successful"},
	{250, "Requested mail action okay, completed"},
	{251, "User not local; will forward to <forward-path>"},
	{252, "Cannot VRFY user, but will accept message and attempt delivery"},
	{334, "AUTH input"},
	{354, "Start mail input; end with <CRLF>.<CRLF>"},
	{421, "<domain> Service not available, closing transmission channel"},
	{432, "A password transition is needed"},
	{450, "Requested mail action not taken: mailbox unavailable"},
	{451, "Requested action aborted: local error in processing"},
	{452, "Requested action not taken: insufficient system storage"},
	{454, "Temporary authentication failed"},
	{500, "Syntax error, command unrecognized"},
	{501, "Syntax error in parameters or arguments"},
	{502, "Command not implemented"},
	{503, "Bad sequence of commands"},
	{504, "Command parameter not implemented"},
	{530, "Authentication required"},
	{534, "Authentication mechanism is too weak"},
	{535, "Authentication credentials invalid"},
	{538, "Encryption required for requested authentication mechanism"},
	{550, "Requested action not taken: mailbox unavailable"},
	{551, "User not local; please try <forward-path>"},
	{552, "Requested mail action aborted: exceeded storage allocation"},
	{553, "Requested action not taken: mailbox name not allowed"},
	{554, "Transaction failed"},
};

#define ROW(row, name, label, above, says, section) \
	[row] = {"smtp." name, label, STRING, .under = above, .help = says, .ref = section}

static const struct field fields[] = {
	[SMTP] = {"smtp", "Simple Mail Transfer Protocol", PROTO},
	[IS_REQUEST] = {"smtp.req", "Request", BOOL, .traits = HIDDEN, .help = "It is one"},
	[IS_RESPONSE] = {"smtp.rsp", "Response", BOOL, .traits = HIDDEN, .help = "It is one"},
	ROW(COMMAND_LINE, "command_line", "Command Line", 0, "What the client says", "4.1"),
	ROW(COMMAND, "req.command", "Command", COMMAND_LINE, "What is to be done", "4.1"),
	ROW(PARAMETER, "req.parameter", "Request parameter", COMMAND_LINE, "To what", "4.1"),
	ROW(BOTH, "auth.username_password", "Username/Password", COMMAND_LINE,
	    "Who the client is, in Base64", "RFC 4616, 2"),
	[BASE64_DECODE] = EXPERT("smtp.base64_decode",
				 "base64 decode failed or is not enabled (check SMTP preferences)",
				 WARNING, G_PROTOCOL),
	ROW(RESPONSE, "response", "Response", 0, "What the server says", "4.2"),
	[CODE] = {"smtp.response.code", "Response code", U32, DEC, .under = RESPONSE, WORDS(codes),
		  .help = "How it went", .ref = "4.2.1"},
	ROW(RESPONSE_PARAMETER, "rsp.parameter", "Response parameter", RESPONSE,
	    "The same in words", "4.2"),
	ROW(USERNAME, "auth.username", "Username", 0, "Who the client is, in Base64",
	    "RFC 4954, 4"),
	ROW(PASSWORD, "auth.password", "Password", 0, "Its password, in Base64", "RFC 4954, 4"),
	ROW(BOTH_ALONE, "auth.username_password", "Username/Password", 0,
	    "Who the client is, in Base64", "RFC 4616, 2"),
	[EOM] = {"smtp.eom", "EOM", NONE, .help = "The dot that ends a mail", .ref = "4.1.1.4"},
	PIECE_ROWS("smtp.data.fragment", "smtp.data", "DATA fragments", "DATA fragment",
		   "DATA defragmentation error", "Reassembled DATA length", "Reassembled DATA",
		   "DATA fragment", "fragment", MAIL, NONE, 0),
};

static const struct fragment_rows mail_rows = {
	.of = "SMTP",
	.piece = "DATA fragment",
	.all = MAIL,
	.one = MAIL_ONE,
	.error = MAIL_ERROR,
	.overlap = MAIL_OVERLAP,
	.conflict = MAIL_CONFLICT,
	.ends_too = MAIL_ENDS_TOO,
	.too_long = MAIL_TOO_LONG,
	.count = MAIL_COUNT,
	.len = MAIL_LEN,
};

struct state {
	uint64_t words; /* the summary line's: a C string's address */
};

static bool from_client(const struct layer *l)
{
	const struct layer *tcp = l->parent;
	uint64_t port = VALUE_OF(tcp, tcp->proto->dport);

	return port == 25 || port == 587 || port == 465;
}

static const char *copy(struct walk *w, struct span s)
{
	return arena_copy(&w->arena, s.p, s.cap);
}

static void put_span(struct walk *w, struct cursor all, unsigned row, struct span part)
{
	cursor_take(&all, (uint32_t)(part.p - all.left.p));
	put(w, &all, row, part.cap);
}

/* Words for the summary line, behind those that are there. */
static void say(struct layer *l, struct walk *w, const char *before, struct span text)
{
	struct state *s = (struct state *)l->state;
	const char *old = (const char *)(uintptr_t)s->words;

	if (!w->summary)
		return;
	if (*old)
		old = arena_join(&w->arena, old, " | ");
	old = arena_join(&w->arena, old, before);
	s->words = (uint64_t)(uintptr_t)arena_join(&w->arena, old, copy(w, text));
}

/* --- what the client says --- */

static void put_command(struct walk *w, struct layer *l, struct cursor all, struct smtp *s)
{
	struct line line = span_line(all.left);
	struct span command = span_first(line.text, 4);
	struct span parameter = span_skip(line.text, 5);
	uint32_t group;

	put_value(w, IS_REQUEST, all.at, 0, 1);
	group = open_group(w, &all, COMMAND_LINE, line.len);
	put_span(w, all, COMMAND, command);
	if (parameter.cap)
		put_span(w, all, PARAMETER, parameter);
	if (span_says(command, "AUTH") && span_begins(parameter, "PLAIN ")) {
		put_span(w, all, BOTH, span_skip(parameter, 6));
		expert(w, BASE64_DECODE, NULL);
	}
	shut_group(w, group, NULL);
	if (span_says(command, "DATA"))
		s->stage = SMTP_DATA_ASKED;
	else if (span_says(command, "AUTH") && span_begins(parameter, "LOGIN"))
		s->stage = SMTP_LOGIN_ASKED;
	else if (span_says(command, "AUTH") && span_says(parameter, "PLAIN"))
		s->stage = SMTP_PLAIN_ASKED;
	else if (span_says(line.text, "STARTTLS"))
		s->stage = SMTP_TLS_ASKED;
	say(l, w, "", line.text);
}

static void put_login(struct walk *w, struct layer *l, struct cursor all, struct smtp *s)
{
	struct line line = span_line(all.left);
	bool name = s->stage == SMTP_USERNAME, both = s->stage == SMTP_BOTH;

	put_value(w, IS_REQUEST, all.at, 0, 1);
	put_span(w, all, both ? BOTH_ALONE : name ? USERNAME : PASSWORD, line.text);
	if (both)
		expert(w, BASE64_DECODE, NULL);
	say(l, w, both ? "" : name ? "User: " : "Pass: ", line.text);
	s->stage = name ? SMTP_PASSWORD_NEXT : SMTP_COMMANDS;
}

/* RFC 5321, 4.1.1.4: octets of the mail up to the line that is a dot; NOT_FOUND: it isn't here. */
static uint32_t mail_len(struct span s)
{
	struct span left = s;

	while (left.cap) {
		struct line line = span_line(left);

		if (line.ended && line.text.cap == 1 && span_octet(left, 0) == '.')
			return s.cap - left.cap;
		left = span_skip(left, line.len);
	}
	return NOT_FOUND;
}

static const struct whole *add_mail(struct walk *w, const struct layer *l, struct smtp *s,
				    struct span part, bool more)
{
	static const char table_key;
	const struct layer *tcp = l->parent;
	uint64_t number = VALUE_OF(tcp, tcp->proto->sport) << 48 |
			  VALUE_OF(tcp, tcp->proto->dport) << 32 | s->mails;
	uint32_t before = s->octets;

	if (part.cap < part.wire || !part.cap)
		return NULL;
	s->octets += part.cap;
	return fragment_add(w, &table_key, number, before, more, part);
}

/* Text that goes on in the next segment. */
static void put_part(struct walk *w, struct layer *l, struct cursor part)
{
	struct text t = {0};

	walk_inside(w, next_by(l, MEDIA_LINES), part);
	text_format(&t, "DATA fragment, %u bytes", part.left.wire);
	say(l, w, text_string(&t), (struct span){0});
	text_close(&t);
}

/* RFC 3030, 2: BDAT's line tells how many octets follow it; gives all of them, 0: it is none. */
static uint32_t bdat_len(struct span s)
{
	struct line line = span_line(s);
	struct span left = line.text;
	uint64_t n;

	if (!span_says(span_word(&left, " "), "BDAT") || !span_decimal(span_word(&left, " "), &n) ||
	    n > INT32_MAX)
		return 0;
	return line.len + (uint32_t)n;
}

/* A part of a mail; gives the octets read. */
static uint32_t put_mail(struct walk *w, struct layer *l, struct cursor all, struct smtp *s)
{
	uint32_t len = mail_len(all.left);
	bool ends = len != NOT_FOUND;
	struct cursor part = cursor_first(all, ends ? len : all.left.wire), dot = all;
	const struct whole *whole = add_mail(w, l, s, part.left, !ends);

	if (!ends) {
		put_part(w, l, part);
		return part.left.wire;
	}
	cursor_take(&dot, len);
	put(w, &dot, EOM, span_line(dot.left).len);
	label_whole(w, "C: .");
	if (whole)
		put_whole(w, &mail_rows, whole);
	s->stage = SMTP_COMMANDS;
	say(l, w, "DATA fragment", (struct span){0});
	return all.left.wire; /* what stands behind the dot isn't looked at, as in Wireshark */
}

static void read_client(struct walk *w, struct layer *l, struct cursor *c, struct smtp *s)
{
	while (c->left.cap) {
		uint32_t len = span_line(c->left).len;

		uint32_t bdat = bdat_len(c->left);

		if (s->stage == SMTP_MAIL) {
			len = put_mail(w, l, *c, s);
		} else if (bdat) {
			len = bdat;
			put_part(w, l, cursor_first(*c, bdat));
		} else if (s->stage == SMTP_USERNAME || s->stage == SMTP_PASSWORD ||
			   s->stage == SMTP_BOTH)
			put_login(w, l, *c, s);
		else
			put_command(w, l, *c, s);
		cursor_take(c, len);
	}
}

/* --- what the server says --- */

/* RFC 5321, 4.2.1: lines with the same code, all but the last one with a hyphen behind it. */
static void put_response(struct walk *w, struct layer *l, struct cursor *c, struct smtp *s)
{
	struct line line = span_line(c->left);
	uint32_t group = open_group(w, c, RESPONSE, line.len);
	bool first = true, more = true;
	uint64_t code = 0;

	for (; more && c->left.cap; line = span_line(c->left)) {
		struct span words = span_skip(line.text, 4);

		more = span_octet(line.text, 3) == '-';
		if (first && span_decimal(span_first(line.text, 3), &code))
			put_value(w, CODE, c->at, 3, code);
		if (words.cap)
			put_span(w, *c, RESPONSE_PARAMETER, words);
		say(l, w, "", first ? line.text : words);
		first = false;
		cursor_take(c, line.len);
	}
	shut_group(w, group, NULL);
	if (s->stage == SMTP_TLS_ASKED && code == 220)
		tcp_carries(l->parent, also_by(l, 0, 0));
	smtp_answer(s, (unsigned)code);
}

static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	struct line line = span_line(l->bytes);

	if (from_client(l) && smtp_of(w, l->parent)->stage == SMTP_MAIL)
		return l->bytes.wire;
	if (from_client(l) && bdat_len(l->bytes))
		return bdat_len(l->bytes);
	return line.ended ? line.len : PDU_MORE;
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->words = (uint64_t)(uintptr_t) "";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct smtp *s = smtp_of(w, l->parent);

	if (from_client(l)) {
		read_client(w, l, c, s);
		return;
	}
	put_value(w, IS_RESPONSE, c->at, 0, 1);
	while (c->left.cap)
		put_response(w, l, c, s);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	text_put(t, from_client(l) ? "C: " : "S: ");
	text_put(t, (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"tcp.port", 25}, {"tcp.port", 587}, {"tls.port", 465}, {0}};

const struct proto proto_smtp = {
	.brief = "SMTP",
	.spec = "RFC 5321",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.table = "media_type", .also = {"starttls"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.pdus_in_one = true,
	.note = note,
	.rest = rest,
	.info = info,
};
