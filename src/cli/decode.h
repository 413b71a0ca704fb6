/* SPDX-License-Identifier: BSD-2-Clause */
/* Options that say how frames are taken apart: -d and --overlap. */
#ifndef CLI_DECODE_H
#define CLI_DECODE_H

#include "cli/read_options.h"

struct session;

/* What --overlap says; false: none of its words. */
bool decode_set_overlap(struct read_options *o, const char *who);
/* Another -d. */
void decode_add(struct read_options *o, const char *as);
/* Has the session do as all of them say, before its start; false: one is wrong, and it is told. */
bool decode_apply(struct session *s, const struct read_options *o);

#endif
