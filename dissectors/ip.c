/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Protocol version 4. */
/* RFC 791; RFC 2474 (DS field), RFC 3168 (ECN). */
#include "core/numbers.h"
#include "flow/fragments.h"

enum {
	IP,
	VERSION,
	BOGUS_VERSION,
	HDR_LEN,
	BOGUS_HEADER,
	DSFIELD,
	DSCP,
	ECN,
	LEN,
	BOGUS_LENGTH,
	ID,
	FLAGS,
	RB,
	DF,
	MF,
	FRAG_OFFSET,
	TTL,
	TTL_LOCAL,
	TTL_SMALL,
	PROTOCOL,
	CHECKSUM,
	STATUS,
	SRC,
	SRC_ADDR,
	SRC_HOST,
	SRC_ANY_HOST,
	CUR_RT,
	CUR_RT_HOST,
	DST,
	DST_ADDR,
	DST_HOST,
	DST_ANY_HOST,
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
	FRAGMENT_NUMBERS(FRAGMENTS),
};

struct state {
	uint64_t status;
	uint64_t cur_rt; /* the next router of a source route */
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

static const struct word qs_functions[] = {{0, "Rate request"}, {8, "Rate report"}};

static const struct word qs_rates[] = {
	{0, "0 bit/s"},        {1, "80 Kbit/s"},      {2, "160 Kbit/s"},     {3, "320 Kbit/s"},
	{4, "640 Kbit/s"},     {5, "1.28 Mbit/s"},    {6, "2.56 Mbit/s"},    {7, "5.12 Mbit/s"},
	{8, "10.24 Mbit/s"},   {9, "20.48 Mbit/s"},   {10, "40.96 Mbit/s"},  {11, "81.92 Mbit/s"},
	{12, "163.84 Mbit/s"}, {13, "327.68 Mbit/s"}, {14, "655.36 Mbit/s"}, {15, "1.31072 Gbit/s"},
};

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

/* --- words of the detail tree --- */

static void form_hdr_len(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " bytes (");
	text_u64(t, n->u / 4);
	text_char(t, ')');
}

/* "0x00 (DSCP: CS0, ECN: Not-ECT)" */
static void form_dsfield(struct text *t, const struct record *r, const struct node *n)
{
	const char *dscp = word_for(&dscp_short, n->u >> 2);
	const char *ecn = word_for(&ecn_short, n->u & 3);

	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 2);
	text_put(t, " (DSCP: ");
	text_put(t, dscp ? dscp : "Unknown");
	text_put(t, ", ECN: ");
	text_put(t, ecn);
	text_char(t, ')');
}

/* "0x2, Don't fragment" */
static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"More fragments", "Don't fragment", "Reserved bit"};

	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 1);
	for (int bit = 2; bit >= 0; bit--)
		if (n->u >> bit & 1) {
			text_put(t, ", ");
			text_put(t, names[bit]);
		}
}

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_put(t, " [validation disabled]");
}

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

#define OFFSET_UNIT 8 /* octets */

static void form_frag_offset(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u * OFFSET_UNIT);
}

