/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's fragment header. */
/* RFC 8200, 4.5. */
#include "flow/fragments.h"
#include "shared/extension.h"
#include "shared/ip.h"

enum {
	FRAGHDR,
	NXT,
	RESERVED_OCTET,
	OFFSET,
	RESERVED_BITS,
	MORE,
	IDENT,
	JUMBO_FRAGMENT,
	FRAGMENT_NUMBERS(FRAGMENTS),
};

#define HEAD 8
#define OFFSET_UNIT 8

static void form_offset(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " (");
	text_u64(t, n->u * OFFSET_UNIT);
	text_put(t, " bytes)");
}

static const struct field fields[] = {
	[FRAGHDR] = {"ipv6.fraghdr", "Fragment Header for IPv6", PROTO},
	[NXT] = {"ipv6.fraghdr.nxt", "Next header", U8, DEC, AT(0, 8), .words = &ip_protocols,
		 .fill = FILL_NEXT, .help = "What the whole packet carries", .ref = "4.5"},
	[RESERVED_OCTET] = {"ipv6.fraghdr.reserved_octet", "Reserved octet", U8, HEX, AT(8, 8),
			    .help = "Always 0", .ref = "4.5"},
	[OFFSET] = {"ipv6.fraghdr.offset", "Offset", U16, DEC, AT(16, 13), .form = form_offset,
		    .help = "Where the fragment belongs, in units of 8 octets", .ref = "4.5"},
	[RESERVED_BITS] = {"ipv6.fraghdr.reserved_bits", "Reserved bits", U16, DEC, AT(29, 2),
			   .help = "Always 0", .ref = "4.5"},
	[MORE] = {"ipv6.fraghdr.more", "More Fragments", BOOL, AT(31, 1), BOX(16, 15),
		  WORDS(yes_no), .help = "This is not the last fragment", .ref = "4.5"},
	[IDENT] = {"ipv6.fraghdr.ident", "Identification", U32, HEX, AT(32, 32),
		   .help = "The same in all fragments of a packet", .ref = "4.5"},
	[JUMBO_FRAGMENT] = EXPERT("ipv6.opt.jumbo.fragment",
				  "Jumbo Payload option cannot be used with a fragment header",
				  WARNING, G_PROTOCOL),
	FRAGMENT_ROWS("ipv6", "IPv6", FRAGMENTS, NONE, BORROWED),
};

static const struct fragment_rows fragment_rows = FRAGMENT_ROW_NUMBERS("IPv6", FRAGMENTS);

/* Without a payload length it is a jumbogram, which nobody takes to pieces (RFC 2675, 2). */
static bool in_jumbogram(const struct layer *l)
{
	const struct layer *ip = layer_up(l, "ipv6");
	struct cursor plen = ip ? layer_cursor(ip, IPV6_PLEN_AT) : (struct cursor){0};

	return ip && !u16(&plen);
}

static void note(struct walk *w, struct layer *l)
{
	if (in_jumbogram(l))
		expert_on(w, 0, JUMBO_FRAGMENT, NULL);
}

static bool is_fragment(const struct layer *l)
{
	return (VALUE(l, OFFSET) || VALUE(l, MORE)) && layer_up(l, "ipv6") && !in_jumbogram(l);
}

/* All fragments of the packet when this is the one that was missing; NULL: others are. */
static const struct whole *gather(struct walk *w, const struct layer *l, struct span bytes)
{
	static const char table_key;

	if (l->quoted || bytes.cap < bytes.wire || !bytes.cap)
		return NULL;
	return fragment_add(w, &table_key, VALUE(l, IDENT),
			    (uint32_t)VALUE(l, OFFSET) * OFFSET_UNIT, VALUE(l, MORE), bytes);
}

static void walk_fragment(struct walk *w, struct layer *l, struct cursor c)
{
	const struct whole *whole = gather(w, l, c.left);

	if (whole) {
		l->whole = true;
		w->depth--; /* they stand beside the header, not in it */
		c = put_whole(w, &fragment_rows, whole);
		w->depth++;
		walk_extension(w, l, c, VALUE(l, NXT));
	} else if (!VALUE(l, OFFSET) && c.left.cap < c.left.wire) {
		walk_extension(w, l, c, VALUE(l, NXT));
	} else if (c.left.wire) {
		walk_next(w, NULL, c);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (is_fragment(l))
		walk_fragment(w, l, *c);
	else
		walk_extension(w, l, *c, VALUE(l, NXT));
	l->follows = false;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	if ((l->whole || !is_fragment(l)) && !next_by(l, VALUE(l, NXT)))
		put_next_header(t, VALUE(l, NXT));
	else
		text_format(t, "IPv6 fragment (off=%u more=%c ident=0x%08x nxt=%u)",
			    (unsigned)VALUE(l, OFFSET) * OFFSET_UNIT, VALUE(l, MORE) ? 'y' : 'n',
			    (unsigned)VALUE(l, IDENT), (unsigned)VALUE(l, NXT));
}

static const struct hang hangs[] = {{"ip.proto", 44}, {0}};

const struct proto proto_ipv6_fraghdr = {
	.brief = "IPv6 Fragment",
	.no_column = true,
	.spec = "RFC 8200, 4.5",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = HEAD,
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT},
	.hangs = hangs,
	.recalls = true,
	.doubts = true,
	.note = note,
	.rest = rest,
	.info = info,
};
