/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Security Association and Key Management Protocol: messages of IKEv1 and IKEv2. */
/* RFC 2408; RFC 7296. */
#include "shared/isakmp.h"

enum {
	ISAKMP,
	ISPI = IKE_OWN,
	RSPI,
	FIRST,
	VERSION,
	MAJOR,
	MINOR,
	EXCHANGE_1,
	EXCHANGE_2,
	FLAGS,
	ENCRYPTION,
	COMMIT,
	AUTHENTICATION,
	FLAGS_2,
	INITIATOR,
	HIGHER,
	RESPONSE,
	MESSAGE_ID,
	LENGTH,
	ENCRYPTED,
};

#define HEADER_LEN 28

/* Exchange types of version 1, and of version 2. */
static const struct word exchanges_1[] = {
	{0, "NONE"},
	{1, "Base"},
	{2, "Identity Protection (Main Mode)"},
	{3, "Authentication Only"},
	{4, "Aggressive"},
	{5, "Informational"},
	{6, "Transaction (Config Mode)"},
	{32, "Quick Mode"},
	{33, "New Group Mode"},
};
static const struct word exchanges_2[] = {
	{34, "IKE_SA_INIT"},   {35, "IKE_AUTH"},           {36, "CREATE_CHILD_SA"},
	{37, "INFORMATIONAL"}, {38, "IKE_SESSION_RESUME"},
};
static const struct word encryption_words[] = {{0, "Not encrypted"}, {1, "Encrypted"}};
static const struct word commit_words[] = {{0, "No commit"}, {1, "Commit"}};
static const struct word authentication_words[] = {{0, "No authentication"}, {1, "Authentication"}};
static const struct word initiator_words[] = {{0, "Responder"}, {1, "Initiator"}};
static const struct word higher_words[] = {{0, "No higher version"},
					   {1, "A higher version enabled"}};
static const struct word response_words[] = {{0, "Request"}, {1, "Response"}};

static void form_version(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u.%u", (unsigned)n->u >> 4, (unsigned)n->u & 15);
}

/* The flags of version 2, whose words stand in the line. */
static void form_flags_2(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x (%s, %s, %s)", (unsigned)n->u, initiator_words[n->u >> 3 & 1].text,
		    higher_words[n->u >> 4 & 1].text, response_words[n->u >> 5 & 1].text);
}

#define FLAG(filter, title, bit, above, version, table, what, section)                            \
	{                                                                                         \
		filter, title, BOOL, AT(152 + (bit), 1), .under = above, WHEN_IN(MAJOR, version), \
							 WORDS(table), .help = (what),            \
							 .ref = (section)                         \
	}

