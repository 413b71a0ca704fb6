/* SPDX-License-Identifier: BSD-2-Clause */
/* What the two ends of a conversation told each other. */
#ifndef STATS_FOLLOW_H
#define STATS_FOLLOW_H

#include "flow/stream.h"
#include "flow/track.h"
#include "stats/ends.h"
#include "stats/follow_form.h"

/* Octets that one end sent. */
struct said {
	unsigned from;  /* 0: who sent the first packet; 1: the other */
	uint64_t frame; /* number of the frame that brought them */
	int64_t time;   /* ... and its time: nanoseconds since 1970 */
	size_t at, len; /* where they are in `heard` */
	bool missing;   /* they aren't the conversation's, but a C string on what is missing */
};

/* A conversation that is followed; it lives on the session's budget (see flow/track.h). */
struct follow {
	struct tracked tracked; /* first */
	struct tracker *tracker;
	struct ends_type type; /* "tcp", "udp" */
	bool by_ends;          /* it is told by its ends, not by its stream's number */
	uint32_t stream;
	struct end_of ends[2]; /* 0: who sent the first packet */
	bool met;              /* there was one */
	struct stream ways[2]; /* of TCP: what each end sends, until it is in order */
	struct said *said;     /* in the order in which it came, or could be told */
	size_t n, room;
	struct text heard;  /* the octets, one behind the other */
	uint64_t forgotten; /* octets that the budget had no room for */
};

/*
 * Follows the protocol's conversation of that number; its wishes go to the session.  NULL:
 * that protocol's conversations can't be followed.
 */
struct follow *follow_open(struct session *s, const char *protocol, uint32_t stream);
/* The one between those two ends instead, whatever its number. */
void follow_ends(struct follow *f, const struct end_of *a, const struct end_of *b);
void follow_close(struct follow *f);

void follow_frame(struct follow *f, const struct record *r);

/* Whether the record has a packet of the protocol, and of which conversation. */
bool follow_stream_of(const struct follow *f, const struct record *r, uint32_t *stream);

/*
 * What was said as the k-th, in one of tshark's forms or ours; `sent` counts what each end
 * has sent before it, and is to be 0 at first.
 */
void follow_print(const struct follow *f, struct text *t, enum follow_form form, size_t k,
		  size_t sent[2]);

#endif
