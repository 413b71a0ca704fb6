/* SPDX-License-Identifier: BSD-2-Clause */
/* Locator/ID Separation Protocol: the control messages. */
/* RFC 9301; RFC 8111 (referrals). */
#include "shared/lisp.h"
#include "shared/numbers.h"

/* Rows of addresses come together: family, and behind it one for each family. */
enum {
	LISP,
	TYPE,
	ECM_S,
	ECM_D,
	ECM_RESERVED,
	REQ_FLAGS,
	REQ_A,
	REQ_M,
	REQ_P,
	REQ_S,
	REQ_PITR,
	REQ_SMRI,
	REQ_RESERVED,
	IRC,
	REP_P,
	REP_E,
	REP_S,
	REP_RESERVED,
	REG_P,
	REG_S,
	REG_I,
	REG_R,
	REG_RESERVED,
	REG_M,
	NOT_I,
	NOT_R,
	NOT_RESERVED,
	REF_RESERVED,
	INFO_R,
	INFO_RESERVED,
	RECORDS,
	NONCE,
	SRC_AFI,
	SRC_IPV4,
	SRC_IPV6,
	SRC_MAC,
	SRC_STRING,
	ITR,
	ITR_AFI,
	ITR_IPV4,
	ITR_IPV6,
	UNEXPECTED,
	REQUEST,
	REQUEST_RESERVED,
	REQUEST_LEN,
	REQUEST_AFI,
	REQUEST_IPV4,
	REQUEST_IPV6,
	REQUEST_MAC,
	REQUEST_TEXT,
	REPLY,
	KEY_ID,
	AUTH_LEN,
	AUTH,
	XTR_ID,
	SITE_ID,
	RTR_KEY_ID,
	RTR_AUTH_LEN,
	RTR_AUTH,
	INFO_TTL,
	LOOSE,
	INFO_RESERVED2,
	INFO_PREFIX,
	INFO_LEN,
	PREFIX_AFI,
	PREFIX_IPV4,
	PREFIX_IPV6,
	INFO_AFI,
	EXPECTED,
};

enum { MAP_REQUEST = 1, MAP_REPLY, MAP_REGISTER, MAP_NOTIFY, MAP_REFERRAL = 6, INFO, ECM };

#define HEAD 4
#define NONCE_LEN 8
enum { PART_MAPPINGS }; /* in table "lisp.part" */

static const struct word types[] = {
	{1, "Map-Request"},
	{2, "Map-Reply"},
	{3, "Map-Register"},
	{4, "Map-Notify"},
	{6, "Map-Referral"},
	{7, "Info"},
	{8, "Encapsulated Control Message"},
};
static const struct words type_words = {types, COUNT(types)};

#define FLAG(row, filter, what, bit, type, parent, says) \
	[row] = {filter,                                 \
		 what,                                   \
		 BOOL,                                   \
		 AT(bit, 1),                             \
		 BOX(24, bit),                           \
		 .under = (parent),                      \
		 WHEN_IN(TYPE, type),                    \
		 WORDS(set_notset),                      \
		 .help = says,                           \
		 .ref = "5"}
#define SPARE(row, filter, bit, width, type) \
	[row] = {filter,                     \
		 "Reserved bits",            \
		 U24,                        \
		 HEX,                        \
		 AT(bit, width),             \
		 BOX(24, bit),               \
		 WHEN_IN(TYPE, type),        \
		 .help = "Always 0",         \
		 .ref = "5"}
