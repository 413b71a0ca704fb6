/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the Callback Control Protocol. */
/* draft-gidwani-ppp-callback-cp. */
#include "shared/layout.h"
#include "shared/ppp.h"

enum {
	OPT_TYPE = CP_ROWS,
	OPT_LENGTH,
	DELAY,
	ADDRESS_GROUP,
	ADDRESS_TYPE,
	ADDRESS,
	NO_CALLBACK,
	NOTHING,
	USER,
	ADMIN,
	LIST,
};

static const struct word codes[] = {
	{1, "Callback Request"}, {2, "Callback Response"}, {3, "Callback Ack"}};

static const struct word address_types[] = {{1, "PSTN/ISDN"}};

static const struct field fields[] = {
	CP_FIELDS("cbcp", "PPP Callback Control Protocol", codes),
	[OPT_TYPE] = {"cbcp.opt.type", "Type", U8, DEC, .help = "Who calls back, and whom",
		      .ref = "3"},
	[OPT_LENGTH] = {"cbcp.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "3"},
	[DELAY] = {"cbcp.callback_delay", "Callback delay", U8, DEC, .help = "Seconds to wait",
		   .ref = "3"},
	[ADDRESS_GROUP] = {"text", "Callback Address", HEADING},
	[ADDRESS_TYPE] = {"cbcp.address_type", "Address Type", U8, DEC, WORDS(address_types),
			  .help = "What the address is", .ref = "3.2"},
	[ADDRESS] = {"cbcp.address", "Address", STRING, .traits = ZSTRING, .help = "Whom to call",
		     .ref = "3.2"},
	[NO_CALLBACK] = {"cbcp.no_callback", "No callback", BYTES, .help = "Nothing", .ref = "3.1"},
	CP_OPTION(NOTHING, "cbcp.opt.no_callback", "No callback"),
	CP_OPTION(USER, "cbcp.opt.callback_user", "Callback to a user-specified number"),
	CP_OPTION(ADMIN, "cbcp.opt.callback_admin",
		  "Callback to a pre-specified or admin-specified number"),
	CP_OPTION(LIST, "cbcp.opt.callback_list", "Callback to any of a list of numbers"),
};

static void rest_none(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	put(w, c, NO_CALLBACK, c->left.wire);
}

/* Octets up to and with the next NUL; 0: there is none. */
static uint32_t to_nul(struct cursor c)
{
	uint32_t n = 0;

	while (c.left.cap) {
		n++;
		if (!u8(&c))
			return n;
	}
	return 0;
}

static void put_type(struct walk *w, struct cursor *c)
{
	unsigned type = (unsigned)put(w, c, ADDRESS_TYPE, 1);

	label_value(w, "%s (%u)", row_word(w, ADDRESS_TYPE, type, "Other"), type);
}

/* What stands in the option is shown beside it. */
static void rest_addresses(struct walk *w, struct cursor *c, uint32_t group)
{
	(void)group;
	w->depth--;
	put(w, c, DELAY, 1);
	while (c->left.wire && !c->bad) {
		uint32_t address = open_group(w, c, ADDRESS_GROUP, c->left.wire);
		uint32_t n;

		put_type(w, c);
		n = to_nul(*c);
		if (n)
			put(w, c, ADDRESS, n);
		else
			cursor_fail(c, c->left.wire + 1);
		shut_group(w, address, c);
	}
	w->depth++;
}

static const struct ppp_option option_list[] = {
	{.code = 1, .len = 2, .more = true, .row = NOTHING, .rest = rest_none},
	{.code = 2, .len = 4, .more = true, .row = USER, .rest = rest_addresses},
	{.code = 3, .len = 4, .row = ADMIN, .rest = rest_addresses},
	{.code = 4, .len = 4, .more = true, .row = LIST, .rest = rest_addresses},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0xc029}, {0}};

const struct proto proto_cbcp = {
	.brief = "PPP CBCP",
	.spec = "draft-gidwani-ppp-callback-cp",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
