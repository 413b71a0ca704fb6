/* SPDX-License-Identifier: BSD-2-Clause */
/* Expert notes: what is remarkable, and moving nodes to where they belong. */
#include "core/marks.h"
#include "core/steps.h"

static struct node *push_mark(struct walk *w, const struct plan *plan, unsigned row, unsigned depth,
			      uint64_t u)
{
	struct node *n =
		plan->want[row] ? push(w, plan, row, depth, (struct place){0, 0, 0}) : NULL;

	if (n)
		n->u = u;
	return n;
}

/* "[Expert Info (Warning/Checksum): Bad checksum]": the line over a note. */
static void label_note(struct walk *w, struct node *n, const struct field *note, const char *says)
{
	struct text t = {0};

	n->generated = true;
	if (!w->labels)
		return;
	text_put(&t, "Expert Info (");
	text_put(&t, word_for(&expert_severities, note->preset));
	text_char(&t, '/');
	text_put(&t, word_for(&expert_groups, note->from));
	text_put(&t, "): ");
	text_put(&t, says);
	n->text = arena_copy(&w->arena, t.p, t.len);
	n->text_use = TEXT_WHOLE;
	text_close(&t);
}

#define LONGEST 239 /* octets of a message, as Wireshark keeps them */

/* As much of the words as a message holds, whole characters of UTF-8. */
static uint32_t message_len(const char *says)
{
	size_t n = strlen(says);

	if (n <= LONGEST)
		return (uint32_t)n;
	for (n = LONGEST; n && ((uint8_t)says[n] & 0xc0) == 0x80; n--)
		continue;
	return (uint32_t)n;
}

/* A node that says what the note says: the note itself, and its message. */
static void push_says(struct walk *w, const struct plan *plan, unsigned row, unsigned depth,
		      const char *says)
{
	struct node *n =
		plan->want[row] ? push(w, plan, row, depth, (struct place){0, 0, 0}) : NULL;

	if (!n)
		return;
	n->p = (const uint8_t *)says;
	n->size = message_len(says);
	if (n->field->traits & NOTE) {
		n->text = says;
		n->text_use = TEXT_WHOLE;
		n->generated = true;
	}
}

/* The nodes of a note: its heading, the note itself, what it says, how grave, about what. */
static void push_note(struct walk *w, const struct plan *plan, unsigned note, unsigned depth,
		      const char *says)
{
	const struct field *f = &plan->proto->fields[note];
	struct node *n = push_mark(w, w->expert, WS_EXPERT, depth, 0);

	if (n)
		label_note(w, n, f, says);
	push_says(w, plan, note, depth + 1, says);
	push_says(w, w->expert, EXPERT_MESSAGE, depth + 1, says);
	push_mark(w, w->expert, EXPERT_SEVERITY, depth + 1, f->preset);
	push_mark(w, w->expert, EXPERT_GROUP, depth + 1, f->from);
	if (f->from != G_MALFORMED)
		return;
	n = push_mark(w, w->malformed, WS_MALFORMED, depth, 0);
	if (n)
		n->hidden = true;
}

/* Moves the nodes from `first` on to the place `to` before them. */
static void move_nodes(struct walk *w, uint32_t first, uint32_t to)
{
	uint32_t n = w->r.n_nodes - first;
	struct node *moved;

	if (first == to || !n)
		return;
	moved = take(w, n * sizeof *moved);
	memcpy(moved, &w->r.nodes[first], n * sizeof *moved);
	memmove(&w->r.nodes[to + n], &w->r.nodes[to], (first - to) * sizeof *moved);
	memcpy(&w->r.nodes[to], moved, n * sizeof *moved);
}

/* Puts the note under `node`; without one it stands at the depth at hand. */
static void note_under(struct walk *w, uint32_t node, unsigned note, const char *format,
		       va_list args)
{
	const struct field *f = &w->now->proto->fields[note];
	uint32_t first = w->r.n_nodes, to = first;
	unsigned depth = w->depth;
	const char *says;

	if (!wanted(w, note) && !w->expert->any && !(f->from == G_MALFORMED && w->noted))
		return;
	says = format ? words(w, NULL, format, args) : f->label;
	if (node != NO_NODE) {
		to = (uint32_t)(node_next(&w->r, &w->r.nodes[node]) - w->r.nodes);
		depth = w->r.nodes[node].depth + 1u;
	}
	push_note(w, w->now->plan, note, depth, says);
	move_nodes(w, first, to);
}

void expert(struct walk *w, unsigned note, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	note_under(w, w->last, note, format, args);
	va_end(args);
}

struct node *own_node(const struct walk *w, unsigned row)
{
	const struct layer *l = w->now;

	for (uint32_t i = l->node; i < w->r.n_nodes; i++)
		if (w->r.nodes[i].id == l->plan->first_id + row)
			return &w->r.nodes[i];
	return NULL;
}

void nodes_to_front(struct walk *w, uint32_t first)
{
	move_nodes(w, first, 0);
}

void nodes_before(struct walk *w, uint32_t first, unsigned row)
{
	const struct layer *l = w->now;
	uint32_t to = l->node;

	while (to < first && w->r.nodes[to].id < l->plan->first_id + row)
		to++;
	if (to < first)
		move_nodes(w, first, to);
}

void expert_on(struct walk *w, unsigned row, unsigned note, const char *format, ...)
{
	const struct node *n;
	va_list args;

	if (!w->noted && !wanted(w, note))
		return;
	n = own_node(w, row);
	va_start(args, format);
	note_under(w, n ? (uint32_t)(n - w->r.nodes) : NO_NODE, note, format, args);
	va_end(args);
}
