/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that a live capture runs: the one it watches, and what works on complete files. */
#ifndef CLI_LIVE_KIN_H
#define CLI_LIVE_KIN_H

#include "cli/live_options.h"
#include "live/lock.h"
#include <sys/types.h>

/*
 * Prepares the command behind "--", in the network namespace of the capture: it waits until
 * *start is written to.  Its process; -1: told.
 */
pid_t kin_command(const struct live_options *o, int *start);

/*
 * Prepares a process that runs --post-rotate's command with each file named to it through *names,
 * a line each; it has the rights of `who`.  -1: told.
 */
pid_t kin_helper(const struct live_options *o, const struct identity *who, int *names);
/* Names a complete file to it. */
void kin_rotated(const struct live_options *o, int names, const char *name);

#endif
