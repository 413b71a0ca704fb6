/* SPDX-License-Identifier: BSD-2-Clause */
/* Bidirectional Forwarding Detection: control packets. */
/* RFC 5880; draft-ietf-bfd-base-00 (version 0). */
#include "core/walk.h"

enum {
	BFD,
	VERSION,
	DIAG,
	STATE_ROW,
	FLAGS,
	POLL,
	FINAL,
	CONTROL_PLANE,
	AUTHENTICATED,
	DEMAND,
	MULTIPOINT,
	FLAGS_0,
	HEAR_0,
	DEMAND_0,
	POLL_0,
	FINAL_0,
	MULTIPLIER,
	LENGTH,
	MINE,
	YOURS,
	MIN_TX,
	MIN_RX,
	MIN_ECHO,
	WRONG_FRAME,
	AUTH,
	AUTH_TYPE,
	AUTH_LEN,
	AUTH_KEY,
	PASSWORD,
	WRONG_LEN,
	SEQUENCE,
	CHECKSUM,
	AUTH_LEN_NOTE,
	NO_AUTH_NOTE,
};

/* Ways to prove who speaks. */
enum { SIMPLE = 1, MD5 = 2, SHA1 = 4, LAST_AUTH = 5 };

static const struct word diag_words[] = {
	{0, "No Diagnostic"},
	{1, "Control Detection Time Expired"},
	{2, "Echo Function Failed"},
	{3, "Neighbor Signaled Session Down"},
	{4, "Forwarding Plane Reset"},
	{5, "Path Down"},
	{6, "Concatenated Path Down"},
	{7, "Administratively Down"},
	{8, "Reverse Concatenated Path Down"},
	{9, "Mis-Connectivity Defect"},
};

static const struct word state_words[] = {{0, "AdminDown"}, {1, "Down"}, {2, "Init"}, {3, "Up"}};

static const struct word auth_words[] = {
	{1, "Simple Password"},       {2, "Keyed MD5"},
	{3, "Meticulous Keyed MD5"},  {4, "Keyed SHA1"},
	{5, "Meticulous Keyed SHA1"},
};

/* The number, and the names of the flags that are set. */
static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {
		"Multipoint", "Demand", "Authentication Present", "Control Plane Independent",
		"Final",      "Poll"};
	unsigned i;

	(void)r;
	text_format(t, "0x%02x", (unsigned)n->u);
	for (i = COUNT(names); i--;)
		if (n->u >> i & 1)
			text_format(t, ", %s: Set", names[i]);
}

static void form_flags_0(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"Final", "Poll", "Demand", "I hear you"};
	unsigned i;

	(void)r;
	text_format(t, "0x%02x", (unsigned)n->u);
	for (i = COUNT(names); i--;)
		if (n->u >> (4 + i) & 1)
			text_format(t, ", %s: Set", names[i]);
}

/* How long the session lives without a packet. */
static void form_multiplier(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *tx = node_below(r, node_parent(r, n), MIN_TX);

	text_u64(t, n->u);
	if (tx)
		text_format(t, " (= %u ms Detection time)",
			    (unsigned)n->u * (unsigned)(tx->u / 1000));
}

static void form_interval(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%4u ms (%u us)", (unsigned)n->u / 1000, (unsigned)n->u);
}

#define FLAG(filter, title, bit, what)                                                    \
	{                                                                                 \
		filter, title, BOOL, AT(8 + (bit), 1), BOX(6, (bit)-2),                   \
			.under = FLAGS, WHEN(VERSION), WORDS(set_notset), .help = (what), \
			.ref = "4.1"                                                      \
	}
#define FLAG_0(filter, title, bit, what)                                                  \
	{                                                                                 \
		filter, title, BOOL, AT(8 + (bit), 1), .under = FLAGS_0, UNLESS(VERSION), \
						       WORDS(set_notset), .help = (what)  \
	}

