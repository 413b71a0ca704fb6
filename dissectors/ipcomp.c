/* SPDX-License-Identifier: BSD-2-Clause */
/* IP Payload Compression: its header; what is packed stays packed. */
/* RFC 3173. */
#include "core/walk.h"
#include "shared/ip.h"

enum {
	IPCOMP,
	NEXT_HEADER,
	FLAGS,
	CPI,
};

#define HEADER 4

static const struct word cpis[] = {{1, "OUI"}, {2, "DEFLATE"}, {3, "LZS"}};
static const struct words cpi_words = {cpis, COUNT(cpis)};

static const struct field fields[] = {
	[IPCOMP] = {"ipcomp", "IP Payload Compression", PROTO},
	[NEXT_HEADER] = {"ipcomp.next_header", "Next Header", U8, HEX, AT(0, 8),
			 .words = &ip_protocols, .help = "What is packed", .ref = "3.3"},
	[FLAGS] = {"ipcomp.flags", "IPComp Flags", U8, HEX, AT(8, 8), .help = "Always 0",
		   .ref = "3.3"},
	[CPI] = {"ipcomp.cpi", "IPComp CPI", U16, HEX, AT(16, 16), .words = &cpi_words,
		 .help = "How it is packed", .ref = "3.3"},
};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	l->header = l->bytes.wire;
	if (c->left.cap)
		walk_inside(w, NULL, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *word = word_for(&cpi_words, VALUE(l, CPI));

	(void)r;
	if (l->bytes.cap < HEADER)
		return;
	if (word)
		text_format(t, "IPComp (CPI=%s)", word);
	else
		text_format(t, "IPComp (CPI=0x%04x)", (unsigned)VALUE(l, CPI));
}

static const struct hang hangs[] = {{"ip.proto", 108}, {0}};

const struct proto proto_ipcomp = {
	.brief = "IPComp",
	.spec = "RFC 3173",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = 1,
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
