/* SPDX-License-Identifier: BSD-2-Clause */
/* Rules for other addresses in frames: reading and applying them. */
#include "craft/remap.h"
#include "core/arena.h"
#include "craft/readdress.h"
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

/* --- reading rules --- */

struct remap *remap_open(void)
{
	return need_zero(1, sizeof(struct remap));
}

void remap_close(struct remap *m)
{
	if (!m)
		return;
	free(m->prefixes);
	free(m->macs);
	free(m);
}

bool remap_is_empty(const struct remap *m)
{
	return !m->n_prefixes && !m->n_macs && !m->has_src && !m->has_dst;
}

/* An address of n octets (4 or 16) and how many bits of it count; false: it is none. */
static bool read_prefix(char *s, uint8_t *address, unsigned *n, unsigned *bits)
{
	char *slash = strchr(s, '/'), *end;
	unsigned long v;

	if (slash)
		*slash++ = '\0';
	*n = strchr(s, ':') ? 16 : 4;
	*bits = *n * 8;
	if (inet_pton(*n == 16 ? AF_INET6 : AF_INET, s, address) != 1)
		return false;
	if (!slash)
		return true;
	v = strtoul(slash, &end, 10);
	*bits = (unsigned)v;
	return *slash >= '0' && *slash <= '9' && !*end && v <= *n * 8;
}

bool remap_addresses(struct remap *m, const char *rule, struct fault *fault)
{
	struct prefix_rule r = {0};
	char *copy = need_copy(rule), *to = strchr(copy, '=');
	unsigned n = 0;
	bool good = to != NULL;

	if (to)
		*to++ = '\0';
	good = good && read_prefix(copy, r.from, &r.n, &r.from_bits) &&
	       read_prefix(to, r.to, &n, &r.to_bits);
	free(copy);
	if (!good)
		fault_set(fault, "\"%s\" isn't of the form 10.0.0.0/8=10.77.0.0/16", rule);
	else if (r.n != n)
		fault_set(fault, "\"%s\" has IPv4 on one side and IPv6 on the other", rule);
	if (!good || r.n != n)
		return false;
	m->prefixes = need_more(m->prefixes, (m->n_prefixes + 1) * sizeof *m->prefixes);
	m->prefixes[m->n_prefixes++] = r;
	return true;
}

static int digit_of(char c)
{
	return c >= '0' && c <= '9'                 ? c - '0'
	       : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
						    : -1;
}

/* Six pairs of digits with ':' or '-' between them, and nothing behind. */
static bool read_mac(const char *s, size_t n, uint8_t mac[6])
{
	if (n != 17)
		return false;
	for (unsigned i = 0; i < 6; i++, s += 3) {
		int high = digit_of(s[0]), low = high < 0 ? -1 : digit_of(s[1]);

		if (low < 0 || (i < 5 && s[2] != ':' && s[2] != '-'))
			return false;
		mac[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

/* One rule of n characters. */
static bool read_mac_rule(struct remap *m, const char *s, size_t n)
{
	const char *to = memchr(s, '=', n);
	size_t key = to ? (size_t)(to++ - s) : 0;
	struct mac_rule r = {0};

	if (!to || !read_mac(to, n - key - 1, r.to))
		return false;
	if (key == 3 && !memcmp(s, "src", 3)) {
		m->has_src = true;
		memcpy(m->src, r.to, sizeof m->src);
	} else if (key == 3 && !memcmp(s, "dst", 3)) {
		m->has_dst = true;
		memcpy(m->dst, r.to, sizeof m->dst);
	} else if (read_mac(s, key, r.from)) {
		m->macs = need_more(m->macs, (m->n_macs + 1) * sizeof *m->macs);
		m->macs[m->n_macs++] = r;
	} else {
		return false;
	}
	return true;
}

bool remap_macs(struct remap *m, const char *rules, struct fault *fault)
{
	for (const char *s = rules;; s++) {
		size_t n = strcspn(s, ",");

		if (!read_mac_rule(m, s, n)) {
			fault_set(fault,
				  "\"%.*s\" isn't of the form OLD=NEW, src=NEW or dst=NEW "
				  "with addresses like 02:00:00:00:00:01",
				  (int)n, s);
			return false;
		}
		s += n;
		if (!*s)
			return true;
	}
}

/* --- applying them --- */

/* The first n bits are those of `bits`. */
static void put_bits(uint8_t *p, const uint8_t *bits, unsigned n)
{
	uint8_t mask = (uint8_t)(0xff00 >> n % 8);

	memcpy(p, bits, n / 8);
	if (n % 8)
		p[n / 8] = (uint8_t)((p[n / 8] & ~mask) | (bits[n / 8] & mask));
}

static bool is_in_prefix(const uint8_t *p, const uint8_t *prefix, unsigned bits)
{
	uint8_t mask = (uint8_t)(0xff00 >> bits % 8);

	return !memcmp(p, prefix, bits / 8) &&
	       (!(bits % 8) || !((p[bits / 8] ^ prefix[bits / 8]) & mask));
}

bool remap_address(const struct remap *m, uint8_t *p, unsigned n)
{
	for (unsigned i = 0; i < m->n_prefixes; i++) {
		const struct prefix_rule *r = &m->prefixes[i];

		if (r->n != n || !is_in_prefix(p, r->from, r->from_bits))
			continue;
		put_bits(p, r->to, r->to_bits);
		return true;
	}
	return false;
}

bool remap_mac(const struct remap *m, uint8_t *p)
{
	for (unsigned i = 0; i < m->n_macs; i++)
		if (!memcmp(p, m->macs[i].from, 6)) {
			memcpy(p, m->macs[i].to, 6);
			return true;
		}
	return false;
}
