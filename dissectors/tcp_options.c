/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP's options; Multipath TCP, Riverbed's, SACK and experiments have files of their own. */
/* RFC 9293, 3.2; RFC 7323 (window scale, timestamps), RFC 7413 (Fast Open) ... */
#include "shared/tcp_options.h"
#include "flow/tcp.h"
#include "shared/ip.h"

#define HEADER 20

enum {
	LIST,
	OPTIONS,
	OPT_EACH,
	OPT_KIND,
	OPT_LEN,
	OPT_EOL,
	OPT_NOP,
	OPT_MSS,
	MSS_VAL,
	OPT_WSCALE,
	WSCALE_SHIFT,
	WSCALE_MULTIPLIER,
	OPT_SACK_PERM,
	OPT_SACK,
	OPT_ECHO,
	ECHO_VALUE,
	OPT_ECHO_REPLY,
	ECHO_REPLY_VALUE,
	OPT_TIMESTAMP,
	TSVAL,
	TSECR,
	OPT_CC,
	CC_VALUE,
	OPT_CC_NEW,
	CC_NEW_VALUE,
	OPT_CC_ECHO,
	CC_ECHO_VALUE,
	OPT_MD5,
	MD5_DIGEST,
	OPT_SCPS,
	SCPS_VECTOR,
	SCPS_BETS,
	SCPS_SNACK1,
	SCPS_SNACK2,
	SCPS_COMPRESS,
	SCPS_NLTS,
	SCPS_RESERVED,
	SCPS_BINDING,
	OPT_SNACK,
	SNACK_OFFSET,
	SNACK_SIZE,
	OPT_RECORD,
	OPT_CORRUPTION,
	OPT_QS,
	QS_RATE,
	QS_TTL_DIFF,
	OPT_USER_TIMEOUT,
	USER_GRANULARITY,
	USER_TIMEOUT,
	OPT_AO,
	AO_KEY,
	AO_NEXT_KEY,
	AO_MAC,
	OPT_TFO,
	TFO_REQUEST,
	TFO_COOKIE,
	TFO_SYN,
	OPT_PROBE,
	OPT_TRANSPARENCY,
	TRPY_FLAGS,
	TRPY_FW,
	TRPY_FW_INNER,
	TRPY_FW_RST,
	TRPY_CHECKSUM,
	TRPY_OOB,
	TRPY_MODE,
	TRPY_SRC_IP,
	TRPY_DST_IP,
	TRPY_SRC_PORT,
	TRPY_DST_PORT,
	OPT_ACC_ECN0,
	OPT_ACC_ECN1,
	OPT_EXPERIMENT1,
	OPT_EXPERIMENT2,
	OPT_UNKNOWN,
	UNKNOWN_PAYLOAD,
	OPT_BAD,
	OPT_STRAY,
	STRAY_NOTE,
	MSS_PRESENT,
	MSS_ABSENT,
	FOUR_NOPS,
	SHIFT_TOO_LARGE,
	OPT_BAD_LENGTH,
};

#define MPTCP 30 /* the kind of option */

static const struct word option_kinds[] = {
	{0, "End of Option List"},
	{1, "No-Operation"},
	{2, "Maximum Segment Size"},
	{3, "Window Scale"},
	{4, "SACK Permitted"},
	{5, "SACK"},
	{6, "Echo"},
	{7, "Echo Reply"},
	{8, "Time Stamp Option"},
	{9, "Partial Order Connection Permitted"},
	{10, "Partial Order Service Profile"},
	{11, "CC"},
	{12, "CC.NEW"},
	{13, "CC.ECHO"},
	{14, "TCP Alternate Checksum Request"},
	{15, "TCP Alternate Checksum Data"},
	{16, "Skeeter"},
	{17, "Bubba"},
	{18, "Trailer Checksum Option"},
	{19, "MD5 Signature Option"},
	{20, "SCPS Capabilities"},
	{21, "Selective Negative Acknowledgements"},
	{22, "Record Boundaries"},
	{23, "Corruption experienced"},
	{24, "SNAP"},
	{25, "Unassigned"},
	{26, "TCP Compression Filter"},
	{27, "Quick-Start Response"},
	{28, "User Timeout Option"},
	{29, "The TCP Authentication Option"},
	{30, "Multipath TCP"},
	{34, "TCP Fast Open Cookie"},
	{76, "Riverbed Probe"},
	{78, "Riverbed Transparency"},
	{172, "Accurate ECN Order 0"},
	{174, "Accurate ECN Order 1"},
	{253, "RFC3692-style Experiment 1"},
	{254, "RFC3692-style Experiment 2"},
};

