/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagrams put together from the fragments that networks made of them. */
/* RFC 791, 3.2; RFC 8200, 4.5. */
#include "flow/fragments.h"
#include "flow/conv.h"
#include <stdlib.h>

/* A datagram of 64 KiB in pieces of 8 octets: who needs more of them wants no datagram. */
#define MAX_PIECES 8192

static const char policy_key;

void fragments_overlap(struct session *s, enum overlap policy)
{
	void **slot = session_slot(s, &policy_key, free);

	if (!*slot)
		*slot = need(sizeof policy);
	memcpy(*slot, &policy, sizeof policy);
}

static enum overlap policy_of(const struct session *s)
{
	const enum overlap *policy = session_kept(s, &policy_key);

	return policy ? *policy : OVERLAP_BSD;
}

static void drop(void *own)
{
	pieces_drop(own);
}

const struct whole *fragment_add(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t offset, bool more, struct span bytes)
{
	struct conv *c = conv_oneway(w, table_key, number, sizeof(struct pieces));
	struct piece piece = {w->r.frame->number, offset, bytes.cap, 0};
	struct pieces *d = conv_own(c);
	const struct whole *whole = NULL;

	w->unsure |= w->hasty; /* an earlier one may have been passed over */
	c->drop_own = drop;
	pieces_add(d, piece, more, bytes.p);
	if (pieces_complete(d))
		whole = pieces_whole(w, d, policy_of(w->session));
	if (whole || d->n >= MAX_PIECES)
		conv_forget(c);
	else
		conv_charge(c, pieces_cost(bytes.cap));
	return whole;
}

const struct whole *fragment_end(struct walk *w, const void *table_key, uint64_t number,
				 uint32_t end)
{
	struct conv *c = conv_oneway(w, table_key, number, sizeof(struct pieces));
	struct pieces *d = conv_own(c);
	const struct whole *whole = NULL;

	c->drop_own = drop;
	pieces_end(d, end);
	if (d->n && pieces_complete(d))
		whole = pieces_whole(w, d, policy_of(w->session));
	conv_forget(c);
	return whole;
}

/* --- rows --- */

/* "2 IPv4 Fragments (41 bytes): #6(24), #7(17)" */
static void label_all(struct walk *w, const char *piece, const struct whole *whole)
{
	struct text t = {0};

	if (!w->labels)
		return;
	text_format(&t, "%u %s%s (%u byte%s): ", whole->n, piece, plural(whole->n), whole->len,
		    plural(whole->len));
	for (uint32_t i = 0; i < whole->n; i++)
		text_format(&t, "%s#%u(%u)", i ? ", " : "", (unsigned)whole->pieces[i].frame,
			    whole->pieces[i].len);
	label_whole(w, "%s", text_string(&t));
	text_close(&t);
}

static void put_flag(struct walk *w, const struct cursor *c, unsigned row, unsigned flag)
{
	if (!flag)
		return;
	put_value(w, row, c->at, c->left.cap, 1);
	source_of_last(w, c->source);
}

static void put_piece(struct walk *w, const struct fragment_rows *rows, struct cursor c,
		      const struct piece *p)
{
	unsigned bad = p->flags & PIECE_ODD;

	cursor_take(&c, p->offset < c.left.cap ? p->offset : c.left.cap);
	c = cursor_first(c, p->len);
	put_value(w, bad ? rows->error : rows->one, c.at, c.left.cap, p->frame);
	source_of_last(w, c.source);
	if (p->len)
		label_whole(w, "Frame: %u, payload: %u-%u (%u byte%s)", (unsigned)p->frame,
			    p->offset, p->offset + p->len - 1, p->len, plural(p->len));
	else
		label_whole(w, "Frame: %u (no data)", (unsigned)p->frame);
	w->depth++;
	put_flag(w, &c, rows->overlap, p->flags & PIECE_OVERLAPS);
	put_flag(w, &c, rows->conflict, p->flags & PIECE_CONFLICTS);
	put_flag(w, &c, rows->ends_too, p->flags & PIECE_ENDS_TOO);
	put_flag(w, &c, rows->too_long, p->flags & PIECE_TOO_LONG);
	w->depth--;
}

void put_whole_at(struct walk *w, const struct fragment_rows *rows, const struct whole *whole,
		  struct cursor c)
{
	uint32_t group = open_group(w, &c, rows->all, whole->len);

	label_all(w, rows->piece, whole);
	for (uint32_t i = 0; i < whole->n; i++)
		put_piece(w, rows, c, &whole->pieces[i]);
	put_value(w, rows->count, 0, 0, whole->n);
	put_value(w, rows->len, 0, 0, whole->len);
	if (rows->data) {
		put_bytes(w, rows->data, 0, whole->len, whole->p, whole->len);
		source_of_last(w, c.source);
	}
	shut_group(w, group, NULL);
}

struct cursor put_whole(struct walk *w, const struct fragment_rows *rows, const struct whole *whole)
{
	const char *name = arena_join(&w->arena, "Reassembled ", rows->of);
	struct cursor c = add_source(w, name, whole->p, whole->len);

	put_whole_at(w, rows, whole, c);
	return c;
}
