/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the element of Wi-Fi multimedia, which tells how classes of traffic compete. */
/* Wi-Fi Alliance, WMM Specification 1.2.0, 2.2. */
#include "shared/wifi.h"

enum {
	WLAN_WMM,
	WME_SUBTYPE,
	WME_VERSION,
	WME_STA,
	WME_STA_MAX_SP_LENGTH,
	WME_STA_AC_BE,
	WME_STA_AC_BK,
	WME_STA_AC_VI,
	WME_STA_AC_VO,
	WME_STA_RESERVED,
	WME_AP,
	WME_AP_U_APSD,
	WME_AP_PARAMETER_SET_COUNT,
	WME_AP_RESERVED,
	WME_RESERVED,
	ACP,
	AIFSN_OCTET,
	ACP_AIFSN,
	ACP_ACM,
	ACP_ACI,
	ACP_RESERVED,
	ECW,
	ECW_MAX,
	ECW_MIN,
	CW_MAX,
	CW_MIN,
	TXOP,
};

#define TYPE_WMM 2   /* in table "wlan.wfa.type" */
#define HEAD 6       /* octets of the element's head, vendor and type */
#define PARAMETERS 1 /* the subtype that has classes */

/* Subtypes that access points send, as a set: (re)association and probe responses, beacons. */
#define BY_AP (1u << 1 | 1u << 3 | 1u << 5 | 1u << 8)

static const struct word wfa_ie_wme_subtypes[] = {
	{0, "Information Element"},
	{1, "Parameter Element"},
	{2, "TSPEC Element"},
};
static const struct word wfa_ie_wme_qos_info_sta_max_sp_lengths[] = {
	{0, "WMM AP may deliver all buffered frames (MSDUs and MMPDUs)"},
	{1, "WMM AP may deliver a maximum of 2 buffered frames (MSDUs and MMPDUs) per USP"},
	{2, "WMM AP may deliver a maximum of 4 buffered frames (MSDUs and MMPDUs) per USP"},
	{3, "WMM AP may deliver a maximum of 6 buffered frames (MSDUs and MMPDUs) per USP"},
};
static const struct word wfa_ie_wme_qos_info_sta_ac_bes[] = {
	{0, "non-WMM PS"},
	{1, "WMM delivery and trigger enabled"},
};
static const struct word wfa_ie_wme_qos_info_ap_u_apsds[] = {
	{0, "Disabled"},
	{1, "Enabled"},
};
static const struct word wfa_ie_wme_acp_acis[] = {
	{0, "Best Effort"},
	{1, "Background"},
	{2, "Video"},
	{3, "Voice"},
};

