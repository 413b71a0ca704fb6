/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's chunks; parameters, causes and SACKs have files of their own. */
/* RFC 9260, 3.3; for the others see the rows. */
#include "flow/sctp.h"
#include "shared/sctp.h"

enum {
	CHUNKS,
	CHUNK,
	CHUNK_TYPE,
	CHUNK_BIT_1,
	CHUNK_BIT_2,
	FLAGS,
	I_BIT,
	U_BIT,
	B_BIT,
	E_BIT,
	SACK_NONCE,
	NR_NONCE,
	ABORT_T,
	COMPLETE_T,
	DROP_M,
	DROP_B,
	DROP_T,
	CHUNK_LENGTH,
	CHUNK_LENGTH_BAD,
	ANY_INIT_TAG,
	INIT_TAG,
	INIT_CREDIT,
	INIT_OUT,
	INIT_IN,
	INIT_TSN,
	ACK_TAG,
	ACK_CREDIT,
	ACK_OUT,
	ACK_IN,
	ACK_TSN,
	SHUTDOWN_TSN,
	ECNE_TSN,
	CWR_TSN,
	KEY_ID,
	AUTH_HMAC_ID,
	HMAC,
	COOKIE,
	FORWARD_TSN,
	FORWARD_SID,
	FORWARD_SSN,
	I_FORWARD_TSN,
	I_FORWARD_SID,
	I_FORWARD_FLAGS,
	I_FORWARD_RES,
	I_FORWARD_U,
	I_FORWARD_MID,
	ASCONF_SEQ,
	ASCONF_ACK_SEQ,
	BANDWIDTH,
	QUEUE,
	CUT_LENGTH,
	DROP_RESERVED,
	DROP_DATA,
	PAD_DATA,
	CHUNK_VALUE,
	NR_TSN,
	NR_RWND,
	NR_GAPS,
	NR_NR_GAPS,
	NR_DUPLICATES,
	NR_RESERVED,
	TSN,
	RETRANSMISSION,
	RETRANSMISSION_NOTE,
	RETRANSMISSION_TIME,
	TSN_RAW,
	SID,
	SSN,
	RESERVED,
	MID,
	PPID,
	FSN,
	CHUNK_PADDING,
};

enum { PART_CHUNK, PART_PARAMETERS, PART_CAUSES, PART_SACK }; /* in table "sctp.part" */

enum {
	C_DATA = 0,
	C_INIT = 1,
	C_INIT_ACK = 2,
	C_SACK = 3,
	C_HEARTBEAT = 4,
	C_HEARTBEAT_ACK = 5,
	C_ABORT = 6,
	C_SHUTDOWN = 7,
	C_SHUTDOWN_ACK = 8,
	C_ERROR = 9,
	C_COOKIE_ECHO = 10,
	C_COOKIE_ACK = 11,
	C_ECNE = 12,
	C_CWR = 13,
	C_SHUTDOWN_COMPLETE = 14,
	C_AUTH = 15,
	C_NR_SACK = 16,
	C_I_DATA = 64,
	C_ASCONF_ACK = 128,
	C_PKTDROP = 129,
	C_RE_CONFIG = 130,
	C_PAD = 132,
	C_FORWARD_TSN = 192,
	C_ASCONF = 193,
	C_I_FORWARD_TSN = 194,
	C_IETF_EXTENSION = 255,
};

enum { FLAG_E = 1, FLAG_B = 2, FLAG_U = 4 };

#define HEAD 4 /* octets of type, flags and length of a chunk */

#define MAX_DEPTH 24 /* of parameters, causes and chunks in one another */

static const struct word chunk_stop[] = {
	{0, "Stop processing of the packet"},
	{1, "Skip chunk and continue processing of the packet"},
};

