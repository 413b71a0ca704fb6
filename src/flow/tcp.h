/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP as a connection: what the packets of both directions say together. */
/* RFC 9293; the words are those of Wireshark's tcp fields. */
#ifndef FLOW_TCP_H
#define FLOW_TCP_H

#include "flow/conv.h"
#include "flow/tcp_analysis.h"
#include "flow/tcp_pdu.h"

/* TCP's flags as they stand in octets 12 and 13 of the header. */
enum {
	TCP_FIN = 0x001,
	TCP_SYN = 0x002,
	TCP_RST = 0x004,
	TCP_PUSH = 0x008,
	TCP_ACK = 0x010,
	TCP_URG = 0x020,
	TCP_ECE = 0x040,
	TCP_CWR = 0x080,
	TCP_AE = 0x100,
};

/* What was seen of a connection: the bits of tcp.completeness. */
enum {
	SEEN_SYN = 1,
	SEEN_SYN_ACK = 2,
	SEEN_ACK = 4,
	SEEN_DATA = 8,
	SEEN_FIN = 16,
	SEEN_RST = 32,
};

/* Window scaling of a direction. */
enum { SCALE_UNKNOWN = -1, SCALE_NONE = -2 };

/* One segment, as its header says. */
struct tcp_segment {
	uint32_t seq, ack;
	uint32_t len; /* octets of payload */
	uint16_t flags;
	uint16_t window; /* as it stands there, not scaled */
	int16_t scale;   /* of the window scale option; -1: there is none */
	uint16_t sport, dport;
	uint32_t sacked; /* octets that the SACK option has; 0 where nobody asks for it */
	bool tfo;        /* with a Fast Open cookie */
	bool quoted;     /* by ICMP: its numbers tell nothing of the connection's first ones */
	bool cut;        /* the packet ends before the header does: the same */
	bool announced;  /* another connection told of this one (flow/expect.h) */
	bool bogus;      /* its header is shorter than a header is */
};

enum tcp_fast_open { TFO_NONE, TFO_TAKEN, TFO_LEFT };
enum tcp_fin { FIN_NONE, FIN_FIRST, FIN_ANSWER };

/* What the connection makes of it. */
struct tcp_view {
	uint32_t stream;
	uint32_t completeness; /* before this segment */
	uint32_t seq, ack;     /* relative to the initial sequence numbers */
	int scale;             /* shift of the sender's windows, SCALE_UNKNOWN or SCALE_NONE */
	uint64_t since_first, since_last; /* nanoseconds */
	enum tcp_fast_open tfo;           /* what a SYN/ACK makes of the SYN's data */
	enum tcp_fin fin;                 /* which of the two FINs it is */
	struct tcp_findings found;        /* all 0 where nobody asks for it */
	bool analysed;                    /* somebody does */
	uint32_t first;                   /* sequence number, as the header has it */
	struct conv *conv;                /* the connection ... */
	struct tcp_pdus *pdus;            /* ... and what is kept of its sender's messages */
	const struct plan *
		*carries; /* who takes what it carries, whatever its ports; *NULL: unknown */
	const struct proto **upgraded; /* who gave it to that one: either side must begin with it */
	bool *unread;                  /* octets of the connection were passed over */
	bool *tls_asked;               /* the client wants that one to be TLS */
};

/* How much of the analysis a run asks for: the same for all its segments. */
enum tcp_depth {
	TCP_NUMBERS, /* nothing of it */
	TCP_FLAGS,   /* what a segment is */
	TCP_FLIGHT,  /* octets in flight, too */
};

/* What the rows show of a segment. */
struct tcp_state {
	uint64_t seq_quoted, stream, completeness, len, seq, nxtseq, ack, window_size, scalefactor,
		status;
	uint64_t cut;      /* the packet ends before the header does */
	uint64_t ack_said; /* the acknowledgment number in the summary line */
	uint64_t since_first, since_last;
	uint64_t flags_str; /* a C string's address */
	uint64_t riverbed;  /* there are options that the summary line begins with */
	uint64_t tfo;       /* enum tcp_fast_open */
	uint64_t fin;       /* enum tcp_fin */
	uint64_t view;      /* the address of struct tcp_view */
};

/* What the connection makes of the segment; NULL where nobody asks for it. */
static inline const struct tcp_view *tcp_view(const struct layer *tcp)
{
	const struct tcp_state *s = (const struct tcp_state *)tcp->state;

	return s ? (const struct tcp_view *)(uintptr_t)s->view : NULL;
}

/* What was found of the segment; NULL where nobody asks for it. */
static inline const struct tcp_findings *tcp_found(const struct layer *tcp)
{
	const struct tcp_view *view = tcp_view(tcp);

	return view && view->analysed ? &view->found : NULL;
}

/* A header's flags and acknowledgment number; the layer is TCP's. */
static inline unsigned tcp_flags(const struct layer *tcp)
{
	return (unsigned)span_bits(tcp->bytes, 100, 12, false);
}

static inline uint32_t tcp_ack(const struct layer *tcp)
{
	return (uint32_t)span_bits(tcp->bytes, 64, 32, false);
}

/* Where the other end's sequence numbers begin, which SACK's count from. */
static inline uint32_t tcp_sack_base(const struct layer *tcp)
{
	const struct tcp_state *s = (const struct tcp_state *)tcp->state;

	return tcp->quoted || !s ? 0 : (uint32_t)(tcp_ack(tcp) - s->ack_said);
}

/* One option; its data is empty for those of one octet. */
struct tcp_option {
	uint8_t kind;
	struct cursor data; /* behind kind and length */
};

/* The options of a header that has `header` octets. */
struct cursor tcp_options(const struct layer *tcp, uint32_t header);
/*
 * Takes the next option; false at the end, at one that is too short for its length,
 * or cut off: then the cursor is bad (RFC 9293, 3.1).  Kind 0 doesn't end the list.
 */
bool tcp_next_option(struct cursor *c, struct tcp_option *o);
/* Which options there are up to kind 0, a bit for each kind below 128. */
struct tcp_kinds {
	uint64_t bits[2];
};
/* Whether they are those of nearly all segments, all there: fillers and a time stamp. */
bool tcp_has_usual_options(const struct layer *tcp, uint32_t header);
struct tcp_kinds tcp_kinds_of(const struct layer *tcp, uint32_t header);

static inline bool tcp_has_kind(const struct tcp_kinds *k, unsigned kind)
{
	return k->bits[kind / 64] >> kind % 64 & 1;
}

/* The data of the first option of that kind, up to kind 0; empty when there is none. */
struct cursor tcp_option_of(const struct layer *tcp, uint32_t header, uint8_t kind);

/* The segment of a header that has `header` octets; with its SACK option only if asked. */
struct tcp_segment tcp_segment_of(struct walk *w, const struct layer *tcp, uint32_t header,
				  bool sacks);

/* "SYN, ACK"; the reserved bits count as one. */
void text_tcp_flags(struct text *t, unsigned flags);
/* "·······A··S·": the address of a C string that lives as long as the frame. */
uint64_t tcp_flag_letters(struct walk *w, unsigned flags);

/* Looks the segment's connection up, and takes note of the segment. */
void tcp_follow(struct walk *w, const struct tcp_segment *s, enum tcp_depth depth,
		struct tcp_view *view);

/* The form of a row that shows what was seen of a connection: "Incomplete, DATA (15)". */
void form_completeness(struct text *t, const struct record *r, const struct node *n);

#endif
