/* SPDX-License-Identifier: BSD-2-Clause */
/* IP over InfiniBand, with the destination's address in front. */
/* RFC 4391; https://www.tcpdump.org/linktypes/LINKTYPE_IPOIB.html */
#include "core/ether.h"
#include "core/numbers.h"

enum {
	IPOIB,
	DADDR,
	QPN,
	DGID,
	TYPE,
	RESERVED,
};

#define HEADER 44

static const struct field fields[] = {
	[IPOIB] = {"ipoib", "IP over Infiniband", PROTO},
	[DADDR] = {"ipoib.daddr", "Destination address", NONE, AT(160, 160), .help = "Who is meant",
		   .ref = "4"},
	[QPN] = {"ipoib.daddr.qpn", "Destination QPN", U24, HEX, AT(168, 24), .under = DADDR,
		 .help = "Its queue pair", .ref = "9.1"},
	[DGID] = {"ipoib.dgid", "Destination GID", IPV6, AT(192, 128), .under = DADDR,
		  .help = "Its port", .ref = "9.1"},
	[TYPE] = {"ipoib.type", "Type", U16, HEX, AT(320, 16), .words = &ethertypes,
		  .help = "What the packet carries", .ref = "4"},
	[RESERVED] = {"ipoib.reserved", "Reserved", U16, HEX, AT(336, 16), .help = "Nothing",
		      .ref = "4"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_next(w, next_by(l, VALUE(l, TYPE)), *c);
}

static const struct hang hangs[] = {{"link", 242}, {0}};

const struct proto proto_ipoib = {
	.brief = "IPoIB",
	.spec = "RFC 4391",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "ethertype", .row = TYPE},
	.hangs = hangs,
	.rest = rest,
};
