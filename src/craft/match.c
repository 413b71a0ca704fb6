/* SPDX-License-Identifier: BSD-2-Clause */
/* Which packet answers which: as RFC 792, RFC 826 and the ports of transports tell. */
#include "craft/match.h"
#include <string.h>

#define NONE_AT_ALL UINT64_MAX

enum part { KEY_SRC, KEY_DST, KEY_SPORT, KEY_DPORT, KEY_ID, KEY_SEQ, KEY_KIND };

/* Where the parts of a key stand. */
static const struct {
	const char *name;
	enum part part;
} fields[] = {
	{"ip.src", KEY_SRC},
	{"ip.dst", KEY_DST},
	{"ipv6.src", KEY_SRC},
	{"ipv6.dst", KEY_DST},
	{"arp.src.proto_ipv4", KEY_SRC},
	{"arp.dst.proto_ipv4", KEY_DST},
	{"arp.opcode", KEY_KIND},
	{"tcp.srcport", KEY_SPORT},
	{"tcp.dstport", KEY_DPORT},
	{"udp.srcport", KEY_SPORT},
	{"udp.dstport", KEY_DPORT},
	{"sctp.srcport", KEY_SPORT},
	{"sctp.dstport", KEY_DPORT},
	{"icmp.type", KEY_KIND},
	{"icmp.ident", KEY_ID},
	{"icmp.seq", KEY_SEQ},
	{"icmpv6.type", KEY_KIND},
	{"icmpv6.echo.identifier", KEY_ID},
	{"icmpv6.echo.sequence_number", KEY_SEQ},
	{"icmpv6.nd.ns.target_address", KEY_DST},
	{"dns.id", KEY_ID},
};

/* Protocols that aren't answered in one another. */
static const char *const protocols[] = {"?", "arp", "tcp", "udp", "sctp", "icmp", "icmpv6"};

static uint8_t protocol_of(const char *name)
{
	for (unsigned i = 1; i < COUNT(protocols); i++) {
		size_t n = strlen(protocols[i]);

		if (!strncmp(name, protocols[i], n) && name[n] == '.')
			return (uint8_t)i;
	}
	return 0;
}

static void put_address(uint8_t to[16], struct question_key *key, const struct node *n)
{
	if (n->field->kind == IPV4) {
		for (unsigned i = 0; i < 4; i++)
			to[i] = (uint8_t)(n->u >> (24 - 8 * i));
		key->n = 4;
	} else {
		memcpy(to, n->p, 16);
		key->n = 16;
	}
}

static void put_part(struct question_key *key, enum part part, const struct node *n)
{
	uint64_t *const numbers[] = {[KEY_SPORT] = &key->sport,
				     [KEY_DPORT] = &key->dport,
				     [KEY_ID] = &key->id,
				     [KEY_SEQ] = &key->seq,
				     [KEY_KIND] = &key->kind};
	uint8_t protocol = protocol_of(n->field->name);

	if (protocol)
		key->protocol = protocol;
	if (part == KEY_SRC)
		put_address(key->src, key, n);
	else if (part == KEY_DST)
		put_address(key->dst, key, n);
	else
		*numbers[part] = n->u;
}

/* Where the packet that is quoted begins; UINT32_MAX: none is. */
static uint32_t quote_of(const struct record *r)
{
	for (uint32_t i = 0; i < r->n_layers; i++)
		if (r->layers[i]->quoted && !r->layers[i]->source)
			return r->layers[i]->at;
	return UINT32_MAX;
}

bool key_of(const struct record *r, bool quoted, struct question_key *key)
{
	uint32_t quote = quote_of(r);

	*key = (struct question_key){.sport = NONE_AT_ALL,
				     .dport = NONE_AT_ALL,
				     .id = NONE_AT_ALL,
				     .seq = NONE_AT_ALL,
				     .kind = NONE_AT_ALL};
	for (uint32_t i = 0; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (n->source || n->generated || (n->at >= quote) != quoted)
			continue;
		for (unsigned f = 0; f < COUNT(fields); f++)
			if (!strcmp(n->field->name, fields[f].name))
				put_part(key, fields[f].part, n);
	}
	return key->n > 0;
}

static bool is_same(const struct question_key *a, const struct question_key *b)
{
	return a->n == b->n && a->protocol == b->protocol && !memcmp(a->src, b->src, a->n) &&
	       !memcmp(a->dst, b->dst, a->n) && a->sport == b->sport && a->dport == b->dport &&
	       (a->id == b->id || b->id == NONE_AT_ALL) &&
	       (a->seq == b->seq || b->seq == NONE_AT_ALL);
}

/* A solicitation asks for a target by way of a group: RFC 4861, 4.3. */
static bool comes_back(const struct question_key *sent, const struct question_key *got)
{
	bool from = !memcmp(sent->dst, got->src, sent->n) || sent->dst[0] == 0xff;
	bool to = !memcmp(sent->src, got->dst, sent->n);

	return sent->n == got->n && from && to;
}

bool key_answers(const struct question_key *sent, const struct question_key *got,
		 const struct question_key *quoted)
{
	if (quoted && quoted->n && is_same(sent, quoted))
		return true;
	if (sent->protocol != got->protocol || !comes_back(sent, got))
		return false;
	if (sent->kind != NONE_AT_ALL && sent->kind == got->kind)
		return false;
	return sent->sport == got->dport && sent->dport == got->sport && sent->id == got->id &&
	       sent->seq == got->seq;
}
