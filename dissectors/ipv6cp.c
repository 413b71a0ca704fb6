/* SPDX-License-Identifier: BSD-2-Clause */
/* PPP: the control protocol of IPv6. */
/* RFC 5072; RFC 5172 (compression). */
#include "shared/layout.h"
#include "shared/ppp.h"
#include "shared/ppp_compress.h"

enum { OPT_TYPE = COMPRESS_ROWS, OPT_LENGTH, IDENTIFIER, INTERFACE };

static const struct word codes[] = {CP_CODES};

static const struct field fields[] = {
	CP_FIELDS("ipv6cp", "PPP IPv6 Control Protocol", codes),
	COMPRESS_FIELDS,
	[OPT_TYPE] = {"ipv6cp.opt.type", "Type", U8, DEC, .help = "Which option", .ref = "4"},
	[OPT_LENGTH] = {"ipv6cp.opt.length", "Length", U8, DEC, .help = "Octets of the option",
			.ref = "4"},
	[IDENTIFIER] = {"ipv6cp.interface_identifier", "Interface Identifier", BYTES,
			.help = "The lower half of the sender's address", .ref = "4.1"},
	CP_OPTION(INTERFACE, "ipv6cp.opt.interface_identifier", "Interface Identifier"),
};

static void rest_interface(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor peek = *c;
	const uint8_t *p = cursor_pull(&peek, 8);

	(void)group;
	put(w, c, IDENTIFIER, 8);
	if (p)
		label_value(w, "%s", address_words(w, EUI64, p));
}

static const struct ppp_option option_list[] = {
	{.code = 1, .len = 10, .row = INTERFACE, .rest = rest_interface},
	{.code = 2,
	 .len = 2,
	 .more = true,
	 .row = COMPRESS,
	 .type = COMPRESS_TYPE,
	 .length = COMPRESS_LENGTH,
	 .rest = compress_rest,
	 .name = "IPv6 compression"},
};
static const struct ppp_options options = {OPT_TYPE, OPT_LENGTH,    option_list, COUNT(option_list),
					   CP_BAD,   CP_BAD_LENGTH, CP_OTHER};

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	ppp_control(w, l, c, &options);
}

static const struct hang hangs[] = {{"ppp.protocol", 0x8057}, {0}};

const struct proto proto_ipv6cp = {
	.brief = "PPP IPV6CP",
	.spec = "RFC 5072",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.least = 4,
	.next = {.also = {"ppp.protocol"}},
	.hangs = hangs,
	.rest = rest,
	.info = ppp_control_info,
};
