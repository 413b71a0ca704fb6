/* SPDX-License-Identifier: BSD-2-Clause */
/* Connections of TCP and exchanges of UDP, one row each: who opened it, how it went. */
#ifndef STATS_CONNECTIONS_H
#define STATS_CONNECTIONS_H

#include "stats/ends.h"
#include "stats/tally.h"

/* What a segment was to its connection. */
enum step_kind { STEP_NONE, STEP_SYN, STEP_SYN_ACK, STEP_ACK, STEP_DATA, STEP_FIN, STEP_RST };

struct step {
	uint8_t kind;  /* enum step_kind */
	uint8_t times; /* in a row; stays at 255 */
	bool back;     /* sent by `b` */
};

#define MAX_STEPS 12

/* What went one way. */
struct way {
	uint64_t packets, bytes; /* bytes as on the wire, link layer included */
	uint64_t resent;         /* packets that brought nothing new: retransmissions */
	uint32_t fin_end;        /* sequence number behind its FIN */
	bool fin, fin_acked;
};

struct connection {
	const struct proto *proto;
	const struct field *stream_field; /* "tcp.stream"; NULL: it has no number */
	uint32_t stream;
	struct end_of a, b; /* a opened it */
	bool opened;        /* ... which was seen, not guessed from the first packet */
	bool more;          /* steps that there was no room for */
	bool asked;         /* the last packet of UDP came from a */
	uint8_t seen;       /* SEEN_...: see flow/tcp.h */
	uint8_t n_steps;
	struct step steps[MAX_STEPS];
	struct way out, back; /* from a to b, and the other way */
	uint64_t exchanges;   /* of UDP: how often b answered */
	int64_t first, last;  /* nanoseconds after the run's first frame */
	uint64_t rtt;         /* nanoseconds, of the handshake; ABSENT: unknown */
};

/* The listener. */
struct connections {
	struct session *session;
	struct ends_type types[2]; /* TCP and UDP */
	uint8_t *uses;             /* what rows are to it, by row number; owned */
	struct tally *tally;       /* of struct connection */
};

/* Tells the session what is wanted.  To be closed before the session. */
void connections_open(struct connections *c, struct session *s);
void connections_close(struct connections *c);
void connections_frame(struct connections *c, const struct record *r);

/* An order of the list; NULL: there is none of that name. */
typedef int connections_compare(struct entry *x, struct entry *y);
connections_compare *connections_order(const char *name);
/* Writes the names that there are, ", " between them. */
void connections_orders(struct text *t);

/* One word for how it stands: "open", "closed", "reset", "refused", "unanswered" ... */
const char *connection_state(const struct connection *c);
/* "SYN", "SYN/ACK" ...; data is "data". */
const char *step_word(const struct step *s);
/* Its steps in a line, and what is missing in the end; for UDP how many exchanges. */
void connection_course(struct text *t, const struct connection *c, bool utf8);

/* The display filter that shows its packets; nothing where it has no number. */
void connection_filter(struct text *t, const struct connection *c);

/* The name of the service, where names are wanted and it has one; NULL: none. */
const char *connection_service(const struct session *s, const struct connection *c);

#endif
