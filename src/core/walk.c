/* SPDX-License-Identifier: BSD-2-Clause */
/* The walker: from a frame, layer by layer, to a record. */
#include "core/walk.h"
#include "core/children.h"
#include "core/marks.h"
#include "core/steps.h"

/* Layers inside one another: more is somebody's joke, not a network. */
#define MAX_NESTING 128

/* A child that stands apart from its parent: at the root, behind what quotes it. */
struct stray {
	struct stray *next;
	struct layer *child;
	struct layer *parent;
	struct address from, to;
	uint16_t quoted;
};

/* --- one layer --- */

/* How much deeper than the layers around it a layer's fields stand. */
static RARE unsigned depth_inside_of(const struct walk *w, const struct proto *p)
{
	const struct layer *l = w->now;

	while (l && l->proto->inside_of && !strcmp(l->proto->inside_of, p->inside_of))
		l = l->parent;
	return l && !strcmp(l->proto->fields[0].name, p->inside_of) ? 2 : 1;
}

static RARE void more_layers(struct walk *w)
{
	w->cap_layers = w->cap_layers ? 2 * w->cap_layers : 32;
	w->r.layers = need_more(w->r.layers, w->cap_layers * sizeof *w->r.layers);
}

void list_layer(struct walk *w, const struct layer *l)
{
	if (w->r.n_layers == w->cap_layers)
		more_layers(w);
	w->r.layers[w->r.n_layers++] = l;
}

/* The layer's place among the others: below the one at hand. */
static inline unsigned depth_inside(const struct walk *w, const struct proto *p)
{
	if (p->inside_of)
		return depth_inside_of(w, p);
	return p->bare ? 0 : 1 + p->inside;
}

static inline void place_layer(struct walk *w, struct layer *l, unsigned base)
{
	l->parent = w->now;
	l->depth = (uint8_t)(base + depth_inside(w, l->proto));
	l->quoted = w->quoted > 0;
	l->follows = l->more;
	list_layer(w, l);
}

static inline struct address address_at(const uint8_t *header, struct end e)
{
	return (struct address){e.kind, e.len, header + e.at};
}

void new_sender(struct walk *w, struct address a)
{
	w->r.from = a;
	if (!w->quoted)
		w->r.src = a;
}

void new_receiver(struct walk *w, struct address a)
{
	w->r.to = a;
	if (!w->quoted)
		w->r.dst = a;
}

void note_ends(struct walk *w, const struct plan *plan, const uint8_t *header)
{
	if (plan->src.len) {
		new_sender(w, address_at(header, plan->src));
		new_receiver(w, address_at(header, plan->dst));
	}
}

void walk_trouble(struct walk *w, enum trouble what)
{
	const struct layer *in = w->now;

	if (!what || w->r.trouble)
		return;
	while (in->proto->bare)
		in = in->parent;
	while (in->quoted && in->parent->quoted)
		in = in->parent;
	w->r.trouble = (uint8_t)what;
	w->r.trouble_in = in;
}

void walk_unfit(struct walk *w, const char *why)
{
	w->r.unfit = why;
	walk_trouble(w, UNFIT);
}

/* The TLVs between the fixed part and the header's end. */
static void walk_options(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, l->proto->fixed);

	c = cursor_first(c, l->header - l->proto->fixed);
	put_options(w, l, &c, l->proto->options);
	if (!l->proto->options->bad_length)
		walk_trouble(w, c.bad);
}

static void walk_header(struct walk *w, struct layer *l)
{
	if (l->plan->rows) {
		uint32_t rows = l->header > l->proto->fixed ? l->header : l->proto->fixed;
		struct cursor c = cursor_first(layer_cursor(l, 0), rows);

		walk_trouble(w, put_steps(w, l, 0, &c, l->depth));
	}
	if (l->header > l->bytes.cap)
		walk_trouble(w, l->header > l->bytes.wire ? MALFORMED : TRUNCATED);
	if ((l->plan->any_options || w->judged) && l->proto->options && !l->stop)
		walk_options(w, l);
}

static inline bool has_node(const struct walk *w, const struct layer *l)
{
	return l->plan->shown && l->node < w->r.n_nodes &&
	       w->r.nodes[l->node].id == l->plan->first_id;
}

static inline void walk_rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (!l->part)
		w->last = has_node(w, l) ? l->node : NO_NODE;
	if (l->proto->rest)
		l->proto->rest(w, l, c);
	if (l->part)
		*l->part = *c;
	else if (c->bad)
		walk_trouble(w, c->bad);
}

static void walk_payload(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, l->header);

	if (l->proto->rest || l->part) {
		walk_rest(w, l, &c);
	} else if ((l->plan->next || l->plan->fixed) && c.left.wire) {
		walk_via(w, pick(l), c);
	}
}

/* A header that contradicts itself: the rows before the contradiction. */
static RARE void walk_doubted(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	l->header = 0;
	put_steps(w, l, 0, &c, l->depth);
	walk_payload(w, l);
}

