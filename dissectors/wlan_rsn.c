/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the elements that say how frames are encrypted: RSN, and WPA before it. */
/* IEEE Std 802.11-2020, 9.4.2.24; Wi-Fi Protected Access, version 2.0. */
#include "core/walk.h"

enum {
	WLAN_RSN,
	RSN,
	GCS,
	GCS_OUI,
	GCS_TYPE,
	PCS_COUNT,
	PCS_LIST,
	PCS,
	PCS_OUI,
	PCS_TYPE,
	AKMS_COUNT,
	AKMS_LIST,
	AKMS,
	AKMS_OUI,
	AKMS_TYPE,
	GMCS,
	GMCS_OUI,
	GMCS_TYPE,
	RSN_CAP,
	RSN_PREAUTH,
	RSN_NO_PAIRWISE,
	RSN_PTKSA_REPLAY_COUNTER,
	RSN_GTKSA_REPLAY_COUNTER,
	RSN_MFPR,
	RSN_MFPC,
	RSN_JMR,
	RSN_PEERKEY,
	RSN_EXTENDED_KEY_ID_IAF,
	PMKIDS,
	WPA,
	WPA_MCS,
	WPA_MCS_OUI,
	WPA_MCS_TYPE,
	WPA_UCS_COUNT,
	WPA_UCS_LIST,
	WPA_UCS,
	WPA_UCS_OUI,
	WPA_UCS_TYPE,
	WPA_AKMS_COUNT,
	WPA_AKMS_LIST,
	WPA_AKMS,
	WPA_AKMS_OUI,
	WPA_AKMS_TYPE,
};

#define TAG_RSN 48    /* in table "wlan.tag.number" */
#define TYPE_WPA 1    /* in table "wlan.wfa.type" */
#define VENDOR_HEAD 4 /* octets of vendor and type */

/* Who defines suites. */
enum { MICROSOFT = 0x0050f2, RSN_OUI = 0x000fac };

static const struct word rsn_gcs_types[] = {
	{0, "NONE"},
	{1, "WEP (40-bit)"},
	{2, "TKIP"},
	{3, "AES (OCB)"},
	{4, "AES (CCM)"},
	{5, "WEP (104-bit)"},
	{6, "BIP (128)"},
	{7, "Group addressed traffic not allowed"},
	{8, "GCMP (128)"},
	{9, "GCMP (256)"},
	{10, "CCMP (256)"},
	{11, "BIP (GMAC-128)"},
	{12, "BIP (GMAC-256)"},
	{13, "BIP (CMAC-256)"},
};
static const struct word rsn_akms_types[] = {
	{0, "NONE"},
	{1, "WPA"},
	{2, "PSK"},
	{3, "FT over IEEE 802.1X"},
	{4, "FT using PSK"},
	{5, "WPA (SHA256)"},
	{6, "PSK (SHA256)"},
	{7, "TDLS / TPK Handshake (SHA256)"},
	{8, "SAE (SHA256)"},
	{9, "FT using SAE (SHA256)"},
	{10, "APPeerKey (SHA256)"},
	{11, "WPA (SHA256-SuiteB)"},
	{12, "WPA (SHA384-SuiteB)"},
	{13, "FT over IEEE 802.1X (SHA384)"},
	{14, "FILS (SHA256 and AES-SIV-256)"},
	{15, "FILS (SHA384 and AES-SIV-512)"},
	{16, "FT over FILS (SHA256 and AES-SIV-256)"},
	{17, "FT over FILS (SHA384 and AES-SIV-512)"},
	{18, "Opportunistic Wireless Encryption"},
	{19, "FT using PSK (SHA384)"},
	{20, "PSK (SHA384)"},
	{21, "PASN"},
};
static const struct word rsn_capabilities_preauths[] = {
	{0, "Transmitter does not support pre-authentication"},
	{1, "Transmitter supports pre-authentication"},
};
static const struct word rsn_capabilities_no_pairwises[] = {
	{0, "Transmitter can support WEP default key 0 simultaneously with Pairwise key"},
	{1, "Transmitter cannot support WEP default key 0 simultaneously with Pairwise key"},
};
static const struct word rsn_capabilities_ptksa_replay_counters[] = {
	{0, "1 replay counter per PTKSA/GTKSA/STAKeySA"},
	{1, "2 replay counters per PTKSA/GTKSA/STAKeySA"},
	{2, "4 replay counters per PTKSA/GTKSA/STAKeySA"},
	{3, "16 replay counters per PTKSA/GTKSA/STAKeySA"},
};
static const struct word rsn_capabilities_extended_key_id_iafs[] = {
	{0, "Not supported"},
	{1, "Supported"},
};
static const struct word wfa_ie_wpa_mcs_types[] = {
	{0, "NONE"},      {1, "WEP (40-bit)"},
	{2, "TKIP"},      {3, "AES (OCB)"},
	{4, "AES (CCM)"}, {5, "WEP (104-bit)"},
	{6, "BIP"},       {7, "Group addressed traffic not allowed"},
};
static const struct word wfa_ie_wpa_types[] = {
	{0, "NONE"},         {1, "WPA"},          {2, "PSK"},          {3, "FT over IEEE 802.1X"},
	{4, "FT using PSK"}, {5, "WPA (SHA256)"}, {6, "PSK (SHA256)"}, {7, "TDLS / TPK Handshake"},
};

