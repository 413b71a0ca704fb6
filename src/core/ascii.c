/* SPDX-License-Identifier: BSD-2-Clause */
/* Packet bytes as ASCII text. */
#include "core/ascii.h"

uint32_t span_find(struct span s, uint8_t octet)
{
	const uint8_t *at = s.cap ? memchr(s.p, octet, s.cap) : NULL;

	return at ? (uint32_t)(at - s.p) : NOT_FOUND;
}

uint32_t span_find_any(struct span s, const char *set)
{
	uint32_t best = NOT_FOUND;

	for (; *set; set++) {
		uint32_t at = span_find(s, (uint8_t)*set);

		if (at == NOT_FOUND)
			continue;
		best = at;
		s.cap = at;
	}
	return best;
}

static bool is_blank(int octet)
{
	return octet == ' ' || octet == '\t';
}

struct span span_trim(struct span s)
{
	uint32_t end;

	while (is_blank(span_octet(s, 0)))
		s = span_skip(s, 1);
	end = s.cap;
	while (end && is_blank(span_octet(s, end - 1)))
		end--;
	return span_first(s, end);
}

struct span span_word(struct span *s, const char *set)
{
	uint32_t at = span_find_any(*s, set);
	struct span word = *s;

	if (at == NOT_FOUND) {
		*s = span_skip(*s, s->wire);
		return word;
	}
	*s = span_skip(*s, at + 1);
	return span_first(word, at);
}

/* -1: it is none. */
static int digit_of(int octet, unsigned base)
{
	if (octet >= '0' && octet <= '9')
		return octet - '0';
	if (base == 16 && octet >= 'a' && octet <= 'f')
		return octet - 'a' + 10;
	return base == 16 && octet >= 'A' && octet <= 'F' ? octet - 'A' + 10 : -1;
}

static bool number_of(struct span s, unsigned base, uint64_t *to)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < s.cap; i++) {
		int digit = digit_of(span_octet(s, i), base);

		if (digit < 0 || __builtin_mul_overflow(v, base, &v) ||
		    __builtin_add_overflow(v, (unsigned)digit, &v))
			return false;
	}
	*to = v;
	return s.cap;
}

bool span_decimal(struct span s, uint64_t *to)
{
	return number_of(s, 10, to);
}

bool span_hexadecimal(struct span s, uint64_t *to)
{
	return number_of(s, 16, to);
}

struct line span_line(struct span s)
{
	uint32_t at = span_find(s, '\n');
	struct line line = {s, s.cap, false};

	if (at == NOT_FOUND)
		return line;
	line.ended = true;
	line.len = at + 1;
	line.text = span_first(s, at && span_octet(s, at - 1) == '\r' ? at - 1 : at);
	return line;
}
