/* SPDX-License-Identifier: BSD-2-Clause */
/* From a filter's text to its tree: a descent through the precedences of tests. */
#include "filter/parse.h"

/* Parentheses, negations and arithmetic inside one another: more is no filter that anybody wrote.
 */
#define MAX_NESTING 200

static struct term *parse_or(struct parser *p);

void advance(struct parser *p)
{
	p->behind = p->t.at + p->t.len;
	p->t = scan(p->f->text, p->behind);
}

bool take_token(struct parser *p, enum token_kind kind)
{
	if (p->t.kind != kind)
		return false;
	advance(p);
	return true;
}

static struct term *fail_at(struct parser *p, const struct token *t, const char *what)
{
	const char *s = p->f->text + t->at;

	if (t->kind == TOKEN_END)
		wrong(p->f, t->at, 1, "the filter ends where %s is expected", what);
	else if (t->kind == TOKEN_UNCLOSED)
		wrong(p->f, t->at, t->len, "this %s isn't closed",
		      *s == '['   ? "bracket"
		      : *s == '$' ? "reference"
				  : "quote");
	else
		wrong(p->f, t->at, t->len, "%s is expected here, not \"%.*s\"", what,
		      (int)(t->len < 40 ? t->len : 40), s);
	return NULL;
}

struct term *expected(struct parser *p, const char *what)
{
	return fail_at(p, &p->t, what);
}

bool deeper(struct parser *p)
{
	if (++p->nesting <= MAX_NESTING)
		return true;
	return wrong(p->f, p->t.at, p->t.len ? p->t.len : 1,
		     "the filter is nested more than %d deep", MAX_NESTING);
}

/* A term that reaches from one of its args to where the last token ended. */
static struct term *term_from(struct parser *p, enum op op, const struct term *first)
{
	return new_term(p->f, op, first->at, p->behind - first->at);
}

struct term *pair(struct parser *p, enum op op, struct term *a, struct term *b)
{
	struct term *t;

	if (!b)
		return NULL;
	t = term_from(p, op, a);
	add_arg(p->f, t, a);
	add_arg(p->f, t, b);
	if (t->height <= MAX_NESTING)
		return t;
	wrong(p->f, t->at, t->len, "the filter is nested more than %d deep", MAX_NESTING);
	return NULL;
}

/* --- tests --- */

static struct term *parse_member(struct parser *p)
{
	struct term *low = parse_unary(p);

	if (low && take_token(p, TOKEN_DOTS))
		return pair(p, OP_RANGE, low, parse_unary(p));
	return low;
}

/* "{a, b .. c}" behind `in`. */
static struct term *parse_set(struct parser *p, struct term *left)
{
	struct term *t = new_term(p->f, OP_IN, left->at, 0);

	add_arg(p->f, t, left);
	if (!take_token(p, TOKEN_LEFT_BRACE))
		return expected(p, "'{' and the members of a set");
	do {
		struct term *member = parse_member(p);

		if (!member)
			return NULL;
		add_arg(p->f, t, member);
	} while (take_token(p, TOKEN_COMMA));
	if (!take_token(p, TOKEN_RIGHT_BRACE))
		return expected(p, "',' or '}'");
	t->len = p->behind - t->at;
	return t;
}

static struct term *negated(struct parser *p, struct term *t)
{
	struct term * not ;

	if (!t)
		return NULL;
	not = new_term(p->f, OP_NOT, t->at, t->len);
	add_arg(p->f, not, t);
	return not ;
}

/* "a < b < c" is "a < b and b < c". */
static struct term *parse_relations(struct parser *p, struct term *left)
{
	struct term *all = NULL, *t = NULL;

	while (p->t.kind == TOKEN_RELATION) {
		struct token token = p->t;
		struct term *right;

		advance(p);
		right = parse_sum(p);
		t = pair(p, OP_COMPARE, left, right);
		if (!t)
			return NULL;
		t->relation = token.relation;
		t->quantity = token.quantity;
		if (!all && p->t.kind == TOKEN_RELATION)
			all = new_term(p->f, OP_AND, left->at, 0);
		if (all) {
			add_arg(p->f, all, t);
			all->len = p->behind - all->at;
		}
		left = right;
	}
	return all ? all : t;
}

