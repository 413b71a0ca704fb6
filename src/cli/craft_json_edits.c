/* SPDX-License-Identifier: BSD-2-Clause */
/* What somebody changed in a record of a frame: octets, fields, layers. */
#include "config.h"

#ifdef HAVE_JANSSON
#include "cli/cli.h"
#include "cli/craft_json_edits.h"
#include "core/session.h"
#include "show/show.h"
#include <arpa/inet.h>
#include <math.h>
#include <stdlib.h>

#define MOST_NAMED 4 /* fields that a message lists */

/* One field of the record, and what stands in its place. */
struct change {
	const struct record *record;
	const struct node *node;
	const json_t *value;
	const char *where; /* for complaints */
};

/* --- the same or not --- */

json_t *json_read(const char *p, size_t n, size_t flags, json_error_t *error)
{
	json_t *v = json_loadb(p, n, flags | JSON_ALLOW_NUL, error);

	if (!v && json_error_code(error) == json_error_numeric_overflow)
		v = json_loadb(p, n, flags | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, error);
	return v;
}

#define EXACT 9007199254740992.0 /* 2^53: above, a binary64 doesn't hold all whole numbers */

bool json_whole(const json_t *value, int64_t *v)
{
	double d = json_number_value(value);

	if (json_is_integer(value))
		*v = json_integer_value(value);
	else if (json_is_real(value) && fabs(d) <= EXACT && (double)(int64_t)d == d)
		*v = (int64_t)d;
	else
		return false;
	return true;
}

/* Programs that write numbers as binary64 round those above 2^53. */
static bool is_same_number(const json_t *a, const json_t *b)
{
	if (json_is_integer(a) && json_is_integer(b) &&
	    json_integer_value(a) == json_integer_value(b))
		return true;
	return (json_is_real(a) || fabs(json_number_value(a)) > EXACT) &&
	       fabs(json_number_value(a) - json_number_value(b)) <=
		       fabs(json_number_value(b)) * 1e-15;
}

/* Whether it says what the frame's own octets say. */
static bool is_same(const struct change *c)
{
	struct text t = {0};
	json_error_t error;
	json_t *own;
	bool same;

	ndjson_value(&t, c->record, c->node);
	own = json_read(t.p, t.len, JSON_DECODE_ANY, &error);
	if (own && json_is_number(own) && json_is_number(c->value))
		same = is_same_number(c->value, own);
	else
		same = own && json_equal(own, c->value);
	json_decref(own);
	text_close(&t);
	return same;
}

/* --- octets in place of others --- */

static uint64_t number_at(const uint8_t *p, uint32_t n, bool little)
{
	uint64_t v = 0;

	for (uint32_t i = 0; i < n; i++)
		v = v << 8 | p[little ? n - 1 - i : i];
	return v;
}

/* A number that fills whole octets: these. */
static uint32_t number_octets(const struct change *c, const uint8_t *old, uint8_t *p)
{
	const struct field *f = c->node->field;
	bool little = f->traits & LE;
	uint32_t n = c->node->len;
	int64_t whole;
	uint64_t v;

	if (!kind_is_unsigned(f->kind) || !json_whole(c->value, &whole) || n > 8)
		return 0;
	v = (uint64_t)whole;
	if ((n < 8 && v >> 8 * n) || number_at(old, n, little) != c->node->u)
		return 0;
	for (uint32_t i = 0; i < n; i++)
		p[little ? i : n - 1 - i] = (uint8_t)(v >> 8 * i);
	return n;
}

/* "02:00:00:00:00:01" */
static uint32_t hardware_octets(const char *s, uint8_t *p)
{
	unsigned v[6];
	uint32_t n = 0;

	for (const char *at = s; n < 6; n++) {
		char *end;

		v[n] = (unsigned)strtoul(at, &end, 16);
		if (end != at + 2 || *end != (n < 5 ? ':' : '\0'))
			return 0;
		p[n] = (uint8_t)v[n];
		at = end + 1;
	}
	return n;
}

static int digit(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c | 0x20) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* Pairs of hexadecimal digits; NULL: they are none. */
static uint8_t *hex_octets(struct arena *a, const char *s, size_t len, uint32_t *n)
{
	uint8_t *p = arena_take(a, len / 2 + 1);

	for (*n = 0; *n < len / 2; ++*n) {
		int high = digit(s[2 * *n]), low = digit(s[2 * *n + 1]);

		if (high < 0 || low < 0)
			return NULL;
		p[*n] = (uint8_t)(high << 4 | low);
	}
	return len % 2 ? NULL : p;
}

