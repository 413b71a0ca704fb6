/* SPDX-License-Identifier: BSD-2-Clause */
/* Routing Information Protocol for IPv6. */
/* RFC 2080. */
#include "core/walk.h"

enum {
	RIPNG,
	COMMAND,
	VERSION,
	RESERVED,
	ROUTE,
	PREFIX,
	TAG,
	BITS,
	METRIC,
};

static const struct word command_words[] = {
	{1, "Request"},
	{2, "Response"},
};

static const struct field fields[] = {
	[RIPNG] = {"ripng", "RIPng", PROTO},
	[COMMAND] = {"ripng.cmd", "Command", U8, DEC, WORDS(command_words),
		     .help = "What the message is for", .ref = "2.1"},
	[VERSION] = {"ripng.version", "Version", U8, DEC, .help = "Always 1", .ref = "2.1"},
	[RESERVED] = {"ripng.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "2.1"},
	[ROUTE] = {"ripng.rte", "Route Table Entry", NONE, .help = "A route", .ref = "2.1"},
	[PREFIX] = {"ripng.rte.ipv6_prefix", "IPv6 Prefix", IPV6, .help = "A destination",
		    .ref = "2.1"},
	[TAG] = {"ripng.rte.route_tag", "Route Tag", U16, HEX, .help = "Tells routes of others",
		 .ref = "2.1"},
	[BITS] = {"ripng.rte.prefix_length", "Prefix Length", U8, DEC, .help = "Bits of the prefix",
		  .ref = "2.1"},
	[METRIC] = {"ripng.rte.metric", "Metric", U8, DEC,
		    .help = "How many hops; 16: out of reach", .ref = "2.1"},
};

#define ROUTE_LEN 20

static void put_route(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{PREFIX, 16}, {TAG, 2}, {BITS, 1}, {METRIC, 1}, {0}};
	struct cursor peek = *c;
	const uint8_t *prefix = cursor_pull(&peek, 16);
	unsigned bits, metric;
	uint32_t group = open_group(w, c, ROUTE, ROUTE_LEN);

	u16(&peek);
	bits = u8(&peek);
	metric = u8(&peek);
	if (prefix && !peek.bad)
		label_tail(w, ": IPv6 Prefix: %s/%u Metric: %u", address_words(w, IPV6, prefix),
			   bits, metric);
	put_rows(w, c, parts);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part head[] = {{COMMAND, 1}, {VERSION, 1}, {RESERVED, 2}, {0}};

	(void)l;
	put_rows(w, c, head);
	while (c->left.wire && !c->bad)
		put_route(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned command = u8(&c), version = u8(&c);
	const char *word = word_for(fields[COMMAND].words, command);

	(void)r;
	text_put(t, " Command ");
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", command);
	text_format(t, ", Version %u", version);
}

static const struct hang hangs[] = {{"udp.port", 521}, {0}};

const struct proto proto_ripng = {
	.brief = "RIPng",
	.spec = "RFC 2080",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* What is asked for is the whole table (2.4.1). */
	SAMPLE("\1\1\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\20"),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
