/* SPDX-License-Identifier: BSD-2-Clause */
/* Network Service Header: the way of a packet through services. */
/* RFC 8300. */
#include "core/walk.h"

enum {
	NSH,
	VERSION,
	OBIT,
	CBIT,
	TTL,
	LENGTH,
	MDTYPE,
	NEXT,
	SPI,
	SI,
	CONTEXT,
	CLASS,
	MD,
	SLICES,
	UNASSIGNED,
	MDLEN,
	METADATA,
	LENGTH_BAD,
};

#define HEADER 8
#define CONTEXT_LEN 4

static const struct word nextprotos[] = {
	{0, "None"}, {1, "IPv4"}, {2, "IPv6"},           {3, "Ethernet"},
	{4, "NSH"},  {5, "MPLS"}, {254, "Experiment 1"}, {255, "Experiment 2"},
};

static const struct field fields[] = {
	[NSH] = {"nsh", "Network Service Header", PROTO},
	[VERSION] = {"nsh.version", "Version", U16, DEC_HEX, AT(0, 2), BOX(16, 0),
		     .help = "Of this header", .ref = "2.2"},
	[OBIT] = {"nsh.Obit", "O Bit", U16, DEC, AT(2, 1), BOX(16, 2),
		  .help = "About the chain itself", .ref = "2.2"},
	[CBIT] = {"nsh.CBit", "C Bit", U16, DEC, AT(3, 1), BOX(16, 3),
		  .help = "Metadata that must be understood", .ref = "2.2"},
	[TTL] = {"nsh.ttl", "Time to live", U16, HEX, AT(4, 6), BOX(16, 4), .help = "Hops left",
		 .ref = "2.2"},
	[LENGTH] = {"nsh.length", "Length", U16, DEC_HEX, AT(10, 6), BOX(16, 10),
		    .help = "Of this header, in 4 octets", .ref = "2.2"},
	[MDTYPE] = {"nsh.mdtype", "MD Type", U8, DEC_HEX, AT(16, 8), .help = "Form of the metadata",
		    .ref = "2.2"},
	[NEXT] = {"nsh.nextproto", "Next Protocol", U8, DEC, AT(24, 8), WORDS(nextprotos),
		  .help = "What the packet carries", .ref = "2.2"},
	[SPI] = {"nsh.spi", "SPI", U24, DEC_HEX, AT(32, 24), .help = "Which path", .ref = "2.3"},
	[SI] = {"nsh.si", "SI", U8, DEC_HEX, AT(56, 8), .help = "Where on that path", .ref = "2.3"},
	[CONTEXT] = {"nsh.contextheader", "Context Header", BYTES, .help = "Metadata of the path",
		     .ref = "2.4"},
	[CLASS] = {"nsh.metadataclass", "TLV Class", U16, DEC_HEX, .help = "Who defined it",
		   .ref = "2.5.1"},
	[MD] = {"nsh.metadatatype", "Type", U8, DEC_HEX, .help = "Which it is", .ref = "2.5.1"},
	[SLICES] = {"text", "Slices", HEADING},
	[UNASSIGNED] = {"nsh.metadataunassignedbit", "Unassigned Bit", U8, HEX, AT(0, 1),
			.under = SLICES, .help = "Nothing", .ref = "2.5.1"},
	[MDLEN] = {"nsh.metadatalen", "Length", U8, HEX, AT(1, 7), .under = SLICES,
		   .help = "Octets of it", .ref = "2.5.1"},
	[METADATA] = {"nsh.metadata", "Variable Metadata", BYTES, .help = "Its value",
		      .ref = "2.5.1"},
	[LENGTH_BAD] = EXPERT("nsh.length.invalid", "Invalid total length", WARNING, G_MALFORMED),
};

static uint32_t header_len(const struct layer *l)
{
	uint32_t len = 4 * (uint32_t)VALUE(l, LENGTH);

	return len < HEADER ? HEADER : len;
}

static void put_metadata(struct walk *w, struct cursor *c)
{
	uint32_t n;

	put(w, c, CLASS, 2);
	put(w, c, MD, 1);
	put_slice(w, *c, UNASSIGNED, 1);
	put_slice(w, *c, MDLEN, 1);
	n = u8(c) & 0x7f;
	if (n)
		put(w, c, METADATA, n);
	if (!c->bad && c->left.wire)
		cursor_take(c, (0u - n) % 4 < c->left.wire ? (0u - n) % 4 : c->left.wire);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor m = cursor_first(layer_cursor(l, HEADER), l->header - HEADER);
	uint64_t kind = VALUE(l, MDTYPE);

	while (kind == 1 && m.left.wire >= CONTEXT_LEN && !m.bad)
		put(w, &m, CONTEXT, CONTEXT_LEN);
	while (kind == 2 && m.left.wire >= 4 && !m.bad)
		put_metadata(w, &m);
	if (c->left.wire)
		walk_next(w, next_by(l, VALUE(l, NEXT)), *c);
}

static const struct hang hangs[] = {{"ethertype", 0x894f}, {"gre.proto", 0x894f},
				    {"udp.port", 6633},    {"vxlan.next_proto", 4},
				    {"nsh.next_proto", 4}, {0}};

const struct proto proto_nsh = {
	.brief = "NSH",
	.spec = "RFC 8300",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "nsh.next_proto", .row = NEXT},
	.hangs = hangs,
	.rest = rest,
};
