/* SPDX-License-Identifier: BSD-2-Clause */
/* Assigned numbers that several protocols show. */
#ifndef CORE_NUMBERS_H
#define CORE_NUMBERS_H

#include "core/proto.h"

extern const struct words ethertypes;          /* IEEE 802 EtherTypes */
extern const struct words gre_protocols;       /* what GRE carries: EtherTypes and others */
extern const struct words pppoe_codes;         /* RFC 2516, 4; RFC 5578 */
extern const struct words ip_protocols;        /* IANA protocol numbers */
extern const struct words arp_hardware;        /* IANA hardware types */
extern const struct words dscp_names;          /* RFC 2474 and its successors */
extern const struct words dscp_short;          /* the same as CS0, AF11 ... */
extern const struct words ecn_names;           /* RFC 3168, 5 */
extern const struct words ecn_short;           /* the same as ECT(0), CE ... */
extern const struct words ppp_protocols;       /* IANA PPP numbers */
extern const struct words sctp_chunks;         /* SCTP chunk types */
extern const struct words sctp_parameters;     /* SCTP parameter types */
extern const struct words sctp_hmacs;          /* SCTP HMAC identifiers */
extern const struct words sctp_reporting;      /* second bit of an SCTP type */
extern const struct words address_families;    /* IANA address family numbers */
extern const struct words link_encapsulations; /* Wireshark's WTAP_ENCAP_ numbers */

/* Wireshark's words and numbers for what became of a checksum. */
enum { CHECKSUM_BAD, CHECKSUM_GOOD, CHECKSUM_UNVERIFIED, CHECKSUM_ABSENT, CHECKSUM_ILLEGAL };
extern const struct words checksum_statuses;

/*
 * Wireshark's number for a LINKTYPE_ value (frame.encap_type); 0, "Unknown", where
 * it has none.
 */
unsigned encapsulation_of(uint32_t link);

#endif
