/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Protocol version 4: options. */
/* RFC 791, 3.1; RFC 1108 (security), RFC 1393 (traceroute), RFC 2113, RFC 4782 (Quick-Start). */
#include "core/walk.h"
#include "shared/ip.h"

enum {
	LIST,
	OPTIONS,
	OPT_EACH,
	OPT_TYPE,
	OPT_COPY,
	OPT_CLASS,
	OPT_NUMBER,
	OPT_LEN,
	OPT_EOL,
	OPT_NOP,
	OPT_UNKNOWN,
	OPT_SECURITY,
	SEC_LEVEL,
	SEC_AUTH,
	GENSER,
	SIOP,
	SCI,
	NSA,
	DOE,
	AUTH_UNASSIGNED,
	AUTH_MORE,
	OPT_EXT_SECURITY,
	EXT_FORMAT,
	EXT_INFO,
	OPT_CIPSO,
	CIPSO_DOI,
	CIPSO_TAG,
	CIPSO_LEVEL,
	CIPSO_DATA,
	OPT_LSRR,
	OPT_SSRR,
	OPT_RR,
	OPT_PTR,
	REC_RT,
	REC_RT_HOST,
	SRC_RT,
	SRC_RT_HOST,
	EMPTY_RT,
	EMPTY_RT_HOST,
	LAST_RT,
	LAST_RT_ADDR,
	LAST_RT_HOST,
	LAST_RT_ANY_HOST,
	OPT_TS,
	TS_PTR,
	TS_OVERFLOW,
	TS_FLAG,
	TS_ADDR,
	TS_TIME,
	OPT_SID,
	SID,
	OPT_MTU_PROBE,
	PROBE_MTU,
	OPT_MTU_REPLY,
	REPLY_MTU,
	OPT_TRACEROUTE,
	TR_ID,
	TR_OUT,
	TR_BACK,
	TR_ORIGIN,
	OPT_RA,
	RA,
	OPT_SDB,
	SDB_ADDR,
	OPT_QS,
	QS_FUNC,
	QS_RATE,
	QS_TTL,
	QS_NONCE,
	QS_RESERVED,
	OPT_BAD_LENGTH,
	OPT_BAD_POINTER,
};

static const struct word opt_classes[] = {{0, "Control"},
					  {1, "Reserved for future use"},
					  {2, "Debugging and measurement"},
					  {3, "Reserved for future use"}};

static const struct word opt_numbers[] = {
	{0, "End of Option List (EOL)"},
	{1, "No-Operation (NOP)"},
	{2, "Security"},
	{3, "Loose source route"},
	{4, "Time stamp"},
	{5, "Extended security"},
	{6, "Commercial IP security option"},
	{7, "Record route"},
	{8, "Stream identifier"},
	{9, "Strict source route"},
	{10, "Experimental Measurement"},
	{11, "MTU probe"},
	{12, "MTU Reply"},
	{13, "Experimental Flow Control"},
	{14, "Experimental Access Control"},
	{15, "Ask Estrin"},
	{16, "IMI Traffic Descriptor"},
	{17, "Extended Internet Protocol"},
	{18, "Traceroute"},
	{19, "Address Extension"},
	{20, "Router Alert"},
	{21, "Selective Directed Broadcast"},
	{22, "Unassigned"},
	{23, "Dynamic Packet State"},
	{24, "Upstream Multicast Packet"},
	{25, "Quick-Start"},
	{30, "RFC 3692-style experiment"},
};

static const struct word router_alerts[] = {{0, "Router shall examine packet"},
					    {1, "Reserved", 65535}};

static const struct word security_levels[] = {
	{0x01, "Reserved 4"},   {0x3d, "Top secret"},   {0x5a, "Secret"},     {0x66, "Reserved 3"},
	{0x96, "Confidential"}, {0xab, "Unclassified"}, {0xcc, "Reserved 2"}, {0xf1, "Reserved 1"},
};

static const struct word protected_by[] = {
	{0, "Datagram not protected in accordance with its rules"},
	{1, "Datagram protected in accordance with its rules"}};

static const struct word auth_more[] = {{0, "Final octet"}, {1, "Additional octet present"}};

static const struct word cipso_tags[] = {
	{0, "Padding"},           {1, "Restrictive Category Bitmap"}, {2, "Enumerated Categories"},
	{5, "Ranged Categories"}, {6, "Permissive Categories"},       {7, "Free Form"}};

