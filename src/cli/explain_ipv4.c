/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: an IPv4 address, alone or with its prefix. */
/* RFC 791, RFC 4632 (prefixes), RFC 6890 and IANA's registries of special blocks and groups. */
#include "cli/cli.h"
#include "cli/explain.h"
#include <arpa/inet.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A block of addresses, and what it is for. */
struct block {
	uint32_t address; /* its first */
	uint8_t len;      /* bits that all have in common */
	const char *says; /* what it is for, and who says so */
};

#define IP4(a, b, c, d) ((uint32_t)(a) << 24 | (b) << 16 | (c) << 8 | (d))

/* Blocks inside others stand before them. */
static const struct block blocks[] = {
	{IP4(0, 0, 0, 0), 32, "this host, as long as it has no address (RFC 1122, 3.2.1.3)"},
	{IP4(0, 0, 0, 0), 8, "\"this network\": sources only (RFC 791, 3.2)"},
	{IP4(10, 0, 0, 0), 8, "private use (RFC 1918)"},
	{IP4(100, 64, 0, 0), 10, "shared between provider and customers, CGN (RFC 6598)"},
	{IP4(127, 0, 0, 0), 8, "loopback: never leaves the host (RFC 1122, 3.2.1.3)"},
	{IP4(169, 254, 0, 0), 16, "link-local: never forwarded (RFC 3927)"},
	{IP4(172, 16, 0, 0), 12, "private use (RFC 1918)"},
	{IP4(192, 0, 0, 8), 32, "IPv4 dummy address: a source of ICMP errors (RFC 7600)"},
	{IP4(192, 0, 0, 9), 32, "Port Control Protocol anycast (RFC 7723)"},
	{IP4(192, 0, 0, 10), 32, "TURN anycast (RFC 8155)"},
	{IP4(192, 0, 0, 170), 31, "NAT64 and DNS64 discovery (RFC 7050)"},
	{IP4(192, 0, 0, 0), 29, "IPv4 service continuity, DS-Lite (RFC 7335)"},
	{IP4(192, 0, 0, 0), 24, "IETF protocol assignments (RFC 6890)"},
	{IP4(192, 0, 2, 0), 24, "documentation, TEST-NET-1 (RFC 5737)"},
	{IP4(192, 31, 196, 0), 24, "AS112 servers (RFC 7535)"},
	{IP4(192, 52, 193, 0), 24, "Automatic Multicast Tunneling relays (RFC 7450)"},
	{IP4(192, 88, 99, 0), 24, "6to4 relay anycast, given up (RFC 7526)"},
	{IP4(192, 168, 0, 0), 16, "private use (RFC 1918)"},
	{IP4(192, 175, 48, 0), 24, "AS112 servers (RFC 7534)"},
	{IP4(198, 18, 0, 0), 15, "benchmarks of network devices (RFC 2544)"},
	{IP4(198, 51, 100, 0), 24, "documentation, TEST-NET-2 (RFC 5737)"},
	{IP4(203, 0, 113, 0), 24, "documentation, TEST-NET-3 (RFC 5737)"},
	{IP4(224, 0, 0, 0), 24, "multicast on this link, never forwarded (RFC 5771, 4)"},
	{IP4(224, 0, 1, 0), 24, "multicast that may be forwarded (RFC 5771, 5)"},
	{IP4(232, 0, 0, 0), 8, "source-specific multicast (RFC 4607)"},
	{IP4(233, 252, 0, 0), 24, "multicast for documentation (RFC 6676)"},
	{IP4(233, 0, 0, 0), 8, "multicast by AS number, GLOP (RFC 3180)"},
	{IP4(234, 0, 0, 0), 8, "multicast by unicast prefix (RFC 6034)"},
	{IP4(239, 255, 0, 0), 16, "multicast of local scope (RFC 2365, 6.1)"},
	{IP4(239, 192, 0, 0), 14, "multicast of an organization (RFC 2365, 6.2)"},
	{IP4(239, 0, 0, 0), 8, "multicast of an administrative scope (RFC 2365)"},
	{IP4(224, 0, 0, 0), 4, "multicast (RFC 5771)"},
	{IP4(255, 255, 255, 255), 32, "limited broadcast: all hosts on this link (RFC 919, 7)"},
	{IP4(240, 0, 0, 0), 4, "reserved (RFC 1112, 4)"},
};

