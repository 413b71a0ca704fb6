/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: messages of version 1, inside IGMP. */
/* No RFC describes it. */
#include "shared/pim.h"

enum {
	MESSAGE,
	LOOSE,
	RESERVED,
	OPTION_LIST,
	UPSTREAM,
	SOURCE,
	RP,
	GROUP,
	JOIN,
	PRUNE,
	MASK_LEN,
	JOIN_COUNT_ROWS,
	METRIC_ROWS,
	HOLDTIME,
	MODE,
	GROUP_ADDRESS,
	GROUP_MASK,
	ADDR_LEN,
	V1_A,
	V1_S,
	V1_W,
	V1_R,
	V1_RESERVED,
};

enum {
	QUERY,
	REGISTER_STOP = 2,
	JOIN_PRUNE,
	RP_REACHABLE,
	ASSERT,
	GRAFT,
	GRAFT_ACK,
};

static const struct word modes[] = {{0, "Dense"}, {1, "Sparse"}, {2, "Sparse-Dense"}};

#define V1_BIT(row, filter, what, bit)         \
	[row] = {"pim.src_flags." filter,      \
		 what,                         \
		 U8,                           \
		 DEC,                          \
		 AT(bit, 1),                   \
		 .under = LOOSE,               \
		 .help = "A flag of a source", \
		 .ref = "PIM version 1, no RFC"}

static const struct field fields[] = {
	[MESSAGE] = {"pim.v1", "PIM version 1", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[RESERVED] = RESERVED_ROW,
	[OPTION_LIST] = OPTION_LIST_ROW,
	[UPSTREAM] = {"pim.upstream_neighbor", "Upstream-neighbor", IPV4, .help = "Who is to act",
		      .ref = "PIM version 1, no RFC"},
	[SOURCE] = {"pim.source", "Source", IPV4, .help = "Who sends to the group",
		    .ref = "PIM version 1, no RFC"},
	[RP] = {"pim.rp", "RP", IPV4, .help = "The rendezvous point",
		.ref = "PIM version 1, no RFC"},
	[GROUP] = {"pim.group", "Group", IPV4, .help = "The group", .ref = "PIM version 1, no RFC"},
	[JOIN] = {"pim.join_ip", "IP address", IPV4, .help = "A source that is joined",
		  .ref = "PIM version 1, no RFC"},
	[PRUNE] = {"pim.prune_ip", "IP address", IPV4, .help = "A source that is left",
		   .ref = "PIM version 1, no RFC"},
	[MASK_LEN] = {"pim.mask_len", "Masklen", U8, DEC, .help = "Bits that count",
		      .ref = "4.9.1"},
	JOIN_COUNT_FIELDS,
	METRIC_FIELDS,
	[HOLDTIME] = HOLDTIME_ROW(form_holdtime, "4.9.5"),
	[MODE] = {"pim.mode", "Mode", U8, DEC, AT(0, 4), .under = LOOSE, WORDS(modes),
		  .help = "Dense, sparse or both", .ref = "PIM version 1, no RFC"},
	[GROUP_ADDRESS] = {"pim.group_address", "Group Address", IPV4, .help = "The group",
			   .ref = "PIM version 1, no RFC"},
	[GROUP_MASK] = {"pim.group_mask", "Mask", IPV4, .help = "Bits of it that count",
			.ref = "PIM version 1, no RFC"},
	[ADDR_LEN] = {"pim.addr_len", "Address Len", U8, DEC, .help = "Octets of an address",
		      .ref = "PIM version 1, no RFC"},
	V1_BIT(V1_A, "a", "Annotated", 4),
	V1_BIT(V1_S, "s", "Sparse", 5),
	V1_BIT(V1_W, "w", "WC", 6),
	V1_BIT(V1_R, "r", "RP", 7),
	[V1_RESERVED] = {"pim.src_flags.rsv", "Reserved", U8, DEC, AT(0, 4), .under = LOOSE,
			 .help = "Always 0", .ref = "PIM version 1, no RFC"},
};

static void put_source(struct walk *w, struct cursor *c, unsigned row)
{
	put_slice(w, *c, V1_A, 1);
	put_slice(w, *c, V1_S, 1);
	put_slice(w, *c, V1_W, 1);
	put_slice(w, *c, V1_R, 1);
	put_slice(w, *c, V1_RESERVED, 1);
	cursor_pull(c, 1);
	put(w, c, MASK_LEN, 1);
	put(w, c, row, 4);
}

static void put_sources(struct walk *w, struct cursor *c, struct cursor number, unsigned n_row,
			unsigned row)
{
	uint32_t group = open_group(w, &number, n_row, 2);
	unsigned n = u16(&number);

	while (n-- && !c->bad)
		put_source(w, c, row);
	shut_group(w, group, NULL);
}

static void put_group(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, GROUP, 4);
	struct cursor joins, prunes;

	label_name(w, "Group %u", number);
	cursor_pull(c, 4);
	put(w, c, GROUP_MASK, 4);
	label_name(w, "Group %u Mask", number);
	joins = prunes = *c;
	cursor_pull(&prunes, 2);
	cursor_pull(c, 4);
	if (!c->bad)
		put_sources(w, c, joins, NUM_JOINS, JOIN);
	if (!c->bad)
		put_sources(w, c, prunes, NUM_PRUNES, PRUNE);
	shut_group(w, group, NULL);
}

