/* SPDX-License-Identifier: BSD-2-Clause */
/* Assigned numbers that several protocols show. */
#ifndef SHARED_NUMBERS_H
#define SHARED_NUMBERS_H

#include "core/proto.h"

extern const struct words ethertypes;       /* IEEE 802 EtherTypes */
extern const struct words gre_protocols;    /* what GRE carries: EtherTypes and others */
extern const struct words pppoe_codes;      /* RFC 2516, 4; RFC 5578 */
extern const struct words arp_hardware;     /* IANA hardware types */
extern const struct words address_families; /* IANA address family numbers */

#endif
