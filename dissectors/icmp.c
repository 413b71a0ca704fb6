/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Control Message Protocol for IPv4. */
/* RFC 792; RFC 950, 1256, 4884, 8335; Mobile IP: RFC 5944. */
#include "shared/icmp.h"
#include "core/checksum.h"
#include "flow/echo.h"
#include <byteswap.h>

enum {
	ICMP,
	TYPE,
	CODE,
	CHECKSUM,
	CHECKSUM_NOTE,
	STATUS,
	REDIR_GW,
	NUM_ADDRS,
	ENTRY_SIZE,
	LIFETIME,
	IDENT,
	IDENT_LE,
	SEQUENCE,
	SEQUENCE_LE,
	RESP_TO,
	RESPTIME,
	EXT_SEQUENCE,
	REQUEST_RESERVED,
	LOCAL_BIT,
	REPLY_STATE,
	REPLY_RESERVED,
	ACTIVE,
	REPLY_IPV4,
	REPLY_IPV6,
	ORIGINATE,
	RECEIVE,
	TRANSMIT,
	MASK,
};

struct state {
	uint64_t status, resp_to, resptime;
};

enum {
	ECHO_REPLY = 0,
	UNREACHABLE = 3,
	QUENCH = 4,
	REDIRECT = 5,
	ALTERNATE_HOST = 6,
	ECHO_REQUEST = 8,
	ADVERTISEMENT = 9,
	EXCEEDED = 11,
	PARAMETER = 12,
	TIMESTAMP = 13,
	TIMESTAMP_REPLY = 14,
	INFORMATION = 15,
	INFORMATION_REPLY = 16,
	MASK_REQUEST = 17,
	MASK_REPLY = 18,
	PHOTURIS = 40,
	EXT_ECHO_REQUEST = 42,
	EXT_ECHO_REPLY = 43,
};

enum { PART_EXTENSIONS };             /* in table "icmp.ext" */
enum { VERSIONS, EXTENSIONS, TYPES }; /* tables in `next.also` */
#define LEAST 6                       /* octets without which not even the type is told */
#define HEADER 8
#define QUOTE_LEAST 128 /* octets before extensions, RFC 4884, 5.5 */
#define DAY_MS UINT32_C(86400000)
#define DAY_NS ((int64_t)DAY_MS * 1000000)

static const struct word types[] = {
	{0, "Echo (ping) reply"},
	{1, "Reserved"},
	{2, "Reserved"},
	{3, "Destination unreachable"},
	{4, "Source quench (flow control)"},
	{5, "Redirect"},
	{6, "Alternate host address"},
	{8, "Echo (ping) request"},
	{9, "Router advertisement"},
	{10, "Router solicitation"},
	{11, "Time-to-live exceeded"},
	{12, "Parameter problem"},
	{13, "Timestamp request"},
	{14, "Timestamp reply"},
	{15, "Information request"},
	{16, "Information reply"},
	{17, "Address mask request"},
	{18, "Address mask reply"},
	{19, "Reserved (for security)"},
	{30, "Traceroute"},
	{31, "Datagram Conversion Error"},
	{32, "Mobile Host Redirect"},
	{33, "IPv6 Where-Are-You"},
	{34, "IPv6 I-Am-Here"},
	{35, "Mobile Registration Request"},
	{36, "Mobile Registration Reply"},
	{37, "Domain Name Request"},
	{38, "Domain Name Reply"},
	{39, "SKIP"},
	{40, "Photuris"},
	{41, "Experimental mobility protocols"},
	{42, "Extended Echo request"},
	{43, "Extended Echo reply"},
};

static const struct words type_words = {types, COUNT(types)};

static const struct word unreachable_codes[] = {
	{0, "Network unreachable"},
	{1, "Host unreachable"},
	{2, "Protocol unreachable"},
	{3, "Port unreachable"},
	{4, "Fragmentation needed"},
	{5, "Source route failed"},
	{6, "Destination network unknown"},
	{7, "Destination host unknown"},
	{8, "Source host isolated"},
	{9, "Network administratively prohibited"},
	{10, "Host administratively prohibited"},
	{11, "Network unreachable for TOS"},
	{12, "Host unreachable for TOS"},
	{13, "Communication administratively filtered"},
	{14, "Host precedence violation"},
	{15, "Precedence cutoff in effect"},
};

static const struct word redirect_codes[] = {
	{0, "Redirect for network"},
	{1, "Redirect for host"},
	{2, "Redirect for TOS and network"},
	{3, "Redirect for TOS and host"},
};

static const struct word alternate_codes[] = {{0, "Alternate address for host"}};

