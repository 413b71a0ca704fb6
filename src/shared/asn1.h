/* SPDX-License-Identifier: BSD-2-Clause */
/* ASN.1 in BER or DER, read by tables. */
/* X.690; the tables say which rows show what X.680 defines. */
#ifndef SHARED_ASN1_H
#define SHARED_ASN1_H

#include "core/walk.h"

enum asn1_form {
	A_SEQUENCE,    /* parts in their order; SET, where DER fixes the order */
	A_SEQUENCE_OF, /* any number of parts[0]; SET OF: see `tag` */
	A_CHOICE,      /* one of the parts, told by its tag; the row shows which */
	A_INTEGER,
	A_BOOLEAN,
	A_BITS,     /* with the row of padding before it */
	A_BITS_RAW, /* without */
	A_OCTETS,
	A_OID,
	A_STRING, /* of any kind; 16 and 32 bit ones become UTF-8 */
	A_UTC_TIME,
	A_TIME, /* GeneralizedTime */
	A_NULL,
	A_ANY, /* whatever its tag, the hook knows */
};

/* Tags as they stand in the first octet, but for the bit of constructed ones. */
enum { A_UNIVERSAL = 0x00, A_APPLICATION = 0x40, A_CONTEXT = 0x80, A_PRIVATE = 0xc0 };
#define ASN1_CONTEXT(n) (A_CONTEXT | (n))

struct asn1;

struct der_type {
	uint8_t form;                 /* enum asn1_form */
	uint8_t tag;                  /* 0: the form's own */
	const struct der_part *parts; /* members, alternatives, or the one item */
	uint8_t n;                    /* number of them */
	/* Reads the content, or what stands behind the parts; NULL: the row says all. */
	void (*hook)(struct asn1 *a, struct cursor *content);
	/* What its line says in brackets once all is read; NULL: nothing. */
	const char *(*told)(struct asn1 *a);
};

/* A member of a type. */
struct der_part {
	uint16_t row;                /* shows it; 0: nothing but what is in it */
	const struct der_type *type; /* what it is */
	uint8_t tag;                 /* instead of the type's own; 0: none */
	bool outer;                  /* EXPLICIT: the type's own tag stands inside */
	bool optional;               /* may be left out */
	uint8_t value;               /* of a CHOICE: what its row shows */
};

#define ASN1_PARTS(list) .parts = (list), .n = COUNT(list)
#define ASN1_DEPTH 24

struct asn1 {
	struct walk *w;
	uint16_t padding_row; /* "Padding" before BIT STRINGs; 0: none */
	uint16_t errors;    /* row of ASN1_ERROR_FIELDS(); 0: what does not fit ends the reading */
	uint8_t depth;      /* types inside one another */
	uint8_t bad;        /* enum trouble that was met inside; `rest` hands it to its cursor */
	struct span oid;    /* the identifier that was read last */
	struct span string; /* ... and the text */
	/* Words that lines around what was read may want (see `told`); NULL: there are none. */
	const char *item, *list, *whole;
	uint8_t names; /* how many of those there were */
	const struct layer *l;
	/* Words for an identifier; NULL: there are none. */
	const char *(*name)(struct span oid);
};

/* Rows of what says that an element doesn't fit, behind one another: a line, and its notes. */
enum { ASN1_WRONG_FIELD = 1, ASN1_BEYOND };
#define ASN1_ERROR_ROWS(first) first, first##_WRONG_FIELD, first##_BEYOND
#define ASN1_ERROR_FIELDS(first)                                                                   \
	[first] = {"text", "BER Error", HEADING},                                                  \
	[(first) + ASN1_WRONG_FIELD] =                                                             \
		EXPERT("ber.error.sequence.field_wrong", "BER Error: Wrong field in SEQUENCE",     \
		       WARNING, G_MALFORMED),                                                      \
	[(first) + ASN1_BEYOND] =                                                                  \
		EXPERT("ber.error.unknown_field.sequence", "BER Error: Unknown field in Sequence", \
		       WARNING, G_MALFORMED)

/* The classes' names, by the two bits that a tag has for them. */
extern const char *const asn1_classes[];

/* One element's head. */
struct asn1_head {
	uint8_t tag; /* with the bit of constructed ones */
	struct cursor content;
	uint32_t octets; /* of the whole element */
	bool endless;    /* its end is marked by zeros */
};

/* Reads the head at the cursor, which stays; false: the cursor is bad. */
bool asn1_head(struct cursor *c, struct asn1_head *h);
/* Reads one element of that type; the row shows it. */
void asn1_read(struct asn1 *a, struct cursor *c, unsigned row, const struct der_type *type);
/* The same of a part: minds its tag. */
bool asn1_part(struct asn1 *a, struct cursor *c, const struct der_part *part);
/* The tag that a type has by itself. */
uint8_t asn1_tag(const struct der_type *type);
/* Whether the element at the cursor can be this part. */
bool asn1_is(struct cursor c, const struct der_part *part);

/*
 * Says that the element at the cursor isn't `part` of such a type ("SEQUENCE"), or, where that is
 * NULL, that there is one too many; skips it.  Only where there are rows for errors.
 */
void asn1_unfit(struct asn1 *a, struct cursor *c, const struct der_part *part, const char *where);

/* What the identifier that was read last names: for `told`. */
const char *asn1_tell_oid(struct asn1 *a);

/* Puts an object identifier as the value of a row that is a STRING. */
void asn1_oid_text(struct asn1 *a, struct cursor c, unsigned row);

/* An integer of at most eight octets; larger ones give their last eight. */
uint64_t asn1_integer(struct span content);

/* The same with its first arc as a word: "iso.3.6.1"; "itu-t" for one without octets. */
void asn1_text_oid(struct text *t, struct span oid);
/* Says so behind the row that was put last. */
void asn1_label_oid(struct walk *w, struct span oid);

/* What an identifier names: its octets, their number, words, what stands beside it. */
struct der_oid {
	const char *octets;
	uint8_t len;
	const char *name;
	uint16_t row;
	const struct der_type *type;
};
const struct der_oid *asn1_find(const struct der_oid *list, unsigned n, struct span oid);

/* Parts that read DER: the values of "asn1.der". */
enum { DER_CERTIFICATE, DER_NAME, DER_STATUS, DER_RSA_KEY, DER_EC_PARAMETERS };

/* What X.509 is asked to read by a layer whose state begins with a struct der_state. */
enum { DER_ASK_CERTIFICATE, DER_ASK_NAME, DER_ASK_GENERAL_NAME, DER_ASK_EXTENSION };
struct der_state {
	uint64_t ask; /* which of them */
};

#endif
