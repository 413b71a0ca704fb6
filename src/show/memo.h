/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree's lines of before: most rows say the same in frame after frame.  For show/ alone. */
#ifndef SHOW_MEMO_H
#define SHOW_MEMO_H

#include "core/record.h"
#include "core/session.h"

struct memo;

/* An empty memory for lines of the session's rows; owned by the caller. */
struct memo *memo_open(const struct session *s);
void memo_close(struct memo *m);

/*
 * Writes the whole line that a node like this one had when it was last shown; false:
 * it isn't known, or depends on more than the node's value.
 */
bool memo_put(const struct memo *m, struct text *t, const struct node *n);

/* Remembers the node's line, `len` octets at `line`, if it depends on the node's value alone. */
void memo_keep(struct memo *m, const struct node *n, const char *line, size_t len);

#endif
