/* SPDX-License-Identifier: BSD-2-Clause */
/* What SCTP's chunks, parameters and causes share: their heads, and assigned numbers. */
#ifndef SHARED_SCTP_H
#define SHARED_SCTP_H

#include "core/walk.h"

extern const struct words sctp_chunks;     /* chunk types */
extern const struct words sctp_parameters; /* parameter types */
extern const struct words sctp_hmacs;      /* HMAC identifiers */
extern const struct words sctp_reporting;  /* second bit of a type */

/* Octets that head a chunk, a parameter or a cause: its type, and its length with them. */
#define SCTP_HEAD 4
#define SCTP_MAX_DEPTH 24 /* of parameters, causes and chunks in one another */

/* Tables that read a part of a packet, in "sctp.part". */
enum sctp_part { SCTP_CHUNK, SCTP_PARAMETERS, SCTP_CAUSES, SCTP_SACK, SCTP_DATA };

/*
 * Has another table read what is left; `owner` is the node that takes words from it.  The
 * protocol's `next.also` begins with "sctp.part".
 */
void put_sctp_part(struct walk *w, struct cursor *c, enum sctp_part part, uint32_t owner);

/* A row of what is concluded. */
#define KNOWS(row, name, what, kind, base, parent, says) \
	[row] = {"sctp." name, what, kind, base, .under = parent, .traits = GENERATED, .help = says}

/* The value of a parameter or cause behind its head; nothing when `len` can't be. */
struct cursor sctp_value(struct cursor c, uint32_t len);
/* Passes it; fails when it ends before `len` says, or reading it failed. */
void sctp_pass_value(struct cursor *c, uint32_t len, bool bad);

#endif
