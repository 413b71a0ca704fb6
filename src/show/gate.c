/* SPDX-License-Identifier: BSD-2-Clause */
/* The gate between what packets bring and what terminals and parsers obey. */
#include "show/gate.h"
#include <endian.h>

unsigned utf8_take(const uint8_t *p, size_t n, uint32_t *c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned len = p[0] < 0x80   ? 1
		       : p[0] < 0xc2 ? 0
		       : p[0] < 0xe0 ? 2
		       : p[0] < 0xf0 ? 3
		       : p[0] < 0xf5 ? 4
				     : 0;

	if (!len || len > n)
		return 0;
	*c = len == 1 ? p[0] : p[0] & (0x7fu >> len);
	for (unsigned i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (p[i] & 0x3f);
	}
	if (*c < least[len] || *c > 0x10ffff || (*c >= 0xd800 && *c < 0xe000))
		return 0;
	return len;
}

/* Characters that steer instead of showing. */
static bool steers(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* The letter that stands behind the backslash for a control character; 0: there is none. */
static char letter(uint32_t c)
{
	static const char letters[] = "\0\0\0\0\0\0\0abtnvfr";

	return c < sizeof letters - 1 ? letters[c] : '\0';
}

static void escape_text(struct text *t, uint32_t c)
{
	text_char(t, '\\');
	if (letter(c)) {
		text_char(t, letter(c));
	} else if (c < 0x80) {
		text_char(t, (char)('0' + (c >> 6)));
		text_char(t, (char)('0' + (c >> 3 & 7)));
		text_char(t, (char)('0' + (c & 7)));
	} else {
		text_char(t, 'u');
		text_hex(t, c, 4);
	}
}

static void escape_json(struct text *t, uint32_t c)
{
	char l = letter(c);

	text_char(t, '\\');
	if (l && l != 'a' && l != 'v') {
		text_char(t, l);
	} else {
		text_char(t, 'u');
		text_hex(t, c, 4);
	}
}

static void put_octet(struct text *t, uint8_t octet, enum gate how)
{
	if (how == GATE_JSON) {
		text_put(t, "\xef\xbf\xbd");
		return;
	}
	text_put(t, "\\x");
	text_hex(t, octet, 2);
}

/* What an ASCII character is written as where the syntax reserves it; NULL: as itself. */
static const char *reserved(uint8_t c, enum gate how)
{
	if (how == GATE_TEXT)
		return NULL;
	if (how == GATE_JSON)
		return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : NULL;
	switch (c) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#x27;";
	default:
		return NULL;
	}
}

/* Sixteen octets at a time, compared all at once; those from 0x80 on are negative. */
typedef int8_t octets __attribute__((vector_size(16)));

/* All ones where one of sixteen octets is no printable ASCII, or reserved in text or JSON. */
static inline octets odd_ones(const uint8_t *p)
{
	octets x;

	memcpy(&x, p, sizeof x);
	return (octets)((x < 0x20) | (x == 0x7f) | (x == '\\') | (x == '"'));
}

#define SHORT 128 /* octets that are worth a look at once */

/* Whether there is none of those among n octets, of which those before them were looked at. */
static inline bool none_odd(const uint8_t *p, size_t n)
{
	octets odd = odd_ones(p + n - sizeof odd);
	uint64_t half[2];

	for (size_t i = 0; i + sizeof odd < n; i += sizeof odd)
		odd |= odd_ones(p + i);
	memcpy(half, &odd, sizeof half);
	return !(half[0] | half[1]);
}

/* The first of sixteen octets that is one; 16: none. */
static unsigned first_odd(const uint8_t *p)
{
	octets odd = odd_ones(p);
	uint64_t half[2];

	memcpy(half, &odd, sizeof half);
	for (unsigned i = 0; i < 2; i++)
		if (half[i])
			return 8 * i + (unsigned)__builtin_ctzll(le64toh(half[i])) / 8;
	return sizeof odd;
}

static bool is_plain(uint8_t c, enum gate how)
{
	return c >= 0x20 && c < 0x7f && !reserved(c, how);
}

/* How many of the octets at p pass as they are: printable ASCII that nothing reserves. */
static size_t plain(const uint8_t *p, size_t n, enum gate how)
{
	size_t i = 0;

	while (how != GATE_XML && n - i >= sizeof(octets)) {
		unsigned k = first_odd(p + i);

		i += k;
		if (k < sizeof(octets)) {
			if (!is_plain(p[i], how))
				return i;
			i++;
		} else if (n - i <= SHORT && none_odd(p + i, n - i)) {
			return n;
		}
	}
	while (i < n && is_plain(p[i], how))
		i++;
	return i;
}

void gate(struct text *t, const void *from, size_t n, enum gate how)
{
	const uint8_t *p = from;
	const uint8_t *end = p + n;

	if (how == GATE_LATER) {
		text_bytes(t, from, n);
		return;
	}
	while (p < end) {
		size_t run = plain(p, (size_t)(end - p), how);
		uint32_t c;
		unsigned len;

		text_bytes(t, p, run);
		p += run;
		if (p == end)
			break;
		len = utf8_take(p, (size_t)(end - p), &c);
		if (!len)
			put_octet(t, *p, how);
		else if (steers(c))
			(how == GATE_JSON ? escape_json : escape_text)(t, c);
		else if (len == 1)
			text_put(t, reserved(*p, how));
		else
			text_bytes(t, p, len);
		p += len ? len : 1;
	}
}

/* How many of the octets at p pass as they are, UTF-8 included. */
static size_t harmless(const uint8_t *p, size_t n, enum gate how)
{
	size_t i = 0;

	for (;;) {
		uint32_t c;
		unsigned len;

		i += plain(p + i, n - i, how);
		if (i == n || p[i] < 0x80)
			return i;
		if (n - i > 3 && !memcmp(p + i, "\xe2\x86\x92 ", 4)) {
			i += 4; /* the arrow of most lines */
			continue;
		}
		len = utf8_take(p + i, n - i, &c);
		if (!len || steers(c))
			return i;
		i += len;
	}
}

void gate_again(struct text *t, size_t start, enum gate how)
{
	struct text copy = {0};

	if (how == GATE_LATER)
		return;
	start += harmless((const uint8_t *)t->p + start, t->len - start, how);
	if (start == t->len)
		return;
	text_bytes(&copy, t->p + start, t->len - start);
	t->len = start;
	gate(t, copy.p, copy.len, how);
	text_close(&copy);
}
