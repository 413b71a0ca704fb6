/* SPDX-License-Identifier: BSD-2-Clause */
/* BGP: how packets are wrapped, and trees that carry multicasts. */
/* RFC 9012; RFC 6514, 5. */
#include "shared/bgp.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	PART,
	LOOSE,
	HEAD,
	P_FLAGS,
	P_TYPE,
	P_TYPE_NOTE,
	P_LABEL,
	P_VNI,
	P_ID,
	P_NONE,
	RSVP_ID,
	RSVP_TUNNEL,
	RSVP_EXT,
	FEC_TYPE,
	FEC_FAMILY,
	FEC_LEN,
	FEC_ROOT4,
	FEC_ROOT6,
	FEC_OPAQUE_LEN,
	FEC_VALUE_TYPE,
	FEC_NOTE,
	FEC_VALUE_LEN,
	FEC_ID,
	FEC_EXT_TYPE,
	FEC_EXT_LEN,
	FEC_NAME,
	SM_SENDER,
	SM_GROUP,
	SSM_ROOT,
	SSM_GROUP,
	BIDIR_SENDER,
	BIDIR_GROUP,
	INGRESS,
	TYPE,
	LEN,
	SUB,
	SUBLEN,
	VALUE,
	SESSION,
	COOKIE,
	GRE_KEY,
	COLOR,
	BLOCK,
	VX_FLAGS,
	VX_VALID,
	VX_VALID_MAC,
	VX_RES_FLAGS,
	VX_VNID,
	VX_MAC,
	VX_RESERVED,
	GPE_FLAGS,
	GPE_VERSION,
	GPE_VALID,
	GPE_RES_FLAGS,
	GPE_VNID,
	GPE_RESERVED,
	NV_FLAGS,
	NV_VALID,
	NV_VALID_MAC,
	NV_RES_FLAGS,
	NV_VNID,
	NV_MAC,
	NV_RESERVED,
	PREF_FLAGS,
	PREF_RESERVED,
	PREF,
	BSID_FLAGS,
	BSID_SPECIFIED,
	BSID_INVALID,
	BSID_RES_FLAGS,
	BSID_RESERVED,
	BSID,
	ENLP_FLAGS,
	ENLP_RESERVED,
	ENLP,
	PRIORITY,
	PRIORITY_RESERVED,
	LIST_RESERVED,
	LIST,
	SEG_TYPE,
	SEG_LEN,
	SEG_FLAGS,
	SEG_VERIFY,
	SEG_ALGORITHM,
	SEG_RES_FLAGS,
	SEG_RESERVED,
	SEG_LABEL,
	SEG_TC,
	SEG_BOTTOM,
	SEG_TTL,
	SEG_DATA,
	POLICY_RESERVED,
	POLICY,
};

static const struct word p_type_words[] = {
	{0, "Type is not present"}, {1, "RSVP-TE P2MP LSP"}, {2, "mLDP P2MP LSP"},
	{3, "PIM SSM Tree"},        {4, "PIM SM Tree"},      {5, "BIDIR-PIM Tree"},
	{6, "Ingress Replication"}, {7, "mLDP MP2MP LSP"},
};

static const struct word fec_type_words[] = {
	{1, "Wildcard FEC"},
	{2, "Prefix FEC"},
	{3, "Host Address FEC"},
	{4, "CR LSP FEC"},
	{5, "Typed Wildcard FEC Element"},
	{6, "P2MP"},
	{7, "MP2MP-up"},
	{8, "MP2MP-down"},
	{9, "HSMP-upstream"},
	{10, "HSMP-downstream"},
	{128, "PWid FEC Element"},
	{129, "Generalized PWid FEC Element"},
	{130, "P2MP PW Upstream FEC Element"},
	{131, "Protection FEC Element"},
	{132, "P2MP_PW_DOWNSTREAM_FEC"},
};

