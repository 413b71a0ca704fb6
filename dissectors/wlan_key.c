/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: what stands in front of encrypted bodies, and behind them. */
/* IEEE Std 802.11-2020, 12.3 to 12.5. */
#include "core/walk.h"

enum {
	WLAN_KEY,
	PARAMETERS,
	WEP_IV,
	TKIP_IV,
	CCMP_IV,
	KEY,
	WEP_ICV,
};

enum { PART_MAC, PART_QOS, PART_KEY, PART_BLOCK_ACK }; /* in table "wlan.part" */

static const struct field fields[] = {
	[WLAN_KEY] = {"wlan_key", "IEEE 802.11 encryption", PROTO},
	[PARAMETERS] = {"text", "Parameters", HEADING},
	[WEP_IV] = {"wlan.wep.iv", "Initialization Vector", U24, HEX,
		    .help = "What the key is mixed with", .ref = "12.3.2"},
	[TKIP_IV] = {"wlan.tkip.extiv", "TKIP Ext. Initialization Vector", STRING,
		     .help = "Counts the frames", .ref = "12.5.2"},
	[CCMP_IV] = {"wlan.ccmp.extiv", "CCMP Ext. Initialization Vector", STRING,
		     .help = "Counts the frames", .ref = "12.5.3"},
	[KEY] = {"wlan.wep.key", "Key Index", U8, DEC, .help = "Which of four keys",
		 .ref = "12.3.2"},
	[WEP_ICV] = {"wlan.wep.icv", "WEP ICV", U32, HEX, .help = "Check of what was encrypted",
		     .ref = "12.3.2"},
};

static void put_iv(struct walk *w, struct cursor *c, bool tkip)
{
	struct cursor iv = *c;
	unsigned low = u8(c), second = u8(c), third = u8(c), key = u8(c),
		 high = (unsigned)cursor_le(c, 4);
	const char *words;
	struct text t = {0};

	if (c->bad)
		return;
	text_format(&t, "0x%08x%02x%02x", high, tkip ? low : second, tkip ? third : low);
	words = arena_copy(&w->arena, t.p, t.len);
	text_close(&t);
	put_string(w, tkip ? TKIP_IV : CCMP_IV, iv.at, 8, words);
	put_value(w, KEY, iv.at + 3, 1, key >> 6);
}

static void put_wep(struct walk *w, struct cursor *c)
{
	uint32_t at = c->at;
	struct cursor icv;

	put(w, c, WEP_IV, 3);
	put_value(w, KEY, at + 3, 1, u8(c) >> 6);
	if (c->left.wire < 4)
		return;
	icv = *c;
	cursor_take(&icv, c->left.wire - 4);
	*c = cursor_first(*c, c->left.wire - 4);
	put(w, &icv, WEP_ICV, 4);
	label_tail(w, " (not verified)");
}

/* The parameters of the encryption; leaves the cursor at what they encrypt. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned low = u8(&peek), second = u8(&peek);
	bool extended, tkip = second == ((low | 0x20) & 0x7f);
	uint32_t group;

	(void)l;
	u8(&peek);
	extended = u8(&peek) & 0x20;
	if (peek.bad)
		return;
	group = open_group(w, c, PARAMETERS, extended ? 8 : 4);
	label_whole(w, "%s parameters", !extended ? "WEP" : tkip ? "TKIP" : "CCMP");
	if (extended)
		put_iv(w, c, tkip);
	else
		put_wep(w, c);
	shut_group(w, group, NULL);
}

static const struct hang hangs[] = {{"wlan.part", PART_KEY}, {0}};

const struct proto proto_wlan_key = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 12.3 to 12.5",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
