/* SPDX-License-Identifier: BSD-2-Clause */
/* ISAKMP: keys, nonces, proofs, what is encrypted, and payloads that nobody reads. */
/* RFC 2408; RFC 3947; RFC 7296; RFC 7383. */
#include "shared/isakmp.h"

enum {
	KEYS,
	GROUP = IKE_OWN,
	KEY_DATA,
	HASH,
	SIGNATURE,
	NONCE,
	NAT_HASH,
	ID_TYPE,
	NAT_IPV4,
	NAT_IPV6,
	METHOD,
	AUTH_DATA,
	ASN1_LEN,
	ASN1_DATA,
	SIG_VALUE,
	EAP,
	GSPM,
	IV,
	DATA,
	FRAG_NUMBER,
	FRAG_TOTAL,
	FRAG_BAD,
	FRAG_NOTE,
	CISCO_ID,
	CISCO_NUMBER,
	CISCO_LAST,
	SEQUENCE,
	ANY,
};

/* Types of payloads. */
enum {
	KE = 4,
	HASHED = 8,
	SIGNED = 9,
	NONCE_1 = 10,
	SEQ_1 = 18,
	NAT_D = 20,
	NAT_OA = 21,
	KE_2 = 34,
	AUTH = 39,
	NONCE_2 = 40,
	ENCRYPTED = 46,
	EAP_2 = 48,
	GSPM_2 = 49,
	FRAGMENT = 53,
	NAT_D_DRAFT = 130,
	NAT_OA_DRAFT = 131,
	CISCO_FRAGMENT = 132,
};

#define DIGITAL_SIGNATURE 14

static const struct word method_words[] = {
	{0, "RESERVED TO IANA"},
	{1, "RSA Digital Signature"},
	{2, "Shared Key Message Integrity Code"},
	{3, "DSS Digital Signature"},
	{4, "RESERVED TO IANA", 8},
	{9, "ECDSA with SHA-256 on the P-256 curve"},
	{10, "ECDSA with SHA-384 on the P-384 curve"},
	{11, "ECDSA with SHA-512 on the P-521 curve"},
	{12, "Generic Secure Password Authentication Method"},
	{13, "NULL Authentication"},
	{14, "Digital Signature"},
	{15, "RESERVED TO IANA", 200},
	{201, "PRIVATE USE", 255},
};

static const struct word last_words[] = {{0, "More fragments"}, {1, "Last fragment"}};

