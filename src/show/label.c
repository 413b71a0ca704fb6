/* SPDX-License-Identifier: BSD-2-Clause */
/* The detail tree's line for a node: its label, the drawing of its bits, its value in words. */
#include "core/session.h"
#include "show/lines.h"
#include "show/value.h"

/* Octets that a line shows before it says "…". */
#define MOST_OCTETS 36
/* Characters of an OUI and its vendor's name. */
#define MOST_OF_OUI 31
#define ELLIPSIS "\xe2\x80\xa6"

/* Whether the node covers all of the number that its bits are drawn in. */
static bool covers_box(const struct node *n)
{
	const struct field *f = n->field;

	return f->box && f->box % 8 == 0 && !(f->traits & LE) && n->len == f->box / 8u;
}

/* "..01 .... = ": which bits of the number the field is. */
static void put_drawing(struct text *t, const struct record *r, const struct node *n)
{
	const struct field *f = n->field;
	unsigned box = f->box ? f->box : f->kind == BOOL ? 8 * n->len : 8 * kind_size(f->kind);
	unsigned end = f->at + f->bits;
	unsigned lead = f->box ? f->lead : box - f->bits - (8 - end % 8) % 8;
	uint64_t value = f->traits & FACTOR ? n->u / f->factor : n->u;
	char *to = text_room(t, (size_t)box + box / 4), *start = to;

	if (f->kind == BOOL && f->bits > 1)
		value = span_bits(span_skip(r->sources[n->source].bytes, n->at),
				  covers_box(n) ? f->lead : f->at % 8, f->bits, f->traits & LE);
	for (unsigned i = 0; i < box; i++) {
		bool inside = i >= lead && i < lead + f->bits;
		unsigned bit = lead + f->bits - 1 - i;

		if (i && i % 4 == 0)
			*to++ = ' ';
		if (inside && bit < 8)
			inside = !(f->hole >> bit & 1);
		*to++ = !inside ? '.' : (bit < 64 && value >> bit & 1) ? '1' : '0';
	}
	t->len += (size_t)(to - start);
	text_put(t, " = ");
}

/* Whether the field is a part of a number, so that its line begins with a drawing. */
static bool is_part(const struct field *f)
{
	if (!f->bits || (f->traits & (STATE | SPREAD)) || f->kind == BYTES)
		return false;
	return f->box || f->bits % 8 || f->at % 8;
}

static void put_bool(struct text *t, const struct node *n)
{
	const char *word = word_for(n->field->words, n->u);

	text_put(t, word ? word : n->u ? "True" : "False");
}

/* Hexadecimal digits that the number's own bits need, as against its kind's. */
static unsigned hex_digits(const struct field *f)
{
	if (is_part(f))
		return (f->bits + 3) / 4;
	return 2 * kind_size(f->kind);
}

/* The bare number in the row's base (or bases). */
static void put_number(struct text *t, const struct node *n)
{
	const struct field *f = n->field;
	bool hex_first = f->base == HEX || f->base == HEX_DEC;

	if (kind_is_signed(f->kind)) {
		text_i64(t, (int64_t)n->u);
	} else if (f->base == OCT) {
		text_char(t, '0');
		if (n->u)
			text_oct(t, n->u);
	} else if (hex_first) {
		text_put(t, "0x");
		text_hex(t, n->u, hex_digits(f));
	} else {
		text_u64(t, n->u);
	}
	if (f->base == HEX_DEC) {
		text_put(t, " (");
		text_u64(t, n->u);
		text_char(t, ')');
	} else if (f->base == DEC_HEX) {
		text_put(t, " (0x");
		text_hex(t, n->u, hex_digits(f));
		text_char(t, ')');
	}
}

/* "domain (53)" where names are wanted and there is one. */
static void put_port_name(struct text *t, const struct record *r, const struct node *n)
{
	const struct proto *p = session_row_proto(r->session, n->id);
	const char *transport = p->prefix ? p->prefix : p->fields[0].name;
	const char *name = session_service(r->session, (unsigned)n->u, transport);

	if (name)
		text_format(t, "%s (", name);
	put_number(t, n);
	if (name)
		text_char(t, ')');
}

static void put_worded_number(struct text *t, const struct record *r, const struct node *n)
{
	const struct field *f = n->field;
	const char *word;

	if (f->base == PORT) {
		put_port_name(t, r, n);
		return;
	}
	if (!f->words) {
		put_number(t, n);
		if (f->unit)
			text_put(t, f->unit);
		return;
	}
	word = word_for(f->words, n->u);
	text_put(t, word ? word : "Unknown");
	if (f->base == PLAIN)
		return;
	text_put(t, " (");
	put_number(t, n);
	text_char(t, ')');
}

