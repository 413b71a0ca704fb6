/* SPDX-License-Identifier: BSD-2-Clause */
/* The mobility header of Mobile IPv6. */
/* RFC 6275, 6.1. */
#include "core/walk.h"
#include "shared/ip.h"

enum {
	MIPV6,
	NEXT,
	HLEN,
	MH_TYPE,
	RESERVED,
	CSUM,
	BRR,
	HOTI,
	HOTI_COOKIE,
	COTI,
	COTI_COOKIE,
	HOT,
	HOT_INDEX,
	HOT_COOKIE,
	HOT_TOKEN,
	COT,
	COT_INDEX,
	COT_COOKIE,
	COT_TOKEN,
	BU,
	BU_SEQ,
	BU_A,
	BU_H,
	BU_L,
	BU_K,
	BU_M,
	BU_R,
	BU_P,
	BU_F,
	BU_T,
	BU_B,
	BU_LIFETIME,
	BA,
	BA_STATUS,
	BA_K,
	BA_R,
	BA_P,
	BA_T,
	BA_B,
	BA_SEQ,
	BA_LIFETIME,
	BE,
	BE_STATUS,
	BE_HOME,
	FNA,
	DATA,
	OPTIONS,
	OPT_EACH,
	OPT_LEN,
	OPT_UNKNOWN,
	OPT_PAD1,
	OPT_PADN,
	PADN,
	OPT_BRA,
	BRA_INTERVAL,
	OPT_ACOA,
	ACOA,
	OPT_NI,
	NI_HOME,
	NI_CARE_OF,
	OPT_BAD,
	AUTHENTICATOR,
	OPT_MNP,
	MNP_LEN,
	MNP,
	OPT_AUTH,
	AUTH_SUBTYPE,
	AUTH_SPI,
	AUTH_DATA,
	OPT_BAD_LENGTH,
	BAD_OPTION,
};

enum {
	TYPE_BRR,
	TYPE_HOTI,
	TYPE_COTI,
	TYPE_HOT,
	TYPE_COT,
	TYPE_BU,
	TYPE_BA,
	TYPE_BE,
	N_TYPES,
};

#define HEAD 6
#define UNIT 8
#define SECONDS 4 /* lifetimes count units of so many */

static const struct word types[] = {
	{0, "Binding Refresh Request"},
	{1, "Home Test Init"},
	{2, "Care-of Test Init"},
	{3, "Home Test"},
	{4, "Care-of Test"},
	{5, "Binding Update"},
	{6, "Binding Acknowledgement"},
	{7, "Binding Error"},
	{8, "Fast Binding Update"},
	{9, "Fast Binding Acknowledgment"},
	{10, "Fast Neighbor Advertisement"},
	{11, "Experimental Mobility Header"},
	{12, "Home Agent Switch"},
	{13, "Heartbeat"},
	{14, "Handover Initiate"},
	{15, "Handover Acknowledge"},
	{16, "Binding Revocation"},
	{17, "Localized Routing Initiation"},
	{18, "Localized Routing Acknowledgment"},
};
static const struct words types_words = {types, COUNT(types)};

