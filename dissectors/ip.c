/* SPDX-License-Identifier: BSD-2-Clause */
/* Internet Protocol version 4. */
/* RFC 791; RFC 2474 (DS field), RFC 3168 (ECN). */
#include "shared/ip.h"
#include "core/checksum.h"
#include "flow/fragments.h"

enum {
	IP,
	VERSION,
	BOGUS_VERSION,
	HDR_LEN,
	BOGUS_HEADER,
	DSFIELD,
	DSCP,
	ECN,
	LEN,
	BOGUS_LENGTH,
	ID,
	FLAGS,
	RB,
	DF,
	MF,
	FRAG_OFFSET,
	TTL,
	TTL_LOCAL,
	TTL_SMALL,
	PROTOCOL,
	CHECKSUM,
	STATUS,
	SRC,
	SRC_ADDR,
	SRC_HOST,
	SRC_ANY_HOST,
	CUR_RT,
	CUR_RT_HOST,
	DST,
	DST_ADDR,
	DST_HOST,
	DST_ANY_HOST,
	FRAGMENT_NUMBERS(FRAGMENTS),
};

struct state {
	uint64_t status;
	uint64_t cur_rt; /* the next router of a source route */
};

/* --- words of the detail tree --- */

static void form_hdr_len(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u);
	text_put(t, " bytes (");
	text_u64(t, n->u / 4);
	text_char(t, ')');
}

/* "0x2, Don't fragment" */
static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	static const char *const names[] = {"More fragments", "Don't fragment", "Reserved bit"};

	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 1);
	for (int bit = 2; bit >= 0; bit--)
		if (n->u >> bit & 1) {
			text_put(t, ", ");
			text_put(t, names[bit]);
		}
}

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_put(t, " [validation disabled]");
}

#define OFFSET_UNIT 8 /* octets */

static void form_frag_offset(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_u64(t, n->u * OFFSET_UNIT);
}

