/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic with values: what overflows, or is divided by 0, has none. */
#include "filter/syntax.h"

static bool calculate_whole(enum op op, bool is_signed, const struct value *a,
			    const struct value *b, struct value *v)
{
	switch (op) {
	case OP_ADD:
		return is_signed ? !__builtin_add_overflow(a->i, b->i, &v->i)
				 : !__builtin_add_overflow(a->u, b->u, &v->u);
	case OP_SUBTRACT:
		return is_signed ? !__builtin_sub_overflow(a->i, b->i, &v->i)
				 : !__builtin_sub_overflow(a->u, b->u, &v->u);
	case OP_MULTIPLY:
		return is_signed ? !__builtin_mul_overflow(a->i, b->i, &v->i)
				 : !__builtin_mul_overflow(a->u, b->u, &v->u);
	case OP_DIVIDE:
	case OP_MODULO:
		if (!b->u || (is_signed && a->i == INT64_MIN && b->i == -1))
			return false;
		if (is_signed)
			v->i = op == OP_DIVIDE ? a->i / b->i : a->i % b->i;
		else
			v->u = op == OP_DIVIDE ? a->u / b->u : a->u % b->u;
		return true;
	default:
		v->u = a->u & b->u;
		return true;
	}
}

static bool calculate_float(enum op op, double a, double b, double *v)
{
	*v = op == OP_ADD        ? a + b
	     : op == OP_SUBTRACT ? a - b
	     : op == OP_MULTIPLY ? a * b
	     : b < 0 || b > 0    ? a / b
				 : 0;
	return op != OP_DIVIDE || b < 0 || b > 0;
}

/* Octets under a mask, as far as both reach. */
static bool mask_octets(struct filter *f, const struct value *a, const struct value *b,
			struct value *v)
{
	uint32_t n = a->n < b->n ? a->n : b->n;
	uint8_t *to = arena_take(&f->scratch, n + 1);

	for (uint32_t i = 0; i < n; i++)
		to[i] = a->p[i] & b->p[i];
	*v = (struct value){.type = a->type, .n = n, .p = to};
	return true;
}

bool calculate(struct filter *f, enum op op, const struct value *a, const struct value *b,
	       struct value *v)
{
	bool is_signed = a->type == V_SINT || b->type == V_SINT || op == OP_SUBTRACT;

	*v = (struct value){.type = a->type};
	if ((a->type == V_UINT || a->type == V_SINT) && is_signed) {
		v->type = V_SINT;
		return calculate_whole(op, true, a, b, v);
	}
	switch (a->type) {
	case V_UINT:
	case V_IPV4:
		return calculate_whole(op, false, a, b, v);
	case V_SINT:
	case V_ABSTIME:
	case V_RELTIME:
		return calculate_whole(op, true, a, b, v);
	case V_FLOAT:
		return calculate_float(op, a->d, b->d, &v->d);
	default:
		return mask_octets(f, a, b, v);
	}
}
