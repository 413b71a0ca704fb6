/* SPDX-License-Identifier: BSD-2-Clause */
/* SNMP: a name and its value. */
/* RFC 3416, 3; RFC 2578, 7.1. */
#include "core/ascii.h"
#include "shared/asn1.h"

enum {
	PART,
	BINDING,
	NAME,
	V_INT,
	V_U32,
	V_OCTETS,
	V_OID,
	V_NULL,
	V_IPV4,
	V_ADDRESS,
	V_COUNTER,
	V_GAUGE,
	V_TICKS,
	V_NSAP,
	V_OPAQUE,
	V_NO_OBJECT,
	V_NO_INSTANCE,
	V_END,
	V_UNKNOWN,
	REMARK_LINE,
	NAME_NO_OID,
	NOT_PRIMITIVE,
	NO_ERROR_TAG,
	NO_MIB,
	WRONG_LENGTH,
	INT_EMPTY,
	INT_LARGE,
	UINT_LARGE,
	NO_VALUE,
};

enum {
	CONSTRUCTED = 0x20,
	T_INT = 0x02,
	T_OCTETS = 0x04,
	T_NULL = 0x05,
	T_OID = 0x06,
	T_IP = 0x40,
	T_COUNTER,
	T_GAUGE,
	T_TICKS,
	T_OPAQUE,
	T_NSAP,
	T_COUNTER64,
	T_U32,
	T_ERROR = 0x80,
	MOST_SHOWN = 36, /* octets in a line */
};

#define VALUE_ROW(row, name, label, kind, base) \
	[row] = {"snmp." name, label, kind, base, .help = "The value", .ref = "RFC 3416, 3"}
static const struct field fields[] = {
	[PART] = {"snmp.binding", "SNMP Binding", PROTO, .help = "A name and its value"},
	[BINDING] = {"text", "VarBind", HEADING},
	[NAME] = {"snmp.name", "Object Name", OID, .help = "Which value", .ref = "RFC 3416, 3"},
	VALUE_ROW(V_INT, "value.int", "Value (Integer32)", I64, DEC),
	VALUE_ROW(V_U32, "value.u32", "Value (Unsigned32)", I64, DEC),
	VALUE_ROW(V_OCTETS, "value.octets", "Value (OctetString)", BYTES, 0),
	VALUE_ROW(V_OID, "value.oid", "Value (OID)", OID, 0),
	VALUE_ROW(V_NULL, "value.null", "Value (Null)", NONE, 0),
	VALUE_ROW(V_IPV4, "value.ipv4", "Value (IpAddress)", IPV4, 0),
	VALUE_ROW(V_ADDRESS, "value.addr", "Value (IpAddress)", BYTES, 0),
	VALUE_ROW(V_COUNTER, "value.counter", "Value (Counter32)", U64, DEC),
	VALUE_ROW(V_GAUGE, "value.g32", "Value (Gauge32)", I64, DEC),
	VALUE_ROW(V_TICKS, "value.timeticks", "Value (Timeticks)", U64, DEC),
	VALUE_ROW(V_NSAP, "value.nsap", "Value (NSAP)", U64, DEC),
	VALUE_ROW(V_OPAQUE, "value.opaque", "Value (Opaque)", BYTES, 0),
	VALUE_ROW(V_NO_OBJECT, "noSuchObject", "noSuchObject", NONE, 0),
	VALUE_ROW(V_NO_INSTANCE, "noSuchInstance", "noSuchInstance", NONE, 0),
	VALUE_ROW(V_END, "endOfMibView", "endOfMibView", NONE, 0),
	VALUE_ROW(V_UNKNOWN, "value.unk", "Value (Unknown)", BYTES, 0),
	[REMARK_LINE] = {"text", "Remark", HEADING},
	[NAME_NO_OID] =
		EXPERT("snmp.objectname_not_oid", "ObjectName not an OID", WARNING, G_MALFORMED),
	[NOT_PRIMITIVE] = EXPERT("snmp.value_not_primitive_encoding",
				 "value not in primitive encoding", WARNING, G_MALFORMED),
	[NO_ERROR_TAG] = EXPERT("snmp.varbind.wrong_tag", "Wrong tag for SNMP VarBind error value",
				WARNING, G_MALFORMED),
	[NO_MIB] = EXPERT("snmp.missing_mib", "Unresolved value, Missing MIB", REMARK, G_UNDECODED),
	[WRONG_LENGTH] = EXPERT("snmp.varbind.wrong_length_value",
				"Wrong length for SNMP VarBind/value", WARNING, G_MALFORMED),
	[INT_EMPTY] = EXPERT("snmp.integral_value0", "Integral value is zero-length", REMARK,
			     G_UNDECODED),
	[INT_LARGE] = EXPERT("snmp.int_too_large", "Integral value too large or too small", REMARK,
			     G_UNDECODED),
	[UINT_LARGE] =
		EXPERT("snmp.uint_too_large", "Integral value too large", REMARK, G_UNDECODED),
	[NO_VALUE] = EXPERT("snmp.varbind.response", "Response", REMARK, G_RESPONSE),
};