static const struct word payload_protocols[] = {
	{0, "not specified"},
	{1, "IUA"},
	{2, "M2UA"},
	{3, "M3UA"},
	{4, "SUA"},
	{5, "M2PA"},
	{6, "V5UA"},
	{7, "H.248/MEGACO"},
	{8, "BICC/Q.2150.3"},
	{9, "TALI"},
	{10, "DUA"},
	{11, "ASAP"},
	{12, "ENRP"},
	{13, "H.323"},
	{14, "Q.IPC/Q.2150.3"},
	{15, "SIMCO"},
	{16, "DDP Segment Chunk"},
	{17, "DDP Stream Session Control"},
	{18, "S1 Application Protocol (S1AP)"},
	{19, "RUA"},
	{20, "HNBAP"},
	{21, "ForCES-HP"},
	{22, "ForCES-MP"},
	{23, "ForCES-LP"},
	{24, "SBc-AP"},
	{25, "NBAP"},
	{26, "Unassigned"},
	{27, "X2AP"},
	{28, "IRCP"},
	{29, "LCS-AP"},
	{30, "MPICH2"},
	{31, "SABP"},
	{32, "Fractal Generator Protocol"},
	{33, "Ping Pong Protocol"},
	{34, "CalcApp Protocol"},
	{35, "Scripting Service Protocol"},
	{36, "NetPerfMeter Control"},
	{37, "NetPerfMeter Data"},
	{38, "Echo"},
	{39, "Discard"},
	{40, "Daytime"},
	{41, "Character Generator"},
	{42, "3GPP RNA"},
	{43, "3GPP M2AP"},
	{44, "3GPP M3AP"},
	{45, "SSH"},
	{46, "DIAMETER"},
	{47, "DIAMETER over DTLS"},
	{48, "R14P"},
	{49, "Generic Data Transfer Protocol (GDT)"},
	{50, "WebRTC Control"},
	{51, "WebRTC String"},
	{52, "WebRTC Binary Partial (Deprecated)"},
	{53, "WebRTC Binary"},
	{54, "WebRTC String Partial (Deprecated)"},
	{55, "3GPP PUA"},
	{56, "WebRTC String Empty"},
	{57, "WebRTC Binary Empty"},
	{58, "XwAP"},
	{59, "Xw - Control Plane"},
	{60, "NGAP"},
	{61, "XnAP"},
	{62, "F1 AP"},
	{65, "ELE2 Lawful Interception"},
	{66, "NGAP over DTLS"},
	{67, "XnAP over DTLS"},
	{68, "F1AP over DTLS"},
	{69, "E1AP over DTLS"},
	{70, "E2-CP"},
	{71, "E2-UP"},
	{72, "E2-DU"},
	{73, "W1AP"},
};

static const struct word last_words[] = {
	{0, "Not the last segment"},
	{1, "Last segment"},
};

static const struct word first_words[] = {
	{0, "Subsequent segment"},
	{1, "First segment"},
};

static const struct word order_words[] = {
	{0, "Ordered delivery"},
	{1, "Unordered delivery"},
};

static const struct word immediate_words[] = {
	{0, "Possibly delay SACK"},
	{1, "Send SACK immediately"},
};

static const struct word tag_words[] = {
	{0, "Tag not reflected"},
	{1, "Tag reflected"},
};

static const struct word message_words[] = {
	{0, "Ordered messages"},
	{1, "Unordered messages"},
};

static const struct word dropper_words[] = {
	{0, "Source is an endhost"},
	{1, "Source is a middlebox"},
};

static const struct word drop_checksum_words[] = {
	{0, "SCTP checksum was correct"},
	{1, "SCTP checksum was incorrect"},
};

static const struct word drop_cut_words[] = {
	{0, "Packet is not truncated"},
	{1, "Packet is truncated"},
};

#define IN(...) WHEN_IN(CHUNK_TYPE, __VA_ARGS__)

#define FLAG(row, name, what, bit, says, section, table, ...)                                   \
	[row] = {"sctp." name,   what,         BOOL,         AT(8 + (bit), 1), IN(__VA_ARGS__), \
		 .under = FLAGS, WORDS(table), .help = says, .ref = section}

#define PART(row, name, what, kind, base, bit, width, type, says, section)                  \
	[row] = {"sctp." name, what,           kind,         base,          AT(bit, width), \
		 IN(type),     .under = CHUNK, .help = says, .ref = section}

#define PUT(row, name, what, kind, base, says, section) \
	[row] = {"sctp." name, what, kind, base, .under = CHUNK, .help = says, .ref = section}

#define KNOWS(row, name, what, kind, base, parent, says) \
	[row] = {"sctp." name, what, kind, base, .under = parent, .traits = GENERATED, .help = says}