static const struct word ba_statuses[] = {
	{0, "Binding Update accepted"},
	{1, "Accepted but prefix discovery necessary"},
	{2, "GRE_KEY_OPTION_NOT_REQUIRED"},
	{3, "GRE_TUNNELING_BUT_TLV_HEADER_NOT_SUPPORTED"},
	{4, "MCOA NOTCOMPLETE"},
	{5, "MCOA RETURNHOME WO/NDP"},
	{6, "PBU_ACCEPTED_TB_IGNORED_SETTINGSMISMATCH"},
	{128, "Reason unspecified"},
	{129, "Administratively prohibited"},
	{130, "Insufficient resources"},
	{131, "Home registration not supported"},
	{132, "Not home subnet"},
	{133, "Not home agent for this mobile node"},
	{134, "Duplicate Address Detection failed"},
	{135, "Sequence number out of window"},
	{136, "Expired home nonce index"},
	{137, "Expired care-of nonce index"},
	{138, "Expired nonces"},
	{139, "Registration type change disallowed"},
	{140, "Mobile Router Operation not permitted"},
	{141, "Invalid Prefix"},
	{142, "Not Authorized for Prefix"},
	{143, "Mobile Network Prefix information unavailable"},
	{145, "Proxy Registration not supported by the LMA"},
	{146, "Proxy Registrations from this MAG not allowed"},
	{147, "No home address for this NAI"},
	{148, "Invalid Time Stamp Option"},
	{149, "Permanent home keygen token exists"},
	{150, "Non-null home nonce index expected"},
	{151, "SERVICE_AUTHORIZATION_FAILED"},
	{152, "PROXY_REG_NOT_ENABLED"},
	{153, "NOT_LMA_FOR_THIS_MOBILE_NODE"},
	{154, "MAG_NOT_AUTHORIZED_FOR_PROXY_REG"},
	{155, "NOT_AUTHORIZED_FOR_HOME_NETWORK_PREFIX"},
	{156, "TIMESTAMP_MISMATCH"},
	{157, "TIMESTAMP_LOWER_THAN_PREV_ACCEPTED"},
	{158, "MISSING_HOME_NETWORK_PREFIX_OPTION"},
	{159, "BCE_PBU_PREFIX_SET_DO_NOT_MATCH"},
	{160, "MISSING_MN_IDENTIFIER_OPTION"},
	{161, "MISSING_HANDOFF_INDICATOR_OPTION"},
	{162, "MISSING_ACCESS_TECH_TYPE_OPTION"},
	{163, "GRE_KEY_OPTION_REQUIRED"},
	{164, "MCOA MALFORMED"},
	{165, "MCOA NON-MCOA BINDING EXISTS"},
	{166, "MCOA PROHIBITED"},
	{167, "MCOA UNKNOWN COA"},
	{168, "MCOA BULK REGISTRATION PROHIBITED"},
	{169, "MCOA SIMULTANEOUS HOME AND FOREIGN PROHIBITED"},
	{170, "NOT_AUTHORIZED_FOR_IPV4_MOBILITY_SERVICE"},
	{171, "NOT_AUTHORIZED_FOR_IPV4_HOME_ADDRESS"},
	{172, "NOT_AUTHORIZED_FOR_IPV6_MOBILITY_SERVICE"},
	{173, "MULTIPLE_IPV4_HOME_ADDRESS_ASSIGNMENT_NOT_SUPPORTED"},
	{174, "Invalid Care-of Address"},
	{175, "INVALID_MOBILE_NODE_GROUP_IDENTIFIER"},
	{176, "REINIT_SA_WITH_HAC"},
	{177, "NOT_AUTHORIZED_FOR_DELEGATED_MNP"},
	{178, "REQUESTED_DMNP_IN_USE"},
};

static const struct word be_statuses[] = {
	{1, "Unknown binding for Home Address destination option"},
	{2, "Unrecognized MH type value"},
};

static const struct word auth_subtypes[] = {
	{0, "Reserved (not available for assignment)"},
	{3, "HMAC_SHA1_SPI"},
	{5, "Reserved for use by 3GPP2"},
};

static const struct word bu_a[] = {{0, "Binding Acknowledgement not requested"},
				   {1, "Binding Acknowledgement requested"}};
static const struct word bu_h[] = {{0, "No Home Registration"}, {1, "Home Registration"}};
static const struct word bu_l[] = {{0, "No Link-Local Address Compatibility"},
				   {1, "Link-Local Address Compatibility"}};
static const struct word bu_k[] = {{0, "No Key Management Mobility Compatibility"},
				   {1, "Key Management Mobility Compatibility"}};
static const struct word bu_m[] = {{0, "No MAP Registration Compatibility"},
				   {1, "MAP Registration Compatibility"}};
static const struct word bu_r[] = {{0, "No Mobile Router Compatibility"},
				   {1, "Mobile Router Compatibility"}};
static const struct word bu_p[] = {{0, "No Proxy Registration"}, {1, "Proxy Registration"}};
static const struct word bu_f[] = {{0, "No Forcing UDP encapsulation"},
				   {1, "Forcing UDP encapsulation used"}};
static const struct word bu_t[] = {{0, "No TLV-header format"}, {1, "TLV-header format used"}};
static const struct word bu_b[] = {{0, "Disable bulk binding update support"},
				   {1, "Enable bulk binding update support"}};
static const struct word ba_k[] = {{0, "No Key Management Mobility Compatibility"},
				   {1, "Key Management Mobility Compatibility"}};
static const struct word ba_r[] = {{0, "No Mobile Router Compatibility"},
				   {1, "Mobile Router Compatibility"}};