static bool doubted(struct layer *l)
{
	l->stop = (uint16_t)(l->proto->believed ? l->proto->believed(l) : 0);
	return l->stop;
}

static void walk_parts(struct walk *w, struct layer *l)
{
	if (doubted(l)) {
		walk_doubted(w, l);
		return;
	}
	measure(l);
	note_ends(w, l->plan, l->bytes.p);
	if (l->proto->note)
		l->proto->note(w, l);
	walk_header(w, l);
	if ((!w->r.trouble && !l->plan->header_ends) || l->part)
		walk_payload(w, l);
}

/* A header that is cut off: the rows that fit. */
static RARE void walk_stump(struct walk *w, struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	l->header = l->bytes.cap;
	if (l->bytes.cap && doubted(l)) {
		walk_doubted(w, l);
		return;
	}
	put_steps(w, l, 0, &c, l->depth);
	if (l->proto->stump)
		l->proto->stump(w, l);
	walk_trouble(w, l->proto->fixed > l->bytes.wire ? MALFORMED : TRUNCATED);
}

/* Octets of the layer itself: up to where the first of its children begins, or all. */
static uint32_t own_octets(const struct layer *l)
{
	const struct layer *child = l->child;
	uint32_t header = l->header < l->bytes.cap ? l->header : l->bytes.cap;

	if (child && child->source == l->source && child->at >= l->at + header)
		return child->at - l->at;
	/* Without a header it is all text, in lines that hooks read. */
	return header && (l->plan->next || l->plan->fixed) ? header : l->bytes.cap;
}

/* Its own node and those of its fields, at `base` and below; its children wait in the queue. */
static void walk_self(struct walk *w, struct layer *l)
{
	bool shown = l->plan->shown;

	l->node = w->r.n_nodes;
	if (!l->more && l->bytes.cap < l->proto->least) {
		walk_trouble(w, l->proto->least > l->bytes.wire ? MALFORMED : TRUNCATED);
		return;
	}
	if (shown && !push(w, l->plan, 0, l->depth - 1u, (struct place){l->at, 0, l->source}))
		shown = false;
	w->depth = l->depth;
	if (l->more)
		walk_payload(w, l);
	else if (l->bytes.cap < l->proto->fixed)
		walk_stump(w, l);
	else
		walk_parts(w, l);
	if (shown && !w->r.nodes[l->node].len)
		w->r.nodes[l->node].len = own_octets(l);
}

static void walk_layer(struct walk *w, struct layer *l, unsigned base);

static void mark_trouble(struct walk *w);

/* The trouble met in a message of a stream, which isn't that of the next one. */
static RARE void leave_message(struct walk *w, struct layer *l)
{
	struct layer *now = w->now;
	uint8_t depth = w->depth;

	mark_trouble(w);
	l->broken = w->r.trouble;
	w->r.trouble = FINE;
	w->now = now;
	w->depth = depth;
}

/* Walks what is queued; what a layer leaves of itself comes right behind it. */
static void walk_queue(struct walk *w, struct layer *l, unsigned base)
{
	for (; l && !w->r.trouble; l = l->sibling) {
		walk_layer(w, l, base);
		if (l->pdu && w->r.trouble)
			leave_message(w, l);
	}
}

/* Puts the queued children off until the walk is back at the root. */
static RARE void put_off(struct walk *w)
{
	struct layer *l = w->now;
	struct stray *s = l->child ? take(w, sizeof *s) : NULL;

	if (!s)
		return;
	*s = (struct stray){NULL, l->child, l, w->r.from, w->r.to, w->quoted};
	*w->strays_end = s;
	w->strays_end = &s->next;
}

/* Walks what was put off; trouble met since then doesn't concern it. */
static RARE void walk_strays(struct walk *w)
{
	struct layer *now = w->now;
	struct address from = w->r.from, to = w->r.to;
	uint8_t later = w->r.trouble;

	w->r.trouble = FINE;
	while (w->strays) {
		struct stray *s = w->strays;

		w->strays = s->next;
		if (!s->next)
			w->strays_end = &w->strays;
		w->now = s->parent;
		w->r.from = s->from;
		w->r.to = s->to;
		w->quoted = s->quoted;
		walk_queue(w, s->child, 0);
	}
	w->quoted = 0;
	w->r.from = from;
	w->r.to = to;
	if (!w->r.trouble)
		w->r.trouble = later;
	w->now = now;
}

static void walk_children(struct walk *w, struct layer *l, unsigned base)
{
	if (base && l->proto->apart) {
		put_off(w);
		return;
	}
	if (!base && !l->quoted && w->strays)
		walk_strays(w);
	walk_queue(w, l->child, base);
}

