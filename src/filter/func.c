/* SPDX-License-Identifier: BSD-2-Clause */
/* The functions of the filter language. */
#include "filter/syntax.h"
#include <ctype.h>

struct function {
	const char *name;
	uint32_t least, most; /* arguments */
	enum type result;     /* V_NONE: the type of its first argument */
	bool (*takes)(const struct term *arg);
	const char *takes_what; /* the same in words */
	/* Adds what comes of its arguments, each of which has a value, to t->out. */
	void (*call)(struct filter *f, struct term *t);
};

/* --- what they take --- */

static bool is_text(const struct term *arg)
{
	return arg->type == V_STRING;
}

static bool is_field(const struct term *arg)
{
	return arg->op == OP_FIELD || arg->op == OP_REFERENCE;
}

static bool has_form(const struct term *arg)
{
	return is_field(arg) && arg->type != V_NONE && arg->type != V_STRING &&
	       arg->type != V_BYTES && arg->type != V_BOOL && arg->type != V_ABSTIME &&
	       arg->type != V_RELTIME;
}

static bool is_number(const struct term *arg)
{
	return arg->type == V_UINT || arg->type == V_SINT || arg->type == V_FLOAT ||
	       arg->type == V_RELTIME;
}

static bool has_order(const struct term *arg)
{
	return arg->type != V_NONE;
}

/* --- what they do --- */

static void add_mapped(struct filter *f, struct term *t, int (*map)(int))
{
	const struct list *in = &t->args[0]->out;

	for (uint32_t i = 0; i < in->n; i++) {
		struct value v = in->v[i];
		uint8_t *to = arena_take(&f->scratch, v.n + 1);

		for (uint32_t k = 0; k < v.n; k++)
			to[k] = (uint8_t)map(v.p[k]);
		v.p = to;
		list_add(&t->out, v);
	}
}

static void call_upper(struct filter *f, struct term *t)
{
	add_mapped(f, t, toupper);
}

static void call_lower(struct filter *f, struct term *t)
{
	add_mapped(f, t, tolower);
}

static void add_number(struct term *t, uint64_t n)
{
	list_add(&t->out, (struct value){.type = V_UINT, .u = n});
}

/* Octets that a value of that type has itself; numbers have those of the field's kind. */
static uint32_t octets_in(const struct term *arg, const struct value *v)
{
	if (v->type == V_UINT || v->type == V_SINT || v->type == V_FLOAT || v->type == V_IPV4)
		return arg->field && kind_size(arg->field->kind) ? kind_size(arg->field->kind) : 4;
	if (v->type == V_BOOL || v->type == V_ABSTIME || v->type == V_RELTIME)
		return 0;
	return v->covers ? v->covers : v->n;
}

/* A protocol is as long as its header, though searches go on to the packet's end. */
static void call_len(struct filter *f, struct term *t)
{
	const struct term *arg = t->args[0];

	(void)f;
	for (uint32_t i = 0; i < arg->out.n; i++)
		add_number(t, octets_in(arg, &arg->out.v[i]));
}

static void call_count(struct filter *f, struct term *t)
{
	(void)f;
	add_number(t, t->args[0]->out.n);
}

static void put_value(struct text *t, const struct value *v)
{
	switch (v->type) {
	case V_IPV4:
		text_ip4(t, (uint32_t)v->u);
		break;
	case V_IPV6:
		text_ip6(t, v->p);
		break;
	case V_ETHER:
	case V_EUI64:
		text_hex_bytes(t, v->p, v->n, ':');
		break;
	case V_GUID:
		text_guid(t, v->p);
		break;
	case V_SINT:
		text_i64(t, v->i);
		break;
	case V_FLOAT:
		text_format(t, "%g", v->d);
		break;
	default:
		text_u64(t, v->u);
		break;
	}
}

static void call_string(struct filter *f, struct term *t)
{
	const struct list *in = &t->args[0]->out;

	for (uint32_t i = 0; i < in->n; i++) {
		put_value(&f->words, &in->v[i]);
		list_add(&t->out, take_words(f));
	}
}

static void call_abs(struct filter *f, struct term *t)
{
	const struct list *in = &t->args[0]->out;

	(void)f;
	for (uint32_t i = 0; i < in->n; i++) {
		struct value v = in->v[i];

		if (v.type == V_FLOAT)
			v.d = v.d < 0 ? -v.d : v.d;
		else if (v.type != V_UINT && v.i < 0)
			v.u = -v.u;
		list_add(&t->out, v);
	}
}

/* The value that stands to all others as `sign` says. */
static void add_extreme(struct term *t, int sign)
{
	struct value best = t->args[0]->out.v[0];

	for (uint32_t a = 0; a < t->n_args; a++)
		for (uint32_t i = 0; i < t->args[a]->out.n; i++)
			if (value_order(&t->args[a]->out.v[i], &best) * sign > 0)
				best = t->args[a]->out.v[i];
	list_add(&t->out, best);
}

static void call_max(struct filter *f, struct term *t)
{
	(void)f;
	add_extreme(t, 1);
}

static void call_min(struct filter *f, struct term *t)
{
	(void)f;
	add_extreme(t, -1);
}

#define MANY UINT32_MAX

static const struct function functions[] = {
	{"upper", 1, 1, V_STRING, is_text, "a string", call_upper},
	{"lower", 1, 1, V_STRING, is_text, "a string", call_lower},
	{"len", 1, 1, V_UINT, has_order, "a field that has a value", call_len},
	{"count", 1, 1, V_UINT, is_field, "a field or a protocol", call_count},
	{"string", 1, 1, V_STRING, has_form, "a field that holds a number or an address",
	 call_string},
	{"abs", 1, 1, V_NONE, is_number, "a number", call_abs},
	{"max", 1, MANY, V_NONE, has_order, "fields and values of one type", call_max},
	{"min", 1, MANY, V_NONE, has_order, "fields and values of one type", call_min},
};

const struct function *function_named(const char *name, size_t len)
{
	for (size_t i = 0; i < COUNT(functions); i++)
		if (strlen(functions[i].name) == len && !memcmp(functions[i].name, name, len))
			return &functions[i];
	return NULL;
}

bool check_call(struct filter *f, struct term *t)
{
	const struct function *function = t->function;

	if (t->n_args < function->least || t->n_args > function->most)
		return wrong(f, t->at, t->len, "%s() takes %u argument%s", function->name,
			     function->least, plural(function->least));
	for (uint32_t i = 0; i < t->n_args; i++) {
		const struct term *arg = t->args[i];

		if (!function->takes(arg))
			return wrong(f, arg->at, arg->len, "%s() takes %s", function->name,
				     function->takes_what);
		if (arg->type != t->args[0]->type)
			return wrong(f, arg->at, arg->len,
				     "%s() compares its arguments: this is %s, the first one %s",
				     function->name, type_name(arg->type),
				     type_name(t->args[0]->type));
	}
	t->type = function->result ? function->result : t->args[0]->type;
	t->field = function->result ? NULL : t->args[0]->field;
	return true;
}

void call(struct filter *f, struct term *t)
{
	for (uint32_t i = 0; i < t->n_args; i++)
		if (!t->args[i]->out.n)
			return;
	t->function->call(f, t);
}
