/* SPDX-License-Identifier: BSD-2-Clause */
/* The part of a live capture that takes frames apart, filters, prints and counts. */
#ifndef CLI_LIVE_DECODE_H
#define CLI_LIVE_DECODE_H

#include "cli/listeners.h"
#include "cli/live_options.h"
#include "live/queue.h"
#include "live/recorder.h"
#include "live/sink.h"

struct decoder {
	const struct live_options *options;
	struct listeners *hears;
	struct recorder *recorder; /* of what was before; NULL: none */
	struct queue *queue;
	struct sink *sink;                 /* NULL: the file isn't written here */
	const struct iface *const *ifaces; /* of the run */
	unsigned n_ifaces;
	struct totals *totals;
	int link; /* to the opener */
	/* its own */
	struct iface pipe;       /* what frames come from that no interface captured */
	uint64_t decoded_before; /* frames, when a decoder died last outside of one */
	uint64_t taken;          /* octets since the last sync */
	int status;
};

/*
 * Takes frames from the queue until its end, in a process of its own that is begun anew when it
 * dies in a frame; the frame is put aside.  The exit status for the process that called.
 */
int decode_keep(struct decoder *d, bool locked);

#endif
