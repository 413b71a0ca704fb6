/* SPDX-License-Identifier: BSD-2-Clause */
/* What the walker found in one frame: layers, and the fields as a tree in a list. */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include "core/frame.h"
#include "core/proto.h"

struct plan;
struct session;

/* How a node's `text` goes together with the standard label. */
enum text_use {
	TEXT_NONE,
	TEXT_WHOLE, /* it is the whole line */
	TEXT_VALUE, /* it stands behind "Label: " */
	TEXT_LABEL, /* it stands in place of the label */
	TEXT_TAIL,  /* it stands behind the standard line */
};

/* One field (or protocol, or heading) as it stands in this frame. */
struct node {
	const struct field *field; /* its row */
	uint32_t id;               /* its row's number over all protocols: see session_row() */
	uint8_t depth;             /* nesting; children follow their parent, one deeper */
	uint8_t source;            /* which of the record's sources its bytes are in */
	uint8_t text_use;          /* enum text_use */
	bool hidden;               /* for filters, not for the tree */
	bool generated;            /* concluded, not read */
	uint32_t at;               /* first octet in the source */
	uint32_t len;              /* octets covered; 0 for what has no place */
	uint32_t size;             /* octets at `p` for kinds of variable size */
	union {
		uint64_t u;       /* numbers, booleans, IPV4, FRAMENUM, times (as int64_t) */
		const uint8_t *p; /* BYTES, STRING, ETHER, EUI64, IPV6, GUID, OID, HEADING */
	};
	const char *text; /* words for the label (see text_use); NULL: none */
};

#define NO_NODE UINT32_MAX

/* One protocol in this frame. */
struct layer {
	const struct plan *plan;    /* what the run wants of this protocol */
	const struct proto *proto;  /* its table */
	const struct layer *parent; /* what carries it; NULL for the frame itself */
	struct layer *sibling;      /* what the parent wants walked behind it; NULL: nothing */
	struct layer *child;        /* the first to be walked when its hooks are done; NULL: none */
	struct layer *last_child;   /* behind which the next one is put */
	struct span bytes;          /* header and payload, as far as its own length field reaches */
	struct span room;           /* the same before that length field was heard */
	uint32_t at;                /* offset of `bytes` in its source */
	uint32_t header;            /* octets of header */
	uint32_t node;              /* its node; NO_NODE when nobody wants it */
	uint8_t source;             /* which source the bytes are in */
	uint8_t depth;              /* depth of its fields' nodes */
	uint16_t stop;      /* the last row of a header that isn't believed; 0: all is fine */
	bool nameless;      /* frame.protocols doesn't name it: it gave its bytes back */
	bool quoted;        /* inside a packet that another packet quotes (ICMP errors) */
	bool whole;         /* the last fragment: it brings the whole packet */
	bool more;          /* not a new packet: what was left of the layer before it */
	bool pdu;           /* a message of a stream: its trouble is not that of the next one */
	bool carries_media; /* its state begins with a struct media_state */
	bool again;         /* ... and not the first one of the same protocol here */
	bool open;          /* ... and the last one of it isn't whole */
	bool behind;        /* ... behind another one that has its say in the summary line */
	uint8_t broken;     /* enum trouble that was met in such a message */
	struct cursor
		*part; /* a part, walked by walk_part(): what its `rest` leaves; NULL: it is none */
	bool around;   /* its name embraces that of what it carries: "GTP <DNS>" */
	bool last_word;     /* what it carries leaves its words in the summary line alone */
	bool mute;          /* the summary line is as if it weren't there */
	bool follows;       /* its summary words follow those before, not replace them */
	bool leads;         /* ... or stand before all others, whichever layer says them */
	const char *via;    /* what frame.protocols says before it; NULL: nothing */
	const char *inside; /* ... and behind its own name; NULL: nothing */
	const char *says;   /* its words in the summary line; NULL: its `info` knows */
	const char *column; /* what the Protocol column says; NULL: what the table says */
	uint32_t *looked;   /* what `pdu_len` keeps for when the message has grown; see there */
	uint64_t *state;    /* what its `note` concluded: a struct of uint64_t; NULL: nothing */
};

/* This layer or the nearest one that carries it, of that protocol; NULL: there is none. */
const struct layer *layer_up(const struct layer *l, const char *name);
/* The same of a protocol that has ports. */
const struct layer *layer_transport(const struct layer *l);

