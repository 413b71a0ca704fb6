/* SPDX-License-Identifier: BSD-2-Clause */
/* What UDP and UDP-Lite write alike: rows of ports, checksum and conversation, and their words. */
#ifndef SHARED_UDP_H
#define SHARED_UDP_H

#include "core/checksum.h"
#include "core/walk.h"

/* The rows of both ports, in this order, and their fields; `section` is the specification's. */
#define UDP_PORT_ROWS SRCPORT, DSTPORT, ANY_SRCPORT, ANY_DSTPORT
#define UDP_PORT_FIELDS(section)                                                                \
	[SRCPORT] = {"udp.srcport",                                                             \
		     "Source Port",                                                             \
		     U16,                                                                       \
		     PORT,                                                                      \
		     AT(0, 16),                                                                 \
		     .fill = FILL_RANDOM,                                                       \
		     .help = "Who sent it",                                                     \
		     .ref = (section)},                                                         \
	[DSTPORT] = {"udp.dstport",                                                             \
		     "Destination Port",                                                        \
		     U16,                                                                       \
		     PORT,                                                                      \
		     AT(16, 16),                                                                \
		     .help = "Who is to get it",                                                \
		     .ref = (section)},                                                         \
	[ANY_SRCPORT] = {"udp.port",       "Source or Destination Port", U16, PORT, AT(0, 16),  \
			 .traits = HIDDEN, .help = "Either end"},                               \
	[ANY_DSTPORT] = {"udp.port",       "Source or Destination Port", U16, PORT, AT(16, 16), \
			 .traits = HIDDEN, .help = "Either end"}

/* The rows behind CHECKSUM, of what struct udp_state (flow/udp.h) tells, in this order. */
#define UDP_STATE_ROWS ZERO_STATUS, CHECKSUM_ZERO, STATUS, STREAM, TIMES, SINCE_FIRST, SINCE_LAST
#define UDP_STATE_FIELDS                                                                      \
	[ZERO_STATUS] = {"udp.checksum.status",                                               \
			 "Checksum Status",                                                   \
			 U8,                                                                  \
			 PLAIN,                                                               \
			 FROM(struct udp_state, zero_status),                                 \
			 .under = CHECKSUM,                                                   \
			 .words = &checksum_statuses,                                         \
			 .help = "Whether it may be 0"},                                      \
	[CHECKSUM_ZERO] =                                                                     \
		EXPERT("udp.checksum.zero", "Illegal checksum value (0)", ERROR, G_CHECKSUM), \
	[STATUS] = {"udp.checksum.status",                                                    \
		    "Checksum Status",                                                        \
		    U8,                                                                       \
		    PLAIN,                                                                    \
		    FROM(struct udp_state, status),                                           \
		    .words = &checksum_statuses,                                              \
		    .help = "Whether the checksum is right"},                                 \
	[STREAM] = {"udp.stream",                                                             \
		    "Stream index",                                                           \
		    U32,                                                                      \
		    DEC,                                                                      \
		    FROM(struct udp_state, stream),                                           \
		    .help = "Counts conversations from 0"},                                   \
	[TIMES] = {"text", "Timestamps", HEADING, FROM(struct udp_state, times)},             \
	[SINCE_FIRST] = {"udp.time_relative",                                                 \
			 "Time since first frame",                                            \
			 RELTIME,                                                             \
			 FROM(struct udp_state, since_first),                                 \
			 .under = TIMES,                                                      \
			 .help = "Since the conversation's first packet"},                    \
	[SINCE_LAST] = {                                                                      \
		"udp.time_delta", "Time since previous frame",                                \
		RELTIME,          FROM(struct udp_state, since_last),                         \
		.under = TIMES,   .help = "Since the conversation's packet before this one"}

/* The value of a checksum and what becomes of it; 0 may be illegal. */
void text_udp_checksum(struct text *t, uint64_t sum, bool zero_is_illegal);

/* Both ports in the summary line. */
void text_udp_ports(struct text *t, const struct record *r, const struct layer *l);

#endif
