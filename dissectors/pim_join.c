/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: joins, prunes and grafts. */
/* RFC 7761, 4.9.5; RFC 3973 (grafts). */
#include "shared/pim.h"

enum {
	JOINS,
	UPSTREAM,
	UPSTREAM_6,
	RESERVED,
	JOIN_COUNT_ROWS,
	HOLDTIME,
	GROUP_SET,
	GROUP,
	GROUP_6,
	JOIN,
	JOIN_6,
	PRUNE,
	PRUNE_6,
};

static const struct field fields[] = {
	[JOINS] = {"pim.join", "Join, Prune and Graft", PROTO},
	PAIR(UPSTREAM, "pim.upstream_neighbor", "pim.upstream_neighbor_ip6", "Upstream-neighbor",
	     "Who is to act"),
	[RESERVED] = RESERVED_ROW,
	JOIN_COUNT_FIELDS,
	[HOLDTIME] = HOLDTIME_ROW(form_holdtime, "4.9.5"),
	[GROUP_SET] = {"pim.group_set", "Group", STRING, .help = "One group with its sources",
		       .ref = "4.9.5"},
	PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", "The group"),
	PAIR(JOIN, "pim.join_ip", "pim.join_ip6", "IP address", "A source that is joined"),
	PAIR(PRUNE, "pim.prune_ip", "pim.prune_ip6", "IP address", "A source that is left"),
};

/* Joins, or prunes: below their number, which stands elsewhere. */
static bool put_sources(struct walk *w, struct cursor *c, struct cursor number, unsigned n_row,
			unsigned row)
{
	uint32_t group = open_group(w, &number, n_row, 2);
	unsigned n = u16(&number);
	bool good = true;

	while (n-- && good && !c->bad)
		good = put_encoded(w, c, row, ENCODED_SOURCE, -1);
	shut_group(w, group, NULL);
	return good;
}

static bool put_joined_group(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t at = c->at, set;
	struct cursor joins, prunes;
	bool good;

	put_string(w, GROUP_SET, at, c->left.cap, "");
	label_whole(w, "Group %u", number);
	set = w->last;
	w->depth++;
	good = put_encoded(w, c, GROUP, ENCODED_GROUP, (int)number);
	joins = prunes = *c;
	cursor_pull(&prunes, 2);
	cursor_pull(c, 4);
	good = good && !c->bad && put_sources(w, c, joins, NUM_JOINS, JOIN) && !c->bad &&
	       put_sources(w, c, prunes, NUM_PRUNES, PRUNE);
	shut_group(w, set, c);
	return good;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned n;

	(void)l;
	if (!put_encoded(w, c, UPSTREAM, ENCODED_UNICAST, -1))
		return;
	put(w, c, RESERVED, 1);
	n = (unsigned)put(w, c, NUM_GROUPS, 1);
	put(w, c, HOLDTIME, 2);
	for (unsigned i = 0; i < n && !c->bad; i++)
		if (!put_joined_group(w, c, i))
			return;
}

static const struct hang hangs[] = {{"pim.type", 3}, {"pim.type", 6}, {"pim.type", 7}, {0}};

const struct proto proto_pim_join = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 7761, 4.9.5",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"pim.address"}},
	.hangs = hangs,
	.rest = rest,
};