/* "00:00:0c (Cisco Systems, Inc)", as much of it as Wireshark shows. */
static void put_oui(struct text *t, const struct record *r, const struct node *n)
{
	uint8_t p[3] = {(uint8_t)(n->u >> 16), (uint8_t)(n->u >> 8), (uint8_t)n->u};
	const char *vendor = session_vendor(r->session, n->u);
	size_t start = t->len;

	text_hex_bytes(t, p, 3, ':');
	if (!vendor)
		return;
	text_put(t, " (");
	text_put(t, vendor);
	text_char(t, ')');
	if (t->len - start > MOST_OF_OUI)
		t->len = start + MOST_OF_OUI;
}

static void put_shortened_octets(struct text *t, const struct node *n)
{
	static const char separators[] = {[DASHES] = '-', [DOTS] = '.'};
	uint8_t base = n->field->base;

	if (!n->size) {
		text_put(t, "<MISSING>");
		return;
	}
	text_hex_bytes(t, n->p, n->size < MOST_OCTETS ? n->size : MOST_OCTETS,
		       base == DASHES || base == DOTS ? separators[base] : '\0');
	if (n->size > MOST_OCTETS)
		text_put(t, ELLIPSIS);
}

void put_standard_value(struct text *t, const struct record *r, const struct node *n)
{
	switch ((enum kind)n->field->kind) {
	case BOOL:
		put_bool(t, n);
		break;
	case U8:
	case U16:
	case U24:
	case U32:
	case U40:
	case U48:
	case U56:
	case U64:
	case I8:
	case I16:
	case I24:
	case I32:
	case I64:
		if (n->field->base == OUI)
			put_oui(t, r, n);
		else
			put_worded_number(t, r, n);
		break;
	case BYTES:
		put_shortened_octets(t, n);
		break;
	case EUI64:
		text_hex_bytes(t, n->p, n->size, ':');
		text_put(t, " (");
		text_hex_bytes(t, n->p, n->size, ':');
		text_char(t, ')');
		break;
	case RELTIME:
		text_seconds(t, (int64_t)n->u, 9);
		text_put(t, " seconds");
		break;
	default:
		put_node_value(t, r, n, VALUE_FIELDS, GATE_LATER);
		if (n->field->unit)
			text_put(t, n->field->unit);
		break;
	}
}

/*
 * The line as the row gives it; it has yet to pass the gate.  Gives where the text stands
 * behind the name; 0: the line doesn't begin with one.
 */
static size_t put_standard_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct field *f = n->field;
	size_t named = 0;

	if (is_part(f))
		put_drawing(t, r, n);
	if (f->line) {
		put_line(t, r, n);
		return 0;
	}
	if (f->kind == HEADING)
		text_bytes(t, n->p, n->size);
	else if (n->text_use == TEXT_LABEL)
		text_put(t, n->text);
	else
		text_put(t, f->label);
	if (f->kind != HEADING && f->kind != NONE && f->kind != PROTO) {
		named = t->len;
		text_put(t, ": ");
	}
	if (n->text_use == TEXT_VALUE)
		text_put(t, n->text);
	else if (f->form)
		f->form(t, r, n);
	else if (f->kind != HEADING && f->kind != NONE && f->kind != PROTO)
		put_standard_value(t, r, n);
	return named;
}

/* Lines have fewer octets than that; of those that say that they had more so many are left. */
enum { LINE_LIMIT = 240, MARKED_LIMIT = 238 };

static void cut_to(struct text *t, size_t len)
{
	t->len = len;
	while (((unsigned char)t->p[t->len] & 0xc0) == 0x80) /* a character's middle */
		t->len--;
}

/*
 * A line that is too long ends where it has to, and says so behind its name, as Wireshark's;
 * unless it was put together piece by piece.
 */
static void cut_line(struct text *t, size_t start, size_t named, bool pieces)
{
	static const char mark[] = " [truncated]";
	size_t at = named ? named : start, n = sizeof mark - 1;

	if (t->len - start < LINE_LIMIT)
		return;
	if (pieces || at - start >= LINE_LIMIT - n) {
		cut_to(t, start + LINE_LIMIT - 1);
		return;
	}
	memmove(t->p + at + n, t->p + at, start + LINE_LIMIT - at - n);
	memcpy(t->p + at, mark, n);
	cut_to(t, start + MARKED_LIMIT);
}

void put_label(struct text *t, const struct record *r, const struct node *n, enum gate how)
{
	size_t start = t->len, named = 0;

	if (n->text_use == TEXT_WHOLE) {
		text_put(t, n->text);
		cut_line(t, start, named, false);
	} else {
		named = put_standard_line(t, r, n);
	}
	if (n->text_use == TEXT_TAIL)
		text_put(t, n->text);
	if (how == GATE_LATER)
		return;
	gate_again(t, start, GATE_TEXT);
	if (n->text_use != TEXT_WHOLE)
		cut_line(t, start, named, n->text_use == TEXT_TAIL || n->field->form);
	if (how != GATE_TEXT)
		gate_again(t, start, how);
}
