/* SPDX-License-Identifier: BSD-2-Clause */
/* What went wrong, in words for the user: what, where, and what to do. */
#ifndef CORE_FAULT_H
#define CORE_FAULT_H

/* Functions that can fail take one of these, fill it and return false, NULL or -1. */
struct fault {
	char text[512]; /* one sentence without a full stop or line end; "" when all is well */
};

/* Writes the sentence; what doesn't fit is cut. */
void fault_set(struct fault *f, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
