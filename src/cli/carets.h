/* SPDX-License-Identifier: BSD-2-Clause */
/* Showing which words of an expression are wrong. */
#ifndef CLI_CARETS_H
#define CLI_CARETS_H

#include "core/text.h"

/*
 * Writes the part of the expression around octet `at` on a line of its own, and below it
 * carets under the `meant` octets from there on.
 */
void put_carets(struct text *t, const char *expression, uint32_t at, uint32_t meant);

#endif
