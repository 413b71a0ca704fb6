/* SPDX-License-Identifier: BSD-2-Clause */
/* IPv6's routing header and its types. */
/* RFC 8200, 4.4; RFC 5095 (0), RFC 6275 (2), RFC 6554 (3), RFC 8754 (4), RFC 9631 (5, 6). */
#include "shared/extension.h"

enum {
	ROUTING,
	LOOSE,
	EXTENSION_ROWS,
	INVALID_LENGTH,
	TYPE,
	DEPRECATED,
	SEGLEFT,
	INVALID_SEGLEFT,
	NOT_MULTICAST,
	UNKNOWN_DATA,
	UNDECODED,
	SRC_RESERVED,
	SRC_ADDR,
	HOME_RESERVED,
	HOME_ADDR,
	RPL_CMPR_I,
	RPL_CMPR_E,
	RPL_PAD,
	RPL_PAD_NOT_0,
	RPL_RESERVED,
	RPL_RESERVED_NOT_0,
	RPL_COUNT,
	RPL_COUNT_NEGATIVE,
	RPL_ADDR,
	RPL_FULL,
	MULTICAST_ADDR,
	SRC_IN_LIST,
	DST_IN_LIST,
	SRH_LAST,
	SRH_FLAGS,
	SRH_TAG,
	SRH_ADDR,
	CRH_CURRENT_16,
	CRH_CURRENT_32,
	CRH_SIDS,
	CRH_SID_16,
	CRH_SID_32,
};

enum { SOURCE_ROUTE, HOME = 2, RPL, SEGMENTS, COMPACT_16, COMPACT_32 };

#define HEAD 4
#define ADDRESS 16

static const struct word types[] = {
	{0, "Source Route"},
	{1, "Nimrod"},
	{2, "Type 2 Routing"},
	{3, "RPL Source Route"},
	{4, "Segment Routing"},
	{5, "Compact Routing Header 16"},
	{6, "Compact Routing Header 32"},
	{253, "Experiment 1"},
	{254, "Experiment 2"},
};

