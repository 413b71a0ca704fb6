/* SPDX-License-Identifier: BSD-2-Clause */
/* User Datagram Protocol. */
/* RFC 768. */
#include "flow/udp.h"
#include "shared/udp.h"

enum {
	UDP,
	UDP_PORT_ROWS,
	LENGTH,
	LENGTH_BAD,
	CHECKSUM,
	UDP_STATE_ROWS,
	PAYLOAD,
	TRACEROUTE,
};

#define HEADER 8

/* Ports that traceroute sends to. */
#define FIRST_PROBE 33435
#define MOST_PROBES 30

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	text_udp_checksum(t, n->u, node_below(r, node_parent(r, n), CHECKSUM_ZERO) != NULL);
}

static const struct field fields[] = {
	[UDP] = {"udp", "User Datagram Protocol", PROTO,
		 .line = "User Datagram Protocol[, Src Port: {udp.srcport}]"
			 "[, Dst Port: {udp.dstport}]"},
	UDP_PORT_FIELDS("Fields"),
	[LENGTH] = {"udp.length", "Length", U16, DEC, AT(32, 16), .fill = FILL_LENGTH,
		    .help = "Octets of header and payload", .ref = "Fields"},
	[LENGTH_BAD] = EXPERT("udp.length.bad", "Bad length value", ERROR, G_MALFORMED),
	[CHECKSUM] = {"udp.checksum", "Checksum", U16, HEX, AT(48, 16), WHEN(STREAM),
		      .fill = FILL_CHECKSUM, .form = form_checksum,
		      .help = "Over pseudo header, header and payload", .ref = "Fields"},
	UDP_STATE_FIELDS,
	[PAYLOAD] = {"udp.payload", "UDP payload", BYTES, .traits = ONCE,
		     .help = "What the packet carries"},
	[TRACEROUTE] = EXPERT("udp.possible_traceroute", "Possible traceroute", CHAT, G_SEQUENCE),
};

/* 0 (a jumbogram, or offloaded segmentation) and lengths beyond the packet say nothing. */
static uint32_t total_len(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LENGTH);

	return len >= HEADER ? len : 0;
}

/* Octets that the header claims; 0 in IPv6's jumbograms (RFC 2675, 4) stands for all there are. */
static uint32_t claimed(const struct layer *l)
{
	uint32_t len = (uint32_t)VALUE(l, LENGTH);
	bool jumbo = l->room.wire > UINT16_MAX && l->parent != layer_up(l->parent, "ip");

	return !len && jumbo ? l->room.wire : len;
}

/* RFC 8200, 8.1; tunnels may do without (RFC 6935), but nobody knows which are. */
static bool needs_checksum(const struct layer *l)
{
	const struct layer *ip = l->parent;

	while (ip && ip->proto->inside_of)
		ip = ip->parent;
	return !l->quoted && ip && layer_up(ip, "ipv6") == ip;
}

static void note(struct walk *w, struct layer *l)
{
	struct udp_state *s;

	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	if (claimed(l) < HEADER)
		return;
	if (VALUE(l, CHECKSUM))
		s->status = CHECKSUM_UNVERIFIED;
	else
		s->zero_status = needs_checksum(l) ? CHECKSUM_ILLEGAL : CHECKSUM_ABSENT;
	udp_follow(w, l, STREAM, s);
}

static void check_length(struct walk *w, const struct layer *l)
{
	struct node *n = own_node(w, LENGTH);
	uint32_t at = n ? (uint32_t)(n - w->r.nodes) : NO_NODE;
	uint32_t len = claimed(l);

	if (len < HEADER) {
		label_tail_of(w, at, " (bogus, must be >= %u)", HEADER);
		expert_on(w, LENGTH, LENGTH_BAD, "Bad length value %u < %u", len, HEADER);
	} else if (len > l->room.wire && !l->quoted) {
		label_tail_of(w, at, " (bogus, payload length %u)", l->room.wire);
		expert_on(w, LENGTH, LENGTH_BAD, "Bad length value %u > IP payload length", len);
	}
}

/* Three attempts at each hop, a port higher each time: as traceroute counts them. */
static void note_traceroute(struct walk *w, const struct layer *l, unsigned row)
{
	unsigned n = (unsigned)VALUE(l, row) - FIRST_PROBE;

	if (n < MOST_PROBES)
		expert_on(w, row, TRACEROUTE, "Possible traceroute: hop #%u, attempt #%u",
			  n / 3 + 1, n % 3 + 1);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct span all = span_skip(l->room, HEADER);
	uint32_t len = claimed(l);

	note_traceroute(w, l, SRCPORT);
	note_traceroute(w, l, DSTPORT);
	check_length(w, l);
	if (len >= HEADER && !VALUE(l, CHECKSUM) && needs_checksum(l))
		expert_on(w, CHECKSUM, CHECKSUM_ZERO, NULL);
	if (len <= HEADER || (l->quoted && !c->left.cap))
		return;
	if (!c->left.cap) {
		cursor_fail(c, 1);
		return;
	}
	put_bytes(w, PAYLOAD, c->at, c->left.cap, all.p, all.cap);
	walk_udp_payload(w, l, *c);
}

static bool skim(struct walk *w, struct layer *l, const struct plan **child)
{
	*child = udp_child(w, l, layer_payload(l));
	return claimed(l) >= HEADER;
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint32_t len = claimed(l);

	text_udp_ports(t, r, l);
	if (l->bytes.cap < HEADER)
		return;
	if (len < HEADER) {
		text_format(t, " [BAD UDP LENGTH %u < %u]", len, HEADER);
		return;
	}
	if (len > l->room.wire)
		text_format(t, " [BAD UDP LENGTH %u > IP PAYLOAD LENGTH]", len);
	text_put(t, " Len=");
	text_u64(t, len - HEADER);
}

static const struct hang hangs[] = {{"ip.proto", 17}, {0}};

const struct proto proto_udp = {
	.brief = "UDP",
	.spec = "RFC 768",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = 4,
	.apart = true,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.total_len = total_len,
	.sum = SUM_PSEUDO_NONZERO,
	.next = {.table = "udp.port", .row = SRCPORT, .other = DSTPORT, .also = UDP_TABLES},
	.hangs = hangs,
	.skim = skim,
	.note = note,
	.rest = rest,
	.info = info,
};
