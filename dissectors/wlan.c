/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: the MAC header of all frames, and what control frames carry. */
/* IEEE Std 802.11-2020, 9.2 (format), 9.3 (types). */
#include "core/numbers.h"
#include "core/wifi.h"

enum {
	WLAN,
	OTHER_VERSION,
	TYPE_SUBTYPE,
	FC,
	VERSION,
	TYPE,
	SUBTYPE,
	FLAGS,
	DS,
	TODS,
	FROMDS,
	FRAG_MORE,
	RETRY,
	RETRY_NOTE,
	PWRMGT,
	MOREDATA,
	PROTECTED,
	ORDER,
	SLICES,
	DURATION,
	AID,
	FRAG,
	SEQ_NUMBER,
	TID,
	PRIORITY,
	EOSP,
	BIT4,
	ACK,
	AMSDU,
	PS_BUF,
	PS_BUF_SAID,
	PS_BUF_AC,
	PS_BUF_LOAD,
	TXOP_LIMIT,
	TXOP_WISH,
	QUEUE,
	SSC_FRAG,
	SSC_SEQ,
	BA_TID,
	RA,
	RA_NAME,
	TA,
	TA_NAME,
	DA,
	DA_NAME,
	SA,
	SA_NAME,
	BSSID,
	BSSID_NAME,
	STAA,
	STAA_NAME,
	ADDR,
	ADDR_NAME,
	FCS,
	FCS_STATUS,
	QOS,
	HTC,
	PARAMETERS,
	WEP_IV,
	TKIP_IV,
	CCMP_IV,
	KEY,
	WEP_ICV,
	BLOCK_ACK,
	BA_CONTROL,
	BA_POLICY,
	BA_TYPE,
	BA_RESERVED,
	SSC,
	BITMAP,
	MISSING,
};

struct state {
	uint64_t type_subtype;
	uint64_t whole; /* the MAC header was all there */
};

enum { MANAGEMENT, CONTROL, DATA };
enum {
	NDP_ANNOUNCEMENT = 5,
	BLOCK_ACK_REQ = 8,
	BLOCK_ACK_RESP,
	PS_POLL,
	RTS,
	CTS,
	ACKNOWLEDGE,
	CF_END,
	CF_END_ACK
};

#define HEADER 2
#define MAC_LEN 6
#define FCS_LEN 4
#define SUBTYPE_NO_DATA 4
#define SUBTYPE_QOS 8
#define QOS_AMSDU 0x80
#define FROM_DS_FLAG 2
#define NOBODY 4
#define US " microseconds"

