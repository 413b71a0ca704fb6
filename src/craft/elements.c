/* SPDX-License-Identifier: BSD-2-Clause */
/* Options of a header: type-length-value elements, built by the table that they are read by. */
#include "config.h"

#include "core/bits.h"
#include "craft/syntax.h"
#include <strings.h>

/* Other names of options, behind the name of the list. */
static const struct {
	const char *alias, *name;
} aliases[] = {
	{"ws", "wscale"},       {"sackok", "sack_perm"}, {"sackperm", "sack_perm"},
	{"ts", "timestamp"},    {"eool", "eol"},         {"rr", "record_route"},
	{"ra", "router_alert"}, {"lsrr", "lsr"},         {"ssrr", "ssr"},
};

/* The table of the layer's options: its own, or that of a bare protocol that it walks. */
static const struct options *options_of(struct craft *c, const struct proto *p,
					const struct proto **owner)
{
	uint32_t n = session_rows(c->session);
	size_t len = strlen(p->fields[0].name);

	*owner = p;
	if (p->options)
		return p->options;
	for (uint32_t id = 0; id < n; id += session_row_proto(c->session, id)->n_fields) {
		const struct proto *q = session_row_proto(c->session, id);
		const struct field *f = q->options ? &q->fields[q->options->list[0].row] : NULL;

		if (!f || !q->bare || strncmp(f->name, p->fields[0].name, len) ||
		    f->name[len] != '.')
			continue;
		*owner = q;
		return q->options;
	}
	return NULL;
}

/* Whether the option's row is called so: the end of its name behind a dot. */
static bool is_called(const struct field *f, const char *name, size_t n)
{
	size_t len = strlen(f->name);

	return len > n && !strncasecmp(f->name + len - n, name, n) && f->name[len - n - 1] == '.';
}

static const struct option *option_called(const struct options *o, const struct proto *owner,
					  const char *name, size_t n)
{
	for (size_t i = 0; i < COUNT(aliases); i++)
		if (strlen(aliases[i].alias) == n && !strncasecmp(aliases[i].alias, name, n)) {
			name = aliases[i].name;
			n = strlen(name);
		}
	for (unsigned i = 0; i < o->n; i++)
		if (o->list[i].row && is_called(&owner->fields[o->list[i].row], name, n))
			return &o->list[i];
	return NULL;
}

/* The next row below the option's own that stands in the packet behind the option's head. */
static const struct field *value_row(const struct options *o, const struct proto *owner,
				     const struct option *option, unsigned *row)
{
	while (++*row < owner->n_fields) {
		const struct field *f = &owner->fields[*row];

		if (f->under != option->row || f->traits & (GENERATED | NOTE | STATE | HIDDEN) ||
		    (f->bits && f->at < 8u * o->head) || (!f->bits && !kind_size(f->kind)))
			continue;
		return f;
	}
	return NULL;
}

static bool read_values(struct craft *c, const struct options *o, const struct proto *owner,
			struct element *e, uint32_t at, uint32_t len)
{
	unsigned row = e->option->row;
	uint32_t end = at + len;

	while (at < end) {
		const char *colon = memchr(c->text + at, ':', end - at);
		uint32_t n = colon ? (uint32_t)(colon - c->text) - at : end - at;
		const struct field *f = value_row(o, owner, e->option, &row);

		if (e->n_values == COUNT(e->values))
			return amiss(c, at, n, "an option has at most %zu values",
				     COUNT(e->values));
		if (!strncmp(c->text + at, "0x", 2) && !f) {
			if (!read_hex(c, at + 2, n - 2, &e->values[e->n_values]))
				return false;
		} else if (!f) {
			return amiss(c, at, n, "%s has no such value: octets as 0x... are taken",
				     owner->fields[e->option->row].name);
		} else if (!read_worth(c, f, at, n, &e->values[e->n_values])) {
			return false;
		}
		e->n_values++;
		at += n + 1;
	}
	return true;
}

static bool read_element(struct craft *c, const struct options *o, const struct proto *owner,
			 struct element *e, uint32_t at, uint32_t len)
{
	uint32_t n = (uint32_t)strcspn(c->text + at, ":,");

