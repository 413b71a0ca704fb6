/* SPDX-License-Identifier: BSD-2-Clause */
/* Link Aggregation Control Protocol. */
/* IEEE Std 802.1AX-2014. */
#include "core/walk.h"
#include "shared/flags.h"
#include "shared/layout.h"

enum {
	LACP,
	VERSION,
	TLV_TYPE,
	TLV_LENGTH,
	A_SYS_PRIO,
	A_SYSTEM,
	A_KEY,
	A_PORT_PRIO,
	A_PORT,
	A_STATE,
	A_ACTIVITY,
	A_TIMEOUT,
	A_AGGREGATION,
	A_SYNC,
	A_COLLECTING,
	A_DISTRIBUTING,
	A_DEFAULTED,
	A_EXPIRED,
	A_LETTERS,
	A_RESERVED,
	P_SYS_PRIO,
	P_SYSTEM,
	P_KEY,
	P_PORT_PRIO,
	P_PORT,
	P_STATE,
	P_ACTIVITY,
	P_TIMEOUT,
	P_AGGREGATION,
	P_SYNC,
	P_COLLECTING,
	P_DISTRIBUTING,
	P_DEFAULTED,
	P_EXPIRED,
	P_LETTERS,
	P_RESERVED,
	DELAY,
	C_RESERVED,
	PAD,
};

static const struct word tlv_type_words[] = {
	{0, "Terminator"},
	{1, "Actor Information"},
	{2, "Partner Information"},
	{3, "Collector Information"},
};

static const struct word a_activity_words[] = {{0, "Passive"}, {1, "Active"}};

static const struct word a_timeout_words[] = {{0, "Long Timeout"}, {1, "Short Timeout"}};

static const struct word a_aggregation_words[] = {{0, "Individual"}, {1, "Aggregatable"}};

static const struct word a_sync_words[] = {{0, "Out of Sync"}, {1, "In Sync"}};

static const struct word a_collecting_words[] = {{0, "Disabled"}, {1, "Enabled"}};

