/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * What a protocol is: a table of fields and where it hangs.  Read this page
 * first; everything else in peel either fills these tables (dissectors/), turns
 * bytes and tables into a record (core/walk.c) or listens to that record.
 */
#ifndef CORE_PROTO_H
#define CORE_PROTO_H

#include "core/cursor.h"
#include "core/text.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct layer;
struct node;
struct plan;
struct record;
struct walk;

/* What a field's value is.  The name says what Wireshark calls it without FT_. */
enum kind {
	NONE,  /* no value: a heading, a mark */
	PROTO, /* the protocol itself: row 0 of every table */
	BOOL,  /* one bit (or any number of them: true when one is set) */
	CHAR,  /* an octet that is a character */
	U8,    /* unsigned numbers, named by the octets they fill ... */
	U16,
	U24,
	U32,
	U40,
	U48,
	U56,
	U64,
	I8, /* ... and signed ones */
	I16,
	I24,
	I32,
	I64,
	FLOAT,    /* IEEE 754 binary32 */
	DOUBLE,   /* IEEE 754 binary64 */
	BYTES,    /* octets */
	STRING,   /* text in UTF-8 or ASCII */
	ETHER,    /* MAC-48 */
	EUI64,    /* EUI-64 */
	IPV4,     /* IPv4 address; the value is in host order */
	IPV6,     /* IPv6 address */
	GUID,     /* RFC 4122 */
	ABSTIME,  /* nanoseconds after 1970-01-01 00:00:00 UTC */
	RELTIME,  /* nanoseconds */
	FRAMENUM, /* the number of another frame */
	OID,      /* an ASN.1 object identifier in its BER octets */
	HEADING,  /* a line of text over a group of fields: Wireshark's text-only item */
	N_KINDS,
};

/* How a number (or BYTES, a time) is written. */
enum base {
	PLAIN,      /* no base: what isn't a number */
	DEC,        /* 21 */
	HEX,        /* 0x15 */
	OCT,        /* 025 */
	DEC_HEX,    /* 21 (0x15) */
	HEX_DEC,    /* 0x15 (21) */
	OUI,        /* 21, and the vendor's name beside it */
	PORT,       /* 21, and the service's name beside it with -N t */
	NAME_OF,    /* a STRING that names the address at its place: no bytes of its own */
	ASCII,      /* a STRING whose octets from 0x80 on aren't characters */
	PROSE,      /* a STRING of words for people: its control characters are written out */
	VENDOR_OF,  /* a STRING: the vendor of the MAC address at its place; absent when unknown */
	DASHES,     /* BYTES: 01-02, as against 01:02 */
	DOTS,       /* BYTES: 01.02 */
	LOCAL,      /* ABSTIME in the user's zone */
	UTC,        /* ABSTIME in UTC */
	DOY_UTC,    /* ABSTIME by the day of the year, in UTC */
	NTP_UTC,    /* ABSTIME in UTC, whose zero is written NULL */
	DNS_LABELS, /* a STRING that stands in the packet as a domain name (RFC 1035, 3.1) */
};

/* A value and what it means; `to` is for ranges (0: just `from`). */
struct word {
	uint64_t from;
	const char *text;
	uint64_t to;
};

/* A table of them, sorted by `from`, ranges not overlapping (a test sees to it). */
struct words {
	const struct word *list;
	unsigned n;
};

#define WORDS(array)                   \
	.words = &(const struct words) \
	{                              \
		array, COUNT(array)    \
	}

/* The row is there only when another row of the header has (or, inverted, lacks) a value. */
struct when {
	uint16_t row;            /* whose value decides; of a STATE row 1 when it is there, or 0 */
	bool not ;               /* inverted */
	uint8_t n;               /* number of `values`; 0: any value but 0 */
	const uint32_t *values;  /* the values that decide */
	const struct when *also; /* what must hold, too; NULL: nothing */
};

#define WHEN(row)                    \
	.when = &(const struct when) \
	{                            \
		row, false, 0, 0     \
	}
#define UNLESS(row)                  \
	.when = &(const struct when) \
	{                            \
		row, true, 0, 0      \
	}
#define WHEN_IN(row, ...)                                                                \
	.when = &(const struct when)                                                     \
	{                                                                                \
		row, false, COUNT(((const uint32_t[]){__VA_ARGS__})), (const uint32_t[]) \
		{                                                                        \
			__VA_ARGS__                                                      \
		}                                                                        \
	}
