/* SPDX-License-Identifier: BSD-2-Clause */
/* Extensible Authentication Protocol. */
/* RFC 3748. */
#include "shared/eap.h"
#include "flow/conv.h"
#include "shared/layout.h"

enum {
	EAP,
	CODE,
	ID,
	LENGTH,
	TYPE,
	MITM,
	BAD_LENGTH,
	DATA,
	IDENTITY,
	IDENTITY_WORDS,
	DESIRED,
	MD5_SIZE,
	MD5_VALUE,
	MD5_EXTRA,
	TLS_FLAGS,
	TLS_L,
	TLS_M,
	TLS_S,
	LOOSE,
	TLS_VERSION,
	TLS_LEN,
	SIM_SUBTYPE,
	SIM_RESERVED,
	SIM_ATTRIBUTE,
	SIM_TYPE,
	SIM_LEN,
	SIM_NOTIFICATION,
	SIM_ERROR,
	SIM_VALUE,
	ACTUAL_LEN,
	PADDING,
	AKA_SUBTYPE,
	AKA_RESERVED,
	AKA_ATTRIBUTE,
	AKA_TYPE,
	AKA_LEN,
	AKA_NOTIFICATION,
	AKA_ERROR,
	AKA_VALUE,
};

static const struct word code_words[] = {
	{1, "Request"}, {2, "Response"}, {3, "Success"},
	{4, "Failure"}, {5, "Initiate"}, {6, "Finish"},
};

static const struct word sim_subtype_words[] = {
	{10, "Start"},        {11, "Challenge"}, {12, "Notification"}, {13, "Re-authentication"},
	{14, "Client-Error"},
};

static const struct word sim_type_words[] = {
	{1, "AT_RAND"},
	{2, "AT_AUTN"},
	{3, "AT_RES"},
	{4, "AT_AUTS"},
	{6, "AT_PADDING"},
	{7, "AT_NONCE_MT"},
	{10, "AT_PERMANENT_ID_REQ"},
	{11, "AT_MAC"},
	{12, "AT_NOTIFICATION"},
	{13, "AT_ANY_ID_REQ"},
	{14, "AT_IDENTITY"},
	{15, "AT_VERSION_LIST"},
	{16, "AT_SELECTED_VERSION"},
	{17, "AT_FULLAUTH_ID_REQ"},
	{19, "AT_COUNTER"},
	{20, "AT_COUNTER_TOO_SMALL"},
	{21, "AT_NONCE_S"},
	{22, "AT_CLIENT_ERROR_CODE"},
	{23, "AT_KDF_INPUT"},
	{24, "AT_KDF"},
	{128, "Unassigned"},
	{129, "AT_IV"},
	{130, "AT_ENCR_DATA"},
	{131, "Unassigned"},
	{132, "AT_NEXT_PSEUDONYM"},
	{133, "AT_NEXT_REAUTH_ID"},
	{134, "AT_CHECKCODE"},
	{135, "AT_RESULT_IND"},
	{136, "AT_BIDDING"},
	{137, "AT_IPMS_IND"},
	{138, "AT_IPMS_RES"},
	{139, "AT_TRUST_IND"},
	{140, "AT_SHORT_NAME_FOR_NETWORK"},
	{141, "AT_FULL_NAME_FOR_NETWORK"},
	{142, "AT_RQSI_IND"},
	{143, "AT_RQSI_RES"},
	{144, "AT_TWAN_CONN_MODE"},
	{145, "AT_VIRTUAL_NETWORK_ID"},
	{146, "AT_VIRTUAL_NETWORK_REQ"},
	{147, "AT_CONNECTIVITY_TYPE"},
	{148, "AT_HANDOVER_INDICATION"},
	{149, "AT_HANDOVER_SESSION_ID"},
	{150, "AT_MN_SERIAL_ID"},
	{151, "AT_DEVICE_IDENTITY"},
};

static const struct word sim_notification_words[] = {
	{0, "General Failure after Authentication"},
	{1026, "User has been temporarily denied access"},
	{1031, "User has not subscribed to the requested service"},
	{8192, "Failure to Terminate the Authentication Exchange"},
	{16384, "General Failure"},
	{32768, "Success"},
};

static const struct word sim_error_words[] = {
	{0, "Unable to process packet"},
	{1, "Unsupported version"},
	{2, "Insufficient number of challenges"},
	{3, "RANDs are not fresh"},
};

static const struct word aka_subtype_words[] = {
	{1, "AKA-Challenge"},
	{2, "AKA-Authentication-Reject"},
	{4, "AKA-Synchronization-Failure"},
	{5, "AKA-Identity"},
	{12, "Notification"},
	{13, "Re-authentication"},
	{14, "Client-Error"},
};

