/* SPDX-License-Identifier: BSD-2-Clause */
/* The one walker of type-length-value lists. */
#include "core/steps.h"

static bool is_single(const struct options *o, uint32_t code)
{
	if (!o->single)
		return code < o->n_single;
	return memchr(o->single, (int)code, o->n_single) != NULL;
}

static const struct option *option_for(const struct options *o, uint32_t code)
{
	unsigned low = 0, high = o->n;

	while (low < high) {
		unsigned mid = (low + high) / 2;

		if (o->list[mid].code == code)
			return &o->list[mid];
		if (o->list[mid].code < code)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* Octets of the element at the cursor, head and padding included; 0 when its length can't be. */
static uint32_t element_len(const struct options *o, struct span s, uint32_t code)
{
	uint32_t len;

	if (is_single(o, code))
		return 1;
	if (o->head > s.cap)
		return 0;
	len = (uint32_t)span_bits(s, o->len_at, o->len_bits, false) * (o->unit ? o->unit : 1u);
	if (!o->whole)
		len += o->head;
	return len < o->head ? 0 : len;
}

/* Puts one element: its row, the rows common to all, its own, and what its hook reads. */
static void put_element(struct walk *w, struct layer *l, const struct options *o,
			struct cursor element, uint32_t code)
{
	const struct option *option = option_for(o, code);
	unsigned row = option ? option->row : o->unknown;
	struct cursor head = is_single(o, code) ? cursor_first(element, 1) : element;
	struct node *n = NULL;
	uint32_t group;

	if (wanted(w, row))
		n = push(w, l->plan, row, w->depth,
			 (struct place){element.at, element.left.cap, element.source});
	group = n ? (uint32_t)(n - w->r.nodes) : NO_NODE;
	if (n)
		read_value(n, n->field, element.left.p, element.left.cap);
	w->depth++;
	if (o->each)
		put_steps(w, l, o->each, &head, w->depth);
	put_steps(w, l, row, &element, w->depth);
	if (option && option->rest) {
		cursor_pull(&element, o->head);
		w->last = group;
		option->rest(w, l, &element);
	}
	w->depth--;
	w->last = group;
}

void put_options(struct walk *w, struct layer *l, struct cursor *c, const struct options *o)
{
	uint32_t all = NO_NODE;

	if (!c->left.cap)
		return;
	if (o->all)
		all = open_group(w, c, o->all, c->left.wire);
	while (c->left.cap) {
		uint32_t code = (uint32_t)span_bits(c->left, o->type_at, o->type_bits, false);
		uint32_t len = element_len(o, c->left, code);
		uint32_t over = o->pad > 1 && len % o->pad ? o->pad - len % o->pad : 0;

		if (!len || len > c->left.wire) {
			if (o->bad_length)
				expert(w, o->bad_length, NULL);
			cursor_fail(c, len ? len : o->head);
			break;
		}
		put_element(w, l, o, cursor_first(*c, len), code);
		cursor_take(c, len);
		cursor_take(c, over < c->left.wire ? over : c->left.wire);
		if (code == o->end)
			break;
	}
	if (o->all)
		shut_group(w, all, NULL);
}
