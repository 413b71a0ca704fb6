/* SPDX-License-Identifier: BSD-2-Clause */
/* GTP: the information elements of version 1's control messages. */
/* 3GPP TS 29.060, 7.7. */
#include "shared/gtp.h"

enum {
	ELEMENTS,
	CAUSE,
	TLLI,
	PTMSI,
	REORDER,
	TRIPLET,
	RAND,
	SRES,
	KC,
	PTMSI_SIG,
	MS_VALID,
	RECOVERY,
	SEL_MODE_IE,
	SEL_MODE,
	TEID_DATA,
	TEID_CP,
	TEID_II_IE,
	TEID_II_NSAPI,
	TEID_II,
	TEARDOWN,
	NSAPI_IE,
	NSAPI,
	RAB_IE,
	RAB_NSAPI,
	RAB_GTP_DN,
	RAB_GTP_UP,
	RAB_PDU_DN,
	RAB_PDU_UP,
	RP_SMS,
	RP_IE,
	RP_NSAPI,
	RP_SPARE,
	RP,
	PFI_IE,
	PFI_NSAPI,
	PFI,
	CHRG_CHAR,
	CHRG_SPARE,
	CHRG_NORMAL,
	CHRG_PREPAID,
	CHRG_FLAT,
	CHRG_HOT,
	CHRG_RESERVED,
	TRACE_REF,
	TRACE_TYPE,
	TR_COMM,
	CHRG_ID,
	USER_IE,
	USER_LENGTH,
	USER_ORG,
	USER_TYPE,
	USER_IPV4,
	USER_IPV6,
	APN_IE,
	APN_LENGTH,
	APN,
	GSN_IE,
	GSN_LENGTH,
	GSN_IPV4,
	GSN_IPV6,
	EXT_LIST_IE,
	EXT_LIST_N,
	EXT_LIST_TYPE,
	FLAGS_IE,
	FLAGS_LENGTH,
	CMN_DUAL,
	CMN_UPGRADE,
	CMN_NRSN,
	CMN_NO_QOS,
	CMN_COUNTING,
	CMN_RAN_READY,
	CMN_SERVICE,
	CMN_PPC,
	RAT_IE,
	RAT_LENGTH,
	RAT,
	PRIVATE_IE,
	PRIVATE_LENGTH,
	PRIVATE_ID,
	PRIVATE_VALUE,
	MAP_CAUSE,
	RADIO_CAUSE,
	REASON,
	RESTRICTION_IE,
	RESTRICTION_LENGTH,
	RESTRICTION,
	QOS_IE,
	UNKNOWN_IE,
	UNKNOWN,
};

static const struct word causes[] = {
	{0, "Request IMSI"},
	{1, "Request IMEI"},
	{2, "Request IMSI and IMEI"},
	{3, "No identity needed"},
	{4, "MS refuses"},
	{5, "MS is not GPRS responding"},
	{6, "Reactivation Requested"},
	{7, "PDP address inactivity timer expires"},
	{59, "System failure"},
	{60, "The transmit buffers are becoming full"},
	{61, "The receive buffers are becoming full"},
	{62, "Another node is about to go down"},
	{63, "This node is about to go down"},
	{128, "Request accepted"},
	{129, "New PDP type due to network preference"},
	{130, "New PDP type due to single address bearer only"},
	{177, "CDR decoding error"},
	{192, "Non-existent"},
	{193, "Invalid message format"},
	{194, "IMSI not known"},
	{195, "MS is GPRS detached"},
	{196, "MS is not GPRS responding"},
	{197, "MS refuses"},
	{198, "Version not supported"},
	{199, "No resource available"},
	{200, "Service not supported"},
	{201, "Mandatory IE incorrect"},
	{202, "Mandatory IE missing"},
	{203, "Optional IE incorrect"},
	{204, "System failure"},
	{205, "Roaming restriction"},
	{206, "P-TMSI signature mismatch"},
	{207, "GPRS connection suspended"},
	{208, "Authentication failure"},
	{209, "User authentication failed"},
	{210, "Context not found"},
	{211, "All PDP dynamic addresses are occupied"},
	{212, "No memory is available"},
	{213, "Relocation failure"},
	{214, "Unknown mandatory extension header"},
	{215, "Semantic error in the TFT operation"},
	{216, "Syntactic error in the TFT operation"},
	{217, "Semantic errors in packet filter(s)"},
	{218, "Syntactic errors in packet filter(s)"},
	{219, "Missing or unknown APN"},
	{220, "Unknown PDP address or PDP type"},
	{221, "PDP context without TFT already activated"},
	{222, "APN access denied - no subscription"},
	{223, "APN Restriction type incompatibility with currently active PDP Contexts"},
	{224, "MS MBMS Capabilities Insufficient"},
	{225, "Invalid Correlation-ID"},
	{226, "MBMS Bearer Context Superseded"},
	{227, "Bearer Control Mode violation"},
	{228, "Collision with network initiated request"},
	{229, "APN Congestion"},
	{230, "Bearer handling not supported"},
	{231, "Target access restricted for the subscriber"},
	{232, "UE is temporarily not reachable due to power saving"},
	{233, "Relocation failure due to NAS message redirection"},
	{252, "Request related to possibly duplicated packets already fulfilled"},
	{253, "Request already fulfilled"},
	{254, "Sequence numbers of released/cancelled packets IE incorrect"},
	{255, "Request not fulfilled"},
};
static const struct word selection_modes[] = {
	{0, "MS or network provided APN, subscribed verified"},
	{1, "MS provided APN, subscription not verified"},
	{2, "Network provided APN, subscription not verified"},
	{3, "For future use (Network provided APN, subscription not verified"},
};
static const struct word transfer_commands[] = {{1, "Send data record packet"},
						{2, "Send possibly duplicated data record packet"},
						{3, "Cancel data record packet"},
						{4, "Release data record packet"}};
