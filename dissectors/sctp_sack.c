/* SPDX-License-Identifier: BSD-2-Clause */
/* SCTP's selective acknowledgments. */
/* RFC 9260, 3.3.4; draft-tuexen-tsvwg-sctp-multipath (NR_SACK). */
#include "flow/sctp.h"
#include "shared/sctp.h"

enum {
	SELECTIVE,
	CUM_TSN,
	ACKED_TSN,
	ACKED_FRAME,
	ACK_RTT,
	CUM_TSN_RAW,
	RWND,
	RWND_ZERO,
	GAPS,
	DUPLICATES,
	GAP,
	GAP_START,
	GAP_START_TSN,
	GAP_END,
	GAP_END_TSN,
	GAP_MALFORMED,
	GAP_ORDER,
	NR_START,
	NR_START_TSN,
	NR_END,
	NR_END_TSN,
	NN_START,
	NN_START_TSN,
	NN_END,
	NN_END_TSN,
	GAP_TSNS,
	GAP_TSNS_MANY,
	DUPLICATE,
	NR_TSNS,
	NR_TSNS_MANY,
	NN_TSNS,
	NN_TSNS_MANY,
	NR_DUPLICATE,
};

enum { SACK = 3 };      /* type of chunk */
#define NR_SACK_HEAD 16 /* octets of NR_SACK before the gaps */

#define MANY_TSNS 100

#define PUT(row, name, what, kind, base, says, section) \
	[row] = {"sctp." name, what, kind, base, .help = says, .ref = section}

#define GAP_ROWS(start, end, tsns, many, prefix, gaps, what, sack)                         \
	[start] = {"sctp." prefix "_start",                                                \
		   "Start",                                                                \
		   U16,                                                                    \
		   DEC,                                                                    \
		   .under = GAP,                                                           \
		   .help = "Behind the cumulative TSN",                                    \
		   .ref = "3.3.4"},                                                        \
	[start##_TSN] = {"sctp." prefix "_start_tsn",                                      \
			 "Start TSN",                                                      \
			 U32,                                                              \
			 DEC,                                                              \
			 .under = start,                                                   \
			 .traits = GENERATED,                                              \
			 .help = "The first one of the run"},                              \
	[end] = {"sctp." prefix "_end",                                                    \
		 "End",                                                                    \
		 U16,                                                                      \
		 DEC,                                                                      \
		 .under = GAP,                                                             \
		 .help = "Behind the cumulative TSN",                                      \
		 .ref = "3.3.4"},                                                          \
	[end##_TSN] = {"sctp." prefix "_end_tsn",                                          \
		       "End TSN",                                                          \
		       U32,                                                                \
		       DEC,                                                                \
		       .under = end,                                                       \
		       .traits = GENERATED,                                                \
		       .help = "The last one of the run"},                                 \
	[tsns] = {"sctp." gaps,                                                            \
		  "Number of TSNs in " what " acknowledgement blocks",                     \
		  U32,                                                                     \
		  DEC,                                                                     \
		  .traits = GENERATED,                                                     \
		  .help = "How many came out of order"},                                   \
	[many] = EXPERT("sctp." gaps ".100",                                               \
			"More than 100 TSNs were " what "-acknowledged in this " sack ".", \
			WARNING, G_SEQUENCE)