static const struct word ba_p[] = {{0, "No Proxy Registration"}, {1, "Proxy Registration"}};
static const struct word ba_t[] = {{0, "No TLV-header format"}, {1, "TLV-header format used"}};
static const struct word ba_b[] = {{0, "Disabled bulk binding update support"},
				   {1, "Enabled bulk binding update support"}};

/* "3600 (14400 seconds)" */
static void form_lifetime(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (%u seconds)", (unsigned)n->u, (unsigned)n->u * SECONDS);
}

/* "1 (16 bytes)" */
static void form_hlen(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (%u bytes)", (unsigned)n->u, (unsigned)(n->u + 1) * UNIT);
}

#define OPTION(row, name, what)                  \
	[row] = {"mip6.options." name,           \
		 what,                           \
		 BYTES,                          \
		 .under = OPTIONS,               \
		 .traits = OWN_NAME,             \
		 .line = "MIPv6 Option - " what, \
		 .help = what}

static const struct field fields[] = {
	[MIPV6] = {"mipv6", "Mobile IPv6", PROTO},
	[NEXT] = {"mip6.proto", "Payload protocol", U8, DEC, AT(0, 8), .words = &ip_protocols,
		  .preset = 59, .help = "What stands behind the header: nothing", .ref = "6.1.1"},
	[HLEN] = {"mip6.hlen", "Header length", U8, DEC, AT(8, 8), .form = form_hlen,
		  .help = "Units of 8 octets behind the first", .ref = "6.1.1"},
	[MH_TYPE] = {"mip6.mhtype", "Mobility Header Type", U8, DEC, AT(16, 8),
		     .words = &types_words, .help = "Which message", .ref = "6.1.1"},
	[RESERVED] = {"mip6.reserved", "Reserved", U8, HEX, AT(24, 8), .help = "Always 0",
		      .ref = "6.1.1"},
	[CSUM] = {"mip6.csum", "Checksum", U16, HEX, AT(32, 16),
		  .help = "Over pseudo header and message", .ref = "6.1.1"},
	[BRR] = {"mip6.binding_refresh_request", "Binding Refresh Request", BYTES,
		 .help = "Asks for an update", .ref = "6.1.2"},
	[HOTI] = {"text", "Home Test Init", HEADING},
	[HOTI_COOKIE] = {"mip6.hoti.cookie", "Home Init Cookie", U64, HEX, AT(16, 64),
			 .under = HOTI, .help = "To be sent back", .ref = "6.1.3"},
	[COTI] = {"text", "Care-of Test Init", HEADING},
	[COTI_COOKIE] = {"mip6.coti.cookie", "Care-of Init Cookie", U64, HEX, AT(16, 64),
			 .under = COTI, .help = "To be sent back", .ref = "6.1.4"},
	[HOT] = {"text", "Home Test", HEADING},
	[HOT_INDEX] = {"mip6.hot.nindex", "Home Nonce Index", U16, DEC, AT(0, 16), .under = HOT,
		       .help = "Which nonce made the token", .ref = "6.1.5"},
	[HOT_COOKIE] = {"mip6.hot.cookie", "Home Init Cookie", U64, HEX, AT(16, 64), .under = HOT,
			.help = "As it was sent", .ref = "6.1.5"},
	[HOT_TOKEN] = {"mip6.hot.token", "Home Keygen Token", U64, HEX, AT(80, 64), .under = HOT,
		       .help = "Half of a key", .ref = "6.1.5"},
	[COT] = {"text", "Care-of Test", HEADING},
	[COT_INDEX] = {"mip6.cot.nindex", "Care-of Nonce Index", U16, DEC, AT(0, 16), .under = COT,
		       .help = "Which nonce made the token", .ref = "6.1.6"},
	[COT_COOKIE] = {"mip6.cot.cookie", "Care-of Init Cookie", U64, HEX, AT(16, 64),
			.under = COT, .help = "As it was sent", .ref = "6.1.6"},
	[COT_TOKEN] = {"mip6.hot.token", "Home Keygen Token", U64, HEX, AT(80, 64), .under = COT,
		       .help = "Half of a key", .ref = "6.1.6"},
	[BU] = {"text", "Binding Update", HEADING},
	[BU_SEQ] = {"mip6.bu.seqnr", "Sequence number", U16, DEC, AT(0, 16), .under = BU,
		    .help = "Counts updates", .ref = "6.1.7"},
	[BU_A] = {"mip6.bu.a_flag", "Acknowledge (A) flag", BOOL, AT(16, 1), BOX(16, 0),
		  .under = BU, WORDS(bu_a), .help = "An answer is wanted", .ref = "6.1"},
	[BU_H] = {"mip6.bu.h_flag", "Home Registration (H) flag", BOOL, AT(17, 1), BOX(16, 1),
		  .under = BU, WORDS(bu_h), .help = "The receiver is to be the home agent",
		  .ref = "6.1"},
	[BU_L] = {"mip6.bu.l_flag", "Link-Local Compatibility (L) flag", BOOL, AT(18, 1),
		  BOX(16, 2), .under = BU, WORDS(bu_l),
		  .help = "Both addresses have the same interface part", .ref = "6.1"},
	[BU_K] = {"mip6.bu.k_flag", "Key Management Compatibility (K) flag", BOOL, AT(19, 1),
		  BOX(16, 3), .under = BU, WORDS(bu_k), .help = "Keys outlive moves", .ref = "6.1"},
	[BU_M] = {"mip6.bu.m_flag", "MAP Registration Compatibility (M) flag", BOOL, AT(20, 1),
		  BOX(16, 4), .under = BU, WORDS(bu_m), .help = "To a mobility anchor point",
		  .ref = "6.1"},
	[BU_R] = {"mip6.nemo.bu.r_flag", "Mobile Router (R) flag", BOOL, AT(21, 1), BOX(16, 5),
		  .under = BU, WORDS(bu_r), .help = "From a mobile router", .ref = "6.1"},
	[BU_P] = {"mip6.bu.p_flag", "Proxy Registration (P) flag", BOOL, AT(22, 1), BOX(16, 6),
		  .under = BU, WORDS(bu_p), .help = "From a proxy", .ref = "6.1"},
	[BU_F] = {"mip6.bu.f_flag", "Forcing UDP encapsulation (F) flag", BOOL, AT(23, 1),
		  BOX(16, 7), .under = BU, WORDS(bu_f), .help = "Tunnel by UDP", .ref = "6.1"},
	[BU_T] = {"mip6.bu.t_flag", "TLV-header format (T) flag", BOOL, AT(24, 1), BOX(16, 8),
		  .under = BU, WORDS(bu_t), .help = "Tunnel with a TLV header", .ref = "6.1"},
	[BU_B] = {"mip6.bu.b_flag", "Bulk-Binding-Update flag (B)", BOOL, AT(25, 1), BOX(16, 9),
		  .under = BU, WORDS(bu_b), .help = "For several at once", .ref = "6.1"},
	[BU_LIFETIME] = {"mip6.bu.lifetime", "Lifetime", U16, DEC, AT(32, 16), .under = BU,
			 .form = form_lifetime, .help = "How long it holds good", .ref = "6.1.7"},
	[BA] = {"text", "Binding Acknowledgement", HEADING},
	[BA_STATUS] = {"mip6.ba.status", "Status", U8, DEC, AT(0, 8), .under = BA,
		       WORDS(ba_statuses), .help = "How the update went", .ref = "6.1.8"},
	[BA_K] = {"mip6.ba.k_flag", "Key Management Compatibility (K) flag", BOOL, AT(8, 1),
		  .under = BA, WORDS(ba_k), .help = "Keys outlive moves", .ref = "6.1"},
	[BA_R] = {"mip6.nemo.ba.r_flag", "Mobile Router (R) flag", BOOL, AT(9, 1), .under = BA,
		  WORDS(ba_r), .help = "To a mobile router", .ref = "6.1"},
	[BA_P] = {"mip6.ba.p_flag", "Proxy Registration (P) flag", BOOL, AT(10, 1), .under = BA,
		  WORDS(ba_p), .help = "To a proxy", .ref = "6.1"},
	[BA_T] = {"mip6.ba.t_flag", "TLV-header format (T) flag", BOOL, AT(11, 1), .under = BA,
		  WORDS(ba_t), .help = "Tunnel with a TLV header", .ref = "6.1"},
	[BA_B] = {"mip6.ba.b_flag", "Bulk-Binding-Update flag (B)", BOOL, AT(12, 1), .under = BA,
		  WORDS(ba_b), .help = "For several at once", .ref = "6.1"},
	[BA_SEQ] = {"mip6.ba.seqnr", "Sequence number", U16, DEC, AT(16, 16), .under = BA,
		    .help = "Of the update", .ref = "6.1.8"},
	[BA_LIFETIME] = {"mip6.ba.lifetime", "Lifetime", U16, DEC, AT(32, 16), .under = BA,
			 .form = form_lifetime, .help = "How long it holds good", .ref = "6.1.8"},
	[BE] = {"text", "Binding Error", HEADING},
	[BE_STATUS] = {"mip6.be.status", "Status", U8, DEC, AT(0, 8), .under = BE,
		       WORDS(be_statuses), .help = "What is wrong", .ref = "6.1.9"},
	[BE_HOME] = {"mip6.be.haddr", "Home Address", IPV6, AT(16, 128), .under = BE,
		     .help = "Whose binding", .ref = "6.1.9"},
	[FNA] = {"mip6.fast_neighbor_advertisement", "Fast Neighbor Advertisement", BYTES,
		 .help = "The mobile has come", .ref = "RFC 4068, 6.3"},
	[DATA] = {"mip6.unknown_type_data", "Message Data", BYTES, .help = "Of an unknown message",
		  .ref = "6.1.1"},
	[OPTIONS] = {"text", "Mobility Options", HEADING},
	[OPT_EACH] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_LEN] = {"mip6.mobility_opt.len", "Length", U8, DEC, AT(8, 8), .under = OPT_EACH,
		     .help = "Octets of its value", .ref = "6.2.1"},
	[OPT_UNKNOWN] = {"text", "Unknown", HEADING, .under = OPTIONS,
			 .line = "IE data not dissected yet"},
	OPTION(OPT_PAD1, "pad1", "Pad1"),
	OPTION(OPT_PADN, "padn", "PadN"),
	[PADN] = {"mip6.padn", "PadN", BYTES, .at = 16, .traits = REST, .under = OPT_PADN,
		  .help = "Zeros", .ref = "6.2.3"},
	OPTION(OPT_BRA, "bra", "Binding Refresh Advice"),
	[BRA_INTERVAL] = {"mip6.bra.interval", "Refresh interval", U16, DEC, AT(16, 16),
			  .under = OPT_BRA, .form = form_lifetime, .help = "When to update",
			  .ref = "6.2.4"},
	OPTION(OPT_ACOA, "acoa", "Alternate Care-of Address"),
	[ACOA] = {"mip6.acoa.acoa", "Alternate care-of address", IPV6, AT(16, 128),
		  .under = OPT_ACOA, .help = "Where the mobile is", .ref = "6.2.5"},
	OPTION(OPT_NI, "ni", "Nonce Indices"),
	[NI_HOME] = {"mip6.ni.hni", "Home nonce index", U16, DEC, AT(16, 16), .under = OPT_NI,
		     .help = "Which nonce made the token", .ref = "6.2.6"},
	[NI_CARE_OF] = {"mip6.ni.cni", "Care-of nonce index", U16, DEC, AT(32, 16), .under = OPT_NI,
			.help = "Which nonce made the token", .ref = "6.2.6"},
	OPTION(OPT_BAD, "bad_auth", "Authorization Data"),
	[AUTHENTICATOR] = {"mip6.bad.auth", "Authenticator", BYTES, .at = 16, .traits = REST,
			   .under = OPT_BAD, .help = "Proves the sender", .ref = "6.2.7"},
	OPTION(OPT_MNP, "mnp", "Mobile Network Prefix"),
	[MNP_LEN] = {"mip6.nemo.mnp.pfl", "Mobile Network Prefix Length", U8, DEC, AT(24, 8),
		     .under = OPT_MNP, .help = "Bits that count", .ref = "RFC 3963, 4.3"},
	[MNP] = {"mip6.nemo.mnp.mnp", "Mobile Network Prefix", IPV6, AT(32, 128), .under = OPT_MNP,
		 .help = "A network that moves along", .ref = "RFC 3963, 4.3"},
	OPTION(OPT_AUTH, "auth", "AUTH-OPTION-TYPE"),
	[AUTH_SUBTYPE] = {"mip6.auth.subtype", "Subtype", U8, DEC, AT(16, 8), .under = OPT_AUTH,
			  WORDS(auth_subtypes), .help = "Between whom", .ref = "RFC 4285, 5"},
	[AUTH_SPI] = {"mip6.auth.mobility_spi", "Mobility SPI", U32, DEC, AT(24, 32),
		      .under = OPT_AUTH, .help = "Which association", .ref = "RFC 4285, 5"},
	[AUTH_DATA] = {"mip6.auth.auth_data", "Authentication Data", BYTES, .at = 56,
		       .traits = REST, .under = OPT_AUTH, .help = "Proves the sender",
		       .ref = "RFC 4285, 5"},
	[OPT_BAD_LENGTH] =
		EXPERT("mip6.opt.len.invalid", "Invalid length for option", WARNING, G_PROTOCOL),
	[BAD_OPTION] = {"text", "Bad option", HEADING, .under = OPTIONS},
};

