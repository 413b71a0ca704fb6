/* SPDX-License-Identifier: BSD-2-Clause */
/* Address Resolution Protocol, and its reverse and inverse. */
/* RFC 826, RFC 903 (reverse), RFC 2390 (inverse), RFC 5227 (probes and announcements). */
#include "flow/claim.h"
#include "shared/numbers.h"

enum {
	ARP,
	HW_TYPE,
	PROTO_TYPE,
	HW_SIZE,
	PROTO_SIZE,
	OPCODE,
	GRATUITOUS,
	PROBE,
	ANNOUNCEMENT,
	SRC_MAC,
	SRC_HW,
	SRC_HW_6,
	SRC_IP,
	SRC_PROTO,
	SRC_PROTO_4,
	DST_MAC,
	DST_HW,
	DST_HW_6,
	DST_IP,
	DST_PROTO,
	DST_PROTO_4,
	TWICE,
	TWICE_FRAME,
	TWICE_NOTE,
	TWICE_SECONDS,
};

struct state {
	uint64_t gratuitous, probe, announcement;
	uint64_t twice; /* the IP address that another station claims, too */
};

enum {
	REQUEST = 1,
	REPLY,
	REVERSE_REQUEST,
	REVERSE_REPLY,
	DYNAMIC_REQUEST,
	DYNAMIC_REPLY,
	DYNAMIC_ERROR,
	INVERSE_REQUEST = 8,
	INVERSE_REPLY
};

#define HEADER 8
#define MAC_LEN 6
#define IP_LEN 4

static const struct word opcodes[] = {
	{0, "reserved"},
	{1, "request"},
	{2, "reply"},
	{3, "reverse request"},
	{4, "reverse reply"},
	{5, "drarp request"},
	{6, "drarp reply"},
	{7, "drarp error"},
	{8, "inverse request"},
	{9, "inverse reply"},
	{10, "arp nak"},
	{11, "mars request"},
	{12, "mars multi"},
	{13, "mars mserv"},
	{14, "mars join"},
	{15, "mars leave"},
	{16, "mars nak"},
	{17, "mars unserv"},
	{18, "mars sjoin"},
	{19, "mars sleave"},
	{20, "mars grouplist request"},
	{21, "mars grouplist reply"},
	{22, "mars redirect map"},
	{23, "mapos unarp"},
	{24, "experimental 1"},
	{25, "experimental 2"},
	{256, "request"},
	{512, "reply"},
	{768, "probe"},
	{65535, "reserved"},
};

/* Hardware whose addresses are MAC addresses, protocols whose addresses are IPv4's. */
static const uint32_t ethernets[] = {1, 6};
static const uint32_t ip_types[] = {0x0800, 0x00cc};
static const struct when is_mac = {HW_SIZE, false, 1, (const uint32_t[]){MAC_LEN}, NULL};
static const struct when is_ip = {PROTO_SIZE, false, 1, (const uint32_t[]){IP_LEN}, NULL};