static const struct field fields[] = {
	[KEYS] = {"isakmp.keys", "Keys", PROTO},
	IKE_HEAD_FIELDS,
	[GROUP] = {"isakmp.key_exchange.dh_group", "DH Group #", U16, DEC, .words = &ike_groups,
		   .help = "The group of the key exchange", .ref = "RFC 7296, 3.4"},
	[KEY_DATA] = {"isakmp.key_exchange.data", "Key Exchange Data", BYTES,
		      .help = "The sender's public value", .ref = "RFC 7296, 3.4"},
	[HASH] = {"isakmp.hash", "Hash DATA", BYTES, .help = "Proof that the message is whole",
		  .ref = "RFC 2408, 3.11"},
	[SIGNATURE] = {"isakmp.sig", "Signature DATA", BYTES, .help = "Proof of who the sender is",
		       .ref = "RFC 2408, 3.12"},
	[NONCE] = {"isakmp.nonce", "Nonce DATA", BYTES, .help = "Random octets",
		   .ref = "RFC 7296, 3.9"},
	[NAT_HASH] = {"isakmp.ike.nat_hash", "HASH of the address and port", BYTES,
		      .help = "Tells whether a NAT stands between", .ref = "RFC 3947, 3.2"},
	[ID_TYPE] = {"isakmp.id.type", "ID type", U8, DEC, .words = &ike_ids_1,
		     .help = "What kind of address", .ref = "RFC 3947, 5.2"},
	[NAT_IPV4] = {"isakmp.ike.nat_original_address_ipv4", "NAT Original IPv4 Address", IPV4,
		      .help = "An address as it was before the NAT", .ref = "RFC 3947, 5.2"},
	[NAT_IPV6] = {"isakmp.ike.nat_original_address_ipv6", "NAT Original IPv6 Address", IPV6,
		      .help = "An address as it was before the NAT", .ref = "RFC 3947, 5.2"},
	[METHOD] = {"isakmp.auth.method", "Authentication Method", U8, DEC, WORDS(method_words),
		    .help = "How the sender proves who it is", .ref = "RFC 7296, 3.8"},
	[AUTH_DATA] = {"isakmp.auth.data", "Authentication Data", BYTES, .help = "The proof",
		       .ref = "RFC 7296, 3.8"},
	[ASN1_LEN] = {"isakmp.auth.data.sig.asn1.len", "ASN.1 Length", U8, DEC,
		      .help = "Octets of the algorithm", .ref = "RFC 7427, 3"},
	[ASN1_DATA] = {"isakmp.auth.data.sig.asn1.data", "ASN.1 Data", BYTES,
		       .help = "The algorithm", .ref = "RFC 7427, 3"},
	[SIG_VALUE] = {"isakmp.auth.data.sig.value", "Signature Value", BYTES,
		       .help = "The signature", .ref = "RFC 7427, 3"},
	[EAP] = {"isakmp.eap.data", "EAP Message", BYTES, .help = "A message of EAP",
		 .ref = "RFC 7296, 3.16"},
	[GSPM] = {"isakmp.gspm.data", "GSPM", BYTES, .help = "A message of a password method",
		  .ref = "RFC 6467, 4.2"},
	[IV] = {"isakmp.enc.iv", "Initialization Vector", BYTES, .help = "Where encryption begins",
		.ref = "RFC 7296, 3.14"},
	[DATA] = {"isakmp.enc.data", "Encrypted Data", NONE,
		  .help = "What only the two ends can read", .ref = "RFC 7296, 3.14"},
	[FRAG_NUMBER] = {"isakmp.frag.number", "Fragment Number", U16, DEC,
			 .help = "Which fragment, from 1", .ref = "RFC 7383, 2.5"},
	[FRAG_TOTAL] = {"isakmp.frag.total", "Total Fragments", U16, DEC,
			.help = "How many there are", .ref = "RFC 7383, 2.5"},
	[FRAG_BAD] = {"text", "Fragment number", HEADING},
	[FRAG_NOTE] = EXPERT("isakmp.fragment_number.invalid", "Invalid fragment numbering", ERROR,
			     G_MALFORMED),
	[CISCO_ID] = {"isakmp.frag.packetid", "Frag ID", U16, HEX,
		      .help = "Which message it is a part of"},
	[CISCO_NUMBER] = {"isakmp.frag.seq", "Frag seq", U8, DEC, .help = "Which fragment, from 1"},
	[CISCO_LAST] = {"isakmp.frag.last", "Frag last", U8, DEC, WORDS(last_words),
			.help = "Whether it is the last one"},
	[SEQUENCE] = {"isakmp.seq.seq", "Sequence Number", U32, DEC, .help = "Against replays",
		      .ref = "RFC 6407, 5.7"},
	[ANY] = {"isakmp.datapayload", "Data Payload", BYTES, .help = "A payload nobody reads"},
};

static void put_keys(struct walk *w, struct layer *l, struct cursor *c)
{
	if (ike_version(l) == 2) {
		put(w, c, GROUP, 2);
		put(w, c, IKE_RESERVED, 2);
	}
	ike_rest(w, c, KEY_DATA);
}

static void put_original(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)put(w, c, ID_TYPE, 1);

	(void)l;
	cursor_pull(c, 3);
	if (type == 1)
		put(w, c, NAT_IPV4, 4);
	else if (type == 5)
		put(w, c, NAT_IPV6, 16);
}