static const struct field fields[] = {
	[IP] = {"ip", "Internet Protocol Version 4", PROTO,
		.line = "Internet Protocol Version 4[, Src: {ip.src}][, Dst: {ip.dst}]"
			"[, Via: {ip.cur_rt}]"},
	[VERSION] = {"ip.version", "Version", U8, DEC, AT(0, 4), .preset = 4, .help = "Always 4",
		     .ref = "3.1"},
	[BOGUS_VERSION] = EXPERT("ip.bogus_ip_version", "Bogus IPv4 version", ERROR, G_PROTOCOL),
	[HDR_LEN] = {"ip.hdr_len", "Header Length", U8, DEC, AT(4, 4), .traits = FACTOR,
		     .factor = 4, .form = form_hdr_len, .fill = FILL_HEADER,
		     .help = "Octets of header, options included", .ref = "3.1"},
	[BOGUS_HEADER] =
		EXPERT("ip.bogus_header_length", "Bogus IP header length", ERROR, G_PROTOCOL),
	[DSFIELD] = {"ip.dsfield", "Differentiated Services Field", U8, HEX, AT(8, 8),
		     .form = form_dsfield, .help = "How routers are to treat the packet",
		     .ref = "RFC 2474, 3"},
	[DSCP] = {"ip.dsfield.dscp", "Differentiated Services Codepoint", U8, DEC, AT(8, 6),
		  .under = DSFIELD, .words = &dscp_names, .help = "Which per-hop behaviour",
		  .ref = "RFC 2474, 3"},
	[ECN] = {"ip.dsfield.ecn", "Explicit Congestion Notification", U8, DEC, AT(14, 2),
		 .under = DSFIELD, .words = &ecn_names, .help = "Routers mark congestion here",
		 .ref = "RFC 3168, 5"},
	[LEN] = {"ip.len", "Total Length", U16, DEC, AT(16, 16), .fill = FILL_LENGTH,
		 .help = "Octets of header and payload", .ref = "3.1"},
	[BOGUS_LENGTH] = EXPERT("ip.bogus_ip_length", "Bogus IP length", ERROR, G_PROTOCOL),
	[ID] = {"ip.id", "Identification", U16, HEX_DEC, AT(32, 16),
		.help = "The same in all fragments of a packet", .ref = "3.1"},
	[FLAGS] = {"ip.flags", "Flags", U8, HEX, AT(48, 3), .form = form_flags,
		   .help = "Control flags", .ref = "3.1"},
	[RB] = {"ip.flags.rb", "Reserved bit", BOOL, AT(48, 1), .under = FLAGS, WORDS(set_notset),
		.help = "Always 0", .ref = "3.1"},
	[DF] = {"ip.flags.df", "Don't fragment", BOOL, AT(49, 1), .under = FLAGS, WORDS(set_notset),
		.help = "Routers must not split the packet", .ref = "3.1"},
	[MF] = {"ip.flags.mf", "More fragments", BOOL, AT(50, 1), .under = FLAGS, WORDS(set_notset),
		.help = "This is not the last fragment", .ref = "3.1"},
	[FRAG_OFFSET] = {"ip.frag_offset", "Fragment Offset", U16, DEC, AT(51, 13),
			 .form = form_frag_offset,
			 .help = "Where the fragment belongs in the packet, in units of 8 octets",
			 .ref = "3.1"},
	[TTL] = {"ip.ttl", "Time to Live", U8, DEC, AT(64, 8), .preset = 64,
		 .help = "Routers that may still forward the packet", .ref = "3.1"},
	[TTL_LOCAL] = EXPERT("ip.ttl.lncb", "Time To Live", REMARK, G_SEQUENCE),
	[TTL_SMALL] = EXPERT("ip.ttl.too_small", "Time To Live", REMARK, G_SEQUENCE),
	[PROTOCOL] = {"ip.proto", "Protocol", U8, DEC, AT(72, 8), .words = &ip_protocols,
		      .fill = FILL_NEXT, .help = "What the packet carries", .ref = "3.1"},
	[CHECKSUM] = {"ip.checksum", "Header Checksum", U16, HEX, AT(80, 16), .fill = FILL_CHECKSUM,
		      .form = form_checksum, .help = "Over the header alone", .ref = "3.1"},
	[STATUS] = {"ip.checksum.status", "Header checksum status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[SRC] = {"ip.src", "Source Address", IPV4, AT(96, 32), .help = "Who sent it", .ref = "3.1"},
	[SRC_ADDR] = {"ip.addr", "Source or Destination Address", IPV4, AT(96, 32),
		      .traits = HIDDEN, .help = "Either end"},
	[SRC_HOST] = {"ip.src_host", "Source Host", STRING, NAME_OF, AT(96, 32), .traits = HIDDEN,
		      .help = "Who sent it, as a name"},
	[SRC_ANY_HOST] = {"ip.host", "Source or Destination Host", STRING, NAME_OF, AT(96, 32),
			  .traits = HIDDEN, .help = "Either end, as a name"},
	[CUR_RT] = {"ip.cur_rt", "Current Route", IPV4, KNOWN(struct state, cur_rt),
		    .help = "The next router of a source route", .ref = "3.1"},
	[CUR_RT_HOST] = {"ip.cur_rt_host", "Current Route Host", STRING, NAME_OF, AT(128, 32),
			 WHEN(CUR_RT), .traits = HIDDEN, .help = "The same as a name"},
	[DST] = {"ip.dst", "Destination Address", IPV4, AT(128, 32), UNLESS(CUR_RT),
		 .help = "Who is to get it", .ref = "3.1"},
	[DST_ADDR] = {"ip.addr", "Source or Destination Address", IPV4, AT(128, 32), UNLESS(CUR_RT),
		      .traits = HIDDEN, .help = "Either end"},
	[DST_HOST] = {"ip.dst_host", "Destination Host", STRING, NAME_OF, AT(128, 32),
		      UNLESS(CUR_RT), .traits = HIDDEN, .help = "Who is to get it, as a name"},
	[DST_ANY_HOST] = {"ip.host", "Source or Destination Host", STRING, NAME_OF, AT(128, 32),
			  UNLESS(CUR_RT), .traits = HIDDEN, .help = "Either end, as a name"},
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
		     WORDS(qs_functions), .help = "Request or report", .ref = "RFC 4782, 3.1"},
	[QS_RATE] = {"ip.opt.qs_rate", "Rate", U8, DEC, AT(20, 4), .under = OPT_QS, WORDS(qs_rates),
		     .help = "How fast the sender wants to begin", .ref = "RFC 4782, 3.1"},
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
	FRAGMENT_ROWS("ip", "IPv4", FRAGMENTS, BYTES, 0),
};

