/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether the parts of a filter fit together; literals become values of what they meet. */
#include "filter/syntax.h"
#include <stdio.h>

static enum type type_of(const struct field *f)
{
	switch ((enum kind)f->kind) {
	case BOOL:
		return V_BOOL;
	case FLOAT:
	case DOUBLE:
		return V_FLOAT;
	case PROTO:
	case BYTES:
		return V_BYTES;
	case STRING:
		return V_STRING;
	case ETHER:
		return V_ETHER;
	case EUI64:
		return V_EUI64;
	case IPV4:
		return V_IPV4;
	case IPV6:
		return V_IPV6;
	case GUID:
		return V_GUID;
	case ABSTIME:
		return V_ABSTIME;
	case RELTIME:
		return V_RELTIME;
	case OID:
		return V_OID;
	case NONE:
	case HEADING:
	case N_KINDS:
		return V_NONE;
	default:
		return kind_is_signed(f->kind) ? V_SINT : V_UINT;
	}
}

static bool is_literal(const struct term *t)
{
	return t->op == OP_WORD || t->op == OP_STRING || t->op == OP_CHAR;
}

static bool is_arithmetic(const struct term *t)
{
	return t->op == OP_NEGATE || (t->op >= OP_ADD && t->op <= OP_MASK);
}

/* Whether it says nothing of any frame: literals, and arithmetic with them alone. */
static bool is_constant(const struct term *t)
{
	if (is_literal(t) || t->op == OP_CONST)
		return true;
	if (!is_arithmetic(t))
		return false;
	for (uint32_t i = 0; i < t->n_args; i++)
		if (!is_constant(t->args[i]))
			return false;
	return true;
}

static bool no_such_field(struct filter *f, const struct term *t)
{
	if (t->op == OP_WORD)
		snprintf(f->fault->field, sizeof f->fault->field, "%s", t->text);
	return wrong(f, t->at, t->len, "\"%.60s\" is neither a field nor a protocol", t->text);
}

/* --- operands --- */

static bool check_operand(struct filter *f, struct term *t);

static bool can_calculate(enum op op, enum type type)
{
	bool number = type == V_UINT || type == V_SINT || type == V_FLOAT;

	if (op == OP_MASK)
		return type == V_UINT || type == V_SINT || type == V_IPV4 || type == V_IPV6 ||
		       type == V_BYTES || type == V_ETHER;
	if (type == V_RELTIME || type == V_ABSTIME)
		return op == OP_ADD || op == OP_SUBTRACT || op == OP_NEGATE;
	return number && !(op == OP_MODULO && type == V_FLOAT);
}

static bool check_calculation(struct filter *f, const struct term *t, const struct term *operand)
{
	bool protocol = operand->field && operand->field->kind == PROTO;

	return (can_calculate(t->op, t->type) && !protocol) ||
	       wrong(f, operand->at, operand->len, "this is %s, which can't be calculated with so",
		     type_name(t->type));
}

/* Gives the literals of a constant the type of what they meet. */
static bool adopt(struct filter *f, struct term *t, enum type type, const struct field *like)
{
	if (is_literal(t))
		return literal_value(f, t, type, like);
	for (uint32_t i = 0; i < t->n_args; i++)
		if (!adopt(f, t->args[i], type, like))
			return false;
	t->type = type;
	t->field = like;
	return check_calculation(f, t, t);
}

/* Types that can be compared with one another have one name. */
static enum type family(enum type type)
{
	switch (type) {
	case V_SINT:
		return V_UINT;
	case V_ETHER:
	case V_EUI64:
	case V_GUID:
	case V_OID:
		return V_BYTES;
	default:
		return type;
	}
}

/* The other operand's type for a constant; of two others, the same type. */
static bool fit(struct filter *f, struct term *a, struct term *b)
{
	if (is_constant(b))
		return adopt(f, b, a->type, a->field);
	if (is_constant(a))
		return adopt(f, a, b->type, b->field);
	if (family(a->type) == family(b->type))
		return true;
	return wrong(f, b->at, b->len, "this is %s, what it meets is %s", type_name(b->type),
		     type_name(a->type));
}

static bool check_slice(struct filter *f, struct term *t)
{
	const struct term *whole = t->args[0];

	switch (whole->type) {
	case V_STRING:
	case V_BYTES:
	case V_ETHER:
	case V_EUI64:
	case V_IPV4:
	case V_IPV6:
	case V_GUID:
	case V_OID:
		t->type = V_BYTES;
		return true;
	default:
		return wrong(
			f, whole->at, whole->len,
			"this is %s: only strings, octets, addresses and protocols have slices",
			type_name(whole->type));
	}
}

static bool check_arithmetic(struct filter *f, struct term *t)
{
	struct term *a = t->args[0];

	for (uint32_t i = 0; i < t->n_args; i++) {
		if (t->args[i]->op == OP_STRING)
			return wrong(f, t->args[i]->at, t->args[i]->len,
				     "a string can't be calculated with");
		if (!is_constant(t->args[i]) && !check_operand(f, t->args[i]))
			return false;
	}
	if (t->n_args > 1 && !fit(f, a, t->args[1]))
		return false;
	t->type = a->type;
	t->field = a->field;
	if (!check_calculation(f, t, a))
		return false;
	if ((t->op == OP_NEGATE || t->op == OP_SUBTRACT) && family(t->type) == V_UINT) {
		t->type = V_SINT; /* what is below 0 stands below it */
		t->field = NULL;
	}
	return true;
}

