/* SPDX-License-Identifier: BSD-2-Clause */
/* Finding the addresses of a frame, and mending the checksums that cover them. */
/* RFC 1624 (checksums), 826 (ARP), 791, 8200, 792, 4443, 4861 (neighbour discovery), 2784 */
#include "craft/readdress.h"
#include "core/checksum.h"
#include "core/cursor.h"
#include "craft/remap.h"

/*
 * What changed is told as a sum of 16-bit words of ones' complement: each new word and the
 * complement of the old one are added.  What covers the change adds that sum to its own.
 * Everything that is changed stands at even offsets of whatever covers it.
 */

/* A stretch of a frame that may be written to. */
struct zone {
	const struct remap *m;
	uint8_t *p;
	uint32_t n;     /* octets captured */
	unsigned depth; /* headers around it */
};

/* Headers inside one another that are looked at. */
#define DEPTH_MOST 16

static bool has(const struct zone *s, uint32_t at, uint32_t n)
{
	return at <= s->n && n <= s->n - at;
}

/* What stands behind the first `at` octets. */
static struct zone behind(const struct zone *s, uint32_t at)
{
	if (at > s->n)
		at = s->n;
	return (struct zone){s->m, s->p + at, s->n - at, s->depth + 1};
}

/* The first n octets, as a length field says; 0: it says nothing. */
static void cut(struct zone *s, uint32_t n)
{
	if (n && n < s->n)
		s->n = n;
}

/* 0 where the part ends before. */
static uint16_t word_at(const struct zone *s, uint32_t at)
{
	return has(s, at, 2) ? (uint16_t)load_be(s->p + at, 2) : 0;
}

static void put_word(const struct zone *s, uint32_t at, uint16_t v)
{
	s->p[at] = (uint8_t)(v >> 8);
	s->p[at + 1] = (uint8_t)v;
}

/* --- sums --- */

static uint32_t sum_of(const uint8_t *p, uint32_t n)
{
	return inet_fold(inet_sum(0, (struct span){p, n, n}));
}

/* What changing n octets from `old` to `new` adds to a sum. */
static uint32_t change_of(const uint8_t *old, const uint8_t *new, uint32_t n)
{
	return memcmp(old, new, n) ? (0xffff - sum_of(old, n)) + sum_of(new, n) : 0;
}

/*
 * The checksum at `at` covers such a change (RFC 1624, equation 3).  `unused`: 0 says that there
 * is none, and 0xffff stands for 0.  Gives what that adds to the sums around it.
 */
static uint32_t mend(const struct zone *s, uint32_t at, uint32_t change, bool unused)
{
	uint16_t old = word_at(s, at), new;

	if (!change || !has(s, at, 2) || (unused && !old))
		return 0;
	new = (uint16_t)~inet_fold((uint32_t)(uint16_t)~old + inet_fold(change));
	if (unused && !new)
		new = 0xffff;
	put_word(s, at, new);
	return (uint32_t)(uint16_t)~old + new;
}

static uint32_t change_address(const struct zone *s, uint32_t at, unsigned n)
{
	uint8_t old[16];

	if (!has(s, at, n))
		return 0;
	memcpy(old, s->p + at, n);
	return remap_address(s->m, s->p + at, n) ? change_of(old, s->p + at, n) : 0;
}

static uint32_t change_mac(const struct zone *s, uint32_t at)
{
	uint8_t old[6];

	if (!has(s, at, 6))
		return 0;
	memcpy(old, s->p + at, 6);
	return remap_mac(s->m, s->p + at) ? change_of(old, s->p + at, 6) : 0;
}

/* --- what IP carries --- */

static uint32_t change_ip(const struct zone *s);
static uint32_t change_by_type(const struct zone *s, uint16_t type);

/* Quoted packets of errors: those that ICMP of either version carries. */
static bool is_error(unsigned version, uint8_t type)
{
	if (version == 6)
		return type < 128;
	return type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
}

/* Options of neighbour discovery with a hardware address: source and target (RFC 4861, 4.6.1). */
static uint32_t change_nd_options(const struct zone *s, uint32_t at)
{
	uint32_t change = 0;

	while (has(s, at, 8) && s->p[at + 1]) {
		if ((s->p[at] == 1 || s->p[at] == 2) && s->p[at + 1] == 1)
			change += change_mac(s, at + 2);
		at += (uint32_t)s->p[at + 1] * 8;
	}
	return change;
}

