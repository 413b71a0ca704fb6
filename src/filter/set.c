/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of values: sorted ranges that don't overlap, looked up by halves. */
#include "filter/syntax.h"
#include <stdlib.h>

struct set {
	uint32_t n;
	struct range ranges[];
};

/* Octets from the first one on; of protocols the shorter one is less. */
static int order_octets(const struct value *a, const struct value *b)
{
	uint32_t n = a->n < b->n ? a->n : b->n;
	int order = n ? memcmp(a->p, b->p, n) : 0;

	if ((a->covers || b->covers) && a->n != b->n)
		order = 0;
	return order ? order : (a->n > b->n) - (a->n < b->n);
}

/* An unsigned number and a signed one; below 0 is below all. */
static int order_mixed(const struct value *a, const struct value *b)
{
	if (a->type == V_SINT && a->i < 0)
		return -1;
	if (b->type == V_SINT && b->i < 0)
		return 1;
	return (a->u > b->u) - (a->u < b->u);
}

int value_order_slow(const struct value *a, const struct value *b)
{
	if ((a->type == V_UINT && b->type == V_SINT) || (a->type == V_SINT && b->type == V_UINT))
		return order_mixed(a, b);
	switch (a->type) {
	case V_UINT:
	case V_BOOL:
	case V_IPV4:
		return (a->u > b->u) - (a->u < b->u);
	case V_SINT:
	case V_ABSTIME:
	case V_RELTIME:
		return (a->i > b->i) - (a->i < b->i);
	case V_FLOAT:
		return (a->d > b->d) - (a->d < b->d);
	default:
		return order_octets(a, b);
	}
}

static int compare_ranges(const void *a, const void *b)
{
	const struct range *x = a, *y = b;
	int order = value_order(&x->lo, &y->lo);

	return order ? order : value_order(&x->hi, &y->hi);
}

static struct range range_of(const struct term *member)
{
	if (member->op == OP_RANGE)
		return (struct range){member->args[0]->value.lo, member->args[1]->value.hi};
	return member->value;
}

struct set *set_make(struct filter *f, struct term *const *members, uint32_t n)
{
	struct set *s = arena_take(&f->arena, sizeof *s + n * sizeof *s->ranges);
	uint32_t last = 0;

	for (uint32_t i = 0; i < n; i++)
		s->ranges[i] = range_of(members[i]);
	qsort(s->ranges, n, sizeof *s->ranges, compare_ranges);
	for (uint32_t i = 1; i < n; i++) {
		struct range *before = &s->ranges[last], *r = &s->ranges[i];

		if (value_order(&r->lo, &before->hi) > 0)
			s->ranges[++last] = *r;
		else if (value_order(&r->hi, &before->hi) > 0)
			before->hi = r->hi;
	}
	s->n = n ? last + 1 : 0;
	return s;
}

bool set_has(const struct set *s, const struct value *v)
{
	uint32_t low = 0, high = s->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const struct range *r = &s->ranges[mid];

		if (value_order(v, &r->lo) < 0)
			high = mid;
		else if (value_order(v, &r->hi) > 0)
			low = mid + 1;
		else
			return true;
	}
	return false;
}
