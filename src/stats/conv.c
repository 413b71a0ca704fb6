/* SPDX-License-Identifier: BSD-2-Clause */
/* conv: what went between two ends, each way. */
#include "stats/conv.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>

struct conversation {
	struct end_of a, b;       /* as its first packet has them */
	struct traffic out, back; /* from a to b, and the other way */
	int64_t first, last;      /* nanoseconds after the run's first frame */
};

/* The ends in an order that both directions have. */
static struct entry *by_ends(struct tally *tally, const struct meeting *m)
{
	bool in_order = memcmp(&m->src, &m->dst, sizeof m->src) <= 0;
	struct end_of key[2] = {in_order ? m->src : m->dst, in_order ? m->dst : m->src};

	return tally_get(tally, 0, key, sizeof key);
}

/* Where its protocol numbers the conversation, the number says it all. */
static struct entry *entry_of(struct tally *tally, const struct meeting *m)
{
	return m->numbered ? tally_get(tally, 0, &m->stream, sizeof m->stream) : by_ends(tally, m);
}

static void count(struct stat *st, const struct record *r, const struct meeting *m)
{
	struct ends_stat *own = st->own;
	struct conversation *c = entry_own(entry_of(own->tally, m));
	struct traffic *way;

	if (!c->out.frames) {
		c->a = m->src;
		c->b = m->dst;
		c->first = c->last = r->since_first;
	}
	way = memcmp(&c->a, &m->src, sizeof m->src) ? &c->back : &c->out;
	way->frames++;
	way->bytes += r->frame->wire_len;
	if (r->since_first > c->last)
		c->last = r->since_first;
	if (r->since_first < c->first)
		c->first = r->since_first;
}

static void frame(struct stat *st, const struct record *r)
{
	const struct ends_stat *own = st->own;
	struct meeting m;

	for (uint32_t i = 0; i < r->n_layers; i++)
		if (ends_of_layer(&own->type, r, r->layers[i], &m))
			count(st, r, &m);
}

static bool open_conv(struct stat *st, const char *args, struct fault *fault)
{
	return ends_open(st, args, true, sizeof(struct conversation), fault);
}

/* --- out --- */

static uint64_t frames_of(struct entry *e)
{
	const struct conversation *c = entry_own(e);

	return c->out.frames + c->back.frames;
}

static int by_frames(struct entry *x, struct entry *y)
{
	uint64_t a = frames_of(x), b = frames_of(y);

	return (a < b) - (a > b);
}

static void put_end(struct text *t, const struct end_of *e, bool port)
{
	size_t start = t->len;

	text_end(t, e);
	if (port)
		text_number(t, ":", e->port);
	text_fill_to(t, start, port ? 26 : 20);
}

static void put_traffic(struct text *t, struct traffic x)
{
	size_t start;

	text_u64_padded(t, x.frames, 6, ' ');
	text_char(t, ' ');
	start = t->len;
	text_size(t, x.bytes);
	text_fill_to(t, start, 9);
	text_put(t, "  ");
}

/* Added up from two parts, as tshark does: it matters behind the sixteenth digit. */
static double seconds(int64_t ns)
{
	int64_t whole = ns / NS_PER_SECOND;

	return (double)whole + (double)(ns % NS_PER_SECOND) / NS_PER_SECOND;
}

static void put_conversation(struct text *t, const struct conversation *c, bool ports)
{
	struct traffic all = {c->out.frames + c->back.frames, c->out.bytes + c->back.bytes};

	put_end(t, &c->a, ports);
	text_put(t, " <-> ");
	put_end(t, &c->b, ports);
	text_put(t, "  ");
	put_traffic(t, c->back);
	put_traffic(t, c->out);
	put_traffic(t, all);
	text_format(t, "%14.9f   %12.4f\n", seconds(c->first), seconds(c->last - c->first));
}

static void print(struct stat *st, struct text *t)
{
	static const char columns[] =
		"|       <-      | |       ->      | |     Total     |    Relative    |   "
		"Duration   |\n";
	static const char more[] =
		"| Frames  Bytes | | Frames  Bytes | | Frames  Bytes |      Start     |     "
		"         |\n";
	const struct ends_stat *own = st->own;
	size_t indent = own->type.shown ? 59 : 47;
	struct text head = {0};
	struct entry **list;
	uint32_t n;

	text_fill(&head, ' ', indent);
	text_put(&head, columns);
	text_fill(&head, ' ', indent);
	text_put(&head, more);
	ends_heading(st, t, "Conversations", text_string(&head));
	text_close(&head);
	list = tally_list(own->tally, by_frames, &n);
	for (uint32_t i = 0; i < n && out_frame_done(st->out); i++)
		put_conversation(t, entry_own(list[i]), own->type.shown);
	free(list);
	text_put(t, ends_ruler);
}

static void json_conversation(struct text *t, const struct ends_type *type,
			      const struct conversation *c)
{
	text_put(t, "{\"packets\":");
	text_u64(t, c->out.frames + c->back.frames);
	json_u64(t, "bytes", c->out.bytes + c->back.bytes);
	json_end(t, "a", &c->a, type->ports);
	json_end(t, "b", &c->b, type->ports);
	json_traffic(t, "a_to_b", c->out);
	json_traffic(t, "b_to_a", c->back);
	json_i64(t, "start", c->first);
	json_i64(t, "duration", c->last - c->first);
	text_char(t, '}');
}

static void json(struct stat *st, struct text *t)
{
	const struct ends_stat *own = st->own;
	uint32_t n;
	struct entry **list = tally_list(own->tally, by_frames, &n);

	json_member(t, "of", own->type.name);
	text_put(t, ",\"rows\":[");
	for (uint32_t i = 0; i < n; i++) {
		text_put(t, i ? "," : "");
		json_conversation(t, &own->type, entry_own(list[i]));
	}
	text_char(t, ']');
	free(list);
}

static void names(const struct session *s, struct text *t)
{
	ends_type_names(s, t, "conv,");
}

const struct stat_kind kind_conv = {
	"conv", names, open_conv, frame, print, json, ends_close,
};
