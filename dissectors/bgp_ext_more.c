/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: extended communities of Ethernet VPNs, EIGRP and classes of service. */
/* RFC 7432, 7 (EVPN), 4761 (VPLS), 7868 (EIGRP). */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
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
	[PART] = {"bgp.extended_more", "BGP extended communities of some protocols", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
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

static void put_mobility(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned flags = (unsigned)put(w, c, MM_FLAGS, 1);

	u8(c);
	put(w, c, MM_SEQ, 4);
	bgp_say(w, m, flags & 1 ? "Sticky MAC" : "Movable MAC");
}

static void put_esi_label(struct walk *w, struct cursor *c, const struct bgp_community *m)
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
	bgp_say(w, m,
		bgp_words(w, "%s, Label: %u", row_word(w, ESI_FLAG, flag, ""), u24(&peek) >> 4));
}

static void put_mac(struct walk *w, struct cursor *c, const struct bgp_community *m, unsigned row,
		    const char *what)
{
	struct cursor peek = *c;
	const uint8_t *p = cursor_pull(&peek, 6);

	put(w, c, row, 6);
	bgp_say(w, m, bgp_words(w, "%s: %s", what, p ? address_words(w, ETHER, p) : ""));
}

static void put_import(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put_mac(w, c, m, ES_RT, "RT");
}

static void put_router_mac(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put_mac(w, c, m, ROUTER_MAC, "Router's MAC");
}

static void put_l2_attributes(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	unsigned flags = (unsigned)put(w, c, L2A_FLAGS, 2), mtu = (unsigned)put(w, c, L2A_MTU, 2);

	put(w, c, L2A_REST, 2);
	bgp_say(w, m, bgp_words(w, "flags: 0x%04x, L2 MTU: %u", flags, mtu));
}

static void put_evpn_tree(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put(w, c, EVT_FLAGS, 1);
	put(w, c, EVT_REST, 2);
	put_slice(w, *c, LABEL_20, 3);
	put_slice(w, *c, LABEL_TC, 3);
	put_slice(w, *c, LABEL_S, 3);
	bgp_say(w, m, "");
}

static void put_layer2(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	put(w, c, L2_ENCAPS, 1);
	put(w, c, L2_FLAGS, 1);
	put(w, c, L2_MTU, 2);
	bgp_say(w, m, "");
}

static void put_tree(struct walk *w, struct cursor *c, const struct bgp_community *m)
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
	bgp_say(w, m, "");
}

static void put_qos(struct walk *w, struct cursor *c, const struct bgp_community *m)
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

static void put_cos(struct walk *w, struct cursor *c, const struct bgp_community *m)
{
	*c = m->whole;
	u8(c);
	for (unsigned i = 0; i < 7; i++)
		put(w, c, COS, 1);
	label_tail_of(w, m->group, "CoS Capability [%s]", m->kind);
}

static void put_eigrp(struct walk *w, struct cursor *c, const struct bgp_community *m)
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
		words = bgp_words(w, "ASN: %u, RID: %s", a, bgp_peek_ip4(w, c, 2));
		put_layout(w, c, PARTS({EI_E_AS, 2}, {EI_E_RID, 4}));
		break;
	case 5:
		put_layout(w, c, PARTS({EI_E_PROTOCOL, 2}, {EI_E_METRIC, 4}));
		words = row_word(w, EI_E_PROTOCOL, a, NULL);
		words = bgp_words(w, "%s, Metric: %u",
				  words ? words : bgp_words(w, "Unknown protocol %u", a), b);
		break;
	case 6:
		words = bgp_peek_ip4(w, c, 2);
		put_layout(w, c, PARTS({0, HOP | 2}, {EI_RID, 4}));
		break;
	default:
		break;
	}
	bgp_say(w, m, words);
}

#define OTHERS 0x100 /* every other subtype */

static const struct {
	uint8_t type;
	uint16_t subtype;
	void (*read)(struct walk *, struct cursor *, const struct bgp_community *);
} readers[] = {
	{0x04, OTHERS, put_qos},      {0x05, OTHERS, put_cos},  {0x06, 0, put_mobility},
	{0x06, 1, put_esi_label},     {0x06, 2, put_import},    {0x06, 3, put_router_mac},
	{0x06, 4, put_l2_attributes}, {0x06, 5, put_evpn_tree}, {0x44, OTHERS, put_qos},
	{0x80, 10, put_layer2},       {0x80, 11, put_tree},     {0x88, OTHERS, put_eigrp},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp_community *m = bgp_of(l)->community;
	struct cursor head = m->whole;
	unsigned type = u8(&head), sub = u8(&head);

	for (unsigned i = 0; i < COUNT(readers); i++) {
		if (readers[i].type != type ||
		    (readers[i].subtype != sub && readers[i].subtype != OTHERS))
			continue;
		readers[i].read(w, c, m);
		return;
	}
}

static const struct hang hangs[] = {{"bgp.part", BGP_EXTENDED_MORE}, {0}};

const struct proto proto_bgp_ext_more = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 7432",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