static const struct word organizations[] = {{0, "ETSI"}, {1, "IETF"}};
static const struct word pdp_types[] = {
	{0, "X.25"}, {1, "PPP"}, {2, "OSP:IHOSS"}, {33, "IPv4"}, {87, "IPv6"}, {141, "IPv4v6"},
};
static const struct word radios[] = {
	{0, "Reserved"},
	{1, "UTRAN"},
	{2, "GERAN"},
	{3, "WLAN"},
	{4, "GAN"},
	{5, "HSPA Evolution"},
	{6, "EUTRAN (WB-E-UTRAN)"},
	{7, "Virtual"},
	{8, "EUTRAN-NB-IoT"},
};

static const struct word map_causes[] = {
	{1, "unknownSubscriber"},
	{2, "unknownBaseStation"},
	{3, "unknownMSC"},
	{4, "secureTransportError"},
	{5, "unidentifiedSubscriber"},
	{6, "absentSubscriberSM"},
	{7, "unknownEquipment"},
	{8, "roamingNotAllowed"},
	{9, "illegalSubscriber"},
	{10, "bearerServiceNotProvisioned"},
	{11, "teleserviceNotProvisioned"},
	{12, "illegalEquipment"},
	{13, "callBarred"},
	{14, "forwardingViolation"},
	{15, "cug-Reject"},
	{16, "illegalSS-Operation"},
	{17, "ss-ErrorStatus"},
	{18, "ss-NotAvailable"},
	{19, "ss-SubscriptionViolation"},
	{20, "ss-Incompatibility"},
	{21, "facilityNotSupported"},
	{22, "ongoingGroupCall"},
	{23, "invalidTargetBaseStation"},
	{24, "noRadioResourceAvailable"},
	{25, "noHandoverNumberAvailable"},
	{26, "subsequentHandoverFailure"},
	{27, "absentSubscriber"},
	{28, "incompatibleTerminal"},
	{29, "shortTermDenial"},
	{30, "longTermDenial"},
	{31, "subscriberBusyForMT-SMS"},
	{32, "sm-DeliveryFailure"},
	{33, "messageWaitingListFull"},
	{34, "systemFailure"},
	{35, "dataMissing"},
	{36, "unexpectedDataValue"},
	{37, "pw-RegistrationFailure"},
	{38, "negativePW-Check"},
	{39, "noRoamingNumberAvailable"},
	{40, "tracingBufferFull"},
	{42, "targetCellOutsideGroupCallArea"},
	{43, "numberOfPW-AttemptsViolation"},
	{44, "numberChanged"},
	{45, "busySubscriber"},
	{46, "noSubscriberReply"},
	{47, "forwardingFailed"},
	{48, "or-NotAllowed"},
	{49, "ati-NotAllowed"},
	{50, "noGroupCallNumberAvailable"},
	{51, "resourceLimitation"},
	{52, "unauthorizedRequestingNetwork"},
	{53, "unauthorizedLCSClient"},
	{54, "positionMethodFailure"},
	{58, "unknownOrUnreachableLCSClient"},
	{59, "mm-EventNotSupported"},
	{60, "atsi-NotAllowed"},
	{61, "atm-NotAllowed"},
	{62, "informationNotAvailable"},
	{71, "unknownAlphabet"},
	{72, "ussd-Busy"},
};
static const struct word radio_causes[] = {
	{1, "RAB preempted"},
	{2, "Trelocoverall Expiry"},
	{3, "Trelocprep Expiry"},
	{4, "Treloccomplete Expiry"},
	{5, "Tqueuing Expiry"},
	{6, "Relocation Triggered"},
	{7, "TRELOCalloc Expiry"},
	{8, "Unable to Establish During Relocation"},
	{9, "Unknown Target RNC"},
	{10, "Relocation Cancelled"},
	{11, "Successful Relocation"},
	{12, "Requested Ciphering and/or Integrity Protection Algorithms not Supported"},
	{13, "Change of Ciphering and/or Integrity Protection is not supported"},
	{14, "Failure in the Radio Interface Procedure"},
	{15, "Release due to UTRAN Generated Reason"},
	{16, "User Inactivity"},
	{17, "Time Critical Relocation"},
	{18, "Requested Traffic Class not Available"},
	{19, "Invalid RAB Parameters Value"},
	{20, "Requested Maximum Bit Rate not Available"},
	{21, "Requested Guaranteed Bit Rate not Available"},
	{22, "Requested Transfer Delay not Achievable"},
	{23, "Invalid RAB Parameters Combination"},
	{24, "Condition Violation for SDU Parameters"},
	{25, "Condition Violation for Traffic Handling Priority"},
	{26, "Condition Violation for Guaranteed Bit Rate"},
	{27, "User Plane Versions not Supported"},
	{28, "Iu UP Failure"},
	{29, "Relocation Failure in Target CN/RNC or Target System"},
	{30, "Invalid RAB ID"},
	{31, "No Remaining RAB"},
	{32, "Interaction with other procedure"},
	{33, "Requested Maximum Bit Rate for DL not Available"},
	{34, "Requested Maximum Bit Rate for UL not Available"},
	{35, "Requested Guaranteed Bit Rate for DL not Available"},
	{36, "Requested Guaranteed Bit Rate for UL not Available"},
	{37, "Repeated Integrity Checking Failure"},
	{38, "Requested Report Type not supported"},
	{39, "Request superseded"},
	{40, "Release due to UE generated signalling connection release"},
	{41, "Resource Optimisation Relocation"},
	{42, "Requested Information Not Available"},
	{43, "Relocation desirable for radio reasons"},
	{44, "Relocation not supported in Target RNC or Target System"},
	{45, "Directed Retry"},
	{46, "Radio Connection With UE Lost"},
	{47, "rNC-unable-to-establish-all-RFCs"},
	{48, "deciphering-keys-not-available"},
	{49, "dedicated-assistance-data-not-available"},
	{50, "relocation-target-not-allowed"},
	{51, "location-reporting-congestion"},
	{52, "reduce-load-in-serving-cell"},
	{53, "no-radio-resources-available-in-target-cell"},
	{54, "gERAN-Iumode-failure"},
	{55, "access-restricted-due-to-shared-networks"},
	{56, "incoming-relocation-not-supported-due-to-PUESBINE-feature"},
	{57, "traffic-load-in-the-target-cell-higher-than-in-the-source-cell"},
	{58, "mBMS-no-multicast-service-for-this-UE"},
	{59, "mBMS-unknown-UE-ID"},
	{60, "successful-MBMS-session-start-no-data-bearer-necessary"},
	{61, "mBMS-superseded-due-to-NNSF"},
	{62, "mBMS-UE-linking-already-done"},
	{63, "mBMS-UE-de-linking-failure-no-existing-UE-linking"},
	{64, "tMGI-unknown"},
	{65, "Signalling Transport Resource Failure"},
	{66, "Iu Transport Connection Failed to Establish"},
	{81, "User Restriction Start Indication"},
	{82, "User Restriction End Indication"},
	{83, "Normal Release"},
	{97, "Transfer Syntax Error"},
	{98, "Semantic Error"},
	{99, "Message not compatible with receiver state"},
	{100, "Abstract Syntax Error (Reject)"},
	{101, "Abstract Syntax Error (Ignore and Notify)"},
	{102, "Abstract Syntax Error (Falsely Constructed Message"},
	{113, "O & M Intervention"},
	{114, "No Resource Available"},
	{115, "Unspecified Failure"},
	{116, "Network Optimisation"},
};
static const struct word reasons[] = {
	{0, "No paging response via the MSC"},
	{1, "IMSI detached"},
	{2, "Roaming restriction"},
	{3, "Deregistered in the HLR for non GPRS"},
	{4, "MS purge for non GPRS"},
	{5, "No paging response via the SGSN"},
	{6, "GPRS detached"},
	{7, "Deregistered in the HLR for non GPRS"},
	{8, "MS purged for GPRS"},
	{9, "Unidentified subscriber via the MSC"},
	{10, "Unidentified subscriber via the SGSN"},
	{11, "Deregistered in the HSS/HLR for IMS"},
	{12, "No response via the IP-SM-GW"},
	{13, "The MS is temporarily unavailable"},
};

