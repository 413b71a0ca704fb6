/* SPDX-License-Identifier: BSD-2-Clause */
/* Network Time Protocol: clients, servers, peers, broadcasts. */
/* RFC 5905; RFC 7822 (extension fields), RFC 8915 (NTS). */
#include "shared/ntp.h"

enum {
	NTP,
	NEVER,
	FLAGS,
	LEAP,
	VERSION,
	MODE,
	STRATUM,
	POLL,
	PRECISION,
	ROOT_DELAY,
	ROOT_DISPERSION,
	REFERENCE,
	REFERENCE_TIME,
	ORIGIN_TIME,
	RECEIVE_TIME,
	TRANSMIT_TIME,
	EXTENSION,
	EXTENSION_TYPE,
	EXTENSION_LENGTH,
	EXTENSION_VALUE,
	KEY,
	MAC,
	BAD_LENGTH,
};

static const struct word extensions[] = {
	{0x2, "No-Operation Request"},
	{0x102, "Association Message Request"},
	{0x104, "Unique Identifier"},
	{0x202, "Certificate Message Request"},
	{0x204, "NTS Cookie"},
	{0x302, "Cookie Message Request"},
	{0x304, "NTS Cookie Placeholder"},
	{0x402, "Autokey Message Request"},
	{0x404, "NTS Authenticator and Encrypted Extension Fields"},
	{0x502, "Leapseconds Message Request"},
	{0x602, "Sign Message Request"},
	{0x702, "IFF Identity Message Request"},
	{0x802, "GQ Identity Message Request"},
	{0x902, "MV Identity Message Request"},
	{0x2005, "Checksum Complement"},
	{0x8002, "No-Operation Response"},
	{0x8102, "Association Message Response"},
	{0x8202, "Certificate Message Response"},
	{0x8302, "Cookie Message Response"},
	{0x8402, "Autokey Message Response"},
	{0x8502, "Leapseconds Message Response"},
	{0x8602, "Sign Message Response"},
	{0x8702, "IFF Identity Message Response"},
	{0x8802, "GQ Identity Message Response"},
	{0x8902, "MV Identity Message Response"},
	{0xc002, "No-Operation Error Response"},
	{0xc102, "Association Message Error Response"},
	{0xc202, "Certificate Message Error Response"},
	{0xc302, "Cookie Message Error Response"},
	{0xc402, "Autokey Message Error Response"},
	{0xc502, "Leapseconds Message Error Response"},
	{0xc602, "Sign Message Error Response"},
	{0xc702, "IFF Identity Message Error Response"},
	{0xc802, "GQ Identity Message Error Response"},
	{0xc902, "MV Identity Message Error Response"},
};

#define BITS_ROW(row, name, label, first, width, table, words_) \
	[row] = {"ntp.flags." name,                             \
		 label,                                         \
		 U8,                                            \
		 DEC,                                           \
		 AT(first, width),                              \
		 BOX(8, first),                                 \
		 .under = NEVER,                                \
		 .words = &(table),                             \
		 .help = (words_),                              \
		 .ref = "RFC 5905, 7.3"}
#define TIME_ROW(row, name, label, words_) \
	[row] = {"ntp." name, label, ABSTIME, UTC, .help = (words_), .ref = "RFC 5905, 7.3"}
static const struct field fields[] = {
	[NTP] = {"ntp", "Network Time Protocol", PROTO, .help = "What time it is"},
	[NEVER] = {"text", "Flags", HEADING},
	[FLAGS] = {"ntp.flags", "Flags", U8, HEX, .help = "What kind of message",
		   .ref = "RFC 5905, 7.3"},
	BITS_ROW(LEAP, "li", "Leap Indicator", 0, 2, ntp_leaps, "A second more or less today"),
	BITS_ROW(VERSION, "vn", "Version number", 2, 3, ntp_versions, "Of the protocol"),
	BITS_ROW(MODE, "mode", "Mode", 5, 3, ntp_modes, "Who speaks to whom"),
	[STRATUM] = {"ntp.stratum", "Peer Clock Stratum", U8, DEC, .form = ntp_form_stratum,
		     .help = "Steps from a clock", .ref = "RFC 5905, 7.3"},
	[POLL] = {"ntp.ppoll", "Peer Polling Interval", U8, DEC, .form = ntp_form_poll,
		  .help = "How often it asks, as a power of two of seconds",
		  .ref = "RFC 5905, 7.3"},
	[PRECISION] = {"ntp.precision", "Peer Clock Precision", U8, DEC, .form = ntp_form_precision,
		       .help = "The clock's, the same way", .ref = "RFC 5905, 7.3"},
	[ROOT_DELAY] = {"ntp.rootdelay", "Root Delay", U32, DEC, .form = ntp_form_short,
			.help = "To the clock and back", .ref = "RFC 5905, 7.3"},
	[ROOT_DISPERSION] = {"ntp.rootdispersion", "Root Dispersion", U32, DEC,
			     .form = ntp_form_short, .help = "How far off it may be",
			     .ref = "RFC 5905, 7.3"},
	[REFERENCE] = {"ntp.refid", "Reference ID", BYTES, .help = "What it goes by",
		       .ref = "RFC 5905, 7.3"},
	TIME_ROW(REFERENCE_TIME, "reftime", "Reference Timestamp", "When it was set last"),
	TIME_ROW(ORIGIN_TIME, "org", "Origin Timestamp", "When the request left"),
	TIME_ROW(RECEIVE_TIME, "rec", "Receive Timestamp", "When the request came"),
	TIME_ROW(TRANSMIT_TIME, "xmt", "Transmit Timestamp", "When this left"),
	[EXTENSION] = {"ntp.ext", "Extension", NONE, .help = "More", .ref = "RFC 7822, 3"},
	[EXTENSION_TYPE] = {"ntp.ext.type", "Field Type", U16, HEX, WORDS(extensions),
			    .help = "What it is", .ref = "RFC 7822, 3"},
	[EXTENSION_LENGTH] = {"ntp.ext.length", "Length", U16, DEC, .help = "Octets of all of it",
			      .ref = "RFC 7822, 3"},
	[EXTENSION_VALUE] = {"ntp.ext.value", "Value", BYTES, .help = "What it says",
			     .ref = "RFC 7822, 3"},
	[KEY] = {"ntp.keyid", "Key ID", BYTES, .help = "Which key the proof is made with",
		 .ref = "RFC 5905, 7.3"},
	[MAC] = {"ntp.mac", "Message Authentication Code", BYTES, .help = "Proof of who sends it",
		 .ref = "RFC 5905, 7.3"},
	[BAD_LENGTH] =
		EXPERT("ntp.ext.invalid_length", "Extension invalid length", WARNING, G_PROTOCOL),
};

