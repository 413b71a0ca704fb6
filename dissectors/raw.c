/* SPDX-License-Identifier: BSD-2-Clause */
/* Captures without a link layer: packets of IP of either version. */
/* https://www.tcpdump.org/linktypes.html, LINKTYPE_RAW. */
#include "shared/link.h"

enum { RAW };

#define LEAST 10          /* octets that are looked at */
#define PPP_HEADER 0xff03 /* PPP's address and control: somebody's modem */

/* Zeros that some drivers put before the packet. */
static uint32_t zeros(const struct layer *l)
{
	return span_is_zero(l->bytes, LEAST) ? LEAST : 0;
}

static const struct field fields[] = {
	[RAW] = {"raw", "Raw packet data", PROTO},
};

static void note(struct walk *w, struct layer *l)
{
	no_addresses(w);
	l->column = "N/A";
}

static bool is_ppp(struct cursor c, uint32_t at)
{
	cursor_take(&c, at);
	return u16(&c) == PPP_HEADER;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const uint8_t places[] = {0, 6, 1};
	struct cursor peek;

	if (!cursor_has(c, LEAST)) {
		cursor_fail(c, LEAST);
		return;
	}
	for (unsigned i = 0; i < COUNT(places); i++)
		if (is_ppp(*c, places[i])) {
			cursor_take(c, places[i]);
			walk_next(w, also_by(l, 0, 0), *c);
			return;
		}
	cursor_take(c, zeros(l));
	peek = *c;
	walk_next(w, next_by(l, u8(&peek) >> 4), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	(void)l;
	text_put(t, "Raw packet data");
}

static const struct hang hangs[] = {{"link", 101}, {0}};

const struct proto proto_raw = {
	.brief = "Raw",
	.spec = "LINKTYPE_RAW",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "ip.version", .also = {"ppp"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
