/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's destination options header. */
/* RFC 8200, 4.6. */
#include "shared/extension.h"

enum { DSTOPTS, EXTENSION_ROWS };

#define HEAD 2

static const struct field fields[] = {
	[DSTOPTS] = {"ipv6.dstopts", "Destination Options for IPv6", PROTO},
	EXTENSION_FIELDS("ipv6.dstopts", "4.6"),
};

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
	/* Four octets of padding. */
	SAMPLE("\0\0\1\4\0\0\0\0"),
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT, .fixed = "ipv6.options"},
	.hangs = hangs,
	.note = note_extension,
	.rest = rest_options,
	.info = info,
};
