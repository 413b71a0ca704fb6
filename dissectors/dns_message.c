/* SPDX-License-Identifier: BSD-2-Clause */
/* A message of the Domain Name System, whichever protocol brings it. */
/* RFC 1035, 4.1; RFC 2136 (updates), RFC 4795 (LLMNR), RFC 6762 (mDNS). */
#include "flow/queries.h"
#include "shared/dns.h"

enum {
	MESSAGE,
	ID,
	FLAGS,
	RESPONSE,
	OPCODE,
	AUTHORITATIVE,
	CUT_OFF,
	RECDESIRED,
	RECAVAIL,
	Z,
	AUTHENTICATED,
	AD,
	CHECKDISABLE,
	RCODE,
	LLMNR_FLAGS,
	L_RESPONSE,
	L_OPCODE,
	L_CONFLICT,
	L_SHARED,
	L_TRUNCATED,
	L_TENTATIVE,
	L_RCODE,
	QUERIES,
	ANSWERS,
	AUTHORITIES,
	ADDITIONALS,
	ZONES,
	PREREQUISITES,
	UPDATES,
	UPDATE_ADDITIONALS,
	SECTION,
	QUERY,
	QRY_NAME,
	QRY_NAME_LEN,
	LABELS,
	QRY_TYPE,
	QRY_CLASS,
	MDNS_QUERY,
	MDNS_QRY_CLASS,
	QRY_QU,
	RECORD,
	RESP_NAME,
	RESP_TYPE,
	RESP_CLASS,
	MDNS_RECORD,
	MDNS_RESP_CLASS,
	CACHE_FLUSH,
	TTL,
	LEN,
	UDP_SIZE,
	MDNS_UDP_SIZE,
	EXT_RCODE,
	EDNS_VERSION,
	EDNS_Z,
	EDNS_DO,
	EDNS_RESERVED,
	TTL_HIGH,
	DEPRECATED,
	RETRANSMISSION,
	RETRANSMIT_REQUEST_IN,
	RETRANSMIT_RESPONSE_IN,
	RESPONSE_TO,
	TIME,
	UNSOLICITED,
	EXTRA_GROUP,
	EXTRA_LENGTH,
	EXTRA,
	EXTRANEOUS,
	REPEATED_REQUEST,
	REPEATED_RESPONSE,
	SRV_SERVICE,
	SRV_PROTO,
	SRV_NAME,
};

static const struct word words_flags_response[] = {
	{0, "Message is a query"},
	{1, "Message is a response"},
};

static const struct word words_flags_opcode[] = {
	{0, "Standard query"},        {1, "Inverse query"},
	{2, "Server status request"}, {4, "Zone change notification"},
	{5, "Dynamic update"},        {6, "DNS Stateful operations (DSO)"},
};

static const struct word words_flags_authoritative[] = {
	{0, "Server is not an authority for domain"},
	{1, "Server is an authority for domain"},
};

static const struct word words_flags_truncated[] = {
	{0, "Message is not truncated"},
	{1, "Message is truncated"},
};

static const struct word words_flags_recdesired[] = {
	{0, "Don't do query recursively"},
	{1, "Do query recursively"},
};

static const struct word words_flags_recavail[] = {
	{0, "Server can't do recursive queries"},
	{1, "Server can do recursive queries"},
};

static const struct word words_flags_z[] = {
	{0, "reserved (0)"},
	{1, "reserved - incorrect!"},
};

static const struct word words_flags_authenticated[] = {
	{0, "Answer/authority portion was not authenticated by the server"},
	{1, "Answer/authority portion was authenticated by the server"},
};

static const struct word words_flags_checkdisable[] = {
	{0, "Unacceptable"},
	{1, "Acceptable"},
};

