/* SPDX-License-Identifier: BSD-2-Clause */
/* Tables of children: what hangs at a value.  For core/ alone. */
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include "core/plan.h"

struct entry {
	uint32_t value;
	const struct plan *plan; /* NULL: free */
};

/* Children by value: open addressing, at most a quarter full. */
struct table {
	const char *name;
	struct entry *entries; /* owned */
	uint32_t mask;
	uint32_t n;
};

static inline uint32_t hash_value(uint32_t v)
{
	return (v * UINT32_C(2654435769)) >> 7;
}

/* What hangs at the value; NULL: nothing. */
static inline const struct plan *table_at(const struct table *t, uint32_t value)
{
	if (!t)
		return NULL;
	for (uint32_t i = hash_value(value);; i++) {
		const struct entry *e = &t->entries[i & t->mask];

		if (!e->plan || e->value == value)
			return e->plan;
	}
}

/* Makes room for the n children that are to be put. */
void table_open(struct table *t);
/* Puts one, in place of what stands at that value. */
void table_put(struct table *t, uint32_t value, const struct plan *plan);
/* Makes room for one more. */
void table_grow(struct table *t);

#endif
