/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages of RPL, the routing protocol of low-power networks, in ICMPv6. */
/* RFC 6550, 6; RFC 6551 (metrics); RFC 6997 (point to point) */
#include "shared/flags.h"
#include "shared/icmpv6.h"

enum {
	RPL,
	LOOSE,
	RESERVED,
	SEC_FLAGS,
	SEC_T,
	SEC_T_RSV,
	SEC_ALGORITHM,
	SEC_MODE,
	SEC_KIM,
	SEC_LVL,
	SEC_RSV,
	SEC_OTHER,
	SEC_COUNTER,
	SEC_SOURCE,
	SEC_INDEX,
	DIS_FLAGS,
	DIO_INSTANCE,
	DIO_VERSION,
	DIO_RANK,
	DIO_FLAGS,
	DIO_G,
	DIO_0,
	DIO_MOP,
	DIO_PREFERENCE,
	DIO_DTSN,
	DIO_FLAGS_2,
	DIO_ID,
	DAO_INSTANCE,
	DAO_FLAGS,
	DAO_K,
	DAO_D,
	DAO_RSV,
	DAO_SEQUENCE,
	DAO_ID,
	ACK_INSTANCE,
	ACK_FLAGS,
	ACK_D,
	ACK_RSV,
	ACK_SEQUENCE,
	ACK_STATUS,
	ACK_ID,
	DRO_INSTANCE,
	DRO_VERSION,
	MUST_BE_0,
	DRO_FLAGS,
	DRO_STOP,
	DRO_ACK,
	DRO_SEQ,
	DRO_RSV,
	DROACK_FLAGS,
	DROACK_SEQ,
	DROACK_RSV,
	DRO_ID,
	CC_INSTANCE,
	CC_FLAGS,
	CC_R,
	CC_RSV,
	CC_NONCE,
	CC_ID,
	CC_COUNTER,
};

static const struct word algorithms[] = {
	{0, "Encryption: CCM with AES-128 / Signature: RSA with SHA-256"},
};
static const struct word modes[] = {
	{0, "No Downward routes maintained by RPL"},
	{1, "Non-Storing Mode of Operation"},
	{2, "Storing Mode of Operation with no multicast support"},
	{3, "Storing Mode of Operation with multicast support"},
	{4, "P2P Route Discovery Mode of Operation"},
};
/* --- words of the detail tree --- */

