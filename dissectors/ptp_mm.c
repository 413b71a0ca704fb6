/* SPDX-License-Identifier: BSD-2-Clause */
/* Precision Time Protocol: management of clocks. */
/* IEEE Std 1588-2008, 15. */
#include "core/walk.h"
#include "shared/layout.h"
#include "shared/ptp.h"

enum {
	PART,
	LOOSE,
	CLOCK,
	PORT_ID,
	START_HOPS,
	HOPS,
	ACTION,
	TLV_TYPE,
	TLV_LENGTH,
	ERROR_ID,
	ID,
	DATA,
	RESERVED,
	PAD,
	CT,
	CT_OC,
	CT_BC,
	CT_P2P,
	CT_E2E,
	CT_MM,
	CT_RESERVED,
	PHYSICAL,
	PHYSICAL_LEN,
	PHYSICAL_TEXT,
	PHY_ADDRESS_LEN,
	PHY_ADDRESS,
	ADDRESS,
	ADDRESS_PROTOCOL,
	ADDRESS_LEN,
	ADDRESS_OCTETS,
	MANUFACTURER,
	PRODUCT,
	PRODUCT_LEN,
	PRODUCT_TEXT,
	REVISION,
	REVISION_LEN,
	REVISION_TEXT,
	USER,
	USER_LEN,
	USER_TEXT,
	PROFILE,
	INIT_KEY,
	N_FAULTS,
	FAULT,
	FAULT_LEN,
	FAULT_SECONDS,
	FAULT_NANOS,
	SEVERITY,
	FAULT_NAME,
	FAULT_NAME_LEN,
	FAULT_NAME_TEXT,
	FAULT_VALUE,
	FAULT_VALUE_LEN,
	FAULT_VALUE_TEXT,
	FAULT_WORDS,
	FAULT_WORDS_LEN,
	FAULT_WORDS_TEXT,
	SECONDS,
	NANOS,
	ACCURACY,
	PRIORITY1,
	PRIORITY2,
	TWO_STEP,
	SLAVE_ONLY,
	SLAVE_BIT,
	N_PORTS,
	CLASS,
	VARIANCE,
	IDENTITY,
	DOMAIN,
	STEPS,
	PARENT,
	PARENT_PORT,
	PARENT_STATS,
	PARENT_VARIANCE,
	PARENT_RATE,
	GM_PRIORITY1,
	GM_CLASS,
	GM_ACCURACY,
	GM_VARIANCE,
	GM_PRIORITY2,
	GM_ID,
	UTC_OFFSET,
	LI61,
	LI59,
	UTC_VALID,
	TIMESCALE,
	TIME_TRACE,
	FREQ_TRACE,
	TIME_SOURCE,
	OFFSET,
	OFFSET_NS,
	OFFSET_SUB,
	DELAY,
	DELAY_NS,
	DELAY_SUB,
	PORT_NUMBER,
	PORT_STATE,
	LOG_DELAY,
	PEER,
	PEER_NS,
	PEER_SUB,
	LOG_ANNOUNCE,
	TIMEOUT,
	LOG_SYNC,
	MECHANISM,
	LOG_PDELAY,
	VERSION,
	PRIMARY,
	FAULTY,
	DISPLAY,
	DISPLAY_LEN,
	DISPLAY_TEXT,
	UNICAST,
	PATH_TRACE,
	KEY,
	NAME,
	NAME_LEN,
	NAME_TEXT,
	MAX_KEY,
	OTHER_OFFSET,
	OTHER_JUMP,
	OTHER_NEXT,
	ALTERNATES,
	LOG_ALTERNATE,
	ALTERNATE,
};

static const struct word action_words[] = {
	{0, "GET"}, {1, "SET"}, {2, "RESPONSE"}, {3, "COMMAND"}, {4, "ACKNOWLEDGE"},
};

