/* SPDX-License-Identifier: BSD-2-Clause */
/* Protocol Independent Multicast: the messages of version 2 and the head of version 1's. */
/* RFC 7761, RFC 3973 (dense mode), RFC 5015 (bidirectional). */
#include "shared/pim.h"
#include "core/checksum.h"

/* Rows of addresses come in pairs: IPv4's, and right behind it IPv6's. */
enum {
	PIM,
	LOOSE,
	VERSION,
	TYPE,
	DF_SUBTYPE,
	DF_RESERVED,
	NO_FORWARD,
	IGMP_TYPE,
	CODE,
	RESERVED,
	CHECKSUM,
	CHECKSUM_BAD_NOTE,
	STATUS,
	OPTION_LIST,
	REGISTER_FLAGS,
	BORDER,
	NULL_REGISTER,
	IP_VERSION,
	DUMMY,
	SOURCE,
	SOURCE_6,
	RP,
	RP_6,
	ORIGINATOR,
	ORIGINATOR_6,
	GROUP,
	GROUP_6,
	MASK_LEN,
	METRIC_ROWS,
	DF_PREF,
	TTL,
	PRUNE_INDICATOR,
	PRUNE_NOW,
	ASSERT_OVERRIDE,
	INTERVAL,
};

struct state {
	uint64_t status, sum;
};

enum {
	REGISTER = 1,
	REGISTER_STOP,
	BOOTSTRAP = 4,
	ASSERT,
	STATE_REFRESH = 9,
	DF_ELECTION,
	PFM = 12,
};

/* Tables in `next.also`. */
enum { ADDRESSES, TYPES, VERSIONS };

#define HEAD 4
#define CHECKED_OF_REGISTER 8 /* RFC 7761, 4.9: what the packet quotes isn't covered */
#define NEXT_HEADER 103

static const struct word types[] = {
	{0, "Hello"},
	{1, "Register"},
	{2, "Register-stop"},
	{3, "Join/Prune"},
	{4, "Bootstrap"},
	{5, "Assert"},
	{6, "Graft"},
	{7, "Graft-Ack"},
	{8, "Candidate-RP-Advertisement"},
	{9, "State-Refresh"},
	{10, "DF election"},
	{11, "ECMP redirect"},
	{12, "PFM source discovery"},
};
static const struct words type_words = {types, COUNT(types)};

static const struct word codes[] = {
	{0, "Query"},      {1, "Register"},     {2, "Register-stop"},
	{3, "Join/Prune"}, {4, "RP-Reachable"}, {5, "Assert"},
	{6, "Graft"},      {7, "Graft-Ack"},    {8, "Mode"},
};
static const struct words code_words = {codes, COUNT(codes)};

static const struct word df_subtypes[] = {
	{1, "offer"}, {2, "DF Winner"}, {3, "DF Backoff"}, {4, "DF Pass"}};

static const struct word ip_versions[] = {{0, "Dummy Header"}, {4, "IPv4"}, {6, "IPv6"}};

