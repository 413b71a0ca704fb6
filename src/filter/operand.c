/* SPDX-License-Identifier: BSD-2-Clause */
/* Operands: literals, fields with their slices and layers, calls, arithmetic. */
#include "filter/parse.h"
#include <stdio.h>
#include <stdlib.h>

/* --- literals and names --- */

/* Up to `most` digits of the base as a number; *s goes behind them. */
static uint32_t digits(const char **s, unsigned base, unsigned most)
{
	uint32_t v = 0;

	while (most-- && hex_value(**s) >= 0 && (unsigned)hex_value(**s) < base)
		v = v * base + (uint32_t)hex_value(*(*s)++);
	return v;
}

static char *put_utf8(char *to, uint32_t c)
{
	if (c < 0x80) {
		*to++ = (char)c;
		return to;
	}
	if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
	} else {
		if (c < 0x10000) {
			*to++ = (char)(0xe0 | c >> 12);
		} else {
			*to++ = (char)(0xf0 | c >> 18);
			*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		}
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
	}
	*to++ = (char)(0x80 | (c & 0x3f));
	return to;
}

/* What stands behind a backslash; NULL: no such escape. */
static char *unescape(char *to, const char **s)
{
	static const char letters[] = "abfnrtv'\"\\", octets[] = "\a\b\f\n\r\t\v'\"\\";
	char c = *(*s)++;
	const char *letter = strchr(letters, c);

	if (letter && c) {
		*to++ = octets[letter - letters];
	} else if (c >= '0' && c <= '7') {
		--*s;
		*to++ = (char)digits(s, 8, 3);
	} else if (c == 'x' && hex_value(**s) >= 0) {
		*to++ = (char)digits(s, 16, 2);
	} else if ((c == 'u' || c == 'U') && hex_value(**s) >= 0) {
		to = put_utf8(to, digits(s, 16, c == 'u' ? 4 : 8) & 0x1fffff);
	} else {
		return NULL;
	}
	return to;
}

/* The octets between the quotes, escapes resolved; in a raw string all stands for itself. */
static bool decode(struct parser *p, struct term *t, const struct token *token)
{
	const char *s = p->f->text + token->at, *end = s + token->len - 1;
	char *to = arena_take(&p->f->arena, token->len + 1);

	t->raw = *s != '"' && *s != '\'';
	t->text = to;
	for (s += t->raw + 1; s < end;) {
		if (*s != '\\' || t->raw) {
			*to++ = *s++;
			continue;
		}
		s++;
		to = unescape(to, &s);
		if (!to)
			return wrong(p->f, (uint32_t)(s - p->f->text) - 2, 2,
				     "there is no such escape; a backslash itself is written \\\\");
	}
	*to = '\0';
	t->text_len = (uint32_t)(to - t->text);
	return true;
}

static struct term *parse_quoted(struct parser *p, enum op op)
{
	struct token token = p->t;
	struct term *t = new_term(p->f, op, token.at, token.len);

	advance(p);
	if (!decode(p, t, &token))
		return NULL;
	if (op == OP_CHAR && t->text_len != 1) {
		wrong(p->f, t->at, t->len,
		      "a character is one octet in single quotes; strings "
		      "stand in double quotes");
		return NULL;
	}
	return t;
}

/* Names of before, and what the protocol is called now. */
static const struct {
	const char *before, *now;
} renamed[] = {{"bootp", "dhcp"}, {"ssl", "tls"}};

/* The number of a row of that name; session_rows(): there is none. */
static uint32_t row_named(struct filter *f, const char *name)
{
	uint32_t none = session_rows(f->session), id = session_find(f->session, name, 0);

	while (id < none && session_row(f->session, id)->kind == HEADING)
		id = session_find(f->session, name, id + 1);
	return id;
}

/* The same for a name of before; the user is told. */
static uint32_t row_renamed(struct filter *f, const char *name)
{
	for (size_t i = 0; i < COUNT(renamed); i++) {
		size_t n = strlen(renamed[i].before);
		uint32_t id;
		char *now;

		if (strncmp(name, renamed[i].before, n) || (name[n] && name[n] != '.'))
			continue;
		now = arena_join(&f->arena, renamed[i].now, name + n);
		id = row_named(f, now);
		if (id < session_rows(f->session))
			f->warning = arena_join(
				&f->arena, arena_join(&f->arena, name, " is now called "), now);
		return id;
	}
	return session_rows(f->session);
}