/* One layer and all that it carries. */
static void walk_layer(struct walk *w, struct layer *l, unsigned base)
{
	struct layer *outer = w->now;
	uint8_t outer_depth = w->depth;

	if (w->nesting >= MAX_NESTING || (!l->plan->walked && !l->part))
		return;
	w->nesting++;
	place_layer(w, l, base);
	w->now = l;
	walk_self(w, l);
	walk_children(w, l, base);
	if (w->quoted && w->r.trouble == MALFORMED)
		w->r.trouble = FINE; /* quotes are short by nature */
	if (l->proto->done && !l->plan->header_ends)
		l->proto->done(w, l);
	w->r.ruled |= l->around | l->last_word;
	w->nesting--;
	w->depth = outer_depth;
	w->now = outer;
}

void walk_inside(struct walk *w, const struct plan *child, struct cursor bytes)
{
	if (!child || !claimed_by(child, bytes.left))
		child = w->data;
	walk_layer(w, new_layer(w, child, &bytes), w->depth);
}

struct cursor walk_part(struct walk *w, const struct plan *part, struct cursor bytes)
{
	struct cursor left = bytes;
	struct layer *l = new_layer(w, part, &bytes);

	cursor_take(&left, left.left.wire);
	l->part = &left;
	walk_layer(w, l, w->depth);
	l->part = NULL;
	return left;
}

void walk_quoted(struct walk *w, const struct plan *child, struct cursor bytes)
{
	struct address from = w->r.from, to = w->r.to;

	w->quoted++;
	walk_inside(w, child, bytes);
	w->quoted--;
	w->r.from = from;
	w->r.to = to;
}

struct cursor add_source(struct walk *w, const char *name, const uint8_t *p, uint32_t len)
{
	uint8_t i = w->r.n_sources;
	struct span bytes = {p, len, len};

	if (i < MAX_SOURCES)
		w->r.sources[w->r.n_sources++] = (struct source){name, bytes};
	else
		i = MAX_SOURCES - 1;
	return (struct cursor){.left = bytes, .source = i};
}

void *new_state(struct walk *w, struct layer *l, size_t size)
{
	l->state = take(w, size);
	memset(l->state, 0xff, size); /* ABSENT in every member */
	return l->state;
}

/* --- one frame --- */

/* What ended the walk before its time, as the last node of the tree. */
static RARE void mark_trouble(struct walk *w)
{
	const struct plan *p = w->r.trouble == TRUNCATED ? w->cut_short : w->malformed;
	const char *brief = w->r.trouble_in->proto->brief;
	struct layer l = glimpse(p, (struct span){0});

	if (!p->any && !w->expert->any)
		return;
	if (p->want[0] && push(w, p, 0, 0, (struct place){0, 0, 0}))
		l.node = w->r.n_nodes - 1;
	else
		l.node = NO_NODE;
	w->now = &l;
	w->last = l.node;
	w->depth = 1;
	if (w->r.trouble == MALFORMED) {
		label_whole(w, "[Malformed Packet: %s]", brief ? brief : "Frame");
		expert(w, MALFORMED_NOTE, NULL);
	} else if (w->r.trouble == UNFIT) {
		label_whole(w, "[Reassembly error, protocol %s: %s]", brief, w->r.unfit);
		expert(w, UNFIT_NOTE, "%s", w->r.unfit);
	} else {
		label_whole(w, "[Packet size limited during capture: %s truncated]",
			    brief ? brief : "Frame");
	}
	w->now = NULL;
}

/* The frame; where nobody wants to see its own rows, only what it carries is walked. */
static void walk_frame(struct walk *w, struct span bytes)
{
	struct cursor c = {.left = bytes};
	struct layer *l = new_layer(w, w->root, &c);
	const struct plan *child = next_by(l, w->r.frame->link);

	if (w->root->any || w->noted || !child) {
		walk_layer(w, l, 0);
		return;
	}
	place_layer(w, l, 0);
	w->now = l;
	if (w->r.frame->fcs_len <= 0)
		child = pass_carriers(w, child, &c);
	walk_via(w, child, c);
	walk_queue(w, w->now->child, 0);
}

/* Whether its line may depend on frames that were passed over. */
static bool depends_on_others(const struct layer *l)
{
	const struct plan *p = l->plan;

	if (p->proto->follow)
		return !p->any && !p->deeper;
	return p->proto->recalls && !p->proto->doubts;
}

static void doubt_line(struct walk *w)
{
	for (uint32_t i = 0; i < w->r.n_layers && !w->unsure; i++)
		w->unsure = depends_on_others(w->r.layers[i]);
}

const struct record *session_walk(struct session *s, const struct frame *f)
{
	struct walk *w = session_walker(s);
	struct span bytes = {f->bytes, f->cap_len, f->wire_len};
	bool tried = w->tried;

	begin_frame(w, f, bytes);
	note_times(w, f);
	if (w->frame_too && !w->summary && !tried) {
		if (skim_frame(w, bytes))
			return &w->r;
		begin_frame(w, f, bytes); /* without what was found before it failed */
	}
	walk_frame(w, bytes);
	if (w->r.trouble)
		mark_trouble(w);
	if (w->hasty)
		doubt_line(w);
	return &w->r;
}
