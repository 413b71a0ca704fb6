/* SPDX-License-Identifier: BSD-2-Clause */
/* A protocol's table, compiled for what this run wants of it.  For core/ alone. */
#ifndef CORE_PLAN_H
#define CORE_PLAN_H

#include "core/proto.h"

struct frame;
struct session;
struct walk;

/* One row of a group, in the order of the table. */
struct step {
	const struct field *field;
	uint16_t row;
	uint8_t depth; /* below the group's own node, from 1 */
	bool silent;   /* nobody wants it, but a later row needs to know of it */
	bool far_when; /* its condition is about a row of the header, not of the group */
	bool remember; /* a later row asks for its value */
	bool simple;   /* a number with a fixed place, and nothing else to be looked at */
	/* With a fixed place: the octets that its bits lie in, and those that it is said to cover.
	 */
	uint16_t first, end, cover_first, cover_end;
};

/* The rows that are put together: those of the header, of an option, of a hook's group. */
struct scope {
	uint32_t first; /* in the plan's steps */
	uint16_t n;
};

/* Where a header has an address. */
struct end {
	uint8_t kind, len; /* enum kind; octets; 0: it has none */
	uint16_t at;       /* octets from the layer's first */
};

struct table;

struct plan {
	const struct proto *proto;
	uint32_t first_id; /* number of its row 0 over all protocols */
	bool *want;        /* by row */
	bool any;          /* some row but those of generated state is wanted */
	bool rows;         /* some row but the protocol's own is wanted */
	bool any_options;  /* some row below its options is wanted, or a note that they may lead to
			    */
	bool header_only;  /* all that is wanted has a fixed place in the bytes */
	bool plain_only;   /* ... and is put with the header, without a hook */
	bool no_hooks;     /* all that is wanted is put before `rest` is called */
	bool all_layers;   /* a wanted row tells of all layers of the frame */
	bool deeper;       /* something is wanted in what it may carry */
	bool recalls;      /* lines of it, or of what it may carry, depend on frames before */
	bool remembers;    /* what it remembers only a walk can tell */
	bool shown;        /* it has a node of its own */
	bool walked;       /* its layers are walked: for what they are, carry, or say */
	bool header_ends;  /* nothing behind the rows of its header matters to anybody */
	struct end src, dst;
	struct step *steps;
	struct scope *scopes; /* by row */
	const struct table *next;
	const struct plan *fixed;
	const struct table *also[COUNT(((struct next *)0)->also)];
	uint32_t also_wanted; /* a bit for each of these: somebody wants rows of what hangs there */
	uint32_t also_recalls; /* ... : lines of it depend on frames before */
};

/* What hangs at `value`; NULL: nothing. */
const struct plan *table_get(const struct table *t, uint32_t value);

/* Fills in steps, scopes and what is wanted at all, from `want`. */
void plan_compile(struct plan *plan);

/* Whether the row has a fixed place in the header, so that it stands once in a layer. */
bool plan_row_is_once(const struct proto *p, unsigned row);

/* What a session keeps: for session.c and walk.c. */
struct walk *session_walker(struct session *s);
const struct plan *session_plan(const struct session *s, const char *name);

/* For walk.c and skim.c: makes the walker ready for the frame; counts its time. */
void begin_frame(struct walk *w, const struct frame *f, struct span bytes);
void note_times(struct walk *w, const struct frame *f);
/*
 * For walk.c: passes over plain headers that have no say in the summary line and of which
 * nobody wants a row, from that of `child` at the cursor on; gives the first child that has to be
 * walked.
 */
const struct plan *pass_carriers(struct walk *w, const struct plan *child, struct cursor *c);
/* Puts the rows that are wanted of the frame and of headers; false: only a walk can tell. */
bool skim_frame(struct walk *w, struct span bytes);
/* The layer is one of the record's. */
void list_layer(struct walk *w, const struct layer *l);
/* The ends that conversations have and the summary line names: there quoted packets don't count. */
void note_ends(struct walk *w, const struct plan *plan, const uint8_t *header);

#endif
