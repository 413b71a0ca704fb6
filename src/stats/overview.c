/* SPDX-License-Identifier: BSD-2-Clause */
/* What is in the frames, at a glance: everything is counted as a display filter counts it. */
#include "stats/overview.h"
#include "core/arena.h"
#include "core/marks.h"
#include <stdlib.h>
#include <string.h>

#define FIRST_MOMENT 1000 /* nanoseconds */

/* --- what is wanted --- */

static void use_row(struct overview *o, const char *name, enum row_use use)
{
	struct session *s = o->session;

	session_want(s, name);
	for (uint32_t id = session_find(s, name, 0); id < session_rows(s);
	     id = session_find(s, name, id + 1))
		o->uses[id] = (uint8_t)use;
}

/* The hidden row of both ends' addresses, which lies where the sender's does; 0: there is none. */
static unsigned address_row(const struct proto *p)
{
	const struct field *src = &p->fields[p->src];

	for (unsigned r = 1; p->src && r < p->n_fields; r++) {
		const struct field *f = &p->fields[r];

		if (r != p->src && (f->traits & HIDDEN) && f->kind == src->kind &&
		    f->at == src->at && f->bits == src->bits)
			return r;
	}
	return 0;
}

/* Protocols, their addresses and streams, notes: by what the tables say. */
static void use_proto(struct overview *o, const struct proto *p)
{
	unsigned address = address_row(p), stream = stream_row(p);

	if (!p->bare && strcmp(p->fields[0].name, "frame"))
		use_row(o, p->fields[0].name, ROW_PROTOCOL);
	if (address)
		use_row(o, p->fields[address].name, ROW_ADDRESS);
	if (stream)
		use_row(o, p->fields[stream].name, ROW_STREAM);
	for (unsigned r = 1; r < p->n_fields; r++)
		if (p->fields[r].traits & NOTE)
			session_want(o->session, p->fields[r].name);
}

static const struct field *use_optional(struct overview *o, const char *name, enum row_use use)
{
	uint32_t id = session_find(o->session, name, 0);

	if (id == session_rows(o->session))
		return NULL;
	use_row(o, name, use);
	return session_row(o->session, id);
}

void overview_open(struct overview *o, struct session *s)
{
	const struct proto *p;

	*o = (struct overview){.session = s, .moment = FIRST_MOMENT};
	o->uses = need_zero(session_rows(s), sizeof *o->uses);
	for (uint32_t id = 0; id < session_rows(s); id += p->n_fields) {
		p = session_row_proto(s, id);
		if (p != &proto_ws_expert)
			use_proto(o, p);
	}
	o->state = use_optional(o, "tcp.completeness", ROW_STATE);
	o->rtt = use_optional(o, "tcp.analysis.initial_rtt", ROW_RTT);
	o->strata = tally_open(s, sizeof(struct overview_stratum));
	o->sets = tally_open(s, sizeof(struct overview_set));
	o->talkers = tally_open(s, sizeof(struct talker));
	o->convs = tally_open(s, sizeof(struct overview_conv));
	o->notes = tally_open(s, sizeof(struct overview_note));
}

void overview_close(struct overview *o)
{
	tally_close(o->strata);
	tally_close(o->sets);
	tally_close(o->talkers);
	tally_close(o->convs);
	tally_close(o->notes);
	text_close(&o->key);
	free(o->uses);
}

/* --- counting --- */

/* Counts the frame, but only once; false: it was counted before. */
static bool see(struct seen *s, const struct frame *f)
{
	if (s->last_frame == f->number)
		return false;
	s->last_frame = f->number;
	s->frames++;
	s->bytes += f->wire_len;
	return true;
}

/* Makes the intervals twice as long. */
static void widen(struct overview *o)
{
	for (unsigned i = 0; i < MOMENTS; i++)
		o->moments[i] = 2 * i + 1 < MOMENTS ? o->moments[2 * i] + o->moments[2 * i + 1] : 0;
	o->moment *= 2;
}

static void count_time(struct overview *o, const struct frame *f)
{
	if (!f->has_time)
		return;
	if (!o->timed)
		o->begin = o->end = f->time;
	o->timed = true;
	if (f->time > o->end)
		o->end = f->time;
	while ((f->time - o->begin) / o->moment >= MOMENTS)
		widen(o);
	/* what came before the first frame counts as if it had come with it */
	o->moments[f->time > o->begin ? (f->time - o->begin) / o->moment : 0]++;
}