static const struct word fec_family_words[] = {
	{0, "Reserved"},
	{1, "IPv4"},
	{2, "IPv6"},
	{3, "NSAP"},
	{4, "HDLC (8-bit multidrop)"},
	{5, "BBN 1822"},
	{6, "802 (includes all 802 media plus Ethernet)"},
	{7, "E.163"},
	{8, "E.164 (SMDS, Frame Relay, ATM)"},
	{9, "F.69 (Telex)"},
	{10, "X.121 (X.25, Frame Relay)"},
	{11, "IPX"},
	{12, "Appletalk"},
	{13, "Decnet IV"},
	{14, "Banyan Vines"},
	{15, "E.164 with NSAP subaddress"},
	{16, "DNS (Domain Name System)"},
	{17, "Distinguished Name"},
	{18, "AS Number"},
	{19, "XTP over IP version 4"},
	{20, "XTP over IP version 6"},
	{21, "XTP native mode XTP"},
	{22, "Fibre Channel World-Wide Port Name"},
	{23, "Fibre Channel World-Wide Node Name"},
	{24, "GWID"},
	{25, "Layer-2 VPN"},
	{26, "MPLS-TP Section Endpoint Identifier"},
	{27, "MPLS-TP LSP Endpoint Identifier"},
	{28, "MPLS-TP Pseudowire Endpoint Identifier"},
	{29, "MT IP: Multi-Topology IP version 4"},
	{30, "MT IPv6: Multi-Topology IP version 6"},
	{196, "Layer-2 VPN (old)"},
	{16384, "EIGRP Common Service Family"},
	{16385, "EIGRP IPv4 Service Family"},
	{16386, "EIGRP IPv6 Service Family"},
	{16387, "LISP Canonical Address Format (LCAF)"},
	{16388, "BGP-LS"},
	{16389, "48-bit MAC Address"},
	{16390, "64-bit MAC Address"},
	{16391, "OUI"},
	{16392, "MAC/24"},
	{16393, "MAC/40"},
	{16394, "IPv6/64"},
	{16395, "RBridge Port ID"},
	{16396, "TRILL Nickname"},
	{65535, "Reserved"},
};

static const struct word fec_value_type_words[] = {
	{0, "Reserved"},
	{1, "Generic LSP Identifier"},
	{255, "Extended Type field in the following two bytes"},
};

static const struct word fec_ext_type_words[] = {{0, "Reserved"}};

static const struct word type_words[] = {
	{1, "L2TPv2 over IP"},
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
	{12, "VXLAN GPE Encapsulation"},
	{13, "MPLS in UDP Encapsulation"},
	{14, "IPv6 Tunnel"},
	{15, "SR TE Policy Type"},
	{16, "Bare"},
	{17, "SR Tunnel"},
};

static const struct word sub_words[] = {
	{1, "ENCAPSULATION"},
	{2, "PROTOCOL_TYPE"},
	{3, "IPsec Tunnel Authenticator"},
	{4, "COLOR"},
	{5, "LOAD_BALANCE"},
	{6, "Tunnel Egress Endpoint"},
	{7, "IPv4 DS Field"},
	{8, "UDP Destination Port"},
	{9, "Embedded Label Handling"},
	{10, "MPLS Label Stack"},
	{11, "Prefix SID"},
	{12, "Preference"},
	{13, "Binding SID"},
	{14, "ENLP"},
	{15, "Priority"},
	{128, "Segment List"},
	{129, "Policy Name"},
};

static const struct word enlp_words[] = {
	{0, "Reserved"},
	{1, "Push IPv4, do not push IPv6"},
	{2, "Push IPv6, do not push IPv4"},
	{3, "Push IPv4, push IPv6"},
	{4, "Do not push"},
};

static const struct word seg_type_words[] = {
	{1, "Type A MPLS SID sub-TLV"},
	{2, "Type B SRv6 SID sub-TLV"},
	{3, "Type C IPv4 Node and SID sub-TLV"},
	{4, "Type D IPv6 Node and SID for SR-MPLS sub-TLV"},
	{5, "Type E IPv4 Node, index and SID sub-TLV"},
	{6, "Type F IPv4 Local/Remote addresses and SID sub-TLV"},
	{7, "Type G IPv6 Node, index for remote and local pair and SID for SR-MPLS sub-TLV"},
	{8, "Type H IPv6 Local/Remote addresses and SID sub-TLV"},
	{9, "Weight sub-TLV"},
	{10, "Type I IPv6 Node and SID for SRv6 sub-TLV"},
	{11, "Type J IPv6 Node, index for remote and local pair and SID for SRv6 sub-TLV"},
	{12, "Type K IPv6 Local/Remote addresses and SID for SRv6 sub-TLV"},
};

