/* SPDX-License-Identifier: BSD-2-Clause */
/* Open Shortest Path First, versions 2 and 3: packets; advertisements are in ospf_lsa*.c. */
/* RFC 2328, appendix A; RFC 5340, appendix A. */
#include "core/checksum.h"
#include "core/walk.h"
#include "shared/flags.h"

enum {
	OSPF,
	HEADER_ROW,
	VERSION,
	MSG,
	IS_HELLO,
	IS_DBDESC,
	IS_LSREQ,
	IS_LSUPDATE,
	IS_LSACK,
	LENGTH,
	ROUTER,
	AREA,
	CHECKSUM,
	AUTH_TYPE,
	AUTH_NONE,
	AUTH_SIMPLE,
	AUTH_KEY,
	AUTH_LEN,
	AUTH_SEQ,
	AUTH_DATA,
	AUTH_UNKNOWN,
	INSTANCE,
	RESERVED,
	HELLO,
	HELLO_MASK,
	HELLO_INTERFACE,
	HELLO_INTERVAL,
	HELLO_PRIORITY,
	HELLO_DEAD,
	HELLO_DR,
	HELLO_BDR,
	HELLO_NEIGHBOR,
	OPTIONS2,
	O2_DN,
	O2_O,
	O2_DC,
	O2_L,
	O2_N,
	O2_MC,
	O2_E,
	O2_MT,
	OPTIONS3,
	O3_AT,
	O3_L,
	O3_AF,
	O3_DC,
	O3_R,
	O3_N,
	O3_MC,
	O3_E,
	O3_V6,
	DD,
	MTU,
	DBD,
	DBD_R,
	DBD_I,
	DBD_M,
	DBD_MS,
	DD_SEQ,
	REQUEST,
	REQ_TYPE,
	REQ_TYPE3,
	REQ_U,
	REQ_S12,
	REQ_FC,
	REQ_ID,
	REQ_ROUTER,
	UPDATE,
	N_LSAS,
	LLS,
	LLS_CHECKSUM,
	LLS_LENGTH,
	LLS_TLV,
	LLS_TYPE,
	LLS_TLV_LENGTH,
	LLS_OPTIONS,
	LLS_RS,
	LLS_LR,
	LLS_SEQ,
	LLS_AUTH,
	AT,
	AT_TYPE,
	AT_LEN,
	AT_RESERVED,
	AT_SA,
	AT_SEQ,
	AT_DATA,
};

static const struct word msg_words[] = {
	{1, "Hello Packet"}, {2, "DB Description"}, {3, "LS Request"},
	{4, "LS Update"},    {5, "LS Acknowledge"},
};

static const struct word auth_type_words[] = {
	{0, "Null"},
	{1, "Simple password"},
	{2, "Cryptographic"},
};

static const struct word instance_words[] = {
	{0, "IPv6 unicast AF", 31},     {32, "IPv6 multicast AF", 63}, {64, "IPv4 unicast AF", 95},
	{96, "IPv4 multicast AF", 127}, {128, "Reserved", 255},
};

