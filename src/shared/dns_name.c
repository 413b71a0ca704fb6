/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of domains, which later names may point to. */
/* RFC 1035, 4.1.4. */
#include "shared/dns.h"
#include <string.h>

#define POINTER 0xc0
#define LONGEST 1024 /* octets of a name that are shown */
#define HOPS 128     /* pointers that are followed in one name */

static void text_escaped(struct text *t, uint8_t c)
{
	static const char letters[] = "abtnvfr";

	if (c >= ' ' && c != 0x7f) {
		text_char(t, (char)c);
	} else if (c >= '\a' && c <= '\r') {
		text_char(t, '\\');
		text_char(t, letters[c - '\a']);
	} else {
		text_char(t, '\\');
		text_char(t, (char)('0' + (c >> 6)));
		text_char(t, (char)('0' + (c >> 3 & 7)));
		text_char(t, (char)('0' + (c & 7)));
	}
}

const char *escaped(struct walk *w, struct span s)
{
	struct text t = {0};
	struct cursor c = {.left = s};
	const char *copy;

	while (c.left.cap)
		text_escaped(&t, u8(&c));
	copy = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return copy;
}

static void text_label(struct text *t, struct cursor *c, unsigned n, size_t longest)
{
	struct span label = cursor_take(c, n);
	struct cursor each = {.left = label};

	if (label.cap < n)
		cursor_fail(c, n);
	if (t->len >= longest)
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

/* The cursor behind a label that is there as a whole; false: there is none. */
static bool skip_label(struct cursor *c)
{
	struct cursor at = *c;
	unsigned n = u8(&at);

	if (!n || n & POINTER || !cursor_has(&at, n))
		return false;
	cursor_take(&at, n);
	*c = at;
	return true;
}

/* What is known of the place of the cursor, which stands in the scope. */
static struct dns_place *place_of(const struct dns_scope *scope, const struct cursor *c)
{
	return scope->places + (c->at - scope->start.at);
}

static void make_places(struct walk *w, struct dns_scope *scope)
{
	size_t n = ((size_t)scope->start.left.cap + 1) * sizeof *scope->places;

	if (!scope->places)
		scope->places = memset(take(w, n), 0, n);
}

/* The cursor, which stands in the scope, behind all labels that follow. */
static void skip_labels(const struct dns_scope *scope, struct cursor *c)
{
	struct cursor at = *c;
	uint32_t from = scope->start.at, end;

	while (!place_of(scope, &at)->end && skip_label(&at))
		;
	end = place_of(scope, &at)->end ? place_of(scope, &at)->end : at.at - from;
	for (at = *c; at.at - from < end && !place_of(scope, &at)->end; skip_label(&at))
		place_of(scope, &at)->end = (uint16_t)end;
	cursor_take(c, end - (c->at - from));
}

/* A name as it is read. */
struct name {
	struct text text;
	size_t longest;      /* octets of text behind which it is too long */
	struct cursor first; /* where its first pointer leads */
	unsigned hops;       /* pointers so far */
	bool too_long;
};

/* The name goes on elsewhere. */
static void hop(const struct dns_scope *scope, struct name *name, struct cursor *c)
{
	if (!name->hops++) {
		name->first = *c;
		name->longest += name->text.len;
	}
	if (scope->places && c->left.cap)
		name->too_long |= place_of(scope, c)->too_long;
}

/* Nobody looks at what it says any more; where it leads matters still. */
static void pass(struct walk *w, struct dns_scope *scope, struct name *name, struct cursor *c)
{
	make_places(w, scope);
	if (!name->too_long && name->first.left.cap)
		place_of(scope, &name->first)->too_long = true;
	name->too_long = true;
	skip_labels(scope, c);
}

/* The name at the cursor up to its end; gives the cursor behind its octets there. */
static struct cursor read_name(struct walk *w, struct dns_scope *scope, struct name *name,
			       struct cursor at)
{
	struct cursor end = at;
	unsigned n;

	while ((n = u8(&at))) {
		if ((n & POINTER) == POINTER) {
			struct cursor to = pointed(scope->start, &at, n);

			if (!name->hops)
				end = at;
			if (at.bad)
				break;
			if (name->hops == HOPS)
				return name->hops++, end;
			at = to;
			hop(scope, name, &at);
		} else if (n & POINTER) {
			cursor_fail(&at, at.left.wire + 1);
		} else {
			text_label(&name->text, &at, n, name->longest);
		}
		if (name->hops && (name->too_long || name->text.len >= name->longest))
			pass(w, scope, name, &at);
	}
	return !name->hops || (at.bad && !end.bad) ? at : end;
}

/*
 * The text never grows beyond its room: a name may be LONGEST octets and one label more before
 * its first pointer, and as much behind it; a label has 63 octets, each of 4 letters at most.
 */
const char *dns_name(struct walk *w, struct dns_scope *scope, struct cursor *c, uint32_t *len)
{
	char room[4 * LONGEST];
	struct name name = {.text = {room, 0, sizeof room}, .longest = LONGEST};
	struct cursor end = read_name(w, scope, &name, *c);

	*len = end.at - c->at;
	*c = end;
	if (name.hops > HOPS)
		return "<Name contains a pointer that loops>";
	if (name.too_long || name.text.len >= LONGEST)
		return "<Name too long>";
	if (!name.text.len)
		return "<Root>";
	return arena_copy(&w->arena, name.text.p, name.text.len);
}

const char *put_dns_name(struct walk *w, struct dns_scope *scope, struct cursor *c, unsigned row)
{
	uint32_t at = c->at, len;
	const char *name = dns_name(w, scope, c, &len);

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
