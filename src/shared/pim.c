/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of Protocol Independent Multicast share: encoded addresses, hold times. */
#include "shared/pim.h"

static const struct word encodings[] = {{0, "Native"}, {1, "Native with Join Attribute"}};
const struct words encoded_encodings = {encodings, COUNT(encodings)};

uint32_t encoded_octets(struct cursor c)
{
	unsigned family = u8(&c);

	return family == 1 ? 4 : family == 2 ? 16 : 0;
}

/* The row with the address behind its head; false when there is none. */
static bool put_outside(struct walk *w, struct cursor *c, unsigned row, uint32_t head, int number)
{
	uint32_t n = encoded_octets(*c);
	struct cursor address = *c;

	if (!cursor_has(c, head + n)) {
		cursor_fail(c, head + n);
		return false;
	}
	if (!n)
		return false;
	cursor_pull(&address, head);
	if (n == 4)
		put_value(w, row, c->at, head + n, load_be(address.left.p, 4));
	else
		put_bytes(w, row + 1, c->at, head + n, address.left.p, n);
	if (number >= 0)
		label_whole(w, "%s %d: %s", w->now->proto->fields[row].label, number,
			    address_words(w, n == 4 ? IPV4 : IPV6, address.left.p));
	return true;
}

bool put_encoded(struct walk *w, struct cursor *c, unsigned row, enum encoded kind, int number)
{
	uint32_t head = kind == ENCODED_UNICAST ? UNICAST_HEAD : GROUP_HEAD, node;

	if (!put_outside(w, c, row, head, number))
		return false;
	node = w->last;
	w->depth++;
	*c = walk_part(w, also_by(w->now, 0, kind), *c);
	w->depth--;
	w->last = node;
	return true;
}

void form_holdtime(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	if (n->u == 0xffff)
		text_format(t, "Infinity (%u)", (unsigned)n->u);
	else
		text_u64(t, n->u);
}

void form_goodbye(struct text *t, const struct record *r, const struct node *n)
{
	if (n->u)
		form_holdtime(t, r, n);
	else
		text_put(t, "goodbye (0)");
}