static const struct field fields[] = {
	[CHUNKS] = {"sctp.chunks", "SCTP Chunks", PROTO},
	[CHUNK] = {"text", "Chunk", HEADING},
	[CHUNK_TYPE] = {"sctp.chunk_type", "Chunk type", U8, DEC, AT(0, 8), .under = CHUNK,
			.words = &sctp_chunks, .help = "Which chunk", .ref = "3.2"},
	[CHUNK_BIT_1] = {"sctp.chunk_bit_1", "Bit", BOOL, AT(0, 1), .under = CHUNK_TYPE,
			 WORDS(chunk_stop), .help = "What to do with an unknown chunk",
			 .ref = "3.2"},
	[CHUNK_BIT_2] = {"sctp.chunk_bit_2", "Bit", BOOL, AT(1, 1), .under = CHUNK_TYPE,
			 .words = &sctp_reporting, .help = "Whether to tell the sender",
			 .ref = "3.2"},
	[FLAGS] = {"sctp.chunk_flags", "Chunk flags", U8, HEX, AT(8, 8), .under = CHUNK,
		   .help = "Depends on the type", .ref = "3.2"},
	FLAG(I_BIT, "data_i_bit", "I-Bit", 4, "Acknowledge without delay", "3.3.1", immediate_words,
	     C_DATA, C_I_DATA),
	FLAG(U_BIT, "data_u_bit", "U-Bit", 5, "Without order", "3.3.1", order_words, C_DATA,
	     C_I_DATA),
	FLAG(B_BIT, "data_b_bit", "B-Bit", 6, "A message begins", "3.3.1", first_words, C_DATA,
	     C_I_DATA),
	FLAG(E_BIT, "data_e_bit", "E-Bit", 7, "A message ends", "3.3.1", last_words, C_DATA,
	     C_I_DATA),
	[SACK_NONCE] = {"sctp.sack_nounce_sum", "Nounce sum", U8, DEC, AT(15, 1), IN(C_SACK),
			.under = FLAGS, .help = "Against receivers that hide congestion",
			.ref = "draft-ladha-sctp-ecn-nonce"},
	[NR_NONCE] = {"sctp.nr_sack_nounce_sum", "Nounce sum", U8, DEC, AT(15, 1), IN(C_NR_SACK),
		      .under = FLAGS, .help = "The same in an NR_SACK",
		      .ref = "draft-ladha-sctp-ecn-nonce"},
	FLAG(ABORT_T, "abort_t_bit", "T-Bit", 7, "The tag is the sender's own", "3.3.7", tag_words,
	     C_ABORT),
	FLAG(COMPLETE_T, "shutdown_complete_t_bit", "T-Bit", 7, "The tag is the sender's own",
	     "3.3.13", tag_words, C_SHUTDOWN_COMPLETE),
	FLAG(DROP_M, "pckdrop_m_bit", "M-Bit", 7, "A middlebox says so", "pktdrprep", dropper_words,
	     C_PKTDROP),
	FLAG(DROP_B, "pckdrop_b_bit", "B-Bit", 6, "The checksum was wrong", "pktdrprep",
	     drop_checksum_words, C_PKTDROP),
	FLAG(DROP_T, "pckdrop_t_bit", "T-Bit", 5, "Not all of it is quoted", "pktdrprep",
	     drop_cut_words, C_PKTDROP),
	[CHUNK_LENGTH] = {"sctp.chunk_length", "Chunk length", U16, DEC, AT(16, 16), .under = CHUNK,
			  .help = "Octets without padding", .ref = "3.2"},
	[CHUNK_LENGTH_BAD] =
		EXPERT("sctp.chunk_length.bad", "Chunk length bad", ERROR, G_MALFORMED),
	[ANY_INIT_TAG] = {"sctp.initiate_tag", "Initiate tag", U32, HEX, AT(32, 32),
			  IN(C_INIT, C_INIT_ACK), .under = CHUNK, .traits = HIDDEN,
			  .help = "The tag to send in future", .ref = "3.3.2"},
	PART(INIT_TAG, "init_initiate_tag", "Initiate tag", U32, HEX, 32, 32, C_INIT,
	     "The tag to send in future", "3.3.2"),
	PART(INIT_CREDIT, "init_credit", "Advertised receiver window credit (a_rwnd)", U32, DEC, 64,
	     32, C_INIT, "Octets that may come", "3.3.2"),
	PART(INIT_OUT, "init_nr_out_streams", "Number of outbound streams", U16, DEC, 96, 16,
	     C_INIT, "Streams that the sender wants", "3.3.2"),
	PART(INIT_IN, "init_nr_in_streams", "Number of inbound streams", U16, DEC, 112, 16, C_INIT,
	     "Streams that the receiver may have", "3.3.2"),
	PART(INIT_TSN, "init_initial_tsn", "Initial TSN", U32, DEC, 128, 32, C_INIT,
	     "Number of the first data chunk", "3.3.2"),
	PART(ACK_TAG, "initack_initiate_tag", "Initiate tag", U32, HEX, 32, 32, C_INIT_ACK,
	     "The tag to send in future", "3.3.3"),
	PART(ACK_CREDIT, "initack_credit", "Advertised receiver window credit (a_rwnd)", U32, DEC,
	     64, 32, C_INIT_ACK, "Octets that may come", "3.3.3"),
	PART(ACK_OUT, "initack_nr_out_streams", "Number of outbound streams", U16, DEC, 96, 16,
	     C_INIT_ACK, "Streams that the sender wants", "3.3.3"),
	PART(ACK_IN, "initack_nr_in_streams", "Number of inbound streams", U16, DEC, 112, 16,
	     C_INIT_ACK, "Streams that the receiver may have", "3.3.3"),
	PART(ACK_TSN, "initack_initial_tsn", "Initial TSN", U32, DEC, 128, 32, C_INIT_ACK,
	     "Number of the first data chunk", "3.3.3"),
	PART(SHUTDOWN_TSN, "shutdown_cumulative_tsn_ack", "Cumulative TSN Ack", U32, DEC, 32, 32,
	     C_SHUTDOWN, "All up to here came", "3.3.8"),
	PART(ECNE_TSN, "ecne_lowest_tsn", "Lowest TSN", U32, DEC, 32, 32, C_ECNE,
	     "Where congestion was met", "appendix A"),
	PART(CWR_TSN, "cwr_lowest_tsn", "Lowest TSN", U32, DEC, 32, 32, C_CWR,
	     "Where the sender slowed down", "appendix A"),
	PART(KEY_ID, "shared_key_id", "Shared key identifier", U16, DEC, 32, 16, C_AUTH,
	     "Which key", "RFC 4895, 4.1"),
	[AUTH_HMAC_ID] = {"sctp.hmac_id", "HMAC identifier", U16, DEC, AT(48, 16), IN(C_AUTH),
			  .under = CHUNK, .words = &sctp_hmacs, .help = "Which hash",
			  .ref = "RFC 4895, 4.1"},
	PUT(HMAC, "hmac", "HMAC", BYTES, PLAIN, "Over this chunk and those behind",
	    "RFC 4895, 4.1"),
	PUT(COOKIE, "cookie", "Cookie", BYTES, PLAIN, "What INIT_ACK brought", "3.3.11"),
	PART(FORWARD_TSN, "forward_tsn_tsn", "New cumulative TSN", U32, DEC, 32, 32, C_FORWARD_TSN,
	     "Wait no longer for what is up to here", "RFC 3758, 3.2"),
	PUT(FORWARD_SID, "forward_tsn_sid", "Stream identifier", U16, DEC,
	    "A stream that was skipped", "RFC 3758, 3.2"),
	PUT(FORWARD_SSN, "forward_tsn_ssn", "Stream sequence number", U16, DEC,
	    "The last message skipped", "RFC 3758, 3.2"),
	PART(I_FORWARD_TSN, "i_forward_tsn_tsn", "New cumulative TSN", U32, DEC, 32, 32,
	     C_I_FORWARD_TSN, "Wait no longer for what is up to here", "RFC 8260, 2.3.1"),
	PUT(I_FORWARD_SID, "i_forward_tsn_sid", "Stream identifier", U16, DEC,
	    "A stream that was skipped", "RFC 8260, 2.3.1"),
	PUT(I_FORWARD_FLAGS, "i_forward_tsn_flags", "Flags", U16, HEX, "Of the skipped messages",
	    "RFC 8260, 2.3.1"),
	[I_FORWARD_RES] = {"sctp.i_forward_tsn_res", "Reserved", U16, DEC, AT(0, 15),
			   .under = I_FORWARD_FLAGS, .help = "Always 0", .ref = "RFC 8260, 2.3.1"},
	[I_FORWARD_U] = {"sctp.i_forward_tsn_u_bit", "U-Bit", BOOL, AT(15, 1), BOX(16, 15),
			 .under = I_FORWARD_FLAGS, WORDS(message_words), .help = "Without order",
			 .ref = "RFC 8260, 2.3.1"},
	PUT(I_FORWARD_MID, "forward_tsn_mid", "Message identifier", U32, DEC,
	    "The last message skipped", "RFC 8260, 2.3.1"),
	PART(ASCONF_SEQ, "asconf_seq_nr_number", "Sequence number", U32, HEX, 32, 32, C_ASCONF,
	     "Counts changes", "RFC 5061, 4.1.1"),
	PART(ASCONF_ACK_SEQ, "asconf_ack_seq_nr_number", "Sequence number", U32, HEX, 32, 32,
	     C_ASCONF_ACK, "Of the change", "RFC 5061, 4.1.2"),
	PART(BANDWIDTH, "pktdrop_bandwidth", "Bandwidth", U32, DEC, 32, 32, C_PKTDROP,
	     "Octets a second of the link", "pktdrprep"),
	PART(QUEUE, "pktdrop_queuesize", "Queuesize", U32, DEC, 64, 32, C_PKTDROP,
	     "Octets that wait there", "pktdrprep"),
	PART(CUT_LENGTH, "pktdrop_truncated_length", "Truncated length", U16, DEC, 96, 16,
	     C_PKTDROP, "Octets before the quote was cut", "pktdrprep"),
	PART(DROP_RESERVED, "pktdrop_reserved", "Reserved", U16, DEC, 112, 16, C_PKTDROP,
	     "Always 0", "pktdrprep"),
	PUT(DROP_DATA, "pktdrop_datafield", "Data field", BYTES, PLAIN, "The dropped packet",
	    "pktdrprep"),
	PUT(PAD_DATA, "padding_data", "Padding data", BYTES, PLAIN, "Ignored", "RFC 4820, 3"),
	PUT(CHUNK_VALUE, "chunk_value", "Chunk value", BYTES, PLAIN, "Of an unknown chunk", "3.2"),
	PART(NR_TSN, "nr_sack_cumulative_tsn_ack", "Cumulative TSN ACK", U32, DEC, 32, 32,
	     C_NR_SACK, "All up to here came", "NR_SACK"),
	PART(NR_RWND, "nr_sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", U32, DEC, 64,
	     32, C_NR_SACK, "Octets that may come", "NR_SACK"),
	PART(NR_GAPS, "nr_sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", U16,
	     DEC, 96, 16, C_NR_SACK, "Runs that came out of order", "NR_SACK"),
	PART(NR_NR_GAPS, "nr_sack_number_of_nr_gap_blocks",
	     "Number of nr-gap acknowledgement blocks", U16, DEC, 112, 16, C_NR_SACK,
	     "Runs that won't be thrown away", "NR_SACK"),
	PART(NR_DUPLICATES, "nr_sack_number_of_duplicated_tsns", "Number of duplicated TSNs", U16,
	     DEC, 128, 16, C_NR_SACK, "What came twice", "NR_SACK"),
	PART(NR_RESERVED, "nr_sack_reserved", "Reserved", U16, HEX, 144, 16, C_NR_SACK, "Always 0",
	     "NR_SACK"),
	PUT(TSN, "data_tsn", "Transmission sequence number (relative)", U32, DEC,
	    "Counted from the first one seen", "3.3.1"),
	KNOWS(RETRANSMISSION, "retransmission", "This TSN is a retransmission of one in frame",
	      FRAMENUM, PLAIN, TSN, "Where it was sent before"),
	[RETRANSMISSION_NOTE] =
		EXPERT("sctp.retransmission.expert", "Retransmitted TSN", REMARK, G_SEQUENCE),
	KNOWS(RETRANSMISSION_TIME, "retransmission_time", "Retransmitted after", RELTIME, PLAIN,
	      RETRANSMISSION, "How long ago that was"),
	PUT(TSN_RAW, "data_tsn_raw", "Transmission sequence number (absolute)", U32, DEC,
	    "Counts data chunks", "3.3.1"),
	PUT(SID, "data_sid", "Stream identifier", U16, HEX, "Which stream", "3.3.1"),
	PUT(SSN, "data_ssn", "Stream sequence number", U16, DEC, "Counts messages of a stream",
	    "3.3.1"),
	PUT(RESERVED, "data_reserved", "Reserved", U16, DEC, "Always 0", "RFC 8260, 2.1"),
	PUT(MID, "data_mid", "Message identifier", U32, DEC, "Counts messages of a stream",
	    "RFC 8260, 2.1"),
	[PPID] = {"sctp.data_payload_proto_id", "Payload protocol identifier", U32, DEC,
		  .under = CHUNK, WORDS(payload_protocols), .help = "What the data are",
		  .ref = "3.3.1"},
	PUT(FSN, "data_fsn", "Fragment sequence number", U32, DEC, "Counts fragments of a message",
	    "RFC 8260, 2.1"),
	PUT(CHUNK_PADDING, "chunk_padding", "Chunk padding", BYTES, PLAIN, "Fills words up", "3.2"),
};