static const struct word granularities[] = {
	{0, "Seconds"},
	{1, "Minutes"},
};

static const struct word transparency_modes[] = {
	{0, "Full Transparency"},
	{1, "Port Transparency"},
};

static const struct field fields[];

/* Octets of options that the header claims. */
static uint64_t claimed(const struct record *r, const struct node *options)
{
	const struct node *n = node_parent(r, options);

	while (n < options && strcmp(n->field->name, "tcp.hdr_len") != 0)
		n++;
	return n < options ? n->u - HEADER : options->len;
}

/* Whether the options' line names it: what is cut off or malformed isn't worth a name. */
static bool named(const struct record *r, const struct node *list, const struct node *o)
{
	bool own = o->field->kind != PROTO; /* MPTCP has a table of its own */
	const struct node *len = own ? node_below(r, o, OPT_LEN) : NULL;
	uint32_t tcp = (uint32_t)(node_parent(r, list) - r->nodes), me = (uint32_t)(o - r->nodes);
	bool last = node_next(r, o) == node_next(r, list) && list->len == claimed(r, list);

	if (o->generated || (own && !(o->field->traits & OWN_NAME)))
		return false;
	if (len && len->u > o->len)
		return false;
	return !r->trouble || !(r->trouble_in->node == me || (last && r->trouble_in->node == tcp));
}

/* "Options: (12 bytes), No-Operation (NOP), No-Operation (NOP), Timestamps" */
static void form_options(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *end = node_next(r, n);

	text_char(t, '(');
	text_u64(t, claimed(r, n));
	text_put(t, " bytes)");
	for (const struct node *o = n + 1; o < end; o = node_next(r, o)) {
		const struct node *kind =
			o->field == &fields[OPT_UNKNOWN] ? node_below(r, o, OPT_KIND) : NULL;

		if (!named(r, n, o))
			continue;
		text_put(t, ", ");
		text_put(t, o->field->label);
		if (kind)
			text_format(t, " (0x%02x)", (unsigned)kind->u);
	}
}

/* "0x40 (SNACK1)" */
static void form_scps(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 2);
	text_tcp_scps(t, (unsigned)n->u, " (", ")");
}

#define OPTION(row, name, what, more)               \
	[row] = {name,                              \
		 what,                              \
		 BYTES,                             \
		 .under = OPTIONS,                  \
		 .traits = OWN_NAME,                \
		 .line = "TCP Option - " what more, \
		 .help = what}

#define TRPY_FLAG(row, name, what, bit)               \
	[row] = {"tcp.options.rvbd.trpy.flags." name, \
		 what,                                \
		 BOOL,                                \
		 AT(16 + (bit), 1),                   \
		 BOX(16, bit),                        \
		 .under = TRPY_FLAGS,                 \
		 WORDS(set_notset),                   \
		 .help = what,                        \
		 .ref = "Riverbed, option 78"}

#define TRPY_ROW(row, name, what, kind, base, bit, width) \
	[row] = {"tcp.options.rvbd.trpy." name,           \
		 what,                                    \
		 kind,                                    \
		 base,                                    \
		 AT(bit, width),                          \
		 .under = OPT_TRANSPARENCY,               \
		 .help = what,                            \
		 .ref = "Riverbed, option 78"}

#define CC(row, option)                        \
	[row] = {"tcp.options.cc_value",       \
		 "TCP CC Option",              \
		 U32,                          \
		 DEC,                          \
		 AT(16, 32),                   \
		 .under = option,              \
		 .help = "Counts connections", \
		 .ref = "RFC 1644, 4.1"}

#define SCPS(row, name, what, bit)              \
	[row] = {"tcp.options.scpsflags." name, \
		 what,                          \
		 BOOL,                          \
		 AT(bit, 1),                    \
		 .under = SCPS_VECTOR,          \
		 WORDS(set_notset),             \
		 .help = what,                  \
		 .ref = "CCSDS 714.0, 3.2.3"}