static const struct field fields[] = {
	[LISP] = {"lisp", "Locator/ID Separation Protocol", PROTO},
	[TYPE] = {"lisp.type", "Type", U24, DEC, AT(0, 4), BOX(24, 0), .words = &type_words,
		  .help = "Which message", .ref = "5.1"},
	[ECM_S] = {"lisp.ecm.flags.sec", "S bit (LISP-SEC capable)", BOOL, AT(4, 1), BOX(32, 4),
		   WHEN_IN(TYPE, ECM), WORDS(set_notset), .help = "There is a signature",
		   .ref = "5.8"},
	[ECM_D] = {"lisp.ecm.flags.ddt", "D bit (DDT-originated)", BOOL, AT(5, 1), BOX(32, 5),
		   WHEN_IN(TYPE, ECM), WORDS(set_notset), .help = "From the delegation tree",
		   .ref = "5.8"},
	[ECM_RESERVED] = {"lisp.ecm.res", "Reserved bits", U32, HEX, AT(6, 26), BOX(32, 6),
			  WHEN_IN(TYPE, ECM), .help = "Always 0", .ref = "5.8"},
	[REQ_FLAGS] = {"lisp.mreq.flags", "Flags", U24, HEX, AT(4, 6), BOX(24, 4),
		       WHEN_IN(TYPE, MAP_REQUEST), .help = "All flags", .ref = "5.2"},
	FLAG(REQ_A, "lisp.mreq.flags.auth", "A bit (Authoritative)", 4, MAP_REQUEST, REQ_FLAGS,
	     "Asks the site itself"),
	FLAG(REQ_M, "lisp.mreq.flags.mrp", "M bit (Map-Reply present)", 5, MAP_REQUEST, REQ_FLAGS,
	     "The sender's mapping is in it"),
	FLAG(REQ_P, "lisp.mreq.flags.probe", "P bit (Probe)", 6, MAP_REQUEST, REQ_FLAGS,
	     "Asks whether a locator is up"),
	FLAG(REQ_S, "lisp.mreq.flags.smr", "S bit (Solicit-Map-Request)", 7, MAP_REQUEST, REQ_FLAGS,
	     "Asks to be asked"),
	FLAG(REQ_PITR, "lisp.mreq.flags.pitr", "p bit (Proxy ITR)", 8, MAP_REQUEST, REQ_FLAGS,
	     "From a proxy"),
	FLAG(REQ_SMRI, "lisp.mreq.flags.smri", "s bit (SMR-invoked)", 9, MAP_REQUEST, REQ_FLAGS,
	     "Because it was asked to ask"),
	SPARE(REQ_RESERVED, "lisp.mreq.res", 10, 9, MAP_REQUEST),
	[IRC] = {"lisp.irc", "ITR-RLOC Count", U24, DEC, AT(19, 5), BOX(24, 19),
		 WHEN_IN(TYPE, MAP_REQUEST), .help = "Locators of the asker, but one",
		 .ref = "5.2"},
	FLAG(REP_P, "lisp.mrep.flags.probe", "P bit (Probe)", 4, MAP_REPLY, 0, "Answers a probe"),
	FLAG(REP_E, "lisp.mrep.flags.enlr",
	     "E bit (Echo-Nonce locator reachability algorithm enabled)", 5, MAP_REPLY, 0,
	     "The sender echoes nonces"),
	FLAG(REP_S, "lisp.mrep.flags.sec", "S bit (LISP-SEC capable)", 6, MAP_REPLY, 0,
	     "There is a signature"),
	SPARE(REP_RESERVED, "lisp.mrep.res", 7, 17, MAP_REPLY),
	FLAG(REG_P, "lisp.mreg.flags.pmr", "P bit (Proxy-Map-Reply)", 4, MAP_REGISTER, 0,
	     "The server is to answer"),
	FLAG(REG_S, "lisp.mreg.flags.sec", "S bit (LISP-SEC capable)", 5, MAP_REGISTER, 0,
	     "The sender signs"),
	FLAG(REG_I, "lisp.mreg.flags.xtrid", "I bit (xTR-ID present)", 6, MAP_REGISTER, 0,
	     "The router's name is in it"),
	FLAG(REG_R, "lisp.mreg.flags.rtr", "R bit (Built for an RTR)", 7, MAP_REGISTER, 0,
	     "By way of a relay"),
	SPARE(REG_RESERVED, "lisp.mreg.res", 8, 15, MAP_REGISTER),
	FLAG(REG_M, "lisp.mreg.flags.wmn", "M bit (Want-Map-Notify)", 23, MAP_REGISTER, 0,
	     "The server is to confirm"),
	FLAG(NOT_I, "lisp.mnot.flags.xtrid", "I bit (xTR-ID present)", 4, MAP_NOTIFY, 0,
	     "The router's name is in it"),
	FLAG(NOT_R, "lisp.mnot.flags.rtr", "R bit (Built for an RTR)", 5, MAP_NOTIFY, 0,
	     "By way of a relay"),
	SPARE(NOT_RESERVED, "lisp.mnot.res", 6, 18, MAP_NOTIFY),
	SPARE(REF_RESERVED, "lisp.mref.res", 4, 20, MAP_REFERRAL),
	FLAG(INFO_R, "lisp.info.r", "R bit (Info-Reply)", 4, INFO, 0, "It is the answer"),
	[INFO_RESERVED] = {"lisp.info.res1", "Reserved bits", U32, HEX, AT(5, 27), BOX(32, 5),
			   WHEN_IN(TYPE, INFO), .help = "Always 0", .ref = "5"},
	[RECORDS] = {"lisp.records", "Record Count", U8, DEC, AT(24, 8),
		     WHEN_IN(TYPE, MAP_REQUEST, MAP_REPLY, MAP_REGISTER, MAP_NOTIFY, MAP_REFERRAL),
		     .help = "How many records follow", .ref = "5"},
	[NONCE] = {"lisp.nonce", "Nonce", U64, HEX, .help = "Joins question and answer",
		   .ref = "5"},
	[SRC_AFI] = {"lisp.mreq.srceid.afi", "Source EID AFI", U16, DEC, .words = &address_families,
		     .help = "Which family", .ref = "5.2"},
	[SRC_IPV4] = {"lisp.mreq.srceid.ipv4", "Source EID", IPV4, .help = "Who asks",
		      .ref = "5.2"},
	[SRC_IPV6] = {"lisp.mreq.srceid_ipv6", "Source EID", IPV6, .help = "Who asks",
		      .ref = "5.2"},
	[SRC_MAC] = {"lisp.mreq.srceid.mac", "Source EID", ETHER, .help = "Who asks", .ref = "5.2"},
	[SRC_STRING] = {"lisp.mreq.srceid.string", "Source EID", STRING, .help = "Who asks",
			.ref = "5.2"},
	[ITR] = {"lisp.mreq.itr_rloc", "ITR-RLOC", NONE, .help = "Where to send the answer",
		 .ref = "5.2"},
	[ITR_AFI] = {"lisp.mreq.itr_rloc.afi", "ITR-RLOC AFI", U16, DEC, .under = ITR,
		     .words = &address_families, .help = "Which family", .ref = "5.2"},
	[ITR_IPV4] = {"lisp.mreq.itr_rloc_ipv4", "ITR-RLOC Address", IPV4, .under = ITR,
		      .help = "Where to send the answer", .ref = "5.2"},
	[ITR_IPV6] = {"lisp.mreq.itr_rloc_ipv6", "ITR-RLOC Address", IPV6, .under = ITR,
		      .help = "Where to send the answer", .ref = "5.2"},
	[UNEXPECTED] = EXPERT("lisp.unexpected_field", "Unexpected field", ERROR, G_PROTOCOL),
	[REQUEST] = {"lisp.mreq.record", "Map-Request Record", NONE, .help = "What is asked for",
		     .ref = "5.2"},
	[REQUEST_RESERVED] = {"lisp.mreq.record.res", "Reserved", U8, HEX, .under = REQUEST,
			      .help = "Always 0", .ref = "5.2"},
	[REQUEST_LEN] = {"lisp.mreq.record.prefix.length", "Prefix Length", U8, DEC,
			 .under = REQUEST, .help = "Bits that count", .ref = "5.2"},
	FAMILY_ROWS(REQUEST, "lisp.mreq.record.prefix.", "Prefix", REQUEST),
	MAC_AND_TEXT_ROWS(REQUEST, "lisp.mreq.record.prefix.", "Prefix", REQUEST),
	[REPLY] = {"lisp.mrep.record", "Map-Reply Record", NONE, .help = "The asker's mapping",
		   .ref = "5.2"},
	[KEY_ID] = {"lisp.keyid", "Key ID", U16, HEX, .help = "How it is signed", .ref = "5.6"},
	[AUTH_LEN] = {"lisp.authlen", "Authentication Data Length", U16, DEC,
		      .help = "Octets of the signature", .ref = "5.6"},
	[AUTH] = {"lisp.auth", "Authentication Data", BYTES, .help = "The signature", .ref = "5.6"},
	[XTR_ID] = {"lisp.xtrid", "xTR-ID", BYTES, .help = "Which router", .ref = "5.6"},
	[SITE_ID] = {"lisp.siteid", "Site-ID", BYTES, .help = "Which site", .ref = "5.6"},
	[RTR_KEY_ID] = {"lisp.msrtr.keyid", "MS-RTR Key ID", U16, HEX, .help = "How it is signed",
			.ref = "5.7"},
	[RTR_AUTH_LEN] = {"lisp.msrtr.authlen", "MS-RTR Authentication Data Length", U16, DEC,
			  .help = "Octets of the signature", .ref = "5.7"},
	[RTR_AUTH] = {"lisp.msrtr.auth", "MS-RTR Authentication Data", BYTES,
		      .help = "The signature for the relay", .ref = "5.7"},
	[INFO_TTL] = {"lisp.info.ttl", "TTL", U32, DEC, .help = "Minutes that it holds good",
		      .ref = "5"},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[INFO_RESERVED2] = {"lisp.info.res2", "Reserved bits", U8, HEX, AT(0, 8), BOX(8, 0),
			    .under = LOOSE, .help = "Always 0", .ref = "5"},
	[INFO_PREFIX] = {"text", "EID Prefix", HEADING},
	[INFO_LEN] = {"lisp.info.prefix.masklen", "EID Prefix Mask Length", U8, DEC,
		      .under = INFO_PREFIX, .help = "Bits that count", .ref = "5"},
	FAMILY_ROWS(PREFIX, "lisp.info.prefix.", "Prefix", INFO_PREFIX),
	[INFO_AFI] = {"lisp.info.afi", "AFI", U16, DEC, .words = &address_families,
		      .help = "Which family", .ref = "5"},
	[EXPECTED] = EXPERT("lisp.expected_field", "Expecting field", ERROR, G_PROTOCOL),
};

