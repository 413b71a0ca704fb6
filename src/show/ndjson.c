/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * -T ndjson: peel's own record, one JSON object a line.  Numbers are numbers,
 * times are integers of nanoseconds, octets are strings of hexadecimal digits, no
 * key stands twice in an object; what can occur more than once is always a list.
 */
#include "core/arena.h"
#include "core/marks.h"
#include "core/session.h"
#include "show/groups.h"
#include "show/keys.h"
#include "show/printer.h"
#include "show/show.h"
#include "show/value.h"
#include <stdlib.h>

struct ndjson {
	struct keys keys;
	struct groups groups;
	bool *repeats; /* by row number: its value is a list */
};

void ndjson_value(struct text *t, const struct record *r, const struct node *n)
{
	switch (n->field->kind) {
	case NONE:
	case PROTO:
		text_put(t, "true");
		break;
	case BOOL:
		text_put(t, n->u ? "true" : "false");
		break;
	case ABSTIME:
	case RELTIME:
		text_i64(t, (int64_t)n->u);
		break;
	case BYTES:
		text_char(t, '"');
		text_hex_bytes(t, n->p, n->size, '\0');
		text_char(t, '"');
		break;
	default:
		if (kind_is_signed(n->field->kind)) {
			text_i64(t, (int64_t)n->u);
		} else if (kind_is_unsigned(n->field->kind) || n->field->kind == FRAMENUM) {
			text_u64(t, n->u);
		} else {
			text_char(t, '"');
			put_node_value(t, r, n, VALUE_JSON, GATE_JSON);
			text_char(t, '"');
		}
		break;
	}
}

/* Whether the node belongs into the "fields" of the layer that holds it. */
bool ndjson_is_field(const struct node *n)
{
	return n->field->kind != HEADING && n->field->kind != PROTO && !(n->field->traits & NOTE);
}

static void put_member(struct printer *p, const struct record *r, struct member m)
{
	const struct ndjson *j = p->own;
	struct text *t = &p->out->text;
	uint32_t id = r->nodes[m.first].id;
	bool list = j->repeats[id] || m.n > 1;

	put_key(t, &j->keys, id);
	if (list)
		text_char(t, '[');
	for (uint32_t i = m.first; i != NO_NODE; i = j->groups.next[i]) {
		if (i != m.first)
			text_char(t, ',');
		ndjson_value(t, r, &r->nodes[i]);
	}
	if (list)
		text_char(t, ']');
}

/* Everything below the node that is a field of the same layer; gives the next protocol inside. */
static void put_fields(struct printer *p, const struct record *r, const struct node *layer)
{
	struct groups *g = &((struct ndjson *)p->own)->groups;
	const struct node *end = node_next(r, layer);
	uint32_t level = groups_level(g);

	for (const struct node *n = layer + 1; n < end;) {
		if (n->field->kind == PROTO) {
			n = node_next(r, n);
			continue;
		}
		if (ndjson_is_field(n))
			groups_add(g, r, (uint32_t)(n - r->nodes), level);
		n++;
	}
	text_put(&p->out->text, "\"fields\":{");
	for (uint32_t i = 0; i < g->n; i++) {
		if (i)
			text_char(&p->out->text, ',');
		put_member(p, r, g->list[i]);
	}
	text_char(&p->out->text, '}');
	g->n = 0;
}

static bool is_mark(const struct record *r, const struct node *n)
{
	return session_row_proto(r->session, n->id) == &proto_ws_expert;
}

bool ndjson_is_layer(const struct record *r, const struct node *n)
{
	return n->field->kind == PROTO && !is_mark(r, n);
}

/* All protocols of the frame, those inside others behind them with their depth. */
static void put_layers(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;
	bool any = false;

	text_put(t, ",\"layers\":[");
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (!ndjson_is_layer(r, n))
			continue;
		text_put(t, any ? ",{\"name\":\"" : "{\"name\":\"");
		any = true;
		text_put(t, n->field->name);
		text_put(t, "\",\"depth\":");
		text_u64(t, n->depth);
		text_put(t, ",\"source\":");
		text_u64(t, n->source);
		text_put(t, ",\"offset\":");
		text_u64(t, n->at);
		text_put(t, ",\"length\":");
		text_u64(t, n->len);
		text_char(t, ',');
		put_fields(p, r, n);
		text_char(t, '}');
	}
	text_char(t, ']');
}