/* Has another table read what is left; `owner` takes words from it. */
static void put_part(struct walk *w, struct cursor *c, unsigned part, uint32_t owner)
{
	w->last = owner;
	*c = walk_part(w, also_by(w->now, 0, part), *c);
}

/* A chunk's TSN, counted from the first; true when it was sent before. */
static bool put_tsn(struct walk *w, struct cursor *c, struct sctp_run *run, uint32_t *shown)
{
	struct cursor peek = *c;
	uint32_t tsn = u32(&peek), at = c->at, group, again;
	const struct sctp_sent *sent;

	*shown = tsn;
	if (!run->half || peek.bad) {
		put(w, c, TSN_RAW, 4);
		return false;
	}
	sent = sctp_sent(w, run->half, tsn);
	*shown = tsn - run->half->first_tsn;
	group = open_value(w, TSN, at, *shown);
	if (sent) {
		again = open_value(w, RETRANSMISSION, at, sent->frame);
		expert(w, RETRANSMISSION_NOTE, NULL);
		put_value(w, RETRANSMISSION_TIME, at, 0, (uint64_t)(w->r.frame->time - sent->time));
		shut_group(w, again, NULL);
	}
	shut_group(w, group, NULL);
	put(w, c, TSN_RAW, 4);
	return sent != NULL;
}

