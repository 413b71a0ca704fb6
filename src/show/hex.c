/* SPDX-License-Identifier: BSD-2-Clause */
/* The bytes themselves, sixteen a line. */
#include "show/printer.h"

#define PER_LINE 16

static void put_line(struct text *t, const uint8_t *p, uint32_t offset, uint32_t n)
{
	char *line;

	text_hex(t, offset, 4);
	line = text_room(t, 2 + 3 * PER_LINE + 2 + PER_LINE + 1);
	memset(line, ' ', 2 + 3 * PER_LINE + 2);
	line += 2;
	for (uint32_t i = 0; i < n; i++)
		put_pair(line + (size_t)3 * i, p[i]);
	line += 3 * PER_LINE + 2;
	for (uint32_t i = 0; i < n; i++)
		*line++ = p[i] >= 0x20 && p[i] < 0x7f ? (char)p[i] : '.';
	*line++ = '\n';
	t->len = (size_t)(line - t->p);
}

void put_hex_lines(struct text *t, struct span s)
{
	for (uint32_t at = 0; at < s.cap; at += PER_LINE) {
		uint32_t left = s.cap - at;

		put_line(t, s.p + at, at, left < PER_LINE ? left : PER_LINE);
	}
}

void put_hex(struct text *t, const struct record *r)
{
	for (uint8_t i = 0; i < r->n_sources; i++) {
		if (r->n_sources > 1) {
			if (i)
				text_char(t, '\n');
			text_put(t, r->sources[i].name);
			text_put(t, " (");
			text_u64(t, r->sources[i].bytes.cap);
			text_put(t, r->sources[i].bytes.cap == 1 ? " byte):\n" : " bytes):\n");
		}
		put_hex_lines(t, r->sources[i].bytes);
	}
}

static void hex_frame(struct printer *p, const struct record *r)
{
	put_hex(&p->out->text, r);
	text_char(&p->out->text, '\n');
}

const struct printer hex_printer = {.frame = hex_frame};
