/* SPDX-License-Identifier: BSD-2-Clause */
/* ASN.1 in BER or DER, read by tables. */
/* X.690, 8. */
#include "shared/asn1.h"
#include <time.h>

enum { CONSTRUCTED = 0x20, LONG_TAG = 0x1f, ENDLESS = 0x80 };

/* Lengths of elements without one: up to the two zeros that end it, at this level. */
static uint32_t endless_length(struct cursor c)
{
	uint32_t begin = c.at;
	unsigned open = 1;

	while (open && c.left.cap) {
		unsigned tag = u8(&c), len = u8(&c);

		if ((tag & LONG_TAG) == LONG_TAG && len & 0x80)
			return c.at - begin;
		if (!tag && !len)
			open--;
		else if (len == ENDLESS)
			open++;
		else if (len > ENDLESS)
			cursor_pull(&c,
				    (uint32_t)cursor_be(&c, len - ENDLESS > 4 ? 4 : len - ENDLESS));
		else
			cursor_pull(&c, len);
	}
	return c.at - begin;
}

bool asn1_head(struct cursor *c, struct asn1_head *h)
{
	struct cursor p = *c;
	uint32_t len;

	h->tag = u8(&p);
	h->endless = false;
	if ((h->tag & LONG_TAG) == LONG_TAG)
		while (p.left.cap && u8(&p) & 0x80)
			continue;
	len = u8(&p);
	if (len == ENDLESS) {
		h->endless = true;
		len = endless_length(p);
	} else if (len > ENDLESS) {
		uint64_t wide = len - ENDLESS > 4 ? UINT32_MAX : cursor_be(&p, len - ENDLESS);

		len = wide > 0x7fffffff ? 0x7fffffff : (uint32_t)wide;
	}
	if (p.bad) {
		cursor_fail(c, p.bad == TRUNCATED ? c->left.wire : UINT32_MAX);
		return false;
	}
	h->octets = p.at - c->at + len; /* may be more than there are: whoever takes them sees */
	h->content = cursor_first(p, h->endless && len >= 2 ? len - 2 : len);
	return true;
}

/* --- which element --- */

uint8_t asn1_tag(const struct der_type *type)
{
	static const uint8_t tags[] = {
		[A_SEQUENCE] = 0x10, [A_SEQUENCE_OF] = 0x10, [A_INTEGER] = 0x02, [A_BOOLEAN] = 0x01,
		[A_BITS] = 0x03,     [A_BITS_RAW] = 0x03,    [A_OCTETS] = 0x04,  [A_OID] = 0x06,
		[A_UTC_TIME] = 0x17, [A_TIME] = 0x18,        [A_NULL] = 0x05,    [A_ANY] = 0,
	};

	return type->tag ? type->tag : tags[type->form];
}

static bool is_string(unsigned tag)
{
	return tag == 0x0c || (tag >= 0x12 && tag <= 0x16) || (tag >= 0x19 && tag <= 0x1e);
}

static bool fits_type(unsigned tag, const struct der_type *type, struct cursor c)
{
	if (type->form == A_ANY)
		return true;
	if (type->form == A_STRING && !type->tag)
		return is_string(tag);
	if (type->form != A_CHOICE)
		return tag == asn1_tag(type);
	for (unsigned i = 0; i < type->n; i++)
		if (asn1_is(c, &type->parts[i]))
			return true;
	return false;
}

bool asn1_is(struct cursor c, const struct der_part *part)
{
	struct cursor peek = c;
	unsigned tag = u8(&peek);

	if (peek.bad)
		return false;
	tag &= ~(unsigned)CONSTRUCTED;
	return part->tag ? tag == part->tag : fits_type(tag, part->type, c);
}

/* --- values --- */