static const struct word words_flags_rcode[] = {
	{0, "No error"},
	{1, "Format error"},
	{2, "Server failure"},
	{3, "No such name"},
	{4, "Not implemented"},
	{5, "Refused"},
	{6, "Name exists"},
	{7, "RRset exists"},
	{8, "RRset does not exist"},
	{9, "Not authoritative"},
	{10, "Name out of zone"},
	{11, "DSO-Type not implemented"},
	{16, "Bad OPT Version or TSIG Signature Failure"},
	{17, "Key not recognized"},
	{18, "Signature out of time window"},
	{19, "Bad TKEY Mode"},
	{20, "Duplicate key name"},
	{21, "Algorithm not supported"},
	{22, "Bad Truncation"},
	{23, "Bad/missing Server Cookie"},
};

static const struct word words_flags_conflict[] = {
	{0, "None"},
	{1, "The sender received multiple responses"},
};

static const struct word words_flags_conflict_11[] = {
	{0, "The name is considered unique"},
	{1, "The name is not considered unique"},
};

static const struct word words_flags_tentative[] = {
	{0, "Not tentative"},
	{1, "Tentative"},
};

static const struct word words_resp_z_do[] = {
	{0, "Cannot handle DNSSEC security RRs"},
	{1, "Accepts DNSSEC security RRs"},
};

/* What it is for and how it went; with its number where that is told. */
static void text_kind(struct text *t, unsigned flags, const uint64_t *id)
{
	const char *opcode = word_for(
		&(struct words){words_flags_opcode, COUNT(words_flags_opcode)}, flags >> 11 & 15);
	const char *rcode =
		word_for(&(struct words){words_flags_rcode, COUNT(words_flags_rcode)}, flags & 15);

	if (opcode)
		text_put(t, opcode);
	else
		text_format(t, "Unknown operation (%u)", flags >> 11 & 15);
	if (flags & 0x8000)
		text_put(t, " response");
	if (id)
		text_format(t, " 0x%04x", (unsigned)*id);
	if (!(flags & 0x8000) || (id && !(flags & 15)))
		return;
	text_put(t, id ? " " : ", ");
	text_put(t, rcode ? rcode : "Unknown error");
}

static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_char(t, ' ');
	text_kind(t, (unsigned)n->u, NULL);
}

static void form_ttl(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_duration(t, n->u, 0);
	text_char(t, ')');
}

static const uint32_t one[] = {1};
static const struct when set = {AD, false, 0, NULL, NULL};
static const struct when set_in_query = {RESPONSE, true, 1, one, &set};

