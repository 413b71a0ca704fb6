/* SPDX-License-Identifier: BSD-2-Clause */
/* Stream Control Transmission Protocol. */
/*
 * RFC 9260; RFC 3758 (FORWARD_TSN), 4895 (AUTH), 4820 (PAD), 5061 (ASCONF), 6525 (RE_CONFIG),
 * 8260 (I_DATA); draft-stewart-sctp-pktdrprep, draft-tuexen-tsvwg-sctp-multipath (NR_SACK).
 */
#include "core/numbers.h"
#include "core/walk.h"
#include "flow/conv.h"

enum {
	SCTP,
	SRCPORT,
	DSTPORT,
	TAG,
	ASSOCIATION,
	ANY_SRCPORT,
	ANY_DSTPORT,
	CHECKSUM,
	STATUS,
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
	CUM_TSN,
	ACKED_TSN,
	ACKED_FRAME,
	ACK_RTT,
	CUM_TSN_RAW,
	RWND,
	RWND_ZERO,
	GAPS,
	DUPLICATES,
	GAP,
	GAP_START,
	GAP_START_TSN,
	GAP_END,
	GAP_END_TSN,
	GAP_MALFORMED,
	GAP_ORDER,
	GAP_TSNS,
	GAP_TSNS_MANY,
	DUPLICATE,
	NR_START,
	NR_START_TSN,
	NR_END,
	NR_END_TSN,
	NR_TSNS,
	NR_TSNS_MANY,
	NN_START,
	NN_START_TSN,
	NN_END,
	NN_END_TSN,
	NN_TSNS,
	NN_TSNS_MANY,
	NR_DUPLICATE,
	PARAMETER,
	PARAMETER_FINAL,
	PTYPE,
	PTYPE_BIT_1,
	PTYPE_BIT_2,
	PLENGTH,
	HEARTBEAT_INFO,
	P_IPV4,
	P_IPV6,
	STATE_COOKIE,
	COOKIE_INCREMENT,
	HOSTNAME,
	ADDRESS_TYPE,
	REQUEST_NUMBER,
	RESPONSE_NUMBER,
	LAST_TSN,
	RECONFIG_SID,
	RESULT,
	SENDER_TSN,
	RECEIVER_TSN,
	ADD_OUT,
	ADD_OUT_RESERVED,
	ADD_IN,
	ADD_IN_RESERVED,
	RANDOM,
	AUTH_CHUNK,
	HMAC_ID,
	EXT_CHUNK,
	CORRELATION,
	INDICATION,
	PVALUE,
	PPADDING,
	CAUSE,
	CAUSE_CODE,
	CAUSE_LENGTH,
	CAUSE_SID,
	CAUSE_RESERVED,
	MISSING_COUNT,
	MISSING_TYPE,
	STALENESS,
	CAUSE_TSN,
	CAUSE_INFO,
	CAUSE_PADDING,
	CHUNK_PADDING,
};

struct state {
	uint64_t association, status;
	uint64_t words; /* of the summary line: a C string's address */
};

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

enum {
	P_HEARTBEAT = 0x0001,
	P_IPV4_ADDRESS = 0x0005,
	P_IPV6_ADDRESS = 0x0006,
	P_STATE_COOKIE = 0x0007,
	P_UNRECOGNIZED = 0x0008,
	P_PRESERVATIVE = 0x0009,
	P_HOSTNAME = 0x000b,
	P_ADDRESS_TYPES = 0x000c,
	P_OUTGOING_RESET = 0x000d,
	P_INCOMING_RESET = 0x000e,
	P_TSN_RESET = 0x000f,
	P_RESPONSE = 0x0010,
	P_ADD_OUT = 0x0011,
	P_ADD_IN = 0x0012,
	P_ECN = 0x8000,
	P_RANDOM = 0x8002,
	P_AUTH_CHUNKS = 0x8003,
	P_HMACS = 0x8004,
	P_EXTENSIONS = 0x8008,
	P_FORWARD_TSN = 0xc000,
	P_ADD_IP = 0xc001,
	P_DELETE_IP = 0xc002,
	P_ERROR_CAUSE = 0xc003,
	P_SET_PRIMARY = 0xc004,
	P_SUCCESS = 0xc005,
	P_ADAPTATION = 0xc006,
};

enum {
	E_INVALID_SID = 1,
	E_MISSING_PARAMETER,
	E_STALE_COOKIE,
	E_RESOURCES,
	E_UNRESOLVABLE,
	E_UNRECOGNIZED_CHUNK,
	E_INVALID_PARAMETER,
	E_UNRECOGNIZED_PARAMETERS,
	E_NO_DATA,
	E_COOKIE_IN_SHUTDOWN,
	E_NEW_ADDRESSES,
	E_USER_ABORT,
	E_VIOLATION,
	E_LAST_ADDRESS = 0xa0,
	E_SHORTAGE,
	E_SOURCE_ADDRESS,
	E_ILLEGAL_ACK,
	E_NO_AUTHORIZATION,
	E_HMAC = 0x105,
};

enum { FLAG_E = 1, FLAG_B = 2, FLAG_U = 4 };

#define HEADER 12
#define HEAD 4        /* octets of type, flags and length of a chunk */
#define MAX_DEPTH 24  /* of parameters, causes and chunks in one another */
#define REMEMBERED 64 /* TSNs that a direction remembers */
#define MANY_TSNS 100

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

static const struct word parameter_stop[] = {
	{0, "Stop processing of chunk"},
	{1, "Skip parameter and continue processing of the chunk"},
};

static const struct word address_types[] = {
	{5, "IPv4 address"},
	{6, "IPv6 address"},
	{11, "Hostname address"},
};

static const struct word results[] = {
	{0, "Nothing to do"},
	{1, "Performed"},
	{2, "Denied"},
	{3, "Error - Wrong SSN"},
	{4, "Error - Request already in progress"},
	{5, "Error - Bad sequence number"},
	{6, "In progress"},
};

