/* SPDX-License-Identifier: BSD-2-Clause */
/* What both versions of Linux's cooked capture share: words, and the sender's address. */
/* https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html */
#include "shared/sll.h"

#define IP_LEN 4

const struct word sll_pkttypes[5] = {{0, "Unicast to us"},
				     {1, "Broadcast"},
				     {2, "Multicast"},
				     {3, "Unicast to another host"},
				     {4, "Sent by us"}};

const struct word sll_ltypes[9] = {
	{0x01, "Raw 802.3"},  {0x03, "Ethernet"}, {0x04, "802.2 LLC"},
	{0x07, "PPP (HDLC)"}, {0x0c, "CAN"},      {0x0d, "CAN FD"},
	{0x17, "IrDA LAP"},   {0xf5, "ISI"},      {0xf6, "IEEE 802.15.4"},
};

void note_sll_source(struct walk *w, struct cursor c, uint64_t len)
{
	if (!cursor_has(&c, SLL_ADDRESS))
		return;
	if (len == SLL_MAC)
		w->r.src = (struct address){ETHER, SLL_MAC, c.left.p};
	else if (len == IP_LEN)
		w->r.src = (struct address){IPV4, IP_LEN, c.left.p};
}

void put_sll_source(struct walk *w, struct cursor *c, uint64_t len, const struct sll_rows *rows)
{
	uint32_t n = len < SLL_ADDRESS ? (uint32_t)len : SLL_ADDRESS;

	if (n == SLL_MAC)
		put(w, c, rows->ether, SLL_MAC);
	else if (n == IP_LEN)
		put(w, c, rows->ipv4, IP_LEN);
	else if (n)
		put(w, c, rows->other, n);
	if (n < SLL_ADDRESS)
		put(w, c, rows->unused, SLL_ADDRESS - n);
}
