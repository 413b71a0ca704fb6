/* SPDX-License-Identifier: BSD-2-Clause */
/* User Datagram Protocol. */
/* RFC 768. */
#include "core/checksum.h"
#include "core/walk.h"
#include "flow/conv.h"

enum {
	UDP,
	SRCPORT,
	DSTPORT,
	ANY_SRCPORT,
	ANY_DSTPORT,
	LENGTH,
	LENGTH_BAD,
	CHECKSUM,
	STATUS_ABSENT,
	CHECKSUM_ZERO,
	STATUS,
	STREAM,
	TIMES,
	SINCE_FIRST,
	SINCE_LAST,
	PAYLOAD,
	TRACEROUTE,
};

struct state {
	uint64_t status_absent, status, stream, times, since_first, since_last;
};

#define HEADER 8

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	if (n->u)
		text_put(t, " [unverified]");
	else if (node_below(r, node_parent(r, n), CHECKSUM_ZERO))
		text_put(t, " [zero-value illegal]");
	else
		text_put(t, " [zero-value ignored]");
}

static const struct field fields[] = {
	[UDP] = {"udp", "User Datagram Protocol", PROTO,
		 .line = "User Datagram Protocol[, Src Port: {udp.srcport}]"
			 "[, Dst Port: {udp.dstport}]"},
	[SRCPORT] = {"udp.srcport", "Source Port", U16, PORT, AT(0, 16), .help = "Who sent it",
		     .ref = "Fields"},
	[DSTPORT] = {"udp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "Fields"},
	[ANY_SRCPORT] = {"udp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[ANY_DSTPORT] = {"udp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[LENGTH] = {"udp.length", "Length", U16, DEC, AT(32, 16), .fill = FILL_LENGTH,
		    .help = "Octets of header and payload", .ref = "Fields"},
	[LENGTH_BAD] = EXPERT("udp.length.bad", "Bad length value", ERROR, G_MALFORMED),
	[CHECKSUM] = {"udp.checksum", "Checksum", U16, HEX, AT(48, 16), WHEN(STREAM),
		      .fill = FILL_CHECKSUM, .form = form_checksum,
		      .help = "Over pseudo header, header and payload", .ref = "Fields"},
	[STATUS_ABSENT] = {"udp.checksum.status", "Checksum Status", U8, PLAIN,
			   FROM(struct state, status_absent), .under = CHECKSUM,
			   .words = &checksum_statuses, .help = "That there is no checksum"},
	[CHECKSUM_ZERO] =
		EXPERT("udp.checksum.zero", "Illegal checksum value (0)", ERROR, G_CHECKSUM),
	[STATUS] = {"udp.checksum.status", "Checksum Status", U8, PLAIN, FROM(struct state, status),
		    .words = &checksum_statuses, .help = "Whether the checksum is right"},
	[STREAM] = {"udp.stream", "Stream index", U32, DEC, FROM(struct state, stream),
		    .help = "Counts conversations from 0"},
	[TIMES] = {"text", "Timestamps", HEADING, FROM(struct state, times)},
	[SINCE_FIRST] = {"udp.time_relative", "Time since first frame", RELTIME,
			 FROM(struct state, since_first), .under = TIMES,
			 .help = "Since the conversation's first packet"},
	[SINCE_LAST] = {"udp.time_delta", "Time since previous frame", RELTIME,
			FROM(struct state, since_last), .under = TIMES,
			.help = "Since the conversation's packet before this one"},
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
	struct state *s;
	struct conv *conv;
	bool from_a;

	if (!rows_wanted(l))
		return;
	s = new_state(w, l, sizeof *s);
	if (claimed(l) < HEADER)
		return;
	if (VALUE(l, CHECKSUM))
		s->status = CHECKSUM_UNVERIFIED;
	else
		s->status_absent = needs_checksum(l) ? CHECKSUM_ILLEGAL : CHECKSUM_ABSENT;
	s->stream = 0;
	if (!wanted(w, STREAM) && !wanted(w, SINCE_FIRST) && !wanted(w, SINCE_LAST))
		return;
	conv = conv_get(w, &udp_streams, (uint16_t)VALUE(l, SRCPORT), (uint16_t)VALUE(l, DSTPORT),
			0, &from_a);
	s->stream = conv->stream;
	if (l->quoted || l->bytes.wire <= HEADER)
		return;
	s->times = 0;
	conv_times(conv, w->r.frame->time, &s->since_first, &s->since_last);
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

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct span all = span_skip(l->room, HEADER);
	uint32_t len = claimed(l);

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
	label_whole(w, "UDP payload (%u byte%s)", c->left.cap, c->left.cap == 1 ? "" : "s");
	walk_next(w, next_by_ports(l), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	uint32_t len = claimed(l);

	text_port(t, r, l, VALUE(l, SRCPORT));
	text_put(t, " \xe2\x86\x92 ");
	text_port(t, r, l, VALUE(l, DSTPORT));
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
	.next = {.table = "udp.port", .row = SRCPORT, .other = DSTPORT},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