static void put_note(struct text *t, const struct node *note)
{
	const struct field *f = note->field;
	const char *severity = word_for(&expert_severities, f->preset);
	const char *group = word_for(&expert_groups, f->from);

	text_put(t, "{\"name\":\"");
	text_put(t, f->name);
	text_put(t, "\",\"severity\":\"");
	text_put(t, severity ? severity : "");
	text_put(t, "\",\"group\":\"");
	text_put(t, group ? group : "");
	text_put(t, "\",\"text\":\"");
	gate(t, note->p, note->size, GATE_JSON);
	text_put(t, "\"}");
}

static void put_notes(struct text *t, const struct record *r)
{
	bool any = false;

	text_put(t, ",\"notes\":[");
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		if (!(r->nodes[i].field->traits & NOTE))
			continue;
		if (any)
			text_char(t, ',');
		any = true;
		put_note(t, &r->nodes[i]);
	}
	text_char(t, ']');
}

static void put_string_member(struct printer *p, const struct record *r, const char *key,
			      enum column column)
{
	struct text *t = &p->out->text;

	text_put(t, key);
	put_column(t, r, column, p->options, GATE_JSON);
	text_char(t, '"');
}

static void ndjson_frame(struct printer *p, const struct record *r)
{
	struct text *t = &p->out->text;
	const struct frame *f = r->frame;
	struct ndjson *j = p->own;

	groups_frame(&j->groups, r);
	text_put(t, "{\"type\":\"packet\",\"number\":");
	text_u64(t, f->number);
	text_put(t, ",\"time\":");
	if (f->has_time)
		text_i64(t, f->time);
	else
		text_put(t, "null");
	text_put(t, ",\"interface\":");
	text_u64(t, f->iface ? f->iface->id : 0);
	text_put(t, ",\"link_type\":");
	text_u64(t, f->link);
	text_put(t, ",\"captured\":");
	text_u64(t, f->cap_len);
	text_put(t, ",\"length\":");
	text_u64(t, f->wire_len);
	put_string_member(p, r, ",\"source\":\"", COL_SOURCE);
	put_string_member(p, r, ",\"destination\":\"", COL_DESTINATION);
	put_string_member(p, r, ",\"protocol\":\"", COL_PROTOCOL);
	put_string_member(p, r, ",\"info\":\"", COL_INFO);
	put_layers(p, r);
	put_notes(t, r);
	text_put(t, ",\"bytes\":\"");
	text_hex_bytes(t, f->bytes, f->cap_len, '\0');
	text_put(t, "\"}\n");
}

/*
 * A field's value is a list unless its row can stand only once in a layer: it has
 * a fixed place in the header, and no other row has its name.
 */
static bool *find_repeats(const struct session *s)
{
	uint32_t n = session_rows(s);
	bool *repeats = need_zero(n, sizeof *repeats);

	for (uint32_t id = 0; id < n; id++) {
		const struct field *f = session_row(s, id);
		bool once = session_row_is_once(s, id) || (f->traits & STATE);

		if (!once || session_first_of(s, id) != id)
			repeats[id] = repeats[session_first_of(s, id)] = true;
	}
	return repeats;
}

static void ndjson_open(struct printer *p, struct session *s)
{
	struct ndjson *j = need_zero(1, sizeof *j);

	p->own = j;
	keys_plain(&j->keys, s);
	groups_open(&j->groups, s);
	j->repeats = find_repeats(s);
	session_want_all(s);
	session_want_summary(s);
	session_want_labels(s);
}

static void ndjson_close(struct printer *p)
{
	struct ndjson *j = p->own;

	keys_close(&j->keys);
	groups_close(&j->groups);
	free(j->repeats);
	free(j);
}

const struct printer ndjson_printer = {
	.open = ndjson_open, .frame = ndjson_frame, .close = ndjson_close};
