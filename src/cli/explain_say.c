/* SPDX-License-Identifier: BSD-2-Clause */
/* How peel explain writes: titles, and lines of a word and what it means. */
#include "cli/explain.h"
#include "show/gate.h"

#define COLUMNS 80
#define INDENT 15 /* where the words of a line begin */

void title(struct explain *e, const char *format, ...)
{
	size_t start = e->t->len;
	va_list args;

	va_start(args, format);
	text_format_list(e->t, format, args);
	va_end(args);
	gate_again(e->t, start, GATE_TEXT);
	text_char(e->t, '\n');
}

/* Whether the octet begins a character: UTF-8's others don't take a column of their own. */
static bool begins_character(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* Words from column `at` on, which go on below when a line is full. */
static void put_wrapped(struct text *t, const char *s, size_t n, unsigned at)
{
	unsigned column = at;

	for (size_t i = 0; i < n;) {
		size_t end = i;
		unsigned width = 0;

		for (; end < n && (s[end] != ' ' || end == i); end++)
			width += begins_character(s[end]);
		if (column > at && column + width > COLUMNS) {
			text_char(t, '\n');
			text_fill(t, ' ', at);
			column = at;
			i += s[i] == ' ';
			width--;
		}
		text_bytes(t, s + i, end - i);
		column += width;
		i = end;
	}
	text_char(t, '\n');
}

void say_text(struct explain *e, const char *what, struct text *words)
{
	size_t start = e->t->len;

	if (words->len) {
		text_put(e->t, "  ");
		text_put(e->t, what);
		while (e->t->len - start < INDENT)
			text_char(e->t, ' ');
		gate_again(words, 0, GATE_TEXT);
		put_wrapped(e->t, words->p, words->len, INDENT);
	}
	text_close(words);
}

void say(struct explain *e, const char *what, const char *format, ...)
{
	struct text words = {0};
	va_list args;

	va_start(args, format);
	text_format_list(&words, format, args);
	va_end(args);
	say_text(e, what, &words);
}

void list_word(struct text *list, const char *word)
{
	if (list->len)
		text_put(list, ", ");
	text_put(list, word);
}
