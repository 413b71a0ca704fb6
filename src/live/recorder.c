/* SPDX-License-Identifier: BSD-2-Clause */
/* A flight recorder: a ring in memory of the frames of the last seconds. */
#include "live/recorder.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>

/* One frame; its octets stand behind it. */
struct kept {
	struct kept *next; /* younger */
	struct frame frame;
	uint8_t bytes[];
};

struct recorder {
	int64_t before;
	size_t most, used;            /* octets */
	struct kept *oldest, *newest; /* owned */
	struct kept *taken;           /* the last that was taken out; owned */
	uint64_t lost;
};

struct recorder *recorder_open(int64_t before, size_t octets)
{
	struct recorder *r = need_zero(1, sizeof *r);

	r->before = before;
	r->most = octets;
	return r;
}

static struct kept *unlink_oldest(struct recorder *r)
{
	struct kept *k = r->oldest;

	r->oldest = k->next;
	if (!r->oldest)
		r->newest = NULL;
	r->used -= sizeof *k + k->frame.cap_len;
	return k;
}

void recorder_close(struct recorder *r)
{
	if (!r)
		return;
	while (r->oldest)
		free(unlink_oldest(r));
	free(r->taken);
	free(r);
}

void recorder_add(struct recorder *r, const struct frame *f)
{
	struct kept *k = need(sizeof *k + f->cap_len);

	k->next = NULL;
	k->frame = *f;
	memcpy(k->bytes, f->bytes, f->cap_len);
	k->frame.bytes = k->bytes;
	if (r->newest)
		r->newest->next = k;
	else
		r->oldest = k;
	r->newest = k;
	r->used += sizeof *k + f->cap_len;
	while (r->oldest != k && f->time - r->oldest->frame.time > r->before)
		free(unlink_oldest(r));
	for (; r->oldest != k && r->used > r->most; r->lost++)
		free(unlink_oldest(r));
}

bool recorder_take(struct recorder *r, struct frame *f)
{
	free(r->taken);
	r->taken = NULL;
	if (!r->oldest)
		return false;
	r->taken = unlink_oldest(r);
	*f = r->taken->frame;
	return true;
}

uint64_t recorder_lost(const struct recorder *r)
{
	return r->lost;
}
