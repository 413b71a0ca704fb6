/* SPDX-License-Identifier: BSD-2-Clause */
/* Logical link control, and the subnetwork access protocol (SNAP) in it. */
/* ISO/IEC 8802-2; IEEE Std 802-2014, 9 (SNAP); RFC 2684, 5 (bridged frames). */
#include "shared/snap.h"
#include "shared/xdlc.h"

enum {
	LLC,
	DSAP,
	DSAP_SAP,
	DSAP_IG,
	SSAP,
	SSAP_SAP,
	SSAP_CR,
	XDLC_ROWS,
	SNAP_ROWS,
};

#define HEADER 3
#define SAP_SNAP 0xaa
#define XID 0xaf /* without its poll bit */
#define POLL 0x10
#define XID_BASIC 0x81 /* first octet of the basic format */
#define CONTROL_AT 2

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
	XDLC_FIELDS("llc", "Control", U16),
	SNAP_FIELDS("llc.oui", "llc.type", "llc.pid", 0),
};

static bool is_snap(const struct layer *l)
{
	return VALUE(l, DSAP) == SAP_SNAP && VALUE(l, SSAP) == SAP_SNAP;
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
		walk_snap(w, l, c, SNAP_OUI, xdlc_is_information(control), true);
		return;
	}
	if (xdlc_is_information(control))
		child = next_by(l, VALUE(l, DSAP));
	else if (is_basic_xid(control, *c))
		child = also_by(l, SNAP_TABLES_COUNT, XID_BASIC);
	if (c->left.wire)
		walk_next(w, child, *c);
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	(void)w;
	*child = NULL;
	return !is_snap(l) && !plan_matters(next_by(l, VALUE(l, DSAP))) &&
	       !plan_matters(also_by(l, SNAP_TABLES_COUNT, XID_BASIC));
}

static uint32_t header_len(const struct layer *l)
{
	(void)l;
	return CONTROL_AT;
}

/* "NetBIOS", or the number of an access point without a name. */
static void put_sap(struct text *t, uint64_t sap)
{
	const char *name = word_for(&saps, sap & 0xfe);

	text_put(t, name ? name : "0x");
	if (!name)
		text_hex(t, sap & 0xfe, 2);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, CONTROL_AT);
	unsigned control = xdlc_control(c);

	text_xdlc(t, control, VALUE(l, SSAP_CR));
	if (is_snap(l)) {
		cursor_take(&c, (control & 3) == 3 ? 1 : 2);
		text_snap(t, r, c);
		return;
	}
	text_put(t, "; DSAP ");
	put_sap(t, VALUE(l, DSAP));
	text_char(t, ' ');
	text_put(t, group_bit[VALUE(l, DSAP_IG)].text);
	text_put(t, ", SSAP ");
	put_sap(t, VALUE(l, SSAP));
	text_char(t, ' ');
	text_put(t, response_bit[VALUE(l, SSAP_CR)].text);
}

static const struct hang hangs[] = {{"eth.802_3", 0}, {"ppp.protocol", 75},
				    {"sll.ltype", 4}, {"arcnet.protocol_id", 0xcd},
				    {"link", 100},    {0}};

const struct proto proto_llc = {
	.brief = "LLC",
	.spec = "ISO/IEC 8802-2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	SAMPLE("\0\0\3"), /* unnumbered information */
	.next = {.table = "llc.dsap", .also = {SNAP_TABLES, "llc.xid"}},
	.hangs = hangs,
	.skim = skim,
	.rest = rest,
	.info = info,
};
