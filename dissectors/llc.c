/* SPDX-License-Identifier: BSD-2-Clause */
/* Logical link control, and the subnetwork access protocol (SNAP) in it. */
/* ISO/IEC 8802-2; IEEE Std 802-2014, 9 (SNAP); RFC 2684, 5 (bridged frames). */
#include "core/numbers.h"
#include "core/xdlc.h"

enum {
	LLC, DSAP, DSAP_SAP, DSAP_IG, SSAP, SSAP_SAP, SSAP_CR, XDLC_ROWS,
	OUI_ROW, TYPE, PID, CISCO_PID, IANA_PID, NORTEL_PID, FORCE10_PID, CIMETRICS_PID, AWDL_PID,
	BLUETOOTH_PID, WLCCP_PID, LOCAMATION_PID, HPTEAM_PID, EXTREME_PID, FOUNDRY_PID, ATALK_PID,
	MAUSB_PID,
};

#define HEADER 3
#define SAP_SNAP 0xaa
#define XID 0xaf /* without its poll bit */
#define POLL 0x10
#define XID_BASIC 0x81 /* first octet of the basic format */
#define CONTROL_AT 2

#define OUI_ETHERNET 0x000000
#define OUI_CISCO_90 0x0000f8
#define OUI_BRIDGES 0x0080c2

/* Kinds of bridged frames, RFC 2684, 5.2. */
enum { LAST_WITH_FCS = 6, FDDI_FCS = 4, FDDI = 10, LAST_LAN = 13 };
#define FCS_LEN 4

static const struct word saps_list[] = {
	{0x00, "NULL LSAP"},
	{0x01, "NULL LSAP"},
	{0x02, "LLC Sub-Layer Management"},
	{0x04, "SNA Path Control"},
	{0x06, "TCP/IP"},
	{0x08, "SNA"},
	{0x0c, "SNA"},
	{0x0e, "PROWAY (IEC955) Network Management and Initialization"},
	{0x10, "NetWare (unofficial?)"},
	{0x14, "ISO Network Layer (OSLAN 1)"},
	{0x18, "Texas Instruments"},
	{0x20, "ISO Network Layer (unofficial?)"},
	{0x34, "ISO Network Layer (unofficial?)"},
	{0x42, "Spanning Tree BPDU"},
	{0x4e, "EIA RS-511 Manufacturing Message Service"},
	{0x54, "ISO Network Layer (OSLAN 2)"},
	{0x7e, "ISO 8208 (X.25 over 802.2)"},
	{0x7f, "ISO 802.2"},
	{0x80, "XNS"},
	{0x82, "BACnet"},
	{0x86, "Nestar"},
	{0x8e, "PROWAY (IEC955) Active Station List Maintenance"},
	{0x98, "ARP"},
	{0xaa, "SNAP"},
	{0xb4, "HP JetDirect Printer"},
	{0xba, "Banyan Vines"},
	{0xbc, "Banyan Vines"},
	{0xe0, "NetWare"},
	{0xf0, "NetBIOS"},
	{0xf4, "IBM Net Management"},
	{0xf8, "HP Extended LLC"},
	{0xfa, "Ungermann-Bass"},
	{0xfc, "Remote Program Load"},
	{0xfe, "ISO Network Layer"},
	{0xff, "Global LSAP"},
};

static const struct words saps = {saps_list, COUNT(saps_list)};

static const struct word group_bit[] = {{0, "Individual"}, {1, "Group"}};
static const struct word response_bit[] = {{0, "Command"}, {1, "Response"}};

static const struct word cisco[] = {
	{0x0102, "DRIP"},
	{0x0104, "PAgP"},
	{0x0105, "MLS Hello"},
	{0x0108, "RLQ BPDUs (request)"},
	{0x0109, "RLQ BPDUs (response)"},
	{0x010b, "PVSTP+"},
	{0x010c, "VLAN Bridge"},
	{0x0111, "UDLD"},
	{0x0139, "MCP"},
	{0x2000, "CDP"},
	{0x2001, "CGMP"},
	{0x2003, "VTP"},
	{0x2004, "DTP"},
	{0x200a, "STP Uplink Fast"},
};
static const struct word iana[] = {
	{1, "MARS Data Messages (short form)"},
	{2, "Reserved for future NHRP use"},
	{3, "MARS/NHRP Control Messages"},
	{4, "MARS Data Messages (long form)"},
	{5, "SCSP"},
	{6, "VRID"},
	{7, "L2TP"},
	{8, "VPN ID"},
	{9, "MSDP-GRE-Protocol Type"},
};
static const struct word nortel[] = {
	{0x01a1, "NDP flatnet hello"}, {0x01a2, "NDP segment hello"}, {0x01a3, "NDP bridge hello"}};
