/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether a packet is as a specification says. */
#include "craft/fit.h"
#include "core/record.h"
#include "craft/syntax.h"

/* The first node of that name that isn't in a quoted packet; NULL: there is none. */
static const struct node *node_named(const struct record *r, const char *name)
{
	for (uint32_t i = 0; i < r->n_nodes; i++)
		if (!strcmp(r->nodes[i].field->name, name))
			return &r->nodes[i];
	return NULL;
}

static bool has_layer(const struct record *r, const struct proto *p)
{
	for (uint32_t i = 0; i < r->n_layers; i++)
		if (r->layers[i]->proto == p && !r->layers[i]->quoted)
			return true;
	return false;
}

/* --- values --- */

/* Whether the value of a node is a number that fits into 64 bits. */
static bool is_number(const struct node *n)
{
	return n->field->kind != STRING && n->field->kind != BYTES && n->field->kind != ETHER &&
	       n->field->kind != EUI64 && n->field->kind != IPV6 && n->field->kind != GUID &&
	       n->field->kind != OID;
}

/* A domain name's labels against the name with dots. */
static bool is_name(const struct worth *w, const struct node *n)
{
	struct text t = {0};
	bool same;

	for (uint32_t i = 0; i < w->n && w->p[i]; i += 1 + w->p[i]) {
		if (t.len)
			text_char(&t, '.');
		text_bytes(&t, w->p + i + 1, w->p[i]);
	}
	same = t.len == n->size && (!t.len || !memcmp(t.p, n->p, t.len));
	text_close(&t);
	return same;
}

static bool is_worth(const struct worth *w, const struct field *f, const struct node *n)
{
	uint64_t u = f->traits & FACTOR ? w->u * f->factor : w->u;

	if (f->base == DNS_LABELS)
		return is_name(w, n);
	if (!w->p && !is_number(n))
		return n->size <= 8 && load_be(n->p, n->size) == w->u;
	if (!w->p)
		return n->u == u;
	return n->size == w->n && !memcmp(n->p, w->p, w->n);
}

static void put_octets(struct text *t, const uint8_t *p, uint32_t n, const struct field *f)
{
	if (f && (f->kind == IPV6 || f->kind == ETHER))
		text_address(t, p, n);
	else
		text_hex_bytes(t, p, n < 32 ? n : 32, ':');
}

static void put_number(struct text *t, uint64_t u, const struct field *f)
{
	if (f->kind == IPV4)
		text_ip4(t, (uint32_t)u);
	else if (f->base == HEX || f->base == HEX_DEC)
		text_format(t, "0x%llx", (unsigned long long)u);
	else
		text_u64(t, u);
}

static void put_worth_words(struct text *t, const struct setting *s)
{
	const struct worth *w = &s->choices[0].first;
	uint8_t mac[6];

	if (s->choices[0].kind == CHOICE_RANDOM) {
		text_put(t, "anything");
	} else if (w->p) {
		put_octets(t, w->p, w->n, s->field);
	} else if (s->field->kind == ETHER) {
		for (unsigned i = 0; i < sizeof mac; i++)
			mac[i] = (uint8_t)(w->u >> (40 - 8 * i));
		put_octets(t, mac, sizeof mac, s->field);
	} else {
		put_number(t, s->field->traits & FACTOR ? w->u * s->field->factor : w->u, s->field);
	}
}

/* --- payloads --- */

/* Octets that the packet carries, by the names that they go by. */
static bool has_payload(const struct record *r, const struct worth *w)
{
	static const char *const names[] = {"data.data", "tcp.payload", "udp.payload",
					    "tcp.segment_data"};

	for (unsigned i = 0; i < COUNT(names); i++) {
		const struct node *n = node_named(r, names[i]);

		if (n && n->size == w->n && !memcmp(n->p, w->p, w->n))
			return true;
	}
	return false;
}

/* --- the whole --- */

static bool setting_fits(const struct setting *s, const struct record *r)
{
	const struct node *n;

	if (!s->field)
		return has_payload(r, &s->choices[0].first);
	n = node_named(r, s->name);
	if (!n)
		return false;
	return s->choices[0].kind == CHOICE_RANDOM || is_worth(&s->choices[0].first, s->field, n);
}

/* Whether the field says between whom the packet goes: a packet between others is another one. */
static bool is_end(const struct setting *s)
{
	const struct proto *p = s->owner;

	return s->row &&
	       (s->row == p->src || s->row == p->dst || s->row == p->sport || s->row == p->dport);
}

enum fit craft_fits(const struct craft *c, const struct record *r)
{
	enum fit fit = FIT_SAME;

	for (unsigned i = 0; i < c->n_parts; i++)
		if (c->protos[i] && !c->added[i] && !has_layer(r, c->protos[i]))
			return FIT_OTHER;
	for (unsigned i = 0; i < c->n_settings; i++)
		if (!setting_fits(&c->settings[i], r))
			fit = is_end(&c->settings[i]) ? FIT_OTHER
			      : fit < FIT_DIFFERS     ? fit
						      : FIT_DIFFERS;
	return fit;
}

bool craft_compare(const struct craft *c, const struct record *r, unsigned i,
		   struct comparison *out)
{
	const struct setting *s = &c->settings[i];
	const struct node *n;

	if (i >= c->n_settings)
		return false;
	out->expected.len = out->came.len = 0;
	out->name = s->field ? s->name : "payload";
	out->at = s->at;
	out->same = setting_fits(s, r);
	if (s->field)
		put_worth_words(&out->expected, s);
	else
		put_octets(&out->expected, s->choices[0].first.p, s->choices[0].first.n, NULL);
	n = s->field ? node_named(r, s->name) : NULL;
	if (!n)
		text_put(&out->came, s->field ? "-" : "other octets");
	else if (is_number(n))
		put_number(&out->came, n->u, n->field);
	else if (n->field->kind == STRING)
		text_bytes(&out->came, n->p, n->size);
	else
		put_octets(&out->came, n->p, n->size, n->field);
	return true;
}

bool craft_number_at(const struct craft *c, const struct record *r, uint32_t at, uint64_t *v)
{
	for (unsigned i = 0; i < c->n_settings; i++) {
		const struct setting *s = &c->settings[i];
		const struct node *n = s->field ? node_named(r, s->name) : NULL;

		if (at < s->at || at >= s->at + s->len)
			continue;
		*v = n && is_number(n) ? n->u : 0;
		return n && is_number(n);
	}
	return false;
}
