/* SPDX-License-Identifier: BSD-2-Clause */
/* The options that IPv6's hop-by-hop and destination headers carry. */
/* RFC 8200, 4.2, and one RFC for each option: see the rows. */
#include "shared/extension.h"
#include "shared/flags.h"

enum {
	OPTS,
	OPT,
	TYPE,
	LENGTH,
	BAD_LENGTH,
	PAD1,
	PADN,
	TEL,
	ROUTER_ALERT,
	JUMBO,
	JUMBO_SHORT,
	JUMBO_PROHIBITED,
	PMTU_MIN,
	PMTU_RTN,
	PMTU_R,
	CAL_DOI,
	CAL_LEN,
	CAL_LEVEL,
	CAL_CHECKSUM,
	CAL_BITMAP,
	SMF_TAGGER,
	SMF_IDENT,
	SMF_HAV,
	PDM_SCALE_R,
	PDM_SCALE_S,
	PDM_PSN,
	PDM_PSN_LAST,
	PDM_DELTA_R,
	PDM_DELTA_S,
	QS_TTL,
	QS_DIFF,
	QS_UNUSED,
	TPF,
	HOME_ADDRESS,
	RPL_FLAG,
	RPL_O,
	RPL_R,
	RPL_F,
	RPL_RESERVED,
	RPL_INSTANCE,
	RPL_RANK,
	ILNP_NONCE,
	LIO_LENGTH,
	LIO_LINE,
	MPL_FLAG,
	MPL_S,
	MPL_M,
	MPL_V,
	MPL_RESERVED,
	MPL_SEQUENCE,
	MPL_SEED,
	MPL_SRC_SEED,
	DFF_FLAGS,
	DFF_VER,
	DFF_DUP,
	DFF_RET,
	DFF_RESERVED,
	DFF_SEQUENCE,
	EXPERIMENTAL,
	UNKNOWN_DATA,
	UNKNOWN,
	UNKNOWN_NOTE,
	LOOSE,
	TYPE_ACTION,
	TYPE_CHANGE,
	TYPE_REST,
	MISPLACED,
	DEPRECATED,
	SMF_HASH,
	SMF_TYPE,
	SMF_LEN,
	QS_FUNC,
	QS_RATE,
	QS_NONCE,
	QS_RESERVED,
};

static const struct word types[] = {
	{0x00, "Pad1"},
	{0x01, "PadN"},
	{0x04, "Tunnel Encapsulation Limit"},
	{0x05, "Router Alert"},
	{0x07, "CALIPSO"},
	{0x08, "SMF_DPD"},
	{0x0f, "Performance and Diagnostic Metrics"},
	{0x1e, "Experimental (0x1E)"},
	{0x26, "Quick-Start"},
	{0x30, "Path MTU Option"},
	{0x31, "IOAM Option"},
	{0x3e, "Experimental (0x3E)"},
	{0x41, "Tunnel Payload Forwarding (TPF) Information"},
	{0x5e, "Experimental (0x5E)"},
	{0x63, "RPL Option"},
	{0x6d, "MPL Option"},
	{0x7e, "Experimental (0x7E)"},
	{0x8a, "Endpoint Identification"},
	{0x8b, "ILNP Nonce"},
	{0x8c, "Line-Identification Option"},
	{0x9e, "Experimental (0x9E)"},
	{0xbe, "Experimental (0xBE)"},
	{0xc2, "Jumbo Payload"},
	{0xc9, "Home Address"},
	{0xde, "Experimental (0xDE)"},
	{0xee, "IP_DFF"},
	{0xfe, "Experimental (0xFE)"},
};

static const struct word actions[] = {{0, "Skip and continue"},
				      {1, "Discard"},
				      {2, "Discard and send ICMP Parameter Problem"},
				      {3, "Discard and send ICMP if not multicast"}};

static const struct word alerts[] = {{0, "MLD"}, {1, "RSVP"}, {2, "Active Network"}};
static const struct word taggers[] = {{0, "NULL"}, {1, "DEFAULT"}, {2, "IPv4"}, {3, "IPv6"}};
static const struct word seed_lengths[] = {{0, "0"},
					   {1, "16-bit unsigned integer"},
					   {2, "64-bit unsigned integer"},
					   {3, "128-bit unsigned integer"}};

