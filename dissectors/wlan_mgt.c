/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: what management frames carry, parameters at fixed places and tagged elements. */
/* IEEE Std 802.11-2020, 9.3.3 (frames), 9.4.1 (parameters), 9.4.2 (elements). */
#include "shared/wifi.h"

enum {
	MGT,
	FIXED,
	STAMP,
	INTERVAL,
	CAPABILITIES,
	C_ESS,
	C_IBSS,
	C_RESERVED1,
	C_RESERVED2,
	C_PRIVACY,
	C_SHORT_PREAMBLE,
	C_RESERVED3,
	C_RESERVED4,
	C_SPEC_MAN,
	C_QOS,
	C_SHORT_SLOT_TIME,
	C_APSD,
	C_RADIO_MEASUREMENT,
	C_EPD,
	C_RESERVED5,
	C_RESERVED6,
	LISTEN,
	CURRENT_AP,
	ALGORITHM,
	AUTH_SEQ,
	STATUS,
	REASON,
	SLICES,
	AID,
	CATEGORY,
	TAGGED,
	TAG,
	NUMBER,
	LENGTH,
	BAD_LENGTH,
	SSID,
	DATA,
	MESH_ID,
};

struct state {
	uint64_t interval; /* of beacons */
	uint64_t ssid;     /* its place in the layer, and octets, as one number */
	uint64_t mesh;     /* the same of the mesh's name */
};

enum {
	ASSOC_REQUEST,
	ASSOC_RESPONSE,
	REASSOC_REQUEST,
	REASSOC_RESPONSE,
	PROBE_REQUEST,
	PROBE_RESPONSE,
	BEACON = 8,
	ATIM,
	DISASSOCIATE,
	AUTHENTICATE,
	DEAUTHENTICATE,
	ACTION,
	ACTION_NO_ACK,
	N_SUBTYPES = 16
};

enum { TAG_SSID, TAG_MESH_ID = 114, TAG_EXT = 127 };
#define ANY 255

