/* SPDX-License-Identifier: BSD-2-Clause */
/* libnet's builders of links, of the Internet's layer and of transports. */
#include "config.h"

#include "craft/builder_kit.h"
#include <string.h>

static libnet_ptag_t build_eth(struct builder *b)
{
	return libnet_build_ethernet(value_octets(b, "eth.dst"), value_octets(b, "eth.src"),
				     (uint16_t)value_num(b, "eth.type"), REST);
}

/* Of IEEE 802.3: the octets that follow in place of a type. */
libnet_ptag_t build_ether(struct builder *b)
{
	if (view_node(b->r, b->k, b->part, "eth.len"))
		return libnet_build_802_3(value_octets(b, "eth.dst"), value_octets(b, "eth.src"),
					  (uint16_t)value_num(b, "eth.len"), REST);
	return build_eth(b);
}

/* libnet's has the addresses and the tag's type, too, which are Ethernet's here. */
libnet_ptag_t build_vlan(struct builder *b)
{
	static const uint8_t none[6];

	return libnet_build_802_1q(none, none, 0, (uint8_t)value_num(b, "vlan.priority"),
				   (uint8_t)value_num(b, "vlan.dei"),
				   (uint16_t)value_num(b, "vlan.id"),
				   (uint16_t)value_num(b, "vlan.etype"), REST);
}

libnet_ptag_t build_eapol(struct builder *b)
{
	return libnet_build_802_1x((uint8_t)value_num(b, "eapol.version"),
				   (uint8_t)value_num(b, "eapol.type"),
				   (uint16_t)value_num(b, "eapol.len"), REST);
}

libnet_ptag_t build_llc(struct builder *b)
{
	return libnet_build_802_2((uint8_t)value_num(b, "llc.dsap"),
				  (uint8_t)value_num(b, "llc.ssap"),
				  (uint8_t)value_num(b, "llc.control"), REST);
}

libnet_ptag_t build_arp(struct builder *b)
{
	return libnet_build_arp(
		(uint16_t)value_num(b, "arp.hw.type"), (uint16_t)value_num(b, "arp.proto.type"),
		(uint8_t)value_num(b, "arp.hw.size"), (uint8_t)value_num(b, "arp.proto.size"),
		(uint16_t)value_num(b, "arp.opcode"), value_octets(b, "arp.src.hw_mac"),
		value_octets(b, "arp.src.proto_ipv4"), value_octets(b, "arp.dst.hw_mac"),
		value_octets(b, "arp.dst.proto_ipv4"), REST);
}

libnet_ptag_t build_mpls(struct builder *b)
{
	return libnet_build_mpls(value_num(b, "mpls.label"), (uint8_t)value_num(b, "mpls.exp"),
				 (uint8_t)value_num(b, "mpls.bottom"),
				 (uint8_t)value_num(b, "mpls.ttl"), REST);
}

/* libnet takes both numbers as they go out: in network order. */
libnet_ptag_t build_fragment(struct builder *b)
{
	uint16_t frag = (uint16_t)(value_num(b, "ipv6.fraghdr.offset") << 3 |
				   value_num(b, "ipv6.fraghdr.reserved_bits") << 1 |
				   value_num(b, "ipv6.fraghdr.more"));

	return libnet_build_ipv6_frag((uint8_t)value_num(b, "ipv6.fraghdr.nxt"),
				      (uint8_t)value_num(b, "ipv6.fraghdr.reserved_octet"),
				      htons(frag), htonl(value_num(b, "ipv6.fraghdr.ident")), REST);
}

libnet_ptag_t build_ip(struct builder *b)
{
	uint16_t frag =
		(uint16_t)(value_num(b, "ip.flags") << 13 | value_units(b, "ip.frag_offset"));
	uint32_t n = header_length(b);

	if (n > LIBNET_IPV4_H)
		b->options = libnet_build_ipv4_options(header_octets(b, LIBNET_IPV4_H),
						       n - LIBNET_IPV4_H, b->l, 0);
	return libnet_build_ipv4(
		(uint16_t)value_num(b, "ip.len"), (uint8_t)value_num(b, "ip.dsfield"),
		(uint16_t)value_num(b, "ip.id"), frag, (uint8_t)value_num(b, "ip.ttl"),
		(uint8_t)value_num(b, "ip.proto"), (uint16_t)value_num(b, "ip.checksum"),
		value_ip4(b, "ip.src"), value_ip4(b, "ip.dst"), REST);
}

