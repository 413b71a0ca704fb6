/* SPDX-License-Identifier: BSD-2-Clause */
/* peel explain: an IPv6 address: kind, scope, prefix, interface, and what hides in it. */
/* RFC 4291, RFC 5952 (spelling), RFC 6890 and IANA's registry of special blocks. */
#include "cli/cli.h"
#include "cli/explain.h"
#include "cli/explain_groups.h"
#include <arpa/inet.h>
#include <string.h>

#define IID 8 /* where the interface identifier begins */

static void say_mapped(struct explain *e, const uint8_t *a);
static void say_6to4(struct explain *e, const uint8_t *a);
static void say_teredo(struct explain *e, const uint8_t *a);

/* A block of addresses, and what it is for. */
struct block {
	uint8_t prefix[IPV6_LEN];
	uint8_t len;                                       /* bits that all have in common */
	const char *scope;                                 /* how far they are known */
	const char *says;                                  /* what it is for, and who says so */
	void (*inside)(struct explain *, const uint8_t *); /* says what hides in it */
};

/* Blocks inside others stand before them. */
static const struct block blocks[] = {
	{{0}, 128, "none", "unspecified: no address yet (RFC 4291, 2.5.2)"},
	{{[15] = 1}, 128, "host", "loopback (RFC 4291, 2.5.3)"},
	{{[10] = 0xff, 0xff}, 96, "host", "IPv4-mapped (RFC 4291, 2.5.5.2)", say_mapped},
	{{0}, 96, "global", "IPv4-compatible, given up (RFC 4291, 2.5.5.1)", say_mapped},
	{{0, 0x64, 0xff, 0x9b}, 96, "global", "NAT64, well-known prefix (RFC 6052)", say_mapped},
	{{0, 0x64, 0xff, 0x9b, 0, 1}, 48, "organization", "NAT64, local use (RFC 8215)"},
	{{1}, 64, "global", "discard only: a black hole (RFC 6666)"},
	{{1, 0, 0, 0, 0, 0, 0, 1}, 64, "none", "dummy prefix (RFC 9780)"},
	{{0x20, 1}, 32, "global", "Teredo (RFC 4380)", say_teredo},
	{{0x20, 1, 0, 1, [15] = 1}, 128, "global", "Port Control Protocol anycast (RFC 7723)"},
	{{0x20, 1, 0, 1, [15] = 2}, 128, "global", "TURN anycast (RFC 8155)"},
	{{0x20, 1, 0, 2}, 48, "organization", "benchmarks of network devices (RFC 5180)"},
	{{0x20, 1, 0, 3}, 32, "global", "Automatic Multicast Tunneling relays (RFC 7450)"},
	{{0x20, 1, 0, 4, 1, 0x12}, 48, "global", "AS112 servers (RFC 7535)"},
	{{0x20, 1, 0, 0x10}, 28, "global", "ORCHID, given up (RFC 4843)"},
	{{0x20, 1, 0, 0x20}, 28, "global", "ORCHIDv2: hashes, not places (RFC 7343)"},
	{{0x20, 1, 0, 0x30}, 28, "global", "remote identities of drones (RFC 9374)"},
	{{0x20, 1, 0x0d, 0xb8}, 32, "none", "documentation (RFC 3849)"},
	{{0x20, 1}, 23, "global", "IETF protocol assignments (RFC 2928)"},
	{{0x20, 2}, 16, "global", "6to4 (RFC 3056)", say_6to4},
	{{0x26, 0x20, 0, 0x4f, 0x80}, 48, "global", "AS112 servers (RFC 7534)"},
	{{0x3f, 0xff}, 20, "none", "documentation (RFC 9637)"},
	{{0x20}, 3, "global", "global unicast (RFC 4291, 2.5.4)"},
	{{0x5f}, 16, "organization", "segments of SRv6 (RFC 9602)"},
	{{0xfd}, 8, "organization", "unique local, with a random prefix (RFC 4193)"},
	{{0xfc}, 7, "organization", "unique local (RFC 4193)"},
	{{0xfe, 0x80}, 10, "link", "link-local: never forwarded (RFC 4291, 2.5.6)"},
	{{0xfe, 0xc0}, 10, "site", "site-local, given up (RFC 3879)"},
	{{0xff}, 8, NULL, "multicast (RFC 4291, 2.7)", say_ipv6_group},
	{{0}, 0, "unknown", "not assigned to anything (RFC 4291, 2.4)"},
};

