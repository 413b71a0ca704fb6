/* SPDX-License-Identifier: BSD-2-Clause */
/* What is in the frames, at a glance: everything is counted as a display filter counts it. */
#ifndef STATS_OVERVIEW_H
#define STATS_OVERVIEW_H

#include "core/session.h"
#include "stats/ends.h"
#include "stats/tally.h"

/* Intervals of the timeline. */
#define MOMENTS 60

/* Frames that have something, each counted once. */
struct seen {
	uint64_t frames, bytes; /* bytes on the wire */
	uint64_t last_frame;    /* number of the last one */
};

/* A protocol, below those that carry it. */
struct overview_stratum {
	const char *name;
	uint64_t frames;
};

/* A set of protocols that frames have. */
struct overview_set {
	struct seen seen;
};

struct talker {
	struct seen seen;
	const struct field *field; /* "ip.addr" */
};

struct overview_conv {
	struct seen seen;
	const struct field *field; /* "tcp.stream" */
	const struct proto *proto; /* whose layer it is */
	struct meeting ends;       /* as the first packet has them */
	int64_t first, last;       /* nanoseconds after the run's first frame */
	uint64_t state;            /* the last value of overview.state; ABSENT: none */
	uint64_t rtt;              /* nanoseconds, of overview.rtt; ABSENT: none */
};

/* A kind of note. */
struct overview_note {
	struct seen seen;
	const struct field *field;
	const struct proto *proto;
};

/* What a row of the tables is to the overview. */
enum row_use { ROW_PLAIN, ROW_PROTOCOL, ROW_ADDRESS, ROW_STREAM, ROW_STATE, ROW_RTT };

struct overview {
	struct session *session;
	uint8_t *uses; /* enum row_use by row number; owned */
	uint64_t frames, bytes;
	uint64_t cut;              /* frames captured in part */
	int64_t begin, end;        /* nanoseconds since 1970, of frames that have a time */
	bool timed;                /* some had */
	int64_t moment;            /* nanoseconds that an interval spans */
	uint64_t moments[MOMENTS]; /* frames in each, from `begin` on */
	struct tally *strata, *sets, *talkers, *convs, *notes;
	struct text key;                 /* of a set, while it is made */
	const struct field *state, *rtt; /* rows that tell of a connection; NULL: there are none */
};

/* Tells the session what is wanted. */
void overview_open(struct overview *o, struct session *s);
void overview_close(struct overview *o);
void overview_frame(struct overview *o, const struct record *r);

/*
 * The shortest filter that shows the frames which have all protocols from the top of the
 * hierarchy to this one; *seen says how many they are.
 */
void overview_path_filter(const struct overview *o, const char *const *path, unsigned n,
			  struct text *filter, struct seen *seen);

/* Filters for the others: "ip.addr == 10.0.0.1", "tcp.stream == 3". */
void overview_talker_filter(const struct entry *e, struct text *filter);
void overview_conv_filter(const struct entry *e, struct text *filter);

/* The address, as it is written. */
void overview_talker_name(const struct entry *e, struct text *t);

/* Orders of the lists: the most frames (talkers, conversations: bytes) first; the gravest. */
int overview_by_frames(struct entry *x, struct entry *y);
int overview_by_bytes(struct entry *x, struct entry *y);
int overview_by_gravity(struct entry *x, struct entry *y);

#endif
