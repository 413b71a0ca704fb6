/* SPDX-License-Identifier: BSD-2-Clause */
/* Multipath TCP: what its option says, which stands among TCP's. */
/* RFC 8684 (version 1), RFC 6824 (version 0). */
#include "core/walk.h"

enum {
	MPTCP,
	KIND,
	LEN,
	MP_SLICES,
	MP_SUBTYPE,
	MP_VERSION,
	MP_RESERVED,
	MP_IP_VERSION,
	MP_ECHO,
	MP_CAPABLE_V0,
	MP0_CHECKSUM,
	MP0_EXTENSIBLE,
	MP0_SHA1,
	MP0_RESERVED,
	MP_CAPABLE_V1,
	MP1_CHECKSUM,
	MP1_EXTENSIBLE,
	MP1_NO_MORE,
	MP1_SHA256,
	MP1_RESERVED,
	MP_NO_ALGORITHM,
	MP_BAD_ALGORITHM,
	MP_BACKUP_FLAGS,
	MP_BACKUP,
	MP_DSS,
	MP_DATA_FIN,
	MP_SEQ8,
	MP_SEQ_PRESENT,
	MP_ACK8,
	MP_ACK_PRESENT,
	MP_RST_FLAGS,
	MP_FLAG_U,
	MP_FLAG_V,
	MP_FLAG_W,
	MP_FLAG_T,
	MP_RST_REASON,
	MP_ADDRESS_ID,
	MP_SEND_KEY,
	MP_RECV_KEY,
	MP_RECV_TOKEN,
	MP_SEND_RANDOM,
	MP_SHORT_HMAC,
	MP_SEND_HMAC,
	MP_ADD_HMAC,
	MP_DATA_ACK,
	MP_DATA_SEQ,
	MP_SUBFLOW_SEQ,
	MP_DATA_LEN,
	MP_CHECKSUM,
	MP_INFINITE,
	MP_IPV4,
	MP_IPV6,
	MP_PORT,
	MP_REMOVED,
};

#define HEAD 2 /* octets of kind and length */

static const struct word mptcp_subtypes[] = {
	{0, "Multipath Capable"}, {1, "Join Connection"}, {2, "Data Sequence Signal"},
	{3, "Add Address"},       {4, "Remove Address"},  {5, "Change Subflow Priority"},
	{6, "TCP Fallback"},      {7, "Fast Close"},      {8, "TCP Reset"},
};

static const struct word reset_reasons[] = {
	{0x0, "Unspecified error"},         {0x1, "MPTCP-specific error"},
	{0x2, "Lack of resources"},         {0x3, "Administratively prohibited"},
	{0x4, "Too much outstanding data"}, {0x5, "Unacceptable performance"},
	{0x6, "Middlebox interference"},
};

static const struct word kinds[] = {{30, "Multipath TCP"}};

/* "0x81, Transient" */
static void form_reset_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"Transient", "Flag W", "Flag V", "Flag U"};

	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 2);
	for (int bit = 3; bit >= 0; bit--)
		if (n->u >> bit & 1) {
			text_put(t, ", ");
			text_put(t, names[bit]);
		}
}

#define MP_BIT(row, name, what, bit, parent, says)  \
	[row] = {"tcp.options.mptcp." name ".flag", \
		 what,                              \
		 U8,                                \
		 DEC,                               \
		 AT(bit, 1),                        \
		 .under = parent,                   \
		 .help = says,                      \
		 .ref = "RFC 8684, 3"}
#define MP_ROW(row, name, what, kind, base, says, section)                   \
	[row] = {"tcp.options.mptcp." name,  what, kind, base, .help = says, \
		 .ref = "RFC 8684, " section}
#define MP_GROUP(row)                                                              \
	[row] = {"tcp.options.mptcp.flags",        "Multipath TCP flags", U8, HEX, \
                                                                                   \
		 .help = "Depends on the subtype", .ref = "RFC 8684, 3"}