static const struct field fields[] = {
	[IP] = {"ip", "Internet Protocol Version 4", PROTO,
		.line = "Internet Protocol Version 4[, Src: {ip.src}][, Dst: {ip.dst}]"
			"[, Via: {ip.cur_rt}]"},
	[VERSION] = {"ip.version", "Version", U8, DEC, AT(0, 4), .preset = 4, .help = "Always 4",
		     .ref = "3.1"},
	[BOGUS_VERSION] = EXPERT("ip.bogus_ip_version", "Bogus IPv4 version", ERROR, G_PROTOCOL),
	[HDR_LEN] = {"ip.hdr_len", "Header Length", U8, DEC, AT(4, 4), .traits = FACTOR,
		     .factor = 4, .form = form_hdr_len, .fill = FILL_HEADER,
		     .help = "Octets of header, options included", .ref = "3.1"},
	[BOGUS_HEADER] =
		EXPERT("ip.bogus_header_length", "Bogus IP header length", ERROR, G_PROTOCOL),
	[DSFIELD] = {"ip.dsfield", "Differentiated Services Field", U8, HEX, AT(8, 8),
		     .form = form_dsfield, .help = "How routers are to treat the packet",
		     .ref = "RFC 2474, 3"},
	[DSCP] = {"ip.dsfield.dscp", "Differentiated Services Codepoint", U8, DEC, AT(8, 6),
		  .under = DSFIELD, .words = &dscp_names, .help = "Which per-hop behaviour",
		  .ref = "RFC 2474, 3"},
	[ECN] = {"ip.dsfield.ecn", "Explicit Congestion Notification", U8, DEC, AT(14, 2),
		 .under = DSFIELD, .words = &ecn_names, .help = "Routers mark congestion here",
		 .ref = "RFC 3168, 5"},
	[LEN] = {"ip.len", "Total Length", U16, DEC, AT(16, 16), .fill = FILL_LENGTH,
		 .help = "Octets of header and payload", .ref = "3.1"},
	[BOGUS_LENGTH] = EXPERT("ip.bogus_ip_length", "Bogus IP length", ERROR, G_PROTOCOL),
	[ID] = {"ip.id", "Identification", U16, HEX_DEC, AT(32, 16), .fill = FILL_RANDOM,
		.help = "The same in all fragments of a packet", .ref = "3.1"},
	[FLAGS] = {"ip.flags", "Flags", U8, HEX, AT(48, 3), .form = form_flags,
		   .help = "Control flags", .ref = "3.1"},
	[RB] = {"ip.flags.rb", "Reserved bit", BOOL, AT(48, 1), .under = FLAGS, WORDS(set_notset),
		.help = "Always 0", .ref = "3.1"},
	[DF] = {"ip.flags.df", "Don't fragment", BOOL, AT(49, 1), .under = FLAGS, WORDS(set_notset),
		.help = "Routers must not split the packet", .ref = "3.1"},
	[MF] = {"ip.flags.mf", "More fragments", BOOL, AT(50, 1), .under = FLAGS, WORDS(set_notset),
		.help = "This is not the last fragment", .ref = "3.1"},
	[FRAG_OFFSET] = {"ip.frag_offset", "Fragment Offset", U16, DEC, AT(51, 13),
			 .form = form_frag_offset,
			 .help = "Where the fragment belongs in the packet, in units of 8 octets",
			 .ref = "3.1"},
	[TTL] = {"ip.ttl", "Time to Live", U8, DEC, AT(64, 8), .preset = 64,
		 .help = "Routers that may still forward the packet", .ref = "3.1"},
	[TTL_LOCAL] = EXPERT("ip.ttl.lncb", "Time To Live", REMARK, G_SEQUENCE),
	[TTL_SMALL] = EXPERT("ip.ttl.too_small", "Time To Live", REMARK, G_SEQUENCE),
	[PROTOCOL] = {"ip.proto", "Protocol", U8, DEC, AT(72, 8), .words = &ip_protocols,
		      .fill = FILL_NEXT, .help = "What the packet carries", .ref = "3.1"},
	[CHECKSUM] = {"ip.checksum", "Header Checksum", U16, HEX, AT(80, 16), .fill = FILL_CHECKSUM,
		      .form = form_checksum, .help = "Over the header alone", .ref = "3.1"},
	[STATUS] = {"ip.checksum.status", "Header checksum status", U8, PLAIN,
		    FROM(struct state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
	[SRC] = {"ip.src", "Source Address", IPV4, AT(96, 32), .help = "Who sent it", .ref = "3.1"},
	[SRC_ADDR] = {"ip.addr", "Source or Destination Address", IPV4, AT(96, 32),
		      .traits = HIDDEN, .help = "Either end"},
	[SRC_HOST] = {"ip.src_host", "Source Host", STRING, NAME_OF, AT(96, 32), .traits = HIDDEN,
		      .help = "Who sent it, as a name"},
	[SRC_ANY_HOST] = {"ip.host", "Source or Destination Host", STRING, NAME_OF, AT(96, 32),
			  .traits = HIDDEN, .help = "Either end, as a name"},
	[CUR_RT] = {"ip.cur_rt", "Current Route", IPV4, KNOWN(struct state, cur_rt),
		    .help = "The next router of a source route", .ref = "3.1"},
	[CUR_RT_HOST] = {"ip.cur_rt_host", "Current Route Host", STRING, NAME_OF, AT(128, 32),
			 WHEN(CUR_RT), .traits = HIDDEN, .help = "The same as a name"},
	[DST] = {"ip.dst", "Destination Address", IPV4, AT(128, 32), UNLESS(CUR_RT),
		 .help = "Who is to get it", .ref = "3.1"},
	[DST_ADDR] = {"ip.addr", "Source or Destination Address", IPV4, AT(128, 32), UNLESS(CUR_RT),
		      .traits = HIDDEN, .help = "Either end"},
	[DST_HOST] = {"ip.dst_host", "Destination Host", STRING, NAME_OF, AT(128, 32),
		      UNLESS(CUR_RT), .traits = HIDDEN, .help = "Who is to get it, as a name"},
	[DST_ANY_HOST] = {"ip.host", "Source or Destination Host", STRING, NAME_OF, AT(128, 32),
			  UNLESS(CUR_RT), .traits = HIDDEN, .help = "Either end, as a name"},
	FRAGMENT_ROWS("ip", "IPv4", FRAGMENTS, BYTES, 0),
};

/* --- the header as a whole --- */

#define HEADER_MIN 20
#define ROUTE_FIRST 4 /* the least that a source route's pointer may be */

#define LOCAL_BLOCK 0xe0000000u /* 224.0.0.0/24, RFC 5771, 4 */
#define PROTO_OSPF 89
#define PROTO_IGMP 2
#define PROTO_PIM 103

static uint32_t header_len(const struct layer *l)
{
	return (uint32_t)VALUE(l, HDR_LEN) * 4;
}

/* 0 where the sender left it to the network card (TCP segmentation offload), or it is bogus. */
static uint32_t total_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LEN);

	return len >= header_len(l) ? len : 0;
}

