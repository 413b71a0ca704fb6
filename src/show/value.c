/* SPDX-License-Identifier: BSD-2-Clause */
/* A node's value as a string: what filters compare with and scripts read. */
#include "show/value.h"
#include "core/session.h"
#include <float.h>
#include <math.h>

static void put_octets(struct text *t, const struct node *n, char standard)
{
	static const char separators[] = {[DASHES] = '-', [DOTS] = '.'};
	uint8_t base = n->field->base;
	char sep = base == DASHES || base == DOTS ? separators[base] : standard;

	text_hex_bytes(t, n->p, n->size, sep);
}

/* Hexadecimal digits: tshark keeps everything wider than 32 bits in 64. */
static unsigned hex_digits(const struct field *f)
{
	unsigned size = kind_size(f->kind);

	return size > 4 ? 16 : 2 * size;
}

static void put_unsigned(struct text *t, const struct node *n)
{
	switch (n->field->base) {
	case HEX:
	case HEX_DEC:
		text_put(t, "0x");
		text_hex(t, n->u, hex_digits(n->field));
		break;
	default:
		text_u64(t, n->u);
		break;
	}
}

static void put_float(struct text *t, const struct node *n)
{
	double v;
	float f;
	uint32_t bits = (uint32_t)n->u;

	if (n->field->kind == FLOAT) {
		memcpy(&f, &bits, sizeof f);
		text_format(t, "%.*g", FLT_DIG, (double)f);
	} else {
		memcpy(&v, &n->u, sizeof v);
		text_format(t, "%.*g", DBL_DIG, v);
	}
}

static void put_time(struct text *t, const struct node *n, enum value_form form)
{
	const struct field *f = n->field;

	if (f->base == NTP_UTC && n->u == 0)
		text_put(t, "NULL");
	else if (form == VALUE_EK)
		text_time(t, (int64_t)n->u, TIME_ISO_Z, 9, false);
	else if (f->base == DOY_UTC)
		text_time(t, (int64_t)n->u, TIME_DOY, 9, false);
	else
		text_time(t, (int64_t)n->u, TIME_WORDS, 9, f->base == LOCAL);
}

/* What is written from the octets at n->p. */
/* Octets that are no ASCII are replaced one by one. */
static void put_ascii(struct text *t, const struct node *n, enum gate how)
{
	const uint8_t *end = n->size ? n->p + n->size : n->p;

	for (const uint8_t *p = n->p; p < end; p++) {
		if (*p < 0x80)
			gate(t, p, 1, how);
		else
			text_put(t, "\xef\xbf\xbd");
	}
}

/* As a line of the tree has it, whatever the syntax around it could hold. */
static void put_prose(struct text *t, const struct node *n, enum gate how)
{
	size_t start = t->len;

	gate(t, n->p, n->size, GATE_TEXT);
	if (how != GATE_TEXT)
		gate_again(t, start, how);
}

static void put_of_octets(struct text *t, const struct node *n, enum value_form form, enum gate how)
{
	switch (n->field->kind) {
	case BYTES:
		put_octets(t, n, form == VALUE_FIELDS ? '\0' : ':');
		break;
	case STRING:
		if (n->field->base == NAME_OF)
			text_address(t, n->p, n->size);
		else if (n->field->base == PROSE)
			put_prose(t, n, how);
		else if (n->field->base == ASCII)
			put_ascii(t, n, how);
		else
			gate(t, n->p, n->size, how);
		break;
	case IPV6:
		text_ip6(t, n->p);
		break;
	case GUID:
		text_guid(t, n->p);
		break;
	case OID:
		text_oid(t, n->p, n->size);
		break;
	default: /* ETHER, EUI64 */
		text_hex_bytes(t, n->p, n->size, ':');
		break;
	}
}

static void put_char(struct text *t, const struct node *n, enum gate how)
{
	char c = (char)n->u;

	text_char(t, '\'');
	gate(t, &c, 1, how);
	text_char(t, '\'');
}

/* What is written from the number n->u. */
static void put_of_number(struct text *t, const struct node *n, enum value_form form, enum gate how)
{
	switch (n->field->kind) {
	case BOOL:
		text_put(t, form == VALUE_EK ? (n->u ? "true" : "false") : (n->u ? "1" : "0"));
		break;
	case CHAR:
		put_char(t, n, how);
		break;
	case FLOAT:
	case DOUBLE:
		put_float(t, n);
		break;
	case IPV4:
		text_ip4(t, (uint32_t)n->u);
		break;
	case ABSTIME:
		put_time(t, n, form);
		break;
	case RELTIME:
		text_seconds(t, (int64_t)n->u, 9);
		break;
	default:
		if (kind_is_signed(n->field->kind))
			text_i64(t, (int64_t)n->u);
		else
			put_unsigned(t, n);
		break;
	}
}

void put_node_value(struct text *t, const struct record *r, const struct node *n,
		    enum value_form form, enum gate how)
{
	switch (n->field->kind) {
	case NONE:
		if (form == VALUE_FIELDS)
			text_char(t, '1'); /* it is there */
		break;
	case PROTO:
	case HEADING:
		put_label(t, r, n, how);
		break;
	case BYTES:
	case STRING:
	case ETHER:
	case EUI64:
	case IPV6:
	case GUID:
	case OID:
		put_of_octets(t, n, form, how);
		break;
	default:
		put_of_number(t, n, form, how);
		break;
	}
}
