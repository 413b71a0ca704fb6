/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that is given back all at once: one arena a lifetime. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *first; /* all blocks, in the order they were made; owned */
	struct arena_block *now;   /* the one that is being filled */
	size_t used;               /* bytes used in `now` */
};

/*
 * n bytes, aligned for any type, not cleared; they live until arena_empty() or
 * arena_close().  Never NULL: when the system has no memory left, the program
 * ends with a message (a half-built packet record helps nobody).
 */
void *arena_take(struct arena *a, size_t n);

/* A copy of n bytes, with a NUL behind them. */
char *arena_copy(struct arena *a, const void *p, size_t n);

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