/* Octets of a text or a string of octets, which may be more or fewer than before. */
static bool take_string(struct json_edits *e, const struct change *c, const uint8_t *old,
			struct splice *s)
{
	const struct node *n = c->node;
	const char *value = json_string_value(c->value);
	size_t len = json_string_length(c->value);

	if (!value || n->size > n->len || memcmp(old, n->p, n->size) != 0)
		return false;
	s->old = n->size;
	if (n->field->kind == STRING) {
		s->p = (const uint8_t *)arena_copy(&e->arena, value, len);
		s->n = (uint32_t)len;
		return n->field->base != DNS_LABELS;
	}
	s->p = hex_octets(&e->arena, value, len, &s->n);
	return s->p != NULL;
}

/* What can be changed octet for octet; false: something else has to do it. */
static bool find_octets(struct json_edits *e, const struct change *c, struct splice *s)
{
	const struct node *n = c->node;
	const uint8_t *old = c->record->frame->bytes + n->at;
	const char *text = json_string_value(c->value);
	uint8_t p[16];
	uint32_t len = 0;

	if (n->source || !n->len || n->field->fill != PRESET ||
	    (uint64_t)n->at + n->len > c->record->frame->cap_len)
		return false;
	*s = (struct splice){.at = n->at, .old = n->len};
	switch (n->field->kind) {
	case STRING:
	case BYTES:
		return take_string(e, c, old, s);
	case IPV4:
		len = text && n->len == 4 && inet_pton(AF_INET, text, p) == 1 ? 4 : 0;
		break;
	case IPV6:
		len = text && n->len == 16 && inet_pton(AF_INET6, text, p) == 1 ? 16 : 0;
		break;
	case ETHER:
		len = text && n->len == 6 ? hardware_octets(text, p) : 0;
		break;
	default:
		len = n->field->bits % 8 ? 0 : number_octets(c, old, p);
		break;
	}
	s->p = (const uint8_t *)arena_copy(&e->arena, (const char *)p, len);
	s->n = len;
	return len;
}

/* --- fields by their names --- */

/* "ip.ttl=3", as --set takes it. */
static bool put_setting(struct json_edits *e, const struct change *c)
{
	struct text *t = &e->set;
	int64_t whole = 0;

	if (!json_is_string(c->value) && !json_whole(c->value, &whole) &&
	    !json_is_boolean(c->value))
		return false;
	text_put(t, t->len ? " " : "");
	text_put(t, c->node->field->name);
	text_char(t, '=');
	if (json_is_boolean(c->value)) {
		text_put(t, json_is_true(c->value) ? "1" : "0");
	} else if (json_is_number(c->value)) {
		text_i64(t, whole);
	} else {
		const char *s = json_string_value(c->value);

		text_char(t, '"');
		for (; *s; s++) {
			text_put(t, *s == '"' || *s == '\\' ? "\\" : "");
			text_char(t, *s);
		}
		text_char(t, '"');
	}
	return true;
}

/* Its value follows from the frame's own octets alone. */
static bool is_own(const struct node *n)
{
	return n->field->bits && !n->generated && !(n->field->traits & STATE);
}