static const struct field fields[] = {
	[ARP] = {"arp", "Address Resolution Protocol", PROTO},
	[HW_TYPE] = {"arp.hw.type", "Hardware type", U16, DEC, AT(0, 16), .words = &arp_hardware,
		     .preset = 1, .help = "Which kind of link", .ref = "Packet format"},
	[PROTO_TYPE] = {"arp.proto.type", "Protocol type", U16, HEX, AT(16, 16),
			.words = &ethertypes, .preset = 0x0800,
			.help = "Whose addresses are asked for", .ref = "Packet format"},
	[HW_SIZE] = {"arp.hw.size", "Hardware size", U8, DEC, AT(32, 8), .preset = MAC_LEN,
		     .help = "Octets of a hardware address", .ref = "Packet format"},
	[PROTO_SIZE] = {"arp.proto.size", "Protocol size", U8, DEC, AT(40, 8), .preset = IP_LEN,
			.help = "Octets of a protocol address", .ref = "Packet format"},
	[OPCODE] = {"arp.opcode", "Opcode", U16, DEC, AT(48, 16), WORDS(opcodes), .preset = REQUEST,
		    .help = "Request or reply", .ref = "Packet format"},
	[GRATUITOUS] = {"arp.isgratuitous", "Is gratuitous", BOOL, FROM(struct state, gratuitous),
			.help = "The sender tells its own address unasked", .ref = "RFC 5944, 4.6"},
	[PROBE] = {"arp.isprobe", "Is probe", BOOL, FROM(struct state, probe),
		   .help = "The sender asks whether an address is free", .ref = "RFC 5227, 1.1"},
	[ANNOUNCEMENT] = {"arp.isannouncement", "Is announcement", BOOL,
			  FROM(struct state, announcement),
			  .help = "The sender tells the address it took", .ref = "RFC 5227, 1.1"},
	[SRC_MAC] = {"arp.src.hw_mac", "Sender MAC address", ETHER, .bits = 48, .traits = SEQ,
		     WHEN_BOTH(HW_TYPE, false, ethernets, &is_mac), .help = "Who sends",
		     .ref = "Packet format"},
	[SRC_HW] = {"arp.src.hw", "Sender hardware address", BYTES, .size_of = HW_SIZE,
		    .traits = SEQ, WHEN_NOT_IN(HW_SIZE, MAC_LEN, 0), .help = "Who sends",
		    .ref = "Packet format"},
	[SRC_HW_6] = {"arp.src.hw", "Sender hardware address", BYTES, .bits = 48, .traits = SEQ,
		      WHEN_BOTH(HW_TYPE, true, ethernets, &is_mac), .help = "Who sends",
		      .ref = "Packet format"},
	[SRC_IP] = {"arp.src.proto_ipv4", "Sender IP address", IPV4, .bits = 32, .traits = SEQ,
		    WHEN_BOTH(PROTO_TYPE, false, ip_types, &is_ip), .help = "Who sends",
		    .ref = "Packet format"},
	[SRC_PROTO] = {"arp.src.proto", "Sender protocol address", BYTES, .size_of = PROTO_SIZE,
		       .traits = SEQ, WHEN_NOT_IN(PROTO_SIZE, IP_LEN, 0), .help = "Who sends",
		       .ref = "Packet format"},
	[SRC_PROTO_4] = {"arp.src.proto", "Sender protocol address", BYTES, .bits = 32,
			 .traits = SEQ, WHEN_BOTH(PROTO_TYPE, true, ip_types, &is_ip),
			 .help = "Who sends", .ref = "Packet format"},
	[DST_MAC] = {"arp.dst.hw_mac", "Target MAC address", ETHER, .bits = 48, .traits = SEQ,
		     WHEN_BOTH(HW_TYPE, false, ethernets, &is_mac), .help = "Who is meant",
		     .ref = "Packet format"},
	[DST_HW] = {"arp.dst.hw", "Target hardware address", BYTES, .size_of = HW_SIZE,
		    .traits = SEQ, WHEN_NOT_IN(HW_SIZE, MAC_LEN, 0), .help = "Who is meant",
		    .ref = "Packet format"},
	[DST_HW_6] = {"arp.dst.hw", "Target hardware address", BYTES, .bits = 48, .traits = SEQ,
		      WHEN_BOTH(HW_TYPE, true, ethernets, &is_mac), .help = "Who is meant",
		      .ref = "Packet format"},
	[DST_IP] = {"arp.dst.proto_ipv4", "Target IP address", IPV4, .bits = 32, .traits = SEQ,
		    WHEN_BOTH(PROTO_TYPE, false, ip_types, &is_ip), .help = "Who is meant",
		    .ref = "Packet format"},
	[DST_PROTO] = {"arp.dst.proto", "Target protocol address", BYTES, .size_of = PROTO_SIZE,
		       .traits = SEQ, WHEN_NOT_IN(PROTO_SIZE, IP_LEN, 0), .help = "Who is meant",
		       .ref = "Packet format"},
	[DST_PROTO_4] = {"arp.dst.proto", "Target protocol address", BYTES, .bits = 32,
			 .traits = SEQ, WHEN_BOTH(PROTO_TYPE, true, ip_types, &is_ip),
			 .help = "Who is meant", .ref = "Packet format"},
	[TWICE] = {"text", "Duplicate IP address detected", HEADING, .traits = GENERATED},
	[TWICE_FRAME] = {"arp.duplicate-address-frame", "Frame showing earlier use of IP address",
			 FRAMENUM, .under = TWICE, .traits = GENERATED | ONCE,
			 .help = "Where the other station claimed it", .ref = "RFC 5227, 2.4"},
	[TWICE_NOTE] = EXPERT("arp.duplicate-address-detected", "Duplicate IP address configured",
			      WARNING, G_SEQUENCE),
	[TWICE_SECONDS] = {"arp.seconds-since-duplicate-address-frame",
			   "Seconds since earlier frame seen", U32, DEC, .under = TWICE,
			   .traits = GENERATED | ONCE, .help = "How long ago that was",
			   .ref = "RFC 5227, 2.4"},
};

static uint32_t header_len(const struct layer *l)
{
	return HEADER + 2 * (uint32_t)(VALUE(l, HW_SIZE) + VALUE(l, PROTO_SIZE));
}

/* The four addresses, as far as they are there. */
struct ends {
	struct span src_hw, src, dst_hw, dst;
};

