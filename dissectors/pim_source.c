/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: encoded addresses of sources, and the attributes of joins. */
/* RFC 7761, 4.9.1; RFC 5384 (attributes), RFC 8059 (locators of receivers). */
#include "shared/flags.h"
#include "shared/numbers.h"
#include "shared/pim.h"

enum {
	ENCODED,
	FAMILY,
	ENCODING,
	SOURCE_FLAGS,
	SOURCE_RESERVED,
	SOURCE_S,
	SOURCE_W,
	SOURCE_R,
	MASK_LEN,
	SOURCE,
	SOURCE_6,
	JA,
	JA_FLAGS,
	JA_F,
	JA_E,
	JA_TYPE,
	JA_LENGTH,
	JA_VALUE,
	JA_FAMILY,
	RLOC,
	RLOC_6,
};

static const struct word attributes[] = {
	{0, "RPF Vector TLV"},          {1, "MVPN Join Attribute"},
	{2, "MT-ID Join Attribute"},    {3, "Pop-Count"},
	{4, "Explicit RPF Vector"},     {5, "Transport Attribute"},
	{6, "Receiver RLOC Attribute"},
};

static const struct words attribute_words = {attributes, COUNT(attributes)};

#define BIT(row, filter, what, bit, parent, says) \
	[row] = {filter,                          \
		 what,                            \
		 BOOL,                            \
		 AT(bit, 1),                      \
		 .under = (parent),               \
		 WORDS(set_notset),               \
		 .help = says,                    \
		 .ref = "4.9.1"}
static const struct field fields[] = {
	[ENCODED] = {"pim.encoded_source", "Encoded Source Address", PROTO},
	[FAMILY] = {"pim.addr_address_family", "Address Family", U8, DEC, AT(0, 8),
		    .words = &address_families, .help = "What kind of address", .ref = "4.9.1"},
	[ENCODING] = {"pim.addr_encoding_type", "Encoding Type", U8, DEC, AT(8, 8),
		      .words = &encoded_encodings, .help = "How it is written", .ref = "4.9.1"},
	[SOURCE_FLAGS] = {"pim.source_addr.flags", "Flags", U8, HEX, AT(16, 8), .form = form_flags,
			  .help = "Flags of the source", .ref = "4.9.1"},
	[SOURCE_RESERVED] = {"pim.source_addr.flags.reserved", "Reserved", U8, HEX, AT(16, 5),
			     .under = SOURCE_FLAGS, .help = "Always 0", .ref = "4.9.1"},
	BIT(SOURCE_S, "pim.source_addr.flags.s", "Sparse", 21, SOURCE_FLAGS, "Sparse mode"),
	BIT(SOURCE_W, "pim.source_addr.flags.w", "WildCard", 22, SOURCE_FLAGS, "Any source"),
	BIT(SOURCE_R, "pim.source_addr.flags.r", "Rendezvous Point Tree", 23, SOURCE_FLAGS,
	    "Along the rendezvous point's tree"),
	[MASK_LEN] = {"pim.mask_len", "Masklen", U8, DEC, AT(24, 8), .help = "Bits that count",
		      .ref = "4.9.1"},
	[SOURCE] = {"pim.source", "Source", IPV4, AT(32, 32), WHEN_IN(FAMILY, 1),
		    .help = "Who sends to the group", .ref = "4.9.1"},
	[SOURCE_6] = {"pim.source_ip6", "Source", IPV6, AT(32, 128), WHEN_IN(FAMILY, 2),
		      .help = "Who sends to the group", .ref = "4.9.1"},
	[JA] = {"pim.source_ja", "Join Attribute", NONE, .help = "An attribute of a join",
		.ref = "RFC 5384, 3.1"},
	[JA_FLAGS] = {"pim.source_ja.flags", "Flags", U8, HEX, .under = JA, .help = "All flags",
		      .ref = "RFC 5384, 3.1"},
	[JA_F] = {"pim.source_ja.flags.f", "Forward", BOOL, AT(0, 1), .under = JA_FLAGS,
		  WORDS(set_notset), .help = "To be passed on even if unknown",
		  .ref = "RFC 5384, 3.1"},
	[JA_E] = {"pim.source_ja.flags.e", "End of Attributes", BOOL, AT(1, 1), .under = JA_FLAGS,
		  WORDS(set_notset), .help = "The last one", .ref = "RFC 5384, 3.1"},
	[JA_TYPE] = {"pim.source_ja.flags.attr_type", "Attribute Type", U8, DEC, AT(2, 6),
		     .under = JA_FLAGS, .words = &attribute_words, .help = "Which attribute",
		     .ref = "RFC 5384, 3.1"},
	[JA_LENGTH] = {"pim.source_ja.length", "Length", U8, DEC, .under = JA,
		       .help = "Octets of its value", .ref = "RFC 5384, 3.1"},
	[JA_VALUE] = {"pim.source_ja.value", "Value", BYTES, .under = JA, .help = "What it says",
		      .ref = "RFC 5384, 3.1"},
	[JA_FAMILY] = {"pim.addr_address_family", "Address Family", U8, DEC, .under = JA,
		       .words = &address_families, .help = "What kind of address", .ref = "4.9.1"},
	[RLOC] = {"pim.rloc", "RLOC", IPV4, .under = JA, .help = "Where the receivers are",
		  .ref = "RFC 8059, 5.1"},
	[RLOC_6] = {"pim.rloc_ipv6", "RLOC", IPV6, .under = JA, .help = "Where the receivers are",
		    .ref = "RFC 8059, 5.1"},
};

static uint32_t header_len(const struct layer *l)
{
	return GROUP_HEAD + encoded_octets(layer_cursor(l, 0));
}

static void put_rloc(struct walk *w, struct cursor *c)
{
	uint32_t n = encoded_octets(*c);

	put(w, c, JA_FAMILY, 1);
	if (n)
		put(w, c, n == 4 ? RLOC : RLOC_6, n);
}

/* RFC 5384: gives whether more follow. */
static bool put_attribute(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned flags = u8(&peek), type = flags & 63;
	const char *word = word_for(&attribute_words, type);
	uint32_t group = open_group(w, c, JA, c->left.wire), len;
	struct cursor value;

	label_tail_of(w, group, ": %s", word ? word : "Unknown");
	put(w, c, JA_FLAGS, 1);
	label_tail(w, "%s%s, Attribute Type: %s", flags & 0x80 ? ", Forward" : "",
		   flags & 0x40 ? ", End of Attributes" : "", word ? word : "Unknown");
	len = (uint32_t)put(w, c, JA_LENGTH, 1);
	value = cursor_first(*c, len);
	if (type == 6 && len > 4)
		put_rloc(w, &value);
	else if (len)
		put(w, &value, JA_VALUE, len);
	cursor_take(c, len);
	shut_group(w, group, c);
	return !(flags & 0x40) && !c->bad;
}

/* Mask and flags stand behind the address that the caller put. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned flags = (unsigned)VALUE(l, SOURCE_FLAGS);

	label_tail(w, "/%u", (unsigned)VALUE(l, MASK_LEN));
	if (flags & 7)
		label_tail(w, " (%s%s%s)", flags & 4 ? "S" : "", flags & 2 ? "W" : "",
			   flags & 1 ? "R" : "");
	while (VALUE(l, ENCODING) == 1 && put_attribute(w, c))
		;
}

static const struct hang hangs[] = {{"pim.address", ENCODED_SOURCE}, {0}};

const struct proto proto_pim_source = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 7761, 4.9.1",
	.fields = fields,
	.n_fields = COUNT(fields),
	.header_len = header_len,
	.hangs = hangs,
	.rest = rest,
};
