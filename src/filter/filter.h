/* SPDX-License-Identifier: BSD-2-Clause */
/* The display filter language: compiled once, asked for every frame. */
/* wireshark-filter(4) of Wireshark 4.0; the language is documented in man/peel-filter.7. */
#ifndef FILTER_FILTER_H
#define FILTER_FILTER_H

#include "core/session.h"

/* What is wrong with a filter, and which of its octets are meant. */
struct filter_fault {
	uint32_t at, len; /* offset in the filter's text, octets; len >= 1 */
	char text[320];   /* one sentence without a full stop or line end */
	char field[80];   /* the name that no field has, when that is the matter; else "" */
};

struct filter;

/*
 * Compiles the expression, and has the session want the fields that it asks for; to be
 * called before session_start().  NULL: it is wrong, and `fault` says what is.  An empty
 * expression lets every frame pass.
 */
struct filter *filter_compile(struct session *s, const char *expression,
			      struct filter_fault *fault);
void filter_close(struct filter *f);

/* Whether the frame passes. */
bool filter_passes(struct filter *f, const struct record *r);

/* What the user should know of a filter that is right: "bootp is now called dhcp"; NULL: nothing.
 */
const char *filter_warning(const struct filter *f);

/* --- for the doctor: why nothing passed --- */

/* One after the other the names of the fields it asks for, from number 0 on; NULL: no more. */
const char *filter_field(const struct filter *f, unsigned i);

/* The parts that must all hold, as text of their own ("a && b" has two); NULL: no more. */
const char *filter_part(const struct filter *f, unsigned i);

/*
 * The expression with each `a != b` written as `!(a == b)`; NULL: it has none.  The first
 * wants a's every occurrence to differ and a to be there at all, the second doesn't.
 */
const char *filter_softer(const struct filter *f);

#endif