static const struct field fields[] = {
	[PIM] = {"pim", "Protocol Independent Multicast", PROTO},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[VERSION] = {"pim.version", "Version", U8, DEC, AT(0, 4), .under = LOOSE, .help = "1 or 2",
		     .ref = "4.9"},
	[TYPE] = {"pim.type", "Type", U8, DEC, AT(4, 4), .under = LOOSE, .words = &type_words,
		  .help = "What the message is for", .ref = "4.9"},
	[DF_SUBTYPE] = {"pim.df_elect.subtype", "DF Subtype", U8, DEC, AT(0, 4), .under = LOOSE,
			WORDS(df_subtypes), .help = "Step of the election", .ref = "RFC 5015, 3.7"},
	[DF_RESERVED] = {"pim.df_elect.rsvd", "DF reserved", U8, DEC, AT(4, 4), .under = LOOSE,
			 .help = "Always 0", .ref = "RFC 5015, 3.7"},
	[NO_FORWARD] = {"pim.pfmnoforwardbit", "Pfm no forward bit", BOOL, AT(0, 1), .under = LOOSE,
			.help = "Not to be flooded on", .ref = "RFC 8364, 3.1"},
	[IGMP_TYPE] = {"pim.igmp_type", "Type", STRING, .help = "IGMP's number of PIM",
		       .ref = "PIM version 1, no RFC"},
	[CODE] = {"pim.code", "Code", U8, DEC, .words = &code_words,
		  .help = "What the message is for", .ref = "PIM version 1, no RFC"},
	[RESERVED] = RESERVED_ROW,
	[CHECKSUM] = {"pim.cksum", "Checksum", U16, HEX, .fill = FILL_CHECKSUM,
		      .help = "Over the message", .ref = "4.9"},
	[CHECKSUM_BAD_NOTE] = EXPERT("pim.bad_checksum", "Bad checksum", ERROR, G_CHECKSUM),
	[STATUS] = {"pim.cksum.status", "Checksum Status", U8, PLAIN, .traits = GENERATED,
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[OPTION_LIST] = OPTION_LIST_ROW,
	[REGISTER_FLAGS] = {"pim.register_flag", "Flags", U32, HEX, .help = "All flags",
			    .ref = "4.9.3"},
	[BORDER] = {"pim.register_flag.border", "Border", BOOL, AT(0, 1), BOX(32, 0),
		    .under = REGISTER_FLAGS, WORDS(yes_no), .help = "From a border router",
		    .ref = "4.9.3"},
	[NULL_REGISTER] = {"pim.register_flag.null_register", "Null-Register", BOOL, AT(1, 1),
			   BOX(32, 1), .under = REGISTER_FLAGS, WORDS(yes_no),
			   .help = "It carries no data", .ref = "4.9.3"},
	[IP_VERSION] = {"pim.ip_version", "IP Version", U8, DEC, AT(0, 4), .under = LOOSE,
			WORDS(ip_versions), .help = "Of the packet inside", .ref = "4.9.3"},
	[DUMMY] = {"pim.dummy_header", "Dummy Header", NONE, .help = "In place of a packet",
		   .ref = "4.9.3"},
	PAIR(SOURCE, "pim.source", "pim.source_ip6", "Source", "Who sends to the group"),
	PAIR(RP, "pim.rp", "pim.rp_ip6", "RP", "The rendezvous point"),
	PAIR(ORIGINATOR, "pim.originator", "pim.originator_ip6", "Originator",
	     "Who began the message"),
	PAIR(GROUP, "pim.group", "pim.group_ip6", "Group", "The group"),
	[MASK_LEN] = {"pim.mask_len", "Masklen", U8, DEC, .help = "Bits that count",
		      .ref = "4.9.1"},
	METRIC_FIELDS,
	[DF_PREF] = {"pim.metric_pref", "Metric Preference", U32, DEC,
		     .help = "How trusty the metric is", .ref = "RFC 5015, 3.7"},
	[TTL] = {"pim.ttl", "TTL", U8, DEC, .help = "How far refreshes go",
		 .ref = "RFC 3973, 4.7.11"},
	[PRUNE_INDICATOR] = {"pim.prune_indicator", "Prune indicator", BOOL, AT(0, 1),
			     .under = LOOSE, WORDS(set_notset), .help = "The link is pruned",
			     .ref = "RFC 3973, 4.7.11"},
	[PRUNE_NOW] = {"pim.prune_now", "Prune now", BOOL, AT(1, 1), .under = LOOSE,
		       WORDS(set_notset), .help = "Prunes are wanted again",
		       .ref = "RFC 3973, 4.7.11"},
	[ASSERT_OVERRIDE] = {"pim.assert_override", "Assert override", BOOL, AT(2, 1),
			     .under = LOOSE, WORDS(set_notset), .help = "Asserts may follow",
			     .ref = "RFC 3973, 4.7.11"},
	[INTERVAL] = {"pim.interval", "Interval", U8, DEC, .help = "Seconds between refreshes",
		      .ref = "RFC 3973, 4.7.11"},
};

/* --- messages that have no table of their own --- */

/* What an old router sends in place of a header; tshark looks for addresses behind it. */
static void put_dummy(struct walk *w, struct cursor *c)
{
	uint32_t group = open_group(w, c, DUMMY, c->left.cap);

	label_tail_of(w, group, w->r.from.kind == IPV6 ? "IPv6" : "IPv4");
	shut_group(w, group, NULL);
	cursor_pull(c, c->left.cap);
	cursor_fail(c, 1);
}

static void walk_packet(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t version = put_slice(w, *c, IP_VERSION, 1);

	l->last_word = true;
	if (!c->left.cap)
		cursor_fail(c, 1);
	else if (version)
		l->header = l->bytes.wire - c->left.wire;
	if (version == 4 || version == 6)
		walk_next(w, next_by(l, version), *c);
	else if (!version && !c->bad)
		put_dummy(w, c);
}

static void put_register(struct walk *w, struct layer *l, struct cursor *c)
{
	put(w, c, REGISTER_FLAGS, 4);
	if (!c->bad)
		walk_packet(w, l, c);
}

static void put_register_stop(struct walk *w, struct cursor *c)
{
	if (put_encoded(w, c, GROUP, ENCODED_GROUP, -1))
		put_encoded(w, c, SOURCE, ENCODED_UNICAST, -1);
}

static void put_assert(struct walk *w, struct cursor *c)
{
	if (put_encoded(w, c, GROUP, ENCODED_GROUP, -1) &&
	    put_encoded(w, c, SOURCE, ENCODED_UNICAST, -1))
		put_metrics(w, c, RPT);
}

static void put_state_refresh(struct walk *w, struct cursor *c)
{
	if (!put_encoded(w, c, GROUP, ENCODED_GROUP, -1) ||
	    !put_encoded(w, c, SOURCE, ENCODED_UNICAST, -1) ||
	    !put_encoded(w, c, ORIGINATOR, ENCODED_UNICAST, -1))
		return;
	put_metrics(w, c, RPT);
	put(w, c, MASK_LEN, 1);
	put(w, c, TTL, 1);
	put_slice(w, *c, PRUNE_INDICATOR, 1);
	put_slice(w, *c, PRUNE_NOW, 1);
	put_slice(w, *c, ASSERT_OVERRIDE, 1);
	cursor_pull(c, 1);
	put(w, c, INTERVAL, 1);
}

static void put_election(struct walk *w, struct cursor *c)
{
	if (!put_encoded(w, c, RP, ENCODED_UNICAST, -1))
		return;
	put(w, c, DF_PREF, 4);
	label_name(w, "DF Metric Preference");
	put(w, c, METRIC, 4);
}

/* What the type says; many types have tables of their own. */
static void put_body(struct walk *w, struct layer *l, struct cursor *c, unsigned type)
{
	const struct plan *part = also_by(l, TYPES, type);

	if (part)
		*c = walk_part(w, part, *c);
	else if (type == REGISTER)
		put_register(w, l, c);
	else if (type == REGISTER_STOP)
		put_register_stop(w, c);
	else if (type == ASSERT)
		put_assert(w, c);
	else if (type == STATE_REFRESH)
		put_state_refresh(w, c);
	else if (type == DF_ELECTION)
		put_election(w, c);
}

/* What is reserved in a bootstrap message's body; tshark shows it behind all else. */
static void put_bootstrap_reserved(struct walk *w, struct cursor c)
{
	cursor_pull(&c, 4);
	cursor_pull(&c, 2 + encoded_octets(c));
	while (c.left.cap) {
		uint32_t octets = encoded_octets(c);
		unsigned n;

		cursor_pull(&c, 5 + octets);
		n = octets ? u8(&c) : 0;
		cursor_pull(&c, 2);
		while (n-- && c.left.cap) {
			cursor_pull(&c, 5 + encoded_octets(c));
			if (c.left.cap)
				put(w, &c, RESERVED, 1);
		}
		if (!octets)
			return;
	}
}

/* --- the message as a whole --- */

static bool is_version1(const struct layer *l)
{
	return l->via != NULL;
}

/* What the checksum is over: but for what is quoted, which differs from router to router. */
static struct span covered(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c), code = is_version1(l) ? u8(&c) : first & 15;

	return code == REGISTER ? span_first(l->bytes, CHECKED_OF_REGISTER) : l->bytes;
}

