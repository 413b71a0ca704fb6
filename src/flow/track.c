/* SPDX-License-Identifier: BSD-2-Clause */
/* The one budget for all memory that outlives a frame. */
#include "flow/track.h"
#include "core/arena.h"
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#define DEFAULT_LIMIT ((size_t)512 << 20)
/*
 * What was used not longer ago than so many uses of anything stays where it is: its
 * neighbours in the ring would have to be fetched from far memory for nothing.
 */
#define ORDER_SLACK 1024

struct tracker {
	struct tracked ends; /* ring: ends.newer is the oldest, ends.older the newest */
	size_t used, limit;
	uint64_t forgotten;
	uint64_t uses; /* of anything so far */
	uint64_t secret;
};

static void drop(void *p)
{
	struct tracker *t = p;

	while (t->ends.newer != &t->ends)
		t->ends.newer->forget(t->ends.newer);
	free(t);
}

struct tracker *tracker_of(struct session *s)
{
	static const char key;
	void **slot = session_slot(s, &key, drop);
	struct tracker *t = *slot;

	if (t)
		return t;
	t = need_zero(1, sizeof *t);
	t->ends.older = t->ends.newer = &t->ends;
	t->limit = DEFAULT_LIMIT;
	if (getrandom(&t->secret, sizeof t->secret, GRND_NONBLOCK) != sizeof t->secret)
		t->secret = (uint64_t)time(NULL) ^ (uint64_t)(uintptr_t)t;
	*slot = t;
	return t;
}

void tracker_limit(struct tracker *t, size_t bytes)
{
	t->limit = bytes;
}

size_t tracker_limit_of(const struct tracker *t)
{
	return t->limit;
}

static void unlink_tracked(struct tracked *what)
{
	what->older->newer = what->newer;
	what->newer->older = what->older;
}

static void link_newest(struct tracker *t, struct tracked *what)
{
	what->newer = &t->ends;
	what->older = t->ends.older;
	what->older->newer = what;
	what->used = t->uses;
	t->ends.older = what;
}

/* Forgets the longest idle until the budget holds; never `keep`, which is being used. */
static void make_room(struct tracker *t, const struct tracked *keep)
{
	while (t->used > t->limit && t->ends.newer != keep && t->ends.newer != &t->ends) {
		t->forgotten++;
		t->ends.newer->forget(t->ends.newer);
	}
}

void track(struct tracker *t, struct tracked *what, size_t size)
{
	if (what->newer)
		unlink_tracked(what);
	link_newest(t, what);
	t->used += size - what->size;
	what->size = size;
	make_room(t, what);
}

void track_use(struct tracker *t, struct tracked *what)
{
	if (t->uses++ - what->used < ORDER_SLACK)
		return;
	unlink_tracked(what);
	link_newest(t, what);
}

void untrack(struct tracker *t, struct tracked *what)
{
	unlink_tracked(what);
	t->used -= what->size;
	what->older = what->newer = NULL;
	what->size = 0;
}

void tracker_count_forgotten(struct tracker *t)
{
	t->forgotten++;
}

uint64_t tracker_forgotten(const struct tracker *t)
{
	return t->forgotten;
}

size_t tracker_used(const struct tracker *t)
{
	return t->used;
}

uint64_t tracker_secret(const struct tracker *t)
{
	return t->secret;
}
