/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether a frame passes: asks only what the answer hangs on. */
#include "config.h"

#include "filter/syntax.h"
#include <stdlib.h>

void list_add(struct list *l, struct value v)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 8;
		l->v = need_more(l->v, l->cap * sizeof *l->v);
	}
	l->v[l->n++] = v;
}

/* --- fields --- */

static inline bool is_row(const struct term *t, const struct node *n)
{
	for (const uint32_t *id = t->ids; *id != UINT32_MAX; id++)
		if (n->id == *id)
			return true;
	return false;
}

/* The layer that put the node: the last one of its protocol that began before it. */
static const struct layer *layer_of(const struct record *r, uint32_t node, uint32_t *number)
{
	const struct proto *p = session_row_proto(r->session, r->nodes[node].id);
	const struct layer *found = NULL;

	*number = 0;
	for (uint32_t i = 0; i < r->n_layers; i++) {
		const struct layer *l = r->layers[i];

		if (l->proto != p || l->node > node)
			continue;
		found = l;
		++*number;
	}
	return found;
}

/* Whether the number, counted from 1, lies in one of the stretches. */
static bool is_among(const struct stretch *s, uint32_t number)
{
	for (; s; s = s->next)
		if (number >= (uint32_t)s->from && (s->to_end || number <= (uint32_t)s->to))
			return true;
	return false;
}

static bool in_layers(const struct filter *f, const struct term *t, const struct node *n)
{
	uint32_t number;

	if (!t->stretch)
		return true;
	layer_of(f->r, (uint32_t)(n - f->r->nodes), &number);
	return is_among(t->stretch, number);
}

/* A protocol is the octets from its first one to its packet's end. */
static struct value protocol_value(const struct filter *f, const struct node *n)
{
	uint32_t number;
	const struct layer *l = layer_of(f->r, (uint32_t)(n - f->r->nodes), &number);
	struct span s = span_skip(f->r->sources[n->source].bytes, n->at);

	if (l && l->source == n->source && l->at == n->at)
		s = span_first(s, l->bytes.cap);
	return (struct value){.type = V_BYTES, .n = s.cap, .covers = n->len, .p = s.p};
}

static double double_of(const struct node *n)
{
	uint32_t bits = (uint32_t)n->u;
	float single;
	double d;

	if (n->field->kind == FLOAT) {
		memcpy(&single, &bits, sizeof single);
		return (double)single;
	}
	memcpy(&d, &n->u, sizeof d);
	return d;
}

struct value take_words(struct filter *f)
{
	struct value v = {.type = V_STRING, .n = (uint32_t)f->words.len};

	v.p = (const uint8_t *)arena_copy(&f->scratch, f->words.p, f->words.len);
	f->words.len = 0;
	return v;
}

/* A string that names the address at its place. */
static struct value address_name(struct filter *f, const struct node *n)
{
	text_address(&f->words, n->p, n->size);
	return take_words(f);
}

static struct value value_of(struct filter *f, const struct term *t, const struct node *n)
{
	struct value v = {.type = t->type};

	switch (t->type) {
	case V_UINT:
	case V_IPV4:
		v.u = n->u;
		break;
	case V_BOOL:
		v.u = n->u != 0;
		break;
	case V_SINT:
	case V_ABSTIME:
	case V_RELTIME:
		v.i = (int64_t)n->u;
		break;
	case V_FLOAT:
		v.d = double_of(n);
		break;
	case V_NONE:
		break;
	default:
		if (n->field->kind == PROTO)
			return protocol_value(f, n);
		if (n->field->base == NAME_OF)
			return address_name(f, n);
		v.n = n->size;
		v.p = n->p;
		break;
	}
	return v;
}

/* The next node of the field from n on; NULL: there is no more. */
static inline const struct node *next_node(const struct filter *f, const struct term *t,
					   const struct node *n)
{
	const struct node *end = n ? f->r->nodes + f->r->n_nodes : NULL; /* NULL: no node at all */

	for (; n < end; n++)
		if (is_row(t, n) && in_layers(f, t, n))
			return n;
	return NULL;
}

static void evaluate_field(struct filter *f, struct term *t)
{
	const struct node *n = next_node(f, t, f->r->nodes);

	for (; n; n = next_node(f, t, n + 1))
		list_add(&t->out, value_of(f, t, n));
}

/* --- slices --- */

/* The octets that the stretch has of n; false: not all of it is there. */
static bool resolve(const struct stretch *s, uint32_t n, uint32_t *from, uint32_t *end)
{
	int64_t first = s->from < 0 ? (int64_t)n + s->from : s->from;
	int64_t last = s->to_end ? (int64_t)n - 1 : s->to < 0 ? (int64_t)n + s->to : s->to;

	if (first < 0 || last < first || last >= n)
		return false;
	*from = (uint32_t)first;
	*end = (uint32_t)last + 1;
	return true;
}