#define WHEN_NOT_IN(row, ...)                                                           \
	.when = &(const struct when)                                                    \
	{                                                                               \
		row, true, COUNT(((const uint32_t[]){__VA_ARGS__})), (const uint32_t[]) \
		{                                                                       \
			__VA_ARGS__                                                     \
		}                                                                       \
	}

/* Both conditions, about rows of the same scope. */
#define WHEN_BOTH(when_row, inverted, when_values, other)                  \
	.when = &(const struct when)                                       \
	{                                                                  \
		when_row, inverted, COUNT(when_values), when_values, other \
	}

/* A row's traits. */
enum {
	HIDDEN = 1 << 0,    /* for filters: not in the detail tree */
	GENERATED = 1 << 1, /* concluded, not read: in [brackets] */
	LE = 1 << 2,        /* least significant octet first; `at` counts bits from the least */
	SEQ = 1 << 3,    /* its place is behind the row before it (`at` counts bits from there) */
	REPEAT = 1 << 4, /* again and again until its container ends */
	REST = 1 << 5,   /* reaches to the end of its container */
	STATE = 1 << 6,  /* the value stands in the layer's state (see FROM) */
	/* Registered as a protocol of its own: ek gives it no prefix; or not the proto's `prefix`.
	 */
	OWN_NAME = 1 << 7,
	NOTE = 1 << 8,        /* an expert note */
	ZSTRING = 1 << 9,     /* a STRING that ends at its first NUL */
	SPREAD = 1 << 10,     /* a number whose mask is not of one piece: shown without bits */
	FACTOR = 1 << 11,     /* the value counts units of `factor`; shown multiplied */
	ONCE = 1 << 12,       /* a hook puts it, but only once in a layer */
	BORROWED = 1 << 13,   /* another protocol's row, whose name it begins with: ek's prefix */
	ALL_LAYERS = 1 << 14, /* tells of all layers of the frame: none may be left out */
};

/* How grave an expert note is, and of what group: Wireshark's own numbers. */
enum severity {
	COMMENT = 0x100000,
	CHAT = 0x200000,
	REMARK = 0x400000, /* Wireshark says "Note" */
	WARNING = 0x600000,
	ERROR = 0x800000,
};

enum group {
	G_CHECKSUM = 0x01000000,
	G_SEQUENCE = 0x02000000,
	G_RESPONSE = 0x03000000,
	G_REQUEST = 0x04000000,
	G_UNDECODED = 0x05000000,
	G_REASSEMBLE = 0x06000000,
	G_MALFORMED = 0x07000000,
	G_DEBUG = 0x08000000,
	G_PROTOCOL = 0x09000000,
	G_SECURITY = 0x0a000000,
	G_COMMENTS = 0x0b000000,
	G_DECRYPTION = 0x0c000000,
	G_ASSUMPTION = 0x0d000000,
	G_DEPRECATED = 0x0e000000,
};

/* What the crafter puts where nobody says. */
enum fill {
	PRESET,        /* the row's `preset` */
	FILL_LENGTH,   /* octets of the header and all that follows it */
	FILL_BEHIND,   /* octets that follow the row itself */
	FILL_HEADER,   /* octets of the header */
	FILL_CHECKSUM, /* as the protocol's `sum` says */
	FILL_NEXT,     /* what the next layer hangs at */
	FILL_RANDOM,   /* a number nobody can guess: identifiers, sequence numbers */
};

/*
 * What a FILL_CHECKSUM row is computed over when crafting, with the row itself as 0.
 * The Internet checksum is that of RFC 1071.
 */
enum sum {
	SUM_NONE,
	SUM_HEADER,         /* the header */
	SUM_MESSAGE,        /* the header and all that follows it */
	SUM_PSEUDO,         /* the same, and a pseudo header of the addresses around it */
	SUM_PSEUDO_NONZERO, /* the same, and 0 is written as 0xffff, as 0 says that there is none */
	SUM_PSEUDO_IPV6,    /* with the pseudo header over IPv6, without it over IPv4 */
	SUM_CRC32C,         /* CRC-32C of the header and all that follows it (RFC 9260, 6.8) */
	SUM_OWN,            /* as the protocol's `checksum` says */
};

/*
 * One field: one row.  The rows of a table stand in the order in which they are
 * shown; a row whose `under` names another stands right behind that one and its
 * other children.
 *
 * Its place: `at` bits from the start of its scope, `bits` wide.  The scope is
 * the header, or the nearest row above it that has no fixed place itself (an
 * option, a group that a hook places).  SEQ rows follow one another instead.
 * A row of no width and without STATE is placed by a hook.
 */
