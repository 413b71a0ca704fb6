/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCPv6: options about who asks, and what is leased. */
/* RFC 8415, 11 and 21; RFC 4704 (names of clients), RFC 5007 (lease queries). */

#include "shared/dhcpv6.h"
#include "shared/numbers.h"
#include "shared/snmp_engine.h"

enum {
	LEASE,
	DUID,
	DUID_TYPE,
	LLT_HW,
	LLT_TIME,
	LLT_ADDRESS,
	EN_ENTERPRISE,
	EN_ID,
	LL_HW,
	LL_ADDRESS,
	DUID_UUID,
	IAID,
	T1,
	T2,
	IATA,
	ADDRESS,
	PREFERRED,
	VALID,
	CLIENT_NAME,
	QUERY,
	QUERY_LINK,
	CLT,
	RELAY_PEER,
	RELAY_DATA,
	CLIENT_LINK,
	PREFIX_PREFERRED,
	PREFIX_VALID,
	PREFIX_LEN,
	PREFIX,
	EXCLUDE_LEN,
	EXCLUDE_ID,
	LOOSE,
	BAD_TYPE,
	FQDN_FLAGS,
	CLIENT_N,
	CLIENT_S,
	SERVER_N,
	SERVER_O,
	SERVER_S,
	WRONG,
	STRAY_NOTE,
	MALFORMED_NOTE,
	TYPE_NOTE,
	S_NOTE,
	DHCPV6_NAME_ROWS,
};

#define YEAR_2000 INT64_C(946684800)
#define INFINITE UINT32_MAX

static const struct word duid_types[] = {
	{1, "link-layer address plus time"},
	{2, "assigned by vendor based on Enterprise number"},
	{3, "link-layer address"},
	{4, "Universally Unique IDentifier (UUID)"},
};

static const struct word queries[] = {
	{1, "by-address"},     {2, "by-clientID"}, {3, "by-relayID"},
	{4, "by-linkAddress"}, {5, "by-remoteID"},
};

static void form_lifetime(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	if (n->u == INFINITE)
		text_put(t, "infinity");
	else
		text_u64(t, n->u);
}

