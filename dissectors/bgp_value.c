/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: attributes that came later. */
/* RFC 7311 (costs), 8092 (large communities), 8205 (signed paths). */
#include "shared/bgp.h"

enum {
	PART,
	WRONG,
	LOOSE,
	HEAD,
	AIGP,
	AIGP_TYPE,
	AIGP_LEN,
	AIGP_METRIC,
	AIGP_NOTE,
	LENGTH_NOTE,
	LARGE,
	LARGE_AS,
	LARGE_1,
	LARGE_2,
	SP_LEN,
	PCOUNT,
	SPS_FLAGS,
	SPS_AS,
	SB_LEN,
	ALGORITHM,
	SKI,
	SIG_LEN,
	SIGNATURE,
	DOMAINS,
	DOMAIN,
	DOMAIN_GA,
	DOMAIN_LA,
	DOMAIN_SAFI,
	SSA_T,
	SSA_TYPE,
	SSA_LEN,
	SSA_VALUE,
	L2TP_PREF,
	L2TP_S,
	L2TP_UNUSED,
	COOKIE_LEN,
	SESSION,
	COOKIE,
	COMMUNITIES,
	COMMUNITY,
	WELL_KNOWN,
	COMMUNITY_AS,
	COMMUNITY_VALUE,
	CLUSTERS,
	CLUSTER,
};

static const struct word aigp_type_words[] = {{1, "Type AIGP TLV"}};

static const struct word ssa_type_words[] = {
	{1, "L2TPv3 Tunnel"},          {2, "mGRE Tunnel"},
	{3, "IPSec Tunnel"},           {4, "MPLS Tunnel"},
	{5, "L2TPv3 in IPSec Tunnel"}, {6, "mGRE in IPSec Tunnel"},
};

static const struct word well_known_words[] = {
	{4294901760, "GRACEFUL_SHUTDOWN"},
	{4294901761, "ACCEPT_OWN"},
	{4294902426, "BLACKHOLE"},
	{4294967041, "NO_EXPORT"},
	{4294967042, "NO_ADVERTISE"},
	{4294967043, "NO_EXPORT_SUBCONFED"},
	{4294967044, "NOPEER"},
};

#define SHOWN_OCTETS 24

/* Octets apart from each other, the first ones of many. */
static void form_octets(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_hex_bytes(t, n->p, n->size > SHOWN_OCTETS ? SHOWN_OCTETS : n->size, ' ');
	if (n->size > SHOWN_OCTETS)
		text_put(t, " …");
}