/* A tag and the row that shows what bears it. */
struct value_kind {
	uint8_t tag, row;
	uint32_t least, most; /* octets; 0, 0: any number */
};
static const struct value_kind kinds[] = {
	{T_INT, V_INT, 1, 4},           {T_OCTETS, V_OCTETS, 0, 0},
	{T_NULL, V_NULL, 0, 0},         {T_OID, V_OID, 1, 0xffffff},
	{T_IP, V_IPV4, 0, 0},           {T_COUNTER, V_COUNTER, 0, 0},
	{T_GAUGE, V_GAUGE, 0, 0},       {T_TICKS, V_TICKS, 0, 0},
	{T_OPAQUE, V_OPAQUE, 0, 0},     {T_NSAP, V_NSAP, 0, 0},
	{T_COUNTER64, V_COUNTER, 0, 0}, {T_U32, V_U32, 0, 0},
	{T_ERROR, V_NO_OBJECT, 0, 0},   {T_ERROR + 1, V_NO_INSTANCE, 0, 0},
	{T_ERROR + 2, V_END, 0, 0},
};
static const struct value_kind unknown = {0, V_UNKNOWN, 0, 0};

static const struct value_kind *kind_of(unsigned tag)
{
	for (unsigned i = 0; i < COUNT(kinds); i++)
		if (kinds[i].tag == tag)
			return &kinds[i];
	return &unknown;
}

static bool is_signed(unsigned row)
{
	return row == V_INT || row == V_GAUGE || row == V_U32;
}

static bool is_number(unsigned row)
{
	return is_signed(row) || row == V_COUNTER || row == V_TICKS || row == V_NSAP;
}

/* The note for a number's octets that make none; 0: they do. */
static unsigned bad_number(unsigned row, struct span s)
{
	if (!s.wire)
		return INT_EMPTY;
	if (is_signed(row))
		return s.wire > 8 ? INT_LARGE : 0;
	return s.wire > 9 || (s.wire == 9 && span_octet(s, 0)) ? UINT_LARGE : 0;
}

static uint64_t number(unsigned row, struct span s)
{
	struct cursor c = {.left = s.wire == 9 ? span_skip(s, 1) : s};

	return is_signed(row) ? asn1_integer(s) : cursor_be(&c, c.left.cap);
}

/* "1.3.6.1 (iso.3.6.1)" */
static void text_oid_named(struct text *t, struct span s)
{
	text_oid(t, s.p, s.cap);
	text_put(t, " (");
	asn1_text_oid(t, s);
	text_char(t, ')');
}

static bool is_printable(struct span s)
{
	for (uint32_t i = 0; i < s.cap; i++)
		if (span_octet(s, i) < ' ' || span_octet(s, i) > '~')
			return false;
	return s.cap;
}

/* The tree's line of both: what stands behind the name. */
static void text_value(struct text *t, const struct value_kind *k, struct span s)
{
	if (is_number(k->row)) {
		if (bad_number(k->row, s))
			return;
		if (is_signed(k->row))
			text_i64(t, (int64_t)number(k->row, s));
		else
			text_u64(t, number(k->row, s));
	} else if (k->row == V_NULL || k->tag >= T_ERROR) {
		text_put(t, fields[k->row].label);
	} else if (k->row == V_OID) {
		text_oid_named(t, s);
	} else if (!s.cap) {
		text_put(t, "<MISSING>");
	} else if (k->row == V_OCTETS && is_printable(s)) {
		text_format(t, "\"%.*s\"", (int)s.cap, (const char *)s.p);
	} else if (k->row == V_IPV4 && s.cap == 4) {
		text_address(t, s.p, s.cap);
	} else {
		text_hex_bytes(t, s.p, s.cap < MOST_SHOWN ? s.cap : MOST_SHOWN, '\0');
		if (s.cap > MOST_SHOWN)
			text_put(t, "…");
	}
}

/* --- what doesn't fit --- */

/* A line that says so, and the element by its own tags beneath. */
static void put_refused(struct walk *w, const struct layer *l, unsigned note, struct cursor element,
			const char *words)
{
	uint32_t group = open_group(w, &element, REMARK_LINE, element.left.wire);

	label_whole(w, "%s", words);
	expert(w, note, NULL);
	walk_part(w, also_by(l, 0, 0), element);
	shut_group(w, group, NULL);
}

