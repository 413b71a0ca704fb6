/* SPDX-License-Identifier: BSD-2-Clause */
/* Link-local Multicast Name Resolution: DNS messages on the link. */
/* RFC 4795. */
#include "shared/dns.h"

enum {
	LLMNR,
};

static const struct field fields[] = {
	[LLMNR] = {"llmnr", "Link-local Multicast Name Resolution", PROTO},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool response = span_bits(c->left, 16, 1, false);
	struct node *n = own_node(w, LLMNR);

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

static const struct hang hangs[] = {{"udp.port", 5355}, {0}};

const struct proto proto_llmnr = {
	.brief = "LLMNR",
	.spec = "RFC 4795",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	.next = {.also = {"dns.message"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
