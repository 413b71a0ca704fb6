/* SPDX-License-Identifier: BSD-2-Clause */
/* LISP: mapping records, and the locators that they bring. */
/* RFC 9301, 5.4; RFC 8111, 6.3 (referrals). */
#include "shared/lisp.h"
#include "shared/numbers.h"

enum {
	MAPPINGS,
	LOOSE,
	UNEXPECTED,
	MAPPING,
	MAP_TTL,
	MAP_LOCATORS,
	MAP_LEN,
	MAP_ACTION,
	MAP_AUTH,
	MAP_INCOMPLETE,
	MAP_RESERVED,
	MAP_RESERVED2,
	MAP_SIGNATURES,
	MAP_VERSION,
	MAP_AFI,
	EID_AFI,
	EID_IPV4,
	EID_IPV6,
	EID_MAC,
	EID_TEXT,
	LOC,
	LOC_PRIORITY,
	LOC_WEIGHT,
	LOC_MPRIORITY,
	LOC_MWEIGHT,
	LOC_FLAGS,
	LOC_RESERVED,
	LOC_LOCAL,
	LOC_PROBE,
	LOC_REACH,
	LOC_AFI,
	LOCATOR,
};

enum { MAP_REQUEST = 1, MAP_REFERRAL = 6 };

static const struct word actions[] = {
	{0, "No-Action"},
	{1, "Natively-Forward"},
	{2, "Send-Map-Request"},
	{3, "Drop/No-Reason"},
	{4, "Drop/Policy-Denied"},
	{5, "Drop/Authentication-Failure"},
	{6, "Forward-For-Unknown-Address"},
};
static const struct words action_words = {actions, COUNT(actions)};

static const struct word referrals[] = {
	{0, "Node Referral"},   {1, "Map-Server Referral"},
	{2, "Map-Server ACK"},  {3, "Map-Server Not Registered"},
	{4, "Delegation Hole"}, {5, "Not Authoritative"},
};
static const struct words referral_words = {referrals, COUNT(referrals)};

