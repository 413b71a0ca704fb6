/* SPDX-License-Identifier: BSD-2-Clause */
/* Sequence numbers that count from the first of their connection. */
#include "shared/sequence.h"

void form_relative_seq(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, "    (relative sequence number)");
}