static const struct field fields[] = {
	[MESSAGE] = {"dns.message", "DNS Message", PROTO},
	[ID] = {"dns.id", "Transaction ID", U16, HEX, .fill = FILL_RANDOM,
		.help = "Joins query and response", .ref = "RFC 1035, 4.1.1"},
	[FLAGS] = {"dns.flags", "Flags", U16, HEX, .form = form_flags, .help = "All flags",
		   .ref = "RFC 1035, 4.1.1"},
	[RESPONSE] = {"dns.flags.response", "Response", BOOL, AT(0, 1), BOX(16, 0), .under = FLAGS,
		      WORDS(words_flags_response), .help = "It is an answer",
		      .ref = "RFC 1035, 4.1.1"},
	[OPCODE] = {"dns.flags.opcode", "Opcode", U16, DEC, AT(1, 4), BOX(16, 1), .under = FLAGS,
		    WORDS(words_flags_opcode), .help = "What is wanted", .ref = "RFC 1035, 4.1.1"},
	[AUTHORITATIVE] = {"dns.flags.authoritative", "Authoritative", BOOL, AT(5, 1), BOX(16, 5),
			   .under = FLAGS, WORDS(words_flags_authoritative), WHEN(RESPONSE),
			   .help = "The server owns the domain", .ref = "RFC 1035, 4.1.1"},
	[CUT_OFF] = {"dns.flags.truncated", "Truncated", BOOL, AT(6, 1), BOX(16, 6), .under = FLAGS,
		     WORDS(words_flags_truncated), .help = "It did not all fit",
		     .ref = "RFC 1035, 4.1.1"},
	[RECDESIRED] = {"dns.flags.recdesired", "Recursion desired", BOOL, AT(7, 1), BOX(16, 7),
			.under = FLAGS, WORDS(words_flags_recdesired),
			.help = "The server is to ask others", .ref = "RFC 1035, 4.1.1"},
	[RECAVAIL] = {"dns.flags.recavail", "Recursion available", BOOL, AT(8, 1), BOX(16, 8),
		      .under = FLAGS, WORDS(words_flags_recavail), WHEN(RESPONSE),
		      .help = "The server would ask others", .ref = "RFC 1035, 4.1.1"},
	[Z] = {"dns.flags.z", "Z", BOOL, AT(9, 1), BOX(16, 9), .under = FLAGS, WORDS(words_flags_z),
	       .help = "Always 0", .ref = "RFC 1035, 4.1.1"},
	[AUTHENTICATED] = {"dns.flags.authenticated", "Answer authenticated", BOOL, AT(10, 1),
			   BOX(16, 10), .under = FLAGS, WORDS(words_flags_authenticated),
			   WHEN(RESPONSE), .help = "All of it is proven", .ref = "RFC 1035, 4.1.1"},
	[AD] = {"dns.flags.authenticated", "AD bit", BOOL, AT(10, 1), BOX(16, 10), .under = FLAGS,
		WORDS(set_notset), .when = &set_in_query,
		.help = "The asker understands what is proven", .ref = "RFC 6840, 5.7"},
	[CHECKDISABLE] = {"dns.flags.checkdisable", "Non-authenticated data", BOOL, AT(11, 1),
			  BOX(16, 11), .under = FLAGS, WORDS(words_flags_checkdisable),
			  .help = "What is not proven is welcome, too", .ref = "RFC 1035, 4.1.1"},
	[RCODE] = {"dns.flags.rcode", "Reply code", U16, DEC, AT(12, 4), BOX(16, 12),
		   .under = FLAGS, WORDS(words_flags_rcode), WHEN(RESPONSE), .help = "How it went",
		   .ref = "RFC 1035, 4.1.1"},
	[LLMNR_FLAGS] = {"dns.flags", "Flags", U16, HEX, .form = form_flags, .help = "All flags",
			 .ref = "RFC 4795, 2.1.1"},
	[L_RESPONSE] = {"dns.flags.response", "Response", BOOL, AT(0, 1), BOX(16, 0),
			.under = LLMNR_FLAGS, WORDS(words_flags_response),
			.help = "It is an answer", .ref = "RFC 4795, 2.1.1"},
	[L_OPCODE] = {"dns.flags.opcode", "Opcode", U16, DEC, AT(1, 4), BOX(16, 1),
		      .under = LLMNR_FLAGS, WORDS(words_flags_opcode), .help = "What is wanted",
		      .ref = "RFC 4795, 2.1.1"},
	[L_CONFLICT] = {"dns.flags.conflict", "Conflict", BOOL, AT(5, 1), BOX(16, 5),
			.under = LLMNR_FLAGS, WORDS(words_flags_conflict), UNLESS(L_RESPONSE),
			.help = "More than one answered", .ref = "RFC 4795, 2.1.1"},
	[L_SHARED] = {"dns.flags.conflict", "Conflict", BOOL, AT(5, 1), BOX(16, 5),
		      .under = LLMNR_FLAGS, WORDS(words_flags_conflict_11), WHEN(L_RESPONSE),
		      .help = "The name belongs to several", .ref = "RFC 4795, 2.1.1"},
	[L_TRUNCATED] = {"dns.flags.truncated", "Truncated", BOOL, AT(6, 1), BOX(16, 6),
			 .under = LLMNR_FLAGS, WORDS(words_flags_truncated),
			 .help = "It did not all fit", .ref = "RFC 4795, 2.1.1"},
	[L_TENTATIVE] = {"dns.flags.tentative", "Tentative", BOOL, AT(7, 1), BOX(16, 7),
			 .under = LLMNR_FLAGS, WORDS(words_flags_tentative),
			 .help = "The name is not yet sure", .ref = "RFC 4795, 2.1.1"},
	[L_RCODE] = {"dns.flags.rcode", "Reply code", U16, DEC, AT(12, 4), BOX(16, 12),
		     .under = LLMNR_FLAGS, WORDS(words_flags_rcode), WHEN(L_RESPONSE),
		     .help = "How it went", .ref = "RFC 4795, 2.1.1"},
	[QUERIES] = {"dns.count.queries", "Questions", U16, DEC, .help = "How many questions",
		     .ref = "RFC 1035, 4.1.1"},
	[ANSWERS] = {"dns.count.answers", "Answer RRs", U16, DEC, .help = "How many answers",
		     .ref = "RFC 1035, 4.1.1"},
	[AUTHORITIES] = {"dns.count.auth_rr", "Authority RRs", U16, DEC,
			 .help = "How many records about servers", .ref = "RFC 1035, 4.1.1"},
	[ADDITIONALS] = {"dns.count.add_rr", "Additional RRs", U16, DEC,
			 .help = "How many further records", .ref = "RFC 1035, 4.1.1"},
	[ZONES] = {"dns.count.zones", "Zones", U16, DEC, .help = "How many zones",
		   .ref = "RFC 2136, 2.2"},
	[PREREQUISITES] = {"dns.count.prerequisites", "Prerequisites", U16, DEC,
			   .help = "How many conditions", .ref = "RFC 2136, 2.2"},
	[UPDATES] = {"dns.count.updates", "Updates", U16, DEC, .help = "How many changes",
		     .ref = "RFC 2136, 2.2"},
	[UPDATE_ADDITIONALS] = {"dns.count.add_rr", "Additional RRs", U16, DEC,
				.help = "How many further records", .ref = "RFC 2136, 2.2"},
	[SECTION] = {"text", "", HEADING},
	[QUERY] = {"text", "", HEADING, .under = SECTION},
	[QRY_NAME] = {"dns.qry.name", "Name", STRING, DNS_LABELS, .under = QUERY,
		      .help = "Which name is asked for", .ref = "RFC 1035, 4.1.2"},
	[QRY_NAME_LEN] = {"dns.qry.name.len", "Name Length", U16, DEC, .under = QUERY,
			  .traits = GENERATED, .help = "Its letters", .ref = "RFC 1035, 4.1.2"},
	[LABELS] = {"dns.count.labels", "Label Count", U16, DEC, .under = QUERY,
		    .traits = GENERATED, .help = "Its parts", .ref = "RFC 1035, 4.1.2"},
	[QRY_TYPE] = {"dns.qry.type", "Type", U16, DEC, .under = QUERY, .words = &dns_types,
		      .help = "What kind of record", .ref = "RFC 1035, 4.1.2"},
	[QRY_CLASS] = {"dns.qry.class", "Class", U16, HEX, .under = QUERY, .words = &dns_classes,
		       .help = "Of which class", .ref = "RFC 1035, 4.1.2"},
	[MDNS_QUERY] = {"text", "", HEADING},
	[MDNS_QRY_CLASS] = {"dns.qry.class", "Class", U16, HEX, .under = MDNS_QUERY,
			    .words = &dns_classes, AT(1, 15), BOX(16, 1), .help = "Of which class",
			    .ref = "RFC 6762, 18.12"},
	[QRY_QU] = {"dns.qry.qu", "\"QU\" question", BOOL, AT(0, 1), BOX(16, 0),
		    .under = MDNS_QUERY, .help = "The answer may be sent to the asker alone",
		    .ref = "RFC 6762, 18.12"},
	[RECORD] = {"text", "", HEADING, .under = SECTION},
	[RESP_NAME] = {"dns.resp.name", "Name", STRING, DNS_LABELS, .under = RECORD,
		       .help = "Whose record", .ref = "RFC 1035, 4.1.3"},
	[RESP_TYPE] = {"dns.resp.type", "Type", U16, DEC, .under = RECORD, .words = &dns_types,
		       .help = "What kind of record", .ref = "RFC 1035, 4.1.3"},
	[RESP_CLASS] = {"dns.resp.class", "Class", U16, HEX, .under = RECORD, .words = &dns_classes,
			.help = "Of which class", .ref = "RFC 1035, 4.1.3"},
	[MDNS_RECORD] = {"text", "", HEADING},
	[MDNS_RESP_CLASS] = {"dns.resp.class", "Class", U16, HEX, .under = MDNS_RECORD,
			     .words = &dns_classes, AT(1, 15), BOX(16, 1), .help = "Of which class",
			     .ref = "RFC 6762, 18.13"},
	[CACHE_FLUSH] = {"dns.resp.cache_flush", "Cache flush", BOOL, AT(0, 1), BOX(16, 0),
			 .under = MDNS_RECORD, .help = "Older records of the name are void",
			 .ref = "RFC 6762, 18.13"},
	[TTL] = {"dns.resp.ttl", "Time to live", U32, DEC, .under = RECORD, .form = form_ttl,
		 .help = "Seconds that it may be kept", .ref = "RFC 1035, 4.1.3"},
	[LEN] = {"dns.resp.len", "Data length", U16, DEC, .under = RECORD,
		 .help = "Octets of its data", .ref = "RFC 1035, 4.1.3"},
	[UDP_SIZE] = {"dns.rr.udp_payload_size", "UDP payload size", U16, DEC, .under = RECORD,
		      .help = "Octets that the sender can take", .ref = "RFC 6891, 6.1.2"},
	[MDNS_UDP_SIZE] = {"dns.rr.udp_payload_size", "UDP payload size", U16, HEX, AT(1, 15),
			   BOX(16, 1), .under = MDNS_RECORD,
			   .help = "Octets that the sender can take", .ref = "RFC 6891, 6.1.2"},
	[EXT_RCODE] = {"dns.resp.ext_rcode", "Higher bits in extended RCODE", U8, HEX,
		       .under = RECORD, .help = "More bits of how it went",
		       .ref = "RFC 6891, 6.1.2"},
	[EDNS_VERSION] = {"dns.resp.edns0_version", "EDNS0 version", U8, DEC, .under = RECORD,
			  .help = "Always 0", .ref = "RFC 6891, 6.1.2"},
	[EDNS_Z] = {"dns.resp.z", "Z", U16, HEX, .under = RECORD, .help = "Flags",
		    .ref = "RFC 6891, 6.1.4"},
	[EDNS_DO] = {"dns.resp.z.do", "DO bit", BOOL, AT(0, 1), BOX(16, 0), .under = EDNS_Z,
		     WORDS(words_resp_z_do), .help = "Signatures are welcome",
		     .ref = "RFC 6891, 6.1.4"},
	[EDNS_RESERVED] = {"dns.resp.z.reserved", "Reserved", U16, HEX, AT(1, 15), BOX(16, 1),
			   .under = EDNS_Z, .help = "Always 0", .ref = "RFC 6891, 6.1.4"},
	[TTL_HIGH] = EXPERT("dns.ttl.high_bit_set",
			    "The uppermost bit of the TTL is set (RFC 2181, section 8)", WARNING,
			    G_PROTOCOL),
	[DEPRECATED] = EXPERT("dns.depr.opc", "Deprecated opcode", REMARK, G_DEPRECATED),
	[RETRANSMISSION] = {"dns.retransmission", "Retransmission", BOOL, .traits = GENERATED,
			    .help = "The same was sent before", .ref = "RFC 1035, 7.3"},
	[RETRANSMIT_REQUEST_IN] = {"dns.retransmit_request_in",
				   "Retransmitted request. Original request in", FRAMENUM,
				   .traits = GENERATED, .help = "Frame of the first query",
				   .ref = "RFC 1035, 7.3"},
	[RETRANSMIT_RESPONSE_IN] = {"dns.retransmit_response_in",
				    "Retransmitted response. Original response in", FRAMENUM,
				    .traits = GENERATED, .help = "Frame of the first response",
				    .ref = "RFC 1035, 7.3"},
	[RESPONSE_TO] = {"dns.response_to", "Request In", FRAMENUM, .traits = GENERATED,
			 .help = "Frame of the query", .ref = "RFC 1035, 7.3"},
	[TIME] = {"dns.time", "Time", RELTIME, .traits = GENERATED, .help = "Time since the query",
		  .ref = "RFC 1035, 7.3"},
	[UNSOLICITED] = {"dns.unsolicited", "Unsolicited", BOOL, .traits = GENERATED,
			 .help = "Nobody asked", .ref = "RFC 1035, 7.3"},
	[EXTRA_GROUP] = {"text", "Extraneous Data", HEADING},
	[EXTRA_LENGTH] = {"dns.extraneous.length", "Extraneous Data Length", I32, DEC,
			  .traits = GENERATED, .help = "Octets that no count tells of",
			  .ref = "RFC 1035, 7.3"},
	[EXTRA] = {"dns.extraneous.data", "Extraneous Data Bytes", BYTES,
		   .help = "Octets that no count tells of", .ref = "RFC 1035, 7.3"},
	[EXTRANEOUS] = EXPERT("dns.extraneous", "Extraneous data", REMARK, G_UNDECODED),
	[REPEATED_REQUEST] =
		EXPERT("dns.retransmit_request", "DNS query retransmission", WARNING, G_PROTOCOL),
	[REPEATED_RESPONSE] = EXPERT("dns.retransmit_response", "DNS response retransmission",
				     WARNING, G_PROTOCOL),
	[SRV_SERVICE] = {"dns.srv.service", "Service", STRING, .under = RECORD,
			 .help = "The service of an SRV record", .ref = "RFC 2782"},
	[SRV_PROTO] = {"dns.srv.proto", "Protocol", STRING, .under = RECORD,
		       .help = "What it runs over", .ref = "RFC 2782"},
	[SRV_NAME] = {"dns.srv.name", "Name", STRING, .under = RECORD, .help = "Whose it is",
		      .ref = "RFC 2782"},
};

