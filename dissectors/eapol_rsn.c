/* SPDX-License-Identifier: BSD-2-Clause */
/* EAP over LANs: keys of wireless networks. */
/* IEEE Std 802.11-2020, 12.7. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	PART,
	NUMBER,
	INFO,
	I_VERSION,
	I_TYPE,
	I_INDEX,
	I_INSTALL,
	I_ACK,
	I_MIC,
	I_SECURE,
	I_ERROR,
	I_REQUEST,
	I_ENCRYPTED,
	I_SMK,
	KEY_LEN,
	COUNTER,
	NONCE,
	KEY_IV,
	RSC,
	ID,
	MIC,
	DATA_LEN,
	DATA,
};

static const struct word i_version_words[] = {
	{1, "RC4 Cipher, HMAC-MD5 MIC"},
	{2, "AES Cipher, HMAC-SHA1 MIC"},
	{3, "AES Cipher, AES-128-CMAC MIC"},
};

static const struct word i_type_words[] = {{0, "Group Key"}, {1, "Pairwise Key"}};

static void form_hex(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%04x", (unsigned)n->u);
}

static const struct field fields[] = {
	[PART] = {"wlan_rsna_eapol.part", "IEEE 802.11 RSNA EAPOL key", PROTO},
	[NUMBER] = {"wlan_rsna_eapol.keydes.msgnr", "Message number", U8, DEC, .traits = GENERATED,
		    .help = "Which message of the four", .ref = "12.7.2"},
	[INFO] = {"wlan_rsna_eapol.keydes.key_info", "Key Information", U16, HEX, .form = form_hex,
		  .help = "All flags", .ref = "12.7.2"},
	[I_VERSION] = {"wlan_rsna_eapol.keydes.key_info.keydes_version", "Key Descriptor Version",
		       U16, DEC, AT(13, 3), BOX(16, 13), .under = INFO, WORDS(i_version_words),
		       .help = "Which ciphers are in use", .ref = "12.7.2"},
	[I_TYPE] = {"wlan_rsna_eapol.keydes.key_info.key_type", "Key Type", BOOL, AT(12, 1),
		    BOX(16, 12), .under = INFO, WORDS(i_type_words),
		    .help = "For one station, or for all", .ref = "12.7.2"},
	[I_INDEX] = {"wlan_rsna_eapol.keydes.key_info.key_index", "Key Index", U16, DEC, AT(10, 2),
		     BOX(16, 10), .under = INFO, .help = "Always 0", .ref = "12.7.2"},
	[I_INSTALL] = {"wlan_rsna_eapol.keydes.key_info.install", "Install", BOOL, AT(9, 1),
		       BOX(16, 9), .under = INFO, WORDS(set_notset),
		       .help = "The key is to be used from now on", .ref = "12.7.2"},
	[I_ACK] = {"wlan_rsna_eapol.keydes.key_info.key_ack", "Key ACK", BOOL, AT(8, 1), BOX(16, 8),
		   .under = INFO, WORDS(set_notset), .help = "An answer is wanted",
		   .ref = "12.7.2"},
	[I_MIC] = {"wlan_rsna_eapol.keydes.key_info.key_mic", "Key MIC", BOOL, AT(7, 1), BOX(16, 7),
		   .under = INFO, WORDS(set_notset), .help = "There is a digest", .ref = "12.7.2"},
	[I_SECURE] = {"wlan_rsna_eapol.keydes.key_info.secure", "Secure", BOOL, AT(6, 1),
		      BOX(16, 6), .under = INFO, WORDS(set_notset),
		      .help = "Both ends have their keys", .ref = "12.7.2"},
	[I_ERROR] = {"wlan_rsna_eapol.keydes.key_info.error", "Error", BOOL, AT(5, 1), BOX(16, 5),
		     .under = INFO, WORDS(set_notset), .help = "A digest was wrong",
		     .ref = "12.7.2"},
	[I_REQUEST] = {"wlan_rsna_eapol.keydes.key_info.request", "Request", BOOL, AT(4, 1),
		       BOX(16, 4), .under = INFO, WORDS(set_notset),
		       .help = "The station asks for keys", .ref = "12.7.2"},
	[I_ENCRYPTED] = {"wlan_rsna_eapol.keydes.key_info.encrypted_key_data", "Encrypted Key Data",
			 BOOL, AT(3, 1), BOX(16, 3), .under = INFO, WORDS(set_notset),
			 .help = "The data are encrypted", .ref = "12.7.2"},
	[I_SMK] = {"wlan_rsna_eapol.keydes.key_info.smk_message", "SMK Message", BOOL, AT(2, 1),
		   BOX(16, 2), .under = INFO, WORDS(set_notset), .help = "It is about two stations",
		   .ref = "12.7.2"},
	[KEY_LEN] = {"eapol.keydes.key_len", "Key Length", U16, DEC, .help = "Octets of the key",
		     .ref = "12.7.2"},
	[COUNTER] = {"eapol.keydes.replay_counter", "Replay Counter", U64, DEC,
		     .help = "Never falls", .ref = "12.7.2"},
	[NONCE] = {"wlan_rsna_eapol.keydes.nonce", "WPA Key Nonce", BYTES,
		   .help = "A random number", .ref = "12.7.2"},
	[KEY_IV] = {"eapol.keydes.key_iv", "Key IV", BYTES, .help = "What the cipher starts with",
		    .ref = "12.7.2"},
	[RSC] = {"wlan_rsna_eapol.keydes.rsc", "WPA Key RSC", BYTES,
		 .help = "Number of the last frame", .ref = "12.7.2"},
	[ID] = {"wlan_rsna_eapol.keydes.id", "WPA Key ID", BYTES, .help = "Always 0",
		.ref = "12.7.2"},
	[MIC] = {"wlan_rsna_eapol.keydes.mic", "WPA Key MIC", BYTES, .help = "The digest",
		 .ref = "12.7.2"},
	[DATA_LEN] = {"wlan_rsna_eapol.keydes.data_len", "WPA Key Data Length", U16, DEC,
		      .help = "Octets of the data", .ref = "12.7.2"},
	[DATA] = {"wlan_rsna_eapol.keydes.data", "WPA Key Data", BYTES,
		  .help = "Elements, perhaps encrypted", .ref = "12.7.2"},
};

#define DATA_LEN_AT 92 /* octets before the length of the data */

