/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows behind one another, as a list says. */
#include "shared/layout.h"

void put_layout(struct walk *w, struct cursor *c, const struct part *p)
{
	for (; (p->row || p->octets) && !c->bad; p++) {
		uint32_t n = p->octets & COUNT_MASK;

		if (p->octets & SLICE && !cursor_has(c, n))
			cursor_fail(c, n);
		else if (p->octets & SLICE)
			put_slice(w, *c, p->row, n);
		else if (p->octets & HOP)
			cursor_take(c, n);
		else if (!(p->octets & TO_END))
			put(w, c, p->row, n);
		else if (c->left.wire)
			put(w, c, p->row, c->left.wire);
	}
}

bool put_layout_of(struct walk *w, struct cursor *c, uint32_t code, const struct layout *list,
		   unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		if (list[i].code != code)
			continue;
		if (list[i].parts)
			put_layout(w, c, list[i].parts);
		if (list[i].rest && !c->bad)
			list[i].rest(w, c);
		return true;
	}
	return false;
}
