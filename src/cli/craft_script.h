/* SPDX-License-Identifier: BSD-2-Clause */
/* Running a script of packets. */
#ifndef CLI_CRAFT_SCRIPT_H
#define CLI_CRAFT_SCRIPT_H

#include "craft/options.h"

/*
 * Sends and expects what the script says, by the interface or (NULL) by the kernel's routes.
 * Gives the exit status: 0 when all came as expected, 1 when something didn't, 2 when the
 * script is wrong or can't be run.
 */
int run_script(const char *path, const char *interface, struct craft_options options);

#endif