#define MP_CHECKSUM_BIT(row, parent)                    \
	[row] = {"tcp.options.mptcp.checksumreq.flags", \
		 "Checksum required",                   \
		 U8,                                    \
		 DEC,                                   \
		 AT(0, 1),                              \
		 .under = parent,                       \
		 .help = "Of the data, too",            \
		 .ref = "RFC 8684, 3.1"}
#define MP_RST(row, name, what, bit)                \
	[row] = {"tcp.options.mptcp." name ".flag", \
		 what,                              \
		 BOOL,                              \
		 AT(4 + (bit), 1),                  \
		 BOX(4, bit),                       \
		 .under = MP_RST_FLAGS,             \
		 WORDS(set_notset),                 \
		 .help = what,                      \
		 .ref = "RFC 8684, 3.6"}

static const struct field fields[] = {
	[MPTCP] = {"mptcp", "MPTCP", PROTO, .line = "Multipath Transmission Control Protocol"},
	[KIND] = {"tcp.option_kind", "Kind", U8, DEC, AT(0, 8), WORDS(kinds), .preset = 30,
		  .help = "Which option", .ref = "RFC 8684, 3"},
	[LEN] = {"tcp.option_len", "Length", U8, DEC, AT(8, 8),
		 .help = "Octets of the whole option", .ref = "RFC 8684, 3"},
	[MP_SLICES] = {"text", "Bits", HEADING},
	[MP_SUBTYPE] = {"tcp.options.mptcp.subtype", "Multipath TCP subtype", U8, DEC, AT(0, 4),
			.under = MP_SLICES, WORDS(mptcp_subtypes), .help = "What is said",
			.ref = "RFC 8684, 3"},
	[MP_VERSION] = {"tcp.options.mptcp.version", "Multipath TCP version", U8, DEC, AT(4, 4),
			.under = MP_SLICES, .help = "0 or 1", .ref = "RFC 8684, 3.1"},
	[MP_RESERVED] = {"tcp.options.mptcp.reserved", "Reserved", U16, HEX, AT(4, 12),
			 .under = MP_SLICES, .help = "Always 0", .ref = "RFC 8684, 3.2"},
	[MP_IP_VERSION] = {"tcp.options.mptcp.ipver", "IP version", U8, DEC, AT(4, 4),
			   .under = MP_SLICES, .help = "Of the address, version 0",
			   .ref = "RFC 6824, 3.4.1"},
	[MP_ECHO] = {"tcp.options.mptcp.echo", "Echo", U8, DEC, AT(7, 1), .under = MP_SLICES,
		     .help = "The address was heard", .ref = "RFC 8684, 3.4.1"},
	MP_GROUP(MP_CAPABLE_V0),
	MP_CHECKSUM_BIT(MP0_CHECKSUM, MP_CAPABLE_V0),
	MP_BIT(MP0_EXTENSIBLE, "extensibility", "Extensibility", 1, MP_CAPABLE_V0, "Always 0"),
	MP_BIT(MP0_SHA1, "sha1", "Use HMAC-SHA1", 7, MP_CAPABLE_V0, "For keys and tokens"),
	[MP0_RESERVED] = {"tcp.options.mptcp.reserved.flag", "Reserved", U8, HEX, AT(2, 5),
			  .under = MP_CAPABLE_V0, .help = "Always 0", .ref = "RFC 6824, 3.1"},
	MP_GROUP(MP_CAPABLE_V1),
	MP_CHECKSUM_BIT(MP1_CHECKSUM, MP_CAPABLE_V1),
	MP_BIT(MP1_EXTENSIBLE, "extensibility", "Extensibility", 1, MP_CAPABLE_V1, "Always 0"),
	MP_BIT(MP1_NO_MORE, "nomoresubflows",
	       "Do not attempt to establish new subflows to this address and port", 2,
	       MP_CAPABLE_V1, "The address is that of a load balancer"),
	MP_BIT(MP1_SHA256, "sha256", "Use HMAC-SHA256", 7, MP_CAPABLE_V1, "For keys and tokens"),
	[MP1_RESERVED] = {"tcp.options.mptcp.reserved.flag", "Reserved", U8, HEX, AT(3, 4),
			  .under = MP_CAPABLE_V1, .help = "Always 0", .ref = "RFC 8684, 3.1"},
	[MP_NO_ALGORITHM] = EXPERT("mptcp.connection.missing_algorithm",
				   "No crypto algorithm specified", WARNING, G_PROTOCOL),
	[MP_BAD_ALGORITHM] = EXPERT("mptcp.connection.unsupported_algorithm",
				    "Unsupported algorithm", WARNING, G_PROTOCOL),
	MP_GROUP(MP_BACKUP_FLAGS),
	MP_BIT(MP_BACKUP, "backup", "Backup flag", 7, MP_BACKUP_FLAGS,
	       "Only when other paths fail"),
	MP_GROUP(MP_DSS),
	MP_BIT(MP_DATA_FIN, "datafin", "DATA_FIN", 3, MP_DSS, "The sender has no more data"),
	MP_BIT(MP_SEQ8, "dseqn8", "Data Sequence Number is 8 octets", 4, MP_DSS, "Not 4"),
	MP_BIT(MP_SEQ_PRESENT, "dseqnpresent",
	       "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum "
	       "present",
	       5, MP_DSS, "Data are mapped"),
	MP_BIT(MP_ACK8, "dataack8", "Data ACK is 8 octets", 6, MP_DSS, "Not 4"),
	MP_BIT(MP_ACK_PRESENT, "dataackpresent", "Data ACK is present", 7, MP_DSS,
	       "Data are acknowledged"),
	[MP_RST_FLAGS] = {"tcp.options.mptcp.flags", "Multipath TCP flags", U8, HEX,

			  .form = form_reset_flags, .help = "About the reset",
			  .ref = "RFC 8684, 3.6"},
	MP_RST(MP_FLAG_U, "flag_U", "Flag U", 0),
	MP_RST(MP_FLAG_V, "flag_V", "Flag V", 1),
	MP_RST(MP_FLAG_W, "flag_W", "Flag W", 2),
	MP_RST(MP_FLAG_T, "flag_T", "Transient", 3),
	[MP_RST_REASON] = {"tcp.options.mptcp.rst_reason", "TCPRST Reason", U8, HEX,

			   WORDS(reset_reasons), .help = "Why the subflow ends",
			   .ref = "RFC 8684, 3.6"},
	MP_ROW(MP_ADDRESS_ID, "addrid", "Address ID", U8, DEC, "Tells addresses apart", "3.2"),
	MP_ROW(MP_SEND_KEY, "sendkey", "Sender's Key", U64, DEC, "The sender's", "3.1"),
	MP_ROW(MP_RECV_KEY, "recvkey", "Receiver's Key", U64, DEC, "The receiver's", "3.1"),
	MP_ROW(MP_RECV_TOKEN, "recvtok", "Receiver's Token", U32, DEC, "Names the connection",
	       "3.2"),
	MP_ROW(MP_SEND_RANDOM, "sendrand", "Sender's Random Number", U32, DEC, "Against replays",
	       "3.2"),
	MP_ROW(MP_SHORT_HMAC, "sendtrunchmac", "Sender's Truncated HMAC", U64, DEC,
	       "Shows that the sender knows the keys", "3.2"),
	MP_ROW(MP_SEND_HMAC, "sendhmac", "Sender's HMAC", BYTES, PLAIN,
	       "Shows that the sender knows the keys", "3.2"),
	MP_ROW(MP_ADD_HMAC, "addaddrtrunchmac", "Truncated HMAC", U64, DEC,
	       "Shows that the sender knows the keys", "3.4.1"),
	MP_ROW(MP_DATA_ACK, "rawdataack", "Original MPTCP Data ACK", U64, DEC,
	       "The octet of data that is expected next", "3.3.2"),
	MP_ROW(MP_DATA_SEQ, "rawdataseqno", "Data Sequence Number", U64, DEC,
	       "Of the first octet of data", "3.3.1"),
	MP_ROW(MP_SUBFLOW_SEQ, "subflowseqno", "Subflow Sequence Number", U32, DEC,
	       "Where that stands in this connection", "3.3.1"),
	MP_ROW(MP_DATA_LEN, "datalvllen", "Data-level Length", U16, DEC, "Octets mapped", "3.3.1"),
	MP_ROW(MP_CHECKSUM, "checksum", "Checksum", U16, HEX, "Over the data mapped", "3.3.1"),
	[MP_INFINITE] = EXPERT("mptcp.dss.infinite_mapping", "Fallback to infinite mapping",
			       WARNING, G_PROTOCOL),
	MP_ROW(MP_IPV4, "ipv4", "Advertised IPv4 Address", IPV4, PLAIN, "Another address", "3.4.1"),
	MP_ROW(MP_IPV6, "ipv6", "Advertised IPv6 Address", IPV6, PLAIN, "Another address", "3.4.1"),
	MP_ROW(MP_PORT, "port", "Advertised port", U16, DEC, "The port there", "3.4.1"),
	[MP_REMOVED] = {"mptcp.rm_addr.count", "Number of removed addresses", U8, DEC,
			.traits = GENERATED | BORROWED, .help = "Addresses that are gone",
			.ref = "RFC 8684, 3.4.2"},
};