/* --- options --- */

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

/* --- the header as a whole --- */

#define HEADER_MIN 20
#define LOCAL_BLOCK 0xe0000000u /* 224.0.0.0/24, RFC 5771, 4 */
#define PROTO_OSPF 89
#define PROTO_PIM 103

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDR_LEN) * 4;
}

/* 0 where the sender left it to the network card (TCP segmentation offload), or it is bogus. */
static uint32_t total_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LEN);

	return len >= header_len(l) ? len : 0;
}

/* Where a header contradicts itself: in its version, its own length, or the packet's. */
static unsigned believed(const struct layer *l)
{
	if (VALUE(l, VERSION) != 4)
		return VERSION;
	if (VALUE(l, HDR_LEN) * 4 < HEADER_MIN)
		return HDR_LEN;
	if (VALUE(l, LEN) && VALUE(l, LEN) < VALUE(l, HDR_LEN) * 4)
		return LEN;
	return 0;
}

/*
 * The last address of a source route that isn't done yet; empty: there is none.  False
 * when the options are cut off before that is known.
 */
static bool find_last_hop(const struct layer *l, struct span *hop)
{
	struct cursor c = layer_cursor(l, HEADER_MIN);

	c = cursor_first(c, header_len(l) - HEADER_MIN);
	while (c.left.cap) {
		unsigned type = u8(&c), len = type > 1 ? u8(&c) : 1, ptr;
		struct cursor route = cursor_first(c, len - 2);

		if (!type || (type > 1 && len < 2 && !c.bad))
			return true;
		ptr = u8(&route);
		if ((type == 131 || type == 137) && !route.bad) {
			if (ptr < ROUTE_FIRST || ptr >= len || len % 4 != 3)
				return true;
			cursor_pull(&route, len - 7);
			*hop = cursor_take(&route, 4);
			return hop->cap == 4;
		}
		if (type > 1)
			cursor_pull(&c, len - 2);
	}
	return header_len(l) <= l->bytes.cap;
}

/* What the layers around this one call the receiver. */
static struct address receiver_before(const struct layer *l)
{
	const struct field *f;
	struct cursor c;

	do
		l = l->parent;
	while (l && !l->proto->dst);
	if (!l)
		return (struct address){0};
	f = &l->proto->fields[l->proto->dst];
	c = layer_cursor(l, f->at / 8);
	return (struct address){f->kind, (uint8_t)(f->bits / 8), cursor_take(&c, f->bits / 8).p};
}