/* Of version 2 alone: version 1's begins in IGMP. */
static bool checksum(const struct layer *l, uint32_t pseudo, bool ipv6, uint16_t *value)
{
	struct cursor c = layer_cursor(l, 0);

	*value = (uint16_t)~inet_fold(inet_sum(ipv6 ? pseudo : 0, covered(l)));
	return u8(&c) >> 4 == 2;
}

static void note(struct walk *w, struct layer *l)
{
	static const char *const columns[] = {
		"PIMv0", "PIMv1", "PIMv2",  "PIMv3",  "PIMv4",  "PIMv5",  "PIMv6",  "PIMv7",
		"PIMv8", "PIMv9", "PIMv10", "PIMv11", "PIMv12", "PIMv13", "PIMv14", "PIMv15"};
	struct cursor c = layer_cursor(l, is_version1(l) ? HEAD : 0);
	unsigned version = u8(&c) >> 4;
	struct span s_covered;
	struct state *s;

	l->column = columns[is_version1(l) ? 1 : version];
	if (!any_wanted(w))
		return;
	s_covered = covered(l);
	s = new_state(w, l, sizeof *s);
	s->sum = 0;
	if (!is_version1(l) && w->r.from.kind == IPV6)
		s->sum = inet_pseudo_sum(&w->r, NEXT_HEADER, s_covered.wire);
	s->status = version == (is_version1(l) ? 1 : 2) ? inet_status((uint32_t)s->sum, s_covered)
							: CHECKSUM_UNVERIFIED;
}