static const struct field fields[] = {
	[WLAN_WMM] = {"wlan_wmm", "Wi-Fi Multimedia", PROTO},
	[WME_SUBTYPE] = {"wlan.wfa.ie.wme.subtype", "WME Subtype", U8, DEC,
			 WORDS(wfa_ie_wme_subtypes), .help = "Which of WMM's", .ref = "WMM 2.2"},
	[WME_VERSION] = {"wlan.wfa.ie.wme.version", "WME Version", U8, DEC,
			 .help = "Of the element", .ref = "WMM 2.2"},
	[WME_STA] = {"wlan.wfa.ie.wme.qos_info", "WME QoS Info", U8, HEX,
		     .help = "How traffic is delivered to sleepers", .ref = "WMM 2.2.1"},
	[WME_STA_MAX_SP_LENGTH] = {"wlan.wfa.ie.wme.qos_info.sta.max_sp_length", "Max SP Length",
				   U8, HEX, AT(5, 2), BOX(8, 1), .under = WME_STA, .traits = LE,
				   WORDS(wfa_ie_wme_qos_info_sta_max_sp_lengths),
				   .help = "Frames that it takes in a service period",
				   .ref = "WMM 2.2.1"},
	[WME_STA_AC_BE] = {"wlan.wfa.ie.wme.qos_info.sta.ac_be", "AC_BE", BOOL, AT(3, 1), BOX(8, 4),
			   .under = WME_STA, .traits = LE, WORDS(wfa_ie_wme_qos_info_sta_ac_bes),
			   .help = "Best effort is delivered when it asks", .ref = "WMM 2.2.1"},
	[WME_STA_AC_BK] = {"wlan.wfa.ie.wme.qos_info.sta.ac_bk", "AC_BK", BOOL, AT(2, 1), BOX(8, 5),
			   .under = WME_STA, .traits = LE, WORDS(wfa_ie_wme_qos_info_sta_ac_bes),
			   .help = "Background is delivered when it asks", .ref = "WMM 2.2.1"},
	[WME_STA_AC_VI] = {"wlan.wfa.ie.wme.qos_info.sta.ac_vi", "AC_VI", BOOL, AT(1, 1), BOX(8, 6),
			   .under = WME_STA, .traits = LE, WORDS(wfa_ie_wme_qos_info_sta_ac_bes),
			   .help = "Video is delivered when it asks", .ref = "WMM 2.2.1"},
	[WME_STA_AC_VO] = {"wlan.wfa.ie.wme.qos_info.sta.ac_vo", "AC_VO", BOOL, AT(0, 1), BOX(8, 7),
			   .under = WME_STA, .traits = LE, WORDS(wfa_ie_wme_qos_info_sta_ac_bes),
			   .help = "Voice is delivered when it asks", .ref = "WMM 2.2.1"},
	[WME_STA_RESERVED] = {"wlan.wfa.ie.wme.qos_info.sta.reserved", "Reserved", U8, HEX,
			      AT(0, 4), BOX(8, 0), .hole = 6, .under = WME_STA, .help = "Nothing",
			      .ref = "WMM 2.2.1"},
	[WME_AP] = {"wlan.wfa.ie.wme.qos_info", "WME QoS Info", U8, HEX,
		    .help = "How traffic is delivered to sleepers", .ref = "WMM 2.2.1"},
	[WME_AP_U_APSD] = {"wlan.wfa.ie.wme.qos_info.ap.u_apsd", "U-APSD", BOOL, AT(7, 1),
			   BOX(8, 0), .under = WME_AP, .traits = LE,
			   WORDS(wfa_ie_wme_qos_info_ap_u_apsds),
			   .help = "Delivers to sleepers without schedule", .ref = "WMM 2.2.1"},
	[WME_AP_PARAMETER_SET_COUNT] = {"wlan.wfa.ie.wme.qos_info.ap.parameter_set_count",
					"Parameter Set Count", U8, HEX, AT(0, 4), BOX(8, 4),
					.under = WME_AP, .traits = LE,
					.help = "Changes with the parameters", .ref = "WMM 2.2.1"},
	[WME_AP_RESERVED] = {"wlan.wfa.ie.wme.qos_info.ap.reserved", "Reserved", U8, HEX, AT(4, 3),
			     BOX(8, 1), .under = WME_AP, .traits = LE, .help = "Nothing",
			     .ref = "WMM 2.2.1"},
	[WME_RESERVED] = {"wlan.wfa.ie.wme.reserved", "Reserved", BYTES, .help = "Nothing",
			  .ref = "WMM 2.2.2"},
	[ACP] = {"wlan.wfa.ie.wme.acp", "Ac Parameters", NONE,
		 .help = "How one class of traffic competes", .ref = "WMM 2.2.2"},
	[AIFSN_OCTET] = {"wlan.wfa.ie.wme.acp.aci_aifsn", "ACI / AIFSN Field", U8, HEX, AT(0, 8),
			 .under = ACP, .help = "Class and waiting time", .ref = "WMM 2.2.2"},
	[ACP_AIFSN] = {"wlan.wfa.ie.wme.acp.aifsn", "AIFSN", U8, DEC, AT(0, 4), BOX(8, 4),
		       .under = AIFSN_OCTET, .traits = LE,
		       .help = "Slots to wait for before contending", .ref = "WMM 2.2.2"},
	[ACP_ACM] = {"wlan.wfa.ie.wme.acp.acm", "Admission Control Mandatory", BOOL, AT(4, 1),
		     BOX(8, 3), .under = AIFSN_OCTET, .traits = LE, WORDS(yes_no),
		     .help = "To be admitted before sending", .ref = "WMM 2.2.2"},
	[ACP_ACI] = {"wlan.wfa.ie.wme.acp.aci", "ACI", U8, DEC, AT(5, 2), BOX(8, 1),
		     .under = AIFSN_OCTET, .traits = LE, WORDS(wfa_ie_wme_acp_acis),
		     .help = "Which class", .ref = "WMM 2.2.2"},
	[ACP_RESERVED] = {"wlan.wfa.ie.wme.acp.reserved", "Reserved", U8, DEC, AT(7, 1), BOX(8, 0),
			  .under = AIFSN_OCTET, .traits = LE, .help = "Nothing",
			  .ref = "WMM 2.2.2"},
	[ECW] = {"wlan.wfa.ie.wme.acp.ecw", "ECW", U8, HEX, AT(8, 8), .under = ACP,
		 .help = "Contention window", .ref = "WMM 2.2.2"},
	[ECW_MAX] = {"wlan.wfa.ie.wme.acp.ecw.max", "ECW Max", U8, DEC, AT(12, 4), BOX(8, 0),
		     .under = ECW, .traits = LE, .help = "Exponent of the longest window",
		     .ref = "WMM 2.2.2"},
	[ECW_MIN] = {"wlan.wfa.ie.wme.acp.ecw.min", "ECW Min", U8, DEC, AT(8, 4), BOX(8, 4),
		     .under = ECW, .traits = LE, .help = "Exponent of the shortest window",
		     .ref = "WMM 2.2.2"},
	[CW_MAX] = {"wlan.wfa.ie.wme.acp.cw.max", "CW Max", U16, DEC,
		    .help = "Slots of the longest window", .ref = "WMM 2.2.2"},
	[CW_MIN] = {"wlan.wfa.ie.wme.acp.cw.min", "CW Min", U16, DEC,
		    .help = "Slots of the shortest window", .ref = "WMM 2.2.2"},
	[TXOP] = {"wlan.wfa.ie.wme.acp.txop_limit", "TXOP Limit", U16, DEC, .traits = LE,
		  .help = "How long it may send", .ref = "WMM 2.2.2"},
};

