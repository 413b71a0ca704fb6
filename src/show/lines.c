/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables' `line` templates: "Src: {ip.src}[, Via: {ip.cur_rt}]". */
#include "show/lines.h"
#include "core/arena.h"
#include "show/value.h"
#include <stdlib.h>

enum op { LITERAL, FIELD_VALUE, FIELD_WORDS, FIELD_THERE, OCTETS, OPEN, CLOSE, END };

struct part {
	enum op op;
	const char *text; /* LITERAL */
	uint32_t len;     /* of it; OPEN: parts to skip when a field is missing */
	uint32_t id;      /* FIELD_*: row number */
};

struct lines {
	struct part *parts;
	uint32_t n, cap;
	uint32_t *first; /* by row number: its first part; 0: it has no template */
};

static const char slot_key;

static void drop(void *p)
{
	struct lines *l = p;

	free(l->parts);
	free(l->first);
	free(l);
}

static uint32_t add(struct lines *l, struct part part)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 256;
		l->parts = need_more(l->parts, l->cap * sizeof *l->parts);
	}
	l->parts[l->n] = part;
	return l->n++;
}

/* The row of the protocol at `first` that a "{name}" means; a row that can't occur: unknown. */
static uint32_t row_named(const struct session *s, uint32_t id, const char *name, size_t len)
{
	const struct proto *p = session_row_proto(s, id);

	for (uint32_t i = 0; i < p->n_fields; i++)
		if (strlen(p->fields[i].name) == len && !memcmp(p->fields[i].name, name, len))
			return session_first_of(s, session_find(s, p->fields[i].name, 0));
	return UINT32_MAX;
}

/* "{...}" behind its brace; gives what follows it. */
static const char *add_field(struct lines *l, const struct session *s, uint32_t id, const char *c)
{
	const char *end = strchr(c, '}');
	enum op op = *c == '=' ? FIELD_WORDS : *c == '?' ? FIELD_THERE : FIELD_VALUE;

	c += op != FIELD_VALUE;
	if (*c == '#')
		add(l, (struct part){.op = OCTETS});
	else
		add(l, (struct part){.op = op, .id = row_named(s, id, c, (size_t)(end - c))});
	return end + 1;
}

static void add_line(struct lines *l, const struct session *s, uint32_t id)
{
	const char *c = session_row(s, id)->line;
	uint32_t open = 0;

	l->first[id] = l->n;
	while (*c) {
		size_t n = strcspn(c, "{[]");

		if (n)
			add(l, (struct part){LITERAL, c, (uint32_t)n, 0});
		c += n;
		if (*c == '{') {
			c = add_field(l, s, id, c + 1);
		} else if (*c == '[') {
			open = add(l, (struct part){.op = OPEN});
			c++;
		} else if (*c == ']') {
			l->parts[open].len = add(l, (struct part){.op = CLOSE}) - open;
			c++;
		}
	}
	add(l, (struct part){.op = END});
}

void lines_open(struct session *s)
{
	void **slot = session_slot(s, &slot_key, drop);
	struct lines *l;

	if (*slot)
		return;
	*slot = l = need_zero(1, sizeof *l);
	l->first = need_zero(session_rows(s), sizeof *l->first);
	add(l, (struct part){.op = END});
	for (uint32_t id = 0; id < session_rows(s); id++)
		if (session_row(s, id)->line)
			add_line(l, s, id);
}

/* The first node below n of a row of that name; NULL: there is none. */
static const struct node *below(const struct record *r, const struct node *n, uint32_t id)
{
	const struct node *end = r->nodes + r->n_nodes;

	for (const struct node *c = n + 1; c < end && c->depth > n->depth; c++)
		if (session_first_of(r->session, c->id) == id)
			return c;
	return NULL;
}

/* Whether all fields of the bracket that opens at `p` are there. */
static bool complete(const struct record *r, const struct node *n, const struct part *p)
{
	const struct part *end = p + p->len;

	for (p++; p < end; p++)
		if (p->op >= FIELD_VALUE && p->op <= FIELD_THERE && !below(r, n, p->id))
			return false;
	return true;
}

static void put_field(struct text *t, const struct record *r, const struct node *n,
		      const struct part *p)
{
	const struct node *c = below(r, n, p->id);
	const char *word;

	if (!c)
		return;
	if (p->op == FIELD_VALUE) {
		put_node_value(t, r, c, VALUE_FIELDS, GATE_LATER);
		return;
	}
	word = word_for(c->field->words, c->u);
	text_put(t, word ? word : "Unknown");
}

void put_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct lines *l = session_kept(r->session, &slot_key);

	for (const struct part *p = &l->parts[l->first[n->id]]; p->op != END; p++)
		switch (p->op) {
		case LITERAL:
			text_bytes(t, p->text, p->len);
			break;
		case FIELD_VALUE:
		case FIELD_WORDS:
			put_field(t, r, n, p);
			break;
		case OCTETS:
			text_u64(t, n->len);
			break;
		case OPEN:
			if (!complete(r, n, p))
				p += p->len;
			break;
		case FIELD_THERE:
		case CLOSE:
		case END:
			break;
		}
}