static const struct field fields[] = {
	[PART] = {"bgp.tunnel", "BGP tunnels", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[HEAD] = {"text", "Part", HEADING},
	[P_FLAGS] = {"bgp.update.path_attribute.pmsi.tunnel.flags", "Flags", U8, DEC,
		     .help = "Whether leaves are to be told", .ref = "RFC 6514, 5"},
	[P_TYPE] = {"bgp.update.path_attribute.pmsi.tunnel.type", "Tunnel Type", U8, DEC,
		    WORDS(p_type_words), .help = "What carries the multicasts",
		    .ref = "RFC 6514, 5"},
	[P_TYPE_NOTE] =
		EXPERT("bgp.attr.pmsi.tunnel_type", "Unknown Tunnel type", ERROR, G_PROTOCOL),
	[P_LABEL] = {"bgp.update.path_attribute.mpls_label_value_20bits", "MPLS Label", U24, DEC,
		     AT(0, 20), BOX(24, 0), .under = LOOSE, .help = "Label of the multicasts",
		     .ref = "RFC 6514, 5"},
	[P_VNI] = {"bgp.evpn.nlri.vni", "VNI", U24, DEC,
		   .help = "Network that VXLAN's header names", .ref = "RFC 8365, 9"},
	[P_ID] = {"bgp.update.path_attribute.pmsi.tunnel.id", "Tunnel ID", NONE,
		  .help = "Which tunnel", .ref = "RFC 6514, 5"},
	[P_NONE] = {"bgp.update.path_attribute.pmsi.tunnel_id.not_present", "Tunnel ID not present",
		    NONE, .help = "None is named", .ref = "RFC 6514, 5"},
	[RSVP_ID] = {"bgp.update.path_attribute.pmsi.rsvp.id", "RSVP P2MP id", IPV4,
		     .help = "Where its leaves are", .ref = "RFC 6514, 5"},
	[RSVP_TUNNEL] = {"bgp.update.path_attribute.pmsi.rsvp.tunnel_id", "RSVP P2MP tunnel id",
			 U16, DEC, .help = "Its number", .ref = "RFC 6514, 5"},
	[RSVP_EXT] = {"bgp.update.path_attribute.pmsi.rsvp.ext_tunnel_idv4",
		      "RSVP P2MP extended tunnel id", IPV4, .help = "Who numbers it",
		      .ref = "RFC 6514, 5"},
	[FEC_TYPE] = {"bgp.update.path_attribute.pmsi.mldp.fec.type", "mLDP P2MP FEC element type",
		      U8, DEC, WORDS(fec_type_words), .help = "What kind of tree",
		      .ref = "RFC 6388, 2.2"},
	[FEC_FAMILY] = {"bgp.update.path_attribute.pmsi.mldp.fec.address_family",
			"mLDP P2MP FEC element address family", U16, DEC, WORDS(fec_family_words),
			.help = "Of which address family the root is", .ref = "RFC 6388, 2.2"},
	[FEC_LEN] = {"bgp.update.path_attribute.pmsi.mldp.fec.address_length",
		     "mLDP P2MP FEC element address length", U8, DEC,
		     .help = "Octets of the root's address", .ref = "RFC 6388, 2.2"},
	[FEC_ROOT4] = {"bgp.update.path_attribute.pmsi.mldp.fec.root_nodev4",
		       "mLDP P2MP FEC element root node address", IPV4, .help = "The root",
		       .ref = "RFC 6388, 2.2"},
	[FEC_ROOT6] = {"bgp.update.path_attribute.pmsi.mldp.fec.root_nodev6",
		       "mLDP P2MP FEC element root node address", IPV6, .help = "The root",
		       .ref = "RFC 6388, 2.2"},
	[FEC_OPAQUE_LEN] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_length",
			    "mLDP P2MP FEC element opaque length", U16, DEC,
			    .help = "Octets of what the root calls it", .ref = "RFC 6388, 2.2"},
	[FEC_VALUE_TYPE] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_value_type",
			    "mLDP P2MP FEC element opaque value type", U8, DEC,
			    WORDS(fec_value_type_words), .help = "How the root calls it",
			    .ref = "RFC 6388, 2.3"},
	[FEC_NOTE] =
		EXPERT("bgp.attr.pmsi.opaque_type", "Invalid pmsi opaque type", ERROR, G_PROTOCOL),
	[FEC_VALUE_LEN] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_value_length",
			   "mLDP P2MP FEC element opaque value length", U16, DEC,
			   .help = "Octets of that", .ref = "RFC 6388, 2.3"},
	[FEC_ID] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_value_unique_id_rn",
		    "mLDP P2MP FEC element opaque value unique Id", U32, DEC,
		    .help = "What the root calls it", .ref = "RFC 6388, 2.3"},
	[FEC_EXT_TYPE] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_ext_value_type",
			  "mLDP P2MP FEC element opaque extended value type", U16, DEC,
			  WORDS(fec_ext_type_words), .help = "How the root calls it",
			  .ref = "RFC 6388, 2.3"},
	[FEC_EXT_LEN] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_ext_length",
			 "mLDP P2MP FEC element opaque extended length", U16, DEC,
			 .help = "Octets of that", .ref = "RFC 6388, 2.3"},
	[FEC_NAME] = {"bgp.update.path_attribute.pmsi.mldp.fec.opaque_value_unique_id_str",
		      "mLDP P2MP FEC element opaque value unique Id", STRING,
		      .help = "What the root calls it", .ref = "RFC 6388, 2.3"},
	[SM_SENDER] = {"bgp.update.path_attribute.pmsi.pimsm.sender_address",
		       "PIM-SM Tree tunnel sender address", IPV4, .help = "Who sends",
		       .ref = "RFC 6514, 5"},
	[SM_GROUP] = {"bgp.update.path_attribute.pmsi.pimsm.pmulticast_group",
		      "PIM-SM Tree tunnel P-multicast group", IPV4, .help = "The provider's group",
		      .ref = "RFC 6514, 5"},
	[SSM_ROOT] = {"bgp.update.path_attribute.pmsi.pimssm.root_node",
		      "PIM-SSM Tree tunnel Root Node", IPV4, .help = "Who sends",
		      .ref = "RFC 6514, 5"},
	[SSM_GROUP] = {"bgp.update.path_attribute.pmsi.pimssm.pmulticast_group",
		       "PIM-SSM Tree tunnel P-multicast group", IPV4,
		       .help = "The provider's group", .ref = "RFC 6514, 5"},
	[BIDIR_SENDER] = {"bgp.update.path_attribute.pmsi.bidir_pim_tree.sender",
			  "BIDIR-PIM Tree Tunnel sender address", IPV4, .help = "Who sends",
			  .ref = "RFC 6514, 5"},
	[BIDIR_GROUP] = {"bgp.update.path_attribute.pmsi.bidir_pim_tree.pmulticast_group",
			 "BIDIR-PIM Tree Tunnel P-multicast group", IPV4,
			 .help = "The provider's group", .ref = "RFC 6514, 5"},
	[INGRESS] = {"bgp.update.path_attribute.pmsi.ingress_rep_ip",
		     "Tunnel type ingress replication IP end point", IPV4,
		     .help = "Where copies are to go", .ref = "RFC 6514, 5"},
	[TYPE] = {"bgp.update.encaps_tunnel_tlv_type", "Type code", U16, DEC, WORDS(type_words),
		  .help = "How packets are wrapped", .ref = "RFC 9012, 2"},
	[LEN] = {"bgp.update.encaps_tunnel_tlv_len", "length", U16, DEC,
		 .help = "Octets about that", .ref = "RFC 9012, 2"},
	[SUB] = {"bgp.update.encaps_tunnel_subtlv_type", "Type code", U8, DEC, WORDS(sub_words),
		 .help = "What it tells", .ref = "RFC 9012, 2"},
	[SUBLEN] = {"bgp.update.encaps_tunnel_tlv_sublen", "length", U16, DEC,
		    .help = "Octets of it", .ref = "RFC 9012, 2"},
	[VALUE] = {"bgp.update.encaps_tunnel_tlv_subtlv.value", "Value", BYTES,
		   .help = "What nobody knows", .ref = "RFC 9012, 2"},
	[SESSION] = {"bgp.update.encaps_tunnel_tlv_subtlv_session_id", "Session ID", U32, DEC,
		     .help = "Session of L2TPv3", .ref = "RFC 9012, 3.2"},
	[COOKIE] = {"bgp.update.encaps_tunnel_tlv_subtlv_cookie", "Cookie", BYTES,
		    .help = "Proves that packets are meant for it", .ref = "RFC 9012, 3.2"},
	[GRE_KEY] = {"bgp.update.encaps_tunnel_tlv_subtlv_gre_key", "GRE Key", U32, DEC,
		     .help = "Key of GRE", .ref = "RFC 9012, 3.2"},
	[COLOR] = {"bgp.update.encaps_tunnel_tlv_subtlv_color_value", "Color Value", U32, DEC,
		   .help = "What the tunnel is for", .ref = "RFC 9012, 3.4.2"},
	[BLOCK] = {"bgp.update.encaps_tunnel_tlv_subtlv_lb_block_length",
		   "Load-balancing block length", U32, DEC, .help = "Octets that balancers look at",
		   .ref = "RFC 5640, 3"},
	[VX_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.flags", "Flags", U8, HEX,
		      .form = form_flags, .help = "All flags", .ref = "RFC 9012, 3.2"},
	[VX_VALID] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.flags.valid_vnid", "Valid VN-ID",
		      BOOL, AT(0, 1), .under = VX_FLAGS, WORDS(set_notset),
		      .help = "There is a network", .ref = "RFC 9012, 3.2"},
	[VX_VALID_MAC] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.flags.valid_mac",
			  "Valid MAC address", BOOL, AT(1, 1), .under = VX_FLAGS, WORDS(set_notset),
			  .help = "There is an address", .ref = "RFC 9012, 3.2"},
	[VX_RES_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.flags.reserved", "Reserved",
			  U8, HEX, AT(2, 6), .under = VX_FLAGS, .help = "Always 0",
			  .ref = "RFC 9012, 3.2"},
	[VX_VNID] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.vnid", "VN-ID", U24, HEX,
		     .help = "Network of VXLAN", .ref = "RFC 9012, 3.2"},
	[VX_MAC] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.mac", "MAC", ETHER,
		    .help = "Address of its end", .ref = "RFC 9012, 3.2"},
	[VX_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan.reserved", "Reserved", U16, HEX,
			 .help = "Always 0", .ref = "RFC 9012, 3.2"},
	[GPE_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.flags", "Flags", U8, HEX,
		       .form = form_flags, .help = "All flags", .ref = "RFC 9012, 3.2"},
	[GPE_VERSION] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.flags.version", "Version",
			 U8, DEC, AT(0, 2), .under = GPE_FLAGS, .help = "Version of VXLAN-GPE",
			 .ref = "RFC 9012, 3.2"},
	[GPE_VALID] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.flags.valid_vnid",
		       "Valid VN-ID", BOOL, AT(2, 1), .under = GPE_FLAGS, WORDS(set_notset),
		       .help = "There is a network", .ref = "RFC 9012, 3.2"},
	[GPE_RES_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.flags.reserved",
			   "Reserved", U8, HEX, AT(3, 5), .under = GPE_FLAGS, .help = "Always 0",
			   .ref = "RFC 9012, 3.2"},
	[GPE_VNID] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.vnid", "VN-ID", U24, HEX,
		      .help = "Network of VXLAN-GPE", .ref = "RFC 9012, 3.2"},
	[GPE_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.vxlan_gpe.reserved", "Reserved", U16,
			  HEX, .help = "Always 0", .ref = "RFC 9012, 3.2"},
	[NV_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.flags", "Flags", U8, HEX,
		      .form = form_flags, .help = "All flags", .ref = "RFC 9012, 3.2"},
	[NV_VALID] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.flags.valid_vnid", "Valid VN-ID",
		      BOOL, AT(0, 1), .under = NV_FLAGS, WORDS(set_notset),
		      .help = "There is a network", .ref = "RFC 9012, 3.2"},
	[NV_VALID_MAC] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.flags.valid_mac",
			  "Valid MAC address", BOOL, AT(1, 1), .under = NV_FLAGS, WORDS(set_notset),
			  .help = "There is an address", .ref = "RFC 9012, 3.2"},
	[NV_RES_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.flags.reserved", "Reserved",
			  U8, HEX, AT(2, 6), .under = NV_FLAGS, .help = "Always 0",
			  .ref = "RFC 9012, 3.2"},
	[NV_VNID] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.vnid", "VN-ID", U24, HEX,
		     .help = "Network of NVGRE", .ref = "RFC 9012, 3.2"},
	[NV_MAC] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.mac", "MAC", ETHER,
		    .help = "Address of its end", .ref = "RFC 9012, 3.2"},
	[NV_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.nvgre.reserved", "Reserved", U16, HEX,
			 .help = "Always 0", .ref = "RFC 9012, 3.2"},
	[PREF_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.pref.flags", "Flags", U8, HEX,
			.help = "All flags", .ref = "RFC 9830, 2.4"},
	[PREF_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.pref.reserved", "Reserved", U8, HEX,
			   .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[PREF] = {"bgp.update.encaps_tunnel_tlv_subtlv.pref.preference", "Preference", BYTES,
		  .help = "The highest wins", .ref = "RFC 9830, 2.4"},
	[BSID_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.flags", "Flags", U8, HEX,
			.form = form_flags, .help = "All flags", .ref = "RFC 9830, 2.4"},
	[BSID_SPECIFIED] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.flags.specified",
			    "Specified-BSID-only", BOOL, AT(0, 1), .under = BSID_FLAGS,
			    WORDS(set_notset), .help = "No other will do", .ref = "RFC 9830, 2.4"},
	[BSID_INVALID] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.flags.invalid",
			  "Drop Upon Invalid", BOOL, AT(1, 1), .under = BSID_FLAGS,
			  WORDS(set_notset),
			  .help = "Packets are dropped while the policy doesn't work",
			  .ref = "RFC 9830, 2.4"},
	[BSID_RES_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.flags.reserved",
			    "Reserved", U8, HEX, AT(2, 6), .under = BSID_FLAGS, .help = "Always 0",
			    .ref = "RFC 9830, 2.4"},
	[BSID_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.reserved", "Reserved",
			   U8, HEX, .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[BSID] = {"bgp.update.encaps_tunnel_tlv_subtlv.binding_sid.sid", "Binding SID", BYTES,
		  .help = "What stands for the policy", .ref = "RFC 9830, 2.4"},
	[ENLP_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.enlp.flags", "Flags", U8, HEX,
			.help = "All flags", .ref = "RFC 9830, 2.4"},
	[ENLP_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.enlp.reserved", "Reserved", U8, HEX,
			   .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[ENLP] = {"bgp.update.encaps_tunnel_tlv_subtlv.enlp.preference", "ENLP", U8, DEC,
		  WORDS(enlp_words), .help = "Whether packets without labels get a null label",
		  .ref = "RFC 9830, 2.4"},
	[PRIORITY] = {"bgp.update.encaps_tunnel_tlv_subtlv.priority.priority", "Priority", U8, DEC,
		      .help = "The lowest is worked out first", .ref = "RFC 9830, 2.4"},
	[PRIORITY_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.priority.reserved", "Reserved",
			       U8, HEX, .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[LIST_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list.reserved", "Reserved",
			   U8, HEX, .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[LIST] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list.subtlv", "sub-TLVs", BYTES,
		  .help = "Where the policy leads along", .ref = "RFC 9830, 2.4"},
	[SEG_TYPE] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list.subtlv.type", "Type", U8,
		      DEC, WORDS(seg_type_words), .help = "What kind of segment",
		      .ref = "RFC 9830, 2.4"},
	[SEG_LEN] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list.subtlv.length", "Length", U8,
		     DEC, .help = "Octets of it", .ref = "RFC 9830, 2.4"},
	[SEG_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.flags", "Flags", U8,
		       HEX, .form = form_flags, .help = "All flags", .ref = "RFC 9830, 2.4"},
	[SEG_VERIFY] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.flags."
			"verification",
			"SID verification", BOOL, AT(0, 1), .under = SEG_FLAGS, WORDS(set_notset),
			.help = "It is to be verified", .ref = "RFC 9830, 2.4"},
	[SEG_ALGORITHM] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.flags."
			   "algorithm",
			   "SR Algorithm id", BOOL, AT(1, 1), .under = SEG_FLAGS, WORDS(set_notset),
			   .help = "An algorithm is named", .ref = "RFC 9830, 2.4"},
	[SEG_RES_FLAGS] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.flags.reserved",
			   "Reserved", U8, HEX, AT(2, 6), .under = SEG_FLAGS, .help = "Always 0",
			   .ref = "RFC 9830, 2.4"},
	[SEG_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.reserved",
			  "Reserved", BYTES, .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[SEG_LABEL] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.mpls_label",
		       "MPLS Label", U24, HEX, AT(0, 20), BOX(24, 0), .under = LOOSE,
		       .help = "A label", .ref = "RFC 9830, 2.4"},
	[SEG_TC] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.traffic_class",
		    "Traffic Class", U8, HEX, AT(4, 3), .under = LOOSE, .help = "Its class",
		    .ref = "RFC 9830, 2.4"},
	[SEG_BOTTOM] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.bottom_stack",
			"Bottom-of-Stack", BOOL, AT(7, 1), .under = LOOSE,
			.help = "It is the last one", .ref = "RFC 9830, 2.4"},
	[SEG_TTL] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list_subtlv.ttl", "TTL", U8, DEC,
		     .help = "Its time to live", .ref = "RFC 9830, 2.4"},
	[SEG_DATA] = {"bgp.update.encaps_tunnel_tlv_subtlv.segment_list.subtlv.data", "Data", BYTES,
		      .help = "What nobody knows", .ref = "RFC 9830, 2.4"},
	[POLICY_RESERVED] = {"bgp.update.encaps_tunnel_tlv_subtlv.policy_name.reserved", "Reserved",
			     U8, HEX, .help = "Always 0", .ref = "RFC 9830, 2.4"},
	[POLICY] = {"bgp.update.encaps_tunnel_tlv_subtlv.policy_name.name", "Policy name", STRING,
		    .traits = ZSTRING, .help = "What people call the policy",
		    .ref = "RFC 9830, 2.4"},
};

