/* SPDX-License-Identifier: BSD-2-Clause */
/* What a literal of the craft language is worth as a value of some field. */
#include "config.h"

#include "craft/syntax.h"
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>

static int hex_digit(char c)
{
	int letter = (c | 32) - 'a';

	return c >= '0' && c <= '9' ? c - '0' : letter >= 0 && letter < 6 ? letter + 10 : -1;
}

static struct worth octets_of(struct craft *c, const void *p, uint32_t n)
{
	return (struct worth){.p = (const uint8_t *)arena_copy(&c->arena, p, n), .n = n};
}

/* --- octets and strings --- */

bool read_hex(struct craft *c, uint32_t at, uint32_t len, struct worth *w)
{
	uint8_t *p = arena_take(&c->arena, len / 2 + 1);
	uint32_t end = at + len, n = 0;

	while (at < end) {
		int high = hex_digit(c->text[at]);
		int low = at + 1 < end ? hex_digit(c->text[at + 1]) : -1;

		if (high < 0 || low < 0)
			return amiss(c, at, 1, "octets are pairs of hexadecimal digits");
		p[n++] = (uint8_t)(high << 4 | low);
		at += 2;
		at += at < end && strchr(":-.", c->text[at]) && at + 1 < end;
	}
	*w = (struct worth){.p = p, .n = n};
	return true;
}

/* The octet that an escape stands for; *len is what it takes.  -1: there is no such escape. */
static int escaped(const char *s, uint32_t *len)
{
	static const char letters[] = "n\nr\rt\t0\0\"\"\\\\'\'a\ab\bf\fv\v";

	*len = 2;
	if (s[1] == 'x') {
		int high = hex_digit(s[2]), low = high < 0 ? -1 : hex_digit(s[3]);

		*len = 4;
		return low < 0 ? -1 : high << 4 | low;
	}
	for (const char *l = letters; s[1] && l < letters + sizeof letters - 1; l += 2)
		if (*l == s[1])
			return (unsigned char)l[1];
	return -1;
}

bool read_quoted(struct craft *c, uint32_t at, uint32_t *len, struct worth *w)
{
	const char *s = c->text + at + 1;
	uint8_t *p = arena_take(&c->arena, strlen(s) + 1);
	uint32_t n = 0, took = 0;

	while (*s && *s != '"') {
		int octet = *s == '\\' ? escaped(s, &took) : (unsigned char)*s;

		if (octet < 0)
			return amiss(
				c, (uint32_t)(s - c->text), s[1] ? 2 : 1,
				"there is no such escape: \\n \\r \\t \\0 \\\" \\\\ \\x41 are");
		p[n++] = (uint8_t)octet;
		s += *s == '\\' ? took : 1;
	}
	if (!*s)
		return amiss(c, at, 1, "the string that begins here has no end");
	*len = (uint32_t)(s + 1 - c->text) - at;
	*w = (struct worth){.p = p, .n = n};
	return true;
}

/* --- numbers --- */

/* The letters of TCP's flags (RFC 9293, 3.1; RFC 9768), from the lowest bit on. */
static bool tcp_flags(const char *s, uint64_t *v)
{
	static const char letters[] = "FSRPAUECN";

	for (*v = 0; *s; s++) {
		const char *at = strchr(letters, toupper((unsigned char)*s));

		if (!at)
			return false;
		*v |= UINT64_C(1) << (at - letters);
	}
	return true;
}

/*
 * The value that the field's table has this word for, without what it has in brackets; '_'
 * stands for spaces.
 */
static bool value_of_word(const struct field *f, const char *s, uint64_t *v)
{
	size_t n = strlen(s);

	for (unsigned i = 0; f->words && i < f->words->n; i++) {
		const struct word *w = &f->words->list[i];
		size_t k = 0;

		while (k < n && w->text[k] &&
		       (tolower((unsigned char)w->text[k]) == tolower((unsigned char)s[k]) ||
			(w->text[k] == ' ' && s[k] == '_')))
			k++;
		if (k != n || (w->text[k] && strncmp(w->text + k, " (", 2)))
			continue;
		*v = w->from;
		return true;
	}
	return false;
}

static bool plain_number(const char *s, bool is_signed, uint64_t *v)
{
	bool binary = s[0] == '0' && (s[1] | 32) == 'b';
	char *end;

	errno = 0;
	if (!isdigit((unsigned char)*s) &&
	    !(is_signed && *s == '-' && isdigit((unsigned char)s[1])))
		return false;
	if (is_signed)
		*v = (uint64_t)strtoll(s, &end, 0);
	else
		*v = binary ? strtoull(s + 2, &end, 2) : strtoull(s, &end, 0);
	return !*end && !errno;
}

static uint64_t most_of(const struct field *f)
{
	unsigned bits = f->bits ? f->bits : 8 * kind_size(f->kind);

	return bits && bits < 64 ? (UINT64_C(1) << bits) - 1 : UINT64_MAX;
}