static const struct word advertisement_codes[] = {{0, "Normal router advertisement"},
						  {16, "Does not route common traffic"}};

static const struct word exceeded_codes[] = {{0, "Time to live exceeded in transit"},
					     {1, "Fragment reassembly time exceeded"}};

static const struct word parameter_codes[] = {
	{0, "Pointer indicates the error"}, {1, "Required option missing"}, {2, "Bad length"}};

static const struct word photuris_codes[] = {
	{0, "Bad SPI"},           {1, "Authentication Failed"}, {2, "Decompression Failed"},
	{3, "Decryption Failed"}, {4, "Need Authentication"},   {5, "Need Authorization"},
};

/* What codes mean, by type. */
static const struct words code_words[] = {
	[UNREACHABLE] = {unreachable_codes, COUNT(unreachable_codes)},
	[REDIRECT] = {redirect_codes, COUNT(redirect_codes)},
	[ALTERNATE_HOST] = {alternate_codes, COUNT(alternate_codes)},
	[ADVERTISEMENT] = {advertisement_codes, COUNT(advertisement_codes)},
	[EXCEEDED] = {exceeded_codes, COUNT(exceeded_codes)},
	[PARAMETER] = {parameter_codes, COUNT(parameter_codes)},
	[PHOTURIS] = {photuris_codes, COUNT(photuris_codes)},
	[EXT_ECHO_REQUEST] = {ext_echo_codes, 1},
	[EXT_ECHO_REPLY] = {ext_echo_codes, COUNT(ext_echo_codes)},
};

/* RFC 5944, 2.1: these codes say that the router is a mobility agent. */
static const char *type_word(unsigned type, unsigned code)
{
	const char *word = word_for(&type_words, type);

	if (type == ADVERTISEMENT && word_for(&code_words[ADVERTISEMENT], code))
		return "Mobile IP Advertisement";
	return word ? word : "Unknown ICMP (obsolete or malformed?)";
}

static void form_type(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *code = node_below(r, node_parent(r, n), CODE);

	text_u64(t, n->u);
	text_put(t, " (");
	text_put(t, type_word((unsigned)n->u, code ? (unsigned)code->u : 0));
	text_char(t, ')');
}

/* " (Host unreachable)", where codes of the type mean something. */
static void put_code(struct text *t, uint64_t type, uint64_t code)
{
	const char *word;

	if (type >= COUNT(code_words) || !code_words[type].n)
		return;
	word = word_for(&code_words[type], code);
	text_put(t, " (");
	text_put(t, word ? word : "Unknown code: ");
	if (!word)
		text_u64(t, code);
	text_char(t, ')');
}

static void form_code(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *type = node_below(r, node_parent(r, n), TYPE);

	text_u64(t, n->u);
	if (type)
		put_code(t, type->u, n->u);
}

static void form_lifetime(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_duration(t, n->u, 0);
	text_char(t, ')');
}

/* Of a time of day in both orders of its octets the one that is sooner after `now`. */
static uint32_t likely_time(uint32_t v, uint32_t now)
{
	uint32_t as_is = v & 0x7fffffff, swapped = bswap_32(v) & 0x7fffffff;
	uint32_t next_day = as_is < now / 4 && swapped < now / 4 ? DAY_MS : 0;

	if ((as_is < DAY_MS) != (swapped < DAY_MS))
		return as_is < DAY_MS ? as_is : swapped;
	return as_is + next_day - now < swapped + next_day - now ? as_is : swapped;
}

/* RFC 792: milliseconds since midnight UTC; some systems write them the wrong way round. */
static void form_timestamp(struct text *t, const struct record *r, const struct node *n)
{
	uint32_t now = (uint32_t)((uint64_t)r->frame->time % (uint64_t)DAY_NS / 1000000);
	uint32_t ms = likely_time((uint32_t)n->u, now);

	text_u64(t, n->u);
	text_put(t, " (");
	text_duration(t, ms / 1000, ms % 1000);
	text_put(t, " after midnight UTC)");
}

#define WITH_IDENT                                                                       \
	WHEN_IN(TYPE, ECHO_REPLY, ECHO_REQUEST, TIMESTAMP, TIMESTAMP_REPLY, INFORMATION, \
		INFORMATION_REPLY, MASK_REQUEST, MASK_REPLY, EXT_ECHO_REQUEST, EXT_ECHO_REPLY)
#define WITH_SEQUENCE                                                                    \
	WHEN_IN(TYPE, ECHO_REPLY, ECHO_REQUEST, TIMESTAMP, TIMESTAMP_REPLY, INFORMATION, \
		INFORMATION_REPLY, MASK_REQUEST, MASK_REPLY)
