/* SPDX-License-Identifier: BSD-2-Clause */
/* Other addresses in place of those that a captured packet has. */
/* RFC 1624 (how a checksum follows a change). */
#include "config.h"

#include "core/bits.h"
#include "core/checksum.h"
#include "craft/map.h"
#include "craft/packet.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

/* --- reading --- */

/* "10.0.0.0/8": the octets and the bits of the prefix; 0: it is none. */
static unsigned read_prefix(const char *s, size_t n, uint8_t to[16], uint8_t *bits)
{
	char text[64];
	char *slash;
	unsigned octets;

	snprintf(text, sizeof text, "%.*s", (int)(n < 63 ? n : 63), s);
	slash = strchr(text, '/');
	if (slash)
		*slash = '\0';
	octets = inet_pton(AF_INET, text, to) == 1    ? 4
		 : inet_pton(AF_INET6, text, to) == 1 ? 16
						      : 0;
	*bits = (uint8_t)(slash ? atoi(slash + 1) : 8 * (int)octets);
	return *bits <= 8 * octets ? octets : 0;
}

static bool is_full(const struct maps *m, struct fault *fault)
{
	if (m->n == MAX_MAPS)
		fault_set(fault, "at most %u addresses can be mapped", MAX_MAPS);
	return m->n == MAX_MAPS;
}

bool maps_add_prefix(struct maps *m, const char *s, struct fault *fault)
{
	const char *equals = strchr(s, '=');
	struct map map = {0};
	unsigned other = 0;

	if (is_full(m, fault))
		return false;
	if (equals) {
		map.octets = (uint8_t)read_prefix(s, (size_t)(equals - s), map.old, &map.old_bits);
		other = read_prefix(equals + 1, strlen(equals + 1), map.new, &map.new_bits);
	}
	if (!map.octets || map.octets != other) {
		fault_set(fault,
			  "%s: expected two prefixes of IPv4 or IPv6, as "
			  "10.0.0.0/8=10.77.0.0/16",
			  s);
		return false;
	}
	m->list[m->n++] = map;
	return true;
}

static bool read_mac(const char *s, size_t n, uint8_t to[6])
{
	char text[18];
	unsigned v[6];
	int used = 0;

	if (n >= sizeof text)
		return false;
	memcpy(text, s, n);
	text[n] = '\0';
	if (sscanf(text, "%2x:%2x:%2x:%2x:%2x:%2x%n", &v[0], &v[1], &v[2], &v[3], &v[4], &v[5],
		   &used) != 6 ||
	    (size_t)used != n)
		return false;
	for (unsigned i = 0; i < 6; i++)
		to[i] = (uint8_t)v[i];
	return true;
}

bool maps_add_mac(struct maps *m, const char *s, struct fault *fault)
{
	const char *equals = strchr(s, '=');
	size_t n = equals ? (size_t)(equals - s) : 0;
	struct map map = {.octets = 6, .old_bits = 48, .new_bits = 48};

	if (is_full(m, fault))
		return false;
	if (n == 3 && (!memcmp(s, "src", 3) || !memcmp(s, "dst", 3))) {
		map.old_bits = 0;
		map.end = *s == 's' ? SOURCE_END : DESTINATION_END;
	}
	if (!equals || (map.old_bits && !read_mac(s, n, map.old)) ||
	    !read_mac(equals + 1, strlen(equals + 1), map.new)) {
		fault_set(fault,
			  "%s: expected OLD=NEW, src=NEW or dst=NEW with addresses as "
			  "02:00:00:00:00:01",
			  s);
		return false;
	}
	m->list[m->n++] = map;
	return true;
}

/* --- applying --- */

/* Fields that are addresses of packets. */
static const struct {
	const char *name;
	enum map_end end;
} fields[] = {
	{"ip.src", SOURCE_END},
	{"ip.dst", DESTINATION_END},
	{"ipv6.src", SOURCE_END},
	{"ipv6.dst", DESTINATION_END},
	{"eth.src", SOURCE_END},
	{"eth.dst", DESTINATION_END},
	{"arp.src.proto_ipv4", ANY_END},
	{"arp.dst.proto_ipv4", ANY_END},
	{"arp.src.hw_mac", ANY_END},
	{"arp.dst.hw_mac", ANY_END},
	{"icmpv6.nd.ns.target_address", ANY_END},
	{"icmpv6.nd.na.target_address", ANY_END},
};

