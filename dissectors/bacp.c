/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Bandwidth Allocation Control Protocol. */
/* RFC 2125, 5. */
#include "shared/layout.h"
#include "shared/ppp.h"

enum { OPT_TYPE = CP_ROWS, OPT_LENGTH, MAGIC, FAVORED };

static const struct word codes[] = {CP_CODES};

static const struct field fields[] = {
	CP_FIELDS("bacp", "PPP Bandwidth Allocation Control Protocol", codes),
	[OPT_TYPE] = {"bacp.opt.type", "Type", U8, DEC, .help = "Which option", .ref = "5"},
	[OPT_LENGTH] = {"bacp.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "5"},
	[MAGIC] = {"bacp.magic_number", "Magic number", U32, HEX,
		   .help = "The lower one is favored", .ref = "5.1"},
	CP_OPTION(FAVORED, "bacp.opt.favored_peer", "Favored-Peer"),
};

static const struct ppp_option option_list[] = {
	{.code = 1, .len = 6, .row = FAVORED, .parts = PARTS({MAGIC, 4})},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc02b}, {0}};

const struct proto proto_bacp = {
	.brief = "PPP BACP",
	.spec = "RFC 2125",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
