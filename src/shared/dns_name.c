/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of domains, which later names may point to. */
/* RFC 1035, 4.1.4. */
#include "shared/dns.h"

#define POINTER 0xc0
#define LONGEST 1024 /* octets of a name that are shown */
#define HOPS 128     /* pointers that are followed in one name */

static void text_escaped(struct text *t, uint8_t c)
{
	static const char letters[] = "abtnvfr";

	if (c >= ' ' && c != 0x7f)
		text_char(t, (char)c);
	else if (c >= '\a' && c <= '\r')
		text_format(t, "\\%c", letters[c - '\a']);
	else
		text_format(t, "\\%03o", c);
}

static const char *kept(struct walk *w, struct text *t)
{
	const char *s = arena_copy(&w->arena, t->p, t->len);

	text_close(t);
	return s;
}

const char *escaped(struct walk *w, struct span s)
{
	struct text t = {0};
	struct cursor c = {.left = s};

	while (c.left.cap)
		text_escaped(&t, u8(&c));
	return kept(w, &t);
}

static void text_label(struct text *t, struct cursor *c, unsigned n)
{
	struct span label = cursor_take(c, n);
	struct cursor each = {.left = label};

	if (label.cap < n)
		cursor_fail(c, n);
	if (t->len >= LONGEST)
		return;
	if (t->len)
		text_char(t, '.');
	while (each.left.cap)
		text_escaped(t, u8(&each));
}

/* Where the pointer leads whose first octet was read already. */
static struct cursor pointed(struct cursor start, struct cursor *c, unsigned first)
{
	uint32_t to = (first & ~POINTER & 0xff) << 8 | u8(c);

	cursor_take(&start, to);
	return start;
}

const char *dns_name(struct walk *w, struct cursor start, struct cursor *c, uint32_t *len)
{
	struct text t = {0};
	struct cursor at = *c, end = *c;
	unsigned hops = 0, n;

	while ((n = u8(&at))) {
		if ((n & POINTER) == POINTER) {
			struct cursor to = pointed(start, &at, n);

			if (!hops)
				end = at;
			if (at.bad || ++hops > HOPS)
				break;
			at = to;
		} else if (n & POINTER) {
			cursor_fail(&at, at.left.wire + 1);
		} else {
			text_label(&t, &at, n);
		}
	}
	if (!hops)
		end = at;
	else if (at.bad && !end.bad)
		end = at;
	*len = end.at - c->at;
	*c = end;
	if (hops > HOPS)
		return text_close(&t), "<Name contains a pointer that loops>";
	if (t.len >= LONGEST)
		return text_close(&t), "<Name too long>";
	if (!t.len)
		return "<Root>";
	return kept(w, &t);
}

const char *put_dns_name(struct walk *w, struct cursor start, struct cursor *c, unsigned row)
{
	uint32_t at = c->at, len;
	const char *name = dns_name(w, start, c, &len);

	if (!c->bad)
		put_string(w, row, at, len, name);
	return name;
}

const char *dns_base32(struct walk *w, struct span s)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
	struct cursor c = {.left = s};
	char *text = take(w, (size_t)s.cap * 2 + 1), *to = text;
	uint32_t bits = 0, v = 0;

	while (c.left.cap || bits > 0) {
		if (bits < 5 && c.left.cap) {
			v = v << 8 | u8(&c);
			bits += 8;
		} else if (bits < 5) {
			v <<= 5 - bits;
			bits = 5;
		}
		bits -= 5;
		*to++ = digits[v >> bits & 31];
	}
	*to = '\0';
	return text;
}

struct dns *dns_of(const struct layer *l)
{
	while (l->parent && !l->state)
		l = l->parent;
	return (struct dns *)(uintptr_t)((const struct dns_state *)l->state)->dns;
}