/* The field, with all rows that share its name; NULL: no field is called so. */
static struct term *field_term(struct filter *f, const char *name, uint32_t at, uint32_t len)
{
	uint32_t none = session_rows(f->session), id = row_named(f, name), n = 0;
	struct term *t;

	if (id == none)
		id = row_renamed(f, name);
	if (id == none)
		return NULL;
	t = new_term(f, OP_FIELD, at, len);
	t->field = session_row(f->session, id);
	t->text = t->field->name;
	for (uint32_t i = id; i < none; i = session_find(f->session, t->field->name, i + 1))
		n++;
	t->ids = arena_take(&f->arena, (n + 1) * sizeof *t->ids);
	for (n = 0; id < none; id = session_find(f->session, t->field->name, id + 1))
		t->ids[n++] = id;
	t->ids[n] = UINT32_MAX;
	return t;
}

static struct term *parse_reference(struct parser *p)
{
	struct token token = p->t;
	const char *name = arena_copy(&p->f->arena, p->f->text + token.at + 2, token.len - 3);
	struct term *t = field_term(p->f, name, token.at, token.len);

	if (!t) {
		snprintf(p->f->fault->field, sizeof p->f->fault->field, "%s", name);
		wrong(p->f, token.at + 2, token.len - 3, "no field is called \"%s\"", name);
		return NULL;
	}
	advance(p);
	t->op = OP_REFERENCE;
	return t;
}

/* --- slices and layers --- */

/* "3", "1:2", "1-2", ":2", "1:" */
static bool parse_stretch(const char **s, struct stretch *x, bool layers)
{
	char *end;
	bool whole = **s == ':';

	x->from = whole ? 0 : (int32_t)strtol(*s, &end, 10);
	if (!whole && end == *s)
		return false;
	*s = whole ? *s : end;
	x->to = x->from;
	if (**s == ':' && (*s)[1] != ']' && (*s)[1] != ',') {
		long n = strtol(*s + 1, &end, 10);

		if (end == *s + 1 || n <= 0 || n > INT32_MAX / 2)
			return false;
		x->to = (int32_t)(x->from + n - 1);
		x->to_end = x->from < 0 && x->to == -1;
		*s = end;
		return !(x->from < 0 && x->to >= 0);
	}
	if (**s == ':') {
		x->to_end = true;
		++*s;
	} else if (**s == '-') {
		x->to = (int32_t)strtol(*s + 1, &end, 10);
		if (end == *s + 1 || ((x->from < 0) == (x->to < 0) && x->to < x->from))
			return false;
		*s = end;
	}
	return !layers || x->from > 0;
}

/* The list between brackets. */
static bool parse_stretches(struct parser *p, struct term *t, bool layers)
{
	const char *s = p->f->text + p->t.at + 1;
	struct stretch **next = &t->stretch;

	do {
		*next = arena_take(&p->f->arena, sizeof **next);
		memset(*next, 0, sizeof **next);
		while (*s == ' ')
			s++;
		if (!parse_stretch(&s, *next, layers))
			return wrong(p->f, p->t.at, p->t.len,
				     layers ? "layers are [first-last] or [one], from 1 on"
					    : "slices are [start:length], [first-last], [one], "
					      "[:length] or [start:], negative ones from the end");
		while (*s == ' ')
			s++;
		next = &(*next)->next;
	} while (*s++ == ',');
	if (s[-1] != ']')
		return wrong(p->f, (uint32_t)(s - 1 - p->f->text), 1,
			     "a bracket holds numbers, ':', '-' and ',' alone");
	advance(p);
	t->len = p->behind - t->at;
	return true;
}

/* "#2" or "#[2-4]" */
static bool parse_layers(struct parser *p, struct term *t)
{
	struct stretch *x;
	char *end;

	advance(p);
	if (p->t.kind == TOKEN_BRACKET)
		return parse_stretches(p, t, true);
	x = arena_take(&p->f->arena, sizeof *x);
	*x = (struct stretch){0};
	x->from = x->to = (int32_t)strtol(p->f->text + p->t.at, &end, 10);
	if (p->t.kind != TOKEN_WORD || end != p->f->text + p->t.at + p->t.len || x->from < 1)
		return expected(p, "a layer's number, from 1 on,") != NULL;
	t->stretch = x;
	advance(p);
	t->len = p->behind - t->at;
	return true;
}

