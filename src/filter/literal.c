/* SPDX-License-Identifier: BSD-2-Clause */
/* What a literal means as a value of some type. */
#include "config.h"

#include "filter/syntax.h"
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>

const char *type_name(enum type type)
{
	static const char *const names[] = {
		[V_NONE] = "nothing",
		[V_UINT] = "an unsigned number",
		[V_SINT] = "a signed number",
		[V_BOOL] = "a boolean",
		[V_FLOAT] = "a floating-point number",
		[V_IPV4] = "an IPv4 address",
		[V_IPV6] = "an IPv6 address",
		[V_ETHER] = "a MAC address",
		[V_EUI64] = "an EUI-64",
		[V_BYTES] = "octets",
		[V_STRING] = "a string",
		[V_GUID] = "a GUID",
		[V_OID] = "an object identifier",
		[V_ABSTIME] = "a date and time",
		[V_RELTIME] = "a span of time in seconds",
	};

	return names[type];
}

bool no_such(struct filter *f, const struct term *t, enum type type, const char *hint)
{
	return wrong(f, t->at, t->len, "\"%.40s\" is not %s%s%s", t->text, type_name(type),
		     *hint ? ", " : "", hint);
}

static struct range octets(enum type type, const void *p, uint32_t n)
{
	return single((struct value){.type = type, .n = n, .p = p});
}

/* --- numbers --- */

/* "10", "0xa", "012", "0b1010"; false: no number, or more than 64 bits (then errno is ERANGE). */
static bool parse_number(const char *s, uint64_t *v)
{
	bool binary = s[0] == '0' && (s[1] | 32) == 'b';
	char *end;

	errno = 0;
	if (!isdigit((unsigned char)*s))
		return false;
	*v = binary ? strtoull(s + 2, &end, 2) : strtoull(s, &end, 0);
	return !*end && end > s + 2 * binary && !errno;
}

/* The value that a table has a word for, whatever its case; false: none, or a range of them. */
static bool value_of_word(const struct field *like, const char *s, uint64_t *v)
{
	for (unsigned i = 0; like && like->words && i < like->words->n; i++) {
		const struct word *w = &like->words->list[i];

		if (strcasecmp(w->text, s) || (w->to && w->to != w->from))
			continue;
		*v = w->from;
		return true;
	}
	return false;
}

static uint64_t most_of(const struct field *like, bool is_signed)
{
	unsigned bits = like && kind_size(like->kind) ? 8 * kind_size(like->kind) : 64;

	if (like && like->kind == FRAMENUM)
		bits = 32;
	bits -= is_signed;
	return bits < 64 ? (UINT64_C(1) << bits) - 1 : UINT64_MAX;
}

static bool number_of(struct filter *f, const struct term *t, const struct field *like,
		      enum type type, uint64_t *v)
{
	uint64_t most = most_of(like, type == V_SINT);

	if (t->op == OP_CHAR) {
		*v = (uint8_t)*t->text;
		return true;
	}
	if (t->op == OP_WORD && parse_number(t->text, v)) {
		if (*v <= most)
			return true;
		return wrong(f, t->at, t->len, "%s is too large: %s has values up to %llu", t->text,
			     like ? like->name : "what is calculated", (unsigned long long)most);
	}
	if (t->op == OP_WORD && errno == ERANGE && isdigit((unsigned char)*t->text))
		return wrong(f, t->at, t->len, "%.40s is too large for 64 bits", t->text);
	if (value_of_word(like, t->text, v))
		return true;
	return no_such(f, t, type,
		       like && like->words ? "nor one of the words for the field's values" : "");
}

static bool as_number(struct filter *f, struct term *t, enum type type, const struct field *like)
{
	struct value v = {.type = type};

	if (!number_of(f, t, like, type, &v.u))
		return false;
	t->value = single(v);
	return true;
}

static bool as_bool(struct filter *f, struct term *t, const struct field *like)
{
	struct value v = {.type = V_BOOL};
	bool yes = !strcmp(t->text, "True") || !strcmp(t->text, "TRUE");

	if (!yes && strcmp(t->text, "False") && strcmp(t->text, "FALSE")) {
		if (t->op == OP_WORD && parse_number(t->text, &v.u))
			yes = v.u != 0;
		else if (value_of_word(like, t->text, &v.u))
			yes = v.u != 0;
		else
			return no_such(f, t, V_BOOL, "as True, False, 1 and 0 are");
	}
	v.u = yes;
	t->value = single(v);
	return true;
}

