/* SPDX-License-Identifier: BSD-2-Clause */
/* Painting summary lines on a terminal. */
#ifndef SHOW_COLOR_H
#define SHOW_COLOR_H

#include "core/record.h"

/* Switches the colour on that the frame's kind, or its trouble, calls for. */
void color_begin(struct text *t, const struct record *r);
/* Switches it off. */
void color_end(struct text *t);

#endif