#define STAMP(row, name, what, bit, says)                   \
	[row] = {"icmp." name,                              \
		 what,                                      \
		 U32,                                       \
		 DEC,                                       \
		 AT(bit, 32),                               \
		 WHEN_IN(TYPE, TIMESTAMP, TIMESTAMP_REPLY), \
		 .form = form_timestamp,                    \
		 .help = says,                              \
		 .ref = "Timestamp"}
static const struct field fields[] = {
	[ICMP] = {"icmp", "Internet Control Message Protocol", PROTO},
	[TYPE] = {"icmp.type", "Type", U8, DEC, AT(0, 8), .preset = ECHO_REQUEST, .form = form_type,
		  .help = "Which message", .ref = "Message Formats"},
	[CODE] = {"icmp.code", "Code", U8, DEC, AT(8, 8), .form = form_code,
		  .help = "Which case of it", .ref = "Message Formats"},
	[CHECKSUM] = {"icmp.checksum", "Checksum", U16, HEX, AT(16, 16), .fill = FILL_CHECKSUM,
		      .help = "Over the whole message", .ref = "Message Formats"},
	[CHECKSUM_NOTE] = EXPERT("icmp.checksum_bad", "Bad checksum", WARNING, G_CHECKSUM),
	[STATUS] = {"icmp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[REDIR_GW] = {"icmp.redir_gw", "Gateway Address", IPV4, AT(32, 32), WHEN_IN(TYPE, REDIRECT),
		      .help = "The router to use instead", .ref = "Redirect"},
	[NUM_ADDRS] = {"icmp.num_addrs", "Number of addresses", U8, DEC, AT(32, 8),
		       WHEN_IN(TYPE, ADVERTISEMENT), .help = "Routers in this message",
		       .ref = "RFC 1256, 3"},
	[ENTRY_SIZE] = {"icmp.addr_entry_size", "Address entry size", U8, DEC, AT(40, 8),
			WHEN_IN(TYPE, ADVERTISEMENT), .preset = 2, .help = "Words an entry has",
			.ref = "RFC 1256, 3"},
	[LIFETIME] = {"icmp.lifetime", "Lifetime", U16, DEC, AT(48, 16),
		      WHEN_IN(TYPE, ADVERTISEMENT), .form = form_lifetime,
		      .help = "Seconds that the routers may be used", .ref = "RFC 1256, 3"},
	[IDENT] = {"icmp.ident", "Identifier (BE)", U16, DEC_HEX, AT(32, 16), WITH_IDENT,
		   .fill = FILL_RANDOM, .help = "The same in request and reply", .ref = "Echo"},
	[IDENT_LE] = {"icmp.ident_le", "Identifier (LE)", U16, DEC_HEX, AT(32, 16), WITH_IDENT,
		      .traits = LE, .help = "The same, the other way round", .ref = "Echo"},
	[SEQUENCE] = {"icmp.seq", "Sequence Number (BE)", U16, DEC_HEX, AT(48, 16), WITH_SEQUENCE,
		      .preset = 1, .help = "Counts requests", .ref = "Echo"},
	[SEQUENCE_LE] = {"icmp.seq_le", "Sequence Number (LE)", U16, DEC_HEX, AT(48, 16),
			 WITH_SEQUENCE, .traits = LE, .help = "The same, the other way round",
			 .ref = "Echo"},
	[RESP_TO] = {"icmp.resp_to", "Request frame", FRAMENUM, FROM(struct state, resp_to),
		     .help = "The request that this replies to"},
	[RESPTIME] = {"icmp.resptime", "Response time", DOUBLE, PLAIN, FROM(struct state, resptime),
		      .form = form_resptime, .help = "Milliseconds since then"},
	[EXT_SEQUENCE] = {"icmp.ext.echo.seq", "Sequence Number", U8, DEC_HEX, AT(48, 8),
			  WHEN_IN(TYPE, EXT_ECHO_REQUEST, EXT_ECHO_REPLY),
			  .help = "Counts requests", .ref = "RFC 8335, 2"},
	[REQUEST_RESERVED] = {"icmp.ext.echo.req.res", "Reserved", U8, HEX, AT(56, 7),
			      WHEN_IN(TYPE, EXT_ECHO_REQUEST), .help = "Always 0",
			      .ref = "RFC 8335, 2"},
	[LOCAL_BIT] = {"icmp.ext.echo.req.local", "Local bit", BOOL, AT(63, 1),
		       WHEN_IN(TYPE, EXT_ECHO_REQUEST), WORDS(set_notset),
		       .help = "The interface is one of the node that is asked",
		       .ref = "RFC 8335, 2"},
	[REPLY_STATE] = {"icmp.ext.echo.rsp.state", "State", U8, DEC, AT(56, 3),
			 WHEN_IN(TYPE, EXT_ECHO_REPLY), WORDS(neighbor_states),
			 .help = "What is known of the neighbor", .ref = "RFC 8335, 3"},
	[REPLY_RESERVED] = {"icmp.ext.echo.rsp.res", "Reserved", U8, HEX, AT(59, 2),
			    WHEN_IN(TYPE, EXT_ECHO_REPLY), .help = "Always 0",
			    .ref = "RFC 8335, 3"},
	[ACTIVE] = {"icmp.ext.echo.rsp.active", "Active bit", BOOL, AT(61, 1),
		    WHEN_IN(TYPE, EXT_ECHO_REPLY), WORDS(set_notset), .help = "The interface is up",
		    .ref = "RFC 8335, 3"},
	[REPLY_IPV4] = {"icmp.ext.echo.rsp.ipv4", "IPv4 bit", BOOL, AT(62, 1),
			WHEN_IN(TYPE, EXT_ECHO_REPLY), WORDS(set_notset), .help = "It speaks IPv4",
			.ref = "RFC 8335, 3"},
	[REPLY_IPV6] = {"icmp.ext.echo.rsp.ipv6", "IPv6 bit", BOOL, AT(63, 1),
			WHEN_IN(TYPE, EXT_ECHO_REPLY), WORDS(set_notset), .help = "It speaks IPv6",
			.ref = "RFC 8335, 3"},
	STAMP(ORIGINATE, "originate_timestamp", "Originate Timestamp", 64, "When it was sent"),
	STAMP(RECEIVE, "receive_timestamp", "Receive Timestamp", 96, "When it was received"),
	STAMP(TRANSMIT, "transmit_timestamp", "Transmit Timestamp", 128, "When the reply was sent"),
	[MASK] = {"icmp.address_mask", "Address Mask", IPV4, AT(64, 32),
		  WHEN_IN(TYPE, MASK_REQUEST, MASK_REPLY), .help = "Mask of the subnet",
		  .ref = "RFC 950, appendix I"},
};

