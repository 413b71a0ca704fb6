/* SPDX-License-Identifier: BSD-2-Clause */
/* -T json and -T jsonraw: one document of nested objects, as tshark writes it. */
#include "core/arena.h"
#include "core/session.h"
#include "show/columns.h"
#include "show/keys.h"
#include "show/printer.h"
#include "show/value.h"
#include <stdlib.h>

/* Nesting of the "layers" object: its members are indented by four levels of two blanks. */
#define LAYERS_INDENT 8

struct json {
	struct keys keys;
	struct wishes *wishes; /* with -e; NULL: everything */
	bool raw;              /* the bytes, */
	bool values;           /* and (or) the values */
};

static void newline(struct text *t, unsigned indent)
{
	text_char(t, '\n');
	text_fill(t, ' ', indent);
}

/* The number that tshark gives a field's type in "_raw" lists: its place in enum ftenum of 4.0. */
static unsigned type_number(const struct field *f)
{
	static const uint8_t numbers[N_KINDS] = {
		[PROTO] = 1,     [BOOL] = 2,   [CHAR] = 3,    [U8] = 4,       [U16] = 5,
		[U24] = 6,       [U32] = 7,    [U40] = 8,     [U48] = 9,      [U56] = 10,
		[U64] = 11,      [I8] = 12,    [I16] = 13,    [I24] = 14,     [I32] = 15,
		[I64] = 19,      [FLOAT] = 22, [DOUBLE] = 23, [ABSTIME] = 24, [RELTIME] = 25,
		[STRING] = 26,   [ETHER] = 29, [BYTES] = 30,  [IPV4] = 32,    [IPV6] = 33,
		[FRAMENUM] = 35, [GUID] = 37,  [OID] = 38,    [EUI64] = 39,
	};

	return f->traits & ZSTRING ? 27 : numbers[f->kind];
}

/* The field's bits in its octets, as a number; 0 when it is no part of a number. */
static uint64_t mask_of(const struct field *f)
{
	if (!f->bits || f->bits > 64 || (f->bits % 8 == 0 && f->at % 8 == 0))
		return 0;
	return (f->bits < 64 ? (UINT64_C(1) << f->bits) - 1 : UINT64_MAX)
	       << (8 - (f->at + f->bits) % 8) % 8;
}

static void put_node_key(struct text *t, const struct json *j, const struct record *r,
			 const struct node *n, const char *suffix)
{
	if (n->field->kind == HEADING) {
		text_char(t, '"');
		put_label(t, r, n, GATE_JSON);
		text_put(t, "\":");
	} else {
		put_key(t, &j->keys, n->id);
	}
	t->len -= 2;
	text_put(t, suffix);
	text_put(t, "\": ");
}

/* "name_raw": [octets, position, length, mask, type]. */
static void put_raw(struct text *t, const struct json *j, const struct record *r,
		    const struct node *n, unsigned indent)
{
	struct span s = span_first(span_skip(r->sources[n->source].bytes, n->at), n->len);
	uint64_t numbers[] = {n->len ? n->at : 0, n->len, mask_of(n->field), type_number(n->field)};

	put_node_key(t, j, r, n, "_raw");
	text_char(t, '[');
	newline(t, indent + 2);
	text_char(t, '"');
	text_hex_bytes(t, s.p, s.cap, '\0');
	text_char(t, '"');
	for (size_t i = 0; i < COUNT(numbers); i++) {
		text_char(t, ',');
		newline(t, indent + 2);
		text_u64(t, numbers[i]);
	}
	newline(t, indent);
	text_char(t, ']');
}

static bool has_children(const struct record *r, const struct node *n)
{
	return n + 1 < r->nodes + r->n_nodes && n[1].depth > n->depth;
}

static void put_siblings(struct text *t, const struct json *j, const struct record *r,
			 const struct node *first, unsigned indent);

static void put_object(struct text *t, const struct json *j, const struct record *r,
		       const struct node *parent, unsigned indent)
{
	text_char(t, '{');
	newline(t, indent + 2);
	put_siblings(t, j, r, parent + 1, indent + 2);
	newline(t, indent);
	text_char(t, '}');
}

static void put_plain_value(struct text *t, const struct record *r, const struct node *n)
{
	text_char(t, '"');
	if (n->field->kind == PROTO)
		put_label(t, r, n, GATE_JSON);
	else if (n->field->kind != HEADING && n->field->kind != NONE)
		put_node_value(t, r, n, VALUE_JSON, GATE_JSON);
	text_char(t, '"');
}

