/* SPDX-License-Identifier: BSD-2-Clause */
/* What links between two ends share: no addresses, and how Cisco's HDLC says what it carries. */
#include "shared/link.h"

#define OSI 0xfefe

/* The first octets of OSI's packets: another one is padding before them. */
enum { CLNP = 0x81, ISIS = 0x83 };

static const struct word protocols[] = {
	{0x0800, "IP"},
	{0x2000, "Cisco Discovery Protocol"},
	{0x4242, "Spanning Tree BPDU"},
	{0x6558, "Transparent Ethernet bridging"},
	{0x8035, "SLARP"},
	{0x8038, "DEC LanBridge"},
	{0x809b, "Appletalk"},
	{0x80f3, "AARP"},
	{0x8137, "Netware IPX/SPX"},
	{0x86dd, "IPv6"},
	{0x8847, "MPLS unicast"},
	{0x8848, "MPLS multicast"},
	{OSI, "OSI"},
};

const struct words chdlc_protocols = {protocols, COUNT(protocols)};

void no_addresses(struct walk *w)
{
	static const uint8_t nobody[] = {'N', '/', 'A'};

	w->r.src = w->r.dst = (struct address){STRING, sizeof nobody, nobody};
}

void put_clns_padding(struct walk *w, struct cursor *c, unsigned row, uint64_t protocol)
{
	struct cursor peek = *c;
	uint8_t first = u8(&peek);

	if (protocol == OSI && (first < CLNP || first > ISIS))
		put(w, c, row, 1);
}
