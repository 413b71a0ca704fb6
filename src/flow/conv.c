/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations: a hash table per protocol, keyed against floods. */
#include "flow/conv.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

struct convs {
	struct tracker *tracker;
	struct conv **buckets;
	uint32_t mask;
	uint32_t n;
	uint32_t streams; /* given out so far */
	uint64_t secret;
};

static void drop(void *p)
{
	struct convs *t = p;

	for (uint32_t i = 0; i <= t->mask; i++)
		while (t->buckets[i])
			t->buckets[i]->tracked.forget(&t->buckets[i]->tracked);
	free(t->buckets);
	free(t);
}

static RARE struct convs *new_table(struct session *s)
{
	struct convs *t = need_zero(1, sizeof *t);

	t->tracker = tracker_of(s);
	t->mask = 1023;
	t->buckets = need_zero(t->mask + 1, sizeof(struct conv *));
	t->secret = tracker_secret(t->tracker);
	return t;
}

static inline struct convs *table_of(struct session *s, const void *key)
{
	void **slot = session_slot(s, key, drop);

	if (!*slot)
		*slot = new_table(s);
	return *slot;
}

static void forget(struct tracked *what)
{
	struct conv *c = (struct conv *)what;
	struct convs *t = c->table;
	struct conv **at = &t->buckets[c->hash & t->mask];

	while (*at != c)
		at = &(*at)->next;
	*at = c->next;
	t->n--;
	untrack(t->tracker, what);
	if (c->drop_own)
		c->drop_own(conv_own(c));
	free(c);
}

static void grow(struct convs *t)
{
	uint32_t mask = 2 * t->mask + 1;
	struct conv **buckets = need_zero((size_t)mask + 1, sizeof(struct conv *));

	for (uint32_t i = 0; i <= t->mask; i++)
		while (t->buckets[i]) {
			struct conv *c = t->buckets[i];

			t->buckets[i] = c->next;
			c->next = buckets[c->hash & mask];
			buckets[c->hash & mask] = c;
		}
	free(t->buckets);
	t->buckets = buckets;
	t->mask = mask;
}

/* At most 16 octets: addresses are no longer, words in their place are told apart by those. */
static inline void copy_address(uint8_t to[16], const struct address *a)
{
	if (a->len == 4)
		memcpy(to, a->p, 4);
	else if (a->len >= 16)
		memcpy(to, a->p, 16);
	else if (a->len)
		memcpy(to, a->p, a->len);
}

/* Fills in the key; true when the sender is its end a. */
static inline bool make_key(struct conv_key *k, const struct record *r, uint16_t sport,
			    uint16_t dport)
{
	uint8_t from[16] = {0}, to[16] = {0};
	int order;
	bool from_a;

	copy_address(from, &r->from);
	copy_address(to, &r->to);
	order = memcmp(from, to, sizeof from);
	from_a = order < 0 || (order == 0 && sport <= dport);
	*k = (struct conv_key){
		.a_port = from_a ? sport : dport,
		.b_port = from_a ? dport : sport,
		.a_kind = from_a ? r->from.kind : r->to.kind,
		.b_kind = from_a ? r->to.kind : r->from.kind,
	};
	memcpy(k->a, from_a ? from : to, sizeof k->a);
	memcpy(k->b, from_a ? to : from, sizeof k->b);
	return from_a;
}

static RARE struct conv *new_conv(struct convs *t, const struct conv_key *k, uint64_t hash,
				  const struct frame *f, size_t own_size)
{
	struct conv *c = need_zero(1, sizeof *c + own_size);

	if (t->n > t->mask)
		grow(t);
	c->tracked.forget = forget;
	c->table = t;
	c->hash = hash;
	c->key = *k;
	c->stream = t->streams++;
	c->first_frame = f->number;
	c->first_time = c->last_time = f->time;
	c->next = t->buckets[hash & t->mask];
	t->buckets[hash & t->mask] = c;
	t->n++;
	track(t->tracker, &c->tracked, sizeof *c + own_size + 2 * sizeof(struct conv *));
	return c;
}

static inline struct conv *find(struct walk *w, const void *table_key, const struct conv_key *k,
				size_t own_size)
{
	struct convs *t = table_of(w->session, table_key);
	uint64_t hash = XXH3_64bits_withSeed(k, sizeof *k, t->secret);

	for (struct conv *c = t->buckets[hash & t->mask]; c; c = c->next)
		if (c->hash == hash && !memcmp(&c->key, k, sizeof *k)) {
			track_use(t->tracker, &c->tracked);
			return c;
		}
	return new_conv(t, k, hash, w->r.frame, own_size);
}

struct conv *conv_get(struct walk *w, const void *table_key, uint16_t sport, uint16_t dport,
		      size_t own_size, bool *from_a)
{
	struct conv_key k;

	*from_a = make_key(&k, &w->r, sport, dport);
	return find(w, table_key, &k, own_size);
}

struct conv *conv_numbered(struct walk *w, const void *table_key, uint64_t number, size_t own_size)
{
	struct conv_key k = {0};

	memcpy(k.a, &number, sizeof number);
	return find(w, table_key, &k, own_size);
}

struct conv *conv_oneway(struct walk *w, const void *table_key, uint64_t number, size_t own_size)
{
	struct conv_key k = {
		.a_port = (uint16_t)(number >> 48),
		.b_port = (uint16_t)(number >> 32),
		.a_kind = w->r.from.kind,
		.b_kind = w->r.to.kind,
		.number = (uint32_t)number,
	};

	copy_address(k.a, &w->r.from);
	copy_address(k.b, &w->r.to);
	return find(w, table_key, &k, own_size);
}

void conv_charge(struct conv *c, size_t bytes)
{
	track(c->table->tracker, &c->tracked, c->tracked.size + bytes);
}

void conv_renew(struct conv *c, const struct frame *f)
{
	c->stream = c->table->streams++;
	c->first_frame = f->number;
	c->first_time = c->last_time = f->time;
}

void conv_forget(struct conv *c)
{
	forget(&c->tracked);
}

void conv_times(struct conv *c, int64_t now, uint64_t *since_first, uint64_t *since_last)
{
	*since_first = (uint64_t)(now - c->first_time);
	*since_last = (uint64_t)(now - c->last_time);
	c->last_time = now;
}
