/* SPDX-License-Identifier: BSD-2-Clause */
/* EAP over LANs: elements that come with keys of wireless networks. */
/* IEEE Std 802.11-2020, 12.7.2. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	PART,
	TAG,
	TAG_NUMBER,
	TAG_LEN,
	VENDOR,
	VENDOR_TYPE,
	KDE,
	PMKID,
};

static const struct word tag_number_words[] = {
	{0, "SSID parameter set"},
	{1, "Supported Rates"},
	{2, "FH Parameter set"},
	{3, "DS Parameter set"},
	{4, "CF Parameter set"},
	{5, "Traffic Indication Map (TIM)"},
	{6, "IBSS Parameter set"},
	{7, "Country Information"},
	{8, "Hopping Pattern Parameters"},
	{9, "Hopping Pattern Table"},
	{10, "Request"},
	{11, "QBSS Load Element"},
	{12, "EDCA Parameter Set"},
	{13, "Traffic Specification"},
	{14, "Traffic Classification"},
	{15, "Schedule"},
	{16, "Challenge text"},
	{32, "Power Constraint"},
	{33, "Power Capability"},
	{34, "TPC Request"},
	{35, "TPC Report"},
	{36, "Supported Channels"},
	{37, "Channel Switch Announcement"},
	{38, "Measurement Request"},
	{39, "Measurement Report"},
	{40, "Quiet"},
	{41, "IBSS DFS"},
	{42, "ERP Information"},
	{43, "TS Delay"},
	{44, "TCLAS Processing"},
	{45, "HT Capabilities (802.11n D1.10)"},
	{46, "QoS Capability"},
	{47, "ERP Information"},
	{48, "RSN Information"},
	{50, "Extended Supported Rates"},
	{51, "AP Channel Report"},
	{52, "Neighbor Report"},
	{53, "RCPI"},
	{54, "Mobility Domain"},
	{55, "Fast BSS Transition"},
	{56, "Timeout Interval"},
	{57, "RIC Data"},
	{58, "DSE Registered Location"},
	{59, "Supported Operating Classes"},
	{60, "Extended Channel Switch Announcement"},
	{61, "HT Information (802.11n D1.10)"},
	{62, "Secondary Channel Offset (802.11n D1.10)"},
	{63, "BSS Average Access Delay"},
	{64, "Antenna"},
	{65, "RSNI"},
	{66, "Measurement Pilot Transmission"},
	{67, "BSS Available Admission Capacity"},
	{68, "BSS AC Access Delay/WAPI Parameter Set"},
	{69, "Time Advertisement"},
	{70, "RM Enabled Capabilities"},
	{71, "Multiple BSSID"},
	{72, "20/40 BSS Coexistence"},
	{73, "20/40 BSS Intolerant Channel Report"},
	{74, "Overlapping BSS Scan Parameters"},
	{75, "RIC Descriptor"},
	{76, "Management MIC"},
	{78, "Event Request"},
	{79, "Event Report"},
	{80, "Diagnostic Request"},
	{81, "Diagnostic Report"},
	{82, "Location Parameters"},
	{83, "Non Transmitted BSSID Capability"},
	{84, "SSID List"},
	{85, "Multiple BSSID Index"},
	{86, "FMS Descriptor"},
	{87, "FMS Request"},
	{88, "FMS Response"},
	{89, "QoS Traffic Capability"},
	{90, "BSS Max Idle Period"},
	{91, "TFS Request"},
	{92, "TFS Response"},
	{93, "WNM-Sleep Mode"},
	{94, "TIM Broadcast Request"},
	{95, "TIM Broadcast Response"},
	{96, "Collocated Interference Report"},
	{97, "Channel Usage"},
	{98, "Time Zone"},
	{99, "DMS Request"},
	{100, "DMS Response"},
	{101, "Link Identifier"},
	{102, "Wakeup Schedule"},
	{104, "Channel Switch Timing"},
	{105, "PTI Control"},
	{106, "PU Buffer Status"},
	{107, "Interworking"},
	{108, "Advertisement Protocol"},
	{109, "Expedited Bandwidth Request"},
	{110, "QoS Map Set"},
	{111, "Roaming Consortium"},
	{112, "Emergency Alert Identifier"},
	{113, "Mesh Configuration"},
	{114, "Mesh ID"},
	{115, "Mesh Link Metric Report"},
	{116, "Congestion Notification"},
	{117, "Mesh Peering Management"},
	{118, "Mesh Channel Switch Parameters"},
	{119, "Mesh Awake Window"},
	{120, "Beacon Timing"},
	{121, "MCCAOP Setup Request"},
	{122, "MCCAOP SETUP Reply"},
	{123, "MCCAOP Advertisement"},
	{124, "MCCAOP Teardown"},
	{125, "Gate Announcement"},
	{126, "Root Announcement"},
	{127, "Extended Capabilities"},
	{128, "Agere Proprietary"},
	{130, "Path Request"},
	{131, "Path Reply"},
	{132, "Path Error"},
	{133, "Cisco CCX1 CKIP + Device Name"},
	{136, "Cisco CCX2"},
	{137, "Proxy Update"},
	{138, "Proxy Update Confirmation"},
	{139, "Authenticated Mesh Peering Exchange"},
	{140, "MIC (Message Integrity Code)"},
	{141, "Destination URI"},
	{142, "U-APSD Coexistence"},
	{143, "Wakeup Schedule 802.11ad"},
	{144, "Extended Schedule"},
	{145, "STA Availability"},
	{146, "DMG TSPEC"},
	{147, "Next DMG ATI"},
	{148, "DMG Capabilities"},
	{149, "Cisco Unknown 95"},
	{150, "Vendor Specific"},
	{151, "DMG Operating"},
	{152, "DMG BSS Parameter Change"},
	{153, "DMG Beam Refinement"},
	{154, "Channel Measurement Feedback"},
	{157, "Awake Window"},
	{158, "Multi Band"},
	{159, "ADDBA Extension"},
	{160, "NEXTPCP List"},
	{161, "PCP Handover"},
	{162, "DMG Link Margin"},
	{163, "Switching Stream"},
	{164, "Session Transmission"},
	{165, "Dynamic Tone Pairing Report"},
	{166, "Cluster Report"},
	{167, "Relay Capabilities"},
	{168, "Relay Transfer Parameter"},
	{169, "Beamlink Maintenance"},
	{170, "Multiple MAC Sublayers"},
	{171, "U-PID"},
	{172, "DMG Link Adaption Acknowledgment"},
	{173, "Symbol Proprietary"},
	{174, "MCCAOP Advertisement Overview"},
	{175, "Quiet Period Request"},
	{177, "Quiet Period Response"},
	{182, "ECAPC Policy"},
	{183, "Cluster Time Offset"},
	{184, "Intra-Access Category Priority"},
	{185, "SCS Descriptor"},
	{190, "Antenna Sector ID"},
	{191, "VHT Capabilities"},
	{192, "VHT Operation"},
	{193, "Extended BSS Load"},
	{194, "Wide Bandwidth Channel Switch"},
	{195, "Tx Power Envelope"},
	{196, "Channel Switch Wrapper"},
	{199, "Operating Mode Notification"},
	{201, "Reduced Neighbor Report"},
	{206, "Fine Time Measurement Params"},
	{207, "S1G Open-Loop Link Margin Index"},
	{208, "RPS"},
	{209, "Page Slice"},
	{210, "AID Request"},
	{211, "AID Response"},
	{212, "Sector Operation"},
	{213, "S1G Beacon Compatibility"},
	{214, "Short Beacon Interval"},
	{215, "Change Sequence"},
	{216, "Target Wake Time"},
	{217, "S1G Capabilities"},
	{220, "Subchannel Selective Transmission"},
	{221, "Vendor Specific"},
	{222, "Authentication Control"},
	{223, "TSF Timer Accuracy"},
	{224, "S1G Relay"},
	{225, "Reachable Address"},
	{226, "S1G Relay Discovery"},
	{228, "AID Announcement"},
	{229, "PV1 Probe Response Option"},
	{230, "EL Operation"},
	{231, "Sectorized Group ID List"},
	{232, "S1G Operation"},
	{233, "Header Compression"},
	{234, "SST Operation"},
	{235, "MAD"},
	{236, "S1G Relay Activation"},
	{237, "CAG Number"},
	{239, "AP-CSN"},
	{240, "FILS Indication"},
	{241, "Differential Initial Link Setup"},
	{242, "Fragment"},
	{244, "RSN eXtension"},
	{255, "Element ID Extension"},
};

static const struct word kde_words[] = {
	{0, "Reserved"},
	{1, "GTK KDE"},
	{2, "Reserved"},
	{3, "MAC address KDE"},
	{4, "PMKID KDE"},
	{5, "Reserved"},
	{6, "Nonce KDE"},
	{7, "Lifetime KDE"},
	{8, "Error KDE"},
	{9, "IGTK KDE"},
	{10, "Key ID KDE"},
	{11, "Multi-band GTK KDE"},
	{12, "Multi-band Key ID KDE"},
	{13, "OCI KDE"},
	{14, "BIGTK KDE"},
	{15, "Reserved"},
	{16, "MLO GTK KDE"},
	{17, "MLO IGTK KDE"},
	{18, "MLO BIGTK KDE"},
	{19, "MLO LINK KDE"},
	{20, "Reserved", 255},
};

static const struct field fields[] = {
	[PART] = {"wlan.tag.eapol", "IEEE 802.11 elements with keys", PROTO},
	[TAG] = {"wlan.tag", "Tag", NONE, .help = "An element", .ref = "12.7.2"},
	[TAG_NUMBER] = {"wlan.tag.number", "Tag Number", U8, DEC, WORDS(tag_number_words),
			.help = "What the element is", .ref = "12.7.2"},
	[TAG_LEN] = {"wlan.tag.length", "Tag length", U32, DEC, .help = "Octets of it",
		     .ref = "12.7.2"},
	[VENDOR] = {"wlan.tag.oui", "OUI", U24, OUI, .help = "Whose element it is",
		    .ref = "12.7.2"},
	[VENDOR_TYPE] = {"wlan.tag.vendor.oui.type", "Vendor Specific OUI Type", U8, DEC,
			 .help = "Which of its elements", .ref = "12.7.2"},
	[KDE] = {"wlan.rsn.ie.kde.data_type", "Data Type", U16, DEC, WORDS(kde_words),
		 .help = "What the data are", .ref = "12.7.2"},
	[PMKID] = {"wlan.rsn.ie.pmkid", "PMKID", BYTES, .help = "Names a key that both ends have",
		   .ref = "12.7.2"},
};

#define HEAD 2
#define VENDOR_SPECIFIC 221
#define IEEE_80211 0x000fac
#define PMKID_TYPE 4

/* Data of IEEE 802.11's own. */
static void put_data(struct walk *w, struct cursor *c, uint32_t tag)
{
	struct cursor peek;
	unsigned type;

	put(w, c, VENDOR, 3);
	peek = *c;
	put(w, &peek, VENDOR_TYPE, 1);
	type = (unsigned)put(w, c, KDE, 1);
	label_tail_of(w, tag, ": Ieee 802.11: RSN%s", type == PMKID_TYPE ? " PMKID" : "");
	if (type == PMKID_TYPE)
		put(w, c, PMKID, c->left.wire);
}

