/* SPDX-License-Identifier: BSD-2-Clause */
/* LLDP: elements of IEEE 802.1. */
/* IEEE Std 802.1Q-2018, D. */
#include "shared/lldp.h"

enum {
	PART,
	LOOSE,
	ORG_OUI,
	SUBTYPE,
	PVID,
	FLAGS,
	F_SUPPORTED,
	F_ENABLED,
	PPVID,
	VID,
	NAME_LEN,
	NAME,
	ID_LEN,
	ID,
	AGG,
	AGG_CAP,
	AGG_ENABLED,
	AGG_PORTTYPE,
	AGG_PORT,
	CNPV_PRIO0,
	CNPV_PRIO1,
	CNPV_PRIO2,
	CNPV_PRIO3,
	CNPV_PRIO4,
	CNPV_PRIO5,
	CNPV_PRIO6,
	CNPV_PRIO7,
	READY_PRIO0,
	READY_PRIO1,
	READY_PRIO2,
	READY_PRIO3,
	READY_PRIO4,
	READY_PRIO5,
	READY_PRIO6,
	READY_PRIO7,
	WILLING,
	CBS,
	MAX_TCS,
	R_RESERVED,
	PG_PGID_PRIO0,
	PG_PGID_PRIO1,
	PG_PGID_PRIO2,
	PG_PGID_PRIO3,
	PG_PGID_PRIO4,
	PG_PGID_PRIO5,
	PG_PGID_PRIO6,
	PG_PGID_PRIO7,
	BW_PER0,
	BW_PER1,
	BW_PER2,
	BW_PER3,
	BW_PER4,
	BW_PER5,
	BW_PER6,
	BW_PER7,
	TSA_TSA0,
	TSA_TSA1,
	TSA_TSA2,
	TSA_TSA3,
	TSA_TSA4,
	TSA_TSA5,
	TSA_TSA6,
	TSA_TSA7,
	MBC,
	PFC_TCS,
	PFC_PRIO0,
	PFC_PRIO1,
	PFC_PRIO2,
	PFC_PRIO3,
	PFC_PRIO4,
	PFC_PRIO5,
	PFC_PRIO6,
	PFC_PRIO7,
	APP_RESERVED,
	APP,
	APP_PRIO,
	APP_SF,
	APP_ID,
};

static const struct word subtype_words[] = {
	{1, "Port VLAN ID"},
	{2, "Port and Protocol VLAN ID"},
	{3, "VLAN Name"},
	{4, "Protocol Identity"},
	{5, "VID Usage Digest"},
	{6, "Management VID"},
	{7, "Link Aggregation"},
	{8, "Congestion Notification"},
	{9, "ETS Configuration"},
	{10, "ETS Recommendation"},
	{11, "Priority Flow Control Configuration"},
	{12, "Application Protocol"},
	{13, "EVB"},
	{14, "CDCP"},
	{15, "Port extension"},
	{16, "Application VLAN"},
	{17, "LRP ECP Discovery"},
	{18, "LRP TCP Discovery"},
	{19, "Congestion Isolation"},
	{20, "Topology Recognition"},
};

