/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations: a hash table per protocol, keyed against floods. */
#include "flow/conv.h"
#include "core/arena.h"
#include "core/pool.h"
#include <stdlib.h>
#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/* A place of the table; its hash tells most others apart without a look at them. */
struct slot {
	uint64_t hash;
	struct conv *conv; /* NULL: free */
};

#define PORT_WORDS (65536 / 64)
#define N_RECENT 64 /* a power of two */

struct convs {
	struct tracker *tracker;
	struct pool pool;   /* of conversations with what the protocol remembers */
	struct slot *slots; /* a conversation stands at its hash, or behind as far as taken */
	uint32_t mask;      /* their number - 1: at least twice that of conversations */
	uint32_t n;
	uint32_t streams; /* given out so far */
	uint64_t *ports;  /* a bit for each port of an end that ever was here; NULL: of none */
	uint64_t secret;
	struct conv *recent[N_RECENT]; /* used last of those with such ports; NULL: none */
};

/* Where the conversation between two ports stands among the recent ones, whoever sends. */
static inline struct conv **recent_place(struct convs *t, uint16_t port, uint16_t other)
{
	return &t->recent[(port + other) & (N_RECENT - 1)];
}

static void drop(void *p)
{
	struct convs *t = p;

	for (uint32_t i = 0; i <= t->mask; i++)
		while (t->slots[i].conv)
			t->slots[i].conv->tracked.forget(&t->slots[i].conv->tracked);
	pool_close(&t->pool);
	free(t->slots);
	free(t->ports);
	free(t);
}

static RARE struct convs *new_table(struct session *s, size_t own_size)
{
	struct convs *t = need_zero(1, sizeof *t);

	t->tracker = tracker_of(s);
	t->mask = 1023;
	t->slots = need_zero(t->mask + 1, sizeof *t->slots);
	t->pool.size = sizeof(struct conv) + own_size;
	t->secret = tracker_secret(t->tracker);
	return t;
}

static inline struct convs *table_of(struct session *s, const void *key, size_t own_size)
{
	void **slot = session_slot(s, key, drop);

	if (!*slot)
		*slot = new_table(s, own_size);
	return *slot;
}

/* The place of a conversation that is there, or that where one with the hash would be put. */
static uint32_t place_of(const struct convs *t, uint64_t hash, const struct conv *c)
{
	uint32_t i = hash & t->mask;

	while (t->slots[i].conv != c)
		i = (i + 1) & t->mask;
	return i;
}

/* Closes the gap: who stands behind it because it was taken moves into it. */
static void clear_place(struct convs *t, uint32_t gap)
{
	for (uint32_t i = (gap + 1) & t->mask; t->slots[i].conv; i = (i + 1) & t->mask) {
		uint32_t home = t->slots[i].hash & t->mask;

		if (((i - home) & t->mask) < ((i - gap) & t->mask))
			continue; /* its home is behind the gap */
		t->slots[gap] = t->slots[i];
		gap = i;
	}
	t->slots[gap].conv = NULL;
}

static void forget(struct tracked *what)
{
	struct conv *c = (struct conv *)what;
	struct convs *t = c->table;

	struct conv **recent = recent_place(t, c->key.a_port, c->key.b_port);

	if (*recent == c)
		*recent = NULL;
	clear_place(t, place_of(t, c->hash, c));
	t->n--;
	untrack(t->tracker, what);
	if (c->drop_own)
		c->drop_own(conv_own(c));
	pool_give(&t->pool, c);
}

static void grow(struct convs *t)
{
	struct slot *old = t->slots;
	uint32_t n = t->mask + 1;

	t->mask = 2 * n - 1;
	t->slots = need_zero(2 * (size_t)n, sizeof *t->slots);
	for (uint32_t i = 0; i < n; i++)
		if (old[i].conv)
			t->slots[place_of(t, old[i].hash, NULL)] = old[i];
	free(old);
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
				  const struct frame *f)
{
	struct conv *c = pool_take(&t->pool);

	if (2 * ++t->n > t->mask)
		grow(t);
	c->tracked.forget = forget;
	c->table = t;
	c->hash = hash;
	c->key = *k;
	c->stream = t->streams++;
	c->first_frame = f->number;
	c->first_time = c->last_time = f->time;
	t->slots[place_of(t, hash, NULL)] = (struct slot){hash, c};
	track(t->tracker, &c->tracked, t->pool.size + 4 * sizeof(struct slot));
	return c;
}

/* The conversation with the key; NULL: there is none. */
static inline struct conv *known(struct convs *t, const struct conv_key *k, uint64_t hash)
{
	for (uint32_t i = hash & t->mask; t->slots[i].conv; i = (i + 1) & t->mask) {
		struct conv *c = t->slots[i].conv;

		if (t->slots[i].hash == hash && !memcmp(&c->key, k, sizeof *k)) {
			track_use(t->tracker, &c->tracked);
			return c;
		}
	}
	return NULL;
}

