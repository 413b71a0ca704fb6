/* SPDX-License-Identifier: BSD-2-Clause */
/* EAP over LANs: who may use the link, and with which keys. */
/* IEEE Std 802.1X-2010. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	EAPOL,
	VERSION,
	TYPE,
	LENGTH,
	KEY_TYPE,
	KEY_BODY,
	KEY_LEN,
	COUNTER,
	KEY_IV,
	KEY_INDEX,
	INDEX_TYPE,
	INDEX_NUMBER,
	SIGNATURE,
	KEY,
	LOCAL_KEY,
};

static const struct word version_words[] = {
	{1, "802.1X-2001"},
	{2, "802.1X-2004"},
	{3, "802.1X-2010"},
};

static const struct word type_words[] = {
	{0, "EAP Packet"},
	{1, "Start"},
	{2, "Logoff"},
	{3, "Key"},
	{4, "Encapsulated ASF Alert"},
	{5, "MKA"},
	{6, "Announcement (Generic)"},
	{7, "Announcement (Specific)"},
	{8, "Announcement Request"},
};

static const struct word key_type_words[] = {
	{1, "RC4 Descriptor"},
	{2, "EAPOL RSN Key"},
	{254, "EAPOL WPA Key"},
};

static const struct word index_type_words[] = {{0, "Broadcast"}, {1, "Unicast"}};

static const struct field fields[] = {
	[EAPOL] = {"eapol", "802.1X Authentication", PROTO},
	[VERSION] = {"eapol.version", "Version", U8, DEC, WORDS(version_words),
		     .help = "Version of the protocol", .ref = "11.3"},
	[TYPE] = {"eapol.type", "Type", U8, DEC, WORDS(type_words),
		  .help = "What the message is for", .ref = "11.3"},
	[LENGTH] = {"eapol.len", "Length", U16, DEC, .help = "Octets that follow", .ref = "11.3"},
	[KEY_TYPE] = {"eapol.keydes.type", "Key Descriptor Type", U8, DEC, WORDS(key_type_words),
		      .help = "How the key is described", .ref = "11.9"},
	[KEY_BODY] = {"eapol.keydes.body", "Key Descriptor Body", BYTES,
		      .help = "A description that nobody knows", .ref = "11.9"},
	[KEY_LEN] = {"eapol.keydes.key_len", "Key Length", U16, DEC, .help = "Octets of the key",
		     .ref = "11.9"},
	[COUNTER] = {"eapol.keydes.replay_counter", "Replay Counter", U64, DEC,
		     .help = "Never falls", .ref = "11.9"},
	[KEY_IV] = {"eapol.keydes.key_iv", "Key IV", BYTES, .help = "What the cipher starts with",
		    .ref = "11.9"},
	[KEY_INDEX] = {"eapol.keydes.key_index", "Key Index", U8, HEX, .help = "Which key",
		       .ref = "11.9"},
	[INDEX_TYPE] = {"eapol.keydes.key_index.type", "Type", BOOL, AT(0, 1), .under = KEY_INDEX,
			WORDS(index_type_words), .help = "For one station, or for all",
			.ref = "11.9"},
	[INDEX_NUMBER] = {"eapol.keydes.key_index.number", "Number", U8, DEC, AT(1, 7),
			  .under = KEY_INDEX, .help = "Its number", .ref = "11.9"},
	[SIGNATURE] = {"eapol.keydes.key_signature", "Key Signature", BYTES,
		       .help = "A digest of the message", .ref = "11.9"},
	[KEY] = {"eapol.keydes.key", "Key", BYTES, .help = "The key, encrypted", .ref = "11.9"},
	[LOCAL_KEY] = {"eapol.keydes.key.generated_locally", "Key Generated Locally", BOOL,
		       .help = "Both ends know the key already", .ref = "11.9"},
};

#define HEAD 4

enum { EAP_PACKET, KEY_MESSAGE = 3 };
enum { RC4 = 1 };

static unsigned type_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 1);

	return u8(&c);
}

static void put_rc4(struct walk *w, struct cursor *c)
{
	unsigned len = (unsigned)put(w, c, KEY_LEN, 2);
	bool local;

	put_layout(w, c, PARTS({COUNTER, 8}, {KEY_IV, 16}, {KEY_INDEX, 1}, {SIGNATURE, 16}));
	if (c->bad || !len)
		return;
	local = !c->left.wire;
	if (!local)
		put(w, c, KEY, c->left.wire < len ? c->left.wire : len);
	put_value(w, LOCAL_KEY, c->at, 0, local);
}

static void put_key(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)put(w, c, KEY_TYPE, 1);
	const struct plan *part = also_by(l, 0, type);

	if (c->bad)
		return;
	if (type == RC4)
		put_rc4(w, c);
	else if (part)
		*c = walk_part(w, part, *c);
	else
		put_layout(w, c, PARTS({KEY_BODY, TO_END}));
}

static uint32_t total_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);

	return HEAD + u16(&c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = type_of(l);

	put_layout(w, c, PARTS({VERSION, 1}, {TYPE, 1}, {LENGTH, 2}));
	if (c->bad)
		return;
	if (type == KEY_MESSAGE)
		put_key(w, l, c);
	else if (type == EAP_PACKET)
		walk_next(w, next_by(l, type), *c);
	else if (c->left.wire)
		walk_next(w, NULL, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(fields[TYPE].words, type_of(l));

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown Type (0x%02X)", type_of(l));
}

static const struct hang hangs[] = {{"ethertype", 0x888e}, {"ethertype", 0x88c7}, {0}};

const struct proto proto_eapol = {
	.brief = "EAPOL",
	.spec = "IEEE Std 802.1X-2010",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.table = "eapol.type", .row = TYPE, .also = {"eapol.keydes.type"}},
	.total_len = total_len,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