static struct ends ends_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);
	uint32_t hw = (uint32_t)VALUE(l, HW_SIZE), proto = (uint32_t)VALUE(l, PROTO_SIZE);
	struct ends e;

	e.src_hw = cursor_take(&c, hw);
	e.src = cursor_take(&c, proto);
	e.dst_hw = cursor_take(&c, hw);
	e.dst = cursor_take(&c, proto);
	return e;
}

/* Addresses that don't fit aren't shown at all. */
static unsigned believed(const struct layer *l)
{
	if (l->bytes.cap < HEADER || header_len(l) <= l->bytes.wire)
		return 0;
	return OPCODE;
}

static void conclude(struct state *s, const struct layer *l)
{
	uint64_t opcode = VALUE(l, OPCODE);
	struct ends e = ends_of(l);

	if (VALUE(l, PROTO_SIZE) != IP_LEN || e.dst.cap != IP_LEN ||
	    (opcode != REQUEST && opcode != REPLY))
		return;
	if (span_equal(e.src, e.dst)) {
		s->gratuitous = 1;
		if (opcode == REQUEST && span_is_zero(e.dst_hw, e.dst_hw.cap))
			s->announcement = 1;
	} else if (opcode == REQUEST && span_is_zero(e.src, IP_LEN) &&
		   span_is_zero(e.dst_hw, e.dst_hw.cap)) {
		s->probe = 1;
	}
}

/* What the Protocol column says. */
static const char *column_of(uint64_t opcode)
{
	if (opcode == REVERSE_REQUEST || opcode == REVERSE_REPLY)
		return "RARP";
	if (opcode >= DYNAMIC_REQUEST && opcode <= DYNAMIC_ERROR)
		return "DRARP";
	return opcode == INVERSE_REQUEST || opcode == INVERSE_REPLY ? "Inverse ARP" : "ARP";
}

static void note(struct walk *w, struct layer *l)
{
	conclude(new_state(w, l, sizeof(struct state)), l);
	l->column = column_of(VALUE(l, OPCODE));
}

static bool is_among(uint64_t v, const uint32_t *values, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (values[i] == v)
			return true;
	return false;
}

static bool has_macs(const struct layer *l)
{
	return VALUE(l, HW_SIZE) == MAC_LEN &&
	       is_among(VALUE(l, HW_TYPE), ethernets, COUNT(ethernets));
}

static bool has_ips(const struct layer *l)
{
	return VALUE(l, PROTO_SIZE) == IP_LEN &&
	       is_among(VALUE(l, PROTO_TYPE), ip_types, COUNT(ip_types));
}

static void put_claim(struct walk *w, const struct layer *l, struct span ip, struct span mac,
		      const struct claim *before)
{
	struct cursor c = layer_cursor(l, 0);
	const char *address = address_words(w, IPV4, ip.p);
	uint32_t group;

	w->depth--; /* it stands beside the protocol, not in it */
	group = open_group(w, &c, TWICE, 0);
	label_whole(w, "Duplicate IP address detected for %s (%s) - also in use by %s (frame %u)",
		    address, address_words(w, ETHER, mac.p), address_words(w, ETHER, before->mac.p),
		    (unsigned)before->frame);
	put_value(w, TWICE_FRAME, c.at, 0, before->frame);
	expert(w, TWICE_NOTE, "Duplicate IP address configured (%s)", address);
	put_value(w, TWICE_SECONDS, c.at, 0, before->ago);
	shut_group(w, group, NULL);
	w->depth++;
}

/* Whether a station can have the hardware address: not a group, and not nobody. */
static bool is_station(struct span mac)
{
	return mac.cap == MAC_LEN && !span_is_zero(mac, MAC_LEN) && !span_bits(mac, 7, 1, false);
}

/* Whether another station has that address; the summary line tells. */
static bool check_claim(struct walk *w, const struct layer *l, struct span ip, struct span mac)
{
	struct state *s = (struct state *)l->state;
	struct claim before;

	if (ip.cap != IP_LEN || span_is_zero(ip, IP_LEN) || !is_station(mac) ||
	    !claim_address(w, ip, mac, &before))
		return false;
	s->twice = span_bits(ip, 0, 32, false);
	if (any_wanted(w))
		put_claim(w, l, ip, mac, &before);
	return true;
}

static void check_claims(struct walk *w, const struct layer *l)
{
	uint64_t opcode = VALUE(l, OPCODE);
	struct ends e = ends_of(l);

	if (!has_macs(l) || !has_ips(l) || l->quoted || (opcode != REQUEST && opcode != REPLY))
		return;
	if (!check_claim(w, l, e.src, e.src_hw) && opcode == REPLY)
		check_claim(w, l, e.dst, e.dst_hw);
}