static const struct word fc_type_subtypes[] = {
	{0, "Association Request"},
	{1, "Association Response"},
	{2, "Reassociation Request"},
	{3, "Reassociation Response"},
	{4, "Probe Request"},
	{5, "Probe Response"},
	{6, "Measurement Pilot"},
	{7, "Unrecognized (Reserved frame)"},
	{8, "Beacon frame"},
	{9, "ATIM"},
	{10, "Disassociate"},
	{11, "Authentication"},
	{12, "Deauthentication"},
	{13, "Action"},
	{14, "Action No Ack"},
	{15, "Aruba Management"},
	{16, "Unrecognized (Reserved frame)"},
	{17, "Unrecognized (Reserved frame)"},
	{18, "Trigger"},
	{19, "Unrecognized (Reserved frame)"},
	{20, "Beamforming Report Poll"},
	{21, "VHT/HE NDP Announcement"},
	{22, "Unrecognized (Reserved frame)"},
	{23, "Control Wrapper"},
	{24, "802.11 Block Ack Req"},
	{25, "802.11 Block Ack"},
	{26, "Power-Save poll"},
	{27, "Request-to-send"},
	{28, "Clear-to-send"},
	{29, "Acknowledgement"},
	{30, "CF-End (Control-frame)"},
	{31, "CF-End + CF-Ack (Control-frame)"},
	{32, "Data"},
	{33, "Data + CF-Ack"},
	{34, "Data + CF-Poll"},
	{35, "Data + CF-Ack + CF-Poll"},
	{36, "Null function (No data)"},
	{37, "Acknowledgement (No data)"},
	{38, "CF-Poll (No data)"},
	{39, "CF-Ack/Poll (No data)"},
	{40, "QoS Data"},
	{41, "QoS Data + CF-Acknowledgment"},
	{42, "QoS Data + CF-Poll"},
	{43, "QoS Data + CF-Ack + CF-Poll"},
	{44, "QoS Null function (No data)"},
	{45, "Unrecognized (Reserved frame)"},
	{46, "QoS CF-Poll (No Data)"},
	{47, "QoS CF-Ack + CF-Poll (No data)"},
	{48, "DMG Beacon"},
	{49, "S1G Beacon"},
	{50, "Unrecognized (Reserved frame)"},
	{51, "Unrecognized (Reserved frame)"},
	{52, "Unrecognized (Reserved frame)"},
	{53, "Unrecognized (Reserved frame)"},
	{54, "Unrecognized (Reserved frame)"},
	{55, "Unrecognized (Reserved frame)"},
	{56, "Unrecognized (Reserved frame)"},
	{57, "Unrecognized (Reserved frame)"},
	{58, "Unrecognized (Reserved frame)"},
	{59, "Unrecognized (Reserved frame)"},
	{60, "Unrecognized (Reserved frame)"},
	{61, "Unrecognized (Reserved frame)"},
	{62, "Unrecognized (Reserved frame)"},
	{63, "Unrecognized (Reserved frame)"},
	{354, "Poll"},
	{355, "Service Period Request"},
	{356, "Grant"},
	{357, "DMG Clear-to-send"},
	{358, "DMG Denial-to-send"},
	{359, "Grant Acknowledgment"},
	{360, "Sector Sweep"},
	{361, "Sector Sweep Feedback"},
	{362, "Sector Sweep Acknowledgment"},
};
static const struct word fc_types[] = {
	{0, "Management frame"}, {1, "Control frame"},
	{2, "Data frame"},       {3, "Extension frame"},
	{4, "PV1 Reserved"},     {5, "PV1 Reserved"},
	{6, "PV1 Reserved"},     {7, "PV1 Extension (currently reserved)"},
};
static const struct word fc_dss[] = {
	{0, "Not leaving DS or network is operating in AD-HOC mode (To DS: 0 From DS: 0)"},
	{1, "Frame from STA to DS via an AP (To DS: 1 From DS: 0)"},
	{2, "Frame from DS to a STA via AP(To DS: 0 From DS: 1)"},
	{3, "WDS (AP to AP) or Mesh (MP to MP) Frame (To DS: 1 From DS: 1)"},
};
static const struct word fc_todss[] = {
	{0, "Frame is not entering DS"},
	{1, "Frame is entering DS"},
};
static const struct word fc_fromdss[] = {
	{0, "Frame is not exiting DS"},
	{1, "Frame is exiting DS"},
};
static const struct word fc_frags[] = {
	{0, "This is the last fragment"},
	{1, "More fragments follow"},
};
static const struct word fc_retrys[] = {
	{0, "Frame is not being retransmitted"},
	{1, "Frame is being retransmitted"},
};
static const struct word fc_pwrmgts[] = {
	{0, "STA will stay up"},
	{1, "STA will go to sleep"},
};
static const struct word fc_moredatas[] = {
	{0, "No data buffered"},
	{1, "Data is buffered for STA at AP"},
};
static const struct word fc_protecteds[] = {
	{0, "Data is not protected"},
	{1, "Data is protected"},
};
static const struct word fc_orders[] = {
	{0, "Not strictly ordered"},
	{1, "Strictly ordered"},
};
static const struct word qos_prioritys[] = {
	{0, "Best Effort (Best Effort)"},
	{1, "Background (Background)"},
	{2, "Spare (Background)"},
	{3, "Excellent Effort (Best Effort)"},
	{4, "Controlled Load (Video)"},
	{5, "Video (Video)"},
	{6, "Voice (Voice)"},
	{7, "Network Control (Voice)"},
};
static const struct word qos_eosps[] = {
	{0, "Service period"},
	{1, "End of service period"},
};
static const struct word qos_bit4s[] = {
	{0, "Bits 8-15 of QoS Control field are TXOP Duration Requested"},
	{1, "Bits 8-15 of QoS Control field are Queue Size"},
};
static const struct word qos_acks[] = {
	{0, "Normal Ack"},
	{1, "No Ack"},
	{2, "No explicit acknowledgment"},
	{3, "Block Ack"},
};
static const struct word qos_amsdupresents[] = {
	{0, "MSDU"},
	{1, "A-MSDU"},
};
static const struct word qos_highest_pri_buf_acs[] = {
	{0, "Best Effort"},
	{1, "Background"},
	{2, "Video"},
	{3, "Voice"},
};
static const struct word ba_control_ackpolicys[] = {
	{0, "Immediate Acknowledgement Required"},
	{1, "Sender Does Not Require Immediate Acknowledgement"},
};
static const struct word ba_control_ba_types[] = {
	{0, "Basic BlockAck"},      {1, "Extended Compressed BlockAck"},
	{2, "Compressed BlockAck"}, {3, "Multi-TID BlockAck"},
	{6, "GCR BlockAck"},        {10, "GLK-GCR BlockAck"},
	{11, "Multi-STA BlockAck"},
};

static const struct words kinds = {fc_type_subtypes, COUNT(fc_type_subtypes)};

static void form_fcs(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 8);
	text_put(t, " [unverified]");
}

