/* SPDX-License-Identifier: BSD-2-Clause */
/* Service instance tags of provider backbone bridges, with a backbone's VLAN tag or without. */
/* IEEE Std 802.1Q-2018, 9.7; formerly 802.1ah. */
#ifndef SHARED_ITAG_H
#define SHARED_ITAG_H

#include "core/proto.h"
#include "shared/numbers.h"

/* The tag and the customer's header behind it: the rows, in this order. */
#define ITAG_ROWS I_TAG, I_PRIORITY, I_DROP, I_NCA, I_RES1, I_RES2, I_SID, C_DST, C_SRC, C_TYPE

#define ITAG_FIELD(row, name, what, tag_at, first, width, more, condition, says) \
	[row] = {"ieee8021ah." name,                                             \
		 what,                                                           \
		 U32,                                                            \
		 DEC,                                                            \
		 AT((tag_at) + (first), width),                                  \
		 BOX(32, first),                                                 \
		 .under = I_TAG,                                                 \
		 .traits = (more),                                               \
		 .when = (condition),                                            \
		 .help = (says),                                                 \
		 .ref = "9.7"}

/*
 * Their fields: the tag, called `tag`, begins at bit `tag_at`; what follows has the traits
 * `more`, and all is there on `condition`, which may be NULL.
 */
#define ITAG_FIELDS(tag, tag_at, more, condition)                                                \
	[I_TAG] = {tag,                                                                          \
		   "I-Tag",                                                                      \
		   PROTO,                                                                        \
		   AT(tag_at, 32),                                                               \
		   .when = (condition),                                                          \
		   .line = "I-Tag[, I-SID: {ieee8021ah.isid}]"},                                 \
	ITAG_FIELD(I_PRIORITY, "priority", "Priority", tag_at, 0, 3, more, condition,            \
		   "How urgent the customer's frame is"),                                        \
	ITAG_FIELD(I_DROP, "drop", "DROP", tag_at, 3, 1, more, condition,                        \
		   "Whether it may be dropped before others"),                                   \
	ITAG_FIELD(I_NCA, "nca", "NCA", tag_at, 4, 1, more, condition, "No customer addresses"), \
	ITAG_FIELD(I_RES1, "res1", "RES1", tag_at, 5, 1, more, condition, "Reserved"),           \
	ITAG_FIELD(I_RES2, "res2", "RES2", tag_at, 6, 2, more, condition, "Reserved"),           \
	ITAG_FIELD(I_SID, "isid", "I-SID", tag_at, 8, 24, more, condition,                       \
		   "Which of the backbone's services"),                                          \
	[C_DST] = {"ieee8021ah.cdst",                                                            \
		   "C-Destination",                                                              \
		   ETHER,                                                                        \
		   AT((tag_at) + 32, 48),                                                        \
		   .traits = (more),                                                             \
		   .when = (condition),                                                          \
		   .help = "The customer's destination",                                         \
		   .ref = "9.7"},                                                                \
	[C_SRC] = {"ieee8021ah.csrc",                                                            \
		   "C-Source",                                                                   \
		   ETHER,                                                                        \
		   AT((tag_at) + 80, 48),                                                        \
		   .traits = (more),                                                             \
		   .when = (condition),                                                          \
		   .help = "The customer's source",                                              \
		   .ref = "9.7"},                                                                \
	[C_TYPE] = {"ieee8021ah.etype",                                                          \
		    "Type",                                                                      \
		    U16,                                                                         \
		    HEX,                                                                         \
		    AT((tag_at) + 128, 16),                                                      \
		    .words = &ethertypes,                                                        \
		    .traits = (more),                                                            \
		    .when = (condition),                                                         \
		    .fill = FILL_NEXT,                                                           \
		    .help = "What the frame carries",                                            \
		    .ref = "9.4"}

#endif