struct field {
	const char *name;  /* Wireshark's filter name: "ip.ttl" */
	const char *label; /* what the detail tree calls it: "Time to Live" */
	uint8_t kind;      /* enum kind */
	uint8_t base;      /* enum base */
	uint16_t at;       /* place: bits */
	uint16_t bits;     /* width: bits */
	uint16_t under;    /* the row that it is part of; 0: the protocol itself */
	uint16_t traits;   /* HIDDEN ... */
	uint8_t box;       /* bits that the drawing ".... .1.." spans; 0: the kind's own width */
	uint8_t lead;      /* bits of that drawing before the field; needed when `box` is set */
	uint8_t fill;      /* enum fill */
	uint8_t factor;    /* with FACTOR: what one unit is */
	uint8_t hole;      /* bits of the number that aren't its own: read as 0, drawn as dots */
	uint16_t size_of;  /* row that tells this one's width, in units of `factor` octets (or 1) */
	int16_t size_bias; /* octets to add to that */
	uint32_t preset;   /* what the crafter puts when nobody says; severity of a NOTE */
	uint32_t from;     /* offset in the layer's state; group of a NOTE */
	const struct words *words; /* what values mean; NULL: numbers say it all */
	const char *unit;          /* " bytes": written behind the number */
	const struct when *when;   /* condition for the row to be there; NULL: always */
	/*
	 * The detail tree's line when label and value won't do: {ip.src} stands for the
	 * value of that field below this one, {=ip.proto} for its words, {?ip.proto} for
	 * nothing, {#} for the octets covered; a part in [brackets] is left out when a
	 * field in it isn't there.
	 */
	const char *line;
	/* Writes what stands behind the label, when neither the standard form nor `line` will do.
	 */
	void (*form)(struct text *, const struct record *, const struct node *);
	const char *help; /* one line for peel fields and peel explain */
	const char *ref;  /* section of the specification */
};

/* A place `at` bits into the header, `bits` wide. */
#define AT(first, width) .at = (first), .bits = (width)
/* A part of a wider number: the drawing spans `box` bits, `lead` of them before the field. */
#define BOX(bits_in_all, bits_before) .box = (bits_in_all), .lead = (bits_before)
/* A value that the `note` hook left in the layer's state; a STRING as its C string's address. */
#define FROM(type, member) .traits = STATE | GENERATED, .from = offsetof(type, member)
/* The same, for what is not concluded but known from elsewhere: shown without brackets. */
#define KNOWN(type, member) .traits = STATE, .from = offsetof(type, member)
/* A state member that holds no value: its row is left out. */
#define ABSENT UINT64_MAX

/* An expert note: a row that the expert() call names. */
#define EXPERT(filter_name, text, how_grave, of_group)                                \
	{                                                                             \
		.name = (filter_name), .label = (text), .kind = NONE, .traits = NOTE, \
		.preset = (how_grave), .from = (of_group)                             \
	}

/* Says which kind of option (or chunk, or block) heads its bytes with which row. */
struct option {
	uint32_t code; /* value of the type field */
	uint16_t row;  /* the row over its fields; 0: `rest` puts all, from the head on */
	/* Reads what the rows can't say, from behind the option's head; NULL: rows say all. */
	void (*rest)(struct walk *, struct layer *, struct cursor *);
	/* Octets of the whole element; of another length its head alone is shown.  0: any. */
	uint8_t len;
};

/* A list of type-length-value elements. */
struct options {
	uint8_t type_at;   /* bit where the type begins, from the element's first bit */
	uint8_t type_bits; /* its width */
	uint8_t len_at;    /* bit where the length begins */
	uint8_t len_bits;  /* its width */
	uint8_t head;      /* octets of type, length and what stands between and behind them */
	uint8_t unit;      /* octets that the length counts in */
	bool whole;        /* the length counts the head, too */
	uint8_t pad;       /* elements are padded to a multiple of so many octets; 0 or 1: not */
	uint8_t n_single;  /* codes below this are one octet without a length ... */
	const uint8_t *single; /* ... or, when set, just those listed, n_single of them */
	uint16_t end;          /* the code that ends the list; NO_END: none does */
	uint16_t all;          /* row over the whole list; 0: none */
	uint16_t each;         /* row whose children stand in every element; 0: none */
	uint16_t unknown;      /* row for a code that isn't listed */
	uint16_t bad_length; /* expert row for a length that can't be; 0: the packet is malformed */
	uint16_t bad;        /* HEADING over that note, which ends the list; 0: none */
	uint16_t length;     /* row of an element's length: has the note that it isn't `len` */
	uint16_t stray; /* HEADING for octets behind code 0 that aren't 0; 0: read as elements */
	uint16_t stray_note;       /* expert row for them */
	const struct option *list; /* sorted by code */
	unsigned n;                /* number of them */
};

