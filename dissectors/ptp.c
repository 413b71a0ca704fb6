/* SPDX-License-Identifier: BSD-2-Clause */
/* Precision Time Protocol, version 2; its management is in ptp_mm.c. */
/* IEEE Std 1588-2008, 13. */
#include "shared/ptp.h"
#include "core/names.h"
#include "core/walk.h"
#include "shared/layout.h"
#include <math.h>

enum {
	PTP,
	LOOSE,
	SDO,
	TYPE,
	MINOR,
	VERSION,
	LENGTH,
	DOMAIN,
	MINOR_SDO,
	FLAGS,
	F_SECURITY,
	F_SPECIFIC2,
	F_SPECIFIC1,
	F_UNICAST,
	F_TWOSTEP,
	F_ALTERNATE,
	F_UNCERTAIN,
	F_FREQUENCY,
	F_TIME,
	F_TIMESCALE,
	F_UTC,
	F_LI59,
	F_LI61,
	CORRECTION,
	CORRECTION_NS,
	CORRECTION_SUB,
	SPECIFIC,
	CLOCK,
	VENDOR,
	PORT_ID,
	SEQUENCE,
	CONTROL,
	PERIOD,
	AN_SECONDS,
	AN_NANOS,
	UTC_OFFSET,
	PRIORITY1,
	GM_CLASS,
	GM_ACCURACY,
	GM_VARIANCE,
	PRIORITY2,
	GM_ID,
	STEPS,
	SOURCE,
	AN_TLV,
	AN_TYPE,
	AN_LENGTH,
	AN_DATA,
	PATH,
	KEY,
	OFFSET,
	JUMP,
	NEXT_JUMP,
	NAME,
	NAME_LEN,
	NAME_TEXT,
	ORG,
	ORG_SUB,
	ORG_DATA,
	ORG_GM,
	ORG_GM_ERROR,
	ORG_NET_ERROR,
	ORG_RESERVED,
	SYNC_SECONDS,
	SYNC_NANOS,
	SYNC_RESERVED,
	FU_SECONDS,
	FU_NANOS,
	FU_32,
	AS_TLV,
	AS_TYPE,
	AS_LENGTH,
	AS_ORG,
	AS_SUB,
	AS_RATE,
	AS_BASE,
	AS_PHASE,
	AS_FREQUENCY,
	DR_SECONDS,
	DR_NANOS,
	DR_CLOCK,
	DR_PORT,
	PDRQ_SECONDS,
	PDRQ_NANOS,
	PDRS_SECONDS,
	PDRS_NANOS,
	PDRS_CLOCK,
	PDRS_PORT,
	PDFU_SECONDS,
	PDFU_NANOS,
	PDFU_CLOCK,
	PDFU_PORT,
	SIG_CLOCK,
	SIG_PORT,
	SIG_TYPE,
	SIG_LENGTH,
	SIG_MESSAGE,
	SIG_PERIOD,
	SIG_EVERY,
	SIG_RATE,
	SIG_DURATION,
	SIG_RENEWAL,
	SIG_DATA,
};

static const struct word sdo_words[] = {
	{1, "gPTP Domain"},
	{2, "CMLDS"},
};

static const struct word type_words[] = {
	{0, "Sync Message"},
	{1, "Delay_Req Message"},
	{2, "Peer_Delay_Req Message"},
	{3, "Peer_Delay_Resp Message"},
	{8, "Follow_Up Message"},
	{9, "Delay_Resp Message"},
	{10, "Peer_Delay_Resp_Follow_Up Message"},
	{11, "Announce Message"},
	{12, "Signalling Message"},
	{13, "Management Message"},
};

static const struct word control_words[] = {
	{0, "Sync Message"},       {1, "Delay_Req Message"},  {2, "Follow_Up Message"},
	{3, "Delay_Resp Message"}, {4, "Management Message"}, {5, "Other Message"},
};

static const struct word gm_accuracy_words[] = {
	{32, "The time is accurate to within 25 ns"},
	{33, "The time is accurate to within 100 ns"},
	{34, "The time is accurate to within 250 ns"},
	{35, "The time is accurate to within 1 us"},
	{36, "The time is accurate to within 2,5 us"},
	{37, "The time is accurate to within 10 us"},
	{38, "The time is accurate to within 25 us"},
	{39, "The time is accurate to within 100 us"},
	{40, "The time is accurate to within 250 us"},
	{41, "The time is accurate to within 1 ms"},
	{42, "The time is accurate to within 2,5 ms"},
	{43, "The time is accurate to within 10 ms"},
	{44, "The time is accurate to within 25 ms"},
	{45, "The time is accurate to within 100 ms"},
	{46, "The time is accurate to within 250 ms"},
	{47, "The time is accurate to within 1 s"},
	{48, "The time is accurate to within 10 s"},
	{49, "The time is accurate to >10 s"},
	{50, "reserved"},
	{128, "For use by alternate PTP profiles"},
	{254, "Accuracy Unknown"},
	{255, "reserved"},
};

