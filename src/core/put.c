/* SPDX-License-Identifier: BSD-2-Clause */
/* What hooks call: fields, groups, words and notes of their own. */
#include "core/names.h"
#include "core/steps.h"

bool wanted(const struct walk *w, unsigned row)
{
	return w->now->plan->want[row];
}

bool rows_wanted(const struct layer *l)
{
	return l->plan->rows;
}

bool plan_wanted(const struct plan *plan)
{
	return plan && (plan->any || plan->deeper);
}

bool deeper_wanted(const struct layer *l)
{
	return l->plan->deeper;
}

bool part_wanted(const struct plan *part)
{
	return part && part->any;
}

bool memory_wanted(const struct walk *w, const struct layer *l)
{
	return w->summary || w->expert->any || !l->plan->header_only || l->plan->deeper;
}

bool payload_wanted(const struct walk *w, const struct layer *l)
{
	return w->summary || w->all_layers || l->plan->deeper;
}

bool any_wanted(const struct walk *w)
{
	return w->now->plan->rows || w->noted;
}

bool trouble_wanted(const struct walk *w)
{
	return any_wanted(w) || w->judged;
}

bool notes_wanted(const struct walk *w)
{
	return w->noted;
}

/* A node of the layer at hand at the depth at hand; remembers it as the last one. */
static struct node *put_node(struct walk *w, unsigned row, struct place where)
{
	struct node *n = NULL;

	w->last = NO_NODE;
	if (wanted(w, row))
		n = push(w, w->now->plan, row, w->depth, where);
	if (n)
		w->last = (uint32_t)(n - w->r.nodes);
	return n;
}

/* The rows that stand under this one by the table. */
static void put_below(struct walk *w, unsigned row, const struct cursor *group)
{
	uint32_t last = w->last;

	if (!w->now->plan->scopes[row].n)
		return;
	put_steps(w, w->now, row, group, w->depth + 1u);
	w->last = last;
}

/* Octets or text of which only the first part was captured: that part is shown. */
static void put_stump(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	const struct field *f = &w->now->proto->fields[row];
	struct node *node = NULL;

	w->last = NO_NODE;
	if ((f->kind == BYTES || f->kind == STRING) && n <= c->left.wire && c->left.cap)
		node = put_node(w, row, (struct place){c->at, c->left.cap, c->source});
	if (node)
		read_value(node, f, c->left.p, c->left.cap);
	cursor_fail(c, n);
}

/* What a row's traits do to its value. */
static void adjust(struct node *n, const struct field *f)
{
	const uint8_t *end;

	if (f->traits & FACTOR)
		n->u *= f->factor;
	if ((f->traits & ZSTRING) && n->size && (end = memchr(n->p, 0, n->size)))
		n->size = (uint32_t)(end - n->p);
}

/* A row that nobody wants, nor any below it: just its number is read. */
static inline uint64_t pass_over(struct walk *w, struct cursor *c, const struct field *f,
				 uint32_t n)
{
	const uint8_t *p = cursor_pull(c, n);
	bool number = kind_is_unsigned(f->kind) || f->kind == BOOL || f->kind == IPV4;

	w->last = NO_NODE;
	if (!p || !number || n > 8)
		return 0;
	return f->traits & LE ? load_le(p, n) : load_be(p, n);
}

static __attribute__((noinline)) uint64_t put_wanted(struct walk *w, struct cursor *c, unsigned row,
						     uint32_t n)
{
	const struct field *f = &w->now->proto->fields[row];
	struct cursor group = cursor_first(*c, n);
	struct node value;
	struct node *node;

	if (n > c->left.cap) {
		put_stump(w, c, row, n);
		return 0;
	}
	if (c->bad) /* an empty row behind what wasn't there */
		return 0;
	value = (struct node){.field = f};
	cursor_pull(c, n);
	read_value(&value, f, group.left.p, n);
	node = put_node(w, row, (struct place){group.at, n, group.source});
	if (node) {
		node->u = value.u;
		node->size = value.size;
		adjust(node, f);
	}
	put_below(w, row, &group);
	return value.size ? 0 : value.u;
}

uint64_t put(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	const struct layer *l = w->now;

	if (l->plan->want[row] || l->plan->scopes[row].n)
		return put_wanted(w, c, row, n);
	return pass_over(w, c, &l->proto->fields[row], n);
}

uint64_t put_slice(struct walk *w, struct cursor c, unsigned row, uint32_t n)
{
	const struct field *f = &w->now->proto->fields[row];
	uint64_t v;

	if (c.left.cap < n)
		return 0;
	v = span_bits(span_first(c.left, n), f->at, f->bits, f->traits & LE);
	put_value(w, row, c.at, n, f->traits & FACTOR ? v * f->factor : v);
	return v;
}

/* The bits of the mask, the others as dots, in groups of four. */
static void draw_mask(char *to, uint32_t v, uint32_t mask, uint32_t bits)
{
	for (uint32_t bit = bits; bit-- > 0;) {
		*to++ = (char)(!(mask >> bit & 1) ? '.' : v >> bit & 1 ? '1' : '0');
		if (bit && bit % 4 == 0)
			*to++ = ' ';
	}
	*to = '\0';
}

