/* SPDX-License-Identifier: BSD-2-Clause */
/* What IPv6 and its extension headers have in common: how they go on, and their words. */
#include "shared/extension.h"
#include "shared/ip.h"

#define NO_NEXT_HEADER 59

void walk_extension(struct walk *w, struct layer *l, struct cursor bytes, uint64_t next)
{
	const struct plan *child = next_by(l, next);

	l->follows = child && l->parent->proto->inside_of;
	if (!bytes.bad && (child || bytes.left.wire))
		walk_next(w, child, bytes);
}

void put_extension(struct text *t, const struct record *r, const struct layer *l, uint64_t next,
		   const char *name)
{
	if (!next_by(l, next) && r->trouble_in != l) {
		put_next_header(t, next);
		return;
	}
	if (l->follows)
		text_put(t, " , ");
	text_put(t, name);
}

void put_next_header(struct text *t, uint64_t next)
{
	const char *name = word_for(&ip_protocols, next);

	if (next == NO_NEXT_HEADER) {
		text_put(t, "IPv6 no next header");
		return;
	}
	text_put(t, "Unknown IP Protocol: ");
	text_put(t, name ? name : "Unknown");
	text_put(t, " (");
	text_u64(t, next);
	text_char(t, ')');
}