static const struct field fields[] = {
	[BFD] = {"bfd", "Bidirectional Forwarding Detection Control Message", PROTO,
		 .line = "BFD Control message"},
	[VERSION] = {"bfd.version", "Protocol Version", U8, DEC, AT(0, 3), .preset = 1,
		     .help = "Version 1; version 0 was a draft's", .ref = "4.1"},
	[DIAG] = {"bfd.diag", "Diagnostic Code", U8, HEX, AT(3, 5), WORDS(diag_words),
		  .help = "Why the session went down last", .ref = "4.1"},
	[STATE_ROW] = {"bfd.sta", "Session State", U8, HEX, AT(8, 2), WORDS(state_words),
		       WHEN(VERSION), .help = "The session as the sender sees it", .ref = "4.1"},
	[FLAGS] = {"bfd.flags", "Message Flags", U8, HEX, AT(8, 8), .form = form_flags,
		   WHEN(VERSION), .help = "State and flags in one octet", .ref = "4.1"},
	[POLL] = FLAG("bfd.flags.p", "Poll", 2, "The sender asks for an answer"),
	[FINAL] = FLAG("bfd.flags.f", "Final", 3, "The answer to a poll"),
	[CONTROL_PLANE] = FLAG("bfd.flags.c", "Control Plane Independent", 4,
			       "It lives on when the control plane stops"),
	[AUTHENTICATED] = FLAG("bfd.flags.a", "Authentication Present", 5, "A proof follows"),
	[DEMAND] = FLAG("bfd.flags.d", "Demand", 6, "The sender wants no periodic packets"),
	[MULTIPOINT] = FLAG("bfd.flags.m", "Multipoint", 7, "Always 0"),
	[FLAGS_0] = {"bfd.flags", "Message Flags", U8, HEX, AT(8, 8), .form = form_flags_0,
		     UNLESS(VERSION), .help = "Flags of version 0"},
	[HEAR_0] = FLAG_0("bfd.flags.h", "I hear you", 0, "The sender receives packets"),
	[DEMAND_0] = FLAG_0("bfd.flags.d", "Demand", 1, "The sender wants no periodic packets"),
	[POLL_0] = FLAG_0("bfd.flags.p", "Poll", 2, "The sender asks for an answer"),
	[FINAL_0] = FLAG_0("bfd.flags.f", "Final", 3, "The answer to a poll"),
	[MULTIPLIER] = {"bfd.detect_time_multiplier", "Detect Time Multiplier", U8, DEC,
			.form = form_multiplier, AT(16, 8), .help = "So many packets may be missed",
			.ref = "4.1"},
	[LENGTH] = {"bfd.message_length", "Message Length", U8, DEC, AT(24, 8), .unit = " bytes",
		    .help = "Octets of the whole packet", .ref = "4.1"},
	[MINE] = {"bfd.my_discriminator", "My Discriminator", U32, HEX, AT(32, 32),
		  .help = "The sender's number of the session", .ref = "4.1"},
	[YOURS] = {"bfd.your_discriminator", "Your Discriminator", U32, HEX, AT(64, 32),
		   .help = "The receiver's number of it; 0: unknown", .ref = "4.1"},
	[MIN_TX] = {"bfd.desired_min_tx_interval", "Desired Min TX Interval", U32, DEC, AT(96, 32),
		    .form = form_interval,
		    .help = "Microseconds between packets that it would send", .ref = "4.1"},
	[MIN_RX] = {"bfd.required_min_rx_interval", "Required Min RX Interval", U32, DEC,
		    AT(128, 32), .form = form_interval,
		    .help = "Microseconds between packets that it can take", .ref = "4.1"},
	[MIN_ECHO] = {"bfd.required_min_echo_interval", "Required Min Echo Interval", U32, DEC,
		      AT(160, 32), .form = form_interval,
		      .help = "Microseconds between echoes that it can take", .ref = "4.1"},
	[WRONG_FRAME] = {"text", "Length of the BFD frame", HEADING},
	[AUTH] = {"text", "Authentication", HEADING},
	[AUTH_TYPE] = {"bfd.auth.type", "Authentication Type", U8, DEC, .under = AUTH,
		       WORDS(auth_words), .help = "How the sender proves who it is", .ref = "4.1"},
	[AUTH_LEN] = {"bfd.auth.len", "Authentication Length", U8, DEC, .under = AUTH,
		      .unit = " bytes", .help = "Octets of the proof", .ref = "4.1"},
	[AUTH_KEY] = {"bfd.auth.key", "Authentication Key ID", U8, DEC, .under = AUTH,
		      .help = "Which of several keys", .ref = "4.2"},
	[PASSWORD] = {"bfd.auth.password", "Password", STRING, .under = AUTH,
		      .help = "A password, for all to read", .ref = "4.2"},
	[WRONG_LEN] = {"text", "Length of authentication section", HEADING, .under = AUTH},
	[SEQUENCE] = {"bfd.auth.seq_num", "Sequence Number", U32, HEX, .under = AUTH,
		      .help = "Grows, against replays", .ref = "4.3"},
	[CHECKSUM] = {"bfd.checksum", "Checksum", BYTES, .under = AUTH,
		      .help = "Digest of packet and key", .ref = "4.3"},
	[AUTH_LEN_NOTE] =
		EXPERT("bfd.auth.len.invalid", "Length of authentication section is invalid",
		       WARNING, G_MALFORMED),
	[NO_AUTH_NOTE] = EXPERT(
		"bfd.auth.no_data",
		"Authentication flag is set in a BFD packet, but no authentication data is present",
		WARNING, G_MALFORMED),
};

