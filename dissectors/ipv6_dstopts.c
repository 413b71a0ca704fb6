/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's destination options header. */
/* RFC 8200, 4.6. */
#include "shared/extension.h"
#include "shared/ip.h"

enum { DSTOPTS, NXT, LEN, OCTETS };

struct state {
	uint64_t octets;
};

#define HEAD 2
#define UNIT 8

static const struct field fields[] = {
	[DSTOPTS] = {"ipv6.dstopts", "Destination Options for IPv6", PROTO},
	[NXT] = {"ipv6.dstopts.nxt", "Next Header", U8, DEC, AT(0, 8), .words = &ip_protocols,
		 .fill = FILL_NEXT, .help = "What stands behind this header", .ref = "4.6"},
	[LEN] = {"ipv6.dstopts.len", "Length", U8, DEC, AT(8, 8),
		 .help = "Units of 8 octets behind the first", .ref = "4.6"},
	[OCTETS] = {"ipv6.dstopts.len_oct", "Length", U16, DEC, FROM(struct state, octets),
		    .unit = " bytes", .help = "Octets of the whole header", .ref = "4.6"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->octets = (VALUE(l, LEN) + 1) * UNIT;
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
	put_extension(t, r, l, VALUE(l, NXT), "IPv6 destination options");
}

static const struct hang hangs[] = {{"ip.proto", 60}, {0}};

const struct proto proto_ipv6_dstopts = {
	.brief = "IPv6 Destination",
	.no_column = true,
	.spec = "RFC 8200, 4.6",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT, .fixed = "ipv6.options"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