#define HEAD 2 /* of an element */
static const struct word fixed_capabilities_esss[] = {
	{0, "Transmitter is a STA"},
	{1, "Transmitter is an AP"},
};
static const struct word fixed_capabilities_ibsss[] = {
	{0, "Transmitter belongs to a BSS"},
	{1, "Transmitter belongs to an IBSS"},
};
static const struct word fixed_capabilities_privacys[] = {
	{0, "Data confidentiality not required"},
	{1, "Data confidentiality required"},
};
static const struct word fixed_capabilities_short_preambles[] = {
	{0, "Not Allowed"},
	{1, "Allowed"},
};
static const struct word fixed_capabilities_spec_mans[] = {
	{0, "Not Implemented"},
	{1, "Implemented"},
};
static const struct word fixed_capabilities_short_slot_times[] = {
	{0, "Not in use"},
	{1, "In use"},
};
static const struct word fixed_auth_algs[] = {
	{0, "Open System"},
	{1, "Shared key"},
	{2, "Fast BSS Transition"},
	{3, "Simultaneous Authentication of Equals (SAE)"},
	{4, "FILS Shared Key authentication without PFS"},
	{5, "FILS Shared Key authentication with PFS"},
	{6, "FILS Public Key authentication"},
	{7, "Pre-Association Security Negotiation (PASN)"},
	{128, "Network EAP"},
};
static const struct word fixed_status_codes[] = {
	{0, "Successful"},
	{1, "Unspecified failure"},
	{2, "TDLS wakeup schedule rejected but alternative schedule provided"},
	{3, "TDLS wakeup schedule rejected"},
	{4, "Reserved"},
	{5, "Security disabled"},
	{6, "Unacceptable lifetime"},
	{7, "Not in same BSS"},
	{8, "Reserved"},
	{9, "Reserved"},
	{10, "Cannot support all requested capabilities in the Capability Information field"},
	{11, "Reassociation denied due to inability to confirm that association exists"},
	{12, "Association denied due to reason outside the scope of this standard"},
	{13, "Responding STA does not support the specified authentication algorithm"},
	{14, "Received an Authentication frame with authentication transaction sequence number out "
	     "of expected sequence"},
	{15, "Authentication rejected because of challenge failure"},
	{16, "Authentication rejected due to timeout waiting for next frame in sequence"},
	{17, "Association denied because AP is unable to handle additional associated STAs"},
	{18, "Association denied due to requesting STA not supporting all of the data rates in the "
	     "BSSBasicRateSet parameter, the Basic HT-MCS Set field of the HT Operation parameter, "
	     "or the Basic VHT-MCS and NSS Set field in the VHT Operation parameter"},
	{19, "Association denied due to requesting STA not supporting the short preamble option"},
	{20, "Reserved"},
	{21, "Reserved"},
	{22, "Association request rejected because spectrum management capability is required"},
	{23, "Association request rejected because the information in the Power Capability element "
	     "is unacceptable"},
	{24, "Association request rejected because the information in the Supported Channels "
	     "element is unacceptable"},
	{25, "Association denied due to requesting STA not supporting short slot time"},
	{26, "Reserved"},
	{27, "Association denied because the requesting STA does not support HT features"},
	{28, "R0KH unreachable"},
	{29, "Reserved"},
	{30, "Association request rejected temporarily; try again later"},
	{31, "Robust management frame policy violation"},
	{32, "Unspecified, QoS-related failure"},
	{33, "Association denied because QoS AP or PCP has insufficient bandwidth to handle "
	     "another QoS STA"},
	{34, "Association denied due to excessive frame loss rates and/ or poor conditions on "
	     "current operating channel"},
	{35, "Association (with QoS BSS) denied because the requesting STA does not support the "
	     "QoS facility"},
	{36, "Reserved"},
	{37, "The request has been declined"},
	{38, "The request has not been successful as one or more parameters have invalid values"},
	{39,
	 "The allocation or TS has not been created because the request cannot be honored; "
	 "however, a suggested TSPEC/DMG TSPEC is provided so that the initiating STA can attempt "
	 "to set another allocation or TS with the suggested changes to the TSPEC/DMG TSPEC"},
	{40, "Invalid element, i.e., an element defined in this standard for which the content "
	     "does not meet the specifications in Clause 9 (Frame formats)"},
	{41, "Invalid group cipher"},
	{42, "Invalid pairwise cipher"},
	{43, "Invalid AKMP"},
	{44, "Unsupported RSNE version"},
	{45, "Invalid RSNE capabilities"},
	{46, "Cipher suite rejected because of security policy"},
	{47, "The TS or allocation has not been created; however, the HC or PCP might be capable "
	     "of creating a TS or allocation, in response to a request, after the time indicated "
	     "in the TS Delay element"},
	{48, "Reserved"},
	{49, "The Destination STA is not present within this BSS"},
	{50, "The Destination STA is not a QoS STA"},
	{51, "Association denied because the listen interval is too large"},
	{52, "Invalid FT Action frame count"},
	{53, "Invalid pairwise master key identifier (PMKID)"},
	{54, "Invalid MDE"},
	{55, "Invalid FTE"},
	{56, "Requested TCLAS processing is not supported by the AP or PCP"},
	{57, "The AP or PCP has insufficient TCLAS processing resources to satisfy the request"},
	{58, "The TS has not been created because the request cannot be honored; however, the HC "
	     "or PCP suggests that the STA transition to a different BSS to set up the TS"},
	{59, "GAS advertisement protocol not supported"},
	{60, "No outstanding GAS request"},
	{61, "GAS response not received from the advertisement server"},
	{62, "STA timed out waiting for GAS query response"},
	{63, "GAS response is larger than query response length limit"},
	{64, "Request refused because home network does not support request"},
	{65, "Advertisement server in the network is not currently reachable"},
	{66, "Reserved"},
	{67, "Request refused due to permissions received via SSPN interface"},
	{68, "Request refused because the AP or PCP does not support unauthenticated access"},
	{69, "Reserved"},
	{70, "Reserved"},
	{71, "Reserved"},
	{72, "Invalid contents of RSNE, other than unsupported RSNE version or invalid RSNE "
	     "capabilities, AKMP or pairwise cipher"},
	{73, "U-APSD coexistence is not supported"},
	{74, "Requested U-APSD coexistence mode is not supported"},
	{75, "Requested interval/duration value cannot be supported with U-APSD coexistence"},
	{76, "Authentication is rejected because an anti-clogging token is required"},
	{77, "Authentication is rejected because the offered finite cyclic group is not supported"},
	{78, "The TBTT adjustment request has not been successful because the STA could not find "
	     "an alternative TBTT"},
	{79, "Transmission failure"},
	{80, "Requested TCLAS not supported"},
	{81, "TCLAS resources exhausted"},
	{82, "Rejected with suggested BSS transition"},
	{83, "Reject with recommended schedule"},
	{84, "Reject because no wakeup schedule specified"},
	{85, "Success, the destination STA is in power save mode"},
	{86, "FST pending, in process of admitting FST session"},
	{87, "Performing FST now"},
	{88, "FST pending, gap(s) in block ack window"},
	{89, "Reject because of U-PID setting"},
	{90, "Reserved"},
	{91, "Reserved"},
	{92, "(Re)Association refused for some external reason"},
	{93, "(Re)Association refused because of memory limits at the AP"},
	{94, "(Re)Association refused because emergency services are not supported at the AP"},
	{95, "GAS query response not yet received"},
	{96, "Reject since the request is for transition to a frequency band subject to DSE "
	     "procedures and FST Initiator is a dependent STA"},
	{97, "Requested TCLAS processing has been terminated by the AP"},
	{98, "The TS schedule conflicts with an existing schedule; an alternative schedule is "
	     "provided"},
	{99, "The association has been denied; however, one or more Multi-band elements are "
	     "included that can be used by the receiving STA to join the BSS"},
	{100, "The request failed due to a reservation conflict"},
	{101, "The request failed due to exceeded MAF limit"},
	{102, "The request failed due to exceeded MCCA track limit"},
	{103, "Association denied because the information in the Spectrum Management field is "
	      "unacceptable"},
	{104, "Association denied because the requesting STA does not support VHT features"},
	{105, "Enablement denied"},
	{106, "Enablement denied due to restriction from an authorized GDB"},
	{107, "Authorization deenabled"},
	{108, "Re(association) refused or disassociated because energy limited operation is not "
	      "supported at the AP"},
	{109, "BlockAck negotiation refused because, due to buffer constraints and other "
	      "unspecified reasons, the recipient prefers to generate only NDP BlockAck frames"},
	{110, "Association denied/disassociated because the suggested value for max away duration "
	      "is unacceptable"},
	{111, "Re(association) refused or disassociated because flow control operation is not "
	      "supported by the non-AP STA"},
	{112, "Authentication rejected due to FILS authentication failure"},
	{113, "Authentication rejected due to unknown Authentication Server"},
	{114, "Reserved"},
	{115, "Reserved"},
	{116, "Request denied because the allocation of notification period is failed"},
	{117, "Request denied because the request of channel splitting is failed"},
	{118, "Request denied because the allocation request is failed"},
	{119, "Association denied because the requesting STA does not support CMMG features"},
	{120, "The requested GAS fragment is not available"},
	{121, "Success, the CAG Version provided by the requesting STA is the same as the latest "
	      "CAG Version provided by the relevant server"},
	{122, "The STA is not authorized to use GLK per local policy"},
	{123, "Authentication rejected because the password identifier is unknown"},
	{124, "Requested TCLAS processing has been terminated by the AP due to insufficient QoS "
	      "capacity"},
	{125, "Requested TCLAS processing has been terminated by the AP due to conflict with "
	      "higher layer QoS policies"},
	{126, "SAE authentication uses direct hashing, instead of looping, to obtain the PWE"},
	{127, "Reserved"},
};
static const struct word fixed_reason_codes[] = {
	{1, "Unspecified reason"},
	{2, "Previous authentication no longer valid"},
	{3, "Deauthenticated because sending STA is leaving (or has left) the BSS"},
	{4, "Disassociated due to inactivity"},
	{5, "Disassociated because AP is unable to handle all currently associated STAs"},
	{6, "Class 2 frame received from nonauthenticated STA"},
	{7, "Class 3 frame received from nonassociated STA"},
	{8, "Disassociated because sending STA is leaving (or has left) BSS"},
	{9, "STA requesting (re)association is not authenticated with responding STA"},
	{10,
	 "Disassociated because the information in the Power Capability element is unacceptable"},
	{11,
	 "Disassociated because the information in the Supported Channels element is unacceptable"},
	{12, "Disassociated due to BSS transition management"},
	{13, "Invalid information element, i.e., an information element defined in this standard "
	     "for which the content does not meet the specifications in Clause 9"},
	{14, "Message integrity code (MIC) failure"},
	{15, "4-way handshake timeout"},
	{16, "Group key handshake timeout"},
	{17, "Element in 4-way handshake different from (Re)Association Request/Probe "
	     "Response/Beacon frame"},
	{18, "Invalid group cipher"},
	{19, "Invalid pairwise cipher"},
	{20, "Invalid AKMP"},
	{21, "Unsupported RSNE version"},
	{22, "Invalid RSNE capabilities"},
	{23, "IEEE 802.1X authentication failed"},
	{24, "Cipher suite rejected because of the security policy"},
	{25, "TDLS direct-link teardown due to TDLS peer STA unreachable via the TDLS direct link"},
	{26, "TDLS direct-link teardown for unspecified reason"},
	{27, "Disassociated because session terminated by SSP request"},
	{28, "Disassociated because of lack of SSP roaming agreement"},
	{29, "Requested service rejected because of SSP cipher suite or AKM requirement "},
	{30, "Requested service not authorized in this location"},
	{31, "TS deleted because QoS AP lacks sufficient bandwidth for this QoS STA due to a "
	     "change in BSS service characteristics or operational mode"},
	{32, "Disassociated for unspecified, QoS-related reason"},
	{33, "Disassociated because QoS AP lacks sufficient bandwidth for this QoS STA"},
	{34, "Disassociated because excessive number of frames need to be acknowledged, but are "
	     "not acknowledged due to AP transmissions and/or poor channel conditions"},
	{35, "Disassociated because STA is transmitting outside the limits of its TXOPs"},
	{36, "Requested from peer STA as the STA is leaving the BSS (or resetting)"},
	{37, "Requesting STA is no longer using the stream or session"},
	{38, "Requesting STA received frames using a mechanism for which a setup has not been "
	     "completed"},
	{39, "Requested from peer STA due to timeout"},
	{46, "Disassociated because authorized access limit reached"},
	{47, "Disassociated due to external service requirements"},
	{48, "Invalid FT Action frame count"},
	{49, "Invalid pairwise master key identifier (PMKID)"},
	{50, "Invalid MDE"},
	{51, "Invalid FTE"},
	{52, "Mesh peering canceled for unknown reasons"},
	{53, "The mesh STA has reached the supported maximum number of peer mesh STAs"},
	{54, "The received information violates the Mesh Configuration policy configured in the "
	     "mesh STA profile"},
	{55, "The mesh STA has received a Mesh Peering Close message requesting to close the mesh "
	     "peering"},
	{56, "The mesh STA has re-sent dot11MeshMaxRetries Mesh Peering Open messages, without "
	     "receiving a Mesh Peering Confirm message"},
	{57, "The confirmTimer for the mesh peering instance times out"},
	{58,
	 "The mesh STA fails to unwrap the GTK or the values in the wrapped contents do not match"},
	{59, "The mesh STA receives inconsistent information about the mesh parameters between "
	     "Mesh Peering Management frames"},
	{60, "The mesh STA fails the authenticated mesh peering exchange because due to failure in "
	     "selecting either the pairwise ciphersuite or group ciphersuite"},
	{61, "The mesh STA does not have proxy information for this external destination"},
	{62, "The mesh STA does not have forwarding information for this destination"},
	{63, "The mesh STA determines that the link to the next hop of an active path in its "
	     "forwarding information is no longer usable"},
	{64,
	 "The Deauthentication frame was sent because the MAC address of the STA already exists in "
	 "the mesh BSS. See 11.3.3 (Additional mechanisms for an AP collocated with a mesh STA)"},
	{65, "The mesh STA performs channel switch to meet regulatory requirements"},
	{66, "The mesh STA performs channel switch with unspecified reason"},
	{67, "Transmission link establishment in alternative channel failed"},
	{68, "The alternative channel is occupied"},
	{71, "Disassociated due to poor RSSI"},
};
static const struct word fixed_category_codes[] = {
	{0, "Spectrum Management (SM)"},
	{1, "Quality of Service (QoS)"},
	{2, "Direct-Link Setup (DLS)"},
	{3, "Block Ack"},
	{4, "Public Action"},
	{5, "Radio Measurement"},
	{6, "Fast BSS Transition"},
	{7, "High Throughput"},
	{8, "SA Query"},
	{9, "Protected Dual of Public Action"},
	{10, "WNM"},
	{11, "Unprotected WNM"},
	{12, "TDLS"},
	{13, "MESH"},
	{14, "Multihop"},
	{15, "Self-protected"},
	{16, "DMG"},
	{17, "Management Notification"},
	{18, "Fast Session Transfer"},
	{19, "Robust AV Streaming"},
	{20, "Unprotected DMG"},
	{21, "VHT"},
	{22, "S1G"},
	{23, "S1G Relay"},
	{24, "Flow Control"},
	{25, "Control Response MCS Negotiation"},
	{26, "FILS"},
	{30, "HE"},
	{31, "Protected HE"},
	{34, "Protected FTM"},
	{126, "Vendor-specific Protected"},
	{127, "Vendor Specific"},
	{128, "Spectrum Management (SM) (error)"},
	{129, "Quality of Service (QoS (error))"},
	{130, "Direct-Link Setup (DLS) (error)"},
	{131, "Block Ack (error)"},
	{132, "Public Action (error)"},
	{133, "Radio Measurement (error)"},
	{134, "Fast BSS Transition (error)"},
	{135, "High Throughput (error)"},
	{136, "SA Query (error)"},
	{137, "Protected Dual of Public Action (error)"},
	{138, "WNM (error)"},
	{139, "Unprotected WNM (error)"},
	{140, "TDLS (error)"},
	{141, "Mesh (error)"},
	{142, "Multihop (error)"},
	{143, "Self-protected (error)"},
	{144, "DMG (error)"},
	{145, "Management Notification (error)"},
	{146, "Fast Session Transfer (error)"},
	{147, "Robust AV Streaming (error)"},
	{148, "Unprotected DMG (error)"},
	{149, "VHT (error)"},
	{158, "HE (error)"},
	{159, "Protected HE (error)"},
	{162, "Protected FTM (error)"},
	{254, "Vendor-specific Protected (error)"},
	{255, "Vendor Specific (error)"},
};
static const struct word tag_numbers[] = {
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

/* Units of 1024 us. */
static void form_interval(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u.%06u [Seconds]", (unsigned)(n->u * 1024 / 1000000),
		    (unsigned)(n->u * 1024 % 1000000));
}

