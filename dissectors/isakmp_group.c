/* SPDX-License-Identifier: BSD-2-Clause */
/* ISAKMP: keys of groups. */
/* RFC 6407, 5.3 to 5.6. */
#include "shared/ip.h"
#include "shared/isakmp.h"

#define END_ROWS(S) S##_TYPE, S##_PORT, S##_LEN, S##_DATA

enum {
	GROUP,
	SAK_NEXT = IKE_OWN,
	SAK_RESERVED,
	SAK_LEN,
	SAK_PROTOCOL,
	END_ROWS(SAK_SRC),
	END_ROWS(SAK_DST),
	SAK_SPI,
	SAT_NEXT,
	SAT_RESERVED,
	SAT_LEN,
	SAT_PROTOCOL_ID,
	SAT_PROTOCOL,
	END_ROWS(SAT_SRC),
	END_ROWS(SAT_DST),
	SAT_TRANSFORM,
	SAT_SPI,
	SAT_PAYLOAD,
	KD_COUNT,
	KD,
	KD_TYPE,
	KD_LEN,
	KD_SPI_SIZE,
	KD_SPI,
	IKE_ATTRIBUTE_ROWS(KD_ATTR),
};

enum { KEY_DOWNLOAD = 17 };

static const struct word sat_protocols[] = {{0, "Reserved"},
					    {1, "GDOI_PROTO_IPSEC_ESP"},
					    {2, "GDOI_PROTO_IPSEC_AH"},
					    {3, "Unassigned", 127},
					    {128, "Private Use", 255}};
static const struct word key_types[] = {{0, "Reserved"},
					{1, "TEK"},
					{2, "KEK"},
					{3, "LKH"},
					{4, "SID"},
					{5, "Unassigned", 127},
					{128, "Private Use", 255}};

#define ROW(row, filter, label, ...) [row] = {"isakmp." filter, label, __VA_ARGS__}

#define END_FIELDS(S, prefix, title, len_kind)                                                   \
	ROW(S##_TYPE, prefix "_id_type", title " ID Type", U8, DEC, .words = &ike_ids_1,         \
	    .help = "How that end is named", .ref = "RFC 6407, 5.3"),                            \
		ROW(S##_PORT, prefix "_id_port", title " ID Port", U16, DEC, .help = "Its port", \
		    .ref = "RFC 6407, 5.3"),                                                     \
		ROW(S##_LEN, prefix "_id_length", title " ID Data Length", len_kind, DEC,        \
		    .help = "Octets of its name", .ref = "RFC 6407, 5.3"),                       \
		ROW(S##_DATA, prefix "_id_data", title " ID Data", BYTES, .help = "Its name",    \
		    .ref = "RFC 6407, 5.3")

static const struct field fields[] = {
	[GROUP] = {"isakmp.group", "Group keys", PROTO},
	IKE_HEAD_FIELDS,
	ROW(SAK_NEXT, "sak.nextpayload", "Next Payload", U8, DEC, .help = "What comes behind it",
	    .ref = "RFC 6407, 5.3"),
	ROW(SAK_RESERVED, "sak.reserved", "Reserved", U8, DEC, .help = "Always 0",
	    .ref = "RFC 6407, 5.3"),
	ROW(SAK_LEN, "sak.payload_len", "Payload length", U16, DEC, .help = "Octets of it",
	    .ref = "RFC 6407, 5.3"),
	ROW(SAK_PROTOCOL, "sak.protoid", "Protocol ID", U8, DEC, .words = &ip_protocols,
	    .help = "Which protocol brings new keys", .ref = "RFC 6407, 5.3"),
	END_FIELDS(SAK_SRC, "sak.src", "SRC", U8),
	END_FIELDS(SAK_DST, "sak.dst", "DST", U8),
	ROW(SAK_SPI, "sak.spi", "SPI", BYTES, .help = "The association's number",
	    .ref = "RFC 6407, 5.3"),
	ROW(SAT_NEXT, "sat.nextpayload", "Next Payload", U8, DEC, .help = "What comes behind it",
	    .ref = "RFC 6407, 5.4"),
	ROW(SAT_RESERVED, "sat.reserved", "Reserved", U8, DEC, .help = "Always 0",
	    .ref = "RFC 6407, 5.4"),
	ROW(SAT_LEN, "sat.payload_len", "Payload length", U16, DEC, .help = "Octets of it",
	    .ref = "RFC 6407, 5.4"),
	ROW(SAT_PROTOCOL_ID, "sat.protocol_id", "Protocol ID", U8, DEC, WORDS(sat_protocols),
	    .help = "What protects the data", .ref = "RFC 6407, 5.4"),
	ROW(SAT_PROTOCOL, "sat.protocol", "Internet Protocol", U8, DEC, .words = &ip_protocols,
	    .help = "Which data", .ref = "RFC 6407, 5.4.1"),
	END_FIELDS(SAT_SRC, "sat.src", "SRC", U8),
	END_FIELDS(SAT_DST, "sat.dst", "DST", U8),
	ROW(SAT_TRANSFORM, "sat.transform_id", "Transform ID", U8, DEC, .help = "Which algorithm",
	    .ref = "RFC 6407, 5.4.1"),
	ROW(SAT_SPI, "sat.spi", "SPI", BYTES, .help = "The association's number",
	    .ref = "RFC 6407, 5.4.1"),
	ROW(SAT_PAYLOAD, "sat.payload", "TEK Payload", BYTES, .help = "Its attributes",
	    .ref = "RFC 6407, 5.4.1"),
	ROW(KD_COUNT, "kd.num_pkt", "Number of Key Packets", U16, DEC, .help = "How many follow",
	    .ref = "RFC 6407, 5.6"),
	ROW(KD, "kd.payload", "Key Download Payload", NONE, .help = "Keys", .ref = "RFC 6407, 5.6"),
	ROW(KD_TYPE, "kd.payload.type", "Type", U8, DEC, WORDS(key_types),
	    .help = "What the keys are for", .ref = "RFC 6407, 5.6"),
	ROW(KD_LEN, "kd.payload.length", "Length", U16, DEC, .help = "Octets of it",
	    .ref = "RFC 6407, 5.6"),
	ROW(KD_SPI_SIZE, "kd.payload.spi_size", "SPI Size", U8, DEC, .help = "Octets of the SPI",
	    .ref = "RFC 6407, 5.6"),
	ROW(KD_SPI, "kd.payload.spi", "SPI", BYTES, .help = "The association's number",
	    .ref = "RFC 6407, 5.6"),
	IKE_ATTRIBUTE_FIELDS(KD_ATTR, "isakmp.key_download.attr", "Key download Tek Attribute",
			     "of downloaded keys", .words = NULL, "Format", "Type"),
};