enum { HEAD = 12, UPDATE = 5, TYPE_OPT = 41, TYPE_SRV = 33, TYPE_IXFR = 251 };
#define AGAIN_WITHIN INT64_C(5000000000) /* nanoseconds: a later query is a new one */

static bool is(const struct layer *l, const char *protocol)
{
	return layer_up(l, protocol) != NULL;
}

static const char *in_words(struct walk *w, const struct dns *d)
{
	return arena_copy(&w->arena, d->label.p, d->label.len);
}

static void put_class(struct walk *w, struct cursor *c, unsigned row, unsigned mdns_row)
{
	if (!dns_of(w->now)->mdns) {
		put(w, c, row, 2);
		return;
	}
	put_slice(w, *c, mdns_row, 2);
	put_slice(w, *c, mdns_row + 1, 2);
	u16(c);
}

static unsigned labels_of(const char *name)
{
	unsigned n = 1;

	for (; *name; name++)
		n += *name == '.';
	return n;
}

/* In the summary line and in the tree. */
static void say_query(struct walk *w, struct dns *d, const char *name, unsigned type,
		      unsigned class)
{
	const char *kind = dns_type_name(w, type), *ask = "";

	if (d->mdns) {
		ask = class & 0x8000 ? ", \"QU\" question" : ", \"QM\" question";
		class &= 0x7fff;
	}
	text_char(&d->says, ' ');
	text_put(&d->says, kind);
	text_char(&d->says, ' ');
	text_put(&d->says, name);
	text_put(&d->says, ask);
	label_whole(w, "%s: type %s, class %s%s", name, kind, dns_class_name(class), ask);
}

