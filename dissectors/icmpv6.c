/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Control Message Protocol for IPv6; the larger kinds of messages are in icmpv6_*.c. */
/* RFC 4443, and one RFC for each message: see the rows. */
#include "shared/icmpv6.h"
#include "core/checksum.h"
#include "shared/flags.h"
#include "shared/icmp.h"

enum {
	ICMPV6,
	TYPE,
	CODE,
	CHECKSUM,
	BAD_CHECKSUM,
	STATUS,
	UNDECODED,
	RESERVED,
	DATA,
	LENGTH,
	MTU,
	POINTER,
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
	ILNP_N,
	ILNP_LOCATOR,
	ILNP_PREFERENCE,
	ILNP_LIFETIME,
	DA_STATUS,
	DA_RSV,
	DA_LIFETIME,
	DA_EUI64,
	DA_ADDRESS,
};

struct state {
	uint64_t status;
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
#define CODES(type, list) [type] = {list, COUNT(list)}
static const struct words codes[] = {
	CODES(UNREACHABLE, unreachable_codes), CODES(EXCEEDED, exceeded_codes),
	CODES(PARAMETER, parameter_codes),     CODES(RENUMBERING, renumbering_codes),
	CODES(NODE_QUERY, query_codes),        CODES(NODE_REPLY, reply_codes),
	CODES(RPL_CONTROL, rpl_codes),         [EXT_ECHO_REQUEST] = {ext_echo_codes, 1},
	CODES(EXT_ECHO_REPLY, ext_echo_codes),
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

static const struct word subtypes[] = {
	{2, "Router Solicitation for Proxy Advertisement"},
	{3, "Proxy Router Advertisement"},
	{4, "Handover Initiate"},
	{5, "Handover Acknowledge"},
};
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

static const struct field fields[] = {
	[ICMPV6] = {"icmpv6", "Internet Control Message Protocol v6", PROTO},
	[TYPE] = {"icmpv6.type", "Type", U8, DEC, AT(0, 8), .words = &type_words, .preset = 128,
		  .help = "Which message", .ref = "RFC 4443, 2.1"},
	[CODE] = {"icmpv6.code", "Code", U8, DEC, AT(8, 8), .form = form_code,
		  .help = "Which kind of it", .ref = "RFC 4443, 2.1"},
	[CHECKSUM] = {"icmpv6.checksum", "Checksum", U16, HEX, AT(16, 16), .fill = FILL_CHECKSUM,
		      .help = "Over pseudo header and message", .ref = "RFC 4443, 2.3"},
	[BAD_CHECKSUM] = EXPERT("icmpv6.checksum_bad.expert", "Bad checksum", WARNING, G_CHECKSUM),
	[STATUS] = {"icmpv6.checksum.status", "Checksum Status", U8, FROM(struct state, status),
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[UNDECODED] = EXPERT("icmpv6.undecoded.type", "Undecoded type", REMARK, G_UNDECODED),
	[RESERVED] = ROW_RESERVED,
	[DATA] = {"icmpv6.data", "Data", BYTES, .help = "What an unknown message carries",
		  .ref = "RFC 4443, 2.1"},
	[LENGTH] = {"icmpv6.length", "Length of original datagram", U8, DEC,
		    .help = "Units of 8 octets of the quoted packet", .ref = "RFC 4884, 4.2"},
	[MTU] = {"icmpv6.mtu", "MTU", U32, DEC, .help = "MTU of the next link",
		 .ref = "RFC 4443, 3.2"},
	[POINTER] = {"icmpv6.pointer", "Pointer", U32, DEC,
		     .help = "Octet of the quoted packet that is wrong", .ref = "RFC 4443, 3.4"},
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
	[ILNP_N] = {"icmpv6.ilnp.nb_locs", "Num of Locs", U8, DEC, .help = "How many locators",
		    .ref = "RFC 6743, 2"},
	[ILNP_LOCATOR] = {"icmpv6.ilnp.nb_locator", "Locator", U64, HEX,
			  .help = "Where the node is", .ref = "RFC 6743, 2"},
	[ILNP_PREFERENCE] = {"icmpv6.ilnp.nb_preference", "Preference", U32, DEC,
			     .help = "Which locator to prefer", .ref = "RFC 6743, 2"},
	[ILNP_LIFETIME] = {"icmpv6.ilnp.nb_lifetime", "Lifetime", U32, DEC,
			   .help = "Seconds that it is valid", .ref = "RFC 6743, 2"},
	[DA_STATUS] = {"icmpv6.6lowpannd.da.status", "Status", U8, DEC,
		       .words = &duplicate_statuses, .help = "What became of the registration",
		       .ref = "RFC 6775, 4.4"},
	[DA_RSV] = {"icmpv6.6lowpannd.da.rsv", "Reserved", U8, DEC, .help = "Always 0",
		    .ref = "RFC 6775, 4.4"},
	[DA_LIFETIME] = {"icmpv6.6lowpannd.da.lifetime", "Lifetime", U16, DEC,
			 .help = "Minutes that it is valid", .ref = "RFC 6775, 4.4"},
	[DA_EUI64] = {"icmpv6.6lowpannd.da.eui64", "EUI-64", EUI64, .help = "Whose address",
		      .ref = "RFC 6775, 4.4"},
	[DA_ADDRESS] = {"icmpv6.6lowpannd.da.reg_addr", "Registered Address", IPV6,
			.help = "The address", .ref = "RFC 6775, 4.4"},
};

/* --- the checksum --- */

static uint32_t pseudo_sum(const struct walk *w, const struct layer *l)
{
	return inet_pseudo_sum(&w->r, PROTO_ICMPV6, l->bytes.wire);
}

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);

	if (any_wanted(w))
		s->status =
			l->quoted ? CHECKSUM_UNVERIFIED : inet_status(pseudo_sum(w, l), l->bytes);
}

static void done(struct walk *w, struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	if (s)
		icmp_checksum_words(w, l, CHECKSUM, BAD_CHECKSUM, (unsigned)s->status,
				    pseudo_sum(w, l));
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

/* --- mobility --- */

static void read_agents(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	while (c->left.wire && !c->bad)
		put(w, c, MIP_AGENT, 16);
}

enum { PART_OPTIONS = 1 };

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

/* --- messages --- */

static void read_options(struct walk *w, struct layer *l, struct cursor *c)
{
	if (c->left.wire)
		*c = walk_part(w, also_by(l, 3, PART_OPTIONS), *c);
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
	[AGENT_REQUEST] = {{{MIP_ID, 2}, {RESERVED, 2}}, NULL},
	[AGENT_REPLY] = {{{MIP_ID, 2}, {RESERVED, 2}}, read_agents},
	[PREFIX_SOLICIT] = {{{MIP_ID, 2}, {RESERVED, 2}}, NULL},
	[PREFIX_ADVERT] = {{{MIP_ID, 2}, {MIP_FLAGS, 2}}, read_options},
	[CERT_SOLICIT] = {{{SEND_ID, 2}, {SEND_COMPONENT, 2}}, read_options},
	[CERT_ADVERT] = {{{SEND_ID, 2}, {SEND_ALL, 2}, {SEND_COMPONENT, 2}, {RESERVED, 2}},
			 read_options},
	[EXP_MOBILITY] = {{{0, 0}}, read_handover},
	[FMIP6] = {{{0, 0}}, read_handover},
	[LOCATOR_UPDATE] = {{{0, 0}}, read_locators},
	[ADDRESS_REQUEST] =
		{{{DA_STATUS, 1}, {DA_RSV, 1}, {DA_LIFETIME, 2}, {DA_EUI64, 8}, {DA_ADDRESS, 16}},
		 NULL},
	[ADDRESS_CONFIRM] =
		{{{DA_STATUS, 1}, {DA_RSV, 1}, {DA_LIFETIME, 2}, {DA_EUI64, 8}, {DA_ADDRESS, 16}},
		 NULL},
};

/* What reads the message: this file's table, or another file that hangs by the type. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t type = VALUE(l, TYPE);
	const struct plan *part = also_by(l, 2, type);
	const struct message *m = type < COUNT(messages) ? &messages[type] : NULL;

	if (part) {
		*c = walk_part(w, part, *c);
	} else if (!m || !(m->parts[0].row || m->read)) {
		read_unknown(w, l, c);
	} else {
		put_rows(w, c, m->parts);
		if (m->read && !c->bad)
			m->read(w, l, c);
	}
}

/* --- the summary line --- */

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
}

static const struct hang hangs[] = {{"ip.proto", PROTO_ICMPV6}, {0}};

const struct proto proto_icmpv6 = {
	.brief = "ICMPv6",
	.spec = "RFC 4443",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.sum = SUM_PSEUDO,
	.next = {.also = {"ip.version", "icmp.ext", "icmpv6.type", "icmpv6.part"}},
	.hangs = hangs,
	.recalls = true,
	.doubts = true,
	.note = note,
	.rest = rest,
	.done = done,
	.info = info,
};