#define COMMON_FLAG(row, name, text, bit) \
	[row] = {"gtp.cmn_flg." name,     \
		 text,                    \
		 BOOL,                    \
		 AT(24 + (bit), 1),       \
		 .under = FLAGS_IE,       \
		 .help = "A common flag", \
		 .ref = "TS 29.060, 7.7.48"}

static const struct field fields[] = {
	[ELEMENTS] = {"gtp.elements", "Information Elements", PROTO},
	[CAUSE] = {"gtp.cause", "Cause", U8, DEC, WORDS(causes), .help = "How the request went",
		   .ref = "TS 29.060, 7.7.1"},
	[TLLI] = {"gtp.tlli", "TLLI", U32, HEX, .help = "The mobile's link",
		  .ref = "TS 29.060, 7.7.4"},
	[PTMSI] = {"gtp.ptmsi", "P-TMSI", U32, DEC_HEX, .help = "The mobile's temporary number",
		   .ref = "TS 29.060, 7.7.5"},
	[REORDER] = {"gtp.reorder", "Reordering required", BOOL, .help = "Packets are to be sorted",
		     .ref = "TS 29.060, 7.7.6"},
	[TRIPLET] = {"text", "Authentication triplets", HEADING},
	[RAND] = {"gtp.rand", "RAND", BYTES, AT(8, 128), .under = TRIPLET, .help = "Challenge",
		  .ref = "TS 29.060, 7.7.7"},
	[SRES] = {"gtp.sres", "SRES", BYTES, AT(136, 32), .under = TRIPLET,
		  .help = "Expected answer", .ref = "TS 29.060, 7.7.7"},
	[KC] = {"gtp.kc", "Kc", BYTES, AT(168, 64), .under = TRIPLET, .help = "Key",
		.ref = "TS 29.060, 7.7.7"},
	[PTMSI_SIG] = {"gtp.ptmsi_sig", "P-TMSI Signature", U24, HEX,
		       .help = "Proves the temporary number", .ref = "TS 29.060, 7.7.9"},
	[MS_VALID] = {"gtp.ms_valid", "MS validated", BOOL, .help = "The mobile was authenticated",
		      .ref = "TS 29.060, 7.7.10"},
	[RECOVERY] = {"gtp.recovery", "Recovery", U8, DEC, .help = "Counts restarts",
		      .ref = "TS 29.060, 7.7.11"},
	[SEL_MODE_IE] = {"text", "Selection mode", HEADING,
			 .line = "Selection mode: {=gtp.sel_mode}"},
	[SEL_MODE] = {"gtp.sel_mode", "Selection mode", U8, DEC, AT(14, 2), .under = SEL_MODE_IE,
		      WORDS(selection_modes), .help = "Who chose the access point",
		      .ref = "TS 29.060, 7.7.12"},
	[TEID_DATA] = {"gtp.teid_data", "TEID Data I", U32, HEX_DEC,
		       .help = "Tunnel for user packets", .ref = "TS 29.060, 7.7.13"},
	[TEID_CP] = {"gtp.teid_cp", "TEID Control Plane", U32, HEX_DEC,
		     .help = "Tunnel for control messages", .ref = "TS 29.060, 7.7.14"},
	[TEID_II_IE] = {"text", "Tunnel Endpoint Identifier Data II", HEADING},
	[TEID_II_NSAPI] = {"gtp.nsapi", "NSAPI", U8, DEC, AT(12, 4), .under = TEID_II_IE,
			   .help = "Which context", .ref = "TS 29.060, 7.7.15"},
	[TEID_II] = {"gtp.teid_ii", "TEID Data II", U32, HEX_DEC, AT(16, 32), .under = TEID_II_IE,
		     .help = "Tunnel for forwarded packets", .ref = "TS 29.060, 7.7.15"},
	[TEARDOWN] = {"gtp.tear_ind", "Teardown Indicator", BOOL,
		      .help = "All contexts of the address go", .ref = "TS 29.060, 7.7.16"},
	[NSAPI_IE] = {"text", "NSAPI", HEADING, .line = "NSAPI: {gtp.nsapi}"},
	[NSAPI] = {"gtp.nsapi", "NSAPI", U8, DEC, AT(12, 4), .under = NSAPI_IE,
		   .help = "Which context", .ref = "TS 29.060, 7.7.17"},
	[RAB_IE] = {"text", "RAB context", HEADING},
	[RAB_NSAPI] = {"gtp.nsapi", "NSAPI", U8, DEC, AT(12, 4), .under = RAB_IE,
		       .help = "Which context", .ref = "TS 29.060, 7.7.19"},
	[RAB_GTP_DN] = {"gtp.rab_gtp_dn", "Downlink GTP-U seq number", U16, DEC, AT(16, 16),
			.under = RAB_IE, .help = "Next packet down", .ref = "TS 29.060, 7.7.19"},
	[RAB_GTP_UP] = {"gtp.rab_gtp_up", "Uplink GTP-U seq number", U16, DEC, AT(32, 16),
			.under = RAB_IE, .help = "Next packet up", .ref = "TS 29.060, 7.7.19"},
	[RAB_PDU_DN] = {"gtp.rab_pdu_dn", "Downlink next PDCP-PDU seq number", U16, DEC, AT(48, 16),
			.under = RAB_IE, .help = "Next radio packet down",
			.ref = "TS 29.060, 7.7.19"},
	[RAB_PDU_UP] = {"gtp.rab_pdu_up", "Uplink next PDCP-PDU seq number", U16, DEC, AT(64, 16),
			.under = RAB_IE, .help = "Next radio packet up",
			.ref = "TS 29.060, 7.7.19"},
	[RP_SMS] = {"gtp.rp_sms", "Radio Priority SMS", U8, DEC, .help = "Priority of messages",
		    .ref = "TS 29.060, 7.7.20"},
	[RP_IE] = {"text", "Radio Priority", HEADING,
		   .line = "Radio Priority for NSAPI({gtp.rp_nsapi}) : {gtp.rp}"},
	[RP_NSAPI] = {"gtp.rp_nsapi", "NSAPI in Radio Priority", U8, DEC, AT(8, 4), .under = RP_IE,
		      .help = "Which context", .ref = "TS 29.060, 7.7.21"},
	[RP_SPARE] = {"gtp.rp_spare", "Reserved", U8, DEC, AT(12, 1), .under = RP_IE,
		      .help = "Always 0", .ref = "TS 29.060, 7.7.21"},
	[RP] = {"gtp.rp", "Radio Priority", U8, DEC, AT(13, 3), .under = RP_IE,
		.help = "Its priority", .ref = "TS 29.060, 7.7.21"},
	[PFI_IE] = {"text", "Packet Flow ID", HEADING,
		    .line = "Packet Flow ID for NSAPI({gtp.nsapi}) : {gtp.pkt_flow_id}"},
	[PFI_NSAPI] = {"gtp.nsapi", "NSAPI", U8, DEC, AT(12, 4), .under = PFI_IE,
		       .help = "Which context", .ref = "TS 29.060, 7.7.22"},
	[PFI] = {"gtp.pkt_flow_id", "Packet Flow ID", U8, DEC, AT(16, 8), .under = PFI_IE,
		 .help = "Which flow", .ref = "TS 29.060, 7.7.22"},
	[CHRG_CHAR] = {"gtp.chrg_char", "Charging characteristics", U16, DEC,
		       .help = "How the subscriber pays", .ref = "TS 29.060, 7.7.23"},
	[CHRG_SPARE] = {"gtp.chrg_char_s", "Spare", U16, DEC, AT(0, 4), BOX(16, 0),
			.under = CHRG_CHAR, .help = "Always 0", .ref = "TS 29.060, 7.7.23"},
	[CHRG_NORMAL] = {"gtp.chrg_char_n", "Normal charging", U16, DEC, AT(4, 1), BOX(16, 4),
			 .under = CHRG_CHAR, .help = "Normally", .ref = "TS 29.060, 7.7.23"},
	[CHRG_PREPAID] = {"gtp.chrg_char_p", "Prepaid charging", U16, DEC, AT(5, 1), BOX(16, 5),
			  .under = CHRG_CHAR, .help = "In advance", .ref = "TS 29.060, 7.7.23"},
	[CHRG_FLAT] = {"gtp.chrg_char_f", "Flat rate charging", U16, DEC, AT(6, 1), BOX(16, 6),
		       .under = CHRG_CHAR, .help = "By the month", .ref = "TS 29.060, 7.7.23"},
	[CHRG_HOT] = {"gtp.chrg_char_h", "Hot billing charging", U16, DEC, AT(7, 1), BOX(16, 7),
		      .under = CHRG_CHAR, .help = "At once", .ref = "TS 29.060, 7.7.23"},
	[CHRG_RESERVED] = {"gtp.chrg_char_r", "Reserved", U16, DEC, AT(8, 8), BOX(16, 8),
			   .under = CHRG_CHAR, .help = "The operator's own",
			   .ref = "TS 29.060, 7.7.23"},
	[TRACE_REF] = {"gtp.trace_ref", "Trace reference", U16, HEX, .help = "Which trace",
		       .ref = "TS 29.060, 7.7.24"},
	[TRACE_TYPE] = {"gtp.trace_type", "Trace type", U16, HEX, .help = "What is traced",
			.ref = "TS 29.060, 7.7.25"},
	[TR_COMM] = {"gtp.tr_comm", "Packet transfer command", U8, DEC, WORDS(transfer_commands),
		     .help = "What happens to a charging record", .ref = "TS 32.295, 6.2.4.5.2"},
	[CHRG_ID] = {"gtp.chrg_id", "Charging ID", U32, HEX_DEC, .help = "Joins charging records",
		     .ref = "TS 29.060, 7.7.26"},
	[USER_IE] = {"text", "End user address", HEADING,
		     .line = "End user address[ ({=gtp.user_addr_pdp_org}/]"
			     "[{=gtp.user_addr_pdp_type})][ : {gtp.user_ipv4}]"
			     "[ : {gtp.user_ipv6}]"},
	[USER_LENGTH] = {"gtp.ext_length", "Length", U16, DEC, AT(8, 16), .under = USER_IE,
			 .help = "Octets that follow", .ref = "TS 29.060, 7.7.27"},
	[USER_ORG] = {"gtp.user_addr_pdp_org", "PDP type organization", U8, DEC, .under = USER_IE,
		      WORDS(organizations), .help = "Who numbers the types",
		      .ref = "TS 29.060, 7.7.27"},
	[USER_TYPE] = {"gtp.user_addr_pdp_type", "PDP type number", U8, HEX, .under = USER_IE,
		       WORDS(pdp_types), .help = "What kind of address",
		       .ref = "TS 29.060, 7.7.27"},
	[USER_IPV4] = {"gtp.user_ipv4", "End user address IPv4", IPV4, .under = USER_IE,
		       .help = "The mobile's address", .ref = "TS 29.060, 7.7.27"},
	[USER_IPV6] = {"gtp.user_ipv6", "End user address IPv6", IPV6, .under = USER_IE,
		       .help = "The mobile's address", .ref = "TS 29.060, 7.7.27"},
	[APN_IE] = {"text", "Access Point Name", HEADING, .line = "Access Point Name: {gtp.apn}"},
	[APN_LENGTH] = {"gtp.apn_length", "APN length", U16, DEC, AT(8, 16), .under = APN_IE,
			.help = "Octets of the name", .ref = "TS 29.060, 7.7.30"},
	[APN] = {"gtp.apn", "APN", STRING, .under = APN_IE, .help = "Which network is asked for",
		 .ref = "TS 29.060, 7.7.30"},
	[GSN_IE] = {"text", "GSN address", HEADING,
		    .line = "GSN address : [{gtp.gsn_ipv4}][{gtp.gsn_ipv6}]"},
	[GSN_LENGTH] = {"gtp.gsn_address_length", "GSN address length", U16, DEC, AT(8, 16),
			.under = GSN_IE, .help = "Octets of the address",
			.ref = "TS 29.060, 7.7.32"},
	[GSN_IPV4] = {"gtp.gsn_ipv4", "GSN address IPv4", IPV4, AT(24, 32), .under = GSN_IE,
		      WHEN_IN(GSN_LENGTH, 4), .help = "The support node",
		      .ref = "TS 29.060, 7.7.32"},
	[GSN_IPV6] = {"gtp.gsn_ipv6", "GSN address IPv6", IPV6, AT(24, 128), .under = GSN_IE,
		      WHEN_IN(GSN_LENGTH, 16), .help = "The support node",
		      .ref = "TS 29.060, 7.7.32"},
	[EXT_LIST_IE] = {"text", "Extension Header Types List", HEADING},
	[EXT_LIST_N] = {"gtp.num_ext_hdr_types",
			"Number of Extension Header Types in list (i.e., length)", U8, DEC,
			.under = EXT_LIST_IE, .help = "How many", .ref = "TS 29.060, 7.7.40"},
	[EXT_LIST_TYPE] = {"gtp.ext_hdr_type", "Extension Header Type", U8, DEC,
			   .under = EXT_LIST_IE, .words = &gtp_extensions,
			   .help = "One that the sender knows", .ref = "TS 29.060, 7.7.40"},
	[FLAGS_IE] = {"text", "Common Flags", HEADING, .line = "Common Flags : "},
	[FLAGS_LENGTH] = {"gtp.ext_length", "Length", U16, DEC, AT(8, 16), .under = FLAGS_IE,
			  .help = "Octets that follow", .ref = "TS 29.060, 7.7.48"},
	COMMON_FLAG(CMN_DUAL, "dual_addr_bearer_flg", "Dual Address Bearer Flag", 0),
	COMMON_FLAG(CMN_UPGRADE, "upgrd_qos_sup", "Upgrade QoS Supported", 1),
	COMMON_FLAG(CMN_NRSN, "nrsn", "NRSN bit field", 2),
	COMMON_FLAG(CMN_NO_QOS, "no_qos_neg", "No QoS negotiation", 3),
	COMMON_FLAG(CMN_COUNTING, "mbs_cnt_inf", "MBMS Counting Information", 4),
	COMMON_FLAG(CMN_RAN_READY, "mbs_ran_pcd_rdy", "RAN Procedures Ready", 5),
	COMMON_FLAG(CMN_SERVICE, "mbs_srv_type", "MBMS Service Type", 6),
	COMMON_FLAG(CMN_PPC, "ppc", "Prohibit Payload Compression", 7),
	[RAT_IE] = {"text", "RAT Type", HEADING, .line = "RAT Type: {=gtp.ext_rat_type}"},
	[RAT_LENGTH] = {"gtp.ext_length", "Length", U16, DEC, AT(8, 16), .under = RAT_IE,
			.help = "Octets that follow", .ref = "TS 29.060, 7.7.50"},
	[RAT] = {"gtp.ext_rat_type", "RAT Type", U8, DEC, AT(24, 8), .under = RAT_IE, WORDS(radios),
		 .help = "What kind of radio", .ref = "TS 29.060, 7.7.50"},
	[PRIVATE_IE] = {"text", "Private Extension", HEADING,
			.line = "Private Extension : Unknown ({gtp.ext_id})"},
	[PRIVATE_LENGTH] = {"gtp.ext_length", "Length", U16, DEC, AT(8, 16), .under = PRIVATE_IE,
			    .help = "Octets that follow", .ref = "TS 29.060, 7.7.46"},
	[PRIVATE_ID] = {"gtp.ext_id", "Extension identifier", U16, DEC, AT(24, 16),
			.under = PRIVATE_IE, .help = "Whose extension, by IANA's number",
			.ref = "TS 29.060, 7.7.46"},
	[PRIVATE_VALUE] = {"gtp.ext_val", "Extension value", BYTES, .at = 40, .traits = REST,
			   .under = PRIVATE_IE, .help = "What it says", .ref = "TS 29.060, 7.7.46"},
	[MAP_CAUSE] = {"gtp.map_cause", "MAP cause", U8, DEC, WORDS(map_causes),
		       .help = "Why the home network refuses", .ref = "TS 29.060, 7.7.8"},
	[RADIO_CAUSE] = {"gtp.ranap_cause", "RANAP cause", U8, DEC, WORDS(radio_causes),
			 .help = "Why the radio network refuses", .ref = "TS 29.060, 7.7.18"},
	[REASON] = {"gtp.ms_reason", "MS not reachable reason", U8, DEC, WORDS(reasons),
		    .help = "Why the mobile can't be reached", .ref = "TS 29.060, 7.7.25A"},
	[RESTRICTION_IE] = {"text", "APN Restriction", HEADING, .line = "APN Restriction : "},
	[RESTRICTION_LENGTH] = {"gtp.ext_length", "Length", U16, DEC, AT(8, 16),
				.under = RESTRICTION_IE, .help = "Octets that follow",
				.ref = "TS 29.060, 7.7.49"},
	[RESTRICTION] = {"gtp.ext_apn_res", "Restriction Type", U8, DEC, AT(24, 8),
			 .under = RESTRICTION_IE, .help = "Which contexts may be open at once",
			 .ref = "TS 29.060, 7.7.49"},
	[QOS_IE] = {"text", "Quality of Service", HEADING},
	[UNKNOWN_IE] = {"text", "Unknown extension header", HEADING},
	[UNKNOWN] = EXPERT("gtp.unknown_extension_header", "Unknown extension header", WARNING,
			   G_PROTOCOL),
};

