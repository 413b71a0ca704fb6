/* SPDX-License-Identifier: BSD-2-Clause */
/* NTP's control messages: variables and states of a server. */
/* RFC 9327; ntpd's further operations. */
#include "core/ascii.h"
#include "shared/ntp.h"

enum {
	PART,
	NEVER,
	FLAGS,
	RESPONSE,
	FAILED,
	MORE,
	OPCODE,
	SEQUENCE,
	STATUS,
	ERROR_STATUS,
	SYSTEM_LEAP,
	SYSTEM_SOURCE,
	SYSTEM_COUNT,
	SYSTEM_EVENT,
	PEER_CONFIG,
	PEER_AUTH,
	PEER_AUTHENTIC,
	PEER_REACH,
	PEER_BROADCAST,
	PEER_SELECTION,
	PEER_COUNT,
	PEER_EVENT,
	CLOCK_STATUS,
	CLOCK_EVENT,
	ASSOCIATION,
	OFFSET,
	LENGTH,
	DATA,
	ITEM,
	VARIABLE,
	TRAP,
	CONFIGURATION,
	MRU,
	ORDERED,
	NONCE,
	PADDING,
	AUTHENTICATOR,
};

enum {
	READ_STATUS = 1,
	WRITE_VARIABLES = 3,
	READ_CLOCK,
	WRITE_CLOCK,
	TRAP_MESSAGE = 7,
	NONCES = 12
};

static const struct word directions[] = {
	{0, "Request"},
	{1, "Response"},
};
static const struct word opcodes[] = {
	{0, "reserved"},
	{1, "read status"},
	{2, "read variables"},
	{3, "write variables"},
	{4, "read clock variables"},
	{5, "write clock variables"},
	{6, "set trap address/port"},
	{7, "asynchronous message"},
	{8, "runtime configuration"},
	{9, "save config to file"},
	{10, "retrieve MRU (mrulist)"},
	{11, "retrieve ordered list"},
	{12, "request a client nonce"},
	{31, "unset trap address/port"},
};
static const struct word errors[] = {
	{0, "unspecified"},
	{1, "authentication failure"},
	{2, "invalid message length or format"},
	{3, "invalid opcode"},
	{4, "unknown association identifier"},
	{5, "unknown variable name"},
	{6, "invalid variable value"},
	{7, "administratively prohibited"},
};
static const struct word sources[] = {
	{0, "unspecified or unknown"},
	{1, "Calibrated atomic clock (e.g. HP 5061)"},
	{2, "VLF (band 4) or LF (band 5) radio (e.g. OMEGA, WWVB)"},
	{3, "HF (band 7) radio (e.g. CHU, MSF, WWV/H)"},
	{4, "UHF (band 9) satellite (e.g. GOES, GPS)"},
	{5, "local net (e.g. DCN, TSP, DTS)"},
	{6, "UDP/NTP"},
	{7, "UDP/TIME"},
	{8, "eyeball-and-wristwatch"},
	{9, "telephone modem (e.g. NIST)"},
};
static const struct word system_events[] = {
	{0, "unspecified"},
	{1, "frequency correction (drift) file not available"},
	{2, "frequency correction started (frequency stepped)"},
	{3, "spike detected and ignored, starting stepout timer"},
	{4, "frequency training started"},
	{5, "clock synchronized"},
	{6, "system restart"},
	{7, "panic stop (required step greater than panic threshold)"},
	{8, "no system peer"},
	{9, "leap second insertion/deletion armed"},
	{10, "leap second disarmed"},
	{11, "leap second inserted or deleted"},
	{12, "clock stepped (stepout timer expired)"},
	{13, "kernel loop discipline status changed"},
	{14, "leapseconds table loaded from file"},
	{15, "leapseconds table outdated, updated file needed"},
};
static const struct word selections[] = {
	{0, "rejected"},
	{1, "passed sanity checks (tests 1 through 8 in Section 3.4.3)"},
	{2, "passed correctness checks (intersection algorithm in Section 4.2.1)"},
	{3, "passed candidate checks (if limit check implemented)"},
	{4, "passed outlier checks (clustering algorithm in Section 4.2.2)"},
	{5, "current synchronization source; max distance exceeded (if limit check implemented)"},
	{6, "current synchronization source; max distance okay"},
	{7, "reserved"},
};
static const struct word peer_events[] = {
	{0, "unspecified"},
	{1, "association mobilized"},
	{2, "association demobilized"},
	{3, "peer unreachable (peer.reach was nonzero now zero)"},
	{4, "peer reachable (peer.reach was zero now nonzero)"},
	{5, "association restarted or timed out"},
	{6, "no server found (ntpdate mode)"},
	{7, "rate exceeded (kiss code RATE)"},
	{8, "access denied (kiss code DENY)"},
	{9, "leap armed from server LI code"},
	{10, "become system peer"},
	{11, "reference clock event (see clock status word)"},
	{12, "authentication failure"},
	{13, "popcorn spike suppressor"},
	{14, "entering interleave mode"},
	{15, "interleave error (recovered)"},
	{16, "leapsecond values update from server"},
};
static const struct word clock_states[] = {
	{0, "clock operating within nominals"},
	{1, "reply timeout"},
	{2, "bad reply format"},
	{3, "hardware or software fault"},
	{4, "propagation failure"},
	{5, "bad date format or value"},
	{6, "bad time format or value"},
};
static const struct word configured[] = {{0, "not configured (peer.config)"},
					 {1, "configured (peer.config)"}};