static void put_query(struct walk *w, struct dns *d, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t len, group;
	const char *name = dns_name(w, &d->scope, &peek, &len);
	unsigned type = u16(&peek), class = u16(&peek);

	if (peek.bad) {
		*c = peek;
		return;
	}
	group = open_group(w, c, QUERY, len + 4);
	if (w->summary || w->labels)
		say_query(w, d, name, type, class);
	put_string(w, QRY_NAME, c->at, len, name);
	cursor_take(c, len);
	put_value(w, QRY_NAME_LEN, c->at - len, len, strlen(name));
	put_value(w, LABELS, c->at - len, len, labels_of(name));
	put(w, c, QRY_TYPE, 2);
	put_class(w, c, QRY_CLASS, MDNS_QRY_CLASS);
	shut_group(w, group, c);
}

/* RFC 6891, 6.1.2: class and time to live mean something else here. */
static void put_opt_head(struct walk *w, struct cursor *c)
{
	if (dns_of(w->now)->mdns) {
		put_slice(w, *c, MDNS_UDP_SIZE, 2);
		put_slice(w, *c, CACHE_FLUSH, 2);
		u16(c);
	} else {
		put(w, c, UDP_SIZE, 2);
	}
	put(w, c, EXT_RCODE, 1);
	put(w, c, EDNS_VERSION, 1);
	put(w, c, EDNS_Z, 2);
}