static void note(struct walk *w, struct layer *l)
{
	struct span hop = {0};
	bool known = find_last_hop(l, &hop);
	struct state *s;

	if (!known)
		new_receiver(w, receiver_before(l));
	else if (hop.cap)
		new_receiver(w, (struct address){IPV4, 4, hop.p});
	if (header_len(l) > l->bytes.cap)
		l->stop = known ? DST_ANY_HOST : SRC_ANY_HOST;
	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	s->status = CHECKSUM_UNVERIFIED;
	if (known && hop.cap)
		s->cur_rt = VALUE(l, DST);
}

/* The TTL that a packet to an address of the local block should have; 0: any. */
static unsigned local_ttl(uint32_t dst)
{
	switch (dst & 255) {
	case 18:  /* VRRP, RFC 5798, 5.1.1.3 */
	case 102: /* HSRP version 2, GLBP */
	case 251: /* mDNS, RFC 6762, 11 */
		return 255;
	case 252: /* LLMNR, RFC 4795, 2.5 */
		return 0;
	default:
		return 1;
	}
}

static void check_ttl(struct walk *w, const struct layer *l)
{
	uint32_t dst = (uint32_t)VALUE(l, DST);
	unsigned ttl = (unsigned)VALUE(l, TTL);
	unsigned protocol = (unsigned)VALUE(l, PROTOCOL);

	if ((dst & 0xffffff00) == LOCAL_BLOCK) {
		unsigned right = local_ttl(dst);

		if (right && ttl != right && !(ttl == 1 && (dst & 255) == 251))
			expert_on(w, TTL, TTL_LOCAL,
				  "\"Time To Live\" != %u for a packet sent to the Local Network "
				  "Control Block (see RFC 3171)",
				  right);
	} else if (ttl < 5 && dst >> 28 != 14 && protocol != PROTO_PIM && protocol != PROTO_OSPF) {
		expert_on(w, TTL, TTL_SMALL, "\"Time To Live\" only %u", ttl);
	}
}

/* 0 where the sender left it to the network card: as many as there are. */
static void guess_length(struct walk *w, const struct layer *l)
{
	struct node *n = own_node(w, LEN);

	if (!n)
		return;
	n->u = l->room.wire;
	n->generated = true;
	w->last = (uint32_t)(n - w->r.nodes);
	label_whole(w,
		    "Total Length: %u bytes (reported as 0, presumed to be because of \"TCP "
		    "segmentation offload\" (TSO))",
		    l->room.wire);
}

static void check_length(struct walk *w, const struct layer *l)
{
	if (!VALUE(l, LEN))
		guess_length(w, l);
	if (VALUE(l, LEN) > l->room.wire && !l->quoted)
		expert_on(w, LEN, BOGUS_LENGTH,
			  "IPv4 total length exceeds packet length (%u bytes)", l->room.wire);
}

/* A header that isn't believed, from its first octet on. */
static void rest_bogus(struct walk *w, const struct layer *l, struct cursor c)
{
	const struct node *n = own_node(w, LEN);

	if (l->stop == VERSION) {
		expert_on(w, VERSION, BOGUS_VERSION, NULL);
		if (VALUE(l, VERSION) == 6)
			walk_next(w, also_by(l, 0, 6), c);
		return;
	}
	if (l->stop == HDR_LEN) {
		expert_on(w, HDR_LEN, BOGUS_HEADER,
			  "Bogus IP header length (%u, must be at least %u)",
			  (unsigned)VALUE(l, HDR_LEN) * 4, HEADER_MIN);
		return;
	}
	if (n)
		label_tail_of(w, (uint32_t)(n - w->r.nodes),
			      " bytes (bogus, less than header length %u)",
			      (unsigned)VALUE(l, HDR_LEN) * 4);
	expert_on(w, LEN, BOGUS_LENGTH, NULL);
}

static bool is_fragment(const struct layer *l)
{
	return VALUE(l, FRAG_OFFSET) || VALUE(l, MF);
}

static const struct fragment_rows fragment_rows = FRAGMENT_ROW_NUMBERS("IPv4", FRAGMENTS);

/* "UDP (17)" */
static void put_protocol(struct text *t, const struct layer *l)
{
	const char *name = word_for(&ip_protocols, VALUE(l, PROTOCOL));

	text_put(t, name ? name : "Unknown");
	text_put(t, " (");
	text_u64(t, VALUE(l, PROTOCOL));
	text_char(t, ')');
}

