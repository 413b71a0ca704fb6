/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows behind one another, as a list says: for messages that are plain sequences. */
#ifndef SHARED_LAYOUT_H
#define SHARED_LAYOUT_H

#include "core/walk.h"

/* Marks in `octets` of a struct part. */
enum {
	TO_END = 0x1000, /* the row takes what is left, if anything is */
	SLICE = 0x2000,  /* bits of so many octets: the cursor stays before them */
	HOP = 0x4000,    /* octets that have been shown by their slices, or never are */
};

#define COUNT_MASK 0xfff

/* Puts the rows; the list ends with a row 0 of no octets. */
void put_layout(struct walk *w, struct cursor *c, const struct part *p);

/* The rows of one kind of element, and what reads the rest of it. */
struct layout {
	uint32_t code;                                /* which kind */
	const struct part *parts;                     /* its rows; NULL: none */
	void (*rest)(struct walk *, struct cursor *); /* behind them; NULL: nothing */
};

/* Puts the element of that kind; false: the list doesn't know it. */
bool put_layout_of(struct walk *w, struct cursor *c, uint32_t code, const struct layout *list,
		   unsigned n);

#define PARTS(...) ((const struct part[]){__VA_ARGS__, {0, 0}})

#endif
