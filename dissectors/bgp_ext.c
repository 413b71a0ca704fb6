/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: extended communities. */
/* RFC 4360; RFC 7153. */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
	ALL,
	COMMUNITY,
	LENGTH_NOTE,
	TYPE,
	TYPE_AUTH,
	TYPE_TRAN,
	SUB_UNKNOWN,
	SUB_EVPN,
	SUB_AS2,
	SUB_N_AS2,
	SUB_AS4,
	SUB_N_AS4,
	SUB_IP4,
	SUB_N_IP4,
	SUB_OPAQUE,
	SUB_N_OPAQUE,
	SUB_EXP,
	SUB_EXP2,
	SUB_EXP3,
	AS2,
	AS4,
	IP4,
	AN2,
	AN4,
	RAW,
	TUNNEL,
	LINK_BW,
	OSPF_AREA,
	OSPF_TYPE,
	OSPF_OPTIONS,
	OSPF_METRIC,
	OSPF_RID,
	DSCP,
	SAMPLE,
	TERMINAL,
	RATE,
	EMPTY,
	POI,
	CID,
	CID_USE,
	COST,
	EIGRP,
};

static const struct word type_words[] = {
	{0, "Transitive 2-Octet AS-Specific"},
	{1, "Transitive IPv4-Address-Specific"},
	{2, "Transitive 4-Octet AS-Specific"},
	{3, "Transitive Opaque"},
	{4, "Transitive QoS Marking"},
	{5, "Transitive CoS Capability"},
	{6, "Transitive EVPN"},
	{7, "FlowSpec Transitive"},
	{8, "Transitive Flow spec redirect/mirror to IP next-hop"},
	{9, "Transitive FlowSpec Redirect to indirection-id"},
	{64, "Non-Transitive 2-Octet AS-Specific"},
	{65, "Non-Transitive IPv4-Address-Specific"},
	{66, "Non-Transitive 4-Octet AS-Specific"},
	{67, "Non-Transitive Opaque"},
	{68, "Non-Transitive QoS Marking"},
	{128, "Generic Transitive Experimental Use"},
	{129, "Generic Transitive Experimental Use Part 2"},
	{130, "Generic Transitive Experimental Use Part 3 "},
	{136, "Transitive Experimental EIGRP"},
};

static const struct word type_auth_words[] = {
	{0, "Allocated on First Come First Serve Basis"},
	{1, "Allocated on Standard Action, Early Allocation or Experimental Basis"}};

static const struct word type_tran_words[] = {{0, "Transitive"}, {1, "Non-transitive"}};

static const struct word sub_evpn_words[] = {
	{0, "MAC Mobility"},
	{1, "ESI MPLS Label"},
	{2, "ES Import"},
	{3, "EVPN Router's MAC"},
	{4, "Layer 2 Attributes"},
	{5, "E-Tree"},
	{6, "DF Election"},
	{7, "I-SID"},
	{8, "ND"},
	{9, "Multicast Flags Extended Community"},
	{10, "EVI-RT Type 0 Extended Community"},
	{11, "EVI-RT Type 1 Extended Community"},
	{12, "EVI-RT Type 2 Extended Community"},
	{13, "EVI-RT Type 3 Extended Community"},
	{14, "EVPN Attachment Circuit"},
};

static const struct word sub_as2_words[] = {
	{2, "Route Target"},
	{3, "Route Origin"},
	{5, "OSPF Domain Identifier"},
	{8, "BGP Data Collection"},
	{9, "Source AS"},
	{10, "L2VPN Identifier"},
	{16, "Cisco VPN-Distinguisher"},
};

static const struct word sub_n_as2_words[] = {
	{4, "Link Bandwidth"},
	{128, "Virtual-Network Identifier"},
};

static const struct word sub_as4_words[] = {
	{2, "Route Target"},           {3, "Route Origin"},         {4, "Generic"},
	{5, "OSPF Domain Identifier"}, {8, "BGP Data Collection"},  {9, "Source AS"},
	{16, "Cisco VPN Identifier"},  {19, "Route-Target Record"},
};

static const struct word sub_n_as4_words[] = {{4, "Generic"}};

