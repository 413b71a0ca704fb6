/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: elements of vendors. */
/* IEEE Std 802.11-2020, 9.4.2.25. */
#include "core/walk.h"

enum {
	WLAN_VENDOR,
	VENDOR,
	OUI_TYPE,
	VENDOR_DATA,
	WFA_TYPE,
};

#define TAG_VENDOR 221 /* in table "wlan.tag.number" */
#define TYPE_WMM 2     /* says itself what it is */
#define HEAD 2         /* octets of an element's head */

/* Vendors whose elements have forms of their own. */
enum { MICROSOFT = 0x0050f2, CISCO = 0x004096, WFA = 0x506f9a };

static const struct word wfa_ie_types[] = {
	{1, "WPA Information Element"},
	{2, "WMM/WME"},
	{4, "WPS"},
};

static const struct field fields[] = {
	[WLAN_VENDOR] = {"wlan_vendor", "Vendors' elements of IEEE 802.11", PROTO},
	[VENDOR] = {"wlan.tag.oui", "OUI", U24, OUI, .help = "Whose element it is",
		    .ref = "9.4.2.25"},
	[OUI_TYPE] = {"wlan.tag.vendor.oui.type", "Vendor Specific OUI Type", U8, DEC,
		      .help = "Which of that vendor's", .ref = "9.4.2.25"},
	[VENDOR_DATA] = {"wlan.tag.vendor.data", "Vendor Specific Data", BYTES,
			 .help = "The vendor's own", .ref = "9.4.2.25"},
	[WFA_TYPE] = {"wlan.wfa.ie.type", "Type", U8, HEX, WORDS(wfa_ie_types),
		      .help = "Which of Microsoft's elements", .ref = "WMM 2.2"},
};

/* Microsoft's elements, which the Wi-Fi Alliance has taken over: WPA, WMM. */
static void put_microsoft(struct walk *w, struct cursor *c, uint32_t tag)
{
	unsigned type = (unsigned)put(w, c, WFA_TYPE, 1);
	const char *name = row_word(w, WFA_TYPE, type, NULL);
	const struct plan *part = also_by(w->now, 0, type);

	if (name && type != TYPE_WMM)
		label_tail_of(w, tag, ": %s", name);
	else if (type != TYPE_WMM)
		label_tail_of(w, tag, ": Unknown %u", type);
	w->last = tag;
	if (part)
		*c = walk_part(w, part, layer_cursor(w->now, 0));
}

/* An element from its head on, which is shown already; w->last is its node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t tag = w->last;
	struct cursor peek;
	const char *name;
	uint64_t oui;

	(void)l;
	cursor_take(c, HEAD);
	peek = *c;
	name = session_vendor(w->session, u24(&peek));
	if (name && !peek.bad)
		label_tail_of(w, tag, ": %s", name);
	oui = put(w, c, VENDOR, 3);
	peek = *c;
	put(w, &peek, OUI_TYPE, 1);
	if (peek.bad)
		c->bad = peek.bad;
	else if (oui == MICROSOFT)
		put_microsoft(w, c, tag);
	else if (oui != CISCO && oui != WFA)
		put(w, c, VENDOR_DATA, c->left.wire);
}

static const struct hang hangs[] = {{"wlan.tag.number", TAG_VENDOR}, {0}};

const struct proto proto_wlan_vendor = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.4.2.25",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"wlan.wfa.type"}},
	.hangs = hangs,
	.rest = rest,
};
