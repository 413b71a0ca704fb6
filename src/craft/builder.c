/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers that libnet builds: from the fields by their names, as the tables have them. */
#include "config.h"

#include "core/arena.h"
#include "craft/builder.h"
#include "craft/view.h"
#include <arpa/inet.h>
#include <libnet.h>
#include <stdlib.h>

struct builder {
	libnet_t *l;
	/* The part at hand. */
	const struct record *r;
	const struct packet *k;
	unsigned part;
	bool missing; /* a field that was asked for isn't there */
};

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

static uint32_t num(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);

	return n ? (uint32_t)n->u : 0;
}

/* What stands in the packet, where the value is shown multiplied. */
static uint32_t units(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);

	return !n                          ? 0
	       : n->field->traits & FACTOR ? (uint32_t)n->u / n->field->factor
					   : (uint32_t)n->u;
}

/* An IPv4 address in network byte order. */
static uint32_t ip4(struct builder *b, const char *name)
{
	return htonl(num(b, name));
}

static struct libnet_in6_addr ip6(struct builder *b, const char *name)
{
	const struct node *n = node(b, name);
	struct libnet_in6_addr a = {0};

	if (n)
		memcpy(&a, n->p, sizeof a);
	return a;
}

/* The octets of an address. */
static const uint8_t *octets(struct builder *b, const char *name)
{
	static const uint8_t none[16];
	const struct node *n = node(b, name);

	return n ? b->k->p + n->at : none;
}

/* --- headers --- */

#define REST NULL, 0, b->l, 0 /* no payload, a new header */

static libnet_ptag_t build_eth(struct builder *b)
{
	return libnet_build_ethernet(octets(b, "eth.dst"), octets(b, "eth.src"),
				     (uint16_t)num(b, "eth.type"), REST);
}

/* Of IEEE 802.3: the octets that follow in place of a type. */
static libnet_ptag_t build_ether(struct builder *b)
{
	if (view_node(b->r, b->k, b->part, "eth.len"))
		return libnet_build_802_3(octets(b, "eth.dst"), octets(b, "eth.src"),
					  (uint16_t)num(b, "eth.len"), REST);
	return build_eth(b);
}

/* libnet's has the addresses and the tag's type, too, which are Ethernet's here. */
static libnet_ptag_t build_vlan(struct builder *b)
{
	static const uint8_t none[6];

	return libnet_build_802_1q(none, none, 0, (uint8_t)num(b, "vlan.priority"),
				   (uint8_t)num(b, "vlan.dei"), (uint16_t)num(b, "vlan.id"),
				   (uint16_t)num(b, "vlan.etype"), REST);
}

static libnet_ptag_t build_eapol(struct builder *b)
{
	return libnet_build_802_1x((uint8_t)num(b, "eapol.version"), (uint8_t)num(b, "eapol.type"),
				   (uint16_t)num(b, "eapol.len"), REST);
}

static libnet_ptag_t build_hsrp(struct builder *b)
{
	uint8_t auth[HSRP_AUTHDATA_LENGTH];

	memcpy(auth, octets(b, "hsrp.auth_data"), sizeof auth);
	return libnet_build_hsrp((uint8_t)num(b, "hsrp.version"), (uint8_t)num(b, "hsrp.opcode"),
				 (uint8_t)num(b, "hsrp.state"), (uint8_t)num(b, "hsrp.hellotime"),
				 (uint8_t)num(b, "hsrp.holdtime"), (uint8_t)num(b, "hsrp.priority"),
				 (uint8_t)num(b, "hsrp.group"), (uint8_t)num(b, "hsrp.reserved"),
				 auth, ip4(b, "hsrp.virt_ip"), REST);
}

/* libnet takes both numbers as they go out: in network order. */
static libnet_ptag_t build_fragment(struct builder *b)
{
	uint16_t frag =
		(uint16_t)(num(b, "ipv6.fraghdr.offset") << 3 |
			   num(b, "ipv6.fraghdr.reserved_bits") << 1 | num(b, "ipv6.fraghdr.more"));

	return libnet_build_ipv6_frag((uint8_t)num(b, "ipv6.fraghdr.nxt"),
				      (uint8_t)num(b, "ipv6.fraghdr.reserved_octet"), htons(frag),
				      htonl(num(b, "ipv6.fraghdr.ident")), REST);
}

static libnet_ptag_t build_llc(struct builder *b)
{
	return libnet_build_802_2((uint8_t)num(b, "llc.dsap"), (uint8_t)num(b, "llc.ssap"),
				  (uint8_t)num(b, "llc.control"), REST);
}