static const struct word ts_flags[] = {{0, "Time stamps only"},
				       {1, "Time stamp and address"},
				       {3, "Time stamps for prespecified addresses"}};

/* "Options: (24 bytes), Record Route": the options between the fillers. */
static void form_options(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);

	text_put(t, ": (");
	text_u64(t, n->len);
	text_put(t, " bytes)");
	for (const struct node *o = n + 1; o < end; o = node_next(r, o)) {
		if (o->depth != n->depth + 1 || o->len < 2)
			continue;
		text_put(t, ", ");
		text_put(t, o->field->label);
	}
}

#define OPTION(row, name, what)                              \
	[row] = {"ip.options." name,                         \
		 what,                                       \
		 BYTES,                                      \
		 .under = OPTIONS,                           \
		 .traits = OWN_NAME,                         \
		 .line = "IP Option - " what " ({#} bytes)", \
		 .help = what}
#define FILLER(row, name, what)               \
	[row] = {"ip.options." name,          \
		 what,                        \
		 BYTES,                       \
		 .under = OPTIONS,            \
		 .traits = OWN_NAME,          \
		 .line = "IP Option - " what, \
		 .help = what}
#define ROUTE(row, name, what)                                                                     \
	[row] = {name, what, IPV4, .under = OPTIONS, .help = "A router on the way", .ref = "3.1"}, \
	[row##_HOST] = {name "_host",                                                              \
			what " Host",                                                              \
			STRING,                                                                    \
			NAME_OF,                                                                   \
			.under = OPTIONS,                                                          \
			.traits = HIDDEN,                                                          \
			.help = "A router on the way, as a name"}