static const struct field fields[] = {
	[LACP] = {"lacp", "Link Aggregation Control Protocol", PROTO},
	[VERSION] = {"lacp.version", "LACP Version", U8, HEX, .help = "1 or 2", .ref = "6.4.2.3"},
	[TLV_TYPE] = {"lacp.tlv_type", "TLV Type", U8, HEX, WORDS(tlv_type_words),
		      .help = "What follows", .ref = "6.4.2.3"},
	[TLV_LENGTH] = {"lacp.tlv_length", "TLV Length", U8, HEX,
			.help = "Octets of it, with these two", .ref = "6.4.2.3"},
	[A_SYS_PRIO] = {"lacp.actor.sys_priority", "Actor System Priority", U16, DEC,
			.help = "The lowest decides", .ref = "6.4.2.3"},
	[A_SYSTEM] = {"lacp.actor.sysid", "Actor System ID", ETHER, .help = "Who sends it",
		      .ref = "6.4.2.3"},
	[A_KEY] = {"lacp.actor.key", "Actor Key", U16, DEC,
		   .help = "Ports with one key can be joined", .ref = "6.4.2.3"},
	[A_PORT_PRIO] = {"lacp.actor.port_priority", "Actor Port Priority", U16, DEC,
			 .help = "The lowest is joined first", .ref = "6.4.2.3"},
	[A_PORT] = {"lacp.actor.port", "Actor Port", U16, DEC, .help = "Which port sends it",
		    .ref = "6.4.2.3"},
	[A_STATE] = {"lacp.actor.state", "Actor State", U8, HEX, .form = form_flags,
		     .help = "All flags", .ref = "6.4.2.3"},
	[A_ACTIVITY] = {"lacp.actor.state.activity", "LACP Activity", BOOL, AT(7, 1),
			.under = A_STATE, WORDS(a_activity_words), .help = "It speaks first",
			.ref = "6.4.2.3"},
	[A_TIMEOUT] = {"lacp.actor.state.timeout", "LACP Timeout", BOOL, AT(6, 1), .under = A_STATE,
		       WORDS(a_timeout_words), .help = "It wants messages often", .ref = "6.4.2.3"},
	[A_AGGREGATION] = {"lacp.actor.state.aggregation", "Aggregation", BOOL, AT(5, 1),
			   .under = A_STATE, WORDS(a_aggregation_words),
			   .help = "The link may be joined", .ref = "6.4.2.3"},
	[A_SYNC] = {"lacp.actor.state.synchronization", "Synchronization", BOOL, AT(4, 1),
		    .under = A_STATE, WORDS(a_sync_words), .help = "The link is in the right group",
		    .ref = "6.4.2.3"},
	[A_COLLECTING] = {"lacp.actor.state.collecting", "Collecting", BOOL, AT(3, 1),
			  .under = A_STATE, WORDS(a_collecting_words), .help = "Frames are taken",
			  .ref = "6.4.2.3"},
	[A_DISTRIBUTING] = {"lacp.actor.state.distributing", "Distributing", BOOL, AT(2, 1),
			    .under = A_STATE, WORDS(a_collecting_words), .help = "Frames are sent",
			    .ref = "6.4.2.3"},
	[A_DEFAULTED] = {"lacp.actor.state.defaulted", "Defaulted", BOOL, AT(1, 1),
			 .under = A_STATE, WORDS(yes_no),
			 .help = "Nothing was heard of the partner", .ref = "6.4.2.3"},
	[A_EXPIRED] = {"lacp.actor.state.expired", "Expired", BOOL, AT(0, 1), .under = A_STATE,
		       WORDS(yes_no), .help = "Nothing is heard of it any more", .ref = "6.4.2.3"},
	[A_LETTERS] = {"lacp.actor.state_str", "Actor State Flags", STRING, .traits = GENERATED,
		       .help = "The flags as letters", .ref = "6.4.2.3"},
	[A_RESERVED] = {"lacp.actor.reserved", "Reserved", BYTES, .help = "Always 0",
			.ref = "6.4.2.3"},
	[P_SYS_PRIO] = {"lacp.partner.sys_priority", "Partner System Priority", U16, DEC,
			.help = "The lowest decides", .ref = "6.4.2.3"},
	[P_SYSTEM] = {"lacp.partner.sysid", "Partner System", ETHER,
		      .help = "Who is at the other end", .ref = "6.4.2.3"},
	[P_KEY] = {"lacp.partner.key", "Partner Key", U16, DEC,
		   .help = "Ports with one key can be joined", .ref = "6.4.2.3"},
	[P_PORT_PRIO] = {"lacp.partner.port_priority", "Partner Port Priority", U16, DEC,
			 .help = "The lowest is joined first", .ref = "6.4.2.3"},
	[P_PORT] = {"lacp.partner.port", "Partner Port", U16, DEC, .help = "Which port is there",
		    .ref = "6.4.2.3"},
	[P_STATE] = {"lacp.partner.state", "Partner State", U8, HEX, .form = form_flags,
		     .help = "All flags", .ref = "6.4.2.3"},
	[P_ACTIVITY] = {"lacp.partner.state.activity", "LACP Activity", BOOL, AT(7, 1),
			.under = P_STATE, WORDS(a_activity_words), .help = "It speaks first",
			.ref = "6.4.2.3"},
	[P_TIMEOUT] = {"lacp.partner.state.timeout", "LACP Timeout", BOOL, AT(6, 1),
		       .under = P_STATE, WORDS(a_timeout_words), .help = "It wants messages often",
		       .ref = "6.4.2.3"},
	[P_AGGREGATION] = {"lacp.partner.state.aggregation", "Aggregation", BOOL, AT(5, 1),
			   .under = P_STATE, WORDS(a_aggregation_words),
			   .help = "The link may be joined", .ref = "6.4.2.3"},
	[P_SYNC] = {"lacp.partner.state.synchronization", "Synchronization", BOOL, AT(4, 1),
		    .under = P_STATE, WORDS(a_sync_words), .help = "The link is in the right group",
		    .ref = "6.4.2.3"},
	[P_COLLECTING] = {"lacp.partner.state.collecting", "Collecting", BOOL, AT(3, 1),
			  .under = P_STATE, WORDS(a_collecting_words), .help = "Frames are taken",
			  .ref = "6.4.2.3"},
	[P_DISTRIBUTING] = {"lacp.partner.state.distributing", "Distributing", BOOL, AT(2, 1),
			    .under = P_STATE, WORDS(a_collecting_words), .help = "Frames are sent",
			    .ref = "6.4.2.3"},
	[P_DEFAULTED] = {"lacp.partner.state.defaulted", "Defaulted", BOOL, AT(1, 1),
			 .under = P_STATE, WORDS(yes_no), .help = "Nothing was heard of the actor",
			 .ref = "6.4.2.3"},
	[P_EXPIRED] = {"lacp.partner.state.expired", "Expired", BOOL, AT(0, 1), .under = P_STATE,
		       WORDS(yes_no), .help = "Nothing is heard of it any more", .ref = "6.4.2.3"},
	[P_LETTERS] = {"lacp.partner.state_str", "Partner State Flags", STRING, .traits = GENERATED,
		       .help = "The flags as letters", .ref = "6.4.2.3"},
	[P_RESERVED] = {"lacp.partner.reserved", "Reserved", BYTES, .help = "Always 0",
			.ref = "6.4.2.3"},
	[DELAY] = {"lacp.collector.max_delay", "Collector Max Delay", U16, DEC,
		   .help = "Tens of microseconds that frames may wait", .ref = "6.4.2.3"},
	[C_RESERVED] = {"lacp.coll_reserved", "Reserved", BYTES, .help = "Always 0",
			.ref = "6.4.2.3"},
	[PAD] = {"lacp.pad", "Pad", BYTES, .help = "Always 0", .ref = "6.4.2.3"},
};

