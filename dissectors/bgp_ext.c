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
	QOS_FLAGS,
	QOS_REMARK,
	QOS_IGNORE,
	QOS_AGG,
	QOS_SET,
	QOS_TECH,
	QOS_O,
	QOS_A,
	QOS_ZERO,
	COS,
	COS_BE,
	COS_EF,
	COS_AF,
	COS_LE,
	L2_ENCAPS,
	L2_FLAGS,
	L2_D,
	L2_Z1,
	L2_F,
	L2_Z345,
	L2_C,
	L2_S,
	L2_MTU,
	ESI_FLAG,
	LABEL_VALUE,
	LABEL_20,
	LABEL_TC,
	LABEL_S,
	SHOWN,
	GEN_20,
	GEN_TC,
	GEN_S,
	ET_ROOT,
	ET_LEAF,
	ET_FLAGS,
	ET_RESERVED,
	ET_P,
	ET_V,
	MM_FLAGS,
	MM_STICKY,
	MM_SEQ,
	ES_RT,
	ROUTER_MAC,
	L2A_FLAGS,
	L2A_RESERVED,
	L2A_CI,
	L2A_F,
	L2A_C,
	L2A_P,
	L2A_B,
	L2A_MTU,
	L2A_REST,
	EVT_FLAGS,
	EVT_RESERVED,
	EVT_L,
	EVT_REST,
	POI,
	CID,
	CID_USE,
	COST,
	EIGRP,
	EI_FLAGS,
	EI_RT,
	EI_TAG,
	EI_AS,
	EI_DELAY,
	EI_RELIABILITY,
	EI_HOPS,
	EI_BANDWIDTH,
	EI_LOAD,
	EI_MTU,
	EI_E_AS,
	EI_E_RID,
	EI_E_PROTOCOL,
	EI_E_METRIC,
	EI_RID,
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

static const struct word qos_tech_words[] = {
	{0, "DiffServ enabled IP (DSCP encoding)"},
	{1, "Ethernet using 802.1q priority tag"},
	{2, "MPLS using E-LSP"},
	{3, "Virtual Channel (VC) encoding"},
	{4, "GMPLS - time slot encoding"},
	{5, "GMPLS - lambda encoding"},
	{6, "GMPLS - fibre encoding"},
};

static const struct word cos_be_words[] = {{0, "Not supported"}, {1, "Supported"}};

static const struct word l2_encaps_words[] = {
	{0, "Reserved"},
	{1, "Frame Relay"},
	{2, "ATM AAL5 SDU VCC transport"},
	{3, "ATM transparent cell transport"},
	{4, "Ethernet (VLAN) Tagged mode"},
	{5, "Ethernet raw mode"},
	{6, "Cisco-HDLC"},
	{7, "PPP"},
	{8, "SONET/SDH CES"},
	{9, "ATM n-to-one VCC cell transport"},
	{10, "ATM n-to-one VPC cell transport"},
	{11, "IP layer 2 transport"},
	{15, "Frame relay port mode"},
	{17, "Structure agnostic E1 over packet"},
	{18, "Structure agnostic T1 over packet"},
	{19, "VPLS"},
	{20, "Structure agnostic T3 over packet"},
	{21, "Nx64kbit/s Basic Service using Structure-aware"},
	{25, "Frame Relay DLCI"},
	{40, "Structure agnostic E3 over packet"},
	{41, "Octet-aligned playload for structure-agnostic DS1 circuits"},
	{42, "E1 Nx64kbit/s with CAS using Structure-aware"},
	{43, "DS1 (ESF) Nx64kbit/s with CAS using Structure-aware"},
	{44, "DS1 (SF) Nx64kbit/s with CAS using Structure-aware"},
	{64, "IP-interworking"},
};

static const struct word esi_flag_words[] = {{0, "All-Active redundancy"},
					     {1, "Single-Active redundancy"}};

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

static const struct word ei_rt_words[] = {{0, "External"}, {1, "Internal"}};

static const struct word ei_e_protocol_words[] = {
	{1, "IGRP"},
	{2, "EIGRP"},
	{3, "Static Route"},
	{4, "RIP"},
	{5, "Hello"},
	{6, "OSPF"},
	{7, "IS-IS"},
	{8, "EGP"},
	{9, "BGP"},
	{10, "IDRP"},
	{11, "Connected Route"},
};

static const struct words no_words = {NULL, 0};

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

static void form_external(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "0x%04x (%s)", (unsigned)n->u, n->u & 0x8000 ? "Internal" : "External");
}