static void put_signature(struct walk *w, struct cursor *c)
{
	uint32_t len = (uint32_t)put(w, c, ASN1_LEN, 1);

	put(w, c, ASN1_DATA, len);
	if (!c->bad)
		ike_rest(w, c, SIG_VALUE);
}

static void put_auth(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned method = (unsigned)put(w, c, METHOD, 1);
	struct cursor data;

	(void)l;
	put(w, c, IKE_RESERVED, 3);
	data = *c;
	ike_rest(w, c, AUTH_DATA);
	if (method != DIGITAL_SIGNATURE || c->bad)
		return;
	w->depth++;
	put_signature(w, &data);
	w->depth--;
	c->bad = data.bad;
}

/* Without the key nobody knows how long vector and checksum are: Wireshark shows four octets. */
static void put_encrypted(struct walk *w, struct layer *l, struct cursor *c)
{
	if (ike_version(l) != 2)
		return;
	put(w, c, IV, 4);
	if (!c->bad)
		ike_rest(w, c, DATA);
}

static void put_fragment(struct walk *w, struct layer *l, struct cursor *c)
{
	static const char words[] =
		"Fragment number (%u) must not be greater than total fragments (%u)";
	struct ike_state *s = ike_state_of(l);
	unsigned number = (unsigned)put(w, c, FRAG_NUMBER, 2), total;
	struct cursor peek = *c;

	total = u16(&peek);
	if (number > total) {
		uint32_t group = open_group(w, c, FRAG_BAD, 0);

		label_whole(w, words, number, total);
		expert(w, FRAG_NOTE, words, number, total);
		shut_group(w, group, NULL);
	}
	put(w, c, FRAG_TOTAL, 2);
	if (s && !c->bad)
		s->fragment = (uintptr_t)ike_words(w, " (fragment %u/%u)", number, total);
}

/* Cisco's fragments of IKEv1, which aren't put together here. */
static void put_cisco_fragment(struct walk *w, struct layer *l, struct cursor *c)
{
	struct ike_state *s = ike_state_of(l);
	unsigned number, last;

	put(w, c, CISCO_ID, 2);
	number = (unsigned)put(w, c, CISCO_NUMBER, 1);
	last = (unsigned)put(w, c, CISCO_LAST, 1);
	if (s && !c->bad)
		s->fragment = (uintptr_t)ike_words(w, " (Message fragment %u%s)", number,
						   last ? " - last" : "");
}

/* Payloads that are one row. */
static const struct {
	uint8_t type;
	uint8_t row;
} plain[] = {
	{HASHED, HASH},   {SIGNED, SIGNATURE}, {NONCE_1, NONCE},
	{NONCE_2, NONCE}, {NAT_D, NAT_HASH},   {NAT_D_DRAFT, NAT_HASH},
	{EAP_2, EAP},     {GSPM_2, GSPM},      {SEQ_1, SEQUENCE},
};

static void put_plain(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned row = ANY;

	for (unsigned i = 0; i < COUNT(plain); i++)
		if (plain[i].type == ike_type(l))
			row = plain[i].row;
	ike_rest(w, c, row);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (ike_type(l)) {
	case KE:
	case KE_2:
		put_keys(w, l, c);
		break;
	case NAT_OA:
	case NAT_OA_DRAFT:
		put_original(w, l, c);
		break;
	case AUTH:
		put_auth(w, l, c);
		break;
	case ENCRYPTED:
		put_encrypted(w, l, c);
		break;
	case FRAGMENT:
		put_fragment(w, l, c);
		break;
	case CISCO_FRAGMENT:
		put_cisco_fragment(w, l, c);
		break;
	default:
		put_plain(w, l, c);
		break;
	}
}

static const struct hang hangs[] = {{"isakmp.payload", IKE_NOBODY}, {0}};

const struct proto proto_isakmp_keys = {
	.brief = "ISAKMP",
	.no_column = true,
	.bare = true,
	.prefix = "isakmp",
	.spec = "RFC 7296",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"isakmp.payload"}},
	.hangs = hangs,
	.rest = rest,
};