enum {
	MP_IS_CAPABLE,
	MP_JOIN,
	MP_IS_DSS,
	MP_ADD,
	MP_REMOVE,
	MP_PRIORITY,
	MP_FAIL,
	MP_CLOSE,
	MP_RESET
};

/* Why nobody can compute keys: no algorithm is named, or none that is known. */
static void check_algorithm(struct walk *w, unsigned flags, unsigned version)
{
	if (!(flags & 0x3f))
		expert(w, MP_NO_ALGORITHM, NULL);
	if ((flags & (version ? 0x1f : 0x3f)) != 1)
		expert(w, MP_BAD_ALGORITHM, NULL);
}

static void put_mp_capable(struct walk *w, struct cursor *c)
{
	unsigned version = (unsigned)put_slice(w, *c, MP_VERSION, 1), flags;

	u8(c);
	flags = (unsigned)put(w, c, version == 1 ? MP_CAPABLE_V1 : MP_CAPABLE_V0, 1);
	check_algorithm(w, flags, version == 1);
	if (cursor_has(c, 8))
		put(w, c, MP_SEND_KEY, 8);
	if (cursor_has(c, 8))
		put(w, c, MP_RECV_KEY, 8);
	if (cursor_has(c, 2))
		put(w, c, MP_DATA_LEN, 2);
	if (cursor_has(c, 2))
		put(w, c, MP_CHECKSUM, 2);
}

