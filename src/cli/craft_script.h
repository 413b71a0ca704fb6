/* SPDX-License-Identifier: BSD-2-Clause */
/* Running a script of packets. */
#ifndef CLI_CRAFT_SCRIPT_H
#define CLI_CRAFT_SCRIPT_H

#include "cli/craft_options.h"

/*
 * Sends and expects what the script says, as the command line wants it.
 * Gives the exit status: 0 when all came as expected, 1 when something didn't, 2 when the
 * script is wrong or can't be run.
 */
int run_script(const struct craft_cli *options);

#endif
