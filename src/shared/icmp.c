/* SPDX-License-Identifier: BSD-2-Clause */
/* What ICMP and ICMPv6 share: words of extended echoes (RFC 8335), and of their checksums. */
#include "shared/icmp.h"
#include "core/checksum.h"

const struct word ext_echo_codes[5] = {
	{0, "No error"},
	{1, "Malformed Query"},
	{2, "No Such Interface"},
	{3, "No Such Table Entry"},
	{4, "Multiple Interfaces Satisfy Query"},
};

const struct word neighbor_states[7] = {
	{0, "Reserved"}, {1, "Incomplete"}, {2, "Reachable"}, {3, "Stale"},
	{4, "Delay"},    {5, "Probe"},      {6, "Failed"},
};

void icmp_checksum_words(struct walk *w, const struct layer *l, unsigned row, unsigned note,
			 unsigned status, uint32_t sum)
{
	const struct node *n = own_node(w, row);

	if (!n)
		return;
	inet_words(w, row, note, status, sum, l->bytes);
	if (status == CHECKSUM_UNVERIFIED)
		label_tail_of(w, (uint32_t)(n - w->r.nodes),
			      l->quoted ? " [in ICMP error packet]" : " [fragmented datagram]");
}