static const struct field fields[] = {
	[OPTS] = {"ipv6.options", "IPv6 Options", PROTO},
	[OPT] = {"ipv6.opt", "IPv6 Option", NONE, .help = "An option", .ref = "4.2"},
	/* Parts of octets that hooks take apart stand below this row, which is never put. */
	[TYPE] = {"ipv6.opt.type", "Type", U8, HEX, .under = OPT, WORDS(types),
		  .help = "Which option", .ref = "4.2"},
	[LENGTH] = {"ipv6.opt.length", "Length", U8, DEC, .under = OPT, .help = "Octets of data",
		    .ref = "4.2"},
	[BAD_LENGTH] =
		EXPERT("ipv6.opt.invalid_len", "Invalid IPv6 option length", ERROR, G_MALFORMED),
	[PAD1] = {"ipv6.opt.pad1", "Pad1", NONE, .under = OPT, .help = "One octet of padding",
		  .ref = "4.2"},
	[PADN] = {"ipv6.opt.padn", "PadN", BYTES, .under = OPT, .help = "Padding", .ref = "4.2"},
	[TEL] = {"ipv6.opt.tel", "Tunnel Encapsulation Limit", U8, DEC, .under = OPT,
		 .help = "Tunnels that the packet may still enter", .ref = "RFC 2473, 4.1.1"},
	[ROUTER_ALERT] = {"ipv6.opt.router_alert", "Router Alert", U16, DEC, .under = OPT,
			  WORDS(alerts), .help = "Why routers are to look at the packet",
			  .ref = "RFC 2711, 2.1"},
	[JUMBO] = {"ipv6.opt.jumbo", "Payload Length", U32, DEC, .under = OPT,
		   .help = "Octets behind the IPv6 header", .ref = "RFC 2675, 2"},
	[JUMBO_SHORT] = EXPERT("ipv6.opt.jumbo.truncated",
			       "Jumbo Payload option present and jumbo length < 65536", WARNING,
			       G_PROTOCOL),
	[JUMBO_PROHIBITED] = EXPERT("ipv6.opt.jumbo.prohibited",
				    "When IPv6 payload length does not equal 0 a Jumbo Payload "
				    "option must not be present",
				    WARNING, G_PROTOCOL),
	[PMTU_MIN] = {"ipv6.opt.pmtu.min", "Minimum Reported PMTU", U16, DEC, .under = OPT,
		      .help = "The least MTU on the way so far", .ref = "RFC 9268, 5"},
	[PMTU_RTN] = {"ipv6.opt.pmtu.rtn", "Return Minimum PMTU", U16, DEC, .under = OPT,
		      .help = "The least MTU of the way back", .ref = "RFC 9268, 5"},
	[PMTU_R] = {"ipv6.opt.pmtu.r_flag", "Return Flag", BOOL, .under = OPT,
		    .help = "Asks for an answer with the MTU", .ref = "RFC 9268, 5"},
	[CAL_DOI] = {"ipv6.opt.calipso.doi", "CALIPSO Domain of Interpretation", U32, DEC,
		     .under = OPT, .help = "Who says what levels mean", .ref = "RFC 5570, 5.1.3"},
	[CAL_LEN] = {"ipv6.opt.calipso.cmpt.length", "Compartment Length", U8, DEC, .under = OPT,
		     .help = "Bitmap's length in units of 4 octets", .ref = "RFC 5570, 5.1.4"},
	[CAL_LEVEL] = {"ipv6.opt.calipso.sens_level", "Sensitivity Level", U8, DEC, .under = OPT,
		       .help = "How secret it is", .ref = "RFC 5570, 5.1.5"},
	[CAL_CHECKSUM] = {"ipv6.opt.calipso.checksum", "Checksum", U16, HEX, .under = OPT,
			  .help = "CRC-16 over the option", .ref = "RFC 5570, 5.1.6"},
	[CAL_BITMAP] = {"ipv6.opt.calipso.cmpt_bitmap", "Compartment Bitmap", BYTES, .under = OPT,
			.help = "A bit for each compartment", .ref = "RFC 5570, 5.1.7"},
	[SMF_TAGGER] = {"ipv6.opt.smf_dpd.tagger_id", "TaggerID", BYTES, .under = OPT,
			.help = "Who added the option", .ref = "RFC 6621, 6.1.1"},
	[SMF_IDENT] = {"ipv6.opt.smf_dpd.ident", "Identifier", BYTES, .under = OPT,
		       .help = "The tagger's number of the packet", .ref = "RFC 6621, 6.1.1"},
	[SMF_HAV] = {"ipv6.opt.smf_dpd.hav", "Hash Assist Value", BYTES, .under = OPT,
		     .help = "Keeps hashes apart", .ref = "RFC 6621, 6.1.1"},
	[PDM_SCALE_R] = {"ipv6.opt.pdm.scale_dtlr", "Scale DTLR", U8, DEC, .under = OPT,
			 .help = "Scale of the time since receipt", .ref = "RFC 8250, 3.2.1"},
	[PDM_SCALE_S] = {"ipv6.opt.pdm.scale_dtls", "Scale DTLS", U8, DEC, .under = OPT,
			 .help = "Scale of the time since sending", .ref = "RFC 8250, 3.2.1"},
	[PDM_PSN] = {"ipv6.opt.pdm.psn_this_pkt", "PSN This Packet", U16, DEC, .under = OPT,
		     .help = "Number of this packet", .ref = "RFC 8250, 3.2.1"},
	[PDM_PSN_LAST] = {"ipv6.opt.pdm.psn_last_recv", "PSN Last Received", U16, DEC, .under = OPT,
			  .help = "Number of the packet last received", .ref = "RFC 8250, 3.2.1"},
	[PDM_DELTA_R] = {"ipv6.opt.pdm.delta_last_recv", "Delta Time Last Received", U16, DEC,
			 .under = OPT, .help = "Time since it came", .ref = "RFC 8250, 3.2.1"},
	[PDM_DELTA_S] = {"ipv6.opt.pdm.delta_last_sent", "Delta Time Last Sent", U16, DEC,
			 .under = OPT, .help = "Time from sending to answer",
			 .ref = "RFC 8250, 3.2.1"},
	[QS_TTL] = {"ipv6.opt.qs_ttl", "QS TTL", U8, DEC, .under = OPT,
		    .help = "Counts down with the hop limit", .ref = "RFC 4782, 3.1"},
	[QS_DIFF] = {"ipv6.opt.qs_ttl_diff", "TTL Diff", U8, DEC, .traits = GENERATED, .under = OPT,
		     .help = "Hop limit less QS TTL", .ref = "RFC 4782, 3.1"},
	[QS_UNUSED] = {"ipv6.opt.qs_unused", "Not Used", U8, DEC, .under = OPT,
		       .help = "Nothing, in a report", .ref = "RFC 4782, 3.1"},
	[TPF] = {"ipv6.opt.tpf_information", "TPF Information", U32, HEX, .under = OPT,
		 .help = "How to forward what comes out of the tunnel",
		 .ref = "draft-bonica-6man-vpn-dest-opt"},
	[HOME_ADDRESS] = {"ipv6.opt.mipv6.home_address", "MIPv6 Home Address", IPV6, .under = OPT,
			  .help = "Address of the sender when at home", .ref = "RFC 6275, 6.3"},
	[RPL_FLAG] = {"ipv6.opt.rpl.flag", "Flag", U8, HEX, .under = OPT, .form = form_flags,
		      .help = "All flags", .ref = "RFC 6553, 3"},
	[RPL_O] = {"ipv6.opt.rpl.flag.o", "Down", BOOL, AT(0, 1), .under = RPL_FLAG,
		   .help = "The packet goes down the tree", .ref = "RFC 6553, 3"},
	[RPL_R] = {"ipv6.opt.rpl.flag.r", "Rank Error", BOOL, AT(1, 1), .under = RPL_FLAG,
		   .help = "Ranks didn't go with the direction", .ref = "RFC 6553, 3"},
	[RPL_F] = {"ipv6.opt.rpl.flag.f", "Forwarding Error", BOOL, AT(2, 1), .under = RPL_FLAG,
		   .help = "It can't be forwarded", .ref = "RFC 6553, 3"},
	[RPL_RESERVED] = {"ipv6.opt.rpl.flag.rsv", "Reserved", U8, HEX, AT(3, 5), .under = RPL_FLAG,
			  .help = "Always 0", .ref = "RFC 6553, 3"},
	[RPL_INSTANCE] = {"ipv6.opt.rpl.instance_id", "RPLInstanceID", U8, HEX, .under = OPT,
			  .help = "Which routing topology", .ref = "RFC 6553, 3"},
	[RPL_RANK] = {"ipv6.opt.rpl.sender_rank", "Sender Rank", U16, HEX, .under = OPT,
		      .help = "How far the last router is from the root", .ref = "RFC 6553, 3"},
	[ILNP_NONCE] = {"ipv6.opt.ilnp_nonce", "ILNP Nonce", BYTES, .under = OPT,
			.help = "Against forged packets", .ref = "RFC 6744, 2"},
	[LIO_LENGTH] = {"ipv6.opt.lio.length", "LineIDLen", U8, DEC, .under = OPT,
			.help = "Octets of the line's name", .ref = "RFC 6788, 7"},
	[LIO_LINE] = {"ipv6.opt.lio.line_id", "Line ID", STRING, .under = OPT,
		      .help = "Name of the subscriber's line", .ref = "RFC 6788, 7"},
	[MPL_FLAG] = {"ipv6.opt.mpl.flag", "Flag", U8, HEX, .under = OPT, .form = form_flags,
		      .help = "All flags", .ref = "RFC 7731, 6.1"},
	[MPL_S] = {"ipv6.opt.mpl.flag.s", "Seed ID Length", U8, DEC, AT(0, 2), .under = MPL_FLAG,
		   WORDS(seed_lengths), .help = "Octets of the seed's name",
		   .ref = "RFC 7731, 6.1"},
	[MPL_M] = {"ipv6.opt.mpl.flag.m", "Largest Sequence", BOOL, AT(2, 1), .under = MPL_FLAG,
		   .help = "The seed's newest packet", .ref = "RFC 7731, 6.1"},
	[MPL_V] = {"ipv6.opt.mpl.flag.v", "Version", BOOL, AT(3, 1), .under = MPL_FLAG,
		   .help = "Always 0", .ref = "RFC 7731, 6.1"},
	[MPL_RESERVED] = {"ipv6.opt.mpl.flag.rsv", "Reserved", U8, HEX, AT(4, 4), .under = MPL_FLAG,
			  .help = "Always 0", .ref = "RFC 7731, 6.1"},
	[MPL_SEQUENCE] = {"ipv6.opt.mpl.sequence", "Sequence", U8, HEX, .under = OPT,
			  .help = "The seed's number of the packet", .ref = "RFC 7731, 6.1"},
	[MPL_SEED] = {"ipv6.opt.mpl.seed_id", "Seed ID", BYTES, .under = OPT,
		      .help = "Who began to flood the packet", .ref = "RFC 7731, 6.1"},
	[MPL_SRC_SEED] = EXPERT("ipv6.opt.mpl.ipv6_src_seed_id",
				"Seed ID is the IPv6 Source Address", COMMENT, G_PROTOCOL),
	[DFF_FLAGS] = {"ipv6.opt.dff.flags", "Flags", U8, HEX, .under = OPT, .form = form_flags,
		       .help = "All flags", .ref = "RFC 6971, 13.1.1"},
	[DFF_VER] = {"ipv6.opt.dff.flag.ver", "Version (VER)", U8, DEC, AT(0, 2),
		     .under = DFF_FLAGS, .help = "Version of the mechanism",
		     .ref = "RFC 6971, 13.1.1"},
	[DFF_DUP] = {"ipv6.opt.dff.flag.dup", "Duplicate (DUP)", BOOL, AT(2, 1), .under = DFF_FLAGS,
		     .help = "It was sent before", .ref = "RFC 6971, 13.1.1"},
	[DFF_RET] = {"ipv6.opt.dff.flag.ret", "Return (RET)", BOOL, AT(3, 1), .under = DFF_FLAGS,
		     .help = "It comes back from a dead end", .ref = "RFC 6971, 13.1.1"},
	[DFF_RESERVED] = {"ipv6.opt.dff.flag.rsv", "Reserved", U8, HEX, AT(4, 4),
			  .under = DFF_FLAGS, .help = "Always 0", .ref = "RFC 6971, 13.1.1"},
	[DFF_SEQUENCE] = {"ipv6.opt.dff.sequence_number", "Sequence Number", U16, DEC_HEX,
			  .under = OPT, .help = "The sender's number of the packet",
			  .ref = "RFC 6971, 13.1.1"},
	[EXPERIMENTAL] = {"ipv6.opt.experimental", "Experimental Option", BYTES, .under = OPT,
			  .help = "For experiments", .ref = "RFC 4727, 3.4"},
	[UNKNOWN_DATA] = {"ipv6.opt_unknown_data", "Unknown Data", BYTES, .under = OPT,
			  .help = "More than the option should have"},
	[UNKNOWN] = {"ipv6.opt.unknown", "Unknown Option Payload", BYTES, .under = OPT,
		     .help = "Data of an unknown option", .ref = "4.2"},
	[UNKNOWN_NOTE] = EXPERT("ipv6.opt.unknown_data.expert", "Unknown Data (not interpreted)",
				REMARK, G_UNDECODED),
	[LOOSE] = {"text", "Parts", HEADING},
	[TYPE_ACTION] = {"ipv6.opt.type.action", "Action", U8, DEC, AT(0, 2), .under = LOOSE,
			 WORDS(actions), .help = "What to do when it isn't known", .ref = "4.2"},
	[TYPE_CHANGE] = {"ipv6.opt.type.change", "May Change", BOOL, AT(2, 1), .under = LOOSE,
			 WORDS(yes_no), .help = "Routers may change its data", .ref = "4.2"},
	[TYPE_REST] = {"ipv6.opt.type.rest", "Low-Order Bits", U8, HEX, AT(3, 5), .under = LOOSE,
		       .help = "The other bits of the type", .ref = "4.2"},
	[MISPLACED] = EXPERT("ipv6.opt.header_mismatch", "Wrong options extension header for type",
			     WARNING, G_PROTOCOL),
	[DEPRECATED] =
		EXPERT("ipv6.opt.deprecated", "Option type is deprecated", REMARK, G_DEPRECATED),
	[SMF_HASH] = {"ipv6.opt.smf_dpd.hash_bit", "H-bit", BOOL, AT(0, 1), BOX(8, 0),
		      .under = LOOSE, .help = "Duplicates are found by a hash",
		      .ref = "RFC 6621, 6.1.1"},
	[SMF_TYPE] = {"ipv6.opt.smf_dpd.tid_type", "TaggerID Type", U8, DEC, AT(1, 3), BOX(8, 1),
		      .under = LOOSE, WORDS(taggers), .help = "What kind of name the tagger has",
		      .ref = "RFC 6621, 6.1.1"},
	[SMF_LEN] = {"ipv6.opt.smf_dpd.tid_len", "TaggerID Length", U8, DEC, AT(4, 4), BOX(8, 4),
		     .under = LOOSE, .help = "Octets of it, less one", .ref = "RFC 6621, 6.1.1"},
	[QS_FUNC] = {"ipv6.opt.qs_func", "Function", U8, DEC, AT(0, 4), BOX(8, 0), .under = LOOSE,
		     .words = &qs_functions, .help = "Request or report", .ref = "RFC 4782, 3.1"},
	[QS_RATE] = {"ipv6.opt.qs_rate", "Rate", U8, DEC, AT(4, 4), BOX(8, 4), .under = LOOSE,
		     .words = &qs_rates, .help = "How fast the sender wants to begin",
		     .ref = "RFC 4782, 3.1"},
	[QS_NONCE] = {"ipv6.opt.qs_nonce", "QS Nonce", U32, HEX, AT(0, 30), BOX(32, 0),
		      .under = LOOSE, .help = "Against receivers that lie", .ref = "RFC 4782, 3.1"},
	[QS_RESERVED] = {"ipv6.opt.qs_reserved", "Reserved", U32, HEX, AT(30, 2), BOX(32, 30),
			 .under = LOOSE, .help = "Always 0", .ref = "RFC 4782, 3.1"},
};