static bool as_float(struct filter *f, struct term *t)
{
	struct value v = {.type = V_FLOAT};
	char *end;

	v.d = strtod(t->text, &end);
	if (end == t->text || *end)
		return no_such(f, t, V_FLOAT, "");
	t->value = single(v);
	return true;
}

/* --- addresses --- */

/* "/24" behind an address; false: no prefix of so many bits at most. */
static bool take_prefix(char *s, unsigned most, unsigned *bits)
{
	char *slash = strchr(s, '/'), *end;
	unsigned long n;

	*bits = most;
	if (!slash)
		return true;
	*slash = '\0';
	n = strtoul(slash + 1, &end, 10);
	*bits = (unsigned)n;
	return isdigit((unsigned char)slash[1]) && !*end && n <= most;
}

static bool as_ipv4(struct filter *f, struct term *t)
{
	char *s = arena_copy(&f->arena, t->text, t->text_len);
	struct value v = {.type = V_IPV4};
	struct in_addr a;
	uint32_t rest;
	unsigned bits;

	if (!take_prefix(s, 32, &bits))
		return no_such(f, t, V_IPV4, "whose prefix has 0 to 32 bits");
	if (inet_pton(AF_INET, s, &a) != 1)
		return no_such(f, t, V_IPV4,
			       "which is four numbers from 0 to 255 with dots between");
	rest = bits ? (uint32_t)((UINT64_C(1) << (32 - bits)) - 1) : UINT32_MAX;
	v.u = ntohl(a.s_addr) & ~rest;
	t->value.lo = v;
	v.u |= rest;
	t->value.hi = v;
	return true;
}

static bool as_ipv6(struct filter *f, struct term *t)
{
	char *s = arena_copy(&f->arena, t->text, t->text_len);
	uint8_t *lo = arena_take(&f->arena, 16), *hi = arena_take(&f->arena, 16);
	unsigned bits;

	if (!take_prefix(s, 128, &bits))
		return no_such(f, t, V_IPV6, "whose prefix has 0 to 128 bits");
	if (inet_pton(AF_INET6, s, lo) != 1)
		return no_such(f, t, V_IPV6, "");
	memcpy(hi, lo, 16);
	for (unsigned bit = bits; bit < 128; bit++) {
		lo[bit / 8] &= (uint8_t) ~(0x80 >> bit % 8);
		hi[bit / 8] |= (uint8_t)(0x80 >> bit % 8);
	}
	t->value.lo = (struct value){.type = V_IPV6, .n = 16, .p = lo};
	t->value.hi = (struct value){.type = V_IPV6, .n = 16, .p = hi};
	return true;
}

/* --- octets --- */

static bool is_separator(char c)
{
	return c == ':' || c == '-' || c == '.';
}

/*
 * "aa:bb", "aa-bb", "aa.bb", "aabb.ccdd", "a.b": groups of up to four digits, one kind of
 * separator.  The octets' number; -1: they are none.
 */
static int parse_octets(const char *s, uint8_t *to)
{
	char separator = '\0';
	int n = 0;

	while (*s) {
		unsigned digits = 0;
		uint32_t v = 0;

		for (; isxdigit((unsigned char)*s) && digits < 5; s++, digits++)
			v = v << 4 | (uint32_t)hex_value(*s);
		if (!digits || digits == 3 || digits == 5)
			return -1;
		if (digits == 4)
			to[n++] = (uint8_t)(v >> 8);
		to[n++] = (uint8_t)v;
		if (!*s)
			return digits == 4 && !separator ? -1 : n;
		if (!is_separator(*s) || (separator && *s != separator))
			return -1;
		separator = *s++;
	}
	return -1;
}

/* "0xff", which is one octet. */
static bool is_hex_octet(const char *s, uint8_t *to)
{
	uint64_t v;

	if (s[0] != '0' || (s[1] | 32) != 'x' || strlen(s) != 4 || !parse_number(s, &v))
		return false;
	*to = (uint8_t)v;
	return true;
}

static bool as_bytes(struct filter *f, struct term *t)
{
	uint8_t *to = arena_take(&f->arena, t->text_len + 1);
	int n = -1;

	if (t->op == OP_STRING || t->op == OP_CHAR) {
		t->value = octets(V_BYTES, t->text, t->text_len);
		return true;
	}
	n = is_hex_octet(t->text, to) ? 1 : parse_octets(t->text, to);
	if (n < 0)
		return no_such(
			f, t, V_BYTES,
			"as are hexadecimal pairs with ':', '-' or '.' between, or \"text\"");
	t->value = octets(V_BYTES, to, (uint32_t)n);
	return true;
}