static const struct field fields[] = {
	[LIST] = {"ip.options", "IPv4 Options", PROTO},
	[OPTIONS] = {"text", "Options", HEADING, .form = form_options},
	[OPT_EACH] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_TYPE] = {"ip.opt.type", "Type", U8, DEC, AT(0, 8), .under = OPT_EACH,
		      .help = "Which option", .ref = "3.1"},
	[OPT_COPY] = {"ip.opt.type.copy", "Copy on fragmentation", BOOL, AT(0, 1),
		      .under = OPT_TYPE, WORDS(yes_no), .help = "Every fragment has the option",
		      .ref = "3.1"},
	[OPT_CLASS] = {"ip.opt.type.class", "Class", U8, DEC, AT(1, 2), .under = OPT_TYPE,
		       WORDS(opt_classes), .help = "What kind of option", .ref = "3.1"},
	[OPT_NUMBER] = {"ip.opt.type.number", "Number", U8, DEC, AT(3, 5), .under = OPT_TYPE,
			WORDS(opt_numbers), .help = "Which of its kind", .ref = "3.1"},
	[OPT_LEN] = {"ip.opt.len", "Length", U8, DEC, AT(8, 8), .under = OPT_EACH,
		     .help = "Octets of the whole option", .ref = "3.1"},
	FILLER(OPT_EOL, "eol", "End of Options List (EOL)"),
	FILLER(OPT_NOP, "nop", "No-Operation (NOP)"),
	[OPT_UNKNOWN] = {"text", "Unknown", HEADING, .under = OPTIONS,
			 .line = "IP Option - Unknown ({#} bytes)"},
	OPTION(OPT_SECURITY, "security", "Security"),
	[SEC_LEVEL] = {"ip.opt.sec_cl", "Classification Level", U8, HEX, AT(16, 8),
		       .under = OPT_SECURITY, WORDS(security_levels), .help = "How secret it is",
		       .ref = "RFC 1108, 2.3"},
	[SEC_AUTH] = {"ip.opt.sec_prot_auth_flags", "Protection Authority Flags", U8, HEX,
		      AT(24, 8), .under = OPT_SECURITY, .help = "Whose rules apply",
		      .ref = "RFC 1108, 2.4"},
	[GENSER] = {"ip.opt.sec_prot_auth_genser", "GENSER", BOOL, AT(24, 1), .under = SEC_AUTH,
		    WORDS(protected_by), .help = "General Services", .ref = "RFC 1108, 2.4"},
	[SIOP] = {"ip.opt.sec_prot_auth_siop_esi", "SIOP-ESI", BOOL, AT(25, 1), .under = SEC_AUTH,
		  WORDS(protected_by), .help = "Joint Chiefs of Staff", .ref = "RFC 1108, 2.4"},
	[SCI] = {"ip.opt.sec_prot_auth_sci", "SCI", BOOL, AT(26, 1), .under = SEC_AUTH,
		 WORDS(protected_by), .help = "Compartmented information", .ref = "RFC 1108, 2.4"},
	[NSA] = {"ip.opt.sec_prot_auth_nsa", "NSA", BOOL, AT(27, 1), .under = SEC_AUTH,
		 WORDS(protected_by), .help = "National Security Agency", .ref = "RFC 1108, 2.4"},
	[DOE] = {"ip.opt.sec_prot_auth_doe", "DOE", BOOL, AT(28, 1), .under = SEC_AUTH,
		 WORDS(protected_by), .help = "Department of Energy", .ref = "RFC 1108, 2.4"},
	[AUTH_UNASSIGNED] = {"ip.opt.sec_prot_auth_unassigned", "Unassigned", U8, HEX, AT(29, 2),
			     .under = SEC_AUTH, .help = "Always 0", .ref = "RFC 1108, 2.4"},
	[AUTH_MORE] = {"ip.opt.sec_prot_auth_fti", "Field Termination Indicator", BOOL, AT(31, 1),
		       .under = SEC_AUTH, WORDS(auth_more), .help = "More such octets follow",
		       .ref = "RFC 1108, 2.4"},
	OPTION(OPT_EXT_SECURITY, "ext_security", "Extended Security"),
	[EXT_FORMAT] = {"ip.opt.ext_sec_add_sec_info_format_code",
			"Additional Security Info Format Code", U8, HEX, AT(16, 8),
			.under = OPT_EXT_SECURITY, .help = "How to read what follows",
			.ref = "RFC 1108, 3.3"},
	[EXT_INFO] = {"ip.opt.ext_sec_add_sec_info", "Additional Security Info", BYTES, .at = 24,
		      .traits = REST, .under = OPT_EXT_SECURITY, .help = "In that format",
		      .ref = "RFC 1108, 3.4"},
	OPTION(OPT_CIPSO, "cipso", "Commercial Security"),
	[CIPSO_DOI] = {"ip.cipso.doi", "DOI", U32, DEC, AT(16, 32), .under = OPT_CIPSO,
		       .help = "Domain of interpretation", .ref = "FIPS 188"},
	[CIPSO_TAG] = {"ip.cipso.tag_type", "Tag Type", U8, DEC, AT(48, 8), .under = OPT_CIPSO,
		       WORDS(cipso_tags), .help = "How categories are written", .ref = "FIPS 188"},
	[CIPSO_LEVEL] = {"ip.cipso.sensitivity_level", "Sensitivity Level", U8, DEC, AT(72, 8),
			 .under = OPT_CIPSO, .help = "How secret it is", .ref = "FIPS 188"},
	[CIPSO_DATA] = {"ip.cipso.tag_data", "Tag data", BYTES, .at = 80, .traits = REST,
			.under = OPT_CIPSO, .help = "The categories", .ref = "FIPS 188"},
	OPTION(OPT_LSRR, "route", "Loose Source Route"),
	OPTION(OPT_SSRR, "source_route", "Strict Source Route"),
	OPTION(OPT_RR, "record_route", "Record Route"),
	[OPT_PTR] = {"ip.opt.ptr", "Pointer", U8, DEC, .under = OPTIONS,
		     .help = "The octet of the next address", .ref = "3.1"},
	ROUTE(REC_RT, "ip.rec_rt", "Recorded Route"),
	ROUTE(SRC_RT, "ip.src_rt", "Source Route"),
	ROUTE(EMPTY_RT, "ip.empty_rt", "Empty Route"),
	[LAST_RT] = {"ip.dst", "Destination Address", IPV4, .under = OPTIONS,
		     .help = "Who is to get it in the end", .ref = "3.1"},
	[LAST_RT_ADDR] = {"ip.addr", "Source or Destination Address", IPV4, .under = OPTIONS,
			  .traits = HIDDEN, .help = "Either end"},
	[LAST_RT_HOST] = {"ip.dst_host", "Destination Host", STRING, NAME_OF, .under = OPTIONS,
			  .traits = HIDDEN, .help = "Who is to get it in the end, as a name"},
	[LAST_RT_ANY_HOST] = {"ip.host", "Source or Destination Host", STRING, NAME_OF,
			      .under = OPTIONS, .traits = HIDDEN, .help = "Either end, as a name"},
	OPTION(OPT_TS, "timestamp", "Time Stamp"),
	[TS_PTR] = {"ip.opt.ptr", "Pointer", U8, DEC, AT(16, 8), .under = OPT_TS,
		    .help = "The octet of the next time stamp", .ref = "3.1"},
	[TS_OVERFLOW] = {"ip.opt.overflow", "Overflow", U8, DEC, AT(24, 4), .under = OPT_TS,
			 .help = "Routers that found no room", .ref = "3.1"},
	[TS_FLAG] = {"ip.opt.flag", "Flag", U8, HEX, AT(28, 4), .under = OPT_TS, WORDS(ts_flags),
		     .help = "What routers are to write", .ref = "3.1"},
	[TS_ADDR] = {"ip.opt.time_stamp_addr", "Address", IPV4, .under = OPT_TS,
		     .help = "Who wrote the time stamp", .ref = "3.1"},
	[TS_TIME] = {"ip.opt.time_stamp", "Time stamp", U32, DEC, .under = OPT_TS,
		     .help = "Milliseconds since midnight UTC", .ref = "3.1"},
	OPTION(OPT_SID, "sid", "Stream ID"),
	[SID] = {"ip.opt.sid", "Stream Identifier", U16, DEC, AT(16, 16), .under = OPT_SID,
		 .help = "SATNET's stream", .ref = "3.1"},
	OPTION(OPT_MTU_PROBE, "mtu_probe", "MTU Probe"),
	[PROBE_MTU] = {"ip.opt.mtu", "MTU", U16, DEC, AT(16, 16), .under = OPT_MTU_PROBE,
		       .help = "The least MTU so far", .ref = "RFC 1063"},
	OPTION(OPT_MTU_REPLY, "mtu_reply", "MTU Reply"),
	[REPLY_MTU] = {"ip.opt.mtu", "MTU", U16, DEC, AT(16, 16), .under = OPT_MTU_REPLY,
		       .help = "The least MTU found", .ref = "RFC 1063"},
	OPTION(OPT_TRACEROUTE, "traceroute", "Traceroute"),
	[TR_ID] = {"ip.opt.id_number", "ID Number", U16, DEC, AT(16, 16), .under = OPT_TRACEROUTE,
		   .help = "Of the trace", .ref = "RFC 1393, 2.2"},
	[TR_OUT] = {"ip.opt.ohc", "Outbound Hop Count", U16, DEC, AT(32, 16),
		    .under = OPT_TRACEROUTE, .help = "Routers on the way out",
		    .ref = "RFC 1393, 2.2"},
	[TR_BACK] = {"ip.opt.rhc", "Return Hop Count", U16, DEC, AT(48, 16),
		     .under = OPT_TRACEROUTE, .help = "Routers on the way back",
		     .ref = "RFC 1393, 2.2"},
	[TR_ORIGIN] = {"ip.opt.originator", "Originator IP Address", IPV4, AT(64, 32),
		       .under = OPT_TRACEROUTE, .help = "Who traces", .ref = "RFC 1393, 2.2"},
	[OPT_RA] = {"ip.options.routeralert", "Router Alert", BYTES, .under = OPTIONS,
		    .traits = OWN_NAME, .help = "Router Alert",
		    .line = "IP Option - Router Alert ({#} bytes)[: {=ip.opt.ra} ({ip.opt.ra})]"},
	[RA] = {"ip.opt.ra", "Router Alert", U16, DEC, AT(16, 16), .under = OPT_RA,
		WORDS(router_alerts), .help = "Whether routers look at the packet",
		.ref = "RFC 2113, 2.1"},
	OPTION(OPT_SDB, "sdb", "Selective Directed Broadcast"),
	[SDB_ADDR] = {"ip.opt.addr", "IP Address", IPV4, AT(16, 32), .under = OPT_SDB,
		      .traits = REPEAT, .help = "Who is to get it", .ref = "RFC 1770"},
	OPTION(OPT_QS, "qs", "Quick-Start"),
	[QS_FUNC] = {"ip.opt.qs_func", "Function", U8, DEC, AT(16, 4), .under = OPT_QS,
		     .words = &qs_functions, .help = "Request or report", .ref = "RFC 4782, 3.1"},
	[QS_RATE] = {"ip.opt.qs_rate", "Rate", U8, DEC, AT(20, 4), .under = OPT_QS,
		     .words = &qs_rates, .help = "How fast the sender wants to begin",
		     .ref = "RFC 4782, 3.1"},
	[QS_TTL] = {"ip.opt.qs_ttl", "QS TTL", U8, DEC, AT(24, 8), .under = OPT_QS,
		    .help = "Counts down with the TTL", .ref = "RFC 4782, 3.1"},
	[QS_NONCE] = {"ip.opt.qs_nonce", "QS Nonce", U32, HEX, AT(32, 30), .under = OPT_QS,
		      .help = "Against receivers that lie", .ref = "RFC 4782, 3.1"},
	[QS_RESERVED] = {"ip.opt.qs_reserved", "Reserved", U32, HEX, AT(62, 2), .under = OPT_QS,
			 .help = "Always 0", .ref = "RFC 4782, 3.1"},
	[OPT_BAD_LENGTH] =
		EXPERT("ip.opt.len.invalid", "Invalid length for option", WARNING, G_PROTOCOL),
	[OPT_BAD_POINTER] = EXPERT("ip.opt.ptr.before_address",
				   "Pointer points before first address", WARNING, G_PROTOCOL),
};

