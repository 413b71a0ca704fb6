/* SPDX-License-Identifier: BSD-2-Clause */
/* STUN's attributes: its own, TURN's, ICE's, and those of Microsoft and Google. */
/* RFC 8489, 14; RFC 8656, 18; RFC 8445, 16.1; MS-TURN, MS-TURNBWM, MS-ICE2. */
#include "core/checksum.h"
#include "shared/stun.h"
#include <zlib.h>

enum {
	PART,
	ATTRIBUTE,
	UNKNOWN,
	TYPE,
	COMPREHENSION,
	ASSIGNMENT,
	LENGTH,
	RESERVED,
	FAMILY,
	USERNAME,
	PASSWORD,
	PADDING,
	HMAC,
	CRC32,
	CRC32_STATUS,
	CRC32_BAD,
	ERROR_CLASS,
	ERROR_CODE,
	ERROR_REASON,
	REALM,
	NONCE,
	UNKNOWN_TYPE,
	ICMP_TYPE,
	ICMP_CODE,
	UNKNOWN_8006,
	SOFTWARE,
	PRIORITY,
	TIE_BREAKER,
	LIFETIME,
	CHANGE_IP,
	CHANGE_PORT,
	ALGORITHM,
	ALGORITHM_LENGTH,
	ALGORITHM_DATA,
	RESERVE_NEXT,
	CACHE_TIMEOUT,
	TOKEN,
	VALUE,
	TRANSPORT,
	CHANNEL_NUMBER,
	MAGIC_COOKIE,
	BANDWIDTH,
	SHORT_LINE,
	SHORT,
	UNKNOWN_NOTE,
	STRAY,
};

enum {
	HEAD = 4,
	MESSAGE_HEAD = 20,
	IPV4_FAMILY = 1,
	IPV6_FAMILY = 2,
	FINGERPRINT_MASK = 0x5354554e
};

static const struct word comprehensions[] = {{0, "Required"}, {1, "Optional"}};
static const struct word assignments[] = {{0, "IETF Review"}, {1, "Designated Expert"}};
static const struct word families[] = {{IPV4_FAMILY, "IPv4"}, {IPV6_FAMILY, "IPv6"}};
static const struct word statuses[] = {{CHECKSUM_BAD, "Bad"}, {CHECKSUM_GOOD, "Good"}};
static const struct word algorithms[] = {{0, "Reserved"}, {1, "MD5"}, {2, "SHA-256"}};
static const struct word reservations[] = {{0, "No reservation"}, {1, "Reserve next port number"}};
static const struct word transports[] = {{6, "TCP"}, {17, "UDP"}};
static const struct words transport_words = {transports, COUNT(transports)};
static const struct word errors[] = {
	{300, "Try Alternate"},
	{400, "Bad Request"},
	{401, "Unauthenticated"},
	{403, "Forbidden"},
	{405, "Mobility Forbidden"},
	{420, "Unknown Attribute"},
	{430, "Stale Credentials (legacy)"},
	{431, "Integrity Check Failure (legacy)"},
	{432, "Missing Username (legacy)"},
	{433, "Use TLS (legacy)"},
	{434, "Missing Realm (legacy)"},
	{435, "Missing Nonce (legacy)"},
	{436, "Unknown User (legacy)"},
	{437, "Allocation Mismatch"},
	{438, "Stale Nonce"},
	{439, "Wrong Credentials (legacy)"},
	{440, "Address Family not Supported"},
	{441, "Wrong Credentials"},
	{442, "Unsupported Transport Protocol"},
	{443, "Peer Address Family Mismatch"},
	{446, "Connection Already Exists"},
	{447, "Connection Timeout or Failure"},
	{481, "Connection does not exist (legacy)"},
	{486, "Allocation Quota Reached"},
	{487, "Role Conflict"},
	{500, "Server Error"},
	{508, "Insufficient Port Capacity"},
	{600, "Global Failure"},
};
static const struct words error_words = {errors, COUNT(errors)};

#define ROW(row, name, label, kind, base, words) \
	[row] = {"stun.att." name, label, kind, base, .help = (words), .ref = "RFC 8489, 14"}
#define TEXT_ROW(row, name, label, words)                    \
	[row] = {"stun.att." name,  label,           STRING, \
		 .traits = ZSTRING, .help = (words), .ref = "RFC 8489, 14"}