static const struct field fields[] = {
	[SELECTIVE] = {"sctp.sack", "SCTP SACK", PROTO},
	PUT(CUM_TSN, "sack_cumulative_tsn_ack", "Cumulative TSN ACK (relative)", U32, DEC,
	    "Counted from the first one seen", "3.3.4"),
	KNOWS(ACKED_TSN, "ack", "Acknowledges TSN", U32, DEC, CUM_TSN, "What it acknowledges"),
	KNOWS(ACKED_FRAME, "ack_frame", "Acknowledges TSN in frame", FRAMENUM, PLAIN, ACKED_TSN,
	      "Where that was sent"),
	KNOWS(ACK_RTT, "sack_rtt", "The RTT since DATA was", RELTIME, PLAIN, ACKED_TSN,
	      "How long ago that was"),
	PUT(CUM_TSN_RAW, "sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", U32, DEC,
	    "All up to here came", "3.3.4"),
	PUT(RWND, "sack_a_rwnd", "Advertised receiver window credit (a_rwnd)", U32, DEC,
	    "Octets that may come", "3.3.4"),
	[RWND_ZERO] = EXPERT("sctp.sack_a_rwnd.expert", "Zero Advertised Receiver Window Credit",
			     REMARK, G_SEQUENCE),
	PUT(GAPS, "sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", U16, DEC,
	    "Runs that came out of order", "3.3.4"),
	PUT(DUPLICATES, "sack_number_of_duplicated_tsns", "Number of duplicated TSNs", U16, DEC,
	    "What came twice", "3.3.4"),
	[GAP] = {"text", "Gap Acknowledgement", HEADING},
	GAP_ROWS(GAP_START, GAP_END, GAP_TSNS, GAP_TSNS_MANY, "sack_gap_block",
		 "sack_number_of_tsns_gap_acked", "gap", "SACK"),
	[GAP_MALFORMED] =
		EXPERT("sctp.sack_gap_block_malformed", "Malformed gap block.", ERROR, G_PROTOCOL),
	[GAP_ORDER] = EXPERT("sctp.sack_gap_block_out_of_order", "Gap blocks not in strict order.",
			     WARNING, G_PROTOCOL),
	GAP_ROWS(NR_START, NR_END, NR_TSNS, NR_TSNS_MANY, "nr_sack_gap_block",
		 "nr_sack_number_of_tsns_gap_acked", "gap", "NR-SACK"),
	GAP_ROWS(NN_START, NN_END, NN_TSNS, NN_TSNS_MANY, "nr_sack_nr_gap_block",
		 "nr_sack_number_of_tsns_nr_gap_acked", "nr-gap", "NR-SACK"),
	PUT(DUPLICATE, "sack_duplicate_tsn", "Duplicate TSN", U32, DEC, "It came twice", "3.3.4"),
	PUT(NR_DUPLICATE, "nr_sack_duplicate_tsn", "Duplicate TSN", U32, DEC, "It came twice",
	    "NR_SACK"),
};

/* Which rows show a list of gaps. */
struct gap_rows {
	const char *what;
	uint8_t start, start_tsn, end, end_tsn, tsns, many;
};

static const struct gap_rows sack_gaps = {"Gap",       GAP_START, GAP_START_TSN, GAP_END,
					  GAP_END_TSN, GAP_TSNS,  GAP_TSNS_MANY};

static const struct gap_rows nr_sack_gaps = {"Gap",      NR_START, NR_START_TSN, NR_END,
					     NR_END_TSN, NR_TSNS,  NR_TSNS_MANY};

static const struct gap_rows nr_nr_gaps = {"NR-Gap",   NN_START, NN_START_TSN, NN_END,
					   NN_END_TSN, NN_TSNS,  NN_TSNS_MANY};

/* One run behind the cumulative TSN; gives how many TSNs it has. */
static uint32_t put_gap(struct walk *w, struct cursor *c, const struct gap_rows *rows, uint32_t cum,
			uint32_t *last_end)
{
	struct cursor peek = *c;
	uint32_t start = u16(&peek), end = u16(&peek), at = c->at;
	uint32_t gap = open_group(w, c, GAP, 4), edge;

	label_whole(w, "%s Acknowledgement for TSN %u to %u", rows->what, cum + start, cum + end);
	edge = open_group(w, c, rows->start, 2);
	cursor_pull(c, 2);
	put_value(w, rows->start_tsn, at, 2, (uint32_t)(cum + start));
	shut_group(w, edge, NULL);
	edge = open_group(w, c, rows->end, 2);
	cursor_pull(c, 2);
	put_value(w, rows->end_tsn, at + 2, 2, (uint32_t)(cum + end));
	if (start > end)
		expert(w, GAP_MALFORMED, NULL);
	else if (start <= *last_end)
		expert(w, GAP_ORDER, NULL);
	shut_group(w, edge, NULL);
	shut_group(w, gap, NULL);
	*last_end = end;
	return start > end ? 0 : end - start + 1;
}

/* The runs; gives the end of the last one, or 0. */
static uint32_t put_gaps(struct walk *w, struct cursor *c, const struct gap_rows *rows,
			 uint32_t cum, uint64_t n)
{
	uint32_t at = c->at, tsns = 0, last_end = 0;

	if (!n)
		return 0;
	while (n-- && cursor_has(c, 4))
		tsns += put_gap(w, c, rows, cum, &last_end);
	put_value(w, rows->tsns, at, 0, tsns);
	if (tsns > MANY_TSNS)
		expert(w, rows->many, NULL);
	return last_end;
}