static const struct word force10[] = {{0x0111, "FEFD"}};
static const struct word cimetrics[] = {{0x0001, "U+4 MS/TP"}};
static const struct word awdl[] = {{0x0800, "AWDL"}};
static const struct word bluetooth[] = {{1, "AMP_U L2CAP ACL data"},
					{2, "AMP-C Activity Report"},
					{3, "AMP-C Security frames"},
					{4, "AMP-C Link supervision request"},
					{5, "AMP-C Link supervision reply"}};
static const struct word wlccp[] = {{0x0000, "WLCCP"}};
static const struct word hpteam[] = {{0x0002, "HP Teaming heartbeat"}};
static const struct word extreme[] = {{0x00bb, "EDP"}};
static const struct word foundry[] = {{0x2000, "FDP"}};
static const struct word atalk[] = {{0x809b, "AppleTalk"}};

static const char *sap_name(uint64_t sap)
{
	const char *name = word_for(&saps, sap);

	return name ? name : "Unknown";
}

/* The seven bits that name an access point are its number halved. */
static void form_sap(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, sap_name(2 * n->u));
}

#define PID_ROW(row, field_name, ...)                 \
	[row] = {field_name,                          \
		 "PID",                               \
		 U16,                                 \
		 HEX,                                 \
		 .help = "What the vendor has in it", \
		 .ref = "IEEE 802, 9.2",              \
		 __VA_ARGS__}

static const struct field fields[] = {
	[LLC] = {"llc", "Logical-Link Control", PROTO},
	[DSAP] = {"llc.dsap", "DSAP", U8, HEX, AT(0, 8), .words = &saps, .fill = FILL_NEXT,
		  .help = "Who is to get it: destination service access point", .ref = "3.3.1"},
	[DSAP_SAP] = {"llc.dsap.sap", "SAP", U8, PLAIN, AT(0, 7), .under = DSAP, .form = form_sap,
		      .help = "The access point without its group bit", .ref = "3.3.1.1"},
	[DSAP_IG] = {"llc.dsap.ig", "IG Bit", BOOL, AT(7, 1), .under = DSAP, WORDS(group_bit),
		     .help = "For a group of access points, or for one", .ref = "3.3.1.1"},
	[SSAP] = {"llc.ssap", "SSAP", U8, HEX, AT(8, 8), .words = &saps,
		  .help = "Who sent it: source service access point", .ref = "3.3.1"},
	[SSAP_SAP] = {"llc.ssap.sap", "SAP", U8, PLAIN, AT(8, 7), .under = SSAP, .form = form_sap,
		      .help = "The access point without its response bit", .ref = "3.3.1.1"},
	[SSAP_CR] = {"llc.ssap.cr", "CR Bit", BOOL, AT(15, 1), .under = SSAP, WORDS(response_bit),
		     .help = "Response or command", .ref = "3.3.1.1"},
	XDLC_FIELDS("llc", "Control"),
	[OUI_ROW] = {"llc.oui", "Organization Code", U24, OUI, .help = "Whose protocol identifiers",
		     .ref = "IEEE 802, 9.2"},
	[TYPE] = {"llc.type", "Type", U16, HEX, .words = &ethertypes,
		  .help = "What the frame carries", .ref = "IEEE 802, 9.2"},
	[PID] = {"llc.pid", "Protocol ID", U16, HEX, .help = "What the vendor has in it",
		 .ref = "IEEE 802, 9.2"},
	PID_ROW(CISCO_PID, "llc.cisco_pid", WORDS(cisco)),
	PID_ROW(IANA_PID, "llc.iana_pid", WORDS(iana)),
	PID_ROW(NORTEL_PID, "llc.nortel_pid", WORDS(nortel)),
	PID_ROW(FORCE10_PID, "llc.force10_pid", WORDS(force10)),
	PID_ROW(CIMETRICS_PID, "llc.cimetrics_pid", WORDS(cimetrics)),
	PID_ROW(AWDL_PID, "llc.apple_awdl_pid", WORDS(awdl)),
	PID_ROW(BLUETOOTH_PID, "llc.bluetooth_pid", WORDS(bluetooth)),
	PID_ROW(WLCCP_PID, "llc.wlccp_pid", WORDS(wlccp)),
	PID_ROW(LOCAMATION_PID, "locamation-im.llc.pid"),
	PID_ROW(HPTEAM_PID, "llc.hpteam_pid", WORDS(hpteam)),
	PID_ROW(EXTREME_PID, "llc.extreme_pid", WORDS(extreme)),
	PID_ROW(FOUNDRY_PID, "llc.foundry_pid", WORDS(foundry)),
	PID_ROW(ATALK_PID, "llc.apple_atalk_pid", WORDS(atalk)),
	PID_ROW(MAUSB_PID, "mausb.pid"),
};

/* Tables of children beside the access points' own, in the order of `next.also`. */
enum { BY_TYPE, BRIDGED, BY_XID, BY_OUI };