static const struct field fields[] = {
	[PART] = {"stun.part", "STUN Attributes", PROTO, .help = "What a message says"},
	[ATTRIBUTE] = {"stun.attribute", "Attribute Type", U16, HEX, .help = "An attribute",
		       .ref = "RFC 8489, 14"},
	[UNKNOWN] = {"text", "Unknown attribute", HEADING},
	[TYPE] = {"stun.att.type", "Attribute Type", U16, HEX, .help = "Which attribute",
		  .ref = "RFC 8489, 14"},
	[COMPREHENSION] = {"stun.att.type.comprehension", "Attribute Type Comprehension", U16, HEX,
			   WORDS(comprehensions), .help = "Whether it may be passed over",
			   .ref = "RFC 8489, 14"},
	[ASSIGNMENT] = {"stun.att.type.assignment", "Attribute Type Assignment", U16, HEX,
			WORDS(assignments), .help = "Who gives out such types",
			.ref = "RFC 8489, 18.3"},
	ROW(LENGTH, "length", "Attribute Length", U16, DEC, "Octets of the value"),
	ROW(RESERVED, "reserved", "Reserved", BYTES, 0, "Zero"),
	[FAMILY] = {"stun.att.family", "Protocol Family", U8, HEX, WORDS(families),
		    .help = "Which kind of address", .ref = "RFC 8489, 14.1"},
	TEXT_ROW(USERNAME, "username", "Username", "Who asks"),
	ROW(PASSWORD, "password", "Password", BYTES, 0, "The password, of before"),
	ROW(PADDING, "padding", "Padding", U16, DEC, "Octets up to a multiple of four"),
	ROW(HMAC, "hmac", "HMAC-SHA1", BYTES, 0, "Proof of who sends it"),
	[CRC32] = {"stun.att.crc32", "CRC-32", U32, HEX, .help = "Tells STUN from others",
		   .ref = "RFC 8489, 14.7"},
	[CRC32_STATUS] = {"stun.att.crc32.status", "CRC-32 Status", U8, PLAIN, WORDS(statuses),
			  .traits = GENERATED, .help = "Whether it is right"},
	[CRC32_BAD] = EXPERT("stun.att.crc32.bad", "Bad Fingerprint", WARNING, G_CHECKSUM),
	[ERROR_CLASS] = {"stun.att.error.class", "Error Class", U8, DEC, .help = "Hundreds of it",
			 .ref = "RFC 8489, 14.8"},
	ROW(ERROR_CODE, "error", "Error Code", U8, DEC, "... and the rest"),
	TEXT_ROW(ERROR_REASON, "error.reason", "Error Reason Phrase", "The same in words"),
	TEXT_ROW(REALM, "realm", "Realm", "Where the user is known"),
	TEXT_ROW(NONCE, "nonce", "Nonce", "Against replay"),
	ROW(UNKNOWN_TYPE, "unknown", "Unknown Attribute", U16, HEX, "It wasn't understood"),
	ROW(ICMP_TYPE, "icmp.type", "ICMP type", U8, DEC, "Of what came back"),
	ROW(ICMP_CODE, "icmp.code", "ICMP code", U8, DEC, "Of what came back"),
	ROW(UNKNOWN_8006, "unknown8006", "Unknown8006", BYTES, 0, "Microsoft's, unexplained"),
	TEXT_ROW(SOFTWARE, "software", "Software", "What sends it"),
	ROW(PRIORITY, "priority", "Priority", U32, DEC, "Of the candidate"),
	ROW(TIE_BREAKER, "tie-breaker", "Tie breaker", BYTES, 0, "Settles who is in control"),
	ROW(LIFETIME, "lifetime", "Lifetime", U32, DEC, "Seconds that it holds"),
	[CHANGE_IP] = {"stun.att.change-ip", "Change IP", BOOL, WORDS(set_notset),
		       .help = "The answer is to come from another address",
		       .ref = "RFC 5780, 7.2"},
	[CHANGE_PORT] = {"stun.att.change-port", "Change Port", BOOL, WORDS(set_notset),
			 .help = "... from another port", .ref = "RFC 5780, 7.2"},
	[ALGORITHM] = {"stun.att.pw_alg", "Password Algorithm", U16, DEC, WORDS(algorithms),
		       .help = "How the password is hashed", .ref = "RFC 8489, 14.12"},
	ROW(ALGORITHM_LENGTH, "pw_alg_len", "Password Algorithm Length", U16, DEC,
	    "Octets of its parameters"),
	ROW(ALGORITHM_DATA, "pw_alg_data", "Password Algorithm Data", BYTES, 0, "Its parameters"),
	[RESERVE_NEXT] = {"stun.att.even-port.reserve-next", "Reserve next", U8, DEC,
			  WORDS(reservations), .help = "The next port, too",
			  .ref = "RFC 8656, 18.7"},
	ROW(CACHE_TIMEOUT, "cache-timeout", "Cache timeout", U32, DEC, "Seconds"),
	ROW(TOKEN, "token", "Token", BYTES, 0, "Names what is reserved"),
	[VALUE] = {"stun.value", "Value", BYTES, .help = "What it says", .ref = "RFC 8489, 14"},
	[TRANSPORT] = {"stun.att.transp", "Transport", U8, HEX, WORDS(transports),
		       .help = "Between the relay and the peer", .ref = "RFC 8656, 18.8"},
	ROW(CHANNEL_NUMBER, "channelnum", "Channel-Number", U16, HEX, "TURN's channel"),
	ROW(MAGIC_COOKIE, "magic_cookie", "Magic Cookie", U32, HEX, "Always 72c64bc6"),
	[BANDWIDTH] = {"stun.port.bandwidth", "Bandwidth", U32, DEC, .help = "Kilobits a second",
		       .ref = "MS-TURN, 2.2.2.7"},
	[SHORT_LINE] = {"text", "Too few bytes", HEADING},
	[SHORT] = EXPERT("stun.short_packet", "Packet is too short", ERROR, G_MALFORMED),
	[UNKNOWN_NOTE] =
		EXPERT("stun.unknown_attribute", "Attribute unknown", WARNING, G_UNDECODED),
	[STRAY] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			 WARNING, G_UNDECODED),
};