static const struct field fields[] = {
	[LEASE] = {"dhcpv6.lease", "DHCPv6 Options", PROTO},
	[DUID] = {"dhcpv6.duid.bytes", "DUID", BYTES, .help = "Who it is, for ever",
		  .ref = "RFC 8415, 11"},
	[DUID_TYPE] = {"dhcpv6.duid.type", "DUID Type", U16, DEC, WORDS(duid_types),
		       .help = "How it was made", .ref = "RFC 8415, 11.1"},
	[LLT_HW] = {"dhcpv6.duidllt.hwtype", "Hardware type", U16, DEC, .words = &arp_hardware,
		    .help = "Kind of the link-layer address", .ref = "RFC 8415, 11.2"},
	[LLT_TIME] = {"dhcpv6.duidllt.time", "DUID Time", ABSTIME, LOCAL,
		      .help = "When it was made", .ref = "RFC 8415, 11.2"},
	[LLT_ADDRESS] = {"dhcpv6.duidllt.link_layer_addr", "Link-layer address", STRING,
			 .help = "Address of one of its interfaces", .ref = "RFC 8415, 11.2"},
	[EN_ENTERPRISE] = {"dhcpv6.duiden.enterprise", "Enterprise ID", U32, DEC,
			   .words = &snmp_enterprises, .help = "The vendor",
			   .ref = "RFC 8415, 11.3"},
	[EN_ID] = {"dhcpv6.duiden.identifier", "Identifier", BYTES,
		   .help = "What the vendor calls it", .ref = "RFC 8415, 11.3"},
	[LL_HW] = {"dhcpv6.duidll.hwtype", "Hardware type", U16, DEC, .words = &arp_hardware,
		   .help = "Kind of the link-layer address", .ref = "RFC 8415, 11.4"},
	[LL_ADDRESS] = {"dhcpv6.duidll.link_layer_addr", "Link-layer address", STRING,
			.help = "Address of one of its interfaces", .ref = "RFC 8415, 11.4"},
	[DUID_UUID] = {"dhcpv6.duiduuid.bytes", "UUID", BYTES,
		       .help = "A universally unique number", .ref = "RFC 6355, 4"},
	[IAID] = {"dhcpv6.iaid", "IAID", STRING, .help = "The client's number of this association",
		  .ref = "RFC 8415, 21.4"},
	[T1] = {"dhcpv6.iaid.t1", "T1", U32, DEC, .form = form_lifetime,
		.help = "Seconds until it asks the same server again", .ref = "RFC 8415, 21.4"},
	[T2] = {"dhcpv6.iaid.t2", "T2", U32, DEC, .form = form_lifetime,
		.help = "Seconds until it asks any server", .ref = "RFC 8415, 21.4"},
	[IATA] = {"dhcpv6.iata", "IATA", STRING, .help = "The client's number of this association",
		  .ref = "RFC 8415, 21.5"},
	[ADDRESS] = {"dhcpv6.iaaddr.ip", "IPv6 address", IPV6, .help = "An address for the client",
		     .ref = "RFC 8415, 21.6"},
	[PREFERRED] = {"dhcpv6.iaaddr.pref_lifetime", "Preferred lifetime", U32, DEC,
		       .form = form_lifetime, .help = "Seconds that it is preferred",
		       .ref = "RFC 8415, 21.6"},
	[VALID] = {"dhcpv6.iaaddr.valid_lifetime", "Valid lifetime", U32, DEC,
		   .form = form_lifetime, .help = "Seconds that it is valid",
		   .ref = "RFC 8415, 21.6"},
	[CLIENT_NAME] = {"dhcpv6.client_domain", "Client Domain Name", STRING,
			 .help = "The client's name", .ref = "RFC 4704, 4.2"},
	[QUERY] = {"dhcpv6.lq_query", "Query-type", U8, DEC, WORDS(queries),
		   .help = "By what leases are looked for", .ref = "RFC 5007, 4.1.2.1"},
	[QUERY_LINK] = {"dhcpv6.lq_query_link_address", "Link address", IPV6,
			.help = "On which link", .ref = "RFC 5007, 4.1.2.1"},
	[CLT] = {"dhcpv6.clt_time", "Clt_time", U32, DEC,
		 .help = "Seconds since the client was heard", .ref = "RFC 5007, 4.1.2.3"},
	[RELAY_PEER] = {"dhcpv6.lq_relay_data_peer_addr", "Peer address", IPV6, .help = "The relay",
			.ref = "RFC 5007, 4.1.2.4"},
	[RELAY_DATA] = {"dhcpv6.lq_relay_data_msg", "DHCPv6 relay message", STRING, .base = ASCII,
			.traits = ZSTRING, .help = "The last message by that relay",
			.ref = "RFC 5007, 4.1.2.4"},
	[CLIENT_LINK] = {"dhcpv6.lq_client_link", "LQ client links address", IPV6,
			 .help = "A link that the client is on", .ref = "RFC 5007, 4.1.2.5"},
	[PREFIX_PREFERRED] = {"dhcpv6.iaprefix.pref_lifetime", "Preferred lifetime", U32, DEC,
			      .form = form_lifetime, .help = "Seconds that it is preferred",
			      .ref = "RFC 8415, 21.22"},
	[PREFIX_VALID] = {"dhcpv6.iaprefix.valid_lifetime", "Valid lifetime", U32, DEC,
			  .form = form_lifetime, .help = "Seconds that it is valid",
			  .ref = "RFC 8415, 21.22"},
	[PREFIX_LEN] = {"dhcpv6.iaprefix.pref_len", "Prefix length", U8, DEC,
			.help = "Bits of the prefix", .ref = "RFC 8415, 21.22"},
	[PREFIX] = {"dhcpv6.iaprefix.pref_addr", "Prefix address", IPV6,
		    .help = "A prefix for the client", .ref = "RFC 8415, 21.22"},
	[EXCLUDE_LEN] = {"dhcpv6.pd_exclude.pref_len", "Prefix length", U8, DEC,
			 .help = "Bits of the prefix that isn't the client's",
			 .ref = "RFC 6603, 4.2"},
	[EXCLUDE_ID] = {"dhcpv6.pd_exclude.subnet_id", "IPv6 subnet ID", BYTES,
			.help = "Those bits", .ref = "RFC 6603, 4.2"},
	[LOOSE] = {"text", "Parts", HEADING},
	[BAD_TYPE] = {"dhcpv6.clientfqdn.bad_msgtype", "Illegal Message Type", U8, HEX,
		      .help = "A message that must not name the client", .ref = "RFC 4704, 4"},
	[FQDN_FLAGS] = {"dhcpv6.client_fqdn_flags", "Flags", U8, HEX,
			.help = "Who tells the name servers", .ref = "RFC 4704, 4.1"},
	[CLIENT_N] = {"dhcpv6.clientfqdn.client.n", "N bit", BOOL, AT(5, 1), .under = LOOSE,
		      WORDS(((const struct word[]){
			      {0, "Server SHOULD perform PTR RR updates"},
			      {1, "Server SHOULD NOT perform PTR RR updates"}})),
		      .help = "The server should not tell anything", .ref = "RFC 4704, 4.1"},
	[CLIENT_S] = {"dhcpv6.clientfqdn.client.s", "S bit", BOOL, AT(7, 1), .under = LOOSE,
		      WORDS(((const struct word[]){{0, "Server SHOULD NOT perform AAAA RR updates"},
						   {1, "Server SHOULD perform AAAA RR updates"}})),
		      .help = "The server should tell the AAAA record", .ref = "RFC 4704, 4.1"},
	[SERVER_N] = {"dhcpv6.clientfqdn.server.n", "N bit", BOOL, AT(5, 1), .under = LOOSE,
		      WORDS(((const struct word[]){
			      {0, "Server SHOULD perform PTR RR updates"},
			      {1, "Server SHOULD NOT perform PTR RR updates"}})),
		      .help = "The server doesn't tell anything", .ref = "RFC 4704, 4.1"},
	[SERVER_O] = {"dhcpv6.clientfqdn.server.o", "O bit", BOOL, AT(6, 1), .under = LOOSE,
		      WORDS(((const struct word[]){
			      {0, "Server HAS NOT overridden client's S bit preference"},
			      {1, "Server HAS overridden client's S bit preference"}})),
		      .help = "The server had its own way", .ref = "RFC 4704, 4.1"},
	[SERVER_S] = {"dhcpv6.clientfqdn.server.s", "S bit", BOOL, AT(7, 1), .under = LOOSE,
		      WORDS(((const struct word[]){{0, "Server SHOULD NOT perform AAAA RR updates"},
						   {1, "Server SHOULD perform AAAA RR updates"}})),
		      .help = "The server tells the AAAA record", .ref = "RFC 4704, 4.1"},
	[WRONG] = {"text", "What is wrong", HEADING},
	[STRAY_NOTE] = EXPERT("_ws.string.trailing_stray_characters", "Trailing stray characters",
			      WARNING, G_UNDECODED),
	[MALFORMED_NOTE] =
		EXPERT("dhcpv6.malformed_option", "Malformed option", ERROR, G_MALFORMED),
	[TYPE_NOTE] = EXPERT("dhcpv6.bad_msgtype",
			     "This message type is not permitted to use OPTION_CLIENT_FQDN", ERROR,
			     G_PROTOCOL),
	[S_NOTE] =
		EXPERT("dhcpv6.s_bit_should_be_zero",
		       "ERROR: When the N-bit is set, the S-bit must be reset", ERROR, G_PROTOCOL),
	DHCPV6_NAME_FIELDS,
};