static libnet_ptag_t build_arp(struct builder *b)
{
	return libnet_build_arp((uint16_t)num(b, "arp.hw.type"), (uint16_t)num(b, "arp.proto.type"),
				(uint8_t)num(b, "arp.hw.size"), (uint8_t)num(b, "arp.proto.size"),
				(uint16_t)num(b, "arp.opcode"), octets(b, "arp.src.hw_mac"),
				octets(b, "arp.src.proto_ipv4"), octets(b, "arp.dst.hw_mac"),
				octets(b, "arp.dst.proto_ipv4"), REST);
}

static libnet_ptag_t build_mpls(struct builder *b)
{
	return libnet_build_mpls(num(b, "mpls.label"), (uint8_t)num(b, "mpls.exp"),
				 (uint8_t)num(b, "mpls.bottom"), (uint8_t)num(b, "mpls.ttl"), REST);
}

static libnet_ptag_t build_ip(struct builder *b)
{
	uint16_t frag = (uint16_t)(num(b, "ip.flags") << 13 | units(b, "ip.frag_offset"));

	return libnet_build_ipv4((uint16_t)num(b, "ip.len"), (uint8_t)num(b, "ip.dsfield"),
				 (uint16_t)num(b, "ip.id"), frag, (uint8_t)num(b, "ip.ttl"),
				 (uint8_t)num(b, "ip.proto"), (uint16_t)num(b, "ip.checksum"),
				 ip4(b, "ip.src"), ip4(b, "ip.dst"), REST);
}

static libnet_ptag_t build_ipv6(struct builder *b)
{
	return libnet_build_ipv6((uint8_t)num(b, "ipv6.tclass"), num(b, "ipv6.flow"),
				 (uint16_t)num(b, "ipv6.plen"), (uint8_t)num(b, "ipv6.nxt"),
				 (uint8_t)num(b, "ipv6.hlim"), ip6(b, "ipv6.src"),
				 ip6(b, "ipv6.dst"), REST);
}

static libnet_ptag_t build_tcp(struct builder *b)
{
	return libnet_build_tcp(
		(uint16_t)num(b, "tcp.srcport"), (uint16_t)num(b, "tcp.dstport"),
		num(b, "tcp.seq_raw"), num(b, "tcp.ack_raw"), (uint8_t)num(b, "tcp.flags"),
		(uint16_t)num(b, "tcp.window_size_value"), (uint16_t)num(b, "tcp.checksum"),
		(uint16_t)num(b, "tcp.urgent_pointer"), 0, REST);
}

static libnet_ptag_t build_udp(struct builder *b)
{
	return libnet_build_udp((uint16_t)num(b, "udp.srcport"), (uint16_t)num(b, "udp.dstport"),
				(uint16_t)num(b, "udp.length"), (uint16_t)num(b, "udp.checksum"),
				REST);
}

static libnet_ptag_t build_echo(struct builder *b)
{
	return libnet_build_icmpv4_echo((uint8_t)num(b, "icmp.type"), (uint8_t)num(b, "icmp.code"),
					(uint16_t)num(b, "icmp.checksum"),
					(uint16_t)num(b, "icmp.ident"),
					(uint16_t)num(b, "icmp.seq"), REST);
}

static libnet_ptag_t build_redirect(struct builder *b)
{
	return libnet_build_icmpv4_redirect(
		(uint8_t)num(b, "icmp.type"), (uint8_t)num(b, "icmp.code"),
		(uint16_t)num(b, "icmp.checksum"), ip4(b, "icmp.redir_gw"), REST);
}

static libnet_ptag_t build_mask(struct builder *b)
{
	return libnet_build_icmpv4_mask(
		(uint8_t)num(b, "icmp.type"), (uint8_t)num(b, "icmp.code"),
		(uint16_t)num(b, "icmp.checksum"), (uint16_t)num(b, "icmp.ident"),
		(uint16_t)num(b, "icmp.seq"), num(b, "icmp.address_mask"), REST);
}

static libnet_ptag_t build_icmp(struct builder *b)
{
	switch (num(b, "icmp.type")) {
	case ICMP_ECHO:
	case ICMP_ECHOREPLY:
		return build_echo(b);
	case ICMP_REDIRECT:
		return build_redirect(b);
	case ICMP_MASKREQ:
	case ICMP_MASKREPLY:
		return build_mask(b);
	default:
		return -1;
	}
}

