/* SPDX-License-Identifier: BSD-2-Clause */
/* Bodies that were compressed on their way. */
/* RFC 1950, RFC 1951, RFC 1952. */
#ifndef SHARED_INFLATE_H
#define SHARED_INFLATE_H

#include "core/walk.h"

/* More octets than these aren't unpacked: a small body may claim to be any size. */
#define INFLATE_MOST (4u << 20)

struct inflated {
	const uint8_t *p; /* lives as long as the frame; NULL: it can't be unpacked */
	uint32_t len;
	bool cut; /* there was more than was asked for */
};

/*
 * Unpacks gzip, zlib's form or bare deflate, told apart by their first octets; at most so
 * many octets.
 */
struct inflated inflate_body(struct walk *w, struct span packed, uint32_t most);

#endif