static void add_to_set(struct text *key, uint32_t id)
{
	for (size_t i = 0; i < key->len; i += sizeof id)
		if (!memcmp(key->p + i, &id, sizeof id))
			return;
	text_bytes(key, &id, sizeof id);
}

/* The protocol below the one before it in the hierarchy, and among those of the frame. */
static void count_protocol(struct overview *o, const struct record *r, const struct node *n,
			   uint64_t *parent)
{
	uint32_t id = session_first_of(r->session, n->id);
	struct overview_stratum *s;
	struct entry *e;

	add_to_set(&o->key, id);
	if (n->depth || n->hidden)
		return;
	e = tally_get(o->strata, *parent, &id, sizeof id);
	s = entry_own(e);
	s->name = n->field->name;
	s->frames++;
	*parent = e->order;
}

static void count_address(struct overview *o, const struct record *r, const struct node *n)
{
	uint8_t key[17] = {n->field->kind};
	struct talker *t;
	uint32_t ip;

	if (n->field->kind == IPV4) {
		ip = __builtin_bswap32((uint32_t)n->u);
		memcpy(key + 1, &ip, sizeof ip);
	} else {
		memcpy(key + 1, n->p, n->size < 16 ? n->size : 16);
	}
	t = entry_own(tally_get(o->talkers, 0, key, sizeof key));
	t->field = n->field;
	see(&t->seen, r->frame);
}

/* The layer that the node belongs to: the last one that begins before it. */
static const struct layer *layer_of(const struct record *r, const struct node *n)
{
	for (uint32_t i = r->n_layers; i-- > 0;)
		if (r->layers[i]->node <= (uint32_t)(n - r->nodes))
			return r->layers[i];
	return r->layers[0];
}

/* All ones is no number. */
static bool is_numbered(const struct node *n)
{
	unsigned bits = 8 * kind_size(n->field->kind);

	return n->u != (bits < 64 ? (UINT64_C(1) << bits) - 1 : UINT64_MAX);
}

static struct overview_conv *count_stream(struct overview *o, const struct record *r,
					  const struct node *n)
{
	struct {
		uint32_t id, stream;
	} key = {session_first_of(r->session, n->id), (uint32_t)n->u};
	struct overview_conv *c;

	if (!is_numbered(n))
		return NULL;
	c = entry_own(tally_get(o->convs, 0, &key, sizeof key));
	if (!c->field) {
		const struct layer *l = layer_of(r, n);

		c->field = n->field;
		c->proto = session_row_proto(r->session, n->id);
		c->first = r->since_first;
		c->state = c->rtt = ABSENT;
		if (l->proto == c->proto)
			transport_ends(r, l, &c->ends);
	}
	c->last = r->since_first;
	see(&c->seen, r->frame);
	return c;
}

static void count_note(struct overview *o, const struct record *r, const struct node *n)
{
	uint32_t id = session_first_of(r->session, n->id);
	struct overview_note *note = entry_own(tally_get(o->notes, 0, &id, sizeof id));

	note->field = n->field;
	note->proto = session_row_proto(r->session, n->id);
	see(&note->seen, r->frame);
}

static void count_nodes(struct overview *o, const struct record *r)
{
	struct overview_conv *conv = NULL;
	uint64_t parent = 0;

	for (const struct node *n = r->nodes; n < r->nodes + r->n_nodes; n++) {
		if (n->field->traits & NOTE)
			count_note(o, r, n);
		switch ((enum row_use)o->uses[n->id]) {
		case ROW_PROTOCOL:
			count_protocol(o, r, n, &parent);
			break;
		case ROW_ADDRESS:
			count_address(o, r, n);
			break;
		case ROW_STREAM:
			conv = count_stream(o, r, n);
			break;
		case ROW_STATE:
			if (conv)
				conv->state = n->u;
			break;
		case ROW_RTT:
			if (conv)
				conv->rtt = n->u;
			break;
		default:
			break;
		}
	}
}

void overview_frame(struct overview *o, const struct record *r)
{
	struct overview_set *set;

	o->frames++;
	o->bytes += r->frame->wire_len;
	o->cut += r->frame->cap_len < r->frame->wire_len;
	count_time(o, r->frame);
	o->key.len = 0;
	count_nodes(o, r);
	set = entry_own(tally_get(o->sets, 0, o->key.len ? o->key.p : "", (uint32_t)o->key.len));
	see(&set->seen, r->frame);
}
