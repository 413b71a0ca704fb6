/* SPDX-License-Identifier: BSD-2-Clause */
/* What is remarkable, by how grave it is.  For stats/ alone. */
#ifndef STATS_EXPERT_H
#define STATS_EXPERT_H

#include "stats/kind.h"

#define N_SEVERITIES 5

/* How grave notes are, from the gravest on. */
struct severity_word {
	uint32_t severity;
	const char *name;   /* as -z names it */
	const char *plural; /* as headings have it */
};
extern const struct severity_word severities[N_SEVERITIES];

/* A note, however often it was made. */
struct remark {
	const char *proto;         /* the brief name of the protocol that made it */
	const struct field *field; /* its row */
	uint64_t times;
};

/* Has the session show all notes. */
void want_notes(struct session *s);

/* The notes that a record has, from *at on; NULL: no more. */
const struct node *next_note(const struct record *r, uint32_t *at);

/* Its severity's number in `severities`. */
unsigned severity_of(const struct node *note);

/*
 * Counts a note in a table of struct remark, where those of the severity with number i
 * stand under i + 1; the key is what it says.
 */
struct remark *count_note(struct tally *tally, struct text *scratch, const struct record *r,
			  const struct node *note);
/* What the note says: behind the head of its key, *n octets. */
const char *remark_says(const struct entry *e, size_t *n);

#endif