/* An address of link, in colons where Ethernet's. */
static void put_link(struct walk *w, struct cursor *c, unsigned row, unsigned hardware)
{
	struct span s = c->left;
	bool ethernet = s.cap == 6 && (hardware == 1 || hardware == 6);
	struct text t = {0};

	if (!s.wire)
		return;
	text_hex_bytes(&t, s.p, s.cap, ethernet ? ':' : '\0');
	put_string(w, row, c->at, s.wire, arena_copy(&w->arena, t.p, t.len));
	text_close(&t);
	cursor_take(c, s.wire);
}

/* The client's identifier stands in the summary line. */
static void say_client(struct walk *w, const struct dhcpv6_option *o, struct span duid)
{
	struct text t = {0};

	if (o->code != 1 || !w->summary)
		return;
	text_hex_bytes(&t, duid.p, duid.cap, '\0');
	dhcpv6_say(w, o->in, "CID: ", text_string(&t));
	text_close(&t);
}

static void put_llt(struct walk *w, struct cursor *c)
{
	unsigned hardware = (unsigned)put(w, c, LLT_HW, 2);
	struct cursor peek = *c;
	int64_t seconds = (int32_t)u32(&peek);

	put_value(w, LLT_TIME, c->at, 4, (uint64_t)((seconds + YEAR_2000) * 1000000000));
	cursor_take(c, 4);
	put_link(w, c, LLT_ADDRESS, hardware);
}

