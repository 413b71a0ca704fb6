/* SPDX-License-Identifier: BSD-2-Clause */
/* libnet's builders of what rides on IP, UDP and LLC. */
#include "config.h"

#include "craft/builder_kit.h"
#include <string.h>

libnet_ptag_t build_hsrp(struct builder *b)
{
	uint8_t auth[HSRP_AUTHDATA_LENGTH];

	memcpy(auth, value_octets(b, "hsrp.auth_data"), sizeof auth);
	return libnet_build_hsrp(
		(uint8_t)value_num(b, "hsrp.version"), (uint8_t)value_num(b, "hsrp.opcode"),
		(uint8_t)value_num(b, "hsrp.state"), (uint8_t)value_num(b, "hsrp.hellotime"),
		(uint8_t)value_num(b, "hsrp.holdtime"), (uint8_t)value_num(b, "hsrp.priority"),
		(uint8_t)value_num(b, "hsrp.group"), (uint8_t)value_num(b, "hsrp.reserved"), auth,
		value_ip4(b, "hsrp.virt_ip"), REST);
}

libnet_ptag_t build_dns(struct builder *b)
{
	return libnet_build_dnsv4(LIBNET_UDP_DNSV4_H, (uint16_t)value_num(b, "dns.id"),
				  (uint16_t)value_num(b, "dns.flags"),
				  (uint16_t)value_num(b, "dns.count.queries"),
				  (uint16_t)value_num(b, "dns.count.answers"),
				  (uint16_t)value_num(b, "dns.count.auth_rr"),
				  (uint16_t)value_num(b, "dns.count.add_rr"), REST);
}

/* libnet 1.1.6 puts the version where the type goes, and the type where the version goes. */
libnet_ptag_t build_vrrp(struct builder *b)
{
	return libnet_build_vrrp(
		(uint8_t)value_num(b, "vrrp.type"), (uint8_t)value_num(b, "vrrp.version"),
		(uint8_t)value_num(b, "vrrp.virt_rtr_id"), (uint8_t)value_num(b, "vrrp.prio"),
		(uint8_t)value_num(b, "vrrp.addr_count"), (uint8_t)value_num(b, "vrrp.auth_type"),
		(uint8_t)value_num(b, "vrrp.adver_int"), (uint16_t)value_num(b, "vrrp.checksum"),
		REST);
}

libnet_ptag_t build_igmp(struct builder *b)
{
	return libnet_build_igmp(
		(uint8_t)value_num(b, "igmp.type"), (uint8_t)value_num(b, "igmp.max_resp"),
		(uint16_t)value_num(b, "igmp.checksum"), value_ip4(b, "igmp.maddr"), REST);
}

/* IEEE 802.1D, 9.3; what is said of a newer tree lies behind. */
libnet_ptag_t build_stp(struct builder *b)
{
	uint16_t id = (uint16_t)value_num(b, "stp.protocol");
	uint8_t version = (uint8_t)value_num(b, "stp.version");
	uint8_t type = (uint8_t)value_num(b, "stp.type");

	if (header_length(b) < LIBNET_STP_CONF_H)
		return libnet_build_stp_tcn(id, version, type, REST);
	return libnet_build_stp_conf(id, version, type, (uint8_t)value_num(b, "stp.flags"),
				     header_octets(b, 5), value_num(b, "stp.root.cost"),
				     header_octets(b, 17), (uint16_t)value_num(b, "stp.port"),
				     header_half(b, 27), header_half(b, 29), header_half(b, 31),
				     header_half(b, 33), REST);
}

/* libnet adds its header's length, and takes the checksum as it goes out; the rest lies behind. */
libnet_ptag_t build_ospf(struct builder *b)
{
	return libnet_build_ospfv2((uint16_t)(value_num(b, "ospf.packet_length") - LIBNET_OSPF_H),
				   (uint8_t)value_num(b, "ospf.msg"),
				   value_ip4(b, "ospf.srcrouter"), value_ip4(b, "ospf.area_id"),
				   htons((uint16_t)value_num(b, "ospf.checksum")),
				   (uint16_t)value_num(b, "ospf.auth.type"), REST);
}

/* The head and the first route; others lie behind. */
libnet_ptag_t build_rip(struct builder *b)
{
	return libnet_build_rip((uint8_t)value_num(b, "rip.command"),
				(uint8_t)value_num(b, "rip.version"), header_half(b, 2),
				(uint16_t)value_num(b, "rip.family"),
				(uint16_t)value_num(b, "rip.route_tag"), value_ip4(b, "rip.ip"),
				value_ip4(b, "rip.netmask"), value_ip4(b, "rip.next_hop"),
				value_num(b, "rip.metric"), REST);
}

/* RFC 2131, 2: the texts and the address with what fills them up; options lie behind. */
libnet_ptag_t build_dhcp(struct builder *b)
{
	if (value_num(b, "dhcp.cookie") != DHCP_MAGIC)
		return -1;
	return libnet_build_dhcpv4(
		(uint8_t)value_num(b, "dhcp.type"), (uint8_t)value_num(b, "dhcp.hw.type"),
		(uint8_t)value_num(b, "dhcp.hw.len"), (uint8_t)value_num(b, "dhcp.hops"),
		value_num(b, "dhcp.id"), header_half(b, 8), (uint16_t)value_num(b, "dhcp.flags"),
		value_num(b, "dhcp.ip.client"), value_num(b, "dhcp.ip.your"),
		value_num(b, "dhcp.ip.server"), value_num(b, "dhcp.ip.relay"), header_octets(b, 28),
		(const char *)header_octets(b, 44), (const char *)header_octets(b, 108), REST);
}

libnet_ptag_t build_ntp(struct builder *b)
{
	uint32_t flags = value_num(b, "ntp.flags");

	return libnet_build_ntp(
		(uint8_t)(flags >> 6), flags >> 3 & 7, flags & 7,
		(uint8_t)value_num(b, "ntp.stratum"), (uint8_t)value_num(b, "ntp.ppoll"),
		(uint8_t)value_num(b, "ntp.precision"), header_half(b, 4), header_half(b, 6),
		header_half(b, 8), header_half(b, 10), value_word(b, "ntp.refid", 0),
		value_word(b, "ntp.reftime", 0), value_word(b, "ntp.reftime", 1),
		value_word(b, "ntp.org", 0), value_word(b, "ntp.org", 1),
		value_word(b, "ntp.rec", 0), value_word(b, "ntp.rec", 1),
		value_word(b, "ntp.xmt", 0), value_word(b, "ntp.xmt", 1), REST);
}

/* By place: on TCP a message's fields stand in the stream, not in the frame. */
libnet_ptag_t build_bgp(struct builder *b)
{
	uint8_t marker[LIBNET_BGP4_MARKER_SIZE];

	memcpy(marker, header_octets(b, 0), sizeof marker);
	return libnet_build_bgp4_header(marker, header_half(b, 16), *header_octets(b, 18), REST);
}