#define NO_END UINT16_MAX

/* Where a protocol hangs: as `value` in the table of children called `table`. */
struct hang {
	const char *table;
	uint32_t value;
};

/* Which child comes next. */
struct next {
	const char *table; /* the table of children; NULL: no child, or a hook walks it */
	uint16_t row;      /* the value of this row picks ... */
	uint16_t other;    /* ... or of this one (ports): the lower of both first */
	const char *fixed; /* or always this protocol, by name */
	const char *via;   /* what frame.protocols says in between: "ethertype"; NULL: nothing */
	const char
		*also[20]; /* further tables that a hook looks into: lookup(w, l, 0, value) ... */
};

/* Answers of `pdu_len` that are no lengths. */
#define PDU_MORE (UINT32_MAX - 1)
#define PDU_TO_END UINT32_MAX
#define PDU_NONE (UINT32_MAX - 2)

/*
 * The usual form of a header that carries others, told by a few numbers: for frames of which just
 * the headers matter, and for carriers that are passed over.  All numbers are big-endian.
 */
struct plain {
	uint8_t header;       /* octets; at least 8 */
	uint8_t next_at;      /* where the number stands that picks the child ... */
	uint8_t next_octets;  /* ... and how wide it is: 1 or 2 */
	uint16_t next_least;  /* a smaller one isn't usual */
	uint16_t mask, value; /* what of the first two octets must be so */
	uint8_t zero_at;      /* two octets ... */
	uint16_t zero_mask;   /* ... of which so much must be 0 */
	uint8_t total_at;     /* two octets with the length; 0: it has none */
	uint8_t total_more;   /* octets that this doesn't count */
	uint16_t total_least; /* a smaller one isn't usual */
};

