/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Group Management Protocol, versions 0 to 3, and multicast traceroute. */
/* RFC 988 (version 0), 1112 (1), 2236 (2), 3376 (3); draft-ietf-idmr-traceroute-ipm-07. */
#include "core/checksum.h"
#include "core/walk.h"

enum {
	IGMP,
	VERSION0,
	VERSION1,
	VERSION2,
	VERSION3_QUERY,
	VERSION3_REPORT,
	TYPE,
	RESERVED1,
	RESERVED3,
	GROUP_TYPE,
	REPLY,
	REPLY_PENDING,
	MAX_RESP,
	MAX_RESP_SHORT,
	MAX_RESP_LONG,
	EXPONENT,
	MANTISSA,
	MAX_HOPS,
	CHECKSUM,
	CHECKSUM_NOTE,
	STATUS,
	IDENTIFIER,
	MADDR0,
	ACCESS_KEY,
	MADDR,
	SUPPRESS,
	QRV,
	QQIC,
	NUM_SRC,
	UNUSED,
	NUM_RECORDS,
	TRACE_SADDR,
	TRACE_RADDR,
	TRACE_RSPADDR,
	TRACE_TTL,
	TRACE_ID,
	BLOCK,
	ARRIVAL,
	IN_ADDR,
	OUT_ADDR,
	PREVIOUS,
	IN_PKTS,
	OUT_PKTS,
	TOTAL,
	ROUTING,
	FWD_TTL,
	MBZ,
	SOURCE_BIT,
	SRC_MASK,
	FWD_CODE,
	DATA,
};

/* The version stands in the member of its own, which makes the rows of that version show. */
struct state {
	uint64_t version0, version1, version2, query3, report3;
	uint64_t reply, pending, max_resp_short, max_resp_long, status;
};

enum {
	V0_LAST = 0x0f,
	CREATE_REQUEST = 0x01,
	QUERY = 0x11,
	V1_REPORT = 0x12,
	V2_REPORT = 0x16,
	V2_LEAVE = 0x17,
	TRACE_RESPONSE = 0x1e,
	TRACE_QUERY = 0x1f,
	V3_REPORT = 0x22,
};

enum { TYPES, PARTS }; /* tables in `next.also` */
#define V0_LEN 20      /* octets of a message of version 0 */
#define V1_LEN 8       /* ... of versions 1 and 2 */
#define V3_QUERY_MIN 12
#define TRACE_HEAD 24 /* octets of a trace's query, before data blocks */
#define TRACE_BLOCK 32

static const struct word types[] = {
	{0x01, "Create Group Request"},  {0x02, "Create Group Reply"},
	{0x03, "Join Group Request"},    {0x04, "Join Group Reply"},
	{0x05, "Leave Group Request"},   {0x06, "Leave Group Reply"},
	{0x07, "Confirm Group Request"}, {0x08, "Confirm Group Reply"},
	{0x11, "Membership Query"},      {0x12, "Membership Report"},
	{0x13, "DVMRP Protocol"},        {0x14, "PIM Routing Message"},
	{0x16, "Membership Report"},     {0x17, "Leave Group"},
	{0x1e, "Traceroute Response"},   {0x1f, "Traceroute Query or Request"},
	{0x22, "Membership Report"},
};

static const struct word group_types[] = {{0, "Public Group"}, {1, "Private Group"}};

static const struct word replies[] = {
	{0, "Request Granted"},
	{1, "Request Denied, No Resources"},
	{2, "Request Denied, Invalid Code"},
	{3, "Request Denied, Invalid Group"},
	{4, "Request Denied, Invalid Key"},
};

static const struct word suppressions[] = {{0, "Do not suppress router side processing"},
					   {1, "SUPPRESS router side processing"}};

static const struct word routing_protocols[] = {
	{1, "DVMRP"},
	{2, "MOSPF"},
	{3, "PIM"},
	{4, "CBT"},
	{5, "PIM using special routing table"},
	{6, "PIM using a static route"},
	{7, "DVMRP using a static route"},
	{8, "PIM using MBGP (aka BGP4+) route"},
	{9, "CBT using special routing table"},
	{10, "CBT using a static route"},
	{11, "PIM using state created by Assert processing"},
};

static const struct word forwarding_codes[] = {
	{0x00, "NO_ERROR"},       {0x01, "WRONG_IF"},       {0x02, "PRUNE_SENT"},
	{0x03, "PRUNE_RCVD"},     {0x04, "SCOPED"},         {0x05, "NO_ROUTE"},
	{0x06, "WRONG_LAST_HOP"}, {0x07, "NOT_FORWARDING"}, {0x08, "REACHED_RP"},
	{0x09, "RPF_IF"},         {0x0a, "NO_MULTICAST"},   {0x0b, "INFO_HIDDEN"},
	{0x81, "NO_SPACE"},       {0x82, "OLD_ROUTER"},     {0x83, "ADMIN_PROHIB"},
};

