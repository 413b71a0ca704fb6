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
	PIECE_NUMBERS(MAIL),
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
	MAIL_ROWS("smtp.data", MAIL),
};

static const struct fragment_rows mail_rows = MAIL_ROW_NUMBERS("SMTP", MAIL);

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
	if (span_says(command, "AUTH") && span_begins(parameter, "LOGIN"))
		s->stage = SMTP_LOGIN_ASKED;
	else if (span_says(command, "AUTH") && span_says(parameter, "PLAIN"))
		s->stage = SMTP_PLAIN_ASKED;
	else if (span_says(line.text, "STARTTLS"))
		s->stage = SMTP_TLS_ASKED;
	tcp_ask_tls(l, s->stage == SMTP_TLS_ASKED);
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

/* What a segment of the client is, by its last line. */
enum part_kind { COMMANDS, BODY, END };

/* RFC 5321, 2.4: commands are four letters, but for some of extensions. */
static bool is_command(struct span line)
{
	static const char *const longer[] = {"STARTTLS", "X-EXPS", "X-LINK2STATE", "XEXCH50"};
	struct span word = span_word(&line, " ");
	unsigned letters = 0;

	for (uint32_t i = 0; i < word.cap && i < 5; i++) {
		unsigned ch = (unsigned)span_octet(word, i) | 32;

		letters += ch >= 'a' && ch <= 'z';
	}
	for (unsigned i = 0; i < COUNT(longer); i++)
		if (span_says(word, longer[i]))
			return true;
	return word.cap == 4 && letters == 4;
}

/* RFC 3030, 2: BDAT's line tells how many octets follow it. */
static void note_bdat(struct smtp *s, struct span line)
{
	uint64_t n = 0;

	span_word(&line, " ");
	if (!span_decimal(span_word(&line, " "), &n) || n > INT32_MAX)
		n = 0;
	s->bdat += (uint32_t)n;
	s->last = span_says(span_word(&line, " "), "LAST");
	s->stage = n ? SMTP_MAIL : SMTP_COMMANDS;
	s->any = true;
}

/* Octets of a part that BDAT announced. */
static void note_came(struct smtp *s, uint32_t octets)
{
	if (!s->bdat)
		return;
	s->came += octets;
	if (s->came == s->bdat)
		s->stage = SMTP_COMMANDS;
}

static enum part_kind note_line(struct smtp *s, struct span line)
{
	if (s->stage != SMTP_COMMANDS)
		return COMMANDS;
	if (!is_command(line))
		return s->any ? BODY : COMMANDS;
	if (span_begins(line, "DATA")) {
		s->stage = SMTP_MAIL;
		s->any = true;
	} else if (span_begins(line, "BDAT")) {
		note_bdat(s, line);
	}
	return COMMANDS;
}

/* RFC 5321, 4.1.1.4: a line that is a dot ends the mail; its octets, 0: this is none. */
static uint8_t end_len(const struct smtp *s, struct span left)
{
	if (s->line_ends && span_begins(left, ".\r\n"))
		return 3;
	return span_begins(left, "\r\n.\r\n") ? 5 : 0;
}

/* Wireshark tells what a segment is by its last line, and looks at nothing behind the dot. */
static enum part_kind note_segment(struct smtp *s, struct span left)
{
	enum part_kind kind = COMMANDS;
	bool line_ends = left.cap > 1 && span_octet(left, left.cap - 2) == '\r' &&
			 span_octet(left, left.cap - 1) == '\n';

	while (left.cap) {
		struct line line = span_line(left);

		s->end = s->stage == SMTP_MAIL && !s->bdat ? end_len(s, left) : 0;
		if (s->end) {
			s->stage = SMTP_COMMANDS;
			s->line_ends = line_ends;
			return END;
		}
		if (s->any)
			s->line_ends = line_ends;
		if (s->stage == SMTP_MAIL) {
			kind = BODY;
			note_came(s, left.cap);
			if (s->stage != SMTP_MAIL)
				return kind;
		} else {
			kind = note_line(s, line.text);
		}
		left = span_skip(left, line.len);
	}
	return kind;
}

static const char mails;

