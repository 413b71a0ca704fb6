/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that is being built: putting octets into it. */
#include "craft/packet.h"
#include "core/arena.h"
#include "core/bits.h"
#include "core/record.h"
#include <stdlib.h>

void packet_close(struct packet *k)
{
	free(k->p);
	*k = (struct packet){0};
}

static void make_room(struct packet *k, uint32_t n)
{
	if (k->p && n <= k->cap)
		return;
	k->cap = n < 2048 ? 2048 : n;
	k->p = need_more(k->p, k->cap);
}

void packet_copy(struct packet *k, const struct packet *from)
{
	make_room(k, from->len);
	if (from->len)
		memcpy(k->p, from->p, from->len);
	k->len = from->len;
	memcpy(k->parts, from->parts, from->n_parts * sizeof *k->parts);
	k->n_parts = from->n_parts;
	k->link = from->link;
}

/* What becomes of a part when part number `by` has n octets in place of `old` ones at `at`. */
static void move_part(struct brick *part, unsigned number, unsigned by, uint32_t at, uint32_t old,
		      uint32_t n)
{
	uint32_t behind = at + old;

	if (number > by && part->at >= behind) {
		part->at = part->at - old + n;
		part->end = part->end - old + n;
	} else if (part->end >= behind) {
		if (number == by && at <= part->at + part->header)
			part->header = part->header - old + n;
		part->end = part->end - old + n;
	}
}

bool packet_splice(struct packet *k, unsigned part, uint32_t at, uint32_t old, const void *p,
		   uint32_t n)
{
	uint64_t len = (uint64_t)k->len - old + n;

	if (len > MAX_PACKET)
		return false;
	make_room(k, (uint32_t)len);
	if (k->len > at + old)
		memmove(k->p + at + n, k->p + at + old, k->len - at - old);
	if (p)
		memcpy(k->p + at, p, n);
	else
		memset(k->p + at, 0, n);
	k->len = (uint32_t)len;
	for (unsigned i = 0; i < k->n_parts; i++)
		move_part(&k->parts[i], i, part, at, old, n);
	return true;
}

bool packet_append(struct packet *k, const struct proto *proto, uint32_t n)
{
	uint32_t at = 0;
	struct brick *part;

	if (k->n_parts == MAX_PARTS)
		return false;
	if (k->n_parts) {
		part = &k->parts[k->n_parts - 1];
		at = part->at + part->header;
	}
	part = &k->parts[k->n_parts++];
	*part = (struct brick){proto, at, 0, at, NULL, NO_VALUE};
	return packet_splice(k, k->n_parts - 1, at, 0, NULL, n);
}

void packet_layer(const struct packet *k, unsigned part, struct layer *l)
{
	const struct brick *p = &k->parts[part];
	uint32_t n = p->end - p->at;

	*l = (struct layer){.proto = p->proto, .at = p->at, .header = p->header};
	l->bytes = l->room = (struct span){k->p + p->at, n, n};
}

void packet_put(struct packet *k, unsigned part, const struct field *f, uint32_t at, uint32_t bits,
		uint64_t v)
{
	uint32_t first = k->parts[part].at * 8 + at;

	if (bits && bits <= 64 && (first + bits + 7) / 8 <= k->len)
		put_bits(k->p + k->parts[part].at, at, bits, f->traits & LE, v);
}

uint32_t row_place(const struct brick *b, const struct field *f, uint32_t *bits)
{
	uint32_t size = 8 * kind_size(f->kind);

	if (f->bits && !(f->traits & (SEQ | REPEAT | STATE)) && !f->under) {
		*bits = f->bits;
		return f->at;
	}
	if (f->fill == FILL_CHECKSUM && b->proto->sum_at) {
		*bits = size;
		return 8u * b->proto->sum_at;
	}
	*bits = f->fill && !f->bits && b->proto->next.table && size <= 8 * b->header ? size : 0;
	return 8 * b->header - *bits;
}