/* Octets of a proof of that kind; 0: any number. */
static unsigned auth_octets(unsigned type)
{
	return type == SIMPLE || type > LAST_AUTH ? 0 : type < SHA1 ? 24 : 28;
}

static void put_digest(struct walk *w, struct cursor *c, unsigned type, unsigned len)
{
	static const char words[] =
		"Length of authentication section (%u) is invalid for Authentication Type: %s";
	const char *word = word_for(fields[AUTH_TYPE].words, type);

	if (len != auth_octets(type)) {
		uint32_t group = open_group(w, c, WRONG_LEN, 0);

		label_whole(w, words, len, word);
		expert(w, AUTH_LEN_NOTE, words, len, word);
		shut_group(w, group, NULL);
	}
	cursor_pull(c, 1);
	put(w, c, SEQUENCE, 4);
	put(w, c, CHECKSUM, auth_octets(type) - 8);
}

static void put_auth(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek), len = u8(&peek);
	const char *word = word_for(fields[AUTH_TYPE].words, type);
	uint32_t group = open_group(w, c, AUTH, len);

	if (word)
		label_whole(w, "Authentication: %s", word);
	else
		label_whole(w, "Authentication: Unknown Authentication Type (%u)", type);
	put(w, c, AUTH_TYPE, 1);
	put(w, c, AUTH_LEN, 1);
	put(w, c, AUTH_KEY, 1);
	if (type == SIMPLE && len > 3)
		put(w, c, PASSWORD, len - 3);
	else if (auth_octets(type))
		put_digest(w, c, type, len);
	shut_group(w, group, NULL);
}

static void put_no_auth(struct walk *w, struct cursor *c, unsigned len)
{
	static const char words[] = "Authentication: Length of the BFD frame is invalid (%u)";
	uint32_t group = open_group(w, c, WRONG_FRAME, 0);

	label_whole(w, words, len);
	expert(w, NO_AUTH_NOTE, words, len);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned version = (unsigned)span_bits(l->bytes, 0, 3, false);
	bool auth = version && span_bits(l->bytes, 13, 1, false);
	unsigned len = (unsigned)span_bits(l->bytes, 24, 8, false);

	if (!auth || !trouble_wanted(w))
		return;
	if (len >= 28)
		put_auth(w, c);
	else
		put_no_auth(w, c, len);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c), flags = u8(&c);
	const char *why = word_for(fields[DIAG].words, first & 31);

	(void)r;
	text_format(t, "Diag: %s, ", why ? why : "Unknown");
	if (first >> 5)
		text_format(t, "State: %s, Flags: 0x%02x",
			    word_for(fields[STATE_ROW].words, flags >> 6), flags & 62);
	else
		text_format(t, "Flags: 0x%02x", flags);
}

static const struct hang hangs[] = {
	{"udp.port", 3784}, {"udp.port", 4784}, {"udp.port", 6784}, {"udp.port", 7784}, {0}};

const struct proto proto_bfd = {
	.brief = "BFD Control",
	.spec = "RFC 5880",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 24,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