static const char *type_word(uint64_t type, uint32_t len)
{
	const char *word = word_for(&(const struct words){types, COUNT(types)}, type);

	if (type == TRACE_QUERY)
		return len == TRACE_HEAD ? "Traceroute Query" : "Traceroute Request";
	return word;
}

/* "Traceroute Query (0x1f)" */
static void form_type(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = type_word(n->u, node_parent(r, n)->len);

	text_put(t, word ? word : "Unknown");
	text_put(t, " (0x");
	text_hex(t, n->u, 2);
	text_char(t, ')');
}

/* RFC 3376, 4.1.1: tenths of a second ... */
static void form_max_resp(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u.%u sec (0x%02x)", (unsigned)n->u / 10, (unsigned)n->u % 10,
		    (unsigned)n->u);
}

/* ... and from 128 on a small floating point number of them. */
static unsigned long_tenths(unsigned code)
{
	return ((code & 15) | 16) << ((code >> 4 & 7) + 3);
}

static void form_max_resp_long(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *exponent = node_below(r, n, EXPONENT);
	const struct node *mantissa = node_below(r, n, MANTISSA);

	text_format(t, "%u.%u sec", (unsigned)n->u / 10, (unsigned)n->u % 10);
	if (exponent && mantissa)
		text_format(t, " (0x%02x)", (unsigned)(128 | exponent->u << 4 | mantissa->u));
}

#define VERSION_ROW(row, member)             \
	[row] = {"igmp.version",             \
		 "IGMP Version",             \
		 U8,                         \
		 DEC,                        \
		 FROM(struct state, member), \
		 .help = "By type and length"}
#define TRACE_ROW(row, field, what, bit, says)               \
	[row] = {"igmp.mtrace." field,                       \
		 what,                                       \
		 IPV4,                                       \
		 AT(bit, 32),                                \
		 WHEN_IN(TYPE, TRACE_RESPONSE, TRACE_QUERY), \
		 .help = says,                               \
		 .ref = "draft-ietf-idmr-traceroute-ipm-07, 3"}
#define BLOCK_ROW(row, field, what, kind, base, bit, width, says) \
	[row] = {"igmp.mtrace.q_" field,                          \
		 what,                                            \
		 kind,                                            \
		 base,                                            \
		 AT(bit, width),                                  \
		 .under = BLOCK,                                  \
		 .help = says,                                    \
		 .ref = "draft-ietf-idmr-traceroute-ipm-07, 4"}

