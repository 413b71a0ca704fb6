/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of labels and addresses of which only a part is sent, as IPv6's options have them. */
#ifndef SHARED_LABELS_H
#define SHARED_LABELS_H

#include "core/walk.h"

/*
 * Puts a name of labels (RFC 1035, 3.1) that isn't compressed, of at most `limit` octets;
 * gives its words, or NULL and a bad cursor when it doesn't end in time.
 */
const char *put_labels(struct walk *w, struct cursor *c, unsigned row, uint32_t limit);

/*
 * Puts an IPv6 address of which only `octets` octets are there, the last ones or the
 * first; gives the whole of it, or NULL and a bad cursor when they aren't there.
 */
const uint8_t *put_part_address(struct walk *w, struct cursor *c, unsigned row, uint32_t octets,
				bool last);

/* The next 16 octets, an address, in words; NULL when they aren't there or nobody wants words. */
const char *peek_address(struct walk *w, struct cursor c);

#endif