/* Says below the option's length that it should be another one; what fits is shown all the same. */
static void check_length(struct walk *w, const struct cursor *c, uint32_t right)
{
	uint32_t group = w->last, n = c->left.wire;
	const struct node *option, *len;

	if (n == right || group == NO_NODE)
		return;
	option = &w->r.nodes[group];
	len = node_below(&w->r, option, OPT_LEN);
	if (len)
		w->last = (uint32_t)(len - w->r.nodes);
	expert(w, OPT_BAD_LENGTH, "%s (with option length = %u byte%s; should be %u)",
	       option->field->label, n, n == 1 ? "" : "s", right);
}

static void rest_refresh_advice(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	check_length(w, c, 2);
}

static void rest_care_of(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	check_length(w, c, 16);
}

static void rest_nonces(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	check_length(w, c, 4);
}

static void rest_prefix(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	check_length(w, c, 18);
}

static const struct option option_list[] = {
	{0, OPT_PAD1, 0, 0},
	{1, OPT_PADN, 0, 0},
	{2, OPT_BRA, rest_refresh_advice, 0},
	{3, OPT_ACOA, rest_care_of, 0},
	{4, OPT_NI, rest_nonces, 0},
	{5, OPT_BAD, 0, 0},
	{6, OPT_MNP, rest_prefix, 0},
	{9, OPT_AUTH, 0, 0},
};