static const struct word cause_codes[] = {
	{0x1, "Invalid stream identifier"},
	{0x2, "Missing mandatory parameter"},
	{0x3, "Stale cookie error"},
	{0x4, "Out of resource"},
	{0x5, "Unresolvable address"},
	{0x6, "Unrecognized chunk type"},
	{0x7, "Invalid mandatory parameter"},
	{0x8, "Unrecognized parameters"},
	{0x9, "No user data"},
	{0xa, "Cookie received while shutting down"},
	{0xb, "Restart of an association with new addresses"},
	{0xc, "User initiated ABORT"},
	{0xd, "Protocol violation"},
	{0xa0, "Request to delete last address"},
	{0xa1, "Operation refused due to resource shortage"},
	{0xa2, "Request to delete source address"},
	{0xa3, "Association Aborted due to illegal ASCONF-ACK"},
	{0xa4, "Request refused - no authorization"},
	{0x105, "Unsupported HMAC identifier"},
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

/* --- words of the detail tree --- */

static void form_association(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	(void)n;
	text_put(t, "disabled (enable in preferences)");
}

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 8);
	text_put(t, " [unverified]");
}

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
#define P_PUT(row, name, what, kind, base, says, section) \
	[row] = {"sctp." name, what, kind, base, .under = PARAMETER, .help = says, .ref = section}
#define E_PUT(row, name, what, kind, base, says)                         \
	[row] = {"sctp.cause_" name, what,         kind,           base, \
		 .under = CAUSE,     .help = says, .ref = "3.3.10"}

#define GAP_ROWS(start, end, tsns, many, prefix, gaps, what, sack)                         \
	[start] = {"sctp." prefix "_start",                                                \
		   "Start",                                                                \
		   U16,                                                                    \
		   DEC,                                                                    \
		   .under = GAP,                                                           \
		   .help = "Behind the cumulative TSN",                                    \
		   .ref = "3.3.4"},                                                        \
	[start##_TSN] = {"sctp." prefix "_start_tsn",                                      \
			 "Start TSN",                                                      \
			 U32,                                                              \
			 DEC,                                                              \
			 .under = start,                                                   \
			 .traits = GENERATED,                                              \
			 .help = "The first one of the run"},                              \
	[end] = {"sctp." prefix "_end",                                                    \
		 "End",                                                                    \
		 U16,                                                                      \
		 DEC,                                                                      \
		 .under = GAP,                                                             \
		 .help = "Behind the cumulative TSN",                                      \
		 .ref = "3.3.4"},                                                          \
	[end##_TSN] = {"sctp." prefix "_end_tsn",                                          \
		       "End TSN",                                                          \
		       U32,                                                                \
		       DEC,                                                                \
		       .under = end,                                                       \
		       .traits = GENERATED,                                                \
		       .help = "The last one of the run"},                                 \
	[tsns] = {"sctp." gaps,                                                            \
		  "Number of TSNs in " what " acknowledgement blocks",                     \
		  U32,                                                                     \
		  DEC,                                                                     \
		  .under = CHUNK,                                                          \
		  .traits = GENERATED,                                                     \
		  .help = "How many came out of order"},                                   \
	[many] = EXPERT("sctp." gaps ".100",                                               \
			"More than 100 TSNs were " what "-acknowledged in this " sack ".", \
			WARNING, G_SEQUENCE)

