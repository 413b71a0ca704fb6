/* SPDX-License-Identifier: BSD-2-Clause */
/* Looking up what values mean. */
#include "core/proto.h"

const struct word set_notset[2] = {{0, "Not set"}, {1, "Set"}};
const struct word yes_no[2] = {{0, "No"}, {1, "Yes"}};
const struct word absent_present[2] = {{0, "Absent"}, {1, "Present"}};

const char *word_for(const struct words *words, uint64_t value)
{
	unsigned low = 0, high = words ? words->n : 0;

	while (low < high) {
		unsigned mid = (low + high) / 2;
		const struct word *w = &words->list[mid];

		if (value < w->from)
			high = mid;
		else if (value == w->from || value <= w->to)
			return w->text;
		else
			low = mid + 1;
	}
	return NULL;
}

unsigned kind_size(enum kind kind)
{
	static const uint8_t sizes[N_KINDS] = {
		[CHAR] = 1, [U8] = 1,    [U16] = 2,   [U24] = 3,    [U32] = 4,   [U40] = 5,
		[U48] = 6,  [U56] = 7,   [U64] = 8,   [I8] = 1,     [I16] = 2,   [I24] = 3,
		[I32] = 4,  [I64] = 8,   [FLOAT] = 4, [DOUBLE] = 8, [ETHER] = 6, [EUI64] = 8,
		[IPV4] = 4, [IPV6] = 16, [GUID] = 16,
	};

	return sizes[kind];
}
