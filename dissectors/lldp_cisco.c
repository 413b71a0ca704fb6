/* SPDX-License-Identifier: BSD-2-Clause */
/* LLDP: elements of Cisco. */
/* Cisco UPOE, ACI. */
#include "shared/lldp.h"

enum {
	PART,
	ORG_OUI,
	SUBTYPE,
	UPOE,
	UPOE_SUPPORTED,
	UPOE_ALTB_DETECTION_REQUIRED,
	UPOE_PD_ALTB_DESIRED,
	UPOE_PSE_ALTB_OPER,
	PORT_STATE,
	ROLE,
	NODE_ID,
	SPINE,
	POD,
	FABRIC,
	VECTOR,
	APIC_ID,
	APIC_IP,
	APIC_UUID,
	NODE_IP,
	PORT_ROLE,
	VERSION,
	FABRIC_VLAN,
	SERIAL,
	MODEL,
	NODE_NAME,
	PORT_MODE,
	COOKIE,
	APIC_MODE,
	FABRIC_ID,
	CONTENT,
};

static const struct word subtype_words[] = {
	{1, "4-wire Power-via-MDI (UPOE)"},
	{201, "ACI Port State"},
	{202, "ACI Node Role"},
	{203, "ACI Node ID"},
	{204, "ACI Spine Level"},
	{205, "ACI Pod ID"},
	{206, "ACI Fabric Name"},
	{207, "ACI Appliance Vector"},
	{208, "ACI Node IP"},
	{209, "ACI Port Role"},
	{210, "ACI Firmware Version"},
	{211, "ACI Infra VLAN"},
	{212, "ACI Serial Number"},
	{214, "ACI Model"},
	{215, "ACI Node Name"},
	{216, "ACI Port Mode"},
	{217, "ACI Authentication Cookie"},
	{218, "ACI APIC-Mode"},
	{219, "ACI Fabric ID"},
};

static const struct word upoe_pd_altb_desired_words[] = {{0, "Not Desired"}, {1, "Desired"}};

static const struct word upoe_pse_altb_oper_words[] = {{0, "Disabled"}, {1, "Enabled"}};

static const struct word port_state_words[] = {
	{1, "In Service"},
	{2, "Out of Service"},
};

static const struct word role_words[] = {
	{0, "APIC"},
	{1, "Leaf"},
	{2, "Spine"},
	{3, "vLeaf"},
};

static const struct word port_role_words[] = {
	{1, "Active"},
	{2, "Backup"},
};

static const struct word port_mode_words[] = {
	{0, "Normal"},
	{1, "Recovery Mode"},
};

static const struct word apic_mode_words[] = {
	{0, "Active"},
	{1, "Standby"},
};

