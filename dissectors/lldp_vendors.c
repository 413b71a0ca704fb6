/* SPDX-License-Identifier: BSD-2-Clause */
/* LLDP: elements of smaller circles: IANA, ONOS, 802.1Qbg, Avaya. */
/* RFC 8520 (MUD); IEEE Std 802.1Qbg-2012. */
#include "shared/lldp.h"

enum {
	PART,
	LOOSE,
	ORG_OUI,
	IANA,
	MUD_URL,
	ONOS,
	ONOS_CHASSIS,
	ONOS_PORT,
	ONOS_TTL,
	QBG,
	EVB_CAPS,
	EVB_STD,
	EVB_RR,
	EVB_RTE,
	EVB_ECP,
	EVB_VDP,
	EVB_NOW,
	NOW_STD,
	NOW_RR,
	NOW_RTE,
	NOW_ECP,
	NOW_VDP,
	VSI_MAX,
	VSI_NOW,
	RETRY,
	AVAYA,
	DIGEST,
	EL_TYPE,
	EL_STATE,
	EL_VLAN,
	EL_RESERVED,
	EL_SYSTEM,
	AS_STATUS,
	AS_VLAN,
	AS_ISID,
	CONTENT,
};

static const struct word iana_words[] = {{1, "Manufacturer Usage Description URL"}};

static const struct word onos_words[] = {
	{1, "ONOS Chassis"},
	{2, "ONOS Port"},
	{3, "ONOS TTL"},
};

static const struct word qbg_words[] = {
	{0, "EVB"},
	{1, "CDCP"},
	{2, "VDP"},
};

static const struct word evb_std_words[] = {{0, "Not capable"}, {1, "Capable"}};

static const struct word avaya_words[] = {
	{11, "Extreme Fabric Attach Element TLV"},
	{12, "Extreme Fabric Attach Assignment TLV"},
};

static const struct field fields[] = {
	[PART] = {"lldp.vendors", "Vendors", PROTO},
	[LOOSE] = {"text", "Parts", HEADING},
	[ORG_OUI] = LLDP_OUI_ROW,
	[IANA] = {"lldp.iana.subtype", "IANA Subtype", U8, HEX, WORDS(iana_words),
		  .help = "Which element"},
	[MUD_URL] = {"lldp.iana.mudurl", "Manufacturer Usage Description URL", STRING,
		     .help = "Where to read what the device may do", .ref = "RFC 8520, 11"},
	[ONOS] = {"lldp.onos.subtype", "ONOS Subtype", U8, HEX, WORDS(onos_words),
		  .help = "Which element"},
	[ONOS_CHASSIS] = {"lldp.onos.chassis", "Chassis", STRING, .help = "Which switch"},
	[ONOS_PORT] = {"lldp.onos.port", "Port", STRING, .help = "Which port"},
	[ONOS_TTL] = {"lldp.onos.ttl", "ttl", U32, DEC, .help = "How long it holds good"},
	[QBG] = {"lldp.ieee.802_1qbg.subtype", "IEEE 802.1Qbg Subtype", U8, HEX, WORDS(qbg_words),
		 .help = "Which element"},
	[EVB_CAPS] = {"lldp.ieee.802_1qbg.evb_support_caps", "Supported capabilities", U16, HEX,
		      .help = "What it can"},
	[EVB_STD] = {"lldp.ieee.802_1qbg.evb_support_caps.std", "Standard bridging (STD)", BOOL,
		     AT(0, 1), BOX(16, 0), .under = EVB_CAPS, WORDS(evb_std_words),
		     .help = "It can"},
	[EVB_RR] = {"lldp.ieee.802_1qbg.evb_support_caps.rr", "Reflective relay (RR)", BOOL,
		    AT(1, 1), BOX(16, 1), .under = EVB_CAPS, WORDS(evb_std_words),
		    .help = "It can"},
	[EVB_RTE] = {"lldp.ieee.802_1qbg.evb_support_caps.rte",
		     "Retransmission timer exponent (RTE)", BOOL, AT(13, 1), BOX(16, 13),
		     .under = EVB_CAPS, WORDS(evb_std_words), .help = "It can"},
	[EVB_ECP] = {"lldp.ieee.802_1qbg.evb_support_caps.ecp", "Edge control protocol (ECP)", BOOL,
		     AT(14, 1), BOX(16, 14), .under = EVB_CAPS, WORDS(evb_std_words),
		     .help = "It can"},
	[EVB_VDP] = {"lldp.ieee.802_1qbg.evb_support_caps.vdp", "VSI discovery protocol (VDP)",
		     BOOL, AT(15, 1), BOX(16, 15), .under = EVB_CAPS, WORDS(evb_std_words),
		     .help = "It can"},
	[EVB_NOW] = {"lldp.ieee.802_1qbg.evb_configure_caps", "Configured capabilities", U16, HEX,
		     .help = "What it does"},
	[NOW_STD] = {"lldp.ieee.802_1qbg.evb_configure_caps.std", "Standard bridging (STD)", BOOL,
		     AT(0, 1), BOX(16, 0), .under = EVB_NOW, WORDS(evb_std_words),
		     .help = "It does"},
	[NOW_RR] = {"lldp.ieee.802_1qbg.evb_configure_caps.rr", "Reflective relay (RR)", BOOL,
		    AT(1, 1), BOX(16, 1), .under = EVB_NOW, WORDS(evb_std_words),
		    .help = "It does"},
	[NOW_RTE] = {"lldp.ieee.802_1qbg.evb_configure_caps.rte",
		     "Retransmission timer exponent (RTE)", BOOL, AT(13, 1), BOX(16, 13),
		     .under = EVB_NOW, WORDS(evb_std_words), .help = "It does"},
	[NOW_ECP] = {"lldp.ieee.802_1qbg.evb_configure_caps.ecp", "Edge control protocol (ECP)",
		     BOOL, AT(14, 1), BOX(16, 14), .under = EVB_NOW, WORDS(evb_std_words),
		     .help = "It does"},
	[NOW_VDP] = {"lldp.ieee.802_1qbg.evb_configure_caps.vdp", "VSI discovery protocol (VDP)",
		     BOOL, AT(15, 1), BOX(16, 15), .under = EVB_NOW, WORDS(evb_std_words),
		     .help = "It does"},
	[VSI_MAX] = {"lldp.ieee.802_1qbg.evb_supported_vsi", "Supported No of VSIs", U16, DEC,
		     .help = "Virtual stations at most"},
	[VSI_NOW] = {"lldp.ieee.802_1qbg.evb_configured_vsi", "Configured No of VSIs", U16, DEC,
		     .help = "Virtual stations now"},
	[RETRY] = {"lldp.ieee.802_1qbg.evb_retrans_timer", "Retransmission timer exponent", U8, DEC,
		   .help = "Power of two of the wait"},
	[AVAYA] = {"lldp.extreme_avaya_ap.subtype", "Subtype", U8, DEC, WORDS(avaya_words),
		   .help = "Which element"},
	[DIGEST] = {"lldp.extreme_avaya_ap.hmac_sha_digest", "HMAC-SHA Digest", BYTES,
		    .help = "Proves who sends"},
	[EL_TYPE] = {"lldp.extreme_avaya_ap.element_type", "Element Type", U24, DEC, AT(0, 6),
		     BOX(24, 0), .under = LOOSE, .help = "What the element is"},
	[EL_STATE] = {"lldp.extreme_avaya_ap.state", "State", U24, DEC, AT(6, 6), BOX(24, 6),
		      .under = LOOSE, .help = "Its state"},
	[EL_VLAN] = {"lldp.extreme_avaya_ap.mgnt_vlan", "Mgmt VLAN", U24, DEC, AT(12, 12),
		     BOX(24, 12), .under = LOOSE, .help = "Where it is managed"},
	[EL_RESERVED] = {"lldp.extreme_avaya_ap.rsvd", "Reserved", U8, DEC, .help = "Always 0"},
	[EL_SYSTEM] = {"lldp.extreme_avaya_ap.system_id", "System ID", BYTES,
		       .help = "Which system"},
	[AS_STATUS] = {"lldp.extreme_avaya_ap.status", "Assignment Status", U16, DEC, AT(0, 4),
		       BOX(16, 0), .under = LOOSE, .help = "Whether it is granted"},
	[AS_VLAN] = {"lldp.extreme_avaya_ap.vlan", "VLAN", U16, DEC, AT(4, 12), BOX(16, 4),
		     .under = LOOSE, .help = "The VLAN at the edge"},
	[AS_ISID] = {"lldp.extreme_avaya_ap.i_sid", "I-SID", U24, DEC,
		     .help = "The service inside"},
	[CONTENT] = {"lldp.unknown_subtype.content", "Unknown Subtype Content", BYTES,
		     .help = "What it says"},
};

