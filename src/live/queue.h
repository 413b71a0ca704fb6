/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames on their way from the process that captures to the one that decodes. */
#ifndef LIVE_QUEUE_H
#define LIVE_QUEUE_H

#include "core/frame.h"
#include <stddef.h>

/*
 * A queue in memory that two processes share: made before they part, one puts, the other takes.
 * What is taken stays where it is until queue_release(): a reader that dies in a frame leaves it,
 * and all that wasn't released, to its successor.
 */
struct queue;

/* A queue of so many octets, a power of two; NULL: the system has none, errno says why. */
struct queue *queue_open(size_t octets);
void queue_close(struct queue *q);

/*
 * Copies the frame, `lost` of which were not put since the one before it (for want of room
 * here) and `dropped` by the kernel.  False: there is no room for it.
 */
bool queue_put(struct queue *q, const struct frame *f, uint64_t lost, uint64_t dropped);
/* No frame will follow. */
void queue_end(struct queue *q);
/* Waits until there may be room, at most so many milliseconds. */
void queue_wait_room(struct queue *q, int milliseconds);

/* What the reader takes. */
struct queued {
	struct frame frame; /* `iface` and `link` are the caller's to fill in */
	uint32_t id;        /* the interface's number */
	uint32_t link;      /* LINKTYPE_ value */
	uint8_t resolution; /* the interface's */
	uint64_t lost;
	uint64_t dropped;
};

/* The next frame; it stays until released.  False: there is none at present. */
bool queue_take(struct queue *q, struct queued *r);
/* All that was taken may go. */
void queue_release(struct queue *q);
/* Whether queue_end() was called, and all was taken. */
bool queue_is_over(const struct queue *q);
/* Waits for a frame or the end, at most so many milliseconds. */
void queue_wait(struct queue *q, int milliseconds);

/*
 * For a reader that follows one that died: from the first frame that wasn't released on, but for
 * the one that was in its hands, which *r is.  False: it had none.
 */
bool queue_recover(struct queue *q, struct queued *r);

#endif