static const struct word source_words[] = {
	{16, "ATOMIC_CLOCK"},
	{32, "GPS"},
	{48, "TERRESTRIAL_RADIO"},
	{64, "PTP"},
	{80, "NTP"},
	{96, "HAND_SET"},
	{144, "OTHER"},
	{160, "INTERNAL_OSCILLATOR"},
	{255, "reserved"},
};

static const struct word an_type_words[] = {
	{0, "Reserved"},
	{1, "Management"},
	{2, "Management error status"},
	{3, "Organization extension"},
	{4, "Request unicast transmission"},
	{5, "Grant unicast transmission"},
	{6, "Cancel unicast transmission"},
	{7, "Acknowledge cancel unicast transmission"},
	{8, "Path trace"},
	{9, "Alternate time offset indicator"},
	{8192, "Authentication"},
	{8193, "Authentication challenge"},
	{8194, "Security association update"},
	{8195, "Cum. freq. scale factor offset"},
};

static void form_ns(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "Ns: ");
	text_i64(t, (int64_t)n->u);
	text_put(t, " nanoseconds");
}

static void form_subtype(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%s (0x%06x)", n->u == 1 ? "IEEE_C37_238 TLV" : "Unknown", (unsigned)n->u);
}

static void form_every(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "every %lg seconds", ldexp(1, (int8_t)n->u));
}

static void form_rate(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%lg packets/sec", ldexp(1, -(int8_t)n->u));
}

static void form_vendor(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size, ':');
}