	if (n > len)
		n = len;
	*e = (struct element){.at = at, .len = len};
	if (!strncmp(c->text + at, "0x", 2)) {
		e->n_values = 1;
		return read_hex(c, at + 2, len - 2, &e->values[0]);
	}
	e->option = option_called(o, owner, c->text + at, n);
	if (!e->option)
		return amiss(c, at, n ? n : 1, "there is no option \"%.*s\" (peel fields '%s.*')",
			     (int)n, c->text + at, owner->fields[0].name);
	return n == len || read_values(c, o, owner, e, at + n + 1, len - n - 1);
}

bool read_elements(struct craft *c, unsigned part, uint32_t at, uint32_t len)
{
	const struct proto *owner;
	const struct options *o = options_of(c, c->protos[part], &owner);
	uint32_t end = at + len, n = 1;

	if (!o)
		return amiss(c, at, len, "%s has no list of options",
			     c->protos[part]->fields[0].name);
	for (uint32_t i = at; i < end; i++)
		n += c->text[i] == ',';
	c->elements[part] = arena_take(&c->arena, n * sizeof *c->elements[part]);
	while (at < end) {
		const char *comma = memchr(c->text + at, ',', end - at);
		uint32_t take = comma ? (uint32_t)(comma - c->text) - at : end - at;

		if (!read_element(c, o, owner, &c->elements[part][c->n_elements[part]++], at, take))
			return false;
		at += take + 1;
	}
	return true;
}

/* --- building --- */

static bool is_single(const struct options *o, uint32_t code)
{
	return o->single ? memchr(o->single, (int)code, o->n_single) != NULL : code < o->n_single;
}

/* Writes a value behind the octets that are there, or at its row's place; gives the length. */
static uint32_t put_value_of(uint8_t *p, uint32_t len, const struct field *f, const struct worth *w)
{
	uint32_t size = w->p ? w->n : !f ? 0 : f->bits ? f->bits / 8 : kind_size(f->kind);
	uint32_t at = f && f->bits ? f->at : 8 * len;

	if (!w->p && !f)
		return len;
	if (w->p)
		memcpy(p + at / 8, w->p, w->n);
	else
		put_bits(p, at, f->bits ? f->bits : 8 * size, f->traits & LE, w->u);
	return at / 8 + size > len ? at / 8 + size : len;
}

static bool put_element(struct craft *c, struct packet *k, unsigned part, const struct options *o,
			const struct proto *owner, const struct element *e)
{
	uint8_t bytes[512] = {0};
	unsigned row = e->option ? e->option->row : 0;
	uint32_t len = e->option ? o->head : 0, count;
	struct brick *to = &k->parts[part];

	if (e->option && is_single(o, e->option->code))
		len = 1;
	for (unsigned i = 0; i < e->n_values; i++) {
		const struct field *f = e->option ? value_row(o, owner, e->option, &row) : NULL;

		if (len + e->values[i].n > 256)
			return amiss(c, e->at, e->len, "the option is longer than one may be");
		len = put_value_of(bytes, len, f, &e->values[i]);
	}
	if (e->option && e->option->len > len)
		len = e->option->len;
	count = (o->whole ? len : len - o->head) / (o->unit ? o->unit : 1);
	if (e->option)
		put_bits(bytes, o->type_at, o->type_bits, false, e->option->code);
	if (e->option && !is_single(o, e->option->code))
		put_bits(bytes, o->len_at, o->len_bits, false, count);
	return packet_splice(k, part, to->at + to->header, 0, bytes, len) ||
	       amiss(c, e->at, e->len, "the packet grows too large");
}

bool put_elements(struct craft *c, struct packet *k, unsigned part)
{
	struct brick *to = &k->parts[part];
	const struct proto *owner;
	const struct options *o;

	if (!c->n_elements[part])
		return true;
	o = options_of(c, c->protos[part], &owner);
	for (unsigned i = 0; i < c->n_elements[part]; i++)
		if (!put_element(c, k, part, o, owner, &c->elements[part][i]))
			return false;
	return packet_splice(k, part, to->at + to->header, 0, NULL, -to->header & 3);
}
