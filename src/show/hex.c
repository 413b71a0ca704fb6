/* SPDX-License-Identifier: BSD-2-Clause */
/* The bytes themselves, sixteen a line. */
#include "show/printer.h"

#define PER_LINE 16

static void put_line(struct text *t, const uint8_t *p, uint32_t offset, uint32_t n)
{
	text_hex(t, offset, 4);
	text_put(t, "  ");
	for (uint32_t i = 0; i < PER_LINE; i++) {
		if (i < n)
			text_hex(t, p[i], 2);
		else
			text_put(t, "  ");
		text_char(t, ' ');
	}
	text_put(t, "  ");
	for (uint32_t i = 0; i < n; i++)
		text_char(t, p[i] >= 0x20 && p[i] < 0x7f ? (char)p[i] : '.');
	text_char(t, '\n');
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
