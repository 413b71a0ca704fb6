/* SPDX-License-Identifier: BSD-2-Clause */
/* The fields that the user named with -e, and their nodes in a frame. */
#include "show/columns.h"
#include "core/arena.h"
#include "core/session.h"
#include <stdlib.h>
#include <strings.h>

#define COLUMN_PREFIX "_ws.col."

/* The column of a name such as "_ws.col.Info" or "_ws.col.info"; -1: it is a field's name. */
static int column_named(const char *name)
{
	if (strncmp(name, COLUMN_PREFIX, strlen(COLUMN_PREFIX)))
		return -1;
	name += strlen(COLUMN_PREFIX);
	for (int c = 0; c < N_COLUMNS; c++)
		if (!strcasecmp(name, column_titles[c]))
			return c;
	return -1;
}

bool show_knows(const struct session *s, const char *name)
{
	return column_named(name) >= 0 || session_find(s, name, 0) < session_rows(s);
}

static void open_wish(struct wishes *w, struct session *s, unsigned i)
{
	struct wish *wish = &w->list[i];

	wish->name = w->options->fields[i];
	wish->column = column_named(wish->name);
	wish->same_as = i;
	for (unsigned k = 0; k < i; k++)
		if (!strcmp(w->list[k].name, wish->name)) {
			wish->same_as = w->list[k].same_as;
			return;
		}
	if (wish->column >= 0) {
		session_want_summary(s);
		return;
	}
	session_want(s, wish->name);
	for (uint32_t id = session_find(s, wish->name, 0); id < session_rows(s);
	     id = session_find(s, wish->name, id + 1))
		w->by_id[id] = (uint16_t)(i + 1);
}

struct wishes *wishes_open(struct session *s, const struct show_options *options)
{
	struct wishes *w = need_zero(1, sizeof *w);

	w->options = options;
	w->n = options->n_fields;
	w->list = need_zero(w->n, sizeof *w->list);
	w->by_id = need_zero(session_rows(s), sizeof *w->by_id);
	for (unsigned i = 0; i < w->n; i++)
		open_wish(w, s, i);
	return w;
}

void wishes_close(struct wishes *w)
{
	for (unsigned i = 0; i < w->n; i++)
		free(w->list[i].nodes);
	free(w->list);
	free(w->by_id);
	free(w);
}

static void add_node(struct wish *wish, const struct node *n)
{
	if (wish->n == wish->cap) {
		wish->cap = wish->cap ? 2 * wish->cap : 4;
		wish->nodes = need_more(wish->nodes, wish->cap * sizeof(const struct node *));
	}
	wish->nodes[wish->n++] = n;
}

void wishes_collect(struct wishes *w, const struct record *r)
{
	for (unsigned i = 0; i < w->n; i++)
		w->list[i].n = 0;
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		uint16_t wish = w->by_id[r->nodes[i].id];

		if (wish)
			add_node(&w->list[wish - 1], &r->nodes[i]);
	}
}

unsigned wish_count(const struct wishes *w, unsigned i)
{
	const struct wish *wish = &w->list[w->list[i].same_as];

	return wish->column >= 0 ? 1 : wish->n;
}

void wish_value(struct text *t, const struct record *r, const struct wishes *w, unsigned i,
		unsigned k, enum value_form form, enum gate how)
{
	const struct wish *wish = &w->list[w->list[i].same_as];

	if (wish->column >= 0)
		put_column(t, r, (enum column)wish->column, w->options, how);
	else
		put_node_value(t, r, wish->nodes[k], form, how);
}
