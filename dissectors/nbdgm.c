/* SPDX-License-Identifier: BSD-2-Clause */
/* NetBIOS Datagram Service: datagrams from name to name. */
/* RFC 1002, 4.4. */
#include "shared/flags.h"
#include "shared/netbios.h"

enum {
	NBDGM,
	TYPE,
	FLAGS,
	MORE,
	FIRST,
	NODE,
	ID,
	SOURCE,
	SOURCE_PORT,
	LENGTH,
	OFFSET,
	SOURCE_NAME,
	DESTINATION_NAME,
	ERROR_CODE,
	FIXED = 10,
};

enum { UNIQUE = 16, GROUP, BROADCAST, ERROR_DATAGRAM, QUERY, FOUND, NOT_THERE };

static const struct word types[] = {
	{UNIQUE, "Direct_unique datagram"},
	{GROUP, "Direct_group datagram"},
	{BROADCAST, "Broadcast datagram"},
	{ERROR_DATAGRAM, "Datagram error"},
	{QUERY, "Datagram query request"},
	{FOUND, "Datagram positive query response"},
	{NOT_THERE, "Datagram negative query response"},
};
static const struct words type_words = {types, COUNT(types)};
static const struct word nodes[] = {{0, "B node"}, {1, "P node"}, {2, "M node"}, {3, "NBDD"}};
static const struct word errors[] = {
	{0x82, "Destination name not present"},
	{0x83, "Invalid source name format"},
	{0x84, "Invalid destination name format"},
};

static const struct field fields[] = {
	[NBDGM] = {"nbdgm", "NetBIOS Datagram Service", PROTO,
		   .help = "Datagrams from name to name"},
	[TYPE] = {"nbdgm.type", "Message Type", U8, DEC, AT(0, 8), WORDS(types),
		  .help = "What it is", .ref = "RFC 1002, 4.4.1"},
	[FLAGS] = {"nbdgm.flags", "Flags", U8, HEX, AT(8, 8), .form = form_flags,
		   .help = "Which fragment, and whose", .ref = "RFC 1002, 4.4.1"},
	[MORE] = {"nbdgm.next", "More fragments follow", BOOL, AT(15, 1), BOX(8, 7), .under = FLAGS,
		  WORDS(yes_no), .help = "It isn't the last fragment", .ref = "RFC 1002, 4.4.1"},
	[FIRST] = {"nbdgm.first", "This is first fragment", BOOL, AT(14, 1), BOX(8, 6),
		   .under = FLAGS, WORDS(yes_no), .help = "It is the first one",
		   .ref = "RFC 1002, 4.4.1"},
	[NODE] = {"nbdgm.node_type", "Node Type", U8, DEC, AT(12, 2), BOX(8, 4), .under = FLAGS,
		  WORDS(nodes), .help = "The sender's kind of node", .ref = "RFC 1002, 4.4.1"},
	[ID] = {"nbdgm.dgram_id", "Datagram ID", U16, HEX, AT(16, 16), .help = "Joins fragments",
		.ref = "RFC 1002, 4.4.1"},
	[SOURCE] = {"nbdgm.src.ip", "Source IP", IPV4, AT(32, 32), .help = "The sender's address",
		    .ref = "RFC 1002, 4.4.1"},
	[SOURCE_PORT] = {"nbdgm.src.port", "Source Port", U16, DEC, AT(64, 16),
			 .help = "The sender's port", .ref = "RFC 1002, 4.4.1"},
	[LENGTH] = {"nbdgm.dgram_len", "Datagram length", U16, DEC,
		    .help = "Octets of names and data", .ref = "RFC 1002, 4.4.2"},
	[OFFSET] = {"nbdgm.pkt_offset", "Packet offset", U16, DEC,
		    .help = "Octets of fragments before", .ref = "RFC 1002, 4.4.2"},
	[SOURCE_NAME] = {"nbdgm.source_name", "Source name", STRING, .help = "Who sends it",
			 .ref = "RFC 1002, 4.4.2"},
	[DESTINATION_NAME] = {"nbdgm.destination_name", "Destination name", STRING,
			      .help = "Whom it is for", .ref = "RFC 1002, 4.4.2"},
	[ERROR_CODE] = {"nbdgm.error_code", "Error code", U8, HEX, WORDS(errors),
			.help = "What went wrong", .ref = "RFC 1002, 4.4.3"},
};

static void put_name(struct walk *w, const struct layer *l, struct cursor *c, unsigned row)
{
	struct dns_scope scope = {.start = layer_cursor(l, 0)};
	struct netbios_name name = netbios_name(w, &scope, c);

	if (c->bad)
		return;
	put_string(w, row, name.at, name.len, name.text);
	if (name.sort)
		label_tail(w, " (%s)", name.sort);
}

static void put_octets(struct walk *w, struct cursor *c, unsigned row)
{
	unsigned n = (unsigned)put(w, c, row, 2);

	label_tail(w, " byte%s", plural(n));
}

static void put_datagram(struct walk *w, const struct layer *l, struct cursor *c)
{
	put_octets(w, c, LENGTH);
	put_octets(w, c, OFFSET);
	put_name(w, l, c, SOURCE_NAME);
	put_name(w, l, c, DESTINATION_NAME);
	if (!c->bad && c->left.wire)
		walk_next(w, NULL, *c);
	cursor_take(c, c->left.wire);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (VALUE(l, TYPE)) {
	case UNIQUE:
	case GROUP:
	case BROADCAST:
		put_datagram(w, l, c);
		break;
	case ERROR_DATAGRAM:
		put(w, c, ERROR_CODE, 1);
		break;
	case QUERY:
	case FOUND:
	case NOT_THERE:
		put_name(w, l, c, DESTINATION_NAME);
		break;
	default:
		break;
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	const char *word = word_for(&type_words, type);

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown message type (0x%02X)", type);
}

static const struct hang hangs[] = {{"udp.port", 138}, {0}};

const struct proto proto_nbdgm = {
	.brief = "NBDS",
	.spec = "RFC 1002, 4.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = FIXED,
	.least = 1,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
