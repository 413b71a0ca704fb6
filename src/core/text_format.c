/* SPDX-License-Identifier: BSD-2-Clause */
/* Text as printf's formats describe it; the conversions that packets need often are fast. */
#include "core/text.h"
#include <stdio.h>

/* "%08lx": a conversion of those that are written here; all others are the C library's. */
struct conversion {
	bool zeros; /* numbers are filled up with zeros */
	uint8_t longs;
	unsigned width;
	char kind;
};

/* Gives what stands behind it. */
static const char *read_conversion(const char *f, struct conversion *c)
{
	*c = (struct conversion){.zeros = *f == '0'};
	while (*f >= '0' && *f <= '9')
		c->width = c->width * 10 + (unsigned)(*f++ - '0');
	for (; *f == 'l' || *f == 'z'; f++)
		c->longs++;
	c->kind = *f;
	return f + 1;
}

static uint64_t take_unsigned(const struct conversion *c, va_list *args)
{
	if (!c->longs)
		return va_arg(*args, unsigned);
	return c->longs == 1 ? va_arg(*args, unsigned long) : va_arg(*args, unsigned long long);
}

static int64_t take_signed(const struct conversion *c, va_list *args)
{
	if (!c->longs)
		return va_arg(*args, int);
	return c->longs == 1 ? va_arg(*args, long) : va_arg(*args, long long);
}

/* False: it isn't one of them, and nothing was taken. */
static bool put_conversion(struct text *t, const struct conversion *c, va_list *args)
{
	size_t start = t->len;
	const char *s;

	if (c->kind == 's') {
		s = va_arg(*args, const char *);
		text_put(t, s ? s : "(null)");
	} else if (c->kind == 'u') {
		text_u64(t, take_unsigned(c, args));
	} else if (c->kind == 'x') {
		text_hex(t, take_unsigned(c, args), 1);
	} else if (c->kind == 'd' && !c->zeros) {
		text_i64(t, take_signed(c, args));
	} else if (c->kind == 'c') {
		text_char(t, (char)va_arg(*args, int));
	} else if (c->kind == '%') {
		text_char(t, '%');
	} else {
		return false;
	}
	text_pad(t, start, c->width, c->zeros ? '0' : ' ');
	return true;
}

static void put_by_library(struct text *t, const char *format, va_list *args)
{
	va_list again;
	int n;

	va_copy(again, *args);
	n = vsnprintf(text_room(t, 128), 128, format, *args);
	if (n >= 128)
		n = vsnprintf(text_room(t, (size_t)n + 1), (size_t)n + 1, format, again);
	va_end(again);
	if (n > 0)
		t->len += (size_t)n;
}

void text_format_list(struct text *t, const char *format, va_list args)
{
	struct conversion c;
	const char *behind;
	va_list left;

	va_copy(left, args);
	for (;;) {
		size_t n = strcspn(format, "%");

		text_bytes(t, format, n);
		format += n;
		if (!*format)
			break;
		behind = read_conversion(format + 1, &c);
		if (!put_conversion(t, &c, &left)) {
			put_by_library(t, format, &left);
			break;
		}
		format = behind;
	}
	va_end(left);
}

void text_format(struct text *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_format_list(t, format, args);
	va_end(args);
}