/* Whether the first `len` bits of both are the same. */
static bool same_prefix(const uint8_t *a, const uint8_t *b, unsigned len)
{
	unsigned rest = len % 8;

	if (memcmp(a, b, len / 8))
		return false;
	return !rest || (a[len / 8] ^ b[len / 8]) >> (8 - rest) == 0;
}

static const struct block *find(const uint8_t *a)
{
	const struct block *b = blocks;

	while (!same_prefix(a, b->prefix, b->len))
		b++;
	return b;
}

static uint32_t ipv4_at(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void say_ipv4(struct explain *e, const char *what, uint32_t v)
{
	struct text words = {0};

	text_ip4(&words, v);
	say_text(e, what, &words);
	say_ipv4_block(e, v);
}

/* --- what hides in an address --- */

static void say_mapped(struct explain *e, const uint8_t *a)
{
	say_ipv4(e, "IPv4", ipv4_at(a + 12));
}

static void say_6to4(struct explain *e, const uint8_t *a)
{
	say_ipv4(e, "router", ipv4_at(a + 2));
	say(e, "subnet", "0x%02x%02x", a[6], a[7]);
}

/* The client's port and address stand inverted there, so that no NAT rewrites them (RFC 4380, 4).
 */
static void say_teredo(struct explain *e, const uint8_t *a)
{
	unsigned port = 0xffffu ^ ((unsigned)a[10] << 8 | a[11]);
	struct text words = {0};

	text_ip4(&words, ipv4_at(a + 4));
	say_text(e, "server", &words);
	say(e, "flags", "0x%02x%02x%s", a[8], a[9],
	    a[8] & 0x80 ? ": behind a cone NAT" : ": not behind a cone NAT");
	text_ip4(&words, ~ipv4_at(a + 12));
	text_format(&words, ", UDP port %u (both stand inverted in the address)", port);
	say_text(e, "client", &words);
}

/* --- the two halves --- */

static void say_halves(struct explain *e, const uint8_t *a)
{
	uint8_t half[IPV6_LEN] = {0};
	struct text words = {0};

	memcpy(half, a, IID);
	text_ip6(&words, half);
	text_put(&words, "/64");
	say_text(e, "prefix", &words);
	for (unsigned i = IID; i < IPV6_LEN; i += 2)
		text_format(&words, "%s%02x%02x", i > IID ? ":" : "", a[i], a[i + 1]);
	say_text(e, "interface", &words);
}

static bool is_isatap(const uint8_t *id)
{
	static const uint8_t mark[] = {0, 0x5e, 0xfe};

	return !(id[0] & 0xfd) && !memcmp(id + 1, mark, sizeof mark);
}

/* What the interface identifier was made from. */
static void say_origin(struct explain *e, const uint8_t *id)
{
	static const uint8_t zero[IID], anycast[] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	uint8_t mac[MAC_LEN];
	struct text words = {0};

	if (mac_of_interface(id, mac)) {
		text_mac(&words, mac);
		text_format(&words, " (%s): the interface is an EUI-64 (RFC 4291, appendix A)",
			    vendor_of(e, mac));
		say_text(e, "MAC", &words);
	} else if (is_isatap(id)) {
		say(e, "made by", "ISATAP (RFC 5214, 6.1)");
		say_ipv4(e, "IPv4", ipv4_at(id + 4));
	} else if (!memcmp(id, zero, IID)) {
		say(e, "anycast", "any router of the subnet (RFC 4291, 2.6.1)");
	} else if ((id[0] | 2) == 0xff && !memcmp(id + 1, anycast, 6) && id[7] >= 0x80) {
		say(e, "anycast", "number %u of those reserved (RFC 2526)", id[7] & 0x7fu);
	} else if (!memcmp(id, zero, 6)) {
		say(e, "made by", "hand, or a DHCP server: it is small");
	} else {
		say(e, "made by",
		    "chance: random (RFC 8981), hashed (RFC 7217) or by DHCP; no MAC in it");
	}
}

/* Neighbours are looked for by a group that has the address's last octets (RFC 4291, 2.7.1). */
static void say_solicited(struct explain *e, const uint8_t *a)
{
	uint8_t group[IPV6_LEN] = {0xff, 0x02, [11] = 1, 0xff, a[13], a[14], a[15]};
	uint8_t mac[MAC_LEN] = {0x33, 0x33, 0xff, a[13], a[14], a[15]};
	struct text words = {0};

	text_ip6(&words, group);
	text_put(&words, ", solicited-node group; on Ethernet ");
	text_mac(&words, mac);
	say_text(e, "neighbours", &words);
}

/* --- spellings and ranges --- */

static void say_spellings(struct explain *e, const uint8_t *a)
{
	static const char digits[] = "0123456789abcdef";
	struct text words = {0};

	for (unsigned i = 0; i < IPV6_LEN; i += 2)
		text_format(&words, "%s%02x%02x", i ? ":" : "", a[i], a[i + 1]);
	say_text(e, "in full", &words);
	text_ip6(&words, a);
	say_text(e, "in short", &words);
	for (unsigned i = IPV6_LEN; i-- > 0;) {
		text_char(&words, digits[a[i] & 15]);
		text_char(&words, '.');
		text_char(&words, digits[a[i] >> 4]);
		text_char(&words, '.');
	}
	text_put(&words, "ip6.arpa");
	say_text(e, "in the DNS", &words);
}

/* Sets the bits behind the first `len` to `bit`. */
static void fill_behind(uint8_t *to, const uint8_t *a, unsigned len, bool bit)
{
	memcpy(to, a, IPV6_LEN);
	for (unsigned i = len; i < 8 * IPV6_LEN; i++) {
		uint8_t mask = (uint8_t)(0x80 >> i % 8);

		to[i / 8] = (uint8_t)(bit ? to[i / 8] | mask : to[i / 8] & ~mask);
	}
}

static void say_range(struct explain *e, const uint8_t *a, unsigned len)
{
	uint8_t end[IPV6_LEN];
	struct text words = {0};

	fill_behind(end, a, len, false);
	text_ip6(&words, end);
	text_format(&words, "/%u", len);
	say_text(e, "network", &words);
	text_ip6(&words, end);
	text_put(&words, " to ");
	fill_behind(end, a, len, true);
	text_ip6(&words, end);
	if (len <= 64)
		text_format(&words, ": 2^%u networks of /64", 64 - len);
	else
		text_format(&words, ": 2^%u addresses", 128 - len);
	say_text(e, "range", &words);
}

static void say_block(struct explain *e, const struct block *b)
{
	struct text words = {0};

	text_ip6(&words, b->prefix);
	text_format(&words, "/%u: %s", b->len, b->says);
	say_text(e, "block", &words);
	if (b->scope)
		say(e, "scope", "%s", b->scope);
}

/* --- the whole --- */

/* The address alone, without zone and length of prefix, which are left in *behind. */
static bool parse(const char *thing, uint8_t *a, const char **behind)
{
	size_t n = strcspn(thing, "%/");
	char address[INET6_ADDRSTRLEN] = "";

	if (n >= sizeof address || !memchr(thing, ':', n))
		return false;
	memcpy(address, thing, n);
	*behind = thing + n;
	return inet_pton(AF_INET6, address, a) == 1;
}

/* Whether the address is an interface's in a subnet of 64 bits. */
static bool has_halves(const struct block *b, const uint8_t *a)
{
	return a[0] != 0xff && b->len <= 64 && b->inside != say_teredo;
}

static void explain_address(struct explain *e, const uint8_t *a, bool network)
{
	static const uint8_t zero[IID];
	const struct block *b = find(a);

	say_block(e, b);
	if (b->inside)
		b->inside(e, a);
	if (!has_halves(b, a) || (network && !memcmp(a + IID, zero, IID)))
		return;
	say_halves(e, a);
	say_origin(e, a + IID);
	say_solicited(e, a);
}

enum verdict explain_ipv6(struct explain *e, const char *thing)
{
	uint8_t a[IPV6_LEN];
	const char *behind, *slash;
	uint64_t len = 0;

	if (!parse(thing, a, &behind))
		return IS_NOT;
	slash = strchr(behind, '/');
	if (slash && !parse_number(slash + 1, 0, 128, &len)) {
		complain("%s: behind the slash stands a length up to 128", thing);
		return IS_BAD;
	}
	title(e, "%s: an IPv6 %s", thing, slash ? "address with its prefix" : "address");
	if (*behind == '%')
		say(e, "zone", "%.*s: on that interface of this host alone (RFC 4007, 11)",
		    (int)strcspn(behind + 1, "/"), behind + 1);
	explain_address(e, a, slash != NULL);
	if (slash)
		say_range(e, a, (unsigned)len);
	say_spellings(e, a);
	return IS;
}
