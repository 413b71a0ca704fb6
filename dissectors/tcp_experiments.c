/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP's experiments: accurate ECN, and options that share two kinds. */
/* RFC 6994; draft-ietf-tcpm-accurate-ecn; draft-gomez-tcpm-ack-rate-request. */
#include "flow/tcp.h"

enum {
	EXPERIMENTS,
	TFO_REQUEST,
	TFO_COOKIE,
	TFO_SYN,
	ECN_EE0B,
	ECN_ECEB,
	ECN_EE1B,
	EXP_ID,
	EXP_SLICES,
	TARR_RATE,
	TARR_RESERVED,
	EXP_DATA,
	OPT_BAD_LENGTH,
};

enum { ACC_ECN0 = 172, ACC_ECN1 = 174 }; /* kinds of options */

static const struct word experiments[] = {
	{0xac, "TCP ACK Rate Request"},
	{0x348, "Host ID"},
	{0xa0d, "Autonomous System Compensation"},
	{0xca0, "Capability Option"},
	{0xed0, "Extended Data Offset"},
	{0x454e, "Encryption Negotiation"},
	{0x5323, "Service Number"},
	{0x75ec, "Timestamp Interval"},
	{0xacc0, "Accurate ECN - Order 0"},
	{0xacc1, "Accurate ECN - Order 1"},
	{0xacce, "Accurate ECN"},
	{0xe2d4, "Shared Memory communications over RMDA protocol"},
	{0xf989, "Fast Open"},
	{0xf990, "Low Latency"},
};

#define COUNTER(row, name, what)                            \
	[row] = {"tcp.options.acc_ecn." name,               \
		 "Accurate ECN Echo " what " Byte Counter", \
		 U24,                                       \
		 DEC,                                       \
		 .help = "Octets that came with " what,     \
		 .ref = "draft-ietf-tcpm-accurate-ecn, 3.2.3"}

static const struct field fields[] = {
	[EXPERIMENTS] = {"tcp.experiments", "TCP Experiments", PROTO},
	[TFO_REQUEST] = {"tcp.options.tfo.request", "Fast Open Cookie Request", NONE,
			 .help = "The client wants a cookie", .ref = "RFC 7413, 4.1.1"},
	[TFO_COOKIE] = {"tcp.options.tfo.cookie", "Fast Open Cookie", BYTES,
			.help = "Lets data come with the SYN", .ref = "RFC 7413, 4.1.1"},
	[TFO_SYN] = EXPERT("tcp.analysis.tfo_syn", "TCP SYN with TFO Cookie", REMARK, G_SEQUENCE),
	COUNTER(ECN_EE0B, "ee0b", "ECT(0)"),
	COUNTER(ECN_ECEB, "eceb", "CE"),
	COUNTER(ECN_EE1B, "ee1b", "ECT(1)"),
	[EXP_ID] = {"tcp.options.experimental.exid", "Experiment Identifier", U16, HEX,
		    WORDS(experiments), .help = "Which experiment", .ref = "RFC 6994, 3"},
	[EXP_SLICES] = {"text", "Bits", HEADING},
	[TARR_RATE] = {"tcp.options.tarr.rate", "TARR Rate", U8, DEC, AT(0, 7), .under = EXP_SLICES,
		       .help = "One acknowledgment for so many segments",
		       .ref = "draft-gomez-tcpm-ack-rate-request, 4"},
	[TARR_RESERVED] = {"tcp.options.tar.reserved", "TARR Reserved", U8, DEC, AT(7, 1),
			   .under = EXP_SLICES, .help = "Always 0",
			   .ref = "draft-gomez-tcpm-ack-rate-request, 4"},
	[EXP_DATA] = {"tcp.options.experimental.data", "Data", BYTES,
		      .help = "What the experiment brings", .ref = "RFC 6994, 3"},
	[OPT_BAD_LENGTH] =
		EXPERT("tcp.option.len.invalid", "Invalid length for option", REMARK, G_SEQUENCE),
};

static void put_cookie(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (!c->left.wire) {
		put(w, c, TFO_REQUEST, 0);
		return;
	}
	put(w, c, TFO_COOKIE, c->left.wire);
	if ((tcp_flags(layer_up(l, "tcp")) & (TCP_SYN | TCP_ACK)) == TCP_SYN)
		expert(w, TFO_SYN, NULL);
}