static const struct field fields[] = {
	[SCTP] = {"sctp", "Stream Control Transmission Protocol", PROTO,
		  .line = "Stream Control Transmission Protocol"
			  "[, Src Port: {sctp.srcport} ({sctp.srcport})]"
			  "[, Dst Port: {sctp.dstport} ({sctp.dstport})]"},
	[SRCPORT] = {"sctp.srcport", "Source port", U16, PORT, AT(0, 16), .help = "Who sends",
		     .ref = "3.1"},
	[DSTPORT] = {"sctp.dstport", "Destination port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "3.1"},
	[TAG] = {"sctp.verification_tag", "Verification tag", U32, HEX, AT(32, 32),
		 .help = "The receiver's, from the handshake", .ref = "3.1"},
	[ASSOCIATION] = {"sctp.assoc_index", "Association index", U16, DEC,
			 FROM(struct state, association), .form = form_association,
			 .help = "Counts associations: not done, as in tshark"},
	[ANY_SRCPORT] = {"sctp.port", "Port", U16, PORT, AT(0, 16), .traits = HIDDEN,
			 .help = "Either end"},
	[ANY_DSTPORT] = {"sctp.port", "Port", U16, PORT, AT(16, 16), .traits = HIDDEN,
			 .help = "Either end"},
	[CHECKSUM] = {"sctp.checksum", "Checksum", U32, HEX, AT(64, 32), .fill = FILL_CHECKSUM,
		      .form = form_checksum, .help = "CRC-32C over all", .ref = "6.8"},
	[STATUS] = {"sctp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
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
	PUT(CUM_TSN, "sack_cumulative_tsn_ack", "Cumulative TSN ACK (relative)", U32, DEC,
	    "Counted from the first one seen", "3.3.4"),
	KNOWS(ACKED_TSN, "ack", "Acknowledges TSN", U32, DEC, CUM_TSN, "What it acknowledges"),
	KNOWS(ACKED_FRAME, "ack_frame", "Acknowledges TSN in frame", FRAMENUM, PLAIN, ACKED_TSN,
	      "Where that was sent"),
	KNOWS(ACK_RTT, "sack_rtt", "The RTT since DATA was", RELTIME, PLAIN, ACKED_TSN,
	      "How long ago that was"),
	PUT(CUM_TSN_RAW, "sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", U32, DEC,
	    "All up to here came", "3.3.4"),
	PUT(RWND, "sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", U32, DEC,
	    "Octets that may come", "3.3.4"),
	[RWND_ZERO] = EXPERT("sctp.sack_a_rwnd.expert", "Zero Advertised Receiver Window Credit",
			     REMARK, G_SEQUENCE),
	PUT(GAPS, "sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", U16, DEC,
	    "Runs that came out of order", "3.3.4"),
	PUT(DUPLICATES, "sack_number_of_duplicated_tsns", "Number of duplicated TSNs", U16, DEC,
	    "What came twice", "3.3.4"),
	[GAP] = {"text", "Gap Acknowledgement", HEADING, .under = CHUNK},
	GAP_ROWS(GAP_START, GAP_END, GAP_TSNS, GAP_TSNS_MANY, "sack_gap_block",
		 "sack_number_of_tsns_gap_acked", "gap", "SACK"),
	GAP_ROWS(NR_START, NR_END, NR_TSNS, NR_TSNS_MANY, "nr_sack_gap_block",
		 "nr_sack_number_of_tsns_gap_acked", "gap", "NR-SACK"),
	GAP_ROWS(NN_START, NN_END, NN_TSNS, NN_TSNS_MANY, "nr_sack_nr_gap_block",
		 "nr_sack_number_of_tsns_nr_gap_acked", "nr-gap", "NR-SACK"),
	[GAP_MALFORMED] =
		EXPERT("sctp.sack_gap_block_malformed", "Malformed gap block.", ERROR, G_PROTOCOL),
	[GAP_ORDER] = EXPERT("sctp.sack_gap_block_out_of_order", "Gap blocks not in strict order.",
			     WARNING, G_PROTOCOL),
	PUT(DUPLICATE, "sack_duplicate_tsn", "Duplicate TSN", U32, DEC, "It came twice", "3.3.4"),
	PUT(NR_DUPLICATE, "nr_sack_duplicate_tsn", "Duplicate TSN", U32, DEC, "It came twice",
	    "NR_SACK"),
	[PARAMETER] = {"text", "Parameter", HEADING, .under = CHUNK},
	[PARAMETER_FINAL] = EXPERT("sctp.parameter_padding.expert",
				   "The padding of this final parameter should be the padding of "
				   "the chunk.",
				   REMARK, G_MALFORMED),
	[PTYPE] = {"sctp.parameter_type", "Parameter type", U16, HEX, .under = PARAMETER,
		   .words = &sctp_parameters, .help = "Which parameter", .ref = "3.2.1"},
	[PTYPE_BIT_1] = {"sctp.parameter_bit_1", "Bit", BOOL, AT(0, 1), BOX(16, 0), .under = PTYPE,
			 WORDS(parameter_stop), .help = "What to do with an unknown one",
			 .ref = "3.2.1"},
	[PTYPE_BIT_2] = {"sctp.parameter_bit_2", "Bit", BOOL, AT(1, 1), BOX(16, 1), .under = PTYPE,
			 .words = &sctp_reporting, .help = "Whether to tell the sender",
			 .ref = "3.2.1"},
	P_PUT(PLENGTH, "parameter_length", "Parameter length", U16, DEC, "Octets without padding",
	      "3.2.1"),
	P_PUT(HEARTBEAT_INFO, "parameter_heartbeat_information", "Heartbeat information", BYTES,
	      PLAIN, "To be sent back", "3.3.5"),
	P_PUT(P_IPV4, "parameter_ipv4_address", "IP Version 4 address", IPV4, PLAIN,
	      "One of the sender's", "3.3.2.1"),
	P_PUT(P_IPV6, "parameter_ipv6_address", "IP Version 6 address", IPV6, PLAIN,
	      "One of the sender's", "3.3.2.1"),
	P_PUT(STATE_COOKIE, "parameter_state_cookie", "State cookie", BYTES, PLAIN,
	      "To be sent back", "3.3.3.1"),
	P_PUT(COOKIE_INCREMENT, "parameter_cookie_preservative_incr",
	      "Suggested Cookie life-span increment (msec)", U32, DEC,
	      "How much longer it should live", "3.3.2.1"),
	[HOSTNAME] = {"sctp.parameter_hostname", "Hostname", STRING, .under = PARAMETER,
		      .traits = ZSTRING, .help = "Instead of addresses; now forbidden",
		      .ref = "3.3.2.1"},
	[ADDRESS_TYPE] = {"sctp.parameter_supported_address_type", "Supported address type", U16,
			  DEC, .under = PARAMETER, WORDS(address_types),
			  .help = "What the sender understands", .ref = "3.3.2.1"},
	P_PUT(REQUEST_NUMBER, "parameter_reconfig_request_sequence_number",
	      "Re-configuration request sequence number", U32, DEC, "Counts requests",
	      "RFC 6525, 4.1"),
	P_PUT(RESPONSE_NUMBER, "parameter_reconfig_response_sequence_number",
	      "Re-configuration response sequence number", U32, DEC, "Of the request",
	      "RFC 6525, 4.4"),
	P_PUT(LAST_TSN, "parameter_senders_last_assigned_tsn", "Senders last assigned TSN", U32,
	      DEC, "The last one before the reset", "RFC 6525, 4.1"),
	P_PUT(RECONFIG_SID, "parameter_reconfig_sid", "Stream Identifier", U16, DEC,
	      "A stream to be reset", "RFC 6525, 4.1"),
	[RESULT] = {"sctp.parameter_reconfig_response_result", "Result", U32, DEC,
		    .under = PARAMETER, WORDS(results), .help = "What became of the request",
		    .ref = "RFC 6525, 4.4"},
	P_PUT(SENDER_TSN, "parameter_senders_next_tsn", "Senders next TSN", U32, DEC,
	      "Where it goes on", "RFC 6525, 4.4"),
	P_PUT(RECEIVER_TSN, "parameter_receivers_next_tsn", "Receivers next TSN", U32, DEC,
	      "Where the other goes on", "RFC 6525, 4.4"),
	P_PUT(ADD_OUT, "parameter_add_outgoing_streams_number", "Number of streams", U16, DEC,
	      "Streams to be added", "RFC 6525, 4.5"),
	P_PUT(ADD_OUT_RESERVED, "parameter_add_outgoing_streams_reserved", "Reserved", U16, DEC,
	      "Always 0", "RFC 6525, 4.5"),
	P_PUT(ADD_IN, "parameter_add_incoming_streams_number", "Number of streams", U16, DEC,
	      "Streams to be added", "RFC 6525, 4.6"),
	P_PUT(ADD_IN_RESERVED, "parameter_add_incoming_streams_reserved", "Reserved", U16, DEC,
	      "Always 0", "RFC 6525, 4.6"),
	P_PUT(RANDOM, "random_number", "Random number", BYTES, PLAIN, "For the keys",
	      "RFC 4895, 3.1"),
	[AUTH_CHUNK] = {"sctp.chunk_type_to_auth", "Chunk type", U8, DEC, .under = PARAMETER,
			.words = &sctp_chunks, .help = "To be authenticated",
			.ref = "RFC 4895, 3.2"},
	[HMAC_ID] = {"sctp.hmac_id", "HMAC identifier", U16, DEC, .under = PARAMETER,
		     .words = &sctp_hmacs, .help = "A hash that the sender knows",
		     .ref = "RFC 4895, 3.3"},
	[EXT_CHUNK] = {"sctp.supported_chunk_type", "Supported chunk type", U8, DEC,
		       .under = PARAMETER, .words = &sctp_chunks, .help = "That the sender knows",
		       .ref = "RFC 5061, 4.2.7"},
	P_PUT(CORRELATION, "correlation_id", "Correlation_id", U32, HEX, "Tells changes apart",
	      "RFC 5061, 4.2"),
	P_PUT(INDICATION, "adaptation_layer_indication", "Indication", U32, HEX, "What lies above",
	      "RFC 5061, 4.2.6"),
	P_PUT(PVALUE, "parameter_value", "Parameter value", BYTES, PLAIN, "Of an unknown one",
	      "3.2.1"),
	P_PUT(PPADDING, "parameter_padding", "Parameter padding", BYTES, PLAIN, "Fills words up",
	      "3.2.1"),
	[CAUSE] = {"text", "Cause", HEADING, .under = CHUNK},
	[CAUSE_CODE] = {"sctp.cause_code", "Cause code", U16, HEX, .under = CAUSE,
			WORDS(cause_codes), .help = "What is wrong", .ref = "3.3.10"},
	E_PUT(CAUSE_LENGTH, "length", "Cause length", U16, DEC, "Octets without padding"),
	E_PUT(CAUSE_SID, "stream_identifier", "Stream identifier", U16, DEC,
	      "There is no such stream"),
	E_PUT(CAUSE_RESERVED, "reserved", "Reserved", U16, DEC, "Always 0"),
	E_PUT(MISSING_COUNT, "nr_of_missing_parameters", "Number of missing parameters", U32, DEC,
	      "How many are missing"),
	[MISSING_TYPE] = {"sctp.cause_missing_parameter_type", "Missing parameter type", U16, HEX,
			  .under = CAUSE, .words = &sctp_parameters, .help = "Which one",
			  .ref = "3.3.10.2"},
	E_PUT(STALENESS, "measure_of_staleness", "Measure of staleness in usec", U32, DEC,
	      "How long ago the cookie expired"),
	E_PUT(CAUSE_TSN, "tsn", "TSN", U32, DEC, "Of the chunk without data"),
	E_PUT(CAUSE_INFO, "information", "Cause information", BYTES, PLAIN, "More about it"),
	E_PUT(CAUSE_PADDING, "padding", "Cause padding", BYTES, PLAIN, "Fills words up"),
	PUT(CHUNK_PADDING, "chunk_padding", "Chunk padding", BYTES, PLAIN, "Fills words up", "3.2"),
};

/* --- what directions remember --- */

/* A TSN that was sent. */
struct sent {
	uint32_t tsn;
	bool used, acked;
	uint64_t frame;
	int64_t time;
};

/* One direction of an association: a pair of ports and a verification tag. */
struct half {
	uint64_t peer; /* number of the other direction */
	bool has_peer;
	bool started; /* data were sent */
	uint32_t first_tsn;
	uint32_t acked_next; /* the TSN behind the last that was acknowledged, as tshark counts */
	struct sent sent[REMEMBERED];
};

/* Directions that no other was found for, between two hosts and ports: one each way. */
struct waiting {
	uint64_t number[2];
	bool any[2];
};

/* What chunks of a packet need to know. */
struct run {
	struct half *half; /* the sender's direction; NULL: none, as in quoted packets */
	struct half *peer; /* the other one; NULL: not known */
	struct text words; /* of the summary line */
};

static uint64_t half_number(const struct layer *l)
{
	return VALUE(l, SRCPORT) << 48 | VALUE(l, DSTPORT) << 32 | VALUE(l, TAG);
}

static struct half *half_by(struct walk *w, uint64_t number)
{
	static const char table_key;

	return conv_numbered(w, &table_key, number, sizeof(struct half))->own;
}

/* A new direction belongs to the one that waits on the way back, or waits for it. */
static void find_peer(struct walk *w, const struct layer *l, struct half *half)
{
	static const char table_key;
	bool from_a;
	struct waiting *waiting = conv_get(w, &table_key, (uint16_t)VALUE(l, SRCPORT),
					   (uint16_t)VALUE(l, DSTPORT), sizeof *waiting, &from_a)
					  ->own;
	unsigned here = from_a ? 0 : 1, back = 1 - here;

	if (!waiting->any[back]) {
		waiting->number[here] = half_number(l);
		waiting->any[here] = true;
		return;
	}
	waiting->any[back] = false;
	half->has_peer = true;
	half->peer = waiting->number[back];
	half_by(w, half->peer)->has_peer = true;
	half_by(w, half->peer)->peer = half_number(l);
}

/* The packet's direction and its peer; none for packets that begin an association (tag 0). */
static void find_halves(struct walk *w, const struct layer *l, struct run *run)
{
	struct half *half;

	if (l->quoted || !VALUE(l, TAG) || !w->r.from.len)
		return;
	half = half_by(w, half_number(l));
	if (!half->has_peer)
		find_peer(w, l, half);
	run->half = half;
	run->peer = half->has_peer ? half_by(w, half->peer) : NULL;
}

/* Takes note of a TSN; gives when it was sent before, or NULL. */
static const struct sent *note_tsn(const struct walk *w, struct half *half, uint32_t tsn)
{
	struct sent *sent = &half->sent[tsn % REMEMBERED];

	if (!half->started) {
		half->started = true;
		half->first_tsn = tsn;
	}
	if (sent->used && sent->tsn == tsn)
		return sent->frame != w->r.frame->number ? sent : NULL;
	*sent = (struct sent){tsn, true, false, w->r.frame->number, w->r.frame->time};
	return NULL;
}

/* --- nodes of one's own making --- */

/* --- labels --- */

/* --- parameters --- */

static void put_parameters(struct walk *w, struct cursor *c, uint32_t owner, bool nested);
static void put_causes(struct walk *w, struct cursor *c);
static void put_chunk_in(struct walk *w, struct cursor *c, uint32_t owner);

/* Words of a list behind the label of `group`: " (Supported types: IPv4, IPv6)". */
static void put_list(struct walk *w, struct cursor *c, uint32_t group, unsigned row, uint32_t size,
		     const char *what)
{
	const char *before = "";

	label_tail_of(w, group, " (%s: ", what);
	while (cursor_has(c, size)) {
		uint64_t v = put(w, c, row, size);

		label_tail_of(w, group, "%s%s", before, row_word(w, row, v, "Unknown"));
		before = ", ";
	}
	label_tail_of(w, group, ")");
}

static void put_address_types(struct walk *w, struct cursor *c, uint32_t group)
{
	const char *before = "";

	label_tail_of(w, group, " (Supported types: ");
	while (cursor_has(c, 2)) {
		unsigned type = (unsigned)put(w, c, ADDRESS_TYPE, 2);

		label_tail_of(w, group, "%s", before);
		if (type == P_IPV4_ADDRESS || type == P_IPV6_ADDRESS)
			label_tail_of(w, group, type == P_IPV4_ADDRESS ? "IPv4" : "IPv6");
		else if (type == P_HOSTNAME)
			label_tail_of(w, group, "hostname");
		else
			label_tail_of(w, group, "%u", type);
		before = ", ";
	}
	label_tail_of(w, group, ")");
}

/* An address, in words behind the parameter and, where it stands in another one, behind that. */
static void put_address(struct walk *w, struct cursor *c, uint32_t group, uint32_t owner, bool six)
{
	struct text t = {0};
	struct cursor peek = *c;
	uint32_t len = six ? 16 : 4;

	if (!cursor_has(c, len)) {
		cursor_fail(c, len);
		return;
	}
	if (six)
		text_ip6(&t, cursor_take(&peek, len).p);
	else
		text_ip4(&t, u32(&peek));
	put(w, c, six ? P_IPV6 : P_IPV4, len);
	label_tail_of(w, group, " (Address: %s)", text_string(&t));
	label_tail_of(w, owner, "%s", text_string(&t));
	text_close(&t);
}

static void put_hostname(struct walk *w, struct cursor *c, uint32_t group, uint32_t owner)
{
	struct cursor name = *c;
	struct text t = {0};

	put(w, c, HOSTNAME, c->left.cap);
	while (name.left.cap) {
		uint8_t octet = u8(&name);

		if (!octet)
			break;
		text_char(&t, (char)octet);
	}
	label_tail_of(w, group, " (Hostname: %s)", text_string(&t));
	label_tail_of(w, owner, " (Hostname: %s)", text_string(&t));
	text_close(&t);
}

/* A change of addresses, RFC 5061, 4.2: its number, and the address as a parameter inside. */
static void put_change(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned correlation = (unsigned)put(w, c, CORRELATION, 4);

	label_tail_of(w, group, " (Address: ");
	put_parameters(w, c, group, true);
	label_tail_of(w, group, ", correlation ID: %u)", correlation);
}

/* RFC 6525, 4. */
static void put_reconfiguration(struct walk *w, struct cursor *c, unsigned type)
{
	put(w, c, type == P_RESPONSE ? RESPONSE_NUMBER : REQUEST_NUMBER, 4);
	switch (type) {
	case P_OUTGOING_RESET:
		put(w, c, RESPONSE_NUMBER, 4);
		put(w, c, LAST_TSN, 4);
		break;
	case P_RESPONSE:
		put(w, c, RESULT, 4);
		if (cursor_has(c, 8)) {
			put(w, c, SENDER_TSN, 4);
			put(w, c, RECEIVER_TSN, 4);
		}
		break;
	case P_ADD_OUT:
		put(w, c, ADD_OUT, 2);
		put(w, c, ADD_OUT_RESERVED, 2);
		break;
	case P_ADD_IN:
		put(w, c, ADD_IN, 2);
		put(w, c, ADD_IN_RESERVED, 2);
		break;
	default:
		break;
	}
	if (type == P_OUTGOING_RESET || type == P_INCOMING_RESET)
		while (cursor_has(c, 2))
			put(w, c, RECONFIG_SID, 2);
}

static void put_unknown_parameter(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	uint32_t n = c->left.wire;

	label_tail_of(w, group, " (Type %u, value length: %u byte%s)", type, n, plural(n));
	if (n)
		put(w, c, PVALUE, n);
}

/* Parameters that are just octets or numbers. */
static void put_plain_parameter(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	uint32_t n = c->left.wire;

	switch (type) {
	case P_HEARTBEAT:
		label_tail_of(w, group, " (Information: %u byte%s)", n, plural(n));
		if (n)
			put(w, c, HEARTBEAT_INFO, n);
		break;
	case P_STATE_COOKIE:
		label_tail_of(w, group, " (Cookie length: %u byte%s)", n, plural(n));
		if (n)
			put(w, c, STATE_COOKIE, n);
		break;
	case P_PRESERVATIVE:
		label_tail_of(w, group, " (Increment :%u msec)",
			      (unsigned)put(w, c, COOKIE_INCREMENT, 4));
		break;
	case P_RANDOM:
		if (n)
			put(w, c, RANDOM, n);
		break;
	case P_SUCCESS:
		label_tail_of(w, group, " (Correlation ID: %u)",
			      (unsigned)put(w, c, CORRELATION, 4));
		break;
	case P_ADAPTATION:
		label_tail_of(w, group, " (Indication: %u)", (unsigned)put(w, c, INDICATION, 4));
		break;
	case P_ECN:
	case P_FORWARD_TSN:
		break;
	default:
		put_unknown_parameter(w, c, type, group);
		break;
	}
}

static void put_parameter_value(struct walk *w, struct cursor *c, unsigned type, uint32_t group,
				uint32_t owner)
{
	switch (type) {
	case P_IPV4_ADDRESS:
	case P_IPV6_ADDRESS:
		put_address(w, c, group, owner, type == P_IPV6_ADDRESS);
		break;
	case P_HOSTNAME:
		put_hostname(w, c, group, owner);
		break;
	case P_ADDRESS_TYPES:
		put_address_types(w, c, group);
		break;
	case P_AUTH_CHUNKS:
		put_list(w, c, group, AUTH_CHUNK, 1, "Chunk types to be authenticated");
		break;
	case P_HMACS:
		put_list(w, c, group, HMAC_ID, 2, "Supported HMACs");
		break;
	case P_EXTENSIONS:
		put_list(w, c, group, EXT_CHUNK, 1, "Supported types");
		break;
	case P_ADD_IP:
	case P_DELETE_IP:
	case P_SET_PRIMARY:
		put_change(w, c, group);
		break;
	case P_ERROR_CAUSE:
		put(w, c, CORRELATION, 4);
		put_causes(w, c);
		break;
	case P_UNRECOGNIZED:
		put_parameters(w, c, NO_NODE, true);
		break;
	default:
		if (type >= P_OUTGOING_RESET && type <= P_ADD_IN)
			put_reconfiguration(w, c, type);
		else
			put_plain_parameter(w, c, type, group);
		break;
	}
}

/* One parameter (RFC 9260, 3.2.1); `owner` is what gets an address in its words. */
static void put_parameter(struct walk *w, struct cursor *c, uint32_t owner, bool nested)
{
	struct cursor peek = *c, value;
	unsigned type = u16(&peek), len = u16(&peek);
	uint32_t padded = (len + 3) & ~3u;
	bool final = padded > len && padded == c->left.wire;
	uint32_t group = open_group(w, c, PARAMETER, padded);

	label_whole(w, "%s parameter", row_word(w, PTYPE, type, "Unknown"));
	if (final && !nested)
		expert(w, PARAMETER_FINAL, NULL);
	put(w, c, PTYPE, 2);
	put(w, c, PLENGTH, 2);
	value = cursor_first(*c, len < HEAD ? 0 : len - HEAD);
	if (len >= HEAD)
		put_parameter_value(w, &value, type, group, owner);
	if (len < HEAD || len - HEAD > c->left.wire || value.bad)
		cursor_fail(c, UINT32_MAX);
	cursor_take(c, len - HEAD);
	if (!nested)
		put_padding(w, c, PPADDING, len);
	else if (c->left.cap)
		put(w, c, PPADDING, c->left.cap);
	shut_group(w, group, NULL);
}

/* Parameters to the end; one that stands in another is alone there. */
static void put_parameters(struct walk *w, struct cursor *c, uint32_t owner, bool nested)
{
	if (w->depth > MAX_DEPTH) {
		cursor_take(c, c->left.wire);
		return;
	}
	while (c->left.cap) {
		put_parameter(w, c, owner, nested);
		if (c->left.cap)
			label_tail_of(w, owner, " ");
	}
}

/* --- causes of errors --- */

static void put_missing(struct walk *w, struct cursor *c)
{
	uint64_t n = put(w, c, MISSING_COUNT, 4);

	for (; n && cursor_has(c, 2); n--)
		put(w, c, MISSING_TYPE, 2);
}

static void put_cause_info(struct walk *w, struct cursor *c)
{
	if (c->left.wire)
		put(w, c, CAUSE_INFO, c->left.wire);
}

static void put_coded_info(struct walk *w, struct cursor *c, unsigned code, uint32_t group)
{
	label_tail_of(w, group, " (Code: %u, information length: %u byte%s)", code, c->left.wire,
		      plural(c->left.wire));
	put_cause_info(w, c);
}

/* A parameter whose address stands in the cause's words, too. */
static void put_cause_address(struct walk *w, struct cursor *c, uint32_t group, const char *what)
{
	label_tail_of(w, group, " (%s: ", what);
	put_parameters(w, c, group, false);
	label_tail_of(w, group, ")");
}

static void put_cause_value(struct walk *w, struct cursor *c, unsigned code, uint32_t group)
{
	switch (code) {
	case E_INVALID_SID:
		label_tail_of(w, group, " (SID: %u)", (unsigned)put(w, c, CAUSE_SID, 2));
		put(w, c, CAUSE_RESERVED, 2);
		break;
	case E_MISSING_PARAMETER:
		put_missing(w, c);
		break;
	case E_STALE_COOKIE:
		label_tail_of(w, group, " (Measure: %u usec)", (unsigned)put(w, c, STALENESS, 4));
		break;
	case E_UNRESOLVABLE:
		put_parameters(w, c, group, false);
		break;
	case E_NEW_ADDRESSES:
		put_cause_address(w, c, group, "New addresses");
		break;
	case E_UNRECOGNIZED_CHUNK:
		put_chunk_in(w, c, group);
		break;
	case E_UNRECOGNIZED_PARAMETERS:
	case E_SHORTAGE:
	case E_NO_AUTHORIZATION:
		put_parameters(w, c, NO_NODE, false);
		break;
	case E_NO_DATA:
		label_tail_of(w, group, " (TSN: %u)", (unsigned)put(w, c, CAUSE_TSN, 4));
		break;
	case E_RESOURCES:
	case E_INVALID_PARAMETER:
	case E_COOKIE_IN_SHUTDOWN:
		break;
	case E_USER_ABORT:
	case E_VIOLATION:
		put_cause_info(w, c);
		break;
	case E_LAST_ADDRESS:
		put_cause_address(w, c, group, "Last address");
		break;
	case E_SOURCE_ADDRESS:
		put_cause_address(w, c, group, "Deleted address");
		break;
	case E_HMAC:
		put(w, c, HMAC_ID, 2);
		break;
	default:
		put_coded_info(w, c, code, group);
		break;
	}
}

static void put_cause(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, value;
	unsigned code = u16(&peek), len = u16(&peek);
	uint32_t group = open_group(w, c, CAUSE, len);

	label_whole(w, "%s cause", row_word(w, CAUSE_CODE, code, "Unknown"));
	put(w, c, CAUSE_CODE, 2);
	put(w, c, CAUSE_LENGTH, 2);
	value = cursor_first(*c, len < HEAD ? 0 : len - HEAD);
	if (len >= HEAD)
		put_cause_value(w, &value, code, group);
	if (len < HEAD || len - HEAD > c->left.wire || value.bad)
		cursor_fail(c, UINT32_MAX);
	cursor_take(c, len - HEAD);
	put_padding(w, c, CAUSE_PADDING, len);
	shut_group(w, group, NULL);
}

static void put_causes(struct walk *w, struct cursor *c)
{
	if (w->depth > MAX_DEPTH) {
		cursor_take(c, c->left.wire);
		return;
	}
	while (c->left.cap)
		put_cause(w, c);
}

/* --- SACK --- */

/* Which rows show a list of gaps. */
struct gap_rows {
	const char *what;
	uint8_t start, start_tsn, end, end_tsn, tsns, many;
};

static const struct gap_rows sack_gaps = {"Gap",       GAP_START, GAP_START_TSN, GAP_END,
					  GAP_END_TSN, GAP_TSNS,  GAP_TSNS_MANY};
static const struct gap_rows nr_sack_gaps = {"Gap",      NR_START, NR_START_TSN, NR_END,
					     NR_END_TSN, NR_TSNS,  NR_TSNS_MANY};
static const struct gap_rows nr_nr_gaps = {"NR-Gap",   NN_START, NN_START_TSN, NN_END,
					   NN_END_TSN, NN_TSNS,  NN_TSNS_MANY};

/* One run behind the cumulative TSN; gives how many TSNs it has. */
static uint32_t put_gap(struct walk *w, struct cursor *c, const struct gap_rows *rows, uint32_t cum,
			uint32_t *last_end)
{
	struct cursor peek = *c;
	uint32_t start = u16(&peek), end = u16(&peek), at = c->at;
	uint32_t gap = open_group(w, c, GAP, 4), edge;

	label_whole(w, "%s Acknowledgement for TSN %u to %u", rows->what, cum + start, cum + end);
	edge = open_group(w, c, rows->start, 2);
	cursor_pull(c, 2);
	put_value(w, rows->start_tsn, at, 2, (uint32_t)(cum + start));
	shut_group(w, edge, NULL);
	edge = open_group(w, c, rows->end, 2);
	cursor_pull(c, 2);
	put_value(w, rows->end_tsn, at + 2, 2, (uint32_t)(cum + end));
	if (start > end)
		expert(w, GAP_MALFORMED, NULL);
	else if (start <= *last_end)
		expert(w, GAP_ORDER, NULL);
	shut_group(w, edge, NULL);
	shut_group(w, gap, NULL);
	*last_end = end;
	return start > end ? 0 : end - start + 1;
}

/* The runs; gives the end of the last one, or 0. */
static uint32_t put_gaps(struct walk *w, struct cursor *c, const struct gap_rows *rows,
			 uint32_t cum, uint64_t n)
{
	uint32_t at = c->at, tsns = 0, last_end = 0;

	if (!n)
		return 0;
	while (n-- && cursor_has(c, 4))
		tsns += put_gap(w, c, rows, cum, &last_end);
	put_value(w, rows->tsns, at, 0, tsns);
	if (tsns > MANY_TSNS)
		expert(w, rows->many, NULL);
	return last_end;
}

/* What the SACK is the first to acknowledge; TSNs are taken for relative ones, as by tshark. */
static void put_acked(struct walk *w, const struct run *run, uint32_t at, uint32_t end)
{
	struct half *peer = run->peer;
	uint32_t start = peer->acked_next, first = end >= REMEMBERED ? end - REMEMBERED + 1 : 0;

	if (!peer->started || end < start || end - start > 0xffff0000)
		return;
	peer->acked_next = end + 1;
	for (uint32_t tsn = start > first ? start : first; tsn <= end && tsn >= first; tsn++) {
		struct sent *sent = &peer->sent[tsn % REMEMBERED];
		uint32_t group;

		if (!sent->used || sent->acked || sent->tsn != tsn)
			continue;
		sent->acked = true;
		group = open_value(w, ACKED_TSN, at, tsn);
		put_value(w, ACKED_FRAME, at, 0, sent->frame);
		put_value(w, ACK_RTT, at, 0, (uint64_t)(w->r.frame->time - sent->time));
		shut_group(w, group, NULL);
	}
}

static void put_sack(struct walk *w, struct cursor *c, struct run *run, uint32_t chunk)
{
	struct cursor peek = *c;
	uint32_t cum = u32(&peek), shown = cum, at = c->at, credit, gaps, duplicates, last, group;

	if (run->peer) {
		shown = cum - run->peer->first_tsn;
		group = open_value(w, CUM_TSN, at, shown);
		put_acked(w, run, at, shown);
		shut_group(w, group, NULL);
	}
	put(w, c, CUM_TSN_RAW, 4);
	credit = (uint32_t)put(w, c, RWND, 4);
	if (!credit && !c->bad)
		expert(w, RWND_ZERO, NULL);
	gaps = (uint32_t)put(w, c, GAPS, 2);
	duplicates = (uint32_t)put(w, c, DUPLICATES, 2);
	if (c->bad)
		return;
	label_tail_of(w, chunk, " (Cumulative TSN: %u, a_rwnd: %u, gaps: %u, duplicate TSNs: %u)",
		      cum, credit, gaps, duplicates);
	last = put_gaps(w, c, &sack_gaps, cum, gaps);
	while (cursor_has(c, 4))
		put(w, c, DUPLICATE, 4);
	text_format(&run->words, last ? "(Ack=%u+%u, Arwnd=%u) " : "(Ack=%u", shown, last, credit);
	if (!last)
		text_format(&run->words, ", Arwnd=%u) ", credit);
}

static void put_nr_sack(struct walk *w, struct cursor *c, struct cursor head, uint32_t chunk)
{
	uint32_t cum = u32(&head), credit = u32(&head), gaps = u16(&head), nr_gaps = u16(&head);
	uint32_t duplicates = u16(&head);

	label_tail_of(w, chunk,
		      " (Cumulative TSN: %u, a_rwnd: %u, gaps: %u, nr-gaps: %u, "
		      "duplicate TSNs: %u)",
		      cum, credit, gaps, nr_gaps, duplicates);
	put_gaps(w, c, &nr_sack_gaps, cum, gaps);
	put_gaps(w, c, &nr_nr_gaps, cum, nr_gaps);
	while (cursor_has(c, 4))
		put(w, c, NR_DUPLICATE, 4);
}

/* --- DATA and I_DATA --- */

/* A chunk's TSN, counted from the first; true when it was sent before. */
static bool put_tsn(struct walk *w, struct cursor *c, struct run *run, uint32_t *shown)
{
	struct cursor peek = *c;
	uint32_t tsn = u32(&peek), at = c->at, group, again;
	const struct sent *sent;

	*shown = tsn;
	if (!run->half || peek.bad) {
		put(w, c, TSN_RAW, 4);
		return false;
	}
	sent = note_tsn(w, run->half, tsn);
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

/* The payload protocol's, or the ports'. */
static const struct plan *child_of(const struct layer *l, uint32_t ppid)
{
	const struct layer *first = l->more ? l->parent : l;
	const struct plan *child = also_by(l, 0, ppid);

	return child ? child : next_by_ports(first);
}

/* A data chunk behind its four first octets; true when its payload was handed on. */
static bool put_data(struct walk *w, const struct layer *l, struct cursor *c, struct run *run,
		     uint32_t chunk, unsigned type, unsigned flags, uint32_t len)
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
	text_format(&run->words, "(TSN=%u) %s%s", shown, again ? "(retransmission) " : "",
		    (flags & 3) == 3 ? "" : "(Message Fragment) ");
	if (again || !l)
		return false;
	if ((flags & 3) == (FLAG_B | FLAG_E) && c->left.cap)
		walk_next(w, child_of(l, ppid), *c);
	return true;
}

/* --- chunks --- */

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
		put_parameters(w, c, NO_NODE, false);
		break;
	case C_HEARTBEAT:
	case C_HEARTBEAT_ACK:
		label_tail_of(w, chunk, " (Information: %u byte%s)", n, plural(n));
		if (!n)
			cursor_fail(c, HEAD);
		put_parameters(w, c, NO_NODE, false);
		break;
	case C_ASCONF:
	case C_ASCONF_ACK:
	case C_RE_CONFIG:
		put_parameters(w, c, NO_NODE, false);
		break;
	case C_ABORT:
	case C_ERROR:
		put_causes(w, c);
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
 * One chunk.  `l` is the layer whose payload it may bring, NULL for a chunk that an
 * error quotes.  True when payload was handed on: what follows shows itself anew.
 */
static bool put_chunk(struct walk *w, const struct layer *l, struct cursor *c, struct run *run)
{
	struct cursor peek = *c, head, body;
	unsigned type = u8(&peek), flags = u8(&peek), len = u16(&peek), fixed = least_chunk(type);
	bool cut = len > c->left.wire, bogus = len < fixed, payload = false;
	uint32_t chunk, wire = c->left.wire;

	if (peek.bad) {
		cursor_fail(c, HEAD);
		return false;
	}
	text_format(&run->words, "%s ", row_word(w, CHUNK_TYPE, type, "RESERVED"));
	if (!cut && len > c->left.cap) {
		cursor_fail(c, len);
		return false;
	}
	chunk = open_group(w, c, CHUNK, bogus ? HEAD : len);
	label_whole(w, "%s chunk", row_word(w, CHUNK_TYPE, type, "RESERVED"));
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
		payload = put_data(w, l, &body, run, chunk, type, flags, len);
	} else if (type == C_SACK) {
		body = head;
		put_sack(w, &body, run, chunk);
	} else if (cursor_pull(&body, fixed)) {
		if (type == C_NR_SACK)
			put_nr_sack(w, &body, head, chunk);
		else
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
static void put_chunk_in(struct walk *w, struct cursor *c, uint32_t owner)
{
	struct cursor peek = *c;
	struct run run = {0};
	unsigned type = u8(&peek);

	if (w->depth <= MAX_DEPTH && c->left.cap) {
		put_chunk(w, NULL, c, &run);
		if (!c->bad)
			label_tail_of(w, owner, " (Type: %u (%s))", type,
				      row_word(w, CHUNK_TYPE, type, "unknown"));
	}
	text_close(&run.words);
}

/* --- the packet --- */

/* tshark doesn't count associations unless told to; it says so where all chunks are whole. */
static uint64_t association_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);

	if (!c.left.wire)
		return 0;
	while (c.left.wire) {
		struct cursor head = c;
		uint32_t len;

		u16(&head);
		len = u16(&head);
		if (head.bad || len < HEAD || len > c.left.cap)
			return ABSENT;
		len = (len + 3) & ~3u;
		cursor_take(&c, len < c.left.wire ? len : c.left.wire);
	}
	return UINT16_MAX;
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->association = association_of(l);
	s->status = CHECKSUM_UNVERIFIED;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct state *s = l->more ? new_state(w, l, sizeof *s) : (void *)l->state;
	struct run run = {0};

	find_halves(w, l->more ? l->parent : l, &run);
	if (!c->left.cap && c->left.wire)
		cursor_fail(c, HEAD);
	while (c->left.cap && !put_chunk(w, l, c, &run))
		;
	if (c->left.cap)
		walk_more(w, *c);
	if (w->summary)
		s->words = (uint64_t)(uintptr_t)arena_copy(&w->arena, run.words.p, run.words.len);
	text_close(&run.words);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	if (s && s->words != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"ip.proto", 132}, {0}};

const struct proto proto_sctp = {
	.brief = "SCTP",
	.spec = "RFC 9260",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = HEADER,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.next = {.table = "sctp.port", .row = SRCPORT, .other = DSTPORT, .also = {"sctp.ppi"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
