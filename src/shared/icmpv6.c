/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of ICMPv6 share: options of neighbour discovery, prefixes, lifetimes. */
#include "shared/icmpv6.h"
#include "shared/labels.h"

static const struct word preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
const struct words router_preferences = {preferences, COUNT(preferences)};

static const struct word infinity[] = {{UINT32_MAX, "Infinity"}};
const struct words infinite_lifetime = {infinity, COUNT(infinity)};

static const struct word statuses[] = {
	{0, "Success"}, {1, "Duplicate Exists"}, {2, "Neighbor Cache Full"}};
const struct words duplicate_statuses = {statuses, COUNT(statuses)};

void form_special(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(n->field->words, n->u);

	(void)r;
	if (word) {
		text_put(t, word);
		text_put(t, " (");
	}
	text_u64(t, n->u);
	if (word)
		text_char(t, ')');
}

void put_nd_option(struct walk *w, const struct layer *l, struct cursor *c,
		   const struct nd_body *bodies, unsigned n)
{
	struct cursor head = layer_cursor(l, 0);
	struct nd_option o = {.group = w->last, .length = NO_NODE, .whole = head};

	o.type = u8(&head);
	o.octets = u8(&head) * 8u;
	o.end = l->at + o.octets;
	if (o.type < n && bodies[o.type].read)
		bodies[o.type].read(w, c, &o);
}

void put_address_of(struct walk *w, struct cursor *c, uint32_t group, unsigned row)
{
	const char *address = peek_address(w, *c);

	put(w, c, row, 16);
	if (address)
		label_tail_of(w, group, " %s", address);
}

void put_prefix(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t octets,
		int bits)
{
	static const uint8_t none[16];
	const uint8_t *p = octets ? put_part_address(w, c, row, octets, false) : none;

	if (p && w->labels && bits >= 0)
		label_tail_of(w, group, " %s/%d", address_words(w, IPV6, p), bits);
}

bool put_prefix_left(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t end,
		     int bits)
{
	uint32_t octets = octets_left(c, end);

	if (c->at > end || (octets && octets != 8 && octets != 16))
		return false;
	put_prefix(w, c, group, row, octets, bits);
	return true;
}
