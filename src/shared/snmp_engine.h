/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of SNMP engines. */
/* RFC 3411, 5: SnmpEngineID. */
#ifndef SHARED_SNMP_ENGINE_H
#define SHARED_SNMP_ENGINE_H

#include "core/walk.h"

#define ENGINE_ROWS(row)                                                                       \
	row, row##_CONFORM, row##_ENTERPRISE, row##_FORMAT, row##_IPV4, row##_IPV6, row##_MAC, \
		row##_TEXT, row##_TIME, row##_DATA

extern const struct words snmp_conform, snmp_formats, snmp_enterprises;

#define ENGINE_FIELD(row, name, label, kind, ...) \
	[row] = {"snmp.engineid." name, label, kind, __VA_ARGS__.ref = "RFC 3411, 5"}
#define ENGINE_FIELDS(row, name, label)                                                           \
	[row] = {name, label, BYTES, .help = "The engine that knows", .ref = "RFC 3411, 5"},      \
	ENGINE_FIELD(row##_CONFORM, "conform", "Engine ID Conformance", BOOL,                     \
		     .words = &snmp_conform, .help = "Which rules it follows", ),                 \
	ENGINE_FIELD(row##_ENTERPRISE, "enterprise", "Engine Enterprise ID", U32, DEC,            \
		     .words = &snmp_enterprises, .help = "Who made it", ),                        \
	ENGINE_FIELD(row##_FORMAT, "format", "Engine ID Format", U8, DEC, .words = &snmp_formats, \
		     .help = "What follows", ),                                                   \
	ENGINE_FIELD(row##_IPV4, "ipv4", "Engine ID Data: IPv4 address", IPV4,                    \
		     .help = "Its address", ),                                                    \
	ENGINE_FIELD(row##_IPV6, "ipv6", "Engine ID Data: IPv6 address", IPV6,                    \
		     .help = "Its address", ),                                                    \
	ENGINE_FIELD(row##_MAC, "mac", "Engine ID Data: MAC address", ETHER,                      \
		     .help = "Its address", ),                                                    \
	ENGINE_FIELD(row##_TEXT, "text", "Engine ID Data: Text", STRING, .help = "Its name", ),   \
	ENGINE_FIELD(row##_TIME, "time", "Engine ID Data: Creation Time", ABSTIME, UTC,           \
		     .help = "When it was named", ),                                              \
	ENGINE_FIELD(row##_DATA, "data", "Engine ID Data", BYTES, .help = "Its name", )

/* Puts the rows below `row`; the notes say that it is none of RFC 3411's, or RFC 1910's. */
void snmp_engine(struct walk *w, struct cursor *c, unsigned row, unsigned not_3411,
		 unsigned not_1910);

#endif