/* Where a header contradicts itself: in its version, its own length, or the packet's. */
static unsigned believed(const struct layer *l)
{
	if (VALUE(l, VERSION) != 4)
		return VERSION;
	if (VALUE(l, HDR_LEN) * 4 < HEADER_MIN)
		return HDR_LEN;
	if (VALUE(l, LEN) && VALUE(l, LEN) < VALUE(l, HDR_LEN) * 4)
		return LEN;
	return 0;
}

/*
 * The last address of a source route that isn't done yet; empty: there is none.  False
 * when the options are cut off before that is known.
 */
static bool find_last_hop(const struct layer *l, struct span *hop)
{
	struct cursor c = layer_cursor(l, HEADER_MIN);

	c = cursor_first(c, header_len(l) - HEADER_MIN);
	while (c.left.cap) {
		unsigned type = u8(&c), len = type > 1 ? u8(&c) : 1, ptr;
		struct cursor route = cursor_first(c, len - 2);

		if (!type || (type > 1 && len < 2 && !c.bad))
			return true;
		ptr = u8(&route);
		if ((type == 131 || type == 137) && !route.bad) {
			if (ptr < ROUTE_FIRST || ptr >= len || len % 4 != 3)
				return true;
			cursor_pull(&route, len - 7);
			*hop = cursor_take(&route, 4);
			return hop->cap == 4;
		}
		if (type > 1)
			cursor_pull(&c, len - 2);
	}
	return header_len(l) <= l->bytes.cap;
}

/* What the layers around this one call the receiver. */
static struct address receiver_before(const struct layer *l)
{
	const struct field *f;
	struct cursor c;

	do
		l = l->parent;
	while (l && !l->proto->dst);
	if (!l)
		return (struct address){0};
	f = &l->proto->fields[l->proto->dst];
	c = layer_cursor(l, f->at / 8);
	return (struct address){f->kind, (uint8_t)(f->bits / 8), cursor_take(&c, f->bits / 8).p};
}

static void note(struct walk *w, struct layer *l)
{
	struct span hop = {0};
	bool known = header_len(l) == HEADER_MIN || find_last_hop(l, &hop);
	struct state *s;

	if (!known)
		new_receiver(w, receiver_before(l));
	else if (hop.cap)
		new_receiver(w, (struct address){IPV4, 4, hop.p});
	if (header_len(l) > l->bytes.cap)
		l->stop = known ? DST_ANY_HOST : SRC_ANY_HOST;
	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	s->status = CHECKSUM_UNVERIFIED;
	if (known && hop.cap)
		s->cur_rt = VALUE(l, DST);
}

/* The TTL that a packet to an address of the local block should have; 0: any. */
static unsigned local_ttl(uint32_t dst)
{
	switch (dst & 255) {
	case 18:  /* VRRP, RFC 5798, 5.1.1.3 */
	case 102: /* HSRP version 2, GLBP */
	case 251: /* mDNS, RFC 6762, 11 */
		return 255;
	case 252: /* LLMNR, RFC 4795, 2.5 */
		return 0;
	default:
		return 1;
	}
}

