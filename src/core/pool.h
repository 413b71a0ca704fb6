/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects of one size that come and go one by one, side by side in large blocks. */
#ifndef CORE_POOL_H
#define CORE_POOL_H

#include <stddef.h>

struct pool_block;

struct pool {
	size_t size;              /* octets of an object; set before the first is taken */
	struct pool_block *first; /* the blocks; owned */
	size_t block;             /* octets of the newest */
	size_t used;              /* ... of which so many were given out */
	void *spare;              /* objects that were given back, each points to the next */
};

/* A cleared object, aligned for any type; never NULL (see core/arena.h). */
void *pool_take(struct pool *p);

/* Gives it back to the pool, which gives it out again. */
void pool_give(struct pool *p, void *object);

/* Gives all memory back to the system, whatever was given out. */
void pool_close(struct pool *p);

#endif
