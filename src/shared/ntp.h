/* SPDX-License-Identifier: BSD-2-Clause */
/* What NTP's three kinds of messages share. */
#ifndef SHARED_NTP_H
#define SHARED_NTP_H

#include "core/walk.h"

/* Values of "ntp.mode" that lead to a part (RFC 9327; ntpd's own mode). */
enum { NTP_CONTROL = 6, NTP_PRIVATE };

extern const struct words ntp_modes, ntp_versions, ntp_leaps, ntp_codes;

/* Forms of rows that several messages have. */
void ntp_form_stratum(struct text *t, const struct record *r, const struct node *n);
void ntp_form_poll(struct text *t, const struct record *r, const struct node *n);
void ntp_form_precision(struct text *t, const struct record *r, const struct node *n);
void ntp_form_short(struct text *t, const struct record *r, const struct node *n);

/* A timestamp of eight octets (RFC 5905, 6) in an ABSTIME row; zero is none. */
void ntp_put_time(struct walk *w, struct cursor *c, unsigned row);
/* The reference's four octets, in words or as an address. */
void ntp_put_reference(struct walk *w, struct cursor *c, unsigned row, unsigned stratum);

/* Behind the name of the group: ", Label: word" of a bit row that was put with put_slice(). */
void ntp_say(struct walk *w, uint32_t group, unsigned row, uint64_t value);

#endif