/* --- reading --- */

struct attribute {
	uint16_t type;
	uint8_t row; /* shows the value, for hooks that want one; or the part that reads it */
	const char *name;
	void (*read)(const struct stun_value *, struct cursor *, unsigned row);
};

/* The part knows what the value is. */
static void read_part(const struct stun_value *r, struct cursor *c, unsigned part)
{
	stun_value_at(r->message, r);
	*c = walk_part(r->w, also_by(r->w->now, 0, part), *c);
}

static void read_value(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len)
		put(r->w, c, row, r->len);
}

static void read_octets(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put(r->w, c, row, r->len);
}

static void read_number(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len >= 4)
		put(r->w, c, row, 4);
}

static void read_hmac(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len >= 20)
		put(r->w, c, row, r->len);
}

static void read_token(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len >= 8)
		put(r->w, c, row, 8);
}

/* Text; what stands behind an octet 0 isn't shown. */
static const char *read_text(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct span s = span_first(c->left, r->len);
	uint32_t nul = span_find(s, 0);
	struct text t = {0};

	put(r->w, c, row, r->len);
	if (nul != NOT_FOUND && !span_is_zero(span_skip(s, nul), s.cap - nul))
		expert(r->w, STRAY, NULL);
	text_bytes(&t, s.p, nul == NOT_FOUND ? s.cap : nul);
	return stun_words(r, &t);
}

static void read_string(const struct stun_value *r, struct cursor *c, unsigned row)
{
	read_text(r, c, row);
}

static void read_user(const struct stun_value *r, struct cursor *c, unsigned row)
{
	const char *words = read_text(r, c, row);

	label_tail_of(r->w, r->group, ": %s", words);
	stun_say(r, " user: ", words);
}

static void read_realm(const struct stun_value *r, struct cursor *c, unsigned row)
{
	const char *words = read_text(r, c, row);

	label_tail_of(r->w, r->group, ": %s", words);
	stun_say(r, " realm: ", words);
}

static void read_nonce(const struct stun_value *r, struct cursor *c, unsigned row)
{
	label_tail_of(r->w, r->group, ": %s", read_text(r, c, row));
	stun_say(r, " with nonce", "");
}

/* Seconds, or kilobits: said behind the name. */
static void read_said_number(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct text t = {0};
	const char *words;

	if (r->len < 4)
		return;
	text_u64(&t, put(r->w, c, row, 4));
	words = stun_words(r, &t);
	label_tail_of(r->w, r->group, " %s", words);
	stun_say(r, row == LIFETIME ? " lifetime: " : " bandwidth: ", words);
}

