/* SPDX-License-Identifier: BSD-2-Clause */
/* ICMPv6: node information. */
/* RFC 4620. */
#include "shared/flags.h"
#include "shared/icmpv6.h"
#include "shared/labels.h"

enum {
	INFORMATION,
	NI_QTYPE,
	NI_FLAGS,
	NI_G,
	NI_S,
	NI_L,
	NI_C,
	NI_A,
	NI_T,
	NI_RSV,
	NI_NONCE,
	NI_IPV6,
	NI_FQDN,
	NI_IPV4,
	NI_TTL,
	NI_NAME,
	NI_ADDRESS,
	NI_ADDRESS4,
};

enum { NODE_QUERY = 139 };

static const struct word query_types[] = {
	{0, "NOOP"},
	{1, "Supported query types (Obsolete)"},
	{2, "Node Name"},
	{3, "Node addresses"},
	{4, "IPv4 node addresses"},
};

static const struct word address_scopes[] = {{0, "Unicast addresses on the queried interface"},
					     {1, "All unicast address"}};

static const struct field fields[] = {
	[INFORMATION] = {"icmpv6.ni", "Node Information", PROTO},
	[NI_QTYPE] = {"icmpv6.ni.qtype", "Qtype", U16, DEC, WORDS(query_types),
		      .help = "What is asked for", .ref = "RFC 4620, 4"},
	[NI_FLAGS] = {"icmpv6.ni.flag", "Flags", U16, HEX, .form = form_flags, .help = "All flags",
		      .ref = "RFC 4620, 4"},
	[NI_G] = {"icmpv6.ni.flag.g", "Global-scope addresses", BOOL, AT(10, 1), BOX(16, 10),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Global addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_S] = {"icmpv6.ni.flag.s", "Site-local addresses", BOOL, AT(11, 1), BOX(16, 11),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Site-local addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_L] = {"icmpv6.ni.flag.l", "Link-local addresses", BOOL, AT(12, 1), BOX(16, 12),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Link-local addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_C] = {"icmpv6.ni.flag.c", "Compression", BOOL, AT(13, 1), BOX(16, 13),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "IPv4-compatible addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_A] = {"icmpv6.ni.flag.a", "Unicast Addresses", BOOL, AT(14, 1), BOX(16, 14),
		  .under = NI_FLAGS, WORDS(address_scopes), .help = "Of all interfaces",
		  .ref = "RFC 4620, 6.4"},
	[NI_T] = {"icmpv6.ni.flag.t", "Truncated", BOOL, AT(15, 1), BOX(16, 15), .under = NI_FLAGS,
		  WORDS(set_notset), .help = "Not all are told", .ref = "RFC 4620, 6.4"},
	[NI_RSV] = {"icmpv6.ni.flag.rsv", "Reserved", U16, HEX, AT(0, 10), BOX(16, 0),
		    .under = NI_FLAGS, .help = "Always 0", .ref = "RFC 4620, 4"},
	[NI_NONCE] = {"icmpv6.ni.nonce", "Nonce", U64, HEX,
		      .help = "The same in question and answer", .ref = "RFC 4620, 4"},
	[NI_IPV6] = {"icmpv6.ni.query.subject_ipv6", "IPv6 subject address", IPV6,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_FQDN] = {"icmpv6.ni.query.subject_fqdn", "FQDN subject", STRING,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_IPV4] = {"icmpv6.ni.query.subject_ipv4", "IPv4 subject address", IPV4,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_TTL] = {"icmpv6.ni.reply.node_ttl", "TTL", U32, DEC,
		    .help = "Seconds that the answer is good for", .ref = "RFC 4620, 6.3"},
	[NI_NAME] = {"icmpv6.ni.reply.node_name", "Name Node", STRING, .help = "A name of the node",
		     .ref = "RFC 4620, 6.3"},
	[NI_ADDRESS] = {"icmpv6.ni.reply.node_address", "IPv6 Node address", IPV6,
			.help = "An address of the node", .ref = "RFC 4620, 6.4"},
	[NI_ADDRESS4] = {"icmpv6.ni.reply.ipv4_address", "IPv4 Node address", IPV4,
			 .help = "An address of the node", .ref = "RFC 4620, 6.5"},
};

enum { SUBJECT_IPV6, SUBJECT_FQDN, SUBJECT_IPV4 };

static void read_query(struct walk *w, struct cursor *c, unsigned code)
{
	if (!c->left.wire)
		return;
	if (code == SUBJECT_IPV6)
		put(w, c, NI_IPV6, 16);
	else if (code == SUBJECT_FQDN)
		put_labels(w, c, NI_FQDN, c->left.wire);
	else if (code == SUBJECT_IPV4)
		put(w, c, NI_IPV4, 4);
}

enum { NODE_NAME = 2, NODE_ADDRESSES, NODE_ADDRESSES_4 };

static void read_reply(struct walk *w, struct cursor *c, unsigned qtype)
{
	if (qtype == NODE_NAME && c->left.wire) {
		put(w, c, NI_TTL, 4);
		put_labels(w, c, NI_NAME, c->left.wire);
		return;
	}
	if (qtype != NODE_ADDRESSES && qtype != NODE_ADDRESSES_4)
		return;
	while (c->left.wire && !c->bad) {
		put(w, c, NI_TTL, 4);
		if (qtype == NODE_ADDRESSES)
			put(w, c, NI_ADDRESS, 16);
		else
			put(w, c, NI_ADDRESS4, 4);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned qtype = (unsigned)put(w, c, NI_QTYPE, 2);

	put(w, c, NI_FLAGS, 2);
	put(w, c, NI_NONCE, 8);
	if (c->bad)
		return;
	if (icmpv6_type(l) == NODE_QUERY)
		read_query(w, c, icmpv6_code(l));
	else
		read_reply(w, c, qtype);
}

static const struct hang hangs[] = {{"icmpv6.type", 139}, {"icmpv6.type", 140}, {0}};

const struct proto proto_icmpv6_ni = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 4620",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