static const char *words_of_number(struct walk *w, const char *format, unsigned a, unsigned b,
				   unsigned c)
{
	struct text t = {0};
	const char *words;

	text_format(&t, format, a, b, c);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

static void put_wrong_length(struct walk *w, const struct layer *l, const struct value_kind *k,
			     struct cursor element, uint32_t len)
{
	w->depth++;
	expert(w, NO_MIB, NULL);
	put_refused(w, l, WRONG_LENGTH, element,
		    words_of_number(w, "Wrong value length: %u  expecting: %u <= len <= %u", len,
				    k->least, k->most));
	w->depth--;
}

/* --- values --- */

static void put_number(struct walk *w, const struct value_kind *k, struct cursor c)
{
	unsigned note = bad_number(k->row, c.left);

	if (!note) {
		put_value(w, k->row, c.at, c.left.wire, number(k->row, c.left));
		if (k->tag == T_COUNTER64)
			label_name(w, "Value (Counter64)");
		return;
	}
	put_value(w, REMARK_LINE, c.at, c.left.wire, 0);
	label_whole(w, "%s", fields[note].label);
	expert(w, note, NULL);
}

static void put_plain(struct walk *w, const struct value_kind *k, struct cursor c)
{
	struct span s = c.left;
	unsigned row = k->row == V_IPV4 && s.wire != 4 ? V_ADDRESS : k->row;

	put(w, &c, row, s.wire);
	if (row == V_OCTETS && is_printable(s))
		label_value(w, "\"%.*s\"", (int)s.cap, (const char *)s.p);
	else if (row == V_OID)
		asn1_label_oid(w, s);
	if (k->tag >= T_ERROR)
		expert(w, NO_VALUE, "%s", fields[k->row].label);
}

/* Objects whose values are read further: sysDescr.0 (RFC 3418, 2). */
static bool is_described(struct span name)
{
	static const uint8_t description[] = {0x2b, 6, 1, 2, 1, 1, 1, 0};

	return name.cap == sizeof description && !memcmp(name.p, description, name.cap);
}

/* The same value as text, beneath. */
static void walk_description(struct walk *w, const struct layer *l, struct cursor c)
{
	w->depth++;
	walk_part(w, also_by(l, 1, 0), c);
	w->depth--;
}

static void put_content(struct walk *w, const struct layer *l, const struct asn1_head *h,
			struct cursor element, struct span name)
{
	const struct value_kind *k = kind_of(h->tag);
	struct cursor c = h->content;
	uint32_t len = c.left.wire;

	if (is_number(k->row))
		put_number(w, k, c);
	else
		put_plain(w, k, c);
	if (is_number(k->row) && bad_number(k->row, c.left))
		return;
	if (k->most ? len < k->least || len > k->most : k->row == V_NULL && len)
		put_wrong_length(w, l, k, element, len);
	if (is_described(name) && len && k->row != V_NULL && k->row != V_OID)
		walk_description(w, l, c);
}

/* Whether the value's head is as it must be; otherwise it is shown by its own tags. */
static bool fits(struct walk *w, const struct layer *l, const struct asn1_head *h,
		 struct cursor element)
{
	if (h->tag & CONSTRUCTED)
		put_refused(w, l, NOT_PRIMITIVE, element,
			    "the value must be in primitive encoding");
	else if (h->tag > T_ERROR + 2 && h->tag >> 6 == T_ERROR >> 6)
		put_refused(w, l, NO_ERROR_TAG, element,
			    words_of_number(
				    w,
				    "Wrong tag for Error Value: expected %u, 1, or %u but got: %u",
				    0, 2, h->tag & 0x1f));
	else
		return true;
	return false;
}

static void label_binding(struct walk *w, uint32_t group, struct span name,
			  const struct asn1_head *h)
{
	struct text t = {0};

	if (!w->labels)
		return;
	if (name.cap)
		text_oid(&t, name.p, name.cap);
	else
		text_put(&t, "itu-t (0)");
	text_put(&t, ": ");
	text_value(&t, kind_of(h->tag), h->content.left);
	w->last = group;
	label_whole(w, "%s", text_string(&t));
	text_close(&t);
}

/* Name and value, in their group; false: the name is no identifier. */
static bool put_name_and_value(struct walk *w, const struct layer *l, uint32_t group,
			       struct cursor *c)
{
	struct asn1_head name, value;
	struct cursor element;

	if (!asn1_head(c, &name))
		return true;
	if (name.tag != T_OID)
		return false;
	cursor_take(c, name.octets);
	put(w, &(struct cursor){name.content.left, name.content.at, name.content.source, 0}, NAME,
	    name.content.left.wire);
	asn1_label_oid(w, name.content.left);
	element = *c;
	if (c->bad || !asn1_head(c, &value))
		return true;
	cursor_take(c, value.octets);
	if (c->bad || !fits(w, l, &value, element))
		return true;
	put_content(w, l, &value, element, name.content.left);
	label_binding(w, group, name.content.left, &value);
	return true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor all = *c;
	struct asn1_head h;
	uint32_t group;

	if (!asn1_head(c, &h))
		return;
	cursor_take(c, h.octets);
	if (c->bad)
		return;
	group = open_group(w, &all, BINDING, h.octets);
	if (put_name_and_value(w, l, group, &h.content)) {
		shut_group(w, group, NULL);
		c->bad = h.content.bad;
		return;
	}
	shut_group(w, group, NULL);
	put_refused(w, l, NAME_NO_OID, cursor_first(all, h.octets),
		    "ObjectName must be an OID in primitive encoding");
}

static const struct hang hangs[] = {{"snmp.binding", 0}, {0}};

const struct proto proto_snmp_binding = {
	.brief = "SNMP",
	.spec = "RFC 3416",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.no_column = true,
	.prefix = "snmp",
	.next = {.also = {"ber.unknown", "snmp.variable"}},
	.hangs = hangs,
	.rest = rest,
};
