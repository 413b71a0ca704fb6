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

/* Its own rows and hook, unless its length is wrong. */
static void put_own_part(struct walk *w, struct layer *l, const struct options *o,
			 struct cursor element, const struct option *option, uint32_t group)
{
	unsigned row = option ? option->row : o->unknown;

	if (!option || !option->len || element.left.wire == option->len) {
		put_steps(w, l, row, &element, w->depth);
		w->last = group;
		cursor_pull(&element, o->head);
		if (option && option->rest)
			option->rest(w, l, &element);
		return;
	}
	w->last = node_in(w, group, o->length);
	if (w->last == NO_NODE)
		w->last = group;
	expert(w, o->bad_length, "option length should be %u", option->len);
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

	if (!row) {
		if (option)
			option->rest(w, l, &element);
		return;
	}
	if (wanted(w, row))
		n = push(w, l->plan, row, w->depth,
			 (struct place){element.at, element.left.cap, element.source});
	group = n ? (uint32_t)(n - w->r.nodes) : NO_NODE;
	if (n)
		read_value(n, n->field, element.left.p, element.left.cap);
	w->depth++;
	if (o->each)
		put_steps(w, l, o->each, &head, w->depth);
	put_own_part(w, l, o, element, option, group);
	w->depth--;
	w->last = group;
}

/* Says of the element at the cursor why it can't be read. */
static void put_bad(struct walk *w, const struct options *o, const struct cursor *c, uint32_t code)
{
	const struct option *option = option_for(o, code);
	const char *known = option ? w->now->proto->fields[option->row].label : NULL;
	uint32_t len = (uint32_t)span_bits(c->left, o->len_at, o->len_bits, false);
	struct text t = {0};

	if (!o->bad) {
		expert(w, o->bad_length, NULL);
		return;
	}
	open_group(w, c, o->bad, c->left.cap);
	shut_group(w, w->last, NULL);
	if (known)
		text_put(&t, known);
	else
		text_format(&t, "Unknown (0x%02x)", (unsigned)code);
	if (o->head > c->left.cap)
		text_put(&t, " (length byte past end of options)");
	else if (len < o->head)
		text_format(&t, " (with too-short option length = %u byte%s)", len, plural(len));
	else
		text_format(&t, " (option length = %u byte%s says option goes past end of options)",
			    len, plural(len));
	label_whole(w, "%s", text_string(&t));
	expert(w, o->bad_length, "%s", text_string(&t));
	text_close(&t);
}

/* Octets that should be zero behind the end of the list. */
static bool put_stray(struct walk *w, const struct options *o, const struct cursor *c)
{
	uint32_t group = open_group(w, c, o->stray, c->left.cap);

	shut_group(w, group, NULL);
	expert(w, o->stray_note, NULL);
	return true;
}

void put_options(struct walk *w, struct layer *l, struct cursor *c, const struct options *o)
{
	uint32_t all = NO_NODE;
	uint8_t before = w->r.trouble;
	bool ended = false;

	if (!c->left.cap)
		return;
	if (o->all)
		all = open_group(w, c, o->all, c->left.wire);
	while (c->left.cap) {
		uint32_t code = (uint32_t)span_bits(c->left, o->type_at, o->type_bits, false);
		uint32_t len = element_len(o, c->left, code);
		uint32_t over = o->pad > 1 && len % o->pad ? o->pad - len % o->pad : 0;

		if (o->stray && ended && code && put_stray(w, o, c))
			break;
		if (!len || len > c->left.wire) {
			if (o->bad_length)
				put_bad(w, o, c, code);
			cursor_fail(c, len ? len : o->head);
			break;
		}
		put_element(w, l, o, cursor_first(*c, len), code);
		cursor_take(c, len);
		cursor_take(c, over < c->left.wire ? over : c->left.wire);
		if (code == o->end || w->r.trouble != before)
			break;
		ended = !code;
	}
	if (o->all)
		shut_group(w, all, NULL);
}
