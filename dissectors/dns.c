/* SPDX-License-Identifier: BSD-2-Clause */
/* Domain Name System, over UDP and TCP. */
/* RFC 1035, 4.2. */
#include "shared/dns.h"

enum {
	DNS,
	LENGTH,
};

static const struct field fields[] = {
	[DNS] = {"dns", "Domain Name System", PROTO},
	[LENGTH] = {"dns.length", "Length", U16, DEC, .help = "Octets of the message, over TCP",
		    .ref = "4.2.2"},
};

#define LENGTH_OCTETS 2

static bool over_tcp(const struct layer *l)
{
	const struct layer *tcp = layer_up(l->parent, "tcp");

	return tcp && tcp == l->parent;
}

/* RFC 1035, 4.2.2 */
static uint32_t message_len(struct walk *w, const struct layer *l)
{
	(void)w;
	return LENGTH_OCTETS + (uint32_t)span_bits(l->bytes, 0, 16, false);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct node *n = own_node(w, DNS);
	bool tcp = over_tcp(l);

	if (n)
		label_tail_of(w, (uint32_t)(n - w->r.nodes), " (%s)",
			      span_bits(c->left, tcp ? 32 : 16, 1, false) ? "response" : "query");
	if (tcp)
		put(w, c, LENGTH, LENGTH_OCTETS);
	*c = walk_part(w, also_by(l, 0, 0), *c);
}

/* All words are the message's. */
static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)t, (void)r, (void)l;
}

static const struct hang hangs[] = {
	{"udp.port", 53}, {"tcp.port", 53}, {"tcp.port", 5353}, {"sctp.port", 53}, {0}};

const struct proto proto_dns = {
	.brief = "DNS",
	.spec = "RFC 1035",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	/* A recursive query for the address of the root. */
	SAMPLE("\0\0\1\0\0\1\0\0\0\0\0\0\0\0\1\0\1"),
	.next = {.also = {"dns.message"}},
	.hangs = hangs,
	.pdu_len = message_len,
	.pdu_sized = true,
	.pdu_head = LENGTH_OCTETS,
	.rest = rest,
	.info = info,
};
