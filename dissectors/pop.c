/* SPDX-License-Identifier: BSD-2-Clause */
/* Post Office Protocol, version 3. */
/* RFC 1939. */
#include "flow/pop.h"
#include "flow/fragments.h"
#include "flow/tcp_payload.h"
#include "shared/http.h"

enum {
	POP,
	RESPONSE,
	INDICATOR,
	DESCRIPTION,
	RESPONSE_DATA,
	REQUEST,
	COMMAND,
	PARAMETER,
	REQUEST_DATA,
	LENGTH_NOTE,
	PIECE_NUMBERS(MAIL),
};

struct state {
	uint64_t words;    /* of the summary line: a C string's address */
	uint64_t fragment; /* octets of a part of a mail; ABSENT: it is none */
};

#define ROW(row, filter, label, says, section) \
	[row] = {"pop." filter, label, STRING, .help = says, .ref = section}

static const struct field fields[] = {
	[POP] = {"pop", "Post Office Protocol", PROTO},
	ROW(RESPONSE, "response", "Response", "What the server says", "3"),
	ROW(INDICATOR, "response.indicator", "Response indicator", "+OK or -ERR", "3"),
	ROW(DESCRIPTION, "response.description", "Response description", "The same in words", "3"),
	ROW(RESPONSE_DATA, "response.data", "Data", "More lines", "3"),
	ROW(REQUEST, "request", "Request", "What the client says", "3"),
	ROW(COMMAND, "request.command", "Request command", "What is to be done", "5"),
	ROW(PARAMETER, "request.parameter", "Request parameter", "To what", "5"),
	ROW(REQUEST_DATA, "request.data", "Data", "More lines", "3"),
	[LENGTH_NOTE] = EXPERT("pop.response.tot_len.invalid",
			       "Length must be a string containing an integer", ERROR, G_MALFORMED),
	MAIL_ROWS("pop.data", MAIL),
};

static const struct fragment_rows mail_rows = MAIL_ROW_NUMBERS("DATA", MAIL);

static bool from_client(const struct layer *l)
{
	const struct layer *tcp = layer_up(l, "tcp");
	uint64_t port = tcp ? VALUE_OF(tcp, tcp->proto->dport) : 0;

	return port == 110 || port == 995;
}

static void put_span(struct walk *w, struct cursor all, unsigned row, struct span part)
{
	struct cursor c = cursor_on(all, part);

	put(w, &c, row, part.cap);
}

/* A line whose octets are its label alone. */
static void put_line(struct walk *w, const struct cursor *c, unsigned row, uint32_t len)
{
	put_string(w, row, c->at, len, "");
	if (w->labels)
		label_whole(w, "%s", words_of(w, span_first(c->left, len)));
}

static void put_command(struct walk *w, const struct cursor *c, struct span line, struct pop *p)
{
	struct span left = line, command = span_word(&left, " ");

	if (command.cap)
		put_span(w, *c, COMMAND, command);
	if (left.cap)
		put_span(w, *c, PARAMETER, left);
	tcp_ask_tls(w->now, span_says(command, "STLS"));
	if (span_says(command, "RETR") || span_says(command, "TOP"))
		p->asked = true;
}

/* RFC 1939, 5: "+OK 120 octets" begins a mail. */
static void put_answer(struct walk *w, const struct cursor *c, struct span line, struct pop *p)
{
	struct span left = line, indicator = span_word(&left, " "), words = left;
	uint32_t node = w->last;
	uint64_t total;

	put_span(w, *c, INDICATOR, indicator);
	if (p->asked && span_begins(line, "+OK ") && left.cap) {
		p->came = 0;
		p->total = 0;
		w->last = node;
		if (span_decimal(span_word(&words, " "), &total) && total <= UINT32_MAX)
			p->total = (uint32_t)total;
		else
			expert(w, LENGTH_NOTE, NULL);
	}
	p->asked = false;
	tcp_answer_tls(w->now, also_by(w->now, 1, 0), span_says(indicator, "+OK"));
	if (left.cap)
		put_span(w, *c, DESCRIPTION, left);
}

/* A part of a mail, or all of it. */
static void put_mail(struct walk *w, struct layer *l, struct cursor *c, struct pop *p)
{
	static const char mails;
	const struct layer *tcp = layer_up(l, "tcp");
	uint64_t number = (uint64_t)VALUE_OF(tcp, tcp->proto->dport) << 32 | p->mails;
	uint32_t before = p->octets;
	const struct whole *whole;
	struct cursor mail = *c;

	p->came += c->left.wire;
	p->octets += c->left.wire;
	if (c->left.cap < c->left.wire)
		return;
	whole = fragment_add(w, &mails, number, before, p->came < p->total, c->left);
	if (!whole)
		return;
	if (whole->n > 1)
		mail = put_whole(w, &mail_rows, whole);
	if (also_by(l, 0, 0))
		walk_next(w, also_by(l, 0, 0), mail);
	p->octets = 0;
	p->mails++;
}

static void put_lines(struct walk *w, struct layer *l, struct cursor *c, struct pop *p)
{
	bool request = from_client(l), first = true;

	for (; c->left.cap; first = false) {
		struct line line = span_line(c->left);

		if (!first) {
			put_line(w, c, request ? REQUEST_DATA : RESPONSE_DATA, line.len);
			cursor_take(c, line.len);
			continue;
		}
		put_line(w, c, request ? REQUEST : RESPONSE, line.len);
		w->depth++;
		if (request)
			put_command(w, c, line.text, p);
		else
			put_answer(w, c, line.text, p);
		w->depth--;
		cursor_take(c, line.len);
	}
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct span text = l->bytes;

	if (!from_client(l) && !span_begins(text, "+OK") && !span_begins(text, "-ERR"))
		s->fragment = text.wire;
	s->words = (uint64_t)(uintptr_t)words_of(w, span_line(text).text);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	struct pop *p = pop_of(w, layer_up(l, "tcp"));

	if (s->fragment == ABSENT)
		put_lines(w, l, c, p);
	else
		put_mail(w, l, c, p);
	cursor_take(c, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	if (s->fragment != ABSENT)
		text_format(t, "S: DATA fragment, %u byte%s", (unsigned)s->fragment,
			    plural(s->fragment));
	else
		text_format(t, "%s: %s", from_client(l) ? "C" : "S",
			    (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"tcp.port", 110}, {"tls.port", 995}, {"pop.after", 0}, {0}};

const struct proto proto_pop = {
	.brief = "POP",
	.spec = "RFC 1939",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"mail", "starttls", "pop.after"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