static const struct field fields[] = {
	[PTP] = {"ptp", "Precision Time Protocol (IEEE1588)", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[SDO] = {"ptp.v2.majorsdoid", "majorSdoId", U8, HEX, AT(0, 4), .under = LOOSE,
		 WORDS(sdo_words), .help = "Whose profile the message follows", .ref = "13.3"},
	[TYPE] = {"ptp.v2.messagetype", "messageType", U8, HEX, AT(4, 4), .under = LOOSE,
		  WORDS(type_words), .help = "What the message is", .ref = "13.3"},
	[MINOR] = {"ptp.v2.minorversionptp", "minorVersionPTP", U8, DEC, AT(0, 4), .under = LOOSE,
		   .help = "Small changes of the version", .ref = "13.3"},
	[VERSION] = {"ptp.v2.versionptp", "versionPTP", U8, DEC, AT(4, 4), .under = LOOSE,
		     .help = "Always 2 here", .ref = "13.3"},
	[LENGTH] = {"ptp.v2.messagelength", "messageLength", U16, DEC,
		    .help = "Octets of the message", .ref = "13.3"},
	[DOMAIN] = {"ptp.v2.domainnumber", "domainNumber", U8, DEC,
		    .help = "Clocks of one domain agree", .ref = "13.3"},
	[MINOR_SDO] = {"ptp.v2.minorsdoid", "minorSdoId", U8, DEC,
		       .help = "The rest of the profile's number", .ref = "13.3"},
	[FLAGS] = {"ptp.v2.flags", "flags", U16, HEX, .help = "All flags", .ref = "13.3"},
	[F_SECURITY] = {"ptp.v2.flags.security", "PTP_SECURITY", BOOL, AT(0, 1), BOX(16, 0),
			.under = FLAGS, .help = "Proof of the sender is along", .ref = "13.3"},
	[F_SPECIFIC2] = {"ptp.v2.flags.specific2", "PTP profile Specific 2", BOOL, AT(1, 1),
			 BOX(16, 1), .under = FLAGS, .help = "Means what the profile says",
			 .ref = "13.3"},
	[F_SPECIFIC1] = {"ptp.v2.flags.specific1", "PTP profile Specific 1", BOOL, AT(2, 1),
			 BOX(16, 2), .under = FLAGS, .help = "Means what the profile says",
			 .ref = "13.3"},
	[F_UNICAST] = {"ptp.v2.flags.unicast", "PTP_UNICAST", BOOL, AT(5, 1), BOX(16, 5),
		       .under = FLAGS, .help = "It went to one clock", .ref = "13.3"},
	[F_TWOSTEP] = {"ptp.v2.flags.twostep", "PTP_TWO_STEP", BOOL, AT(6, 1), BOX(16, 6),
		       .under = FLAGS, .help = "The exact time follows", .ref = "13.3"},
	[F_ALTERNATE] = {"ptp.v2.flags.alternatemaster", "PTP_ALTERNATE_MASTER", BOOL, AT(7, 1),
			 BOX(16, 7), .under = FLAGS, .help = "The sender isn't the best of masters",
			 .ref = "13.3"},
	[F_UNCERTAIN] = {"ptp.v2.flags.synchronizationUncertain", "SYNCHRONIZATION_UNCERTAIN", BOOL,
			 AT(9, 1), BOX(16, 9), .under = FLAGS,
			 .help = "The sender isn't sure of its time", .ref = "13.3"},
	[F_FREQUENCY] = {"ptp.v2.flags.frequencytraceable", "FREQUENCY_TRACEABLE", BOOL, AT(10, 1),
			 BOX(16, 10), .under = FLAGS,
			 .help = "Its frequency comes from a primary source", .ref = "13.3"},
	[F_TIME] = {"ptp.v2.flags.timetraceable", "TIME_TRACEABLE", BOOL, AT(11, 1), BOX(16, 11),
		    .under = FLAGS, .help = "Its time comes from a primary source", .ref = "13.3"},
	[F_TIMESCALE] = {"ptp.v2.flags.timescale", "PTP_TIMESCALE", BOOL, AT(12, 1), BOX(16, 12),
			 .under = FLAGS, .help = "It counts since 1970 without leap seconds",
			 .ref = "13.3"},
	[F_UTC] = {"ptp.v2.flags.utcreasonable", "PTP_UTC_REASONABLE", BOOL, AT(13, 1), BOX(16, 13),
		   .under = FLAGS, .help = "The offset to UTC is right", .ref = "13.3"},
	[F_LI59] = {"ptp.v2.flags.li59", "PTP_LI_59", BOOL, AT(14, 1), BOX(16, 14), .under = FLAGS,
		    .help = "A second will be left out", .ref = "13.3"},
	[F_LI61] = {"ptp.v2.flags.li61", "PTP_LI_61", BOOL, AT(15, 1), BOX(16, 15), .under = FLAGS,
		    .help = "A second will be added", .ref = "13.3"},
	[CORRECTION] = {"text", "correctionField", HEADING},
	[CORRECTION_NS] = {"ptp.v2.correction.ns", "correction", U64, DEC, .form = form_ns,
			   .help = "Nanoseconds that it took on the way", .ref = "13.3"},
	[CORRECTION_SUB] = {"ptp.v2.correction.subns", "correctionSubNs", DOUBLE,
			    .help = "And a part of one", .ref = "13.3"},
	[SPECIFIC] = {"ptp.v2.messagetypespecific", "messageTypeSpecific", U32, DEC,
		      .help = "Means what the message says", .ref = "13.3"},
	[CLOCK] = {"ptp.v2.clockidentity", "ClockIdentity", U64, HEX,
		   .help = "Which clock sends it", .ref = "13.3"},
	[VENDOR] = {"ptp.v2.clockidentity_manuf", "MAC Vendor", BYTES, .form = form_vendor,
		    .help = "Who made the clock", .ref = "13.3"},
	[PORT_ID] = {"ptp.v2.sourceportid", "SourcePortID", U16, DEC, .help = "Which of its ports",
		     .ref = "13.3"},
	[SEQUENCE] = {"ptp.v2.sequenceid", "sequenceId", U16, DEC,
		      .help = "Counts messages, or says which one is answered", .ref = "13.3"},
	[CONTROL] = {"ptp.v2.controlfield", "controlField", U8, DEC, WORDS(control_words),
		     .help = "What the message is, for version 1", .ref = "13.3"},
	[PERIOD] = {"ptp.v2.logmessageperiod", "logMessagePeriod", I8, DEC,
		    .help = "Seconds between messages, as a power of two", .ref = "13.3"},
	[AN_SECONDS] = {"ptp.v2.an.origintimestamp.seconds", "originTimestamp (seconds)", U64, DEC,
			.help = "When it was sent", .ref = "13.5"},
	[AN_NANOS] = {"ptp.v2.an.origintimestamp.nanoseconds", "originTimestamp (nanoseconds)", I32,
		      DEC, .help = "And nanoseconds", .ref = "13.5"},
	[UTC_OFFSET] = {"ptp.v2.an.origincurrentutcoffset", "originCurrentUTCOffset", I16, DEC,
			.help = "Leap seconds up to now", .ref = "13.5"},
	[PRIORITY1] = {"ptp.v2.an.priority1", "priority1", U8, DEC,
		       .help = "The lowest becomes master", .ref = "13.5"},
	[GM_CLASS] = {"ptp.v2.an.grandmasterclockclass", "grandmasterClockClass", U8, DEC,
		      .help = "How good the grandmaster's clock is", .ref = "13.5"},
	[GM_ACCURACY] = {"ptp.v2.an.grandmasterclockaccuracy", "grandmasterClockAccuracy", U8, HEX,
			 WORDS(gm_accuracy_words), .help = "How exact it is", .ref = "13.5"},
	[GM_VARIANCE] = {"ptp.v2.an.grandmasterclockvariance", "grandmasterClockVariance", U16, DEC,
			 .help = "How steady it is", .ref = "13.5"},
	[PRIORITY2] = {"ptp.v2.an.priority2", "priority2", U8, DEC,
		       .help = "Decides between equals", .ref = "13.5"},
	[GM_ID] = {"ptp.v2.an.grandmasterclockidentity", "grandmasterClockIdentity", U64, HEX,
		   .help = "Which clock it is", .ref = "13.5"},
	[STEPS] = {"ptp.v2.an.localstepsremoved", "localStepsRemoved", U16, DEC,
		   .help = "How many clocks are between", .ref = "13.5"},
	[SOURCE] = {"ptp.v2.timesource", "TimeSource", U8, HEX, WORDS(source_words),
		    .help = "Where it has its time from", .ref = "13.5"},
	[AN_TLV] = {"text", "Element", HEADING},
	[AN_TYPE] = {"ptp.v2.an.tlvType", "tlvType", U16, DEC, WORDS(an_type_words),
		     .help = "What the element is", .ref = "14"},
	[AN_LENGTH] = {"ptp.v2.an.lengthField", "lengthField", U16, DEC, .help = "Octets of it",
		       .ref = "14"},
	[AN_DATA] = {"ptp.v2.an.tlv.data", "data", BYTES, .help = "What nobody knows", .ref = "14"},
	[PATH] = {"ptp.v2.an.pathsequence", "PathSequence", U64, HEX,
		  .help = "A clock that the message passed", .ref = "14"},
	[KEY] = {"ptp.v2.an.atoi.keyField", "keyField", U8, DEC, .help = "Which of other times",
		 .ref = "14"},
	[OFFSET] = {"ptp.v2.an.atoi.currentOffset", "currentOffset", I32, DEC,
		    .help = "Seconds that it differs", .ref = "14"},
	[JUMP] = {"ptp.v2.an.atoi.jumpSeconds", "jumpSeconds", I32, DEC,
		  .help = "How far it will jump", .ref = "14"},
	[NEXT_JUMP] = {"ptp.v2.an.atoi.timeOfNextJump", "timeOfNextJump", BYTES,
		       .help = "When it will jump", .ref = "14"},
	[NAME] = {"ptp.v2.an.atoi.displayName", "displayName", STRING, .help = "What it is called",
		  .ref = "14"},
	[NAME_LEN] = {"ptp.v2.an.atoi.displayName.length", "length", U8, DEC,
		      .help = "Octets of the name", .ref = "14"},
	[NAME_TEXT] = {"ptp.v2.an.atoi.displayName", "displayName", STRING,
		       .help = "What it is called", .ref = "14"},
	[ORG] = {"ptp.v2.an.oe.organizationId", "organizationId", U24, OUI,
		 .help = "Whose element it is", .ref = "14"},
	[ORG_SUB] = {"ptp.v2.an.oe.organizationSubType", "organizationSubType", U24, HEX,
		     .form = form_subtype, .help = "Which of its elements", .ref = "14"},
	[ORG_DATA] = {"ptp.v2.an.oe.dataField", "dataField", BYTES, .help = "Its value",
		      .ref = "14"},
	[ORG_GM] = {"ptp.v2.an.oe.grandmasterID", "grandmasterID", U16, DEC,
		    .help = "Which grandmaster", .ref = "IEEE Std C37.238"},
	[ORG_GM_ERROR] = {"ptp.v2.an.oe.grandmasterTimeInaccuracy",
			  "grandmasterTimeInaccuracy (nanoseconds)", U32, DEC,
			  .help = "How far off it may be", .ref = "IEEE Std C37.238"},
	[ORG_NET_ERROR] = {"ptp.v2.an.oe.networkTimeInaccuracy",
			   "networkTimeInaccuracy (nanoseconds)", U32, DEC,
			   .help = "How much the network adds", .ref = "IEEE Std C37.238"},
	[ORG_RESERVED] = {"ptp.v2.an.oe.reserved", "reserved", U16, HEX, .help = "Always 0",
			  .ref = "IEEE Std C37.238"},
	[SYNC_SECONDS] = {"ptp.v2.sdr.origintimestamp.seconds", "originTimestamp (seconds)", U64,
			  DEC, .help = "When it was sent", .ref = "13.6"},
	[SYNC_NANOS] = {"ptp.v2.sdr.origintimestamp.nanoseconds", "originTimestamp (nanoseconds)",
			I32, DEC, .help = "And nanoseconds", .ref = "13.6"},
	[SYNC_RESERVED] = {"ptp.v2.sync.reserved", "reserved", BYTES,
			   .help = "Always 0: the time follows", .ref = "13.6"},
	[FU_SECONDS] = {"ptp.v2.fu.preciseorigintimestamp.seconds",
			"preciseOriginTimestamp (seconds)", U64, DEC,
			.help = "When the message before it was sent", .ref = "13.7"},
	[FU_NANOS] = {"ptp.v2.fu.preciseorigintimestamp.nanoseconds",
		      "preciseOriginTimestamp (nanoseconds)", U32, DEC, .help = "And nanoseconds",
		      .ref = "13.7"},
	[FU_32] = {"ptp.v2.fu.preciseorigintimestamp.32bit", "preciseOriginTimestamp (32bit)", U32,
		   DEC, .traits = HIDDEN, .help = "All of it in nanoseconds, modulo 2 to the 32nd",
		   .ref = "13.7"},
	[AS_TLV] = {"text", "Follow Up information TLV", HEADING},
	[AS_TYPE] = {"ptp.as.fu.tlvType", "tlvType", U16, DEC, WORDS(an_type_words),
		     .help = "What the element is", .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_LENGTH] = {"ptp.as.fu.lengthField", "lengthField", U16, DEC, .help = "Octets of it",
		       .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_ORG] = {"ptp.as.fu.organizationId", "organizationId", U24, DEC,
		    .help = "Whose element it is", .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_SUB] = {"ptp.as.fu.organizationSubType", "OrganizationSubType", I24,
		    .help = "Which of its elements", .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_RATE] = {"ptp.as.fu.cumulativeScaledRateOffset", "cumulativeScaledRateOffset", U32, DEC,
		     .help = "How much faster the grandmaster is",
		     .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_BASE] = {"ptp.as.fu.gmTimeBaseIndicator", "gmTimeBaseIndicator", U16, DEC,
		     .help = "Counts changes of its source",
		     .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_PHASE] = {"ptp.as.fu.lastGmPhaseChange", "lastGMPhaseChange", BYTES,
		      .help = "How far its time jumped then",
		      .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[AS_FREQUENCY] = {"ptp.as.fu.scaledLastGmFreqChange", "scaledLastGmFreqChange", I32, DEC,
			  .help = "How its frequency changed then",
			  .ref = "IEEE Std 802.1AS-2020, 11.4.4.3"},
	[DR_SECONDS] = {"ptp.v2.dr.receivetimestamp.seconds", "receiveTimestamp (seconds)", U64,
			DEC, .help = "When the request came", .ref = "13.8"},
	[DR_NANOS] = {"ptp.v2.dr.receivetimestamp.nanoseconds", "receiveTimestamp (nanoseconds)",
		      I32, DEC, .help = "And nanoseconds", .ref = "13.8"},
	[DR_CLOCK] = {"ptp.v2.dr.requestingsourceportidentity", "requestingSourcePortIdentity", U64,
		      HEX, .help = "Which clock had asked", .ref = "13.8"},
	[DR_PORT] = {"ptp.v2.dr.requestingsourceportid", "requestingSourcePortId", U16, DEC,
		     .help = "Which of its ports", .ref = "13.8"},
	[PDRQ_SECONDS] = {"ptp.v2.pdrq.origintimestamp.seconds", "originTimestamp (seconds)", U64,
			  DEC, .help = "When it was sent", .ref = "13.9"},
	[PDRQ_NANOS] = {"ptp.v2.pdrq.origintimestamp.nanoseconds", "originTimestamp (nanoseconds)",
			I32, DEC, .help = "And nanoseconds", .ref = "13.9"},
	[PDRS_SECONDS] = {"ptp.v2.pdrs.requestreceipttimestamp.seconds",
			  "requestreceiptTimestamp (seconds)", U64, DEC,
			  .help = "When the request came", .ref = "13.10"},
	[PDRS_NANOS] = {"ptp.v2.pdrs.requestreceipttimestamp.nanoseconds",
			"requestreceiptTimestamp (nanoseconds)", I32, DEC,
			.help = "And nanoseconds", .ref = "13.10"},
	[PDRS_CLOCK] = {"ptp.v2.pdrs.requestingportidentity", "requestingSourcePortIdentity", U64,
			HEX, .help = "Which clock had asked", .ref = "13.10"},
	[PDRS_PORT] = {"ptp.v2.pdrs.requestingsourceportid", "requestingSourcePortId", U16, DEC,
		       .help = "Which of its ports", .ref = "13.10"},
	[PDFU_SECONDS] = {"ptp.v2.pdfu.responseorigintimestamp.seconds",
			  "responseOriginTimestamp (seconds)", U64, DEC,
			  .help = "When the response was sent", .ref = "13.11"},
	[PDFU_NANOS] = {"ptp.v2.pdfu.responseorigintimestamp.nanoseconds",
			"responseOriginTimestamp (nanoseconds)", I32, DEC,
			.help = "And nanoseconds", .ref = "13.11"},
	[PDFU_CLOCK] = {"ptp.v2.pdfu.requestingportidentity", "requestingSourcePortIdentity", U64,
			HEX, .help = "Which clock had asked", .ref = "13.11"},
	[PDFU_PORT] = {"ptp.v2.pdfu.requestingsourceportid", "requestingSourcePortId", U16, DEC,
		       .help = "Which of its ports", .ref = "13.11"},
	[SIG_CLOCK] = {"ptp.v2.sig.targetportidentity", "targetPortIdentity", U64, HEX,
		       .help = "Which clock it is for", .ref = "13.12"},
	[SIG_PORT] = {"ptp.v2.sig.targetportid", "targetPortId", U16, DEC,
		      .help = "Which of its ports", .ref = "13.12"},
	[SIG_TYPE] = {"ptp.v2.sig.tlv.tlvType", "tlvType", U16, DEC, WORDS(an_type_words),
		      .help = "What the element is", .ref = "13.12"},
	[SIG_LENGTH] = {"ptp.v2.sig.tlv.lengthField", "lengthField", U16, DEC,
			.help = "Octets of it", .ref = "13.12"},
	[SIG_MESSAGE] = {"ptp.v2.sig.tlv.messageType", "messageType", U8, HEX, AT(0, 4),
			 .under = LOOSE, WORDS(type_words), .help = "Which messages are wanted",
			 .ref = "16.1"},
	[SIG_PERIOD] = {"ptp.v2.sig.tlv.logInterMessagePeriod", "logInterMessagePeriod", I8, DEC,
			.help = "Seconds between them, as a power of two", .ref = "16.1"},
	[SIG_EVERY] = {"ptp.v2.sig.tlv.logInterMessagePeriod.period", "period", I8, DEC,
		       .form = form_every, .help = "The same in seconds", .ref = "16.1"},
	[SIG_RATE] = {"ptp.v2.sig.tlv.logInterMessagePeriod.rate", "rate", I8, DEC,
		      .form = form_rate, .help = "The same in messages a second", .ref = "16.1"},
	[SIG_DURATION] = {"ptp.v2.sig.tlv.durationField", "durationField", U32, DEC,
			  .unit = " seconds", .help = "How long", .ref = "16.1"},
	[SIG_RENEWAL] = {"ptp.v2.sig.tlv.renewalInvited", "renewalInvited", BOOL, AT(7, 1),
			 .under = LOOSE, .help = "It may be asked for again", .ref = "16.1"},
	[SIG_DATA] = {"ptp.v2.sig.tlv.data", "data", BYTES, .help = "What nobody knows",
		      .ref = "13.12"},
};

#define POWER_PROFILE 0x1c129d
#define PTP_COMMITTEE 0x001b19
#define TWO_STEP 0x0200

enum {
	SYNC,
	DELAY_REQ,
	PDELAY_REQ,
	PDELAY_RESP,
	FOLLOW_UP = 8,
	DELAY_RESP,
	PDELAY_FOLLOW_UP,
	ANNOUNCE,
	SIGNALLING,
	MANAGEMENT
};
enum { ORGANIZATION = 3, REQUEST, GRANT, CANCEL, ACKNOWLEDGE, PATH_TRACE, OTHER_TIME };

static void put_clock(struct walk *w, struct cursor *c)
{
	struct cursor vendor = *c;
	uint64_t clock = put(w, c, CLOCK, 8);

	if ((clock >> 24 & 0xffff) != 0xfffe || c->bad)
		return;
	w->depth++;
	put(w, &vendor, VENDOR, 3);
	w->depth--;
}

static void put_head(struct walk *w, struct cursor *c)
{
	static const struct ptp_time_rows correction = {CORRECTION, CORRECTION_NS, CORRECTION_SUB};

	put_layout(w, c,
		   PARTS({SDO, SLICE | 1}, {TYPE, SLICE | 1}, {0, HOP | 1}, {MINOR, SLICE | 1},
			 {VERSION, SLICE | 1}, {0, HOP | 1}, {LENGTH, 2}, {DOMAIN, 1},
			 {MINOR_SDO, 1}, {FLAGS, 2}));
	if (!c->bad)
		ptp_put_time(w, c, &correction);
	put(w, c, SPECIFIC, 4);
	put_clock(w, c);
	put_layout(w, c, PARTS({PORT_ID, 2}, {SEQUENCE, 2}, {CONTROL, 1}, {PERIOD, 1}));
}

/* The time, and its nanoseconds as far as 32 bits reach, as receivers stamp packets. */
static void put_precise(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	uint64_t seconds = put(w, c, FU_SECONDS, 6), nanos = put(w, c, FU_NANOS, 4);

	if (!c->bad)
		put_value(w, FU_32, at, 10, (seconds * 1000000000 + nanos) & UINT32_MAX);
}

static const struct layout messages[] = {
	{SYNC, PARTS({SYNC_SECONDS, 6}, {SYNC_NANOS, 4}), NULL},
	{DELAY_REQ, PARTS({SYNC_SECONDS, 6}, {SYNC_NANOS, 4}), NULL},
	{PDELAY_REQ, PARTS({PDRQ_SECONDS, 6}, {PDRQ_NANOS, 4}), NULL},
	{PDELAY_RESP, PARTS({PDRS_SECONDS, 6}, {PDRS_NANOS, 4}, {PDRS_CLOCK, 8}, {PDRS_PORT, 2}),
	 NULL},
	{FOLLOW_UP, NULL, put_precise},
	{DELAY_RESP, PARTS({DR_SECONDS, 6}, {DR_NANOS, 4}, {DR_CLOCK, 8}, {DR_PORT, 2}), NULL},
	{PDELAY_FOLLOW_UP,
	 PARTS({PDFU_SECONDS, 6}, {PDFU_NANOS, 4}, {PDFU_CLOCK, 8}, {PDFU_PORT, 2}), NULL},
};

/* --- announcements --- */

static void put_path(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad)
		put(w, c, PATH, 8);
}

static void put_other_time(struct walk *w, struct cursor *c)
{
	put_layout(w, c, PARTS({KEY, 1}, {OFFSET, 4}, {JUMP, 4}, {NEXT_JUMP, 6}));
	if (!c->bad)
		ptp_put_text(w, c, NAME);
}

static void put_organization(struct walk *w, struct cursor *c)
{
	unsigned org = (unsigned)put(w, c, ORG, 3), sub = (unsigned)put(w, c, ORG_SUB, 3);

	label_value(w, "%s (0x%06x)",
		    sub == 1 && (org == PTP_COMMITTEE || org == POWER_PROFILE) ? "IEEE_C37_238 TLV"
									       : "Unknown",
		    sub);
	if (org == POWER_PROFILE && sub == 1)
		put_layout(w, c,
			   PARTS({ORG_GM, 2}, {ORG_GM_ERROR, 4}, {ORG_NET_ERROR, 4},
				 {ORG_RESERVED, 2}));
	else if (!c->bad)
		put_layout(w, c, PARTS({ORG_DATA, TO_END}));
}

static const struct layout announced[] = {
	{ORGANIZATION, NULL, put_organization},
	{PATH_TRACE, NULL, put_path},
	{OTHER_TIME, NULL, put_other_time},
};

static void put_announced(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, AN_TLV, 4 + len);
	const char *word = row_word(w, AN_TYPE, type, NULL);

	if (word)
		label_whole(w, "%s TLV", word);
	else
		label_whole(w, "Unknown (%u) TLV", type);
	put(w, c, AN_TYPE, 2);
	put(w, c, AN_LENGTH, 2);
	body = cursor_first(*c, len);
	if (!c->bad && !put_layout_of(w, &body, type, announced, COUNT(announced)) && len)
		put(w, &body, AN_DATA, len);
	shut_group(w, group, NULL);
	cursor_take(c, len);
	if (body.bad)
		c->bad = body.bad;
}

