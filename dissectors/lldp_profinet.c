/* SPDX-License-Identifier: BSD-2-Clause */
/* LLDP: elements of Profinet. */
/* IEC 61158-6-10. */
#include "shared/lldp.h"

enum {
	PART,
	LOOSE,
	ORG_OUI,
	SUBTYPE,
	RX_LOCAL,
	RX_REMOTE,
	TX_LOCAL,
	TX_REMOTE,
	CABLE,
	RTC2,
	RTC3,
	RTC3_RESERVED,
	RTC3_FRAG,
	RTC3_PREAMBLE,
	MRP_UUID,
	MRRT,
	MAC,
	MASTER,
	SUBDOMAIN,
	IR_DATA,
	PERIOD,
	PERIOD_VALID,
	PERIOD_LEN,
	RED,
	RED_VALID,
	RED_AT,
	ORANGE,
	ORANGE_VALID,
	ORANGE_AT,
	GREEN,
	GREEN_VALID,
	GREEN_AT,
	TSN_UUID,
	NME_LEN,
	NME_TYPE,
	NME_ADDR,
	NME_NAME,
	NME_PARAMETER,
	TIME_NUMBER,
	TIME_UUID,
	TIME_MASTER,
	CONTENT,
};

static const struct word subtype_words[] = {
	{1, "Measured Delay Values"},
	{2, "Port Status"},
	{3, "Alias"},
	{4, "MRP Port Status"},
	{5, "Chassis MAC"},
	{6, "PTCP Status"},
	{9, "TSN Domain"},
	{10, "TSN NME Management Address"},
	{11, "TSN NME Name UUID"},
	{12, "TSN NME Parameter UUID"},
	{13, "TSN Time Domain data"},
};

static const struct word rtc2_words[] = {
	{0, "OFF"},
	{1, "SYNCDATA_LOADED"},
	{2, "RTCLASS2_UP"},
	{3, "Reserved"},
};

static const struct word rtc3_words[] = {
	{0, "OFF"}, {1, "reserved"}, {2, "RTCLASS3_UP"}, {3, "RTCLASS3_DOWN"}, {4, "RTCLASS3_RUN"},
};

static const struct word rtc3_frag_words[] = {
	{0, "OFF"},
	{1, "ON"},
};

static const struct word rtc3_preamble_words[] = {
	{0, "Seven octets"},
	{1, "One octet"},
};

static const struct word mrrt_words[] = {
	{0, "OFF"},
	{1, "MRRT_CONFIGURED"},
	{2, "MRRT_UP"},
};

static const struct word time_number_words[] = {
	{0, "Global Time"},
	{1, "Global Time Redundant"},
	{32, "Working Clock"},
	{33, "Working Clock Redundant"},
};