/* What the packet is, behind the protocol's name. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct state *s = (const struct state *)l->state;
	const char *name = word_for(fields[OPCODE].words, VALUE(l, OPCODE));

	if (l->stop) {
		l->column = "ARP";
		cursor_fail(c, c->left.wire + 1);
		return;
	}
	check_claims(w, l);
	if (s->announcement == 1)
		label_tail_of(w, l->node, " (ARP Announcement)");
	else if (s->probe == 1)
		label_tail_of(w, l->node, " (ARP Probe)");
	else if (name)
		label_tail_of(w, l->node, " (%s%s)", name,
			      s->gratuitous == 1 ? "/gratuitous ARP" : "");
	else
		label_tail_of(w, l->node, " (opcode 0x%04x)", (unsigned)VALUE(l, OPCODE));
}

static void put_octets(struct text *t, struct span s, char separator)
{
	if (s.cap)
		text_hex_bytes(t, s.p, s.cap, separator);
	else
		text_put(t, "<No address>");
}

static void put_hw(struct text *t, const struct layer *l, struct span s)
{
	put_octets(t, s, has_macs(l) ? ':' : '\0');
}

static void put_proto(struct text *t, const struct layer *l, struct span s)
{
	if (s.cap == IP_LEN && has_ips(l))
		text_ip4(t, (uint32_t)span_bits(s, 0, 32, false));
	else
		put_octets(t, s, '\0');
}

static void put_question(struct text *t, const struct layer *l, const char *asks, struct span what,
			 struct span who)
{
	text_put(t, asks);
	put_proto(t, l, what);
	text_put(t, "? Tell ");
	put_proto(t, l, who);
}

static void info_gratuitous(struct text *t, const struct layer *l, struct ends e)
{
	bool announced = l->state[offsetof(struct state, announcement) / 8] == 1;

	text_put(t, announced ? "ARP Announcement for " : "Gratuitous ARP for ");
	put_proto(t, l, e.dst);
	if (!announced)
		text_put(t, VALUE(l, OPCODE) == REQUEST ? " (Request)" : " (Reply)");
}

static void put_answer(struct text *t, const struct layer *l, struct span who, struct span where)
{
	put_proto(t, l, who);
	text_put(t, " is at ");
	put_hw(t, l, where);
}

static void put_words(struct text *t, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;
	struct ends e = ends_of(l);
	const char *name;

	if (s->gratuitous == 1) {
		info_gratuitous(t, l, e);
		return;
	}
	switch (VALUE(l, OPCODE)) {
	case REQUEST:
		put_question(t, l, "Who has ", e.dst, e.src);
		if (s->probe == 1) {
			t->len -= strlen(" Tell 0.0.0.0");
			text_put(t, " (ARP Probe)");
		}
		break;
	case REPLY:
	case INVERSE_REPLY:
		put_answer(t, l, e.src, e.src_hw);
		break;
	case REVERSE_REQUEST:
	case DYNAMIC_REQUEST:
	case INVERSE_REQUEST:
		text_put(t, "Who is ");
		put_hw(t, l, e.dst_hw);
		text_put(t, "? Tell ");
		put_hw(t, l, e.src_hw);
		break;
	case REVERSE_REPLY:
	case DYNAMIC_REPLY:
		put_hw(t, l, e.dst_hw);
		text_put(t, " is at ");
		put_proto(t, l, e.dst);
		break;
	case DYNAMIC_ERROR:
		text_put(t, "DRARP Error");
		break;
	default:
		name = word_for(fields[OPCODE].words, VALUE(l, OPCODE));
		if (name)
			text_put(t, name);
		else
			text_format(t, "Unknown ARP opcode 0x%04x", (unsigned)VALUE(l, OPCODE));
		break;
	}
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct state *s = (const struct state *)l->state;

	(void)r;
	if (l->stop)
		return;
	put_words(t, l);
	if (s->twice == ABSENT)
		return;
	text_put(t, " (duplicate use of ");
	text_ip4(t, (uint32_t)s->twice);
	text_put(t, " detected!)");
}

static const struct hang hangs[] = {{"ethertype", 0x0806},
				    {"ethertype", 0x8035},
				    {"gre.proto", 0x0806},
				    {"arcnet.protocol_id", 0xd5},
				    {"arcnet.protocol_id", 0xf1},
				    {"arcnet.protocol_id", 0xd6},
				    {0}};

const struct proto proto_arp = {
	.brief = "ARP/RARP",
	.spec = "RFC 826",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	/* A request, of Ethernet and IPv4. */
	SAMPLE("\0\1\10\0\6\4\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
	.header_len = header_len,
	.total_len = header_len,
	.hangs = hangs,
	.believed = believed,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
