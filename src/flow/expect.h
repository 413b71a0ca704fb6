/* SPDX-License-Identifier: BSD-2-Clause */
/* Conversations that another one announces: FTP's data connections, TFTP's answers. */
#ifndef FLOW_EXPECT_H
#define FLOW_EXPECT_H

#include "core/walk.h"

/* The number of the transport protocol that the announced conversation has. */
enum expected_over { OVER_TCP = 6, OVER_UDP = 17 };

/*
 * What is sent to or from this end from now on is `who`'s, where the other end's port is
 * `other`; 0: any.
 */
void expect(struct walk *w, enum expected_over over, const struct address *a, uint16_t port,
	    uint16_t other, const struct plan *who);

/*
 * Who was announced for the packet of the layer, TCP's or UDP's: by its receiver first, then
 * by its sender; NULL: nobody.
 */
const struct plan *expected_in(struct walk *w, enum expected_over over, const struct layer *l);

#endif