#define LONG_LENGTH 128 /* from this type on lengths take two octets */

enum { NO_TUNNEL, RSVP, MLDP_P2MP, SSM, SM, BIDIR, INGRESS_COPIES, MLDP_MP2MP };

/* --- trees --- */

static void put_rsvp(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	unsigned id;

	cursor_pull(&peek, 6);
	id = u16(&peek);
	if (cursor_has(c, 12))
		label_tail_of(w, group, ": Id %u, Ext Id %s", id, bgp_peek_ip4(w, c, 8));
	put_layout(w, c, PARTS({RSVP_ID, 4}, {0, HOP | 2}, {RSVP_TUNNEL, 2}, {RSVP_EXT, 4}));
}

static void put_mldp(struct walk *w, struct cursor *c, uint32_t group)
{
	const char *root;
	unsigned octets, type;

	put(w, c, FEC_TYPE, 1);
	put(w, c, FEC_FAMILY, 2);
	octets = (unsigned)put(w, c, FEC_LEN, 1);
	root = bgp_peek_ip4(w, c, 0);
	if (c->bad)
		return;
	put(w, c, octets == 16 ? FEC_ROOT6 : FEC_ROOT4, octets);
	put(w, c, FEC_OPAQUE_LEN, 2);
	type = (unsigned)put(w, c, FEC_VALUE_TYPE, 1);
	if (c->bad)
		return;
	if (type == 255) {
		uint32_t len;

		put(w, c, FEC_EXT_TYPE, 2);
		len = (uint32_t)put(w, c, FEC_EXT_LEN, 2);
		if (!c->bad)
			put(w, c, FEC_NAME, len);
	} else if (type == 1) {
		put(w, c, FEC_VALUE_LEN, 2);
		octets = c->bad ? 0 : (unsigned)put(w, c, FEC_ID, 4);
		if (!c->bad)
			label_tail_of(w, group, ": Type: P2MP root node: %s Id: %u", root, octets);
	} else {
		expert(w, FEC_NOTE, "Opaque Value type %u wrong, must be modulo 1 or 255", type);
		cursor_take(c, c->left.wire);
	}
}