static uint32_t header_len(const struct layer *l)
{
	switch (VALUE(l, TYPE)) {
	case ECHO_REPLY:
	case ECHO_REQUEST:
	case UNREACHABLE:
	case REDIRECT:
	case ADVERTISEMENT:
	case EXCEEDED:
	case PARAMETER:
	case INFORMATION:
	case INFORMATION_REPLY:
	case EXT_ECHO_REQUEST:
	case EXT_ECHO_REPLY:
		return HEADER;
	case TIMESTAMP:
	case TIMESTAMP_REPLY:
		return HEADER + 12;
	case MASK_REQUEST:
	case MASK_REPLY:
		return HEADER + 4;
	default:
		return LEAST;
	}
}

/* --- request and reply --- */

/* A reply differs from its request by the type alone: by 8 in the checksum's high octet. */
static uint16_t sum_of_reply(const struct layer *l)
{
	uint16_t sum = (uint16_t)VALUE(l, CHECKSUM);

	if (VALUE(l, TYPE) == ECHO_REPLY)
		return sum;
	sum = inet_fold(sum + ((uint32_t)ECHO_REQUEST << 8));
	return sum ? sum : UINT16_MAX;
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct echo echo = {
		.ident = (uint16_t)VALUE(l, IDENT),
		.sequence = (uint16_t)VALUE(l, SEQUENCE),
		.sum = sum_of_reply(l),
	};
	uint64_t frame;

	if (any_wanted(w))
		s->status = l->quoted ? CHECKSUM_UNVERIFIED : inet_status(0, l->bytes);
	if (l->quoted || l->bytes.cap < HEADER || !w->r.from.len ||
	    (!w->summary && !wanted(w, RESP_TO) && !wanted(w, RESPTIME)))
		return;
	if (VALUE(l, TYPE) == ECHO_REQUEST)
		echo_request(w, &echo);
	else if (VALUE(l, TYPE) == ECHO_REPLY && (frame = echo_reply(w, &echo, &s->resptime)))
		s->resp_to = frame;
}

/* --- what follows the header --- */