static const struct word eap_types[] = {
	{1, "Identity"},
	{2, "Notification"},
	{3, "Legacy Nak (Response Only)"},
	{4, "MD5-Challenge EAP (EAP-MD5-CHALLENGE)"},
	{5, "One-Time Password EAP (EAP-OTP)"},
	{6, "Generic Token Card EAP (EAP-GTC)"},
	{7, "Allocated"},
	{8, "Allocated"},
	{9, "RSA Public Key Authentication EAP (EAP-RSA-PKA)"},
	{10, "DSS Unilateral EAP (EAP-DSS)"},
	{11, "KEA EAP (EAP-KEA)"},
	{12, "KEA Validate EAP (EAP-KEA-VALIDATE)"},
	{13, "TLS EAP (EAP-TLS)"},
	{14, "Defender Token EAP (EAP-AXENT)"},
	{15, "RSA Security SecurID EAP (EAP-RSA-SECURID)"},
	{16, "Arcot Systems EAP (EAP-ARCOT-SYSTEMS)"},
	{17, "Cisco Wireless EAP / Lightweight EAP (EAP-LEAP)"},
	{18, "GSM Subscriber Identity Modules EAP (EAP-SIM)"},
	{19, "Secure Remote Password SHA1 Part 1 EAP (EAP-SRP-SHA1-PART1)"},
	{20, "Secure Remote Password SHA1 Part 2 EAP (EAP-SRP-SHA1-PART2)"},
	{21, "Tunneled TLS EAP (EAP-TTLS)"},
	{22, "Remote Access Service EAP (EAP-RAS)"},
	{23, "UMTS Authentication and Key Agreement EAP (EAP-AKA)"},
	{24, "3Com Wireless EAP (EAP-3COM-WIRELESS)"},
	{25, "Protected EAP (EAP-PEAP)"},
	{26, "MS-Authentication EAP (EAP-MS-AUTH)"},
	{27, "Mutual Authentication w/Key Exchange EAP (EAP-MAKE)"},
	{28, "CRYPTOCard EAP (EAP-CRYPTOCARD)"},
	{29, "MS-CHAP-v2 EAP (EAP-MS-CHAP-V2)"},
	{30, "DynamID EAP (EAP-DYNAMID)"},
	{31, "Rob EAP (EAP-ROB)"},
	{32, "Protected One-Time Password EAP (EAP-POTP)"},
	{33, "MS-Authentication TLV EAP (EAP-MS-AUTH-TLV)"},
	{34, "SentriNET (EAP-SENTRINET)"},
	{35, "Actiontec Wireless EAP (EAP-ACTIONTEC-WIRELESS)"},
	{36, "Cogent Systems Biometrics Authentication EAP (EAP-COGENT-BIOMETRIC)"},
	{37, "AirFortress EAP (EAP-AIRFORTRESS)"},
	{38, "HTTP Digest EAP (EAP-HTTP-DIGEST)"},
	{39, "SecureSuite EAP (EAP-SECURESUITE)"},
	{40, "DeviceConnect EAP (EAP-DEVICECONNECT)"},
	{41, "Simple Password Exponential Key Exchange EAP (EAP-SPEKE)"},
	{42, "MOBAC EAP (EAP-MOBAC)"},
	{43, "Flexible Authentication via Secure Tunneling EAP (EAP-FAST)"},
	{44, "ZoneLabs EAP (EAP-ZLXEAP)"},
	{45, "Link EAP (EAP-LINK)"},
	{46, "Password Authenticated eXchange EAP (EAP-PAX)"},
	{47, "Pre-Shared Key EAP (EAP-PSK)"},
	{48, "Shared-secret Authentication and Key Establishment EAP (EAP-SAKE)"},
	{49, "Internet Key Exchange v2 EAP (EAP-IKEv2)"},
	{50, "UMTS Authentication and Key Agreement' EAP (EAP-AKA')"},
	{51, "Generalized Pre-Shared Key EAP (EAP-GPSK)"},
	{52, "Password EAP (EAP-pwd)"},
	{53, "Encrypted Key Exchange v1 EAP (EAP-EKEv1)"},
	{55, "Tunneled EAP protocol"},
	{254, "Expanded Type"},
	{255, "Experimental"},
};
static const struct words types = {eap_types, COUNT(eap_types)};

static void form_hex8(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x", (unsigned)n->u);
}

