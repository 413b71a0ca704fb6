/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP over Ethernet, session stage. */
/* RFC 2516, 6; RFC 5578 (credits). */
#include "core/walk.h"
#include "shared/pppoe.h"

enum {
	PPPOES,
	PPPOE_ROWS,
	LENGTH_BAD,
	TAGS,
	FCN,
	BCN,
	CREDITS,
};

#define PAYLOAD_MIN 40 /* octets that Ethernet fills a shorter frame's payload up to */
#define FCS_LEN 4
#define LCP 0xc021
#define TAG_CREDITS 0x0106
#define CREDITS_LEN 8 /* octets of that tag */

static const struct field fields[] = {
	[PPPOES] = {"pppoes", "PPP-over-Ethernet Session", PROTO},
	PPPOE_FIELDS,
	[LENGTH_BAD] = {"pppoe.payload_length.bad", "Possible bad payload length", NONE,
			.traits = NOTE | BORROWED, .preset = WARNING, .from = G_MALFORMED},
	[TAGS] = {"pppoes.tags", "PPPoE Tags", NONE, .help = "Credits", .ref = "RFC 5578, 5"},
	[FCN] = {"pppoes.tags.credits.fcn", "FCN", U16, DEC, .under = TAGS,
		 .help = "Credits granted by this packet", .ref = "RFC 5578, 5"},
	[BCN] = {"pppoes.tags.credits.bcn", "BCN", U16, DEC, .under = TAGS,
		 .help = "Credits left for the other side", .ref = "RFC 5578, 5"},
	[CREDITS] = {"pppoed.tags.credits", "Credits", BYTES, .under = TAGS, .traits = BORROWED,
		     .help = "Of an unknown form", .ref = "RFC 5578, 5"},
};

/* Short frames are filled up, LCP's length is its own, and a check sequence may follow. */
static void check_length(struct walk *w, const struct layer *l, struct cursor c)
{
	unsigned len = (unsigned)VALUE(l, LENGTH), real = c.left.wire;
	struct node *n = own_node(w, LENGTH);

	if (real == len || real == len + FCS_LEN || real <= PAYLOAD_MIN || u16(&c) == LCP)
		return;
	if (n)
		label_tail_of(w, (uint32_t)(n - w->r.nodes), " [incorrect, should be %u]", real);
	expert_on(w, LENGTH, LENGTH_BAD, "Possible bad payload length %u != %u", len, real);
}

static void put_credits(struct walk *w, struct cursor *c)
{
	struct cursor tag = cursor_first(*c, CREDITS_LEN);
	uint32_t group = open_group(w, c, TAGS, CREDITS_LEN);
	unsigned len;

	u16(&tag);
	len = u16(&tag);
	if (len == 4) {
		put(w, &tag, FCN, 2);
		put(w, &tag, BCN, 2);
	} else if (len < 4) {
		put(w, &tag, CREDITS, len);
	}
	shut_group(w, group, NULL);
	cursor_take(c, CREDITS_LEN);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t first = u16(&peek);
	uint32_t len = (uint32_t)VALUE(l, LENGTH);

	if (peek.bad) {
		cursor_fail(c, 2);
		return;
	}
	check_length(w, l, *c);
	if (first == TAG_CREDITS) {
		put_credits(w, c);
		len -= len < CREDITS_LEN ? len : CREDITS_LEN;
	}
	walk_next(w, next_by(l, 0), cursor_first(*c, len));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *code = word_for(&pppoe_codes, VALUE(l, CODE));

	(void)r;
	text_put(t, code ? code : "Unknown");
}

static const struct hang hangs[] = {{"ethertype", 0x8864}, {"link", 51}, {0}};

const struct proto proto_pppoes = {
	.brief = "PPPoES",
	.spec = "RFC 2516",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = PPPOE_HEADER,
	.next = {.table = "ppp"},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
