/* SPDX-License-Identifier: BSD-2-Clause */
/* Lightweight User Datagram Protocol: checksums may leave the payload out. */
/* RFC 3828. */
#include "core/checksum.h"
#include "core/walk.h"
#include "flow/conv.h"

enum {
	UDPLITE,
	SRCPORT,
	DSTPORT,
	ANY_SRCPORT,
	ANY_DSTPORT,
	COVERAGE,
	COVERAGE_BAD,
	LENGTH,
	CHECKSUM,
	CHECKSUM_ZERO,
	STATUS_ILLEGAL,
	STATUS,
	STREAM,
	TIMES,
	SINCE_FIRST,
	SINCE_LAST,
	PAYLOAD,
};

struct state {
	uint64_t length, illegal, status, stream, times, since_first, since_last;
};

#define HEADER 8

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_put(t, n->u ? " [unverified]" : " [zero-value illegal]");
}

static const struct field fields[] = {
	[UDPLITE] = {"udplite", "Lightweight User Datagram Protocol", PROTO,
		     .line = "Lightweight User Datagram Protocol[, Src Port: {udp.srcport}]"
			     "[, Dst Port: {udp.dstport}]"},
	[SRCPORT] = {"udp.srcport", "Source Port", U16, PORT, AT(0, 16), .help = "Who sent it",
		     .ref = "3.1"},
	[DSTPORT] = {"udp.dstport", "Destination Port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "3.1"},
	[ANY_SRCPORT] = {"udp.port", "Source or Destination Port", U16, PORT, AT(0, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[ANY_DSTPORT] = {"udp.port", "Source or Destination Port", U16, PORT, AT(16, 16),
			 .traits = HIDDEN, .help = "Either end"},
	[COVERAGE] = {"udp.checksum_coverage", "Checksum coverage", U16, DEC, AT(32, 16),
		      .traits = OWN_NAME, .preset = HEADER,
		      .help = "Octets that the checksum covers; 0: all", .ref = "3.1"},
	[COVERAGE_BAD] = EXPERT("udplite.checksum_coverage.bad",
				"Bad checksum coverage length value", ERROR, G_MALFORMED),
	[LENGTH] = {"udp.length", "Length", U16, DEC, FROM(struct state, length),
		    .help = "Octets of header and payload"},
	[CHECKSUM] = {"udp.checksum", "Checksum", U16, HEX, AT(48, 16), .fill = FILL_CHECKSUM,
		      .form = form_checksum, .help = "Over pseudo header and what is covered",
		      .ref = "3.1"},
	[CHECKSUM_ZERO] =
		EXPERT("udp.checksum.zero", "Illegal checksum value (0)", ERROR, G_CHECKSUM),
	[STATUS_ILLEGAL] = {"udp.checksum.status", "Checksum Status", U8, PLAIN,
			    FROM(struct state, illegal), .under = CHECKSUM,
			    .words = &checksum_statuses, .help = "That it must not be 0"},
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
	[PAYLOAD] = {"udp.payload", "UDP payload", BYTES, .help = "What the packet carries"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s = new_state(w, l, sizeof *s);
	struct conv *conv;
	bool from_a;

	s->length = l->bytes.wire;
	if (VALUE(l, CHECKSUM))
		s->status = CHECKSUM_UNVERIFIED;
	else
		s->illegal = CHECKSUM_ILLEGAL;
	conv = conv_get(w, &udp_streams, (uint16_t)VALUE(l, SRCPORT), (uint16_t)VALUE(l, DSTPORT),
			0, &from_a);
	s->stream = conv->stream;
	if (l->quoted || l->bytes.wire <= HEADER)
		return;
	s->times = 0;
	conv_times(conv, w->r.frame->time, &s->since_first, &s->since_last);
}

static bool coverage_is_bad(const struct layer *l)
{
	uint64_t coverage = VALUE(l, COVERAGE);

	return coverage && (coverage < HEADER || coverage > l->bytes.wire);
}

static void check(struct walk *w, const struct layer *l)
{
	struct node *n = own_node(w, COVERAGE);
	unsigned coverage = (unsigned)VALUE(l, COVERAGE);

	if (coverage_is_bad(l)) {
		label_tail_of(w, n ? (uint32_t)(n - w->r.nodes) : NO_NODE,
			      " (bogus, must be >= %u and <= %u)", HEADER, l->bytes.wire);
		expert_on(w, COVERAGE, COVERAGE_BAD,
			  "Bad checksum coverage length value %u < %u or > %u", coverage, HEADER,
			  l->bytes.wire);
	}
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor payload = *c;

	check(w, l);
	if (!VALUE(l, CHECKSUM))
		expert_on(w, CHECKSUM, CHECKSUM_ZERO, NULL);
	if (!c->left.cap) {
		if (c->left.wire && !l->quoted)
			cursor_fail(c, 1);
		return;
	}
	put(w, &payload, PAYLOAD, payload.left.cap);
	label_whole(w, "UDP payload (%u byte%s)", c->left.cap, c->left.cap == 1 ? "" : "s");
	walk_next(w, next_by_ports(l), *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_u64(t, VALUE(l, SRCPORT));
	text_put(t, " \xe2\x86\x92 ");
	text_u64(t, VALUE(l, DSTPORT));
	if (l->bytes.cap < HEADER)
		return;
	if (coverage_is_bad(l))
		text_format(t, " [BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH %u < %u or > %u]",
			    (unsigned)VALUE(l, COVERAGE), HEADER, l->bytes.wire);
	text_put(t, " Len=");
	text_u64(t, l->bytes.wire - HEADER);
	if (!VALUE(l, CHECKSUM))
		text_put(t, " [ILLEGAL CHECKSUM (0)]");
}

static const struct hang hangs[] = {{"ip.proto", 136}, {0}};

const struct proto proto_udplite = {
	.brief = "UDP-Lite",
	.prefix = "udp",
	.spec = "RFC 3828",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.least = 4,
	.apart = true,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.next = {.table = "udp.port", .row = SRCPORT, .other = DSTPORT},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