static const struct field fields[] = {
	[PART] = {"lldp.profinet", "Profinet", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ORG_OUI] = LLDP_OUI_ROW,
	[SUBTYPE] = {"lldp.profinet.subtype", "Subtype", U8, HEX, WORDS(subtype_words),
		     .help = "Which element"},
	[RX_LOCAL] = {"lldp.profinet.port_rx_delay_local", "Port RX Delay Local", U32, DEC,
		      .unit = " ns", .help = "Delay to receive here"},
	[RX_REMOTE] = {"lldp.profinet.port_rx_delay_remote", "Port RX Delay Remote", U32, DEC,
		       .unit = " ns", .help = "Delay to receive there"},
	[TX_LOCAL] = {"lldp.profinet.port_tx_delay_local", "Port TX Delay Local", U32, DEC,
		      .unit = " ns", .help = "Delay to send here"},
	[TX_REMOTE] = {"lldp.profinet.port_tx_delay_remote", "Port TX Delay Remote", U32, DEC,
		       .unit = " ns", .help = "Delay to send there"},
	[CABLE] = {"lldp.profinet.cable_delay_local", "Port Cable Delay Local", U32, DEC,
		   .unit = " ns", .help = "Delay of the cable"},
	[RTC2] = {"lldp.profinet.rtc2_port_status", "RTClass2 Port Status", U16, HEX,
		  WORDS(rtc2_words), .help = "State of class 2"},
	[RTC3] = {"lldp.profinet.rtc3_port_status", "RTClass3 Port Status", U16, HEX, AT(13, 3),
		  BOX(16, 13), .under = LOOSE, WORDS(rtc3_words), .help = "State of class 3"},
	[RTC3_RESERVED] = {"lldp.profinet.rtc3_port_status.reserved",
			   "RTClass3_PortStatus.reserved", U16, HEX, AT(4, 9), BOX(16, 4),
			   .under = LOOSE, .help = "Always 0"},
	[RTC3_FRAG] = {"lldp.profinet.rtc3_port_status.fragmentation",
		       "RTClass3_PortStatus.Fragmentation", U16, HEX, AT(3, 1), BOX(16, 3),
		       .under = LOOSE, WORDS(rtc3_frag_words), .help = "Frames may be cut"},
	[RTC3_PREAMBLE] = {"lldp.profinet.rtc3_port_status.preambleLength",
			   "RTClass3_PortStatus.PreambleLength", U16, HEX, AT(2, 1), BOX(16, 2),
			   .under = LOOSE, WORDS(rtc3_preamble_words),
			   .help = "Octets before a frame"},
	[MRP_UUID] = {"lldp.profinet.mrp_domain_uuid", "MRP DomainUUID", GUID,
		      .help = "Which ring"},
	[MRRT] = {"lldp.profinet.mrrt_port_status", "MRRT PortStatus", U16, HEX, WORDS(mrrt_words),
		  .help = "State of the ring's port"},
	[MAC] = {"lldp.profinet.cm_mac_add", "CMMacAdd", ETHER, .help = "Address of the device"},
	[MASTER] = {"lldp.profinet.master_source_address", "MasterSourceAddress", ETHER,
		    .help = "Who gives the time"},
	[SUBDOMAIN] = {"lldp.profinet.subdomain_uuid", "SubdomainUUID", GUID,
		       .help = "Which domain"},
	[IR_DATA] = {"lldp.profinet.ir_data_uuid", "IRDataUUID", GUID, .help = "Which plan"},
	[PERIOD] = {"text", "LengthOfPeriod", HEADING},
	[PERIOD_VALID] = {"lldp.profinet.length_of_period_valid", "LengthOfPeriod.Valid", U32, DEC,
			  AT(0, 1), BOX(32, 0), .under = PERIOD, .help = "It is set"},
	[PERIOD_LEN] = {"lldp.profinet.length_of_period_length", "LengthOfPeriod.Length", U32, DEC,
			AT(1, 31), BOX(32, 1), .under = PERIOD, .help = "Nanoseconds"},
	[RED] = {"text", "RedPeriodBegin", HEADING},
	[RED_VALID] = {"lldp.profinet.red_period_begin_valid", "RedPeriodBegin.Valid", U32, DEC,
		       AT(0, 1), BOX(32, 0), .under = RED, .help = "It is set"},
	[RED_AT] = {"lldp.profinet.red_period_begin_offset", "RedPeriodBegin.Offset", U32, DEC,
		    AT(1, 31), BOX(32, 1), .under = RED, .help = "Nanoseconds"},
	[ORANGE] = {"text", "OrangePeriodBegin", HEADING},
	[ORANGE_VALID] = {"lldp.profinet.orange_period_begin_valid", "OrangePeriodBegin.Valid", U32,
			  DEC, AT(0, 1), BOX(32, 0), .under = ORANGE, .help = "It is set"},
	[ORANGE_AT] = {"lldp.profinet.orange_period_begin_offset", "OrangePeriodBegin.Offset", U32,
		       DEC, AT(1, 31), BOX(32, 1), .under = ORANGE, .help = "Nanoseconds"},
	[GREEN] = {"text", "GreenPeriodBegin", HEADING},
	[GREEN_VALID] = {"lldp.profinet.green_period_begin_valid", "GreenPeriodBegin.Valid", U32,
			 DEC, AT(0, 1), BOX(32, 0), .under = GREEN, .help = "It is set"},
	[GREEN_AT] = {"lldp.profinet.green_period_begin_offset", "GreenPeriodBegin.Offset", U32,
		      DEC, AT(1, 31), BOX(32, 1), .under = GREEN, .help = "Nanoseconds"},
	[TSN_UUID] = {"lldp.profinet.tsn_domain_uuid", "TSN DomainUUID", GUID,
		      .help = "Which domain"},
	[NME_LEN] = {"lldp.profinet.tsn_nme_management_addr_str_length",
		     "TSN NME Management Address String Length", U8, HEX,
		     .help = "Octets of family and address"},
	[NME_TYPE] = {"lldp.profinet.tsn_nme_management_addr_subtype",
		      "TSN NME Management Address Subtype", U8, HEX,
		      .help = "Family of the address"},
	[NME_ADDR] = {"lldp.profinet.tsn_nme_management_addr", "TSN NME Management Address", BYTES,
		      .help = "Who manages the network"},
	[NME_NAME] = {"lldp.profinet.tsn_nme_name_uuid", "TSN NME Name UUID", GUID,
		      .help = "Its name"},
	[NME_PARAMETER] = {"lldp.profinet.tsn_nme_parameter_uuid", "TSN NME Parameter UUID", GUID,
			   .help = "Its settings"},
	[TIME_NUMBER] = {"lldp.profinet.time_domain_number", "Time Domain Number", U16, HEX,
			 WORDS(time_number_words), .help = "Which clock"},
	[TIME_UUID] = {"lldp.profinet.time_domain_uuid", "Time Domain UUID", GUID,
		       .help = "Which domain"},
	[TIME_MASTER] = {"lldp.profinet.time_domain_master_identity", "Time Domain Master Identity",
			 BYTES, .help = "Who gives the time"},
	[CONTENT] = {"lldp.unknown_subtype.content", "Unknown Subtype Content", BYTES,
		     .help = "What it says"},
};

