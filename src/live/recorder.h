/* SPDX-License-Identifier: BSD-2-Clause */
/* A flight recorder: the frames of the last seconds, should something happen. */
#ifndef LIVE_RECORDER_H
#define LIVE_RECORDER_H

#include "core/frame.h"
#include <stddef.h>

struct recorder;

/* What a recorder of a run may need. */
#define RECORDER_OCTETS ((size_t)256 << 20)

/* Frames of the last `before` nanoseconds, in at most so many octets. */
struct recorder *recorder_open(int64_t before, size_t octets);
void recorder_close(struct recorder *r);

/* Remembers a frame, forgets what is too old or too much. */
void recorder_add(struct recorder *r, const struct frame *f);
/* Takes the oldest frame out; it lives until the next call.  False: there is none. */
bool recorder_take(struct recorder *r, struct frame *f);
/* Frames that went for want of room, though they weren't too old. */
uint64_t recorder_lost(const struct recorder *r);

#endif
