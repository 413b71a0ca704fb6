/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of the craft language: Wireshark's, short inside their layer, and what everybody says. */
#include "craft/syntax.h"
#include <stdio.h>
#include <strings.h>

/* Other names of protocols. */
static const struct {
	const char *alias, *name;
} layers[] = {
	{"ether", "eth"},  {"ethernet", "eth"}, {"ip4", "ip"},      {"ipv4", "ip"},
	{"ip6", "ipv6"},   {"icmp6", "icmpv6"}, {"icmp4", "icmp"},  {"icmpv4", "icmp"},
	{"dot1q", "vlan"}, {"8021q", "vlan"},   {"802.1q", "vlan"}, {"stp", "stp"},
	{"bootp", "dhcp"}, {"eap", "eap"},      {"raw", "data"},
};

/* Other names of fields; NULL: in every protocol that has the field. */
static const struct {
	const char *proto, *alias, *name;
} fields[] = {
	{NULL, "sport", "srcport"},
	{NULL, "dport", "dstport"},
	{NULL, "cksum", "checksum"},
	{NULL, "csum", "checksum"},
	{NULL, "chksum", "checksum"},
	{"eth", "ethertype", "type"},
	{"vlan", "vid", "id"},
	{"vlan", "pcp", "priority"},
	{"vlan", "type", "etype"},
	{"arp", "op", "opcode"},
	{"arp", "hwsrc", "src.hw_mac"},
	{"arp", "hwdst", "dst.hw_mac"},
	{"arp", "psrc", "src.proto_ipv4"},
	{"arp", "pdst", "dst.proto_ipv4"},
	{"arp", "src", "src.proto_ipv4"},
	{"arp", "dst", "dst.proto_ipv4"},
	{"ip", "tos", "dsfield"},
	{"ip", "ihl", "hdr_len"},
	{"ip", "df", "flags.df"},
	{"ip", "mf", "flags.mf"},
	{"ip", "frag", "frag_offset"},
	{"ip", "protocol", "proto"},
	{"ipv6", "hlim", "hlim"},
	{"ipv6", "hoplimit", "hlim"},
	{"ipv6", "ttl", "hlim"},
	{"ipv6", "tc", "tclass"},
	{"ipv6", "flowlabel", "flow"},
	{"ipv6", "nh", "nxt"},
	{"tcp", "seq", "seq_raw"},
	{"tcp", "ack", "ack_raw"},
	{"tcp", "win", "window_size_value"},
	{"tcp", "window", "window_size_value"},
	{"tcp", "dataofs", "hdr_len"},
	{"tcp", "urg", "urgent_pointer"},
	{"udp", "len", "length"},
	{"icmp", "id", "ident"},
	{"icmp", "sequence", "seq"},
	{"icmpv6", "id", "echo.identifier"},
	{"icmpv6", "seq", "echo.sequence_number"},
	{"icmpv6", "target", "nd.ns.target_address"},
	{"dns", "qname", "qry.name"},
	{"dns", "qtype", "qry.type"},
	{"dns", "qclass", "qry.class"},
	{"dns", "rd", "flags.recdesired"},
	{"vxlan", "vni", "vni"},
	{"mpls", "s", "bottom"},
};

static bool is_called(const char *name, const char *s, size_t n)
{
	return strlen(name) == n && !strncasecmp(name, s, n);
}

const struct proto *proto_named(const struct session *s, const char *name, size_t n)
{
	char full[64];
	uint32_t id;

	for (size_t i = 0; i < COUNT(layers); i++)
		if (is_called(layers[i].alias, name, n)) {
			name = layers[i].name;
			n = strlen(name);
		}
	snprintf(full, sizeof full, "%.*s", (int)(n < 63 ? n : 63), name);
	for (id = session_find(s, full, 0); id < session_rows(s);
	     id = session_find(s, full, id + 1)) {
		const struct proto *p = session_row_proto(s, id);

		if (session_row(s, id) == &p->fields[0] && !p->bare)
			return p;
	}
	return NULL;
}

/* "tcp" and "dstport" as "tcp.dstport", if a row has that name. */
static const char *joined(struct craft *c, const char *proto, const char *name, size_t n)
{
	size_t before = strlen(proto);
	char *full = arena_take(&c->arena, before + n + 2);

	memcpy(full, proto, before);
	full[before] = '.';
	memcpy(full + before + 1, name, n);
	full[before + 1 + n] = '\0';
	return session_find(c->session, full, 0) < session_rows(c->session) ? full : NULL;
}

const char *field_named(struct craft *c, const struct proto *p, const char *name, size_t n)
{
	const char *own = p->fields[0].name, *full;

	for (size_t i = 0; i < COUNT(fields); i++)
		if ((!fields[i].proto || !strcmp(fields[i].proto, own)) &&
		    is_called(fields[i].alias, name, n) &&
		    (full = joined(c, own, fields[i].name, strlen(fields[i].name))))
			return full;
	if ((full = joined(c, own, name, n)))
		return full;
	full = arena_copy(&c->arena, name, n);
	return session_find(c->session, full, 0) < session_rows(c->session) ? full : NULL;
}