static void put_period(struct walk *w, struct cursor *c, unsigned head)
{
	struct cursor peek = *c;
	unsigned n = u32(&peek);
	uint32_t group = open_group(w, c, head, 4);

	if (!peek.bad)
		label_tail_of(w, group, ": %s, %uns", n >> 31 ? "Valid" : "Not Valid",
			      n & 0x7fffffff);
	cursor_pull(c, 4);
	shut_group(w, group, NULL);
}

static void put_periods(struct walk *w, struct cursor *c)
{
	put_period(w, c, PERIOD);
	put_period(w, c, RED);
	put_period(w, c, ORANGE);
	put_period(w, c, GREEN);
}

static void put_manager(struct walk *w, struct cursor *c)
{
	unsigned n = (unsigned)put(w, c, NME_LEN, 1);

	put(w, c, NME_TYPE, 1);
	if (n > 1 && !c->bad)
		put(w, c, NME_ADDR, n - 1);
}

static const struct layout list[] = {
	{1, PARTS({RX_LOCAL, 4}, {RX_REMOTE, 4}, {TX_LOCAL, 4}, {TX_REMOTE, 4}, {CABLE, 4}), NULL},
	{2,
	 PARTS({RTC2, 2}, {RTC3, SLICE | 2}, {RTC3_RESERVED, SLICE | 2}, {RTC3_FRAG, SLICE | 2},
	       {RTC3_PREAMBLE, SLICE | 2}, {0, HOP | 2}),
	 NULL},
	{4, PARTS({MRP_UUID, 16}, {MRRT, 2}), NULL},
	{5, PARTS({MAC, 6}), NULL},
	{6, PARTS({MASTER, 6}, {SUBDOMAIN, 16}, {IR_DATA, 16}), put_periods},
	{9, PARTS({TSN_UUID, 16}), NULL},
	{10, NULL, put_manager},
	{11, PARTS({NME_NAME, 16}), NULL},
	{12, PARTS({NME_PARAMETER, 16}), NULL},
	{13, PARTS({TIME_NUMBER, 2}, {TIME_UUID, 16}, {TIME_MASTER, 8}), NULL},
};

static const struct lldp_org org = {
	.oui = ORG_OUI,
	.subtype = SUBTYPE,
	.content = CONTENT,
	.brackets = true,
	.list = list,
	.n = COUNT(list),
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_lldp_org(w, c, &org);
}

static const struct hang hangs[] = {{"lldp.oui", 0x000ecf}, {0}};

const struct proto proto_lldp_profinet = {
	.brief = "LLDP",
	.no_column = true,
	.bare = true,
	.prefix = "lldp",
	.spec = "IEC 61158-6-10",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
