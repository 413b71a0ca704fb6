/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading files locked in: when all that is needed is open, nothing more can be. */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include "capture/input.h"
#include "core/session.h"
#include <stdbool.h>

/*
 * From now on the process can read what is open, write to it, and take memory; files can be made
 * below `folder` alone (-1: nowhere).  The input's files and those of the session (NULL: none)
 * are opened now.  `none` is --no-sandbox, of which the user is warned.  False: that can't be had,
 * and the user knows why.
 */
bool sandbox_enter(bool none, struct input *in, struct session *s, int folder);

#endif
