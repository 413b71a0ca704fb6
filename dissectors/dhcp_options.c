/* SPDX-License-Identifier: BSD-2-Clause */
/* DHCP: options that are more than one value. */
/* RFC 2132; RFC 3004; RFC 3046; RFC 3118; RFC 3361; RFC 3397; RFC 3442; RFC 3925; RFC 4702. */
#include "shared/dns.h"
#include "shared/media.h"
#include "shared/numbers.h"

enum {
	OPTIONS,
	FILTER_IP,
	FILTER_MASK,
	ROUTE_IP,
	ROUTE_ROUTER,
	CLASS,
	CLASS_LEN,
	CLASS_DATA,
	CLASS_TEXT,
	NONSTANDARD,
	IAID,
	DUID_TYPE,
	LLT_HW,
	LL_HW,
	DUID_TIME,
	DUID_ADDRESS,
	DUID_ENTERPRISE,
	DUID_BYTES,
	FQDN_FLAGS,
	FQDN_MBZ,
	FQDN_N,
	FQDN_E,
	FQDN_O,
	FQDN_S,
	FQDN_RCODE1,
	FQDN_RCODE2,
	FQDN_NAME,
	AUTH_PROTOCOL,
	AUTH_DELAYED,
	AUTH_ALGORITHM,
	AUTH_RDM,
	AUTH_REPLAY,
	AUTH_REPLAY_TEXT,
	AUTH_SECRET,
	AUTH_HASH,
	AUTH_INFO,
	SEARCH,
	SIP_ENCODING,
	SIP_NAME,
	SIP_ADDRESS,
	CLASSLESS,
	SLP_MANDATORY,
	SLP_ADDRESS,
	SLP_SCOPE,
	SLP_TEXT,
	UUID,
	BAD_LENGTH,
};

static const struct word duid_types[] = {
	{1, "link-layer address plus time"},
	{2, "assigned by vendor based on Enterprise number"},
	{3, "link-layer address"},
};

static const struct word auth_protocols[] = {
	{0, "configuration token"},
	{1, "delayed authentication"},
};

static const struct word delayed_words[] = {
	{1, "HMAC_MD5"},
};

static const struct word rdm_words[] = {
	{0, "Monotonically-increasing counter"},
};

static const struct word sip_words[] = {
	{0, "Fully Qualified Domain Name"},
	{1, "IPv4 Address"},
};

static const struct word slp_words[] = {
	{0, "Dynamic Discovery"},
	{1, "Static Discovery"},
	{128, "Backwards compatibility"},
};

static const struct word scope_words[] = {
	{0, "Preferred Scope"},
	{1, "Mandatory Scope"},
};

static const struct word n_words[] = {{0, "Some server updates"}, {1, "No server updates"}};
static const struct word e_words[] = {{0, "ASCII encoding"}, {1, "Binary encoding"}};
static const struct word o_words[] = {{0, "No override"}, {1, "Override"}};
static const struct word s_words[] = {{0, "Client"}, {1, "Server"}};

static void form_fqdn(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"Server", "Server overrides", "Encoding",
					    "Server DDNS"};

	(void)r;
	text_format(t, "0x%02x", (unsigned)n->u);
	for (unsigned i = COUNT(names); i--;)
		if (n->u >> i & 1)
			text_format(t, ", %s", names[i]);
}

#define ROW(row, filter, label, says, section, ...) \
	[row] = {"dhcp." filter, label, __VA_ARGS__, .help = says, .ref = section}
#define AUTH_ROW(row, filter, label, says, ...) \
	ROW(row, "option.dhcp_authentication." filter, label, says, "RFC 3118, 2", __VA_ARGS__)

