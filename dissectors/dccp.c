/* SPDX-License-Identifier: BSD-2-Clause */
/* Datagram Congestion Control Protocol. */
/* RFC 4340; RFC 4342 (CCID 3), RFC 5595 (service codes), RFC 5596 (Listen). */
#include "core/checksum.h"
#include "core/walk.h"
#include "flow/conv.h"
#include "shared/sequence.h"

enum {
	DCCP,
	SRCPORT,
	ANY_SRCPORT,
	DSTPORT,
	ANY_DSTPORT,
	STREAM,
	DATA_OFFSET,
	HEADER_BAD,
	CCVAL,
	CSCOV,
	CHECKSUM,
	CHECKSUM_NOTE,
	STATUS,
	RES1,
	TYPE,
	X,
	RES2,
	SEQ_SHORT,
	SEQUENCE,
	SEQ_RAW,
	TYPE_RESERVED,
	ACK_RES,
	ACK,
	ACK_RAW,
	SERVICE_CODE,
	RESET_CODE,
	DATA1,
	DATA2,
	DATA3,
};

struct state {
	uint64_t stream, status, seq, ack;
};

enum {
	T_REQUEST,
	T_RESPONSE,
	T_DATA,
	T_ACK,
	T_DATA_ACK,
	T_CLOSE_REQ,
	T_CLOSE,
	T_RESET,
	T_SYNC,
	T_SYNC_ACK,
	T_LISTEN,
	T_RESERVED,
};

#define PORTS 4      /* octets without which nothing is shown */
#define SHORT_LEN 12 /* octets of the generic header, X = 0 */
#define LONG_LEN 16  /* ... X = 1 */

static const struct word types[] = {
	{T_REQUEST, "Request"},  {T_RESPONSE, "Response"}, {T_DATA, "Data"},
	{T_ACK, "Ack"},          {T_DATA_ACK, "DataAck"},  {T_CLOSE_REQ, "CloseReq"},
	{T_CLOSE, "Close"},      {T_RESET, "Reset"},       {T_SYNC, "Sync"},
	{T_SYNC_ACK, "SyncAck"}, {T_LISTEN, "Listen"},     {T_RESERVED, "Reserved", 15},
};

static const struct word service_codes[] = {
	{0, "not specified"},
	{7107696, "LTP: Licklider Transmission Protocol"},
	{1145656131, "DISC: Discard"},
	{1381253968, "RTCP: RTCP connection, separate from the corresponding RTP"},
	{1381257281, "RTPA: RTP session conveying audio data (and associated RTCP)"},
	{1381257295, "RTPO: RTP session conveying other media (and associated RTCP)"},
	{1381257300, "RTPT: RTP session conveying text media (and associated RTCP)"},
	{1381257302, "RTPV: RTP session conveying video data (and associated RTCP)"},
	{1398361159, "SYLG: Syslog Protocol"},
	{1685351985, "Bundle Protocol"},
	{1852861808, "NPMP: NetPerfMeter Data"},
	{4294967295, "Reserved (Invalid)"},
};

static const struct word reset_codes[] = {
	{0, "Unspecified"},      {1, "Closed"},
	{2, "Aborted"},          {3, "No Connection"},
	{4, "Packet Error"},     {5, "Option Error"},
	{6, "Mandatory Error"},  {7, "Connection Refused"},
	{8, "Bad Service Code"}, {9, "Too Busy"},
	{10, "Bad Init Cookie"}, {11, "Aggression Penalty"},
	{12, "Reserved"},
};

/* ", Src Port: 1000, Dst Port: 20001 [Ack] Seq=1" */
static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *type = node_below(r, n, TYPE);
	unsigned seq = node_below(r, n, SEQUENCE) ? SEQUENCE : SEQ_RAW;

	text_below(t, r, n, SRCPORT, ", Src Port: ");
	text_below(t, r, n, DSTPORT, ", Dst Port: ");
	if (!type)
		return;
	text_put(t, " [");
	text_put(t, word_for(type->field->words, type->u));
	text_char(t, ']');
	text_below(t, r, n, node_below(r, n, seq) ? seq : SEQ_SHORT, " Seq=");
}

