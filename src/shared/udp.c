/* SPDX-License-Identifier: BSD-2-Clause */
/* What UDP and UDP-Lite write alike: words of the checksum, ports and payload. */
#include "shared/udp.h"

void text_udp_checksum(struct text *t, uint64_t sum, bool zero_is_illegal)
{
	text_put(t, "0x");
	text_hex(t, sum, 4);
	if (sum)
		text_put(t, " [unverified]");
	else
		text_put(t, zero_is_illegal ? " [zero-value illegal]" : " [zero-value ignored]");
}

void text_udp_ports(struct text *t, const struct record *r, const struct layer *l)
{
	text_port(t, r, l, VALUE_OF(l, l->proto->sport));
	text_put(t, " \xe2\x86\x92 ");
	text_port(t, r, l, VALUE_OF(l, l->proto->dport));
}