#define ROUTE_FIRST 4 /* the least that a route's pointer may be */

static void put_route(struct walk *w, struct cursor *c, unsigned row, unsigned host, bool next)
{
	struct cursor again = *c;

	put(w, c, row, 4);
	if (next)
		label_tail(w, " <- (next)");
	put(w, &again, host, 4);
}

/* The last address of a source route that the packet has still to go. */
static void put_last(struct walk *w, struct cursor *c)
{
	struct cursor addr = *c, host = *c;

	put(w, &addr, LAST_RT_ADDR, 4);
	put(w, &host, LAST_RT_HOST, 4);
	put_route(w, c, LAST_RT, LAST_RT_ANY_HOST, false);
}

/* RFC 791, 3.1: before the pointer stand the routers that were passed. */
static void rest_route(struct walk *w, struct cursor *c, unsigned row, unsigned host)
{
	uint32_t start = c->at - 2;
	uint32_t ptr = (uint32_t)put(w, c, OPT_PTR, 1);

	if (ptr < ROUTE_FIRST) {
		expert(w, OPT_BAD_POINTER, NULL);
		cursor_take(c, c->left.wire);
	}
	while (cursor_has(c, 4)) {
		uint32_t at = c->at - start + 1;
		bool last = c->left.wire < 8 && row == SRC_RT;

		if (last && ptr <= at)
			put_last(w, c);
		else if (at < ptr)
			put_route(w, c, REC_RT, REC_RT_HOST, false);
		else
			put_route(w, c, row, host, at == ptr);
	}
}

