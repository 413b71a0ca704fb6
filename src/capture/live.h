/* SPDX-License-Identifier: BSD-2-Clause */
/* Frames from an interface, as they come. */
#ifndef CAPTURE_LIVE_H
#define CAPTURE_LIVE_H

#include "core/fault.h"
#include "core/frame.h"

struct live;

enum live_direction { LIVE_BOTH, LIVE_IN, LIVE_OUT };

/* How an interface is to be captured from; all zero is what is usual. */
struct live_wish {
	uint32_t id;         /* the interface's number in the run */
	uint32_t snap_len;   /* octets kept of a frame; 0: all */
	uint32_t buffer;     /* octets that wait in the kernel; 0: 2 MiB */
	bool promiscuous;    /* frames for other stations, too */
	bool monitor;        /* 802.11 frames as they are on the air */
	bool gathers;        /* the kernel hands over many at once, at the latest after 50 ms */
	bool micro;          /* time stamps of microseconds */
	const char *link;    /* the link type's name; NULL: the interface's first */
	const char *stamp;   /* who stamps times, pcap-tstamp(7); NULL: the host */
	const char *capture; /* pcap-filter(7); NULL: none */
	enum live_direction direction;
};

/* Begins to capture on the interface.  NULL: it can't, and the fault says why. */
struct live *live_open(const char *interface, const struct live_wish *wish, struct fault *fault);
void live_close(struct live *l);

/*
 * The next frame, waited for at most so many milliseconds; what it points to lives until the
 * next call.  The caller gives it a number.  1: there is one; 0: none came, or a signal did;
 * -1: the interface is gone, and the fault says so.
 */
int live_next(struct live *l, struct frame *f, int milliseconds, struct fault *fault);

/*
 * Gives the frames that wait to `take`, without waiting for more; the caller numbers them.  How
 * many there were; -1: the interface is gone, and the fault says so.
 */
int live_take(struct live *l, void (*take)(void *arg, struct frame *f), void *arg,
	      struct fault *fault);

/* What is readable when frames wait, for poll(2). */
int live_fd(const struct live *l);
const struct iface *live_iface(const struct live *l);

/* From now on no frame joins those that wait; false: the kernel refused. */
bool live_stop(struct live *l);

/* What the kernel counted since the capture began. */
struct live_counts {
	uint64_t saw;        /* frames that passed the capture filter */
	uint64_t dropped;    /* of them, for want of room */
	uint64_t if_dropped; /* by the interface, before the kernel saw them */
};
void live_count(struct live *l, struct live_counts *counts);

#endif