static void check_ttl(struct walk *w, const struct layer *l)
{
	uint32_t dst = (uint32_t)VALUE(l, DST);
	unsigned ttl = (unsigned)VALUE(l, TTL);
	unsigned protocol = (unsigned)VALUE(l, PROTOCOL);

	if ((dst & 0xffffff00) == LOCAL_BLOCK) {
		unsigned right = local_ttl(dst);

		if (right && ttl != right && !(ttl == 1 && protocol == PROTO_IGMP))
			expert_on(w, TTL, TTL_LOCAL,
				  "\"Time To Live\" != %u for a packet sent to the Local Network "
				  "Control Block (see RFC 3171)",
				  right);
	} else if (ttl < 5 && dst >> 28 != 14 && protocol != PROTO_PIM && protocol != PROTO_OSPF) {
		expert_on(w, TTL, TTL_SMALL, "\"Time To Live\" only %u", ttl);
	}
}

/* 0 where the sender left it to the network card: as many as there are. */
static void guess_length(struct walk *w, const struct layer *l)
{
	struct node *n = own_node(w, LEN);

	if (!n)
		return;
	n->u = l->room.wire;
	n->generated = true;
	w->last = (uint32_t)(n - w->r.nodes);
	label_whole(w,
		    "Total Length: %u bytes (reported as 0, presumed to be because of \"TCP "
		    "segmentation offload\" (TSO))",
		    l->room.wire);
}

static void check_length(struct walk *w, const struct layer *l)
{
	if (!VALUE(l, LEN))
		guess_length(w, l);
	if (VALUE(l, LEN) > l->room.wire && !l->quoted)
		expert_on(w, LEN, BOGUS_LENGTH,
			  "IPv4 total length exceeds packet length (%u bytes)", l->room.wire);
}

/* A header that isn't believed, from its first octet on. */
static void rest_bogus(struct walk *w, const struct layer *l, struct cursor c)
{
	const struct node *n = own_node(w, LEN);

	if (l->stop == VERSION) {
		expert_on(w, VERSION, BOGUS_VERSION, NULL);
		if (VALUE(l, VERSION) == 6)
			walk_next(w, also_by(l, 0, 6), c);
		return;
	}
	if (l->stop == HDR_LEN) {
		expert_on(w, HDR_LEN, BOGUS_HEADER,
			  "Bogus IP header length (%u, must be at least %u)",
			  (unsigned)VALUE(l, HDR_LEN) * 4, HEADER_MIN);
		return;
	}
	if (n)
		label_tail_of(w, (uint32_t)(n - w->r.nodes),
			      " bytes (bogus, less than header length %u)",
			      (unsigned)VALUE(l, HDR_LEN) * 4);
	expert_on(w, LEN, BOGUS_LENGTH, NULL);
}

/* The options, which have a table of their own. */
static void walk_options(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER_MIN);

	walk_part(w, also_by(l, 1, 0), cursor_first(c, l->header - HEADER_MIN));
}

static bool is_fragment(const struct layer *l)
{
	return VALUE(l, FRAG_OFFSET) || VALUE(l, MF);
}

static const struct fragment_rows fragment_rows = FRAGMENT_ROW_NUMBERS("IPv4", FRAGMENTS);

/* "UDP (17)" */
static void put_protocol(struct text *t, const struct layer *l)
{
	const char *name = word_for(&ip_protocols, VALUE(l, PROTOCOL));

	text_put(t, name ? name : "Unknown");
	text_put(t, " (");
	text_u64(t, VALUE(l, PROTOCOL));
	text_char(t, ')');
}

/* All fragments of the packet when this is the one that was missing; NULL: others are. */
static const struct whole *gather(struct walk *w, const struct layer *l, struct span bytes)
{
	static const char table_key;
	uint64_t number = VALUE(l, ID) | VALUE(l, PROTOCOL) << 16;

	if (l->quoted || bytes.cap < bytes.wire || VALUE(l, LEN) > l->room.wire)
		return NULL;
	return fragment_add(w, &table_key, number, (uint32_t)VALUE(l, FRAG_OFFSET) * OFFSET_UNIT,
			    VALUE(l, MF), bytes);
}