libnet_ptag_t build_ipv6(struct builder *b)
{
	return libnet_build_ipv6((uint8_t)value_num(b, "ipv6.tclass"), value_num(b, "ipv6.flow"),
				 (uint16_t)value_num(b, "ipv6.plen"),
				 (uint8_t)value_num(b, "ipv6.nxt"),
				 (uint8_t)value_num(b, "ipv6.hlim"), value_ip6(b, "ipv6.src"),
				 value_ip6(b, "ipv6.dst"), REST);
}

/* Their options lie behind what libnet builds. */
libnet_ptag_t build_hopopts(struct builder *b)
{
	return libnet_build_ipv6_hbhopts((uint8_t)value_num(b, "ipv6.hopopts.nxt"),
					 *header_octets(b, 1), REST);
}

libnet_ptag_t build_dstopts(struct builder *b)
{
	return libnet_build_ipv6_destopts((uint8_t)value_num(b, "ipv6.dstopts.nxt"),
					  *header_octets(b, 1), REST);
}

libnet_ptag_t build_routing(struct builder *b)
{
	return libnet_build_ipv6_routing((uint8_t)value_num(b, "ipv6.routing.nxt"),
					 *header_octets(b, 1),
					 (uint8_t)value_num(b, "ipv6.routing.type"),
					 (uint8_t)value_num(b, "ipv6.routing.segleft"), REST);
}

/* The first word of the proof; more of it lies behind. */
libnet_ptag_t build_ah(struct builder *b)
{
	return libnet_build_ipsec_ah((uint8_t)value_num(b, "ah.next_header"),
				     (uint8_t)value_num(b, "ah.length"), header_half(b, 2),
				     value_num(b, "ah.spi"), value_num(b, "ah.sequence"),
				     value_word(b, "ah.icv", 0), REST);
}

/* With a checksum or routes libnet wants to know what follows. */
libnet_ptag_t build_gre(struct builder *b)
{
	uint16_t flags = (uint16_t)value_num(b, "gre.flags_and_version");
	uint32_t key = 0, sequence = 0;

	if (flags & (GRE_CSUM | GRE_ROUTING | GRE_ACK | GRE_VERSION_MASK))
		return -1;
	if (flags & GRE_KEY)
		key = value_num(b, "gre.key");
	if (flags & GRE_SEQ)
		sequence = value_num(b, "gre.sequence_number");
	return libnet_build_gre(flags, (uint16_t)value_num(b, "gre.proto"), 0, 0, key, sequence,
				(uint16_t)header_length(b), REST);
}

libnet_ptag_t build_tcp(struct builder *b)
{
	uint32_t n = header_length(b);

	if (n > LIBNET_TCP_H)
		b->options = libnet_build_tcp_options(header_octets(b, LIBNET_TCP_H),
						      n - LIBNET_TCP_H, b->l, 0);
	return libnet_build_tcp((uint16_t)value_num(b, "tcp.srcport"),
				(uint16_t)value_num(b, "tcp.dstport"), value_num(b, "tcp.seq_raw"),
				value_num(b, "tcp.ack_raw"), (uint8_t)value_num(b, "tcp.flags"),
				(uint16_t)value_num(b, "tcp.window_size_value"),
				(uint16_t)value_num(b, "tcp.checksum"),
				(uint16_t)value_num(b, "tcp.urgent_pointer"), 0, REST);
}

libnet_ptag_t build_udp(struct builder *b)
{
	return libnet_build_udp(
		(uint16_t)value_num(b, "udp.srcport"), (uint16_t)value_num(b, "udp.dstport"),
		(uint16_t)value_num(b, "udp.length"), (uint16_t)value_num(b, "udp.checksum"), REST);
}

