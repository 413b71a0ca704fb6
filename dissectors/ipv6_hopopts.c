/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's hop-by-hop options header. */
/* RFC 8200, 4.3. */
#include "shared/extension.h"

enum { HOPOPTS, EXTENSION_ROWS, NOT_FIRST };

#define HEAD 2

static const struct field fields[] = {
	[HOPOPTS] = {"ipv6.hopopts", "IPv6 Hop-by-Hop Option", PROTO},
	EXTENSION_FIELDS("ipv6.hopopts", "4.3"),
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
	note_extension(w, l);
	if (l->parent != layer_up(l->parent, "ipv6"))
		expert_on(w, 0, NOT_FIRST, NULL);
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
	/* Four octets of padding. */
	SAMPLE("\0\0\1\4\0\0\0\0"),
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT, .fixed = "ipv6.options"},
	.hangs = hangs,
	.stump = stump,
	.note = note,
	.rest = rest_options,
	.info = info,
};