/* The bytes that nodes point into: 0 is the frame, others were put together. */
struct source {
	const char *name;
	struct span bytes;
};

/* An address as a layer gives it. */
struct address {
	uint8_t kind; /* ETHER, IPV4, IPV6 ...; STRING: a word for the line; NONE: no address */
	uint8_t len;  /* octets */
	const uint8_t *p;
};

#define MAX_SOURCES 16

struct record {
	const struct session *session;
	const struct frame *frame;
	struct node *nodes; /* the tree, each parent before its children */
	uint32_t n_nodes;
	const struct layer **layers; /* in the order they were met */
	uint32_t n_layers;
	struct source sources[MAX_SOURCES];
	uint8_t n_sources;
	struct address src, dst; /* of the outermost packet's innermost network layer so far */
	struct address from, to; /* the same of the packet at hand, be it a quoted one */
	int64_t since_first;     /* nanoseconds since the run's first frame */
	int64_t since_previous;  /* ... since the frame before this one; 0 for the first */
	int64_t since_displayed; /* ... since the last one that was displayed */
	bool ruled;              /* some layer has its say about the columns of those inside it */
	bool led;                /* some layer's words lead the summary line */
	bool cut;                /* more fields than a record may hold: the rest is left out */
	uint8_t trouble;         /* enum trouble that ended the walk */
	const struct layer *trouble_in; /* the layer that met it */
	const char *unfit;              /* UNFIT: why */
};

/*
 * `width` (1 to 64) bits from bit `first` of the span, as a number; with `le` the
 * octets that they lie in, and the bits of each, count from the least significant.
 * 0 when they aren't all captured.
 */
static inline uint64_t span_bits(struct span s, uint32_t first, uint32_t width, bool le)
{
	uint32_t from = first / 8;
	uint32_t to = (first + width + 7) / 8;
	uint64_t v;

	if (to > s.cap || to - from > 8)
		return 0;
	v = le ? load_le(s.p + from, to - from) >> first % 8
	       : load_be(s.p + from, to - from) >> (8 * to - first - width);
	return width < 64 ? v & ((UINT64_C(1) << width) - 1) : v;
}

/* The value of a row with a fixed place in the layer's header; 0 when it isn't captured. */
static inline uint64_t row_value(const struct layer *l, const struct field *f)
{
	return span_bits(l->bytes, f->at, f->bits, f->traits & LE);
}

/* The same by the row's number, in a file whose table is called `fields`. */
#define VALUE(layer, row) row_value((layer), &fields[row])
/* The same by the row's number in the layer's own table. */
#define VALUE_OF(layer, row) row_value((layer), &(layer)->proto->fields[row])

/* Octets behind the header, as the layer's container grants them. */
static inline struct span layer_payload(const struct layer *l)
{
	return span_skip(l->bytes, l->header);
}

/* A cursor over the layer's bytes from `skip` octets on. */
static inline struct cursor layer_cursor(const struct layer *l, uint32_t skip)
{
	struct span s = span_skip(l->bytes, skip);

	return (struct cursor){.left = s, .at = l->at + l->bytes.cap - s.cap, .source = l->source};
}

/* What the layer's `note` left for a STATE row; ABSENT when it left nothing. */
static inline uint64_t state_value(const struct layer *l, const struct field *f)
{
	return l->state ? l->state[f->from / sizeof *l->state] : ABSENT;
}

/* The addresses in the layer's header, where its protocol has any; false: it has none. */
bool layer_ends(const struct layer *l, struct address *src, struct address *dst);

/* The next n octets at the cursor as a cursor of their own; the cursor stays where it is. */
static inline struct cursor cursor_first(struct cursor c, uint32_t n)
{
	c.left = span_first(c.left, n);
	return c;
}

/* A port of the layer's protocol, by name where the user wants names. */
void text_port(struct text *t, const struct record *r, const struct layer *l, uint64_t port);

/* The node of this row among the descendants of `parent`; NULL: it isn't there. */
const struct node *node_below(const struct record *r, const struct node *parent, unsigned row);

/* `words` and the number of that node below `n`; nothing where it isn't there. */
void text_below(struct text *t, const struct record *r, const struct node *n, unsigned row,
		const char *words);

/* The node that this one stands under; the first of all when it stands under none. */
const struct node *node_parent(const struct record *r, const struct node *n);

/* The node behind the last descendant of `n` (which may be the end of the list). */
const struct node *node_next(const struct record *r, const struct node *n);

#endif
