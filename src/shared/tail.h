/* SPDX-License-Identifier: BSD-2-Clause */
/* What a payload leaves over in a header that carries it as Ethernet does. */
#ifndef SHARED_TAIL_H
#define SHARED_TAIL_H

#include "shared/ether.h"

/* The rows, in this order; their fields: the trailer's name, and its traits. */
#define TAIL_ROWS PADDING, PADDING_BAD, TRAILER
#define TAIL_FIELDS(name, more)                                            \
	[PADDING] = ETHER_PADDING_ROW, [PADDING_BAD] = ETHER_PADDING_NOTE, \
	[TRAILER] = {name, "Trailer", BYTES, .traits = (more),             \
		     .help = "What stands behind the payload"}

/* Which they are, in struct ether_rows. */
#define TAIL_NUMBERS .padding = PADDING, .padding_bad = PADDING_BAD, .trailer = TRAILER

#endif