uint64_t asn1_integer(struct span content)
{
	uint32_t n = content.cap < 8 ? content.cap : 8;
	struct cursor c = {.left = span_skip(content, content.cap - n)};
	uint64_t v = cursor_be(&c, n);

	if (n && n < 8 && v >> (8 * n - 1))
		v |= UINT64_MAX << (8 * n);
	return v;
}

#define MOST_OCTETS 36 /* that a line shows */

static void put_integer(struct asn1 *a, struct cursor c, unsigned row)
{
	uint32_t n = c.left.wire;
	struct span bytes = c.left;

	if (a->w->now->proto->fields[row].kind != BYTES) {
		put_value(a->w, row, c.at, n, asn1_integer(bytes));
		return;
	}
	put(a->w, &c, row, n);
	if (a->w->labels) {
		struct text t = {0};

		text_hex_bytes(&t, bytes.p, bytes.cap < MOST_OCTETS ? bytes.cap : MOST_OCTETS,
			       '\0');
		label_value(a->w, "0x%s%s", text_string(&t), n > MOST_OCTETS ? "…" : "");
		text_close(&t);
	}
}

static void put_bits(struct asn1 *a, struct cursor c, unsigned row, const struct der_type *type)
{
	if (type->form == A_BITS && a->padding_row)
		put(a->w, &c, a->padding_row, 1);
	else
		u8(&c);
	if (!row)
		return;
	put(a->w, &c, row, c.left.wire);
}

/* Digits of a time, two a step. */
static int two(struct cursor *c)
{
	int tens = u8(c) - '0', ones = u8(c) - '0';

	return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 0 : tens * 10 + ones;
}

static void put_time(struct asn1 *a, struct cursor c, unsigned row)
{
	struct cursor p = c;
	int century = two(&p), year = century * 100 + two(&p);
	int month = two(&p), day = two(&p), hour = two(&p), minute = two(&p);
	struct tm tm = {.tm_year = year - 1900,
			.tm_mon = month - 1,
			.tm_mday = day,
			.tm_hour = hour,
			.tm_min = minute,
			.tm_sec = two(&p)};

	put_value(a->w, row, c.at, c.left.wire, (uint64_t)timegm(&tm) * 1000000000);
}

static void put_utc_time(struct asn1 *a, struct cursor c, unsigned row)
{
	struct cursor p = c;
	int year = two(&p);
	int month = two(&p), day = two(&p), hour = two(&p), minute = two(&p), second = two(&p);
	struct text t = {0};

	text_format(&t, "%02d%02d-%02d-%02d %02d:%02d:%02d (UTC)", year < 50 ? 20 : 19, year, month,
		    day, hour, minute, second);
	put_string(a->w, row, c.at, c.left.wire, arena_copy(&a->w->arena, t.p, t.len));
	text_close(&t);
}

static void text_utf8(struct text *t, uint32_t v)
{
	if (v < 0x80) {
		text_char(t, (char)v);
	} else if (v < 0x800) {
		text_char(t, (char)(0xc0 | v >> 6));
		text_char(t, (char)(0x80 | (v & 0x3f)));
	} else {
		text_char(t, (char)(0xe0 | (v >> 12 & 0xf)));
		text_char(t, (char)(0x80 | (v >> 6 & 0x3f)));
		text_char(t, (char)(0x80 | (v & 0x3f)));
	}
}

enum { T_BMP = 0x1e, T_UNIVERSAL = 0x1c, T_TELETEX = 0x14 };

static void put_words(struct asn1 *a, struct cursor c, unsigned row, unsigned tag)
{
	unsigned octets = tag == T_BMP ? 2 : tag == T_UNIVERSAL ? 4 : 1;
	struct text t = {0};
	struct cursor p = c;

	a->string = c.left;
	if (tag != T_BMP && tag != T_UNIVERSAL && tag != T_TELETEX) {
		put(a->w, &c, row, c.left.wire);
		return;
	}
	while (p.left.cap >= octets)
		text_utf8(&t, (uint32_t)cursor_be(&p, octets));
	put_string(a->w, row, c.at, c.left.wire, arena_copy(&a->w->arena, t.p, t.len));
	text_close(&t);
}

