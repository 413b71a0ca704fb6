/* SPDX-License-Identifier: BSD-2-Clause */
/* What a segment tells of loss, disorder and full windows, seen from between the two ends. */
/* RFC 9293, 3.8; RFC 5681, RFC 6582, RFC 2018, RFC 7323; the names are Wireshark's. */
#ifndef FLOW_TCP_ANALYSIS_H
#define FLOW_TCP_ANALYSIS_H

#include <stdbool.h>
#include <stdint.h>

struct conv;
struct tcp_segment;

/* What a segment was found to be. */
enum {
	FOUND_REUSED_PORTS = 1 << 0,    /* a new connection between the ends of an older one */
	FOUND_RETRANSMISSION = 1 << 1,  /* sent again when its time was out */
	FOUND_FAST = 1 << 2,            /* sent again at the third duplicate ACK */
	FOUND_SPURIOUS = 1 << 3,        /* sent again though it was acknowledged */
	FOUND_OUT_OF_ORDER = 1 << 4,    /* overtaken on the way */
	FOUND_LOST = 1 << 5,            /* the octets before it weren't seen */
	FOUND_ACK_LOST = 1 << 6,        /* acknowledges octets that weren't seen */
	FOUND_WINDOW_UPDATE = 1 << 7,   /* nothing new but the window */
	FOUND_WINDOW_FULL = 1 << 8,     /* fills the window that the other end gave */
	FOUND_KEEP_ALIVE = 1 << 9,      /* asks whether the other end is there */
	FOUND_KEEP_ALIVE_ACK = 1 << 10, /* ... and it is */
	FOUND_DUPLICATE_ACK = 1 << 11,  /* the same ACK again */
	FOUND_ZERO_WINDOW = 1 << 12,    /* no room for more */
	FOUND_PROBE = 1 << 13,          /* asks whether there is room again */
	FOUND_PROBE_ACK = 1 << 14,      /* ... and there is none */
};

/* All that is concluded of one segment. */
struct tcp_findings {
	uint32_t flags;       /* FOUND_ ... */
	bool compared;        /* there is something to be said, if but the handshake's RTT */
	uint32_t acked_frame; /* the segment that it acknowledges came there; 0: none */
	uint32_t duplicates,
		duplicate_of; /* of a duplicate ACK: its number, the first one's frame */
	uint32_t in_flight;   /* octets sent but not acknowledged; 0: unknown */
	uint32_t pushed;      /* octets sent since the one behind the last PSH flag */
	uint32_t rto_frame;   /* of a retransmission: from which it is counted */
	int64_t rto;          /* ... and the time since, in nanoseconds; 0: unknown */
	int64_t rtt;          /* nanoseconds since the segment acknowledged; 0: unknown */
	int64_t initial_rtt;  /* of the handshake, in nanoseconds; 0: unknown */
};

/* A segment that takes sequence numbers and isn't acknowledged yet. */
struct tcp_sent {
	uint32_t seq, next; /* its first sequence number, and the one behind it */
	uint32_t frame;     /* where it came */
	int64_t time;       /* ... and when: nanoseconds */
};

/* One direction of a connection. */
struct tcp_way {
	struct tcp_sent *sent; /* not acknowledged, in the order they came; belongs to this */
	uint16_t first, end;   /* of them: those in use */
	uint16_t room;         /* of them: those there is memory for */
	uint16_t flags;        /* what its last segment was found to be */
	int64_t next_time;     /* when its highest octet came */
	uint32_t next;         /* behind the highest octet sent; 0: nothing was seen */
	uint32_t next_frame;   /* which frame brought that octet */
	int64_t ack_time;      /* when its last segment came */
	uint32_t ack;          /* its last acknowledgment number */
	uint32_t ackable;      /* `next` as far as no octet is missing; 0: nothing was seen */
	uint32_t window;       /* its last window, not scaled; NO_WINDOW: none was seen */
	uint32_t duplicates;   /* ACKs like the one before, so far */
	uint32_t duplicate_of; /* ... which came in that frame */
	uint32_t sacked;       /* octets that its last segment's SACK option has */
	uint32_t pushed;       /* octets since the one behind the last PSH flag */
	bool disordered;       /* the numbers in `sent` don't follow one another */
	bool flight_unknown;   /* octets were lost on the way here, and no ACK came since */
	bool outrun;           /* more was acknowledged than ever came, since its last new ACK */
	bool push_ended;       /* the segment before this one had the PSH flag */
	bool acked;            /* it sent an ACK that is no SYN: windows are scaled */
};

#define NO_WINDOW UINT32_MAX

/* What is remembered of a connection; tcp_way_begin() makes both ways ready. */
struct tcp_analysis {
	struct tcp_way ways[2];
	int64_t syn_time;    /* of the last SYN */
	int64_t initial_rtt; /* from there to the ACK that ends the handshake; 0: unknown */
	bool syn_seen;       /* `syn_time` is known */
};

/* A new connection begins; the list's memory, if it has some, is used again. */
void tcp_way_begin(struct tcp_way *way);

/* One segment on its way. */
struct tcp_sight {
	const struct tcp_segment *segment;
	struct tcp_way *from, *to; /* the sender's way, the receiver's */
	struct conv *conv;         /* is charged for what is remembered */
	uint32_t frame;            /* its number */
	int64_t time;              /* nanoseconds */
	int64_t initial_rtt;       /* of the handshake, when it ended before; 0: unknown */
	uint32_t base;             /* the sender's first sequence number */
	int to_scale;              /* shift of the receiver's windows, or why there is none */
	bool flight;               /* octets in flight are asked for */
};

/* Finds out about the segment, and remembers it. */
void tcp_analyse(const struct tcp_sight *sight, struct tcp_findings *found);

#endif