/* --- single options; each reads from behind its length --- */

/* What a body is told beside the bytes. */
struct option_at {
	uint32_t group;  /* its node */
	uint32_t type;   /* that of its type */
	uint32_t length; /* that of its length */
	uint32_t octets; /* what the length says */
	unsigned code;
	struct cursor whole; /* from its first octet on */
};

static void body_padn(struct walk *w, struct cursor *c, const struct option_at *o)
{
	put(w, c, PADN, o->octets);
	if (!o->octets)
		label_value(w, "<none>");
}

#define JUMBO_MIN 65536

static void body_jumbo(struct walk *w, struct cursor *c, const struct option_at *o)
{
	const struct layer *ip = layer_up(w->now, "ipv6");

	if (put(w, c, JUMBO, 4) < JUMBO_MIN)
		expert(w, JUMBO_SHORT, NULL);
	if (ip) {
		struct cursor plen = layer_cursor(ip, IPV6_PLEN_AT);

		w->last = o->group;
		if (u16(&plen))
			expert(w, JUMBO_PROHIBITED, NULL);
	}
}

static void body_pmtu(struct walk *w, struct cursor *c, const struct option_at *o)
{
	uint32_t at = c->at + 2;
	uint16_t mtu;

	(void)o;
	put(w, c, PMTU_MIN, 2);
	mtu = u16(c);
	put_value(w, PMTU_RTN, at, 2, mtu & 0xfffe);
	put_value(w, PMTU_R, at, 2, mtu & 1);
}

