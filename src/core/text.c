/* SPDX-License-Identifier: BSD-2-Clause */
/* The writers of numbers, addresses and times: no printf in the path of a frame. */
#include "core/text.h"
#include "core/arena.h"
#include "core/cursor.h"
#include <endian.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define NS_PER_S 1000000000

void text_grow(struct text *t, size_t n)
{
	size_t cap = t->cap ? t->cap : 256;

	while (cap - t->len <= n)
		cap *= 2;
	t->p = need_more(t->p, cap);
	t->cap = cap;
}

void text_close(struct text *t)
{
	free(t->p);
	*t = (struct text){0};
}

void text_fill(struct text *t, char c, size_t n)
{
	memset(text_room(t, n), c, n);
	t->len += n;
}

/* Each number below 1000 as three digits, and how many of them are zeros in front. */
#define TEN(tens, zeros)                                                                \
	tens "0" zeros, tens "1" zeros, tens "2" zeros, tens "3" zeros, tens "4" zeros, \
		tens "5" zeros, tens "6" zeros, tens "7" zeros, tens "8" zeros, tens "9" zeros
#define HUNDRED(h)                                                                                \
	TEN(h "0", "\0"), TEN(h "1", "\0"), TEN(h "2", "\0"), TEN(h "3", "\0"), TEN(h "4", "\0"), \
		TEN(h "5", "\0"), TEN(h "6", "\0"), TEN(h "7", "\0"), TEN(h "8", "\0"),           \
		TEN(h "9", "\0")
static const char thousand[1000][4] = {
	TEN("00", "\2"), TEN("01", "\1"), TEN("02", "\1"), TEN("03", "\1"), TEN("04", "\1"),
	TEN("05", "\1"), TEN("06", "\1"), TEN("07", "\1"), TEN("08", "\1"), TEN("09", "\1"),
	HUNDRED("1"),    HUNDRED("2"),    HUNDRED("3"),    HUNDRED("4"),    HUNDRED("5"),
	HUNDRED("6"),    HUNDRED("7"),    HUNDRED("8"),    HUNDRED("9"),
};

/* Writes v (below 1000) with zeros in front; overwrites four octets, gives the place behind. */
static inline char *put_three(char *to, uint32_t v)
{
	memcpy(to, thousand[v], sizeof thousand[v]);
	return to + 3;
}

/* The same without the zeros. */
static inline char *put_short(char *to, uint32_t v)
{
	uint32_t digits, zeros;

	memcpy(&digits, thousand[v], sizeof digits);
	digits = le32toh(digits);
	zeros = digits >> 24;
	digits = htole32(digits >> 8 * zeros);
	memcpy(to, &digits, sizeof digits);
	return to + 3 - zeros;
}

/* Three digits at a time. */
static inline char *put_decimal32(char *to, uint32_t v)
{
	if (v < 1000)
		return put_short(to, v);
	if (v < 1000000)
		return put_three(put_short(to, v / 1000), v % 1000);
	to = v < 1000000000 ? put_short(to, v / 1000000)
			    : put_three(put_short(to, v / 1000000000), v / 1000000 % 1000);
	return put_three(put_three(to, v / 1000 % 1000), v % 1000);
}

static __attribute__((noinline)) char *put_decimal64(char *to, uint64_t v)
{
	uint64_t high = v / NS_PER_S;
	uint32_t low = (uint32_t)(v % NS_PER_S);

	to = high <= UINT32_MAX ? put_decimal32(to, (uint32_t)high) : put_decimal64(to, high);
	to = put_three(to, low / 1000000);
	return put_three(put_three(to, low / 1000 % 1000), low % 1000);
}

#define DECIMAL_ROOM 32 /* octets that writing a number may touch */

/* What is rare: a large number, or a full text. */
static __attribute__((cold, noinline)) void text_u64_slow(struct text *t, uint64_t v)
{
	char *to = text_room(t, DECIMAL_ROOM);

	to = v <= UINT32_MAX ? put_decimal32(to, (uint32_t)v) : put_decimal64(to, v);
	t->len = (size_t)(to - t->p);
}

void text_u64(struct text *t, uint64_t v)
{
	if (v <= UINT32_MAX && DECIMAL_ROOM < t->cap - t->len)
		t->len = (size_t)(put_decimal32(t->p + t->len, (uint32_t)v) - t->p);
	else
		text_u64_slow(t, v);
}

void text_i64(struct text *t, int64_t v)
{
	if (v < 0)
		text_char(t, '-');
	text_u64(t, v < 0 ? -(uint64_t)v : (uint64_t)v);
}

void text_u64_padded(struct text *t, uint64_t v, unsigned width, char pad)
{
	size_t start = t->len;

	text_u64(t, v);
	text_pad(t, start, width, pad);
}

void text_pad(struct text *t, size_t start, size_t width, char pad)
{
	size_t n = t->len - start;

	if (n >= width)
		return;
	text_fill(t, pad, width - n);
	memmove(t->p + start + (width - n), t->p + start, n);
	memset(t->p + start, pad, width - n);
}