static void put_record_head(struct walk *w, struct cursor *c)
{
	uint64_t ttl;

	put_class(w, c, RESP_CLASS, MDNS_RESP_CLASS);
	ttl = put(w, c, TTL, 4);
	if (ttl >> 31)
		expert(w, TTL_HIGH, NULL);
}

/* What both the summary line and the record's own begin with. */
static void begin_words(struct walk *w, struct dns *d, unsigned class)
{
	const char *type = dns_type_name(w, d->type);
	const char *flush = d->mdns && d->type != TYPE_OPT && class & 0x8000 ? ", cache flush" : "";

	text_char(&d->says, ' ');
	text_put(&d->says, type);
	text_put(&d->says, flush);
	if (!w->labels)
		return;
	d->label.len = 0;
	text_format(&d->label, "%s: type %s", d->name, type);
	if (d->type != TYPE_OPT)
		text_format(&d->label, ", class %s%s",
			    dns_class_name(d->mdns ? class & 0x7fff : class), flush);
}

/* The owner's name of such a record has three parts: "_ldap", "_tcp", "example.org". */
static void put_srv_owner(struct walk *w, const struct dns *d)
{
	const char *name = d->name;
	uint32_t at = d->name_at;

	for (unsigned row = SRV_SERVICE; row <= SRV_NAME; row++) {
		size_t n = row < SRV_NAME ? strcspn(name, ".") : strlen(name);

		put_string(w, row, at, (uint32_t)n, arena_copy(&w->arena, name, n));
		name += n + (name[n] != 0);
	}
}

