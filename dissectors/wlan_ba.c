/* SPDX-License-Identifier: BSD-2-Clause */
/* IEEE 802.11: requests for block acknowledgements, and these. */
/* IEEE Std 802.11-2020, 9.3.1.7 and 9.3.1.8. */
#include "shared/wifi.h"

enum {
	WLAN_BA,
	SLICES,
	SSC_FRAG,
	SSC_SEQ,
	BA_TID,
	BLOCK_ACK,
	BA_CONTROL,
	BA_POLICY,
	BA_TYPE,
	BA_RESERVED,
	SSC,
	BITMAP,
	MISSING,
};

enum { PART_MAC, PART_QOS, PART_KEY, PART_BLOCK_ACK }; /* in table "wlan.part" */

static const struct word ba_control_ackpolicys[] = {
	{0, "Immediate Acknowledgement Required"},
	{1, "Sender Does Not Require Immediate Acknowledgement"},
};
static const struct word ba_control_ba_types[] = {
	{0, "Basic BlockAck"},      {1, "Extended Compressed BlockAck"},
	{2, "Compressed BlockAck"}, {3, "Multi-TID BlockAck"},
	{6, "GCR BlockAck"},        {10, "GLK-GCR BlockAck"},
	{11, "Multi-STA BlockAck"},
};

static const struct field fields[] = {
	[WLAN_BA] = {"wlan_ba", "IEEE 802.11 Block Ack", PROTO},
	[SLICES] = {"text", "Slices", HEADING},
	[SSC_FRAG] = {"wlan.fixed.ssc.fragment", "Fragment", U16, DEC, AT(0, 4), BOX(16, 12),
		      .under = SLICES, .traits = LE, .help = "Number of the fragment",
		      .ref = "9.3.1.7"},
	[SSC_SEQ] = {"wlan.fixed.ssc.sequence", "Starting Sequence Number", U16, DEC, AT(4, 12),
		     BOX(16, 0), .under = SLICES, .traits = LE,
		     .help = "First frame that it is about", .ref = "9.3.1.7"},
	[BA_TID] = {"wlan.ba.basic.tidinfo", "TID for which a Basic BlockAck frame is requested",
		    U16, HEX, AT(12, 4), BOX(16, 0), .under = SLICES, .traits = LE,
		    .help = "Traffic identifier", .ref = "9.3.1.7"},
	[BLOCK_ACK] = {"text", "Block Ack", HEADING},
	[BA_CONTROL] = {"wlan.ba.control", "Block Ack Control", U16, HEX, .traits = LE,
			.help = "Kind of acknowledgement", .ref = "9.3.1.8"},
	[BA_POLICY] = {"wlan.ba.control.ackpolicy", "BA Ack Policy", BOOL, AT(0, 1), BOX(16, 15),
		       .under = BA_CONTROL, .traits = LE, WORDS(ba_control_ackpolicys),
		       .help = "Whether it is to be acknowledged", .ref = "9.3.1.8"},
	[BA_TYPE] = {"wlan.ba.control.ba_type", "BA Type", U16, HEX, AT(1, 4), BOX(16, 11),
		     .under = BA_CONTROL, .traits = LE, WORDS(ba_control_ba_types),
		     .help = "Which form", .ref = "9.3.1.8"},
	[BA_RESERVED] = {"wlan.ba.control.reserved", "Reserved", U16, HEX, AT(5, 7), BOX(16, 4),
			 .under = BA_CONTROL, .traits = LE, .help = "Nothing", .ref = "9.3.1.8"},
	[SSC] = {"wlan.fixed.ssc", "Block Ack Starting Sequence Control (SSC)", U16, HEX,
		 .traits = LE, .help = "Where it begins", .ref = "9.3.1.7"},
	[BITMAP] = {"wlan.ba.bm", "Block Ack Bitmap", BYTES, .help = "What has arrived",
		    .ref = "9.3.1.8"},
	[MISSING] = {"wlan.ba.bm.missing_frame", "Missing frame", U32, DEC, .help = "What hasn't",
		     .ref = "9.3.1.8"},
};

static void put_missing(struct walk *w, struct cursor bitmap, unsigned first)
{
	uint32_t at = bitmap.at;

	for (unsigned bit = 0; bitmap.left.cap; bit += 8) {
		unsigned octet = u8(&bitmap);

		for (unsigned i = 0; i < 8; i++)
			if (!(octet >> i & 1))
				put_value(w, MISSING, at + bit / 8, 1, (first + bit + i) % 4096);
	}
}

static void put_bitmap(struct walk *w, struct cursor *c, unsigned type, unsigned first)
{
	static const uint8_t octets[] = {128, 8, 8};
	uint32_t n = octets[type];
	struct cursor bits = cursor_first(*c, n);
	uint32_t group = open_group(w, c, BITMAP, n);

	cursor_take(c, n);
	if (type == 2 && bits.left.cap == n)
		put_missing(w, bits, first);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool request = wifi_subtype(l->parent) == WIFI_BLOCK_ACK_REQ;
	struct cursor peek = *c;
	unsigned control = le16(&peek), type = control >> 1 & 15, first = le16(&peek) >> 4;
	const char *name = word_for(fields[BA_TYPE].words, type);
	uint32_t group = open_group(w, c, BLOCK_ACK, 4), ssc;
	struct cursor at = cursor_first(*c, 2);

	label_whole(w, "%s %s", name ? name : "Unknown", request ? "Request" : "Response");
	put(w, c, BA_CONTROL, 2);
	if (c->bad || type > 2) {
		shut_group(w, group, NULL);
		return;
	}
	w->depth++;
	put_slice(w, at, BA_TID, 2);
	w->depth--;
	at = cursor_first(*c, 2);
	ssc = open_group(w, &at, SSC, 2);
	put_slice(w, *c, SSC_FRAG, 2);
	put_slice(w, *c, SSC_SEQ, 2);
	cursor_take(c, 2);
	shut_group(w, ssc, NULL);
	if (!request && !c->bad)
		put_bitmap(w, c, type, first);
	shut_group(w, group, c);
}

static const struct hang hangs[] = {{"wlan.part", PART_BLOCK_ACK}, {0}};

const struct proto proto_wlan_ba = {
	.brief = "IEEE 802.11",
	.no_column = true,
	.bare = true,
	.prefix = "wlan",
	.spec = "IEEE Std 802.11-2020, 9.3.1.7",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