/* The 256 octets as pairs of digits, one behind the other. */
#define ROW(h)                                                                                \
	h "0" h "1" h "2" h "3" h "4" h "5" h "6" h "7" h "8" h "9" h "a" h "b" h "c" h "d" h \
	  "e" h "f"
const char hex_pairs[] = ROW("0") ROW("1") ROW("2") ROW("3") ROW("4") ROW("5") ROW("6") ROW("7")
	ROW("8") ROW("9") ROW("a") ROW("b") ROW("c") ROW("d") ROW("e") ROW("f");

void text_hex(struct text *t, uint64_t v, unsigned digits)
{
	unsigned n = (64 - (unsigned)__builtin_clzll(v | 1) + 3) / 4;
	char *to;

	if (n < digits)
		n = digits;
	to = text_room(t, n) + n;
	for (unsigned left = n; left; v >>= 8) {
		if (left == 1) {
			*--to = hex_pairs[2 * (v & 15) + 1];
			break;
		}
		put_pair(to -= 2, (uint8_t)v);
		left -= 2;
	}
	t->len += n;
}

void text_oct(struct text *t, uint64_t v)
{
	char buf[22];
	unsigned n = 0;

	do {
		buf[21 - n++] = (char)('0' + (v & 7));
		v >>= 3;
	} while (v);
	text_bytes(t, buf + 22 - n, n);
}

void text_hex_bytes(struct text *t, const uint8_t *p, size_t n, char sep)
{
	char *start = text_room(t, 3 * n), *to = start;

	for (size_t i = 0; i < n; i++) {
		if (i && sep)
			*to++ = sep;
		put_pair(to, p[i]);
		to += 2;
	}
	t->len += (size_t)(to - start);
}

/* Writes one byte in decimal, and `after` behind it; gives the place behind that. */
static inline char *put_byte(char *out, uint8_t v, char after)
{
	out = put_short(out, v);
	*out = after;
	return out + 1;
}

void text_ip4(struct text *t, uint32_t v)
{
	char *start = text_room(t, 17);
	char *out = start;

	out = put_byte(out, (uint8_t)(v >> 24), '.');
	out = put_byte(out, (uint8_t)(v >> 16), '.');
	out = put_byte(out, (uint8_t)(v >> 8), '.');
	out = put_byte(out, (uint8_t)v, ' ');
	t->len += (size_t)(out - 1 - start);
}

/* The longest run of two or more zero groups: its first group and length. */
static void longest_zeros(const uint16_t *group, int *first, int *length)
{
	*first = -1;
	*length = 1;
	for (int i = 0; i < 8; i++) {
		int n = 0;

		while (i + n < 8 && !group[i + n])
			n++;
		if (n > *length) {
			*first = i;
			*length = n;
		}
		i += n;
	}
}

void text_ip6(struct text *t, const uint8_t *p)
{
	uint16_t group[8];
	int zeros, n_zeros;

	for (int i = 0; i < 8; i++)
		group[i] = (uint16_t)(p[2 * i] << 8 | p[2 * i + 1]);
	longest_zeros(group, &zeros, &n_zeros);
	for (int i = 0; i < 8; i++) {
		if (i == zeros) {
			text_put(t, "::");
			i += n_zeros - 1;
			continue;
		}
		if (i == 6 && zeros == 0 &&
		    (n_zeros == 6 || (n_zeros == 5 && group[5] == 0xffff))) {
			text_ip4(t, (uint32_t)group[6] << 16 | group[7]);
			return;
		}
		text_hex(t, group[i], 1);
		if (i < 7 && i + 1 != zeros)
			text_char(t, ':');
	}
}

void text_address(struct text *t, const uint8_t *p, size_t n)
{
	if (n == 4)
		text_ip4(t, (uint32_t)load_be(p, 4));
	else if (n == 16)
		text_ip6(t, p);
	else
		text_hex_bytes(t, p, n, ':');
}

void text_oid(struct text *t, const uint8_t *p, size_t size)
{
	uint64_t arc = 0;
	bool first = true;

	if (!size)
		text_char(t, '0');
	for (size_t i = 0; i < size; i++) {
		arc = arc << 7 | (p[i] & 0x7f);
		if (p[i] & 0x80)
			continue;
		if (first) {
			uint64_t top = arc < 80 ? arc / 40 : 2;

			text_u64(t, top);
			text_char(t, '.');
			text_u64(t, arc - 40 * top);
			first = false;
		} else {
			text_char(t, '.');
			text_u64(t, arc);
		}
		arc = 0;
	}
}

void text_guid(struct text *t, const uint8_t *p)
{
	static const uint8_t groups[] = {4, 2, 2, 2, 6};

	for (unsigned i = 0; i < sizeof groups; i++) {
		if (i)
			text_char(t, '-');
		text_hex_bytes(t, p, groups[i], '\0');
		p += groups[i];
	}
}