/* A node with its children: under its own name when it has no value, else under name_tree. */
static void put_node(struct text *t, const struct json *j, const struct record *r,
		     const struct node *n, unsigned indent)
{
	uint8_t kind = n->field->kind;
	bool children = has_children(r, n);
	bool valued = (kind != PROTO && kind != HEADING && kind != NONE) || !children;
	bool raw = j->raw && kind != HEADING;

	if (raw) {
		put_raw(t, j, r, n, indent);
		if ((j->values && valued) || children) {
			text_char(t, ',');
			newline(t, indent);
		}
	}
	if (j->values && valued) {
		put_node_key(t, j, r, n, "");
		put_plain_value(t, r, n);
		if (children) {
			text_char(t, ',');
			newline(t, indent);
		}
	}
	if (!children)
		return;
	put_node_key(t, j, r, n, valued ? "_tree" : "");
	put_object(t, j, r, n, indent);
}

static void put_siblings(struct text *t, const struct json *j, const struct record *r,
			 const struct node *first, unsigned indent)
{
	const struct node *end = r->nodes + r->n_nodes;
	uint8_t depth = first->depth;
	bool any = false;

	for (const struct node *n = first; n < end && n->depth == depth; n = node_next(r, n)) {
		if (!j->values && n->field->kind == HEADING && !has_children(r, n))
			continue;
		if (any) {
			text_char(t, ',');
			newline(t, indent);
		}
		any = true;
		put_node(t, j, r, n, indent);
	}
}

/* With -e: each field's values as a list. */
static void put_wishes(struct text *t, const struct json *j, const struct record *r)
{
	bool any = false;

	wishes_collect(j->wishes, r);
	for (unsigned i = 0; i < j->wishes->n; i++) {
		unsigned n = wish_count(j->wishes, i);

		if (!n)
			continue;
		if (any)
			text_char(t, ',');
		if (any)
			newline(t, LAYERS_INDENT);
		any = true;
		text_char(t, '"');
		gate_string(t, j->wishes->list[i].name, GATE_JSON);
		text_put(t, "\": [");
		for (unsigned k = 0; k < n; k++) {
			if (k)
				text_char(t, ',');
			newline(t, LAYERS_INDENT + 2);
			text_char(t, '"');
			wish_value(t, r, j->wishes, i, k, VALUE_JSON, GATE_JSON);
			text_char(t, '"');
		}
		newline(t, LAYERS_INDENT);
		text_char(t, ']');
	}
}

static void json_frame(struct printer *p, const struct record *r)
{
	const struct json *j = p->own;
	struct text *t = &p->out->text;

	text_put(t, p->frames ? ",\n  {\n" : "\n  {\n");
	text_put(t, "    \"_index\": \"packets-");
	text_time(t, r->frame->time, TIME_DATE, 0, false);
	t->len -= strlen(" 00:00:00");
	text_put(t, "\",\n    \"_type\": \"doc\",\n    \"_score\": null,\n    \"_source\": {\n"
		    "      \"layers\": {");
	newline(t, LAYERS_INDENT);
	if (j->wishes)
		put_wishes(t, j, r);
	else if (r->n_nodes)
		put_siblings(t, j, r, r->nodes, LAYERS_INDENT);
	text_put(t, "\n      }\n    }\n  }");
}

static void json_begin(struct printer *p)
{
	text_char(&p->out->text, '[');
}

static void json_end(struct printer *p)
{
	text_put(&p->out->text, p->frames ? "\n]\n" : "]\n");
}

static void open_with(struct printer *p, struct session *s, bool raw, bool values)
{
	struct json *j = need_zero(1, sizeof *j);

	p->own = j;
	j->raw = raw;
	j->values = values;
	keys_plain(&j->keys, s);
	if (p->options->n_fields)
		j->wishes = wishes_open(s, p->options);
	else
		session_want_all(s);
	session_want_labels(s);
}

static void json_open(struct printer *p, struct session *s)
{
	open_with(p, s, p->options->hex, true);
}

static void jsonraw_open(struct printer *p, struct session *s)
{
	open_with(p, s, true, false);
}

static void json_close(struct printer *p)
{
	struct json *j = p->own;

	keys_close(&j->keys);
	if (j->wishes)
		wishes_close(j->wishes);
	free(j);
}

const struct printer json_printer = {.open = json_open,
				     .begin = json_begin,
				     .frame = json_frame,
				     .end = json_end,
				     .close = json_close};
const struct printer jsonraw_printer = {.open = jsonraw_open,
					.begin = json_begin,
					.frame = json_frame,
					.end = json_end,
					.close = json_close};
