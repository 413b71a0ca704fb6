/* SPDX-License-Identifier: BSD-2-Clause */
/* Assigned numbers in the headers of IP, versions 4 and 6. */
#ifndef SHARED_IP_H
#define SHARED_IP_H

#include "core/proto.h"

extern const struct words ip_protocols; /* IANA protocol numbers */
extern const struct words dscp_names;   /* RFC 2474 and its successors */
extern const struct words dscp_short;   /* the same as CS0, AF11 ... */
extern const struct words ecn_names;    /* RFC 3168, 5 */
extern const struct words ecn_short;    /* the same as ECT(0), CE ... */

/* The octet that holds both: "0x00 (DSCP: CS0, ECN: Not-ECT)". */
void form_dsfield(struct text *t, const struct record *r, const struct node *n);

/* RFC 4782, 3.1: what a Quick-Start option is for, and the rates that it names. */
enum { QS_REQUEST = 0, QS_REPORT = 8 };
extern const struct words qs_functions, qs_rates;

#endif
