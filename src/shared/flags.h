/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree's line for a number of flags: "0x18, Managed, Preference: Low". */
#ifndef SHARED_FLAGS_H
#define SHARED_FLAGS_H

#include "core/record.h"

/*
 * A `form` for numbers whose parts stand below them: the number in hexadecimal, the
 * labels of the flags that are set, and the words of those parts that have any.
 */
void form_flags(struct text *t, const struct record *r, const struct node *n);

/* What that form writes behind the number. */
void put_flags(struct text *t, const struct record *r, const struct node *n);

#endif