/* How one class competes, and the sentence that tells it. */
static void put_class(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned class = u8(&peek), window = u8(&peek), txop = le16(&peek);
	unsigned longest = (1u << (window >> 4)) - 1, shortest = (1u << (window & 15)) - 1;
	uint32_t at = c->at, group = open_group(w, c, ACP, 4);
	const char *name = word_for(fields[ACP_ACI].words, class >> 5 & 3);

	label_whole(w,
		    "Ac Parameters ACI %u (%s), ACM %s, AIFSN %u, ECWmin/max %u/%u (CWmin/max "
		    "%u/%u), TXOP %u",
		    class >> 5 & 3, name ? name : "", class & 16 ? "yes" : "no", class & 15,
		    window & 15, window >> 4, shortest, longest, txop);
	w->depth++;
	put_value(w, CW_MAX, at + 1, 1, longest);
	put_value(w, CW_MIN, at + 1, 1, shortest);
	w->depth--;
	cursor_take(c, 2);
	put(w, c, TXOP, 2);
	shut_group(w, group, NULL);
}

/* Frames of access points tell their own. */
static bool by_ap(const struct layer *l)
{
	return BY_AP >> wifi_subtype(layer_up(l, "wlan")) & 1;
}

/* An element from its head on, which is shown up to its type; w->last is its node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t tag = w->last;
	unsigned kind;

	cursor_take(c, HEAD);
	kind = (unsigned)put(w, c, WME_SUBTYPE, 1);
	label_tail_of(w, tag, ": WMM/WME: %s", row_word(w, WME_SUBTYPE, kind, "Unknown"));
	put(w, c, WME_VERSION, 1);
	if (kind > PARAMETERS || c->bad)
		return;
	put(w, c, by_ap(l) ? WME_AP : WME_STA, 1);
	if (kind != PARAMETERS)
		return;
	put(w, c, WME_RESERVED, 1);
	for (unsigned i = 0; i < 4 && !c->bad; i++)
		put_class(w, c);
}

static const struct hang hangs[] = {{"wlan.wfa.type", TYPE_WMM}, {0}};

const struct proto proto_wlan_wmm = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "WMM Specification 1.2.0, 2.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
