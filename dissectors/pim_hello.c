/* SPDX-License-Identifier: BSD-2-Clause */
/* PIM: options of hellos. */
/* RFC 7761, 4.9.2; RFC 3973, 4.7.5 (state refresh). */
#include "shared/pim.h"

enum {
	HELLO,
	LOOSE,
	OPTION,
	OPTION_TYPE,
	OPTION_VALUE_ROWS,
	HOLDTIME,
	PRUNE_T,
	PROPAGATION,
	OVERRIDE,
	DR_PRIORITY,
	GENERATION,
	REFRESH_VERSION,
	REFRESH_INTERVAL,
	REFRESH_RESERVED,
	ADDRESS_LIST,
	ADDRESS,
	ADDRESS_6,
};

/* Types of options. */
enum { ADDRESSES = 24, OLD_ADDRESSES = 65001 };

static const struct word hello_options[] = {
	{1, "Hold Time"},
	{2, "LAN Prune Delay"},
	{17, "Label Parameters"},
	{18, "Deprecated"},
	{19, "DR Priority"},
	{20, "Generation ID"},
	{21, "State-Refresh"},
	{22, "Bidirectional Capable"},
	{23, "VCI Capability"},
	{24, "Address List"},
	{25, "Neighbor List TLV"},
	{26, "Join Attribute"},
	{27, "PIM-over-TCP-Capable"},
	{28, "PIM-over-SCTP-Capable"},
	{29, "Pop-Count"},
	{30, "PIM MT-ID"},
	{31, "Interface ID"},
	{32, "PIM ECMP Redirect Hello Option"},
	{33, "vPC Peer ID"},
	{34, "DR Load Balancing Capability"},
	{35, "DR Load Balancing List"},
	{36, "Hierarchical Join/Prune Attribute"},
	{65001, "Address list, old implementation"},
	{65004, "RPF Proxy Vector (Cisco proprietary)"},
};

static const struct words hello_words = {hello_options, COUNT(hello_options)};