static void body_calipso(struct walk *w, struct cursor *c, const struct option_at *o)
{
	put(w, c, CAL_DOI, 4);
	put(w, c, CAL_LEN, 1);
	put(w, c, CAL_LEVEL, 1);
	put(w, c, CAL_CHECKSUM, 2);
	put(w, c, CAL_BITMAP, o->octets - 8);
}

static void body_smf_dpd(struct walk *w, struct cursor *c, const struct option_at *o)
{
	uint32_t end = c->at + o->octets;
	uint64_t type;

	if (put_slice(w, *c, SMF_HASH, 1)) {
		put(w, c, SMF_HAV, o->octets);
		return;
	}
	type = put_slice(w, *c, SMF_TYPE, 1);
	put_slice(w, *c, SMF_LEN, 1);
	if (type)
		put(w, c, SMF_TAGGER, (u8(c) & 15u) + 1);
	else
		u8(c);
	if (c->at < end)
		put(w, c, SMF_IDENT, end - c->at);
}

#define HLIM_AT 7 /* octet of the IPv6 header's hop limit */

static void put_qs_ttl(struct walk *w, struct cursor *c, uint32_t group)
{
	const struct layer *ip = layer_up(w->now, "ipv6");
	struct cursor hlim = ip ? layer_cursor(ip, HLIM_AT) : (struct cursor){0};
	uint32_t at = c->at;
	unsigned ttl = (unsigned)put(w, c, QS_TTL, 1);
	unsigned diff = (u8(&hlim) - ttl) & 255;

	put_value(w, QS_DIFF, at, 1, diff);
	label_tail_of(w, group, ", QS TTL %u, QS TTL diff %u", ttl, diff);
}

