/* SPDX-License-Identifier: BSD-2-Clause */
/* The layers that a specification leaves out because they are clear. */
#include "core/session.h"
#include "craft/syntax.h"

/*
 * Who carries what hangs in a table, the usual one first: of the tables that a protocol hangs
 * in, the first one here says what stands below it when nobody does.
 */
static const struct {
	const char *table, *proto;
} usual[] = {
	{"ethertype", "eth"},  {"ip.proto", "ip"},  {"udp.port", "udp"},  {"tcp.port", "tcp"},
	{"sctp.port", "sctp"}, {"llc.dsap", "llc"}, {"eth.802_3", "eth"},
};

/* Protocols that only IPv6 carries (RFC 8200, RFC 4443). */
static bool is_for_ipv6(const struct proto *p)
{
	return !strcmp(p->fields[0].name, "icmpv6") || !strncmp(p->fields[0].name, "ipv6.", 5);
}

static bool hangs_in(const struct proto *p, const char *table)
{
	for (const struct hang *h = p->hangs; table && h && h->table; h++)
		if (!strcmp(h->table, table))
			return true;
	return false;
}

/* Whether `below` can carry p as far as the tables say. */
static bool carries(const struct proto *below, const struct proto *p)
{
	const struct next *next = &below->next;

	if (!p || hangs_in(p, next->table))
		return true;
	if (next->fixed && !strcmp(next->fixed, p->fields[0].name))
		return true;
	for (unsigned i = 0; i < COUNT(next->also); i++)
		if (hangs_in(p, next->also[i]))
			return true;
	return false;
}

/* What usually carries p; NULL: nothing does, or there are several ways. */
static const struct proto *usual_carrier(const struct craft *c, const struct proto *p)
{
	for (unsigned i = 0; i < COUNT(usual); i++) {
		const char *name = usual[i].proto;

		if (!hangs_in(p, usual[i].table))
			continue;
		if (is_for_ipv6(p) && !strcmp(name, "ip"))
			name = "ipv6";
		return proto_named(c->session, name, strlen(name));
	}
	return NULL;
}

static bool insert(struct craft *c, unsigned at, const struct proto *p)
{
	if (c->n_parts == MAX_PARTS)
		return amiss(c, 0, 1, "with the layers that are missing there are too many");
	for (unsigned i = c->n_parts++; i > at; i--) {
		c->protos[i] = c->protos[i - 1];
		c->forced[i] = c->forced[i - 1];
		c->added[i] = c->added[i - 1];
		c->elements[i] = c->elements[i - 1];
		c->n_elements[i] = c->n_elements[i - 1];
	}
	c->protos[at] = p;
	c->forced[at] = arena_take(&c->arena, p->n_fields * sizeof(bool));
	memset(c->forced[at], 0, p->n_fields * sizeof(bool));
	c->added[at] = true;
	c->elements[at] = NULL;
	c->n_elements[at] = 0;
	for (unsigned i = 0; i < c->n_settings; i++)
		c->settings[i].part += c->settings[i].part >= at;
	return true;
}

/* The usual carriers between part `at` - 1 and part `at`, as far as they lead to it. */
static bool fill_gap(struct craft *c, unsigned at)
{
	const struct proto *chain[MAX_PARTS], *p = c->protos[at];
	unsigned n = 0;

	while (p && n < MAX_PARTS && !carries(c->protos[at - 1], p)) {
		p = usual_carrier(c, p);
		chain[n++] = p;
	}
	if (!p || n == MAX_PARTS) /* a pair that nothing joins: the user knows what for */
		return true;
	for (unsigned i = 0; i < n; i++)
		if (!insert(c, at, chain[i]))
			return false;
	return true;
}

uint32_t link_of(const struct proto *p)
{
	for (const struct hang *h = p->hangs; h && h->table; h++)
		if (!strcmp(h->table, "link"))
			return h->value;
	return NO_VALUE;
}

#define LINK_RAW 101

static bool fill_below(struct craft *c)
{
	const struct proto *p;

	if (c->options.has_link && c->options.link == LINK_RAW)
		return true;
	while (strcmp(c->protos[0]->fields[0].name, "eth") && (p = usual_carrier(c, c->protos[0])))
		if (!insert(c, 0, p))
			return false;
	return true;
}

bool add_carriers(struct craft *c)
{
	if (!c->protos[0])
		return amiss(c, 0, 1, "before a payload stands a layer that carries it");
	for (unsigned i = c->n_parts - 1; i > 0; i--)
		if (c->protos[i - 1] && !fill_gap(c, i))
			return false;
	if (!fill_below(c))
		return false;
	c->link = c->options.has_link ? c->options.link : link_of(c->protos[0]);
	if (c->link == NO_VALUE)
		return amiss(c, 0, 1,
			     "%s isn't the outermost layer of any link type: say what carries it",
			     c->protos[0]->fields[0].name);
	return true;
}
