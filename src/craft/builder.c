/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers that libnet builds: from the fields by their names, as the tables have them. */
#include "config.h"

#include "core/arena.h"
#include "craft/builder.h"
#include "craft/builder_kit.h"
#include <stdlib.h>
#include <string.h>

struct builder *builder_open(void)
{
	struct builder *b = need_zero(1, sizeof *b);
	char why[LIBNET_ERRBUF_SIZE];

	b->l = libnet_init(LIBNET_NONE, NULL, why);
	if (b->l)
		return b;
	free(b);
	return NULL;
}

void builder_close(struct builder *b)
{
	if (!b)
		return;
	libnet_destroy(b->l);
	free(b);
}

/* --- values --- */

static const struct node *node(struct builder *b, const char *name)
{
	const struct node *n = view_node(b->r, b->k, b->part, name);

	b->missing = b->missing || !n;
	return n;
}

uint32_t value_num(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);

	return n ? (uint32_t)n->u : 0;
}

uint32_t value_units(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);

	return !n                          ? 0
	       : n->field->traits & FACTOR ? (uint32_t)n->u / n->field->factor
					   : (uint32_t)n->u;
}

uint32_t value_ip4(struct builder *b, const char *name)
{
	return htonl(value_num(b, name));
}

struct libnet_in6_addr value_ip6(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);
	struct libnet_in6_addr a = {0};

	if (n)
		memcpy(&a, n->p, sizeof a);
	return a;
}

const uint8_t *value_octets(struct builder *b, const char *name)
{
	static const uint8_t none[16];
	const struct node *n = node(b, name);

	return n ? b->k->p + n->at : none;
}

uint32_t value_word(struct builder *b, const char *name, unsigned words)
{
	const struct node *n = node(b, name);
	uint32_t word = 0;

	if (n && n->at + 4 * (words + 1) <= b->k->len)
		memcpy(&word, b->k->p + n->at + 4 * words, sizeof word);
	return ntohl(word);
}

const uint8_t *header_octets(const struct builder *b, uint32_t at)
{
	return b->k->p + b->k->parts[b->part].at + at;
}

uint16_t header_half(const struct builder *b, uint32_t at)
{
	const uint8_t *p = header_octets(b, at);

	return (uint16_t)(p[0] << 8 | p[1]);
}

uint32_t header_length(const struct builder *b)
{
	return b->k->parts[b->part].header;
}

/* --- headers --- */

static const struct {
	const char *proto;
	libnet_ptag_t (*build)(struct builder *);
	uint32_t least, most; /* octets of headers that libnet has that shape of */
	uint32_t before;      /* octets of libnet's that belong to the layers around */
} builders[] = {
	{"eth", build_ether, 14, 14, 0},
	{"vlan", build_vlan, 4, 4, 14},
	{"eapol", build_eapol, 4, UINT32_MAX, 0},
	{"hsrp", build_hsrp, 20, UINT32_MAX, 0},
	{"ipv6.fraghdr", build_fragment, 8, 8, 0},
	{"llc", build_llc, 3, 3, 0},
	{"arp", build_arp, 28, 28, 0},
	{"mpls", build_mpls, 4, 4, 0},
	{"ip", build_ip, 20, 60, 0},
	{"ipv6.hopopts", build_hopopts, 8, UINT32_MAX, 0},
	{"ipv6.dstopts", build_dstopts, 8, UINT32_MAX, 0},
	{"ipv6.routing", build_routing, 8, UINT32_MAX, 0},
	{"ah", build_ah, 16, UINT32_MAX, 0},
	{"gre", build_gre, 4, UINT32_MAX, 0},
	{"stp", build_stp, 4, UINT32_MAX, 0},
	{"ospf", build_ospf, 24, UINT32_MAX, 0},
	{"rip", build_rip, 24, UINT32_MAX, 0},
	{"dhcp", build_dhcp, 240, UINT32_MAX, 0},
	{"ntp", build_ntp, 48, UINT32_MAX, 0},
	{"bgp", build_bgp, 19, UINT32_MAX, 0},
	{"ipv6", build_ipv6, 40, 40, 0},
	{"tcp", build_tcp, 20, 60, 0},
	{"udp", build_udp, 8, 8, 0},
	{"icmp", build_icmp, 8, UINT32_MAX, 0},
	{"icmpv6", build_icmpv6, 8, UINT32_MAX, 0},
	{"igmp", build_igmp, 8, 8, 0},
	{"dns", build_dns, 12, UINT32_MAX, 0},
	{"vrrp", build_vrrp, 8, UINT32_MAX, 0},
};

/*
 * libnet keeps to the header's usual values: others are ours to write.  Of a flow label libnet
 * 1.1.6 writes the last octet twice.
 */
static bool is_usual(struct builder *b, const char *proto)
{
	if (!strcmp(proto, "ip"))
		return value_num(b, "ip.version") == 4 &&
		       value_units(b, "ip.hdr_len") * 4 == header_length(b);
	if (!strcmp(proto, "ipv6"))
		return value_num(b, "ipv6.version") == 6 && !value_num(b, "ipv6.flow");
	if (!strcmp(proto, "tcp"))
		return value_num(b, "tcp.flags") <= UINT8_MAX &&
		       value_units(b, "tcp.hdr_len") * 4 == header_length(b);
	if (!strcmp(proto, "ospf"))
		return value_num(b, "ospf.version") == 2;
	if (!strcmp(proto, "vrrp"))
		return value_num(b, "vrrp.version") == 2;
	return true;
}

/*
 * Puts what libnet built in place, without what belongs to the layers around, its options behind
 * it.  Returns how many octets: 0 where they aren't this header's.
 */
static uint32_t put_block(const struct builder *b, uint8_t *to, libnet_ptag_t tag, uint32_t before)
{
	uint32_t n = libnet_getpbuf_size(b->l, tag) - before;
	uint32_t options = b->options > 0 ? libnet_getpbuf_size(b->l, b->options) : 0;

	if (n + options > header_length(b))
		return 0;
	memcpy(to, libnet_getpbuf(b->l, tag) + before, n);
	if (options)
		memcpy(to + n, libnet_getpbuf(b->l, b->options), options);
	return n + options;
}

bool builder_put(struct builder *b, const struct record *r, struct packet *k, unsigned part)
{
	const struct brick *p = &k->parts[part];
	libnet_ptag_t tag = -1;
	uint32_t n = 0, before = 0;

	b->r = r;
	b->k = k;
	b->part = part;
	b->missing = false;
	b->options = 0;
	for (unsigned i = 0; p->proto && i < COUNT(builders); i++)
		if (!strcmp(builders[i].proto, p->proto->fields[0].name) &&
		    p->header >= builders[i].least && p->header <= builders[i].most &&
		    is_usual(b, builders[i].proto)) {
			tag = builders[i].build(b);
			before = builders[i].before;
		}
	if (tag > 0 && !b->missing)
		n = put_block(b, k->p + p->at, tag, before);
	libnet_clear_packet(b->l);
	return n > 0;
}