static const struct word f_supported_words[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct word f_enabled_words[] = {{0, "Disabled"}, {1, "Enabled"}};

static const struct word agg_porttype_words[] = {
	{0, "Not specified"},
	{1, "From aggregation port"},
	{2, "From aggregator"},
	{3, "From single-port aggregator"},
};

static const struct word mbc_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word app_sf_words[] = {
	{0, "Reserved"},
	{1, "Default or Ethertype"},
	{2, "Port over TCP/SCTP"},
	{3, "Port over UDP/DCCP"},
	{4, "Port over TCP/SCTP/UDP/DCCP"},
	{5, "Reserved"},
	{6, "Reserved"},
	{7, "Reserved"},
};

static const struct word tsa_words[] = {{0, "Strict Priority"},
					{1, "Credit-Based Shaper"},
					{2, "Enhanced Transmission Selection"},
					{255, "Vendor Specific Algorithm"}};
static const struct words tsas = {tsa_words, COUNT(tsa_words)};

/* None stands for eight of them. */
static void form_eight(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (0x%x)", n->u ? (unsigned)n->u : 8, (unsigned)n->u);
}

static const struct field fields[] = {
	[PART] = {"lldp.ieee.802_1", "IEEE 802.1", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ORG_OUI] = LLDP_OUI_ROW,
	[SUBTYPE] = {"lldp.ieee.802_1.subtype", "IEEE 802.1 Subtype", U8, HEX, WORDS(subtype_words),
		     .help = "Which element", .ref = "D.2"},
	[PVID] = {"lldp.ieee.802_1.port_vlan.id", "Port VLAN Identifier", U16, DEC_HEX,
		  .help = "VLAN of frames without a tag", .ref = "D.2.1"},
	[FLAGS] = {"lldp.ieee.802_1.port_and_vlan_id_flag", "Flags", U8, HEX, .help = "All flags",
		   .ref = "D.2.2"},
	[F_SUPPORTED] = {"lldp.ieee.802_1.port_and_vlan_id_flag.supported",
			 "Port and Protocol VLAN", BOOL, AT(6, 1), .under = FLAGS,
			 WORDS(f_supported_words), .help = "The port can or does", .ref = "D.2.2"},
	[F_ENABLED] = {"lldp.ieee.802_1.port_and_vlan_id_flag.enabled", "Port and Protocol VLAN",
		       BOOL, AT(5, 1), .under = FLAGS, WORDS(f_enabled_words),
		       .help = "The port can or does", .ref = "D.2.2"},
	[PPVID] = {"lldp.ieee.802_1.port_proto_vlan.id", "Port and Protocol VLAN Identifier", U16,
		   DEC_HEX, .help = "VLAN by protocol", .ref = "D.2.2"},
	[VID] = {"lldp.ieee.802_1.vlan.id", "VLAN Identifier", U16, DEC_HEX, .help = "Which VLAN",
		 .ref = "D.2.3"},
	[NAME_LEN] = {"lldp.ieee.802_1.vlan.name_len", "VLAN Name Length", U8, DEC,
		      .help = "Octets of its name", .ref = "D.2.3"},
	[NAME] = {"lldp.ieee.802_1.vlan.name", "VLAN Name", STRING, .traits = ZSTRING,
		  .help = "Its name", .ref = "D.2.3"},
	[ID_LEN] = {"lldp.ieee.802_1.proto.id_length", "Protocol Identity Length", U8, DEC,
		    .help = "Octets that follow", .ref = "D.2.4"},
	[ID] = {"lldp.ieee.802_1.proto.id", "Protocol Identity", BYTES,
		.help = "How such frames begin", .ref = "D.2.4"},
	[AGG] = {"lldp.ieee.802_1.aggregation_status", "Aggregation Status", U8, HEX,
		 .help = "All flags", .ref = "D.2.7"},
	[AGG_CAP] = {"lldp.ieee.802_1.aggregation_status.cap", "Aggregation Capability", BOOL,
		     AT(7, 1), .under = AGG, WORDS(yes_no), .help = "Whether links are joined",
		     .ref = "D.2.7"},
	[AGG_ENABLED] = {"lldp.ieee.802_1.aggregation_status.enabled", "Aggregation Status", BOOL,
			 AT(6, 1), .under = AGG, WORDS(f_enabled_words),
			 .help = "Whether links are joined", .ref = "D.2.7"},
	[AGG_PORTTYPE] = {"lldp.ieee.802_1.aggregation_status.porttype", "Aggregation Status", U8,
			  DEC, AT(4, 2), .under = AGG, WORDS(agg_porttype_words),
			  .help = "Whether links are joined", .ref = "D.2.7"},
	[AGG_PORT] = {"lldp.ieee.802_1.aggregated_port_id", "Aggregated Port Id", U32, DEC,
		      .help = "Into which port", .ref = "D.2.7"},
	[CNPV_PRIO0] = {"lldp.ieee.802_1qau.cnpv.prio0", "Priority 0 CNPV Capability", BOOL,
			AT(7, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO1] = {"lldp.ieee.802_1qau.cnpv.prio1", "Priority 1 CNPV Capability", BOOL,
			AT(6, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO2] = {"lldp.ieee.802_1qau.cnpv.prio2", "Priority 2 CNPV Capability", BOOL,
			AT(5, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO3] = {"lldp.ieee.802_1qau.cnpv.prio3", "Priority 3 CNPV Capability", BOOL,
			AT(4, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO4] = {"lldp.ieee.802_1qau.cnpv.prio4", "Priority 4 CNPV Capability", BOOL,
			AT(3, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO5] = {"lldp.ieee.802_1qau.cnpv.prio5", "Priority 5 CNPV Capability", BOOL,
			AT(2, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO6] = {"lldp.ieee.802_1qau.cnpv.prio6", "Priority 6 CNPV Capability", BOOL,
			AT(1, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[CNPV_PRIO7] = {"lldp.ieee.802_1qau.cnpv.prio7", "Priority 7 CNPV Capability", BOOL,
			AT(0, 1), .under = LOOSE, WORDS(f_enabled_words),
			.help = "Congestion is notified", .ref = "D.2.8"},
	[READY_PRIO0] = {"lldp.ieee.802_1qau.ready.prio0", "Priority 0 Ready Indicator", BOOL,
			 AT(7, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO1] = {"lldp.ieee.802_1qau.ready.prio1", "Priority 1 Ready Indicator", BOOL,
			 AT(6, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO2] = {"lldp.ieee.802_1qau.ready.prio2", "Priority 2 Ready Indicator", BOOL,
			 AT(5, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO3] = {"lldp.ieee.802_1qau.ready.prio3", "Priority 3 Ready Indicator", BOOL,
			 AT(4, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO4] = {"lldp.ieee.802_1qau.ready.prio4", "Priority 4 Ready Indicator", BOOL,
			 AT(3, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO5] = {"lldp.ieee.802_1qau.ready.prio5", "Priority 5 Ready Indicator", BOOL,
			 AT(2, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO6] = {"lldp.ieee.802_1qau.ready.prio6", "Priority 6 Ready Indicator", BOOL,
			 AT(1, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[READY_PRIO7] = {"lldp.ieee.802_1qau.ready.prio7", "Priority 7 Ready Indicator", BOOL,
			 AT(0, 1), .under = LOOSE, WORDS(set_notset), .help = "It is ready",
			 .ref = "D.2.8"},
	[WILLING] = {"lldp.dcbx.ieee.willing", "Willing", BOOL, AT(0, 1), .under = LOOSE,
		     WORDS(yes_no), .help = "The port takes what its peer says", .ref = "D.2.9"},
	[CBS] = {"lldp.dcbx.ieee.ets.cbs", "Credit-Based Shaper", BOOL, AT(1, 1), .under = LOOSE,
		 WORDS(f_supported_words), .help = "Shaping by credit", .ref = "D.2.9"},
	[MAX_TCS] = {"lldp.dcbx.ieee.ets.maxtcs", "Maximum Number of Traffic Classes", U8, DEC,
		     AT(5, 3), .under = LOOSE, .form = form_eight, .help = "How many classes",
		     .ref = "D.2.9"},
	[R_RESERVED] = {"lldp.dcbx.feature.pg.reserved", "Reserved", U8, HEX, AT(0, 7),
			.under = LOOSE, .help = "Always 0", .ref = "D.2.10"},
	[PG_PGID_PRIO0] = {"lldp.dcbx.feature.pg.pgid_prio0", "PGID for Prio 0", U16, DEC, AT(0, 4),
			   BOX(16, 0), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO1] = {"lldp.dcbx.feature.pg.pgid_prio1", "PGID for Prio 1", U16, DEC, AT(4, 4),
			   BOX(16, 4), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO2] = {"lldp.dcbx.feature.pg.pgid_prio2", "PGID for Prio 2", U16, DEC, AT(8, 4),
			   BOX(16, 8), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO3] = {"lldp.dcbx.feature.pg.pgid_prio3", "PGID for Prio 3", U16, DEC,
			   AT(12, 4), BOX(16, 12), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO4] = {"lldp.dcbx.feature.pg.pgid_prio4", "PGID for Prio 4", U16, DEC, AT(0, 4),
			   BOX(16, 0), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO5] = {"lldp.dcbx.feature.pg.pgid_prio5", "PGID for Prio 5", U16, DEC, AT(4, 4),
			   BOX(16, 4), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO6] = {"lldp.dcbx.feature.pg.pgid_prio6", "PGID for Prio 6", U16, DEC, AT(8, 4),
			   BOX(16, 8), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[PG_PGID_PRIO7] = {"lldp.dcbx.feature.pg.pgid_prio7", "PGID for Prio 7", U16, DEC,
			   AT(12, 4), BOX(16, 12), .under = LOOSE, .help = "Class of the priority",
			   .ref = "D.2.9"},
	[BW_PER0] = {"lldp.dcbx.feature.pg.per0", "Bandwidth for PGID 0", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER1] = {"lldp.dcbx.feature.pg.per1", "Bandwidth for PGID 1", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER2] = {"lldp.dcbx.feature.pg.per2", "Bandwidth for PGID 2", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER3] = {"lldp.dcbx.feature.pg.per3", "Bandwidth for PGID 3", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER4] = {"lldp.dcbx.feature.pg.per4", "Bandwidth for PGID 4", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER5] = {"lldp.dcbx.feature.pg.per5", "Bandwidth for PGID 5", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER6] = {"lldp.dcbx.feature.pg.per6", "Bandwidth for PGID 6", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[BW_PER7] = {"lldp.dcbx.feature.pg.per7", "Bandwidth for PGID 7", U8, DEC,
		     .help = "Per cent of the bandwidth", .ref = "D.2.9"},
	[TSA_TSA0] = {"lldp.dcbx.ieee.ets.tsa0", "TSA for Traffic Class 0", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA1] = {"lldp.dcbx.ieee.ets.tsa1", "TSA for Traffic Class 1", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA2] = {"lldp.dcbx.ieee.ets.tsa2", "TSA for Traffic Class 2", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA3] = {"lldp.dcbx.ieee.ets.tsa3", "TSA for Traffic Class 3", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA4] = {"lldp.dcbx.ieee.ets.tsa4", "TSA for Traffic Class 4", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA5] = {"lldp.dcbx.ieee.ets.tsa5", "TSA for Traffic Class 5", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA6] = {"lldp.dcbx.ieee.ets.tsa6", "TSA for Traffic Class 6", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[TSA_TSA7] = {"lldp.dcbx.ieee.ets.tsa7", "TSA for Traffic Class 7", U8, DEC, .words = &tsas,
		      .help = "How it is shaped", .ref = "D.2.9"},
	[MBC] = {"lldp.dcbx.ieee.pfc.mbc", "MACsec Bypass Capability", BOOL, AT(1, 1),
		 .under = LOOSE, WORDS(mbc_words), .help = "It passes by encryption",
		 .ref = "D.2.11"},
	[PFC_TCS] = {"lldp.dcbx.ieee.pfc.numtcs", "Max PFC Enabled Traffic Classes", U8, DEC,
		     AT(4, 4), .under = LOOSE, .help = "How many classes at once", .ref = "D.2.11"},
	[PFC_PRIO0] = {"lldp.dcbx.feature.pfc.prio0", "PFC for Priority 0", BOOL, AT(7, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO1] = {"lldp.dcbx.feature.pfc.prio1", "PFC for Priority 1", BOOL, AT(6, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO2] = {"lldp.dcbx.feature.pfc.prio2", "PFC for Priority 2", BOOL, AT(5, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO3] = {"lldp.dcbx.feature.pfc.prio3", "PFC for Priority 3", BOOL, AT(4, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO4] = {"lldp.dcbx.feature.pfc.prio4", "PFC for Priority 4", BOOL, AT(3, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO5] = {"lldp.dcbx.feature.pfc.prio5", "PFC for Priority 5", BOOL, AT(2, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO6] = {"lldp.dcbx.feature.pfc.prio6", "PFC for Priority 6", BOOL, AT(1, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[PFC_PRIO7] = {"lldp.dcbx.feature.pfc.prio7", "PFC for Priority 7", BOOL, AT(0, 1),
		       .under = LOOSE, WORDS(f_enabled_words), .help = "Whether it is paused",
		       .ref = "D.2.11"},
	[APP_RESERVED] = {"lldp.dcbx.ieee.app.reserved", "Reserved", U8, HEX, .help = "Always 0",
			  .ref = "D.2.12"},
	[APP] = {"text", "", HEADING},
	[APP_PRIO] = {"lldp.dcbx.ieee.app.prio", "Application Priority", U8, DEC, AT(0, 3),
		      .under = APP, .help = "Its priority", .ref = "D.2.12"},
	[APP_SF] = {"lldp.dcbx.iee.app.sf", "Application Selector", U8, DEC, AT(5, 3), .under = APP,
		    WORDS(app_sf_words), .help = "What the number is", .ref = "D.2.12"},
	[APP_ID] = {"lldp.dcbx.feature.app.proto", "Application Protocol Id", U16, HEX, AT(8, 16),
		    .under = APP, .help = "Which application", .ref = "D.2.12"},
};

#define EIGHT(row)                                                                              \
	{row + 0, SLICE | 1}, {row + 1, SLICE | 1}, {row + 2, SLICE | 1}, {row + 3, SLICE | 1}, \
		{row + 4, SLICE | 1}, {row + 5, SLICE | 1}, {row + 6, SLICE | 1},               \
	{                                                                                       \
		row + 7, SLICE | 1                                                              \
	}
#define OCTETS_8(row)                                                                       \
	{row + 0, 1}, {row + 1, 1}, {row + 2, 1}, {row + 3, 1}, {row + 4, 1}, {row + 5, 1}, \
		{row + 6, 1},                                                               \
	{                                                                                   \
		row + 7, 1                                                                  \
	}
#define FOUR(row)                                                                               \
	{row + 0, SLICE | 2}, {row + 1, SLICE | 2}, {row + 2, SLICE | 2}, {row + 3, SLICE | 2}, \
	{                                                                                       \
		0, HOP | 2                                                                      \
	}
#define CLASSES FOUR(PG_PGID_PRIO0), FOUR(PG_PGID_PRIO4), OCTETS_8(BW_PER0), OCTETS_8(TSA_TSA0)

static void put_vlan_name(struct walk *w, struct cursor *c)
{
	uint32_t n = (uint32_t)put(w, c, NAME_LEN, 1);

	if (n && !c->bad)
		put(w, c, NAME, n);
}

static void put_identity(struct walk *w, struct cursor *c)
{
	uint32_t n = (uint32_t)put(w, c, ID_LEN, 1);

	if (n && !c->bad)
		put(w, c, ID, n);
}

static void put_applications(struct walk *w, struct cursor *c)
{
	put(w, c, APP_RESERVED, 1);
	while (c->left.wire >= 3 && !c->bad) {
		struct cursor peek = *c;
		uint32_t group = open_group(w, c, APP, 3);
		unsigned id;

		cursor_pull(&peek, 1);
		id = u16(&peek);
		label_tail_of(w, group, "%s Application",
			      id == 0x8906   ? "FCoE"
			      : id == 0x8914 ? "FiP"
			      : id == 3260   ? "iSCSI"
					     : "Unknown");
		cursor_pull(c, 3);
		shut_group(w, group, NULL);
	}
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static const struct layout list[] = {
	{1, PARTS({PVID, 2}), NULL},
	{2, PARTS({FLAGS, 1}, {PPVID, 2}), NULL},
	{3, PARTS({VID, 2}), put_vlan_name},
	{4, NULL, put_identity},
	{7, PARTS({AGG, 1}, {AGG_PORT, 4}), NULL},
	{8, PARTS(EIGHT(CNPV_PRIO0), {0, HOP | 1}, EIGHT(READY_PRIO0), {0, HOP | 1}), NULL},
	{9,
	 PARTS({WILLING, SLICE | 1}, {CBS, SLICE | 1}, {MAX_TCS, SLICE | 1}, {0, HOP | 1}, CLASSES),
	 NULL},
	{10, PARTS({R_RESERVED, SLICE | 1}, {0, HOP | 1}, CLASSES), NULL},
	{11,
	 PARTS({WILLING, SLICE | 1}, {MBC, SLICE | 1}, {PFC_TCS, SLICE | 1}, {0, HOP | 1},
	       EIGHT(PFC_PRIO0), {0, HOP | 1}),
	 NULL},
	{12, NULL, put_applications},
};

static const struct lldp_org org = {
	.oui = ORG_OUI,
	.subtype = SUBTYPE,
	.list = list,
	.n = COUNT(list),
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_lldp_org(w, c, &org);
}

static const struct hang hangs[] = {{"lldp.oui", 0x0080c2}, {0}};

const struct proto proto_lldp_dot1 = {
	.brief = "LLDP",
	.no_column = true,
	.bare = true,
	.prefix = "lldp",
	.spec = "IEEE Std 802.1Q-2018, D",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
