/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP's selective acknowledgments. */
/* RFC 2018, 3; RFC 2883, 4 (duplicates). */
#include "flow/tcp.h"

enum {
	SACK,
	SACK_LE,
	SACK_RE,
	SACK_COUNT,
	SUBOPTION,
	SUBOPTION_BAD,
	DSACK_LE,
	DSACK_RE,
	DSACK,
	DSACK_NOTE,
};

static const struct field fields[] = {
	[SACK] = {"tcp.sack", "Selective Acknowledgments", PROTO},
	[SACK_LE] = {"tcp.options.sack_le", "left edge", U32, DEC,
		     .help = "First octet that arrived out of order", .ref = "RFC 2018, 3"},
	[SACK_RE] = {"tcp.options.sack_re", "right edge", U32, DEC,
		     .help = "The octet behind the last of them", .ref = "RFC 2018, 3"},
	[SUBOPTION] = {"text", "suboption would go past end of option", HEADING},
	[SUBOPTION_BAD] = EXPERT("tcp.suboption_malformed", "suboption would go past end of option",
				 ERROR, G_MALFORMED),
	[DSACK_LE] = {"tcp.options.sack.dsack_le", "D-SACK Left Edge", U32, DEC,
		      .traits = GENERATED, .help = "First octet that came twice",
		      .ref = "RFC 2883, 4"},
	[DSACK_RE] = {"tcp.options.sack.dsack_re", "D-SACK Right Edge", U32, DEC,
		      .traits = GENERATED, .help = "The octet behind the last",
		      .ref = "RFC 2883, 4"},
	[DSACK] = {"text", "D-SACK Sequence", HEADING},
	[DSACK_NOTE] = EXPERT("tcp.options.sack.dsack", "D-SACK Sequence", WARNING, G_SEQUENCE),
	[SACK_COUNT] = {"tcp.options.sack.count", "TCP SACK Count", U8, DEC, .traits = GENERATED,
			.help = "Blocks of octets"},
};

/* RFC 2883, 4: the first block is acknowledged already, or ends in the second one. */
static bool is_dsack(const struct layer *tcp, struct cursor c)
{
	uint32_t ack = tcp_ack(tcp), le, re;

	u32(&c);
	re = u32(&c);
	if (c.bad)
		return false;
	if ((int32_t)(re - ack) <= 0)
		return true;
	le = u32(&c);
	return cursor_has(&c, 4) && (int32_t)(re - le) > 0 && (int32_t)(re - u32(&c)) <= 0;
}

static void put_edge(struct walk *w, struct cursor *c, unsigned row, uint32_t edge)
{
	put_value(w, row, c->at, 4, edge);
	label_whole(w, "%s = %u (relative)", fields[row].label, edge);
	if (row == SACK_LE || row == SACK_RE)
		cursor_pull(c, 4);
}

/* tshark looks for the first block's edges even where they can't be. */
static void check_stump(struct walk *w, struct cursor *c, struct cursor first, uint32_t le,
			uint32_t ack)
{
	if (cursor_has(&first, 4) && (int32_t)(le - ack) <= 0)
		put_edge(w, &first, DSACK_LE, le);
	cursor_fail(c, UINT32_MAX);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct layer *tcp = layer_up(l, "tcp");
	struct cursor first = *c;
	uint32_t group = w->last, base = tcp_sack_base(tcp), blocks = 0, le = 0, re = 0;

	for (; cursor_has(c, 8); blocks++) {
		struct cursor peek = *c;
		uint32_t left = u32(&peek) - base, right = u32(&peek) - base;

		put_edge(w, c, SACK_LE, left);
		put_edge(w, c, SACK_RE, right);
		label_tail_of(w, group, " %u-%u", left, right);
		if (!blocks) {
			le = left;
			re = right;
		}
	}
	if (cursor_has(c, 4)) {
		struct cursor peek = *c;

		le = blocks ? le : u32(&peek) - base;
		put_edge(w, c, SACK_LE, blocks ? u32(&peek) - base : le);
	}
	if (c->left.cap) {
		shut_group(w, open_group(w, c, SUBOPTION, c->left.cap), NULL);
		expert(w, SUBOPTION_BAD, NULL);
	}
	put_value(w, SACK_COUNT, first.at, 0, blocks);
	if (!blocks)
		check_stump(w, c, first, le, (uint32_t)(tcp_ack(tcp) - base));
	if (!blocks || !is_dsack(tcp, first))
		return;
	put_edge(w, &first, DSACK_LE, le);
	put_edge(w, &first, DSACK_RE, re);
	shut_group(w, open_group(w, &first, DSACK, 0), NULL);
	expert(w, DSACK_NOTE, NULL);
}

static const struct hang hangs[] = {{"tcp.option.part", 5}, {0}};

const struct proto proto_tcp_sack = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "RFC 2018, 3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
