/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Control Message Protocol for IPv6: all but options (icmpv6_nd.c) and RPL (icmpv6_rpl.c).
 */
/* RFC 4443, and one RFC for each message: see the rows. */
#include "core/checksum.h"
#include "core/flags.h"
#include "flow/conv.h"

enum {
	ICMPV6,
	LOOSE,
	TYPE,
	CODE,
	CHECKSUM,
	BAD_CHECKSUM,
	STATUS,
	UNDECODED,
	RESERVED,
	DATA,
	UNKNOWN_DATA,
	UNKNOWN_NOTE,
	LENGTH,
	MTU,
	POINTER,
	ECHO_ID,
	ECHO_SEQUENCE,
	RESP_TO,
	RESPTIME,
	RA_HOPS,
	RA_FLAGS,
	RA_M,
	RA_O,
	RA_H,
	RA_PRF,
	RA_P,
	RA_RSV,
	RA_LIFETIME,
	RA_REACHABLE,
	RA_RETRANS,
	NS_TARGET,
	NA_FLAGS,
	NA_R,
	NA_S,
	NA_O,
	NA_RSV,
	NA_TARGET,
	RD_TARGET,
	RD_DESTINATION,
	MLD_DELAY,
	MLD_CODE,
	MLD_ADDRESS,
	MLD_FLAGS,
	MLD_S,
	MLD_QRV,
	MLD_RSV,
	MLD_QQI,
	MLD_N,
	MLD_SOURCE,
	MLDR_N,
	MAR,
	MAR_TYPE,
	MAR_AUX_LEN,
	MAR_N,
	MAR_ADDRESS,
	MAR_SOURCE,
	MAR_AUX,
	RR_SEQUENCE,
	RR_SEGMENT,
	RR_FLAGS,
	RR_T,
	RR_R,
	RR_A,
	RR_S,
	RR_P,
	RR_RSV,
	RR_DELAY,
	MP,
	MP_OPCODE,
	MP_OPLENGTH,
	MP_ORDINAL,
	MP_MATCHLEN,
	MP_MINLEN,
	MP_MAXLEN,
	MP_PREFIX,
	UP,
	UP_USELEN,
	UP_KEEPLEN,
	UP_MASK,
	UP_MASK_L,
	UP_MASK_A,
	UP_MASK_RSV,
	UP_RA,
	UP_RA_L,
	UP_RA_A,
	UP_RA_RSV,
	UP_VALID,
	UP_PREFERRED,
	UP_FLAGS,
	UP_V,
	UP_P,
	UP_FLAGS_RSV,
	UP_PREFIX,
	RM,
	RM_FLAGS,
	RM_RSV,
	RM_B,
	RM_F,
	RM_ORDINAL,
	RM_LEN,
	RM_INTERFACE,
	RM_PREFIX,
	NI_QTYPE,
	NI_FLAGS,
	NI_G,
	NI_S,
	NI_L,
	NI_C,
	NI_A,
	NI_T,
	NI_RSV,
	NI_NONCE,
	NI_IPV6,
	NI_FQDN,
	NI_IPV4,
	NI_TTL,
	NI_NAME,
	NI_ADDRESS,
	NI_ADDRESS4,
	MIP_ID,
	MIP_AGENT,
	MIP_FLAGS,
	MIP_M,
	MIP_O,
	MIP_RSV,
	SEND_ID,
	SEND_ALL,
	SEND_COMPONENT,
	FMIP_SUBTYPE,
	FMIP_FLAGS,
	FMIP_S,
	FMIP_U,
	FMIP_RSV,
	FMIP_ID,
	MRD_INTERVAL,
	MRD_ROBUSTNESS,
	ILNP_N,
	ILNP_LOCATOR,
	ILNP_PREFERENCE,
	ILNP_LIFETIME,
	DA_STATUS,
	DA_RSV,
	DA_LIFETIME,
	DA_EUI64,
	DA_ADDRESS,
	EXT_SEQUENCE,
	EXT_RSV,
	EXT_LOCAL,
	EXT_STATE,
	EXT_RSP_RSV,
	EXT_ACTIVE,
	EXT_IPV4,
	EXT_IPV6,
	MPL_INFO,
	MPL_MIN,
	MPL_LEN,
	MPL_S,
	MPL_SEED,
	MPL_MESSAGES,
	MPL_SEQUENCE,
};

struct state {
	uint64_t status;
	uint64_t resp_to; /* the request's frame */
};

enum {
	UNREACHABLE = 1,
	TOO_BIG,
	EXCEEDED,
	PARAMETER,
	ECHO_REQUEST = 128,
	ECHO_REPLY,
	MLD_QUERY,
	MLD_REPORT,
	MLD_DONE,
	ROUTER_SOLICIT,
	ROUTER_ADVERT,
	NEIGHBOUR_SOLICIT,
	NEIGHBOUR_ADVERT,
	REDIRECT,
	RENUMBERING,
	NODE_QUERY,
	NODE_REPLY,
	INVERSE_SOLICIT,
	INVERSE_ADVERT,
	MLD2_REPORT,
	AGENT_REQUEST,
	AGENT_REPLY,
	PREFIX_SOLICIT,
	PREFIX_ADVERT,
	CERT_SOLICIT,
	CERT_ADVERT,
	EXP_MOBILITY,
	MULTICAST_ADVERT,
	MULTICAST_SOLICIT,
	MULTICAST_END,
	FMIP6,
	RPL_CONTROL,
	LOCATOR_UPDATE,
	ADDRESS_REQUEST,
	ADDRESS_CONFIRM,
	MPL_CONTROL,
	EXT_ECHO_REQUEST,
	EXT_ECHO_REPLY,
};

#define HEAD 4
#define PROTO_ICMPV6 58

static const struct word types[] = {
	{1, "Destination Unreachable"},
	{2, "Packet Too Big"},
	{3, "Time Exceeded"},
	{4, "Parameter Problem"},
	{100, "Private experimentation"},
	{101, "Private experimentation"},
	{127, "Reserved for expansion of ICMPv6 error messages"},
	{128, "Echo (ping) request"},
	{129, "Echo (ping) reply"},
	{130, "Multicast Listener Query"},
	{131, "Multicast Listener Report"},
	{132, "Multicast Listener Done"},
	{133, "Router Solicitation"},
	{134, "Router Advertisement"},
	{135, "Neighbor Solicitation"},
	{136, "Neighbor Advertisement"},
	{137, "Redirect"},
	{138, "Router Renumbering"},
	{139, "Node Information Query"},
	{140, "Node Information Reply"},
	{141, "Inverse Neighbor Discovery Solicitation"},
	{142, "Inverse Neighbor Discovery Advertisement"},
	{143, "Multicast Listener Report Message v2"},
	{144, "Home Agent Address Discovery Request"},
	{145, "Home Agent Address Discovery Reply"},
	{146, "Mobile Prefix Solicitation"},
	{147, "Mobile Prefix Advertisement"},
	{148, "Certification Path Solicitation"},
	{149, "Certification Path Advertisement"},
	{150, "Experimental Mobility"},
	{151, "Multicast Router Advertisement"},
	{152, "Multicast Router Solicitation"},
	{153, "Multicast Router Termination"},
	{154, "FMIPv6"},
	{155, "RPL Control"},
	{156, "Locator Update"},
	{157, "Duplicate Address Request"},
	{158, "Duplicate Address Confirmation"},
	{159, "MPL Control Message"},
	{160, "Extended Echo request"},
	{161, "Extended Echo reply"},
	{200, "Private experimentation"},
	{201, "Private experimentation"},
	{255, "Reserved for expansion of ICMPv6 informational messages"},
};
static const struct words type_words = {types, COUNT(types)};

/* --- words of codes --- */

static const struct word unreachable_codes[] = {
	{0, "no route to destination"},
	{1, "Administratively prohibited"},
	{2, "Beyond scope of source address"},
	{3, "Address unreachable"},
	{4, "Port unreachable"},
	{5, "Source address failed ingress/egress policy"},
	{6, "Reject route to destination"},
	{7, "Error in Source Routing Header"},
};
static const struct word exceeded_codes[] = {{0, "hop limit exceeded in transit"},
					     {1, "fragment reassembly time exceeded"}};
static const struct word parameter_codes[] = {
	{0, "erroneous header field encountered"},
	{1, "unrecognized Next Header type encountered"},
	{2, "unrecognized IPv6 option encountered"},
	{3, "IPv6 First Fragment has incomplete IPv6 Header Chain"},
};
static const struct word renumbering_codes[] = {
	{0, "Command"}, {1, "Result"}, {255, "Sequence number reset"}};
static const struct word query_codes[] = {{0, "Query subject = IPv6 addresses"},
					  {1, "Query subject = DNS name or empty"},
					  {2, "Query subject = IPv4 addresses"}};
static const struct word reply_codes[] = {
	{0, "Successful"}, {1, "Refused"}, {2, "Unknown query type"}};