/* What the SACK is the first to acknowledge; TSNs are taken for relative ones, as by tshark. */
static void put_acked(struct walk *w, const struct sctp_run *run, uint32_t at, uint32_t end)
{
	struct sctp_half *peer = run->peer;
	uint32_t start = peer->acked_next,
		 first = end >= SCTP_REMEMBERED ? end - SCTP_REMEMBERED + 1 : 0;

	if (!peer->started || end < start || end - start > 0xffff0000)
		return;
	peer->acked_next = end + 1;
	for (uint32_t tsn = start > first ? start : first; tsn <= end && tsn >= first; tsn++) {
		struct sctp_sent *sent = &peer->sent[tsn % SCTP_REMEMBERED];
		uint32_t group;

		if (!sent->used || sent->acked || sent->tsn != tsn)
			continue;
		sent->acked = true;
		group = open_value(w, ACKED_TSN, at, tsn);
		put_value(w, ACKED_FRAME, at, 0, sent->frame);
		put_value(w, ACK_RTT, at, 0, (uint64_t)(w->r.frame->time - sent->time));
		shut_group(w, group, NULL);
	}
}

static void put_sack(struct walk *w, struct cursor *c, struct sctp_run *run, uint32_t chunk)
{
	struct cursor peek = *c;
	uint32_t cum = u32(&peek), shown = cum, at = c->at, credit, gaps, duplicates, last, group;

	if (run->peer) {
		shown = cum - run->peer->first_tsn;
		group = open_value(w, CUM_TSN, at, shown);
		put_acked(w, run, at, shown);
		shut_group(w, group, NULL);
	}
	put(w, c, CUM_TSN_RAW, 4);
	credit = (uint32_t)put(w, c, RWND, 4);
	if (!credit && !c->bad)
		expert(w, RWND_ZERO, NULL);
	gaps = (uint32_t)put(w, c, GAPS, 2);
	duplicates = (uint32_t)put(w, c, DUPLICATES, 2);
	if (c->bad)
		return;
	label_tail_of(w, chunk, " (Cumulative TSN: %u, a_rwnd: %u, gaps: %u, duplicate TSNs: %u)",
		      cum, credit, gaps, duplicates);
	last = put_gaps(w, c, &sack_gaps, cum, gaps);
	while (cursor_has(c, 4))
		put(w, c, DUPLICATE, 4);
	text_number(&run->words, "(Ack=", shown);
	if (last)
		text_number(&run->words, "+", last);
	text_number(&run->words, ", Arwnd=", credit);
	text_put(&run->words, ") ");
}

static void put_nr_sack(struct walk *w, struct cursor *c, struct cursor head, uint32_t chunk)
{
	uint32_t cum = u32(&head), credit = u32(&head), gaps = u16(&head), nr_gaps = u16(&head);
	uint32_t duplicates = u16(&head);

	label_tail_of(w, chunk,
		      " (Cumulative TSN: %u, a_rwnd: %u, gaps: %u, nr-gaps: %u, "
		      "duplicate TSNs: %u)",
		      cum, credit, gaps, nr_gaps, duplicates);
	put_gaps(w, c, &nr_sack_gaps, cum, gaps);
	put_gaps(w, c, &nr_nr_gaps, cum, nr_gaps);
	while (cursor_has(c, 4))
		put(w, c, NR_DUPLICATE, 4);
}

/* A chunk behind its first word; w->last is its node. */
static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	struct cursor type = layer_cursor(l, 0), head = *c;
	uint32_t chunk = w->last;

	if (u8(&type) == SACK)
		put_sack(w, c, sctp_run_of(l), chunk);
	else if (cursor_pull(c, NR_SACK_HEAD))
		put_nr_sack(w, c, head, chunk);
}

static const struct hang hangs[] = {{"sctp.part", SCTP_SACK}, {0}};

const struct proto proto_sctp_sack = {
	.brief = "SCTP",
	.no_column = true,
	.bare = true,
	.prefix = "sctp",
	.spec = "RFC 9260, 3.3.4",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = 4,
	.hangs = hangs,
	.rest = rest,
};