static const struct word tlv_type_words[] = {
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

static const struct word error_id_words[] = {
	{0, "Reserved"},      {1, "RESPONSE_TOO_BIG"}, {2, "NO_SUCH_ID"},
	{3, "WRONG_LENGTH"},  {4, "WRONG_VALUE"},      {5, "NOT_SETABLE"},
	{6, "NOT_SUPPORTED"}, {7, "Reserved"},         {65534, "GENERAL_ERROR"},
	{65535, "Reserved"},
};

static const struct word id_words[] = {
	{0, "NULL_MANAGEMENT"},
	{1, "CLOCK_DESCRIPTION"},
	{2, "USER_DESCRIPTION"},
	{3, "SAVE_IN_NON_VOLATILE_STORAGE"},
	{4, "RESET_NON_VOLATILE_STORAGE"},
	{5, "INITIALIZE"},
	{6, "FAULT_LOG"},
	{7, "FAULT_LOG_RESET"},
	{8192, "DEFAULT_DATA_SET"},
	{8193, "CURRENT_DATA_SET"},
	{8194, "PARENT_DATA_SET"},
	{8195, "TIME_PROPERTIES_DATA_SET"},
	{8196, "PORT_DATA_SET"},
	{8197, "PRIORITY1"},
	{8198, "PRIORITY2"},
	{8199, "DOMAIN"},
	{8200, "SLAVE_ONLY"},
	{8201, "LOG_ANNOUNCE_INTERVAL"},
	{8202, "ANNOUNCE_RECEIPT_TIMEOUT"},
	{8203, "LOG_SYNC_INTERVAL"},
	{8204, "VERSION_NUMBER"},
	{8205, "ENABLE_PORT"},
	{8206, "DISABLE_PORT"},
	{8207, "TIME"},
	{8208, "CLOCK_ACCURACY"},
	{8209, "UTC_PROPERTIES"},
	{8210, "TRACEABILITY_PROPERTIES"},
	{8211, "TIMESCALE_PROPERTIES"},
	{8212, "UNICAST_NEGOTIATION_ENABLE"},
	{8213, "PATH_TRACE_LIST"},
	{8214, "PATH_TRACE_ENABLE"},
	{8215, "GRANDMASTER_CLUSTER_TABLE"},
	{8216, "UNICAST_MASTER_TABLE"},
	{8217, "UNICAST_MASTER_MAX_TABLE_SIZE"},
	{8218, "ACCEPTABLE_MASTER_TABLE"},
	{8219, "ACCEPTABLE_MASTER_TABLE_ENABLED"},
	{8220, "ACCEPTABLE_MASTER_MAX_TABLE_SIZE"},
	{8221, "ALTERNATE_MASTER"},
	{8222, "ALTERNATE_TIME_OFFSET_ENABLE"},
	{8223, "ALTERNATE_TIME_OFFSET_NAME"},
	{8224, "ALTERNATE_TIME_OFFSET_MAX_KEY"},
	{8225, "ALTERNATE_TIME_OFFSET_PROPERTIES"},
	{16384, "TC_DEFAULT_DATA_SET"},
	{16385, "TC_PORT_DATA_SET"},
	{16386, "PRIMARY_DOMAIN"},
	{24576, "DELAY_MECHANISM"},
	{24577, "LOG_MIN_PDELAY_REQ_INTERVAL"},
};

static const struct word address_protocol_words[] = {
	{0, "Reserved"},     {1, "UDP/IPv4"},  {2, "UDP/IPv6"},
	{3, "IEEE 802.3"},   {4, "DeviceNet"}, {5, "ControlNet"},
	{6, "PROFINET"},     {7, "Reserved"},  {65534, "Unknown Protocol"},
	{65535, "Reserved"},
};

static const struct word severity_words[] = {
	{0, "Emergency: system is unusable"},
	{1, "Alert: immediate action needed"},
	{2, "Critical: critical conditions"},
	{3, "Error: error conditions"},
	{4, "Warning: warning conditions"},
	{5, "Notice: normal but significant condition"},
	{6, "Informational: informational messages"},
	{7, "Debug: debug-level messages"},
	{8, "Reserved"},
	{255, "Reserved"},
};

static const struct word accuracy_words[] = {
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

static const struct word time_source_words[] = {
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

static const struct word port_state_words[] = {
	{1, "INITIALIZING"}, {2, "FAULTY"},       {3, "DISABLED"},
	{4, "LISTENING"},    {5, "PRE_MASTER"},   {6, "MASTER"},
	{7, "PASSIVE"},      {8, "UNCALIBRATED"}, {9, "SLAVE"},
};

static const struct word mechanism_words[] = {
	{1, "E2E"},
	{2, "P2P"},
	{254, "DISABLED"},
};

static void form_ns(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "Ns: ");
	text_i64(t, (int64_t)n->u);
	text_put(t, " nanoseconds");
}

static const struct field fields[] = {
	[PART] = {"ptp.management", "PTP management", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[CLOCK] = {"ptp.v2.mm.targetportidentity", "targetPortIdentity", U64, HEX,
		   .help = "Which clock it is for", .ref = "15.4"},
	[PORT_ID] = {"ptp.v2.mm.targetportid", "targetPortId", U16, DEC,
		     .help = "Which of its ports", .ref = "15.4"},
	[START_HOPS] = {"ptp.v2.mm.startingboundaryhops", "startingBoundaryHops", U8, DEC,
			.help = "How many boundary clocks it could pass", .ref = "15.4"},
	[HOPS] = {"ptp.v2.mm.boundaryhops", "boundaryHops", U8, DEC,
		  .help = "How many it may still pass", .ref = "15.4"},
	[ACTION] = {"ptp.v2.mm.action", "action", U8, DEC, AT(4, 4), .under = LOOSE,
		    WORDS(action_words), .help = "What is to be done", .ref = "15.4"},
	[TLV_TYPE] = {"ptp.v2.mm.tlvType", "tlvType", U16, DEC, WORDS(tlv_type_words),
		      .help = "What the element is", .ref = "15.4"},
	[TLV_LENGTH] = {"ptp.v2.mm.lengthField", "lengthField", U16, DEC, .help = "Octets of it",
			.ref = "15.4"},
	[ERROR_ID] = {"ptp.v2.mm.managementErrorId", "managementErrorId", U16, DEC,
		      WORDS(error_id_words), .help = "What went wrong", .ref = "15.5.4"},
	[ID] = {"ptp.v2.mm.managementId", "managementId", U16, DEC, WORDS(id_words),
		.help = "What it is about", .ref = "15.4"},
	[DATA] = {"ptp.v2.mm.data", "data", BYTES, .help = "Its value", .ref = "15.4"},
	[RESERVED] = {"ptp.v2.mm.reserved", "reserved", BYTES, .help = "Always 0", .ref = "15.4"},
	[PAD] = {"ptp.v2.mm.pad", "Pad", BYTES, .help = "Fills up to two octets", .ref = "15.4"},
	[CT] = {"ptp.v2.mm.clockType", "clockType", U16, HEX, .help = "What the device does",
		.ref = "15.5.3.1"},
	[CT_OC] = {"ptp.v2.mm.clockType.OC", "The node implements an ordinary clock", BOOL,
		   AT(0, 1), BOX(16, 0), .under = CT, .help = "It is a clock", .ref = "15.5.3.1"},
	[CT_BC] = {"ptp.v2.mm.clockType.BC", "The node implements a boundary clock", BOOL, AT(1, 1),
		   BOX(16, 1), .under = CT, .help = "It is a clock with several ports",
		   .ref = "15.5.3.1"},
	[CT_P2P] = {"ptp.v2.mm.clockType.p2p_TC",
		    "The node implements a peer-to-peer transparent clock", BOOL, AT(2, 1),
		    BOX(16, 2), .under = CT, .help = "It measures links", .ref = "15.5.3.1"},
	[CT_E2E] = {"ptp.v2.mm.clockType.e2e_TC",
		    "The node implements an end-to-end transparent clock", BOOL, AT(3, 1),
		    BOX(16, 3), .under = CT, .help = "It measures its own delay",
		    .ref = "15.5.3.1"},
	[CT_MM] = {"ptp.v2.mm.clockType.MM", "The node implements a management node", BOOL,
		   AT(4, 1), BOX(16, 4), .under = CT, .help = "It manages others",
		   .ref = "15.5.3.1"},
	[CT_RESERVED] = {"ptp.v2.mm.clockType.reserved", "Reserved", BOOL, AT(5, 11), BOX(16, 5),
			 .under = CT, .help = "Always 0", .ref = "15.5.3.1"},
	[PHYSICAL] = {"ptp.v2.mm.physicalLayerProtocol", "physicalLayerProtocol", STRING,
		      .help = "What link it has", .ref = "15.5.3.1"},
	[PHYSICAL_LEN] = {"ptp.v2.mm.physicalLayerProtocol.length", "length", U8, DEC,
			  .help = "Octets of the text", .ref = "15.5.3.1"},
	[PHYSICAL_TEXT] = {"ptp.v2.mm.physicalLayerProtocol", "physicalLayerProtocol", STRING,
			   .help = "What link it has", .ref = "15.5.3.1"},
	[PHY_ADDRESS_LEN] = {"ptp.v2.mm.physicalAddressLength", "physical address length", U16, DEC,
			     .help = "Octets of the address", .ref = "15.5.3.1"},
	[PHY_ADDRESS] = {"ptp.v2.mm.physicalAddress", "physical address", BYTES,
			 .help = "Its address there", .ref = "15.5.3.1"},
	[ADDRESS] = {"ptp.v2.mm.protocolAddress", "protocol address", BYTES,
		     .help = "Its address in the network", .ref = "15.5.3.1"},
	[ADDRESS_PROTOCOL] = {"ptp.v2.mm.networkProtocol", "network protocol", U16, DEC,
			      WORDS(address_protocol_words), .help = "Which network",
			      .ref = "15.5.3.1"},
	[ADDRESS_LEN] = {"ptp.v2.mm.protocolAddress.length", "length", U16, DEC,
			 .help = "Octets of the address", .ref = "15.5.3.1"},
	[ADDRESS_OCTETS] = {"ptp.v2.mm.protocolAddress", "protocol address", BYTES,
			    .help = "Its address in the network", .ref = "15.5.3.1"},
	[MANUFACTURER] = {"ptp.v2.mm.manufacturerIdentity", "manufacturer identity", BYTES,
			  .help = "Who made it", .ref = "15.5.3.1"},
	[PRODUCT] = {"ptp.v2.mm.productDescription", "product description", STRING,
		     .help = "What it is", .ref = "15.5.3.1"},
	[PRODUCT_LEN] = {"ptp.v2.mm.productDescription.length", "length", U8, DEC,
			 .help = "Octets of the text", .ref = "15.5.3.1"},
	[PRODUCT_TEXT] = {"ptp.v2.mm.productDescription", "product description", STRING,
			  .help = "What it is", .ref = "15.5.3.1"},
	[REVISION] = {"ptp.v2.mm.revisionData", "revision data", STRING, .help = "Which revision",
		      .ref = "15.5.3.1"},
	[REVISION_LEN] = {"ptp.v2.mm.revisionData.length", "length", U8, DEC,
			  .help = "Octets of the text", .ref = "15.5.3.1"},
	[REVISION_TEXT] = {"ptp.v2.mm.revisionData", "revision data", STRING,
			   .help = "Which revision", .ref = "15.5.3.1"},
	[USER] = {"ptp.v2.mm.userDescription", "user description", STRING,
		  .help = "What people call it", .ref = "15.5.3.1"},
	[USER_LEN] = {"ptp.v2.mm.userDescription.length", "length", U8, DEC,
		      .help = "Octets of the text", .ref = "15.5.3.1"},
	[USER_TEXT] = {"ptp.v2.mm.userDescription", "user description", STRING,
		       .help = "What people call it", .ref = "15.5.3.1"},
	[PROFILE] = {"ptp.v2.mm.profileIdentity", "profileIdentity", BYTES,
		     .help = "Which profile it follows", .ref = "15.5.3.1"},
	[INIT_KEY] = {"ptp.v2.mm.initializationKey", "initialization key", U16, DEC,
		      .help = "What is to begin anew", .ref = "15.5.3.1"},
	[N_FAULTS] = {"ptp.v2.mm.numberOfFaultRecords", "number of fault records", U16, DEC,
		      .help = "How many records follow", .ref = "15.5.3.1"},
	[FAULT] = {"text", "Fault record", HEADING},
	[FAULT_LEN] = {"ptp.v2.mm.faultRecordLength", "fault record length", U16, DEC,
		       .help = "Octets of the record", .ref = "15.5.3.1"},
	[FAULT_SECONDS] = {"ptp.v2.mm.faultTime.seconds", "Fault time (seconds)", U64, DEC,
			   .help = "When it happened", .ref = "15.5.3.1"},
	[FAULT_NANOS] = {"ptp.v2.mm.faultTime.nanoseconds", "Fault time (nanoseconds)", I32, DEC,
			 .help = "And nanoseconds", .ref = "15.5.3.1"},
	[SEVERITY] = {"ptp.v2.mm.severityCode", "severity code", U8, DEC, WORDS(severity_words),
		      .help = "How grave it is", .ref = "15.5.3.1"},
	[FAULT_NAME] = {"ptp.v2.mm.faultName", "faultName", STRING, .help = "Which fault",
			.ref = "15.5.3.1"},
	[FAULT_NAME_LEN] = {"ptp.v2.mm.faultName.length", "length", U8, DEC,
			    .help = "Octets of the text", .ref = "15.5.3.1"},
	[FAULT_NAME_TEXT] = {"ptp.v2.mm.faultName", "faultName", STRING, .help = "Which fault",
			     .ref = "15.5.3.1"},
	[FAULT_VALUE] = {"ptp.v2.mm.faultValue", "faultValue", STRING, .help = "Its value",
			 .ref = "15.5.3.1"},
	[FAULT_VALUE_LEN] = {"ptp.v2.mm.faultValue.length", "length", U8, DEC,
			     .help = "Octets of the text", .ref = "15.5.3.1"},
	[FAULT_VALUE_TEXT] = {"ptp.v2.mm.faultValue", "faultValue", STRING, .help = "Its value",
			      .ref = "15.5.3.1"},
	[FAULT_WORDS] = {"ptp.v2.mm.faultDescription", "faultDescription", STRING,
			 .help = "What it is", .ref = "15.5.3.1"},
	[FAULT_WORDS_LEN] = {"ptp.v2.mm.faultDescription.length", "length", U8, DEC,
			     .help = "Octets of the text", .ref = "15.5.3.1"},
	[FAULT_WORDS_TEXT] = {"ptp.v2.mm.faultDescription", "faultDescription", STRING,
			      .help = "What it is", .ref = "15.5.3.1"},
	[SECONDS] = {"ptp.v2.mm.currentTime.seconds", "current time (seconds)", U64, DEC,
		     .help = "The clock's time", .ref = "15.5.3.3"},
	[NANOS] = {"ptp.v2.mm.currentTime.nanoseconds", "current time (nanoseconds)", I32, DEC,
		   .help = "And nanoseconds", .ref = "15.5.3.3"},
	[ACCURACY] = {"ptp.v2.mm.clockaccuracy", "Clock accuracy", U8, HEX, WORDS(accuracy_words),
		      .help = "How exact it is", .ref = "15.5.3.3"},
	[PRIORITY1] = {"ptp.v2.mm.priority1", "priority1", U8, DEC,
		       .help = "The lowest becomes master", .ref = "15.5.3.3"},
	[PRIORITY2] = {"ptp.v2.mm.priority2", "priority2", U8, DEC,
		       .help = "Decides between equals", .ref = "15.5.3.3"},
	[TWO_STEP] = {"ptp.v2.mm.twoStep", "Two step", BOOL, AT(7, 1), .under = LOOSE,
		      .help = "Exact times follow messages", .ref = "15.5.3.3"},
	[SLAVE_ONLY] = {"ptp.v2.mm.SlavOnly", "Slave only", BOOL, AT(6, 1), .under = LOOSE,
			.help = "It never becomes master", .ref = "15.5.3.3"},
	[SLAVE_BIT] = {"ptp.v2.mm.SlavOnly", "Slave only", BOOL, AT(7, 1), .under = LOOSE,
		       .help = "It never becomes master", .ref = "15.5.3.3"},
	[N_PORTS] = {"ptp.v2.mm.numberPorts", "number of ports", U16, DEC,
		     .help = "How many ports it has", .ref = "15.5.3.3"},
	[CLASS] = {"ptp.v2.mm.clockclass", "Clock class", U8, DEC, .help = "How good the clock is",
		   .ref = "15.5.3.3"},
	[VARIANCE] = {"ptp.v2.mm.clockvariance", "Clock variance", U16, DEC,
		      .help = "How steady it is", .ref = "15.5.3.3"},
	[IDENTITY] = {"ptp.v2.mm.clockidentity", "Clock identity", U64, HEX,
		      .help = "Which clock it is", .ref = "15.5.3.3"},
	[DOMAIN] = {"ptp.v2.mm.domainNumber", "domain number", U8, DEC,
		    .help = "Clocks of one domain agree", .ref = "15.5.3.3"},
	[STEPS] = {"ptp.v2.mm.stepsRemoved", "steps removed", I16, DEC,
		   .help = "How many clocks are between it and the grandmaster", .ref = "15.5.3.3"},
	[PARENT] = {"ptp.v2.mm.parentclockidentity", "parent ClockIdentity", U64, HEX,
		    .help = "Its master", .ref = "15.5.3.3"},
	[PARENT_PORT] = {"ptp.v2.mm.parentsourceportid", "parent SourcePortID", U16, DEC,
			 .help = "Which of the master's ports", .ref = "15.5.3.3"},
	[PARENT_STATS] = {"ptp.v2.mm.parentstats", "parent stats", BOOL, AT(7, 1), .under = LOOSE,
			  .help = "It knows how steady the master is", .ref = "15.5.3.3"},
	[PARENT_VARIANCE] = {"ptp.v2.mm.observedParentOffsetScaledLogVariance",
			     "observedParentOffsetScaledLogVariance", U16, DEC,
			     .help = "How steady the master is", .ref = "15.5.3.3"},
	[PARENT_RATE] = {"ptp.v2.mm.observedParentClockPhaseChangeRate",
			 "observedParentClockPhaseChangeRate", I32, DEC,
			 .help = "How fast the master drifts", .ref = "15.5.3.3"},
	[GM_PRIORITY1] = {"ptp.v2.mm.grandmasterPriority1", "Grandmaster priority1", U8, DEC,
			  .help = "The lowest becomes master", .ref = "15.5.3.3"},
	[GM_CLASS] = {"ptp.v2.mm.grandmasterclockclass", "Grandmaster clock class", U8, DEC,
		      .help = "How good the grandmaster's clock is", .ref = "15.5.3.3"},
	[GM_ACCURACY] = {"ptp.v2.mm.grandmasterclockaccuracy", "Grandmaster clock accuracy", U8,
			 HEX, WORDS(accuracy_words), .help = "How exact it is", .ref = "15.5.3.3"},
	[GM_VARIANCE] = {"ptp.v2.mm.grandmasterclockvariance", "Grandmaster clock variance", U16,
			 DEC, .help = "How steady it is", .ref = "15.5.3.3"},
	[GM_PRIORITY2] = {"ptp.v2.mm.grandmasterPriority2", "Grandmaster priority2", U8, DEC,
			  .help = "Decides between equals", .ref = "15.5.3.3"},
	[GM_ID] = {"ptp.v2.mm.grandmasterclockidentity", "Grandmaster clock identity", U64, HEX,
		   .help = "Which clock it is", .ref = "15.5.3.3"},
	[UTC_OFFSET] = {"ptp.v2.mm.currentutcoffset", "CurrentUTCOffset", I16, DEC,
			.help = "Leap seconds up to now", .ref = "15.5.3.3"},
	[LI61] = {"ptp.v2.mm.li61", "leap 61", BOOL, AT(7, 1), .under = LOOSE,
		  .help = "A second will be added", .ref = "15.5.3.3"},
	[LI59] = {"ptp.v2.mm.li59", "leap 59", BOOL, AT(6, 1), .under = LOOSE,
		  .help = "A second will be left out", .ref = "15.5.3.3"},
	[UTC_VALID] = {"ptp.v2.mm.CurrentUTCOffsetValid", "CurrentUTCOffset valid", BOOL, AT(5, 1),
		       .under = LOOSE, .help = "The offset to UTC is right", .ref = "15.5.3.3"},
	[TIMESCALE] = {"ptp.v2.mm.ptptimescale", "PTP timescale", BOOL, AT(4, 1), .under = LOOSE,
		       .help = "It counts since 1970 without leap seconds", .ref = "15.5.3.3"},
	[TIME_TRACE] = {"ptp.v2.mm.timeTraceable", "Time traceable", BOOL, AT(3, 1), .under = LOOSE,
			.help = "The time comes from a primary source", .ref = "15.5.3.3"},
	[FREQ_TRACE] = {"ptp.v2.mm.frequencyTraceable", "Frequency traceable", BOOL, AT(2, 1),
			.under = LOOSE, .help = "The frequency comes from a primary source",
			.ref = "15.5.3.3"},
	[TIME_SOURCE] = {"ptp.v2.mm.timesource", "TimeSource", U8, HEX, WORDS(time_source_words),
			 .help = "Where the time comes from", .ref = "15.5.3.3"},
	[OFFSET] = {"text", "Offset from Master", HEADING},
	[OFFSET_NS] = {"ptp.v2.mm.offset.ns", "correction", U64, DEC, .form = form_ns,
		       .help = "Nanoseconds that it is ahead", .ref = "15.5.3.3"},
	[OFFSET_SUB] = {"ptp.v2.mm.offset.subns", "SubNs", DOUBLE, .help = "And a part of one",
			.ref = "15.5.3.3"},
	[DELAY] = {"text", "Mean path delay", HEADING},
	[DELAY_NS] = {"ptp.v2.mm.pathDelay.ns", "ns", U64, DEC, .form = form_ns,
		      .help = "Nanoseconds on the way to the master", .ref = "15.5.3.3"},
	[DELAY_SUB] = {"ptp.v2.mm.pathDelay.subns", "SubNs", DOUBLE, .help = "And a part of one",
		       .ref = "15.5.3.3"},
	[PORT_NUMBER] = {"ptp.v2.mm.PortNumber", "PortNumber", U16, DEC, .help = "Which port",
			 .ref = "15.5.3.3"},
	[PORT_STATE] = {"ptp.v2.mm.portState", "Port state", U8, DEC, WORDS(port_state_words),
			.help = "What the port is to its network", .ref = "15.5.3.3"},
	[LOG_DELAY] = {"ptp.v2.mm.logMinDelayReqInterval", "logMinDelayReqInterval", I8, DEC,
		       .help = "Seconds between requests, as a power of two", .ref = "15.5.3.3"},
	[PEER] = {"text", "Peer mean path delay", HEADING},
	[PEER_NS] = {"ptp.v2.mm.peerMeanPathDelay.ns", "ns", U64, DEC, .form = form_ns,
		     .help = "Nanoseconds on the link", .ref = "15.5.3.3"},
	[PEER_SUB] = {"ptp.v2.mm.peerMeanPathDelay.subns", "SubNs", DOUBLE,
		      .help = "And a part of one", .ref = "15.5.3.3"},
	[LOG_ANNOUNCE] = {"ptp.v2.mm.logAnnounceInterval", "logAnnounceInterval", I8, DEC,
			  .help = "Seconds between announcements, as a power of two",
			  .ref = "15.5.3.3"},
	[TIMEOUT] = {"ptp.v2.mm.announceReceiptTimeout", "announceReceiptTimeout", U8, DEC,
		     .help = "How many may be missing", .ref = "15.5.3.3"},
	[LOG_SYNC] = {"ptp.v2.mm.logSyncInterval", "logSyncInterval", I8, DEC,
		      .help = "Seconds between times, as a power of two", .ref = "15.5.3.3"},
	[MECHANISM] = {"ptp.v2.mm.delayMechanism", "Delay mechanism", U8, DEC,
		       WORDS(mechanism_words), .help = "How delays are measured",
		       .ref = "15.5.3.3"},
	[LOG_PDELAY] = {"ptp.v2.mm.logMinPdelayReqInterval", "logMinPdelayReqInterval", I8, DEC,
			.help = "Seconds between requests to peers, as a power of two",
			.ref = "15.5.3.3"},
	[VERSION] = {"ptp.v2.mm.versionNumber", "versionNumber", U8, DEC, AT(4, 4), .under = LOOSE,
		     .help = "Version of the protocol", .ref = "15.5.3.3"},
	[PRIMARY] = {"ptp.v2.mm.primaryDomain", "Primary domain number", U8, DEC,
		     .help = "The domain that it takes its frequency from", .ref = "15.5.3.3"},
	[FAULTY] = {"ptp.v2.mm.faultyFlag", "Faulty flag", BOOL, AT(7, 1), .under = LOOSE,
		    .help = "The port is out of order", .ref = "15.5.3.3"},
	[DISPLAY] = {"ptp.v2.mm.displayData", "Display data", STRING,
		     .help = "What people should know", .ref = "15.5.3.3"},
	[DISPLAY_LEN] = {"ptp.v2.mm.displayData.length", "length", U8, DEC,
			 .help = "Octets of the text", .ref = "15.5.3.3"},
	[DISPLAY_TEXT] = {"ptp.v2.mm.displayData", "Display data", STRING,
			  .help = "What people should know", .ref = "15.5.3.3"},
	[UNICAST] = {"ptp.v2.mm.unicastEnable", "Enable unicast", BOOL, AT(7, 1), .under = LOOSE,
		     .help = "Clocks may ask for messages of their own", .ref = "15.5.3.3"},
	[PATH_TRACE] = {"ptp.v2.mm.pathTraceEnable", "Path trace unicast", BOOL, AT(7, 1),
			.under = LOOSE, .help = "Clocks note that they passed messages on",
			.ref = "15.5.3.3"},
	[KEY] = {"ptp.v2.mm.keyField", "Key field", U8, DEC, .help = "Which of other times",
		 .ref = "15.5.3.3"},
	[NAME] = {"ptp.v2.mm.displayName", "Display name", STRING, .help = "What it is called",
		  .ref = "15.5.3.3"},
	[NAME_LEN] = {"ptp.v2.mm.displayName.length", "length", U8, DEC,
		      .help = "Octets of the name", .ref = "15.5.3.3"},
	[NAME_TEXT] = {"ptp.v2.mm.displayName", "Display name", STRING, .help = "What it is called",
		       .ref = "15.5.3.3"},
	[MAX_KEY] = {"ptp.v2.mm.maxKey", "Max key", U8, DEC, .help = "The highest of such numbers",
		     .ref = "15.5.3.3"},
	[OTHER_OFFSET] = {"ptp.v2.mm.currentOffset", "Current offset", I32, DEC,
			  .help = "Seconds that it differs", .ref = "15.5.3.3"},
	[OTHER_JUMP] = {"ptp.v2.mm.jumpSeconds", "Jump seconds", I32, DEC,
			.help = "How far it will jump", .ref = "15.5.3.3"},
	[OTHER_NEXT] = {"ptp.v2.mm.nextjumpSeconds", "Time of next jump (seconds)", U64, DEC,
			.help = "When it will jump", .ref = "15.5.3.3"},
	[ALTERNATES] = {"ptp.v2.mm.numberOfAlternateMasters", "Number of alternate masters", U8,
			DEC, .help = "How many other masters there may be", .ref = "15.5.3.3"},
	[LOG_ALTERNATE] = {"ptp.v2.mm.AlternateMulticastSyncInterval",
			   "Alternate multicast sync interval", I8, DEC,
			   .help = "Seconds between their times, as a power of two",
			   .ref = "15.5.3.3"},
	[ALTERNATE] = {"ptp.v2.mm.transmitAlternateMulticastSync",
		       "Transmit alternate multicast sync", BOOL, AT(7, 1), .under = LOOSE,
		       .help = "They send times, too", .ref = "15.5.3.3"},
};

static const struct ptp_time_rows offset = {OFFSET, OFFSET_NS, OFFSET_SUB},
				  delay = {DELAY, DELAY_NS, DELAY_SUB},
				  peer = {PEER, PEER_NS, PEER_SUB};

static void put_pad(struct walk *w, struct cursor *c, uint32_t octets)
{
	if (octets % 2 && !c->bad)
		put(w, c, PAD, 1);
}

static void put_address(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, value;
	uint32_t len, group;

	u16(&peek);
	len = u16(&peek);
	value = peek;
	group = open_group(w, &value, ADDRESS, len);
	put(w, c, ADDRESS_PROTOCOL, 2);
	put(w, c, ADDRESS_LEN, 2);
	if (!c->bad)
		put(w, c, ADDRESS_OCTETS, len);
	shut_group(w, group, NULL);
}

static void put_octets(struct walk *w, struct cursor *c, unsigned row, uint32_t n)
{
	put(w, c, row, n);
	if (!n)
		label_value(w, "<MISSING>");
}

static void put_description(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at, len;

	put(w, c, CT, 2);
	ptp_put_text(w, c, PHYSICAL);
	len = c->bad ? 0 : (uint32_t)put(w, c, PHY_ADDRESS_LEN, 2);
	if (!c->bad)
		put_octets(w, c, PHY_ADDRESS, len);
	if (!c->bad)
		put_address(w, c);
	put(w, c, MANUFACTURER, 3);
	put(w, c, RESERVED, 1);
	for (unsigned row = PRODUCT; row <= USER && !c->bad; row += USER - REVISION)
		ptp_put_text(w, c, row);
	put(w, c, PROFILE, 6);
	put_pad(w, c, c->at - at);
}

static void put_user(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;

	ptp_put_text(w, c, USER);
	put_pad(w, c, c->at - at);
}

static void put_faults(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at, n = (uint32_t)put(w, c, N_FAULTS, 2);

	for (; n && !c->bad; n--) {
		uint32_t group = open_group(w, c, FAULT, c->left.wire);

		put_layout(
			w, c,
			PARTS({FAULT_LEN, 2}, {FAULT_SECONDS, 6}, {FAULT_NANOS, 4}, {SEVERITY, 1}));
		for (unsigned row = FAULT_NAME; row <= FAULT_WORDS && !c->bad;
		     row += FAULT_VALUE - FAULT_NAME)
			ptp_put_text(w, c, row);
		shut_group(w, group, c);
	}
	put_pad(w, c, c->at - at);
}

static void put_current(struct walk *w, struct cursor *c)
{
	put(w, c, STEPS, 2);
	if (!c->bad)
		ptp_put_time(w, c, &offset);
	if (!c->bad)
		ptp_put_time(w, c, &delay);
}

static void put_port(struct walk *w, struct cursor *c)
{
	put_layout(w, c, PARTS({IDENTITY, 8}, {PORT_NUMBER, 2}, {PORT_STATE, 1}, {LOG_DELAY, 1}));
	if (!c->bad)
		ptp_put_time(w, c, &peer);
	put_layout(w, c,
		   PARTS({LOG_ANNOUNCE, 1}, {TIMEOUT, 1}, {LOG_SYNC, 1}, {MECHANISM, 1},
			 {LOG_PDELAY, 1}, {VERSION, SLICE | 1}, {0, HOP | 1}));
}

static void put_transparent_port(struct walk *w, struct cursor *c)
{
	put_layout(w, c,
		   PARTS({IDENTITY, 8}, {PORT_NUMBER, 2}, {FAULTY, SLICE | 1}, {0, HOP | 1},
			 {LOG_PDELAY, 1}));
	if (!c->bad)
		ptp_put_time(w, c, &peer);
}

static void put_path(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad)
		put(w, c, IDENTITY, 8);
}

static void put_name(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;

	put(w, c, KEY, 1);
	if (!c->bad)
		ptp_put_text(w, c, NAME);
	put_pad(w, c, c->at - at);
}

#define ONE(row) PARTS({row, 1}, {RESERVED, 1})
#define FLAG(row) PARTS({row, SLICE | 1}, {0, HOP | 1}, {RESERVED, 1})

static const struct layout list[] = {
	{0x0001, NULL, put_description},
	{0x0002, NULL, put_user},
	{0x0005, PARTS({INIT_KEY, 2}), NULL},
	{0x0006, NULL, put_faults},
	{0x2000,
	 PARTS({TWO_STEP, SLICE | 1}, {SLAVE_ONLY, SLICE | 1}, {0, HOP | 1}, {RESERVED, 1},
	       {N_PORTS, 2}, {PRIORITY1, 1}, {CLASS, 1}, {ACCURACY, 1}, {VARIANCE, 2},
	       {PRIORITY2, 1}, {IDENTITY, 8}, {DOMAIN, 1}, {RESERVED, 1}),
	 NULL},
	{0x2001, NULL, put_current},
	{0x2002,
	 PARTS({PARENT, 8}, {PARENT_PORT, 2}, {PARENT_STATS, SLICE | 1}, {0, HOP | 1},
	       {RESERVED, 1}, {PARENT_VARIANCE, 2}, {PARENT_RATE, 4}, {GM_PRIORITY1, 1},
	       {GM_CLASS, 1}, {GM_ACCURACY, 1}, {GM_VARIANCE, 2}, {GM_PRIORITY2, 1}, {GM_ID, 8}),
	 NULL},
	{0x2003,
	 PARTS({UTC_OFFSET, 2}, {LI61, SLICE | 1}, {LI59, SLICE | 1}, {UTC_VALID, SLICE | 1},
	       {TIMESCALE, SLICE | 1}, {TIME_TRACE, SLICE | 1}, {FREQ_TRACE, SLICE | 1},
	       {0, HOP | 1}, {TIME_SOURCE, 1}),
	 NULL},
	{0x2004, NULL, put_port},
	{0x2005, ONE(PRIORITY1), NULL},
	{0x2006, ONE(PRIORITY2), NULL},
	{0x2007, ONE(DOMAIN), NULL},
	{0x2008, FLAG(SLAVE_BIT), NULL},
	{0x2009, ONE(LOG_ANNOUNCE), NULL},
	{0x200a, ONE(TIMEOUT), NULL},
	{0x200b, ONE(LOG_SYNC), NULL},
	{0x200c, FLAG(VERSION), NULL},
	{0x200f, PARTS({SECONDS, 6}, {NANOS, 4}), NULL},
	{0x2010, ONE(ACCURACY), NULL},
	{0x2011,
	 PARTS({UTC_OFFSET, 2}, {LI61, SLICE | 1}, {LI59, SLICE | 1}, {UTC_VALID, SLICE | 1},
	       {0, HOP | 1}, {RESERVED, 1}),
	 NULL},
	{0x2012,
	 PARTS({TIME_TRACE, SLICE | 1}, {FREQ_TRACE, SLICE | 1}, {0, HOP | 1}, {RESERVED, 1}),
	 NULL},
	{0x2013, PARTS({TIMESCALE, SLICE | 1}, {0, HOP | 1}, {TIME_SOURCE, 1}), NULL},
	{0x2014, FLAG(UNICAST), NULL},
	{0x2015, NULL, put_path},
	{0x2016, FLAG(PATH_TRACE), NULL},
	{0x201d,
	 PARTS({ALTERNATE, SLICE | 1}, {0, HOP | 1}, {ALTERNATES, 1}, {LOG_ALTERNATE, 1},
	       {RESERVED, 1}),
	 NULL},
	{0x201e, PARTS({KEY, 1}, {PATH_TRACE, SLICE | 1}, {0, HOP | 1}), NULL},
	{0x201f, NULL, put_name},
	{0x2020, ONE(MAX_KEY), NULL},
	{0x2021,
	 PARTS({KEY, 1}, {OTHER_OFFSET, 4}, {OTHER_JUMP, 4}, {OTHER_NEXT, 6}, {RESERVED, 1}), NULL},
	{0x4000, PARTS({IDENTITY, 8}, {N_PORTS, 2}, {MECHANISM, 1}, {PRIMARY, 1}), NULL},
	{0x4001, NULL, put_transparent_port},
	{0x4002, ONE(PRIMARY), NULL},
	{0x6000, ONE(MECHANISM), NULL},
	{0x6001, ONE(LOG_PDELAY), NULL},
};

static void put_data(struct walk *w, struct cursor *c, unsigned id, uint32_t len)
{
	uint32_t group = open_group(w, c, DATA, len);

	put_layout_of(w, c, id, list, COUNT(list));
	shut_group(w, group, NULL);
}

static void put_error(struct walk *w, struct cursor *c, uint32_t len)
{
	put_layout(w, c, PARTS({ERROR_ID, 2}, {ID, 2}, {RESERVED, 4}));
	if (len > 8 && !c->bad) {
		uint32_t at = c->at;

		ptp_put_text(w, c, DISPLAY);
		put_pad(w, c, c->at - at);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type, id;
	uint32_t len;

	(void)l;
	put_layout(w, c,
		   PARTS({CLOCK, 8}, {PORT_ID, 2}, {START_HOPS, 1}, {HOPS, 1}, {ACTION, SLICE | 1},
			 {0, HOP | 2}));
	type = (unsigned)put(w, c, TLV_TYPE, 2);
	len = c->bad ? 0 : (uint32_t)put(w, c, TLV_LENGTH, 2);
	if (c->bad)
		return;
	if (type == PTP_ERROR_STATUS) {
		put_error(w, c, len);
	} else if (type == PTP_MANAGEMENT) {
		id = (unsigned)put(w, c, ID, 2);
		if (len > 2 && !c->bad)
			put_data(w, c, id, len - 2);
	}
}

static const struct hang hangs[] = {{"ptp.part", 0}, {0}};

const struct proto proto_ptp_mm = {
	.brief = "PTPv2",
	.no_column = true,
	.bare = true,
	.prefix = "ptp",
	.spec = "IEEE Std 1588-2008",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
