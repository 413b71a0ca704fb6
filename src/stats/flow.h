/* SPDX-License-Identifier: BSD-2-Clause */
/* What went from host to host, a row a packet: for -z flow and peel ladder. */
#ifndef STATS_FLOW_H
#define STATS_FLOW_H

#include "core/text.h"
#include "show/show.h"
#include "stats/ends.h"

/* So many hosts are told apart, as tshark does; those beyond are one. */
#define FLOW_HOSTS 40
#define FLOW_NO_HOST (FLOW_HOSTS + 1)

/* Which packets are rows, and what they say. */
enum flow_of {
	FLOW_ANY,    /* all frames: the summary line's words */
	FLOW_ICMP,   /* echo requests and replies */
	FLOW_ICMPV6, /* ... of ICMPv6 */
	FLOW_TCP,    /* every segment: its flags and length */
	FLOW_LADDER, /* all frames: TCP by flags, numbers and length, others by their words */
};

struct flow_options {
	enum flow_of of;
	bool standard; /* just frames with a network layer */
	bool ports;    /* hosts are told apart by ports, too, where there are any */
	bool color;    /* rows keep the paint of their frame */
	enum time_column time;
};

/* A row; its texts live until the next frame, are no C strings and have passed the gate. */
struct flow_row {
	uint64_t frame;        /* number */
	int64_t time;          /* nanoseconds since 1970 */
	uint32_t src, dst;     /* which host; FLOW_NO_HOST: one beyond those told apart */
	uint32_t stream;       /* of TCP */
	uint16_t sport, dport; /* 0: none */
	uint16_t time_len, paint_len;
	uint32_t label_at, label_len; /* the short form, octets of the text from there on */
	uint32_t info_at, info_len;   /* the long one */
};

/* What stands behind the row: time, paint, label and info. */
static inline const char *flow_row_text(const struct flow_row *row)
{
	return (const char *)(row + 1);
}

struct flow;

/* Tells the session what it wants.  The rows live on the session's budget. */
struct flow *flow_open(struct session *s, const struct flow_options *options);
void flow_close(struct flow *f);

void flow_frame(struct flow *f, const struct record *r);

/* Calls `each` for the rows, the oldest first. */
void flow_each(const struct flow *f, void (*each)(void *arg, const struct flow_row *row),
	       void *arg);

/* How many hosts there are, their names, and how many rows have one beyond FLOW_HOSTS. */
unsigned flow_hosts(const struct flow *f);
const char *flow_host(const struct flow *f, unsigned i);
uint64_t flow_beyond(const struct flow *f);
uint64_t flow_rows(const struct flow *f);
/* Rows that the budget had no room for: the oldest. */
uint64_t flow_forgotten(const struct flow *f);

/* Writes all as tshark's -z flow does. */
void flow_print(const struct flow *f, struct text *t);
/* Members of a JSON object: ,"forgotten":0,"rows":[...] */
void flow_json(const struct flow *f, struct text *t);

#endif
