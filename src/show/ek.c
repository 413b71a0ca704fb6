/* SPDX-License-Identifier: BSD-2-Clause */
/* -T ek: newline-delimited JSON for Elasticsearch's bulk interface, as tshark writes it. */
#include "core/arena.h"
#include "core/session.h"
#include "show/columns.h"
#include "show/groups.h"
#include "show/keys.h"
#include "show/printer.h"
#include "show/value.h"
#include <stdlib.h>

struct ek {
	struct keys keys;
	struct wishes *wishes; /* with -e; NULL: everything */
	struct groups groups;
};

/* Groups the nodes from `at` on that are `depth` deep, up to the first that is less. */
static void group_siblings(struct groups *g, const struct record *r, uint32_t at, uint8_t depth,
			   uint32_t level)
{
	for (; at < r->n_nodes && r->nodes[at].depth >= depth; at++)
		if (r->nodes[at].depth == depth)
			groups_add(g, r, at, level);
}

static void put_value(struct text *t, const struct record *r, const struct node *n)
{
	bool bare = n->field->kind == BOOL;

	if (n->field->kind == NONE) {
		text_put(t, "null");
		return;
	}
	if (!bare)
		text_char(t, '"');
	put_node_value(t, r, n, VALUE_EK, GATE_JSON);
	if (!bare)
		text_char(t, '"');
}

static void put_bytes_of(struct text *t, const struct record *r, const struct node *n)
{
	struct span s = span_first(span_skip(r->sources[n->source].bytes, n->at), n->len);

	text_char(t, '"');
	text_hex_bytes(t, s.p, s.cap, '\0');
	text_char(t, '"');
}

static void put_level(struct printer *p, const struct record *r, uint32_t first);

/* Starts a level with the children of one node. */
static void put_children(struct printer *p, const struct record *r, uint32_t node)
{
	struct groups *g = &((struct ek *)p->own)->groups;
	uint32_t first = g->n;

	group_siblings(g, r, node + 1, r->nodes[node].depth + 1, groups_level(g));
	put_level(p, r, first);
}

/* One element of a member: an object for a protocol, a plain value for a field. */
static void put_element(struct printer *p, const struct record *r, uint32_t node)
{
	struct text *t = &p->out->text;

	if (r->nodes[node].field->kind != PROTO) {
		put_value(t, r, &r->nodes[node]);
		return;
	}
	text_char(t, '{');
	put_children(p, r, node);
	text_char(t, '}');
}

/* A member's elements; a list when there are several. */
static void put_elements(struct printer *p, const struct record *r, struct member m, bool raw)
{
	const struct ek *ek = p->own;
	struct text *t = &p->out->text;

	if (m.n > 1)
		text_char(t, '[');
	for (uint32_t i = m.first; i != NO_NODE; i = ek->groups.next[i]) {
		if (i != m.first)
			text_char(t, ',');
		if (raw)
			put_bytes_of(t, r, &r->nodes[i]);
		else
			put_element(p, r, i);
	}
	if (m.n > 1)
		text_char(t, ']');
}

/* What stands below the fields of a member follows as further members of the same object. */
static void put_below(struct printer *p, const struct record *r, struct member m)
{
	struct groups *g = &((struct ek *)p->own)->groups;
	uint32_t first = g->n;
	uint32_t level = groups_level(g);

	for (uint32_t i = m.first; i != NO_NODE; i = g->next[i])
		group_siblings(g, r, i + 1, r->nodes[i].depth + 1, level);
	if (g->n == first)
		return;
	text_char(&p->out->text, ',');
	put_level(p, r, first);
}

static void put_raw(struct printer *p, const struct record *r, struct member m)
{
	const struct ek *ek = p->own;
	struct text *t = &p->out->text;

	put_key(t, &ek->keys, r->nodes[m.first].id);
	t->len -= 2;
	text_put(t, "_raw\":");
	put_elements(p, r, m, true);
	text_char(t, ',');
}

/* Writes the members from `first` on, which are a level, and ends the level. */
static void put_level(struct printer *p, const struct record *r, uint32_t first)
{
	struct ek *ek = p->own;
	uint32_t end = ek->groups.n;

	for (uint32_t i = first; i < end; i++) {
		struct member m = ek->groups.list[i];
		const struct node *n = &r->nodes[m.first];

		if (i > first)
			text_char(&p->out->text, ',');
		if (p->options->hex)
			put_raw(p, r, m);
		put_key(&p->out->text, &ek->keys, n->id);
		put_elements(p, r, m, false);
		if (n->field->kind != PROTO)
			put_below(p, r, m);
	}
	ek->groups.n = first;
}

/* With -e: each field's values as a list, under its plain name. */
static void put_wishes(struct printer *p, const struct record *r)
{
	struct ek *ek = p->own;
	struct text *t = &p->out->text;
	bool any = false;

	wishes_collect(ek->wishes, r);
	for (unsigned i = 0; i < ek->wishes->n; i++) {
		unsigned n = wish_count(ek->wishes, i);

		if (!n)
			continue;
		text_put(t, any ? ",\"" : "\"");
		any = true;
		for (const char *c = ek->wishes->list[i].name; *c; c++)
			text_char(t, *c == '.' ? '_' : *c);
		text_put(t, "\":[");
		for (unsigned k = 0; k < n; k++) {
			text_put(t, k ? ",\"" : "\"");
			wish_value(t, r, ek->wishes, i, k, VALUE_EK, GATE_JSON);
			text_char(t, '"');
		}
		text_char(t, ']');
	}
}

static void ek_frame(struct printer *p, const struct record *r)
{
	struct ek *ek = p->own;
	struct text *t = &p->out->text;

	text_put(t, "{\"index\":{\"_index\":\"packets-");
	text_time(t, r->frame->time, TIME_DATE, 0, false);
	t->len -= strlen(" 00:00:00");
	text_put(t, "\",\"_type\":\"doc\"}}\n{\"timestamp\":\"");
	text_i64(t, r->frame->time / 1000000);
	text_put(t, "\",\"layers\":{");
	groups_frame(&ek->groups, r);
	if (ek->wishes) {
		put_wishes(p, r);
	} else {
		group_siblings(&ek->groups, r, 0, 0, groups_level(&ek->groups));
		put_level(p, r, 0);
	}
	text_put(t, "}}\n");
}

static void ek_open(struct printer *p, struct session *s)
{
	struct ek *ek = need_zero(1, sizeof *ek);

	p->own = ek;
	keys_ek(&ek->keys, s);
	groups_open(&ek->groups, s);
	if (p->options->n_fields)
		ek->wishes = wishes_open(s, p->options);
	else
		session_want_all(s);
	session_want_labels(s);
}

static void ek_close(struct printer *p)
{
	struct ek *ek = p->own;

	keys_close(&ek->keys);
	if (ek->wishes)
		wishes_close(ek->wishes);
	groups_close(&ek->groups);
	free(ek);
}

const struct printer ek_printer = {.open = ek_open, .frame = ek_frame, .close = ek_close};