static const struct word sub_ip4_words[] = {
	{2, "Route Target"},
	{3, "Route Origin"},
	{5, "OSPF Domain Identifier"},
	{7, "OSPF Router ID"},
	{10, "L2VPN Identifier"},
	{11, "VRF Route Import"},
	{16, "Cisco VPN-Distinguisher"},
	{18, "Inter-area P2MP Segmented Next-Hop"},
};

static const struct word sub_opaque_words[] = {
	{1, "Cost"},           {6, "OSPF Route Type"},  {11, "Color"},
	{12, "Encapsulation"}, {13, "Default Gateway"},
};

static const struct word sub_n_opaque_words[] = {
	{0, "BGP Origin Validation state"},
	{1, "Cost"},
};

static const struct word sub_exp_words[] = {
	{0, "OSPF Route Type"},
	{1, "OSPF Router ID"},
	{4, "Security Group"},
	{5, "OSPF Domain Identifier"},
	{6, "Flow spec traffic-rate"},
	{7, "Flow spec traffic-action"},
	{8, "Flow spec redirect AS 2 bytes"},
	{9, "Flow spec traffic-remarking"},
	{10, "Layer2 Info"},
	{11, "E-Tree Info"},
	{132, "Tag"},
	{133, "Origin Sub-Cluster"},
};

static const struct word sub_exp2_words[] = {{8, "Flow spec redirect IPv4 format"}};

static const struct word sub_exp3_words[] = {
	{4, "Security Group AS4"},
	{8, "Flow spec redirect AS-4byte format"},
	{132, "Tag4"},
	{133, "Origin Sub-Cluster4"},
};

static const struct word tunnel_words[] = {
	{0, "Reserved"},
	{1, "L2TPv3 over IP"},
	{2, "GRE"},
	{3, "Transmit tunnel endpoint"},
	{4, "IPsec in Tunnel-mode"},
	{5, "IP in IP tunnel with IPsec Transport Mode"},
	{6, "MPLS-in-IP tunnel with IPsec Transport Mode"},
	{7, "IP in IP"},
	{8, "VXLAN Encapsulation"},
	{9, "NVGRE Encapsulation"},
	{10, "MPLS Encapsulation"},
	{11, "MPLS in GRE Encapsulation"},
	{12, "VxLAN GPE Encapsulation"},
	{13, "MPLS in UDP Encapsulation"},
};

static const struct word ospf_type_words[] = {
	{1, "Router"},   {2, "Network"},       {3, "Summary"},
	{5, "External"}, {7, "NSSA External"}, {129, "MPLS-VPN Sham"},
};

static const struct word ospf_metric_words[] = {{0, "Type-1"}, {1, "Type-2"}};

static const struct word dscp_words[] = {
	{0, "Default"},
	{1, "Lower Effort"},
	{8, "Class Selector 1"},
	{10, "Assured Forwarding 11"},
	{12, "Assured Forwarding 12"},
	{14, "Assured Forwarding 13"},
	{16, "Class Selector 2"},
	{18, "Assured Forwarding 21"},
	{20, "Assured Forwarding 22"},
	{22, "Assured Forwarding 23"},
	{24, "Class Selector 3"},
	{26, "Assured Forwarding 31"},
	{28, "Assured Forwarding 32"},
	{30, "Assured Forwarding 33"},
	{32, "Class Selector 4"},
	{34, "Assured Forwarding 41"},
	{36, "Assured Forwarding 42"},
	{38, "Assured Forwarding 43"},
	{40, "Class Selector 5"},
	{44, "Voice Admit"},
	{46, "Expedited Forwarding"},
	{48, "Class Selector 6"},
	{56, "Class Selector 7"},
};

static const struct word poi_words[] = {
	{1, "\"Lowest Origin code\" step"},
	{2, "\"Shortest AS_PATH\" step"},
	{4, "\"Lowest MED\" step"},
	{5, "\"Highest Local Preference\" step"},
	{26, "\"Lowest Accumulated IGP Cost\" step"},
	{128, "Before BGP Best Path algorithm"},
	{129, "\"Smallest IGP Metric\" step"},
	{130, "\"Prefer eBGP to iBGP\" step"},
	{131, "\"Smallest BGP RID\" step"},
};