static const struct field fields[] = {
	[LIST] = {"tcp.option_list", "TCP Options", PROTO},
	[OPTIONS] = {"tcp.options", "Options", BYTES, .form = form_options, .help = "All options",
		     .ref = "3.2"},
	[OPT_EACH] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_KIND] = {"tcp.option_kind", "Kind", U8, DEC, AT(0, 8), .under = OPT_EACH,
		      WORDS(option_kinds), .help = "Which option", .ref = "3.2"},
	[OPT_LEN] = {"tcp.option_len", "Length", U8, DEC, AT(8, 8), .under = OPT_EACH,
		     .help = "Octets of the whole option", .ref = "3.2"},
	OPTION(OPT_EOL, "tcp.options.eol", "End of Option List (EOL)", ""),
	OPTION(OPT_NOP, "tcp.options.nop", "No-Operation (NOP)", ""),
	OPTION(OPT_MSS, "tcp.options.mss", "Maximum segment size",
	       "[: {tcp.options.mss_val} bytes]"),
	[MSS_VAL] = {"tcp.options.mss_val", "MSS Value", U16, DEC, AT(16, 16), .under = OPT_MSS,
		     .help = "Octets that a segment may bring", .ref = "3.7.1"},
	OPTION(OPT_WSCALE, "tcp.options.wscale", "Window scale",
	       "[: {tcp.options.wscale.shift} (multiply by {tcp.options.wscale.multiplier})]"),
	[WSCALE_SHIFT] = {"tcp.options.wscale.shift", "Shift count", U8, DEC, .under = OPT_WSCALE,
			  .help = "Windows count in units of 2^this", .ref = "RFC 7323, 2.2"},
	[WSCALE_MULTIPLIER] = {"tcp.options.wscale.multiplier", "Multiplier", U16, DEC,
			       .under = OPT_WSCALE, .traits = GENERATED,
			       .help = "The unit of windows, in octets"},
	OPTION(OPT_SACK_PERM, "tcp.options.sack_perm", "SACK permitted", ""),
	OPTION(OPT_SACK, "tcp.options.sack", "SACK", ""),
	OPTION(OPT_ECHO, "tcp.options.echo", "Echo", "[: {tcp.options.echo_value}]"),
	[ECHO_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			.under = OPT_ECHO, .help = "To be sent back", .ref = "RFC 1072, 3"},
	[OPT_ECHO_REPLY] = {"tcp.options.echo", "Echo reply", BYTES, .under = OPTIONS,
			    .traits = OWN_NAME,
			    .line = "TCP Option - Echo[: {tcp.options.echo_value}]",
			    .help = "Echo reply"},
	[ECHO_REPLY_VALUE] = {"tcp.options.echo_value", "TCP Echo Option", U32, DEC, AT(16, 32),
			      .under = OPT_ECHO_REPLY, .help = "Sent back", .ref = "RFC 1072, 3"},
	OPTION(OPT_TIMESTAMP, "tcp.options.timestamp", "Timestamps",
	       "[: TSval {tcp.options.timestamp.tsval}, TSecr {tcp.options.timestamp.tsecr}]"),
	[TSVAL] = {"tcp.options.timestamp.tsval", "Timestamp value", U32, DEC, AT(16, 32),
		   .under = OPT_TIMESTAMP, .help = "The sender's clock", .ref = "RFC 7323, 3.2"},
	[TSECR] = {"tcp.options.timestamp.tsecr", "Timestamp echo reply", U32, DEC, AT(48, 32),
		   .under = OPT_TIMESTAMP, .help = "The other's clock, sent back",
		   .ref = "RFC 7323, 3.2"},
	OPTION(OPT_MD5, "tcp.options.md5", "TCP MD5 signature", ""),
	[MD5_DIGEST] = {"tcp.options.md5.digest", "MD5 digest", BYTES, AT(16, 128),
			.under = OPT_MD5, .help = "Over the segment and a shared secret",
			.ref = "RFC 2385, 2"},
	OPTION(OPT_CC, "tcp.options.cc", "CC", ""),
	[OPT_CC_NEW] = {"tcp.options.cc", "CC.NEW", BYTES, .under = OPTIONS, .traits = OWN_NAME,
			.line = "TCP Option - CC", .help = "CC.NEW"},
	[OPT_CC_ECHO] = {"tcp.options.cc", "CC.ECHO", BYTES, .under = OPTIONS, .traits = OWN_NAME,
			 .line = "TCP Option - CC", .help = "CC.ECHO"},
	CC(CC_VALUE, OPT_CC),
	CC(CC_NEW_VALUE, OPT_CC_NEW),
	CC(CC_ECHO_VALUE, OPT_CC_ECHO),
	OPTION(OPT_SCPS, "tcp.options.scps", "SCPS capabilities", ""),
	[SCPS_VECTOR] = {"tcp.options.scps.vector", "TCP SCPS Capabilities Vector", U8, HEX,
			 .under = OPT_SCPS, .form = form_scps, .help = "What the sender can do",
			 .ref = "CCSDS 714.0, 3.2.3"},
	SCPS(SCPS_BETS, "bets", "Partial Reliability Capable (BETS)", 0),
	SCPS(SCPS_SNACK1, "snack1", "Short Form SNACK Capable (SNACK1)", 1),
	SCPS(SCPS_SNACK2, "snack2", "Long Form SNACK Capable (SNACK2)", 2),
	SCPS(SCPS_COMPRESS, "compress", "Lossless Header Compression (COMP)", 3),
	SCPS(SCPS_NLTS, "nlts", "Network Layer Timestamp (NLTS)", 4),
	[SCPS_RESERVED] = {"tcp.options.scpsflags.reserved", "Reserved", U8, DEC, AT(5, 3),
			   .under = SCPS_VECTOR, .help = "Always 0", .ref = "CCSDS 714.0, 3.2.3"},
	[SCPS_BINDING] = {"tcp.options.scps.binding", "Connection ID", U8, DEC, .under = OPT_SCPS,
			  .help = "For header compression", .ref = "CCSDS 714.0, 3.2.3"},
	OPTION(OPT_SNACK, "tcp.options.snack", "Selective Negative Acknowledgment", ""),
	[SNACK_OFFSET] = {"tcp.options.snack.offset", "TCP SNACK Offset", U16, DEC, AT(16, 16),
			  .under = OPT_SNACK, .help = "Where the hole begins, in segments",
			  .ref = "CCSDS 714.0, 3.2.5"},
	[SNACK_SIZE] = {"tcp.options.snack.size", "TCP SNACK Size", U16, DEC, AT(32, 16),
			.under = OPT_SNACK, .help = "How long it is, in segments",
			.ref = "CCSDS 714.0, 3.2.5"},
	OPTION(OPT_RECORD, "tcp.options.scpsrec", "SCPS record boundary", ""),
	OPTION(OPT_CORRUPTION, "tcp.options.scpscor", "SCPS corruption experienced", ""),
	OPTION(OPT_QS, "tcp.options.qs", "Quick-Start", ""),
	[QS_RATE] = {"tcp.options.qs.rate", "QS Rate", U8, DEC, AT(20, 4), .under = OPT_QS,
		     .words = &qs_rates, .help = "How fast the sender may begin",
		     .ref = "RFC 4782, 4.2"},
	[QS_TTL_DIFF] = {"tcp.options.qs.ttl_diff", "QS Rate", U8, DEC, AT(24, 8), .under = OPT_QS,
			 .help = "The TTL less Quick-Start's", .ref = "RFC 4782, 4.2"},
	OPTION(OPT_USER_TIMEOUT, "tcp.options.user_to", "User Timeout", ""),
	[USER_GRANULARITY] = {"tcp.options.user_to_granularity", "Granularity", BOOL, AT(16, 1),
			      BOX(16, 0), .under = OPT_USER_TIMEOUT, WORDS(granularities),
			      .help = "The unit", .ref = "RFC 5482, 2"},
	[USER_TIMEOUT] = {"tcp.options.user_to_val", "User Timeout", U16, DEC, AT(17, 15),
			  .under = OPT_USER_TIMEOUT,
			  .help = "How long data may wait for acknowledgment",
			  .ref = "RFC 5482, 2"},
	OPTION(OPT_AO, "tcp.options.ao", "TCP AO", ""),
	[AO_KEY] = {"tcp.options.ao.keyid", "AO KeyID", U8, DEC, .under = OPT_AO,
		    .help = "The key in use", .ref = "RFC 5925, 2.2"},
	[AO_NEXT_KEY] = {"tcp.options.ao.rnextkeyid", "AO RNextKeyID", U8, DEC, .under = OPT_AO,
			 .help = "The key that the sender wants to receive",
			 .ref = "RFC 5925, 2.2"},
	[AO_MAC] = {"tcp.options.ao.mac", "AO MAC", BYTES, .under = OPT_AO,
		    .help = "Over the segment", .ref = "RFC 5925, 2.2"},
	OPTION(OPT_TFO, "tcp.options.tfo", "TCP Fast Open", ""),
	[TFO_REQUEST] = {"tcp.options.tfo.request", "Fast Open Cookie Request", NONE,
			 .under = OPT_TFO, .help = "The client wants a cookie",
			 .ref = "RFC 7413, 4.1.1"},
	[TFO_COOKIE] = {"tcp.options.tfo.cookie", "Fast Open Cookie", BYTES, .under = OPT_TFO,
			.help = "Lets data come with the SYN", .ref = "RFC 7413, 4.1.1"},
	[TFO_SYN] = EXPERT("tcp.analysis.tfo_syn", "TCP SYN with TFO Cookie", REMARK, G_SEQUENCE),
	OPTION(OPT_PROBE, "tcp.options.rvbd.probe", "Riverbed Probe", ""),
	OPTION(OPT_TRANSPARENCY, "tcp.options.rvbd.trpy", "Riverbed Transparency",
	       "[ {tcp.options.rvbd.trpy.src.ip}:{tcp.options.rvbd.trpy.src.port} -> "
	       "{tcp.options.rvbd.trpy.dst.ip}:{tcp.options.rvbd.trpy.dst.port}]"),
	TRPY_ROW(TRPY_FLAGS, "flags", "Transparency Options", U16, HEX, 16, 16),
	TRPY_FLAG(TRPY_FW, "fw_rst_probe", "Enable FW traversal feature", 5),
	TRPY_FLAG(TRPY_FW_INNER, "fw_rst_inner", "Enable Inner FW feature on All FWs", 6),
	TRPY_FLAG(TRPY_FW_RST, "fw_rst", "Enable Transparency FW feature on All FWs", 7),
	TRPY_FLAG(TRPY_CHECKSUM, "chksum", "Reserved", 13),
	TRPY_FLAG(TRPY_OOB, "oob", "Out of band connection", 14),
	[TRPY_MODE] = {"tcp.options.rvbd.trpy.flags.mode", "Transparency Mode", BOOL, AT(31, 1),
		       BOX(16, 15), .under = TRPY_FLAGS, WORDS(transparency_modes),
		       .help = "Which addresses are kept", .ref = "Riverbed, option 78"},
	TRPY_ROW(TRPY_SRC_IP, "src.ip", "Src SH IP Addr", IPV4, PLAIN, 32, 32),
	TRPY_ROW(TRPY_DST_IP, "dst.ip", "Dst SH IP Addr", IPV4, PLAIN, 64, 32),
	TRPY_ROW(TRPY_SRC_PORT, "src.port", "Src SH Inner Port", U16, DEC, 96, 16),
	TRPY_ROW(TRPY_DST_PORT, "dst.port", "Dst SH Inner Port", U16, DEC, 112, 16),
	OPTION(OPT_ACC_ECN0, "tcp.options.acc_ecn", "Accurate ECN", ""),
	OPTION(OPT_ACC_ECN1, "tcp.options.acc_ecn", "Accurate ECN", ""),
	OPTION(OPT_EXPERIMENT1, "tcp.options.experimental", "Experimental", ""),
	OPTION(OPT_EXPERIMENT2, "tcp.options.experimental", "Experimental", ""),
	OPTION(OPT_UNKNOWN, "tcp.options.unknown", "Unknown", ""),
	[UNKNOWN_PAYLOAD] = {"tcp.options.unknown.payload", "Payload", BYTES, .at = 16,
			     .under = OPT_UNKNOWN, .traits = REST, .help = "What it brings"},
	[OPT_BAD] = {"text", "Option", HEADING, .under = OPTIONS},
	[OPT_BAD_LENGTH] =
		EXPERT("tcp.option.len.invalid", "Invalid length for option", REMARK, G_SEQUENCE),
	[OPT_STRAY] = {"text", "Non-zero header padding", HEADING, .under = OPTIONS},
	[STRAY_NOTE] = EXPERT("tcp.non_zero_bytes_after_eol", "Non-zero header padding", ERROR,
			      G_PROTOCOL),
	[MSS_PRESENT] = EXPERT("tcp.options.mss.present",
			       "The non-SYN packet does contain a MSS option", WARNING, G_PROTOCOL),
	[MSS_ABSENT] = EXPERT("tcp.options.mss.absent",
			      "The SYN packet does not contain a MSS option", REMARK, G_PROTOCOL),
	[FOUR_NOPS] = EXPERT("tcp.nop", "4 NOP in a row - a router may have removed some options",
			     WARNING, G_PROTOCOL),
	[SHIFT_TOO_LARGE] = EXPERT("tcp.options.wscale.shift.invalid",
				   "Window scale shift exceeds 14", WARNING, G_PROTOCOL),
};