static uint32_t change_nd(const struct zone *s, uint8_t type)
{
	static const uint8_t options_at[] = {8, 16, 24, 24, 40};
	uint32_t change = 0;

	if (type >= 135)
		change = change_address(s, 8, 16);
	if (type == 137)
		change += change_address(s, 24, 16);
	return change + change_nd_options(s, options_at[type - 133]);
}

static uint32_t change_icmp(const struct zone *s, unsigned version, uint32_t pseudo)
{
	struct zone quoted = behind(s, 8);
	uint32_t change = 0;
	uint8_t type;

	if (!has(s, 0, 4))
		return 0;
	type = s->p[0];
	/* A redirect tells of a gateway. */
	if (version == 4 && type == 5)
		change = change_address(s, 4, 4);
	if (is_error(version, type))
		change += change_ip(&quoted);
	else if (version == 6 && type >= 133 && type <= 137)
		change = change_nd(s, type);
	return change + mend(s, 2, inet_fold(change) + pseudo, false);
}

/* GRE (RFC 2784): its checksum covers what it carries. */
static uint32_t change_gre(const struct zone *s)
{
	uint16_t flags = word_at(s, 0);
	uint32_t at =
		4 + (flags & 0x8000 ? 4 : 0) + (flags & 0x2000 ? 4 : 0) + (flags & 0x1000 ? 4 : 0);
	struct zone inner = behind(s, at);
	uint32_t change;

	if (flags & 0x4007) /* routing, or another version */
		return 0;
	change = change_by_type(&inner, word_at(s, 2));
	if (flags & 0x8000)
		change += mend(s, 4, inet_fold(change), false);
	return change;
}

/* Where a header has a checksum over the addresses, too. */
static const struct covering {
	uint8_t protocol;
	bool v4, v6; /* under which IP */
	bool unused; /* 0 says that there is none */
	uint8_t at;
} coverings[] = {
	{6, true, true, false, 16},   /* TCP */
	{17, true, true, true, 6},    /* UDP */
	{33, true, true, false, 6},   /* DCCP */
	{89, false, true, false, 12}, /* OSPFv3 */
	{103, false, true, false, 2}, /* PIM */
	{112, true, true, false, 6},  /* VRRP 3 */
	{135, false, true, false, 4}, /* mobility */
	{136, true, true, true, 6},   /* UDP-Lite */
};

/* VRRP before version 3 has no pseudo header: RFC 3768, 5.3.8; RFC 5798, 5.2.8. */
static bool is_old_vrrp(const struct zone *s, uint8_t protocol)
{
	return protocol == 112 && has(s, 0, 1) && s->p[0] >> 4 < 3;
}

/* What is carried as that protocol, `pseudo` being the change of the addresses around it. */
static uint32_t change_payload(const struct zone *s, unsigned version, uint8_t protocol,
			       uint32_t pseudo)
{
	if (protocol == 1 && version == 4)
		return change_icmp(s, 4, 0);
	if (protocol == 58 && version == 6)
		return change_icmp(s, 6, pseudo);
	if (protocol == 4 || protocol == 41)
		return change_ip(s);
	if (protocol == 47)
		return change_gre(s);
	for (unsigned i = 0; i < COUNT(coverings); i++)
		if (coverings[i].protocol == protocol && !is_old_vrrp(s, protocol) &&
		    (version == 4 ? coverings[i].v4 : coverings[i].v6))
			return mend(s, coverings[i].at, pseudo, coverings[i].unused);
	return 0;
}

/* --- IP --- */

static uint32_t change_ipv4(const struct zone *s)
{
	uint32_t header = (uint32_t)(s->p[0] & 15) * 4, pseudo, change;
	struct zone whole = *s, inner;

	if (!has(s, 0, 20) || header < 20)
		return 0;
	cut(&whole, word_at(s, 2));
	inner = behind(&whole, header);
	pseudo = change_address(s, 12, 4) + change_address(s, 16, 4);
	change = pseudo + mend(s, 10, pseudo, false);
	if (word_at(s, 6) & 0x1fff) /* a fragment that isn't the first */
		return change;
	return change + change_payload(&inner, 4, s->p[9], pseudo);
}

/* One extension header behind another; what of it matters to who goes through them. */
struct chain {
	uint8_t next;
	uint32_t at;
	bool fragment; /* not the first one of a packet */
	bool routed;   /* the destination isn't the last one: sums are of another address */
};