static const struct field fields[] = {
	[WLAN_RSN] = {"wlan_rsn", "Security of IEEE 802.11", PROTO},
	[RSN] = {"wlan.rsn.version", "RSN Version", U16, DEC, .traits = LE,
		 .help = "Of the element", .ref = "9.4.2.24"},
	[GCS] = {"wlan.rsn.gcs", "Group Cipher Suite", U32, DEC, .help = "Of group traffic",
		 .ref = "9.4.2.24"},
	[GCS_OUI] = {"wlan.rsn.gcs.oui", "Group Cipher Suite OUI", U24, OUI, AT(0, 24),
		     .under = GCS, .help = "Who defined it", .ref = "9.4.2.24"},
	[GCS_TYPE] = {"wlan.rsn.gcs.type", "Group Cipher Suite type", U8, DEC, AT(24, 8),
		      .under = GCS, WORDS(rsn_gcs_types), .help = "Which it is", .ref = "9.4.2.24"},
	[PCS_COUNT] = {"wlan.rsn.pcs.count", "Pairwise Cipher Suite Count", U16, DEC, .traits = LE,
		       .help = "How many", .ref = "9.4.2.24"},
	[PCS_LIST] = {"wlan.rsn.pcs.list", "Pairwise Cipher Suite List", NONE,
		      .help = "All of them", .ref = "9.4.2.24"},
	[PCS] = {"wlan.rsn.pcs", "Pairwise Cipher Suite", U32, DEC,
		 .help = "Of traffic to one station", .ref = "9.4.2.24"},
	[PCS_OUI] = {"wlan.rsn.pcs.oui", "Pairwise Cipher Suite OUI", U24, OUI, AT(0, 24),
		     .under = PCS, .help = "Who defined it", .ref = "9.4.2.24"},
	[PCS_TYPE] = {"wlan.rsn.pcs.type", "Pairwise Cipher Suite type", U8, DEC, AT(24, 8),
		      .under = PCS, WORDS(rsn_gcs_types), .help = "Which it is", .ref = "9.4.2.24"},
	[AKMS_COUNT] = {"wlan.rsn.akms.count", "Auth Key Management (AKM) Suite Count", U16, DEC,
			.traits = LE, .help = "How many", .ref = "9.4.2.24"},
	[AKMS_LIST] = {"wlan.rsn.akms.list", "Auth Key Management (AKM) List", NONE,
		       .help = "All of them", .ref = "9.4.2.24"},
	[AKMS] = {"wlan.rsn.akms", "Auth Key Management (AKM) Suite", U32, DEC,
		  .help = "How keys are agreed on", .ref = "9.4.2.24"},
	[AKMS_OUI] = {"wlan.rsn.akms.oui", "Auth Key Management (AKM) OUI", U24, OUI, AT(0, 24),
		      .under = AKMS, .help = "Who defined it", .ref = "9.4.2.24"},
	[AKMS_TYPE] = {"wlan.rsn.akms.type", "Auth Key Management (AKM) type", U8, DEC, AT(24, 8),
		       .under = AKMS, WORDS(rsn_akms_types), .help = "Which it is",
		       .ref = "9.4.2.24"},
	[GMCS] = {"wlan.rsn.gmcs", "Group Management Cipher Suite", U32, DEC,
		  .help = "Of group management frames", .ref = "9.4.2.24"},
	[GMCS_OUI] = {"wlan.rsn.gmcs.oui", "Group Management Cipher Suite OUI", U24, OUI, AT(0, 24),
		      .under = GMCS, .help = "Who defined it", .ref = "9.4.2.24"},
	[GMCS_TYPE] = {"wlan.rsn.gmcs.type", "Group Management Cipher Suite type", U8, DEC,
		       AT(24, 8), .under = GMCS, WORDS(rsn_gcs_types), .help = "Which it is",
		       .ref = "9.4.2.24"},
	[RSN_CAP] = {"wlan.rsn.capabilities", "RSN Capabilities", U16, HEX, .traits = LE,
		     .help = "What else it can", .ref = "9.4.2.24.4"},
	[RSN_PREAUTH] = {"wlan.rsn.capabilities.preauth", "RSN Pre-Auth capabilities", BOOL,
			 AT(0, 1), BOX(16, 15), .under = RSN_CAP, .traits = LE,
			 WORDS(rsn_capabilities_preauths),
			 .help = "Stations may authenticate before they roam here",
			 .ref = "9.4.2.24.4"},
	[RSN_NO_PAIRWISE] = {"wlan.rsn.capabilities.no_pairwise", "RSN No Pairwise capabilities",
			     BOOL, AT(1, 1), BOX(16, 14), .under = RSN_CAP, .traits = LE,
			     WORDS(rsn_capabilities_no_pairwises),
			     .help = "WEP default keys along with a pairwise key",
			     .ref = "9.4.2.24.4"},
	[RSN_PTKSA_REPLAY_COUNTER] = {"wlan.rsn.capabilities.ptksa_replay_counter",
				      "RSN PTKSA Replay Counter capabilities", U16, HEX, AT(2, 2),
				      BOX(16, 12), .under = RSN_CAP, .traits = LE,
				      WORDS(rsn_capabilities_ptksa_replay_counters),
				      .help = "Replay counters of each pairwise key",
				      .ref = "9.4.2.24.4"},
	[RSN_GTKSA_REPLAY_COUNTER] = {"wlan.rsn.capabilities.gtksa_replay_counter",
				      "RSN GTKSA Replay Counter capabilities", U16, HEX, AT(4, 2),
				      BOX(16, 10), .under = RSN_CAP, .traits = LE,
				      WORDS(rsn_capabilities_ptksa_replay_counters),
				      .help = "Replay counters of each group key",
				      .ref = "9.4.2.24.4"},
	[RSN_MFPR] = {"wlan.rsn.capabilities.mfpr", "Management Frame Protection Required", BOOL,
		      AT(6, 1), BOX(16, 9), .under = RSN_CAP, .traits = LE,
		      .help = "Management frames must be protected", .ref = "9.4.2.24.4"},
	[RSN_MFPC] = {"wlan.rsn.capabilities.mfpc", "Management Frame Protection Capable", BOOL,
		      AT(7, 1), BOX(16, 8), .under = RSN_CAP, .traits = LE,
		      .help = "Management frames can be protected", .ref = "9.4.2.24.4"},
	[RSN_JMR] = {"wlan.rsn.capabilities.jmr", "Joint Multi-band RSNA", BOOL, AT(8, 1),
		     BOX(16, 7), .under = RSN_CAP, .traits = LE,
		     .help = "One security association for several bands", .ref = "9.4.2.24.4"},
	[RSN_PEERKEY] = {"wlan.rsn.capabilities.peerkey", "PeerKey Enabled", BOOL, AT(9, 1),
			 BOX(16, 6), .under = RSN_CAP, .traits = LE,
			 .help = "Keys between two stations", .ref = "9.4.2.24.4"},
	[RSN_EXTENDED_KEY_ID_IAF] = {"wlan.rsn.capabilities.extended_key_id_iaf",
				     "Extended Key ID for Individually Addressed Frames", BOOL,
				     AT(13, 1), BOX(16, 2), .under = RSN_CAP, .traits = LE,
				     WORDS(rsn_capabilities_extended_key_id_iafs),
				     .help = "Pairwise keys may have numbers 0 and 1",
				     .ref = "9.4.2.24.4"},
	[PMKIDS] = {"wlan.rsn.pmkid.count", "PMKID Count", U16, DEC, .traits = LE,
		    .help = "Keys that are known", .ref = "9.4.2.24.5"},
	[WPA] = {"wlan.wfa.ie.wpa.version", "WPA Version", U16, DEC, .traits = LE,
		 .help = "Of the element", .ref = "WPA 2.0"},
	[WPA_MCS] = {"wlan.wfa.ie.wpa.mcs", "Multicast Cipher Suite", U32, DEC,
		     .help = "Of group traffic", .ref = "WPA 2.0"},
	[WPA_MCS_OUI] = {"wlan.wfa.ie.wpa.mcs.oui", "Multicast Cipher Suite OUI", U24, OUI,
			 AT(0, 24), .under = WPA_MCS, .help = "Who defined it", .ref = "WPA 2.0"},
	[WPA_MCS_TYPE] = {"wlan.wfa.ie.wpa.mcs.type", "Multicast Cipher Suite type", U8, DEC,
			  AT(24, 8), .under = WPA_MCS, WORDS(wfa_ie_wpa_mcs_types),
			  .help = "Which it is", .ref = "WPA 2.0"},
	[WPA_UCS_COUNT] = {"wlan.wfa.ie.wpa.ucs.count", "Unicast Cipher Suite Count", U16, DEC,
			   .traits = LE, .help = "How many", .ref = "WPA 2.0"},
	[WPA_UCS_LIST] = {"wlan.wfa.ie.wpa.ucs.list", "Unicast Cipher Suite List", NONE,
			  .help = "All of them", .ref = "WPA 2.0"},
	[WPA_UCS] = {"wlan.wfa.ie.wpa.ucs", "Unicast Cipher Suite", U32, DEC,
		     .help = "Of traffic to one station", .ref = "WPA 2.0"},
	[WPA_UCS_OUI] = {"wlan.wfa.ie.wpa.ucs.oui", "Unicast Cipher Suite OUI", U24, OUI, AT(0, 24),
			 .under = WPA_UCS, .help = "Who defined it", .ref = "WPA 2.0"},
	[WPA_UCS_TYPE] = {"wlan.wfa.ie.wpa.ucs.type", "Unicast Cipher Suite type", U8, DEC,
			  AT(24, 8), .under = WPA_UCS, WORDS(wfa_ie_wpa_mcs_types),
			  .help = "Which it is", .ref = "WPA 2.0"},
	[WPA_AKMS_COUNT] = {"wlan.wfa.ie.wpa.akms.count", "Auth Key Management (AKM) Suite Count",
			    U16, DEC, .traits = LE, .help = "How many", .ref = "WPA 2.0"},
	[WPA_AKMS_LIST] = {"wlan.wfa.ie.wpa.akms.list", "Auth Key Management (AKM) List", NONE,
			   .help = "All of them", .ref = "WPA 2.0"},
	[WPA_AKMS] = {"wlan.wfa.ie.wpa.akms", "Auth Key Management (AKM) Suite", U32, DEC,
		      .help = "How keys are agreed on", .ref = "WPA 2.0"},
	[WPA_AKMS_OUI] = {"wlan.wfa.ie.wpa.akms.oui", "Auth Key Management (AKM) OUI", U24, OUI,
			  AT(0, 24), .under = WPA_AKMS, .help = "Who defined it", .ref = "WPA 2.0"},
	[WPA_AKMS_TYPE] = {"wlan.wfa.ie.wpa.type", "Auth Key Management (AKM) type", U8, DEC,
			   AT(24, 8), .under = WPA_AKMS, WORDS(wfa_ie_wpa_types),
			   .help = "Which it is", .ref = "WPA 2.0"},
};

