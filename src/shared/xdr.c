/* SPDX-License-Identifier: BSD-2-Clause */
/* External data representation: words of four octets, counted octets and text. */
/* RFC 4506. */
#include "shared/xdr.h"

void xdr_parts(struct walk *w, struct cursor *c, const struct xdr_part *parts)
{
	for (; (parts->row || parts->read) && !c->bad; parts++) {
		if (parts->read)
			parts->read(w, c, parts);
		else
			put(w, c, parts->row, parts->octets);
	}
}

/* Length, content (for which `words` stand in the tree) and fill; the octets are left to the cursor
 * when they aren't all there. */
static struct span put_counted(struct walk *w, struct cursor *c, const struct xdr_counted *rows,
			       const char *words)
{
	uint32_t n = (uint32_t)put(w, c, rows->length, 4);
	struct span s = span_first(c->left, n);

	put(w, c, rows->content, n);
	if (!c->bad && words)
		label_value(w, "%s", words);
	if (!c->bad && n % 4) {
		put(w, c, rows->fill, 4 - n % 4);
		label_value(w, "opaque data");
	}
	return s;
}

struct span xdr_text(struct walk *w, struct cursor *c, const struct xdr_counted *rows,
		     const char *label)
{
	struct cursor ahead = *c;
	uint32_t n = u32(&ahead);
	struct span s = span_first(ahead.left, n);
	uint32_t group = open_group(w, c, rows->over, 0);

	label_whole(w, "%s: %s", label, s.cap ? arena_copy(&w->arena, s.p, s.cap) : "<EMPTY>");
	s = put_counted(w, c, rows, s.cap ? NULL : "<EMPTY>");
	shut_group(w, group, c);
	return s;
}

struct span xdr_data(struct walk *w, struct cursor *c, const struct xdr_counted *rows,
		     const char *label)
{
	const char *words = span_bits(c->left, 0, 32, false) ? "<DATA>" : "<EMPTY>";
	uint32_t group = open_group(w, c, rows->over, 0);
	struct span s;

	label_whole(w, "%s: %s", label, words);
	s = put_counted(w, c, rows, words);
	shut_group(w, group, c);
	return s;
}