/* Goes past one; false: what is there is none. */
static bool pass_header(const struct zone *s, struct chain *c)
{
	uint8_t kind = c->next;
	uint32_t n;

	if (!has(s, c->at, 8) ||
	    (kind != 0 && kind != 43 && kind != 44 && kind != 51 && kind != 60))
		return false;
	n = (uint32_t)s->p[c->at + 1] * 8 + 8;
	if (kind == 44) {
		n = 8;
		c->fragment = (word_at(s, c->at + 2) & 0xfff8) != 0;
	} else if (kind == 51) {
		n = ((uint32_t)s->p[c->at + 1] + 2) * 4;
	} else if (kind == 43 && s->p[c->at + 3]) {
		c->routed = true;
	}
	c->next = s->p[c->at];
	c->at += n;
	return !c->fragment;
}

static uint32_t change_ipv6(const struct zone *s)
{
	struct chain c = {.at = 40};
	struct zone whole = *s, inner;
	uint32_t src, dst, change;

	if (!has(s, 0, 40))
		return 0;
	src = change_address(s, 8, 16);
	dst = change_address(s, 24, 16);
	change = src + dst;
	c.next = s->p[6];
	cut(&whole, word_at(s, 4) ? word_at(s, 4) + UINT32_C(40) : 0);
	while (pass_header(&whole, &c))
		;
	if (c.fragment)
		return change;
	inner = behind(&whole, c.at);
	return change + change_payload(&inner, 6, c.next, c.routed ? src : change);
}

static uint32_t change_ip(const struct zone *s)
{
	if (!s->n || s->depth > DEPTH_MOST)
		return 0;
	return s->p[0] >> 4 == 4 ? change_ipv4(s) : s->p[0] >> 4 == 6 ? change_ipv6(s) : 0;
}

/* --- what is below IP --- */

/* Hardware addresses of 6 octets and IPv4's are looked at, others left. */
static uint32_t change_arp(const struct zone *s)
{
	uint32_t change = 0, hardware, protocol;

	if (!has(s, 0, 8))
		return 0;
	hardware = s->p[4];
	protocol = s->p[5];
	if (hardware == 6)
		change = change_mac(s, 8) + change_mac(s, 8 + hardware + protocol);
	if (protocol == 4)
		change += change_address(s, 8 + hardware, 4) +
			  change_address(s, 8 + 2 * hardware + protocol, 4);
	return change;
}

static uint32_t change_mpls(const struct zone *s)
{
	uint32_t at = 0;
	struct zone inner;

	while (has(s, at, 4) && !(s->p[at + 2] & 1))
		at += 4;
	inner = behind(s, at + 4);
	return change_ip(&inner);
}

static uint32_t change_pppoe(const struct zone *s)
{
	struct zone inner = behind(s, 8);
	uint16_t type = word_at(s, 6);

	return type == 0x21 || type == 0x57 ? change_ip(&inner) : 0;
}

static uint32_t change_ethernet(const struct zone *s)
{
	struct zone inner = behind(s, 14);

	if (!has(s, 0, 14))
		return 0;
	if (s->m->has_dst)
		memcpy(s->p, s->m->dst, 6);
	else
		remap_mac(s->m, s->p);
	if (s->m->has_src)
		memcpy(s->p + 6, s->m->src, 6);
	else
		remap_mac(s->m, s->p + 6);
	return change_by_type(&inner, word_at(s, 12));
}

/* What an EtherType says; less than 1536 is a length, with LLC behind it. */
static uint32_t change_by_type(const struct zone *s, uint16_t type)
{
	static const uint8_t snap[] = {0xaa, 0xaa, 0x03, 0, 0, 0};
	struct zone tagged = behind(s, 4), inner = behind(s, 8);

	if (s->depth > DEPTH_MOST)
		return 0;
	if (type < 1536 && has(s, 0, 8) && !memcmp(s->p, snap, sizeof snap))
		return change_by_type(&inner, word_at(s, 6));
	switch (type) {
	case 0x0800:
	case 0x86dd:
		return change_ip(s);
	case 0x0806:
	case 0x8035:
		return change_arp(s);
	case 0x8100:
	case 0x88a8:
	case 0x9100:
		return change_by_type(&tagged, word_at(s, 2));
	case 0x8847:
	case 0x8848:
		return change_mpls(s);
	case 0x8864:
		return change_pppoe(s);
	default:
		return 0;
	}
}

void remap_frame(const struct remap *m, uint8_t *p, uint32_t n, uint32_t link)
{
	struct zone all = {.m = m, .n = n};

	all.p = p;
	if (link == 1)
		change_ethernet(&all);
	else if (link == 101 || link == 12 || link == 14 || link == 228 || link == 229)
		change_ip(&all);
}