static const struct word cid_use_words[] = {{0, "Evaluated after the original attribute value"},
					    {1, "Replaces the original attribute value"}};

static const struct word eigrp_words[] = {
	{0, "EIGRP Route Flags, Route Tag"},
	{1, "EIGRP AS Number, Delay"},
	{2, "EIGRP Reliability, Hop Count, Bandwidth"},
	{3, "EIGRP Load, MTU"},
	{4, "EIGRP External AS Number, Router ID"},
	{5, "EIGRP External Protocol, Metric"},
	{6, "EIGRP Originating Router ID"},
};

/* Nobody has given such numbers a meaning yet. */
static void form_nameless(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "Unknown (0x%02x)", (unsigned)n->u);
}

static void form_raw(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%04x 0x%04x 0x%04x", (unsigned)(n->u >> 32),
		    (unsigned)(n->u >> 16 & 0xffff), (unsigned)(n->u & 0xffff));
}

static void form_metric(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%02x (Metric: Type-%u)", (unsigned)n->u, n->u & 1 ? 2 : 1);
}

static const struct field fields[] = {
	[PART] = {"bgp.extended", "BGP extended communities", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ALL] = {"bgp.ext_communities", "Carried extended communities", NONE,
		 .help = "Marks of the routes that say what they are", .ref = "RFC 4360, 2"},
	[COMMUNITY] = {"bgp.ext_community", "Community", NONE, .help = "One of them",
		       .ref = "RFC 4360, 2"},
	[LENGTH_NOTE] = EXPERT("bgp.ext_com.length.bad", "Extended community length is wrong",
			       ERROR, G_PROTOCOL),
	[TYPE] = {"bgp.ext_com.type", "Type", U8, HEX, WORDS(type_words),
		  .help = "What kind of mark it is", .ref = "RFC 4360, 2"},
	[TYPE_AUTH] = {"bgp.ext_com.type.auth", "IANA Authority", BOOL, AT(0, 1), .under = TYPE,
		       WORDS(type_auth_words), .help = "Who gives out its numbers",
		       .ref = "RFC 4360, 2"},
	[TYPE_TRAN] = {"bgp.ext_com.type.tran", "Transitive across ASes", BOOL, AT(1, 1),
		       .under = TYPE, WORDS(type_tran_words),
		       .help = "Whether it leaves the system", .ref = "RFC 4360, 2"},
	[SUB_UNKNOWN] = {"bgp.ext_com.stype_unknown", "Subtype", U8, HEX,
			 .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_EVPN] = {"bgp.ext_com.stype_tr_evpn", "Subtype (EVPN)", U8, HEX, WORDS(sub_evpn_words),
		      .help = "Which of the kind", .ref = "RFC 7153, 5"},
	[SUB_AS2] = {"bgp.ext_com.stype_tr_as2", "Subtype (AS2)", U8, HEX, WORDS(sub_as2_words),
		     .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_N_AS2] = {"bgp.ext_com.stype_ntr_as2", "Subtype (Non-transitive AS2)", U8, HEX,
		       WORDS(sub_n_as2_words), .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_AS4] = {"bgp.ext_com.stype_tr_as4", "Subtype (AS4)", U8, HEX, WORDS(sub_as4_words),
		     .help = "Which of the kind", .ref = "RFC 5668, 2"},
	[SUB_N_AS4] = {"bgp.ext_com.stype_ntr_as4", "Subtype (Non-transitive AS4)", U8, HEX,
		       WORDS(sub_n_as4_words), .help = "Which of the kind", .ref = "RFC 5668, 2"},
	[SUB_IP4] = {"bgp.ext_com.stype_tr_IP4", "Subtype (IPv4)", U8, HEX, WORDS(sub_ip4_words),
		     .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_N_IP4] = {"bgp.ext_com.stype_ntr_IP4", "Subtype (Non-transitive IPv4)", U8, HEX,
		       .form = form_nameless, .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_OPAQUE] = {"bgp.ext_com.stype_tr_opaque", "Subtype (Opaque)", U8, HEX,
			WORDS(sub_opaque_words), .help = "Which of the kind", .ref = "RFC 4360, 2"},
	[SUB_N_OPAQUE] = {"bgp.ext_com.stype_ntr_opaque", "Subtype (Non-transitive Opaque)", U8,
			  HEX, WORDS(sub_n_opaque_words), .help = "Which of the kind",
			  .ref = "RFC 4360, 2"},
	[SUB_EXP] = {"bgp.ext_com.stype_tr_exp", "Subtype (Experimental)", U8, HEX,
		     WORDS(sub_exp_words), .help = "Which of the kind", .ref = "RFC 7153, 5"},
	[SUB_EXP2] = {"bgp.ext_com.stype_tr_exp_2", "Subtype (Experimental Part 2)", U8, HEX,
		      WORDS(sub_exp2_words), .help = "Which of the kind", .ref = "RFC 7153, 5"},
	[SUB_EXP3] = {"bgp.ext_com.stype_tr_exp_3", "Subtype (Experimental Part 3)", U8, HEX,
		      WORDS(sub_exp3_words), .help = "Which of the kind", .ref = "RFC 7153, 5"},
	[AS2] = {"bgp.ext_com.value_as2", "2-Octet AS", U16, DEC, .help = "A system by two octets",
		 .ref = "RFC 4360, 2"},
	[AS4] = {"bgp.ext_com.value_as4", "4-Octet AS", U32, DEC, .help = "A system by four octets",
		 .ref = "RFC 4360, 2"},
	[IP4] = {"bgp.ext_com.value_IP4", "IPv4 address", IPV4, .help = "An address",
		 .ref = "RFC 4360, 2"},
	[AN2] = {"bgp.ext_com.value_an2", "2-Octet AN", U16, DEC, .help = "Its number of the mark",
		 .ref = "RFC 4360, 2"},
	[AN4] = {"bgp.ext_com.value_an4", "4-Octet AN", U32, DEC, .help = "Its number of the mark",
		 .ref = "RFC 4360, 2"},
	[RAW] = {"bgp.ext_com.value_raw", "Raw Value", U48, HEX, .form = form_raw,
		 .help = "What nobody knows", .ref = "RFC 4360, 2"},
	[TUNNEL] = {"bgp.ext_com.tunnel_type", "Tunnel type", U16, DEC, WORDS(tunnel_words),
		    .help = "How packets are wrapped", .ref = "RFC 9012, 4.1"},
	[LINK_BW] = {"bgp.ext_com.value_link_bw", "Link bandwidth", FLOAT,
		     .help = "Octets a second that the link takes",
		     .ref = "draft-ietf-idr-link-bandwidth"},
	[OSPF_AREA] = {"bgp.ext_com.value_ospf_rtype.area", "Area ID", IPV4,
		       .help = "Area that the route came from", .ref = "RFC 4577, 4.2.6"},
	[OSPF_TYPE] = {"bgp.ext_com.value_ospf_rtype.type", "Route type", U8, DEC,
		       WORDS(ospf_type_words), .help = "What told of it there",
		       .ref = "RFC 4577, 4.2.6"},
	[OSPF_OPTIONS] = {"bgp.ext_com.value_ospf_rtype.options", "Options", U8, HEX,
			  .form = form_metric, .help = "All flags", .ref = "RFC 4577, 4.2.6"},
	[OSPF_METRIC] = {"bgp.ext_com.value_ospf_rtype.options.mt", "Metric type", BOOL, AT(7, 1),
			 .under = OSPF_OPTIONS, WORDS(ospf_metric_words),
			 .help = "Which kind of costs it has", .ref = "RFC 4577, 4.2.6"},
	[OSPF_RID] = {"bgp.ext_com.value_ospf_rid", "Router ID", IPV4,
		      .help = "The router that it came from", .ref = "RFC 4577, 4.2.8"},
	[DSCP] = {"bgp.ext_com.value_fs_dscp", "Remarking value", U8, HEX, AT(2, 6), .under = LOOSE,
		  WORDS(dscp_words), .help = "What packets are marked with", .ref = "RFC 8955, 7"},
	[SAMPLE] = {"bgp.ext_com_flow.sample", "Sample", BOOL, AT(6, 1), .under = LOOSE,
		    WORDS(set_notset), .help = "Packets are logged", .ref = "RFC 8955, 7"},
	[TERMINAL] = {"bgp.ext_com_flow.traff_act", "Terminal action", BOOL, AT(7, 1),
		      .under = LOOSE, WORDS(set_notset), .help = "Later rules count, too",
		      .ref = "RFC 8955, 7"},
	[RATE] = {"bgp.ext_com_flow.rate_limit", "Rate shaper", FLOAT,
		  .help = "Octets a second that pass", .ref = "RFC 8955, 7"},
	[EMPTY] = {"bgp.flowspec_ext_com.emptybytes", "5 Bytes", BYTES, .help = "Always 0",
		   .ref = "RFC 8955, 7"},
	[POI] = {"bgp.ext_com_cost.poi", "Point of insertion", U8, DEC, WORDS(poi_words),
		 .help = "Which step of the choice it comes into",
		 .ref = "draft-ietf-idr-custom-decision"},
	[CID] = {"bgp.ext_com_cost.cid", "Community ID", U8, DEC, .help = "Which of several costs",
		 .ref = "draft-ietf-idr-custom-decision"},
	[CID_USE] = {"bgp.ext_com_cost.cid.use", "Cost use", BOOL, AT(0, 1), .under = CID,
		     WORDS(cid_use_words), .help = "Whether it replaces the value of that step",
		     .ref = "draft-ietf-idr-custom-decision"},
	[COST] = {"bgp.ext_com_cost.cost", "Cost", U32, DEC, .help = "The lowest wins",
		  .ref = "draft-ietf-idr-custom-decision"},
	[EIGRP] = {"bgp.ext_com_eigrp", "Route Attributes", U8, DEC, WORDS(eigrp_words),
		   .help = "What of EIGRP's route it tells", .ref = "RFC 7868, 7"},
};