/* --- the summary line --- */

/* What is asked for or told, when it is just one thing. */
struct subject {
	const char *eid;
	unsigned len;
};

static const char *request_kind(const struct layer *l)
{
	static const char *const kinds[] = {"",
					    " (SMR-invoked)",
					    " by P-ITR",
					    " by P-ITR (SMR-invoked)",
					    " (SMR)",
					    " (SMR) (SMR-invoked)",
					    " (SMR) by P-ITR",
					    " (SMR) by P-ITR (SMR-invoked)"};

	return kinds[VALUE(l, REQ_S) << 2 | VALUE(l, REQ_PITR) << 1 | VALUE(l, REQ_SMRI)];
}

static void text_kind(struct text *t, const struct layer *l)
{
	const struct layer *outer = layer_up(l->parent, "lisp");
	unsigned type = (unsigned)VALUE(l, TYPE);
	const char *word = word_for(&type_words, type);

	if (outer)
		text_put(t, "Encapsulated ");
	if (type == INFO)
		text_put(t, VALUE(l, INFO_R) ? "Info-Reply" : "Info-Request");
	else if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown LISP Control Packet (%u)", type);
	if (outer && VALUE(outer, ECM_D))
		text_put(t, " (DDT-originated)");
	if (type == MAP_REQUEST)
		text_put(t, request_kind(l));
	if (type == MAP_REQUEST && VALUE(l, REQ_P))
		text_put(t, " (RLOC-probe)");
	if (type == MAP_REPLY && VALUE(l, REP_P))
		text_put(t, " (RLOC-probe reply)");
	if ((type == MAP_REGISTER && VALUE(l, REG_R)) || (type == MAP_NOTIFY && VALUE(l, NOT_R)))
		text_put(t, " (RTR)");
}