static void put_low_bit(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t at = c->at;

	put_value(w, row, at, 1, u8(c) & 1);
}

static void put_user(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned type;

	put_value(w, USER_ORG, at, 1, u8(c) & 15);
	type = (unsigned)put(w, c, USER_TYPE, 1);
	if (c->left.cap >= 4 && (type == 0x21 || type == 0x8d))
		put(w, c, USER_IPV4, 4);
	if (c->left.cap >= 16 && (type == 0x57 || type == 0x8d))
		put(w, c, USER_IPV6, 16);
}

/* Labels with their lengths before them, as in the DNS. */
static void put_apn(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at, len = c->left.cap;
	struct text t = {0};

	while (c->left.cap) {
		struct span label = cursor_take(c, u8(c));

		if (t.len)
			text_char(&t, '.');
		text_bytes(&t, label.p, label.cap);
	}
	put_bytes(w, APN, at, len, arena_copy(&w->arena, t.p, t.len), (uint32_t)t.len);
	text_close(&t);
}

static void put_extension_list(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, EXT_LIST_IE, c->left.wire);
	unsigned n = (unsigned)put(w, c, EXT_LIST_N, 1);

	for (unsigned i = 1; i <= n && c->left.cap; i++) {
		uint64_t type = put(w, c, EXT_LIST_TYPE, 1);
		const char *word = word_for(&gtp_extensions, type);

		label_whole(w, "No. %u --> Extension Header Type value : %s (0x%02x)", i,
			    word ? word : "Unknown", (unsigned)type);
	}
	shut_group(w, group, c);
}