#define COMMUNITY_LEN 8
#define VALUE_LEN 6

static void put_as2(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned as = (unsigned)put(w, c, AS2, 2), n = (unsigned)put(w, c, AN4, 4);

	bgp_say(w, m, bgp_words(w, "%u:%u", as, n));
}

static void put_ip4(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned ip = (unsigned)put(w, c, IP4, 4), n = (unsigned)put(w, c, AN2, 2);

	bgp_say(w, m,
		bgp_words(w, "%u.%u.%u.%u:%u", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255,
			  n));
}

static void put_as4(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned as = (unsigned)put(w, c, AS4, 4), n = (unsigned)put(w, c, AN2, 2);

	bgp_say(w, m, bgp_words(w, "%u.%u(%u):%u", as >> 16, as & 0xffff, as, n));
}

static void put_raw(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	struct cursor peek = *c;
	unsigned a = u16(&peek), b = u16(&peek), d = u16(&peek);

	put(w, c, RAW, VALUE_LEN);
	bgp_say(w, m, bgp_words(w, "0x%04x 0x%04x 0x%04x", a, b, d));
}

static void put_router_address(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	const char *words = bgp_peek_ip4(w, c, 0);
	struct cursor peek = *c;

	cursor_pull(&peek, 4);
	put(w, c, OSPF_RID, 4);
	bgp_say(w, m, bgp_words(w, "%s:%u", words, u16(&peek)));
}