static void label_data(struct walk *w, uint32_t chunk, unsigned flags, uint32_t tsn, uint32_t sid)
{
	static const char *const places[] = {"middle", "last", "first", "complete"};

	label_tail_of(w, chunk, " (%sordered, %s segment, TSN: %u, SID: %u",
		      flags & FLAG_U ? "un" : "", places[flags & 3], tsn, sid);
}

/* The rest of a chunk's head behind the TSN, in its own words. */
static void put_data_head(struct walk *w, struct cursor *c, uint32_t chunk, unsigned flags,
			  uint32_t *ppid)
{
	unsigned ssn = (unsigned)put(w, c, SSN, 2);

	(void)flags;
	*ppid = (uint32_t)put(w, c, PPID, 4);
	label_tail_of(w, chunk, ", SSN: %u, PPID: %u", ssn, *ppid);
}

/* RFC 8260, 2.1. */
static void put_i_data_head(struct walk *w, struct cursor *c, uint32_t chunk, unsigned flags,
			    uint32_t *ppid)
{
	unsigned mid, fsn;

	put(w, c, RESERVED, 2);
	mid = (unsigned)put(w, c, MID, 4);
	label_tail_of(w, chunk, ", MID: %u", mid);
	if (flags & FLAG_B) {
		*ppid = (uint32_t)put(w, c, PPID, 4);
		return;
	}
	fsn = (unsigned)put(w, c, FSN, 4);
	label_tail_of(w, chunk, ", FSN: %u", fsn);
}