static bool check_arguments(struct filter *f, struct term *t)
{
	const struct term *first = NULL;

	for (uint32_t i = 0; i < t->n_args; i++) {
		if (is_constant(t->args[i]))
			continue;
		if (!check_operand(f, t->args[i]))
			return false;
		first = first ? first : t->args[i];
	}
	for (uint32_t i = 0; i < t->n_args; i++)
		if (is_constant(t->args[i])) {
			if (!first)
				return no_such_field(f, t->args[i]);
			if (!adopt(f, t->args[i], first->type, first->field))
				return false;
		}
	return check_call(f, t);
}

/* Types an operand; constants, which wait for what they meet, are none. */
static bool check_operand(struct filter *f, struct term *t)
{
	switch (t->op) {
	case OP_FIELD:
	case OP_REFERENCE:
		t->type = type_of(t->field);
		session_want(f->session, t->field->name);
		if (t->stretch)
			session_want(f->session,
				     session_row_proto(f->session, t->ids[0])->fields[0].name);
		return true;
	case OP_SLICE:
		return check_operand(f, t->args[0]) && check_slice(f, t);
	case OP_CALL:
		return check_arguments(f, t);
	default:
		if (is_constant(t))
			return is_literal(t) ? no_such_field(f, t)
					     : wrong(f, t->at, t->len,
						     "a field is missing: this is the same for "
						     "every frame");
		return check_arithmetic(f, t);
	}
}

/* --- tests --- */

static bool check_left(struct filter *f, struct term *t)
{
	if (is_constant(t) && t->op == OP_WORD && !(*t->text >= '0' && *t->text <= '9'))
		return no_such_field(f, t);
	if (is_constant(t))
		return wrong(f, t->at, t->len,
			     "the field stands on the left, the value on the "
			     "right");
	return check_operand(f, t);
}

static bool has_value(struct filter *f, const struct term *t)
{
	return t->type != V_NONE ||
	       wrong(f, t->at, t->len, "%s has no value: it is there, or it isn't",
		     t->field ? t->field->name : "this");
}

static bool check_right(struct filter *f, struct term *left, struct term *right)
{
	if (!is_constant(right) && !check_operand(f, right))
		return false;
	return fit(f, left, right);
}

static bool check_compare(struct filter *f, struct term *t)
{
	return check_left(f, t->args[0]) && has_value(f, t->args[0]) &&
	       check_right(f, t->args[0], t->args[1]);
}

static bool can_search(enum type type)
{
	return type == V_STRING || type == V_BYTES || type == V_ETHER || type == V_OID;
}

static bool check_search(struct filter *f, const struct term *left, const char *word)
{
	return can_search(left->type) ||
	       wrong(f, left->at, left->len,
		     "this is %s: '%s' looks into strings, octets and protocols%s",
		     type_name(left->type), word,
		     left->op == OP_FIELD ? "; string() makes a string of a number or address"
					  : "");
}

static bool check_contains(struct filter *f, struct term *t)
{
	struct term *left = t->args[0], *right = t->args[1];

	if (!check_left(f, left) || !check_search(f, left, "contains"))
		return false;
	if (is_literal(right)) /* a part of an address is no address */
		return literal_value(f, right, left->type == V_STRING ? V_STRING : V_BYTES, NULL);
	if (!check_operand(f, right))
		return false;
	if ((left->type == V_STRING) != (right->type == V_STRING))
		return fit(f, left, right);
	return check_search(f, right, "contains");
}

static bool check_matches(struct filter *f, struct term *t)
{
	struct term *left = t->args[0], *right = t->args[1];

	if (!check_left(f, left) || !check_search(f, left, "matches"))
		return false;
	if (right->op != OP_STRING)
		return wrong(f, right->at, right->len,
			     "a regular expression stands in double quotes");
	t->regex = regex_make(f, right);
	return t->regex != NULL;
}

static bool check_member(struct filter *f, struct term *left, struct term *member)
{
	if (member->op != OP_RANGE)
		return check_right(f, left, member);
	for (unsigned i = 0; i < 2; i++)
		if (!check_right(f, left, member->args[i]))
			return false;
	return true;
}

static bool check_in(struct filter *f, struct term *t)
{
	if (!check_left(f, t->args[0]) || !has_value(f, t->args[0]))
		return false;
	for (uint32_t i = 1; i < t->n_args; i++)
		if (!check_member(f, t->args[0], t->args[i]))
			return false;
	return true;
}

static bool check_there(struct filter *f, struct term *t)
{
	struct term *what = t->args[0];

	if (what->op == OP_CALL)
		return check_operand(f, what) &&
		       wrong(f, what->at, what->len,
			     "what a function gives is always there: compare it with something");
	return check_operand(f, what);
}

bool check_types(struct filter *f, struct term *t)
{
	switch (t->op) {
	case OP_COMPARE:
		return check_compare(f, t);
	case OP_CONTAINS:
		return check_contains(f, t);
	case OP_MATCHES:
		return check_matches(f, t);
	case OP_IN:
		return check_in(f, t);
	case OP_THERE:
		return check_there(f, t);
	default:
		for (uint32_t i = 0; i < t->n_args; i++)
			if (!check_types(f, t->args[i]))
				return false;
		return true;
	}
}