static libnet_ptag_t build_echo(struct builder *b)
{
	return libnet_build_icmpv4_echo(
		(uint8_t)value_num(b, "icmp.type"), (uint8_t)value_num(b, "icmp.code"),
		(uint16_t)value_num(b, "icmp.checksum"), (uint16_t)value_num(b, "icmp.ident"),
		(uint16_t)value_num(b, "icmp.seq"), REST);
}

static libnet_ptag_t build_redirect(struct builder *b)
{
	return libnet_build_icmpv4_redirect(
		(uint8_t)value_num(b, "icmp.type"), (uint8_t)value_num(b, "icmp.code"),
		(uint16_t)value_num(b, "icmp.checksum"), value_ip4(b, "icmp.redir_gw"), REST);
}

static libnet_ptag_t build_mask(struct builder *b)
{
	return libnet_build_icmpv4_mask(
		(uint8_t)value_num(b, "icmp.type"), (uint8_t)value_num(b, "icmp.code"),
		(uint16_t)value_num(b, "icmp.checksum"), (uint16_t)value_num(b, "icmp.ident"),
		(uint16_t)value_num(b, "icmp.seq"), value_num(b, "icmp.address_mask"), REST);
}

static libnet_ptag_t build_times(struct builder *b)
{
	const char *first = "icmp.originate_timestamp";

	return libnet_build_icmpv4_timestamp(
		(uint8_t)value_num(b, "icmp.type"), (uint8_t)value_num(b, "icmp.code"),
		(uint16_t)value_num(b, "icmp.checksum"), (uint16_t)value_num(b, "icmp.ident"),
		(uint16_t)value_num(b, "icmp.seq"), value_word(b, first, 0),
		value_word(b, first, 1), value_word(b, first, 2), REST);
}

/* The datagram that it is about lies behind; of what is before it libnet knows nothing but 0. */
static libnet_ptag_t build_error(struct builder *b)
{
	static const uint8_t none[4];
	uint8_t type = (uint8_t)value_num(b, "icmp.type");
	uint8_t code = (uint8_t)value_num(b, "icmp.code");
	uint16_t sum = (uint16_t)value_num(b, "icmp.checksum");

	if (memcmp(header_octets(b, 4), none, sizeof none))
		return -1;
	return type == ICMP_UNREACH ? libnet_build_icmpv4_unreach(type, code, sum, REST)
				    : libnet_build_icmpv4_timeexceed(type, code, sum, REST);
}

libnet_ptag_t build_icmp(struct builder *b)
{
	switch (value_num(b, "icmp.type")) {
	case ICMP_ECHO:
	case ICMP_ECHOREPLY:
		return build_echo(b);
	case ICMP_UNREACH:
	case ICMP_TIMXCEED:
		return build_error(b);
	case ICMP_TSTAMP:
	case ICMP_TSTAMPREPLY:
		return build_times(b);
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
		(uint8_t)value_num(b, "icmpv6.type"), (uint8_t)value_num(b, "icmpv6.code"),
		(uint16_t)value_num(b, "icmpv6.checksum"),
		(uint16_t)value_num(b, "icmpv6.echo.identifier"),
		(uint16_t)value_num(b, "icmpv6.echo.sequence_number"), REST);
}

static libnet_ptag_t build_solicitation(struct builder *b)
{
	return libnet_build_icmpv6_ndp_nsol((uint8_t)value_num(b, "icmpv6.type"),
					    (uint8_t)value_num(b, "icmpv6.code"),
					    (uint16_t)value_num(b, "icmpv6.checksum"),
					    value_ip6(b, "icmpv6.nd.ns.target_address"), REST);
}

static libnet_ptag_t build_advertisement(struct builder *b)
{
	return libnet_build_icmpv6_ndp_nadv(
		(uint8_t)value_num(b, "icmpv6.type"), (uint8_t)value_num(b, "icmpv6.code"),
		(uint16_t)value_num(b, "icmpv6.checksum"), value_num(b, "icmpv6.nd.na.flag"),
		value_ip6(b, "icmpv6.nd.na.target_address"), NULL, 0, b->l, 0);
}

libnet_ptag_t build_icmpv6(struct builder *b)
{
	switch (value_num(b, "icmpv6.type")) {
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
