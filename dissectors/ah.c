/* SPDX-License-Identifier: BSD-2-Clause */
/* IP Authentication Header. */
/* RFC 4302. */
#include "shared/extension.h"
#include "shared/ip.h"

enum { AH, NEXT_HEADER, LENGTH, RESERVED, SPI, SEQUENCE, ICV };

#define HEAD 12
#define SPI_END 8
#define WORD 4
#define WORDS_BEYOND 2 /* words that the length doesn't count */

static uint32_t octets(uint64_t length)
{
	return (uint32_t)(length + WORDS_BEYOND) * WORD;
}

static void form_length(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_u64(t, octets(n->u));
	text_put(t, " bytes)");
}

static const struct field fields[] = {
	[AH] = {"ah", "Authentication Header", PROTO},
	[NEXT_HEADER] = {"ah.next_header", "Next header", U8, DEC, AT(0, 8), .words = &ip_protocols,
			 .fill = FILL_NEXT, .help = "What stands behind this header", .ref = "2.1"},
	[LENGTH] = {"ah.length", "Length", U8, DEC, AT(8, 8), .form = form_length,
		    .help = "Words of 4 octets behind the first two", .ref = "2.2"},
	[RESERVED] = {"ah.reserved", "Reserved", BYTES, AT(16, 16), .help = "Always 0",
		      .ref = "2.3"},
	[SPI] = {"ah.spi", "AH SPI", U32, HEX, AT(32, 32),
		 .help = "Security parameters index: which association", .ref = "2.4"},
	[SEQUENCE] = {"ah.sequence", "AH Sequence", U32, DEC, AT(64, 32),
		      .help = "Counts packets, against replays", .ref = "2.5"},
	[ICV] = {"ah.icv", "AH ICV", BYTES, .help = "Integrity check value", .ref = "2.6"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t header = octets(VALUE(l, LENGTH));

	put(w, c, ICV, header > HEAD ? header - HEAD : 0);
	l->header = header;
	if (!c->bad)
		*c = layer_cursor(l, header);
	walk_extension(w, l, *c, VALUE(l, NEXT_HEADER));
	l->follows = false;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint64_t next = VALUE(l, NEXT_HEADER);

	if (l->bytes.cap < SPI_END)
		return;
	if (!next_by(l, next) && r->trouble_in != l && layer_up(l, "ipv6")) {
		put_next_header(t, next);
		return;
	}
	text_put(t, "AH (SPI=0x");
	text_hex(t, VALUE(l, SPI), 8);
	text_char(t, ')');
}

static const struct hang hangs[] = {{"ip.proto", 51}, {0}};

const struct proto proto_ah = {
	.brief = "AH",
	.spec = "RFC 4302",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	/* With 96 bits of proof. */
	SAMPLE("\0\4\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0"),
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NEXT_HEADER},
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