/* A number in the field's own unit, as it will stand in the packet. */
static bool read_number(struct craft *c, const struct field *f, const char *s, uint32_t at,
			uint32_t len, struct worth *w)
{
	uint64_t most = most_of(f);

	if (!plain_number(s, kind_is_signed(f->kind), &w->u) && !value_of_word(f, s, &w->u) &&
	    (strcmp(f->name, "tcp.flags") || !tcp_flags(s, &w->u)))
		return amiss(c, at, len, "\"%.40s\" is no number%s", s,
			     f->words ? ", nor one of the words for the field's values" : "");
	if (f->traits & FACTOR) {
		if (w->u % f->factor)
			return amiss(c, at, len, "%s counts units of %u: %s isn't a multiple",
				     f->name, f->factor, s);
		w->u /= f->factor;
	}
	if (kind_is_signed(f->kind))
		w->u &= most;
	else if (w->u > most)
		return amiss(c, at, len, "%s is too large: %s has values up to %llu", s, f->name,
			     (unsigned long long)most * (f->traits & FACTOR ? f->factor : 1));
	return true;
}

static bool read_bool(struct craft *c, const struct field *f, const char *s, uint32_t at,
		      uint32_t len, struct worth *w)
{
	if (!strcasecmp(s, "true") || !strcasecmp(s, "false")) {
		w->u = (*s | 32) == 't';
		return true;
	}
	return read_number(c, f, s, at, len, w);
}

/* --- addresses --- */

static bool read_ipv4(struct craft *c, const char *s, uint32_t at, uint32_t len, struct worth *w)
{
	struct in_addr a;

	if (inet_pton(AF_INET, s, &a) != 1)
		return amiss(c, at, len, "\"%.40s\" is no IPv4 address", s);
	w->u = ntohl(a.s_addr);
	return true;
}

static bool read_ipv6(struct craft *c, const char *s, uint32_t at, uint32_t len, struct worth *w)
{
	struct in6_addr a;

	if (inet_pton(AF_INET6, s, &a) != 1)
		return amiss(c, at, len, "\"%.40s\" is no IPv6 address", s);
	*w = octets_of(c, &a, sizeof a);
	return true;
}

/* An address of hardware as a number. */
static bool read_hardware(struct craft *c, const char *s, uint32_t at, uint32_t len, unsigned n,
			  struct worth *w)
{
	struct worth octets = {0};

	if (!strcmp(s, "broadcast")) {
		w->u = n < 8 ? (UINT64_C(1) << 8 * n) - 1 : UINT64_MAX;
		return true;
	}
	if (!read_hex(c, at, len, &octets))
		return false;
	if (octets.n != n)
		return amiss(c, at, len, "\"%.40s\" is no address of %u octets", s, n);
	w->u = load_be(octets.p, n);
	return true;
}

/* A domain name as labels with their lengths before them (RFC 1035, 3.1). */
static bool read_labels(struct craft *c, const char *s, uint32_t at, uint32_t len, struct worth *w)
{
	uint8_t *p = arena_take(&c->arena, len + 2), *out = p;

	while (*s) {
		size_t n = strcspn(s, ".");

		if (!n && s[1])
			return amiss(c, at, len, "a label of a domain name is empty");
		if (n > 63)
			return amiss(c, at, len, "a label of a domain name has at most 63 octets");
		if (n) {
			*out++ = (uint8_t)n;
			memcpy(out, s, n);
			out += n;
		}
		s += n + (s[n] == '.');
	}
	*out++ = 0;
	*w = (struct worth){.p = p, .n = (uint32_t)(out - p)};
	return true;
}

bool read_worth(struct craft *c, const struct field *f, uint32_t at, uint32_t len, struct worth *w)
{
	bool quoted = c->text[at] == '"';
	const char *s;
	uint32_t took = 0;

	*w = (struct worth){0};
	if (quoted && !read_quoted(c, at, &took, w))
		return false;
	s = quoted ? (const char *)octets_of(c, w->p, w->n).p
		   : arena_copy(&c->arena, c->text + at, len);
	switch ((enum kind)f->kind) {
	case STRING:
		if (f->base == DNS_LABELS)
			return read_labels(c, s, at, len, w);
		if (!quoted)
			*w = octets_of(c, s, len);
		return true;
	case BYTES:
	case OID:
	case GUID:
		if (quoted)
			return true;
		took = !strncmp(s, "0x", 2) ? 2 : 0;
		return read_hex(c, at + took, len - took, w);
	case IPV4:
		return read_ipv4(c, s, at, len, w);
	case IPV6:
		return read_ipv6(c, s, at, len, w);
	case ETHER:
		return read_hardware(c, s, at, len, 6, w);
	case EUI64:
		return read_hardware(c, s, at, len, 8, w);
	case BOOL:
		return read_bool(c, f, s, at, len, w);
	case NONE:
	case PROTO:
	case HEADING:
	case FLOAT:
	case DOUBLE:
	case N_KINDS:
		return amiss(c, at, len, "%s has no value that can be set", f->name);
	default:
		return read_number(c, f, s, at, len, w);
	}
}