static void put_router(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	const char *words = bgp_peek_ip4(w, c, 0);

	put(w, c, OSPF_RID, 4);
	bgp_say(w, m, words);
}

/* Octets a second, in words. */
static const char *rate_words(struct walk *w, struct cursor c)
{
	uint32_t bits;
	unsigned as = u16(&c);
	float rate;

	bits = u32(&c);
	memcpy(&rate, &bits, sizeof rate);
	return bgp_words(w, "ASN %u, %.3f Mbps", as, (double)rate * 8 / 1000000);
}

static void put_bandwidth(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	bgp_say(w, m, rate_words(w, *c));
	put(w, c, AS2, 2);
	put(w, c, LINK_BW, 4);
}

static void put_rate(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	bgp_say(w, m, rate_words(w, *c));
	put(w, c, AS2, 2);
	put(w, c, RATE, 4);
}

static void put_cost(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	struct cursor peek = *c;
	unsigned poi = u8(&peek), cid = u8(&peek), cost = u32(&peek);
	const char *word = row_word(w, POI, poi, NULL);

	put(w, c, POI, 1);
	put(w, c, CID, 1);
	put(w, c, COST, 4);
	label_tail(w, " (%s)", row_word(w, CID_USE, cid >> 7, ""));
	bgp_say(w, m,
		bgp_words(w, "%u, POI: %s (%s)", cost,
			  word ? word : bgp_words(w, "Unknown subtype 0x%02x", poi),
			  cid & 0x80 ? "Replaces attribute value" : "Evaluated after"));
}