/* A data chunk behind its four first octets; true when its payload was handed on. */
static bool put_data(struct walk *w, struct cursor *c, struct sctp_run *run, uint32_t chunk,
		     unsigned type, unsigned flags, uint32_t len)
{
	uint32_t shown, sid, ppid = 0, head = type == C_I_DATA ? 20 : 16;
	bool again = put_tsn(w, c, run, &shown);

	sid = (uint32_t)put(w, c, SID, 2);
	label_data(w, chunk, flags, shown, sid);
	if (type == C_I_DATA)
		put_i_data_head(w, c, chunk, flags, &ppid);
	else
		put_data_head(w, c, chunk, flags, &ppid);
	label_tail_of(w, chunk, ", payload length: %u byte%s)", len - head, plural(len - head));
	if (c->bad)
		return false;
	text_number(&run->words, "(TSN=", shown);
	text_put(&run->words, again ? ") (retransmission) " : ") ");
	if ((flags & 3) != (FLAG_B | FLAG_E))
		text_put(&run->words, "(Message Fragment) ");
	if (again || run->quoted)
		return false;
	if ((flags & 3) == (FLAG_B | FLAG_E)) {
		run->payload = *c;
		run->ppid = ppid;
	}
	return true;
}

/* Octets that a chunk of the type has at least. */
static uint32_t least_chunk(unsigned type)
{
	switch (type) {
	case C_DATA:
	case C_SACK:
	case C_PKTDROP:
		return 16;
	case C_INIT:
	case C_INIT_ACK:
	case C_I_DATA:
	case C_NR_SACK:
		return 20;
	case C_SHUTDOWN:
	case C_ECNE:
	case C_CWR:
	case C_FORWARD_TSN:
	case C_I_FORWARD_TSN:
	case C_AUTH:
	case C_ASCONF:
	case C_ASCONF_ACK:
		return 8;
	default:
		return HEAD;
	}
}

