/* SPDX-License-Identifier: BSD-2-Clause */
/* Segments in any order become bytes in theirs. */
#include "flow/stream.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>

/* RFC 9293, 3.4: numbers are compared on a circle. */
static inline bool before(uint32_t a, uint32_t b)
{
	return (int32_t)(a - b) < 0;
}

static inline uint32_t end_of(const struct chunk *r)
{
	return r->seq + r->len;
}

void stream_begin(struct stream *s, uint32_t seq)
{
	s->next = seq;
	s->begun = true;
}

/* Takes the chunk at *at out of the list. */
static struct chunk *unlink_chunk(struct stream *s, struct chunk **at)
{
	struct chunk *r = *at;

	*at = r->next;
	s->held -= sizeof *r + r->len;
	return r;
}

void stream_end(struct stream *s)
{
	while (s->chunks)
		free(unlink_chunk(s, &s->chunks));
	*s = (struct stream){0};
}

/* Puts before the chunk at *at one that has the octets from number `from` to `to` of another. */
static void insert(struct stream *s, struct chunk **at, const struct chunk *like,
		   const uint8_t *bytes, uint32_t from, uint32_t to)
{
	struct chunk *r = need(sizeof *r + (to - from));

	*r = *like;
	r->seq = from;
	r->len = to - from;
	memcpy(r->bytes, bytes + (from - like->seq), r->len);
	r->next = *at;
	*at = r;
	s->held += sizeof *r + r->len;
}

/* Whether the octets of a chunk stay where a new segment brings them, too. */
static bool stays(const struct chunk *old, uint32_t begin, enum overlap overlap)
{
	switch (overlap) {
	case OVERLAP_FIRST:
		return true;
	case OVERLAP_LAST:
		return false;
	case OVERLAP_BSD:
		return !before(begin, old->begin);
	case OVERLAP_LINUX:
		return before(old->begin, begin);
	}
	return true;
}

/* Takes the octets from `from` to `to` out of the chunk at *at; what is left of it stays. */
static void cut_out(struct stream *s, struct chunk **at, uint32_t from, uint32_t to)
{
	struct chunk *old = unlink_chunk(s, at);

	if (before(to, end_of(old)))
		insert(s, at, old, old->bytes, to, end_of(old));
	if (before(old->seq, from))
		insert(s, at, old, old->bytes, old->seq, from);
	free(old);
}

/* Has the chunks make way for new octets where they don't stay. */
static void make_way(struct stream *s, const struct chunk *new, enum overlap overlap)
{
	for (struct chunk **at = &s->chunks; *at && before((*at)->seq, end_of(new));) {
		struct chunk *r = *at;
		uint32_t from = before(r->seq, new->seq) ? new->seq : r->seq;
		uint32_t to = before(end_of(r), end_of(new)) ? end_of(r) : end_of(new);

		if (before(from, to) && !stays(r, new->begin, overlap)) {
			cut_out(s, at, from, to);
			while (*at && before((*at)->seq, to))
				at = &(*at)->next;
		} else {
			at = &r->next;
		}
	}
}

/* Puts new octets into all gaps between the chunks. */
static void fill_gaps(struct stream *s, const struct chunk *new, const uint8_t *bytes)
{
	struct chunk **at = &s->chunks;
	uint32_t from = new->seq;

	while (before(from, end_of(new))) {
		uint32_t to = end_of(new);

		while (*at && !before(from, end_of(*at)))
			at = &(*at)->next;
		if (*at && !before(from, (*at)->seq)) {
			from = end_of(*at);
			continue;
		}
		if (*at && before((*at)->seq, to))
			to = (*at)->seq;
		insert(s, at, new, bytes, from, to);
		from = to;
	}
}

void stream_add(struct stream *s, const struct brought *b, enum overlap overlap)
{
	struct chunk new = {
		.seq = b->seq,
		.len = b->len,
		.begin = b->seq,
		.frame = b->frame,
		.time = b->time,
	};
	const uint8_t *bytes = b->bytes;

	if (!s->begun)
		stream_begin(s, b->seq);
	if (before(b->seq, s->next)) {
		uint32_t old = s->next - b->seq;

		if (old >= b->len)
			return;
		new.seq += old;
		new.len -= old;
		bytes += old;
	}
	make_way(s, &new, overlap);
	fill_gaps(s, &new, bytes);
}

struct chunk *stream_take(struct stream *s)
{
	if (!s->chunks || s->chunks->seq != s->next)
		return NULL;
	s->next += s->chunks->len;
	return unlink_chunk(s, &s->chunks);
}

uint32_t stream_gap(const struct stream *s)
{
	return s->chunks ? s->chunks->seq - s->next : 0;
}

void stream_skip(struct stream *s)
{
	s->next += stream_gap(s);
}
