/* SPDX-License-Identifier: BSD-2-Clause */
/* Who talks to whom: the ends that layers have, found by the tables. */
#include "stats/ends.h"
#include <string.h>

/* --- types --- */

/* What the ends of this protocol's layers are called; n octets.  NULL: it has none. */
static const char *type_of(const struct proto *p, size_t *n)
{
	const char *name = p->sport && p->next.table ? p->next.table : p->fields[0].name;
	const char *dot = p->sport ? strchr(name, '.') : NULL;

	if (!p->sport && !p->src)
		return NULL;
	*n = dot ? (size_t)(dot - name) : strlen(name);
	return name;
}

unsigned stream_row(const struct proto *p)
{
	static const char *const endings[] = {".stream", ".assoc_index"};

	for (unsigned r = 1; p->sport && r < p->n_fields; r++) {
		const char *dot = strrchr(p->fields[r].name, '.');

		for (size_t i = 0; dot && i < COUNT(endings); i++)
			if (!strcmp(dot, endings[i]) && (p->fields[r].traits & STATE))
				return r;
	}
	return 0;
}

static void add_proto(struct ends_type *type, const struct proto *p)
{
	if (type->n == MAX_ALIKE)
		return;
	type->streams[type->n] = stream_row(p);
	/* tshark leaves DCCP's ports out of its tables */
	type->shown = p->sport && strcmp(p->fields[0].name, "dccp");
	type->protos[type->n++] = p;
	type->ports = type->ports || p->sport;
}

bool ends_type_find(const struct session *s, const char *name, size_t n, struct ends_type *type)
{
	const struct proto *p;

	*type = (struct ends_type){0};
	for (uint32_t id = 0; id < session_rows(s); id += p->n_fields) {
		size_t len;
		const char *is;

		p = session_row_proto(s, id);
		is = type_of(p, &len);
		if (!is || len != n || memcmp(is, name, n))
			continue;
		add_proto(type, p);
		if (strlen(p->fields[0].name) == n && !type->title) {
			type->name = p->fields[0].name;
			type->title = p->brief;
		}
	}
	return type->n > 0 && type->title;
}

void ends_type_names(const struct session *s, struct text *t, const char *before)
{
	const struct proto *p;
	const char *last = NULL;

	for (uint32_t id = 0; id < session_rows(s); id += p->n_fields) {
		size_t n;
		const char *is;

		p = session_row_proto(s, id);
		is = type_of(p, &n);
		if (!is || strlen(p->fields[0].name) != n || (last && !strcmp(last, is)))
			continue;
		text_put(t, last ? ", " : "");
		text_put(t, before);
		text_put(t, p->fields[0].name);
		last = p->fields[0].name;
	}
}

static void want_row(struct session *s, const struct proto *p, unsigned row)
{
	if (row)
		session_want(s, p->fields[row].name);
}

void ends_want(struct session *s, const struct ends_type *type, bool streams)
{
	for (unsigned i = 0; i < type->n; i++) {
		const struct proto *p = type->protos[i];

		want_row(s, p, p->src);
		want_row(s, p, p->sport);
		if (streams)
			want_row(s, p, type->streams[i]);
	}
}

/* --- layers --- */

static inline void set_end(struct end_of *e, const struct address *a, unsigned port)
{
	*e = (struct end_of){.port = (uint16_t)port, .kind = a->kind};
	e->len = a->len <= sizeof e->address ? a->len : sizeof e->address;
	if (e->len == 4) /* the usual sizes are copied without a loop */
		memcpy(e->address, a->p, 4);
	else if (e->len == sizeof e->address)
		memcpy(e->address, a->p, sizeof e->address);
	else if (e->len)
		memcpy(e->address, a->p, e->len);
}

/* The last layer that is no quoted packet's and has addresses in its header. */
static const struct layer *last_with_ends(const struct record *r)
{
	for (uint32_t i = r->n_layers; i-- > 0;)
		if (!r->layers[i]->quoted && r->layers[i]->proto->src)
			return r->layers[i];
	return NULL;
}

/*
 * The addresses in the header of the layer.  What options and extension headers make of
 * them is known of the frame's last ones.
 */
static bool header_ends(const struct record *r, const struct layer *l, struct address *src,
			struct address *dst)
{
	if (!layer_ends(l, src, dst))
		return false;
	if (l == last_with_ends(r) && r->src.kind == src->kind && r->dst.kind == dst->kind) {
		*src = r->src;
		*dst = r->dst;
	}
	return true;
}

/* The addresses that carry the layer: those of the nearest layer that has some. */
static void carried_by(const struct record *r, const struct layer *l, struct address *src,
		       struct address *dst)
{
	const struct layer *up = l->parent;

	while (up && !header_ends(r, up, src, dst))
		up = up->parent;
	if (!up) {
		*src = r->src;
		*dst = r->dst;
	}
}

void network_ends(const struct record *r, struct address *src, struct address *dst)
{
	*src = *dst = (struct address){0};
	for (uint32_t i = r->n_layers; i-- > 0;) {
		const struct layer *l = r->layers[i];

		if (!l->quoted && header_ends(r, l, src, dst) && src->kind != ETHER)
			return;
	}
}

/* Its conversation's number, if it has one: all ones is none. */
static void note_stream(struct meeting *m, const struct layer *l, unsigned row)
{
	const struct field *f = &l->proto->fields[row];
	uint64_t v = row ? state_value(l, f) : ABSENT;

	m->numbered = v != ABSENT && (kind_size(f->kind) > 2 || v != UINT16_MAX);
	m->stream = (uint32_t)v;
}

void transport_ends(const struct record *r, const struct layer *l, struct meeting *m)
{
	const struct proto *p = l->proto;
	struct address src, dst;

	carried_by(r, l, &src, &dst);
	set_end(&m->src, &src, (unsigned)VALUE_OF(l, p->sport));
	set_end(&m->dst, &dst, (unsigned)VALUE_OF(l, p->dport));
	m->numbered = false;
}

/* Whether the header is all there, and can be believed. */
static bool is_whole(const struct layer *l)
{
	return !l->stop && l->proto->fixed <= l->bytes.cap && l->header <= l->bytes.cap;
}

bool ends_of_layer(const struct ends_type *type, const struct record *r, const struct layer *l,
		   struct meeting *m)
{
	const struct proto *p = l->proto;
	struct address src, dst;
	unsigned i = 0;

	while (i < type->n && type->protos[i] != p)
		i++;
	if (i == type->n || l->quoted || l->more || !is_whole(l))
		return false;
	if (type->ports) {
		transport_ends(r, l, m);
		note_stream(m, l, type->streams[i]);
		return true;
	}
	header_ends(r, l, &src, &dst);
	m->numbered = false;
	set_end(&m->src, &src, 0);
	set_end(&m->dst, &dst, 0);
	return true;
}

void text_end(struct text *t, const struct end_of *e)
{
	if (e->len)
		text_address(t, e->address, e->len);
	else
		text_put(t, "NONE");
}

void text_socket(struct text *t, const struct end_of *e)
{
	if (e->kind == IPV6)
		text_char(t, '[');
	text_end(t, e);
	text_put(t, e->kind == IPV6 ? "]:" : ":");
	text_u64(t, e->port);
}