static void put_skipped(struct walk *w, struct cursor *c, unsigned type)
{
	while (type == C_FORWARD_TSN && cursor_has(c, 4)) {
		put(w, c, FORWARD_SID, 2);
		put(w, c, FORWARD_SSN, 2);
	}
	while (type == C_I_FORWARD_TSN && cursor_has(c, 8)) {
		put(w, c, I_FORWARD_SID, 2);
		put(w, c, I_FORWARD_FLAGS, 2);
		put(w, c, I_FORWARD_MID, 4);
	}
}

static void put_unknown_chunk(struct walk *w, struct cursor *c, unsigned type, uint32_t chunk)
{
	uint32_t n = c->left.wire;

	label_tail_of(w, chunk, " (Type: %u, value length: %u byte%s)", type, n, plural(n));
	if (n)
		put(w, c, CHUNK_VALUE, n);
}

/* Octets that make up the whole of a chunk behind its fixed part. */
static void put_octets(struct walk *w, struct cursor *c, unsigned type, uint32_t chunk)
{
	uint32_t n = c->left.wire;

	switch (type) {
	case C_COOKIE_ECHO:
		label_tail_of(w, chunk, " (Cookie length: %u byte%s)", n, plural(n));
		put(w, c, COOKIE, n);
		break;
	case C_AUTH:
		if (n)
			put(w, c, HMAC, n);
		break;
	case C_PKTDROP:
		if (n)
			put(w, c, DROP_DATA, n);
		break;
	case C_PAD:
		label_tail_of(w, chunk, " (Padding data length: %u byte%s)", n, plural(n));
		put(w, c, PAD_DATA, n);
		break;
	default:
		put_unknown_chunk(w, c, type, chunk);
		break;
	}
}

/* A chunk behind its fixed part, which begins at `head`. */
static void put_chunk_body(struct walk *w, struct cursor *c, struct cursor head, unsigned type,
			   uint32_t chunk)
{
	uint32_t n = c->left.wire, first = u32(&head);

	switch (type) {
	case C_INIT:
	case C_INIT_ACK:
		u32(&head);
		label_tail_of(w, chunk, " (Outbound streams: %u, ", u16(&head));
		label_tail_of(w, chunk, "inbound streams: %u)", u16(&head));
		put_part(w, c, PART_PARAMETERS, NO_NODE);
		break;
	case C_HEARTBEAT:
	case C_HEARTBEAT_ACK:
		label_tail_of(w, chunk, " (Information: %u byte%s)", n, plural(n));
		if (!n)
			cursor_fail(c, HEAD);
		put_part(w, c, PART_PARAMETERS, NO_NODE);
		break;
	case C_ASCONF:
	case C_ASCONF_ACK:
	case C_RE_CONFIG:
		put_part(w, c, PART_PARAMETERS, NO_NODE);
		break;
	case C_ABORT:
	case C_ERROR:
		put_part(w, c, PART_CAUSES, NO_NODE);
		break;
	case C_SHUTDOWN:
		label_tail_of(w, chunk, " (Cumulative TSN ack: %u)", first);
		break;
	case C_ECNE:
	case C_CWR:
		label_tail_of(w, chunk, " (Lowest TSN: %u)", first);
		break;
	case C_FORWARD_TSN:
	case C_I_FORWARD_TSN:
		label_tail_of(w, chunk, "(Cumulative TSN: %u)", first);
		put_skipped(w, c, type);
		break;
	case C_SHUTDOWN_ACK:
	case C_COOKIE_ACK:
	case C_SHUTDOWN_COMPLETE:
		break;
	default:
		put_octets(w, c, type, chunk);
		break;
	}
}