enum { PAIRWISE = 0x08, ACK = 0x80, MIC_SET = 0x100, SECURE = 0x200, ENCRYPTED = 0x1000 };

/* Which message of the handshake, by what it sets and what it brings. */
static unsigned number_of(unsigned info, unsigned len)
{
	if (!(info & PAIRWISE))
		return info & ACK ? 1 : 2;
	if (info & ACK)
		return info & MIC_SET ? 3 : 1;
	if (info & SECURE)
		return 4;
	return len ? 2 : 4;
}

static const char *words_of(struct walk *w, unsigned info, unsigned number)
{
	struct text t = {0};
	const char *words;

	text_format(&t, info & PAIRWISE ? "Key (Message %u of 4)" : "Key (Group Message %u of 2)",
		    number);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	return words;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, data, len_at = *c;
	unsigned info = u16(&peek), len, number;

	cursor_pull(&len_at, DATA_LEN_AT);
	len = u16(&len_at);
	number = number_of(info, len);
	((struct layer *)(uintptr_t)l->parent)->says = words_of(w, info, number);
	put_value(w, NUMBER, c->at, 2, number);
	put_layout(w, c,
		   PARTS({INFO, 2}, {KEY_LEN, 2}, {COUNTER, 8}, {NONCE, 32}, {KEY_IV, 16}, {RSC, 8},
			 {ID, 8}, {MIC, 16}, {DATA_LEN, 2}));
	if (c->bad || !len)
		return;
	data = cursor_first(*c, len);
	put(w, c, DATA, len);
	w->depth++;
	if (!(info & ENCRYPTED) && !c->bad) {
		data = walk_part(w, also_by(l, 0, 0), data);
		c->bad = data.bad;
	}
	w->depth--;
}

static const struct hang hangs[] = {{"eapol.keydes.type", 2}, {"eapol.keydes.type", 254}, {0}};

const struct proto proto_eapol_rsn = {
	.brief = "EAPOL",
	.no_column = true,
	.bare = true,
	.prefix = "wlan_rsna_eapol",
	.spec = "IEEE Std 802.11-2020",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"eapol.tags"}},
	.hangs = hangs,
	.rest = rest,
};
