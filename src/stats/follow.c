/* SPDX-License-Identifier: BSD-2-Clause */
/* What the two ends of a conversation told each other, in order. */
#include "stats/follow.h"
#include "core/arena.h"
#include "flow/tcp.h"
#include <stdlib.h>
#include <string.h>

/* The budget wants room: what was said so far goes, all of it. */
static void forget(struct tracked *what)
{
	struct follow *f = (struct follow *)what;

	untrack(f->tracker, what);
	f->forgotten += f->heard.len;
	f->n = f->room = 0;
	free(f->said);
	f->said = NULL;
	text_close(&f->heard);
	stream_end(&f->ways[0]);
	stream_end(&f->ways[1]);
}

struct follow *follow_open(struct session *s, const char *protocol, uint32_t stream)
{
	struct follow *f = need_zero(1, sizeof *f);

	if (!ends_type_find(s, protocol, strlen(protocol), &f->type) || !f->type.shown) {
		free(f);
		return NULL;
	}
	f->tracked.forget = forget;
	f->tracker = tracker_of(s);
	f->stream = stream;
	ends_want(s, &f->type, true);
	return f;
}

void follow_ends(struct follow *f, const struct end_of *a, const struct end_of *b)
{
	f->by_ends = true;
	f->ends[0] = *a;
	f->ends[1] = *b;
}

void follow_close(struct follow *f)
{
	if (!f)
		return;
	if (f->tracked.size)
		forget(&f->tracked);
	free(f);
}

/* --- what is said --- */

static void note_said(struct follow *f, struct said said, const void *bytes)
{
	if (f->n == f->room) {
		f->room = f->room ? 2 * f->room : 16;
		f->said = need_more(f->said, f->room * sizeof *f->said);
	}
	said.at = f->heard.len;
	text_bytes(&f->heard, bytes, said.len);
	f->said[f->n++] = said;
}

static void say_missing(struct follow *f, unsigned from, const struct record *r)
{
	struct text t = {0};

	text_put(&t, "[");
	text_u64(&t, stream_gap(&f->ways[from]));
	text_put(&t, " bytes missing in capture file]");
	note_said(f,
		  (struct said){.from = from,
				.frame = r->frame->number,
				.time = r->frame->time,
				.len = t.len + 1,
				.missing = true},
		  text_string(&t));
	text_close(&t);
	stream_skip(&f->ways[from]);
}

static void take_all(struct follow *f, unsigned from)
{
	struct chunk *chunk;

	while ((chunk = stream_take(&f->ways[from]))) {
		note_said(f,
			  (struct said){.from = from,
					.frame = chunk->frame,
					.time = chunk->time,
					.len = chunk->len},
			  chunk->bytes);
		free(chunk);
	}
}

/* What the other end acknowledged came there, though it isn't here: it won't come any more. */
static void heed_ack(struct follow *f, unsigned from, uint32_t ack, const struct record *r)
{
	struct stream *way = &f->ways[from];

	while (way->chunks && (int32_t)(ack - way->chunks->seq) > 0) {
		say_missing(f, from, r);
		take_all(f, from);
	}
}

static void hear_segment(struct follow *f, unsigned from, const struct record *r,
			 const struct layer *l)
{
	unsigned flags = tcp_flags(l);
	struct span payload = layer_payload(l);
	uint32_t seq = (uint32_t)span_bits(l->bytes, 32, 32, false);
	struct stream *way = &f->ways[from];

	heed_ack(f, 1 - from, tcp_ack(l), r);
	if (flags & TCP_SYN)
		seq++;
	if (!way->begun)
		stream_begin(way, seq);
	if (payload.cap)
		stream_add(way,
			   &(struct brought){seq, payload.cap, payload.p, r->frame->number,
					     r->frame->time},
			   OVERLAP_FIRST);
	take_all(f, from);
	if (payload.cap < payload.wire && way->next == seq + payload.cap && !way->chunks)
		way->next = seq + payload.wire; /* was seen, though not captured */
}

static void hear(struct follow *f, unsigned from, const struct record *r, const struct layer *l)
{
	struct span payload = layer_payload(l);

	if (!strcmp(f->type.name, "tcp"))
		hear_segment(f, from, r, l);
	else if (payload.cap)
		note_said(f,
			  (struct said){.from = from,
					.frame = r->frame->number,
					.time = r->frame->time,
					.len = payload.cap},
			  payload.p);
}

/* --- whose it is --- */

static bool same_end(const struct end_of *a, const struct end_of *b)
{
	return a->port == b->port && a->len == b->len && !memcmp(a->address, b->address, a->len);
}

/* Whether the packet is one of the conversation, and which end sent it. */
static bool is_ours(struct follow *f, const struct meeting *m, unsigned *from)
{
	if (f->by_ends) {
		bool out = same_end(&f->ends[0], &m->src) && same_end(&f->ends[1], &m->dst);
		bool back = same_end(&f->ends[1], &m->src) && same_end(&f->ends[0], &m->dst);

		if (!out && !back)
			return false;
	} else if (m->stream != f->stream) {
		return false;
	}
	if (!f->met) {
		f->ends[0] = m->src;
		f->ends[1] = m->dst;
	}
	f->met = true;
	*from = !same_end(&f->ends[0], &m->src);
	return true;
}

static bool has_packet(const struct follow *f, const struct record *r, const struct layer *l,
		       struct meeting *m)
{
	return !strcmp(l->proto->fields[0].name, f->type.name) && ends_of_layer(&f->type, r, l, m);
}

void follow_frame(struct follow *f, const struct record *r)
{
	struct meeting m;
	unsigned from;
	bool ours = false;

	for (uint32_t i = 0; i < r->n_layers; i++)
		if (has_packet(f, r, r->layers[i], &m) && is_ours(f, &m, &from)) {
			hear(f, from, r, r->layers[i]);
			ours = true;
		}
	if (ours)
		track(f->tracker, &f->tracked,
		      sizeof *f + f->heard.cap + f->room * sizeof *f->said + f->ways[0].held +
			      f->ways[1].held);
}

bool follow_stream_of(const struct follow *f, const struct record *r, uint32_t *stream)
{
	struct meeting m;

	for (uint32_t i = 0; i < r->n_layers; i++)
		if (has_packet(f, r, r->layers[i], &m)) {
			*stream = m.stream;
			return true;
		}
	return false;
}