static void rest_wscale(struct walk *w, struct layer *l, struct cursor *c)
{
	uint64_t shift = put(w, c, WSCALE_SHIFT, 1);

	(void)l;
	if (shift > 14)
		expert(w, SHIFT_TOO_LARGE, NULL);
	put_value(w, WSCALE_MULTIPLIER, c->at - 1, 1, tcp_window_multiplier(shift));
}

/* CCSDS 714.0: more capabilities than the first octets' are nobody's. */
static void rest_scps(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (c->left.wire != 2) {
		label_whole(w, "Illegal SCPS Extended Capabilities (%u bytes)", c->left.wire + 2);
		return;
	}
	put(w, c, SCPS_VECTOR, 1);
	put(w, c, SCPS_BINDING, 1);
}

/* An option that a file of its own reads. */
static void rest_part(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor head = layer_cursor(l, c->at - l->at - 2);

	*c = walk_part(w, also_by(l, 0, u8(&head)), *c);
	walk_trouble(w, c->bad);
}

/* Says of the option at hand that its length can't be. */
static void length_trouble(struct walk *w, const char *words)
{
	w->last = node_in(w, w->last, OPT_LEN);
	expert(w, OPT_BAD_LENGTH, "%s", words);
}

static void rest_ao(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	if (c->left.wire < 2) {
		length_trouble(w, "option length should be >= than 4");
		return;
	}
	put(w, c, AO_KEY, 1);
	put(w, c, AO_NEXT_KEY, 1);
	if (c->left.cap)
		put(w, c, AO_MAC, c->left.cap);
}