static const struct word enabled[] = {{0, "authentication disabled (peer.authenable)"},
				      {1, "authentication enabled (peer.authenable)"}};
static const struct word authentic[] = {{0, "authentication not okay (peer.authentic)"},
					{1, "authentication okay (peer.authentic)"}};
static const struct word reached[] = {{0, "reachability not okay (peer.reach != 0)"},
				      {1, "reachability okay (peer.reach != 0)"}};

#define FLAG_BITS(row, name, label, first, width, words_) \
	[row] = {"ntp.ctrl.flags2." name,                 \
		 label,                                   \
		 U8,                                      \
		 DEC,                                     \
		 AT(first, width),                        \
		 BOX(8, first),                           \
		 .under = NEVER,                          \
		 .help = (words_),                        \
		 .ref = "RFC 9327, 2"}
#define STATUS_BITS(row, name, label, kind, first, width, ...)                           \
	[row] = {"ntp.ctrl." name, label,          kind,           DEC,                  \
		 AT(first, width), BOX(16, first), .under = NEVER, .ref = "RFC 9327, 3", \
		 __VA_ARGS__}
#define TEXT_ROW(row, name, label, words_) \
	[row] = {"ntp.ctrl." name, label, STRING, .help = (words_), .ref = "RFC 9327, 4"}