/* The three packets of a handshake differ by length alone. */
static void put_mp_join(struct walk *w, struct cursor *c)
{
	uint32_t len = c->left.wire + 2;

	if (len == 12 || len == 16) {
		put(w, c, MP_BACKUP_FLAGS, 1);
		put(w, c, MP_ADDRESS_ID, 1);
		put(w, c, len == 12 ? MP_RECV_TOKEN : MP_SHORT_HMAC, len == 12 ? 4 : 8);
		put(w, c, MP_SEND_RANDOM, 4);
	} else if (len == 24) {
		put_slice(w, *c, MP_RESERVED, 2);
		cursor_pull(c, 2);
		put(w, c, MP_SEND_HMAC, 20);
	}
}

static void put_mp_dss(struct walk *w, struct cursor *c)
{
	unsigned flags;
	bool infinite;

	u8(c);
	flags = (unsigned)put(w, c, MP_DSS, 1);
	if (flags & 1) {
		put(w, c, MP_DATA_ACK, flags & 2 ? 8 : 4);
		label_tail(w, flags & 2 ? " (64bits)" : "");
	}
	if (!(flags & 4) || c->bad)
		return;
	put(w, c, MP_DATA_SEQ, flags & 8 ? 8 : 4);
	label_tail(w, flags & 8 ? "  (64bits version)" : "  (32bits version)");
	put(w, c, MP_SUBFLOW_SEQ, 4);
	infinite = !put(w, c, MP_DATA_LEN, 2) && !c->bad;
	if (cursor_has(c, 4)) /* as tshark has it: not when the checksum is all that is left */
		put(w, c, MP_CHECKSUM, 2);
	if (infinite)
		expert_on(w, MPTCP, MP_INFINITE, NULL);
}