/* --- others --- */

static void read_change(const struct stun_value *r, struct cursor *c, unsigned row)
{
	uint64_t bits;

	(void)row;
	if (r->len < 4)
		return;
	bits = cursor_be(c, 4);
	put_value(r->w, CHANGE_IP, c->at - 4, 4, bits >> 2 & 1);
	label_name(r->w, ".... .... .... .%u.. = Change IP", (unsigned)(bits >> 2 & 1));
	put_value(r->w, CHANGE_PORT, c->at - 4, 4, bits >> 1 & 1);
	label_name(r->w, ".... .... .... ..%u. = Change Port", (unsigned)(bits >> 1 & 1));
}

static void read_error(const struct stun_value *r, struct cursor *c, unsigned row)
{
	unsigned class, code;
	const char *word, *reason = NULL;
	struct text t = {0};

	(void)row;
	if (r->len >= 2)
		put(r->w, c, RESERVED, 2);
	if (r->len < 4)
		return;
	class = u8(c);
	put_value(r->w, ERROR_CLASS, c->at - 1, 1, class & 7);
	label_whole(r->w, ".... .%u%u%u = Error Class: %u", class >> 2 & 1, class >> 1 & 1,
		    class & 1, class & 7);
	code = class * 100 + (unsigned)put(r->w, c, ERROR_CODE, 1);
	word = word_for(&error_words, code);
	text_format(&t, "%u (%s)", code, word ? word : "*Unknown error code*");
	word = stun_words(r, &t);
	label_tail_of(r->w, r->group, " %s", word);
	stun_say(r, " error-code: ", word);
	if (r->len <= 4)
		return;
	reason = read_text(
		&(struct stun_value){r->w, r->message, r->group, r->len - 4, r->type, r->name}, c,
		ERROR_REASON);
	label_tail_of(r->w, r->group, ": %s", reason);
	stun_say(r, " ", reason);
}

static void read_types(const struct stun_value *r, struct cursor *c, unsigned row)
{
	for (uint32_t i = 0; i + 2 <= r->len && !c->bad; i += 2)
		put(r->w, c, row, 2);
}

static void read_icmp(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len < 4)
		return;
	put(r->w, c, row, 1);
	put(r->w, c, ICMP_CODE, 1);
}

static void read_channel(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct text t = {0};
	const char *words;

	if (r->len < 4)
		return;
	text_format(&t, "0x%x", (unsigned)put(r->w, c, row, 2));
	words = stun_words(r, &t);
	label_tail_of(r->w, r->group, ": %s", words);
	stun_say(r, " ChannelNumber=", words);
	put(r->w, c, RESERVED, 2);
}

static void read_transport(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct text t = {0};
	const char *words;
	unsigned protocol;

	if (!r->len)
		return;
	protocol = (unsigned)put(r->w, c, row, 1);
	if (r->len < 4)
		return;
	words = word_for(&transport_words, protocol);
	if (words)
		text_put(&t, words);
	else
		text_format(&t, "Unknown (0x%8x)", protocol);
	words = stun_words(r, &t);
	label_tail_of(r->w, r->group, ": %s", words);
	stun_say(r, " ", words);
	put(r->w, c, RESERVED, 3);
}

static void read_asked_family(const struct stun_value *r, struct cursor *c, unsigned row)
{
	if (r->len >= 1)
		put(r->w, c, row, 1);
	if (r->len >= 4)
		put(r->w, c, RESERVED, 3);
}

static void read_even_port(const struct stun_value *r, struct cursor *c, unsigned row)
{
	unsigned bit;

	if (!r->len)
		return;
	bit = u8(c) >> 7;
	put_value(r->w, row, c->at - 1, 1, bit);
	label_name(r->w, "%u... .... = Reserve next", bit);
}

static void read_padding(const struct stun_value *r, struct cursor *c, unsigned row)
{
	put_value(r->w, row, c->at, r->len, r->len);
	cursor_take(c, r->len);
}

