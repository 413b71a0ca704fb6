/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that is given back all at once. */
#include "core/arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)32 << 10)

static void *give_up_if_null(void *p)
{
	if (!p) {
		fputs("peel: out of memory\n", stderr);
		abort();
	}
	return p;
}

void *need(size_t n)
{
	return give_up_if_null(malloc(n ? n : 1));
}

void *need_zero(size_t count, size_t n)
{
	return give_up_if_null(calloc(count ? count : 1, n ? n : 1));
}

void *need_more(void *old, size_t n)
{
	return give_up_if_null(realloc(old, n ? n : 1));
}

char *need_copy(const char *s)
{
	return give_up_if_null(strdup(s));
}

/* Blocks double: whoever asks for a little more each time finds room in the last one. */
static size_t block_size(size_t n)
{
	size_t size = BLOCK_SIZE;

	while (size < n)
		size *= 2;
	return size;
}

void arena_next_block(struct arena *a, size_t n)
{
	struct arena_block **at = a->now ? &a->now->next : &a->first;

	while (*at && (*at)->size < n)
		at = &(*at)->next;
	if (!*at) {
		size_t size = block_size(n);

		*at = need(sizeof **at + size);
		(*at)->size = size;
		(*at)->next = NULL;
	}
	a->now = *at;
	a->used = 0;
}

char *arena_copy(struct arena *a, const void *p, size_t n)
{
	char *copy = arena_take(a, n + 1);

	if (n)
		memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}

char *arena_join(struct arena *a, const char *s, const char *t)
{
	size_t n = strlen(s), m = strlen(t);
	char *both = arena_take(a, n + m + 1);

	memcpy(both, s, n);
	memcpy(both + n, t, m);
	both[n + m] = '\0';
	return both;
}

void arena_keep(struct arena *a, void *p)
{
	struct arena_kept *kept = arena_take(a, sizeof *kept);

	*kept = (struct arena_kept){a->kept, p};
	a->kept = kept;
}

void arena_empty(struct arena *a)
{
	for (; a->kept; a->kept = a->kept->next)
		free(a->kept->p);
	a->now = a->first;
	a->used = 0;
}

void arena_close(struct arena *a)
{
	arena_empty(a);
	while (a->first) {
		struct arena_block *next = a->first->next;

		free(a->first);
		a->first = next;
	}
	*a = (struct arena){0};
}
