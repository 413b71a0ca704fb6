/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: who is rendezvous point, and who says so. */
/* RFC 5059, 4. */
#include "shared/pim.h"

enum {
	POINTS,
	FRAGMENT,
	HASH_LEN,
	BSR_PRIORITY,
	BSR,
	BSR_6,
	RP_COUNT,
	FRP_COUNT,
	GROUP,
	GROUP_6,
	PRIORITY,
	PREFIX_COUNT,
	RP,
	RP_6,
	HOLDTIME,
};

#define BOOTSTRAP 4

static const struct field fields[] = {
	[POINTS] = {"pim.bootstrap", "Bootstrap", PROTO},
	[FRAGMENT] = {"pim.fragment_tag", "Fragment tag", U16, HEX,
		      .help = "The same in all parts of a message", .ref = "RFC 5059, 4.1"},
	[HASH_LEN] = {"pim.hash_mask_len", "Hash mask len", U8, DEC,
		      .help = "Bits that the hash function takes", .ref = "RFC 5059, 4.1"},
	[BSR_PRIORITY] = {"pim.bsr_priority", "BSR priority", U8, DEC,
			  .help = "The highest becomes bootstrap router", .ref = "RFC 5059, 4.1"},
	PAIR(BSR, "pim.bsr", "pim.bsr_ip6", "BSR", "The bootstrap router"),
	[RP_COUNT] = {"pim.rp_count", "RP count", U8, DEC, .help = "Of the whole message",
		      .ref = "RFC 5059, 4.1"},
	[FRP_COUNT] = {"pim.frp_count", "FRP count", U8, DEC, .help = "Of this part",
		       .ref = "RFC 5059, 4.1"},
	PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", "The group"),
	[PRIORITY] = {"pim.priority", "Priority", U8, DEC, .help = "The lowest is preferred",
		      .ref = "RFC 5059, 4.1"},
	[PREFIX_COUNT] = {"pim.prefix_count", "Prefix-count", U8, DEC, .help = "How many groups",
			  .ref = "RFC 5059, 4.2"},
	PAIR(RP, "pim.rp", "pim.rp_ip6", "RP", "The rendezvous point"),
	[HOLDTIME] = HOLDTIME_ROW(form_holdtime, "4.9.5"),
};

/* The rendezvous points of a group; their priorities stand below the group. */
static bool put_points(struct walk *w, struct cursor *c, unsigned n)
{
	for (unsigned i = 0; i < n && !c->bad; i++) {
		if (!put_encoded(w, c, RP, ENCODED_UNICAST, (int)i))
			return false;
		put(w, c, HOLDTIME, 2);
		cursor_pull(c, 2);
	}
	return true;
}

static bool put_mapping(struct walk *w, struct cursor *c, unsigned number)
{
	struct cursor peek;
	unsigned n;

	if (!put_encoded(w, c, GROUP, ENCODED_GROUP, (int)number))
		return false;
	w->depth++;
	put(w, c, RP_COUNT, 1);
	n = (unsigned)put(w, c, FRP_COUNT, 1);
	cursor_pull(c, 2);
	peek = *c;
	for (unsigned i = 0; i < n && peek.left.cap; i++) {
		cursor_pull(&peek, 4 + encoded_octets(peek));
		if (cursor_has(&peek, 1))
			put(w, &peek, PRIORITY, 1);
		cursor_pull(&peek, 1);
	}
	w->depth--;
	return put_points(w, c, n);
}

static void put_bootstrap(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {
		{FRAGMENT, 2}, {HASH_LEN, 1}, {BSR_PRIORITY, 1}, {0, 0}};

	put_rows(w, c, parts);
	if (c->bad || !put_encoded(w, c, BSR, ENCODED_UNICAST, -1))
		return;
	for (unsigned i = 0; c->left.cap; i++)
		if (!put_mapping(w, c, i))
			return;
}

static void put_candidate(struct walk *w, struct cursor *c)
{
	unsigned n = (unsigned)put(w, c, PREFIX_COUNT, 1);

	put(w, c, PRIORITY, 1);
	put(w, c, HOLDTIME, 2);
	if (c->bad || !put_encoded(w, c, RP, ENCODED_UNICAST, -1))
		return;
	for (unsigned i = 0; i < n; i++)
		if (!put_encoded(w, c, GROUP, ENCODED_GROUP, (int)i))
			return;
}

static unsigned type_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l->parent, 0);

	return u8(&c) & 15;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (type_of(l) == BOOTSTRAP)
		put_bootstrap(w, c);
	else
		put_candidate(w, c);
}

static const struct hang hangs[] = {{"pim.type", 4}, {"pim.type", 8}, {0}};

const struct proto proto_pim_bootstrap = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 5059, 4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"pim.address"}},
	.hangs = hangs,
	.rest = rest,
};
