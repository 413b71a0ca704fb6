/* SPDX-License-Identifier: BSD-2-Clause */
/* The Precision Time Protocol: what its files share. */
/* IEEE Std 1588-2008. */
#ifndef SHARED_PTP_H
#define SHARED_PTP_H

#include "core/walk.h"

enum { PTP_MANAGEMENT = 1, PTP_ERROR_STATUS }; /* types of elements of management */

/* Rows of a span of time: a heading, nanoseconds, a part of one. */
struct ptp_time_rows {
	uint16_t heading, ns, part;
};

/* Puts one: nanoseconds times 65536. */
void ptp_put_time(struct walk *w, struct cursor *c, const struct ptp_time_rows *rows);

/* Puts a text behind its length: rows `row` over all, and behind it those of length and text. */
void ptp_put_text(struct walk *w, struct cursor *c, unsigned row);

/* What a management message is about, for the summary line. */
void ptp_management_words(struct text *t, const struct layer *l);

#endif