static void put_tree(struct walk *w, struct cursor *c, uint32_t group, unsigned sender, unsigned to)
{
	label_tail_of(w, group, ": < %s, %s >", bgp_peek_ip4(w, c, 0), bgp_peek_ip4(w, c, 4));
	put(w, c, sender, 4);
	put(w, c, to, 4);
}

static void put_tree_id(struct walk *w, struct cursor *c, unsigned type)
{
	uint32_t group = open_group(w, c, P_ID, c->left.wire);

	switch (type) {
	case NO_TUNNEL:
		put(w, c, P_NONE, 0);
		break;
	case RSVP:
		put_rsvp(w, c, group);
		break;
	case MLDP_P2MP:
	case MLDP_MP2MP:
		put_mldp(w, c, group);
		break;
	case SSM:
		put_tree(w, c, group, SSM_ROOT, SSM_GROUP);
		break;
	case SM:
		put_tree(w, c, group, SM_SENDER, SM_GROUP);
		break;
	case BIDIR:
		put_tree(w, c, group, BIDIR_SENDER, BIDIR_GROUP);
		break;
	case INGRESS_COPIES:
		label_tail_of(w, group, ": tunnel end point -> %s", bgp_peek_ip4(w, c, 0));
		put(w, c, INGRESS, 4);
		break;
	default:
		break;
	}
	shut_group(w, group, NULL);
}