static const struct field fields[] = {
	[ROUTING] = {"ipv6.routing", "Routing Header for IPv6", PROTO,
		     .line = "Routing Header for IPv6[ ({=ipv6.routing.type})]"},
	/* Parts of numbers that hooks take apart stand below this row, which is never put. */
	[LOOSE] = {"text", "Parts", HEADING},
	EXTENSION_FIELDS("ipv6.routing", "4.4"),
	[INVALID_LENGTH] = EXPERT("ipv6.routing.invalid_length",
				  "Invalid IPv6 Routing header length", ERROR, G_MALFORMED),
	[TYPE] = {"ipv6.routing.type", "Type", U8, DEC, AT(16, 8), WORDS(types),
		  .help = "Which kind of route", .ref = "4.4"},
	[DEPRECATED] = EXPERT("ipv6.routing.deprecated", "Routing header type is deprecated",
			      REMARK, G_DEPRECATED),
	[SEGLEFT] = {"ipv6.routing.segleft", "Segments Left", U8, DEC, AT(24, 8),
		     .help = "Nodes that are still to be visited", .ref = "4.4"},
	[INVALID_SEGLEFT] = EXPERT("ipv6.routing.invalid_segleft",
				   "IPv6 Routing Header segments left field must not exceed "
				   "address count",
				   WARNING, G_PROTOCOL),
	[NOT_MULTICAST] =
		EXPERT("ipv6.dst_addr.not_multicast",
		       "Destination address must not be a multicast address", WARNING, G_PROTOCOL),
	[UNKNOWN_DATA] = {"ipv6.routing.unknown_data", "Type-Specific Data", BYTES,
			  .help = "What an unknown type carries", .ref = "4.4"},
	[UNDECODED] = EXPERT("ipv6.routing.undecoded", "Undecoded IPv6 routing header field",
			     REMARK, G_UNDECODED),
	[SRC_RESERVED] = {"ipv6.routing.src.reserved", "Reserved", BYTES, .help = "Always 0",
			  .ref = "RFC 2460, 4.4"},
	[SRC_ADDR] = {"ipv6.routing.src.addr", "Address", IPV6, .help = "A node on the way",
		      .ref = "RFC 2460, 4.4"},
	[HOME_RESERVED] = {"ipv6.routing.mipv6.reserved", "Reserved", BYTES, .help = "Always 0",
			   .ref = "RFC 6275, 6.4.1"},
	[HOME_ADDR] = {"ipv6.routing.mipv6.home_address", "Home Address", IPV6,
		       .help = "The receiver's address at home", .ref = "RFC 6275, 6.4.1"},
	[RPL_CMPR_I] = {"ipv6.routing.rpl.cmprI", "Compressed Internal Octets (CmprI)", U32, DEC,
			AT(0, 4), BOX(32, 0), .under = LOOSE,
			.help = "Octets left out of all addresses but the last",
			.ref = "RFC 6554, 3"},
	[RPL_CMPR_E] = {"ipv6.routing.rpl.cmprE", "Compressed Final Octets (CmprE)", U32, DEC,
			AT(4, 4), BOX(32, 4), .under = LOOSE,
			.help = "Octets left out of the last address", .ref = "RFC 6554, 3"},
	[RPL_PAD] = {"ipv6.routing.rpl.pad", "Padding Bytes", U32, DEC, AT(8, 4), BOX(32, 8),
		     .under = LOOSE, .help = "Octets behind the addresses", .ref = "RFC 6554, 3"},
	[RPL_PAD_NOT_0] = EXPERT("ipv6.routing.rpl.cmprI_cmprE_pad",
				 "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0",
				 WARNING, G_PROTOCOL),
	[RPL_RESERVED] = {"ipv6.routing.rpl.reserved", "Reserved", U32, DEC, AT(12, 20),
			  BOX(32, 12), .under = LOOSE, .help = "Always 0", .ref = "RFC 6554, 3"},
	[RPL_RESERVED_NOT_0] = EXPERT("ipv6.routing.rpl.reserved_not0",
				      "Reserved field must equal 0", REMARK, G_PROTOCOL),
	[RPL_COUNT] = {"ipv6.routing.rpl.addr_count", "Total Address Count", I32, DEC,
		       .traits = GENERATED, .help = "How many addresses there are",
		       .ref = "RFC 6554, 4.2"},
	[RPL_COUNT_NEGATIVE] = EXPERT("ipv6.routing.rpl.addr_count_ge0",
				      "Calculated total address count must be greater than or "
				      "equal to 0",
				      ERROR, G_MALFORMED),
	[RPL_ADDR] = {"ipv6.routing.rpl.address", "Address", BYTES,
		      .help = "A node on the way, shortened", .ref = "RFC 6554, 3"},
	[RPL_FULL] = {"ipv6.routing.rpl.full_address", "Full Address", IPV6, .traits = GENERATED,
		      .help = "The node's whole address", .ref = "RFC 6554, 3"},
	[MULTICAST_ADDR] = EXPERT("ipv6.src_route_list.multicast_addr",
				  "Multicast addresses must not appear in the source route list",
				  WARNING, G_PROTOCOL),
	[SRC_IN_LIST] = EXPERT("ipv6.src_route_list.src_addr",
			       "Source address must not appear in the source route list", WARNING,
			       G_PROTOCOL),
	[DST_IN_LIST] = EXPERT("ipv6.src_route_list.dst_addr",
			       "Destination address must not appear in the source route list",
			       WARNING, G_PROTOCOL),
	[SRH_LAST] = {"ipv6.routing.srh.last_entry", "Last Entry", U8, DEC,
		      .help = "Number of the first node of the way", .ref = "RFC 8754, 2"},
	[SRH_FLAGS] = {"ipv6.routing.srh.flags", "Flags", U8, HEX, .help = "Flags, none defined",
		       .ref = "RFC 8754, 2"},
	[SRH_TAG] = {"ipv6.routing.srh.tag", "Tag", BYTES,
		     .help = "The same in packets that belong together", .ref = "RFC 8754, 2"},
	[SRH_ADDR] = {"ipv6.routing.srh.addr", "Address", IPV6,
		      .help = "A node on the way, last one first", .ref = "RFC 8754, 2"},
	[CRH_CURRENT_16] = {"ipv6.routing.crh16.current_sid", "Current SID", U16, DEC,
			    .traits = GENERATED, .help = "The next node", .ref = "RFC 9631, 4"},
	[CRH_CURRENT_32] = {"ipv6.routing.crh32.current_sid", "Current SID", U32, DEC,
			    .traits = GENERATED, .help = "The next node", .ref = "RFC 9631, 4"},
	[CRH_SIDS] = {"text", "Segment Identifiers", HEADING},
	[CRH_SID_16] = {"ipv6.routing.crh16.sid", "Segment ID", U16, DEC, .under = CRH_SIDS,
			.help = "A node on the way", .ref = "RFC 9631, 4"},
	[CRH_SID_32] = {"ipv6.routing.crh32.sid", "Segment ID", U32, DEC, .under = CRH_SIDS,
			.help = "A node on the way", .ref = "RFC 9631, 4"},
};

/* --- the types; each reads from behind the number of segments left --- */