static const struct field fields[] = {
	[WLAN] = {"wlan", "IEEE 802.11", PROTO},
	[OTHER_VERSION] = {"wlan.fc.version", "Version", U8, DEC, AT(6, 2), WHEN(VERSION),
			   .help = "Of frames that nobody knows", .ref = "9.2.4.1.2"},
	[TYPE_SUBTYPE] = {"wlan.fc.type_subtype", "Type/Subtype", U16, HEX, WORDS(fc_type_subtypes),
			  KNOWN(struct state, type_subtype), .help = "Both as one number",
			  .ref = "9.2.4.1.3"},
	[FC] = {"wlan.fc", "Frame Control Field", U16, HEX, AT(0, 16),
		.help = "Kind of the frame, and flags", .ref = "9.2.4.1"},
	[VERSION] = {"wlan.fc.version", "Version", U8, DEC, AT(6, 2), .under = FC,
		     .help = "Always 0", .ref = "9.2.4.1.2"},
	[TYPE] = {"wlan.fc.type", "Type", U8, DEC, AT(4, 2), .under = FC, WORDS(fc_types),
		  .help = "Management, control or data", .ref = "9.2.4.1.3"},
	[SUBTYPE] = {"wlan.fc.subtype", "Subtype", U8, DEC, AT(0, 4), .under = FC,
		     .help = "Which of that type", .ref = "9.2.4.1.3"},
	[FLAGS] = {"wlan.flags", "Flags", U8, HEX, AT(8, 8), .under = FC, .help = "All of them",
		   .ref = "9.2.4.1"},
	[DS] = {"wlan.fc.ds", "DS status", U8, HEX, AT(14, 2), .under = FLAGS, WORDS(fc_dss),
		.help = "Whether an access point is one of the ends", .ref = "9.2.4.1.4"},
	[TODS] = {"wlan.fc.tods", "To DS", BOOL, AT(15, 1), .under = FLAGS, .traits = HIDDEN,
		  WORDS(fc_todss), .help = "For an access point to relay", .ref = "9.2.4.1.4"},
	[FROMDS] = {"wlan.fc.fromds", "From DS", BOOL, AT(14, 1), .under = FLAGS, .traits = HIDDEN,
		    WORDS(fc_fromdss), .help = "From an access point", .ref = "9.2.4.1.4"},
	[FRAG_MORE] = {"wlan.fc.frag", "More Fragments", BOOL, AT(13, 1), .under = FLAGS,
		       WORDS(fc_frags), .help = "Another fragment follows", .ref = "9.2.4.1.5"},
	[RETRY] = {"wlan.fc.retry", "Retry", BOOL, AT(12, 1), .under = FLAGS, WORDS(fc_retrys),
		   .help = "Sent again", .ref = "9.2.4.1.6"},
	[RETRY_NOTE] = EXPERT("wlan.fc.retry.expert", "Retransmission (retry)", REMARK, G_SEQUENCE),
	[PWRMGT] = {"wlan.fc.pwrmgt", "PWR MGT", BOOL, AT(11, 1), .under = FLAGS, WORDS(fc_pwrmgts),
		    .help = "The station will sleep", .ref = "9.2.4.1.7"},
	[MOREDATA] = {"wlan.fc.moredata", "More Data", BOOL, AT(10, 1), .under = FLAGS,
		      WORDS(fc_moredatas), .help = "More is waiting for the station",
		      .ref = "9.2.4.1.8"},
	[PROTECTED] = {"wlan.fc.protected", "Protected flag", BOOL, AT(9, 1), .under = FLAGS,
		       WORDS(fc_protecteds), .help = "The body is encrypted", .ref = "9.2.4.1.9"},
	[ORDER] = {"wlan.fc.order", "+HTC/Order flag", BOOL, AT(8, 1), .under = FLAGS,
		   WORDS(fc_orders), .help = "HT Control follows, or order matters",
		   .ref = "9.2.4.1.10"},
	[SLICES] = {"text", "Slices", HEADING},
	[DURATION] = {"wlan.duration", "Duration", U16, DEC, AT(0, 15), BOX(16, 1), .under = SLICES,
		      .traits = LE, .unit = US, .help = "How long the medium is taken",
		      .ref = "9.2.4.2"},
	[AID] = {"wlan.aid", "Association ID", U16, DEC, AT(0, 14), BOX(16, 2), .under = SLICES,
		 .traits = LE, .help = "Number of the association", .ref = "9.2.4.2"},
	[FRAG] = {"wlan.frag", "Fragment number", U16, DEC, AT(0, 4), BOX(16, 12), .under = SLICES,
		  .traits = LE, .help = "Number of the fragment", .ref = "9.2.4.4"},
	[SEQ_NUMBER] = {"wlan.seq", "Sequence number", U16, DEC, AT(4, 12), BOX(16, 0),
			.under = SLICES, .traits = LE, .help = "Number of the frame",
			.ref = "9.2.4.4"},
	[TID] = {"wlan.qos.tid", "TID", U16, DEC, AT(0, 4), BOX(16, 12), .under = SLICES,
		 .traits = LE, .help = "Traffic identifier", .ref = "9.2.4.5.2"},
	[PRIORITY] = {"wlan.qos.priority", "Priority", U16, DEC, AT(0, 3), BOX(16, 13),
		      .under = SLICES, .traits = GENERATED | LE, WORDS(qos_prioritys),
		      .help = "Its class", .ref = "9.2.4.5.2"},
	[EOSP] = {"wlan.qos.eosp", "EOSP", BOOL, AT(4, 1), BOX(16, 11), .under = SLICES,
		  .traits = LE, WORDS(qos_eosps), .help = "The service period ends",
		  .ref = "9.2.4.5.3"},
	[BIT4] = {"wlan.qos.bit4", "QoS bit 4", BOOL, AT(4, 1), BOX(16, 11), .under = SLICES,
		  .traits = LE, WORDS(qos_bit4s), .help = "What bits 8 to 15 are",
		  .ref = "9.2.4.5.1"},
	[ACK] = {"wlan.qos.ack", "Ack Policy", U16, HEX, AT(5, 2), BOX(16, 9), .under = SLICES,
		 .traits = LE, WORDS(qos_acks), .help = "How it is to be acknowledged",
		 .ref = "9.2.4.5.4"},
	[AMSDU] = {"wlan.qos.amsdupresent", "Payload Type", BOOL, AT(7, 1), BOX(16, 8),
		   .under = SLICES, .traits = LE, WORDS(qos_amsdupresents),
		   .help = "Several packets in one", .ref = "9.2.4.5.9"},
	[PS_BUF] = {"wlan.qos.ps_buf_state", "QAP PS Buffer State", U16, HEX, AT(8, 8), BOX(16, 0),
		    .under = SLICES, .traits = LE,
		    .help = "What the access point keeps for sleepers", .ref = "9.2.4.5.7"},
	[PS_BUF_SAID] = {"wlan.qos.buf_state_indicated", "Buffer State Indicated", BOOL, AT(9, 1),
			 BOX(16, 6), .under = SLICES, .traits = LE, WORDS(yes_no),
			 .help = "Whether it tells", .ref = "9.2.4.5.7"},
	[PS_BUF_AC] = {"wlan.qos.highest_pri_buf_ac", "Highest-Priority Buffered AC", U16, DEC,
		       AT(10, 2), BOX(16, 4), .under = SLICES, .traits = LE,
		       WORDS(qos_highest_pri_buf_acs), .help = "Highest class that waits",
		       .ref = "9.2.4.5.7"},
	[PS_BUF_LOAD] = {"wlan.qos.qap_buf_load", "QAP Buffered Load", U16, DEC, AT(12, 4),
			 BOX(16, 0), .under = SLICES, .traits = LE, .help = "How much waits",
			 .ref = "9.2.4.5.7"},
	[TXOP_LIMIT] = {"wlan.qos.txop_limit", "TXOP Limit", U16, DEC, AT(8, 8), BOX(16, 0),
			.under = SLICES, .traits = LE, .help = "How long the station may send",
			.ref = "9.2.4.5.5"},
	[TXOP_WISH] = {"wlan.qos.txop_dur_req", "TXOP Duration Requested", U16, DEC, AT(8, 8),
		       BOX(16, 0), .under = SLICES, .traits = LE, .help = "How long it wants to",
		       .ref = "9.2.4.5.8"},
	[QUEUE] = {"wlan.qos.queue_size", "Queue Size", U16, DEC, AT(8, 8), BOX(16, 0),
		   .under = SLICES, .traits = LE, .help = "How much it has to send",
		   .ref = "9.2.4.5.6"},
	[SSC_FRAG] = {"wlan.fixed.ssc.fragment", "Fragment", U16, DEC, AT(0, 4), BOX(16, 12),
		      .under = SLICES, .traits = LE, .help = "Number of the fragment",
		      .ref = "9.3.1.7"},
	[SSC_SEQ] = {"wlan.fixed.ssc.sequence", "Starting Sequence Number", U16, DEC, AT(4, 12),
		     BOX(16, 0), .under = SLICES, .traits = LE,
		     .help = "First frame that it is about", .ref = "9.3.1.7"},
	[BA_TID] = {"wlan.ba.basic.tidinfo", "TID for which a Basic BlockAck frame is requested",
		    U16, HEX, AT(12, 4), BOX(16, 0), .under = SLICES, .traits = LE,
		    .help = "Traffic identifier", .ref = "9.3.1.7"},
	[RA] = {"wlan.ra", "Receiver address", ETHER, .help = "Who is to hear it",
		.ref = "9.2.4.3"},
	[RA_NAME] = {"wlan.ra_resolved", "Receiver address (resolved)", STRING, NAME_OF, AT(0, 48),
		     .under = RA, .traits = HIDDEN, .help = "The same as a name"},
	[TA] = {"wlan.ta", "Transmitter address", ETHER, .help = "Who sends it", .ref = "9.2.4.3"},
	[TA_NAME] = {"wlan.ta_resolved", "Transmitter address (resolved)", STRING, NAME_OF,
		     AT(0, 48), .under = TA, .traits = HIDDEN, .help = "The same as a name"},
	[DA] = {"wlan.da", "Destination address", ETHER, .help = "Whom it is for in the end",
		.ref = "9.2.4.3"},
	[DA_NAME] = {"wlan.da_resolved", "Destination address (resolved)", STRING, NAME_OF,
		     AT(0, 48), .under = DA, .traits = HIDDEN, .help = "The same as a name"},
	[SA] = {"wlan.sa", "Source address", ETHER, .help = "Whom it is from at first",
		.ref = "9.2.4.3"},
	[SA_NAME] = {"wlan.sa_resolved", "Source address (resolved)", STRING, NAME_OF, AT(0, 48),
		     .under = SA, .traits = HIDDEN, .help = "The same as a name"},
	[BSSID] = {"wlan.bssid", "BSS Id", ETHER, .help = "The access point, or the cell",
		   .ref = "9.2.4.3"},
	[BSSID_NAME] = {"wlan.bssid_resolved", "BSS Id (resolved)", STRING, NAME_OF, AT(0, 48),
			.under = BSSID, .traits = HIDDEN, .help = "The same as a name"},
	[STAA] = {"wlan.staa", "STA address", ETHER,
		  .help = "The station that isn't the access point", .ref = "9.2.4.3"},
	[STAA_NAME] = {"wlan.staa_resolved", "STA address (resolved)", STRING, NAME_OF, AT(0, 48),
		       .under = STAA, .traits = HIDDEN, .help = "The same as a name"},
	[ADDR] = {"wlan.addr", "Hardware address", ETHER, .traits = HIDDEN,
		  .help = "Any of the addresses", .ref = "9.2.4.3"},
	[ADDR_NAME] = {"wlan.addr_resolved", "Hardware address (resolved)", STRING, NAME_OF,
		       AT(0, 48), .under = ADDR, .traits = HIDDEN, .help = "The same as a name"},
	[FCS] = {"wlan.fcs", "Frame check sequence", U32, HEX, .traits = LE, .form = form_fcs,
		 .help = "CRC-32 over the frame", .ref = "9.2.4.8"},
	[FCS_STATUS] = {"wlan.fcs.status", "FCS Status", U8, PLAIN, .traits = GENERATED,
			.words = &checksum_statuses, .help = "Whether it is right"},
	[QOS] = {"wlan.qos", "Qos Control", U16, HEX, .traits = LE,
		 .help = "Class of traffic, and more", .ref = "9.2.4.5"},
	[HTC] = {"wlan.htc", "HT Control (+HTC)", U32, HEX, .traits = LE,
		 .help = "Link adaptation and more", .ref = "9.2.4.6"},
	[PARAMETERS] = {"text", "Parameters", HEADING},
	[WEP_IV] = {"wlan.wep.iv", "Initialization Vector", U24, HEX,
		    .help = "What the key is mixed with", .ref = "12.3.2"},
	[TKIP_IV] = {"wlan.tkip.extiv", "TKIP Ext. Initialization Vector", STRING,
		     .help = "Counts the frames", .ref = "12.5.2"},
	[CCMP_IV] = {"wlan.ccmp.extiv", "CCMP Ext. Initialization Vector", STRING,
		     .help = "Counts the frames", .ref = "12.5.3"},
	[KEY] = {"wlan.wep.key", "Key Index", U8, DEC, .help = "Which of four keys",
		 .ref = "12.3.2"},
	[WEP_ICV] = {"wlan.wep.icv", "WEP ICV", U32, HEX, .help = "Check of what was encrypted",
		     .ref = "12.3.2"},
	[BLOCK_ACK] = {"text", "Block Ack", HEADING},
	[BA_CONTROL] = {"wlan.ba.control", "Block Ack Control", U16, HEX, .traits = LE,
			.help = "Kind of acknowledgement", .ref = "9.3.1.8"},
	[BA_POLICY] = {"wlan.ba.control.ackpolicy", "BA Ack Policy", BOOL, AT(0, 1), BOX(16, 15),
		       .under = BA_CONTROL, .traits = LE, WORDS(ba_control_ackpolicys),
		       .help = "Whether it is to be acknowledged", .ref = "9.3.1.8"},
	[BA_TYPE] = {"wlan.ba.control.ba_type", "BA Type", U16, HEX, AT(1, 4), BOX(16, 11),
		     .under = BA_CONTROL, .traits = LE, WORDS(ba_control_ba_types),
		     .help = "Which form", .ref = "9.3.1.8"},
	[BA_RESERVED] = {"wlan.ba.control.reserved", "Reserved", U16, HEX, AT(5, 7), BOX(16, 4),
			 .under = BA_CONTROL, .traits = LE, .help = "Nothing", .ref = "9.3.1.8"},
	[SSC] = {"wlan.fixed.ssc", "Block Ack Starting Sequence Control (SSC)", U16, HEX,
		 .traits = LE, .help = "Where it begins", .ref = "9.3.1.7"},
	[BITMAP] = {"wlan.ba.bm", "Block Ack Bitmap", BYTES, .help = "What has arrived",
		    .ref = "9.3.1.8"},
	[MISSING] = {"wlan.ba.bm.missing_frame", "Missing frame", U32, DEC, .help = "What hasn't",
		     .ref = "9.3.1.8"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	l->column = "802.11";
	s->type_subtype = VALUE(l, TYPE) << 4 | VALUE(l, SUBTYPE);
}

/* "o.mPRMFTC": a letter for each flag, from the highest on, and for the check sequence. */
static void put_flags(struct text *t, unsigned flags, bool fcs)
{
	static const char letters[] = "opmPRMFT";

	for (unsigned i = 0; i < 8; i++)
		text_char(t, flags << i & 0x80 ? letters[i] : '.');
	if (fcs)
		text_char(t, 'C');
}

static bool has_fcs(const struct layer *l)
{
	const struct wifi *f = wifi_of(l);

	return f && f->fcs == FCS_LEN;
}

static const char *kind_of(const struct layer *l)
{
	return word_for(&kinds, ((const struct state *)l->state)->type_subtype);
}

/* --- addresses --- */

/* The addresses as they stand in the header. */
struct macs {
	struct cursor at[4];
};

static void put_mac(struct walk *w, struct cursor at, unsigned row)
{
	if (at.left.cap >= MAC_LEN)
		put(w, &at, row, MAC_LEN);
}

/* The row, and the one that any address has. */
static void put_first(struct walk *w, struct cursor at, unsigned row)
{
	put_mac(w, at, row);
	put_mac(w, at, ADDR);
}

static struct address address_at(struct cursor at)
{
	if (at.left.cap < MAC_LEN)
		return (struct address){NONE, 0, NULL};
	return (struct address){ETHER, MAC_LEN, at.left.p};
}

/* "00:00:5e:00:53:01 (RA)": of frames that aren't relayed. */
static struct address address_as(struct walk *w, struct cursor at, const char *role)
{
	struct address a = {STRING, 0, NULL};
	struct text t = {0};

	if (at.left.cap < MAC_LEN || !w->summary)
		return (struct address){NONE, 0, NULL};
	text_hex_bytes(&t, at.left.p, MAC_LEN, ':');
	text_format(&t, " (%s)", role);
	a.len = (uint8_t)t.len;
	a.p = (const uint8_t *)arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return a;
}

static struct cursor next_mac(struct cursor *c)
{
	struct cursor at = cursor_first(*c, MAC_LEN);

	cursor_take(c, MAC_LEN);
	return at;
}

/* --- fields that all frames have --- */

static void put_duration(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor at = cursor_first(*c, 2);
	unsigned v = le16(c);

	if (c->bad)
		return;
	if (!(v & 0x8000)) {
		put_slice(w, at, DURATION, 2);
	} else if (VALUE(l, TYPE) == CONTROL && VALUE(l, SUBTYPE) == PS_POLL) {
		put_slice(w, at, AID, 2);
	} else {
		put_slice(w, at, DURATION, 2);
		if (v == 0x8000)
			label_whole(w, "Duration/ID: %u", v);
		else
			label_whole(w, "Duration/ID: %u (reserved)", v & 0x3fff);
	}
}

static void put_sequence(struct walk *w, struct cursor *c, unsigned frag, unsigned seq)
{
	struct cursor at = cursor_first(*c, 2);

	cursor_take(c, 2);
	put_slice(w, at, frag, 2);
	put_slice(w, at, seq, 2);
}

/* Cuts the check sequence off that ends the frame. */
static void put_fcs(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct cursor tail = *c;

	if (!has_fcs(l) || c->left.wire < FCS_LEN)
		return;
	cursor_take(&tail, c->left.wire - FCS_LEN);
	*c = cursor_first(*c, c->left.wire - FCS_LEN);
	if (tail.left.cap < FCS_LEN)
		return;
	put(w, &tail, FCS, FCS_LEN);
	put_value(w, FCS_STATUS, tail.at, 0, CHECKSUM_UNVERIFIED);
}

static void put_htc(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (VALUE(l, ORDER))
		put(w, c, HTC, 4);
}

/* The header has all been there: its line says what the frame is. */
static void conclude(struct walk *w, struct layer *l, const struct cursor *c)
{
	struct text t = {0};

	if (c->bad)
		return;
	((struct state *)l->state)->whole = 1;
	put_flags(&t, (unsigned)VALUE(l, FLAGS), has_fcs(l));
	text_char(&t, '\0');
	label_tail_of(w, l->node, ", Flags: %s", t.p);
	text_close(&t);
}

/* --- what is encrypted --- */

static void put_iv(struct walk *w, struct cursor *c, bool tkip)
{
	struct cursor iv = *c;
	unsigned low = u8(c), second = u8(c), third = u8(c), key = u8(c),
		 high = (unsigned)cursor_le(c, 4);
	const char *words;
	struct text t = {0};

	if (c->bad)
		return;
	text_format(&t, "0x%08x%02x%02x", high, tkip ? low : second, tkip ? third : low);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	put_string(w, tkip ? TKIP_IV : CCMP_IV, iv.at, 8, words);
	put_value(w, KEY, iv.at + 3, 1, key >> 6);
}

static void put_wep(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	struct cursor icv;

	put(w, c, WEP_IV, 3);
	put_value(w, KEY, at + 3, 1, u8(c) >> 6);
	if (c->left.wire < 4)
		return;
	icv = *c;
	cursor_take(&icv, c->left.wire - 4);
	*c = cursor_first(*c, c->left.wire - 4);
	put(w, &icv, WEP_ICV, 4);
	label_tail(w, " (not verified)");
}

/* The parameters of the encryption; leaves the cursor at what they encrypt. */
static void put_protection(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned low = u8(&peek), second = u8(&peek);
	bool extended, tkip = second == ((low | 0x20) & 0x7f);
	uint32_t group;

	u8(&peek);
	extended = u8(&peek) & 0x20;
	if (peek.bad)
		return;
	group = open_group(w, c, PARAMETERS, extended ? 8 : 4);
	label_whole(w, "%s parameters", !extended ? "WEP" : tkip ? "TKIP" : "CCMP");
	if (extended)
		put_iv(w, c, tkip);
	else
		put_wep(w, c);
	shut_group(w, group, NULL);
}

/* --- management --- */

static void rest_management(struct walk *w, struct layer *l, struct cursor *c)
{
	struct macs m;
	bool fragment = VALUE(l, FRAG_MORE);

	for (unsigned i = 0; i < 3; i++)
		m.at[i] = next_mac(c);
	put_first(w, m.at[0], RA);
	put_mac(w, m.at[0], DA);
	put_first(w, m.at[1], TA);
	put_mac(w, m.at[1], SA);
	put_first(w, m.at[2], BSSID);
	new_sender(w, address_at(m.at[1]));
	new_receiver(w, address_at(m.at[0]));
	put_sequence(w, c, FRAG, SEQ_NUMBER);
	put_fcs(w, l, c);
	put_htc(w, l, c);
	conclude(w, l, c);
	if (VALUE(l, PROTECTED))
		put_protection(w, c);
	if (!c->left.wire || c->bad)
		return;
	if (fragment && !VALUE(l, PROTECTED))
		l->says = "Fragmented IEEE 802.11 frame";
	walk_next(w, VALUE(l, PROTECTED) || fragment ? NULL : next_by(l, MANAGEMENT), *c);
}

/* --- control --- */

static void put_missing(struct walk *w, struct cursor bitmap, unsigned first)
{
	uint32_t at = bitmap.at;

	for (unsigned bit = 0; bitmap.left.cap; bit += 8) {
		unsigned octet = u8(&bitmap);

		for (unsigned i = 0; i < 8; i++)
			if (!(octet >> i & 1))
				put_value(w, MISSING, at + bit / 8, 1, (first + bit + i) % 4096);
	}
}

static void put_bitmap(struct walk *w, struct cursor *c, unsigned type, unsigned first)
{
	static const uint8_t octets[] = {128, 8, 8};
	uint32_t n = octets[type];
	struct cursor bits = cursor_first(*c, n);
	uint32_t group = open_group(w, c, BITMAP, n);

	cursor_take(c, n);
	if (type == 2 && bits.left.cap == n)
		put_missing(w, bits, first);
	shut_group(w, group, NULL);
}

static void put_block_ack(struct walk *w, struct cursor *c, bool request)
{
	struct cursor peek = *c;
	unsigned control = le16(&peek), type = control >> 1 & 15, first = le16(&peek) >> 4;
	const char *name = word_for(fields[BA_TYPE].words, type);
	uint32_t group = open_group(w, c, BLOCK_ACK, 4), ssc;
	struct cursor at = cursor_first(*c, 2);

	label_whole(w, "%s %s", name ? name : "Unknown", request ? "Request" : "Response");
	put(w, c, BA_CONTROL, 2);
	if (c->bad || type > 2) {
		shut_group(w, group, NULL);
		return;
	}
	w->depth++;
	put_slice(w, at, BA_TID, 2);
	w->depth--;
	at = cursor_first(*c, 2);
	ssc = open_group(w, &at, SSC, 2);
	put_sequence(w, c, SSC_FRAG, SSC_SEQ);
	shut_group(w, ssc, NULL);
	if (!request && !c->bad)
		put_bitmap(w, c, type, first);
	shut_group(w, group, c);
}

/* What stands behind the receiver's address. */
static void rest_control(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned subtype = (unsigned)VALUE(l, SUBTYPE);
	bool alone = subtype == CTS || subtype == ACKNOWLEDGE || subtype < 2 || subtype == 6 ||
		     subtype == 7;
	bool bss = subtype == PS_POLL, end = subtype == CF_END;
	struct cursor to, from;

	to = next_mac(c);
	if (subtype != 6)
		put_first(w, to, RA);
	if (bss)
		put_mac(w, to, BSSID);
	new_receiver(w, address_as(w, to, bss ? "BSSID" : "RA"));
	new_sender(w, (struct address){NONE, 0, NULL});
	if (!alone) {
		from = next_mac(c);
		put_first(w, from, end ? BSSID : TA);
		new_sender(w, address_as(w, from, end ? "BSSID" : "TA"));
	}
	put_fcs(w, l, c);
	conclude(w, l, c);
	if (!c->bad && (subtype == BLOCK_ACK_REQ || subtype == BLOCK_ACK_RESP))
		put_block_ack(w, c, subtype == BLOCK_ACK_REQ);
}

/* --- data --- */

/* Which address is whose, by the flags "to DS" and "from DS". */
static const struct roles {
	uint8_t da, sa, bssid, staa;
} roles[] = {{0, 1, 2, NOBODY}, {2, 1, 0, 1}, {0, 2, 1, 0}, {2, 3, NOBODY, NOBODY}};

static void put_role(struct walk *w, const struct macs *m, unsigned who, unsigned row)
{
	if (who != NOBODY)
		put_mac(w, m->at[who], row);
}

static void put_data_addresses(struct walk *w, const struct layer *l, const struct macs *m,
			       bool amsdu)
{
	unsigned ds = (unsigned)VALUE(l, DS);
	struct roles who = roles[ds];
	struct address nobody = {NONE, 0, NULL};

	if (amsdu && ds & 1)
		who.da = NOBODY;
	if (amsdu && ds & FROM_DS_FLAG)
		who.sa = NOBODY;
	put_first(w, m->at[0], RA);
	put_first(w, m->at[1], TA);
	put_role(w, m, who.da, DA);
	put_role(w, m, who.sa, SA);
	put_role(w, m, who.bssid, BSSID);
	put_role(w, m, who.staa, STAA);
	put_mac(w, m->at[2], ADDR);
	if (ds == 3)
		put_mac(w, m->at[3], ADDR);
	new_sender(w, who.sa == NOBODY ? nobody : address_at(m->at[who.sa]));
	new_receiver(w, who.da == NOBODY ? nobody : address_at(m->at[who.da]));
}

static void put_load(struct walk *w, unsigned load)
{
	if (!load)
		label_tail(w, " (no buffered traffic)");
	else if (load == 15)
		label_tail(w, " (greater than 57344 octets)");
	else
		label_tail(w, " (%u octets)", load * 4096);
}

/* The upper octet as an access point fills it. */
static void put_power_save(struct walk *w, struct cursor at)
{
	unsigned state = (unsigned)put_slice(w, at, PS_BUF, 2);

	w->depth++;
	put_slice(w, at, PS_BUF_SAID, 2);
	if (state & 2) {
		put_slice(w, at, PS_BUF_AC, 2);
		put_slice(w, at, PS_BUF_LOAD, 2);
		put_load(w, state >> 4);
	}
	w->depth--;
}

static void put_queue(struct walk *w, struct cursor at)
{
	unsigned n = (unsigned)put_slice(w, at, QUEUE, 2);

	if (n < 254)
		label_tail(w, " (%u bytes)", n * 256);
	else
		label_tail(w, n == 254 ? " (more than 64768 octets)" : " (unspecified or unknown)");
}

static void put_wish(struct walk *w, struct cursor at)
{
	unsigned n = (unsigned)put_slice(w, at, TXOP_WISH, 2);

	if (n)
		label_tail(w, " (%u \xc2\xb5s)", n * 32);
	else
		label_tail(w, " (no TXOP requested)");
}

static void put_qos(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct cursor at = cursor_first(*c, 2);
	bool from_ap = VALUE(l, DS) & FROM_DS_FLAG;
	unsigned subtype = (unsigned)VALUE(l, SUBTYPE),
		 v = (unsigned)span_bits(at.left, 0, 16, true);
	uint32_t group = open_group(w, c, QOS, 2);

	cursor_take(c, 2);
	put_slice(w, at, TID, 2);
	put_slice(w, at, PRIORITY, 2);
	put_slice(w, at, from_ap ? EOSP : BIT4, 2);
	put_slice(w, at, ACK, 2);
	if (!(subtype & SUBTYPE_NO_DATA))
		put_slice(w, at, AMSDU, 2);
	if (from_ap && subtype & 2)
		put_slice(w, at, TXOP_LIMIT, 2);
	else if (from_ap)
		put_power_save(w, at);
	else if (v & 0x10)
		put_queue(w, at);
	else
		put_wish(w, at);
	shut_group(w, group, NULL);
}

static void pass_padding(struct cursor *c, const struct layer *l)
{
	const struct wifi *f = wifi_of(l);

	if (f && f->datapad == 1)
		cursor_take(c, (0u - (c->at - l->at)) % 4);
}

/* Whether the QoS field at the cursor, or behind the fourth address, says so. */
static bool is_amsdu(const struct layer *l, struct cursor c)
{
	return VALUE(l, SUBTYPE) & SUBTYPE_QOS && le16(&c) & QOS_AMSDU;
}

static void rest_data(struct walk *w, struct layer *l, struct cursor *c)
{
	bool qos = VALUE(l, SUBTYPE) & SUBTYPE_QOS, amsdu, fragment = VALUE(l, FRAG_MORE);
	struct cursor sequence;
	struct macs m;

	for (unsigned i = 0; i < 3; i++)
		m.at[i] = next_mac(c);
	sequence = cursor_first(*c, 2);
	cursor_take(c, 2);
	if (VALUE(l, DS) == 3)
		m.at[3] = next_mac(c);
	amsdu = is_amsdu(l, *c);
	put_data_addresses(w, l, &m, amsdu);
	put_sequence(w, &sequence, FRAG, SEQ_NUMBER);
	put_fcs(w, l, c);
	if (qos)
		put_qos(w, l, c);
	if (qos)
		put_htc(w, l, c);
	conclude(w, l, c);
	pass_padding(c, l);
	if (VALUE(l, SUBTYPE) & SUBTYPE_NO_DATA || c->bad)
		return;
	if (VALUE(l, PROTECTED) && c->left.wire)
		put_protection(w, c);
	if (fragment && !VALUE(l, PROTECTED))
		l->says = "Fragmented IEEE 802.11 frame";
	if (c->bad || (!c->left.wire && VALUE(l, PROTECTED)))
		return;
	if (VALUE(l, PROTECTED) || fragment)
		walk_next(w, NULL, *c);
	else
		walk_next(w, amsdu ? next_by(l, DATA) : also_by(l, 0, 0), *c);
}

/* Only version 0 is known: of others nothing can be said. */
static unsigned believed(const struct layer *l)
{
	return VALUE(l, VERSION) ? OTHER_VERSION : 0;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (l->stop) {
		label_tail_of(w, l->node, " Unknown Protocol Version:%u",
			      (unsigned)VALUE(l, VERSION));
		cursor_fail(c, c->left.cap + 1);
		return;
	}
	if (VALUE(l, RETRY))
		expert_on(w, RETRY, RETRY_NOTE, NULL);
	if (VALUE(l, TYPE) > DATA) {
		walk_next(w, NULL, *c);
		return;
	}
	label_tail_of(w, l->node, " %s", kind_of(l));
	put_duration(w, l, c);
	if (VALUE(l, TYPE) == MANAGEMENT)
		rest_management(w, l, c);
	else if (VALUE(l, TYPE) == CONTROL)
		rest_control(w, l, c);
	else
		rest_data(w, l, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 22);

	(void)r;
	if (l->stop) {
		text_format(t, "Unknown protocol version: %u", (unsigned)VALUE(l, VERSION));
		return;
	}
	text_put(t, kind_of(l));
	if (((const struct state *)l->state)->whole != 1)
		return;
	if (VALUE(l, TYPE) != CONTROL) {
		unsigned seq = le16(&c);

		text_format(t, ", SN=%u, FN=%u", seq >> 4, seq & 15);
	}
	text_put(t, ", Flags=");
	put_flags(t, (unsigned)VALUE(l, FLAGS), has_fcs(l));
}

static const struct hang hangs[] = {{"link", 105}, {0}};

const struct proto proto_wlan = {
	.brief = "IEEE 802.11",
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = HEADER,
	.next = {.table = "wlan.type", .also = {"eth.802_3"}},
	.hangs = hangs,
	.believed = believed,
	.note = note,
	.rest = rest,
	.info = info,
};
