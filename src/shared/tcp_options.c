/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP's options in words. */
/* RFC 9293, 3.2; what each option is stands in dissectors/tcp_options.c. */
#include "shared/tcp_options.h"
#include "shared/ip.h"

static bool counters_fit(uint32_t n)
{
	return n <= 9 && n % 3 == 0;
}

enum {
	X_ACK_RATE = 0x00ac,
	X_ACC_ECN0 = 0xacc0,
	X_ACC_ECN1 = 0xacc1,
	X_FAST_OPEN = 0xf989,
};

void text_tcp_scps(struct text *t, unsigned vector, const char *open, const char *close)
{
	static const char *const names[] = {"RESERVED", "NLTS", "COMP", "SNACK2", "SNACK1", "BETS"};
	const char *before = open;

	vector = (vector >> 2 & 0x3e) | (vector & 7 ? 1 : 0); /* reserved bits count as one */
	for (unsigned i = COUNT(names); i-- > 0;)
		if (vector >> i & 1) {
			text_put(t, before);
			text_put(t, names[i]);
			before = ", ";
		}
	if (before != open)
		text_put(t, close);
}

static void info_sack(struct text *t, struct cursor *o, uint32_t base)
{
	while (cursor_has(o, 8)) {
		text_number(t, " SLE=", (uint32_t)(u32(o) - base));
		text_number(t, " SRE=", (uint32_t)(u32(o) - base));
	}
}

static void info_scps(struct text *t, struct cursor *o)
{
	unsigned vector = u8(o), binding = u8(o);

	text_tcp_scps(t, vector, " SCPS[", "]");
	if (binding)
		text_number(t, " Connection ID=", binding);
}

static void info_counters(struct text *t, struct cursor *o, unsigned order)
{
	static const char *const names[2][3] = {{" EE0B=", " ECEB=", " EE1B="},
						{" EE1B=", " ECEB=", " EE0B="}};

	if (!counters_fit(o->left.wire))
		return;
	if (!o->left.cap)
		text_put(t, " AccECN");
	for (unsigned i = 0; i < 3 && cursor_has(o, 3); i++)
		text_number(t, names[order][i], u24(o));
}

static void info_experiment(struct text *t, struct cursor *o)
{
	unsigned id = u16(o);

	if (o->bad)
		return;
	switch (id) {
	case X_ACK_RATE:
		text_put(t, " TARR");
		if (o->left.cap)
			text_number(t, "=", u8(o) >> 1);
		break;
	case X_ACC_ECN0:
	case X_ACC_ECN1:
		info_counters(t, o, id & 1);
		break;
	case X_FAST_OPEN:
		text_put(t, o->left.wire ? " TFO=C" : " TFO=R");
		break;
	default:
		text_format(t, " ExID=%X", id);
		break;
	}
}

/* Options whose words are just their numbers. */
static const struct saying {
	uint8_t kind, octets, n; /* so many numbers of so many octets */
	uint32_t mask;
	const char *words[2];
} sayings[] = {
	{2, 2, 1, UINT16_MAX, {" MSS="}},  {6, 4, 1, UINT32_MAX, {" ECHO="}},
	{7, 4, 1, UINT32_MAX, {" ECHO="}}, {8, 4, 2, UINT32_MAX, {" TSval=", " TSecr="}},
	{11, 4, 1, UINT32_MAX, {" CC="}},  {12, 4, 1, UINT32_MAX, {" CC="}},
	{13, 4, 1, UINT32_MAX, {" CC="}},  {28, 2, 1, 0x7fff, {" USER_TO="}},
};

static void info_numbers(struct text *t, struct cursor *o, uint8_t kind)
{
	const struct saying *s = sayings;

	while (s < sayings + COUNT(sayings) && s->kind != kind)
		s++;
	if (s == sayings + COUNT(sayings) || o->left.wire != s->n * s->octets)
		return;
	for (unsigned i = 0; i < s->n; i++)
		text_number(t, s->words[i], cursor_be(o, s->octets) & s->mask);
}

void text_tcp_option(struct text *t, struct cursor *o, uint8_t kind, uint32_t sack_base)
{
	switch (kind) {
	case 3:
		if (o->left.wire == 1)
			text_number(t, " WS=", tcp_window_multiplier(u8(o)));
		break;
	case 4:
		text_put(t, " SACK_PERM");
		break;
	case 5:
		info_sack(t, o, sack_base);
		break;
	case 19:
		text_put(t, " MD5");
		break;
	case 20:
		if (o->left.wire == 2)
			info_scps(t, o);
		break;
	case 27:
		if (o->left.wire == 6)
			text_format(t, " QSresp=%s", word_for(&qs_rates, u8(o) & 15));
		break;
	case 29:
		text_put(t, "TCP AO");
		break;
	case 34:
		text_put(t, o->left.wire ? " TFO=C" : " TFO=R");
		break;
	case 172:
	case 174:
		info_counters(t, o, kind == 174);
		break;
	case 253:
	case 254:
		info_experiment(t, o);
		break;
	default:
		info_numbers(t, o, kind);
		break;
	}
}