/* The counters that fit, in one order or the other; words go behind those of the option. */
static void put_counters(struct walk *w, struct cursor *c, uint32_t group, unsigned order)
{
	static const uint8_t rows[2][3] = {{ECN_EE0B, ECN_ECEB, ECN_EE1B},
					   {ECN_EE1B, ECN_ECEB, ECN_EE0B}};
	static const char *const names[2][3] = {{"EE0B", "ECEB", "EE1B"}, {"EE1B", "ECEB", "EE0B"}};

	label_tail_of(w, group, " (Order %u)", order);
	for (unsigned i = 0; i < 3 && cursor_has(c, 3); i++)
		label_tail_of(w, group, "%s%s %u", i ? ", " : ": ", names[order][i],
			      (unsigned)put(w, c, rows[order][i], 3));
}

static bool counters_fit(uint32_t n)
{
	return n <= 9 && n % 3 == 0;
}

/* The node of the option's length, or that of the option. */
static uint32_t length_of(const struct walk *w, uint32_t group)
{
	const struct node *n = group != NO_NODE ? &w->r.nodes[group] : NULL;

	for (const struct node *end = n ? node_next(&w->r, n) : NULL; n && n < end; n++)
		if (!strcmp(n->field->name, "tcp.option_len"))
			return (uint32_t)(n - w->r.nodes);
	return group;
}

static void put_accurate(struct walk *w, struct cursor *c, unsigned order)
{
	uint32_t group = w->last, n = c->left.wire;

	if (counters_fit(n)) {
		if (n)
			put_counters(w, c, group, order);
		return;
	}
	w->last = length_of(w, group);
	expert(w, OPT_BAD_LENGTH, "option length should be 2, 5, 8, or 11 instead of %u", n + 2);
}

enum {
	X_ACK_RATE = 0x00ac,
	X_ACC_ECN0 = 0xacc0,
	X_ACC_ECN1 = 0xacc1,
	X_FAST_OPEN = 0xf989,
};

static void put_kind_of_experiment(struct walk *w, const struct layer *l, struct cursor *c,
				   unsigned id, uint32_t group)
{
	switch (id) {
	case X_ACK_RATE:
		if (!c->left.cap)
			return;
		label_tail_of(w, group, " %u", (unsigned)put_slice(w, *c, TARR_RATE, 1));
		put_slice(w, *c, TARR_RESERVED, 1);
		break;
	case X_ACC_ECN0:
	case X_ACC_ECN1:
		if (!counters_fit(c->left.wire)) {
			w->last = length_of(w, group);
			expert(w, OPT_BAD_LENGTH,
			       "option length should be 4, 7, 10, or 13 instead of %u",
			       c->left.wire + 4);
			break;
		}
		label_tail_of(w, group, ": Accurate ECN");
		if (c->left.wire)
			put_counters(w, c, group, id & 1);
		break;
	case X_FAST_OPEN:
		put_cookie(w, l, c);
		break;
	default:
		if (c->left.cap)
			put(w, c, EXP_DATA, c->left.wire);
		break;
	}
}

static void put_experiment(struct walk *w, const struct layer *l, struct cursor *c)
{
	const char *word;
	uint32_t group = w->last;
	unsigned id;

	if (c->left.wire < 2) {
		w->last = length_of(w, group);
		expert(w, OPT_BAD_LENGTH, "option length %u smaller than 4", c->left.wire + 2);
		return;
	}
	id = (unsigned)put(w, c, EXP_ID, 2);
	word = word_for(fields[EXP_ID].words, id);
	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put_kind_of_experiment(w, l, c, id, group);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l->parent, l->at - l->parent->at - 2);
	unsigned kind = u8(&head);

	if (kind == ACC_ECN0 || kind == ACC_ECN1)
		put_accurate(w, c, kind == ACC_ECN1);
	else
		put_experiment(w, l, c);
}

static const struct hang hangs[] = {{"tcp.option.part", 172},
				    {"tcp.option.part", 174},
				    {"tcp.option.part", 253},
				    {"tcp.option.part", 254},
				    {0}};

const struct proto proto_tcp_experiments = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "RFC 6994",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
