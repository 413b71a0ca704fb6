/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers that look random, the same again for the same seed. */
/* Steele, Lea, Flood: Fast splittable pseudorandom number generators (SplitMix64), 2014. */
#ifndef CRAFT_RANDOM_H
#define CRAFT_RANDOM_H

#include <stdint.h>

struct random {
	uint64_t state;
};

/* 64 bits.  Not for secrets: for identifiers and payloads of test packets. */
static inline uint64_t random_next(struct random *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

#endif