/* Groups that everybody meets. */
static const struct block groups[] = {
	{IP4(224, 0, 0, 1), 32, "all hosts (RFC 1112)"},
	{IP4(224, 0, 0, 2), 32, "all routers"},
	{IP4(224, 0, 0, 4), 32, "DVMRP routers (RFC 1075)"},
	{IP4(224, 0, 0, 5), 32, "OSPF routers (RFC 2328)"},
	{IP4(224, 0, 0, 6), 32, "OSPF designated routers (RFC 2328)"},
	{IP4(224, 0, 0, 9), 32, "RIPv2 routers (RFC 2453)"},
	{IP4(224, 0, 0, 10), 32, "EIGRP routers (RFC 7868)"},
	{IP4(224, 0, 0, 12), 32, "DHCP servers and relays"},
	{IP4(224, 0, 0, 13), 32, "PIM routers (RFC 7761)"},
	{IP4(224, 0, 0, 18), 32, "VRRP (RFC 9568)"},
	{IP4(224, 0, 0, 22), 32, "IGMPv3 reports (RFC 3376)"},
	{IP4(224, 0, 0, 102), 32, "HSRPv2 and GLBP (Cisco)"},
	{IP4(224, 0, 0, 107), 32, "PTP, delay of the peer (IEEE 1588)"},
	{IP4(224, 0, 0, 251), 32, "mDNS (RFC 6762)"},
	{IP4(224, 0, 0, 252), 32, "LLMNR (RFC 4795)"},
	{IP4(224, 0, 1, 1), 32, "NTP (RFC 5905)"},
	{IP4(224, 0, 1, 129), 32, "PTP (IEEE 1588)"},
	{IP4(239, 255, 255, 250), 32, "SSDP of UPnP"},
};

/* The bits that a prefix of this length keeps. */
static uint32_t mask_of(unsigned len)
{
	return len ? UINT32_MAX << (32 - len) : 0;
}

static const struct block *find(const struct block *list, size_t n, uint32_t v)
{
	for (size_t i = 0; i < n; i++)
		if ((v & mask_of(list[i].len)) == list[i].address)
			return &list[i];
	return NULL;
}

bool parse_ipv4(const char *s, uint32_t *v)
{
	struct in_addr a;

	if (inet_pton(AF_INET, s, &a) != 1)
		return false;
	*v = ntohl(a.s_addr);
	return true;
}

void say_ipv4_block(struct explain *e, uint32_t v)
{
	const struct block *b = find(blocks, COUNT(blocks), v);
	struct text words = {0};

	if (b) {
		text_ip4(&words, b->address);
		text_format(&words, "/%u: %s", b->len, b->says);
	} else {
		text_put(&words, "global unicast: anybody's on the Internet");
	}
	say_text(e, "block", &words);
}

/* What the first bits said before there were prefixes (RFC 791, 3.2; RFC 1112, 4). */
static void say_class(struct explain *e, uint32_t v)
{
	static const struct {
		uint32_t first;
		const char *says;
	} classes[] = {
		{IP4(240, 0, 0, 0), "E (1111...): reserved"},
		{IP4(224, 0, 0, 0), "D (1110...): multicast"},
		{IP4(192, 0, 0, 0), "C (110...): a network of 24 bits"},
		{IP4(128, 0, 0, 0), "B (10...): a network of 16 bits"},
		{0, "A (0...): a network of 8 bits"},
	};
	size_t i = 0;

	while (v < classes[i].first)
		i++;
	say(e, "class", "%s; prefixes have replaced classes (RFC 4632)", classes[i].says);
}

/* The Ethernet address of a group has 23 bits of it, so that 32 groups share one. */
static void say_group(struct explain *e, uint32_t v)
{
	const struct block *b = find(groups, COUNT(groups), v);
	const uint8_t mac[MAC_LEN] = {
		1, 0, 0x5e, (uint8_t)(v >> 16 & 0x7f), (uint8_t)(v >> 8), (uint8_t)v};
	struct text words = {0};

	if (v >> 28 != 0xe)
		return;
	if (b)
		say(e, "group", "%s", b->says);
	if (v >> 24 == 233)
		say(e, "owner", "AS %u (RFC 3180)", (unsigned)(v >> 8 & 0xffff));
	text_mac(&words, mac);
	text_put(&words, ", which 32 groups share (RFC 1112, 6.4)");
	say_text(e, "MAC", &words);
}

