/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of LISP share: addresses behind the number of their family. */
#include "shared/lisp.h"

static const struct word lcaf_types[] = {
	{0, "Null Body"},
	{1, "AFI List"},
	{2, "Instance ID"},
	{3, "AS Number"},
	{4, "Application Data"},
	{5, "Geo Coordinates"},
	{6, "Opaque Key"},
	{7, "NAT Traversal"},
	{8, "Nonce Locator"},
	{9, "Multicast Info"},
	{10, "Explicit Locator Path"},
	{11, "Security Key"},
	{12, "Source/Dest Key"},
	{13, "Replication List Entry"},
	{14, "JSON Data Model"},
	{15, "Key/Value Address Pair"},
	{255, "Vendor Specific LCAF"},
};
const struct words lcaf_words = {lcaf_types, COUNT(lcaf_types)};

static void text_any_address(struct text *t, struct cursor *c, unsigned family, unsigned level);

/* RFC 8060 in words; the cursor is behind the family. */
static void text_lcaf(struct text *t, struct cursor *c, unsigned level)
{
	struct cursor head = *c, body;
	unsigned type, number;
	const char *word;

	cursor_pull(&head, 2);
	type = u8(&head);
	cursor_pull(&head, 1);
	body = cursor_first(*c, LCAF_HEAD + (uint32_t)u16(&head));
	cursor_take(c, LCAF_HEAD + body.left.wire - (body.left.wire < LCAF_HEAD ? 0 : LCAF_HEAD));
	cursor_pull(&body, LCAF_HEAD);
	word = word_for(&lcaf_words, type);
	if ((type != LCAF_IID && type != LCAF_ASN) || level >= LCAF_MAX_LEVEL || body.bad) {
		text_put(t, word ? word : "Unknown");
		return;
	}
	number = u32(&body);
	if (type == LCAF_IID)
		text_format(t, "[%u] ", number);
	text_any_address(t, &body, u16(&body), level + 1);
	if (type == LCAF_ASN)
		text_format(t, " (ASN %u)", number);
}

static void text_any_address(struct text *t, struct cursor *c, unsigned family, unsigned level)
{
	struct span s;

	switch (family) {
	case AFI_NONE:
		text_put(t, "not set");
		break;
	case AFI_IPV4:
		text_ip4(t, u32(c));
		break;
	case AFI_IPV6:
		s = cursor_take(c, 16);
		if (s.cap == 16)
			text_ip6(t, s.p);
		break;
	case AFI_MAC:
		s = cursor_take(c, 6);
		text_hex_bytes(t, s.p, s.cap, ':');
		break;
	case AFI_LCAF:
		text_lcaf(t, c, level);
		break;
	default:
		break;
	}
}

const char *pass_address(struct walk *w, struct cursor *c, unsigned family)
{
	struct text t = {0};
	const char *words;

	text_any_address(&t, c, family, 0);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

bool is_known_family(unsigned family)
{
	return family <= AFI_IPV6 || family == AFI_LCAF || family == AFI_MAC;
}

bool bad_family(struct walk *w, const struct cursor *c, unsigned note, const char *of,
		unsigned family)
{
	if (c->bad)
		return false;
	w->last = NO_NODE;
	expert(w, note, "Unexpected %s (%u), cannot decode", of, family);
	return false;
}

void walk_canonical(struct walk *w, struct cursor *c)
{
	*c = walk_part(w, also_by(w->now, 0, AFI_LCAF), *c);
}

void put_family_address(struct walk *w, struct cursor *c, unsigned rows, unsigned family)
{
	uint32_t group;

	switch (family) {
	case AFI_IPV4:
		put(w, c, rows + 1, 4);
		break;
	case AFI_IPV6:
		put(w, c, rows + 2, 16);
		break;
	case AFI_MAC:
		put(w, c, rows + 3, 6);
		break;
	case AFI_LCAF:
		group = open_group(w, c, rows + 4, c->left.cap);
		label_tail_of(w, group, ": %s", family_words(w, *c, family));
		walk_canonical(w, c);
		shut_group(w, group, c);
		break;
	default:
		break;
	}
}
