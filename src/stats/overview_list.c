/* SPDX-License-Identifier: BSD-2-Clause */
/* The overview's lists: their order, and the filters that show their frames. */
#include "stats/overview.h"
#include <stdlib.h>
#include <string.h>

/* --- filters --- */

static bool set_has(const struct entry *set, uint32_t id)
{
	const char *key = entry_key(set);

	for (uint32_t i = 0; i < set->len; i += sizeof id)
		if (!memcmp(key + i, &id, sizeof id))
			return true;
	return false;
}

/* The frames that have all of those protocols. */
static struct seen frames_with(struct entry *const *sets, uint32_t n_sets, const uint32_t *ids,
			       unsigned n)
{
	struct seen all = {0};

	for (uint32_t i = 0; i < n_sets; i++) {
		const struct overview_set *set = entry_own(sets[i]);
		unsigned k = 0;

		while (k < n && set_has(sets[i], ids[k]))
			k++;
		if (k < n)
			continue;
		all.frames += set->seen.frames;
		all.bytes += set->seen.bytes;
	}
	return all;
}

#define MAX_PATH 64

void overview_path_filter(const struct overview *o, const char *const *path, unsigned n,
			  struct text *filter, struct seen *seen)
{
	uint32_t ids[MAX_PATH] = {0}, n_sets, words = 0;
	struct entry **sets = tally_list(o->sets, NULL, &n_sets);
	unsigned least = 1;

	n = n < MAX_PATH ? n : MAX_PATH;
	for (unsigned i = 0; i < n; i++) /* the innermost first */
		ids[i] = session_find(o->session, path[n - 1 - i], 0);
	*seen = frames_with(sets, n_sets, ids, n);
	while (least < n && frames_with(sets, n_sets, ids, least).frames != seen->frames)
		least++;
	for (unsigned i = least; i-- > 0;) {
		bool twice = false;

		for (unsigned k = i + 1; k < least; k++)
			twice = twice || ids[k] == ids[i];
		if (twice)
			continue;
		text_put(filter, words++ ? " && " : "");
		text_put(filter, path[n - 1 - i]);
	}
	free(sets);
}

void overview_talker_name(const struct entry *e, struct text *t)
{
	const uint8_t *key = entry_key(e);
	enum kind kind = (enum kind)key[0];

	text_address(t, key + 1, kind_size(kind));
}

void overview_talker_filter(const struct entry *e, struct text *filter)
{
	const struct talker *t = entry_own((struct entry *)(uintptr_t)e);

	text_put(filter, t->field->name);
	text_put(filter, " == ");
	overview_talker_name(e, filter);
}

void overview_conv_filter(const struct entry *e, struct text *filter)
{
	const struct overview_conv *c = entry_own((struct entry *)(uintptr_t)e);
	uint32_t stream;

	memcpy(&stream, (const char *)entry_key(e) + sizeof stream, sizeof stream);
	text_put(filter, c->field->name);
	text_number(filter, " == ", stream);
}

/* --- orders --- */

int overview_by_frames(struct entry *x, struct entry *y)
{
	const struct seen *a = entry_own(x), *b = entry_own(y);

	return (a->frames < b->frames) - (a->frames > b->frames);
}

int overview_by_bytes(struct entry *x, struct entry *y)
{
	const struct seen *a = entry_own(x), *b = entry_own(y);

	return (a->bytes < b->bytes) - (a->bytes > b->bytes);
}

int overview_by_gravity(struct entry *x, struct entry *y)
{
	const struct overview_note *a = entry_own(x), *b = entry_own(y);
	uint32_t i = a->field->preset, k = b->field->preset;

	return i != k ? (i < k) - (i > k) : overview_by_frames(x, y);
}
