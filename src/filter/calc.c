/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic with values: what overflows, or is divided by 0, has none. */
#include "filter/syntax.h"

static bool calculate_unsigned(enum op op, uint64_t a, uint64_t b, uint64_t *v)
{
	switch (op) {
	case OP_ADD:
		return !__builtin_add_overflow(a, b, v);
	case OP_SUBTRACT:
		return !__builtin_sub_overflow(a, b, v);
	case OP_MULTIPLY:
		return !__builtin_mul_overflow(a, b, v);
	case OP_DIVIDE:
	case OP_MODULO:
		if (b)
			*v = op == OP_DIVIDE ? a / b : a % b;
		return b != 0;
	default:
		*v = a & b;
		return true;
	}
}

static bool calculate_signed(enum op op, int64_t a, int64_t b, int64_t *v)
{
	switch (op) {
	case OP_ADD:
		return !__builtin_add_overflow(a, b, v);
	case OP_SUBTRACT:
		return !__builtin_sub_overflow(a, b, v);
	case OP_MULTIPLY:
		return !__builtin_mul_overflow(a, b, v);
	case OP_DIVIDE:
	case OP_MODULO:
		if (!b || (a == INT64_MIN && b == -1))
			return false;
		*v = op == OP_DIVIDE ? a / b : a % b;
		return true;
	default:
		*v = a & b;
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
		return calculate_signed(op, a->i, b->i, &v->i);
	}
	switch (a->type) {
	case V_UINT:
	case V_IPV4:
		return calculate_unsigned(op, a->u, b->u, &v->u);
	case V_SINT:
	case V_ABSTIME:
	case V_RELTIME:
		return calculate_signed(op, a->i, b->i, &v->i);
	case V_FLOAT:
		return calculate_float(op, a->d, b->d, &v->d);
	default:
		return mask_octets(f, a, b, v);
	}
}
