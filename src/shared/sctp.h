/* SPDX-License-Identifier: BSD-2-Clause */
/* Assigned numbers that SCTP's chunks, parameters and causes show. */
#ifndef SHARED_SCTP_H
#define SHARED_SCTP_H

#include "core/proto.h"

extern const struct words sctp_chunks;     /* chunk types */
extern const struct words sctp_parameters; /* parameter types */
extern const struct words sctp_hmacs;      /* HMAC identifiers */
extern const struct words sctp_reporting;  /* second bit of a type */

#endif
