/* SPDX-License-Identifier: BSD-2-Clause */
/* Sequence numbers that count from the first of their connection. */
#ifndef SHARED_SEQUENCE_H
#define SHARED_SEQUENCE_H

#include "core/record.h"

/* The form of such a number: "1    (relative sequence number)". */
void form_relative_seq(struct text *t, const struct record *r, const struct node *n);

#endif