/* Whose identifiers stand in which row, and (from BY_OUI on) in which table of children. */
static const struct {
	uint32_t oui;
	uint16_t row;
} organizations[] = {
	{0x00000c, CISCO_PID},     {0x00005e, IANA_PID},      {0x000081, NORTEL_PID},
	{0x0001e8, FORCE10_PID},   {0x001090, CIMETRICS_PID}, {0x0017f2, AWDL_PID},
	{0x001958, BLUETOOTH_PID}, {0x004096, WLCCP_PID},     {0x0040d6, LOCAMATION_PID},
	{0x00805f, HPTEAM_PID},    {0x00e02b, EXTREME_PID},   {0x00e052, FOUNDRY_PID},
	{0x080007, ATALK_PID},     {0x506f9a, MAUSB_PID},
};

static bool is_snap(const struct layer *l)
{
	return VALUE(l, DSAP) == SAP_SNAP && VALUE(l, SSAP) == SAP_SNAP;
}

/* A frame of another kind of LAN behind octets that align it, and maybe before its FCS. */
static void walk_bridged(struct walk *w, struct layer *l, struct cursor *c, uint64_t pid)
{
	const struct plan *child = also_by(l, BRIDGED, pid);
	bool is_fddi = pid == FDDI_FCS || pid == FDDI;

	if (child && pid <= LAST_LAN)
		cursor_take(c, is_fddi ? 3 : 2);
	if (child && pid <= LAST_WITH_FCS && c->left.wire > FCS_LEN)
		*c = cursor_first(*c, c->left.wire - FCS_LEN);
	walk_next(w, child, *c);
}

/* The organization's place in the list; all of them when it isn't there. */
static unsigned place_of(uint64_t oui)
{
	unsigned i = 0;

	while (i < COUNT(organizations) && organizations[i].oui != oui)
		i++;
	return i;
}

static void walk_snap(struct walk *w, struct layer *l, struct cursor *c, bool carries)
{
	uint64_t oui = put(w, c, OUI_ROW, 3), pid;
	unsigned place = place_of(oui);
	const struct plan *child = NULL;

	if (oui == OUI_ETHERNET || oui == OUI_CISCO_90) {
		pid = carries ? put(w, c, TYPE, 2) : u16(c);
		child = also_by(l, BY_TYPE, pid);
	} else if (place < COUNT(organizations)) {
		pid = put(w, c, organizations[place].row, 2);
		child = also_by(l, BY_OUI + place, pid);
	} else {
		pid = put(w, c, PID, 2);
		if (oui == OUI_BRIDGES && carries) {
			walk_bridged(w, l, c, pid);
			return;
		}
	}
	if (c->left.wire)
		walk_next(w, carries ? child : NULL, *c);
}

static bool is_basic_xid(unsigned control, struct cursor c)
{
	return (control & ~POLL) == XID && u8(&c) == XID_BASIC;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned control = put_xdlc(w, c, CONTROL_I, VALUE(l, SSAP_CR));
	const struct plan *child = NULL;

	if (c->bad)
		return;
	if (is_snap(l)) {
		walk_snap(w, l, c, xdlc_is_information(control));
		return;
	}
	if (xdlc_is_information(control))
		child = next_by(l, VALUE(l, DSAP));
	else if (is_basic_xid(control, *c))
		child = also_by(l, BY_XID, XID_BASIC);
	if (c->left.wire)
		walk_next(w, child, *c);
}

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return CONTROL_AT;
}

static void put_snap(struct text *t, const struct record *r, struct cursor c)
{
	unsigned oui = u24(&c), pid = u16(&c);
	const char *vendor = session_vendor(r->session, oui);

	if (!c.bad)
		text_format(t, "; SNAP, OUI 0x%06X (%s), PID 0x%04X", oui,
			    vendor ? vendor : "Unknown", pid);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, CONTROL_AT);
	unsigned control = xdlc_control(c);

	text_xdlc(t, control, VALUE(l, SSAP_CR));
	if (is_snap(l)) {
		cursor_take(&c, (control & 3) == 3 ? 1 : 2);
		put_snap(t, r, c);
		return;
	}
	text_format(t, "; DSAP %s %s, SSAP %s %s", sap_name(VALUE(l, DSAP) & 0xfe),
		    group_bit[VALUE(l, DSAP_IG)].text, sap_name(VALUE(l, SSAP) & 0xfe),
		    response_bit[VALUE(l, SSAP_CR)].text);
}

static const struct hang hangs[] = {{"eth.802_3", 0}, {"ppp.protocol", 75}, {"sll.ltype", 4}, {0}};

const struct proto proto_llc = {
	.brief = "LLC",
	.spec = "ISO/IEC 8802-2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "llc.dsap",
		 .also = {"ethertype", "llc.bridged", "llc.xid", "llc.cisco_pid", "llc.iana_pid",
			  "llc.nortel_pid", "llc.force10_pid", "llc.cimetrics_pid",
			  "llc.apple_awdl_pid", "llc.bluetooth_pid", "llc.wlccp_pid",
			  "locamation-im.llc.pid", "llc.hpteam_pid", "llc.extreme_pid",
			  "llc.foundry_pid", "llc.apple_atalk_pid", "llc.wfa_pid"}},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