static void put_checksum(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;

	put(w, c, CHECKSUM, 2);
	if (c->bad || !s)
		return;
	inet_words(w, CHECKSUM, CHECKSUM_BAD_NOTE, (unsigned)s->status, (uint32_t)s->sum,
		   covered(l));
	put_value(w, STATUS, c->at, 0, s->status);
}

static void rest_v1(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek;
	unsigned code;
	uint32_t list;

	put_string(w, IGMP_TYPE, c->at, 1, "PIM (0x14)");
	cursor_pull(c, 1);
	code = (unsigned)put(w, c, CODE, 1);
	put_checksum(w, l, c);
	peek = *c;
	put_slice(w, *c, VERSION, 1);
	if (u8(&peek) >> 4 != 1 || c->bad) {
		c->bad = c->bad ? c->bad : peek.bad;
		return;
	}
	cursor_pull(c, 1);
	put(w, c, RESERVED, 3);
	if (c->bad)
		return;
	if (code != REGISTER) {
		*c = walk_part(w, also_by(l, VERSIONS, 1), *c);
		return;
	}
	list = open_group(w, c, OPTION_LIST, c->left.wire);
	walk_packet(w, l, c);
	shut_group(w, list, NULL);
}

static void put_head(struct walk *w, struct cursor *c, unsigned type)
{
	put_slice(w, *c, VERSION, 1);
	put_slice(w, *c, TYPE, 1);
	cursor_pull(c, 1);
	if (type == DF_ELECTION) {
		put_slice(w, *c, DF_SUBTYPE, 1);
		put_slice(w, *c, DF_RESERVED, 1);
		cursor_pull(c, 1);
		return;
	}
	if (type == PFM)
		put_slice(w, *c, NO_FORWARD, 1);
	put(w, c, RESERVED, 1);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor peek = *c, body;
	unsigned first, version, type;
	uint32_t list;

	if (is_version1(l)) {
		rest_v1(w, l, c);
		return;
	}
	first = u8(&peek);
	version = first >> 4;
	type = first & 15;
	put_head(w, c, type);
	put_checksum(w, l, c);
	if (c->bad || (version == 2 && !c->left.wire))
		return;
	body = *c;
	list = open_group(w, c, OPTION_LIST, c->left.wire);
	if (version == 2)
		put_body(w, l, c, type);
	w->depth = l->depth + 1u;
	shut_group(w, list, NULL);
	if (version == 2 && type == BOOTSTRAP)
		put_bootstrap_reserved(w, body);
}

/* Only a register carries a packet. */
static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c);

	(void)w;
	*child = NULL;
	return first >> 4 == 2 && (first & 15) != REGISTER;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned first = u8(&c), code = is_version1(l) ? u8(&c) : first & 15;
	const char *word = word_for(is_version1(l) ? &code_words : &type_words, code);

	(void)r;
	if (!is_version1(l) && first >> 4 != 2)
		text_put(t, "Unknown");
	else if (word)
		text_put(t, word);
	else
		text_format(t, "Unknown (%u)", code);
}

static const struct hang hangs[] = {{"ip.proto", NEXT_HEADER}, {"igmp.type", 0x14}, {0}};

const struct proto proto_pim = {
	.brief = "PIM",
	.spec = "RFC 7761",
	.fields = fields,
	.n_fields = COUNT(fields),
	/* A router says hello: for 105 seconds. */
	SAMPLE(" \0\0\0"
	       "\0\1\0\2\0i"),
	.least = 1,
	.sum = SUM_OWN,
	.sum_at = 2,
	.checksum = checksum,
	.next = {.table = "ip.version", .also = {"pim.address", "pim.type", "pim.version"}},
	.hangs = hangs,
	.skim = skim,
	.note = note,
	.rest = rest,
	.info = info,
};