static bool begins_so(const uint8_t *p, const uint8_t *prefix, unsigned bits)
{
	unsigned whole = bits / 8, rest = bits % 8;

	return !memcmp(p, prefix, whole) &&
	       (!rest || !((p[whole] ^ prefix[whole]) & (0xff << (8 - rest))));
}

static const struct map *map_for(const struct maps *m, const uint8_t *p, unsigned octets,
				 enum map_end end)
{
	for (unsigned i = 0; i < m->n; i++) {
		const struct map *map = &m->list[i];

		if (map->octets == octets && begins_so(p, map->old, map->old_bits) &&
		    (map->end == ANY_END || map->end == end))
			return map;
	}
	return NULL;
}

/* The prefix in place of the first bits. */
static void put_prefix(uint8_t *p, const struct map *map)
{
	unsigned whole = map->new_bits / 8, rest = map->new_bits % 8;
	uint8_t mask = (uint8_t)(0xff << (8 - rest));

	memcpy(p, map->new, whole);
	if (rest)
		p[whole] = (uint8_t)((p[whole] & ~mask) | (map->new[whole] & mask));
}

/* RFC 1624, 3: HC' = ~(~HC + ~m + m'), where the difference is that of whole addresses. */
static void follow(uint8_t *checksum, uint32_t before, uint32_t after)
{
	uint16_t was = (uint16_t)load_be(checksum, 2);
	uint32_t sum = (uint16_t)~was + (uint32_t)(uint16_t)~inet_fold(before) + inet_fold(after);

	put_bits(checksum, 0, 16, false, (uint16_t)~inet_fold(sum));
}

/* Checksums over the addresses of the packet around them. */
static const struct {
	const char *name;
	bool over_v4, over_v6; /* whether the pseudo header counts there */
} covering[] = {
	{"tcp.checksum", true, true},   {"udp.checksum", true, true},
	{"dccp.checksum", true, true},  {"icmpv6.checksum", true, true},
	{"vrrp.checksum", true, true}, /* RFC 5798, 5.2.8 */
	{"ospf.checksum", false, true}, {"pim.cksum", false, true},
};

/* VRRP before version 3 has no pseudo header: RFC 3768, 5.3.8. */
static bool is_old_vrrp(const struct packet *k, const struct node *n)
{
	return n->field->name[0] == 'v' && n->at >= 6 && load_be(k->p + n->at - 6, 1) >> 4 < 3;
}

static bool is_transport(const struct packet *k, const struct node *n, bool v4)
{
	for (unsigned i = 0; i < COUNT(covering); i++)
		if (!strcmp(n->field->name, covering[i].name))
			return n->len == 2 && !n->source && !n->generated &&
			       (v4 ? covering[i].over_v4 : covering[i].over_v6) &&
			       !is_old_vrrp(k, n);
	return false;
}

/* A UDP checksum of 0 says that there is none. */
static void follow_transport(struct packet *k, uint32_t at, bool udp, uint32_t before,
			     uint32_t after)
{
	if (at + 2 <= k->len && (!udp || load_be(k->p + at, 2)))
		follow(k->p + at, before, after);
}

/* Where the transport of that number has its checksum, from its first octet; 0: it has none. */
static unsigned checksum_place(uint64_t protocol)
{
	return protocol == 6 ? 16 : protocol == 17 ? 6 : protocol == 58 ? 2 : 0;
}

/* IPv4's header, RFC 791, 3.1: octets from its first one. */
enum { AT_FLAGS = 6, AT_PROTOCOL = 9, AT_CHECKSUM = 10, AT_SRC = 12, AT_DST = 16 };
/* IPv6's, and its fragment header's: RFC 8200, 3 and 4.5. */
enum { AT_NEXT = 6, AT_SRC6 = 8, AT_DST6 = 24, HEADER6 = 40, AT_OFFSET = 2, FRAGMENT6 = 8 };