static void rest_probe(struct walk *w, struct layer *l, struct cursor *c)
{
	if (c->left.wire)
		rest_part(w, l, c);
	else
		length_trouble(w, "option length should be >= 3)");
}

/* tshark reads on behind the option, and fails. */
static void rest_snack(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	(void)c;
	walk_trouble(w, MALFORMED);
}

/*
 * How many fillers there are up to the offset.  Wireshark says "in a row" whatever stands
 * between them, as long as it doesn't end where a word of 32 bits does.
 */
static unsigned fillers_before(const struct layer *l, uint32_t end)
{
	struct cursor c = layer_cursor(l, 0);
	unsigned fillers = 0;
	bool filled = false;

	while (c.left.cap && c.at - l->at < end) {
		bool word = !((c.at - l->at) % 4);
		uint8_t kind = u8(&c), len = kind > 1 ? u8(&c) : 0;

		if (kind == 1 && !filled && word)
			fillers = 0;
		filled = kind == 1;
		fillers += filled;
		cursor_pull(&c, len < 2 ? 0 : len - 2u);
	}
	return fillers;
}

/* Before the fourth filler; where something else stands there, behind it. */
static void rest_nop(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct node *options = own_node(w, OPTIONS);
	uint32_t end = c->at - l->at;
	unsigned before = fillers_before(l, end);
	struct cursor next = layer_cursor(l, end);
	struct cursor last = layer_cursor(l, end > 1 ? end - 2 : end);

	if (!(before == 3 && u8(&next) == 1) &&
	    !(before == 4 && (u8(&last) != 1 || fillers_before(l, end - 1) != 3)))
		return;
	w->last = options ? (uint32_t)(options - w->r.nodes) : NO_NODE;
	expert(w, FOUR_NOPS, NULL);
}

