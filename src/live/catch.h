/* SPDX-License-Identifier: BSD-2-Clause */
/* Moves frames from the kernel's rings to the capture file and to who decodes them. */
#ifndef LIVE_CATCH_H
#define LIVE_CATCH_H

#include "capture/bpf.h"
#include "capture/live.h"
#include "capture/reader.h"
#include "live/link.h"
#include "live/queue.h"
#include "live/sink.h"

/* Where frames come from: an interface, or a pipe that has a capture file in it. */
struct origin {
	struct live *live;
	struct reader *reader;
	const char *name; /* as the user gave it */
};

struct catcher {
	struct origin *sources;
	unsigned n_sources;
	struct sink *sink;   /* NULL: nothing is written here */
	struct queue *queue; /* NULL: nobody decodes */
	bool waits;          /* for room in the queue, so that nothing is lost there */
	bool at_once;        /* writes every frame as it comes */
	uint64_t most;       /* frames, then it ends; UINT64_MAX: any number */
	int link;            /* to the opener */
	struct totals *totals;
	struct bpf *capture; /* for frames from a pipe; NULL: none */
	/* its own */
	uint64_t number;  /* of the last frame */
	uint64_t lost;    /* frames that weren't put into the queue since the last one that was */
	uint64_t dropped; /* by the kernel, as far as it is known */
	uint64_t dropped_put; /* of them, those that the queue knows of */
	int64_t flushed;      /* when the file was written last: nanoseconds */
	bool stop;
	struct fault fault; /* why it ended early; "" when somebody asked for it */
};

/*
 * Captures until the opener says so, `most` frames are there, or nothing more can come; then
 * takes what still waits in the rings and ends the file and the queue.  False: it ended early.
 */
bool catch_frames(struct catcher *c);

#endif