/* An element: its type, octets of its value (0: two octets tell), its row. */
struct element {
	uint8_t type, octets;
	uint16_t row;
	void (*rest)(struct walk *, struct cursor *); /* behind type and length */
	uint8_t part; /* the file that reads it, of those that hang in "gtp.part"; 0: this one */
};

enum { QOS_PART = 1, SUBSCRIBER_PART };

static const struct element elements[] = {
	{1, 1, CAUSE, 0, 0},
	{2, 8, 0, 0, SUBSCRIBER_PART},
	{3, 6, 0, 0, SUBSCRIBER_PART},
	{4, 4, TLLI, 0, 0},
	{5, 4, PTMSI, 0, 0},
	{6, 3, 0, 0, 0},
	{8, 1, REORDER, 0, 0},
	{9, 28, TRIPLET, 0, 0},
	{11, 1, MAP_CAUSE, 0, 0},
	{12, 3, PTMSI_SIG, 0, 0},
	{13, 1, MS_VALID, 0, 0},
	{14, 1, RECOVERY, 0, 0},
	{15, 1, SEL_MODE_IE, 0, 0},
	{16, 4, TEID_DATA, 0, 0},
	{17, 4, TEID_CP, 0, 0},
	{18, 5, TEID_II_IE, 0, 0},
	{19, 1, TEARDOWN, 0, 0},
	{20, 1, NSAPI_IE, 0, 0},
	{21, 1, RADIO_CAUSE, 0, 0},
	{22, 9, RAB_IE, 0, 0},
	{23, 1, RP_SMS, 0, 0},
	{24, 1, RP_IE, 0, 0},
	{25, 2, PFI_IE, 0, 0},
	{26, 2, CHRG_CHAR, 0, 0},
	{27, 2, TRACE_REF, 0, 0},
	{28, 2, TRACE_TYPE, 0, 0},
	{29, 1, REASON, 0, 0},
	{126, 1, TR_COMM, 0, 0},
	{127, 4, CHRG_ID, 0, 0},
	{128, 0, USER_IE, put_user, 0},
	{131, 0, APN_IE, put_apn, 0},
	{133, 0, GSN_IE, 0, 0},
	{134, 0, 0, 0, SUBSCRIBER_PART},
	{135, 0, 0, 0, QOS_PART},
	{148, 0, FLAGS_IE, 0, 0},
	{149, 0, RESTRICTION_IE, 0, 0},
	{151, 0, RAT_IE, 0, 0},
	{152, 0, 0, 0, SUBSCRIBER_PART},
	{153, 0, 0, 0, SUBSCRIBER_PART},
	{154, 0, 0, 0, SUBSCRIBER_PART},
	{251, 0, 0, 0, SUBSCRIBER_PART},
	{255, 0, PRIVATE_IE, 0, 0},
};

