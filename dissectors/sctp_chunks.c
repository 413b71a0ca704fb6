/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's chunks; data, parameters, causes and SACKs have files of their own. */
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
	CHUNK_PADDING,
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

static const struct word chunk_stop[] = {
	{0, "Stop processing of the packet"},
	{1, "Skip chunk and continue processing of the packet"},
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
	PUT(CHUNK_PADDING, "chunk_padding", "Chunk padding", BYTES, PLAIN, "Fills words up", "3.2"),
};

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
		return SCTP_HEAD;
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
		put_sctp_part(w, c, SCTP_PARAMETERS, NO_NODE);
		break;
	case C_HEARTBEAT:
	case C_HEARTBEAT_ACK:
		label_tail_of(w, chunk, " (Information: %u byte%s)", n, plural(n));
		if (!n)
			cursor_fail(c, SCTP_HEAD);
		put_sctp_part(w, c, SCTP_PARAMETERS, NO_NODE);
		break;
	case C_ASCONF:
	case C_ASCONF_ACK:
	case C_RE_CONFIG:
		put_sctp_part(w, c, SCTP_PARAMETERS, NO_NODE);
		break;
	case C_ABORT:
	case C_ERROR:
		put_sctp_part(w, c, SCTP_CAUSES, NO_NODE);
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
		      len < SCTP_HEAD ? SCTP_HEAD : least_chunk(type));
	if (len < SCTP_HEAD)
		label_tail_of(w, node, " (invalid, should be >= %u)", SCTP_HEAD);
}

static void put_chunk(struct walk *w, struct cursor *c, struct sctp_run *run)
{
	struct cursor peek = *c, head, body;
	unsigned type = u8(&peek), len = (u8(&peek), u16(&peek)), fixed = least_chunk(type);
	bool cut = len > c->left.wire, bogus = len < fixed;
	const char *name = row_word(w, CHUNK_TYPE, type, "RESERVED");
	uint32_t chunk, wire = c->left.wire;

	if (peek.bad) {
		cursor_fail(c, SCTP_HEAD);
		return;
	}
	text_put(&run->words, name);
	text_char(&run->words, ' ');
	if (!cut && len > c->left.cap) {
		cursor_fail(c, len);
		return;
	}
	chunk = open_group(w, c, CHUNK, bogus ? SCTP_HEAD : len);
	label_whole(w, "%s chunk", name);
	if (cut) {
		w->last = node_in(w, chunk, CHUNK_LENGTH);
		expert(w, CHUNK_LENGTH_BAD,
		       "Chunk length (%u) is longer than remaining data (%u) in the packet.", len,
		       wire);
	}
	head = body = cursor_first(*c, bogus ? SCTP_HEAD : len);
	cursor_pull(&head, SCTP_HEAD);
	if (bogus) {
		put_bogus(w, chunk, type, len);
		run->handed_on = type == C_DATA || type == C_I_DATA;
	} else if (type == C_DATA || type == C_I_DATA) {
		put_sctp_part(w, &body, SCTP_DATA, chunk);
	} else if (type == C_SACK || type == C_NR_SACK) {
		put_sctp_part(w, &body, SCTP_SACK, chunk);
	} else if (cursor_pull(&body, fixed)) {
		put_chunk_body(w, &body, head, type, chunk);
	}
	if (cut || body.bad)
		cursor_fail(c, UINT32_MAX);
	cursor_take(c, len < SCTP_HEAD ? SCTP_HEAD : len);
	if (len >= SCTP_HEAD)
		put_padding(w, c, CHUNK_PADDING, len);
	shut_group(w, chunk, NULL);
}

/* A chunk that an error quotes. */
static void put_chunk_in(struct walk *w, struct cursor *c, struct sctp_run *run, uint32_t owner)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);

	if (w->depth > SCTP_MAX_DEPTH || !c->left.cap)
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
		put_chunk(w, c, run);
	else
		put_chunk_in(w, c, &quoted, w->last);
	text_close(&quoted.words);
}

static const struct hang hangs[] = {{"sctp.part", SCTP_CHUNK}, {0}};

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
