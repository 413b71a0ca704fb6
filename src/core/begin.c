/* SPDX-License-Identifier: BSD-2-Clause */
/* Before a frame is walked or skimmed: an empty record, and what time it is. */
#include "core/plan.h"
#include "core/walk.h"

/* Nodes of one frame: keeps a crafted frame of 64 KiB from growing into gigabytes. */
#define MAX_NODES 400000

/* Times since earlier frames; a frame without a time leaves them alone. */
void note_times(struct walk *w, const struct frame *f)
{
	if (!w->any_before)
		w->first_time = w->previous_time = w->displayed_time = f->time;
	w->any_before = true;
	w->r.since_first = f->time - w->first_time;
	w->r.since_previous = f->time - w->previous_time;
	w->r.since_displayed = f->time - w->displayed_time;
	w->previous_time = f->time;
}

void session_displayed(struct session *s)
{
	struct walk *w = session_walker(s);

	w->displayed_time = w->previous_time;
}

/* The record without what the frame before left in it; its memory stays. */
static void begin_record(struct walk *w, const struct frame *f, struct span bytes)
{
	struct record *r = &w->r;

	r->frame = f;
	r->n_nodes = r->n_layers = 0;
	r->sources[0] = (struct source){"Frame", bytes};
	r->n_sources = 1;
	r->src = r->dst = r->from = r->to = (struct address){0};
	r->cut = r->ruled = r->led = false;
	r->trouble = FINE;
	r->trouble_in = NULL;
}

static void begin_walk(struct walk *w)
{
	arena_empty(&w->arena);
	w->budget = MAX_NODES;
	w->nesting = 0;
	w->strays = NULL;
	w->strays_end = &w->strays;
	w->quoted = 0;
	w->depth = 0;
	w->last = NO_NODE;
	w->now = NULL;
}

void begin_frame(struct walk *w, const struct frame *f, struct span bytes)
{
	w->unsure = w->tried = false;
	begin_record(w, f, bytes);
	begin_walk(w);
}