void text_seconds(struct text *t, int64_t ns, unsigned digits)
{
	/* Nanoseconds in the last digit's unit. */
	static const uint32_t unit[] = {1000000000, 100000000, 10000000, 1000000, 100000,
					10000,      1000,      100,      10,      1};
	uint64_t u = ns < 0 ? -(uint64_t)ns : (uint64_t)ns;
	uint32_t fraction = (uint32_t)(u % NS_PER_S);
	char *to;

	if (ns < 0 && u / unit[digits])
		text_char(t, '-');
	text_u64(t, u / NS_PER_S);
	if (!digits)
		return;
	to = text_room(t, DECIMAL_ROOM);
	*to++ = '.';
	put_three(put_three(put_three(to, fraction / 1000000), fraction / 1000 % 1000),
		  fraction % 1000);
	t->len += 1 + digits;
}

void text_duration(struct text *t, uint64_t seconds, unsigned milliseconds)
{
	static const struct {
		const char *name;
		uint64_t seconds, most;
	} units[] = {{" day", 86400, UINT64_MAX}, {" hour", 3600, 24}, {" minute", 60, 60}};
	bool any = false;

	for (unsigned i = 0; i < sizeof units / sizeof *units; i++) {
		uint64_t n = seconds / units[i].seconds % units[i].most;

		if (!n)
			continue;
		text_put(t, any ? ", " : "");
		text_u64(t, n);
		text_put(t, units[i].name);
		text_put(t, n == 1 ? "" : "s");
		any = true;
	}
	seconds %= 60;
	if (any && !seconds && !milliseconds)
		return;
	text_put(t, any ? ", " : "");
	text_u64(t, seconds);
	if (milliseconds) {
		text_char(t, '.');
		text_u64_padded(t, milliseconds, 3, '0');
	}
	text_put(t, seconds == 1 && !milliseconds ? " second" : " seconds");
}

/* The civil date of a day counted from 1970-01-01 (proleptic Gregorian calendar). */
static void civil(int64_t day, struct tm *tm)
{
	int64_t z = day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int64_t year = yoe + era * 400 + (mp >= 10);

	tm->tm_mday = (int)(doy - (153 * mp + 2) / 5 + 1);
	tm->tm_mon = (int)(mp < 10 ? mp + 2 : mp - 10);
	tm->tm_year = (int)(year - 1900);
	tm->tm_yday = (int)(mp < 10 ? doy + 59 + (year % 4 == 0 && (year % 100 || year % 400 == 0))
				    : doy - 306);
}

static void broken_down(int64_t seconds, bool local, struct tm *tm)
{
	time_t when = (time_t)seconds;
	int64_t day = seconds / 86400 - (seconds % 86400 < 0);
	int64_t second = seconds - day * 86400;

	if (local && localtime_r(&when, tm))
		return;
	*tm = (struct tm){.tm_hour = (int)(second / 3600),
			  .tm_min = (int)(second / 60 % 60),
			  .tm_sec = (int)(second % 60),
			  .tm_zone = "UTC"};
	civil(day, tm);
}

static void put_date(struct text *t, const struct tm *tm, enum time_form form)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int64_t year = (int64_t)tm->tm_year + 1900;

	if (form == TIME_WORDS) {
		text_bytes(t, months + (ptrdiff_t)3 * tm->tm_mon, 3);
		text_char(t, ' ');
		text_u64_padded(t, (uint64_t)tm->tm_mday, 2, ' ');
		text_put(t, ", ");
		text_i64(t, year);
		return;
	}
	if (year < 0)
		text_char(t, '-');
	text_u64_padded(t, (uint64_t)(year < 0 ? -year : year), 4, '0');
	if (form == TIME_DOY) {
		text_char(t, '/');
		text_u64_padded(t, (uint64_t)tm->tm_yday + 1, 3, '0');
		return;
	}
	if (form != TIME_COMPACT)
		text_char(t, '-');
	text_u64_padded(t, (uint64_t)tm->tm_mon + 1, 2, '0');
	if (form != TIME_COMPACT)
		text_char(t, '-');
	text_u64_padded(t, (uint64_t)tm->tm_mday, 2, '0');
}

void text_time(struct text *t, int64_t ns, enum time_form form, unsigned digits, bool local)
{
	int64_t seconds = ns / NS_PER_S - (ns % NS_PER_S < 0);
	uint64_t fraction = (uint64_t)(ns - seconds * NS_PER_S);
	struct tm tm;

	broken_down(seconds, local, &tm);
	if (form != TIME_CLOCK)
		put_date(t, &tm, form);
	if (form == TIME_COMPACT)
		return;
	if (form != TIME_CLOCK)
		text_char(t, form == TIME_ISO_Z ? 'T' : form == TIME_DOY ? ':' : ' ');
	text_u64_padded(t, (uint64_t)tm.tm_hour, 2, '0');
	text_char(t, ':');
	text_u64_padded(t, (uint64_t)tm.tm_min, 2, '0');
	text_char(t, ':');
	text_u64_padded(t, (uint64_t)tm.tm_sec, 2, '0');
	if (digits) {
		text_char(t, '.');
		for (unsigned i = digits; i < 9; i++)
			fraction /= 10;
		text_u64_padded(t, fraction, digits, '0');
	}
	if (form == TIME_ISO_Z)
		text_char(t, 'Z');
	if (form == TIME_WORDS) {
		text_char(t, ' ');
		text_put(t, tm.tm_zone);
	}
}