static void say_forms(struct explain *e, uint32_t v)
{
	struct text words = {0};

	for (int i = 31; i >= 0; i--) {
		text_char(&words, (char)('0' + (v >> i & 1)));
		if (i && i % 8 == 0)
			text_char(&words, ' ');
	}
	say(e, "number", "%" PRIu32 ", 0x%08" PRIx32, v, v);
	say_text(e, "bits", &words);
	say(e, "in the DNS", "%u.%u.%u.%u.in-addr.arpa", (unsigned)(v & 0xff),
	    (unsigned)(v >> 8 & 0xff), (unsigned)(v >> 16 & 0xff), (unsigned)(v >> 24));
}

static void say_range(struct explain *e, const char *what, uint32_t first, uint32_t last,
		      uint64_t n, const char *remark)
{
	struct text words = {0};

	text_ip4(&words, first);
	text_put(&words, " to ");
	text_ip4(&words, last);
	text_format(&words, ": %" PRIu64 "%s", n, remark);
	say_text(e, what, &words);
}

static void say_hosts(struct explain *e, uint32_t first, uint32_t last, unsigned len)
{
	if (first >> 28 == 0xe && len >= 4)
		say_range(e, "groups", first, last, (uint64_t)last - first + 1, "");
	else if (len == 32)
		say(e, "hosts", "this one alone");
	else if (len == 31)
		say_range(e, "hosts", first, last, 2, ", the ends of a link (RFC 3021)");
	else
		say_range(e, "hosts", first + 1, last - 1, (uint64_t)last - first - 1, "");
}

static void say_address(struct explain *e, const char *what, uint32_t v, const char *remark)
{
	struct text words = {0};

	text_ip4(&words, v);
	text_put(&words, remark);
	say_text(e, what, &words);
}

static void say_prefix(struct explain *e, uint32_t v, unsigned len)
{
	uint32_t mask = mask_of(len), first = v & mask, last = v | ~mask;
	bool unicast = first >> 28 != 0xe && len < 31;
	struct text words = {0};

	text_ip4(&words, mask);
	text_put(&words, ", wildcard ");
	text_ip4(&words, ~mask);
	say_text(e, "mask", &words);
	say_address(e, "network", first, unicast && v == first ? ": this address" : "");
	if (unicast)
		say_address(
			e, "broadcast", last,
			v == last ? ", directed: this address"
				  : ", directed (RFC 919); routers drop it by default (RFC 2644)");
	say_hosts(e, first, last, len);
}

/* Bits of a mask such as 255.255.0.0; false when it isn't ones and then zeros. */
static bool parse_mask(const char *s, unsigned *len)
{
	uint32_t mask;

	if (!parse_ipv4(s, &mask))
		return false;
	for (*len = 0; *len <= 32; ++*len)
		if (mask_of(*len) == mask)
			return true;
	return false;
}

static bool is_dotted(const char *s)
{
	unsigned dots = 0;

	for (const char *c = s; *c && *c != '/'; c++)
		dots += *c == '.';
	return dots == 3 && strspn(s, "0123456789.") == strcspn(s, "/");
}

enum verdict explain_ipv4(struct explain *e, const char *thing)
{
	const char *slash = strchr(thing, '/');
	size_t n = slash ? (size_t)(slash - thing) : strlen(thing);
	char address[INET_ADDRSTRLEN] = "";
	unsigned bits = 32;
	uint64_t len;
	uint32_t v;

	if (!is_dotted(thing))
		return IS_NOT;
	if (n < sizeof address)
		snprintf(address, sizeof address, "%.*s", (int)n, thing);
	if (!parse_ipv4(address, &v)) {
		complain("%s: an IPv4 address is four numbers up to 255, dots between, without "
			 "leading zeros",
			 thing);
		return IS_BAD;
	}
	if (slash && parse_number(slash + 1, 0, 32, &len))
		bits = (unsigned)len;
	else if (slash && !parse_mask(slash + 1, &bits)) {
		complain("%s: behind the slash stands a length up to 32 or a mask", thing);
		return IS_BAD;
	}
	title(e, "%s: an IPv4 %s", thing, slash ? "address with its prefix" : "address");
	say_ipv4_block(e, v);
	say_class(e, v);
	say_group(e, v);
	if (slash)
		say_prefix(e, v, bits);
	say_forms(e, v);
	return IS;
}
