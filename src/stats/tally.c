/* SPDX-License-Identifier: BSD-2-Clause */
/* What is counted under a key: a hash table, keyed against floods. */
#include "config.h"

#include "core/arena.h"
#include "stats/tally.h"
#include <stdlib.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#define RECENT 1024

struct tally {
	struct tracker *tracker;
	struct entry **buckets;
	size_t own;      /* octets that each owner keeps */
	uint64_t secret; /* nobody who sends packets knows it */
	uint64_t made;   /* entries so far */
	uint32_t mask, n;
	struct entry *recent[RECENT]; /* those with small keys that were used last */
};

/* What an owner keeps lies where any type may. */
static inline size_t own_at(void)
{
	size_t align = _Alignof(max_align_t);

	return (sizeof(struct entry) + align - 1) / align * align;
}

void *entry_own(struct entry *e)
{
	return (char *)e + own_at();
}

const void *entry_key(const struct entry *e)
{
	return (const char *)e + own_at() + e->tally->own;
}

/* Where an entry may be found without hashing, if its key is as small as a number. */
static inline struct entry **recent(struct tally *t, uint64_t parent, const void *key, uint32_t len)
{
	uint32_t word = 0;

	if (len >= sizeof word)
		memcpy(&word, key, sizeof word);
	return &t->recent[(word + parent) % RECENT];
}

static inline bool is_it(const struct entry *e, uint64_t parent, const void *key, uint32_t len)
{
	return e->parent == parent && e->len == len && !memcmp(entry_key(e), key, len);
}

static void forget(struct tracked *what)
{
	struct entry *e = (struct entry *)what;
	struct tally *t = e->tally;
	struct entry **at = &t->buckets[e->hash & t->mask];
	struct entry **memo = recent(t, e->parent, entry_key(e), e->len);

	if (*memo == e)
		*memo = NULL;
	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	t->n--;
	untrack(t->tracker, what);
	free(e);
}

struct tally *tally_open(struct session *s, size_t own)
{
	struct tally *t = need_zero(1, sizeof *t);

	t->tracker = tracker_of(s);
	t->secret = tracker_secret(t->tracker);
	t->own = own;
	t->mask = 63;
	t->buckets = need_zero(t->mask + 1, sizeof(struct entry *));
	return t;
}

void tally_close(struct tally *t)
{
	if (!t)
		return;
	for (uint32_t i = 0; i <= t->mask; i++)
		while (t->buckets[i])
			t->buckets[i]->tracked.forget(&t->buckets[i]->tracked);
	free(t->buckets);
	free(t);
}

static void grow(struct tally *t)
{
	uint32_t mask = 2 * t->mask + 1;
	struct entry **buckets = need_zero((size_t)mask + 1, sizeof(struct entry *));

	for (uint32_t i = 0; i <= t->mask; i++)
		while (t->buckets[i]) {
			struct entry *e = t->buckets[i];

			t->buckets[i] = e->next;
			e->next = buckets[e->hash & mask];
			buckets[e->hash & mask] = e;
		}
	free(t->buckets);
	t->buckets = buckets;
	t->mask = mask;
}

static RARE struct entry *new_entry(struct tally *t, uint64_t parent, const void *key, uint32_t len,
				    uint64_t hash)
{
	size_t size = own_at() + t->own + len;
	struct entry *e = need_zero(1, size);

	if (t->n > t->mask / 2)
		grow(t);
	e->tracked.forget = forget;
	e->tally = t;
	e->hash = hash;
	e->order = ++t->made;
	e->parent = parent;
	e->len = len;
	memcpy((char *)e + own_at() + t->own, key, len);
	e->next = t->buckets[hash & t->mask];
	t->buckets[hash & t->mask] = e;
	t->n++;
	/* with its share of the buckets, and of what malloc() adds */
	track(t->tracker, &e->tracked, size + 4 * sizeof(struct entry *));
	return e;
}

static struct entry *find(struct tally *t, uint64_t parent, const void *key, uint32_t len)
{
	uint64_t hash = XXH3_64bits_withSeed(key, len, t->secret + parent);

	for (struct entry *e = t->buckets[hash & t->mask]; e; e = e->next)
		if (e->hash == hash && is_it(e, parent, key, len)) {
			track_use(t->tracker, &e->tracked);
			return e;
		}
	return new_entry(t, parent, key, len, hash);
}

struct entry *tally_get(struct tally *t, uint64_t parent, const void *key, uint32_t len)
{
	struct entry **memo = recent(t, parent, key, len);

	if (len != sizeof(uint32_t))
		return find(t, parent, key, len);
	if (!*memo || !is_it(*memo, parent, key, sizeof(uint32_t)))
		*memo = find(t, parent, key, len);
	else
		track_use(t->tracker, &(*memo)->tracked);
	return *memo;
}

/* --- lists --- */

struct sorting {
	int (*compare)(struct entry *, struct entry *);
};

static int compare(const void *a, const void *b, void *how)
{
	struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
	const struct sorting *s = how;
	int order = (x->parent > y->parent) - (x->parent < y->parent);

	if (!order && s->compare)
		order = s->compare(x, y);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

struct entry **tally_list(const struct tally *t, int (*by)(struct entry *, struct entry *),
			  uint32_t *n)
{
	struct entry **list = need((t->n + 1) * sizeof *list);
	struct sorting how = {by};

	*n = 0;
	for (uint32_t i = 0; i <= t->mask; i++)
		for (struct entry *e = t->buckets[i]; e; e = e->next)
			list[(*n)++] = e;
	qsort_r(list, *n, sizeof(struct entry *), compare, &how);
	return list;
}

uint32_t children_of(struct entry *const *list, uint32_t n, uint64_t parent, uint32_t *count)
{
	uint32_t low = 0, high = n, end;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (list[mid]->parent < parent)
			low = mid + 1;
		else
			high = mid;
	}
	for (end = low; end < n && list[end]->parent == parent; end++)
		continue;
	*count = end - low;
	return low;
}
