/* SPDX-License-Identifier: BSD-2-Clause */
/* Nodes of one name brought together, as objects without repeated keys need it.  For show/ alone.
 */
#ifndef SHOW_GROUPS_H
#define SHOW_GROUPS_H

#include "core/record.h"

/* Nodes of one name on one level: one member of an object. */
struct member {
	uint32_t first, last; /* nodes, chained by groups.next */
	uint32_t n;
};

/* Where a name's member stands on the level at hand. */
struct mark {
	uint32_t level; /* counted through the run: an old mark is of another level */
	uint32_t member;
};

struct groups {
	struct member *list; /* a stack: the members of a level stand together */
	uint32_t n, cap;
	struct mark *marks; /* by number of the name's first row */
	uint32_t level;     /* counts levels through the run */
	uint32_t *next;     /* by node: the next one of its name; NO_NODE: none */
	uint32_t cap_next;
};

void groups_open(struct groups *g, const struct session *s);
void groups_close(struct groups *g);

/* Makes room for a record's nodes; to be called for each frame. */
void groups_frame(struct groups *g, const struct record *r);

/* A new level; its members are list[n..] as it stands now.  Set n back to end the level. */
uint32_t groups_level(struct groups *g);

/* Adds a node to the level's member of its name. */
void groups_add(struct groups *g, const struct record *r, uint32_t node, uint32_t level);

#endif
