/* SPDX-License-Identifier: BSD-2-Clause */
/* What the processes of a live capture say to one another, and the counts that they share. */
#ifndef LIVE_LINK_H
#define LIVE_LINK_H

#include "core/fault.h"
#include <stdbool.h>
#include <stdint.h>

/* More interfaces at once nobody has asked for. */
#define MOST_INTERFACES 64

/* One message on a socket pair; a descriptor may travel with it. */
enum message {
	/* to the opener */
	SAY_READY,     /* locked, and at work */
	SAY_COUNTED,   /* the shared counts are of now */
	SAY_NEXT_FILE, /* the capture file is complete: the next one begins at `time` */
	SAY_ASIDE,     /* a frame killed a decoder: a file for it, please */
	SAY_DONE,      /* all is written; what follows is the end */
	/* from the opener */
	DO_COUNT,  /* bring the shared counts up to date */
	DO_STOP,   /* no frame more; finish */
	DO_ROTATE, /* end the file, begin the next */
	DO_FLUSH,  /* write what waits */
	HERE_FILE, /* the file asked for, with its descriptor; none: it can't be made */
	NO_MORE,   /* the series has all files it may have: stop */
};

struct letter {
	enum message what;
	int64_t time; /* nanoseconds after 1970 */
	int fd;       /* that travels along; -1: none */
};

/* A pair of sockets, close-on-exec; false: errno says why. */
bool link_open(int fds[2]);
/* Sends; false: the other end is gone. */
bool link_say(int fd, const struct letter *l);
/* The next letter, waited for at most so many milliseconds (-1: for ever): 1; 0 none; -1 gone. */
int link_hear(int fd, struct letter *l, int milliseconds);

/* Counts of one interface. */
struct iface_totals {
	uint64_t saw;        /* by the kernel, behind its filter; what it dropped, too */
	uint64_t dropped;    /* of them, by the kernel, for want of room in its ring */
	uint64_t if_dropped; /* by the interface, before the kernel saw them */
	uint64_t delivered;  /* to us */
	uint64_t filtered;   /* by libpcap behind the ring: lo's doubles, other directions */
	uint64_t left;       /* in the ring: neither delivered nor dropped, so far */
};

/* What all processes of a run write down for the opener to tell: each its own members. */
struct totals {
	struct iface_totals ifaces[MOST_INTERFACES];
	/* by who writes the file */
	uint64_t written; /* frames */
	uint64_t flushed; /* of them, those that the system took */
	uint64_t failed;  /* frames that couldn't be written */
	uint64_t files;
	/* by the one who captures */
	uint64_t skipped; /* frames that weren't decoded, for want of room in the queue */
	/* by the one who decodes */
	uint64_t decoded; /* frames taken from the queue */
	uint64_t passed;  /* of them, the display filter */
	uint64_t printed; /* all up to this frame's number are decoded and their lines written */
	uint64_t link;    /* of the frames in the file that is being written: 1 + LINKTYPE_ */
	uint64_t died;    /* decoders that died in a frame */
	uint32_t status;  /* exit status of the worst trouble that was told */
	uint32_t over;    /* the one who decodes wants no more: -c, or a closed pipe */
};

#endif
