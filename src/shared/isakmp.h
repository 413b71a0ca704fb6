/* SPDX-License-Identifier: BSD-2-Clause */
/* What the payloads of ISAKMP share, those of IKEv1 and of IKEv2. */
/* RFC 2408, 3; RFC 7296, 3. */
#ifndef SHARED_ISAKMP_H
#define SHARED_ISAKMP_H

#include "core/walk.h"

/* Types of payloads that others look for; the values of "isakmp.payload". */
enum {
	IKE_NOBODY = 0, /* what nobody reads hangs here, too */
	IKE_SA = 1,
	IKE_PROPOSAL = 2,
	IKE_TRANSFORM = 3,
	IKE_ID = 5,
	IKE_SAK = 15,
	IKE_SAT = 16,
	IKE_SA_2 = 33,
	IKE_ID_INITIATOR = 35,
	IKE_ID_RESPONDER = 36,
};

/* The first rows of every table with payloads, behind row 0. */
enum {
	IKE_PAYLOAD = 1,
	IKE_NEXT,
	IKE_LOOSE, /* over parts of numbers; never put */
	IKE_CRITICAL,
	IKE_RESERVED7,
	IKE_RESERVED,
	IKE_LENGTH,
	IKE_EXTRA,
	IKE_BOGUS,
	IKE_BOGUS_NOTE,
	IKE_EMPTY_NOTE,
	IKE_OWN, /* the table's own rows begin here */
};

extern const struct words ike_payloads, ike_groups, ike_doi, ike_protocols_1, ike_protocols_2,
	ike_integrity, ike_ids_1, ike_life_types, ike_attribute_types, ipsec_attribute_types;
extern const struct words ike_tv, ike_critical; /* how an attribute is written; a bit */

#define IKE_RESERVED_ROW                                                                         \
	{                                                                                        \
		"isakmp.reserved", "Reserved", BYTES, .help = "Always 0", .ref = "RFC 2408, 3.2" \
	}

#define IKE_HEAD_FIELDS                                                                            \
	[IKE_PAYLOAD] = {"isakmp.typepayload",                                                     \
			 "Payload",                                                                \
			 U8,                                                                       \
			 DEC,                                                                      \
			 .words = &ike_payloads,                                                   \
			 .help = "What kind of payload this is",                                   \
			 .ref = "RFC 7296, 3.2"},                                                  \
	[IKE_NEXT] = {"isakmp.nextpayload",                                                        \
		      "Next payload",                                                              \
		      U8,                                                                          \
		      DEC,                                                                         \
		      .words = &ike_payloads,                                                      \
		      .help = "What comes behind it; 0: nothing",                                  \
		      .ref = "RFC 7296, 3.2"},                                                     \
	[IKE_LOOSE] = {"text", "Parts", HEADING},                                                  \
	[IKE_CRITICAL] = {"isakmp.criticalpayload",                                                \
			  "Critical Bit",                                                          \
			  BOOL,                                                                    \
			  AT(0, 1),                                                                \
			  .under = IKE_LOOSE,                                                      \
			  .words = &ike_critical,                                                  \
			  .help = "A receiver that doesn't know the payload must refuse",          \
			  .ref = "RFC 7296, 3.2"},                                                 \
	[IKE_RESERVED7] = {"isakmp.reserved7",                                                     \
			   "Reserved",                                                             \
			   U8,                                                                     \
			   HEX,                                                                    \
			   AT(1, 7),                                                               \
			   .under = IKE_LOOSE,                                                     \
			   .help = "Always 0",                                                     \
			   .ref = "RFC 7296, 3.2"},                                                \
	[IKE_RESERVED] = IKE_RESERVED_ROW,                                                         \
	[IKE_LENGTH] = {"isakmp.payloadlength",                                                    \
			"Payload length",                                                          \
			U16,                                                                       \
			DEC,                                                                       \
			.help = "Octets of the payload with its head",                             \
			.ref = "RFC 7296, 3.2"},                                                   \
	[IKE_EXTRA] = {"isakmp.extradata", "Extra data", BYTES,                                    \
		       .help = "What stands behind the last payload"},                             \
	[IKE_BOGUS] = {"text", "Payload", HEADING},                                                \
	[IKE_BOGUS_NOTE] = EXPERT("isakmp.payloadlength.invalid", "Invalid payload length", ERROR, \
				  G_MALFORMED),                                                    \
	[IKE_EMPTY_NOTE] = EXPERT("isakmp.attribute_value_empty", "Attribute value is empty",      \
				  REMARK, G_PROTOCOL)

/* What the layer of a message keeps. */
struct ike_state {
	uint64_t type;     /* of the payload at hand */
	uint64_t body;     /* octets of the payload at hand, without its head */
	uint64_t fragment; /* words for the summary line: a C string's address */
};

/* The message whose payload is at hand, its state, its major version. */
static inline const struct layer *ike_message(const struct layer *l)
{
	return layer_up(l, "isakmp");
}