/* Of a first fragment the walker doesn't show the transport: where it begins, 0: it is none. */
static uint32_t fragment_payload(const struct packet *k, uint32_t header, bool v4,
				 uint64_t *protocol)
{
	const uint8_t *p = k->p + header;

	if (v4) {
		*protocol = load_be(p + AT_PROTOCOL, 1);
		/* More fragments, and this is the first. */
		return (load_be(p + AT_FLAGS, 2) & 0x3fff) == 0x2000
			       ? header + 4 * (uint32_t)(load_be(p, 1) & 0xf)
			       : 0;
	}
	if (load_be(p + AT_NEXT, 1) != 44 || header + HEADER6 + FRAGMENT6 > k->len)
		return 0;
	p += HEADER6;
	*protocol = load_be(p, 1);
	return (load_be(p + AT_OFFSET, 2) & 0xfff9) == 1 ? header + HEADER6 + FRAGMENT6 : 0;
}

static void follow_in_fragment(struct packet *k, uint32_t header, bool v4, uint32_t before,
			       uint32_t after)
{
	uint64_t protocol = 0;
	uint32_t payload = fragment_payload(k, header, v4, &protocol);
	unsigned place = checksum_place(protocol);

	if (payload && place && (!v4 || protocol != 58))
		follow_transport(k, payload + place, protocol == 17, before, after);
}

/* The checksums that cover an address: of its own header, and of what the packet carries. */
static void follow_all(const struct record *r, struct packet *k, uint32_t node, uint32_t before,
		       uint32_t after)
{
	const struct node *address = &r->nodes[node];
	bool v4 = address->len == 4, src = strstr(address->field->name, ".src") != NULL;
	uint32_t header = address->at - (v4 ? src ? AT_SRC : AT_DST : src ? AT_SRC6 : AT_DST6);

	if (v4)
		follow(k->p + header + AT_CHECKSUM, before, after);
	for (uint32_t i = node + 1; i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (!n->source &&
		    (!strcmp(n->field->name, "ip.src") || !strcmp(n->field->name, "ipv6.src")))
			break;
		if (!is_transport(k, n, v4))
			continue;
		follow_transport(k, n->at, n->field->name[0] == 'u', before, after);
		return;
	}
	follow_in_fragment(k, header, v4, before, after);
}

static bool apply_to(const struct maps *m, const struct record *r, struct packet *k, uint32_t i,
		     enum map_end end)
{
	const struct node *n = &r->nodes[i];
	const struct map *map = map_for(m, k->p + n->at, n->len, end);
	struct span s = {k->p + n->at, n->len, n->len};
	uint32_t before = inet_sum(0, s);
	bool internet = !strncmp(n->field->name, "ip", 2);

	if (!map)
		return false;
	put_prefix(k->p + n->at, map);
	if (internet)
		follow_all(r, k, i, before, inet_sum(0, s));
	return true;
}

/*
 * The checksum of an ICMP message follows what changed inside it: a target, or a quoted packet's
 * checksum.  RFC 792, RFC 4443, 2.3: it stands in octets 2 and 3.
 */
static void follow_message(const struct record *r, struct packet *k, const struct layer *l)
{
	bool icmp = !strncmp(l->proto->fields[0].name, "icmp", 4) && !l->proto->bare;
	uint32_t n = l->bytes.cap > 4 ? l->bytes.cap - 4 : 0;
	struct span was = {r->sources[0].bytes.p + l->at + 4, n, n}, is = was;

	if (!icmp || l->source || l->quoted || !n || l->bytes.cap < l->bytes.wire)
		return;
	is.p = k->p + l->at + 4;
	if (memcmp(was.p, is.p, n))
		follow(k->p + l->at + 2, inet_sum(0, was), inet_sum(0, is));
}

bool maps_apply(const struct maps *m, const struct record *r, struct packet *k)
{
	bool changed = false;

	for (uint32_t i = 0; m->n && i < r->n_nodes; i++) {
		const struct node *n = &r->nodes[i];

		if (n->source || n->generated || n->at + n->len > k->len ||
		    (n->len != 4 && n->len != 6 && n->len != 16))
			continue;
		for (unsigned f = 0; f < COUNT(fields); f++)
			if (!strcmp(n->field->name, fields[f].name))
				changed |= apply_to(m, r, k, i, fields[f].end);
	}
	for (uint32_t i = 0; changed && i < r->n_layers; i++)
		follow_message(r, k, r->layers[i]);
	return changed;
}
