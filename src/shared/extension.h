/* SPDX-License-Identifier: BSD-2-Clause */
/* What IPv6 and its extension headers have in common: how they go on, and their words. */
#ifndef SHARED_EXTENSION_H
#define SHARED_EXTENSION_H

#include "core/walk.h"

/* Has what stands behind the header walked, by the next header's number. */
void walk_extension(struct walk *w, struct layer *l, struct cursor bytes, uint64_t next);

/*
 * The words of the summary line: the header's name behind those of the headers
 * before it, or that nobody takes what stands behind it.
 */
void put_extension(struct text *t, const struct record *r, const struct layer *l, uint64_t next,
		   const char *name);

/* What the summary line says when nobody takes it. */
void put_next_header(struct text *t, uint64_t next);

#endif