static struct value octets_of(struct filter *f, struct value v)
{
	uint8_t *to;

	if (v.type != V_IPV4)
		return v;
	to = arena_take(&f->scratch, 4);
	for (unsigned i = 0; i < 4; i++)
		to[i] = (uint8_t)(v.u >> (24 - 8 * i));
	v.p = to;
	v.n = 4;
	return v;
}

/* Several stretches are joined; when one isn't there, nothing is. */
static bool slice(struct filter *f, const struct term *t, struct value *v)
{
	uint32_t from, end, n = 0;
	uint8_t *to;

	*v = octets_of(f, *v);
	v->type = V_BYTES;
	if (!t->stretch->next) {
		if (!resolve(t->stretch, v->n, &from, &end))
			return false;
		v->p += from;
		v->n = end - from;
		return true;
	}
	for (const struct stretch *s = t->stretch; s; s = s->next) {
		if (!resolve(s, v->n, &from, &end))
			return false;
		n += end - from;
	}
	to = arena_take(&f->scratch, n);
	n = 0;
	for (const struct stretch *s = t->stretch; s; s = s->next) {
		resolve(s, v->n, &from, &end);
		memcpy(to + n, v->p + from, end - from);
		n += end - from;
	}
	v->p = to;
	v->n = n;
	return true;
}

static void evaluate_slice(struct filter *f, struct term *t)
{
	const struct list *in = &t->args[0]->out;

	evaluate(f, t->args[0]);
	for (uint32_t i = 0; i < in->n; i++) {
		struct value v = in->v[i];

		if (slice(f, t, &v))
			list_add(&t->out, v);
	}
}

/* --- arithmetic --- */

/* Pairs of pairs of fields that occur several times: more than so many are left out. */
#define MOST_PAIRS 4096

static void evaluate_pairs(struct filter *f, struct term *t)
{
	const struct list *a = &t->args[0]->out, *b = &t->args[1]->out;
	struct value v;

	evaluate(f, t->args[0]);
	evaluate(f, t->args[1]);
	for (uint32_t i = 0; i < a->n; i++)
		for (uint32_t k = 0; k < b->n && t->out.n < MOST_PAIRS; k++)
			if (calculate(f, t->op, &a->v[i], &b->v[k], &v))
				list_add(&t->out, v);
}

/* A constant's negative stays unsigned where a field's is: it is one that no field has. */
static void evaluate_negative(struct filter *f, struct term *t)
{
	const struct list *in = &t->args[0]->out;

	evaluate(f, t->args[0]);
	for (uint32_t i = 0; i < in->n; i++) {
		struct value v = in->v[i];

		if (v.type == V_FLOAT)
			v.d = -v.d;
		else
			v.u = -v.u;
		v.type = t->type;
		list_add(&t->out, v);
	}
}

void evaluate(struct filter *f, struct term *t)
{
	t->out.n = 0;
	switch (t->op) {
	case OP_FIELD:
		evaluate_field(f, t);
		break;
	case OP_CONST:
		list_add(&t->out, t->value.lo);
		break;
	case OP_SLICE:
		evaluate_slice(f, t);
		break;
	case OP_CALL:
		for (uint32_t i = 0; i < t->n_args; i++)
			evaluate(f, t->args[i]);
		call(f, t);
		break;
	case OP_NEGATE:
		evaluate_negative(f, t);
		break;
	case OP_REFERENCE: /* no frame is selected */
		break;
	default:
		evaluate_pairs(f, t);
		break;
	}
}

/* --- tests --- */

/* Whether a stands so to the range (one value, or all addresses of a prefix). */
static bool stands(const struct value *a, enum relation relation, const struct range *b)
{
	switch (relation) {
	case EQUAL:
		return value_order(a, &b->lo) >= 0 && value_order(a, &b->hi) <= 0;
	case UNEQUAL:
		return value_order(a, &b->lo) < 0 || value_order(a, &b->hi) > 0;
	case GREATER:
		return value_order(a, &b->hi) > 0;
	case GREATER_EQUAL:
		return value_order(a, &b->lo) >= 0;
	case LESS:
		return value_order(a, &b->lo) < 0;
	case LESS_EQUAL:
		return value_order(a, &b->hi) <= 0;
	}
	return false;
}

/* Of a field and a constant, the most frequent comparison, nothing is listed first. */
static bool compare_field(struct filter *f, const struct term *t)
{
	const struct term *field = t->args[0];
	const struct node *n = next_node(f, field, f->r->nodes);
	bool found = n != NULL;

	for (; n; n = next_node(f, field, n + 1)) {
		struct value v = value_of(f, field, n);
		bool stand = t->op == OP_IN ? set_has(t->set, &v) != (t->relation == UNEQUAL)
					    : stands(&v, t->relation, &t->args[1]->value);

		if (stand != (t->quantity == ALL))
			return stand;
	}
	return found && t->quantity == ALL;
}