static const struct field fields[] = {
	[RPL] = {"icmpv6.rpl", "RPL", PROTO},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	[RESERVED] = {"icmpv6.reserved", "Reserved", BYTES, .help = "Always 0",
		      .ref = "RFC 6550, 6.2"},
	[SEC_FLAGS] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.1"},
	[SEC_T] = {"icmpv6.rpl.secure.flag.t", "Counter is Time (T)", BOOL, AT(0, 1),
		   .under = SEC_FLAGS, .help = "The counter is a time", .ref = "RFC 6550, 6.1"},
	[SEC_T_RSV] = {"icmpv6.rpl.secure.flag.rsv", "Reserved", U8, DEC, AT(1, 7),
		       .under = SEC_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.1"},
	[SEC_ALGORITHM] = {"icmpv6.rpl.secure.algorithm", "Algorithm", U8, DEC, WORDS(algorithms),
			   .help = "How it is protected", .ref = "RFC 6550, 6.1"},
	[SEC_MODE] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		      .help = "Key and level", .ref = "RFC 6550, 6.1"},
	[SEC_KIM] = {"icmpv6.rpl.secure.kim", "Key Identifier Mode (KIM)", U8, DEC, AT(0, 2),
		     .under = SEC_MODE, .help = "How the key is named", .ref = "RFC 6550, 6.1"},
	[SEC_LVL] = {"icmpv6.rpl.secure.lvl", "Security Level (LVL)", U8, DEC, AT(5, 3),
		     .under = SEC_MODE, .help = "How much is protected", .ref = "RFC 6550, 6.1"},
	[SEC_RSV] = {"icmpv6.rpl.secure.rsv", "Reserved", U8, DEC, AT(2, 3), .under = SEC_MODE,
		     .help = "Always 0", .ref = "RFC 6550, 6.1"},
	[SEC_OTHER] = {"icmpv6.rpl.secure.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "More flags", .ref = "RFC 6550, 6.1"},
	[SEC_COUNTER] = {"icmpv6.rpl.secure.counter", "Counter", U32, DEC,
			 .help = "Against replays", .ref = "RFC 6550, 6.1"},
	[SEC_SOURCE] = {"icmpv6.rpl.secure.key.source", "Key Source", BYTES, .help = "Whose key",
			.ref = "RFC 6550, 6.1"},
	[SEC_INDEX] = {"icmpv6.rpl.secure.key.index", "Key Source", U8, DEC,
		       .help = "Which of its keys", .ref = "RFC 6550, 6.1"},
	[DIS_FLAGS] = {"icmpv6.rpl.dis.flags", "Flags", U8, DEC, .help = "Always 0",
		       .ref = "RFC 6550, 6.2"},
	[DIO_INSTANCE] = {"icmpv6.rpl.dio.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.3"},
	[DIO_VERSION] = {"icmpv6.rpl.dio.version", "Version", U8, DEC,
			 .help = "Which version of the graph", .ref = "RFC 6550, 6.3"},
	[DIO_RANK] = {"icmpv6.rpl.dio.rank", "Rank", U16, DEC,
		      .help = "How far the sender is from the root", .ref = "RFC 6550, 6.3"},
	[DIO_FLAGS] = {"icmpv6.rpl.dio.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.3"},
	[DIO_G] = {"icmpv6.rpl.dio.flag.g", "Grounded (G)", BOOL, AT(0, 1), .under = DIO_FLAGS,
		   .help = "The graph meets its goal", .ref = "RFC 6550, 6.3"},
	[DIO_0] = {"icmpv6.rpl.dio.flag.0", "Zero", BOOL, AT(1, 1), .under = DIO_FLAGS,
		   .help = "Always 0", .ref = "RFC 6550, 6.3"},
	[DIO_MOP] = {"icmpv6.rpl.dio.flag.mop", "Mode of Operation (MOP)", U8, HEX, AT(2, 3),
		     .under = DIO_FLAGS, WORDS(modes), .help = "How routes down are kept",
		     .ref = "RFC 6550, 6.3"},
	[DIO_PREFERENCE] = {"icmpv6.rpl.dio.flag.preference", "DODAG Preference", U8, DEC, AT(5, 3),
			    .under = DIO_FLAGS, .help = "Which graph to prefer",
			    .ref = "RFC 6550, 6.3"},
	[DIO_DTSN] = {"icmpv6.rpl.dio.dtsn",
		      "Destination Advertisement Trigger Sequence Number (DTSN)", U8, DEC,
		      .help = "Asks for new advertisements", .ref = "RFC 6550, 6.3"},
	[DIO_FLAGS_2] = {"icmpv6.rpl.dio.flag", "Flags", U8, HEX, .form = form_flags,
			 .help = "Always 0", .ref = "RFC 6550, 6.3"},
	[DIO_ID] = {"icmpv6.rpl.dio.dagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.3"},
	[DAO_INSTANCE] = {"icmpv6.rpl.dao.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.4"},
	[DAO_FLAGS] = {"icmpv6.rpl.dao.flag", "Flags", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.4"},
	[DAO_K] = {"icmpv6.rpl.dao.flag.k", "DAO-ACK Request (K)", BOOL, AT(0, 1),
		   .under = DAO_FLAGS, .help = "An answer is wanted", .ref = "RFC 6550, 6.4"},
	[DAO_D] = {"icmpv6.rpl.dao.flag.d", "DODAGID Present (D)", BOOL, AT(1, 1),
		   .under = DAO_FLAGS, .help = "There is a DODAGID", .ref = "RFC 6550, 6.4"},
	[DAO_RSV] = {"icmpv6.rpl.dao.flag.rsv", "Reserved", U8, DEC, AT(2, 6), .under = DAO_FLAGS,
		     .help = "Always 0", .ref = "RFC 6550, 6.4"},
	[DAO_SEQUENCE] = {"icmpv6.rpl.dao.sequence", "DAO Sequence", U8, DEC,
			  .help = "Counts messages", .ref = "RFC 6550, 6.4"},
	[DAO_ID] = {"icmpv6.rpl.dao.dodagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.4"},
	[ACK_INSTANCE] = {"icmpv6.rpl.daoack.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6550, 6.5"},
	[ACK_FLAGS] = {"icmpv6.rpl.daoack.flag", "Flag", U8, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6550, 6.5"},
	[ACK_D] = {"icmpv6.rpl.daoack.flag.d", "DODAGID Present (D)", BOOL, AT(0, 1),
		   .under = ACK_FLAGS, .help = "There is a DODAGID", .ref = "RFC 6550, 6.5"},
	[ACK_RSV] = {"icmpv6.rpl.daoack.flag.rsv", "Reserved", U8, DEC, AT(1, 7),
		     .under = ACK_FLAGS, .help = "Always 0", .ref = "RFC 6550, 6.5"},
	[ACK_SEQUENCE] = {"icmpv6.rpl.daoack.sequence", "DAO-ACK Sequence", U8, DEC,
			  .help = "Which message is answered", .ref = "RFC 6550, 6.5"},
	[ACK_STATUS] = {"icmpv6.rpl.daoack.status", "Status", U8, DEC,
			.help = "Whether it was taken", .ref = "RFC 6550, 6.5"},
	[ACK_ID] = {"icmpv6.rpl.daoack.dodagid", "DODAGID", IPV6, .help = "The root's address",
		    .ref = "RFC 6550, 6.5"},
	[DRO_INSTANCE] = {"icmpv6.rpl.p2p.dro.instance", "RPLInstanceID", U8, DEC,
			  .help = "Which topology", .ref = "RFC 6997, 8"},
	[DRO_VERSION] = {"icmpv6.rpl.p2p.dro.version", "Version", U8, DEC, .help = "Always 0",
			 .ref = "RFC 6997, 8"},
	[MUST_BE_0] = EXPERT("icmpv6.rpl.p2p.dro.zero", "This field MUST be set to zero", WARNING,
			     G_PROTOCOL),
	[DRO_FLAGS] = {"icmpv6.rpl.p2p.dro.flag", "Flags", U16, HEX, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6997, 8"},
	[DRO_STOP] = {"icmpv6.rpl.p2p.dro.flag.stop", "Stop", BOOL, AT(0, 1), BOX(16, 0),
		      .under = DRO_FLAGS, WORDS(yes_no), .help = "The search is over",
		      .ref = "RFC 6997, 8"},
	[DRO_ACK] = {"icmpv6.rpl.p2p.dro.flag.ack", "Ack", BOOL, AT(1, 1), BOX(16, 1),
		     .under = DRO_FLAGS, WORDS(yes_no), .help = "An answer is wanted",
		     .ref = "RFC 6997, 8"},
	[DRO_SEQ] = {"icmpv6.rpl.p2p.dro.flag.seq", "Seq", U16, DEC, AT(2, 2), BOX(16, 2),
		     .under = DRO_FLAGS, .help = "Counts messages", .ref = "RFC 6997, 8"},
	[DRO_RSV] = {"icmpv6.rpl.p2p.dro.flag.reserved", "Reserved", U16, DEC, AT(4, 12),
		     BOX(16, 4), .under = DRO_FLAGS, .help = "Always 0", .ref = "RFC 6997, 8"},
	[DROACK_FLAGS] = {"icmpv6.rpl.p2p.droack.flag", "Flags", U16, HEX, .form = form_flags,
			  .help = "All flags", .ref = "RFC 6997, 10"},
	[DROACK_SEQ] = {"icmpv6.rpl.p2p.droack.flag.seq", "Seq", U16, DEC, AT(0, 2), BOX(16, 0),
			.under = DROACK_FLAGS, .help = "Which message is answered",
			.ref = "RFC 6997, 10"},
	[DROACK_RSV] = {"icmpv6.rpl.p2p.droack.flag.reserved", "Reserved", U16, DEC, AT(2, 14),
			BOX(16, 2), .under = DROACK_FLAGS, .help = "Always 0",
			.ref = "RFC 6997, 10"},
	[DRO_ID] = {"icmpv6.rpl.p2p.dro.dagid", "DODAGID", IPV6, .help = "The origin's address",
		    .ref = "RFC 6997, 8"},
	[CC_INSTANCE] = {"icmpv6.rpl.cc.instance", "RPLInstanceID", U8, DEC,
			 .help = "Which topology", .ref = "RFC 6550, 6.6"},
	[CC_FLAGS] = {"icmpv6.rpl.cc.flag", "Flag", U8, HEX, .form = form_flags,
		      .help = "All flags", .ref = "RFC 6550, 6.6"},
	[CC_R] = {"icmpv6.rpl.cc.flag.r", "Response (R)", BOOL, AT(0, 1), .under = CC_FLAGS,
		  .help = "It is an answer", .ref = "RFC 6550, 6.6"},
	[CC_RSV] = {"icmpv6.rpl.cc.flag.rsv", "Reserved", U8, DEC, AT(1, 7), .under = CC_FLAGS,
		    .help = "Always 0", .ref = "RFC 6550, 6.6"},
	[CC_NONCE] = {"icmpv6.rpl.cc.nonce", "CC Nonce", U16, HEX,
		      .help = "The same in question and answer", .ref = "RFC 6550, 6.6"},
	[CC_ID] = {"icmpv6.rpl.cc.dodagid", "DODAGID", IPV6, .help = "The root's address",
		   .ref = "RFC 6550, 6.6"},
	[CC_COUNTER] = {"icmpv6.rpl.cc.destination_counter", "Destination Counter", U32, DEC,
			.help = "The receiver's counter", .ref = "RFC 6550, 6.6"},
};

/* --- options; each body is read from behind its length --- */

/* Codes of the messages, without the bit that says that they are secured. */
enum { DIS, DIO, DAO, DAO_ACK, DRO, DROACK, CONSISTENCY = 10 };

/* --- messages --- */

static void read_solicitation(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{DIS_FLAGS, 1}, {RESERVED, 1}, {0, 0}};

	put_rows(w, c, parts);
}

static void read_information(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{DIO_INSTANCE, 1}, {DIO_VERSION, 1}, {DIO_RANK, 2},
					    {DIO_FLAGS, 1},    {DIO_DTSN, 1},    {DIO_FLAGS_2, 1},
					    {RESERVED, 1},     {DIO_ID, 16},     {0, 0}};

	put_rows(w, c, parts);
}

#define DAO_HAS_ID 0x40
#define ACK_HAS_ID 0x80

static void read_advertisement(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{RESERVED, 1}, {DAO_SEQUENCE, 1}, {0, 0}};
	uint64_t flags;

	put(w, c, DAO_INSTANCE, 1);
	flags = put(w, c, DAO_FLAGS, 1);
	put_rows(w, c, parts);
	if (flags & DAO_HAS_ID)
		put(w, c, DAO_ID, 16);
}

static void read_acknowledgment(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{ACK_SEQUENCE, 1}, {ACK_STATUS, 1}, {0, 0}};
	uint64_t flags;

	put(w, c, ACK_INSTANCE, 1);
	flags = put(w, c, ACK_FLAGS, 1);
	put_rows(w, c, parts);
	if (flags & ACK_HAS_ID)
		put(w, c, ACK_ID, 16);
}

