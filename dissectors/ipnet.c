/* SPDX-License-Identifier: BSD-2-Clause */
/* Solaris IP observability: what snoop's ipnet devices put before a packet. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_IPNET.html */
#include "core/walk.h"

enum {
	IPNET,
	VERSION,
	FAMILY,
	HTYPE,
	PKTLEN,
	IFINDEX,
	GRIFINDEX,
	ZSRC,
	ZDST,
};

#define HEADER 24
enum { SOLARIS_INET = 2, SOLARIS_INET6 = 26 };

static const struct word familys[] = {
	{2, "Solaris AF_INET"},
	{26, "Solaris AF_INET6"},
};
static const struct word htypes[] = {
	{0, "Inbound"},
	{1, "Outbound"},
	{2, "Local"},
};

static const struct field fields[] = {
	[IPNET] = {"ipnet", "Solaris IPNET", PROTO},
	[VERSION] = {"ipnet.version", "Header version", U8, DEC, AT(0, 8), .help = "Of this header",
		     .ref = "Format"},
	[FAMILY] = {"ipnet.family", "Address family", U8, DEC, AT(8, 8), WORDS(familys),
		    .help = "Kind of packet", .ref = "Format"},
	[HTYPE] = {"ipnet.htype", "Hook type", U16, DEC, AT(16, 16), WORDS(htypes),
		   .help = "Which way it went", .ref = "Format"},
	[PKTLEN] = {"ipnet.pktlen", "Data length", U32, DEC, AT(32, 32),
		    .help = "Octets of the packet", .ref = "Format"},
	[IFINDEX] = {"ipnet.ifindex", "Interface index", U32, DEC, AT(64, 32),
		     .help = "Which interface", .ref = "Format"},
	[GRIFINDEX] = {"ipnet.grifindex", "Group interface index", U32, DEC, AT(96, 32),
		       .help = "Which group of them", .ref = "Format"},
	[ZSRC] = {"ipnet.zsrc", "Source Zone ID", U32, DEC, AT(128, 32),
		  .help = "Zone of the sender", .ref = "Format"},
	[ZDST] = {"ipnet.zdst", "Destination Zone ID", U32, DEC, AT(160, 32),
		  .help = "Zone of the receiver", .ref = "Format"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *child = NULL;
	uint32_t len = (uint32_t)VALUE(l, PKTLEN);

	if (VALUE(l, FAMILY) == SOLARIS_INET)
		child = next_by(l, 4);
	else if (VALUE(l, FAMILY) == SOLARIS_INET6)
		child = next_by(l, 6);
	if (len < c->left.wire)
		cursor_take(c, c->left.wire - len);
	walk_next(w, child, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Solaris IPNET");
}

static const struct hang hangs[] = {{"link", 226}, {0}};

const struct proto proto_ipnet = {
	.brief = "IPNET",
	.spec = "LINKTYPE_IPNET",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ip.version"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