static const struct field fields[] = {
	[PART] = {"bgp.value", "BGP attribute values", PROTO},
	[WRONG] = {"text", "What is wrong", HEADING},
	[LOOSE] = {"text", "Parts", HEADING},
	[HEAD] = {"text", "Part", HEADING},
	[AIGP] = {"bgp.update.path_attribute.aigp", "AIGP Attribute", NONE,
		  .help = "What the way costs inside the systems", .ref = "RFC 7311, 3"},
	[AIGP_TYPE] = {"bgp.update.attribute.aigp.type", "AIGP attribute type", U8, DEC,
		       WORDS(aigp_type_words), .help = "What it is", .ref = "RFC 7311, 3"},
	[AIGP_LEN] = {"bgp.update.attribute.aigp.length", "AIGP TLV length", U16, DEC,
		      .help = "Octets of it", .ref = "RFC 7311, 3"},
	[AIGP_METRIC] = {"bgp.update.attribute.aigp.accu_igp_metric", "AIGP Accumulated IGP Metric",
			 U64, DEC, .help = "The costs added up", .ref = "RFC 7311, 3"},
	[AIGP_NOTE] =
		EXPERT("bgp.attr.aigp.type", "Unknown AIGP attribute type", REMARK, G_MALFORMED),
	[LENGTH_NOTE] = EXPERT("bgp.length.invalid", "Length is invalid", ERROR, G_MALFORMED),
	[LARGE] = {"bgp.large_communities", "Large Communities", STRING,
		   .help = "A mark of the routes", .ref = "RFC 8092, 3"},
	[LARGE_AS] = {"bgp.large_communities.ga", "Global Administrator", U32, DEC,
		      .help = "Whose mark it is", .ref = "RFC 8092, 3"},
	[LARGE_1] = {"bgp.large_communities.ldp1", "Local Data Part 1", U32, DEC,
		     .help = "The first half of it", .ref = "RFC 8092, 3"},
	[LARGE_2] = {"bgp.large_communities.ldp2", "Local Data Part 2", U32, DEC,
		     .help = "The second half", .ref = "RFC 8092, 3"},
	[SP_LEN] = {"bgp.update.path_attribute.bgpsec.sp.length", "Length", U16, DEC,
		    .help = "Octets of the systems that were passed", .ref = "RFC 8205, 3.1"},
	[PCOUNT] = {"bgp.update.path_attribute.bgpsec.sps.pcount", "pCount", U8, DEC,
		    .help = "How often the system stands in the path", .ref = "RFC 8205, 3.1"},
	[SPS_FLAGS] = {"bgp.update.path_attribute.bgpsec.sps.flags", "Flags", U8, DEC,
		       .help = "Whether it is inside a confederation", .ref = "RFC 8205, 3.1"},
	[SPS_AS] = {"bgp.update.path_attribute.bgpsec.sps.as", "AS Number", U32, DEC,
		    .help = "The system", .ref = "RFC 8205, 3.1"},
	[SB_LEN] = {"bgp.update.path_attribute.bgpsec.sb.length", "Length", U16, DEC,
		    .help = "Octets of the signatures", .ref = "RFC 8205, 3.2"},
	[ALGORITHM] = {"bgp.update.path_attribute.bgpsec.sb.algo_id", "Algo ID", U8, DEC,
		       .help = "How they are made", .ref = "RFC 8205, 3.2"},
	[SKI] = {"bgp.update.path_attribute.bgpsec.ss.ski", "SKI", BYTES, .form = form_octets,
		 .help = "Which key it is made with", .ref = "RFC 8205, 3.2"},
	[SIG_LEN] = {"bgp.update.path_attribute.bgpsec.ss.length", "Length", U16, DEC,
		     .help = "Octets of the signature", .ref = "RFC 8205, 3.2"},
	[SIGNATURE] = {"bgp.update.path_attribute.bgpsec.ss.sig", "Signature", BYTES,
		       .form = form_octets, .help = "The signature", .ref = "RFC 8205, 3.2"},
	[DOMAINS] = {"bgp.update.attribute.dpath.length", "Domain Path Attribute length", U16, DEC,
		     .help = "How many domains were passed",
		     .ref = "draft-ietf-bess-evpn-ipvpn-interworking"},
	[DOMAIN] = {"bgp.update.path_attribute.dpath", "Domain Path Attribute", STRING,
		    .help = "One of them", .ref = "draft-ietf-bess-evpn-ipvpn-interworking"},
	[DOMAIN_GA] = {"bgp.update.attribute.dpath.ga", "Global Administrator", U32, DEC,
		       .help = "Who numbers it", .ref = "draft-ietf-bess-evpn-ipvpn-interworking"},
	[DOMAIN_LA] = {"bgp.update.attribute.dpath.la", "Local Administrator", U16, DEC,
		       .help = "Its number", .ref = "draft-ietf-bess-evpn-ipvpn-interworking"},
	[DOMAIN_SAFI] = {"bgp.update.attribute.dpath.isf.safi", "Inter-Subnet Forwarding SAFI type",
			 U8, DEC, .help = "Kind of routes that came from there",
			 .ref = "draft-ietf-bess-evpn-ipvpn-interworking"},
	[SSA_T] = {"bgp.ssa_t", "Transitive bit", BOOL, AT(0, 1), .under = LOOSE,
		   .help = "It is passed on", .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[SSA_TYPE] = {"bgp.ssa_type", "SSA Type", U16, DEC, AT(1, 15), BOX(16, 1), .under = LOOSE,
		      WORDS(ssa_type_words), .help = "What it is",
		      .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[SSA_LEN] = {"bgp.ssa_len", "Length", U16, DEC, .help = "Octets of its value",
		     .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[SSA_VALUE] = {"bgp.ssa_value", "Value", BYTES, .help = "A value that nobody knows",
		       .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[L2TP_PREF] = {"bgp.ssa_l2tpv3_pref", "Preference", U16, DEC, .help = "The lowest wins",
		       .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[L2TP_S] = {"bgp.ssa_l2tpv3_s", "Sequencing bit", BOOL, AT(0, 1), .under = LOOSE,
		    .help = "Packets are numbered", .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[L2TP_UNUSED] = {"bgp.ssa_l2tpv3_Unused", "Unused", BOOL, AT(1, 7), .under = LOOSE,
			 .help = "Always 0", .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[COOKIE_LEN] = {"bgp.ssa_l2tpv3_cookie_len", "Cookie Length", U8, DEC,
			.help = "Octets of the cookie", .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[SESSION] = {"bgp.ssa_l2tpv3_session_id", "Session ID", U32, DEC, .help = "Which session",
		     .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[COOKIE] = {"bgp.ssa_l2tpv3_cookie", "Cookie", BYTES,
		    .help = "Proves that packets are meant for the session",
		    .ref = "draft-kapoor-nalawade-idr-bgp-ssa"},
	[COMMUNITIES] = {"bgp.update.path_attribute.communities", "Communities", NONE,
			 .help = "Marks of the routes", .ref = "RFC 1997"},
	[COMMUNITY] = {"bgp.update.path_attribute.community", "Community", NONE, .help = "A mark",
		       .ref = "RFC 1997"},
	[WELL_KNOWN] = {"bgp.update.path_attribute.community_wellknown", "Community Well-known",
			U32, HEX, WORDS(well_known_words), .help = "A mark that all know",
			.ref = "RFC 1997"},
	[COMMUNITY_AS] = {"bgp.update.path_attribute.community_as", "Community AS", U16, DEC,
			  .help = "Whose mark it is", .ref = "RFC 1997"},
	[COMMUNITY_VALUE] = {"bgp.update.path_attribute.community_value", "Community value", U16,
			     DEC, .help = "Which of its marks", .ref = "RFC 1997"},
	[CLUSTERS] = {"bgp.path_attribute.cluster_list", "Cluster List", NONE,
		      .help = "Reflectors that they passed", .ref = "RFC 4456, 8"},
	[CLUSTER] = {"bgp.path_attribute.cluster_id", "Cluster ID", IPV4, .help = "One of these",
		     .ref = "RFC 4456, 8"},
};

#define SECURE_SEGMENT 6
#define SKI_LEN 20
#define L2TP_HEAD 8 /* octets around the cookie */

/* A heading with how many octets it covers. */
static uint32_t open_counted(struct walk *w, const struct cursor *c, const char *what, uint32_t n)
{
	uint32_t group = open_group(w, c, HEAD, n);

	label_whole(w, "%s (%u byte%s)", what, n, plural(n));
	return group;
}

#define RESERVED_HIGH 0xffff

/* --- communities and clusters --- */

/* Puts a community and gives its words. */
static const char *put_community(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t as = u16(&peek), value = u16(&peek), group;
	const char *words;

	if (!as || as == RESERVED_HIGH) {
		put(w, c, WELL_KNOWN, 4);
		return bgp_words(w, "%s ", row_word(w, WELL_KNOWN, as << 16 | value, "Reserved"));
	}
	words = bgp_words(w, "%u:%u ", as, value);
	group = open_group(w, c, COMMUNITY, 4);
	label_whole(w, "Community: %s", words);
	put(w, c, COMMUNITY_AS, 2);
	put(w, c, COMMUNITY_VALUE, 2);
	shut_group(w, group, NULL);
	return words;
}

static void put_communities(struct walk *w, struct cursor *c, const struct bgp *b)
{
	uint32_t all = c->left.wire, group;
	struct text t = {0};

	if (all % 4) {
		bgp_wrong(w, c, all, WRONG, LENGTH_NOTE, "%s (invalid): %u byte%s", "Communities",
			  all, plural(all));
		return;
	}
	group = open_group(w, c, COMMUNITIES, all);
	while (c->left.wire && !c->bad)
		text_put(&t, put_community(w, c));
	label_tail_of(w, b->heading, ": %s", text_string(&t));
	label_tail_of(w, group, ": %s", text_string(&t));
	shut_group(w, group, NULL);
	text_close(&t);
}

static void put_clusters(struct walk *w, struct cursor *c, const struct bgp *b)
{
	uint32_t all = c->left.wire, group;
	struct text t = {0};

	if (all % 4) {
		bgp_wrong(w, c, all, WRONG, LENGTH_NOTE, "%s (invalid): %u byte%s", "Cluster list",
			  all, plural(all));
		return;
	}
	group = open_group(w, c, CLUSTERS, all);
	while (c->left.wire && !c->bad) {
		text_put(&t, t.len ? " " : ": ");
		text_ip4(&t, (uint32_t)put(w, c, CLUSTER, 4));
	}
	label_tail_of(w, b->heading, "%s", text_string(&t));
	label_tail_of(w, group, "%s", text_string(&t));
	shut_group(w, group, NULL);
	text_close(&t);
}

/* --- others --- */

static void put_costs(struct walk *w, struct cursor *c, const struct bgp *b)
{
	uint32_t group = open_group(w, c, AIGP, c->left.wire);
	unsigned type = (unsigned)put(w, c, AIGP_TYPE, 1);
	unsigned long long metric;

	if (type != 1) {
		if (!c->bad)
			expert(w, AIGP_NOTE, "AIGP type %u unknown", type);
		shut_group(w, group, NULL);
		return;
	}
	put(w, c, AIGP_LEN, 2);
	if (!c->bad) {
		metric = put(w, c, AIGP_METRIC, 8);
		if (!c->bad) {
			label_tail_of(w, b->heading, ": %llu", metric);
			label_tail_of(w, group, ": %llu", metric);
		}
	}
	shut_group(w, group, NULL);
}

static void put_large(struct walk *w, struct cursor *c, const struct bgp *b)
{
	static const struct part parts[] = {{LARGE_AS, 4}, {LARGE_1, 4}, {LARGE_2, 4}, {0}};
	const char *all = ":";

	if (!c->left.wire || c->left.wire % 12)
		return;
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned as = u32(&peek), one = u32(&peek), two = u32(&peek);
		const char *words = bgp_words(w, "%u:%u:%u", as, one, two);

		put_string(w, LARGE, c->at, 12, "[ Null ]");
		label_whole(w, "Large communities: %s", words);
		w->depth++;
		put_rows(w, c, parts);
		w->depth--;
		all = bgp_words(w, "%s %s", all, words);
	}
	label_tail_of(w, b->heading, "%s", all);
}

/* --- signed paths --- */

static void put_secure_path(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{PCOUNT, 1}, {SPS_FLAGS, 1}, {SPS_AS, 4}, {0}};
	struct cursor peek = *c;
	uint32_t len = u16(&peek), group = open_counted(w, c, "Secure Path", len);

	put(w, c, SP_LEN, 2);
	for (uint32_t n = (len > 2 ? len - 2 : 0) / SECURE_SEGMENT; n && !c->bad; n--) {
		uint32_t inner = open_counted(w, c, "Secure Path Segment", SECURE_SEGMENT);

		put_rows(w, c, parts);
		shut_group(w, inner, NULL);
	}
	shut_group(w, group, NULL);
}

static void put_signatures(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	uint32_t len = u16(&peek), end = c->at + len;
	uint32_t group = open_counted(w, c, "Signature Block", len);

	put(w, c, SB_LEN, 2);
	put(w, c, ALGORITHM, 1);
	while (c->at < end && !c->bad) {
		uint32_t octets, inner;

		peek = *c;
		cursor_pull(&peek, SKI_LEN);
		octets = u16(&peek);
		inner = open_counted(w, c, "Signature Segment", SKI_LEN + 2 + octets);
		put(w, c, SKI, SKI_LEN);
		put(w, c, SIG_LEN, 2);
		if (!c->bad)
			put(w, c, SIGNATURE, octets);
		shut_group(w, inner, NULL);
	}
	shut_group(w, group, NULL);
}

static void put_signed_path(struct walk *w, struct cursor *c, const struct bgp *b)
{
	(void)b;
	put_secure_path(w, c);
	while (c->left.wire && !c->bad)
		put_signatures(w, c);
}

/* --- domains --- */

static void put_domains(struct walk *w, struct cursor *c, const struct bgp *b)
{
	static const struct part parts[] = {{DOMAIN_GA, 4}, {DOMAIN_LA, 2}, {0}};
	uint32_t len = c->left.wire;
	const char *all = ":";
	unsigned n;

	if (len < 8) {
		bgp_wrong(w, c, len, WRONG, LENGTH_NOTE,
			  "D-PATH attribute has invalid length (invalid): %u byte%s", len,
			  plural(len));
		return;
	}
	for (n = (unsigned)put(w, c, DOMAINS, 1); n && !c->bad; n--) {
		struct cursor peek = *c;
		unsigned ga = u32(&peek), la = u16(&peek);

		put_string(w, DOMAIN, c->at, 6, "[ Null ]");
		label_whole(w, "Domain ID: %u:%u", ga, la);
		w->depth++;
		put_rows(w, c, parts);
		w->depth--;
		all = bgp_words(w, "%s %u:%u", all, ga, la);
	}
	if (!c->bad)
		put(w, c, DOMAIN_SAFI, 1);
	label_tail_of(w, b->heading, "%s", all);
}

/* --- tunnels of L2TPv3 --- */

static void put_l2tp(struct walk *w, struct cursor *c)
{
	uint32_t all = c->left.wire;
	unsigned len;
	uint32_t group;

	put(w, c, L2TP_PREF, 2);
	group = open_group(w, c, HEAD, 1);
	label_whole(w, "Flags");
	put_slice(w, *c, L2TP_S, 1);
	put_slice(w, *c, L2TP_UNUSED, 1);
	shut_group(w, group, NULL);
	u8(c);
	len = (unsigned)put(w, c, COOKIE_LEN, 1);
	if (!c->bad && all != len + L2TP_HEAD) {
		bgp_wrong(w, c, 1, WRONG, LENGTH_NOTE, "Invalid Cookie Length of %u", len);
		return;
	}
	put(w, c, SESSION, 4);
	if (len && !c->bad)
		put(w, c, COOKIE, len);
}

static void put_specific(struct walk *w, struct cursor *c, const struct bgp *b)
{
	static const char *const names[] = {
		NULL,          "L2TPv3 Tunnel",          "mGRE Tunnel",         "IPSec Tunnel",
		"MPLS Tunnel", "L2TPv3 in IPSec Tunnel", "mGRE in IPSec Tunnel"};

	(void)b;
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u16(&peek) & 0x7fff;
		uint32_t len = u16(&peek), group = open_group(w, c, HEAD, 4 + len);

		label_whole(w, "%s Information",
			    type && type < COUNT(names) ? names[type] : "Unknown SSA");
		put_slice(w, *c, SSA_T, 1);
		put_slice(w, *c, SSA_TYPE, 2);
		u16(c);
		put(w, c, SSA_LEN, 2);
		body = cursor_first(*c, len);
		if (type == 1)
			put_l2tp(w, &body);
		else if (!c->bad)
			put(w, &body, SSA_VALUE, len);
		shut_group(w, group, NULL);
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);

	if (b->attribute == 8)
		put_communities(w, c, b);
	else if (b->attribute == 10)
		put_clusters(w, c, b);
	else if (b->attribute == 26)
		put_costs(w, c, b);
	else if (b->attribute == 32)
		put_large(w, c, b);
	else if (b->attribute == 33)
		put_signed_path(w, c, b);
	else if (b->attribute == 36)
		put_domains(w, c, b);
	else
		put_specific(w, c, b);
}

static const struct hang hangs[] = {{"bgp.part", BGP_VALUES}, {0}};

const struct proto proto_bgp_value = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 7311",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
