/* SPDX-License-Identifier: BSD-2-Clause */
/* Stream Control Transmission Protocol. */
/*
 * RFC 9260; RFC 3758 (FORWARD_TSN), 4895 (AUTH), 4820 (PAD), 5061 (ASCONF), 6525 (RE_CONFIG),
 * 8260 (I_DATA); draft-stewart-sctp-pktdrprep, draft-tuexen-tsvwg-sctp-multipath (NR_SACK).
 */
#include "flow/sctp.h"
#include "core/checksum.h"
#include "shared/sctp.h"

enum {
	SCTP,
	SRCPORT,
	DSTPORT,
	TAG,
	ASSOCIATION,
	ANY_SRCPORT,
	ANY_DSTPORT,
	CHECKSUM,
	STATUS,
};

#define HEADER 12
/* --- words of the detail tree --- */

static void form_association(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	(void)n;
	text_put(t, "disabled (enable in preferences)");
}

static const struct field fields[] = {
	[SCTP] = {"sctp", "Stream Control Transmission Protocol", PROTO,
		  .line = "Stream Control Transmission Protocol"
			  "[, Src Port: {sctp.srcport} ({sctp.srcport})]"
			  "[, Dst Port: {sctp.dstport} ({sctp.dstport})]"},
	[SRCPORT] = {"sctp.srcport", "Source port", U16, PORT, AT(0, 16), .help = "Who sends",
		     .ref = "3.1"},
	[DSTPORT] = {"sctp.dstport", "Destination port", U16, PORT, AT(16, 16),
		     .help = "Who is to get it", .ref = "3.1"},
	[TAG] = {"sctp.verification_tag", "Verification tag", U32, HEX, AT(32, 32),
		 .help = "The receiver's, from the handshake", .ref = "3.1"},
	[ASSOCIATION] = {"sctp.assoc_index", "Association index", U16, DEC,
			 FROM(struct sctp_state, association), .form = form_association,
			 .help = "Counts associations: not done, as in tshark"},
	[ANY_SRCPORT] = {"sctp.port", "Port", U16, PORT, AT(0, 16), .traits = HIDDEN,
			 .help = "Either end"},
	[ANY_DSTPORT] = {"sctp.port", "Port", U16, PORT, AT(16, 16), .traits = HIDDEN,
			 .help = "Either end"},
	[CHECKSUM] = {"sctp.checksum", "Checksum", U32, HEX, AT(64, 32), .fill = FILL_CHECKSUM,
		      .form = form_unverified, .help = "CRC-32C over all", .ref = "6.8"},
	[STATUS] = {"sctp.checksum.status", "Checksum Status", U8, PLAIN,
		    FROM(struct sctp_state, status), .words = &checksum_statuses,
		    .help = "Whether the checksum is right"},
};

/* --- DATA and I_DATA --- */

/* The payload protocol's, or the ports'. */
static const struct plan *child_of(const struct layer *l, uint32_t ppid)
{
	const struct layer *first = l->more ? l->parent : l;
	const struct plan *child = also_by(l, 0, ppid);

	return child ? child : next_by_ports(first);
}

/* --- the packet --- */

/* tshark doesn't count associations unless told to; it says so where all chunks are whole. */
static uint64_t association_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, HEADER);

	if (!c.left.wire)
		return 0;
	while (c.left.wire) {
		struct cursor head = c;
		uint32_t len;

		u16(&head);
		len = u16(&head);
		if (head.bad || len < SCTP_HEAD || len > c.left.cap)
			return ABSENT;
		len = (len + 3) & ~3u;
		cursor_take(&c, len < c.left.wire ? len : c.left.wire);
	}
	return UINT16_MAX;
}

static void note(struct walk *w, struct layer *l)
{
	struct sctp_state *s = new_state(w, l, sizeof *s);

	s->association = association_of(l);
	s->status = CHECKSUM_UNVERIFIED;
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct sctp_state *s = l->more ? new_state(w, l, sizeof *s) : (void *)l->state;
	const struct layer *first = l->more ? l->parent : l;
	struct sctp_run run = {0};

	if (VALUE(first, TAG))
		sctp_find(w, first, VALUE(first, TAG), &run);
	s->run = (uint64_t)(uintptr_t)&run;
	if (!c->left.cap && c->left.wire)
		cursor_fail(c, SCTP_HEAD);
	while (c->left.cap && !run.handed_on)
		*c = walk_part(w, also_by(l, 1, SCTP_CHUNK), *c);
	if (run.payload.left.cap)
		walk_next(w, child_of(l, run.ppid), run.payload);
	if (c->left.cap)
		walk_more(w, *c);
	if (w->summary)
		s->words = (uint64_t)(uintptr_t)arena_copy(&w->arena, run.words.p, run.words.len);
	s->run = ABSENT;
	text_close(&run.words);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct sctp_state *s = (const struct sctp_state *)l->state;

	(void)r;
	if (s && s->words != ABSENT)
		text_put(t, (const char *)(uintptr_t)s->words);
}

static const struct hang hangs[] = {{"ip.proto", 132}, {0}};

const struct proto proto_sctp = {
	.brief = "SCTP",
	.spec = "RFC 9260",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.sum = SUM_CRC32C,
	.least = HEADER,
	.sport = SRCPORT,
	.dport = DSTPORT,
	.next = {.table = "sctp.port",
		 .row = SRCPORT,
		 .other = DSTPORT,
		 .also = {"sctp.ppi", "sctp.part"}},
	.hangs = hangs,
	.recalls = true,
	.note = note,
	.rest = rest,
	.info = info,
};