static void put_announcement(struct walk *w, struct cursor *c)
{
	put_layout(w, c,
		   PARTS({AN_SECONDS, 6}, {AN_NANOS, 4}, {UTC_OFFSET, 2}, {0, HOP | 1},
			 {PRIORITY1, 1}, {GM_CLASS, 1}, {GM_ACCURACY, 1}, {GM_VARIANCE, 2},
			 {PRIORITY2, 1}, {GM_ID, 8}, {STEPS, 2}, {SOURCE, 1}));
	while (c->left.wire && !c->bad)
		put_announced(w, c);
}

/* --- contracts --- */

static void put_period(struct walk *w, struct cursor *c)
{
	struct cursor value = *c;

	put(w, c, SIG_PERIOD, 1);
	if (c->bad)
		return;
	w->depth++;
	put(w, &(struct cursor){value.left, value.at, value.source, 0}, SIG_EVERY, 1);
	put(w, &value, SIG_RATE, 1);
	w->depth--;
}

static void put_request(struct walk *w, struct cursor *c)
{
	put_layout(w, c, PARTS({SIG_MESSAGE, SLICE | 1}, {0, HOP | 1}));
	if (!c->bad)
		put_period(w, c);
	put(w, c, SIG_DURATION, 4);
}

static void put_grant(struct walk *w, struct cursor *c)
{
	put_request(w, c);
	put_layout(w, c, PARTS({0, HOP | 1}, {SIG_RENEWAL, SLICE | 1}, {0, HOP | 1}));
}