/* One end of a group's traffic: how it is named, from the row of its type on. */
static void put_end(struct walk *w, struct cursor *c, unsigned row, unsigned len_octets)
{
	uint32_t len;

	put(w, c, row, 1);
	put(w, c, row + 1, 2);
	len = (uint32_t)put(w, c, row + 2, len_octets);
	if (len && !c->bad)
		put(w, c, row + 3, len);
}

static void put_sak(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {
		{SAK_NEXT, 1}, {SAK_RESERVED, 1}, {SAK_LEN, 2}, {SAK_PROTOCOL, 1}, {0, 0}};

	put_rows(w, c, head);
	put_end(w, c, SAK_SRC_TYPE, 1);
	put_end(w, c, SAK_DST_TYPE, 1);
	put(w, c, SAK_SPI, 16);
	put(w, c, IKE_RESERVED, 4);
}

static void put_sat(struct walk *w, struct cursor *c)
{
	static const struct part head[] = {{SAT_NEXT, 1},        {SAT_RESERVED, 1}, {SAT_LEN, 2},
					   {SAT_PROTOCOL_ID, 1}, {SAT_PROTOCOL, 1}, {0, 0}};
	uint32_t group = open_value(w, IKE_PAYLOAD, c->at, IKE_SAT);

	put_rows(w, c, head);
	put_end(w, c, SAT_SRC_TYPE, 2);
	put_end(w, c, SAT_DST_TYPE, 2);
	put(w, c, SAT_TRANSFORM, 1);
	put(w, c, SAT_SPI, 4);
	if (!c->bad && c->left.wire)
		put(w, c, SAT_PAYLOAD, c->left.wire);
	shut_group(w, group, c);
}

static void put_keys(struct walk *w, struct cursor *c)
{
	static const struct ike_attributes kind = {"Key download Tek Attribute", KD_ATTR, true,
						   NULL, 0};
	struct cursor peek = *c, body;
	uint32_t group, len, spi;

	cursor_pull(&peek, 2);
	len = u16(&peek);
	group = open_group(w, c, KD, len);
	body = cursor_first(*c, len);
	put(w, &body, KD_TYPE, 1);
	put(w, &body, IKE_RESERVED, 1);
	put(w, &body, KD_LEN, 2);
	spi = (uint32_t)put(w, &body, KD_SPI_SIZE, 1);
	put(w, &body, KD_SPI, spi);
	ike_attributes(w, &body, &kind);
	cursor_take(c, len < 4 ? 4 : len);
	if (body.bad && !c->bad)
		c->bad = body.bad;
	shut_group(w, group, c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = ike_type(l);

	if (type != KEY_DOWNLOAD) {
		if (type == IKE_SAT)
			put_sat(w, c);
		else
			put_sak(w, c);
		return;
	}
	put(w, c, KD_COUNT, 2);
	put(w, c, IKE_RESERVED, 2);
	while (c->left.cap && !c->bad)
		put_keys(w, c);
}

static const struct hang hangs[] = {{"isakmp.payload", IKE_SAK},
				    {"isakmp.payload", IKE_SAT},
				    {"isakmp.payload", KEY_DOWNLOAD},
				    {0}};

const struct proto proto_isakmp_group = {
	.brief = "ISAKMP",
	.no_column = true,
	.bare = true,
	.prefix = "isakmp",
	.spec = "RFC 6407",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"isakmp.payload"}},
	.hangs = hangs,
	.rest = rest,
};
