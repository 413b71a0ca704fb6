/* SPDX-License-Identifier: BSD-2-Clause */
/* Link aggregation: markers that tell when a link has no frames left. */
/* IEEE Std 802.1AX-2014. */
#include "core/walk.h"
#include "shared/layout.h"

enum {
	MARKER,
	VERSION,
	TLV_TYPE,
	TLV_LEN,
	REQ_PORT,
	REQ_SYSTEM,
	REQ_ID,
	REQ_PAD,
	RESERVED,
};

static const struct word tlv_type_words[] = {
	{0, "Marker Terminator"},
	{1, "Marker Information"},
	{2, "Marker Response Information"},
};

static const struct field fields[] = {
	[MARKER] = {"marker", "Marker Protocol", PROTO},
	[VERSION] = {"marker.version", "Version Number", U8, HEX, .help = "Always 1",
		     .ref = "6.5.3.3"},
	[TLV_TYPE] = {"marker.tlvType", "TLV Type", U8, HEX, WORDS(tlv_type_words),
		      .help = "A question or its answer", .ref = "6.5.3.3"},
	[TLV_LEN] = {"marker.tlvLen", "TLV Length", U8, HEX, .help = "Octets of it, with these two",
		     .ref = "6.5.3.3"},
	[REQ_PORT] = {"marker.requesterPort", "Requester Port", U16, DEC,
		      .help = "Which port asked", .ref = "6.5.3.3"},
	[REQ_SYSTEM] = {"marker.requesterSystem", "Requester System", ETHER, .help = "Who asked",
			.ref = "6.5.3.3"},
	[REQ_ID] = {"marker.requesterTransId", "Requester Transaction ID", U32, DEC,
		    .help = "Which question", .ref = "6.5.3.3"},
	[REQ_PAD] = {"marker.requesterPad", "Requester Pad", U32, DEC, .help = "Always 0",
		     .ref = "6.5.3.3"},
	[RESERVED] = {"marker.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "6.5.3.3"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_layout(w, c,
		   PARTS({VERSION, 1}, {TLV_TYPE, 1}, {TLV_LEN, 1}, {REQ_PORT, 2}, {REQ_SYSTEM, 6},
			 {REQ_ID, 4}, {REQ_PAD, 2}, {TLV_TYPE, 1}, {TLV_LEN, 1},
			 {RESERVED, TO_END}));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned type, port, id;
	const uint8_t *system;

	(void)r;
	u8(&c);
	type = u8(&c);
	u8(&c);
	port = u16(&c);
	system = cursor_pull(&c, 6);
	id = u32(&c);
	text_put(t, type == 1 ? "Information" : type == 2 ? "Response" : "Unknown");
	if (!system || c.bad)
		return;
	text_put(t, " SysId=");
	text_address(t, system, 6);
	text_format(t, ", P=%u, TId=%u", port, id);
}

static const struct hang hangs[] = {{"slow.subtype", 2}, {0}};

const struct proto proto_marker = {
	.brief = "Marker",
	.spec = "IEEE Std 802.1AX-2014",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