static const struct field fields[] = {
	[DCCP] = {"dccp", "Datagram Congestion Control Protocol", PROTO, .form = form_line},
	[SRCPORT] = {"dccp.srcport", "Source Port", U16, PORT, AT(0, 16), .help = "Who sends",
		     .ref = "5.1"},
	[ANY_SRCPORT] = {"dccp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[DSTPORT] = {"dccp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "5.1"},
	[ANY_DSTPORT] = {"dccp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[STREAM] = {"dccp.stream", "Stream index", U32, DEC, FROM(struct state, stream),
		    .help = "Counts connections from 0"},
	[DATA_OFFSET] = {"dccp.data_offset", "Data Offset", U8, DEC, AT(32, 8),
			 .help = "Words of header, options included", .ref = "5.1"},
	[HEADER_BAD] = EXPERT("dccp.advertised_header_length.bad", "Advertised header length bad",
			      ERROR, G_MALFORMED),
	[CCVAL] = {"dccp.ccval", "CCVal", U8, DEC, AT(40, 4), .traits = SPREAD,
		   .help = "For the congestion control in use", .ref = "5.1"},
	[CSCOV] = {"dccp.cscov", "Checksum Coverage", U8, DEC, AT(44, 4), .traits = SPREAD,
		   .help = "0: all is covered; else words of payload and 1", .ref = "9.2"},
	[CHECKSUM] = {"dccp.checksum", "Checksum", U16, HEX, AT(48, 16), .fill = FILL_CHECKSUM,
		      .help = "Over pseudo header and what is covered", .ref = "9.1"},
	[CHECKSUM_NOTE] = EXPERT("dccp.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[STATUS] = {"dccp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[RES1] = {"dccp.res1", "Reserved", U8, HEX, AT(64, 3), .traits = HIDDEN, .help = "Always 0",
		  .ref = "5.1"},
	[TYPE] = {"dccp.type", "Type", U8, DEC, AT(67, 4), .traits = SPREAD, WORDS(types),
		  .help = "Which packet", .ref = "5.1"},
	[X] = {"dccp.x", "Extended Sequence Numbers", BOOL, AT(71, 1), .traits = SPREAD,
	       .preset = 1, .help = "48 bits, not 24", .ref = "5.1"},
	[RES2] = {"dccp.res2", "Reserved", U8, HEX, AT(72, 8), WHEN(X), .traits = HIDDEN,
		  .help = "Always 0", .ref = "5.1"},
	[SEQ_SHORT] = {"dccp.seq", "Sequence Number", U64, DEC, AT(72, 24), UNLESS(X),
		       .help = "Counts packets, low 24 bits", .ref = "5.1"},
	[SEQUENCE] = {"dccp.seq", "Sequence Number", U64, DEC, KNOWN(struct state, seq),
		      .form = form_relative_seq, .help = "Counted from the connection's first"},
	[SEQ_RAW] = {"dccp.seq_raw", "Sequence Number (raw)", U64, DEC, AT(80, 48), WHEN(X),
		     .help = "Counts packets", .ref = "5.1"},
	[TYPE_RESERVED] =
		EXPERT("dccp.packet_type.reserved",
		       "Reserved packet type: unable to dissect further", WARNING, G_PROTOCOL),
	[ACK_RES] = {"dccp.ack_res", "Reserved", U16, HEX, .traits = HIDDEN, .help = "Always 0",
		     .ref = "5.3"},
	[ACK] = {"dccp.ack", "Acknowledgement Number", U64, DEC,
		 .help = "Counted from the connection's first"},
	[ACK_RAW] = {"dccp.ack_raw", "Acknowledgement Number (raw)", U64, DEC,
		     .help = "The packet of the greatest number that came", .ref = "5.3"},
	[SERVICE_CODE] = {"dccp.service_code", "Service Code", U32, DEC, WORDS(service_codes),
			  .help = "Which service is wanted", .ref = "8.1.2"},
	[RESET_CODE] = {"dccp.reset_code", "Reset Code", U8, DEC, WORDS(reset_codes),
			.help = "Why the connection ends", .ref = "5.6"},
	[DATA1] = {"dccp.data1", "Data 1", U8, DEC, .help = "More about the reason", .ref = "5.6"},
	[DATA2] = {"dccp.data2", "Data 2", U8, DEC, .help = "More about the reason", .ref = "5.6"},
	[DATA3] = {"dccp.data3", "Data 3", U8, DEC, .help = "More about the reason", .ref = "5.6"},
};

static uint32_t header_len(const struct layer *l)
{
	return VALUE(l, X) ? LONG_LEN : SHORT_LEN;
}

/* Octets of the acknowledgement number and what stands around it; 0: the type has none. */
static uint32_t ack_len(const struct layer *l)
{
	switch (VALUE(l, TYPE)) {
	case T_ACK:
	case T_DATA_ACK:
		return VALUE(l, X) ? 8 : 4;
	case T_RESPONSE:
	case T_CLOSE_REQ:
	case T_CLOSE:
	case T_RESET:
	case T_SYNC:
	case T_SYNC_ACK:
		return 8;
	default:
		return 0;
	}
}

static bool has_service(const struct layer *l)
{
	uint64_t type = VALUE(l, TYPE);

	return type == T_REQUEST || type == T_RESPONSE || type == T_LISTEN;
}

/* Octets of header that a packet of its type has at least. */
static uint32_t least_header(const struct layer *l)
{
	return header_len(l) + ack_len(l) + (has_service(l) ? 4 : 0);
}

static uint32_t claimed(const struct layer *l)
{
	return (uint32_t)VALUE(l, DATA_OFFSET) * 4;
}

/* --- numbers that count from the connection's first --- */

struct connection {
	uint64_t first[2]; /* by sender */
	bool known[2];
};

static uint64_t number(const struct layer *l)
{
	return VALUE(l, X) ? VALUE(l, SEQ_RAW) : VALUE(l, SEQ_SHORT);
}

/* The acknowledgement number, where the type has one and it was captured. */
static bool ack_number(const struct layer *l, uint64_t *ack)
{
	struct cursor c = layer_cursor(l, header_len(l));
	uint32_t len = ack_len(l);

	cursor_pull(&c, len == 8 ? 2 : 1);
	*ack = cursor_be(&c, len == 8 ? 6 : 3);
	return len && !c.bad;
}

static void note_numbers(struct connection *c, struct state *s, const struct layer *l, bool from_a)
{
	unsigned from = from_a ? 0 : 1, to = 1 - from;
	uint64_t type = VALUE(l, TYPE), ack;

	if (l->bytes.cap < header_len(l))
		return;
	if (c->known[from])
		s->seq = number(l) - c->first[from];
	if (ack_number(l, &ack) && c->known[to])
		s->ack = ack - c->first[to];
	if ((type == T_REQUEST || type == T_RESPONSE) && !c->known[from]) {
		c->known[from] = true;
		c->first[from] = number(l);
	}
}

/* RFC 4340, 9.2: the pseudo header and, unless all is covered, so many words of payload. */
static struct span covered(const struct layer *l)
{
	uint32_t coverage = (uint32_t)VALUE(l, CSCOV);

	return coverage ? span_first(l->bytes, claimed(l) + (coverage - 1) * 4) : l->bytes;
}

static uint32_t pseudo_sum(const struct walk *w, const struct layer *l)
{
	return inet_pseudo_sum(&w->r, 33, l->bytes.wire);
}

static void note(struct walk *w, struct layer *l)
{
	static const char table_key;
	struct state *s = new_state(w, l, sizeof *s);
	bool from_a;
	struct conv *conv =
		conv_get(w, &table_key, (uint16_t)VALUE(l, SRCPORT), (uint16_t)VALUE(l, DSTPORT),
			 sizeof(struct connection), &from_a);

	s->stream = conv->stream;
	note_numbers(conv_own(conv), s, l, from_a);
	if (l->bytes.cap >= 8 && any_wanted(w))
		s->status = inet_status(pseudo_sum(w, l), covered(l));
}

/* --- the rest of the header --- */

static void put_ack(struct walk *w, const struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	uint32_t n = ack_len(l), at = c->at;

	put(w, c, ACK_RES, n == 8 ? 2 : 1);
	if (s->ack != ABSENT) {
		put_value(w, ACK, at, n, s->ack);
		if (VALUE(l, TYPE) != T_RESPONSE)
			label_tail(w, "    (relative acknowledgement number)");
	}
	put(w, c, ACK_RAW, n == 8 ? 6 : 3);
}

static const struct part reset_parts[] = {
	{RESET_CODE, 1}, {DATA1, 1}, {DATA2, 1}, {DATA3, 1}, {0, 0}};

static void put_type_part(struct walk *w, const struct layer *l, struct cursor *c)
{
	if (ack_len(l))
		put_ack(w, l, c);
	if (has_service(l))
		put(w, c, SERVICE_CODE, 4);
	else if (VALUE(l, TYPE) == T_RESET)
		put_rows(w, c, reset_parts);
}

/* Whether the header can be as long as it says. */
static bool check_length(struct walk *w, const struct layer *l)
{
	unsigned claim = claimed(l), generic = header_len(l), least = least_header(l);

	if (claim < generic)
		expert_on(w, DATA_OFFSET, HEADER_BAD,
			  "Advertised header length (%u) is smaller than the minimum (%u)", claim,
			  generic);
	else if (claim < least)
		expert_on(w, DATA_OFFSET, HEADER_BAD,
			  "Advertised header length (%u) is smaller than the minimum (%u) for %s",
			  claim, least, word_for(fields[TYPE].words, VALUE(l, TYPE)));
	return claim >= least;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor options, payload = layer_cursor(l, claimed(l));
	uint32_t len;

	if (!check_length(w, l))
		return;
	if (VALUE(l, TYPE) >= T_RESERVED) {
		expert(w, TYPE_RESERVED, NULL);
		return;
	}
	put_type_part(w, l, c);
	if (c->bad)
		return;
	len = claimed(l) + l->at - c->at;
	options = cursor_first(*c, len);
	if (len)
		options = walk_part(w, also_by(l, 0, 0), options);
	c->bad = options.bad;
	if (payload.left.cap && !c->bad)
		walk_next(w, next_by_ports(l), payload);
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s && s->status != ABSENT)
		inet_words(w, CHECKSUM, CHECKSUM_NOTE, (unsigned)s->status, pseudo_sum(w, l),
			   covered(l));
}