static const struct word rpl_codes[] = {
	{0x00, "DODAG Information Solicitation"},
	{0x01, "DODAG Information Object"},
	{0x02, "Destination Advertisement Object"},
	{0x03, "Destination Advertisement Object Acknowledgment"},
	{0x04, "P2P Discovery Reply Object"},
	{0x05, "P2P Discovery Reply Object Acknowledgement"},
	{0x80, "Secure DODAG Information Solicitation"},
	{0x81, "Secure DODAG Information Object"},
	{0x82, "Secure Destination Advertisement Object"},
	{0x83, "Secure Destination Advertisement Object Acknowledgment"},
	{0x84, "P2P Secure Discovery Reply Object"},
	{0x85, "P2P Secure Discovery Reply Object Acknowledgement"},
	{0x8a, "Consistency Check"},
};
static const struct word ext_request_codes[] = {{0, "No error"}};
static const struct word ext_reply_codes[] = {{0, "No error"},
					      {1, "Malformed Query"},
					      {2, "No Such Interface"},
					      {3, "No Such Table Entry"},
					      {4, "Multiple Interfaces Satisfy Query"}};

#define CODES(type, list) [type] = {list, COUNT(list)}
static const struct words codes[] = {
	CODES(UNREACHABLE, unreachable_codes),  CODES(EXCEEDED, exceeded_codes),
	CODES(PARAMETER, parameter_codes),      CODES(RENUMBERING, renumbering_codes),
	CODES(NODE_QUERY, query_codes),         CODES(NODE_REPLY, reply_codes),
	CODES(RPL_CONTROL, rpl_codes),          CODES(EXT_ECHO_REQUEST, ext_request_codes),
	CODES(EXT_ECHO_REPLY, ext_reply_codes),
};

enum { PROXY_ADVERT = 3, HANDOVER_INITIATE, HANDOVER_ACK };

/* RFC 5568, 6.1.2, 6.2.1: what a code of fast handovers means depends on the subtype. */
static const struct word proxy_codes[] = {
	{0, "MN should use AP-ID, AR-info tuple"},
	{1, "Network Initiated Handover trigger"},
	{2, "No new router information"},
	{3, "Limited new router information"},
	{4, "Unsolicited"},
};
static const struct word initiate_codes[] = {{0, "FBU sent from previous link"},
					     {1, "FBU sent from new link"}};
static const struct word ack_codes[] = {
	{0, "Handover Accepted, NCoA valid"},
	{1, "Handover Accepted, NCoA not valid"},
	{2, "Handover Accepted, NCoA in use"},
	{3, "Handover Accepted, NCoA assigned"},
	{4, "Handover Accepted, NCoA not assigned"},
	{128, "Handover Not Accepted, reason unspecified"},
	{129, "Administratively prohibited"},
	{130, "Insufficient resources"},
};
static const struct words handover_codes[] = {
	CODES(PROXY_ADVERT, proxy_codes),
	CODES(HANDOVER_INITIATE, initiate_codes),
	CODES(HANDOVER_ACK, ack_codes),
};

static const struct word preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
static const struct word infinity[] = {{UINT32_MAX, "Infinity"}};
static const struct word record_types[] = {
	{1, "Include"},
	{2, "Exclude"},
	{3, "Changed to include"},
	{4, "Changed to exclude"},
	{5, "Allow new sources"},
	{6, "Block old sources"},
};
static const struct word opcodes[] = {{1, "Add"}, {2, "Change"}, {3, "Set Global"}};
static const struct word query_types[] = {
	{0, "NOOP"},
	{1, "Supported query types (Obsolete)"},
	{2, "Node Name"},
	{3, "Node addresses"},
	{4, "IPv4 node addresses"},
};
static const struct word address_scopes[] = {{0, "Unicast addresses on the queried interface"},
					     {1, "All unicast address"}};
static const struct word subtypes[] = {
	{2, "Router Solicitation for Proxy Advertisement"},
	{3, "Proxy Router Advertisement"},
	{4, "Handover Initiate"},
	{5, "Handover Acknowledge"},
};
static const struct word da_statuses[] = {
	{0, "Success"}, {1, "Duplicate Exists"}, {2, "Neighbor Cache Full"}};
static const struct word neighbour_states[] = {
	{0, "Reserved"}, {1, "Incomplete"}, {2, "Reachable"}, {3, "Stale"},
	{4, "Delay"},    {5, "Probe"},      {6, "Failed"},
};
static const struct word seed_lengths[] = {{0, "0 bit, not included in MPL Seed Info"},
					   {1, "16 bits"},
					   {2, "64 bits"},
					   {3, "128 bits"}};

/* --- words of the detail tree --- */

static const struct words *codes_of(uint64_t type)
{
	return type < COUNT(codes) && codes[type].list ? &codes[type] : NULL;
}

static bool is_handover(uint64_t type)
{
	return type == FMIP6 || type == EXP_MOBILITY;
}

static void put_code(struct text *t, uint64_t type, uint64_t code)
{
	const char *word = word_for(codes_of(type), code);

	if (word)
		text_put(t, word);
	else if (type == UNREACHABLE)
		text_put(t, "Unknown");
	else
		text_format(t, "Unknown (%u)", (unsigned)code);
}

static void put_handover_code(struct text *t, uint64_t subtype, uint64_t code)
{
	const char *word;

	if (subtype >= COUNT(handover_codes) || !handover_codes[subtype].list)
		return;
	word = word_for(&handover_codes[subtype], code);
	text_put(t, " (");
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown %u", (unsigned)code);
	text_char(t, ')');
}

/* The node of a row beside this one. */
static uint64_t beside(const struct record *r, const struct node *n, unsigned row)
{
	const struct node *found = node_below(r, node_parent(r, n), row);

	return found ? found->u : 0;
}

static void form_code(struct text *t, const struct record *r, const struct node *n)
{
	uint64_t type = beside(r, n, TYPE);

	text_u64(t, n->u);
	if (is_handover(type)) {
		put_handover_code(t, beside(r, n, FMIP_SUBTYPE), n->u);
	} else if (codes_of(type)) {
		text_put(t, " (");
		put_code(t, type, n->u);
		text_char(t, ')');
	}
}

static void form_resptime(struct text *t, const struct record *r, const struct node *n)
{
	double ms;

	(void)r;
	memcpy(&ms, &n->u, sizeof ms);
	text_format(t, "%.3f ms", ms);
}

/* A number of which only some values mean something special. */
static void form_special(struct text *t, const struct record *r, const struct node *n)
{
	const char *word = word_for(n->field->words, n->u);

	(void)r;
	if (word) {
		text_put(t, word);
		text_put(t, " (");
	}
	text_u64(t, n->u);
	if (word)
		text_char(t, ')');
}