/* All fragments of the packet when this is the one that was missing; NULL: others are. */
static const struct whole *gather(struct walk *w, const struct layer *l, struct span bytes)
{
	static const char table_key;
	uint64_t number = VALUE(l, ID) | VALUE(l, PROTOCOL) << 16;

	if (l->quoted || bytes.cap < bytes.wire || VALUE(l, LEN) > l->room.wire)
		return NULL;
	return fragment_add(w, &table_key, number, (uint32_t)VALUE(l, FRAG_OFFSET) * OFFSET_UNIT,
			    VALUE(l, MF), bytes);
}

static void walk_fragment(struct walk *w, struct layer *l, struct cursor c)
{
	const struct plan *child = next_by(l, VALUE(l, PROTOCOL));
	const struct whole *whole = gather(w, l, c.left);

	if (whole) {
		l->whole = true;
		walk_next(w, child, put_whole(w, &fragment_rows, whole));
	} else if (VALUE(l, FRAG_OFFSET) || c.left.cap == c.left.wire) {
		walk_next(w, NULL, c);
	} else {
		walk_next(w, child, c);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (l->stop) {
		rest_bogus(w, l, *c);
		return;
	}
	check_ttl(w, l);
	check_length(w, l);
	if (!c->left.wire)
		return;
	if (is_fragment(l))
		walk_fragment(w, l, *c);
	else
		walk_next(w, next_by(l, VALUE(l, PROTOCOL)), *c);
}

static void info_bogus(struct text *t, const struct layer *l)
{
	unsigned header = (unsigned)VALUE(l, HDR_LEN) * 4;

	if (l->stop == VERSION)
		text_format(t, "Bogus IPv4 version (%u, must be 4)", (unsigned)VALUE(l, VERSION));
	else if (l->stop == HDR_LEN)
		text_format(t, "Bogus IP header length (%u, must be at least %u)", header,
			    HEADER_MIN);
	else
		text_format(t, "Bogus IP length (%u, less than header length %u)",
			    (unsigned)VALUE(l, LEN), header);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *name = word_for(&ip_protocols, VALUE(l, PROTOCOL));

	(void)r;
	if ((l->bytes.cap < HEADER_MIN && !l->stop) || l->stop >= SRC_ANY_HOST)
		return;
	if (l->stop) {
		info_bogus(t, l);
		return;
	}
	if (is_fragment(l) && !l->whole) {
		text_put(t, "Fragmented IP protocol (proto=");
		text_put(t, name ? name : "Unknown");
		text_char(t, ' ');
		text_u64(t, VALUE(l, PROTOCOL));
		text_put(t, ", off=");
		text_u64(t, VALUE(l, FRAG_OFFSET) * 8);
		text_put(t, ", ID=");
		text_hex(t, VALUE(l, ID), 4);
		text_char(t, ')');
		return;
	}
	put_protocol(t, l);
}

static const struct hang hangs[] = {{"ethertype", 0x0800},
				    {"ip.proto", 4},
				    {"link", 228},
				    {"ip.version", 4},
				    {"llc.dsap", 6},
				    {"null.type", 2},
				    {"ppp.protocol", 0x0021},
				    {"ppp.protocol", 0x0800},
				    {"chdlc.protocol", 0x0800},
				    {"fr.nlpid", 0xcc},
				    {"osinl.excl", 0xcc},
				    {"pwach.channel_type", 0x21},
				    {"gre.proto", 0x0800},
				    {"gre.proto", 0x883e},
				    {"vxlan.next_proto", 1},
				    {"arcnet.protocol_id", 0xd4},
				    {"arcnet.protocol_id", 0xf0},
				    {"nsh.next_proto", 1},
				    {0}};

const struct proto proto_ip = {
	.brief = "IPv4",
	.spec = "RFC 791",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER_MIN,
	.src = SRC,
	.dst = DST,
	.header_len = header_len,
	.total_len = total_len,
	.next = {.table = "ip.proto", .row = PROTOCOL, .also = {"ip.version"}},
	.hangs = hangs,
	.options = &options,
	.believed = believed,
	.note = note,
	.rest = rest,
	.info = info,
};