/* The last node of the way is whom the packet is for. */
static void arrive(struct walk *w, const struct layer *l, const uint8_t *last)
{
	if (last && VALUE(l, SEGLEFT) && w->r.to.kind == IPV6)
		new_receiver(w, (struct address){IPV6, ADDRESS, last});
}

static void check_segments(struct walk *w, const struct layer *l, const char *type, int count)
{
	if ((int)VALUE(l, SEGLEFT) > count)
		expert_on(w, SEGLEFT, INVALID_SEGLEFT,
			  "IPv6 %s Routing Header segments left field must not exceed address "
			  "count (%d)",
			  type, count);
}

/* An address of the list; gives where it stands, NULL when it doesn't. */
static const uint8_t *put_address(struct walk *w, struct cursor *c, unsigned row, unsigned number)
{
	struct cursor peek = *c;
	struct span s = cursor_take(&peek, ADDRESS);

	put(w, c, row, ADDRESS);
	label_name(w, "Address[%u]", number);
	return s.cap == ADDRESS ? s.p : NULL;
}

/* An IPv6 address for a group (RFC 4291, 2.7). */
static bool is_multicast(const uint8_t *address)
{
	return address && load_be(address, 1) == 0xff;
}

static void source_route(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned len = (unsigned)VALUE(l, LEN);
	const uint8_t *last = NULL;

	if (len % 2)
		expert_on(w, LEN, INVALID_LENGTH,
			  "IPv6 Routing Header extension header length must not be odd");
	put(w, c, SRC_RESERVED, 4);
	if (c->left.wire < len * EXTENSION_UNIT)
		return;
	expert_on(w, TYPE, DEPRECATED, NULL);
	check_segments(w, l, "Type 0", (int)len / 2);
	for (unsigned i = 1; i <= len / 2 && !c->bad; i++) {
		last = put_address(w, c, SRC_ADDR, i);
		if (is_multicast(last))
			expert(w, MULTICAST_ADDR, NULL);
	}
	arrive(w, l, last);
}

static void home(struct walk *w, struct layer *l, struct cursor *c)
{
	const uint8_t *address;

	if (VALUE(l, LEN) != 2)
		expert_on(w, LEN, INVALID_LENGTH,
			  "IPv6 Type 2 Routing Header extension header length must equal 2");
	if (VALUE(l, SEGLEFT) != 1)
		expert_on(w, SEGLEFT, INVALID_SEGLEFT,
			  "IPv6 Type 2 Routing Header segments left field must equal 1");
	put(w, c, HOME_RESERVED, 4);
	address = put_address(w, c, HOME_ADDR, 1);
	if (is_multicast(address))
		expert(w, MULTICAST_ADDR, NULL);
	arrive(w, l, address);
}

/* One shortened address: its first octets are those of the packet's receiver. */
static const uint8_t *put_shortened(struct walk *w, struct cursor *c, unsigned n, unsigned number)
{
	struct cursor peek = *c;
	struct span s = cursor_take(&peek, n);
	uint8_t *full = take(w, ADDRESS);

	put(w, c, RPL_ADDR, n);
	if (s.cap < n || w->r.to.kind != IPV6)
		return NULL;
	memcpy(full, w->r.to.p, ADDRESS - n);
	memcpy(full + ADDRESS - n, s.p, n);
	put_bytes(w, RPL_FULL, peek.at - n, n, full, ADDRESS);
	label_name(w, "Address[%u]", number);
	if (is_multicast(full))
		expert(w, MULTICAST_ADDR, NULL);
	if (!memcmp(full, w->r.from.p, ADDRESS))
		expert(w, SRC_IN_LIST, NULL);
	if (!memcmp(full, w->r.to.p, ADDRESS))
		expert(w, DST_IN_LIST, NULL);
	return full;
}

static int put_rpl_head(struct walk *w, struct layer *l, struct cursor *c, unsigned octets[2])
{
	int pad, reserved, count;

	octets[0] = ADDRESS - (unsigned)put_slice(w, *c, RPL_CMPR_I, 4);
	octets[1] = ADDRESS - (unsigned)put_slice(w, *c, RPL_CMPR_E, 4);
	pad = (int)put_slice(w, *c, RPL_PAD, 4);
	if (octets[0] == ADDRESS && octets[1] == ADDRESS && pad)
		expert(w, RPL_PAD_NOT_0,
		       "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was "
		       "%d",
		       pad);
	reserved = (int)put_slice(w, *c, RPL_RESERVED, 4);
	if (reserved)
		expert(w, RPL_RESERVED_NOT_0, "Reserved field must equal 0 but instead was %d",
		       reserved);
	cursor_take(c, 4);
	count = ((int)VALUE(l, LEN) * EXTENSION_UNIT - pad - (int)octets[1]) / (int)octets[0] + 1;
	put_value(w, RPL_COUNT, c->at, 0, (uint64_t)(int64_t)count);
	if (count < 0)
		expert(w, RPL_COUNT_NEGATIVE,
		       "Calculated total address count must be greater than or equal to 0, instead "
		       "was %d",
		       count);
	else
		check_segments(w, l, "RPL", count);
	return count;
}