static const struct options options = {
	.type_bits = 8,
	.len_at = 8,
	.len_bits = 8,
	.head = 2,
	.n_single = 1,
	.end = NO_END,
	.all = OPTIONS,
	.each = OPT_EACH,
	.unknown = OPT_UNKNOWN,
	.bad_length = OPT_BAD_LENGTH,
	.bad = BAD_OPTION,
	.list = option_list,
	.n = COUNT(option_list),
};

/* What the messages have between head and options: rows and octets. */
static const struct part bodies[N_TYPES] = {
	[TYPE_BRR] = {BRR, 2},  [TYPE_HOTI] = {HOTI, 10}, [TYPE_COTI] = {COTI, 10},
	[TYPE_HOT] = {HOT, 18}, [TYPE_COT] = {COT, 18},   [TYPE_BU] = {BU, 6},
	[TYPE_BA] = {BA, 6},    [TYPE_BE] = {BE, 18},
};

static uint32_t total_len(const struct layer *l)
{
	return (uint32_t)(VALUE(l, HLEN) + 1) * UNIT;
}

static void put_body(struct walk *w, struct cursor *c, const struct part *body)
{
	if (fields[body->row].kind != HEADING) {
		put(w, c, body->row, body->octets);
		return;
	}
	if (!cursor_has(c, body->octets)) {
		cursor_fail(c, body->octets);
		return;
	}
	shut_group(w, open_group(w, c, body->row, body->octets), NULL);
	cursor_pull(c, body->octets);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, MH_TYPE);

	l->header = l->bytes.wire;
	if (type >= N_TYPES) {
		if (c->left.cap)
			put(w, c, DATA, c->left.wire);
		return;
	}
	put_body(w, c, &bodies[type]);
	if (c->left.cap < c->left.wire)
		cursor_fail(c, c->left.wire);
	if (c->left.cap)
		put_options(w, l, c, &options);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	unsigned type = (unsigned)VALUE(l, MH_TYPE);
	const char *word = word_for(&types_words, type);

	(void)r;
	if (l->bytes.cap < 3)
		return;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown Mobility Header (%u)", type);
}

static const struct hang hangs[] = {{"ip.proto", 135}, {"ip.proto", 62}, {0}};

const struct proto proto_mipv6 = {
	.brief = "MIPv6",
	.spec = "RFC 6275",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = 1,
	.inside_of = "ipv6",
	.total_len = total_len,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
