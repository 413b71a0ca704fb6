/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP's options in words. */
/* RFC 7323 (window scale), CCSDS 714.0-B-2 (SCPS). */
#ifndef SHARED_TCP_OPTIONS_H
#define SHARED_TCP_OPTIONS_H

#include "core/walk.h"

/*
 * What the summary line says of the option at the cursor, behind its length: " MSS=1460"; the
 * numbers of SACK are counted from `sack_base`.
 */
void text_tcp_option(struct text *t, struct cursor *o, uint8_t kind, uint32_t sack_base);

/* " (BETS, SNACK1)": the capabilities of CCSDS 714.0-B-2; nothing where there are none. */
void text_tcp_scps(struct text *t, unsigned vector, const char *open, const char *close);

/* What a window is multiplied with; shifts above 14 count as 14 (RFC 7323, 2.3). */
static inline uint64_t tcp_window_multiplier(uint64_t shift)
{
	return UINT64_C(1) << (shift > 14 ? 14 : shift);
}

#endif
