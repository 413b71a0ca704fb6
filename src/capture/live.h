/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames from an interface, as they come. */
#ifndef CAPTURE_LIVE_H
#define CAPTURE_LIVE_H

#include "core/fault.h"
#include "core/frame.h"

struct live;

/*
 * Begins to capture on the interface, without promiscuous mode; with `incoming` just what comes
 * in.  NULL: it can't, and the fault says why.
 */
struct live *live_open(const char *interface, bool incoming, struct fault *fault);
void live_close(struct live *l);

/*
 * The next frame, waited for at most so many milliseconds; what it points to lives until the
 * next call.  The caller gives it a number.  1: there is one; 0: none came, or a signal did;
 * -1: the interface is gone, and the fault says so.
 */
int live_next(struct live *l, struct frame *f, int milliseconds, struct fault *fault);

#endif