static inline struct conv *find(struct convs *t, const struct conv_key *k, const struct frame *f)
{
	uint64_t hash = XXH3_64bits_withSeed(k, sizeof *k, t->secret);
	struct conv *c = known(t, k, hash);

	return c ? c : new_conv(t, k, hash, f);
}

static inline bool is_address(const uint8_t key[16], unsigned kind, const struct address *a)
{
	if (kind != a->kind)
		return false;
	return a->len == 4    ? !memcmp(key, a->p, 4)
	       : a->len == 16 ? !memcmp(key, a->p, 16)
			      : false; /* the table knows */
}

/* Whether the packet at hand is the conversation's, from one end to the other. */
static inline bool is_from(const struct conv_key *k, const struct record *r, uint16_t sport,
			   uint16_t dport)
{
	return k->a_port == sport && k->b_port == dport && is_address(k->a, k->a_kind, &r->from) &&
	       is_address(k->b, k->b_kind, &r->to);
}

static inline bool is_to(const struct conv_key *k, const struct record *r, uint16_t sport,
			 uint16_t dport)
{
	return k->a_port == dport && k->b_port == sport && is_address(k->a, k->a_kind, &r->to) &&
	       is_address(k->b, k->b_kind, &r->from);
}

/* The conversation that such ports were met in last, if it is the one; NULL: it isn't. */
static inline struct conv *recent_of(struct convs *t, const struct record *r, uint16_t sport,
				     uint16_t dport, bool *from_a)
{
	struct conv *c = *recent_place(t, sport, dport);

	if (!c)
		return NULL;
	*from_a = is_from(&c->key, r, sport, dport);
	if (!*from_a && !is_to(&c->key, r, sport, dport))
		return NULL;
	track_use(t->tracker, &c->tracked);
	return c;
}

struct conv *conv_get(struct walk *w, const void *table_key, uint16_t sport, uint16_t dport,
		      size_t own_size, bool *from_a)
{
	struct convs *t = table_of(w->session, table_key, own_size);
	struct conv *c = recent_of(t, &w->r, sport, dport, from_a);
	struct conv_key k;

	if (c)
		return c;
	*from_a = make_key(&k, &w->r, sport, dport);
	c = find(t, &k, w->r.frame);
	*recent_place(t, sport, dport) = c;
	return c;
}

struct conv *conv_numbered(struct walk *w, const void *table_key, uint64_t number, size_t own_size)
{
	struct conv_key k = {0};

	memcpy(k.a, &number, sizeof number);
	return find(table_of(w->session, table_key, own_size), &k, w->r.frame);
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
	return find(table_of(w->session, table_key, own_size), &k, w->r.frame);
}

static struct conv_key key_of_end(const struct address *a, uint16_t port, uint32_t number)
{
	struct conv_key k = {.a_port = port, .a_kind = a->kind, .number = number};

	copy_address(k.a, a);
	return k;
}

struct conv *conv_of_end(struct walk *w, const void *table_key, const struct address *a,
			 uint16_t port, uint32_t number, size_t own_size)
{
	struct conv_key k = key_of_end(a, port, number);
	struct convs *t = table_of(w->session, table_key, own_size);

	if (!t->ports)
		t->ports = need_zero(PORT_WORDS, sizeof *t->ports);
	t->ports[port / 64] |= UINT64_C(1) << port % 64;
	return find(t, &k, w->r.frame);
}

/* Most packets are none of those that the table is about: their ports tell. */
static bool has_port(const struct convs *t, uint16_t port)
{
	return t->ports && t->ports[port / 64] >> port % 64 & 1;
}

struct conv *conv_of_end_known(struct walk *w, const void *table_key, const struct address *a,
			       uint16_t port, uint32_t number)
{
	struct convs *t = session_kept(w->session, table_key);
	struct conv_key k;

	if (!t || !t->n || !has_port(t, port))
		return NULL;
	k = key_of_end(a, port, number);
	return known(t, &k, XXH3_64bits_withSeed(&k, sizeof k, t->secret));
}

void conv_charge(struct conv *c, size_t bytes)
{
	track(c->table->tracker, &c->tracked, c->tracked.size + bytes);
}

bool conv_overgrown(const struct conv *c)
{
	return c->tracked.size > tracker_limit_of(c->table->tracker) / 2;
}

void conv_count_forgotten(struct conv *c)
{
	tracker_count_forgotten(c->table->tracker);
}

void conv_discharge(struct conv *c, size_t bytes)
{
	track(c->table->tracker, &c->tracked, c->tracked.size - bytes);
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