static void rest_recorded(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	rest_route(w, c, EMPTY_RT, EMPTY_RT_HOST);
}

static void rest_source_route(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	rest_route(w, c, SRC_RT, SRC_RT_HOST);
}

static void rest_stamps(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor flags = *c;
	bool addresses;

	(void)l;
	u8(&flags);
	addresses = (u8(&flags) & 15) != 0;
	cursor_pull(c, 2);
	while (cursor_has(c, addresses ? 8 : 4)) {
		if (addresses)
			put(w, c, TS_ADDR, 4);
		put(w, c, TS_TIME, 4);
	}
}

static const struct option option_list[] = {
	{0, OPT_EOL, 0},
	{1, OPT_NOP, 0},
	{7, OPT_RR, rest_recorded},
	{11, OPT_MTU_PROBE, 0},
	{12, OPT_MTU_REPLY, 0},
	{25, OPT_QS, 0},
	{68, OPT_TS, rest_stamps},
	{82, OPT_TRACEROUTE, 0},
	{130, OPT_SECURITY, 0},
	{131, OPT_LSRR, rest_source_route},
	{133, OPT_EXT_SECURITY, 0},
	{134, OPT_CIPSO, 0},
	{136, OPT_SID, 0},
	{137, OPT_SSRR, rest_source_route},
	{148, OPT_RA, 0},
	{149, OPT_SDB, 0},
};

static const struct options options = {
	.type_bits = 8,
	.len_at = 8,
	.len_bits = 8,
	.head = 2,
	.whole = true,
	.n_single = 2,
	.end = 0,
	.all = OPTIONS,
	.each = OPT_EACH,
	.unknown = OPT_UNKNOWN,
	.bad_length = OPT_BAD_LENGTH,
	.list = option_list,
	.n = COUNT(option_list),
};

static uint32_t header_len(const struct layer *l)
{
	return l->bytes.wire;
}

static const struct hang hangs[] = {{"ip.part", 0}, {0}};

const struct proto proto_ip_options = {
	.brief = "IPv4",
	.no_column = true,
	.bare = true,
	.prefix = "ip",
	.spec = "RFC 791, 3.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.options = &options,
	.hangs = hangs,
	.header_len = header_len,
};