static void read_algorithms(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct cursor list = cursor_first(*c, r->len);

	while (list.left.wire >= 4 && !list.bad) {
		uint32_t len;

		put(r->w, &list, row, 2);
		len = (uint32_t)put(r->w, &list, ALGORITHM_LENGTH, 2);
		if (len)
			put(r->w, &list, ALGORITHM_DATA, len);
		cursor_take(&list, (4 - len % 4) % 4 < list.left.wire ? (4 - len % 4) % 4 : 0);
	}
	if (list.left.wire && !list.bad) {
		put_value(r->w, SHORT_LINE, list.at, 0, 0);
		label_whole(r->w, "Too few bytes left for TLV header (%u < 4)", list.left.wire);
		expert(r->w, SHORT, "Too few bytes left for TLV header (%u < 4)", list.left.wire);
	}
	cursor_take(c, r->len);
	if (list.bad && !c->bad)
		c->bad = list.bad;
}

/* The sum counts all octets before the attribute (RFC 8489, 14.7). */
static void read_fingerprint(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct span m = stun_message(r->message);
	uint32_t skipped = r->message->bytes.cap - m.cap, sum, right;
	uint32_t before = c->at - HEAD - r->message->at - skipped;

	if (r->len < 4)
		return;
	sum = (uint32_t)put(r->w, c, row, 4);
	if (c->bad || before > m.cap)
		return;
	right = (uint32_t)crc32(0, m.p, before) ^ FINGERPRINT_MASK;
	if (sum == right) {
		label_tail(r->w, " [correct]");
	} else {
		label_tail(r->w, " incorrect, should be 0x%08x", right);
		expert(r->w, CRC32_BAD, "Bad Fingerprint [should be 0x%08x]", right);
	}
	put_value(r->w, CRC32_STATUS, c->at - 4, 0, sum == right ? CHECKSUM_GOOD : CHECKSUM_BAD);
}

/* What a peer's packet held. */
static void read_data(const struct stun_value *r, struct cursor *c, unsigned row)
{
	struct cursor data = cursor_first(*c, r->len);

	if (!r->len)
		return;
	put(r->w, c, row, r->len);
	walk_inside(r->w, NULL, data);
}

