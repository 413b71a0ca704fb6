/* SPDX-License-Identifier: BSD-2-Clause */
/* Routing Information Protocol, versions 1 and 2. */
/* RFC 2453. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	RIP,
	ENTRY,
	COMMAND,
	VERSION,
	DOMAIN,
	FAMILY,
	TAG,
	IP,
	MASK,
	GATEWAY,
	METRIC,
	FAMILY_NOTE,
	AUTH_TYPE,
	PASSWORD,
	DIGEST_AT,
	KEY,
	AUTH_LEN,
	SEQUENCE,
	ZERO,
	DIGEST_HEAD,
	DIGEST,
};

static const struct word command_words[] = {
	{1, "Request"},
	{2, "Response"},
	{3, "Traceon"},
	{4, "Traceoff"},
	{5, "Vendor specific (Sun)"},
};

static const struct word version_words[] = {
	{1, "RIPv1"},
	{2, "RIPv2"},
};

static const struct word family_words[] = {
	{0, "Unspecified"},
	{2, "IP"},
};

static const struct word auth_type_words[] = {
	{1, "IP Route"},
	{2, "Simple Password"},
	{3, "Keyed Message Digest"},
};

static const struct field fields[] = {
	[RIP] = {"rip", "Routing Information Protocol", PROTO},
	[ENTRY] = {"text", "Entry", HEADING},
	[COMMAND] = {"rip.command", "Command", U8, DEC, WORDS(command_words),
		     .help = "What the message is for", .ref = "4"},
	[VERSION] = {"rip.version", "Version", U8, DEC, WORDS(version_words), .help = "1 or 2",
		     .ref = "4"},
	[DOMAIN] = {"rip.routing_domain", "Routing Domain", U16, DEC, .help = "Out of use",
		    .ref = "4"},
	[FAMILY] = {"rip.family", "Address Family", U16, DEC, WORDS(family_words),
		    .help = "Of which address family the route is", .ref = "4"},
	[TAG] = {"rip.route_tag", "Route Tag", U16, DEC, .help = "Tells routes of others",
		 .ref = "4"},
	[IP] = {"rip.ip", "IP Address", IPV4, .help = "A destination", .ref = "4"},
	[MASK] = {"rip.netmask", "Netmask", IPV4, .help = "Its netmask", .ref = "4"},
	[GATEWAY] = {"rip.next_hop", "Next Hop", IPV4, .help = "Where packets are to go",
		     .ref = "4"},
	[METRIC] = {"rip.metric", "Metric", U16, DEC, .help = "How many hops; 16: out of reach",
		    .ref = "4"},
	[FAMILY_NOTE] =
		EXPERT("rip.unknown_address_family", "Unknown address family", WARNING, G_PROTOCOL),
	[AUTH_TYPE] = {"rip.auth.type", "Authentication type", U16, DEC, WORDS(auth_type_words),
		       .help = "How the sender proves who it is", .ref = "4.1"},
	[PASSWORD] = {"rip.auth.passwd", "Password", STRING, .traits = ZSTRING,
		      .help = "A password, for all to read", .ref = "4.1"},
	[DIGEST_AT] = {"rip.digest_offset", "Digest Offset", U16, DEC,
		       .help = "Where the digest begins", .ref = "RFC 4822, 2.1"},
	[KEY] = {"rip.key_id", "Key ID", U8, DEC, .help = "Which key", .ref = "RFC 4822, 2.1"},
	[AUTH_LEN] = {"rip.auth_data_len", "Auth Data Len", U8, DEC, .help = "Octets of the digest",
		      .ref = "RFC 4822, 2.1"},
	[SEQUENCE] = {"rip.seq_num", "Seq num", U32, DEC, .help = "Never falls",
		      .ref = "RFC 4822, 2.1"},
	[ZERO] = {"rip.zero_padding", "Zero adding", STRING, .traits = ZSTRING, .help = "Always 0",
		  .ref = "RFC 4822, 2.1"},
	[DIGEST_HEAD] = {"text", "Authentication Data Trailer", HEADING},
	[DIGEST] = {"rip.authentication_data", "Authentication Data", BYTES, .help = "The digest",
		    .ref = "RFC 4822, 2.1"},
};

#define ENTRY_LEN 20
#define DIGEST_HEAD_LEN 4
#define DIGEST_LEN 16
#define FAMILY_NONE 0
#define FAMILY_IP 2
#define FAMILY_AUTH 0xffff

enum { TRAILER = 1, PASSWORD_AUTH, DIGEST_AUTH };

static unsigned version(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 1);

	return u8(&c);
}

static void put_route(struct walk *w, struct cursor *c, unsigned family, bool two)
{
	struct cursor peek = *c;
	const uint8_t *ip;
	unsigned metric;
	uint32_t group = open_group(w, c, ENTRY, ENTRY_LEN);

	cursor_pull(&peek, 4);
	ip = cursor_pull(&peek, 4);
	cursor_pull(&peek, 8);
	metric = u32(&peek);
	if (family == FAMILY_IP && ip)
		label_whole(w, "IP Address: %s, Metric: %u", address_words(w, IPV4, ip), metric);
	else
		label_whole(w, "Address not specified, Metric: %u", metric);
	put(w, c, FAMILY, 2);
	if (!two && family != FAMILY_IP)
		put_layout(w, c, PARTS({0, HOP | 14}, {METRIC, 4}));
	else if (!two)
		put_layout(w, c, PARTS({0, HOP | 2}, {IP, 4}, {0, HOP | 8}, {METRIC, 4}));
	else if (family == FAMILY_IP)
		put_layout(w, c, PARTS({TAG, 2}, {IP, 4}, {MASK, 4}, {GATEWAY, 4}, {METRIC, 4}));
	else
		put_layout(w, c,
			   PARTS({TAG, 2}, {0, HOP | 4}, {MASK, 4}, {GATEWAY, 4}, {METRIC, 4}));
	shut_group(w, group, NULL);
}

static void put_auth(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, trailer;
	unsigned type, at, len;
	uint32_t group = open_group(w, c, ENTRY, ENTRY_LEN);
	const char *word;

	u16(&peek);
	type = u16(&peek);
	word = row_word(w, AUTH_TYPE, type, NULL);
	if (word)
		label_whole(w, "Authentication: %s", word);
	else
		label_whole(w, "Authentication: Unknown (%u)", type);
	u16(c);
	put(w, c, AUTH_TYPE, 2);
	peek = *c;
	if (type == PASSWORD_AUTH) {
		put(w, c, PASSWORD, 16);
	} else if (type == DIGEST_AUTH) {
		at = u16(&peek);
		u8(&peek);
		len = u8(&peek);
		put_layout(
			w, c,
			PARTS({DIGEST_AT, 2}, {KEY, 1}, {AUTH_LEN, 1}, {SEQUENCE, 4}, {ZERO, 8}));
		trailer = layer_cursor(l, at);
		if (!c->bad) {
			uint32_t inner =
				open_group(w, &trailer, DIGEST_HEAD, DIGEST_HEAD_LEN + len);

			cursor_pull(&trailer, DIGEST_HEAD_LEN);
			put(w, &trailer, DIGEST, DIGEST_LEN);
			shut_group(w, inner, NULL);
			c->bad = trailer.bad;
		}
	} else {
		cursor_pull(c, 16);
	}
	shut_group(w, group, NULL);
}

static void put_unknown(struct walk *w, struct cursor *c, unsigned family)
{
	uint32_t group = open_group(w, c, ENTRY, ENTRY_LEN);

	label_whole(w, "Unknown address family %u", family);
	expert(w, FAMILY_NOTE, "Unknown address family %u", family);
	shut_group(w, group, NULL);
	cursor_take(c, ENTRY_LEN);
}

/* An entry; the digest behind them isn't one. */
static bool put_entry(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned family = u16(&peek), type = u16(&peek);

	if (family == FAMILY_AUTH && type == TRAILER) { /* it is shown with what announces it */
		cursor_take(c, c->left.wire);
		return false;
	}
	if (family == FAMILY_IP || family == FAMILY_NONE)
		put_route(w, c, family, version(l) == 2);
	else if (family == FAMILY_AUTH)
		put_auth(w, l, c);
	else
		put_unknown(w, c, family);
	return true;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	put(w, c, COMMAND, 1);
	put(w, c, VERSION, 1);
	cursor_pull(c, 2);
	while (c->left.wire && !c->bad && put_entry(w, l, c))
		continue;
}

static void note(struct walk *w, struct layer *l)
{
	const char *word = word_for(fields[VERSION].words, version(l));

	(void)w;
	l->column = word ? word : "RIP";
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned command = u8(&c);
	const char *word = word_for(fields[COMMAND].words, command);

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown command (%u)", command);
}

static const struct hang hangs[] = {{"udp.port", 520}, {0}};

const struct proto proto_rip = {
	.brief = "RIP",
	.spec = "RFC 2453",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* Version 2 tells of one network, which is a hop away. */
	SAMPLE("\2\2\0\0"
	       "\0\2\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\1"),
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