static const struct field fields[] = {
	[OPTIONS] = {"dhcp.options", "Options", PROTO},
	ROW(FILTER_IP, "option.policy_filter.ip", "IP Address", "A destination", "RFC 2132, 4.3",
	    IPV4),
	ROW(FILTER_MASK, "option.policy_filter.subnet_mask", "Subnet Mask", "Its mask",
	    "RFC 2132, 4.3", IPV4),
	ROW(ROUTE_IP, "option.static_route.ip", "Destination IP Address", "Where to",
	    "RFC 2132, 5.8", IPV4),
	ROW(ROUTE_ROUTER, "option.static_route.router", "Destination Router", "By which router",
	    "RFC 2132, 5.8", IPV4),
	ROW(CLASS, "option.user_class", "Instance of User Class", "Which of the classes",
	    "RFC 3004, 4", U8, DEC),
	ROW(CLASS_LEN, "option.user_class.length", "User Class Length", "Octets of it",
	    "RFC 3004, 4", U8, DEC),
	ROW(CLASS_DATA, "option.user_class.data", "User Class Data", "The class", "RFC 3004, 4",
	    BYTES),
	ROW(CLASS_TEXT, "option.user_class.text", "User Class Data (Text)",
	    "A class that isn't written as it should be", "RFC 3004, 4", STRING),
	[NONSTANDARD] = EXPERT("dhcp.option.nonstd_data", "Non standard compliant option data",
			       REMARK, G_PROTOCOL),
	ROW(IAID, "client_id.iaid", "IAID", "Which of the client's interfaces", "RFC 4361, 6.1",
	    STRING),
	ROW(DUID_TYPE, "client_id.duid_type", "DUID Type", "How the client is named",
	    "RFC 4361, 6.1", U16, DEC, WORDS(duid_types)),
	ROW(LLT_HW, "client_id.duid_llt_hw_type", "Hardware type", "What kind of address",
	    "RFC 8415, 11.2", U16, DEC, .words = &arp_hardware),
	ROW(LL_HW, "client_id.duid_ll_hw_type", "Hardware type", "What kind of address",
	    "RFC 8415, 11.4", U16, DEC, .words = &arp_hardware),
	ROW(DUID_TIME, "client_id.time", "Time", "When the name was made", "RFC 8415, 11.2", U32,
	    DEC),
	ROW(DUID_ADDRESS, "client_id.link_layer_address", "Link layer address", "An address",
	    "RFC 8415, 11.2", STRING),
	ROW(DUID_ENTERPRISE, "client_id.enterprise_num", "Enterprise-number", "Who made the name",
	    "RFC 8415, 11.3", U32, DEC),
	ROW(DUID_BYTES, "client_id", "Identifier", "The name", "RFC 8415, 11.3", BYTES),
	ROW(FQDN_FLAGS, "fqdn.flags", "Flags", "Who updates the DNS", "RFC 4702, 2.1", U8, HEX,
	    .form = form_fqdn),
	ROW(FQDN_MBZ, "fqdn.mbz", "Reserved flags", "Always 0", "RFC 4702, 2.1", U8, HEX, AT(0, 4),
	    .under = FQDN_FLAGS),
	ROW(FQDN_N, "fqdn.n", "Server DDNS", "The server is to update nothing", "RFC 4702, 2.1",
	    BOOL, AT(4, 1), .under = FQDN_FLAGS, WORDS(n_words)),
	ROW(FQDN_E, "fqdn.e", "Encoding", "The name is written as in the DNS", "RFC 4702, 2.1",
	    BOOL, AT(5, 1), .under = FQDN_FLAGS, WORDS(e_words)),
	ROW(FQDN_O, "fqdn.o", "Server overrides", "The server did as it pleased", "RFC 4702, 2.1",
	    BOOL, AT(6, 1), .under = FQDN_FLAGS, WORDS(o_words)),
	ROW(FQDN_S, "fqdn.s", "Server", "The server is to update the address", "RFC 4702, 2.1",
	    BOOL, AT(7, 1), .under = FQDN_FLAGS, WORDS(s_words)),
	ROW(FQDN_RCODE1, "fqdn.rcode1", "A-RR result", "No longer used", "RFC 4702, 2.2", U8, DEC),
	ROW(FQDN_RCODE2, "fqdn.rcode2", "PTR-RR result", "No longer used", "RFC 4702, 2.2", U8,
	    DEC),
	ROW(FQDN_NAME, "fqdn.name", "Client name", "The client's name", "RFC 4702, 2.3", STRING),
	AUTH_ROW(AUTH_PROTOCOL, "protocol", "Protocol", "How it is proved", U8, DEC,
		 WORDS(auth_protocols)),
	AUTH_ROW(AUTH_DELAYED, "alg_delay", "Delay Algorithm", "By which algorithm", U8, DEC,
		 WORDS(delayed_words)),
	AUTH_ROW(AUTH_ALGORITHM, "algorithm", "Algorithm", "By which algorithm", U8, DEC),
	AUTH_ROW(AUTH_RDM, "rdm", "Replay Detection Method", "What tells it is new", U8, DEC,
		 WORDS(rdm_words)),
	AUTH_ROW(AUTH_REPLAY, "rdm_replay_detection", "RDM Replay Detection Value", "It grows", U64,
		 HEX),
	AUTH_ROW(AUTH_REPLAY_TEXT, "rdm_rdv", "Replay Detection Value", "Of another method", STRING,
		 .traits = ZSTRING),
	AUTH_ROW(AUTH_SECRET, "secret_id", "Secret ID", "Which key", U32, HEX),
	AUTH_ROW(AUTH_HASH, "hmac_md5_hash", "HMAC MD5 Hash", "The proof", BYTES),
	AUTH_ROW(AUTH_INFO, "information", "Authentication Information", "The proof", STRING,
		 .traits = ZSTRING),
	ROW(SEARCH, "option.dhcp_dns_domain_search_list_fqdn", "FQDN",
	    "A domain to search names in", "RFC 3397, 2", STRING),
	ROW(SIP_ENCODING, "option.sip_server.encoding", "SIP Server Encoding", "Names or addresses",
	    "RFC 3361, 3", U8, DEC, WORDS(sip_words)),
	ROW(SIP_NAME, "option.sip_server.name", "SIP Server Name", "A server", "RFC 3361, 3.1",
	    STRING),
	ROW(SIP_ADDRESS, "option.sip_server.address", "SIP Server Address", "A server",
	    "RFC 3361, 3.2", IPV4),
	ROW(CLASSLESS, "option.classless_static_route", "Subnet/MaskWidth-Router", "A route",
	    "RFC 3442", BYTES),
	ROW(SLP_MANDATORY, "option.slp_directory_agent.value", "Value",
	    "Whether others may be sought", "RFC 2610, 3", U8, DEC, WORDS(slp_words)),
	ROW(SLP_ADDRESS, "option.slp_directory_agent.slpda_address", "IP Address", "A directory",
	    "RFC 2610, 3", IPV4),
	ROW(SLP_SCOPE, "option.slp_service_scope.value", "Value", "Whether others may be used",
	    "RFC 2610, 4", U8, DEC, WORDS(scope_words)),
	ROW(SLP_TEXT, "option.slp_service_scope.string", "SLP Service Scope", "Scopes",
	    "RFC 2610, 4", STRING, .traits = ZSTRING),
	ROW(UUID, "client_id.uuid", "Client Identifier (UUID)", "Which machine it is",
	    "RFC 4578, 2.3", GUID),
	[BAD_LENGTH] = EXPERT("dhcp.bad_length", "Wrong length", ERROR, G_PROTOCOL),
};

