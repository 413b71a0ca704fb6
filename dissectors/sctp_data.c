/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's chunks of data. */
/* RFC 9260, 3.3.1; RFC 8260, 2.1 (I_DATA). */
#include "flow/sctp.h"
#include "shared/sctp.h"

enum {
	DATA,
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
};

enum { I_DATA = 64 }; /* type of chunk */
enum { FLAG_E = 1, FLAG_B = 2, FLAG_U = 4 };

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

#define PUT(row, name, what, kind, base, says, section) \
	[row] = {"sctp." name, what, kind, base, .help = says, .ref = section}

static const struct field fields[] = {
	[DATA] = {"sctp.data", "Data", PROTO},
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
		  WORDS(payload_protocols), .help = "What the data are", .ref = "3.3.1"},
	PUT(FSN, "data_fsn", "Fragment sequence number", U32, DEC, "Counts fragments of a message",
	    "RFC 8260, 2.1"),
};

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

/* The rest of a chunk's head behind the stream; gives the payload's protocol. */
static uint32_t put_data_head(struct walk *w, struct cursor *c, uint32_t chunk)
{
	unsigned ssn = (unsigned)put(w, c, SSN, 2);
	uint32_t ppid = (uint32_t)put(w, c, PPID, 4);

	label_tail_of(w, chunk, ", SSN: %u, PPID: %u", ssn, ppid);
	return ppid;
}

/* The same of I_DATA, where only a message's first chunk tells the protocol. */
static uint32_t put_i_data_head(struct walk *w, struct cursor *c, uint32_t chunk, bool begins)
{
	unsigned mid, fsn;

	put(w, c, RESERVED, 2);
	mid = (unsigned)put(w, c, MID, 4);
	label_tail_of(w, chunk, ", MID: %u", mid);
	if (begins)
		return (uint32_t)put(w, c, PPID, 4);
	fsn = (unsigned)put(w, c, FSN, 4);
	label_tail_of(w, chunk, ", FSN: %u", fsn);
	return 0;
}

/* A chunk behind its first word; w->last is its node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor first = layer_cursor(l, 0);
	unsigned type = u8(&first), flags = u8(&first), len = u16(&first);
	struct sctp_run *run = sctp_run_of(l);
	bool complete = (flags & (FLAG_B | FLAG_E)) == (FLAG_B | FLAG_E), again;
	uint32_t chunk = w->last, shown, sid, ppid, head = type == I_DATA ? 20 : 16;

	again = put_tsn(w, c, run, &shown);
	sid = (uint32_t)put(w, c, SID, 2);
	label_data(w, chunk, flags, shown, sid);
	if (type == I_DATA)
		ppid = put_i_data_head(w, c, chunk, flags & FLAG_B);
	else
		ppid = put_data_head(w, c, chunk);
	label_tail_of(w, chunk, ", payload length: %u byte%s)", len - head, plural(len - head));
	if (c->bad)
		return;
	text_number(&run->words, "(TSN=", shown);
	text_put(&run->words, again ? ") (retransmission) " : ") ");
	if (!complete)
		text_put(&run->words, "(Message Fragment) ");
	if (again || run->quoted)
		return;
	if (complete) {
		run->payload = *c;
		run->ppid = ppid;
	}
	run->handed_on = true;
}

static const struct hang hangs[] = {{"sctp.part", SCTP_DATA}, {0}};

const struct proto proto_sctp_data = {
	.brief = "SCTP",
	.no_column = true,
	.bare = true,
	.prefix = "sctp",
	.spec = "RFC 9260, 3.3.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = SCTP_HEAD,
	.hangs = hangs,
	.rest = rest,
};
