/* SPDX-License-Identifier: BSD-2-Clause */
/* Base64. */
#include "shared/base64.h"
#include "core/ascii.h"

static int value_of(int octet)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = octet > 0 ? strchr(digits, octet) : NULL;

	return at ? (int)(at - digits) : -1;
}

const char *base64_text(struct walk *w, struct span text)
{
	char *to = take(w, text.cap * 3 / 4 + 2);
	uint32_t bits = 0, n = 0;
	unsigned have = 0;

	for (uint32_t i = 0; i < text.cap; i++) {
		int v = value_of(span_octet(text, i));

		if (v < 0)
			break;
		bits = bits << 6 | (uint32_t)v;
		have += 6;
		if (have < 8)
			continue;
		have -= 8;
		to[n++] = (char)(bits >> have);
	}
	to[n] = '\0';
	return to;
}
