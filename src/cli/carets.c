/* SPDX-License-Identifier: BSD-2-Clause */
/* Showing which words of an expression are wrong. */
#include "cli/carets.h"
#include <ctype.h>

/* Characters of an expression that a message shows before and behind the words that are wrong. */
#define AROUND 60

/* Places on a terminal that the octets take: continuations of UTF-8 take none. */
static uint32_t places(const char *s, uint32_t n)
{
	uint32_t places = 0;

	for (uint32_t i = 0; i < n; i++)
		places += (s[i] & 0xc0) != 0x80;
	return places;
}

void put_carets(struct text *t, const char *expression, uint32_t at, uint32_t meant)
{
	uint32_t n = (uint32_t)strlen(expression);
	uint32_t from = at > AROUND ? at - AROUND : 0;
	uint32_t len = at + meant > n ? 1 : meant;
	uint32_t to;

	while (from && (expression[from] & 0xc0) == 0x80)
		from--;
	if (len > AROUND)
		len = AROUND;
	to = at + len + AROUND < n ? at + len + AROUND : n;
	text_put(t, from ? "\n    ..." : "\n    ");
	for (uint32_t i = from; i < to; i++)
		text_char(t, (char)(isspace((unsigned char)expression[i]) ? ' ' : expression[i]));
	text_put(t, to < n ? "...\n    " : "\n    ");
	text_fill(t, ' ', (from ? 3u : 0) + places(expression + from, at - from));
	text_fill(t, '^', at < n ? places(expression + at, len) : 1);
}