/* --- simple lists --- */

static void bad_length(struct walk *w, uint32_t group, const char *words)
{
	w->last = group;
	expert(w, BAD_LENGTH, "%s", words);
}

static void put_pairs(struct walk *w, struct cursor *c, unsigned row, uint32_t group)
{
	if (c->left.wire % 8)
		bad_length(w, group, "Option length isn't a multiple of 8");
	while (c->left.wire >= 8 && !c->bad) {
		put(w, c, row, 4);
		put(w, c, row + 1, 4);
	}
}

static void put_filters(struct walk *w, struct cursor *c, uint32_t group)
{
	put_pairs(w, c, FILTER_IP, group);
}

static void put_routes(struct walk *w, struct cursor *c, uint32_t group)
{
	put_pairs(w, c, ROUTE_IP, group);
}

static void put_directory(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, SLP_MANDATORY, 1);
	while (c->left.wire >= 4 && !c->bad)
		put(w, c, SLP_ADDRESS, 4);
}

static void put_scope(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, SLP_SCOPE, 1);
	put(w, c, SLP_TEXT, c->left.wire);
}

static void put_uuid(struct walk *w, struct cursor *c, uint32_t group)
{
	static const uint8_t order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
	struct cursor from;
	uint8_t *id = take(w, 16);

	(void)group;
	cursor_pull(c, 1);
	from = *c;
	if (c->left.wire < 16 || !cursor_pull(c, 16))
		return;
	for (unsigned i = 0; i < COUNT(order); i++)
		id[order[i]] = u8(&from);
	put_bytes(w, UUID, c->at - 16, 16, id, 16);
}

