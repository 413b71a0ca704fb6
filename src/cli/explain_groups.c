/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: what an IPv6 multicast address says of itself. */
/* RFC 4291, 2.7; RFC 7346 (scopes), RFC 3306 (prefixes inside), RFC 3956 (rendezvous points). */
#include "cli/explain_groups.h"
#include <string.h>

#define FLAG_R 4 /* a rendezvous point's address is in it */
#define FLAG_P 2 /* a unicast prefix is in it */
#define FLAG_T 1 /* nobody assigned it for good */

/* Groups of any scope or (scope not 0) of one; the last 32 bits are the group. */
static const struct {
	uint8_t scope;
	uint32_t group;
	const char *says;
} groups[] = {
	{0, 0x1, "all nodes (RFC 4291, 2.7.1)"},
	{0, 0x2, "all routers (RFC 4291, 2.7.1)"},
	{2, 0x5, "OSPF routers (RFC 5340)"},
	{2, 0x6, "OSPF designated routers (RFC 5340)"},
	{2, 0x9, "RIPng routers (RFC 2080)"},
	{2, 0xa, "EIGRP routers (RFC 7868)"},
	{2, 0xd, "PIM routers (RFC 7761)"},
	{2, 0x12, "VRRP (RFC 9568)"},
	{2, 0x16, "MLDv2 reports (RFC 3810)"},
	{2, 0x1a, "RPL nodes (RFC 6550)"},
	{2, 0x6a, "snoopers of multicast (RFC 4286)"},
	{0, 0xfb, "mDNS (RFC 6762)"},
	{0, 0x101, "NTP (RFC 5905)"},
	{0, 0x181, "PTP (IEEE 1588)"},
	{2, 0x10002, "DHCP relays and servers (RFC 8415)"},
	{2, 0x10003, "LLMNR (RFC 4795)"},
	{5, 0x10003, "DHCP servers (RFC 8415)"},
};

static const char *scope_name(unsigned scope)
{
	static const char *const names[16] = {
		[1] = "interface-local", [2] = "link-local", [3] = "realm-local",
		[4] = "admin-local",     [5] = "site-local", [8] = "organization-local",
		[14] = "global"};

	if (names[scope])
		return names[scope];
	return scope == 0 || scope == 15 ? "reserved" : "for administrators to define";
}

static void say_flags(struct explain *e, unsigned flags)
{
	struct text words = {0};

	text_format(&words, "0x%x: ", flags);
	text_put(&words, flags & FLAG_T ? "transient, not assigned for good"
					: "well-known, assigned by IANA");
	if (flags & FLAG_P)
		text_put(&words, "; made from a unicast prefix (RFC 3306)");
	if (flags & FLAG_R)
		text_put(&words, "; the rendezvous point is in it (RFC 3956)");
	say_text(e, "flags", &words);
}

/* The first bits of the prefix that stands in the middle of the address. */
static void take_prefix(uint8_t *to, const uint8_t *a, unsigned len)
{
	memset(to, 0, IPV6_LEN);
	for (unsigned i = 0; i < len && i < 64; i++)
		to[i / 8] |= (uint8_t)(a[4 + i / 8] & 0x80 >> i % 8);
}

static void say_inside(struct explain *e, const uint8_t *a, unsigned flags)
{
	uint8_t prefix[IPV6_LEN];
	struct text words = {0};

	if (!(flags & FLAG_P))
		return;
	take_prefix(prefix, a, a[3]);
	if (!a[3]) {
		say(e, "prefix", "none: source-specific multicast (RFC 3306, 6)");
		return;
	}
	text_ip6(&words, prefix);
	text_format(&words, "/%u", a[3]);
	say_text(e, "prefix", &words);
	if (!(flags & FLAG_R))
		return;
	prefix[15] = a[2] & 15;
	text_ip6(&words, prefix);
	say_text(e, "rendezvous", &words);
}

static bool is_solicited(const uint8_t *a)
{
	static const uint8_t mark[13] = {0xff, 0x02, [11] = 1, 0xff};

	return !memcmp(a, mark, sizeof mark);
}

static void say_group(struct explain *e, const uint8_t *a)
{
	static const uint8_t zero[10];
	uint32_t group =
		(uint32_t)a[12] << 24 | (uint32_t)a[13] << 16 | (uint32_t)a[14] << 8 | a[15];

	if (is_solicited(a)) {
		say(e, "group",
		    "solicited-node: asks for the MAC of addresses that end in %02x:%02x%02x "
		    "(RFC 4291, 2.7.1)",
		    a[13], a[14], a[15]);
		return;
	}
	if (memcmp(a + 2, zero, sizeof zero) || a[1] >> 4)
		return;
	for (size_t i = 0; i < COUNT(groups); i++)
		if (groups[i].group == group &&
		    (!groups[i].scope || groups[i].scope == (a[1] & 15)))
			say(e, "group", "%s", groups[i].says);
}

void say_ipv6_group(struct explain *e, const uint8_t a[IPV6_LEN])
{
	const uint8_t mac[MAC_LEN] = {0x33, 0x33, a[12], a[13], a[14], a[15]};
	struct text words = {0};

	say(e, "scope", "%u: %s (RFC 7346)", a[1] & 15u, scope_name(a[1] & 15));
	say_flags(e, a[1] >> 4);
	say_inside(e, a, a[1] >> 4);
	say_group(e, a);
	text_mac(&words, mac);
	text_put(&words, " (RFC 2464, 7)");
	say_text(e, "MAC", &words);
}
