/* SPDX-License-Identifier: BSD-2-Clause */
/* A growing piece of text and the small writers that fill it. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Elements of an array. */
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct text {
	char *p;    /* what was written; not NUL-terminated; owned */
	size_t len; /* bytes written */
	size_t cap; /* bytes that `p` has room for */
};

/* Makes room for n more bytes. */
void text_grow(struct text *t, size_t n) __attribute__((cold, noinline));

/* Frees the memory; the text is empty again and can be written to. */
void text_close(struct text *t);

/* Where the next byte goes, with room for n; add what was written to `len`. */
static inline char *text_room(struct text *t, size_t n)
{
	if (n >= t->cap - t->len)
		text_grow(t, n);
	return t->p + t->len;
}

static inline void text_char(struct text *t, char c)
{
	*text_room(t, 1) = c;
	t->len++;
}

static inline void text_bytes(struct text *t, const void *p, size_t n)
{
	if (n)
		memcpy(text_room(t, n), p, n);
	t->len += n;
}

static inline void text_put(struct text *t, const char *s)
{
	text_bytes(t, s, strlen(s));
}

/* The text as a C string; it lives until the next write. */
static inline const char *text_string(struct text *t)
{
	*text_room(t, 1) = '\0';
	return t->p;
}

/* n times the character c. */
void text_fill(struct text *t, char c, size_t n);

/* Decimal numbers. */
void text_u64(struct text *t, uint64_t v);
void text_i64(struct text *t, int64_t v);

/* Decimal, padded on the left to `width` places with `pad`. */
void text_u64_padded(struct text *t, uint64_t v, unsigned width, char pad);

/* Moves what was written from `start` on to the right, so that it takes `width` places. */
void text_pad(struct text *t, size_t start, size_t width, char pad);

/* Two hexadecimal digits at `to`. */
extern const char hex_pairs[];
static inline void put_pair(char *to, uint8_t octet)
{
	memcpy(to, hex_pairs + (size_t)2 * octet, 2);
}

/* Lower-case hexadecimal of at least `digits` digits, without a prefix. */
void text_hex(struct text *t, uint64_t v, unsigned digits);

/* Octal without leading zeros. */
void text_oct(struct text *t, uint64_t v);

/* n bytes as hexadecimal pairs, `sep` between them ('\0': none). */
void text_hex_bytes(struct text *t, const uint8_t *p, size_t n, char sep);

/* An IPv4 address from its value in host order. */
void text_ip4(struct text *t, uint32_t v);

/* An IPv6 address of 16 bytes in the form of RFC 5952, as inet_ntop() writes it. */
void text_ip6(struct text *t, const uint8_t *p);

/* An address of n octets, which say what it is: 4 IPv4, 16 IPv6, others hardware. */
void text_address(struct text *t, const uint8_t *p, size_t n);

/* An object identifier from its n octets in BER (X.690, 8.19): "1.3.6.1"; "0" of none. */
void text_oid(struct text *t, const uint8_t *p, size_t n);

/* A GUID from 16 bytes, the first three groups already in reading order. */
void text_guid(struct text *t, const uint8_t *p);

/* printf for what isn't in the path of a frame. */
void text_format(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_format_list(struct text *t, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* Seconds with `digits` (0 to 9) digits behind the point, from nanoseconds; cut, not rounded. */
void text_seconds(struct text *t, int64_t ns, unsigned digits);

/* A span of time in words: "1 day, 2 hours, 1 second"; milliseconds as a fraction of the last. */
void text_duration(struct text *t, uint64_t seconds, unsigned milliseconds);

/* How a point in time is written. */
enum time_form {
	TIME_ISO_Z,   /* 2013-11-25T14:55:58.382163000Z */
	TIME_WORDS,   /* Nov 25, 2013 14:55:58.382163000 UTC */
	TIME_DATE,    /* 2013-11-25 14:55:58.382163000 */
	TIME_CLOCK,   /* 14:55:58.382163000 */
	TIME_DOY,     /* 2013/329:14:55:58.382163000 */
	TIME_COMPACT, /* 20131125, for names of indices */
};

/*
 * The time `ns` nanoseconds after 1970-01-01 00:00:00 UTC, `digits` (0 to 9)
 * digits of the second's fraction.  In local time (TZ) when `local` is set;
 * TIME_WORDS then ends in the zone's name.
 */
void text_time(struct text *t, int64_t ns, enum time_form form, unsigned digits, bool local);

/* Words and a number behind them: " Win=8192". */
static inline void text_number(struct text *t, const char *words, uint64_t v)
{
	text_put(t, words);
	text_u64(t, v);
}

/* The ending of a noun of which there are n. */
static inline const char *plural(uint64_t n)
{
	return n == 1 ? "" : "s";
}

#endif