static const struct field fields[] = {
	[EAP] = {"eap", "Extensible Authentication Protocol", PROTO},
	[CODE] = {"eap.code", "Code", U8, DEC, WORDS(code_words), .help = "What the message is for",
		  .ref = "4"},
	[ID] = {"eap.id", "Id", U8, DEC, .help = "Which request is answered", .ref = "4"},
	[LENGTH] = {"eap.len", "Length", U16, DEC, .help = "Octets of the message", .ref = "4"},
	[TYPE] = {"eap.type", "Type", U8, DEC, .words = &types,
		  .help = "How the peer proves who it is", .ref = "4"},
	[BAD_LENGTH] = EXPERT("eap.bad_length", "Bad length (too small or too large)", WARNING,
			      G_PROTOCOL),
	[MITM] = EXPERT("eap.mitm_attacks",
			"Vulnerable to MITM attacks. If possible, change EAP type.", WARNING,
			G_SECURITY),
	[DATA] = {"eap.data", "EAP Data", BYTES, .help = "What nobody knows", .ref = "4"},
	[IDENTITY] = {"eap.identity", "Identity", STRING, .help = "Who the peer says it is",
		      .ref = "5.1"},
	[IDENTITY_WORDS] = {"eap.notification", "Notification", STRING, .help = "A text for people",
			    .ref = "5.2"},
	[DESIRED] = {"eap.desired_type", "Desired Auth Type", U8, DEC, .words = &types,
		     .help = "Another way that it would like", .ref = "5.3.1"},
	[MD5_SIZE] = {"eap.md5.value_size", "EAP-MD5 Value-Size", U8, DEC,
		      .help = "Octets of the digest", .ref = "5.4"},
	[MD5_VALUE] = {"eap.md5.value", "EAP-MD5 Value", BYTES,
		       .help = "A challenge, or its digest", .ref = "5.4"},
	[MD5_EXTRA] = {"eap.md5.extra_data", "EAP-MD5 Extra Data", BYTES, .help = "A name",
		       .ref = "5.4"},
	[TLS_FLAGS] = {"eap.tls.flags", "EAP-TLS Flags", U8, HEX, .form = form_hex8,
		       .help = "All flags", .ref = "RFC 5216, 3.1"},
	[TLS_L] = {"eap.tls.flags.len_included", "Length Included", BOOL, AT(0, 1),
		   .under = TLS_FLAGS, .help = "The length of all fragments is along",
		   .ref = "RFC 5216, 3.1"},
	[TLS_M] = {"eap.tls.flags.more_fragments", "More Fragments", BOOL, AT(1, 1),
		   .under = TLS_FLAGS, .help = "More fragments follow", .ref = "RFC 5216, 3.1"},
	[TLS_S] = {"eap.tls.flags.start", "Start", BOOL, AT(2, 1), .under = TLS_FLAGS,
		   .help = "The exchange begins", .ref = "RFC 5216, 3.1"},
	[LOOSE] = {"text", "Parts", HEADING},
	[TLS_VERSION] = {"eap.tls.flags.version", "Version", U8, DEC, AT(5, 3), .under = LOOSE,
			 .help = "Version of the way", .ref = "RFC 5216, 3.1"},
	[TLS_LEN] = {"eap.tls.len", "EAP-TLS Length", U32, DEC, .help = "Octets of all fragments",
		     .ref = "RFC 5216, 3.1"},
	[SIM_SUBTYPE] = {"eap.sim.subtype", "EAP-SIM Subtype", U8, DEC, WORDS(sim_subtype_words),
			 .help = "What the message is for", .ref = "RFC 4186, 8.1"},
	[SIM_RESERVED] = {"eap.sim.reserved", "EAP-SIM Reserved", U16, HEX, .help = "Always 0",
			  .ref = "RFC 4186, 8.1"},
	[SIM_ATTRIBUTE] = {"eap.sim.subtype.attribute", "EAP-SIM Attribute", NONE,
			   .help = "An attribute", .ref = "RFC 4186, 8.1"},
	[SIM_TYPE] = {"eap.sim.subtype.type", "EAP-SIM Type", U8, DEC, WORDS(sim_type_words),
		      .help = "What it tells", .ref = "RFC 4186, 8.1"},
	[SIM_LEN] = {"eap.sim.subtype.len", "EAP-SIM Length", U8, DEC,
		     .help = "Words of four octets, with its head", .ref = "RFC 4186, 8.1"},
	[SIM_NOTIFICATION] = {"eap.sim.notification_type", "EAP-SIM Notification Type", U16, DEC,
			      WORDS(sim_notification_words), .help = "What the peer is to know",
			      .ref = "RFC 4186, 8.1"},
	[SIM_ERROR] = {"eap.sim.error_code", "EAP-SIM Error Code", U16, DEC, WORDS(sim_error_words),
		       .help = "What went wrong", .ref = "RFC 4186, 8.1"},
	[SIM_VALUE] = {"eap.sim.subtype.value", "EAP-SIM Value", BYTES, .help = "Its value",
		       .ref = "RFC 4186, 8.1"},
	[ACTUAL_LEN] = {"eap.identity.actual_len", "Identity Actual Length", U16, DEC,
			.help = "Octets of the name without what fills it up",
			.ref = "RFC 4186, 8.1"},
	[PADDING] = {"eap.identity.padding", "Padding", BYTES, .help = "Fills it up",
		     .ref = "RFC 4186, 8.1"},
	[AKA_SUBTYPE] = {"eap.aka.subtype", "EAP-AKA Subtype", U8, DEC, WORDS(aka_subtype_words),
			 .help = "What the message is for", .ref = "RFC 4187, 8.1"},
	[AKA_RESERVED] = {"eap.aka.reserved", "EAP-AKA Reserved", U16, HEX, .help = "Always 0",
			  .ref = "RFC 4187, 8.1"},
	[AKA_ATTRIBUTE] = {"eap.aka.subtype.attribute", "EAP-AKA Attribute", NONE,
			   .help = "An attribute", .ref = "RFC 4187, 8.1"},
	[AKA_TYPE] = {"eap.aka.subtype.type", "EAP-AKA Type", U8, DEC, WORDS(sim_type_words),
		      .help = "What it tells", .ref = "RFC 4187, 8.1"},
	[AKA_LEN] = {"eap.aka.subtype.len", "EAP-AKA Length", U8, DEC,
		     .help = "Words of four octets, with its head", .ref = "RFC 4187, 8.1"},
	[AKA_NOTIFICATION] = {"eap.aka.notification_type", "EAP-AKA Notification Type", U16, DEC,
			      WORDS(sim_notification_words), .help = "What the peer is to know",
			      .ref = "RFC 4187, 8.1"},
	[AKA_ERROR] = {"eap.aka.error_code", "EAP-AKA Error Code", U16, DEC, WORDS(sim_error_words),
		       .help = "What went wrong", .ref = "RFC 4187, 8.1"},
	[AKA_VALUE] = {"eap.aka.subtype.value", "EAP-AKA Value", BYTES, .help = "Its value",
		       .ref = "RFC 4187, 8.1"},
};