static void rpl(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned octets[2];
	const uint8_t *last = NULL;
	int count;

	if (w->r.to.kind == IPV6 && is_multicast(w->r.to.p))
		expert(w, NOT_MULTICAST, NULL);
	count = put_rpl_head(w, l, c, octets);
	if (c->left.wire < VALUE(l, LEN) * EXTENSION_UNIT)
		return;
	for (int i = 1; i <= count && !c->bad; i++)
		last = put_shortened(w, c, octets[i == count], (unsigned)i);
	arrive(w, l, last);
}

static void segments(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned count = (unsigned)put(w, c, SRH_LAST, 1) + 1;
	const uint8_t *first = NULL;

	put(w, c, SRH_FLAGS, 1);
	put(w, c, SRH_TAG, 2);
	if (c->left.wire < VALUE(l, LEN) * EXTENSION_UNIT)
		return;
	check_segments(w, l, "Type 4", (int)VALUE(l, LEN) / 2);
	for (unsigned i = 0; i < count && !c->bad; i++) {
		const uint8_t *address = put_address(w, c, SRH_ADDR, i);

		if (!i)
			first = address;
	}
	arrive(w, l, first);
}

static void compact(struct walk *w, struct layer *l, struct cursor *c)
{
	bool wide = VALUE(l, TYPE) == COMPACT_32;
	uint32_t size = wide ? 4 : 2;
	struct cursor current = *c;
	uint32_t group;

	cursor_take(&current, (uint32_t)VALUE(l, SEGLEFT) * size);
	if (current.left.wire < size) {
		expert_on(w, LEN, INVALID_LENGTH,
			  "IPv6 Compact Routing Header minimum length must not exceed header "
			  "length (%u)",
			  (unsigned)VALUE(l, LEN));
		return;
	}
	put_value(w, wide ? CRH_CURRENT_32 : CRH_CURRENT_16, current.at, size,
		  wide ? u32(&current) : u16(&current));
	group = open_group(w, c, CRH_SIDS, c->left.wire);
	for (unsigned i = 0; cursor_has(c, size); i++) {
		struct cursor peek = *c;
		uint64_t sid = wide ? u32(&peek) : u16(&peek);

		if (!sid)
			break;
		put(w, c, wide ? CRH_SID_32 : CRH_SID_16, size);

		label_whole(w, "SID[%u] = %u", i, (unsigned)sid);
	}
	shut_group(w, group, c);
}

static void unknown(struct walk *w, struct layer *l, struct cursor *c)
{
	label_whole(w, "Routing Header for IPv6 (%s%u)", "Unknown type ", (unsigned)VALUE(l, TYPE));
	if (c->left.wire < extension_octets(l) - HEAD)
		return;
	put(w, c, UNKNOWN_DATA, c->left.wire);
	expert(w, UNDECODED, NULL);
}

static void rest_type(struct walk *w, struct layer *l, struct cursor *c)
{
	switch (VALUE(l, TYPE)) {
	case SOURCE_ROUTE:
		source_route(w, l, c);
		break;
	case HOME:
		home(w, l, c);
		break;
	case RPL:
		rpl(w, l, c);
		break;
	case SEGMENTS:
		segments(w, l, c);
		break;
	case COMPACT_16:
	case COMPACT_32:
		compact(w, l, c);
		break;
	default:
		unknown(w, l, c);
		break;
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	uint32_t octets = extension_octets(l);
	struct cursor data = cursor_first(*c, octets - HEAD);

	l->header = octets;
	rest_type(w, l, &data);
	cursor_take(c, octets - HEAD);
	if (data.bad && !c->bad)
		c->bad = data.bad;
	walk_extension(w, l, *c, VALUE(l, NXT));
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	put_extension(t, r, l, VALUE(l, NXT), "IPv6 routing");
}

static const struct hang hangs[] = {{"ip.proto", 43}, {0}};

const struct proto proto_ipv6_routing = {
	.brief = "IPv6 Routing",
	.no_column = true,
	.spec = "RFC 8200, 4.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	/* Of a type for experiments (RFC 4727, 6), with nothing to say. */
	SAMPLE("\0\0\375\0\0\0\0\0"),
	.inside_of = "ipv6",
	.next = {.table = "ip.proto", .row = NXT},
	.hangs = hangs,
	.note = note_extension,
	.rest = rest,
	.info = info,
};