static const struct field fields[] = {
	[ISAKMP] = {"isakmp", "Internet Security Association and Key Management Protocol", PROTO},
	IKE_HEAD_FIELDS,
	[ISPI] = {"isakmp.ispi", "Initiator SPI", BYTES, AT(0, 64),
		  .help = "The initiator's number of the association", .ref = "RFC 7296, 3.1"},
	[RSPI] = {"isakmp.rspi", "Responder SPI", BYTES, AT(64, 64),
		  .help = "The responder's number of it; 0: unknown", .ref = "RFC 7296, 3.1"},
	[FIRST] = {"isakmp.nextpayload", "Next payload", U8, DEC, AT(128, 8),
		   .words = &ike_payloads, .help = "The first payload", .ref = "RFC 7296, 3.1"},
	[VERSION] = {"isakmp.version", "Version", U8, HEX, AT(136, 8), .form = form_version,
		     .help = "Major and minor version", .ref = "RFC 7296, 3.1"},
	[MAJOR] = {"isakmp.mjver", "MjVer", U8, HEX, AT(136, 4), .under = VERSION,
		   .help = "1: IKEv1, 2: IKEv2", .ref = "RFC 7296, 3.1"},
	[MINOR] = {"isakmp.mnver", "MnVer", U8, HEX, AT(140, 4), .under = VERSION,
		   .help = "Always 0", .ref = "RFC 7296, 3.1"},
	[EXCHANGE_1] = {"isakmp.exchangetype", "Exchange type", U8, DEC, AT(144, 8),
			WHEN_IN(MAJOR, 1), WORDS(exchanges_1), .help = "What is being agreed on",
			.ref = "RFC 2408, 3.1"},
	[EXCHANGE_2] = {"isakmp.exchangetype", "Exchange type", U8, DEC, AT(144, 8),
			WHEN_IN(MAJOR, 2), WORDS(exchanges_2), .help = "What is being agreed on",
			.ref = "RFC 7296, 3.1"},
	[FLAGS] = {"isakmp.flags", "Flags", U8, HEX, AT(152, 8), WHEN_NOT_IN(MAJOR, 2),
		   .help = "Options of the message", .ref = "RFC 2408, 3.1"},
	[ENCRYPTION] = FLAG("isakmp.flag_e", "Encryption", 7, FLAGS, 1, encryption_words,
			    "All behind the header is encrypted", "RFC 2408, 3.1"),
	[COMMIT] = FLAG("isakmp.flag_c", "Commit", 6, FLAGS, 1, commit_words,
			"The other side waits until the association stands", "RFC 2408, 3.1"),
	[AUTHENTICATION] =
		FLAG("isakmp.flag_a", "Authentication", 5, FLAGS, 1, authentication_words,
		     "Authenticated, but not encrypted", "RFC 2408, 3.1"),
	[FLAGS_2] = {"isakmp.flags", "Flags", U8, HEX, AT(152, 8), WHEN_IN(MAJOR, 2),
		     .form = form_flags_2, .help = "Options of the message",
		     .ref = "RFC 7296, 3.1"},
	[INITIATOR] = FLAG("isakmp.flag_i", "Initiator", 4, FLAGS_2, 2, initiator_words,
			   "The sender began the association", "RFC 7296, 3.1"),
	[HIGHER] = FLAG("isakmp.flag_v", "Version", 3, FLAGS_2, 2, higher_words,
			"The sender could speak a higher version", "RFC 7296, 3.1"),
	[RESPONSE] = FLAG("isakmp.flag_r", "Response", 2, FLAGS_2, 2, response_words,
			  "An answer to the message with the same number", "RFC 7296, 3.1"),
	[MESSAGE_ID] = {"isakmp.messageid", "Message ID", U32, HEX, AT(160, 32),
			.help = "Which exchange, or which message", .ref = "RFC 7296, 3.1"},
	[LENGTH] = {"isakmp.length", "Length", U32, DEC, .help = "Octets of the message",
		    .ref = "RFC 7296, 3.1"},
	[ENCRYPTED] = {"isakmp.enc.data", "Encrypted Data", NONE,
		       .help = "What only the two ends can read", .ref = "RFC 2408, 3.1"},
};

static uint32_t message_len(const struct layer *l)
{
	return (uint32_t)span_bits(l->bytes, 192, 32, false);
}

static bool claims(const struct layer *l)
{
	return l->bytes.cap >= HEADER_LEN && message_len(l) >= HEADER_LEN;
}

static void note(struct walk *w, struct layer *l)
{
	new_state(w, l, sizeof(struct ike_state));
}

static void put_encrypted(struct walk *w, struct cursor *c)
{
	uint32_t len = c->left.wire;

	if (!len)
		return;
	put(w, c, ENCRYPTED, len);
	label_tail(w, " (%u byte%s)", len, plural(len));
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t len = message_len(l);
	struct cursor body, number = layer_cursor(l, 24);

	if (len > INT32_MAX) {
		put(w, &number, LENGTH, 4);
		label_value(w, "(bogus, length is %u, which is too large)", len);
		return;
	}
	if (len - HEADER_LEN > c->left.wire) {
		cursor_fail(c, len - HEADER_LEN);
		return;
	}
	put(w, &number, LENGTH, 4);
	body = cursor_first(*c, len - HEADER_LEN);
	if (VALUE(l, MAJOR) == 1 && VALUE(l, ENCRYPTION))
		put_encrypted(w, &body);
	else
		ike_chain(w, l, &body, (unsigned)VALUE(l, FIRST));
	c->bad = body.bad;
}

static void put_exchange(struct text *t, const struct layer *l, unsigned row)
{
	unsigned type = (unsigned)VALUE(l, row);
	const char *word = word_for(fields[row].words, type);

	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown %u", type);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct ike_state *s = (const struct ike_state *)l->state;
	unsigned major = (unsigned)VALUE(l, MAJOR);

	(void)r;
	if (major == 1)
		put_exchange(t, l, EXCHANGE_1);
	if (major == 2) {
		put_exchange(t, l, EXCHANGE_2);
		text_format(t, " MID=%02u %s %s", (unsigned)VALUE(l, MESSAGE_ID),
			    initiator_words[VALUE(l, INITIATOR)].text,
			    response_words[VALUE(l, RESPONSE)].text);
	}
	if (s && s->fragment != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->fragment);
}

static const struct hang hangs[] = {{"udp.port", 500}, {0}};

const struct proto proto_isakmp = {
	.brief = "ISAKMP",
	.spec = "RFC 2408",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER_LEN,
	.next = {.also = {"isakmp.payload"}},
	.hangs = hangs,
	.claims = claims,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
