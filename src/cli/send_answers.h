/* SPDX-License-Identifier: BSD-2-Clause */
/* What was sent and waits for its answer. */
#ifndef CLI_SEND_ANSWERS_H
#define CLI_SEND_ANSWERS_H

#include "core/out.h"
#include "craft/match.h"
#include "craft/packet.h"
#include "filter/filter.h"

/* A packet that was sent. */
struct asked {
	struct question_key key;
	uint8_t *bytes; /* owned: to send it again */
	uint32_t len;
	uint32_t next; /* the next one of the same hash, counted from 1; 0: none */
	int64_t time;  /* when it was sent last: nanoseconds since 1970 */
	bool answered;
	char *info; /* owned: its summary */
};

struct answers {
	struct session *session; /* takes sent and captured packets apart */
	struct filter *filter;   /* what passes may be an answer */
	struct asked *all;
	uint32_t n, cap;
	uint32_t hashed[4096]; /* counted from 1 */
	uint32_t answered;
	int64_t least, most, sum; /* round-trip times: nanoseconds */
	uint64_t frames;          /* captured */
	struct out *out;
	bool quiet;
};

/* False: the filter is wrong, and the user was told. */
bool answers_open(struct answers *a, const char *filter, struct out *out, bool quiet);
void answers_close(struct answers *a);

/* The packet is about to be sent. */
void answers_sent(struct answers *a, const struct packet *k, int64_t now);

/* A frame was captured: is it an answer? */
void answers_got(struct answers *a, const struct frame *f);

/* Lists what wasn't answered. */
void answers_list_missing(struct answers *a);
/* The summary: how many were answered, how fast. */
void answers_sum_up(struct answers *a, uint64_t sent);

#endif