static void body_quick_start(struct walk *w, struct cursor *c, const struct option_at *o)
{
	uint64_t function = put_slice(w, *c, QS_FUNC, 1);

	if (function != QS_REQUEST && function != QS_REPORT)
		return;
	label_tail_of(w, o->group, ", %s", word_for(&qs_rates, put_slice(w, *c, QS_RATE, 1)));
	u8(c);
	if (function == QS_REQUEST)
		put_qs_ttl(w, c, o->group);
	else
		put(w, c, QS_UNUSED, 1);
	put_slice(w, *c, QS_NONCE, 4);
	put_slice(w, *c, QS_RESERVED, 4);
	cursor_take(c, 4);
}

static void body_home(struct walk *w, struct cursor *c, const struct option_at *o)
{
	struct cursor peek = *c;
	struct span home = cursor_take(&peek, 16);

	(void)o;
	put(w, c, HOME_ADDRESS, 16);
	if (home.cap == 16)
		new_sender(w, (struct address){IPV6, 16, home.p});
}

static void body_ilnp(struct walk *w, struct cursor *c, const struct option_at *o)
{
	put(w, c, ILNP_NONCE, o->octets);
}

static void body_line_id(struct walk *w, struct cursor *c, const struct option_at *o)
{
	struct cursor beyond = *c;
	struct cursor *line = o->octets ? c : &beyond;
	uint32_t len = (uint32_t)put(w, line, LIO_LENGTH, 1);

	put(w, line, LIO_LINE, o->octets && len > o->octets - 1 ? o->octets - 1 : len);
}

