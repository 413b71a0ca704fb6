/* SPDX-License-Identifier: BSD-2-Clause */
/* SNAP: whose number it is, and which. */
/* IEEE Std 802-2014, 9; RFC 2684, 5.2 (bridged frames). */
#include "shared/snap.h"

#define OUI_ETHERNET 0x000000
#define OUI_CISCO_90 0x0000f8
#define OUI_BRIDGES 0x0080c2

/* Kinds of bridged frames, RFC 2684, 5.2. */
enum { LAST_WITH_FCS = 6, FDDI_FCS = 4, FDDI = 10, LAST_LAN = 13 };
#define FCS_LEN 4

/* Places in `next.also`, and of rows behind SNAP_OUI. */
enum { BY_TYPE, BRIDGED, BY_OUI };
enum { TYPE = 1, PID, VENDORS };

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

const struct words snap_cisco = {cisco, COUNT(cisco)};
const struct words snap_iana = {iana, COUNT(iana)};
const struct words snap_nortel = {nortel, COUNT(nortel)};
const struct words snap_force10 = {force10, COUNT(force10)};
const struct words snap_cimetrics = {cimetrics, COUNT(cimetrics)};
const struct words snap_awdl = {awdl, COUNT(awdl)};
const struct words snap_bluetooth = {bluetooth, COUNT(bluetooth)};
const struct words snap_wlccp = {wlccp, COUNT(wlccp)};
const struct words snap_hpteam = {hpteam, COUNT(hpteam)};
const struct words snap_extreme = {extreme, COUNT(extreme)};
const struct words snap_foundry = {foundry, COUNT(foundry)};
const struct words snap_atalk = {atalk, COUNT(atalk)};

/* Whose identifiers stand in which row behind VENDORS, and table behind BY_OUI. */
static const uint32_t organizations[] = {
	0x00000c, 0x00005e, 0x000081, 0x0001e8, 0x001090, 0x0017f2, 0x001958,
	0x004096, 0x0040d6, 0x00805f, 0x00e02b, 0x00e052, 0x080007, 0x506f9a,
};

/* The organization's place in the list; all of them when it isn't there. */
static unsigned place_of(uint64_t oui)
{
	unsigned i = 0;

	while (i < COUNT(organizations) && organizations[i] != oui)
		i++;
	return i;
}

/* A frame of another kind of LAN behind octets that align it, and maybe before its FCS. */
static void walk_bridged(struct walk *w, struct layer *l, struct cursor *c, uint64_t pid,
			 bool aligned)
{
	const struct plan *child = also_by(l, BRIDGED, pid);
	bool is_fddi = pid == FDDI_FCS || pid == FDDI;

	if (child && aligned && pid <= LAST_LAN)
		cursor_take(c, is_fddi ? 3 : 2);
	if (child && pid <= LAST_WITH_FCS && c->left.wire > FCS_LEN)
		*c = cursor_first(*c, c->left.wire - FCS_LEN);
	walk_next(w, child, *c);
}

void walk_snap(struct walk *w, struct layer *l, struct cursor *c, unsigned first, bool carries,
	       bool aligned)
{
	uint64_t oui = put(w, c, first, 3), pid;
	unsigned place = place_of(oui);
	const struct plan *child = NULL;

	if (oui == OUI_ETHERNET || oui == OUI_CISCO_90) {
		pid = carries ? put(w, c, first + TYPE, 2) : u16(c);
		child = also_by(l, BY_TYPE, pid);
	} else if (place < COUNT(organizations)) {
		pid = put(w, c, first + VENDORS + place, 2);
		child = also_by(l, BY_OUI + place, pid);
	} else {
		pid = put(w, c, first + PID, 2);
	}
	if (c->bad || !c->left.wire)
		return;
	if (oui == OUI_BRIDGES && carries)
		walk_bridged(w, l, c, pid, aligned);
	else
		walk_next(w, carries ? child : NULL, *c);
}

/* Hexadecimal in capitals. */
static void text_upper_hex(struct text *t, uint64_t v, unsigned digits)
{
	while (digits--)
		text_char(t, "0123456789ABCDEF"[v >> 4 * digits & 15]);
}

void text_snap(struct text *t, const struct record *r, struct cursor c)
{
	unsigned oui = u24(&c), pid = u16(&c);
	const char *vendor = session_vendor(r->session, oui);

	if (c.bad)
		return;
	text_put(t, "; SNAP, OUI 0x");
	text_upper_hex(t, oui, 6);
	text_put(t, " (");
	text_put(t, vendor ? vendor : "Unknown");
	text_put(t, "), PID 0x");
	text_upper_hex(t, pid, 4);
}