/* A discovery's answer, and that one's. */
static void read_reply(struct walk *w, struct cursor *c, unsigned flags)
{
	put(w, c, DRO_INSTANCE, 1);
	if (put(w, c, DRO_VERSION, 1))
		expert(w, MUST_BE_0, NULL);
	put(w, c, flags, 2);
	put(w, c, DRO_ID, 16);
}

static void read_consistency(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{CC_INSTANCE, 1}, {CC_FLAGS, 1},   {CC_NONCE, 2},
					    {CC_ID, 16},      {CC_COUNTER, 4}, {0, 0}};

	put_rows(w, c, parts);
}

#define LEVEL 7

static void read_security(struct walk *w, struct cursor *c)
{
	static const struct part parts[] = {{SEC_OTHER, 1}, {SEC_COUNTER, 4}, {0, 0}};
	uint64_t level;

	put(w, c, SEC_FLAGS, 1);
	put(w, c, SEC_ALGORITHM, 1);
	level = put(w, c, SEC_MODE, 1) & LEVEL;
	put_rows(w, c, parts);
	if (level == 2 || level == 3)
		put(w, c, SEC_SOURCE, 8);
	if (level == 0 || level == 2 || level == 3)
		put(w, c, SEC_INDEX, 1);
}

/* Whether options follow. */
static bool read_message(struct walk *w, struct cursor *c, uint8_t code)
{
	switch (code) {
	case DIS:
		read_solicitation(w, c);
		break;
	case DIO:
		read_information(w, c);
		break;
	case DAO:
		read_advertisement(w, c);
		break;
	case DAO_ACK:
		read_acknowledgment(w, c);
		break;
	case DRO:
		read_reply(w, c, DRO_FLAGS);
		break;
	case DROACK:
		read_reply(w, c, DROACK_FLAGS);
		return false;
	case CONSISTENCY:
		read_consistency(w, c);
		break;
	default:
		return false;
	}
	return true;
}

#define SECURE 0x80
enum { PART_OPTIONS = 2 };

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint8_t code = (uint8_t)icmpv6_code(l);

	if (code & SECURE)
		read_security(w, c);
	code &= SECURE - 1;
	if (!read_message(w, c, code))
		return;
	if (c->left.wire && !c->bad)
		*c = walk_part(w, also_by(l, 0, PART_OPTIONS), *c);
}

static const struct hang hangs[] = {{"icmpv6.type", 155}, {0}};

const struct proto proto_icmpv6_rpl = {
	.brief = "ICMPv6",
	.no_column = true,
	.spec = "RFC 6550, 6",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"icmpv6.part"}},
	.bare = true,
	.prefix = "icmpv6",
	.hangs = hangs,
	.rest = rest,
};