static void put_oid(struct asn1 *a, struct cursor c, unsigned row)
{
	const char *name;

	a->oid = c.left;
	if (!row)
		return;
	put(a->w, &c, row, c.left.wire);
	name = a->name ? a->name(a->oid) : NULL;
	if (name)
		label_tail(a->w, " (%s)", name);
}

const char *asn1_tell_oid(struct asn1 *a)
{
	return a->name ? a->name(a->oid) : NULL;
}

void asn1_oid_text(struct asn1 *a, struct cursor c, unsigned row)
{
	struct text t = {0};

	text_oid(&t, c.left.p, c.left.cap);
	put_string(a->w, row, c.at, c.left.cap, arena_copy(&a->w->arena, text_string(&t), t.len));
	if (a->name && a->name(c.left))
		label_tail(a->w, " (%s)", a->name(c.left));
	text_close(&t);
}

/* --- types --- */

static void read_content(struct asn1 *a, const struct asn1_head *h, unsigned row,
			 const struct der_type *type);

/* Trouble inside ends the reading of all that is around it. */
static void note_trouble(struct asn1 *a, const struct cursor *c)
{
	if (c->bad && !a->bad)
		a->bad = c->bad;
}

static void read_sequence(struct asn1 *a, struct cursor c, const struct der_type *type)
{
	unsigned next = 0;

	while (c.left.wire && !c.bad && !a->bad && next < type->n) {
		const struct der_part *part = &type->parts[next++];

		if (asn1_is(c, part))
			asn1_part(a, &c, part);
		else if (!part->optional && !a->errors)
			break;
		else if (!part->optional)
			asn1_unfit(a, &c, part, "SEQUENCE");
	}
	if (type->hook)
		type->hook(a, &c);
	while (a->errors && !type->hook && c.left.wire && !c.bad && !a->bad)
		asn1_unfit(a, &c, NULL, NULL);
	note_trouble(a, &c);
}

/* What its type has to say in its line; without a row it has none. */
static void tell(struct asn1 *a, unsigned row, uint32_t group, const struct der_type *type)
{
	const char *words = type->told && a->w->labels ? type->told(a) : NULL;

	if (words && row)
		label_tail_of(a->w, group, " (%s)", words);
}

static void put_sequence(struct asn1 *a, const struct asn1_head *h, unsigned row,
			 const struct der_type *type)
{
	uint32_t group;

	if (!row) {
		read_sequence(a, h->content, type);
		tell(a, row, 0, type);
		return;
	}
	group = open_group(a->w, &h->content, row, h->content.left.wire);
	if (!h->content.left.wire)
		label_tail(a->w, " [0 length]");
	read_sequence(a, h->content, type);
	tell(a, row, group, type);
	shut_group(a->w, group, NULL);
}

/* To the end, or to where the cursor is bad. */
static uint32_t count_items(struct cursor *c)
{
	struct asn1_head h;
	uint32_t n = 0;

	while (c->left.wire && asn1_head(c, &h)) {
		cursor_take(c, h.octets);
		n++;
	}
	return n;
}

static void put_sequence_of(struct asn1 *a, const struct asn1_head *h, unsigned row,
			    const struct der_type *type)
{
	struct cursor c = h->content, items = c;
	uint32_t group = 0, n = count_items(&items);

	if (items.bad) { /* Wireshark counts them before it shows any */
		note_trouble(a, &items);
		return;
	}
	if (row) {
		group = open_value(a->w, row, c.at, n);
		label_value(a->w, "%u item%s", n, plural(n));
	}
	while (c.left.wire && !c.bad && !a->bad && asn1_part(a, &c, type->parts))
		continue;
	note_trouble(a, &c);
	tell(a, row, group, type);
	if (row)
		shut_group(a->w, group, &c);
}