static void put_ospf_route(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	const char *area = bgp_peek_ip4(w, c, 0);
	unsigned type;

	put(w, c, OSPF_AREA, 4);
	type = (unsigned)put(w, c, OSPF_TYPE, 1);
	put(w, c, OSPF_OPTIONS, 1);
	bgp_say(w, m,
		bgp_words(w, "Area: %s, Type: %s", area, row_word(w, OSPF_TYPE, type, "Unknown")));
}

static void put_tunnel(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	cursor_pull(c, 4);
	m->in->tunnel = (unsigned)put(w, c, TUNNEL, 2);
	bgp_say(w, m, row_word(w, TUNNEL, m->in->tunnel, "Unknown"));
}

static void put_action(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned sample, terminal;

	put(w, c, EMPTY, 5);
	sample = (unsigned)put_slice(w, *c, SAMPLE, 1);
	terminal = (unsigned)put_slice(w, *c, TERMINAL, 1);
	bgp_say(w, m,
		bgp_words(w, "Sample: %s, Terminal: %s", sample ? "Yes" : "No",
			  terminal ? "Yes" : "No"));
}

static void put_redirect(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned as = (unsigned)put(w, c, AS2, 2), n = (unsigned)put(w, c, AN4, 4);

	bgp_say(w, m, bgp_words(w, "RT %u:%u", as, n));
}

static void put_redirect_ip4(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put(w, c, IP4, 4);
	put(w, c, AN2, 2);
	bgp_say(w, m, "");
}

static void put_redirect_as4(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put(w, c, AS4, 4);
	put(w, c, AN2, 2);
	bgp_say(w, m, "");
}

static void put_remarking(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned dscp;

	cursor_pull(c, 5);
	dscp = (unsigned)put_slice(w, *c, DSCP, 1);
	bgp_say(w, m, row_word(w, DSCP, dscp, "Unknown"));
}

static void put_domain_id(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	struct cursor sub = m->whole;

	u8(&sub);
	put(w, &sub, SUB_AS2, 1);
	put_as2(w, c, m);
}

/* What bgp_ext_more.c reads. */
static void put_more(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	m->in->community = m;
	*c = walk_part(w, also_by(m->l, 0, BGP_EXTENDED_MORE), *c);
}

#define OTHERS 0x100 /* every other subtype */