static const struct word o2_dc_words[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct word o2_l_words[] = {{0, "Not Present"}, {1, "Present"}};

static const struct word o2_mc_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word req_type_words[] = {
	{1, "Router-LSA"},
	{2, "Network-LSA"},
	{3, "Summary-LSA (IP network)"},
	{4, "Summary-LSA (ASBR)"},
	{5, "AS-External-LSA (ASBR)"},
	{6, "Group Membership LSA"},
	{7, "NSSA AS-External-LSA"},
	{8, "External Attributes LSA"},
	{9, "Opaque LSA, Link-local scope"},
	{10, "Opaque LSA, Area-local scope"},
	{11, "Opaque LSA, AS-local scope"},
};

static const struct word req_u_words[] = {
	{0, "Store and flood the LSA as if the type is understood"},
	{1, "Treat the LSA as if it had link-local flooding scope"}};

static const struct word req_s12_words[] = {
	{0, "Link-Local Scoping - Flooded only on originating link"},
	{1, "Area Scoping - Flooded only in originating area"},
	{2, "AS Scoping - Flooded throughout AS"},
	{3, "Reserved"},
};

static const struct word req_fc_words[] = {
	{1, "Router-LSA"},
	{2, "Network-LSA"},
	{3, "Inter-Area-Prefix-LSA"},
	{4, "Inter-Area-Router-LSA"},
	{5, "AS-External-LSA"},
	{6, "Group-Membership-LSA"},
	{7, "NSSA-LSA"},
	{8, "Link-LSA"},
	{9, "Intra-Area-Prefix-LSA"},
	{12, "Router Information Opaque-LSA"},
};

static const struct word at_type_words[] = {
	{0, "Reserved"},
	{1, "HMAC Cryptographic Authentication"},
};

#define IP_PROTO 89
#define ADVERTISEMENTS 0 /* the table in `next.also` */

enum { HELLO_PACKET = 1, DD_PACKET, REQUEST_PACKET, UPDATE_PACKET, ACK_PACKET };
enum { AUTH_IS_NONE, AUTH_IS_SIMPLE, AUTH_IS_CRYPT };

static void form_area(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_ip4(t, (uint32_t)n->u);
	if (!n->u)
		text_put(t, " (Backbone)");
}

static const struct field fields[] = {
	[OSPF] = {"ospf", "Open Shortest Path First", PROTO},
	[HEADER_ROW] = {"ospf.header", "OSPF Header", NONE, .help = "What every packet begins with",
			.ref = "A.3.1"},
	[VERSION] = {"ospf.version", "Version", U8, DEC, AT(0, 8), .under = HEADER_ROW,
		     .help = "2 for IPv4, 3 for IPv6", .ref = "A.3.1"},
	[MSG] = {"ospf.msg", "Message Type", U8, DEC, AT(8, 8), .under = HEADER_ROW,
		 WORDS(msg_words), .help = "What the packet is for", .ref = "A.3.1"},
	[IS_HELLO] = {"ospf.msg.hello", "Hello", BOOL, .under = HEADER_ROW, .traits = HIDDEN,
		      .help = "The packet is a hello", .ref = "A.3.2"},
	[IS_DBDESC] = {"ospf.msg.dbdesc", "Database Description", BOOL, .under = HEADER_ROW,
		       .traits = HIDDEN, .help = "It describes a database", .ref = "A.3.3"},
	[IS_LSREQ] = {"ospf.msg.lsreq", "Link State Adv Request", BOOL, .under = HEADER_ROW,
		      .traits = HIDDEN, .help = "It asks for advertisements", .ref = "A.3.4"},
	[IS_LSUPDATE] = {"ospf.msg.lsupdate", "Link State Adv Update", BOOL, .under = HEADER_ROW,
			 .traits = HIDDEN, .help = "It brings advertisements", .ref = "A.3.5"},
	[IS_LSACK] = {"ospf.msg.lsack", "Link State Adv Acknowledgement", BOOL, .under = HEADER_ROW,
		      .traits = HIDDEN, .help = "It confirms advertisements", .ref = "A.3.6"},
	[LENGTH] = {"ospf.packet_length", "Packet Length", U16, DEC, .under = HEADER_ROW,
		    .help = "Octets from the header on", .ref = "A.3.1"},
	[ROUTER] = {"ospf.srcrouter", "Source OSPF Router", IPV4, .under = HEADER_ROW,
		    .help = "Who sends it", .ref = "A.3.1"},
	[AREA] = {"ospf.area_id", "Area ID", IPV4, .under = HEADER_ROW, .form = form_area,
		  .help = "Which area it belongs to", .ref = "A.3.1"},
	[CHECKSUM] = {"ospf.checksum", "Checksum", U16, HEX, .under = HEADER_ROW,
		      .fill = FILL_CHECKSUM, .help = "Over the packet but for authentication",
		      .ref = "A.3.1"},
	[AUTH_TYPE] = {"ospf.auth.type", "Auth Type", U16, DEC, .under = HEADER_ROW,
		       WORDS(auth_type_words), .help = "How the sender proves who it is",
		       .ref = "D"},
	[AUTH_NONE] = {"ospf.auth.none", "Auth Data (none)", BYTES, .under = HEADER_ROW,
		       .help = "No proof", .ref = "D.1"},
	[AUTH_SIMPLE] = {"ospf.auth.simple", "Auth Data (Simple)", STRING, .under = HEADER_ROW,
			 .traits = ZSTRING, .help = "A password, for all to read", .ref = "D.2"},
	[AUTH_KEY] = {"ospf.auth.crypt.key_id", "Auth Crypt Key id", U8, DEC, .under = HEADER_ROW,
		      .help = "Which key", .ref = "D.3"},
	[AUTH_LEN] = {"ospf.auth.crypt.data_length", "Auth Crypt Data Length", U8, DEC,
		      .under = HEADER_ROW, .help = "Octets of the digest", .ref = "D.3"},
	[AUTH_SEQ] = {"ospf.auth.crypt.seq_nbr", "Auth Crypt Sequence Number", U32, DEC,
		      .under = HEADER_ROW, .help = "Never falls", .ref = "D.3"},
	[AUTH_DATA] = {"ospf.auth.crypt.data", "Auth Crypt Data", BYTES, .under = HEADER_ROW,
		       .help = "The digest", .ref = "D.3"},
	[AUTH_UNKNOWN] = {"ospf.auth.unknown", "Auth Unknown", BYTES, .under = HEADER_ROW,
			  .help = "Proof of another type", .ref = "D"},
	[INSTANCE] = {"ospf.instance_id", "Instance ID", U8, DEC, .under = HEADER_ROW,
		      WORDS(instance_words), .help = "Which of the link's instances",
		      .ref = "RFC 5340, A.3.1"},
	[RESERVED] = {"ospf.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "A.3"},
	[HELLO] = {"ospf.hello", "OSPF Hello Packet", NONE, .help = "Who is there", .ref = "A.3.2"},
	[HELLO_MASK] = {"ospf.hello.network_mask", "Network Mask", IPV4,
			.help = "The link's netmask", .ref = "A.3.2"},
	[HELLO_INTERFACE] = {"ospf.hello.interface_id", "Interface ID", U32, DEC,
			     .help = "The sender's number of the interface",
			     .ref = "RFC 5340, A.3.2"},
	[HELLO_INTERVAL] = {"ospf.hello.hello_interval", "Hello Interval [sec]", U32, DEC,
			    .help = "Seconds between hellos", .ref = "A.3.2"},
	[HELLO_PRIORITY] = {"ospf.hello.router_priority", "Router Priority", U8, DEC,
			    .help = "The highest becomes designated router", .ref = "A.3.2"},
	[HELLO_DEAD] = {"ospf.hello.router_dead_interval", "Router Dead Interval [sec]", U32, DEC,
			.help = "Seconds of silence until it counts as gone", .ref = "A.3.2"},
	[HELLO_DR] = {"ospf.hello.designated_router", "Designated Router", IPV4,
		      .help = "The designated router", .ref = "A.3.2"},
	[HELLO_BDR] = {"ospf.hello.backup_designated_router", "Backup Designated Router", IPV4,
		       .help = "The one in reserve", .ref = "A.3.2"},
	[HELLO_NEIGHBOR] = {"ospf.hello.active_neighbor", "Active Neighbor", IPV4,
			    .help = "Whose hellos it has heard", .ref = "A.3.2"},
	[OPTIONS2] = {"ospf.v2.options", "Options", U8, HEX, .form = form_flags,
		      .help = "What the router can do", .ref = "A.2"},
	[O2_DN] = {"ospf.v2.options.dn", "DN", BOOL, AT(0, 1), .under = OPTIONS2, WORDS(set_notset),
		   .help = "Not to be looped back", .ref = "RFC 4576, 4"},
	[O2_O] = {"ospf.v2.options.o", "O", BOOL, AT(1, 1), .under = OPTIONS2, WORDS(set_notset),
		  .help = "Opaque advertisements are known", .ref = "RFC 5250, 4.1"},
	[O2_DC] = {"ospf.v2.options.dc", "(DC) Demand Circuits", BOOL, AT(2, 1), .under = OPTIONS2,
		   WORDS(o2_dc_words), .help = "Demand circuits", .ref = "RFC 1793, 2"},
	[O2_L] = {"ospf.v2.options.l", "(L) LLS Data block", BOOL, AT(3, 1), .under = OPTIONS2,
		  WORDS(o2_l_words), .help = "A local block follows", .ref = "RFC 5613, 2.1"},
	[O2_N] = {"ospf.v2.options.n", "(N) NSSA", BOOL, AT(4, 1), .under = OPTIONS2,
		  WORDS(o2_dc_words), .help = "Not so stubby areas", .ref = "RFC 3101, 2.1"},
	[O2_MC] = {"ospf.v2.options.mc", "(MC) Multicast", BOOL, AT(5, 1), .under = OPTIONS2,
		   WORDS(o2_mc_words), .help = "Multicast", .ref = "A.2"},
	[O2_E] = {"ospf.v2.options.e", "(E) External Routing", BOOL, AT(6, 1), .under = OPTIONS2,
		  WORDS(o2_mc_words), .help = "Routes from elsewhere are flooded", .ref = "A.2"},
	[O2_MT] = {"ospf.v2.options.mt", "(MT) Multi-Topology Routing", BOOL, AT(7, 1),
		   .under = OPTIONS2, WORDS(yes_no), .help = "More than one topology",
		   .ref = "RFC 4915, 3.2"},
	[OPTIONS3] = {"ospf.v3.options", "Options", U24, HEX, .form = form_flags,
		      .help = "What the router can do", .ref = "RFC 5340, A.2"},
	[O3_AT] = {"ospf.v3.options.at", "AT", BOOL, AT(13, 1), BOX(24, 13), .under = OPTIONS3,
		   WORDS(set_notset), .help = "A trailer proves who sent it",
		   .ref = "RFC 7166, 2.1"},
	[O3_L] = {"ospf.v3.options.l", "L", BOOL, AT(14, 1), BOX(24, 14), .under = OPTIONS3,
		  WORDS(set_notset), .help = "A local block follows", .ref = "RFC 5613, 2.1"},
	[O3_AF] = {"ospf.v3.options.af", "AF", BOOL, AT(15, 1), BOX(24, 15), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Address families", .ref = "RFC 5838, 2.2"},
	[O3_DC] = {"ospf.v3.options.dc", "DC", BOOL, AT(18, 1), BOX(24, 18), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Demand circuits", .ref = "RFC 5340, A.2"},
	[O3_R] = {"ospf.v3.options.r", "R", BOOL, AT(19, 1), BOX(24, 19), .under = OPTIONS3,
		  WORDS(set_notset), .help = "The sender routes", .ref = "RFC 5340, A.2"},
	[O3_N] = {"ospf.v3.options.n", "N", BOOL, AT(20, 1), BOX(24, 20), .under = OPTIONS3,
		  WORDS(set_notset), .help = "Not so stubby areas", .ref = "RFC 5340, A.2"},
	[O3_MC] = {"ospf.v3.options.mc", "MC", BOOL, AT(21, 1), BOX(24, 21), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Multicast", .ref = "RFC 5340, A.2"},
	[O3_E] = {"ospf.v3.options.e", "E", BOOL, AT(22, 1), BOX(24, 22), .under = OPTIONS3,
		  WORDS(set_notset), .help = "Routes from elsewhere are flooded",
		  .ref = "RFC 5340, A.2"},
	[O3_V6] = {"ospf.v3.options.v6", "V6", BOOL, AT(23, 1), BOX(24, 23), .under = OPTIONS3,
		   WORDS(set_notset), .help = "Counts for IPv6's routes", .ref = "RFC 5340, A.2"},
	[DD] = {"text", "OSPF DB Description", HEADING},
	[MTU] = {"ospf.db.interface_mtu", "Interface MTU", U16, DEC, .help = "Octets that fit",
		 .ref = "A.3.3"},
	[DBD] = {"ospf.dbd", "DB Description", U8, HEX, .form = form_flags, .help = "All flags",
		 .ref = "A.3.3"},
	[DBD_R] = {"ospf.dbd.r", "(R) OOBResync", BOOL, AT(4, 1), .under = DBD, WORDS(set_notset),
		   .help = "Resynchronization apart from the adjacency", .ref = "RFC 4811, 2.1"},
	[DBD_I] = {"ospf.dbd.i", "(I) Init", BOOL, AT(5, 1), .under = DBD, WORDS(set_notset),
		   .help = "The first of them", .ref = "A.3.3"},
	[DBD_M] = {"ospf.dbd.m", "(M) More", BOOL, AT(6, 1), .under = DBD, WORDS(set_notset),
		   .help = "More will follow", .ref = "A.3.3"},
	[DBD_MS] = {"ospf.dbd.ms", "(MS) Master", BOOL, AT(7, 1), .under = DBD, WORDS(yes_no),
		    .help = "The sender leads", .ref = "A.3.3"},
	[DD_SEQ] = {"ospf.db.dd_sequence", "DD Sequence", U32, DEC,
		    .help = "Counts the descriptions", .ref = "A.3.3"},
	[REQUEST] = {"text", "Link State Request", HEADING},
	[REQ_TYPE] = {"ospf.lsa", "LS Type", U8, DEC, WORDS(req_type_words),
		      .help = "What kind of advertisement", .ref = "A.4.1"},
	[REQ_TYPE3] = {"ospf.v3.lsa", "LS Type", U16, HEX, .help = "What kind of advertisement",
		       .ref = "RFC 5340, A.4.2.1"},
	[REQ_U] = {"ospf.v3.lsa.u", "LSA Handling", BOOL, AT(0, 1), BOX(16, 0), .under = REQ_TYPE3,
		   WORDS(req_u_words), .help = "Unknown types are flooded, too",
		   .ref = "RFC 5340, A.4.2.1"},
	[REQ_S12] = {"ospf.v3.lsa.s12", "Flooding Scope", U16, HEX, AT(1, 2), BOX(16, 1),
		     .under = REQ_TYPE3, WORDS(req_s12_words), .help = "How far it is flooded",
		     .ref = "RFC 5340, A.4.2.1"},
	[REQ_FC] = {"ospf.v3.lsa.fc", "Function Code", U16, DEC, AT(3, 13), BOX(16, 3),
		    .under = REQ_TYPE3, WORDS(req_fc_words), .help = "What it tells",
		    .ref = "RFC 5340, A.4.2.1"},
	[REQ_ID] = {"ospf.link_state_id", "Link State ID", IPV4, .help = "Which one",
		    .ref = "A.4.1"},
	[REQ_ROUTER] = {"ospf.advrouter", "Advertising Router", IPV4, .help = "Whose it is",
			.ref = "A.4.1"},
	[UPDATE] = {"text", "LS Update Packet", HEADING},
	[N_LSAS] = {"ospf.ls.number_of_lsas", "Number of LSAs", U32, DEC,
		    .help = "How many advertisements follow", .ref = "A.3.5"},
	[LLS] = {"text", "OSPF LLS Data Block", HEADING},
	[LLS_CHECKSUM] = {"ospf.lls.checksum", "Checksum", U16, HEX, .help = "Over the block",
			  .ref = "RFC 5613, 2.2"},
	[LLS_LENGTH] = {"ospf.lls.data_length", "LLS Data Length", U16, DEC, .traits = FACTOR,
			.factor = 4, .unit = " bytes", .help = "Words of four octets",
			.ref = "RFC 5613, 2.2"},
	[LLS_TLV] = {"text", "TLV", HEADING},
	[LLS_TYPE] = {"ospf.tlv_type", "TLV Type", U16, DEC, .help = "Which element",
		      .ref = "RFC 5613, 2.3"},
	[LLS_TLV_LENGTH] = {"ospf.tlv_length", "TLV Length", U16, DEC,
			    .help = "Octets of its value", .ref = "RFC 5613, 2.3"},
	[LLS_OPTIONS] = {"ospf.lls.ext.options", "Options", U32, HEX, .form = form_flags,
			 .help = "More options", .ref = "RFC 5613, 2.4"},
	[LLS_RS] = {"ospf.lls.ext.options.rs", "(RS) Restart Signal", BOOL, AT(30, 1), BOX(32, 30),
		    .under = LLS_OPTIONS, WORDS(set_notset), .help = "A restart is at hand",
		    .ref = "RFC 4812, 2"},
	[LLS_LR] = {"ospf.lls.ext.options.lr", "(LR) LSDB Resynchronization", BOOL, AT(31, 1),
		    BOX(32, 31), .under = LLS_OPTIONS, WORDS(set_notset),
		    .help = "Resynchronization apart from the adjacency", .ref = "RFC 4811, 2"},
	[LLS_SEQ] = {"ospf.v2.lls.sequence_number", "Sequence number", U32, HEX,
		     .help = "Never falls", .ref = "RFC 5613, 2.5"},
	[LLS_AUTH] = {"ospf.v2.lls.auth_data", "Auth Data", BYTES, .help = "The block's digest",
		      .ref = "RFC 5613, 2.5"},
	[AT] = {"ospf.at", "OSPF Authentication Trailer", NONE, .help = "Proof of who sent it",
		.ref = "RFC 7166, 4.1"},
	[AT_TYPE] = {"ospf.at.auth_type", "Authentication Type", U16, DEC, .under = AT,
		     WORDS(at_type_words), .help = "How it is made", .ref = "RFC 7166, 4.1"},
	[AT_LEN] = {"ospf.at.auth_data_len", "Authentication Data Length", U16, DEC, .under = AT,
		    .help = "Octets of the trailer", .ref = "RFC 7166, 4.1"},
	[AT_RESERVED] = {"ospf.at.reserved", "Reserved", U16, HEX, .under = AT, .help = "Always 0",
			 .ref = "RFC 7166, 4.1"},
	[AT_SA] = {"ospf.at.sa_id", "Security Association Identifier (SA ID)", U16, HEX,
		   .under = AT, .help = "Which key", .ref = "RFC 7166, 4.1"},
	[AT_SEQ] = {"ospf.at.crypto_seq_nbr", "Cryptographic Sequence Number", U64, DEC,
		    .under = AT, .help = "Never falls", .ref = "RFC 7166, 4.1"},
	[AT_DATA] = {"ospf.at.auth_data", "Authentication Data", BYTES, .under = AT,
		     .help = "The digest", .ref = "RFC 7166, 4.1"},
};

static unsigned version(const struct layer *l)
{
	return (unsigned)VALUE(l, VERSION);
}

/* What the two versions lay out alike; false for any other. */
static bool claims(const struct layer *l)
{
	return version(l) == 2 || version(l) == 3;
}

/* What the checksum covers: version 2's has the proof of who sent it left out; version 3's is
 * taken with what follows the packet. */
static unsigned sum_status(const struct walk *w, const struct layer *l, uint32_t *sum,
			   struct span *covered)
{
	struct cursor c = layer_cursor(l, 2);
	uint32_t len = u16(&c);
	struct cursor proof = layer_cursor(l, 16);

	*covered = version(l) == 3 ? l->bytes : span_first(l->bytes, len);
	*sum = 0;
	if (version(l) == 3)
		*sum = inet_pseudo_sum(&w->r, IP_PROTO, len);
	else
		*sum = 0xffffu * 4 - inet_fold(inet_sum(0, span_first(proof.left, 8)));
	if (l->bytes.cap < l->bytes.wire)
		return CHECKSUM_UNVERIFIED;
	return len <= l->bytes.wire ? inet_status(*sum, *covered) : CHECKSUM_UNVERIFIED;
}

/* With a digest there is none (RFC 2328, D.4.3). */
static bool checksum(const struct layer *l, uint32_t pseudo, bool ipv6, uint16_t *value)
{
	struct cursor c = layer_cursor(l, 2), proof = layer_cursor(l, 16);
	uint32_t len = u16(&c),
		 sum = 0xffffu * 4 - inet_fold(inet_sum(0, span_first(proof.left, 8)));
	unsigned type;

	c = layer_cursor(l, 14);
	type = u16(&c);
	if (version(l) == 3)
		*value = (uint16_t)~inet_fold(inet_sum(pseudo, l->bytes));
	else
		*value = (uint16_t)~inet_fold(inet_sum(sum, span_first(l->bytes, len)));
	return version(l) == 3 ? ipv6 : len <= l->bytes.wire && type != AUTH_IS_CRYPT;
}

/* The proof stands behind the packet, and is shown where the rest of it is. */
static void put_digest(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 2);
	uint32_t len = u16(&c);
	unsigned digest;

	c = layer_cursor(l, 19);
	digest = u8(&c);
	c = layer_cursor(l, len);
	if (digest && c.left.cap >= digest)
		put(w, &c, AUTH_DATA, digest);
}

static void put_auth(struct walk *w, const struct layer *l, struct cursor *c, unsigned type)
{
	static const struct part crypt[] = {{AUTH_KEY, 1}, {AUTH_LEN, 1}, {AUTH_SEQ, 4}, {0}};

	if (type == AUTH_IS_CRYPT) {
		cursor_pull(c, 2);
		put_rows(w, c, crypt);
		put_digest(w, l);
		return;
	}
	put(w, c,
	    type == AUTH_IS_NONE     ? AUTH_NONE
	    : type == AUTH_IS_SIMPLE ? AUTH_SIMPLE
				     : AUTH_UNKNOWN,
	    8);
}

/* None is what is said of a checksum of 0. */
static void put_checksum(struct walk *w, const struct layer *l, struct cursor *c)
{
	struct span covered;
	uint32_t sum;
	unsigned status = sum_status(w, l, &sum, &covered);
	uint16_t got = (uint16_t)put(w, c, CHECKSUM, 2);
	uint32_t off = (uint16_t)~inet_fold(inet_sum(sum, covered));

	if (!got)
		label_tail(w, " (None)");
	else if (status == CHECKSUM_GOOD)
		label_tail(w, " [correct]");
	else if (status == CHECKSUM_BAD)
		label_tail(w, " [incorrect, should be 0x%04x]", inet_fold(got + off));
}

/* The header; `auth` becomes its type, `digest` the octets that follow the packet. */
static void put_header(struct walk *w, const struct layer *l, struct cursor *c, unsigned *auth)
{
	static const unsigned kinds[] = {IS_HELLO, IS_DBDESC, IS_LSREQ, IS_LSUPDATE, IS_LSACK};
	uint32_t group = open_group(w, c, HEADER_ROW, version(l) == 2 ? 24 : 16);
	unsigned type = (unsigned)VALUE(l, MSG);

	cursor_pull(c, 2);
	if (type >= HELLO_PACKET && type <= ACK_PACKET)
		put_value(w, kinds[type - 1], c->at - 1, 1, 1);
	put(w, c, LENGTH, 2);
	put(w, c, ROUTER, 4);
	put(w, c, AREA, 4);
	put_checksum(w, l, c);
	if (version(l) == 2) {
		*auth = (unsigned)put(w, c, AUTH_TYPE, 2);
		put_auth(w, l, c, *auth);
	} else {
		put(w, c, INSTANCE, 1);
		put(w, c, RESERVED, 1);
	}
	shut_group(w, group, NULL);
}

static void put_hello(struct walk *w, const struct layer *l, struct cursor *c)
{
	static const struct part v2[] = {
		{HELLO_MASK, 4}, {HELLO_INTERVAL, 2}, {OPTIONS2, 1},  {HELLO_PRIORITY, 1},
		{HELLO_DEAD, 4}, {HELLO_DR, 4},       {HELLO_BDR, 4}, {0}};
	static const struct part v3[] = {
		{HELLO_INTERFACE, 4}, {HELLO_PRIORITY, 1}, {OPTIONS3, 3},  {HELLO_INTERVAL, 2},
		{HELLO_DEAD, 2},      {HELLO_DR, 4},       {HELLO_BDR, 4}, {0}};
	uint32_t group = open_group(w, c, HELLO, c->left.wire);

	put_rows(w, c, version(l) == 2 ? v2 : v3);
	while (c->left.cap)
		put(w, c, HELLO_NEIGHBOR, 4);
	shut_group(w, group, NULL);
}

static void put_description(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct part v2[] = {{MTU, 2}, {OPTIONS2, 1}, {DBD, 1}, {DD_SEQ, 4}, {0}};
	static const struct part v3[] = {{RESERVED, 1}, {OPTIONS3, 3}, {MTU, 2}, {RESERVED, 1},
					 {DBD, 1},      {DD_SEQ, 4},   {0}};
	uint32_t group = open_group(w, c, DD, version(l) == 2 ? 8 : 12);

	put_rows(w, c, version(l) == 2 ? v2 : v3);
	shut_group(w, group, NULL);
	*c = walk_part(w, also_by(l, ADVERTISEMENTS, version(l)), *c);
}

static void put_requests(struct walk *w, const struct layer *l, struct cursor *c)
{
	static const struct part v2[] = {{REQ_TYPE, 4}, {REQ_ID, 4}, {REQ_ROUTER, 4}, {0}};
	static const struct part v3[] = {
		{RESERVED, 2}, {REQ_TYPE3, 2}, {REQ_ID, 4}, {REQ_ROUTER, 4}, {0}};

	while (c->left.cap) {
		uint32_t group = open_group(w, c, REQUEST, 12);

		put_rows(w, c, version(l) == 2 ? v2 : v3);
		shut_group(w, group, NULL);
	}
}

static void put_update(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = open_group(w, c, UPDATE, c->left.wire);

	put(w, c, N_LSAS, 4);
	*c = walk_part(w, also_by(l, ADVERTISEMENTS, version(l)), *c);
	shut_group(w, group, NULL);
}

static void put_body(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	switch (type) {
	case HELLO_PACKET:
		put_hello(w, l, c);
		break;
	case DD_PACKET:
		put_description(w, l, c);
		break;
	case REQUEST_PACKET:
		put_requests(w, l, c);
		break;
	case UPDATE_PACKET:
		put_update(w, l, c);
		break;
	case ACK_PACKET:
		*c = walk_part(w, also_by(l, ADVERTISEMENTS, version(l)), *c);
		break;
	default:
		break;
	}
}

static void put_lls_tlv(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u16(&peek);
	uint32_t len = u16(&peek), group = open_group(w, c, LLS_TLV, 4 + len);

	label_whole(w, "%s",
		    type == 1   ? "Extended options TLV"
		    : type == 2 ? "Cryptographic Authentication TLV"
				: "Unknown LLS TLV");
	put(w, c, LLS_TYPE, 2);
	put(w, c, LLS_TLV_LENGTH, 2);
	peek = cursor_first(*c, len);
	if (type == 1) {
		put(w, &peek, LLS_OPTIONS, 4);
	} else if (type == 2) {
		put(w, &peek, LLS_SEQ, 4);
		put(w, &peek, LLS_AUTH, peek.left.wire);
	}
	cursor_take(c, (len + 3) & ~3u);
	shut_group(w, group, NULL);
}

static void put_lls(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, LLS, c->left.wire), words;
	struct cursor block;

	put(w, c, LLS_CHECKSUM, 2);
	words = (uint32_t)put(w, c, LLS_LENGTH, 2);
	block = cursor_first(*c, words * 4 > 4 ? words * 4 - 4 : 0);
	while (block.left.cap)
		put_lls_tlv(w, &block);
	shut_group(w, group, NULL);
}

static void put_trailer(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{AT_TYPE, 2}, {AT_LEN, 2}, {AT_RESERVED, 2},
					    {AT_SA, 2},   {AT_SEQ, 8}, {0}};
	uint32_t group = open_group(w, c, AT, c->left.wire);

	put_rows(w, c, parts);
	if (c->left.wire && !c->bad)
		put(w, c, AT_DATA, c->left.wire);
	shut_group(w, group, NULL);
}

/* Whether options that say so precede a block or a trailer: hellos and descriptions have them. */
static bool option_set(const struct layer *l, unsigned type, uint32_t v2, uint32_t v3)
{
	struct cursor c = layer_cursor(l, version(l) == 2 ? 24 : 16);

	if (type != HELLO_PACKET && type != DD_PACKET)
		return false;
	if (version(l) == 3) {
		cursor_pull(&c, type == HELLO_PACKET ? 5 : 1);
		return u24(&c) & v3;
	}
	cursor_pull(&c, type == HELLO_PACKET ? 6 : 2);
	return u8(&c) & v2;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l, 2), body, all = *c;
	unsigned auth = 0, type = (unsigned)VALUE(l, MSG);
	uint32_t len = u16(&head), digest;

	put_header(w, l, c, &auth);
	head = layer_cursor(l, 19);
	digest = auth == AUTH_IS_CRYPT ? u8(&head) : 0;
	if (c->bad)
		return;
	body = cursor_first(all, len);
	cursor_pull(&body, c->at - all.at);
	put_body(w, l, &body, type);
	if (body.bad) {
		*c = body;
		return;
	}
	cursor_take(c, len > c->at - all.at ? len - (c->at - all.at) : 0);
	if (c->left.wire >= digest)
		cursor_take(c, digest);
	if (c->left.cap && option_set(l, type, 0x10, 0x200))
		put_lls(w, c);
	if (c->left.cap && option_set(l, type, 0, 0x400))
		put_trailer(w, c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(fields[MSG].words, VALUE(l, MSG));

	(void)r;
	if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", (unsigned)VALUE(l, MSG));
}

static const struct hang hangs[] = {{"ip.proto", IP_PROTO}, {0}};

const struct proto proto_ospf = {
	.brief = "OSPF",
	.spec = "RFC 2328",
	.fields = fields,
	.n_fields = COUNT(fields),
	.least = 2,
	/* A router of version 2 says hello. */
	SAMPLE("\2\1\0\54"
	       "\0\0\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0\0\0\0\0"
	       "\377\377\377\0"
	       "\0\12\2\1"
	       "\0\0\0\50"
	       "\0\0\0\0"
	       "\0\0\0\0"),
	.sum = SUM_OWN,
	.sum_at = 12,
	.checksum = checksum,
	.next = {.also = {"ospf.lsas"}},
	.hangs = hangs,
	.claims = claims,
	.rest = rest,
	.info = info,
};