/* The network's name in quotes; as octets when it is nothing but zeros. */
static void put_name(struct text *t, struct span name, const char *none)
{
	if (!name.cap)
		text_put(t, none);
	else if (span_is_zero(name, name.cap))
		text_hex_bytes(t, name.p, name.cap, '\0');
	else
		text_format(t, "\"%.*s\"", (int)name.cap, (const char *)name.p);
}

static void form_ssid(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	put_name(t, (struct span){n->p, n->size, n->size}, "<MISSING>");
}

static const struct field fields[] = {
	[MGT] = {"wlan.mgt", "IEEE 802.11 Wireless Management", PROTO, .traits = BORROWED},
	[FIXED] = {"wlan.fixed.all", "Fixed parameters", NONE,
		   .help = "What frames of that kind begin with", .ref = "9.3.3"},
	[STAMP] = {"wlan.fixed.timestamp", "Timestamp", U64, DEC, .traits = LE,
		   .help = "The clock of the cell, in us", .ref = "9.4.1.10"},
	[INTERVAL] = {"wlan.fixed.beacon", "Beacon Interval", U16, DEC, .traits = LE,
		      .form = form_interval, .help = "From beacon to beacon, in 1024 us",
		      .ref = "9.4.1.3"},
	[CAPABILITIES] = {"wlan.fixed.capabilities", "Capabilities Information", U16, HEX,
			  .traits = LE, .help = "What the sender can", .ref = "9.4.1.4"},
	[C_ESS] = {"wlan.fixed.capabilities.ess", "ESS capabilities", BOOL, AT(0, 1), BOX(16, 15),
		   .under = CAPABILITIES, .traits = LE, WORDS(fixed_capabilities_esss),
		   .help = "Is an access point", .ref = "9.4.1.4"},
	[C_IBSS] = {"wlan.fixed.capabilities.ibss", "IBSS status", BOOL, AT(1, 1), BOX(16, 14),
		    .under = CAPABILITIES, .traits = LE, WORDS(fixed_capabilities_ibsss),
		    .help = "Is of an independent cell", .ref = "9.4.1.4"},
	[C_RESERVED1] = {"wlan.fixed.capabilities.reserved1", "Reserved", U16, DEC, AT(2, 1),
			 BOX(16, 13), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[C_RESERVED2] = {"wlan.fixed.capabilities.reserved2", "Reserved", U16, DEC, AT(3, 1),
			 BOX(16, 12), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[C_PRIVACY] = {"wlan.fixed.capabilities.privacy", "Privacy", BOOL, AT(4, 1), BOX(16, 11),
		       .under = CAPABILITIES, .traits = LE, WORDS(fixed_capabilities_privacys),
		       .help = "Encrypts", .ref = "9.4.1.4"},
	[C_SHORT_PREAMBLE] = {"wlan.fixed.capabilities.short_preamble", "Short Preamble", BOOL,
			      AT(5, 1), BOX(16, 10), .under = CAPABILITIES, .traits = LE,
			      WORDS(fixed_capabilities_short_preambles),
			      .help = "Uses short preambles", .ref = "9.4.1.4"},
	[C_RESERVED3] = {"wlan.fixed.capabilities.reserved3", "Reserved", U16, DEC, AT(6, 1),
			 BOX(16, 9), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[C_RESERVED4] = {"wlan.fixed.capabilities.reserved4", "Reserved", U16, DEC, AT(7, 1),
			 BOX(16, 8), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[C_SPEC_MAN] = {"wlan.fixed.capabilities.spec_man", "Spectrum Management", BOOL, AT(8, 1),
			BOX(16, 7), .under = CAPABILITIES, .traits = LE,
			WORDS(fixed_capabilities_spec_mans), .help = "Manages the spectrum",
			.ref = "9.4.1.4"},
	[C_QOS] = {"wlan.fixed.capabilities.qos", "QoS", BOOL, AT(9, 1), BOX(16, 6),
		   .under = CAPABILITIES, .traits = LE, WORDS(fixed_capabilities_spec_mans),
		   .help = "Knows classes of traffic", .ref = "9.4.1.4"},
	[C_SHORT_SLOT_TIME] = {"wlan.fixed.capabilities.short_slot_time", "Short Slot Time", BOOL,
			       AT(10, 1), BOX(16, 5), .under = CAPABILITIES, .traits = LE,
			       WORDS(fixed_capabilities_short_slot_times),
			       .help = "Uses short slots", .ref = "9.4.1.4"},
	[C_APSD] = {"wlan.fixed.capabilities.apsd", "Automatic Power Save Delivery", BOOL,
		    AT(11, 1), BOX(16, 4), .under = CAPABILITIES, .traits = LE,
		    WORDS(fixed_capabilities_spec_mans), .help = "Delivers to sleepers by itself",
		    .ref = "9.4.1.4"},
	[C_RADIO_MEASUREMENT] = {"wlan.fixed.capabilities.radio_measurement", "Radio Measurement",
				 BOOL, AT(12, 1), BOX(16, 3), .under = CAPABILITIES, .traits = LE,
				 WORDS(fixed_capabilities_spec_mans), .help = "Measures",
				 .ref = "9.4.1.4"},
	[C_EPD] = {"wlan.fixed.capabilities.epd", "EPD", BOOL, AT(13, 1), BOX(16, 2),
		   .under = CAPABILITIES, .traits = LE, WORDS(fixed_capabilities_spec_mans),
		   .help = "Knows EtherTypes without LLC", .ref = "9.4.1.4"},
	[C_RESERVED5] = {"wlan.fixed.capabilities.reserved5", "Reserved", U16, DEC, AT(14, 1),
			 BOX(16, 1), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[C_RESERVED6] = {"wlan.fixed.capabilities.reserved6", "Reserved", U16, DEC, AT(15, 1),
			 BOX(16, 0), .under = CAPABILITIES, .traits = LE, .help = "Nothing",
			 .ref = "9.4.1.4"},
	[LISTEN] = {"wlan.fixed.listen_ival", "Listen Interval", U16, HEX, .traits = LE,
		    .help = "How often it wakes up", .ref = "9.4.1.6"},
	[CURRENT_AP] = {"wlan.fixed.current_ap", "Current AP", ETHER, .help = "Where it comes from",
			.ref = "9.4.1.5"},
	[ALGORITHM] = {"wlan.fixed.auth.alg", "Authentication Algorithm", U16, DEC, .traits = LE,
		       WORDS(fixed_auth_algs), .help = "How to prove who one is", .ref = "9.4.1.1"},
	[AUTH_SEQ] = {"wlan.fixed.auth_seq", "Authentication SEQ", U16, HEX, .traits = LE,
		      .help = "Which step of it", .ref = "9.4.1.2"},
	[STATUS] = {"wlan.fixed.status_code", "Status code", U16, HEX, .traits = LE,
		    WORDS(fixed_status_codes), .help = "Whether it was granted", .ref = "9.4.1.9"},
	[REASON] = {"wlan.fixed.reason_code", "Reason code", U16, HEX, .traits = LE,
		    WORDS(fixed_reason_codes), .help = "Why it ends", .ref = "9.4.1.7"},
	[SLICES] = {"text", "Slices", HEADING},
	[AID] = {"wlan.fixed.aid", "Association ID", U16, HEX, AT(0, 14), BOX(16, 2),
		 .under = SLICES, .traits = LE, .help = "Number of the association",
		 .ref = "9.4.1.8"},
	[CATEGORY] = {"wlan.fixed.category_code", "Category code", U16, DEC,
		      WORDS(fixed_category_codes), .help = "What the action is about",
		      .ref = "9.4.1.11"},
	[TAGGED] = {"wlan.tagged.all", "Tagged parameters", NONE,
		    .help = "The elements that follow", .ref = "9.4.2"},
	[TAG] = {"wlan.tag", "Tag", NONE, .help = "One of them", .ref = "9.4.2.1"},
	[NUMBER] = {"wlan.tag.number", "Tag Number", U8, DEC, WORDS(tag_numbers),
		    .help = "Which element", .ref = "9.4.2.1"},
	[LENGTH] = {"wlan.tag.length", "Tag length", U32, DEC, .help = "Octets that follow",
		    .ref = "9.4.2.1"},
	[BAD_LENGTH] = EXPERT("wlan.tag.length.bad", "Bad tag length", ERROR, G_MALFORMED),
	[SSID] = {"wlan.ssid", "SSID", BYTES, .form = form_ssid, .help = "Name of the network",
		  .ref = "9.4.2.2"},
	[DATA] = {"wlan.tag.data", "Tag Data", BYTES, .help = "What nobody knows",
		  .ref = "9.4.2.1"},
	[MESH_ID] = {"wlan.mesh.id", "Mesh ID", STRING, .help = "Name of the mesh",
		     .ref = "9.4.2.98"},
};

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct state));
}

static struct state *state_of(const struct walk *w)
{
	return (struct state *)w->now->state;
}

/* --- elements --- */

/* Words behind the element's own line. */
static void say(struct walk *w, uint32_t tag, const char *what)
{
	label_tail_of(w, tag, ": %s", what);
}

static void put_ssid(struct walk *w, struct cursor *c, uint32_t tag)
{
	struct state *s = state_of(w);
	struct span name = c->left;
	struct text t = {0};

	if (name.cap < name.wire) {
		cursor_fail(c, name.wire);
		return;
	}
	if (s->ssid == ABSENT)
		s->ssid = (uint64_t)(c->at - w->now->at) << 8 | name.cap;
	put(w, c, SSID, name.wire);
	put_name(&t, name, "Wildcard SSID");
	text_char(&t, '\0');
	say(w, tag, t.p);
	text_close(&t);
}

static void put_mesh_id(struct walk *w, struct cursor *c, uint32_t tag)
{
	struct state *s = state_of(w);
	struct span name = c->left;

	s->mesh = (uint64_t)(c->at - w->now->at) << 8 | name.cap;
	label_tail_of(w, tag, ": %.*s", (int)name.cap, (const char *)name.p);
	put(w, c, MESH_ID, name.wire);
}

/* Octets that elements must have, and how the note about others goes on behind their number. */
static const struct limit {
	uint8_t number, least, most;
	const char *what, *wrong;
} limits[] = {
	{1, 1, ANY, "Tag length", "too short, must be greater than 0"},
	{3, 1, 1, "Tag length", "wrong, must be = 1"},
	{5, 4, ANY, "Tag length", "too short for Non-S1G frame, must be >= 4"},
	{7, 6, ANY, "Tag length", "too short, must be >= 6"},
	{33, 2, 2, "Tag Length", "wrong, must be = 2"},
	{42, 1, 1, "Tag Length", "wrong, must be = 1"},
	{45, 26, 26, "HT Capabilities IE length", "wrong, must be = 26"},
	{47, 1, 1, "Tag Length", "wrong, must be = 1"},
	{48, 2, ANY, "Tag Length", "wrong, must be >= 2"},
	{50, 1, ANY, "Tag length", "too short, must be greater than 0"},
	{61, 22, ANY, "HT Information IE content length", "wrong, must be at least 22 bytes"},
	{127, 1, ANY, "Tag length", "too short, must be greater than 0"},
	{191, 12, 12, "VHT Capabilities IE length", "wrong, must be = 12"},
	{192, 5, 5, "VHT Operation IE length", "wrong, must be = 5"},
	{221, 3, ANY, "Tag Length", "wrong, must be >= 3"},
};

/* Notes under the length put last that such an element can't have it. */
static bool is_bad_length(struct walk *w, unsigned number, unsigned len)
{
	const struct limit *x = limits;

	while (x < limits + COUNT(limits) && x->number != number)
		x++;
	if (x == limits + COUNT(limits) || (len >= x->least && len <= x->most))
		return false;
	expert(w, BAD_LENGTH, "%s %u %s", x->what, len, x->wrong);
	return true;
}

/* `whole` begins with the element's head, which parts pass over for themselves. */
static struct cursor put_element(struct walk *w, unsigned number, struct cursor whole, uint32_t tag)
{
	const struct plan *part = next_by(w->now, number);
	struct cursor body = whole;

	cursor_take(&body, HEAD);
	if (number == TAG_SSID) {
		put_ssid(w, &body, tag);
	} else if (!body.left.wire) {
		return body;
	} else if (number == TAG_MESH_ID) {
		put_mesh_id(w, &body, tag);
	} else if (part) {
		w->last = tag;
		body = walk_part(w, part, whole);
	} else {
		put(w, &body, DATA, body.left.wire);
	}
	return body;
}

static void put_tags(struct walk *w, struct cursor *c)
{
	uint32_t all = open_group(w, c, TAGGED, c->left.cap);

	label_tail(w, " (%u bytes)", c->left.wire);
	while (c->left.wire >= HEAD && !c->bad && !w->r.trouble) {
		struct cursor peek = *c, whole;
		unsigned number = u8(&peek), len = u8(&peek);
		const char *name = word_for(fields[NUMBER].words, number);
		uint32_t tag;

		if (peek.bad) {
			cursor_fail(c, HEAD);
			break;
		}
		whole = cursor_first(*c, HEAD + len);
		tag = open_group(w, c, TAG, HEAD + len);

		label_tail_of(w, tag, ": %s", name ? name : "Unknown");
		if (number == TAG_EXT && len)
			label_tail_of(w, tag, " (%u octet%s)", len, len == 1 ? "" : "s");
		put(w, c, NUMBER, 1);
		put(w, c, LENGTH, 1);
		if (len > c->left.cap) {
			cursor_fail(c, len);
		} else {
			cursor_take(c, len);
			if (!is_bad_length(w, number, len))
				c->bad = put_element(w, number, whole, tag).bad;
		}
		shut_group(w, tag, NULL);
	}
	shut_group(w, all, NULL);
}

/* --- what stands at fixed places --- */

static const struct part beacon_parts[] = {{STAMP, 8}, {INTERVAL, 2}, {CAPABILITIES, 2}, {0}};
static const struct part request_parts[] = {{CAPABILITIES, 2}, {LISTEN, 2}, {0}};
static const struct part again_parts[] = {{CAPABILITIES, 2}, {LISTEN, 2}, {CURRENT_AP, 6}, {0}};
static const struct part response_parts[] = {{CAPABILITIES, 2}, {STATUS, 2}, {0}};
static const struct part reason_parts[] = {{REASON, 2}, {0}};
static const struct part auth_parts[] = {{ALGORITHM, 2}, {AUTH_SEQ, 2}, {STATUS, 2}, {0}};
static const struct part action_parts[] = {{CATEGORY, 1}, {0}};

static const struct fixed {
	const struct part *parts;
	uint8_t octets;
} fixed[N_SUBTYPES] = {
	[ASSOC_REQUEST] = {request_parts, 4},  [ASSOC_RESPONSE] = {response_parts, 6},
	[REASSOC_REQUEST] = {again_parts, 10}, [REASSOC_RESPONSE] = {response_parts, 6},
	[PROBE_RESPONSE] = {beacon_parts, 12}, [BEACON] = {beacon_parts, 12},
	[DISASSOCIATE] = {reason_parts, 2},    [AUTHENTICATE] = {auth_parts, 6},
	[DEAUTHENTICATE] = {reason_parts, 2},  [ACTION] = {action_parts, 1},
	[ACTION_NO_ACK] = {action_parts, 1},
};

static void put_aid(struct walk *w, struct cursor *c)
{
	struct cursor at = *c;

	cursor_take(c, 2);
	put_slice(w, at, AID, 2);
}

static void put_fixed(struct walk *w, struct cursor *c, unsigned subtype)
{
	const struct fixed *f = &fixed[subtype];
	bool action = f->parts == action_parts;
	struct cursor peek = *c;
	uint32_t group;

	if (!f->parts)
		return;
	if (f->parts == beacon_parts) {
		u64(&peek);
		state_of(w)->interval = le16(&peek);
	}
	group = open_group(w, c, FIXED, f->octets);
	if (!action)
		label_tail(w, " (%u bytes)", f->octets);
	put_rows(w, c, f->parts);
	if (f->parts == response_parts)
		put_aid(w, c);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned subtype = (unsigned)span_bits(l->parent->bytes, 0, 4, false);

	l->nameless = l->follows = true;
	put_fixed(w, c, subtype);
	if (subtype == ACTION || subtype == ACTION_NO_ACK || c->bad)
		return;
	if (c->left.wire)
		put_tags(w, c);
}

static struct span name_at(const struct layer *l, uint64_t place)
{
	return span_first(span_skip(l->bytes, (uint32_t)(place >> 8)), place & 255);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct span name;

	(void)r;
	if (s->interval != ABSENT)
		text_format(t, ", BI=%u", (unsigned)s->interval);
	if (s->ssid != ABSENT) {
		text_put(t, ", SSID=");
		put_name(t, name_at(l, s->ssid), "Wildcard (Broadcast)");
	}
	if (s->mesh != ABSENT) {
		name = name_at(l, s->mesh);
		text_format(t, ", MESHID=%.*s", (int)name.cap, (const char *)name.p);
	}
}

static const struct hang hangs[] = {{"wlan.type", 0}, {0}};

const struct proto proto_wlan_mgt = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "wlan.tag.number", .row = NUMBER},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
