/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN's attributes that hold an address, in clear or XORed. */
/* RFC 8489, 14.1 and 14.2. */
#include "shared/stun.h"

enum {
	PART,
	RESERVED,
	FAMILY,
	PORT_ROW,
	IPV4_ADDRESS,
	IPV6_ADDRESS,
	XOR_PORT,
	PORT_FOUND,
	XOR_IPV4,
	IPV4_FOUND,
	XOR_IPV6,
	IPV6_FOUND,
};

enum { IPV4_FAMILY = 1, IPV6_FAMILY = 2 };

static const struct word families[] = {{IPV4_FAMILY, "IPv4"}, {IPV6_FAMILY, "IPv6"}};

#define ROW(row, name, label, kind, base, words) \
	[row] = {"stun.att." name, label, kind, base, .help = (words), .ref = "RFC 8489, 14"}
#define SAME_ADDRESS(row, name, label, kind, traits_)                                             \
	[row] = {"stun.att." name,       label, kind, .traits = (traits_), .help = "The address", \
		 .ref = "RFC 8489, 14.1"}
static const struct field fields[] = {
	[PART] = {"stun.addresses", "STUN Addresses", PROTO, .help = "Where somebody is"},
	ROW(RESERVED, "reserved", "Reserved", BYTES, 0, "Zero"),
	[FAMILY] = {"stun.att.family", "Protocol Family", U8, HEX, WORDS(families),
		    .help = "Which kind of address", .ref = "RFC 8489, 14.1"},
	ROW(PORT_ROW, "port", "Port", U16, DEC, "The port"),
	SAME_ADDRESS(IPV4_ADDRESS, "ipv4", "IP", IPV4, 0),
	SAME_ADDRESS(IPV6_ADDRESS, "ipv6", "IP", IPV6, 0),
	ROW(XOR_PORT, "port-xord", "Port (XOR-d)", BYTES, 0, "The port, hidden from NATs"),
	[PORT_FOUND] = {"stun.att.port", "Port", U16, DEC, .traits = GENERATED, .help = "The port",
			.ref = "RFC 8489, 14.2"},
	ROW(XOR_IPV4, "ipv4-xord", "IP (XOR-d)", BYTES, 0, "The address, hidden from NATs"),
	SAME_ADDRESS(IPV4_FOUND, "ipv4", "IP", IPV4, GENERATED),
	ROW(XOR_IPV6, "ipv6-xord", "IP (XOR-d)", BYTES, 0, "The address, hidden from NATs"),
	SAME_ADDRESS(IPV6_FOUND, "ipv6", "IP", IPV6, GENERATED),
};

static void say_address(const struct stun_value *r, const uint8_t *p, uint32_t n, unsigned port,
			const char *name)
{
	struct text t = {0};
	const char *words;

	text_address(&t, p, n);
	text_format(&t, ":%u", port);
	words = stun_words(r, &t);
	label_tail_of(r->w, r->group, ": %s", words);
	if (!name)
		return;
	stun_say(r, " ", name);
	stun_say(r, ": ", words);
}

/* What stands before all addresses, and how long they are; false: nothing follows. */
static bool read_family(const struct stun_value *r, struct cursor *c, uint32_t *n)
{
	uint64_t family = 0;

	if (r->len >= 1)
		put(r->w, c, RESERVED, 1);
	if (r->len >= 2)
		family = put(r->w, c, FAMILY, 1);
	*n = family == IPV4_FAMILY ? 4 : family == IPV6_FAMILY ? 16 : 0;
	return r->len >= 4;
}

/* Of RFC 3489: the summary line leaves them out. */
static bool is_deprecated(unsigned type)
{
	return type == 2 || type == 4 || type == 5 || type == 0xb || type == 0x11;
}

static void read_address(const struct stun_value *r, struct cursor *c)
{
	struct span address;
	unsigned port;
	uint32_t n;

	if (!read_family(r, c, &n))
		return;
	port = (unsigned)put(r->w, c, PORT_ROW, 2);
	if (!n || r->len < 4 + n)
		return;
	address = span_first(c->left, n);
	put(r->w, c, n == 4 ? IPV4_ADDRESS : IPV6_ADDRESS, n);
	if (c->bad)
		return;
	if (is_deprecated(r->type))
		label_tail_of(r->w, r->group, " (Deprecated)");
	say_address(r, address.p, n, port, is_deprecated(r->type) ? NULL : r->name);
}

/* Cookie and identifier of the message are XORed with it (RFC 8489, 14.2). */
static void read_hidden_address(const struct stun_value *r, struct cursor *c)
{
	struct span key = span_skip(stun_message(r->message), 4);
	uint8_t *to = take(r->w, 16);
	struct cursor peek;
	unsigned port;
	uint32_t n;

	if (!read_family(r, c, &n))
		return;
	peek = *c;
	port = u16(&peek) ^ 0x2112;
	put(r->w, c, XOR_PORT, 2);
	put_value(r->w, PORT_FOUND, c->at - 2, 2, port);
	if (!n || r->len < 4 + n || !cursor_has(c, n) || key.cap < 16)
		return;
	for (uint32_t i = 0; i < n; i++)
		to[i] = (uint8_t)(span_octet(c->left, i) ^ span_octet(key, i));
	put(r->w, c, n == 4 ? XOR_IPV4 : XOR_IPV6, n);
	if (n == 4)
		put_value(r->w, IPV4_FOUND, c->at - n, n, load_be(to, 4));
	else
		put_bytes(r->w, IPV6_FOUND, c->at - n, n, to, n);
	say_address(r, to, n, port, r->name);
}

static bool is_hidden(unsigned type)
{
	return type == 0x12 || type == 0x16 || type == 0x20 || type == 0x27 || type == 0x28 ||
	       type == 0x8020 || (type >= 0x8059 && type <= 0x805c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct stun_value *value = stun_value_of(l->parent->parent);

	(void)w;
	if (is_hidden(value->type))
		read_hidden_address(value, c);
	else
		read_address(value, c);
}

static const struct hang hangs[] = {{"stun.part", STUN_ADDRESSES}, {0}};

const struct proto proto_stun_addresses = {
	.brief = "STUN",
	.no_column = true,
	.bare = true,
	.prefix = "stun",
	.spec = "RFC 8489, 14",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
