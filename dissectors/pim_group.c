/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: encoded addresses of groups. */
/* RFC 7761, 4.9.1. */
#include "shared/flags.h"
#include "shared/numbers.h"
#include "shared/pim.h"

enum {
	ENCODED,
	FAMILY,
	ENCODING,
	GROUP_FLAGS,
	GROUP_B,
	GROUP_RESERVED,
	GROUP_Z,
	MASK_LEN,
	GROUP,
	GROUP_6,
};

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
	[ENCODED] = {"pim.encoded_group", "Encoded Group Address", PROTO},
	[FAMILY] = {"pim.addr_address_family", "Address Family", U8, DEC, AT(0, 8),
		    .words = &address_families, .help = "What kind of address", .ref = "4.9.1"},
	[ENCODING] = {"pim.addr_encoding_type", "Encoding Type", U8, DEC, AT(8, 8),
		      .words = &encoded_encodings, .help = "How it is written", .ref = "4.9.1"},
	[GROUP_FLAGS] = {"pim.group_addr.flags", "Flags", U8, HEX, AT(16, 8), .form = form_flags,
			 .help = "Flags of the group", .ref = "4.9.1"},
	BIT(GROUP_B, "pim.group_addr.flags.b", "Bidirectional PIM", 16, GROUP_FLAGS,
	    "For bidirectional trees"),
	[GROUP_RESERVED] = {"pim.group_addr.flags.reserved", "Reserved", U8, HEX, AT(17, 6),
			    .under = GROUP_FLAGS, .help = "Always 0", .ref = "4.9.1"},
	BIT(GROUP_Z, "pim.group_addr.flags.z", "Admin Scope Zone", 23, GROUP_FLAGS,
	    "The range is of local meaning"),
	[MASK_LEN] = {"pim.mask_len", "Masklen", U8, DEC, AT(24, 8), .help = "Bits that count",
		      .ref = "4.9.1"},
	[GROUP] = {"pim.group", "Group", IPV4, AT(32, 32), WHEN_IN(FAMILY, 1), .help = "The group",
		   .ref = "4.9.1"},
	[GROUP_6] = {"pim.group_ip6", "Group", IPV6, AT(32, 128), WHEN_IN(FAMILY, 2),
		     .help = "The group", .ref = "4.9.1"},
};

static uint32_t header_len(const struct layer *l)
{
	return GROUP_HEAD + encoded_octets(layer_cursor(l, 0));
}

/* The mask stands behind the address that the caller put. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)c;
	label_tail(w, "/%u", (unsigned)VALUE(l, MASK_LEN));
}

static const struct hang hangs[] = {{"pim.address", ENCODED_GROUP}, {0}};

const struct proto proto_pim_group = {
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
