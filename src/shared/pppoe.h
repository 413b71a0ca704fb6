/* SPDX-License-Identifier: BSD-2-Clause */
/* The header of PPP over Ethernet, the same in both stages. */
/* RFC 2516, 4. */
#ifndef SHARED_PPPOE_H
#define SHARED_PPPOE_H

#include "core/proto.h"
#include "shared/numbers.h"

#define PPPOE_HEADER 6 /* octets */

/* Its rows, in this order, and their fields. */
#define PPPOE_ROWS VERSION, TYPE, CODE, SESSION, LENGTH
#define PPPOE_FIELDS                                                                       \
	[VERSION] = {"pppoe.version", "Version",          U8,          DEC,                \
		     AT(0, 4),        .traits = BORROWED, .preset = 1, .help = "Always 1", \
		     .ref = "4"},                                                          \
	[TYPE] =                                                                           \
		{                                                                          \
			"pppoe.type", "Type",                                              \
			U8,           DEC,                                                 \
			AT(4, 4),     .traits = BORROWED,                                  \
			.preset = 1,  .help = "Always 1",                                  \
			.ref = "4"},                                                       \
	[CODE] = {"pppoe.code",                                                            \
		  "Code",                                                                  \
		  U8,                                                                      \
		  HEX,                                                                     \
		  AT(8, 8),                                                                \
		  .traits = BORROWED,                                                      \
		  .words = &pppoe_codes,                                                   \
		  .help = "Which step of the discovery; 0 in a session",                   \
		  .ref = "4"},                                                             \
	[SESSION] = {"pppoe.session_id",                                                   \
		     "Session ID",                                                         \
		     U16,                                                                  \
		     HEX,                                                                  \
		     AT(16, 16),                                                           \
		     .traits = BORROWED,                                                   \
		     .help = "Which session of the two stations; 0 until it is granted",   \
		     .ref = "4"},                                                          \
	[LENGTH] = {"pppoe.payload_length",                                                \
		    "Payload Length",                                                      \
		    U16,                                                                   \
		    DEC,                                                                   \
		    AT(32, 16),                                                            \
		    .traits = BORROWED,                                                    \
		    .help = "Octets behind the header",                                    \
		    .ref = "4"}

#endif