static const struct field fields[] = {
	[MAPPINGS] = {"lisp.mappings", "Mapping Records", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[UNEXPECTED] = EXPERT("lisp.unexpected_field", "Unexpected field", ERROR, G_PROTOCOL),
	[MAPPING] = {"lisp.mapping", "Mapping Record", NONE, .help = "Where an identifier is",
		     .ref = "5.4"},
	[MAP_TTL] = {"lisp.mapping.ttl", "Record TTL", U32, DEC, .under = MAPPING,
		     .help = "Minutes that it holds good", .ref = "5.4"},
	[MAP_LOCATORS] = {"lisp.mapping.loccnt", "Locator Count", U8, DEC, .under = MAPPING,
			  .help = "How many locators follow", .ref = "5.4"},
	[MAP_LEN] = {"lisp.mapping.eid.masklen", "EID Mask Length", U8, DEC, .under = MAPPING,
		     .help = "Bits that count", .ref = "5.4"},
	[MAP_ACTION] = {"lisp.mapping.act", "Action", U16, DEC, AT(0, 3), BOX(16, 0),
			.under = LOOSE, .words = &action_words,
			.help = "What to do without locators", .ref = "5.4"},
	[MAP_AUTH] = {"lisp.mapping.auth", "Authoritative bit", BOOL, AT(3, 1), BOX(16, 3),
		      .under = LOOSE, WORDS(set_notset), .help = "From the site itself",
		      .ref = "5.4"},
	[MAP_INCOMPLETE] = {"lisp.referral.incomplete", "Incomplete", BOOL, AT(4, 1), BOX(16, 4),
			    .under = LOOSE, WORDS(set_notset), .help = "Some referrals lack",
			    .ref = "RFC 8111, 6.3"},
	[MAP_RESERVED] = {"lisp.mapping.res1", "Reserved", U16, HEX, AT(5, 11), BOX(16, 5),
			  .under = LOOSE, .help = "Always 0", .ref = "5.4"},
	[MAP_RESERVED2] = {"lisp.mapping.res2", "Reserved", U16, HEX, AT(0, 4), BOX(16, 0),
			   .under = LOOSE, .help = "Always 0", .ref = "5.4"},
	[MAP_SIGNATURES] = {"lisp.referral.sigcnt", "Signature Count", U16, DEC, AT(0, 4),
			    BOX(16, 0), .under = LOOSE, .help = "How many signatures follow",
			    .ref = "RFC 8111, 6.3"},
	[MAP_VERSION] = {"lisp.mapping.ver", "Mapping Version", U16, DEC, AT(4, 12), BOX(16, 4),
			 .under = LOOSE, .help = "Counts changes", .ref = "5.4"},
	[MAP_AFI] = {"lisp.mapping.eid.afi", "EID Prefix AFI", U16, DEC, .under = MAPPING,
		     .words = &address_families, .help = "Which family", .ref = "5.4"},
	FAMILY_ROWS(EID, "lisp.mapping.eid.", "EID Prefix", MAPPING),
	MAC_AND_TEXT_ROWS(EID, "lisp.mapping.eid.", "EID Prefix", MAPPING),
	[LOC] = {"lisp.loc", "Locator Record", NONE, .help = "One locator", .ref = "5.4"},
	[LOC_PRIORITY] = {"lisp.loc.priority", "Priority", U8, DEC, AT(0, 8), .under = LOC,
			  .help = "The lowest is taken", .ref = "5.4"},
	[LOC_WEIGHT] = {"lisp.loc.weight", "Weight", U8, DEC, AT(8, 8), .under = LOC,
			.help = "Its share", .ref = "5.4"},
	[LOC_MPRIORITY] = {"lisp.loc.multicast_priority", "Multicast Priority", U8, DEC, AT(16, 8),
			   .under = LOC, .help = "The same for groups", .ref = "5.4"},
	[LOC_MWEIGHT] = {"lisp.loc.multicast_weight", "Multicast Weight", U8, DEC, AT(24, 8),
			 .under = LOC, .help = "The same for groups", .ref = "5.4"},
	[LOC_FLAGS] = {"lisp.loc.flags", "Flags", U16, HEX, AT(32, 16), .under = LOC,
		       .help = "All flags", .ref = "5.4"},
	[LOC_RESERVED] = {"lisp.loc.flags.res", "Reserved", U16, HEX, AT(32, 13),
			  .under = LOC_FLAGS, .help = "Always 0", .ref = "5.4"},
	[LOC_LOCAL] = {"lisp.loc.flags.local", "Local", BOOL, AT(45, 1), BOX(16, 13),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "The sender's own",
		       .ref = "5.4"},
	[LOC_PROBE] = {"lisp.loc.flags.probe", "Probe", BOOL, AT(46, 1), BOX(16, 14),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "The one that was probed",
		       .ref = "5.4"},
	[LOC_REACH] = {"lisp.loc.flags.reach", "Reachable", BOOL, AT(47, 1), BOX(16, 15),
		       .under = LOC_FLAGS, WORDS(set_notset), .help = "As the sender sees it",
		       .ref = "5.4"},
	[LOC_AFI] = {"lisp.loc.afi", "AFI", U16, DEC, AT(48, 16), .under = LOC,
		     .words = &address_families, .help = "Which family", .ref = "5.4"},
	[LOCATOR] = {"lisp.loc.locator", "Locator", STRING, .under = LOC,
		     .help = "The address in words", .ref = "5.4"},
};

#define MAP_HEAD 12
#define LOC_HEAD 8

static void put_locator(struct walk *w, struct cursor *c, unsigned number)
{
	struct cursor head = *c;
	uint32_t group = open_group(w, c, LOC, c->left.wire);
	unsigned priority = u8(&head), weight = u8(&head), mpriority = u8(&head);
	unsigned mweight = u8(&head), flags = u16(&head), family = u16(&head);
	struct cursor behind = head;
	const char *words = pass_address(w, &behind, family);
	uint32_t at = head.at;

	if (head.bad) {
		cursor_fail(c, LOC_HEAD);
		shut_group(w, group, NULL);
		return;
	}
	label_tail_of(w, group,
		      " %u, %sRLOC: %s%s, %s, Priority/Weight: %u/%u, Multicast "
		      "Priority/Weight: %u/%u",
		      number, flags & 4 ? "Local " : "", words, flags & 2 ? " (probed)" : "",
		      flags & 1 ? "Reachable" : "Unreachable", priority, weight, mpriority,
		      mweight);
	*c = behind;
	if (!c->bad) {
		if (family == AFI_LCAF)
			walk_canonical(w, &head);
		else
			put_string(w, LOCATOR, at, c->at - at, words);
	}
	shut_group(w, group, c);
}

/* The words behind the record's number: what it is about, and what to do. */
static void label_mapping(struct walk *w, uint32_t group, struct cursor c, bool referral)
{
	unsigned ttl = u32(&c), bits = (u8(&c), u8(&c), u16(&c));
	const char *word = word_for(referral ? &referral_words : &action_words, bits >> 13);

	if (ttl == UINT32_MAX)
		label_tail_of(w, group, "Unlimited");
	else
		label_tail_of(w, group, "%u", ttl);
	label_tail_of(w, group, ", %s", referral ? "" : "Action: ");
	if (referral && bits >> 13 > 5)
		label_tail_of(w, group, "Invalid action code (%u)", bits >> 13);
	else
		label_tail_of(w, group, "%s", word ? word : "Unknown");
	label_tail_of(w, group, "%s, %sAuthoritative",
		      referral && bits & 0x0800 ? " (Incomplete)" : "",
		      bits & 0x1000 ? "" : "Not ");
}

/* The record before its address; some bits mean something in referrals alone. */
static void put_head(struct walk *w, struct cursor *c, bool referral)
{
	static const struct part parts[] = {{MAP_TTL, 4}, {MAP_LOCATORS, 1}, {MAP_LEN, 1}, {0, 0}};

	put_rows(w, c, parts);
	put_slice(w, *c, MAP_ACTION, 2);
	put_slice(w, *c, MAP_AUTH, 2);
	if (referral)
		put_slice(w, *c, MAP_INCOMPLETE, 2);
	put_slice(w, *c, MAP_RESERVED, 2);
	u16(c);
	put_slice(w, *c, referral ? MAP_SIGNATURES : MAP_RESERVED2, 2);
	put_slice(w, *c, MAP_VERSION, 2);
	u16(c);
	put(w, c, MAP_AFI, 2);
}

static void put_mapping(struct walk *w, struct cursor *c, unsigned number, bool referral)
{
	struct cursor head = *c;
	unsigned locators = (u32(&head), u8(&head)), len = u8(&head);
	unsigned family = (u32(&head), u16(&head));
	uint32_t group;

	if (head.bad) {
		cursor_fail(c, MAP_HEAD);
		return;
	}
	if (!is_known_family(family)) {
		bad_family(w, c, UNEXPECTED, "EID prefix AFI", family);
		return;
	}
	group = open_group(w, c, MAPPING, MAP_HEAD);
	if (w->labels) {
		label_tail_of(w, group, " %u, EID Prefix: %s/%u, TTL: ", number,
			      family_words(w, head, family), len);
		label_mapping(w, group, *c, referral);
	}
	if (any_wanted(w))
		put_head(w, c, referral);
	else
		cursor_pull(c, MAP_HEAD);
	put_family_address(w, c, EID_AFI, family);
	for (unsigned i = 1; i <= locators && !c->bad; i++)
		put_locator(w, c, i);
	shut_group(w, group, c);
}

/* The records that the header counts; in a request there is but the asker's own. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(layer_up(l, "lisp"), 0);
	unsigned type = u8(&head) >> 4, n = (u16(&head), u8(&head));

	if (type == MAP_REQUEST)
		n = 1;
	for (unsigned i = 1; i <= n && !c->bad; i++)
		put_mapping(w, c, i, type == MAP_REFERRAL);
}

static const struct hang hangs[] = {{"lisp.part", 0}, {0}};

const struct proto proto_lisp_mapping = {
	.brief = "LISP Control",
	.no_column = true,
	.bare = true,
	.prefix = "lisp",
	.spec = "RFC 9301, 5.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"lisp.afi"}},
	.hangs = hangs,
	.rest = rest,
};