#define HEAD 4

enum { REQUEST = 1, RESPONSE };
enum {
	T_IDENTITY = 1,
	T_NOTIFICATION,
	T_NAK,
	T_MD5,
	T_TLS = 13,
	T_SIM = 18,
	T_TTLS = 21,
	T_AKA = 23,
	T_PEAP = 25,
	T_FAST = 43,
	T_AKA2 = 50,
	T_EXPANDED = 254
};
enum { AT_NOTIFICATION = 12, AT_IDENTITY = 14, AT_CLIENT_ERROR = 22 };

/* --- types --- */

static void put_md5(struct walk *w, struct cursor *c)
{
	unsigned n = (unsigned)put(w, c, MD5_SIZE, 1);

	if (!c->bad)
		put(w, c, MD5_VALUE, n);
	if (c->left.wire && !c->bad)
		put(w, c, MD5_EXTRA, c->left.wire);
}

/* What a conversation remembers of each way. */
struct pending {
	bool more[2]; /* further pieces of a flight are to come */
};

/* A flight in one piece is walked; those in more are only shown as such. */
static void walk_tls(struct walk *w, struct layer *l, struct cursor *c, bool more)
{
	static const char table_key;
	bool from_a, *pending;
	struct pending *p = conv_own(conv_get(w, &table_key, 0, 0, sizeof *p, &from_a));

	pending = &p->more[!from_a];
	if (!more && !*pending && c->left.wire)
		walk_inside(w, also_by(l, 0, 0), *c);
	*pending = more;
}

static void put_tls(struct walk *w, struct layer *l, struct cursor *c, bool version)
{
	struct cursor head = *c;
	unsigned flags = (unsigned)put(w, c, TLS_FLAGS, 1);

	w->depth++;
	if (version && !c->bad)
		put_slice(w, head, TLS_VERSION, 1);
	w->depth--;
	if (flags & 0x80 && !c->bad)
		put(w, c, TLS_LEN, 4);
	if (!c->bad)
		walk_tls(w, l, c, flags & 0x40);
}

/* Rows of the attributes of SIM, or of AKA, in the same order. */
#define ROW(sim_row) (base + (sim_row)-SIM_SUBTYPE)