static const struct field fields[] = {
	[PART] = {"ntp.ctrl", "NTP Control", PROTO, .help = "Variables and states of a server"},
	[NEVER] = {"text", "Bits", HEADING},
	[FLAGS] = {"ntp.ctrl.flags2", "Flags 2", U8, HEX, .help = "What is asked or answered",
		   .ref = "RFC 9327, 2"},
	[RESPONSE] = {"ntp.ctrl.flags2.r", "Response bit", U8, DEC, AT(0, 1), BOX(8, 0),
		      .under = NEVER, WORDS(directions), .help = "It answers",
		      .ref = "RFC 9327, 2"},
	FLAG_BITS(FAILED, "error", "Error bit", 1, 1, "It went wrong"),
	FLAG_BITS(MORE, "more", "More bit", 2, 1, "More follows"),
	[OPCODE] = {"ntp.ctrl.flags2.opcode", "Opcode", U8, DEC, AT(3, 5), BOX(8, 3),
		    .under = NEVER, WORDS(opcodes), .help = "What is wanted", .ref = "RFC 9327, 2"},
	[SEQUENCE] = {"ntp.ctrl.sequence", "Sequence", U16, DEC,
		      .help = "Joins question and answer", .ref = "RFC 9327, 2"},
	[STATUS] = {"ntp.ctrl.status", "Status", U16, HEX, .help = "How things are",
		    .ref = "RFC 9327, 3"},
	STATUS_BITS(ERROR_STATUS, "err_status", "Error Status Word", U16, 0, 8, WORDS(errors),
		    .help = "What went wrong"),
	STATUS_BITS(SYSTEM_LEAP, "sys_status.li", "Leap Indicator", U16, 0, 2, .words = &ntp_leaps,
		    .help = "A second more or less today"),
	STATUS_BITS(SYSTEM_SOURCE, "sys_status.clksrc", "Clock Source", U16, 2, 6, WORDS(sources),
		    .help = "What it goes by"),
	STATUS_BITS(SYSTEM_COUNT, "sys_status.count", "System Event Counter", U16, 8, 4,
		    .help = "Events since it was read"),
	STATUS_BITS(SYSTEM_EVENT, "sys_status.code", "System Event Code", U16, 12, 4,
		    WORDS(system_events), .help = "The latest event"),
	STATUS_BITS(PEER_CONFIG, "peer_status.config", "Peer Status", BOOL, 0, 1, WORDS(configured),
		    .help = "It was configured"),
	STATUS_BITS(PEER_AUTH, "peer_status.authenable", "Peer Status", BOOL, 1, 1, WORDS(enabled),
		    .help = "It must prove who it is"),
	STATUS_BITS(PEER_AUTHENTIC, "peer_status.authentic", "Peer Status", BOOL, 2, 1,
		    WORDS(authentic), .help = "It proved who it is"),
	STATUS_BITS(PEER_REACH, "peer_status.reach", "Peer Status", BOOL, 3, 1, WORDS(reached),
		    .help = "It answers"),
	STATUS_BITS(PEER_BROADCAST, "peer_status.bcast", "Peer Status broadcast association", BOOL,
		    4, 1, WORDS(set_notset), .help = "It broadcasts"),
	STATUS_BITS(PEER_SELECTION, "peer_status.selection", "Peer Selection", U16, 5, 3,
		    WORDS(selections), .help = "How far it is trusted"),
	STATUS_BITS(PEER_COUNT, "peer_status.count", "Peer Event Counter", U16, 8, 4,
		    .help = "Events since it was read"),
	STATUS_BITS(PEER_EVENT, "peer_status.code", "Peer Event Code", U16, 12, 4,
		    WORDS(peer_events), .help = "The latest event"),
	STATUS_BITS(CLOCK_STATUS, "clock_status.status", "Clock Status", U16, 0, 8,
		    WORDS(clock_states), .help = "How the clock does"),
	STATUS_BITS(CLOCK_EVENT, "clock_status.code", "Clock Event Code", U16, 8, 8,
		    .help = "The latest event"),
	[ASSOCIATION] = {"ntp.ctrl.associd", "AssociationID", U16, DEC,
			 .help = "Which peer; 0: none", .ref = "RFC 9327, 2"},
	[OFFSET] = {"ntp.ctrl.offset", "Offset", U16, DEC, .help = "Where the data goes",
		    .ref = "RFC 9327, 2"},
	[LENGTH] = {"ntp.ctrl.count", "Count", U16, DEC, .help = "Octets of data",
		    .ref = "RFC 9327, 2"},
	[DATA] = {"ntp.ctrl.data", "Data", NONE, .help = "What is said", .ref = "RFC 9327, 2"},
	[ITEM] = {"ntp.ctrl.item", "Item", NONE, .help = "One association", .ref = "RFC 9327, 4"},
	[VARIABLE] = {"text", "Variable", HEADING},
	TEXT_ROW(TRAP, "trapmsg", "Trap message", "What happened"),
	TEXT_ROW(CONFIGURATION, "configuration", "Configuration", "What is to be configured"),
	TEXT_ROW(MRU, "mru", "MRU", "Who asked lately"),
	TEXT_ROW(ORDERED, "ordlist", "Ordered List", "Interfaces or restrictions"),
	TEXT_ROW(NONCE, "nonce", "Nonce", "Against forged addresses"),
	[PADDING] = {"ntp.padding", "Padding", BYTES, .traits = OWN_NAME,
		     .help = "Octets up to the proof"},
	[AUTHENTICATOR] = {"text", "Authenticator", HEADING},
};

/* --- states --- */

/* Bits of the status; those with words stand behind it, too. */
static void put_bits(struct walk *w, struct cursor *c, unsigned first, unsigned last)
{
	uint32_t group = open_value(w, STATUS, c->at, span_bits(c->left, 0, 16, false));

	for (unsigned row = first; row && row <= last; row++) {
		uint64_t v = put_slice(w, *c, row, 2);

		if (fields[row].kind == BOOL && v)
			label_tail_of(w, group, ", %s", fields[row].label);
		else if (fields[row].kind != BOOL && fields[row].words)
			ntp_say(w, group, row, v);
	}
	cursor_pull(c, 2);
	shut_group(w, group, c);
}

static void put_peer(struct walk *w, struct cursor *c)
{
	put_bits(w, c, PEER_CONFIG, PEER_EVENT);
}

/* Only answers have a state; whose it is the operation tells. */
static void put_status(struct walk *w, struct cursor *c, unsigned flags, unsigned association)
{
	unsigned opcode = flags & 0x1f;

	if (!(flags & 0x80))
		put_bits(w, c, 0, 0);
	else if (flags & 0x40)
		put_bits(w, c, ERROR_STATUS, ERROR_STATUS);
	else if (opcode == READ_CLOCK || opcode == WRITE_CLOCK)
		put_bits(w, c, CLOCK_STATUS, CLOCK_EVENT);
	else if (!opcode || (opcode > WRITE_CLOCK && opcode != TRAP_MESSAGE))
		put_bits(w, c, 0, 0);
	else if (association)
		put_peer(w, c);
	else
		put_bits(w, c, SYSTEM_LEAP, SYSTEM_EVENT);
}

