/* SPDX-License-Identifier: BSD-2-Clause */
/* All protocols that peel knows. */
#ifndef PROTOCOLS_H
#define PROTOCOLS_H

#include "core/proto.h"

/* Ended by NULL; made at build time from the files in dissectors/. */
extern const struct proto *const protocols[];

#endif