/* "000c29010203": digits alone, as many as the octets need. */
static bool parse_digits(const char *s, uint8_t *to, int octets)
{
	for (int i = 0; i < 2 * octets; i++) {
		if (!isxdigit((unsigned char)s[i]))
			return false;
		to[i / 2] = (uint8_t)(to[i / 2] << 4 | hex_value(s[i]));
	}
	return !s[2 * octets];
}

/* Addresses of fixed size. */
static bool as_address(struct filter *f, struct term *t, enum type type, int size)
{
	uint8_t *to = arena_take(&f->arena, t->text_len + 1);

	if (parse_octets(t->text, to) != size && !parse_digits(t->text, to, size))
		return no_such(f, t, type,
			       size == 6 ? "which is six hexadecimal pairs, as in 00:0c:29:01:02:03"
					 : "which is eight hexadecimal pairs");
	t->value = octets(type, to, (uint32_t)size);
	return true;
}

/* "6ba7b810-9dad-11d1-80b4-00c04fd430c8" */
static bool as_guid(struct filter *f, struct term *t)
{
	uint8_t *to = arena_take(&f->arena, 16);
	unsigned n = 0;

	for (const char *s = t->text; *s; s++) {
		bool dash = s - t->text == 8 || s - t->text == 13 || s - t->text == 18 ||
			    s - t->text == 23;

		if (dash ? *s != '-' : !isxdigit((unsigned char)*s) || n == 32)
			return no_such(f, t, V_GUID, "");
		if (dash)
			continue;
		to[n / 2] = (uint8_t)(to[n / 2] << 4 | hex_value(*s));
		n++;
	}
	if (n != 32)
		return no_such(f, t, V_GUID, "");
	t->value = octets(V_GUID, to, 16);
	return true;
}

/* One number of an object identifier: seven bits an octet (X.690, 8.19.2). */
static uint8_t *put_base128(uint8_t *to, uint64_t v)
{
	unsigned octet = 9;

	while (octet && !(v >> 7 * octet))
		octet--;
	for (; octet; octet--)
		*to++ = (uint8_t)(0x80 | (v >> 7 * octet & 0x7f));
	*to++ = (uint8_t)(v & 0x7f);
	return to;
}

/* "1.3.6.1"; the first two numbers share an octet (X.690, 8.19.4). */
static bool as_oid(struct filter *f, struct term *t)
{
	uint8_t *start = arena_take(&f->arena, (size_t)10 * t->text_len + 10), *to = start;
	const char *s = t->text;
	uint64_t first = 0;

	for (unsigned i = 0; *s; i++) {
		char *end;
		uint64_t v = strtoull(s, &end, 10);

		if (end == s || (*end && *end != '.') || (!i && v > 2))
			return no_such(f, t, V_OID, "");
		if (!i)
			first = v;
		else
			to = put_base128(to, i == 1 ? 40 * first + v : v);
		s = *end ? end + 1 : end;
	}
	t->value = octets(V_OID, start, (uint32_t)(to - start));
	return true;
}

static bool convert(struct filter *f, struct term *t, enum type type, const struct field *like)
{
	switch (type) {
	case V_UINT:
	case V_SINT:
		return as_number(f, t, type, like);
	case V_BOOL:
		return as_bool(f, t, like);
	case V_FLOAT:
		return as_float(f, t);
	case V_IPV4:
		return as_ipv4(f, t);
	case V_IPV6:
		return as_ipv6(f, t);
	case V_ETHER:
		return as_address(f, t, type, 6);
	case V_EUI64:
		return as_address(f, t, type, 8);
	case V_BYTES:
		return as_bytes(f, t);
	case V_STRING:
		t->value = octets(V_STRING, t->text, t->text_len);
		return true;
	case V_GUID:
		return as_guid(f, t);
	case V_OID:
		return as_oid(f, t);
	case V_ABSTIME:
		return as_abstime(f, t);
	case V_RELTIME:
		return as_reltime(f, t);
	case V_NONE:
		break;
	}
	return wrong(f, t->at, t->len, "there is nothing to compare \"%.40s\" with", t->text);
}

bool literal_value(struct filter *f, struct term *t, enum type type, const struct field *like)
{
	if (!convert(f, t, type, like))
		return false;
	t->op = OP_CONST;
	t->type = type;
	return true;
}