static const struct layout contracts[] = {
	{ORGANIZATION, PARTS({ORG, 3}, {ORG_SUB, 3}), NULL},
	{REQUEST, NULL, put_request},
	{GRANT, NULL, put_grant},
	{CANCEL, PARTS({SIG_MESSAGE, SLICE | 1}, {0, HOP | 2}), NULL},
	{ACKNOWLEDGE, PARTS({SIG_MESSAGE, SLICE | 1}, {0, HOP | 2}), NULL},
};

static void put_signalling(struct walk *w, struct cursor *c)
{
	put(w, c, SIG_CLOCK, 8);
	put(w, c, SIG_PORT, 2);
	while (c->left.wire && !c->bad) {
		struct cursor body;
		unsigned type = (unsigned)put(w, c, SIG_TYPE, 2);
		uint32_t len;

		w->depth++;
		len = (uint32_t)put(w, c, SIG_LENGTH, 2);
		body = cursor_first(*c, len);
		if (!c->bad && !put_layout_of(w, &body, type, contracts, COUNT(contracts)) && len)
			put(w, &body, SIG_DATA, len);
		w->depth--;
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
}

/* What profile 1 (IEEE 802.1AS) changes; false: nothing. */
static bool put_bridged(struct walk *w, const struct layer *l, struct cursor *c, unsigned type)
{
	struct cursor head = layer_cursor(l, 0);
	unsigned sdo = u8(&head) >> 4, flags;
	uint32_t group;

	cursor_pull(&head, 5);
	flags = u16(&head);
	if (sdo != 1)
		return false;
	if (type == SYNC && flags & TWO_STEP) {
		put(w, c, SYNC_RESERVED, 10);
		return true;
	}
	if (type != FOLLOW_UP)
		return type == PDELAY_REQ;
	put_layout_of(w, c, type, messages, COUNT(messages));
	group = open_group(w, c, AS_TLV, c->left.wire);
	put_layout(w, c,
		   PARTS({AS_TYPE, 2}, {AS_LENGTH, 2}, {AS_ORG, 3}, {AS_SUB, 3}, {AS_RATE, 4},
			 {AS_BASE, 2}, {AS_PHASE, 12}, {AS_FREQUENCY, 4}));
	shut_group(w, group, NULL);
	return true;
}

static unsigned type_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	return u8(&c) & 15;
}

