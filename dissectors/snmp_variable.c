/* SPDX-License-Identifier: BSD-2-Clause */
/* SNMP: values of objects that are known to be text. */
/* RFC 3418, 2. */
#include "core/walk.h"

enum { PART, VALUE, STRAY };

static const struct field fields[] = {
	[PART] = {"snmp.variable", "SNMP Variable", PROTO, .help = "A value, read further"},
	[VALUE] = {"snmp.var-bind_str", "Variable-binding-string", STRING,
		   .help = "The value as text", .ref = "RFC 3418, 2"},
	[STRAY] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			 WARNING, G_UNDECODED),
};

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->via = "snmp";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor after = *c;

	(void)l;
	put(w, c, VALUE, c->left.wire);
	while (after.left.cap && u8(&after))
		;
	if (!span_is_zero(after.left, after.left.cap))
		expert(w, STRAY, NULL);
}

static const struct hang hangs[] = {{"snmp.variable", 0}, {0}};

const struct proto proto_snmp_variable = {
	.brief = "SNMP",
	.spec = "RFC 3418",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.no_column = true,
	.prefix = "snmp",
	.hangs = hangs,
	.note = note,
	.rest = rest,
};