static void put_pmsi(struct walk *w, struct cursor *c, const struct bgp *b)
{
	unsigned type;

	put(w, c, P_FLAGS, 1);
	type = (unsigned)put(w, c, P_TYPE, 1);
	if (!c->bad && type > MLDP_MP2MP)
		expert(w, P_TYPE_NOTE, "Tunnel type %u wrong", type);
	if (b->tunnel == 8) {
		put(w, c, P_VNI, 3);
	} else if (cursor_has(c, 3)) {
		put_slice(w, *c, P_LABEL, 3);
		cursor_pull(c, 3);
	} else {
		cursor_fail(c, 3);
	}
	if (!c->bad)
		put_tree_id(w, c, type);
}

/* --- encapsulations --- */

static uint32_t open_counted(struct walk *w, const struct cursor *c, unsigned row, unsigned type,
			     uint32_t n)
{
	uint32_t group = open_group(w, c, HEAD, n);

	label_whole(w, "%s (%u bytes)", row_word(w, row, type, "Unknown"), n);
	return group;
}

static void put_octets(struct walk *w, struct cursor *c, unsigned row, uint32_t len)
{
	put(w, c, row, len);
	if (!len)
		label_value(w, "<MISSING>");
}

static void put_session(struct walk *w, struct cursor *c)
{
	put(w, c, SESSION, 4);
	if (!c->bad)
		put_octets(w, c, COOKIE, c->left.wire);
}