/* Readers by type and subtype; a type's last entry is for its other subtypes. */
static const struct {
	uint8_t type;
	uint16_t subtype, row; /* `row` shows the subtype; 0: none does */
	void (*read)(struct walk *, struct cursor *, const struct bgp_community *);
} readers[] = {
	{0x00, OTHERS, SUB_AS2, put_as2},      {0x01, 7, SUB_IP4, put_router_address},
	{0x01, OTHERS, SUB_IP4, put_ip4},      {0x02, OTHERS, SUB_AS4, put_as4},
	{0x03, 1, SUB_OPAQUE, put_cost},       {0x03, 6, SUB_OPAQUE, put_ospf_route},
	{0x03, 12, SUB_OPAQUE, put_tunnel},    {0x03, OTHERS, SUB_OPAQUE, put_raw},
	{0x04, OTHERS, 0, put_more},           {0x05, OTHERS, 0, put_more},
	{0x06, 0, SUB_EVPN, put_more},         {0x06, 1, SUB_EVPN, put_more},
	{0x06, 2, SUB_EVPN, put_more},         {0x06, 3, SUB_EVPN, put_more},
	{0x06, 4, SUB_EVPN, put_more},         {0x06, 5, SUB_EVPN, put_more},
	{0x06, OTHERS, SUB_EVPN, put_raw},     {0x40, 4, SUB_N_AS2, put_bandwidth},
	{0x40, OTHERS, SUB_N_AS2, put_as2},    {0x41, OTHERS, SUB_N_IP4, put_ip4},
	{0x42, OTHERS, SUB_N_AS4, put_as4},    {0x43, 1, SUB_N_OPAQUE, put_cost},
	{0x43, OTHERS, SUB_N_OPAQUE, put_raw}, {0x44, OTHERS, 0, put_more},
	{0x80, 0, SUB_EXP, put_ospf_route},    {0x80, 1, SUB_EXP, put_router},
	{0x80, 5, SUB_EXP, put_domain_id},     {0x80, 6, SUB_EXP, put_rate},
	{0x80, 7, SUB_EXP, put_action},        {0x80, 8, SUB_EXP, put_redirect},
	{0x80, 9, SUB_EXP, put_remarking},     {0x80, 10, SUB_EXP, put_more},
	{0x80, 11, SUB_EXP, put_more},         {0x80, OTHERS, SUB_EXP, put_raw},
	{0x81, 8, SUB_EXP2, put_redirect_ip4}, {0x81, OTHERS, SUB_EXP2, put_raw},
	{0x82, 8, SUB_EXP3, put_redirect_as4}, {0x82, OTHERS, SUB_EXP3, put_raw},
	{0x88, OTHERS, EIGRP, put_more},
};

static void put_community(struct walk *w, struct layer *l, struct cursor *c, struct bgp *b)
{
	struct cursor peek = *c, body = cursor_first(*c, COMMUNITY_LEN);
	unsigned type = u8(&peek), sub = u8(&peek), i;
	struct bgp_community m = {open_group(w, c, COMMUNITY, COMMUNITY_LEN),
				  "",
				  row_word(w, TYPE, type, "Unknown community"),
				  *c,
				  b,
				  l};

	label_whole(w, "%s", "");
	put(w, &body, TYPE, 1);
	for (i = 0; i < COUNT(readers); i++)
		if (readers[i].type == type &&
		    (readers[i].subtype == sub || readers[i].subtype == OTHERS))
			break;
	if (i == COUNT(readers)) {
		put(w, &body, SUB_UNKNOWN, 1);
		m.name = bgp_words(w, "Unknown type 0x%02x subtype 0x%02x", type, sub);
		put_raw(w, &body, &m);
	} else if (!body.bad) {
		m.name = readers[i].row ? row_word(w, readers[i].row, sub, NULL) : "";
		if (!m.name)
			m.name = bgp_words(w, "Unknown subtype 0x%02x", sub);
		if (readers[i].row)
			put(w, &body, readers[i].row, 1);
		else
			u8(&body);
		readers[i].read(w, &body, &m);
	}
	shut_group(w, m.group, NULL);
	cursor_take(c, COMMUNITY_LEN);
	if (body.bad)
		c->bad = body.bad;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct bgp *b = bgp_of(l);
	uint32_t n = c->left.wire / COMMUNITY_LEN, group;

	if (c->left.wire % COMMUNITY_LEN) {
		expert(w, LENGTH_NOTE, "Community length %u wrong, must be modulo 8", c->left.wire);
		return;
	}
	group = open_group(w, c, ALL, c->left.wire);
	label_whole(w, "Carried extended communities: (%u communit%s)", n, n == 1 ? "y" : "ies");
	while (c->left.wire && !c->bad)
		put_community(w, l, c, b);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"bgp.part", BGP_EXTENDED}, {0}};

const struct proto proto_bgp_ext = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 4360",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"bgp.part"}},
	.hangs = hangs,
	.rest = rest,
};