/* --- messages --- */

/* What the mapping at the cursor is about; NULL when nobody knows. */
static struct subject peek_mapping(struct walk *w, struct cursor c)
{
	struct subject s = {NULL, 0};
	unsigned family;

	cursor_pull(&c, 5);
	s.len = u8(&c);
	cursor_pull(&c, 4);
	family = u16(&c);
	if (!c.bad && is_known_family(family))
		s.eid = family_words(w, c, family);
	return s;
}

/* Mapping records: as many as the header tells, or the asker's own; the one that it is about. */
static struct subject put_records(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct subject s = peek_mapping(w, *c);

	if (!c->bad)
		*c = walk_part(w, also_by(l, 1, PART_MAPPINGS), *c);
	return VALUE(l, RECORDS) == 1 && !c->bad ? s : (struct subject){NULL, 0};
}

static void put_auth(struct walk *w, struct cursor *c, unsigned rows)
{
	uint32_t len;

	put(w, c, rows, 2);
	len = (uint32_t)put(w, c, rows + 1, 2);
	put(w, c, rows + 2, len);
	if (!len)
		label_value(w, "<MISSING>");
}

static bool put_itr(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, ITR, c->left.wire);
	unsigned family = (unsigned)put(w, c, ITR_AFI, 2);
	bool known = family == AFI_IPV4 || family == AFI_IPV6;

	if (known && !c->bad)
		label_tail_of(w, group, " %u: %s", number, family_words(w, *c, family));
	if (known)
		put_family_address(w, c, ITR_AFI, family);
	shut_group(w, group, c);
	return known || bad_family(w, c, UNEXPECTED, "ITR-RLOC-AFI", family);
}