/* Tens of microseconds times 256, as far as Wireshark's 32 bits reach. */
static void form_delay(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (%u usec)", (unsigned)n->u, (unsigned)n->u * 10u / 256u);
}

static void form_percent(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (%u%%)", (unsigned)n->u, (unsigned)(n->u * 100 / 255));
}

static void form_bandwidth(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "%u (%u Kbps)", (unsigned)n->u, n->u ? (unsigned)(2560000000u / n->u) : 0);
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
		       .words = &no_words, .help = "Which of the kind", .ref = "RFC 4360, 2"},
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
	[QOS_FLAGS] = {"bgp.ext_com_qos.flags", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_REMARK] = {"bgp.ext_com_qos.flags.remarking", "Remarking", BOOL, AT(3, 1),
			.under = QOS_FLAGS, WORDS(yes_no), .help = "Marks are changed",
			.ref = "draft-knoll-idr-qos-attribute"},
	[QOS_IGNORE] = {"bgp.ext_com_qos.flags.ignore_remarking", "Ignore remarking", BOOL,
			AT(4, 1), .under = QOS_FLAGS, WORDS(yes_no),
			.help = "Changes count for nothing",
			.ref = "draft-knoll-idr-qos-attribute"},
	[QOS_AGG] = {"bgp.ext_com_qos.flags.agg_marking", "Aggregation of markins", BOOL, AT(5, 1),
		     .under = QOS_FLAGS, WORDS(yes_no), .help = "Marks are joined",
		     .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_SET] = {"bgp.ext_com_qos.set_number", "QoS Set Number", U8, HEX,
		     .help = "Which set of marks", .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_TECH] = {"bgp.ext_com_qos.tech_type", "Technology Type", U8, HEX,
		      WORDS(qos_tech_words), .help = "Where the marks stand",
		      .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_O] = {"bgp.ext_com_qos.marking_o", "QoS Marking O", U16, HEX,
		   .help = "The mark at its origin", .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_A] = {"bgp.ext_com_qos.marking_a", "QoS Marking A", U8, HEX_DEC,
		   .help = "The mark that is in use", .ref = "draft-knoll-idr-qos-attribute"},
	[QOS_ZERO] = {"bgp.ext_com_qos.default_to_zero", "Defaults to zero", U8, HEX,
		      .help = "Always 0", .ref = "draft-knoll-idr-qos-attribute"},
	[COS] = {"bgp.ext_com_cos.flags", "Flags byte", U8, HEX, .form = form_flags,
		 .help = "Which classes are known", .ref = "draft-knoll-idr-cos-interconnect"},
	[COS_BE] = {"bgp.ext_com_cos.flags.be", "BE class", BOOL, AT(0, 1), .under = COS,
		    WORDS(cos_be_words), .help = "Best effort",
		    .ref = "draft-knoll-idr-cos-interconnect"},
	[COS_EF] = {"bgp.ext_com_cos.flags.ef", "EF class", BOOL, AT(1, 1), .under = COS,
		    WORDS(cos_be_words), .help = "Expedited forwarding",
		    .ref = "draft-knoll-idr-cos-interconnect"},
	[COS_AF] = {"bgp.ext_com_cos.flags.af", "AF class", BOOL, AT(2, 1), .under = COS,
		    WORDS(cos_be_words), .help = "Assured forwarding",
		    .ref = "draft-knoll-idr-cos-interconnect"},
	[COS_LE] = {"bgp.ext_com_cos.flags.le", "LE class", BOOL, AT(3, 1), .under = COS,
		    WORDS(cos_be_words), .help = "Lower effort",
		    .ref = "draft-knoll-idr-cos-interconnect"},
	[L2_ENCAPS] = {"bgp.ext_com_l2.encaps_type", "Encaps Type", U8, DEC, WORDS(l2_encaps_words),
		       .help = "What the wires carry", .ref = "RFC 4761, 3.2.4"},
	[L2_FLAGS] = {"bgp.ext_com_l2.c_flags", "Control Flags", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 4761, 3.2.4"},
	[L2_D] = {"bgp.ext_com_l2.flag_d", "Down flag", BOOL, AT(0, 1), .under = L2_FLAGS,
		  WORDS(set_notset), .help = "The site isn't there", .ref = "RFC 4761, 3.2.4"},
	[L2_Z1] = {"bgp.ext_com_l2.flag_z1", "Unassigned", U8, DEC, AT(1, 1), .under = L2_FLAGS,
		   .help = "Always 0", .ref = "RFC 4761, 3.2.4"},
	[L2_F] = {"bgp.ext_com_l2.flag_f", "Flush flag", BOOL, AT(2, 1), .under = L2_FLAGS,
		  WORDS(set_notset), .help = "Addresses are to be forgotten",
		  .ref = "RFC 4761, 3.2.4"},
	[L2_Z345] = {"bgp.ext_com_l2.flag_z345", "Unassigned", U8, DEC, AT(3, 3), .under = L2_FLAGS,
		     .help = "Always 0", .ref = "RFC 4761, 3.2.4"},
	[L2_C] = {"bgp.ext_com_l2.flag_c", "C flag", BOOL, AT(6, 1), .under = L2_FLAGS,
		  WORDS(set_notset), .help = "A control word stands before frames",
		  .ref = "RFC 4761, 3.2.4"},
	[L2_S] = {"bgp.ext_com_l2.flag_s", "S flag", BOOL, AT(7, 1), .under = L2_FLAGS,
		  WORDS(set_notset), .help = "Frames are numbered", .ref = "RFC 4761, 3.2.4"},
	[L2_MTU] = {"bgp.ext_com_l2.l2_mtu", "Layer-2 MTU", U16, DEC, .help = "Octets that fit",
		    .ref = "RFC 4761, 3.2.4"},
	[ESI_FLAG] = {"bgp.ext_com_l2.esi_label_flag", "Single active bit", BOOL, AT(7, 1),
		      .under = LOOSE, WORDS(esi_flag_words), .help = "One link at a time is in use",
		      .ref = "RFC 7432, 7.5"},
	[LABEL_VALUE] = {"bgp.update.path_attribute.mpls_label_value", "MPLS Label", U24, DEC,
			 .help = "A label, with what stands behind it", .ref = "RFC 7432, 7.5"},
	[LABEL_20] = {"bgp.update.path_attribute.mpls_label_value_20bits", "MPLS Label", U24, DEC,
		      AT(0, 20), BOX(24, 0), .under = LOOSE, .help = "A label",
		      .ref = "RFC 7432, 7.5"},
	[LABEL_TC] = {"bgp.update.path_attribute.mpls_traffic_class", "Traffic Class", U24, HEX,
		      AT(20, 3), BOX(24, 20), .under = LOOSE, .help = "Its class",
		      .ref = "RFC 7432, 7.5"},
	[LABEL_S] = {"bgp.update.path_attribute.mpls_bottom_stack", "Bottom-of-Stack", BOOL,
		     AT(23, 1), BOX(24, 23), .under = LOOSE, .help = "It is the last one",
		     .ref = "RFC 7432, 7.5"},
	[SHOWN] = {"text", "Parts", HEADING},
	[GEN_20] = {"bgp.update.path_attribute.mpls_label_value_20bits", "MPLS Label", U24, DEC,
		    AT(0, 20), BOX(24, 0), .under = SHOWN, .traits = GENERATED, .help = "A label",
		    .ref = "RFC 7432, 7.5"},
	[GEN_TC] = {"bgp.update.path_attribute.mpls_traffic_class", "Traffic Class", U24, HEX,
		    AT(20, 3), BOX(24, 20), .under = SHOWN, .traits = GENERATED,
		    .help = "Its class", .ref = "RFC 7432, 7.5"},
	[GEN_S] = {"bgp.update.path_attribute.mpls_bottom_stack", "Bottom-of-Stack", BOOL,
		   AT(23, 1), BOX(24, 23), .under = SHOWN, .traits = GENERATED,
		   .help = "It is the last one", .ref = "RFC 7432, 7.5"},
	[ET_ROOT] = {"bgp.ext_com_etree.root_vlan", "Root VLAN", U16, DEC, AT(4, 12), BOX(16, 4),
		     .under = LOOSE, .help = "VLAN of frames from a root", .ref = "RFC 7796, 4"},
	[ET_LEAF] = {"bgp.ext_com_etree.leaf_vlan", "Leaf VLAN", U16, DEC, AT(4, 12), BOX(16, 4),
		     .under = LOOSE, .help = "VLAN of frames from a leaf", .ref = "RFC 7796, 4"},
	[ET_FLAGS] = {"bgp.ext_com_etree.flags", "Flags", U16, HEX, .help = "All flags",
		      .ref = "RFC 7796, 4"},
	[ET_RESERVED] = {"bgp.ext_com_etree.flag_reserved", "Reserved", U16, HEX, AT(0, 14),
			 BOX(16, 0), .under = ET_FLAGS, .help = "Always 0", .ref = "RFC 7796, 4"},
	[ET_P] = {"bgp.ext_com_etree.flag_p", "P", BOOL, AT(6, 1), .under = LOOSE,
		  WORDS(set_notset), .help = "Frames bear VLANs", .ref = "RFC 7796, 4"},
	[ET_V] = {"bgp.ext_com_etree.flag_v", "V", BOOL, AT(7, 1), .under = LOOSE,
		  WORDS(set_notset), .help = "VLANs are to be mapped", .ref = "RFC 7796, 4"},
	[MM_FLAGS] = {"bgp.ext_com_evpn.mmac.flags", "Flags", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 7432, 7.7"},
	[MM_STICKY] = {"bgp.ext_com_evpn.mmac.flags.sticky", "Sticky/Static MAC", BOOL, AT(7, 1),
		       .under = MM_FLAGS, WORDS(yes_no), .help = "The address doesn't move",
		       .ref = "RFC 7432, 7.7"},
	[MM_SEQ] = {"bgp.ext_com_evpn.mmac.seq", "Sequence number", U32, DEC,
		    .help = "How often it has moved", .ref = "RFC 7432, 7.7"},
	[ES_RT] = {"bgp.ext_com_evpn.esi.rt", "ES-Import Route Target", ETHER,
		   .help = "Which segment the route is for", .ref = "RFC 7432, 7.6"},
	[ROUTER_MAC] = {"bgp.ext_com_evpn.esi.router_mac", "Router's MAC", ETHER,
			.help = "The router's address", .ref = "RFC 9135, 8.1"},
	[L2A_FLAGS] = {"bgp.ext_com_evpn.l2attr.flags", "Flags", U16, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 8214, 3.1"},
	[L2A_RESERVED] = {"bgp.ext_com_evpn.l2attr.flag_reserved", "Reserved", U16, HEX, AT(0, 11),
			  BOX(16, 0), .under = L2A_FLAGS, .help = "Always 0",
			  .ref = "RFC 8214, 3.1"},
	[L2A_CI] = {"bgp.ext_com_evpn.l2attr.flag_ci", "CI flag", BOOL, AT(11, 1), BOX(16, 11),
		    .under = L2A_FLAGS, WORDS(set_notset), .help = "Control words name the flow",
		    .ref = "RFC 8214, 3.1"},
	[L2A_F] = {"bgp.ext_com_evpn.l2attr.flag_f", "F flag", BOOL, AT(12, 1), BOX(16, 12),
		   .under = L2A_FLAGS, WORDS(set_notset), .help = "Flow labels are in use",
		   .ref = "RFC 8214, 3.1"},
	[L2A_C] = {"bgp.ext_com_evpn.l2attr.flag_c", "C flag", BOOL, AT(13, 1), BOX(16, 13),
		   .under = L2A_FLAGS, WORDS(set_notset),
		   .help = "A control word stands before frames", .ref = "RFC 8214, 3.1"},
	[L2A_P] = {"bgp.ext_com_evpn.l2attr.flag_p", "P flag", BOOL, AT(14, 1), BOX(16, 14),
		   .under = L2A_FLAGS, WORDS(set_notset), .help = "The sender is in use",
		   .ref = "RFC 8214, 3.1"},
	[L2A_B] = {"bgp.ext_com_evpn.l2attr.flag_b", "B flag", BOOL, AT(15, 1), BOX(16, 15),
		   .under = L2A_FLAGS, WORDS(set_notset), .help = "The sender is in reserve",
		   .ref = "RFC 8214, 3.1"},
	[L2A_MTU] = {"bgp.ext_com_evpn.l2attr.l2_mtu", "L2 MTU", U16, DEC,
		     .help = "Octets that fit", .ref = "RFC 8214, 3.1"},
	[L2A_REST] = {"bgp.ext_com_evpn.l2attr.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 8214, 3.1"},
	[EVT_FLAGS] = {"bgp.ext_com_evpn.etree.flags", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 8317, 3.1"},
	[EVT_RESERVED] = {"bgp.ext_com_evpn.etree.flag_reserved", "Reserved", U8, HEX, AT(0, 7),
			  .under = EVT_FLAGS, .help = "Always 0", .ref = "RFC 8317, 3.1"},
	[EVT_L] = {"bgp.ext_com_evpn.etree.flag_l", "L flag", BOOL, AT(7, 1), .under = EVT_FLAGS,
		   WORDS(set_notset), .help = "The site is a leaf", .ref = "RFC 8317, 3.1"},
	[EVT_REST] = {"bgp.ext_com_evpn.etree.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 8317, 3.1"},
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
	[EI_FLAGS] = {"bgp.ext_com_eigrp.flags", "Route flags", U16, HEX, .form = form_external,
		      .help = "All flags", .ref = "RFC 7868, 7"},
	[EI_RT] = {"bgp.ext_com_eigrp.flags.rt", "Route type", BOOL, AT(0, 1), BOX(16, 0),
		   .under = EI_FLAGS, WORDS(ei_rt_words), .help = "Where the route came from",
		   .ref = "RFC 7868, 7"},
	[EI_TAG] = {"bgp.ext_com_eigrp.rtag", "Route tag", U32, DEC, .help = "A mark of the route",
		    .ref = "RFC 7868, 7"},
	[EI_AS] = {"bgp.ext_com_eigrp.asn", "AS Number", U16, DEC, .help = "EIGRP's system",
		   .ref = "RFC 7868, 7"},
	[EI_DELAY] = {"bgp.ext_com_eigrp.dly", "Delay", U32, DEC, .form = form_delay,
		      .help = "How long the way takes", .ref = "RFC 7868, 7"},
	[EI_RELIABILITY] = {"bgp.ext_com_eigrp.rly", "Reliability", U8, DEC, .form = form_percent,
			    .help = "How well links work", .ref = "RFC 7868, 7"},
	[EI_HOPS] = {"bgp.ext_com_eigrp.hops", "Hop count", U8, DEC, .help = "How many routers",
		     .ref = "RFC 7868, 7"},
	[EI_BANDWIDTH] = {"bgp.ext_com_eigrp.bw", "Bandwidth", U32, DEC, .form = form_bandwidth,
			  .help = "The slowest link", .ref = "RFC 7868, 7"},
	[EI_LOAD] = {"bgp.ext_com_eigrp.load", "Load", U8, DEC, .form = form_percent,
		     .help = "How busy links are", .ref = "RFC 7868, 7"},
	[EI_MTU] = {"bgp.ext_com_eigrp.mtu", "MTU", U32, DEC, .help = "Octets that fit",
		    .ref = "RFC 7868, 7"},
	[EI_E_AS] = {"bgp.ext_com_eigrp.e_asn", "External AS Number", U16, DEC,
		     .help = "System that the route came from", .ref = "RFC 7868, 7"},
	[EI_E_RID] = {"bgp.ext_com_eigrp.e_rid", "External Router ID", IPV4,
		      .help = "Router that it came from", .ref = "RFC 7868, 7"},
	[EI_E_PROTOCOL] = {"bgp.ext_com_eigrp.e_pid", "External protocol", U16, DEC,
			   WORDS(ei_e_protocol_words), .help = "Protocol that it came from",
			   .ref = "RFC 7868, 7"},
	[EI_E_METRIC] = {"bgp.ext_com_eigrp.e_metric", "External metric", U32, DEC,
			 .help = "What it cost there", .ref = "RFC 7868, 7"},
	[EI_RID] = {"bgp.ext_com_eigrp.rid", "Router ID", IPV4, .help = "Router that it came from",
		    .ref = "RFC 7868, 7"},
};

#define COMMUNITY_LEN 8
#define VALUE_LEN 6

/* A community as its readers find it. */
struct community {
	uint32_t group;      /* its node */
	const char *name;    /* what the line begins with */
	const char *kind;    /* and what it ends in */
	struct cursor whole; /* from its type on */
	struct bgp *in;      /* the message */
};

/* "Route Target: 65001:1 [Transitive 2-Octet AS-Specific]" */
static void say(struct walk *w, const struct community *m, const char *words)
{
	label_tail_of(w, m->group, "%s:%s%s [%s]", m->name, *words ? " " : "", words, m->kind);
}

static void put_as2(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned as = (unsigned)put(w, c, AS2, 2), n = (unsigned)put(w, c, AN4, 4);

	say(w, m, bgp_words(w, "%u:%u", as, n));
}

static void put_ip4(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned ip = (unsigned)put(w, c, IP4, 4), n = (unsigned)put(w, c, AN2, 2);

	say(w, m,
	    bgp_words(w, "%u.%u.%u.%u:%u", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255, n));
}

static void put_as4(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned as = (unsigned)put(w, c, AS4, 4), n = (unsigned)put(w, c, AN2, 2);

	say(w, m, bgp_words(w, "%u.%u(%u):%u", as >> 16, as & 0xffff, as, n));
}

static void put_raw(struct walk *w, struct cursor *c, const struct community *m)
{
	struct cursor peek = *c;
	unsigned a = u16(&peek), b = u16(&peek), d = u16(&peek);

	put(w, c, RAW, VALUE_LEN);
	say(w, m, bgp_words(w, "0x%04x 0x%04x 0x%04x", a, b, d));
}

static const char *peek_ip4(struct walk *w, const struct cursor *c, uint32_t skip)
{
	struct cursor peek = *c;
	const uint8_t *p;

	cursor_pull(&peek, skip);
	p = cursor_pull(&peek, 4);
	return p ? address_words(w, IPV4, p) : "";
}

static void put_router_address(struct walk *w, struct cursor *c, const struct community *m)
{
	const char *words = peek_ip4(w, c, 0);
	struct cursor peek = *c;

	cursor_pull(&peek, 4);
	put(w, c, OSPF_RID, 4);
	say(w, m, bgp_words(w, "%s:%u", words, u16(&peek)));
}

static void put_router(struct walk *w, struct cursor *c, const struct community *m)
{
	const char *words = peek_ip4(w, c, 0);

	put(w, c, OSPF_RID, 4);
	say(w, m, words);
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

static void put_bandwidth(struct walk *w, struct cursor *c, const struct community *m)
{
	say(w, m, rate_words(w, *c));
	put(w, c, AS2, 2);
	put(w, c, LINK_BW, 4);
}

static void put_rate(struct walk *w, struct cursor *c, const struct community *m)
{
	say(w, m, rate_words(w, *c));
	put(w, c, AS2, 2);
	put(w, c, RATE, 4);
}

static void put_cost(struct walk *w, struct cursor *c, const struct community *m)
{
	struct cursor peek = *c;
	unsigned poi = u8(&peek), cid = u8(&peek), cost = u32(&peek);
	const char *word = row_word(w, POI, poi, NULL);

	put(w, c, POI, 1);
	put(w, c, CID, 1);
	put(w, c, COST, 4);
	label_tail(w, " (%s)", row_word(w, CID_USE, cid >> 7, ""));
	say(w, m,
	    bgp_words(w, "%u, POI: %s (%s)", cost,
		      word ? word : bgp_words(w, "Unknown subtype 0x%02x", poi),
		      cid & 0x80 ? "Replaces attribute value" : "Evaluated after"));
}

static void put_ospf_route(struct walk *w, struct cursor *c, const struct community *m)
{
	const char *area = peek_ip4(w, c, 0);
	unsigned type;

	put(w, c, OSPF_AREA, 4);
	type = (unsigned)put(w, c, OSPF_TYPE, 1);
	put(w, c, OSPF_OPTIONS, 1);
	say(w, m,
	    bgp_words(w, "Area: %s, Type: %s", area, row_word(w, OSPF_TYPE, type, "Unknown")));
}

static void put_tunnel(struct walk *w, struct cursor *c, const struct community *m)
{
	cursor_pull(c, 4);
	m->in->tunnel = (unsigned)put(w, c, TUNNEL, 2);
	say(w, m, row_word(w, TUNNEL, m->in->tunnel, "Unknown"));
}

static void put_mobility(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned flags = (unsigned)put(w, c, MM_FLAGS, 1);

	u8(c);
	put(w, c, MM_SEQ, 4);
	say(w, m, flags & 1 ? "Sticky MAC" : "Movable MAC");
}

static void put_esi_label(struct walk *w, struct cursor *c, const struct community *m)
{
	struct cursor peek = *c, label;
	unsigned flag = (unsigned)put_slice(w, *c, ESI_FLAG, 1);

	cursor_pull(&peek, 3);
	cursor_pull(c, 3);
	label = *c;
	put(w, &label, LABEL_VALUE, 3);
	put_slice(w, *c, GEN_20, 3);
	put_slice(w, *c, GEN_TC, 3);
	put_slice(w, *c, GEN_S, 3);
	say(w, m, bgp_words(w, "%s, Label: %u", row_word(w, ESI_FLAG, flag, ""), u24(&peek) >> 4));
}

static void put_mac(struct walk *w, struct cursor *c, const struct community *m, unsigned row,
		    const char *what)
{
	struct cursor peek = *c;
	const uint8_t *p = cursor_pull(&peek, 6);

	put(w, c, row, 6);
	say(w, m, bgp_words(w, "%s: %s", what, p ? address_words(w, ETHER, p) : ""));
}

static void put_import(struct walk *w, struct cursor *c, const struct community *m)
{
	put_mac(w, c, m, ES_RT, "RT");
}

static void put_router_mac(struct walk *w, struct cursor *c, const struct community *m)
{
	put_mac(w, c, m, ROUTER_MAC, "Router's MAC");
}

static void put_l2_attributes(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned flags = (unsigned)put(w, c, L2A_FLAGS, 2), mtu = (unsigned)put(w, c, L2A_MTU, 2);

	put(w, c, L2A_REST, 2);
	say(w, m, bgp_words(w, "flags: 0x%04x, L2 MTU: %u", flags, mtu));
}

static void put_evpn_tree(struct walk *w, struct cursor *c, const struct community *m)
{
	put(w, c, EVT_FLAGS, 1);
	put(w, c, EVT_REST, 2);
	put_slice(w, *c, LABEL_20, 3);
	put_slice(w, *c, LABEL_TC, 3);
	put_slice(w, *c, LABEL_S, 3);
	say(w, m, "");
}

static void put_action(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned sample, terminal;

	put(w, c, EMPTY, 5);
	sample = (unsigned)put_slice(w, *c, SAMPLE, 1);
	terminal = (unsigned)put_slice(w, *c, TERMINAL, 1);
	say(w, m,
	    bgp_words(w, "Sample: %s, Terminal: %s", sample ? "Yes" : "No",
		      terminal ? "Yes" : "No"));
}

static void put_redirect(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned as = (unsigned)put(w, c, AS2, 2), n = (unsigned)put(w, c, AN4, 4);

	say(w, m, bgp_words(w, "RT %u:%u", as, n));
}

static void put_redirect_ip4(struct walk *w, struct cursor *c, const struct community *m)
{
	put(w, c, IP4, 4);
	put(w, c, AN2, 2);
	say(w, m, "");
}

static void put_redirect_as4(struct walk *w, struct cursor *c, const struct community *m)
{
	put(w, c, AS4, 4);
	put(w, c, AN2, 2);
	say(w, m, "");
}

static void put_remarking(struct walk *w, struct cursor *c, const struct community *m)
{
	unsigned dscp;

	cursor_pull(c, 5);
	dscp = (unsigned)put_slice(w, *c, DSCP, 1);
	say(w, m, row_word(w, DSCP, dscp, "Unknown"));
}

static void put_domain_id(struct walk *w, struct cursor *c, const struct community *m)
{
	struct cursor sub = m->whole;

	u8(&sub);
	put(w, &sub, SUB_AS2, 1);
	put_as2(w, c, m);
}

static void put_layer2(struct walk *w, struct cursor *c, const struct community *m)
{
	put(w, c, L2_ENCAPS, 1);
	put(w, c, L2_FLAGS, 1);
	put(w, c, L2_MTU, 2);
	say(w, m, "");
}

static void put_tree(struct walk *w, struct cursor *c, const struct community *m)
{
	put_slice(w, *c, ET_ROOT, 2);
	u16(c);
	put_slice(w, *c, ET_LEAF, 2);
	u16(c);
	put(w, c, ET_FLAGS, 2);
	w->depth++;
	*c = m->whole;
	cursor_pull(c, 7);
	put_slice(w, *c, ET_P, 1);
	put_slice(w, *c, ET_V, 1);
	w->depth--;
	say(w, m, "");
}

static void put_qos(struct walk *w, struct cursor *c, const struct community *m)
{
	static const struct part parts[] = {
		{QOS_FLAGS, 1}, {QOS_SET, 1}, {QOS_TECH, 1}, {QOS_O, 2}, {QOS_A, 1},
		{QOS_ZERO, 1},  {0}};

	*c = m->whole;
	put(w, c, QOS_FLAGS, 1);
	u8(c);
	put_rows(w, c, parts + 1);
	label_tail_of(w, m->group, "QoS Marking [%s]", m->kind);
}

static void put_cos(struct walk *w, struct cursor *c, const struct community *m)
{
	*c = m->whole;
	u8(c);
	for (unsigned i = 0; i < 7; i++)
		put(w, c, COS, 1);
	label_tail_of(w, m->group, "CoS Capability [%s]", m->kind);
}

static void put_eigrp(struct walk *w, struct cursor *c, const struct community *m)
{
	struct cursor peek = m->whole;
	unsigned what, a, b;
	const char *words = "";

	u8(&peek);
	what = u8(&peek);
	a = u16(&peek);
	b = u32(&peek);
	switch (what) {
	case 0:
		put(w, c, EI_FLAGS, 2);
		put(w, c, EI_TAG, 4);
		words = bgp_words(w, "%s route, Tag: %u", a & 0x8000 ? "Internal" : "External", b);
		break;
	case 1:
		put(w, c, EI_AS, 2);
		put(w, c, EI_DELAY, 4);
		words = bgp_words(w, "ASN: %u, D: %u", a, b);
		break;
	case 2:
		put_layout(w, c, PARTS({EI_RELIABILITY, 1}, {EI_HOPS, 1}, {EI_BANDWIDTH, 4}));
		words = bgp_words(w, "R: %u, H: %u, B: %u", a >> 8, a & 255, b);
		break;
	case 3:
		put_layout(w, c, PARTS({0, HOP | 1}, {EI_LOAD, 1}, {EI_MTU, 4}));
		words = bgp_words(w, "L: %u, M: %u", a & 255, b);
		break;
	case 4:
		words = bgp_words(w, "ASN: %u, RID: %s", a, peek_ip4(w, c, 2));
		put_layout(w, c, PARTS({EI_E_AS, 2}, {EI_E_RID, 4}));
		break;
	case 5:
		put_layout(w, c, PARTS({EI_E_PROTOCOL, 2}, {EI_E_METRIC, 4}));
		words = row_word(w, EI_E_PROTOCOL, a, NULL);
		words = bgp_words(w, "%s, Metric: %u",
				  words ? words : bgp_words(w, "Unknown protocol %u", a), b);
		break;
	case 6:
		words = peek_ip4(w, c, 2);
		put_layout(w, c, PARTS({0, HOP | 2}, {EI_RID, 4}));
		break;
	default:
		break;
	}
	say(w, m, words);
}

#define OTHERS 0x100 /* every other subtype */

/* Readers by type and subtype; a type's last entry is for its other subtypes. */
static const struct {
	uint8_t type;
	uint16_t subtype, row; /* `row` shows the subtype; 0: none does */
	void (*read)(struct walk *, struct cursor *, const struct community *);
} readers[] = {
	{0x00, OTHERS, SUB_AS2, put_as2},
	{0x01, 7, SUB_IP4, put_router_address},
	{0x01, OTHERS, SUB_IP4, put_ip4},
	{0x02, OTHERS, SUB_AS4, put_as4},
	{0x03, 1, SUB_OPAQUE, put_cost},
	{0x03, 6, SUB_OPAQUE, put_ospf_route},
	{0x03, 12, SUB_OPAQUE, put_tunnel},
	{0x03, OTHERS, SUB_OPAQUE, put_raw},
	{0x04, OTHERS, 0, put_qos},
	{0x05, OTHERS, 0, put_cos},
	{0x06, 0, SUB_EVPN, put_mobility},
	{0x06, 1, SUB_EVPN, put_esi_label},
	{0x06, 2, SUB_EVPN, put_import},
	{0x06, 3, SUB_EVPN, put_router_mac},
	{0x06, 4, SUB_EVPN, put_l2_attributes},
	{0x06, 5, SUB_EVPN, put_evpn_tree},
	{0x06, OTHERS, SUB_EVPN, put_raw},
	{0x40, 4, SUB_N_AS2, put_bandwidth},
	{0x40, OTHERS, SUB_N_AS2, put_as2},
	{0x41, OTHERS, SUB_N_IP4, put_ip4},
	{0x42, OTHERS, SUB_N_AS4, put_as4},
	{0x43, 1, SUB_N_OPAQUE, put_cost},
	{0x43, OTHERS, SUB_N_OPAQUE, put_raw},
	{0x44, OTHERS, 0, put_qos},
	{0x80, 0, SUB_EXP, put_ospf_route},
	{0x80, 1, SUB_EXP, put_router},
	{0x80, 5, SUB_EXP, put_domain_id},
	{0x80, 6, SUB_EXP, put_rate},
	{0x80, 7, SUB_EXP, put_action},
	{0x80, 8, SUB_EXP, put_redirect},
	{0x80, 9, SUB_EXP, put_remarking},
	{0x80, 10, SUB_EXP, put_layer2},
	{0x80, 11, SUB_EXP, put_tree},
	{0x80, OTHERS, SUB_EXP, put_raw},
	{0x81, 8, SUB_EXP2, put_redirect_ip4},
	{0x81, OTHERS, SUB_EXP2, put_raw},
	{0x82, 8, SUB_EXP3, put_redirect_as4},
	{0x82, OTHERS, SUB_EXP3, put_raw},
	{0x88, OTHERS, EIGRP, put_eigrp},
};

static void put_community(struct walk *w, struct cursor *c, struct bgp *b)
{
	struct cursor peek = *c, body = cursor_first(*c, COMMUNITY_LEN);
	unsigned type = u8(&peek), sub = u8(&peek), i;
	struct community m = {open_group(w, c, COMMUNITY, COMMUNITY_LEN), "",
			      row_word(w, TYPE, type, "Unknown community"), *c, b};

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
		put_community(w, c, b);
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
	.hangs = hangs,
	.rest = rest,
};