static void duid(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_body *b)
{
	static const uint8_t least[] = {0, 8, 6, 4, 18};
	struct cursor whole = *c;
	unsigned type;

	put(w, &whole, DUID, o->len);
	say_client(w, o, c->left);
	type = (unsigned)put(w, c, DUID_TYPE, 2);
	if (!type || type >= COUNT(least))
		return;
	if (o->len < least[type] || (type == 4 && o->len != least[type])) {
		dhcpv6_malformed(w, o, b->name);
	} else if (type == 1) {
		put_llt(w, c);
	} else if (type == 2) {
		put(w, c, EN_ENTERPRISE, 4);
		if (c->left.wire)
			put(w, c, EN_ID, c->left.wire);
	} else if (type == 3) {
		type = (unsigned)put(w, c, LL_HW, 2);
		put_link(w, c, LL_ADDRESS, type);
	} else {
		put(w, c, DUID_UUID, 16);
	}
}

/* Four octets that are shown as text. */
static void put_ia_id(struct walk *w, struct cursor *c, unsigned row)
{
	struct text t = {0};
	uint32_t at = c->at;

	text_hex(&t, u32(c), 8);
	put_string(w, row, at, 4, arena_copy(&w->arena, t.p, t.len));
	text_close(&t);
}

static void association(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
			const struct dhcpv6_body *b)
{
	put_ia_id(w, c, b->row);
	if (b->row == IAID) {
		put(w, c, T1, 4);
		put(w, c, T2, 4);
	}
	dhcpv6_inner(w, c, o);
}

static void address(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	struct span p = span_first(c->left, 16);

	(void)b;
	put(w, c, ADDRESS, 16);
	if (p.cap == 16 && w->summary)
		dhcpv6_say(w, o->in, "IAA: ", address_words(w, IPV6, p.p));
	put(w, c, PREFERRED, 4);
	if (put(w, c, VALID, 4) == INFINITE)
		label_name(w, "Preferred lifetime");
	dhcpv6_inner(w, c, o);
}

static void prefix(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		   const struct dhcpv6_body *b)
{
	static const struct part parts[] = {
		{PREFIX_PREFERRED, 4}, {PREFIX_VALID, 4}, {PREFIX_LEN, 1}, {PREFIX, 16}, {0, 0}};

	(void)b;
	put_rows(w, c, parts);
	dhcpv6_inner(w, c, o);
}

static void exclude(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		    const struct dhcpv6_body *b)
{
	(void)o, (void)b;
	put(w, c, EXCLUDE_LEN, 1);
	put(w, c, EXCLUDE_ID, c->left.wire);
}

static void links(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		  const struct dhcpv6_body *b)
{
	if (o->len % 16)
		dhcpv6_malformed(w, o, b->name);
	else
		while (c->left.wire && !c->bad)
			put(w, c, b->row, 16);
}

static void query(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		  const struct dhcpv6_body *b)
{
	(void)b;
	put(w, c, QUERY, 1);
	put(w, c, QUERY_LINK, 16);
	dhcpv6_inner(w, c, o);
}

static const struct dhcpv6_body relay_text = {.row = RELAY_DATA};

static void relay_data(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		       const struct dhcpv6_body *b)
{
	(void)b;
	put(w, c, RELAY_PEER, 16);
	dhcpv6_text(w, c, o, &relay_text);
}

static const char *client_words(unsigned flags)
{
	switch (flags & 5) {
	case 0:
		return "[CLIENT wants to update its AAAA RRs and SERVER to update its PTR RRs]";
	case 1:
		return "[CLIENT wants SERVER to update both its AAAA and PTR RRs]";
	case 4:
		return "[CLIENT prefers that the server not perform *any* DNS updates]";
	default:
		return "[ERROR: CLIENT prefers that the server not perform *any* DNS updates\n"
		       "         In which case the 'S' bit MUST be 0]";
	}
}

static const char *server_words(unsigned flags)
{
	switch (flags & 5) {
	case 0:
		return "[CLIENT SHALL update AAAA RRs; SERVER SHALL update PTR RRs]";
	case 1:
		return "[SERVER SHALL update both AAAA and PTR RRs]";
	case 4:
		return "[CLIENT SHALL update AAAA RRs; SERVER SHALL NOT perform any DNS updates]";
	default:
		return "[ERROR: SERVER SHALL NOT perform *any* DNS updates in which case"
		       "         the 'S' bit MUST be 0]";
	}
}