/* RFC 3004, 4: counted classes; what isn't counted is text. */
static void put_classes(struct walk *w, struct cursor *c, uint32_t group)
{
	for (unsigned i = 0; c->left.cap && !c->bad; i++) {
		struct cursor peek = *c;
		unsigned len = u8(&peek);
		uint32_t one;

		if (!len || len > peek.left.wire) {
			put(w, c, CLASS_TEXT, c->left.wire);
			expert(w, NONSTANDARD, NULL);
			return;
		}
		one = open_value(w, CLASS, c->at, i);
		label_value(w, "[%u]", i);
		put(w, c, CLASS_LEN, 1);
		put(w, c, CLASS_DATA, len);
		shut_group(w, one, c);
	}
	(void)group;
}

/* --- who the client is --- */

static void put_hex(struct walk *w, struct cursor *c, unsigned row, uint32_t n, char between)
{
	struct cursor peek = *c;
	struct span s = cursor_first(*c, n).left;
	struct text t = {0};

	if (!cursor_pull(c, n))
		return;
	text_hex_bytes(&t, s.p, s.cap, between);
	put_string(w, row, peek.at, n, arena_copy(&w->arena, text_string(&t), t.len));
	text_close(&t);
}

/* RFC 4361, 6.1: an interface's number and a DUID. */
static void put_duid(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned type;

	(void)group;
	cursor_pull(c, 1);
	put_hex(w, c, IAID, 4, '\0');
	type = (unsigned)put(w, c, DUID_TYPE, 2);
	if (type == 1) {
		put(w, c, LLT_HW, 2);
		put(w, c, DUID_TIME, 4);
	} else if (type == 3) {
		put(w, c, LL_HW, 2);
	} else if (type == 2) {
		put(w, c, DUID_ENTERPRISE, 4);
		if (c->left.wire)
			put(w, c, DUID_BYTES, c->left.wire);
	}
	if ((type == 1 || type == 3) && c->left.wire)
		put_hex(w, c, DUID_ADDRESS, c->left.wire, ':');
}

/* RFC 4702, 2: a name in the DNS's own form, or in letters. */
static void put_fqdn(struct walk *w, struct cursor *c, uint32_t group)
{
	static const struct part results[] = {{FQDN_RCODE1, 1}, {FQDN_RCODE2, 1}, {0, 0}};
	unsigned flags = (unsigned)put(w, c, FQDN_FLAGS, 1);
	uint32_t len = 0, at;
	const char *name;

	(void)group;
	put_rows(w, c, results);
	if (!c->left.wire || c->bad)
		return;
	at = c->at;
	if (flags & 4) {
		struct dns_scope scope = {.start = *c};

		len = c->left.wire;
		name = dns_name(w, &scope, c, &len);
		put_string(w, FQDN_NAME, at, len, name ? name : "");
	} else {
		put(w, c, FQDN_NAME, c->left.wire);
	}
}

/* --- authentication --- */

