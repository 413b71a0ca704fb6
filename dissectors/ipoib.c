/* SPDX-License-Identifier: BSD-2-Clause */
/* IP over InfiniBand, with the destination's address in front. */
/* RFC 4391; https://www.tcpdump.org/linktypes/LINKTYPE_IPOIB.html */
#include "shared/ether.h"
#include "shared/numbers.h"

enum {
	IPOIB,
	GRH,
	IPVER,
	TCLASS,
	FLOW,
	SQPN,
	SGID,
	GRH_DGID,
	DADDR,
	QPN,
	DGID,
	TYPE,
	RESERVED,
};

#define HEADER 44
#define GRH_LEN 40
#define ADDRESS_AT 20
#define ADDRESS_LEN 20

static const struct field fields[] = {
	[IPOIB] = {"ipoib", "IP over Infiniband", PROTO},
	[GRH] = {"ipoib.grh", "Global Route Header", NONE,
		 .help = "The way of a packet that others see", .ref = "4"},
	[IPVER] = {"ipoib.grh.ipver", "IP Version", U8, DEC, AT(0, 4), .under = GRH,
		   .help = "As in IPv6", .ref = "4"},
	[TCLASS] = {"ipoib.grh.tclass", "Traffic Class", U16, DEC, AT(4, 8), BOX(16, 4),
		    .under = GRH, .help = "As in IPv6", .ref = "4"},
	[FLOW] = {"ipoib.grh.flowlabel", "Flow Label", U32, DEC, AT(12, 20), BOX(32, 12),
		  .under = GRH, .help = "As in IPv6", .ref = "4"},
	[SQPN] = {"ipoib.grh.sqpn", "Source QPN", U24, HEX, AT(40, 24), .under = GRH,
		  .help = "Queue pair of the sender", .ref = "4"},
	[SGID] = {"ipoib.grh.sgid", "Source GID", IPV6, AT(64, 128), .under = GRH,
		  .help = "Port of the sender", .ref = "4"},
	[GRH_DGID] = {"ipoib.dgid", "Destination GID", IPV6, AT(192, 128), .under = GRH,
		      .help = "Port of the receiver", .ref = "4"},
	[DADDR] = {"ipoib.daddr", "Destination address", NONE, .help = "Who is meant", .ref = "4"},
	[QPN] = {"ipoib.daddr.qpn", "Destination QPN", U24, HEX, AT(8, 24), .under = DADDR,
		 .help = "Its queue pair", .ref = "9.1"},
	[DGID] = {"ipoib.dgid", "Destination GID", IPV6, AT(32, 128), .under = DADDR,
		  .help = "Its port", .ref = "9.1"},
	[TYPE] = {"ipoib.type", "Type", U16, HEX, .words = &ethertypes,
		  .help = "What the packet carries", .ref = "4"},
	[RESERVED] = {"ipoib.reserved", "Reserved", U16, HEX, .help = "Nothing", .ref = "4"},
};

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	bool seen = u32(&peek) != 0;
	struct cursor address = *c;
	uint32_t group;
	uint64_t type;

	cursor_take(&address, ADDRESS_AT);
	group = open_group(w, seen ? c : &address, seen ? GRH : DADDR,
			   seen ? GRH_LEN : ADDRESS_LEN);
	shut_group(w, group, NULL);
	cursor_take(c, ADDRESS_AT + ADDRESS_LEN);
	type = put(w, c, TYPE, 2);
	put(w, c, RESERVED, 2);
	walk_next(w, next_by(l, type), *c);
}

static const struct hang hangs[] = {{"link", 242}, {0}};

const struct proto proto_ipoib = {
	.brief = "IPoIB",
	.spec = "RFC 4391",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "ethertype"},
	.hangs = hangs,
	.rest = rest,
};
