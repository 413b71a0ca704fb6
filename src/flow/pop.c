/* SPDX-License-Identifier: BSD-2-Clause */
/* POP: the mail that a connection's server is sending. */
#include "flow/pop.h"
#include "flow/conv.h"

struct pop *pop_of(struct walk *w, const struct layer *tcp)
{
	static const char table_key;
	bool from_a;

	return conv_own(conv_get(w, &table_key, (uint16_t)VALUE_OF(tcp, tcp->proto->sport),
				 (uint16_t)VALUE_OF(tcp, tcp->proto->dport), sizeof(struct pop),
				 &from_a));
}