static void put_record(struct walk *w, const struct layer *l, struct dns *d, struct cursor *c)
{
	struct cursor peek = *c, data;
	uint32_t len, group, octets;
	const char *name = dns_name(w, &d->scope, &peek, &len);
	unsigned class = (d->type = u16(&peek), u16(&peek));
	const struct plan *part = also_by(l, 0, d->type);

	if (peek.bad) {
		*c = peek;
		return;
	}
	d->name = name;
	d->name_at = c->at;
	if (w->summary || w->labels)
		begin_words(w, d, class);
	cursor_pull(&peek, 4);
	octets = u16(&peek);
	group = open_group(w, c, RECORD, peek.at - c->at + octets);
	if (d->type == TYPE_SRV)
		put_srv_owner(w, d);
	else
		put_string(w, RESP_NAME, c->at, len, name);
	cursor_take(c, len);
	put(w, c, RESP_TYPE, 2);
	if (d->type == TYPE_OPT)
		put_opt_head(w, c);
	else
		put_record_head(w, c);
	octets = (uint32_t)put(w, c, LEN, 2);
	data = *c;
	data.left = cursor_take(c, octets);
	if (c->bad)
		data.bad = c->bad;
	else if (octets)
		data = walk_part(w, part ? part : also_by(l, 0, 0), data);
	if (data.bad)
		c->bad = data.bad, c->left = span_skip(c->left, c->left.wire);
	if (w->labels)
		label_tail_of(w, group, "%s", in_words(w, d));
	shut_group(w, group, c);
}

static void put_section(struct walk *w, const struct layer *l, struct cursor *c, unsigned n,
			const char *title)
{
	struct dns *d = dns_of(l);
	uint32_t group;

	if (!n || c->bad)
		return;
	group = open_group(w, c, SECTION, c->left.wire);
	label_whole(w, "%s", title);
	for (unsigned i = 0; i < n && !c->bad; i++)
		if (title[0] == 'Q' || title[0] == 'Z')
			put_query(w, d, c);
		else
			put_record(w, l, d, c);
	shut_group(w, group, c);
}