/* Which mail of which connection. */
static uint64_t mail_number(const struct layer *l, const struct smtp *s)
{
	const struct layer *tcp = l->parent;

	return VALUE_OF(tcp, tcp->proto->sport) << 48 | VALUE_OF(tcp, tcp->proto->dport) << 32 |
	       s->mails;
}

static void put_mail(struct walk *w, struct layer *l, const struct whole *whole)
{
	struct cursor mail;

	if (!whole)
		return;
	mail = put_whole(w, &mail_rows, whole);
	if (also_by(l, 1, 0))
		walk_next(w, also_by(l, 1, 0), mail);
}

/* Text that goes on in the next segment. */
static void put_body(struct walk *w, struct layer *l, struct cursor part, struct smtp *s)
{
	bool more = !s->bdat || s->stage == SMTP_MAIL || !s->last;
	struct text t = {0};
	const struct whole *whole = NULL;

	if (part.left.cap && part.left.cap == part.left.wire)
		whole = fragment_add(w, &mails, mail_number(l, s), s->octets, more, part.left);
	s->octets += part.left.cap;
	if (more)
		walk_inside(w, next_by(l, MEDIA_LINES), part);
	text_format(&t, "DATA fragment, %u byte%s", part.left.wire, plural(part.left.wire));
	say(l, w, text_string(&t), (struct span){0});
	text_close(&t);
	put_mail(w, l, whole);
	if (!more) {
		s->octets = s->bdat = s->came = 0;
		s->mails++;
	}
}

/* The mail's last segment, without the dot. */
static void put_end(struct walk *w, struct layer *l, struct cursor part, struct smtp *s)
{
	uint64_t number = mail_number(l, s);
	const struct whole *whole = NULL;
	struct cursor dot = cursor_first(part, part.left.wire > s->end ? 0 : 1);

	put(w, &dot, EOM, dot.left.wire);
	label_whole(w, "C: .");
	if (part.left.cap < part.left.wire)
		;
	else if (part.left.wire > s->end)
		whole = fragment_add(w, &mails, number, s->octets, false,
				     span_first(part.left, part.left.wire - s->end));
	else
		whole = fragment_end(w, &mails, number, s->octets);
	say(l, w, "DATA fragment", (struct span){0});
	put_mail(w, l, whole);
	s->octets = 0;
	s->mails++;
}

static void put_commands(struct walk *w, struct layer *l, struct cursor *c, struct smtp *s)
{
	while (c->left.cap) {
		uint32_t len = span_line(c->left).len;

		if (s->stage == SMTP_USERNAME || s->stage == SMTP_PASSWORD || s->stage == SMTP_BOTH)
			put_login(w, l, *c, s);
		else
			put_command(w, l, *c, s);
		cursor_take(c, len);
	}
}

static void read_client(struct walk *w, struct layer *l, struct cursor *c, struct smtp *s)
{
	enum part_kind kind = note_segment(s, c->left);

	if (kind == COMMANDS)
		put_commands(w, l, c, s);
	else if (kind == BODY)
		put_body(w, l, *c, s);
	else
		put_end(w, l, *c, s);
	cursor_take(c, c->left.wire);
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
		if (line.text.cap >= 4)
			put_span(w, *c, RESPONSE_PARAMETER, words);
		say(l, w, "", first ? line.text : words);
		first = false;
		cursor_take(c, line.len);
	}
	shut_group(w, group, NULL);
	tcp_answer_tls(l, also_by(l, 0, 0), code == 220);
	smtp_answer(s, (unsigned)code);
}

/* A segment without the end of a line waits for more. */
static uint32_t pdu_len(struct walk *w, const struct layer *l)
{
	(void)w;
	return span_find(l->bytes, '\n') == NOT_FOUND ? PDU_MORE : l->bytes.wire;
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

static const struct hang hangs[] = {
	{"tcp.port", 25}, {"tcp.port", 587}, {"tls.port", 465}, {"smtp.after", 0}, {0}};

const struct proto proto_smtp = {
	.brief = "SMTP",
	.spec = "RFC 5321",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.table = "media_type", .also = {"starttls", "mail", "smtp.after"}},
	.hangs = hangs,
	.pdu_len = pdu_len,
	.note = note,
	.rest = rest,
	.info = info,
};