static void put_authentication(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned protocol = (unsigned)put(w, c, AUTH_PROTOCOL, 1), rdm;

	put(w, c, protocol == 1 ? AUTH_DELAYED : AUTH_ALGORITHM, 1);
	rdm = (unsigned)put(w, c, AUTH_RDM, 1);
	put(w, c, rdm ? AUTH_REPLAY_TEXT : AUTH_REPLAY, 8);
	if (c->bad)
		return;
	if (protocol != 1) {
		if (c->left.wire)
			put(w, c, AUTH_INFO, c->left.wire);
	} else if (c->left.wire >= 20) {
		put(w, c, AUTH_SECRET, 4);
		put(w, c, AUTH_HASH, 16);
	} else if (c->left.wire) {
		bad_length(w, group, "length isn't >= 20");
	}
}

/* --- names and routes --- */

static void put_search(struct walk *w, struct cursor *c, uint32_t group)
{
	struct dns_scope scope = {.start = *c};

	(void)group;
	while (c->left.cap && !c->bad) {
		uint32_t at = c->at, len = c->left.wire;
		const char *name = dns_name(w, &scope, c, &len);

		put_string(w, SEARCH, at, len, name ? name : "");
	}
}

static void put_sip(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned encoding = (unsigned)put(w, c, SIP_ENCODING, 1);
	struct dns_scope scope = {.start = *c};

	(void)group;
	while (encoding == 1 && c->left.wire >= 4 && !c->bad)
		put(w, c, SIP_ADDRESS, 4);
	while (!encoding && c->left.cap && !c->bad) {
		uint32_t at = c->at, len = c->left.wire;
		const char *name = dns_name(w, &scope, c, &len);

		put_string(w, SIP_NAME, at, len, name ? name : "");
	}
}

/* RFC 3442: only the octets of a network that its mask covers are there. */
static void put_classless(struct walk *w, struct cursor *c, uint32_t group)
{
	if (c->left.wire < 5) {
		bad_length(w, group, "length isn't >= 5");
		return;
	}
	while (c->left.cap >= 5 && !c->bad) {
		struct cursor peek = *c;
		unsigned width = u8(&peek), octets = (width + 7) / 8;
		uint8_t network[4] = {0}, router[4] = {0};

		if (width > 32 || !cursor_has(&peek, octets + 4))
			return;
		for (unsigned i = 0; i < octets; i++)
			network[i] = u8(&peek);
		for (unsigned i = 0; i < 4; i++)
			router[i] = u8(&peek);
		put(w, c, CLASSLESS, 1 + octets + 4);
		if (width)
			label_whole(w, " %s/%u-%s", address_words(w, IPV4, network), width,
				    address_words(w, IPV4, router));
		else
			label_whole(w, " default-%s", address_words(w, IPV4, router));
	}
}

/* --- which option it is --- */

static const struct {
	uint8_t code;
	void (*read)(struct walk *, struct cursor *, uint32_t group);
} readers[] = {
	{21, put_filters},    {33, put_routes},  {61, put_duid}, {77, put_classes},
	{78, put_directory},  {79, put_scope},   {81, put_fqdn}, {90, put_authentication},
	{97, put_uuid},       {119, put_search}, {120, put_sip}, {121, put_classless},
	{249, put_classless},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t code = l->parent->state ? *l->parent->state : 0; /* see struct dhcp_state */

	for (unsigned i = 0; i < COUNT(readers); i++)
		if (readers[i].code == code)
			readers[i].read(w, c, w->last);
}

#define AT_OPTION(code)             \
	{                           \
		"dhcp.option", code \
	}
static const struct hang hangs[] = {AT_OPTION(21),  AT_OPTION(33),
				    AT_OPTION(61),  AT_OPTION(77),
				    AT_OPTION(78),  AT_OPTION(79),
				    AT_OPTION(81),  AT_OPTION(90),
				    AT_OPTION(97),  AT_OPTION(119),
				    AT_OPTION(120), AT_OPTION(121),
				    AT_OPTION(249), {0}};

const struct proto proto_dhcp_options = {
	.brief = "DHCP",
	.no_column = true,
	.bare = true,
	.prefix = "dhcp",
	.spec = "RFC 2132",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
