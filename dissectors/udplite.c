/* SPDX-License-Identifier: BSD-2-Clause */
/* Lightweight User Datagram Protocol: checksums may leave the payload out. */
/* RFC 3828. */
#include "flow/udp.h"
#include "shared/udp.h"

enum {
	UDPLITE,
	UDP_PORT_ROWS,
	COVERAGE,
	COVERAGE_BAD,
	LENGTH,
	CHECKSUM,
	UDP_STATE_ROWS,
	PAYLOAD,
};

struct state {
	struct udp_state udp; /* first */
	uint64_t length;
};

#define HEADER 8

static void form_checksum(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_udp_checksum(t, n->u, true);
}

static const struct field fields[] = {
	[UDPLITE] = {"udplite", "Lightweight User Datagram Protocol", PROTO,
		     .line = "Lightweight User Datagram Protocol[, Src Port: {udp.srcport}]"
			     "[, Dst Port: {udp.dstport}]"},
	UDP_PORT_FIELDS("3.1"),
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
	UDP_STATE_FIELDS,
	[PAYLOAD] = {"udp.payload", "UDP payload", BYTES, .help = "What the packet carries"},
};

static void note(struct walk *w, struct layer *l)
{
	struct state *s;

	if (!rows_wanted(l) || !memory_wanted(w, l))
		return;
	s = new_state(w, l, sizeof *s);
	s->length = l->bytes.wire;
	if (VALUE(l, CHECKSUM))
		s->udp.status = CHECKSUM_UNVERIFIED;
	else
		s->udp.zero_status = CHECKSUM_ILLEGAL;
	udp_follow(w, l, STREAM, &s->udp);
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
	walk_udp_payload(w, l, *c);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	text_udp_ports(t, r, l);
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
	.next = {.table = "udp.port", .row = SRCPORT, .other = DSTPORT, .also = UDP_TABLES},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