static void put_wrong(struct walk *w, const struct cursor *c, unsigned note)
{
	uint32_t line = open_group(w, c, WRONG, 0);

	label_whole(w, "%s", fields[note].label);
	expert(w, note, NULL);
	shut_group(w, line, NULL);
}

static void fqdn_flags(struct walk *w, struct cursor *c, bool server)
{
	struct cursor peek = *c;
	unsigned flags = u8(&peek);
	uint32_t group = open_group(w, c, FQDN_FLAGS, 1);

	label_tail(w, "  %s", server ? server_words(flags) : client_words(flags));
	put_slice(w, *c, server ? SERVER_N : CLIENT_N, 1);
	if (server)
		put_slice(w, *c, SERVER_O, 1);
	put_slice(w, *c, server ? SERVER_S : CLIENT_S, 1);
	if ((flags & 5) == 5)
		put_wrong(w, c, S_NOTE);
	shut_group(w, group, NULL);
	u8(c);
}

static void fqdn(struct walk *w, struct cursor *c, const struct dhcpv6_option *o,
		 const struct dhcpv6_body *b)
{
	unsigned type = o->in->type;
	bool server = type == 2 || type == 7;
	uint32_t group;

	(void)b;
	if (!server && type != 1 && type != 3 && type != 5 && type != 6) {
		group = open_value(w, BAD_TYPE, c->at, type);
		label_whole(w, "Only the following message types are permitted to use "
			       "OPTION_CLIENT_FQDN:\nSOLICIT, REQUEST, RENEW, REBIND, ADVERTISE, "
			       "and REPLY");
		put_wrong(w, c, TYPE_NOTE);
		shut_group(w, group, NULL);
		return;
	}
	fqdn_flags(w, c, server);
	dhcpv6_names(w, c, CLIENT_NAME, NAME_EMPTY);
}

#define ANY UINT16_MAX

static const struct dhcpv6_body bodies[] = {
	{1, 0, 2, ANY, "DUID", duid},
	{2, 0, 2, ANY, "DUID", duid},
	{3, IAID, 12, ANY, "IA_NA", association},
	{4, IATA, 4, ANY, "IA_TA", association},
	{5, 0, 24, ANY, "IA_TA", address},
	{25, IAID, 12, ANY, "IA_PD", association},
	{26, 0, 25, ANY, "IAPREFIX", prefix},
	{39, 0, 1, ANY, "FQDN", fqdn},
	{44, 0, 17, ANY, "LQ-QUERY", query},
	{45, 0, 0, ANY, NULL, dhcpv6_container},
	{46, CLT, 4, 4, "CLT_TIME", dhcpv6_one},
	{47, 0, 16, ANY, "LQ_RELAY_DATA", relay_data},
	{48, CLIENT_LINK, 0, ANY, "LQ client links address", links},
	{53, 0, 2, ANY, "DUID", duid},
	{67, 0, 2, 17, "PD_EXCLUDE", exclude},
};

static const struct dhcpv6_family family = {bodies, COUNT(bodies), MALFORMED_NOTE, STRAY_NOTE};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	dhcpv6_body(w, c, dhcpv6_of(l)->option, &family);
}

static const struct hang hangs[] = {
	{"dhcpv6.option", 1},  {"dhcpv6.option", 2},  {"dhcpv6.option", 3},  {"dhcpv6.option", 4},
	{"dhcpv6.option", 5},  {"dhcpv6.option", 25}, {"dhcpv6.option", 26}, {"dhcpv6.option", 39},
	{"dhcpv6.option", 44}, {"dhcpv6.option", 45}, {"dhcpv6.option", 46}, {"dhcpv6.option", 47},
	{"dhcpv6.option", 48}, {"dhcpv6.option", 53}, {"dhcpv6.option", 67}, {0}};

const struct proto proto_dhcpv6_lease = {
	.brief = "DHCPv6",
	.no_column = true,
	.bare = true,
	.prefix = "dhcpv6",
	.spec = "RFC 8415",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"dhcpv6.part", "dhcpv6.option"}},
	.hangs = hangs,
	.rest = rest,
};