/* The quoted packet, and the extensions behind it (RFC 4884, 5.5). */
static void put_quote(struct walk *w, const struct layer *l, struct cursor *end)
{
	struct cursor c = layer_cursor(l, HEADER), peek = c, ext = c;
	uint32_t first = u8(&peek), total = (u8(&peek), u16(&peek)), n = c.left.wire;
	struct cursor word = layer_cursor(l, 5);
	uint32_t claimed = u8(&word) * 4u;
	uint32_t room = claimed > QUOTE_LEAST ? claimed : QUOTE_LEAST;
	bool extended = n > room && total <= room;

	if (!c.left.cap) {
		if (n)
			cursor_fail(end, 1);
		return;
	}
	if (VALUE(l, TYPE) == REDIRECT)
		n = (first & 15) * 4 + 8;
	else if (claimed && n > claimed && total > claimed)
		n = claimed + (first & 15) * 4;
	else if (extended)
		n = room;
	walk_quoted(w, also_by(l, VERSIONS, first >> 4), cursor_first(c, n));
	if (extended && cursor_take(&ext, room).wire == room)
		walk_inside(w, also_by(l, EXTENSIONS, PART_EXTENSIONS), ext);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct plan *part = also_by(l, TYPES, VALUE(l, TYPE));
	bool echo = VALUE(l, TYPE) == ECHO_REQUEST || VALUE(l, TYPE) == ECHO_REPLY;

	/* Of an echo a part reads only what is shown. */
	if (part && (!echo || plan_wanted(part) || plan_wanted(w->data)))
		*c = walk_part(w, part, *c);
	switch (VALUE(l, TYPE)) {
	case ECHO_REPLY:
	case ECHO_REQUEST:
		if (c->left.cap)
			walk_inside(w, w->data, *c);
		break;
	case UNREACHABLE:
	case EXCEEDED:
	case PARAMETER:
	case QUENCH:
	case REDIRECT:
		put_quote(w, l, c);
		break;
	case EXT_ECHO_REQUEST:
		if (c->left.cap)
			walk_inside(w, also_by(l, EXTENSIONS, PART_EXTENSIONS), *c);
		break;
	default:
		break;
	}
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	(void)w;
	*child = NULL;
	switch (VALUE(l, TYPE)) {
	case UNREACHABLE:
	case EXCEEDED:
	case PARAMETER:
	case QUENCH:
	case REDIRECT:
	case EXT_ECHO_REQUEST:
		return false;
	default:
		return true;
	}
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s)
		icmp_checksum_words(w, l, CHECKSUM, CHECKSUM_NOTE, (unsigned)s->status, 0);
}

/* --- the summary line --- */

#define TYPE_WIDTH 20 /* columns that a message's name fills */

/* Hops that the packet had left, from the header of what carries it. */
static unsigned ttl_of(const struct layer *l)
{
	const struct layer *ip = layer_up(l, "ip"), *ip6 = layer_up(l, "ipv6");
	struct cursor c;

	if (!ip && !ip6)
		return 0;
	c = ip ? layer_cursor(ip, 8) : layer_cursor(ip6, 7);
	return u8(&c);
}

static void info_echo(struct text *t, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	uint16_t sequence = (uint16_t)VALUE(l, SEQUENCE);

	text_put(t, " id=0x");
	text_hex(t, VALUE(l, IDENT), 4);
	text_number(t, ", seq=", sequence);
	text_number(t, "/", (uint16_t)(sequence << 8 | sequence >> 8));
	text_number(t, ", ttl=", ttl_of(l));
	if (s->resp_to != ABSENT)
		text_echo_reply(t, s->resp_to);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned type = (unsigned)VALUE(l, TYPE), code = (unsigned)VALUE(l, CODE);
	const char *word = type_word(type, code);
	size_t width = strlen(word);

	(void)r;
	text_put(t, word);
	if (width < TYPE_WIDTH)
		text_fill(t, ' ', TYPE_WIDTH - width);
	put_code(t, type, code);
	if (type < UNREACHABLE || type == ECHO_REQUEST || (type >= TIMESTAMP && type <= MASK_REPLY))
		if (type != 1 && type != 2 && l->bytes.cap >= HEADER)
			info_echo(t, l);
}

static const struct hang hangs[] = {{"ip.proto", 1}, {0}};

const struct proto proto_icmp = {
	.brief = "ICMP",
	.spec = "RFC 792",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = LEAST,
	.least = LEAST,
	.header_len = header_len,
	.sum = SUM_MESSAGE,
	SAMPLE("\10\0\0\0\0\0\0\0"), /* an echo request */
	.next = {.also = {"ip.version", "icmp.ext", "icmp.type"}},
	.hangs = hangs,
	.recalls = true,
	.doubts = true,
	.skim = skim,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
