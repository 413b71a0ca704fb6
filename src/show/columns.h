/* SPDX-License-Identifier: BSD-2-Clause */
/* The fields that the user named with -e, and their nodes in a frame.  For show/ alone. */
#ifndef SHOW_COLUMNS_H
#define SHOW_COLUMNS_H

#include "show/printer.h"
#include "show/value.h"

/* One -e. */
struct wish {
	const char *name;
	int column;                /* enum column for "_ws.col.Info" and the like; -1: a field */
	unsigned same_as;          /* the first wish of that name, which has the nodes */
	const struct node **nodes; /* its nodes in the frame at hand; owned */
	unsigned n, cap;           /* of them */
};

struct wishes {
	struct wish *list;
	unsigned n;
	uint16_t *by_id; /* row number to 1 + index in `list`; 0: nobody's wish */
	const struct show_options *options;
};

/* Tells the session, too.  Names that mean nothing have no values. */
struct wishes *wishes_open(struct session *s, const struct show_options *options);
void wishes_close(struct wishes *w);

/* Finds the nodes of this frame. */
void wishes_collect(struct wishes *w, const struct record *r);

/* How many values a wish has in this frame, and the k-th of them. */
unsigned wish_count(const struct wishes *w, unsigned i);
void wish_value(struct text *t, const struct record *r, const struct wishes *w, unsigned i,
		unsigned k, enum value_form form, enum gate how);

#endif
