/* SPDX-License-Identifier: BSD-2-Clause */
/* What the two ends of a conversation told each other, as tshark writes it and as we do. */
#include "core/arena.h"
#include "show/gate.h"
#include "stats/follow.h"
#include "stats/json.h"
#include <string.h>

#define HEX_LINE 16    /* octets */
#define BASE64_LINE 76 /* characters: RFC 2045, 6.8 */

static const uint8_t *bytes_of(const struct follow *f, const struct said *s)
{
	return (const uint8_t *)f->heard.p + s->at;
}

static bool is_printable(uint8_t c)
{
	return c >= 0x20 && c < 0x7f;
}

/* Line ends stay; a carriage return alone doesn't: a terminal would write over the line. */
static void put_ascii(struct text *t, const uint8_t *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool ends_line = p[i] == '\n' || (p[i] == '\r' && i + 1 < n && p[i + 1] == '\n');

		text_char(t, (char)(is_printable(p[i]) || ends_line ? p[i] : '.'));
	}
}

static void print_ascii(struct text *t, const struct follow *f, const struct said *s)
{
	text_put(t, s->from ? "\t" : "");
	text_u64(t, s->len);
	text_char(t, '\n');
	put_ascii(t, bytes_of(f, s), s->len);
	text_char(t, '\n');
}

/* Digits and characters in two halves. */
static void put_hex_line(struct text *t, const uint8_t *p, size_t n)
{
	for (size_t i = 0; i < HEX_LINE; i++) {
		text_put(t, i == HEX_LINE / 2 ? "  " : i ? " " : "");
		if (i < n)
			text_hex(t, p[i], 2);
		else
			text_put(t, "  ");
	}
	text_put(t, "  ");
	for (size_t i = 0; i < n; i++) {
		text_put(t, i == HEX_LINE / 2 ? " " : "");
		text_char(t, (char)(is_printable(p[i]) ? p[i] : '.'));
	}
	while (t->p[t->len - 1] == ' ')
		t->len--;
	text_char(t, '\n');
}

/* `sent` counts what the end has sent so far: lines are numbered through. */
static void print_hex(struct text *t, const struct follow *f, const struct said *s, size_t *sent)
{
	const uint8_t *p = bytes_of(f, s);

	for (size_t at = 0; at < s->len; at += HEX_LINE) {
		size_t n = s->len - at < HEX_LINE ? s->len - at : HEX_LINE;

		text_format(t, "%s%08zX  ", s->from ? "\t" : "", *sent);
		put_hex_line(t, p + at, n);
		*sent += n;
	}
}

static void print_raw(struct text *t, const struct follow *f, const struct said *s)
{
	text_put(t, s->from ? "\t" : "");
	text_hex_bytes(t, bytes_of(f, s), s->len, 0);
	text_char(t, '\n');
}

static void put_base64(struct text *t, const uint8_t *p, size_t n, const char *indent)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t column = 0;

	text_put(t, indent);
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)p[i] << 16 | (i + 1 < n ? p[i + 1] : 0U) << 8 |
			     (i + 2 < n ? p[i + 2] : 0U);

		if (column == BASE64_LINE) {
			text_char(t, '\n');
			text_put(t, indent);
			column = 0;
		}
		text_char(t, digits[v >> 18]);
		text_char(t, digits[v >> 12 & 63]);
		text_char(t, i + 1 < n ? digits[v >> 6 & 63] : '=');
		text_char(t, i + 2 < n ? digits[v & 63] : '=');
		column += 4;
	}
	text_char(t, '\n');
}

static void print_yaml(struct text *t, const struct follow *f, const struct said *s)
{
	int64_t seconds = s->time / NS_PER_SECOND;

	text_number(t, "  - packet: ", s->frame);
	text_number(t, "\n    peer: ", s->from);
	text_format(t, "\n    timestamp: %.9f\n    data: !!binary |\n",
		    (double)seconds + (double)(s->time % NS_PER_SECOND) / NS_PER_SECOND);
	put_base64(t, bytes_of(f, s), s->len, "      ");
}

/* Characters that a terminal is safe from; lines are those of the conversation. */
static void print_text(struct text *t, const struct follow *f, const struct said *s)
{
	const uint8_t *p = bytes_of(f, s), *end = p + s->len - s->missing;

	while (p < end) {
		const uint8_t *line = memchr(p, '\n', (size_t)(end - p));
		const uint8_t *stop = line ? line : end;

		if (line && stop > p && stop[-1] == '\r')
			stop--;
		gate(t, p, (size_t)(stop - p), GATE_TEXT);
		text_put(t, line ? "\n" : "");
		p = line ? line + 1 : end;
	}
	if (s->len && t->p[t->len - 1] != '\n')
		text_char(t, '\n');
}

static void print_json(struct text *t, const struct follow *f, const struct said *s)
{
	text_put(t, "{\"type\":\"segment\"");
	json_u64(t, "frame", s->frame);
	json_i64(t, "time", s->time);
	json_u64(t, "from", s->from);
	json_u64(t, "length", s->missing ? 0 : s->len);
	if (s->missing) {
		text_put(t, ",\"missing\":\"");
		gate(t, bytes_of(f, s), s->len - 1, GATE_JSON);
	} else {
		text_put(t, ",\"data\":\"");
		text_hex_bytes(t, bytes_of(f, s), s->len, 0);
	}
	text_put(t, "\"}\n");
}

void follow_print(const struct follow *f, struct text *t, enum follow_form form, size_t k,
		  size_t sent[2])
{
	const struct said *s = &f->said[k];

	switch (form) {
	case FOLLOW_ASCII:
		print_ascii(t, f, s);
		break;
	case FOLLOW_HEX:
		print_hex(t, f, s, &sent[s->from]);
		break;
	case FOLLOW_RAW:
		print_raw(t, f, s);
		break;
	case FOLLOW_YAML:
		print_yaml(t, f, s);
		break;
	case FOLLOW_TEXT:
		print_text(t, f, s);
		break;
	case FOLLOW_JSON:
		print_json(t, f, s);
		break;
	}
}