/* A chunk whose length can't hold what its type has. */
static void put_bogus(struct walk *w, uint32_t chunk, unsigned type, unsigned len)
{
	uint32_t node = node_in(w, chunk, CHUNK_LENGTH);

	label_tail_of(w, chunk, ", bogus chunk length %u < %u)", len,
		      len < HEAD ? HEAD : least_chunk(type));
	if (len < HEAD)
		label_tail_of(w, node, " (invalid, should be >= %u)", HEAD);
}

/*
 * One chunk.  True when payload was handed on: what follows shows itself anew.
 */
static bool put_chunk(struct walk *w, struct cursor *c, struct sctp_run *run)
{
	struct cursor peek = *c, head, body;
	unsigned type = u8(&peek), flags = u8(&peek), len = u16(&peek), fixed = least_chunk(type);
	bool cut = len > c->left.wire, bogus = len < fixed, payload = false;
	const char *name = row_word(w, CHUNK_TYPE, type, "RESERVED");
	uint32_t chunk, wire = c->left.wire;

	if (peek.bad) {
		cursor_fail(c, HEAD);
		return false;
	}
	text_put(&run->words, name);
	text_char(&run->words, ' ');
	if (!cut && len > c->left.cap) {
		cursor_fail(c, len);
		return false;
	}
	chunk = open_group(w, c, CHUNK, bogus ? HEAD : len);
	label_whole(w, "%s chunk", name);
	if (cut) {
		w->last = node_in(w, chunk, CHUNK_LENGTH);
		expert(w, CHUNK_LENGTH_BAD,
		       "Chunk length (%u) is longer than remaining data (%u) in the packet.", len,
		       wire);
	}
	head = body = cursor_first(*c, bogus ? HEAD : len);
	cursor_pull(&head, HEAD);
	if (bogus) {
		put_bogus(w, chunk, type, len);
		payload = type == C_DATA || type == C_I_DATA;
	} else if (type == C_DATA || type == C_I_DATA) {
		body = head;
		payload = put_data(w, &body, run, chunk, type, flags, len);
	} else if (type == C_SACK || type == C_NR_SACK) {
		put_part(w, &body, PART_SACK, chunk);
	} else if (cursor_pull(&body, fixed)) {
		put_chunk_body(w, &body, head, type, chunk);
	}
	if (cut || body.bad)
		cursor_fail(c, UINT32_MAX);
	cursor_take(c, len < HEAD ? HEAD : len);
	if (len >= HEAD)
		put_padding(w, c, CHUNK_PADDING, len);
	shut_group(w, chunk, NULL);
	return payload;
}

/* A chunk that an error quotes. */
static void put_chunk_in(struct walk *w, struct cursor *c, struct sctp_run *run, uint32_t owner)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);

	if (w->depth > MAX_DEPTH || !c->left.cap)
		return;
	put_chunk(w, c, run);
	if (!c->bad)
		label_tail_of(w, owner, " (Type: %u (%s))", type,
			      row_word(w, CHUNK_TYPE, type, "unknown"));
}

/* One chunk: of a packet, or one that an error quotes; then w->last is the cause's node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct sctp_run quoted = {.quoted = true}, *run = sctp_run_of(l);
	struct sctp_state *s = new_state(w, l, sizeof *s);

	s->run = (uint64_t)(uintptr_t)(run ? run : &quoted);
	if (run)
		run->handed_on = put_chunk(w, c, run);
	else
		put_chunk_in(w, c, &quoted, w->last);
	text_close(&quoted.words);
}

static const struct hang hangs[] = {{"sctp.part", 0}, {0}};

const struct proto proto_sctp_chunks = {
	.brief = "SCTP",
	.no_column = true,
	.bare = true,
	.prefix = "sctp",
	.spec = "RFC 9260, 3.3",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"sctp.part"}},
	.hangs = hangs,
	.rest = rest,
};