static struct term *parse_relation(struct parser *p, struct term *left)
{
	switch (p->t.kind) {
	case TOKEN_RELATION:
		return parse_relations(p, left);
	case TOKEN_CONTAINS:
		advance(p);
		return pair(p, OP_CONTAINS, left, parse_sum(p));
	case TOKEN_MATCHES:
		advance(p);
		return pair(p, OP_MATCHES, left, parse_sum(p));
	case TOKEN_IN:
		advance(p);
		return parse_set(p, left);
	case TOKEN_NOT:
		advance(p);
		if (p->t.kind != TOKEN_IN)
			return expected(p, "'in'");
		advance(p);
		return negated(p, parse_set(p, left));
	default:
		return NULL;
	}
}

static bool begins_relation(const struct parser *p)
{
	return p->t.kind == TOKEN_RELATION || p->t.kind == TOKEN_CONTAINS ||
	       p->t.kind == TOKEN_MATCHES || p->t.kind == TOKEN_IN || p->t.kind == TOKEN_NOT;
}

/* "any" and "all" before a comparison say how many of its pairs must do. */
static void quantify(struct term *t, enum quantity quantity)
{
	if (t->op == OP_COMPARE || t->op == OP_CONTAINS || t->op == OP_MATCHES || t->op == OP_IN)
		t->quantity = quantity;
	else
		for (uint32_t i = 0; i < t->n_args; i++)
			quantify(t->args[i], quantity);
}

static struct term *parse_quantified(struct parser *p)
{
	enum quantity quantity = p->t.kind == TOKEN_ALL ? ALL : ANY;
	struct term *t, *left;

	advance(p);
	left = parse_sum(p);
	if (!left)
		return NULL;
	if (!begins_relation(p))
		return expected(p, "a comparison");
	t = parse_relation(p, left);
	if (t)
		quantify(t, quantity);
	return t;
}

static struct term *parse_parenthesis(struct parser *p)
{
	struct term *t;

	if (!deeper(p))
		return NULL;
	advance(p);
	t = parse_or(p);
	if (!t)
		return NULL;
	if (!take_token(p, TOKEN_RIGHT_PAREN))
		return expected(p, "')'");
	p->nesting--;
	if (begins_relation(p) && p->t.kind != TOKEN_NOT) {
		wrong(p->f, p->t.at, p->t.len,
		      "parentheses hold tests, which can't be compared; arithmetic is grouped by "
		      "{ and }");
		return NULL;
	}
	return t;
}

static struct term *parse_test(struct parser *p)
{
	struct term *left, *t;

	if (p->t.kind == TOKEN_LEFT_PAREN)
		return parse_parenthesis(p);
	if (p->t.kind == TOKEN_ANY || p->t.kind == TOKEN_ALL)
		return parse_quantified(p);
	left = parse_sum(p);
	if (!left)
		return NULL;
	if (begins_relation(p))
		return parse_relation(p, left);
	t = new_term(p->f, OP_THERE, left->at, left->len);
	add_arg(p->f, t, left);
	return t;
}

static struct term *parse_not(struct parser *p)
{
	struct token token = p->t;
	struct term *t, *arg;

	if (token.kind != TOKEN_NOT)
		return parse_test(p);
	if (!deeper(p))
		return NULL;
	advance(p);
	arg = parse_not(p);
	p->nesting--;
	if (!arg)
		return NULL;
	t = new_term(p->f, OP_NOT, token.at, p->behind - token.at);
	add_arg(p->f, t, arg);
	return t;
}

/* A chain of one operator is one term, however long it is. */
static struct term *parse_chain(struct parser *p, enum token_kind between, enum op op,
				struct term *(*parse_part)(struct parser *))
{
	struct term *first = parse_part(p), *t;

	if (!first || p->t.kind != between)
		return first;
	t = term_from(p, op, first);
	add_arg(p->f, t, first);
	while (take_token(p, between)) {
		struct term *next = parse_part(p);

		if (!next)
			return NULL;
		add_arg(p->f, t, next);
		t->len = p->behind - t->at;
	}
	return t;
}

static struct term *parse_and(struct parser *p)
{
	return parse_chain(p, TOKEN_AND, OP_AND, parse_not);
}

static struct term *parse_xor(struct parser *p)
{
	return parse_chain(p, TOKEN_XOR, OP_XOR, parse_and);
}

static struct term *parse_or(struct parser *p)
{
	return parse_chain(p, TOKEN_OR, OP_OR, parse_xor);
}

struct term *parse(struct filter *f)
{
	struct parser p = {.f = f, .t = scan(f->text, 0)};
	struct term *t = parse_or(&p);

	if (t && p.t.kind != TOKEN_END)
		return expected(&p, "an operator or the end of the filter");
	/* cppcheck-suppress returnDanglingLifetime ; the tree lies in the filter's arena */
	return t;
}
