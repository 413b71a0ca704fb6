/* SPDX-License-Identifier: BSD-2-Clause */
/* Less to do for each frame: constants are calculated once, chains of comparisons looked up. */
#include "filter/syntax.h"

/* --- constants --- */

/* Calculates arithmetic with constants alone; what overflows stays, and never has a value. */
static struct term *fold(struct filter *f, struct term *t)
{
	for (uint32_t i = 0; i < t->n_args; i++) {
		t->args[i] = fold(f, t->args[i]);
		if (t->args[i]->op != OP_CONST)
			return t;
	}
	if (t->op != OP_NEGATE && (t->op < OP_ADD || t->op > OP_MASK))
		return t;
	evaluate(f, t);
	if (t->out.n != 1)
		return t;
	t->value = (struct range){t->out.v[0], t->out.v[0]};
	if (t->type == V_BYTES || t->type == V_ETHER ||
	    t->type == V_IPV6) /* leave the frame's memory */
		t->value.lo.p = t->value.hi.p =
			(const uint8_t *)arena_copy(&f->arena, t->value.lo.p, t->value.lo.n);
	t->op = OP_CONST;
	free_terms(t); /* the lists that it was calculated in */
	t->n_args = 0;
	return t;
}

/* --- look-ups --- */

static bool is_fixed(const struct term *member)
{
	return member->op == OP_CONST ||
	       (member->op == OP_RANGE && member->args[0]->op == OP_CONST &&
		member->args[1]->op == OP_CONST);
}

/* A range whose end is before its start has no members. */
static bool is_empty(const struct term *member)
{
	return member->op == OP_RANGE &&
	       value_order(&member->args[0]->value.lo, &member->args[1]->value.hi) > 0;
}

static void drop_empty(struct filter *f, struct term *t)
{
	uint32_t n = 1;

	for (uint32_t i = 1; i < t->n_args; i++) {
		if (!is_empty(t->args[i]))
			t->args[n++] = t->args[i];
		else if (!f->warning)
			f->warning =
				arena_copy(&f->arena, "a range in braces ends before it begins",
					   strlen("a range in braces ends before it begins"));
	}
	t->n_args = n;
}

static void look_up(struct filter *f, struct term *t)
{
	for (uint32_t i = 1; i < t->n_args; i++)
		if (!is_fixed(t->args[i]))
			return;
	drop_empty(f, t);
	t->set = set_make(f, t->args + 1, t->n_args - 1);
}

/* Whether it is "field RELATION constant", for some pair of values or for all. */
static bool compares_field(const struct term *t, enum relation relation, enum quantity quantity)
{
	return t->op == OP_COMPARE && t->relation == relation && t->quantity == quantity &&
	       t->args[0]->op == OP_FIELD && !t->args[0]->stretch && t->args[1]->op == OP_CONST;
}

/*
 * "f == a or f == b" is "f in {a, b}"; "f != a and f != b" is "f and not f in {a, b}".
 * Gathers such comparisons of one field, from args[first] on, into the first one.
 */
static void gather(struct filter *f, struct term *t, uint32_t first, enum relation relation,
		   enum quantity quantity)
{
	const struct field *field = t->args[first]->args[0]->field;
	struct term *in = new_term(f, OP_IN, t->args[first]->at, t->args[first]->len);
	uint32_t n = first + 1;

	add_arg(f, in, t->args[first]->args[0]);
	add_arg(f, in, t->args[first]->args[1]);
	for (uint32_t i = first + 1; i < t->n_args; i++) {
		struct term *other = t->args[i];

		if (compares_field(other, relation, quantity) && other->args[0]->field == field)
			add_arg(f, in, other->args[1]);
		else
			t->args[n++] = other;
	}
	if (n == t->n_args)
		return;
	t->n_args = n;
	look_up(f, in);
	in->relation = relation; /* UNEQUAL: there, and none of them */
	in->quantity = quantity;
	t->args[first] = in;
}

static void gather_all(struct filter *f, struct term *t)
{
	enum relation relation = t->op == OP_OR ? EQUAL : UNEQUAL;
	enum quantity quantity = t->op == OP_OR ? ANY : ALL;

	for (uint32_t i = 0; i < t->n_args; i++)
		if (compares_field(t->args[i], relation, quantity))
			gather(f, t, i, relation, quantity);
}

struct term *simplify(struct filter *f, struct term *t)
{
	if (t->op > OP_IN)
		return fold(f, t);
	for (uint32_t i = 0; i < t->n_args; i++)
		if (t->args[i]->op != OP_RANGE)
			t->args[i] = simplify(f, t->args[i]);
		else
			for (uint32_t k = 0; k < 2; k++)
				t->args[i]->args[k] = fold(f, t->args[i]->args[k]);
	if (t->op == OP_IN)
		look_up(f, t);
	if (t->op == OP_OR || t->op == OP_AND)
		gather_all(f, t);
	return t;
}