static void put_repeated(struct walk *w, unsigned row, uint64_t frame, unsigned note)
{
	const char *what = note == REPEATED_REQUEST ? "request" : "response";

	expert_on(w, ID, note, "%s. Original %s in frame %u", w->now->proto->fields[note].label,
		  what, (unsigned)frame);
	put_value(w, row, w->now->at, 0, frame);
	put_value(w, RETRANSMISSION, w->now->at, 0, true);
}

static void put_matches(struct walk *w, struct query_found f, bool response)
{
	if (!response) {
		if (f.request)
			put_repeated(w, RETRANSMIT_REQUEST_IN, f.request, REPEATED_REQUEST);
		return;
	}
	if (!f.request) {
		put_value(w, UNSOLICITED, w->now->at, 0, true);
		return;
	}
	if (f.reply) {
		put_repeated(w, RETRANSMIT_RESPONSE_IN, f.reply, REPEATED_RESPONSE);
		return;
	}
	put_value(w, RESPONSE_TO, w->now->at, 0, f.request);
	put_value(w, TIME, w->now->at, 0, (uint64_t)f.since);
}

static void put_extra(struct walk *w, struct cursor *c)
{
	uint32_t n = c->left.wire, at = c->at, group = open_group(w, c, EXTRA_GROUP, n);

	label_whole(w, "Extraneous Data (%u byte%s)", n, plural(n));
	put(w, c, EXTRA, n);
	expert(w, EXTRANEOUS, NULL);
	put_value(w, EXTRA_LENGTH, at, n, n);
	shut_group(w, group, c);
}

static void note(struct walk *w, struct layer *l)
{
	struct dns_state *s = new_state(w, l, sizeof *s);
	struct dns *d = take(w, sizeof *d);

	*d = (struct dns){.mdns = is(l, "mdns")};
	s->dns = (uintptr_t)d;
	l->follows = true;
}

static void put_sections(struct walk *w, const struct layer *l, struct cursor *c, bool update)
{
	static const char *const titles[2][4] = {
		{"Queries", "Answers", "Authoritative nameservers", "Additional records"},
		{"Zone", "Prerequisites", "Updates", "Additional records"}};
	unsigned n[4], first = update ? ZONES : QUERIES;

	for (unsigned i = 0; i < 4; i++)
		n[i] = (unsigned)put(w, c, first + i, 2);
	for (unsigned i = 0; i < 4; i++)
		put_section(w, l, c, n[i], titles[update][i]);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct dns *d = dns_of(l);
	struct query_found found = {0};
	bool llmnr = is(l, "llmnr");
	uint64_t id, flags;

	d->scope = (struct dns_scope){.start = *c};
	id = put(w, c, ID, 2);
	flags = put(w, c, llmnr ? LLMNR_FLAGS : FLAGS, 2);
	if (c->bad)
		return;
	if (w->summary)
		text_kind(&d->says, (unsigned)flags, &id);
	if (!l->quoted)
		found = flags >> 15 ? query_answered(w, l, (uint32_t)id)
				    : query_asked(w, l, (uint32_t)id, AGAIN_WITHIN);
	put_sections(w, l, c, (flags >> 11 & 15) == UPDATE);
	if (!c->bad && c->left.wire && !llmnr)
		put_extra(w, c);
	if (!c->bad && !l->quoted)
		put_matches(w, found, flags >> 15);
	l->says = arena_copy(&w->arena, d->says.p, d->says.len);
	text_close(&d->says);
	text_close(&d->label);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_put(t, l->says ? l->says : "");
}

static const struct hang hangs[] = {{"dns.message", 0}, {0}};

const struct proto proto_dns_message = {
	.brief = "DNS",
	.no_column = true,
	.bare = true,
	.prefix = "dns",
	.spec = "RFC 1035",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"dns.type"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