#define ACTOR_AT 3 /* octets before the actor's system, and the partner's */
#define PARTNER_AT 23

/* The flags as letters, the least significant last. */
static void put_letters(char *to, unsigned state)
{
	static const char letters[] = "EFDCSGSA";

	for (unsigned i = 0; i < 8; i++)
		to[i] = state >> (7 - i) & 1 ? letters[i] : '*';
	to[8] = '\0';
}

static void put_state(struct walk *w, struct cursor *c, unsigned row, unsigned letters)
{
	char *words = take(w, 9);
	unsigned state = (unsigned)put(w, c, row, 1);

	put_letters(words, state);
	if (!c->bad)
		put_string(w, letters, c->at - 1, 1, words);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_layout(w, c,
		   PARTS({VERSION, 1}, {TLV_TYPE, 1}, {TLV_LENGTH, 1}, {A_SYS_PRIO, 2},
			 {A_SYSTEM, 6}, {A_KEY, 2}, {A_PORT_PRIO, 2}, {A_PORT, 2}));
	if (!c->bad)
		put_state(w, c, A_STATE, A_LETTERS);
	put_layout(w, c,
		   PARTS({A_RESERVED, 3}, {TLV_TYPE, 1}, {TLV_LENGTH, 1}, {P_SYS_PRIO, 2},
			 {P_SYSTEM, 6}, {P_KEY, 2}, {P_PORT_PRIO, 2}, {P_PORT, 2}));
	if (!c->bad)
		put_state(w, c, P_STATE, P_LETTERS);
	put_layout(w, c,
		   PARTS({P_RESERVED, 3}, {TLV_TYPE, 1}, {TLV_LENGTH, 1}, {DELAY, 2},
			 {C_RESERVED, 12}, {TLV_TYPE, 1}, {TLV_LENGTH, 1}, {PAD, TO_END}));
}

static void put_end(struct text *t, const struct layer *l, const char *who, uint32_t at)
{
	struct cursor c = layer_cursor(l, at);
	const uint8_t *system;
	unsigned key, port;
	char letters[9];

	u16(&c);
	system = cursor_pull(&c, 6);
	key = u16(&c);
	u16(&c);
	port = u16(&c);
	put_letters(letters, u8(&c));
	if (!system || c.bad)
		return;
	text_format(t, " %s ", who);
	text_address(t, system, 6);
	text_format(t, " P: %u K: %u %s", port, key, letters);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);

	(void)r;
	text_format(t, "v%u", u8(&c));
	put_end(t, l, "ACTOR", ACTOR_AT);
	put_end(t, l, "PARTNER", PARTNER_AT);
}

static const struct hang hangs[] = {{"slow.subtype", 1}, {"ethertype", 0x8103}, {0}};

const struct proto proto_lacp = {
	.brief = "LACP",
	.spec = "IEEE Std 802.1AX-2014",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
	.info = info,
};