static void put_join_prune(struct walk *w, struct cursor *c)
{
	unsigned n;

	put(w, c, UPSTREAM, 4);
	cursor_pull(c, 2);
	put(w, c, HOLDTIME, 2);
	cursor_pull(c, 1);
	put(w, c, MASK_LEN, 1);
	put(w, c, ADDR_LEN, 1);
	n = (unsigned)put(w, c, NUM_GROUPS, 1);
	for (unsigned i = 0; i < n && !c->bad; i++)
		put_group(w, c, i);
}

static void put_body(struct walk *w, struct cursor *c, unsigned code)
{
	static const struct part reachable[] = {
		{GROUP_ADDRESS, 4}, {GROUP_MASK, 4}, {RP, 4}, {0, 0}};

	switch (code) {
	case QUERY:
		put_slice(w, *c, MODE, 1);
		cursor_pull(c, 2);
		put(w, c, HOLDTIME, 2);
		break;
	case REGISTER_STOP:
		put(w, c, GROUP, 4);
		put(w, c, SOURCE, 4);
		break;
	case RP_REACHABLE:
		put_rows(w, c, reachable);
		cursor_pull(c, 2);
		put(w, c, HOLDTIME, 2);
		break;
	case ASSERT:
		put(w, c, GROUP_ADDRESS, 4);
		put(w, c, GROUP_MASK, 4);
		put_metrics(w, c, RPT);
		break;
	case JOIN_PRUNE:
	case GRAFT:
	case GRAFT_ACK:
		put_join_prune(w, c);
		break;
	default:
		break;
	}
}

/* What is reserved in the body; tshark shows it behind all else. */
static void put_reserved(struct walk *w, struct cursor c, unsigned code)
{
	if (code == RP_REACHABLE) {
		cursor_pull(&c, 12);
		put(w, &c, RESERVED, 2);
	} else if (code == JOIN_PRUNE || code == GRAFT || code == GRAFT_ACK) {
		cursor_pull(&c, 4);
		put(w, &c, RESERVED, 2);
		cursor_pull(&c, 2);
		put(w, &c, RESERVED, 1);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor body = *c, head = layer_cursor(l->parent, 1);
	unsigned code = u8(&head);
	uint32_t list = open_group(w, c, OPTION_LIST, c->left.wire);

	put_body(w, c, code);
	shut_group(w, list, NULL);
	put_reserved(w, body, code);
}

static const struct hang hangs[] = {{"pim.version", 1}, {0}};

const struct proto proto_pim_v1 = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 7761",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
