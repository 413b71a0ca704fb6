/* SPDX-License-Identifier: BSD-2-Clause */
/* What ICMP and ICMPv6 share: words of extended echoes (RFC 8335), and of their checksums. */
#ifndef SHARED_ICMP_H
#define SHARED_ICMP_H

#include "core/walk.h"

extern const struct word ext_echo_codes[5]; /* a request has but the first */
extern const struct word neighbor_states[7];

/*
 * What a message's checksum is called in the tree: `note` is the row that says that it is
 * bad, `sum` the pseudo header's.  Quoted and fragmented messages have none that counts.
 */
void icmp_checksum_words(struct walk *w, const struct layer *l, unsigned row, unsigned note,
			 unsigned status, uint32_t sum);

#endif