uint32_t put_spread(struct walk *w, struct cursor c, unsigned row, uint32_t n, uint32_t mask)
{
	const struct field *f = &w->now->proto->fields[row];
	uint32_t at = c.at, all = (uint32_t)cursor_be(&c, n);
	uint32_t v = (all & mask) / (mask & -mask);
	char drawing[48];

	put_value(w, row, at, n, v);
	draw_mask(drawing, all, mask, 8 * n);
	if (f->base == HEX)
		label_whole(w, "%s = %s: 0x%0*x", drawing, f->label, (int)(2 * kind_size(f->kind)),
			    v);
	else
		label_whole(w, "%s = %s: %u", drawing, f->label, v);
	return v;
}

void put_rows(struct walk *w, struct cursor *c, const struct part *parts)
{
	for (; parts->row; parts++)
		put(w, c, parts->row, parts->octets);
}

void put_value(struct walk *w, unsigned row, uint32_t at, uint32_t len, uint64_t value)
{
	struct node *n = put_node(w, row, (struct place){at, len, w->now->source});

	if (n)
		n->u = value;
}

void source_of_last(struct walk *w, uint8_t source)
{
	if (w->last != NO_NODE)
		w->r.nodes[w->last].source = source;
}

void put_bytes(struct walk *w, unsigned row, uint32_t at, uint32_t len, const void *p,
	       uint32_t size)
{
	struct node *n = put_node(w, row, (struct place){at, len, w->now->source});

	if (n) {
		n->p = p;
		n->size = size;
	}
}

void put_string(struct walk *w, unsigned row, uint32_t at, uint32_t len, const char *s)
{
	put_bytes(w, row, at, len, s, (uint32_t)strlen(s));
}

uint32_t open_group(struct walk *w, const struct cursor *c, unsigned row, uint32_t n)
{
	struct cursor group = cursor_first(*c, n);
	struct node *node = put_node(w, row, (struct place){c->at, group.left.cap, c->source});
	uint32_t here = w->last;

	if (node)
		read_value(node, node->field, group.left.p, group.left.cap);
	put_below(w, row, &group);
	w->depth++;
	return here;
}

void shut_group(struct walk *w, uint32_t group, const struct cursor *c)
{
	w->depth--;
	w->last = group;
	if (group == NO_NODE || !c)
		return;
	w->r.nodes[group].len = c->at - w->r.nodes[group].at;
	if (w->r.nodes[group].field->kind == BYTES)
		w->r.nodes[group].size = w->r.nodes[group].len;
}

uint32_t open_value(struct walk *w, unsigned row, uint32_t at, uint64_t value)
{
	struct cursor nothing = {.at = at, .source = w->now->source};
	uint32_t group = open_group(w, &nothing, row, 0);

	if (group != NO_NODE)
		w->r.nodes[group].u = value;
	return group;
}

void put_padding(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	uint32_t padding = (4 - n % 4) % 4;

	if (padding > c->left.cap)
		padding = c->left.cap;
	if (padding)
		put(w, c, row, padding);
}

void drop_rows(struct walk *w, uint32_t first)
{
	if (first < w->r.n_nodes)
		w->r.n_nodes = first;
	w->last = NO_NODE;
}

uint32_t node_in(const struct walk *w, uint32_t group, unsigned row)
{
	const struct field *f = &w->now->proto->fields[row];
	const struct node *n = group != NO_NODE ? &w->r.nodes[group] : NULL;

	for (const struct node *end = n ? node_next(&w->r, n) : NULL; n && n < end; n++)
		if (n->field == f)
			return (uint32_t)(n - w->r.nodes);
	return NO_NODE;
}

/* --- words --- */

const char *row_word(const struct walk *w, unsigned row, uint64_t value, const char *otherwise)
{
	const char *word = word_for(w->now->proto->fields[row].words, value);

	return word ? word : otherwise;
}

const char *words(struct walk *w, const char *before, const char *format, va_list args)
{
	struct text t = {0};
	const char *copy;

	if (before)
		text_put(&t, before);
	text_format_list(&t, format, args);
	copy = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return copy;
}

static void label(struct walk *w, uint32_t node, enum text_use use, const char *format,
		  va_list args)
{
	struct node *n;
	bool behind;

	if (!w->labels || node == NO_NODE)
		return;
	n = &w->r.nodes[node];
	behind = use == TEXT_TAIL && n->text;
	n->text = words(w, behind ? n->text : NULL, format, args);
	if (!behind)
		n->text_use = (uint8_t)use;
}

void label_whole(struct walk *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	label(w, w->last, TEXT_WHOLE, format, args);
	va_end(args);
}

void label_value(struct walk *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	label(w, w->last, TEXT_VALUE, format, args);
	va_end(args);
}

void label_name(struct walk *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	label(w, w->last, TEXT_LABEL, format, args);
	va_end(args);
}

void label_tail(struct walk *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	label(w, w->last, TEXT_TAIL, format, args);
	va_end(args);
}

void label_tail_of(struct walk *w, uint32_t node, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	label(w, node, TEXT_TAIL, format, args);
	va_end(args);
}

void column_number(struct walk *w, struct layer *l, uint64_t number)
{
	struct text t = {0};

	if (!w->summary)
		return;
	text_put(&t, "0x");
	text_hex(&t, number, 4);
	l->column = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
}

const char *vendor_for_label(const struct walk *w, const uint8_t *oui)
{
	return w->labels && oui ? names_vendor(w->names, oui) : NULL;
}

const char *address_words(struct walk *w, enum kind kind, const uint8_t *p)
{
	struct text t = {0};
	const char *copy;

	if (kind == IPV6)
		text_ip6(&t, p);
	else if (kind == IPV4)
		text_ip4(&t, (uint32_t)load_be(p, 4));
	else
		text_hex_bytes(&t, p, kind_size(kind), ':');
	copy = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return copy;
}
