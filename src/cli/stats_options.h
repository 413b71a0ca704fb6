/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line of peel stats. */
#ifndef CLI_STATS_OPTIONS_H
#define CLI_STATS_OPTIONS_H

#include "cli/read_options.h"

/*
 * Reads the command line into those options that read has, too, and the length of lists.
 * False when the run ends here: *status is then its exit status.
 */
bool stats_options_parse(struct read_options *o, uint64_t *top, int argc, char **argv, int *status);

#endif