static const struct field fields[] = {
	[PART] = {"lldp.cisco", "Cisco", PROTO},
	[ORG_OUI] = LLDP_OUI_ROW,
	[SUBTYPE] = {"lldp.cisco.subtype", "Cisco Subtype", U8, HEX, WORDS(subtype_words),
		     .help = "Which element"},
	[UPOE] = {"lldp.cisco.upoe", "UPOE Capabilities", U8, HEX, .help = "All flags"},
	[UPOE_SUPPORTED] = {"lldp.cisco.upoe.supported", "UPOE Supported", BOOL, AT(7, 1),
			    .under = UPOE, WORDS(yes_no), .help = "Power over all four pairs"},
	[UPOE_ALTB_DETECTION_REQUIRED] = {"lldp.cisco.upoe.altb_detection_required",
					  "ALT-B Detection required", BOOL, AT(6, 1), .under = UPOE,
					  WORDS(yes_no), .help = "Power over all four pairs"},
	[UPOE_PD_ALTB_DESIRED] = {"lldp.cisco.upoe.pd_altb_desired", "PD Request Spare Pair PoE",
				  BOOL, AT(5, 1), .under = UPOE, WORDS(upoe_pd_altb_desired_words),
				  .help = "Power over all four pairs"},
	[UPOE_PSE_ALTB_OPER] = {"lldp.cisco.upoe.pse_altb_oper", "PSE Spare Pair PoE", BOOL,
				AT(4, 1), .under = UPOE, WORDS(upoe_pse_altb_oper_words),
				.help = "Power over all four pairs"},
	[PORT_STATE] = {"lldp.cisco.portstate", "Port State", U8, DEC, WORDS(port_state_words),
			.help = "Whether the port works"},
	[ROLE] = {"lldp.cisco.noderole", "Node Role", U8, DEC, WORDS(role_words),
		  .help = "What the node is to the fabric"},
	[NODE_ID] = {"lldp.cisco.nodeid", "Node ID", U32, DEC, .help = "Its number"},
	[SPINE] = {"lldp.cisco.spinelevel", "Spine Level", U8, DEC, .help = "How far up it stands"},
	[POD] = {"lldp.cisco.podid", "Pod ID", U16, DEC, .help = "In which pod"},
	[FABRIC] = {"lldp.cisco.fabricname", "Fabric Name", STRING, .help = "Name of the fabric"},
	[VECTOR] = {"lldp.cisco.apiclist", "Appliance Vector", BYTES, .help = "Its controllers"},
	[APIC_ID] = {"lldp.cisco.apicid", "APIC ID", U8, DEC, .help = "Number of a controller"},
	[APIC_IP] = {"lldp.cisco.apicipv4", "APIC IPv4", IPV4, .help = "Its address"},
	[APIC_UUID] = {"lldp.cisco.apicuuid", "APIC UUID", STRING, .help = "Its identifier"},
	[NODE_IP] = {"lldp.cisco.nodeip", "Node IP", IPV4, .help = "The node's address"},
	[PORT_ROLE] = {"lldp.cisco.portrole", "Port Role", U8, DEC, WORDS(port_role_words),
		       .help = "What the port is to the fabric"},
	[VERSION] = {"lldp.cisco.version", "Version", STRING, .help = "Of the software"},
	[FABRIC_VLAN] = {"lldp.cisco.fabricvlan", "Fabric VLAN", U16, DEC,
			 .help = "VLAN of the fabric itself"},
	[SERIAL] = {"lldp.cisco.serialno", "Serial No", STRING, .help = "Of the hardware"},
	[MODEL] = {"lldp.cisco.model", "Model", STRING, .help = "Of the hardware"},
	[NODE_NAME] = {"lldp.cisco.nodename", "Node Name", STRING, .help = "The node's name"},
	[PORT_MODE] = {"lldp.cisco.portmode", "Port Mode", U8, DEC, WORDS(port_mode_words),
		       .help = "How the port runs"},
	[COOKIE] = {"lldp.cisco.authcookie", "Authentication Cookie", BYTES,
		    .help = "Proves who sends"},
	[APIC_MODE] = {"lldp.cisco.apicmode", "APIC Mode", U8, DEC, WORDS(apic_mode_words),
		       .help = "Whether the controller works"},
	[FABRIC_ID] = {"lldp.cisco.fabricd", "Fabric ID", U16, DEC, .help = "Number of the fabric"},
	[CONTENT] = {"lldp.unknown_subtype.content", "Unknown Subtype Content", BYTES,
		     .help = "What it says"},
};

#define APIC_UUID_LEN 36

static void put_controllers(struct walk *w, struct cursor *c)
{
	struct cursor all = *c;

	put(w, &all, VECTOR, all.left.wire);
	while (c->left.cap && !c->bad)
		put_layout(w, c, PARTS({APIC_ID, 1}, {APIC_IP, 4}, {APIC_UUID, APIC_UUID_LEN}));
}

static const struct layout list[] = {
	{1, PARTS({UPOE, 1}), NULL},
	{0xc9, PARTS({PORT_STATE, 1}), NULL},
	{0xca, PARTS({ROLE, 1}), NULL},
	{0xcb, PARTS({NODE_ID, 4}), NULL},
	{0xcc, PARTS({SPINE, 1}), NULL},
	{0xcd, PARTS({POD, 2}), NULL},
	{0xce, PARTS({FABRIC, TO_END}), NULL},
	{0xcf, NULL, put_controllers},
	{0xd0, PARTS({NODE_IP, 4}), NULL},
	{0xd1, PARTS({PORT_ROLE, 1}), NULL},
	{0xd2, PARTS({VERSION, TO_END}), NULL},
	{0xd3, PARTS({FABRIC_VLAN, 2}), NULL},
	{0xd4, PARTS({SERIAL, TO_END}), NULL},
	{0xd6, PARTS({MODEL, TO_END}), NULL},
	{0xd7, PARTS({NODE_NAME, TO_END}), NULL},
	{0xd8, PARTS({PORT_MODE, 1}), NULL},
	{0xd9, PARTS({COOKIE, TO_END}), NULL},
	{0xda, PARTS({APIC_MODE, 1}), NULL},
	{0xdb, PARTS({FABRIC_ID, 2}), NULL},
};

static const struct lldp_org org = {
	.oui = ORG_OUI,
	.subtype = SUBTYPE,
	.content = CONTENT,
	.brackets = true,
	.list = list,
	.n = COUNT(list),
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_lldp_org(w, c, &org);
}

static const struct hang hangs[] = {{"lldp.oui", 0x000142}, {0}};

const struct proto proto_lldp_cisco = {
	.brief = "LLDP",
	.no_column = true,
	.bare = true,
	.prefix = "lldp",
	.spec = "Cisco ACI",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
