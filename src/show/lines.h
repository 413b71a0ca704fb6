/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables' `line` templates, made ready once a run.  For show/ alone. */
#ifndef SHOW_LINES_H
#define SHOW_LINES_H

#include "core/record.h"
#include "core/session.h"

/* Makes all templates of the session's protocols ready; to be called before frames are shown. */
void lines_open(struct session *s);

/* Writes the line of a node whose row has a template; it has yet to pass the gate. */
void put_line(struct text *t, const struct record *r, const struct node *n);

#endif
