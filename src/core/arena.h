/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that is given back all at once: one arena a lifetime. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stddef.h>

/* For functions that hardly ever run: their callers keep nothing ready for them. */
#define RARE __attribute__((cold, noinline))

struct arena_block {
	struct arena_block *next;
	size_t size;                       /* bytes in `data` */
	_Alignas(max_align_t) char data[]; /* what is handed out */
};

/* Memory of malloc's that ends with the arena's. */
struct arena_kept {
	struct arena_kept *next;
	void *p;
};

struct arena {
	struct arena_block *first; /* all blocks, in the order they were made; owned */
	struct arena_kept *kept;   /* what is freed by the next arena_empty(); owned */
	struct arena_block *now;   /* the one that is being filled */
	size_t used;               /* bytes used in `now` */
};

/* Makes `now` a block with room for n bytes: the next old one that is large enough, or a new one.
 */
RARE void arena_next_block(struct arena *a, size_t n);

/*
 * n bytes, aligned for any type, not cleared; they live until arena_empty() or
 * arena_close().  Never NULL: when the system has no memory left, the program
 * ends with a message (a half-built packet record helps nobody).
 */
static inline void *arena_take(struct arena *a, size_t n)
{
	size_t rounded = (n + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	void *p;

	if (!a->now || rounded > a->now->size - a->used)
		arena_next_block(a, rounded);
	p = a->now->data + a->used;
	a->used += rounded;
	return p;
}

/* A copy of n bytes, with a NUL behind them. */
char *arena_copy(struct arena *a, const void *p, size_t n);

/* Two strings as one. */
char *arena_join(struct arena *a, const char *s, const char *t);

/* Frees p, which malloc gave, when the arena is emptied or closed, and not before. */
void arena_keep(struct arena *a, void *p);

/* Makes all memory of the arena free for reuse; keeps its blocks warm. */
void arena_empty(struct arena *a);

/* Gives all memory back to the system. */
void arena_close(struct arena *a);

/* malloc, calloc and realloc that end the program with a message instead of failing. */
void *need(size_t n);
void *need_zero(size_t count, size_t n);
void *need_more(void *old, size_t n);
char *need_copy(const char *s);

#endif
