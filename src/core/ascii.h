/* SPDX-License-Identifier: BSD-2-Clause */
/* Packet bytes as ASCII text: lines, words, numbers. */
#ifndef CORE_ASCII_H
#define CORE_ASCII_H

#include "core/span.h"
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#define NOT_FOUND UINT32_MAX

/* The octet at that place; -1: it isn't captured. */
static inline int span_octet(struct span s, uint32_t at)
{
	return at < s.cap ? s.p[at] : -1;
}

/* Where the octet, or the first one of a set, is; NOT_FOUND: nowhere. */
uint32_t span_find(struct span s, uint8_t octet);
uint32_t span_find_any(struct span s, const char *set);

/* Whether it is that text, or begins with it; letters of either case are alike. */
static inline bool span_begins(struct span s, const char *text)
{
	size_t n = strlen(text);

	return s.cap >= n && (!n || !strncasecmp((const char *)s.p, text, n));
}
static inline bool span_says(struct span s, const char *text)
{
	return s.cap == strlen(text) && span_begins(s, text);
}

/* Without blanks and tabs at its ends. */
struct span span_trim(struct span s);

/* What stands before the first octet of the set, which *s then begins behind; all if none is. */
struct span span_word(struct span *s, const char *set);

/* A number; false: there are other characters, or none, or it is too large. */
bool span_decimal(struct span s, uint64_t *to);
bool span_hexadecimal(struct span s, uint64_t *to);

/* A line: up to CR LF or LF (RFC 9112, 2.2). */
struct line {
	struct span text; /* without its end */
	uint32_t len;     /* octets with it */
	bool ended;       /* it has an end */
};
struct line span_line(struct span s);

#endif