static void rest_tfo(struct walk *w, struct layer *l, struct cursor *c)
{
	if (!c->left.wire) {
		put(w, c, TFO_REQUEST, 0);
		return;
	}
	put(w, c, TFO_COOKIE, c->left.wire);
	if ((tcp_flags(l->parent) & (TCP_SYN | TCP_ACK)) == TCP_SYN)
		expert(w, TFO_SYN, NULL);
}

/* Multipath TCP is a protocol of its own, which stands among the options. */
static void rest_mptcp(struct walk *w, struct layer *l, struct cursor *c)
{
	walk_inside(w, also_by(l, 1, MPTCP), *c);
}

static const struct option option_list[] = {
	{0, OPT_EOL, 0, 0},
	{1, OPT_NOP, rest_nop, 0},
	{2, OPT_MSS, 0, 4},
	{3, OPT_WSCALE, rest_wscale, 3},
	{4, OPT_SACK_PERM, 0, 2},
	{5, OPT_SACK, rest_part, 0},
	{6, OPT_ECHO, 0, 6},
	{7, OPT_ECHO_REPLY, 0, 6},
	{8, OPT_TIMESTAMP, 0, 10},
	{11, OPT_CC, 0, 6},
	{12, OPT_CC_NEW, 0, 6},
	{13, OPT_CC_ECHO, 0, 6},
	{19, OPT_MD5, 0, 18},
	{20, OPT_SCPS, rest_scps, 0},
	{21, OPT_SNACK, rest_snack, 6},
	{22, OPT_RECORD, 0, 2},
	{23, OPT_CORRUPTION, 0, 2},
	{27, OPT_QS, 0, 8},
	{28, OPT_USER_TIMEOUT, 0, 4},
	{29, OPT_AO, rest_ao, 0},
	{MPTCP, 0, rest_mptcp, 0},
	{34, OPT_TFO, rest_tfo, 0},
	{76, OPT_PROBE, rest_probe, 0},
	{78, OPT_TRANSPARENCY, 0, 16},
	{172, OPT_ACC_ECN0, rest_part, 0},
	{174, OPT_ACC_ECN1, rest_part, 0},
	{253, OPT_EXPERIMENT1, rest_part, 0},
	{254, OPT_EXPERIMENT2, rest_part, 0},
};

