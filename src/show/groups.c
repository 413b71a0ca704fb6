/* SPDX-License-Identifier: BSD-2-Clause */
/* Nodes of one name brought together. */
#include "show/groups.h"
#include "core/arena.h"
#include "core/session.h"
#include <stdlib.h>

void groups_open(struct groups *g, const struct session *s)
{
	*g = (struct groups){.marks = need_zero(session_rows(s), sizeof *g->marks)};
}

void groups_close(struct groups *g)
{
	free(g->list);
	free(g->marks);
	free(g->next);
}

void groups_frame(struct groups *g, const struct record *r)
{
	if (r->n_nodes <= g->cap_next)
		return;
	g->cap_next = 2 * r->n_nodes;
	g->next = need_more(g->next, g->cap_next * sizeof *g->next);
}

uint32_t groups_level(struct groups *g)
{
	return ++g->level;
}

void groups_add(struct groups *g, const struct record *r, uint32_t node, uint32_t level)
{
	struct mark *m = &g->marks[session_first_of(r->session, r->nodes[node].id)];

	g->next[node] = NO_NODE;
	if (m->level == level) {
		struct member *member = &g->list[m->member];

		g->next[member->last] = node;
		member->last = node;
		member->n++;
		return;
	}
	if (g->n == g->cap) {
		g->cap = g->cap ? 2 * g->cap : 64;
		g->list = need_more(g->list, g->cap * sizeof *g->list);
	}
	*m = (struct mark){level, g->n};
	g->list[g->n++] = (struct member){node, node, 1};
}