static const struct field fields[] = {
	[HELLO] = {"pim.hello", "Hello", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[OPTION] = {"text", "Option", HEADING},
	[OPTION_TYPE] = {"pim.optiontype", "Type", U16, DEC, .under = OPTION,
			 .help = "Which option", .ref = "4.9.2"},
	OPTION_VALUE_FIELDS,
	[HOLDTIME] = HOLDTIME_ROW(form_goodbye, "4.9.2"),
	[PRUNE_T] = {"pim.t", "T", BOOL, AT(0, 1), .under = LOOSE,
		     .help = "The sender can track joins", .ref = "4.9.2"},
	[PROPAGATION] = {"pim.propagation_delay", "Propagation Delay", U16, DEC, AT(1, 15),
			 .under = LOOSE, .help = "Milliseconds across the link", .ref = "4.9.2"},
	[OVERRIDE] = {"pim.override_interval", "Override Interval", U16, DEC, .under = OPTION,
		      .help = "Milliseconds to object to a prune", .ref = "4.9.2"},
	[DR_PRIORITY] = {"pim.dr_priority", "DR Priority", U32, DEC, .under = OPTION,
			 .help = "The highest becomes designated router", .ref = "4.9.2"},
	[GENERATION] = {"pim.generation_id", "Generation ID", U32, DEC, .under = OPTION,
			.help = "Another one after each restart", .ref = "4.9.2"},
	[REFRESH_VERSION] = {"pim.state_refresh_version", "Version", U8, DEC, .under = OPTION,
			     .help = "Always 1", .ref = "RFC 3973, 4.7.5"},
	[REFRESH_INTERVAL] = {"pim.state_refresh_interval", "Interval", U8, DEC, .under = OPTION,
			      .help = "Seconds between refreshes", .ref = "RFC 3973, 4.7.5"},
	[REFRESH_RESERVED] = {"pim.state_refresh_reserved", "Reserved", U16, DEC, .under = OPTION,
			      .help = "Always 0", .ref = "RFC 3973, 4.7.5"},
	[ADDRESS_LIST] = {"text", "Address List", HEADING, .under = OPTION},
	PAIR(ADDRESS, "pim.address_list", "pim.address_list_ip6", "Address",
	     "Another address of the sender"),
};

static void put_holdtime(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned seconds = (unsigned)put(w, c, HOLDTIME, 2);

	if (!c->bad)
		label_tail_of(w, group, ": %u%s", seconds,
			      !seconds            ? " (goodbye)"
			      : seconds == 0xffff ? " (Infinity)"
						  : "");
}

static void put_number(struct walk *w, struct cursor *c, unsigned row, uint32_t group)
{
	unsigned n = (unsigned)put(w, c, row, 4);

	if (!c->bad)
		label_tail_of(w, group, ": %u", n);
}

static void put_prune_delay(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned t = (unsigned)put_slice(w, *c, PRUNE_T, 1);
	unsigned delay = (unsigned)put_slice(w, *c, PROPAGATION, 2), interval;

	cursor_pull(c, 2);
	interval = (unsigned)put(w, c, OVERRIDE, 2);
	if (!c->bad)
		label_tail_of(w, group,
			      ": T = %u, Propagation Delay = %ums, Override Interval = %ums", t,
			      delay, interval);
}

static void put_refresh(struct walk *w, struct cursor *c, uint32_t group)
{
	unsigned version = (unsigned)put(w, c, REFRESH_VERSION, 1);
	unsigned interval = (unsigned)put(w, c, REFRESH_INTERVAL, 1);

	put(w, c, REFRESH_RESERVED, 2);
	if (!c->bad)
		label_tail_of(w, group, ": Version = %u, Interval = %us", version, interval);
}

static void put_list(struct walk *w, struct cursor *c)
{
	while (c->left.cap && put_encoded(w, c, ADDRESS, ENCODED_UNICAST, -1))
		;
}

static void put_addresses(struct walk *w, struct cursor *c, unsigned type)
{
	uint32_t group = open_group(w, c, ADDRESS_LIST, c->left.wire);

	label_tail_of(w, group, " (%u)", type);
	if (type == OLD_ADDRESSES)
		label_whole(w, "old Address List (%u)", type);
	put_list(w, c);
	shut_group(w, group, NULL);
}

static void put_hello_value(struct walk *w, struct cursor *c, unsigned type, uint32_t group)
{
	switch (type) {
	case 1:
		put_holdtime(w, c, group);
		break;
	case 2:
		put_prune_delay(w, c, group);
		break;
	case 19:
		put_number(w, c, DR_PRIORITY, group);
		break;
	case 20:
		put_number(w, c, GENERATION, group);
		break;
	case 21:
		put_refresh(w, c, group);
		break;
	case ADDRESSES:
	case OLD_ADDRESSES:
		put_addresses(w, c, type);
		break;
	default:
		if (c->left.wire)
			put(w, c, OPTION_VALUE, c->left.wire);
		break;
	}
}

/* Octets of a value that is read whatever the option's length says; 0: that length is heeded. */
static uint32_t fixed_octets(unsigned type)
{
	return type == 1 ? 2 : type == 2 || (type >= 19 && type <= 21) ? 4 : 0;
}

static void put_hello_option(struct walk *w, struct cursor *c)
{
	struct cursor value = *c;
	unsigned type = u16(&value);
	uint32_t len = u16(&value), group;
	const char *word = word_for(&hello_words, type);

	if (!cursor_has(c, 4 + len)) {
		cursor_fail(c, 4 + len);
		return;
	}
	group = open_group(w, c, OPTION, 4 + len);
	put(w, c, OPTION_TYPE, 2);
	put(w, c, OPTION_LENGTH, 2);
	if (word)
		label_tail_of(w, group, " %u: %s", type, word);
	else
		label_tail_of(w, group, " %u: Unknown: %u", type, type);
	if (!fixed_octets(type))
		value = cursor_first(value, len);
	put_hello_value(w, &value, type, group);
	cursor_take(c, len);
	if (value.bad && !c->bad)
		cursor_fail(c, c->left.wire + 1);
	shut_group(w, group, NULL);
}

/* The same where nobody wants to see it: whether it is all there still counts. */
static void skim_hello_option(struct walk *w, struct cursor *c)
{
	unsigned type = u16(c);
	uint32_t len = u16(c);
	struct cursor value = *c;

	cursor_pull(c, len);
	if (type == ADDRESSES || type == OLD_ADDRESSES) {
		value = cursor_first(value, len);
		put_list(w, &value);
	} else {
		cursor_pull(&value, fixed_octets(type));
	}
	if (value.bad && !c->bad)
		cursor_fail(c, c->left.wire + 1);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	void (*read)(struct walk *, struct cursor *) =
		any_wanted(w) ? put_hello_option : skim_hello_option;
	uint32_t list = w->last;
	unsigned n = 0;

	(void)l;
	for (; c->left.cap; n++)
		read(w, c);
	if (!c->bad)
		label_tail_of(w, list, ": %u", n);
}

static const struct hang hangs[] = {{"pim.type", 0}, {0}};

const struct proto proto_pim_hello = {
	.brief = "PIM",
	.no_column = true,
	.bare = true,
	.prefix = "pim",
	.spec = "RFC 7761, 4.9.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"pim.address"}},
	.hangs = hangs,
	.rest = rest,
};
