/* SPDX-License-Identifier: BSD-2-Clause */
/* What Ethernet and the tags in it share: a type or a length, and what the payload leaves over. */
#ifndef SHARED_ETHER_H
#define SHARED_ETHER_H

#include "core/walk.h"

#define ETHER_LEN_MAX 1500  /* up to here it is a length, IEEE 802.3, 3.2.6 */
#define ETHER_TYPE_MIN 1536 /* from here on it is a type */

/* How much of a check sequence ends the frame: so many octets, or nobody knows. */
enum { FCS_UNKNOWN = -1, FCS_NONE = 0 };

/* The rows of a protocol that carries payloads as Ethernet does; 0: it has none such. */
struct ether_rows {
	uint16_t len, past_end;        /* how long it is; note: longer than it can be */
	uint16_t padding, padding_bad; /* zeros that fill the frame up, note on others than zeros */
	uint16_t trailer;              /* what nobody knows; 0: nothing of all that is shown */
	uint16_t fcs, fcs_status;      /* the frame check sequence */
};

/* The rows that are Ethernet's own wherever they stand, and the notes on them. */
#define ETHER_PADDING_ROW                                                                         \
	{                                                                                         \
		"eth.padding", "Padding", BYTES, .traits = BORROWED,                              \
						 .help = "Zeros that make the frame long enough", \
						 .ref = "IEEE 802.3, 3.2.8"                       \
	}
#define ETHER_NOTE(name, text, how_grave, of_group)                                     \
	{                                                                               \
		(name), (text), NONE, .traits = NOTE | BORROWED, .preset = (how_grave), \
				      .from = (of_group)                                \
	}
#define ETHER_PADDING_NOTE                                                                  \
	ETHER_NOTE("eth.padding_bad",                                                       \
		   "Padding identification may be inaccurate and impact trailer dissector", \
		   REMARK, G_PROTOCOL)

/*
 * Walks what the type names in the table of `next`; what the child's own length
 * leaves over is shown as padding and trailer of this layer.
 */
void walk_ethertype(struct walk *w, struct layer *l, const struct ether_rows *rows, uint64_t type,
		    struct cursor c, int fcs_len);

/*
 * Puts the length at the cursor and walks what follows: IEEE 802.2's header or (its
 * first octets being Novell's mark) none: the first of `next.also`, at 0 and 1.
 */
void walk_802_3(struct walk *w, struct layer *l, const struct ether_rows *rows, struct cursor *c,
		int fcs_len);

/* Whether the payload behind the length at the cursor is Novell's, without IEEE 802.2's header. */
bool is_novell(struct cursor c);

#endif
