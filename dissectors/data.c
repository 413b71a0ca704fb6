/* SPDX-License-Identifier: BSD-2-Clause */
/* Bytes that no protocol takes. */
#include "core/walk.h"

enum { DATA, OCTETS, LEN };

struct state {
	uint64_t len;
};

static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, " (");
	text_u64(t, n->len);
	text_put(t, n->len == 1 ? " byte)" : " bytes)");
}

static const struct field fields[] = {
	[DATA] = {"data", "Data", PROTO, .form = form_line},
	[OCTETS] = {"data.data", "Data", BYTES, .traits = REST, .help = "The bytes"},
	[LEN] = {"data.len", "Length", I32, DEC, FROM(struct state, len), .help = "How many"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->len = l->bytes.cap;
	l->header = l->bytes.cap;
}

const struct proto proto_data = {
	.brief = "Data",
	.no_column = true,
	.fields = fields,
	.n_fields = COUNT(fields),
	.note = note,
};