static libnet_ptag_t build_echo6(struct builder *b)
{
	return libnet_build_icmpv6_echo(
		(uint8_t)num(b, "icmpv6.type"), (uint8_t)num(b, "icmpv6.code"),
		(uint16_t)num(b, "icmpv6.checksum"), (uint16_t)num(b, "icmpv6.echo.identifier"),
		(uint16_t)num(b, "icmpv6.echo.sequence_number"), REST);
}

static libnet_ptag_t build_solicitation(struct builder *b)
{
	return libnet_build_icmpv6_ndp_nsol(
		(uint8_t)num(b, "icmpv6.type"), (uint8_t)num(b, "icmpv6.code"),
		(uint16_t)num(b, "icmpv6.checksum"), ip6(b, "icmpv6.nd.ns.target_address"), REST);
}

static libnet_ptag_t build_advertisement(struct builder *b)
{
	return libnet_build_icmpv6_ndp_nadv(
		(uint8_t)num(b, "icmpv6.type"), (uint8_t)num(b, "icmpv6.code"),
		(uint16_t)num(b, "icmpv6.checksum"), num(b, "icmpv6.nd.na.flag"),
		ip6(b, "icmpv6.nd.na.target_address"), NULL, 0, b->l, 0);
}

static libnet_ptag_t build_icmpv6(struct builder *b)
{
	switch (num(b, "icmpv6.type")) {
	case ICMP6_ECHO:
	case ICMP6_ECHOREPLY:
		return build_echo6(b);
	case 135: /* RFC 4861, 4.3 */
		return build_solicitation(b);
	case 136: /* RFC 4861, 4.4 */
		return build_advertisement(b);
	default:
		return -1;
	}
}

static libnet_ptag_t build_igmp(struct builder *b)
{
	return libnet_build_igmp((uint8_t)num(b, "igmp.type"), (uint8_t)num(b, "igmp.max_resp"),
				 (uint16_t)num(b, "igmp.checksum"), ip4(b, "igmp.maddr"), REST);
}

static libnet_ptag_t build_dns(struct builder *b)
{
	return libnet_build_dnsv4(
		LIBNET_UDP_DNSV4_H, (uint16_t)num(b, "dns.id"), (uint16_t)num(b, "dns.flags"),
		(uint16_t)num(b, "dns.count.queries"), (uint16_t)num(b, "dns.count.answers"),
		(uint16_t)num(b, "dns.count.auth_rr"), (uint16_t)num(b, "dns.count.add_rr"), REST);
}

static libnet_ptag_t build_vrrp(struct builder *b)
{
	return libnet_build_vrrp(
		(uint8_t)num(b, "vrrp.version"), (uint8_t)num(b, "vrrp.type"),
		(uint8_t)num(b, "vrrp.virt_rtr_id"), (uint8_t)num(b, "vrrp.prio"),
		(uint8_t)num(b, "vrrp.addr_count"), (uint8_t)num(b, "vrrp.auth_type"),
		(uint8_t)num(b, "vrrp.adver_int"), (uint16_t)num(b, "vrrp.checksum"), REST);
}

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
	{"ip", build_ip, 20, 20, 0},
	{"ipv6", build_ipv6, 40, 40, 0},
	{"tcp", build_tcp, 20, 20, 0},
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
		return num(b, "ip.version") == 4 && units(b, "ip.hdr_len") == 5;
	if (!strcmp(proto, "ipv6"))
		return num(b, "ipv6.version") == 6 && !num(b, "ipv6.flow");
	if (!strcmp(proto, "tcp"))
		return num(b, "tcp.flags") <= UINT8_MAX && units(b, "tcp.hdr_len") == 5;
	if (!strcmp(proto, "vrrp"))
		return num(b, "vrrp.version") == 2;
	return true;
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
	for (unsigned i = 0; p->proto && i < COUNT(builders); i++)
		if (!strcmp(builders[i].proto, p->proto->fields[0].name) &&
		    p->header >= builders[i].least && p->header <= builders[i].most &&
		    is_usual(b, builders[i].proto)) {
			tag = builders[i].build(b);
			before = builders[i].before;
		}
	if (tag > 0 && !b->missing) {
		const uint8_t *bytes = libnet_getpbuf(b->l, tag);

		n = libnet_getpbuf_size(b->l, tag) - before;
		if (n > p->header)
			n = 0;
		memcpy(k->p + p->at, bytes + before, n);
	}
	libnet_clear_packet(b->l);
	return n > 0;
}