static void put_assignments(struct walk *w, struct cursor *c)
{
	while (c->left.cap && !c->bad)
		put_layout(w, c,
			   PARTS({AS_STATUS, SLICE | 2}, {AS_VLAN, SLICE | 2}, {0, HOP | 2},
				 {AS_ISID, 3}));
}

static const struct layout iana[] = {{1, PARTS({MUD_URL, TO_END}), NULL}};

static const struct layout onos[] = {
	{1, PARTS({ONOS_CHASSIS, TO_END}), NULL},
	{2, PARTS({ONOS_PORT, TO_END}), NULL},
	{3, PARTS({ONOS_TTL, 4}), NULL},
};

static const struct layout qbg[] = {
	{0, PARTS({EVB_CAPS, 2}, {EVB_NOW, 2}, {VSI_MAX, 2}, {VSI_NOW, 2}, {RETRY, 1}), NULL},
};

static const struct layout avaya[] = {
	{11,
	 PARTS({DIGEST, 32}, {EL_TYPE, SLICE | 3}, {EL_STATE, SLICE | 3}, {EL_VLAN, SLICE | 3},
	       {0, HOP | 3}, {EL_RESERVED, 1}, {EL_SYSTEM, 10}),
	 NULL},
	{12, PARTS({DIGEST, 32}), put_assignments},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	static const struct lldp_org orgs[] = {
		{ORG_OUI, IANA, CONTENT, true, 0, 0, iana, COUNT(iana)},
		{ORG_OUI, ONOS, CONTENT, true, 0, 0, onos, COUNT(onos)},
		{ORG_OUI, QBG, 0, false, 0, 0, qbg, COUNT(qbg)},
		{ORG_OUI, AVAYA, 0, false, 0, 0, avaya, COUNT(avaya)},
	};
	struct cursor peek = *c;
	unsigned oui = u24(&peek);

	(void)l;
	put_lldp_org(w, c,
		     &orgs[oui == 0x00005e   ? 0
			   : oui == 0xa42305 ? 1
			   : oui == 0x001b3f ? 2
					     : 3]);
}

static const struct hang hangs[] = {{"lldp.oui", 0x00005e},
				    {"lldp.oui", 0xa42305},
				    {"lldp.oui", 0x001b3f},
				    {"lldp.oui", 0x00040d},
				    {0}};

const struct proto proto_lldp_vendors = {
	.brief = "LLDP",
	.no_column = true,
	.bare = true,
	.prefix = "lldp",
	.spec = "RFC 8520",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
