/* SPDX-License-Identifier: BSD-2-Clause */
/* The subnetwork access protocol (SNAP) in IEEE 802.2, Frame Relay ... */
#ifndef SHARED_SNAP_H
#define SHARED_SNAP_H

#include "core/walk.h"
#include "shared/numbers.h"

/* The rows of its header, in this order; a protocol lists them in its enum and its table. */
#define SNAP_ROWS                                                                        \
	SNAP_OUI, SNAP_TYPE, SNAP_PID, SNAP_CISCO, SNAP_IANA, SNAP_NORTEL, SNAP_FORCE10, \
		SNAP_CIMETRICS, SNAP_AWDL, SNAP_BLUETOOTH, SNAP_WLCCP, SNAP_LOCAMATION,  \
		SNAP_HPTEAM, SNAP_EXTREME, SNAP_FOUNDRY, SNAP_ATALK, SNAP_MAUSB

#define SNAP_PID_ROW(row, name, table, more)          \
	[row] = {name,                                \
		 "PID",                               \
		 U16,                                 \
		 HEX,                                 \
		 .words = table,                      \
		 .traits = more,                      \
		 .help = "What the vendor has in it", \
		 .ref = "IEEE 802, 9.2"}

/* Their fields; `more` are traits of the vendors' rows, which are LLC's. */
#define SNAP_FIELDS(oui_name, type_name, pid_name, more)                          \
	[SNAP_OUI] = {oui_name,                                                   \
		      "Organization Code",                                        \
		      U24,                                                        \
		      OUI,                                                        \
		      .help = "Whose protocol identifiers",                       \
		      .ref = "IEEE 802, 9.2"},                                    \
	[SNAP_TYPE] = {type_name,                                                 \
		       "Type",                                                    \
		       U16,                                                       \
		       HEX,                                                       \
		       .words = &ethertypes,                                      \
		       .help = "What the frame carries",                          \
		       .ref = "IEEE 802, 9.2"},                                   \
	[SNAP_PID] = {pid_name,                                                   \
		      "Protocol ID",                                              \
		      U16,                                                        \
		      HEX,                                                        \
		      .help = "What the vendor has in it",                        \
		      .ref = "IEEE 802, 9.2"},                                    \
	SNAP_PID_ROW(SNAP_CISCO, "llc.cisco_pid", &snap_cisco, more),             \
	SNAP_PID_ROW(SNAP_IANA, "llc.iana_pid", &snap_iana, more),                \
	SNAP_PID_ROW(SNAP_NORTEL, "llc.nortel_pid", &snap_nortel, more),          \
	SNAP_PID_ROW(SNAP_FORCE10, "llc.force10_pid", &snap_force10, more),       \
	SNAP_PID_ROW(SNAP_CIMETRICS, "llc.cimetrics_pid", &snap_cimetrics, more), \
	SNAP_PID_ROW(SNAP_AWDL, "llc.apple_awdl_pid", &snap_awdl, more),          \
	SNAP_PID_ROW(SNAP_BLUETOOTH, "llc.bluetooth_pid", &snap_bluetooth, more), \
	SNAP_PID_ROW(SNAP_WLCCP, "llc.wlccp_pid", &snap_wlccp, more),             \
	SNAP_PID_ROW(SNAP_LOCAMATION, "locamation-im.llc.pid", 0, more),          \
	SNAP_PID_ROW(SNAP_HPTEAM, "llc.hpteam_pid", &snap_hpteam, more),          \
	SNAP_PID_ROW(SNAP_EXTREME, "llc.extreme_pid", &snap_extreme, more),       \
	SNAP_PID_ROW(SNAP_FOUNDRY, "llc.foundry_pid", &snap_foundry, more),       \
	SNAP_PID_ROW(SNAP_ATALK, "llc.apple_atalk_pid", &snap_atalk, more),       \
	SNAP_PID_ROW(SNAP_MAUSB, "mausb.pid", 0, more)

extern const struct words snap_cisco, snap_iana, snap_nortel, snap_force10, snap_cimetrics;
extern const struct words snap_awdl, snap_bluetooth, snap_wlccp, snap_hpteam, snap_extreme;
extern const struct words snap_foundry, snap_atalk;

/* Its tables of children: the first ones of `next.also`; how many they are. */
#define SNAP_TABLES                                                                                \
	"ethertype", "llc.bridged", "llc.cisco_pid", "llc.iana_pid", "llc.nortel_pid",             \
		"llc.force10_pid", "llc.cimetrics_pid", "llc.apple_awdl_pid", "llc.bluetooth_pid", \
		"llc.wlccp_pid", "locamation-im.llc.pid", "llc.hpteam_pid", "llc.extreme_pid",     \
		"llc.foundry_pid", "llc.apple_atalk_pid", "llc.wfa_pid"
#define SNAP_TABLES_COUNT 16

/*
 * Puts the header at the cursor and walks what follows; `first` is the protocol's
 * SNAP_OUI.  The payload is plain data unless the frame `carries` something for the
 * layer above.  Bridged frames may be `aligned` by octets before them.
 */
void walk_snap(struct walk *w, struct layer *l, struct cursor *c, unsigned first, bool carries,
	       bool aligned);

/* "; SNAP, OUI 0x00000C (Cisco Systems, Inc), PID 0x2000" */
void text_snap(struct text *t, const struct record *r, struct cursor c);

#endif
