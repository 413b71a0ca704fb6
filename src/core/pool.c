/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects of one size in large blocks. */
#include "core/pool.h"
#include "core/arena.h"
#include <stdlib.h>
#include <string.h>

#define SMALLEST ((size_t)16 << 10)
#define LARGEST ((size_t)1 << 20)

struct pool_block {
	struct pool_block *next;
	_Alignas(max_align_t) char objects[];
};

/* Each block is twice as large as the one before it, up to the largest. */
static void add_block(struct pool *p)
{
	size_t size = p->block ? 2 * p->block : SMALLEST;
	struct pool_block *b;

	if (size > LARGEST)
		size = LARGEST;
	b = need(size);
	b->next = p->first;
	p->first = b;
	p->block = size;
	p->used = offsetof(struct pool_block, objects);
}

void *pool_take(struct pool *p)
{
	size_t size = (p->size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	void *object = p->spare;

	if (object) {
		memcpy(&p->spare, object, sizeof p->spare);
	} else {
		if (!p->first || p->block - p->used < size)
			add_block(p);
		object = (char *)p->first + p->used;
		p->used += size;
	}
	return memset(object, 0, p->size);
}

void pool_give(struct pool *p, void *object)
{
	memcpy(object, &p->spare, sizeof p->spare);
	p->spare = object;
}

void pool_close(struct pool *p)
{
	while (p->first) {
		struct pool_block *next = p->first->next;

		free(p->first);
		p->first = next;
	}
	*p = (struct pool){.size = p->size};
}