/* --- data --- */

/* Of each an identifier, and its state, which stands behind all the data. */
static void put_associations(struct walk *w, struct cursor *c)
{
	while (c->left.wire && !c->bad) {
		uint32_t item = open_group(w, c, ITEM, 4);

		put(w, c, ASSOCIATION, 2);
		shut_group(w, item, NULL);
		cursor_pull(c, 2);
	}
}

static void put_peers(struct walk *w, struct cursor c)
{
	for (; c.left.cap >= 4; put_peer(w, &c))
		cursor_pull(&c, 2);
}

/* Up to a comma outside of quotes. */
static uint32_t variable_len(struct span s)
{
	bool quoted = false;

	for (uint32_t i = 0; i < s.cap; i++) {
		int octet = span_octet(s, i);

		if (octet == '"')
			quoted = !quoted;
		else if (octet == ',' && !quoted)
			return i;
	}
	return s.cap;
}

static struct span without_line_ends(struct span s)
{
	while (s.cap && strchr("\r\n ", span_octet(s, 0)))
		s = span_skip(s, 1);
	while (s.cap && strchr("\r\n", span_octet(s, s.cap - 1)))
		s = span_first(s, s.cap - 1);
	return s;
}

static void put_variables(struct walk *w, struct cursor *c)
{
	while (c->left.cap) {
		uint32_t len = variable_len(c->left);
		struct span s = without_line_ends(span_first(c->left, len));

		if (s.cap) {
			put_value(w, VARIABLE, c->at, len, 0);
			label_whole(w, "%.*s", (int)s.cap, (const char *)s.p);
		}
		cursor_take(c, len);
		if (c->left.cap)
			cursor_take(c, 1);
	}
}

static void put_data(struct walk *w, struct cursor *c, unsigned opcode, unsigned association)
{
	static const uint8_t rows[] = {
		[TRAP_MESSAGE] = TRAP, [8] = CONFIGURATION, [9] = CONFIGURATION, [10] = MRU,
		[11] = ORDERED,        [NONCES] = NONCE};
	uint32_t group = open_group(w, c, DATA, c->left.wire);
	struct cursor all = *c;

	if (opcode == READ_STATUS && !association)
		put_associations(w, c);
	else if (opcode && opcode <= WRITE_CLOCK)
		put_variables(w, c);
	else if (opcode < COUNT(rows) && rows[opcode])
		put(w, c, rows[opcode], c->left.wire);
	shut_group(w, group, NULL);
	if (opcode == READ_STATUS && !association)
		put_peers(w, all);
}

static void put_proof(struct walk *w, struct cursor *c)
{
	if (c->left.wire < 16)
		return;
	if (c->left.wire > 16)
		put(w, c, PADDING, c->left.wire - 16);
	put_value(w, AUTHENTICATOR, c->at, 16, 0);
	cursor_take(c, 16);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned flags = (unsigned)span_bits(c->left, 0, 8, false), association, len;
	struct cursor data;
	uint32_t group;

	(void)l;
	if (!c->left.cap) {
		cursor_fail(c, 1);
		return;
	}
	group = open_value(w, FLAGS, c->at, flags);
	ntp_say(w, group, RESPONSE, put_slice(w, *c, RESPONSE, 1));
	put_slice(w, *c, FAILED, 1);
	put_slice(w, *c, MORE, 1);
	ntp_say(w, group, OPCODE, put_slice(w, *c, OPCODE, 1));
	cursor_pull(c, 1);
	shut_group(w, group, c);
	put(w, c, SEQUENCE, 2);
	association = (unsigned)span_bits(span_skip(c->left, 2), 0, 16, false);
	if (c->left.cap < 4) {
		cursor_fail(c, 4);
		return;
	}
	put_status(w, c, flags, association);
	put(w, c, ASSOCIATION, 2);
	put(w, c, OFFSET, 2);
	len = (unsigned)put(w, c, LENGTH, 2);
	if (c->bad)
		return;
	data = cursor_first(*c, len);
	if (len)
		put_data(w, &data, flags & 0x1f, association);
	if (data.bad) {
		c->bad = data.bad;
		return;
	}
	if (len > c->left.wire) {
		cursor_fail(c, len);
		return;
	}
	cursor_take(c, len);
	put_proof(w, c);
}

static const struct hang hangs[] = {{"ntp.mode", NTP_CONTROL}, {0}};

const struct proto proto_ntp_control = {
	.brief = "NTP",
	.no_column = true,
	.bare = true,
	.prefix = "ntp",
	.spec = "RFC 9327",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