static const struct layout wrappings[] = {
	{1, NULL, put_session},
	{2, PARTS({GRE_KEY, 4}), NULL},
	{8, PARTS({VX_FLAGS, 1}, {VX_VNID, 3}, {VX_MAC, 6}, {VX_RESERVED, 2}), NULL},
	{9, PARTS({NV_FLAGS, 1}, {NV_VNID, 3}, {NV_MAC, 6}, {NV_RESERVED, 2}), NULL},
	{12, PARTS({GPE_FLAGS, 1}, {GPE_RESERVED, 2}, {GPE_VNID, 3}), NULL},
};

static void put_label_segment(struct walk *w, struct cursor *c)
{
	struct cursor last;

	put(w, c, SEG_FLAGS, 1);
	put(w, c, SEG_RESERVED, 1);
	if (!cursor_has(c, 3)) {
		cursor_fail(c, 3);
		return;
	}
	put_slice(w, *c, SEG_LABEL, 3);
	last = *c;
	cursor_pull(&last, 2);
	put_slice(w, last, SEG_TC, 1);
	put_slice(w, last, SEG_BOTTOM, 1);
	cursor_pull(c, 3);
	put(w, c, SEG_TTL, 1);
}

static void put_segments(struct walk *w, struct cursor *c)
{
	uint32_t list;

	put(w, c, LIST_RESERVED, 1);
	if (c->bad)
		return;
	list = open_group(w, c, LIST, c->left.wire);
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c;
		unsigned type = u8(&peek);
		uint32_t len = u8(&peek), group = open_group(w, c, HEAD, 2 + len);

		label_whole(w, "SubTLV: %s", row_word(w, SEG_TYPE, type, "Unknown"));
		put(w, c, SEG_TYPE, 1);
		put(w, c, SEG_LEN, 1);
		if (!c->bad && type == 1)
			put_label_segment(w, c);
		else if (!c->bad)
			put(w, c, SEG_DATA, len);
		shut_group(w, group, NULL);
	}
	shut_group(w, list, NULL);
}

