/* SPDX-License-Identifier: BSD-2-Clause */
/* The filter doctor: why no frame passed. */
#ifndef CLI_DOCTOR_H
#define CLI_DOCTOR_H

#include "capture/input.h"
#include "cli/read_options.h"

/*
 * Reads the files once more and says in one line on standard error what stands between
 * the filters and the frames, of which there were `frames`.  Silent where standard input
 * was read, which can't be read again.
 */
void doctor(const struct read_options *o, struct input *in, uint64_t frames);

#endif
