/* SPDX-License-Identifier: BSD-2-Clause */
/* Multicast Domain Name System: DNS messages on the link. */
/* RFC 6762. */
#include "shared/dns.h"

enum {
	MDNS,
};

static const struct field fields[] = {
	[MDNS] = {"mdns", "Multicast Domain Name System", PROTO},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool response = span_bits(c->left, 16, 1, false);
	struct node *n = own_node(w, MDNS);

	if (n)
		label_tail_of(w, (uint32_t)(n - w->r.nodes), " (%s)",
			      response ? "response" : "query");
	*c = walk_part(w, also_by(l, 0, 0), *c);
}

/* All words are the message's. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t, (void)r, (void)l;
}

static const struct hang hangs[] = {{"udp.port", 5353}, {0}};

const struct proto proto_mdns = {
	.brief = "MDNS",
	.spec = "RFC 6762",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"dns.message"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