static bool claims(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 1);

	return (u8(&c) & 15) == 2;
}

static uint32_t total_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);

	return u16(&c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = type_of(l);

	put_head(w, c);
	if (c->bad)
		return;
	if (type == ANNOUNCE)
		put_announcement(w, c);
	else if (type == SIGNALLING)
		put_signalling(w, c);
	else if (type == MANAGEMENT)
		*c = walk_part(w, also_by(l, 0, 0), *c);
	else if (!put_bridged(w, l, c, type))
		put_layout_of(w, c, type, messages, COUNT(messages));
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(fields[TYPE].words, type_of(l));

	(void)r;
	if (word && type_of(l) != MANAGEMENT)
		text_put(t, word);
	else if (!word)
		text_format(t, "Unknown PTP Message (%u)", type_of(l));
	else
		ptp_management_words(t, l);
}

static const struct hang hangs[] = {
	{"udp.port", 319}, {"udp.port", 320}, {"ethertype", 0x88f7}, {0}};

const struct proto proto_ptp = {
	.brief = "PTPv2",
	.spec = "IEEE Std 1588-2008",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* A clock says what time it is: SYNC. */
	SAMPLE("\0\2\0,"
	       "\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\1\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0"),
	.next = {.also = {"ptp.part"}},
	.total_len = total_len,
	.hangs = hangs,
	.claims = claims,
	.rest = rest,
	.info = info,
};
