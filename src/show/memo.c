/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree's lines of before, two a row: one for even values, one for odd ones (flags!). */
#include "show/memo.h"
#include "core/arena.h"
#include <stdlib.h>

#define MOST 104 /* octets of a line that is kept: the entry then fills two lines of the cache */

struct entry {
	uint64_t u;      /* the node's value ... */
	uint32_t covers; /* ... octets, */
	uint8_t depth;   /* depth */
	bool generated;  /* and kind of line */
	uint8_t len;     /* of the text; 0: nothing is kept */
	char text[MOST];
};

struct memo {
	struct entry (*entries)[2]; /* by row number */
};

struct memo *memo_open(const struct session *s)
{
	struct memo *m = need(sizeof *m);

	m->entries = need_zero(session_rows(s), sizeof *m->entries);
	return m;
}

void memo_close(struct memo *m)
{
	if (m)
		free(m->entries);
	free(m);
}

static inline struct entry *entry_of(const struct memo *m, const struct node *n)
{
	return &m->entries[n->id][n->u & 1];
}

bool memo_put(const struct memo *m, struct text *t, const struct node *n)
{
	const struct entry *e = entry_of(m, n);

	if (!e->len || e->u != n->u || e->covers != n->len || e->depth != n->depth ||
	    e->generated != n->generated || n->text_use != TEXT_NONE)
		return false;
	memcpy(text_room(t, MOST), e->text, MOST);
	t->len += e->len;
	return true;
}

/* Whether the node's value is a number that says all that its line does. */
static bool says_all(const struct node *n)
{
	const struct field *f = n->field;

	if (n->text_use != TEXT_NONE || f->form || f->line)
		return false;
	if (f->kind == BOOL)
		return f->bits == 1; /* wider ones are drawn from the packet's bytes */
	return kind_is_unsigned(f->kind) || kind_is_signed(f->kind) || f->kind == IPV4;
}

void memo_keep(struct memo *m, const struct node *n, const char *line, size_t len)
{
	struct entry *e = entry_of(m, n);

	if (len > MOST || !says_all(n))
		return;
	*e = (struct entry){n->u, n->len, n->depth, n->generated, (uint8_t)len, ""};
	memcpy(e->text, line, len);
}
