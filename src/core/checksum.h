/* SPDX-License-Identifier: BSD-2-Clause */
/* Checksums that several protocols share. */
#ifndef CORE_CHECKSUM_H
#define CORE_CHECKSUM_H

#include "core/walk.h"

/* Wireshark's words and numbers for what became of a checksum. */
enum { CHECKSUM_BAD, CHECKSUM_GOOD, CHECKSUM_UNVERIFIED, CHECKSUM_ABSENT, CHECKSUM_ILLEGAL };
extern const struct words checksum_statuses;

/*
 * The Internet checksum (RFC 1071): add up pieces, then fold.  A piece of an odd
 * number of octets must be the last one.  A message with a right checksum in it
 * folds to 0xffff.
 */
uint32_t inet_sum(uint32_t sum, struct span s);
uint16_t inet_fold(uint32_t sum);

/* The sum of the pseudo header of the packet's addresses (RFC 9293, 3.1; RFC 8200, 8.1). */
uint32_t inet_pseudo_sum(const struct record *r, uint8_t protocol, uint32_t length);

/*
 * CHECKSUM_GOOD or CHECKSUM_BAD for a message that has its checksum in it, with
 * `sum` for what counts beside it; CHECKSUM_UNVERIFIED when it wasn't all captured.
 */
unsigned inet_status(uint32_t sum, struct span s);

/*
 * Says of the checksum in `row` whether it is right: in words behind it, and by the note when
 * it isn't.  The right one is given, of that many hexadecimal digits; or it is inet_status()'s.
 */
void checksum_words(struct walk *w, unsigned row, unsigned note, unsigned status, unsigned digits,
		    uint64_t right);
void inet_words(struct walk *w, unsigned row, unsigned note, unsigned status, uint32_t sum,
		struct span s);

/* The form of a checksum that nobody verified: "0x1234 [unverified]". */
void form_unverified(struct text *t, const struct record *r, const struct node *n);

/* CRC-32C (RFC 9260, appendix A) over s; crc is 0 at first, or of the piece before. */
uint32_t crc32c(uint32_t crc, struct span s);
/* CRC-32 (IEEE 802.3) over s. */
uint32_t crc32_of(struct span s);
/* CRC-16 (ITU-T X.25, RFC 1662, C.2) over s. */
uint16_t crc16_of(struct span s);

#endif