static struct term *parse_behind(struct parser *p, struct term *t)
{
	if (t && p->t.kind == TOKEN_HASH && t->op == OP_FIELD && !parse_layers(p, t))
		return NULL;
	while (t && p->t.kind == TOKEN_BRACKET) {
		struct term *slice = new_term(p->f, OP_SLICE, t->at, t->len);

		add_arg(p->f, slice, t);
		if (!parse_stretches(p, slice, false))
			return NULL;
		t = slice;
	}
	return t;
}

/* --- operands --- */

static struct term *parse_call(struct parser *p, struct token name)
{
	struct term *t = new_term(p->f, OP_CALL, name.at, name.len);

	t->function = function_named(p->f->text + name.at, name.len);
	if (!t->function) {
		wrong(p->f, name.at, name.len,
		      "there is no such function; there are upper, lower, len, count, string, abs, "
		      "max, min");
		return NULL;
	}
	advance(p);
	do {
		struct term *arg = parse_sum(p);

		if (!arg)
			return NULL;
		add_arg(p->f, t, arg);
	} while (take_token(p, TOKEN_COMMA));
	if (!take_token(p, TOKEN_RIGHT_PAREN))
		return expected(p, "',' or ')'");
	t->len = p->behind - t->at;
	return t;
}

static struct term *parse_name(struct parser *p)
{
	struct token token = p->t;
	const char *name = arena_copy(&p->f->arena, p->f->text + token.at, token.len);
	struct term *t;

	advance(p);
	if (p->t.kind == TOKEN_LEFT_PAREN)
		return parse_call(p, token);
	t = field_term(p->f, name, token.at, token.len);
	if (t)
		return t;
	t = new_term(p->f, OP_WORD, token.at, token.len);
	t->text = name;
	t->text_len = token.len;
	return t;
}

static struct term *parse_group(struct parser *p)
{
	struct term *t;

	advance(p);
	t = parse_sum(p);
	if (t && !take_token(p, TOKEN_RIGHT_BRACE))
		return expected(p, "'}'");
	return t;
}

static struct term *parse_primary(struct parser *p)
{
	struct term *t;

	switch (p->t.kind) {
	case TOKEN_WORD:
		return parse_behind(p, parse_name(p));
	case TOKEN_STRING:
		return parse_quoted(p, OP_STRING);
	case TOKEN_CHAR:
		return parse_quoted(p, OP_CHAR);
	case TOKEN_REFERENCE:
		return parse_behind(p, parse_reference(p));
	case TOKEN_LEFT_BRACE:
		if (!deeper(p))
			return NULL;
		t = parse_group(p);
		p->nesting--;
		return t;
	default:
		return expected(p, "a field, a function or a value");
	}
}

struct term *parse_unary(struct parser *p)
{
	struct token sign = p->t;
	struct term *arg, *t;

	if (sign.kind != TOKEN_MINUS && sign.kind != TOKEN_PLUS)
		return parse_primary(p);
	if (!deeper(p))
		return NULL;
	advance(p);
	arg = parse_unary(p);
	p->nesting--;
	if (!arg || sign.kind == TOKEN_PLUS)
		return arg;
	t = new_term(p->f, OP_NEGATE, sign.at, p->behind - sign.at);
	add_arg(p->f, t, arg);
	return t;
}

static struct term *parse_product(struct parser *p)
{
	struct term *t = parse_unary(p);

	while (t) {
		enum op op = p->t.kind == TOKEN_STAR      ? OP_MULTIPLY
			     : p->t.kind == TOKEN_SLASH   ? OP_DIVIDE
			     : p->t.kind == TOKEN_PERCENT ? OP_MODULO
							  : OP_CONST;

		if (op == OP_CONST)
			break;
		advance(p);
		t = pair(p, op, t, parse_unary(p));
	}
	return t;
}

static struct term *parse_terms(struct parser *p)
{
	struct term *t = parse_product(p);

	while (t && (p->t.kind == TOKEN_PLUS || p->t.kind == TOKEN_MINUS)) {
		enum op op = p->t.kind == TOKEN_PLUS ? OP_ADD : OP_SUBTRACT;

		advance(p);
		t = pair(p, op, t, parse_product(p));
	}
	return t;
}

struct term *parse_sum(struct parser *p)
{
	struct term *t = parse_terms(p);

	while (t && take_token(p, TOKEN_MASK))
		t = pair(p, OP_MASK, t, parse_terms(p));
	return t;
}