#define EXT_LIST 141
#define FIRST_TLV 128
#define FIRST_UNKNOWN 225  /* ... as of 3GPP's release 15, */
#define FIRST_CHARGING 249 /* before those of charging */

static struct element element_of(unsigned type)
{
	for (unsigned i = 0; i < COUNT(elements); i++)
		if (elements[i].type == type)
			return elements[i];
	return (struct element){(uint8_t)type, 0, 0, 0, 0};
}

static bool is_unknown(const struct element *e)
{
	return e->type < FIRST_TLV ? !e->octets
				   : e->type >= FIRST_UNKNOWN && e->type < FIRST_CHARGING;
}

static void put_group(struct walk *w, struct cursor *c, const struct element *e, uint32_t octets)
{
	struct cursor body = cursor_first(*c, octets);
	uint32_t group = open_group(w, c, e->row, octets);

	cursor_take(c, octets);
	cursor_pull(&body, 3);
	if (e->rest && !body.bad)
		e->rest(w, &body);
	shut_group(w, group, NULL);
}

static void put_qos(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, QOS_IE, c->left.wire);

	u8(c);
	*c = walk_part(w, also_by(w->now, 0, QOS_PART), *c);
	shut_group(w, group, NULL);
}

/* One that stands in another file; QOS has its row here. */
static void put_part(struct walk *w, struct cursor *c, const struct element *e, uint32_t octets)
{
	struct cursor body = cursor_first(*c, octets);

	if (octets > c->left.wire) {
		cursor_fail(c, octets);
		return;
	}
	cursor_take(c, octets);
	if (e->part == QOS_PART) {
		put_qos(w, &body);
		c->bad = body.bad;
		return;
	}
	body = walk_part(w, also_by(w->now, 0, e->part), body);
	if (body.bad)
		c->bad = body.bad;
}