static struct subject put_request(struct walk *w, struct cursor *c, unsigned number)
{
	uint32_t group = open_group(w, c, REQUEST, c->left.wire);
	struct subject s = {NULL, 0};
	unsigned family;

	put(w, c, REQUEST_RESERVED, 1);
	s.len = (unsigned)put(w, c, REQUEST_LEN, 1);
	family = (unsigned)put(w, c, REQUEST_AFI, 2);
	if (!c->bad) {
		s.eid = family_words(w, *c, family);
		label_tail_of(w, group, " %u: %s/%u", number, s.eid, s.len);
		put_family_address(w, c, REQUEST_AFI, family);
	}
	shut_group(w, group, c);
	return s;
}

static bool put_source(struct walk *w, struct cursor *c)
{
	unsigned family = (unsigned)put(w, c, SRC_AFI, 2);
	struct cursor start = *c;

	if (c->bad)
		return false;
	if (family == AFI_LCAF) {
		put_string(w, SRC_STRING, c->at, c->left.cap, family_words(w, start, family));
		w->depth++;
		walk_canonical(w, c);
		w->depth--;
	} else if (family == AFI_NONE && !c->bad) {
		put_string(w, SRC_STRING, c->at, 0, "not set");
	} else {
		put_family_address(w, c, SRC_AFI, family);
	}
	return is_known_family(family) || bad_family(w, c, UNEXPECTED, "Source EID AFI", family);
}

