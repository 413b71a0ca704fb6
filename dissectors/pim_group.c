/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: encoded addresses of groups. */
/* RFC 7761, 4.9.1. */
#include "shared/flags.h"
#include "shared/pim.h"

enum {
	ENCODED,
	ENCODED_ROWS,
	GROUP_FLAGS,
	GROUP_B,
	GROUP_RESERVED,
	GROUP_Z,
	MASK_LEN,
	GROUP,
	GROUP_6,
};

static const struct field fields[] = {
	[ENCODED] = {"pim.encoded_group", "Encoded Group Address", PROTO},
	ENCODED_FIELDS,
	[GROUP_FLAGS] = {"pim.group_addr.flags", "Flags", U8, HEX, AT(16, 8), .form = form_flags,
			 .help = "Flags of the group", .ref = "4.9.1"},
	ENCODED_FLAG(GROUP_B, "pim.group_addr.flags.b", "Bidirectional PIM", 16, GROUP_FLAGS,
		     "For bidirectional trees"),
	[GROUP_RESERVED] = {"pim.group_addr.flags.reserved", "Reserved", U8, HEX, AT(17, 6),
			    .under = GROUP_FLAGS, .help = "Always 0", .ref = "4.9.1"},
	ENCODED_FLAG(GROUP_Z, "pim.group_addr.flags.z", "Admin Scope Zone", 23, GROUP_FLAGS,
		     "The range is of local meaning"),
	[MASK_LEN] = ENCODED_MASK_LEN_ROW,
	ENCODED_PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", GROUP_HEAD, "The group"),
};

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
	.header_len = group_header_len,
	.hangs = hangs,
	.rest = rest,
};