/* Version 0 names the kind of address; version 1 leaves it to the length (RFC 8684, 3.4.1). */
static void put_mp_add(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned version = u8(&peek) & 15;
	uint32_t n = c->left.wire;
	bool six = version == 6 || (version < 2 && n >= 18);

	put_slice(w, *c, version > 1 ? MP_IP_VERSION : MP_ECHO, 1);
	u8(c);
	put(w, c, MP_ADDRESS_ID, 1);
	if (cursor_has(c, six ? 16 : 4))
		put(w, c, six ? MP_IPV6 : MP_IPV4, six ? 16 : 4);
	if (c->left.wire % 8 == 2)
		put(w, c, MP_PORT, 2);
	if (cursor_has(c, 8))
		put(w, c, MP_ADD_HMAC, 8);
}

static void put_mp_reserved(struct walk *w, struct cursor *c, unsigned row)
{
	put_slice(w, *c, MP_RESERVED, 2);
	cursor_pull(c, 2);
	put(w, c, row, 8);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t group = w->last;
	unsigned subtype;
	const char *word;

	(void)l;
	if (!cursor_has(c, 1)) {
		cursor_fail(c, 1);
		return;
	}
	subtype = (unsigned)put_slice(w, *c, MP_SUBTYPE, 1);
	word = word_for(fields[MP_SUBTYPE].words, subtype);
	if (word)
		label_tail_of(w, group, ": %s", word);
	else
		label_tail_of(w, group, ": Unknown (%u)", subtype);
	switch (subtype) {
	case MP_IS_CAPABLE:
		put_mp_capable(w, c);
		break;
	case MP_JOIN:
		put_mp_join(w, c);
		break;
	case MP_IS_DSS:
		put_mp_dss(w, c);
		break;
	case MP_ADD:
		put_mp_add(w, c);
		break;
	case MP_REMOVE:
		u8(c);
		put_value(w, MP_REMOVED, c->at, 0, c->left.wire);
		while (c->left.cap)
			put(w, c, MP_ADDRESS_ID, 1);
		break;
	case MP_PRIORITY:
		put(w, c, MP_BACKUP_FLAGS, 1);
		if (c->left.cap)
			put(w, c, MP_ADDRESS_ID, 1);
		break;
	case MP_FAIL:
		put_mp_reserved(w, c, MP_DATA_SEQ);
		break;
	case MP_CLOSE:
		put_mp_reserved(w, c, MP_RECV_KEY);
		break;
	case MP_RESET:
		put(w, c, MP_RST_FLAGS, 1);
		put(w, c, MP_RST_REASON, 1);
		break;
	default:
		break;
	}
}

static const struct hang hangs[] = {{"tcp.option", 30}, {0}};

const struct proto proto_mptcp = {
	.brief = "MPTCP",
	.prefix = "tcp",
	.spec = "RFC 8684",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.hangs = hangs,
	.rest = rest,
};
