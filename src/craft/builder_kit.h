/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * Between the files of libnet's builders: the part at hand, its values by the fields' names, and
 * a function for each header, which gives libnet's tag of it, or -1 for what libnet lacks.
 */
#ifndef CRAFT_BUILDER_KIT_H
#define CRAFT_BUILDER_KIT_H

#include "core/record.h"
#include "craft/packet.h"
#include "craft/view.h"
#include <arpa/inet.h>
#include <libnet.h>

struct builder {
	libnet_t *l;
	/* The part at hand. */
	const struct record *r;
	const struct packet *k;
	unsigned part;
	bool missing;          /* a field that was asked for isn't there */
	libnet_ptag_t options; /* of the header: a block of its own; or 0 */
};

#define REST NULL, 0, b->l, 0 /* no payload, a new header */

/* --- builder.c; a field that isn't there is 0, and the header isn't libnet's --- */

uint32_t value_num(struct builder *b, const char *name);
/* What stands in the packet, where the value is shown multiplied. */
uint32_t value_units(struct builder *b, const char *name);
/* An IPv4 address in network byte order. */
uint32_t value_ip4(struct builder *b, const char *name);
struct libnet_in6_addr value_ip6(struct builder *b, const char *name);
/* The octets of a field. */
const uint8_t *value_octets(struct builder *b, const char *name);
/* The 32 bits at the field's place and `words` times 32 bits behind it. */
uint32_t value_word(struct builder *b, const char *name, unsigned words);
/* The header's octets from `at` on: of values that are shown in another form. */
const uint8_t *header_octets(const struct builder *b, uint32_t at);
/* The 16 bits there. */
uint16_t header_half(const struct builder *b, uint32_t at);
/* How many octets the header has. */
uint32_t header_length(const struct builder *b);

/* --- builder_net.c --- */

libnet_ptag_t build_ether(struct builder *b);
libnet_ptag_t build_vlan(struct builder *b);
libnet_ptag_t build_eapol(struct builder *b);
libnet_ptag_t build_llc(struct builder *b);
libnet_ptag_t build_arp(struct builder *b);
libnet_ptag_t build_mpls(struct builder *b);
libnet_ptag_t build_ip(struct builder *b);
libnet_ptag_t build_ipv6(struct builder *b);
libnet_ptag_t build_fragment(struct builder *b);
libnet_ptag_t build_hopopts(struct builder *b);
libnet_ptag_t build_dstopts(struct builder *b);
libnet_ptag_t build_routing(struct builder *b);
libnet_ptag_t build_gre(struct builder *b);
libnet_ptag_t build_ah(struct builder *b);
libnet_ptag_t build_tcp(struct builder *b);
libnet_ptag_t build_udp(struct builder *b);
libnet_ptag_t build_icmp(struct builder *b);
libnet_ptag_t build_icmpv6(struct builder *b);

/* --- builder_app.c --- */

libnet_ptag_t build_igmp(struct builder *b);
libnet_ptag_t build_vrrp(struct builder *b);
libnet_ptag_t build_hsrp(struct builder *b);
libnet_ptag_t build_stp(struct builder *b);
libnet_ptag_t build_ospf(struct builder *b);
libnet_ptag_t build_rip(struct builder *b);
libnet_ptag_t build_dns(struct builder *b);
libnet_ptag_t build_dhcp(struct builder *b);
libnet_ptag_t build_ntp(struct builder *b);
libnet_ptag_t build_bgp(struct builder *b);

#endif
