/* SPDX-License-Identifier: BSD-2-Clause */
/* Making a file that nobody has prepared. */
#ifndef CAPTURE_NEW_FILE_H
#define CAPTURE_NEW_FILE_H

#include "core/fault.h"

/*
 * A new, empty file to be written, by its name in a folder that is open (or AT_FDCWD).  One that
 * is there is emptied when it is a regular file with no other name, or a device; links, pipes and
 * sockets are refused.  The descriptor; -1: the fault says why.
 */
int new_file(int folder, const char *name, struct fault *fault);

#endif