static const struct options options = {
	.type_bits = 8,
	.len_at = 8,
	.len_bits = 8,
	.head = 2,
	.whole = true,
	.n_single = 2,
	.end = NO_END,
	.all = OPTIONS,
	.each = OPT_EACH,
	.unknown = OPT_UNKNOWN,
	.bad_length = OPT_BAD_LENGTH,
	.bad = OPT_BAD,
	.length = OPT_LEN,
	.stray = OPT_STRAY,
	.stray_note = STRAY_NOTE,
	.list = option_list,
	.n = COUNT(option_list),
};

/* What the list as a whole shows: a SYN without MSS, fillers in a row. */
static void rest(struct walk *w, struct layer *l, struct cursor *end)
{
	struct cursor c = layer_cursor(l, 0);
	struct tcp_option o;
	bool any = c.left.cap, mss = false;
	bool syn = tcp_flags(l->parent) & TCP_SYN;

	(void)end;
	if (!any && l->parent->header > HEADER)
		shut_group(w, open_group(w, &c, OPTIONS, 0), NULL);
	if (w->r.trouble)
		return;
	while (tcp_next_option(&c, &o)) {
		if (!o.kind && c.left.cap && !span_is_zero(c.left, 1))
			return;
		mss = mss || o.kind == 2;
		if (o.kind == 2 && !syn)
			expert_on(w, OPT_MSS, MSS_PRESENT, NULL);
	}
	if (c.bad)
		return;
	if (any && !mss && syn)
		expert_on(w, OPTIONS, MSS_ABSENT, NULL);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	struct cursor c = layer_cursor(l, 0);
	struct tcp_option o;

	(void)r;
	while (tcp_next_option(&c, &o))
		if (o.kind > 1)
			text_tcp_option(t, &o.data, o.kind, tcp_sack_base(l->parent));
}

/* Its words stand behind those of the header. */
static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->follows = true;
}

static uint32_t header_len(const struct layer *l)
{
	return l->bytes.wire;
}

static const struct hang hangs[] = {{"tcp.part", 0}, {0}};

const struct proto proto_tcp_options = {
	.brief = "TCP",
	.no_column = true,
	.bare = true,
	.prefix = "tcp",
	.spec = "RFC 9293, 3.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.next = {.also = {"tcp.option.part", "tcp.option"}},
	.options = &options,
	.hangs = hangs,
	.header_len = header_len,
	.note = note,
	.rest = rest,
	.info = info,
};