/* Gives whether one of the alternatives stood there. */
static void put_choice(struct asn1 *a, struct cursor *c, unsigned row, const struct der_type *type)
{
	for (unsigned i = 0; i < type->n; i++) {
		uint32_t group = 0;

		if (!asn1_is(*c, &type->parts[i]))
			continue;
		if (row)
			group = open_value(a->w, row, c->at, type->parts[i].value);
		asn1_part(a, c, &type->parts[i]);
		if (row)
			shut_group(a->w, group, c);
		return;
	}
	cursor_take(c, c->left.wire);
}

static void read_simple(struct asn1 *a, const struct asn1_head *h, unsigned row,
			const struct der_type *type)
{
	struct cursor c = h->content;

	if (!type->hook && c.left.cap < c.left.wire) {
		cursor_pull(&c, c.left.wire);
		note_trouble(a, &c);
		return;
	}
	switch (type->form) {
	case A_INTEGER:
		put_integer(a, c, row);
		break;
	case A_BITS:
	case A_BITS_RAW:
		put_bits(a, c, row, type);
		break;
	case A_OID:
		put_oid(a, c, row);
		break;
	case A_STRING:
		put_words(a, c, row, h->tag & ~(unsigned)CONSTRUCTED);
		break;
	case A_UTC_TIME:
		put_utc_time(a, c, row);
		break;
	case A_TIME:
		put_time(a, c, row);
		break;
	case A_NULL:
	case A_OCTETS:
	case A_BOOLEAN:
	default:
		if (row)
			put(a->w, &c, row, c.left.wire);
		break;
	}
	c = h->content;
	if (!type->hook)
		return;
	type->hook(a, &c);
	note_trouble(a, &c);
}

static void read_content(struct asn1 *a, const struct asn1_head *h, unsigned row,
			 const struct der_type *type)
{
	if (type->form == A_SEQUENCE)
		put_sequence(a, h, row, type);
	else if (type->form == A_SEQUENCE_OF)
		put_sequence_of(a, h, row, type);
	else
		read_simple(a, h, row, type);
}

void asn1_read(struct asn1 *a, struct cursor *c, unsigned row, const struct der_type *type)
{
	struct asn1_head h;

	if (a->depth >= ASN1_DEPTH) {
		cursor_take(c, c->left.wire);
		return;
	}
	a->depth++;
	if (type->form == A_CHOICE) {
		put_choice(a, c, row, type);
	} else if (type->form == A_ANY) {
		if (type->hook)
			type->hook(a, c);
		else if (asn1_head(c, &h))
			cursor_take(c, h.octets);
	} else if (asn1_head(c, &h)) {
		cursor_take(c, h.octets);
		read_content(a, &h, row, type);
	}
	note_trouble(a, c);
	a->depth--;
}

bool asn1_part(struct asn1 *a, struct cursor *c, const struct der_part *part)
{
	struct asn1_head h;
	struct cursor inner;

	if (!asn1_is(*c, part))
		return false;
	if (!part->outer && (part->type->form == A_CHOICE || part->type->form == A_ANY)) {
		asn1_read(a, c, part->row, part->type);
		return !c->bad;
	}
	if (!asn1_head(c, &h))
		return false;
	cursor_take(c, h.octets);
	note_trouble(a, c);
	inner = h.content;
	if (part->outer) {
		asn1_read(a, &inner, part->row, part->type);
	} else if (a->depth < ASN1_DEPTH) {
		a->depth++;
		read_content(a, &h, part->row, part->type);
		a->depth--;
	}
	return true;
}

const struct der_oid *asn1_find(const struct der_oid *list, unsigned n, struct span oid)
{
	for (unsigned i = 0; i < n; i++)
		if (oid.cap == list[i].len && !memcmp(oid.p, list[i].octets, oid.cap))
			return &list[i];
	return NULL;
}