enum { LEAST_EXTENSION = 16 };

static unsigned mode_of(const struct layer *l)
{
	return (unsigned)span_bits(l->bytes, 5, 3, false);
}

static const char *version_word(const struct layer *l)
{
	return word_for(&ntp_versions, span_bits(l->bytes, 2, 3, false));
}

static void put_flags(struct walk *w, struct cursor *c)
{
	static const uint8_t rows[] = {LEAP, VERSION, MODE};
	uint32_t group = open_value(w, FLAGS, c->at, span_bits(c->left, 0, 8, false));

	for (unsigned i = 0; i < COUNT(rows); i++)
		ntp_say(w, group, rows[i], put_slice(w, *c, rows[i], 1));
	cursor_pull(c, 1);
	shut_group(w, group, c);
}

static void put_times(struct walk *w, struct cursor *c)
{
	unsigned stratum = (unsigned)put(w, c, STRATUM, 1);

	put_rows(w, c,
		 (const struct part[]){
			 {POLL, 1}, {PRECISION, 1}, {ROOT_DELAY, 4}, {ROOT_DISPERSION, 4}, {0, 0}});
	ntp_put_reference(w, c, REFERENCE, stratum);
	for (unsigned row = REFERENCE_TIME; row <= TRANSMIT_TIME && !c->bad; row++)
		ntp_put_time(w, c, row);
}

/* False: its length can't be, and nothing follows. */
static bool put_extension(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t group, len;

	u16(&peek);
	len = u16(&peek);
	group = open_group(w, c, EXTENSION, len);
	put(w, c, EXTENSION_TYPE, 2);
	put(w, c, EXTENSION_LENGTH, 2);
	if (len % 4)
		expert(w, BAD_LENGTH, "Extension length %u isn't a multiple of 4", len);
	else
		put(w, c, EXTENSION_VALUE, len - 4);
	shut_group(w, group, NULL);
	return !(len % 4) && !c->bad;
}

/* What can't be an extension is a key's number and a proof. */
static bool is_extension(struct cursor c)
{
	uint32_t all = c.left.wire, len;

	u16(&c);
	len = u16(&c);
	return !c.bad && len >= LEAST_EXTENSION && len <= all;
}

static void put_tail(struct walk *w, struct cursor *c)
{
	while (is_extension(*c))
		if (!put_extension(w, c)) {
			cursor_take(c, c->left.wire);
			return;
		}
	if (c->left.wire < 4) {
		cursor_take(c, c->left.wire);
		return;
	}
	if (c->left.cap < 4) {
		cursor_fail(c, 4);
		return;
	}
	put(w, c, KEY, 4);
	if (c->left.wire)
		put(w, c, MAC, c->left.wire);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const char *const kinds[] = {[NTP_CONTROL] = "control", [NTP_PRIVATE] = "private"};
	unsigned mode = mode_of(l);

	label_whole(w, "Network Time Protocol (%s, %s)", version_word(l),
		    mode < NTP_CONTROL ? word_for(&ntp_modes, mode) : kinds[mode]);
	if (mode == NTP_PRIVATE) {
		*c = walk_part(w, also_by(l, 0, mode), *c);
		return;
	}
	put_flags(w, c);
	if (mode == NTP_CONTROL) {
		*c = walk_part(w, also_by(l, 0, mode), *c);
		return;
	}
	put_times(w, c);
	if (!c->bad)
		put_tail(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned mode = mode_of(l);

	(void)r;
	text_put(t, version_word(l));
	text_put(t, ", ");
	text_put(t, mode == NTP_CONTROL   ? "control"
		    : mode == NTP_PRIVATE ? "private"
					  : word_for(&ntp_modes, mode));
	if (mode == NTP_PRIVATE && l->bytes.cap >= 4) {
		const char *name = word_for(&ntp_codes, span_bits(l->bytes, 24, 8, false));

		text_put(t, span_bits(l->bytes, 0, 1, false) ? ", Response, " : ", Request, ");
		text_put(t, name ? name : "Unknown");
	}
}

static const struct hang hangs[] = {{"udp.port", 123}, {"tcp.port", 123}, {0}};

const struct proto proto_ntp = {
	.brief = "NTP",
	.spec = "RFC 5905",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 1,
	/* A client's request, version 4: only its first octet isn't 0. */
	SAMPLE("\43\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
	.next = {.also = {"ntp.mode"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