static inline struct ike_state *ike_state_of(const struct layer *l)
{
	const struct layer *message = ike_message(l);

	return message ? (struct ike_state *)message->state : NULL;
}

unsigned ike_version(const struct layer *l);

/* The type of the payload at hand, and its octets behind its head, whatever is there of them. */
unsigned ike_type(const struct layer *l);
uint32_t ike_body(const struct layer *l);

/* Puts the first four octets of a payload of that type; gives the type of the next one. */
unsigned ike_head(struct walk *w, const struct layer *l, struct cursor *c, unsigned type,
		  uint32_t *len);

/*
 * Reads payloads up to the end, the first one of that type.  The table's `next.also` begins
 * with "isakmp.payload".
 */
void ike_chain(struct walk *w, struct layer *l, struct cursor *c, unsigned type);

/* Puts what is left of the payload; says so when there is nothing. */
void ike_rest(struct walk *w, struct cursor *c, unsigned row);

/* Words that live as long as the frame. */
const char *ike_words(struct walk *w, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* How the value of an attribute is shown. */
enum ike_shape {
	IKE_PLAIN,    /* by its row alone */
	IKE_WORD,     /* and its words stand in the attribute's line */
	IKE_NUMBER,   /* the number does */
	IKE_TEXT,     /* the text does */
	IKE_DURATION, /* by one of three rows, as it is long; the number stands in the line */
	IKE_EACH,     /* elements of `octets` each */
	IKE_PAIRS,    /* the same, each of them followed by the next row's `more` octets */
	IKE_SPLIT,    /* so many octets, then the next row for what is left */
};

struct ike_attribute {
	uint16_t type; /* its number */
	uint16_t row;
	uint8_t shape;        /* enum ike_shape */
	uint8_t octets, more; /* see there */
};

/* A kind of attributes. */
struct ike_attributes {
	const char *name; /* "IKE Attribute" */
	uint16_t rows;    /* the first of IKE_ATTRIBUTE_ROWS */
	bool may_be_empty;
	const struct ike_attribute *list;
	unsigned n;
};

/* Reads them up to the end. */
void ike_attributes(struct walk *w, struct cursor *c, const struct ike_attributes *kind);

/* Their rows, in this order. */
#define IKE_ATTRIBUTE_ROWS(A) A, A##_FORMAT, A##_TYPE, A##_LENGTH, A##_VALUE
#define IKE_ATTRIBUTE_FIELDS(A, prefix, title, what, table, form_label, type_label)              \
	[A] = {prefix, title, NONE, .help = "One attribute: " what, .ref = "RFC 2408, 3.3"},     \
	[A##_FORMAT] = {prefix ".format",                                                        \
			form_label,                                                              \
			BOOL,                                                                    \
			AT(0, 1),                                                                \
			BOX(16, 0),                                                              \
			.under = A,                                                              \
			.words = &ike_tv,                                                        \
			.help = "Whether the value is just two octets",                          \
			.ref = "RFC 2408, 3.3"},                                                 \
	[A##_TYPE] = {prefix ".type",                                                            \
		      type_label,                                                                \
		      U16,                                                                       \
		      DEC,                                                                       \
		      .under = A,                                                                \
		      table,                                                                     \
		      .help = "Which attribute",                                                 \
		      .ref = "RFC 2408, 3.3"},                                                   \
	[A##_LENGTH] = {prefix ".length",                                                        \
			"Length",                                                                \
			U16,                                                                     \
			DEC,                                                                     \
			.under = A,                                                              \
			.help = "Octets of the value",                                           \
			.ref = "RFC 2408, 3.3"},                                                 \
	[A##_VALUE] = {                                                                          \
		prefix ".value",       "Value", BYTES, .under = A, .help = "The value's octets", \
		.ref = "RFC 2408, 3.3"}

/* The rows of a duration, in this order. */
#define IKE_DURATION_ROWS(D) D, D##_64, D##_BYTES
#define IKE_DURATION_FIELDS(D, prefix, group)                                                      \
	[D] = {prefix ".life_duration",           "Life Duration",       U32, DEC, .under = group, \
	       .help = "How long it may be used", .ref = "RFC 2407, 4.5"},                         \
	[D##_64] = {prefix ".life_duration64",                                                     \
		    "Life Duration",                                                               \
		    U64,                                                                           \
		    DEC,                                                                           \
		    .under = group,                                                                \
		    .help = "How long it may be used, in up to eight octets",                      \
		    .ref = "RFC 2407, 4.5"},                                                       \
	[D##_BYTES] = {prefix ".life_duration_bytes",                                              \
		       "Life Duration",                                                            \
		       BYTES,                                                                      \
		       .under = group,                                                             \
		       .help = "How long it may be used, in more octets",                          \
		       .ref = "RFC 2407, 4.5"}

#endif
