/* SPDX-License-Identifier: BSD-2-Clause */
/* The drawing of peel ladder. */
#ifndef CLI_LADDER_H
#define CLI_LADDER_H

#include "core/text.h"
#include "stats/flow.h"

/* What the drawing is made of. */
struct ladder {
	const struct flow *flow;
	unsigned width; /* characters of a line */
	bool utf8;      /* the terminal knows more than ASCII */
};

/* Writes all rows.  Gives how many hosts have a column of their own. */
unsigned ladder_print(const struct ladder *l, struct text *t);

#endif
