/* SPDX-License-Identifier: BSD-2-Clause */
/* The parser's two halves: operands, and tests of them.  For filter/ alone. */
#ifndef FILTER_PARSE_H
#define FILTER_PARSE_H

#include "filter/scan.h"

struct parser {
	struct filter *f;
	struct token t;  /* the next token */
	uint32_t behind; /* where the one before it ends */
	unsigned nesting;
};

void advance(struct parser *p);

/* Takes the next token if it is of that kind. */
bool take_token(struct parser *p, enum token_kind kind);

/* Says that something else is expected where the next token is; gives NULL. */
struct term *expected(struct parser *p, const char *what);

/* Goes one level deeper; false: that is too deep.  The caller comes back up by itself. */
bool deeper(struct parser *p);

/* The term of two others; NULL: b is none, or the filter is nested too deep. */
struct term *pair(struct parser *p, enum op op, struct term *a, struct term *b);

/* An operand with all arithmetic in it, and one without; NULL: there is none. */
struct term *parse_sum(struct parser *p);
struct term *parse_unary(struct parser *p);

#endif