static const struct field fields[] = {
	[IGMP] = {"igmp", "Internet Group Management Protocol", PROTO},
	VERSION_ROW(VERSION0, version0),
	VERSION_ROW(VERSION1, version1),
	VERSION_ROW(VERSION2, version2),
	VERSION_ROW(VERSION3_QUERY, query3),
	VERSION_ROW(VERSION3_REPORT, report3),
	[TYPE] = {"igmp.type", "Type", U8, HEX, AT(0, 8), WORDS(types), .form = form_type,
		  .preset = V2_REPORT, .help = "Which message", .ref = "RFC 3376, 4"},
	[RESERVED1] = {"igmp.reserved", "Reserved", BYTES, AT(8, 8), WHEN(VERSION1),
		       .help = "Always 0", .ref = "RFC 1112, appendix I"},
	[RESERVED3] = {"igmp.reserved", "Reserved", BYTES, AT(8, 8), WHEN(VERSION3_REPORT),
		       .help = "Always 0", .ref = "RFC 3376, 4.2.1"},
	[GROUP_TYPE] = {"igmp.group_type", "Type Of Group", U8, DEC, AT(8, 8),
			WHEN_IN(TYPE, CREATE_REQUEST), WORDS(group_types),
			.help = "Open to all or not", .ref = "RFC 988, appendix I"},
	[REPLY] = {"igmp.reply", "Reply", U8, DEC, KNOWN(struct state, reply), WORDS(replies),
		   .help = "Granted or denied", .ref = "RFC 988, appendix I"},
	[REPLY_PENDING] = {"igmp.reply.pending", "Reply Pending", U8, DEC,
			   KNOWN(struct state, pending), .help = "Seconds until it will be decided",
			   .ref = "RFC 988, appendix I"},
	[MAX_RESP] = {"igmp.max_resp", "Max Resp Time", U8, DEC, AT(8, 8), WHEN(VERSION2),
		      .form = form_max_resp, .help = "Tenths of a second in which members answer",
		      .ref = "RFC 2236, 2.2"},
	[MAX_RESP_SHORT] = {"igmp.max_resp", "Max Resp Time", U8, DEC,
			    KNOWN(struct state, max_resp_short), .form = form_max_resp,
			    .help = "The same in version 3", .ref = "RFC 3376, 4.1.1"},
	[MAX_RESP_LONG] = {"igmp.max_resp", "Max Resp Time", U8, DEC,
			   KNOWN(struct state, max_resp_long), .form = form_max_resp_long,
			   .help = "The same as a floating point number", .ref = "RFC 3376, 4.1.1"},
	[EXPONENT] = {"igmp.max_resp.exp", "Exponent", U8, HEX, AT(9, 3), WHEN(MAX_RESP_LONG),
		      .under = MAX_RESP_LONG, .help = "Bits to shift by, less 3",
		      .ref = "RFC 3376, 4.1.1"},
	[MANTISSA] = {"igmp.max_resp.mant", "Mantissa", U8, HEX, AT(12, 4), WHEN(MAX_RESP_LONG),
		      .under = MAX_RESP_LONG, .help = "What is shifted, less 16",
		      .ref = "RFC 3376, 4.1.1"},
	[MAX_HOPS] = {"igmp.mtrace.max_hops", "# hops", U8, DEC, AT(8, 8),
		      WHEN_IN(TYPE, TRACE_RESPONSE, TRACE_QUERY),
		      .help = "Routers to be traced at most",
		      .ref = "draft-ietf-idmr-traceroute-ipm-07, 3"},
	[CHECKSUM] = {"igmp.checksum", "Checksum", U16, HEX, AT(16, 16), WHEN(STATUS),
		      .fill = FILL_CHECKSUM, .help = "Over the message", .ref = "RFC 3376, 4.1.2"},
	[CHECKSUM_NOTE] = EXPERT("igmp.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[STATUS] = {"igmp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[IDENTIFIER] = {"igmp.identifier", "Identifier", U32, DEC, AT(32, 32), WHEN(VERSION0),
			.help = "Of the request", .ref = "RFC 988, appendix I"},
	[MADDR0] = {"igmp.maddr", "Multicast Address", IPV4, AT(64, 32), WHEN(VERSION0),
		    .help = "Which group", .ref = "RFC 988, appendix I"},
	[ACCESS_KEY] = {"igmp.access_key", "Access Key", BYTES, AT(96, 64), WHEN(VERSION0),
			.help = "Of a private group", .ref = "RFC 988, appendix I"},
	[MADDR] = {"igmp.maddr", "Multicast Address", IPV4, AT(32, 32),
		   WHEN_IN(TYPE, QUERY, V1_REPORT, V2_REPORT, V2_LEAVE, TRACE_RESPONSE,
			   TRACE_QUERY),
		   .help = "Which group", .ref = "RFC 3376, 4.1.3"},
	[SUPPRESS] = {"igmp.s", "S", BOOL, AT(68, 1), WHEN(VERSION3_QUERY), WORDS(suppressions),
		      .help = "Routers are to leave their timers alone", .ref = "RFC 3376, 4.1.5"},
	[QRV] = {"igmp.qrv", "QRV", U8, DEC, AT(69, 3), WHEN(VERSION3_QUERY),
		 .help = "How often messages are sent against loss", .ref = "RFC 3376, 4.1.6"},
	[QQIC] = {"igmp.qqic", "QQIC", U8, DEC, AT(72, 8), WHEN(VERSION3_QUERY),
		  .help = "Seconds between queries, as a code", .ref = "RFC 3376, 4.1.7"},
	[NUM_SRC] = {"igmp.num_src", "Num Src", U16, DEC, AT(80, 16), WHEN(VERSION3_QUERY),
		     .help = "Sources asked for", .ref = "RFC 3376, 4.1.8"},
	[UNUSED] = {"igmp.reserved", "Reserved", BYTES, AT(32, 16), WHEN(VERSION3_REPORT),
		    .help = "Always 0", .ref = "RFC 3376, 4.2.1"},
	[NUM_RECORDS] = {"igmp.num_grp_recs", "Num Group Records", U16, DEC, AT(48, 16),
			 WHEN(VERSION3_REPORT), .help = "Groups that are told of",
			 .ref = "RFC 3376, 4.2.3"},
	TRACE_ROW(TRACE_SADDR, "saddr", "Source Address", 64, "Whose packets are traced"),
	TRACE_ROW(TRACE_RADDR, "raddr", "Receiver Address", 96, "Where the trace begins"),
	TRACE_ROW(TRACE_RSPADDR, "rspaddr", "Response Address", 128, "Whom the answer is for"),
	[TRACE_TTL] = {"igmp.mtrace.resp_ttl", "Response TTL", U8, DEC, AT(160, 8),
		       WHEN_IN(TYPE, TRACE_RESPONSE, TRACE_QUERY), .help = "TTL of the answer",
		       .ref = "draft-ietf-idmr-traceroute-ipm-07, 3"},
	[TRACE_ID] = {"igmp.mtrace.q_id", "Query ID", U24, DEC, AT(168, 24),
		      WHEN_IN(TYPE, TRACE_RESPONSE, TRACE_QUERY), .help = "Tells traces apart",
		      .ref = "draft-ietf-idmr-traceroute-ipm-07, 3"},
	[BLOCK] = {"text", "Response data block", HEADING,
		   .line = "Response data block: {igmp.mtrace.q_inaddr} -> "
			   "{igmp.mtrace.q_outaddr},  Proto: {=igmp.mtrace.q_rtg_proto},  "
			   "Forwarding Code: {=igmp.mtrace.q_fwd_code}"},
	BLOCK_ROW(ARRIVAL, "arrival", "Query Arrival", U32, DEC, 0, 32, "When the query came"),
	BLOCK_ROW(IN_ADDR, "inaddr", "In itf addr", IPV4, PLAIN, 32, 32, "Packets come in here"),
	BLOCK_ROW(OUT_ADDR, "outaddr", "Out itf addr", IPV4, PLAIN, 64, 32, "... and go out here"),
	BLOCK_ROW(PREVIOUS, "prevrtr", "Previous rtr addr", IPV4, PLAIN, 96, 32,
		  "The router that they come from"),
	BLOCK_ROW(IN_PKTS, "inpkt", "In pkts", U32, DEC, 128, 32, "Packets that came in"),
	BLOCK_ROW(OUT_PKTS, "outpkt", "Out pkts", U32, DEC, 160, 32, "Packets that went out"),
	BLOCK_ROW(TOTAL, "total", "S,G pkt count", U32, DEC, 192, 32,
		  "Packets of this source and group"),
	[ROUTING] = {"igmp.mtrace.q_rtg_proto", "Rtg Protocol", U8, DEC, AT(224, 8), .under = BLOCK,
		     WORDS(routing_protocols), .help = "How it knows the way",
		     .ref = "draft-ietf-idmr-traceroute-ipm-07, 4"},
	BLOCK_ROW(FWD_TTL, "fwd_ttl", "FwdTTL", U8, DEC, 232, 8, "TTL needed to be forwarded"),
	BLOCK_ROW(MBZ, "mbz", "MBZ", U8, HEX, 240, 1, "Always 0"),
	BLOCK_ROW(SOURCE_BIT, "s", "S", U8, HEX, 241, 1, "The count is of the group alone"),
	BLOCK_ROW(SRC_MASK, "src_mask", "Src Mask", U8, HEX, 242, 6, "Bits of the source's net"),
	[FWD_CODE] = {"igmp.mtrace.q_fwd_code", "Forwarding Code", U8, HEX, AT(248, 8),
		      .under = BLOCK, WORDS(forwarding_codes), .help = "What stops packets here",
		      .ref = "draft-ietf-idmr-traceroute-ipm-07, 4"},
	[DATA] = {"igmp.data", "Data", BYTES, .help = "Of a message that nobody knows"},
};

static bool is_v3_query(const struct layer *l)
{
	return VALUE(l, TYPE) == QUERY && l->bytes.wire >= V3_QUERY_MIN;
}

static uint32_t header_len(const struct layer *l)
{
	unsigned type = (unsigned)VALUE(l, TYPE);

	switch (type) {
	case QUERY:
		return is_v3_query(l) ? V3_QUERY_MIN : V1_LEN;
	case V1_REPORT:
	case V2_REPORT:
	case V2_LEAVE:
	case V3_REPORT:
		return V1_LEN;
	case TRACE_QUERY:
	case TRACE_RESPONSE:
		return TRACE_HEAD;
	default:
		return type <= V0_LAST ? V0_LEN : 1;
	}
}

/* What the checksum covers: all, but in older versions only what is defined. */
static struct span covered(const struct layer *l)
{
	switch (VALUE(l, TYPE)) {
	case TRACE_QUERY:
	case TRACE_RESPONSE:
	case V3_REPORT:
		return l->bytes;
	default:
		return is_v3_query(l) ? l->bytes : span_first(l->bytes, header_len(l));
	}
}

static void note_version(struct state *s, const struct layer *l, unsigned code)
{
	switch (VALUE(l, TYPE)) {
	case QUERY:
		if (is_v3_query(l)) {
			s->query3 = 3;
			if (code < 128)
				s->max_resp_short = code;
			else
				s->max_resp_long = long_tenths(code);
		} else if (code) {
			s->version2 = 2;
		} else {
			s->version1 = 1;
		}
		break;
	case V1_REPORT:
		s->version1 = 1;
		break;
	case V2_REPORT:
	case V2_LEAVE:
		s->version2 = 2;
		break;
	case V3_REPORT:
		s->report3 = 3;
		break;
	default:
		break;
	}
}

/* Protocols that took numbers of IGMP's. */
static const struct plan *instead(const struct layer *l)
{
	return also_by(l, TYPES, VALUE(l, TYPE));
}

static void note(struct walk *w, struct layer *l)
{
	static const char *const columns[] = {"IGMPv0", "IGMPv1", "IGMPv2", "IGMPv3", "IGMPv3"};
	struct state *s = new_state(w, l, sizeof *s);
	struct cursor c = layer_cursor(l, 1);
	unsigned type = (unsigned)VALUE(l, TYPE), code = u8(&c);

	note_version(s, l, code);
	if (type <= V0_LAST) {
		s->version0 = 0;
		if (!(type & 1))
			*(code < COUNT(replies) ? &s->reply : &s->pending) = code;
	}
	if (header_len(l) > 1) {
		l->via = "igmp";
		if (l->bytes.wire < (type <= V0_LAST ? V0_LEN : V1_LEN))
			s->status = CHECKSUM_UNVERIFIED;
		else if (any_wanted(w))
			s->status = inet_status(0, covered(l));
	}
	for (unsigned i = 0; i < COUNT(columns); i++)
		if (l->state[i] != ABSENT)
			l->column = columns[i];
}

static void put_blocks(struct walk *w, struct cursor *c)
{
	while (c->left.wire >= TRACE_BLOCK && !c->bad) {
		uint32_t group = open_group(w, c, BLOCK, TRACE_BLOCK);

		cursor_pull(c, TRACE_BLOCK);
		shut_group(w, group, NULL);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (VALUE(l, TYPE)) {
	case QUERY:
	case V3_REPORT:
		if (VALUE(l, TYPE) == V3_REPORT || is_v3_query(l))
			*c = walk_part(w, also_by(l, PARTS, VALUE(l, TYPE)), *c);
		break;
	case TRACE_QUERY:
	case TRACE_RESPONSE:
		put_blocks(w, c);
		break;
	default:
		if (header_len(l) == 1 && c->left.cap)
			put(w, c, DATA, c->left.cap);
		break;
	}
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s && s->status != ABSENT)
		inet_words(w, CHECKSUM, CHECKSUM_NOTE, (unsigned)s->status, 0, covered(l));
}

/* --- the summary line --- */

static void put_group(struct text *t, const char *what, const struct layer *l)
{
	text_put(t, what);
	text_ip4(t, (uint32_t)VALUE(l, MADDR));
}

static void info_query(struct text *t, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s->version1 != ABSENT || l->bytes.cap < V1_LEN)
		return;
	if (!VALUE(l, MADDR))
		text_put(t, ", general");
	else
		put_group(t, ", specific for group ", l);
}