static void body_mpl(struct walk *w, struct cursor *c, const struct option_at *o)
{
	static const uint8_t seed_octets[] = {0, 2, 8, 16};
	unsigned seed = (unsigned)put(w, c, MPL_FLAG, 1) >> 6 & 3;

	put(w, c, MPL_SEQUENCE, 1);
	if (seed) {
		put(w, c, MPL_SEED, seed_octets[seed]);
		return;
	}
	w->last = o->type;
	expert(w, MPL_SRC_SEED, NULL);
}

static void body_experimental(struct walk *w, struct cursor *c, const struct option_at *o)
{
	put(w, c, EXPERIMENTAL, o->octets);
}

static void body_deprecated(struct walk *w, struct cursor *c, const struct option_at *o)
{
	w->last = o->type;
	expert(w, DEPRECATED, NULL);
	put(w, c, UNKNOWN, o->octets);
	expert(w, UNKNOWN_NOTE, NULL);
}

static void body_unknown(struct walk *w, struct cursor *c, const struct option_at *o)
{
	put(w, c, UNKNOWN, o->octets);
	expert(w, UNKNOWN_NOTE, NULL);
}

/* An option that has a file of its own, which finds the node of the length. */
static void body_apart(struct walk *w, struct cursor *c, const struct option_at *o)
{
	w->last = o->length;
	*c = walk_part(w, also_by(w->now, 0, o->code), o->whole);
}