static void put_element(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, whole;
	unsigned number = u8(&peek), len = u8(&peek);
	const struct plan *part = next_by(l, number);
	uint32_t tag;

	whole = cursor_first(*c, HEAD + len);
	tag = open_group(w, c, TAG, HEAD + len);
	label_tail(w, ": %s",
		   number == VENDOR_SPECIFIC ? "Vendor Specific"
		   : number == 48            ? "RSN Information"
					     : "Unknown");
	put(w, c, TAG_NUMBER, 1);
	label_value(w, "%s (%u)",
		    number == VENDOR_SPECIFIC ? "Vendor Specific"
		    : number == 48            ? "RSN Information"
					      : "Unknown",
		    number);
	put(w, c, TAG_LEN, 1);
	peek = *c;
	if (number == VENDOR_SPECIFIC && u24(&peek) == IEEE_80211) {
		peek = cursor_first(*c, len);
		put_data(w, &peek, tag);
	} else if (part && len) {
		w->last = tag;
		peek = walk_part(w, part, whole);
	}
	shut_group(w, tag, NULL);
	cursor_take(c, len);
	if (peek.bad)
		c->bad = peek.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	while (c->left.wire >= HEAD && !c->bad)
		put_element(w, l, c);
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static const struct hang hangs[] = {{"eapol.tags", 0}, {0}};

const struct proto proto_eapol_tags = {
	.brief = "EAPOL",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "wlan.tag.number", .row = TAG_NUMBER},
	.hangs = hangs,
	.rest = rest,
};