struct proto {
	const char *brief; /* Wireshark's short name, for marks and the Protocol column: "IPv4" */
	bool no_column;    /* leaves the Protocol column to others */
	const char *spec;  /* "RFC 768" */
	const struct field *fields; /* row 0 is the protocol itself */
	uint16_t n_fields;
	uint16_t fixed;        /* octets of header without which nothing can be said */
	uint16_t src, dst;     /* rows with the addresses of the two ends; 0: none */
	uint16_t sport, dport; /* rows with their ports; 0: none */
	bool inside;           /* its node stands inside the parent's, not beside it */
	const char
		*inside_of; /* the same, but only below this protocol: IPv6's extension headers */
	bool bare;          /* has no node: its fields stand in that of the layer that walks it */
	const char *prefix; /* ek: whose fields its rows are; NULL: its own */
	uint8_t least;      /* octets without which nothing of it is shown */
	bool apart;         /* its children stand at the root of the tree, even when it is quoted */
	/* Octets of the header; called with `fixed` octets at hand.  NULL: `fixed`. */
	uint32_t (*header_len)(const struct layer *);
	/* Octets of header and payload by the protocol's own length field; 0: unknown.  NULL: all.
	 */
	uint32_t (*total_len)(const struct layer *);
	/* Octets that its carrier takes for read, where those are fewer; 0: all. */
	uint32_t (*counted_len)(const struct layer *);
	struct next next;
	const struct hang *hangs;      /* ended by an entry without a table */
	const struct options *options; /* TLVs between `fixed` and the header's end; NULL: none */
	/*
	 * Over a stream: octets of the message that begins with these bytes, of which
	 * `pdu_head` are there; more than there are is asked of the segments to come.
	 * PDU_MORE: that can't be told yet; PDU_TO_END: up to the end of the stream; PDU_NONE:
	 * no message begins here, and what there is isn't anybody's.  A length
	 * that can't be counts as all the bytes there are.  The layer is but a glimpse: its bytes
	 * and its parent, and `looked`, 0 at first, in which it may write how many octets
	 * it needn't see again when it is asked of the same message with more of its octets.
	 * NULL: each segment is a message.  See flow/tcp_pdu.h.
	 */
	uint32_t (*pdu_len)(struct walk *, const struct layer *);
	uint16_t pdu_head;
	/* What the summary line says while a message waits; NULL: what TCP says. */
	const char *(*waits)(struct walk *, const struct layer *);
	bool pdu_sized;   /* TCP shows the length of each */
	bool pdus_in_one; /* messages that are whole and follow one another are one layer */
	bool pdu_begun;   /* all make one layer, with what there is of one that isn't whole */
	/* With its first message the conversation of the ports below is over: the next packet
	 * begins another one, as in Wireshark. */
	bool renews;
	/* Whether the bytes are this protocol's at all; NULL: the parent is believed. */
	bool (*claims)(const struct layer *);
	/* Whether what they look like is enough to tell, where nothing else does; NULL: `claims`.
	 */
	bool (*knows)(const struct layer *);
	/*
	 * The protocol, found in `next`, whose the bytes are after all; NULL: none, they are
	 * this one's, which frame.protocols names in any case.
	 */
	const struct plan *(*instead)(const struct layer *);
	/*
	 * The last row to be shown of a header that contradicts itself (be it complete or
	 * not); 0: all of it is fine.  Otherwise `rest` is called at the packet's first octet,
	 * with the layer's `stop` set.
	 */
	unsigned (*believed)(const struct layer *);
	/* Behind the rows that fit of a header that ends before `fixed`: says so. */
	void (*stump)(struct walk *, struct layer *);
	/*
	 * For frames that may be skimmed, with `header` known: the child that `rest` would
	 * find (NULL: none), and in `header` where it begins.  False: only a walk can tell.
	 */
	bool (*skim)(struct walk *, struct layer *, const struct plan **child);
	/* The same for its usual form, without a call; NULL: it has none.  See core/skim.c. */
	const struct plain *plain;
	/* Beyond its first octets nothing in its bytes is trouble, or leads elsewhere. */
	bool opaque;
	bool carrier; /* a plain header has no say in the summary line beside its addresses */
	/* What it says in the summary line may depend on frames before: none of its own may be
	 * left out where lines are printed. */
	bool recalls;
	/* Its hooks say themselves, by w->unsure, where a line depends on what was passed over. */
	bool doubts;
	/* What it says tells whose the bytes of other conversations are. */
	bool announces;
	/* What `note` remembers for later frames, of a layer that was skimmed; NULL: nothing. */
	void (*follow)(struct walk *, const struct layer *);
	/* Before the rows: concludes what STATE rows show, keeps state across frames. */
	void (*note)(struct walk *, struct layer *);
	/* Behind the header's rows: reads what no table can say, walks children. */
	void (*rest)(struct walk *, struct layer *, struct cursor *);
	/* Behind all its children: what only then is known. */
	void (*done)(struct walk *, struct layer *);
	/* The words of the summary line. */
	void (*info)(struct text *, const struct record *, const struct layer *);
	uint8_t sum;    /* crafting, enum sum: the checksum */
	uint8_t sum_at; /* octets before it, where its row is placed by a hook */
	/*
	 * Crafting, SUM_OWN: the checksum of the message, where it stands as 0.  `pseudo` is the
	 * sum of the pseudo header over what is around it, which has IPv6's addresses or IPv4's.
	 * False: there is none to compute, and what stands there stays.
	 */
	bool (*checksum)(const struct layer *, uint32_t pseudo, bool ipv6, uint16_t *value);
	/*
	 * Crafting: octets of the smallest message worth sending, `sample_len` of them, which
	 * is built on where `fixed` octets of the rows' presets aren't enough; NULL: they are.
	 */
	const char *sample;
	uint16_t sample_len;
};

#define SAMPLE(octets) .sample = (octets), .sample_len = sizeof(octets) - 1

/* What a value means; NULL when the table (which may be NULL) does not say. */
const char *word_for(const struct words *words, uint64_t value);

/* The usual words of booleans. */
extern const struct word set_notset[2];
extern const struct word yes_no[2];
extern const struct word absent_present[2];

/* Octets that a value of the kind fills; 0 when it isn't fixed. */
unsigned kind_size(enum kind kind);

static inline bool kind_is_unsigned(enum kind kind)
{
	return kind >= CHAR && kind <= U64;
}

static inline bool kind_is_signed(enum kind kind)
{
	return kind >= I8 && kind <= I64;
}

#endif