static void put_binding(struct walk *w, struct cursor *c)
{
	put(w, c, BSID_FLAGS, 1);
	put(w, c, BSID_RESERVED, 1);
	if (c->left.wire && !c->bad)
		put(w, c, BSID, c->left.wire);
}

static void put_policy(struct walk *w, struct cursor *c)
{
	put(w, c, POLICY_RESERVED, 1);
	if (!c->bad)
		put(w, c, POLICY, c->left.wire);
}

static const struct layout elements[] = {
	{2, PARTS({GRE_KEY, 2}), NULL},
	{4, PARTS({COLOR, 4}), NULL},
	{5, PARTS({BLOCK, 4}), NULL},
	{12, PARTS({PREF_FLAGS, 1}, {PREF_RESERVED, 1}, {PREF, 4}), NULL},
	{13, NULL, put_binding},
	{14, PARTS({ENLP_FLAGS, 1}, {ENLP_RESERVED, 1}, {ENLP, 1}), NULL},
	{15, PARTS({PRIORITY, 1}, {PRIORITY_RESERVED, 1}), NULL},
	{128, NULL, put_segments},
	{129, NULL, put_policy},
};

/* What is left of a known element is, with Wireshark, the next one. */
static void put_element(struct walk *w, struct cursor *c, unsigned tunnel)
{
	struct cursor peek = *c, body;
	unsigned type = u8(&peek);
	uint32_t head = type < LONG_LENGTH ? 2 : 3, len = head == 2 ? u8(&peek) : u16(&peek), at,
		 group;
	bool known = type == 1;

	if (peek.bad || len > peek.left.wire) {
		cursor_fail(c, UINT32_MAX);
		return;
	}
	group = open_counted(w, c, SUB, type, head + len);
	put(w, c, SUB, 1);
	put(w, c, SUBLEN, head - 1);
	body = cursor_first(*c, len);
	at = c->at;
	if (type == 1)
		put_layout_of(w, &body, tunnel, wrappings, COUNT(wrappings));
	else
		known = put_layout_of(w, &body, type, elements, COUNT(elements));
	if (!known && !c->bad)
		put_octets(w, &body, VALUE, len);
	shut_group(w, group, NULL);
	if (body.bad)
		*c = body;
	else
		cursor_take(c, body.at - at);
}

static void put_wrappings(struct walk *w, struct cursor *c)
{
	uint32_t all = open_group(w, c, HEAD, c->left.wire);

	label_whole(w, "TLV Encodings");
	while (c->left.wire && !c->bad) {
		struct cursor peek = *c, body;
		unsigned type = u16(&peek);
		uint32_t len = u16(&peek), group, inner;

		if (peek.bad || len > peek.left.wire) {
			cursor_fail(c, UINT32_MAX);
			break;
		}
		group = open_counted(w, c, TYPE, type, 4 + len);
		put(w, c, TYPE, 2);
		put(w, c, LEN, 2);
		body = cursor_first(*c, len);
		inner = open_group(w, c, HEAD, len);
		label_whole(w, "Sub-TLV Encodings");
		while (body.left.wire && !body.bad)
			put_element(w, &body, type);
		shut_group(w, inner, NULL);
		shut_group(w, group, NULL);
		cursor_take(c, len);
		if (body.bad)
			c->bad = body.bad;
	}
	shut_group(w, all, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct bgp *b = bgp_of(l);

	if (b->attribute == 22)
		put_pmsi(w, c, b);
	else
		put_wrappings(w, c);
}

static const struct hang hangs[] = {{"bgp.part", BGP_TUNNEL}, {0}};

const struct proto proto_bgp_tunnel = {
	.brief = "BGP",
	.no_column = true,
	.bare = true,
	.prefix = "bgp",
	.spec = "RFC 9012",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