/* --- the list --- */

enum place { ANYWHERE, HOP_BY_HOP, DESTINATION };

/* The rows of options with nothing special about them. */
static const struct part tel_rows[] = {{TEL, 1}, {0, 0}};
static const struct part alert_rows[] = {{ROUTER_ALERT, 2}, {0, 0}};
static const struct part pdm_rows[] = {
	{PDM_SCALE_R, 1}, {PDM_SCALE_S, 1}, {PDM_PSN, 2}, {PDM_PSN_LAST, 2},
	{PDM_DELTA_R, 2}, {PDM_DELTA_S, 2}, {0, 0}};
static const struct part tpf_rows[] = {{TPF, 4}, {0, 0}};
static const struct part rpl_rows[] = {{RPL_FLAG, 1}, {RPL_INSTANCE, 1}, {RPL_RANK, 2}, {0, 0}};
static const struct part dff_rows[] = {{DFF_FLAGS, 1}, {DFF_SEQUENCE, 2}, {0, 0}};

static const struct rule {
	uint8_t type;
	uint8_t place;           /* enum place: where the option belongs */
	uint8_t least, most;     /* octets of data; most 0: any number */
	const char *says;        /* what is said of any other number */
	const struct part *rows; /* what it consists of ... */
	/* ... or what reads it */
	void (*body)(struct walk *, struct cursor *, const struct option_at *);
} rules[] = {
	{0x00, ANYWHERE, 0, 0, NULL, NULL, NULL}, /* has no length either */
	{0x01, ANYWHERE, 0, 0, NULL, NULL, body_padn},
	{0x04, DESTINATION, 1, 1, "Tunnel Encapsulation Limit: Invalid length", tel_rows, NULL},
	{0x05, HOP_BY_HOP, 2, 2, "Router alert: Invalid Length", alert_rows, NULL},
	{0x07, HOP_BY_HOP, 8, 255, "CALIPSO: Invalid Length", NULL, body_calipso},
	{0x08, HOP_BY_HOP, 0, 0, NULL, NULL, body_smf_dpd},
	{0x0f, DESTINATION, 10, 10, "PDM: Invalid length", pdm_rows, NULL},
	{0x1e, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0x26, HOP_BY_HOP, 6, 6, "Quick-Start: Invalid Length", NULL, body_quick_start},
	{0x30, HOP_BY_HOP, 4, 4, "PMTU Option: Invalid Length", NULL, body_pmtu},
	{0x31, HOP_BY_HOP, 2, 255, "IOAM Option: Invalid length", NULL, body_apart},
	{0x3e, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0x41, DESTINATION, 4, 4, "TPF: Invalid Length", tpf_rows, NULL},
	{0x5e, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0x63, HOP_BY_HOP, 4, 255, "RPL Option: Invalid length", rpl_rows, NULL},
	{0x6d, HOP_BY_HOP, 0, 0, NULL, NULL, body_mpl},
	{0x7e, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0x8a, ANYWHERE, 0, 0, NULL, NULL, body_deprecated},
	{0x8b, DESTINATION, 0, 0, NULL, NULL, body_ilnp},
	{0x8c, DESTINATION, 0, 0, NULL, NULL, body_line_id},
	{0x9e, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0xbe, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0xc2, HOP_BY_HOP, 4, 4, "Jumbo Payload: Invalid length", NULL, body_jumbo},
	{0xc9, DESTINATION, 16, 16, "Home Address: Invalid length", NULL, body_home},
	{0xde, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
	{0xee, HOP_BY_HOP, 3, 3, "IPv6 DFF: Invalid length", dff_rows, NULL},
	{0xfe, ANYWHERE, 0, 0, NULL, NULL, body_experimental},
};

static const struct rule *rule_of(unsigned type)
{
	static const struct rule unknown = {.body = body_unknown};

	for (unsigned i = 0; i < COUNT(rules); i++)
		if (rules[i].type == type)
			return &rules[i];
	return &unknown;
}

static bool has_length(const struct rule *k)
{
	return k->rows || k->body;
}

/* The type and its parts; gives its node. */
static uint32_t put_type(struct walk *w, struct cursor *c, const struct rule *k, enum place here)
{
	struct cursor parts = *c;
	uint32_t group = open_group(w, c, TYPE, 1);

	u8(c);
	if (k->place != ANYWHERE && k->place != here)
		expert(w, MISPLACED, "%s must use a %s options header",
		       word_for(fields[TYPE].words, k->type),
		       k->place == HOP_BY_HOP ? "hop-by-hop" : "destination");
	if (has_length(k)) {
		put_slice(w, parts, TYPE_ACTION, 1);
		put_slice(w, parts, TYPE_CHANGE, 1);
		put_slice(w, parts, TYPE_REST, 1);
	}
	shut_group(w, group, c);
	return group;
}

static void put_data(struct walk *w, struct cursor *c, const struct rule *k, struct option_at *o)
{
	uint32_t end;

	o->octets = (uint32_t)put(w, c, LENGTH, 1);
	o->length = w->last;
	end = c->at + o->octets;
	if (k->most && (o->octets < k->least || o->octets > k->most))
		expert(w, BAD_LENGTH, "%s (%u bytes)", k->says, o->octets);
	if (k->rows)
		put_rows(w, c, k->rows);
	else
		k->body(w, c, o);
	if (c->bad || c->at >= end)
		return;
	put(w, c, UNKNOWN_DATA, end - c->at);
	expert(w, UNKNOWN_NOTE, NULL);
}

static void put_option(struct walk *w, struct cursor *c, enum place here)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);
	const struct rule *k = rule_of(type);
	const char *name = word_for(fields[TYPE].words, type);
	struct option_at o = {.code = type, .whole = *c};

	if (peek.bad) {
		*c = peek;
		return;
	}
	o.group = open_group(w, c, OPT, has_length(k) ? 2u + u8(&peek) : 1);
	if (name)
		label_whole(w, "%s", name);
	else
		label_whole(w, "Unknown IPv6 Option (%u)", type);
	o.type = put_type(w, c, k, here);
	if (has_length(k))
		put_data(w, c, k, &o);
	else
		put(w, c, PAD1, 0);
	shut_group(w, o.group, NULL);
}

/*
 * The extension header around says where the list ends.  An option whose length is
 * too short is read as if it weren't, even beyond that end.
 */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	bool hop_by_hop = !strcmp(l->parent->proto->fields[0].name, "ipv6.hopopts");
	uint32_t end = c->at + l->parent->header - 2;

	while (c->at < end && !c->bad)
		put_option(w, c, hop_by_hop ? HOP_BY_HOP : DESTINATION);
}

const struct proto proto_ipv6_opts = {
	.brief = "IPv6 Options",
	.no_column = true,
	.spec = "RFC 8200, 4.2",
	.fields = fields,
	.n_fields = COUNT(fields),
	.bare = true,
	.next = {.also = {"ipv6.option"}},
	.prefix = "ipv6",
	.rest = rest,
};