static const struct attribute attributes[] = {
	{0x0001, STUN_ADDRESSES, "MAPPED-ADDRESS", read_part},
	{0x0002, STUN_ADDRESSES, "RESPONSE_ADDRESS", read_part},
	{0x0003, 0, "CHANGE_REQUEST", read_change},
	{0x0004, STUN_ADDRESSES, "SOURCE_ADDRESS", read_part},
	{0x0005, STUN_ADDRESSES, "CHANGED_ADDRESS", read_part},
	{0x0006, USERNAME, "USERNAME", read_user},
	{0x0007, PASSWORD, "PASSWORD", read_octets},
	{0x0008, HMAC, "MESSAGE-INTEGRITY", read_hmac},
	{0x0009, 0, "ERROR-CODE", read_error},
	{0x000a, UNKNOWN_TYPE, "UNKNOWN-ATTRIBUTES", read_types},
	{0x000b, STUN_ADDRESSES, "REFLECTED-FROM", read_part},
	{0x000c, CHANNEL_NUMBER, "CHANNEL-NUMBER", read_channel},
	{0x000d, LIFETIME, "LIFETIME", read_said_number},
	{0x000e, STUN_ADDRESSES, "MS-ALTERNATE-SERVER", read_part},
	{0x000f, MAGIC_COOKIE, "MAGIC-COOKIE", read_number},
	{0x0010, BANDWIDTH, "BANDWIDTH", read_said_number},
	{0x0011, STUN_ADDRESSES, "DESTINATION-ADDRESS", read_part},
	{0x0012, STUN_ADDRESSES, "XOR-PEER-ADDRESS", read_part},
	{0x0013, VALUE, "DATA", read_data},
	{0x0014, REALM, "REALM", read_realm},
	{0x0015, NONCE, "NONCE", read_nonce},
	{0x0016, STUN_ADDRESSES, "XOR-RELAYED-ADDRESS", read_part},
	{0x0017, FAMILY, "REQUESTED-ADDRESS-FAMILY", read_asked_family},
	{0x0018, RESERVE_NEXT, "EVEN-PORT", read_even_port},
	{0x0019, TRANSPORT, "REQUESTED-TRANSPORT", read_transport},
	{0x001a, VALUE, "DONT-FRAGMENT", read_value},
	{0x001b, VALUE, "ACCESS-TOKEN", read_value},
	{0x001c, VALUE, "MESSAGE-INTEGRITY-SHA256", read_value},
	{0x001d, ALGORITHM, "PASSWORD-ALGORITHM", read_algorithms},
	{0x001e, VALUE, "USERHASH", read_value},
	{0x0020, STUN_ADDRESSES, "XOR-MAPPED-ADDRESS", read_part},
	{0x0022, TOKEN, "RESERVATION-TOKEN", read_token},
	{0x0024, PRIORITY, "PRIORITY", read_number},
	{0x0025, VALUE, "USE-CANDIDATE", read_value},
	{0x0026, PADDING, "PADDING", read_padding},
	{0x0027, STUN_ADDRESSES, "XOR-RESPONSE-TARGET", read_part},
	{0x0028, STUN_ADDRESSES, "XOR-REFELECTED-FROM", read_part},
	{0x002a, VALUE, "CONNECTION-ID", read_value},
	{0x0030, ICMP_TYPE, "LEGACY-ICMP", read_icmp},
	{0x8000, VALUE, "ADDITIONAL-ADDRESS-FAMILY", read_value},
	{0x8001, VALUE, "ADDRESS-ERROR-CODE", read_value},
	{0x8002, ALGORITHM, "PASSWORD-ALGORITHMS", read_algorithms},
	{0x8003, VALUE, "ALTERNATE-DOMAIN", read_value},
	{0x8004, ICMP_TYPE, "ICMP", read_icmp},
	{0x8006, UNKNOWN_8006, "MS-TURN UNKNOWN 8006", read_octets},
	{0x8008, STUN_VENDORS, "MS-VERSION", read_part},
	{0x8020, STUN_ADDRESSES, "XOR-MAPPED-ADDRESS", read_part},
	{0x8022, SOFTWARE, "SOFTWARE", read_string},
	{0x8023, STUN_ADDRESSES, "ALTERNATE-SERVER", read_part},
	{0x8025, VALUE, "TRANSACTION-TRANSMIT-COUNTER", read_value},
	{0x8027, CACHE_TIMEOUT, "CACHE-TIMEOUT", read_number},
	{0x8028, CRC32, "FINGERPRINT", read_fingerprint},
	{0x8029, TIE_BREAKER, "ICE-CONTROLLED", read_token},
	{0x802a, TIE_BREAKER, "ICE-CONTROLLING", read_token},
	{0x802b, STUN_ADDRESSES, "RESPONSE-ORIGIN", read_part},
	{0x802c, STUN_ADDRESSES, "OTHER-ADDRESS", read_part},
	{0x802d, VALUE, "ECN-CHECK-STUN", read_value},
	{0x802e, VALUE, "THIRD-PARTY-AUTHORIZATION", read_value},
	{0x8030, VALUE, "MOBILITY-TICKET", read_value},
	{0x8032, VALUE, "MS-ALTERNATE-HOST-NAME", read_value},
	{0x8037, VALUE, "MS-APP-ID", read_value},
	{0x8039, VALUE, "MS-SECURE-TAG", read_value},
	{0x8050, STUN_VENDORS, "MS-SEQUENCE-NUMBER", read_part},
	{0x8054, STUN_VENDORS, "MS-CANDIDATE-IDENTIFIER", read_part},
	{0x8055, STUN_VENDORS, "MS-SERVICE-QUALITY", read_part},
	{0x8056, STUN_VENDORS, "Bandwidth Admission Control Message", read_part},
	{0x8057, STUN_VENDORS, "Bandwidth Reservation Identifier", read_part},
	{0x8058, STUN_VENDORS, "Bandwidth Reservation Amount", read_part},
	{0x8059, STUN_ADDRESSES, "Remote Site Address", read_part},
	{0x805a, STUN_ADDRESSES, "Remote Relay Site Address", read_part},
	{0x805b, STUN_ADDRESSES, "Local Site Address", read_part},
	{0x805c, STUN_ADDRESSES, "Local Relay Site Address", read_part},
	{0x805d, STUN_VENDORS, "Remote Site Address Response", read_part},
	{0x805e, STUN_VENDORS, "Remote Relay Site Address Response", read_part},
	{0x805f, STUN_VENDORS, "Local Site Address Response", read_part},
	{0x8060, STUN_VENDORS, "Local Relay Site Address Response", read_part},
	{0x8061, STUN_VENDORS, "SIP Dialog Identifier", read_part},
	{0x8062, STUN_VENDORS, "SIP Call Identifier", read_part},
	{0x8068, STUN_VENDORS, "Location Profile", read_part},
	{0x8070, STUN_VENDORS, "MS-IMPLEMENTATION-VERSION", read_part},
	{0x8090, STUN_ADDRESSES, "MS-ALT-MAPPED-ADDRESS", read_part},
	{0x8095, STUN_VENDORS, "MS-MULTIPLEXED-TURN-SESSION-ID", read_part},
	{0xc000, VALUE, "CISCO-STUN-FLOWDATA", read_value},
	{0xc001, VALUE, "ENF-FLOW-DESCRIPTION", read_value},
	{0xc002, VALUE, "ENF-NETWORK-STATUS", read_value},
	{0xc057, STUN_VENDORS, "GOOG-NETWORK-INFO", read_part},
	{0xc058, VALUE, "GOOG-LAST-ICE-CHECK-RECEIVED", read_value},
	{0xc059, VALUE, "GOOG-MISC-INFO", read_value},
	{0xc05a, VALUE, "GOOG-OBSOLETE-1", read_value},
	{0xc05b, VALUE, "GOOG-CONNECTION-ID", read_value},
	{0xc05c, VALUE, "GOOG-DELTA", read_value},
	{0xc05d, VALUE, "GOOG-DELTA-ACK", read_value},
	{0xc060, VALUE, "GOOG-MESSAGE_INTEGRITY-32", read_value},
};