static int by_place(const void *a, const void *b)
{
	const struct splice *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

static bool take_change(struct json_edits *e, const struct change *c)
{
	struct splice s;

	if (e->n_splices < MOST_SPLICES && find_octets(e, c, &s)) {
		for (unsigned i = 0; i < e->n_splices; i++)
			if (e->splices[i].at == s.at && e->splices[i].old == s.old)
				return true; /* another name of the same octets */
		e->splices[e->n_splices++] = s;
		return true;
	}
	if (!is_own(c->node)) {
		e->unchanged[c->node->id] = true;
		return true;
	}
	if (put_setting(e, c))
		return true;
	complain("%s: %s: expected a number, true, false or a string", c->where,
		 c->node->field->name);
	return false;
}

/* --- one layer --- */

/* What stands in the place of the field's value number `nth`; NULL: nothing. */
static const json_t *value_of(const json_t *fields, const char *name, unsigned nth)
{
	const json_t *v = json_object_get(fields, name);

	return json_is_array(v) ? json_array_get(v, nth) : nth ? NULL : v;
}

/* How often a field of that name came before in the layer. */
static unsigned times_before(const struct record *r, const struct node *first, const struct node *n)
{
	unsigned times = 0;

	for (const struct node *m = first; m < n;) {
		if (m->field->kind == PROTO) {
			m = node_next(r, m);
			continue;
		}
		times += ndjson_is_field(m) && !strcmp(m->field->name, n->field->name);
		m++;
	}
	return times;
}

static bool compare_layer(struct json_edits *e, const struct record *r, const struct node *layer,
			  const json_t *fields, const char *where)
{
	const struct node *end = node_next(r, layer);

	for (const struct node *n = layer + 1; n < end;) {
		struct change c = {r, n, NULL, where};

		if (n->field->kind == PROTO) {
			n = node_next(r, n);
			continue;
		}
		if (ndjson_is_field(n) && json_object_get(fields, n->field->name))
			c.value = value_of(fields, n->field->name, times_before(r, layer + 1, n));
		if (c.value && !is_same(&c) && !take_change(e, &c))
			return false;
		n++;
	}
	return true;
}

/* A name that no field has is a mistake: nothing would come of it. */
static bool knows_all(const struct record *r, const struct node *layer, const json_t *fields,
		      const char *where)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)(uintptr_t)fields, name, value)
	{
		struct text nearest = {0};

		if (session_find(r->session, name, 0) < session_rows(r->session))
			continue;
		suggest_fields(&nearest, name, r->session);
		complain("%s: %s: there is no field \"%s\"%s", where, layer->field->name, name,
			 text_string(&nearest));
		text_close(&nearest);
		return false;
	}
	return true;
}

/* --- the frame --- */

static bool is_called(const json_t *layer, const char *name)
{
	const char *s = json_string_value(json_object_get(layer, "name"));

	return s && !strcmp(s, name);
}

/* What is known of a frame besides isn't in its octets. */
static bool is_in_octets(const struct node *layer)
{
	return strcmp(layer->field->name, "frame") != 0 &&
	       strcmp(layer->field->name, "pkt_comment") != 0;
}

static bool take_layer_away(struct json_edits *e, const struct node *n, const char *where)
{
	if (e->n_del == COUNT(e->del)) {
		complain("%s: too many layers are gone", where);
		return false;
	}
	e->del[e->n_del++] = n->field->name;
	return true;
}

/* Octets that two changes are about can't be both. */
static bool are_apart(struct json_edits *e, const char *where)
{
	qsort(e->splices, e->n_splices, sizeof *e->splices, by_place);
	for (unsigned i = 1; i < e->n_splices; i++)
		if (e->splices[i - 1].at + e->splices[i - 1].old > e->splices[i].at) {
			complain("%s: two changes are about the same octets, from %u on", where,
				 e->splices[i].at);
			return false;
		}
	return true;
}

bool json_edits_find(struct json_edits *e, const struct record *r, const json_t *layers,
		     const char *where)
{
	size_t at = 0;

	arena_empty(&e->arena);
	e->n_splices = e->n_del = 0;
	e->set.len = 0;
	if (!e->unchanged)
		e->unchanged = need_zero(session_rows(r->session), sizeof *e->unchanged);
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];
		const json_t *layer = json_array_get(layers, at);
		const json_t *fields = json_object_get(layer, "fields");

		if (!ndjson_is_layer(r, n))
			continue;
		if (!is_called(layer, n->field->name)) {
			if (!take_layer_away(e, n, where))
				return false;
			continue;
		}
		at++;
		if (!is_in_octets(n))
			continue;
		if (!knows_all(r, n, fields, where) || !compare_layer(e, r, n, fields, where))
			return false;
	}
	if (at < json_array_size(layers)) {
		complain("%s: layer number %zu isn't what the octets have there: layers can be "
			 "taken away, not added",
			 where, at + 1);
		return false;
	}
	return are_apart(e, where);
}

void json_edits_say_unchanged(const struct json_edits *e, const struct session *s)
{
	struct text t = {0};
	unsigned n = 0;

	for (uint32_t i = 0; e->unchanged && i < session_rows(s); i++) {
		if (!e->unchanged[i])
			continue;
		if (n++ < MOST_NAMED) {
			text_put(&t, t.len ? ", " : "");
			text_put(&t, session_row(s, i)->name);
		}
	}
	if (n)
		complain("--json: %s%s: not changed, as concluded from other octets or frames",
			 text_string(&t), n > MOST_NAMED ? " and others" : "");
	text_close(&t);
}

void json_edits_close(struct json_edits *e)
{
	arena_close(&e->arena);
	text_close(&e->set);
	free(e->unchanged);
}
#endif