/* "00:0f:ac (Ieee 802.11) PSK" */
static void put_suite(struct walk *w, struct cursor *c, unsigned row, uint32_t list)
{
	struct cursor peek = *c;
	uint32_t oui = u24(&peek);
	unsigned type = u8(&peek);
	const char *vendor = session_vendor(w->session, oui);
	const char *name =
		oui == RSN_OUI || oui == MICROSOFT ? word_for(fields[row + 2].words, type) : NULL;
	struct text t = {0};

	text_format(&t, " %02x:%02x:%02x", oui >> 16, oui >> 8 & 255, oui & 255);
	if (vendor)
		text_format(&t, " (%s)", vendor);
	text_format(&t, " %s", name ? name : "Unknown");
	if (!name)
		text_format(&t, " %u", type);
	text_char(&t, '\0');
	put(w, c, row, 4);
	label_whole(w, "%s:%s", fields[row].label, t.p);
	label_tail_of(w, list, "%s", t.p);
	text_close(&t);
}

static void put_suites(struct walk *w, struct cursor *c, unsigned count_row)
{
	unsigned n = (unsigned)put(w, c, count_row, 2);
	struct cursor suites = cursor_first(*c, 4 * n);
	uint32_t list = open_group(w, &suites, count_row + 1, 4 * n);

	while (suites.left.cap >= 4)
		put_suite(w, &suites, count_row + 2, list);
	shut_group(w, list, NULL);
	cursor_take(c, 4 * n);
}