/* --- the summary line --- */

static void put_code(struct text *t, const char *what, const struct words *words, uint64_t code,
		     bool numbered)
{
	const char *word = word_for(words, code);

	text_put(t, what);
	text_put(t, word ? word : "Unknown");
	if (!word && numbered) {
		text_number(t, " (", code);
		text_char(t, ')');
	}
	text_char(t, ')');
}

static void info_type_part(struct text *t, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct cursor c = layer_cursor(l, header_len(l) + ack_len(l));
	uint64_t ack;

	if (ack_number(l, &ack)) {
		text_number(t, " (Ack=", s->ack != ABSENT ? s->ack : ack);
		text_char(t, ')');
	}
	if (!cursor_has(&c, 4))
		return;
	if (VALUE(l, TYPE) == T_RESET)
		put_code(t, " (code=", fields[RESET_CODE].words, u8(&c), false);
	else if (has_service(l))
		put_code(t, " (service=", fields[SERVICE_CODE].words, u32(&c), true);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	text_u64(t, VALUE(l, SRCPORT));
	text_number(t, " \xe2\x86\x92 ", VALUE(l, DSTPORT));
	if (l->bytes.cap < 9)
		return;
	text_put(t, " [");
	text_put(t, word_for(fields[TYPE].words, VALUE(l, TYPE)));
	text_char(t, ']');
	if (l->bytes.cap < header_len(l) || claimed(l) < header_len(l))
		return;
	text_number(t, " Seq=", s->seq != ABSENT ? s->seq : number(l));
	if (claimed(l) >= least_header(l))
		info_type_part(t, l);
}

static const struct hang hangs[] = {{"ip.proto", 33}, {0}};

const struct proto proto_dccp = {
	.brief = "DCCP",
	.spec = "RFC 4340",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = PORTS,
	.least = PORTS,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.header_len = header_len,
	.sum = SUM_PSEUDO,
	.next = {.table = "dccp.port", .row = SRCPORT, .other = DSTPORT, .also = {"dccp.part"}},
	.hangs = hangs,
	.recalls = true,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
