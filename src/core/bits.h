/* SPDX-License-Identifier: BSD-2-Clause */
/* Putting a row's value into a header: the opposite of span_bits(). */
#ifndef CORE_BITS_H
#define CORE_BITS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Writes the low `width` (1 to 64) bits of v to the bits from `first` of the octets
 * at p, and leaves all others alone; with `le` the octets that they lie in, and
 * the bits of each, count from the least significant.  They must lie in at most 8 octets.
 */
static inline void put_bits(uint8_t *p, uint32_t first, uint32_t width, bool le, uint64_t v)
{
	uint32_t from = first / 8, to = (first + width + 7) / 8;
	uint32_t shift = le ? first % 8 : 8 * to - first - width;
	uint64_t mask = (width < 64 ? (UINT64_C(1) << width) - 1 : UINT64_MAX) << shift;

	v = v << shift & mask;
	for (uint32_t i = from; i < to; i++) {
		uint32_t place = 8 * (le ? i - from : to - 1 - i);
		uint8_t keep = (uint8_t) ~(mask >> place);

		p[i] = (uint8_t)((p[i] & keep) | (uint8_t)(v >> place));
	}
}

#endif