static const struct field fields[] = {
	[ICMPV6] = {"icmpv6", "Internet Control Message Protocol v6", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[TYPE] = {"icmpv6.type", "Type", U8, DEC, AT(0, 8), .words = &type_words,
		  .help = "Which message", .ref = "RFC 4443, 2.1"},
	[CODE] = {"icmpv6.code", "Code", U8, DEC, AT(8, 8), .form = form_code,
		  .help = "Which kind of it", .ref = "RFC 4443, 2.1"},
	[CHECKSUM] = {"icmpv6.checksum", "Checksum", U16, HEX, AT(16, 16),
		      .help = "Over pseudo header and message", .ref = "RFC 4443, 2.3"},
	[BAD_CHECKSUM] = EXPERT("icmpv6.checksum_bad.expert", "Bad checksum", WARNING, G_CHECKSUM),
	[STATUS] = {"icmpv6.checksum.status", "Checksum Status", U8, FROM(struct state, status),
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[UNDECODED] = EXPERT("icmpv6.undecoded.type", "Undecoded type", REMARK, G_UNDECODED),
	[RESERVED] = {"icmpv6.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 4443, 3.1"},
	[DATA] = {"icmpv6.data", "Data", BYTES, .help = "What an unknown message carries",
		  .ref = "RFC 4443, 2.1"},
	[UNKNOWN_DATA] = {"icmpv6.unknown_data", "Unknown Data", BYTES,
			  .help = "More than the message should have"},
	[UNKNOWN_NOTE] = EXPERT("icmpv6.unknown_data.expert", "Unknown Data (not interpreted)",
				ERROR, G_MALFORMED),
	[LENGTH] = {"icmpv6.length", "Length of original datagram", U8, DEC,
		    .help = "Units of 8 octets of the quoted packet", .ref = "RFC 4884, 4.2"},
	[MTU] = {"icmpv6.mtu", "MTU", U32, DEC, .help = "MTU of the next link",
		 .ref = "RFC 4443, 3.2"},
	[POINTER] = {"icmpv6.pointer", "Pointer", U32, DEC,
		     .help = "Octet of the quoted packet that is wrong", .ref = "RFC 4443, 3.4"},
	[ECHO_ID] = {"icmpv6.echo.identifier", "Identifier", U16, HEX,
		     .help = "Pairs replies with requests", .ref = "RFC 4443, 4.1"},
	[ECHO_SEQUENCE] = {"icmpv6.echo.sequence_number", "Sequence", U16, DEC,
			   .help = "Pairs replies with requests", .ref = "RFC 4443, 4.1"},
	[RESP_TO] = {"icmpv6.resp_to", "Response To", FRAMENUM, .traits = GENERATED,
		     .help = "Where the request is"},
	[RESPTIME] = {"icmpv6.resptime", "Response Time", DOUBLE, .traits = GENERATED,
		      .form = form_resptime, .help = "Milliseconds since the request"},
	[RA_HOPS] = {"icmpv6.nd.ra.cur_hop_limit", "Cur hop limit", U8, DEC,
		     .help = "Hop limit that hosts should send", .ref = "RFC 4861, 4.2"},
	[RA_FLAGS] = {"icmpv6.nd.ra.flag", "Flags", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 4861, 4.2"},
	[RA_M] = {"icmpv6.nd.ra.flag.m", "Managed address configuration", BOOL, AT(0, 1),
		  .under = RA_FLAGS, WORDS(set_notset), .help = "Addresses by DHCPv6",
		  .ref = "RFC 4861, 4.2"},
	[RA_O] = {"icmpv6.nd.ra.flag.o", "Other configuration", BOOL, AT(1, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "Other settings by DHCPv6", .ref = "RFC 4861, 4.2"},
	[RA_H] = {"icmpv6.nd.ra.flag.h", "Home Agent", BOOL, AT(2, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "The router is a home agent", .ref = "RFC 6275, 7.1"},
	[RA_PRF] = {"icmpv6.nd.ra.flag.prf", "Prf (Default Router Preference)", U8, DEC, AT(3, 2),
		    .under = RA_FLAGS, WORDS(preferences), .help = "Which router to prefer",
		    .ref = "RFC 4191, 2.2"},
	[RA_P] = {"icmpv6.nd.ra.flag.p", "Proxy", BOOL, AT(5, 1), .under = RA_FLAGS,
		  WORDS(set_notset), .help = "The router is a proxy", .ref = "RFC 4389, 4.1.3.3"},
	[RA_RSV] = {"icmpv6.nd.ra.flag.rsv", "Reserved", U8, DEC, AT(6, 2), .under = RA_FLAGS,
		    .help = "Always 0", .ref = "RFC 4861, 4.2"},
	[RA_LIFETIME] = {"icmpv6.nd.ra.router_lifetime", "Router lifetime (s)", U16, DEC,
			 .help = "Seconds that it is a default router", .ref = "RFC 4861, 4.2"},
	[RA_REACHABLE] = {"icmpv6.nd.ra.reachable_time", "Reachable time (ms)", U32, DEC,
			  .help = "Milliseconds that a neighbour counts as reachable",
			  .ref = "RFC 4861, 4.2"},
	[RA_RETRANS] = {"icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)", U32, DEC,
			.help = "Milliseconds between solicitations", .ref = "RFC 4861, 4.2"},
	[NS_TARGET] = {"icmpv6.nd.ns.target_address", "Target Address", IPV6,
		       .help = "Whose address is asked for", .ref = "RFC 4861, 4.3"},
	[NA_FLAGS] = {"icmpv6.nd.na.flag", "Flags", U32, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 4861, 4.4"},
	[NA_R] = {"icmpv6.nd.na.flag.r", "Router", BOOL, AT(0, 1), BOX(32, 0), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "The sender is a router", .ref = "RFC 4861, 4.4"},
	[NA_S] = {"icmpv6.nd.na.flag.s", "Solicited", BOOL, AT(1, 1), BOX(32, 1), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "It was asked for", .ref = "RFC 4861, 4.4"},
	[NA_O] = {"icmpv6.nd.na.flag.o", "Override", BOOL, AT(2, 1), BOX(32, 2), .under = NA_FLAGS,
		  WORDS(set_notset), .help = "It replaces what is known", .ref = "RFC 4861, 4.4"},
	[NA_RSV] = {"icmpv6.nd.na.flag.rsv", "Reserved", U32, DEC, AT(3, 29), BOX(32, 3),
		    .under = NA_FLAGS, .help = "Always 0", .ref = "RFC 4861, 4.4"},
	[NA_TARGET] = {"icmpv6.nd.na.target_address", "Target Address", IPV6,
		       .help = "Whose address it tells", .ref = "RFC 4861, 4.4"},
	[RD_TARGET] = {"icmpv6.nd.rd.target_address", "Target Address", IPV6,
		       .help = "The better first hop", .ref = "RFC 4861, 4.5"},
	[RD_DESTINATION] = {"icmpv6.rd.na.destination_address", "Destination Address", IPV6,
			    .help = "For packets to there", .ref = "RFC 4861, 4.5"},
	[MLD_DELAY] = {"icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]", U16, DEC,
		       .help = "Milliseconds until the report at most", .ref = "RFC 2710, 3.4"},
	[MLD_CODE] = {"icmpv6.mld.maximum_response_code", "Maximum Response Code", U16, DEC,
		      .help = "Milliseconds until the report at most", .ref = "RFC 3810, 5.1.3"},
	[MLD_ADDRESS] = {"icmpv6.mld.multicast_address", "Multicast Address", IPV6,
			 .help = "The group", .ref = "RFC 2710, 3.6"},
	[MLD_FLAGS] = {"icmpv6.mld.flag", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
		       .ref = "RFC 3810, 5.1.7"},
	[MLD_S] = {"icmpv6.mld.flag.s", "Suppress Router-Side Processing", BOOL, AT(4, 1),
		   .under = MLD_FLAGS, .help = "Routers leave their timers alone",
		   .ref = "RFC 3810, 5.1.7"},
	[MLD_QRV] = {"icmpv6.mld.flag.qrv", "QRV (Querier's Robustness Variable)", U8, DEC,
		     AT(5, 3), .under = MLD_FLAGS, .help = "Losses that are expected",
		     .ref = "RFC 3810, 5.1.8"},
	[MLD_RSV] = {"icmpv6.mld.flag.reserved", "Reserved", U8, DEC, AT(0, 4), .under = MLD_FLAGS,
		     .help = "Always 0", .ref = "RFC 3810, 5.1.6"},
	[MLD_QQI] = {"icmpv6.mld.qqi", "QQIC (Querier's Query Interval Code)", U8, DEC,
		     .help = "Seconds between queries", .ref = "RFC 3810, 5.1.9"},
	[MLD_N] = {"icmpv6.mld.nb_sources", "Number of Sources", U16, DEC,
		   .help = "How many sources", .ref = "RFC 3810, 5.1.10"},
	[MLD_SOURCE] = {"icmpv6.mld.source_address", "Source Address", IPV6, .help = "A source",
			.ref = "RFC 3810, 5.1.11"},
	[MLDR_N] = {"icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records", U16, DEC,
		    .help = "How many records", .ref = "RFC 3810, 5.2.2"},
	[MAR] = {"icmpv6.mldr.mar", "Multicast Address Record", NONE,
		 .help = "What is wanted of one group", .ref = "RFC 3810, 5.2.4"},
	[MAR_TYPE] = {"icmpv6.mldr.mar.record_type", "Record Type", U8, DEC, .under = MAR,
		      WORDS(record_types), .help = "What kind of record",
		      .ref = "RFC 3810, 5.2.12"},
	[MAR_AUX_LEN] = {"icmpv6.mldr.mar.aux_data_len", "Aux Data Len", U8, DEC, .under = MAR,
			 .help = "Words of auxiliary data", .ref = "RFC 3810, 5.2.6"},
	[MAR_N] = {"icmpv6.mldr.mar.nb_sources", "Number of Sources", U16, DEC, .under = MAR,
		   .help = "How many sources", .ref = "RFC 3810, 5.2.7"},
	[MAR_ADDRESS] = {"icmpv6.mldr.mar.multicast_address", "Multicast Address", IPV6,
			 .under = MAR, .help = "The group", .ref = "RFC 3810, 5.2.8"},
	[MAR_SOURCE] = {"icmpv6.mldr.mar.source_address", "Source Address", IPV6, .under = MAR,
			.help = "A source", .ref = "RFC 3810, 5.2.9"},
	[MAR_AUX] = {"icmpv6.mldr.mar.auxiliary_data", "Auxiliary Data", BYTES, .under = MAR,
		     .help = "Auxiliary data", .ref = "RFC 3810, 5.2.10"},
	[RR_SEQUENCE] = {"icmpv6.rr.sequence_number", "Sequence Number", U32, DEC,
			 .help = "Counts commands", .ref = "RFC 2894, 3.1"},
	[RR_SEGMENT] = {"icmpv6.rr.segment_number", "Segment Number", U8, DEC,
			.help = "Which part of the command", .ref = "RFC 2894, 3.1"},
	[RR_FLAGS] = {"icmpv6.rr.flag", "Flags", U8, HEX, .form = form_flags, .help = "All flags",
		      .ref = "RFC 2894, 3.1"},
	[RR_T] = {"icmpv6.rr.flag.t", "Test Command", BOOL, AT(0, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "Only a test", .ref = "RFC 2894, 3.1"},
	[RR_R] = {"icmpv6.rr.flag.r", "Result requested", BOOL, AT(1, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "A result is wanted", .ref = "RFC 2894, 3.1"},
	[RR_A] = {"icmpv6.rr.flag.a", "All Interfaces", BOOL, AT(2, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "For all interfaces", .ref = "RFC 2894, 3.1"},
	[RR_S] = {"icmpv6.rr.flag.s", "Site-specific", BOOL, AT(3, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "Only for interfaces of a site",
		  .ref = "RFC 2894, 3.1"},
	[RR_P] = {"icmpv6.rr.flag.p", "Processed previously", BOOL, AT(4, 1), .under = RR_FLAGS,
		  WORDS(set_notset), .help = "It was done before", .ref = "RFC 2894, 3.1"},
	[RR_RSV] = {"icmpv6.rr.flag.rsv", "Reserved", U8, DEC, AT(5, 3), .under = RR_FLAGS,
		    .help = "Always 0", .ref = "RFC 2894, 3.1"},
	[RR_DELAY] = {"icmpv6.rr.maxdelay", "Max Delay", U16, DEC,
		      .help = "Milliseconds until the result at most", .ref = "RFC 2894, 3.1"},
	[MP] = {"icmpv6.rr.pco.mp", "Match-Prefix Part", NONE, .help = "Which prefixes it is about",
		.ref = "RFC 2894, 3.2.1.1"},
	[MP_OPCODE] = {"icmpv6.rr.pco.mp.opcode", "OpCode", U8, DEC, .under = MP, WORDS(opcodes),
		       .help = "What to do", .ref = "RFC 2894, 3.2.1.1"},
	[MP_OPLENGTH] = {"icmpv6.rr.pco.mp.oplength", "OpLength", U8, DEC, .under = MP,
			 .help = "Length of the operation", .ref = "RFC 2894, 3.2.1.1"},
	[MP_ORDINAL] = {"icmpv6.rr.pco.mp.ordinal", "Ordinal", U8, HEX, .under = MP,
			.help = "Number of the operation", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MATCHLEN] = {"icmpv6.rr.pco.mp.matchlen", "MatchLen", U8, DEC, .under = MP,
			 .help = "Bits to compare", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MINLEN] = {"icmpv6.rr.pco.mp.minlen", "MinLen", U8, DEC, .under = MP,
		       .help = "Shortest prefix", .ref = "RFC 2894, 3.2.1.1"},
	[MP_MAXLEN] = {"icmpv6.rr.pco.mp.maxlen", "MaxLen", U8, DEC, .under = MP,
		       .help = "Longest prefix", .ref = "RFC 2894, 3.2.1.1"},
	[MP_PREFIX] = {"icmpv6.rr.pco.mp.matchprefix", "MatchPrefix", IPV6, .under = MP,
		       .help = "The prefix to compare with", .ref = "RFC 2894, 3.2.1.1"},
	[UP] = {"icmpv6.rr.pco.up", "Use-Prefix Part", NONE, .help = "Which prefix to use instead",
		.ref = "RFC 2894, 3.2.1.2"},
	[UP_USELEN] = {"icmpv6.rr.pco.up.uselen", "UseLen", U8, DEC, .under = UP,
		       .help = "Bits to take of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_KEEPLEN] = {"icmpv6.rr.pco.up.keeplen", "KeepLen", U8, DEC, .under = UP,
			.help = "Bits to keep of the old one", .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK] = {"icmpv6.rr.pco.up.flagmask", "FlagMask", U8, HEX, .under = UP,
		     .form = form_flags, .help = "Which flags to change",
		     .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_L] = {"icmpv6.rr.pco.up.flagmask.l", "On-link flag(L)", BOOL, AT(0, 1),
		       .under = UP_MASK, WORDS(set_notset), .help = "The prefix is on the link",
		       .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_A] = {"icmpv6.rr.pco.up.flagmask.a", "Autonomous address-configuration flag(A)",
		       BOOL, AT(1, 1), .under = UP_MASK, WORDS(set_notset),
		       .help = "Hosts may make addresses of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_MASK_RSV] = {"icmpv6.rr.pco.up.flagmask.reserved", "Reserved", U8, DEC, AT(2, 6),
			 .under = UP_MASK, .help = "Always 0", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA] = {"icmpv6.rr.pco.up.raflags", "RAFlags", U8, HEX, .under = UP, .form = form_flags,
		   .help = "The flags to advertise", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_L] = {"icmpv6.rr.pco.up.flagmask.l", "On-link flag(L)", BOOL, AT(0, 1),
		     .under = UP_RA, WORDS(set_notset), .help = "The prefix is on the link",
		     .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_A] = {"icmpv6.rr.pco.up.flagmask.a", "Autonomous address-configuration flag(A)",
		     BOOL, AT(1, 1), .under = UP_RA, WORDS(set_notset),
		     .help = "Hosts may make addresses of it", .ref = "RFC 2894, 3.2.1.2"},
	[UP_RA_RSV] = {"icmpv6.rr.pco.up.flagmask.reserved", "Reserved", U8, DEC, AT(2, 6),
		       .under = UP_RA, .help = "Always 0", .ref = "RFC 2894, 3.2.1.2"},
	[UP_VALID] = {"icmpv6.rr.pco.up.validlifetime", "Valid Lifetime", U32, DEC, .under = UP,
		      WORDS(infinity), .form = form_special, .help = "Seconds that it is valid",
		      .ref = "RFC 2894, 3.2.1.2"},
	[UP_PREFERRED] = {"icmpv6.rr.pco.up.preferredlifetime", "Preferred Lifetime", U32, DEC,
			  .under = UP, WORDS(infinity), .form = form_special,
			  .help = "Seconds that its addresses are preferred",
			  .ref = "RFC 2894, 3.2.1.2"},
	[UP_FLAGS] = {"icmpv6.rr.pco.up.flag", "Flags", U32, HEX, .under = UP, .form = form_flags,
		      .help = "All flags", .ref = "RFC 2894, 3.2.1.2"},
	[UP_V] = {"icmpv6.rr.pco.up.flag.v", "Decrement valid lifetime", BOOL, AT(0, 1), BOX(32, 0),
		  .under = UP_FLAGS, WORDS(set_notset), .help = "The valid lifetime runs down",
		  .ref = "RFC 2894, 3.2.1.2"},
	[UP_P] = {"icmpv6.rr.pco.up.flag.p", "Decrement preferred lifetime", BOOL, AT(1, 1),
		  BOX(32, 1), .under = UP_FLAGS, WORDS(set_notset),
		  .help = "The preferred lifetime runs down", .ref = "RFC 2894, 3.2.1.2"},
	[UP_FLAGS_RSV] = {"icmpv6.rr.pco.up.flag.reserved", "Reserved", U32, DEC, AT(2, 30),
			  BOX(32, 2), .under = UP_FLAGS, .help = "Always 0",
			  .ref = "RFC 2894, 3.2.1.2"},
	[UP_PREFIX] = {"icmpv6.rr.pco.up.useprefix", "UsePrefix", IPV6, .under = UP,
		       .help = "The prefix", .ref = "RFC 2894, 3.2.1.2"},
	[RM] = {"icmpv6.rr.rm", "Result Message", NONE, .help = "What a router did",
		.ref = "RFC 2894, 3.2.2"},
	[RM_FLAGS] = {"icmpv6.rr.rm.flag", "Flags", U16, HEX, .under = RM, .form = form_flags,
		      .help = "All flags", .ref = "RFC 2894, 3.2.2"},
	[RM_RSV] = {"icmpv6.rr.rm.flag.reserved", "Reserved", U16, DEC, AT(0, 14), BOX(16, 0),
		    .under = RM_FLAGS, .help = "Always 0", .ref = "RFC 2894, 3.2.2"},
	[RM_B] = {"icmpv6.rr.rm.flag.b", "Bounds", BOOL, AT(14, 1), BOX(16, 14), .under = RM_FLAGS,
		  WORDS(set_notset), .help = "Some limit was hit", .ref = "RFC 2894, 3.2.2"},
	[RM_F] = {"icmpv6.rr.rm.flag.f", "Forbidden", BOOL, AT(15, 1), BOX(16, 15),
		  .under = RM_FLAGS, WORDS(set_notset), .help = "It isn't allowed",
		  .ref = "RFC 2894, 3.2.2"},
	[RM_ORDINAL] = {"icmpv6.rr.rm.ordinal", "Ordinal", U8, HEX, .under = RM,
			.help = "Number of the operation", .ref = "RFC 2894, 3.2.2"},
	[RM_LEN] = {"icmpv6.rr.rm.matchedlen", "MatchedLen", U8, DEC, .under = RM,
		    .help = "Bits of the prefix", .ref = "RFC 2894, 3.2.2"},
	[RM_INTERFACE] = {"icmpv6.rr.rm.interfaceindex", "InterfaceIndex", U32, DEC, .under = RM,
			  .help = "Which interface", .ref = "RFC 2894, 3.2.2"},
	[RM_PREFIX] = {"icmpv6.rr.rm.matchedprefix", "MatchedPrefix", IPV6, .under = RM,
		       .help = "The prefix", .ref = "RFC 2894, 3.2.2"},
	[NI_QTYPE] = {"icmpv6.ni.qtype", "Qtype", U16, DEC, WORDS(query_types),
		      .help = "What is asked for", .ref = "RFC 4620, 4"},
	[NI_FLAGS] = {"icmpv6.ni.flag", "Flags", U16, HEX, .form = form_flags, .help = "All flags",
		      .ref = "RFC 4620, 4"},
	[NI_G] = {"icmpv6.ni.flag.g", "Global-scope addresses", BOOL, AT(10, 1), BOX(16, 10),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Global addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_S] = {"icmpv6.ni.flag.s", "Site-local addresses", BOOL, AT(11, 1), BOX(16, 11),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Site-local addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_L] = {"icmpv6.ni.flag.l", "Link-local addresses", BOOL, AT(12, 1), BOX(16, 12),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "Link-local addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_C] = {"icmpv6.ni.flag.c", "Compression", BOOL, AT(13, 1), BOX(16, 13),
		  .under = NI_FLAGS, WORDS(set_notset), .help = "IPv4-compatible addresses",
		  .ref = "RFC 4620, 6.4"},
	[NI_A] = {"icmpv6.ni.flag.a", "Unicast Addresses", BOOL, AT(14, 1), BOX(16, 14),
		  .under = NI_FLAGS, WORDS(address_scopes), .help = "Of all interfaces",
		  .ref = "RFC 4620, 6.4"},
	[NI_T] = {"icmpv6.ni.flag.t", "Truncated", BOOL, AT(15, 1), BOX(16, 15), .under = NI_FLAGS,
		  WORDS(set_notset), .help = "Not all are told", .ref = "RFC 4620, 6.4"},
	[NI_RSV] = {"icmpv6.ni.flag.rsv", "Reserved", U16, HEX, AT(0, 10), BOX(16, 0),
		    .under = NI_FLAGS, .help = "Always 0", .ref = "RFC 4620, 4"},
	[NI_NONCE] = {"icmpv6.ni.nonce", "Nonce", U64, HEX,
		      .help = "The same in question and answer", .ref = "RFC 4620, 4"},
	[NI_IPV6] = {"icmpv6.ni.query.subject_ipv6", "IPv6 subject address", IPV6,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_FQDN] = {"icmpv6.ni.query.subject_fqdn", "FQDN subject", STRING,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_IPV4] = {"icmpv6.ni.query.subject_ipv4", "IPv4 subject address", IPV4,
		     .help = "Whom it is about", .ref = "RFC 4620, 4"},
	[NI_TTL] = {"icmpv6.ni.reply.node_ttl", "TTL", U32, DEC,
		    .help = "Seconds that the answer is good for", .ref = "RFC 4620, 6.3"},
	[NI_NAME] = {"icmpv6.ni.reply.node_name", "Name Node", STRING, .help = "A name of the node",
		     .ref = "RFC 4620, 6.3"},
	[NI_ADDRESS] = {"icmpv6.ni.reply.node_address", "IPv6 Node address", IPV6,
			.help = "An address of the node", .ref = "RFC 4620, 6.4"},
	[NI_ADDRESS4] = {"icmpv6.ni.reply.ipv4_address", "IPv4 Node address", IPV4,
			 .help = "An address of the node", .ref = "RFC 4620, 6.5"},
	[MIP_ID] = {"icmpv6.mip6.identifier", "Identifier", U16, DEC_HEX,
		    .help = "Pairs replies with requests", .ref = "RFC 6275, 6.5"},
	[MIP_AGENT] = {"icmpv6.mip6.home_agent_address", "Home Agent Address", IPV6,
		       .help = "A home agent", .ref = "RFC 6275, 6.6"},
	[MIP_FLAGS] = {"icmpv6.mip6.flag", "Flags", U16, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6275, 6.8"},
	[MIP_M] = {"icmpv6.mip6.flag.m", "Managed address configuration", BOOL, AT(0, 1),
		   BOX(16, 0), .under = MIP_FLAGS, WORDS(set_notset), .help = "Addresses by DHCPv6",
		   .ref = "RFC 6275, 6.8"},
	[MIP_O] = {"icmpv6.mip6.flag.o", "Other configuration", BOOL, AT(1, 1), BOX(16, 1),
		   .under = MIP_FLAGS, WORDS(set_notset), .help = "Other settings by DHCPv6",
		   .ref = "RFC 6275, 6.8"},
	[MIP_RSV] = {"icmpv6.mip6.flag.rsv", "Reserved", U16, DEC, AT(2, 14), BOX(16, 2),
		     .under = MIP_FLAGS, .help = "Always 0", .ref = "RFC 6275, 6.8"},
	[SEND_ID] = {"icmpv6.send.identifier", "Identifier", U16, DEC,
		     .help = "Pairs replies with requests", .ref = "RFC 3971, 6.4.1"},
	[SEND_ALL] = {"icmpv6.send.all_components", "All Components", U16, DEC,
		      .help = "How many certificates", .ref = "RFC 3971, 6.4.2"},
	[SEND_COMPONENT] = {"icmpv6.send.component", "Component", U16, DEC,
			    .help = "Which certificate", .ref = "RFC 3971, 6.4.1"},
	[FMIP_SUBTYPE] = {"icmpv6.fmip6.subtype", "Subtype", U8, DEC, WORDS(subtypes),
			  .help = "Which message", .ref = "RFC 5568, 6.1"},
	[FMIP_FLAGS] = {"icmpv6.fmip6.hi.flag", "Flag", U8, HEX, .form = form_flags,
			.help = "All flags", .ref = "RFC 5268, 6.2.1"},
	[FMIP_S] = {"icmpv6.fmip6.hi.flag.s", "Assigned address configuration", BOOL, AT(0, 1),
		    .under = FMIP_FLAGS, WORDS(set_notset), .help = "Make an address for the node",
		    .ref = "RFC 5268, 6.2.1"},
	[FMIP_U] = {"icmpv6.fmip6.hi.flag.a", "Buffer", BOOL, AT(1, 1), .under = FMIP_FLAGS,
		    WORDS(set_notset), .help = "Keep its packets", .ref = "RFC 5268, 6.2.1"},
	[FMIP_RSV] = {"icmpv6.fmip6.hi.flag.reserved", "Reserved", U8, DEC, AT(2, 6),
		      .under = FMIP_FLAGS, .help = "Always 0", .ref = "RFC 5268, 6.2.1"},
	[FMIP_ID] = {"icmpv6.fmip6.identifier", "Identifier", U16, DEC_HEX,
		     .help = "Pairs replies with requests", .ref = "RFC 5568, 6.1.1"},
	[MRD_INTERVAL] = {"icmpv6.mcast_ra.query_interval", "Query Interval", U16, DEC,
			  .help = "Seconds between queries", .ref = "RFC 4286, 3.2"},
	[MRD_ROBUSTNESS] = {"icmpv6.mcast_ra.robustness_variable", "Robustness Variable", U16, DEC,
			    .help = "Losses that are expected", .ref = "RFC 4286, 3.2"},
	[ILNP_N] = {"icmpv6.ilnp.nb_locs", "Num of Locs", U8, DEC, .help = "How many locators",
		    .ref = "RFC 6743, 2"},
	[ILNP_LOCATOR] = {"icmpv6.ilnp.nb_locator", "Locator", U64, HEX,
			  .help = "Where the node is", .ref = "RFC 6743, 2"},
	[ILNP_PREFERENCE] = {"icmpv6.ilnp.nb_preference", "Preference", U32, DEC,
			     .help = "Which locator to prefer", .ref = "RFC 6743, 2"},
	[ILNP_LIFETIME] = {"icmpv6.ilnp.nb_lifetime", "Lifetime", U32, DEC,
			   .help = "Seconds that it is valid", .ref = "RFC 6743, 2"},
	[DA_STATUS] = {"icmpv6.6lowpannd.da.status", "Status", U8, DEC, WORDS(da_statuses),
		       .help = "What became of the registration", .ref = "RFC 6775, 4.4"},
	[DA_RSV] = {"icmpv6.6lowpannd.da.rsv", "Reserved", U8, DEC, .help = "Always 0",
		    .ref = "RFC 6775, 4.4"},
	[DA_LIFETIME] = {"icmpv6.6lowpannd.da.lifetime", "Lifetime", U16, DEC,
			 .help = "Minutes that it is valid", .ref = "RFC 6775, 4.4"},
	[DA_EUI64] = {"icmpv6.6lowpannd.da.eui64", "EUI-64", EUI64, .help = "Whose address",
		      .ref = "RFC 6775, 4.4"},
	[DA_ADDRESS] = {"icmpv6.6lowpannd.da.reg_addr", "Registered Address", IPV6,
			.help = "The address", .ref = "RFC 6775, 4.4"},
	[EXT_SEQUENCE] = {"icmpv6.ext.echo.seq", "Sequence number", U8, DEC_HEX,
			  .help = "Pairs replies with requests", .ref = "RFC 8335, 2"},
	[EXT_RSV] = {"icmpv6.ext.echo.req.res", "Reserved", U8, HEX, AT(0, 7), .under = LOOSE,
		     .help = "Always 0", .ref = "RFC 8335, 2"},
	[EXT_LOCAL] = {"icmpv6.ext.echo.req.local", "Local bit", BOOL, AT(7, 1), .under = LOOSE,
		       WORDS(set_notset), .help = "The interface is on the node itself",
		       .ref = "RFC 8335, 2"},
	[EXT_STATE] = {"icmpv6.ext.echo.rsp.state", "State", U8, DEC, AT(0, 3), .under = LOOSE,
		       WORDS(neighbour_states), .help = "State of the neighbour entry",
		       .ref = "RFC 8335, 3"},
	[EXT_RSP_RSV] = {"icmpv6.ext.echo.rsp.res", "Reserved", U8, HEX, AT(3, 2), .under = LOOSE,
			 .help = "Always 0", .ref = "RFC 8335, 3"},
	[EXT_ACTIVE] = {"icmpv6.ext.echo.rsp.active", "Active bit", BOOL, AT(5, 1), .under = LOOSE,
			WORDS(set_notset), .help = "The interface is up", .ref = "RFC 8335, 3"},
	[EXT_IPV4] = {"icmpv6.ext.echo.rsp.ipv4", "IPv4 bit", BOOL, AT(6, 1), .under = LOOSE,
		      WORDS(set_notset), .help = "IPv4 runs on it", .ref = "RFC 8335, 3"},
	[EXT_IPV6] = {"icmpv6.ext.echo.rsp.ipv6", "IPv6 bit", BOOL, AT(7, 1), .under = LOOSE,
		      WORDS(set_notset), .help = "IPv6 runs on it", .ref = "RFC 8335, 3"},
	[MPL_INFO] = {"text", "MPL Seed Info", HEADING},
	[MPL_MIN] = {"icmpv6.mpl.seed_info.min_sequence", "MinSequence", U8, DEC, .under = MPL_INFO,
		     .help = "Lowest number that is kept", .ref = "RFC 7731, 6.3"},
	[MPL_LEN] = {"icmpv6.mpl.seed_info.bm_len", "Buffered Messages Length", U8, DEC, AT(0, 6),
		     .under = LOOSE, .help = "Octets of the bitmap", .ref = "RFC 7731, 6.3"},
	[MPL_S] = {"icmpv6.mpl.seed_info.s", "Seed ID Length", U8, DEC, AT(6, 2), .under = LOOSE,
		   WORDS(seed_lengths), .help = "Octets of the seed's name",
		   .ref = "RFC 7731, 6.3"},
	[MPL_SEED] = {"icmpv6.mpl.seed_info.seed_id", "Seed ID", STRING, .under = MPL_INFO,
		      .help = "Who floods", .ref = "RFC 7731, 6.3"},
	[MPL_MESSAGES] = {"text", "Buffered Messages", HEADING, .under = MPL_INFO},
	[MPL_SEQUENCE] = {"icmpv6.mpl.seed_info.sequence", "Sequence", U8, DEC,
			  .under = MPL_MESSAGES, .help = "A message that is kept",
			  .ref = "RFC 7731, 6.3"},
};

/* --- the checksum --- */

static uint32_t pseudo_sum(const struct walk *w, const struct layer *l)
{
	return inet_pseudo_sum(&w->r, PROTO_ICMPV6, l->bytes.wire);
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	s->status = l->quoted ? CHECKSUM_UNVERIFIED : inet_status(pseudo_sum(w, l), l->bytes);
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	const struct node *n = s ? own_node(w, CHECKSUM) : NULL;

	if (!n)
		return;
	inet_words(w, CHECKSUM, BAD_CHECKSUM, (unsigned)s->status, pseudo_sum(w, l), l->bytes);
	if (s->status == CHECKSUM_UNVERIFIED)
		label_tail_of(w, (uint32_t)(n - w->r.nodes),
			      l->quoted ? " [in ICMP error packet]" : " [fragmented datagram]");
}

/* --- errors --- */

/* The quoted packet, all that is left; behind its claimed length the extensions (RFC 4884). */
static void put_quote(struct walk *w, const struct layer *l, struct cursor *c, uint32_t octets)
{
	struct cursor ext = *c;

	if (!c->left.cap) {
		cursor_fail(c, 1);
		return;
	}
	walk_quoted(w, also_by(l, 0, 6), *c);
	if (octets && cursor_take(&ext, octets).wire == octets && ext.left.cap)
		walk_inside(w, also_by(l, 1, 0), ext);
	cursor_take(c, c->left.wire);
}

static void read_error(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t length = u8(&peek);

	if (length)
		put(w, c, LENGTH, 1);
	put(w, c, RESERVED, length ? 3 : 4);
	put_quote(w, l, c, length * 8);
}

static void read_quote(struct walk *w, struct layer *l, struct cursor *c)
{
	put_quote(w, l, c, 0);
}

/* --- echo --- */

/* The last request of an identifier and number that still waits for its reply. */
struct waiting {
	uint64_t frame; /* 0: none does */
	int64_t time;
};

/* What is remembered of it between two hosts, whichever of them asks. */
static struct waiting *waiting_for(struct walk *w, uint16_t ident, uint16_t sequence)
{
	static const char table_key;
	const struct record *r = &w->r;
	bool downward = memcmp(r->from.p, r->to.p, r->from.len) > 0;
	bool from_a;

	return conv_get(w, &table_key, downward ? sequence : ident, downward ? ident : sequence,
			sizeof(struct waiting), &from_a)
		->own;
}

static void put_response(struct walk *w, const struct layer *l, struct waiting *request)
{
	double ms = (double)(w->r.frame->time - request->time) / 1e6;
	uint64_t bits;

	if (VALUE(l, TYPE) == ECHO_REQUEST) {
		request->frame = w->r.frame->number;
		request->time = w->r.frame->time;
		return;
	}
	if (!request->frame)
		return;
	memcpy(&bits, &ms, sizeof bits);
	put_value(w, RESP_TO, 0, 0, request->frame);
	put_value(w, RESPTIME, 0, 0, bits);
	l->state[offsetof(struct state, resp_to) / 8] = request->frame;
	request->frame = 0;
}

static void read_echo(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	uint16_t ident = u16(&peek), sequence = u16(&peek);

	put(w, c, ECHO_ID, 2);
	put(w, c, ECHO_SEQUENCE, 2);
	if (!c->bad && !l->quoted && w->r.from.len)
		put_response(w, l, waiting_for(w, ident, sequence));
	if (c->left.cap)
		walk_inside(w, w->data, *c);
}

/* --- multicast listeners --- */

/* RFC 3810, 5.1.3, 5.1.9: a number with an exponent when its first bit is set. */
static uint32_t float_code(uint32_t code, unsigned mantissa_bits)
{
	uint32_t one = UINT32_C(1) << mantissa_bits;
	unsigned exponent = code >> mantissa_bits & 7;

	return code < 8 * one ? code : ((code & (one - 1)) | one) << (exponent + 3);
}

#define MLD1_LEN 24

static void read_mld_1(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {
		{MLD_DELAY, 2}, {RESERVED, 2}, {MLD_ADDRESS, 16}, {0, 0}};

	put_rows(w, c, parts);
}

static void read_mld(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t at = c->at;
	unsigned code;

	if (VALUE(l, TYPE) != MLD_QUERY || l->bytes.wire == MLD1_LEN) {
		read_mld_1(w, c);
		return;
	}
	code = u16(c);
	if (c->bad)
		return;
	put_value(w, MLD_CODE, at, 2, float_code(code, 12));
	put(w, c, RESERVED, 2);
	put(w, c, MLD_ADDRESS, 16);
	put(w, c, MLD_FLAGS, 1);
	at = c->at;
	code = u8(c);
	if (c->bad)
		return;
	put_value(w, MLD_QQI, at, 1, float_code(code, 4));
	for (uint64_t n = put(w, c, MLD_N, 2); n && !c->bad; n--)
		put(w, c, MLD_SOURCE, 16);
}

/* The next 16 octets in words; NULL when they aren't there. */
static const char *peek_address(struct walk *w, struct cursor c)
{
	struct span s = cursor_take(&c, 16);

	return s.cap == 16 && w->labels ? address_words(w, IPV6, s.p) : NULL;
}

static void put_record(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, MAR, 20);
	uint32_t type = (uint32_t)put(w, c, MAR_TYPE, 1);
	uint32_t aux = (uint32_t)put(w, c, MAR_AUX_LEN, 1) * 4;
	uint64_t n = put(w, c, MAR_N, 2);
	const char *word = word_for(fields[MAR_TYPE].words, type);
	const char *address = peek_address(w, *c);

	if (address && word)
		label_tail_of(w, group, " %s: %s", word, address);
	else if (address)
		label_tail_of(w, group, " Unknown Record Type (%u): %s", type, address);
	put(w, c, MAR_ADDRESS, 16);
	for (; n && !c->bad; n--)
		put(w, c, MAR_SOURCE, 16);
	if (aux)
		put(w, c, MAR_AUX, aux);
	shut_group(w, group, c);
}

static void read_mld_2(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put_record(w, c);
}

/* --- router renumbering --- */

static void put_match(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {
		{MP_OPCODE, 1}, {MP_OPLENGTH, 1}, {MP_ORDINAL, 1}, {MP_MATCHLEN, 1},
		{MP_MINLEN, 1}, {MP_MAXLEN, 1},   {RESERVED, 2},   {0, 0}};
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, MP, 24);
	unsigned opcode = u8(&peek), len = (u16(&peek), u8(&peek)), least = u8(&peek),
		 most = u8(&peek);
	const char *word = word_for(fields[MP_OPCODE].words, opcode);
	const char *prefix;

	put_rows(w, c, head);
	prefix = peek_address(w, *c);
	put(w, c, MP_PREFIX, 16);
	if (prefix && word)
		label_tail_of(w, group, ": %s", word);
	else if (prefix)
		label_tail_of(w, group, ": Unknown %u", opcode);
	if (prefix)
		label_tail_of(w, group, " %s/%u (%u-%u)", prefix, len, least, most);
	shut_group(w, group, c);
}

static void put_use(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{UP_USELEN, 1}, {UP_KEEPLEN, 1}, {UP_MASK, 1},
					    {UP_RA, 1},     {UP_VALID, 4},   {UP_PREFERRED, 4},
					    {UP_FLAGS, 4},  {0, 0}};
	struct cursor peek = *c;
	uint32_t group = open_group(w, c, UP, 32);
	unsigned len = u8(&peek), keep = u8(&peek);
	const char *prefix;

	put_rows(w, c, parts);
	prefix = peek_address(w, *c);
	put(w, c, UP_PREFIX, 16);
	if (prefix)
		label_tail_of(w, group, ": %s/%u (keep %u)", prefix, len, keep);
	shut_group(w, group, c);
}

static void put_result(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, RM, 24);
	unsigned len, interface;
	const char *prefix;

	put(w, c, RM_FLAGS, 2);
	put(w, c, RM_ORDINAL, 1);
	len = (unsigned)put(w, c, RM_LEN, 1);
	interface = (unsigned)put(w, c, RM_INTERFACE, 4);
	prefix = peek_address(w, *c);
	put(w, c, RM_PREFIX, 16);
	if (prefix)
		label_tail_of(w, group, ": %s/%u (interface %u)", prefix, len, interface);
	shut_group(w, group, c);
}

enum { COMMAND, RESULT };

static void read_renumbering(struct walk *w, struct layer *l, struct cursor *c)
{
	if (VALUE(l, CODE) == COMMAND && !c->bad) {
		put_match(w, c);
		while (c->left.wire && !c->bad)
			put_use(w, c);
	} else if (VALUE(l, CODE) == RESULT) {
		while (c->left.wire && !c->bad)
			put_result(w, c);
	}
}

/* --- node information --- */

/* A name of labels (RFC 1035, 3.1), not compressed; NULL when it doesn't end in time. */
static const char *take_name(struct walk *w, struct cursor *c)
{
	uint32_t limit = c->left.wire, n = 0;
	char *name = take(w, limit + 1);
	unsigned len;

	while ((len = u8(c)) && !c->bad) {
		struct span label = cursor_take(c, len);

		if (len >= limit - n || label.cap < len) {
			cursor_fail(c, UINT32_MAX);
			break;
		}
		if (n)
			name[n++] = '.';
		memcpy(name + n, label.p, len);
		n += len;
	}
	name[n] = '\0';
	return c->bad ? NULL : name;
}

static void put_name(struct walk *w, struct cursor *c, unsigned row)
{
	uint32_t at = c->at;
	const char *name = take_name(w, c);

	if (name)
		put_string(w, row, at, c->at - at, name);
}

enum { SUBJECT_IPV6, SUBJECT_FQDN, SUBJECT_IPV4 };

static void read_query(struct walk *w, struct layer *l, struct cursor *c)
{
	if (!c->left.wire)
		return;
	if (VALUE(l, CODE) == SUBJECT_IPV6)
		put(w, c, NI_IPV6, 16);
	else if (VALUE(l, CODE) == SUBJECT_FQDN)
		put_name(w, c, NI_FQDN);
	else if (VALUE(l, CODE) == SUBJECT_IPV4)
		put(w, c, NI_IPV4, 4);
}

enum { NODE_NAME = 2, NODE_ADDRESSES, NODE_ADDRESSES_4 };

static void read_reply(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor type = layer_cursor(l, HEAD);
	unsigned qtype = u16(&type);

	if (qtype == NODE_NAME && c->left.wire) {
		put(w, c, NI_TTL, 4);
		put_name(w, c, NI_NAME);
		return;
	}
	if (qtype != NODE_ADDRESSES && qtype != NODE_ADDRESSES_4)
		return;
	while (c->left.wire && !c->bad) {
		put(w, c, NI_TTL, 4);
		if (qtype == NODE_ADDRESSES)
			put(w, c, NI_ADDRESS, 16);
		else
			put(w, c, NI_ADDRESS4, 4);
	}
}

/* --- mobility --- */

static void read_agents(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put(w, c, MIP_AGENT, 16);
}

static void read_options(struct walk *w, struct layer *l, struct cursor *c);

static void read_handover(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t subtype = put(w, c, FMIP_SUBTYPE, 1);

	if (subtype == HANDOVER_INITIATE)
		put(w, c, FMIP_FLAGS, 1);
	else if (word_for(fields[FMIP_SUBTYPE].words, subtype))
		put(w, c, RESERVED, 1);
	else
		cursor_take(c, 1);
	put(w, c, FMIP_ID, 2);
	if (!c->bad)
		read_options(w, l, c);
}

static void read_locators(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t n = put(w, c, ILNP_N, 1);

	(void)l;
	put(w, c, RESERVED, 1);
	put(w, c, RESERVED, 2);
	for (; n && !c->bad; n--) {
		put(w, c, ILNP_LOCATOR, 8);
		put(w, c, ILNP_PREFERENCE, 2);
		put(w, c, ILNP_LIFETIME, 2);
	}
}

/* --- multicast for low-power and lossy networks --- */

/* Octets that are too few for what should stand there. */
static void put_too_few(struct walk *w, struct cursor *c, const char *what, uint32_t octets)
{
	uint32_t n = c->left.wire;

	put(w, c, UNKNOWN_DATA, n);
	expert(w, UNKNOWN_NOTE, "Remaining data, %u bytes, is too short for %s of %u bytes", n,
	       what, octets);
}

/* The name of a seed: by default the packet's sender. */
static const char *seed_words(struct walk *w, struct span s)
{
	static const char digits[] = "0123456789abcdef";
	struct cursor c = {.left = s};
	char *hex;
	unsigned v;

	if (s.cap == 16)
		return address_words(w, IPV6, s.p);
	if (s.cap == 8)
		return address_words(w, EUI64, s.p);
	if (s.cap == 0)
		return w->r.from.kind == IPV6 ? address_words(w, IPV6, w->r.from.p) : "";
	hex = take(w, 5);
	v = u16(&c);
	for (unsigned i = 0; i < 4; i++)
		hex[i] = digits[v >> (12 - 4 * i) & 15];
	hex[4] = '\0';
	return hex;
}

/* A bit for each message that is kept, from the lowest number on. */
static void put_kept(struct walk *w, struct cursor *c, uint32_t octets, unsigned least)
{
	uint32_t group = open_group(w, c, MPL_MESSAGES, octets);

	for (uint32_t i = 0; i < octets; i++) {
		uint32_t at = c->at;
		unsigned bits = u8(c);

		for (unsigned bit = 0; bit < 8; bit++)
			if (bits << bit & 0x80)
				put_value(w, MPL_SEQUENCE, at, 1, least + 8 * i + bit);
	}
	shut_group(w, group, c);
}

static void put_seed(struct walk *w, struct cursor *c, unsigned number)
{
	static const uint8_t seed_octets[] = {0, 2, 8, 16};
	uint32_t group = open_group(w, c, MPL_INFO, 2);
	unsigned least = (unsigned)put(w, c, MPL_MIN, 1);
	uint32_t kept, seed, at;

	label_tail_of(w, group, ": [%u]", number);
	kept = (uint32_t)put_slice(w, *c, MPL_LEN, 1);
	seed = seed_octets[put_slice(w, *c, MPL_S, 1)];
	u8(c);
	if (c->left.wire < seed) {
		put_too_few(w, c, "Seed ID", seed);
		shut_group(w, group, c);
		return;
	}
	at = c->at;
	put_string(w, MPL_SEED, at, seed, seed_words(w, cursor_take(c, seed)));
	if (c->left.wire < kept)
		put_too_few(w, c, "Buffered Messages", kept);
	else if (kept)
		put_kept(w, c, kept, least);
	shut_group(w, group, c);
}

static void read_mpl(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	for (unsigned i = 1; c->left.wire && !c->bad; i++) {
		if (!cursor_has(c, 2)) {
			cursor_fail(c, 2);
			return;
		}
		put_seed(w, c, i);
	}
}

/* --- extended echo --- */

static void read_ext_request(struct walk *w, struct layer *l, struct cursor *c)
{
	if (cursor_has(c, 1)) {
		put_slice(w, *c, EXT_RSV, 1);
		put_slice(w, *c, EXT_LOCAL, 1);
	}
	u8(c);
	if (c->left.cap)
		walk_inside(w, also_by(l, 1, 0), *c);
}

static void read_ext_reply(struct walk *w, struct layer *l, struct cursor *c)
{
	static const uint8_t rows[] = {EXT_STATE, EXT_RSP_RSV, EXT_ACTIVE, EXT_IPV4, EXT_IPV6};

	(void)l;
	for (unsigned i = 0; cursor_has(c, 1) && i < COUNT(rows); i++)
		put_slice(w, *c, rows[i], 1);
	u8(c);
}

/* --- messages --- */

enum { PART_OPTIONS = 1, PART_RPL };

static void read_options(struct walk *w, struct layer *l, struct cursor *c)
{
	if (c->left.wire)
		walk_inside(w, also_by(l, 2, PART_OPTIONS), *c);
}

static void read_rpl(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_inside(w, also_by(l, 2, PART_RPL), *c);
}

static void read_unknown(struct walk *w, struct layer *l, struct cursor *c)
{
	expert(w, UNDECODED,
	       "Dissector for ICMPv6 Type (%u) code not implemented, Contact Wireshark developers "
	       "if you want this supported",
	       (unsigned)VALUE(l, TYPE));
	if (c->left.wire)
		put(w, c, DATA, c->left.wire);
	else
		cursor_fail(c, 1);
}

/* A message: rows of known size, and what reads the rest. */
static const struct message {
	struct part parts[6];
	void (*read)(struct walk *, struct layer *, struct cursor *);
} messages[] = {
	[UNREACHABLE] = {{{0, 0}}, read_error},
	[TOO_BIG] = {{{MTU, 4}}, read_quote},
	[EXCEEDED] = {{{0, 0}}, read_error},
	[PARAMETER] = {{{POINTER, 4}}, read_quote},
	[ECHO_REQUEST] = {{{0, 0}}, read_echo},
	[ECHO_REPLY] = {{{0, 0}}, read_echo},
	[MLD_QUERY] = {{{0, 0}}, read_mld},
	[MLD_REPORT] = {{{0, 0}}, read_mld},
	[MLD_DONE] = {{{0, 0}}, read_mld},
	[ROUTER_SOLICIT] = {{{RESERVED, 4}}, read_options},
	[ROUTER_ADVERT] = {{{RA_HOPS, 1},
			    {RA_FLAGS, 1},
			    {RA_LIFETIME, 2},
			    {RA_REACHABLE, 4},
			    {RA_RETRANS, 4}},
			   read_options},
	[NEIGHBOUR_SOLICIT] = {{{RESERVED, 4}, {NS_TARGET, 16}}, read_options},
	[NEIGHBOUR_ADVERT] = {{{NA_FLAGS, 4}, {NA_TARGET, 16}}, read_options},
	[REDIRECT] = {{{RESERVED, 4}, {RD_TARGET, 16}, {RD_DESTINATION, 16}}, read_options},
	[RENUMBERING] =
		{{{RR_SEQUENCE, 4}, {RR_SEGMENT, 1}, {RR_FLAGS, 1}, {RR_DELAY, 2}, {RESERVED, 4}},
		 read_renumbering},
	[NODE_QUERY] = {{{NI_QTYPE, 2}, {NI_FLAGS, 2}, {NI_NONCE, 8}}, read_query},
	[NODE_REPLY] = {{{NI_QTYPE, 2}, {NI_FLAGS, 2}, {NI_NONCE, 8}}, read_reply},
	[INVERSE_SOLICIT] = {{{RESERVED, 4}}, read_options},
	[INVERSE_ADVERT] = {{{RESERVED, 4}}, read_options},
	[MLD2_REPORT] = {{{RESERVED, 2}, {MLDR_N, 2}}, read_mld_2},
	[AGENT_REQUEST] = {{{MIP_ID, 2}, {RESERVED, 2}}, NULL},
	[AGENT_REPLY] = {{{MIP_ID, 2}, {RESERVED, 2}}, read_agents},
	[PREFIX_SOLICIT] = {{{MIP_ID, 2}, {RESERVED, 2}}, NULL},
	[PREFIX_ADVERT] = {{{MIP_ID, 2}, {MIP_FLAGS, 2}}, read_options},
	[CERT_SOLICIT] = {{{SEND_ID, 2}, {SEND_COMPONENT, 2}}, read_options},
	[CERT_ADVERT] = {{{SEND_ID, 2}, {SEND_ALL, 2}, {SEND_COMPONENT, 2}, {RESERVED, 2}},
			 read_options},
	[EXP_MOBILITY] = {{{0, 0}}, read_handover},
	[MULTICAST_ADVERT] = {{{MRD_INTERVAL, 2}, {MRD_ROBUSTNESS, 2}}, NULL},
	[MULTICAST_SOLICIT] = {{{0, 0}}, NULL},
	[MULTICAST_END] = {{{0, 0}}, NULL},
	[FMIP6] = {{{0, 0}}, read_handover},
	[RPL_CONTROL] = {{{0, 0}}, read_rpl},
	[LOCATOR_UPDATE] = {{{0, 0}}, read_locators},
	[ADDRESS_REQUEST] =
		{{{DA_STATUS, 1}, {DA_RSV, 1}, {DA_LIFETIME, 2}, {DA_EUI64, 8}, {DA_ADDRESS, 16}},
		 NULL},
	[ADDRESS_CONFIRM] =
		{{{DA_STATUS, 1}, {DA_RSV, 1}, {DA_LIFETIME, 2}, {DA_EUI64, 8}, {DA_ADDRESS, 16}},
		 NULL},
	[MPL_CONTROL] = {{{0, 0}}, read_mpl},
	[EXT_ECHO_REQUEST] = {{{ECHO_ID, 2}, {EXT_SEQUENCE, 1}}, read_ext_request},
	[EXT_ECHO_REPLY] = {{{ECHO_ID, 2}, {EXT_SEQUENCE, 1}}, read_ext_reply},
};

static bool is_known(uint64_t type)
{
	return type >= UNREACHABLE && type < COUNT(messages) &&
	       (type <= PARAMETER || type >= ECHO_REQUEST);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct message *m;

	if (!is_known(VALUE(l, TYPE))) {
		read_unknown(w, l, c);
		return;
	}
	m = &messages[VALUE(l, TYPE)];
	put_rows(w, c, m->parts);
	if (m->read && !c->bad)
		m->read(w, l, c);
}

/* --- the summary line --- */

/* Octets of a message before its options; 0: it has none. */
static uint32_t options_at(uint64_t type)
{
	uint32_t n = HEAD;

	if (is_handover(type))
		return 8;
	if (!is_known(type) || messages[type].read != read_options)
		return 0;
	for (const struct part *p = messages[type].parts; p->row; p++)
		n += p->octets;
	return n;
}

enum { SOURCE_LINK = 1, TARGET_LINK };

static void info_link(struct text *t, unsigned type, struct span option)
{
	struct span address = span_first(span_skip(option, 2), option.cap == 16 ? 8 : 6);

	if (type == SOURCE_LINK || option.cap == 16)
		text_put(t, " from ");
	else
		text_put(t, " is at ");
	text_hex_bytes(t, address.p, address.cap, ':');
}

/* Link-layer addresses among the options. */
static void info_options(struct text *t, struct cursor c)
{
	while (c.left.cap && !c.bad) {
		struct cursor head = c;
		unsigned type = u8(&head), octets = u8(&head) * 8u;
		struct span option = cursor_take(&c, octets);

		if (!octets || option.cap < octets)
			return;
		if ((type == SOURCE_LINK || type == TARGET_LINK) && octets <= 16)
			info_link(t, type, option);
	}
}

static void info_target(struct text *t, const struct layer *l, const char *before)
{
	struct cursor c = layer_cursor(l, 8);
	struct span address = cursor_take(&c, 16);

	if (address.cap < 16)
		return;
	text_put(t, before);
	text_ip6(t, address.p);
}

static void info_advert(struct text *t, const struct layer *l)
{
	static const char *const names[] = {"rtr", "sol", "ovr"};
	struct cursor c = layer_cursor(l, HEAD);
	unsigned flags = u8(&c) >> 5;
	const char *between = " (";

	info_target(t, l, " ");
	if (l->bytes.cap < 24)
		return;
	if (!flags)
		text_put(t, " (none");
	for (unsigned i = 0; i < 3; i++)
		if (flags << i & 4) {
			text_put(t, between);
			text_put(t, names[i]);
			between = ", ";
		}
	text_char(t, ')');
}

#define HLIM_AT 7 /* octet of the IPv6 header's hop limit */

static void info_echo(struct text *t, const struct layer *l)
{
	const struct layer *ip = layer_up(l, "ipv6");
	struct cursor c = layer_cursor(l, HEAD);
	struct cursor hlim = ip ? layer_cursor(ip, HLIM_AT) : (struct cursor){0};
	const struct state *s = (const struct state *)l->state;
	unsigned ident = u16(&c), sequence = u16(&c);

	if (c.bad)
		return;
	text_format(t, " id=0x%04x, seq=%u, hop limit=%u", ident, sequence, u8(&hlim));
	if (s->resp_to != ABSENT)
		text_format(t, " (request in %ju)", (uintmax_t)s->resp_to);
}

static void info_code(struct text *t, const struct layer *l, uint64_t type)
{
	struct cursor c = layer_cursor(l, HEAD);

	text_put(t, " (");
	if (is_handover(type)) {
		unsigned subtype = u8(&c);
		const char *word = word_for(fields[FMIP_SUBTYPE].words, subtype);

		if (word)
			text_put(t, word);
		else
			text_format(t, "Unknown (%u)", subtype);
	} else {
		put_code(t, type, VALUE(l, CODE));
	}
	text_char(t, ')');
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t type = VALUE(l, TYPE);
	const char *word = word_for(&type_words, type);

	(void)r;
	if (!l->bytes.cap)
		return;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", (unsigned)type);
	if (l->bytes.cap < HEAD)
		return;
	if (codes_of(type) || is_handover(type))
		info_code(t, l, type);
	if (type == ECHO_REQUEST || type == ECHO_REPLY)
		info_echo(t, l);
	else if (type == NEIGHBOUR_SOLICIT)
		info_target(t, l, " for ");
	else if (type == NEIGHBOUR_ADVERT)
		info_advert(t, l);
	if (options_at(type))
		info_options(t, layer_cursor(l, options_at(type)));
}

static const struct hang hangs[] = {{"ip.proto", PROTO_ICMPV6}, {0}};

const struct proto proto_icmpv6 = {
	.brief = "ICMPv6",
	.spec = "RFC 4443",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.next = {.also = {"ip.version", "icmp.ext", "icmpv6.part"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