typedef bool pair_test(const struct term *t, const struct value *a, const struct value *b);

static bool test_relation(const struct term *t, const struct value *a, const struct value *b)
{
	struct range r = t->args[1]->op == OP_CONST ? t->args[1]->value : (struct range){*b, *b};

	return stands(a, t->relation, &r);
}

static bool test_contains(const struct term *t, const struct value *a, const struct value *b)
{
	(void)t;
	return b->n && memmem(a->p, a->n, b->p, b->n);
}

/* Whether enough pairs of the two operands' values pass the test; there must be one. */
static bool test_pairs(struct filter *f, struct term *t, pair_test *test)
{
	const struct list *a = &t->args[0]->out, *b = &t->args[1]->out;

	evaluate(f, t->args[0]);
	if (a->n)
		evaluate(f, t->args[1]);
	if (!a->n || !b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		for (uint32_t k = 0; k < b->n; k++)
			if (test(t, &a->v[i], &b->v[k]) != (t->quantity == ALL))
				return t->quantity == ANY;
	return t->quantity == ALL;
}

static bool matches(struct filter *f, struct term *t)
{
	const struct list *a = &t->args[0]->out;

	evaluate(f, t->args[0]);
	for (uint32_t i = 0; i < a->n; i++)
		if (regex_matches(t->regex, &a->v[i]) != (t->quantity == ALL))
			return t->quantity == ANY;
	return a->n && t->quantity == ALL;
}

/* A member that isn't fixed is compared value by value. */
static bool is_member(struct filter *f, const struct value *v, struct term *member)
{
	struct term *low = member->op == OP_RANGE ? member->args[0] : member;
	struct term *high = member->op == OP_RANGE ? member->args[1] : member;

	evaluate(f, low);
	if (high != low)
		evaluate(f, high);
	for (uint32_t i = 0; i < low->out.n; i++)
		for (uint32_t k = 0; k < high->out.n; k++)
			if (value_order(v, &low->out.v[i]) >= 0 &&
			    value_order(v, &high->out.v[k]) <= 0)
				return true;
	return false;
}

static bool is_in(struct filter *f, struct term *t, const struct value *v)
{
	if (t->set)
		return set_has(t->set, v);
	for (uint32_t i = 1; i < t->n_args; i++)
		if (is_member(f, v, t->args[i]))
			return true;
	return false;
}

static bool test_in(struct filter *f, struct term *t)
{
	const struct list *a = &t->args[0]->out;

	if (t->set && t->args[0]->op == OP_FIELD)
		return compare_field(f, t);
	evaluate(f, t->args[0]);
	for (uint32_t i = 0; i < a->n; i++)
		if (is_in(f, t, &a->v[i]) != (t->quantity == ALL))
			return t->quantity == ANY;
	return a->n && t->quantity == ALL;
}

static bool is_zero(const struct value *v)
{
	if (v->type == V_FLOAT)
		return !(v->d < 0 || v->d > 0);
	if (v->type != V_BYTES && v->type != V_ETHER && v->type != V_IPV6)
		return !v->u;
	for (uint32_t i = 0; i < v->n; i++)
		if (v->p[i])
			return false;
	return true;
}

static bool is_there(struct filter *f, struct term *t)
{
	struct term *what = t->args[0];

	if (what->op == OP_FIELD)
		return next_node(f, what, f->r->nodes) != NULL;
	evaluate(f, what);
	if (what->op == OP_SLICE || what->op == OP_REFERENCE)
		return what->out.n > 0;
	for (uint32_t i = 0; i < what->out.n; i++)
		if (!is_zero(&what->out.v[i]))
			return true;
	return false;
}

/* All args of AND hold, some of OR, an odd number of XOR. */
static bool test_chain(struct filter *f, struct term *t)
{
	bool odd = false;

	for (uint32_t i = 0; i < t->n_args; i++) {
		bool holds = holds_true(f, t->args[i]);

		if (t->op == OP_XOR)
			odd = odd != holds;
		else if (holds == (t->op == OP_OR))
			return holds;
	}
	return t->op == OP_XOR ? odd : t->op == OP_AND;
}

bool holds_true(struct filter *f, struct term *t)
{
	switch (t->op) {
	case OP_NOT:
		return !holds_true(f, t->args[0]);
	case OP_THERE:
		return is_there(f, t);
	case OP_COMPARE:
		if (t->args[0]->op == OP_FIELD && t->args[1]->op == OP_CONST)
			return compare_field(f, t);
		return test_pairs(f, t, test_relation);
	case OP_CONTAINS:
		return test_pairs(f, t, test_contains);
	case OP_MATCHES:
		return matches(f, t);
	case OP_IN:
		return test_in(f, t);
	default:
		return test_chain(f, t);
	}
}
