/* SPDX-License-Identifier: BSD-2-Clause */
/* Tables of children: what hangs at a value. */
#include "core/table.h"
#include "core/arena.h"
#include <stdlib.h>

const struct plan *table_get(const struct table *t, uint32_t value)
{
	return table_at(t, value);
}

void table_open(struct table *t)
{
	t->mask = 3;
	while (t->mask < 4 * t->n)
		t->mask = 2 * t->mask + 1;
	t->entries = need_zero(t->mask + 1, sizeof *t->entries);
}

void table_put(struct table *t, uint32_t value, const struct plan *plan)
{
	for (uint32_t i = hash_value(value);; i++) {
		struct entry *e = &t->entries[i & t->mask];

		if (e->plan && e->value != value)
			continue;
		*e = (struct entry){value, plan};
		return;
	}
}

void table_grow(struct table *t)
{
	struct entry *old = t->entries;
	uint32_t n = t->mask + 1;

	if (++t->n * 4 <= t->mask)
		return;
	t->mask = 2 * n - 1;
	t->entries = need_zero(2 * (size_t)n, sizeof *t->entries);
	for (uint32_t i = 0; i < n; i++)
		if (old[i].plan)
			table_put(t, old[i].value, old[i].plan);
	free(old);
}
