/* SPDX-License-Identifier: BSD-2-Clause */
/* Ethernet pseudowires: the control word before the frame. */
/* RFC 4448, 4.6. */
#include "core/walk.h"

enum { PWETHCW, SEQUENCE, WORD };

#define HEADER 4

static const struct field fields[] = {
	[PWETHCW] = {"pwethcw", "PW Ethernet Control Word", PROTO},
	[SEQUENCE] = {"pweth.cw.sequence_number", "Sequence Number", U16, DEC, AT(16, 16),
		      .help = "Counts frames; 0: nobody counts", .ref = "4.6"},
	[WORD] = {"pweth.cw", "PW Control Word (ethernet)", BOOL, .traits = HIDDEN,
		  .help = "There is a control word"},
};

/* The mark stands at the tree's root. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	w->depth--;
	put_value(w, WORD, l->at, 0, 1);
	w->depth++;
	walk_next(w, next_by(l, 1), *c);
}

static const struct hang hangs[] = {{"mpls.pw", 0}, {0}};

const struct proto proto_pwethcw = {
	.brief = "Ethernet PW (with CW)",
	.no_column = true,
	.spec = "RFC 4448",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.next = {.table = "mpls.pw"},
	.hangs = hangs,
	.rest = rest,
};
