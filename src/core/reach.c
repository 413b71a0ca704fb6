/* SPDX-License-Identifier: BSD-2-Clause */
/* What protocols lead to, and which of their bytes therefore needn't be looked at. */
#include "core/reach.h"
#include "core/table.h"
#include "core/text.h"

static bool is_wanted(const struct plan *p)
{
	return p->any || p->deeper;
}

static bool has_rows(const struct plan *p)
{
	return p->any;
}

static bool is_recalling(const struct plan *p)
{
	return p->recalls;
}

/* Whether such a protocol hangs in the table. */
static bool table_has(const struct table *t, bool (*is)(const struct plan *))
{
	for (uint32_t i = 0; t && i <= t->mask; i++)
		if (t->entries[i].plan && is(t->entries[i].plan))
			return true;
	return false;
}

/* In which of the further tables one hangs: a bit for each. */
static uint32_t also_with(const struct plan *p, bool (*is)(const struct plan *))
{
	uint32_t bits = 0;

	for (unsigned k = 0; k < COUNT(p->also); k++)
		if (table_has(p->also[k], is))
			bits |= UINT32_C(1) << k;
	return bits;
}

static bool leads_to(const struct plan *p, bool (*is)(const struct plan *))
{
	return table_has(p->next, is) || (p->fixed && is(p->fixed)) || also_with(p, is);
}

/* False: nothing new is known of it. */
static bool spread(struct plan *p)
{
	bool deeper = p->deeper || leads_to(p, is_wanted);
	bool recalls = p->recalls || leads_to(p, is_recalling);
	bool more = deeper != p->deeper || recalls != p->recalls;

	p->deeper = deeper;
	p->recalls = recalls;
	return more;
}

/* Whether lines depend on what the protocol remembers. */
static bool recalls(const struct proto *p, enum memory memory)
{
	return memory == OF_ALL ? p->recalls : memory == OF_WHOSE && p->announces;
}

void mark_reach(struct plan *plans, uint32_t n, bool data, enum memory memory)
{
	bool more = true;

	for (struct plan *p = plans; p < plans + n; p++) {
		p->deeper = data;
		p->recalls = recalls(p->proto, memory);
		p->remembers = p->recalls && !p->proto->follow && !p->proto->carrier;
	}
	while (more) {
		more = false;
		for (struct plan *p = plans; p < plans + n; p++)
			more |= spread(p);
	}
	for (struct plan *p = plans; p < plans + n; p++) {
		p->also_wanted = also_with(p, is_wanted);
		p->also_recalls = also_with(p, is_recalling);
		if (p->proto->options && also_with(p, has_rows))
			p->any_options = true;
	}
}

bool can_skim(const struct plan *p)
{
	if (p->proto->bare)
		return !p->any && !p->any_options;
	return !p->any || (p->plain_only && !p->any_options);
}

bool ends_with_header(const struct plan *p)
{
	bool leaves_memory = !p->proto->follow && (p->proto->pdu_len || p->proto->recalls);

	return p->no_hooks && !p->any_options && !p->deeper && !leaves_memory;
}