static void walk_fragment(struct walk *w, struct layer *l, struct cursor c)
{
	const struct plan *child = next_by(l, VALUE(l, PROTOCOL));
	const struct whole *whole = gather(w, l, c.left);

	if (whole) {
		l->whole = true;
		walk_next(w, child, put_whole(w, &fragment_rows, whole));
	} else if (VALUE(l, FRAG_OFFSET) || c.left.cap == c.left.wire) {
		walk_next(w, NULL, c);
	} else {
		walk_next(w, child, c);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	if (l->stop) {
		rest_bogus(w, l, *c);
		return;
	}
	if (l->header > HEADER_MIN)
		walk_options(w, l);
	if (any_wanted(w)) {
		check_ttl(w, l);
		check_length(w, l);
	}
	if (!c->left.wire)
		return;
	if (is_fragment(l))
		walk_fragment(w, l, *c);
	else
		walk_next(w, next_by(l, VALUE(l, PROTOCOL)), *c);
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	(void)w;
	*child = next_by(l, VALUE(l, PROTOCOL));
	return l->header == HEADER_MIN && VALUE(l, LEN) && !is_fragment(l);
}

/* Without options, and no fragment. */
static const struct plain plain = {
	.header = HEADER_MIN,
	.mask = 0xff00,
	.value = 0x4500,
	.zero_at = 6,
	.zero_mask = 0x3fff,
	.total_at = 2,
	.total_least = HEADER_MIN,
	.next_at = 9,
	.next_octets = 1,
};

static void info_bogus(struct text *t, const struct layer *l)
{
	unsigned header = (unsigned)VALUE(l, HDR_LEN) * 4;

	if (l->stop == VERSION)
		text_format(t, "Bogus IPv4 version (%u, must be 4)", (unsigned)VALUE(l, VERSION));
	else if (l->stop == HDR_LEN)
		text_format(t, "Bogus IP header length (%u, must be at least %u)", header,
			    HEADER_MIN);
	else
		text_format(t, "Bogus IP length (%u, less than header length %u)",
			    (unsigned)VALUE(l, LEN), header);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const char *name = word_for(&ip_protocols, VALUE(l, PROTOCOL));

	(void)r;
	if ((l->bytes.cap < HEADER_MIN && !l->stop) || l->stop >= SRC_ANY_HOST)
		return;
	if (l->stop) {
		info_bogus(t, l);
		return;
	}
	if (is_fragment(l) && !l->whole) {
		text_put(t, "Fragmented IP protocol (proto=");
		text_put(t, name ? name : "Unknown");
		text_char(t, ' ');
		text_u64(t, VALUE(l, PROTOCOL));
		text_put(t, ", off=");
		text_u64(t, VALUE(l, FRAG_OFFSET) * 8);
		text_put(t, ", ID=");
		text_hex(t, VALUE(l, ID), 4);
		text_char(t, ')');
		return;
	}
	put_protocol(t, l);
}

static const struct hang hangs[] = {{"ethertype", 0x0800},
				    {"ip.proto", 4},
				    {"link", 228},
				    {"ip.version", 4},
				    {"llc.dsap", 6},
				    {"null.type", 2},
				    {"ppp.protocol", 0x0021},
				    {"ppp.protocol", 0x0800},
				    {"chdlc.protocol", 0x0800},
				    {"fr.nlpid", 0xcc},
				    {"osinl.excl", 0xcc},
				    {"pwach.channel_type", 0x21},
				    {"gre.proto", 0x0800},
				    {"gre.proto", 0x883e},
				    {"vxlan.next_proto", 1},
				    {"arcnet.protocol_id", 0xd4},
				    {"arcnet.protocol_id", 0xf0},
				    {"nsh.next_proto", 1},
				    {0}};

const struct proto proto_ip = {
	.brief = "IPv4",
	.spec = "RFC 791",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER_MIN,
	.src = SRC,
	.dst = DST,
	.header_len = header_len,
	.total_len = total_len,
	.sum = SUM_HEADER,
	.next = {.table = "ip.proto", .row = PROTOCOL, .also = {"ip.version", "ip.part"}},
	.hangs = hangs,
	.believed = believed,
	.skim = skim,
	.plain = &plain,
	.recalls = true,
	.doubts = true,
	.carrier = true,
	.note = note,
	.rest = rest,
	.info = info,
};