static struct subject put_map_request(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned n = (unsigned)VALUE(l, RECORDS), itrs = (unsigned)VALUE(l, IRC) + 1;
	struct subject s = {NULL, 0};

	if (!put_source(w, c))
		return s;
	for (unsigned i = 1; i <= itrs && !c->bad; i++)
		if (!put_itr(w, c, i))
			return s;
	for (unsigned i = 1; i <= n && !c->bad; i++)
		s = put_request(w, c, i);
	if (VALUE(l, REQ_M) && !c->bad) {
		uint32_t group = open_group(w, c, REPLY, c->left.wire);

		put_records(w, l, c);
		shut_group(w, group, c);
	}
	return n == 1 ? s : (struct subject){NULL, 0};
}

static void put_names(struct walk *w, const struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);

	if (c->bad || !(type == MAP_REGISTER ? VALUE(l, REG_I) : VALUE(l, NOT_I)))
		return;
	put(w, c, XTR_ID, 16);
	put(w, c, SITE_ID, 8);
	if (type == MAP_NOTIFY && VALUE(l, NOT_R))
		put_auth(w, c, RTR_KEY_ID);
}

static struct subject put_info(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct subject s = {NULL, 0};
	unsigned family;
	uint32_t group;

	put_auth(w, c, KEY_ID);
	put(w, c, INFO_TTL, 4);
	put_slice(w, *c, INFO_RESERVED2, 1);
	cursor_pull(c, 1);
	group = open_group(w, c, INFO_PREFIX, c->left.wire);
	s.len = (unsigned)put(w, c, INFO_LEN, 1);
	family = (unsigned)put(w, c, PREFIX_AFI, 2);
	s.eid = family_words(w, *c, family);
	label_tail_of(w, group, ": %s/%u", s.eid, s.len);
	if (family == AFI_IPV4 || family == AFI_IPV6)
		put_family_address(w, c, PREFIX_AFI, family);
	shut_group(w, group, c);
	if (c->bad)
		return s;
	family = (unsigned)put(w, c, INFO_AFI, 2);
	if (VALUE(l, INFO_R) && family != AFI_LCAF)
		expert(w, EXPECTED, "Expecting LCAF AFI (16387), found %u, incorrect packet!",
		       family);
	else if (VALUE(l, INFO_R))
		walk_canonical(w, c);
	return s;
}

static void walk_packet(struct walk *w, struct layer *l, struct cursor c)
{
	struct cursor peek = c;
	unsigned version = u8(&peek) >> 4;

	walk_next(w, version == 4 || version == 6 ? next_by(l, version) : NULL, c);
}

static struct subject put_message(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	struct subject s = {NULL, 0};

	put(w, c, NONCE, NONCE_LEN);
	if (c->bad)
		return s;
	switch (type) {
	case MAP_REQUEST:
		return put_map_request(w, l, c);
	case MAP_REGISTER:
	case MAP_NOTIFY:
		put_auth(w, c, KEY_ID);
		s = put_records(w, l, c);
		put_names(w, l, c);
		return s;
	case INFO:
		return put_info(w, l, c);
	default:
		return put_records(w, l, c);
	}
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "LISP";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = (unsigned)VALUE(l, TYPE);
	struct subject s = {NULL, 0};
	struct text t = {0};

	if (type == ECM)
		walk_packet(w, l, *c);
	else if (!word_for(&type_words, type))
		walk_next(w, NULL, layer_cursor(l, 0));
	else
		s = put_message(w, l, c);
	if (c->at > l->at + HEAD && !c->bad && c->left.cap)
		walk_inside(w, NULL, *c);
	if (!w->summary)
		return;
	text_kind(&t, l);
	if (s.eid)
		text_format(&t, " for %s/%u", s.eid, s.len);
	l->says = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_kind(t, l);
}

static const struct hang hangs[] = {{"udp.port", 4342}, {0}};

const struct proto proto_lisp = {
	.brief = "LISP Control",
	.spec = "RFC 9301",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = 1,
	.next = {.table = "ip.version", .also = {"lisp.afi", "lisp.part"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