static void put_rsn(struct walk *w, struct cursor *c)
{
	put(w, c, RSN, 2);
	if (c->left.wire >= 4)
		put_suite(w, c, GCS, NO_NODE);
	if (c->left.wire >= 2)
		put_suites(w, c, PCS_COUNT);
	if (c->left.wire >= 2)
		put_suites(w, c, AKMS_COUNT);
	if (c->left.wire >= 2)
		put(w, c, RSN_CAP, 2);
	if (c->left.wire >= 2)
		cursor_take(c, 16 * (uint32_t)put(w, c, PMKIDS, 2));
	if (c->left.wire >= 4)
		put_suite(w, c, GMCS, NO_NODE);
}

/* What came before RSN: the same, shorter. */
static void put_wpa(struct walk *w, struct cursor *c)
{
	put(w, c, WPA, 2);
	if (c->left.wire >= 4)
		put_suite(w, c, WPA_MCS, NO_NODE);
	if (c->left.wire >= 2)
		put_suites(w, c, WPA_UCS_COUNT);
	if (c->left.wire >= 2)
		put_suites(w, c, WPA_AKMS_COUNT);
}

/* An element from its head on. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned number = u8(c);

	(void)l;
	u8(c);
	if (number == TAG_RSN) {
		put_rsn(w, c);
		return;
	}
	cursor_take(c, VENDOR_HEAD);
	put_wpa(w, c);
}

static const struct hang hangs[] = {{"wlan.tag.number", TAG_RSN}, {"wlan.wfa.type", TYPE_WPA}, {0}};

const struct proto proto_wlan_rsn = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.4.2.24",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