static const struct attribute *attribute_of(unsigned type)
{
	for (unsigned i = 0; i < COUNT(attributes); i++)
		if (attributes[i].type == type)
			return &attributes[i];
	return NULL;
}

static void put_head(struct walk *w, const struct attribute *a, struct cursor *c)
{
	unsigned type = a->type;
	uint32_t group = open_value(w, TYPE, c->at, type);

	label_value(w, "%s", a->name);
	put_value(w, COMPREHENSION, c->at, 2, type >> 15);
	label_whole(w, "%u... .... .... .... = Attribute Type Comprehension: %s (0x%x)", type >> 15,
		    comprehensions[type >> 15].text, type >> 15);
	put_value(w, ASSIGNMENT, c->at, 2, type >> 14 & 1);
	label_whole(w, ".%u.. .... .... .... = Attribute Type Assignment: %s (0x%x)",
		    type >> 14 & 1, assignments[type >> 14 & 1].text, type >> 14 & 1);
	cursor_pull(c, 2);
	shut_group(w, group, c);
}

static void put_length(struct walk *w, struct cursor *c, uint32_t len, bool beyond)
{
	put(w, c, LENGTH, 2);
	if (beyond)
		label_value(w, "%u (bogus, goes past the end of the message)", (len + 3) / 4 * 4);
}

/* One attribute; false: its length can't be. */
static bool put_attribute(struct walk *w, const struct layer *message, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u16(&peek);
	const struct attribute *a = attribute_of(type);
	uint32_t len = u16(&peek), padding = (4 - len % 4) % 4;
	bool beyond = len > peek.left.wire;
	uint32_t group;

	if (peek.bad) {
		*c = peek;
		return false;
	}
	if (a) {
		group = open_value(w, ATTRIBUTE, c->at, type);
		label_whole(w, "%s", a->name);
		put_head(w, a, c);
	} else {
		group = open_group(w, c, UNKNOWN, len + HEAD);
		label_whole(w, "Unknown attribute 0x%04x", type);
		expert(w, UNKNOWN_NOTE, "Unknown attribute 0x%04x", type);
		cursor_pull(c, 2);
	}
	put_length(w, c, len, beyond);
	if (!beyond) {
		struct stun_value r = {w, message, group, len, type, a ? a->name : ""};
		struct cursor value = *c;

		(a ? a->read : read_value)(&r, &value, a ? a->row : VALUE);
		cursor_take(c, len);
		if (value.bad && !c->bad)
			c->bad = value.bad;
		if (padding && padding <= c->left.wire) {
			put_value(w, PADDING, c->at, padding, padding);
			cursor_take(c, padding);
		}
	}
	shut_group(w, group, NULL);
	return !beyond && !c->bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	while (c->left.wire && put_attribute(w, l->parent, c))
		continue;
}

static const struct hang hangs[] = {{"stun.part", STUN_ATTRIBUTES}, {0}};

const struct proto proto_stun_attributes = {
	.brief = "STUN",
	.no_column = true,
	.bare = true,
	.prefix = "stun",
	.spec = "RFC 8489, 14",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"stun.part"}},
	.hangs = hangs,
	.rest = rest,
};