static void put_value_of(struct walk *w, struct cursor *c, unsigned type, unsigned base)
{
	struct cursor peek = *c;
	uint32_t len = u16(&peek);

	if (type == AT_IDENTITY) {
		put(w, c, ACTUAL_LEN, 2);
		put(w, c, IDENTITY, len < c->left.wire ? len : c->left.wire);
		if (c->left.wire && !c->bad)
			put(w, c, PADDING, c->left.wire);
	} else if (type == AT_NOTIFICATION) {
		put(w, c, ROW(SIM_NOTIFICATION), 2);
	} else if (type == AT_CLIENT_ERROR) {
		put(w, c, ROW(SIM_ERROR), 2);
	} else if (c->left.wire) {
		put(w, c, ROW(SIM_VALUE), c->left.wire);
	}
}

static void put_attributes(struct walk *w, struct cursor *c, unsigned base)
{
	put(w, c, ROW(SIM_SUBTYPE), 1);
	put(w, c, ROW(SIM_RESERVED), 2);
	while (c->left.wire >= 2 && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u8(&peek);
		uint32_t len = u8(&peek) * 4, group = open_group(w, c, ROW(SIM_ATTRIBUTE), len);

		label_tail(w, ": %s (%u)", row_word(w, ROW(SIM_TYPE), type, "Unknown"), type);
		put(w, c, ROW(SIM_TYPE), 1);
		put(w, c, ROW(SIM_LEN), 1);
		body = cursor_first(*c, len > 2 ? len - 2 : 0);
		if (!c->bad)
			put_value_of(w, &body, type, base);
		shut_group(w, group, NULL);
		cursor_take(c, len > 2 ? len - 2 : 0);
		if (body.bad)
			c->bad = body.bad;
	}
}

static void put_body(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	switch (type) {
	case T_IDENTITY:
		put_layout(w, c, PARTS({IDENTITY, TO_END}));
		break;
	case T_NOTIFICATION:
		put_layout(w, c, PARTS({IDENTITY_WORDS, TO_END}));
		break;
	case T_NAK:
		put(w, c, DESIRED, 1);
		break;
	case T_MD5:
		put_md5(w, c);
		break;
	case T_TLS:
	case T_TTLS:
	case T_PEAP:
	case T_FAST:
		put_tls(w, l, c, type != T_TLS);
		break;
	case T_SIM:
		put_attributes(w, c, SIM_SUBTYPE);
		break;
	case T_AKA:
	case T_AKA2:
		put_attributes(w, c, AKA_SUBTYPE);
		break;
	case T_EXPANDED:
		*c = walk_part(w, also_by(w->now, 1, 0), *c);
		break;
	default:
		put_layout(w, c, PARTS({DATA, TO_END}));
		break;
	}
}

enum { HEADER = 4 }; /* octets before the type */

static uint32_t total_len(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);
	uint32_t len = u16(&c);

	return len < HEADER ? 0 : len;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned code, type, len;

	code = (unsigned)put(w, c, CODE, 1);
	put(w, c, ID, 1);
	len = (unsigned)put(w, c, LENGTH, 2);
	if (!c->bad && (len < HEADER || len - HEADER > c->left.wire)) {
		expert(w, BAD_LENGTH, NULL);
		cursor_take(c, c->left.wire);
		return;
	}
	if (c->bad || (code != REQUEST && code != RESPONSE) || !c->left.wire)
		return;
	type = (unsigned)put(w, c, TYPE, 1);
	if (type == T_MD5 && !c->bad)
		expert(w, MITM, NULL);
	if (c->left.wire && !c->bad)
		put_body(w, l, c, type);
	if (!c->bad)
		cursor_take(c, c->left.wire);
}

/* EAP over LANs names itself alone. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->nameless = layer_up(l->parent, "eapol");
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned code = u8(&c), type;
	const char *word = word_for(fields[CODE].words, code);

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown code (0x%02X)", code);
	if (code != REQUEST && code != RESPONSE)
		return;
	cursor_pull(&c, 3);
	type = u8(&c);
	if (c.bad)
		return;
	word = word_for(&types, type);
	text_put(t, ", ");
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown type (0x%02X)", type);
	if (type == T_EXPANDED)
		eap_put_expanded(t, c);
}

static const struct hang hangs[] = {
	{"eapol.type", 0}, {"ppp.protocol", 0xc227}, {"radius.eap", 0}, {0}};

const struct proto proto_eap = {
	.brief = "EAP",
	.spec = "RFC 3748",
	.fields = fields,
	.n_fields = COUNT(fields),
	.total_len = total_len,
	.next = {.also = {"eap.tls", "eap.part"}},
	.hangs = hangs,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
