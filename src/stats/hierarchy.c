/* SPDX-License-Identifier: BSD-2-Clause */
/* io,phs: which protocols stand in which. */
#include "stats/hierarchy.h"
#include "core/arena.h"
#include "show/gate.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct hierarchy {
	struct tally *tally; /* of struct stratum, by number of the row */
	uint32_t frame;      /* the row over everything: it isn't shown */
};

static bool open_hierarchy(struct stat *st, const char *args, struct fault *fault)
{
	struct hierarchy *h;

	if (!stat_filter(st, args, fault))
		return false;
	session_want_protocols(st->session);
	session_want_shown(st->session, "tcp.segments");
	h = st->own = need_zero(1, sizeof *h);
	h->frame = session_find(st->session, "frame", 0);
	h->tally = tally_open(st->session, sizeof(struct stratum));
	return true;
}

/* Counts the frame for that node's row, below the one of order `parent`; gives its own. */
static uint64_t count(const struct hierarchy *h, const struct record *r, const struct node *n,
		      uint64_t parent)
{
	uint32_t id = n->id;
	struct entry *e = tally_get(h->tally, parent, &id, sizeof id);
	struct stratum *s = entry_own(e);

	s->name = n->field->name;
	s->frames++;
	s->bytes += r->frame->wire_len;
	return e->order;
}

/*
 * What stands on the tree's first level, each below the one before it: protocols, and the
 * segments that a message was put together from, behind that message.
 */
static void frame(struct stat *st, const struct record *r)
{
	const struct hierarchy *h = st->own;
	const struct node *segments = NULL;
	uint64_t parent = 0;

	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (n->depth || n->hidden || n->id == h->frame)
			continue;
		if (n->field->kind == NONE)
			segments = n;
		if (n->field->kind != PROTO)
			continue;
		if (segments && !n->source) {
			parent = count(h, r, segments, parent);
			segments = NULL;
		}
		parent = count(h, r, n, parent);
	}
	if (segments)
		count(h, r, segments, parent);
}

/* --- out --- */

struct listing {
	struct text *t;
	struct entry **list;
	uint32_t n;
};

static void put_below(struct listing *l, uint64_t parent, unsigned level)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	for (uint32_t i = first; i < first + count; i++) {
		const struct stratum *s = entry_own(l->list[i]);
		size_t start = l->t->len;

		text_fill(l->t, ' ', (size_t)2 * level);
		text_put(l->t, s->name);
		text_fill_to(l->t, start, 40);
		text_format(l->t, " frames:%" PRIu64 " bytes:%" PRIu64 "\n", s->frames, s->bytes);
		put_below(l, l->list[i]->order, level + 1);
	}
}

static void print(struct stat *st, struct text *t)
{
	static const char ruler[] =
		"===================================================================\n";
	struct listing l = {.t = t};

	text_char(t, '\n');
	text_put(t, ruler);
	text_put(t, "Protocol Hierarchy Statistics\nFilter: ");
	if (st->filter_text)
		gate_string(t, st->filter_text, GATE_TEXT);
	text_put(t, "\n\n");
	l.list = tally_list(((const struct hierarchy *)st->own)->tally, NULL, &l.n);
	put_below(&l, 0, 0);
	free(l.list);
	text_put(t, ruler);
}

static void json_below(struct listing *l, uint64_t parent)
{
	uint32_t count, first = children_of(l->list, l->n, parent, &count);

	text_char(l->t, '[');
	for (uint32_t i = first; i < first + count; i++) {
		const struct stratum *s = entry_own(l->list[i]);

		text_put(l->t, i > first ? ",{\"protocol\":" : "{\"protocol\":");
		json_string(l->t, s->name);
		json_u64(l->t, "packets", s->frames);
		json_u64(l->t, "bytes", s->bytes);
		text_put(l->t, ",\"inside\":");
		json_below(l, l->list[i]->order);
		text_char(l->t, '}');
	}
	text_char(l->t, ']');
}

static void json(struct stat *st, struct text *t)
{
	struct listing l = {.t = t};

	l.list = tally_list(((const struct hierarchy *)st->own)->tally, NULL, &l.n);
	text_put(t, ",\"rows\":");
	json_below(&l, 0);
	free(l.list);
}

static void close_hierarchy(struct stat *st)
{
	struct hierarchy *h = st->own;

	if (h)
		tally_close(h->tally);
	free(h);
}

const struct stat_kind kind_hierarchy = {
	"io,phs", NULL, open_hierarchy, frame, print, json, close_hierarchy,
};