/* Codes stand together by what refuses. */
static void put_radio_cause(struct walk *w, struct cursor *c)
{
	static const struct word classes[] = {{0, "Radio Network Layer Cause", 64},
					      {65, "Transport Layer Cause", 80},
					      {81, "NAS Cause", 96},
					      {97, "Protocol Cause", 112},
					      {113, "Miscellaneous Cause", 128},
					      {129, "Non-standard Cause", 255}};
	static const struct words class_words = {classes, COUNT(classes)};
	unsigned code = (unsigned)put(w, c, RADIO_CAUSE, 1);

	label_whole(w, "RANAP cause (%s) : %s (%u)", word_for(&class_words, code),
		    row_word(w, RADIO_CAUSE, code, "Unknown RANAP Cause"), code);
}

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	struct element e = element_of(u8(&peek));
	uint32_t octets = 1 + (e.octets ? e.octets : 2u + u16(&peek));

	if (is_unknown(&e)) {
		shut_group(w, open_group(w, c, UNKNOWN_IE, c->left.wire), NULL);
		expert(w, UNKNOWN, NULL);
		cursor_take(c, c->left.wire);
	} else if (e.type == EXT_LIST) {
		u8(c);
		put_extension_list(w, c);
	} else if (e.part) {
		put_part(w, c, &e, octets);
	} else if (!e.row) {
		cursor_take(c, octets);
	} else if (fields[e.row].kind == HEADING) {
		put_group(w, c, &e, octets);
	} else if (e.row == RADIO_CAUSE) {
		u8(c);
		put_radio_cause(w, c);
	} else if (fields[e.row].kind == BOOL) {
		u8(c);
		put_low_bit(w, c, e.row);
	} else {
		u8(c);
		put(w, c, e.row, e.octets);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.cap && !c->bad)
		put_element(w, c);
}

static const struct hang hangs[] = {{"gtp.part", 0}, {0}};

const struct proto proto_gtp_elements = {
	.brief = "GTP",
	.no_column = true,
	.bare = true,
	.prefix = "gtp",
	.spec = "3GPP TS 29.060, 7.7",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"gtp.part"}},
	.hangs = hangs,
	.rest = rest,
};
