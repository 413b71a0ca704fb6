/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's hop-by-hop options header. */
/* RFC 8200, 4.3. */
#include "shared/extension.h"
#include "shared/ip.h"

enum { HOPOPTS, NXT, LEN, OCTETS, NOT_FIRST };

struct state {
	uint64_t octets;
};

#define HEAD 2
#define UNIT 8

static const struct field fields[] = {
	[HOPOPTS] = {"ipv6.hopopts", "IPv6 Hop-by-Hop Option", PROTO},
	[NXT] = {"ipv6.hopopts.nxt", "Next Header", U8, DEC, AT(0, 8), .words = &ip_protocols,
		 .fill = FILL_NEXT, .help = "What stands behind this header", .ref = "4.3"},
	[LEN] = {"ipv6.hopopts.len", "Length", U8, DEC, AT(8, 8),
		 .help = "Units of 8 octets behind the first", .ref = "4.3"},
	[OCTETS] = {"ipv6.hopopts.len_oct", "Length", U16, DEC, FROM(struct state, octets),
		    .unit = " bytes", .help = "Octets of the whole header", .ref = "4.3"},
	[NOT_FIRST] = EXPERT("ipv6.hopopts.not_first",
			     "IPv6 Hop-by-Hop extension header must appear immediately after IPv6 "
			     "header",
			     ERROR, G_PROTOCOL),
};

/* Nothing behind the IPv6 header: its words stand before ours. */
static void stump(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = !l->bytes.wire && layer_up(l->parent, "ipv6");
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->octets = (VALUE(l, LEN) + 1) * UNIT;
	if (l->parent != layer_up(l->parent, "ipv6"))
		expert_on(w, 0, NOT_FIRST, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t octets = (uint32_t)(VALUE(l, LEN) + 1) * UNIT;

	l->header = octets;
	walk_inside(w, next_fixed(l), *c);
	cursor_take(c, octets - HEAD);
	walk_extension(w, l, *c, VALUE(l, NXT));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	put_extension(t, r, l, VALUE(l, NXT), "IPv6 hop-by-hop options");
}

static const struct hang hangs[] = {{"ip.proto", 0}, {0}};

const struct proto proto_ipv6_hopopts = {
	.brief = "IPv6 Hop-by-Hop",
	.no_column = true,
	.spec = "RFC 8200, 4.3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT, .fixed = "ipv6.options"},
	.hangs = hangs,
	.stump = stump,
	.note = note,
	.rest = rest,
	.info = info,
};
