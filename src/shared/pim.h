/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of Protocol Independent Multicast share: encoded addresses, hold times. */
#ifndef SHARED_PIM_H
#define SHARED_PIM_H

#include "core/walk.h"
#include "shared/numbers.h"

/* How an address is encoded (RFC 7761, 4.9.1): where such addresses hang in "pim.address". */
enum encoded {
	ENCODED_UNICAST,
	ENCODED_GROUP,
	ENCODED_SOURCE,
};

#define UNICAST_HEAD 2 /* octets before the address itself */
#define GROUP_HEAD 4   /* the same for groups and sources */

/* Octets of the address itself whose family stands at the cursor; 0: of none that is known. */
uint32_t encoded_octets(struct cursor c);

/* How every such address begins: its rows, and their fields. */
#define ENCODED_ROWS FAMILY, ENCODING
#define ENCODED_FIELDS                              \
	[FAMILY] = {"pim.addr_address_family",      \
		    "Address Family",               \
		    U8,                             \
		    DEC,                            \
		    AT(0, 8),                       \
		    .words = &address_families,     \
		    .help = "What kind of address", \
		    .ref = "4.9.1"},                \
	[ENCODING] = {"pim.addr_encoding_type",     \
		      "Encoding Type",              \
		      U8,                           \
		      DEC,                          \
		      AT(8, 8),                     \
		      .words = &encoded_encodings,  \
		      .help = "How it is written",  \
		      .ref = "4.9.1"}

/* Groups and sources have flags, and the length of a mask; then comes the address. */
#define ENCODED_FLAG(row, filter, what, bit, parent, says) \
	[row] = {filter,                                   \
		 what,                                     \
		 BOOL,                                     \
		 AT(bit, 1),                               \
		 .under = (parent),                        \
		 WORDS(set_notset),                        \
		 .help = says,                             \
		 .ref = "4.9.1"}
#define ENCODED_MASK_LEN_ROW                                                              \
	{                                                                                 \
		"pim.mask_len", "Masklen", U8, DEC, AT(24, 8), .help = "Bits that count", \
							       .ref = "4.9.1"             \
	}
#define ENCODED_PAIR(row, filter, filter6, what, head, says)                                     \
	[row] = {filter,       what,          IPV4, AT(8 * (head), 32), WHEN_IN(FAMILY, 1),      \
		 .help = says, .ref = "4.9.1"},                                                  \
	[row##_6] = {filter6,      what,          IPV6, AT(8 * (head), 128), WHEN_IN(FAMILY, 2), \
		     .help = says, .ref = "4.9.1"}

/* A `header_len` for groups and sources. */
uint32_t group_header_len(const struct layer *l);

/* Elsewhere the rows of such an address come in pairs: IPv4's, and right behind it IPv6's. */
#define PAIR(row, filter, filter6, what, says)                      \
	[row] = {filter, what, IPV4, .help = says, .ref = "4.9.1"}, \
	[row##_6] = {filter6, what, IPV6, .help = says, .ref = "4.9.1"}

/*
 * Puts the encoded address at the cursor as `row`, which is IPv4's, or as the row behind
 * it, IPv6's, and what it consists of below; as one of many when it has a number (0 or
 * more).  False when it is of an unknown kind: nothing behind it makes sense.  The
 * protocol's `next.also` begins with "pim.address".
 */
bool put_encoded(struct walk *w, struct cursor *c, unsigned row, enum encoded kind, int number);

extern const struct words encoded_encodings; /* what such an address says of itself */

/* How good a way is: rows, the first two of them under LOOSE, and their fields. */
#define METRIC_ROWS RPT, METRIC_PREF, METRIC
#define METRIC_FIELDS                                                                     \
	[RPT] = {"pim.rpt",     "RP Tree",      BOOL,                                     \
		 AT(0, 1),      .under = LOOSE, .help = "By the rendezvous point's tree", \
		 .ref = "4.9.6"},                                                         \
	[METRIC_PREF] = {"pim.metric_pref",                                               \
			 "Metric Preference",                                             \
			 U32,                                                             \
			 DEC,                                                             \
			 AT(1, 31),                                                       \
			 .under = LOOSE,                                                  \
			 .help = "How trusty the metric is",                              \
			 .ref = "4.9.6"},                                                 \
	[METRIC] = {"pim.metric",  "Metric", U32, DEC, .help = "How far the source is",   \
		    .ref = "4.9.6"}

/* Puts them; `first` is the protocol's RPT. */
void put_metrics(struct walk *w, struct cursor *c, unsigned first);

/* How many are joined and left: rows and fields. */
#define JOIN_COUNT_ROWS NUM_GROUPS, NUM_JOINS, NUM_PRUNES
#define JOIN_COUNT_FIELDS                                                                     \
	[NUM_GROUPS] = {"pim.numgroups",           "Num Groups",  U16, DEC,                   \
			.help = "How many groups", .ref = "4.9.5"},                           \
	[NUM_JOINS] = {"pim.numjoins", "Num Joins", U16, DEC, .help = "How many are joined",  \
		       .ref = "4.9.5"},                                                       \
	[NUM_PRUNES] = {"pim.numprunes", "Num Prunes", U16, DEC, .help = "How many are left", \
			.ref = "4.9.5"}

/* The value of an option that stands in the row OPTION. */
#define OPTION_VALUE_ROWS OPTION_LENGTH, OPTION_VALUE
#define OPTION_VALUE_FIELDS                                         \
	[OPTION_LENGTH] = {"pim.optionlength",                      \
			   "Length",                                \
			   U16,                                     \
			   DEC,                                     \
			   .under = OPTION,                         \
			   .help = "Octets of its value",           \
			   .ref = "4.9.2"},                         \
	[OPTION_VALUE] = {"pim.optionvalue",                        \
			  "Unknown",                                \
			  BYTES,                                    \
			  .under = OPTION,                          \
			  .help = "The value of an unknown option", \
			  .ref = "4.9.2"}

/* Rows of several messages. */
#define RESERVED_ROW                                                                              \
	{                                                                                         \
		"pim.res_bytes", "Reserved byte(s)", BYTES, .help = "Of no meaning", .ref = "4.9" \
	}
#define OPTION_LIST_ROW                                                                          \
	{                                                                                        \
		"pim.option", "PIM Options", NONE, .help = "What the message says", .ref = "4.9" \
	}
#define HOLDTIME_ROW(written, section)                                                            \
	{                                                                                         \
		"pim.holdtime", "Holdtime", U16, DEC,                                             \
			.form = (written), .help = "Seconds that it holds good", .ref = (section) \
	}

/* "210", "Infinity (65535)"; the other one says "goodbye (0)", too. */
void form_holdtime(struct text *t, const struct record *r, const struct node *n);
void form_goodbye(struct text *t, const struct record *r, const struct node *n);

#endif