static void info_trace(struct text *t, const struct layer *l)
{
	uint32_t octets = l->bytes.wire < TRACE_HEAD ? 0 : l->bytes.wire - TRACE_HEAD;
	uint32_t blocks = octets / TRACE_BLOCK;

	text_number(t, ", ", blocks);
	text_put(t, " block");
	text_put(t, plural(blocks));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	const char *word = type_word(type, l->bytes.wire);

	(void)r;
	if (!word) {
		text_put(t, "Unknown Type:0x");
		text_hex(t, type, 2);
		return;
	}
	text_put(t, word);
	if (type == QUERY)
		info_query(t, l);
	else if (type == TRACE_RESPONSE)
		info_trace(t, l);
	else if ((type == V2_REPORT || type == V2_LEAVE) && l->bytes.cap >= V1_LEN)
		put_group(t, type == V2_REPORT ? " group " : " ", l);
}

static const struct hang hangs[] = {{"ip.proto", 2}, {0}};

const struct proto proto_igmp = {
	.brief = "IGMP",
	.spec = "RFC 3376",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 1,
	.least = 1,
	.sum = SUM_MESSAGE,
	.header_len = header_len,
	.next = {.also = {"igmp.type", "igmp.part"}},
	.hangs = hangs,
	.instead = instead,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
