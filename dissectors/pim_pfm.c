/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: floods of who sends to which groups. */
/* RFC 8364. */
#include "shared/pim.h"

enum {
	PFM,
	LOOSE,
	ORIGINATOR,
	ORIGINATOR_6,
	OPTION,
	TRANSITIVE,
	OPTION_TYPE15,
	OPTION_VALUE_ROWS,
	GROUP,
	GROUP_6,
	SOURCE_COUNT,
	SOURCE_HOLDTIME,
	SOURCE,
	SOURCE_6,
};

static const struct field fields[] = {
	[PFM] = {"pim.pfm", "Flooding Mechanism and Source Discovery", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	PAIR(ORIGINATOR, "pim.originator", "pim.originator_ip6", "Originator",
	     "Who began the message"),
	[OPTION] = {"text", "Option", HEADING},
	[TRANSITIVE] = {"pim.transitivetype", "Transitive Type", BOOL, AT(0, 1), .under = LOOSE,
			.help = "To be flooded on even if unknown", .ref = "RFC 8364, 3.1"},
	[OPTION_TYPE15] = {"pim.optiontype", "Type", U16, DEC, AT(1, 15), .under = LOOSE,
			   .help = "Which option", .ref = "RFC 8364, 3.1"},
	OPTION_VALUE_FIELDS,
	PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", "The group"),
	[SOURCE_COUNT] = {"pim.srccount", "Source Count", U16, DEC, .help = "How many sources",
			  .ref = "RFC 8364, 4.1"},
	[SOURCE_HOLDTIME] = {"pim.srcholdtime", "Source Holdtime", U16, DEC, .form = form_goodbye,
			     .help = "Seconds that it holds good", .ref = "RFC 8364, 4.1"},
	PAIR(SOURCE, "pim.source", "pim.source_ip6", "Source", "Who sends to the group"),
};

/* RFC 8364, 4.1 */
static void put_group_sources(struct walk *w, struct cursor *c)
{
	unsigned n;

	if (!put_encoded(w, c, GROUP, ENCODED_GROUP, -1))
		return;
	n = (unsigned)put(w, c, SOURCE_COUNT, 2);
	put(w, c, SOURCE_HOLDTIME, 2);
	while (n-- && !c->bad && put_encoded(w, c, SOURCE, ENCODED_UNICAST, -1))
		;
}

static void put_pfm_option(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, OPTION, c->left.wire), len;
	unsigned type;

	put_slice(w, *c, TRANSITIVE, 1);
	type = (unsigned)put_slice(w, *c, OPTION_TYPE15, 2);
	cursor_pull(c, 2);
	len = (uint32_t)put(w, c, OPTION_LENGTH, 2);
	if (type == 1) {
		label_tail_of(w, group, " 1: Group Source Holdtime TLV");
		shut_group(w, group, NULL);
		put_group_sources(w, c);
		return;
	}
	label_tail_of(w, group, " %u: Unknown: %u", type, type);
	if (len)
		put(w, c, OPTION_VALUE, len);
	shut_group(w, group, NULL);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t list = w->last;
	unsigned n = 0;

	(void)l;
	if (!put_encoded(w, c, ORIGINATOR, ENCODED_UNICAST, -1))
		return;
	for (; c->left.cap; n++)
		put_pfm_option(w, c);
	if (!c->bad)
		label_tail_of(w, list, ": %u", n);
}

static const struct hang hangs[] = {{"pim.type", 12}, {0}};

const struct proto proto_pim_pfm = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 8364",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"pim.address"}},
	.hangs = hangs,
	.rest = rest,
};
